"""Folding: texts that differ only in how they were set or typed become equal.

What folds is white space, quotation marks, hyphens and dashes, ligatures, case and accents; never a digit or a
mark inside a number: a changed figure stays changed.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache

from factcheck.language.plain import one_line

TIERS = ("exact", "white-space", "quotation-marks", "hyphens", "ligatures", "case", "accents")
"""What may differ between two texts that count as the same, least first; each tier includes those before it."""

_TO_QUOTE = dict.fromkeys(map(ord, '‘’‚‛“”„‟«»‹›′″´`"＂＇'), "'")
_HYPHENS = frozenset("-‐‑‒–−－")
_DASHES = frozenset("—―")
_SOFT = "\u00ad"
_ACCENTS = re.compile("[\u0300-\u036f]+")
_SPECIAL = re.compile(r"[^!#-,.-_a-~ ]")
"""Whatever may fold to something else than its own small letter, white space between words aside."""
_SPECIAL_OR_SPACES = re.compile(r"[^!#-,.-_a-~ ]|  +")
_HYPHEN = re.compile("[-‐‑‒–−－—―\u00ad]")
_SPACES = re.compile(r"\s*")


def tier_between(one: str, other: str) -> str | None:
    """The first tier at which two texts are equal; null where they differ beyond the last."""
    for tier, fold_ in _FOLDS.items():
        one, other = fold_(one), fold_(other)
        if one == other:
            return tier
    return None


def fold(text: str) -> str:
    """The text as the last tier sees it, white space and dashes at its ends left out."""
    return Folding(f" {text.strip()} ").folded.strip()


def straight(text: str) -> str:
    """The text with every quotation mark as a straight one, character for character."""
    return text.replace('"', "'").replace("`", "'") if text.isascii() else text.translate(_TO_QUOTE)


class Folding:
    """A text folded as far as the last tier does, with the way back: offsets count code points."""

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        self._length = 0
        self._folded: list[int] = []
        self._text: list[tuple[int, int]] = []
        at = 0
        special = _SPECIAL_OR_SPACES if "  " in text else _SPECIAL
        for folded, start, end in _specials(text, special):
            if start > at:
                self._add(parts, text[at:start].lower(), at, start)
            if folded != " " or not parts or parts[-1][-1] != " ":
                self._add(parts, folded, start, end)
            at = end
        if at < len(text):
            self._add(parts, text[at:].lower(), at, len(text))
        self.folded = "".join(parts)

    def _add(self, parts: list[str], folded: str, start: int, end: int) -> None:
        if folded:
            parts.append(folded)
            self._folded.append(self._length)
            self._text.append((start, end))
            self._length += len(folded)

    def start_of(self, offset: int) -> int:
        """Where the character of the text stands from which the folded one at `offset` came."""
        place = bisect_right(self._folded, offset) - 1
        start, end = self._text[place]
        return min(start + offset - self._folded[place], end - 1)

    def end_of(self, offset: int) -> int:
        """Where the text ends from which the folded text before `offset` came."""
        place = bisect_right(self._folded, offset - 1) - 1
        start, end = self._text[place]
        following = self._folded[place + 1] if place + 1 < len(self._folded) else self._length
        return end if following - self._folded[place] != end - start else min(start + offset - self._folded[place], end)


def _specials(text: str, special: re.Pattern[str]) -> Iterator[tuple[str, int, int]]:
    """What every special character or run of them folds to, and its span."""
    at = 0
    for match in special.finditer(text):
        start, character = match.start(), match.group()
        if start < at:
            continue
        if character in _HYPHENS or character in _DASHES or character == _SOFT:
            folded, at = _unhyphened(text, start)
        elif character.isspace():
            folded, at = " ", _after_spaces(text, start)
        else:
            folded, at = _fold_one(character), match.end()
        yield folded, start, at


def _unhyphened(text: str, at: int) -> tuple[str, int]:
    """What a hyphen or dash folds to, and where the text goes on after it.

    A hyphen inside a word goes, also at a line's end; one between digits stays; a dash with the space
    around it is a space.
    """
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at] == _SOFT:
        return "", _after_spaces(text, at + 1)
    if text[at] in _DASHES or after == "-":
        end = at + 1
        while text[end : end + 1] == "-":
            end += 1
        return " ", _after_spaces(text, end)
    if after.isspace():
        end = _after_spaces(text, at + 1)
        broken = before.isalpha() and text[end : end + 1].islower()
        return ("" if broken else " ", end) if broken or not before.strip() else ("-", at + 1)
    inside = (before.isalnum() and after.isalpha()) or (before.isalpha() and after.isdigit())
    return "" if inside else "-", at + 1


def _after_spaces(text: str, at: int) -> int:
    match = _SPACES.match(text, at)
    return match.end() if match else at


def _hyphen(text: str) -> str:
    parts, at = [], 0
    for match in _HYPHEN.finditer(text):
        if match.start() >= at:
            folded, end = _unhyphened(text, match.start())
            parts += [text[at : match.start()].rstrip(" ") if folded == " " else text[at : match.start()], folded]
            at = end
    return "".join([*parts, text[at:]])


def _ligature(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _accent(text: str) -> str:
    return "".join(map(_fold_one, text))


@cache
def _fold_one(character: str) -> str:
    """One character beyond ASCII, or a quotation mark, as the last tier sees it."""
    plain = _ACCENTS.sub("", unicodedata.normalize("NFD", straight(character)))
    return straight(unicodedata.normalize("NFKC", plain).casefold())


_FOLDS: dict[str, Callable[[str], str]] = dict(
    zip(TIERS, (str, one_line, straight, _hyphen, _ligature, str.casefold, _accent), strict=True)
)
