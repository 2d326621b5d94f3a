"""Rates: what an amount is "per": "a month", "per barrel", "/year"."""

import re

from factcheck.finders._amount import Amount

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


def rated(text: str, amount: Amount) -> Amount:
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
