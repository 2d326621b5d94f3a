"""What is said of a change: rose by, fell, up, cut … by, 3 % higher, an increase of, or 1.4 per cent."""

import re
from typing import NamedTuple

from factcheck.finders._amount import Amount
from factcheck.finders._clause import Clause
from factcheck.finders._measuring import Tokens, beside
from factcheck.language.modifiers import Stated
from factcheck.language.tagging import FINITE, NOMINAL, Token
from factcheck.language.trends import FALLING, FALLS, RISES, RISING
from factcheck.language.units import AWAY, FROM
from factcheck.language.verbs import FORMS
from factcheck.records.quantity import Form, Modifier, Quantity

_BETWEEN = frozenset(
    "by further another almost nearly about around only just a an as much many more than over under up to some roughly "
    "between even slightly back well fully at least most less fewer estimated average".split()
)
"""Words that may stand between a verb of change and its amount."""
_TRANSITIVE = frozenset(
    "raise boost lift hike cut reduce lower slash trim increase decrease expand shrink narrow widen improve ease "
    "grow".split()
)
_EITHER_WAY = frozenset("adjust change alter amend revise".split())
"""Verbs that change their object up or down: "adjusted the rent by 3 per cent"."""
_BRINGING = frozenset("bring drive push force knock pull talk beat get".split())
"""Verbs that change their object with "up" or "down": "brought down the price by"."""
_TAKES_OBJECT = frozenset(("put on",)) | frozenset(
    "raise boost lift hike add gain lose cut reduce lower slash trim shed drop double halve expand strengthen "
    "cede recover".split()
)
_HARD_MONEY = frozenset("raise lose cut cede lower recover".split())
_STEPS = frozenset(
    "point points place places spot spots percent level levels notch notches position positions rung rungs cents "
    "pips".split()
)
"""Nouns that only changes are counted in."""
_SHARES = frozenset({"share", "share-point"})


_STUFF = frozenset({"mass", "volume", "area", "length", "energy"})
"""Dimensions of what can be measured out: tonnes of grain, litres of milk, hectares of forest."""
_OF_STUFF = re.compile(r"[\s\u00a0]of[\s\u00a0](?!the (?:year|month|week)|an? |it\b|this|that)[a-z]")


class Trend(NamedTuple):
    """How an amount tells of a change, and the verb that says so."""

    modifier: Modifier
    form: Form
    verb: str = ""
    way: Modifier | None = None
    """Up or down, where a noun tells it; the amount itself is then stated as it is."""


def change(amount: Amount, clause: Clause, stated: Stated | None, start: int) -> Trend | None:
    """What the verb before an amount says of it; "fell from 5 to 3" is a range told downwards."""
    place = clause.at(start)
    by = place > 0 and clause.tokens[place - 1].lower == "by"
    behind = AWAY.match(clause.text, amount.end) or FROM.match(clause.text, amount.end)
    if amount.dimension == "length" and not by and behind:
        return None
    if stated is not None and stated.modifier in "><" and amount.unit is None and not by:
        return None
    moved = trend(clause.tokens, place, shares=amount.dimension in _SHARES)
    if moved and amount.ranged and clause.text[amount.start : amount.start + 4].lower() == "from":
        return moved._replace(form="value")
    return moved


def trend(tokens: Tokens, place: int, *, shares: bool = False) -> Trend | None:
    """What the verb before the amount at token `place` says: rose by, fell, up, lost; null for "rose to".

    `shares`: it is a share or points, which a verb may take besides its object ("raised the rate 2 points").
    """
    back = place - 1
    steps = 0
    by = False
    while back >= 0 and steps < 5:
        token = tokens[back]
        lower = token.lower
        if lower in ("up", "down") and token.tag in ("PREP", "ADV", "ADJ", "VERB", "NOUN"):
            return _adverb(tokens, back)
        if lower == "to":
            return None
        if lower == "on" and back and tokens[back - 1].lemma == "put" and (shares or steps == 0):
            return Trend("up", "change", "put on")
        found = _verb(token, by)
        if found is not None:
            return found
        by = by or lower == "by"
        if lower in _BETWEEN or token.tag == "ADV" or (by and token.text == ","):
            back -= 1
            steps += 1
            continue
        break
    return _transitive(tokens, back) if by or shares else None


_MOVING = (
    "go come move trade open close end finish start remain stay stand creep edge inch tick drift shoot push nudge bid "
    "mark send drive climb rise jump leap surge soar fall drop slip slide dip sink tumble plunge bounce trend head "
    "revise adjust scale ramp pull force kick step shift pare wind gap"
).split()
_MOVING_FORMS = frozenset(
    {form for form, (_, base) in FORMS.items() if base in _MOVING}
    | {
        f"{stem}{ending}"
        for base in _MOVING
        for stem, endings in ((base, ("", "s", "ed", "ing")), (base.removesuffix("e"), ("ed", "ing")))
        for ending in endings
    }
)
"""Verbs with which "up" and "down" tell of a change."""


def _adverb(tokens: Tokens, place: int) -> Trend | None:
    """What "up" or "down" says; null where it belongs to another verb: "made up 62 per cent", "paid down a debt"."""
    token = tokens[place - 1] if place else None
    article = place + 1 < len(tokens) and tokens[place + 1].lower in ("a", "an")
    if token is not None and token.tag in ("PAST", "VERB", "PART", "GER") and token.lower not in _MOVING_FORMS:
        return None
    if article and place + 2 < len(tokens) and tokens[place + 2].tag == "SYM":
        return None
    return Trend("up" if tokens[place].lower == "up" else "down", "change")


_UNLISTED: dict[str, Modifier] = {
    **dict.fromkeys(
        "popped popping pops zoomed zooming rocketed rocketing ballooned ballooning mushroomed".split(), "up"
    ),
    **dict.fromkeys(
        "nosedived nosediving cratered cratering cooled softened softening dwindled dwindling".split(), "down"
    ),
}
"""Forms of verbs of change that the list of verbs does not hold."""


def _verb(token: Token, by: bool) -> Trend | None:
    if token.tag not in ("PAST", "VERB", "PART", "GER", "NOUN", "ADJ"):
        return None
    form, base = FORMS.get(token.lower, ("", token.lemma))
    verbal = token.tag in ("PAST", "VERB", "PART", "GER") or form in ("ed", "ing", "past")
    if verbal and base in RISING:
        return Trend("up", "change", base)
    if verbal and base in FALLING:
        return Trend("down", "change", base)
    if verbal and token.lower in _UNLISTED:
        return Trend(_UNLISTED[token.lower], "change")
    direction = change_noun(token) if by else None
    return Trend(direction, "change") if direction else None


def change_noun(noun: Token) -> Modifier | None:
    """Which way a noun of change points; null for another word."""
    if noun.tag != "NOUN":
        return None
    return "up" if noun.lemma in RISES else "down" if noun.lemma in FALLS else None


def _transitive(tokens: Tokens, back: int) -> Trend | None:
    """ "cut the rate by 5 points": the verb stands before its object."""
    for place in range(back, max(back - 8, -1), -1):
        token = tokens[place]
        base = FORMS.get(token.lower, ("", token.lemma))[1]
        if token.lower in ("up", "down") and place and FORMS.get(tokens[place - 1].lower, ("", ""))[1] in _BRINGING:
            return Trend("up" if token.lower == "up" else "down", "change", "by")
        if token.tag in ("PAST", "VERB", "PART", "GER") and base in _TRANSITIVE:
            return Trend("up" if base in RISING else "down", "change", "by")
        if token.tag in ("PAST", "VERB", "PART", "GER") and base in _EITHER_WAY:
            return Trend("=", "change", "by")
        if token.tag in FINITE or token.text in ",;:" or token.lower in ("to", "from"):
            return None
    return None


_OR = re.compile(
    r"(?:,?[\s\u00a0](?:or|equal[\s\u00a0]to|equivalent[\s\u00a0]to)|[\s\u00a0]?[—–][\s\u00a0]?or)[\s\u00a0]"
    r"(?:(?:about|around|roughly|nearly|almost|some)[\s\u00a0])?"
)
_AND = re.compile(r"(?:,|,?[\s\u00a0]and)[\s\u00a0]")
_BRACKET = re.compile(r"[\s\u00a0]?[(/][\s\u00a0]?")


def restated(amount: Amount, previous: Quantity | None, text: str, floor: int) -> Trend | None:
    """A change told again in another measure: "rose 64 points, or 1.4 per cent", "by 2 degrees (3.6 Fahrenheit)"."""
    if previous is None or previous.form != "change" or amount.unit is None:
        return None
    if _OR.fullmatch(text, floor, amount.start) is None:
        listed = amount.unit == previous.unit and _AND.fullmatch(text, floor, amount.start) is not None
        if listed:
            return Trend(previous.modifier, "change", way=previous.trend)
        alike = amount.dimension in (previous.dimension, "share")
        if not alike or _BRACKET.fullmatch(text, floor, amount.start) is None:
            return None
    return Trend(previous.modifier, "change", way=previous.trend)


def gapped(amount: Amount, previous: Quantity | None, tokens: Tokens, place: int, following: int) -> Trend | None:
    """The change of the clause before, told again without its verb: "bread sales rose 5%, milk sales 3%"."""
    if previous is None or previous.form != "change" or amount.unit is None or previous.unit != amount.unit:
        return None
    if amount.ranged or place == 0 or tokens[place - 1].tag not in NOMINAL or beside(tokens, place) is None:
        return None
    if following < len(tokens) and tokens[following].tag not in ("PUNCT", "CONJ", "TIME"):
        return None
    return Trend(previous.modifier, "change", way=previous.trend)


_HIGHER: dict[str, Modifier] = {
    **dict.fromkeys("higher up larger bigger greater more above dearer costlier pricier".split(), "up"),
    **dict.fromkeys("lower down smaller fewer less below cheaper".split(), "down"),
}
_ALONE = frozenset("higher lower up down dearer costlier pricier cheaper".split())
"""What tells of a change also where it is not said from what."""
_THAT = frozenset("that those the level levels figure figures total of in for".split())
"""Words between a comparison and the time that it looks back to: "below that of 2021"."""


def compared(tokens: Tokens, place: int, *, length: bool = False) -> Trend | None:
    """ "3 % higher": a change, unless it is higher than something other than a time; `length`: it is one."""
    token = tokens[place] if place < len(tokens) else None
    direction = _HIGHER.get(token.lower) if token else None
    if token is None or direction is None:
        return None
    if length and token.lower in ("up", "down"):  # where something lies: "a seam 40 metres down"
        return None
    at = place + 1
    following = tokens[at].lower if at < len(tokens) else ""
    if token.lower in _ALONE and following not in ("than", "on"):
        return Trend(direction, "change")
    if following == "than" or (following == "on" and token.lower in ("up", "down")):
        at += 1
    elif token.lower not in ("above", "below"):
        return None
    while at < len(tokens) and tokens[at].lower in _THAT:
        at += 1
    return Trend(direction, "change") if at < len(tokens) and tokens[at].tag == "TIME" else None


def named(amount: Amount, tokens: Tokens, place: int, following: int) -> Trend | None:
    """The change that a noun tells: "5 % drop", "an increase of 5 %"; a sum of money lost is no change."""
    behind = _noun_behind(tokens, following)
    if amount.dimension == "length" and _SURGE in [token.lemma for token in tokens[max(place - 2, 0) : following + 3]]:
        return None
    if behind is not None:
        return Trend("=", "change", way=behind)
    noun = tokens[place - 2] if place >= 2 and tokens[place - 1].lower == "of" else None
    direction = change_noun(noun) if noun else None
    if direction is None or (noun and noun.lemma in _SUMS and amount.dimension not in _SHARES):
        return None
    return Trend("=", "change", way=direction)


_SURGE = "surge"
"""What of water is so high, and by which nothing grew: "a storm surge of 4 metres"."""
_SUMS = frozenset("loss gain discount reduction cut raise".split())
"""Nouns that name a sum of money or a number as well as a change."""


def _noun_behind(tokens: Tokens, place: int) -> Modifier | None:
    for token in tokens[place : place + 3]:
        direction = change_noun(token)
        if direction is not None:
            return direction
        if token.tag not in ("NOUN", "ADJ", "PROPER", "PART"):
            return None
    return None


def is_object(moved: Trend, unit: str | None, dimension: str, behind: str = "") -> bool:
    """Whether the amount is what somebody raised, lost or added rather than by how much something changed.

    "Raised $5 million", "lost 20 games" and "shed 40 tonnes | of grain" tell of an amount, "gained 250 points" and
    "lost 3 %" of a change. `behind` is the text behind the amount.
    """
    if moved.verb not in _TAKES_OBJECT:
        return False
    if dimension in _STUFF:
        return _OF_STUFF.match(behind) is not None
    if dimension == "money":
        return moved.verb in _HARD_MONEY
    return dimension == "count" and unit is not None and unit.rsplit(" ", 1)[-1].lower() not in _STEPS


def is_step(unit: str | None) -> bool:
    """Whether a counted noun is one that only changes are counted in: "points", "places"."""
    return (unit or "").rsplit(" ", 1)[-1].lower() in _STEPS
