"""Where sentences end."""

import re

_END = re.compile(r"[.!?…]+[”’\"')\]]*\s+(?=[“‘\"'(\[]*[A-Z0-9])")


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of one block's text as spans, end exclusive, white space between them left out."""
    found, start = [], 0
    for end in _END.finditer(text):
        found.append((start, start + len(text[start : end.end()].rstrip())))
        start = end.end()
    if text[start:].strip():
        found.append((start, start + len(text[start:].rstrip())))
    return found
