"""What a clause affirms or denies: a happening, a thing that is there or not, a side of two contraries."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from factcheck.checking import Gathering, Study
from factcheck.contexts.things import words_of
from factcheck.contraries.antecedents import antecedent
from factcheck.contraries.nobody import BEFALLS, NO_CASE, NOBODY, OF_ANY, OF_NOTHING, OF_THEM
from factcheck.contraries.point import Point
from factcheck.contraries.points import BEING, LONGEST, head_of, points_of
from factcheck.drafting import roles_of
from factcheck.identity import name_key
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.concepts import TRANSFERS, concept_of, measure_of
from factcheck.language.nouns import singular
from factcheck.language.reporting import SAYING
from factcheck.language.tagging import UNCHANGED, tag
from factcheck.records.mention import EventMention
from factcheck.statements.drawn import Page, Statement, page_of
from factcheck.statements.stated import stating, surroundings
from factcheck.wording import content

_BEGINNING, _OPENING = 16, 8
_BY_THEMSELVES = frozenset({"win", "lose", "triumph", "prevail"})
"""Verbs that tell how it went for their subject."""
_LEADING = frozenset({"vote", "decide", "agree", "resolve", "decline", "refuse"})
"""Verbs whose infinitive tells what is decided on."""
_DONE_BY = frozenset("arrest charge seizure search dismissal release inspection evacuation rescue discovery".split())
"""Happenings whose noun tells what its subject does to others ("police made no arrests")."""
_TO_PLACES = frozenset({"visit", "tour", "enter"})
"""Verbs whose object is where somebody goes."""
_BEFORE = 250
"""Letters before a clause that are read with it."""
_DECIDED = re.compile(
    r"\b(?:decision|ruling|vote|verdict|judge?ment|order|resolution|decree|statement|letter|announcement)"
    r"(?: by(?: [\w’'-]+){1,6})? ?$"
)
_SUPPOSED = re.compile(r",? would\b")
_ASKED = re.compile(
    r"\b(?:how (?:many|much|often|long)|whether)\b[^,;:.!?\n]*$|"
    r"\b(?:demand|ask|urge|propose|recommend|request)(?:s|d|ed|ing)? that\b[^;:.!?\n]*$"
)
_TOLD_BY_SAYING = frozenset(
    "deny observe testify dismiss find warn confess plead apologise comment agree promise".split()
)
"""Verbs of saying that are deeds."""
_ATTRIBUTED = re.compile(r",? (?:according to|said|says)\b.*$")
_HEDGES = frozenset("yet far immediately initially still".split())
"""Words by which a denial is of its day."""
_PRESENT = frozenset("has have hasn't haven't hasn’t haven’t is are".split())
_THOSE = re.compile(r"\b(?!the\b)[a-z]+ (?<!the )[a-z]+s (?:that|who|which)\b ?[a-z]?$")
"""Before what tells which of a kind are meant: "to schools that do not take part"."""
_WILL = re.compile(r"\b(?:will|won['’]t|shall|is to|are to|going to)\b|['’]ll\b")
_DUTY = re.compile(
    r"\b(?:must|should|ought to|ha(?:s|ve) to|needs? to|required to|ready to|"
    r"(?:lets|allows|permits|entitles|enables|empowers) (?:the|an?|its|their|any|every|them|him|her|us))\b(?! have\b)"
)
"""What says that something is to be so, or may be, and not that it is."""
_UNDOING = frozenset({"had", "were", "should", "without", "no"})
"""Words right before a clause or a noun that make it no statement ("without charge")."""
_NUMBER = r"(?:(?<![\d,])\d[\d,]*+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_RELATIVE = re.compile(r"\b(?:that|which|who|whom|whose)\b")
_VOTES = re.compile(
    rf"\b(?:by |with )?(?:a (?:vote|majority) of )?{_NUMBER}(?: votes)?(?: in favour)? (?:to|against) {_NUMBER}"
    rf"(?: votes)?(?![\w-])|\bby (?:a majority of )?{_NUMBER} votes\b"
)
_NONE_TOLD = re.compile(
    r"\b(?:no|nobody|none|not|never)\b[^.,;:\n]{0,40}? (?:reported|known|believed|thought|confirmed|found|seen|said) "
    r"(?:to (?:be|have been) |as )?$",
    re.IGNORECASE,
)
"""What stands before a word that is denied with the verb before it: "nobody has been reported | hurt"."""
_NOT_DONE = re.compile(r"\b(?:declin|refus|fail|neglect)(?:e|es|ed|ing|s)?\b[^.;:]{0,30}$")
_SETTLED = frozenset({None, "done", "under-way", "delivered", "signed", "ordered"})
_OWN = {
    "cancelled": frozenset({"cancellation", "overturning"}),
    "refused": frozenset({"rejection"}),
    "agreed": frozenset({"agreement"}),
}
_ORDER = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth new old former other another earlier previous next "
    "last latest original".split()
)
_PLACES = "first second third fourth fifth sixth seventh eighth ninth".split()
_NUMBERED = re.compile(
    r"\b(?:unit|phase|stage|reactor|turbine|block|lot|part|round|line|no\.) ([1-9])\b", re.IGNORECASE
)
_TIMES = frozenset({*MONTHS, *WEEKDAYS})
_SAYS_NOTHING = frozenset(
    "time day week month year thing way part kind sort number people person man woman one other end place case fact "
    "point moment morning night evening afternoon hour minute today yesterday course rest lot any".split()
)


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
        return self.point.denies and not self.words and NOBODY.match(self._opening.lower()) is not None

    @property
    def denies_each(self) -> bool:
        """Whether it denies every case of what befalls people: "caused no deaths", "there was no explosion"."""
        text = self.statement.study.document.text[self.event.start : self.event.end]
        return self.point.denies and NO_CASE.search(text) is not None

    @property
    def points_back(self) -> bool:
        """Whether it denies what another has told, of which it says no more: "no such check was made"."""
        return self.point.denies and self._opening.lower().startswith("no such ")

    @property
    def is_bare(self) -> bool:
        """Whether it names nothing but the point itself ("we have had no approach", "we have not tested it")."""
        phrases = (*self.event.agent, *self.event.recipient)
        named = [phrase for phrase in phrases if singular(phrase.lower().split()[-1]) not in self.point.words]
        return self.points_back or not (self.words or named or (self.denies_all and self.point.words & BEFALLS))

    @cached_property
    def sorts(self) -> dict[str, frozenset[str]]:
        """The nouns of what takes part, each with the nouns right before it: the road, of "the road bridge"."""
        found: dict[str, frozenset[str]] = {}
        for phrase in (*self.event.agent, *self.event.recipient, self._subject):
            tokens = tag(phrase)[:LONGEST]
            end = next((place for place, token in enumerate(tokens) if token.tag == "PREP"), len(tokens))
            start = end
            while start > 0 and tokens[start - 1].tag == "NOUN" and tokens[start - 1].lower not in UNCHANGED:
                start -= 1
            if end - start > 1:
                found[tokens[end - 1].lemma] = frozenset(token.lemma for token in tokens[start : end - 1])
        return found

    @cached_property
    def pieces(self) -> frozenset[str]:
        """The nouns of which something is a part of the rest: the floor, of "the floor of the chapel"."""
        heads = (
            phrase.split(" of ")[0].split()[-1]
            for phrase in (*self.event.agent, *self.event.recipient)
            if " of " in phrase
        )
        return frozenset(singular(head.lower()) for head in heads)

    @cached_property
    def memo(self) -> dict[Any, Any]:
        """What was worked out of it alone: each is held against many."""
        return {}

    @cached_property
    def undergoing(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names and nouns for what it happens to, or of what a state is said."""
        event = self.event
        if self.point.key == "contrary access":
            return frozenset(), self.words
        if self.point.key == "contrary decision" and event.verb in _LEADING and not event.recipient:
            agents = _of(event.agent)
            return frozenset(), self.words - agents[0] - agents[1]
        if event.concept in _DONE_BY and not event.recipient and event.verb in self._nouns:
            return frozenset(), frozenset()
        if self.point.key.startswith("contrary ") and event.verb.split("-")[0] in BEING:
            meant = antecedent(self.statement.study, event)
            return words_of(self._subject) if self._subject.strip() and not meant else _of(meant or _parts(event))
        if event.verb in TRANSFERS:
            return _of(roles_of(event).to)
        if self.point.key == "contrary contest" and event.verb in _BY_THEMSELVES:
            return _of(event.agent)
        told = event.recipient or (event.to if event.verb in _TO_PLACES else ()) or event.agent
        return _of(told or antecedent(self.statement.study, event))

    @cached_property
    def _nouns(self) -> frozenset[str]:
        """The nouns of the clause."""
        text = self.statement.study.document.text[self.event.start : self.event.end]
        return frozenset(token.lemma for token in tag(" ".join(text.split()))[:LONGEST] if token.tag == "NOUN")

    @cached_property
    def parts(self) -> frozenset[str]:
        """The names and nouns for those who take part, as themselves and as the happenings that they name."""
        words = frozenset[str]().union(*self.undergoing, *self.acting)
        return words | frozenset(concept_of(word, "noun") or word for word in words)

    @property
    def _subject(self) -> str:
        """The words right before the verb."""
        text = " ".join(self.statement.study.document.text[self.event.start : self.event.end].split())
        tokens = tag(text)[:LONGEST]
        subject = re.split(r"[:;,]", text[: tokens[head_of(tokens, self.event.verb)].start])[-1]
        return _RELATIVE.split(subject)[0].strip() or subject

    @cached_property
    def acting(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names and nouns for who does it, where another undergoes it; of a transfer, who gives."""
        if self.event.verb in TRANSFERS:
            return _of(roles_of(self.event).from_)
        event = self.event
        if event.status is None and tag(self._opening)[:1] and tag(self._opening)[0].tag == "GER":
            return frozenset(), frozenset()
        return _of(event.agent if event.recipient or (event.verb in _TO_PLACES and event.to) else ())

    @property
    def _opening(self) -> str:
        """The first letters of the clause."""
        return self.statement.study.document.text[self.event.start : self.event.start + _BEGINNING]

    @cached_property
    def context(self) -> frozenset[str]:
        """The words of the clause and of the text right before it, for a denial that names nothing itself."""
        text = self.statement.study.document.text
        return content(" ".join(text[max(self.event.start - _BEFORE, 0) : self.event.end].split()))[0]

    @cached_property
    def counts(self) -> bool:
        """Whether the clause counts what it tells of ("on nine counts", "one of two")."""
        text = self.statement.study.document.text[self.event.start : self.event.end]
        return any(token.tag == "NUM" for token in tag(without_votes(" ".join(text.split())))[:LONGEST])

    @cached_property
    def order(self) -> frozenset[str]:
        """The words of its parts that tell one from another of its kind ("the second appeal")."""
        event = self.event
        told = frozenset(" ".join((*event.agent, *event.recipient)).lower().split()) & _ORDER
        text = self.statement.study.document.text
        return told | {_PLACES[int(match[1]) - 1] for match in _NUMBERED.finditer(text, event.start, event.end)}


def _parts(event: EventMention) -> tuple[str, ...]:
    return event.agent or event.recipient


def without_votes(text: str) -> str:
    """A clause without how many voted for and against."""
    return _VOTES.sub("", text)


def _of(phrases: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    words = [words_of(phrase) for phrase in phrases]
    return frozenset(word for proper, _ in words for word in proper), frozenset(
        word for _, common in words for word in common
    )


def stances(study: Study) -> Iterator[Stance]:
    """All that the clauses of a document affirm or deny, in order of place, as it was gathered when it was read."""
    events, known = Page(study).events, dict[Any, Any]()
    for number, around, (point, told, limits), is_open, words in study.gathered(STANCES):
        event = events[number]
        statement = stating(study, (None, None, event, event), around, known)
        made = Point(**point, words=frozenset(told), limits=frozenset(limits))
        yield Stance(statement, made, is_open, frozenset(words))


def _gather(study: Study) -> list[Any]:
    """The same as plain values, each clause by its number among the happenings that are mentioned."""
    numbers = {id(event): number for number, event in enumerate(page_of(study).events)}
    return [
        [numbers[id(item.event)], surroundings(item.statement), _packed(item.point), item.open, sorted(item.words)]
        for item in _stances(study)
    ]


def _packed(point: Point) -> list[Any]:
    plain = {name: value for name, value in point._asdict().items() if name not in ("words", "limits")}
    return [plain, sorted(point.words), sorted(point.limits)]


STANCES = Gathering("stances", _gather)


def _stances(study: Study) -> Iterator[Stance]:
    page = page_of(study)
    for event in page.events:
        before = study.document.text[max(event.start - _OPENING, 0) : event.start].split()
        coming = _is_coming(event, study.document.text)
        if not (is_told(event) or coming) or (before and before[-1].lower() in _UNDOING):
            continue
        text = _ATTRIBUTED.sub("", " ".join(study.document.text[event.start : event.end].split()))
        refused = event.status == "refused" and not _is_own(event)
        denied = event.negated != (refused or event.modality == "denied")
        found = points_of(text, event.verb, event.concept, denied, _is_decided(study.document.text, event))
        if coming:
            found = tuple(point._replace(key=f"coming {point.key}") for point in found if _is_deed(point, event))
        if OF_NOTHING.fullmatch(text):
            continue
        if not found or _is_no_statement(study.document.text, event) or OF_THEM.match(text) or OF_ANY.match(text):
            continue
        for statement in page.stated(event, event=event):
            if statement.block.kind != "note":
                told = nouns_of(" and ".join((*event.agent, *event.recipient, *event.to, *event.from_)))
                words = nouns_of(_core(_without_relative(text, event.verb), event.verb)) | told
                for point in found:
                    yield Stance(statement, point, point.denies and _is_open(text), words - point.words)


def _without_relative(text: str, verb: str) -> str:
    """A clause of what something is, without what is told of its subject by the way: "the cup that he sold is new"."""
    if verb.split("-")[0] not in BEING:
        return text
    tokens = tag(text)[:LONGEST]
    head = tokens[head_of(tokens, verb)].start if tokens else 0
    match = _RELATIVE.search(text, 1, head)
    return f"{text[: match.start()]}{text[head:]}" if match else text


def _core(text: str, verb: str) -> str:
    """A clause up to the comma after its verb: what follows tells more than the clause says."""
    tokens = tag(text)[:LONGEST]
    end = next(
        (token.start for token in tokens[head_of(tokens, verb) + 1 :] if token.text in (",", ";", ":")), len(text)
    )
    return text[:end]


def is_told(event: EventMention) -> bool:
    """Whether a clause says surely what is or was so."""
    if event.modality not in (None, "stated", "reported", "denied"):
        return False
    shows = event.verb == "show" and event.negated and event.recipient
    if event.verb in SAYING and event.verb not in _TOLD_BY_SAYING and not (event.recipient and event.to) and not shows:
        return False
    return event.status in _SETTLED or event.status == "refused" or _is_own(event)


def _is_coming(event: EventMention, text: str) -> bool:
    """Whether a clause says surely what will be, or will not."""
    return event.modality == "expected" and _WILL.search(text, event.start, event.end) is not None


def _is_deed(point: Point, event: EventMention) -> bool:
    """Whether a point is what a clause's own verb tells."""
    return event.concept is not None and point.key == f"concept {event.concept}"


def _is_own(event: EventMention) -> bool:
    """Whether how far a happening came is the happening itself: a refusal."""
    return event.concept in _OWN.get(event.status or "", ())


def _is_no_statement(text: str, event: EventMention) -> bool:
    """Whether a clause is no statement: "no one knows how many did not arrive", "each cent we paid would …"."""
    before = text[max(event.start - _BEFORE, 0) : event.start + _OPENING]
    if event.negated and _THOSE.search(text, max(event.start - _BEFORE, 0), event.start + len("which")):
        return True
    if text.startswith("to ", event.start) and _NOT_DONE.search(text, max(event.start - _BEFORE, 0), event.start):
        return True
    if not event.negated and _NONE_TOLD.search(text, max(event.start - _BEFORE, 0), event.start):
        return True
    verb = text.find(event.verb, event.start, event.end)
    if verb > 0 and _DUTY.search(text, max(event.start - _OPENING, 0), verb):
        return True
    return _ASKED.search(before) is not None or _SUPPOSED.match(text, event.end) is not None


def _is_decided(text: str, event: EventMention) -> bool:
    """Whether a clause completes a noun for what was decided: "the vote approving it", "the order stopping it"."""
    return _DECIDED.search(text[max(event.start - _BEFORE, 0) : event.start]) is not None


def _is_open(text: str) -> bool:
    """Whether a denial is one of its day: "has not been paid", "not yet"."""
    words = text.lower().split()
    return not (_HEDGES | _PRESENT).isdisjoint(words)


@lru_cache(maxsize=16384)
def nouns_of(text: str) -> frozenset[str]:
    """The names and nouns of a clause, folded one by one; times and words that say nothing left out."""
    found = set()
    for token in tag(text)[:LONGEST]:
        if token.tag == "PROPER":
            found.add(name_key(token.text))
        elif token.tag == "NOUN" or (token.tag == "GER" and concept_of(token.lower, "noun")):
            found.add(concept_of(token.lower, "noun") or measure_of(token.lower) or token.lemma)
    return frozenset(found - _TIMES - _SAYS_NOTHING)
