"""An answer: what came of holding one thing of a draft against the sources, and on which passages that rests."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from factcheck.checking import Study, evidence_at
from factcheck.gate.passages import Passage, meets
from factcheck.language.modifiers import FIRST_WORDS
from factcheck.language.number_words import FRACTIONS, NUMBER_WORDS
from factcheck.language.plain import listed
from factcheck.records.claim import Claim
from factcheck.records.finding import Evidence
from factcheck.records.gate import SUPPORTS, Support

Side = Literal["a", "b"]
"""Passages on side "a" bear a statement out; those on side "b" say otherwise."""

UNFOUND = frozenset({"no-source-found", "not-checked"})
"""Answers for which nothing was found to rest on."""

MOST_HELD = 6
"""Passages that an answer names."""


CLAIM, EVIDENCE = "claim", "evidence"


@dataclass(frozen=True)
class Held:
    """A passage, `text[start:end]` of a source, that bears on an answer; `value` is what was compared."""

    study: Study
    start: int
    end: int
    side: Side | None = None
    value: str | None = None
    given: Claim | Callable[[], Claim | None] | None = None
    """The claim that was compared, or what gives it."""
    passage: Passage | None = None
    """The sentence, where it is one."""
    memo: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)
    """What was found of it already, as evidence and for things of a draft."""

    @property
    def claim(self) -> Claim | None:
        """The claim that was compared."""
        return self.given() if callable(self.given) else self.given

    @property
    def claim_id(self) -> str | None:
        """Its id."""
        if CLAIM not in self.memo:
            self.memo[CLAIM] = self.claim.id if self.claim is not None else None
        found: str | None = self.memo[CLAIM]
        return found

    @property
    def evidence(self) -> Evidence:
        """It as evidence, without side and value."""
        if EVIDENCE not in self.memo:
            whole = self.passage
            is_whole = whole is not None and (whole.start, whole.end) == (self.start, self.end)
            self.memo[EVIDENCE] = (
                whole.evidence if whole is not None and is_whole else evidence_at(self.study, self.start, self.end)
            )
        found: Evidence = self.memo[EVIDENCE]
        return found

    @property
    def claims(self) -> Sequence[Claim]:
        """The claims of which a passage has something in common with it."""
        if self.passage is not None:
            return self.passage.meeting
        return [claim for claim in self.study.claims if meets(claim, self.source, self.start, self.end)]

    @property
    def source(self) -> str:
        """The id of the source."""
        return self.study.source.id

    def meets(self, other: "Held") -> bool:
        """Whether two passages have something in common."""
        return self.source == other.source and self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Answer:
    """What is to be said of the support of one thing, why, and by which passages, best first.

    `instead` is what a source has where the draft's words are wrong, as it is written there, if only one thing can be
    meant; `window` is the time for which it has it, where the draft gives another one or none. `place` is where in the
    draft the words stand that `instead` is put for, where these are only a part of the thing, or stand beside it.
    """

    support: Support
    why: str
    held: tuple[Held, ...] = field(default=())
    instead: str | None = None
    window: str | None = None
    place: tuple[int, int] | None = None

    @property
    def for_it(self) -> tuple[Held, ...]:
        """The passages that bear it out."""
        return tuple(one for one in self.held if one.side == "a")

    @property
    def against(self) -> tuple[Held, ...]:
        """The passages that say otherwise."""
        return tuple(one for one in self.held if one.side == "b")

    @property
    def rank(self) -> int:
        """Worst first."""
        return SUPPORTS.index(self.support)


def of_passage(passage: Passage, side: Side | None, value: str | None = None, claim: Claim | None = None) -> Held:
    """A passage as what an answer rests on."""
    return Held(passage.study, passage.start, passage.end, side, value, claim, passage)


def supported(held: Sequence[Held], why: str = "") -> Answer:
    """An answer that passages bear out."""
    sources = list(dict.fromkeys(one.source for one in held if one.side == "a"))
    return Answer("supported", why or f"{listed(sources)} {'says' if len(sources) == 1 else 'say'} so.", first(held))


def first(held: Iterable[Held]) -> tuple[Held, ...]:
    """The first few passages, each once."""
    distinct: dict[tuple[str, int, str | None], Held] = {}
    for one in held:
        distinct.setdefault((one.source, one.start, one.side), one)
    return tuple(distinct.values())[:MOST_HELD]


def has(held: Sequence[Held], value: str) -> str:
    """That their sources have a value, in words."""
    return f"{where(held)} {'has' if len({one.source for one in held}) == 1 else 'have'} {value}"


def where(held: Sequence[Held]) -> str:
    """The sources of passages, named."""
    return listed(list(dict.fromkeys(one.source for one in held)))


def midway(written: str) -> str:
    """A figure as it is written within a sentence: one that "About 310" begins has "about 310" there."""
    first = written.partition(" ")[0].casefold()
    begins = {first, first.partition("-")[0]} & (NUMBER_WORDS | FIRST_WORDS | FRACTIONS.keys() | {"a", "an"})
    return written[:1].lower() + written[1:] if begins else written


def does(sources: Sequence[str]) -> str:
    """ "does" or "do", for so many sources."""
    return "does" if len(sources) == 1 else "do"


def place_of(words: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where words stand in `text[start:end]`, whatever their case; null where they do not, or several times."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = list(re.compile(rf"(?<!\w){pattern}(?!\w)", re.I).finditer(text, start, end)) if pattern else []
    return found[0].span() if len(found) == 1 else None


def only(values: Iterable[str]) -> str | None:
    """The value that all of them are; null where there are several, or none."""
    distinct = list(dict.fromkeys(values))
    return distinct[0] if len(distinct) == 1 else None
