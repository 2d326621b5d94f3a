"""What a document calls the first, the only, the second or the most of something, with the words that limit it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from factcheck.checking import Study
from factcheck.contexts.places import sentence_at, within
from factcheck.identity import measure_terms, name_key
from factcheck.language.concepts import concept_of, measure_of
from factcheck.language.degrees import COMPARATIVES, DOWNWARD, SUPERLATIVES
from factcheck.language.tagging import NOMINAL, Token, tag
from factcheck.records.claim import Claim, Comparison
from factcheck.records.mention import ComparisonMention, EventMention, NameMention, QuantityMention
from factcheck.wording import content

Place = Literal["first", "only", "later"]

_HEAD_END = re.compile(r"\s(?:ever\s+)?(?:to|of|in|who|that|which|since|ever)\s")
_ALL_TIME = re.compile(r"\b(?:ever|history)\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:[A-Z][a-z]+\s+)?(\d{4})\b|\bin\s+(?:the\s+(?:last|past)\s+)?(\d{1,3})\s+years\b")
_TAIL = re.compile(r"[^,;:.()–—]{1,110}")
_EVER = re.compile(r"\s*(?:[\w'’-]+\s+){1,3}?(?:that|which|who)\b[^.;:]{1,120}?\bever\b(?:\s\w+)?")
_LIMITED = re.compile(r"\s*(?:[\w'’-]+\s+){0,4}?(?:ever|since\s+\d{4}|in\s+(?:\w+['’]s|its|their|the)\s+history)\b")
_YEAR_BEFORE = re.compile(r"^\d{4},?\s+")
_IS_BEFORE = re.compile(r"(?P<subject>[^,;:.()]{3,70})\s(?:is|are|was|were|remains?)\s+$")
_BECOME = frozenset({"become", "became", "becoming", "becomes"})
_ALIKE = {"crowd": "attendance", "audience": "attendance", "ferry": "ship", "boat": "ship", "liner": "ship"}
"""Things that one text names by a narrower word than another."""

_SCALES = {"big": "large", "great": "large", "high": "large", "small": "little", "low": "little", "few": "little"}
"""Adjectives that rank by size and are used for one another."""

SHORTEST_STEM = 5
"""Letters that a word shares with one made of it: govern, governor."""
LONGEST_ENDING = 2
"""Letters in which the shorter of the two may differ: burgle, burglary."""
MOST_BETWEEN = 40
"""Letters between a figure and the words that call it a record."""


@dataclass(frozen=True)
class Standing:
    """One thing's place in an order, said in `text[start:end]`.

    `words` are what limits the order (done what, where, within what), each folded; `names` the names in them.
    `holder` is null where a pronoun stands for it. `since` is the first year of an order that does not reach back
    for ever; null where nothing is said.
    """

    study: Study
    start: int
    end: int
    place: Place
    rank: int
    thing: str
    words: frozenset[str]
    names: frozenset[str]
    holder: str | None
    written: str
    all_time: bool = False
    since: int | None = None
    claim: Claim | None = None


def placed(study: Study) -> tuple[Standing, ...]:
    """The first, the only and the later ones of a document, in order of place."""
    found = [*_first_ones(study), *_later_ones(study)]
    return tuple(sorted(found, key=lambda one: (one.start, one.rank, one.written)))


def superlatives(study: Study) -> Iterator[tuple[Claim, ComparisonMention]]:
    """The claims that rank or single out, each with the words that do."""
    mentions = study.seen(ComparisonMention)
    for claim in study.claims:
        comparison, anchor = claim.comparison, claim.anchors[0]
        if comparison is None or anchor.start is None or anchor.end is None:
            continue
        for mention in within(mentions, anchor.start, anchor.end):
            if _is_of(mention, comparison):
                yield claim, mention
                break


def _is_of(mention: ComparisonMention, comparison: Comparison) -> bool:
    ours = (mention.relation, mention.superlative, mention.dimension, mention.subject)
    return ours == (comparison.relation, comparison.superlative, comparison.dimension, comparison.subject)


def _first_ones(study: Study) -> Iterator[Standing]:
    text = study.document.text
    for claim, mention in superlatives(study):
        dimension = mention.dimension or ""
        if mention.relation not in ("first", "only") or not dimension or claim.modality not in ("stated", "reported"):
            continue
        if is_denied(text, mention.start):
            continue
        before = text[max(mention.start - 12, 0) : mention.start].split()
        scope = mention.scope or ""
        yield Standing(
            study,
            mention.start,
            mention.end,
            "first" if mention.relation == "first" else "only",
            1 if mention.relation == "first" else 0,
            thing_of(dimension),
            _limits(dimension, scope),
            names_within(study, mention.start, mention.end),
            _holder(mention, claim),
            " ".join(text[mention.start : mention.end].split()),
            bool(_ALL_TIME.search(scope)) or bool(before and before[-1].casefold() in _BECOME),
            _since(scope, claim),
            claim,
        )


def _holder(mention: ComparisonMention, claim: Claim) -> str | None:
    """Of whom it is said; a year that stands before the name is none of it."""
    words = _YEAR_BEFORE.sub("", mention.subject or "")
    return words or next(iter(claim.roles.agent), None)


def _limits(dimension: str, scope: str) -> frozenset[str]:
    """What limits an order: the words after the thing, and those that describe the thing itself."""
    return content(f"{dimension} {scope}")[0] - measure_terms(_head(dimension).split()[-1])


def _since(scope: str, claim: Claim) -> int | None:
    match = _SINCE.search(scope)
    if match is None:
        return None
    if match[1]:
        return int(match[1])
    return int(claim.as_of[:4]) - int(match[2]) if claim.as_of else None


def _later_ones(study: Study) -> Iterator[Standing]:
    """ "The second ferry to have been lost": an ordinal whose noun is limited as that of a first one is.

    A first one counts where its clause says "ever": "the first burglary that the museum had ever suffered".
    """
    text = study.document.text
    for mention in study.seen(QuantityMention):
        if mention.quantity.form != "ordinal":
            continue
        rank, sentence = int(mention.quantity.low), sentence_at(study.document, mention.start)
        if sentence is None or not mention.quantity.unit or is_denied(text, mention.start):
            continue
        tail = (
            _TAIL.match(text, mention.end, sentence.end) if rank > 1 else _EVER.match(text, mention.end, sentence.end)
        )
        if tail is None or rank < 1:
            continue
        if rank > 1 and not _has_infinitive(tag(tail.group())) and not _LIMITED.match(tail.group()):
            continue
        yield Standing(
            study,
            mention.start,
            tail.end(),
            "later" if rank > 1 else "first",
            rank,
            thing_of(mention.quantity.unit),
            _limits(tail.group().strip(), ""),
            names_within(study, mention.start, tail.end()),
            _said_of(study, mention),
            f"the {' '.join(text[mention.start : tail.end()].split())}",
            rank == 1,
        )


def _has_infinitive(tokens: list[Token]) -> bool:
    """Whether "to" and a verb follow the noun at once."""
    place = next((number for number, token in enumerate(tokens) if token.tag not in (*NOMINAL, "ADJ", "POSS")), 0)
    if place == 0 or place + 1 >= len(tokens) or tokens[place].lower != "to":
        return False
    return tokens[place + 1].tag in ("VERB", "AUX")


def _said_of(study: Study, mention: QuantityMention) -> str | None:
    """Of whom an ordinal is said: the subject of the "is" or "became" before it."""
    sentence = sentence_at(study.document, mention.start)
    events = (
        [
            event
            for event in within(study.seen(EventMention), sentence.start, sentence.end)
            if event.verb in ("be", "become") and event.start <= mention.start and mention.end <= event.end
        ]
        if sentence
        else []
    )
    nearest = min(events, key=lambda event: (event.end - event.start, event.start), default=None)
    return next(iter(nearest.agent), None) if nearest else None


def _head(phrase: str) -> str:
    match = _HEAD_END.search(f"{phrase} ")
    return (phrase[: match.start()] if match else phrase).strip() or phrase


def thing_of(phrase: str) -> str:
    """What kind of thing a phrase is about: its head noun, folded."""
    thing = measure_of(_head(phrase))
    return _ALIKE.get(thing, thing)


def senses(thing: str) -> frozenset[str]:
    """A thing and the kind of happening that it is, where it is one: a burglary is a theft."""
    return frozenset((thing, concept_of(thing, "noun") or thing))


def names_within(study: Study, start: int, end: int) -> frozenset[str]:
    """The names in a stretch of text, folded."""
    names = study.seen(NameMention)
    return frozenset(name_key(one.entity) for one in within(names, start, end))


def shared(ours: Iterable[str], theirs: Iterable[str]) -> tuple[str, ...]:
    """The words that both hold, a word and one made of it counting as one."""
    others = tuple(theirs)
    return tuple(sorted(word for word in ours if any(_one_word(word, other) for other in others)))


def _one_word(one: str, other: str) -> bool:
    stem = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return one == other or stem >= max(SHORTEST_STEM, min(len(one), len(other)) - LONGEST_ENDING)


@dataclass(frozen=True)
class Most:
    """What is called the largest, the most complete or the like, in `text[start:end]`; `figure` where one is given."""

    study: Study
    start: int
    end: int
    base: str
    """The adjective in its plain form ("large", "complete")."""
    down: bool
    thing: str
    words: frozenset[str]
    names: frozenset[str]
    claim: Claim
    written: str
    figure: QuantityMention | None = None
    all_time: bool = False

    @property
    def named(self) -> frozenset[str]:
        """The names of the whole sentence, folded."""
        return self.names | {name_key(name) for name in self.claim.names}


def extremes(study: Study) -> Iterator[Most]:
    """What a document calls the most of its kind, alone at the top."""
    text = study.document.text
    for claim, mention in superlatives(study):
        if mention.relation != "rank" or mention.rank != 1 or not mention.superlative:
            continue
        if is_denied(text, mention.start):
            continue
        base, down = plain(mention.superlative)
        dimension = mention.dimension or mention.subject or _subject(study, claim, mention)
        yield Most(
            study,
            mention.start,
            mention.end,
            base,
            down,
            thing_of(dimension) if dimension else "",
            content(f"{dimension} {mention.scope or ''}")[0],
            names_within(study, mention.start, mention.end),
            claim,
            " ".join(text[mention.start : mention.end].split()),
            _figure(study, mention),
            bool(_ALL_TIME.search(f"{dimension} {mention.scope or ''}")) or bool(_remains(text, mention.start)),
        )


def _subject(study: Study, claim: Claim, mention: ComparisonMention) -> str:
    """What stands before "is the largest" in its sentence; empty where that is far."""
    text = study.document.text
    match = _IS_BEFORE.search(text[max(claim.anchors[0].start or 0, mention.start - 80) : mention.start])
    return match["subject"] if match else ""


def plain(superlative: str) -> tuple[str, bool]:
    """A superlative's adjective, and whether it points downward: "smallest" is small, "most complete" complete."""
    first, _, rest = superlative.casefold().partition(" ")
    if rest:
        return rest, first == "least"
    base = SUPERLATIVES.get(first, first)
    return _SCALES.get(base, base), base in DOWNWARD


def compared(word: str) -> str:
    """A comparative's adjective: larger is large."""
    base = COMPARATIVES.get(word.casefold(), word.casefold())
    return _SCALES.get(base, base)


_DENIED = re.compile(
    r"(?:\b(?:not|nor|never|hardly|neither|far from|no longer)|n['’]t)\b"
    r"(?![^.;:,]{0,30}\b(?:at|for|from|until|before|after|since|with|during|when|while|where)\b)[^.;:,]{0,30}$",
    re.IGNORECASE,
)
"""What denies a rank right behind it; not "did not fire | at the first attempt"."""


def is_denied(text: str, start: int) -> bool:
    """Whether what is said at `start` is denied: "nor is it quite the first", "was not the country's worst"."""
    begin = max(text.rfind(mark, 0, start) for mark in ".;:,\n")
    return _DENIED.search(text[max(begin + 1, start - 60) : start]) is not None


_REMAINS = re.compile(r"\b(?:remains?|stays?|still)\s+(?:the\s*)?$", re.IGNORECASE)
_BACKWARD = re.compile(r"^(?:that|this|it|which)\s+(?:is|was|remains?|still|stays?)\b", re.IGNORECASE)


def _remains(text: str, start: int) -> bool:
    return _REMAINS.search(text[max(start - 20, 0) : start]) is not None


def _figure(study: Study, mention: ComparisonMention) -> QuantityMention | None:
    """The figure that is called the most: the nearest before in the sentence, or in the one before "That is the …"."""
    text, document = study.document.text, study.document
    sentence = sentence_at(document, mention.start)
    if sentence is None:
        return None
    own = _figures(study, sentence.start, mention.start)
    if own and mention.start - own[-1].end <= MOST_BETWEEN:
        return own[-1]
    if own or not _BACKWARD.match(text[sentence.start : sentence.end]):
        return None
    before = sentence_at(document, sentence.start - 2) if sentence.start > 1 else None
    if before is None or before.block != sentence.block:
        return None
    last = _figures(study, before.start, before.end)
    return last[-1] if last else None


def _figures(study: Study, start: int, end: int) -> list[QuantityMention]:
    """The figures of a stretch of text that could be the size of something."""
    return [
        one
        for one in within(study.seen(QuantityMention), start, end)
        if one.quantity.form == "value" and one.quantity.high > 1
    ]
