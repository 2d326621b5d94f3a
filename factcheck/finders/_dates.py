"""Times that the words themselves give: dates, months, years, decades, centuries, quarters."""

import re
from collections.abc import Iterator
from typing import cast

from factcheck.finders._pieces import Piece
from factcheck.finders._speaking import Speaking, yearless
from factcheck.finders._time_patterns import CENTURIES, OF_YEAR
from factcheck.language.calendar import (
    FEASTS,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Span,
    day_span,
    month_span,
    shifted,
    year_span,
)
from factcheck.language.nouns import is_plural
from factcheck.language.number_words import UNITS
from factcheck.language.units import SIGNS, WORDS
from factcheck.records.timespan import ResolvedFrom

Match = re.Match[str]

_NUMBER = re.compile(r"\d+")
_RANGED = re.compile(r"\s?(?:[-‐‑–—−]|to|\s+to\s+)\s?")


def dated(match: Match, text: str, speaking: Speaking) -> Iterator[Piece]:
    """ "24, 25 and 27 June 2020", "March 18", "February 2021", "May"."""
    name = match["m1"] or match["m2"] or match["m3"] or match["m4"]
    month = MONTHS[name.rstrip(".").lower()]
    written = match["y1"] or match["y2"] or match["y3"]
    days = match["days"] or match["days2"]
    if days is None and written is None and not _is_month(match, text):
        return
    year, end = (int(written) if written else None), match.end()
    resolved_from: str | None = None
    if year is None:
        year, end, resolved_from = _year_after(text, end, speaking)
    if days is None:
        yield _month(match.start(), end, month, year, resolved_from, text, speaking)
        return
    first = match.start("days") if match["days"] else match.start("days2")
    places = [(first + found.start(), first + found.end(), int(found.group())) for found in _NUMBER.finditer(days)]
    pieces = [_day(start, stop, month, day, year, resolved_from, text, speaking) for start, stop, day in places]
    pieces[0] = pieces[0]._replace(start=min(match.start(), pieces[0].start), core=min(match.start(), pieces[0].core))
    pieces[-1] = pieces[-1]._replace(end=end)
    if match["days2"]:
        pieces[0] = pieces[0]._replace(end=max(pieces[0].end, first))
    yield from _joined(pieces, places, text)


def _joined(pieces: list[Piece], places: list[tuple[int, int, int]], text: str) -> Iterator[Piece]:
    """The days of a list; two days with a dash between them are one span."""
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        if (
            (
                following
                and piece.span
                and following.span
                and _RANGED.fullmatch(text, places[place][1], places[place + 1][0])
            )
            and piece.span.start
            and following.span.start
            and piece.span.start < following.span.start
        ):
            piece = piece._replace(end=following.end, span=Span(piece.span.start, following.span.end))
            place += 1
        yield piece
        place += 1


_CUES = frozenset(
    "in since until till by of from between during before after early late mid last next this that the a an "
    "on for to through "
    "throughout each every and or previous following recent around about beginning starting ending its their "
    "his her is was".split()
)
_LAST_WORD = re.compile(r"(?<![\w’'])([\w’']++)\s$")
_CAPITAL_NEXT = re.compile(r"[\s\u00a0][A-Z][a-z]")


def _is_month(match: Match, text: str) -> bool:
    """Whether a bare month's name is one: not "May we", "March on", nor a person called April."""
    name = match["m4"]
    if name.endswith(".") or (len(name) <= 4 and name.lower() not in ("may", "june", "july")):
        return name.endswith(".")
    before = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    word = before[1].lower() if before else ""
    if word in _CUES or word.endswith(("’s", "'s", "s’", "s'")):
        return True
    if name.lower() in ("may", "march", "august", "april", "june"):
        return False
    return not _CAPITAL_NEXT.match(text, match.end())


def _year_after(text: str, end: int, speaking: Speaking) -> tuple[int | None, int, str | None]:
    """The year that words after a month name: "last year", "the same year"."""
    match = OF_YEAR.match(text, end)
    if match is None:
        return None, end, None
    which = re.sub(r"\s+", " ", match["which"].lower())
    if which in ("last", "this", "next"):
        day = speaking.publication.start if speaking.publication else None
        shift = {"last": -1, "this": 0, "next": 1}[which]
        return (day.year + shift, match.end(), "publication") if day else (None, end, None)
    anchor = speaking.last_within("year")
    start = anchor.span.start if anchor and anchor.span else None
    shift = {"the following": 1, "the previous": -1}.get(which, 0)
    return (start.year + shift, match.end(), "text") if start else (None, end, None)


def _month(
    start: int, end: int, month: int, year: int | None, source: str | None, text: str, speaking: Speaking
) -> Piece:
    if year is not None:
        return Piece(
            start,
            end,
            start,
            month_span(year, month),
            "month",
            "publication" if source == "publication" else "text" if source else "stated",
        )
    span, resolved, relative = yearless(speaking, month, None, text, ahead=_is_limit(text, start, speaking))
    return Piece(
        start, end, start, span, "month", _source(resolved, span), relative, named=(month, None), kind="yearless"
    )


def feast(match: Match, text: str, speaking: Speaking) -> Piece:
    """ "Christmas Eve", "by Christmas last year", "Boxing Day 2004"."""
    name = " ".join((match["feast"] or "Christmas").lower().replace("’", "'").split())
    month, day = next(when for known, when in FEASTS.items() if known in name.replace("hallowe'en", "halloween"))
    year, end, resolved_from = (int(match["year"]) if match["year"] else None), match.end(), None
    if year is None:
        year, end, resolved_from = _year_after(text, end, speaking)
    return _day(match.start(), end, month, day, year, resolved_from, text, speaking)


def _day(
    start: int, end: int, month: int, day: int, year: int | None, source: str | None, text: str, speaking: Speaking
) -> Piece:
    if year is not None:
        span = day_span(year, month, day)
        return Piece(start, end, start, span, "day", _source(source or "stated", span))
    span, resolved, relative = yearless(speaking, month, day, text, ahead=_is_limit(text, start, speaking))
    return Piece(start, end, start, span, "day", _source(resolved, span), relative, named=(month, day), kind="yearless")


def in_year(year: int, month: int, day: int | None) -> Span | None:
    """A month, or a day of it, in a year."""
    return month_span(year, month) if day is None else day_span(year, month, day)


def _source(resolved: str, span: Span | None) -> ResolvedFrom:
    return cast(ResolvedFrom, resolved) if span is not None else "unresolved"


def numeric(match: Match) -> Piece | None:
    """ "2021-03-27", "27/03/2021"; where day and month could change places only the year is certain."""
    if match["y"]:
        span = day_span(int(match["y"]), int(match["m"]), int(match["d"]))
        clock = f"{match['h']}:{match['min']}" if match["h"] else None
        return Piece(*match.span(), match.start(), span, "minute" if clock else "day", clock=clock) if span else None
    first, second, year = int(match["a"]), int(match["b"]), int(match["y2"])
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    if not 1000 <= year <= 2200:
        return None
    day_first, month_first = day_span(year, second, first), day_span(year, first, second)
    if day_first and month_first and first != second:
        return Piece(*match.span(), match.start(), year_span(year), "year", approximate=True)
    span = day_first or month_first
    return Piece(*match.span(), match.start(), span, "day") if span else None


def years(match: Match, text: str) -> Piece | None:
    """ "1990s", "2012-16", "2023", "AD 79"."""
    span: Span | None
    if match["decade"] or match["short"]:
        first = int(match["decade"]) if match["decade"] else int(match["short"]) + 1900
        size = 100 if first % 100 == 0 and first < 2000 else 10
        return Piece(
            *match.span(), match.start(), year_span(first, first + size - 1), "decade" if size == 10 else "century"
        )
    if match["from"]:
        return _year_range(match, text)
    if match["year"]:
        year = int(match["year"])
        return Piece(*match.span(), match.start(), year_span(year), "year") if is_year(match, text) else None
    if match["ad"] or match["era"] in ("AD", "CE"):
        span = year_span(int(match["ad"] or match["old"]))
        return Piece(*match.span(), match.start(), span, "year") if span else None
    return Piece(*match.span(), match.start(), None, "era", "unresolved") if match["era"] else None


def _year_range(match: Match, text: str) -> Piece | None:
    first, last = int(match["from"]), int(match["to"])
    if last < 100:
        last += first // 100 * 100
        if last <= first:
            last += 100 if first % 100 >= 90 and last % 100 < 30 else 0
    if last <= first or last - first > 400 or (match["to"][0] == "0" and len(match["to"]) == 2 and first % 100 < 90):
        return None
    if _counts(text, match.end()) and first % 100 == 0:
        return None
    return Piece(*match.span(), match.start(), year_span(first, last), "year")


_TEMPORAL = frozenset(
    "in since by from until till before after of during between through throughout circa around about late "
    "early mid and to "
    "year fiscal january february march april may june july august september october november december spring "
    "summer autumn fall "
    "winter".split()
)
_LOOSE = frozenset("and to about around through late early mid year fiscal".split())
"""Of these, words that stand before amounts as readily."""
_MEASURES = frozenset(
    "than least most nearly almost over some approximately roughly exactly only just another additional".split()
)
_NEXT_WORD = re.compile(r"[\s\u00a0]{1,2}([A-Za-z%°]+(?:[/²][A-Za-z]+)?)")
_CLOSED_NEXT = frozenset(
    "and or but to in at on by for with from of the a an when while that which who as was were is are had has "
    "it he she they "
    "after before until since because where during under over through into against amid saw would will".split()
)
_NUMBER_NEXT = re.compile(r"\s?(?:to|or|and|[-–])\s?(\d[\d,.]*)")


def is_year(match: Match, text: str) -> bool:
    """Whether four digits are a year rather than an amount."""
    year = int(match["year"])
    before = _LAST_WORD.search(text, max(0, match.start() - 20), match.start())
    word = before[1].lower() if before else ""
    follows = _NEXT_WORD.match(text, match.end())
    after = follows[1] if follows else ""
    if _ENCLOSED.match(text, match.start() - 2) or (
        _SPANNED.search(text, max(0, match.start() - 20), match.start()) and not _AT_ONCE.match(text, match.end())
    ):
        return True
    if after and ((after in SIGNS and after not in ("in", "m", "a", "h", "s", "t", "l", "b", "C")) or after in WORDS):
        return False
    if word in _MEASURES and _counts(text, match.end()):
        return False
    if 1900 <= year <= 2049:
        further = _NUMBER_NEXT.match(text, match.end())
        if further and year % 100 == 0 and not 1000 <= _whole(further[1]) <= 2100:
            return False
        return not (year % 100 == 0 and _counts(text, match.end()))
    if word not in _TEMPORAL or _counts(text, match.end()):
        return False
    return word not in _LOOSE or not after or after.lower() in _CLOSED_NEXT


_ENCLOSED = re.compile(r"\s\((?:1[5-9]|20)\d\d\)")
_SPANNED = re.compile(r"(?<!\w)between[\s\u00a0](?:1\d|20)\d\d[\s\u00a0]and[\s\u00a0]$", re.IGNORECASE)
_AT_ONCE = re.compile(r"[\s\u00a0](?:people|men|women|children|[a-z-]{3,20}s)(?!\w)")
"""A plural right behind a number, which it counts."""


def _whole(written: str) -> int:
    digits = re.sub(r"\D", "", written.split(".")[0])[:9]
    return int(digits or 0)


_PLURAL = re.compile(
    r"[\s\u00a0]{1,2}(?:[a-z][a-z-]{2,20}[\s\u00a0]{1,2}){0,2}?(people|men|women|children|[a-z-]{3,20}s)\b(?![’'])"
)
_NOT_PLURAL = frozenset(
    "was has his its this does as is plus versus across towards series news politics process business".split()
)


def _counts(text: str, end: int) -> bool:
    """Whether a plural noun follows that the number counts."""
    match = _PLURAL.match(text, end)
    if match is None or match[1] in _NOT_PLURAL or not is_plural(match[1]):
        return False
    return _CLOSED_NEXT.isdisjoint(text[end : match.start(1)].split())


def century(match: Match) -> Piece:
    """ "the 20th century"."""
    word = match["century"].lower()
    number = CENTURIES.get(word) or int(_NUMBER.match(word)[0])  # type: ignore[index]
    span = None if match["bc"] else year_span(max((number - 1) * 100, 1), number * 100 - 1) if number else None
    return Piece(*match.span(), match.start(), span, "century", "stated" if span else "unresolved")


_QUARTERS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
    "final": 4,
    "last": 4,
}


def fiscal(match: Match, speaking: Speaking) -> Piece | None:
    """ "Q3 2019", "the first half of 2020", "FY2019", "summer 2020"."""
    if match["fy"] or match["fy2"]:
        year = int(match["fy"] or 2000 + int(match["fy2"]))
        return Piece(*match.span(), match.start(), year_span(year), "year", approximate=True)
    if match["season"]:
        first, count = SEASONS[match["season"].lower()]
        return Piece(*match.span(), match.start(), month_span(int(match["sy"]), first, count), "season")
    written = match["qy"] or match["my"]
    relative = not written[0].isdigit()
    day = speaking.publication.start if speaking.publication else None
    if relative and day is None:
        return Piece(*match.span(), match.start(), None, "quarter", "unresolved")
    year = day.year + {"t": 0, "l": -1, "n": 1}[written[0].lower()] if relative and day else int(written)
    if match["months"]:
        return _months_of(match, year, "publication" if relative else "stated")
    half = (match["q"] or "").startswith("H") or match["part"] == "half"
    number = int(match["q"][1]) if match["q"] else _QUARTERS[match["ord"]]
    number = min(number, 2) if half else number
    months = 6 if half else 3
    span = month_span(year, (number - 1) * months + 1, months)
    return Piece(
        *match.span(), match.start(), span, "quarter" if not half else "month", "publication" if relative else "stated"
    )


def _months_of(match: Match, year: int, resolved: ResolvedFrom) -> Piece | None:
    """ "the first nine months of 2023"."""
    number = UNITS.get(match["many"].lower()) or int(match["many"])
    if not 1 < number < 12:
        return None
    first = 1 if match["months"].lower() in ("first", "opening") else 13 - number
    return Piece(*match.span(), match.start(), month_span(year, first, number), "month", resolved)


_BY = re.compile(r"(?<!\w)(?:until|till|by|before)\s$", re.IGNORECASE)


_NEGATED = re.compile(r"\b(?:not|never|no|nobody|only)\b|n['’]t\b", re.IGNORECASE)


def _is_limit(text: str, start: int, speaking: Speaking) -> bool:
    """Whether the time is a limit that lies ahead: "until Friday", but not "nobody knew until Friday"."""
    match = _BY.search(text, max(0, start - 14), start)
    if match is None:
        return False
    if match.group().lower().startswith(("until", "till")):
        return _NEGATED.search(text, max(speaking.sentence[0], start - 60), start) is None
    return not speaking.is_past(text)


_WEEK = re.compile(r"\s{1,2}week\b(?!['’-])(?! (?:of|after|before|in|from|that)\b)")
"""What makes a weekday the one of the week after: "on Friday week"."""


def weekday(match: Match, text: str, speaking: Speaking) -> Piece:
    """A weekday: the last one before the document's day, or the next where the sentence looks ahead."""
    number = WEEKDAYS[(match["day"] or match["short"]).lower().rstrip(".")]
    start = match.start("day") if match["day"] else match.start("short")
    which = (match["which"] or "").lower()
    start = match.start() if which in ("last", "next", "this") else start
    today = speaking.day_of_publication()
    if today is None:
        return Piece(start, match.end(), start, None, "day", "unresolved", kind="weekday")
    back = (today.weekday() - number) % 7
    if text[max(0, start - 4) : start].lower() == "the ":
        return Piece(start, match.end(), start, None, "day", "unresolved", kind="weekday")
    week = _WEEK.match(text, match.end())
    if week is not None:
        day = shifted(today, "day", ((number - today.weekday()) % 7 or 7) + 7)
        span = day_span(day.year, day.month, day.day) if day else None
        return Piece(start, week.end(), start, span, "day", "publication", today.isoformat(), kind="weekday")
    ahead = speaking.looks_ahead(text, start, match.end()) or _is_limit(text, start, speaking)
    if which == "next" or (which != "last" and ahead and back):
        day = shifted(today, "day", (number - today.weekday()) % 7 or 7)
    else:
        day = shifted(today, "day", -(back or (7 if which == "last" else 0)))
    span = day_span(day.year, day.month, day.day) if day else None
    return Piece(start, match.end(), start, span, "day", "publication", today.isoformat(), kind="weekday")
