"""A date that the calendar does not have: the wrong day of the week, or a day that the month lacks.

It reads dates that are written with their weekday ("Friday 6 March 2025", "Tuesday, March 5, 2024") and dates with
a day and a month. Where the year is not written, it is taken from the document's own date, if the two lie within
half a year, and the finding says that it may be wrong. Where other documents of the story give that day its right
weekday ("on Thursday"), they are set against it. It stays silent on weekdays without a date and on dates
without a year in documents that have no date.

What settles it: a calendar, and then which of the two was meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.places import block_around, sentence_at
from factcheck.contexts.times import issued
from factcheck.language.calendar import ANY_MONTH, DAY_NAMES, MONTH_NAMES, MONTHS
from factcheck.language.tagging import words_in
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.records.mention import TimeMention
from factcheck.records.timespan import Timespan

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


class _Slip(NamedTuple):
    """A date at `text[start:end]` that cannot be; `day` is the real one, null where the month lacks it."""

    start: int
    end: int
    day: date | None
    certain: bool
    weekday: str


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The dates that cannot be."""
    for study in archive.holding(CHECK):
        for start, end, day, certain, weekday in study.gathered(SLIPS):
            slip = _Slip(start, end, day and date.fromisoformat(day), certain, weekday)
            if slip.day is None:
                yield _impossible(study, slip)
            else:
                yield _wrong_weekday(study, slip, slip.day, list(_told_rightly(archive, study, slip, slip.day)))


def _gather(study: Study) -> list[Any]:
    """The dates of a document that cannot be, as plain values."""
    text = study.document.text
    seen: set[int] = set()
    found: list[Any] = []
    for match in chain(_DAY_FIRST.finditer(text), _MONTH_FIRST.finditer(text)):
        block = block_around(study.document, match.start())
        if block is not None and block.kind != "furniture" and match.end() not in seen:
            seen.add(match.end())
            found += ([*slip[:2], slip.day and slip.day.isoformat(), *slip[3:]] for slip in _of(study, match))
    return found


SLIPS = Gathering("calendar slips", _gather)


def _told_rightly(archive: Archive, study: Study, slip: _Slip, day: date) -> Iterator[Evidence]:
    """Where other documents of the story give a day its weekday: of each the sentence most like that of the slip."""
    name, said = DAY_NAMES[day.weekday()], _words_around(study, slip.start)
    for id in sorted(archive.related.near(study.source.id)):
        other = archive.studies[id]
        if other is study or not archive.asks(study.source.id, id):
            continue
        text = other.document.text
        told = [
            item
            for item in other.seen(TimeMention)
            if name in text[item.start : item.end] and item.timespan and _is_of(item.timespan, day)
        ]
        if told:
            best = max(told, key=lambda item: (len(said & _words_around(other, item.start)), -item.start))
            yield evidence_at(other, best.start, best.end, value=name)


def _is_of(span: Timespan, day: date) -> bool:
    return (span.start or "")[:10] == day.isoformat()


def _words_around(study: Study, at: int) -> frozenset[str]:
    """The words of the sentence at a place."""
    sentence = sentence_at(study.document, at)
    return words_in(study.document.text[sentence.start : sentence.end]) if sentence else frozenset()


def _of(study: Study, match: re.Match[str]) -> Iterator[_Slip]:
    month, day = MONTHS[match["month"][:3].lower()], int(match["day"])
    written = int(match["year"]) if match["year"] else None
    if not 1 <= day <= 31:
        return
    if day > _LENGTHS[month - 1] or (written and month == 2 and day == 29 and not _is_leap(written)):
        if written or _weekday(match) or not _COUNTS.match(study.document.text, match.end()):
            yield _Slip(match.start(), match.end(), None, True, "")
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
    real = date(year, month, day)
    if not DAY_NAMES[real.weekday()].startswith(weekday):
        yield _Slip(match.start(), match.end(), real, written is not None, weekday)


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


def _impossible(study: Study, slip: _Slip) -> Finding:
    words = " ".join(study.document.text[slip.start : slip.end].split())
    return finding(
        CHECK,
        fact=(study.source.id, words, "impossible"),
        verdict="conflict",
        message=f"There is no {words}.",
        sides=((evidence_at(study, slip.start, slip.end, value=words),),),
        steps=(Step(code="no-such-day", text="The month has no such day."),),
        settle="Which day is meant?",
        weight=0.5,
        kind="date",
    )


def _wrong_weekday(study: Study, slip: _Slip, day: date, others: Sequence[Evidence]) -> Finding:
    words, real = " ".join(study.document.text[slip.start : slip.end].split()), DAY_NAMES[day.weekday()]
    own = [evidence_at(study, slip.start, slip.end, value=f"{words} ({real})")]
    steps = [Step(code="weekday-counted", text=f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year} was a {real}.")]
    if not slip.certain:
        steps.append(Step(code="year-assumed", text=f"The year {day.year} is taken from the document's own date."))
    return finding(
        CHECK,
        fact=(study.source.id, words),
        verdict="conflict" if slip.certain else "possible-conflict",
        message=f"“{words}”: that day of {day.year} was a {real}, not a {slip.weekday}day.",
        sides=(own, others) if others else (own,),
        steps=steps,
        settle="Is the weekday wrong, or the day of the month?",
        weight=0.5,
    )


CHECK = Check(
    id="calendar-day",
    kind="arithmetic",
    title="A date has the wrong weekday or a day that its month lacks",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(SLIPS)),
    gathers=(SLIPS,),
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
        Example(
            documents={
                "owner": "On Wednesday 10 August our ship Sandvik struck a pier of the bridge at Arlen.",
                "wire": "The ship Sandvik struck a pier of the bridge at Arlen on Thursday.",
            },
            expect="possible-conflict",
            dates={"owner": "2023-08-16", "wire": "2023-08-11"},
        ),
        Example(documents={"log": "It may 30 times a day, on Sunday above all, ring the bell."}, expect=None),
    ),
)
