"""Which groups and kinds the words around two figures name, where these are not of one."""

import re
from functools import cache, lru_cache

from factcheck.patterns import any_of

_GROUPS = """
child children kids minors youngsters infants babies toddlers | adult adults grown-ups pensioners seniors
female females girls | male males boys
residents patients inmates prisoners pupils students guests tenants | staff employees workers carers nurses teachers
    guards members_of_staff crew personnel
businesses firms companies shops farms | households homes families
kindergartens nurseries creches | schools
drivers motorists | cyclists pedestrians
owners landlords | tenants
"""
"""Groups of which none is a part of the other, side by side."""

_KINDS = """
day evening night morning weekend annual yearly weekly monthly season single return family group child adult student
interim final special extraordinary
gold silver bronze
folk jazz rock pop film book food wine beer literary opera theatre
primary secondary grammar village nursery boarding vocational
cargo passenger fishing container
oil gas water coal electricity
petrol diesel electric hybrid hydrogen
tram bus train underground metro lorry taxi
commercial residential industrial agricultural
maternity surgical paediatric psychiatric
"""
"""Words before a noun that tell kinds of one thing apart: a day ticket is no evening ticket."""

_ALONE = re.compile(
    r"\b(?:among|of|for) (?:[a-z]+ )?(?:(?:people|those|adults|women|men|voters|respondents) )?"
    r"(?:(?:aged )?(?:over|under|between|above|below)|aged|older than|younger than) (?:the age of )?\d\d\b(?!,\d)|"
    r"\b(?<!those )(?<!than )(?:in|of|on|with|from) the (?:placebo|control|comparison)\b|"
    r"\b(?:the|an?) (?:male|female) [a-z]+\b",
    re.IGNORECASE,
)
"""What tells that a figure is of a group alone, where the other says nothing of it."""


@cache
def _rows(lists: str) -> tuple[str, ...]:
    return tuple(" ".join(row.split()) for row in lists.replace("\n    ", " ").strip().split("\n"))


@cache
def _groups() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    return tuple((_words(one), _words(other)) for one, other in (row.split(" | ") for row in _rows(_GROUPS)))


def _words(row: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(word.replace('_', ' ') for word in row.split())})\b", re.IGNORECASE)


@cache
def _kinds() -> dict[str, frozenset[int]]:
    """The lists that a word tells kinds by."""
    rows = _rows(_KINDS)
    return {
        word: frozenset(at for at, row in enumerate(rows) if word in row.split()) for word in " ".join(rows).split()
    }


_PAIR = re.compile(r"(?=\b([a-z]+)(?: [a-z]+)? ([a-z]{4,})\b)")
"""A word and the noun that it may stand before, right or with another between."""


@lru_cache(maxsize=16384)
def _told(text: str) -> tuple[frozenset[tuple[int, int]], dict[str, frozenset[str]], bool]:
    """The groups that a text names, by line and side; its nouns with the kind that is told of them; whether it is of a
    group alone."""
    found = {(at, side) for at, sides in enumerate(_groups()) for side, words in enumerate(sides) if words.search(text)}
    kinds: dict[str, set[str]] = {}
    for match in _PAIR.finditer(text.lower()):
        if match[1] in _kinds():
            kinds.setdefault(match[2].removesuffix("s"), set()).add(match[1])
    return frozenset(found), {noun: frozenset(words) for noun, words in kinds.items()}, _ALONE.search(text) is not None


def contrasted(one: str, other: str) -> str:
    """What tells two sentences apart, in words: other groups, other kinds of one thing, a group alone; else empty."""
    (ours, kinds, alone), (theirs, others, lone) = _told(one), _told(other)
    for at in {line for line, _ in ours} & {line for line, _ in theirs}:
        sides = [{side for line, side in groups if line == at} for groups in (ours, theirs)]
        if sides[0].isdisjoint(sides[1]):
            return "They are told of other groups."
    for noun in kinds.keys() & others.keys():
        if any(
            word != word2 and _kinds()[word] & _kinds()[word2]
            for word in kinds[noun] - others[noun]
            for word2 in others[noun] - kinds[noun]
        ) and kinds[noun].isdisjoint(others[noun]):
            return f"They are told of other kinds of {noun}."
    return "Only one of them is told of a group alone." if alone != lone else ""
