"""Different figures are given for the same thing.

Flags figures for one measure that cannot all be right: totals, counts, sums of money, percentages. Two
figures are held against each other where their sentences share enough (what is measured, names, time,
words); a figure that another document gives too is explained by it, and what is left over is matched best
first. It is silent where the figures count different things, parts and wholes, plans and outcomes, other
periods, where one is of a neighbour, a rival or another of the kind, or only aimed at, needed or allowed, or where
rounding or a vague word ("thousands") explains the difference. Figures over periods that nearly coincide are
reported as a different basis; a higher count on a later day as a later figure.
"""

import re
from collections.abc import Iterable, Sequence
from typing import cast

from factcheck.aligning import Matching, Opposition, Pair, oppositions
from factcheck.changing import GROWING, is_lasting
from factcheck.checking import Archive, Check, Example, evidence_of, finding
from factcheck.comparing import NIGHTS, SURE, Comparison, compare, may_compare, tell_apart
from factcheck.grouping import Meeting, Part, anytime, period
from factcheck.identity import kinds_counted, measure_terms, same_measure, same_roles, subsets
from factcheck.language.places import country_of
from factcheck.language.units import convert, convertible
from factcheck.likeness import COMMON, Likeness, is_physical, is_slip, likeness, shares
from factcheck.measuring.figures import in_words, other_fates
from factcheck.measuring.outcomes import TOLLS
from factcheck.records.claim import Claim, Kind
from factcheck.records.finding import Evidence, Finding, Verdict
from factcheck.records.timespan import day_after
from factcheck.records.timespan import in_words as period_in_words
from factcheck.rows import Row, keys_of
from factcheck.statements.apart import are_of_many, told_apart
from factcheck.stories import STORY, Relatedness
from factcheck.wording import PRICE, PRICES

ENOUGH = 2.5
"""Points of likeness from which the figures of two documents are held against each other."""
WITHIN = 4.5
"""The same for two figures of one document, whose author tells things apart without saying so."""

STRANGE = 3.5
"""The same for figures of two documents of which nothing else says that they tell of one story."""

ENOUGH_PHYSICAL = 1.5
"""The same for figures in one physical unit, in documents that tell of one story."""

ENOUGH_TOLLS = 2.0
"""The same for two tolls of which a name says that they are one event's."""

DISTINCT, ENOUGH_DISTINCT = {0: ENOUGH, 1: ENOUGH, 2: 1.8}, 0.8
"""The same for one number in both, by how many digits it has: 17,340 is hardly twice given by chance.
A unit is worth a digit."""

SMALL, COUNTED = 30, 3.5
"""Counts below `SMALL` are set against each other from more points on: texts are full of small numbers."""

UNLIKE = 3.5
"""Figures of different things (a dividend, a share price) are set against each other from more points on."""

AKIN = 3.0
"""The same for counts of what may be called by two nouns (boats, vessels)."""

UNNAMED = 4.5
"""Shares of which only one says of what it is a share are set against each other from more points on."""

SIDES = frozenset({"rejection", "support"})
"""Shares of those for and against, of which many a text holds some on several matters."""

LONG = 4
"""Digits of a sum that is like another by chance no more, if one of them is mistyped; shorter ones are by the dozen."""

APART = 250
"""Letters that lie between two figures of one document that are held against each other."""

SETTLE: dict[Verdict, str] = {
    "conflict": "Ask which figure is right, or name the source of the one that is used.",
    "possible-conflict": "Say what each figure counts, and over which time.",
    "different-basis": "State the period with the figure, and do not mix the two.",
    "later-figure": "Use the later figure, with its date.",
}
OPENING: dict[Verdict, str] = {
    "different-basis": "Figures on different bases for",
    "later-figure": "A later figure is given for",
}
FIGURES = frozenset({"quantity", "count", "percentage", "duration"})


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each fact and verdict."""
    for opposition in oppositions(told_apart(archive.pairs(MATCHING), archive, is_loose)):
        yield _difference(opposition, archive)


def figures(rows: Iterable[Row]) -> list[Row]:
    """The rows that give a figure which could be another."""
    return [row for row in rows if row.kind in FIGURES and not says_nothing(row)]


def judge(one: Row, other: Row, related: Relatedness) -> Pair | None:
    """The two claims compared, if enough speaks for one fact and something came of it."""
    if not may_compare(one, other) or (told_together(one, other) and not same_number(one, other)):
        return None
    if one.source == other.source and (_is_couple(one) or _is_couple(other)):
        return None
    if one.dimension == "count" and not same_number(one, other) and _only_one_tells(one, other):
        return None
    shared = shares(one, other)
    if shared.at_most() < needed(one, other, STORY) or tell_apart(one, other):
        return None
    story = related.between(one.source, other.source)
    if shared.at_most(story) < needed(one, other, story):
        return None
    like = likeness(one, other, story, related, shared)
    if like.score < needed(one, other, story):
        return None
    comparison = compare(one.claim, other.claim, like)
    loose = is_loose(one, other, like) and (
        story < STORY or are_of_many(one, other) or not _are_alike(one, other) or _of_two_houses(one, other)
    )
    if comparison.verdict is not None and (loose or like.score < _least(one, other) or _is_bare(one, other, like)):
        return None
    if comparison.result == "undetermined" or (comparison.result == "agrees" and _lie_far_apart(one, other)):
        return None
    return Pair(one, other, like, _AGREES if comparison.result == "agrees" else comparison)


def _lie_far_apart(one: Row, other: Row) -> bool:
    """Whether figures that do not contradict each other are yet not one: "5 metres" and "over 16 centimetres"."""
    if one.unit != other.unit and not convertible(one.unit, other.unit):
        return False
    theirs = other.low if one.unit == other.unit else convert(other.low, other.unit, one.unit)
    low, high = sorted((abs(one.low), abs(theirs)))
    return low < _FAR * high


_FAR = 0.5
_AGREES = Comparison("agrees", None, ())
"""For the many that agree, whose steps nobody reads."""


def _of_two_houses(one: Row, other: Row) -> bool:
    """Whether two sums stand in documents of which each is mainly about others than the other: two firms' results."""
    ours, theirs = ({name for name in row.claim.setting if country_of(name) is None} for row in (one, other))
    return one.dimension in ("money", "share") and bool(ours and theirs) and ours.isdisjoint(theirs)


def _least(one: Row, other: Row) -> float:
    """The points below which a difference is not worth telling: more for small counts and for other measures."""
    if is_small(one) or is_small(other):
        return ENOUGH if are_tolls(one, other) else COUNTED
    if one.dimension == "share" and (one.measure in COMMON) != (other.measure in COMMON):
        return AKIN if is_slip(one, other) else UNNAMED
    if is_slip(one, other) or same_measure(one.measure, other.measure) != "different" or _are_alike(one, other):
        return 0.0
    if one.dimension == "count":
        return AKIN
    return UNLIKE if {one.measure, other.measure}.isdisjoint(COMMON) else 0.0


def _are_alike(one: Row, other: Row) -> bool:
    """Whether both measure the same, or what is paid for something."""
    if one.dimension == "money" and measure_terms(one.measure) & PRICES and measure_terms(other.measure) & PRICES:
        return True
    sameness = same_measure(one.measure, other.measure)
    if sameness == "maybe" and is_physical(one, other):
        return not one.around.isdisjoint(other.around)
    return one.measure not in SIDES and sameness == "same"


def are_tolls(one: Row, other: Row) -> bool:
    """Whether both tell a whole toll, and a name stands in or right before both sentences, by which it is one event's.

    A document tells one whole toll of an event: the lower ones are parts of it.
    """
    tolls = measure_terms(one.measure) & measure_terms(other.measure) & TOLLS
    return bool(tolls) and one.scope == other.scope == "whole" and not one.around.isdisjoint(other.around)


def _only_one_tells(one: Row, other: Row) -> bool:
    """Whether one count tells what became of people, and the other nothing: five killed, eight who were there."""
    tolls = [measure_terms(row.measure).isdisjoint(TOLLS) for row in (one, other)]
    return tolls[0] != tolls[1] and other_fates(one.measure, other.measure)


def _is_bare(one: Row, other: Row, like: Likeness) -> bool:
    """Whether two small counts share nothing but what is counted: seven ministers come and gone, three met."""
    if one.source == other.source or not (is_small(one) or is_small(other)) or are_tolls(one, other):
        return False
    terms = measure_terms(one.measure) | measure_terms(other.measure)
    named = like.score >= SURE and like.names
    return not (set(like.words) - terms or like.figures or like.same_time or named)


def is_loose(one: Row, other: Row, like: Likeness) -> bool:
    """Whether nothing but the measure speaks for one fact: no name, no actor, no time, no other word or figure."""
    many = one.dimension == "money" and len(one.digits) < LONG
    if same_number(one, other) or (is_slip(one, other) and not (many and sorted(one.digits) != sorted(other.digits))):
        return False
    terms = measure_terms(one.measure) | measure_terms(other.measure) | {PRICE}
    if like.names or like.figures or like.same_time or set(like.words) - terms or one.source == other.source:
        return False
    return not same_roles(one.claim.roles, other.claim.roles)[1]


def needed(one: Row, other: Row, story: float) -> float:
    """The points of likeness that two figures need: fewer where both give one number that nothing else would have,
    or a figure of a unit that a text on one story seldom holds."""
    if not same_number(one, other):
        if one.source == other.source:
            return WITHIN
        if not story and one.around.isdisjoint(other.around) and not is_slip(one, other):
            return STRANGE
        if story >= STORY and (is_physical(one, other) or are_tolls(one, other)):
            return ENOUGH_PHYSICAL if is_physical(one, other) else ENOUGH_TOLLS
        return ENOUGH
    if one.source == other.source:
        return ENOUGH
    return DISTINCT.get(len(one.digits) + (one.dimension not in ("count", "share")), ENOUGH_DISTINCT)


def same_number(one: Row, other: Row) -> bool:
    """Whether both give the same number of the same unit, or of anything counted."""
    if one.low != other.low or one.high != other.high or not one.dimension or not other.dimension:
        return False
    return one.unit == other.unit or one.dimension == other.dimension == "count"


def is_small(row: Row) -> bool:
    """Whether a claim counts a few things, of which a text may hold several kinds and groups."""
    return row.kind == "count" and row.dimension != "" and row.high < SMALL and not measure_terms(row.measure) & GROWING


def told_together(one: Row, other: Row) -> bool:
    """Whether one document tells both in one breath, so that the author saw the difference."""
    if one.source != other.source:
        return False
    first, second = (one, other) if one.start <= other.start else (other, one)
    return second.start - first.end < APART


def says_nothing(row: Row) -> bool:
    """Whether a claim gives no figure that could be another: none at all, or "one" in words."""
    if not row.dimension:
        return True
    return row.dimension == "count" and row.high <= 1 and row.spelled and not _ONLY.search(row.claim.wording)


def _is_couple(row: Row) -> bool:
    """Whether a claim tells of two in words, of which one text tells many: "two boats", "two more"."""
    told = row.dimension == "count" and row.high == 2 and row.spelled
    return told and not measure_terms(row.measure) & GROWING and not _ONLY.search(row.claim.wording)


_ONLY = re.compile(
    r"\b(?:only|just|exactly|no more than) (?:one|two)\b|"
    r"\b(?:one|two) (?:of (?:them|those|these|whom)|(?:(?:is|are|was|were) )?(?:dead|killed))\b",
    re.IGNORECASE,
)
"""What makes of "two" a number that is meant: "only two were hurt", "one of them has died"."""


def by_value(row: Row) -> tuple[float, str]:
    """The order in which figures that may differ by a slip, or agree, lie near each other."""
    return row.low, row.first or ""


def by_time(row: Row) -> tuple[str, float]:
    """The order in which figures of one time lie near each other."""
    return row.first or "", row.low


def parts(row: Row) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Figures of one form are compared, and counts of things of which one may be the other (jets, fighter jets)."""
    form = (row.dimension, row.form, row.per, row.scope, row.polarity)
    if row.dimension != "count":
        return (form,), (form,)
    terms = measure_terms(row.measure)
    kinds = tuple((form, kind) for kind in sorted(kinds_counted(row.measure)))
    return ((form, terms), *kinds), (*((form, some) for some in subsets(terms)), *kinds)


def _span(row: Row) -> tuple[str, str]:
    if is_lasting(row):
        return anytime(row)
    first, last = period(row)
    return (first, day_after(last)) if row.last and row.holds(NIGHTS) else (first, last)


MATCHING = Matching("figure", figures, judge, Meeting((by_value, by_time), parts, _span))


def _difference(opposition: Opposition, archive: Archive) -> Finding:
    verdict = opposition.verdict
    sides = opposition.sides
    first = sides[0][0]
    return finding(
        CHECK,
        fact=(_key(sides[0], sides[1]), *sorted({first.measure, sides[1][0].measure}), verdict),
        verdict=verdict,
        kind=kind_of(first),
        message=f"{OPENING.get(verdict, 'Different figures are given for')} {in_words(first.measure)}: "
        f"{' and '.join(map(told, sides))}.",
        sides=[_evidence(side, archive) for side in sides],
        steps=opposition.pair.comparison.steps,
        settle=SETTLE.get(verdict),
        weight=weight(sides),
    )


def _key(ours: Sequence[Claim], theirs: Sequence[Claim]) -> str:
    """What identifies the fact: the first key that both sides share."""
    shared = set(keys_of(ours[0])) & set(keys_of(theirs[0]))
    return f"{min(shared).removeprefix('figure:')}|*" if shared else f"{ours[0].measure}|{theirs[0].measure}"


def kind_of(claim: Claim) -> Kind:
    """The kind of finding that a claim's figure makes."""
    dimension = claim.quantity.dimension if claim.quantity else "count"
    kinds = {"share": "percentage", "count": "count", "time": "duration"}
    return cast(Kind, kinds.get(dimension, "quantity"))


def told(side: Sequence[Claim]) -> str:
    """A side in words: its figure, period and sources."""
    first = side[0]
    written = first.quantity.as_written if first.quantity else ""
    period = f", {period_in_words(first.timespan)}" if first.timespan else ""
    return f"{written} ({', '.join(dict.fromkeys(claim.source for claim in side))}{period})"


def weight(sides: Sequence[Sequence[Claim]]) -> float:
    """Money and deaths before other figures; sources that differ before one that differs within itself."""
    claims = [claim for side in sides for claim in side]
    value = 0.5 + 0.2 * (len({claim.source for claim in claims}) > 1)
    quantity = claims[0].quantity
    grave = quantity is not None and (quantity.dimension == "money" or "death" in claims[0].measure)
    return value + 0.2 * grave


def _evidence(side: Sequence[Claim], archive: Archive) -> list[Evidence]:
    return [evidence_of(claim, archive, value=claim.quantity.as_written if claim.quantity else None) for claim in side]


CHECK = Check(
    id="quantity-differs",
    kind="quantity",
    title="Different figures for the same thing",
    reads=Archive,
    run=run,
    matching=MATCHING,
    examples=(
        Example(
            documents={
                "wire": "Three people were killed on Sunday when a cable car hit a pylon above Karrow.",
                "later": "Four people died in the accident of the cable car above Karrow on 11 February 2018.",
            },
            dates={"wire": "2018-02-11", "later": "2018-03-15"},
            expect="later-figure",
        ),
        Example(
            documents={
                "article": "The vaccine Lumis showed an efficacy of 66% over twelve months. In an earlier trial with "
                "450 children the vaccine Lumis had shown an efficacy of 58%.",
            },
            expect=None,
        ),
        Example(
            documents={
                "one": "The dam at Arlen cost $1.2 billion, the ministry of works said.",
                "two": "The dam at Arlen cost $1.7 billion, auditors found.",
            },
            expect="conflict",
        ),
        Example(
            documents={
                "one": "About 1,200 people were evacuated from Arlen on Monday.",
                "two": "In Arlen, 1,187 people were evacuated on Monday.",
            },
            expect=None,
        ),
        Example(
            documents={
                "one": "The fire in Arlen killed three firefighters.",
                "two": "The fire in Arlen injured nine firefighters.",
            },
            expect=None,
        ),
    ),
)
