"""What waits for people: the queue, and the state of the whole project on one screen."""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.digests import digest_of
from factcheck.errors import UsageError
from factcheck.project.base import Progress
from factcheck.project.review import NONE, Logged, Stamps, Why, Words
from factcheck.project.views import Views
from factcheck.store import inputs

if TYPE_CHECKING:
    from factcheck.project.statuses import Unit
    from factcheck.records.claim import Claim
    from factcheck.records.finding import Finding
    from factcheck.reviewing.history import History
    from factcheck.reviewing.overview import Overview
    from factcheck.reviewing.queue import Filter, Item

Json = dict[str, Any]

ENDED = ("approved", "rejected", "withdrawn")
"""Statuses of claims that ask for no decision any more."""


class Desk(Views):
    """The part of a project that says what is to be decided."""

    def queue(
        self,
        order: str = "worst",
        wanted: "Filter | None" = None,
        *,
        reviewer: str | None = None,
        progress: Progress | None = None,
    ) -> "tuple[Item, ...]":
        """What waits for a decision, in an order: worst, source, kind, tag, draft, assignee.

        `wanted` narrows it, and its statuses may also name what was decided (approved, settled, …). With `reviewer`,
        what this person has approved and somebody else has to approve too is left out.
        """
        from factcheck.reviewing.queue import EVERYTHING, ordered

        only = wanted or EVERYTHING
        things = only.things or ("finding", "claim", "statement")
        items: list[Item] = []
        if "finding" in things:
            items += self._findings_waiting(only.statuses, progress)
        if "claim" in things:
            items += self._claims_waiting(only.sources, only.statuses, progress)
        if "statement" in things:
            items += self._statements_waiting()
        return ordered((item for item in items if only.lets(item)), order, reviewer)

    def _findings_waiting(self, statuses: Collection[str], progress: Progress | None) -> "Iterator[Item]":
        yield from self.finding_items(self.check_json(progress=progress)["findings"], statuses)

    def finding_items(self, findings: Iterable[Json], statuses: Collection[str] = ()) -> "Iterator[Item]":
        """Findings of a report as the queue has them, those that ask for a decision; `statuses` as in `queue`."""
        from factcheck.reviewing.queue import FINDING_TIERS, Item

        ledger = self.ledger
        for one in findings:
            if one["verdict"] not in FINDING_TIERS or (one["status"] == "settled" and "settled" not in statuses):
                continue
            yield Item(
                kind="finding",
                id=one["id"],
                status=one["status"],
                title=one["message"],
                about=one["kind"],
                sources=tuple(sorted({item["source"] for item in one["evidence"]})),
                rank=(FINDING_TIERS[one["verdict"]], one["weight"]),
                says=one["decided"] or "",
                verdict=one["verdict"],
                assignee=ledger.history("finding", one["id"]).assignee,
            )

    def _claims_waiting(
        self, sources: Collection[str], statuses: Collection[str], progress: Progress | None
    ) -> "Iterator[Item]":
        yield from self.claim_items(self.claims(sources=sources, progress=progress), statuses)

    def claim_items(self, claims: "Sequence[Claim]", statuses: Collection[str] = ()) -> "Iterator[Item]":
        """Claims as the queue has them, those that ask for a decision; `statuses` as in `queue`."""
        from factcheck.reviewing.queue import CLAIM_TIERS, Item

        ledger, at_odds, standings = self.ledger, self._at_odds(claims), self.standings(claims)
        for claim in claims:
            standing = standings[claim.id]
            if standing.status not in CLAIM_TIERS and standing.status not in statuses:
                continue
            yield Item(
                kind="claim",
                id=claim.id,
                status=standing.status,
                title=claim.statement,
                about=claim.kind,
                sources=(claim.source,),
                rank=(_tier(claim, standing.status, at_odds), float(claim.quantity is not None)),
                says=standing.says,
                tags=claim.tags,
                assignee=ledger.history("claim", claim.id).assignee,
                approvers=standing.approvers,
            )

    def waiting_in(self, source: str) -> "Iterator[Item]":
        """The claims of a source that ask for a decision, as `claim_items` gives them, in no order.

        Of those on which nobody decided no more is looked up than is shown.
        """
        from factcheck.reviewing.queue import AT_ODDS, PLAIN, WRITTEN, Item

        ledger, unit = self.ledger, self.units().get(source)
        faces, done = self.faces(source), {} if unit is None else unit.statuses
        decided = [one.id for one in faces if ledger.knows("claim", one.id) and done.get(one.id) not in ENDED]
        yield from self.claim_items(self.stored_claims(decided))
        at_odds = self._at_odds_of(one.id for one in faces)
        for one in faces:
            if not ledger.knows("claim", one.id):
                tier = (AT_ODDS if one.id in at_odds else PLAIN) if one.provisional else WRITTEN
                yield Item(
                    kind="claim",
                    id=one.id,
                    status="proposed",
                    title=one.statement,
                    about=one.kind,
                    sources=(source,),
                    rank=(tier, float(one.counts)),
                    tags=tuple(one.tags),
                )

    def _at_odds(self, claims: "Sequence[Claim]") -> frozenset[str]:
        """The claims, of these and maybe others, that take part in a finding that is not settled."""
        return self._at_odds_of(claim.id for claim in claims)

    def _at_odds_of(self, claims: Iterable[str]) -> frozenset[str]:
        from factcheck.reviewing.queue import at_odds

        return frozenset(id for one in self.findings_at(claims) for id in at_odds(one))

    def _statements_waiting(self) -> "Iterator[Item]":
        """Statements of drafts that were assigned, queried or sent to be fixed, as far as the log tells."""
        from factcheck.reviewing.queue import STATEMENT, Item
        from factcheck.reviewing.statements import draft_of

        for id in self.ledger.subjects("statement"):
            history = self.ledger.history("statement", id)
            state = _statement_state(history)
            if state is None:
                continue
            shown = next((line.shown for line in reversed(history.lines) if line.shown), ("",))
            last = history.last("statement")
            yield Item(
                kind="statement",
                id=id,
                status=state,
                title=shown[0],
                about="statement",
                sources=(),
                rank=(STATEMENT, 0.0),
                says=(last.why or "") if last else "",
                assignee=history.assignee,
                draft=draft_of(id),
            )

    def answer(
        self,
        kind: str,
        thing: "str | Finding",
        answer: str,
        *,
        by: str,
        why: Why = None,
        stamps: Stamps = NONE,
        words: Words = NONE,
        resting_on: Sequence[str] = (),
    ) -> Logged:
        """Give one of the answers of `reviewing.answering` on a claim, a finding or a statement, by its id.

        A finding may also be given as it was shown. `words` gives by id those of a statement on which the log has
        nothing yet, `resting_on` what a statement rests on. Raises UsageError for an unknown answer or id.
        """
        from factcheck.reviewing.answering import choice_of
        from factcheck.reviewing.statements import draft_of

        choice = choice_of(kind, answer)
        if kind == "finding":
            return self.settle([thing], choice.answer, by=by, why=why, stamps=stamps)
        id = thing if isinstance(thing, str) else thing.id
        if kind == "claim":
            return self._answer_claims([id], choice.answer, by=by, why=why, stamps=stamps)
        told = words.get(id) or self.statement_words(id)
        return self.decide_on_statement(
            draft_of(id), told, choice.answer, by=by, why=why, resting_on=resting_on, stamps=stamps
        )

    def answer_all(self, kind: str, ids: Sequence[str], answer: str, *, by: str, why: Why = None) -> Logged:
        """Give one answer on many claims, or on many findings: on all of them, or, where one may not be, on none."""
        from factcheck.reviewing.answering import choice_of

        choice = choice_of(kind, answer)
        if kind == "finding":
            return self.settle(ids, choice.answer, by=by, why=why)
        if kind == "claim":
            return self._answer_claims(ids, choice.answer, by=by, why=why, stamps=NONE)
        raise UsageError("statements of drafts are decided on one by one")

    def _answer_claims(self, ids: Sequence[str], answer: str, **said: Any) -> Logged:
        decide: dict[str, Callable[..., Logged]] = {
            "approve": self.approve,
            "reject": self.reject,
            "needs_work": self.needs_work,
            "reads_right": self.reads_right,
            "rely_on": self.rely_on,
            "withdraw": self.withdraw,
        }
        return decide[answer](ids, **said)

    def history(self, kind: str, id: str) -> "History":
        """All lines of the log on a claim, finding, statement or source; empty where there are none."""
        return self.ledger.history(kind, id)

    def overview(self, progress: Progress | None = None) -> "Overview":
        """The state of the project: sources, claims, findings, queries, and who waits for whom."""
        from factcheck.reviewing.overview import Overview

        return Overview.model_validate_json(json.dumps(self.overview_json(progress)))

    def overview_json(self, progress: Progress | None = None, closed: Collection[str] = ()) -> Json:
        """The same as JSON values: at once, where nothing changed since the last time.

        Of `closed` sources, and of what rests on them, nothing is told.
        """
        if self.steady is not None or closed:
            shown: Json = self._overview(progress, closed).model_dump(mode="json")
            return shown
        key = digest_of(inputs.state(self.layout, self.index), self.today)
        stored = self.index.get("overview", "all", key)
        if stored is None:
            stored = self._overview(progress).model_dump_json().encode()
            self.index.put("overview", "all", key, stored)
        made: Json = json.loads(stored)
        return made

    def _overview(self, progress: Progress | None, closed: Collection[str] = ()) -> "Overview":
        from factcheck.reviewing.overview import overview, without

        report, units, ledger = self.check_json(progress=progress), self.units(), self.ledger
        sources = [source for source in self.sources() if source.id not in closed]
        if closed:
            report = without(report, closed)
            units = {name: unit for name, unit in units.items() if name not in closed}
        there = {source["id"]: source["claims"] for source in report["sources"]}
        found = sum(there.values()) - sum(unit.spoken for name, unit in units.items() if name in there)
        counts: Counter[str] = Counter(status for unit in units.values() for status in unit.statuses.values())
        counts["proposed"] += max(found, 0)
        claims = [one for one in self._told_of(units) if not any(anchor.source in closed for anchor in one.anchors)]
        made = overview(self.today, sources, report, counts, claims, self.standings(claims), ledger)
        return made.without(closed, {one["id"] for one in report["findings"]}) if closed else made

    def _told_of(self, units: "Mapping[str, Unit]") -> "list[Claim]":
        """The claims that an overview names: stale, disputed, assigned, or approved by half of those who have to."""
        assigned = {id for kind, id in list(self.ledger.marked["assign"]) if kind == "claim"}
        found = []
        for name, unit in units.items():
            pressing = {id for id, status in unit.statuses.items() if status in ("stale", "disputed")}
            wanted = pressing | set(unit.half) | (assigned & unit.statuses.keys())
            if wanted:
                found += [claim for claim in self.records.claims(name) if claim.id in wanted]
        return found


def _tier(claim: "Claim", status: str, at_odds: frozenset[str]) -> int:
    from factcheck.reviewing.queue import AT_ODDS, CLAIM_TIERS, PLAIN, WRITTEN

    if status != "proposed":
        return CLAIM_TIERS.get(status, PLAIN)
    if not claim.provisional:
        return WRITTEN
    return AT_ODDS if claim.id in at_odds else PLAIN


def _statement_state(history: "History") -> str | None:
    """The state of a statement that waits for somebody; null where nobody is waited for."""
    last, query = history.last("statement"), history.last("query")
    if history.parted("statement"):
        return "disputed"
    if query is not None and query.answer == "asked":
        return "query"
    if last is None or last.answer == "reopened":
        return "open"
    return "fix" if last.answer == "fix" else None
