"""Happenings whose time is counted from another: "two days after the quake", "on the eve of the vote"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.checking import Gathering, Study
from factcheck.contexts.people import full_name
from factcheck.contexts.places import within
from factcheck.contexts.things import words_of
from factcheck.language.concepts import concept_of, measure_of
from factcheck.language.numerals import read
from factcheck.language.tagging import Token, tag
from factcheck.records.document import Sentence
from factcheck.records.mention import EventMention

DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25}
FEW, SEVERAL = (2.0, 9.0), (3.0, 13.0)
"""How many are a few, and several, or no number at all, of a unit."""
_NEXT = {"hour": 24.0, "day": 13.0, "week": 9.0, "fortnight": 4.0, "month": 23.0, "year": 30.0}
"""From how many of a unit on one would rather count in the next: "days" are no three weeks."""
_ROOM = {"hour": 0.1, "day": 0.0, "week": 0.5, "fortnight": 0.5, "month": 0.5, "year": 0.5}
"""How far a number of a unit may be off, in that unit."""

_UNIT = r"(?P<unit>hour|day|week|fortnight|month|year)"
_WAY = r"(?P<way>before|after|ahead of|prior to|following)"
_COUNTED = re.compile(
    rf"\b(?:(?P<eve>on the eve of)|(?P<many>(?:[\w-]+ ){{0,3}}){_UNIT}s? (?:earlier )?{_WAY}) "
    r"(?=the |its |his |her |their |an? |[A-Z])",
    re.IGNORECASE,
)
_FEW = re.compile(r"\b(?:a )?(?:couple of|few)\s*$", re.IGNORECASE)
_SEVERAL = re.compile(r"\b(?:several|many|some)\s*$", re.IGNORECASE)
_BEGINS = re.compile(
    r"(?:\d.*|an?|the|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w*teen|\w*ty(?:-\w+)?|few|several|"
    r"couple|many|some|only|just|(?:hour|day|week|fortnight|month|year)s?|on)$",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:about|around|some|roughly|nearly|almost|over|more than|less than|fewer than|under|at least|up to|within|"
    r"every|each|first|last|for|per|of|in the|during the)\b",
    re.IGNORECASE,
)
"""Before a number of units: it is not exact, or it tells no point of time."""
_LIGHT = frozenset("be have do make take get give go come say tell".split())
_GOING = frozenset("travel go come fly journey head sail drive arrive tour visit".split())
"""Verbs by which a visit is told where they say whereto."""
_ONE = frozenset({"the", "a", "an", "one"})
_PLURAL = re.compile(r"(?:hours|days|weeks|months|years) ")
_NO_EVENT = frozenset("person thing way time one".split())
_LONGEST = 90
"""Letters of what follows that are read for what it is counted from."""


class Counted(NamedTuple):
    """A happening at `text[start:end]` that lies `low` to `high` days after `base`; less than 0 where it lies before.

    `deed` is its concept, `actors` are the words by which who takes part is known, `exact` tells of a number given.
    """

    deed: str
    actors: frozenset[str]
    base: str
    low: float
    high: float
    exact: bool
    start: int
    end: int
    said: str


def counted(study: Study) -> Iterator[Counted]:
    """What a document counts from something else."""
    for deed, actors, *rest in study.gathered(COUNTED):
        yield Counted(deed, frozenset(actors), *rest)


def _counted(study: Study) -> Iterator[Counted]:
    text = study.document.text
    for sentence in study.document.sentences:
        for match in _COUNTED.finditer(text, sentence.start, sentence.end):
            length = _length(match)
            base = _base(text[match.end() : min(match.end() + _LONGEST, sentence.end)])
            event = _event(study, sentence, match.start())
            deed = event and _deed(event)
            if length is None or not base or event is None or not deed or deed == base:
                continue
            low, high, exact = length
            actors = _actors(study, event)
            if actors:
                place = min(sentence.start, event.start), max(event.end, match.end())
                yield Counted(deed, actors, base, low, high, exact, *place, _said(match))


COUNTED = Gathering("counted", lambda study: [[one.deed, sorted(one.actors), *one[2:]] for one in _counted(study)])


def _length(match: re.Match[str]) -> tuple[float, float, bool] | None:
    """The days from what it is counted from, at least and at most, and whether a number is given."""
    if match["eve"]:
        return -1.0, -1.0, False
    unit, many = match["unit"].lower(), match["many"].strip()
    sign = -1 if match["way"].lower() in ("before", "ahead of", "prior to") else 1
    number = _number(many, match[0])
    if number is None:
        return None
    low, high, exact = number
    room = _ROOM[unit] if exact else 0.0
    ends = sorted((sign * (low - room) * DAYS[unit], sign * (high + room) * DAYS[unit]))
    if not exact and high > FEW[1]:
        ends = sorted((sign * low * DAYS[unit], sign * _NEXT[unit] * DAYS[unit]))
    return ends[0], ends[1], exact


def _said(match: re.Match[str]) -> str:
    """The words that count: without those before the number."""
    words = match[0].split()
    begin = next((place for place, word in enumerate(words) if _BEGINS.match(word)), 0)
    return " ".join(words[begin:])


def _number(many: str, whole: str) -> tuple[float, float, bool] | None:
    words = many.lower()
    if _FEW.search(words):
        return (*FEW, False)
    if _SEVERAL.search(words):
        return (*SEVERAL, False)
    if _VAGUE.search(words):
        return None
    last = words.rpartition(" ")[2]
    if last in _ONE:
        return 1.0, 1.0, True
    number = read(last, 0) if last else None
    if number is not None and number.low == number.high:
        return number.low, number.high, True
    is_bare = number is None and _PLURAL.search(whole) and not any(letter.isdigit() for letter in words)
    return (*SEVERAL, False) if is_bare else None


def _base(rest: str) -> str:
    """The noun that it is counted from, as a happening is folded; empty where another word follows."""
    found: Token | None = None
    for token in tag(re.split(r"[,;:.!?()]", rest)[0]):
        if token.tag in ("NOUN", "PROPER", "GER"):
            found = token
        elif token.tag != "POSS" and (found is not None or token.tag not in ("DET", "ADJ", "NUM", "ORD", "PART")):
            break
    base = "" if found is None else concept_of(found.lemma) or measure_of(found.lower)
    return "" if base in _NO_EVENT else base


def _event(study: Study, sentence: Sentence, at: int) -> EventMention | None:
    """The happening of the clause in which the words at `at` stand."""
    events = within(study.seen(EventMention), sentence.start, sentence.end)
    held = [event for event in events if event.start <= at < event.end or event.end <= at <= event.end + 2]
    held = [event for event in held if not event.negated and event.status in (None, "done", "signed", "delivered")]
    return min(held, key=lambda event: (event.end - event.start, event.start), default=None)


def _deed(event: EventMention) -> str:
    if event.to and event.verb in _GOING:
        return "visit"
    return event.concept or ("" if event.verb in _LIGHT else event.verb)


def _actors(study: Study, event: EventMention) -> frozenset[str]:
    """The words by which those who take part are known: of names each, of others their nouns."""
    found = set[str]()
    for phrase in (*event.agent, *event.recipient, *event.from_, *event.to):
        proper, common = words_of(full_name(study, phrase))
        found |= {word for name in proper for word in name.split()} | common
    return frozenset(found)
