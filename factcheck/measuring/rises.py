"""Changes that a noun tells: "growth in exports came to 9 per cent" tells of exports what "exports grew by" does."""

import re

from factcheck.identity import country_of, measure_terms
from factcheck.language.concepts import measure_of
from factcheck.language.trends import FALLS, RISES
from factcheck.measuring.portions import INFLATION
from factcheck.records.mention import EventMention
from factcheck.records.quantity import Quantity

_NOUNS = (
    "growth|rise|increase|fall|decline|decrease|drop|contraction|expansion|reduction|surge|slump|jump|hike|upturn|"
    "downturn"
)
_BEFORE = re.compile(
    r"(?:(?:annual|overall|average|further|steady|sharp|total|year-on-year|(?:first|second|third|fourth)-quarter) )*"
    rf"(?P<noun>{_NOUNS})(?: rate)? (?:in|of) (?P<what>[\w’'-].+)",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"(?P<what>[\w’'-].+?) (?P<noun>{_NOUNS})(?: rate)?", re.IGNORECASE)
_OUTPUT = re.compile(r"(?:(?:national|economic|total) )?output", re.IGNORECASE)
_CHANGE = re.compile(rf"(?P<noun>{_NOUNS})", re.IGNORECASE)
_ALONE = re.compile(r"(?:(?:annual|overall|average|economic|real|year-on-year) )*growth(?: rate)?", re.IGNORECASE)
_ECONOMY = "gross domestic product"
"""What grows where nothing else is named: the economy."""
_NO_THING = frozenset({"population", "wage", INFLATION})
"""What has a rate of growth of its own, of which one also tells that it rose."""


_MOVERS = frozenset("put push bring drive send force pull take".split())
"""Verbs that move their object up or down: "is putting its fares up by"."""
_SEEN = frozenset("see show record post register report have enjoy suffer achieve".split())
"""Verbs by which a rise is said of what rose: "exports saw growth of"."""
_ECONOMIES = frozenset("economy country nation region".split())
_PLACED = re.compile(r" (?:from|in|to|by|at|on|for) ")
_OWNER = re.compile(r"(?:the|its|their|his|her|our|my) ", re.IGNORECASE)


def told_change(quantity: Quantity, measure: str, event: EventMention | None, *, country: bool) -> tuple[Quantity, str]:
    """The quantity as a change, and what changed, where a share is said to be that of a rise or fall.

    `event` is what happens in its clause; `country`: the sentence names a country.
    """
    if quantity.dimension != "share" or quantity.form not in ("value", "change"):
        return quantity, measure
    agent, thing = (next(iter(slot), "") for slot in ((event.agent, event.recipient) if event else ((), ())))
    if event is not None:
        if quantity.form == "change" and event.verb in _MOVERS and agent and agent in measure and thing[-1:].islower():
            return quantity, _OWNER.sub("", thing, count=1)
        grower, alone = _PLACED.split(agent)[0], _CHANGE.fullmatch(measure)
        seen = event.verb in _SEEN or _CHANGE.fullmatch(event.verb)
        if seen and alone and grower and grower.split()[-1].islower() and _ECONOMIES.isdisjoint(grower.lower().split()):
            return _changed(quantity, alone["noun"].lower()), _OWNER.sub("", grower, count=1)
    told = _BEFORE.fullmatch(measure) or _BEHIND.fullmatch(measure)
    what = told["what"] if told else ""
    grown = told is not None and (country_of(what) is not None or _OUTPUT.fullmatch(what) is not None)
    if country and (_ALONE.fullmatch(measure) or grown):
        return _changed(quantity, told["noun"].lower() if told else "growth"), _ECONOMY
    alone = _CHANGE.fullmatch(measure)
    if alone and told is None and alone["noun"].lower() != "growth":
        return _changed(quantity, alone["noun"].lower()), measure
    if told is None or not measure_terms(what) or country_of(what) or measure_of(what) in _NO_THING:
        return quantity, measure
    return _changed(quantity, told["noun"].lower()), what


def _changed(quantity: Quantity, noun: str) -> Quantity:
    if quantity.form == "change":
        return quantity
    way = "up" if noun in RISES | {"upturn"} else "down" if noun in FALLS | {"downturn"} else None
    bound = quantity.modifier if quantity.modifier in ("~", ">", "<") else None
    return quantity.but(form="change", modifier="=", trend=way, bound=bound)
