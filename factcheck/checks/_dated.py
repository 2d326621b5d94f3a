"""Happenings with a date, as documents tell of them: what happened, to which thing, and when."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from factcheck.checking import Archive, Study
from factcheck.checks._places import sentence_at
from factcheck.checks._when import When, when_of
from factcheck.identity import name_key
from factcheck.language.concepts import concept_of, measure_of
from factcheck.language.kinds import kinds_of
from factcheck.language.moments import ONCE, moments_of
from factcheck.language.tagging import tag
from factcheck.records.claim import Claim

_GENERIC = frozenset(
    "part section number total group member side piece rest half majority one other thing item object it all some "
    "people person man woman company firm country place area case event incident series kind type time day year "
    "month week first last second".split()
)
"""Nouns that tell one thing from another no more than a pronoun does."""

_ANEW = re.compile(
    r"\b(?:again|another|once more|further|additional|new|next|previous(?:ly)?|earlier|repeated(?:ly)?|anew|"
    r"second time|third time|also|other|same|subsequent|follow-up|annual|monthly|weekly|yearly|every)\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?P<edge>last|latest|most recent(?:ly)?|final(?:ly)?|first|earliest|initial(?:ly)?)\b", re.IGNORECASE)
_REACH = 3
"""Words between "last" and the happening that it is said of."""
_UNDONE = frozenset({"planned", "agreed", "refused", "cancelled"})


@dataclass(frozen=True, eq=False)
class Dated:
    """A claim that dates a happening. `proper` and `common` are the words for what it happened to."""

    claim: Claim
    study: Study
    moments: frozenset[str]
    proper: frozenset[str]
    common: frozenset[str]
    when: When
    edge: str | None
    """"last" or "first" of its kind, where the text says so."""
    anew: bool
    """Whether it is told as one of several."""
    definite: bool
    """Whether it is named by a noun with "the", as something known."""

    @property
    def once(self) -> bool:
        """Whether it can have happened once only."""
        return self.edge is not None or bool(self.moments & ONCE) or self.ordinal is not None

    @property
    def ordinal(self) -> int | None:
        """Which of its kind it was."""
        return self.claim.event.ordinal if self.claim.event else None


def happenings(archive: Archive) -> list[Dated]:
    """The dated happenings of all documents, one for each moment, date and passage: the one that names its actors."""
    found: dict[tuple[str, str, str, int], Dated] = {}
    for study in archive.studies.values():
        for claim in study.claims:
            for one in _happening(claim, study):
                key = (claim.source, min(one.moments), one.when.key, claim.anchors[0].start or 0)
                held = found.get(key)
                if held is None or len(_slots(held.claim)) < len(_slots(claim)):
                    found[key] = one
    return list(found.values())


def _happening(claim: Claim, study: Study) -> Iterator[Dated]:
    span = claim.event.date if claim.event else None
    anchor = claim.anchors[0]
    if span is None or anchor.start is None or claim.modality == "expected" or claim.status in _UNDONE:
        return
    moments = moments_of(concept_of(claim.measure) or claim.measure, claim.measure)
    when = when_of(span)
    if when is None or not moments or not claim.polarity:
        return
    slots = _slots(claim)
    words = [_words(slot) for slot in slots]
    text = study.document.text[anchor.start : anchor.end]
    yield Dated(
        claim,
        study,
        moments,
        frozenset(word for proper, _ in words for word in proper),
        frozenset(word for _, common in words for word in common),
        when,
        _edge(text, claim.measure),
        _ANEW.search(_around(study, anchor.start, anchor.end or anchor.start)) is not None,
        _is_definite(text, claim.measure),
    )


def _around(study: Study, start: int, end: int) -> str:
    sentence = sentence_at(study.document, start)
    return study.document.text[start : min(end, sentence.end) if sentence else end]


def _slots(claim: Claim) -> tuple[str, ...]:
    """The phrases for what it happened to: what undergoes it, else what does it."""
    roles = claim.roles
    return roles.recipient or roles.agent or (*roles.to, *roles.from_)


@lru_cache(maxsize=16384)
def _words(phrase: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a name, folded, and the nouns of a phrase, each with the kind that it is of."""
    proper, common = set(), set()
    for token in tag(phrase):
        if token.tag == "PROPER":
            proper.add(name_key(token.text))
        if token.tag in ("NOUN", "PROPER"):
            noun = measure_of(token.lower)
            if noun and noun not in _GENERIC:
                common.add(noun)
    return frozenset(proper), frozenset(common - {word for word in proper if not kinds_of(word)})


def _edge(text: str, measure: str) -> str | None:
    """Whether a happening is told as the last, or the first, of its kind."""
    tokens = tag(" ".join(text.split()))
    for place, token in enumerate(tokens):
        match = _LAST.fullmatch(token.text)
        if match is None:
            continue
        near = tokens[place + 1 : place + 1 + _REACH]
        if any((concept_of(other.lemma) or other.lemma) == measure or other.lemma == measure for other in near):
            return "first" if match["edge"].lower()[0] in "fei" and match["edge"].lower()[:2] != "fi" + "n" else "last"
    return None


def _is_definite(text: str, measure: str) -> bool:
    """Whether the happening is a noun with "the" at the head of its phrase ("the attack on 2 March")."""
    tokens = tag(" ".join(text.split())[:120])
    for one, other in zip(tokens, tokens[1:], strict=False):
        if other.tag == "NOUN" and (concept_of(other.lower, "noun") or other.lemma) == measure:
            return one.lower in ("the", "this", "that") or one.tag in ("POSS", "NOUN")
    return False
