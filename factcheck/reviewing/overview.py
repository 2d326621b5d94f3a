"""The state of a project on one screen: what there is, what is undecided, what is late, who waits for whom."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, get_args

from factcheck.records.base import SCHEMA_VERSION, Record
from factcheck.records.claim import Claim
from factcheck.records.finding import ORDER, State
from factcheck.records.source import Source
from factcheck.reviewing.claims import ClaimStatus, Standing
from factcheck.reviewing.history import History, Ledger
from factcheck.reviewing.publishing import is_withheld
from factcheck.reviewing.queries import OpenQuery, queries
from factcheck.reviewing.queue import CLAIM_TIERS, FINDING_TIERS

ANYBODY = "anybody else"


class Stale(Record):
    """A decision that does not hold any more: on what, its title, and what was decided."""

    kind: str
    id: str
    title: str
    says: str


class Asked(Record):
    """An open query: its id, what it is about, to whom it was put by whom, when, until when."""

    id: str
    kind: str
    subject: str
    by: str
    to: str
    question: str
    asked: str
    deadline: str | None
    overdue: bool


class Waiting(Record):
    """Somebody waits for somebody: for an answer, a decision, or a further approval."""

    who: str
    on: str
    what: str
    kind: str
    id: str


class Counts(Record):
    """How many sources there are, and how many were removed, may not be published, or were not read whole."""

    total: int
    removed: int
    withheld: int
    not_read: int


class Overview(Record):
    """The state of a project. `claims` counts by status, `findings` by verdict and then by state."""

    schema_version: int = SCHEMA_VERSION
    today: str
    sources: Counts
    claims: dict[str, int]
    findings: dict[str, dict[str, int]]
    stale: tuple[Stale, ...]
    disputed: tuple[Stale, ...]
    queries: tuple[Asked, ...]
    waiting: tuple[Waiting, ...]
    decisions: int

    def without(self, closed: Collection[str], findings: Collection[str]) -> "Overview":
        """The same without what is about claims of closed sources, other findings than these, or drafts."""

        def may_be_seen(kind: str, id: str) -> bool:
            if kind == "claim":
                return not any(id.startswith(f"{source}-") for source in closed)
            return kind == "finding" and id in findings

        return self.but(
            stale=tuple(one for one in self.stale if may_be_seen(one.kind, one.id)),
            disputed=tuple(one for one in self.disputed if may_be_seen(one.kind, one.id)),
            queries=tuple(one for one in self.queries if may_be_seen(one.kind, one.subject)),
            waiting=tuple(one for one in self.waiting if may_be_seen(one.kind, one.id)),
        )


def without(report: Mapping[str, Any], closed: Collection[str]) -> dict[str, Any]:
    """A report without closed sources, and without the findings to which they give evidence."""
    sources = [source for source in report["sources"] if source["id"] not in closed]
    findings = [one for one in report["findings"] if not any(item["source"] in closed for item in one["evidence"])]
    return {**report, "sources": sources, "findings": findings}


def overview(
    today: str,
    sources: Sequence[Source],
    report: Mapping[str, Any],
    counts: Mapping[str, int],
    claims: Sequence[Claim],
    standings: Mapping[str, Standing],
    ledger: Ledger,
) -> Overview:
    """The state of a project, from its sources, its report, how many claims have which status, and the log.

    `claims` are those that may have to be named: stale, disputed, assigned, or approved by some and not yet by others.
    """
    return Overview(
        today=today,
        sources=_sources(sources, report, today),
        claims={status: counts.get(status, 0) for status in get_args(ClaimStatus)},
        findings=_findings(report),
        stale=tuple(_of_state("stale", report, claims, standings)),
        disputed=tuple(_of_state("disputed", report, claims, standings)),
        queries=tuple(_asked(one, today) for one in queries(ledger) if one.is_open),
        waiting=tuple(_waiting(report, claims, standings, ledger)),
        decisions=len(ledger.order),
    )


def _sources(sources: Sequence[Source], report: Mapping[str, Any], today: str) -> Counts:
    return Counts(
        total=len(sources),
        removed=sum(source.removed is not None for source in sources),
        withheld=sum(is_withheld(source.confidential, source.embargo, today) for source in sources),
        not_read=sum(bool(source["not_checked"]) for source in report["sources"]),
    )


def _findings(report: Mapping[str, Any]) -> dict[str, dict[str, int]]:
    count = Counter((one["verdict"], one["status"]) for one in report["findings"])
    return {verdict: {state: count[verdict, state] for state in get_args(State)} for verdict in ORDER}


def _of_state(
    state: str, report: Mapping[str, Any], claims: Sequence[Claim], standings: Mapping[str, Standing]
) -> Iterator[Stale]:
    for one in report["findings"]:
        if one["status"] == state:
            yield Stale(kind="finding", id=one["id"], title=one["message"], says=one["decided"] or "")
    for claim in claims:
        if standings[claim.id].status == state:
            yield Stale(kind="claim", id=claim.id, title=claim.statement, says=standings[claim.id].says)


def _asked(one: OpenQuery, today: str) -> Asked:
    return Asked(
        id=one.id,
        kind=one.subject_kind,
        subject=one.subject,
        by=one.by,
        to=one.query.to,
        question=one.query.question,
        asked=one.query.asked,
        deadline=one.query.deadline,
        overdue=one.is_overdue(today),
    )


def _waiting(
    report: Mapping[str, Any], claims: Sequence[Claim], standings: Mapping[str, Standing], ledger: Ledger
) -> Iterator[Waiting]:
    """Who waits for whom: for a reply, for somebody assigned, for one more approval."""
    for one in queries(ledger):
        if one.is_open:
            yield Waiting(who=one.by, on=one.query.to, what="a reply", kind=one.subject_kind, id=one.subject)
    for finding in report["findings"]:
        if finding["status"] != "settled" and finding["verdict"] in FINDING_TIERS:
            yield from _assigned("finding", finding["id"], ledger.history("finding", finding["id"]))
    for claim in claims:
        standing = standings[claim.id]
        if standing.status in CLAIM_TIERS:
            yield from _assigned("claim", claim.id, ledger.history("claim", claim.id))
        if standing.status == "proposed" and standing.approvers:
            who = ", ".join(standing.approvers)
            yield Waiting(who=who, on=ANYBODY, what="an approval", kind="claim", id=claim.id)


def _assigned(kind: str, id: str, history: History) -> Iterator[Waiting]:
    last = history.last("assign")
    if last is not None and last.to:
        yield Waiting(who=last.by, on=last.to, what="a decision", kind=kind, id=id)
