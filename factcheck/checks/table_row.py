"""A row of a table does not work out, where the other rows do.

It reads columns that follow from others of the same row: a total of those before it, a change or difference between
two of them, a change in per cent, a share of one in another or in the column's total. What a column is made of is told
by its name and by the rows: at least half of them, and two, must work out so; those that do not are shown. Rounding of
all figures is allowed.

What settles it: the figures at their source.
"""

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import permutations

from factcheck.checking import Archive, Check, Example, Study, finding
from factcheck.reckoning.figures import written
from factcheck.records.finding import Finding, Step
from factcheck.tables.cells import Cell, Table, Value, tables_in

_TOTAL = re.compile(r"\W*(?:(?:grand )?total|sum|all|together)\b|.*\btotal\W*$", re.IGNORECASE)
_DIFFERENCE = re.compile(
    r"\b(?:change|difference|increase|decrease|balance|net|surplus|deficit|variance|variation|growth|margin|diff|gain"
    r"|overspend|underspend|excess)\b|[±Δ]|\+/-",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:like-for-like|lfl|organic|adjusted|constant|real|points?|pp|average|annual)\b", re.IGNORECASE
)
_MOST_COLUMNS, _FEWEST = 12, 2
_HUNDRED = 100.0
_FAR = 0.5


@dataclass(frozen=True)
class _Way:
    """A way in which a column follows from others: what it makes of a row as an interval, and in words."""

    parts: tuple[int, ...]
    makes: Callable[[list[Value]], tuple[float, float] | None]
    says: Callable[[list[Value]], str]
    share: bool = False
    loose: bool = False
    """Whether the sign of the figure may be left out."""


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The rows that do not work out."""
    for table in tables_in(study):
        if len(table.columns) <= _MOST_COLUMNS:
            numeric = [column for column in range(len(table.columns)) if table.is_numeric(column)]
            for column in numeric:
                yield from _of_column(table, column, [other for other in numeric if other != column])


def _of_column(table: Table, column: int, others: list[int]) -> Iterator[Finding]:
    best: tuple[int, list[tuple[Cell, str, tuple[float, float]]]] = (0, [])
    for way in _ways(table, column, others):
        fitting, failing = 0, []
        for cell in table.of_column(column):
            parts = [value for part in way.parts if (value := table.value(cell.row, part)) is not None]
            if cell.value is None or len(parts) != len(way.parts) or cell.value.share != way.share:
                continue
            made = way.makes(parts)
            if made is None:
                continue
            if _fits(cell.value, made, way.loose):
                fitting += 1
            else:
                failing.append((cell, way.says(parts), made))
        if fitting > best[0]:
            best = fitting, failing
    fitting, failing = best
    if fitting >= max(_FEWEST, len(failing)) and len(failing) <= _FEWEST:
        for cell, said, made in failing:
            if fitting >= 2 * len(failing) or _is_near(cell, made):
                yield _finding(table, cell, said, made)


def _ways(table: Table, column: int, others: list[int]) -> Iterator[_Way]:
    """The ways in which a column may follow from others, by its name."""
    label = table.columns[column]
    shares = {place: _is_share(table, place) for place in (*others, column)}
    if not shares[column]:
        before = tuple(place for place in others if place < column and not shares[place])
        if _TOTAL.match(label.name) and len(before) >= _FEWEST:
            yield _Way(before, _sum, lambda parts: " + ".join(part.written for part in parts))
        if _DIFFERENCE.search(label.full) and not _OTHER.search(label.full):
            for one, other in permutations([place for place in others if not shares[place]], 2):
                yield _Way(
                    (one, other), _difference, lambda parts: f"{parts[0].written} − {parts[1].written}", loose=True
                )
        return
    plain = [place for place in others if not shares[place]]
    if label.change or _DIFFERENCE.search(label.full):
        if not _OTHER.search(label.full):
            for one, other in permutations(plain, 2):
                yield _Way((one, other), _change, _change_said, share=True, loose=True)
        return
    for one, other in permutations(plain, 2):
        yield _Way((one, other), _ratio, lambda parts: f"{parts[0].written} / {parts[1].written}", share=True)
    for one in plain:
        whole = _whole(table, one)
        if whole is not None:
            yield _of_whole(one, whole)


def _of_whole(one: int, whole: Value) -> _Way:
    return _Way(
        (one,),
        lambda parts: _ratio([parts[0], whole]),
        lambda parts: f"{parts[0].written} / {whole.written}",
        share=True,
    )


def _is_share(table: Table, column: int) -> bool:
    return any(cell.value is not None and cell.value.share for cell in table.of_column(column))


def _whole(table: Table, column: int) -> Value | None:
    """The total of a column, as its last row gives it, or the sum of its rows."""
    cells = table.of_column(column)
    totals = [cell.value for cell in cells if table.rows[cell.row].is_total and cell.value is not None]
    if totals:
        return totals[-1]
    values = [value for row in table.plain_rows if (value := table.value(row, column)) is not None]
    if len(values) != len(table.plain_rows):
        return None
    real = math.fsum(value.number for value in values)
    return Value(real, math.fsum(value.half for value in values if value.scaled), written(real))


def _sum(parts: list[Value]) -> tuple[float, float]:
    return math.fsum(part.low for part in parts), math.fsum(part.high for part in parts)


def _difference(parts: list[Value]) -> tuple[float, float]:
    return parts[0].low - parts[1].high, parts[0].high - parts[1].low


def _change(parts: list[Value]) -> tuple[float, float] | None:
    """The change from the second to the first, in per cent."""
    new, old = parts
    if old.low <= 0 or new.low < 0:
        return None
    return (new.low / old.high - 1) * _HUNDRED, (new.high / old.low - 1) * _HUNDRED


def _change_said(parts: list[Value]) -> str:
    return f"from {parts[1].written} to {parts[0].written}, in per cent"


def _ratio(parts: list[Value]) -> tuple[float, float] | None:
    one, whole = parts
    if whole.low <= 0 or one.low < -one.half:
        return None
    return one.low / whole.high * _HUNDRED, one.high / whole.low * _HUNDRED


def _fits(value: Value, made: tuple[float, float], loose: bool) -> bool:
    low, high = made
    slack = 2 * value.half if value.share else 0.0
    if low <= value.high + slack + 1e-9 and value.low - slack - 1e-9 <= high:
        return True
    return loose and not value.signed and low <= -value.low + slack + 1e-9 and -value.high - slack - 1e-9 <= high


def _is_near(cell: Cell, made: tuple[float, float]) -> bool:
    """Whether a figure is near enough to what it should be to be meant as that."""
    real, value = sum(made) / 2, cell.value.number if cell.value else 0.0
    return abs(abs(real) - abs(value)) <= max(_FAR * max(abs(real), abs(value)), 2.0)


def _finding(table: Table, cell: Cell, said: str, made: tuple[float, float]) -> Finding:
    row, column = table.rows[cell.row].full, table.columns[cell.column].full
    value = cell.value
    scale = 1.0 if value is None or value.share or not value.scaled else 2 * value.half * 10 ** _places(value.written)
    real = written(round(sum(made) / 2 / scale, 1 if value is not None and value.share else 2))
    return finding(
        CHECK,
        fact=(table.study.source.id, table.caption, column, row),
        verdict="conflict",
        message=f"In the row “{row}” of a table, “{column}” says {cell.words.strip()}; its other figures make {real}.",
        sides=([table.shown(cell)], [table.shown(table.of_row(cell.row)[0], whole=True)]),
        steps=(Step(code="row-reckoned", text=f"{said} makes {real}; the other rows work out so."),),
        settle="Which figure of the row is wrong?",
        weight=0.6,
    )


def _places(number: str) -> int:
    return len(re.sub(r"[^\d.]", "", number).partition(".")[2])


_TABLE = (
    "# Yards\n\n| Yard | 2021 | 2022 | Change |\n|---|---|---|---|\n| Arlen | 120 | 132 | +10% |\n"
    "| Mossby | 80 | 92 | +15% |\n| Tarn | 40 | 50 | {} |\n"
)

CHECK = Check(
    id="table-row",
    kind="arithmetic",
    title="A row of a table does not work out",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"sheet.md": _TABLE.format("+20%")}, expect="conflict"),
        Example(documents={"sheet.md": _TABLE.format("+25%")}, expect=None),
        Example(documents={"sheet.md": _TABLE.format("+20%").replace("132", "137")}, expect=None),
        Example(
            documents={
                "sheet.md": "| Yard | Boats | Rafts | Total |\n|---|---|---|---|\n| Arlen | 12 | 3 | 15 |\n"
                "| Mossby | 8 | 4 | 12 |\n| Tarn | 5 | 2 | 9 |\n"
            },
            expect="conflict",
        ),
    ),
)
