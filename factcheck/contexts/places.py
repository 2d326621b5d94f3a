"""What stands where in a document: the sentence, the block, the paragraph around an offset."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import TypeVar

from factcheck.checking import Study
from factcheck.records.document import Block, Document, Sentence
from factcheck.records.mention import Mention

M = TypeVar("M", bound=Mention)

_START = attrgetter("start")


def sentence_at(document: Document, offset: int) -> Sentence | None:
    """The sentence that holds the offset (or ends at it), or follows its paragraph's number there; or null."""
    place = bisect_right(document.sentences, offset, key=_START) - 1
    found = document.sentences[place] if place >= 0 else None
    if found is not None and offset <= found.end:
        return found
    following = document.sentences[place + 1] if place + 1 < len(document.sentences) else None
    if following is None or following.start - offset > _LONGEST_NUMBER:
        return None
    number = document.text[offset : following.start]
    return following if number.strip(" .").replace(".", "").isdigit() else None


_LONGEST_NUMBER = 14
"""Letters of the number of a paragraph ("3.12.4 ")."""


def block_around(document: Document, offset: int) -> Block | None:
    """The block that holds the offset (or ends at it), or null."""
    place = bisect_right(document.blocks, offset, key=_START) - 1
    found = document.blocks[place] if place >= 0 else None
    return found if found is not None and offset <= found.end else None


def sentences_of(document: Document, block: Block) -> Iterator[Sentence]:
    """The sentences of a block, in order."""
    place = bisect_right(document.sentences, block.start - 1, key=_START)
    while place < len(document.sentences) and document.sentences[place].start < block.end:
        yield document.sentences[place]
        place += 1


def within(mentions: Iterable[M], start: int, end: int) -> list[M]:
    """The mentions that lie wholly in `text[start:end]`; they must be in order of place."""
    items = mentions if isinstance(mentions, tuple | list) else tuple(mentions)
    place = bisect_right(items, start - 1, key=_START)
    found: list[M] = []
    while place < len(items) and items[place].start < end:
        if items[place].end <= end:
            found.append(items[place])
        place += 1
    return found


def sentences_before(study: Study, number: int, most: int = 2) -> list[Sentence]:
    """The sentences before sentence `number` in its paragraph, nearest first."""
    own = study.document.sentences[number]
    near = study.document.sentences[max(number - most, 0) : number]
    return [sentence for sentence in reversed(near) if sentence.block == own.block]
