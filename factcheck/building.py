"""How a reader makes a document: it opens blocks and puts text into them; the builder does the rest.

The rest is what every format needs alike: NFC, white space, hyphens at line ends, the order of blocks,
sentences, section paths, note markers, and the map back to the file.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from factcheck.canonical import Box, Writing
from factcheck.config import Limits
from factcheck.errors import SourceError
from factcheck.language.hyphens import Healer
from factcheck.language.identifying import NAMES, language_of
from factcheck.language.sentences import split
from factcheck.records.base import PartialDate
from factcheck.records.document import Block, BlockKind, Document, Link, Marker, Run, Sentence

BETWEEN = "\n\n"
PATH = " > "
WHOLE: frozenset[BlockKind] = frozenset({"title", "heading", "table-cell", "byline"})
"""Blocks that are one sentence, whatever full stops they hold."""
PROSE: frozenset[BlockKind] = frozenset({"paragraph", "list-item", "quotation", "standfirst"})
"""Blocks whose language is told by their words."""
ENGLISH = frozenset({"en", "eng", "english"})
MOST_JUDGED, FEWEST_JUDGED = 20_000, 120
"""Characters by which a text's language is told, and from which a block's is."""
DateFrom = Literal["record", "metadata", "dateline", "text", "unknown"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters as the file has them, from one place of it: `at` counts its decoded characters."""

    text: str
    at: int | None
    page: int | None
    box: Box | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A note's marker that stood here."""

    label: str


@dataclass(frozen=True, slots=True)
class LineEnd:
    """A line of the file ended here: joined with a space, or its hyphen healed."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Here begin words that the file ties to something (see `Link`); null: here they end."""

    target: str | None


Content = list[Piece | Mark | LineEnd | Tie]
LINE_END = LineEnd()


@dataclass(slots=True, eq=False)
class Draft:
    """A block that is being put together; its fields mean what `Block`'s mean, and may change until the end."""

    kind: BlockKind
    level: int = 0
    label: str | None = None
    page: str | None = None
    list: int | None = None
    row: str | None = None
    column: str | None = None
    cell: str | None = None
    speaker: str | None = None
    at: str | None = None
    checked: bool = True
    content: Content = field(default_factory=Content)

    @property
    def words(self) -> str:
        """What it says so far, plainly joined; enough to judge its form by."""
        return " ".join("".join(_said(piece) for piece in self.content).split())

    def text(self, text: str, at: int | None = None, *, page: int | None = None, box: Box | None = None) -> "Draft":
        """Adds characters directly after those before."""
        self.content.append(Piece(text, at, page, box))
        return self

    def line_end(self) -> "Draft":
        """Says that a line ended here in the file, though the block goes on."""
        self.content.append(LINE_END)
        return self

    def marker(self, label: str) -> "Draft":
        """Says that the marker of note `label` stood here."""
        self.content.append(Mark(label))
        return self

    def tie(self, target: str | None) -> "Draft":
        """Says that words begin here that the file ties to a target; null: that they end here."""
        self.content.append(Tie(target))
        return self


def _said(piece: Piece | Mark | LineEnd | Tie) -> str:
    return piece.text if isinstance(piece, Piece) else " " if isinstance(piece, LineEnd) else ""


@dataclass(slots=True)
class Builder:
    """Collects drafts in reading order and makes the document; see `Draft`.

    A reader sets what the file says of itself: `title`, `date` with `date_from`, `metadata` (CSL-JSON
    field -> text), `pages`, `language` (null: to be guessed), and sentences in `not_checked`.
    `limits` bound what reading it may cost.
    """

    drafts: list[Draft] = field(default_factory=list)
    title: str | None = None
    date: PartialDate | None = None
    date_from: DateFrom = "unknown"
    language: str | None = None
    pages: int = 0
    metadata: dict[str, str] = field(default_factory=dict)
    not_checked: list[str] = field(default_factory=list)
    limits: Limits = field(default_factory=Limits)
    _lists: int = 0
    _until: float = field(init=False)

    def __post_init__(self) -> None:
        self._until = time.monotonic() + self.limits.seconds

    def in_time(self) -> None:
        """Raises `SourceError` once reading has taken longer than it may; every new block asks."""
        if time.monotonic() > self._until:
            most = f"{self.limits.seconds:g} seconds (factcheck.toml: limits.seconds)"
            raise SourceError(f"takes longer to read than the limit of {most}")

    def left(self) -> float:
        """Seconds that reading may still take."""
        return max(self._until - time.monotonic(), 0.0)

    def bounded(self, characters: int, markup: int = 1) -> None:
        """Raises `SourceError` for more characters than may be read, of which `markup` may stand for one of text."""
        if characters > self.limits.characters * markup:
            most = f"{self.limits.characters:,} characters (factcheck.toml: limits.characters)"
            raise SourceError(f"holds more text than the limit of {most}")

    def block(
        self,
        kind: BlockKind,
        *,
        level: int = 0,
        label: str | None = None,
        page: str | None = None,
        list: int | None = None,
        row: str | None = None,
        column: str | None = None,
        cell: str | None = None,
        speaker: str | None = None,
        at: str | None = None,
        checked: bool = True,
    ) -> Draft:
        """A new block after those before; notes and furniture are moved to the end when all is read."""
        self.in_time()
        draft = Draft(kind, level, label, page, list, row, column, cell, speaker, at, checked)
        self.drafts.append(draft)
        return draft

    def new_list(self) -> int:
        """A number for the items of one list."""
        self._lists += 1
        return self._lists

    def document(self, source: str, reader: str) -> Document:
        """The document; blocks without any text are left out."""
        pieces = (piece for draft in self.drafts for piece in draft.content if isinstance(piece, Piece))
        self.bounded(sum(len(piece.text) for piece in pieces))
        healer = Healer(piece.text for draft in self.drafts for piece in draft.content if isinstance(piece, Piece))
        written = [entry for draft in self.drafts if (entry := (draft, _write(draft, healer)))[1].text]
        _mark_languages(self, written)
        return _assemble(self, source, reader, sorted(written, key=_rank))


def _write(draft: Draft, healer: Healer) -> Writing:
    """A draft's content as clean text with its runs and the places of its markers."""
    writing = Writing()
    pending = soft = False
    for piece in draft.content:
        if isinstance(piece, LineEnd):
            pending = True
        elif isinstance(piece, Mark | Tie):
            writing.mark(piece)
        else:
            if pending and piece.text.strip():
                writing.join("keep" if soft else healer.join(writing.tail, piece.text.lstrip()))
                pending = False
            soft = piece.text.rstrip().endswith("\u00ad")
            writing.add(piece.text, piece.at, piece.page, piece.box)
    return writing.finished()


def _rank(entry: tuple[Draft, Writing]) -> int:
    return {"note": 1, "furniture": 2}.get(entry[0].kind, 0)


def _mark_languages(builder: Builder, written: list[tuple[Draft, Writing]]) -> None:
    """Says which text is not in English; that is read, and not checked."""
    text = " ".join(writing.text for draft, writing in written if draft.kind in PROSE)
    language = builder.language or language_of(text[:MOST_JUDGED]) or "en"
    builder.language = language
    if language.replace("_", "-").split("-")[0].lower() not in ENGLISH:
        builder.not_checked.append(f"The text is in {NAMES.get(language, language)} and was not checked.")
        for draft, _ in written:
            draft.checked = False
        return
    others = []
    for draft, writing in written:
        if draft.kind in PROSE and len(writing.text) > FEWEST_JUDGED and language_of(writing.text) not in ("en", None):
            draft.checked = False
            others.append(draft)
    if others:
        number = "One paragraph" if len(others) == 1 else f"{len(others)} paragraphs"
        builder.not_checked.append(f"{number} in another language than English: not checked.")


def _assemble(builder: Builder, source: str, reader: str, ordered: list[tuple[Draft, Writing]]) -> Document:
    paths = _paths(ordered)
    notes = _notes(ordered)
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    markers: list[Marker] = []
    runs: list[Run] = []
    links: list[Link] = []
    at = 0
    for number, (draft, writing) in enumerate(ordered):
        end = at + len(writing.text)
        blocks.append(_block(draft, at, end, paths[number]))
        sentences += (Sentence(start=at + a, end=at + b, block=number) for a, b in _sentences(draft, writing.text))
        markers += (
            Marker(label=mark.label, at=at + place, note=notes(mark.label))
            for mark, place in writing.marks
            if isinstance(mark, Mark)
        )
        links += _links(writing, at)
        runs += (Run(start=at + a, end=at + b, at=where, page=page, box=box) for a, b, where, page, box in writing.runs)
        at = end + len(BETWEEN)
    return Document(
        source=source,
        text=BETWEEN.join(writing.text for _, writing in ordered),
        blocks=tuple(blocks),
        sentences=tuple(sentences),
        markers=tuple(markers),
        runs=tuple(runs),
        links=tuple(links),
        title=builder.title,
        date=builder.date,
        date_from=builder.date_from,
        language=builder.language or "en",
        pages=builder.pages,
        not_checked=tuple(builder.not_checked),
        metadata=tuple(builder.metadata.items()),
        reader=reader,
    )


def _links(writing: Writing, base: int) -> Iterator[Link]:
    """The links of a block; one inside another is a part of it."""
    open_: list[tuple[str, int]] = []
    for mark, place in writing.marks:
        if isinstance(mark, Tie) and mark.target is not None:
            open_.append((mark.target, place))
        elif isinstance(mark, Tie) and open_:
            target, start = open_.pop()
            if not open_:
                yield Link(start=base + start, end=base + place, target=target)


def _block(draft: Draft, start: int, end: int, section: str | None) -> Block:
    return Block(
        kind=draft.kind,
        start=start,
        end=end,
        level=draft.level,
        label=draft.label,
        section=section,
        page=draft.page,
        list=draft.list,
        row=draft.row,
        column=draft.column,
        cell=draft.cell,
        speaker=draft.speaker,
        at=draft.at,
        checked=draft.checked,
    )


def _sentences(draft: Draft, text: str) -> list[tuple[int, int]]:
    """The sentences of a block; what is not the author's text has none."""
    if draft.kind == "furniture":
        return []
    return [(0, len(text))] if draft.kind in WHOLE else split(text)


def _paths(ordered: Iterable[tuple[Draft, Writing]]) -> list[str | None]:
    """The section path of every block: the headings above it, a heading's own left out."""
    paths: list[str | None] = []
    open_: list[tuple[int, str]] = []
    for draft, writing in ordered:
        if draft.kind == "heading":
            open_ = [entry for entry in open_ if entry[0] < max(draft.level, 1)]
        inside = draft.kind not in ("note", "furniture", "title")
        paths.append(PATH.join(text for _, text in open_) or None if inside else None)
        if draft.kind == "heading":
            open_.append((max(draft.level, 1), writing.text))
    return paths


def _notes(ordered: list[tuple[Draft, Writing]]) -> Callable[[str], int | None]:
    """Which block a marker means, asked in order of the markers.

    Where labels start again in every chapter, the n-th marker of a label means the n-th note of it.
    """
    labelled: dict[str, list[int]] = {}
    for number, (draft, _) in enumerate(ordered):
        if draft.kind == "note" and draft.label is not None:
            labelled.setdefault(draft.label, []).append(number)
    asked: Counter[str] = Counter()

    def find(label: str) -> int | None:
        notes = labelled.get(label)
        asked[label] += 1
        return notes[min(asked[label], len(notes)) - 1] if notes else None

    return find
