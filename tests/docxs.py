"""DOCX files for tests: python-docx makes the frame, and what it cannot write is given as XML."""

import re
from io import BytesIO
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def paragraph(inside: str, properties: str = "") -> str:
    """A paragraph; `{1}` in what is inside stands for the marker of footnote 1, `{e1}` for that of endnote 1."""
    inside = re.sub(r"\{(\d+)\}", r'<w:r><w:footnoteReference w:id="\1"/></w:r>', inside)
    inside = re.sub(r"\{e(\d+)\}", r'<w:r><w:endnoteReference w:id="\1"/></w:r>', inside)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"


def run(text: str, properties: str = "") -> str:
    """Characters that are set alike."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def words(text: str, style: str = "") -> str:
    """A paragraph of plain words, with markers as `paragraph` has them."""
    pieces = text.replace("{", "\n{").replace("}", "}\n").split("\n")
    inside = "".join(piece if piece.startswith("{") else run(piece) for piece in pieces if piece)
    return paragraph(inside, f'<w:pStyle w:val="{style}"/>' if style else "")


def made(
    *blocks: str,
    footnotes: dict[int, str] | None = None,
    endnotes: dict[int, str] | None = None,
    numbering: str = "",
    title: str = "",
) -> bytes:
    """The bytes of a file whose body holds the blocks; notes are given by their ids."""
    document: Any = docx.Document()
    document.core_properties.title, document.core_properties.author = title, "python-docx"
    body = document.element.body
    for number, block in enumerate(blocks):
        body.insert(number, parse_xml(block.replace(">", f" {SPACES}>", 1)))
    if numbering:
        held = document.part.numbering_part.element
        for one in list(held):
            held.remove(one)
        for one in parse_xml(f"<w:numbering {SPACES}>{numbering}</w:numbering>"):
            held.append(one)
    for kind, notes in (("footnote", footnotes), ("endnote", endnotes)):
        if notes:
            _add_notes(document, kind, notes)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _add_notes(document: Any, kind: str, notes: dict[int, str]) -> None:
    line = f'<w:{kind} w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:{kind}>'
    held = "".join(
        f'<w:{kind} w:id="{id}"><w:p><w:r><w:{kind}Ref/></w:r>{run(" " + text)}</w:p></w:{kind}>'
        for id, text in notes.items()
    )
    xml = f'<?xml version="1.0"?><w:{kind}s {SPACES}>{line}{held}</w:{kind}s>'
    type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
    part = Part(PackURI(f"/word/{kind}s.xml"), type, xml.encode(), document.part.package)
    document.part.relate_to(part, getattr(TYPE, f"{kind.upper()}S"))
