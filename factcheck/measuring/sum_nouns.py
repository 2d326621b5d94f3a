"""Nouns that name a sum of money, and the things that a sum is given for."""

import re
from functools import lru_cache

from factcheck.language.concepts import concept_of
from factcheck.language.sums import sum_noun
from factcheck.language.tagging import tag
from factcheck.language.verbs import FORMS, NOUNS_TOO

PRICE = "price"
"""The measure of what a thing costs, is worth or is sold for; the thing stands before it."""

_TAIL = frozenset("package programme program pile payment award money total sum packet facility line".split())
"""Heads that say nothing after the noun of a sum: "aid package", "debt pile", "prize money"."""
_SAYS_LITTLE = frozenset(
    "total overall annual whole record new final outstanding estimated current yearly combined huge massive big "
    "large hefty single black market asking hammer purchase selling sticker".split()
)
_ONE_WORD = {
    "bottom line": "profit", "credit line": "loan", "line of credit": "loan", "net worth": "wealth",
    "price tag": "price", "market cap": "price", "order intake": "order",
}  # fmt: skip
_WAYS = re.compile("|".join(_ONE_WORD))
TIES = re.compile(r" (?:in|on|at|to|from|with|by|against|for|over|under|after|before|between|per)\b")


_TAXED = re.compile(r"(?<![\w-])([\w-]{1,40}) (before|after) tax\b")
_OF_THEN = re.compile(r"(?:,? (?:(?:19|20)\d\d|FY ?\d\d|[QH][1-4]|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2})){1,3}$")
"""When a sum is of, behind its noun in the headings of a table: "Net debt, 31 December 2023"."""
_TAX = {"before": "pretax", "after": "post-tax"}


@lru_cache(maxsize=4096)
def named(noun: str) -> str:
    """The measure that a noun phrase names: "the club's debt pile" → "debt"; empty where it names no sum."""
    noun = _TAXED.sub(lambda told: f"{_TAX[told[2]]} {told[1]}", _OF_THEN.sub("", noun))
    phrase = _WAYS.sub(lambda way: _ONE_WORD[way[0]], noun.casefold())
    inner = _WITH.split(phrase)[-1]
    if inner != phrase and named(inner):
        return named(inner)
    tie = TIES.search(phrase)
    head, of, rest = (phrase[: tie.start()] if tie else phrase).partition(" of ")
    words = without_owner(head).split()
    measure = ""
    while words and not measure:
        measure = sum_noun(words[-1])
        if not measure and words[-1] not in _TAIL:
            return ""
        words.pop()
    if not measure:
        return ""
    while words and measure in (PRICE, "fee") and sum_noun(words[-1]) not in ("", PRICE):
        measure = sum_noun(words.pop())
    kept = [word for word in words if word not in _SAYS_LITTLE and not sum_noun(word)]
    if measure not in _OF_THINGS:
        return " ".join((*kept, measure))
    of_what = rest if of else phrase[tie.end() :] if tie and tie[0] == " for" else ""
    thing = thing_of(noun[len(noun) - len(of_what.strip()) :]) if of_what else ""
    return of_thing(" ".join(filter(None, (*kept, thing))), measure)


_WITH = re.compile(r" with (?:an? )?")
_OF_THINGS = frozenset({PRICE, "contract", "revenue", "export", "import"})
"""Measures of which every thing has one of its own: the price of petrol is not that of bread."""
_OWNER = re.compile(r"^.*?[\w)](?:['’]s|s['’]) (?=\w)")
_NOT_OWNERS = frozenset("women men people children workers students".split())


def without_owner(noun: str) -> str:
    """A noun phrase without whose it is, which the roles tell: "retailer's revenue"; a group of people stays."""
    owner = _OWNER.match(noun)
    if owner is None or re.split(r"['’]", owner[0])[0].casefold() in _NOT_OWNERS:
        return noun
    return noun[owner.end() :]


_START = re.compile(r"(?:the|a|an|its|his|her|their|our|your|my|this|that|these|those|each|every|all|both|some) ", re.I)


@lru_cache(maxsize=4096)
def thing_of(text: str) -> str:
    """The noun phrase that a text begins with, without determiner; empty for a name, which the names tell."""
    opening = _START.match(text)
    words: list[str] = []
    for token in tag(text[opening.end() if opening else 0 :][:60]):
        if token.tag == "PROPER" or (token.text[:1].isupper() and words):
            return ""
        if token.tag not in ("NOUN", "ADJ"):
            break
        words.append(token.text)
    return " ".join(words)


_DISASTERS = frozenset("storm flooding fire earthquake burning landslide explosion".split())
_DEALS = frozenset("takeover acquisition purchase sale buyout buy-out transfer move".split())


def of_thing(thing: str, measure: str = PRICE) -> str:
    """The measure of what is given for a thing; what a disaster costs is the damage."""
    head = thing.rpartition(" ")[2]
    if measure == PRICE and concept_of(head, "noun") in _DISASTERS:
        return "damage"
    if measure == PRICE and head in ("share", "shares", "stock", "closing", "opening"):
        return "share price"
    if measure == PRICE and thing and (told := named(thing)):
        return told
    return f"{'' if head in _DEALS else thing} {measure}".strip()


def plain_noun(noun: str) -> str:
    """A noun phrase without whose it is, what is tied to it or named, and a verb that was taken for a noun."""
    words = TIES.split(without_owner(noun), maxsplit=1)[0].partition(" of ")[0].split()
    while len(words) > 1 and FORMS.get(words[-1], ("",))[0] == "third" and FORMS[words[-1]][1] not in NOUNS_TOO:
        words.pop()
    return " ".join(word for place, word in enumerate(words) if not place or word[:1].islower())


INCOME = frozenset({"revenue", "profit", "loss", "salary"})
"""What somebody earns or loses, which nobody pays for a thing."""


SUMS = (INCOME, *(frozenset({kind}) for kind in ("debt", "deficit", "contract", "fine", "dividend", "tax", "ransom")))


def other_sums(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether they are sums of kinds of which none is the other: what is earned, what is owed, what a court takes."""
    first, second = ({place for place, kind in enumerate(SUMS) if kind & terms} for terms in (ours, theirs))
    return bool(first and second) and first.isdisjoint(second)
