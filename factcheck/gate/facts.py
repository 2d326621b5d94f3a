"""What is found of a draft whatever people decide, as plain values to be kept; decisions and policy come later."""

from collections.abc import Iterable, Iterator

from factcheck.checking import evidence_at
from factcheck.gate.answers import Answer
from factcheck.gate.inventory import Thing
from factcheck.gate.judging import Judged, Statement
from factcheck.gate.signing import Borne
from factcheck.records.base import Record
from factcheck.records.finding import Evidence
from factcheck.records.gate import CitationAnswer, Place, SetAside, Support, Unbound

UNFOUND = frozenset({"no-source-found", "not-checked"})


class StatementFacts(Record):
    """A statement of a draft, `text[start:end]`: support and citation, and what bears its things out.

    `things` counts what it holds to check, `rests` says on what it rests where `support_why` is empty, `proposal` what
    the writer's comment proposes.
    """

    place: Place
    start: int
    end: int
    support: Support
    support_why: str
    rests: str
    citation: CitationAnswer
    citation_why: str
    proposal: str
    things: int
    cites: bool
    denies: bool
    evidence: tuple[Evidence, ...]
    borne: tuple[Borne, ...]
    unbound: tuple[Unbound, ...]


class DraftFacts(Record):
    """A draft: its statements, what is set aside by rules, what was not read."""

    statements: tuple[StatementFacts, ...]
    set_aside: tuple[SetAside, ...]
    unread: tuple[Unbound, ...]


def facts_of(judged: Judged) -> DraftFacts:
    """What was found of a draft."""
    place = judged.draft.manuscript.places.of
    aside = (SetAside(**dict(place(one.start, one.end)), rule=one.rule, why=one.why) for one in judged.inventory.aside)
    unread = (
        Unbound(**dict(place(one.start, one.end)), kind="not-read", why="It is not in English, and was not checked.")
        for one in judged.inventory.unread
    )
    statements = (_facts(judged, statement) for statement in judged.statements)
    return DraftFacts(statements=tuple(statements), set_aside=tuple(aside), unread=tuple(unread))


def _facts(judged: Judged, statement: Statement) -> StatementFacts:
    proposal, passage = statement.proposal, statement.passage
    told = f"The draft proposes to set this aside{f': {proposal.why}' if proposal.why else ''}." if proposal else ""
    return StatementFacts(
        place=judged.draft.manuscript.places.of(passage.start, passage.end),
        start=passage.start,
        end=passage.end,
        support=statement.answer.support,
        support_why=statement.answer.why,
        rests=_rests(statement.answers.values()),
        citation=statement.citation.answer,
        citation_why=statement.citation.why,
        proposal=told,
        things=len(statement.answers),
        cites=statement.cites,
        denies=statement.denies,
        evidence=tuple(_evidence(judged, statement)),
        borne=statement.borne,
        unbound=tuple(_unbound(judged, statement)),
    )


def _rests(answers: Iterable[Answer]) -> str:
    return next((answer.why for answer in answers if answer.why), "")


def _evidence(draft: Judged, statement: Statement) -> Iterator[Evidence]:
    for held in statement.answer.held:
        if held.study is draft.draft.study:
            continue
        item = evidence_at(held.study, held.start, held.end, value=held.value)
        yield item.but(side=held.side, claim=held.claim.id if held.claim is not None else None)


def _unbound(draft: Judged, statement: Statement) -> Iterator[Unbound]:
    for thing, answer in statement.answers.items():
        if answer.support in UNFOUND:
            yield Unbound(**dict(_of_thing(draft, thing)), kind=thing.kind, why=answer.why)
    if not statement.answers and statement.answer.support in UNFOUND:
        place = draft.draft.manuscript.places.of(statement.passage.start, statement.passage.end)
        yield Unbound(**dict(place), kind="prose", why=statement.answer.why)


def _of_thing(draft: Judged, thing: Thing) -> Place:
    return draft.draft.manuscript.places.of(thing.mention.start, thing.mention.end)
