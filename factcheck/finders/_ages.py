"""Ages: "a 15-year-old", "aged 34", "Jane Roe, 44, said", "she is 66", "children under five", "a driver of 62"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.finders._amount import Amount
from factcheck.finders._clause import Clause
from factcheck.finders._measuring import phrase_before, phrase_from
from factcheck.language.given_names import GIVEN
from factcheck.language.modifiers import Stated
from factcheck.language.number_words import CARDINALS, TENS, UNITS
from factcheck.language.persons import PARENTS, is_person
from factcheck.language.tagging import NOMINAL, VERBAL, plural
from factcheck.language.titles import HONORIFICS, bare
from factcheck.records.quantity import Quantity

_OLDEST = 120
_WORDS = 4
"""Words of who is meant."""


class Age(NamedTuple):
    """An age: where it ends, its unit, whose it is, and what is said of it besides (under five)."""

    end: int
    unit: str
    of: str | None
    stated: Stated | None = None


_LONGEST_OLD = 14
_OLD = re.compile(
    r"[\s\u00a0]?[-‐‑–]?[\s\u00a0]?(?P<unit>year|month|week|day|hour)s?[\s\u00a0‐‑–-](?:olds?|of[\s\u00a0]age)(?!\w)",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:aged|ages?(?:[\s\u00a0]of)?)[\s\u00a0](?:(?:about|around|between|from|over|under|above|below|just|only)[\s\u00a0])?$",
    re.IGNORECASE,
)
_UNDER_AGE = re.compile(
    r"(?<!\w)(?P<word>under|below|over|above)[\s\u00a0](?:the\s)?age[\s\u00a0](?:of[\s\u00a0])?$", re.IGNORECASE
)


def under_age(text: str, place: int) -> Stated | None:
    """What "under the age of" says."""
    match = _UNDER_AGE.search(text, max(0, place - 20), place)
    return _bound(match["word"], match.start()) if match else None


def age(amount: Amount, clause: Clause, previous: Quantity | None, floor: int) -> Age | None:
    """The age that an amount is, if it is one; `previous` is the quantity before it, which ends at `floor`."""
    if amount.unit is not None and amount.dimension != "time":
        return None
    match = _OLD.search(clause.text, amount.number, amount.end + _LONGEST_OLD)
    if match and match.start() <= amount.end < match.end():
        return Age(match.end(), f"{match['unit'].lower()} of age", _described(clause, amount, match.end()))
    if amount.unit is not None or amount.form not in ("digits", "words") or not 0 <= amount.high <= _OLDEST:
        return None
    if _AGED.search(clause.text, max(0, amount.number - 24), amount.number):
        return Age(amount.end, _YEAR, _subject(clause, clause.at(amount.start)))
    if amount.precision > 1 or amount.precision not in (0, 1):
        return None
    if previous is not None and previous.dimension == "age" and _LISTED.fullmatch(clause.text, floor, amount.start):
        return Age(amount.end, previous.unit or _YEAR, previous.of)
    if previous is not None and previous.unit is None and _TALLIED.fullmatch(clause.text, floor, amount.start):
        return None
    return _apposed(amount, clause) or _told(amount, clause) or _bounded(amount, clause) or _at(amount, clause)


_YEAR = "year of age"
_TALLIED = re.compile(r",[\s\u00a0](?:and[\s\u00a0])?[A-Z][\w’'-]{1,30}(?:[\s\u00a0][A-Z][\w’'-]{1,30})?,[\s\u00a0]")
"""What stands between the figures of a list by name: "Norway, 24, Sweden, 18"."""
_LISTED = re.compile(r"(?:,|,?[\s\u00a0](?:and|or|to))[\s\u00a0]")


def _bound(word: str, place: int) -> Stated:
    return Stated("<" if word.lower() in ("under", "below") else ">", True, place)


def _described(clause: Clause, amount: Amount, end: int) -> str | None:
    """Who is "15-year-old": the noun behind it, or the subject before it."""
    return phrase_from(clause.tokens, clause.at(end), _WORDS) or _subject(clause, clause.at(amount.start))


def _subject(clause: Clause, here: int) -> str | None:
    """Who is meant before the token that tells the age, over a comma and a copula."""
    tokens = clause.tokens
    place = here - 1
    while place >= 0 and (tokens[place].tag in ("AUX", "MODAL", "ADV", "PREP") or tokens[place].text in ",("):
        place -= 1
    while place >= 0 and tokens[place].lower in ("aged", "age", "ages", "of", "who", "both", "is", "was"):
        place -= 1
        if place >= 0 and tokens[place].text == ",":
            place -= 1
    return phrase_before(tokens, place + 1, _WORDS)


_CLOSES = frozenset(",;:.!?)—–")


def _apposed(amount: Amount, clause: Clause) -> Age | None:
    """An age between commas or in brackets after a person: "Anna Berg, 56, said", "his wife (44)", "…, both 74,"."""
    tokens, here = clause.tokens, clause.at(amount.start)
    lead = here - 1
    if lead >= 1 and tokens[lead].lower in ("both", "now", "then"):
        lead -= 1
    if lead < 1 or tokens[lead].text not in (",", "("):
        return None
    closing = clause.text[amount.end : amount.end + 1]
    if (closing and closing not in _CLOSES) or (tokens[lead].text == "(") != (closing == ")"):
        return None
    if clause.text[amount.end : amount.end + 2].strip() != closing or amount.form == "words":
        return None
    following = clause.at(amount.end)
    listed = any(token.tag == "PROPER" for token in tokens[following + 1 : following + 3])
    name = _name_before(clause, lead)
    if name == 0 and not is_person(tokens[lead - 1].lower):
        return None
    if name == 1 and (listed or closing != "," or lead < here - 1):
        return None
    return Age(amount.end, _YEAR, phrase_before(tokens, lead, _WORDS))


def _name_before(clause: Clause, end: int) -> int:
    """How many words the name has that ends before a token; 0 where none does."""
    start = end
    while start > 0 and clause.tokens[start - 1].tag == "PROPER":
        start -= 1
    return end - start


_TURNS = frozenset("turned turns turning turn".split())
_BETWEEN = frozenset("about around only just nearly almost already now still then over under above below both".split())
_AFTER = frozenset("when at by as on this next last but in years".split())
_PRONOUNS = frozenset("he she i".split())
_WHEN_SO_OLD = ("when he", "when she")
_GROUPS = frozenset("they we you them us whom".split())
"""Pronouns that mean people where somebody "is over 65"."""


def _told(amount: Amount, clause: Clause) -> Age | None:
    """An age that a verb tells of a person: "she is 66", "who was 10", "Anna Berg turned 40", "was 27 when he"."""
    tokens, here, following = clause.tokens, clause.at(amount.start), clause.at(amount.end)
    verb = here - 1
    while verb > 0 and tokens[verb].lower in _BETWEEN:
        verb -= 1
    if verb < 1 or not (tokens[verb].lemma == "be" or tokens[verb].lower in _TURNS):
        return None
    if following < len(tokens) and not _ends_here(clause, following):
        return None
    while verb > 0 and tokens[verb - 1].tag in ("AUX", "MODAL", "ADV", "TO", "NOT"):
        verb -= 1
    bounded = tokens[here - 1].lower in ("over", "under", "above", "below")
    who = _who(clause, verb, bounded)
    if who is None and " ".join(token.lower for token in tokens[following : following + 2]) in _WHEN_SO_OLD:
        who = ""
    return Age(amount.end, _YEAR, who or None) if who is not None else None


def _ends_here(clause: Clause, following: int) -> bool:
    token = clause.tokens[following]
    return token.tag in ("PUNCT", "CONJ", "SUB", "TIME") or token.lower in _AFTER


def _who(clause: Clause, verb: int, bounded: bool) -> str | None:
    """The person that is the subject before a verb group, "" for a pronoun; null where it is no person."""
    tokens = clause.tokens
    subject = tokens[verb - 1] if verb else None
    if subject is None:
        return None
    if subject.lower in _PRONOUNS or (bounded and subject.lower in _GROUPS):
        return ""
    if subject.lower == "who":
        place = verb - 2 if verb > 1 and tokens[verb - 2].text == "," else verb - 1
        return phrase_before(tokens, place, _WORDS) or ""
    if subject.tag in NOMINAL and is_person(subject.lower) and subject.tag != "PROPER":
        return phrase_before(tokens, verb, _WORDS)
    end = verb - 1 if subject.text == "," else verb
    words = _name_before(clause, end)
    first = tokens[end - words].text if words else ""
    return phrase_before(tokens, end, _WORDS) if first in GIVEN or bare(first) in HONORIFICS else None


def _at(amount: Amount, clause: Clause) -> Age | None:
    """ "At 29, she became …"."""
    tokens, here, following = clause.tokens, clause.at(amount.start), clause.at(amount.end)
    if here < 1 or tokens[here - 1].lower != "at" or following + 1 >= len(tokens) or tokens[following].text != ",":
        return None
    return Age(amount.end, _YEAR, None) if tokens[following + 1].lower in _PRONOUNS else None


GROUP_WORDS = frozenset(f"{word}{ending}" for word in (*UNITS, *TENS) for ending in ("s", "es"))
"""Words of which one stands in "under-fives" and the like."""
_OVERS = re.compile(
    rf"(?<![\w-])(?P<word>[Uu]nder|[Oo]ver)[-‐‑](?:(?P<digits>\d{{1,3}})|(?P<number>{'|'.join(UNITS)}|{'|'.join(TENS)}))(?:s|es)(?!\w)"
)


def age_groups(clause: Clause) -> Iterator[tuple[int, int, Quantity]]:
    """Ages that stand for people: "the over-65s", "under-fives"."""
    for match in _OVERS.finditer(clause.text) if "-" in clause.text or "‑" in clause.text else ():
        value = float(match["digits"] or CARDINALS[match["number"]])
        said = _bound(match["word"], match.start())
        yield (
            match.start(),
            match.end(),
            Quantity(
                low=value, high=value, modifier=said.modifier, strict=True, unit=_YEAR, of="people", dimension="age",
                as_written=clause.written[match.start() : match.end()],
            ),
        )  # fmt: skip


_ANYONE = frozenset("those anyone everyone anybody everybody someone nobody any all".split())


def _bounded(amount: Amount, clause: Clause) -> Age | None:
    """The age of a group: "children under five", "those over 80", or of one: "a driver of 62"."""
    tokens, here, following = clause.tokens, clause.at(amount.start), clause.at(amount.end)
    follows = tokens[following] if following < len(tokens) else None
    if here < 2 or (follows is not None and follows.tag in NOMINAL and plural(follows)):
        return None
    word, whom = tokens[here - 1], tokens[here - 2]
    if word.lower in ("under", "over", "above", "below"):
        many = whom.lower in _ANYONE or (is_person(whom.lower) and plural(whom))
        if many and (follows is None or follows.tag not in ("NUM", "SYM", "ADJ")):
            who = None if whom.lower in _ANYONE else phrase_before(tokens, here - 1, _WORDS)
            return Age(amount.end, _YEAR, who, _bound(word.lower, word.start))
        return None
    if word.lower == "of" and is_person(whom.lower) and not plural(whom) and _is_one_person(clause, here - 2):
        ends = _ends_phrase(clause, following)
        return Age(amount.end, _YEAR, phrase_before(tokens, here - 1, _WORDS)) if ends else None
    return None


def _ends_phrase(clause: Clause, following: int) -> bool:
    tokens = clause.tokens
    return following >= len(tokens) or tokens[following].tag in (
        "PUNCT",
        "CONJ",
        "SUB",
        "TIME",
        "PREP",
        "PRON",
        *VERBAL,
    )


def _is_one_person(clause: Clause, noun: int) -> bool:
    """Whether "a" or "an" opens the phrase of a person, who is no parent ("a mother of three")."""
    tokens = clause.tokens
    if tokens[noun].lower in PARENTS:
        return False
    start = noun
    while start > 0 and tokens[start - 1].tag in ("NOUN", "ADJ", "PART", "PROPER", "GER"):
        start -= 1
    return start > 0 and tokens[start - 1].lower in ("a", "an")
