"""Where claims meet: in a group by their key, and inside it by a name, or by documents that tell one story.

A key is made of one claim alone, of what is measured or what happens, never of its value or period. Two claims of a
group meet where their sentences or documents share a name, or where their documents tell one story; and only if they
are of parts of the group that can be compared, and of times that meet. Where very many claims share a name, each meets
only those of its time next to it in the orders of value and of time, so that work does not grow with their square.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Any, TypeVar

from factcheck.records.claim import Claim
from factcheck.records.timespan import day_number
from factcheck.rows import OPEN_END, OPEN_START, Row

WINDOW = 32
"""How many claims on either side, in each order, one meets in a block that is too large to meet whole."""

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


class Hall:
    """The rows of a group, by their numbers, in blocks by name and by document, for each part.

    Of each part a row meets at most `WINDOW` rows on either side in each order, block (a document, a name) and time.
    """

    def __init__(self, rows: Sequence[Row], how: Meeting) -> None:
        self._rows, self.spans = rows, [how.span(row) for row in rows]
        self._ground = ground = _Ground(rows, how.orders, self.spans)
        self._stands, self._seeks = list[frozenset[Part]](), list[frozenset[Part]]()
        self._blocks = defaultdict[Part, _Blocks](lambda: _Blocks(ground))
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
        joined: dict[Part, _Block] = {}
        for source, there in {(one, other), (other, one)}:
            for number in self._members.get(source, ()):
                for part in self._seeks[number] if within is None else self._seeks[number] & within:
                    sources: dict[str, _Block] = self._blocks.get(part, {})
                    if there not in sources:
                        continue
                    own, block = sources.get(source), sources[there]
                    if own is None or own is block or len(own.members) + len(block.members) <= WINDOW:
                        self._meet(number, block.around(number), found)
                        continue
                    if part not in joined:  # large ones together, so that either sees the other
                        joined[part] = _Block(self._ground, [*own.members, *block.members])
                    near = joined[part].around(number)
                    self._meet(number, (one for one in near if self._rows[one].source == there), found)
        return found

    def stands(self, number: int) -> Iterable[Part]:
        """The parts in which a row stands."""
        return self._stands[number]

    def seeks(self, number: int) -> Iterable[Part]:
        """The parts into which a row looks, of those in which any stands."""
        return filter(self._blocks.__contains__, self._seeks[number])

    def by_name(self) -> set[Two]:
        """The rows that meet by a name, whatever documents they are of."""
        found: set[Two] = set()
        every, marks = range(len(self._rows)), [row.marks for row in self._rows]
        seeking = _listed(every, self._seeks)
        for part, standing in _listed(every, self._stands).items():
            there = _listed(standing, marks)
            for mark, seekers in _listed(seeking.get(part, ()), marks).items():
                members = there.get(mark, [])
                if seekers == members and len(members) <= WINDOW:  # each two see each other
                    for at, number in enumerate(members[:-1], start=1):
                        self._meet(number, members[at:], found)
                else:
                    block = _Block(self._ground, members)
                    for number in seekers:
                        self._meet(number, block.around(number), found)
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


def _listed(numbers: Iterable[int], things: Sequence[Iterable[T]]) -> dict[T, list[int]]:
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
        large = {room for room in full if sum(len(side.stands.get(room, ())) for side in sides) > WINDOW}
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

    def by_name(self) -> dict[str, dict[str, set[Two]]]:
        """The rows that meet by a name, by the documents that they are of: the earlier one first."""
        found: dict[str, dict[str, set[Two]]] = {}
        for key, hall in self._halls.items():
            for (one, other), two in self._numbered(key, hall.by_name()):
                found.setdefault(one, {}).setdefault(other, set()).add(two)
        return found

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
        return frozenset(room for room, rows in self.stands.items() if len(rows) > WINDOW // 2)


Cell = tuple[str, int]
"""A stretch of time, or all: which rows stand there, and which stretch."""

SHORT, LONG = 64, 1024
"""Days of the stretches in which rows of short periods meet, and those of longer ones."""


class _Ground:
    """What the blocks of a group have in common: its rows, their orders, and the stretches of time that they are of.

    A row stands in cells and sees cells, so that two whose times meet see each other, and few others. Short periods
    stand in short stretches, longer ones in long ones; what is without limits sees all.
    """

    def __init__(
        self, rows: Sequence[Row], orders: Sequence[Callable[[Row], Any]], spans: Sequence[tuple[Any, Any]]
    ) -> None:
        self.keys: list[Callable[[int], tuple[Any, int]]] = [
            lambda one, order=order: (order(rows[one]), one)  # type: ignore[misc]
            for order in orders
        ]
        self._spans = spans
        self.known: dict[int, tuple[list[Cell], list[Cell]]] = {}

    def cells(self, number: int) -> tuple[list[Cell], list[Cell]]:
        """The cells in which a row stands, and those that it sees."""
        found = self.known.get(number)
        if found is None:
            found = self.known[number] = _cells(*map(_day, self._spans[number]))
        return found


def _cells(first: float, last: float) -> tuple[list[Cell], list[Cell]]:
    if not last - first <= LONG:
        return [_ALL_TIME, _ENDLESS], [_ALL_TIME]
    long = range(int(first // LONG), int(last // LONG) + 1)
    if last - first > SHORT:
        stands, sees = [("long", at) for at in long], [("short in", at) for at in long]
        return [_ALL_TIME, *stands], [*stands, *sees, _ENDLESS]
    stands = [("short", at) for at in range(int(first // SHORT), int(last // SHORT) + 1)]
    return [_ALL_TIME, *stands, *(("short in", at) for at in long)], [*stands, *(("long", at) for at in long), _ENDLESS]


_ALL_TIME, _ENDLESS = ("all", 0), ("endless", 0)


def _day(moment: Any) -> float:
    """The end of a period, as a number of days."""
    if isinstance(moment, str):
        return {OPEN_START: -inf, OPEN_END: inf}.get(moment) or float(day_number(moment))
    return float(moment)


class _Block:
    """Rows, by their numbers, that share something; a large one is sorted in each of the orders, cell by cell."""

    __slots__ = ("_cells", "_ground", "members")

    def __init__(self, ground: _Ground, members: list[int] | None = None) -> None:
        self._ground = ground
        self.members = [] if members is None else members
        self._cells: dict[Cell, _Ranks] | None = None

    def around(self, number: int) -> Sequence[int]:
        """The members that the row with this number sees."""
        if len(self.members) <= WINDOW:
            return self.members
        if self._cells is None:
            self._cells = {}
            for one in self.members:
                for cell in self._ground.cells(one)[0]:
                    self._cells.setdefault(cell, _Ranks(self._ground)).members.append(one)
        cells = (self._cells.get(cell) for cell in self._ground.cells(number)[1])
        return [other for cell in cells if cell is not None for other in cell.around(number)]


class _Blocks(dict[str, _Block]):
    """Blocks by what their rows share."""

    def __init__(self, ground: _Ground) -> None:
        self._ground = ground

    def __missing__(self, name: str) -> _Block:
        self[name] = made = _Block(self._ground)
        return made


class _Ranks:
    """Rows of a block and cell, in each order; one sees those next to it."""

    __slots__ = ("_ground", "_places", "_sorted", "members")

    def __init__(self, ground: _Ground) -> None:
        self._ground = ground
        self.members: list[int] = []
        self._sorted: list[list[int]] | None = None
        self._places: list[dict[int, int]] = []

    def around(self, number: int) -> Sequence[int]:
        """The members next to the row with this number, or all where they are few."""
        if len(self.members) <= WINDOW:
            return self.members
        if self._sorted is None:
            self._sorted = [sorted(self.members, key=key) for key in self._ground.keys]
            self._places = [{one: place for place, one in enumerate(ranked)} for ranked in self._sorted]
        found: list[int] = []
        for key, ranked, places in zip(self._ground.keys, self._sorted, self._places, strict=True):
            place = places.get(number)
            if place is None:
                place = bisect_left(ranked, key(number), key=key)
            found += ranked[max(place - WINDOW, 0) : place + WINDOW + 1]
        return found
