"""The checking file as a Word file."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from factcheck.reporters._checking import Chapter, Entry
from factcheck.reporting import undated, xml_safe

COLOURS = {"block": (0x9C, 0x2A, 0x1A), "warn": (0x7A, 0x4F, 0x00), "pass": (0x2B, 0x61, 0x36)}


def written(chapters: Sequence[Chapter], answer: str, counts: str) -> bytes:
    """The file's bytes; the same chapters give the same."""
    import docx

    document: Any = docx.Document()
    document.core_properties.title, document.core_properties.author = "Checking file", "factcheck"
    document.styles["Normal"].font.name = "Georgia"
    document.add_heading("Checking file", 0)
    paragraph = document.add_paragraph()
    paragraph.add_run(answer).bold = True
    paragraph.add_run(f" {counts}")
    for chapter in chapters:
        document.add_heading(xml_safe(chapter.file), 1)
        for entry in chapter.entries:
            _write(document, entry)
        if chapter.aside:
            document.add_heading("Set aside, not checked", 2)
            _list(document, chapter.aside)
    made = BytesIO()
    document.save(made)
    return undated(made.getvalue())


def _write(document: Any, entry: Entry) -> None:
    from docx.shared import RGBColor

    heading = document.add_heading(level=2)
    heading.add_run(f"{entry.number}. {entry.where}: ")
    heading.add_run(entry.answer).font.color.rgb = RGBColor(*COLOURS[entry.outcome])
    document.add_paragraph().add_run(xml_safe(entry.words)).bold = True
    if entry.why:
        document.add_paragraph(xml_safe(entry.why))
    for passage in entry.passages:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(xml_safe(f"“{passage.words}”")).italic = True
        where = f", {passage.where}" if passage.where else ""
        paragraph.add_run(xml_safe(f" {passage.source}{where}: {passage.side}."))
    for title, lines in (("Decided", entry.decided), ("Open queries", entry.queries)):
        if lines:
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.keep_with_next = True
            paragraph.add_run(title).bold = True
            _list(document, lines)


def _list(document: Any, lines: Iterable[str]) -> None:
    for line in lines:
        document.add_paragraph(xml_safe(line), style="List Bullet")
