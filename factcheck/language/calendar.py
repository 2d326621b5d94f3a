"""Months, weekdays and arithmetic on half-open calendar intervals."""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

MONTH_NAMES = tuple("January February March April May June July August September October November December".split())
LONG_MONTHS = "|".join(MONTH_NAMES)
"""A pattern of the months' names in full."""
ANY_MONTH = (
    r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
)
"""A pattern of the months' names, in full or shortened, with the full stop after a short one."""
MONTHS: dict[str, int] = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
"""The months by their names in small letters, in full or shortened."""
MONTHS.update({name[:3]: number for name, number in tuple(MONTHS.items())})
MONTHS["sept"] = 9

DAY_NAMES = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
WEEKDAYS: dict[str, int] = {name.lower(): number for number, name in enumerate(DAY_NAMES)}
"""The days of the week by their names in small letters, in full or shortened, from Monday, which is 0."""
WEEKDAYS.update(
    {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
)

SEASONS: dict[str, tuple[int, int]] = {
    "spring": (3, 3),
    "summer": (6, 3),
    "autumn": (9, 3),
    "fall": (9, 3),
    "winter": (12, 3),
}
"""Season -> its first month and how many it has (northern, meteorological)."""

FEASTS: dict[str, tuple[int, int]] = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
}
"""Feasts of one day in every year -> their month and day."""

GRANULARITIES = ("minute", "hour", "day", "week", "month", "season", "quarter", "year", "decade", "century")
"""From fine to coarse."""

_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}


class Span(NamedTuple):
    """A half-open interval of days; null is open."""

    start: date | None
    end: date | None


def year_span(first: int, last: int | None = None) -> Span | None:
    """The years from first to last, both included; null where the calendar has no such years."""
    last = first if last is None else last
    if not MINYEAR <= first <= last < MAXYEAR:
        return None
    return Span(date(first, 1, 1), date(last + 1, 1, 1))


def month_span(year: int, month: int, count: int = 1) -> Span | None:
    """So many months from the given one; `month` may lie outside 1 to 12 and counts on."""
    start, end = _first_of(year, month), _first_of(year, month + count)
    return Span(start, end) if start and end else None


def day_span(year: int, month: int, day: int) -> Span | None:
    """One day; null where there is no such day."""
    try:
        start = date(year, month, day)
        return Span(start, start + timedelta(1))
    except (ValueError, OverflowError):
        return None


def _first_of(year: int, month: int) -> date | None:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, 1) if MINYEAR <= year <= MAXYEAR else None


def shifted(day: date, unit: str, count: float) -> date | None:
    """The day so many units on (or back); null beyond the calendar. The 31st becomes a month's last day."""
    try:
        if unit in _DAYS:
            return day + timedelta(round(count * _DAYS[unit]))
        if unit in ("hour", "minute", "second"):
            return day
        months = round(count * (12 * _YEARS[unit] if unit in _YEARS else {"quarter": 3, "season": 3}.get(unit, 1)))
        first = _first_of(day.year, day.month + months)
        following = _first_of(day.year, day.month + months + 1)
        if first is None or following is None:
            return None
        return min(first + timedelta(day.day - 1), following - timedelta(1))
    except (OverflowError, ValueError):
        return None


def around(day: date | None, unit: str) -> Span | None:
    """The calendar unit that holds the day: its week (from Monday), month, quarter, year, decade, century."""
    if day is None:
        return None
    try:
        if unit == "month":
            return month_span(day.year, day.month)
        if unit == "week":
            monday = day - timedelta(day.weekday())
            return Span(monday, monday + timedelta(7))
        if unit == "fortnight":
            return Span(day - timedelta(7), day + timedelta(7))
        if unit in ("quarter", "season"):
            return month_span(day.year, (day.month - 1) // 3 * 3 + 1, 3)
        if unit in _YEARS:
            size = _YEARS[unit]
            first = max(day.year // size * size, MINYEAR)
            return year_span(first, first + size - 1)
        return Span(day, day + timedelta(1))
    except OverflowError:
        return None


def part(span: Span, third: int) -> Span:
    """The first (0), middle (1) or last (2) third of an interval; months and years are cut at whole units."""
    if span.start is None or span.end is None:
        return span
    length = (span.end - span.start).days
    years = span.end.year - span.start.year
    if years >= 2 and span.start.month == span.end.month == 1:
        cuts = [date(span.start.year + round(years * step / 3), 1, 1) for step in range(4)]
    elif length > 360:
        months = [span.start.month + 4 * step for step in range(4)]
        cuts = [day for day in (_first_of(span.start.year, month) for month in months) if day]
    elif length in (28, 29, 30, 31):
        cuts = [span.start, span.start + timedelta(10), span.start + timedelta(20), span.end]
    else:
        cuts = [span.start + timedelta(length * step // 3) for step in range(4)]
    return Span(cuts[third], cuts[third + 1]) if len(cuts) == 4 else span


_SHARES = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3, "last": -1, "final": -1, "closing": -1}
_LENGTHS = {"days": 5, "week": 7, "weekend": 9, "weeks": 14, "fortnight": 14, "half": 16, "months": 92}
"""Days that are meant by "the last days of May", "the first weeks of May" and the like."""


def share(span: Span, which: str, unit: str) -> Span | None:
    """The first, second or last week (days, half, months) of an interval; null where it does not have so many."""
    if span.start is None or span.end is None:
        return None
    whole, length, place = (span.end - span.start).days, _LENGTHS[unit], _SHARES[which]
    if unit == "half":
        length = (whole + 1) // 2
    if length * (max(place, 0) + 1) > whole + 1:
        return None
    if place < 0:
        return Span(span.end - timedelta(length), span.end)
    start = span.start + timedelta(length * place)
    return Span(start, min(start + timedelta(length), span.end))


def cover(first: Span, last: Span) -> Span:
    """From the start of the first to the end of the last."""
    return Span(first.start, last.end)


def granularity_of(unit: str) -> str:
    """The granularity that a unit of time has in a timespan."""
    if unit == "second":
        return "minute"
    if unit == "fortnight":
        return "week"
    if unit in SEASONS:
        return "season"
    return unit if unit in GRANULARITIES else "era"


def parsed(written: str | None) -> Span | None:
    """The interval of a partial date: 2022, 2022-08 or 2022-08-04."""
    if not written:
        return None
    parts = [int(piece) for piece in written.split("-")]
    if len(parts) == 1:
        return year_span(parts[0]) if parts[0] else None
    return month_span(parts[0], parts[1]) if len(parts) == 2 else day_span(*parts[:3])
