"""Words that may be two spellings of one name."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from factcheck.contexts.words import house
from factcheck.language.given_names import GIVEN
from factcheck.language.places import country_of, is_demonym, known

_ENDINGS = frozenset(
    ("", s)
    for s in ("s", "es", "n", "an", "ian", "i", "ese", "ish", "ic", "er", "ist", "is", "na", "ans", "is", "in", "ina")
) | {("y", "ies"), ("a", "an"), ("o", "a"), ("us", "a"), ("i", "o"), ("er", "ra"), ("e", "a"), ("e", "o"), ("is", "os")}
"""What makes another word or another person of a name, not another spelling: plurals, peoples, man and woman."""

_TRANSLITERATIONS = (
    ("x", re.compile(r"x"), "ks"), ("ph", re.compile(r"ph"), "f"), ("kh", re.compile(r"kh"), "h"),
    ("o", re.compile(r"ou|oo"), "u"), ("th", re.compile(r"th"), "t"), ("ch", re.compile(r"tch|tsch"), "ch"),
    ("sch", re.compile(r"sch"), "sh"), ("tz", re.compile(r"tz"), "ts"),
    ("c", re.compile(r"c(?=[aouklrt]|$)"), "k"), ("q", re.compile(r"q"), "k"), ("w", re.compile(r"w"), "v"),
    ("dj", re.compile(r"dj"), "j"), ("ye", re.compile(r"^ye"), "e"),
    ("", re.compile(r"ij$|iy$|yi$|ey$|ei$|ii$|y$"), "i"), ("", re.compile(r"[yj]"), "i"),
    ("ee", re.compile(r"ee"), "i"), ("er", re.compile(r"(?<=d)er$|(?<=t)er$"), "r"), ("", re.compile(r"(.)\1"), r"\1"),
)  # fmt: skip
"""Letters without which there is nothing to look for, how a sound is written, and how else."""

_LONG = 6
_NOT_SHORT = 5
"""Letters from which one of them may differ."""
_SWAPPED = 8
"""Letters from which two of them may have changed places."""


@lru_cache(maxsize=50_000)
def plain(word: str) -> str:
    """The word in lower case and without accents."""
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark)).lower().replace("’", "'")


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """The word with the ways of writing one sound in Latin letters made alike."""
    found = plain(word)
    for letters, pattern, instead in _TRANSLITERATIONS:
        if letters in found:
            found = pattern.sub(instead, found)
    return found


@lru_cache(maxsize=50_000)
def respelled(one: str, other: str) -> bool:
    """Whether two words of names are spelled differently and may still be one name, by their letters alone."""
    left, right = plain(one), plain(other)
    letters = (left + right).replace("'", "").replace("-", "")
    if left == right or house(left) == house(right) or not letters.isalpha() or _bare(left) == _bare(right):
        return False
    # what is told by the letters costs less than what is known of names
    return _are_alike(one, other) and not _is_inflection(left, right) and not _are_known_apart(one, other)


def _are_alike(one: str, other: str) -> bool:
    """Whether two words write the same sounds, or differ in one letter or two that changed places."""
    left, right = plain(one), plain(other)
    shortest = min(len(left), len(right))
    if sound(one) == sound(other):
        return shortest >= 3
    if left[:1] != right[:1] or shortest < _NOT_SHORT:
        return False
    return OSA.distance(left, right) == 1 or (
        len(left) >= _SWAPPED and sorted(left) == sorted(right) and _near(left, right)
    )


def _bare(word: str) -> str:
    return word.replace("'", "").replace("-", "")


def _near(left: str, right: str) -> bool:
    """Whether two letters changed places with no more than two between: "Halvorsen", "Halverson"."""
    apart = [place for place, (one, other) in enumerate(zip(left, right, strict=True)) if one != other]
    return len(apart) == 2 and apart[1] - apart[0] <= 3


def is_with_s(one: str, other: str) -> bool:
    """Whether one of two words is the other with an "s" at its end: two spellings of a surname, but seldom else."""
    left, right = plain(one), plain(other)
    return min(len(left), len(right)) >= _SHORTEST and right in (f"{left}s", left.removesuffix("s"))


_SHORTEST = 4


def _is_inflection(left: str, right: str) -> bool:
    shared = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    rests = [(left[i:], right[i:]) for i in range(max(shared - 2, 0), shared + 1)]
    return any((a, b) in _ENDINGS or (b, a) in _ENDINGS for a, b in rests)


def _are_known_apart(one: str, other: str) -> bool:
    """Whether one is a word for a people, or both are known names of two places or two people."""
    if _is_adjective(one) or _is_adjective(other):
        return True
    if country_of(one) and country_of(other):
        return country_of(one) != country_of(other)
    if sound(one) == sound(other):
        return False
    if one in GIVEN and other in GIVEN:  # "Leonard" and "Leonhard" are one, "Mario" and "Maria" two
        return sound(one[0] + one[1:].replace("h", "")) != sound(other[0] + other[1:].replace("h", ""))
    places = known()
    return min(len(one), len(other)) < _LONG and one in places and other in places and places[one] != places[other]


def _is_adjective(word: str) -> bool:
    return is_demonym(word) or (country_of(word) is None and known().get(word, word) != word)


def candidates(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words that may be two spellings, each once, without comparing all with all."""
    first: dict[str, str] = {}
    buckets: dict[str, list[str]] = {}
    for word in sorted(set(words)):
        for key in _places(word):
            before = first.setdefault(key, word)
            if before != word:
                buckets.setdefault(key, [before]).append(word)
    seen: set[tuple[str, str]] = set()
    for _, bucket in sorted(buckets.items()):
        for number, one in enumerate(bucket):
            for other in bucket[number + 1 :]:
                if (one, other) not in seen and (respelled(one, other) or is_with_s(one, other)):
                    seen.add((one, other))
                    yield one, other


def _places(word: str) -> set[str]:
    """What a word shares with those that are written like it: its sounds, its letters, all but one of these behind the
    first, or all in order."""
    letters = plain(word)
    found = {letters, f"={sound(word)}"}
    if len(letters) >= _NOT_SHORT:
        found.update([letters[:place] + letters[place + 1 :] for place in range(1, len(letters))])
    if len(letters) >= _SWAPPED:
        found.add(f"~{''.join(sorted(letters))}")
    return found
