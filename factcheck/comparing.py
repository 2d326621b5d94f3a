"""Compares two claims of one fact group: do they agree, differ, or can it not be said, and why.

Comparability comes first: measure, roles, place, what is counted, the period. Only then values are
compared, as the intervals that modifier, precision and rounding mean (as statcheck does).
"""

import re
from dataclasses import dataclass
from typing import Literal

from factcheck.changing import (
    come_and_go,
    grow,
    is_lasting,
    is_long_before,
    is_provisional,
    lasts,
    later_and_higher,
    moves_daily,
    runs_on,
    varies,
)
from factcheck.identity import measure_terms, other_actors, other_attribute, same_measure, same_name, same_roles
from factcheck.language.trends import OTHER_BASIS
from factcheck.likeness import Likeness
from factcheck.measuring import in_words
from factcheck.outcomes import OUTCOMES, is_planned, stages_in
from factcheck.records.base import unchecked
from factcheck.records.claim import Claim
from factcheck.records.finding import Step, Verdict
from factcheck.records.quantity import Quantity, bounds, form_of, in_percent
from factcheck.records.timespan import in_words as period_in_words
from factcheck.records.timespan import is_period, relate, shared_part
from factcheck.rows import Row
from factcheck.scoping import Extent, extent_of
from factcheck.valuing import (
    FAR,
    FAR_LENGTHS,
    are_rounded,
    are_slips,
    beyond_likeness,
    convertible_quantities,
    exceeds,
    far_apart,
    in_unit,
    interval,
    is_vague,
    other_limits,
)

Result = Literal["agrees", "differs", "undetermined"]
Window = Literal["equal", "compatible", "unknown", "near", "inside", "contains", "overlaps", "disjoint"]

NEAR = 0.75
"""Part of two windows' union that they must share for their figures to be set side by side."""

SURE = 4.0
"""Points of likeness from which two claims are taken to be about one event."""

UNNAMED = frozenset({"money", "share"})
"""Measures that are only a kind of figure."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing two claims; `verdict` is null where they agree or nothing can be said."""

    result: Result
    verdict: Verdict | None
    steps: tuple[Step, ...]

    @property
    def code(self) -> str:
        """The reason code that decided."""
        return self.steps[-1].code


def may_compare(one: Row, other: Row) -> bool:
    """A quick look that spares the long one: whatever it refuses, `compare` leaves undetermined."""
    if (one.dimension, one.form, one.per, one.scope, one.polarity) != (
        other.dimension, other.form, other.per, other.scope, other.polarity
    ):  # fmt: skip
        return False
    if _lie_apart(one, other) and not (is_lasting(one) and is_lasting(other)):
        return False
    return one.dimension != "count" or same_measure(one.measure, other.measure) != "different"


def tell_apart(one: Row, other: Row) -> bool:
    """The same for what takes a little longer: whether their places or actors tell two figures apart."""
    if one.where and other.where and same_name(one.where, other.where) == "different":
        return True
    return other_actors(one.slots, other.slots)


def _lie_apart(one: Row, other: Row) -> bool:
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return False
    return (one.first, one.last) != (other.first, other.last) and (one.last <= other.first or other.last <= one.first)


def compare(one: Claim, other: Claim, like: Likeness) -> Comparison:
    """Two quantity claims compared; symmetric in all but the order of words in its steps."""
    one, other = _in_percent(one), _in_percent(other)
    steps: list[Step] = []
    for test in (_kinds_of_figure, _measure, _roles, _places, _parts, _stages, _bases):
        step, separate = test(one, other)
        if step:
            steps.append(step)
        if separate:
            return Comparison("undetermined", None, tuple(steps))
    step = _extents(one, other, like)
    if step:
        return Comparison("undetermined", None, (*steps, step))
    window, step = compare_windows(one, other)
    if window != "equal" and _lasts(one) and _lasts(other):
        window, step = "unknown", _step("lasting", "It does not change with time.")
    steps.append(step)
    if window in ("disjoint", "inside", "contains", "overlaps"):
        return _unequal_windows(one, other, window, steps)
    steps.append(_shared(like))
    return _values(one, other, window, steps, like)


def _lasts(claim: Claim) -> bool:
    figure = claim.quantity
    return figure is not None and lasts(figure.dimension, figure.form, claim.measure)


def _in_percent(claim: Claim) -> Claim:
    quantity = claim.quantity and in_percent(claim.quantity)
    return claim if quantity is claim.quantity else claim.but(quantity=quantity)


def _shared(like: Likeness) -> Step:
    shared = [*like.names, *like.words]
    told = f"Both speak of {', '.join(shared)}." if shared else "Both are told in the same setting."
    return _step("shared-words", told)


_made = unchecked(Step)


def _step(code: str, text: str) -> Step:
    return _made(code=code, text=text)


Tested = tuple[Step | None, bool]
"""A step to tell, and whether the two claims are about different things."""


def _measure(one: Claim, other: Claim) -> Tested:
    sameness = same_measure(one.measure, other.measure)
    told = f"One is about {in_words(one.measure)}, the other about {in_words(other.measure)}."
    counted = one.quantity is not None and one.quantity.dimension == "count"
    if sameness == "different" and (counted or other_attribute(one.measure, other.measure)):
        return _step("other-measure", told), True
    if measure_terms(one.measure) & PERSONAL and not (_of_many(one, other) or same_roles(one.roles, other.roles)[1]):
        return _step("other-holder", "They are not said of the same person or thing."), True
    if sameness == "same":
        return _step("same-measure", f"Both are about {in_words(one.measure)}."), False
    return _step("alike-measure", told), False


PERSONAL = frozenset({"age"})
"""What everybody and everything has, so that it says nothing unless the holder is the same."""


_OF_MANY = re.compile(r"\b(?:median|mean|average) age\b|\bage averaged\b")


def _of_many(*claims: Claim) -> bool:
    """Whether all give the age of a group, which has one: "the median age was 68"."""
    return all(_OF_MANY.search(claim.wording) for claim in claims)


def _roles(one: Claim, other: Claim) -> Tested:
    sameness, certain = same_roles(one.roles, other.roles)
    if sameness == "different":
        return _step("other-actors", "They are about different actors."), True
    if certain:
        return _step("same-actors", "They name the same actors."), False
    return None, False


def _places(one: Claim, other: Claim) -> Tested:
    if one.place and other.place and same_name(one.place, other.place) == "different":
        return _step("other-place", f"One is about {one.place}, the other about {other.place}."), True
    return None, False


def _kinds_of_figure(one: Claim, other: Claim) -> Tested:
    ours, theirs = one.quantity, other.quantity
    if ours is None or theirs is None:
        return _step("no-figure", "One of them gives no figure."), True
    if form_of(ours) != form_of(theirs):
        return _step("other-form", "One gives a level, the other a change of it."), True
    if (one.per or ours.per) != (other.per or theirs.per):
        return _step("rate-and-total", "One is a rate, the other a total."), True
    if ours.dimension == "age":
        return _step("ages", "Ages are held against dates of birth, not against each other."), True
    if not convertible_quantities(ours, theirs):
        return _step("other-unit", "Their units cannot be converted into each other."), True
    return None, False


def _parts(one: Claim, other: Claim) -> Tested:
    if one.scope != other.scope:
        return _step("part-of-whole", "One is a part of, or an addition to, what the other counts."), True
    if not are_slips(one.quantity, other.quantity) and (_is_plan_of(one, other) or _is_plan_of(other, one)):
        return _step("other-status", f"One is {one.status}, the other {other.status}."), True
    if one.polarity != other.polarity:
        return _step("denied", "One affirms what the other denies."), True
    return None, False


def _extents(one: Claim, other: Claim, like: Likeness) -> Step | None:
    """Whether one counts all, and the other only those of them of whom something is told."""
    kinds = {_extent(one), _extent(other)}
    terms = measure_terms(one.measure) | measure_terms(other.measure)
    if kinds <= {"plain", "all"} or kinds <= {"base", "all"} or not OUTCOMES.isdisjoint(terms):
        return None
    if kinds <= {"some", "plain"} and (set(like.words) - terms or like.figures):
        return None
    return _step("all-and-some", "One counts all of them, the other those of whom something is told.")


def _extent(claim: Claim) -> Extent:
    counted = claim.quantity is not None and claim.quantity.dimension == "count"
    return extent_of(claim.wording, claim.quantity.as_written) if claim.quantity and counted else "plain"


def _is_plan_of(one: Claim, other: Claim) -> bool:
    """Whether one tells a plan, or an order, of which the other tells the outcome; the price of a deal that is agreed
    is that of the deal."""
    open_yet = _PLANNED if one.quantity is not None and one.quantity.dimension == "money" else _PLANNED | _BOUND
    return one.status in open_yet and other.status in _OUTCOME


_PLANNED, _BOUND, _OUTCOME = (
    frozenset({"planned"}),
    frozenset({"agreed", "ordered", "signed"}),
    frozenset({"done", "delivered", "cancelled", "refused"}),
)


def _stages(one: Claim, other: Claim) -> Tested:
    """Whether one sentence speaks of a stage ("in the first round") that the other does not speak of."""
    ours, theirs = (stages_in(_own_part(claim)) for claim in (one, other))
    if ours != theirs:
        told = " and ".join(sorted(ours ^ theirs))
        return _step("other-stage", f"Only one of them speaks of the {told}."), True
    return None, False


def _own_part(claim: Claim) -> str:
    """The words of a claim up to what is told on: "damages of €2.3m, | which were paid in the second quarter"."""
    text, written = claim.wording, claim.quantity.as_written if claim.quantity else ""
    told_on = _TOLD_ON.search(text, max(text.find(written), 0))
    return text[: told_on.start()] if told_on else text


_TOLD_ON = re.compile(r", (?:which|who|where)\b")


def _bases(one: Claim, other: Claim) -> Tested:
    """Whether only one counts on another basis ("like for like"), or tells a plan of what the other tells as done."""
    ours, theirs = (bool(OTHER_BASIS.search(claim.sentence)) for claim in (one, other))
    changed = one.quantity is not None and one.quantity.form == "change"
    if changed and ours != theirs:
        return _step("other-basis", "Only one of them says on which basis it counts."), True
    ours, theirs = (is_planned(claim.wording) for claim in (one, other))
    done = (other if ours else one).status == "done"
    if ours != theirs and done:
        return _step("other-status", "One is planned, the other done."), True
    return None, False


# Windows


def compare_windows(one: Claim, other: Claim) -> tuple[Window, Step]:
    """How the periods of two claims lie to each other."""
    ours, theirs = one.timespan, other.timespan
    if ours is None or theirs is None or not ours.is_resolved or not theirs.is_resolved:
        if is_long_before(one, other) or is_long_before(other, one):
            return "disjoint", _step("long-before", "One tells of an earlier happening than the other.")
        return "unknown", _step("no-window", "At least one of them names no period.")
    said = " and ".join(dict.fromkeys((period_in_words(ours), period_in_words(theirs))))
    relation = relate(ours, theirs)
    if relation == "equal":
        return "equal", _step("same-window", f"They cover the same time ({said}).")
    if relation == "disjoint":
        return "disjoint", _step("other-window", f"They cover different times ({said}).")
    if not is_period(ours) and not is_period(theirs):
        return "compatible", _step("compatible-window", f"One time lies within the other ({said}).")
    if shared_part(ours, theirs) >= NEAR:
        return "near", _step("near-window", f"Their periods overlap but are not the same ({said}).")
    place: Window = "overlaps" if relation == "overlaps" else "inside" if relation == "inside" else "contains"
    return place, _step("nested-window", f"One period holds only a part of the other ({said}).")


def _unequal_windows(one: Claim, other: Claim, window: Window, steps: list[Step]) -> Comparison:
    if window in ("inside", "contains") and grow(one, other) and one.quantity and other.quantity:
        part, whole = (one, other) if window == "inside" else (other, one)
        begun = whole.timespan is not None and whole.timespan.start is not None
        if begun and exceeds(part.quantity, whole.quantity):
            steps.append(_step("part-exceeds-whole", "The shorter period has the higher figure."))
            return Comparison("differs", "possible-conflict", tuple(steps))
    return Comparison("undetermined", None, tuple(steps))


def _values(one: Claim, other: Claim, window: Window, steps: list[Step], like: Likeness) -> Comparison:
    ours, theirs = one.quantity, other.quantity
    assert ours is not None and theirs is not None
    if window != "equal" and one.as_of != other.as_of and moves_daily(one, other):
        return Comparison("undetermined", None, (*steps, _step("other-day", "They are of different days.")))
    if {ours.trend or ours.modifier, theirs.trend or theirs.modifier} == {"up", "down"}:
        return Comparison("differs", "conflict", (*steps, _step("other-direction", "One says up, the other down.")))
    converted = in_unit(theirs, ours.unit)
    if converted is not theirs:
        steps.append(_step("converted", f"{theirs.as_written} is {converted.low:g} {ours.unit}."))
    if (interval(ours).meets(interval(converted)) or are_rounded(ours, theirs)) and not other_limits(ours, converted):
        return _agreement(one, other, window, steps, rounded=not bounds(ours).meets(bounds(converted)))
    if is_vague(ours) or is_vague(theirs):
        return Comparison("undetermined", None, (*steps, _step("vague", "One of the figures is too vague.")))
    surely = like.score >= SURE and same_measure(one.measure, other.measure) == "same" and one.measure not in UNNAMED
    surely = surely or (like.score >= SURE and are_slips(ours, theirs))
    if beyond_likeness(ours, converted) or (not surely and far_apart(ours, converted, _far(ours))):
        return Comparison(
            "undetermined", None, (*steps, _step("far-apart", "The figures lie too far apart to be one."))
        )
    verdict, step = _difference(one, other, window, like)
    return Comparison("differs" if verdict else "undetermined", verdict, (*steps, step))


def _far(quantity: Quantity) -> float:
    """How far two figures may lie apart to be of one thing, as a ratio; lengths of time that are said of one thing lie
    further apart ("nine minutes", "19 minutes")."""
    return FAR_LENGTHS if quantity.dimension == "time" else FAR


def _agreement(one: Claim, other: Claim, window: Window, steps: list[Step], *, rounded: bool) -> Comparison:
    if rounded:
        steps.append(_step("rounding", "Rounding explains the difference."))
    later = _outgrown(one, other, window)
    if later is not None:
        return Comparison("differs", "later-figure", (*steps, later))
    if one.quantity and other.quantity and (is_vague(one.quantity) or is_vague(other.quantity)):
        steps.append(_step("vague-holds", "The vaguer figure holds the other."))
        return Comparison("undetermined", None, tuple(steps))
    if window == "near":
        return Comparison("undetermined", None, tuple(steps))
    steps.append(_step("same-value", "The figures agree."))
    return Comparison("agrees", None, tuple(steps))


def _difference(one: Claim, other: Claim, window: Window, like: Likeness) -> tuple[Verdict | None, Step]:
    if window == "near":
        return "different-basis", _step("other-basis", "The periods differ, so the figures need not be equal.")
    if grow(one, other) and one.as_of and other.as_of and one.as_of != other.as_of and window != "equal":
        return _grown(*sorted((one, other), key=lambda claim: claim.as_of or ""))
    if one.as_of and other.as_of and one.as_of != other.as_of and window != "equal" and varies(one, other):
        return "later-figure", _step("varied", f"The counts are of {one.as_of} and {other.as_of}.")
    if (runs_on(one) or runs_on(other)) and later_and_higher(one, other):
        return _grown(*sorted((one, other), key=lambda claim: claim.as_of or ""))
    if is_provisional(one, other):
        return _grown(*sorted((one, other), key=lambda claim: claim.as_of or ""))
    if window != "equal" and come_and_go(one, other):
        return None, _step("come-and-go", "They are counts of different days of what comes and goes.")
    uncertain = _uncertain(one, other, window, like)
    if uncertain:
        return "possible-conflict", _step("differs-unless", f"The figures differ, unless {uncertain}.")
    return "conflict", _step("differs", "The figures cannot both be true.")


def _outgrown(one: Claim, other: Claim, window: Window) -> Step | None:
    """Whether "at least seven" was overtaken by a later and higher count, which it does not contradict."""
    if not grow(one, other) or not one.as_of or not other.as_of or window == "equal":
        return None
    if one.as_of == other.as_of:
        return _outgrown_that_day(one, other)
    earlier, later = sorted((one, other), key=lambda claim: claim.as_of or "")
    if earlier.quantity is None or later.quantity is None or earlier.quantity.modifier != ">":
        return None
    if is_vague(earlier.quantity) or later.quantity.low <= earlier.quantity.low:
        return None
    return _grown(earlier, later)[1]


def _outgrown_that_day(one: Claim, other: Claim) -> Step | None:
    """The same for two counts of one day: the lower is the earlier one."""
    lower, higher = sorted((one, other), key=lambda claim: claim.quantity.low if claim.quantity else 0.0)
    if lower.quantity is None or higher.quantity is None or one.source == other.source:
        return None
    if lower.quantity.modifier != ">" or is_vague(lower.quantity) or higher.quantity.low <= lower.quantity.low:
        return None
    return _step("grown", f"Both counts are of {one.as_of}; the lower one was given as the least.")


def _grown(earlier: Claim, later: Claim) -> tuple[Verdict | None, Step]:
    assert earlier.quantity is not None and later.quantity is not None
    if exceeds(earlier.quantity, later.quantity):
        return "possible-conflict", _step("shrunk", "The later count is lower, though such a count only grows.")
    return "later-figure", _step(
        "grown", f"The count of {later.as_of} is later and higher than that of {earlier.as_of}."
    )


def _uncertain(one: Claim, other: Claim, window: Window, like: Likeness) -> str | None:
    """What might reconcile two figures, in words; null where nothing in the texts does."""
    if same_measure(one.measure, other.measure) != "same":
        return "they count different things"
    if window == "unknown" and (one.timespan or other.timespan):
        return "they cover different times"
    hedged = {"alleged", "possible", "expected"}
    if one.modality in hedged or other.modality in hedged:
        return "the hedged one is only an estimate"
    if like.score < SURE:
        return "they are about different events"
    return None
