"""Whether a draft's number is the one that a source gives: not only that both may be true, as between two sources.

A draft may round, and may leave "about" and "more than" out; it may not be more exact than its source, nor end
a range elsewhere.
"""

from typing import Literal

from factcheck.records.quantity import Quantity, bounds, telling_digits
from factcheck.valuing import convertible_quantities, in_unit, interval

Relation = Literal["equal", "coarser", "differs", "other"]
"""Coarser: the source is less exact than the draft, so that it does not bear the draft out. Other: not comparable."""

WELL_ABOVE = 1.5
"""How far above "more than 500" the true figure may lie for the words to be a fair rounding."""
WELL_BELOW = 0.6
"""The same for "fewer than", "nearly", "up to"."""

_OPEN = {">": 1, "<": -1}
_MOVES = {"up", "down"}


def relation(draft: Quantity, source: Quantity) -> Relation:
    """How a draft's number stands to a source's."""
    if draft.dimension != source.dimension and (_is_bare(draft) or _is_bare(source)):
        filled = _alike(draft, source)
        return "equal" if filled is not None and relation(*filled) == "equal" else "other"
    if _is_fraction(draft) != _is_fraction(source) and draft.dimension == source.dimension == "share":
        return "equal" if relation(_in_per_cent(draft), _in_per_cent(source)) == "equal" else "other"
    if not _comparable(draft, source):
        return "other"
    theirs = in_unit(source, draft.unit)
    if {draft.modifier, theirs.modifier} == _MOVES or {draft.trend, theirs.trend} == _MOVES:
        return "differs"
    if draft.is_range or theirs.is_range:
        return _ranges(draft, theirs)
    ours_open, theirs_open = _openness(draft), _openness(theirs)
    if ours_open and not theirs_open:
        return _rounded_to_a_bound(draft, theirs)
    if ours_open * theirs_open < 0:
        return "differs"
    if ours_open or theirs_open:
        return "equal" if _rounds(draft, theirs) or _rounds(theirs, draft) else "differs"
    if _rounds(draft, theirs) or (theirs is not source and interval(_plain(draft)).meets(interval(_plain(theirs)))):
        return "equal"
    return "coarser" if _rounds(theirs, draft) else "differs"


def _is_fraction(quantity: Quantity) -> bool:
    """Whether a part is told in words or as one number over another ("three quarters", "one in five")."""
    return quantity.dimension == "share" and quantity.unit is None and 0 <= quantity.high <= 1


def _in_per_cent(quantity: Quantity) -> Quantity:
    """A part in per cent; what is told as a fraction is about so much."""
    if not _is_fraction(quantity):
        return quantity
    about = "~" if quantity.modifier == "=" else quantity.modifier
    low, high = (float(f"{100 * value:.6g}") for value in (quantity.low, quantity.high))
    return quantity.but(low=low, high=high, unit="percent", form="value", modifier=about, precision=0.0)


def _openness(quantity: Quantity) -> int:
    """1 for a number with no upper end ("more than"), -1 for one with no lower ("up to"), 0 for others."""
    return _OPEN.get(quantity.bound or quantity.modifier, 0)


def _rounds(rounded: Quantity, exact: Quantity) -> bool:
    """Whether one number may be what another was rounded to: it has no more digits, and its interval holds it."""
    if rounded.low == exact.low:
        return True
    limits = interval(_plain(rounded))
    if digits(rounded) > digits(exact) and rounded.modifier != "~":
        return False
    return limits.holds(exact.low) and exact.low not in (limits.low, limits.high)


def _is_bare(quantity: Quantity) -> bool:
    """Whether a number has no unit: its text leaves it to be understood ("56", "a fund of six million").

    Years that are counted as if they were things ("eight years' imprisonment") are taken so too.
    """
    plain = quantity.dimension == "count" and quantity.form == "value"
    return plain and (quantity.unit is None or quantity.unit.rstrip("s'’") in _TIMES)


_TIMES = frozenset({"year", "month", "week", "day", "hour", "minute"})


_UNDERSTOOD = frozenset({"age", "money", "time", "share", "magnitude"})


def _alike(draft: Quantity, source: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two, the bare one with the other's unit, where that is one that people leave out; else null."""
    bare, full = (draft, source) if _is_bare(draft) else (source, draft)
    if full.dimension not in _UNDERSTOOD or full.form != "value":
        return None
    filled = bare.but(unit=full.unit, dimension=full.dimension)
    return (filled, source) if _is_bare(draft) else (draft, filled)


def _comparable(draft: Quantity, source: Quantity) -> bool:
    if draft.dimension != source.dimension or not convertible_quantities(draft, source):
        return False
    if draft.per and source.per and draft.per != source.per:
        return False
    if draft.form == source.form:
        return True
    if _is_fraction(draft) and _is_fraction(source):
        return True
    return "ordinal" not in (draft.form, source.form) and "ratio" not in (draft.form, source.form)


def _plain(quantity: Quantity) -> Quantity:
    return quantity if quantity.modifier in ("=", "~") else quantity.but(modifier="=")


def _ranges(draft: Quantity, source: Quantity) -> Relation:
    """A range beside a range, or beside one number: that may be where a rise or fall began or ended."""
    if draft.is_range and source.is_range:
        ends = [(draft.low, source.low), (draft.high, source.high)]
        return "equal" if all(_near(one, other) for one, other in ends) else "differs"
    inside = bounds(draft).meets(bounds(source))
    if not inside:
        return "differs"
    if source.trend and not draft.is_range and draft.low in (source.low, source.high):
        return "equal"
    return "equal" if draft.is_range or draft.modifier != "=" else "coarser"


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= 0.02 * max(abs(one), abs(other))


def _rounded_to_a_bound(draft: Quantity, source: Quantity) -> Relation:
    """ "More than 500" for 523, "nearly 7,000" for 6,900: true, and near."""
    if not interval(draft).meets(interval(source)):
        return "differs"
    value, bound = source.low, draft.low
    near = value <= WELL_ABOVE * bound if draft.modifier == ">" else value >= WELL_BELOW * bound
    return "equal" if near else "coarser"


def digits(quantity: Quantity) -> int:
    """How many digits a number has that are not only its size."""
    return len(digits_of(quantity))


def digits_of(quantity: Quantity) -> str:
    """The digits of a number that are not only its size: "12" of 1.2 million and of 12."""
    return telling_digits(quantity.low)
