"""Two sources say of two people or bodies that they did one deed.

Flags what is done once to one thing or person and by somebody (a theft is discovered, a picture taken, a house
designed, somebody killed) where documents of one story name two persons or two bodies for it, or tell who it was by
two nouns that are hardly for one person (soldiers and bandits, a cleaner and a night guard). It is silent where one of
them is told by a word that fits both (a man, a resident, a witness), where one names and the other only describes,
where the thing is not surely the same, and where the times lie apart.

What settles it: ask each source how it knows who it was.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Set
from functools import lru_cache, partial
from typing import NamedTuple

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.people import names_in, one_speaker
from factcheck.contexts.things import any_akin
from factcheck.contraries.deeds import DONE_BY, Done, done_by_two, may_be_one
from factcheck.contraries.stances import STANCES, Stance, stances
from factcheck.identity import country_of, same_name
from factcheck.language.concepts import GENERIC_PEOPLE
from factcheck.language.doers import DEED_VERBS, DEEDS, OF_OBJECTS, are_two, role_of
from factcheck.language.nouns import singular
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import EventMention
from factcheck.records.timespan import length_in_days, relate
from factcheck.statements.telling import Rarity, Words
from factcheck.stories import STORY

NEEDED = 1.4
"""Points from which two deeds are taken for one."""
NAMED, OF_A_KIND, SAME_DAY, WORD = 1.0, 0.7, 0.5, 0.4
"""What they were done to, by a name or a noun; one day; each rare word that both sentences have."""
HELD = 256
"""Documents whose deeds are held in memory."""
_PEOPLE = GENERIC_PEOPLE | frozenset("victim casualty passenger protester boy girl child".split())
_GROUPS = frozenset(
    "government ministry army police parliament council court authority authorities state city county".split()
)
_ONE_OF_MANY = re.compile(r"\b(?:an?|another|some|several|many|other) (?:[a-z-]+ )?$", re.IGNORECASE)
"""What stands before a noun that tells of one of its kind, and not of the one."""


class Doer(NamedTuple):
    """Who did it: a person's or a body's name, or the noun by which somebody is told."""

    kind: str
    said: str


Deed = tuple[str, Stance, Doer]
Place = tuple[str, int]
"""A document, and where a sentence of it begins."""


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The deeds that have two doers, each once."""
    known = {source: set(study.gathered(DONE)) for source, study in archive.studies.items()}
    done = lru_cache(maxsize=HELD)(lambda source: _Done(archive.studies[source]))
    rarity, told = Rarity(lambda source: done(source).words), set[frozenset[Place]]()
    for source, kin in archive.related.kin.items():
        for other in sorted(kin):
            if source < other and archive.asks(source, other) and not known[source].isdisjoint(known[other]):
                make = partial(_two_doers, done, source, other, archive.related.between(source, other), rarity)
                for one, two in archive.between("doer", source, other, make):
                    ours, theirs = done(source).deeds[one], done(other).deeds[two]
                    told.add(frozenset((_place(ours), _place(theirs))))
                    yield _finding(ours, theirs)
    yield from _of_two_people(archive, told)


def _place(deed: Deed) -> Place:
    return deed[1].statement.source, deed[1].statement.sentence


def _of_two_people(archive: Archive, told: Set[frozenset[Place]]) -> Iterator[Finding]:
    """The deeds that are told of two people by whatever words, each once."""
    deeds = {source: {item[0] for item in study.gathered(DONE_BY)} for source, study in archive.studies.items()}
    for source, other in archive.related.twos():
        if archive.asks(source, other) and may_be_one(deeds[source], deeds[other]):
            ours, theirs = archive.studies[source], archive.studies[other]
            for one, two in done_by_two(ours, theirs):
                if frozenset(((source, one.start), (other, two.start))) not in told:
                    yield _told_of_two(ours, one, theirs, two)


class _Done:
    """What a document says was done."""

    def __init__(self, study: Study) -> None:
        self.deeds = tuple(_deeds(study))
        self.words = Words(item.statement for _, item, _ in self.deeds)


def _two_doers(
    done: Callable[[str], _Done], first: str, second: str, story: float, rarity: Rarity
) -> list[tuple[int, int]]:
    """The numbers of what two documents say was done by two, of each deed the first."""
    if story < STORY / 2:
        return []
    by_deed: dict[str, list[tuple[int, Deed]]] = defaultdict(list)
    for number, item in enumerate(done(second).deeds):
        by_deed[item[0]].append((number, item))
    found: dict[str, tuple[int, int]] = {}
    for place, one in enumerate(done(first).deeds):
        there = by_deed[one[0]]
        if one[0] in found or any(_may_be_one_doer(one, two) and _points(one[1], two[1], rarity) for _, two in there):
            continue
        for number, two in there:
            if _are_two_doers(one, two) and _points(one[1], two[1], rarity) >= NEEDED:
                found[one[0]] = place, number
                break
    return list(found.values())


def _deeds(study: Study) -> Iterator[Deed]:
    """What a document says was done, once for each happening, with who did it."""
    types = {name.entity: name.type for name in names_in(study)}
    seen: set[int] = set()
    for item in stances(study):
        event = item.event
        deed = _deed_of(event)
        if not deed or event.negated or event.start in seen or len(event.agent) != 1 or not item.point.holds:
            continue
        if _is_one_of_many(study, event):
            continue
        seen.add(event.start)
        said = event.agent[0]
        kind = types.get(said)
        yield deed, item, Doer(kind if kind in ("person", "organisation", "place") else "role", said)


def _is_one_of_many(study: Study, event: EventMention) -> bool:
    """Whether the thing is told as one of its kind, and not as the one: "a letter"."""
    clause = study.document.text[event.start : event.end]
    return any(_ONE_OF_MANY.search(clause[: clause.find(phrase)]) for phrase in event.recipient if phrase in clause)


def _deed_of(event: EventMention) -> str:
    if event.verb in OF_OBJECTS:
        nouns = {singular(word) for phrase in event.recipient for word in phrase.lower().split()}
        return event.verb if nouns & OF_OBJECTS[event.verb] else ""
    if not event.recipient or event.status in ("planned", "cancelled", "refused"):
        return ""
    return event.concept if event.concept in DEEDS else event.verb if event.verb in DEED_VERBS else ""


DONE = Gathering("deeds", lambda study: sorted({deed for deed, _, _ in _deeds(study)}))


def _are_two_doers(one: Deed, other: Deed) -> bool:
    ours, theirs = one[2], other[2]
    if ours.kind == theirs.kind == "person":
        return one_speaker(one[1].statement.study, ours.said, other[1].statement.study, theirs.said) is False
    if ours.kind == theirs.kind == "organisation":
        words = [set(doer.said.lower().split()) for doer in (ours, theirs)]
        general = any(_GROUPS & own for own in words) or country_of(ours.said) or country_of(theirs.said)
        return not general and not words[0] & words[1] and same_name(ours.said, theirs.said) == "different"
    if ours.kind == theirs.kind == "role":
        first, second = role_of(ours.said), role_of(theirs.said)
        within = first in theirs.said.lower().split() or second in ours.said.lower().split()
        return not within and are_two(first, second)
    return False


def _may_be_one_doer(one: Deed, other: Deed) -> bool:
    """Whether both name one and the same doer."""
    return one[2].kind == other[2].kind and (
        one[2].said == other[2].said or role_of(one[2].said) == role_of(other[2].said) != ""
    )


def _points(one: Stance, other: Stance, rarity: Rarity) -> float:
    """How much speaks for two deeds being one; 0 where they are done to two things or at two times."""
    ours, theirs = one.statement.spans, other.statement.spans
    if ours and theirs and all(relate(a, b) == "disjoint" for a in ours for b in theirs):
        return 0.0
    if one.order != other.order or one.statement.source == other.statement.source:
        return 0.0
    thing = _one_thing(one, other)
    if not thing:
        return 0.0
    sources = one.statement.source, other.statement.source
    told = {*one.point.words, *other.point.words, *one.parts, *other.parts}
    beside = (_around(one) & _around(other)) - told
    day = any(length_in_days(a) <= 1 and relate(a, b) not in ("disjoint", "unknown") for a in ours for b in theirs)
    return thing + SAME_DAY * day + min(1.0, sum(WORD * rarity.of(word, *sources) for word in sorted(beside)))


def _around(item: Stance) -> frozenset[str]:
    return item.statement.words | item.context


def _one_thing(one: Stance, other: Stance) -> float:
    """Points for the thing that a deed is done to; people are known by all else that is told."""
    (ours, common), (theirs, others) = one.undergoing, other.undergoing
    common, others = common - _PEOPLE, others - _PEOPLE
    if ours and theirs:
        return NAMED if ours & theirs else 0.0
    if not (common or others or ours or theirs):
        return OF_A_KIND if one.event.concept == "death" else 0.0
    left, right = common - others, others - common
    if not (common & others or any_akin(common, others)) or (left and right and not any_akin(left, right)):
        return 0.0
    return OF_A_KIND


def _finding(one: Deed, other: Deed) -> Finding:
    deed = one[0]
    ours, theirs = one[1].statement, other[1].statement
    said, there = one[2].said, other[2].said
    thing = " ".join(one[1].event.recipient[0].split()) if one[1].event.recipient else deed
    return finding(
        CHECK,
        fact=(deed, ours.source, theirs.source, said, there),
        verdict="possible-conflict",
        message=f"{said} did it for {ours.source}, {there} for {theirs.source} ({deed}: {thing}).",
        sides=[
            [evidence_at(item.statement.study, item.event.start, item.event.end, value=doer.said)]
            for _, item, doer in (one, other)
        ],
        steps=(Step(code="two-doers", text=f"{ours.source} says {said}, {theirs.source} says {there}."),),
        settle="Ask each source how it knows who it was.",
        weight=0.6,
    )


def _told_of_two(ours: Study, one: Done, theirs: Study, two: Done) -> Finding:
    source, there, said, other = ours.source.id, theirs.source.id, *(" and ".join(done.doers) for done in (one, two))
    return finding(
        CHECK,
        fact=(one.deed, source, there, said, other),
        verdict="possible-conflict",
        message=f"{said} did it for {source}, {other} for {there} ({one.deed}: {one.head}).",
        sides=[
            [evidence_at(study, done.start, done.end, value=value)]
            for study, done, value in ((ours, one, said), (theirs, two, other))
        ],
        steps=(Step(code="two-doers", text=f"{source} says {said}, {there} says {other}."),),
        settle="Ask each source how it knows who it was.",
        weight=0.6,
    )


CHECK = Check(
    id="doer-differs",
    kind="attribution",
    title="One deed, two who did it",
    reads=Archive,
    run=run,
    gathers=(STANCES, DONE, DONE_BY),
    examples=(
        Example(
            documents={
                "museum": "The theft in the Arlen Museum was discovered on Monday by a cleaner, the director said.",
                "paper": "A night guard discovered the theft on Monday, when he came to the Arlen Museum for his keys.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "museum": "The theft in the Arlen Museum was discovered on Monday by a cleaner, the director said.",
                "paper": "A neighbour discovered the theft on Monday, when she passed the Arlen Museum with her dog.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "The Arlen drawings were made on Monday. The new wing was designed by Ada Berg of Karrow.",
                "paper": "The Arlen drawings of Monday please Karrow. The garden was designed by Tom Lund.",
            },
            expect=None,
        ),
    ),
)
