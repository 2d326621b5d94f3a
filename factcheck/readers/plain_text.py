"""Plain text, also as pasted from a PDF or a web page."""

import re

from factcheck.building import Builder
from factcheck.reading import Reader, decode

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")


def read(data: bytes, builder: Builder) -> None:
    """Fills the builder with the text's blocks."""
    for paragraph in _PARAGRAPH.finditer(decode(data)):
        draft = builder.block("paragraph")
        at = paragraph.start()
        for line in paragraph.group().splitlines(keepends=True):
            draft.text(line.rstrip(), at).line_end()
            at += len(line)


READER = Reader("plain-text", 1, (".txt", ".text"), read)
