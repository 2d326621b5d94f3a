"""Why two claims were or were not set against each other: the tests in order, and the one that decided.

The checks ask the same questions and keep only what they report; here every answer is kept.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal

from factcheck.checking import Archive
from factcheck.checks import date_differs, event_denied, quantity_differs, ranking_differs
from factcheck.comparing import Comparison, compare
from factcheck.happenings.dated import dated_of
from factcheck.happenings.sameness import apart, points
from factcheck.identity import same_name, same_roles
from factcheck.likeness import Likeness, likeness
from factcheck.records.base import Record, Slug
from factcheck.records.claim import Claim
from factcheck.records.finding import Step
from factcheck.rows import Row, row_of
from factcheck.stories import STORY
from factcheck.valuing import may_be_one

Outcome = Literal["agrees", "differs", "set-aside"]


class Weighed(Record):
    """A claim that another was held against: how much both share, and the steps up to the one that decided.

    `points` are those of likeness, `needed` how many it takes. `start` and `end` are code points of the source's
    canonical text, end exclusive.
    """

    claim: str
    source: Slug
    start: int
    end: int
    statement: str
    points: float
    needed: float
    outcome: Outcome
    steps: tuple[Step, ...]


def weigh(one: Claim, other: Claim, archive: Archive) -> Weighed | None:
    """The two held against each other by what both tell: figures, ranks, days or what happens.

    The first of these that agree or differ, else their own kind; null where they are of kinds that are never compared.
    """
    story = archive.related.between(one.source, other.source)
    found = None
    for side, weigher in WEIGHERS:
        ours, theirs = side(one), side(other)
        if ours is None or theirs is None or not _one_dimension(ours, theirs):
            continue
        first, second = row_of(ours), row_of(theirs)
        weighed = _weighed(other, *weigher(first, second, likeness(first, second, story), story, archive))
        if weighed.outcome != "set-aside":
            return weighed
        if ours is one and theirs is other:
            found = found or weighed
    return found


def _one_dimension(one: Claim, other: Claim) -> bool:
    ours, theirs = one.quantity, other.quantity
    return ours is None or theirs is None or ours.dimension == theirs.dimension


Answer = tuple[Likeness, float, Outcome, tuple[Step, ...]]
Weigher = Callable[[Row, Row, Likeness, float, Archive], Answer]


def _weighed(other: Claim, like: Likeness, needed: float, outcome: Outcome, steps: tuple[Step, ...]) -> Weighed:
    anchor = other.anchors[0]
    return Weighed(
        claim=other.id,
        source=other.source,
        start=anchor.start or 0,
        end=anchor.end or 0,
        statement=other.statement,
        points=round(like.score, 2),
        needed=needed,
        outcome=outcome,
        steps=steps,
    )


def _step(code: str, text: str) -> Step:
    return Step(code=code, text=text)


def _enough(like: Likeness, needed: float) -> Step:
    """What two sentences share, told."""
    shared = ", ".join([*like.names, *like.words, *(f"{figure:g}" for figure in like.figures)]) or "nothing"
    verb = "Enough" if like.score >= needed else "Not enough"
    code = "enough-in-common" if like.score >= needed else "not-enough"
    return _step(code, f"{verb} in common: needs {needed:.3g} points, has {like.score:.2g} (shared: {shared}).")


def _of_comparison(comparison: Comparison) -> Outcome:
    return "set-aside" if comparison.result == "undetermined" else comparison.result


# Figures


def _figures(one: Row, other: Row, like: Likeness, story: float, archive: Archive) -> Answer:
    needed, like = quantity_differs.needed(one, other, story), likeness(one, other, story, archive.related)
    before = next(_before_figures(one, other), None)
    if before is not None:
        return like, needed, "set-aside", (before,)
    enough = _enough(like, needed)
    if like.score < needed:
        return like, needed, "set-aside", (enough,)
    comparison = compare(one.claim, other.claim, like)
    steps = (enough, *comparison.steps)
    after = next(_after_figures(one, other, like, story), None) if comparison.verdict is not None else None
    if after is not None:
        return like, needed, "set-aside", (*steps, after)
    outcome = _of_comparison(comparison)
    if outcome != "set-aside" and quantity_differs.judge(one, other, archive.related) is None:
        return like, needed, "set-aside", (*steps, _step("not-held", "Too little speaks for one fact."))
    return like, needed, outcome, steps


def _before_figures(one: Row, other: Row) -> Iterator[Step]:
    ours, theirs = one.claim.quantity, other.claim.quantity
    if ours is not None and theirs is not None and not may_be_one(ours, theirs):
        yield _step("other-form", f"One gives a {ours.form}, the other a {theirs.form}.")
    if quantity_differs.says_nothing(one) or quantity_differs.says_nothing(other):
        yield _step("says-nothing", "One of them is “one” or “two” in words, which every text holds.")
    if quantity_differs.told_together(one, other) and not quantity_differs.same_number(one, other):
        yield _step("told-together", "One document tells both in one breath, so its author saw the difference.")


def _after_figures(one: Row, other: Row, like: Likeness, story: float) -> Iterator[Step]:
    if quantity_differs.is_loose(one, other, like) and story < STORY:
        yield _step("only-the-measure", "Nothing but the measure speaks for one fact: no name, no time, no other word.")
    if quantity_differs.is_small(one) and like.score < quantity_differs.COUNTED:
        needed, points = quantity_differs.COUNTED, like.score
        yield _step("small-count", f"Small counts are many: they need {needed:g} points, and have {points:.2g}.")


# Happenings


def _dates(one: Row, other: Row, like: Likeness, story: float, archive: Archive) -> Answer:
    ours, theirs = dated_of(one), dated_of(other)
    if ours is None or theirs is None:
        return like, 0.0, "set-aside", (_step("no-point-in-time", "One of them has no date that could be mistaken."),)
    needed = date_differs.needed(ours, theirs)
    before = apart(ours, theirs)
    if before is not None:
        return like, needed, "set-aside", (before,)
    score, like = points(ours, theirs, story)
    like = replace(like, score=score)
    enough = _enough(like, needed)
    if score < needed:
        return like, needed, "set-aside", (enough,)
    comparison = date_differs.compare_dates(ours, theirs, score, like)
    return like, needed, _of_comparison(comparison), (enough, *comparison.steps)


def _before_happenings(one: Row, other: Row) -> Iterator[Step]:
    ours, theirs = one.claim, other.claim
    if ours.place and theirs.place and same_name(ours.place, theirs.place) == "different":
        yield _step("other-place", f"One is in {ours.place}, the other in {theirs.place}.")
    if same_roles(ours.roles, theirs.roles)[0] == "different":
        yield _step("other-actors", "They are about different actors.")


def _events(one: Row, other: Row, like: Likeness, story: float, archive: Archive) -> Answer:
    needed = event_denied.ENOUGH
    if one.measure != other.measure:
        told = f"One tells of {one.measure}, the other of {other.measure}."
        return like, needed, "set-aside", (_step("other-happening", told),)
    if one.polarity == other.polarity:
        told = "Neither denies what the other says."
        return like, needed, "set-aside", (_step("not-denied", told),)
    before = next(_before_happenings(one, other), None)
    pair = event_denied.judge(one, other, archive.related)
    if pair is not None and before is None:
        return like, needed, _of_comparison(pair.comparison), (_enough(like, needed), *pair.comparison.steps)
    if before is not None or like.score < needed:
        return like, needed, "set-aside", (before or _enough(like, needed),)
    return like, needed, "set-aside", (_enough(like, needed), _step("not-held", "Too little speaks for one happening."))


# Rankings


def _rankings(one: Row, other: Row, like: Likeness, story: float, archive: Archive) -> Answer:
    pair = ranking_differs.judge(one, other, archive.related)
    if pair is not None:
        return like, 0.0, _of_comparison(pair.comparison), pair.comparison.steps
    told = "They rank by other measures, within other things, or so that both can hold."
    return like, 0.0, "set-aside", (_step("other-ranking", told),)


def _figure(claim: Claim) -> Claim | None:
    return claim if claim.kind in quantity_differs.FIGURES and claim.quantity is not None else None


def _ranking(claim: Claim) -> Claim | None:
    return claim if claim.comparison is not None else None


def _day(claim: Claim) -> Claim | None:
    told = claim.happening
    return told if told is not None and told.event is not None and told.event.date is not None else None


def _happening(claim: Claim) -> Claim | None:
    return claim.happening


WEIGHERS: tuple[tuple[Callable[[Claim], Claim | None], Weigher], ...] = (
    (_figure, _figures),
    (_ranking, _rankings),
    (_day, _dates),
    (_happening, _events),
)
"""The sides of a claim that are compared, each with what compares two of it."""
