"""Tables: which rows and column are headings, and the headings that every cell lies under."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

MOST_CELLS = 200_000
"""Cells of one table that are read."""
MOST_HEADS = 3
"""Rows of column headings, at most."""

_FIGURE = re.compile(r"[^\w\s]{0,4}\d[\d\s.,’'/%-]*[^\d]{0,12}")
_YEAR = re.compile(r"(?:FY\s?)?(?:1[5-9]|20|21)\d\d(?:\s?[-–/]\s?(?:\d\d){1,2})?[*^]?")

Grid = Sequence[Sequence[str]]
"""A table's words, row by row; empty where a cell is."""


@dataclass(frozen=True)
class Headings:
    """`first` is the first row below the headings, `columns` the headings by column, `titles` the rows above them."""

    first: int
    columns: tuple[str | None, ...]
    titles: tuple[int, ...] = ()

    def of(self, grid: Grid, row: int, column: int) -> tuple[str | None, str | None]:
        """The headings of a cell's row and column; null where it has none, or is one itself."""
        if row < self.first:
            return None, None
        stub = next((place for place, words in enumerate(grid[row]) if words), column)
        beside = grid[row][stub] if stub < column and not is_figure(grid[row][stub]) else None
        return beside, self.columns[column] if column < len(self.columns) else None


def is_figure(words: str) -> bool:
    """Whether a cell holds a number and next to nothing else; a year may be a heading."""
    return bool(_FIGURE.fullmatch(words)) and not _YEAR.fullmatch(words)


def headings_of(grid: Grid, heads: int | None = None) -> Headings:
    """The headings of a table; `heads` is the number of its heading rows, where the file says so."""
    if heads is not None:
        return Headings(heads, _columns(grid, range(heads)))
    first = next((number for number, row in enumerate(grid) if sum(map(bool, row)) > 1), None)
    if first is None:
        return Headings(0, ())
    titles = tuple(number for number in range(first) if any(grid[number]))
    if any(map(is_figure, grid[first])) or first + 1 == len(grid):
        return Headings(first, (), titles)
    last = first + 1
    while last < len(grid) - 1 and last - first < MOST_HEADS and _is_lower_head(grid[last]):
        last += 1
    return Headings(last, _columns(grid, range(first, last)), titles)


def _is_lower_head(row: Sequence[str]) -> bool:
    """Whether a row goes on with the headings: nothing stands in its first cell, and no figure in it."""
    return not row[0] and sum(map(bool, row)) > 1 and not any(map(is_figure, row))


def _columns(grid: Grid, heads: range) -> tuple[str | None, ...]:
    """The headings by column, joined over the heading rows; one that spans columns stands over all of them."""
    width = max((len(row) for row in grid), default=0)
    rows = [[*grid[number], *[""] * (width - len(grid[number]))] for number in heads]
    for upper, lower in pairwise(rows):
        for column in range(1, width):
            if not upper[column] and lower[column] and lower[column - 1]:
                upper[column] = upper[column - 1]
    return tuple(
        " ".join(dict.fromkeys(filter(None, (row[column] for row in rows)))) or None for column in range(width)
    )
