"""Where quoted words stand elsewhere: in another document's text, in another quotation, in the same document.

Equal quotations are taken together first. Then one of each gives pairs of telling words, all texts are read once for
those pairs, and only the places that share the rarest ones are laid against it. No quotation meets all others.
"""

import sys
import weakref
from array import array
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, partial
from hashlib import blake2b
from itertools import compress
from typing import Any, NamedTuple

from factcheck.checking import Archive, Check, Gathering, Study
from factcheck.contexts.words import SMALL, house, words_of
from factcheck.digests import digest_of
from factcheck.quotations.passages import (
    Echo,
    Hits,
    Pair,
    Quotations,
    Quoted,
    Text,
    Utterance,
    packed,
    quotations_of,
    unpacked,
)
from factcheck.quotations.utterances import judged

_MOST_PLACES = 60
"""A pair of words in more places than this tells little."""
_FEW_PLACES = 20
"""How many places of a frequent pair are looked at where a quotation has no rare one."""
_MOST_PAIRS = 30
_FEWEST_HITS = 2


def utterances(archive: Archive, check: Check) -> list[Utterance]:
    """All that is quoted in the documents that hold something for a check.

    Each with its copies, and the passages of all documents that share its rare words.

    The last answer is kept as long as its archive lives, since several checks ask.
    """
    if not _LAST or _LAST[0][0]() is not archive:
        asked = [study for study in archive.holding(check) if archive.asks(study.source.id, study.source.id)]
        _LAST[:] = [(weakref.ref(archive), _laid_out(asked, archive))]
    return _LAST[0][1]


_LAST: list[tuple[weakref.ref[Archive], list[Utterance]]] = []


class Marks(NamedTuple):
    """What quotations are found by in a document: a mark for each pair of words, the word at which each ends, where
    the words begin, and what is quoted there."""

    pairs: Sequence[int]
    places: Sequence[int]
    starts: Sequence[int]
    quotations: Quotations


def marks_of(study: Study) -> Marks:
    """The marks of a document."""
    words = words_of(study.document.text)
    found = [(_mark(pair), place) for place, pair in _pairs([word.text for word in words])]
    starts = [word.start for word in words]
    return Marks([mark for mark, _ in found], [place for _, place in found], starts, partial(quotations_of, study))


def packed_marks(study: Study) -> list[str]:
    """The same as plain values, without what is quoted."""
    found = marks_of(study)
    return [_coded(*one) for one in zip(_CODES, (found.pairs, found.places, found.starts), strict=True)]


def unpacked_marks(told: Sequence[str], quotations: Quotations) -> Marks:
    """The marks of such values."""
    pairs, places, starts = (_decoded(*one) for one in zip(_CODES, told, strict=True))
    return Marks(pairs, places, starts, quotations)


_CODES = "QII"
MARKS = Gathering("marks", packed_marks)


def _quoted(study: Study) -> list[Any]:
    """What a document quotes, as plain values: its number, where it stands, whether a speaker is known, its words."""
    found = []
    for number, mention in enumerate(quotations_of(study)):
        words = words_of(study.document.text, mention.start, mention.end)
        if len(words) >= 2:
            said = " ".join(word.text for word in words)
            found.append([number, mention.start, mention.end, bool(mention.speaker), said])
    return found


QUOTED = Gathering("quoted", _quoted)


def _coded(code: str, numbers: Iterable[int]) -> str:
    """Numbers as text, lowest byte first."""
    made = array(code, numbers)
    if sys.byteorder == "big":
        made.byteswap()
    return b64encode(made.tobytes()).decode()


def _decoded(code: str, text: str) -> Sequence[int]:
    made = array(code, b64decode(text))
    if sys.byteorder == "big":
        made.byteswap()
    return made


def _mark(pair: Pair) -> int:
    return int.from_bytes(blake2b("\0".join(pair).encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


class Echoes:
    """What one document quotes, and the passages of other documents that share its rare words; these are found when
    they are asked for.

    `marks` are those of the other documents, by source, as far as they are known.
    """

    def __init__(self, quoting: Study, texts: Iterable[Study], marks: Mapping[str, Callable[[], Marks]]) -> None:
        found = _uttered([quoting], {quoting.source.id: cache(partial(quotations_of, quoting))})
        self._utterances = {copy.start: item for item in found for copy in item.copies}

        def known(study: Study) -> Marks:
            return marks[study.source.id]() if study.source.id in marks else marks_of(study)

        self._texts = _texts(self._utterances.values(), texts, known)
        self._places = _placed(self._texts)

    def of(self, start: int, sources: AbstractSet[str] | None = None) -> list[Echo]:
        """The best of each document, or of some of them, for the quotation that begins there."""
        utterance = self._utterances.get(start)
        return [] if utterance is None else list(_echoes(utterance, self._texts, self._places, sources))


def quotes(study: Study) -> bool:
    """Whether a document quotes anything."""
    return any(True for _ in quotations_of(study))


def _laid_out(quoting: Iterable[Study], archive: Archive) -> list[Utterance]:
    quoted = {source: cache(partial(quotations_of, study)) for source, study in archive.studies.items()}
    found = _uttered(quoting, quoted)

    def marks(study: Study) -> Marks:
        return unpacked_marks(study.gathered(MARKS), quoted[study.source.id])

    read = _texts(found, archive.studies.values(), marks)
    places = _placed(read)
    asked: dict[tuple[int, str], list[tuple[Utterance, Hits]]] = defaultdict(list)
    for utterance in found:
        for number, hits in _hits(utterance.copies[0], places).items():
            asked[number, utterance.copies[0].source].append((utterance, hits))
    for number, source in sorted(asked):
        text, laid = read[number], asked[number, source]
        mark = digest_of([[one.copies[0].start, text.own(one), hits] for one, hits in laid])
        make = partial(packed, text, laid, judged)
        for place, *told in archive.between("echo", source, text.study.source.id, make, mark):
            utterance = laid[place][0]
            utterance.echoes.append(unpacked(utterance.copies[0], text, *told))
    return found


def _uttered(quoting: Iterable[Study], quotations: Mapping[str, Quotations]) -> list[Utterance]:
    grouped: dict[tuple[str, ...], list[Quoted]] = defaultdict(list)
    for study in quoting:
        for number, start, end, has_speaker, words in study.gathered(QUOTED):
            said = tuple(words.split(" "))
            quoted = Quoted(study, number, start, end, has_speaker, said, quotations[study.source.id])
            grouped[tuple(map(house, said))].append(quoted)
    return [Utterance(tuple(sorted(copies, key=_has_no_speaker))) for copies in grouped.values()]


def _texts(found: Iterable[Utterance], texts: Iterable[Study], marks: Callable[[Study], Marks]) -> list[Text]:
    """The documents with the places of the pairs that are wanted; none where nothing is."""
    wanted = {_mark(pair): pair for pair in {pair for item in found for _, pair in _pairs(item.copies[0].said)}}
    return [_marked(study, wanted, marks(study)) for study in texts] if wanted else []


def _marked(study: Study, wanted: Mapping[int, Pair], marks: Marks) -> Text:
    are_wanted = map(wanted.__contains__, marks.pairs)
    hits = [(wanted[mark], place) for mark, place in compress(zip(marks.pairs, marks.places, strict=True), are_wanted)]
    return Text(study, hits, marks.starts, marks.quotations)


def _has_no_speaker(item: Quoted) -> bool:
    return not item.has_speaker


def _placed(texts: Sequence[Text]) -> dict[Pair, list[tuple[int, int]]]:
    """Where the pairs stand: in which text, and there at which word."""
    places: dict[Pair, list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(texts):
        for pair, at in text.hits:
            places[pair].append((number, at))
    return places


def _echoes(
    utterance: Utterance,
    texts: Sequence[Text],
    places: dict[Pair, list[tuple[int, int]]],
    sources: AbstractSet[str] | None = None,
) -> Iterator[Echo]:
    """The best in each document."""
    for number, hits in sorted(_hits(utterance.copies[0], places).items()):
        if sources is None or texts[number].study.source.id in sources:
            echo = texts[number].best(utterance, hits)
            if echo is not None:
                yield echo


def _pairs(words: Sequence[str]) -> Iterator[tuple[int, Pair]]:
    """Each telling word with the two telling words before it, whichever comes first, and with the two words of any kind
    before it."""
    before: list[str] = []
    for place, text in enumerate(words):
        if text in SMALL:
            continue
        plain = house(text)
        for other in before:
            yield place, (min(other, plain), max(other, plain))
        if place >= 2:
            yield place, (f"{words[place - 2]} {words[place - 1]}", plain)
        before = [*before[-1:], plain]


def _hits(item: Quoted, places: dict[Pair, list[tuple[int, int]]]) -> dict[int, list[tuple[int, int]]]:
    """For each text the places (in the quotation, in the text) of the quotation's rarest pairs."""
    pairs = sorted(_pairs(item.said), key=lambda entry: (len(places[entry[1]]), entry[0]))
    rare = [entry for entry in pairs if len(places[entry[1]]) <= _MOST_PLACES][:_MOST_PAIRS]
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for mine, pair in rare or pairs[:_FEWEST_HITS]:
        for number, theirs in places[pair] if rare else places[pair][:_FEW_PLACES]:
            found[number].append((mine, theirs))
    return found
