"""ODT: the text as it stands with all tracked changes accepted, its native notes, lists and tables.

Comments and generated tables of contents are left out. The file has no pages of its own and its characters no
fixed places, so the document has no runs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.building import Builder, Draft, Tie
from factcheck.errors import SourceError
from factcheck.language.datelines import partial_date
from factcheck.readers._drafts import mark_by_markup, mark_by_words
from factcheck.readers._odt_styles import Level, Styles
from factcheck.readers._office import RAISED, child, name_of, number, value
from factcheck.readers._tables import headings_of
from factcheck.readers._word_fields import target_of
from factcheck.readers._zipped import member, opened, root_of
from factcheck.reading import Reader

OUT = frozenset(
    "annotation annotation-end tracked-changes change change-start change-end forms sequence-decls table-of-content"
    " alphabetical-index illustration-index table-index user-index bibliography ruby-text note-citation number"
    " variable-decls user-field-decls title desc".split()
)
"""Elements that say nothing of the text as it stands."""
FIELDS = {"title": "title", "creator": "author", "initial-creator": "author"}
MOST_REPEATED = 200
"""How many columns a cell spans or repeats at most."""


def read(data: bytes, builder: Builder) -> None:
    """Fills the builder with the text's blocks and notes, and with what the file says of itself."""
    with opened(data, builder.limits) as archive:
        if b"encryption-data" in (member(archive, "META-INF/manifest.xml") or b""):
            raise SourceError("the file is encrypted; save it without a password")
        content = root_of(member(archive, "content.xml"))
        text = child(content, "body", "text")
        if text is None:
            raise SourceError("the file is damaged, or no text document")
        styles = Styles(content, root_of(member(archive, "styles.xml")))
        _describe(root_of(member(archive, "meta.xml")), builder)
    walk = _Walk(builder, styles)
    walk.blocks(text)
    walk.write_notes()
    if any(draft.kind == "heading" for draft in builder.drafts):
        mark_by_markup(builder)
    else:
        mark_by_words(builder)
    title = next((draft.words for draft in builder.drafts if draft.kind == "title"), None)
    builder.title = title or builder.title or builder.metadata.get("title")


def _describe(meta: Any, builder: Builder) -> None:
    """Title and author as the file's properties name them; one word is a file's name or a login."""
    said = child(meta, "meta") if meta is not None else None
    for element in said if said is not None else ():
        field, words = FIELDS.get(name_of(element)), " ".join((element.text or "").split())
        if field and " " in words and partial_date(words) is None:
            builder.metadata.setdefault(field, words)


@dataclass(slots=True)
class _List:
    """A list that is open: its style's levels, its number in the document, and how far each level has counted."""

    levels: list[Level]
    depth: int
    number: int
    count: int = 0


@dataclass(slots=True)
class _Walk:
    """Goes through a file's blocks in order and writes them."""

    builder: Builder
    styles: Styles
    notes: list[Any] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    """The last number of every list that another may go on from, by its style or its name."""
    outline: list[int] = field(default_factory=list)
    cell: tuple[str | None, str | None] | None = None
    """The headings of row and column, inside a table."""

    def blocks(self, elements: Any) -> None:
        """Writes the blocks among some elements."""
        for element in elements:
            name = name_of(element)
            if name in ("p", "h"):
                self._paragraph(element, None)
            elif name == "list":
                self._list(element)
            elif name == "table":
                self._table(element)
            elif name not in OUT:
                self.blocks(element)

    def write_notes(self) -> None:
        """Writes the notes; a note's paragraphs are one block."""
        for note in self.notes:
            draft = self.builder.block("note", label=_label(note))
            for paragraph in child(note, "note-body").iter("{*}p", "{*}h"):
                self._content(paragraph, draft)
                draft.line_end()

    def _paragraph(self, element: Any, item: tuple[str | None, _List] | None) -> None:
        """Writes a paragraph or heading; `item` is the label and list of the item that it begins."""
        draft = Draft("paragraph")
        boxes = self._content(element, draft)
        if draft.words:
            self._settle(draft, element, item)
            self.builder.drafts.append(draft)
        for box in boxes:
            self.blocks(box)

    def _settle(self, draft: Draft, element: Any, item: tuple[str | None, _List] | None) -> None:
        kind, level = self.styles.kind(value(element, "style-name"))
        if self.cell is not None:
            draft.kind, (draft.row, draft.column) = "table-cell", self.cell
        elif name_of(element) == "h" and kind != "title":
            draft.kind, draft.level = "heading", number(value(element, "outline-level")) or level or 1
            self._number(draft, element)
        elif item is not None and kind == "paragraph":
            draft.kind, (draft.label, held) = "list-item", item
            draft.list, draft.level = held.number, held.depth + 1
        else:
            draft.kind, draft.level = kind, level

    def _number(self, draft: Draft, element: Any) -> None:
        """Counts a heading, and shows the number that its level prints."""
        if value(element, "is-list-header") == "true":
            return
        del self.outline[draft.level :]
        self.outline += [0] * (draft.level - len(self.outline))
        self.outline[-1] += 1
        printed = self.styles.outline_number(self.outline)
        if printed:
            draft.label = printed.strip(" .()[]:")
            draft.content[:0] = Draft("heading").text(f"{printed} ").content

    def _list(self, element: Any) -> None:
        style = value(element, "style-name")
        depth = len(self.lists)
        levels = self.styles.levels(style) or (self.lists[-1].levels if self.lists else [])
        held = _List(levels, depth, self.builder.new_list())
        name = style or (f"{self.lists[-1].number}" if self.lists else "")
        going = value(element, "continue-list")
        if going or value(element, "continue-numbering") == "true":
            held.count = self.counts.get(going or name, 0)
        self.lists.append(held)
        for item in element:
            if name_of(item) in ("list-item", "list-header"):
                self._item(item, held)
        self.lists.pop()
        for key in (name, value(element, "id")):
            if key:
                self.counts[key] = held.count

    def _item(self, item: Any, held: _List) -> None:
        label: str | None = None
        level = held.levels[held.depth] if held.depth < len(held.levels) else None
        first = name_of(item) == "list-item"
        if first and any(name_of(one) in ("p", "h") for one in item):
            held.count = number(value(item, "start-value")) or held.count + 1
            label = level.label([*(one.count for one in self.lists[: held.depth]), held.count]) if level else None
        for element in item:
            if name_of(element) in ("p", "h"):
                self._paragraph(element, (label, held) if first else None)
                first = False
            else:
                self.blocks([element])

    def _content(self, paragraph: Any, draft: Draft) -> list[Any]:
        """Writes a paragraph's words and markers; gives back the frames that hang on it."""
        boxes = []
        for piece in _pieces(paragraph, self.styles, False):
            if isinstance(piece, str):
                draft.text(piece)
            elif isinstance(piece, Tie):
                draft.content.append(piece)
            elif name_of(piece) == "note":
                label = _label(piece)
                if label and child(piece, "note-body") is not None:
                    draft.marker(label)
                    self.notes.append(piece)
            else:
                boxes.append(piece)
        return boxes

    def _table(self, table: Any) -> None:
        """Writes a table's cells; one of a single column only frames what it holds."""
        rows = [list(_cells(row)) for row in _rows(table)]
        if max(map(len, rows), default=0) < 2 or self.cell is not None:
            self.blocks([cell for row in rows for cell in row if cell is not None])
            return
        grid = [[_words(cell) for cell in row] for row in rows]
        headings = headings_of(grid)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell is not None and name_of(cell) == "table-cell":
                    self.cell = headings.of(grid, at, column)
                    self.blocks(cell)
        self.cell = None


def _label(note: Any) -> str:
    """A note's label as the file prints it."""
    citation = child(note, "note-citation")
    return "".join(citation.itertext()).strip() if citation is not None else ""


def _rows(table: Any) -> Iterator[Any]:
    for one in table:
        if name_of(one) == "table-row":
            yield one
        elif name_of(one) in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(one)


def _cells(row: Any) -> Iterator[Any]:
    """A row's cells by columns; what an empty one repeats is none."""
    for cell in row:
        if name_of(cell) in ("table-cell", "covered-table-cell"):
            yield cell
            repeated = min(number(value(cell, "number-columns-repeated")) or 1, MOST_REPEATED)
            yield from [None] * (repeated - 1)


def _words(cell: Any) -> str:
    if cell is None:
        return ""
    return " ".join(" ".join(piece for piece in _pieces(cell, None, False) if isinstance(piece, str)).split())


def _pieces(element: Any, styles: Styles | None, raised: bool) -> Iterator[Any]:
    """A paragraph's words as text, and as elements the notes and frames among them."""
    if styles is not None and name_of(element) == "span":
        raised = styles.is_raised(value(element, "style-name"))
    yield _shown(element.text, raised)
    for one in element:
        name = name_of(one)
        if name in ("note", "text-box"):
            yield one
        elif name in ("a", "reference-mark-start"):
            target = target_of(value(one, "name") or "") or value(one, "href")
            yield from [Tie(target)] if target else []
            yield from _pieces(one, styles, raised)
            yield from [Tie(None)] if target and name == "a" else []
        elif name == "reference-mark-end":
            yield from [Tie(None)] if target_of(value(one, "name") or "") else []
        elif name == "s" or name in ("tab", "line-break"):
            yield " "
        elif name and name not in OUT:
            yield from _pieces(one, styles, raised)
        yield _shown(one.tail, raised)


def _shown(text: str | None, raised: bool) -> str:
    return (text or "").translate(RAISED) if raised else text or ""


READER = Reader("odt", 2, (".odt", ".ott"), read)
