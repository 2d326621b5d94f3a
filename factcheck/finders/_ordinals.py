"""Ordinals that number something ("the 75th anniversary") and multiples ("twice", "sixfold", "doubled")."""

import re
from collections.abc import Iterator, Sequence

from factcheck.finders._clause import Clause
from factcheck.finders._masking import BLANK
from factcheck.finders._measuring import counted
from factcheck.finders._rates import rate_after
from factcheck.finders._trends import trend
from factcheck.language.modifiers import before
from factcheck.language.nouns import is_plural
from factcheck.language.number_words import CARDINALS, ORDINALS
from factcheck.language.tagging import Token, words_in
from factcheck.records.quantity import Quantity

Found = tuple[int, int, Quantity]

_DIGITS = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
_IDIOMS = {
    "second": frozenset("lieutenant lieutenants hand".split()),
    "third": frozenset("country countries party parties person persons world".split()),
    "first": frozenset("lady minister class aid degree name names instance place glance half step language".split()),
}
_NO_PHRASE = frozenset({"NUM", "PUNCT", "PREP", "CONJ", "PRON", "AUX", "DET", "ORD", "TO", "TIME"})
_DEGREES = (
    "largest",
    "biggest",
    "most",
    "highest",
    "smallest",
    "best",
    "worst",
    "oldest",
    "longest",
    "richest",
    "lowest",
)

ORDINAL_WORDS = frozenset(ORDINALS)
_ORDER_SIGNS = ORDINAL_WORDS | {"st", "nd", "rd", "th"}
MULTIPLE_WORDS = frozenset(
    "once twice thrice doubled doubles doubling tripled triples tripling trebled trebles trebling quadrupled "
    "quadruples quadrupling quintupled quintupling halved halving halves double triple treble quadruple".split()
)


def ordinals(clause: Clause) -> Iterator[Found]:
    """Ordinals before a noun phrase."""
    tokens = clause.tokens
    if _ORDER_SIGNS.isdisjoint(words_in(clause.written)) and "-" not in clause.written:
        return
    for place, token in enumerate(tokens[:-1]):
        if token.tag != "ORD" and token.lower not in ORDINALS and "-" not in token.lower:
            continue
        word, _, degree = token.lower.partition("-")
        if (degree and degree not in _DEGREES) or clause.text[token.start] == BLANK:
            if token.lower not in ORDINALS:
                continue
            word, degree = token.lower, ""
        digits = _DIGITS.fullmatch(word)
        value = float(digits[1]) if digits else float(ORDINALS.get(word, 0))
        if not value or clause.text[token.start] == BLANK or _is_idiom(word, tokens, place):
            continue
        named = _numbered(clause, place)
        if named is not None:
            unit, of = named
            words = f"{degree} {unit}" if degree else unit
            quantity = Quantity(low=value, high=value, unit=words, of=of, form="ordinal", as_written=token.text)
            yield token.start, token.end, quantity


def _numbered(clause: Clause, place: int) -> tuple[str, str | None] | None:
    """What an ordinal at token `place` numbers, and the whole that it is one of: "the thirteenth of 18 trains"."""
    tokens = clause.tokens
    after = place + 1
    if after + 1 < len(tokens) and tokens[after].tag == "CONJ" and _is_another(tokens[after + 1]):
        after += 2
    if tokens[after].lower == "of" and after == place + 1:
        whole = _whole(clause, place) if place and tokens[place - 1].tag == "DET" else None
        return (whole[0], whole[1]) if whole else None
    phrase = counted(tokens, after, many=False)
    return (phrase.words, None) if phrase is not None else None


def _is_another(token: Token) -> bool:
    """Whether an ordinal goes on to another: "the 3rd and 4th rounds", "the eighth and last chapter"."""
    return token.tag == "ORD" or token.lower in ("last", "final")


def _whole(clause: Clause, place: int) -> tuple[str, str] | None:
    """The noun, and the number with its noun, after "the thirteenth of"."""
    tokens, start = clause.tokens, place + 2
    while start < len(tokens) and tokens[start].tag in ("DET", "NUM"):
        start += 1
    phrase = counted(tokens, start) if start > place + 2 else None
    if phrase is None or not is_plural(tokens[phrase.last - 1].lower):
        return None
    first = place + 2 + (tokens[place + 2].tag == "DET")
    return phrase.words, " ".join(token.text for token in tokens[first : phrase.last])


def _is_idiom(word: str, tokens: Sequence[Token], place: int) -> bool:
    written, following = tokens[place].text, tokens[place + 1]
    previous = tokens[place - 1] if place else None
    if following.lower in ("such", "ever"):
        return False
    if following.tag in _NO_PHRASE and following.lower not in ("of", "and", "or"):
        return True
    if previous is not None and (previous.lower in ("at", "every") or previous.tag == "NUM"):
        return True
    if following.lower in _IDIOMS.get(word, ()):
        return word != "third" or previous is None or previous.lower in ("a", "any", "another", "no")
    return written[0].isupper() and following.text[0].isupper()


_COMPARED = frozenset("as the that those its their his her this what more higher larger bigger greater faster".split())
_FOLD = re.compile(r"(?P<n>\d{1,4}(?:\.\d)?|[a-z]{3,9})-?fold")
_STEMS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadr": 4.0, "quint": 5.0, "halvi": 0.5, "halve": 0.5}
_TIMES = {"twice": 2.0, "thrice": 3.0, "double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0}


def multiples(clause: Clause) -> Iterator[Found]:
    """ "twice as many", "sixfold", "doubled"."""
    tokens = clause.tokens
    if MULTIPLE_WORDS.isdisjoint(words_in(clause.written)) and "fold" not in clause.written.lower():
        return
    for place, token in enumerate(tokens):
        if token.lower not in MULTIPLE_WORDS and not token.lower.endswith("fold"):
            continue
        if clause.text[token.start] == BLANK:
            continue
        follows = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        found = _multiple(token.lower, follows in _COMPARED and _is_compared(tokens, place + 1))
        if token.lower == "once":
            found = _ONCE if rate_after(clause, place + 1) else None
        if found is None:
            continue
        stated = before(clause.text, token.start, 0)
        if stated is not None and found.modifier == "=":
            found = found.but(modifier=stated.modifier, strict=stated.strict)
        elif stated is not None and stated.modifier in ("~", ">", "<"):
            found = found.but(bound=stated.modifier, strict=stated.strict)
        moved = trend(tokens, clause.at(stated.place) if stated else place) if found.dimension == "factor" else None
        if moved is not None and found.modifier in ("up", "down", "="):
            found = found.but(modifier=moved.modifier)
        start = stated.place if stated else token.start
        rate = rate_after(clause, place + 1) if found.unit == "times" else None
        end = tokens[rate.last - 1].end if rate else token.end
        yield start, end, found.but(as_written=clause.written[start:end], per=rate.per if rate else None)


def _is_compared(tokens: Sequence[Token], place: int) -> bool:
    """Whether "as" after "twice" compares ("twice as many") rather than joins ("scored twice as they won")."""
    if tokens[place].lower != "as" or place + 1 >= len(tokens):
        return True
    return tokens[place + 1].tag in ("ADJ", "ADV") or tokens[place + 1].lower in ("many", "much", "few", "little")


_ONCE = Quantity(low=1.0, high=1.0, unit="times", as_written="once")
"""How often "once a month" says; "once" alone says when."""


def _multiple(word: str, compared: bool) -> Quantity | None:
    if word in ("twice", "thrice") and not compared:
        return Quantity(low=_TIMES[word], high=_TIMES[word], unit="times", as_written=word)
    value = _TIMES.get(word) if compared else None
    fold = _FOLD.fullmatch(word)
    if fold is not None:
        known = {**CARDINALS, "hundred": 100, "thousand": 1000}.get(fold["n"])
        value = float(fold["n"]) if fold["n"][0].isdigit() else float(known) if known else None
    elif word not in _TIMES:
        value = _STEMS.get(word[:5])
        if value is not None:
            return Quantity(
                low=value,
                high=value,
                modifier="up" if value > 1 else "down",
                dimension="factor",
                form="ratio",
                as_written=word,
            )
    return None if value is None else Quantity(low=value, high=value, dimension="factor", form="ratio", as_written=word)
