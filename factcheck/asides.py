"""Which times of a sentence are not those of a figure in it: times of an aside, and times at which something is due."""

import re

from factcheck.language.concepts import concept_of
from factcheck.language.number_words import NUMBER_WORDS
from factcheck.language.verbs import FORMS
from factcheck.records.document import Sentence
from factcheck.records.mention import Mention

_OPENED = re.compile(r"(?:^|(?<=[,;:.()]))(?P<before>[^,;:.()]*), (?:[a-z]+ly )?(?P<word>[a-z]+)\b[^,;:.()]*$")
_CLOSED = re.compile(r"[^,;:.()]{0,80},")
_RELATIVES = frozenset("which who whom whose where".split())
_PARTICIPLES, _FINITE = frozenset({"ed", "participle"}), frozenset({"base", "third", "past", "ed"})
_TAKES = re.compile(
    r"(?<![a-z])(?P<verb>[a-z]++) "
    r"(?:(?:about|around|some|roughly|nearly|almost|over|more than|at least|up to|only|all|the|its) ){0,4}$"
)
_COUNTED = re.compile(r"(?: [a-z-]+){2,4}\b(?=[^,;:.()]*$)")
_COUNTED_BEHIND = re.compile(rf"\s[–—]\s(?:\d|(?:{'|'.join(sorted(NUMBER_WORDS))})\b)[^,;:.()–—]*$")
"""What is told of some of those counted, behind a dash: "68 cases – | 48 that were linked to it last month"."""
_REACH = 200
"""Letters before a time or a figure in which what it belongs to is looked for."""
_DUE = re.compile(
    r"\b(?:payable|due|repayable|redeemable|maturing|matures?|falls? due|deliver(?:y|ed|ies)|completion|completed|"
    r"(?:expected|planned|scheduled|set|meant|to be [a-z]+)(?: to [a-z]+)?)"
    r"(?: (?:on|in|by|for|from|before|until|during|at|the end of|early|late|mid))*[\s-]*$"
)


def is_due(text: str, time: Mention) -> bool:
    """Whether a time is one at which something will fall due, and not that of a figure beside it."""
    return _DUE.search(text, max(time.start - 40, 0), time.start) is not None


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_NEXT_WORD = re.compile(r" ([A-Za-z][\w’'-]+)")
_OF_ITS_KIND = re.compile(r"\b(?:an?|his|her|their|its|my|our) $", re.IGNORECASE)


def is_attributive(text: str, time: Mention) -> bool:
    """Whether a year only says which thing is meant, that is no happening: "a | 1974 Beetle"."""
    noun = _NEXT_WORD.match(text, time.end)
    if noun is None or not _YEAR.fullmatch(text, time.start, time.end) or concept_of(noun[1].casefold(), "noun"):
        return False
    return _OF_ITS_KIND.search(text, max(time.start - 8, 0), time.start) is not None


_GROUPS_OF = re.compile(
    r"\b(?:groups?|systems|teams|batches|sets|packs|squads|rows|lots|units|crews|pairs|boxes|rounds) of $"
)


def is_group_size(text: str, number: Mention) -> bool:
    """Whether a bare number only says how many each of several groups has: "four systems of | six"."""
    return _GROUPS_OF.search(text, max(number.start - 30, 0), number.start) is not None


_NOW = re.compile(
    r",? and (?:it |they |now |still |today |currently )*(?:is|are|has|have|costs?|weighs?|measures?|covers?|employs?|"
    r"holds?|serves?|runs?|seats?|contains?|includes?|provides?|carries|carry|produces?|owns?|stands?|makes?|pays?)\b"
    r"(?! been)"
)
_PAST = re.compile(r"\b(?:was|were|had|[a-z]+ed|began|built|bought|sold|won|made|set up|came|went|took|opened)\b")


def _is_of_past(text: str, sentence: Sentence | None, time: Mention, figure: Mention) -> bool:
    """Whether a time is that of what happened once, and a figure behind it of what is: "opened in | 1998 and is 400
    metres long"."""
    if sentence is None or time.end > figure.start or _NOW.match(text, time.end, figure.start) is None:
        return False
    return _PAST.search(text, sentence.start, time.start) is not None


_THAN = re.compile(r"\bthan(?: (?:in|on|at|during|for|by|the|that of|those of|it was in|there were in)){0,3} $")


def is_base(text: str, time: Mention) -> bool:
    """Whether a time is that with which another is compared: "32 per cent fewer than in | 2021"."""
    return _THAN.search(text, max(time.start - 40, 0), time.start) is not None


def is_aside(text: str, sentence: Sentence | None, time: Mention, figure: Mention) -> bool:
    """Whether a time stands in an aside between commas that ends before the figure ("the stadium, which opened in 1987,
    seats 31,400"), with a participle that says which things are meant ("the recall covers 8,300 jackets made between
    2018 and 2020"), or with what happened once before what is. What befell people in a happening is of its time: "the
    fire, which broke out on 3 May, …".
    """
    start = sentence.start if sentence else figure.start
    if _is_of_past(text, sentence, time, figure):
        return True
    if time.end <= figure.start:
        opened = _OPENED.search(text[max(start, time.start - _REACH) : time.start])
        if opened is None or not _CLOSED.match(text, time.end, figure.start):
            return False
        if opened["word"] not in _RELATIVES and not _is(opened["word"], _PARTICIPLES):
            return False
        return not any(concept_of(word, "noun") for word in opened["before"].casefold().split())
    if time.start < figure.end:
        return False
    if _COUNTED_BEHIND.search(text, figure.end, time.start):
        return True
    takes = _TAKES.search(text, max(start, figure.start - _REACH), figure.start)
    counted = _COUNTED.match(text, figure.end, time.start)
    if takes is None or counted is None or not _is(takes["verb"], _FINITE):
        return False
    return any(_is(word, _PARTICIPLES) for word in counted[0].split()[1:])


def _is(word: str, forms: frozenset[str]) -> bool:
    known = FORMS.get(word)
    return known is not None and known[0] in forms
