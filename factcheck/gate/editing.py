"""A document with some of its words taken out or replaced, so that citations in the text do not disturb the finders."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.building import WHOLE
from factcheck.language.sentences import split
from factcheck.records.document import Block, Document, Sentence


@dataclass(frozen=True, slots=True)
class Edit:
    """The words `text[start:end]` give way to others; empty takes them out."""

    start: int
    end: int
    instead: str = ""


class Edited:
    """A document after edits, which must be in order, apart from each other, and each inside one block.

    `document` has no runs; `before` leads from its offsets back to those of the document as it was read.
    """

    def __init__(self, original: Document, edits: Sequence[Edit]) -> None:
        self.original = original
        self._edits = edits
        self._starts: list[int] = []
        """Where each edit's words begin in the new text."""
        parts: list[str] = []
        done = length = 0
        for edit in edits:
            parts += (original.text[done : edit.start], edit.instead)
            length += edit.start - done
            self._starts.append(length)
            length += len(edit.instead)
            done = edit.end
        parts.append(original.text[done:])
        self.document = self._rebuilt("".join(parts)) if edits else original.but(runs=())

    def before(self, offset: int) -> int:
        """The offset in the document as it was read; of words that were put in, where they stand."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0:
            return offset
        edit, start = self._edits[place], self._starts[place]
        if offset < start + len(edit.instead):
            return edit.start
        return edit.end + offset - start - len(edit.instead)

    def after(self, offset: int) -> int:
        """The offset in the new document; of words that were taken out, where they stood."""
        place = bisect_right(self._edits, offset, key=lambda edit: edit.start) - 1
        if place < 0:
            return offset
        edit, start = self._edits[place], self._starts[place]
        if offset < edit.end:
            return start
        return start + len(edit.instead) + offset - edit.end

    def taken_at(self, offset: int) -> Edit | None:
        """The edit that was made right before an offset of the new document."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or self._starts[place] + len(self._edits[place].instead) != offset:
            return None
        return self._edits[place]

    def _rebuilt(self, text: str) -> Document:
        original = self.original
        blocks = tuple(
            block.but(start=self.after(block.start), end=self._end(block.end)) if self._moved(block) else block
            for block in original.blocks
        )
        return original.but(
            text=text,
            blocks=blocks,
            sentences=self._sentences(text, blocks),
            markers=tuple(marker.but(at=self._end(marker.at)) for marker in original.markers),
            links=tuple(link.but(start=self.after(link.start), end=self._end(link.end)) for link in original.links),
            runs=(),
        )

    def _end(self, offset: int) -> int:
        """An end in the new document: behind what stands instead of words that end there."""
        place = bisect_right(self._edits, offset, key=lambda edit: edit.end) - 1
        if place >= 0 and self._edits[place].end == offset:
            return self._starts[place] + len(self._edits[place].instead)
        return self.after(offset)

    def _moved(self, block: Block) -> bool:
        return bool(self._edits) and self._edits[0].start < block.end

    def _sentences(self, text: str, blocks: Sequence[Block]) -> tuple[Sentence, ...]:
        """The sentences, parted anew in blocks that were edited."""
        found: list[Sentence] = []
        edited = {number for number, block in enumerate(self.original.blocks) if self._holds_edit(block)}
        for sentence in self.original.sentences:
            if sentence.block not in edited:
                start, end = self.after(sentence.start), self._end(sentence.end)
                found.append(Sentence(start=start, end=end, block=sentence.block))
        for number in edited:
            block = blocks[number]
            words = text[block.start : block.end]
            parts = ([(0, len(words))] if words else []) if block.kind in WHOLE else split(words)
            if block.kind != "furniture":
                found += (Sentence(start=block.start + a, end=block.start + b, block=number) for a, b in parts)
        return tuple(sorted(found, key=lambda sentence: sentence.start))

    def _holds_edit(self, block: Block) -> bool:
        place = bisect_right(self._edits, block.start - 1, key=lambda edit: edit.start)
        return place < len(self._edits) and self._edits[place].start < block.end
