"""Lengths of time and frequencies that a source gives in another form: by the two days between which something lasted
("more than four months"), or as what happens every so often ("once a month", "monthly").
"""

import re
from collections.abc import Iterator
from itertools import combinations

from factcheck.gate.answers import Held, of_passage
from factcheck.gate.basis import days_between
from factcheck.gate.desk import Desk
from factcheck.gate.inventory import Thing
from factcheck.gate.passages import Passage
from factcheck.records.quantity import Quantity
from factcheck.records.timespan import Timespan, is_period

SHARED = 0.6
"""What a passage must share with a sentence for its dates to tell how long what it tells of lasted."""
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_NEAR, _ABOVE, _BELOW = 0.07, 1.34, 0.75
"""How far a length may lie from one in words, and from the bound of one that is "more than" or "less than"."""
_OFTEN = {
    "hour": "hourly", "day": "daily", "night": "nightly", "week": "weekly", "month": "monthly", "quarter": "quarterly",
    "year": "yearly|annual|annually",
}  # fmt: skip


def lasting(thing: Thing, quantity: Quantity, desk: Desk) -> list[Held]:
    """The passages whose dates lie as far apart as a sentence says that something took or went on."""
    days = _DAYS.get(quantity.unit or "")
    if quantity.dimension != "time" or days is None or quantity.is_range or quantity.per:
        return []
    telling = [*_telling(thing, desk), *_from_to(thing, desk)]
    return [
        of_passage(one, "a", quantity.as_written)
        for one in dict.fromkeys(telling)
        if any(_is_so_long(quantity, length / days) for length in _lengths(one))
    ]


def often(thing: Thing, quantity: Quantity, desk: Desk) -> list[Held]:
    """The passages that tell of what happens once in a time as of what happens every such time."""
    if quantity.unit != "times" or quantity.low != 1 or quantity.per not in _OFTEN:
        return []
    every = re.compile(rf"\b(?:(?:every|each|once an?|once per) {quantity.per}|{_OFTEN[quantity.per]})\b", re.I)
    return [of_passage(one, "a", match[0]) for one in _telling(thing, desk) if (match := every.search(one.text))]


def _telling(thing: Thing, desk: Desk) -> Iterator[Passage]:
    """The passages that tell of a sentence's matter; of those that it cites where it cites any."""
    cites = desk.cites(thing.passage)
    for one in desk.like(thing.passage):
        if (not cites or one.source in cites) and desk.context(thing.passage, one) >= SHARED:
            yield one


def _from_to(thing: Thing, desk: Desk) -> Iterator[Passage]:
    """The passages of cited sources that say when something began and when it was over."""
    for source in sorted(desk.cites(thing.passage)):
        for one in desk.shelves.of_source(source):
            if len(one.times) > 1 and _BEGAN.search(one.text) and _WAS_OVER.search(one.text):
                yield one


_BEGAN = re.compile(r"\b(?:began|begun|start(?:ed|s)|open(?:ed|s)|founded|launched|set out|broke out|enrolled)\b", re.I)
_WAS_OVER = re.compile(r"\b(?:ended|finished|completed|closed|over|until|concluded|done|ceased|stopped|lifted)\b", re.I)


def _lengths(passage: Passage) -> Iterator[int]:
    """The days between the ends of a passage's periods, and between each two of its days, or its months."""
    for span in passage.times:
        if is_period(span) and span.start and span.end:
            yield days_between(span.start, span.end)
    points = [one for one in passage.times if _is_point(one)]
    for first, second in combinations(points, 2):
        if first.granularity == second.granularity and first.start and second.start:
            yield days_between(first.start, second.start)


def _is_point(span: Timespan) -> bool:
    return span.start is not None and span.granularity in ("day", "month") and not is_period(span)


def _is_so_long(quantity: Quantity, length: float) -> bool:
    if quantity.modifier == ">":
        return quantity.low <= length <= quantity.low * _ABOVE
    if quantity.modifier == "<":
        return quantity.low * _BELOW <= length <= quantity.low
    return abs(length - quantity.low) <= _NEAR * quantity.low
