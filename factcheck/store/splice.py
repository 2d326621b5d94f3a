"""Changing a record in a YAML text: only the lines of what changed are written again."""

from collections.abc import Mapping
from typing import Any

from factcheck.errors import RecordError
from factcheck.store.yamltext import Node, dump

Change = tuple[int, int, str]
"""Put a text in place of `text[start:end]`."""


def changed(text: str, node: Node, old: Mapping[str, Any], new: Mapping[str, Any], slim: Mapping[str, Any]) -> str:
    """The text with the mapping at `node` changed from `old` to `new`.

    `old` and `new` hold every field, `slim` the fields of `new` that are worth writing. What did not change
    keeps its lines, and so do comments between the fields.
    """
    return applied(text, _changes(text, node, old, new, slim))


def begun(text: str, items: Node, slim: Mapping[str, Any]) -> str:
    """The text with a first mapping in the empty list at `items`."""
    end = line_end(text, items.end)
    comment = text[items.end : end].strip()
    head = text[: items.start].rstrip(" ") + (f"  {comment}" if comment else "") + newline_of(text)
    return head + item(slim, 2, newline_of(text)) + text[end:]


def applied(text: str, changes: list[Change]) -> str:
    """The text with all changes made; they do not overlap."""
    for start, end, new in sorted(changes, key=lambda change: change[:2], reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _changes(
    text: str, node: Node, old: Mapping[str, Any], new: Mapping[str, Any], slim: Mapping[str, Any]
) -> list[Change]:
    if not node.own_lines:
        raise _crowded(node)
    changes: list[Change] = []
    place, column, first = 0, node.column, True
    order = list(new)
    for name in sorted(node.fields, key=lambda name: node.fields[name].key_start):
        field = node.fields[name]
        if old.get(name) != new.get(name):
            changes += _field_changes(text, name, field, old, new, slim, first)
        first = False
    for number, name in enumerate(order):
        if name in node.fields or name not in slim or old.get(name) == new.get(name):
            continue
        before = [node.fields[other] for other in order[:number] if other in node.fields]
        place = line_end(text, max(before, key=lambda field: field.end).end if before else node.end)
        chunk = _in_newlines(dump({name: slim[name]}, column), newline_of(text))
        changes.append((place, place, ("" if _ends_line(text, place) else newline_of(text)) + chunk))
    return _joined(changes)


def _field_changes(
    text: str,
    name: str,
    field: Node,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    slim: Mapping[str, Any],
    first: bool,
) -> list[Change]:
    start, end = _line_start(text, field.key_start), line_end(text, field.end)
    if name not in slim:
        if first:
            raise RecordError(f"the field {name!r} opens its record and cannot be left out; move it below another")
        return [(start, end, "")]
    both = old.get(name), new.get(name)
    if field.fields and field.own_lines and isinstance(both[0], Mapping) and isinstance(both[1], Mapping):
        kept = set(slim[name]) | (set(both[0]) - set(both[1]))
        if next(iter(field.fields)) in kept:
            return _changes(text, field, both[0], both[1], slim[name])
    prefix = text[start : field.key_start]
    chunk = prefix + dump({name: slim[name]}, field.key_column)[field.key_column :]
    comment = text[field.end : end].strip()
    if comment.startswith("#"):
        lines = chunk.splitlines()
        if len(lines) == 1:
            chunk = f"{lines[0]}  {comment}\n"
        elif not prefix.strip():
            chunk = f"{prefix}{comment}\n{chunk}"
    return [(start, end, _in_newlines(chunk, newline_of(text)))]


def _joined(changes: list[Change]) -> list[Change]:
    """The changes with insertions at one place made one, in their order."""
    joined: list[Change] = []
    inserted: dict[int, str] = {}
    for start, end, new in changes:
        if start == end:
            inserted[start] = inserted.get(start, "") + new
        else:
            joined.append((start, end, new))
    return joined + [(place, place, new) for place, new in inserted.items()]


def item(slim: Mapping[str, Any], indent: int, newline: str) -> str:
    """A mapping as an item of a list whose dashes stand at `indent`."""
    lines = dump(slim, indent + 2)
    return _in_newlines(" " * indent + "- " + lines[indent + 2 :], newline)


def newline_of(text: str) -> str:
    """The line break that a text uses."""
    return "\r\n" if "\r\n" in text else "\n"


def _in_newlines(chunk: str, newline: str) -> str:
    return chunk if newline == "\n" else chunk.replace("\n", newline)


def ended(text: str) -> str:
    """The text with its last line ended."""
    return text if not text or text.endswith("\n") else text + newline_of(text)


def _ends_line(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] == "\n"


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, its line break included."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def _crowded(node: Node) -> RecordError:
    return RecordError(f"line {node.line}: give each record and list lines of its own (no {{}} and []) to change it")
