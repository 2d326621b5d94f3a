"""A page's elements become blocks."""

import json
import re
from dataclasses import dataclass

from factcheck.building import Builder, Draft
from factcheck.readers._html_notes import Notes
from factcheck.readers._html_regions import HEADINGS, Regions, is_byline, is_standfirst
from factcheck.readers._html_tree import INLINE, Element, Text, events
from factcheck.readers._tables import MOST_CELLS, headings_of
from factcheck.records.document import BlockKind

LONGEST_CELL = 60
"""Words from which a table's cells, on the whole, hold text and no data."""
WIDEST = 1000
"""Columns or rows that a cell spans, at most."""

_LABEL = re.compile(r"\s*[\[(]?(\S{1,12}?)[\])]?[.:)]?\s+(?=\S)")


@dataclass(slots=True)
class Context:
    """What blocks are, inside an element. `fresh`: the item that it is has no block yet."""

    kind: BlockKind = "paragraph"
    depth: int = 0
    list: int | None = None
    next: int | None = None
    label: str | None = None
    fresh: bool = False
    own: bool = False
    """Whether it is the page's own."""


class Flow:
    """Writes blocks while the elements of a page come by."""

    def __init__(self, builder: Builder, regions: Regions, notes: Notes) -> None:
        self.builder = builder
        self.regions = regions
        self.notes = notes
        self.draft: Draft | None = None
        self.breaks = 0
        self.context = Context(own=regions.root.tag != "body")
        self.stack: list[Context] = []

    def run(self, body: Element) -> None:
        """Writes all blocks, then the notes."""
        if body is self.regions.root:
            self.context.own = False
        for event, part in events(body, self._is_plain):
            if isinstance(part, Text):
                self._text(part)
            elif event == "whole":
                self._whole(part)
            elif part.tag in INLINE:
                self._inline(part, event)
            elif event == "open":
                self._open(part)
            else:
                self.draft, self.context = None, self.stack.pop()
        for note, label in self.notes.notes.items():
            self._note(note, label)

    def _is_plain(self, element: Element) -> bool:
        return not self.notes.holds(element) and not (element.tag == "table" and is_data(element))

    def _text(self, text: Text) -> None:
        if self.draft is None:
            if not text.words.strip():
                return
            self.draft = self._block()
        self.breaks = 0
        for words, at in text.pieces:
            self.draft.text(words, at)

    def _block(self) -> Draft:
        context = self.context
        if context.own:
            return self.builder.block("furniture")
        item = next((one for one in (context, *reversed(self.stack)) if one.kind == "list-item"), None)
        if item is not None and item.fresh and context.kind in ("list-item", "paragraph"):
            item.fresh = False
            return self.builder.block("list-item", level=item.depth, label=item.label, list=item.list)
        kind = "paragraph" if context.kind == "list-item" else context.kind
        return self.builder.block(kind, level=context.depth if kind == "heading" else 0)

    def _inline(self, element: Element, event: str) -> None:
        if element.tag in ("a", "span", "cite") and (target := _target(element)):
            if self.draft is None and event == "open":
                self.draft = self._block()
            if self.draft is not None:
                self.draft.tie(target if event == "open" else None)
        if element.tag != "br" or event != "open" or self.draft is None:
            return
        self.breaks += 1
        self.draft.line_end()
        if self.breaks > 1:
            self.draft = None

    def _open(self, element: Element) -> None:
        """Enters a block element."""
        self.draft, self.breaks = None, 0
        outer = self.context
        self.stack.append(outer)
        own = (outer.own or element in self.regions.furniture) and element is not self.regions.root
        context = Context(outer.kind, outer.depth, outer.list, own=own and element is not self.regions.title)
        if context.kind == "list-item":
            context.kind = "paragraph"
        self.context = context
        tag = element.tag
        if element is self.regions.title:
            context.kind = "title"
        elif tag in HEADINGS:
            context.kind, context.depth = "heading", int(tag[1])
        elif tag in ("ul", "ol", "menu", "dl"):
            context.list, context.depth = self.builder.new_list(), self._depth() + 1
            context.next = _whole_number(element.get("start"), 1) if tag == "ol" else None
        elif tag in ("li", "dt", "dd"):
            self._open_item(element, context, outer)
        elif tag in ("blockquote", "pre"):
            context.kind = "quotation"
        elif tag in ("figcaption", "caption"):
            context.kind = "caption"
        elif is_standfirst(element):
            context.kind = "standfirst"
        elif is_byline(element):
            context.kind = "byline"

    def _depth(self) -> int:
        return max((one.depth for one in self.stack if one.kind != "heading" and one.list), default=0)

    def _open_item(self, element: Element, context: Context, outer: Context) -> None:
        context.kind, context.fresh = "list-item", True
        if outer.list is None:
            context.list, context.depth = self.builder.new_list(), 1
        if outer.next is not None:
            number = _whole_number(element.get("value"), outer.next)
            outer.next, context.label = number + 1, _numbered(number, (element.parent or element).get("type"))

    def _whole(self, element: Element) -> None:
        """A marker, a note (written at the end), or a table."""
        label = self.notes.markers.get(element)
        if label is not None:
            if self.draft is not None:
                self.draft.marker(label)
        elif element.tag == "table":
            self.draft = None
            self._table(element)
        elif element in self.notes.notes:
            self.draft = None

    def _note(self, note: Element, label: str) -> None:
        draft = self.builder.block("note", label=label)
        self._into(draft, note)
        for place, piece in enumerate(draft.content):
            words = getattr(piece, "text", "")
            if words.strip():
                begin = _LABEL.match(words)
                if begin and begin[1].lower() == label and not words[: begin.end()].strip().isalnum():
                    at = piece.at  # type: ignore[union-attr]
                    draft.content[place] = type(piece)(words[begin.end() :], at and at + begin.end(), None, None)  # type: ignore[call-arg]
                return

    def _into(self, draft: Draft, element: Element) -> None:
        """All text inside an element as one block."""
        for event, part in events(element, lambda one: not self.notes.holds(one)):
            if isinstance(part, Text):
                for words, at in part.pieces:
                    draft.text(words, at)
            elif event == "whole" and part in self.notes.markers:
                draft.marker(self.notes.markers[part])
            elif part.tag in ("a", "span", "cite") and (target := _target(part)):
                draft.tie(target if event == "open" else None)
            elif part.tag not in INLINE or part.tag == "br":
                draft.text(" ")

    def _table(self, table: Element) -> None:
        own = self.context.own or table in self.regions.furniture
        for caption in (one for one in table.children if isinstance(one, Element) and one.tag == "caption"):
            self._into(self.builder.block("furniture" if own else "caption"), caption)
        rows = rows_of(table)
        grid, heads = _grid(rows)
        headings = headings_of([[one.words if one else "" for one in row] for row in grid], heads)
        words = [[one.words if one else "" for one in row] for row in grid]
        seen: set[Element] = set()
        for number, row in enumerate(grid):
            for column, cell in enumerate(row):
                if cell is not None and cell not in seen:
                    seen.add(cell)
                    beside, above = headings.of(words, number, column)
                    draft = self.builder.block("furniture" if own else "table-cell", row=beside, column=above)
                    self._into(draft, cell)


def _target(element: Element) -> str:
    """Where a link leads, or what an element says that it cites (as pandoc writes it); empty for others."""
    cited = element.get("data-cites").split()
    if cited:
        return json.dumps({"citationItems": [{"id": name} for name in cited]})
    address = element.get("href") if element.tag == "a" else ""
    return "" if address.startswith("#") else address


def rows_of(table: Element) -> list[list[Element]]:
    """The cells of a table, row by row, without those of tables inside it."""
    rows: list[list[Element]] = []
    for event, part in events(table, lambda one: one.tag in ("thead", "tbody", "tfoot", "tr")):
        if isinstance(part, Element) and event == "open" and part.tag == "tr":
            rows.append([])
        elif isinstance(part, Element) and event == "whole" and part.tag in ("td", "th") and rows:
            rows[-1].append(part)
    return [row for row in rows if row]


def is_data(table: Element) -> bool:
    """Whether a table holds data: several rows and columns of short cells, and no other table."""
    if table.get("role") in ("presentation", "none") or any(
        part.tag == "table" for event, part in events(table) if isinstance(part, Element)
    ):
        return False
    rows = rows_of(table)
    cells = sum(map(len, rows))
    words = sum(len(cell.words.split()) for row in rows for cell in row)
    return 0 < cells <= MOST_CELLS and max(map(len, rows)) > 1 and len(rows) > 1 and words < cells * LONGEST_CELL


def _grid(rows: list[list[Element]]) -> tuple[list[list[Element | None]], int | None]:
    """The cells by row and column, one that spans several in each of them; and how many rows are headings."""
    grid: list[list[Element | None]] = [[] for _ in rows]
    waiting: dict[int, tuple[Element, int]] = {}
    for number, row in enumerate(rows):
        line, cells, column = grid[number], iter(row), 0
        cell = next(cells, None)
        while cell is not None or any(place >= column for place in waiting):
            if column in waiting:
                above, left = waiting.pop(column)
                line.append(above)
                if left > 1:
                    waiting[column] = (above, left - 1)
                column += 1
            elif cell is not None:
                wide = min(_whole_number(cell.get("colspan"), 1) or 1, WIDEST)
                tall = min(_whole_number(cell.get("rowspan"), 1) or len(rows), WIDEST)
                for place in range(column, column + wide):
                    line.append(cell)
                    if tall > 1:
                        waiting[place] = (cell, tall - 1)
                column, cell = column + wide, next(cells, None)
            else:
                line.append(None)
                column += 1
        if sum(map(len, grid[: number + 1])) > MOST_CELLS:
            return [list(row) for row in rows], None
    heads = 0
    while heads < len(rows) and _is_head(rows[heads]):
        heads += 1
    return grid, heads if 0 < heads < len(rows) else None


def _is_head(row: list[Element]) -> bool:
    return all(cell.tag == "th" and cell.get("scope") != "row" for cell in row) or (
        row[0].parent is not None and row[0].parent.parent is not None and row[0].parent.parent.tag == "thead"
    )


def _whole_number(written: str, usual: int) -> int:
    return int(written) if re.fullmatch(r"\d{1,6}", written, re.A) else usual


def _numbered(number: int, kind: str) -> str:
    """A list item's number as its list prints it."""
    if kind in ("a", "A") and 1 <= number <= 26:
        return chr(ord(kind) + number - 1)
    if kind in ("i", "I") and 1 <= number < 4000:
        numeral = ""
        for value, digits in (
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ):  # fmt: skip
            numeral += digits * (number // value)
            number %= value
        return numeral.upper() if kind == "I" else numeral
    return str(number)
