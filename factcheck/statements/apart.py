"""Which figures that differ are told apart by the documents: one gives both, or counts many things of one name."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from factcheck.aligning import Pair, Placed
from factcheck.changing import GROWING, settled
from factcheck.checking import Archive, Study
from factcheck.contexts.places import sentence_at, within
from factcheck.identity import measure_terms, same_measure
from factcheck.likeness import Likeness, is_slip
from factcheck.records.mention import QuantityMention
from factcheck.rows import Row, of_family

_ANOTHER = re.compile(
    r"In (?:an?|another|(?:the|its) (?:first|second|third|last|other|earlier|previous|former)) "
    r"(?!(?:row|total|week|month|year|day)\b)"
)
SAID_TOGETHER = 250
"""Letters within which a document that gives two figures tells them apart."""
NEARLY = 0.9
"""How near a count must come to the highest of its name in a document to be the whole, as a part of it."""
LARGE, FAR = 1000, 1.5
"""Counts that one rounds and another does not, and how far, as a ratio, the whole lies from them."""
GROWN = 1.25
"""How much higher a count must be, as a ratio, to have grown together with another."""
NEAR = 0.75
"""How near figures that agree must be, as a ratio, to stand on one side of a difference."""
OF_MANY = frozenset("money contract award price order payment spending loan funding".split())
"""Sums of which a text on one subject may name many, none of them more than the others: each contract has its own."""
CROWD, CROWDED = 3, 4.0
"""From so many different counts of one name in a document on, a pair of them needs so many points."""


def told_apart(pairs: Sequence[Pair], archive: Archive, is_loose: Callable[[Row, Row, Likeness], bool]) -> list[Pair]:
    """The pairs without those that differ of figures which the documents themselves tell apart; a pair `is_loose` where
    nothing but the measure speaks for it."""
    near = _agreeing(pairs)
    crowds = _crowds(pairs, archive)
    grown: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        if pair.comparison.verdict == "later-figure":
            grown.setdefault((pair.one.source, pair.other.source), []).append(pair)
    return [
        pair
        for pair in pairs
        if (pair.comparison.result != "agrees" or _is_near(pair))
        if pair.comparison.verdict not in ("conflict", "possible-conflict")
        or not (
            _both_given(pair, near)
            or _goes_with(pair, grown)
            or _is_lost_in_a_crowd(pair, crowds, is_loose)
            or _is_given_beside(pair, archive)
            or _is_given_bare(pair, archive)
            or _is_given_too(pair, archive)
            or _is_part_of_it(pair, archive)
            or _adds_up(pair, archive)
            or _tells_of_another(pair, archive)
        )
    ]


def _is_near(pair: Pair) -> bool:
    """Whether figures that agree are nearly one: "over 12 billion" lets pass 18 billion, and is not said of it."""
    one, other = pair.one, pair.other
    assert isinstance(one, Row) and isinstance(other, Row)
    return one.unit != other.unit or min(one.low, other.low) >= NEAR * max(one.low, other.low)


def _agreeing(pairs: Iterable[Pair]) -> Mapping[str, list[Row]]:
    """By id, the claims that give a claim's figure, itself among them."""
    found: dict[str, list[Row]] = {}
    for pair in pairs:
        one, other = pair.one, pair.other
        assert isinstance(one, Row) and isinstance(other, Row)
        for mine, theirs in ((one, other), (other, one)):
            own = found.setdefault(mine.id, [mine])
            if pair.comparison.result == "agrees" and mine.low == theirs.low:
                own.append(theirs)
    return found


def _both_given(pair: Pair, near: Mapping[str, list[Row]]) -> bool:
    """Whether a document gives both figures in one breath, by one speaker: 441 of the 486 beds."""
    return any(
        ours.source == theirs.source
        and (abs(ours.start - theirs.start) < SAID_TOGETHER or _are_sums(pair))
        and ours.claim.said_by == theirs.claim.said_by
        and same_measure(ours.measure, theirs.measure) != "different"
        for ours in near[pair.one.id]
        for theirs in near[pair.other.id]
    )


def _are_sums(pair: Pair) -> bool:
    """Whether two sums of two documents may well be of two things, of which texts on one subject are full."""
    one, other = pair.one, pair.other
    assert isinstance(one, Row) and isinstance(other, Row)
    if one.dimension != "money" or one.form == "change" or one.source == other.source or is_slip(one, other):
        return False
    return are_of_many(one, other) or same_measure(one.measure, other.measure) != "same"


def _tells_of_another(pair: Pair, archive: Archive) -> bool:
    """Whether one document gives both, one of them of something else: "In an earlier trial with 450 children, …"."""
    one, other = pair.one, pair.other
    assert isinstance(one, Row) and isinstance(other, Row)
    if one.source != other.source:
        return False
    document = archive.studies[one.source].document
    opened = [sentence_at(document, row.start) for row in (one, other)]
    return any(item is not None and _ANOTHER.match(document.text, item.start) for item in opened)


def _is_given_beside(pair: Pair, archive: Archive) -> bool:
    """Whether a document that gives both gives them in one breath elsewhere: "48 mills, chosen from the 412 mills"."""
    one, other = pair.one, pair.other
    assert isinstance(one, Row) and isinstance(other, Row)
    return one.source == other.source and any(
        row.low == theirs.low and row.id != theirs.id and abs(row.start - ours.start) < SAID_TOGETHER
        for ours, theirs in ((one, other), (other, one))
        for row in _of_its_kind(ours, archive)
    )


def _of_its_kind(row: Row, archive: Archive) -> Iterator[Row]:
    """The rows of a row's document that share a key with it."""
    own = row.keys
    return (other for other in archive.rows[row.source] if not set(own).isdisjoint(other.keys))


def _is_given_bare(pair: Pair, archive: Archive) -> bool:
    """Whether a document gives the other's figure too, near its own and without a noun: "32 beds … of its 48"."""
    one, other = pair.one, pair.other
    assert isinstance(one, Row) and isinstance(other, Row)
    return (
        one.source != other.source
        and one.dimension == "count"
        and (
            _gives(archive.studies[one.source], one, other.low) or _gives(archive.studies[other.source], other, one.low)
        )
    )


def are_of_many(one: Row, other: Row) -> bool:
    """Whether both sums are of what a text on one subject may name many of, each with its own sum."""
    return all(not OF_MANY.isdisjoint(measure_terms(row.measure)) for row in (one, other))


def _is_given_too(pair: Pair, archive: Archive) -> bool:
    """Whether a document gives the other’s sum too: it has both, and tells them apart."""
    one, other = pair.one, pair.other
    assert isinstance(one, Row) and isinstance(other, Row)
    return _are_sums(pair) and any(
        item.quantity.dimension == theirs.dimension
        and (item.quantity.low, item.quantity.high) == (theirs.low, theirs.high)
        and item.quantity.unit == theirs.unit
        for ours, theirs in ((one, other), (other, one))
        for item in archive.studies[ours.source].seen(QuantityMention)
    )


def _is_part_of_it(pair: Pair, archive: Archive) -> bool:
    """Whether a document gives the other's figure as a part of its own: "3,400 jobs, 1,100 of them in Arlen"."""
    one, other = pair.one, pair.other
    assert isinstance(one, Row) and isinstance(other, Row)
    return one.source != other.source and any(
        row.scope == "part" and row.measure == whole.measure and _is_about(row.low, part.low, whole.low)
        for whole, part in ((one, other), (other, one))
        for row in _of_its_kind(whole, archive)
    )


def _is_about(given: float, value: float, own: float) -> bool:
    """Whether a part that is told of a whole is the other's figure, or nearly: "430 staff, 195 here", "200 here"."""
    near = min(given, value) >= NEARLY * max(given, value) and max(own, value) > FAR * min(own, value)
    return given == value or (value >= LARGE and near)


def _adds_up(pair: Pair, archive: Archive) -> bool:
    """Whether a document adds a figure to its own that makes the other's: "killed 40. A further 12 died", "52 died";
    or has it beside its own ("14 ferries and 22 tankers", "36 ships")."""
    one, other = pair.one, pair.other
    assert isinstance(one, Row) and isinstance(other, Row)
    return one.source != other.source and any(
        ours.low + row.low == theirs.low
        and (row.scope == "additional" or (row.id != ours.id and abs(row.start - ours.start) < SAID_TOGETHER))
        for ours, theirs in ((one, other), (other, one))
        for row in _of_its_kind(ours, archive)
    )


def _gives(study: Study, row: Row, value: float) -> bool:
    return any(
        item.quantity.low == value and item.quantity.dimension == "count" and item.quantity.unit is None
        for item in within(study.seen(QuantityMention), row.end, row.end + SAID_TOGETHER)
    )


def _goes_with(pair: Pair, grown: Mapping[tuple[str, str], Sequence[Pair]]) -> bool:
    """Whether another count of the same two passages grew, so that this is one of another day too."""
    low, high = sorted((pair.one.low, pair.other.low))
    return high > GROWN * low and any(
        _beside(pair.one, other.one) and _beside(pair.other, other.other)
        for other in grown.get((pair.one.source, pair.other.source), ())
    )


def _beside(one: Placed, other: Placed) -> bool:
    return one.source == other.source and one.id != other.id and abs(one.place[1] - other.place[1]) < SAID_TOGETHER


Crowds = Mapping[tuple[str, frozenset[str]], set[float]]


def _crowds(pairs: Iterable[Pair], archive: Archive) -> Crowds:
    """The different counts, not rates, that a document gives of things of one name, for those that the pairs count."""
    found: dict[tuple[str, frozenset[str]], set[float]] = {}
    for pair in pairs:
        for row in (pair.one, pair.other):
            assert isinstance(row, Row)
            if row.dimension == "count" and pair.comparison.verdict is not None:
                found.setdefault((row.source, measure_terms(row.measure)), set())
    for source in sorted({source for source, _ in found}):
        for row in of_family(archive.rows[source], "figure:count:").values():
            values = found.get((source, measure_terms(row.measure)))
            if values is not None and row.dimension == "count" and row.per is None:
                values.add(row.low)
    return found


def _is_lost_in_a_crowd(pair: Pair, crowds: Crowds, is_loose: Callable[[Row, Row, Likeness], bool]) -> bool:
    """Whether a document counts so many things of that name that little tells which of them is meant; the highest
    count is the whole, and those of one time long past are told by it."""
    one, other = pair.one, pair.other
    assert isinstance(one, Row) and isinstance(other, Row)
    if one.dimension != "count" or is_slip(one, other):
        return False
    if pair.likeness.same_time and settled(one.claim, other.claim):
        return False
    ours, theirs = (crowds[row.source, measure_terms(row.measure)] for row in (one, other))
    most = max(len(ours), len(theirs))
    if most > 1 and measure_terms(one.measure).isdisjoint(GROWING) and is_loose(one, other, pair.likeness):
        return True
    if one.low >= NEARLY * max(ours, default=0.0) and other.low >= NEARLY * max(theirs, default=0.0):
        return False
    return most >= CROWD and pair.likeness.score < CROWDED + (most - CROWD) / 2
