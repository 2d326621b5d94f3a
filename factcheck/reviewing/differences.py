"""What changed since a person looked, in words."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from factcheck.records.base import Record

_TOKEN = re.compile(r"\s+|[^\W_]+(?:[.,'’-][^\W_]+)*|.", re.DOTALL)
MOST_TOKENS = 4000
"""Of a longer text the rest is shown as one piece."""
ALIKE = 0.4
"""Share of words that two passages must have in common to be shown as one that was reworded."""


class Part(Record):
    """A stretch of words that stayed, went or came."""

    what: Literal["same", "gone", "new"]
    text: str


class Change(Record):
    """One thing as it was seen and as it is; `was` is null for what joined, `now` for what is gone."""

    what: str
    was: str | None = None
    now: str | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The words that stayed, went and came, in order."""
        return compared(self.was or "", self.now or "")


def compared(was: str, now: str) -> tuple[Part, ...]:
    """Two texts word by word: what stayed, what went, what came. All parts but the gone ones make up `now`."""
    from rapidfuzz.distance import Indel

    one, other = _tokens(was), _tokens(now)
    parts: list[tuple[str, str]] = []
    for edit in Indel.opcodes(one, other):
        before = "".join(one[edit.src_start : edit.src_end])
        after = "".join(other[edit.dest_start : edit.dest_end])
        if edit.tag == "equal":
            parts.append(("same", after))
        else:
            parts += [(what, text) for what, text in (("gone", before), ("new", after)) if text]
    return tuple(Part.model_validate({"what": what, "text": text}) for what, text in _smoothed(parts))


def _tokens(text: str) -> list[str]:
    tokens = _TOKEN.findall(text)
    return [*tokens[:MOST_TOKENS], "".join(tokens[MOST_TOKENS:])] if len(tokens) > MOST_TOKENS else tokens


def _smoothed(parts: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parts with what went and came in one place joined: white space between changed words is changed too."""
    made: list[tuple[str, str]] = []
    gone = new = ""
    for place, (what, text) in enumerate(parts):
        between = bool(gone or new) and place + 1 < len(parts) and not text.strip()
        if what == "gone" or (what == "same" and between):
            gone += text
        if what == "new" or (what == "same" and between):
            new += text
        if what == "same" and not between:
            made += [(name, words) for name, words in (("gone", gone), ("new", new)) if words]
            gone = new = ""
            made.append((what, text))
    return made + [(name, words) for name, words in (("gone", gone), ("new", new)) if words]


def changes(what: str, was: Iterable[str], now: Iterable[str]) -> tuple[Change, ...]:
    """What went and what came among passages, those that are alike as one that was reworded."""
    from rapidfuzz.distance import Indel

    before, after = list(was), list(now)
    gone = [text for text in before if text not in after]
    come = [text for text in after if text not in before]
    found = []
    for text in gone:
        words = text.split()
        likest = max(come, key=lambda other: Indel.normalized_similarity(words, other.split()), default=None)
        if likest is not None and Indel.normalized_similarity(words, likest.split()) >= ALIKE:
            come.remove(likest)
            found.append(Change(what=what, was=text, now=likest))
        else:
            found.append(Change(what=what, was=text))
    return (*found, *(Change(what=what, now=text) for text in come))


def in_words(change: Change) -> str:
    """A change in one line of plain text: "The county bought [four → five] buses"."""
    if change.was is None:
        return f"{change.what}, new: {change.now}"
    if change.now is None:
        return f"{change.what}, gone: {change.was}"
    said, gone = "", ""
    for part in change.parts:
        if part.what == "gone":
            gone = part.text
            continue
        if part.what == "new":
            said += f"[{gone} → {part.text}]" if gone else f"[+ {part.text}]"
        else:
            said += (f"[− {gone}]" if gone else "") + part.text
        gone = ""
    return f"{change.what}: {said}" + (f"[− {gone}]" if gone else "")
