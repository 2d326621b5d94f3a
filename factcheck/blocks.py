"""Rows that share something: each sees all others, or of very many those of its time next to it in some orders."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from math import inf
from typing import Any

from factcheck.records.timespan import day_number
from factcheck.rows import OPEN_END, OPEN_START, Row

WINDOW = 32
"""How many rows on either side, in each order, one sees in a block that is too large to be seen whole."""

Cell = tuple[str, int]
"""A stretch of time, or all: which rows stand there, and which stretch."""

SHORT, LONG = 64, 1024
"""Days of the stretches in which rows of short periods meet, and those of longer ones."""


class Ground:
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


class Block:
    """Rows, by their numbers, that share something; a large one is sorted in each of the orders, cell by cell."""

    __slots__ = ("_cells", "_ground", "members")

    def __init__(self, ground: Ground, members: list[int] | None = None) -> None:
        """A block on a ground, empty if no members are given."""
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


class _Ranks:
    """Rows of a block and cell, in each order; one sees those next to it."""

    __slots__ = ("_ground", "_places", "_sorted", "members")

    def __init__(self, ground: Ground) -> None:
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
