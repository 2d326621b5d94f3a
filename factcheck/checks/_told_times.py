"""Times of two documents that are told alike: when the same sentence gives another day, year or time of day."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from factcheck.checks._places import sentence_at
from factcheck.checks._stated import Rarity, Told, Weights
from factcheck.checks._statements import Statement
from factcheck.checks._told_clocks import clock_points, other_clocks
from factcheck.records.timespan import day_number, relate

ENOUGH = 1.75
"""How much rare words must tell for two sentences to be about one thing, each from 0 to 1."""
RARE, LEAST_RARE = 0.5, 2
"""From here on a word is rare; so many must be shared, or one beside the same happening."""
REACH = {"minute": 15, "hour": 15, "day": 15, "week": 31, "month": 93, "year": 400}
"""How many days may lie between two times, by the coarser of them, for them to be meant for one."""
FARTHEST = max(REACH.values())
MOST_NEIGHBOURS = 60

_STAGES = re.compile(
    r"\b(?:first|second|third|fourth|fifth|final|last|next|previous|another|1st|2nd|3rd|semi-final|run-?off|"
    r"replay|rerun)\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|plans?|planned|expected|due|scheduled|not|never|no|nor|without|"
    r"if|unless|until|anniversary|deadline)\b",
    re.IGNORECASE,
)
"""Words by which a sentence does not simply tell what happened and when."""


def time_points(one: Statement, other: Statement, rarity: Rarity) -> float:
    """How much the sentences of two times share; 0 if too little, or where names, happenings or stages differ."""
    if one.span and other.span and one.span.time_of_day and other.span.time_of_day:
        found = clock_points(one, other)
        if found or one.span.clock or other.span.clock:
            return found
    if one.names and other.names and one.names.isdisjoint(other.names):
        return 0.0
    alike = not one.concepts.isdisjoint(other.concepts)
    if one.concepts and other.concepts and not alike:
        return 0.0
    shared = (one.words & other.words) | (one.names & other.names)
    weights = [weight for weight in rarity.weights(sorted(shared), one.source, other.source) if weight > RARE]
    points = sum(weights) + alike * RARE
    if len(weights) < LEAST_RARE - alike or points < ENOUGH:
        return 0.0
    ours, theirs = told(one), told(other)
    return 0.0 if _UNREAL.search(ours) or _UNREAL.search(theirs) or stages(ours) != stages(theirs) else points


def told(item: Statement) -> str:
    """The sentence that a statement stands in."""
    sentence = sentence_at(item.study.document, item.mention.start)
    return item.study.document.text[sentence.start : sentence.end] if sentence else ""


def stages(text: str) -> frozenset[str]:
    """Words that tell one of several: "first", "final"."""
    return frozenset(map(str.casefold, _STAGES.findall(text)))


def other_times(ours: Told, theirs: Told, _: Weights) -> Iterator[tuple[Statement, Statement]]:
    """Times of two documents that lie near each other and are not the same."""
    ones, others = _stated_times(ours), _stated_times(theirs)
    yield from _other_days([one for one in ones if not _clock(one)], [one for one in others if not _clock(one)])
    yield from other_clocks(ones, others)


def _other_days(ones: Sequence[Statement], others: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    days = sorted([*ones, *others], key=lambda item: (item.begins, item.place))
    starts = [_number(item.begins) for item in days]
    reaches = [REACH.get(item.span.granularity, -FARTHEST) if item.span else 0 for item in days]
    for number, one in enumerate(days):
        begin, reach = starts[number], reaches[number]
        for place in range(number + 1, min(bisect_right(starts, begin + FARTHEST), number + 1 + MOST_NEIGHBOURS)):
            other, further = days[place], reaches[place]
            if other.source == one.source or min(reach, further) < 0 or starts[place] - begin > max(reach, further):
                continue
            if (reach == REACH["year"]) != (further == REACH["year"]) or one.span is None or other.span is None:
                continue
            if relate(one.span, other.span) == "disjoint":
                yield one, other
    yield from _swapped(days)


def _swapped(days: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Years of two documents that a slip of the pen may have made of one (1482 and 1428)."""
    by_digits: dict[str, list[Statement]] = defaultdict(list)
    for item in days:
        if item.span and item.span.granularity == "year":
            by_digits["".join(sorted(item.begins[:4]))].append(item)
    for items in by_digits.values():
        for number, one in enumerate(items):
            for other in items[number + 1 : number + 1 + MOST_NEIGHBOURS]:
                if other.source != one.source and one.key != other.key:
                    yield one, other


def _clock(item: Statement) -> str:
    return (item.span.clock or "") if item.span else ""


@lru_cache(maxsize=64)
def _stated_times(told: Told) -> list[Statement]:
    return [item for item in told.times if _is_stated(item)]


def _is_stated(item: Statement) -> bool:
    """Whether a time is given by its figures, is not the day of its document, and, without a time of day, is the only
    one of its sentence."""
    span = item.span
    if (
        span is None
        or (len(item.spans) > 1 and not span.time_of_day)
        or not (span.time_of_day or any(map(str.isdigit, item.written)))
    ):
        return False
    own = item.study.source.issued or item.study.document.date or ""
    return not (span.granularity == "day" and (span.start or "")[:10] == own[:10])


def _number(moment: str | None) -> int:
    return day_number((moment or "0001-01-01")[:10])
