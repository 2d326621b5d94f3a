"""Times: dates, spans, durations and relative times, as intervals of the calendar.

What a time is counted from is the document's date, or what the section last spoke of; what cannot be
worked out is marked as unresolved.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Any, NamedTuple

from factcheck.finders import _dates, _lengths, _relative
from factcheck.finders._clocks import CLOCK, clock
from factcheck.finders._pieces import Piece, narrowed, opened, prefix
from factcheck.finders._speaking import Speaking
from factcheck.finders._time_patterns import (
    CENTURY,
    DASH,
    DATED,
    DURATION,
    EDGE,
    FEAST,
    FISCAL,
    MONTH_OF,
    NUMERIC,
    RELATIVE,
    ROLLING,
    SIMPLE,
    WEEKDAY,
    YEARS,
    ZONE,
)
from factcheck.language.calendar import MONTHS, SEASONS, WEEKDAYS, Span, cover, parsed
from factcheck.language.tagging import words_in
from factcheck.mentioning import Finder, Sight
from factcheck.records.base import unchecked
from factcheck.records.document import Document
from factcheck.records.mention import TimeMention
from factcheck.records.timespan import Timespan

_MONTHS = frozenset(MONTHS)
_DAYS = frozenset(WEEKDAYS)
_LENGTHS = frozenset(
    f"{unit}{ending}"
    for unit in ("second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade")
    for ending in ("", "s")
) | frozenset("century centuries millennia sec secs min mins hr hrs yr yrs".split())
_PARTS_OF_DAY = frozenset("night morning afternoon evening weekend quarter quarters period season seasons half".split())
_SEASONS = frozenset(SEASONS)

_SHAPES = (("5:5", re.compile(r"\d:\d")), ("5/5/5", re.compile(r"\d[-/.]\d\d?[-/.]\d")))
"""Shapes of figures that only some texts with a digit ("5") hold."""
_DIGIT = re.compile(r"\d")


class _Pattern(NamedTuple):
    """A pattern and its kind, with the words and shapes of which a sentence must hold one from each set."""

    kind: str
    pattern: re.Pattern[str]
    needed: frozenset[str]
    also: frozenset[str]


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TIMES = _LENGTHS | _PARTS_OF_DAY | _SEASONS
_ANNUALLY = _words("today tonight yesterday tomorrow date since annually weekend")
_CLOCK = _words(
    "5:5 am pm m hours hrs gmt utc o clock past quarter ten five twenty half midnight noon midday minutes minute "
    "morning afternoon evening night local"
)
_FEASTS = _words("christmas boxing eve halloween hallowe valentine")
_FISCAL = _PARTS_OF_DAY | _SEASONS | {"fiscal", "financial", "months"}
_PATTERNS = (
    _Pattern("dated", DATED, _MONTHS, _MONTHS),
    _Pattern("feast", FEAST, _FEASTS, _FEASTS),
    _Pattern("numeric", NUMERIC, frozenset(["5"]), frozenset(["5/5/5"])),
    _Pattern("years", YEARS, frozenset(["5"]), frozenset(["5"])),
    _Pattern("century", CENTURY, _words("century centuries"), _words("century centuries")),
    _Pattern("fiscal", FISCAL, _FISCAL, _FISCAL),
    _Pattern("coded", FISCAL, _words("q h fy"), frozenset(["5"])),
    _Pattern("weekday", WEEKDAY, _DAYS, _DAYS),
    _Pattern("clock", CLOCK, _CLOCK, _CLOCK),
    _Pattern("duration", DURATION, _LENGTHS, _LENGTHS),
    _Pattern("rolling", ROLLING, _TIMES, _words("last past previous next coming preceding following first final "
                                                "subsequent ensuing")),
    _Pattern("relative", RELATIVE, _TIMES, _words("this last next that same current each every period")),
    _Pattern("month_of", MONTH_OF, _MONTHS, _words("this last next that each every")),
    _Pattern("simple", SIMPLE, _LENGTHS | _ANNUALLY,
             _ANNUALLY | _words("recent following coming ensuing subsequent every")),
    _Pattern("edge", EDGE, _TIMES, _words("start beginning end middle close turn rest remainder")),
)  # fmt: skip
_KNOWN = frozenset().union(*(pattern.needed | pattern.also for pattern in _PATTERNS))


def find(sight: Sight) -> Iterable[TimeMention]:
    """Every time of the document, sentence by sentence."""
    document = sight.document
    speaking = Speaking(parsed(document.date))
    current = -1
    for sentence in document.sentences:
        if sentence.block != current:
            current = sentence.block
            block = document.blocks[current]
            speaking.enter(current, block.section, apart=block.kind == "note")
        if document.blocks[sentence.block].kind == "furniture":
            continue
        yield from _sentence(document, sentence.start, sentence.end, speaking)


def _sentence(document: Document, start: int, end: int, speaking: Speaking) -> Iterator[TimeMention]:
    text = document.text
    matches = _matches(text, start, end)
    if not matches:
        return
    speaking.begin(start, end)
    pieces: list[Piece] = []
    taken = start
    for place, (at, _, kind, match) in enumerate(matches):
        if at < taken:
            continue
        for found in _pieces(kind, match, text, speaking, matches, place):
            floor = pieces[-1].end if pieces else start
            piece = _refined(found, text, floor, start)
            _merge(pieces, piece, text, start)
            speaking.hear(pieces[-1])
            taken = max(taken, pieces[-1].end)
    for place, piece in enumerate(pieces):
        ceiling = pieces[place + 1].start if place + 1 < len(pieces) else end
        yield _mention(piece, text, pieces[place - 1].end if place else start, max(ceiling, piece.end))


_Seen = tuple[int, int, str, re.Match[str]]


def _matches(text: str, start: int, end: int) -> list[_Seen]:
    """What the patterns see, in order of place, longer before shorter."""
    held = _KNOWN & words_in(text[start:end])
    if _DIGIT.search(text, start, end):
        held |= {"5", *[shape for shape, pattern in _SHAPES if pattern.search(text, start, end)]}
    if not held:
        return []
    found = [
        (match.start(), -match.end(), kind, match)
        for kind, pattern, needed, also in _PATTERNS
        if not (needed.isdisjoint(held) or also.isdisjoint(held))
        for match in pattern.finditer(text, start, end)
    ]
    return sorted(found, key=lambda seen: seen[:2])


def _pieces(
    kind: str, match: re.Match[str], text: str, speaking: Speaking, matches: list[_Seen], place: int
) -> Iterable[Piece]:
    """What one match means; nothing where it is no time after all."""
    if kind == "dated":
        return _dates.dated(match, text, speaking)
    if kind == "duration":
        return _some(_lengths.duration(match, text, speaking, _following(matches, place, text, speaking)))
    if kind == "years":
        return _some(_dates.years(match, text))
    return _some(_MEANINGS[kind](match, text, speaking))


_MEANINGS: dict[str, Callable[[re.Match[str], str, Speaking], Piece | None]] = {
    "feast": _dates.feast,
    "numeric": lambda match, text, speaking: _dates.numeric(match),
    "century": lambda match, text, speaking: _dates.century(match),
    "fiscal": lambda match, text, speaking: _dates.fiscal(match, speaking),
    "coded": lambda match, text, speaking: _dates.fiscal(match, speaking),
    "weekday": _dates.weekday,
    "clock": lambda match, text, speaking: clock(match, text),
    "rolling": _relative.rolling,
    "relative": _relative.relative,
    "month_of": _relative.month_of,
    "simple": lambda match, text, speaking: _relative.simple(match, speaking),
    "edge": lambda match, text, speaking: _relative.edge(match, speaking),
}


def _some(piece: Piece | None) -> tuple[Piece, ...]:
    return () if piece is None else (piece,)


def _following(matches: list[_Seen], place: int, text: str, speaking: Speaking) -> Piece | None:
    """The date that stands next after a match, if one does, for "three months after 1 February 2021"."""
    end = matches[place][3].end()
    for at, _, kind, match in matches[place + 1 : place + 4]:
        if at >= end and kind in ("dated", "years") and at - end < 60:
            return next(
                iter(_dates.dated(match, text, speaking) if kind == "dated" else _some(_dates.years(match, text))), None
            )
    return None


_DATES = frozenset({"date", "yearless", "relative"})


def _refined(piece: Piece, text: str, floor: int, sentence_start: int) -> Piece:
    """The piece with the words before it: early, the end of, since, by, until, about."""
    if piece.kind == "clock":
        words = prefix(text, piece.core, floor)
        return piece._replace(approximate=words.approximate or words.preposition in ("before", "after", "by"))
    if piece.kind not in _DATES and piece.kind != "weekday":
        return piece
    words = prefix(text, piece.core, floor)
    return opened(narrowed(piece, words), words, sentence_start, text)


_CONNECTOR = re.compile(
    rf"[\s\u00a0]?(?:{DASH}|/)[\s\u00a0]?|(?P<comma>,)?[\s\u00a0]{{1,3}}(?P<word>to|and|until|till|through|up\s{{1,2}}to)[\s\u00a0]{{1,3}}"
    rf"(?:(?:the|early|mid|late|in|on|at|least)(?:[\s\u00a0]{{1,3}}|{DASH})){{0,4}}",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"[\s\u00a0]{0,2}(?:,|,?\s?(?:and|or|to|&)|[-–—])[\s\u00a0]{0,2}(?:(?:in|on|from|early|late|mid)[\s\u00a0-]){0,2}",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r",?[\s\u00a0]{1,3}(?:(?:on|at|the|of|about|around|(?:night|morning|evening|afternoon),?)[\s\u00a0]{1,2}){0,3}",
    re.IGNORECASE,
)


def _merge(pieces: list[Piece], piece: Piece, text: str, sentence_start: int) -> None:
    """Add a piece: as the end of a span, as the date of a weekday or clock time, or on its own."""
    last = pieces[-1] if pieces else None
    if last is not None and piece.core - last.end < 40:
        if piece.kind == "date" and piece.resolved == "stated":
            _restate(pieces, piece, text)
            last = pieces[-1]
        joined = _apposed(last, piece, text) or _ranged(last, piece, text, sentence_start)
        joined = joined or _lengths.joined(last, piece, text)
        if joined is not None:
            pieces[-1] = joined
            return
    pieces.append(piece)


def _apposed(last: Piece, piece: Piece, text: str) -> Piece | None:
    """A weekday and its date, a date and its clock time, are one."""
    if not _APPOSED.fullmatch(text, last.end, piece.core):
        return None
    if last.kind == "weekday" and piece.kind in ("date", "yearless") and piece.granularity == "day":
        return piece._replace(start=last.start, **(_time_of_day(last) if last.clock else {}))
    day, time = (last, piece) if piece.kind == "clock" else (piece, last)
    if (
        time.kind == "clock"
        and day.kind in ("date", "yearless", "weekday", "relative")
        and day.granularity == "day"
        and not day.clock
    ):
        near = day.approximate or time.approximate
        return day._replace(start=last.start, end=piece.end, **{**_time_of_day(time), "approximate": near})
    return None


def _time_of_day(piece: Piece) -> dict[str, Any]:
    return {
        "clock": piece.clock,
        "granularity": piece.granularity,
        "approximate": piece.approximate,
        "either_half": piece.either_half,
    }


def _restate(pieces: list[Piece], piece: Piece, text: str) -> None:
    """Give months before "… and December 2021" the year that follows."""
    following = piece
    for place in range(len(pieces) - 1, -1, -1):
        earlier = pieces[place]
        if earlier.kind != "yearless" or not _LISTING.fullmatch(text, earlier.end, following.core):
            return
        if earlier.named is None or following.span is None or following.span.start is None:
            return
        year = following.span.start.year
        options = (_dates.in_year(year, *earlier.named), _dates.in_year(year - 1, *earlier.named))
        span = next((span for span in options if span and span.start and span.start <= following.span.start), None)
        if span is None:
            return
        pieces[place] = following = earlier._replace(span=span, resolved="stated", relative_to=None, kind="date")


def _ranged(last: Piece, piece: Piece, text: str, sentence_start: int) -> Piece | None:
    """Two times with "to", "until" or a dash between them, or between "between" and "and", are one span."""
    if last.kind not in _DATES or piece.kind not in _DATES or last.span is None or piece.span is None:
        return None
    match = _CONNECTOR.fullmatch(text, last.end, piece.core)
    if match is None or last.span.start is None or piece.span.end is None:
        return None
    word = (match["word"] or "-").lower()
    opening = prefix(text, last.core, sentence_start)
    if (word == "and" and opening.preposition != "between") or (match["comma"] and not opening.preposition):
        return None
    if word in ("to", "-") and last.granularity != piece.granularity and opening.preposition not in ("from", "between"):
        return None
    span = cover(last.span, _after(last, piece) or piece.span)
    if span.start is None or span.end is None or span.start >= span.end:
        return None
    start = opening.start if opening.preposition in ("from", "between") else last.start
    return last._replace(
        start=start, end=piece.end, span=span, approximate=last.approximate or piece.approximate, kind="range"
    )


def _after(last: Piece, piece: Piece) -> Span | None:
    """The end of a stretch of days without a year in the year of its beginning: "from 1 June to | 25 June"."""
    begun, ended = last.span, piece.span
    if last.kind != "yearless" or piece.kind != "yearless" or piece.named is None or begun is None or ended is None:
        return None
    if begun.start is None or ended.start is None or begun.start < ended.start:
        return None
    return _dates.in_year(begun.start.year, *piece.named)


_made = unchecked(TimeMention)


def _mention(piece: Piece, text: str, floor: int, ceiling: int) -> TimeMention:
    start, end = piece.start, piece.end
    zone = ZONE.match(text, end, ceiling) if piece.clock else None
    end = zone.end() if zone else end
    duration = None
    if piece.length is not None:
        duration, start, end = _lengths.stated(piece, text, floor, start, end, ceiling)
    timespan = None if piece.kind == "length" else _timespan(piece, text[start:end])
    return _made(start=start, end=end, finder=FINDER.signature, timespan=timespan, duration=duration)


def _timespan(piece: Piece, as_written: str) -> Timespan:
    start = piece.span.start.isoformat() if piece.span and piece.span.start else None
    end = piece.span.end.isoformat() if piece.span and piece.span.end else None
    clock = piece.clock
    if clock and piece.span and piece.span.start and piece.kind != "clock":
        start, end = _moments(piece, clock)
        clock = None
    resolved = piece.resolved if start or end or piece.recurring else "unresolved"
    return Timespan(
        start=start, end=end, granularity=piece.granularity, as_written=as_written, resolved_from=resolved, clock=clock,
        relative_to=piece.relative_to, approximate=piece.approximate, recurring=piece.recurring,
        either_half=piece.either_half,
    )  # fmt: skip


def _moments(piece: Piece, clock: str) -> tuple[str, str]:
    """The minute (or hour) of a day as moments; midnight is written as the day."""
    assert piece.span is not None and piece.span.start is not None
    day = piece.span.start
    hour, minute = (int(part) for part in clock.split(":"))
    minutes = hour * 60 + minute
    until = minutes + (60 if piece.granularity == "hour" else 1)
    following = day + timedelta(until // 1440) if day.year < 9999 else day
    return _moment(day.isoformat(), minutes), _moment(following.isoformat(), until % 1440)


def _moment(day: str, minutes: int) -> str:
    return day if minutes == 0 else f"{day}T{minutes // 60:02d}:{minutes % 60:02d}"


FINDER = Finder(id="time", version=9, find=find)
