"""What happens in each clause: the happening, who did what to whom, from where, where, how surely."""

from collections.abc import Iterator, Sequence
from typing import cast

from factcheck.finders._nominal import action, ordinal_of
from factcheck.finders._nounphrases import Cursor, Words, phrases, words_of
from factcheck.finders._reading import SentenceReader
from factcheck.finders._reference import Memory
from factcheck.mentioning import Finder, Sight
from factcheck.records.document import Block, Document
from factcheck.records.mention import EventMention, NameMention, TimeMention


def find(sight: Sight) -> Iterator[EventMention]:
    """What happens, clause by clause; a list whose heading names a happening tells of one in each item."""
    document = sight.document
    names: Cursor[NameMention] = Cursor(cast(Sequence[NameMention], sight.found.get("name", ())))
    times: Cursor[TimeMention] = Cursor(cast(Sequence[TimeMention], sight.found.get("time", ())))
    telling = _Telling(document)
    for number, sentence in enumerate(document.sentences):
        block = document.blocks[sentence.block]
        if block.kind == "furniture":
            continue
        words = words_of(document.text, sentence, names, times)
        if words.tokens:
            begins = number == 0 or document.sentences[number - 1].block != sentence.block
            yield from telling.sentence(block, words, begins=begins)


class _Telling:
    """What carries on from one sentence to the next: the names told of, and what the last heading announced."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.memory = Memory()
        self.section: str | None = None
        self.announced: EventMention | None = None
        self.block: Block | None = None
        self.announces = False
        """Whether the block that is read is a heading or ends with a colon."""

    def sentence(self, block: Block, words: Words, *, begins: bool) -> Iterator[EventMention]:
        """What happens in a sentence of a block, which may be the block's first."""
        if block is not self.block:
            self.block = block
            ends = self.text[block.start : block.end].rstrip().endswith(":")
            self.announces = ends or block.kind in ("heading", "title")
        if block.section != self.section or block.kind in ("heading", "note"):
            self.memory.forget()
            self.section = block.section
        self.memory.enter(words.start, words.mentioned)
        listed = self.announced if block.list is not None and block.kind == "list-item" else None
        actor = listed.agent if listed is not None and begins else ()
        reader = SentenceReader(words, self.memory, FINDER.signature, actor)
        found = list(reader.events())
        if listed is not None and begins:
            yield _item(listed, block, words)
        yield from found
        if self.announces:
            self.announced = reader.heading()
        elif block.kind == "paragraph":
            self.announced = None


def _item(heading: EventMention, block: Block, words: Words) -> EventMention:
    """The happening that a heading announces, as one item of its list tells it."""
    same = (phrase for phrase in phrases(words, 0, len(words.tokens)) if action(words, phrase) == heading.concept)
    ordinals = (ordinal_of(words, phrase) for phrase in same)
    ordinal = next((number for number in ordinals if number is not None), None)
    return heading.but(start=block.start, end=block.end, ordinal=ordinal)


FINDER = Finder(id="event", version=7, find=find, needs=("time", "name"))
"""Roles are filled with names where the name finder saw one."""
