"""An amount for one length of time is given again for another, and the two do not fit.

It reads rates that are restated beside themselves ("£310 a month, or £4,320 a year"; "$2 a day, $600 a year"; "an
annual salary of $60,000, or $6,000 a month") and multiplies one into the other, with the rounding of both; working
days, weeks and hours are allowed as well as all. It stays silent where the second is not plainly the first again, and
on prices that are lower by the year than by the month, as subscriptions are.

What settles it: the rate at its source, and what it is counted by.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.reckoning.changes import NEARLY
from factcheck.reckoning.figures import Figure, figures_in, written
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step

_HOURS = {"second": 1 / 3600, "minute": 1 / 60, "hour": 1.0, "day": 24.0, "night": 24.0, "week": 168.0,
          "fortnight": 336.0, "month": 730.5, "quarter": 2191.5, "year": 8766.0, "annum": 8766.0,
          "decade": 87660.0}  # fmt: skip
_NAMES = {"min": "minute", "s": "second", "h": "hour"}
_WORKED: dict[tuple[str, str], tuple[tuple[float, float], ...]] = {
    ("hour", "day"): ((7.0, 12.0),),
    ("hour", "week"): ((35.0, 48.0),),
    ("hour", "year"): ((1750.0, 2100.0),),
    ("day", "week"): ((5.0, 6.0),),
    ("day", "month"): ((20.0, 22.0), (25.0, 26.0), (28.0, 31.0)),
    ("day", "year"): ((240.0, 261.0), (310.0, 313.0), (360.0, 366.0)),
    ("week", "month"): ((4.0, 4.4),),
    ("week", "year"): ((48.0, 52.2),),
    ("month", "year"): ((12.0, 12.0),),
    ("quarter", "year"): ((4.0, 4.0),),
    ("minute", "day"): ((480.0, 480.0), (1440.0, 1440.0)),
}
"""How often the shorter time may be counted in the longer, where that is not only the number of hours."""

_EVERY = "second|minute|hour|day|night|week|fortnight|month|quarter|year|annum|decade"
_PER = re.compile(rf"^(?: (?!or\b|and\b|in\b|to\b)[a-z-]+){{0,4}} (?:an?|per|each|every) (?P<unit>{_EVERY})\b")
_ADVERB = re.compile(r"^(?: [a-z-]+){0,2} (?P<word>hourly|daily|weekly|monthly|quarterly|annually|yearly)\b")
_ADJECTIVE = re.compile(
    rf"\b(?P<word>hourly|daily|weekly|monthly|quarterly|annual|yearly) (?:[a-z-]+ ){{1,3}}(?:of|is|was|at) {NEARLY}$",
    re.IGNORECASE,
)
_WORDS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter",
          "annually": "year", "yearly": "year", "annual": "year"}  # fmt: skip
_AGAIN = re.compile(
    rf"^(?: [a-z-]+){{0,3}}(?:,? or |, | \(|,? which (?:is|comes to|means|makes) |, that is |: | – | — |"
    rf",? equal to |,? equivalent to |,? (?:comes|amounts|amounting|works out|adds up) (?:to|at) |"
    rf",? or the equivalent of ){NEARLY}$"
)
_ELSE = re.compile(
    r"\b(?:subscri\w+|streaming|plan|plans|membership|members|passes|pass|discount\w*|licen[cs]e)\b", re.I
)
_OTHER_TIME = re.compile(r"^(?: [a-z]+)? (?:from|by|in|until|next|last) ")
_ROUNDED = 0.01
_MOST = 2


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The rates that were restated wrongly."""
    text = study.document.text
    for sentence in study.document.sentences:
        rates = [
            (item, unit)
            for item in figures_in(study, sentence.start, sentence.end)
            if item.is_exact and (unit := _unit(text, sentence, item)) is not None
        ]
        for (one, per), (other, by) in pairwise(rates):
            if per == by or not _is_again(text, one, other) or _fits(one, per, other, by):
                continue
            tariff = len(rates) > _MOST or text.startswith(" or ", one.end)
            tariff = tariff or _ELSE.search(text, sentence.start, sentence.end) is not None
            if not (tariff and _is_cheaper(one, per, other, by)):
                yield _finding(study, sentence, (one, per), (other, by))


def _unit(text: str, sentence: Sentence, item: Figure) -> str | None:
    """The length of time that an amount is for."""
    per = _NAMES.get(item.per or "", item.per or "")
    if per in _HOURS:
        return "year" if per == "annum" else per
    if item.per is not None:
        return None
    after = text[item.end : min(item.end + 60, sentence.end)]
    match = _PER.match(after)
    if match:
        return "year" if match["unit"] == "annum" else match["unit"]
    word = _ADVERB.match(after) or _ADJECTIVE.search(text, max(item.start - 60, sentence.start), item.start)
    return _WORDS[word["word"].lower()] if word else None


def _is_again(text: str, one: Figure, other: Figure) -> bool:
    """Whether the second amount is the first again."""
    alike = one.dimension == other.dimension and (one.unit == other.unit or None in (one.unit, other.unit))
    gap = text[one.end : other.start]
    gap = _ADVERB.sub("", _PER.sub("", gap, count=1), count=1)
    return alike and _AGAIN.match(gap) is not None and not _OTHER_TIME.match(text[other.end : other.end + 20])


def _times(short: str, long: str) -> tuple[tuple[float, float], ...]:
    """How often the shorter time is in the longer, as the ranges that are allowed."""
    real = _HOURS[long] / _HOURS[short]
    return (*_WORKED.get((short, long), ()), (real * (1 - _ROUNDED), real * (1 + _ROUNDED)))


def _fits(one: Figure, per: str, other: Figure, by: str) -> bool:
    (short, unit), (long, whole) = sorted(((one, per), (other, by)), key=lambda entry: _HOURS[entry[1]])
    (low, high), (least, most) = _limits(short), _limits(long)
    return any(low * fewest <= most and least <= high * times for fewest, times in _times(unit, whole))


def _limits(item: Figure) -> tuple[float, float]:
    """The bounds of an amount; one that is written in full is taken as exact, to a hundredth."""
    if item.scale or item.is_vague:
        return item.low, item.high
    return item.value * (1 - _ROUNDED), item.value * (1 + _ROUNDED)


def _is_cheaper(one: Figure, per: str, other: Figure, by: str) -> bool:
    (short, unit), (long, whole) = sorted(((one, per), (other, by)), key=lambda entry: _HOURS[entry[1]])
    return long.high < short.low * _HOURS[whole] / _HOURS[unit]


def _finding(study: Study, sentence: Sentence, one: tuple[Figure, str], other: tuple[Figure, str]) -> Finding:
    text = study.document.text
    (short, unit), (_, whole) = sorted((one, other), key=lambda entry: _HOURS[entry[1]])
    said, again = (text[item.start : item.end] for item, _ in (one, other))
    low, high = _times(unit, whole)[0]
    real = written(short.value * (low + high) / 2)
    return finding(
        CHECK,
        fact=(study.source.id, said, again),
        verdict="conflict",
        message=f"{said} is given again as {again}, but {written(short.value)} a {unit} is about {real} a {whole}.",
        sides=([evidence_at(study, sentence.start, sentence.end, value=f"{said}; {again}")],),
        steps=(Step(code="rate-multiplied", text=f"{written(short.value)} a {unit} is about {real} a {whole}."),),
        settle="Which of the two rates is right?",
        weight=0.55,
    )


CHECK = Check(
    id="restated-rate",
    kind="arithmetic",
    title="A rate and the same rate for another length of time differ",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"item": "The list price is £310 a month, or £4,320 a year."}, expect="conflict"),
        Example(documents={"item": "The list price is £310 a month, or £3,720 a year."}, expect=None),
        Example(documents={"item": "The miners earn $2 a day, $600 a year."}, expect="conflict"),
        Example(documents={"item": "A waiter earns $80 a day, or $400 a week."}, expect=None),
        Example(documents={"item": "Membership of the club is £10 a month, or £100 a year."}, expect=None),
    ),
)
