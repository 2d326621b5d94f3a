"""Times of two documents that are told alike: when the same sentence gives another day, year or time of day."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from factcheck.contexts.places import sentence_at
from factcheck.measuring.which import apart, which
from factcheck.records.timespan import day_number
from factcheck.statements.drawn import Statement
from factcheck.statements.stated import Told, is_beside, may_name_one
from factcheck.statements.telling import Rarity, Weights
from factcheck.statements.told_clocks import clock_points, other_clocks

ENOUGH = 1.75
"""How much rare words must tell for two sentences to be about one thing, each from 0 to 1."""
RARE, LEAST_RARE = 0.5, 2
"""From here on a word is rare; so many must be shared, or one beside the same happening."""
REACH = {"minute": 15, "hour": 15, "day": 15, "week": 31, "month": 93, "year": 400}
"""How many days may lie between two times, by the coarser of them, for them to be meant for one."""
FARTHEST = max(REACH.values())
MOST = 60
"""Days with a time of day of a document that are held against those of another."""

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
    if one.clock and other.clock and one.span and other.span:
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
    if _UNREAL.search(ours) or _UNREAL.search(theirs) or stages(ours) != stages(theirs):
        return 0.0
    return 0.0 if told_of_others(one, other) else points


def told_of_others(one: Statement, other: Statement) -> bool:
    """Whether the sentences of two statements say themselves that they are not of one thing."""
    return bool(apart(*(which(*_around(item)) for item in (one, other))))


def _around(item: Statement) -> tuple[str, str]:
    """The words of a statement's sentence before it and after it."""
    text, sentence = item.study.document.text, sentence_at(item.study.document, item.mention.start)
    start, end = (sentence.start, sentence.end) if sentence else (item.mention.start, item.mention.end)
    return text[start : item.mention.start], text[item.mention.end : end]


def told(item: Statement) -> str:
    """The sentence that a statement stands in."""
    sentence = sentence_at(item.study.document, item.mention.start)
    return item.study.document.text[sentence.start : sentence.end] if sentence else ""


def stages(text: str) -> frozenset[str]:
    """Words that tell one of several: "first", "final"."""
    return frozenset(map(str.casefold, _STAGES.findall(text)))


def other_times(ours: Told, theirs: Told, weights: Weights) -> Iterator[tuple[Statement, Statement]]:
    """Times of two documents that lie near each other and are not the same, in sentences that may be of one thing."""
    if may_name_one(ours, theirs):
        able = _able(ours.once(_Days), theirs.names), _able(theirs.once(_Days), ours.names)
        yield from _of_like_words(ours.once(_Days), theirs.once(_Days), able, weights)
    for pair in product(ours.once(_Days).timed[:MOST], theirs.once(_Days).timed[:MOST]):
        one, other = sorted(pair)
        if _is_other_day(one, other):
            yield one.item, other.item
    yield from other_clocks(ours.once(_stated_times), theirs.once(_stated_times))


class _Day(NamedTuple):
    """A time without a time of day: when it begins, where it stands, its number among those of its document; its day
    as a number, how far off another may be, from when until when it lasts, and the statement."""

    begins: str
    place: tuple[str, int]
    number: int
    day: int
    reach: int
    first: str
    last: str
    item: Statement


class _Days:
    """The times of a document without a time of day of their own, by the words of their sentences; and those that have
    one beside their day."""

    def __init__(self, told: Told) -> None:
        stated = [(item, item.span) for item in told.once(_stated_times) if item.span and not item.span.clock]
        self.days = [
            _Day(
                *(item.begins, item.place, number, _number(item.begins), REACH.get(span.granularity, -FARTHEST)),
                *((span.start or "", span.end or "~") if span.is_resolved else ("", "~")),
                item,
            )
            for number, (item, span) in enumerate(stated)
        ]
        self.timed = [day for day in self.days if day.item.clock]
        self.by_word: dict[str, list[int]] = defaultdict(list)
        for day in self.days:
            for word in day.item.words | day.item.names:
                self.by_word[word].append(day.number)


def _able(days: _Days, names: frozenset[str]) -> frozenset[int]:
    """The times, by their numbers, of which a sentence that names some of these may speak."""
    return frozenset(day.number for day in days.days if "" in names or is_beside(day.item, names))


def _of_like_words(
    ours: _Days, theirs: _Days, able: tuple[frozenset[int], frozenset[int]], weights: Weights
) -> Iterator[tuple[Statement, Statement]]:
    """Times whose sentences share so many rare words as it takes at least, whatever happens in them."""
    mine, yours = able
    shared = Counter[tuple[int, int]]()
    for word in weights.above(RARE, ours.by_word.keys() & theirs.by_word.keys()):
        ones, others = filter(mine.__contains__, ours.by_word[word]), filter(yours.__contains__, theirs.by_word[word])
        shared.update(product(ones, others))
    for (first, second), words in shared.items():
        if words >= LEAST_RARE:
            one, other = sorted((ours.days[first], theirs.days[second]))
            if (_is_other_day(one, other) or _is_swapped(one, other)) and not (one.item.clock and other.item.clock):
                yield one.item, other.item


def _is_other_day(one: _Day, other: _Day) -> bool:
    """Whether two times, the earlier first, exclude each other and lie so near each other that they may be of one
    thing."""
    reach, further = one.reach, other.reach
    if reach < 0 or further < 0 or reach < other.day - one.day > further:
        return False
    apart = (other.last <= one.first or one.last <= other.first) and one[5:7] != other[5:7]
    return apart and (reach == REACH["year"]) == (further == REACH["year"])


def _is_swapped(one: _Day, other: _Day) -> bool:
    """Whether they are years that a slip of the pen may have made of one (1482 and 1428)."""
    return (
        one.reach == other.reach == REACH["year"]
        and sorted(one.begins[:4]) == sorted(other.begins[:4])
        and one.item.key != other.item.key
    )


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
    own = item.study.date or ""
    return not (span.granularity == "day" and (span.start or "")[:10] == own[:10])


def _number(moment: str | None) -> int:
    return day_number((moment or "0001-01-01")[:10])
