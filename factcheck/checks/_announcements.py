"""Lists that a sentence announces with a number before a colon or in parentheses, where no list was found as such."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking import Study
from factcheck.checks._places import within
from factcheck.language.nouns import is_plural
from factcheck.language.numerals import read
from factcheck.records.document import Sentence
from factcheck.records.mention import ListMention, QuantityMention

Span = tuple[int, int]

_INCOMPLETE = re.compile(
    r"\b(?:including|include|such as|among (?:them|others)|for example|e\.g\.|above all|notably|mainly)\b"
)
_NUMBERS = re.compile(r"\((?:Nos?\.?|numbers|Numbers) (?P<items>[0-9]+(?:, [0-9]+)* and [0-9]+)\)")
_OF_THE = re.compile(r"\b([\w-]+) of (?:the|its|their|his|her|[\w-]+['’]s) $")
_PARTS = re.compile(r", and |, | and ")
_BOUNDARY = re.compile(r"; and |; ")
_NAME = re.compile(r"(?:the |a |an )?[A-Z\d]")
_MOST_WORDS = 8
_FARTHEST = 60
_MOST = 20


@dataclass(frozen=True)
class Announcement:
    """So many of a noun are announced at `start`, and `items` follow."""

    start: int
    end: int
    number: float
    noun: str
    items: tuple[Span, ...]


def announcements(study: Study) -> Iterator[Announcement]:
    """The announced lists of all sentences, but those that a finder has found."""
    known = [item for item in study.mentions.get("list", ()) if isinstance(item, ListMention)]
    text = study.document.text
    for sentence in study.document.sentences:
        colon = text.find(": ", sentence.start, sentence.end)
        numbers = _NUMBERS.search(text, sentence.start, sentence.end)
        if colon < 0 and numbers is None:
            continue
        if any(item.start < sentence.end and sentence.start < item.end for item in known):
            continue
        found = _numbered(study, sentence, numbers) if numbers else _after_colon(study, sentence, colon)
        if found is not None:
            yield found


def _numbered(study: Study, sentence: Sentence, numbers: re.Match[str]) -> Announcement | None:
    """ "Three of the six boats were launched (Nos. 1, 2, 4 and 5)"."""
    announced = _announced(study, sentence, numbers.start())
    if announced is None:
        return None
    start = numbers.start("items")
    items = tuple((start + match.start(), start + match.end()) for match in re.finditer(r"[0-9]+", numbers["items"]))
    return Announcement(announced[0], numbers.end(), announced[1], announced[2], items)


def _after_colon(study: Study, sentence: Sentence, colon: int) -> Announcement | None:
    """ "Eleven villages were evacuated: Arlen, Mossby and Tarn"."""
    text = study.document.text
    announced = _announced(study, sentence, colon)
    if announced is None or _INCOMPLETE.search(text, announced[0], sentence.end):
        return None
    first, last = colon + 2, sentence.end
    while last > first and text[last - 1] in ".!?”\"' ":
        last -= 1
    by_semicolon = _split(text, first, last, _BOUNDARY)
    items = by_semicolon if len(by_semicolon) > 1 else _names(text, first, last)
    if len(items) < 2:
        return None
    return Announcement(announced[0], last, announced[1], announced[2], tuple(items))


def _announced(study: Study, sentence: Sentence, end: int) -> tuple[int, float, str] | None:
    """The one count before the list, near it, with its place and noun; of "three of the six boats" the three."""
    text = study.document.text
    counts = [
        item
        for item in within(study.mentions.get("quantity", ()), sentence.start, end)
        if isinstance(item, QuantityMention) and item.quantity.dimension == "count" and item.quantity.form == "value"
    ]
    if not counts or end - counts[-1].end > _FARTHEST:
        return None
    last = counts[-1]
    quantity, start = last.quantity, last.start
    part = _OF_THE.search(text, max(sentence.start, start - _FARTHEST), start)
    number = read(text, part.start(1)) if part else None
    alone = len(counts) == 1 or text[last.end : end].strip() == (quantity.unit or "") or number is not None
    low = quantity.low if number is None else number.low
    exact = quantity.low == quantity.high and quantity.modifier == "=" and low.is_integer() and 2 <= low <= _MOST
    plural = quantity.unit is not None and is_plural(quantity.unit.split()[-1].lower())
    return (start if part is None else part.start(1), low, quantity.unit or "") if alone and exact and plural else None


def _names(text: str, first: int, last: int) -> list[Span]:
    """Items parted by commas and "and", if all are short and begin like names, and the last comes after "and"."""
    items = _split(text, first, last, _PARTS)
    short = all(len(text[start:end].split()) <= _MOST_WORDS for start, end in items)
    named = all(_NAME.match(text, start, end) for start, end in items)
    return items if short and named and " and " in text[first:last] else []


def _split(text: str, first: int, last: int, between: re.Pattern[str]) -> list[Span]:
    spans: list[Span] = []
    start = first
    for match in between.finditer(text, first, last):
        spans.append((start, match.start()))
        start = match.end()
    return [*spans, (start, last)]
