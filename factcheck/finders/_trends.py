"""What is said of a change: rose by, fell, 3 % higher, an increase of."""

from typing import NamedTuple

from factcheck.finders._measuring import Tokens
from factcheck.language.tagging import FINITE, Token
from factcheck.language.trends import FALLING, FALLS, RISES, RISING
from factcheck.language.verbs import FORMS
from factcheck.records.quantity import Form, Modifier

_BETWEEN = frozenset(
    "by further another almost nearly about around only just a an as much more than over under up to "
    "some roughly between "
                     "even slightly back another well".split())  # fmt: skip
_TRANSITIVE = frozenset(
    "raise boost lift hike cut reduce lower slash trim increase decrease expand shrink narrow widen improve "
    "ease grow".split()
)


_TAKES_OBJECT = frozenset(
    "raise boost lift hike add gain lose cut reduce lower slash trim shed drop double halve expand strengthen "
    "cede".split()
)
_HARD_MONEY = frozenset("raise lose cut cede lower".split())
_STEPS = frozenset(
    "point points place places spot spots percent level levels notch notches position positions rung rungs "
    "cents pips".split()
)


class Trend(NamedTuple):
    """How an amount tells of a change, and the verb that says so."""

    modifier: Modifier
    form: Form
    verb: str = ""


def trend(tokens: Tokens, place: int) -> Trend | None:
    """What the verb before the amount at token `place` says: rose by, fell, up, lost; null for "rose to"."""
    back = place - 1
    steps = 0
    by = False
    while back >= 0 and steps < 4:
        token = tokens[back]
        lower = token.lower
        if lower in ("up", "down") and token.tag in ("PREP", "ADV", "ADJ", "VERB", "NOUN"):
            return None if _is_phrasal(tokens, back) else Trend("up" if lower == "up" else "down", "change")
        if lower == "to":
            return None
        found = _verb(token)
        if found is not None:
            return found
        by = by or lower == "by"
        if lower in _BETWEEN or token.tag == "ADV":
            back -= 1
            steps += 1
            continue
        break
    return _transitive(tokens, back) if by else None


_PHRASAL = frozenset(
    "make pay set put take pick give break bring sign hold keep build buy draw back write lay turn shut use serve "
    "offer call hand run pull tear tie eat rack wind track strike sit line load stock save show".split()
)


def _is_phrasal(tokens: Tokens, place: int) -> bool:
    """Whether up or down belongs to a verb before it that tells of no change: "made up 62 per cent", "paid down"."""
    token = tokens[place - 1] if place else None
    if token is None or token.tag not in ("PAST", "VERB", "PART", "GER"):
        return False
    return FORMS.get(token.lower, ("", token.lemma))[1] in _PHRASAL


def _verb(token: Token) -> Trend | None:
    if token.tag not in ("PAST", "VERB", "PART", "GER", "NOUN", "ADJ"):
        return None
    form, base = FORMS.get(token.lower, ("", token.lemma))
    verbal = token.tag in ("PAST", "VERB", "PART", "GER") or form in ("ed", "ing", "past")
    if base in RISING and verbal:
        return Trend("up", "change", base)
    if base in FALLING and verbal:
        return Trend("down", "change", base)
    return None


def _transitive(tokens: Tokens, back: int) -> Trend | None:
    """ "cut the rate by 5 points": the verb stands before its object."""
    for place in range(back, max(back - 8, -1), -1):
        token = tokens[place]
        if token.tag in ("PAST", "VERB", "PART", "GER") and token.lemma in _TRANSITIVE:
            return Trend("up" if token.lemma in RISING else "down", "change", "by")
        if token.tag in FINITE or token.text in ",;:":
            return None
    return None


_HIGHER = {"higher": "up", "up": "up", "lower": "down", "down": "down"}


def compared(tokens: Tokens, place: int) -> Trend | None:
    """ "3 % higher": a change, unless it is higher than something."""
    token = tokens[place] if place < len(tokens) else None
    direction = _HIGHER.get(token.lower) if token else None
    if direction is None or (
        place + 1 < len(tokens) and tokens[place + 1].lower in ("than", "from", "and", "or", "to")
    ):
        return None
    return Trend("up" if direction == "up" else "down", "change")


def is_change_noun(tokens: Tokens, place: int) -> bool:
    """Whether a noun of change stands at the place or soon after: "5 % drop", "40 per cent uptick"."""
    for token in tokens[place : place + 3]:
        if token.tag == "NOUN" and (token.lemma in RISES or token.lemma in FALLS):
            return True
        if token.tag not in ("NOUN", "ADJ", "PROPER", "PART"):
            return False
    return False


def is_change_of(tokens: Tokens, place: int) -> bool:
    """Whether "of" before the amount belongs to a noun of change: "an increase of 5 %"."""
    noun = tokens[place - 2] if place >= 2 and tokens[place - 1].lower == "of" else None
    return noun is not None and (noun.lemma in RISES or noun.lemma in FALLS)


def is_object(moved: Trend, unit: str | None, dimension: str) -> bool:
    """Whether the amount is what somebody raised, lost or added rather than by how much something changed.

    "Raised $5 million" and "lost 20 games" tell of an amount, "gained 250 points" and "lost 3 %" of a change.
    """
    if moved.verb not in _TAKES_OBJECT:
        return False
    if dimension == "money":
        return moved.verb in _HARD_MONEY
    return dimension == "count" and unit is not None and unit.rsplit(" ", 1)[-1].lower() not in _STEPS
