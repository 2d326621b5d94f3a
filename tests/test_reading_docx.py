"""DOCX: structure, native notes, tracked changes, and the same passages as from the same words in plain text."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docxs import made, paragraph, run, words

from factcheck.errors import SourceError
from factcheck.reading import read, read_text
from factcheck.records.document import BlockKind, Document
from factcheck.records.source import Source

ONE = "The harbour of the town was built in the year of the flood, and its walls have stood for two hundred winters."
TWO = "No ship has ever been lost inside the walls, though forty were broken outside them between 1850 and 1900."
THREE = "In May 1902 the council paid 1.7 million crowns for a new lighthouse, which was finished seven years later."


def source(file: str = "harbour.docx") -> Source:
    return Source(id="harbour", title="Harbour", file=file, sha256="0" * 64)


def docx(*blocks: str, **parts: object) -> Document:
    return read(source(), made(*blocks, **parts))  # type: ignore[arg-type]


def words_of(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


def passages(document: Document) -> list[tuple[str, str | None, int, str | None, str]]:
    return [
        (block.kind, block.label, block.level, block.section, document.text[block.start : block.end])
        for block in document.blocks
    ]


NOTES = {
    1: "Ann Smith, The Moles of the Coast (London, 1999), p. 14.",
    2: "Ibid., p. 20.",
    3: "Bo Chen, “Lights”, Journal of Harbours, vol. 3 (2004), pp. 20-31.",
}
STYLED = [
    words("Walls and Lights of the Harbour", "Title"), words("I. The Walls", "Heading1"), words(ONE + "{1}"),
    words(TWO + "{2}"), words("II. The Lighthouse", "Heading1"), words("A. Its Price", "Heading2"),
    words(THREE + "{3}"), words("a) walls;"), words("b) lights;"), words("c) pilots."), words(ONE),
]  # fmt: skip
UNSTYLED = [words(text) for text in ("Walls and Lights of the Harbour", "I. The Walls")] + STYLED[2:4] + [
    words("II. The Lighthouse"), words("A. Its Price"), *STYLED[6:]
]  # fmt: skip
PLAIN = "\n\n".join(
    [
        "Walls and Lights of the Harbour", "I. The Walls", ONE + "1", TWO + "2", "II. The Lighthouse", "A. Its Price",
        THREE + "3", "a) walls;", "b) lights;", "c) pilots.", ONE,
        *(f"{label} {text}" for label, text in NOTES.items()),
    ]
)  # fmt: skip


@pytest.mark.parametrize("blocks", [STYLED, UNSTYLED], ids=["styled", "unstyled"])
def test_a_docx_gives_the_same_document_as_plain_text(blocks: list[str]) -> None:
    document, expected = docx(*blocks, footnotes=NOTES), read_text(PLAIN)
    assert document.text == expected.text
    assert passages(document) == passages(expected)
    assert document.sentences == expected.sentences
    assert document.markers == expected.markers
    assert document.title == expected.title == "Walls and Lights of the Harbour"


def test_tracked_insertions_are_in_and_deletions_out() -> None:
    changed = (
        run("The walls stood for ")
        + f"<w:del>{run('ninety').replace('w:t', 'w:delText')}</w:del>"
        + f"<w:ins>{run('two hundred')}</w:ins>"
        + f"<w:moveFrom>{run(' long')}</w:moveFrom><w:moveTo>{run(' hard')}</w:moveTo>"
        + run(" winters.")
    )
    assert docx(paragraph(changed)).text == "The walls stood for two hundred hard winters."


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    first = paragraph(run("The walls stood"), "<w:rPr><w:del/></w:rPr>")
    document = docx(first, words(" for two hundred winters."), words(TWO))
    assert words_of(document, "paragraph") == ["The walls stood for two hundred winters.", TWO]


def test_a_note_called_for_in_deleted_text_is_out_and_the_next_takes_its_number() -> None:
    deleted = paragraph(run(ONE) + "<w:del>{1}</w:del>" + run(" It held.") + "{2}")
    document = docx(deleted, footnotes=NOTES)
    assert [(mark.label, document.text[: mark.at][-8:]) for mark in document.markers] == [("1", "It held.")]
    assert words_of(document, "note") == [NOTES[2]]


def test_notes_are_numbered_as_they_are_called_and_endnotes_in_their_own_numerals() -> None:
    document = docx(words(f"It held.{{2}} {ONE}{{e1}} {TWO}{{1}}"), footnotes=NOTES, endnotes={1: "Bell, Walls."})
    assert [mark.label for mark in document.markers] == ["1", "i", "2"]
    notes = [(block.label, document.text[block.start : block.end]) for block in document.blocks if block.kind == "note"]
    assert notes == [("1", NOTES[2]), ("i", "Bell, Walls."), ("2", NOTES[1])]
    assert [document.blocks[mark.note or 0].label for mark in document.markers] == ["1", "i", "2"]


def test_a_mark_of_its_own_labels_a_note() -> None:
    marked = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    document = docx(paragraph(run(ONE) + marked + run(" It held.") + "{2}"), footnotes=NOTES)
    assert [mark.label for mark in document.markers] == ["*", "1"]
    assert words_of(document, "paragraph") == [f"{ONE} It held."]


COUNTED = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
    '<w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
    "</w:lvlOverride></w:num>"
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
)


def item(text: str, list: int, depth: int = 0, style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return paragraph(run(text), f'{named}<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list}"/></w:numPr>')


def test_lists_are_numbered_as_word_numbers_them() -> None:
    document = docx(
        item("walls", 1), item("lights", 1), item("old", 1, 1), item("new", 1, 1), item("pilots", 1), words(ONE),
        item("ships", 1), item("boats", 3), item("ropes", 2), item("sails", 2), words(TWO), item("oars", 2),
        numbering=COUNTED,
    )  # fmt: skip
    items = [block for block in document.blocks if block.kind == "list-item"]
    assert [(block.label, block.level, block.list) for block in items] == [
        ("1", 1, 1), ("2", 1, 1), ("a", 2, 2), ("b", 2, 2), ("3", 1, 1), ("4", 1, 3), ("1", 1, 4), (None, 1, 5),
        (None, 1, 5), (None, 1, 6),
    ]  # fmt: skip


def test_headings_show_the_numbers_that_word_puts_before_them() -> None:
    document = docx(
        item("The Walls", 4, 0, "Heading1"), words(ONE), item("The Lights", 4, 0, "Heading1"),
        item("Their Price", 4, 1, "Heading2"), words(TWO), numbering=COUNTED,
    )  # fmt: skip
    headings = [block for block in document.blocks if block.kind == "heading"]
    assert [(block.label, block.level, document.text[block.start : block.end]) for block in headings] == [
        ("I", 1, "I. The Walls"), ("II", 1, "II. The Lights"), ("II.1", 2, "II.1 Their Price"),
    ]  # fmt: skip
    assert document.blocks[-1].section == "II. The Lights > II.1 Their Price"


def cell(*blocks: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(blocks)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_cells_know_their_row_and_column_over_merged_and_nested_ones() -> None:
    inner = table(cell(words("deep")) + cell(words("deeper")))
    across, on = '<w:gridSpan w:val="2"/>', "<w:vMerge/>"
    document = docx(
        words(ONE),
        table(
            cell(words("Year")) + cell(words("Ships"), properties=across) + cell(words("Dues")),
            cell(words("1901")) + cell(words("40")) + cell(words("2")) + cell(words("1.2")),
            cell(paragraph(""), properties=on) + cell(words("38"), inner) + cell(words("3")) + cell(words("1.7")),
        ),
        words(TWO),
    )
    cells = [block for block in document.blocks if block.kind == "table-cell"]
    assert [(document.text[block.start : block.end], block.row, block.column) for block in cells] == [
        ("Year", None, None), ("Ships", None, None), ("Dues", None, None),
        ("1901", None, "Year"), ("40", "1901", "Ships"), ("2", "1901", "Ships"), ("1.2", "1901", "Dues"),
        ("38", "1901", "Ships"), ("deep", None, None), ("deeper", None, None), ("3", "1901", "Ships"),
        ("1.7", "1901", "Dues"),
    ]  # fmt: skip
    assert words_of(document, "paragraph") == [ONE, TWO]


def test_a_table_of_one_column_only_frames_its_paragraphs() -> None:
    assert words_of(docx(table(cell(words(ONE), words(TWO)))), "paragraph") == [ONE, TWO]


def test_links_fields_and_odd_characters_are_plain_text() -> None:
    document = docx(
        paragraph(
            run("See ") + f'<w:hyperlink w:anchor="a">{run("the walls")}</w:hyperlink>' + run(" on ")
            + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("4 May 1902")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:tab/><w:t>well</w:t><w:noBreakHyphen/>'
            "<w:t>built</w:t><w:softHyphen/></w:r>" + run("hidden", "<w:vanish/>") + run(" over 5 km")
            + run("2", '<w:vertAlign w:val="superscript"/>') + '<w:commentRangeStart w:id="1"/>' + run(".")
            + '<w:r><w:commentReference w:id="1"/></w:r>'
        )
    )  # fmt: skip
    assert document.text == "See the walls on 4 May 1902 well-built over 5 km²."


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{words('Set apart in a box.')}</w:txbxContent>"
    drawn = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert words_of(docx(paragraph(run(ONE) + drawn), words(TWO)), "paragraph") == [ONE, "Set apart in a box.", TWO]


def test_styles_say_what_a_paragraph_is() -> None:
    document = docx(
        words("Walls and Lights", "Title"), words("What they cost", "Subtitle"), words("Walls", "Heading1"), words(ONE),
        words(TWO, "Quote"), words("The light at dawn", "Caption"), words(THREE),
    )  # fmt: skip
    assert [block.kind for block in document.blocks] == [
        "title", "standfirst", "heading", "paragraph", "quotation", "caption", "paragraph",
    ]  # fmt: skip


def zipped(**files: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no archive", "damaged"),
        (made(words(ONE))[:900], "damaged"),
        (zipped(a=b"b"), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted"),
    ],
    ids=["no-archive", "cut", "other", "encrypted"],
)
def test_a_file_that_cannot_be_read_says_so_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=rf"^harbour\.docx: .*{said}"):
        read(source(), data)


def test_a_file_that_unpacks_to_very_much_says_so_in_one_line() -> None:
    with pytest.raises(SourceError, match=r"^harbour\.docx: .*unpacks to 60,000,000 bytes"):
        read(source(), zipped(a=b"\0" * 60_000_000))


def test_entities_of_a_file_are_not_expanded() -> None:
    data = made(words("The walls KEPT standing."))
    file = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(file, "w") as new:
        for entry in old.infolist():
            held = old.read(entry)
            if entry.filename == "word/document.xml":
                declared = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
                held = held.replace(b"<w:document", declared + b"<w:document", 1).replace(b"KEPT", b"&b;")
            new.writestr(entry, held)
    assert "haha" not in read(source(), file.getvalue()).text


@pytest.mark.parametrize("place", range(200, 30_000, 1700))
def test_a_file_with_a_byte_changed_is_read_or_refused_in_one_line(place: int) -> None:
    data = bytearray(made(*STYLED, footnotes=NOTES))
    data[place % len(data)] ^= 0x55
    try:
        read(source(), bytes(data))
    except SourceError as error:
        assert "\n" not in str(error)
