"""Reading an amount at a place: its sign, its number or range of numbers, its currency, unit and rate."""

import re
from typing import NamedTuple

from factcheck.language import units
from factcheck.language.currencies import CURRENCIES, MONEY_SIGNS, MONEY_WORDS
from factcheck.language.numerals import Number, may_begin, read
from factcheck.language.trends import FALLING, RISING
from factcheck.language.verbs import FORMS


class Amount(NamedTuple):
    """An amount at `text[start:end]`, its number at `number`; `unit` is null for a count.

    `form` is how its number is written.
    """

    start: int
    end: int
    number: int
    low: float
    high: float
    precision: float
    unit: str | None
    dimension: str
    per: str | None
    form: str
    ranged: bool = False


_LETTERS = "|".join(
    sorted((sign for sign in MONEY_SIGNS if sign[-1].isalpha() and len(sign) > 1), key=lambda sign: (-len(sign), sign))
)
_CODES = "|".join(CURRENCIES)
_SIGN_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z])(?:(?:US|U\.S\.|AU?|CA?|CAD|NZ|HK|S|NT|R)[\s\u00a0]?\$|\$(?:US|A|U)?|{_LETTERS}|Rs\.|Y=|{_CODES}|[RN](?=[-−]?$))"
    rf"|[£€¥₹₩₽₺₦₱₪฿₫₴$])[\s\u00a0]?(?P<minus>[-−]?)$"
)
_MINUS_BEFORE = re.compile(
    r"(?:(?<![\w.,)%])[-−–]|(?<!\w)(?P<both>plus\sor\s)?minus[\s-]|(?P<sign>±)\s?)$", re.IGNORECASE
)
_CONNECTOR = re.compile(
    r"-?[\s\u00a0]{1,2}(?P<word>to|and|or|up\s{1,2}to|through|until)(?:-|[\s\u00a0]{1,2})"
    r"(?:(?:between|about|around|nearly|as\s{1,2}much\s{1,2}as|some|roughly|over|more\s{1,2}than|even|up\s{1,2}to|perhaps"
    r"|almost)[\s\u00a0]{1,2})?|(?P<dash>[\s\u00a0]?[-‐‑–—−~/][\s\u00a0]?)",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?!\w)")
_TOKEN = re.compile(r"(?P<gap>[\s\u00a0]{0,2}|-)(?P<word>[^\s\u00a0\d,;:()\[\]“”\"!?\x00]{1,24}[23]?(?!\d))")
_PER = re.compile(
    r"[\s\u00a0]?(?:/|[\s\u00a0]per[\s\u00a0]|-per-|(?P<article>[\s\u00a0](?:an?|each|every)[\s\u00a0]))"
    r"(?:the[\s\u00a0])?(?P<what>[A-Za-z][a-z]{0,15}(?:[\s\u00a0](?:metre|meter|kilometre|kilometer|mile|foot|hour|inch)s?)?)(?!\w)",
)
_RATED_BY = frozenset(
    "second minute hour day night week fortnight month quarter year decade century barrel share tonne ton "
    "litre liter gallon kilogram kilo kg pound "
    "ounce person head game season piece acre hectare mile kilometre kilometer unit time shift trip visit "
    "head seat ticket user "
    "household passenger bushel shareholder minute match acre bottle bag sack dose bed copy ride plate set "
    "inch foot metre meter".split()
)
_SPACED = frozenset("W F V m g l L t h kn kt".split())
_NEVER_ATTACHED = frozenset("s a A st K".split())
_ALONE = frozenset("mi ha yd in hr min sec".split())
_SIGNS_AFTER = {
    **{sign: MONEY_SIGNS[sign] for sign in ("€", "£", "$", "₽", "zł", "kr", "RMB", "Kč")},
    "p": "GBP/100",
    "¢": "USD/100",
}
_CAPITALISED = frozenset("fahrenheit celsius kelvin euro euros".split())
_FAHRENHEIT = units.WORDS["fahrenheit"]
_PLAIN = re.compile(r"[A-Za-z]")


def read_amount(text: str, place: int, floor: int) -> Amount | None:
    """The amount whose number begins at `place`, if it is one; what stands before it begins no earlier than `floor`."""
    start, currency, sign = _before(text, place, floor)
    number = read(text, place, money=currency is not None)
    if number is None or _ORDINAL.match(text, number.end):
        return None
    if currency is None and place > floor and (text[place - 1].isalpha() or text[place - 1] == "_"):
        return None
    end, unit, dimension = _unit(text, number)
    if end < 0:
        return None
    if currency is not None and (unit is None or units.dimension(unit) == "money"):
        unit, dimension = currency, "money"
    if unit is None:
        number, start, end, unit, dimension = _prefixed(text, number, start, end, floor)
    if sign < 0:
        number = number._replace(low=-number.high, high=-number.low)
    amount = Amount(start, end, place, number.low, number.high, number.precision, unit, dimension, None, number.form)
    share = _share(text, amount)
    if share is not None:
        return share
    amount = _ranged(text, amount, number, floor) or amount
    return _rated(text, amount)


_MAGNITUDE = re.compile(r"(?<!\w)(?:magnitude(?:\sof|-|\s)\s?)$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)(?:an?|the)\s$", re.IGNORECASE)
_MANY = re.compile(r"\s(?:[a-z-]{2,20}\s){0,2}(?:people|men|women|[a-z]{3,20}s)(?!\w)")


def _prefixed(text: str, number: Number, start: int, end: int, floor: int) -> tuple[Number, int, int, str | None, str]:
    """A number whose unit stands before it ("magnitude 6.1"), or is the metre after all ("the 100m")."""
    magnitude = _MAGNITUDE.search(text, max(floor, number.start - 13), number.start)
    if magnitude:
        return number, magnitude.start(), end, "magnitude", "magnitude"
    if (
        number.suffix == "m"
        and _ARTICLE.search(text, max(floor, number.start - 5), number.start)
        and not _MANY.match(text, end)
    ):
        return (
            number._replace(low=number.low / 1e6, high=number.high / 1e6, precision=number.precision / 1e6),
            start,
            end,
            "m",
            "length",
        )
    return number, start, end, None, "count"


def _before(text: str, place: int, floor: int) -> tuple[int, str | None, int]:
    """Where the amount begins, its currency sign if one stands before it, and its sign."""
    low = max(floor, place - 9)
    match = _SIGN_BEFORE.search(text, low, place)
    if match:
        written = re.sub(r"[\s\u00a0]", "", match.group().rstrip("-− \u00a0"))
        code = MONEY_SIGNS.get(written) or (written if written in CURRENCIES else None)
        if code is not None:
            return match.start(), code, -1 if match["minus"] else 1
    minus = _MINUS_BEFORE.search(text, max(floor, place - 14), place)
    if minus:
        return minus.start(), None, 1 if minus["both"] or minus["sign"] else -1
    return place, None, 1


_PAID = re.compile(
    r"\b(?:costs?|costing|paid|pays?|paying|worth|prices?|priced|fines?|fined|salar(?:y|ies)|earns?|earned|spends?|spent|fees?|bills?|sold"
    r"|sells?|buys?|bought|debts?|owes?|owed|wages?|bail|charges?|charged|deposit|budget|grant|loan|bonus|raised|value[ds]?)\b",
    re.IGNORECASE,
)
"""Words near which a pound is money rather than a weight."""


def _unit(text: str, number: Number) -> tuple[int, str | None, str]:
    """Where number and unit end, the unit, its dimension; -1 where letters follow that make it no number."""
    end = number.end
    words: list[tuple[int, str]] = []
    place = end + 3 if number.form == "vague" and text.startswith(" of ", end) else end
    for _ in range(4):
        match = _TOKEN.match(text, place)
        if match is None or (words and match["gap"] == ""):
            break
        words.append((match.end(), match["gap"] + match["word"] if not words else match["word"]))
        place = match.end()
    if not words:
        return (-1 if text[end : end + 1].isalpha() else end), None, "count"
    first = words[0][1]
    gap = first[: len(first) - len(first.lstrip(" \u00a0\t\n-"))]
    words[0] = (words[0][0], first[len(gap) :])
    found = _phrase(words, number) or _sign(words, gap)
    if found is not None:
        code, stop = found
        if (
            code == "lb"
            and words[0][1].startswith("pound")
            and (number.low >= 1e5 or _PAID.search(text, max(0, number.start - 40), number.start))
        ):
            code = "GBP"
        return stop, code, units.dimension(code)
    if gap == "" and _PLAIN.match(words[0][1]) and words[0][1] not in ("x",):
        return -1, None, "count"
    return end, None, "count"


def _phrase(words: list[tuple[int, str]], number: Number) -> tuple[str, int] | None:
    """A unit in words ("square miles", "Australian dollars"), the longest first."""
    for count in range(len(words), 0, -1):
        phrase = " ".join(word for _, word in words[:count]).lower()
        bare = phrase.rstrip(".")
        code = units.WORDS.get(bare) or MONEY_WORDS.get(bare)
        if code is not None and words[0][1].istitle() and count == 1 and bare not in _CAPITALISED:
            continue
        if (
            code is None
            or (bare == "bar" and number.form == "words")
            or (bare == "won" and number.low < 1000)
            or (bare == "second" and number.form == "words")
        ):
            continue
        return code, words[count - 1][0] - (len(phrase) - len(bare))
    return None


def _sign(words: list[tuple[int, str]], gap: str) -> tuple[str, int] | None:
    """A unit's sign ("km", "MW", "%"), alone or in two parts ("sq km", "° C")."""
    for count in (2, 1):
        if len(words) < count:
            continue
        written = " ".join(word for _, word in words[:count])
        if count == 1 and "/" in written and written.rstrip(".") not in units.SIGNS:
            written = written[: written.index("/")]
            words = [(words[0][0] - len(words[0][1]) + len(written), written)]
        bare = written.rstrip(".’'")
        code = units.SIGNS.get(written) or units.SIGNS.get(bare) or (bare if bare in CURRENCIES else None)
        if code is None:
            code = _SIGNS_AFTER.get(bare) if len(bare) > 1 or bare != "p" or gap == "" else None
        if bare == "F" and gap == "":
            code = _FAHRENHEIT
        if code is None or not _may_stand(bare, gap):
            continue
        stop = words[count - 1][0] - (len(written) - len(bare))
        return code, stop
    return None


def _may_stand(sign: str, gap: str) -> bool:
    if gap == "":
        return sign not in _NEVER_ATTACHED
    if sign in ("C", "G"):
        return False
    if len(sign) == 1 and sign.isalpha():
        return sign in _SPACED
    return sign not in ("in", "st", "cal", "sec") or gap == "-"


def _ranged(text: str, amount: Amount, number: Number, floor: int) -> Amount | None:
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
    start, currency, sign = _before(text, place, link.end())
    if start != link.end() or sign < 0:
        return None
    second = read(text, place, money=currency is not None or _is_money(amount))
    if second is None or _ORDINAL.match(text, second.end) or second.form == "vague":
        return None
    end, unit, dimension = _unit(text, second)
    if end < 0:
        return None
    if currency is not None and (unit is None or units.dimension(unit) == "money"):
        unit, dimension = currency, "money"
    return _range_of(text, amount, number, second, (end, unit, dimension), word, floor)


_MOVES = frozenset({form for form, (_, base) in FORMS.items() if base in RISING or base in FALLING})
_WORD_BEFORE = re.compile(r"([A-Za-z]+)[\s\u00a0]$")


def _is_moved(text: str, place: int, floor: int) -> bool:
    """Whether a verb of change stands right before: "gained $3 to $1,284" is no range."""
    word = _WORD_BEFORE.search(text, max(floor, place - 16), place)
    return word is not None and word[1].lower() in _MOVES


def _is_money(amount: Amount) -> bool:
    return amount.dimension == "money"


def _number_after(text: str, place: int) -> int | None:
    """Where the second number of a range begins: right there, or after its currency sign."""
    if may_begin(text, place):
        return place
    for width in range(1, 6):
        if text[place + width : place + width + 1].isdigit() and _SIGN_BEFORE.search(text, place, place + width):
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
    scale = _scale(second)
    if (
        scale > 1
        and low < 1000
        and _scale(number) == 1
        and low * scale <= second.high * 1.0001
        and low >= second.low / scale / 1000
    ):
        low, precision = low * scale, precision * scale
    opening = _opening(text, amount.start, floor)
    if word == "and" and opening[0] != "between":
        return None
    if low > second.high and opening[0] != "from":
        return None
    if word == "or" and (
        not 0 < second.high - low <= max(low, 2) or (amount.unit is None and _is_sign_before(text, number, second))
    ):
        return None
    if (
        word == "to"
        and amount.unit is not None
        and unit is not None
        and _BY.search(text, max(floor, amount.start - 4), amount.start)
    ):
        return None
    if (
        word == "to"
        and opening[0] is None
        and unit is None
        and amount.unit is None
        and low > 0
        and second.high / low > 20
    ):
        return None
    if word == "to" and opening[0] is None and second.high > 3 * low and _is_moved(text, amount.start, floor):
        return None
    low, high = sorted((low, second.high))
    start = opening[1] if opening[0] else amount.start
    return amount._replace(
        start=start, end=end, low=low, high=high, precision=min(precision, second.precision), unit=unit or amount.unit,
        dimension=dimension if unit else amount.dimension, ranged=True,
    )  # fmt: skip


_BY = re.compile(r"(?<!\w)by\s$", re.IGNORECASE)


def _is_sign_before(text: str, first: Number, second: Number) -> bool:
    """Whether a currency sign stands before the second number, but not before the first: "8 or $9"."""
    return _SIGN_BEFORE.search(text, max(first.end, second.start - 9), second.start) is not None


_OUT_OF = re.compile(
    r"[\s\u00a0](?:in|out[\s\u00a0]of(?:[\s\u00a0]every)?|in[\s\u00a0]every)[\s\u00a0](?:the[\s\u00a0])?(?=\w)"
)
_ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000})


def _share(text: str, amount: Amount) -> Amount | None:
    """ "one in five", "9 out of 10": a part of a whole; not "3 in 2019"."""
    if amount.unit is not None or amount.start != amount.number or not 0 < amount.low == amount.high <= 99:
        return None
    link = _OUT_OF.match(text, amount.end)
    whole = read(text, link.end()) if link and may_begin(text, link.end()) else None
    if whole is None or whole.low not in _ROUND or whole.low <= amount.low or _unit(text, whole)[1] is not None:
        return None
    if "out" not in text[amount.end : whole.start] and (amount.low > 1 and whole.low not in (10, 20, 100, 1000)):
        return None
    part = float(f"{amount.low / whole.low:.12g}")
    return amount._replace(end=whole.end, low=part, high=part, precision=0.0, form="fraction")


def _scale(number: Number) -> float:
    if number.form == "words":
        for factor in (1e12, 1e9, 1e6, 1e3):
            if number.low >= factor and number.low % factor == 0:
                return factor
        return 1.0
    return max(number.precision, 1.0) if number.precision >= 1 else 1.0


_OPENING = re.compile(
    r"(?<!\w)(between|from)\s{1,2}(?:(?:about|around|roughly|just|nearly|some|anywhere|as\s+little\s+as)\s{1,2})?$",
    re.IGNORECASE,
)


def _opening(text: str, place: int, floor: int) -> tuple[str | None, int]:
    match = _OPENING.search(text, max(floor, place - 24), place)
    return (match[1].lower(), match.start()) if match else (None, place)


def _rated(text: str, amount: Amount) -> Amount:
    """The amount with what it is "per": "a month", "per barrel", "/year"."""
    match = _PER.match(text, amount.end)
    if match is None:
        return amount
    what = match["what"].lower()
    single = what.split()[0]
    if (match["article"] or "/" in match.group()) and single not in _RATED_BY:
        return amount
    if amount.unit is None and not match["article"] and single not in _RATED_BY:
        return amount
    if match["article"] and " " in what:
        what = single
    end = match.start("what") + len(what)
    return amount._replace(end=end, per=what)
