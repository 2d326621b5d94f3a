"""The report on drafts: what was found of their statements, judged by a policy."""

from collections.abc import Iterable, Sequence

from factcheck.checking import evidence_at
from factcheck.config import GatePolicy
from factcheck.gate.answers import Answer
from factcheck.gate.inventory import Thing
from factcheck.gate.judging import NOTHING, Judged, Statement
from factcheck.gate.policies import outcome, report
from factcheck.records import gate as records
from factcheck.records.finding import Evidence
from factcheck.records.gate import GateReport

BY_DECISION = frozenset({"opinion", "set-aside"})
"""Decisions by which a statement is set aside."""
UNFOUND = frozenset({"no-source-found", "not-checked"})


def judged(drafts: Sequence[Judged], name: str, policy: GatePolicy, whole: bool = True) -> GateReport:
    """The report on drafts under a policy; `whole` is false where only parts of them were judged."""
    statements: list[records.Statement] = []
    aside: list[records.SetAside] = []
    unbound: list[records.Unbound] = []
    for draft in drafts:
        aside += _aside(draft, policy)
        for statement in draft.statements:
            if _counts(statement, policy):
                statements.append(_statement(draft, statement, policy))
            if _counts(statement, policy) or (statement.denies and statement.decided.state not in BY_DECISION):
                unbound += _unbound(draft, statement)
        unbound += _unread(draft)
    unread = any(one.kind == "not-read" for one in unbound)
    return report(name, statements, sorted(aside, key=_place), sorted(unbound, key=_place), whole and not unread)


def _place(entry: records.Place) -> tuple[str, int, int]:
    return entry.file, entry.line, entry.column


def _counts(statement: Statement, policy: GatePolicy) -> bool:
    """Whether a statement is one under a policy: it holds something to check, or is asked for all the same."""
    if statement.decided.state in BY_DECISION:
        return False
    told = statement.cites or (statement.denies and statement.answer.support == "supported")
    wrong = statement.citation.answer in ("unknown", "wrong")
    return policy.every_statement or not statement.is_prose or told or wrong


def _statement(draft: Judged, statement: Statement, policy: GatePolicy) -> records.Statement:
    place = draft.draft.manuscript.places.of(statement.passage.start, statement.passage.end)
    support, citation, sign_off = statement.answer.support, statement.citation.answer, statement.signed.answer
    decided = statement.decided.state == "checked"
    return records.Statement(
        **dict(place),
        support=support,
        citation=citation,
        sign_off=sign_off,
        outcome=outcome(policy, support, citation, None if statement.is_prose else sign_off, decided),
        why=_why(statement),
        evidence=tuple(_evidence(draft, statement)),
    )


def _why(statement: Statement) -> str:
    """What is to be said of a statement: of its support, its citation, its sign-off, and what the writer proposes."""
    proposal = statement.proposal
    told = f"The draft proposes to set this aside{f': {proposal.why}' if proposal.why else ''}." if proposal else ""
    rests = ""
    if statement.answer.support == "supported" and not statement.answer.why:
        rests = _rests(statement.answers.values())
    parts = (statement.answer.why, rests, statement.citation.why, statement.signed.why, told)
    return " ".join(dict.fromkeys(part for part in parts if part))


def _rests(answers: Iterable[Answer]) -> str:
    return next((answer.why for answer in answers if answer.why), "")


def _evidence(draft: Judged, statement: Statement) -> Iterable[Evidence]:
    for held in statement.answer.held:
        if held.study is draft.draft.study:
            continue
        item = evidence_at(held.study, held.start, held.end, value=held.value)
        yield item.but(side=held.side, claim=held.claim.id if held.claim is not None else None)


def _aside(draft: Judged, policy: GatePolicy) -> Iterable[records.SetAside]:
    places = draft.draft.manuscript.places
    for one in draft.inventory.aside:
        yield records.SetAside(**dict(places.of(one.start, one.end)), rule=one.rule, why=one.why)
    for statement in draft.statements:
        if _counts(statement, policy):
            continue
        decided = statement.decided.state in BY_DECISION
        rule, why = (statement.decided.state, statement.decided.says) if decided else NOTHING
        passage = statement.passage
        yield records.SetAside(**dict(places.of(passage.start, passage.end)), rule=rule, why=why)


def _unbound(draft: Judged, statement: Statement) -> Iterable[records.Unbound]:
    if statement.decided.state == "checked":
        return
    for thing, answer in statement.answers.items():
        if answer.support in UNFOUND:
            yield records.Unbound(**dict(_of_thing(draft, thing)), kind=thing.kind, why=answer.why)
    if not statement.answers and statement.answer.support in UNFOUND:
        place = draft.draft.manuscript.places.of(statement.passage.start, statement.passage.end)
        yield records.Unbound(**dict(place), kind="prose", why=statement.answer.why)


def _of_thing(draft: Judged, thing: Thing) -> records.Place:
    return draft.draft.manuscript.places.of(thing.mention.start, thing.mention.end)


def _unread(draft: Judged) -> Iterable[records.Unbound]:
    for block in draft.inventory.unread:
        place = draft.draft.manuscript.places.of(block.start, block.end)
        yield records.Unbound(**dict(place), kind="not-read", why="It is not in English, and was not checked.")
