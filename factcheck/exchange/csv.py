"""CSV in UTF-8, with a mark by which spreadsheets know it; no cell of it is run as a formula."""

import csv
from collections.abc import Sequence
from io import StringIO

from factcheck.exchange._exporter import Exported, Exporter
from factcheck.exchange._table import COLUMNS, Cell, row
from factcheck.reporting import neutral


def render(claims: Sequence[Exported]) -> bytes:
    """A row a claim, under a row of headings."""
    file = StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    writer.writerows([_written(cell) for cell in row(one)] for one in claims)
    return file.getvalue().encode("utf-8-sig", "replace")


def _written(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:.15g}"
    return neutral(cell) if isinstance(cell, str) else "" if cell is None else str(cell)


EXPORTER = Exporter("A table for spreadsheets: CSV in UTF-8", ".csv", render)
