"""What a text has spoken of so far: the times in the section, and the document's own date."""

import re
from collections import deque
from dataclasses import dataclass, field
from datetime import date, timedelta

from factcheck.finders._pieces import Piece
from factcheck.language.calendar import GRANULARITIES, Span, day_span, month_span
from factcheck.language.verbs import FORMS

_FUTURE = re.compile(
    r"\b(?:will|shall|due|scheduled|upcoming|set to|(?:is|are) expected|to be held|"
    r"hopes? (?:to|that|we|they|it|he|she))\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|did|[a-z]{3,}ed|began|grew|fell|rose|became|went|made|saw|took|came|led|held)\b")
_SCHEDULED = re.compile(r"\b(?:planned|scheduled|expected|billed|booked|fixed|due|set|to be)\b", re.IGNORECASE)
_CUT = re.compile(
    r"[,;:()“”\"—]|\b(?:and|but|or|who|which|that|when|where|after|before|while|as|if|because|since|until|said)\b",
    re.IGNORECASE,
)
"""Where the clause of a time begins or ends."""
_CLAUSE = 160
"""Letters before and after a time in which its verb is looked for."""
_VERBS = re.compile(r"(?P<be>\b(?:be|being) )?\b(?P<verb>[a-z]{2,})\b")
_MOST_HEARD = 200
"""Times of a section that are remembered."""
_NEAR = 2
"""Blocks back within which a month without its year is read as going on from the last date."""


@dataclass
class Speaking:
    """The state of reading: `publication` is the document's date, `heard` the section's times, oldest first."""

    publication: Span | None
    block: int = -1
    section: str | None = None
    heard: deque[tuple[Piece, int, int]] = field(default_factory=lambda: deque(maxlen=_MOST_HEARD))
    """Piece, number of its block, start of its sentence."""
    sentence: tuple[int, int] = (0, 0)
    seen: dict[str, bool] = field(default_factory=dict)
    """What the sentence was already searched for."""

    def enter(self, block: int, section: str | None, *, apart: bool) -> None:
        """Go on to a block; another section, or a block that stands apart (a note), forgets what was heard."""
        if apart or section != self.section:
            self.heard.clear()
        self.block, self.section = block, section

    def begin(self, start: int, end: int) -> None:
        """Go on to a sentence."""
        self.sentence = (start, end)
        self.seen.clear()

    def hear(self, piece: Piece) -> None:
        """Remember a time that was worked out."""
        if piece.span is not None and piece.span.start is not None and piece.resolved != "unresolved":
            self.heard.append((piece, self.block, self.sentence[0]))

    @property
    def last(self) -> Piece | None:
        """The time last spoken of in the section."""
        return self.heard[-1][0] if self.heard else None

    def last_within(self, unit: str) -> Piece | None:
        """The last time that is no coarser than the unit, and so lies within one of them."""
        for piece, _, _ in reversed(self.heard):
            if piece.span and piece.span.start and finer_or_equal(piece.granularity, unit) and not _long(piece, unit):
                return piece
        return None

    def day_of_publication(self) -> date | None:
        """The document's day, where it is known to the day."""
        span = self.publication
        if span and span.start and span.end and (span.end - span.start).days == 1:
            return span.start
        return None

    def is_ahead(self, text: str) -> bool:
        """Whether the sentence speaks of what is to come."""
        return self._holds("future", _FUTURE, text)

    def is_past(self, text: str) -> bool:
        """Whether the sentence has a verb in the past."""
        return self._holds("past", _PAST, text)

    def looks_ahead(self, text: str, start: int, end: int) -> bool:
        """Whether a time stands with a verb that looks ahead; where its own clause does not say, as its sentence does.

        "He was freed on Friday and will stand trial": Friday is past.
        """
        if not self.is_ahead(text):
            return False
        before = _CUT.split(text[max(self.sentence[0], start - _CLAUSE) : start])[-1]
        after = _CUT.split(text[end : min(self.sentence[1], end + _CLAUSE)])[0]
        for words in (before, after):
            if _FUTURE.search(words) or _SCHEDULED.search(words):
                return True
            if any(_is_past(found) for found in _VERBS.finditer(words)):
                return False
        return True

    def _holds(self, name: str, pattern: re.Pattern[str], text: str) -> bool:
        if name not in self.seen:
            self.seen[name] = pattern.search(text, *self.sentence) is not None
        return self.seen[name]


def _is_past(match: re.Match[str]) -> bool:
    """Whether a word is a verb in the past, not one of what is to be done."""
    return not match["be"] and (match["verb"] in _WERE or FORMS.get(match["verb"], ("",))[0] in _PASTS)


_WERE = frozenset({"was", "were", "had", "did"})
_PASTS = frozenset({"past", "ed", "participle"})
_SOON = 184
"""Days within which a month or day without a year goes on from the one before it."""
_FRESH = 31
"""Days before the document's date within which a day without a year is its own news."""


def finer_or_equal(granularity: str, unit: str) -> bool:
    """Whether one granularity is no coarser than another."""
    return (
        granularity in GRANULARITIES
        and unit in GRANULARITIES
        and GRANULARITIES.index(granularity) <= GRANULARITIES.index(unit)
    )


_DAYS = {"day": 1, "week": 7, "month": 31, "season": 92, "quarter": 92, "year": 366, "decade": 3653, "century": 36525}


def _long(piece: Piece, unit: str) -> bool:
    span = piece.span
    if span is None or span.start is None or span.end is None:
        return False
    return (span.end - span.start).days > _DAYS.get(unit, 0)


def yearless(
    speaking: Speaking, month: int, day: int | None, text: str, *, ahead: bool = False
) -> tuple[Span | None, str, str | None]:
    """A month, or a day of it, without its year: the interval, what it was resolved from, and relative to what.

    It goes on from the last month or day spoken of nearby, unless that would lie after the document's
    date; otherwise it is the last such month before the document's date, or the next where the sentence
    looks ahead.
    """
    near = None if ahead or speaking.is_ahead(text) or _is_news(speaking, month, day) else _near(speaking)
    if near is not None and near.span is not None and near.span.start is not None:
        span = _first_at_or_after(near.span.start, month, day)
        published = speaking.publication.end if speaking.publication else None
        soon = span and span.start and (span.start - near.span.start).days <= _SOON
        if span and span.start and (published is None or (soon and span.start < published)):
            return span, "text", near.span.start.isoformat()
    if speaking.publication is None or speaking.publication.start is None or speaking.publication.end is None:
        return None, "unresolved", None
    return (
        _from_publication(speaking, month, day, ahead or speaking.is_ahead(text)),
        "publication",
        speaking.publication.start.isoformat(),
    )


def _is_news(speaking: Speaking, month: int, day: int | None) -> bool:
    """Whether the last such day before the document's date is so fresh that it needs no year."""
    today = speaking.day_of_publication()
    span = _of(today.year, month, day) if today else None
    return (
        day is not None
        and today is not None
        and span is not None
        and span.start is not None
        and 0 <= (today - span.start).days <= _FRESH
    )


def _near(speaking: Speaking) -> Piece | None:
    for piece, block, _ in reversed(speaking.heard):
        if speaking.block - block > _NEAR:
            return None
        if (
            finer_or_equal(piece.granularity, "month")
            and piece.kind in ("date", "yearless", "relative", "offset")
            and not _long(piece, "month")
        ):
            return piece
    return None


def _of(year: int, month: int, day: int | None) -> Span | None:
    return month_span(year, month) if day is None else day_span(year, month, day)


def _first_at_or_after(start: date, month: int, day: int | None) -> Span | None:
    first = start.replace(day=1)
    for year in range(start.year, start.year + 9):
        span = _of(year, month, day)
        if span and span.start and span.start >= first:
            return span
    return None


def _from_publication(speaking: Speaking, month: int, day: int | None, ahead: bool) -> Span | None:
    publication = speaking.publication
    assert publication is not None and publication.start is not None and publication.end is not None
    past = [_of(year, month, day) for year in range(publication.start.year, max(publication.start.year - 9, 0), -1)]
    before = next((span for span in past if span and span.start and span.start < publication.end), None)
    if not ahead:
        return before
    coming = [_of(year, month, day) for year in range(publication.start.year, min(publication.start.year + 9, 9999))]
    after = next((span for span in coming if span and span.end and span.end > publication.start), None)
    if before and after and before.start and after.start:
        return after if after.start - publication.end < timedelta(300) else before
    return after or before
