"""From an amount and the words around it to a quantity: whether it is one, what it counts, how it is stated."""

import re
from bisect import bisect_left
from typing import NamedTuple

from factcheck.finders._amounts import Amount
from factcheck.finders._measuring import (
    MOST_WORDS,
    Counted,
    Tokens,
    after_of,
    counted,
    phrase_before,
    phrase_from,
    shortened,
    subject_of,
    topic_of,
)
from factcheck.finders._trends import Trend, compared, is_change_noun, is_change_of, is_object, trend
from factcheck.language.modifiers import Stated, after, before
from factcheck.language.tagging import NOMINAL, VERBAL, plural
from factcheck.records.document import Block
from factcheck.records.quantity import Form, Modifier, Quantity


class Clause(NamedTuple):
    """A sentence: its masked text, its tagged words, where each begins, and its block."""

    text: str
    tokens: Tokens
    starts: list[int]
    block: Block

    def at(self, place: int) -> int:
        """Number of the first token that begins at or after a place."""
        return bisect_left(self.starts, place)


Found = tuple[int, int, Quantity]


def quantified(amount: Amount, clause: Clause, floor: int, previous: Quantity | None) -> Found | None:
    """The quantity that an amount is, with its span in the sentence; null where it is none."""
    stated = before(clause.text, amount.start, floor) or _under_age(clause.text, amount.start)
    start = stated.place if stated else amount.start
    here, following = clause.at(amount.start), clause.at(amount.end)
    if _is_no_number(amount, clause, stated, here, following):
        return None
    stated = stated or _restated(clause.text, amount, previous, floor)
    aged = _age(amount, clause)
    if aged is not None:
        return start, aged[0], _quantity(amount, stated, "year of age", "age", aged[1], None)
    said = after(clause.text, amount.end)
    end = said.place if said else amount.end
    stated = stated or said
    if said:
        following = clause.at(end)
    moved = _trend(amount, clause, stated, start)
    unit, of = _measured(amount, clause, clause.at(start), following, previous)
    if of is None and unit and previous is not None and _RESTATED.fullmatch(clause.text, floor, amount.start):
        of = previous.of
    if unit is None and of is None and amount.form == "words" and _stands_alone(amount, clause, previous):
        return None
    if moved is not None and is_object(moved, unit, amount.dimension):
        moved = None
    moved = _moved(amount, clause, moved, clause.at(start), following)
    return start, end, _quantity(amount, stated, unit, amount.dimension, of, moved)


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
    amount: Amount, stated: Stated | None, unit: str | None, dimension: str, of: str | None, moved: Trend | None
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
        strict=bool(stated and stated.strict and modifier in "><"), as_written="",
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
    if amount.unit is None and _AGED.search(clause.text, max(0, amount.start - 20), amount.start):
        return amount.end, "age"
    return None


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


def _is_no_number(amount: Amount, clause: Clause, stated: Stated | None, here: int, following: int) -> bool:
    """Whether the number is part of a name, the pronoun "one", or a compound ("two-thirds-full", "six-speed")."""
    tokens, text = clause.tokens, clause.text
    first = text[amount.number : amount.number + 1]
    follows = tokens[following] if following < len(tokens) else None
    if first.isalpha() and amount.unit is None and text[amount.end : amount.end + 1] in ("-", "‑", "‐"):
        return True
    if first.isupper() and follows is not None and follows.text[:1].isupper() and amount.unit is None:
        return _names(clause, amount, following)
    if (
        amount.low == amount.high == 1
        and amount.form == "words"
        and text[amount.number : amount.number + 3].lower() == "one"
    ):
        return amount.dimension == "time" or (
            amount.unit is None and _is_pronoun(clause, amount, here, following, stated)
        )
    if amount.unit is None and not stated and not amount.ranged and amount.form == "digits" and amount.precision <= 1:
        return _is_designator(clause, amount, here, following) or _is_model(clause, amount, following)
    return False


def _names(clause: Clause, amount: Amount, following: int) -> bool:
    """Whether a capitalised number word begins a name: "Three Rivers Alliance" does, "Two Russian officers" does not."""
    lead = clause.text[: amount.start].rstrip(" \"'“‘(")
    head = lead == "" or lead[-1] in ":.!?-–—|•"
    quoted = clause.text[amount.start - 1 : amount.start] in ("“", "‘", '"', "'")
    phrase = counted(clause.tokens, following)
    ends_small = phrase is not None and clause.tokens[phrase.last - 1].text[:1].islower()
    return not ends_small if head and not quoted else True


_BEFORE_PRONOUN = frozenset(
    "the this that which each another no every any some last next latter former other first big only-".split()
)
_ONE_FORMS = frozenset("more than least most only just over about or and one to".split())
_IDIOM_NOUNS = frozenset("another hand day reason way thing".split())


def _is_pronoun(clause: Clause, amount: Amount, here: int, following: int, stated: Stated | None) -> bool:
    """Whether "one" is a pronoun or an idiom rather than a number."""
    tokens = clause.tokens
    before_ = tokens[here - 1].lower if here > 0 else ""
    if before_ in _BEFORE_PRONOUN or following >= len(tokens):
        return True
    follows = tokens[following]
    if follows.lower == "of":
        return False
    if follows.lower in ("in", "out") and following + 1 < len(tokens) and tokens[following + 1].tag == "NUM":
        return False
    if before_ == "to" and here >= 2 and tokens[here - 2].tag == "NOUN" and follows.tag in ("PUNCT", "PREP"):
        return False
    if follows.lower in _IDIOM_NOUNS and (before_ in ("on", "for", "in") or follows.lower == "another"):
        return True
    phrase = counted(tokens, following, many=False)
    return (
        phrase is None
        or follows.tag in ("PREP", "CONJ", "SUB", "PRON", "DET")
        or follows.tag in VERBAL
        and follows.tag != "PART"
    )


def _is_model(clause: Clause, amount: Amount, following: int) -> bool:
    """Whether the number opens a name: "the 737 MAX", "a 2020 Escape"."""
    tokens = clause.tokens
    if following >= len(tokens) or tokens[following].tag != "PROPER" or amount.low < 100 or amount.precision != 1:
        return False
    if "," in clause.text[amount.start : amount.end]:
        return False
    phrase = counted(tokens, following)
    return phrase is not None and tokens[phrase.last - 1].tag == "PROPER" and not plural(tokens[phrase.last - 1])


_NOT_NAMES = frozenset("i".split())


def _is_designator(clause: Clause, amount: Amount, here: int, following: int) -> bool:
    """Whether a bare number belongs to a name before it: "Stoxx 600", "Planet 9", "iPhone 11 Pro"."""
    tokens, text = clause.tokens, clause.text
    if here == 0 or "," in text[amount.start : amount.end]:
        return False
    before_ = tokens[here - 1]
    if before_.tag in ("PUNCT", "TIME", "NUM") or before_.end + 1 < amount.start:
        return False
    is_name = before_.tag == "PROPER" or any(char.isupper() for char in before_.text)
    if not is_name or before_.lower in _NOT_NAMES or (here == 1 and before_.tag != "PROPER"):
        return False
    phrase = counted(tokens, following)
    if phrase is None:
        return True
    head = tokens[phrase.last - 1]
    return not (head.text[:1].islower() and head.lemma != head.lower and tokens[following].text[:1].islower())


def _measured(
    amount: Amount, clause: Clause, here: int, following: int, previous: Quantity | None
) -> tuple[str | None, str | None]:
    """The unit, or the noun phrase counted, and what is measured."""
    if clause.block.kind == "table-cell":
        unit, of = (
            amount.unit,
            shortened(" ".join(part for part in (clause.block.row, clause.block.column) if part), MOST_WORDS),
        )
        return unit, of
    if amount.unit is not None:
        return amount.unit, _of(clause, here, following)
    tokens = clause.tokens
    follows = tokens[following] if following < len(tokens) else None
    if follows is not None and follows.lower == "of":
        unit, of = _part_of(clause, following)
        return (None, unit) if amount.form == "fraction" and amount.low < 1 else (unit, of)
    if follows is not None and follows.lower == "others" and previous is not None and previous.dimension == "count":
        return previous.unit, None
    phrase: Counted | None = counted(tokens, following, many=amount.high != 1)
    if amount.form == "fraction" and amount.low < 1:
        return None, phrase_from(tokens, following) or _of(clause, here, following)
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
    return None, _of(clause, here, following)


_ELLIPTIC = frozenset("and to with against , or while for by than from which".split())


def _is_elliptic(clause: Clause, here: int, following: int) -> bool:
    """Whether a bare number counts what the one before it did: "three resolutions, against 76 for …"."""
    tokens = clause.tokens
    follows = tokens[following] if following < len(tokens) else None
    leads = here > 0 and tokens[here - 1].lower in (
        "and",
        "to",
        "with",
        "against",
        ",",
        "or",
        "while",
        "for",
        "by",
        "than",
        "from",
    )
    return leads and (follows is None or follows.tag in ("PUNCT", "PREP", "CONJ"))


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


def _of(clause: Clause, here: int, following: int) -> str | None:
    """What an amount with a unit measures: after "of" or right behind it, before it, or the sentence's subject."""
    tokens = clause.tokens
    follows = tokens[following] if following < len(tokens) else None
    if follows is not None:
        if follows.lower in ("worth",):
            return phrase_from(tokens, following + 2)
        if follows.lower in ("of", "in") and not (
            follows.lower == "in" and following + 1 < len(tokens) and tokens[following + 1].tag == "TIME"
        ):
            found = phrase_from(tokens, following + 1)
            if found and (follows.lower == "of" or here == 0 or tokens[here - 1].lower not in ("of", "to")):
                return found
        if follows.tag in NOMINAL or follows.tag in ("ADJ", "PART", "GER"):
            found = phrase_from(tokens, following)
            if found:
                return found
    if here > 0 and tokens[here - 1].lower in ("of", "at", "to", "about"):
        found = phrase_before(tokens, here - 1)
        if found and tokens[here - 1].lower == "of":
            return found
    subject = subject_of(tokens, here)
    return subject or phrase_before(tokens, here) or phrase_before(tokens, max(here - 1, 0)) or topic_of(tokens, here)


def _stands_alone(amount: Amount, clause: Clause, previous: Quantity | None) -> bool:
    """Whether a number word without anything to count is left out ("the two", "both and one")."""
    return amount.low < 13 and not amount.ranged and previous is None and clause.block.kind != "table-cell"
