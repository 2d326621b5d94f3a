"""Compares two claims of one fact group: do they agree, differ, or can it not be said, and why.

Comparability comes first: measure, roles, place, what is counted, the period. Only then values are
compared, as the intervals that modifier, precision and rounding mean (as statcheck does).
"""

import re
from dataclasses import dataclass
from typing import Literal

from factcheck.changing import (
    both_run_on,
    come_and_go,
    dated_by_happening,
    day_counted,
    grow,
    in_time,
    is_lasting,
    is_long_before,
    is_provisional,
    is_quoted,
    is_rising,
    is_settled,
    lasts,
    later_and_higher,
    moves_daily,
    runs_on,
    settled,
    varies,
)
from factcheck.comparability import comparable, step
from factcheck.identity import may_count_one, other_actors, same_measure, same_name
from factcheck.likeness import Likeness
from factcheck.records.claim import Claim
from factcheck.records.finding import Step, Verdict
from factcheck.records.quantity import Quantity, bounds, in_percent, telling_digits
from factcheck.records.timespan import in_words as period_in_words
from factcheck.records.timespan import is_period, relate, shared_part
from factcheck.rows import Row
from factcheck.valuing import (
    FAR,
    FAR_LENGTHS,
    are_cut,
    are_rounded,
    are_slips,
    are_swapped,
    beyond_likeness,
    exceeds,
    far_apart,
    in_unit_of,
    interval,
    is_vague,
    other_limits,
)
from factcheck.wording import content

Result = Literal["agrees", "differs", "undetermined"]
Window = Literal["equal", "compatible", "unknown", "near", "inside", "contains", "overlaps", "disjoint"]

NEAR = 0.75
"""Part of two windows' union that they must share for their figures to be set side by side."""

VERY_FAR, IN_LIKE_WORDS = 5.0, 0.8
"""How far apart two counts may lie, as a ratio, to be of one thing, whatever speaks for it; farther only where their
sentences have so many of their words in common."""
SURE = 4.0
"""Points of likeness from which two claims are taken to be about one event."""

UNNAMED = frozenset({"money", "share"})
"""Measures that are only a kind of figure."""


ON_THE_DAY, BY_THE_CLOCK = "same-date", "other-time"
"""How two times agree, and how two differ where it is by the clock: that they were on one day is no answer to that."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What came of comparing two claims; `verdict` is null where they agree or nothing can be said."""

    result: Result
    verdict: Verdict | None
    steps: tuple[Step, ...]

    @property
    def code(self) -> str:
        """The reason code that decided; empty where there is none."""
        return self.steps[-1].code if self.steps else ""


def may_compare(one: Row, other: Row) -> bool:
    """A quick look that spares the long one: whatever it refuses, `compare` leaves undetermined."""
    if (one.dimension, one.form, one.per, one.scope, one.polarity) != (
        other.dimension, other.form, other.per, other.scope, other.polarity
    ):  # fmt: skip
        return False
    if _lie_apart(one, other) and not (is_lasting(one) and is_lasting(other)):
        return False
    return one.dimension != "count" or may_count_one(one.measure, other.measure)


def tell_apart(one: Row, other: Row) -> bool:
    """The same for what takes a little longer: whether their places or actors tell two figures apart."""
    if one.where and other.where and same_name(one.where, other.where) == "different":
        return True
    return other_actors(one.slots, other.slots)


NIGHTS = frozenset({"night", "midnight", "overnight"})
"""Words of a time that may be called by either of two days."""


def _lie_apart(one: Row, other: Row) -> bool:
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return False
    if (one.first, one.last) == (other.first, other.last):
        return False
    if one.last == other.first or other.last == one.first:
        return not (one.words & NIGHTS and other.words & NIGHTS)
    return one.last <= other.first or other.last <= one.first


def compare(one: Claim, other: Claim, like: Likeness) -> Comparison:
    """Two quantity claims compared; symmetric in all but the order of words in its steps."""
    one, other = _in_percent(one), _in_percent(other)
    possible, steps = comparable(one, other, like)
    if not possible:
        return Comparison("undetermined", None, tuple(steps))
    window, told = compare_windows(one, other)
    if window != "equal" and _lasts(one) and _lasts(other):
        window, told = "unknown", step("lasting", "It does not change with time.")
    steps.append(told)
    if window in ("disjoint", "inside", "contains", "overlaps"):
        return _unequal_windows(one, other, window, steps, like)
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
    return step("shared-words", told)


# Windows


def compare_windows(one: Claim, other: Claim) -> tuple[Window, Step]:
    """How the periods of two claims lie to each other."""
    ours, theirs = one.timespan, other.timespan
    if ours is None or theirs is None or not ours.is_resolved or not theirs.is_resolved:
        if is_long_before(one, other) or is_long_before(other, one):
            return "disjoint", step("long-before", "One tells of an earlier happening than the other.")
        return "unknown", step("no-window", "At least one of them names no period.")
    said = " and ".join(dict.fromkeys((period_in_words(ours), period_in_words(theirs))))
    relation = relate(ours, theirs)
    if relation == "equal":
        return "equal", step("same-window", f"They cover the same time ({said}).")
    if relation == "disjoint" and _of_one_night(one, other):
        return "compatible", step("one-night", f"Both are of one night ({said}).")
    if relation == "disjoint":
        return "disjoint", step("other-window", f"They cover different times ({said}).")
    if not is_period(ours) and not is_period(theirs):
        return "compatible", step("compatible-window", f"One time lies within the other ({said}).")
    if shared_part(ours, theirs) >= NEAR:
        return "near", step("near-window", f"Their periods overlap but are not the same ({said}).")
    place: Window = "overlaps" if relation == "overlaps" else "inside" if relation == "inside" else "contains"
    return place, step("nested-window", f"One period holds only a part of the other ({said}).")


_NIGHT = re.compile(r"\b(?:over|mid|to)?night\b", re.IGNORECASE)


def _of_one_night(one: Claim, other: Claim) -> bool:
    """Whether two days next to each other may be those of one night, of which both tell."""
    spans = (one.timespan, other.timespan)
    if not all(span and span.granularity == "day" and span.start and span.end for span in spans):
        return False
    first, second = sorted((span.start or "", span.end or "") for span in spans if span)
    return first[1] == second[0] and all(_NIGHT.search(claim.wording) for claim in (one, other))


def _unequal_windows(one: Claim, other: Claim, window: Window, steps: list[Step], like: Likeness) -> Comparison:
    if window in ("inside", "contains") and grow(one, other) and one.quantity and other.quantity:
        part, whole = (one, other) if window == "inside" else (other, one)
        begun = whole.timespan is not None and whole.timespan.start is not None
        begun = begun and not (whole.timespan and whole.timespan.end is None and later_and_higher(part, whole))
        if begun and exceeds(part.quantity, whole.quantity):
            steps.append(step("part-exceeds-whole", "The shorter period has the higher figure."))
            return Comparison("differs", "possible-conflict", tuple(steps))
    if window in ("inside", "contains", "overlaps") and _is_one_figure(one, other, like):
        steps.append(step("one-figure", "One figure is given for two periods of years."))
        return Comparison("differs", "possible-conflict", tuple(steps))
    return Comparison("undetermined", None, tuple(steps))


def _is_one_figure(one: Claim, other: Claim, like: Likeness) -> bool:
    """Whether both give the same sum, for periods of several years that end or begin in other years."""
    ours, theirs, spans = one.quantity, other.quantity, (one.timespan, other.timespan)
    if ours is None or theirs is None or like.score < SURE or ours.dimension != "money" or ours.form != "value":
        return False
    same = ours.unit == theirs.unit and ours.low == theirs.low == ours.high == theirs.high
    years = all(span is not None and span.granularity == "year" and is_period(span) for span in spans)
    return same and years and ours.modifier == theirs.modifier and len(telling_digits(ours.low)) > 1


def _values(one: Claim, other: Claim, window: Window, steps: list[Step], like: Likeness) -> Comparison:
    ours, theirs = one.quantity, other.quantity
    assert ours is not None and theirs is not None
    if window != "equal" and (is_quoted(one, other) or moves_daily(one, other)):
        return Comparison("undetermined", None, (*steps, step("other-day", "They are of different days.")))
    if {ours.trend or ours.modifier, theirs.trend or theirs.modifier} == {"up", "down"}:
        return Comparison("differs", "conflict", (*steps, step("other-direction", "One says up, the other down.")))
    converted = in_unit_of(theirs, ours)
    if converted.low != theirs.low:
        steps.append(step("converted", f"{theirs.as_written} is {converted.low:g} {ours.unit}."))
    rounded = are_rounded(ours, theirs) or are_cut(ours, converted)
    limits = other_limits(ours, converted) or _are_other_rules(one, other)
    if (interval(ours).meets(interval(converted)) or rounded) and not limits:
        return _agreement(one, other, window, steps, rounded=not bounds(ours).meets(bounds(converted)))
    if is_vague(ours) or is_vague(theirs):
        return Comparison("undetermined", None, (*steps, step("vague", "One of the figures is too vague.")))
    surely = like.score >= SURE and same_measure(one.measure, other.measure) == "same" and one.measure not in UNNAMED
    surely = surely and not (one.source == other.source and (one.timespan is None) != (other.timespan is None))
    surely = surely or (like.score >= SURE and are_slips(ours, theirs))
    very_far = ours.dimension in _SIZES and far_apart(ours, converted, VERY_FAR) and not are_slips(ours, theirs)
    far = very_far and not _are_in_like_words(one, other)
    if far or beyond_likeness(ours, converted) or (not surely and far_apart(ours, converted, _far(ours))):
        return Comparison("undetermined", None, (*steps, step("far-apart", "The figures lie too far apart to be one.")))
    verdict, told = _difference(one, other, window, like)
    return Comparison("differs" if verdict else "undetermined", verdict, (*steps, told))


_RULES = re.compile(
    r"\b(?:must|may not|permit\w*|allow\w*|limit\w*|maximum|forb\w+|prohibit\w*|ban(?:s|ned)?|threshold|"
    r"regulations?)\b",
    re.IGNORECASE,
)


def _are_other_rules(one: Claim, other: Claim) -> bool:
    """Whether one tells above what something is forbidden, the other up to what it is allowed, and not the same."""
    if one.quantity is None or other.quantity is None or one.quantity.low == other.quantity.low:
        return False
    sides = {one.quantity.modifier, other.quantity.modifier}
    return sides == {"<", ">"} and all(_RULES.search(claim.wording) for claim in (one, other))


_SIZES = frozenset({"count", "length"})
"""Dimensions of which figures that lie very far apart are of two things."""


def _are_in_like_words(one: Claim, other: Claim) -> bool:
    ours, theirs = content(one.sentence)[0], content(other.sentence)[0]
    return len(ours & theirs) >= IN_LIKE_WORDS * len(ours | theirs)


def _far(quantity: Quantity) -> float:
    """How far two figures may lie apart to be of one thing, as a ratio; lengths of time that are said of one thing lie
    further apart ("nine minutes", "19 minutes")."""
    return FAR_LENGTHS if quantity.dimension == "time" else FAR


def _agreement(one: Claim, other: Claim, window: Window, steps: list[Step], *, rounded: bool) -> Comparison:
    if rounded:
        steps.append(step("rounding", "Rounding explains the difference."))
    later = _outgrown(one, other, window)
    if later is not None:
        return Comparison("differs", "later-figure", (*steps, later))
    if one.quantity and other.quantity and (is_vague(one.quantity) or is_vague(other.quantity)):
        steps.append(step("vague-holds", "The vaguer figure holds the other."))
        return Comparison("undetermined", None, tuple(steps))
    if window == "near":
        return Comparison("undetermined", None, tuple(steps))
    steps.append(step("same-value", "The figures agree."))
    return Comparison("agrees", None, tuple(steps))


def _difference(one: Claim, other: Claim, window: Window, like: Likeness) -> tuple[Verdict | None, Step]:
    if window == "near":
        return "different-basis", step("other-basis", "The periods differ, so the figures need not be equal.")
    later = one.as_of and other.as_of and one.as_of != other.as_of and window != "equal"
    known = (
        settled(one, other)
        or _of_one_moment(like)
        or (is_settled(one, other) and are_swapped(one.quantity, other.quantity))
    )
    if later and grow(one, other) and not known:
        return _grown(*in_time(one, other))
    rising = window != "equal" and not later and grow(one, other) and is_rising(one, other)
    if rising and not are_slips(one.quantity, other.quantity):
        return "later-figure", step("rising", f"Both counts are of {one.as_of}, and one of them says that it grew.")
    apart = window != "equal" or dated_by_happening(one, other)
    if one.as_of and other.as_of and one.as_of != other.as_of and apart and varies(one, other):
        return "later-figure", step("varied", f"The counts are of {one.as_of} and {other.as_of}.")
    if (runs_on(one) or runs_on(other) or both_run_on(one, other)) and later_and_higher(one, other):
        return _grown(*in_time(one, other))
    if is_provisional(one, other):
        return _grown(*in_time(one, other))
    if window != "equal" and come_and_go(one, other) and not are_swapped(one.quantity, other.quantity):
        return None, step("come-and-go", "They are counts of different days of what comes and goes.")
    uncertain = _uncertain(one, other, window, like)
    if uncertain:
        return "possible-conflict", step("differs-unless", f"The figures differ, unless {uncertain}.")
    return "conflict", step("differs", "The figures cannot both be true.")


def _of_one_moment(like: Likeness) -> bool:
    """Whether both sentences give another number beside, and the same, so that neither is the later."""
    return any(figure >= _NOT_BY_CHANCE for figure in like.figures)


_NOT_BY_CHANCE = 10
"""From where on a number that two sentences give is hardly so by chance."""


def _outgrown(one: Claim, other: Claim, window: Window) -> Step | None:
    """Whether "at least seven" was overtaken by a later and higher count, which it does not contradict."""
    if not grow(one, other) or not one.as_of or not other.as_of or window == "equal":
        return None
    if one.as_of == other.as_of:
        return _outgrown_that_day(one, other)
    earlier, later = in_time(one, other)
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
    return step("grown", f"Both counts are of {one.as_of}; the lower one was given as the least.")


def _grown(earlier: Claim, later: Claim) -> tuple[Verdict | None, Step]:
    assert earlier.quantity is not None and later.quantity is not None
    if exceeds(earlier.quantity, later.quantity):
        return "possible-conflict", step("shrunk", "The later count is lower, though such a count only grows.")
    return "later-figure", step(
        "grown", f"The count of {day_counted(later)} is later and higher than that of {day_counted(earlier)}."
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
