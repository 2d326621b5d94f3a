"""Cells of a sheet become blocks: each with its address, and with the headings and the unit that it lies under."""

import re
from collections.abc import Callable, Sequence

from factcheck.building import Builder, Draft
from factcheck.readers._tables import MOST_CELLS, Headings, headings_of, is_figure

MOST_NOTE = 40
"""Words of a title above a table in which a unit is looked for."""

_UNIT = re.compile(
    r"[(\[]\s?(?:in\s)?([^()\[\]]{1,40})[)\]]\s*$"
    r"|(?:,|\bin|:)\s(?:in\s)?((?:(?:US|A|C|NZ|HK)?[$£€¥]|USD|EUR|GBP|%|per\s?cent|thousand|million|billion|tonnes|tons|kg|km)"
    r"[^,;()]{0,30})$",
    re.I,
)
_ANY_UNIT = re.compile(r"[(\[][^()\[\]]{1,40}[)\]]|[%$£€¥]|\bper cent\b", re.I)

Write = Callable[[Draft, int, int], None]
"""Puts the text of the cell in a row and column into a draft."""


def write_cells(builder: Builder, grid: Sequence[Sequence[str]], sheet: str, write: Write) -> None:
    """Writes a sheet's cells in order; the words above its table are captions. `sheet` begins all addresses."""
    headings = headings_of(grid)
    unit = next(filter(None, (_unit(next(filter(None, grid[row]))) for row in headings.titles)), None)
    left = MOST_CELLS
    for row, cells in enumerate(grid):
        for column, words in enumerate(cells):
            if not words:
                continue
            left -= 1
            if left < 0:
                builder.not_checked.append(f"Only the first {MOST_CELLS:,} cells of a sheet were read.")
                return
            address = f"{sheet}{address_of(row, column)}"
            if row in headings.titles:
                draft = builder.block("caption", cell=address)
            else:
                beside, above = headings.of(grid, row, column)
                draft = builder.block(
                    "table-cell", row=beside, column=_measured(above, beside, unit, words, headings), cell=address
                )
            write(draft, row, column)


def address_of(row: int, column: int) -> str:
    """A cell's address, from its row and column counted from 0: "B4"."""
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


def _unit(title: str) -> str | None:
    """The unit that a title gives for its table: "Exports (US$ million)", "Exports, in tonnes"."""
    match = _UNIT.search(title) if len(title.split()) <= MOST_NOTE else None
    return (match[1] or match[2]).strip() if match else None


def _measured(above: str | None, beside: str | None, unit: str | None, words: str, headings: Headings) -> str | None:
    """A figure's column heading, with the unit of the whole table where neither heading names one."""
    if unit is None or not headings.columns or not is_figure(words) or _ANY_UNIT.search(f"{above} {beside} {words}"):
        return above
    return f"{above} ({unit})" if above else f"({unit})"
