"""One source says that something happened, another that it did not.

Flags a happening that is affirmed in one passage and denied in another, where actors, place and time allow
that both mean the same. It is silent where either is only possible, alleged or expected, where the times lie apart,
where two parts are told (the front car, the rear car), where only one tells of a state ("found alive"), and where some
alone are meant ("not all"). Where the denial is much older than the affirmation, or is of its day ("has not been
found") and the affirmation later, the later source has overtaken the earlier, and it is a different basis. Rules reach
negation and status in so many words, and no further: a denial that has to be inferred is not seen.
"""

import re
from collections.abc import Iterable, Sequence

from factcheck.aligning import Matching, Opposition, Pair, oppositions
from factcheck.checking import Archive, Check, Example, evidence_of, finding
from factcheck.comparing import Comparison, compare_windows
from factcheck.contraries.contrasts import leaves_some, of_two_parts
from factcheck.grouping import Meeting
from factcheck.happenings.once import happenings
from factcheck.identity import measure_terms, same_name, same_roles
from factcheck.language.conditions import conditions_in
from factcheck.likeness import likeness, points
from factcheck.records.claim import Claim
from factcheck.records.finding import Evidence, Finding, Step, Verdict
from factcheck.rows import Row
from factcheck.stories import STORY, Relatedness

ENOUGH = 3.6
"""Points of likeness from which an affirmation and a denial are taken to be of one happening."""

OVERTAKEN = 1
"""Years between two documents from which the later has overtaken the earlier."""

_GERUND = re.compile(r"(?:in |of |by |for |without )?\w+ing\b")
"""How a clause begins that only names what may happen ("in finding people alive")."""
_PART = re.compile(
    r"\b(?:most|some|many|several|half|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) of "
    r"(?:the|its|their|his|her|our|these|those)\b",
    re.IGNORECASE,
)
"""A part of a number, of which one may be so and another not."""
_OPEN = re.compile(r"\b(?:ha(?:s|ve)(?:n['’]t)?|yet|so far|still)\b")
"""Words by which a denial is of its day: "no one has been found"."""
FIRM = frozenset({"stated", "reported", "denied"})


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each happening that is both affirmed and denied."""
    for opposition in oppositions(archive.pairs(MATCHING)):
        yield _difference(opposition, archive)


def firm(rows: Iterable[Row]) -> list[Row]:
    """The rows of happenings that are surely affirmed or denied."""
    return happenings(row for row in rows if row.modality in FIRM)


def judge(one: Row, other: Row, related: Relatedness) -> Pair | None:
    """The two claims compared, if one denies what the other affirms."""
    if one.polarity == other.polarity or one.measure != other.measure or one.source == other.source:
        return None
    if points(one, other, STORY) < ENOUGH or not _one_object(one.claim, other.claim):
        return None
    ours, theirs = one.claim, other.claim
    if _GERUND.match(ours.wording) or _GERUND.match(theirs.wording):
        return None
    if ours.place and theirs.place and same_name(ours.place, theirs.place) == "different":
        return None
    if _PART.search(ours.wording) and _PART.search(theirs.wording):
        return None
    if of_two_parts(ours.wording, theirs.wording) or leaves_some(ours.wording) or leaves_some(theirs.wording):
        return None
    if conditions_in(ours.wording) != conditions_in(theirs.wording):
        return None
    sameness, certain = same_roles(ours.roles, theirs.roles)
    like = likeness(one, other, related.between(one.source, other.source))
    if sameness == "different" or like.score < ENOUGH or not (certain or like.words):
        return None
    window, told = compare_windows(ours, theirs)
    if window == "disjoint":
        return None
    step = Step(code="affirmed-and-denied", text=f"One affirms the {one.measure} that the other denies.")
    verdict: Verdict = "different-basis" if _overtaken(ours, theirs) else "possible-conflict"
    return Pair(one, other, like, Comparison("differs", verdict, (told, step)))


def by_time(row: Row) -> tuple[str, str]:
    """The order in which happenings of one kind and time lie near each other."""
    return row.measure, row.first or ""


def parts(row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is affirmed stands under its measure, and what is denied looks there."""
    return ((row.measure,), ()) if row.polarity else ((), (row.measure,))


MATCHING = Matching("event", firm, judge, Meeting((by_time,), parts))


def _one_object(one: Claim, other: Claim) -> bool:
    """Whether both say it of one thing, told in words that both use, and of no two groups ("for adults")."""
    ours, theirs = (measure_terms(" ".join(claim.roles.recipient)) for claim in (one, other))
    meant = [measure_terms(" ".join(claim.roles.for_)) for claim in (one, other)]
    for_others = bool(meant[0] and meant[1]) and meant[0].isdisjoint(meant[1])
    return bool(ours & theirs) and (ours <= theirs or theirs <= ours) and not for_others


def _overtaken(one: Claim, other: Claim) -> bool:
    """Whether the denial is much older than the affirmation, or is of its day only, and what is affirmed came later."""
    denied, affirmed = (other, one) if one.polarity else (one, other)
    if not denied.as_of or not affirmed.as_of:
        return False
    if int(denied.as_of[:4]) + OVERTAKEN <= int(affirmed.as_of[:4]):
        return True
    began = affirmed.timespan.start if affirmed.timespan else None
    return bool(_OPEN.search(denied.wording)) and denied.as_of < affirmed.as_of and denied.as_of <= (began or "9")


def _difference(opposition: Opposition, archive: Archive) -> Finding:
    verdict = opposition.verdict
    affirming = [claim for side in opposition.sides for claim in side if claim.polarity]
    denying = [claim for side in opposition.sides for claim in side if not claim.polarity]
    return finding(
        CHECK,
        fact=(affirming[0].measure, affirming[0].source, denying[0].source, affirming[0].wording),
        verdict=verdict,
        message=f"The {affirming[0].measure} is affirmed by {_sources(affirming)} and denied by {_sources(denying)}.",
        sides=[_evidence(affirming, archive), _evidence(denying, archive)],
        steps=opposition.pair.comparison.steps,
        settle="Ask which is right, or say when each was true.",
        weight=0.6,
    )


def _sources(claims: Sequence[Claim]) -> str:
    return ", ".join(dict.fromkeys(claim.source for claim in claims))


def _evidence(claims: Sequence[Claim], archive: Archive) -> list[Evidence]:
    return [evidence_of(claim, archive, value="yes" if claim.polarity else "no") for claim in claims]


CHECK = Check(
    id="event-denied",
    kind="event",
    title="Affirmed here, denied there",
    reads=Archive,
    run=run,
    matching=MATCHING,
    examples=(
        Example(
            documents={
                "one": "The council of Arlen approved the plan for a new harbour in May.",
                "two": "The council of Arlen has not approved the plan for a new harbour.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "one": "The council of Arlen approved the plan for a new harbour in May.",
                "two": "The council of Arlen has approved the plan for a new harbour.",
            },
            expect=None,
        ),
        Example(
            documents={
                "one": "The council of Arlen may have approved the plan for a new harbour.",
                "two": "The council of Arlen has not approved the plan for a new harbour.",
            },
            expect=None,
        ),
    ),
)
