"""Where claims meet: by what they must have in common, and by a name, or by documents that tell one story.

A key is made of one claim alone, of what is measured or what happens, never of its value or period. Two claims that
share a key meet where their sentences or documents share a name, or where their documents tell one story; and only if
they are of parts of the group that can be compared, and of times that meet. Where very many claims share a name, each
meets only those of its time next to it in the orders of value and of time, so that work does not grow with their
square.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, TypeVar

from factcheck import blocks
from factcheck.blocks import Block, Ground
from factcheck.records.claim import Claim
from factcheck.rows import OPEN_END, OPEN_START, Row

T = TypeVar("T")

Part = Any
"""A part of a group, a value that can be looked up: what claims must have in common to be compared."""


@dataclass(frozen=True)
class FactGroup:
    """Claims that share a key, in order of source and place."""

    key: str
    claims: tuple[Claim, ...]


def grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The rows by key, in order of source and place; a row with several keys stands in several groups."""
    groups: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row.place):
        for key in row.keys:
            groups.setdefault(key, []).append(row)
    return dict(sorted(groups.items()))


def everywhere(row: Row) -> tuple[Collection[Part], Collection[Part]]:
    """For groups without parts: every row stands in one and the same, and looks into it."""
    return _ALL, _ALL


def period(row: Row) -> tuple[str, str]:
    """The period of a row, without limits where none is known."""
    return (OPEN_START, OPEN_END) if row.first is None or row.last is None else (row.first, row.last)


def anytime(row: Row) -> tuple[str, str]:
    """For what may be of one fact whatever its periods are."""
    return OPEN_START, OPEN_END


_ALL = ("",)


@dataclass(frozen=True)
class Meeting:
    """How the rows of a family of keys meet.

    `orders` sort what is too large to meet whole, so that those that may be compared lie near each other. `parts`
    gives the parts that a row stands in, and those in which it looks for others: two meet where one looks into a part
    in which the other stands, and they share a key. `span` is the time that two must share, from first to last.
    """

    orders: Sequence[Callable[[Row], Any]]
    parts: Callable[[Row], tuple[Collection[Part], Collection[Part]]] = everywhere
    span: Callable[[Row], tuple[Any, Any]] = period


Two = tuple[int, int]
"""Two rows by their numbers in their documents, the earlier first."""

Near = Mapping[str, Set[str]]
"""By document those that may tell of its story, so that all that could meet does, whatever names it holds."""


class Standing:
    """The rows of a document that take part, by their numbers there: in which parts they stand, and look."""

    def __init__(self, rows: Mapping[int, Row], how: Meeting) -> None:
        self.rows, self.how = rows, how
        self.spans = {number: how.span(row) for number, row in rows.items()}
        self.stands: dict[Part, list[int]] = {}
        self.seeks: dict[Part, list[int]] = {}
        for number, row in rows.items():
            stands, seeks = how.parts(row)
            for part in dict.fromkeys(stands):
                self.stands.setdefault(part, []).append(number)
            for part in dict.fromkeys(seeks):
                self.seeks.setdefault(part, []).append(number)


def of_two(one: Standing, other: Standing) -> set[Two]:
    """The rows of two documents, or of one, that meet since it is these two: no other row has a say in it."""
    if one is other:
        rows = one.rows
        return {min(two, two[::-1], key=lambda two: (rows[two[0]].place, two)) for two in _seen(one, one, {})}
    crowds: dict[Part, _Crowd] = {}
    return {*_seen(one, other, crowds), *((first, second) for second, first in _seen(other, one, crowds))}


def _seen(ours: Standing, theirs: Standing, crowds: "dict[Part, _Crowd]") -> Iterator[Two]:
    """The rows of one document, with those of the other that meet them where they look."""
    for part in ours.seeks.keys() & theirs.stands.keys():
        size = sum(len(side.stands.get(part, ())) for side in {id(side): side for side in (ours, theirs)}.values())
        if size > blocks.WINDOW and part not in crowds:
            crowds[part] = _Crowd(part, ours, theirs)
        crowd = crowds.get(part)
        for number in ours.seeks[part]:
            others = theirs.stands[part] if crowd is None else crowd.around(ours, number, theirs)
            for met in _met(ours, number, theirs, others):
                yield number, met


def _met(ours: Standing, number: int, theirs: Standing, others: Iterable[int]) -> Iterator[int]:
    """Those of others whose time meets that of a row, and which share a key with it."""
    first, last = own = ours.spans[number]
    row, spans, rows = ours.rows[number], theirs.spans, theirs.rows
    keys = row.keys
    for other in others:
        begin, end = spans[other]
        if (begin < last and first < end) or spans[other] == own:
            there = rows[other]
            if there is not row and (there.keys == keys or not set(keys).isdisjoint(there.keys)):
                yield other


class _Crowd:
    """The rows of two documents, or of one, in a part that is too large to meet whole: each sees those next to it, also
    among those that share a name with it."""

    def __init__(self, part: Part, one: Standing, other: Standing) -> None:
        sides = (one,) if one is other else (one, other)
        held = [(side, number) for side in sides for number in _in_part(side, part)]
        self._places = {(id(side), number): place for place, (side, number) in enumerate(held)}
        self._held, rows = held, [side.rows[number] for side, number in held]
        self._ground = Ground(rows, one.how.orders, [side.spans[number] for side, number in held])
        members = [self._places[id(side), number] for side in sides for number in side.stands.get(part, ())]
        self._all = Block(self._ground, members)
        self._marks = [row.marks for row in rows]
        self._named = {mark: Block(self._ground, own) for mark, own in _listed(members, self._marks).items()}

    def around(self, ours: Standing, number: int, theirs: Standing) -> Set[int]:
        """The rows of a document that the row with this number of the other one sees."""
        place = self._places[id(ours), number]
        named = (self._named[mark] for mark in self._marks[place] if mark in self._named)
        seen = {other for block in (self._all, *named) for other in block.around(place)}
        return {number for side, number in map(self._held.__getitem__, seen) if side is theirs}


def _in_part(side: Standing, part: Part) -> Iterable[int]:
    """Those that stand in a part, and those that look there."""
    return dict.fromkeys((*side.stands.get(part, ()), *side.seeks.get(part, ())))


def shared_names(names: Mapping[str, Iterable[str]], near: Near) -> set[str]:
    """Of the names that each document holds, those that two hold which are not near each other."""
    held: dict[str, set[str]] = {}
    for source, own in names.items():
        for name in own:
            held.setdefault(name, set()).add(source)
    return {
        name
        for name, sources in held.items()
        if any(not sources <= {source, *near.get(source, ())} for source in sources)
    }


def by_name(standings: Mapping[str, Standing], near: Near, names: Set[str]) -> dict[str, dict[str, set[Two]]]:
    """The rows that meet by one of some names alone, by their documents, which are not near each other: the earlier one
    first."""
    held = [(source, number) for source in sorted(standings) for number in standings[source].rows]
    found: dict[str, dict[str, set[Two]]] = {}
    if not held:
        return found
    rows = [standings[source].rows[number] for source, number in held]
    marks = [[mark for mark in row.marks if mark in names] for row in rows]
    how = standings[held[0][0]].how
    ground = Ground(rows, how.orders, [standings[source].spans[number] for source, number in held])
    stands, seeks = _placed(held, standings)
    for part, standing in stands.items():
        there = _listed(standing, marks)
        for mark, seekers in _listed(seeks.get(part, ()), marks).items():
            block = Block(ground, there.get(mark, []))
            for place in seekers:
                source, number = held[place]
                strange = _strange(source, block.around(place), held, near)
                for other, numbers in strange.items():
                    for met in _met(standings[source], number, standings[other], numbers):
                        (one, first), (two, second) = sorted(((source, number), (other, met)))
                        found.setdefault(one, {}).setdefault(two, set()).add((first, second))
    return found


def _placed(
    held: Sequence[tuple[str, int]], standings: Mapping[str, Standing]
) -> tuple[dict[Part, list[int]], dict[Part, list[int]]]:
    """The places of rows by the parts in which they stand, and by those into which they look."""
    places = {entry: place for place, entry in enumerate(held)}
    stands, seeks = defaultdict[Part, list[int]](list), defaultdict[Part, list[int]](list)
    for source, standing in standings.items():
        for own, every in ((standing.stands, stands), (standing.seeks, seeks)):
            for part, numbers in own.items():
                every[part] += [places[source, number] for number in numbers]
    return stands, seeks


def _strange(source: str, seen: Iterable[int], held: Sequence[tuple[str, int]], near: Near) -> dict[str, list[int]]:
    """Those of the rows seen that are of documents not near a document, by these."""
    found: dict[str, list[int]] = {}
    own = near.get(source, ())
    for place in seen:
        other, number = held[place]
        if other != source and other not in own:
            found.setdefault(other, []).append(number)
    return found


def _listed(numbers: Iterable[int], things: Sequence[Iterable[T]]) -> dict[T, list[int]]:
    """Numbers by the things that are listed under them."""
    found = defaultdict[T, list[int]](list)
    for number in numbers:
        for thing in things[number]:
            found[thing].append(number)
    return found
