"""Figures of two documents whose sentences may be alike: those of one noun, those apart by a slip, and those that share
words that are rare in both. Found by what they share, so that not every two are looked at."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from factcheck.statements.drawn import Statement
from factcheck.statements.stated import Told, may_name_one
from factcheck.statements.telling import Weights
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
    place: tuple[str, int]
    number: int
    kind: Kind
    words: frozenset[str]
    item: Statement


class _Given:
    """The figures of a document that could be another, by what brings them together."""

    def __init__(self, told: Told) -> None:
        may = [item for item in told.figures if _may_differ(item)]
        self.figures = [
            _Figure(item.value, item.place, number, _kind(item), item.words | item.names, item)
            for number, item in enumerate(may)
        ]

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


def alike_figures(ours: Told, theirs: Told, weights: Weights) -> Iterator[tuple[Statement, Statement]]:
    """The pairs of figures of two documents, of one kind and unit, near each other, the lower one first; none where
    each of their sentences names somebody or something else."""
    if not may_name_one(ours, theirs):
        return
    one, other = ours.once(_Given), theirs.once(_Given)
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


def _of_one_noun(ours: _Given, theirs: _Given) -> Iterator[_Two]:
    for key in filter(theirs.by_noun.__contains__, ours.by_noun):
        ordered = sorted((*ours.by_noun[key], *theirs.by_noun[key]))
        for number, one in enumerate(ordered):
            for other in ordered[number + 1 : number + 1 + MOST]:
                if other.value > one.value * FAR:
                    break
                if other.place[0] != one.place[0]:
                    yield one, other


def _slips(ours: _Given, theirs: _Given) -> Iterator[_Two]:
    for key in filter(theirs.by_digits.__contains__, ours.by_digits):
        for one in ours.by_digits[key][:MOST]:
            for other in theirs.by_digits[key][:MOST]:
                yield one, other


def _sharing(ours: _Given, theirs: _Given, weights: Weights) -> Iterator[_Two]:
    """The pairs whose sentences may share words that tell `SHARED` or more.

    Of the words of a sentence, its commonest may be left out as long as they tell less than that together: who shares
    enough shares one of the others (prefix filtering, Chaudhuri and others 2006).
    """
    held, figures = theirs.by_word, theirs.figures
    shared = ours.by_word.keys() & held.keys()
    telling = {word: weights[word] for word in shared}
    for one in ours.figures:
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
            if other.kind == kind and sum(map(telling.__getitem__, words & other.words)) >= SHARED - SLACK:
                yield one, other
