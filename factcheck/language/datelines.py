"""A calendar date as documents print their own: "4 August 2022", "Aug. 4, 2022", "2022-08-04", "August 2022"."""

import re

from factcheck.language.calendar import MONTHS
from factcheck.patterns import any_of
from factcheck.records.base import PartialDate

_MONTH = any_of(map(str.capitalize, MONTHS))
DATE = re.compile(
    rf"\b(?:(?P<iso>(?:19|20)[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}})"
    rf"|(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})\b\.?,?\s(?P<year>(?:19|20)[0-9]{{2}})"
    rf"|(?P<month2>{_MONTH})\b\.?\s(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year2>(?:19|20)[0-9]{{2}})"
    rf"|(?P<month3>{_MONTH})\b\.?,?\s(?P<year3>(?:19|20)[0-9]{{2}}))\b",
    re.I,
)
"""A date with its year; a month alone counts with its year."""


LONGEST = 120
"""Characters of a dateline."""

_ISO = re.compile(r"(?:19|20)[0-9]{2}(?:-(?:0[1-9]|1[0-2]))?(?![\d-])")
_PLACE = re.compile(r"[A-Z][^\d,.:;]{1,60}(?:,\s[A-Z][^\d,.:;]{1,30})?")
_CLOCK = re.compile(
    r"\d{1,2}[:.]\d{2}|\b[ap]\.?m\b\.?|\b(?:GMT|UTC|EST|EDT|BST|CET|CEST|at|on|date|dated|(?:first "
    r"|last )?(?:published|updated"
    r"|posted|released|issued|modified))\b",
    re.I,
)


def date_of(match: re.Match[str]) -> PartialDate | None:
    """The date that a match of `DATE` means; null for a day that no month has."""
    if match["iso"]:
        return match["iso"] if _is_day(*map(int, match["iso"].split("-")[1:])) else None
    month = MONTHS[(match["month"] or match["month2"] or match["month3"]).lower()]
    year = match["year"] or match["year2"] or match["year3"]
    day = match["day"] or match["day2"]
    if not day:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{int(day):02}" if _is_day(month, int(day)) else None


def date_in(text: str) -> PartialDate | None:
    """The first date with its year in a text; null if there is none."""
    match = DATE.search(text)
    return date_of(match) if match else None


def partial_date(text: str) -> PartialDate | None:
    """A date alone, as programs and people write it ("2022-08-04T10:00Z", "2022", "4 August 2022")."""
    text = text.strip()
    match = DATE.match(text)
    if match:
        return date_of(match)
    iso = _ISO.match(text)
    return iso.group() if iso else None


def dateline(text: str) -> PartialDate | None:
    """The date of a line that holds a date and next to nothing else: a place, "Published", an hour."""
    match = DATE.search(text) if len(text) < LONGEST else None
    if match is None:
        return None
    before, after = (_CLOCK.sub("", part).strip(" ,:()|·•–—-") for part in (text[: match.start()], text[match.end() :]))
    placed = not before or _PLACE.fullmatch(before)
    return date_of(match) if placed and not after else None


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31)
