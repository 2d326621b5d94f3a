"""What was found of a draft that was judged, gathered as facts to be kept."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple

from factcheck.digests import digest_of
from factcheck.gate.answers import UNFOUND, Answer, Held
from factcheck.gate.bearing import stated
from factcheck.gate.facts import DraftFacts, Said, StatementFacts
from factcheck.gate.inventory import Thing
from factcheck.gate.judging import Judged, Statement
from factcheck.gate.passages import Passage, passages_of
from factcheck.gate.references import References
from factcheck.gate.suggesting import suggested
from factcheck.records.finding import Evidence
from factcheck.records.gate import Place, SetAside, Unbound


def facts_of(judged: Judged, characters: str | None = None) -> DraftFacts:
    """What was found of a draft; `characters` are those of its file which a patch can change, null for none."""
    place = judged.draft.manuscript.places.of
    aside = (SetAside(**dict(place(one.start, one.end)), rule=one.rule, why=one.why) for one in judged.inventory.aside)
    unread = (
        Unbound(**dict(place(one.start, one.end)), kind="not-read", why="It is not in English, and was not checked.")
        for one in judged.inventory.unread
    )
    said = _sentences(judged.references)
    statements = (_facts(judged, one, said[one.passage.start], characters) for one in judged.statements)
    return DraftFacts(statements=tuple(statements), set_aside=tuple(aside), unread=tuple(unread))


def said_in(references: References) -> Said:
    """What a draft says, by which a later version of it is told apart."""
    text = " ".join(references.draft.text.split())
    return Said(text=text, sentences=tuple(dict.fromkeys(_sentences(references).values())))


def _sentences(references: References) -> Mapping[int, str]:
    """What each sentence of a draft says and cites, with the sentence before it, on which it may depend."""
    found: dict[int, str] = {}
    before: Passage | None = None
    for passage in passages_of(references.draft.study):
        cites = [
            (one.source, one.cite.key, one.cite.locator and astuple(one.cite.locator)) for one in references.of(passage)
        ]
        lead = before.text if before is not None and before.paragraph == passage.paragraph else ""
        found[passage.start] = digest_of(passage.text, lead, cites, sorted(references.sources_of(passage)))[:16]
        before = passage
    return found


def _facts(judged: Judged, statement: Statement, said: str, characters: str | None) -> StatementFacts:
    proposal, passage = statement.proposal, statement.passage
    told = f"The draft proposes to set this aside{f': {proposal.why}' if proposal.why else ''}." if proposal else ""
    cited = {one.source or one.cite.key or "" for one in judged.references.of(passage)}
    held = {(one.source, one.start, one.end): None for one in _held(statement)}
    return StatementFacts(
        place=judged.draft.manuscript.places.of(passage.start, passage.end),
        start=passage.start,
        end=passage.end,
        said=said,
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
        cited=tuple(sorted(cited | judged.references.sources_of(passage))),
        held=tuple(held),
        claims=tuple(sorted(_claims(statement))),
        suggested=tuple(suggested(judged, statement, characters)),
    )


def _rests(answers: Iterable[Answer]) -> str:
    return next((answer.why for answer in answers if answer.why), "")


def _evidence(draft: Judged, statement: Statement) -> Iterator[Evidence]:
    for held in statement.answer.held:
        if held.study is draft.draft.study:
            continue
        yield held.evidence.but(value=held.value, side=held.side, claim=held.claim_id)


def _held(statement: Statement) -> Iterator[Held]:
    yield from statement.answer.held
    for answer in statement.answers.values():
        yield from answer.held


def _claims(statement: Statement) -> set[str]:
    """The claims with which a statement was compared, and those that state its things at the passages it rests on."""
    found = {one.claim_id for one in _held(statement) if one.claim_id is not None}
    for thing, answer in statement.answers.items():
        found |= {id for held in answer.held for id in stated(thing, held)}
    return found


def _unbound(draft: Judged, statement: Statement) -> Iterator[Unbound]:
    for thing, answer in statement.answers.items():
        if answer.support in UNFOUND:
            yield Unbound(**dict(_of_thing(draft, thing)), kind=thing.kind, why=answer.why)
    if not statement.answers and statement.answer.support in UNFOUND:
        place = draft.draft.manuscript.places.of(statement.passage.start, statement.passage.end)
        yield Unbound(**dict(place), kind="prose", why=statement.answer.why)


def _of_thing(draft: Judged, thing: Thing) -> Place:
    return draft.draft.manuscript.places.of(thing.mention.start, thing.mention.end)
