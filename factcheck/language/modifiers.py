"""Words before and after a number that say how it is meant: about, more than, at least, up to, or more."""

import re
from typing import NamedTuple

from factcheck.records.quantity import Modifier

_SAYS: tuple[tuple[Modifier, bool, str], ...] = (
    ("~", False, "about|around|roughly|approximately|approx|approx.|some|nearly|almost|circa|ca.|c.|estimated"),
    ("~", False, "an estimated|close to|in the region of|in the order of|on the order of|somewhere around|near"),
    ("~", False, "in the neighbourhood of|in the neighborhood of|in the vicinity of|something like|more like|nearer"),
    (
        "~",
        False,
        "practically|virtually|just about|perhaps|barely|more or less|averaging|averaged|~|≈|the best part of",
    ),
    ("~", False, "approaching|nearing|pushing|the better part of|on average"),
    (">", True, "greater than|exceeding|in excess of|upwards of|upward of|north of|over than|better than|>"),
    (">", True, "exceeds|exceeded|exceed|surpassing|surpassed|topping|topped|upwards from"),
    (">", True, "bigger than|longer than|older than|heavier than|faster than|larger than|later than"),
    (">", False, "at least|at the very least|at the least|a minimum of|minimum of|no less than|not less than"),
    (">", False, "no fewer than|not fewer than|nothing less than|starting at|≥|as few as|as little as|as low as"),
    ("<", True, "smaller than|shorter than|not quite|<|younger than|just shy of|shy of|south of"),
    ("<", False, "up to|at most|no more than|not more than|a maximum of|maximum of|at the most|at the very most|≤"),
    ("<", False, "as much as|as many as|as high as|not exceeding|not over|within|anything up to|no higher than"),
    ("<", False, "up to about|up to around|up to some|up to nearly|up to an estimated|no bigger than|no longer than"),
)
_SIDES: tuple[tuple[Modifier, str], ...] = (
    (">", "more than|over|above|higher than"),
    ("<", "less than|fewer than|under|below|lower than|short of"),
)
_LONGER = {
    ">": "greater than|larger than|bigger than|longer than|older than|later than|faster than|heavier than",
    "<": "smaller than|shorter than|younger than|earlier than|slower than|lighter than",
}
_DEGREES = (
    "just|only just|slightly|a little|a little bit|a bit|a shade|a touch|a fraction|marginally|fractionally|well|far|"
    "much|considerably|substantially|comfortably|significantly|somewhat|rather|way|any"
).split("|")
"""Words that say how far over or under."""
_MEANINGS = {phrase: (modifier, strict) for modifier, strict, phrases in _SAYS for phrase in phrases.split("|")}
_MEANINGS |= {
    f"{degree}{side}": (modifier, True)
    for modifier, sides in _SIDES
    for side in sides.split("|")
    for degree in ("", *(f"{word} " for word in _DEGREES))
}
_FLIPPED: dict[Modifier, Modifier] = {">": "<", "<": ">"}
_MEANINGS |= {
    f"{denied} {side}": (_FLIPPED[modifier], False)
    for modifier, sides in _SIDES
    for side in (*sides.split("|"), *_LONGER[modifier].split("|"))
    for denied in ("no", "not", "not any", "nothing")
}
FIRST_WORDS = frozenset(phrase.partition(" ")[0] for phrase in _MEANINGS)
"""Words with which they begin."""
_LAST_WORDS = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in _MEANINGS)
_PASSED_OVER = frozenset("a an another just only even further additional".split())
_NOT_MORE = re.compile(
    r"\b(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)|spread(?:s|ing)?|stretch(?:es|ed|ing)?|scatter(?:s|ed|ing)?|"
    r"strew(?:s|ed|n|ing)?|sprawl(?:s|ed|ing)?)\s+$",
    re.IGNORECASE,
)
"""Verbs after which "over" belongs to the verb: "handed over 20 ambulances", "spread over 600 hectares"."""
_MOST_WORDS = 5
_WINDOW = 44
_WORD = re.compile(r"\S+")
_AFTER = re.compile(
    r"(?P<more>\s?\+(?!\d)|-plus\b|\s{1,2}(?:or|and)\s{1,2}(?:more|over|above|up|older)\b"
    r"(?!\s{1,3}(?:than|the|an?|its|his|her|their|our|all|about|\d|[$£€]))"
    r"|\s{1,2}at\s(?:the\s)?(?:very\s)?least\b)"
    r"|(?P<less>\s{1,2}or\s{1,2}(?:less|fewer|under|below|younger)\b|\s{1,2}(?:at\s(?:the\s)?(?:very\s)?most|tops|maximum)\b)"
    r"|(?P<about>\s{1,2}or\s{1,2}(?:so|thereabouts)\b|[-‐‑\s]odd\b|-ish\b|,?\s{1,2}give\sor\stake\b)",
    re.IGNORECASE,
)


class Stated(NamedTuple):
    """How a number is stated; `place` is where the words that say so begin (or end, after a number)."""

    modifier: Modifier
    strict: bool
    place: int


def before(text: str, place: int, floor: int) -> Stated | None:
    """What the words right before a number say of it; they begin no earlier than `floor`."""
    low = max(floor, place - _WINDOW)
    words = [(match.start(), match.group().lower()) for match in _WORD.finditer(text, low, place)]
    if low > floor and words and not text[low - 1].isspace():
        words = words[1:]
    if words and words[-1][1] in _PASSED_OVER and len(words) > 1 and words[-2][1].lstrip("([“‘\"'") in _LAST_WORDS:
        words = words[:-1]
    if not words or words[-1][1].lstrip("([“‘\"'") not in _LAST_WORDS:
        return None
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        start, first = words[-count]
        bare = first.lstrip("([“‘\"'")
        meaning = _MEANINGS.get(" ".join([bare, *(word for _, word in words[len(words) - count + 1 :])]))
        if meaning is not None and not (bare == "over" and count == 1 and _NOT_MORE.search(text, low, start)):
            return Stated(*meaning, start + len(first) - len(bare))
    return None


def after(text: str, place: int) -> Stated | None:
    """What the words right after a number say of it: "or more", "or so", "-odd", "at most", "+"."""
    match = _AFTER.match(text, place)
    if match is None:
        return None
    modifier: Modifier = ">" if match["more"] else "<" if match["less"] else "~"
    return Stated(modifier, False, match.end())
