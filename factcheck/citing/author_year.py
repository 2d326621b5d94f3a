"""Citations by author and year ("Hallett 1987", "Mordaunt (1994: 12)") that the list of works does not bear out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.language.calendar import LONG_MONTHS
from factcheck.language.folding import fold
from factcheck.records.document import Block, Document

_LIST = re.compile(
    r"(?:[\dIVX]+\.?\s+)?(?:(?:list of )?(?:references|works cited|literature(?: cited)?|cited (?:works|literature)|"
    r"sources cited|works consulted)|(?:select(?:ed)? )?bibliography|reference list|references and notes)[.:]?\s*",
    re.IGNORECASE,
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_WORK_YEAR = re.compile(rf"(?<![\d–-]){_YEAR}(?!\d)")
_AUTHORS = re.compile(rf"[^\d“\"]{{2,200}}?(?=[\s(,.]{{1,3}}(?:{_YEAR}|n\.d\.|forthcoming|in press))|[^\d“\"]{{2,60}}")
_NAME = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]el|[Dd]er|[Dd]i|[Dd]u|[Ll]a|[Ll]e|[Tt]en|[Aa]l)[ -]){0,2}"
    r"[A-Z][^\W\d_]+(?:[’'-][^\W\d_]+){0,2}"
)
_MORE = rf"(?:,? (?:et al\.?|and others|and colleagues)|(?:, {_NAME}){{0,4}},? (?:and|&) {_NAME})"
_YEARS = rf"{_YEAR}[a-z]?(?:,? ?[:,]? ?(?:pp?\. ?)?\d{{1,3}}(?:[–-]\d{{1,3}})?(?!\d))?"
_BRACKET = re.compile(rf"[(\[][^()\[\]]{{0,200}}?\b{_YEAR}[a-z]?[^()\[\]]{{0,200}}[)\]]")
_CITED = re.compile(
    r"(?:(?:see also|see|cf\.|e\.g\.,?|but see|following|after|pace|contra|compare)\s)?"
    rf"(?P<name>{_NAME})(?P<more>{_MORE})?,? (?P<years>{_YEARS}(?:(?:,| and) {_YEARS}){{0,4}})",
)
_TOLD = re.compile(
    rf"(?<![\w’'&-])(?P<name>{_NAME})(?P<more>{_MORE})?(?:['’]s?)? "
    rf"\((?P<years>{_YEARS}(?:(?:,| and) {_YEARS}){{0,4}})\)"
)
_OPENER = (
    r"As|So|But|And|Or|Yet|While|Whereas|Although|Though|Since|For|In|By|To|With|From|Both|See|Like|Unlike|Following|"
    r"After|Before|Against|Contrary|Recently|Later|Earlier|Here|Thus|Indeed|However|Similarly|Again|When|Where|If|That|"
    r"What|Only|Even|Also|Building|Citing|According"
)
"""Words that a sentence begins with before an author: "As Hallett (1987) has shown"."""
_CAPITAL_BEFORE = re.compile(rf"(?:\b(?!(?:{_OPENER}) )[A-Z][\w’'.-]{{0,30}}|&|,|\bof|\bthe|\bThe) $")
_MONTH = re.compile(
    rf"(?:{LONG_MONTHS}|Spring|Summer|Autumn|Fall|Winter|In|Since|By|Until|From|Before|After|About|Circa)$"
)
_PAGE = re.compile(r"[:,] ?(?:pp?\. ?)?\d{1,3}(?!\d)")
_FEWEST = 2


@dataclass(frozen=True)
class Unlisted:
    """A citation at `text[start:end]` of `name`, whose work of `year` the list has not; `block` has one alike."""

    start: int
    end: int
    name: str
    year: str
    block: Block | None
    """The entry of the same author with another year, or of the same year with the name spelled otherwise."""


@dataclass(frozen=True)
class _Cited:
    """One author and year, in the bracket or sentence that begins at `bracket`."""

    start: int
    end: int
    name: str
    year: str
    bracket: int
    firm: bool
    """Whether it is surely a work: it has several authors, or a page; "(Geneva 1951)" may be a place."""


@dataclass(frozen=True)
class _Entry:
    block: Block
    authors: str
    words: frozenset[str]
    years: frozenset[str]
    whole: str


def unlisted_works(document: Document) -> list[Unlisted]:
    """The citations that the list of works does not bear out; none where the list is not one of authors and years."""
    found = _listed(document)
    if found is None:
        return []
    at, entries = found
    cited = list(_citations(document, at))
    states = [_state(item.name, item.year, entries) for item in cited]
    good = {item.bracket for item, state in zip(cited, states, strict=True) if state is True}
    borne = sum(state is True for state in states)
    missing = [
        Unlisted(item.start, item.end, item.name, item.year, state)
        for item, state in zip(cited, states, strict=True)
        if state is not True and (state is not None or item.firm or item.bracket in good)
    ]
    # Where the list bears out few of the citations, it is a list of something else, or the names are no authors.
    return missing if len(missing) <= max(borne, 1) and borne else []


def _listed(document: Document) -> tuple[int, list[_Entry]] | None:
    """Where the list of works begins, and its entries."""
    blocks, text = document.blocks, document.text
    for number, block in enumerate(blocks):
        if block.end - block.start > 40 or not _LIST.fullmatch(text, block.start, block.end):
            continue
        entries: list[_Entry] = []
        for other in blocks[number + 1 :]:
            if other.kind == "heading" and other.level <= max(block.level, 1):
                break
            entries.append(_entry(text, other))
        dated = [entry for entry in entries if entry.authors and (entry.years or "forthcoming" in entry.whole)]
        if len(dated) >= _FEWEST and len(dated) * 5 >= len(entries) * 4:
            return block.start, entries
    return None


def _entry(text: str, block: Block) -> _Entry:
    whole = text[block.start : block.end]
    named = _AUTHORS.match(whole)
    authors = fold(named.group()) if named and whole[:1].isalpha() else ""
    return _Entry(
        block, authors, frozenset(re.findall(r"[^\W\d_]+", authors)), frozenset(_WORK_YEAR.findall(whole)), fold(whole)
    )


def _citations(document: Document, until: int) -> Iterator[_Cited]:
    """The citations before the list, one for each year."""
    text = document.text
    for bracket in _BRACKET.finditer(text, 0, until):
        at = bracket.start() + 1
        for part in bracket.group()[1:-1].split(";"):
            start = at + len(part) - len(part.lstrip())
            match = _CITED.match(text, start, at + len(part))
            if match and not _MONTH.match(match["name"]):
                yield from _each(match, bracket.start())
            at += len(part) + 1
    for match in _TOLD.finditer(text, 0, until):
        titled = _CAPITAL_BEFORE.search(text, max(match.start() - 32, 0), match.start())
        if not _MONTH.match(match["name"]) and not titled:
            yield from _each(match, match.start())


def _each(match: re.Match[str], bracket: int) -> Iterator[_Cited]:
    firm = bool(match["more"]) or _PAGE.search(match["years"]) is not None
    for year in _WORK_YEAR.findall(match["years"]):
        yield _Cited(match.start("name"), match.end(), match["name"], year, bracket, firm)


def _state(name: str, year: str, entries: Sequence[_Entry]) -> Literal[True] | Block | None:
    """Whether the list has the work; else the entry that may be meant, or none."""
    family = re.findall(r"[^\W\d_]+", fold(name))[-1]
    own = [entry for entry in entries if family in entry.words]
    if any(year in entry.years or not entry.years for entry in own):
        return True
    if own:
        return own[0].block
    if any(family in entry.whole for entry in entries):
        return True
    near = [e for e in entries if year in e.years and any(_one_apart(family, word) for word in e.words)]
    return near[0].block if near else None


def _one_apart(one: str, other: str) -> bool:
    """Whether two names differ in one letter: put in, left out, or another."""
    if min(len(one), len(other)) < 4 or abs(len(one) - len(other)) > 1 or one == other:
        return False
    head = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = (one[head:], other[head:])
    return rests[0][1:] == rests[1][1:] or rests[0][1:] == rests[1] or rests[0] == rests[1][1:]
