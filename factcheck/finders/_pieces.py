"""A time as it is worked out step by step, and the words before it that narrow it or open it."""

import re
from typing import NamedTuple

from factcheck.language.calendar import Span, part, share
from factcheck.records.timespan import Granularity, ResolvedFrom


class Length(NamedTuple):
    """A length of time as stated: `low` to `high` of a unit."""

    low: float
    high: float
    unit: str
    precision: float = 0.0


class Piece(NamedTuple):
    """A time at `text[start:end]`. `core` is where its own words begin, after prepositions and the like."""

    start: int
    end: int
    core: int
    span: Span | None
    granularity: Granularity
    resolved: ResolvedFrom = "stated"
    relative_to: str | None = None
    approximate: bool = False
    recurring: bool = False
    clock: str | None = None
    either_half: bool = False
    """Whether a time of day may be of either half of the day ("ten to nine")."""
    length: Length | None = None
    named: tuple[int, int | None] | None = None
    """Month and day (null: the whole month) of a date that has no year of its own."""
    kind: str = "date"
    """date | yearless | weekday | clock | range | offset | rolling | length | relative | recurring"""


class Prefix(NamedTuple):
    """What stands before a time: where it begins, which third of it is meant, and the preposition.

    `share` names a part by its place and unit ("last", "week").
    """

    start: int
    third: int | None
    approximate: bool
    preposition: str | None
    share: tuple[str, str] | None = None


_WORD_BEFORE = re.compile(r"(?<![\w'’])[\w'’]++(?:\s+|-)$")
_THIRDS = {"early": 0, "mid": 1, "middle": 1, "late": 2, "start": 0, "beginning": 0, "turn": 0, "end": 2, "close": 2}
_ABOUT = frozenset("about around circa roughly approximately near c ca".split())
_PREPOSITIONS = frozenset(
    "since until till by before after from between during through throughout starting beginning".split()
)
_PASSED = frozenset("the in of on at a very least only just".split())
_SHARE = re.compile(
    r"\b(?P<which>first|second|third|fourth|last|final|opening|closing)\s{1,2}(?:few\s)?"
    r"(?P<unit>days|week|weekend|weeks|fortnight|half|months)\s{1,2}of\s{1,2}$",
    re.IGNORECASE,
)
_LONGEST_SHARE = 32
_MOST_BACK = 7
_WINDOW = 24


def prefix(text: str, place: int, floor: int) -> Prefix:
    """The words right before a time that say which part of it, or since, until, by, before, after, from, between."""
    shared = _SHARE.search(text, max(floor, place - _LONGEST_SHARE), place)
    if shared is not None:
        before = prefix(text, shared.start(), floor)
        return before._replace(start=min(before.start, shared.start()), share=(shared["which"].lower(), shared["unit"]))
    start, third, approximate, seen = place, None, False, place
    for _ in range(_MOST_BACK):
        match = _WORD_BEFORE.search(text, max(floor, seen - _WINDOW), seen)
        if match is None or (match.start() == seen - _WINDOW and match.start() > floor):
            break
        word = match.group().rstrip("- \t\n\u00a0").lower()
        seen = match.start()
        if word in _THIRDS:
            third, start = _THIRDS[word], seen
        elif word in _ABOUT:
            approximate, start = True, seen
        elif word == "to" and text[max(floor, seen - 6) : seen].lower().endswith("prior "):
            return Prefix(seen - 6, third, approximate, "before")
        elif word in _PREPOSITIONS:
            return Prefix(
                seen, third, approximate, {"till": "until", "starting": "since", "beginning": "since"}.get(word, word)
            )
        elif word not in _PASSED:
            break
    return Prefix(start, third, approximate, None)


def narrowed(piece: Piece, before: Prefix) -> Piece:
    """The piece cut to the third that its prefix names; for "by the end of" only its end counts."""
    if before.share is not None and piece.span is not None:
        span = share(piece.span, *before.share)
        if span is not None:
            small: Granularity = "month" if before.share[1] in ("half", "months") else "week"
            start = min(piece.start, before.start)
            return piece._replace(span=span, granularity=small, approximate=True, start=start)
    if before.third is None or piece.span is None:
        return piece._replace(approximate=piece.approximate or before.approximate)
    third = part(piece.span, before.third)
    whole = third.start is None or third.end is None or third.start >= third.end
    return piece._replace(span=piece.span if whole else third, approximate=True, start=min(piece.start, before.start))


def opened(piece: Piece, before: Prefix, sentence_start: int, text: str) -> Piece:
    """The piece with an open end where its preposition opens it: since, until, by, before, after, from."""
    span, word = piece.span, before.preposition
    if word is None or span is None or span.start is None or span.end is None or piece.kind in ("rolling", "clock"):
        return piece
    if word == "since":
        span = Span(span.start, None)
    elif word == "by" and _POSSESSIVE.match(text, piece.end):
        return piece
    elif word in ("until", "by"):
        span = Span(None, span.end)
    elif word == "before":
        span = Span(None, span.start)
    elif word == "after":
        span = Span(span.end, None)
    elif word == "from" and (before.third is not None or _goes_on(piece, before, sentence_start, text)):
        span = Span(span.start, None)
    else:
        return piece
    return piece._replace(span=span, start=before.start)


_POSSESSIVE = re.compile(r"['’]s?(?!\w)")
"""What makes a time that of who does something: "swept away by Sunday's landslide"."""
_ON = re.compile(r"\s{1,2}(?:onwards?|on)(?!\w)", re.IGNORECASE)


def _goes_on(piece: Piece, before: Prefix, sentence_start: int, text: str) -> bool:
    """Whether "from 2011" runs on: at the head of its sentence, or with "on" or "onwards" after it."""
    head = before.start - sentence_start < 4 and not any(map(str.isalnum, text[sentence_start : before.start]))
    return head or _ON.match(text, piece.end) is not None
