"""How long: stated durations and the time between two stated times, as intervals of days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from factcheck.checking import Study
from factcheck.contexts.times import DAYS_A_MONTH, DAYS_A_YEAR, interval
from factcheck.records.mention import QuantityMention, TimeMention
from factcheck.records.quantity import Quantity, bounds
from factcheck.records.timespan import Timespan

UNITS: dict[str, float] = {
    "s": 1 / 86_400, "min": 1 / 1_440, "h": 1 / 24, "day": 1.0, "d": 1.0, "week": 7.0, "fortnight": 14.0,
    "month": DAYS_A_MONTH,
    "quarter": 3 * DAYS_A_MONTH, "year": DAYS_A_YEAR, "decade": 10 * DAYS_A_YEAR, "century": 100 * DAYS_A_YEAR,
}  # fmt: skip
"""Days in a unit of time."""

_ROUNDING = {"decade": 0.15, "century": 0.15}
"""How far a duration may be rounded, in its own unit; half a unit where none is given."""
_CUT_OFF = frozenset({"h", "day", "d", "week", "month", "year"})
"""Units of which parts are often left away: "six hours" for six hours and 40 minutes."""
_CLOCK = 1 / 1_440
_IN_ONE = {
    ("year", "month"): 12, ("week", "day"): 7, ("day", "h"): 24, ("h", "min"): 60, ("min", "s"): 60,
}  # fmt: skip
"""How many of a smaller unit a larger has, where lengths are given in both."""


@dataclass(frozen=True)
class Length:
    """A length of time in days, both ends included; `high` may be infinite."""

    low: float
    high: float

    def meets(self, other: "Length") -> bool:
        """Whether the two have a length in common."""
        return self.low <= other.high and other.low <= self.high


def lengths(study: Study) -> list[TimeMention]:
    """All stated lengths of time of a document in order of place, also those that were read as quantities."""
    times = [item for item in study.seen(TimeMention) if item.duration is not None]
    others = [
        TimeMention(start=item.start, end=item.end, finder=item.finder, timespan=None, duration=item.quantity)
        for item in study.seen(QuantityMention)
        if item.quantity.dimension == "time" and item.quantity.form == "value"
    ]
    taken = {item.start for item in times}
    found = sorted([*times, *(item for item in others if item.start not in taken)], key=lambda item: item.start)
    return list(_joined(study.document.text, found))


def _joined(text: str, found: Sequence[TimeMention]) -> Iterator[TimeMention]:
    """The lengths, two that make one put together: "four years and two months"."""
    place = 0
    while place < len(found):
        one, other = found[place], found[place + 1] if place + 1 < len(found) else None
        both = _sum(one, other) if other is not None and text[one.end : other.start] in (" and ", ", ", " ") else None
        yield both or one
        place += 2 if both else 1


def _sum(one: TimeMention, other: TimeMention) -> TimeMention | None:
    """Years and months, hours and minutes: both in the smaller unit."""
    large, small = one.duration, other.duration
    if large is None or small is None or large.is_range or small.is_range or one.timespan or other.timespan:
        return None
    much = _IN_ONE.get((large.unit or "", small.unit or ""))
    if much is None or large.modifier in ("<", ">") or small.low >= much:
        return None
    value = large.low * much + small.low
    return one.but(end=other.end, duration=small.but(low=value, high=value, modifier=large.modifier))


def stated(duration: Quantity) -> Length | None:
    """What a stated duration allows, rounding included; null for an unknown unit."""
    days = UNITS.get(duration.unit or "")
    if days is None:
        return None
    limits = bounds(duration)
    slack = _ROUNDING.get(duration.unit or "", 0.5)
    low = 0.0 if limits.low is None else limits.low - slack
    over = 0.98 if duration.unit in _CUT_OFF else slack
    high = float("inf") if limits.high is None else limits.high + over
    return Length(max(low, 0.0) * days, high * days)


def later_on(text: str, mention: TimeMention, limit: Length) -> Length:
    """A number of weeks before a day ("two weeks later, on 24 May"): told to the day, they are not cut off."""
    duration = mention.duration
    if duration is None or duration.unit != "week" or not text.startswith(", on ", mention.end):
        return limit
    return Length(limit.low, min(limit.high, (duration.high + 0.5) * UNITS["week"]))


def between(first: TimeMention, last: TimeMention) -> Length | None:
    """How long it is from one stated time to a later one; null where that cannot be told."""
    one, other = first.timespan, last.timespan
    if one is None or other is None:
        return None
    clocks = one.time_of_day, other.time_of_day
    if clocks[0] and clocks[1]:
        if one.either_half != other.either_half:
            return None
        minutes = (_minutes(clocks[1]) - _minutes(clocks[0])) % 1_440
        days = _whole_days(one, other) if one.start and other.start else 0
        return Length(days + minutes * _CLOCK, days + minutes * _CLOCK)
    begins, ends = interval(one), interval(other)
    if begins is None or ends is None:
        return None
    if ends[0] < begins[0]:
        if not _is_without_year(one) or not _is_without_year(other) or (begins[0] - ends[0]).days > DAYS_A_YEAR:
            return None
        apart = (ends[0] - begins[0]).days + DAYS_A_YEAR
        return Length(max(apart - 2, 0), apart + 2)
    return Length(max((ends[0] - begins[1]).days, 0), (ends[1] - begins[0]).days)


def _is_without_year(span: Timespan) -> bool:
    return span.granularity == "day" and span.resolved_from in ("publication", "text")


def _whole_days(one: Timespan, other: Timespan) -> int:
    """The days between two dated times of day, without what is left of a day."""
    first, last = (datetime.fromisoformat(span.start or "") for span in (one, other))
    return max((last - first).days, 0)


def inside(span: Timespan) -> Length | None:
    """How long a stated range lasts, its first and last day counted or not."""
    found = interval(span)
    if found is None:
        return None
    days = (found[1] - found[0]).days
    vague = {"month": 62, "year": 732, "day": 1}.get(span.granularity)
    return Length(max(days - vague, 0), days) if vague else None


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")[:2]
    return int(hours) * 60 + int(minutes)


def in_words(length: Length, unit: str) -> str:
    """A length in a unit, rounded: "46 minutes", "3 to 5 years"."""
    days = UNITS[unit]
    low, high = round(length.low / days), round(length.high / days)
    name = {"s": "second", "min": "minute", "h": "hour", "d": "day", "century": "centurie"}.get(unit, unit)
    plural = "" if low == high == 1 else "s"
    return f"{low} {name}{plural}" if low == high else f"{low} to {high} {name}{plural}"
