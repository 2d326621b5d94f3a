"""Two sources speak of one thing, but what they say could not be compared.

Says aloud what an editor would expect to have been compared and was not: sums for one thing in two currencies,
figures in units that cannot be converted into each other, and one happening that one source dates while the other
gives a time that cannot be told without knowing when it was written. It is silent within one source, where the
other source gives the figure in a unit that can be compared too, and where the sentences share no name. There is
one finding for each reason and fact, always `not-checked`, and never an alarm.

What settles it: the rate and its day; or the date of the source.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.aligning import Matching, Opposition, Pair, oppositions, place_of
from factcheck.checking import Archive, Check, Example, evidence_at, evidence_of, finding
from factcheck.comparing import Comparison
from factcheck.contexts.places import sentence_at, within
from factcheck.grouping import Meeting, Part, anytime
from factcheck.happenings.once import happenings
from factcheck.identity import measure_terms, same_measure, same_name, same_roles
from factcheck.language.units import convertible
from factcheck.likeness import likeness, points
from factcheck.records.claim import Claim
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.records.mention import TimeMention
from factcheck.rows import Row, row_of
from factcheck.stories import STORY, Relatedness
from factcheck.wording import PRICE, PRICES

ENOUGH = 3.4
"""Points of likeness from which an editor would expect two claims to be compared."""

_COUNTED = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|ago|(?:last|this|next|past) \w+"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
"""Times that count from the day of writing."""

ANYTHING = frozenset({"money", "share", "time", ""})
"""Measures that say nothing of what is measured."""


ONCE = frozenset(
    "founding start end closure birth coup crash sinking appointment resignation publication completion"
    " acquisition signature election verdict construction production creation".split()
)
"""Happenings that one subject has once, so that two dates of them are two answers."""

POINTS = ONCE | frozenset(
    "visit meeting agreement arrest trial conviction sentence landing attack explosion earthquake collision"
    " announcement approval vote inspection arrival departure delivery order discovery ban award alarm"
    " rescue declaration hearing evacuation collapse strike-labour protest statement".split()
)
"""Happenings that take place at a time; growth, support or use have none that could be mistaken."""


def kind(claim: Claim | Row) -> str:
    """What happens, in one word for all that stand for it."""
    return min(measure_terms(claim.measure), default="")


def is_dated(row: Row) -> bool:
    """Whether a claim dates a happening by a day or a longer time."""
    return row.when is not None and row.when[0] != "clock"


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each fact that could not be compared, and why."""
    yield from _units(archive)
    yield from _times(archive)


# Units and currencies


def _units(archive: Archive) -> Iterator[Finding]:
    for opposition in oppositions(archive.pairs(MATCHING)):
        sides = _by_unit(opposition)
        if not any(_has_counterpart(claim, sides, archive) for side in sides for claim in side):
            yield _of_units(sides, opposition.pair.comparison.steps, archive)


def _by_unit(opposition: Opposition) -> list[list[Claim]]:
    """The claims of an opposition, a side for each unit."""
    sides: dict[str, list[Claim]] = {}
    for claim in sorted((claim for side in opposition.sides for claim in side), key=place_of):
        sides.setdefault(_unit(claim), []).append(claim)
    return list(sides.values())


def _unit(claim: Claim) -> str:
    return claim.quantity.unit or "" if claim.quantity else ""


def figures(rows: Iterable[Row]) -> list[Row]:
    """The figures of a dimension in which sources may use units that cannot be converted into each other."""
    held = (row for row in rows if row.dimension != "count" and row.form == "value" and row.unit and not row.per)
    return [row for row in held if measure_terms(row.measure) - ANYTHING]


def judge(one: Row, other: Row, related: Relatedness) -> Pair | None:
    """The two claims paired, if an editor would expect them to be compared and their units forbid it."""
    if one.source == other.source or one.dimension != other.dimension or one.scope != other.scope:
        return None
    if one.unit == other.unit or convertible(one.unit, other.unit):
        return None
    if not _are_of_one_thing(one, other) or points(one, other, STORY) < ENOUGH:
        return None
    ours, theirs = one.claim, other.claim
    if ours.place and theirs.place and same_name(ours.place, theirs.place) == "different":
        return None
    like = likeness(one, other, related.between(one.source, other.source))
    if like.score < ENOUGH or not like.names or same_roles(ours.roles, theirs.roles)[0] == "different":
        return None
    units = f"{one.unit} and {other.unit}"
    told = f"{units} are not converted into each other without a rate and its day."
    if one.dimension != "money":
        told = f"{units} cannot be converted into each other."
    return Pair(one, other, like, Comparison("differs", "not-checked", (Step(code="other-unit", text=told),)))


def _are_of_one_thing(one: Row, other: Row) -> bool:
    """Whether both measure the same, or one is a price and the other the price of something."""
    sameness = same_measure(one.measure, other.measure)
    prices = all(measure_terms(row.measure) & PRICES for row in (one, other))
    return sameness == "same" or (sameness == "maybe" and prices)


def by_unit(row: Row) -> tuple[str, str]:
    """The order in which figures of one thing lie near each other."""
    return row.measure, row.first or ""


def parts(row: Row) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Figures of one measure are compared, and prices of whatever."""
    terms = measure_terms(row.measure)
    own = ((row.dimension, row.scope, frozenset({PRICE}) if terms & PRICES else terms),)
    return own, own


MATCHING = Matching("figure", figures, judge, Meeting((by_unit,), parts, anytime))


def _has_counterpart(claim: Claim, sides: Sequence[Sequence[Claim]], archive: Archive) -> bool:
    """Whether a source of another side gives the same thing in the claim's unit too."""
    own, unit = row_of(claim), _unit(claim)
    others = {other.source for side in sides for other in side if _unit(other) != unit} - {claim.source}
    for source in sorted(others):
        story = archive.related.between(claim.source, source)
        if any(row.unit == unit and points(own, row, story) >= ENOUGH for row in archive.studies[source].rows):
            return True
    return False


def _of_units(sides: Sequence[Sequence[Claim]], steps: Sequence[Step], archive: Archive) -> Finding:
    first = sides[0][0]
    rate = first.quantity is not None and first.quantity.dimension == "money"
    return finding(
        CHECK,
        fact=("other-unit", first.measure, *sorted(map(_unit, (side[0] for side in sides)))),
        verdict="not-checked",
        message=f"Not compared, for want of one unit: {first.measure}, {' and '.join(map(_told, sides))}.",
        sides=[[evidence_of(claim, archive, value=_value(claim)) for claim in side] for side in sides],
        steps=steps,
        settle="Convert them by hand, with the rate of the day." if rate else "Ask what each unit stands for.",
        weight=0.1,
    )


def _told(side: Sequence[Claim]) -> str:
    return f"{_value(side[0])} ({', '.join(dict.fromkeys(claim.source for claim in side))})"


def _value(claim: Claim) -> str:
    return claim.quantity.as_written if claim.quantity else ""


# Times


def _times(archive: Archive) -> Iterator[Finding]:
    """Happenings that one source dates, and another of unknown date tells of by "last Tuesday"."""
    told: set[tuple[str, str, str]] = set()
    for source, study in archive.studies.items():
        for row in happenings(study.rows) if study.date is None else ():
            mention = _unresolved(row.claim, archive) if kind(row) in POINTS else None
            other = _counterpart(row, archive) if mention else None
            if mention is None or other is None or (source, other.source, kind(row)) in told:
                continue
            told.add((source, other.source, kind(row)))
            yield _of_times(row.claim, mention, other, archive)


def _unresolved(claim: Claim, archive: Archive) -> TimeMention | None:
    """The time in a claim's sentence that is counted from the day of writing, where that is not known."""
    study, anchor = archive.studies[claim.source], claim.anchors[0]
    sentence = sentence_at(study.document, anchor.start or 0)
    if claim.timespan is not None or sentence is None:
        return None
    for mention in within(study.seen(TimeMention), sentence.start, sentence.end):
        if mention.timespan is None:
            continue
        if mention.timespan.resolved_from == "unresolved" and _COUNTED.search(mention.timespan.as_written):
            return mention
    return None


def _counterpart(row: Row, archive: Archive) -> Claim | None:
    """The dated happening of another source that is most like it, where its actors are surely the same."""
    scored = []
    of_kind = (item for rows in archive.rows.values() for item in rows if f"event:{kind(row)}" in item.keys)
    for other in happenings(of_kind):
        if other.source == row.source or not is_dated(other) or not _share_a_name(row, other):
            continue
        score = points(row, other, archive.related.between(row.source, other.source))
        if score >= ENOUGH and same_roles(row.claim.roles, other.claim.roles)[0] == "same":
            scored.append((-score, other.id, other))
    return min(scored, key=lambda entry: entry[:2])[2].claim if scored else None


def _share_a_name(one: Row, other: Row) -> bool:
    return bool(one.names & other.names or one.countries & other.countries)


def _of_times(claim: Claim, mention: TimeMention, other: Claim, archive: Archive) -> Finding:
    written, source = mention.timespan.as_written if mention.timespan else "", claim.source
    when = other.event.date if other.event else None
    study = archive.studies[source]
    ours: Evidence = evidence_at(study, mention.start, mention.end, value=written)
    return finding(
        CHECK,
        fact=("unresolved-time", kind(claim), *sorted((source, other.source))),
        verdict="not-checked",
        kind="date",
        message=f"Not compared, for want of a date: {claim.measure}, “{written}” in {source}, "
        f"{when.as_written if when else ''} in {other.source}.",
        sides=[[ours], [evidence_of(other, archive, value=when.as_written if when else None)]],
        steps=(Step(code="unresolved-time", text=f"“{written}” counts from the day of {source}, which is not known."),),
        settle=f"Give {source} its date.",
        weight=0.1,
    )


CHECK = Check(
    id="not-comparable",
    kind="quantity",
    title="One thing that could not be compared",
    reads=Archive,
    run=run,
    matching=MATCHING,
    alarms=False,
    examples=(
        Example(
            documents={
                "one": "The dam at Arlen cost $1.2 billion, Brandt said.",
                "two": "Brandt built the dam at Arlen at a cost of €900 million.",
            },
            expect="not-checked",
        ),
        Example(
            documents={
                "one": "The dam at Arlen cost $1.2 billion, Brandt said.",
                "two": "The dam at Arlen cost €900 million, or $1.2 billion, Brandt said.",
            },
            expect=None,
        ),
        Example(
            documents={
                "one": "Governor Ada Lind visited Norway last Tuesday.",
                "two": "Governor Ada Lind visited Norway on 24 June 2020.",
            },
            expect="not-checked",
        ),
        Example(
            documents={
                "one": "Governor Ada Lind visited Norway last Tuesday.",
                "two": "Governor Ada Lind visited Norway on 24 June 2020.",
            },
            dates={"one": "2020-06-26"},
            expect=None,
        ),
    ),
)
