"""What a number counts or measures: its unit or counted noun, and what is measured, with where they end."""

from typing import NamedTuple

from factcheck.finders._amount import Amount
from factcheck.finders._attributive import STOREYS, Compound
from factcheck.finders._cells import without_unit
from factcheck.finders._clause import Clause
from factcheck.finders._measuring import (
    MOST_WORDS,
    Counted,
    Tokens,
    after_of,
    beside,
    counted,
    end_of_phrase,
    object_before,
    phrase_before,
    phrase_from,
    shortened,
    subject_of,
    topic_of,
)
from factcheck.language.nouns import plural_of
from factcheck.language.persons import PARENTS, is_person
from factcheck.language.tagging import FINITE, NOMINAL, plural
from factcheck.language.trends import FALLING, RISING
from factcheck.language.verbs import FORMS
from factcheck.records.quantity import Quantity


class Measured(NamedTuple):
    """The unit or counted noun, what is measured, and the token after the words that belong to the number."""

    unit: str | None
    of: str | None
    last: int


def measured(
    amount: Amount, clause: Clause, here: int, following: int, previous: Quantity | None, compound: Compound | None
) -> Measured:
    """What an amount counts or measures; `here` and `following` are the tokens from and after it."""
    tokens = clause.tokens
    if clause.block.kind == "table-cell":
        headings = (without_unit(part) for part in (clause.block.row, clause.block.column) if part)
        return Measured(amount.unit, shortened(" ".join(headings), MOST_WORDS), following)
    if compound is not None:
        return Measured(compound.unit, compound.of, clause.at(compound.end))
    if amount.unit is not None:
        of = _of(clause, amount, here, following)
        last = end_of_phrase(tokens, following + 1) if _is_of(tokens, following) else following
        return Measured(amount.unit, of, last)
    point = _point(tokens, following) if amount.form == "fraction" else None
    if point is not None:
        return Measured("points", _said_of(clause, amount, here, point), point)
    if _is_of(tokens, following):
        return _part_of(clause, amount, following, previous)
    if amount.form == "fraction" and amount.low < 1:
        of = phrase_from(tokens, following) or _of(clause, amount, here, following)
        return Measured(None, of, following)
    return _counted(clause, amount, here, following, previous)


def _point(tokens: Tokens, place: int) -> int | None:
    """Where "a point" ends after a fraction: "half a point", "a tenth of a point"."""
    at = place + 1 if _is_of(tokens, place) else place
    words = [token.lower for token in tokens[at : at + 2]]
    return at + 2 if words in (["a", "point"], ["one", "point"]) else None


def _is_of(tokens: Tokens, place: int) -> bool:
    return place < len(tokens) and tokens[place].lower == "of"


def _counted(clause: Clause, amount: Amount, here: int, following: int, previous: Quantity | None) -> Measured:
    """The noun behind a number, or what stands for it where there is none."""
    tokens = clause.tokens
    follows = tokens[following] if following < len(tokens) else None
    if follows is not None and follows.lower == "others" and previous is not None and previous.dimension == "count":
        return Measured(previous.unit, None, following + 1)
    if here > 1 and tokens[here - 1].lower == "of" and tokens[here - 2].lemma in PARENTS:
        return Measured("children", None, following)
    phrase: Counted | None = counted(tokens, following, many=amount.high != 1)
    if phrase is not None and _is_attributive(clause, amount, here, phrase):
        first = tokens[phrase.first]
        unit = None if first.lower == "strong" else "storeys" if first.lower in STOREYS else plural_of(first.lower)
        return Measured(unit, phrase_from(tokens, phrase.first + 1), phrase.last)
    if phrase is not None:
        of = phrase_from(tokens, phrase.last + 1) if _is_of(tokens, phrase.last) else None
        last = end_of_phrase(tokens, phrase.last + 1) if of else phrase.last
        return Measured(phrase.words, of, last)
    told = previous.unit if previous is not None and previous.dimension == "count" else None
    if told and _is_as_large(amount, previous) and _is_elliptic(clause, here, following, told):
        return Measured(told, None, following)
    return Measured(None, _said_of(clause, amount, here, following), following)


def _is_as_large(amount: Amount, previous: Quantity | None) -> bool:
    """Whether a number may be of the kind of the one before it: written out, or rounded as that one is."""
    return amount.precision in (0, 1) or (amount.low >= 1e3 and previous is not None and previous.low >= 1e3)


def _is_attributive(clause: Clause, amount: Amount, here: int, phrase: Counted) -> bool:
    """Whether a number and the word behind it describe one thing: "a 12 storey block", "the 18 hole course"."""
    tokens = clause.tokens
    if amount.low <= 1 or here == 0 or tokens[here - 1].tag != "DET" or phrase.last - phrase.first < 2:
        return False
    first, head = tokens[phrase.first], tokens[phrase.last - 1]
    plain = first.lower == "strong" or (first.tag == "NOUN" and not plural(first) and first.text.islower())
    return plain and head.tag == "NOUN" and not plural(head) and tokens[here - 1].lower in _ONE_THING


_ONE_THING = frozenset("a an the its their his her this that our my your each every".split())
_ELLIPTIC = frozenset("and to with against , or while for by than from which including another other further".split())


def _is_elliptic(clause: Clause, here: int, following: int, unit: str) -> bool:
    """Whether a bare number counts what the one before it did: "three resolutions, against 76 for …"."""
    tokens = clause.tokens
    follows = tokens[following] if following < len(tokens) else None
    if follows is not None and follows.lower in ("more", "fewer", "others"):
        return True
    leads = here > 0 and tokens[here - 1].lower in _ELLIPTIC
    if leads and (follows is None or follows.tag in ("PUNCT", "PREP", "CONJ", "AUX")):
        return True
    return _is_of_people(clause, unit, following)


_STATES = frozenset(
    "dead missing injured wounded hurt killed homeless stranded trapped unaccounted ill sick alive unconscious dying "
    "displaced hospitalised hospitalized infected detained arrested".split()
)


def _is_of_people(clause: Clause, unit: str, following: int) -> bool:
    """Whether people were counted before, and what happened to others of them follows: "and 49 were hurt"."""
    tokens = clause.tokens
    place = following
    while place < len(tokens) and tokens[place].tag in ("ADV", "NOT"):
        place += 1
    if place >= len(tokens) or not is_person(unit.rsplit(" ", 1)[-1]):
        return False
    return tokens[place].tag in FINITE or tokens[place].lower in _STATES


_PRONOUNS = frozenset("them whom these those which us you".split())


def _part_of(clause: Clause, amount: Amount, following: int, previous: Quantity | None) -> Measured:
    """ "thousands of officers", "one of the largest delegations", "two of Johnson's deputies", "25 of whom"."""
    tokens = clause.tokens
    fraction = amount.form == "fraction" and amount.low < 1
    phrase = after_of(tokens, following)
    if phrase is None:
        pronoun = following + 1 < len(tokens) and tokens[following + 1].lower in _PRONOUNS
        counts = pronoun and not fraction and previous is not None and previous.dimension == "count"
        return Measured(previous.unit if counts and previous else None, None, following)
    if fraction:
        return Measured(None, phrase.words, phrase.last)
    of = phrase_from(tokens, phrase.last + 1, 4) if _is_of(tokens, phrase.last) else None
    return Measured(phrase.words, of, end_of_phrase(tokens, phrase.last + 1) if of else phrase.last)


_LEVEL = (
    "be become remain end close open finish settle start trade stay stand reach total number average exceed pass "
    "surpass top hit equal triple treble quadruple amount estimate put set measure come make go mean expect forecast "
    "predict project"
)
_LEVELS = RISING | FALLING | frozenset(_LEVEL.split())
"""Verbs whose subject a bare number is said of."""
_LEADS = frozenset("to at by from of as about around only just nearly almost over under some than more less".split())
_FARTHEST = 6
_FARTHEST_LEAD = 16
"""Tokens within which "Of the nurses requested," stands at the head of a sentence."""


def _said_of(clause: Clause, amount: Amount, here: int, following: int) -> str | None:
    """What a bare number is said of: "a toll of 12", "the number rose to 12"; null for a subject or an object."""
    tokens = clause.tokens
    if here > 0 and tokens[here - 1].lower in ("of", "at", "to"):
        found = phrase_before(tokens, here - 1)
        if found:
            return found
    if here > 0 and tokens[here - 1].lower == "by":
        found = object_before(tokens, here - 1)
        if found:
            return found
    for place in range(here - 1, max(here - _FARTHEST, -1), -1):
        token = tokens[place]
        if token.tag in ("PAST", "VERB", "PART", "GER", "AUX"):
            base = FORMS.get(token.lower, ("", token.lemma))[1]
            return subject_of(tokens, here) if base in _LEVELS or token.lemma in _LEVELS else None
        if token.lower not in _LEADS and token.tag not in ("ADV", "DET", "NUM"):
            break
    return _of_lead(clause, here)


def _of_lead(clause: Clause, here: int) -> str | None:
    """The whole before a part: "Of the nurses requested, 44 have arrived"."""
    tokens = clause.tokens
    if not 3 <= here <= _FARTHEST_LEAD or tokens[here - 1].text != "," or tokens[0].lower != "of":
        return None
    return phrase_from(tokens[: here - 1], 1, 4)


def _of(clause: Clause, amount: Amount, here: int, following: int) -> str | None:
    """What an amount with a unit measures: after "of" or right behind it, before it, or the sentence's subject."""
    tokens = clause.tokens
    behind = _behind(clause, amount, following)
    if behind is not None:
        return behind
    if here > 0 and tokens[here - 1].lower == "of":
        found = phrase_before(tokens, here - 1)
        if found:
            return found
    moved = object_before(tokens, here - 1) if here > 0 and tokens[here - 1].lower == "by" else None
    subject = moved or beside(tokens, here) or subject_of(tokens, here)
    return subject or phrase_before(tokens, here) or phrase_before(tokens, max(here - 1, 0)) or topic_of(tokens, here)


def _behind(clause: Clause, amount: Amount, following: int) -> str | None:
    """What is measured, where it stands behind the amount: "of the vote", "in damages", "for Berg", "fine"."""
    tokens = clause.tokens
    follows = tokens[following] if following < len(tokens) else None
    after_that = tokens[following + 1] if following + 1 < len(tokens) else None
    if follows is None:
        return None
    if follows.lower == "worth":
        return phrase_from(tokens, following + 2)
    if follows.lower == "of":
        return phrase_from(tokens, following + 1)
    if after_that is not None and follows.lower in ("in", "for"):
        of_name = follows.lower == "for" and after_that.tag == "PROPER" and amount.dimension == "share"
        of_kind = follows.lower == "in" and after_that.tag in ("NOUN", "ADJ", "PART") and amount.dimension == "money"
        return phrase_from(tokens, following + 1) if of_name or of_kind else None
    if follows.tag in NOMINAL or follows.tag in ("ADJ", "PART", "GER"):
        return phrase_from(tokens, following)
    return None
