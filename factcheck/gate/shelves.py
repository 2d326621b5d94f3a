"""The passages of all sources, and a way to find those that are like a sentence.

Words and names that stand in few passages tell more than those that stand in many (as in any search engine); finding
and likeness both weigh them so.
"""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from factcheck.checking import Archive
from factcheck.gate.passages import BEFORE, Passage, passages_of, value_key
from factcheck.gate.shelving import Counted, Shelved, tolls_in
from factcheck.records.quantity import Quantity

FEWEST_TERMS = 2
"""Words and names of its own by which a sentence is measured; with fewer, the sentence before counts too."""
MOST_FOUND = 16
"""Passages that are looked at for one sentence of a draft."""
MOST_CITED = 6
"""Passages of each source that it cites that are looked at beside them."""
FEW = 10
"""Passages that an archive is taken to hold besides its own, so that no word of a few short texts is a common one."""
LEAST_SUM = 1000
"""Numbers from which on a bare one may be a sum of money ("38 million")."""
COMMON = 0.2
"""Part of all passages from which on a word finds none by itself."""


class Shelves:
    """The passages of all sources, to be searched; `shelved` are those of sources that are known already."""

    def __init__(self, archive: Archive, shelved: Mapping[str, Shelved] = MappingProxyType({})) -> None:
        self.archive = archive
        self.shelved = shelved
        self.passages: list[Passage] = []
        self._ranges: dict[str, tuple[int, int]] = {}
        for source, study in sorted(archive.studies.items()):
            own = shelved[source].passages if source in shelved else tuple(passages_of(study))
            self._ranges[source] = len(self.passages), len(self.passages) + len(own)
            self.passages += own
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for term in passage.reach:
                self._postings[term].append(number)
        self._all = len(self.passages) + FEW
        self._weights: dict[str, float] = {}
        self._shared: dict[tuple[Passage, Passage], frozenset[str]] = {}

    def with_value(self, quantity: Quantity) -> list[Passage]:
        """The passages that hold the same number, of one kind of unit; of money too where a sum leaves its unit out."""
        dimension, value = value_key(quantity)
        bare = dimension == "count" and quantity.unit is None and value >= LEAST_SUM
        dimensions = (dimension, "money") if bare else (dimension,)
        return [self.passages[number] for each in dimensions for number in self._values.get((each, value), ())]

    @cached_property
    def _values(self) -> Mapping[tuple[str, float], list[int]]:
        found: dict[tuple[str, float], list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for value in passage.values:
                found[value].append(number)
        return found

    def weight(self, term: str) -> float:
        """How telling a term is: 1 for one in a single passage, towards 0 for one in all of them."""
        if term not in self._weights:
            holding = max(len(self._postings.get(term, ())), 1)
            self._weights[term] = math.log(self._all / holding) / math.log(self._all)
        return self._weights[term]

    def weigh(self, terms: Iterable[str]) -> float:
        """How telling terms are together."""
        return sum(map(self.weight, sorted(terms)))

    def like(self, draft: Passage, cited: Iterable[str] = ()) -> list[Passage]:
        """The passages most like a sentence of a draft, best first; of each source that it cites, a few at least."""
        scores: dict[int, float] = defaultdict(float)
        for term in sorted(draft.reach):
            postings = self._postings.get(term, ())
            if len(postings) <= max(COMMON * self._all, 12):
                weight = self.weight(term)
                for number in postings:
                    scores[number] += weight

        found = _best(scores, MOST_FOUND)
        for source in cited:
            own = {number: scores[number] for number in range(*self._ranges.get(source, (0, 0))) if number in scores}
            found += [number for number in _best(own, MOST_CITED) if number not in found]
        return [self.passages[number] for number in found]

    def tolls(self) -> Iterator[Counted]:
        """The counts of all sources of what only grows."""
        for source, study in sorted(self.archive.studies.items()):
            known = self.shelved.get(source)
            yield from tolls_in(study, self.of_source(source)) if known is None else known.tolls()

    def of_source(self, source: str) -> Sequence[Passage]:
        """All passages of a source."""
        first, last = self._ranges.get(source, (0, 0))
        return self.passages[first:last]

    def at(self, source: str, offset: int) -> Passage | None:
        """The passage of a source that holds an offset."""
        first, last = self._ranges.get(source, (0, 0))
        place = bisect_right(self.passages, offset, first, last, key=_start) - 1
        return self.passages[place] if place >= first and offset <= self.passages[place].end else None

    def before(self, passage: Passage) -> list[Passage]:
        """The passages right before one, in its block."""
        first, last = self._ranges.get(passage.source, (0, 0))
        place = bisect_left(self.passages, passage.start, first, last, key=_start)
        before = self.passages[max(place - BEFORE, first) : place]
        return [other for other in before if other.paragraph == passage.paragraph]

    def beside(self, passage: Passage) -> list[Passage]:
        """The passages right before one in its block, and the one behind it."""
        first, last = self._ranges.get(passage.source, (0, 0))
        place = bisect_right(self.passages, passage.start, first, last, key=_start)
        behind = self.passages[place : min(place + 1, last)]
        return [*self.before(passage), *(other for other in behind if other.paragraph == passage.paragraph)]

    def shared(self, draft: Passage, passage: Passage) -> frozenset[str]:
        """The terms that a sentence of a draft has from a passage; a name may stand before it."""
        found = self._shared.get((draft, passage))
        if found is None:
            partly = (name for name in draft.names if any(part in passage.parts for part in name.split()))
            found = (draft.reach & passage.reach) | (draft.names & passage.whole) | frozenset(partly)
            self._shared[draft, passage] = found
        return found

    def cover(self, draft: Passage, passage: Passage) -> float:
        """The part of a draft's sentence that stands in a passage, 0 to 1, by weight of its terms."""
        own = draft.terms if len(draft.terms) >= FEWEST_TERMS else draft.reach
        total = self.weigh(own)
        return self.weigh(self.shared(draft, passage) & own) / total if total else 0.0


def _best(scores: Mapping[int, float], most: int) -> list[int]:
    """Those with the highest scores, best first, and of equal ones the lower numbers."""
    least = sorted(scores.values(), reverse=True)[:most][-1] if scores else 0.0
    ranked = sorted((-score, number) for number, score in scores.items() if score >= least)
    return [number for _, number in ranked[:most]]


def _start(passage: Passage) -> int:
    return passage.start
