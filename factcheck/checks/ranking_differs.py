"""Rankings or comparisons that cannot both hold.

Flags one thing that is given two ranks ("the largest", "the second largest"), two things that are given the
same first rank, and two things that are called equal by one source and unequal by another. It is silent where
the rankings are within different things, of different dimensions, or among the few at the top ("one of the
largest"), where several have room. Where the sources speak of different periods it is a different basis.
"""

import re
from collections.abc import Iterable, Sequence

from factcheck.aligning import Matching, Opposition, Pair, oppositions
from factcheck.checking import Archive, Check, Example, evidence_of, finding
from factcheck.comparing import Comparison as Outcome
from factcheck.comparing import compare_windows
from factcheck.grouping import Meeting
from factcheck.identity import measure_terms, name_key, same_name
from factcheck.likeness import likeness
from factcheck.records.claim import Claim, Comparison
from factcheck.records.finding import Evidence, Finding, Step, Verdict
from factcheck.records.mention import STANDING
from factcheck.rows import Row
from factcheck.stories import STORY, Relatedness

SIZE = frozenset("largest biggest main leading major principal foremost greatest top chief".split())
"""Superlatives that rank by size and are used for one another."""

UNEQUAL = frozenset({"more", "less", "slightly-more", "slightly-less"})


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each ranking that sources give differently."""
    for opposition in oppositions(archive.pairs(MATCHING)):
        yield _difference(opposition, archive)


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
    sameness = same_name(ours.subject, theirs.subject)
    if sameness != "different" and ours.rank != theirs.rank:
        return Step(code="other-rank", text=f"{ours.subject} is given rank {ours.rank} and rank {theirs.rank}.")
    if sameness == "different" and ours.rank == theirs.rank and _named(ours.subject) and _named(theirs.subject):
        return Step(code="other-holder", text=f"{ours.subject} and {theirs.subject} are given the same rank.")
    return None


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
