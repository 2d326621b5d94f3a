"""YAML 1.2 as records use it: values with their places, and changes that touch only the lines they concern.

Of YAML, mappings, lists and scalars of the core schema are read; anchors, aliases and tags are refused.
"""

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.errors import RecordError

DEEPEST = 40
"""Levels of nesting; records need six."""

WIDTH = 110
"""Column at which long texts go on in the next line."""

NULL = frozenset({"", "~", "null", "Null", "NULL"})
BOOL = {word: word.lower() == "true" for word in ("true", "True", "TRUE", "false", "False", "FALSE")}
INT = re.compile(r"[-+]?[0-9]{1,300}")
ESCAPED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
"""What is written as an escape: control characters, and what some readers take for a line break."""

INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@` ")
AMBIGUOUS = re.compile(r"(?i:yes|no|on|off|true|false|null)|[-+.\d][-+.\d_:eExXobTZ ]*|\.(?i:inf|nan)|<<|=")
"""Text that some reader of YAML takes for a number, a date, a time or a truth value."""

SINGLE_SPACE = re.compile(r"(?<=[^ ]) (?=[^ ])")
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
        value = resolved(event.value) if plain else event.value
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


def resolved(written: str) -> Any:
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


def dump(value: Mapping[str, Any], indent: int = 0) -> str:
    """A mapping as YAML lines, indented; whole numbers without decimals, long texts over several lines."""
    return "".join(f"{line}\n" for line in _mapping(value, indent))


def _mapping(value: Mapping[str, Any], indent: int) -> Iterator[str]:
    for name, item in value.items():
        yield from _entry(" " * indent + _quoted(name) + ":", item, indent)


def _list(items: Sequence[Any], indent: int) -> Iterator[str]:
    for item in items:
        if item and isinstance(item, (Mapping, list, tuple)):
            lines = _mapping(item, indent + 2) if isinstance(item, Mapping) else _list(item, indent + 2)
            yield " " * indent + "- " + next(lines)[indent + 2 :]
            yield from lines
        else:
            yield from _entry(" " * indent + "-", item, indent)


def _entry(head: str, item: Any, indent: int) -> Iterator[str]:
    if item and isinstance(item, Mapping):
        yield head
        yield from _mapping(item, indent + 2)
    elif item and isinstance(item, (list, tuple)):
        yield head
        yield from _list(item, indent)
    else:
        yield from _folded(f"{head} {_scalar(item)}", indent + 2)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, (Mapping, list, tuple)):
        return "{}" if isinstance(value, Mapping) else "[]"
    return json.dumps(value)


def _quoted(text: str) -> str:
    """The text as a scalar that every YAML reader takes for text, in quotes only where it must be."""
    if ESCAPED.search(text):
        quoted = json.dumps(text, ensure_ascii=False)
        return ESCAPED.sub(lambda match: f"\\u{ord(match.group()):04x}", quoted)
    bare = text and text[0] not in INDICATORS and text[-1] not in ": " and ": " not in text and " #" not in text
    if bare and not AMBIGUOUS.fullmatch(text) and text not in NULL:
        return text
    return "'" + text.replace("'", "''") + "'"


def _folded(line: str, indent: int) -> Iterator[str]:
    """A line, broken at single spaces where it is too long; the parts read as one."""
    start = len(line) - len(line.lstrip(" "))
    while len(line) > WIDTH:
        cuts = [match.start() for match in SINGLE_SPACE.finditer(line, start + 1)]
        fits = [cut for cut in cuts if line.find(" ", start) < cut <= WIDTH] or cuts[1:2]
        if not fits:
            break
        yield line[: fits[-1]]
        line, start = " " * indent + line[fits[-1] + 1 :], indent
    yield line
