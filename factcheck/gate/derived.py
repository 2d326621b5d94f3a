"""Figures of a draft that no source gives, but that two of one source make: what lies between them ("0.5p more
than"), what part of the one the other is ("a third of it, 9,400 tonnes"), and how many times as much.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.gate.answers import Held, of_passage
from factcheck.gate.desk import Desk
from factcheck.gate.inventory import Thing
from factcheck.gate.labelled import bare_numbers
from factcheck.gate.numbers import digits, relation
from factcheck.gate.passages import Passage, quantity_of
from factcheck.gate.rivals import figures_of
from factcheck.records.quantity import BROADLY, Quantity
from factcheck.valuing import convertible_quantities, in_unit

_BETWEEN = re.compile(
    r"\s*(?:[a-z’'-]+\s){0,2}?(?:more|less|fewer|higher|lower|greater|smaller|larger|bigger|longer|shorter|taller|wider"
    r"|deeper|older|younger|heavier|lighter|dearer|cheaper|earlier|later|sooner|faster|slower|quicker|hotter|warmer|colder|cooler|above|below|ahead|behind|over|under|up|down"
    r"|short of)\b",
    re.I,
)
"""Words behind a figure by which it is one between two others."""

_NEARLY = re.compile(
    r"(?:\s(?:as|the) \w{1,15})?,? (?:nearly|almost|or so|roughly|or thereabouts|or just about)\b", re.I
)
"""Words behind a number of times by which it is about so many ("twice as many, nearly")."""
_BY_VOTES = re.compile(r"\bby (?:only |just )?[\w-]{1,12} votes?\b", re.I)
"""A majority, which is one between two others."""

ENOUGH, TELLING = 0.75, 2
"""What a passage must share with a sentence none of whose figures it has; and the digits that a difference then has."""
FIRST_YEAR = 1000
"""Numbers above this may be years."""
DIGITS = 10
"""Digits to which a difference is reckoned."""


def reckoned(thing: Thing, quantity: Quantity, desk: Desk, others: Sequence[Thing]) -> list[Held]:
    """The passages of a source that the sentence rests on, of which two figures make one of the sentence.

    One of the two stands in the sentence, or the passage that holds both says much of it.
    """
    if quantity.form == "change":
        quantity = quantity.but(form="value", modifier="=", trend=None, bound=None)
    if quantity.form not in ("value", "ratio"):
        return []
    text = thing.passage.study.document.text
    if quantity.modifier == "=" and _NEARLY.match(text, thing.mention.end):
        quantity = quantity.but(modifier="~")
    given = [theirs for one in others if one is not thing and (theirs := quantity_of(one.mention)) is not None]
    sources = desk.rests_on(thing.passage)
    between = quantity.form == "value" and (
        _BETWEEN.match(text, thing.mention.end) is not None
        or _BY_VOTES.search(text, max(thing.mention.start - 4, 0), thing.mention.end + 6) is not None
    )
    held: list[Held] = []
    numbers = {one.low for one in given}
    cites = desk.cites(thing.passage)
    own = (one for source in sorted(cites) for one in desk.shelves.of_source(source))
    for passage in dict.fromkeys((*desk.like(thing.passage), *(one for one in own if one.numbers & numbers))):
        if passage.source in sources:
            shares = desk.context(thing.passage, passage) >= ENOUGH
            held += _pairs(passage, given, quantity, desk, between, shares and passage.source in cites)
    if not held:
        held = _steps(quantity, desk, cites, between)
    if between and not held and len(cites) > 1:
        held = _between_sources(thing, given, quantity, desk)
    return held


def _steps(quantity: Quantity, desk: Desk, cites: frozenset[str], between: bool) -> list[Held]:
    """The passages of cited sources by which a figure is a step of another, or the rest of so many of so many."""
    held = []
    for passage in (one for source in sorted(cites) for one in desk.shelves.of_source(source)):
        if any(one + quantity.low in passage.numbers for one in passage.numbers):
            figures = [one for _, one in figures_of(passage)]
            held += [of_passage(passage, "a", one.as_written) for one in figures if between and _is_step(quantity, one)]
            for one, other in combinations(figures, 2):
                if _are_some_of(passage, passage, one, other) and _is_between(quantity, one, other):
                    held += [of_passage(passage, "a", each.as_written) for each in (one, other)]
    return held


def _between_sources(thing: Thing, given: Sequence[Quantity], quantity: Quantity, desk: Desk) -> list[Held]:
    """A figure of the sentence and one of another source that it cites, so far from each other as a third says."""
    cites = desk.cites(thing.passage)
    like = [one for one in desk.like(thing.passage) if one.source in cites]
    for place in like:
        for _, other in figures_of(place):
            if any(_is_between(quantity, mine, other) for mine in given):
                mine = next(mine for mine in given if _is_between(quantity, mine, other))
                return [of_passage(place, "a", mine.as_written), of_passage(place, "a", other.as_written)]
    return []


def years_since(thing: Thing, quantity: Quantity, desk: Desk) -> list[Held]:
    """The passages of cited sources that name the year which lies so many years back ("the first in 57 years")."""
    issued = thing.passage.study.date
    if quantity.dimension != "time" or quantity.unit != "year" or quantity.is_range or issued is None:
        return []
    back = int(issued[:4]) - quantity.low
    own = (one for source in sorted(desk.cites(thing.passage)) for one in desk.shelves.of_source(source))
    return [of_passage(one, "a", f"{back:.0f}") for one in own if back > FIRST_YEAR and back in one.numbers]


def _pairs(
    passage: Passage, given: Sequence[Quantity], quantity: Quantity, desk: Desk, between: bool, shares: bool
) -> Iterator[Held]:
    """The places of two figures, in a passage and beside it, that make a third one."""
    found = [(place, one) for place in _around(passage, desk) for one in _all_figures(place)]
    found += [(passage, one) for one in given if one.low in passage.numbers]
    for place, one in found:
        if _is_rest(quantity, one) and _REST.search(place.text):
            yield of_passage(place, "a", one.as_written)
        if (between or shares) and _is_step(quantity, one):
            yield of_passage(place, "a", one.as_written)
    for (place, one), (there, other) in combinations(found, 2):
        own = any(relation(mine, each) == "equal" for mine in given for each in (one, other))
        apart = (own and between) or (
            shares and (digits(quantity) >= TELLING or _are_some_of(place, there, one, other))
        )
        if (apart and _is_between(quantity, one, other)) or ((own or shares) and _is_part(quantity, one, other)):
            yield of_passage(place, "a", one.as_written)
            yield of_passage(there, "a", other.as_written)


def _all_figures(passage: Passage) -> Iterator[Quantity]:
    """The figures of a passage, also those that leave out the unit of the one before ("for 9 minutes, … for 14")."""
    figures = [one for _, one in figures_of(passage)]
    yield from figures
    if figures and not figures[0].is_range and figures[0].form == "value":
        read = {one.low for one in figures}
        for _, number in bare_numbers(passage.text):
            if number not in read:
                yield figures[0].but(low=number, high=number, as_written=f"{number:g}")


def _is_step(quantity: Quantity, one: Quantity) -> bool:
    """Whether a figure is by how much another rose or fell ("from 6 to 8 euros")."""
    if not one.is_range or not (one.trend or one.as_written.lower().startswith("from ")):
        return False
    step = one.but(low=one.high - one.low, high=one.high - one.low, modifier="=", trend=None)
    return relation(quantity, step) == "equal"


def _are_some_of(place: Passage, there: Passage, one: Quantity, other: Quantity) -> bool:
    """Whether a passage says that so many of so many are or do something: the others are the rest of them."""
    told = rf"{re.escape(one.as_written)}\sof\s(?:the\s|its\s|their\s|all\s)?{re.escape(other.as_written)}(?!\w)"
    return place is there and re.search(told, place.text, re.I) is not None


_REST = re.compile(r"\b(?:the (?:rest|remainder|balance|others?)|the remaining|what (?:is|was) left)\b", re.I)


def _is_rest(quantity: Quantity, one: Quantity) -> bool:
    """Whether two shares make a whole: one pays two thirds, the other the rest."""
    if not quantity.dimension == one.dimension == "share" or quantity.unit != one.unit or one.form == "change":
        return False
    whole = 1.0 if quantity.unit is None else 100.0
    return _is_about(quantity, whole - one.low)


def _is_part(quantity: Quantity, one: Quantity, other: Quantity) -> bool:
    """Whether a share, or a number of times, is what one figure is of another of its kind."""
    if quantity.is_range or one.is_range or other.is_range or one.dimension != other.dimension:
        return False
    if {one.form, other.form} != {"value"} or one.dimension in ("share", "factor", "date"):
        return False
    if not convertible_quantities(one, other):
        return False
    low, high = sorted((one.low, in_unit(other, one.unit).low))
    if low <= 0 or low == high:
        return False
    if quantity.dimension == "share":
        whole = 1.0 if quantity.unit is None else 100.0
        return _is_about(quantity, whole * low / high)
    return quantity.low > 1 and "times" in (quantity.unit, quantity.dimension) and _is_about(quantity, high / low)


def _is_about(quantity: Quantity, value: float) -> bool:
    """Whether a share or a number of times is a fair way to give a value: as exactly as it is written."""
    if quantity.modifier == ">":
        return quantity.low <= value <= quantity.low * (1 + 2 * BROADLY)
    if quantity.modifier == "<":
        return quantity.low * (1 - 2 * BROADLY) <= value <= quantity.low
    about = BROADLY / 2 if quantity.modifier == "=" else BROADLY
    return abs(value - quantity.low) <= max(quantity.precision / 2, 0.0 if quantity.precision else about * quantity.low)


def _around(passage: Passage, desk: Desk) -> Iterator[Passage]:
    """A passage and those beside it; of a cell of a table all of its row."""
    yield passage
    if passage.block.kind == "table-cell":
        row, column = passage.block.row, passage.block.column
        own = desk.shelves.of_source(passage.source)
        yield from (
            one
            for one in own
            if one is not passage
            and one.block.kind == "table-cell"
            and (one.block.row == row or (one.block.column, one.block.section) == (column, passage.block.section))
        )
    else:
        yield from desk.shelves.beside(passage)


def _is_between(quantity: Quantity, one: Quantity, other: Quantity) -> bool:
    """Whether two figures lie so far from each other as a third one says."""
    if one.dimension != other.dimension or {one.form, other.form} != {"value"} or other.is_range or one.is_range:
        return False
    if not convertible_quantities(one, other) or one.low == (theirs := in_unit(other, one.unit)).low:
        return False
    far = float(f"{abs(one.low - theirs.low):.{DIGITS}g}")
    step = max(one.precision, theirs.precision)
    return (
        relation(quantity, one.but(low=far, high=far, modifier="=", bound=None, trend=None, precision=step)) == "equal"
    )
