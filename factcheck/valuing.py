"""Values: whether two quantities can be held against each other, as the intervals that they mean.

Modifier, precision and trailing zeros make an interval of what is written (as statcheck does for rounding).
"""

import math
import re

from factcheck.language.units import convert, convertible
from factcheck.likeness import slipped
from factcheck.records.base import unchecked
from factcheck.records.quantity import Bounds, Quantity, bounds, form_of, in_percent, telling_digits

ROUND = 0.03
"""The most that trailing zeros excuse, as a part of the value."""

EDGE = 1e-9
"""What is left out at the ends of what is rounded, so that no two neighbours share one: 1.7 and 1.8 both held 1.75."""

FAR = 2.0
"""Figures that lie further apart than this, as a ratio, are of different things unless much speaks against it."""

FAR_LENGTHS = 2.5
"""The same for lengths of time."""

FAR_MAGNITUDES = 0.6
"""How far two magnitudes that are measured of one quake may lie apart."""

_VAGUE_WORDS = re.compile(
    r"\b(?:(?:an?|the) (?:dozen|score|hundred|thousand|million|billion)|dozens|scores|hundreds|thousands|millions|"
    r"billions|several|few|many|numerous|multiple|some|any|couple|handful)\b(?!.*\d)",
    re.IGNORECASE,
)

TOO_FAR = 10.0
"""From here on they are of different things, whatever speaks for one."""

VAGUE = 3.0
"""From this ratio of its ends a range says too little to agree or differ."""


def may_be_one(one: Quantity | None, other: Quantity | None) -> bool:
    """A quick look that spares the long one: whether two quantities are of one kind at all."""
    if one is None or other is None or one.dimension != other.dimension:
        return False
    return form_of(in_percent(one)) == form_of(in_percent(other))


def convertible_quantities(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities can be held against each other; currencies never silently."""
    if one.dimension != other.dimension:
        return False
    if one.dimension == "count":
        return True
    return one.unit == other.unit or convertible(one.unit or "", other.unit or "")


def exceeds(part: Quantity | None, whole: Quantity | None) -> bool:
    """Whether a part is surely more than its whole."""
    if part is None or whole is None:
        return False
    low, high = interval(part).low, interval(whole).high
    return low is not None and high is not None and low > high


_bounds = unchecked(Bounds)


def interval(quantity: Quantity) -> Bounds:
    """The bounds of a quantity, widened by what its trailing zeros may hide (1,200 for 1,187)."""
    plain = bounds(quantity)
    side = quantity.bound or quantity.modifier
    if side in "<>" and _SLIGHTLY.match(quantity.as_written):
        nearest = quantity.low * (1 - SLIGHTLY if side == "<" else 1 + SLIGHTLY)
        return _bounds(low=nearest, high=plain.high) if side == "<" else _bounds(low=plain.low, high=nearest)
    if side != "=" or quantity.is_range:
        return plain
    if plain.low is not None and plain.high is not None and plain.low < plain.high:
        inside = (plain.high - plain.low) * EDGE
        plain = _bounds(low=plain.low + inside, high=plain.high - inside)
    if quantity.dimension in ("share", "time"):
        return plain
    half = _hidden(quantity) * (1 - EDGE)
    return _bounds(
        low=min(plain.low if plain.low is not None else -math.inf, quantity.low - half),
        high=max(plain.high if plain.high is not None else math.inf, quantity.high + half),
    )


SLIGHTLY = 0.12
"""How far "just under" and "a little over" reach, as a part of the number."""
_SLIGHTLY = re.compile(
    r"(?:only )?(?:just|slightly|a (?:little|little bit|bit|shade|touch|fraction)|marginally|fractionally) "
    r"(?:more than|less than|fewer than|over|above|under|below|higher than|lower than|short of)\b",
    re.IGNORECASE,
)


def _hidden(quantity: Quantity) -> float:
    """How far the trailing zeros of a value may be from what they stand for."""
    return min(_trailing(quantity.low) / 2, abs(quantity.low) * ROUND)


def _trailing(value: float) -> float:
    """The size of the last digit of a whole number that is not zero, from hundreds upward, else 0."""
    if not value.is_integer() or abs(value) < 200 or value % 100:
        return 0.0
    size = 100.0
    while size < 1e15 and value % (size * 10) == 0:
        size *= 10
    return size


TONS = frozenset({"ton", "t"})


def in_unit_of(quantity: Quantity, other: Quantity) -> Quantity:
    """The quantity in the unit of another; one number of tons is the same whichever ton a text speaks of."""
    if {quantity.unit, other.unit} == TONS and (quantity.low, quantity.high) == (other.low, other.high):
        return quantity.but(unit=other.unit)
    return in_unit(quantity, other.unit)


def in_unit(quantity: Quantity, unit: str | None) -> Quantity:
    """The quantity converted into a unit of its dimension; unchanged where it has that unit or counts things."""
    if quantity.dimension == "count" or quantity.unit == unit or not quantity.unit or not unit:
        return quantity
    factor = abs(convert(1.0, quantity.unit, unit) - convert(0.0, quantity.unit, unit))
    precision = max(quantity.precision, 2 * _hidden(quantity)) * factor or abs(quantity.low * factor) * 0.02
    return quantity.but(
        low=convert(quantity.low, quantity.unit, unit),
        high=convert(quantity.high, quantity.unit, unit),
        precision=precision,
        unit=unit,
    )


def are_rounded(one: Quantity, other: Quantity) -> bool:
    """Whether two lengths of time in different units are one, rounded to the longer unit: two years, and 25 months."""
    if one.dimension != "time" or one.unit == other.unit or not convertible(one.unit or "", other.unit or ""):
        return False
    long, short = (one, other) if convert(1.0, one.unit, other.unit) > 1 else (other, one)
    half = convert(0.5, long.unit, short.unit)
    low, high = convert(long.low, long.unit, short.unit) - half, convert(long.high, long.unit, short.unit) + half
    return low <= short.high and short.low <= high


def are_cut(one: Quantity, other: Quantity) -> bool:
    """Whether one figure is the other with its last digits cut off and not rounded: 7.8 billion of 7.87."""
    if one.dimension not in ("money", "share") or not {one.modifier, other.modifier} <= {"=", "~"}:
        return False
    coarse, fine = (one, other) if one.precision > other.precision else (other, one)
    step = coarse.precision
    if coarse.is_range or fine.is_range or not 0 < fine.precision < step or coarse.low < FEWEST_STEPS * step:
        return False
    return math.isclose(math.floor(fine.low / step + 1e-9) * step, coarse.low, rel_tol=1e-9)


FEWEST_STEPS = 10
"""Steps of its last digit that a figure which was cut holds at least: 1.0, not 1."""


def other_limits(one: Quantity, other: Quantity) -> bool:
    """Whether both are limits of something measured and not the same one: within 30 days, and within 60."""
    limited = one.dimension == other.dimension and one.dimension not in ("count", "money", "share", "age")
    return limited and one.modifier == other.modifier == "<" and one.high != other.high


def is_vague(quantity: Quantity) -> bool:
    """Whether a quantity says too little to contradict or confirm another ("thousands")."""
    span = bounds(quantity)
    if (quantity.bound or quantity.modifier) in "<>" or span.low is None or span.high is None:
        return _VAGUE_WORDS.search(quantity.as_written) is not None
    return span.high > VAGUE * max(span.low, 1e-9)


def far_apart(one: Quantity, other: Quantity, ratio: float = FAR) -> bool:
    """Whether two values lie further apart, as a ratio, than figures of one thing are likely to."""
    small, large = sorted((abs(one.high), abs(other.high)))
    return large > ratio * small


def beyond_likeness(one: Quantity, other: Quantity) -> bool:
    """Whether two values lie so far apart that no slip explains it, save a point or zeros that were lost."""
    if one.dimension == "magnitude" and abs(one.high - other.high) > FAR_MAGNITUDES:
        return True
    digits = {f"{abs(value.high):.12g}".replace(".", "").strip("0") for value in (one, other)}
    return len(digits) > 1 and far_apart(one, other, TOO_FAR)


SLIPS_FROM = 100
"""Counts below this are too many in every text for two to be one with a slip of the pen."""


def are_slips(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether a slip of the pen makes one figure of the other (162 and 126)."""
    if one is None or other is None or (one.dimension == "count" and one.high < SLIPS_FROM):
        return False
    return one.unit == other.unit and slipped(telling_digits(one.low), telling_digits(other.low))


def are_swapped(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether two figures are of the same digits in another order: 48 and 84."""
    if one is None or other is None or one.unit != other.unit or one.low == other.low:
        return False
    ours, theirs = telling_digits(one.low), telling_digits(other.low)
    return len(ours) > 1 and len(ours) == len(theirs) and sorted(ours) == sorted(theirs)
