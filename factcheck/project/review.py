"""Deciding: on claims, on findings; every decision is a line of the log."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.project.report import Reports
from factcheck.store import files

if TYPE_CHECKING:
    pass


class Review(Reports):
    """The part of a project in which people decide."""

    def approve(self, ids: Sequence[str], *, by: str, why: str | None = None) -> None:
        """Approve claims: each reads right, and we rely on it."""
        self._decide_on_claims(ids, (("reads-right", "yes"), ("rely", "yes")), by, why)

    def reject(self, ids: Sequence[str], *, by: str, why: str | None = None) -> None:
        """Reject claims: the passage does not say it, or it is not to be used. They take part in no comparison."""
        self._decide_on_claims(ids, (("reads-right", "no"),), by, why)

    def needs_work(self, ids: Sequence[str], *, by: str, why: str | None = None) -> None:
        """Say that claims are to be reworked."""
        self._decide_on_claims(ids, (("reads-right", "needs-work"),), by, why)

    def withdraw(self, ids: Sequence[str], *, by: str, why: str | None = None) -> None:
        """Withdraw claims."""
        self._decide_on_claims(ids, (("rely", "withdrawn"),), by, why)

    def settle(self, finding: str, answer: str, *, by: str, why: str | None = None) -> None:
        """Decide on a finding: accepted, fix-in-draft, not-a-conflict, ask-source, or reopened."""
        from factcheck.reviewing import shown_of_finding

        found = next((one for one in self.check().findings if one.id == finding), None)
        if found is None:
            raise UsageError(f"no finding is called {finding!r}; `factcheck check` shows them")
        shown = shown_of_finding(found)
        self.decide([self.draft("finding", finding, "settle", answer, by, why, found.seen, shown)])

    def _decide_on_claims(
        self, ids: Sequence[str], answers: Sequence[tuple[str, str]], by: str, why: str | None
    ) -> None:
        """Log the answers; a derived claim is written to claims/ first and keeps its id."""
        from factcheck.reviewing import seen_of, shown_of

        claims = [self.stored_claim(id) for id in dict.fromkeys(ids)]
        with files.locked(self.layout.lock):
            for source in sorted({claim.source for claim in claims if claim.provisional}):
                fresh = [
                    claim.but(provisional=False) for claim in claims if claim.provisional and claim.source == source
                ]
                self.records.write_claims(source, fresh)
            self.decide(
                [
                    self.draft("claim", claim.id, question, answer, by, why, seen_of(claim), shown_of(claim))
                    for claim in claims
                    for question, answer in answers
                ]
            )
