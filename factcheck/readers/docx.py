"""DOCX: the text as it stands with all tracked changes accepted, its native notes, lists and tables.

Comments, hidden text, running heads and field codes are left out. The file has no pages of its own and its
characters no fixed places, so the document has no runs.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, Literal

from factcheck.building import Builder, Content, Draft
from factcheck.errors import SourceError
from factcheck.readers._drafts import mark_by_markup, mark_by_words
from factcheck.readers._office import RAISED, child, is_on, name_of, numeral, value
from factcheck.readers._word_fields import FRAMES, TYING, Fields, addresses_of
from factcheck.readers._word_styles import Numbers, Style, Styles
from factcheck.readers._zipped import DAMAGE, opened, root_of
from factcheck.reading import Reader

OUT = frozenset(
    "del moveFrom pPr rPr sectPr delText delInstrText footnoteRef endnoteRef annotationRef fldData sdtPr"
    " sdtEndPr tblPr tblGrid trPr tcPr proofErr bookmarkStart bookmarkEnd rt".split()
)
"""Elements that say nothing of the text as it stands."""
SPACES = frozenset(("tab", "br", "cr", "ptab"))
BULLETS = {"F0B7": "•", "F0A7": "▪", "F0D8": "‣"}

NoteKind = Literal["footnote", "endnote"]


def read(data: bytes, builder: Builder) -> None:
    """Fills the builder with the text's blocks and notes, and with what the file says of itself."""
    opened(data, builder.limits).close()
    document = _document(data)
    parts = {rel.reltype.rpartition("/")[2]: rel for rel in document.part.rels.values() if not rel.is_external}
    _describe(document, builder)
    walk = _Walk(
        builder,
        Styles(_part(parts, "styles")),
        Numbers.of(_part(parts, "numbering")),
        _notes(_part(parts, "footnotes"), "footnote") | _notes(_part(parts, "endnotes"), "endnote"),
        _forms(_part(parts, "settings"), document.element),
    )
    body = child(document.element, "body")
    walk.addresses = addresses_of(document.part.rels)
    walk.blocks(body if body is not None else ())
    walk.addresses = {}
    walk.write_notes()
    if any(draft.kind == "heading" for draft in builder.drafts):
        mark_by_markup(builder)
    else:
        mark_by_words(builder)
    title = next((draft.words for draft in builder.drafts if draft.kind == "title"), None)
    builder.title = title or builder.title or builder.metadata.get("title")


def _document(data: bytes) -> Any:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        return docx.Document(BytesIO(data))
    except (OpcError, LxmlError, KeyError, AttributeError, TypeError, *DAMAGE) as error:
        raise SourceError("the file is damaged, or no DOCX") from error


def _part(parts: dict[str, Any], name: str) -> Any:
    """The root of one of the file's other parts; none where it is missing."""
    if name not in parts:
        return None
    part = parts[name].target_part
    return part.element if hasattr(part, "element") else root_of(part.blob)


def _describe(document: Any, builder: Builder) -> None:
    """Title and author as the file's properties name them; one word is a file's name or a login."""
    try:
        said = document.core_properties
        found = {"title": said.title, "author": said.author}
    except (KeyError, AttributeError, TypeError, ValueError):
        return
    for name, words in found.items():
        if words and " " in words.strip():
            builder.metadata[name] = " ".join(words.split())


def _notes(root: Any, kind: NoteKind) -> dict[tuple[str, str | None], Any]:
    """The notes of a kind by their ids; what draws the line above them is left out."""
    return {
        (kind, value(note, "id")): note
        for note in (root if root is not None else ())
        if name_of(note) == kind and value(note, "type") in (None, "normal")
    }


def _forms(settings: Any, document: Any) -> dict[str, str]:
    """How notes are numbered: in figures, those at the end in small Roman numerals, unless the file says otherwise."""
    forms = {"footnote": "decimal", "endnote": "lowerRoman"}
    for place in (settings, child(document, "body", "sectPr")):
        for kind in forms if place is not None else ():
            forms[kind] = value(child(place, f"{kind}Pr", "numFmt")) or forms[kind]
    return forms


@dataclass(slots=True)
class _Place:
    """Where in a table blocks stand."""

    row: str | None
    column: str | None


@dataclass(slots=True)
class _Walk:
    """Goes through a file's blocks in order and writes them."""

    builder: Builder
    styles: Styles
    numbers: Numbers
    notes: dict[tuple[str, str | None], Any]
    forms: dict[str, str]
    carried: Content = field(default_factory=Content)
    """What stood in a paragraph whose end was deleted: it goes on in the next."""
    called: list[tuple[str, Any]] = field(default_factory=list)
    """Labels and elements of the notes, in order of their markers."""
    counts: dict[str, int] = field(default_factory=dict)
    fields: Fields = field(default_factory=Fields)
    addresses: dict[str, str] = field(default_factory=dict)
    """Where links lead, by their ids, in the part of the file that is being read."""
    lists: dict[int, tuple[str, int]] = field(default_factory=dict)
    """Depth -> the list that is open there, as its number in the file and in the document."""

    def blocks(self, elements: Any, place: _Place | None = None) -> None:
        """Writes the paragraphs and tables among some elements."""
        for element in elements:
            name = name_of(element)
            if name == "p":
                self._paragraph(element, place)
            elif name == "tbl":
                self._table(element)
            elif name == "AlternateContent":
                self.blocks(chosen(element), place)
            elif name not in OUT:
                self.blocks(element, place)

    def write_notes(self) -> None:
        """Writes the notes; a note's paragraphs are one block, and a note in a note comes after it."""
        for label, note in self.called:
            draft = self.builder.block("note", label=label)
            for paragraph in note.iter("{*}p"):
                self._content(paragraph, draft)
                draft.line_end()

    def _paragraph(self, element: Any, place: _Place | None) -> None:
        properties = child(element, "pPr")
        draft = Draft("paragraph", content=self.carried)
        self.carried = Content()
        boxes = self._content(element, draft)
        if properties is not None and child(properties, "rPr", "del") is not None:
            self.carried = draft.content
        elif draft.words:
            self._settle(draft, self.styles.of(properties), place)
            self.builder.drafts.append(draft)
        for box in boxes:
            self.blocks(box)

    def _settle(self, draft: Draft, style: Style, place: _Place | None) -> None:
        """Says what a paragraph is, by its place, style and number."""
        depth = style.depth or 0
        numbered = self.numbers.next(style.list, depth)
        if place is not None:
            draft.kind, draft.row, draft.column = "table-cell", place.row, place.column
            return
        draft.kind, draft.level = style.kind, style.level
        if numbered is None or style.kind not in ("paragraph", "heading"):
            self.lists.clear()
            return
        draft.label, printed, begins = numbered
        if style.kind == "heading":
            self.lists.clear()
            draft.content[:0] = Draft("heading").text(f"{printed} ").content if printed else []
            return
        draft.kind, draft.level, draft.list = "list-item", depth + 1, self._list(style.list or "", depth, begins)

    def _list(self, id: str, depth: int, begins: bool) -> int:
        """The number in the document of the list that an item belongs to; an item closes all deeper lists."""
        for deeper in [level for level in self.lists if level > depth]:
            del self.lists[deeper]
        if begins or self.lists.get(depth, ("", 0))[0] != id:
            self.lists[depth] = (id, self.builder.new_list())
        return self.lists[depth][1]

    def _content(self, paragraph: Any, draft: Draft) -> list[Any]:
        """Writes a paragraph's words and markers; gives back the text boxes that hang on it."""
        boxes = []
        for piece in _pieces(paragraph):
            if isinstance(piece, str):
                draft.text(piece)
            elif name_of(piece) == "txbxContent":
                boxes.append(piece)
            elif name_of(piece) in TYING:
                draft.content += self.fields.ties(piece, self.addresses)
            else:
                label = self._label(piece)
                if label:
                    draft.marker(label)
        return boxes

    def _label(self, reference: Any) -> str | None:
        """The label of the note that is called for; none where the file does not hold it."""
        kind = name_of(reference).removesuffix("Reference")
        note = self.notes.get((kind, value(reference, "id")))
        if note is None:
            return None
        custom = value(reference, "customMarkFollows") in ("1", "true", "on")
        label = "".join(following.text or "" for following in reference.itersiblings("{*}t")).strip() if custom else ""
        if not label:
            self.counts[kind] = self.counts.get(kind, 0) + 1
            label = numeral(self.counts[kind], self.forms[kind])
        self.called.append((label, note))
        return label

    def _table(self, table: Any) -> None:
        """Writes a table's cells; one of a single column only frames what it holds."""
        self.lists.clear()
        rows = [row for row in _rows(table) if child(row, "trPr", "del") is None]
        cells = [[(cell, _span(cell)) for cell in _children(row, "tc")] for row in rows]
        if max((sum(span for _, span in row) for row in cells), default=0) < 2:
            self.blocks([cell for row in cells for cell, _ in row])
            return
        heads: dict[int, str] = {}
        firsts = ""
        for number, row in enumerate(cells):
            at = 0
            for cell, span in row:
                begin = len(self.builder.drafts)
                self.blocks(cell, _Place(firsts if number and at else None, heads.get(at) if number else None))
                words = " ".join(draft.words for draft in self.builder.drafts[begin:])
                if not at and not _is_merged(cell):
                    firsts = words
                if not number:
                    heads |= dict.fromkeys(range(at, at + span), words)
                at += span


def _rows(table: Any) -> Iterator[Any]:
    return _children(table, "tr")


def _children(element: Any, name: str) -> Iterator[Any]:
    """Children of a name, also those that a content control or a tracked insertion frames."""
    for one in element:
        if name_of(one) == name:
            yield one
        elif name_of(one) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _children(one, name)


def _span(cell: Any) -> int:
    """How many columns a cell takes up."""
    span = value(child(cell, "tcPr", "gridSpan")) or "1"
    return min(int(span), 100) if span.isdigit() else 1


def _is_merged(cell: Any) -> bool:
    """Whether a cell only goes on with the one above it."""
    merge = child(cell, "tcPr", "vMerge")
    return merge is not None and value(merge) in (None, "continue")


def chosen(alternatives: Any) -> Any:
    """What a program of today shows of alternatives; the others repeat it for older ones."""
    choice = child(alternatives, "Choice")
    fallback = child(alternatives, "Fallback")
    return choice if choice is not None else fallback if fallback is not None else ()


def _pieces(element: Any) -> Iterator[Any]:
    """A paragraph's words as text, and as elements the markers and text boxes among them."""
    for one in element:
        name = name_of(one)
        if name == "r":
            yield from _run(one)
        elif name == "AlternateContent":
            yield from _pieces(chosen(one))
        elif name == "txbxContent":
            yield one
        elif name == "t":
            yield one.text or ""
        elif name in FRAMES:
            yield from _tied(one)
        elif name not in OUT:
            yield from _pieces(one)


def _tied(element: Any) -> Iterator[Any]:
    """What a link or a short field frames, with itself before and after."""
    yield element
    yield from _pieces(element)
    yield element


def _run(run: Any) -> Iterator[Any]:
    """The pieces of characters that are set alike."""
    properties = child(run, "rPr")
    if properties is not None and is_on(child(properties, "vanish")):
        return
    raised = properties is not None and value(child(properties, "vertAlign")) == "superscript"
    custom = False
    for one in run:
        name = name_of(one)
        if name == "t" and not custom:
            yield (one.text or "").translate(RAISED) if raised else one.text or ""
        elif name in SPACES:
            yield " "
        elif name == "noBreakHyphen":
            yield "-"
        elif name == "sym":
            yield BULLETS.get((value(one, "char") or "").upper(), "")
        elif name in ("footnoteReference", "endnoteReference"):
            custom = value(one, "customMarkFollows") in ("1", "true", "on")
            yield one
        elif name in TYING:
            yield one
        elif name == "AlternateContent":
            yield from _pieces(chosen(one))
        elif name not in OUT and name != "t":
            yield from _pieces(one)


READER = Reader("docx", 2, (".docx", ".docm"), read)
