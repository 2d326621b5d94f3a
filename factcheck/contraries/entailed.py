"""What follows from a clause and is denied by a wider one: who died was harmed, and a barrel that burst has failed."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from factcheck.contraries.nobody import NO_HARM
from factcheck.contraries.point import Point
from factcheck.language.nouns import singular
from factcheck.language.persons import is_person

ANY = "any "
"""How the keys of such points begin. A document that tells of a case itself denies, with its "nobody", only others."""

_HARM = frozenset({"death", "injury"})
_HARMED = frozenset("hurt harm injure wound".split())
_HARMS = frozenset("injury injuries casualty casualties victim victims hurt".split())
_HOSPITALS = frozenset("hospital hospitals hospitalised hospitalized treatment treated admitted".split())
_TOLD_HURT = re.compile(r"\b(?:reported|known|believed|thought) (?:to (?:be|have been) )?(?:hurt|injured|harmed)\b")
_NOBODY = re.compile(
    r"(?:nobody|no[- ]one|no [a-z]+s?|none of [a-z ]+?|not (?:one|a single) [a-z]+) "
    r"(?:was|were|has|had|is|needed|required|suffered)\b"
)
_FAILED = frozenset("fail burst rupture malfunction misfire jam crack explode seize-up break-down give-out".split())
_WORKING = frozenset("work function operate ring sound go-off activate kick-in trigger".split())
_NOT_WORKING = frozenset("fail malfunction".split())
_BROKEN = frozenset("break shatter smash crack splinter".split())
_HOSPITAL = re.compile(
    r"\b(?:(?:taken|brought|rushed|flown|airlifted|driven|moved|transferred|admitted|go|went|gone|going|sent|carried) "
    r"(?:[a-z]+ )?to (?:(?:the|a) )?(?:[a-z]+ )?hospitals?|hospitali[sz]ed|"
    r"(?:treated|kept|seen|admitted|treatment|stay|ended up) (?:[a-z]+ )?(?:in|at) "
    r"(?:(?:the|a) )?(?:[a-z]+ )?hospitals?|hospital (?:treatment|care))\b"
)
_INSIDE = (
    r"(?:still |already |all )?(?:[a-z]+ing |asleep |trapped |alone |present )?"
    r"(?:in|inside|aboard|on board) (?:the |its |their )?"
)
_PRESENT = re.compile(rf"(?P<who>(?:[a-z’'-]+ ){{1,4}}?)(?:was|were|had been) {_INSIDE}(?P<place>[a-z]+)\b")
_EMPTY = re.compile(
    r"(?:the |its |their )?(?P<place>[a-z]+) (?:was|were|had been|stood|lay) (?:completely |entirely |almost )?"
    r"(?:empty|deserted|unoccupied)\b"
)
_PRESENCE = frozenset("presence empty deserted unoccupied asleep inside trapped alone".split())
_NO_PLACE = frozenset("hospital custody danger shock tears charge order time place dispute debt".split())


def entailed(text: str, verb: str, concept: str | None, negated: bool, denied: bool) -> Iterator[Point]:
    """The wider points that a clause affirms by a case, or denies of all."""
    lower = text.lower()
    words = set(lower.split())
    nobody = _NOBODY.match(lower) is not None
    yield from _presence(lower, words, nobody, denied)
    if concept is not None and concept in _HARM and not denied:
        yield _point("harm", True, {verb, concept})
    elif (denied and nobody and (verb in _HARMED or _TOLD_HURT.search(lower))) or NO_HARM.search(lower):
        yield _point("harm", False, {verb, concept or "injury", *(_HARMS & words)})
    for name, verbs in (("failure", _FAILED), ("breakage", _BROKEN)):
        if verb in verbs and (not denied or (negated and verb in ("fail", "break"))):
            yield _point(name, not denied, {verb}, of_what=True)
    if verb in _WORKING or (verb in _NOT_WORKING and not denied and " to " not in lower):
        yield _point("work", verb in _WORKING and not denied, {verb}, of_what=True)
    if _HOSPITAL.search(lower) and (nobody or not denied):
        yield _point("hospital", not denied, {verb, *(_HOSPITALS & words)})


def _presence(lower: str, words: AbstractSet[str], nobody: bool, denied: bool) -> Iterator[Point]:
    """That people were in a place, or that nobody was."""
    empty, there = _EMPTY.match(lower), _PRESENT.match(lower)
    if empty and not denied:
        yield _point(f"presence in {empty['place']}", False, {"be", *(_PRESENCE & words)}, passing=True)
    elif there and there["place"] not in _NO_PLACE and (nobody or not denied):
        who = singular(there["who"].split()[-1])
        if nobody or is_person(who):
            yield _point(f"presence in {there['place']}", not nobody, {"be", *(_PRESENCE & words)}, passing=True)


def _point(name: str, holds: bool, words: AbstractSet[str], *, passing: bool = False, of_what: bool = False) -> Point:
    return Point(f"{ANY}{name}", holds, not holds, passing, frozenset(words), of_what=of_what)
