"""Documents state the same figure, the same time or the same happening.

Holds every figure, duration and time against those of the other documents, and of distant passages of its own. Two are
taken to be of one thing where the value is the same (rounding and units apart) and what stands around it shares enough:
what is counted, names and words, those that are rare in the two documents most. A number of many digits needs little
beside it, "twelve" much; each is joined with its best match in another document only. A happening needs an actor in
common, and no other time. Rise and fall, rates of unlike bases and unlike currencies are never joined. It says on how
many origins an agreement rests, where that is fewer than its sources.

What settles it: nothing needs to be; the agreement is a ground to rely on the figure.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from factcheck.checking import Archive, Check, Example, evidence_at, finding
from factcheck.checks._resting import Origins
from factcheck.checks._stated import STATEMENTS, Alike, Rarity, Stated, Told, stated
from factcheck.checks._statements import Statement
from factcheck.checks._together import Place, Scored, joined, once
from factcheck.language.units import convertible
from factcheck.records.claim import Kind
from factcheck.records.finding import Evidence, Finding
from factcheck.records.timespan import Timespan, minutes_apart, relate
from factcheck.valuing import is_vague, other_limits

ENOUGH, ENOUGH_DATED, ENOUGH_TOLD = 2.0, 2.4, 2.75
"""Points from which two statements of one value, of one time, of one happening are about one thing."""
WITHIN = 0.6
"""How many more it takes in one document, whose author tells things apart without saying so."""
DIGIT, MOST_DIGITS, UNIT = 0.75, 2.25, 0.5
"""Points for each digit of a figure that is not a trailing zero, and for its unit."""
SAME_NOUN, ALIKE_NOUN, OTHER_NOUN, OTHER_SMALL = 1.25, 0.75, -0.25, -2.0
"""Points for what is counted; a number of one digit is not joined with one of another thing."""
MOST_CONTEXT, HAPPENING = 3.0, 0.5
"""Points for shared words and names, and for a happening of one kind."""
ONCE = 0.5
"""Points for a value that both documents give once only; a year counts double."""
INEXACT = -0.5
CLOCK, ABOUT_CLOCK = 1.75, 12
"""Points for a time of day, and the minutes by which one may be off that is only about right."""
GRANULARITY = {"minute": 2.0, "hour": 1.5, "day": 1.5, "week": 1.0, "month": 1.0, "year": 0.25}
"""Points for a time that both give, by the coarser of them."""
OTHER_HAPPENING = -0.75
NEAR = 0.06
"""How far a rounded figure may lie from the exact one, as a part of it."""
MOST_NEIGHBOURS = 40
"""How many statements of like value each is held against, of the two documents that are compared."""
TELLING = 0.3
"""How rare an actor must be for two happenings to be one by it."""
APART = 1500
"""Letters between two passages of one document that bear each other out."""

_PEOPLE = frozenset({"people"})
_OCCASIONS = frozenset({"time", "times", "occasion", "occasions"})

Judge = Callable[[Statement, Statement, Rarity], float]


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each value that is stated of one thing in two places, and one for the same sentences."""
    known = stated(archive)
    origins = Origins(archive, known)
    for twos in known.together():
        alike: Sequence[list[Scored]] = ([], [], [])
        for ends in twos:
            for found, more in zip(alike, _alike(known, *ends), strict=True):
                found += more
        groups = (group for pairs in alike for group in joined(pairs))
        yield from (_finding(group, origins.of(group)) for group in once(groups))


def ahead(archive: Archive, source: str) -> None:
    """Hold a source against each later one."""
    known = stated(archive)
    known.let_go()
    for ends in known.met_by(source):
        known.keep("value", *ends, partial(_near, known, *ends))


def borne_out(known: Stated, one: str, other: str) -> set[Statement]:
    """The figures and times of two documents that have their like in the other one; a time of day only another one."""
    pairs = [pair for alike in _alike(known, one, other)[:2] for _, *pair in alike]
    return {end for ends in pairs for end in ends if not end.clock or all(other.clock for other in ends)}


def _alike(known: Stated, one: str, other: str) -> list[Alike]:
    """The figures, the times and the happenings of two documents that are of one thing; several checks ask."""
    if (one, other) not in known.answers:
        known.answers[one, other] = known.alike("value", one, other, partial(_near, known, one, other))
    return known.answers[one, other]


def _near(known: Stated, one: str, other: str) -> list[Alike]:
    """The same, found anew."""
    ours, theirs = known.by(one), known.by(other)
    return [
        _scored(_near_figures(ours, theirs), _figure_points, known.rarity, ENOUGH),
        _scored(_near_times(ours, theirs), _time_points, known.rarity, ENOUGH_DATED),
        _scored(_near_happenings(ours, theirs), _happening_points, known.rarity, ENOUGH_TOLD),
    ]


def _scored(pairs: Iterable[tuple[Statement, Statement]], judge: Judge, rarity: Rarity, enough: float) -> Alike:
    scored = [(judge(one, other, rarity) - WITHIN * (one.source == other.source), one, other) for one, other in pairs]
    return [pair for pair in scored if pair[0] >= enough]


def _apart(one: Statement, other: Statement) -> bool:
    return one.source != other.source or abs(one.mention.start - other.mention.start) > APART


# Figures


def _near_figures(ours: Told, theirs: Told) -> Iterator[tuple[Statement, Statement]]:
    """The figures of two documents, or of distant passages of one, that may be the same number."""
    within = ours is theirs
    for dimension in filter(theirs.by_dimension.__contains__, ours.by_dimension):
        ordered = _merged(ours.by_dimension[dimension], theirs.by_dimension[dimension], _by_value)
        for number, one in enumerate(ordered):
            value = one.value
            for other in ordered[number + 1 : number + 1 + MOST_NEIGHBOURS]:
                if abs(other.value - value) > NEAR * abs(other.value):
                    break
                if (other.source == one.source) is within and _may_meet(one, other) and _apart(one, other):
                    yield one, other


def _merged(ours: list[Statement], theirs: list[Statement], key: Callable[[Statement], Any]) -> list[Statement]:
    """The statements of two documents in one order, in which each is already."""
    return ours if ours is theirs else sorted([*ours, *theirs], key=key)


def _by_value(item: Statement) -> tuple[float, Place]:
    return item.value, item.place


def _by_start(item: Statement) -> tuple[str, Place]:
    return item.begins, item.place


def _may_meet(one: Statement, other: Statement) -> bool:
    """A quick look that spares the long one: whether two figures of one unit may be the same number."""
    (low, high), (least, most) = one.limits, other.limits
    if low <= most and least <= high:
        return True
    ours, theirs = one.quantity, other.quantity
    assert ours is not None and theirs is not None
    return ours.dimension != "count" and ours.unit != theirs.unit


def _figure_points(one: Statement, other: Statement, rarity: Rarity) -> float:
    ours, theirs = one.quantity, other.quantity
    assert ours is not None and theirs is not None
    exact = one.value == other.value
    if not _one_value(one, other) or not (exact or not (is_vague(ours) or is_vague(theirs))):
        return 0.0
    points = min(DIGIT * _digits(one, other), MOST_DIGITS) + UNIT * (ours.dimension != "count")
    points += noun_points(one, other) + context_points(one, other, rarity)
    return points + ONCE * said_once(one, other, rarity) + INEXACT * (not exact)


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
    if ours.dimension == "count" or ours.unit == theirs.unit:
        return one.limits[0] <= other.limits[1] and other.limits[0] <= one.limits[1]
    return ours.dimension != "money" and convertible(ours.unit, theirs.unit)


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
    if _PEOPLE in (one.terms, other.terms):
        return 0.0
    return OTHER_NOUN if _digits(one, other) > 1 else OTHER_SMALL


def said_once(one: Statement, other: Statement, rarity: Rarity) -> bool:
    """Whether both documents give their value once only."""
    return rarity.once(one) and rarity.once(other)


def context_points(one: Statement, other: Statement, rarity: Rarity) -> float:
    """What shared words, names and happenings speak for two statements being of one thing."""
    alike = 0.0 if one.concepts.isdisjoint(other.concepts) else HAPPENING
    if one.words.isdisjoint(other.words) and one.names.isdisjoint(other.names):
        return alike
    shared = (one.words & other.words) | (one.names & other.names)
    points = sum(sorted(rarity.weights(shared, one.source, other.source)))
    return min(points, MOST_CONTEXT) + alike


def most_context(one: Statement, other: Statement) -> float:
    """What they tell at most: each word and name one point."""
    return HAPPENING + len(one.words & other.words) + len(one.names & other.names)


# Times


def _near_times(ours: Told, theirs: Told) -> Iterator[tuple[Statement, Statement]]:
    ordered, within = _merged(ours.by_start, theirs.by_start, _by_start), ours is theirs
    for number, one in enumerate(ordered):
        end = (one.span.end or "~")[:7] if one.span else "~"
        for other in ordered[number + 1 : number + 1 + MOST_NEIGHBOURS]:
            if other.begins[:7] > end:
                break
            if (other.source == one.source) is within and _apart(one, other):
                yield one, other


def _time_points(one: Statement, other: Statement, rarity: Rarity) -> float:
    ours, theirs = one.span, other.span
    assert ours is not None and theirs is not None
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


def _near_happenings(ours: Told, theirs: Told) -> Iterator[tuple[Statement, Statement]]:
    """Happenings of one kind, told twice, in which one actor takes part."""
    seen: set[tuple[Statement, Statement]] = set()
    for key in sorted(ours.by_actor.keys() & theirs.by_actor.keys()):
        ones, others = ours.by_actor[key], theirs.by_actor[key]
        for number, one in enumerate(ones):
            first = number + 1 if ours is theirs else 0
            for other in others[first : first + MOST_NEIGHBOURS]:
                if (one, other) not in seen and _told_twice(one, other):
                    seen.add((one, other))
                    yield one, other


def _told_twice(one: Statement, other: Statement) -> bool:
    """Whether two documents tell of it, or one in its text and again in a list or a table."""
    return one.source != other.source or (one.block.kind != other.block.kind and _apart(one, other))


def _happening_points(one: Statement, other: Statement, rarity: Rarity) -> float:
    if any(item.block.kind == "note" or item.has_figure for item in (one, other)):
        return 0.0
    if one.spans and other.spans and all(relate(a, b) == "disjoint" for a in one.spans for b in other.spans):
        return 0.0
    shared = [name for name in one.actors & other.actors if rarity.of(name, one.source, other.source) > TELLING]
    return context_points(one, other, rarity) if shared else 0.0


# Findings


def _finding(together: Sequence[Statement], apart: int) -> Finding:
    first, sources = together[0], list(dict.fromkeys(item.source for item in together))
    resting = "" if apart >= len(sources) else ", all from one origin" if apart == 1 else f", from {apart} origins"
    who = "Sources agree" if len(sources) > 1 else f"Two passages of {first.source} agree"
    return finding(
        CHECK,
        fact=("agrees", first.source, str(first.mention.start), *first.key),
        verdict="agrees",
        kind=_kind(first),
        message=f"{who}{_about(together)}: {_told(together)}{resting}.",
        sides=[[_evidence(item) for item in together]],
        weight=(0.5 + 0.1 * (len(sources) > 2)) / (1 + (apart == 1)),
    )


def _kind(first: Statement) -> Kind:
    if first.quantity is None:
        return "event" if first.event else "date"
    kinds: dict[str, Kind] = {"share": "percentage", "count": "count", "time": "duration"}
    return kinds.get(first.quantity.dimension, "quantity")


def _about(together: Sequence[Statement]) -> str:
    """What is counted, where all that say so say it alike."""
    if together[0].event is not None:
        return f" on the {together[0].event.concept}" if len(together) > 1 else ""
    units = [item.quantity.unit for item in together if item.quantity and item.quantity.dimension == "count"]
    named = [unit for unit in units if unit]
    return f" on the number of {min(named, key=len)}" if named else ""


def _told(together: Sequence[Statement]) -> str:
    """The value as the sources write it, with the sources."""
    said: dict[str, list[str]] = defaultdict(list)
    for item in together:
        sources = said[item.written]
        if item.source not in sources:
            sources.append(item.source)
    return " and ".join(f"{written} ({', '.join(sources)})" for written, sources in said.items())


def _evidence(item: Statement) -> Evidence:
    return evidence_at(item.study, item.mention.start, item.mention.end, value=item.written)


CHECK = Check(
    id="corroborated",
    kind="quantity",
    title="Sources that agree",
    reads=Archive,
    run=run,
    alarms=False,
    gathers=(STATEMENTS,),
    ahead=ahead,
    examples=(
        Example(
            documents={
                "one": "Some 4,200 machines were shut down as a precaution at the port of Arlen.",
                "two": "The port of Arlen shut down 4,200 computers.",
            },
            expect="agrees",
        ),
        Example(
            documents={
                "one": "Ida Lind opened the bridge at Arlen on 4 May 2021.",
                "two": "The bridge at Arlen, which Ida Lind opened on May 4, 2021, is closed again.",
            },
            expect="agrees",
        ),
        Example(
            documents={
                "one": "Twelve teachers at the school in Arlen have resigned.",
                "two": "The Moss river rose by twelve inches in an hour.",
            },
            expect=None,
        ),
    ),
)
