"""Happenings with a date, as documents tell of them: what happened, to which thing, and when."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from factcheck.contexts.things import words_of
from factcheck.contexts.when import When, when_of
from factcheck.identity import name_key
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.concepts import TRANSFERS, concept_of
from factcheck.language.moments import DONE_TO, OF_SOMEBODY, ONCE, moments_of
from factcheck.language.nouns import singular
from factcheck.language.tagging import Token, tag
from factcheck.records.claim import Claim
from factcheck.rows import Row, moments_told

_ANEW = re.compile(r"\b(?:again|once more|anew|repeatedly|for the (?:second|third|fourth|last) time)\b", re.IGNORECASE)
_FURTHER = frozenset(
    "another further additional other second third fourth fifth sixth seventh eighth ninth tenth remaining more each "
    "every subsequent".split()
)
_REGULAR = frozenset("annual yearly monthly weekly quarterly biannual biennial daily regular routine".split())
_RENEWED = _FURTHER | _REGULAR | frozenset("new next previous earlier follow-up".split())
"""What tells one thing, or one happening, from others of its kind."""
_DEFINITE = frozenset("the this that its their his her our".split())
_TIES = re.compile(r" (?:of|at|in|on|near) ")
_HEAD = 120
"""Letters at the head of a clause in which a noun for what happened is looked for."""
_LAST = re.compile(
    r"\b(?P<edge>last|latest|most recent(?:ly)?|final(?:ly)?|first|earliest|initial(?:ly)?)\b", re.IGNORECASE
)
_REACH = 3
"""Words between "last" and the happening that it is said of."""
_UNDONE = {"planned": "", "agreed": "agreement", "refused": "rejection", "cancelled": "cancellation"}
"""How far a happening came that did not take place, and what did take place then."""

_PRELIMINARY = re.compile(
    r"\b(?:preliminary|provisional|tentative|outline|framework|non-binding|draft|initial) (?:[\w’'-]+ ){0,2}?"
    r"(?:agreements?|deals?|accords?|contracts?|terms|approval|settlement|sale)\b|"
    r"\b(?:agree[ds]?|agreement|deal) in principle\b|"
    r"\b(?:memorand(?:um|a) of understanding|letters? of intent|heads of terms)\b",
    re.IGNORECASE,
)
"""What comes before an agreement that binds."""


@dataclass(frozen=True, eq=False)
class Dated:
    """A claim that dates a happening. `proper` and `common` are the words for what it happened to."""

    row: Row
    moments: frozenset[str]
    proper: frozenset[str]
    common: frozenset[str]
    when: When

    @cached_property
    def planned(self) -> bool:
        """Whether it is told as yet to come."""
        return is_planned(self.row)

    @cached_property
    def edge(self) -> str | None:
        """ "last" or "first" of its kind, where the text says so."""
        return _edge(self.claim.wording, self.claim.measure)

    @cached_property
    def preliminary(self) -> bool:
        """Whether its sentence tells of an agreement that does not bind yet."""
        return _PRELIMINARY.search(self.claim.sentence) is not None

    @cached_property
    def published(self) -> int | None:
        """The day of its document, as a number; null where it is not known."""
        return date.fromisoformat(self.claim.as_of).toordinal() if self.claim.as_of else None

    @cached_property
    def anew(self) -> bool:
        """Whether it is told as one of several."""
        return _is_anew(self.claim.wording, self.claim)

    @cached_property
    def regular(self) -> bool:
        """Whether it is told as one that comes round, and not otherwise as one of several: "the annual inspection"."""
        text = " ".join(word for word in self.claim.wording.split() if word.lower() not in _REGULAR)
        return self.anew and not _is_anew(text, self.claim)

    @property
    def by_whom(self) -> bool:
        """Whether its words are of who did it alone, and not of what it was done to."""
        roles = self.claim.roles
        return bool(roles.agent and not roles.recipient and self.moments & DONE_TO)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The nouns of a part of what is named: the engines, of "the engines of the ferry Sandvik"."""
        found: set[str] = set()
        for slot in self.slots:
            part, *rest = _TIES.split(slot, maxsplit=1)
            whole = "".join(rest)
            if whole and words_of(whole)[0] and not words_of(part)[0]:
                found |= words_of(part)[1] - words_of(whole)[1]
        return frozenset(found)

    @cached_property
    def definite(self) -> bool:
        """Whether it is named by a noun with "the", as something known."""
        return _is_definite(self.claim.wording, self.claim.measure, self.moments)

    @cached_property
    def around(self) -> frozenset[str]:
        """The names of its clause, folded, without those who say so."""
        return _names(self.claim.wording, self.claim)

    @cached_property
    def counted(self) -> frozenset[str]:
        """The nouns of what a verb counts, where that is no role of its: homes, of "built 120 homes"."""
        return frozenset() if self.claim.roles.recipient else _counted(self.claim.wording)

    @cached_property
    def goods(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words of names, and the nouns, of what is bought, sold or brought; empty where nothing is told."""
        return _goods(self.claim.wording, self.claim.measure)

    @property
    def claim(self) -> Claim:
        """The claim itself."""
        return self.row.claim

    @cached_property
    def once(self) -> bool:
        """Whether it can have happened once only."""
        return bool(self.moments & ONCE) or self.row.ordinal is not None or self.edge is not None

    @property
    def slots(self) -> tuple[str, ...]:
        """The phrases for what it happened to."""
        return slots_of(self.claim)


def is_planned(row: Row) -> bool:
    """Whether a row tells of what is yet to come."""
    return row.modality == "expected" or row.claim.status == "planned"


def dated_of(row: Row) -> Dated | None:
    """A row as one of a dated happening; null where it tells of none that could be dated otherwise."""
    if row.memo is None:
        row.memo = (_dated(row) if row.seen is None else unpacked(row, *row.seen[1:]),)
    found: Dated | None = row.memo[0]
    return found


def packed(dated: Dated) -> list[Any]:
    """The same as plain values, with what comparing asks of it first."""
    when = dated.when
    told = [when.days, when.minutes, when.granularity, when.key, when.zone, when.either_half]
    sets = (dated.moments, dated.proper, dated.common)
    return [*map(sorted, sets), told, [dated.planned, dated.definite, dated.edge]]


def unpacked(row: Row, moments: list[str], proper: list[str], common: list[str], when: Any, known: Any) -> Dated:
    """A dated happening of such values, and its row."""
    days, minutes, *told = when
    then = When(days and tuple(days), minutes and tuple(minutes), *told)
    made = Dated(row, frozenset(moments), frozenset(proper), frozenset(common), then)
    made.__dict__.update(zip(("planned", "definite", "edge"), known, strict=True))
    return made


def _dated(row: Row) -> Dated | None:
    claim = row.claim
    span = claim.event.date if claim.event else None
    if span is None or not claim.polarity:
        return None
    if claim.status in _UNDONE and not is_planned(row) and claim.measure != _UNDONE[claim.status]:
        return None
    moments, when = moments_told(claim), when_of(span)
    if when is None or not moments:
        return None
    words = [words_of(slot) for slot in slots_of(claim) or _owners(claim.wording, claim.measure)]
    if moments & OF_SOMEBODY and not any(proper or common for proper, common in words):
        return None
    return Dated(
        row,
        moments,
        frozenset(word for proper, _ in words for word in proper),
        frozenset(word for _, common in words for word in common if not _tells_of(word, moments)),
        when,
    )


def _tells_of(noun: str, moments: frozenset[str]) -> bool:
    """Whether a noun tells what happened, and not to what."""
    concept = concept_of(noun, "noun")
    return concept is not None and not moments_of(concept, "").isdisjoint(moments)


def slots_of(claim: Claim) -> tuple[str, ...]:
    """The phrases for what it happened to: what undergoes it, else what does it, else what it is for."""
    roles = claim.roles
    return roles.recipient or roles.agent or (*roles.to, *roles.from_) or roles.for_


def _names(text: str, claim: Claim) -> frozenset[str]:
    """The names in a clause, folded word by word, without those who say so."""
    said = {word for name in claim.said_by for word in name_key(name).split()}
    found = {name_key(token.text) for token in tag(text) if token.tag == "PROPER"}
    return frozenset(found - said - {*MONTHS, *WEEKDAYS})


def _is_anew(text: str, claim: Claim) -> bool:
    """Whether it is told as one of several: "again", "a further attack", "a third man"."""
    if _ANEW.search(text):
        return True
    heads = {phrase.split(" of ")[0].split()[-1].lower() for phrase in slots_of(claim) if phrase.strip()}
    tokens = tag(text)
    for place, token in enumerate(tokens):
        near = tokens[place + 1 : place + 1 + _REACH]
        if near and near[0].lower == "of":  # "another of | our injured colleagues"
            near = tokens[place + 2 : place + 2 + _REACH]
        if token.lower in _RENEWED and any(
            other.tag == "NOUN" and _tells(other.lower, claim.measure) for other in near
        ):
            return not (claim.event and claim.event.ordinal)
        if token.lower in _FURTHER and any(other.lower in heads for other in near if other.tag in ("NOUN", "ADJ")):
            return True
    return False


def _tells(word: str, measure: str) -> bool:
    return measure in (concept_of(word, "noun"), singular(word))


def _edge(text: str, measure: str) -> str | None:
    """Whether a happening is told as the last, or the first, of its kind."""
    tokens = tag(text)
    for place, token in enumerate(tokens):
        match = _LAST.fullmatch(token.text)
        if match is None:
            continue
        near = tokens[place + 1 : place + 1 + _REACH]
        if any((concept_of(other.lemma) or other.lemma) == measure or other.lemma == measure for other in near):
            return "first" if match["edge"].lower()[:3] in ("fir", "ear", "ini") else "last"
    return None


def _owners(text: str, measure: str) -> tuple[str, ...]:
    """What stands before the noun of a happening and says to what it happened: the tower's collapse, the condo fire."""
    tokens = tag(text[:_HEAD])
    for place, token in enumerate(tokens):
        if token.tag == "NOUN" and _tells(token.lower, measure):
            start = place
            while start > 0 and tokens[start - 1].tag in ("NOUN", "PROPER", "POSS"):
                start -= 1
            return (text[tokens[start].start : tokens[place - 1].end],) if start < place else ()
    return ()


def _counted(text: str) -> frozenset[str]:
    """The nouns of a number that stands behind a verb."""
    tokens = tag(text)
    for place in range(1, len(tokens)):
        before = tokens[place - (2 if place > 1 and tokens[place - 1].lower in ("about", "some", "around") else 1)]
        if tokens[place].tag == "NUM" and before.tag in ("VERB", "PAST", "PART"):
            end = place + 1
            while end < len(tokens) and tokens[end].tag in ("ADJ", "NOUN"):
                end += 1
            return words_of(text[tokens[place + 1].start : tokens[end - 1].end])[1] if end > place + 1 else frozenset()
    return frozenset()


def _goods(text: str, measure: str) -> tuple[frozenset[str], frozenset[str]]:
    """What changes hands by the first verb for it: its object, or the subject of a passive one."""
    tokens = tag(text)
    for place, token in enumerate(tokens):
        if token.tag not in _VERBS or token.lemma not in TRANSFERS or concept_of(token.lemma) != measure:
            continue
        first, last = place + 1, place + 1
        if place and tokens[place - 1].lower in ("was", "were", "been", "being"):
            first = place - 1
            while first and (_of_phrase(tokens[first - 1]) or tokens[first - 1].tag == "PREP"):
                first -= 1
            last = first
        while last < len(tokens) and _of_phrase(tokens[last]):
            last += 1
        return words_of(text[tokens[first].start : tokens[last - 1].end]) if last > first else _NO_GOODS
    return _NO_GOODS


_VERBS = ("VERB", "PAST", "PART")
_NO_GOODS: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def _of_phrase(token: Token) -> bool:
    return token.tag in ("DET", "ADJ", "NOUN", "PROPER", "NUM", "ORD", "POSS") or token.lower == "of"


def _is_definite(text: str, measure: str, moments: frozenset[str]) -> bool:
    """Whether the happening is a noun with "the" at the head of its phrase ("the attack on 2 March")."""
    tokens = tag(text[:_HEAD])
    for place, token in enumerate(tokens):
        if token.tag == "NOUN" and (_tells(token.lower, measure) or _tells_of(token.lower, moments)):
            before = place - 1
            while before >= 0 and tokens[before].tag in ("ADJ", "ORD", "NUM", "NOUN", "PROPER", "POSS"):
                before -= 1
            return before >= 0 and tokens[before].lower in _DEFINITE
    return False
