"""Markdown: front matter, headings, lists, quotations, tables, and notes (`[^1]`, `^[inline]`, `[1]` with a list)."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Any

from factcheck.building import Builder, Draft
from factcheck.language.datelines import partial_date
from factcheck.readers._drafts import mark_captions, mark_date, mark_title
from factcheck.readers._headings import Numbering, counts_bare
from factcheck.readers._markdown_inline import Inline
from factcheck.reading import Reader, decode, decoded
from factcheck.records.document import BlockKind

if TYPE_CHECKING:
    from markdown_it.token import Token

FIELDS = {
    "title": "title", "author": "author", "authors": "author", "by": "author", "byline": "author", "date": "issued",
    "published": "issued", "issued": "issued", "pubdate": "issued", "publisher": "publisher", "site": "publisher",
    "container-title": "container-title", "publication": "container-title", "source": "container-title", "url": "URL",
    "link": "URL", "canonical": "URL", "lang": "language", "language": "language",
}  # fmt: skip
"""Front matter's keys, and the CSL-JSON field that each gives."""

_FRONT = re.compile(r"---[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|$)", re.S)
_LINE = re.compile(r"\r\n|\r|\n")
_TAG = re.compile(r"<!--.*?(?:-->|$)|<[^<>]*>", re.S)
_NOTES = re.compile(r"(?:end|foot)?notes?(?: and (?:references|sources))?|references|citations|sources", re.I)
_NUMBER = re.compile(r"(?<=\S) ?\[(\d{1,3})(?=[\],])")
_BRACKETED = re.compile(r"\[(\d{1,3})\]\s+(?=\S)")
LONGEST_FRONT = 20_000
"""Characters of front matter that is read."""
MOST_NAMES = 50


def read(data: bytes, builder: Builder) -> None:
    """Fills the builder with the text's blocks and notes, and with what its front matter says of it."""
    text = decoded(data, builder)
    front = _FRONT.match(text)
    if front:
        _read_front(front[1], builder)
    begin = front.end() if front else 0
    _Walk(text, begin, builder).run()
    mark_title(builder)
    mark_date(builder)
    mark_captions(builder)


def _read_front(text: str, builder: Builder) -> None:
    """What the front matter says; one that is no YAML says nothing."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        found = YAML(typ="safe", pure=True).load(text) if len(text) < LONGEST_FRONT else None
    except (YAMLError, ValueError, RecursionError):
        return
    for key, value in found.items() if isinstance(found, dict) else ():
        name, words = FIELDS.get(str(key).lower()), _words(value)
        if name and words:
            builder.metadata.setdefault(name, words)
    builder.title = builder.metadata.get("title")
    builder.language = builder.language or builder.metadata.get("language")
    issued = partial_date(builder.metadata.get("issued", ""))
    if issued:
        builder.date, builder.date_from = issued, "metadata"


def _words(value: Any) -> str:
    """A value of the front matter as text: names by their parts, lists with commas."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value[:MOST_NAMES])))
    return _name(value)


def _name(value: Any) -> str:
    if isinstance(value, dict):
        return " ".join(str(value[key]) for key in ("given", "family", "name", "literal") if value.get(key))
    return str(value).strip() if isinstance(value, str | int | float | date) else ""


class _Walk:
    """Goes through the parser's tokens, block by block."""

    def __init__(self, text: str, begin: int, builder: Builder) -> None:
        from markdown_it import MarkdownIt
        from mdit_py_plugins.footnote import footnote_plugin

        parser = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
        parser.core.ruler.disable(["footnote_tail", "text_join"])
        environment: dict[str, Any] = {}
        self.tokens = parser.parse(text[begin:], environment)
        self.listed = _listed_notes(self.tokens)
        self.bracketed = _bracketed_notes(self.tokens)
        self.inline = Inline(text, environment, numbered=bool(self.listed or self.bracketed))
        self.builder = builder
        self.lines = [begin, *(begin + match.end() for match in _LINE.finditer(text[begin:])), len(text)]
        heads = (token.content for before, token in pairwise(self.tokens) if before.type == "heading_open")
        self.numbering = Numbering(counts_bare(heads))
        self.lists: list[int] = []
        self.labels: list[str | None] = []
        self.fresh = False
        self.quoted = 0
        self.note: Draft | None = None
        self.columns: list[str] = []
        self.cells: list[str] = []

    def run(self) -> None:
        """Writes all blocks, then the notes that stood inside them."""
        for before, token in pairwise([None, *self.tokens]):
            if token is None:
                continue
            if token.type == "inline":
                self._write(token, before)
            elif token.type in ("fence", "code_block"):
                self._code(token)
            elif token.type == "html_block":
                self._html(token)
            elif token.type.startswith(("footnote_reference", "blockquote", "t")):
                self._frame(token)
            else:
                self._list(token)
        for label, at, tokens in self.inline.inline_notes:
            self.inline.cursor = at
            self.inline.write(tokens, self.builder.block("note", label=label), self.lines[-1])

    def _list(self, token: "Token") -> None:
        """Opens and closes lists and their items."""
        if token.type in ("bullet_list_open", "ordered_list_open"):
            self.lists.append(self.builder.new_list())
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif token.type == "list_item_open":
            self.labels.append(token.info or None)
            self.fresh = True
            if id(token) in self.listed:
                self.note = self.builder.block("note", label=token.info)
        elif token.type == "list_item_close":
            self.labels.pop()
            self.fresh = False
            self.note = self.note if self.labels else None

    def _frame(self, token: "Token") -> None:
        """Opens and closes quotations, notes and the rows of tables."""
        if token.type == "footnote_reference_open":
            self.note = self.builder.block("note", label=token.meta["label"])
        elif token.type == "footnote_reference_close":
            self.note = None
        elif token.type.startswith("blockquote"):
            self.quoted += token.nesting
        elif token.type == "table_open":
            self.columns = []
        elif token.type == "tr_open":
            self.cells = []
        elif token.type == "thead_close":
            self.columns = self.cells

    def _write(self, token: "Token", before: "Token | None") -> None:
        """A block of text; `before` opens it."""
        first, stop = token.map or (0, len(self.lines) - 1)
        self.inline.cursor = max(self.inline.cursor, self.lines[first])
        opened = before.type if before else ""
        if id(token) in self.bracketed:
            self._bracketed(token, self.lines[min(stop, len(self.lines) - 1)])
            return
        if self.note is not None:
            draft = self.note.line_end()
        elif opened == "heading_open" and before:
            draft = self.builder.block("heading", level=int(before.tag[1:]))
            draft.label = self.numbering.place(token.content)[0]
        elif opened in ("th_open", "td_open"):
            draft = self._cell(_plain(token), opened)
        elif self.fresh:
            draft = self.builder.block("list-item", level=len(self.lists), label=self.labels[-1], list=self.lists[-1])
            self.fresh = False
        else:
            draft = self.builder.block(_paragraph_kind(token, self.quoted))
        self.inline.write(token.children or (), draft, self.lines[min(stop, len(self.lines) - 1)])

    def _bracketed(self, token: "Token", stop: int) -> None:
        """A paragraph of notes, each on a line of its own that begins with its number in brackets."""
        draft = self.builder.block("note")
        for line in _lines_in(token):
            number = _BRACKETED.match(line[0].content) if line and line[0].type == "text" else None
            if number:
                self.inline.leave_out(number[0], stop)
                line[0].content = line[0].content[number.end() :]
                draft = self.builder.block("note", label=number[1])
            self.inline.write(line, draft.line_end(), stop)

    def _cell(self, words: str, opened: str) -> Draft:
        column, row = len(self.cells), self.cells[0] if self.cells else None
        self.cells.append(words)
        head = self.columns[column] if opened == "td_open" and column < len(self.columns) else None
        return self.builder.block("table-cell", row=row if opened == "td_open" else None, column=head or None)

    def _code(self, token: "Token") -> None:
        """Code is quoted, line by line as it stands."""
        self._lines_of(token, token.content)

    def _html(self, token: "Token") -> None:
        """The text between tags; comments are left out."""
        self._lines_of(token, _TAG.sub("\n", token.content))

    def _lines_of(self, token: "Token", content: str) -> None:
        first, stop = token.map or (0, len(self.lines) - 1)
        self.inline.cursor = max(self.inline.cursor, self.lines[first])
        draft = self.builder.block("quotation" if token.type != "html_block" else "paragraph")
        for line in filter(None, map(str.strip, content.splitlines())):
            self.inline.plain(line, draft, self.lines[min(stop, len(self.lines) - 1)])
            draft.line_end()


def _plain(token: "Token") -> str:
    """A cell's words without its marks."""
    said = "".join(" " if child.type == "softbreak" else child.content for child in token.children or ())
    return " ".join(said.split())


def _lines_in(token: "Token") -> list[list["Token"]]:
    """A paragraph's tokens, line by line."""
    found: list[list[Token]] = [[]]
    for child in token.children or ():
        if child.type in ("softbreak", "hardbreak"):
            found.append([])
        else:
            found[-1].append(child)
    return found


def _bracketed_notes(tokens: "Sequence[Token]") -> frozenset[int]:
    """The paragraphs, by their `id`, under a heading such as "Notes" that begin with a number in brackets which stands
    in the text too, as most of them do."""
    found: dict[int, str] = {}
    marked: set[str] = set()
    under = False
    for before, token in pairwise(tokens):
        if token.type != "inline":
            continue
        number = _BRACKETED.match(token.content) if before.type == "paragraph_open" else None
        if number and under:
            found[id(token)] = number[1]
            continue
        under = bool(_NOTES.fullmatch(token.content.strip(" :*_")))
        marked.update(_NUMBER.findall(token.content))
    return frozenset(found) if 2 * len(marked & set(found.values())) >= len(found) else frozenset()


def _listed_notes(tokens: "Sequence[Token]") -> frozenset[int]:
    """The items, by their `id`, of a numbered list under a heading such as "Notes" whose numbers stand in brackets in
    the text, as most of them do."""
    marked = {label for token in tokens if token.type == "inline" for label in _NUMBER.findall(token.content)}
    found: set[int] = set()
    for place in range(1, len(tokens) - 2):
        if tokens[place + 2].type != "ordered_list_open" or not _NOTES.fullmatch(tokens[place].content.strip(" :*_")):
            continue
        items = list(takewhile(lambda token: token.type != "ordered_list_close", tokens[place + 3 :]))
        items = [token for token in items if token.type == "list_item_open"]
        if 2 * len(marked & {token.info for token in items}) >= len(items):
            found.update(map(id, items))
    return frozenset(found)


def _paragraph_kind(token: "Token", quoted: int) -> BlockKind:
    children = token.children or ()
    if children and all(child.type in ("image", "softbreak") for child in children):
        return "caption"
    return "quotation" if quoted else "paragraph"


READER = Reader("markdown", 4, (".md", ".markdown"), read, decode)
