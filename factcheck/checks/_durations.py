"""How long: stated durations and the time between two stated times, as intervals of days."""

from dataclasses import dataclass

from factcheck.checks._times import DAYS_A_MONTH, DAYS_A_YEAR, interval
from factcheck.records.mention import TimeMention
from factcheck.records.quantity import Quantity, bounds
from factcheck.records.timespan import Timespan

UNITS: dict[str, float] = {
    "s": 1 / 86_400, "min": 1 / 1_440, "h": 1 / 24, "day": 1.0, "week": 7.0, "month": DAYS_A_MONTH,
    "quarter": 3 * DAYS_A_MONTH, "year": DAYS_A_YEAR, "decade": 10 * DAYS_A_YEAR, "century": 100 * DAYS_A_YEAR,
}  # fmt: skip
"""Days in a unit of time."""

_ROUNDING = {"decade": 0.15, "century": 0.15}
"""How far a duration may be rounded, in its own unit; half a unit where none is given."""
_CLOCK = 1 / 1_440


@dataclass(frozen=True)
class Length:
    """A length of time in days, both ends included; `high` may be infinite."""

    low: float
    high: float

    def meets(self, other: "Length") -> bool:
        """Whether the two have a length in common."""
        return self.low <= other.high and other.low <= self.high


def stated(duration: Quantity) -> Length | None:
    """What a stated duration allows, rounding included; null for an unknown unit."""
    days = UNITS.get(duration.unit or "")
    if days is None:
        return None
    limits = bounds(duration)
    slack = _ROUNDING.get(duration.unit or "", 0.5)
    low = 0.0 if limits.low is None else limits.low - slack
    high = float("inf") if limits.high is None else limits.high + slack
    return Length(max(low, 0.0) * days, high * days)


def between(first: TimeMention, last: TimeMention) -> Length | None:
    """How long it is from one stated time to a later one; null where that cannot be told."""
    one, other = first.timespan, last.timespan
    if one is None or other is None:
        return None
    if one.clock and other.clock and one.start is None and other.start is None:
        minutes = (_minutes(other.clock) - _minutes(one.clock)) % 1_440
        return Length(minutes * _CLOCK, minutes * _CLOCK)
    begins, ends = interval(one), interval(other)
    if begins is None or ends is None or ends[0] < begins[0]:
        return None
    return Length(max((ends[0] - begins[1]).days, 0), (ends[1] - begins[0]).days)


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
    name = {"s": "second", "min": "minute", "h": "hour", "century": "centurie"}.get(unit, unit)
    plural = "" if low == high == 1 else "s"
    return f"{low} {name}{plural}" if low == high else f"{low} to {high} {name}{plural}"
