"""Units and nouns that several numbers share: "12, 15 and 9 million dollars", "4.1 from 4.3 percent", "$5m from 4m"."""

import re
from collections.abc import Sequence

from factcheck.finders._amount import Amount
from factcheck.language import units
from factcheck.language.sums import sums_of
from factcheck.patterns import any_of
from factcheck.records.mention import Mention
from factcheck.records.quantity import Quantity

_HEDGES = "about|around|nearly|almost|some|roughly|over|under|just|only|more\\sthan|less\\sthan|at\\sleast"
_ABOUT = rf"(?:(?:{_HEDGES})[\s\u00a0]){{0,2}}"
_AND = re.compile(
    rf"(?:,?[\s\u00a0]and|[\s\u00a0](?:or|to))[\s\u00a0]{_ABOUT}|[\s\u00a0]?[–—-][\s\u00a0]?", re.IGNORECASE
)
_COMMA = re.compile(rf",[\s\u00a0]{_ABOUT}", re.IGNORECASE)
_FROM = re.compile(
    rf"[\s\u00a0](?:up[\s\u00a0]|down[\s\u00a0])?(?:from|against|versus|compared[\s\u00a0](?:with|to))[\s\u00a0]{_ABOUT}",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    rf"[\s\u00a0\x00,]{{0,60}}?[\s\u00a0](?:up[\s\u00a0]|down[\s\u00a0])?"
    rf"(?:from|to|against|versus|after|below|above|compared[\s\u00a0](?:with|to))[\s\u00a0]{_ABOUT}",
    re.IGNORECASE,
)
_ALIKE = 50.0
"""How many times one number of a list may be another that is written with its scale."""


def shared(text: str, amounts: Sequence[Amount]) -> list[Amount]:
    """The amounts, those without a unit with that of the list that they stand in; its noun is noted by its place."""
    out = list(amounts)
    listed = False
    for place in range(len(out) - 2, -1, -1):
        one, following = out[place], out[place + 1]
        if _is_whole(one):
            listed = False
            continue
        joined = _AND.fullmatch(text, one.end, following.start) is not None
        comma = (listed or following.ranged) and _COMMA.fullmatch(text, one.end, following.start) is not None
        back = _FROM.fullmatch(text, one.end, following.start) is not None
        listed = joined or comma
        if listed or back:
            out[place] = _like(one, following)
    return out


def _is_whole(amount: Amount) -> bool:
    """Whether an amount needs nothing from what follows: it has a unit, or is no plain number."""
    return amount.unit is not None or amount.form not in ("digits", "words") or amount.start != amount.number


def _like(one: Amount, following: Amount) -> Amount:
    """The number with the unit, or the place of the noun, of the one after it, and with its scale."""
    noun_at = following.noun_at if following.noun_at >= 0 else following.end
    if following.start != following.number and following.dimension == "money":
        return one
    factor = _scale(following)
    plain = one.low < 1000 and one.precision <= 1 and _scale(one) == 1
    if factor > 1 and plain and 1 / _ALIKE <= one.low * factor / max(following.low, 1e-9) <= _ALIKE:
        one = one._replace(low=one.low * factor, high=one.high * factor, precision=one.precision * factor)
    return one._replace(unit=following.unit, dimension=following.dimension, noun_at=noun_at)


def _scale(amount: Amount) -> float:
    """The scale that a number is written with: 1e6 of "9 million" and of "1.5 million"."""
    for factor in (1e12, 1e9, 1e6, 1e3):
        if amount.low >= factor and amount.precision >= factor / 1000 and amount.precision > 1:
            return factor
        if amount.form == "words" and amount.low >= factor and amount.low % (factor / 10) == 0:
            return factor
    return 1.0


def carried(amount: Amount, previous: Quantity | None, text: str, floor: int) -> str | None:
    """The unit that a number without one takes from the amount before it: "to 3% from 9", "$5m, after 4m in May"."""
    if previous is None or previous.unit is None or previous.dimension in ("count", "age", "time"):
        return None
    if _EARLIER.fullmatch(text, floor, amount.start) and amount.low < 1000:
        return previous.unit
    scaled = amount.low >= 1e6 and (amount.precision >= 1e4 or amount.form == "words")
    return previous.unit if previous.dimension == "money" and scaled else None


def in_currency(quantity: Quantity, currency: str | None, text: str, first: int, span: Mention) -> Quantity:
    """A bare sum in millions as one of the money told before it in its paragraph: "Profit was $5m. Sales came to 40m."

    `first` is where its sentence begins in the text, `span` where it stands.
    """
    plain = quantity.dimension == "count" and quantity.unit is None and quantity.form == "value" and not quantity.per
    if currency is None or not plain or quantity.low < _MILLION:
        return quantity
    told = _SUM.search(text[first : span.start]) and _ENDS.match(text, span.end) and _SCALED.search(quantity.as_written)
    return quantity.but(unit=currency, dimension="money") if told else quantity


_MILLION = 1e6
_SCALED = re.compile(r"(?:million|billion|trillion|\d ?(?:m|bn|tn))$")
_ENDS = re.compile(r"[.,;:)]|$|\n| (?:in|for|from|at|by|last|this|a year|after|against|compared)\b")
_MONEYS = frozenset(
    "revenue order profit loss price debt budget spending investment export import fee damage savings deficit".split()
)
_SUM = re.compile(
    rf"\b(?:{any_of((*sums_of(_MONEYS), 'asset', 'ebitda', 'payment', 'surplus'))})(?:e?s)?\b[^.;:()]{{0,40}}$",
    re.IGNORECASE,
)
"""What says, before a bare number, that it is a sum of money."""


def rate_carried(quantity: Quantity, previous: Quantity | None, text: str, floor: int, start: int) -> str | None:
    """What an amount is per where the one before it says so: "to $1,220 a month from $900"."""
    if previous is None or previous.per is None or quantity.per is not None or previous.unit != quantity.unit:
        return None
    return previous.per if _EARLIER.fullmatch(text, floor, start) else None


def dimension_of(unit: str | None, otherwise: str) -> str:
    """The dimension of a unit that a number took from another."""
    return units.dimension(unit) if unit in units.UNITS else otherwise
