"""A measure is given again in another unit, and the two are not the same.

It reads a figure that is restated beside it ("9.4 metres (34 feet)", "1.2 nautical miles, or 3.2 kilometres"),
converts one into the other and allows for the rounding of both. It stays silent on currencies, whose rates change,
on units that measure different things, and where one of the two is open ("more than").

What settles it: the measure at its source, and a table of units.
"""

import math
import re
from collections.abc import Iterable
from itertools import pairwise

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.language.units import convert, convertible, name
from factcheck.reckoning.figures import Figure, figures_in, written
from factcheck.records.finding import Finding, Step

_AGAIN = re.compile(
    r"^(?: in [a-z]+| of [a-z]+| long| wide| high| deep| tall)?"
    r"(?:,? \(|,? or (?:(?:about|around|some|just|roughly) )?|/| ?= ?)$"
)
_PLURALS = {"foot": "feet", "inch": "inches", "celsius": "degrees Celsius", "fahrenheit": "degrees Fahrenheit"}
_SLACK = 0.03


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The measures that were converted wrongly."""
    text = study.document.text
    for block in study.document.blocks:
        for one, other in pairwise(figures_in(study, block.start, block.end)):
            if one.unit == other.unit or one.dimension in ("money", "count") or not convertible(one.unit, other.unit):
                continue
            if _AGAIN.match(text[one.end : other.start]) and not _is_same(text, one, other):
                yield _finding(study, one, other)


def _is_same(text: str, one: Figure, other: Figure) -> bool:
    """Whether the two can be one measure; degrees may be a temperature or the difference of two."""
    low, high = _rounded(text, one)
    left, right = _rounded(text, other)
    slack = _SLACK * max(abs(left), abs(right))
    nought = convert(0.0, one.unit, other.unit)
    for offset in {0.0, nought}:
        first, last = (convert(value, one.unit, other.unit) - offset for value in (low, high))
        if first <= right + slack and left - slack <= last:
            return True
    return False


def _rounded(text: str, figure: Figure) -> tuple[float, float]:
    """The figure with half of its last digit that is not a nought, as numbers are rounded when they are converted."""
    if not figure.is_exact:
        return figure.low, figure.high
    digits = re.sub(r"[^0-9.]", "", text[figure.start : figure.end]).strip(".")
    if not digits or "." in digits:
        return figure.low, figure.high
    noughts = len(digits) - len(digits.rstrip("0"))
    scale = figure.high / float(digits) if float(digits) else 1.0
    half = 0.5 * 10**noughts * scale
    return min(figure.low, figure.low - half), max(figure.high, figure.high + half)


def _finding(study: Study, one: Figure, other: Figure) -> Finding:
    text = study.document.text
    first, second = text[one.start : one.end], text[other.start : other.end]
    middle = one.low if not math.isfinite(one.high) else (one.low + one.high) / 2
    unit = name(other.unit) or ""
    plural = unit if unit.endswith("s") else _PLURALS.get(unit, f"{unit}s")
    real = f"{written(convert(middle, one.unit, other.unit))} {plural}"
    return finding(
        CHECK,
        fact=(study.source.id, first, second),
        verdict="conflict",
        message=f"{first} is given again as {second}, but it is about {real}.",
        sides=([evidence_at(study, one.start, other.end, value=f"{first}; {second}")],),
        steps=(Step(code="unit-converted", text=f"{first} is about {real}."),),
        settle="Which of the two was measured?",
        weight=0.5,
    )


CHECK = Check(
    id="restated-unit",
    kind="arithmetic",
    title="A measure and the same measure in another unit differ",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"panel": "The animal was 9.4 metres (34 feet) long and had legs."}, expect="conflict"),
        Example(documents={"panel": "The animal was 9.4 metres (31 feet) long and had legs."}, expect=None),
        Example(documents={"item": "The flames passed over 11,400 hectares, or some 28,000 acres."}, expect=None),
        Example(
            documents={"item": "Temperatures dropped by 1 to 1.5 degrees Celsius (1.8 to 2.7 Fahrenheit)."}, expect=None
        ),
        Example(documents={"item": "It lies 12 miles (25 km) from the coast."}, expect="conflict"),
    ),
)
