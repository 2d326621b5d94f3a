"""What happens in each clause: the happening, who did what to whom, from where, where, how surely."""

from collections.abc import Iterator, Sequence
from typing import cast

from factcheck.finders._nounphrases import Cursor, words_of
from factcheck.finders._reading import SentenceReader
from factcheck.finders._reference import Memory
from factcheck.mentioning import Finder, Sight
from factcheck.records.mention import EventMention, NameMention, TimeMention


def find(sight: Sight) -> Iterator[EventMention]:
    """What happens, clause by clause, in order of the sentences."""
    document = sight.document
    names = cast(Sequence[NameMention], sight.found.get("name", ()))
    times = cast(Sequence[TimeMention], sight.found.get("time", ()))
    name_cursor, time_cursor = Cursor(names), Cursor(times)
    memory = Memory()
    section: str | None = None
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        if block.kind == "furniture":
            continue
        if block.section != section or block.kind in ("heading", "note"):
            memory.forget()
            section = block.section
        words = words_of(document.text, sentence, name_cursor, time_cursor)
        if not words.tokens:
            continue
        memory.enter(sentence.start, dict.fromkeys(name for name in words.names if name is not None))
        yield from SentenceReader(words, memory, FINDER.signature).events()


FINDER = Finder(id="event", version=1, find=find, needs=("time", "name"))
"""Roles are filled with names where the name finder saw one."""
