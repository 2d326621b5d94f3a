"""Deciding on claims and findings: every decision is checked against the policy and logged.

What a person saw can be handed back as a `stamp` (see `Review.stamp`): where the claim, finding or statement was
changed or decided on since, ChangedError says so and nothing is logged.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.digests import digest_of
from factcheck.errors import ChangedError, UsageError
from factcheck.project.report import Reports
from factcheck.store import files

if TYPE_CHECKING:
    from factcheck.config import Review as Rules
    from factcheck.records.claim import Claim
    from factcheck.records.finding import Finding
    from factcheck.records.review import Decision

Logged = tuple["Decision", ...]
"""The decisions as they were written."""

Stamps = Mapping[str, str]
"""What the person saw, by the id of what is decided on."""

Words = Mapping[str, str]
"""The words of statements, by their ids."""

NONE: Mapping[str, str] = {}
"""No stamps, or no words."""

Why = str | None
"""The reason, which is logged."""

SETTLE = ("accepted", "fix-in-draft", "not-a-conflict", "ask-source")
"""The answers on a finding."""


class Review(Reports):
    """The part of a project in which people decide."""

    def approve(self, ids: Sequence[str], *, by: str, why: Why = None, stamps: Stamps = NONE) -> Logged:
        """Approve claims: each reads right, and we rely on it. Raises PolicyError where the policy forbids it."""
        return self._on_claims(ids, (("reads-right", "yes"), ("rely", "yes")), by, why, stamps)

    def reads_right(self, ids: Sequence[str], *, by: str, why: Why = None, stamps: Stamps = NONE) -> Logged:
        """Say that the passages of claims say what the claims say."""
        return self._on_claims(ids, (("reads-right", "yes"),), by, why, stamps)

    def rely_on(self, ids: Sequence[str], *, by: str, why: Why = None, stamps: Stamps = NONE) -> Logged:
        """Say that we would print claims. Raises PolicyError where the policy forbids it."""
        return self._on_claims(ids, (("rely", "yes"),), by, why, stamps)

    def reject(self, ids: Sequence[str], *, by: str, why: Why = None, stamps: Stamps = NONE) -> Logged:
        """Reject claims: the passage does not say it, or it is not to be used. They take part in no comparison."""
        return self._on_claims(ids, (("reads-right", "no"),), by, why, stamps)

    def needs_work(self, ids: Sequence[str], *, by: str, why: Why = None, stamps: Stamps = NONE) -> Logged:
        """Say that claims are to be reworked."""
        return self._on_claims(ids, (("reads-right", "needs-work"),), by, why, stamps)

    def withdraw(self, ids: Sequence[str], *, by: str, why: Why = None, stamps: Stamps = NONE) -> Logged:
        """Withdraw claims."""
        return self._on_claims(ids, (("rely", "withdrawn"),), by, why, stamps)

    def settle(
        self,
        findings: "str | Sequence[str | Finding]",
        answer: str,
        *,
        by: str,
        why: Why = None,
        stamps: Stamps = NONE,
    ) -> Logged:
        """Decide on findings: accepted (with a reason), fix-in-draft, not-a-conflict, or ask-source.

        They are named by their ids, or given as they were shown; then the decision is on what was shown.
        """
        if answer not in SETTLE:
            raise UsageError(f"{answer!r} is no answer to a finding; there are {', '.join(SETTLE)}")
        if answer == "accepted" and not (why or "").strip():
            raise UsageError("a difference is accepted with a reason; say why")
        return self._on_findings([findings] if isinstance(findings, str) else findings, answer, by, why, stamps)

    def reopen(self, kind: str, ids: Sequence[str], *, by: str, why: Why = None, stamps: Stamps = NONE) -> Logged:
        """Ask again for a decision on claims, findings or statements, as if nothing had been decided."""
        question = {"claim": "rely", "finding": "settle", "statement": "statement"}[kind]
        return self._on_any(kind, ids, question, "reopened", by, why, stamps)

    def assign(
        self, kind: str, ids: Sequence[str], to: str | None, *, by: str, why: Why = None, words: Words = NONE
    ) -> Logged:
        """Assign claims, findings or statements to somebody; null takes the assignment back.

        `words` gives by id those of statements on which the log has nothing yet.
        """
        to = (to or "").strip() or None
        return self._on_any(kind, ids, "assign", "assigned", by, why, NONE, words=words, to=to)

    def remark(self, kind: str, ids: Sequence[str], text: str, *, by: str, words: Words = NONE) -> Logged:
        """Leave a note on claims, findings or statements; it decides nothing. `words` as in `assign`."""
        if not text.strip():
            raise UsageError("the note is empty")
        return self._on_any(kind, ids, "note", "noted", by, text.strip(), NONE, words=words)

    def undo(self, digests: Sequence[str], *, by: str) -> Logged:
        """Take back decisions of one's own, named by their digests. Raises UsageError for those of others."""
        from factcheck.reviewing.policy import check_reviewer, same_person

        check_reviewer(by, self.config.review)
        with files.locked(self.layout.lock):
            ledger = self.ledger
            known = {one.digest: one for one in ledger.decisions if one.digest in set(digests)}
            drafts = []
            for digest in digests:
                line = known.get(digest)
                if line is None or line.undoes:
                    raise UsageError(f"no decision is called {digest[:12]!r}; `factcheck log` shows them")
                if not same_person(line.by, by):
                    raise UsageError(f"{line.by} decided this; you can reopen it, not take it back")
                if line not in ledger.history(line.subject_kind, line.subject).standing:
                    raise UsageError(f"{digest[:12]} was taken back already")
                made = self.draft(
                    line.subject_kind, line.subject, line.question, line.answer, by, None, line.seen, (), undoes=digest
                )
                drafts.append(made)
            return self.decide(drafts)

    def edit_claim(
        self, id: str, *, by: str, words: str | None = None, stamps: Stamps = NONE, **changes: Any
    ) -> "Claim":
        """Change a claim: `words` put it on another passage of its source, `changes` are fields of its record.

        It keeps its id, and what was decided on it is stale if it now says something else. Raises UsageError where
        the words are not found, with the nearest passage, or where nothing would change.
        """
        from factcheck import writing
        from factcheck.reviewing.seen import seen_of

        with files.locked(self.layout.lock):
            old = self.stored_claim(id)
            self._unchanged("claim", {id: seen_of(old)}, stamps)
            anchor = None
            if words is not None:
                document = self.document(old.source)
                place = writing.place_of_words(self.source(old.source), document, words)
                anchor = writing.unique_anchor(document, *place)
            new = writing.edited(old, by, changes, anchor)
            if new.but(edited_by=old.edited_by, provisional=old.provisional) == old:
                raise UsageError(f"nothing of {id} would change")
            self.records.write_claims(new.source, [new])
        return new

    # What the others rest on

    def _on_any(
        self,
        kind: str,
        ids: Sequence[str],
        question: str,
        answer: str,
        by: str,
        why: Why,
        stamps: Stamps,
        words: Words = NONE,
        **more: Any,
    ) -> Logged:
        if kind == "claim":
            return self._on_claims(ids, ((question, answer),), by, why, stamps, **more)
        if kind == "finding":
            return self._on_findings(ids, answer, by, why, stamps, question=question, **more)
        return self._on_statements(ids, question, answer, by, why, stamps, words, **more)

    def _on_claims(
        self,
        ids: Sequence[str],
        answers: Sequence[tuple[str, str]],
        by: str,
        why: Why,
        stamps: Stamps,
        **more: Any,
    ) -> Logged:
        """Log the answers; a derived claim is written to claims/ first and keeps its id."""
        from factcheck.reviewing.policy import check_reviewer
        from factcheck.reviewing.seen import seen_of, shown_of

        rules, relied = self.config.review, ("rely", "yes") in answers
        check_reviewer(by, rules)
        if relied:
            self._check_origins(self.stored_claims(ids), rules)
        with files.locked(self.layout.lock):
            claims = self.stored_claims(ids)
            self._unchanged("claim", {claim.id: seen_of(claim) for claim in claims}, stamps)
            if any(answer == "yes" for _, answer in answers):
                self._check_passages(claims)
            if relied:
                self._check_approvals(claims, by, rules)
            self._take_over(claims)
            return self.decide(
                [
                    self.draft("claim", claim.id, question, answer, by, why, seen_of(claim), shown_of(claim), **more)
                    for claim in claims
                    for question, answer in answers
                ]
            )

    def _check_passages(self, claims: "Sequence[Claim]") -> None:
        lost = self.lost(claims)
        for claim in claims:
            if claim.id in lost:
                raise UsageError(f"{claim.id}: its passage does not stand in {claim.source} any more; edit the claim")

    def _check_approvals(self, claims: "Sequence[Claim]", by: str, rules: "Rules") -> None:
        from factcheck.reviewing.policy import check_approval

        standings = self.standings(claims)
        for claim in claims:
            check_approval(claim, by, standings[claim.id].approvers, rules)

    def _check_origins(self, claims: "Sequence[Claim]", rules: "Rules") -> None:
        """Whether enough independent origins state what is to be approved; apart, for it may take a while."""
        from factcheck.reviewing.policy import check_origins, needed

        needing = [claim for claim in claims if needed(claim, rules.origins)[0] > 1]
        for claim, origins in zip(needing, self._origins(needing), strict=True):
            check_origins(claim, origins, rules)

    def _origins(self, claims: "Sequence[Claim]") -> list[list[str]]:
        """Of each claim the independent origins that state its fact, by name."""
        from factcheck.origins import origins

        if not claims:
            return []
        archive = self.archive()
        known = {claim.id: claim for study in archive.studies.values() for claim in study.claims}
        findings = self.check_json()["findings"]
        found = []
        for claim in claims:
            stating = [known[id] for id in sorted(_agreeing(claim.id, findings)) if id in known]
            found.append([origin.name for origin in origins(stating, archive)])
        return found

    def _take_over(self, claims: "Sequence[Claim]") -> None:
        """Write derived claims to claims/, so that what is decided on them has something to stay with."""
        fresh = [claim.but(provisional=False) for claim in claims if claim.provisional]
        if not fresh:
            return
        facts = self.facts_key()
        for source in sorted({claim.source for claim in fresh}):
            self.records.write_claims(source, [claim for claim in fresh if claim.source == source])
        self._carry_facts(facts)

    def _on_findings(
        self,
        ids: "Sequence[str | Finding]",
        answer: str,
        by: str,
        why: Why,
        stamps: Stamps,
        question: str = "settle",
        **more: Any,
    ) -> Logged:
        from factcheck.reviewing.policy import check_reviewer
        from factcheck.reviewing.seen import shown_of_finding

        check_reviewer(by, self.config.review)
        self._findings(ids)
        with files.locked(self.layout.lock):
            found = self._findings(ids)
            self._unchanged("finding", {one.id: one.seen for one in found}, stamps)
            return self.decide(
                [
                    self.draft("finding", one.id, question, answer, by, why, one.seen, shown_of_finding(one), **more)
                    for one in found
                ]
            )

    def _findings(self, given: "Sequence[str | Finding]") -> "list[Finding]":
        from factcheck.reviewing.findings import finding_of

        shown = {one.id: one for one in given if not isinstance(one, str)}
        ids = list(dict.fromkeys(one if isinstance(one, str) else one.id for one in given))
        facts = self._facts() if len(shown) < len(ids) else {}
        known = self._places_in(facts).of_id if facts else {}
        for id in ids:
            if id not in known and id not in shown:
                raise UsageError(f"no finding is called {id!r}; `factcheck check` shows them")
        return [shown.get(id) or finding_of(facts["findings"][known[id]]) for id in ids]

    def _on_statements(
        self,
        ids: Sequence[str],
        question: str,
        answer: str,
        by: str,
        why: Why,
        stamps: Stamps,
        words: Words,
        **more: Any,
    ) -> Logged:
        """Log an answer on statements, whose words are in the log or given."""
        from factcheck.reviewing.policy import check_reviewer
        from factcheck.reviewing.seen import seen_of_statement

        check_reviewer(by, self.config.review)
        with files.locked(self.layout.lock):
            known = {id: self._statement_seen(id, words) for id in dict.fromkeys(ids)}
            self._unchanged("statement", {id: seen_of_statement(shown[0]) for id, (_, shown) in known.items()}, stamps)
            return self.decide(
                [
                    self.draft("statement", id, question, answer, by, why, seen, shown, **more)
                    for id, (seen, shown) in known.items()
                ]
            )

    def _statement_seen(self, id: str, words: Words) -> tuple[str, tuple[str, ...]]:
        """The digest of a statement, and what was shown of it."""
        from factcheck.language.plain import one_line
        from factcheck.reviewing.seen import seen_of_statement

        lines = self.ledger.history("statement", id).lines
        if lines:
            return lines[-1].seen, lines[-1].shown
        if id in words:
            return seen_of_statement(words[id]), (one_line(words[id]),)
        raise UsageError(
            f"no statement is called {id!r}; name it by its place, as story.md:12, or as `factcheck log` does"
        )

    def stamp(self, kind: str, id: str, seen: str) -> str:
        """A mark of what a person sees, to be handed back with the decision: what it says, and what was decided.

        `seen` is the digest of what it says: `reviewing.seen.seen_of` of a claim, `seen_of_statement` of a statement's
        words, `seen` of a finding.
        """
        return digest_of(seen, list(self.ledger.history(kind, id).heads))[:32]

    def _unchanged(self, kind: str, seen: Mapping[str, str], stamps: Stamps) -> None:
        """Raises ChangedError where one is not any more what the person saw."""
        from factcheck.reviewing.wording import said

        for id, digest in seen.items():
            if id in stamps and stamps[id] != self.stamp(kind, id, digest):
                lines = self.ledger.history(kind, id).standing
                last = f"; last: {said(lines[-1])}" if lines else ""
                raise ChangedError(f"{id} was changed or decided on while you looked at it{last}; look again")


def _agreeing(claim: str, findings: Iterable[Mapping[str, Any]]) -> set[str]:
    """The claims that state the same as one, itself among them: those on its side in findings, and on no other."""
    same, other = {claim}, set[str]()
    for finding in findings:
        told = [(item["claim"], item["side"]) for item in finding["evidence"] if item["claim"] and item["side"]]
        sides = {side for id, side in told if id == claim}
        if sides:
            agree = finding["verdict"] == "agrees"
            same |= {id for id, side in told if agree or side in sides}
            other |= {id for id, side in told if not agree and side not in sides}
    return same - other
