"""An Excel workbook: a row a claim, headings that stay in sight, every text kept as text."""

from collections.abc import Sequence
from io import BytesIO

from factcheck.exchange._exporter import Exported, Exporter
from factcheck.exchange._table import COLUMNS, Cell, row
from factcheck.reporting import is_formula, undated

WIDTHS = {"statement": 60, "passage": 60, "further_passages": 40, "why": 40, "source_title": 30, "note": 30}
MOST = 32_767
"""Characters that a cell of Excel can hold."""


def render(claims: Sequence[Exported]) -> bytes:
    """The workbook's bytes; the same claims give the same."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Claims"
    sheet.freeze_panes = "A2"
    for column, name in enumerate(COLUMNS, 1):
        sheet.cell(1, column, name).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS.get(name, 16)
    for line, one in enumerate(claims, 2):
        for column, value in enumerate(row(one), 1):
            if value is None or value == "":
                continue
            cell = sheet.cell(line, column)
            cell.value = _plain(value)
            if isinstance(value, str):
                cell.data_type = "s"
                cell.quotePrefix = is_formula(value)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.auto_filter.ref = sheet.dimensions
    made = BytesIO()
    book.save(made)
    return undated(made.getvalue())


def _plain(value: Cell) -> Cell:
    """A value as a cell can hold it: without control characters, and cut where it is too long."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value.encode("utf-8", "replace").decode())
    return text if len(text) <= MOST else f"{text[: MOST - 1]}…"


EXPORTER = Exporter("A table for spreadsheets: an Excel workbook", ".xlsx", render)
