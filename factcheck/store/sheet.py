"""A claims file cut into the lines of each record, so that a change costs what the record costs, not the file."""

import re
from dataclasses import dataclass, replace

from factcheck.errors import RecordError
from factcheck.store import splice
from factcheck.store.yamltext import Node, parse

_OPENING = re.compile(
    r"^claims:[ \t]*+(?:#[^\n]*+\n|\r?\n)(?:[ \t]*+(?:#[^\n]*+\n|\r?\n))*+(?P<item>(?P<indent> *)- )", re.MULTILINE
)


@dataclass(frozen=True)
class Sheet:
    """`head` goes to the first record; each of `parts` from its record's dash to the next one's."""

    head: str
    parts: tuple[str, ...]
    indent: int

    @property
    def text(self) -> str:
        """The file's text."""
        return self.head + "".join(self.parts)

    def with_part(self, place: int, part: str) -> "Sheet":
        """The sheet with one part changed."""
        return replace(self, parts=(*self.parts[:place], part, *self.parts[place + 1 :]))

    def with_more(self, part: str) -> "Sheet":
        """The sheet with one more record behind the last, before the comments that end the file."""
        last = self.parts[-1]
        end = len(last) - _remarks(last, self.indent)
        return replace(self, parts=(*self.parts[:-1], splice.ended(last[:end]), part + last[end:]))


def cut(text: str) -> Sheet | None:
    """The text cut up; null where its records do not stand as lists are written, a dash on each one's first line."""
    opening = _OPENING.search(text)
    if opening is None:
        return None
    starts = [
        match.start() for match in re.finditer(rf"^{opening['indent']}- ", text[opening.start("item") :], re.MULTILINE)
    ]
    at = opening.start("item")
    ends = [*starts[1:], len(text) - at]
    parts = tuple(text[at + start : at + end] for start, end in zip(starts, ends, strict=True))
    return Sheet(text[:at], parts, len(opening["indent"]))


def _remarks(part: str, indent: int) -> int:
    """The length of the blank lines, and of the comments no further in than the dash, that end a part."""
    size = 0
    for line in reversed(part.split("\n")[1:]):
        inside = len(line) - len(line.lstrip(" "))
        if line.strip() and (inside > indent or line[inside] != "#"):
            break
        size += len(line) + 1
    return max(size - 1, 0)


def item_of(part: str, where: str) -> Node:
    """The record of a part; raises RecordError where the part is not one whole record."""
    node = parse(part, where)
    if len(node.items) != 1 or not node.own_lines:
        raise RecordError("is not one record", where=where)
    return node.items[0]
