"""When something was, as closely as the words tell: a stretch of days, and a time of day."""

import re
from dataclasses import dataclass
from datetime import date

from factcheck.records.timespan import Timespan, is_period

Span = tuple[float, float]

_ABOUT_YEARS = ((1500, 30), (1800, 15), (1950, 3), (9999, 1))
"""How many years "about" may be off, for years before the first number."""
_ABOUT_DAYS = {"day": 1, "week": 4, "month": 16, "season": 31, "quarter": 31, "decade": 1200, "century": 3650}
_ABOUT_MINUTES, _ABOUT_HOUR = 12, 45
_ROUNDED = ((30, 5), (5, 2))
"""Minutes by which a clock time that is a multiple of so many may be rounded."""
_WHOLE_HOUR = 20
_HALF_DAY = 720
_ZONE = re.compile(r"\b(?:GMT|UTC)\b|\dZ$")
_COARSE = frozenset({"decade", "century"})


@dataclass(frozen=True)
class When:
    """Days, as ordinals, first and after the last; minutes of the day likewise. Either may be unknown."""

    days: Span | None
    minutes: Span | None
    granularity: str
    key: str
    zone: str = ""
    either_half: bool = False
    """Whether the time of day may be twelve hours later ("ten to nine")."""

    def apart(self, other: "When") -> str | None:
        """By what two times exclude each other: "days" or "clock"; null where they may be one."""
        if self.days and other.days and (self.days[1] <= other.days[0] or other.days[1] <= self.days[0]):
            return "days"
        if self.minutes and other.minutes and self.zone == other.zone and not self._meets(other.minutes, other):
            return "clock"
        return None

    def _meets(self, minutes: Span, other: "When") -> bool:
        """Whether two times of day may be one, each also twelve hours later where its words leave that open."""
        assert self.minutes is not None
        shifts = (-_HALF_DAY, 0, _HALF_DAY) if self.either_half or other.either_half else (0,)
        low, high = self.minutes
        return any(low + shift < minutes[1] and minutes[0] < high + shift for shift in shifts)

    def distance(self, other: "When") -> float:
        """Days between two stretches; 0 where they meet or one is unknown."""
        if not self.days or not other.days:
            return 0.0
        return max(self.days[0] - other.days[1] + 1, other.days[0] - self.days[1] + 1, 0.0)

    @property
    def length(self) -> float:
        """Days that the stretch has; infinite where the day is unknown."""
        return self.days[1] - self.days[0] if self.days else float("inf")


def when_of(span: Timespan) -> When | None:
    """When a timespan was, if that is near enough to a point to be mistaken; null for windows and open times."""
    if span.recurring:
        return None
    minutes = _clock(span)
    if span.start is None or span.end is None:
        if not minutes or span.start:
            return None
        return When(None, minutes, span.granularity, span.clock or "", zone_of(span), span.either_half)
    if is_period(span) and span.granularity not in _COARSE:
        return None
    low, high = _day(span.start), _day(span.end)
    if high <= low:
        high = low + 1
    if span.approximate and minutes is None:
        slack = _slack(span)
        low, high = low - slack, high + slack
    zone = zone_of(span) if minutes else ""
    return When((low, high), minutes, span.granularity, f"{span.start}/{span.end}", zone, span.either_half)


def zone_of(span: Timespan) -> str:
    """The zone that a clock time is given in besides that of the place ("2320 GMT"); empty for local time."""
    found = _ZONE.search(span.as_written)
    return "GMT" if found else ""


def _slack(span: Timespan) -> float:
    if span.granularity != "year":
        return float(_ABOUT_DAYS.get(span.granularity, 0))
    year = int((span.start or "0")[:4])
    return 365.0 * next(years for before, years in _ABOUT_YEARS if year < before)


def _clock(span: Timespan) -> Span | None:
    written = span.clock or (span.start[11:16] if span.start and len(span.start) > 10 else None)
    if written is None or span.granularity not in ("minute", "hour"):
        return None
    hour, minute = written.split(":")
    at = float(int(hour) * 60 + int(minute))
    if span.granularity == "hour":
        reach = _ABOUT_HOUR if span.approximate else _WHOLE_HOUR
        return at - reach, at + reach + 1
    reach = _ABOUT_MINUTES if span.approximate else next((by for of, by in _ROUNDED if at % of == 0), 0)
    return at - reach, at + reach + 1


def _day(moment: str) -> float:
    return float(date.fromisoformat(moment[:10]).toordinal())
