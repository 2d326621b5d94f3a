"""From an amount and the words around it to a quantity: whether it is one, what it counts, how it is stated."""

import re
from typing import NamedTuple

from factcheck.finders._amount import Amount
from factcheck.finders._cells import without_unit
from factcheck.finders._clause import Clause
from factcheck.finders._designating import is_no_number
from factcheck.finders._measuring import (
    MOST_WORDS,
    Counted,
    after_of,
    beside,
    counted,
    phrase_before,
    phrase_from,
    shortened,
    subject_of,
    topic_of,
)
from factcheck.finders._trends import Trend, compared, is_change_noun, is_change_of, is_object, trend
from factcheck.language.modifiers import Stated, after, before
from factcheck.language.tagging import NOMINAL
from factcheck.records.quantity import Form, Modifier, Quantity


class So(NamedTuple):
    """What came before in the sentence: where the last quantity ended, which it was, and the last label's number."""

    floor: int = 0
    previous: Quantity | None = None
    labelled: int = -1


Found = tuple[int, int, Quantity]


def quantified(amount: Amount, clause: Clause, so: So) -> Found | None:
    """The quantity that an amount is, with its span in the sentence; null where it is none."""
    floor, previous = so.floor, so.previous
    stated = before(clause.text, amount.start, floor) or _under_age(clause.text, amount.start)
    start = stated.place if stated else amount.start
    here, following = clause.at(amount.start), clause.at(amount.end)
    if is_no_number(amount, clause, stated, here, following):
        return None
    stated = stated or _restated(clause.text, amount, previous, floor)
    aged = _age(amount, clause)
    if aged is not None:
        as_written = clause.written[start : aged[0]]
        return start, aged[0], _quantity(amount, stated, "year of age", "age", aged[1], None, as_written)
    said = after(clause.text, amount.end)
    end = said.place if said else amount.end
    stated = stated or said
    if said:
        following = clause.at(end)
    moved = _trend(amount, clause, stated, start)
    unit, of = _measured(amount, clause, clause.at(start), following, previous)
    if of is None and unit and previous is not None and _RESTATED.fullmatch(clause.text, floor, amount.start):
        of = previous.of
    if unit is None and amount.form == "words" and _stands_alone(amount, clause, here, previous):
        return None
    if moved is not None and is_object(moved, unit, amount.dimension):
        moved = None
    moved = _moved(amount, clause, moved, clause.at(start), following)
    return start, end, _quantity(amount, stated, unit, amount.dimension, of, moved, clause.written[start:end])


def _trend(amount: Amount, clause: Clause, stated: Stated | None, start: int) -> Trend | None:
    """What the verb before the amount says of it; "fell from 5 to 3" is a range told downwards."""
    if stated is not None and stated.modifier in "><" and amount.unit is None:
        return None
    moved = trend(clause.tokens, clause.at(start))
    return (
        moved._replace(form="value")
        if moved and amount.ranged and clause.text[amount.start : amount.start + 4].lower() == "from"
        else moved
    )


def _quantity(
    amount: Amount,
    stated: Stated | None,
    unit: str | None,
    dimension: str,
    of: str | None,
    moved: Trend | None,
    as_written: str,
) -> Quantity:
    modifier: Modifier = moved.modifier if moved else stated.modifier if stated else "="
    form: Form = (
        moved.form
        if moved
        else "ratio"
        if amount.form == "fraction" and amount.unit is None and amount.low < 1
        else "value"
    )
    share = form == "ratio" and dimension == "count"
    spare = MOST_WORDS - len((unit or "").split())
    return Quantity(
        low=amount.low, high=amount.high, modifier=modifier, unit=unit, of=shortened(of, spare),
        dimension="share" if share else dimension, form=form, per=amount.per, precision=amount.precision,
        strict=bool(stated and stated.strict and modifier in "><"), as_written=as_written,
    )  # fmt: skip


_RESTATED = re.compile(r"[\s\u00a0]?[(/][\s\u00a0]?")


def _restated(text: str, amount: Amount, previous: Quantity | None, floor: int) -> Stated | None:
    """A conversion in brackets is meant as what it converts: "just under 296 hp (224 kW)"."""
    if previous is None or amount.unit is None or previous.dimension != amount.dimension or previous.modifier == "=":
        return None
    if _RESTATED.fullmatch(text, floor, amount.start) is None or previous.modifier in ("up", "down"):
        return None
    return Stated(previous.modifier, previous.strict, amount.start)


def _moved(amount: Amount, clause: Clause, moved: Trend | None, place: int, following: int) -> Trend | None:
    """The trend that a verb, a noun ("an increase of", "5 % drop") or a minus sign before a percentage tells."""
    if moved is not None:
        return moved
    if amount.unit == "percent" and amount.high < 0:
        return Trend("down", "change")
    risen = compared(clause.tokens, following) if amount.unit is not None else None
    if risen is not None:
        return risen
    if amount.unit is not None and (is_change_noun(clause.tokens, following) or is_change_of(clause.tokens, place)):
        return Trend("=", "change")
    return None


_OLD = re.compile(
    r"[\s\u00a0]?[-‐‑]?[\s\u00a0]?(?:years?|months?|weeks?|days?|hours?)[\s\u00a0-](?:olds?|of[\s\u00a0]age)(?!\w)",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"(?:\b(?:aged|ages?(?:[\s\u00a0]of)?)(?:[\s\u00a0](?:about|around|between|over|under|just|only))?[\s\u00a0])$",
    re.IGNORECASE,
)


def _age(amount: Amount, clause: Clause) -> tuple[int, str | None] | None:
    """Where an age ends, and whose it is, if the amount is one: "15-year-old", "aged 34"."""
    if amount.unit is not None and amount.dimension != "time":
        return None
    place = amount.end if amount.unit is None else _number_end(amount, clause.text)
    match = _OLD.match(clause.text, place)
    if match:
        return match.end(), phrase_from(clause.tokens, clause.at(match.end()), 4) or phrase_before(
            clause.tokens, clause.at(amount.start), 4
        )
    if amount.unit is None and amount.form == "digits" and amount.low <= 110 and amount.precision == 1:
        whose = _named_before(clause, amount)
        if whose is not None:
            return amount.end, whose
    if amount.unit is None and _AGED.search(clause.text, max(0, amount.start - 20), amount.start):
        return amount.end, "age"
    return None


def _named_before(clause: Clause, amount: Amount) -> str | None:
    """Whose age stands between commas after a name: "Anna Berg, 56, said"."""
    here = clause.at(amount.start)
    if here < 2 or clause.tokens[here - 1].text != "," or clause.text[amount.end : amount.end + 1] != ",":
        return None
    return phrase_before(clause.tokens, here - 1, 4) if clause.tokens[here - 2].tag == "PROPER" else None


_UNDER_AGE = re.compile(r"(?<!\w)(?P<word>under|below|over|above)\s(?:the\s)?age\s(?:of\s)?$", re.IGNORECASE)


def _under_age(text: str, place: int) -> Stated | None:
    """What "under the age of" says."""
    match = _UNDER_AGE.search(text, max(0, place - 20), place)
    if match is None:
        return None
    return Stated("<" if match["word"].lower() in ("under", "below") else ">", True, match.start())


def _number_end(amount: Amount, text: str) -> int:
    match = re.compile(r"[\d.,]+|[A-Za-z]+(?:-[a-z]+)?").match(text, amount.number)
    return match.end() if match else amount.end


def _measured(
    amount: Amount, clause: Clause, here: int, following: int, previous: Quantity | None
) -> tuple[str | None, str | None]:
    """The unit, or the noun phrase counted, and what is measured."""
    if clause.block.kind == "table-cell":
        headings = (without_unit(part) for part in (clause.block.row, clause.block.column) if part)
        return amount.unit, shortened(" ".join(headings), MOST_WORDS)
    if amount.unit is not None:
        return amount.unit, _of(clause, amount, here, following)
    tokens = clause.tokens
    follows = tokens[following] if following < len(tokens) else None
    if follows is not None and follows.lower == "of":
        unit, of = _part_of(clause, following)
        return (None, unit) if amount.form == "fraction" and amount.low < 1 else (unit, of)
    if follows is not None and follows.lower == "others" and previous is not None and previous.dimension == "count":
        return previous.unit, None
    phrase: Counted | None = counted(tokens, following, many=amount.high != 1)
    if amount.form == "fraction" and amount.low < 1:
        return None, phrase_from(tokens, following) or _of(clause, amount, here, following)
    if phrase is not None:
        of = (
            phrase_from(tokens, phrase.last + 1)
            if phrase.last < len(tokens) and tokens[phrase.last].lower == "of"
            else None
        )
        return phrase.words, of
    if (
        previous is not None
        and previous.dimension == "count"
        and previous.unit
        and amount.precision in (0, 1)
        and _is_elliptic(clause, here, following)
    ):
        return previous.unit, None
    return None, _of(clause, amount, here, following)


_ELLIPTIC = frozenset("and to with against , or while for by than from which".split())


def _is_elliptic(clause: Clause, here: int, following: int) -> bool:
    """Whether a bare number counts what the one before it did: "three resolutions, against 76 for …"."""
    tokens = clause.tokens
    follows = tokens[following] if following < len(tokens) else None
    if follows is not None and follows.lower in ("more", "fewer", "others"):
        return True
    leads = here > 0 and tokens[here - 1].lower in _ELLIPTIC
    return leads and (follows is None or follows.tag in ("PUNCT", "PREP", "CONJ", "AUX"))


def _part_of(clause: Clause, following: int) -> tuple[str | None, str | None]:
    """ "thousands of officers", "one of the largest delegations", "two of Johnson's deputies", "25 of whom"."""
    phrase = after_of(clause.tokens, following)
    if phrase is None:
        return None, None
    of = (
        phrase_from(clause.tokens, phrase.last + 1, 4)
        if phrase.last < len(clause.tokens) and clause.tokens[phrase.last].lower == "of"
        else None
    )
    return phrase.words, of


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
    subject = beside(tokens, here) or subject_of(tokens, here)
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


_PRONOUNS = frozenset("the these those both all other".split())


def _stands_alone(amount: Amount, clause: Clause, here: int, previous: Quantity | None) -> bool:
    """Whether a number word without anything to count is left out: "the two", "both and one"."""
    if clause.block.kind == "table-cell" or amount.ranged:
        return False
    return (here > 0 and clause.tokens[here - 1].lower in _PRONOUNS) or (amount.low < 13 and previous is None)
