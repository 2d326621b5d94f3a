"""A date that the calendar does not have: the wrong day of the week, or a day that the month lacks.

It reads dates that are written with their weekday ("Friday 6 March 2025", "Tuesday, March 5, 2024") and dates with
a day and a month. Where the year is not written, it is taken from the document's own date, if the two lie within
half a year, and the finding says that it may be wrong. It stays silent on weekdays without a date and on dates
without a year in documents that have no date.

What settles it: a calendar, and then which of the two was meant.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import block_around
from factcheck.contexts.times import issued
from factcheck.language.calendar import ANY_MONTH, DAY_NAMES, MONTHS
from factcheck.records.finding import Finding, Step

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAY = r"(?P<day>[0-3]?[0-9])(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{ANY_MONTH})"
_WEEKDAY = r"(?:(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the |\()?)?"
_YEAR = (
    r"(?:,? (?P<year>(?:1[6-9]|20)[0-9]{2})\b)?"
    r"(?:(?:, (?:which (?:was|is|fell on) )?an? | \(an? |,? \()(?P<after>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)?"
)
_DAY_FIRST = re.compile(rf"\b{_WEEKDAY}{_DAY}(?: of)? {_MONTH}(?![a-z]){_YEAR}")
_MONTH_FIRST = re.compile(rf"\b{_WEEKDAY}{_MONTH} {_DAY}(?![0-9:]|\.[0-9]|\s?(?:%|per cent|million)){_YEAR}")
_YEARS = re.compile(r"\b(?:1[6-9]|20)[0-9]{2}\b")
_FURTHEST = 183
_COUNTS = re.compile(r" [a-z]")
"""What follows a number that counts something: "in June 31 people"."""


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The dates that cannot be."""
    text = study.document.text
    seen: set[int] = set()
    for match in chain(_DAY_FIRST.finditer(text), _MONTH_FIRST.finditer(text)):
        block = block_around(study.document, match.start())
        if block is not None and block.kind != "furniture" and match.end() not in seen:
            seen.add(match.end())
            yield from _of(study, match)


def _of(study: Study, match: re.Match[str]) -> Iterator[Finding]:
    month, day = MONTHS[match["month"][:3].lower()], int(match["day"])
    written = int(match["year"]) if match["year"] else None
    if not 1 <= day <= 31:
        return
    if day > _LENGTHS[month - 1] or (written and month == 2 and day == 29 and not _is_leap(written)):
        if written or _weekday(match) or not _COUNTS.match(study.document.text, match.end()):
            yield _impossible(study, match)
        return
    year = written or _year_near(study, month, day)
    weekday = _weekday(match)
    if year is None or not weekday or (month == 2 and day == 29 and not _is_leap(year)):
        return
    block = block_around(study.document, match.start())
    near = _YEARS.findall(study.document.text, block.start, block.end) if block is not None else ()
    if written is None and any(
        _is_day(int(other), month, day, weekday) for other in near if abs(int(other) - year) > 1
    ):
        return
    real = DAY_NAMES[date(year, month, day).weekday()]
    if not real.startswith(weekday):
        yield _wrong_weekday(study, match, real, year, certain=written is not None)


def _weekday(match: re.Match[str]) -> str | None:
    """The weekday as it is written, without its "day": before the date or behind it ("27 November, a Tuesday")."""
    return match["weekday"] or match["after"]


def _is_day(year: int, month: int, day: int, weekday: str) -> bool:
    """Whether a day of a year has the weekday; the year may be another that the document gives."""
    if month == 2 and day == 29 and not _is_leap(year):
        return False
    return DAY_NAMES[date(year, month, day).weekday()].startswith(weekday)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _year_near(study: Study, month: int, day: int) -> int | None:
    """The year that puts a day and month nearest to the document's date, if within half a year of it."""
    own = issued(study)
    if own is None or (own[1] - own[0]).days > 31:
        return None
    for year in (own[0].year, own[0].year - 1, own[0].year + 1):
        if (month, day) != (2, 29) and abs((date(year, month, day) - own[0]).days) <= _FURTHEST:
            return year
    return None


def _impossible(study: Study, match: re.Match[str]) -> Finding:
    words = " ".join(match[0].split())
    return finding(
        CHECK,
        fact=(study.source.id, words, "impossible"),
        verdict="conflict",
        message=f"There is no {words}.",
        sides=((evidence_at(study, match.start(), match.end(), value=words),),),
        steps=(Step(code="no-such-day", text=f"The month has no day {match['day']}."),),
        settle="Which day is meant?",
        weight=0.5,
        kind="date",
    )


def _wrong_weekday(study: Study, match: re.Match[str], real: str, year: int, *, certain: bool) -> Finding:
    words = " ".join(match[0].split())
    said = f"{_weekday(match)}day"
    steps = [Step(code="weekday-counted", text=f"{match['day']} {match['month']} {year} was a {real}.")]
    if not certain:
        steps.append(Step(code="year-assumed", text=f"The year {year} is taken from the document's own date."))
    return finding(
        CHECK,
        fact=(study.source.id, words),
        verdict="conflict" if certain else "possible-conflict",
        message=f"“{words}”: that day of {year} was a {real}, not a {said}.",
        sides=((evidence_at(study, match.start(), match.end(), value=f"{words} ({real})"),),),
        steps=steps,
        settle="Is the weekday wrong, or the day of the month?",
        weight=0.5,
    )


CHECK = Check(
    id="calendar-day",
    kind="arithmetic",
    title="A date has the wrong weekday or a day that its month lacks",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"log": "She left the harbour on Friday 6 March 2025 with a full load."}, expect="conflict"),
        Example(documents={"log": "She left the harbour on Thursday 6 March 2025 with a full load."}, expect=None),
        Example(
            documents={"log": "The tender closes on Tuesday, September 31."},
            expect="conflict",
        ),
        Example(
            documents={"log": "It opened on Sunday, May 4, with a band."},
            expect="possible-conflict",
            dates={"log": "2024-05-06"},
        ),
        Example(documents={"log": "It may 30 times a day, on Sunday above all, ring the bell."}, expect=None),
    ),
)
