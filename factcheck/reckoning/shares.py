"""Shares in running text with the part and the whole that they are plainly said of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.reckoning.changes import COMPARES, NEARLY
from factcheck.reckoning.figures import Figure
from factcheck.records.document import Sentence

_THE = r"(?:(?:the|all|its|their|his|her|our|these|those|some|about|around|nearly|more than|a total of|every) )*"
_WORD = r"[\w’'-]+"
_OF = re.compile(rf"^(?: {_WORD}){{0,3}} (?:of|among|amongst|out of|from among|from) {_THE}(?:{_WORD} ){{0,2}}$")
_OF_W = re.compile(
    rf"^\)? (?:of|among) (?:[a-z]+['’]s )?{_THE}$|^\)? of {_THE}(?:{_WORD} )?[\w-]+['’]s?,? $|"
    rf"^\)? of {_THE}(?:{_WORD} ){{1,4}}of {NEARLY}$"
)
_AFTER = re.compile(
    r"^(?: [\w’'%-]+){0,9}(?: \(|, or |, |: | – | — |, (?:which|that) is |, equal to |"
    r", (?:and )?(?:so )?(?:with )?(?:giving|making)(?: it| them)? |"
    rf"(?:, (?:or |giving |giving it |with )?|: )an? (?:[\w-]+ ){{0,4}}(?:of|at) ){NEARLY}$"
)
_BEFORE = re.compile(rf"^[^.;:()]{{0,50}}(?:: |\(|, with | – | — |, )(?:that is, |or )?{NEARLY}$")
_OR = re.compile(rf"^(?: {_WORD}){{0,4}}(?:, or | \(|, ){NEARLY}$")
OR_FAR = re.compile(rf"^[^.;:()]{{0,60}}?(?:, or | \(){NEARLY}$")
"""What stands between a part and a share that restates it."""
_APPOSED = re.compile(
    rf"^(?:(?: {_WORD}){{0,9}}: |(?: {_WORD}){{0,5}}(?:, (?:or |that is |i\.e\. )?| \(| – | — |, some )){NEARLY}$"
)
CLOSED = re.compile(
    rf"^(?: of (?:them|these|those)(?=[,.;)]))?(?: (?!of\b|{COMPARES}\b)[\w-]+){{0,2}}(?:[,.;)–—]| –| —| in all\b|$)"
)
"""What stands behind a figure that is given again, and no more."""
_OPENED = re.compile(rf"(?:^|[.!?:]\s)(?:Of|Among|Out of) {_THE}$")
_OPENING = re.compile(rf"^(?:Of|Among|Out of) {_THE}$")
IN_BRACKETS = re.compile(rf"^(?: {_WORD}){{0,6}}(?: \(|, or ){NEARLY}$")
"""What stands between a part and its share in brackets."""
_GIVEN_AGAIN = re.compile(
    rf"^[^.:;()]{{0,90}}(?:; ?|, | – |–| — |—|: )(?:that is,? |or |i\.e\.,? |making it |in short,? )?{NEARLY}$"
)
_SAID = re.compile(
    r"^(?:[.;)]|$|,? (?:says?|said|by|according to|in the words of|reckons?|estimates?|notes?|noted|complains?) |"
    r" of (?:them|the total|all|the whole)[.,;)])"
)
_OF_OTHER = re.compile(r"^\)? of (?!(?:the total|the whole|all|them|these|those|that|it)\b ?(?:[.,;:)]|$))")
_OF_POPULATION = re.compile(
    r"^\)? of (?:the|its|their|all|that) (?:[a-z]+ )?(?:population|total|workforce|electorate|vote|votes|people|"
    r"residents|inhabitants|members|staff|money|sum|budget)\b"
)
_COMMA = re.compile(rf"^(?: {_WORD}){{0,6}},? $")
_OF_WHOM = re.compile(rf"^(?: {_WORD}){{0,6}},? of (?:whom|which|them),? {NEARLY}$")
_OF_THEM = re.compile(r" of (?:them|whom|which|these|those)\b")
_OR_SO = re.compile(rf"^[^.;:()]{{0,70}}(?:, or |, that is,? |, which is | – | — | \(){NEARLY}$")
_WHOLE = re.compile(rf"\b(?:of|among|from) {_THE}$")
_OF_WHICH = re.compile(rf"^[^.;:]{{0,60}}, of (?:which|whom) {NEARLY}$")
_IN_BRACKET = re.compile(rf"^[^.;:()]{{0,60}}(?: \(|, or |, ){NEARLY}$")
_BRACKET = re.compile(rf"^(?: of it)? \({NEARLY}$")
_OF_NAMED = re.compile(rf"^ of (?:(?:the|all|its|their|his|her) )?(?:[\w-]+ ){{0,3}}[\w-]+(?:: | \(|, ){NEARLY}$")

_FARTHEST_WHOLE = 0.1
"""How far from a whole its parts may be in all, for the whole to be theirs."""


@dataclass(frozen=True)
class Share:
    """A share as a part of one, at `text[start:end]`."""

    start: int
    end: int
    low: float
    high: float


@dataclass(frozen=True)
class _Place:
    """A share with the figures of its sentence before and behind it, and what stands in between."""

    text: str
    sentence: Sentence
    share: Share
    before: Sequence[Figure]
    behind: Sequence[Figure]

    @property
    def left(self) -> str:
        """What stands between the last figure and the share."""
        return self.text[self.before[-1].end : self.share.start] if self.before else ""

    @property
    def right(self) -> str:
        """What stands between the share and the next figure, or its sentence's end."""
        return self.text[self.share.end : self.behind[0].start if self.behind else self.sentence.end]

    def between(self) -> str:
        """What stands between the last two figures before the share."""
        return self.text[self.before[-2].end : self.before[-1].start] if len(self.before) > 1 else ""


_Pair = tuple[Figure, Figure]


def pairs_of(text: str, sentence: Sentence, share: Share, values: Sequence[Figure]) -> Iterator[_Pair]:
    """The part and the whole that a share is plainly said of, in the ways in which they can stand."""
    before = [item for item in values if item.end <= share.start]
    behind = [item for item in values if item.start >= share.end]
    place = _Place(text, sentence, share, before, behind)
    if behind and _OF_W.match(place.right):
        yield from _of_the_whole(place)
        return
    yield from _of_what_was_said(place)
    if _OF_OTHER.match(place.right):
        if behind[1:] and _OF_NAMED.match(place.right) and is_of(text, behind[0], behind[1]):
            yield behind[0], behind[1]
        return
    yield from _beside(place)


def divided(text: str, shares: Sequence[Share], values: Sequence[Figure]) -> list[tuple[Share, Figure, Figure]]:
    """Shares that make a whole between them, each with its part and the one sum that stands before them all: "the
    £42,000 is met by the parish, 60 per cent (£25,200), and the county, 40 per cent (£16,800)"."""
    if len(shares) < 2 or len(values) != len(shares) + 1 or values[0].end > shares[0].start:
        return []
    if not sum(share.low for share in shares) <= 1 <= sum(share.high for share in shares):
        return []
    whole, *parts = values
    if whole.value <= 0:
        return []
    pairs = list(zip(sorted(shares, key=lambda share: share.start), parts, strict=True))
    if abs(sum(part.value for part in parts) / whole.value - 1) > _FARTHEST_WHOLE:
        return []
    if all(_is_bracketed(text, *pair) and is_part(pair[1], whole) for pair in pairs):
        return [(share, part, whole) for share, part in pairs]
    return []


def _is_bracketed(text: str, share: Share, part: Figure) -> bool:
    if share.start < part.start:
        gap, end = text[share.end : part.start], part.end
    else:
        gap, end = text[part.end : share.start], share.end
    return _BRACKET.match(gap) is not None and text[end : end + 1] == ")"


def _of_the_whole(place: _Place) -> Iterator[_Pair]:
    """ "600, or 40 per cent of the 1,500"; "a third of the 900 staff, or 300,"."""
    if place.before and (OR_FAR.match(place.left) or _OR.match(place.left)):
        yield place.before[-1], place.behind[0]
    if len(place.behind) > 1 and _is_apposed(place.text, place.behind[0], place.behind[1]):
        yield place.behind[1], place.behind[0]


def _of_what_was_said(place: _Place) -> Iterator[_Pair]:
    """ "Of 710,231 people, 20,429, or 2.9% of the population"; "a survey of 1,200 found 420, or 35 per cent"; "24,000
    students, of whom 9,600 (40%)"; "108,000 foreigners, of whom 22% were ill (24,000)"."""
    before, text = place.before, place.text
    if before and place.behind and _OF_WHICH.search(place.left) and _IN_BRACKET.match(place.right):
        yield place.behind[0], before[-1]
    if len(before) < 2:
        return
    part, said = before[-1], OR_FAR.match(place.left) is not None
    larger = [item for item in before[:-1] if is_part(part, item) and item.low > part.high]
    if said and _OF_POPULATION.match(place.right) and len(larger) == 1:
        yield part, larger[0]
    whole = _WHOLE.search(text, max(before[-2].start - 20, place.sentence.start), before[-2].start)
    if said and whole and not _OF.match(place.between()):
        yield part, before[-2]
    if IN_BRACKETS.match(place.left) and _OF_WHICH.search(place.between()):
        yield part, before[-2]


def _beside(place: _Place) -> Iterator[_Pair]:
    """ "731 of the 842 (86.8%)"; "of the 1,500 asked, 600 (40%)"; "turnout was 64 per cent: 320,000 of 500,000"."""
    text, before, behind = place.text, place.before, place.behind
    if len(before) > 1 and is_of(text, before[-2], before[-1]) and _AFTER.match(place.left):
        yield before[-2], before[-1]
    elif len(before) > 1 and is_of(text, before[-1], before[-2]) and _OR_SO.match(place.left):
        yield before[-1], before[-2]
    elif len(before) > 1 and _OPENING.match(text[place.sentence.start : before[0].start]):
        again = len(before) == 2 and _GIVEN_AGAIN.match(place.left) and _SAID.match(place.right)
        if IN_BRACKETS.match(place.left) or again:
            yield before[-1], before[0]
    elif len(behind) > 1 and is_of(text, behind[0], behind[1]) and _BEFORE.match(place.right):
        yield behind[0], behind[1]


def _is_apposed(text: str, whole: Figure, part: Figure) -> bool:
    """Whether a number is given again behind what it is a share of: "of the 900 staff, or 300,"."""
    return bool(_APPOSED.match(text[whole.end : part.start]) and CLOSED.match(text[part.end : part.end + 30]))


def is_of(text: str, part: Figure, whole: Figure) -> bool:
    """Whether one figure is said to be of the other: "61 deaths among 2,314 cases", "900 members, 300 of them new"."""
    if part.low >= whole.high:
        return False
    if part.start < whole.start:
        return _OF.match(text[part.end : whole.start]) is not None
    gap = text[whole.end : part.start]
    if _OF_WHOM.match(gap) or (_COMMA.match(gap) and _OF_THEM.match(text, part.end)):
        return True
    opening = text[max(whole.start - 20, 0) : whole.start]
    return _OPENED.search(opening) is not None and ";" not in text[whole.end : part.start]


def is_part(part: Figure, whole: Figure) -> bool:
    """Whether one figure can be a part of the other."""
    alike = part.is_like(whole) and part.low >= 0 and whole.low > 0
    return alike and part.low <= whole.high and (part.dimension == "count" or part.unit == whole.unit)
