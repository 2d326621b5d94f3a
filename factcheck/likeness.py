"""How much speaks for two claims being about one fact: what their sentences share, weighed and told.

Texts on one subject name it in different words, so no single slot decides. Weights are ours, in points:
what is said of few things (a name) counts more than what is said of many (a country, a common word).
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from factcheck.identity import Sameness, may_count_one, measure_terms, name_key, same_measure
from factcheck.records.claim import Claim
from factcheck.rows import Row, named
from factcheck.stories import MOST_TELLING, STORY, Relatedness
from factcheck.wording import PRICES

MEASURE: dict[Sameness, float] = {"same": 2.0, "maybe": 1.0, "different": 0.0}
NAME, MOST_NAMES = 1.0, 2.0
COUNTRY, MOST_COUNTRIES = 0.3, 0.6
SETTING, MOST_SETTING = 0.5, 1.0
SLIP = 1.0
"""For two figures that a slip of the pen may have made of one (162 and 126)."""
PHYSICAL = 1.0
"""For figures in one physical unit, of which a text holds few."""
WORD, MOST_WORDS = 0.4, 2.0
TIME = 1.0
FIGURE = 1.0

_PEOPLE = frozenset({"people"})

COMMON = frozenset({"count", "money", "share", "time"})
"""Dimensions of which every text holds many figures."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The points, and the names and words that both sentences hold."""

    score: float
    names: tuple[str, ...]
    words: tuple[str, ...]
    figures: tuple[float, ...]
    same_time: bool


def points(one: Row, other: Row, story: float = 0.0) -> float:
    """How much two claims share, in points, on top of what their documents do; the same whichever comes first."""
    return shares(one, other).points(story)


class Shares(NamedTuple):
    """What two claims share, in points: by what they say, by a slip of the pen, by their time."""

    said: float
    slip: bool
    same_time: bool
    has_words: bool

    def points(self, story: float = 0.0) -> float:
        """All of it, on top of what their documents share."""
        return self.said + (story + SLIP * self.slip) + TIME * self.same_time

    def at_most(self, story: float = STORY) -> float:
        """The most points that the two claims can have, however rare the words are that they share."""
        return self.points(story) + (MOST_TELLING if self.has_words else 0.0)


def shares(one: Row, other: Row) -> Shares:
    """What two claims share, without a look at their documents."""
    words = one.words & other.words
    score = _measure_points(one.measure, other.measure, one.dimension == "money")
    score += min(NAME * len(shared_names(one, other)), MOST_NAMES)
    score += min(COUNTRY * len(one.countries & other.countries), MOST_COUNTRIES)
    score += min(SETTING * len(one.around & other.around), MOST_SETTING)
    score += PHYSICAL * is_physical(one, other)
    score += min(WORD * len(words), MOST_WORDS)
    score += min(FIGURE * len(_other_figures(one, other)), FIGURE)
    return Shares(score, is_slip(one, other), _same_time(one, other), bool(words))


def likeness(
    one: Row, other: Row, story: float = 0.0, related: Relatedness | None = None, known: Shares | None = None
) -> Likeness:
    """The points, and what they are given for; rare words tell where `related` knows which are rare."""
    words, known = one.words & other.words, known or shares(one, other)
    told = related.telling(words, one.source, other.source) if related else 0.0
    names = shared_names(one, other)
    return Likeness(
        known.points(story) + told,
        _as_written(sorted(names), one.claim, other.claim) if names else (),
        tuple(sorted(words)),
        _other_figures(one, other),
        known.same_time,
    )


def _as_written(keys: Iterable[str], one: Claim, other: Claim) -> tuple[str, ...]:
    """The names as the texts write them."""
    written = {name_key(name): name for claim in (other, one) for name in named(claim)}
    return tuple(written.get(key, key) for key in keys)


def is_slip(one: Row, other: Row) -> bool:
    """Whether a slip of the pen makes one figure of the other; of counts of two digits that is not said."""
    told = len(one.digits) > 2 or one.dimension != "count"
    return told and one.unit == other.unit and slipped(one.digits, other.digits)


def slipped(one: str, other: str) -> bool:
    """Whether a slip of the pen makes some digits of others: two of them swapped, or one of three or more mistyped."""
    if len(one) != len(other) or len(one) < 2 or OSA.distance(one, other) != 1:
        return False
    return len(one) > 2 or sorted(one) == sorted(other)


@lru_cache(maxsize=16384)
def _measure_points(one: str, other: str, money: bool) -> float:
    """What the measures speak for one fact; people as such, and sums without a noun, say little."""
    if one in COMMON and other in COMMON:
        return -MEASURE["maybe"]
    if one in COMMON or other in COMMON:
        return MEASURE["maybe"]
    ours, theirs = measure_terms(one), measure_terms(other)
    if ours == theirs == _PEOPLE:
        return MEASURE["maybe"]
    sameness = same_measure(one, other)
    if sameness == "different" and money:
        return MEASURE["maybe"] if ours & PRICES and theirs & PRICES else 0.0
    if sameness == "different" and may_count_one(one, other):
        return MEASURE["maybe"]
    return MEASURE[sameness]


def is_physical(one: Row, other: Row) -> bool:
    """Whether both give a length, a mass or the like: no count, sum, share or time."""
    return one.dimension == other.dimension != "" and one.dimension not in COMMON


def _other_figures(one: Row, other: Row) -> tuple[float, ...]:
    """The numbers, years apart, that both sentences hold beside those that are compared."""
    shared = one.figures & other.figures
    if not shared:
        return ()
    own = (one.low, other.low)
    return tuple(sorted(figure for figure in shared if figure not in own and not 1900 <= figure <= 2100))


def shared_names(one: Row, other: Row) -> AbstractSet[str]:
    """Names that both hold, also where one is a part of the other ("lind", "ada lind")."""
    if one.parts.isdisjoint(other.parts):
        return one.names & other.names
    shared = set(one.names & other.names)
    for ours in one.names - shared:
        for theirs in other.names - shared:
            if set(ours.split()) <= set(theirs.split()) or set(theirs.split()) <= set(ours.split()):
                shared.add(max(ours, theirs, key=lambda name: (len(name), name)))
    return shared


def _same_time(one: Row, other: Row) -> bool:
    """Whether one period lies within the other."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return False
    if (one.first, one.last) == (other.first, other.last):
        return True
    if one.last <= other.first or other.last <= one.first:
        return False
    inside = other.first <= one.first and one.last <= other.last
    return inside or (one.first <= other.first and other.last <= one.last)
