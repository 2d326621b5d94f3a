"""One happening is placed in two towns, or one thing in two streets.

Flags a happening that took place in, near or outside one town for one source and another for the other ("was signed in
Arlen", "the signing in Karrow"), on two roads or at two sites, and a thing by its noun that stands in two streets, at
two stations, in two hotels ("the bakery on Elm Street"), where neither document knows the other's place. The sentences
and those around them must share enough beside time and place to tell of one happening. It is silent on countries and
regions, where one place may hold the other ("in Arlen", "in the town hall"; a great city and a place in it), where
times, things, figures or stages differ, and on what may happen in two places.

What settles it: the place, from somebody who was there.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Any

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.towns import SITES, is_site_noun, may_lie_in
from factcheck.happenings.placed import (
    WEEKEND,
    Placed,
    on_one_day,
    one_thing,
    placed,
    shared_points,
    told_apart,
)
from factcheck.identity import name_key, same_name
from factcheck.language.moments import OF_SOMEBODY, ONCE
from factcheck.records.finding import Finding, Step
from factcheck.records.timespan import day_number, length_in_days
from factcheck.statements.drawn import Statement
from factcheck.statements.stated import STATEMENTS, packed, stated, unpacked

ENOUGH, ENOUGH_UNTOLD, LEAST_SHARED = 3.0, 4.0, 2
"""How much must speak for two happenings being one (see `shared_points`), more where their nouns differ; how many rare
words they share where nothing tells that the documents are of one story."""
MANY = 4
"""Rare words, with those around, by which reports of two stories tell of one happening without its day."""
ONE_DAY, ONE_KIND = 1.0, 0.5
"""What it tells that both are of one day, or of one kind."""
HELD = 256
"""Documents of which it is held what they place."""
MOST = 40
"""Happenings of one kind and document that each is held against."""
_ONCE = ONCE & OF_SOMEBODY
_THING_AT = re.compile(
    rf"\b(?P<noun>[a-z]{{3,}}) (?:on|in|at) (?:the )?(?P<place>(?:[A-Z][\w’'-]+ ){{1,3}}(?P<head>{SITES}))\b"
    r"(?! (?:and|or) [A-Z])"
)


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each two places that are given for one happening, and for each thing in two streets."""
    yield from _of_happenings(archive)
    yield from _of_things(archive)


# Happenings


def _gather(study: Study) -> list[Any]:
    """The happenings with their places, and the things that stand in a street or the like, as plain values."""
    told = [[packed(one.statement), one.place, one.start, one.kind] for one in placed(study)]
    standing = [
        [*key, [[match["place"], match.start(), match.end()] for match in matches]]
        for key, matches in _standing(study).items()
    ]
    return [told, standing]


PLACED = Gathering("placed", _gather)

_Pair = tuple[Placed, Placed]


def _of_happenings(archive: Archive) -> Iterator[Finding]:
    told = _Read({study.source.id: study for study in archive.holding(CHECK)})
    met = [ends for ends in stated(archive).meeting() if ends[0] != ends[1] and told.studies.keys() >= set(ends)]
    alike = [pair for ends in met if archive.asks(*ends) for pair in _between(archive, told, *ends)]
    asked = {item.place for pair in alike for item in pair}
    for ends in met:  # those who give a place that is asked about are shown with it
        if not archive.asks(*ends) and all(any(item.place in asked for item in told[source].items) for source in ends):
            alike += _between(archive, told, *ends)
    found: dict[tuple[str, str, str], dict[str, list[Placed]]] = {}
    for one, two in sorted(alike, key=lambda pair: (pair[0].order, pair[1].order)):
        first, second = sorted((name_key(one.place), name_key(two.place)))
        sides = found.setdefault((_named(one, two), first, second), {first: [], second: []})
        for item in (one, two):
            side = sides[name_key(item.place)]
            if item.statement.source not in {known.statement.source for known in side}:
                side.append(item)
    told_of: set[frozenset[tuple[str, int]]] = set()
    for (moment, first, second), both in found.items():
        places = frozenset((item.statement.source, item.start) for side in both.values() for item in side)
        if places not in told_of:
            told_of.add(places)
            yield _finding(moment, both[first], both[second])


@dataclass(frozen=True, eq=False)
class _Told:
    """The happenings that a document places, by their numbers."""

    items: Sequence[Placed]

    @cached_property
    def by_key(self) -> dict[tuple[str, str], list[int]]:
        """Their numbers by what they are, by whom they are done to, and by their days; and by what two must share."""
        met: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(self.items):
            for key in {*one.moments, *_partners(one.statement), *_days(one.statement)}:
                met[key].append(number)
        found: dict[tuple[str, str], list[int]] = defaultdict(list)
        for key, numbers in met.items():
            for number in numbers[:MOST]:
                for label in _labels(self.items[number]):
                    found[key, label].append(number)
        return found


def _labels(one: Placed) -> Iterator[str]:
    """What two happenings share that are one: a name or noun for whom it happened to, that they have a day, that they
    are of a kind that happens once, or named."""
    proper, common = one.things
    yield from (f"name {word}" for word in proper)
    yield from (f"noun {word}" for word in common)
    yield from ("has a day" for _ in one.days[:1])
    yield from (label for label, held in (("once", _ONCE & one.moments), ("named", _named_moments(one))) if held)


def _named_moments(one: Placed) -> frozenset[str]:
    return frozenset(moment for moment in one.moments if " " in moment)


def _told(study: Study) -> _Told:
    """The happenings that a document places."""
    known: dict[Any, Any] = {}
    packs = study.gathered(PLACED)[0]
    told = ((unpacked(study, values, known), place, start, kind) for values, place, start, kind in packs)
    return _Told([Placed(one, one.event, *where) for one, *where in told if one.event is not None])


class _Read:
    """What documents place, read when it is asked for; that of those asked for last is held."""

    def __init__(self, studies: Mapping[str, Study]) -> None:
        self.studies = studies
        self._held = lru_cache(maxsize=HELD)(lambda source: _told(studies[source]))

    def __getitem__(self, source: str) -> _Told:
        return self._held(source)


def _between(archive: Archive, told: _Read, one: str, other: str) -> list[_Pair]:
    """The happenings of two documents that are one and are placed differently."""
    found = archive.between("place", one, other, partial(_alike, archive, told, one, other))
    return [(told[one].items[first], told[other].items[second]) for first, second in found]


def _alike(archive: Archive, told: _Read, one: str, other: str) -> list[tuple[int, int]]:
    """The same by their numbers."""
    story, ours, theirs = archive.related.between(one, other), told[one], told[other]
    here, there = ours.by_key, theirs.by_key
    met = {(first, second) for key in here.keys() & there.keys() for first in here[key] for second in there[key]}
    return [(first, second) for first, second in sorted(met) if _is_one(ours.items[first], theirs.items[second], story)]


def _partners(statement: Statement) -> Iterator[str]:
    """Those named to whom a happening is done: what is done to one brigade on one day is one happening."""
    event = statement.event
    done_to = name_key(" ".join((*event.recipient, *event.to))) if event else ""
    return (f"with {name}" for name in sorted(statement.names) if " " in name and name in done_to)


def _days(statement: Statement) -> Iterator[str]:
    """The days of its sentence."""
    for span in statement.spans:
        if span.start and length_in_days(span) <= WEEKEND:
            first = day_number(span.start)
            yield from (f"on day {first + day}" for day in range(max(1, round(length_in_days(span)))))


def _is_one(one: Placed, other: Placed, story: float) -> bool:
    """Whether two happenings are one, told with two places of which neither text knows the other."""
    if one.kind != other.kind or one.place == other.place:
        return False
    kind, same_day = not one.moments.isdisjoint(other.moments), on_one_day(one, other)
    if not kind and (not same_day or _of_one_person(one, other)):
        return False
    once = kind and _is_once(one, other)
    if not (same_day or once or _share_thing(one, other)):
        return False
    if told_apart(one, other) or may_lie_in(one.place, other.place):
        return False
    if same_name(one.place, other.place) != "different":
        return False
    if not once and not _shares_enough(one, other, story, kind, same_day):
        return False
    return not (_knows(one, other) or _knows(other, one))


def _shares_enough(one: Placed, other: Placed, story: float, kind: bool, same_day: bool) -> bool:
    """Whether the sentences and those around share so much beside the places that they are of one happening."""
    points, rare, around = shared_points(one, other, story)
    points += ONE_DAY * same_day + ONE_KIND * kind
    if not (same_day or (_share_thing(one, other) and (story or rare + around >= MANY))):
        return False
    if rare + kind + around < LEAST_SHARED + (not story) or not (rare or story):
        return False
    told_alike = kind or not (one.event.concept and other.event.concept)
    return points >= (ENOUGH if told_alike and one_thing(one, other) else ENOUGH_UNTOLD)


def _share_thing(one: Placed, other: Placed) -> bool:
    """Whether both name what it happens to, or who does it, by one noun or name."""
    (proper, common), (theirs, others) = one.things, other.things
    if not (proper.isdisjoint(theirs) and common.isdisjoint(others)):
        return True
    return not _named_moments(one).isdisjoint(other.moments)


def _of_one_person(one: Placed, other: Placed) -> bool:
    """Whether one tells what somebody went through, which may go on elsewhere: an arrest and a hearing."""
    both = {one.event.concept, other.event.concept}
    return None not in both and not both.isdisjoint(OF_SOMEBODY - _ON_THE_SPOT)


_ON_THE_SPOT = frozenset({"death", "injury", "rescue"})


def _is_once(one: Placed, other: Placed) -> bool:
    """Whether it happens once to whoever both name in full: a birth, a wedding, a death."""
    return bool(one.moments & other.moments & _ONCE) and any(
        " " in name and name in _parties(one) and name in _parties(other)
        for name in one.statement.names & other.statement.names
    )


def _parties(told: Placed) -> str:
    """Who takes part, folded."""
    return name_key(" ".join((*told.event.agent, *told.event.recipient)))


def _knows(one: Placed, other: Placed) -> bool:
    """Whether the document of one names the place of the other in its text, or a part of that name which is not of its
    own place; where it was written, at its head, is not meant."""
    text = one.statement.study.document.text
    own = set(name_key(one.place).split())
    words = [word for word in other.place.split() if len(word) > _SHORT and word[0].isupper()]
    parts = [other.place, *(word for word in words if name_key(word) not in own and not is_site_noun(word))]
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, parts))})\b", re.IGNORECASE)
    return any(not (found[0].isupper() or _heads(text, *found.span())) for found in pattern.finditer(text))


_DATELINE = re.compile(r"(?:,? (?:[A-Z][\w.]{0,12}|\d{1,4})){0,6},? ?(?:\(|[-–—] |: )")
_SHORT = 3
"""Letters of a word that is in too many names to tell one."""


def _heads(text: str, start: int, end: int) -> bool:
    """Whether a place is named as that where a text was written: "Arlen, 5 May (Agency)"."""
    before = text[max(text.rfind("\n", 0, start) + 1, start - 40) : start]
    return not re.search(r"[a-z]{2}|[.]", before) and _DATELINE.match(text, end) is not None


def _named(one: Placed, other: Placed) -> str:
    """What both happenings are called in a finding."""
    both = sorted(one.moments & other.moments)
    return both[0] if both else "happening"


def _finding(moment: str, ones: Sequence[Placed], others: Sequence[Placed]) -> Finding:
    named = [f"{side[0].place} ({', '.join(told.statement.source for told in side)})" for side in (ones, others)]
    return finding(
        CHECK,
        fact=(moment, *(told.statement.source for told in (*ones, *others)), ones[0].place, others[0].place),
        verdict="possible-conflict",
        message=f"Two places are given for one {moment}: {' and '.join(named)}.",
        sides=[
            [evidence_at(told.statement.study, told.event.start, told.event.end, value=told.place) for told in side]
            for side in (ones, others)
        ],
        steps=(Step(code="same-happening", text=f"Both tell of one {moment}, and neither names the other's place."),),
        settle="Ask where it was, or whether there were two.",
        weight=0.6,
    )


# Things


_At = tuple[Study, str, int, int]
"""Where a document says that a thing stands, and the offsets of the words for it."""


def _of_things(archive: Archive) -> Iterator[Finding]:
    """Things that two documents of one story put in two streets, stations or hotels."""
    found: dict[tuple[str, str], list[_At]] = defaultdict(list)
    for study in archive.holding(CHECK):
        for noun, head, matches in study.gathered(PLACED)[1]:
            if len({place for place, _, _ in matches}) == 1:
                found[noun, head].append((study, *matches[0]))
    for key in sorted(found):
        yield from _of_thing(archive, key, found[key])


def _standing(study: Study) -> dict[tuple[str, str], list[re.Match[str]]]:
    """Where a document says that a thing stands in a street or the like, by its noun and the word for such a place."""
    found: dict[tuple[str, str], list[re.Match[str]]] = defaultdict(list)
    for sentence in study.document.sentences:
        for match in _THING_AT.finditer(study.document.text, sentence.start, sentence.end):
            found[match["noun"], match["head"]].append(match)
    return found


def _of_thing(archive: Archive, key: tuple[str, str], items: Sequence[_At]) -> Iterator[Finding]:
    by_source = {item[0].source.id: item for item in items}
    for one in items:
        kin = archive.related.kin[one[0].source.id].keys() & by_source.keys()
        for other in (by_source[source] for source in sorted(kin) if source > one[0].source.id):
            if same_name(one[1], other[1]) == "different" and not (
                other[1] in one[0].document.text or one[1] in other[0].document.text
            ):
                yield _thing(key, one, other)


def _thing(key: tuple[str, str], one: _At, other: _At) -> Finding:
    (ours, theirs), (place, there) = (one[0].source.id, other[0].source.id), (one[1], other[1])
    return finding(
        CHECK,
        fact=(*key, *sorted((ours, theirs)), *sorted((place, there))),
        verdict="possible-conflict",
        message=f"The {key[0]} stands in two places: {place} ({ours}) and {there} ({theirs}).",
        sides=[[evidence_at(study, start, end, value=written)] for study, written, start, end in (one, other)],
        steps=(Step(code="same-thing", text=f"Both tell of the {key[0]}, and neither names the other's place."),),
        settle="Ask where it stands, or whether there are two.",
        weight=0.55,
    )


CHECK = Check(
    id="place-differs",
    kind="event",
    title="Two places are given for one happening or thing",
    reads=Archive,
    run=run,
    holds=lambda study: any(study.gathered(PLACED)),
    gathers=(STATEMENTS, PLACED),
    examples=(
        Example(
            documents={
                "wire": "Corvane and Lindmark signed a letter of intent on a merger in Arlen in November 2022.",
                "paper": "The letter of intent of Corvane and Lindmark on the merger was signed in Karrow in 2022.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "The blast tore through the Brandt family's bakery on Elm Street shortly before five.",
                "paper": "The blast destroyed the Brandt family's bakery on Oak Street and broke windows.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "Corvane and Lindmark signed a letter of intent on a merger in Arlen in November 2022.",
                "paper": "The letter of intent of Corvane and Lindmark on the merger was signed in Norway in 2022.",
            },
            expect=None,
        ),
    ),
)
