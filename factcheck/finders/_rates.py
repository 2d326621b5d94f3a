"""Rates: what a number is "per": "a month", "per barrel", "/year", "per 100,000 people", "every two weeks"."""

import re
from typing import NamedTuple

from factcheck.finders._amount import Amount
from factcheck.finders._clause import Clause
from factcheck.finders._measuring import counted
from factcheck.language.nouns import singular
from factcheck.language.numerals import may_begin, read
from factcheck.language.tagging import NOMINAL

_TIMES = frozenset("second minute hour day night week weekend fortnight month quarter year decade century".split())
_OCCASIONS = frozenset(
    "season term semester session shift game match race round trip visit time person head household family acre "
    "hectare mile kilometre kilometer capita".split()
)
_GOODS = frozenset(
    "barrel share tonne ton litre liter gallon kilogram kilo kg pound ounce piece unit seat ticket user passenger "
    "bushel shareholder bottle bag sack dose bed copy ride plate set inch foot metre meter box crate case carton "
    "cup glass pint meal room vote voter worker employee pupil student patient child adult member customer click call "
    "text download flight journey lesson class episode page word line item plot lot home house car vehicle".split()
)
"""What a price may be for one of."""
_RATED_BY = _TIMES | _OCCASIONS | _GOODS
_HOW_PAID = r"(?:[\s\u00a0](?:in[\s\u00a0]cash|gross|net|on[\s\u00a0]average|before[\s\u00a0]tax|after[\s\u00a0]tax))?"
"""What may stand between an amount and what it is per: "4.10 dollars in cash for each share"."""
_PER = re.compile(
    rf"[\s\u00a0]?(?:/|{_HOW_PAID}[\s\u00a0]per[\s\u00a0]|-per-|"
    rf"(?P<article>{_HOW_PAID}[\s\u00a0](?:for[\s\u00a0](?:each|every)|an?|each|every)[\s\u00a0]|-an?-))"
    r"(?:the[\s\u00a0])?(?P<what>[A-Za-z][a-z]{0,15}"
    r"(?:[\s\u00a0](?:metre|meter|kilometre|kilometer|mile|foot|hour|inch)s?)?)(?!\w)",
)
_IN_A = re.compile(
    r"[\s\u00a0](?:of[\s\u00a0][a-z]+[\s\u00a0])?(?:in|to)[\s\u00a0](?:an?|each|every|one)[\s\u00a0]"
    r"(?P<what>(?:centi|deci|milli)?lit(?:re|er)|cubic[\s\u00a0]met(?:re|er)|kilogram|kilo)\b",
    re.IGNORECASE,
)
"""What a mass is in one of, where its noun may stand between: "12 micrograms of lead in a litre"."""
_MEANT = {"annum": "year", "capita": "person", "diem": "day"}
_ADVERBS = {
    "daily": "day", "nightly": "night", "hourly": "hour", "weekly": "week", "fortnightly": "fortnight",
    "monthly": "month", "quarterly": "quarter", "yearly": "year", "annually": "year",
}  # fmt: skip
_RECURRING = re.compile(r"(?:each|every)[\s\u00a0](?P<what>[\w\s\u00a0]{1,24})|(?P<adverb>[a-z]+ly)", re.IGNORECASE)
_MOST = 2
"""Rates that follow each other: "per person per year"."""


class Rate(NamedTuple):
    """What a number is per, and the token after it."""

    per: str
    last: int


def rated(text: str, amount: Amount) -> Amount:
    """The amount with what it is per, where that stands right behind its unit: "a month", "per barrel", "/year"."""
    match = _PER.match(text, amount.end)
    if match is None:
        within = _IN_A.match(text, amount.end) if amount.dimension == "mass" else None
        return amount._replace(per=within["what"].lower()) if within else amount
    what = match["what"].lower()
    single = what.split()[0]
    if (match["article"] or "/" in match.group()) and single not in _RATED_BY:
        return amount
    if amount.unit is None and not match["article"] and single not in _RATED_BY:
        return amount
    if match["article"] and " " in what:
        what = single
    end = match.start("what") + len(what)
    return amount._replace(end=end, per=_MEANT.get(what, what))


def rate_after(clause: Clause, place: int) -> Rate | None:
    """What a number is per whose noun ends before token `place`: "40 patients a day", "six deaths per 1,000 births"."""
    found: list[str] = []
    for _ in range(_MOST):
        rate = _one(clause, place)
        if rate is None:
            break
        found.append(rate.per)
        place = rate.last
    return Rate(" per ".join(found), place) if found else None


def _one(clause: Clause, place: int) -> Rate | None:
    tokens = clause.tokens
    if place >= len(tokens):
        return None
    token = tokens[place]
    if token.tag == "TIME":
        return _recurring(clause, place)
    if token.lower == "per":
        return _whole(clause, place + 1)
    if token.lower == "for" and place + 1 < len(tokens) and tokens[place + 1].lower in ("every", "each"):
        return _whole(clause, place + 2)
    if token.lower in _ADVERBS and not _goes_on(clause, place + 1):
        return Rate(_ADVERBS[token.lower], place + 1)
    if token.lower in ("a", "an", "each", "every") and place + 1 < len(tokens):
        what = tokens[place + 1].lower
        if what in _TIMES | _OCCASIONS and not _goes_on(clause, place + 2):
            return Rate(what, place + 2)
    return None


def _goes_on(clause: Clause, place: int) -> bool:
    """Whether a noun follows, of which the word before is a part ("a season ticket", "daily meals")."""
    return place < len(clause.tokens) and (
        clause.tokens[place].tag in NOMINAL or clause.tokens[place].tag in ("ADJ", "POSS")
    )


def _recurring(clause: Clause, place: int) -> Rate | None:
    """ "each week", "every 12 minutes", "annually": a recurring time right behind the noun."""
    token = clause.tokens[place]
    match = _RECURRING.match(clause.written, token.start)
    if match is None:
        return None
    adverb = match["adverb"]
    per = _ADVERBS.get(adverb.lower()) if adverb else _time(match["what"].lower())
    return Rate(per, place + 1) if per else None


def _time(words: str) -> str | None:
    """ "hour" of "hour", "12 minutes" of "12 minutes", "2 years" of "other year" and of "two years"."""
    first, _, rest = words.partition(" ")
    if singular(first) in _TIMES:
        return singular(first)
    unit = singular(rest.split(" ")[0]) if rest else ""
    if unit not in _TIMES:
        return None
    number = 2.0 if first == "other" else _number(words)
    return f"{number:g} {unit}s" if number else None


def _number(words: str) -> float | None:
    number = read(words, 0) if may_begin(words, 0) else None
    return number.low if number else None


def _whole(clause: Clause, place: int) -> Rate | None:
    """What follows "per": a noun, or a number of them."""
    tokens = clause.tokens
    if place >= len(tokens) or "\x00" in tokens[place].text:
        return None
    token = tokens[place]
    number = read(clause.text, token.start) if may_begin(clause.text, token.start) else None
    if number is None:
        what = _MEANT.get(token.lower, token.lower)
        return Rate(what, place + 1) if token.tag in NOMINAL or token.lower in _MEANT else None
    phrase = counted(tokens, clause.at(number.end))
    if phrase is None:
        return Rate(f"{number.low:,.0f}", clause.at(number.end))
    return Rate(f"{number.low:,.0f} {phrase.words}", phrase.last)
