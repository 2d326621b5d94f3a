"""Where quoted words stand elsewhere: in another document's text, in another quotation, in the same document.

The work is a sweep: each quotation gives pairs of telling words, all texts are read once for those pairs, and
only the places that share the rarest ones are laid against the quotation. No quotation meets all others.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking import Archive, Study
from factcheck.checks._alignment import Alignment, align
from factcheck.checks._people import names_in
from factcheck.checks._places import block_around, sentence_at
from factcheck.checks._words import SMALL, Word, house, words_of
from factcheck.records.mention import QuotationMention

Pair = tuple[str, str]

_MOST_PLACES = 60
"""A pair of words in more places than this tells nothing."""
_MOST_PAIRS = 30
_WIDEST_GAP = 40
_SLACK = 4
_NESTED = 3
_FEWEST_HITS = 2


@dataclass(frozen=True)
class Quoted:
    """A quotation with the words of it."""

    study: Study
    mention: QuotationMention
    words: tuple[Word, ...]

    @property
    def source(self) -> str:
        """The id of the source that quotes."""
        return self.study.source.id

    @property
    def telling(self) -> int:
        """How many of its words are not frequent ones."""
        return sum(word.text not in SMALL for word in self.words)


@dataclass(frozen=True)
class Echo:
    """A quotation, and another passage that has its words or nearly: `inside` is the quotation there, if any."""

    quoted: Quoted
    study: Study
    alignment: Alignment
    inside: QuotationMention | None

    @property
    def start(self) -> int:
        """Where the passage begins in the other text."""
        return self.alignment.start

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""
        return self.alignment.end


def quotations_of(study: Study) -> list[QuotationMention]:
    """The quotations of speech and passages; titles of works are none."""
    found = [item for item in study.mentions.get("quotation", ()) if isinstance(item, QuotationMention)]
    return [item for item in found if item.use != "title" and not _is_cited(study, item)]


def _is_cited(study: Study, item: QuotationMention) -> bool:
    """Whether it stands in a note and nobody says it, so that it is most likely a title."""
    block = block_around(study.document, item.start)
    return block is not None and block.kind == "note" and item.speaker is None


def all_quoted(archive: Archive) -> list[Quoted]:
    """Every quotation of at least two words, by source and place."""
    found: list[Quoted] = []
    for study in archive.studies.values():
        for mention in quotations_of(study):
            words = tuple(words_of(study.document.text, mention.start, mention.end))
            if len(words) >= 2:
                found.append(Quoted(study, mention, words))
    return found


def echoes(archive: Archive) -> Iterator[Echo]:
    """Every quotation with the passages that share enough of its rare words, one a document, best first."""
    quoted = all_quoted(archive)
    wanted = {pair for item in quoted for _, pair in _pairs(item.words)}
    if not wanted:
        return
    texts = [_Text(study, wanted) for study in archive.studies.values()]
    places: dict[Pair, list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(texts):
        for pair, at in text.hits:
            places[pair].append((number, at))
    for item in quoted:
        for number, hits in sorted(_hits(item, places).items()):
            echo = texts[number].best(item, hits)
            if echo is not None:
                yield echo


def _pairs(words: Sequence[Word]) -> Iterator[tuple[int, Pair]]:
    """Each telling word with the two telling words before it, and with the two words of any kind before it."""
    before: list[str] = []
    for place, word in enumerate(words):
        if word.text in SMALL:
            continue
        plain = house(word.text)
        for other in before:
            yield place, (other, plain)
        if place >= 2:
            yield place, (f"{words[place - 2].text} {words[place - 1].text}", plain)
        before = [*before[-1:], plain]


def _hits(item: Quoted, places: dict[Pair, list[tuple[int, int]]]) -> dict[int, list[tuple[int, int]]]:
    """For each text the places (in the quotation, in the text) of the quotation's rarest pairs."""
    pairs = [entry for entry in _pairs(item.words) if len(places[entry[1]]) <= _MOST_PLACES]
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for mine, pair in sorted(pairs, key=lambda entry: (len(places[entry[1]]), entry[0]))[:_MOST_PAIRS]:
        for number, theirs in places[pair]:
            found[number].append((mine, theirs))
    return found


class _Text:
    """A document's words, and where the wanted pairs stand among them."""

    def __init__(self, study: Study, wanted: set[Pair]) -> None:
        self.study = study
        self.words = words_of(study.document.text)
        self.quotations = quotations_of(study)
        self.hits = [(pair, place) for place, pair in _pairs(self.words) if pair in wanted]

    def best(self, item: Quoted, hits: Sequence[tuple[int, int]]) -> Echo | None:
        """The passage that has most of the quotation's words, its own place left out."""
        least = min(_FEWEST_HITS, len({mine for mine, _ in hits}))
        lanes = [lane for lane in _lanes(hits) if len(lane) >= least]
        found = [echo for lane in lanes if (echo := self._laid(item, lane)) is not None]
        return max(found, key=self._rank, default=None)

    def _rank(self, echo: Echo) -> tuple[bool, int, bool, int]:
        """The closest first, then what is in the text before what is in a headline, then what comes first."""
        block = block_around(self.study.document, echo.start)
        inside = block is not None and block.kind not in ("title", "standfirst", "heading", "teaser")
        return echo.alignment.is_exact, echo.alignment.same, inside, -echo.start

    def _laid(self, item: Quoted, lane: Sequence[tuple[int, int]]) -> Echo | None:
        text = self.study.document.text
        first = min(theirs - mine for mine, theirs in lane) - _SLACK
        last = max(theirs - mine for mine, theirs in lane) + len(item.words) + _SLACK
        passage = self.words[max(first, 0) : last]
        own = self.study is item.study
        if own and any(word.start < item.mention.end and item.mention.start < word.end for word in passage):
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


_REPORTING = re.compile(
    r"\b(?:said|says|say|saying|told|tells|added|adds|according to|stated|claimed|argued|warned|insisted|announced|"
    r"noted|declared|explained|reported|admitted|denied|promised|vowed)\b"
)


_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me|[Oo]urs)\b")


def is_direct_speech(study: Study, start: int, end: int) -> bool:
    """Whether an unquoted passage is somebody's own words, as in a transcript: it speaks in the first person."""
    return _FIRST_PERSON.search(study.document.text, start, end) is not None


def is_reported_speech(study: Study, start: int, end: int) -> bool:
    """Whether an unquoted passage stands in a sentence that reports what somebody said."""
    first, last = sentence_at(study.document, start), sentence_at(study.document, max(end - 1, start))
    if first is None or last is None:
        return False
    return _REPORTING.search(study.document.text, first.start, last.end) is not None


_MOST_BLOCKS = 3
_PUT_IT = re.compile(r",? as (.{3,60}?) (?:put|puts|has put|said|says) it\b")
_PRONOUN = re.compile(r",? (?:he|she) (?:said|says|told|tells|added|adds|declared|announced)\b")
_LABEL = re.compile(r"([A-Z][A-Z .'’-]{2,40}?)(?:, [^:\n]{1,60})?: ")


def speaker_of(study: Study, mention: QuotationMention) -> str | None:
    """Who says a quotation; where the text only says "he" or "she", the last person named before it in the block."""
    text = study.document.text
    if mention.speaker:
        return mention.speaker
    put = _PUT_IT.match(text, mention.end)
    people = [item for item in names_in(study) if item.type == "person"]
    if put is not None:
        return next((item.entity for item in people if put.start(1) <= item.start < put.end(1)), None)
    block = block_around(study.document, mention.start)
    if block is None or not _PRONOUN.match(text, mention.end):
        return None
    before = [item.entity for item in people if block.start <= item.start < mention.start]
    return before[-1] if before else None


def speaker_there(echo: Echo) -> str | None:
    """Who says the words in the other document: its quotation's speaker, or the transcript's last label before them."""
    if echo.inside is not None:
        return speaker_of(echo.study, echo.inside)
    document = echo.study.document
    place = bisect_right(document.blocks, echo.start, key=lambda block: block.start)
    for block in reversed(document.blocks[max(place - _MOST_BLOCKS, 0) : place]):
        label = _LABEL.match(document.text, block.start, block.end)
        if block.speaker or label:
            return block.speaker or (label[1].title() if label else None)
    return None
