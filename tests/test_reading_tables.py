"""Sheets: every cell has its address and the headings that it lies under; formulas give their stored values."""

import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from factcheck.errors import SourceError
from factcheck.mentioning import find_all
from factcheck.readers import _text_tables
from factcheck.readers._lines import Line, lines_of
from factcheck.reading import read
from factcheck.records.document import Document
from factcheck.records.mention import QuantityMention
from factcheck.records.source import Source
from tests.test_reading import assert_sound

Cells = list[tuple[str | None, str | None, str | None, str]]


def sheet(data: bytes | str, file: str = "ships.csv") -> Document:
    data = data.encode() if isinstance(data, str) else data
    return read(Source(id="ships", title="Ships", file=file, sha256="0" * 64), data)


def cells(document: Document) -> Cells:
    return [
        (block.cell, block.row, block.column, document.text[block.start : block.end])
        for block in document.blocks
        if block.kind == "table-cell"
    ]


def workbook(rows: Sequence[Sequence[Any]], formats: dict[str, str] | None = None, title: str = "Sheet1") -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = title
    for row in rows:
        page.append(list(row))
    for address, format_ in (formats or {}).items():
        page[address].number_format = format_
    return saved(book)


def saved(book: Workbook) -> bytes:
    held = BytesIO()
    book.save(held)
    return held.getvalue()


SHIPS: Cells = [
    ("A1", None, None, "Port"), ("B1", None, None, "Ships"), ("C1", None, None, "Tons"),
    ("A2", None, "Port", "Aden"), ("B2", "Aden", "Ships", "12"), ("C2", "Aden", "Tons", "1,700"),
    ("A3", None, "Port", "York, old"), ("B3", "York, old", "Ships", "3"), ("C3", "York, old", "Tons", "900"),
]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        'Port,Ships,Tons\nAden,12,"1,700"\n"York, old",3,900\n',
        "Port;Ships;Tons\r\nAden;12;1,700\r\nYork, old;3;900",
        "Port\tShips\tTons\nAden\t12\t1,700\nYork, old\t3\t900\n",
        '\ufeff"Port","Ships","Tons"\r"Aden","12","1,700"\r"York, old","3","900"\r',
    ],
    ids=["comma", "semicolon", "tab", "quoted"],
)
def test_cells_know_their_address_row_and_column(text: str) -> None:
    assert cells(sheet(text)) == SHIPS


def test_quotation_marks_and_line_breaks_within_a_cell() -> None:
    text = 'Port,Note\nAden,"The ""old""\nmole"\nYork,5" pipe\n'
    assert [words for *_, words in cells(sheet(text))][2:] == ["Aden", 'The "old" mole', "York", '5" pipe']
    assert_sound(sheet(text), text)


def test_a_title_above_a_table_is_a_caption_and_its_unit_stands_in_the_headings_of_figures() -> None:
    document = sheet("Exports by port (US$ million),,\n,,\nPort,2019,2020\nAden,12,14\nYork,3,5%\n")
    assert document.text.startswith("Exports by port (US$ million)")
    assert document.blocks[0].kind == "caption"
    assert cells(document)[3:] == [
        ("A4", None, "Port", "Aden"),
        ("B4", "Aden", "2019 (US$ million)", "12"), ("C4", "Aden", "2020 (US$ million)", "14"),
        ("A5", None, "Port", "York"), ("B5", "York", "2019 (US$ million)", "3"), ("C5", "York", "2020", "5%"),
    ]  # fmt: skip


def test_headings_in_two_rows_are_joined() -> None:
    document = sheet(",Ships,,Tons\n,in,out,in\nAden,1,2,30\n")
    assert [column for _, row, column, _ in cells(document) if row] == ["Ships in", "Ships out", "Tons in"]


def test_a_table_of_figures_alone_has_no_headings() -> None:
    assert cells(sheet("1,2\n3,4\n")) == [
        ("A1", None, None, "1"),
        ("B1", None, None, "2"),
        ("A2", None, None, "3"),
        ("B2", None, None, "4"),
    ]


def test_a_workbook_gives_the_same_cells_as_the_same_text() -> None:
    data = workbook([["Port", "Ships", "Tons"], ["Aden", 12, 1700], ["York, old", 3, 900]], {"C2": "#,##0"})
    assert cells(sheet(data, "ships.xlsx")) == [(f"Sheet1!{cell}", *rest) for cell, *rest in SHIPS]


@pytest.mark.parametrize(
    ("value", "format_", "shown"),
    [
        (0.125, "0.0%", "12.5%"), (0.12, "0%", "12%"), (1234.5, "#,##0.00", "1,234.50"), (2.5, "General", "2.5"),
        (1700000, "General", "1700000"), (-3, '"£"#,##0', "-£3"), (1200, "[$$-409]#,##0.00", "$1,200.00"),
        (True, "General", "TRUE"),
        (datetime(2022, 8, 4), "yyyy-mm-dd", "2022-08-04"), (date(2022, 8, 4), "d mmm", "2022-08-04"),
        (datetime(2022, 8, 4, 9, 30), "yyyy-mm-dd hh:mm", "2022-08-04 09:30"), ("two\nlines ", "General", "two lines"),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_its_format_shows_it(value: object, format_: str, shown: str) -> None:
    assert cells(sheet(workbook([["a", value]], {"B1": format_}), "x.xlsx"))[1][3] == shown


def test_sheets_are_sections_and_their_cells_say_which() -> None:
    book = Workbook()
    assert book.active is not None
    book.active.title = "Aden"
    book.active.append(["Ships", 12])
    book.create_sheet("York").append(["Ships", 3])
    document = sheet(saved(book), "ships.xlsx")
    assert [(block.kind, block.section, block.cell) for block in document.blocks] == [
        ("heading", None, None), ("table-cell", "Aden", "Aden!A1"), ("table-cell", "Aden", "Aden!B1"),
        ("heading", None, None), ("table-cell", "York", "York!A1"), ("table-cell", "York", "York!B1"),
    ]  # fmt: skip


def repacked(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == name:
                assert old in content
                content = content.replace(old, new)
            after.writestr(entry.filename, content)
    return held.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_a_formula_gives_its_stored_value_and_one_without_is_told() -> None:
    data = workbook([["Ships", "=6*2"], ["Boats", "=1+1"]])
    data = repacked(data, SHEET, b"<f>6*2</f><v></v>", b"<f>6*2</f><v>12</v>")
    document = sheet(data, "ships.xlsx")
    assert [words for *_, words in cells(document)] == ["Ships", "12", "Boats"]
    assert document.not_checked == ("One formula has no stored value: not checked. Open the workbook and save it.",)


def bomb() -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parts, parts.open(SHEET, "w") as part:
        for _ in range(310):
            part.write(b"\x20" * 1_000_000)
    return held.getvalue()


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (lambda: b"PK\x03\x04 no zip", "no workbook"),
        (lambda: b"Port,Ships\n", "no workbook"),
        (lambda: workbook([["a"]])[:-200], "no workbook"),
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "encrypted"),
        (bomb, "unpacks to more than"),
        (
            lambda: repacked(workbook([["a"]]), SHEET, b"<worksheet", b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet"),
            "entities",
        ),
        (lambda: repacked(workbook([["a"]]), "xl/workbook.xml", b"<sheets>", b"<sheets"), "damaged"),
    ],
    ids=["broken", "text", "cut", "encrypted", "bomb", "entities", "malformed"],
)
def test_a_workbook_that_cannot_be_read_is_refused_in_one_line(made: Callable[[], bytes], said: str) -> None:
    with pytest.raises(SourceError, match=said) as error:
        sheet(made(), "ships.xlsx")
    assert "\n" not in str(error.value)


def test_a_sheet_with_one_cell_far_away_is_read() -> None:
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "near"
    book.active["XFD4000"] = "far"
    assert "near" in sheet(saved(book), "ships.xlsx").text


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from('ab1,;\t|"\n\r é$'), max_size=60))
def test_any_csv_gives_a_sound_document(text: str) -> None:
    try:
        document = sheet(text)
    except SourceError:
        return
    assert_sound(document, text)


@pytest.mark.parametrize(
    ("heading", "figure", "low", "unit", "of"),
    [
        ("Exports (US$ million)", "1,700", 1_700_000_000, "USD", "Aden Exports"),
        ("Share (%)", "12.5", 12.5, "percent", "Aden Share"),
        ("Crew ('000)", "7", 7000, None, "Aden Crew"),
        ("Length (km)", "12", 12, "km", "Aden Length"),
        ("Value [EUR bn]", "1.2", 1_200_000_000, "EUR", "Aden Value"),
        ("Ships", "4", 4, None, "Aden Ships"),
        ("Area (2020)", "5", 5, None, "Aden Area"),
    ],
)
def test_a_figure_takes_its_unit_and_scale_from_its_heading(
    heading: str, figure: str, low: float, unit: str | None, of: str
) -> None:
    document = sheet(f'Port,"{heading}",Note\nAden,"{figure}",new\n')
    found = [one.quantity for one in find_all(document)["quantity"] if isinstance(one, QuantityMention)]
    assert [(one.low, one.unit, one.of, one.as_written) for one in found] == [(low, unit, of, figure)]


BARS = """Affected districts

District | Villages | Evacuated
Karrow | 412 | 61,200
Osk | 298 | 38,400
Total | 710 | 99,600

The camps closed on Friday.
"""


@pytest.mark.parametrize(
    "text",
    [BARS, BARS.replace(" | ", "\t"), BARS.replace(" | ", "     "), BARS.replace("Karrow |", "---|---|---\nKarrow |")],
    ids=["bars", "tabs", "gaps", "bars with a rule"],
)
def test_figures_in_columns_of_a_plain_text_are_a_table(text: str) -> None:
    document = sheet(text, "districts.txt")
    assert_sound(document, text)
    assert cells(document) == [
        (None, None, None, "District"), (None, None, None, "Villages"), (None, None, None, "Evacuated"),
        (None, None, "District", "Karrow"), (None, "Karrow", "Villages", "412"),
        (None, "Karrow", "Evacuated", "61,200"),
        (None, None, "District", "Osk"), (None, "Osk", "Villages", "298"), (None, "Osk", "Evacuated", "38,400"),
        (None, None, "District", "Total"), (None, "Total", "Villages", "710"), (None, "Total", "Evacuated", "99,600"),
    ]  # fmt: skip


def test_lines_between_bars_that_are_no_table_are_parted_once_each_way(monkeypatch: pytest.MonkeyPatch) -> None:
    parted: list[str] = []
    cells_of = _text_tables._cells

    def counted(line: Line, gap: re.Pattern[str]) -> list[Line]:
        parted.append(line.text)
        return cells_of(line, gap)

    monkeypatch.setattr(_text_tables, "_cells", counted)
    assert _text_tables.tables_of(lines_of("left | right\n" * 500), ()) == {}
    assert len(parted) <= 3 * 500


@pytest.mark.parametrize(
    "text",
    [
        "15:42 | Cabin 1 leaves the valley\n15:44 | The alarm is given\n15:51 | The cabin stops\n",
        "Home | News | Sport\nFirst words of the story.\nSecond words of it.\n",
        "Two words  and more.\nThree words  and more.\nFour words  and more.\n",
    ],
    ids=["a timeline", "one line of bars", "gaps within sentences"],
)
def test_lines_that_are_no_figures_in_columns_stay_text(text: str) -> None:
    assert cells(sheet(text, "text.txt")) == []
