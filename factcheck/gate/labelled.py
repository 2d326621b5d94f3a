"""Which of several figures of one sentence is told of what: "at 21 million from the one; from the other, at 24".

A sentence is cut between its figures at its strongest marks; the words of each piece that stand in no other tell the
figures apart. What all pieces share, a verb or a subject told once, tells nothing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from factcheck.gate.desk import Desk
from factcheck.gate.numbers import relation
from factcheck.gate.passages import Passage
from factcheck.gate.rivals import figures_of
from factcheck.language.numerals import read
from factcheck.language.tagging import Token, tag
from factcheck.records.quantity import Quantity
from factcheck.valuing import in_unit
from factcheck.wording import content

_MARKS = (frozenset({";", ":"}), frozenset({","}), frozenset("and but while whereas or against".split()))
"""What divides the pieces of a sentence, strongest first."""
_VERBS = frozenset({"VERB", "PAST", "PART", "AUX", "MODAL"})
_BACK = frozenset("which who whom whose it he she they".split())
"""Words by which a piece goes on about what another names."""
_LONGEST = 120
"""Tokens of a sentence that are read."""

Piece = tuple[float, frozenset[str]]
"""A figure and the words that tell of what it is."""


def others_label(draft: Passage, quantity: Quantity, passage: Passage, desk: Desk) -> float | None:
    """The figure that a passage has for what a sentence gives one of, where it gives the sentence's for another."""
    theirs = _cut(passage.text, frozenset(_alike(passage, quantity)))
    mine = quantity.low
    own = [words for figure, words in theirs if figure == mine]
    if len(own) != 1 or len(theirs) < 2:
        return None
    figures = frozenset(_alike(draft, quantity))
    ours = [words for figure, words in _cut(draft.text, figures) if figure == mine]
    if len(figures) > 1 and len(ours) != 1:
        return None
    told = ours[0] if ours else content(draft.text)[0]
    apart = {figure: words.difference(*(one for other, one in theirs if other != figure)) for figure, words in theirs}
    if told & apart[mine]:
        return None
    meant = [figure for figure in apart if told & apart[figure]]
    meant = meant or [figure for figure in apart if told & _called(apart[figure], passage, desk)]
    return meant[0] if len(meant) == 1 and meant[0] != mine else None


def _alike(passage: Passage, quantity: Quantity) -> Iterator[float]:
    """The numbers in a passage that may be of one kind with a figure."""
    earliest = passage.end
    for mention, one in figures_of(passage):
        if relation(quantity, one) in ("equal", "differs") and not one.is_range and one.form != "ordinal":
            earliest = min(earliest, mention.start)
            yield in_unit(one, quantity.unit).low
    yield from (value for start, value in bare_numbers(passage.text) if start > earliest - passage.start)


@lru_cache(maxsize=4096)
def bare_numbers(text: str) -> tuple[tuple[int, float], ...]:
    """The numbers without a noun of their own at the end of a piece ("the union asked for 3.5"), and where they are."""
    tokens = tag(text)[:_LONGEST]
    found = []
    for before, token, after in zip(["", *(one.tag for one in tokens)], tokens, tokens[1:], strict=False):
        ends = after.text in (".", ";", ",") or after.lower in ("and", "but", "while")
        number = read(text, token.start) if token.tag == "NUM" and before != "NUM" and ends else None
        if number is not None and number.low == number.high and not 1500 <= number.low <= 2100:
            found.append((token.start, number.low))
    return tuple(found)


@lru_cache(maxsize=4096)
def _cut(text: str, figures: frozenset[float]) -> tuple[Piece, ...]:
    """The pieces of a sentence, one for each of its figures; none where no mark stands between two of them."""
    tokens = tag(text)[:_LONGEST]
    places = []
    for place, token in enumerate(tokens):
        if token.tag == "NUM":
            number = read(text, token.start)
            if number is not None and number.low == number.high and number.low in figures and number.low > 1:
                places.append((place, number.low))
    places = [one for number, one in enumerate(places) if not number or one[0] > places[number - 1][0] + 1]
    if len(places) < 2 or len({figure for _, figure in places}) != len(places):
        return ()
    cuts = [0]
    for (one, _), (other, _) in pairwise(places):
        between = range(one + 1, other)
        mark = next((at for marks in _MARKS for at in between if tokens[at].lower in marks), None)
        if mark is None:
            return ()
        if any(token.lower in _BACK for token in tokens[mark + 1 : other]):
            return ()
        cuts.append(mark)
    cuts.append(len(tokens))
    return tuple((figure, _words(text, tokens, cuts, number, place)) for number, (place, figure) in enumerate(places))


def _words(text: str, tokens: Sequence[Token], cuts: Sequence[int], number: int, place: int) -> frozenset[str]:
    """The words of a piece, without those that it shares with others which leave them out."""
    start, end = cuts[number], cuts[number + 1]
    verbs = [at for at in range(start, end) if tokens[at].tag in _VERBS]
    others = [
        (first, [at for at in range(first, last) if tokens[at].tag in _VERBS])
        for first, last in pairwise(cuts)
        if first != start
    ]
    shared: list[range] = []
    if verbs and any(not there for _, there in others):
        ahead = [at for at in verbs if at < place]
        shared.append(range(ahead[0], ahead[-1] + 1) if ahead else range(verbs[0], end))
    if verbs and number == 0 and not any(_has_words_ahead(tokens, first) for first, _ in others):
        shared.append(range(start, place))
    elif verbs and number == 0 and any(there and there[0] <= first + 1 for first, there in others):
        shared.append(range(start, verbs[0]))
    kept = [at for at in range(start, end) if not any(at in stretch for stretch in shared)]
    return content(" ".join(tokens[at].text for at in kept))[0]


def _has_words_ahead(tokens: Sequence[Token], start: int) -> bool:
    """Whether a piece names something before its figure."""
    place = next((at for at in range(start, len(tokens)) if tokens[at].tag == "NUM"), start)
    return any(token.tag in ("NOUN", "PROPER") for token in tokens[start:place])


def _called(words: frozenset[str], passage: Passage, desk: Desk) -> frozenset[str]:
    """The names by which a source introduces those of whom a piece tells ("the claimant, Orla Systems, …")."""
    found: set[str] = set()
    for one in desk.shelves.of_source(passage.source):
        for match in _INTRODUCED.finditer(one.text):
            if match["noun"].lower() in words:
                found |= content(match["name"])[0]
    return frozenset(found) - words


_INTRODUCED = re.compile(r"\b[Tt]he (?P<noun>[a-z]{3,30}), (?P<name>[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,4}),")
