"""When something in a document is: the times stated in its sentence, else before it in its paragraph."""

from collections.abc import Sequence
from datetime import date

from factcheck.checking import Study
from factcheck.contexts.places import block_around, sentence_at, within
from factcheck.records.base import PartialDate
from factcheck.records.mention import TimeMention
from factcheck.records.timespan import Timespan

Interval = tuple[date, date]
"""The first day, and the day after the last."""

DAYS_A_YEAR = 365.2425
DAYS_A_MONTH = DAYS_A_YEAR / 12


def times_in(study: Study, start: int, end: int) -> list[TimeMention]:
    """The times stated in a stretch of the text that could be resolved, in order of place."""
    found = within(study.seen(TimeMention), start, end)
    return [item for item in found if item.timespan is not None and item.timespan.is_resolved]


def spans_in(study: Study, start: int, end: int) -> list[Timespan]:
    """The same as timespans."""
    return [item.timespan for item in times_in(study, start, end) if item.timespan is not None]


def interval(span: Timespan | None) -> Interval | None:
    """A closed time as days, or null where an end is open."""
    if span is None or span.start is None or span.end is None:
        return None
    first, after = date.fromisoformat(span.start[:10]), date.fromisoformat(span.end[:10])
    return (first, after) if after > first else (first, date.fromordinal(first.toordinal() + 1))


def whole(when: PartialDate | None) -> Interval | None:
    """All days of a date that may be known in part only."""
    if not when:
        return None
    parts = [int(part) for part in when.split("-")]
    try:
        if len(parts) == 1:
            return date(parts[0], 1, 1), date(parts[0] + 1, 1, 1)
        if len(parts) == 2:
            year, month = divmod(parts[0] * 12 + parts[1], 12)
            return date(parts[0], parts[1], 1), date(year, month + 1, 1)
        first = date(*parts)
    except ValueError:
        return None
    return first, date.fromordinal(first.toordinal() + 1)


def issued(study: Study) -> Interval | None:
    """When the document was issued."""
    return whole(study.date)


def days_apart(one: Interval, other: Interval) -> int:
    """Days between two times; 0 where they meet."""
    return max((one[0] - other[1]).days + 1, (other[0] - one[1]).days + 1, 0)


def issued_near(ours: Study, theirs: Study, most: int) -> bool:
    """Whether two documents were issued at most so many days apart, as far as their dates are known."""
    one, other = issued(ours), issued(theirs)
    return one is None or other is None or days_apart(one, other) <= most


def years_before(when: date, years: int) -> date:
    """The same day so many years before; of 29 February, the 28th where there is none."""
    try:
        return when.replace(year=when.year - years)
    except ValueError:
        return when.replace(year=when.year - years, day=28)


def when_said(study: Study, offset: int) -> Interval | None:
    """The time that the sentence at the offset gives, else the last before it in its block, else null."""
    sentence = sentence_at(study.document, offset)
    if sentence is None:
        return None
    own = _last(times_in(study, sentence.start, sentence.end))
    if own is not None:
        return own
    block = block_around(study.document, offset)
    return _last(times_in(study, block.start, sentence.start)) if block else None


def _last(times: Sequence[TimeMention]) -> Interval | None:
    closed = [found for item in times if (found := interval(item.timespan)) is not None]
    return closed[-1] if closed else None
