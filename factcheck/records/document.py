"""Documents: what a reader makes of a source file."""

from bisect import bisect_right
from typing import Literal

from factcheck.records.base import PartialDate, Record, Slug

BlockKind = Literal[
    "title", "heading", "paragraph", "list-item", "table-cell", "note", "caption",
    "quotation", "standfirst", "teaser", "byline", "furniture",
]  # fmt: skip
"""A standfirst sums up the text below its title; a teaser is a headline of another story. Furniture is what is
not the author's text: running heads, folios, navigation, cookie and footer text."""


class Block(Record):
    """A stretch of the canonical text, `text[start:end]`.

    `level` is a heading's or list item's depth (1 is outermost). `label` is what numbers it as printed:
    "A" of a heading, "3" of a list item, "14" of a note. `section` is the path of the headings above it
    ("IV. Friends in Need > A. The Crisis"). `page` is the page as printed or counted. `list` groups the
    items of one list (a number that is unique in the document). `row` and `column` are the headings of a
    table cell, `cell` its address ("Sheet1!B4"). `speaker` and `at` belong to transcripts.
    `checked` is false where the text could not be read for checking (a scan, another language).
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    label: str | None = None
    section: str | None = None
    page: str | None = None
    list: int | None = None
    row: str | None = None
    column: str | None = None
    cell: str | None = None
    speaker: str | None = None
    at: str | None = None
    checked: bool = True


class Sentence(Record):
    """A sentence: `text[start:end]`, inside block number `block`."""

    start: int
    end: int
    block: int


class Marker(Record):
    """A note's marker: `at` is the place in the canonical text from which it was taken out."""

    label: str
    at: int
    note: int | None = None
    """Number of the note's block; null where the note is missing."""


class Link(Record):
    """Words `text[start:end]` that the file ties to something: `target` is a page's address, or what a citation
    manager cites here, as the CSL-JSON that it keeps (then it begins with a brace)."""

    start: int
    end: int
    target: str

    @property
    def is_citation(self) -> bool:
        """Whether a citation manager put it there."""
        return self.target.startswith("{")


class Run(Record):
    """A part of the offset map: `text[start:end]` stands at `at` in the file's decoded characters.

    Inside a run characters map one to one; what lies between runs was added by the reader (a space for
    a line break). For paged files without characters `page` and `box` (left, bottom, right, top in
    points) say where it stands, and `at` is null.
    """

    start: int
    end: int
    at: int | None = None
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


class Document(Record):
    """A source as read: one canonical text (NFC) and what it consists of.

    Body blocks come first in reading order, joined across lines and pages, then appendices, then notes;
    furniture comes last. Blocks do not overlap and are separated by blank lines. Note markers are taken
    out of the text. All offsets are code points of `text`, end exclusive.
    """

    source: Slug
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    markers: tuple[Marker, ...] = ()
    runs: tuple[Run, ...] = ()
    links: tuple[Link, ...] = ()
    title: str | None = None
    date: PartialDate | None = None
    date_from: Literal["record", "metadata", "dateline", "text", "unknown"] = "unknown"
    language: str = "en"
    pages: int = 0
    not_checked: tuple[str, ...] = ()
    """Why parts were not checked, one sentence each; empty when all of it was."""
    metadata: tuple[tuple[str, str], ...] = ()
    """What the file says of itself, as (CSL-JSON field, value); authors and dates as text."""
    reader: str
    """The reader and its version, "plain-text/2"."""

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the offset, or null."""
        place = bisect_right(self.blocks, offset, key=lambda block: block.start) - 1
        return self.blocks[place] if place >= 0 and offset < self.blocks[place].end else None
