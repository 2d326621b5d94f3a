"""Where claims meet: in a group by their key, and inside it by a name, or by documents that tell one story.

A key is made of one claim alone, of what is measured or what happens, never of its value or period. Two claims of a
group meet where their sentences or documents share a name, or where their documents tell one story; and only if they
are of parts of the group that can be compared, and of times that meet. Where very many claims share a name, each meets
only those of its time next to it in the orders of value and of time, so that work does not grow with their square.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from factcheck import blocks
from factcheck.blocks import Block, Blocks, Ground
from factcheck.records.claim import Claim
from factcheck.rows import OPEN_END, OPEN_START, Row

T = TypeVar("T")

Part = Hashable
"""A part of a group: what claims must have in common to be compared, beside their key."""


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
    """How the rows of a group meet.

    `orders` sort what is too large to meet whole, so that those that may be compared lie near each other. `parts`
    gives the parts of the group that a row stands in, and those in which it looks for others: two meet where one
    looks into a part in which the other stands. `span` is the time that two must share, from first to last.
    """

    orders: Sequence[Callable[[Row], Any]]
    parts: Callable[[Row], tuple[Collection[Part], Collection[Part]]] = everywhere
    span: Callable[[Row], tuple[Any, Any]] = period


Two = tuple[int, int]
"""Two rows by their numbers, the earlier first."""

Near = Mapping[str, Set[str]]
"""By document those that may tell of its story, so that all that could meet does, whatever names it holds."""


class Hall:
    """The rows of a group, by their numbers, in blocks by name and by document, for each part.

    Of each part a row meets at most `blocks.WINDOW` rows on either side in each order, block and time.
    """

    def __init__(self, rows: Sequence[Row], how: Meeting) -> None:
        self._rows, self.spans = rows, [how.span(row) for row in rows]
        self._ground = ground = Ground(rows, how.orders, self.spans)
        self._stands, self._seeks = list[frozenset[Part]](), list[frozenset[Part]]()
        self._blocks = defaultdict[Part, Blocks](lambda: Blocks(ground))
        self._members: dict[str, list[int]] = {}
        known: dict[frozenset[Part], frozenset[Part]] = {}
        for number, row in enumerate(rows):
            stands, seeks = (known.setdefault(side, side) for side in map(frozenset, how.parts(row)))
            self._stands.append(stands)
            self._seeks.append(seeks)
            self._members.setdefault(row.source, []).append(number)
            for part in stands:
                self._blocks[part][row.source].members.append(number)

    @property
    def sources(self) -> Set[str]:
        """The documents that its rows are of."""
        return self._members.keys()

    def of_two(self, one: str, other: str, within: Set[Part] | None = None) -> set[Two]:
        """The rows of two documents, or of one, that meet since it is these two: no other row has a say in it.

        `within` gives the parts in which they meet, if not all are asked for.
        """
        found: set[Two] = set()
        joined: dict[Part, _Joined] = {}
        for source, there in {(one, other), (other, one)}:
            for number in self._members.get(source, ()):
                for part in self._seeks[number] if within is None else self._seeks[number] & within:
                    sources: dict[str, Block] = self._blocks.get(part, {})
                    if there not in sources:
                        continue
                    sides = {side: sources[side].members for side in sorted({source, there} & sources.keys())}
                    if sum(map(len, sides.values())) <= blocks.WINDOW:
                        self._meet(number, sides[there], found)
                        continue
                    if part not in joined:
                        joined[part] = _Joined(self._ground, self._rows, [one for own in sides.values() for one in own])
                    near = joined[part].around(number)
                    self._meet(number, (one for one in near if self._rows[one].source == there), found)
        return found

    def stands(self, number: int) -> Iterable[Part]:
        """The parts in which a row stands."""
        return self._stands[number]

    def seeks(self, number: int) -> Iterable[Part]:
        """The parts into which a row looks, of those in which any stands."""
        return filter(self._blocks.__contains__, self._seeks[number])

    def by_name(self, near: Near, names: Set[str]) -> set[Two]:
        """The rows that meet by one of some names alone: of documents that are not near each other."""
        found: set[Two] = set()
        marks = [[mark for mark in row.marks if mark in names] for row in self._rows]
        every = [number for number, own in enumerate(marks) if own]
        seeking = _listed(every, self._seeks)
        for part, standing in _listed(every, self._stands).items():
            there = _listed(standing, marks)
            for mark, seekers in _listed(seeking.get(part, ()), marks).items():
                block = Block(self._ground, there.get(mark, []))
                for number in seekers:
                    own = self._rows[number].source
                    beside = near.get(own, ())
                    others = ((other, self._rows[other].source) for other in block.around(number))
                    strange = [other for other, source in others if source != own and source not in beside]
                    self._meet(number, strange, found)
        self._ground.known.clear()
        return found

    def _meet(self, number: int, others: Iterable[int], found: set[Two]) -> None:
        """Put in the row with this number and each other one whose time meets its own."""
        spans = self.spans
        first, last = own = spans[number]
        for other in others:
            begin, end = spans[other]
            if ((begin < last and first < end) or spans[other] == own) and other != number:
                found.add((number, other) if number < other else (other, number))


class _Joined:
    """The rows of two documents, or of one, in a part that is too large to meet whole: each sees those next to it, also
    among those that share a name with it."""

    def __init__(self, ground: Ground, rows: Sequence[Row], members: list[int]) -> None:
        self._rows, self._all = rows, Block(ground, members)
        named = _listed(members, {number: rows[number].marks for number in members})
        self._named = {mark: Block(ground, own) for mark, own in named.items()}

    def around(self, number: int) -> Iterator[int]:
        """Those that the row with this number sees."""
        yield from self._all.around(number)
        for mark in self._rows[number].marks:
            if mark in self._named:
                yield from self._named[mark].around(number)


def _listed(numbers: Iterable[int], things: Mapping[int, Iterable[T]] | Sequence[Iterable[T]]) -> dict[T, list[int]]:
    """Numbers by the things that are listed under them."""
    found = defaultdict[T, list[int]](list)
    for number in numbers:
        for thing in things[number]:
            found[thing].append(number)
    return found


class Halls:
    """The halls of groups of one family, by their keys: which rows of two documents meet in any of them.

    Rows are told by their numbers in their documents. What two rows must share to meet, a part of a group, is a number
    here, under which each document has those that stand there and those that look there.
    """

    def __init__(
        self, groups: Mapping[str, Sequence[Row]], how: Meeting, numbers: Mapping[Row, int], family: str
    ) -> None:
        self._groups, self._rows, self._family = groups, numbers, family
        self._halls = {key: Hall(rows, how) for key, rows in groups.items() if rows}
        self._several = {row for row in numbers if sum(key.startswith(family) for key in row.keys) > 1}
        self._there: dict[str, _Standing] = {}
        rooms: dict[tuple[str, Part], int] = {}
        covering = self._covering()
        for key, hall in self._halls.items():
            for number, row in enumerate(groups[key]):
                there = self._there.setdefault(row.source, _Standing())
                entry = (*hall.spans[number], numbers[row], row)
                for parts, places in ((hall.stands(number), there.stands), (hall.seeks(number), there.seeks)):
                    for part in parts:
                        if covering[part] in (key, None):
                            places.setdefault(rooms.setdefault((key, part), len(rooms)), []).append(entry)
        self._rooms = list(rooms)
        self._covered = {number for number, (_, part) in enumerate(self._rooms) if covering[part] is not None}

    def _covering(self) -> dict[Part, str | None]:
        """For each part a group that holds all rows that stand there or look there, so that no other need be looked
        into; null where there is none."""
        found: dict[Part, frozenset[str]] = {}
        for key, hall in self._halls.items():
            for number, row in enumerate(self._groups[key]):
                for part in {*hall.stands(number), *hall.seeks(number)}:
                    found[part] = found[part].intersection(row.keys) if part in found else frozenset(row.keys)
        own = {part: sorted(key for key in keys if key in self._halls) for part, keys in found.items()}
        return {part: keys[0] if keys else None for part, keys in own.items()}

    def of_two(self, one: str, other: str) -> set[Two]:
        """The rows of two documents, or of one, that meet since it is these two: no other row has a say in it."""
        found: set[Two] = set()
        if one not in self._there or other not in self._there:
            return found
        ours, theirs = self._there[one], self._there[other]
        sides = (ours,) if ours is theirs else (ours, theirs)
        full = frozenset[int]().union(*(side.large for side in sides))
        large = {room for room in full if sum(len(side.stands.get(room, ())) for side in sides) > blocks.WINDOW}
        for room in large:
            key, part = self._rooms[room]
            met = self._halls[key].of_two(one, other, {part})
            found.update(two for _, two in self._numbered(key, met, covered=room in self._covered))
        for room in ours.seeks.keys() & theirs.stands.keys() - large:
            self._meet(room, ours.seeks[room], theirs.stands[room], found)
        for room in theirs.seeks.keys() & ours.stands.keys() - large if ours is not theirs else ():
            self._meet(room, ours.stands[room], theirs.seeks[room], found)
        return found

    def _meet(self, room: int, ours: "Sequence[_Entry]", theirs: "Sequence[_Entry]", found: set[Two]) -> None:
        """Put in those whose times meet."""
        key, covered = self._rooms[room][0], room in self._covered
        for first, last, mine, one in ours:
            for begin, end, yours, other in theirs:
                met = (begin < last and first < end) or (begin == first and end == last)
                if met and one is not other and (covered or self._counts(key, one, other)):
                    within = one.source == other.source
                    found.add((yours, mine) if within and other.place < one.place else (mine, yours))

    def by_name(self, near: Near) -> dict[str, dict[str, set[Two]]]:
        """The rows that meet by a name alone, by their documents, which are not near each other: the earlier one
        first."""
        found: dict[str, dict[str, set[Two]]] = {}
        names = self._shared(near)
        for key, hall in self._halls.items() if names else ():
            for (one, other), two in self._numbered(key, hall.by_name(near, names)):
                found.setdefault(one, {}).setdefault(other, set()).add(two)
        return found

    def _shared(self, near: Near) -> Set[str]:
        """The names in rows of two documents that are not near each other."""
        held: dict[str, set[str]] = {}
        for row in self._rows:
            for mark in row.marks:
                held.setdefault(mark, set()).add(row.source)
        return {
            mark for mark, sources in held.items() if any(sources - {one} - near.get(one, set()) for one in sources)
        }

    def _numbered(
        self, key: str, met: Iterable[Two], *, covered: bool = False
    ) -> Iterator[tuple[tuple[str, str], Two]]:
        """Rows that meet in a group, by documents and numbers there; of several groups, in the first alone, if it is
        not the only one that is looked into."""
        rows, numbers = self._groups[key], self._rows
        for first, second in met:
            one, other = rows[first], rows[second]
            if covered or self._counts(key, one, other):
                yield (one.source, other.source), (numbers[one], numbers[other])

    def _counts(self, key: str, one: Row, other: Row) -> bool:
        """Whether two rows that meet in a group are compared under its key: the first of the family that they share."""
        if one not in self._several or other not in self._several:
            return True
        return key == min(own for own in one.keys if own in other.keys and own.startswith(self._family))


_Entry = tuple[Any, Any, int, Row]
"""When a row begins and ends, its number, and the row."""


class _Standing:
    """The rows of a document by the rooms in which they stand, and by those into which they look."""

    def __init__(self) -> None:
        self.stands: dict[int, list[_Entry]] = {}
        self.seeks: dict[int, list[_Entry]] = {}

    @cached_property
    def large(self) -> frozenset[int]:
        """The rooms that together with those of another document may hold too many to meet whole."""
        return frozenset(room for room, rows in self.stands.items() if len(rows) > blocks.WINDOW // 2)
