"""Quoted words laid against the places of a text that share some of them: which passage has most."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from factcheck.checking import Study
from factcheck.contexts.places import block_around
from factcheck.contexts.words import Word, house, words_of
from factcheck.quotations.alignment import Alignment, Divergence, align
from factcheck.records.mention import QuotationMention

Pair = tuple[str, str]
Judgement = Literal["same", "respelled", "altered", "doubtful"]
Judged = tuple[Judgement | None, bool | None]
"""The judgement on a passage, and whether it has the speaker of the quotation; null where that is open."""

_WIDEST_GAP = 40
_SLACK = 4
_NESTED = 3
_FEWEST_HITS = 2
_MOST_LANES = 6
"""Passages of one document that are laid against a quotation, those with most hits first."""
_LEAST_SHARED = 0.5
_HEADLINES = frozenset({"title", "standfirst", "heading", "teaser"})


def quotations_of(study: Study) -> list[QuotationMention]:
    """The quotations of speech and passages, two words at least; titles of works are none."""
    return [item for item in study.seen(QuotationMention) if item.use != "title" and not _is_cited(study, item)]


def _is_cited(study: Study, item: QuotationMention) -> bool:
    """Whether it stands in a note and nobody says it, so that it is most likely a title."""
    block = block_around(study.document, item.start)
    return block is not None and block.kind == "note" and item.speaker is None


Quotations = Callable[[], Sequence[QuotationMention]]
"""What a document quotes, read when it is asked for."""


@dataclass(frozen=True)
class Quoted:
    """A quotation with the words of it: `number` of those in its document."""

    study: Study
    number: int
    start: int
    end: int
    has_speaker: bool
    said: tuple[str, ...]
    """Its words in lower case."""
    quotations: Quotations

    @property
    def source(self) -> str:
        """The id of the source that quotes."""
        return self.study.source.id

    @cached_property
    def mention(self) -> QuotationMention:
        """The quotation as it was found."""
        return self.quotations()[self.number]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words with their places."""
        return tuple(words_of(self.study.document.text, self.start, self.end))

    @cached_property
    def plain(self) -> frozenset[str]:
        """Its words, each in the spelling of one house."""
        return frozenset(map(house, self.said))


@dataclass(frozen=True)
class Echo:
    """A quotation, and another passage that has its words or nearly: `inside` is the quotation there, if any."""

    quoted: Quoted
    study: Study
    alignment: Alignment
    inside: QuotationMention | None
    judged: Judged | None = None
    """What was made of it, as it was kept."""

    @property
    def start(self) -> int:
        """Where the passage begins in the other text."""
        return self.alignment.start

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.alignment.end

    @property
    def mark(self) -> list[Any]:
        """All that tells the passage, as plain values."""
        inside = None if self.inside is None else [self.inside.start, self.inside.end]
        return [self.study.source.id, inside, *_values(self.alignment)]


@dataclass(frozen=True)
class Utterance:
    """Quotations of the same words, those with a speaker first, and the other passages that have them or nearly."""

    copies: tuple[Quoted, ...]
    echoes: list[Echo] = field(default_factory=list)


Hits = Sequence[tuple[int, int]]
"""Where pairs of a quotation stand in it and in a text, by the numbers of their words."""


class Text:
    """A document, and where the wanted pairs stand among its words."""

    def __init__(
        self,
        study: Study,
        hits: Sequence[tuple[Pair, int]],
        starts: Sequence[int],
        quotations: Quotations,
    ) -> None:
        self.study, self.hits, self._starts, self._quotations = study, hits, starts, quotations

    @cached_property
    def quotations(self) -> Sequence[QuotationMention]:
        """The quotations in it."""
        return self._quotations()

    def _words(self, first: int, last: int) -> list[Word]:
        """Its words from one number to another, exclusive."""
        first, text = max(first, 0), self.study.document.text
        if first >= min(last, len(self._starts)):
            return []
        return words_of(text, self._starts[first], self._starts[last] if last < len(self._starts) else len(text))

    def own(self, utterance: Utterance) -> list[int]:
        """Where copies of an utterance begin in this document."""
        return [copy.start for copy in utterance.copies if copy.study is self.study]

    def best(self, utterance: Utterance, hits: Hits) -> Echo | None:
        """The passage that has most of the words, the copies' own places left out."""
        item = utterance.copies[0]
        least = min(_FEWEST_HITS, len({mine for mine, _ in hits}))
        lanes = sorted((lane for lane in _lanes(hits) if len(lane) >= least), key=len, reverse=True)[:_MOST_LANES]
        own = [copy.mention for copy in utterance.copies if copy.study is self.study]
        found = [echo for lane in lanes if (echo := self._laid(item, own, lane)) is not None]
        return max(found, key=self._rank, default=None)

    def _rank(self, echo: Echo) -> tuple[bool, int, bool, int]:
        """The closest first, then what is in the text before what is in a headline, then what comes first."""
        block = block_around(self.study.document, echo.start)
        inside = block is not None and block.kind not in _HEADLINES
        return echo.alignment.is_exact, echo.alignment.same, inside, -echo.start

    def _laid(self, item: Quoted, own: Sequence[QuotationMention], lane: Sequence[tuple[int, int]]) -> Echo | None:
        text = self.study.document.text
        first = min(theirs - mine for mine, theirs in lane) - _SLACK
        last = max(theirs - mine for mine, theirs in lane) + len(item.words) + _SLACK
        passage = self._words(first, last)
        if own and any(word.start < mention.end and mention.start < word.end for mention in own for word in passage):
            return None
        if len(item.plain.intersection(house(word.text) for word in passage)) < _LEAST_SHARED * len(item.plain):
            return None
        alignment = align(item.study.document.text, item.words, text, passage)
        if alignment is None:
            return None
        inside = self._around(alignment)
        if inside is not None:
            words = words_of(text, inside.start, inside.end)
            alignment = align(item.study.document.text, item.words, text, words, bounded=True)
        return Echo(item, self.study, alignment, inside) if alignment is not None else None

    def _around(self, alignment: Alignment) -> QuotationMention | None:
        """The quotation that holds most of the passage."""
        after = bisect_right(self.quotations, alignment.start + 1, key=lambda mention: mention.start)
        for mention in reversed(self.quotations[max(after - _NESTED, 0) : after + 1]):
            shared = min(mention.end, alignment.end) - max(mention.start, alignment.start)
            if shared * 10 >= 6 * (alignment.end - alignment.start):
                return mention
        return None


def _lanes(hits: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The hits in runs that lie near each other in the text."""
    lane: list[tuple[int, int]] = []
    for hit in sorted(hits, key=lambda entry: (entry[1], entry[0])):
        if lane and hit[1] - lane[-1][1] > _WIDEST_GAP:
            yield lane
            lane = []
        lane.append(hit)
    if lane:
        yield lane


def packed(text: Text, laid: Iterable[tuple[Utterance, Hits]], judged: Callable[[Echo], Judged]) -> list[list[Any]]:
    """The best passages of a text for utterances, as plain values, each with the number of its utterance."""
    found = [(place, text.best(utterance, hits)) for place, (utterance, hits) in enumerate(laid)]
    return [
        [place, judged(echo), _where(echo, text), *_values(echo.alignment)] for place, echo in found if echo is not None
    ]


def _values(found: Alignment) -> tuple[Any, ...]:
    apart = [(one.change, one.quoted, one.stands) for one in found.divergences]
    return found.start, found.end, found.same, found.telling, found.longest, found.compared, apart


def _where(echo: Echo, text: Text) -> int | None:
    """The number of the quotation that holds a passage."""
    return None if echo.inside is None else text.quotations.index(echo.inside)


def unpacked(quoted: Quoted, text: Text, judged: Judged, inside: int | None, *aligned: Any) -> Echo:
    """A passage of such values."""
    start, end, same, telling, longest, compared, divergences = aligned
    apart = tuple(Divergence(*one) for one in divergences)
    alignment = Alignment(start, end, same, telling, longest, compared, apart)
    return Echo(quoted, text.study, alignment, None if inside is None else text.quotations[inside], judged)
