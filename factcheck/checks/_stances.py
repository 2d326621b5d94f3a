"""What a clause affirms or denies: a happening, a thing that is there or not, a side of two contraries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.checking import Study
from factcheck.checks._statements import Page, Statement
from factcheck.checks._things import words_of
from factcheck.drafting import roles_of
from factcheck.identity import name_key
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.concepts import TRANSFERS, concept_of, measure_of, verb_base
from factcheck.language.nouns import singular
from factcheck.language.opposites import phrases_in, sides_of
from factcheck.language.reporting import SAYING
from factcheck.language.tagging import FINITE, NOMINAL, Token, tag
from factcheck.records.mention import EventMention
from factcheck.wording import content

_EMPTY = frozenset(
    "be have do make take give go come put set keep let become remain stay seem appear see need want include "
    "happen  occur mean begin start continue try help allow lead feel think expect hope plan hold carry conduct "
    "stage report  record register run suffer perform hit score face mark count log document look turn stand lie "
    "sit play pose bear bring raise draw serve  change develop grow improve matter depend belong exist differ "
    "concern involve affect".split()
)
"""Verbs that say too little to be denied by themselves."""
_RECEIPT = frozenset({"reach", "receive", "get", "arrive", "deliver", "obtain"})
"""Verbs by which one thing is told from either end: aid reaches a place, the place receives it."""
_LIMITED = frozenset(
    "only until till before because due fully entirely completely totally wholly enough immediately solely necessarily "
    "always just merely simply quite further longer exactly directly later easily often usually rather instead unless "
    "since while earlier previously originally initially but".split()
)
_NOT_WHOLE = frozenset("all every both much many more any".split())
"""Words by which a denial denies a part only."""
_UNREAL = frozenset("if unless whether would could might may".split())
_ZERO = frozenset("no none nobody nothing neither nor without never".split())
_NOBODY = re.compile(r"(?:nobody|no[- ]one|none|nothing|no (?:people|person|body|one)|there (?:were|was) no)\b")
_BEGINNING, _OPENING = 16, 8
_TO_PLACES = frozenset({"visit", "tour", "enter"})
"""Verbs whose object is where somebody goes."""
_BEFORE = 250
"""Letters before a clause that are read with it."""
_HURT = re.compile(
    r"\b(?:with|suffer(?:ed|ing|s)?|sustain(?:ed|ing|s)?|for) (?:[\w-]+ ){0,3}?(?:burns|cuts|bruises|injuries|wounds|"
    r"fractures|concussion|smoke inhalation|hypothermia|a broken [a-z]+|broken [a-z]+|an? [a-z]+ (?:injury|wound))\b"
)
_SUPPOSED = re.compile(r",? would\b")
_ASKED = re.compile(r"\b(?:how (?:many|much|often|long)|whether)\b[^,;:.!?\n]*$")
OUTCOMES = frozenset(
    "death injury casualty missing arrest damage conviction dismissal infection displacement illness".split()
)
"""What befalls people or things, and of which "nobody" denies every case."""
_TOLD_BY_SAYING = frozenset(
    {"testify", "dismiss", "find", "warn", "confess", "plead", "apologise", "comment", "agree", "promise"}
)
"""Verbs of saying that are deeds."""
_ATTRIBUTED = re.compile(r",? (?:according to|said|says)\b.*$")
_HEDGES = frozenset("yet far immediately initially still".split())
"""Words by which a denial is of its day."""
_PRESENT = frozenset("has have hasn't haven't hasn’t haven’t is are".split())
_BEING = frozenset({"be", "remain", "stay", "become", "keep", "leave", "stand", "escape", "find"})
"""Verbs by which a state is told of something."""
_NO_VERBS = frozenset("live free empty dry wet calm open still let clear sound own alone".split())
"""Words whose verb tells nothing of the adjective."""
_AFTER_BE = 6
_LONGEST = 40
"""Tokens of a clause that are read."""
_SETTLED = frozenset({None, "done", "under-way", "delivered", "signed", "ordered"})
_OWN = {"cancelled": "cancellation", "refused": "rejection", "agreed": "agreement"}
_ORDER = frozenset(
    "first second third fourth fifth new old former other another earlier previous next last latest original".split()
)
_TIMES = frozenset({*MONTHS, *WEEKDAYS})
_SAYS_NOTHING = frozenset(
    "time day week month year thing way part kind sort number people person man woman one other end place case fact "
    "point moment morning night evening afternoon hour minute today yesterday course rest lot any".split()
)


class Point(NamedTuple):
    """What is affirmed or denied: `key` names it, `holds` tells which, `passing` whether it may change from day to day.

    `denies` is true where a "not" or "no" says so, `words` are those that only tell the point itself.
    """

    key: str
    holds: bool
    denies: bool
    passing: bool
    words: frozenset[str]


@dataclass(frozen=True, eq=False)
class Stance:
    """A point that a clause makes. `open` marks what is said of its day only ("not yet")."""

    statement: Statement
    point: Point
    open: bool
    words: frozenset[str]
    """The names and nouns of the clause, folded, without those that tell the point."""

    @property
    def event(self) -> EventMention:
        """The happening that the clause tells of."""
        assert self.statement.event is not None
        return self.statement.event

    @property
    def denies_all(self) -> bool:
        """Whether it denies something of everybody ("nobody was hurt")."""
        begins = self.statement.study.document.text[self.event.start : self.event.start + _BEGINNING].lower()
        return self.point.denies and not self.words and _NOBODY.match(begins) is not None

    @property
    def is_bare(self) -> bool:
        """Whether it names nothing but the point itself ("we have had no approach", "we have not tested it")."""
        phrases = (*self.event.agent, *self.event.recipient)
        named = [phrase for phrase in phrases if singular(phrase.lower().split()[-1]) not in self.point.words]
        return not (self.words or named or self.denies_all)

    @cached_property
    def undergoing(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names and nouns for what it happens to, or of what a state is said."""
        event = self.event
        if self.point.key == "contrary access":
            return frozenset(), self.words
        if self.point.key.startswith("contrary ") and event.verb.split("-")[0] in _BEING:
            return words_of(self._subject)
        if event.verb in TRANSFERS:
            return _of(roles_of(event).to)
        return _of(event.recipient or (event.to if event.verb in _TO_PLACES else ()) or event.agent)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The names and nouns for those who take part, as themselves and as the happenings that they name."""
        words = frozenset[str]().union(*self.undergoing, *self.acting)
        return words | frozenset(concept_of(word, "noun") or word for word in words)

    @property
    def _subject(self) -> str:
        """The words right before the verb."""
        text = " ".join(self.statement.study.document.text[self.event.start : self.event.end].split())
        tokens = tag(text)[:_LONGEST]
        return re.split(r"[:;,]", text[: tokens[_head(tokens, self.event.verb)].start])[-1]

    @cached_property
    def acting(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names and nouns for who does it, where another undergoes it; of a transfer, who gives."""
        if self.event.verb in TRANSFERS:
            return _of(roles_of(self.event).from_)
        event = self.event
        return _of(event.agent if event.recipient or (event.verb in _TO_PLACES and event.to) else ())

    @cached_property
    def context(self) -> frozenset[str]:
        """The words of the clause and of the text right before it, for a denial that names nothing itself."""
        text = self.statement.study.document.text
        return content(" ".join(text[max(self.event.start - _BEFORE, 0) : self.event.end].split()))[0]

    @cached_property
    def counts(self) -> bool:
        """Whether the clause counts what it tells of ("on nine counts", "one of two")."""
        text = self.statement.study.document.text[self.event.start : self.event.end]
        return any(token.tag == "NUM" for token in tag(" ".join(text.split()))[:_LONGEST])

    @cached_property
    def order(self) -> frozenset[str]:
        """The words of its parts that tell one from another of its kind ("the second appeal")."""
        event = self.event
        return frozenset(" ".join((*event.agent, *event.recipient)).lower().split()) & _ORDER


def _of(phrases: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    words = [words_of(phrase) for phrase in phrases]
    return frozenset(word for proper, _ in words for word in proper), frozenset(
        word for _, common in words for word in common
    )


def stances(study: Study) -> Iterator[Stance]:
    """All that the clauses of a document affirm or deny, in order of place."""
    page = Page(study)
    for event in page.events:
        before = study.document.text[max(event.start - _OPENING, 0) : event.start].split()
        if not _is_told(event) or (before and before[-1].lower() in ("had", "were", "should")):
            continue
        text = _ATTRIBUTED.sub("", " ".join(study.document.text[event.start : event.end].split()))
        refused = event.status == "refused" and not _is_own(event)
        found = points_of(text, event.verb, event.concept, event.negated != (refused or event.modality == "denied"))
        if not found or _is_no_statement(study.document.text, event):
            continue
        for statement in page.stated(event, event=event):
            if statement.block.kind != "note":
                for point in found:
                    told = nouns_of(" and ".join((*event.agent, *event.recipient, *event.to, *event.from_)))
                    words = (nouns_of(_core(text, event.verb)) | told) - point.words
                    yield Stance(statement, point, point.denies and _is_open(text), words)


def _core(text: str, verb: str) -> str:
    """A clause up to the comma after its verb: what follows tells more than the clause says."""
    tokens = tag(text)[:_LONGEST]
    end = next((token.start for token in tokens[_head(tokens, verb) + 1 :] if token.text in (",", ";", ":")), len(text))
    return text[:end]


def _is_told(event: EventMention) -> bool:
    """Whether a clause says surely what is or was so."""
    if event.modality not in (None, "stated", "reported", "denied"):
        return False
    if event.verb in SAYING and event.verb not in _TOLD_BY_SAYING:
        return False
    return event.status in _SETTLED or event.status == "refused" or _is_own(event)


def _is_own(event: EventMention) -> bool:
    """Whether how far a happening came is the happening itself: a refusal."""
    return _OWN.get(event.status or "") == event.concept


def _is_no_statement(text: str, event: EventMention) -> bool:
    """Whether a clause is no statement: "no one knows how many did not arrive", "each cent we paid would …"."""
    before = text[max(event.start - _BEFORE, 0) : event.start + _OPENING]
    return _ASKED.search(before) is not None or _SUPPOSED.match(text, event.end) is not None


def _is_open(text: str) -> bool:
    """Whether a denial is one of its day: "has not been paid", "not yet"."""
    words = text.lower().split()
    return not (_HEDGES | _PRESENT).isdisjoint(words)


@lru_cache(maxsize=16384)
def nouns_of(text: str) -> frozenset[str]:
    """The names and nouns of a clause, folded one by one; times and words that say nothing left out."""
    found = set()
    for token in tag(text)[:_LONGEST]:
        if token.tag == "PROPER":
            found.add(name_key(token.text))
        elif token.tag == "NOUN" or (token.tag == "GER" and concept_of(token.lower, "noun")):
            found.add(concept_of(token.lower, "noun") or measure_of(token.lower) or token.lemma)
    return frozenset(found - _TIMES - _SAYS_NOTHING)


@lru_cache(maxsize=16384)
def points_of(text: str, verb: str, concept: str | None, negated: bool) -> tuple[Point, ...]:
    """The points that a clause makes; none where it is not real or denied in part only."""
    tokens = tag(text)[:_LONGEST]
    lower = [token.lower for token in tokens]
    if (
        not tokens
        or _is_unreal(tokens)
        or (tokens[0].tag == "GER" and FINITE.isdisjoint(token.tag for token in tokens))
    ):
        return ()
    denied = negated or bool(_ZERO & set(lower)) or any(token.tag == "NOT" for token in tokens)
    if denied and (_LIMITED & set(lower) or _denies_a_part(tokens)):
        return ()
    head = _head(tokens, verb)
    own = (*_told(verb, concept, negated), *_contraries(text, tokens, head, verb, negated))
    found = [*own, *_things_denied(tokens), *_injuries(text, denied)]
    return tuple({point.key: point for point in reversed(found)}.values())


def _is_unreal(tokens: Sequence[Token]) -> bool:
    """Whether a clause is a condition or a wish: "if it sounded", "had it sounded"."""
    first, following = tokens[0], tokens[1].tag if len(tokens) > 1 else "PUNCT"
    if first.lower in ("had", "were", "should", "was", "did"):
        return following in ("DET", "PRON", "PROPER", "NOUN")
    return first.lower in _UNREAL


def _denies_a_part(tokens: Sequence[Token]) -> bool:
    """Whether "not all" or the like is denied."""
    return any(one.tag == "NOT" and other.lower in _NOT_WHOLE for one, other in pairwise(tokens))


def _head(tokens: Sequence[Token], verb: str) -> int:
    base = verb.split("-")[0]
    places = [place for place, token in enumerate(tokens) if token.lemma == base or verb_base(token.lower) == base]
    return places[0] if places else 0


def _told(verb: str, concept: str | None, negated: bool) -> Iterator[Point]:
    """The happening itself: by its concept, else by its verb where that says enough."""
    if verb in _RECEIPT:
        yield Point("verb receipt", not negated, negated, False, frozenset({verb, concept or verb}))
    elif concept is not None:
        yield Point(f"concept {concept}", not negated, negated, False, frozenset({concept, verb}))
    elif verb not in _EMPTY:
        yield Point(f"verb {verb}", not negated, negated, False, frozenset({verb}))


def _contraries(text: str, tokens: Sequence[Token], head: int, verb: str, negated: bool) -> Iterator[Point]:
    """The sides of contraries that a clause takes, by its verb, by what its subject is, by a phrase."""
    words = [verb, tokens[head].lower] if verb not in _NO_VERBS else []
    if tokens[head].lemma in _BEING:
        for token in tokens[head + 1 : head + 1 + _AFTER_BE]:
            if token.tag in ("ADJ", "PART", "PAST") or token.lower.startswith("un") or token.lower in ("on", "off"):
                words += [token.lower]
            if token.tag in ("PUNCT", "PREP", "SUB"):
                break
    words += [token.lower for token in tokens[head : head + _AFTER_BE] if token.tag == "ADV"]
    words += [phrase for _, phrase in phrases_in(text.lower())]
    for word in dict.fromkeys(words):
        for side in sides_of(word):
            told = frozenset(
                {word, verb_base(word), *word.split(), *((verb,) if word in (verb, tokens[head].lower) else ())}
            )
            yield Point(f"contrary {side.scale}", side.first != negated, negated, side.passing, told)


def _injuries(text: str, denied: bool) -> Iterator[Point]:
    """The injury of somebody who "escaped with burns" or "suffered a broken leg"."""
    if not denied and _HURT.search(text):
        words = frozenset({"injury", "injure", "hurt", "wound"})
        yield Point("concept injury", True, False, False, words)
        yield Point("contrary harm", True, False, False, words)


def _things_denied(tokens: Sequence[Token]) -> Iterator[Point]:
    """Things that are said not to be: "no approach", "without a licence", "not a phishing email"."""
    for place, token in enumerate(tokens):
        none = token.lower in ("no", "without") or (
            token.tag == "NOT" and place + 1 < len(tokens) and tokens[place + 1].lower in ("a", "an", "any")
        )
        if not none:
            continue
        noun = place + 1
        while noun < len(tokens) and tokens[noun].tag in ("DET", "ADJ", "PART", "GER", "NUM"):
            noun += 1
        while noun + 1 < len(tokens) and tokens[noun + 1].tag in NOMINAL:
            noun += 1
        if noun < len(tokens) and tokens[noun].tag in NOMINAL:
            name = concept_of(tokens[noun].lower, "noun") or ""
            key = f"concept {name}" if name else f"verb {tokens[noun].lemma}"
            yield Point(key, False, True, False, frozenset({tokens[noun].lemma, name}))


_MEANS = frozenset("use involve need require wear carry contain include be have employ deploy".split())
"""Verbs by which a thing is denied whatever else is told of it ("did not use a key card")."""


def phrases_denied(study: Study) -> Iterator[tuple[EventMention, str]]:
    """The things of two words or more that a document denies to have been there or in use, with the clause."""
    page = Page(study)
    for event in page.events:
        if not _is_told(event):
            continue
        text = " ".join(study.document.text[event.start : event.end].split())
        tokens = tag(text)[:_LONGEST]
        limited = not _LIMITED.isdisjoint(token.lower for token in tokens)
        for place, token in enumerate(tokens):
            after = tokens[place + 1 : place + 2]
            direct = token.tag == "NOT" and after and after[0].lower in ("a", "an", "any")
            by_verb = event.negated and not limited and event.verb in _MEANS and token.lower in ("a", "an", "any")
            if direct or by_verb:
                phrase = _phrase(text, tokens, place + 1 + bool(direct))
                if phrase:
                    yield event, phrase


def _phrase(text: str, tokens: Sequence[Token], start: int) -> str:
    """The words of a noun phrase from its first adjective or noun; empty where it is one word."""
    end = start
    while end < len(tokens) and tokens[end].tag in ("ADJ", "PART", "GER", "NOUN", "PROPER"):
        end += 1
    if end - start < _SHORTEST_PHRASE or tokens[end - 1].tag not in NOMINAL:
        return ""
    return text[tokens[start].start : tokens[end - 1].end]


_SHORTEST_PHRASE = 2
