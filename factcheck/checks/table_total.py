"""The rows of a table do not add up to its row for the total.

It reads tables with one row called total, sum, all or together, and adds up the rows above it, column by column.
Rounding to the last digit written is allowed. It stays silent on tables with several totals, on columns of years,
percentages and averages, and where a row has no figure.

What settles it: the rows at their source.
"""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks._figures import TOTAL, Figure, figures_in, written
from factcheck.records.document import Block
from factcheck.records.finding import Evidence, Finding, Step

_NO_SUM = re.compile(r"\b(?:year|average|mean|median|rate|share|per cent|percent|rank|ratio|price)\b|%", re.IGNORECASE)
_FEWEST_ROWS = 2
_WIDEST = 12


@dataclass(frozen=True)
class _Cell:
    """A cell with one figure."""

    block: Block
    row: str
    figure: Figure


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The columns whose rows do not make the total."""
    for table in _tables(study):
        columns: dict[str, list[_Cell]] = {}
        for block in table:
            figures = figures_in(study, block.start, block.end)
            if block.row and block.column and len(figures) == 1 and figures[0].is_exact:
                columns.setdefault(block.column, []).append(_Cell(block, block.row, figures[0]))
        rows = len({block.row for block in table if block.row})
        for name, cells in columns.items():
            if len(cells) == rows and not _NO_SUM.search(name):
                yield from _of_column(study, name, cells)


def _tables(study: Study) -> Iterator[list[Block]]:
    """The cells that follow each other."""
    table: list[Block] = []
    for block in study.document.blocks:
        if block.kind == "table-cell":
            table.append(block)
        elif table:
            yield table
            table = []
    if table:
        yield table


def _of_column(study: Study, name: str, cells: Sequence[_Cell]) -> Iterator[Finding]:
    totals = [cell for cell in cells if TOTAL.match(cell.row)]
    parts = [cell for cell in cells if not TOTAL.match(cell.row)]
    if len(totals) != 1 or len(parts) < _FEWEST_ROWS or cells[-1] is not totals[0]:
        return
    low, high = math.fsum(cell.figure.low for cell in parts), math.fsum(cell.figure.high for cell in parts)
    total, text = totals[0], study.document.text
    if low <= total.figure.high + 1e-9 and total.figure.low - 1e-9 <= high:
        return
    said = " + ".join(text[cell.figure.start : cell.figure.end] for cell in parts)
    whole = text[total.figure.start : total.figure.end]
    yield finding(
        CHECK,
        fact=(study.source.id, name, *(cell.row for cell in cells)),
        verdict="conflict",
        message=f"In the column “{name}” the rows add up to {written((low + high) / 2)}, the total says {whole}.",
        sides=(
            [_shown(study, total, whole)],
            [_shown(study, cell, text[cell.figure.start : cell.figure.end]) for cell in parts],
        ),
        steps=(Step(code="rows-added", text=f"{said} = {written((low + high) / 2)}."),),
        settle="Which row is wrong or missing, or is it the total?",
        weight=0.6,
    )


def _shown(study: Study, cell: _Cell, value: str) -> Evidence:
    """A cell with the label of its row, where that stands right before it."""
    place = bisect_right(study.document.blocks, cell.block.start, key=lambda block: block.start) - 1
    start = cell.block.start
    for block in reversed(study.document.blocks[max(place - _WIDEST, 0) : place]):
        if block.kind != "table-cell":
            break
        if study.document.text[block.start : block.end] == cell.row:
            start = block.start
            break
    return evidence_at(study, start, cell.block.end, value=value, widen=False)


_TABLE = "# Orders\n\n| Yard | Boats |\n|---|---|\n| Arlen | 120 |\n| Mossby | 80 |\n| Tarn | 40 |\n| Total | {} |\n"

CHECK = Check(
    id="table-total",
    kind="arithmetic",
    title="The rows of a table do not add up to its total",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"sheet.md": _TABLE.format(250)}, expect="conflict"),
        Example(documents={"sheet.md": _TABLE.format(240)}, expect=None),
        Example(documents={"sheet.md": _TABLE.format(250).replace("Total", "Other yards")}, expect=None),
    ),
)
