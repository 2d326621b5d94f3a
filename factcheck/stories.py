"""Which documents tell of one story, by their texts alone."""

import math
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.commonness import BANDS, stem, weight, words_in

STORY, SAME_STORY = 0.5, 0.12
"""Points for two documents that tell of one story, fewer the less they are alike below `SAME_STORY`."""
LEAST, LEAST_UNNAMED = 0.08, 0.12
"""How alike two documents must be at least, and two that both name somebody or something, but nothing in common: these
must share a word that few texts hold besides."""
LEADING, RARELY = 6, 7
"""Names of such weight, those that a document says most often: two documents that have so many each, and of which
neither says one of the other's, tell of two stories, whatever their words."""
FAINT = 0.03
"""How alike two documents must be for their claims to meet, if nothing else says that they tell of one story."""
TELLING = 5
"""The weight of a word from which on it may be a name where it is never written small."""
NAMES = 0.2
"""How much the names of two documents being alike is worth beside their words."""

RARE, MOST_TELLING, FEW_SENTENCES = 0.4, 1.5, 10
"""How rare a shared word must be, from 0 to 1, to speak for one fact beyond being shared, and the most that such words
are worth; what two short documents are taken to hold besides their own sentences, so that no word of theirs is a
common one."""

MOST_KIN = 32
"""Documents of one story, the likest, that each is taken to have."""
FIRST, NEARLY = 4, 0.6
"""So many of the likest documents are held against each however little they are like it; of others those alone that
surely tell its story, and are nearly as like to it as the last of these, by this part. Of 218 documents on 42 stories
this leaves all differences that are found within a story, and half of those between two stories that twice as many
would give."""

FEW = 100
"""Documents that hold a word for it to bring two of them together, where there are too many for each to meet each."""

_HELD = 1024
"""Documents whose words are held as sets at a time."""

_NAMED = re.compile(r"\b[A-Z][^\W\d_]{2,}")
_SMALL = re.compile(r"\b[a-z][^\W\d_]{2,}")
_AMID = re.compile(r"(?<=[a-z,;] )[A-Z][^\W\d_]{2,}")
"""Capitalised words that neither begin a sentence nor stand in a heading."""
_NO_NAMES = frozenset({*MONTHS, *WEEKDAYS}) | frozenset(
    "reuters agence associated press getty images photo photos news agency twitter facebook instagram google youtube "
    "updated published editing reporting minister president prime government police sign newsletter".split()
)
"""Capitalised words that documents of any two stories share."""


class Story(NamedTuple):
    """What tells a document's story: the stems of its words, but for those that nearly all texts hold; those words that
    are never written small, and of these the names said most often; how many sentences its claims stand in, and in how
    many of them each word of content is.
    """

    words: Set[str]
    named: Set[str]
    leading: Set[str]
    sentences: int
    counts: Mapping[str, int]


def story_of(text: str, sentences: Iterable[Set[str]]) -> Story:
    """The story of a text; `sentences` are the words of content of the sentences that claims stand in."""
    told = list(sentences)
    counts = Counter(word for words in told for word in words)
    named = frozenset(map(str.lower, _NAMED.findall(text))) - frozenset(_SMALL.findall(text)) - _NO_NAMES
    weights = {name: weight(stem(name)) for name in named}
    named = frozenset(name for name in named if weights[name] >= TELLING)
    said = Counter(map(str.lower, _AMID.findall(text)))
    rare = sorted((-times, name) for name, times in said.items() if name in named and weights[name] >= RARELY)
    leading = frozenset(name for _, name in rare[:LEADING])
    return Story(frozenset(filter(weight, words_in(text))), named, leading, len(told), counts)


class Relatedness:
    """How much speaks for two documents telling of one story.

    Measured as the cosine of the sets of their words, each with its weight (Salton and Buckley 1988), and that of the
    sets of their names. Of 667 pairs of extracts of a hundred words, written by those who did not see the program, 97
    of 100 on one story are seen as such, and one in 330 of the others; of documents of a page or more, 98 of 100 and
    one in 130. An archive may hold very many documents, so words are kept as numbers.
    """

    def __init__(self, stories: Mapping[str, Story]) -> None:
        self._numbers: dict[str, int] = {}
        self._squares = array("I")
        self._words = {source: tuple(map(self._numbered, story[:3])) for source, story in stories.items()}
        self._counts = {source: self._counted(story) for source, story in stories.items()}
        self._near: dict[str, dict[str, float]] = {}
        self._known: dict[tuple[str, str], tuple[float, float]] = {}
        self._sets = lru_cache(maxsize=_HELD)(self._sets_of)
        self._held = lru_cache(maxsize=_HELD)(self._counts_of)
        self._rare = lru_cache(maxsize=_HELD)(self._rare_of)

    def _number(self, word: str) -> int:
        number = self._numbers.setdefault(word, len(self._numbers))
        if number == len(self._squares):
            self._squares.append(weight(word) ** 2)
        return number

    def _numbered(self, words: Iterable[str]) -> "array[int]":
        return array("I", sorted(map(self._number, words)))

    def _counted(self, story: Story) -> "tuple[int, array[int], array[int]]":
        words = sorted(story.counts)
        counts = array("I", [story.counts[word] for word in words])
        return story.sentences, array("I", map(self._number, words)), counts

    def between(self, one: str, other: str) -> float:
        """Points for the story, up to `STORY`; none within one document, where all is of one story."""
        if "_met" in self.__dict__:
            return self._met[one].get(other, 0.0) if one in self._met else 0.0
        if one == other or not (self._words.keys() >= {one, other}) or not self._alike(one, other)[0]:
            return 0.0
        return self._likest(one).get(other) or self._likest(other).get(one, 0.0)

    def telling(self, words: Set[str], one: str, other: str) -> float:
        """Points for shared words that few sentences of two documents hold, so that both speak of one thing."""
        if not words:
            return 0.0
        weights = self._rare(one, other)
        return min(sum(map(weights.__getitem__, sorted(words))), MOST_TELLING)

    @cached_property
    def kin(self) -> dict[str, dict[str, float]]:
        """For each document those that tell of its story: the likest, and those to which it is one of the likest."""
        return {
            source: {other: points for other, points in near.items() if points} for source, near in self._met.items()
        }

    def twos(self) -> Iterator[tuple[str, str]]:
        """The documents that surely tell one story, in twos, in the order of their ids."""
        for source, kin in sorted(self.kin.items()):
            yield from (
                (source, other) for other, points in sorted(kin.items()) if source < other and points >= STORY / 2
            )

    @cached_property
    def meeting(self) -> dict[str, Set[str]]:
        """For each document those whose claims meet its own: of its story, or of one that may be it."""
        return {source: near.keys() for source, near in self._met.items()}

    @cached_property
    def _met(self) -> dict[str, dict[str, float]]:
        found: dict[str, dict[str, float]] = {source: {} for source in self._words}
        for source in self._words:
            for other, points in self._likest(source).items():
                found[source][other] = found[other][source] = points
        self._near.clear()
        self._known.clear()
        self._sets.cache_clear()
        return found

    def _likest(self, source: str) -> dict[str, float]:
        """The points for those that tell of a document's story and are likest to it."""
        if source not in self._near:
            alike = {other: self._alike(source, other) for other in self.near(source) if other != source}
            near = sorted((-value, other, points) for other, (points, value) in alike.items() if value)
            least = NEARLY * near[FIRST - 1][0] if len(near) > FIRST else 0.0
            self._near[source] = {
                other: points
                for place, (value, other, points) in enumerate(near[:MOST_KIN])
                if place < FIRST or (points >= STORY and value <= least)
            }
        return self._near[source]

    def _alike(self, one: str, other: str) -> tuple[float, float]:
        """The points for two documents telling of one story, and how alike their words are; none where too little."""
        key, known = (one, other) if one <= other else (other, one), self._known
        if key not in known:
            (words, named, leading), (others, theirs, led) = self._sets(one), self._sets(other)
            alike = words.shared(others) / math.sqrt(words.length * others.length) if words and others else 0.0
            least: float = LEAST
            if named and theirs:
                shared = named.shared(theirs)
                alike += NAMES * shared / math.sqrt(named.length * theirs.length)
                if not shared:
                    least = LEAST_UNNAMED if words.share_rarest(others) else math.inf
                if leading.count == led.count == LEADING and not leading.shared(theirs) and not led.shared(named):
                    least = math.inf
            points = STORY * min(alike / SAME_STORY, 1.0) if alike >= least else 0.0
            known[key] = (points, alike) if alike >= FAINT else (0.0, 0.0)
        return known[key]

    def beside(self, source: str) -> Set[str]:
        """The documents that may bear it out: those whose claims meet its own, and where these are few, such as share
        most of its rarest words."""
        met = self._met[source].keys()
        if len(met) >= FIRST:
            return met
        others = (other for other in self._sharing(source) if other not in met and other != source)
        return met | {*islice(others, FIRST - len(met))}

    def near(self, source: str) -> Iterable[str]:
        """The documents that may tell of one thing with it: of few all, of more those that share most of its rarest
        words, so that a document more changes little."""
        return self._words if self._are_few else self._sharing(source)

    @property
    def _are_few(self) -> bool:
        return len(self._words) <= min(FEW, 2 * MOST_KIN)

    def _sharing(self, source: str) -> list[str]:
        """The documents that share most of its rarest words, first; of few all."""
        shared = Counter[str](dict.fromkeys(self._words, 0) if self._are_few else ())
        for word in self._words[source][0]:
            holders = self._holders.get(word, ())
            if len(holders) <= FEW:
                shared.update(holders)
        return [other for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[: 2 * MOST_KIN]]

    @cached_property
    def _holders(self) -> dict[int, list[str]]:
        """The documents that hold a word which few texts do."""
        found: dict[int, list[str]] = {}
        for source, (words, *_) in self._words.items():
            for word in words:
                if self._squares[word] == BANDS**2:
                    found.setdefault(word, []).append(source)
        return found

    def _sets_of(self, source: str) -> "tuple[_Words, _Words, _Words]":
        """The words of a document, its names and those said most often."""
        words, named, leading = (_Words(numbers, self._squares) for numbers in self._words[source])
        return words, named, leading

    def _counts_of(self, source: str) -> tuple[int, dict[int, int]]:
        sentences, words, counts = self._counts.get(source, (0, (), ()))
        return sentences, dict(zip(words, counts, strict=True))

    def _rare_of(self, one: str, other: str) -> "_Rare":
        return _Rare(self._numbers, self._held(one), self._held(other))


class _Words:
    """A set of words, told by their numbers, by the squares of their weights: as bits, so that what two sets share is
    found at once."""

    def __init__(self, numbers: "array[int]", squares: "array[int]") -> None:
        room, marks = len(squares) // 8 + 1, dict[int, bytearray]()
        for number in numbers:
            square = squares[number]
            if square not in marks:
                marks[square] = bytearray(room)
            marks[square][number >> 3] |= 1 << (number & 7)
        self._bits = {square: int.from_bytes(bits, "little") for square, bits in marks.items()}
        self.count = len(numbers)
        self.length = self.shared(self)
        """The squared weights of its words, added up."""

    def __bool__(self) -> bool:
        return bool(self._bits)

    def shared(self, other: "_Words") -> int:
        """The squared weights of the words that both hold, added up."""
        theirs = other._bits
        return sum(
            square * (bits & theirs[square]).bit_count() for square, bits in self._bits.items() if square in theirs
        )

    def share_rarest(self, other: "_Words") -> bool:
        """Whether both hold a word that few texts do."""
        return bool(self._bits.get(BANDS**2, 0) & other._bits.get(BANDS**2, 0))


class _Rare(dict[str, float]):
    """By word, the points for two sentences of two documents sharing it: the rarer it is there, the more."""

    def __init__(
        self, numbers: Mapping[str, int], one: tuple[int, dict[int, int]], other: tuple[int, dict[int, int]]
    ) -> None:
        self._numbers, (ours, self._first), (theirs, self._second) = numbers, one, other
        self._whole = math.log(FEW_SENTENCES + ours + theirs)

    def __missing__(self, word: str) -> float:
        number = self._numbers.get(word, -1)
        held = (self._first.get(number, 0) + self._second.get(number, 0)) / 2
        self[word] = found = max(1 - math.log(max(held, 1)) / self._whole - RARE, 0.0)
        return found
