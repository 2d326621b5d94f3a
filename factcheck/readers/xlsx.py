"""Excel workbooks: one block a cell, as the sheet shows it; of a formula, the value that was stored with it."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from factcheck.building import Builder, Draft
from factcheck.errors import SourceError
from factcheck.readers._cells import write_cells
from factcheck.readers._tables import MOST_CELLS
from factcheck.reading import Reader

MOST_PARTS = 5_000
WIDEST = 2_000
"""Columns of a sheet that are read."""
MOST_EMPTY = 5_000
"""Empty rows after which a sheet has ended."""
OLD = b"\xd0\xcf\x11\xe0"
"""How an encrypted workbook begins, and one of the old format."""

_VALUELESS = re.compile(rb"(?:</f>|<f[^>]{0,200}/>)\s{0,9}(?:<v\s?/>|<v></v>)?\s{0,9}</c>")
_DECIMALS = re.compile(r"0\.(0{1,10})")
_CURRENCY = re.compile(r"\[\$([^\]\-]{1,4})[^\]]{0,8}\]|\"([^\"]{0,3}[$£€¥])\s?\"|([$£€¥])")


def read(data: bytes, builder: Builder) -> None:
    """Fills the builder with the cells of all sheets; raises `SourceError` for what is no sound workbook."""
    from openpyxl import load_workbook

    valueless = inspected(data, builder.limits.bytes)
    try:
        book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
        builder.title = (book.properties.title or "").strip() or None
        _read_properties(book.properties, builder)
        sheets = [(sheet.title, _rows(sheet, builder)) for sheet in book.worksheets]
    except (SourceError, MemoryError):
        raise
    except Exception as error:
        raise SourceError("the workbook is damaged; open it and save it again") from error
    for name, grid in sheets:
        if len(sheets) > 1 and grid:
            builder.block("heading", level=1).text(name)
        _write(builder, grid, name)
    if valueless:
        number = "One formula has" if valueless == 1 else f"{valueless:,} formulas have"
        builder.not_checked.append(f"{number} no stored value: not checked. Open the workbook and save it.")


def inspected(data: bytes, most: int) -> int:
    """How many formulas have no stored value; raises `SourceError` for a file that must not be unpacked.

    `most` bytes may its parts have when unpacked.
    """
    if data.startswith(OLD):
        raise SourceError("the workbook is encrypted, or of the old format; save it as .xlsx without a password")
    try:
        with ZipFile(BytesIO(data)) as parts:
            entries = parts.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > most:
                raise SourceError(f"the workbook unpacks to more than {most:,} bytes (factcheck.toml: limits.bytes)")
            if any(entry.flag_bits & 1 for entry in entries):
                raise SourceError("the workbook is encrypted; save it without a password")
            sheets = [entry for entry in entries if entry.filename.startswith("xl/worksheets/sheet")]
            for entry in entries:
                with parts.open(entry) as part:
                    if entry.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in part.read(4096).upper():
                        raise SourceError("the workbook defines entities of its own and was not read")
            return sum(len(_VALUELESS.findall(parts.read(entry))) for entry in sheets)
    except (BadZipFile, OSError, EOFError, NotImplementedError, ValueError) as error:
        raise SourceError("the file is no workbook, or it is damaged") from error


def _read_properties(properties: Any, builder: Builder) -> None:
    for field, value in (("title", properties.title), ("author", properties.creator)):
        if value and value.strip() and value.strip().lower() not in ("openpyxl", "microsoft office user"):
            builder.metadata[field] = value.strip()


def _rows(sheet: Any, builder: Builder) -> list[list[str]]:
    """A sheet's cells as it shows them, row by row, from its first row and column on."""
    sheet.reset_dimensions()
    grid: list[list[str]] = []
    filled = empty = 0
    for row in sheet.iter_rows():
        words = [shown(cell.value, cell.number_format or "") if cell.value is not None else "" for cell in row[:WIDEST]]
        while words and not words[-1]:
            words.pop()
        grid.append(words)
        empty = 0 if words else empty + 1
        filled += sum(map(bool, words))
        if empty > MOST_EMPTY or filled > MOST_CELLS:
            break
    while grid and not grid[-1]:
        grid.pop()
    width = max(map(len, grid), default=0)
    if width * len(grid) > MOST_CELLS * 10:
        builder.not_checked.append(f"Sheet {sheet.title} is too sparse for its headings to be told.")
        return grid
    return [[*row, *[""] * (width - len(row))] for row in grid]


def _write(builder: Builder, grid: Sequence[Sequence[str]], sheet: str) -> None:
    def write(draft: Draft, row: int, column: int) -> None:
        draft.text(grid[row][column])

    write_cells(builder, grid, f"{sheet}!", write)


def shown(value: object, format_: str) -> str:
    """A cell's value as its format shows it, in the forms that matter: dates, shares, money, digits in groups."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat("minutes")
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, int | float):
        return _number(value, format_.split(";")[0])
    return " ".join(str(value).split())


def _number(value: float, format_: str) -> str:
    if value != value or abs(value) == float("inf"):
        return str(value)
    share = "%" in format_
    amount = value * 100 if share else value
    decimals = _DECIMALS.search(format_)
    grouped = "," if "#,#" in format_ or "0,0" in format_ else ""
    if decimals or share or grouped:
        words = f"{abs(amount):{grouped}.{len(decimals[1]) if decimals else 0}f}"
    else:
        words = str(abs(int(amount))) if amount == int(amount) and abs(amount) < 1e15 else f"{abs(amount):.12g}"
    currency = _CURRENCY.search(format_)
    sign = next(filter(None, currency.groups()), "") if currency else ""
    return f"{'-' if amount < 0 else ''}{sign}{words}{'%' if share else ''}"


READER = Reader("xlsx", 1, (".xlsx", ".xlsm"), read)
