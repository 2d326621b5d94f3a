"""Passages: the sentences of drafts and sources, with what they are about, and a way to find those that are alike.

A passage is known by the words that carry its meaning and by the names in it. Those that stand in few passages tell
more than those that stand in many (as in any search engine); retrieval and likeness both weigh them so.
"""

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.checking import Archive, Study
from factcheck.checks._places import within
from factcheck.checks._statements import in_base
from factcheck.identity import name_key
from factcheck.records.claim import Claim
from factcheck.records.document import Block, Sentence
from factcheck.records.mention import AnyMention, Mention, NameMention, QuantityMention, TimeMention
from factcheck.records.quantity import Quantity
from factcheck.wording import content

TERSE = 4
"""Words of content below which a sentence is read with the one before it."""
FEWEST_TERMS = 2
"""Words and names of its own by which a sentence is measured; with fewer, the sentence before counts too."""
MOST_FOUND = 16
"""Passages that are looked at for one sentence of a draft."""
FEW = 10
"""Passages that an archive is taken to hold besides its own, so that no word of a few short texts is a common one."""
COMMON = 0.2
"""Part of all passages from which on a word finds none by itself."""
BEFORE = 2
"""Sentences before a passage in its block whose names and times it may refer to."""

SMALLEST = 9
"""Numbers up to this stand in so many passages that they find none."""

UNREAD = frozenset({"furniture", "teaser", "byline"})
"""Blocks that are not the author's text."""


@dataclass(frozen=True, eq=False, slots=True)
class Passage:
    """A sentence of a document, `text[start:end]`; `number` counts the document's sentences.

    `words` carry its meaning, `names` are joined forms of the names in it, `around` the names that it may refer to,
    `carried` the words of the sentence before, where it says little by itself ("At least 7,000 have done so since."),
    `numbers` all that are written in it, whatever they count.
    """

    study: Study
    number: int
    start: int
    end: int
    block: Block
    words: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    carried: frozenset[str]
    numbers: frozenset[float]

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.study.source.id

    @property
    def text(self) -> str:
        """Its words, in one line."""
        return " ".join(self.study.document.text[self.start : self.end].split())

    @property
    def terms(self) -> frozenset[str]:
        """Words and names."""
        return self.words | self.names

    @property
    def reach(self) -> frozenset[str]:
        """Words and names, with those of the sentence before where it says little by itself."""
        return self.terms | self.carried

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from others, and orders it."""
        return self.source, self.start

    def mentions(self, kind: str) -> list[AnyMention]:
        """The mentions of a finder that lie in it, in order of place."""
        return within(self.study.mentions.get(kind, ()), self.start, self.end)

    def claims(self) -> list[Claim]:
        """The claims whose passage begins in it."""
        return [claim for claim in self.study.claims if self.start <= (claim.anchors[0].start or -1) < self.end]


def passages_of(study: Study) -> Iterator[Passage]:
    """The sentences of a document, in order; what is not the author's text, or was not read, is left out."""
    document, text = study.document, study.document.text
    names = study.mentions.get("name", ())
    title = frozenset(content(study.source.title)[0])
    before: frozenset[str] = frozenset()
    setting = frozenset(name_key(name) for claim in study.claims[:1] for name in claim.setting)
    recent: list[frozenset[str]] = []
    last: Sentence | None = None
    for number, sentence in enumerate(document.sentences):
        block = document.blocks[sentence.block]
        if last is None or last.block != sentence.block:
            recent, before = [], frozenset()
        last = sentence
        words, numbers = content(" ".join(text[sentence.start : sentence.end].split()))
        own = frozenset(
            name_key(item.entity)
            for item in within(names, sentence.start, sentence.end)
            if isinstance(item, NameMention)
        )
        if block.checked and block.kind not in UNREAD:
            beside = content(" ".join(filter(None, (block.row, block.column, block.section))))[0]
            around = frozenset().union(*recent[-BEFORE:], setting, title, beside)
            if block.kind == "table-cell":
                words |= beside
            carried = before if len(words) < TERSE else frozenset[str]()
            place = number, sentence.start, sentence.end
            yield Passage(study, *place, block, words, own, around, carried, numbers)
        recent.append(own)
        before = words


class Shelves:
    """The passages of all sources, to be searched."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.passages = [passage for _, study in sorted(archive.studies.items()) for passage in passages_of(study)]
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for term in passage.reach:
                self._postings[term].append(number)
        self._all = len(self.passages) + FEW
        self._first: dict[str, int] = {}
        for number, passage in enumerate(self.passages):
            self._first.setdefault(passage.source, number)

    def with_value(self, quantity: Quantity) -> list[Passage]:
        """The passages that hold the same number, of one kind of unit."""
        return [self.passages[number] for number in self._values.get(_value_key(quantity), ())]

    @cached_property
    def _values(self) -> Mapping[tuple[str, float], list[int]]:
        found: dict[tuple[str, float], list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for kind in ("quantity", "time"):
                for mention in passage.mentions(kind):
                    quantity = quantity_of(mention)
                    if quantity is not None and abs(quantity.low) > SMALLEST:
                        found[_value_key(quantity)].append(number)
        return found

    def weight(self, term: str) -> float:
        """How telling a term is: 1 for one in a single passage, towards 0 for one in all of them."""
        return math.log(self._all / max(len(self._postings.get(term, ())), 1)) / math.log(self._all)

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
        ordered = sorted(scores, key=lambda number: (-scores[number], number))
        found = ordered[:MOST_FOUND]
        for source in cited:
            own = [number for number in ordered if self.passages[number].source == source]
            found += [number for number in own[:6] if number not in found]
        return [self.passages[number] for number in found]

    def of_source(self, source: str) -> Sequence[Passage]:
        """All passages of a source."""
        first = self._first.get(source)
        if first is None:
            return ()
        last = bisect_right(self.passages, source, lo=first, key=lambda passage: passage.source)
        return self.passages[first:last]

    def at(self, source: str, offset: int) -> Passage | None:
        """The passage of a source that holds an offset."""
        own = self.of_source(source)
        place = bisect_right(own, offset, key=lambda passage: passage.start) - 1
        return own[place] if place >= 0 and offset <= own[place].end else None

    def before(self, passage: Passage) -> list[Passage]:
        """The passages right before one, in its block."""
        own = self.of_source(passage.source)
        place = bisect_left(own, passage.start, key=lambda other: other.start)
        return [other for other in own[max(place - BEFORE, 0) : place] if other.block is passage.block]

    def shared(self, draft: Passage, passage: Passage) -> frozenset[str]:
        """The terms that a sentence of a draft has from a passage; a name may stand before it."""
        whole = passage.terms | passage.around
        return (draft.reach & passage.reach) | (draft.names & whole) | _partly(draft.names, whole)

    def cover(self, draft: Passage, passage: Passage) -> float:
        """The part of a draft's sentence that stands in a passage, 0 to 1, by weight of its terms."""
        own = draft.terms if len(draft.terms) >= FEWEST_TERMS else draft.reach
        total = self.weigh(own)
        return self.weigh(self.shared(draft, passage) & own) / total if total else 0.0


def quantity_of(mention: Mention) -> Quantity | None:
    """The number of a figure, or the length of a time; null for other mentions, and for times with a date."""
    if isinstance(mention, QuantityMention):
        return mention.quantity
    if isinstance(mention, TimeMention) and mention.duration is not None:
        dated = mention.timespan is not None and mention.timespan.is_resolved
        return None if dated else mention.duration
    return None


def _value_key(quantity: Quantity) -> tuple[str, float]:
    """A number in the base unit of its kind, to six digits."""
    value = in_base(quantity)
    return quantity.dimension, float(f"{value:.6g}")


def _partly(names: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The names of which others hold a part, or that are a part of them ("lind", "ada lind")."""
    words = {word for other in others for word in other.split() if len(word) > 3}
    return frozenset(name for name in names if any(word in words for word in name.split() if len(word) > 3))
