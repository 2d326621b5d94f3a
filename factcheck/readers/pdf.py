"""PDF: text by the place and size of its type; pages that hold pictures of text are said to be not checked.

A run leads to the page (counted from 1) and the box of its line in points, left, bottom, right, top, from the
page's lower left corner; `at` is null.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import count
from typing import Any

from factcheck.building import Builder, Draft
from factcheck.errors import SourceError
from factcheck.readers._articles import mark_articles
from factcheck.readers._notes import Note
from factcheck.readers._parts import Part, mark_lists
from factcheck.readers._pdf_furniture import part_furniture
from factcheck.readers._pdf_notes import Call, notes_of
from factcheck.readers._pdf_parts import body_size, mark_headings, mark_quotations, parts_of
from factcheck.readers._pdf_probe import probe
from factcheck.readers._pdf_rows import Row, rows_of
from factcheck.readers._pdf_strips import Strip, strips_of
from factcheck.readers._pdf_tables import Cell, with_tables
from factcheck.readers.txt import mark_headings as mark_plain_headings
from factcheck.reading import Reader

FEWEST_CHARACTERS = 8
"""Characters below which a page that also holds pictures is taken for a scan: a folio may be typed on it."""
MOST_DRAWN = 100
"""Lines on a page without text up to which they are no letters."""
MOST_UNKNOWN = 0.2
"""Share of characters without a meaning from which a page's text is not used."""


def read(data: bytes, builder: Builder) -> None:
    """Fills the builder with the text's blocks, notes and pages, and says which pages could not be read."""
    strips, labels, unread = _pages(data, builder)
    furniture, printed = part_furniture(strips)
    builder.pages = len(strips)
    labels |= printed
    rows: list[Row] = []
    for page, held in enumerate(strips):
        dropped = {id(strip) for strip in furniture[page]}
        kept = [strip for strip in held if id(strip) not in dropped]
        rows += rows_of(kept, rows[-1].column + 1 if rows else 0)
    _write(rows, labels, builder)
    for page, held in enumerate(furniture):
        for row in rows_of(held, 0):
            _put(builder.block("furniture", page=labels[page]), row, 0)
    if unread:
        builder.not_checked.append(_said(unread, len(strips)))


def _pages(data: bytes, builder: Builder) -> tuple[list[list[Strip]], dict[int, str], list[int]]:
    """The strips of every page, the labels that the file gives its pages, and the pages that hold no text."""
    strips: list[list[Strip]] = []
    labels: dict[int, str] = {}
    unread: list[int] = []
    probe(data, builder)
    with closing(_opened(data)) as pdf:
        _describe(pdf, builder)
        for number in range(len(pdf)):
            builder.in_time()
            labels[number] = pdf.get_page_label(number) or str(number + 1)
            found = _page(pdf, number, builder)
            strips.append(found or [])
            if found is None:
                unread.append(number)
    return strips, labels, unread


def _opened(data: bytes) -> Any:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        if code == pdfium.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise SourceError("the file is encrypted; save it without a password") from error
        raise SourceError("the file is damaged, or no PDF") from error
    if not len(pdf):
        pdf.close()
        raise SourceError("the file is damaged: it holds no pages")
    return pdf


def _describe(pdf: Any, builder: Builder) -> None:
    """What the file says of itself; a title that only repeats a file's name is left out."""
    said = pdf.get_metadata_dict(skip_empty=True)
    title, author = " ".join(said.get("Title", "").split()), " ".join(said.get("Author", "").split())
    if title and " " in title and not title.lower().startswith(("microsoft word", "untitled", "layout ", "powerpoint")):
        builder.metadata["title"] = title
    if author and " " in author:
        builder.metadata["author"] = author


def _page(pdf: Any, number: int, builder: Builder) -> list[Strip] | None:
    """A page's strips; none for one whose text cannot be read, an empty list for an empty one."""
    import pypdfium2

    try:
        with closing(pdf[number]) as page, closing(page.get_textpage()) as textpage:
            builder.bounded(textpage.count_chars())
            found = strips_of(textpage, number)
            if found.characters >= FEWEST_CHARACTERS and found.unknown <= found.characters * MOST_UNKNOWN:
                return found.strips
            if found.unknown or _is_drawn(page):
                return None
            return found.strips
    except pypdfium2.PdfiumError:
        return None


def _is_drawn(page: Any) -> bool:
    """Whether a page holds a picture, or so many lines that they may be letters."""
    import pypdfium2.raw as pdfium

    drawn = 0
    for thing in page.get_objects(max_depth=3):
        if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            return True
        drawn += thing.type in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING)
        if drawn > MOST_DRAWN:
            return True
    return False


def _write(rows: Sequence[Row], labels: dict[int, str], builder: Builder) -> None:
    body = body_size(rows)
    notes = notes_of(rows, body)
    parts = with_tables(parts_of(rows, notes.taken))
    typed = mark_headings(parts, body)
    mark_lists([part for part in parts if not part.settled], count(1))
    mark_quotations(parts, body)
    mark_articles(parts, builder, True)
    if not typed:
        mark_plain_headings(parts, None, bool(notes.notes))
    title = next((part.text for part in parts if part.kind == "title"), None)
    builder.title = builder.title or title or builder.metadata.get("title")
    for part in parts:
        _write_part(part, builder, labels, notes.calls)
    for note in notes.notes:
        _write_note(note, builder, labels)


def _write_part(part: Part, builder: Builder, labels: dict[int, str], calls: dict[int, list[Call]]) -> None:
    draft = builder.block(
        part.kind, level=part.level, label=part.label, list=part.list, page=labels[part.lines[0].page]
    )
    if isinstance(part, Cell):
        draft.row, draft.column = part.row, part.column
    begin = part.begin
    for row, number in zip(_typeset(part.lines), part.numbers, strict=True):
        for call in calls.get(number, ()):
            _put(draft, row, begin, call.start).marker(call.label)
            begin = call.end
        _put(draft, row, begin).line_end()
        begin = 0


def _write_note(note: Note, builder: Builder, labels: dict[int, str]) -> None:
    draft = builder.block("note", label=note.label, page=labels[note.lines[0].page])
    begin = note.begin
    for row in _typeset(note.lines):
        _put(draft, row, begin).line_end()
        begin = 0


def _typeset(lines: Sequence[object]) -> Iterator[Row]:
    """The lines as the rows that they are."""
    return (line for line in lines if isinstance(line, Row))


def _put(draft: Draft, row: Row, begin: int, end: int | None = None) -> Draft:
    return draft.text(row.text[begin:end], page=row.page + 1, box=row.box)


def _said(pages: Sequence[int], count: int) -> str:
    """Which pages were not checked, in one sentence."""
    if len(pages) == count:
        return "No page holds text that can be read (a scan?): not checked."
    spans: list[list[int]] = []
    for page in pages:
        if spans and spans[-1][-1] == page - 1:
            spans[-1][1:] = [page]
        else:
            spans.append([page])
    names = ", ".join("–".join(str(page + 1) for page in span) for span in spans)
    subject = f"Page {names} of the file holds" if len(pages) == 1 else f"Pages {names} of the file hold"
    return f"{subject} no text that can be read (a scan?): not checked."


READER = Reader("pdf", 2, (".pdf",), read)
