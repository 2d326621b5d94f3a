"""Figures of a draft that no source gives, but that lie between two that one source gives: "8.4p, 0.5p more than"."""

import re
from collections.abc import Iterator, Sequence

from factcheck.gate.answers import Held, of_passage
from factcheck.gate.desk import Desk
from factcheck.gate.inventory import Thing
from factcheck.gate.numbers import relation
from factcheck.gate.passages import Passage, quantity_of
from factcheck.gate.rivals import figures_of
from factcheck.records.quantity import Quantity
from factcheck.valuing import in_unit

_BETWEEN = re.compile(
    r"\s*(?:[a-z’'-]+\s){0,2}?(?:more|less|fewer|higher|lower|greater|smaller|larger|bigger|longer|shorter|taller|wider"
    r"|deeper|older|younger|heavier|lighter|dearer|cheaper|earlier|later|above|below|ahead|behind|over|under|up|down"
    r"|short of)\b",
    re.I,
)
"""Words behind a figure by which it is one between two others."""

DIGITS = 10
"""Digits to which a difference is reckoned."""


def apart(thing: Thing, quantity: Quantity, desk: Desk, others: Sequence[Thing]) -> list[Held]:
    """The passages of a source that give a figure of the sentence and another one, so far from it as a third says."""
    text = thing.passage.study.document.text
    if quantity.form != "value" or not _BETWEEN.match(text, thing.mention.end):
        return []
    given = [theirs for one in others if one is not thing and (theirs := quantity_of(one.mention)) is not None]
    given = [one for one in given if one.dimension == quantity.dimension]
    sources = desk.rests_on(thing.passage)
    held: list[Held] = []
    for passage in desk.like(thing.passage) if given else ():
        if passage.source in sources:
            held += _pairs(passage, given, quantity, desk)
    return held


def _pairs(passage: Passage, given: Sequence[Quantity], quantity: Quantity, desk: Desk) -> Iterator[Held]:
    """A passage that holds one of some figures, and where another stands that lies so far from it."""
    for _, one in figures_of(passage):
        if not any(relation(own, one) == "equal" for own in given):
            continue
        for place in _around(passage, desk):
            for _, other in figures_of(place):
                if _is_between(quantity, one, other):
                    yield of_passage(passage, "a", one.as_written)
                    yield of_passage(place, "a", other.as_written)


def _around(passage: Passage, desk: Desk) -> Iterator[Passage]:
    """A passage and those beside it; of a cell of a table all of its row."""
    yield passage
    if passage.block.kind == "table-cell":
        row = passage.block.row
        own = desk.shelves.of_source(passage.source)
        yield from (
            one for one in own if one is not passage and one.block.kind == "table-cell" and one.block.row == row
        )
    else:
        yield from desk.shelves.beside(passage)


def _is_between(quantity: Quantity, one: Quantity, other: Quantity) -> bool:
    """Whether two figures lie so far from each other as a third one says."""
    if one.dimension != quantity.dimension or other.dimension != quantity.dimension or other.is_range or one.is_range:
        return False
    ours, theirs = in_unit(one, quantity.unit), in_unit(other, quantity.unit)
    if ours.unit != theirs.unit or ours.low == theirs.low:
        return False
    far = float(f"{abs(ours.low - theirs.low):.{DIGITS}g}")
    step = max(ours.precision, theirs.precision)
    return (
        relation(quantity, ours.but(low=far, high=far, modifier="=", bound=None, trend=None, precision=step)) == "equal"
    )
