"""Plain text, also as pasted from a PDF or a web page."""

from collections.abc import Sequence
from itertools import count

from factcheck.building import Builder
from factcheck.readers._articles import mark_articles
from factcheck.readers._headings import Numbering, counts_bare, is_headline, is_usual
from factcheck.readers._lines import Pages, ended, lines_of, paginate, width_of
from factcheck.readers._notes import Apparatus, Note, apparatus_of
from factcheck.readers._parts import Part, mark_lists, mark_quotations, mark_speakers, number_of, parts_of
from factcheck.reading import Reader, decode, decoded


def read(data: bytes, builder: Builder) -> None:
    """Fills the builder with the text's blocks, notes and pages."""
    text = decoded(data, builder)
    lines = lines_of(text)
    pages = paginate(lines)
    width = width_of(lines)
    apparatus = apparatus_of(lines, pages.count > 0, width)
    parts = parts_of(lines, apparatus, width)
    spaced = sum(part.apart for part in parts) * 2 > len(parts)
    mark_speakers(parts)
    mark_lists(parts, count(1))
    if width is not None:
        mark_quotations(parts)
    mark_articles(parts, builder, spaced)
    mark_headings(parts, width, bool(apparatus.notes))
    builder.pages = pages.count
    for part in parts:
        _write_part(part, builder, pages, apparatus)
    for note in apparatus.notes:
        _write_note(note, builder, pages)


def mark_headings(parts: Sequence[Part], width: int | None, noted: bool = False) -> None:
    """Settles headings among what is left, numbered or not, with their levels; `noted`: notes may follow the last."""
    numbering = Numbering(counts_bare(part.text for part in parts if not part.settled and is_headline(part.text)))
    said = [place for place, part in enumerate(parts) if part.kind == "list-item" or _is_said(part)]
    last = said[-1] if said else -1
    for place, part in enumerate(parts):
        if part.settled or not is_headline(part.text) or not (place < last or (noted and is_usual(part.text))):
            continue
        if " | " in part.text:
            continue
        if width is not None and not (part.apart or number_of(part.text)) and len(part.lines) > 1:
            continue
        part.settle("heading")
        part.label, part.level = numbering.place(part.text)


def _is_said(part: Part) -> bool:
    """Whether a part is a sentence, and not what stands around the text."""
    return part.kind in ("paragraph", "quotation") and ended(part.text) and len(part.text.split()) > 4


def _write_part(part: Part, builder: Builder, pages: Pages, apparatus: Apparatus) -> None:
    draft = builder.block(
        part.kind,
        level=part.level,
        label=part.label,
        list=part.list,
        page=pages.label(part.lines[0].page),
        speaker=part.speaker,
        row=part.row,
        column=part.column,
    )
    begin = part.begin
    for line, number in zip(part.lines, part.numbers, strict=True):
        paged = line.page + 1 if pages.count else None
        markers = apparatus.markers.get(number, ()) if part.kind != "table-cell" else ()
        for marker in markers:
            draft.text(line.text[begin : marker.start], line.at + begin, page=paged)
            draft.marker(str(marker.number))
            begin = marker.end
        draft.text(line.text[begin:], line.at + begin, page=paged).line_end()
        begin = 0


def _write_note(note: Note, builder: Builder, pages: Pages) -> None:
    draft = builder.block("note", label=note.label, page=pages.label(note.lines[0].page))
    begin = note.begin
    for line in note.lines:
        paged = line.page + 1 if pages.count else None
        draft.text(line.text[begin:], line.at + begin, page=paged).line_end()
        begin = 0


READER = Reader("plain-text", 4, (".txt", ".text"), read, decode)
