"""What documents state that another may bear out: figures, durations and dates, each with the words around it."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from factcheck.checking import Study
from factcheck.contexts.places import block_around, sentence_at, within
from factcheck.identity import measure_terms, name_key
from factcheck.language.units import UNITS
from factcheck.records.claim import Claim
from factcheck.records.document import Block, Sentence
from factcheck.records.mention import EventMention, Mention, NameMention, QuantityMention, TimeMention
from factcheck.records.quantity import Quantity, in_percent, telling_digits
from factcheck.records.timespan import Timespan, is_period
from factcheck.valuing import interval
from factcheck.wording import content

STEM = 5
"""Letters by which a name is known in another form of it: Norway, Norwegian."""
TERSE = 4
"""Words of content below which a sentence is read with the one before it: an answer with its question."""

_NONE = frozenset[str]()
_OUT = frozenset({"publication", "report"})
"""What the date at the head of a document tells: that it was published then, by its makers."""
_NOT_READ = frozenset({"furniture", "teaser"})
_TO_COME = frozenset({"planned", "cancelled", "refused"})


@dataclass(frozen=True, eq=False)
class Statement:
    """A figure or a time where it stands: `terms` is what is counted or measured, `words` what is said around it."""

    study: Study
    mention: Mention
    block: Block
    sentence: int
    words: frozenset[str]
    names: frozenset[str]
    terms: frozenset[str]
    concepts: frozenset[str]
    quantity: Quantity | None = None
    span: Timespan | None = None
    event: EventMention | None = None
    spans: tuple[Timespan, ...] = ()
    """The times of its sentence."""
    has_figure: bool = False

    @cached_property
    def actors(self) -> frozenset[str]:
        """Who takes part in a happening, by the names of its clause."""
        event = self.event
        slots = (*event.agent, *event.recipient, *event.to, *event.from_, *event.for_) if event else ()
        keys = [name_key(name) for name in slots]
        return frozenset(name for name in self.names if any(name in key or key in name for key in keys if key))

    @cached_property
    def clause(self) -> frozenset[str]:
        """The words of its clause but the one for what happens."""
        return content(self.written)[0] - self.concepts

    @cached_property
    def clause_names(self) -> frozenset[str]:
        """The names of its clause."""
        said = {word[:STEM] for word in re.findall(r"\w+", self.written.casefold())}
        return frozenset(name for name in self.names if any(part[:STEM] in said for part in name.split()))

    @cached_property
    def claim(self) -> Claim | None:
        """The claim that was made of it, if any."""
        return self.claim_among(by_figure(self.study.claims))

    def claim_among(self, claims: Mapping[str, Sequence[Claim]]) -> Claim | None:
        """The same among the claims of its document, by the words of their figures."""
        start, end = self.mention.start, self.mention.end
        for claim in claims.get(self.study.document.text[start:end], ()):
            anchor = claim.anchors[0]
            if anchor.start is not None and anchor.start <= start and end <= (anchor.end or 0):
                return claim
        return None

    @cached_property
    def source(self) -> str:
        """The id of the source."""
        return self.study.source.id

    @cached_property
    def limits(self) -> tuple[float, float]:
        """The least and the most that the figure may mean, in its own unit."""
        assert self.quantity is not None
        meant = interval(self.quantity)
        return -math.inf if meant.low is None else meant.low, math.inf if meant.high is None else meant.high

    @cached_property
    def place(self) -> tuple[str, int]:
        """Where it stands, to order by."""
        return self.source, self.mention.start

    @cached_property
    def begins(self) -> str:
        """When its time begins; empty where that is not known."""
        return (self.span.start or "") if self.span else ""

    @cached_property
    def clock(self) -> str:
        """Its time of day; empty where it gives none."""
        return (self.span.time_of_day or "") if self.span else ""

    @cached_property
    def value(self) -> float:
        """The figure in the base unit of its dimension, the middle of a range."""
        assert self.quantity is not None
        return in_base(self.quantity)

    @cached_property
    def digits(self) -> str:
        """The digits of the figure, zeros at the ends left out."""
        assert self.quantity is not None
        return telling_digits(self.quantity.low)

    @cached_property
    def key(self) -> tuple[str, ...]:
        """What is equal where two statements give one value."""
        if self.quantity is not None:
            return self.quantity.dimension, f"{self.value:.6g}"
        span = self.span
        return (span.start or "", span.end or "", span.clock or "") if span else ()

    @cached_property
    def written(self) -> str:
        """The words of the mention."""
        return " ".join(self.study.document.text[self.mention.start : self.mention.end].split())


def by_figure(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """Claims by the words of their figures, those without one left out."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.quantity is not None:
            found.setdefault(claim.quantity.as_written, []).append(claim)
    return found


def in_base(quantity: Quantity) -> float:
    """The middle of a quantity in the base unit of its dimension; in its own unit where it does not convert."""
    unit = UNITS.get(quantity.unit or "") if quantity.dimension != "count" else None
    middle = (quantity.low + quantity.high) / 2
    return middle * unit.factor if unit is not None and unit.factor and not unit.offset else middle


def page_of(study: Study) -> "Page":
    """The page of a study that is being read: one for all that is gathered of it."""
    return study.once(Page, lambda: Page(study))


def figures(study: Study) -> Iterator[Statement]:
    """Every figure and duration of the text, ordinals and the words "one" and "two" left out."""
    page = page_of(study)
    for mention in study.seen(QuantityMention):
        if not _says_little(mention.quantity):
            yield from page.stated(mention, quantity=in_percent(mention.quantity))
    for length in study.seen(TimeMention):
        if length.duration is not None:
            yield from page.stated(length, quantity=length.duration)


def _says_little(quantity: Quantity) -> bool:
    return quantity.form == "ordinal" or (quantity.dimension == "count" and 0 <= quantity.high <= 2)


def times(study: Study) -> Iterator[Statement]:
    """Every time of the text that is near a point: a clock time, a day, a month, a year; notes left out."""
    page = page_of(study)
    for mention in study.seen(TimeMention):
        span = mention.timespan
        if span is None or span.recurring or not (mention.duration is None or _counts_to(span)):
            continue
        if span.clock or (span.start and span.end and not is_period(span)):
            yield from (item for item in page.stated(mention, span=span) if item.block.kind != "note")


def _counts_to(span: Timespan) -> bool:
    """Whether a length of time leads to a day or a month that the text names: "a month later" after "in March 2022"."""
    return span.resolved_from == "text" and span.granularity in ("day", "month")


def happenings(study: Study) -> Iterator[Statement]:
    """Every happening that the text affirms and whose kind is known, with the time that its clause gives."""
    page = page_of(study)
    seen: set[tuple[int, str]] = set()
    for mention in page.events:
        if mention.concept and not mention.negated and mention.status not in _TO_COME:
            for item in page.stated(mention, event=mention):
                key = (item.sentence, mention.concept)
                if key not in seen:
                    seen.add(key)
                    yield item


class _Told(NamedTuple):
    """A sentence, with the one before it where it says little: its names, its figures, its happenings, its times."""

    start: int
    end: int
    names: frozenset[str]
    figures: Sequence[QuantityMention]
    events: Sequence[EventMention]
    spans: tuple[Timespan, ...]


class Page:
    """A document whose mentions are looked up by place."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self.text = study.document.text
        self._known: dict[int, _Told] = {}
        self.events = study.seen(EventMention)
        self.figures = study.seen(QuantityMention)
        self.times = study.seen(TimeMention)
        self.named = study.seen(NameMention)

    @cached_property
    def _makers(self) -> frozenset[str]:
        source = self.study.source
        makers = (*map(str, source.author), source.publisher, source.container_title)
        return frozenset(name_key(name) for name in makers if name)

    def stated(
        self,
        mention: Mention,
        quantity: Quantity | None = None,
        span: Timespan | None = None,
        event: EventMention | None = None,
    ) -> Iterator[Statement]:
        """The mention with what stands around it; nothing where the text is not the author's or was not read."""
        document = self.study.document
        block, sentence = block_around(document, mention.start), sentence_at(document, mention.start)
        if block is None or sentence is None or not block.checked or block.kind in _NOT_READ:
            return
        start, end, names, figures, events, spans = self._told(sentence)
        out, makers = (_OUT, self._makers) if span is not None and block.kind == "byline" else (_NONE, _NONE)
        around = self.text[start:end] if event else f"{self.text[start : mention.start]} {self.text[mention.end : end]}"
        nouns = (quantity.unit if quantity.dimension == "count" else None, quantity.of) if quantity else ()
        yield Statement(
            study=self.study,
            mention=mention,
            block=block,
            sentence=sentence.start,
            words=content(" ".join(around.split()))[0] | _figures_beside(mention, figures) | out,
            names=names | makers,
            terms=frozenset(term for noun in nouns if noun for term in measure_terms(noun)),
            concepts=frozenset(item.concept for item in events if item.concept and _holds(item, mention)),
            quantity=quantity,
            span=span,
            event=event,
            spans=spans,
            has_figure=bool(event and within(self.figures, event.start, event.end)),
        )

    def _told(self, sentence: Sentence) -> "_Told":
        """What all statements of a sentence have in common."""
        if sentence.start not in self._known:
            start, end = self._reach(sentence)
            times = (item.timespan for item in within(self.times, sentence.start, sentence.end))
            self._known[sentence.start] = _Told(
                start,
                end,
                frozenset(name_key(item.entity) for item in within(self.named, start, end)),
                [item for item in within(self.figures, start, end) if not _says_little(item.quantity)],
                within(self.events, sentence.start, sentence.end),
                tuple(span for span in times if span and span.is_resolved),
            )
        return self._known[sentence.start]

    def _reach(self, sentence: Sentence) -> tuple[int, int]:
        """The sentence, with the one before it where it says little by itself: an answer with its question."""
        if len(content(" ".join(self.text[sentence.start : sentence.end].split()))[0]) >= TERSE:
            return sentence.start, sentence.end
        sentences = self.study.document.sentences
        number = bisect_left(sentences, sentence.start, key=lambda item: item.start)
        near = number > 0 and sentences[number].block - sentences[number - 1].block <= 1
        return (sentences[number - 1].start if near else sentence.start), sentence.end


def _figures_beside(mention: Mention, figures: Iterable[QuantityMention]) -> frozenset[str]:
    """The other figures said with a mention, as words: two sentences that share one are likely to share more."""
    return frozenset(f"#{in_base(item.quantity):.6g}" for item in figures if item.start != mention.start)


def _holds(event: Mention, mention: Mention) -> bool:
    return event.start <= mention.end and mention.start <= event.end
