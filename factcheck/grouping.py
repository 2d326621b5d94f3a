"""Where claims meet: in a group by their key, and inside it by a name, or by documents that tell one story.

A key is made of one claim alone, of what is measured or what happens, never of its value or period. Two claims of a
group meet where their sentences or documents share a name, or where their documents tell one story; and only if they
are of parts of the group that can be compared, and of times that meet. Where very many claims share a name, each meets
only those next to it in the order of value and in the order of time, so that work grows with the number of claims and
not with its square.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.records.claim import Claim
from factcheck.rows import OPEN_END, OPEN_START, Row

WINDOW = 32
"""How many claims on either side, in each order, one meets in a block that is too large to meet whole."""

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


def meetings(rows: Sequence[Row], kin: Mapping[str, Mapping[str, float]], how: Meeting) -> Iterator[tuple[Row, Row]]:
    """The pairs of a group that are worth a look, each once; rows in order of source and place, as they are given.

    `kin` gives the documents that tell one story. Of each part a row meets at most `WINDOW` rows on either side of it
    in each order and block; its blocks are its document, each document of its story, and each of its names.
    """
    hall = _Hall(rows, kin, how)
    spans = [how.span(row) for row in rows]
    for number, row in enumerate(rows):
        first, last = own = spans[number]
        for other in hall.around(number):
            if other <= number and (other == number or not hall.overlooks(other, number)):
                continue
            begin, end = spans[other]
            if (end <= first or last <= begin) and spans[other] != own:
                continue
            yield (row, rows[other]) if other > number else (rows[other], row)


class _Hall:
    """The rows of a group, by their numbers, in blocks by name and by document, for each part."""

    def __init__(self, rows: Sequence[Row], kin: Mapping[str, Mapping[str, float]], how: Meeting) -> None:
        self._rows, self._kin, self._how = rows, kin, how
        parts = [how.parts(row) for row in rows]
        self._stands = [frozenset(stands) for stands, _ in parts]
        self._seeks = [frozenset(seeks) for _, seeks in parts]
        self._blocks: dict[Part, tuple[dict[str, _Block], dict[str, _Block]]] = {}
        for number, row in enumerate(rows):
            for part in self._stands[number]:
                sources, marks = self._blocks.setdefault(part, ({}, {}))
                sources.setdefault(row.source, _Block(rows, how)).members.append(number)
                for mark in row.marks:
                    marks.setdefault(mark, _Block(rows, how)).members.append(number)
        self._joined: dict[tuple[str, str, Part], _Block] = {}

    def overlooks(self, one: int, other: int) -> bool:
        """Whether one does not look into the parts in which the other stands, so that only the other sees it."""
        return self._how.parts is not everywhere and self._seeks[one].isdisjoint(self._stands[other])

    def around(self, number: int) -> set[int]:
        """The numbers of the rows that one sees, its own perhaps among them."""
        row = self._rows[number]
        kin = self._kin.get(row.source, {}).keys()
        found: set[int] = set()
        for part in self._seeks[number]:
            if part not in self._blocks:
                continue
            sources, marks = self._blocks[part]
            own = sources.get(row.source)
            if own is not None:
                found.update(own.around(number))
            for other in kin & sources.keys():
                found.update(self._beside(own, row.source, other, part).around(number))
            for mark in row.marks:
                if mark in marks:
                    found.update(marks[mark].around(number))
        return found

    def _beside(self, own: "_Block | None", source: str, other: str, part: Part) -> "_Block":
        """The block of another document; a large one together with that of this, so that either sees the other."""
        block = self._blocks[part][0][other]
        if own is None or len(own.members) + len(block.members) <= WINDOW:
            return block
        first, last = (own, block) if source < other else (block, own)
        key = (min(source, other), max(source, other), part)
        if key not in self._joined:
            self._joined[key] = _Block(self._rows, self._how, [*first.members, *last.members])
        return self._joined[key]


class _Block:
    """Rows, by their numbers, that share something; a large one is sorted in each of the orders."""

    __slots__ = ("_how", "_places", "_rows", "_sorted", "members")

    def __init__(self, rows: Sequence[Row], how: Meeting, members: list[int] | None = None) -> None:
        self._rows, self._how = rows, how
        self.members = [] if members is None else members
        self._sorted: list[list[int]] | None = None
        self._places: list[dict[int, int]] = []

    def around(self, number: int) -> Sequence[int]:
        """The members that the row with this number sees."""
        if len(self.members) <= WINDOW:
            return self.members
        orders = self._how.orders
        if self._sorted is None:
            self._sorted = [sorted(self.members, key=self._key(order)) for order in orders]
            self._places = [{one: place for place, one in enumerate(ranked)} for ranked in self._sorted]
        found: list[int] = []
        for order, ranked, places in zip(orders, self._sorted, self._places, strict=True):
            place = places.get(number)
            if place is None:
                key = self._key(order)
                place = bisect_left(ranked, key(number), key=key)
            found += ranked[max(place - WINDOW, 0) : place + WINDOW + 1]
        return found

    def _key(self, order: Callable[[Row], Any]) -> Callable[[int], tuple[Any, int]]:
        return lambda one: (order(self._rows[one]), one)
