"""Reading a number at a place in a text: digits, words, scales, fractions, vague amounts."""

import re
from typing import NamedTuple

from factcheck.language.number_words import CARDINALS, FRACTIONS, PLURAL_SCALES, SCALES, TENS, UNITS
from factcheck.patterns import any_of


class Number(NamedTuple):
    """A number, `text[start:end]`.

    `low` and `high` differ for vague amounts ("dozens", "several hundred"). `precision` is the size of the
    last digit written, 0 for words. `form` is how it is written: digits, words, vague or fraction.
    `suffix` is the short scale letters that were read ("m", "bn"), if any.
    """

    start: int
    end: int
    low: float
    high: float
    precision: float
    form: str
    suffix: str = ""


_SCALE_WORDS = ("hundred", "thousand", "million", "billion", "trillion", "quadrillion", "lakh", "crore")
_SIMPLE = {*UNITS, *TENS, *_SCALE_WORDS, "dozen"}
_PLURALS = any_of(PLURAL_SCALES)
_SCALES = "|".join(_SCALE_WORDS)
_PARTS = any_of(FRACTIONS)
_GLYPHS = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅕": 1 / 5,
    "⅖": 2 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
}
_GLYPH = "".join(_GLYPHS)

DIGITS = re.compile(rf"[.\d{_GLYPH}](?:(?<=\d)[\d.,]*|(?<=\.)\d[\d.,]*|(?<=[{_GLYPH}]))")
"""A run of digits, in which a number may begin: all that begins one in one set of characters, which is found fast."""

_GROUPS = {
    "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4, "quintet": 5, "sextet": 6, "septet": 7, "score": 20,
}  # fmt: skip
_GROUP = (
    rf"(?:{any_of(_GROUPS)})(?=\s{{1,2}}of\s{{1,2}}(?!points|goals|runs)(?:[a-z-]{{1,20}}\s{{1,2}}){{0,2}}"
    r"(?:[a-z]{1,20}s|men|women|people|children|police|cattle|sheep)(?!\w))"
)
"""Nouns that count those of whom they are: "a trio of climbers", "a score of young men"."""

OPENERS = frozenset(
    {*_SIMPLE, *PLURAL_SCALES, *CARDINALS, "half", "quarter", "quarters", "couple", "several", "a", "an", *_GROUPS}
)
"""Words with which a number may begin; after an article only as `ARTICLED` says."""

ARTICLED = re.compile(
    rf"(?:an?\s{{1,2}}(?:{_SCALES}|dozen|{_PARTS}|couple|few\s{{1,2}}(?:{_SCALES}|dozen)|{_GROUP})"
    rf"|several\s{{1,2}}(?:{_SCALES}|dozen))(?!\w)",
    re.IGNORECASE,
)

_LETTERS = re.compile(r"[A-Za-z]+")


def may_begin(text: str, place: int) -> bool:
    """Whether a number may begin at a place; `read` decides."""
    first = text[place : place + 1]
    if first.isdigit() or first in _GLYPHS or (first == "." and text[place + 1 : place + 2].isdigit()):
        return True
    match = _LETTERS.match(text, place)
    word = match.group().lower() if match else ""
    return word in OPENERS and (word not in ("a", "an", "several") or ARTICLED.match(text, place) is not None)


_DIGITS = re.compile(
    r"(?:(?P<grouped>\d{1,3}(?:,\d{2,3}){0,6},\d{3}|[1-9]\d{0,2}(?:[\u00a0\u2009\u202f ]\d{3}){1,5}(?![\d,]))"
    r"(?P<part>\.\d+)?"
    r"|(?P<plain>\d+)(?P<decimals>\.\d+|,\d{1,2}(?=\s?(?:million|billion|trillion|%|per\b)))?"
    r"|(?P<bare>\.\d+))(?!\d)"
)
_SLASHED = re.compile(r"(?:(\d{1,3})[ -])?(\d{1,3})[/\u2044](\d{1,3})(?![\w/]|[.,]\d)")
_GLYPHED = re.compile(rf"(\d{{0,6}})\s?([{_GLYPH}])")
_LONG_SCALE = re.compile(rf"[\s\u00a0-]?(?P<scale>{_SCALES}|dozen)(?:s\b(?!\s{{1,3}}of\b))?(?!\w)", re.IGNORECASE)
_SHORT_SCALE = re.compile(
    r"(?P<tight>mil|mln|mn|bln|bn|trn|tn|[mMbBkKt])(?![\w%])|[\s-](?P<loose>mln|mn|bln|bn|trn|tn)(?!\w)", re.IGNORECASE
)
_WORD = re.compile(rf"(?:{any_of(_SIMPLE)})(?!\w)", re.IGNORECASE)
_JOIN = re.compile(r"[\s-]{1,3}(?:and\s{1,3})?")
_AND_A_HALF = re.compile(r"[\s-]and[\s-]a[\s-](half|quarter)(?!\w)", re.IGNORECASE)
_PART = re.compile(rf"[\s-]({_PARTS})(?!\w)", re.IGNORECASE)
_PART_ONLY = re.compile(rf"(?:an?\s{{1,3}})?({_PARTS})(?!\w)", re.IGNORECASE)
_OF_SCALE = re.compile(
    r"(?:\s{1,3}of)?(?:\s{1,3}an?)?\s{1,3}(million|billion|trillion|dozen|hundred|thousand)(?!\w|\s{1,3}of\b)",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"(?P<few>(?:several|a\s{{1,3}}few)\s{{1,3}}(?P<scale>{_SCALES}|dozen)(?:\s{{1,3}}(?P<more>{_SCALES}))?)(?!\w)"
    rf"|(?P<many>{_PLURALS})(?:\s{{1,3}}of\s{{1,3}}(?P<times>{_PLURALS}))?(?!\w)"
    rf"|(?:a\s{{1,3}})?(?:couple(?!\w)|(?P<group>{_GROUP}))",
    re.IGNORECASE,
)
_ARTICLE = re.compile(rf"an?\s{{1,3}}(?=(?:{_SCALES}|dozen)(?!\w))", re.IGNORECASE)
_ENDS_FRACTION = re.compile(
    r"\s{1,3}(?:of|more|less|fewer|higher|lower|larger|smaller|bigger|as|in|since|from|over|by|to|compared|this|last|on|and|a|an|at|after|each|when|while|before|during|with|against)\b|\s{0,3}[^\w\s-]|\s*$",
    re.IGNORECASE,
)
_AFTER_HALF = re.compile(
    r"\s{1,3}(?:of|the|a|an|its|their|his|her|our|my|your|that|this|those|these|as)\b|[^\w\s-]|\s*$", re.IGNORECASE
)
_NOT_HALF = re.compile(
    r"(?:first|second|latter|other|last|final|third|fourth|next|previous|this|that|the|per|each|time|every)[\s-]+$",
    re.IGNORECASE,
)
_LONGEST = 40
"""Digits beyond which a number is no longer one."""


def read(text: str, place: int, *, money: bool = False) -> Number | None:
    """The number that begins at `place`, if one does; `money` allows scale letters such as "5b" and "1t"."""
    first = text[place : place + 1]
    if first.isdigit() or first == "." or first in _GLYPHS:
        return _digits(text, place, money)
    return _vague(text, place) or _fraction(text, place) or _worded(text, place)


def _digits(text: str, place: int, money: bool) -> Number | None:
    slashed = _SLASHED.match(text, place)
    if slashed and 0 < int(slashed[2]) < int(slashed[3]) <= 100:
        value = int(slashed[1] or 0) + int(slashed[2]) / int(slashed[3])
        return Number(place, slashed.end(), value, value, 0.0, "fraction")
    glyphed = _GLYPHED.match(text, place)
    if glyphed:
        value = int(glyphed[1] or 0) + _GLYPHS[glyphed[2]]
        return _scaled(text, Number(place, glyphed.end(), value, value, 0.0, "fraction"), money)
    match = _DIGITS.match(text, place)
    if match is None or match.end() - place > _LONGEST:
        return None
    part = match["part"] or match["decimals"] or match["bare"] or ""
    whole = re.sub(r"\D", "", match["grouped"] or match["plain"] or "0")
    value = float(f"{whole}.{part[1:] or '0'}")
    precision = 10.0 ** -(len(part) - 1) if part else 1.0
    return _scaled(text, Number(place, match.end(), value, value, precision, "digits"), money)


def _scaled(text: str, number: Number, money: bool) -> Number:
    """The number with the scale that follows it: "1.7 billion", "4 hundred million", "25k"."""
    long = _LONG_SCALE.match(text, number.end)
    if long:
        factor = 12.0 if long["scale"].lower() == "dozen" else SCALES[long["scale"].lower()]
        again = _LONG_SCALE.match(text, long.end())
        end = long.end()
        if again and again["scale"].lower() in SCALES and factor < SCALES[again["scale"].lower()]:
            factor *= SCALES[again["scale"].lower()]
            end = again.end()
        return _times(number, factor, end, "")
    short = _SHORT_SCALE.match(text, number.end)
    if short:
        letters = short["tight"] or short["loose"]
        if _is_scale(letters, number, text, short.end(), money):
            factor = SCALES.get(letters.lower(), 1e6)
            return _times(number, factor, short.end(), letters)
    return number


_MEASURED_IN_METRES = re.compile(
    r"[\s-]+(?:long|tall|high|wide|deep|above|below|away|thick|apart|freestyle|hurdles|sprint)\b"
)


def _is_scale(letters: str, number: Number, text: str, end: int, money: bool) -> bool:
    if len(letters) > 1 or money:
        return True
    if letters in "mM":
        return (
            text[end : end + 1] not in "²³2/" and not _MEASURED_IN_METRES.match(text, end) if end < len(text) else False
        )
    if letters in "kK":
        return letters == "k" or number.low >= 10
    return letters in "bB" and number.precision < 1


def _times(number: Number, factor: float, end: int, suffix: str) -> Number:
    return number._replace(
        end=end,
        low=_clean(number.low * factor),
        high=_clean(number.high * factor),
        precision=_clean(number.precision * factor),
        suffix=suffix,
    )


def _clean(value: float) -> float:
    """The value without the noise of binary fractions: 1.1 million is 1100000."""
    return float(f"{value:.12g}")


def _vague(text: str, place: int) -> Number | None:
    match = _VAGUE.match(text, place)
    if match is None:
        return None
    if match["few"]:
        factor = 12.0 if match["scale"].lower() == "dozen" else SCALES[match["scale"].lower()]
        factor *= SCALES[match["more"].lower()] if match["more"] else 1
        return Number(place, match.end(), 2 * factor, 10 * factor, 0.0, "vague")
    if match["many"]:
        word = match["many"].lower()
        follows = text[match.end() : match.end() + 4].lower()
        if word in ("scores", "tens") and not match["times"] and follows[:3] != " of":
            return None
        factor = float(PLURAL_SCALES[word]) * (PLURAL_SCALES[match["times"].lower()] if match["times"] else 1)
        return Number(place, match.end(), factor, 10 * factor, 0.0, "vague")
    value = _GROUPS[match["group"].lower()] if match["group"] else 2
    return Number(place, match.end(), value, value, 0.0, "vague")


def _fraction(text: str, place: int) -> Number | None:
    """ "half", "a third", "a quarter of a million"; "two-thirds" is read by `_worded`."""
    match = _PART_ONLY.match(text, place)
    if match is None:
        return None
    part = match[1].lower()
    value = FRACTIONS[part]
    scale = _OF_SCALE.match(text, match.end()) if part in ("half", "quarter") else None
    if scale:
        factor = 12.0 if scale[1].lower() == "dozen" else SCALES[scale[1].lower()]
        return Number(place, scale.end(), value * factor, value * factor, 0.0, "words")
    if part.endswith("s") or part == "halves":
        return None
    if part == "half" and match.end() - place == 4:
        whole = _AFTER_HALF.match(text, match.end()) and not _NOT_HALF.search(text, max(place - 12, 0), place)
        return Number(place, match.end(), value, value, 0.0, "fraction") if whole else None
    if match.end() - place == len(part) or not _ENDS_FRACTION.match(text, match.end()):
        return None
    return Number(place, match.end(), value, value, 0.0, "fraction")


def _worded(text: str, place: int) -> Number | None:
    article = _ARTICLE.match(text, place)
    at = article.end() if article else place
    words: list[str] = []
    end = at
    match = _WORD.match(text, at)
    while match is not None:
        word = match.group().lower()
        if words and not _may_follow(words, word):
            break
        words.append(word)
        end = match.end()
        join = _JOIN.match(text, end)
        if join is None or (" and" in join.group().lower() and words[-1] not in SCALES):
            break
        match = _WORD.match(text, join.end())
    if not words:
        return None
    value = _value(words)
    half = _AND_A_HALF.match(text, end)
    if half:
        number = Number(place, half.end(), value + FRACTIONS[half[1].lower()], 0, 0.0, "words")
        return _scaled(text, number._replace(high=number.low), False)
    part = _PART.match(text, end) if len(words) == 1 and words[0] in UNITS and 0 < value < 20 else None
    if part and value * FRACTIONS[part[1].lower()] < 1 and _is_part(text, place, part, value):
        value *= FRACTIONS[part[1].lower()]
        return Number(place, part.end(), value, value, 0.0, "fraction")
    return Number(place, end, value, value, 0.0, "words")


_COUNTED_BEFORE = re.compile(r"(?:first|last|past|next|previous|final|other)\s{1,3}$", re.IGNORECASE)


def _is_part(text: str, place: int, part: re.Match[str], value: float) -> bool:
    """Whether "three quarters" is a fraction; "the first three quarters" are periods."""
    if part[1].lower() in ("quarters", "halves") and _COUNTED_BEFORE.search(text, max(0, place - 12), place):
        return False
    return value == 1 or part[1].endswith("s") or part[1].lower() == "half"


def _may_follow(words: list[str], word: str) -> bool:
    last = words[-1]
    if word in SCALES or word == "dozen":
        if last in SCALES:
            return SCALES[last] < SCALES.get(word, 0) and word != "dozen"
        return UNITS.get(last, 1) != 0
    if last in TENS:
        return 0 < UNITS.get(word, 0) < 10
    return last in SCALES and word in CARDINALS and word != "zero"


def _value(words: list[str]) -> float:
    total = current = 0.0
    for word in words:
        if word in CARDINALS:
            current += CARDINALS[word]
        elif word == "dozen":
            current = max(current, 1) * 12
        elif word == "hundred":
            current = max(current, 1) * 100
        else:
            total += max(current, 1) * SCALES[word]
            current = 0.0
    return total + current
