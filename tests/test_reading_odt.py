"""ODT: structure, native notes, tracked changes, and the same passages as from the same words in plain text."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from factcheck.errors import SourceError
from factcheck.reading import read, read_text
from factcheck.records.document import BlockKind, Document
from factcheck.records.source import Source

ONE = "The harbour of the town was built in the year of the flood, and its walls have stood for two hundred winters."
TWO = "No ship has ever been lost inside the walls, though forty were broken outside them between 1850 and 1900."
THREE = "In May 1902 the council paid 1.7 million crowns for a new lighthouse, which was finished seven years later."
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"), ("text", "text"), ("style", "style"), ("table", "table"), ("draw", "drawing"),
        ("meta", "meta"), ("fo", "xsl-fo-compatible"),
    )
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
STYLES = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>
"""
OUTLINE = """
<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>
<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>
"""


def zipped(**files: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_", ".").replace("META.INF", "META-INF"), data)
    return file.getvalue()


def made(*blocks: str, outline: str = "", declared: str = "") -> bytes:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(blocks)}</office:text></office:body></office:document-content>"
    )
    styles = f"<office:document-styles {SPACES}><office:styles>{outline}</office:styles></office:document-styles>"
    meta = (
        f"<office:document-meta {SPACES}><office:meta><dc:title>Of walls</dc:title><dc:creator>Ann Bell</dc:creator>"
        "</office:meta></office:document-meta>"
    )
    return zipped(content_xml=(declared + content).encode(), styles_xml=styles.encode(), meta_xml=meta.encode())


def source(file: str = "harbour.odt") -> Source:
    return Source(id="harbour", title="Harbour", file=file, sha256="0" * 64)


def odt(*blocks: str, outline: str = "") -> Document:
    return read(source(), made(*blocks, outline=outline))


def words_of(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


def p(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def h(inside: str, level: int = 1) -> str:
    return f'<text:h text:outline-level="{level}">{inside}</text:h>'


def note(label: str, inside: str, kind: str = "footnote") -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation><text:note-body>'
        f"{p(inside)}</text:note-body></text:note>"
    )


def listed(style: str, *items: str, more: str = "") -> str:
    inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}" {more}>{inside}</text:list>'


NOTES = ["Ann Smith, The Moles of the Coast (London, 1999), p. 14.", "Ibid., p. 20.", "Bo Chen, Lights, pp. 20-31."]


@pytest.mark.parametrize("head", [h, lambda words, level=1: p(words)], ids=["marked", "unmarked"])
def test_an_odt_gives_the_same_document_as_plain_text(head: object) -> None:
    assert callable(head)
    document = odt(
        p("Walls and Lights of the Harbour", "Title"), head("I. The Walls"), p(ONE + note("1", NOTES[0])),
        p(TWO + note("2", NOTES[1])), head("II. The Lighthouse"), head("A. Its Price", 2),
        p(THREE + note("3", NOTES[2])), p(ONE),
    )  # fmt: skip
    plain = [
        "Walls and Lights of the Harbour", "I. The Walls", ONE + "1", TWO + "2", "II. The Lighthouse", "A. Its Price",
        THREE + "3", ONE, *(f"{label} {text}" for label, text in enumerate(NOTES, 1)),
    ]  # fmt: skip
    expected = read_text("\n\n".join(plain))
    assert document.text == expected.text
    assert document.blocks == expected.blocks
    assert document.sentences == expected.sentences
    assert document.markers == expected.markers
    assert document.title == expected.title


def test_tracked_insertions_are_in_and_deletions_out() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>ninety</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    inserted = '<text:change-start text:change-id="a"/>two hundred<text:change-end/><text:change/>'
    assert (
        odt(changes, p(f"The walls stood for {inserted} winters.")).text == "The walls stood for two hundred winters."
    )


def test_lists_are_numbered_as_their_style_says() -> None:
    document = odt(
        listed("L1", p("walls"), p("lights") + listed("", p("old"), p("new")), p("pilots") + p("who know the walls")),
        p(ONE), listed("L1", p("ships"), more='text:continue-numbering="true"'), p(TWO), listed("L1", p("boats")),
        listed("L2", p("ropes"), p("sails")),
    )  # fmt: skip
    items = [block for block in document.blocks if block.kind == "list-item"]
    assert [(block.label, block.level, block.list) for block in items] == [
        ("1", 1, 1), ("2", 1, 1), ("a", 2, 2), ("b", 2, 2), ("3", 1, 1), ("4", 1, 3), ("1", 1, 4), (None, 1, 5),
        (None, 1, 5),
    ]  # fmt: skip
    assert words_of(document, "paragraph") == ["who know the walls", ONE, TWO]


def test_headings_show_the_numbers_of_the_outline() -> None:
    document = odt(h("Walls"), p(ONE), h("Lights"), h("Price", 2), p(TWO), h("Years", 2), p(THREE), outline=OUTLINE)
    headings = [block for block in document.blocks if block.kind == "heading"]
    assert [(block.label, block.level, document.text[block.start : block.end]) for block in headings] == [
        ("I", 1, "I. Walls"), ("II", 1, "II. Lights"), ("2.1", 2, "2.1 Price"), ("2.2", 2, "2.2 Years"),
    ]  # fmt: skip


def test_cells_know_their_row_and_column() -> None:
    def row(*cells: str) -> str:
        held = "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in cells)
        return f"<table:table-row>{held}</table:table-row>"

    head = f"<table:table-header-rows>{row('Port', 'Ships', 'Dues')}</table:table-header-rows>"
    document = odt(
        p(ONE), f"<table:table>{head}{row('Aden', '40', '1.2')}{row('Leeds', '38', '1.7')}</table:table>", p(TWO)
    )
    cells = [block for block in document.blocks if block.kind == "table-cell"]
    assert [(document.text[block.start : block.end], block.row, block.column) for block in cells][3:] == [
        ("Aden", None, "Port"), ("40", "Aden", "Ships"), ("1.2", "Aden", "Dues"),
        ("Leeds", None, "Port"), ("38", "Leeds", "Ships"), ("1.7", "Leeds", "Dues"),
    ]  # fmt: skip


def test_links_spaces_comments_boxes_and_raised_figures_are_read_as_they_look() -> None:
    document = odt(
        p(
            'See <text:a>the<text:s text:c="3"/>walls</text:a><text:tab/>of<text:line-break/>5 '
            'km<text:span text:style-name="T1">2</text:span><office:annotation><text:p>Really?</text:p>'
            "</office:annotation>."
            f"<draw:frame><draw:text-box>{p('Set apart in a box.')}</draw:text-box></draw:frame>"
        ),
        p(TWO, "P1"),
        f"<text:table-of-content><text:index-body>{p('Walls 3')}</text:index-body></text:table-of-content>",
        f"<text:section>{p(THREE)}</text:section>",
    )
    assert document.text == f"See the walls of 5 km².\n\nSet apart in a box.\n\n{TWO}\n\n{THREE}"
    assert words_of(document, "quotation") == [TWO]


def test_properties_give_title_and_author() -> None:
    document = odt(p(ONE))
    assert document.title == "Of walls"
    assert dict(document.metadata)["author"] == "Ann Bell"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no archive", "damaged"),
        (zipped(a=b"b"), "damaged"),
        (zipped(content_xml=b"<a"), "damaged"),
        (zipped(content_xml=b"<a/>", META_INF__manifest_xml=b"<encryption-data/>"), "encrypted"),
    ],
    ids=["no-archive", "other", "no-xml", "encrypted"],
)
def test_a_file_that_cannot_be_read_says_so_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=rf"^harbour\.odt: .*{said}"):
        read(source(), data)


def test_a_file_that_unpacks_to_very_much_says_so_in_one_line() -> None:
    with pytest.raises(SourceError, match=r"^harbour\.odt: .*unpacks to 60,000,000 bytes"):
        read(source(), zipped(content_xml=b" " * 60_000_000))


def test_entities_of_a_file_are_not_expanded() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert "haha" not in read(source(), made(p(f"The walls &b; stand. {ONE}"), declared=bomb)).text
