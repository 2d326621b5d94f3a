"""Words of a text with their places, and which of them are the same word spelled another way."""

import re
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from factcheck.language.number_words import NUMBER_WORDS
from factcheck.language.places import country_of

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
_MARKS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})

SMALL = frozenset(
    "a an the and or but nor so if of in on at to for from by with as into onto over under than then that this "
    "these those it its he him his she her hers they them their theirs we us our ours you your yours i me my mine "
    "who whom whose which what is are was were be been being am has have had do does did will would shall should "
    "can could may might must not no there here up out about after before also very more most just when while "
    "where how all any some such only own".split()
)
"""Words too frequent to tell one sentence from another."""

SHIFTING = frozenset(
    "i me my mine we us our ours you your yours he him his she her hers they them their theirs it its this that these "
    "those here there now then today yesterday tomorrow is are was were am be been being has have had do does did will "
    "would shall should can could may might must".split()
)
"""Words that change when speech is reported: pronouns, auxiliaries, words for here and now."""

_SIGMA = "\N{GREEK CAPITAL LETTER SIGMA}"
"""The only letter that is made small by what stands around it."""

_BRITISH = (
    (re.compile(r"is(e|ed|es|er|ers|ing|ation|ations)$"), r"iz\1"),
    (re.compile(r"ys(e|ed|es|ing)$"), r"yz\1"),
    (re.compile(r"our(s|ed|ing|able|ably|ite|ites|less|ful|hood|er|ers)?$"), r"or\1"),
    (re.compile(r"([bct])re(s|d)?$"), r"\1er\2"),
    (re.compile(r"(def|off|lic|pret)ence(s|less)?$"), r"\1ense\2"),
    (re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"),
    (re.compile(r"ogue(s)?$"), r"og\1"),
    (re.compile(r"mme(s|d)?$"), r"m\1"),
    (re.compile(r"[ao]e"), "e"),
    (re.compile(r"wards$"), "ward"),
)
_MAY_BE_BRITISH = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _BRITISH))


class Word(NamedTuple):
    """A word in lower case, with straight apostrophes, at `text[start:end]`."""

    text: str
    start: int
    end: int


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`; hyphens part words, marks are no words."""
    stop = min(len(text) if end is None else end, len(text))
    found = [match.span() for match in _WORD.finditer(text, start, stop)]
    part = text[start:stop]
    small = part.lower().translate(_MARKS)
    if len(small) != len(part) or _SIGMA in part:  # then letters are not made small one by one
        return [Word(text[first:last].lower().translate(_MARKS), first, last) for first, last in found]
    return [Word._make((small[first - start : last - start], first, last)) for first, last in found]


@lru_cache(maxsize=20_000)
def house(word: str) -> str:
    """The word with British and American endings made alike; for comparing, not for showing."""
    if len(word) < 5:
        return {"grey": "gray"}.get(word, word)
    if _MAY_BE_BRITISH.search(word) is None:
        return word
    for pattern, instead in _BRITISH:
        word = pattern.sub(instead, word)
    return word


def is_figure(word: str) -> bool:
    """Whether it is a number, in digits or as a word (but "one", which is a pronoun as well)."""
    return word[:1].isdigit() or (word in NUMBER_WORDS and word not in ("one", "a", "an"))


def same_name_respelled(one: str, other: str) -> bool:
    """Whether two capitalised words can be spellings of one name: nearly equal, and no two known countries."""
    left, right = one.lower(), other.lower()
    if left == right or not (one[:1].isupper() and other[:1].isupper()) or is_figure(left) or is_figure(right):
        return False
    if country_of(one) and country_of(other) and country_of(one) != country_of(other):
        return False
    most = 1 if min(len(left), len(right)) < 8 else 2
    return min(len(left), len(right)) >= 5 and DamerauLevenshtein.distance(left, right) <= most
