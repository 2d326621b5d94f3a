"""Ranges: two numbers that are the ends of one amount, "four to five", "$500,000 to $1 million"."""

import re

from factcheck.finders._amount import Amount
from factcheck.finders._units import ORDINAL, SIGN_BEFORE, before, unit_after
from factcheck.language import units
from factcheck.language.number_words import SCALES
from factcheck.language.numerals import Number, may_begin, read
from factcheck.language.trends import FALLING, RISING
from factcheck.language.verbs import FORMS

_CONNECTOR = re.compile(
    r"-?[\s\u00a0]{1,2}(?P<word>to|and|or|up\s{1,2}to|through|until)(?:-|[\s\u00a0]{1,2})"
    r"(?:(?:between|about|around|nearly|as\s{1,2}much\s{1,2}as|some|roughly|over|more\s{1,2}than|even|up\s{1,2}to|perhaps"
    r"|almost)[\s\u00a0]{1,2})?|(?P<dash>[\s\u00a0]?[-‐‑–—−~/][\s\u00a0]?)",
    re.IGNORECASE,
)


def ranged(text: str, amount: Amount, number: Number, floor: int) -> Amount | None:
    """The range that the amount begins, if a second number follows: "four to five", "$500,000 to $1 million"."""
    if number.form in ("vague", "fraction") and number.low != 0.5:
        return None
    link = _CONNECTOR.match(text, amount.end)
    if link is None:
        return None
    word = re.sub(r"\s+", " ", (link["word"] or "-").lower())
    place = _number_after(text, link.end())
    if place is None or (link["dash"] and "/" in link["dash"] and not _is_money(amount)):
        return None
    start, currency, sign = before(text, place, link.end())
    if start != link.end() or sign < 0:
        return None
    second = read(text, place, money=currency is not None or _is_money(amount))
    if second is None or ORDINAL.match(text, second.end) or second.form == "vague":
        return None
    end, unit, dimension = unit_after(text, second)
    if end < 0:
        return None
    if currency is not None and (unit is None or units.dimension(unit) == "money"):
        unit, dimension = currency, "money"
    return _range_of(text, amount, number, second, (end, unit, dimension), word, floor)


_MOVES = frozenset({form for form, (_, base) in FORMS.items() if base in RISING or base in FALLING})
_WORD_BEFORE = re.compile(r"(?<![A-Za-z])([A-Za-z]++)\s$")


def _is_moved(text: str, place: int, floor: int) -> bool:
    """Whether a verb of change stands right before: "gained $3 to $1,284" is no range."""
    word = _WORD_BEFORE.search(text, max(floor, place - 16), place)
    return word is not None and (word[1].lower() in _MOVES or word[1].lower() in ("up", "down"))


def _is_money(amount: Amount) -> bool:
    return amount.dimension == "money"


def _number_after(text: str, place: int) -> int | None:
    """Where the second number of a range begins: right there, or after its currency sign."""
    if may_begin(text, place):
        return place
    for width in range(1, 6):
        if text[place + width : place + width + 1].isdigit() and SIGN_BEFORE.search(text, place, place + width):
            return place + width
    return None


def _range_of(
    text: str, amount: Amount, number: Number, second: Number, tail: tuple[int, str | None, str], word: str, floor: int
) -> Amount | None:
    end, unit, dimension = tail
    if amount.unit is not None and unit is not None and amount.unit != unit:
        return None
    if amount.unit is not None and unit is None and not (_is_money(amount) and amount.start < number.start):
        return None
    low, precision = amount.low, amount.precision
    scale = _scale(text, second)
    opening = _opening(text, amount.start, floor)
    if (
        scale > 1
        and low < 1000
        and _scale(text, number) == 1
        and low * scale <= second.high * (_FALL if opening[0] == "from" else 1.0001)
        and low >= second.low / scale / 1000
    ):
        low, precision = low * scale, precision * scale
    if _joins_two(text, amount, number, second, (low, unit, word, opening[0]), floor):
        return None
    by = _BY.search(text, max(floor, amount.start - 4), amount.start)
    if word == "to" and second.high > 3 * low and by:  # "rose by 300 to 2,400": by how much, and to what
        return None
    low, high = sorted((low, second.high))
    start = opening[1] if opening[0] else amount.start
    return amount._replace(
        start=start, end=end, low=low, high=high, precision=min(precision, second.precision), unit=unit or amount.unit,
        dimension=dimension if unit else amount.dimension, ranged=True,
    )  # fmt: skip


def _joins_two(
    text: str,
    amount: Amount,
    number: Number,
    second: Number,
    told: tuple[float, str | None, str, str | None],
    floor: int,
) -> bool:
    """Whether the word between two numbers joins two figures and makes no range of them.

    `told` is the lower end in the scale of the second, the second's unit, the word, and what opens the range.
    """
    low, unit, word, opening = told
    if (word == "and" and opening != "between") or (low > second.high and opening != "from"):
        return True
    if word == "or":
        near = 0 < second.high - low <= max(low, 2)
        return not near or (amount.unit is None and _is_sign_before(text, number, second))
    if word != "to":
        return False
    both = amount.unit is not None and unit is not None
    if both and _BY.search(text, max(floor, amount.start - 4), amount.start):
        return True
    bare = opening is None and unit is None and amount.unit is None
    if bare and low > 0 and second.high / low > _WIDEST:
        return True
    return opening is None and second.high > 3 * low and _is_moved(text, amount.start, floor)


_WIDEST = 20
"""How many times the one the other of two numbers without a unit may be, to be the ends of a range."""
_FALL = 50.0
"""How many times the end the beginning of a fall may be, to have the same scale: "from 40 to 20 million"."""
_BY = re.compile(r"(?<!\w)by\s$", re.IGNORECASE)


def _is_sign_before(text: str, first: Number, second: Number) -> bool:
    """Whether a currency sign stands before the second number, but not before the first: "8 or $9"."""
    return SIGN_BEFORE.search(text, max(first.end, second.start - 9), second.start) is not None


_SCALED = re.compile(r"[\d.,\s]*(?P<scale>[a-z]+)\.?$", re.IGNORECASE)


def _scale(text: str, number: Number) -> float:
    """What the digits of a number are multiplied by: a million in "2.5 million", 1 in "2,500"."""
    if number.form == "words":
        for factor in (1e12, 1e9, 1e6, 1e3):
            if number.low >= factor and number.low % factor == 0:
                return factor
        return 1.0
    written = _SCALED.match(text[number.start : number.end])
    word = (number.suffix or (written["scale"] if written else "")).lower()
    return SCALES.get(word, max(number.precision, 1.0))


_OPENING = re.compile(
    r"(?<!\w)(between|from)\s{1,2}(?:the\s{1,2}ages?\s{1,2}of\s{1,2})?(?:(?:about|around|roughly|just|nearly|some|anywhere|as\s+little\s+as)\s{1,2})?$",
    re.IGNORECASE,
)


def _opening(text: str, place: int, floor: int) -> tuple[str | None, int]:
    match = _OPENING.search(text, max(floor, place - 32), place)
    return (match[1].lower(), match.start()) if match else (None, place)
