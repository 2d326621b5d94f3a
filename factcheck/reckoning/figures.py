"""Figures of a stretch of text as intervals, ready to be added, divided and compared."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factcheck.checking import Study
from factcheck.contexts.places import within
from factcheck.language.numerals import Number, read
from factcheck.records.mention import QuantityMention
from factcheck.records.quantity import Modifier, Quantity, bounds

_ONE = re.compile(
    r"(?<![\w-])one(?= (?:said|was|were|is|has|had|died|did|voted|against|in|to|abstained|at|from|for)\b)"
)
_OTHER = re.compile(r"\b[Tt]he (?:other|remaining) (?=[a-z0-9])")
_GROUP_OF = re.compile(
    r"\b(?:jury|crew|panel|team|group|party|squad|family|committee|delegation|board|cast|cabinet|council|bench|"
    r"household|garrison|staff|workforce|field) of (?=[a-z0-9])"
)
_FROM_TO = re.compile(r"^(?:[Ff]rom|[Bb]etween) (?P<one>.{1,40}?) (?:to|and|until) (?P<two>.{1,40})$")
_SCALE = re.compile(r"\b(thousand|million|billion|trillion|lakh|crore)\b|\d ?(k|m|mn|bn|b|tn|trn)\b", re.IGNORECASE)
_BY_TO = re.compile(r"^(?P<one>[^ ]{1,20}) to (?P<two>.{1,40})$")
_WIDE = 3
_DIGIT_OR_WORD = re.compile(r"\d|[a-z]+")

_CAP = (0.025, 0.05)
"""How far writing may have rounded, at most, as a part of the number: written in full, and in millions."""
_SCALED = 1_000
_VAGUE = re.compile(r"^(?:an estimated|about|around|roughly|approximately|some|nearly|almost|close to) ", re.IGNORECASE)
_OPEN = re.compile(
    r"^(?:(?P<more>more than|over|at least|well over|just over)|(?:less|fewer) than|under|up to|just under) "
)
_ROUND = 0.01
"""How far a number that ends in noughts (10,000) may be rounded, as a part of it, although nothing says so."""
_ABOUT = (0.025, 0.1)
"""How far "about" may be off: as a part of the number, at least, and at most where it ends in noughts."""


TOTAL = re.compile(r"\W*(?:grand total|total|sum|all|altogether|together|in all)\b", re.IGNORECASE)
"""What the label of a row, or of a line, begins with that gives the total of those before it."""


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
    per: str | None = None
    value: float = 0.0
    """The number as it is written, in its unit; the middle of a range."""
    scale: str = ""
    """The word or letters of its scale: "million", "m"; empty where it is written in full."""
    is_vague: bool = False
    """Whether words say that it is not exact, or it is a range."""

    @property
    def is_exact(self) -> bool:
        """Whether both ends are known."""
        return math.isfinite(self.low) and math.isfinite(self.high)

    @property
    def half(self) -> float:
        """How far the real number may be from the one written."""
        return (self.high - self.low) / 2

    def is_like(self, other: "Figure") -> bool:
        """Whether both may be values of one thing, so that one can be taken from the other."""
        if self.per != other.per and None not in (self.per, other.per):
            return False
        if self.is_bare != other.is_bare:
            measure = other if self.is_bare else self
            bare = self if self.is_bare else other
            return measure.dimension not in ("money", "share") and (
                bare.scale == measure.scale or measure.dimension == "count"
            )
        same = self.unit == other.unit or self.dimension == "count" or None in (self.unit, other.unit)
        return self.dimension == other.dimension and same

    @property
    def is_bare(self) -> bool:
        """Whether it is a number alone, which may take its unit from the figure before: "to 30 megawatts from 10"."""
        return self.unit is None and self.dimension == "count"

    def beside(self, other: "Figure") -> "Figure":
        """The figure as exact as the other, where both are written in one scale: "£2m" beside "£2.6m" is £2.0m."""
        if self.scale != other.scale or self.is_vague or other.is_vague or other.half >= self.half:
            return self
        return replace(self, low=self.value - other.half, high=self.value + other.half)


def figure_of(mention: QuantityMention) -> Figure:
    """A quantity as a figure; hundredths of a currency (pence, cents) as parts of it."""
    quantity = mention.quantity
    unit = quantity.unit
    if unit is not None and unit.endswith("/100"):
        unit = unit.removesuffix("/100")
        quantity = quantity.but(low=quantity.low / 100, high=quantity.high / 100, precision=quantity.precision / 100)
    low, high = _limits(quantity)
    written_scale = _SCALE.search(quantity.as_written)
    scale = (written_scale[1] or written_scale[2]).lower() if written_scale else ""
    return Figure(
        mention.start,
        mention.end,
        low,
        high,
        unit,
        quantity.dimension,
        change=quantity.form == "change",
        per=quantity.per,
        value=(quantity.low + quantity.high) / 2,
        scale=scale,
        is_vague=_modifier(quantity) == "~" or quantity.is_range,
    )


def _limits(quantity: Quantity) -> tuple[float, float]:
    modifier = _modifier(quantity)
    if modifier in (">", "<"):
        limits = bounds(quantity.but(modifier=modifier))
        return -math.inf if limits.low is None else limits.low, math.inf if limits.high is None else limits.high
    highest = max(abs(quantity.low), abs(quantity.high))
    plain = quantity.precision == 1 and highest.is_integer() and quantity.dimension == "count"
    capped = quantity.precision >= 1 and quantity.dimension != "share"
    most = _CAP[quantity.precision >= _SCALED] * highest if capped else math.inf
    half = 0.0 if plain else min(quantity.precision / 2, most)
    noughts = _last_digit(highest) / 2 if quantity.precision <= 1 and highest >= 10 else half
    if modifier == "~":
        half = max(half, _ABOUT[0] * highest, min(noughts, _ABOUT[1] * highest))
    elif noughts >= 5 and quantity.precision:
        half = max(half, min(noughts, _ROUND * highest))
    return quantity.low - half, quantity.high + half


def _modifier(quantity: Quantity) -> Modifier:
    """How a number is stated, also where it is said to rise or fall: "rose about 20 per cent"."""
    if quantity.modifier not in ("up", "down"):
        return quantity.modifier
    if _VAGUE.match(quantity.as_written):
        return "~"
    match = _OPEN.match(quantity.as_written)
    return (">" if match["more"] else "<") if match else "="


def _last_digit(value: float) -> float:
    """The size of the last digit of a whole number that is no nought: 100 for 1,200."""
    if not value.is_integer() or not value:
        return 1.0
    size = 1.0
    while value % (size * 10) == 0:
        size *= 10
    return size


def figures_in(study: Study, start: int, end: int, *, apart: bool = False) -> list[Figure]:
    """The figures of a stretch of text in order of place, also "one" and "the other two"; no ordinals, no ratios.

    `apart`: "from $2 million to $3 million" is two figures, not one range.
    """
    return list(study.once(("figures", start, end, apart), lambda: _figures_in(study, start, end, apart=apart)))


def _figures_in(study: Study, start: int, end: int, *, apart: bool) -> list[Figure]:
    text = study.document.text
    found = [
        figure_of(part)
        for item in within(study.seen(QuantityMention), start, end)
        if item.quantity.form in ("value", "change")
        for part in (_ends(text, item) if apart else (item,))
    ]
    others = [
        Figure(number.start, number.end, number.low, number.high, None, "count", value=number.low)
        for match in (*_OTHER.finditer(text, start, end), *_GROUP_OF.finditer(text, start, end))
        if (number := read(text, match.end())) is not None and number.low == number.high
    ]
    ones = [
        Figure(match.start(), match.end(), 1.0, 1.0, None, "count", value=1.0)
        for match in _ONE.finditer(text, start, end)
    ]
    added = [item for item in (*others, *ones) if not any(one.start <= item.start < one.end for one in found)]
    return sorted([*found, *added], key=lambda item: item.start)


def _ends(text: str, mention: QuantityMention) -> Iterator[QuantityMention]:
    """The two figures of "from … to …", or the mention itself."""
    quantity, start = mention.quantity, mention.start
    match = _FROM_TO.match(text[start : mention.end]) if quantity.is_range else None
    if match is None and _is_by_to(text, mention):
        match = _BY_TO.match(text[start : mention.end])
    one = _number(text, start + match.start("one")) if match else None
    two = _number(text, start + match.start("two")) if match else None
    if match is None or one is None or two is None:
        yield mention
        return
    # The scale may stand behind the second alone: "from 14.5 to 11.6 million".
    falls = abs(two.low - quantity.low) < abs(two.low - quantity.high)
    values = sorted((quantity.low, quantity.high), reverse=falls)
    for name, value in zip(("one", "two"), values, strict=True):
        low, high = match.span(name)
        plain = quantity.but(low=value, high=value, modifier="=")
        yield mention.but(start=start + low, end=start + high, quantity=plain)


def _is_by_to(text: str, mention: QuantityMention) -> bool:
    """ "Fell by 700 to 4,500" is a fall and where it led; "rose by 10 to 20" is a range."""
    quantity = mention.quantity
    wide = quantity.is_range and quantity.dimension != "share" and quantity.high >= _WIDE * quantity.low
    return wide and text.endswith("by ", 0, mention.start)


def _number(text: str, start: int) -> Number | None:
    for match in _DIGIT_OR_WORD.finditer(text, start, start + 20):
        number = read(text, match.start())
        if number is not None:
            return number
    return None


def written(value: float) -> str:
    """A number as a person would write it: 3.9 billion, 1,140, 66.8."""
    for scale, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if abs(value) >= scale:
            return f"{_short(value / scale)}{word}"
    return _short(value)


def _short(value: float) -> str:
    rounded = round(value, 2)
    return f"{int(rounded):,}" if rounded == int(rounded) else f"{rounded:,}"
