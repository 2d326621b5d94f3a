"""Drafts: a manuscript as read, without its citations, and the way back from its text to lines and columns."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from factcheck.checking import Study
from factcheck.gate.citations import Cite, Cited, Library, in_note, locator_within, taken_out
from factcheck.gate.editing import Edited
from factcheck.records.document import Document, Marker
from factcheck.records.gate import Place
from factcheck.records.source import Source

_LINE_END = re.compile(r"\r\n|\r|\n")
_PROPOSAL = re.compile(r"<!--\s*factcheck:?\s+(?:ignore|set[ -]aside)\b[:\s]*+(?P<why>[^<>]{0,200})-->", re.I)
_WORD_LIKE = re.compile(r"\w")


@dataclass(frozen=True)
class Proposal:
    """A writer's comment that proposes to set aside what stands before it (or after it, at the start of a line)."""

    start: int
    end: int
    why: str


class Places:
    """Where the words of a draft stand in its file."""

    def __init__(self, file: str, edited: Edited, characters: str | None) -> None:
        self.file = file
        self._edited = edited
        self._runs = edited.original.runs
        self._starts = [run.start for run in self._runs]
        self._lines = None if characters is None or not self._runs else _line_starts(characters)

    def of(self, start: int, end: int) -> Place:
        """The place of `text[start:end]` of the draft without its citations."""
        words = " ".join(self._edited.document.text[start:end].split())
        first = self._point(self._edited.before(start))
        last = self._point(self._edited.before(max(end - 1, start)))
        return Place(
            file=self.file,
            line=first[0],
            column=first[1],
            end_line=last[0],
            end_column=last[1] + 1,
            exact=words,
        )

    def in_file(self, start: int, end: int) -> tuple[int, int] | None:
        """Where `text[start:end]` of the draft stands among its file's characters; null for a file without lines."""
        if self._lines is None:
            return None
        return self._stretch(self._edited.before(start), self._edited.before(max(end - 1, start)))

    def taken_out(self, offset: int) -> tuple[int, int] | None:
        """Where the citation that was taken out right before an offset of the text stands in its file."""
        edit = self._edited.taken_at(offset)
        if edit is None or self._lines is None:
            return None
        return self._stretch(edit.start, edit.end - 1)

    def _stretch(self, first: int, last: int) -> tuple[int, int]:
        return self._in_file(first), self._in_file(last) + 1

    def offset_of(self, at: int) -> int:
        """The offset in the draft's text of a character of its file, or of the next one that was read."""
        for run in sorted((run for run in self._runs if run.at is not None), key=lambda run: run.at or 0):
            if run.at is not None and at < run.at + run.end - run.start:
                return self._edited.after(run.start + max(at - run.at, 0))
        return len(self._edited.document.text)

    def _point(self, offset: int) -> tuple[int, int]:
        """Line and column of a character of the text as it was read."""
        if self._lines is None:
            return self._paragraph(offset)
        at = self._in_file(offset)
        line = bisect_right(self._lines, at)
        return line, at - self._lines[line - 1] + 1

    def _in_file(self, offset: int) -> int:
        number = max(bisect_right(self._starts, offset) - 1, 0)
        run = self._runs[number]
        if run.at is None:
            near = [one for one in self._runs[number:] if one.at is not None]
            return near[0].at or 0 if near else 0
        return run.at + min(max(offset - run.start, 0), run.end - run.start)

    def _paragraph(self, offset: int) -> tuple[int, int]:
        blocks = self._edited.original.blocks
        number = max(bisect_right(blocks, offset, key=lambda block: block.start) - 1, 0)
        return number + 1, offset - (blocks[number].start if blocks else 0) + 1


def _line_starts(characters: str) -> list[int]:
    return [0, *(match.end() for match in _LINE_END.finditer(characters))]


@dataclass(frozen=True)
class Manuscript:
    """A draft's file as read: its text without citations, these, and where all of it stands."""

    file: str
    source: Source
    cited: Cited
    places: Places
    proposals: tuple[Proposal, ...] = ()

    @property
    def document(self) -> Document:
        """The text to study, without citations."""
        return self.cited.document


def manuscript(file: str, source: Source, document: Document, characters: str | None, library: Library) -> Manuscript:
    """A file as read, made ready to be studied; `characters` are its decoded characters, where it has lines."""
    cited = taken_out(document, library)
    places = Places(file, cited.edited, characters)
    return Manuscript(file, source, cited, places, tuple(_proposals(characters or "", places, cited.document)))


def _proposals(characters: str, places: Places, document: Document) -> Iterator[Proposal]:
    """The sentences that comments in the file propose to set aside."""
    for match in _PROPOSAL.finditer(characters):
        line = characters[characters.rfind("\n", 0, match.start()) + 1 : match.start()]
        at = places.offset_of(match.end()) if not _WORD_LIKE.search(line) else places.offset_of(match.start()) - 1
        ahead = not _WORD_LIKE.search(line)
        held = [one for one in document.sentences if (one.end > at if ahead else one.start <= at)]
        if held:
            sentence = held[0] if ahead else held[-1]
            yield Proposal(sentence.start, sentence.end, match["why"].strip())


@dataclass(frozen=True)
class Draft:
    """A manuscript with all that was found in it."""

    manuscript: Manuscript
    study: Study

    @property
    def file(self) -> str:
        """The file's name, as it was given."""
        return self.manuscript.file

    @property
    def text(self) -> str:
        """The canonical text without citations."""
        return self.study.document.text

    @cached_property
    def cites(self) -> tuple[Cite, ...]:
        """All citations in order of place: those of the text, and those of notes at their markers."""
        noted = [cite for marker in self.study.document.markers for cite in self._of_marker(marker)]
        plain = [cite for cite in self.manuscript.cited.cites if cite.note is None]
        return tuple(sorted((*plain, *noted), key=lambda cite: cite.at))

    def _of_marker(self, marker: Marker) -> Iterator[Cite]:
        document = self.study.document
        if marker.note is None:
            yield Cite(marker.at, f"[^{marker.label}]", key=f"note {marker.label}", note=marker.label)
            return
        block = document.blocks[marker.note]
        cites = self.manuscript.cited.cites
        marked = [one for one in cites if one.note is not None and block.start <= one.at <= block.end]
        linked = in_note(document, block.start, block.end)
        named = [one for one in self.study.citations.citations if block.start <= one.start < block.end]
        ends = [*(one.start for one in named[1:]), block.end][: len(named)]
        works = [
            Cite(0, self.text[one.start : one.end], work=one.work, locator=locator_within(self.text[one.start : end]))
            for one, end in zip(named, ends, strict=True)
            if not marked and all(cite.only_if_known for cite in linked)
        ]
        for cite in (*marked, *linked, *works):
            yield replace(cite, at=marker.at, note=block.label or "")
