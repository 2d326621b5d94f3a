"""What a number is said of: the noun behind or before it, the subject of its clause, or nothing that the words give."""

import re

from factcheck.finders._amount import Amount
from factcheck.finders._clause import Clause
from factcheck.finders._measuring import (
    Tokens,
    beside,
    object_before,
    phrase_before,
    phrase_from,
    subject_of,
    topic_of,
)
from factcheck.language.tagging import NOMINAL, Token
from factcheck.language.trends import FALLING, RISING
from factcheck.language.verbs import FORMS
from factcheck.records.quantity import Quantity

_LEVEL = (
    "be become remain end close open finish settle start trade stay stand reach total number average exceed pass "
    "surpass top hit equal triple treble quadruple amount estimate put set measure come make go mean expect forecast "
    "predict project"
)
_LEVELS = RISING | FALLING | frozenset(_LEVEL.split())
"""Verbs whose subject a bare number is said of."""
_PAYING = frozenset(
    "pay spend invest earmark allocate budget pledge promise provide give offer bid raise borrow lend grant donate "
    "commit contribute need seek demand want request receive get win earn collect owe save lose charge cost add".split()
)
"""Verbs whose object is a sum, and after it "for" or "on" what the sum is for."""
_NOT_MEASURED = frozenset(
    "pay spend invest earmark allocate pledge promise provide give offer bid borrow lend grant donate contribute "
    "receive owe seek demand want request collect steal raise".split()
)
"""Verbs of paying and being paid, whose subject is who does, not what the sum measures."""
_LEADS = frozenset("to at by from of as about around only just nearly almost over under some than more less".split())
_FARTHEST = 6
_FARTHEST_LEAD = 16
"""Tokens within which "Of the nurses requested," stands at the head of a sentence."""
_VERBS = frozenset({"PAST", "VERB", "PART", "GER"})
_VERBAL = _VERBS | {"AUX", "MODAL", "ADV", "NOT"}


def subject_of_number(clause: Clause, here: int, previous: Quantity | None) -> str | None:
    """What a bare number is said of: "a toll of 12", "the number rose to 12"; null for a subject or an object."""
    tokens = clause.tokens
    before = tokens[here - 1].lower if here > 0 else ""
    if before in ("at", "to") and previous is not None and previous.form == "change":
        return previous.of
    if before in ("of", "at", "to") and (found := phrase_before(tokens, here - 1)):
        return found
    if before == "by" and (found := object_before(tokens, here - 1)):
        return found
    for place in range(here - 1, max(here - _FARTHEST, -1), -1):
        token = tokens[place]
        if token.tag in _VERBS or token.tag == "AUX":
            return subject_of(tokens, here) if _base(token) in _LEVELS or token.lemma in _LEVELS else None
        if token.lower not in _LEADS and token.tag not in ("ADV", "DET", "NUM"):
            break
    return _of_lead(clause, here)


def _base(token: Token) -> str:
    return FORMS.get(token.lower, ("", token.lemma))[1]


def _of_lead(clause: Clause, here: int) -> str | None:
    """The whole before a part: "Of the nurses requested, 44 have arrived"."""
    tokens = clause.tokens
    if not 3 <= here <= _FARTHEST_LEAD or tokens[here - 1].text != "," or tokens[0].lower != "of":
        return None
    return phrase_from(tokens[: here - 1], 1, 4)


def measured_by(clause: Clause, amount: Amount, here: int, following: int) -> str | None:
    """What an amount with a unit measures: after "of" or right behind it, before it, or the sentence's subject."""
    tokens = clause.tokens
    behind = _behind(clause, amount, here, following)
    if behind is not None:
        return behind
    before = tokens[here - 1] if here > 0 else None
    if before is not None and before.lower == "of" and (found := phrase_before(tokens, here - 1)):
        return found
    if before is not None and (before.tag == "GER" or before.lower == "worth") and here > 1:
        carrier = phrase_before(tokens, here - 2 if tokens[here - 2].text == "," else here - 1)
        if carrier:
            return carrier
    moved = object_before(tokens, here - 1) if before is not None and before.lower == "by" else None
    subject = moved or beside(tokens, here)
    if subject is None and amount.dimension == "money" and _is_paid(tokens, here):
        return None
    subject = subject or subject_of(tokens, here)
    if subject is None and _is_told_of_a_pronoun(tokens, here):
        return None if tokens[0].tag in ("PREP", "SUB") else topic_of(tokens, here)
    return subject or phrase_before(tokens, here) or phrase_before(tokens, max(here - 1, 0)) or topic_of(tokens, here)


def _verb_of(tokens: Tokens, here: int) -> Token | None:
    """The verb that takes the amount at token `here` as its object, words such as "another" between them."""
    for place in range(here - 1, max(here - _FARTHEST, -1), -1):
        token = tokens[place]
        if token.tag in _VERBS:
            return token
        if token.tag not in ("ADV", "DET", "NUM", "ADJ") and token.lower not in _LEADS:
            return None
    return None


def _is_told_of_a_pronoun(tokens: Tokens, here: int) -> bool:
    """Whether the verb before the amount has "it" or "they" for its subject."""
    place = here - 1
    while place >= 0 and here - place < _FARTHEST and (tokens[place].tag in _VERBAL or tokens[place].lower in _LEADS):
        place -= 1
    return 0 <= place < here - 1 and tokens[place].lower in ("it", "they")


def _is_paid(tokens: Tokens, here: int) -> bool:
    """Whether somebody pays or is paid the sum at token `here`."""
    verb = _verb_of(tokens, here)
    return verb is not None and _base(verb) in _NOT_MEASURED


def _behind(clause: Clause, amount: Amount, here: int, following: int) -> str | None:
    """What is measured, where it stands behind the amount: "of the vote", "in damages", "for new equipment", "fine"."""
    tokens = clause.tokens
    follows = tokens[following] if following < len(tokens) else None
    after_that = tokens[following + 1] if following + 1 < len(tokens) else None
    if follows is None:
        return None
    if follows.lower == "worth":
        return phrase_from(tokens, following + 2)
    if follows.lower == "of":
        return phrase_from(tokens, following + 1)
    if after_that is not None and follows.lower in ("in", "for", "on", "towards"):
        return phrase_from(tokens, following + 1) if _is_purpose(amount, tokens, here, follows, after_that) else None
    if follows.tag in NOMINAL or follows.tag in ("ADJ", "PART", "GER"):
        return None if _PERIODIC.search(follows.lower) else phrase_from(tokens, following)
    return None


_PERIODIC = re.compile(r"-(?:on|over|by|to)-")
"""A comparison of times, which is nothing measured: "0.2% month-over-month"."""


def _is_purpose(amount: Amount, tokens: Tokens, here: int, follows: Token, after_that: Token) -> bool:
    """Whether "in", "for" or "on" behind an amount names what it is of: "in damages", "for Berg", "on repairs"."""
    if amount.dimension == "share":
        return follows.lower == "for" and after_that.tag == "PROPER"
    if amount.dimension != "money":
        return False
    if follows.lower == "in":
        return after_that.tag in ("NOUN", "ADJ", "PART")
    if after_that.tag not in ("NOUN", "ADJ", "PART", "DET") or after_that.lower in ("each", "every"):
        return False
    verb = _verb_of(tokens, here)
    listed = here > 0 and (tokens[here - 1].tag == "CONJ" or tokens[here - 1].text in ",:;")
    return listed if verb is None else _base(verb) in _PAYING
