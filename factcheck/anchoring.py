"""Anchors: pointing at a passage of a document, and finding it again.

Quoted text is found where it stands word for word, or under a named tier of folding. Where it does not, it is
*located*: the place is shown with the words that differ, and never counts as found.
"""

from bisect import bisect_right
from functools import cached_property

from factcheck.language.alignment import EDGES, Words, likeness, words_of
from factcheck.language.folding import TIERS, Folding, fold, straight, tier_between
from factcheck.records.document import Document
from factcheck.records.passage import Anchor, Located, Outcome

CONTEXT = 32
"""Characters of text before and after a passage that an anchor keeps."""
MOST_PLACES = 1000
"""Equal places that are looked at."""
END_PUNCTUATION = "end-punctuation"
"""The tier of words that are equal but for punctuation before the first and after the last of them."""

Clue = tuple[str, str, int | None]
"""What stood before and after a passage, and where it stood."""

LOST = Located(outcome="lost")


def anchor_for(document: Document, start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]`, with its surroundings, section, page and note."""
    block = document.block_at(start)
    return Anchor(
        source=document.source,
        exact=document.text[start:end],
        prefix=document.text[max(start - CONTEXT, 0) : start],
        suffix=document.text[end : end + CONTEXT],
        start=start,
        end=end,
        section=block.section if block else None,
        page=page_at(document, start),
        note=block.label if block and block.kind == "note" else None,
    )


def page_at(document: Document, offset: int) -> str | None:
    """The page that a character stands on; a block may run over several."""
    block = document.block_at(offset)
    if block is None or block.page is None:
        return None
    here, first = _counted_page(document, offset), _counted_page(document, block.start)
    if here is None or first is None or here == first or not block.page.isdigit():
        return block.page
    return str(int(block.page) + here - first)


def _counted_page(document: Document, offset: int) -> int | None:
    place = bisect_right(document.runs, offset, key=lambda run: run.start) - 1
    return document.runs[place].page if place >= 0 else None


class Locator:
    """Finds quoted text in one document; made once for many."""

    def __init__(self, document: Document) -> None:
        self._text = document.text

    @cached_property
    def _straight(self) -> str:
        return straight(self._text)

    @cached_property
    def _folding(self) -> Folding:
        return Folding(self._text)

    @cached_property
    def _words(self) -> Words:
        return Words(self._text)

    def locate(self, exact: str, prefix: str = "", suffix: str = "", hint: int | None = None) -> Located:
        """Where `exact` lies; among equal places prefix, suffix and hint (the place it had) decide."""
        exact = exact.strip()
        if hint is not None and exact and self._text.startswith(prefix + exact + suffix, hint - len(prefix)):
            return self._found((hint, hint + len(exact)), TIERS[0], hint)
        clue = (prefix, suffix, hint)
        places = _places(self._straight, straight(exact)) if exact else []
        spans = self._whole([(at, at + len(exact)) for at in places])
        if spans:
            return self._choose(exact, spans, True, clue)
        wanted = fold(exact)
        for words in dict.fromkeys((wanted, wanted.strip(EDGES))):
            spans = self._folded(words)
            if spans:
                return self._choose(exact, spans, words == wanted, clue)
        return self._nearest(exact, clue) if wanted else LOST

    def _folded(self, words: str) -> list[tuple[int, int]]:
        """The spans of the text whose folded form the words are."""
        folding = self._folding
        starts = _places(folding.folded, words) if words else []
        return self._whole([(folding.start_of(at), folding.end_of(at + len(words))) for at in starts])

    def _whole(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those that begin and end with a word, if there are any, and are no part of a figure."""
        spans = [span for span in spans if not self._cuts_number(*span)]
        return [span for span in spans if not self._cuts_word(*span)] or spans

    def _cuts_number(self, start: int, end: int) -> bool:
        """Whether a figure goes on outside the span: "7 billion" is not in "1.7 billion"."""
        text = self._text
        before, after = text[max(start - 2, 0) : start], text[end : end + 2]
        cut = text[start].isdigit() and (before[-1:].isdigit() or (before[-1:] in (".", ",") and before[:1].isdigit()))
        return cut or (
            text[end - 1].isdigit() and (after[:1].isdigit() or (after[:1] in (".", ",") and after[1:].isdigit()))
        )

    def _cuts_word(self, start: int, end: int) -> bool:
        text = self._text
        begins = text[start].isalnum() and start > 0 and text[start - 1].isalnum()
        return begins or (text[end - 1].isalnum() and end < len(text) and text[end].isalnum())

    def _found(self, span: tuple[int, int], tier: str, hint: int | None, candidates: int = 1) -> Located:
        outcome: Outcome = "moved" if hint is not None and hint != span[0] else "found"
        return Located(outcome=outcome, tier=tier, start=span[0], end=span[1], candidates=candidates)

    def _tier(self, exact: str, span: tuple[int, int], whole: bool) -> str:
        if not whole:
            return END_PUNCTUATION
        start, end = span
        there = self._text[start:end]
        if there == exact:
            return TIERS[0]
        if len(there) == len(exact) and self._straight[start:end] == straight(exact):
            return "quotation-marks"
        return tier_between(exact, there) or TIERS[-1]

    def _choose(self, exact: str, spans: list[tuple[int, int]], whole: bool, clue: Clue) -> Located:
        """The one place; of several the one of the least folding, else of the like context, else where it was."""
        if len(spans) == 1:
            return self._found(spans[0], self._tier(exact, spans[0], whole), clue[2])
        prefix, suffix, hint = fold(clue[0]), fold(clue[1]), clue[2]
        depths = [TIERS.index(self._tier(exact, span, True)) for span in spans]
        spans = [span for span, depth in zip(spans, depths, strict=True) if depth == min(depths)]
        likeness = [self._likeness(span, prefix, suffix) for span in spans]
        best = [span for span, like in zip(spans, likeness, strict=True) if like == max(likeness)]
        at_hint = [span for span in best if span[0] == hint]
        if len(best) == 1 or at_hint:
            span = (at_hint or best)[0]
            return self._found(span, self._tier(exact, span, whole), hint, len(spans))
        near = min(best, key=lambda span: (abs(span[0] - (hint or 0)), span))
        tier = self._tier(exact, near, whole)
        return Located(outcome="ambiguous", tier=tier, start=near[0], end=near[1], candidates=len(best))

    def _likeness(self, span: tuple[int, int], prefix: str, suffix: str) -> int:
        """How many characters before and after a place are those looked for."""
        reach = len(prefix) + len(suffix) + CONTEXT
        before = fold(self._text[max(span[0] - reach, 0) : span[0]])
        after = fold(self._text[span[1] : span[1] + reach])
        return _shared(before[::-1], prefix[::-1]) + _shared(after, suffix)

    def _nearest(self, exact: str, clue: Clue) -> Located:
        """The place that is most like it, with the words that differ; lost where none is like it."""
        prefix, suffix, hint = clue
        passage = Words(exact)
        near = None if hint is None else self._words.number_at(hint)
        found = likeness(passage, self._words, words_of(prefix), words_of(suffix), near)
        if found is None:
            return LOST
        start, end = self._words.span(found.first, found.last)
        differences = tuple(
            (passage.said(*pair.ours, found.marks), self._words.said(*pair.theirs, found.marks)) for pair in found.pairs
        )
        return Located(outcome="changed", tier="fuzzy", start=start, end=end, differences=differences, candidates=1)


def _places(text: str, words: str) -> list[int]:
    """All places of words in a text."""
    places: list[int] = []
    at = text.find(words)
    while at >= 0 and len(places) < MOST_PLACES:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _shared(one: str, other: str) -> int:
    """How many characters two texts have in common from the start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
