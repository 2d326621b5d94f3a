"""Text with its claims, findings and statements marked in place, cut where marks begin and end."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.records.document import Block, Document

SIGNS = {
    "approved": "✓", "checked": "✓", "open": "○", "proposed": "○", "stale": "↻", "disputed": "⚡", "rejected": "✕",
    "withdrawn": "✕", "needs-work": "✎", "fix": "✎", "finding": "≠", "settled": "=", "block": "■", "warn": "▲",
    "pass": "✓", "opinion": "“", "set-aside": "–",
}  # fmt: skip
"""A sign for each state, so that no colour is needed to tell them apart."""


@dataclass(frozen=True)
class Mark:
    """Something about `text[start:end]`: its state, what is read of it, and where it leads."""

    start: int
    end: int
    state: str
    title: str
    link: str
    here: bool = False
    """Whether it is the one that was asked for."""

    @property
    def sign(self) -> str:
        """Its sign."""
        return SIGNS.get(self.state, "○")


@dataclass(frozen=True)
class Piece:
    """Some text, the mark that it leads to (the narrowest), those that begin with it, and the states of all on it."""

    text: str
    mark: Mark | None = None
    begins: tuple[Mark, ...] = ()
    states: tuple[str, ...] = ()
    here: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A block of a document with its pieces."""

    block: "Block"
    pieces: tuple[Piece, ...]


def paragraphs(document: "Document", blocks: "Sequence[Block]", marks: Iterable[Mark]) -> tuple[Paragraph, ...]:
    """Blocks of a document with the marks that stand in them; furniture that says nothing is left out."""
    waiting = sorted((mark for mark in marks if mark.end > mark.start), key=lambda mark: (mark.start, mark.end))
    starts, longest = [mark.start for mark in waiting], max((mark.end - mark.start for mark in waiting), default=0)
    made = []
    for block in blocks:
        near = waiting[bisect_left(starts, block.start - longest) : bisect_left(starts, block.end)]
        inside = [mark for mark in near if mark.end > block.start]
        made.append(Paragraph(block, tuple(_cut(document.text, block.start, block.end, inside))))
    return tuple(made)


def _cut(text: str, start: int, end: int, inside: Sequence[Mark]) -> Iterable[Piece]:
    """The pieces of `text[start:end]`; the marks that reach into it are in order of place."""
    edges = {start, end}
    for mark in inside:
        edges |= {max(mark.start, start), min(mark.end, end)}
    over: list[Mark] = []
    at = 0
    for first, last in pairwise(sorted(edges)):
        over = [mark for mark in over if mark.end > first]
        while at < len(inside) and inside[at].start <= first:
            over.append(inside[at])
            at += 1
        if not over:
            yield Piece(text[first:last])
            continue
        narrowest = min(over, key=lambda mark: (not mark.here, mark.end - mark.start))
        begins = tuple(mark for mark in over if max(mark.start, start) == first)
        states = tuple(dict.fromkeys(mark.state for mark in over))
        yield Piece(text[first:last], narrowest, begins, states, any(mark.here for mark in over))
