"""Numbers that stand for what they count: "seven died", "killing three", "all six", "the other 39", "both"."""

from collections.abc import Iterator

from factcheck.finders._amount import Amount
from factcheck.finders._clause import Clause
from factcheck.finders._masking import BLANK
from factcheck.language.tagging import FINITE, words_in
from factcheck.language.trends import FALLING, RISING
from factcheck.language.verbs import FORMS
from factcheck.records.quantity import Quantity

_SMALL = 13
"""Number words below this stand alone only where the words around them say that they count."""
_POINTING = frozenset("the these those that this".split())
_REST = frozenset("other others another all remaining only".split())
_BACK = frozenset("them whom these those which us you".split())
_VERBS = frozenset({"PAST", "VERB", "PART", "GER"})
_NOT_TAKING = frozenset("be turn strike become reach near pass go come".split())
"""Verbs whose number is an hour, an age or a rank rather than what they take."""


def stands_alone(amount: Amount, clause: Clause, here: int, following: int, previous: Quantity | None) -> bool:
    """Whether a number word without a noun counts something: not "the two met", "at six", "cut in two"."""
    if clause.block.kind == "table-cell" or amount.ranged:
        return True
    tokens = clause.tokens
    before = tokens[here - 1] if here else None
    if _is_part(clause, following):
        return before is None or before.lower not in _POINTING
    if before is not None and before.lower in _POINTING:
        return _is_whole(clause, here)
    if before is not None and before.lower == "both":
        return False
    if amount.low >= _SMALL or amount.form == "vague":
        return True
    if _is_tally(clause, here):
        return True
    if before is not None and before.tag in ("PREP", "TO") and before.lower != "of":
        return previous is not None and before.lower not in ("at", "in", "between")
    if previous is not None or (before is not None and before.lower in _REST):
        return True
    return _is_subject(clause, following) or _is_object(clause, here, following)


_TALLIES = frozenset("toll tally total count number death fatality casualty injury case".split())
_MOVES = (
    RISING | FALLING | frozenset("stand reach hit bring come take stay remain put revise move tick creep go".split())
)


def _is_tally(clause: Clause, here: int) -> bool:
    """Whether the number is where a tally stands: "the toll has risen to seven"."""
    tokens, place = clause.tokens, here - 1
    while place >= 0 and tokens[place].lower in ("to", "at", "by"):
        place -= 1
    if place < 1 or FORMS.get(tokens[place].lower, ("", tokens[place].lemma))[1] not in _MOVES:
        return False
    return any(token.lemma in _TALLIES for token in tokens[max(place - 10, 0) : place])


def _is_part(clause: Clause, following: int) -> bool:
    """ "four of them", "eleven of the eighteen"."""
    tokens = clause.tokens
    if following + 1 >= len(tokens) or tokens[following].lower != "of":
        return False
    after = tokens[following + 1]
    return after.lower in _BACK or after.tag == "NUM" or (after.tag == "DET" and _is_number(clause, following + 2))


def _is_number(clause: Clause, place: int) -> bool:
    return place < len(clause.tokens) and clause.tokens[place].tag == "NUM"


def _is_whole(clause: Clause, here: int) -> bool:
    """ "eleven of the eighteen": the number that another is a part of."""
    tokens = clause.tokens
    return here > 2 and tokens[here - 2].lower == "of" and tokens[here - 3].tag == "NUM"


def _is_subject(clause: Clause, following: int) -> bool:
    """Whether a verb follows of which the number is the subject."""
    tokens, place = clause.tokens, following
    while place < len(tokens) and tokens[place].tag in ("ADV", "NOT"):
        place += 1
    return place < len(tokens) and tokens[place].tag in FINITE


def _is_object(clause: Clause, here: int, following: int) -> bool:
    """Whether the number is what the verb right before it takes: "killing three", "left two dead"."""
    tokens = clause.tokens
    if not here or tokens[here - 1].tag not in _VERBS or tokens[here - 1].lemma in _NOT_TAKING:
        return False
    if following >= len(tokens):
        return True
    return tokens[following].tag in ("PUNCT", "CONJ", "PREP", "ADV", "TIME", "ADJ", "PART")


def both(clause: Clause) -> Iterator[tuple[int, int, Quantity]]:
    """ "both" that stands for two: "both died", "both of them left"; not "both sides", "both Arlen and Mossby"."""
    tokens = clause.tokens
    if "both" not in words_in(clause.written):
        return
    for place, token in enumerate(tokens[:-1]):
        if token.lower != "both" or clause.text[token.start] == BLANK:
            continue
        follows = tokens[place + 1]
        part = follows.lower == "of" and place + 2 < len(tokens) and tokens[place + 2].lower in _BACK
        if part or follows.tag in FINITE:
            written = clause.written[token.start : token.end]
            yield token.start, token.end, Quantity(low=2.0, high=2.0, as_written=written)
