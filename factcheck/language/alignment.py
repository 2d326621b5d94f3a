"""Words of a text, found again in another: where a passage is most alike, and which words differ there."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from factcheck.language.folding import Folding

EDGES = "'.,;:!?()[]{}"
"""Marks at a word's ends that do not make it another word."""
COMMON = 30
"""A pair of words that occurs more often says little about the place."""
LEADING = 4
"""How many places are weighed against each other."""
ENOUGH = 0.5
"""Share of the words looked for that must stand at a place for it to be shown as the place."""
FEW = 3
"""Up to this many words are not looked for by themselves, but only with what stood around them."""

_WORD = re.compile(r"\S+")


Step = tuple[str, int, int, int, int]
"""An edit: its kind, the span of words looked for, the span of words that stand there."""


class Pair(NamedTuple):
    """Words of the passage and what stands in their place: spans of word numbers, end exclusive."""

    ours: tuple[int, int]
    theirs: tuple[int, int]


class Likeness(NamedTuple):
    """The words `first` to `last` (exclusive) of the text are most like the passage; `pairs` are the differences.

    `marks` is set where the words are the same and only marks at their ends differ.
    """

    first: int
    last: int
    pairs: tuple[Pair, ...]
    marks: bool = False


class Words:
    """The words of a folded text: `bare` without the marks at their ends, `full` with them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folding = Folding(text)
        folded = self._folding.folded
        spans = [match.span() for match in _WORD.finditer(folded) if match.group() != "-"]
        self.full = [folded[start:end] for start, end in spans]
        self.bare = [word.strip(EDGES) or word for word in self.full]
        self._spans = spans

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], list[int]]:
        found: dict[tuple[str, str], list[int]] = {}
        for place, pair in enumerate(pairwise(self.bare)):
            found.setdefault(pair, []).append(place)
        return found

    def span(self, first: int, last: int, marks: bool = False) -> tuple[int, int]:
        """The characters of the text from word `first` to before word `last`, with or without marks at both ends."""
        start, end = self._spans[first][0], self._spans[last - 1][1]
        if not marks:
            start += self.full[first].find(self.bare[first])
            tail = self.full[last - 1]
            end -= len(tail) - tail.rfind(self.bare[last - 1]) - len(self.bare[last - 1])
        return self._folding.start_of(start), self._folding.end_of(end)

    def said(self, first: int, last: int, marks: bool = False) -> str:
        """The text's own words between two word numbers; empty where there are none."""
        if first >= last:
            return ""
        start, end = self.span(first, last, marks)
        return self.text[start:end]

    def number_at(self, offset: int) -> int:
        """The number of the word that stands at a character of the text, or follows it."""
        return bisect_left(self._spans, offset, key=lambda span: self._folding.end_of(span[1]) - 1)

    def place(self, wanted: Sequence[str], near: int | None) -> tuple[int, int] | None:
        """The span of words most like `wanted` by the pairs of words that they share; null if they share none.

        Every shared pair votes for the place at which the passage would begin.
        """
        hits = [
            (number, place)
            for number, pair in enumerate(pairwise(wanted))
            if len(places := self._pairs.get(pair, ())) <= COMMON
            for place in places
        ]
        if not hits:
            return None
        votes = Counter(place - number for number, place in hits)
        slack = 2 + len(wanted) // 6

        def strength(begin: int) -> tuple[int, int, int, int]:
            around = sum(votes.get(other, 0) for other in range(begin - slack, begin + slack + 1))
            return around, votes[begin], -abs(begin - (near or 0)), -begin

        begin = max((begin for begin, _ in votes.most_common(LEADING)), key=strength)
        shared = [hit for hit in hits if abs(hit[1] - hit[0] - begin) <= slack]
        number, place = min(shared, key=lambda hit: (hit[0], abs(hit[1] - hit[0] - begin)))
        late, last = max(shared, key=lambda hit: (hit[0], -abs(hit[1] - hit[0] - begin)))
        start, end = max(place - number, 0), min(last + len(wanted) - late, len(self.bare))
        return (start, end) if start < end else None


def words_of(text: str) -> list[str]:
    """The bare words of a text."""
    return Words(text).bare if text else []


def likeness(
    passage: Words, text: Words, before: Sequence[str], after: Sequence[str], near: int | None
) -> Likeness | None:
    """Where `text` is most like the passage, helped by the words around it; null where nothing is like it."""
    from rapidfuzz.distance import Levenshtein

    wanted = [*before, *passage.bare, *after]
    place = text.place(wanted, near)
    if place is None:
        return None
    start, end = len(before), len(before) + len(passage.bare)
    steps: list[Step] = []
    for step in Levenshtein.opcodes(wanted, text.bare[place[0] : place[1]]):
        shift = place[0]
        steps.append((step.tag, step.src_start, step.src_end, step.dest_start + shift, step.dest_end + shift))
    equal = sum(b - a for tag, a, b, _, _ in steps if tag == "equal")
    inside = sum(max(min(b, end) - max(a, start), 0) for tag, a, b, _, _ in steps if tag == "equal")
    alone = end - start > FEW and inside >= ENOUGH * (end - start)
    if not alone and (equal < ENOUGH * len(wanted) or equal < FEW):
        return None
    kept = [clipped for step in steps if (clipped := _clip(step, start, end))]
    if not kept or kept[0][3] >= kept[-1][4]:
        return None
    pairs = _pairs(kept, start)
    return Likeness(kept[0][3], kept[-1][4], pairs or _marks(kept, start, passage, text), not pairs)


def _clip(step: Step, start: int, end: int) -> Step | None:
    """The part of an edit that lies inside the passage, between two of the words looked for."""
    tag, a, b, c, d = step
    if tag == "insert":
        return step if start < a < end else None
    low, high = max(a, start), min(b, end)
    if low >= high:
        return None
    if tag == "delete":
        return tag, low, high, c, d
    return tag, low, high, c + low - a, d - (b - high)


def _pairs(steps: Sequence[Step], start: int) -> tuple[Pair, ...]:
    """The differences, neighbouring ones joined."""
    found: list[Pair] = []
    last = "equal"
    for tag, a, b, c, d in steps:
        if tag != "equal":
            if last != "equal":
                ours, theirs = found.pop()
                found.append(Pair((ours[0], b - start), (theirs[0], d)))
            else:
                found.append(Pair((a - start, b - start), (c, d)))
        last = tag
    return tuple(found)


def _marks(steps: Sequence[Step], start: int, passage: Words, text: Words) -> tuple[Pair, ...]:
    """Words that differ only in the marks at their ends, those at the passage's own ends aside."""
    last, found = len(passage.full) - 1, []
    for _, a, b, c, _ in steps:
        for number, other in zip(range(a - start, b - start), range(c, c + b - a), strict=True):
            ours, theirs = passage.full[number], text.full[other]
            if number == 0:
                ours, theirs = ours.lstrip(EDGES), theirs.lstrip(EDGES)
            if number == last:
                ours, theirs = ours.rstrip(EDGES), theirs.rstrip(EDGES)
            if ours != theirs:
                found.append(Pair((number, number + 1), (other, other + 1)))
    return tuple(found)
