"""What the clauses of a sentence assert: who does what to whom, which way it goes, and whether it is so at all."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from factcheck.contraries.points import points_of
from factcheck.contraries.stances import nouns_of
from factcheck.gate.passages import Passage
from factcheck.identity import name_key
from factcheck.language.concepts import concept_of, verb_base
from factcheck.language.degrees import COMPARATIVES, DOWNWARD
from factcheck.language.opposites import wider_sides
from factcheck.language.reporting import STRONG
from factcheck.language.tagging import Token, tag
from factcheck.language.titles import HONORIFICS
from factcheck.language.trends import FALLING, FALLS, RISES, RISING
from factcheck.records.mention import EventMention, NameMention
from factcheck.wording import content

LONGEST = 60
"""Tokens of a clause that are read."""
_REAL = frozenset(
    "manage continue begin start happen come go get help have decide agree use prove turn fail refuse decline".split()
)
"""Verbs before an infinitive that say that it was done, or was not; others tell of a wish, a plan or a request."""
_GAINING = frozenset("buy purchase acquire receive get obtain take borrow order import win hire lease rent".split())
"""Verbs by which something comes from another."""
_FAR = 7
_NOT_WAYS = frozenset("edge ease contract tank crash dive add swell back up down hike dip slide slip".split())
"""Words of rising and falling that mean something else as often."""
_NONE = re.compile(
    r"\b(?:no(?! (?:less|more|fewer|later|earlier|longer|sooner|lower|higher|doubt|matter)\b)|"
    r"nobody|no[ -]one|none|neither|nothing)\b",
    re.I,
)
_BY_PRONOUN = re.compile(r"\b(?:i|you|he|she|it|we|they|this|that|who|which)\s(?:[\w’']+\s){0,3}$", re.I)
_ORDERS = frozenset("first last only next sole earliest latest".split())


@dataclass(frozen=True, eq=False)
class Act:
    """A clause of a passage: `text` without the clauses nested in it, `acts` what its verb says, `agent` and `object`
    the nouns and names of those who do it and undergo it (empty where a pronoun tells them), `nouns` all that it names,
    `sides` the contraries on which it takes a side, `way` 1 for what rises and -1 for what falls.
    """

    passage: Passage
    text: str
    verb: str
    acts: frozenset[str]
    names: frozenset[str]
    """The words of `agent` that are of a name."""
    agent: frozenset[str]
    object: frozenset[str]
    nouns: frozenset[str]
    figures: frozenset[float]
    sides: dict[str, bool]
    way: int
    is_real: bool
    negated: bool
    whole: str
    before: str
    """What stands before its verb."""

    def is_of(self, other: "Act") -> bool:
        """Whether two clauses may have one doer: of two with names, by these."""
        return bool(self.names & other.names if self.names and other.names else self.agent & other.agent)

    @property
    def subject(self) -> frozenset[str]:
        """Of what a rise or a fall is told."""
        return self.agent or self.object or nouns_of(self.before)

    @property
    def parties(self) -> frozenset[str]:
        """Who or what takes part."""
        return self.agent | self.object


_ACTS: "WeakKeyDictionary[Passage, Sequence[Act]]" = WeakKeyDictionary()


def acts_of(passage: Passage) -> Sequence[Act]:
    """The clauses of a passage, in order; read once."""
    if passage not in _ACTS:
        _ACTS[passage] = tuple(_acts(passage))
    return _ACTS[passage]


def _acts(passage: Passage) -> Iterator[Act]:
    events = [one for one in passage.mentions("event") if isinstance(one, EventMention)]
    named = (one.entity for one in passage.mentions("name") if isinstance(one, NameMention))
    names = frozenset(part for entity in named for part in name_key(entity).split())
    for event in events:
        inside = [one for one in events if event.start < one.start and one.end <= event.end]
        yield _act(passage, event, inside, names)


def _act(passage: Passage, event: EventMention, inside: Sequence[EventMention], names: frozenset[str]) -> Act:
    """What a passage asserts by one happening; `inside` are those told within it, `names` all of the passage."""
    line = passage.text
    start, end = _within(passage, event.start, line), _within(passage, event.end, line)
    nested = [(_within(passage, one.start, line), _within(passage, one.end, line)) for one in inside]
    text = _without(line, start, end, nested)
    tokens = tag(text)[:LONGEST]
    verb = _with_adverb(tokens, event.verb)
    before = text[: next((one.start for one in tokens if verb_base(one.lower) == verb.split("-")[0]), 0)]
    concept = concept_of(verb, "verb") or event.concept
    agent, undergoing = _parts_in(passage, event, verb)
    figures = content(text)[1]
    says = bool({event.verb, *(one.lower for one in text.split())} & STRONG) and bool(nested)
    led = line[nested[0][0] : nested[0][1]] if nested else ""
    if not undergoing and (says or led.startswith("that ")):
        undergoing, figures = nouns_of(led), figures | content(led)[1] if says else figures
    if _BY_PRONOUN.search(before):
        agent &= names
    return Act(
        passage,
        text,
        verb,
        frozenset(filter(None, (verb, concept, "say" if says else ""))) - {"be", "have", "do"},
        names & agent,
        agent,
        undergoing,
        nouns_of(text) | agent | undergoing,
        figures,
        _sides(text, verb, event),
        _way(tokens, verb, event.negated),
        event.modality in (None, "stated", "reported") and _is_real(line, start, text, event.verb),
        event.negated or bool(_NONE.search(text)),
        line[start:end],
        before,
    )


def _parts_in(passage: Passage, event: EventMention, verb: str) -> tuple[frozenset[str], frozenset[str]]:
    """The nouns of who does it, and of whom or what it is done to, as far as they stand in the passage."""
    words = passage.text.casefold()
    gained = () if verb in _GAINING else event.from_
    agent, undergoing = (
        _titled(nouns_of(" and ".join(one for one in told if _is_written(one, words))) - HONORIFICS, passage)
        for told in (event.agent, (*event.recipient, *event.to, *event.for_, *gained))
    )
    return agent, undergoing


def _within(passage: Passage, offset: int, line: str) -> int:
    """An offset into the document as one into the passage in one line; its ends where the two are of other lengths."""
    if len(line) == passage.end - passage.start:
        return min(max(offset - passage.start, 0), len(line))
    return 0 if offset - passage.start < (passage.end - passage.start) / 2 else len(line)


def _without(line: str, start: int, end: int, nested: Sequence[tuple[int, int]]) -> str:
    """A stretch without those nested in it."""
    kept, place = [], start
    for first, last in sorted(nested):
        if first >= place:
            kept.append(line[place:first])
            place = last
    return " ".join("".join([*kept, line[place:end]]).split())


def _is_written(phrase: str, line: str) -> bool:
    """Whether a phrase's last word stands in a sentence, so that no pronoun stands for it."""
    words = phrase.casefold().split()
    return bool(words) and words[-1] in line


def _titled(nouns: frozenset[str], passage: Passage) -> frozenset[str]:
    """Names with the posts that are told with them ("the mayor, Ann Lee")."""
    names = (one for one in passage.mentions("name") if isinstance(one, NameMention) and one.titles)
    held = (nouns_of(" ".join(one.titles).lower()) for one in names if set(name_key(one.entity).split()) & nouns)
    return nouns.union(*held)


def _with_adverb(tokens: Sequence[Token], verb: str) -> str:
    """A verb with the adverb behind its object that makes it another one ("set the award aside")."""
    if "-" in verb or not verb:
        return verb
    for token in tokens:
        joined = f"{verb}-{token.lower}"
        if token.tag in ("ADV", "PREP") and wider_sides(joined):
            return joined
    return verb


def _sides(text: str, verb: str, event: EventMention) -> dict[str, bool]:
    """The contraries on which a clause takes a side, by their names; true for the first of the two."""
    found = {
        point.key: point.holds
        for point in points_of(text, verb, event.concept, event.negated)
        if point.key.startswith("contrary ") and (not event.negated or verb in point.words)
    }
    words = [verb, *(token.lemma for token in tag(text)[:LONGEST] if token.tag in ("ADJ", "PART", "NOUN"))]
    for word in (*words, *_phrases(text)):
        for scale, first in wider_sides(word):
            found.setdefault(scale, first != event.negated)
    return found


def _phrases(text: str) -> Iterator[str]:
    words = re.findall(r"[a-z]+", text.lower())
    for size in (2, 3):
        yield from (" ".join(words[place : place + size]) for place in range(len(words) - size + 1))


def _way(tokens: Sequence[Token], verb: str, negated: bool) -> int:
    """Which way a clause says that something goes; 0 where it says nothing of it, or both."""
    ways = set()
    if not negated:
        for place, token in enumerate(tokens):
            if token.tag in ("VERB", "PAST", "PART", "GER") and verb_base(token.lower) == verb:
                ways |= {1} if verb in RISING - _NOT_WAYS else {-1} if verb in FALLING - _NOT_WAYS else set()
            elif token.tag == "NOUN" and token.lemma in (RISES | FALLS) - _NOT_WAYS and verb in _SHOWING:
                ways.add(1 if token.lemma in RISES else -1)
            elif place and token.lower in COMPARATIVES and not ways and not _bounds(tokens, place):
                ways.add(-1 if COMPARATIVES[token.lower] in DOWNWARD | {"bad"} else 1)
            elif token.lower in ("most", "least") and place and not _counts(tokens[place + 1 : place + 2]):
                ways.add(1 if token.lower == "most" else -1)
    return ways.pop() if len(ways) == 1 else 0


def _bounds(tokens: Sequence[Token], place: int) -> bool:
    """Whether a comparative only bounds a figure: "no less than 70", "a year or more"."""
    before = tokens[place - 1].lower if place else ""
    after = tokens[place + 1 : place + 3]
    than = len(after) > 1 and after[0].lower == "than" and after[1].tag in ("NUM", "SYM", "ORD")
    return before in ("no", "or", "not", "never") or than


def _counts(following: Sequence[Token]) -> bool:
    """Whether "most" or "least" before a word tells how many, or belongs to "at least"."""
    return bool(following) and following[0].tag in ("NOUN", "NUM", "DET", "PREP", "SYM", "ADJ")


_SHOWING = frozenset("be show see record report register have bring mean".split())


def _is_real(line: str, start: int, text: str, verb: str) -> bool:
    """Whether a clause says that something was done: not that somebody asked for it, wanted or threatened it."""
    tokens = tag(line)[: 3 * LONGEST]
    base = verb.split("-")[0]
    places = [place for place, one in enumerate(tokens) if one.start >= start and verb_base(one.lower) == base]
    if not places:
        return True
    place = places[0]
    to = next((at for at in range(place - 1, max(place - 3, -1), -1) if tokens[at].lower == "to"), None)
    if to is None:
        return not any(
            one.tag == "MODAL" and one.lower not in ("shall", "must") for one in tokens[max(place - 3, 0) : place]
        )
    before = tokens[max(to - _FAR, 0) : to]
    if before and (before[-1].lower in _ORDERS or before[-1].tag == "ORD"):
        return True
    verbs = [one for one in before if one.tag in ("VERB", "PAST", "PART", "GER", "AUX")]
    return bool(verbs) and verb_base(verbs[-1].lower) in _REAL
