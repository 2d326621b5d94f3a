"""Tables of a PDF: rows whose parts lie wide apart, one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from factcheck.readers._parts import Part
from factcheck.readers._pdf_rows import Row
from factcheck.readers._pdf_strips import Strip

FEWEST = 3
"""Rows of a table, its head included."""


@dataclass(slots=True, eq=False)
class Cell(Part):
    """A table's cell with the words of its row's first cell and of its column's head."""

    row: str | None = None
    column: str | None = None


def with_tables(parts: Sequence[Part]) -> list[Part]:
    """The parts, with the cells of tables in place of their rows."""
    found: list[Part] = []
    for tabular, group in groupby(parts, key=_is_tabular):
        held = list(group)
        found += _cells(held) if tabular and len(held) >= FEWEST else held
    return found


def _is_tabular(part: Part) -> bool:
    row = part.lines[0]
    return len(part.lines) == 1 and isinstance(row, Row) and len(row.cells) > 1 and not part.settled


def _cells(parts: Sequence[Part]) -> list[Part]:
    cells: list[Part] = []
    head: list[Row] = []
    for part in parts:
        split = [_as_row(row, cell) for row in part.lines if isinstance(row, Row) for cell in row.cells]
        for place, cell in enumerate(split):
            made = Cell([cell], list(part.numbers), False, "table-cell", settled=True)
            if head:
                made.row = split[0].text if place else None
                made.column = next((above.text for above in head if _overlap(above, cell)), None)
            cells.append(made)
        head = head or split
    return cells


def _as_row(row: Row, cell: Strip) -> Row:
    made = Row(cell.text, 0, 0, row.page)
    made.x, made.right, made.y, made.bottom, made.top = cell.x, cell.right, row.y, row.bottom, row.top
    made.size, made.bold, made.left, made.edge, made.column = row.size, cell.bold, row.left, row.edge, row.column
    return made


def _overlap(one: Row, other: Row) -> bool:
    return min(one.right, other.right) > max(one.x, other.x) - 2
