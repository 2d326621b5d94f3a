"""How telling the words and values of statements are: the fewer statements of two documents hold one, the more."""

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from factcheck.statements.drawn import Statement

FEW = 10
"""Statements that two documents are taken to hold besides their own, so that a word of short ones is not common."""


class Words:
    """How often a document holds the words and names of its statements, and their values."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        words: Counter[str] = Counter()
        self.number = 0
        self.values: Counter[tuple[str, ...]] = Counter()
        for item in statements:
            words.update(item.words | item.names)
            self.number += 1
            self.values[item.key] += 1
        self.held = dict(words)


class Weights(dict[str, float]):
    """The weights of words in two documents: near 1 for a rare one, towards 0 for one that is in every statement."""

    def __init__(self, ours: Words, theirs: Words | None) -> None:
        self._ours: Mapping[str, int] = ours.held
        self._theirs: Mapping[str, int] = theirs.held if theirs else {}
        self._all = FEW + ours.number + (theirs.number if theirs else 0)

    def __missing__(self, word: str) -> float:
        self[word] = found = _weight(self._ours.get(word, 0) + self._theirs.get(word, 0), self._all)
        return found

    def above(self, least: float, words: Iterable[str]) -> list[str]:
        """The words that weigh more, of those that both documents hold."""
        most, ours, theirs = _most_held(least, self._all), self._ours, self._theirs
        return [word for word in words if ours[word] + theirs[word] <= most]


@lru_cache(maxsize=16384)
def _weight(held: int, number: int) -> float:
    """The weight of a word that so many of a number of statements hold."""
    return max(math.log(number / max(held, 1)) / math.log(number), 0.0)


@lru_cache(maxsize=4096)
def _most_held(least: float, number: int) -> int:
    """How many of a number of statements may hold a word that weighs more."""
    return bisect_left(range(number + 1), True, key=lambda held: _weight(held, number) <= least) - 1


class Rarity:
    """How telling words and values are in two documents, by those two alone: other documents change nothing.

    `words` gives what a document holds, by its id.
    """

    def __init__(self, words: Callable[[str], Words]) -> None:
        self._words = words
        self.between = lru_cache(maxsize=64)(self._between)

    def forget(self) -> None:
        """Let go what was worked out."""
        self.between.cache_clear()

    def _between(self, one: str, other: str) -> Weights:
        """The weights of words in two documents."""
        return Weights(self._words(one), self._words(other) if one != other else None)

    def once(self, statement: Statement) -> bool:
        """Whether its document gives a value once only, so that it is of one thing."""
        return self._words(statement.source).values[statement.key] == 1

    def of(self, word: str, one: str, other: str) -> float:
        """The weight of a word that both documents hold."""
        return self.between(one, other)[word]

    def weights(self, words: Iterable[str], one: str, other: str) -> Iterator[float]:
        """The weights of several words."""
        return map(self.between(one, other).__getitem__, words)
