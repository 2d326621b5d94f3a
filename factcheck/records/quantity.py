"""Quantities: what a text states of a number, and what that means as an interval."""

import math
from typing import Literal

from factcheck.records.base import Record, unchecked

Modifier = Literal["=", "~", ">", "<", "up", "down"]
"""How the number is stated: equal, about, more than (or at least), less than (or at most), rising, falling."""

Bound = Literal["~", ">", "<"]
"""How the amount of a change is itself stated: "rose by about 5%", "fell by more than 40"."""

Form = Literal["value", "change", "ordinal", "ratio"]
"""Value: how much or many. Change: by how much it changed. Ordinal: which one. Ratio: times, a third of."""

ABOUT = 0.1
"""What `about` allows on either side, as a part of the value. A reporter's "about", not a tolerance of ours."""


class Quantity(Record):
    """A number with its unit, as stated.

    `low` and `high` are equal for one value. `unit` is a unit ("USD", "percent", "km") or the counted
    noun phrase ("fighter jets"); `of` is the noun phrase measured, eight words at most. `dimension`
    tells what can be converted into what ("money", "share", "length", "count", …). `precision` is the
    size of the last digit written (1.7 billion: 1e8; 7,000: 1), 0 for exact words such as "six".
    `trend` is which way a change points, also where a noun tells it ("a fall of 5%"). `bound` is how the
    amount of a rise or fall is stated (null: as it stands). `strict` is set where a bound itself is
    excluded ("more than").
    """

    low: float
    high: float
    modifier: Modifier = "="
    unit: str | None = None
    of: str | None = None
    dimension: str = "count"
    form: Form = "value"
    per: str | None = None
    precision: float = 0.0
    trend: Literal["up", "down"] | None = None
    bound: Bound | None = None
    strict: bool = False
    as_written: str

    @property
    def is_range(self) -> bool:
        """Whether two values were given ("four to five")."""
        return self.low != self.high


class Bounds(Record):
    """An interval, both ends included unless unbounded (null)."""

    low: float | None
    high: float | None

    def holds(self, value: float) -> bool:
        """Whether the value lies inside."""
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def meets(self, other: "Bounds") -> bool:
        """Whether the two intervals share a value."""
        below = self.high is not None and other.low is not None and self.high < other.low
        above = other.high is not None and self.low is not None and other.high < self.low
        return not below and not above


_bounds = unchecked(Bounds)


def bounds(quantity: Quantity) -> Bounds:
    """The interval that modifier and precision mean, in the quantity's own unit.

    A written 1.7 billion means 1.65 to 1.75 (rounding as in statcheck); "about" widens by `ABOUT`;
    "more than" and "at least" have no upper end, "less than" and "up to" no lower one but zero.
    """
    half = quantity.precision / 2 if quantity.precision and not _is_whole(quantity) else 0.0
    low, high = quantity.low - half, quantity.high + half
    stated = quantity.bound or quantity.modifier
    if stated == "~":
        slack = max(abs(quantity.low), abs(quantity.high)) * ABOUT
        low, high = quantity.low - max(slack, half), quantity.high + max(slack, half)
    elif stated == ">":
        return _bounds(low=math.nextafter(quantity.low, math.inf) if quantity.strict else low, high=None)
    elif stated == "<":
        floor = 0.0 if quantity.high >= 0 else None
        return _bounds(low=floor, high=math.nextafter(quantity.high, -math.inf) if quantity.strict else high)
    return _bounds(low=low, high=high)


BROADLY = 0.1
"""How far a share in words ("a third") may lie from what it is said of, as a part of it."""


def in_percent(quantity: Quantity) -> Quantity:
    """A share that words give as a part of one ("two thirds"), in per cent, as broadly as words mean it."""
    if quantity.dimension != "share" or quantity.unit is not None or quantity.form not in ("ratio", "value", "change"):
        return quantity
    form: Form = "change" if quantity.form == "change" else "value"
    low, high = quantity.low * 100, quantity.high * 100
    return quantity.but(form=form, unit="percent", low=low, high=high, precision=2 * BROADLY * high)


def form_of(quantity: Quantity) -> Form:
    """The form by which quantities are held against each other: points are always those of a change."""
    return "change" if quantity.dimension == "share-point" and quantity.form == "value" else quantity.form


def _is_whole(quantity: Quantity) -> bool:
    """Whether every digit down to the unit was written, so that nothing was rounded away in writing."""
    return quantity.precision == 1 and quantity.low.is_integer() and quantity.dimension == "count"


def telling_digits(value: float) -> str:
    """The digits of a number that are not only its size: "12" of 1.2 million and of 12."""
    return f"{value:.10g}".replace(".", "").strip("0")
