"""Documents for tests, written as plain lines."""

import re

from factcheck.language.sentences import split
from factcheck.mentioning import Sight, finders
from factcheck.records.document import Block, BlockKind, Document, Sentence
from factcheck.records.mention import AnyMention

_ITEM = re.compile(r"(?:(?P<number>\d+)\.|[-•]) ")
_NOTE = re.compile(r"\[(?P<label>\d+)\] ")


def document(text: str) -> Document:
    """A document of one block a paragraph: "# " begins a heading, "- " or "1. " an item, "[1] " a note.

    Items that follow each other form one list. The marks stay in the text, outside the blocks.
    """
    blocks: list[Block] = []
    lists = 0
    for match in re.finditer(r"[^\n]+", text):
        start, line = match.start(), match.group()
        kind: BlockKind = "paragraph"
        label = None
        number = None
        if line.startswith("# "):
            kind, start = "heading", start + 2
        elif (item := _ITEM.match(line)) is not None:
            lists += not (blocks and blocks[-1].kind == "list-item")
            kind, start, label, number = "list-item", start + item.end(), item["number"], lists
        elif (note := _NOTE.match(line)) is not None:
            kind, start, label = "note", start + note.end(), note["label"]
        blocks.append(Block(kind=kind, start=start, end=match.end(), label=label, list=number))
    sentences = tuple(
        Sentence(start=block.start + start, end=block.start + end, block=number)
        for number, block in enumerate(blocks)
        for start, end in split(text[block.start : block.end])
    )
    return Document(source="test", text=text, blocks=tuple(blocks), sentences=sentences, reader="test/1")


def found(finder: str, text: str) -> tuple[AnyMention, ...]:
    """What one finder sees in a text; only it and the finders that it needs are run."""
    read, known = document(text), {one.id: one for one in finders()}
    seen: dict[str, tuple[AnyMention, ...]] = {}
    for needed in (*known[finder].needs, finder):
        mentions = known[needed].find(Sight(read, dict(seen)))
        seen[needed] = tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))
    return seen[finder]
