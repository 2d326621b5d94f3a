"""Where claims meet: in a group by their key, and inside it by a name, or by documents that tell one story.

A key is made of one claim alone, of what is measured or what happens, never of its value or period. Two claims of a
group meet where their sentences or documents share a name, or where their documents tell one story. Where very many
claims share a name, each meets only those next to it in the order of value and in the order of time, so that work
grows with the number of claims and not with its square.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.records.claim import Claim
from factcheck.rows import Row

WINDOW = 32
"""How many claims on either side, in each order, one meets in a block that is too large to meet whole."""

Order = Callable[[Row], Any]
"""By what the claims of a large block are sorted: those that may be compared come to lie near each other."""


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


def meetings(
    rows: Sequence[Row], kin: Mapping[str, Collection[str]], orders: Sequence[Order]
) -> Iterator[tuple[Row, Row]]:
    """The pairs of a group that are worth a look, each once; rows in order of source and place.

    `kin` gives the documents that tell one story. Each row meets at most `WINDOW` rows on either side of it in each
    order and block; its blocks are its document, each document of its story, and each of its names.
    """
    by_mark, by_source = _blocks(rows, orders), _sources(rows, orders)
    shared: dict[str, _Block] = {}
    source = ""
    for number, row in enumerate(rows):
        if row.source != source:
            source = row.source
            shared = {other: by_source[other] for other in kin.get(source, ()) if other in by_source}
            shared = {other: by_source[source].joined(block) for other, block in shared.items() if other > source}
        near = set(by_source[source].around(number))
        for block in shared.values():
            near.update(block.around(number))
        for mark in row.marks:
            near.update(by_mark[mark].around(number))
        for other in near:
            if other > number:
                yield row, rows[other]


class _Block:
    """Rows, by their numbers, that share something; a large one is sorted in each of the orders."""

    __slots__ = ("_members", "_orders", "_places", "_rows", "_sorted")

    def __init__(self, members: list[int], rows: Sequence[Row], orders: Sequence[Order]) -> None:
        self._members, self._rows, self._orders = members, rows, orders
        self._sorted: list[list[int]] | None = None
        self._places: list[array[int]] = []

    def around(self, number: int) -> Sequence[int]:
        """The members that the member with this number meets, itself among them."""
        if len(self._members) <= WINDOW:
            return self._members
        if self._sorted is None:
            self._sorted = [self._in(order) for order in self._orders]
        own = bisect_left(self._members, number)
        found: list[int] = []
        for ranked, places in zip(self._sorted, self._places, strict=True):
            place = places[own]
            found += ranked[max(place - WINDOW, 0) : place + WINDOW + 1]
        return found

    def joined(self, other: "_Block") -> "_Block":
        """A block of the members of both, which stand one after the other."""
        return _Block(self._members + other._members, self._rows, self._orders)

    def _in(self, order: Order) -> list[int]:
        ranked = sorted(self._members, key=lambda number: (order(self._rows[number]), number))
        places = array("I", bytes(4 * len(ranked)))
        for place, number in enumerate(ranked):
            places[bisect_left(self._members, number)] = place
        self._places.append(places)
        return ranked


def _blocks(rows: Sequence[Row], orders: Sequence[Order]) -> dict[str, _Block]:
    members: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for mark in row.marks:
            members.setdefault(mark, []).append(number)
    return {mark: _Block(numbers, rows, orders) for mark, numbers in members.items()}


def _sources(rows: Sequence[Row], orders: Sequence[Order]) -> dict[str, _Block]:
    members: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        members.setdefault(row.source, []).append(number)
    return {source: _Block(numbers, rows, orders) for source, numbers in members.items()}
