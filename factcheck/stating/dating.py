"""Times that point at the day of writing or back into the text, as a statement gives them: by the calendar.

"Last June" becomes "June 2021", "on Monday" "on 14 August 2023", "the last decade" "the decade to 2022". What the
calendar cannot say better ("three months after the coup") stays as it is written.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.language.calendar import ANY_MONTH
from factcheck.records.timespan import Granularity, Timespan, first_day, in_granularity, last_day

_MONTH = rf"(?P<month>{ANY_MONTH})(?!\w)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_THE = r"(?:(?:the )?(?:same|following|next|previous|preceding)|this|that|last|next|(?:this|that) (?:same|very))"
_COUNT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)"
_OF_YEAR = rf"(?:,? (?:of )?{_THE} year)?"

_YEAR = re.compile(r"\b[12]\d{3}\b")
_ANY = re.compile(r"\b(?:an?|one|every|each|any|some)(?: \w+)? $", re.IGNORECASE)
"""What makes a day one of many ("on a wet Tuesday")."""
_NAMED = re.compile(rf"^(?:on )?{_WEEKDAY}$")
_PARTS = re.compile(r" (morning|afternoon|evening|night)\b")
_OWNED = re.compile(r"['’]s?(?!\w)")
_TIED = frozenset(
    "in on at since by until till from to of for during before after between around about over within through "
    "throughout as late early the a an this that its his her their 's and or".split()
)
"""Words before a time after which it needs no preposition."""


@dataclass(frozen=True, slots=True)
class Told:
    """The words for a time, the preposition that they take where they stand alone, and what they take in after it."""

    words: str
    alone: str = ""
    taken: str = ""


def dated(span: Timespan, written: str, lead: str, after: str) -> tuple[str, str] | None:
    """The words for a time, and the text after it that they take in; null where it stays as it is written.

    `lead` and `after` are the text around it.
    """
    counted = span.resolved_from in ("publication", "text") and span.is_resolved and not span.recurring
    if not counted or _YEAR.search(written) or (_ANY.search(lead) and _NAMED.search(written)):
        return None
    last = lead.split()[-1:] or [""]
    before = last[0] if last[0][-1:].isalnum() else ""
    for pattern, tell in _RULES:
        found = pattern.search(written)
        told = tell(span, found, after) if found is not None else None
        if found is None or told is None:
            continue
        start, end = written[: found.start()], written[found.end() :]
        return _placed(f"{start}{{}}{end}", told, before, after)
    return None


def _placed(frame: str, told: Told, before: str, after: str) -> tuple[str, str]:
    """The words in what is left of the time as written, with the preposition or article that they need."""
    owned = _OWNED.match(after[len(told.taken) :]) if frame == "{}" else None
    if owned is not None and after[len(told.taken) + owned.end() :][:2].strip()[:1].isalpha():
        article = "" if before.lower() in ("the", "a", "this") else "the "
        return article + told.words, told.taken + owned.group()
    alone = frame.startswith("{}") and before.lower() not in _TIED
    return frame.format(f"{told.alone} {told.words}".strip() if alone else told.words), told.taken


def _point(span: Timespan, granularity: Granularity) -> str | None:
    """The day, month or year of a time: its first, or its last where it has no beginning."""
    day = first_day(span) or last_day(span)
    return in_granularity(day, granularity) if day else None


def _day_of_month(span: Timespan, found: re.Match[str], after: str) -> Told | None:
    year = _point(span, "year")
    return Told(f"{found['day']} {found['month']} {year}") if year else None


def _month_day(span: Timespan, found: re.Match[str], after: str) -> Told | None:
    year = _point(span, "year")
    return Told(f"{found['month']} {found['day']}, {year}") if year else None


def _month(span: Timespan, found: re.Match[str], after: str) -> Told | None:
    year = _point(span, "year")
    return Told(f"{found['month']} {year}", "in" if found["which"] else "") if year else None


def _weekday(span: Timespan, found: re.Match[str], after: str) -> Told | None:
    day = _point(span, "day")
    part = _PARTS.match(after) if found.end() == len(found.string) else None
    if day is None or span.granularity not in ("day", "hour", "minute"):
        return None
    return Told(f"the {part[1]} of {day}", "on", part.group()) if part else Told(day, "on")


def _today(span: Timespan, found: re.Match[str], after: str) -> Told | None:
    day = _point(span, "day")
    if day is None or span.granularity != "day":
        return None
    part = found["part"] or _NIGHTS.get(found.group().lower())
    return Told(f"the {part} of {day}", "on") if part else Told(day, "on")


_GOES_ON = re.compile(r" \w")
_NIGHTS = {"tonight": "night", "last night": "night"}


def _relative(span: Timespan, found: re.Match[str], after: str) -> Told | None:
    unit = found["unit"].lower()
    point = _point(span, "day" if unit == "week" else unit)  # type: ignore[arg-type]
    if point is None:
        return None
    words = f"the week of {point}" if unit == "week" else point
    how = f"{found['how'].strip().lower()} in " if found["how"] else ""
    return Told(how + words, "" if how else "on" if unit == "day" else "in")


def _ago(span: Timespan, found: re.Match[str], after: str) -> Told | None:
    unit = found["unit"].lower()
    if _GOES_ON.match(after) if found["way"].lower() == "before" else after.startswith(" than"):
        return None
    point = _point(span, "day" if unit == "week" else unit)  # type: ignore[arg-type]
    if point is None:
        return None
    near = point if unit == "day" else f"the week of {point}" if unit == "week" else f"about {point}"
    if found["way"].lower() != "ago":
        return Told(f"{found.group()} ({near})")
    return Told(near, "on" if unit == "day" else "in")


def _season(span: Timespan, found: re.Match[str], after: str) -> Told | None:
    year = _point(span, "year")
    return Told(f"the {found['season']} of {year}", "in") if year else None


def _part_of_day(span: Timespan, found: re.Match[str], after: str) -> Told | None:
    day = _point(span, "day")
    return Told(f"the {found['part']} of {day}", "on") if day and span.granularity == "day" else None


def _past(span: Timespan, found: re.Match[str], after: str) -> Told | None:
    last = last_day(span)
    unit = next((unit for unit in ("day", "week", "month") if unit in found["length"].lower()), "year")
    if last is None or first_day(span) is None:
        return None
    return Told(f"the {found['length']} to {in_granularity(last, 'day' if unit in ('day', 'week') else unit)}")  # type: ignore[arg-type]


def _since_then(span: Timespan, found: re.Match[str], after: str) -> Told | None:
    point = _point(span, span.granularity)
    return Told(f"{found['since']} {point}") if point else None


def _period(span: Timespan, found: re.Match[str], after: str) -> Told | None:
    first, last = first_day(span), last_day(span)
    if first is None or last is None:
        return None
    return Told(f"the years {first[:4]} to {last[:4]}") if first[:4] != last[:4] else None


def _to_date(span: Timespan, found: re.Match[str], after: str) -> Told | None:
    last = last_day(span)
    return Told(f"up to {in_granularity(last, 'month')}") if last else None


_RULES: tuple[tuple[re.Pattern[str], Callable[[Timespan, re.Match[str], str], Told | None]], ...] = (
    (re.compile(rf"(?:{_WEEKDAY},? )?\b{_DAY} (?:of )?{_MONTH}{_OF_YEAR}"), _day_of_month),
    (re.compile(rf"(?:{_WEEKDAY},? )?\b{_MONTH} {_DAY}\b{_OF_YEAR}"), _month_day),
    (re.compile(rf"(?P<which>\b{_THE} )?\b{_MONTH}{_OF_YEAR}", re.IGNORECASE), _month),
    (re.compile(rf"\b(?:last |this |next |that )?{_WEEKDAY}\b", re.IGNORECASE), _weekday),
    (re.compile(r"\bthe (?:last|past) (?P<length>.+)$", re.IGNORECASE), _past),
    (re.compile(r"^(?:today|yesterday|tonight|tomorrow|last night|this (?P<part>morning|afternoon|evening))$", re.I),
     _today),
    (re.compile(rf"^(?P<how>(?:earlier|later) (?:in )?)?{_THE} (?P<unit>year|month|week|day)$", re.I), _relative),
    (re.compile(rf"\b{_THE} (?P<unit>year|month|week|day)$(?P<how>)", re.I), _relative),
    (re.compile(rf"^(?:(?:about|almost|nearly|around|some|roughly) )?{_COUNT} (?P<unit>year|month|week|day)s?"
                r" (?P<way>ago|later|earlier|before)$", re.I), _ago),
    (re.compile(rf"\b{_THE} (?P<season>spring|summer|autumn|fall)$", re.IGNORECASE), _season),
    (re.compile(rf"\b{_THE} (?P<part>morning|afternoon|evening|night)$", re.IGNORECASE), _part_of_day),
    (re.compile(r"^(?P<since>since) then$", re.IGNORECASE), _since_then),
    (re.compile(r"^(?:this|that|the same) (?:same )?period$", re.IGNORECASE), _period),
    (re.compile(r"^to date$", re.IGNORECASE), _to_date),
)  # fmt: skip
"""The forms in which a time is counted from elsewhere, each with what puts it by the calendar."""
