"""Citations in a draft's text: pandoc's, those of a citation manager, and authors with years in brackets.

They are read off the text and taken out of it, so that "p. 7" is no figure and "2021" no date of what is told.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from factcheck.gate.editing import Edit, Edited
from factcheck.records.citation import Work
from factcheck.records.document import Document, Link

MOST_ITEMS = 40
"""Works that one citation names."""


@dataclass(frozen=True, slots=True)
class Locator:
    """Where in a work: `kind` is "page", "section", "note" or another word, `value` what follows it."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Cite:
    """A work cited at a place of the draft's text, behind the words that it is cited for.

    `key` is the id given, `work` what else is said of it, `url` an address; `written` is the citation as it stands.
    `note` is the label of the note in which it stands. `named` is set where the author is a part of the sentence.
    """

    at: int
    written: str
    key: str | None = None
    work: Work | None = None
    url: str | None = None
    locator: Locator | None = None
    note: str | None = None
    named: bool = False
    only_if_known: bool = False
    """Whether it is a citation only where it leads to a source (a link, an author with a year)."""


class Library(Protocol):
    """What knows the project's sources."""

    def resolve(self, cite: Cite) -> str | None:
        """The id of the source that is cited, or null."""

    def author_of(self, key: str) -> str | None:
        """Whose work a source is, as a sentence names them; null where the key is unknown."""


@dataclass(frozen=True)
class Cited:
    """A document without its citations, and these in order of place (offsets of the edited document)."""

    edited: Edited
    cites: tuple[Cite, ...] = field(default=())

    @property
    def document(self) -> Document:
        """The document without its citations."""
        return self.edited.document


_KEY = r"@(?:\{(?P<braced>[^{}\s]{1,200})\}|(?P<key>\w(?:\w|[:.#$%&+?<>~/-](?=\w)){0,200}))"
_BRACKET = re.compile(r"\[(?P<inside>[^\[\]@]{0,200}-?@[^\[\]]{1,600})\](?!\()")
_ITEM = re.compile(rf"(?P<prefix>[^@]{{0,200}}?)(?P<minus>-?){_KEY}(?P<rest>.*)", re.S)
_NARRATIVE = re.compile(rf"(?<![\w.@/-])-?{_KEY}(?P<place> ?\[(?P<locator>[^\[\]@]{{1,80}})\](?!\())?")
_LOCATOR = re.compile(
    r"^[\s,]*\{?(?:(?P<word>pages?|pp?|chapters?|chap|ch|sections?|secs?|§§?|notes?|nn?|paragraphs?|paras?|¶¶?|figures?"
    r"|figs?|tables?|volumes?|vols?|appendi(?:x|ces)|app|lines?|l)(?=[\s.\d§¶])\.?\s?)?"
    r"(?P<value>[\divxlcIVXLCA-Z][\w.()]{0,12}(?:\s?[-–]\s?[\w.]{1,12})?(?:,\s?\d[\w.]{0,8}(?:[-–][\w.]{1,8})?){0,6})\b"
)
_KINDS = {
    "p": "page", "pp": "page", "page": "page", "pages": "page", "s": "section", "§": "section", "§§": "section",
    "section": "section", "sections": "section", "sec": "section", "secs": "section", "ch": "chapter",
    "chap": "chapter", "chapter": "chapter", "chapters": "chapter", "n": "note", "nn": "note", "note": "note",
    "notes": "note", "para": "paragraph", "paras": "paragraph", "paragraph": "paragraph", "paragraphs": "paragraph",
    "¶": "paragraph", "¶¶": "paragraph", "fig": "figure", "figs": "figure", "figure": "figure", "figures": "figure",
    "table": "table", "tables": "table", "vol": "volume", "vols": "volume", "volume": "volume", "volumes": "volume",
    "app": "appendix", "appendix": "appendix", "appendices": "appendix", "line": "line", "lines": "line", "l": "line",
}  # fmt: skip
_AUTHOR_YEAR = re.compile(
    r"(?P<author>[A-Z][^\d()\[\];,]{1,80}),?\s(?P<year>(?:19|20)\d\d)[a-z]?(?:[,:]\s?(?P<locator>[^();]{1,40}))?"
)
_ROUND = re.compile(r"\((?P<inside>[^()]{5,300})\)")
_BEHIND = re.compile(r",? (?:pp?|secs?|chap|ch|paras?|nn?|fig|vol)\.? ?[\w.]{1,12}(?:[-–][\w.]{1,12})?(?=[\s.;,)]|$)")
"""Where in a work, behind a citation in a note."""
_WITHIN = re.compile(
    r",? (?:pages?|pp?|sections?|secs?|chapters?|chap|ch|paragraphs?|paras?|nn?|figs?|vol)\.? ?"
    r"\d[\w.]{0,11}(?:[-–][\w.]{1,12})?(?=[\s.;,)]|$)"
)
"""The same wherever it stands: a number must follow."""
_SEE = re.compile(r"^(?:see(?: also)?|cf\.|e\.g\.,?)\s+", re.I)
_LEADS_IN = re.compile(r"\((?:\s*+(?:see(?: also)?|cf\.|e\.g\.,?))?\s*$", re.I)


def taken_out(document: Document, library: Library) -> Cited:
    """The document without the citations that stand in its text; those that stand in notes are read with the notes."""
    found: list[tuple[Edit, list[Cite]]] = []
    taken: list[tuple[int, int]] = []
    for edit, cites in sorted(
        (*_managed(document), *_bracketed(document), *_narrative(document, library), *_authors(document, library)),
        key=lambda entry: (entry[0].start, -entry[0].end),
    ):
        if not taken or edit.start >= taken[-1][1]:
            taken.append((edit.start, edit.end))
            found.append((edit, cites))
    edited = Edited(document, [edit for edit, _ in found])
    placed = []
    for edit, cites in found:
        at = edited.after(edit.start) + len(edit.instead)
        noted = _in_a_note(document, edit.start)
        placed += [replace(cite, at=at, note=noted) for cite in cites]
    placed += (
        Cite(edited.after(link.end), document.text[link.start : link.end], url=link.target, only_if_known=True)
        for link in document.links
        if not link.is_citation
    )
    return Cited(edited, tuple(sorted(placed, key=lambda cite: cite.at)))


Found = Iterator[tuple[Edit, list[Cite]]]


def _bracketed(document: Document) -> Found:
    """`[@id, p. 7; see also @other]`."""
    text = document.text
    for match in _BRACKET.finditer(text):
        cites = list(_items(match["inside"], match.group()))
        if cites and not _crosses(document, match.start(), match.end()):
            behind = _BEHIND.match(text, match.end()) if _in_a_note(document, match.start()) else None
            if behind and not any(cite.locator for cite in cites):
                cites = [replace(cite, locator=locator_of(behind.group())) for cite in cites]
            yield _cut(text, match.start(), behind.end() if behind else match.end()), cites


def _items(inside: str, written: str) -> Iterator[Cite]:
    for part in inside.split(";")[:MOST_ITEMS]:
        item = _ITEM.match(part)
        if item:
            yield Cite(0, written, key=item["braced"] or item["key"], locator=locator_of(item["rest"]))


def _narrative(document: Document, library: Library) -> Found:
    """`@id says`, `@id [p. 7] says`, with the author's name for the key; a handle of no source is left alone."""
    text = document.text
    for match in _NARRATIVE.finditer(text):
        key = match["braced"] or match["key"]
        author = library.author_of(key)
        if _crosses(document, match.start(), match.end()) or (author is None and not any(map(str.isdigit, key))):
            continue
        name = author or (re.match(r"[^\W\d_]+", key) or match)[0].lstrip("@").capitalize()
        instead = "" if match.group().startswith("-") else name
        noted = _in_a_note(document, match.start())
        behind = _BEHIND.match(text, match.end()) if noted and not match["locator"] else None
        locator = locator_of(match["locator"] or (behind.group() if behind else ""))
        instead = "" if noted else instead
        yield (
            Edit(match.start(), behind.end() if behind else match.end(), instead),
            [Cite(0, match.group(), key=key, locator=locator, named=bool(instead))],
        )


def locator_of(rest: str) -> Locator | None:
    """Where in a work a citation points, from what follows its key: ", p. 7"; a bare number is a page."""
    match = _LOCATOR.match(rest)
    if match is None or (match["word"] is None and not match["value"][0].isdigit()):
        return None
    word = (match["word"] or "p").lower().rstrip(".")
    return Locator(_KINDS.get(word, word), match["value"])


def locator_within(note: str) -> Locator | None:
    """Where in a work a note points, behind what it cites: "Audit report, Treasury, p. 7"."""
    behind = _WITHIN.search(note)
    return locator_of(behind.group().rstrip(".")) if behind else None


def _managed(document: Document) -> Found:
    """The citations that a citation manager put into the text; what they show there is taken out."""
    for link in document.links:
        block = document.block_at(link.start)
        if link.is_citation and (block is None or block.kind != "note"):
            yield _cut(document.text, link.start, link.end), list(managed(link, document.text))


def managed(link: Link, text: str) -> Iterator[Cite]:
    """The works that a citation manager's field cites."""
    try:
        items = json.loads(link.target).get("citationItems", ())
    except (ValueError, AttributeError, RecursionError):
        items = ()
    shown = text[link.start : link.end]
    for item in items[:MOST_ITEMS] if isinstance(items, list) else ():
        if isinstance(item, dict):
            yield _managed_item(item, link.end, shown)


def _managed_item(item: dict[str, Any], at: int, shown: str) -> Cite:
    held = item.get("itemData")
    data: dict[str, Any] = held if isinstance(held, dict) else {}
    given = _words(item.get("locator"))
    return Cite(
        at,
        shown,
        key=_words(data.get("citation-key") or data.get("citekey") or item.get("id")),
        work=_work(data) if data else None,
        url=_words(data.get("URL")) or None,
        locator=Locator(_words(item.get("label")) or "page", given) if given else None,
    )


def _words(value: object) -> str:
    """A value of a field as text that can be written; what is nothing is empty."""
    return str(value).encode("utf-8", "replace").decode() if value else ""


def _work(data: dict[str, Any]) -> Work:
    """A CSL-JSON item as a work."""
    held = data.get("author")
    authors = [author for author in held if isinstance(author, dict)] if isinstance(held, list) else []
    names = [_words(author.get("family") or author.get("literal")) for author in authors]
    issued = data.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    year = str(parts[0][0]) if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0] else None
    title = _words(data.get("title"))
    publisher = _words(data.get("container-title") or data.get("publisher")) or None
    known = year if year and re.fullmatch("[0-9]{4}", year) else None
    return Work(
        key=title, title=title or None, author=", ".join(filter(None, names)) or None, publisher=publisher, date=known
    )


def _authors(document: Document, library: Library) -> Found:
    """`(Author 2021, p. 7; Other 2020)`, where at least one of them is a source."""
    text = document.text
    for match in _ROUND.finditer(text):
        block = document.block_at(match.start())
        if block is None or block.kind == "note":
            continue
        cites = [cite for part in match["inside"].split(";")[:MOST_ITEMS] if (cite := _author(part.strip()))]
        if cites and any(library.resolve(cite) for cite in cites):
            yield _cut(text, match.start(), match.end()), cites


def _author(part: str) -> Cite | None:
    match = _AUTHOR_YEAR.fullmatch(_SEE.sub("", part))
    if match is None:
        return None
    author = re.sub(r"(?<!\s)\s+(?:et al\.?|and others)$", "", match["author"].strip())
    work = Work(key="", author=author, date=match["year"])
    return Cite(0, part, work=work, locator=locator_of(match["locator"] or ""), only_if_known=True)


def _crosses(document: Document, start: int, end: int) -> bool:
    """Whether a stretch leaves its block."""
    block = document.block_at(start)
    return block is None or end > block.end


def _in_a_note(document: Document, offset: int) -> str | None:
    """The label of the note in which an offset lies; null where it lies in none."""
    block = document.block_at(offset)
    return (block.label or "") if block is not None and block.kind == "note" else None


def _cut(text: str, start: int, end: int) -> Edit:
    """Takes a citation out with the space before it, and with brackets that hold nothing else."""
    if (lead := _LEADS_IN.search(text, max(start - 20, 0), start)) and text.startswith(")", end):
        start, end = lead.start(), end + 1
    while start > 0 and text[start - 1] == " ":
        start -= 1
    if start == 0 or text[start - 1] == "\n":
        while end < len(text) and text[end] == " ":
            end += 1
    return Edit(start, end)


def in_note(document: Document, start: int, end: int) -> list[Cite]:
    """What the links of a note, `text[start:end]`, cite: addresses, and what a citation manager put there."""
    found: list[Cite] = []
    for link in document.links:
        if start <= link.start and link.end <= end:
            if link.is_citation:
                found += managed(link, document.text)
            else:
                found.append(Cite(0, document.text[link.start : link.end], url=link.target, only_if_known=True))
    return found
