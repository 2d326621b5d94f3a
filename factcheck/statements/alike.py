"""Figures of two documents whose sentences may be alike: those of one noun, those apart by a slip, and those that share
words that are rare in both. Found by what they share, so that not every two are looked at."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from factcheck.statements.drawn import Statement
from factcheck.statements.stated import Told, is_beside, may_name_one
from factcheck.statements.telling import Weights
from factcheck.statements.together import Place
from factcheck.valuing import FAR, is_vague

MOST = 60
"""Figures of one noun, or alike but for one digit, that each is held against."""
SHARED = 1.75
"""How much shared words must tell, each from 0 to 1, for two figures that neither noun nor digits bring together."""
SLACK = 1e-9

_OCCASIONS = frozenset({"time", "times", "occasion", "occasions"})

Kind = tuple[str, str | None, str]


class _Figure(NamedTuple):
    """A figure with what it is ordered and looked at by: its value and place, its number among those of its document
    that could be another, its kind, and the words and names of its sentence."""

    value: float
    place: Place
    number: int
    kind: Kind
    words: frozenset[str]
    item: Statement

    @property
    def key(self) -> tuple[Place, int]:
        """What tells it from all others."""
        return self.place, self.number


class _Given:
    """The figures of a document that could be another, by what brings them together."""

    def __init__(self, told: Told) -> None:
        may = [item for item in told.figures if _may_differ(item)]
        self.figures = [
            _Figure(item.value, item.place, number, _kind(item), item.words | item.names, item)
            for number, item in enumerate(may)
        ]

    def beside(self, other: Told) -> "_Beside":
        """The same beside another document."""
        able = self.figures if "" in other.names else (one for one in self.figures if is_beside(one.item, other.names))
        return _Beside(self, {one.key: one for one in able})

    @cached_property
    def by_noun(self) -> Mapping[tuple[Kind, frozenset[str]], list[_Figure]]:
        """By kind and noun, in order of value."""
        found: dict[tuple[Kind, frozenset[str]], list[_Figure]] = defaultdict(list)
        for one in sorted(self.figures):
            terms = one.item.terms
            if terms:
                found[one.kind, _OCCASIONS if terms <= _OCCASIONS else terms].append(one)
        return found

    @cached_property
    def by_digits(self) -> Mapping[str, list[_Figure]]:
        """By their digits, one of them left open, or two neighbours in either order."""
        found: dict[str, list[_Figure]] = defaultdict(list)
        for one in self.figures:
            digits = one.item.digits
            for place in range(len(digits)):
                found[f"{digits[:place]}?{digits[place + 1 :]}"].append(one)
                if len(set(digits[place : place + 2])) == 2:
                    pair = "".join(sorted(digits[place : place + 2]))
                    found[f"{digits[:place]}({pair}){digits[place + 2 :]}"].append(one)
        return found

    @cached_property
    def by_word(self) -> Mapping[str, list[int]]:
        """The numbers of the figures whose sentences hold a word or a name."""
        found: dict[str, list[int]] = defaultdict(list)
        for one in self.figures:
            for word in one.words:
                found[word].append(one.number)
        return found


class _Beside(NamedTuple):
    """The figures of a document beside another one: those, by their keys, of which a sentence there may speak."""

    given: _Given
    able: Mapping[tuple[Place, int], _Figure]


def alike_figures(ours: Told, theirs: Told, weights: Weights) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of figures of two documents, of one kind and unit, near each other, the lower one first; none where
    each of their sentences names somebody or something else."""
    if not may_name_one(ours, theirs):
        return
    one, other = ours.once(_Given).beside(theirs), theirs.once(_Given).beside(ours)
    seen: set[tuple[Statement, Statement]] = set()
    for brought in (_of_one_noun(one, other), _slips(one, other), _sharing(one, other, weights)):
        for mine, yours in brought:
            low, high = (mine, yours) if mine < yours else (yours, mine)
            pair = low.item, high.item
            if low.kind == high.kind and high.value <= low.value * FAR and pair not in seen:
                seen.add(pair)
                yield pair


def _may_differ(item: Statement) -> bool:
    quantity = item.quantity
    return quantity is not None and not is_vague(quantity) and quantity.high > 2 and "age" not in item.concepts


def _kind(item: Statement) -> Kind:
    assert item.quantity is not None
    dimension = item.quantity.dimension
    return dimension, None if dimension == "count" else item.quantity.unit, item.quantity.form


_Two = tuple[_Figure, _Figure]


def _of_one_noun(ours: _Beside, theirs: _Beside) -> Iterator[_Two]:
    by_noun, able = (ours.given.by_noun, theirs.given.by_noun), {**ours.able, **theirs.able}
    for key in filter(by_noun[1].__contains__, by_noun[0]):
        ordered = sorted((*by_noun[0][key], *by_noun[1][key]))
        for number, one in enumerate(ordered):
            if one.key not in able:
                continue
            for other in ordered[number + 1 : number + 1 + MOST]:
                if other.value > one.value * FAR:
                    break
                if other.place[0] != one.place[0] and other.key in able:
                    yield one, other


def _slips(ours: _Beside, theirs: _Beside) -> Iterator[_Two]:
    by_digits, others = ours.given.by_digits, theirs.given.by_digits
    for key in filter(others.__contains__, by_digits):
        near = [other for other in others[key][:MOST] if other.key in theirs.able]
        for one in by_digits[key][:MOST] if near else ():
            if one.key in ours.able:
                yield from ((one, other) for other in near)


def _sharing(ours: _Beside, theirs: _Beside, weights: Weights) -> Iterator[_Two]:
    """The pairs whose sentences may share words that tell `SHARED` or more.

    Of the words of a sentence, its commonest may be left out as long as they tell less than that together: who shares
    enough shares one of the others (prefix filtering, Chaudhuri and others 2006).
    """
    held, figures = theirs.given.by_word, theirs.given.figures
    shared = ours.given.by_word.keys() & held.keys()
    telling = {word: weights[word] for word in shared}
    for one in ours.able.values():
        words, left = one.words & shared, SHARED - SLACK
        if sum(map(telling.__getitem__, words)) < left - SLACK:
            continue
        near, kind = set[int](), one.kind
        for weight, word in sorted((telling[word], word) for word in words):
            left -= weight
            if left <= 0:
                near.update(held[word])
        for number in sorted(near):
            other = figures[number]
            if (
                other.kind == kind
                and other.key in theirs.able
                and sum(map(telling.__getitem__, words & other.words)) >= SHARED - SLACK
            ):
                yield one, other
