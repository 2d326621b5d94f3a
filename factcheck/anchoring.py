"""Anchors: pointing at a passage of a document, and finding it again."""

from factcheck.records.document import Document
from factcheck.records.passage import Anchor, Located

CONTEXT = 32
"""Characters of text before and after a passage that an anchor keeps."""


def anchor_for(document: Document, start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]`, with its surroundings, section, page and note."""
    block = document.block_at(start)
    return Anchor(
        source=document.source,
        exact=document.text[start:end],
        prefix=document.text[max(start - CONTEXT, 0) : start],
        suffix=document.text[end : end + CONTEXT],
        start=start,
        end=end,
        section=block.section if block else None,
        page=block.page if block else None,
        note=block.label if block and block.kind == "note" else None,
    )


class Locator:
    """Finds quoted text in one document; made once for many."""

    def __init__(self, document: Document) -> None:
        self._text = document.text

    def locate(self, exact: str, prefix: str = "", suffix: str = "", hint: int | None = None) -> Located:
        """Where `exact` lies; among equal places prefix, suffix and hint (the place it had) decide."""
        start = self._text.find(exact)
        if start < 0 or not exact:
            return Located(outcome="lost")
        return Located(outcome="found", tier="exact", start=start, end=start + len(exact), candidates=1)
