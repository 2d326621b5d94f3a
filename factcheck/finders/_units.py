"""What stands right before and right after a number: its sign, its currency, its unit."""

import re

from factcheck.language import units
from factcheck.language.currencies import CURRENCIES, MONEY_SIGNS, MONEY_WORDS
from factcheck.language.numerals import Number
from factcheck.patterns import any_of

_LETTERS = any_of(sign for sign in MONEY_SIGNS if sign[-1].isalpha() and len(sign) > 1)
_CODES = "|".join(CURRENCIES)
SIGN_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z])(?:(?:US|U\.S\.|AU?|CA?|CAD|NZ|HK|S|NT|R)[\s\u00a0]?\$|\$(?:US|A|U)?|{_LETTERS}|Rs\.|Y=|{_CODES}|[RN](?=[-−]?$))"
    rf"|[£€¥₹₩₽₺₦₱₪฿₫₴$])[\s\u00a0]?(?P<minus>[-−]?)$"
)
_WORD_BEFORE = re.compile(r"(?<![\w-])(euros?|rupees|naira|ringgit|baht|taka)[\s\u00a0]$", re.IGNORECASE)
_SCALED = re.compile(
    r"\d[\d.,]*[\s\u00a0-]?(?:thousand|million|billion|trillion|lakh|crore|mi?ll?n|mn|bn|tn|m|b)(?!\w)"
)
"""What makes a sum of a number behind a currency's name: "euro 7.5 billion"; not "the euro 2024"."""
_MINUS_BEFORE = re.compile(
    r"(?:(?<![\w.,)%])[-−–]|(?<!\w)(?P<both>plus\sor\s)?minus[\s-]|(?P<sign>±)\s?)$", re.IGNORECASE
)
ORDINAL = re.compile(r"(?:st|nd|rd|th)(?!\w)")
_TOKEN = re.compile(r"(?P<gap>[\s\u00a0]{0,2}|-)(?P<word>[^\s\u00a0\d,;:()\[\]“”\"!?\x00]{1,24}[23]?(?!\d))")
_SPACED = frozenset("W F V m g l L t h kn kt".split())
_NEVER_ATTACHED = frozenset("s a A st K".split())
_SIGNS_AFTER = {
    **{sign: MONEY_SIGNS[sign] for sign in ("€", "£", "$", "₽", "zł", "kr", "RMB", "Kč")},
    "p": "GBP/100",
    "¢": "USD/100",
}
_CAPITALISED = frozenset("fahrenheit celsius kelvin euro euros".split())
_FAHRENHEIT = units.WORDS["fahrenheit"]
_PLAIN = re.compile(r"[A-Za-z]")


def before(text: str, place: int, floor: int) -> tuple[int, str | None, int]:
    """Where the amount begins, its currency sign if one stands before it, and its sign."""
    low = max(floor, place - 9)
    match = SIGN_BEFORE.search(text, low, place)
    if match:
        written = re.sub(r"[\s\u00a0]", "", match.group().rstrip("-− \u00a0"))
        code = MONEY_SIGNS.get(written) or (written if written in CURRENCIES else None)
        if written == "A$" and match.group()[1] != "$" and not text[: match.start()].strip("“\"‘'( "):
            return match.start() + 2, "USD", -1 if match["minus"] else 1
        if code is not None:
            return match.start(), code, -1 if match["minus"] else 1
    word = _WORD_BEFORE.search(text, max(floor, place - 9), place)
    if word and _SCALED.match(text, place):
        return word.start(), MONEY_WORDS[word[1].casefold()], 1
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


_PART_OF = re.compile(r"[\s\u00a0](?:of[\s\u00a0])?(?:an?|one)[\s\u00a0]")
"""What stands between a fraction and the unit that it is a part of: "half a mile", "a tenth of a per cent"."""


def unit_after(text: str, number: Number) -> tuple[int, str | None, str]:
    """Where number and unit end, the unit, its dimension; -1 where letters follow that make it no number."""
    end = number.end
    words: list[tuple[int, str]] = []
    place = end + 3 if number.form == "vague" and text.startswith(" of ", end) else end
    part = _PART_OF.match(text, end) if number.form == "fraction" and number.high < 1 else None
    place = part.end() - 1 if part else place
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
    found = _phrase(words, number) or _sign(words, gap) or _joined(words[0])
    if found is not None:
        code, stop = found
        if (
            code == "lb"
            and words[0][1].startswith("pound")
            and (number.low >= 1e5 or _PAID.search(text, max(0, number.start - 40), number.start))
        ):
            code = "GBP"
        if text[stop : stop + 1].isalnum():
            return -1, None, "count"
        return stop, code, units.dimension(code)
    if gap == "" and _PLAIN.match(words[0][1]) and words[0][1] not in ("x",):
        return -1, None, "count"
    return end, None, "count"


_WAYS = ("-long", "-wide", "-high", "-tall", "-deep", "-thick", "-diameter", "-radius")


def _joined(word: tuple[int, str]) -> tuple[str, int] | None:
    """A unit joined to the way in which it is measured: the mile of "a 1.5-mile-long bridge"."""
    end, written = word
    way = next((way for way in _WAYS if written.lower().endswith(way)), None)
    if way is None:
        return None
    bare = written[: -len(way)]
    code = units.WORDS.get(bare.lower()) or units.SIGNS.get(bare)
    return (code, end) if code else None


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
