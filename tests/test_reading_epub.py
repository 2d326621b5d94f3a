"""EPUB: chapters in reading order, notes in files of their own, and the same passages as from plain text."""

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
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book/package.opf"/></rootfiles></container>'
)


def chapter(inside: str) -> str:
    return (
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title/></head><body>{inside}</body></html>"
    )


def made(chapters: dict[str, str], **others: str) -> bytes:
    """A book of chapters, by their names in order; `others` are whole files besides (`__` stands for a slash)."""
    items = "".join(
        f'<item id="{name}" href="text/{name}.xhtml" media-type="application/xhtml+xml"/>' for name in sorted(chapters)
    )
    read_in = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        "<dc:title>Walls and Lights</dc:title><dc:creator>Ann Bell</dc:creator><dc:creator>Bo Chen</dc:creator>"
        "<dc:publisher>Harbour Press</dc:publisher><dc:date>2004-05-01T00:00:00Z</dc:date>"
        "<dc:language>en-GB</dc:language>"
        f"</metadata><manifest>{items}"
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>'
        f'<spine><itemref idref="nav"/>{read_in}</spine></package>'
    )
    files = {
        "META-INF/container.xml": CONTAINER,
        "book/package.opf": package,
        "book/nav.xhtml": chapter("<p>Contents</p>"),
    }
    files |= {f"book/text/{name}.xhtml": chapter(inside) for name, inside in chapters.items()}
    files |= {name.replace("__", "/"): held for name, held in others.items()}
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, held in files.items():
            archive.writestr(name, held)
    return file.getvalue()


def source(file: str = "harbour.epub") -> Source:
    return Source(id="harbour", title="Harbour", file=file, sha256="0" * 64)


def epub(chapters: dict[str, str]) -> Document:
    return read(source(), made(chapters))


def words_of(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


CHAPTERS = {
    "walls": f'<h1>I. The Walls</h1><p>{ONE}<a epub:type="noteref" href="notes.xhtml#n1"><sup>1</sup></a></p><p>{TWO}'
    '<sup><a href="notes.xhtml#n2">2</a></sup></p>',
    "lights": f'<h1>II. The Lights</h1><div><a id="top"/><p>{THREE}</p></div>',
    "notes": '<section epub:type="endnotes"><ol><li id="n1" epub:type="endnote"><p>Ann Smith, Moles, p. 14.</p></li>'
    '<li id="n2" epub:type="endnote"><p>Ibid., p. 20.</p></li></ol></section>',
}


def test_a_book_gives_the_same_document_as_plain_text() -> None:
    document = epub(CHAPTERS)
    plain = [
        "I. The Walls",
        ONE + "1",
        TWO + "2",
        "II. The Lights",
        THREE,
        "1 Ann Smith, Moles, p. 14.",
        "2 Ibid., p. 20.",
    ]
    expected = read_text("\n\n".join(plain))
    assert document.text == expected.text
    assert document.blocks == expected.blocks
    assert document.sentences == expected.sentences
    assert document.markers == expected.markers


def test_the_book_says_what_it_is() -> None:
    document = epub(CHAPTERS)
    assert document.title == "Walls and Lights"
    assert dict(document.metadata) == {
        "title": "Walls and Lights", "author": "Ann Bell, Bo Chen", "publisher": "Harbour Press",
        "issued": "2004-05-01",
    }  # fmt: skip
    assert (document.date, document.date_from, document.language) == ("2004-05-01", "metadata", "en-GB")


def test_the_order_is_that_of_reading_and_the_contents_are_left_out() -> None:
    document = epub({"b": f"<p>{ONE}</p>", "a": f"<nav epub:type='toc'><p>Contents of it</p></nav><p>{TWO}</p>"})
    assert words_of(document, "paragraph") == [ONE, TWO]
    assert words_of(document, "furniture") == ["Contents of it"]


def test_names_of_places_in_two_chapters_are_told_apart() -> None:
    one = '<p>{}<sup><a href="#n">1</a></sup></p><aside id="n" epub:type="footnote"><p>{}</p></aside>'
    document = epub({"a": one.format(ONE, "Smith, Moles."), "b": one.format(TWO, "Chen, Lights.")})
    assert words_of(document, "note") == ["Smith, Moles.", "Chen, Lights."]
    assert [mark.note for mark in document.markers] == [2, 3]


def test_lists_and_tables_are_read() -> None:
    table = "<table><tr><th>Port</th><th>Ships</th></tr><tr><td>Aden</td><td>40</td></tr></table>"
    document = epub({"a": f"<p>{ONE}</p><ol><li>walls</li><li>lights</li></ol>{table}<p>{TWO}</p>"})
    assert [(block.label, block.list) for block in document.blocks if block.kind == "list-item"] == [("1", 1), ("2", 1)]
    assert [(block.row, block.column) for block in document.blocks if block.kind == "table-cell"][2:] == [
        (None, "Port"),
        ("Aden", "Ships"),
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no archive", "damaged"),
        (zipped({"a": "b"}), "damaged"),
        (zipped({"META-INF/container.xml": CONTAINER}), "damaged"),
        (zipped({"META-INF/container.xml": CONTAINER, "book/package.opf": "<package/>"}), "damaged"),
    ],
    ids=["no-archive", "other", "no-package", "no-chapters"],
)
def test_a_file_that_cannot_be_read_says_so_in_one_line(data: bytes, said: str) -> None:
    with pytest.raises(SourceError, match=rf"^harbour\.epub: .*{said}"):
        read(source(), data)


def test_a_file_that_unpacks_to_very_much_says_so_in_one_line() -> None:
    with pytest.raises(SourceError, match=r"^harbour\.epub: .*unpacks to 60,000,000 bytes"):
        read(source(), zipped({"a": " " * 60_000_000}))


@pytest.mark.parametrize(("locked", "refused"), [("text/walls.xhtml", True), ("fonts/serif.otf", False)])
def test_a_protected_book_says_so_and_protected_fonts_do_not_matter(locked: str, refused: bool) -> None:
    lock = f'<encryption xmlns:e="e"><e:CipherReference URI="book/{locked}"/></encryption>'
    data = made(CHAPTERS, **{"META-INF__encryption.xml": lock})
    if refused:
        with pytest.raises(SourceError, match="protected against copying"):
            read(source(), data)
    else:
        assert words_of(read(source(), data), "paragraph") == [ONE, TWO, THREE]
