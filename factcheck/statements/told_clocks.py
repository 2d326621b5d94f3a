"""Times of day of two documents that are told of one thing: "back on its stand at 06:55", "returned at 08:55"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from factcheck.contexts.places import sentence_at, within
from factcheck.contexts.when import when_of
from factcheck.language.concepts import concept_of
from factcheck.language.moments import HAPPENING_BY_ITSELF, SELDOM_DATED, moments_of
from factcheck.language.tagging import Token, tag
from factcheck.records.mention import EventMention, TimeMention
from factcheck.statements.drawn import Statement
from factcheck.wording import content

FEWEST = 1
"""Words that two clauses must share beside their verb."""
MOST = 60
"""Times of day of a document that are held against those of another."""

_CLAUSE = re.compile(r"[;:()–—]|, (?=(?:and|but|or|so|while|where|when|which|who)\b)|\b(?:but|where|which|who|while)\b")
_UNREAL = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|plans?|planned|expected|due|scheduled|not|never|no|nor|without|if|"
    r"unless|deadline|usually|normally|daily|every|each|until|till|between)\b",
    re.IGNORECASE,
)
"""Words by which a clause does not simply tell what happened, and at what time."""
_ONE_OF = re.compile(
    r"\b(?:first|second|third|fourth|fifth|final|last|next|previous|another|other|again|later|earlier)\b", re.IGNORECASE
)
_REACHED = re.compile(r"\b(?:reach(?:ed|es)?|g[eo]ts? (?:back )?to|came to|made it to|turned up|pulled in(?:to)?)\b")
_OCCURRED = re.compile(
    r"(?:It|This|That|(?:The|That|This) (?:[a-z-]+ )?"
    r"(?:accident|incident|tragedy|disaster|attack|crash|collision|blast|fire|robbery|shooting)) "
    r"(?:had )?(?:happen(?:s|ed)|occur(?:s|red)|took place|taken place|came)\b"
)
"""What dates the happening of the sentence before: "It happened around 7.15am"."""
_CLEFT = re.compile(r"It (?:was|is|would be|must have been)\b[^,;:.]{0,60}\bwhen\b")
"""What puts a time of day before all that happened then: "It was half past four when the alarm was raised"."""
_COMES = frozenset(
    "happen occur take come strike hit rip tear rock shake begin start break erupt kill injure destroy flatten wake "
    "jolt rattle engulf sweep blow shatter set".split()
)
"""Verbs by which a happening that does things is told to come."""
_JOINED = re.compile(r",? and |, |; ")
_VERBS = frozenset({"VERB", "PAST", "PART", "GER"})


class _Clause(NamedTuple):
    text: str
    moments: frozenset[str]
    words: frozenset[str]
    known: frozenset[str]
    """Of the moments, those of a happening that is spoken of as known: "the blast", "it happened"."""
    nouns: frozenset[str]
    """The nouns that tell the happening together with one of the verbs: the alarm that is raised."""
    verbs: frozenset[str]


def other_clocks(ours: Iterable[Statement], theirs: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Times of day of two documents that are not the same, of one day or of no told day."""
    others = [item for item in theirs if item.span and item.span.time_of_day][:MOST]
    for one in [item for item in ours if item.span and item.span.time_of_day][:MOST]:
        for other in others:
            if _is_other(one, other):
                yield (one, other) if one.place < other.place else (other, one)


def _is_other(one: Statement, other: Statement) -> bool:
    if one.span is None or other.span is None:
        return False
    ours, theirs = when_of(one.span), when_of(other.span)
    return ours is not None and theirs is not None and ours.apart(theirs) == "clock"


def clock_points(one: Statement, other: Statement) -> float:
    """How many words the clauses of two times of day share; 0 where they have no verb in common, or not enough."""
    ours, theirs = _clause(one), _clause(other)
    moments = ours.moments & theirs.moments
    shared = ((ours.words & theirs.words) | (one.names & other.names)) - moments
    shared |= ours.nouns & theirs.nouns if ours.verbs & theirs.verbs else frozenset()
    fewest = 0 if ours.known & theirs.known else FEWEST
    if not moments or len(shared) < fewest or _UNREAL.search(ours.text) or _UNREAL.search(theirs.text):
        return 0.0
    told = (frozenset(map(str.lower, _ONE_OF.findall(clause.text))) for clause in (ours, theirs))
    return float(len(shared) + len(moments)) if len(set(told)) == 1 else 0.0


def _clause(item: Statement) -> _Clause:
    """The clause of a time of day, with what happens in it and the words that carry its meaning."""
    document = item.study.document
    sentence = sentence_at(document, item.mention.start)
    low, high = (sentence.start, sentence.end) if sentence else (item.mention.start, item.mention.end)
    low, high = _between_times(item, low, high)
    before = _CLAUSE.split(document.text[low : item.mention.start])[-1]
    plain = " ".join(f"{before} {_CLAUSE.split(document.text[item.mention.end : high])[0]}".split())
    tokens = tag(plain)
    verbs = {"arrival"} if _REACHED.search(plain) else set()
    verbs |= {token.lemma for token in tokens if token.tag in _VERBS and token.lemma not in SELDOM_DATED}
    known = set(_subjects(tokens))
    words = content(plain)[0]
    if sentence is not None and _OCCURRED.match(plain):
        earlier = sentence_at(document, max(sentence.start - 2, 0))
        if earlier is not None and sentence.block - earlier.block <= 1:
            told_before = content(" ".join(document.text[earlier.start : earlier.end].split()))[0]
            words, known = words | told_before, known | (told_before & HAPPENING_BY_ITSELF)
            near = within(item.study.seen(EventMention), earlier.start, earlier.end)
            known |= {event.concept for event in near if event.concept}
    concepts = item.concepts
    if _CLEFT.match(plain):
        following = within(item.study.seen(EventMention), item.mention.end, high)
        concepts |= {event.concept for event in following if event.concept}
    moments = _moments(known)
    told = _moments(concepts).union(*(moments_of(concept_of(verb, "verb"), verb) for verb in verbs))
    left = words - verbs - known
    return _Clause(plain, told | moments, left - concepts, moments, left & concepts, frozenset(verbs))


def _moments(concepts: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(moments_of(concept, "") for concept in concepts))


def _between_times(item: Statement, low: int, high: int) -> tuple[int, int]:
    """The part of a sentence that one of several times in it belongs to: "the women start at 10 and the men at 11"."""
    times = within(item.study.seen(TimeMention), low, high)
    ends = [other.end for other in times if other.end <= item.mention.start]
    starts = [other.start for other in times if other.start >= item.mention.end]
    text = item.study.document.text
    joined = [place.start() for start in starts[:1] for place in _JOINED.finditer(text, item.mention.end, start)]
    opened = [place.end() for end in ends[-1:] for place in _JOINED.finditer(text, end, item.mention.start)]
    return (opened[-1] if opened else low), (joined[0] if joined else high)


def _subjects(tokens: Sequence[Token]) -> Iterator[str]:
    """The happenings that nouns before the first verb name as known, where it tells their coming: "the blast tore
    through the roof"."""
    found: list[str] = []
    is_known = False
    for token in tokens:
        if token.tag in _VERBS:
            yield from found if token.lemma in _COMES else ()
            return
        is_known = token.lower == "the" or (is_known and token.tag in ("ADJ", "NOUN", "PROPER"))
        concept = concept_of(token.lemma, "noun") if is_known and token.tag == "NOUN" else None
        if concept is not None and concept in HAPPENING_BY_ITSELF:
            found.append(concept)
