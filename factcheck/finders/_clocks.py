"""Times of day: "10:35", "9.30 p.m.", "ten to nine in the evening", "at three this afternoon", "at noon"."""

import re

from factcheck.finders._pieces import Piece
from factcheck.finders._time_patterns import DASH, GAP, WEEKDAY_NAMES, S
from factcheck.language.number_words import TENS, UNITS

_HOUR_WORDS = list(UNITS)[1:13]
_HOURS = {word: UNITS[word] for word in _HOUR_WORDS}
_TWELVE = rf"(?:1[0-2]|[1-9]|{'|'.join(_HOUR_WORDS)})"
_TENS = {word: number for word, number in TENS.items() if number < 60}
_TEENS = {word: number for word, number in UNITS.items() if number > 12}
_ONES = {**_HOURS, **_TEENS}
_FEW = "|".join([*_TEENS, *_HOUR_WORDS])
_MINUTES = rf"(?:[1-5]?\d|(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_HOUR_WORDS[:9])}))?|{_FEW})"
_ROUND = "five|ten|twenty(?:-five)?|(?:a\\s)?quarter|half"
_DAY_PART = "morning|afternoon|evening|night"
_PART = (
    rf"(?:in{S}the{S}|(?:this|that|the{S}same|yesterday|tomorrow){S}|(?:on{S})?(?:{WEEKDAY_NAMES}){S}|at{S}(?=night))"
    rf"(?P<part>{_DAY_PART})(?!\w)"
)
_LEADS = "at by before after until till about around from was".split()
_BEFORE = "(?:" + "|".join(rf"(?<=\b{word}\s)" for word in _LEADS) + ")"
"""Words right before a number that make a time of day of it."""

CLOCK = re.compile(
    rf"(?<![\w.,:/$£€-])(?:(?P<h>0?\d|1\d|2[0-4])(?:[:.](?P<m>[0-5]\d))?(?::[0-5]\d)?{GAP}(?P<half>[ap](?:\.m\b\.?|m\b))"
    rf"|(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)(?::[0-5]\d(?:\.\d{{1,6}})?)?(?![\w:]|{DASH}\d)"
    rf"|(?P<h4>[01]\d|2[0-3])(?P<m4>[0-5]\d){S}?(?:hours|hrs|GMT|UTC)(?!\w)"
    rf"|(?:(?P<near>{_ROUND})|(?P<minutes>{_MINUTES}){S}minutes?){S}(?P<past>to|past){S}"
    rf"(?:(?P<round>{_TWELVE})|(?P<mid>midnight|noon|midday))(?!\w)"
    rf"|(?P<oclock>{_TWELVE}){S}?o['’]clock"
    rf"|{_BEFORE}(?:(?P<dotted>0?\d|1\d|2[0-3])\.(?P<m5>[0-5]\d)|(?P<bare>{_TWELVE})(?!\w))(?=,?{S}(?:{_PART}|local{S}time\b))"
    rf"|{_BEFORE}(?P<noon>midnight|noon|midday)(?!\w))",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(rf",?{S}{_PART}", re.IGNORECASE)
_SURELY = re.compile(r"\b(" + "|".join(_LEADS) + r")\s$", re.IGNORECASE)


def clock(match: re.Match[str], text: str) -> Piece | None:
    """A time of day, by the part of the day that the words behind it give; null where it is none after all."""
    part = match["part"] or ((after := _PART_AFTER.match(text, match.end())) and after["part"]) or ""
    found = _read(match)
    if found is None or (match["past"] and not _is_told(match, text, part)):
        return None
    hour, minute, exact = found
    spelled = match["half"] is None and match["h4"] is None and match["mid"] is None and match["noon"] is None
    if spelled and part and hour <= 12:
        hour = _in_part(hour, part.lower())
    either = spelled and not part and match["h24"] is None and match["dotted"] is None
    return Piece(
        *match.span(),
        match.start(),
        None,
        "minute" if exact else "hour",
        "unresolved",
        clock=f"{hour % 24:02d}:{minute:02d}",
        either_half=either,
        kind="clock",
    )


def _is_told(match: re.Match[str], text: str, part: str) -> bool:
    """Whether "ten to nine" is a time and no range: by the words beside it, or as only times are told."""
    before = _SURELY.search(text, max(match.start() - 8, 0), match.start())
    if match["past"].lower() == "past" or match["mid"]:
        return True
    if before is not None and before[1].lower() == "from":
        return False
    return bool(before or part or match["minutes"] or match["near"].lower().endswith(("quarter", "half")))


def _read(match: re.Match[str]) -> tuple[int, int, bool] | None:
    """The hour and the minute as they are written, and whether they are exact to the minute."""
    if match["half"]:
        hour = int(match["h"])
        if not 1 <= hour <= 12:
            return None
        return hour % 12 + (12 if match["half"][0] in "pP" else 0), int(match["m"] or 0), bool(match["m"])
    if match["past"]:
        near = _number(match["near"] or match["minutes"])
        hour = _hour(match["round"]) if match["round"] else (0 if match["mid"].lower() == "midnight" else 12)
        if match["past"].lower() == "past":
            return hour, near, True
        return (hour - 1) % 24 if match["mid"] else (hour - 2) % 12 + 1, 60 - near, True
    if match["oclock"] or match["bare"]:
        return _hour(match["oclock"] or match["bare"]), 0, False
    if match["noon"]:
        return (0 if match["noon"].lower() == "midnight" else 12), 0, True
    if match["dotted"]:
        return int(match["dotted"]), int(match["m5"]), True
    return int(match["h24"] or match["h4"]), int(match["m24"] or match["m4"]), True


def _hour(written: str) -> int:
    return _HOURS.get(written.lower()) or int(written)


def _number(written: str) -> int:
    """The minutes that a word or figures give: "quarter" is 15, "twenty-one" 21."""
    word = written.lower().removeprefix("a").strip()
    if word in ("quarter", "half"):
        return 15 if word == "quarter" else 30
    if word.isdigit():
        return int(word)
    tens, _, ones = word.replace("-", " ").partition(" ")
    return _TENS[tens] + _ONES.get(ones, 0) if tens in _TENS else _ONES[word]


def _in_part(hour: int, part: str) -> int:
    """The hour of 24 that an hour of twelve is in a part of the day; nights go on after midnight."""
    if part == "morning":
        return hour % 12
    if part == "night":
        return hour % 12 + (12 if 6 <= hour < 12 else 0)
    return hour % 12 + 12
