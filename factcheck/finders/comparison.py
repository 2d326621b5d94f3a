"""Comparisons and rankings: "second largest", "slightly behind", "twice as many as", "the first … since"."""

import re
from collections.abc import Iterator

from factcheck.finders._comparing import Line, Seen
from factcheck.finders._likening import EXCEEDING, MULTIPLES, equal, exceeding, multiple, position, than
from factcheck.finders._rankings import RANKED, extreme, first, only, ranking
from factcheck.finders._standings import standings
from factcheck.language.degrees import COMPARATIVES, SUPERLATIVES
from factcheck.language.number_words import FRACTIONS
from factcheck.language.tagging import Token, tag
from factcheck.language.wordforms import Remembered
from factcheck.mentioning import Finder, Sight
from factcheck.records.document import Sentence
from factcheck.records.mention import ComparisonMention

_TRIGGER = re.compile(
    r"\b(?:\w{2,}est|most|foremost|leading|least|first|last|only|worst|than|equal|twice|double|triple|times|same|par|behind|ahead|as"
    r"|outnumber\w*|surpass\w*|exceed\w*|overt\w+|match\w*|half|\w+(?:third|quarter|fifth|sixth|tenth)s?|third|quarter|fifth"
    r"|sixth|tenth|level|second|halves|thirds|quarters|fifths|\w+-?fold)\b"
)
_POSITIONS = frozenset(("behind", "ahead"))
_FOREMOST = frozenset(("leading", "foremost"))
_EQUALS = frozenset("equal level par same as".split())
_TELLING = (
    RANKED | SUPERLATIVES.keys() | COMPARATIVES.keys() | _EQUALS | _POSITIONS | MULTIPLES.keys() | FRACTIONS.keys()
    | _FOREMOST | {"first", "last", "only", "times", "fold"}
)  # fmt: skip
_COMPARES: Remembered[bool] = Remembered(lambda word: _TRIGGER.search(word) is not None)
"""Whether a word makes it likely that its sentence compares."""
_PLACES = re.compile(
    r"(?:\d(?:st|nd|rd|th)|first|second|third|\wth|last|bottom|top|tops|topped|heads|headed|leads|led|won|wins|No\.|"
    r"number|#\d{1,3}|runners?-up|gold|silver|bronze)$",
    re.IGNORECASE,
)
_STANDS: Remembered[bool] = Remembered(lambda word: _PLACES.search(word) is not None)
"""Whether a word may be a place in a contest."""
_READ = frozenset({"paragraph", "list-item", "quotation", "caption", "note", "title", "heading", "teaser"})


def find(sight: Sight) -> Iterator[ComparisonMention]:
    """Every comparison of the document."""
    document = sight.document
    for sentence in document.sentences:
        if document.blocks[sentence.block].kind in _READ:
            yield from _in_sentence(document.text, sentence)


_LONGEST = 2_000


def _in_sentence(text: str, sentence: Sentence) -> Iterator[ComparisonMention]:
    words = text[sentence.start : min(sentence.end, sentence.start + _LONGEST)]
    tokens = tag(words)
    line = Line(words, sentence.start, tokens)
    if any(_STANDS[token.text] for token in tokens):
        yield from (_mention(line, seen) for seen in standings(line))
    if any(_COMPARES[token.text] for token in tokens):
        yield from (_mention(line, seen) for seen in _comparisons(line))


def _comparisons(line: Line) -> Iterator[Seen]:
    done = -1
    for place, token in enumerate(line.tokens):
        if place <= done or not (token.lower in _TELLING or "-" in token.lower or token.lemma in EXCEEDING):
            continue
        seen = _at(line, place, token)
        if seen is None:
            continue
        done = seen.end - 1
        yield seen


def _mention(line: Line, seen: Seen) -> ComparisonMention:
    return ComparisonMention(
        start=line.at + line.tokens[seen.start].start, end=line.at + line.tokens[seen.end - 1].end,
        finder=FINDER.signature, relation=seen.relation, rank=seen.rank, factor=seen.factor,
        superlative=seen.superlative, dimension=seen.dimension, subject=seen.subject, object=seen.object,
        scope=seen.scope,
    )  # fmt: skip


def _at(line: Line, place: int, token: Token) -> Seen | None:
    lower = token.lower
    if lower in RANKED or "-" in lower:
        found = ranking(line, place)
        if found is not None:
            return found
    if lower in SUPERLATIVES or (lower in _FOREMOST and place > 0 and line.tokens[place - 1].lower not in ("a", "an")):
        return extreme(line, place, None)
    if lower in ("first", "last"):
        return first(line, place)
    if lower == "only":
        return only(line, place)
    if lower in COMPARATIVES:
        return than(line, place)
    if lower in _EQUALS:
        return equal(line, place)
    if lower in MULTIPLES or lower in FRACTIONS or lower in ("times", "fold"):
        return multiple(line, place)
    if lower in _POSITIONS:
        return position(line, place)
    if token.lemma in EXCEEDING:
        return exceeding(line, place, token.lemma)
    return None


FINDER = Finder(id="comparison", version=3, find=find)
"""Needs no other finder."""
