"""How much speaks for two claims being about one fact: what their sentences share, weighed and told.

Texts on one subject name it in different words, so no single slot decides. Weights are ours, in points:
what is said of few things (a name) counts more than what is said of many (a country, a common word).
"""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from factcheck.identity import ALIKE, Sameness, measure_terms, name_key, same_measure
from factcheck.language.concepts import concept_of, measure_of
from factcheck.language.countries import names as country_names
from factcheck.language.numerals import read
from factcheck.language.tagging import tag
from factcheck.records.claim import Claim
from factcheck.records.timespan import relate

MEASURE: dict[Sameness, float] = {"same": 2.0, "maybe": 1.0, "different": 0.0}
NAME, MOST_NAMES = 1.0, 2.0
COUNTRY, MOST_COUNTRIES = 0.3, 0.6
SETTING, MOST_SETTING = 0.5, 1.0
STORY, SAME_STORY = 0.5, 0.25
"""Points for two documents that tell of one story, fewer the less they are alike."""
SLIP = 1.0
"""For two figures that a slip of the pen may have made of one (162 and 126)."""
PHYSICAL = 1.0
"""For figures in one physical unit, of which a text holds few."""
WORD, MOST_WORDS = 0.4, 2.0
TIME = 1.0
FIGURE = 1.0

_PEOPLE = frozenset({"people"})

_COMMON = frozenset({"count", "money", "share", "time"})
"""Dimensions of which every text holds many figures."""

PRICE = "price"
_PRICES = frozenset("price payment agreement contract transfer order value cost award acquisition bid spending".split())
"""Concepts by which one sum of money is told: what a deal is worth, what a contract costs, what is paid."""

_CAPITALS = re.compile(r"(?<=[a-z,] )[A-Z][^\W\d_]{3,}")
_LONG = re.compile(r"\b[a-z]{6,}\b")

_SCALES = frozenset("hundred thousand million billion trillion dozen bn m k".split())

_CONTENT = frozenset({"NOUN", "VERB", "PAST", "PART", "GER", "ADJ", "PROPER"})
_LIGHT = frozenset(
    "be have do make take get give go come say tell put see use new other many much more most few last next first"
    " year month week day time people person number part way case time total figure thing man woman several per"
    " cent percent million billion thousand".split()
)
"""Words that are in every text, so that sharing them says nothing."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a claim's sentence holds by which it may be recognised elsewhere."""

    names: frozenset[str]
    countries: frozenset[str]
    setting: frozenset[str]
    words: frozenset[str]
    figures: frozenset[float]


@dataclass(frozen=True, slots=True)
class Likeness:
    """The points, and the names and words that both sentences hold."""

    score: float
    names: tuple[str, ...]
    words: tuple[str, ...]
    figures: tuple[float, ...]
    same_time: bool


@lru_cache(maxsize=65536)
def content(sentence: str) -> tuple[frozenset[str], frozenset[float]]:
    """The words that carry a sentence's meaning, each as its concept or its base form, and its numbers."""
    words, figures = set(), set()
    for token in tag(sentence):
        if token.tag in _CONTENT and token.lemma not in _LIGHT and len(token.lemma) > 2:
            folded = measure_of(token.lower) if token.tag == "NOUN" else ""
            concept = concept_of(token.lemma) or folded or token.lemma
            words.add(PRICE if concept in _PRICES else ALIKE.get(concept, concept))
        elif token.tag in ("NUM", "ORD"):
            number = read(sentence, token.start)
            if number is not None and number.low == number.high and token.lower not in _SCALES and number.low > 1:
                figures.add(number.low)
    return frozenset(words), frozenset(figures)


def profile(claim: Claim) -> Profile:
    """The claim's profile, made once for the same names and words."""
    return _profile(_named(claim), claim.setting, claim.wording)


def _named(claim: Claim) -> tuple[str, ...]:
    """The names of the sentence: those who take part, the place, and those beside."""
    roles = claim.roles
    slots = (*roles.agent, *roles.recipient, *roles.from_, *roles.to, *roles.for_)
    return tuple(name for name in (*slots, claim.place or "", *claim.names) if name and not name.islower())


@lru_cache(maxsize=65536)
def _profile(names: tuple[str, ...], setting: tuple[str, ...], wording: str) -> Profile:
    keys = frozenset(name_key(name) for name in names)
    countries = keys & _countries()
    around = frozenset(name_key(name) for name in setting)
    own = frozenset(word for key in keys | around for word in key.split())
    words, figures = content(wording)
    return Profile(keys - countries, countries, around, words - own, figures)


@cache
def _countries() -> frozenset[str]:
    return frozenset(name.casefold() for name in country_names().values())


class Relatedness:
    """How much speaks for two documents telling of one story, by their texts alone.

    Measured as the cosine of the sets of their capitalised words and of their longer words, added up. Over the
    articles that the rules were made on, nine in ten pairs on one story have `SAME_STORY` or more, and one in a
    hundred of the others.
    """

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._words: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
        self._known: dict[tuple[str, str], float] = {}

    def between(self, one: str, other: str) -> float:
        """Points for the story, up to `STORY`; none within one document, where all is of one story."""
        key = (one, other) if one <= other else (other, one)
        if key not in self._known:
            alike = sum(map(_cosine, self._of(one), self._of(other)))
            self._known[key] = 0.0 if one == other else STORY * min(alike / SAME_STORY, 1.0)
        return self._known[key]

    def _of(self, source: str) -> tuple[frozenset[str], frozenset[str]]:
        if source not in self._words:
            text = self._texts.get(source, "")
            self._words[source] = frozenset(map(str.lower, _CAPITALS.findall(text))), frozenset(_LONG.findall(text))
        return self._words[source]


def _cosine(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / math.sqrt(len(one) * len(other)) if one and other else 0.0


def likeness(one: Claim, other: Claim, story: float = 0.0) -> Likeness:
    """What two claims share, on top of what their documents do; the same whichever comes first."""
    ours, theirs = profile(one), profile(other)
    names = _shared_names(ours.names, theirs.names)
    words = sorted(ours.words & theirs.words)
    score = _measure_points(one, other)
    score += min(NAME * len(names), MOST_NAMES)
    score += min(COUNTRY * len(ours.countries & theirs.countries), MOST_COUNTRIES)
    score += min(SETTING * len((ours.setting | ours.names) & (theirs.setting | theirs.names)), MOST_SETTING)
    score += PHYSICAL * is_physical(one, other)
    score += min(WORD * len(words), MOST_WORDS)
    figures = _other_figures(one, other, ours.figures & theirs.figures)
    score += min(FIGURE * len(figures), FIGURE)
    together = _same_time(one, other)
    score += story + SLIP * is_slip(one, other)
    return Likeness(score + TIME * together, _as_written(names, one, other), tuple(words), figures, together)


def _as_written(keys: Iterable[str], one: Claim, other: Claim) -> tuple[str, ...]:
    """The names as the texts write them."""
    written = {name_key(name): name for claim in (other, one) for name in _named(claim)}
    return tuple(written.get(key, key) for key in keys)


def is_slip(one: Claim, other: Claim) -> bool:
    """Whether a slip of the pen would make one figure of the other: two digits swapped, or one mistyped."""
    if one.quantity is None or other.quantity is None:
        return False
    ours, theirs = (
        f"{claim.quantity.low:.10g}".replace(".", "").strip("0") for claim in (one, other) if claim.quantity
    )
    if min(len(ours), len(theirs)) < 3 or ours == theirs or one.quantity.unit != other.quantity.unit:
        return False
    return OSA.distance(ours, theirs) == 1 and len(ours) == len(theirs)


def _measure_points(one: Claim, other: Claim) -> float:
    """What the measures speak for one fact; people as such, and sums without a noun, say little."""
    if one.measure in _COMMON and other.measure in _COMMON:
        return -MEASURE["maybe"]
    if one.measure in _COMMON or other.measure in _COMMON:
        return MEASURE["maybe"]
    ours, theirs = measure_terms(one.measure), measure_terms(other.measure)
    if ours == theirs == _PEOPLE:
        return MEASURE["maybe"]
    sameness = same_measure(one.measure, other.measure)
    if sameness == "different" and one.quantity is not None and one.quantity.dimension == "money":
        return MEASURE["maybe"] if ours & _PRICES and theirs & _PRICES else 0.0
    return MEASURE[sameness]


def is_physical(one: Claim, other: Claim) -> bool:
    """Whether both give a length, a mass or the like: no count, sum, share or time."""
    if one.quantity is None or other.quantity is None:
        return False
    return one.quantity.dimension == other.quantity.dimension and one.quantity.dimension not in _COMMON


def _other_figures(one: Claim, other: Claim, shared: frozenset[float]) -> tuple[float, ...]:
    """The numbers, years apart, that both sentences hold beside those that are compared."""
    own = {claim.quantity.low for claim in (one, other) if claim.quantity}
    return tuple(sorted(figure for figure in shared if figure not in own and not 1900 <= figure <= 2100))


def _shared_names(ours: frozenset[str], theirs: frozenset[str]) -> list[str]:
    """Names that both hold, also where one is a part of the other ("lind", "ada lind")."""
    shared = set(ours & theirs)
    for one in ours - shared:
        for other in theirs - shared:
            if set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split()):
                shared.add(max(one, other, key=lambda name: (len(name), name)))
    return sorted(shared)


def _same_time(one: Claim, other: Claim) -> bool:
    ours, theirs = one.timespan, other.timespan
    return ours is not None and theirs is not None and relate(ours, theirs) in ("equal", "inside", "contains")
