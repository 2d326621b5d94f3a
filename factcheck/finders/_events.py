"""Finding when an event that a text names ("three months after the visit") was told of before."""

import re

from factcheck.finders._pieces import Piece
from factcheck.finders._speaking import Speaking
from factcheck.language.tagging import NOMINAL, tag

_WINDOW = 80
_BACK = 5_000
"""Characters of text in which an event is looked for."""
_SHORTEST_STEM = 4
_LONGEST_STEM = 6


def told(place: int, text: str, speaking: Speaking) -> tuple[Piece | None, str | None]:
    """The time of the event that the words at `place` name, as told earlier in the section, and those words."""
    head, name = _head(place, text)
    if head is None:
        return None, name
    heard = [entry for entry in speaking.heard if entry[0].span is not None]
    if not heard:
        return None, name
    stem = re.escape(head[: max(_SHORTEST_STEM, min(_LONGEST_STEM, len(head) - 1))])
    low = max(heard[0][2], place - _BACK)
    spoken = [match.start() for match in re.finditer(rf"(?i)(?<!\w){stem}", text[low:place])]
    for at in reversed(spoken):
        before = [entry for entry in heard if entry[2] <= low + at]
        if not before:
            continue
        same = [entry for entry in before if entry[2] == before[-1][2]]
        nearest = min(same, key=lambda entry: abs(entry[0].core - (low + at)))
        return nearest[0], name
    return None, name


def _head(place: int, text: str) -> tuple[str | None, str | None]:
    """The head noun after `place` (of "the general's visit" it is "visit"), and the phrase up to it."""
    end = min(len(text), place + _WINDOW)
    tokens = tag(text[place:end])
    head = None
    for token in tokens[:7]:
        if token.tag in NOMINAL:
            head = token
        elif token.tag not in ("DET", "ADJ", "POSS", "NUM", "ORD", "PART", "GER", "SYM"):
            break
    if head is None:
        return None, None
    return head.lemma if head.tag == "NOUN" else None, text[place : place + head.end].strip()
