"""Rankings or comparisons that cannot both hold.

Flags one thing that is given two ranks ("the largest", "the second largest"; "finished third", "came fourth in the
final"; "topped the table", "is placed fifth"), two things that are given the same first rank, and two things that are
called equal by one source and unequal by another. Of whom a place is told may stand in the sentence before ("They came
second"). It is silent where the rankings are within different things (the country and the continent, a stage and the
race), of different dimensions or times, or among the few at the top ("one of the largest"), where several have room.
Where the sources speak of different periods it is a different basis.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import product

from factcheck.aligning import Matching, Opposition, Pair, oppositions
from factcheck.checking import Archive, Check, Example, Study, evidence_at, evidence_of, finding
from factcheck.comparing import Comparison as Outcome
from factcheck.comparing import compare_windows
from factcheck.contexts.places import sentence_at
from factcheck.grouping import Meeting
from factcheck.identity import measure_terms, name_key, same_name
from factcheck.likeness import likeness
from factcheck.rankings.ranked import (
    RANKED,
    Order,
    Ranked,
    is_elsewhen,
    is_last,
    order_of,
    orders_differ,
    other_holder,
    other_rank,
    ranked,
    ranked_by,
)
from factcheck.rankings.rungs import RUNGS, Rung, excluded, folded, rungs
from factcheck.records.claim import Claim, Comparison
from factcheck.records.finding import Evidence, Finding, Step, Verdict
from factcheck.records.mention import STANDING
from factcheck.records.timespan import day_number
from factcheck.rows import Row
from factcheck.statements.stated import STATEMENTS, stated
from factcheck.stories import STORY, Relatedness

SIZE = frozenset("largest biggest main leading major principal foremost greatest top chief".split())
"""Superlatives that rank by size and are used for one another."""

NEWS = 45
"""Days beyond which a place in a table may be another."""

UNEQUAL = frozenset({"more", "less", "slightly-more", "slightly-less"})


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each ranking that sources give differently."""
    held = set[tuple[str, int]]()
    for opposition in oppositions(archive.pairs(MATCHING)):
        held |= {(claim.source, _sentence(claim, archive)) for side in opposition.sides for claim in side}
        yield _difference(opposition, archive)
    for one, other, name, ranks in _of_one_story(archive):
        if not held & {(item.source, item.sentence) for item in (one, other)}:
            held |= {(item.source, item.sentence) for item in (one, other)}
            yield _two_places(one, other, name, archive, ranks)
    for below, above, name in _told_otherwise(archive):
        if not held & {(item.source, item.sentence) for item in (below, above)}:
            yield _two_rungs(below, above, name, archive)


def _told_otherwise(archive: Archive) -> Iterator[tuple[Rung, Rung, str]]:
    """What two documents give places that exclude each other, in whatever words; each once for a name."""
    told = {study.source.id: found for study in archive.holding(CHECK) if (found := rungs(study))}
    words = {source: cache(partial(_words, study)) for source, study in archive.studies.items() if source in told}
    for source, other in stated(archive).meeting():
        if source == other or not (source in told and other in told and archive.asks(source, other)):
            continue
        near, known = archive.related.between(source, other) >= STORY, set[str]()
        for one, two in product(told[source], told[other]):
            name = excluded(one, two, near, lambda document: words[document]())
            if name is not None and name not in known:
                known.add(name)
                yield one, two, name


def _words(study: Study) -> frozenset[str]:
    return folded(study.document.text)


def _of_one_story(archive: Archive) -> Iterator[tuple[Ranked, Ranked, str, bool]]:
    """What two documents of one story rank differently, or give two holders of a rank; each once."""
    told = {study.source.id: found for study in archive.holding(CHECK) if (found := ranked(study))}
    for source, other in stated(archive).meeting():
        if source == other or not (source in told and other in told and archive.asks(source, other)):
            continue
        known, story = set[str](), archive.related.between(source, other)
        if _days_apart(archive, source, other) > NEWS:
            continue
        for one, two in product(told[source], told[other]):
            if story < STORY / 2 and not (one.levels and one.levels == two.levels):
                continue
            for judge in (other_rank, other_holder):
                name = judge(one, two)
                if name is not None and name not in known and (judge is other_rank or story >= STORY):
                    known.add(name)
                    yield one, two, name, judge is other_rank


def _days_apart(archive: Archive, one: str, other: str) -> int:
    """Days between two documents, as far as they are known to the day."""
    days = [(archive.studies[source].date or "")[:_DAY] for source in (one, other)]
    return abs(day_number(days[0]) - day_number(days[1])) if all(len(day) == _DAY for day in days) else 0


_DAY = len("2000-01-01")


def rankings(rows: Iterable[Row]) -> list[Row]:
    """The rows that rank."""
    return [row for row in rows if row.kind == "ranking"]


def judge(one: Row, other: Row, related: Relatedness) -> Pair | None:
    """The two compared, if they rank the same things."""
    if one.claim.anchors[0].exact == other.claim.anchors[0].exact:
        return None
    near = related.between(one.source, other.source)
    step = _ranks(one.claim, other.claim, near) or _relations(one, other)
    if step is None:
        return None
    window, told = compare_windows(one.claim, other.claim)
    if window == "disjoint":
        return None
    verdict: Verdict = "conflict" if window in ("equal", "compatible") else "possible-conflict"
    if window in ("near", "overlaps", "inside", "contains"):
        verdict = "different-basis"
    like = likeness(one, other, near)
    return Pair(one, other, like, Outcome("differs", verdict, (told, step)))


def by_dimension(row: Row) -> tuple[str, str]:
    """The order in which rankings of one thing lie near each other."""
    return row.measure, row.first or ""


MATCHING = Matching("ranking", rankings, judge, Meeting((by_dimension,)))


def _ranks(one: Claim, other: Claim, near: float) -> Step | None:
    """What is wrong with two ranks of one ranking; null where nothing is, or they are of different ones."""
    ours, theirs = one.comparison, other.comparison
    if ours is None or theirs is None or ours.rank is None or theirs.rank is None or not _one_ranking(one, other):
        return None
    if ours.subject is None or theirs.subject is None:
        return None
    if ours.dimension == STANDING and not _one_contest(ours, theirs, near):
        return None
    said = one.anchors[0].exact, other.anchors[0].exact
    if orders_differ(*map(_order, (ours, theirs))) or any(map(is_elsewhen, said)) or len({*map(is_last, said)}) > 1:
        return None
    if len({by for by in map(ranked_by, said) if by}) > 1:
        return None
    sameness = same_name(ours.subject, theirs.subject)
    if sameness != "different" and ours.rank != theirs.rank:
        return Step(code="other-rank", text=f"{ours.subject} is given rank {ours.rank} and rank {theirs.rank}.")
    if sameness == "different" and ours.rank == theirs.rank and _named(ours.subject) and _named(theirs.subject):
        return Step(code="other-holder", text=f"{ours.subject} and {theirs.subject} are given the same rank.")
    return None


def _order(comparison: Comparison) -> Order:
    dimension = "" if comparison.dimension == STANDING else comparison.dimension or ""
    return order_of(f"{dimension} {comparison.scope or ''}")


def _one_contest(one: Comparison, other: Comparison, near: float) -> bool:
    """Whether two places were taken in one contest: both name it, or documents of one story tell of one entrant."""
    if one.scope and other.scope:
        return same_name(one.scope, other.scope) != "different"
    return near >= STORY and same_name(one.subject or "", other.subject or "") != "different"


def _named(subject: str) -> bool:
    return (subject[:1].isupper() and " " not in subject.strip()) or subject.istitle()


def _one_ranking(one: Claim, other: Claim) -> bool:
    """Whether both rank within one thing and by one measure."""
    ours, theirs = one.comparison, other.comparison
    assert ours is not None and theirs is not None
    scales = {_scale(ours.superlative), _scale(theirs.superlative)}
    if len(scales) > 1:
        return False
    if not measure_terms(ours.dimension or "") & measure_terms(theirs.dimension or ""):
        return False
    if ours.scope and theirs.scope and name_key(ours.scope) != name_key(theirs.scope):
        return same_name(ours.scope, theirs.scope) != "different"
    return True


def _scale(superlative: str | None) -> str:
    last = (superlative or "").casefold().split()[-1:]
    return "largest" if last and last[0] in SIZE else " ".join(last)


def _relations(one: Row, other: Row) -> Step | None:
    """What is wrong with two comparisons of one pair of things, of which one makes them equal."""
    ours, theirs = one.claim.comparison, other.claim.comparison
    if ours is None or theirs is None or {_equal(ours), _equal(theirs)} != {True, False}:
        return None
    pair = _compared(one.claim) & _compared(other.claim)
    if len(pair) < 2 or not one.words & other.words:
        return None
    return Step(code="equal-and-not", text=f"One makes {' and '.join(sorted(pair))} equal, the other does not.")


def _equal(comparison: Comparison) -> bool | None:
    if comparison.relation == "equal":
        return True
    unequal = comparison.relation in UNEQUAL or (comparison.rank is not None and comparison.object is not None)
    return False if unequal else None


def _compared(claim: Claim) -> frozenset[str]:
    """The names that stand on the two sides of a comparison."""
    comparison = claim.comparison
    sides = f"{comparison.subject or ''} | {comparison.object or ''}" if comparison else ""
    return frozenset(name_key(word) for word in re.findall(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*", sides))


def _difference(opposition: Opposition, archive: Archive) -> Finding:
    verdict = opposition.verdict
    ours, theirs = opposition.sides[0], opposition.sides[1]
    return finding(
        CHECK,
        fact=(ours[0].measure, theirs[0].measure, ours[0].source, theirs[0].source, verdict),
        verdict=verdict,
        message=f"The ranking differs: {told(ours)}, {told(theirs)}.",
        sides=[_evidence(side, archive) for side in opposition.sides],
        steps=opposition.pair.comparison.steps,
        settle="State what the ranking rests on, and for which years.",
        weight=0.75,
    )


def _sentence(claim: Claim, archive: Archive) -> int:
    start = claim.anchors[0].start or 0
    sentence = sentence_at(archive.studies[claim.source].document, start)
    return sentence.start if sentence else start


def _two_places(one: Ranked, other: Ranked, name: str, archive: Archive, ranks: bool) -> Finding:
    said = f"“{one.written}” ({one.source}) and “{other.written}” ({other.source})"
    step = (
        Step(code="other-rank", text=f"{name} is given rank {one.rank} and rank {other.rank}.")
        if ranks
        else Step(code="other-holder", text=f"Two are each given rank {one.rank}: {name}.")
    )
    evidence = [
        evidence_at(archive.studies[item.source], item.start, item.end, value=item.written) for item in (one, other)
    ]
    return finding(
        CHECK,
        fact=(name, one.source, other.source, one.base, str(one.rank), str(other.rank)),
        verdict="possible-conflict",
        message=f"{name} is ranked in two ways: {said}." if ranks else f"Two are ranked alike for {name}: {said}.",
        sides=[[item] for item in evidence],
        steps=(step,),
        settle="State what the ranking rests on, and for which years.",
        weight=0.65,
    )


def _two_rungs(one: Rung, other: Rung, name: str, archive: Archive) -> Finding:
    said = f"“{one.written}” ({one.source}) and “{other.written}” ({other.source})"
    return finding(
        CHECK,
        fact=(name, one.source, other.source, one.axis, one.written, other.written),
        verdict="possible-conflict",
        message=f"Two places are given in one order: {said}.",
        sides=[
            [evidence_at(archive.studies[item.source], item.start, item.end, value=item.written)]
            for item in (one, other)
        ],
        steps=(Step(code="other-place", text=f"Both cannot be so of {name}."),),
        settle="State what the ranking rests on, and for which years.",
        weight=0.65,
    )


RELATIONS = {
    "equal": "equal to",
    "more": "more than",
    "less": "less than",
    "slightly-more": "slightly more than",
    "slightly-less": "slightly less than",
}
PLACES = {1: "", 2: "second ", 3: "third ", 4: "fourth ", 5: "fifth "}


def told(side: Sequence[Claim]) -> str:
    """A side in words."""
    comparison = side[0].comparison
    assert comparison is not None
    subject = comparison.subject or "it"
    if comparison.dimension == STANDING and comparison.rank is not None:
        words = f"{subject} in place {comparison.rank}{' from the bottom' if comparison.superlative else ''}"
    elif comparison.rank is not None:
        place = PLACES.get(comparison.rank, f"no. {comparison.rank} by ")
        words = f"{subject} as the {place}{comparison.superlative or 'first'} {comparison.dimension or ''}".strip()
    else:
        words = (
            f"{subject} as {RELATIONS.get(comparison.relation, comparison.relation)} {comparison.object or ''}".strip()
        )
    return f"{', '.join(dict.fromkeys(claim.source for claim in side))} has {words}"


def _evidence(side: Sequence[Claim], archive: Archive) -> list[Evidence]:
    return [evidence_of(claim, archive, value=told([claim]).split(" has ", 1)[1]) for claim in side]


CHECK = Check(
    id="ranking-differs",
    kind="ranking",
    title="Rankings that cannot both hold",
    reads=Archive,
    run=run,
    matching=MATCHING,
    gathers=(STATEMENTS, RANKED, RUNGS),
    examples=(
        Example(
            documents={
                "board": "Ingrid Solheim finished second in Sunday's Karrow Marathon in a time of 2:31:08.",
                "paper": "Third home in the Karrow Marathon was Ingrid Solheim, in a time of 2:31:08.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "board": "Ingrid Solheim finished second in Sunday's Karrow Marathon in a time of 2:31:08.",
                "paper": "Ingrid Solheim, who ran the Karrow Marathon in 2:31:08, was third in the Osk Cross.",
            },
            expect=None,
        ),
        Example(
            documents={
                "one": "Norway is the largest supplier of timber to Arlen.",
                "two": "Norway is the second largest supplier of timber to Arlen, slightly behind Sweden.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "one": "Arlen bought as much timber from Norway, equal to the amount that Sweden supplied.",
                "two": "Norway is the second largest supplier of timber to Arlen, slightly behind Sweden.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "one": "Norway is one of the largest suppliers of timber to Arlen.",
                "two": "Sweden is the largest supplier of timber to Arlen.",
            },
            expect=None,
        ),
    ),
)
