"""YAML 1.2 as records use it: values with their places, and changes that touch only the lines they concern.

Of YAML, mappings, lists and scalars of the core schema are read; anchors, aliases and tags are refused.
"""

import difflib
import io
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from factcheck.errors import RecordError

DEEPEST = 40
"""Levels of nesting; records need six."""

WIDTH = 110
"""Column at which long texts go on in the next line."""

NULL = frozenset({"", "~", "null", "Null", "NULL"})
BOOL = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}
INT = re.compile(r"[-+]?[0-9]{1,300}")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its place: `text[start:end]`, in line `line` (from 1), beginning at column `column` (from 0).

    `value` is what JSON holds. `written` is the text of a scalar that was not quoted. `own_lines` is set
    where the value is in block style. `key_start` and `key_column` tell where a mapping's key stands.
    """

    value: Any
    start: int
    end: int
    line: int
    column: int
    written: str | None = None
    own_lines: bool = False
    fields: dict[str, "Node"] = field(default_factory=dict)
    items: tuple["Node", ...] = ()
    key_start: int = 0
    key_column: int = 0


def parse(text: str, where: str) -> Node:
    """The value of a YAML text; raises RecordError with the line of what cannot be read."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        node = _Composer(text, where, YAML(typ="safe", pure=True).parse(text)).document()
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{where}:{mark.line + 1}" if mark else where
        raise RecordError(f"is not YAML: {error.problem or error.context}", where=place) from error
    except (YAMLError, ValueError) as error:
        raise RecordError(f"is not YAML: {str(error).splitlines()[0]}", where=where) from error
    return node


class _Composer:
    """Builds nodes from the parser's events."""

    def __init__(self, text: str, where: str, events: Iterator[Any]) -> None:
        self.text = text
        self.where = where
        self.events = events

    def document(self) -> Node:
        next(self.events)
        first = next(self.events)
        if type(first).__name__ != "DocumentStartEvent":
            return Node(None, 0, 0, 1, 0)
        node = self.node(next(self.events), 0)
        next(self.events)
        rest = next(self.events)
        if type(rest).__name__ != "StreamEndEvent":
            raise self.refused("holds more than one document", rest)
        return node

    def node(self, event: Any, depth: int) -> Node:
        if type(event).__name__ == "AliasEvent" or event.anchor is not None:
            raise self.refused("anchors and aliases (& and *) are not used in records", event)
        if event.tag is not None:
            raise self.refused(f"the tag {event.tag} is not used in records", event)
        if depth > DEEPEST:
            raise self.refused("is nested too deeply", event)
        match type(event).__name__:
            case "MappingStartEvent":
                return self.mapping(event, depth)
            case "SequenceStartEvent":
                return self.sequence(event, depth)
        return self.scalar(event)

    def scalar(self, event: Any) -> Node:
        plain = event.style is None
        start, end = event.start_mark, event.end_mark.index
        if event.style in ("|", ">"):
            end = start.index + len(self.text[start.index : end].rstrip())
        value = _resolved(event.value) if plain else event.value
        written = event.value if plain else None
        return Node(value, start.index, end, start.line + 1, start.column, written=written)

    def mapping(self, event: Any, depth: int) -> Node:
        fields: dict[str, Node] = {}
        end = event.end_mark.index
        while type(key := next(self.events)).__name__ != "MappingEndEvent":
            if type(key).__name__ != "ScalarEvent":
                raise self.refused("a field's name must be a word", key)
            if key.value in fields:
                raise self.refused(f"the field {key.value!r} is given twice", key)
            node = _with_key(self.node(next(self.events), depth + 1), key)
            fields[key.value] = node
            end = node.end
        value = {name: node.value for name, node in fields.items()}
        return self.collection(event, key, value, end, fields=fields)

    def sequence(self, event: Any, depth: int) -> Node:
        items: list[Node] = []
        end = event.end_mark.index
        while type(item := next(self.events)).__name__ != "SequenceEndEvent":
            items.append(self.node(item, depth + 1))
            end = items[-1].end
        return self.collection(event, item, [node.value for node in items], end, items=tuple(items))

    def collection(self, opening: Any, closing: Any, value: Any, end: int, **parts: Any) -> Node:
        start = opening.start_mark
        end = closing.end_mark.index if opening.flow_style else end
        own = not opening.flow_style
        return Node(value, start.index, end, start.line + 1, start.column, own_lines=own, **parts)

    def refused(self, message: str, event: Any) -> RecordError:
        return RecordError(message, where=f"{self.where}:{event.start_mark.line + 1}")


def _with_key(node: Node, key: Any) -> Node:
    """The node with its key's place; an empty value stands right behind the key's colon."""
    at = key.start_mark
    if node.written == "":
        behind = key.end_mark.index + 1
        node = replace(node, start=behind, end=behind, line=at.line + 1, column=key.end_mark.column + 1)
    return replace(node, key_start=at.index, key_column=at.column)


def _resolved(written: str) -> Any:
    """What an unquoted scalar is in the core schema; dates and everything else stay text."""
    if written in NULL:
        return None
    if written in BOOL:
        return BOOL[written]
    if INT.fullmatch(written):
        return int(written)
    if FLOAT.fullmatch(written):
        number = float(written)
        return number if math.isfinite(number) else written
    return written


@cache
def _dumper() -> Any:
    from ruamel.yaml import YAML

    dumper = YAML(typ="rt", pure=True)
    dumper.width = WIDTH
    dumper.default_flow_style = False
    dumper.allow_unicode = True
    return dumper


def dump(value: Mapping[str, Any], indent: int = 0) -> str:
    """A mapping as YAML lines, indented; numbers without needless decimals."""
    out = io.StringIO()
    _dumper().width = max(WIDTH - indent, 40)
    _dumper().dump(_plain(value), out)
    lines = out.getvalue().splitlines(keepends=True)
    return "".join(" " * indent + line if line.strip() else line for line in lines)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value


def nearest(word: str, among: list[str]) -> str:
    """A hint at a known word like the one given, or nothing."""
    close = difflib.get_close_matches(word, among, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
