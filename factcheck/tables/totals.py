"""The total of a table's column: as its last row tells it, or as its rows make it."""

import math

from factcheck.tables.cells import Table, Value

Place = tuple[int, int]
"""The row and the column of a cell."""


def total_of(table: Table, column: int) -> tuple[Value, Place] | None:
    """The total of a column: that of its last row, or the sum of its rows; and a cell that shows it."""
    cells = table.of_column(column)
    for cell in reversed(cells):
        if table.rows[cell.row].is_total and cell.value is not None:
            return cell.value, (cell.row, column)
    values = [value for row in table.plain_rows if (value := table.value(row, column)) is not None]
    if len(values) != len(table.plain_rows) or len(values) < 2 or any(value.share for value in values):
        return None
    if len({row.times and not row.keys for row in table.rows}) > 1 or table.columns[column].units & {"year"}:
        return None
    real = math.fsum(value.number for value in values)
    unit = values[0].number / float(_number(values[0].written)) if _number(values[0].written) else 1.0
    half = math.fsum(value.half for value in values) if any(value.scaled for value in values) else 0.5
    made = Value(real, half, f"{round(real / unit, 4):,.10g}", False, values[0].currency, values[0].scaled)
    return made, (table.plain_rows[0], column)


def _number(words: str) -> float:
    digits = "".join(mark for mark in words if mark.isdigit() or mark == ".").strip(".")
    return float(digits) if digits.count(".") < 2 and digits else 0.0
