"""The rows of a table do not add up to its row for the total.

It reads tables whose last row is called total, sum, all or together (or year, below quarters or months), and adds up
the rows above it, column by column. Rows that are said to be a part of the row above ("of which wind") are left out.
Rounding to the last digit written is allowed; shares must make 100. It stays silent on tables with several totals, on
columns of years, rates and averages, where a row has no figure, where the total is that of all rows but one, or where
it lies so far from their sum that it is of something else.

What settles it: the rows at their source.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.checking import Archive, Check, Example, Study, finding
from factcheck.reckoning.figures import TOTAL, written
from factcheck.records.finding import Finding, Step
from factcheck.tables.cells import OF_WHICH, Cell, Table, Value, tables_in

_NO_SUM = re.compile(r"\b(?:year|average|mean|median|rate|rank|ratio|price|per)\b", re.IGNORECASE)
_PERIOD = re.compile(r"(?:full |whole )?year\b", re.IGNORECASE)
_FEWEST_ROWS = 2
_NEAR = 0.25
"""How far the sum may lie from a total that is meant to be of it, as a part of it."""
_WHOLE = 100


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The columns whose rows do not make the total."""
    for table in tables_in(study):
        totals = [row for row in range(len(table.rows)) if _is_total(table, row)]
        if totals == [len(table.rows) - 1]:
            for column, name in enumerate(table.columns):
                if not _NO_SUM.search(name.full):
                    yield from _of_column(table, table.of_column(column))


def _is_total(table: Table, row: int) -> bool:
    parts = [label for label in table.rows if any(not item[0].isdigit() for item in label.times)]
    name = table.rows[row].name
    return bool(TOTAL.match(name) or (_PERIOD.match(name) and len(parts) == len(table.rows) - 1))


def _of_column(table: Table, cells: Sequence[Cell]) -> Iterator[Finding]:
    values = [cell.value for cell in cells if cell.value is not None]
    if len(values) != len(table.rows):
        return
    *parts, total = values
    kept = [place for place in range(len(parts)) if not OF_WHICH.match(table.rows[place].full)]
    if len(kept) < _FEWEST_ROWS or len({value.share for value in values}) > 1:
        return
    if total.share and not (total.low <= _WHOLE <= total.high):
        return
    chosen = [parts[place] for place in kept]
    if _makes(chosen, total) or _makes(parts, total) or _is_of_others(chosen, total):
        return
    real, name = math.fsum(value.number for value in chosen), table.columns[cells[0].column].full
    said = " + ".join(value.written for value in chosen)
    scale = abs(total.number) / _plain(total.written) if total.scaled and _plain(total.written) else 1.0
    yield finding(
        CHECK,
        fact=(table.study.source.id, name, *(row.full for row in table.rows)),
        verdict="conflict",
        message=f"In the column “{name}” the rows add up to {written(real / scale)}, the total says {total.written}.",
        sides=([table.shown(cells[-1])], [table.shown(cells[place]) for place in kept]),
        steps=(Step(code="rows-added", text=f"{said} = {written(real / scale)}."),),
        settle="Which row is wrong or missing, or is it the total?",
        weight=0.6,
    )


def _plain(number: str) -> float:
    return float(re.sub(r"[^\d.]", "", number).strip(".") or 0)


def _makes(parts: Sequence[Value], total: Value) -> bool:
    low, high = math.fsum(part.low for part in parts), math.fsum(part.high for part in parts)
    whole = all(value.number.is_integer() and not value.scaled and not value.share for value in (*parts, total))
    if whole:
        return math.fsum(part.number for part in parts) == total.number
    return low <= total.high + 1e-9 and total.low - 1e-9 <= high


def _is_of_others(parts: Sequence[Value], total: Value) -> bool:
    """Whether a total is none of all these rows: it leaves one out, or lies far from their sum."""
    real = math.fsum(part.number for part in parts)
    if abs(real - total.number) > _NEAR * abs(total.number):
        return True
    rests = (real - part.number for part in parts if part.number)
    return len(parts) > _FEWEST_ROWS and any(abs(rest - total.number) <= total.half for rest in rests)


_TABLE = "# Orders\n\n| Yard | Boats |\n|---|---|\n| Arlen | 120 |\n| Mossby | 80 |\n| Tarn | 40 |\n| Total | {} |\n"

CHECK = Check(
    id="table-total",
    version=2,
    kind="arithmetic",
    title="The rows of a table do not add up to its total",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"sheet.md": _TABLE.format(250)}, expect="conflict"),
        Example(documents={"sheet.md": _TABLE.format(240)}, expect=None),
        Example(documents={"sheet.md": _TABLE.format(250).replace("Total", "Other yards")}, expect=None),
        Example(documents={"sheet.md": _TABLE.format(200).replace("Tarn", "of which tugs")}, expect=None),
    ),
)
