"""Kickers: words in capitals that shout before a headline and are no part of it ("FARES GO MAD: Ferry line …")."""

import re

from factcheck.language.verbs import FORMS, NOUNS_TOO

_KICKER = re.compile(r"(?P<words>[A-Z][A-Z’'!,-]{0,20}(?: [A-Z’'!,-]{1,20}){1,9})(?::|(?<=[?!])) (?=\S)")
_SMALL = frozenset(
    "in on at by to from with without up down out off over into it its is are was were be been has have had how why "
    "what who when where not no nothing my your our his her their this that these those as but so all if".split()
)
"""Small words that no name holds."""
_NOT_TOLD = frozenset("united left lost fell".split())
_EDGES = "’'!,-"


def kicker_end(text: str) -> int:
    """Where the kicker ends with which a block's text begins; 0 where it begins with none.

    It holds a verb or a small word as no name does.
    """
    found = _KICKER.match(text)
    if found is None or found["words"].title() in text or not any(char.islower() for char in text[found.end() :]):
        return 0
    words = [word.strip(_EDGES).lower() for word in found["words"].split()]
    return found.end() if any(word in _SMALL or _is_told(word) for word in words) else 0


def _is_told(word: str) -> bool:
    """Whether a word is a form of a verb, and no noun: "gets", "went"."""
    form = FORMS.get(word)
    return form is not None and form[0] in ("third", "past") and form[1] not in NOUNS_TOO and word not in _NOT_TOLD
