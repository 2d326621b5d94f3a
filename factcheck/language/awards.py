"""Who is said to have won what only one can win: a contract, a tender, an order, a franchise."""

import re
from typing import NamedTuple

from factcheck.language.signs import SIGN

_WHO = rf"(?P<who>{SIGN}\d+{SIGN})"
_SIGNS = re.compile(rf"{SIGN}\d+{SIGN}")
_PRIZE = r"(?:contract|tender|order|franchise|concession|licence|license|commission)"
_THING = rf"(?P<thing>\b{_PRIZE}\b(?: (?:for|to|of|on)\b[^,;:]{{3,90}}?)?)"
_WON = r"(?:won|wins|secured|clinched|landed|bagged|picked up|beat [^,;:]{3,40}? to)"
_WAS = r"(?:was|were|is|has been|had been|have been)"
_NAMED = rf"(?:the [a-z-]+ )?{_WHO}"
_ENDS = r"(?=[,.;:]| (?:on|in|at|after|from|which|that|when|worth|and|but|by|this|last)\b|$)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_THING} {_WAS} (?:awarded|given|handed|let|placed|granted) (?:to|with) {_NAMED}",
        rf"{_THING} (?:went|has gone|had gone|goes) to {_NAMED}",
        rf"{_THING} {_WAS} (?:won|secured|clinched|landed) by {_NAMED}",
        rf"{_WHO}(?:, [^,;:{SIGN}]{{1,60}},)? (?:has |have |had )?(?:{_WON}|(?:been|was|were) "
        rf"(?:awarded|given|handed|granted)) (?:[\w’'-]+ ){{0,3}}?{_THING}{_ENDS}",
    )
)
_TRIGGER = re.compile(rf"\b{_PRIZE}\b")
_OPEN = re.compile(
    r"\b(?:not|never|may|might|could|would|if|whether|likely|expected|hopes?|hoped|bid|bids|shortlisted|previous|"
    r"previously|last year|earlier|another|second|third|former|until|lost|rejected|reportedly)\b|n['’]t\b"
)
"""Words that leave it open who won, or tell of another time or contract."""
_WITH_OTHERS = re.compile(rf"\band (?:the )?{SIGN}(?!\d)|{SIGN}(?<!\d{SIGN})(?: and|, along| together|,? with)\b")
"""Beside whom, where a single sign stands, others may have won it whose names were not seen."""


class Award(NamedTuple):
    """Who won what in a sentence: the signs of all names outside what was won, and what tells which it was."""

    winners: tuple[str, ...]
    thing: str


def award_in(sentence: str) -> Award | None:
    """What a sentence, with signs in place of its names, says was won for sure; null where it says no such thing."""
    if SIGN not in sentence or not _TRIGGER.search(sentence) or _OPEN.search(sentence):
        return None
    match = next(filter(None, (pattern.search(sentence) for pattern in _PATTERNS)), None)
    if match is None or _WITH_OTHERS.search(f"{sentence[: match.start('who')]}{SIGN}{sentence[match.end('who') :]}"):
        return None
    _, _, which = match["thing"].partition(" ")
    inside = set(_SIGNS.findall(which))
    winners = tuple(sign for sign in dict.fromkeys(_SIGNS.findall(sentence)) if sign not in inside)
    return Award(winners, which) if which and match["who"] in winners else None
