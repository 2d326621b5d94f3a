"""PDF: what is read from the place and size of type, the same as from the same words in plain text."""

from io import BytesIO

import pytest
from pdfs import BOLD, Setter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from factcheck.building import Builder
from factcheck.config import Limits
from factcheck.errors import SourceError
from factcheck.reading import read, read_text, reader_for
from factcheck.records.document import BlockKind, Document
from factcheck.records.source import Source

BODY = [
    "The harbour of the town was built in the year of the flood, and its walls have stood in the water for two "
    "hundred winters without any harm to the ships that lie behind them.",
    "No ship has ever been lost inside the walls, though forty were broken outside them between 1850 and 1900, as the "
    "books of the office show; the insurers counted thirty-eight, and the newspapers of the county fifty.",
    "In May 1902 the council paid 1.7 million crowns for a new lighthouse. It was finished seven years later, and it "
    "cost almost twice the sum that the engineers had named when the work began.",
    "“Nobody asked us,” the pilots wrote to the governor, whose answer came after three months and said that the light "
    "would be seen from twenty miles away in every season and in every weather.",
    "Dues rose by a fifth in the following year, and the owners of the larger vessels took them to the ports of the "
    "northern shore, which had neither walls nor dues, and which lost eleven vessels in one night.",
    "The last of the old families sold their warehouses in 1931 to a company from the capital, which turned them into "
    "dwellings, gardens and a museum that is open on three afternoons in the week.",
]
NOTES = [
    ("1", "Ann Smith, The Moles of the Coast (London, 1999), p. 14."),
    ("2", "Ibid., p. 20; the newspapers’ figure is from the Harbour Gazette, 4 January 1901, and two later issues."),
    ("3", "Bo Chen, “Lights”, Journal of Harbours, vol. 3 (2004), pp. 20-31."),
    ("4", "Smith, op. cit., p. 77."),
]  # fmt: skip


def source(file: str = "harbour.pdf") -> Source:
    return Source(id="harbour", title="Harbour", file=file, sha256="0" * 64)


def words_of(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


def passages(document: Document) -> list[tuple[str, str | None, str | None, str]]:
    """Blocks that are not furniture: kind, label, section, words."""
    return [
        (block.kind, block.label, block.section, document.text[block.start : block.end])
        for block in document.blocks
        if block.kind != "furniture"
    ]


def sentences(document: Document) -> list[str]:
    return [document.text[sentence.start : sentence.end] for sentence in document.sentences]


def setter(**options: object) -> Setter:
    return Setter(**options)  # type: ignore[arg-type]


def report(**options: object) -> bytes:
    """A report with a title, two sections and four notes, over as many pages as it takes."""
    heads = ("Harbours of the coast", "The walls")
    page = setter(**{"heads": heads, "folios": True, "footing": 70.0, "foot": 100.0, **options})
    page.paragraph("Walls and Lights of the Harbour", size=20, font=BOLD)
    page.paragraph("I. The Walls", size=14, font=BOLD)
    page.paragraph(BODY[0], ("1", "raised"))
    page.paragraph(BODY[1], ("2", "raised"))
    page.notes(*NOTES[:2])
    page.new_page()
    page.paragraph("II. The Lighthouse", size=14, font=BOLD)
    page.paragraph(BODY[2], ("3", "raised"))
    page.paragraph(BODY[3])
    page.notes(NOTES[2])
    page.new_page()
    page.paragraph(BODY[4], ("4", "raised"))
    page.paragraph(BODY[5])
    page.notes(NOTES[3])
    return page.data()


def plain() -> str:
    """The same report as plain text."""
    one, two, three, four, five, six = BODY
    body = (
        "Walls and Lights of the Harbour", "I. The Walls", f"{one}1", f"{two}2", "II. The Lighthouse", f"{three}3",
        four, f"{five}4", six, *(f"{label} {words}" for label, words in NOTES),
    )  # fmt: skip
    return "\n\n".join(body)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"columns": 2, "width": 430.0},
        {"columns": 2, "width": 430.0, "top": 330.0},
        {"hyphenate": True},
        {"width": 300.0},
    ],
)
def test_a_pdf_gives_the_same_passages_as_plain_text(options: dict[str, object]) -> None:
    document, expected = read(source(), report(**options)), read_text(plain())
    assert passages(document) == passages(expected)
    assert sentences(document) == sentences(expected)
    assert [(mark.label, mark.at, mark.note) for mark in document.markers] == [
        (mark.label, mark.at, mark.note) for mark in expected.markers
    ]
    furniture = document.text.find("Harbours of the coast")
    assert document.text[:furniture].rstrip() == expected.text


def test_running_heads_that_differ_left_and_right_are_furniture_and_folios_number_the_pages() -> None:
    document = read(source(), report())
    assert words_of(document, "furniture") == [
        "Harbours of the coast",
        "1",
        "The walls",
        "2",
        "Harbours of the coast",
        "3",
    ]
    assert document.pages == 3
    assert [block.page for block in document.blocks if block.kind == "heading"] == ["1", "2"]


def test_a_run_leads_to_the_page_and_the_box_of_its_line() -> None:
    document = read(source(), report())
    run = next(run for run in document.runs if document.text[run.start : run.end].startswith("In May 1902"))
    assert (run.at, run.page) == (None, 2)
    assert run.box is not None
    left, bottom, right, top = run.box
    assert (left, 400 < right <= 490) == (90.0, True)
    assert 690 < bottom < top < 740


def test_a_paragraph_goes_on_over_pages_and_the_notes_between() -> None:
    page = setter(footing=60.0, hyphenate=True)
    page.y = 160
    page.paragraph(*BODY[:2], ("1", "raised"), *BODY[2:])
    page.notes(NOTES[0])
    document = read(source(), page.data())
    assert document.pages == 2
    assert words_of(document, "paragraph") == [" ".join(BODY)]
    assert {run.page for run in document.runs} == {1, 2}


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    page = setter(footing=60.0)
    page.paragraph(BODY[0], ("1", "raised"))
    page.notes(("1", "Ann Smith, The Moles of the Coast, which says of the walls that they were"))
    page.new_page()
    page.paragraph(BODY[1], ("2", "raised"))
    page.notes(("", "built by hand and by night."), ("2", "Bo Chen, Lights."))
    document = read(source(), page.data())
    assert words_of(document, "note") == [
        "Ann Smith, The Moles of the Coast, which says of the walls that they were built by hand and by night.",
        "Bo Chen, Lights.",
    ]
    assert words_of(document, "paragraph") == BODY[:2]


def test_small_type_without_a_number_at_the_foot_of_a_page_is_no_note() -> None:
    page = setter(footing=60.0)
    page.paragraph(BODY[0])
    page.notes(("", "Drawn from the books of the office."))
    document = read(source(), page.data())
    assert words_of(document, "note") == []
    assert words_of(document, "paragraph") == [BODY[0], "Drawn from the books of the office."]


@pytest.mark.parametrize(
    ("before", "raised", "after", "kept"),
    [
        ("an area of 5 km", "2", "and more.", "5 km² and more"),
        ("a sum of 10", "6", "crowns.", "10⁶ crowns"),
        ("It held.", "1", "Then it fell.", "It held. Then it fell"),
        ("It held.", "1,2", "Then it fell.", "It held. Then it fell"),
    ],
)
def test_small_raised_figures_are_markers_unless_a_unit_or_a_power_bears_them(
    before: str, raised: str, after: str, kept: str
) -> None:
    page = setter(footing=60.0)
    page.paragraph(BODY[0], before, (raised, "raised"), after)
    page.paragraph(BODY[1], ("1" if raised != "1" else "2", "raised"))
    page.notes(*NOTES[:2])
    assert kept in read(source(), page.data()).text


def test_signs_mark_notes_too() -> None:
    page = setter(footing=60.0)
    page.paragraph(BODY[0], ("*", "raised"))
    page.paragraph(BODY[1], ("†", "raised"))
    page.notes(("*", "Ann Smith."), ("†", "Bo Chen."))
    document = read(source(), page.data())
    assert [mark.label for mark in document.markers] == ["*", "†"]
    assert words_of(document, "note") == ["Ann Smith.", "Bo Chen."]
    assert words_of(document, "paragraph") == BODY[:2]


def test_notes_at_the_end_in_type_as_large_as_the_text_are_told_by_their_numbers() -> None:
    page = setter()
    for number, text in enumerate(BODY[:4], 1):
        page.paragraph(text, (str(number), "raised"))
    page.paragraph("Notes", font=BOLD, size=13)
    for label, words in NOTES:
        page.paragraph(f"{label}. {words}")
    document = read(source(), page.data())
    assert words_of(document, "note") == [words for _, words in NOTES]
    assert [mark.label for mark in document.markers] == ["1", "2", "3", "4"]


def test_two_columns_below_a_heading_over_both_are_read_one_after_the_other() -> None:
    page = setter(columns=2, width=430.0, foot=400.0)
    page.at(90, 770, [("Walls and Lights of the Harbour of the Town and of the Coast", "")], 15, BOLD)
    for text in BODY:
        page.paragraph(text)
    assert words_of(read(source(), page.data()), "paragraph") == BODY


def test_lists_keep_their_numbers_apart() -> None:
    page = setter()
    page.paragraph(BODY[0])
    for number, words in enumerate(("May 2011 – the queen;", "June 2012 – the king;", "July 2013 – both."), 1):
        page.paragraph(f"{number}. {words}")
    page.paragraph(BODY[1])
    for words in ("walls", "lights"):
        page.paragraph(f"• {words}")
    document = read(source(), page.data())
    items = [block for block in document.blocks if block.kind == "list-item"]
    assert [(block.label, block.list, document.text[block.start : block.end]) for block in items] == [
        ("1", 1, "May 2011 – the queen;"), ("2", 1, "June 2012 – the king;"), ("3", 1, "July 2013 – both."),
        (None, 2, "walls"), (None, 2, "lights"),
    ]  # fmt: skip


def test_cells_of_a_table_know_their_row_and_column() -> None:
    page = setter()
    page.paragraph(BODY[0])
    for row in (("Year", "Ships", "Dues"), ("1901", "40", "1.2"), ("1902", "38", "1.7")):
        for place, cell in enumerate(row):
            page.at(90 + 120 * place, page.y, [(cell, "")], 11)
        page.y -= 14
    page.y -= 14
    page.paragraph(BODY[1])
    document = read(source(), page.data())
    cells = [block for block in document.blocks if block.kind == "table-cell"]
    assert [document.text[block.start : block.end] for block in cells] == [
        "Year", "Ships", "Dues", "1901", "40", "1.2", "1902", "38", "1.7",
    ]  # fmt: skip
    assert (cells[-1].row, cells[-1].column) == ("1902", "Dues")
    assert words_of(document, "paragraph") == BODY[:2]


def test_text_that_stands_sideways_or_is_printed_twice_is_left_out() -> None:
    page = setter()
    page.paragraph(BODY[0])
    page.canvas.saveState()
    page.canvas.rotate(90)
    page.canvas.drawString(300, -30, "Draft of the fourth of May")
    page.canvas.restoreState()
    for shift in (0, 0.3):
        page.at(90 + shift, 500, [("Printed twice over to look bold in the year 1902.", "")], 11)
    text = read(source(), page.data()).text
    assert "Draft" not in text
    assert text.count("Printed twice") == 1


def picture() -> ImageReader:
    from PIL import Image

    return ImageReader(Image.new("L", (60, 60), 200))


def test_a_scanned_page_is_accepted_and_said_to_be_not_checked() -> None:
    page = setter()
    page.paragraph(BODY[0])
    for _ in range(2):
        page.new_page()
        page.canvas.drawImage(picture(), 50, 50, 400, 600)
    page.new_page()
    page.paragraph(BODY[1])
    document = read(source(), page.data())
    assert document.not_checked == ("Pages 2–3 of the file hold no text that can be read (a scan?): not checked.",)
    assert document.pages == 4
    assert [block.page for block in document.blocks] == ["1", "4"]


def test_a_file_of_scans_alone_is_accepted() -> None:
    file = BytesIO()
    canvas = Canvas(file)
    canvas.drawImage(picture(), 50, 50, 400, 600)
    canvas.save()
    document = read(source(), file.getvalue())
    assert document.blocks == ()
    assert document.not_checked == ("No page holds text that can be read (a scan?): not checked.",)


def test_an_encrypted_file_says_so() -> None:
    data = report(options={"encrypt": StandardEncryption("secret", ownerPassword="other")})
    with pytest.raises(SourceError, match=r"^harbour\.pdf: the file is encrypted; save it without a password$"):
        read(source(), data)


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"no pdf at all", b"%PDF-1.4\n" + bytes(range(256)) * 9])
def test_a_damaged_file_says_so(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^harbour\.pdf: the file is damaged"):
        read(source(), data)


def looped() -> bytes:
    """A file whose tree of pages holds itself."""
    parts = [
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\n",
    ]
    data, places = b"%PDF-1.4\n", []
    for part in parts:
        places.append(len(data))
        data += part
    table = b"xref\n0 3\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + table + b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)


def test_a_file_whose_pages_lead_in_a_circle_ends() -> None:
    try:
        assert read(source(), looped()).text == ""
    except SourceError as error:
        assert "\n" not in str(error)


def test_a_file_cut_short_is_read_or_refused_in_one_line() -> None:
    data = report()
    for part in range(1, 8):
        try:
            read(source(), data[: len(data) * part // 8])
        except SourceError as error:
            assert "\n" not in str(error)


def test_reading_ends_at_its_limit_of_time() -> None:
    with pytest.raises(SourceError, match="takes longer to read than the limit of 0 seconds"):
        reader_for("harbour.pdf").read(report(), Builder(limits=Limits(seconds=0.0)))
