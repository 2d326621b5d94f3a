"""Passages: the sentences of drafts and sources, with what they are about.

A passage is known by the words that carry its meaning and by the names in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from factcheck.checking import Study, evidence_at
from factcheck.contexts.places import within
from factcheck.identity import name_key
from factcheck.language.plain import one_line
from factcheck.records.claim import Claim
from factcheck.records.document import Block, Sentence
from factcheck.records.finding import Evidence
from factcheck.records.mention import AnyMention, Mention, NameMention, QuantityMention, TimeMention
from factcheck.records.quantity import Quantity
from factcheck.records.timespan import Timespan
from factcheck.statements.drawn import in_base
from factcheck.wording import content

TERSE = 4
"""Words of content below which a sentence is read with the one before it."""
BEFORE = 2
"""Sentences before a passage in its block whose names and times it may refer to."""

SMALLEST = 9
"""Numbers up to this stand in so many passages that they find none."""

UNREAD = frozenset({"furniture", "teaser", "byline"})
"""Blocks that are not the author's text."""


class Contents(Protocol):
    """Where the mentions and claims of a source's passages are kept, by the number of the passage among these."""

    def mentions(self, passage: int, kind: str) -> Sequence[AnyMention] | None:
        """The mentions of a finder; null where they are not kept."""

    def claims(self, passage: int, beginning: bool) -> list[Claim]:
        """The claims that stand in it or meet it; those that begin in it alone."""

    def block(self, passage: int) -> Block:
        """The block in which it stands."""

    def evidence(self, passage: int) -> Evidence:
        """The passage as evidence, without side and value."""

    def text(self, passage: int) -> str:
        """Its words, in one line."""

    def own_numbers(self, passage: int) -> Sequence[int]:
        """Which of its figures, by their starts, only count a part of the document."""


@dataclass(frozen=True, eq=False)
class Passage:
    """A sentence of a document, `text[start:end]`; `number` counts the document's sentences, `paragraph` its blocks.

    `words` carry its meaning, `names` are joined forms of the names in it, `around` the names that it may refer to,
    `carried` the words of the sentence before, where it says little by itself ("At least 7,000 have done so since."),
    `numbers` all that are written in it, whatever they count. `kept` holds its mentions and claims under `place`.
    """

    study: Study
    number: int
    start: int
    end: int
    paragraph: int
    words: frozenset[str]
    names: frozenset[str]
    around: frozenset[str]
    carried: frozenset[str]
    numbers: frozenset[float]
    kept: Contents | None = None
    place: int = 0

    @cached_property
    def source(self) -> str:
        """The id of the source."""
        return self.study.source.id

    @cached_property
    def block(self) -> Block:
        """The block in which it stands."""
        return self.study.document.blocks[self.paragraph] if self.kept is None else self.kept.block(self.place)

    @cached_property
    def text(self) -> str:
        """Its words, in one line."""
        if self.kept is not None:
            return self.kept.text(self.place)
        return one_line(self.study.document.text[self.start : self.end])

    @property
    def evidence(self) -> Evidence:
        """The passage as evidence, without side and value."""
        if self.kept is not None:
            return self.kept.evidence(self.place)
        return evidence_at(self.study, self.start, self.end)

    @cached_property
    def terms(self) -> frozenset[str]:
        """Words and names."""
        return self.words | self.names

    @cached_property
    def reach(self) -> frozenset[str]:
        """Words and names, with those of the sentence before where it says little by itself."""
        return self.terms | self.carried

    @cached_property
    def whole(self) -> frozenset[str]:
        """Words and names, with the names that it may refer to."""
        return self.terms | self.around

    @cached_property
    def parts(self) -> frozenset[str]:
        """The words of more than three letters in all of these."""
        return frozenset(word for term in self.whole for word in term.split() if len(word) > 3)

    @property
    def key(self) -> tuple[str, int]:
        """What tells it from others, and orders it."""
        return self.source, self.start

    @cached_property
    def values(self) -> frozenset[tuple[str, float]]:
        """Its numbers in the base units of their kinds, small ones left out."""
        found = (quantity_of(mention) for kind in ("quantity", "time") for mention in self.mentions(kind))
        return frozenset(value_key(one) for one in found if one is not None and abs(one.low) > SMALLEST)

    def mentions(self, kind: str) -> Sequence[AnyMention]:
        """The mentions of a finder that lie in it, in order of place."""
        kept = self.kept.mentions(self.place, kind) if self.kept is not None else None
        return kept if kept is not None else within(self.study.mentions.get(kind, ()), self.start, self.end)

    @cached_property
    def times(self) -> Sequence[Timespan]:
        """The times in it that are known."""
        spans = (item.timespan for item in self.mentions("time") if isinstance(item, TimeMention))
        return [span for span in spans if span is not None and span.is_resolved]

    @cached_property
    def claims(self) -> Sequence[Claim]:
        """The claims whose passage begins in it."""
        if self.kept is not None:
            return self.kept.claims(self.place, True)
        return [claim for claim in self.study.claims if begins_in(claim, self.start, self.end)]

    @cached_property
    def meeting(self) -> Sequence[Claim]:
        """The claims of which a passage has something in common with it."""
        if self.kept is not None:
            return self.kept.claims(self.place, False)
        return [claim for claim in self.study.claims if meets(claim, self.source, self.start, self.end)]


def begins_in(claim: Claim, start: int, end: int) -> bool:
    """Whether a claim's passage begins in `text[start:end]`."""
    return start <= (claim.anchors[0].start or -1) < end


def meets(claim: Claim, source: str, start: int, end: int) -> bool:
    """Whether one of a claim's passages has something in common with `text[start:end]` of a source."""
    return any(
        anchor.source == source
        and anchor.start is not None
        and anchor.end is not None
        and anchor.start < end
        and start < anchor.end
        for anchor in claim.anchors
    )


def passages_of(study: Study) -> Iterator[Passage]:
    """The sentences of a document, in order; what is not the author's text, or was not read, is left out."""
    document, text = study.document, study.document.text
    names = study.seen(NameMention)
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
        own = frozenset(name_key(item.entity) for item in within(names, sentence.start, sentence.end))
        if block.checked and block.kind not in UNREAD:
            beside = content(" ".join(filter(None, (block.row, block.column, block.section))))[0]
            around = frozenset().union(*recent[-BEFORE:], setting, title, beside)
            if block.kind == "table-cell":
                words |= beside
            carried = before if len(words) < TERSE else frozenset[str]()
            place = number, sentence.start, sentence.end, sentence.block
            yield Passage(study, *place, words, own, around, carried, numbers)
        recent.append(own)
        before = words


def quantity_of(mention: Mention) -> Quantity | None:
    """The number of a figure, or the length of a time; null for other mentions, and for times with a date."""
    if isinstance(mention, QuantityMention):
        return mention.quantity
    if isinstance(mention, TimeMention) and mention.duration is not None:
        dated = mention.timespan is not None and mention.timespan.is_resolved
        return None if dated else mention.duration
    return None


def value_key(quantity: Quantity) -> tuple[str, float]:
    """A number in the base unit of its kind, to six digits."""
    value = in_base(quantity)
    return quantity.dimension, float(f"{value:.6g}")
