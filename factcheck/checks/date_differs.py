"""Different dates are given for one event.

Flags a happening (a visit, an opening, a collapse at 4:14 a.m.) or the making of a thing that one source dates
otherwise than another, where what it happened to, actors and place agree. A document's happening that another
document dates alike is explained by it; what is left over is matched best first. It is silent where one time lies
within the other (in March, on 29 March), where the times lie too far apart to be meant for one, where an ordinal
("third visit") or words such as "again" and "another" tell them apart, and where each is fresh news of its own report.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, product
from math import inf
from typing import Any

from factcheck.aligning import Matching, Opposition, Pair, merged, oppositions, place_of
from factcheck.checking import Archive, Check, Example, evidence_of, finding
from factcheck.comparing import BY_THE_CLOCK, ON_THE_DAY, Comparison
from factcheck.grouping import Meeting, Part
from factcheck.happenings.dated import Dated, dated_of, packed
from factcheck.happenings.once import happenings
from factcheck.happenings.sameness import difference, is_last_of_regular, most_points, points
from factcheck.language.concepts import concepts
from factcheck.likeness import Likeness, shared_names
from factcheck.records.claim import Claim
from factcheck.records.finding import Evidence, Finding, Step, Verdict
from factcheck.records.timespan import in_words
from factcheck.rows import Row
from factcheck.stories import Relatedness

ENOUGH, ENOUGH_ONCE = 2.75, 2.0
"""Points from which two dated happenings may be one; fewer for what happens once."""
SURE = 3.0
"""From here on both dates of what happens once cannot be right."""
SLACK = 1e-9
WITHIN = 1.0
"""How many more points it takes in one document, whose author tells things apart without saying so."""
REACH = {"minute": 3, "hour": 3, "day": 12, "week": 21, "month": 62, "season": 120, "quarter": 120, "year": 366}
"""How many days may lie between two dates of what may happen often, by the finer granularity; by the coarser
where both name what it happened to."""
REACH_ONCE = 12
"""How many times as far for what happens once; the making of a thing is known so badly that there is no limit."""
UNLIMITED = frozenset({"making", "founding", "birth", "publication"})


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each happening that is dated in two ways."""
    told: set[frozenset[tuple[str, int, str]]] = set()
    for opposition in oppositions(archive.pairs(MATCHING)):
        crossed = {
            frozenset((_said(one), _said(other)))
            for ours, theirs in combinations(opposition.sides, 2)
            for one, other in product(ours, theirs)
        }
        if not crossed & told:
            yield _difference(opposition, archive)
        told |= crossed


def _said(claim: Claim) -> tuple[str, int, str]:
    """A passage and the time it gives: a sentence that tells one happening by a verb and by a noun says it once."""
    source, start, _ = place_of(claim)
    return source, start, _time(claim)


def look(row: Row) -> list[Any] | None:
    """The days from which and until which another may date the same happening, all where there is no limit, and the
    happening; null for a row that dates none.
    """
    if row.when is None or not row.polarity:
        return None
    dated = dated_of(row)
    if dated is None:
        return None
    if dated.when.days is None or not UNLIMITED.isdisjoint(dated.moments):
        return [[-inf, inf], *packed(dated)]
    reach = REACH.get(dated.when.granularity, 3660) * (REACH_ONCE if dated.once else 1)
    return [[dated.when.days[0] - reach, dated.when.days[1] + reach], *packed(dated)]


def dates(rows: Iterable[Row]) -> list[Row]:
    """The rows that date a happening, done or planned, by what `look` told of them."""
    return [row for row in happenings(rows) if row.seen is not None]


def around(row: Row) -> tuple[float, float]:
    """The days that `look` told of a row."""
    first, last = row.seen[0]
    return first, last


def moments(row: Row) -> tuple[Sequence[Part], Sequence[Part]]:
    """The moments of which two rows must tell one."""
    return row.keys, row.keys


def judge(one: Row, other: Row, related: Relatedness) -> Pair | None:
    """The two happenings compared, if enough speaks for their being one."""
    if (one.ordinal and other.ordinal and one.ordinal != other.ordinal) or _far_apart(one, other):
        return None
    ours, theirs = dated_of(one), dated_of(other)
    if ours is None or theirs is None or ours.moments.isdisjoint(theirs.moments):
        return None
    if one.source == other.source and (not _once_of_one(ours, theirs) or _said_once(ours, theirs)):
        return None
    story = related.between(one.source, other.source)
    if _of_two_stories(ours, theirs, story) or _beyond_reach(ours, theirs):
        return None
    enough = needed(ours, theirs)
    if most_points(ours, theirs, story) < enough - SLACK or difference(ours, theirs) is not None:
        return None
    score, like = points(ours, theirs, story)
    if score < enough:
        return None
    comparison = compare_dates(ours, theirs, score, like)
    if comparison.result == "undetermined":
        return None
    return Pair(one, other, replace(like, score=score), comparison)


def _of_two_stories(one: Dated, other: Dated, story: float) -> bool:
    """Whether two documents tell of other things, and no name in the two sentences says otherwise."""
    if story or one.row.source == other.row.source or one.proper & other.proper:
        return False
    return not shared_names(one.row, other.row)


def _far_apart(one: Row, other: Row) -> bool:
    """A quick look that spares the long one: whether two times lie too far apart for whatever happened."""
    if one.when is None or other.when is None or "clock" in (one.when[0], other.when[0]):
        return False
    days = max(one.when[1] - other.when[2], other.when[1] - one.when[2])
    reach = max(REACH.get(one.when[0], 3660), REACH.get(other.when[0], 3660)) * REACH_ONCE
    return days > reach and UNLIMITED.isdisjoint(key.split(":", 1)[-1] for key in one.keys)


def _beyond_reach(one: Dated, other: Dated) -> bool:
    """Whether two times exclude each other and lie too far apart for these two happenings."""
    distance = one.when.distance(other.when)
    if distance <= REACH["minute"] or one.when.apart(other.when) is None:
        return False
    return distance > _reach(one, other)


def by_time(row: Row) -> tuple[int, str]:
    """The order in which happenings of one time lie near each other."""
    return row.when[1] if row.when else 0, row.measure


MATCHING = Matching("moment", dates, judge, Meeting((by_time,), moments, around), look)


def _once_of_one(one: Dated, other: Dated) -> bool:
    """Whether both are of one thing, by its name or noun, that happens once: else one document may tell of two."""
    return one.once and other.once and bool(one.proper & other.proper or one.common & other.common)


def _said_once(one: Dated, other: Dated) -> bool:
    """Whether one sentence tells both, or both are announced: an author knows what was put off."""
    overlap = max(one.row.start, other.row.start) < min(one.row.end, other.row.end)
    return one.planned or other.planned or overlap or one.claim.sentence == other.claim.sentence


def needed(one: Dated, other: Dated) -> float:
    """The points from which two happenings are taken to be one."""
    once = one.once and other.once and bool(one.moments & other.moments)
    within = one.row.source == other.row.source
    return (ENOUGH_ONCE if once else ENOUGH) + WITHIN * within


def compare_dates(one: Dated, other: Dated, score: float, like: Likeness) -> Comparison:
    """Whether two times of what may be one happening agree."""
    same = Step(code="same-happening", text=f"Both tell of one {_kind(one, other)}; they share {_shared(like)}.")
    differ = one.when.apart(other.when)
    if differ is None:
        known = bool((one.when.days and other.when.days) or (one.when.minutes and other.when.minutes))
        closely = bool(one.when.minutes and other.when.minutes)
        told = Step(code="same-time" if closely else ON_THE_DAY, text="One time lies within the other.")
        return Comparison("agrees" if known else "undetermined", None, (same, told))
    if one.when.distance(other.when) > _reach(one, other):
        return Comparison("undetermined", None, (same, Step(code="too-far-apart", text="The dates lie far apart.")))
    once = one.once and other.once
    verdict: Verdict = "conflict" if once and score >= SURE else "possible-conflict"
    told = Step(
        code=BY_THE_CLOCK if differ == "clock" else "other-date",
        text=f"They are not the same: {_time(one.claim)}, {_time(other.claim)}.",
    )
    return Comparison("differs", verdict, (same, told))


def _reach(one: Dated, other: Dated) -> float:
    if one.moments & other.moments & UNLIMITED:
        return inf
    same_thing = not (one.proper.isdisjoint(other.proper) and one.common.isdisjoint(other.common))
    decides = (max if same_thing else min)((one, other), key=lambda item: item.when.length)
    days = REACH.get(decides.when.granularity, 3660)
    return float(days * (REACH_ONCE if (one.once and other.once) or _is_excluded(one, other) else 1))


def _is_excluded(one: Dated, other: Dated) -> bool:
    """Whether one is the last of its kind, and the other a later one that its document should have known of."""
    return is_last_of_regular(one, other) or any(
        last.edge == "last" and bool(last.when.days and later.when.days) and _comes_between(last, later)
        for last, later in ((one, other), (other, one))
    )


def _comes_between(last: Dated, later: Dated) -> bool:
    today = last.claim.as_of
    if not today or last.when.days is None or later.when.days is None:
        return False
    return last.when.days[1] <= later.when.days[0] and later.when.days[1] <= date.fromisoformat(today).toordinal()


def _kind(one: Dated, other: Dated) -> str:
    shared = one.moments & other.moments
    listed = [word for word in (one.claim.measure, other.claim.measure) if word in shared]
    return min(listed or shared or {one.claim.measure})


def _shared(like: Likeness) -> str:
    return ", ".join([*like.names, *like.words]) or "their setting"


def _difference(opposition: Opposition, archive: Archive) -> Finding:
    verdict = opposition.verdict
    sides = merged(opposition.sides, _time)
    sides = sides if len(sides) > 1 else list(opposition.sides)
    ours, theirs = sides[0][0], sides[1][0]
    what = _named(ours, theirs)
    return finding(
        CHECK,
        fact=(what, verdict, *sorted({_year(ours), _year(theirs)}), *sorted({ours.source, theirs.source})),
        verdict=verdict,
        message=f"Different dates are given for {what}: {' and '.join(map(told, sides))}.",
        sides=[_evidence(side, archive) for side in sides],
        steps=opposition.pair.comparison.steps,
        settle="Ask which date is right, or whether there were two.",
        weight=0.7,
    )


def _named(one: Claim, other: Claim) -> str:
    """What happened, in words: by its kind where one word tells it ("one visit"), else by the verb."""
    for measure in (one.measure, other.measure):
        if measure in concepts():
            return f"one {measure}"
    return f"what one source tells with “{one.measure.replace('-', ' ')}”"


def _year(claim: Claim) -> str:
    span = claim.event.date if claim.event else None
    return (span.start or "")[:4] if span else ""


def told(side: Sequence[Claim]) -> str:
    """A side in words: its date and sources."""
    return f"{_time(side[0])} ({', '.join(dict.fromkeys(claim.source for claim in side))})"


def _time(claim: Claim) -> str:
    span = claim.event.date if claim.event else None
    return in_words(span) if span is not None else ""


def _evidence(side: Sequence[Claim], archive: Archive) -> list[Evidence]:
    return [evidence_of(claim, archive, value=_time(claim)) for claim in side]


CHECK = Check(
    id="date-differs",
    kind="date",
    title="Different dates for one event",
    reads=Archive,
    run=run,
    matching=MATCHING,
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
        Example(
            documents={
                "one": "On 11 May 2019 Penbury Council bought the clinic of Sandford near Ferrington.",
                "two": "The ferry of Saltash near Ferrington was sold by Bethany Council on 4 May 2019.",
            },
            expect=None,
        ),
    ),
)
