"""Words before and after a number that say how it is meant: about, more than, at least, up to, or more."""

import re
from typing import NamedTuple

from factcheck.records.quantity import Modifier

_SAYS: tuple[tuple[Modifier, bool, str], ...] = (
    ("~", False, "about|around|roughly|approximately|approx|approx.|some|nearly|almost|circa|ca.|c.|estimated"),
    ("~", False, "an estimated|close to|in the region of|in the order of|on the order of|somewhere around|near"),
    (
        "~",
        False,
        "practically|virtually|just about|perhaps|barely|more or less|averaging|averaged|~|≈|the best part of",
    ),
    (">", True, "more than|over|above|greater than|exceeding|in excess of|upwards of|upward of|north of|well over"),
    (
        ">",
        True,
        "just over|slightly more than|slightly over|a little over|a little more than|far more than|much more than",
    ),
    (">", True, "well above|exceeds|exceeded|exceed|surpassing|surpassed|topping|topped|higher than|larger than|>"),
    (">", True, "bigger than|longer than|older than|heavier than|faster than|greater than|over than|later than"),
    (
        ">",
        False,
        "at least|a minimum of|minimum of|no less than|not less than|no fewer than|not fewer than|starting at",
    ),
    (">", False, "≥|upwards from|as few as|as little as"),
    ("<", True, "less than|fewer than|under|below|just under|just below|slightly less than|slightly under|well under"),
    (
        "<",
        True,
        "a little less than|a little under|lower than|smaller than|shorter than|not quite|just shy of|shy of|<",
    ),
    ("<", True, "well below|just short of|short of|younger than"),
    ("<", False, "up to|at most|no more than|not more than|a maximum of|maximum of|at the most|≤|as much as"),
    ("<", False, "as many as|not exceeding|within|up to about|up to around|up to some|up to nearly"),
)
_MEANINGS = {phrase: (modifier, strict) for modifier, strict, phrases in _SAYS for phrase in phrases.split("|")}
_LAST_WORDS = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in _MEANINGS)
_PASSED_OVER = frozenset("a an another just only even further additional".split())
_MOST_WORDS = 5
_WINDOW = 44
_WORD = re.compile(r"\S+")
_AFTER = re.compile(
    r"(?P<more>\s?\+(?!\d)|\s{1,2}(?:or|and)\s{1,2}(?:more|over|above|up|older)\b(?!\s+than))"
    r"|(?P<less>\s{1,2}or\s{1,2}(?:less|fewer|under|below|younger)\b)"
    r"|(?P<about>\s{1,2}or\s{1,2}so\b)",
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
        if meaning is not None:
            return Stated(*meaning, start + len(first) - len(bare))
    return None


def after(text: str, place: int) -> Stated | None:
    """What the words right after a number say of it: "or more", "or so", "+"."""
    match = _AFTER.match(text, place)
    if match is None:
        return None
    modifier: Modifier = ">" if match["more"] else "<" if match["less"] else "~"
    return Stated(modifier, False, match.end())
