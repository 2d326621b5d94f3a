"""How much speaks for two statements of one value, of one time or of one happening being about one thing."""

from collections.abc import Sequence

from factcheck.language.kinds import kinds_of
from factcheck.language.units import convertible
from factcheck.records.timespan import Timespan, minutes_apart, none_meets, opening, relate
from factcheck.statements.drawn import Statement
from factcheck.statements.near import ABOUT_CLOCK, GRANULARITY, is_no_number
from factcheck.statements.telling import Rarity
from factcheck.valuing import is_vague, other_limits

ENOUGH, ENOUGH_DATED, ENOUGH_TOLD = 2.0, 2.4, 2.75
"""Points from which two statements of one value, of one time, of one happening are about one thing."""
DIGIT, MOST_DIGITS, UNIT = 0.75, 2.25, 0.5
"""Points for each digit of a figure that is not a trailing zero, and for its unit."""
SAME_NOUN, ALIKE_NOUN, OTHER_NOUN, OTHER_SMALL = 1.25, 0.75, -0.25, -2.0
"""Points for what is counted; a number of one digit is not joined with one of another thing."""
MOST_CONTEXT, HAPPENING, RARE_HAPPENING = 3.0, 0.5, 0.75
"""Points for shared words and names, and for a happening of one kind."""
ONCE = 0.5
"""Points for a value that both documents give once only; a year counts double."""
INEXACT, BARE = -0.5, -0.5
"""Points against a rounded figure, and against a sum of which only one gives the currency."""
CLOCK = 1.75
"""Points for a time of day."""
OTHER_HAPPENING, OTHER_NAMES = -0.75, -3.0
"""Points against two times of unlike happenings, and against two clauses of which each names somebody else."""
TELLING = 0.3
"""How rare an actor must be for two happenings to be one by it."""
OFTEN = frozenset(
    "visit meeting talks travel arrival departure call statement publication transfer attack award transport use"
    " condemnation support protest game match exercise discussion".split()
)
"""Happenings of which two of the same people are many, told apart by their dates."""
SAID = frozenset({"publication", "statement", "report", "call"})
ENOUGH_CLAUSE, FEWEST = 1.7, 3
"""Points, and words, that two clauses have in common that tell of one happening without naming an actor of it alike."""
FEW, OTHER_DEED = 10, -1.0
"""Below this a count is in every text, and points against one where unlike things happen to what is counted."""
_NEAR = frozenset({"day", "month", "hour", "minute"})
_PEOPLE = frozenset({"people"})
_OCCASIONS = frozenset({"time", "times", "occasion", "occasions"})


# Figures


def figure_points(one: Statement, other: Statement, rarity: Rarity) -> float:
    """How much speaks for two figures of one value being of one thing; 0 where something speaks against it."""
    ours, theirs = one.quantity, other.quantity
    assert ours is not None and theirs is not None
    exact = one.value == other.value
    if not _one_value(one, other) or not (exact or _may_be_told_vaguely(one, other)):
        return 0.0
    points = min(DIGIT * _digits(one, other), MOST_DIGITS) + UNIT * ("count" not in (ours.dimension, theirs.dimension))
    points += noun_points(one, other) + context_points(one, other, rarity)
    if ours.dimension == "count" and max(ours.high, theirs.high) < FEW and _are_others(one, other):
        points += OTHER_DEED
    points += BARE * (ours.dimension != theirs.dimension)
    return points + ONCE * said_once(one, other, rarity) + INEXACT * (not exact)


def _may_be_told_vaguely(one: Statement, other: Statement) -> bool:
    """Whether two figures that are not one number may bear each other out: a vague one does for its own noun."""
    vague = [item.quantity for item in (one, other) if item.quantity is not None and is_vague(item.quantity)]
    return not vague or (all(map(is_no_number, vague)) and not one.terms.isdisjoint(other.terms))


def _one_value(one: Statement, other: Statement) -> bool:
    """Whether two figures near each other may be one: of one form, rate and currency, and meeting as intervals."""
    ours, theirs = one.quantity, other.quantity
    assert ours is not None and theirs is not None
    if {ours.trend or ours.modifier, theirs.trend or theirs.modifier} == {"up", "down"} or (
        ours.per and theirs.per and ours.per != theirs.per
    ):
        return False
    if ours.form != theirs.form and "change" in (ours.form, theirs.form):
        return False
    if other_limits(ours, theirs):
        return False
    if "count" in (ours.dimension, theirs.dimension) or ours.unit == theirs.unit:
        return one.limits[0] <= other.limits[1] and other.limits[0] <= one.limits[1]
    return ours.dimension != "money" and convertible(ours.unit, theirs.unit)


def _are_others(one: Statement, other: Statement) -> bool:
    """Whether two counts of people, or of unlike nouns, are of those to whom unlike things happen."""
    if not one.concepts or not other.concepts or one.concepts & other.concepts:
        return False
    return one.terms.isdisjoint(other.terms) or one.terms == other.terms == _PEOPLE


def _digits(one: Statement, other: Statement) -> int:
    """How many digits the rounder of two figures has, trailing zeros left out."""
    return min(len(one.digits), len(other.digits))


def noun_points(one: Statement, other: Statement) -> float:
    """What the nouns of two figures speak for their being of one thing."""
    if not one.terms or not other.terms:
        return 0.0
    if one.terms == other.terms or (one.terms | other.terms) <= _OCCASIONS:
        return SAME_NOUN
    if one.terms & other.terms:
        return ALIKE_NOUN
    if _PEOPLE in (one.terms, other.terms) and not any(map(kinds_of, one.terms | other.terms)):
        return 0.0
    return OTHER_NOUN if _digits(one, other) > 1 else OTHER_SMALL


def said_once(one: Statement, other: Statement, rarity: Rarity) -> bool:
    """Whether both documents give their value once only."""
    return rarity.once(one) and rarity.once(other)


def context_points(one: Statement, other: Statement, rarity: Rarity) -> float:
    """What shared words, names and happenings speak for two statements being of one thing."""
    both = one.concepts & other.concepts
    alike = 0.0 if not both else HAPPENING if both <= OFTEN else RARE_HAPPENING
    if one.words.isdisjoint(other.words) and one.names.isdisjoint(other.names):
        return alike
    shared = (one.words & other.words) | (one.names & other.names)
    points = sum(sorted(rarity.weights(shared, one.source, other.source)))
    return min(points, MOST_CONTEXT) + alike


def most_context(one: Statement, other: Statement) -> float:
    """What they tell at most: each word and name one point."""
    return RARE_HAPPENING + len(one.words & other.words) + len(one.names & other.names)


# Times


def time_points(one: Statement, other: Statement, rarity: Rarity) -> float:
    """How much speaks for two times being of one happening; 0 where something speaks against it."""
    ours, theirs = one.span, other.span
    assert ours is not None and theirs is not None
    if one.block.kind == other.block.kind == "byline":
        return 0.0
    clock = bool(ours.clock or theirs.clock)
    if _is_other_clock(ours, theirs) if clock else _is_other_time(ours, theirs):
        return 0.0
    if clock:
        return CLOCK + context_points(one, other, rarity) + ONCE * said_once(one, other, rarity)
    points = min(GRANULARITY.get(ours.granularity, 0.0), GRANULARITY.get(theirs.granularity, 0.0))
    once = ONCE * (1 + ("year" in (ours.granularity, theirs.granularity)))
    if not points or points + once + most_context(one, other) < ENOUGH_DATED:
        return 0.0
    others = one.concepts and other.concepts and not one.concepts & other.concepts
    context = context_points(one, other, rarity)
    return points + context + once * said_once(one, other, rarity) + OTHER_HAPPENING * bool(others)


def _is_other_clock(one: Timespan, other: Timespan) -> bool:
    apart = minutes_apart(one, other)
    return apart is None or apart > (ABOUT_CLOCK if one.approximate or other.approximate else 0)


def _is_other_time(one: Timespan, other: Timespan) -> bool:
    return relate(one, other) not in ("equal", "inside", "contains")


# Happenings


def happening_points(one: Statement, other: Statement, rarity: Rarity) -> float:
    """How much speaks for two clauses telling of one happening; 0 where something speaks against it."""
    figures = one.has_figure + other.has_figure
    if figures == 2:
        return 0.0
    if one.spans and other.spans and (none_meets(one.spans, other.spans) or _begin_apart(one.spans, other.spans)):
        return 0.0
    if not figures and "note" not in (one.block.kind, other.block.kind):
        actors = [name for name in one.actors & other.actors if rarity.of(name, one.source, other.source) > TELLING]
        if actors:
            return context_points(one, other, rarity) + OTHER_NAMES * _names_others(one, other)
    return _clause_points(one, other, rarity)


def _begin_apart(ours: Sequence[Timespan], theirs: Sequence[Timespan]) -> bool:
    """Whether all times are open ones that began at other times: "since 2016", "since 2019"."""
    if any(span.end is not None for span in (*ours, *theirs)):
        return False
    return none_meets(map(opening, ours), [*map(opening, theirs)])


def _clause_points(one: Statement, other: Statement, rarity: Rarity) -> float:
    """What two clauses tell by themselves, where nobody takes part in both that is named in few sentences."""
    if len(one.words & other.words) < FEWEST or _names_others(one, other):
        return 0.0
    if _is_one_date(one, other):
        return context_points(one, other, rarity) if one.names & other.names and not _is_said(one) else 0.0
    if (
        one.has_figure
        or other.has_figure
        or not OFTEN.isdisjoint(one.concepts)
        or "note" in (one.block.kind, other.block.kind)
    ):
        return 0.0
    shared = one.clause & other.clause
    points = sum(rarity.weights(shared, one.source, other.source))
    return points + ENOUGH_TOLD - ENOUGH_CLAUSE if len(shared) >= FEWEST and points >= ENOUGH_CLAUSE else 0.0


def _is_said(item: Statement) -> bool:
    """Whether what happened is that something was said: on one day much is."""
    return item.event is not None and item.event.concept in SAID


def _names_others(one: Statement, other: Statement) -> bool:
    """Whether each clause has a name that the other has not."""
    ours, theirs = one.clause_names, other.clause_names
    return not (ours <= theirs or theirs <= ours)


def _is_one_date(one: Statement, other: Statement) -> bool:
    """Whether the one day or month that each sentence gives is the same, or one within the other."""
    ours, theirs = ([span for span in item.spans if span.granularity in _NEAR] for item in (one, other))
    return len(ours) == len(theirs) == 1 and not _is_other_time(ours[0], theirs[0])
