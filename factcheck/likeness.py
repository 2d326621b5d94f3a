"""How much speaks for two claims being about one fact: what their sentences share, weighed and told.

Texts on one subject name it in different words, so no single slot decides. Weights are ours, in points:
what is said of few things (a name) counts more than what is said of many (a country, a common word).
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import OSA

from factcheck.identity import Sameness, measure_terms, name_key, same_measure
from factcheck.records.claim import Claim
from factcheck.rows import Row, named
from factcheck.wording import PRICES

MEASURE: dict[Sameness, float] = {"same": 2.0, "maybe": 1.0, "different": 0.0}
NAME, MOST_NAMES = 1.0, 2.0
COUNTRY, MOST_COUNTRIES = 0.3, 0.6
SETTING, MOST_SETTING = 0.5, 1.0
STORY, SAME_STORY = 0.5, 0.25
"""Points for two documents that tell of one story, fewer the less they are alike."""
MOST_KIN = 32
"""Documents of one story, the likest, that each is taken to have."""
FEW = 100
"""Documents of which each is held against each; of more, those that share a word that no more than these hold."""
SLIP = 1.0
"""For two figures that a slip of the pen may have made of one (162 and 126)."""
PHYSICAL = 1.0
"""For figures in one physical unit, of which a text holds few."""
WORD, MOST_WORDS = 0.4, 2.0
RARE, MOST_TELLING, FEW_SENTENCES = 0.4, 1.5, 10
"""How rare a shared word must be, from 0 to 1, to speak for more than `WORD`, and the most that such words are worth;
what two short documents are taken to hold besides their own sentences, so that no word of theirs is a common one."""
TIME = 1.0
FIGURE = 1.0

_PEOPLE = frozenset({"people"})

COMMON = frozenset({"count", "money", "share", "time"})
"""Dimensions of which every text holds many figures."""

_CAPITALS = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]{3,}")
_LONG = re.compile(r"\b[a-z]{6,}\b")


@dataclass(frozen=True, slots=True)
class Likeness:
    """The points, and the names and words that both sentences hold."""

    score: float
    names: tuple[str, ...]
    words: tuple[str, ...]
    figures: tuple[float, ...]
    same_time: bool


class Relatedness:
    """How much speaks for two documents telling of one story, by their texts alone.

    Measured as the cosine of the sets of their capitalised words and of their longer words, added up. Over the
    articles that the rules were made on, nine in ten pairs on one story have `SAME_STORY` or more, and one in a
    hundred of the others.
    """

    def __init__(self, texts: Mapping[str, str], sentences: Callable[[str], Iterable[AbstractSet[str]]] | None = None):
        self._texts = texts
        self._sentences = sentences
        self._words: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._known: dict[tuple[str, str], float] = {}
        self._counts: dict[str, tuple[int, Counter[str]]] = {}

    def between(self, one: str, other: str) -> float:
        """Points for the story, up to `STORY`; none within one document, where all is of one story."""
        key = (one, other) if one <= other else (other, one)
        if key not in self._known:
            alike = sum(map(_cosine, self._of(one), self._of(other)))
            self._known[key] = 0.0 if one == other else STORY * min(alike / SAME_STORY, 1.0)
        return self._known[key]

    def telling(self, words: AbstractSet[str], one: str, other: str) -> float:
        """Points for shared words that few sentences of two documents hold, so that both speak of one thing."""
        (ours, first), (theirs, second) = self._counted(one), self._counted(other)
        whole = math.log(FEW_SENTENCES + ours + theirs)
        rare = (1 - math.log(max((first[word] + second[word]) / 2, 1)) / whole for word in sorted(words))
        return min(sum(max(weight - RARE, 0.0) for weight in rare), MOST_TELLING)

    def _counted(self, source: str) -> tuple[int, Counter[str]]:
        if source not in self._counts:
            sentences = list(self._sentences(source)) if self._sentences else []
            self._counts[source] = len(sentences), Counter(word for words in sentences for word in words)
        return self._counts[source]

    @cached_property
    def kin(self) -> dict[str, tuple[str, ...]]:
        """For each document those that tell of its story: the likest, and those to which it is one of the likest."""
        found: dict[str, set[str]] = {source: set() for source in self._texts}
        for source in self._texts:
            near = [(-self.between(source, other), other) for other in self._near(source) if other != source]
            for _, other in sorted(pair for pair in near if -pair[0] >= STORY / 2)[:MOST_KIN]:
                found[source].add(other)
                found[other].add(source)
        return {source: tuple(sorted(others)) for source, others in found.items()}

    def _near(self, source: str) -> Iterable[str]:
        """The documents that may be kin: of few all, of many those that share most of its rarer capitalised words."""
        if len(self._texts) <= FEW:
            return self._texts
        shared: Counter[str] = Counter()
        for word in self._of(source)[0]:
            if len(self._holders[word]) <= FEW:
                shared.update(self._holders[word])
        return [other for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[: 4 * MOST_KIN]]

    @cached_property
    def _holders(self) -> dict[str, list[str]]:
        """The documents that hold a capitalised word."""
        found: dict[str, list[str]] = {}
        for source in self._texts:
            for word in self._of(source)[0]:
                found.setdefault(word, []).append(source)
        return found

    def _of(self, source: str) -> tuple[frozenset[str], frozenset[str]]:
        if source not in self._words:
            text = self._texts.get(source, "")
            self._words[source] = frozenset(map(str.lower, _CAPITALS.findall(text))), frozenset(_LONG.findall(text))
        return self._words[source]


def _cosine(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / math.sqrt(len(one) * len(other)) if one and other else 0.0


def points(one: Row, other: Row, story: float = 0.0) -> float:
    """How much two claims share, in points, on top of what their documents do; the same whichever comes first."""
    score = _measure_points(one.measure, other.measure, one.dimension == "money")
    score += min(NAME * len(_shared_names(one, other)), MOST_NAMES)
    score += min(COUNTRY * len(one.countries & other.countries), MOST_COUNTRIES)
    score += min(SETTING * len(one.around & other.around), MOST_SETTING)
    score += PHYSICAL * is_physical(one, other)
    score += min(WORD * len(one.words & other.words), MOST_WORDS)
    score += min(FIGURE * len(_other_figures(one, other)), FIGURE)
    score += story + SLIP * is_slip(one, other)
    return score + TIME * _same_time(one, other)


def likeness(one: Row, other: Row, story: float = 0.0, related: Relatedness | None = None) -> Likeness:
    """The points, and what they are given for; rare words tell where `related` knows which are rare."""
    told = related.telling(one.words & other.words, one.source, other.source) if related else 0.0
    return Likeness(
        points(one, other, story) + told,
        _as_written(sorted(_shared_names(one, other)), one.claim, other.claim),
        tuple(sorted(one.words & other.words)),
        _other_figures(one, other),
        _same_time(one, other),
    )


def _as_written(keys: Iterable[str], one: Claim, other: Claim) -> tuple[str, ...]:
    """The names as the texts write them."""
    written = {name_key(name): name for claim in (other, one) for name in named(claim)}
    return tuple(written.get(key, key) for key in keys)


def is_slip(one: Row, other: Row) -> bool:
    """Whether a slip of the pen would make one figure of the other: two digits swapped, or one of three mistyped."""
    ours, theirs = one.digits, other.digits
    if len(ours) != len(theirs) or len(ours) < 2 or ours == theirs or one.unit != other.unit:
        return False
    if OSA.distance(ours, theirs) != 1:
        return False
    return len(ours) > 2 or (one.dimension != "count" and sorted(ours) == sorted(theirs))


@lru_cache(maxsize=65536)
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


def _shared_names(one: Row, other: Row) -> AbstractSet[str]:
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
