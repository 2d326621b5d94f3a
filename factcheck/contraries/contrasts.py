"""Words by which two clauses are told to be of two parts of a thing, of two things of a kind, or of two times of it."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from factcheck.identity import country_of, name_key
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.tagging import Token, tag

_ENDS = (
    "front | rear",
    "north northern northbound | south southern southbound | east eastern eastbound | west western westbound",
    "upper upstairs | lower downstairs",
    "left-hand | right-hand",
    "inner | outer",
    "indoor indoors | outdoor outdoors",
    "inbound incoming | outbound outgoing",
    "first | second | third | fourth | fifth | sixth",
    "primary | secondary",
    "junior | senior",
    "male men boys | female women girls",
    "adult adults | child children infant infants",
    "freight goods cargo | passenger passengers",
    "domestic | foreign international",
    "urban | rural",
    "road | rail railway",
)
"""On each line, words for the parts or kinds of a thing, of which each excludes the others."""
_EXCEPT = re.compile(
    r"\b(?:except(?: for|ing)?|apart from|other than|all but|but for|excluding|with the exception of|save for|"
    r"aside from|bar one)\b",
    re.IGNORECASE,
)
_NOT_ALL = re.compile(
    r"(?:\bnot|n['’]t|\bnever) (?:all|every|everyone|everybody|everything|each|both|the whole|entirely)\b", re.I
)
_NOT_ALONE = re.compile(
    r"(?:\bnot|n['’]t|\bnever)\b[^.;:]{0,60} (?:to|by|from|of|on|with|for|at|in|through) "
    r"(?:(?:the|an?|its|their|his|her|this|that) )?(?:[\w-]+ ){1,3}alone\b",
    re.IGNORECASE,
)
_DURING = re.compile(r"\bduring (?:the|its|their|his|her|that|this) (?:[\w-]+ ){0,2}?([a-z]+)\b")
_NO_NAMES = frozenset({*MONTHS, *WEEKDAYS})
_ORDER = frozenset("first second third fourth fifth sixth".split())
_DETERMINERS = frozenset("the a an its his her their this that our".split())
"""Words before a word of order that tells which of a kind is meant: "the first grave", not "she first came"."""
_MARKS = ".,;:()'\"“”‘’"
_LONGEST = 40


@cache
def _ends() -> dict[str, tuple[int, int]]:
    return {
        word: (number, side)
        for number, line in enumerate(_ENDS)
        for side, words in enumerate(line.split("|"))
        for word in words.split()
    }


@lru_cache(maxsize=4096)
def _sides(text: str) -> dict[int, frozenset[int]]:
    """The sides that the words of a text name, by line."""
    found: dict[int, frozenset[int]] = {}
    before = ""
    for word in text.lower().split():
        place = _ends().get(word.strip(_MARKS))
        of_order = word.strip(_MARKS) in _ORDER and (word not in _ORDER or before not in _DETERMINERS)
        before = word
        if place and not of_order:
            found[place[0]] = found.get(place[0], frozenset()) | {place[1]}
    return found


@lru_cache(maxsize=4096)
def _named(text: str) -> dict[tuple[str, str], frozenset[str]]:
    """The names right before a noun or, by their preposition, right after it: the Ostrand line, the line to Oster."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    tokens = tag(text)[:_LONGEST]
    for place, token in enumerate(tokens):
        after = tokens[place + 1 :]
        if token.tag != "NOUN" or (after and after[0].tag == "NOUN"):
            continue
        own = frozenset(_run(reversed(tokens[:place])))
        if own:
            found["", token.lemma] = own
        if after and after[0].tag == "PREP" and (names := frozenset(_run(after[1:]))):
            found[after[0].lower, token.lemma] = names
    return found


def _run(tokens: Iterable[Token]) -> Iterable[str]:
    """The names with which some tokens begin, folded."""
    for token in tokens:
        if token.tag != "PROPER" or token.lower in _NO_NAMES:
            return
        yield name_key(token.text)


@lru_cache(maxsize=4096)
def _countries(text: str) -> frozenset[str]:
    found = (country_of(token.text) for token in tag(text)[:_LONGEST] if token.tag in ("PROPER", "ADJ"))
    return frozenset(country for country in found if country)


def of_two_parts(one: str, other: str) -> bool:
    """Whether the words of two clauses name two parts of a thing, or two things of one kind."""
    ours, theirs = _sides(one), _sides(other)
    if any(ours[line].isdisjoint(theirs[line]) for line in ours.keys() & theirs.keys()):
        return True
    if (mine := _countries(one)) and (other_ones := _countries(other)) and mine.isdisjoint(other_ones):
        return True
    named, there = _named(one), _named(other)
    words = [{name_key(word.strip(_MARKS)) for word in text.replace("’s", "").split()} for text in (one, other)]
    return any(
        named[key].isdisjoint(words[1]) and there[key].isdisjoint(words[0]) for key in named.keys() & there.keys()
    )


def leaves_some(text: str) -> bool:
    """Whether a clause says of some alone that it is not so: "not all", "all but two", "except for the last", "did not
    lose them to a virus alone"."""
    return any(pattern.search(text) is not None for pattern in (_NOT_ALL, _EXCEPT, _NOT_ALONE))


def of_other_spell(denial: str, around: str) -> bool:
    """Whether a denial is of the time of something of which the text of the other clause does not speak: "during the
    war"."""
    match = _DURING.search(denial)
    return match is not None and match[1].removesuffix("s") not in around.lower()
