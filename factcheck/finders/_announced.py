"""Counts whose noun is told before them: "Number of passengers on board: 241", "The number of houses lost was 189"."""

from factcheck.finders._measuring import Tokens, counted
from factcheck.language.nouns import plural_of
from factcheck.language.tagging import FINITE, plural

_FARTHEST = 14
"""Words between a label and its figure."""

_COUNTS = frozenset({"number", "total"})
_BE = frozenset("is are was were".split())
_STAFF = frozenset({"headcount"})


def announced(tokens: Tokens, here: int, following: int) -> str | None:
    """What a bare number at the end of a label or of a sentence about a number counts."""
    if here < 2 or (following < len(tokens) and tokens[following].tag not in ("PUNCT", "PREP")):
        return None
    before = tokens[here - 1]
    if before.text == ":":
        return _labelled(tokens, here - 1)
    return _number_of(tokens, here - 1) if before.lower in _BE else None


def _labelled(tokens: Tokens, colon: int) -> str | None:
    """The plural noun that a label begins with, or that its number is of; a label has no verb."""
    first = colon
    while first and tokens[first - 1].text not in (".", ";", ":"):
        first -= 1
        if tokens[first].tag in FINITE and tokens[first].tag != "VERB":
            return None
    if colon - first > _FARTHEST or first == colon:
        return None
    if tokens[first].tag == "DET":
        first += 1
    if tokens[first].lower in _STAFF:
        return plural_of("employee")
    if _is_number_of(tokens, first):
        first += 2
    return _plural_at(tokens, first)


def _number_of(tokens: Tokens, verb: int) -> str | None:
    """What "the number of … was" is of, whatever tells more of it in between."""
    for place in range(verb - 2, max(verb - _FARTHEST, -1), -1):
        if _is_number_of(tokens, place):
            return _plural_at(tokens, place + 2)
        if tokens[place].text in ",;:." or tokens[place].tag in ("AUX", "MODAL", "NUM"):
            return None
    return None


def _is_number_of(tokens: Tokens, place: int) -> bool:
    return place + 2 < len(tokens) and tokens[place].lower in _COUNTS and tokens[place + 1].lower == "of"


def _plural_at(tokens: Tokens, place: int) -> str | None:
    phrase = counted(tokens, place)
    if phrase is None or not plural(tokens[phrase.last - 1]):
        return None
    return phrase.words[:1].lower() + phrase.words[1:]
