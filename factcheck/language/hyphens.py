"""Hyphens at line ends: does a word lose its hyphen when the lines are joined?"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from typing import Literal

Join = Literal["drop", "keep", "space"]
"""What becomes of a line's end: its hyphen goes, nothing changes, or a space comes in."""

HYPHENS = "-\u2010\u00ad"

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_LAST_LETTERS = re.compile(r"(?<![^\W\d_])[^\W\d_]+$")
_SUSPENDED = re.compile(r"(?:and|or|to|nor)\s+(?:[^\W\d_]+\s+)?[^\W\d_]+-[^\W\d_]")
_ADDRESS = re.compile(r"://|^www\.|^10\.\d{4,9}/", re.I)

ALWAYS_HYPHENED = frozenset("non self quasi vice anti post ex pro neo pan semi cross half all mid near".split())
"""First parts that keep their hyphen before a word of its own."""

SOMETIMES_HYPHENED = frozenset("pre co re de sub inter counter multi mini micro mega ultra un over under".split())
"""First parts that keep it only before a word that the text also uses alone, and often."""

ENDINGS = frozenset(
    "ing ed er ers est ly al age ish able ible ful less ness ment ments sion tion tions sions ence ance ity ous ive"
    " ary ory ism ist ists ure dom ward wards ship ships cipate cipated que pone poned sense nar nars port ports"
    " ports ported sent serve served tend vent vented fix text side sided face duct ducts ject jects vide vided gress"
    " pose posed claim claimed mote moted found change changed press pressed tract plain plained".split()
)
"""Second parts that complete an ordinary word after a first part that looks like a prefix ("post-poned")."""

SUFFIXES = ("ful", "less", "ness", "ship", "hood", "able", "ible", "ward", "wise", "like", "land", "work", "house")
"""What second parts of closed words begin with ("success-fully")."""

SECOND = frozenset(
    "led based backed held wide style term level made owned run free friendly related minded oriented driven funded"
    " sponsored controlled occupied speaking producing growing making building keeping sharing elect designate old"
    " long strong shaped sized scale range class profile ranking generation century era type known paid armed trained"
    " equipped born educated ended affected torn ridden proof specific dominated aligned linked appointed imposed"
    " declared described proclaimed elected bound wing".split()
)
"""Second parts that are joined to a whole word with a hyphen ("army-led")."""

SMALL = frozenset("in of the to for and at on by a de la up off out".split())
"""Words inside compounds of three ("commander-in-chief")."""

CLOSED_FIRST = frozenset(
    "any some every no with how what who when where there here under over out up down back fore on in off after"
    " through other news head work house land water".split()
)
"""First parts that are written together with what follows ("under-standing" is one word)."""


class Healer:
    """Decides by what else the text says, then by prefixes and second parts; built from the text's lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = tuple(lines)
        self._words: Counter[str] | None = None

    def join(self, before: str, after: str) -> Join:
        """What to do at the end of line `before`, when line `after` goes on."""
        last, first = before[-200:].split()[-1:], after[:200].split(None, 1)[:1]
        if not last or not first:
            return "keep" if before else "space"
        tail, head = last[0], first[0]
        if _ADDRESS.search(tail):
            return "keep" if tail[-1] in "-/=&_?%#~+" else "space"
        if tail[-1] not in HYPHENS or len(tail) == 1:
            return "space"
        if tail[-1] == "\u00ad":
            return "drop"
        return self._broken(tail[:-1], head, after)

    def _broken(self, stem: str, head: str, after: str) -> Join:
        left, right = _LAST_LETTERS.search(stem), _LETTERS.match(head)
        if _SUSPENDED.match(after) and not self._count(_last_part(stem).lower() + head.lower()):
            return "space"
        if not left or not right:
            return "keep" if head[0].isalnum() or stem[-1] in HYPHENS else "space"
        capitals = left.group().isupper() and right.group().isupper() and len(left.group()) > 1
        if head[0].isupper() and not capitals:
            return "keep"
        compound = stem[: left.start()].endswith("-") or head.startswith("-", right.end())
        return self._word(left.group().lower(), right.group().lower(), compound)

    def _word(self, left: str, right: str, compound: bool) -> Join:
        hyphened, joined = self._count(f"{left}-{right}"), self._count(left + right)
        if hyphened or joined:
            return "keep" if hyphened > joined else "drop"
        known_left, known_right = self._count(left), self._count(right)
        if left in ALWAYS_HYPHENED:
            sure = right not in ENDINGS and (known_right or left in {"non", "self", "quasi", "vice", "anti"})
            return "keep" if sure and len(right) > 2 else "drop"
        if left in SOMETIMES_HYPHENED:
            return "keep" if known_right > 1 and right not in ENDINGS and len(right) > 3 else "drop"
        if left in CLOSED_FIRST:
            return "drop"
        if right in SECOND and (known_left or len(left) > 4):
            return "keep"
        if compound:
            return "keep" if known_left or known_right or {left, right} & SMALL else "drop"
        whole = known_left and known_right and len(left) > 4 and len(right) > 4 and not right.startswith(SUFFIXES)
        return "keep" if whole else "drop"

    def _count(self, word: str) -> int:
        if self._words is None:
            self._words = _vocabulary(self._lines)
        return self._words[word] or self._words[word + "s"] or (self._words[word[:-1]] if word.endswith("s") else 0)


def _last_part(stem: str) -> str:
    return stem.rpartition("-")[2]


def _vocabulary(lines: tuple[str, ...]) -> Counter[str]:
    """How often words, and pairs joined by a hyphen, stand inside lines, where no line end can have broken them."""
    found: Counter[str] = Counter()
    broken = False
    for line in lines:
        words = _WORD.findall(line.lower())
        if broken:
            words = words[1:]
        broken = line.rstrip()[-1:] in HYPHENS and bool(line.strip())
        if broken:
            words = words[:-1]
        found.update(words)
        for word in words:
            if "-" in word:
                parts = word.split("-")
                found.update(parts)
                found.update(map("-".join, pairwise(parts)))
    return found
