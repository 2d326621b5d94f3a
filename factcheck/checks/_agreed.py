"""Claims that were compared and agree: what bears a claim out in other words than its own."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from factcheck.aligning import Matching, Pair, place_of
from factcheck.checking import Archive, Check, evidence_of, finding
from factcheck.checks import date_differs, quantity_differs
from factcheck.contexts.places import sentence_at
from factcheck.measuring.figures import in_words as in_plain_words
from factcheck.origins import origins
from factcheck.records.claim import Claim
from factcheck.records.finding import Finding
from factcheck.records.quantity import telling_digits
from factcheck.records.timespan import in_words
from factcheck.statements.kept import Group, kept
from factcheck.valuing import is_vague

Place = tuple[str, int]
"""A sentence: its source, and where it begins."""
Told = tuple[frozenset[Place], str]
"""The sentences of an agreement, and the digits of its figure, if it is one."""

_COARSE = frozenset({"season", "quarter", "year", "decade", "century"})
ENOUGH, ENOUGH_PAIR = 3.5, 4.0
"""Points of likeness from which two claims of one figure are told as agreeing; more for one or two of something."""


def agreed(check: Check, archive: Archive, told: Collection[Told]) -> Iterator[Finding]:
    """One finding for each fact that claims of several sources agree on, where its sentences are not told of yet."""
    known: dict[Place, list[Told]] = defaultdict(list)
    for places, digits in told:
        for place in places:
            known[place].append((places, digits))
    for what, matching, holds, value in (
        ("agreed times", date_differs.MATCHING, _is_near, _time),
        ("agreed figures", quantity_differs.MATCHING, _is_one_figure, _figure),
    ):
        for pairs, found in kept(archive, what, agreeing(archive, matching), partial(_facts, archive, holds)):
            rows = {row.id: row for pair in pairs for row in (pair.one, pair.other)}
            for ids, places, digits in found:
                if not _is_told(frozenset(map(tuple, places)), {rows[id].source for id in ids}, digits, known):
                    yield _finding(check, [rows[id].claim for id in ids], value, archive)


def _is_told(
    places: frozenset[Place], sources: Collection[str], digits: str, known: Mapping[Place, Sequence[Told]]
) -> bool:
    """Whether what is known has the same sentences, or one of them, the figure and all sources."""
    return len(places) < 2 or any(
        places <= others or (digits and digits == theirs and {*sources} <= {source for source, _ in others})
        for place in places
        for others, theirs in known.get(place, ())
    )


def agreeing(archive: Archive, matching: Matching) -> Iterator[Group[list[Pair]]]:
    """The pairs of claims of two documents that agree, those that hang together at a time."""
    homes: dict[str, list[Pair]] = {}
    for pair in archive.pairs(matching):
        if pair.comparison.result == "agrees" and not pair.within:
            own, others = sorted((homes.get(row.id, []) for row in (pair.one, pair.other)), key=len, reverse=True)
            tied = [pair] if own is others else [pair, *others]
            own += tied
            homes.update((row.id, own) for one in tied for row in (one.one, one.other))
    for pairs in {id(pairs): pairs for pairs in homes.values()}.values():
        sources = {row.source for pair in pairs for row in (pair.one, pair.other)}
        yield sources, sorted([pair.one.id, pair.other.id, pair.likeness.score] for pair in pairs), pairs


def _is_near(pair: Pair) -> bool:
    """Whether both times of a happening are of a month at most, or both of a year: "last autumn" bears out no day."""
    spans = [row.claim.event.date for row in (pair.one, pair.other) if row.claim.event]
    coarse = [span is not None and span.granularity in _COARSE for span in spans]
    return len(spans) == 2 and (not any(coarse) or spans[0] == spans[1])


def _is_one_figure(pair: Pair) -> bool:
    ours, theirs = pair.one.claim.quantity, pair.other.claim.quantity
    if ours is None or theirs is None or is_vague(ours) or is_vague(theirs):
        return False
    same = (ours.low, ours.high, ours.dimension) == (theirs.low, theirs.high, theirs.dimension)
    enough = ENOUGH_PAIR if ours.dimension == "count" and ours.high <= 2 else ENOUGH
    return pair.likeness.score >= enough and same and (ours.dimension == "count" or ours.unit == theirs.unit)


def _facts(archive: Archive, holds: Callable[[Pair], bool], pairs: Iterable[Pair]) -> list[Any]:
    """The claims that are of one fact each, by their ids; their sentences, and the digits of their figure, if any."""
    found: list[Any] = []
    for claims in _groups(filter(holds, pairs)):
        quantity = claims[0].quantity
        places = sorted({_place(claim, archive) for claim in claims})
        found.append([[claim.id for claim in claims], places, telling_digits(quantity.low) if quantity else ""])
    return found


def _groups(pairs: Iterable[Pair]) -> Iterator[list[Claim]]:
    """The claims that all agree with each other, the likest first."""
    ordered = sorted(pairs, key=lambda pair: (-pair.likeness.score, pair.rank))
    claims = {row.id: row.claim for pair in ordered for row in (pair.one, pair.other)}
    known = {frozenset((pair.one.id, pair.other.id)) for pair in ordered}
    homes: dict[str, set[str]] = {}
    for pair in ordered:
        own, others = (homes.setdefault(row.id, {row.id}) for row in (pair.one, pair.other))
        if own is not others and all(frozenset((a, b)) in known for a in own for b in others):
            own |= others
            homes.update((id, own) for id in others)
    groups = {id(group): group for group in homes.values() if len(group) > 1}.values()
    yield from sorted(
        (sorted((claims[id] for id in group), key=place_of) for group in groups), key=lambda group: place_of(group[0])
    )


def _place(claim: Claim, archive: Archive) -> Place:
    start = claim.anchors[0].start or 0
    sentence = sentence_at(archive.studies[claim.source].document, start)
    return claim.source, sentence.start if sentence else start


def _finding(check: Check, claims: Sequence[Claim], value: Callable[[Claim], str], archive: Archive) -> Finding:
    first, sources = claims[0], {claim.source for claim in claims}
    said: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.source not in said[value(claim)]:
            said[value(claim)].append(claim.source)
    values = " and ".join(f"{written} ({', '.join(those)})" for written, those in said.items())
    apart = len(origins(claims, archive))
    return finding(
        check,
        fact=("agreed", value.__name__, first.source, str(place_of(first)[1]), first.measure),
        verdict="agrees",
        kind="date" if value is _time else first.kind,
        message=f"Sources agree{_about(first)}: {values}{resting(apart, len(sources))}.",
        sides=[[evidence_of(claim, archive, value=value(claim)) for claim in claims]],
        weight=worth(apart, len(sources)),
    )


def _about(claim: Claim) -> str:
    if claim.quantity is None:
        return f" on the {claim.measure.replace('-', ' ')}"
    named = in_plain_words(claim.measure)
    return f" on {named}" if named != claim.measure else ""


def resting(apart: int, sources: int) -> str:
    """The end of a message that says on how many origins an agreement rests, where that is fewer than its sources."""
    return "" if apart >= sources else ", all from one origin" if apart == 1 else f", from {apart} origins"


def worth(apart: int, sources: int) -> float:
    """The weight of an agreement."""
    return (0.5 + 0.1 * (sources > 2)) / (1 + (apart == 1))


def _figure(claim: Claim) -> str:
    return claim.quantity.as_written if claim.quantity else ""


def _time(claim: Claim) -> str:
    span = claim.event.date if claim.event else None
    return in_words(span) if span is not None else ""
