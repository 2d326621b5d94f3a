"""Spreadsheets as rows of text under headings, each with the line on which it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from factcheck.config import Limits
from factcheck.errors import SourceError, UsageError

MOST_ROWS = 200_000
"""Rows of a sheet that are read."""


@dataclass(frozen=True)
class Sheet:
    """A sheet's headings, and its rows below them: the line of each (from 1, as the program shows it) and its cells."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_sheet(data: bytes, name: str, sheet: str | None = None) -> Sheet:
    """A CSV file or an Excel workbook; of that, the sheet named, or the first.

    The headings are the first row that is not empty. Raises SourceError for a file that cannot be read, UsageError
    for a sheet that is not there or has no rows.
    """
    is_book = data.startswith(b"PK") or name.lower().endswith((".xlsx", ".xlsm"))
    rows = _of_workbook(data, sheet) if is_book else _of_csv(data)
    filled = [(line, cells) for line, cells in rows if any(cells)]
    if len(filled) < 2:
        raise UsageError("holds no rows below a row of headings", where=name)
    if len(filled) > MOST_ROWS:
        raise UsageError(f"holds more than {MOST_ROWS:,} rows; cut it into several files", where=name)
    return Sheet(filled[0][1], tuple(filled[1:]))


def _of_csv(data: bytes) -> list[tuple[int, tuple[str, ...]]]:
    from factcheck.readers.csv import rows_of
    from factcheck.reading import decode

    text = decode(data)
    found, line, at = [], 1, 0
    for row in rows_of(text):
        begin = next((place for cell in row for _, place in cell), at)
        line += text.count("\n", at, begin)
        at = begin
        found.append((line, tuple("".join(words for words, _ in cell).strip() for cell in row)))
    return found


def _of_workbook(data: bytes, sheet: str | None) -> list[tuple[int, tuple[str, ...]]]:
    from openpyxl import load_workbook

    from factcheck.readers.xlsx import inspected

    inspected(data, Limits().bytes)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = {one.title: one for one in book.worksheets}
        if sheet is not None and sheet not in sheets:
            raise UsageError(f"has no sheet {sheet!r}; there are {', '.join(map(repr, sheets))}")
        chosen = sheets[next(iter(sheets)) if sheet is None else sheet]
        rows = chosen.iter_rows(values_only=True, max_row=MOST_ROWS + 1)
        return [(line, tuple(map(_text, row))) for line, row in enumerate(rows, 1)]
    except UsageError:
        raise
    except Exception as error:
        raise SourceError("the workbook is damaged; open it and save it again") from error


def _text(value: Any) -> str:
    """A cell's value as text: days and times as ISO 8601 has them, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    return f"{value:.15g}" if isinstance(value, float) else str(value).strip()


def column_of(headings: Sequence[str], wanted: str) -> int | None:
    """The place of a heading, whatever its capitals and spaces; null where there is none."""
    plain = [" ".join(heading.split()).casefold() for heading in headings]
    name = " ".join(wanted.split()).casefold()
    return plain.index(name) if name in plain else None
