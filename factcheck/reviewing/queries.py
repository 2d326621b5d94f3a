"""Queries: questions put to somebody, until when, and what came back."""

from dataclasses import dataclass

from factcheck.digests import digest_of
from factcheck.records.review import Decision, Query
from factcheck.reviewing.history import Ledger


@dataclass(frozen=True)
class OpenQuery:
    """A query on a subject: who asked it, and whether it was answered. `id` names it."""

    id: str
    subject_kind: str
    subject: str
    by: str
    query: Query
    shown: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nobody replied yet."""
        return self.query.reply is None

    def is_overdue(self, today: str) -> bool:
        """Whether its deadline has passed without a reply."""
        return (
            self.is_open and self.query.deadline is not None and self.query.deadline < today[: len(self.query.deadline)]
        )


def query_id(decision: Decision) -> str:
    """The id of the query that a decision asks or answers: of its subject, whom it is put to, what and when."""
    asked = decision.query
    said = (asked.to, asked.question, asked.asked) if asked else ()
    return f"query-{digest_of(decision.subject_kind, decision.subject, *said)[:8]}"


def queries(ledger: Ledger) -> tuple[OpenQuery, ...]:
    """All queries that stand, answered or not, those asked first in front."""
    found: dict[str, OpenQuery] = {}
    for subject in list(ledger.marked["query"]):
        for decision in ledger.history(*subject).on("query"):
            if decision.query is not None:
                id = query_id(decision)
                asker = found[id].by if id in found else decision.by
                found[id] = OpenQuery(id, *subject, asker, decision.query, decision.shown)
    return tuple(sorted(found.values(), key=lambda one: (one.query.asked, one.id)))
