"""What a number counts or measures: its unit or counted noun, and what is measured, with where they end."""

import re
from typing import NamedTuple

from factcheck.finders._amount import Amount
from factcheck.finders._announced import announced
from factcheck.finders._attributive import STOREYS, Compound
from factcheck.finders._cells import without_unit
from factcheck.finders._clause import Clause
from factcheck.finders._measuring import (
    MOST_WORDS,
    Counted,
    Tokens,
    after_of,
    counted,
    end_of_phrase,
    phrase_from,
    shortened,
)
from factcheck.finders._subjects import measured_by, subject_of_number
from factcheck.finders._trends import change_noun
from factcheck.language.nouns import plural_of
from factcheck.language.persons import PARENTS, is_person
from factcheck.language.tagging import FINITE, plural
from factcheck.records.quantity import Quantity

_TOTAL = re.compile(r"(?:grand )?total|all|sum|together|in all", re.IGNORECASE)
"""The name of a row that says no more than that it sums up the others."""


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
    is_label = clause.block.row is None and here > 0 and following < len(tokens)
    if clause.block.kind == "table-cell" and not is_label:
        row, column = clause.block.row or "", clause.block.column or ""
        named = (row, column) if not (column and _TOTAL.fullmatch(row.strip())) else (column,)
        headings = (without_unit(part) for part in named if part)
        return Measured(amount.unit, shortened(" ".join(headings), MOST_WORDS), following)
    if compound is not None:
        return Measured(compound.unit, compound.of, clause.at(compound.end))
    if amount.unit is not None:
        of = (
            _risen(tokens, here, following, previous)
            or _moved_on(tokens, here, previous)
            or measured_by(clause, amount, here, following)
        )
        last = end_of_phrase(tokens, following + 1) if _is_of(tokens, following) else following
        return Measured(amount.unit, of, last)
    point = _point(tokens, following) if amount.form == "fraction" else None
    if point is not None:
        return Measured("points", subject_of_number(clause, here, previous), point)
    if _is_of(tokens, following):
        return _part_of(clause, amount, following, previous)
    if amount.form == "fraction" and amount.low < 1:
        of = phrase_from(tokens, following) or measured_by(clause, amount, here, following)
        return Measured(None, of, following)
    return _counted(clause, amount, here, following, previous)


def _risen(tokens: Tokens, here: int, following: int, previous: Quantity | None) -> str | None:
    """What rose by "a rise of 5 %": what "in" names behind it, or what the figure before it measures."""
    if here < 3 or tokens[here - 1].lower != "of" or change_noun(tokens[here - 2]) is None:
        return None
    if following < len(tokens) and tokens[following].lower == "in":
        return phrase_from(tokens, following + 1)
    apposed = previous is not None and here > 3 and tokens[here - 3].tag == "DET" and tokens[here - 4].text == ","
    return previous.of if apposed and previous is not None else None


def _moved_on(tokens: Tokens, here: int, previous: Quantity | None) -> str | None:
    """What the sum before measures, which is told to have moved: "had $3 billion in revenue, up 35 %"."""
    apposed = here > 1 and tokens[here - 1].lower in ("up", "down") and tokens[here - 2].text == ","
    return previous.of if apposed and previous is not None and previous.dimension == "money" else None


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
    if phrase is None and amount.noun_at >= 0:
        listed = counted(tokens, clause.at(amount.noun_at))
        if listed is not None:
            return Measured(listed.words, None, following)
    if phrase is not None and _is_attributive(clause, amount, here, phrase):
        first = tokens[phrase.first]
        unit = None if first.lower == "strong" else "storeys" if first.lower in STOREYS else plural_of(first.lower)
        return Measured(unit, phrase_from(tokens, phrase.first + 1), phrase.last)
    if phrase is not None:
        if phrase.words.lower() in _PIECES and _is_of(tokens, phrase.last):
            herd = after_of(tokens, phrase.last)
            if herd is not None:
                return Measured(herd.words, None, herd.last)
        of = phrase_from(tokens, phrase.last + 1) if _is_of(tokens, phrase.last) else None
        last = end_of_phrase(tokens, phrase.last + 1) if of else phrase.last
        return Measured(phrase.words, of, last)
    told = previous.unit if previous is not None and previous.dimension == "count" else None
    toll = _toll_before(tokens, here) if told else None
    if toll:
        return Measured(None, toll, following)
    if told and _is_as_large(amount, previous) and _is_elliptic(clause, here, following, told):
        return Measured(told, None, following)
    noun = announced(tokens, here, following)
    if noun is not None:
        return Measured(noun, None, following)
    return Measured(None, subject_of_number(clause, here, previous), following)


def _toll_before(tokens: Tokens, here: int) -> str | None:
    """The toll that a bare number is of, whatever was counted before it: "bringing the death toll in Arlen to | 12"."""
    if here < 2 or tokens[here - 1].lower not in ("to", "at", "of"):
        return None
    for place in range(here - 2, max(here - _FAR_TOLL, 0), -1):
        if tokens[place].lower in ("toll", "tolls"):
            kind = tokens[place - 1] if place and tokens[place - 1].tag in ("NOUN", "ADJ", "PART") else None
            return f"{kind.text} toll" if kind else "toll"
        if tokens[place].tag in FINITE or tokens[place].tag in ("PUNCT", "NUM", "GER"):
            return None
    return None


_FAR_TOLL = 12


_PIECES = frozenset({"head", "heads", "individual", "specimens", "members", "units", "pieces", "items"})
"""Nouns that count one by one what stands behind "of": "60 head of cattle", "four members of staff"."""


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
_BREAKS = frozenset({",", "–", "—", "("})
_ELLIPTIC = frozenset("and to with against , or while for by than from which including another other further".split())


def _is_elliptic(clause: Clause, here: int, following: int, unit: str) -> bool:
    """Whether a bare number counts what the one before it did: "three resolutions, against 76 for …"."""
    tokens = clause.tokens
    follows = tokens[following] if following < len(tokens) else None
    if follows is not None and follows.lower in ("more", "fewer", "others"):
        return True
    if follows is not None and here > 0 and tokens[here - 1].text in _BREAKS and follows.lower in ("that", "who"):
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
