"""Timespans: half-open calendar intervals, with what they were resolved from."""

import math
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from factcheck.records.base import Moment, Record

Granularity = Literal["minute", "hour", "day", "week", "month", "season", "quarter", "year", "decade", "century", "era"]

ResolvedFrom = Literal["stated", "publication", "text", "unresolved"]
"""Stated: the words give it. Publication: counted from the document's date. Text: from a time or event
in the text. Unresolved: the words do not allow it; then start and end are null."""


class Timespan(Record):
    """A half-open interval `[start, end)`; null is open, or unknown where `resolved_from` is unresolved.

    `clock` is a time of day that no date could be found for ("10:35"). `approximate` is set by "around",
    "early", "late". `relative_to` gives the words, or the date, that a relative time was counted from.
    `recurring` marks "every year", "annually". `either_half` marks a time of day that may be of either half of the day
    ("ten to nine"): it is written as that of the first.
    """

    start: Moment | None = None
    end: Moment | None = None
    granularity: Granularity
    as_written: str
    resolved_from: ResolvedFrom = "stated"
    relative_to: str | None = None
    clock: str | None = None
    approximate: bool = False
    recurring: bool = False
    either_half: bool = False

    @property
    def is_resolved(self) -> bool:
        """Whether at least one end is known."""
        return self.resolved_from != "unresolved" and (self.start is not None or self.end is not None)

    @property
    def time_of_day(self) -> str | None:
        """The time of day of a point ("10:35"), with a date or without."""
        dated = self.granularity in ("minute", "hour") and self.start is not None
        return self.clock or (self.start[11:16] if dated and self.start else None) or None


_HALF_DAY = 720


def minutes_apart(one: Timespan, other: Timespan) -> int | None:
    """How far apart two times of day are, in minutes, at least; null where either has none."""
    if one.time_of_day is None or other.time_of_day is None:
        return None
    first, second = (60 * int(clock[:2]) + int(clock[3:]) for clock in (one.time_of_day, other.time_of_day))
    shifts = (-_HALF_DAY, 0, _HALF_DAY) if one.either_half or other.either_half else (0,)
    return min(abs(first - second + shift) for shift in shifts)


Relation = Literal["equal", "inside", "contains", "overlaps", "disjoint", "unknown"]


def relate(one: Timespan, other: Timespan) -> Relation:
    """How the first interval lies to the second, open ends reaching without limit."""
    first, last, begin, stop = one.start, one.end, other.start, other.end
    if one.resolved_from == "unresolved" or (first is None and last is None):
        return "unknown"
    if other.resolved_from == "unresolved" or (begin is None and stop is None):
        return "unknown"
    first, last, begin, stop = first or "", last or "~", begin or "", stop or "~"
    if first == begin and last == stop:
        return "equal"
    if last <= begin or stop <= first:
        return "disjoint"
    if begin <= first and last <= stop:
        return "inside"
    return "contains" if first <= begin and stop <= last else "overlaps"


def none_meets(ones: Iterable[Timespan], others: Collection[Timespan]) -> bool:
    """Whether each of some timespans lies apart from each of others."""
    for one in ones:  # a loop, since it is asked very often
        for other in others:
            if relate(one, other) != "disjoint":
                return False
    return True


def length_in_days(span: Timespan) -> float:
    """How many days a timespan lasts; infinite where an end is open."""
    if span.start is None or span.end is None:
        return math.inf
    return float(day_number(span.end) - day_number(span.start))


@lru_cache(maxsize=16384)
def day_after(moment: str) -> str:
    """The day after the one that a moment is of."""
    return (date.fromisoformat(moment[:10]) + timedelta(days=1)).isoformat()


def day_before(moment: str) -> str:
    """The day before the one that a moment is of."""
    return (date.fromisoformat(moment[:10]) - timedelta(days=1)).isoformat()


def day_number(moment: str) -> int:
    """The day of a moment as a number that grows by one a day."""
    year, month, day = int(moment[:4]), int(moment[5:7]), int(moment[8:10])
    shifted = year if month > 2 else year - 1
    return 365 * shifted + shifted // 4 - shifted // 100 + shifted // 400 + (153 * ((month + 9) % 12) + 2) // 5 + day


_UNITS = {
    "minute": 1.0,
    "hour": 1.0,
    "day": 1.0,
    "week": 7.0,
    "month": 31.0,
    "season": 93.0,
    "quarter": 92.0,
    "year": 366.0,
}


def is_period(span: Timespan) -> bool:
    """Whether a timespan is a window over which something adds up, not the time of one happening."""
    return length_in_days(span) > _UNITS.get(span.granularity, 0.0) + 1


def shared_part(one: Timespan, other: Timespan) -> float:
    """The part of two timespans' union that they share, 0 to 1; 0 where an end is open."""
    if None in (one.start, one.end, other.start, other.end):
        return 0.0
    starts = sorted((day_number(one.start or ""), day_number(other.start or "")))
    ends = sorted((day_number(one.end or ""), day_number(other.end or "")))
    return max(ends[0] - starts[1], 0) / max(ends[1] - starts[0], 1)


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def in_words(span: Timespan) -> str:
    """A timespan as a sentence gives it: as written, or, where that points elsewhere, the time it was resolved to."""
    if span.resolved_from in ("stated", "unresolved") or span.start is None or span.end is None:
        return span.as_written
    first, last = in_granularity(span.start, span.granularity), in_granularity(_before(span.end), span.granularity)
    if span.granularity in ("minute", "hour") and len(span.start) > _DAY and first == last:
        return f"{span.start[11:16]} on {first}"
    return first if first == last else f"{first} to {last}"


_DAY = 10
"""Characters of a date without a time of day."""


def first_day(span: Timespan) -> str | None:
    """The first day of a timespan ("2022-08-04"); null where it has no beginning."""
    return span.start[:10] if span.start else None


def last_day(span: Timespan) -> str | None:
    """The last day of a timespan; null where it has no end."""
    return _before(span.end)[:10] if span.end else None


def _before(moment: str) -> str:
    """The last day before a moment, for the end of a half-open interval."""
    day = date.fromisoformat(moment[:10])
    return moment[:10] if len(moment) > 10 else (day - timedelta(days=1)).isoformat()


def in_granularity(moment: Moment, granularity: Granularity) -> str:
    """A moment as a text names it: its day, its month or its year ("4 August 2022", "August 2022", "2022")."""
    year, month, day = moment[:4], _MONTHS[int(moment[5:7]) - 1], int(moment[8:10])
    if granularity in ("minute", "hour", "day", "week"):
        return f"{day} {month} {year}"
    return f"{month} {year}" if granularity in ("month", "season", "quarter") else year


def opening(span: Timespan) -> Timespan:
    """The year, month or day in which an open period begins; the period itself where that is not known."""
    if span.start is None or span.end is not None or span.granularity not in ("year", "month", "day"):
        return span
    return span.but(end=_next(span.start, span.granularity))


def _next(start: str, granularity: str) -> str:
    """The first day after the year, month or day that begins on a day."""
    year, month, day = (int(part) for part in start[:10].split("-"))
    if granularity == "day":
        return (date(year, month, day) + timedelta(days=1)).isoformat()
    if granularity == "month":
        return f"{year + month // 12}-{month % 12 + 1:02}-01"
    return f"{year + 1}-01-01"
