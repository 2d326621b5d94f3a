"""Quoted words laid against the words of another passage: where they are the same, and where they part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import LCSseq

from factcheck.contexts.words import SHIFTING, SMALL, Word, house, is_figure, same_name_respelled

Change = Literal["spelling", "figure", "word", "cut", "merged", "added"]
"""How the quoted words differ: a name spelled otherwise, another figure, another word, words left out without a
mark, words left out across the end of a sentence, words that the passage does not have."""


@dataclass(frozen=True)
class Divergence:
    """One difference: the words as quoted and as they stand there; either may be empty."""

    change: Change
    quoted: str
    stands: str


@dataclass(frozen=True)
class Alignment:
    """Quoted words against a passage.

    `start` and `end` are offsets of the passage's text that the words cover. `same` counts the words that
    are equal, `telling` those among them that are not frequent words, `longest` the longest run of them.
    `compared` counts the quoted words that could be equal.
    """

    start: int
    end: int
    same: int
    telling: int
    longest: int
    compared: int
    divergences: tuple[Divergence, ...]

    @property
    def coverage(self) -> float:
        """The part of the quoted words that stand there."""
        return self.same / self.compared if self.compared else 0.0

    @property
    def is_exact(self) -> bool:
        """Whether nothing differs but spelling of the house and marks."""
        return not self.divergences

    @property
    def is_reordered(self) -> bool:
        """Whether all the words stand there, in another order ("a gun, not a promise")."""
        quoted, stands = ([getattr(item, side).lower() for item in self.divergences] for side in ("quoted", "stands"))
        return len(quoted) > 1 and sorted(" ".join(quoted).split()) == sorted(" ".join(stands).split())

    @property
    def is_respelled(self) -> bool:
        """Whether only names are spelled otherwise."""
        return bool(self.divergences) and all(item.change == "spelling" for item in self.divergences)


@dataclass(frozen=True)
class _Piece:
    """Equal words `quoted[a:b]` and `passage[c:d]`."""

    a: int
    b: int
    c: int
    d: int


def align(
    quote: str, quoted: Sequence[Word], text: str, passage: Sequence[Word], *, bounded: bool = False
) -> Alignment | None:
    """The quoted words against the words of a passage that may hold more; null where nothing is the same.

    `quote` is the text that the quoted words' offsets point into, `text` that of the passage. Words in
    square brackets are the editor's, and dots of omission allow a gap. A `bounded` passage is itself a
    quotation: what the quoted words have before its first or after its last word cannot be compared.
    """
    pieces = _pieces([house(word.text) for word in quoted], [house(word.text) for word in passage], quoted)
    if not pieces:
        return None
    if bounded:
        first = pieces[0].a if pieces[0].c == 0 else 0
        last = pieces[-1].b if pieces[-1].d == len(passage) else len(quoted)
        quoted = quoted[first:last]
        pieces = [_Piece(piece.a - first, piece.b - first, piece.c, piece.d) for piece in pieces]
    divergences: list[Divergence] = []
    for before, after in zip([None, *pieces], [*pieces, None], strict=True):
        divergences += _between(before, after, quote, quoted, text, passage)
    has_brackets = "[" in quote[max(quoted[0].start - _FARTHEST, 0) : quoted[-1].start]
    inserted = sum(_is_inserted(quote, word) for word in quoted) if has_brackets else 0
    respelled = sum(len(item.quoted.split()) for item in divergences if item.change == "spelling")
    same = sum(piece.b - piece.a for piece in pieces) + respelled
    return Alignment(
        start=passage[pieces[0].c].start,
        end=passage[pieces[-1].d - 1].end,
        same=same,
        telling=sum(quoted[i].text not in SMALL for piece in pieces for i in range(piece.a, piece.b)),
        longest=max(piece.b - piece.a for piece in pieces),
        compared=max(len(quoted) - inserted, same),
        divergences=tuple(divergences),
    )


def _pieces(one: Sequence[str], other: Sequence[str], quoted: Sequence[Word]) -> list[_Piece]:
    """The longest common subsequence in runs, without stray frequent words far from the rest; a run whose words stand
    right before the next one too is taken to stand there."""
    found = [
        _Piece(code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in LCSseq.opcodes(one, other)
        if code.tag == "equal"
    ]
    for place in reversed(range(len(found) - 1)):
        piece, after = found[place], found[place + 1]
        back = piece.b - piece.a
        if (
            piece.b == after.a
            and piece.d < after.c
            and list(one[piece.a : piece.b]) == list(other[after.c - back : after.c])
        ):
            found[place] = _Piece(piece.a, piece.b, after.c - back, after.c)
    kept = [piece for piece in found if not _is_stray(piece, found, quoted)]
    return kept if len(kept) == len(found) else [piece for piece in kept if not _is_stray(piece, kept, quoted)]


def _is_stray(piece: _Piece, pieces: Sequence[_Piece], quoted: Sequence[Word]) -> bool:
    if any(quoted[i].text not in SMALL for i in range(piece.a, piece.b)):
        return False
    place = pieces.index(piece)
    near = [other for other in (pieces[place - 1] if place else None, *pieces[place + 1 : place + 2]) if other]
    return all(
        max(piece.c - other.d, other.c - piece.d) > 1 or max(piece.a - other.b, other.a - piece.b) > 1 for other in near
    )


def _between(
    before: _Piece | None,
    after: _Piece | None,
    quote: str,
    quoted: Sequence[Word],
    text: str,
    passage: Sequence[Word],
) -> list[Divergence]:
    """What differs between two runs of equal words (or before the first, after the last)."""
    first, last = before.b if before else 0, after.a if after else len(quoted)
    mine = [word for word in quoted[first:last] if not _is_inserted(quote, word)]
    replaced_by_editor = len(mine) < last - first
    open_ended = before is None or after is None
    theirs = [] if before is None or after is None else list(passage[before.d : after.c])
    if open_ended and mine:
        theirs = _beside(before, after, len(mine), passage)
        if _is_short_form(before, after, mine, passage) or (before is None and _begins_otherwise(mine, theirs, text)):
            return []
    if not mine and (not theirs or replaced_by_editor or _omits(quote, quoted, first, last)):
        return []
    if open_ended and not mine:
        return []
    if before is None or after is None:
        return _changes(mine, theirs, quote, text, merged=False)
    there = text[passage[before.d - 1].end : passage[after.c].start]
    if not mine and _BROKEN_OFF.fullmatch(there):
        return []
    here = quote[quoted[before.b - 1].end : quoted[after.a].start]
    return _changes(mine, theirs, quote, text, merged=_ends_a_sentence(there) and not _ends_a_sentence(here))


_BROKEN_OFF = re.compile(r"[,.;:!?–—-]*[”\"»’'][^“”\"«»]*[“\"«‘']", re.DOTALL)
"""What stands between two parts of a quotation that who said it breaks: "…," she said, "…"."""


def _begins_otherwise(mine: Sequence[Word], theirs: Sequence[Word], text: str) -> bool:
    """Whether quoted words begin a sentence where the passage is in the midst of one, so that it is another: "I loved
    Arlen. It was …" beside "… responsibility for Arlen. It was …"."""
    if len(mine) < _FEW or len(theirs) < len(mine) or mine[0].text == theirs[0].text:
        return False
    lead = text[max(theirs[0].start - _FEW, 0) : theirs[0].start]
    return lead.endswith(" ") and (lead[0].isalnum() or lead[0] == ",")


def _beside(before: _Piece | None, after: _Piece | None, count: int, passage: Sequence[Word]) -> list[Word]:
    if after is not None and before is None:
        return list(passage[max(after.c - count, 0) : after.c])
    return list(passage[before.d : before.d + count]) if before is not None else []


_SHORT = re.compile(r"([a-z]+?)(n't|'(?:s|re|ve|ll|m))$")
_FULL = {"n't": "not", "'s": "is", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_STEMS = {"wo": "will", "ca": "can", "sha": "shall"}


def _in_full(words: Sequence[Word]) -> list[str]:
    """Words with short forms written out: "I've" as "i have"."""
    found: list[str] = []
    for word in words:
        short = _SHORT.match(word.text)
        if short is None:
            found += ["can", "not"] if word.text == "cannot" else [word.text]
        else:
            found += [_STEMS.get(short[1], short[1]) if short[2] == "n't" else short[1], _FULL[short[2]]]
    return found


def _is_short_form(before: _Piece | None, after: _Piece | None, mine: list[Word], passage: Sequence[Word]) -> bool:
    """Whether the first or last words stand in the passage too, but for a short form in either: "I've", "I have"."""
    own = _in_full(mine)
    theirs = _in_full(_beside(before, after, len(own), passage))
    shared = theirs[-len(own) :] if before is None else theirs[: len(own)]
    return (len(own) > len(mine) and shared == own) or (len(theirs) > len(mine) and shared == own)


def _changes(mine: list[Word], theirs: list[Word], quote: str, text: str, *, merged: bool) -> list[Divergence]:
    if mine and theirs and _in_full(mine) == _in_full(theirs):
        return []
    quoted = " ".join(quote[word.start : word.end] for word in mine)
    stands = " ".join(text[word.start : word.end] for word in theirs)
    if theirs and merged:
        return [Divergence("merged", quoted, stands)]
    if mine and len(mine) == len(theirs):
        pairs = [(quote[a.start : a.end], text[b.start : b.end]) for a, b in zip(mine, theirs, strict=True)]
        return [Divergence(_change_of(one, other), one, other) for one, other in pairs if _differ(one, other)]
    if any(is_figure(word.text) for word in mine) and any(is_figure(word.text) for word in theirs):
        return [Divergence("figure", quoted, stands)]
    if not mine:
        return [Divergence("cut", "", stands)]
    return [Divergence("word" if theirs else "added", quoted, stands)]


def _differ(one: str, other: str) -> bool:
    return house(one.lower()) != house(other.lower())


def _change_of(one: str, other: str) -> Change:
    if same_name_respelled(one, other):
        return "spelling"
    return "figure" if is_figure(one.lower()) and is_figure(other.lower()) else "word"


_SENTENCE_ENDS = (". ", "! ", "? ", ".” ", "\n")


def _ends_a_sentence(gap: str) -> bool:
    return any(mark in gap for mark in _SENTENCE_ENDS)


_FEW = 2
"""Words from which on those before the first that are equal may be of another sentence."""
_FARTHEST = 120
"""Letters before a word in which the bracket may open that it stands in."""


def _is_inserted(quote: str, word: Word) -> bool:
    """Whether the word stands in square brackets."""
    opened = quote.rfind("[", max(word.start - _FARTHEST, 0), word.start)
    return opened >= 0 and quote.find("]", opened, word.start) < 0


def _omits(quote: str, quoted: Sequence[Word], first: int, last: int) -> bool:
    """Whether dots of omission or brackets stand between two places of the quoted words."""
    start = quoted[first - 1].end if first else 0
    end = quoted[last].start if last < len(quoted) else len(quote)
    gap = quote[start:end]
    return "…" in gap or "..." in gap or ". . ." in gap or "[" in gap


def only_reports(alignment: Alignment) -> bool:
    """Whether the differences are those of speech put into reported speech: persons, tenses, here and now."""
    return all(
        set(f"{item.quoted} {item.stands}".lower().split()) <= SHIFTING
        for item in alignment.divergences
        if item.change != "spelling"
    )
