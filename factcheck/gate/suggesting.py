"""Suggestions: what a writer could put into a draft so that a source bears it out. They are read, never applied.

Only what a source says is suggested: the exact words of a quotation and who said them, the figure or the date with its
window, a post, a place in a row, and the citation of what bears the sentence out. Where several things could be
meant, nothing is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.gate.answers import Answer, Held, first
from factcheck.gate.carrying import cited_as
from factcheck.gate.facts import Suggestion
from factcheck.gate.inventory import Thing
from factcheck.gate.judging import Judged, Statement
from factcheck.gate.references import PRIMARY, Named, References
from factcheck.records.gate import Place
from factcheck.records.mention import QuotationMention, TimeMention

OTHER_SOURCE = "What is right stands in another source than the one that is cited."

_MARKS = "“”\"„«»‘’'"
_LAST = re.compile(r"(?<![.!?…])[.!?…]+$")
_SMALL = re.compile(r"(?:from|between|in|since|by|during|until|over|before|after|at|on|as|the|this|that)\b", re.I)
"""Words with which a time may begin, and which are not written great within a sentence."""


def suggested(judged: Judged, statement: Statement, characters: str | None) -> Iterator[Suggestion]:
    """What is suggested for a statement of a draft; `characters` are its file's, null for one without lines."""
    return _Suggesting(judged, statement, characters).all(judged.references)


class _Suggesting:
    """Suggests for one statement."""

    def __init__(self, judged: Judged, statement: Statement, characters: str | None) -> None:
        self.places = judged.draft.manuscript.places
        self.text = judged.draft.text
        self.statement = statement
        self.characters = characters

    def all(self, references: References) -> Iterator[Suggestion]:
        for thing, answer in self.statement.answers.items():
            if answer.support != "supported":
                yield from self._words(thing, answer)
        yield from self._citation(references)

    # Words

    def _words(self, thing: Thing, answer: Answer) -> Iterator[Suggestion]:
        start, end = thing.mention.start, thing.mention.end
        if answer.place and answer.instead:
            yield self._put(*answer.place, answer.instead, answer.why)
            return
        if isinstance(thing.mention, QuotationMention):
            if answer.instead:
                yield from self._quotation(start, end, answer)
            return
        period = self._period(thing)
        if answer.instead:
            begins = start == thing.passage.start and thing.kind == "figure"
            new = answer.instead[:1].upper() + answer.instead[1:] if begins else answer.instead
            yield self._put(start, end, new, answer.why)
        elif answer.window and period:
            yield self._put(*period, _cased(answer.window, self.text[period[0]]), answer.why)
        if (window := self._window(thing, answer)) and not (period and not answer.instead):
            at = self._closing(thing)
            yield self._put(at, at, f" ({window})", answer.why)

    def _closing(self, thing: Thing) -> int:
        """Where the clause of a thing ends, before its full stop or comma."""
        end = thing.end
        while end > thing.mention.end and self.text[end - 1] in ".,;:!? ":
            end -= 1
        return end

    def _quotation(self, start: int, end: int, answer: Answer) -> Iterator[Suggestion]:
        """The words between the marks; a comma or full stop that closes them there stays."""
        assert answer.instead
        while start < end and self.text[start] in _MARKS:
            start += 1
        while end > start and (self.text[end - 1] in _MARKS or self.text[end - 1] in ",.;"):
            end -= 1
        new = answer.instead.strip(f"{_MARKS} ").rstrip(",.;")
        if new != " ".join(self.text[start:end].split()):
            yield self._put(start, end, new, answer.why)

    def _window(self, thing: Thing, answer: Answer) -> str | None:
        """The time of a figure, where the sentence gives none."""
        if answer.window is None or thing.kind != "figure":
            return None
        timed = [one for one in thing.passage.mentions("time") if one is not thing.mention]
        return None if timed and answer.support != "later-figure" else _cased(answer.window, "a")

    def _period(self, thing: Thing) -> tuple[int, int] | None:
        """Where the sentence gives the period of a figure."""
        times = [one for one in thing.passage.mentions("time") if isinstance(one, TimeMention)]
        own = [one for one in times if thing.claim is not None and one.timespan == thing.claim.timespan]
        return (own[0].start, own[0].end) if len(own) == 1 else None

    # Citations

    def _citation(self, references: References) -> Iterator[Suggestion]:
        judgement, own = self.statement.citation, references.of(self.statement.passage)
        bearing = _bearing(self.statement)
        corrected = any(answer.instead for answer in self.statement.answers.values())
        other = corrected and not {held.source for held in bearing} <= {one.source for one in own}
        if judgement.answer == "missing" and bearing:
            yield self._behind(f" [{_joined(map(cited_as, bearing))}]", judgement.why)
        elif judgement.answer == "wrong" and {held.source for held in bearing} <= {one.source for one in own}:
            return
        elif (judgement.answer in ("wrong", "unknown", "page-wrong") or (own and other)) and bearing:
            yield from self._other(own, bearing, judgement.why or OTHER_SOURCE)

    def _behind(self, new: str, why: str) -> Suggestion:
        """A citation behind the sentence, before its full stop; behind it where it ends in quoted words."""
        passage = self.statement.passage
        last = _LAST.search(self.text, passage.start, passage.end)
        at = last.start() if last else passage.end
        return self._put(at, at, new, why)

    def _other(self, own: Sequence[Named], bearing: Sequence[Held], why: str) -> Iterator[Suggestion]:
        """Other sources in the sentence's only citation, those first that it names already."""
        written = {one.cite.written for one in own}
        if len(written) != 1 or any(one.cite.note is not None or one.cite.named for one in own):
            return
        kept = {one.source for one in own}
        cites = [cited_as(held) for held in sorted(bearing, key=lambda one: one.source not in kept)]
        old, new = written.pop(), f"[{_joined(cites)}]"
        if old == new:
            return
        place = self.places.of(max(own[0].at - 1, self.statement.passage.start), own[0].at)
        yield _suggestion(place, old, new, why, self._cut(own[0].at, old))

    def _cut(self, at: int, written: str) -> tuple[int, int] | None:
        stretch = self.places.taken_out(at)
        if stretch is None or self.characters is None:
            return None
        start = self.characters.find(written, stretch[0], stretch[1])
        return (start, start + len(written)) if start >= 0 else None

    # Places

    def _put(self, start: int, end: int, new: str, why: str) -> Suggestion:
        place = self.places.of(start, max(end, start + 1)) if start < len(self.text) else self.places.of(start - 1, end)
        old = " ".join(self.text[start:end].split())
        return _suggestion(place, old, new, why, self._span(start, end))

    def _span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where words stand in the file; null where something else stands there between them."""
        if self.characters is None:
            return None
        if start == end:
            before = self._span(start - 1, start)
            return (before[1], before[1]) if before else None
        there = self.places.in_file(start, end)
        same = there and self.characters[slice(*there)].split() == self.text[start:end].split()
        return there if same else None


def _suggestion(place: Place, old: str, new: str, why: str, span: tuple[int, int] | None) -> Suggestion:
    return Suggestion(file=place.file, line=place.line, column=place.column, old=old, new=new, why=why, span=span)


def _bearing(statement: Statement) -> list[Held]:
    """A passage of each source that is needed to bear all of a sentence out, or says what would be right."""
    found: dict[str, Held] = {}
    if not statement.answers:
        return list(statement.answer.for_it[:1])
    wanted = {thing: one for thing, one in statement.answers.items() if thing.kind in PRIMARY} or statement.answers
    choices = [
        one.against if one.instead or (one.window and one.support == "different-basis") else one.for_it
        for one in wanted.values()
    ]
    for held in sorted(choices, key=len):
        sources = [one.source for one in held]
        if sources and not found.keys() & set(sources):
            common = max(sources, key=[one.source for other in choices for one in first(other)].count)
            found[common] = next(one for one in held if one.source == common)
    return list(found.values())


def _joined(citations: Iterable[str]) -> str:
    return "; ".join(one.strip("[]") for one in citations)


def _cased(window: str, like: str) -> str:
    """A time with its first letter small or great as another one: "From 2001 to 2021", "from 2001 to 2021"."""
    if not _SMALL.match(window):
        return window
    return (window[0].upper() if like.isupper() else window[0].lower()) + window[1:]
