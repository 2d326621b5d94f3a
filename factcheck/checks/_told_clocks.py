"""Times of day of two documents that are told of one thing: "back on its stand at 06:55", "returned at 08:55"."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.checks._places import sentence_at
from factcheck.checks._statements import Statement
from factcheck.checks._when import when_of
from factcheck.language.concepts import concept_of
from factcheck.language.moments import SELDOM_DATED, moments_of
from factcheck.language.tagging import tag
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
_VERBS = frozenset({"VERB", "PAST", "PART", "GER"})


class _Clause(NamedTuple):
    text: str
    moments: frozenset[str]
    words: frozenset[str]


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
    if not moments or len(shared) < FEWEST or _UNREAL.search(ours.text) or _UNREAL.search(theirs.text):
        return 0.0
    told = (frozenset(map(str.lower, _ONE_OF.findall(clause.text))) for clause in (ours, theirs))
    return float(len(shared) + len(moments)) if len(set(told)) == 1 else 0.0


def _clause(item: Statement) -> _Clause:
    """The clause of a time of day, with what happens in it and the words that carry its meaning."""
    sentence = sentence_at(item.study.document, item.mention.start)
    low, high = (sentence.start, sentence.end) if sentence else (item.mention.start, item.mention.end)
    text = item.study.document.text
    said = _CLAUSE.split(text[low : item.mention.start])[-1] + " " + _CLAUSE.split(text[item.mention.end : high])[0]
    plain = " ".join(said.split())
    verbs = {"arrival"} if _REACHED.search(plain) else set()
    verbs |= {token.lemma for token in tag(plain) if token.tag in _VERBS and token.lemma not in SELDOM_DATED}
    told = [
        *((concept_of(verb, "verb"), verb) for verb in sorted(verbs)),
        *((one, "") for one in sorted(item.concepts)),
    ]
    moments = frozenset(moment for concept, verb in told for moment in moments_of(concept, verb))
    return _Clause(plain, moments, content(plain)[0] - verbs - item.concepts)
