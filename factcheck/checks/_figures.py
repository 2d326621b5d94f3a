"""Figures of a stretch of text as intervals, ready to be added, divided and compared."""

import math
import re
from dataclasses import dataclass

from factcheck.checking import Study
from factcheck.checks._places import within
from factcheck.language.numerals import read
from factcheck.records.mention import QuantityMention
from factcheck.records.quantity import bounds

_ONE = re.compile(
    r"(?<![\w-])one(?= (?:said|was|were|is|has|had|died|did|voted|against|in|to|abstained|at|from|for)\b)"
)
_OTHER = re.compile(r"\b[Tt]he (?:other|remaining) (?=[a-z0-9])")


@dataclass(frozen=True)
class Figure:
    """A figure at `text[start:end]`: an interval in its unit, as far as rounding and modifier allow."""

    start: int
    end: int
    low: float
    high: float
    unit: str | None
    dimension: str
    change: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether both ends are known."""
        return math.isfinite(self.low) and math.isfinite(self.high)


def figure_of(mention: QuantityMention) -> Figure:
    """A quantity as a figure."""
    quantity = mention.quantity
    limits = bounds(quantity)
    low = -math.inf if limits.low is None else limits.low
    high = math.inf if limits.high is None else limits.high
    change = quantity.form == "change"
    return Figure(mention.start, mention.end, low, high, quantity.unit, quantity.dimension, change)


def figures_in(study: Study, start: int, end: int) -> list[Figure]:
    """The figures of a stretch of text in order of place, also "one" and "the other two"; no ordinals, no ratios."""
    found = [
        figure_of(item)
        for item in within(study.mentions.get("quantity", ()), start, end)
        if isinstance(item, QuantityMention) and item.quantity.form in ("value", "change")
    ]
    text = study.document.text
    others = [
        Figure(number.start, number.end, number.low, number.high, None, "count")
        for match in _OTHER.finditer(text, start, end)
        if (number := read(text, match.end())) is not None and number.low == number.high
    ]
    ones = [Figure(match.start(), match.end(), 1.0, 1.0, None, "count") for match in _ONE.finditer(text, start, end)]
    added = [item for item in (*others, *ones) if not any(one.start <= item.start < one.end for one in found)]
    return sorted([*found, *added], key=lambda item: item.start)


def written(value: float) -> str:
    """A number as a person would write it: 3.9 billion, 1,140, 66.8."""
    for scale, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= scale:
            return f"{_short(value / scale)}{word}"
    return _short(value)


def _short(value: float) -> str:
    rounded = round(value, 2)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,}"
