"""A finding as a page shows it: its sides, their passages, and the words in them that differ."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from factcheck.language.plain import one_line
from factcheck.pages.wording import day, differing, focus, place, words_of

Json = Mapping[str, Any]

SIGNS = {
    "conflict": "≠",
    "possible-conflict": "?",
    "different-basis": "⇄",
    "later-figure": "↻",
    "variant": "∼",
    "agrees": "=",
    "not-checked": "○",
}
"""A sign for each verdict, so that no colour is needed to tell them apart."""

SHOWN = 3
"""Passages of a side that are open at once; the others are folded."""


@dataclass(frozen=True)
class Piece:
    """Some words of a passage; `mark` is "differs" or "value" where they carry what is compared, else empty."""

    text: str
    mark: str = ""


@dataclass(frozen=True)
class Passage:
    """A passage, and where it stands: its source's id and title, its date in words, section, page and note."""

    source: str
    title: str
    date: str
    where: tuple[str, ...]
    pieces: tuple[Piece, ...]
    item: Json
    """The evidence that it is made of."""


@dataclass(frozen=True)
class Side:
    """What agrees: its letter (null for what is context only), its values, and its passages, the first ones open."""

    letter: str | None
    values: tuple[tuple[Piece, ...], ...]
    shown: tuple[Passage, ...]
    folded: tuple[Passage, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """Its values as plain words."""
        return tuple("".join(piece.text for piece in value) for value in self.values)


@dataclass(frozen=True)
class Card:
    """A finding with its sides; `finding` is what the report says of it."""

    finding: Json
    sides: tuple[Side, ...]
    context: Side | None
    sources: tuple[str, ...]

    @property
    def unnamed(self) -> tuple[str, ...]:
        """The sources that its message does not name."""
        return tuple(source for source in self.sources if source not in self.finding["message"])


def card(finding: Json, sources: Mapping[str, Json]) -> Card:
    """A report's finding as a card; `sources` are those of the report by their ids."""
    ordered = sorted(finding["evidence"], key=lambda item: (item["side"] is None, item["side"] or ""))
    groups = [(letter, list(items)) for letter, items in groupby(ordered, key=lambda item: item["side"])]
    shared = _shared([items for letter, items in groups if letter])
    sides = [_side(letter, items, sources, shared) for letter, items in groups]
    return Card(
        finding=finding,
        sides=tuple(side for side in sides if side.letter),
        context=next((side for side in sides if side.letter is None), None),
        sources=tuple(dict.fromkeys(item["source"] for item in finding["evidence"])),
    )


def _shared(sides: Sequence[Sequence[Json]]) -> frozenset[str]:
    """The words that stand in the values of all sides, and so are no difference; all of them, where there is one."""
    words = [words_of(" ".join(item["value"] or "" for item in items)) for items in sides]
    return frozenset.intersection(*words) if words else frozenset()


def _side(letter: str | None, items: list[Json], sources: Mapping[str, Json], shared: frozenset[str]) -> Side:
    values = dict.fromkeys(one_line(item["value"]) for item in items if item["value"])
    passages = [_passage(item, sources.get(item["source"], {}), shared) for item in items]
    return Side(
        letter=letter,
        values=tuple(tuple(_pieces(value, [(0, len(value))], shared)) for value in values),
        shown=tuple(passages[:SHOWN]),
        folded=tuple(passages[SHOWN:]),
    )


def _passage(item: Json, source: Json, shared: frozenset[str]) -> Passage:
    text = one_line(item["exact"])
    return Passage(
        source=item["source"],
        title=one_line(source.get("title") or item["source"]),
        date=day(item["date"] or source.get("issued")),
        where=tuple(place(item)),
        pieces=tuple(_pieces(text, focus(text, item["value"]), shared)),
        item=item,
    )


def _pieces(text: str, spans: Iterable[tuple[int, int]], shared: frozenset[str]) -> Iterable[Piece]:
    """A text cut where its value stands, and there where the words begin that differ."""
    at = 0
    for start, end in spans:
        if at < start:
            yield Piece(text[at:start])
        inside = start
        for first, last in differing(text[start:end], shared):
            if inside < start + first:
                yield Piece(text[inside : start + first], "value")
            yield Piece(text[start + first : start + last], "differs")
            inside = start + last
        if inside < end:
            yield Piece(text[inside:end], "value")
        at = end
    if at < len(text):
        yield Piece(text[at:])
