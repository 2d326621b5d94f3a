"""Documents state the same figure, the same time or the same happening.

Holds every figure, duration and time against those of the other documents, and of distant passages of its own. Two are
taken to be of one thing where the value is the same (rounding and units apart) and what stands around it shares
enough: what is counted, names and words, those that are rare in the two documents most; "thousands" bears out 6,000 of
the same. A number of many digits needs little beside it, "twelve" much; each is joined with its best match in another
document only. A happening needs an actor in common, and no other time. Rise and fall, rates of unlike bases and unlike
currencies are never joined. It says on how many origins an agreement rests, where that is fewer than its sources.

What settles it: nothing needs to be; the agreement is a ground to rely on the figure.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from factcheck.checking import Archive, Check, Example, evidence_at, finding
from factcheck.checks._agreed import Told as Known
from factcheck.checks._agreed import agreed, resting, worth
from factcheck.digests import digest_of
from factcheck.records.claim import Kind
from factcheck.records.finding import Evidence, Finding
from factcheck.records.timespan import relate
from factcheck.statements.drawn import Statement
from factcheck.statements.kept import findings
from factcheck.statements.likely import (
    ENOUGH,
    ENOUGH_DATED,
    ENOUGH_TOLD,
    figure_points,
    happening_points,
    time_points,
)
from factcheck.statements.near import near_figures, near_happenings, near_times
from factcheck.statements.resting import Origins
from factcheck.statements.stated import STATEMENTS, Alike, Stated, Tie, Two, stated
from factcheck.statements.stated import Known as Marked
from factcheck.statements.telling import Rarity
from factcheck.statements.together import joined, once
from factcheck.valuing import interval

WITHIN = 0.6
"""How many more it takes in one document, whose author tells things apart without saying so."""
Judge = Callable[[Statement, Statement, Rarity], float]


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each value that is stated of one thing in two places, and one for the same sentences."""
    known = stated(archive)
    origins, told = Origins(archive, known), list[Known]()

    def made(together: Sequence[Marked]) -> Finding:
        known.let_go()
        group = _of_one_mind(known.all_of(together))
        return _finding(group, origins.of(group))

    for twos in known.together():
        groups = _together(archive, known, twos)
        told += ((frozenset((item.source, item.sentence) for item in group), group[0].told or "") for group in groups)
        marked = (({item.source for item in group}, [item[:2] for item in group], group) for group in groups)
        yield from findings(archive, "agreeing", marked, made)
    yield from agreed(CHECK, archive, told)


def _together(archive: Archive, known: Stated, twos: Sequence[Two]) -> list[tuple[Marked, ...]]:
    """What hangs together in documents that do, kept as long as these stand and are as near each other."""

    def found() -> list[Any]:
        alike: Sequence[list[Tie]] = ([], [], [])
        for ends in twos:
            for told, more in zip(alike, known.found("value", *ends, partial(_near, known, *ends)), strict=True):
                told += more
        return list(once(group for pairs in alike for group in joined(pairs)))

    sources = sorted({source for ends in twos for source in ends})
    mark = digest_of([[*ends, archive.related.between(*ends)] for ends in twos])
    groups = archive.of_several("together", sources[0], {mark: (sources, found)})[mark]
    return [tuple(Marked(*item) for item in group) for group in groups]


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
        _scored(near_figures(ours, theirs), figure_points, known.rarity, ENOUGH),
        _scored(near_times(ours, theirs), time_points, known.rarity, ENOUGH_DATED),
        _scored(near_happenings(ours, theirs), happening_points, known.rarity, ENOUGH_TOLD),
    ]


def _scored(pairs: Iterable[tuple[Statement, Statement]], judge: Judge, rarity: Rarity, enough: float) -> Alike:
    scored = [(judge(one, other, rarity) - WITHIN * (one.source == other.source), one, other) for one, other in pairs]
    return [pair for pair in scored if pair[0] >= enough]


def _of_one_mind(group: Sequence[Statement]) -> Sequence[Statement]:
    """A group without those that exclude others of it, to whom a coarse one tied them: "March", "last year", "May"."""
    held = list(group)
    while 2 < len(held) <= MOST:
        against = [sum(_exclude(one, other) for other in held) for one in held]
        worst = max(against)
        if not worst:
            break
        del held[len(held) - 1 - against[::-1].index(worst)]
    return held


MOST = 32
"""Statements of a group that are each held against all others of it."""
FAR = 0.95
"""How near, as a ratio, two figures are that may be one but for rounding."""


def _exclude(one: Statement, other: Statement) -> bool:
    """Whether two times lie apart, or two figures do, with all that rounding allows."""
    if one.span and other.span and not one.clock and not other.clock:
        return relate(one.span, other.span) == "disjoint"
    ours, theirs = one.quantity, other.quantity
    if ours is None or theirs is None or ours.unit != theirs.unit or ours.is_range or theirs.is_range:
        return False
    low, high = sorted((abs(ours.low), abs(theirs.low)))
    return low < FAR * high and not interval(ours).meets(interval(theirs))


# Findings


def _finding(together: Sequence[Statement], apart: int) -> Finding:
    first, sources = together[0], list(dict.fromkeys(item.source for item in together))
    who = "Sources agree" if len(sources) > 1 else f"Two passages of {first.source} agree"
    return finding(
        CHECK,
        fact=("agrees", first.source, str(first.mention.start), *first.key),
        verdict="agrees",
        kind=_kind(first),
        message=f"{who}{_about(together)}: {_told(together)}{resting(apart, len(sources))}.",
        sides=[[_evidence(item) for item in together]],
        weight=worth(apart, len(sources)),
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
                "one": "Some 6,000 nurses of the Arlen hospitals have been trained abroad.",
                "two": "Thousands of nurses from the Arlen hospitals went abroad for training.",
            },
            expect="agrees",
        ),
        Example(
            documents={
                "one": "The council of Arlen sat in March 2021. A month later, Ida Lind led a delegation to Karsk.",
                "two": "Ida Lind paid a visit to Karsk in April 2021, as the council of Arlen had asked.",
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
