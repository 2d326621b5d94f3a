"""Different dates are given for one event.

Flags a happening (a visit, an opening, a signature) that one source dates otherwise than another, where
actors and place agree. A document's happening that another document dates alike is explained by it; what is
left over is matched best first. It is silent where one time lies within the other (in March, on 29 March),
where the times lie too far apart to be meant for one, and where an ordinal ("third visit") tells them apart.
"""

from collections.abc import Iterable, Sequence

from factcheck.aligning import Matching, Opposition, Pair, oppositions
from factcheck.checking import Archive, Check, Example, evidence_of, finding
from factcheck.checks._happenings import happenings
from factcheck.comparing import Comparison
from factcheck.identity import measure_terms, same_name, same_roles
from factcheck.likeness import Likeness, likeness, points
from factcheck.records.claim import Claim
from factcheck.records.finding import Evidence, Finding, Step, Verdict
from factcheck.records.timespan import Timespan, distance_in_days, in_words, is_period, relate
from factcheck.rows import Row, keys_of
from factcheck.stories import STORY, Relatedness

ENOUGH = 2.75
"""Points of likeness from which two dated happenings may be one."""
SURE, SURE_ONCE = 7.0, 4.0
"""From here on both dates cannot be right: sooner for what happens once, later for what may have happened twice."""
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

REACH = {"minute": 3, "hour": 3, "day": 12, "week": 21, "month": 62, "season": 120, "quarter": 120, "year": 366}
"""How many days may lie between two dates, by the finer granularity, for them to be meant for one happening."""

FINE = frozenset({"minute", "hour", "day", "week", "month"})


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each happening that is dated in two ways."""
    for opposition in oppositions(archive.pairs(MATCHING)):
        yield _difference(opposition, archive)


def dated(rows: Iterable[Row]) -> list[Row]:
    """The rows that date a happening."""
    return [row for row in happenings(rows) if is_dated(row)]


def is_dated(row: Row) -> bool:
    """Whether a claim dates a happening near enough to a point in time."""
    return row.when is not None and row.when[0] in REACH


def date_of(claim: Claim) -> Timespan | None:
    """When a claim's happening was, where that is near enough to a point in time; else null."""
    span = claim.event.date if claim.event else None
    if span is None or not span.start or not span.end or span.granularity not in REACH or is_period(span):
        return None
    return span


def judge(one: Row, other: Row, related: Relatedness) -> Pair | None:
    """The two happenings compared, if enough speaks for their being one."""
    if not may_be_one(one, other) or points(one, other, STORY) < ENOUGH:
        return None
    like = likeness(one, other, related.between(one.source, other.source))
    if like.score < ENOUGH or not may_be_said_of_one(one.claim, other.claim):
        return None
    comparison = compare_dates(one.claim, other.claim, like)
    if comparison.result == "undetermined" or (one.source == other.source and comparison.verdict is not None):
        return None
    return Pair(one, other, like, comparison)


def may_be_one(one: Row, other: Row) -> bool:
    """A quick look that spares the long one: whether two happenings are of one kind and near each other in time."""
    if one.polarity != other.polarity or (one.ordinal and other.ordinal and one.ordinal != other.ordinal):
        return False
    if "expected" in (one.modality, other.modality) or one.when is None or other.when is None:
        return False
    if kind(one) != kind(other) or kind(one) not in POINTS:
        return False
    apart = max(one.when[1] - other.when[2], other.when[1] - one.when[2])
    return apart <= _reach(one.when[0], other.when[0], kind(one))


def may_be_said_of_one(one: Claim, other: Claim) -> bool:
    """Whether place, actors and subject allow that two happenings are one."""
    if one.place and other.place and same_name(one.place, other.place) == "different":
        return False
    return same_roles(one.roles, other.roles)[0] != "different" and _same_subject(one, other)


def kind(claim: Claim | Row) -> str:
    """What happens, in one word for all that stand for it."""
    return min(measure_terms(claim.measure), default="")


def _reach(one: str, other: str, happening: str) -> int:
    return min(REACH[one], REACH[other]) * (3 if happening in ONCE else 1)


def _same_subject(one: Claim, other: Claim) -> bool:
    """Whether both say it of one thing, where both tell in common words what they say it of."""
    ours, theirs = ((*claim.roles.agent, *claim.roles.recipient) for claim in (one, other))
    if not ours or not theirs or any(name[:1].isupper() for name in (*ours, *theirs)):
        return True
    return bool(measure_terms(" ".join(ours)) & measure_terms(" ".join(theirs)))


def by_time(row: Row) -> tuple[int, str]:
    """The order in which happenings of one time lie near each other."""
    return row.when[1] if row.when else 0, row.measure


MATCHING = Matching(dated, judge, (by_time,))


def compare_dates(one: Claim, other: Claim, like: Likeness) -> Comparison:
    """Whether two dates of what may be one happening agree."""
    ours, theirs = date_of(one), date_of(other)
    assert ours is not None and theirs is not None
    same = Step(code="same-happening", text=f"Both tell of one {one.measure}; they share {_shared(like)}.")
    if relate(ours, theirs) != "disjoint":
        if not {ours.granularity, theirs.granularity} <= FINE and kind(one) not in ONCE:
            return Comparison("undetermined", None, (same, Step(code="coarse", text="A year is too coarse to agree.")))
        return Comparison("agrees", None, (same, Step(code="same-date", text="One time lies within the other.")))
    if distance_in_days(ours, theirs) > _reach(ours.granularity, theirs.granularity, kind(one)):
        return Comparison("undetermined", None, (same, Step(code="too-far-apart", text="The dates lie far apart.")))
    sure = SURE_ONCE if kind(one) in ONCE else SURE
    verdict: Verdict = "conflict" if like.score >= sure else "possible-conflict"
    apart = Step(code="other-date", text=f"They are not the same: {in_words(ours)}, {in_words(theirs)}.")
    return Comparison("differs", verdict, (same, apart))


def _shared(like: Likeness) -> str:
    return ", ".join([*like.names, *like.words]) or "their setting"


def _difference(opposition: Opposition, archive: Archive) -> Finding:
    verdict = opposition.verdict
    ours, theirs = opposition.sides[0][0], opposition.sides[1][0]
    shared = set(keys_of(ours)) & set(keys_of(theirs))
    return finding(
        CHECK,
        fact=(f"{min(shared)}|*" if shared else ours.measure, verdict, _year(ours)),
        verdict=verdict,
        message=f"Different dates are given for one {ours.measure}: {' and '.join(map(told, opposition.sides))}.",
        sides=[_evidence(side, archive) for side in opposition.sides],
        steps=opposition.pair.comparison.steps,
        settle="Ask which date is right, or whether there were two.",
        weight=0.7,
    )


def _year(claim: Claim) -> str:
    span = date_of(claim)
    return (span.start or "")[:4] if span else ""


def told(side: Sequence[Claim]) -> str:
    """A side in words: its date and sources."""
    span = date_of(side[0])
    return f"{in_words(span) if span else ''} ({', '.join(dict.fromkeys(claim.source for claim in side))})"


def _evidence(side: Sequence[Claim], archive: Archive) -> list[Evidence]:
    return [evidence_of(claim, archive, value=told([claim]).rsplit(" (", 1)[0]) for claim in side]


CHECK = Check(
    id="date-differs",
    kind="date",
    title="Different dates for one event",
    reads=Archive,
    run=run,
    examples=(
        Example(
            documents={
                "one": "Governor Ada Lind visited Norway in May 2020.",
                "two": "In June 2020, Governor Ada Lind visited Norway.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "one": "Governor Ada Lind visited Norway in June 2020.",
                "two": "Governor Ada Lind visited Norway on 24 June 2020.",
            },
            expect=None,
        ),
        Example(
            documents={
                "one": "Governor Ada Lind visited Norway in May 2016.",
                "two": "Governor Ada Lind visited Norway in May 2020.",
            },
            expect=None,
        ),
    ),
)
