"""The YAML that this program writes, read some twenty times faster than by a full parser.

Whatever is not surely of that simple kind is left to the full parser.
"""

import json
import re
from typing import Any

from factcheck.store.yamltext import DEEPEST, INDICATORS, resolved

_LINE = re.compile(r"( *)(.*?)\r?")
_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?: +(.*))?")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_FOREIGN = re.compile("[^\n\r -\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f\u2028\u2029]")
"""What a full parser refuses, or takes for a line break."""

Line = tuple[int, str, bool]
"""Indent, content, and whether a blank line or a comment goes before it."""


class _NotSimpleError(Exception):
    pass


def quick(text: str) -> Any:
    """The value of a simple text; null where it takes the full parser to tell."""
    if _FOREIGN.search(text):
        return None
    try:
        return _Reading(_lines(text)).whole()
    except (_NotSimpleError, ValueError):
        return None


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    gap = False
    for line in text.split("\n"):
        match = _LINE.fullmatch(line)
        if match is None or match[2].startswith(("---", "...")):
            raise _NotSimpleError
        if match[2].strip(" ") and not match[2].startswith("#"):
            lines.append((len(match[1]), match[2], gap))
            gap = False
        else:
            gap = True
    return lines


class _Reading:
    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.at = 0

    def whole(self) -> Any:
        if not self.lines:
            raise _NotSimpleError
        value = self.block(self.lines[0][0], 0)
        if self.at < len(self.lines):
            raise _NotSimpleError
        return value

    def block(self, indent: int, depth: int) -> Any:
        """A mapping or a list whose lines begin at `indent`."""
        if depth > DEEPEST:
            raise _NotSimpleError
        return self.list(indent, depth) if self.lines[self.at][1].startswith("- ") else self.mapping(indent, depth)

    def list(self, indent: int, depth: int) -> list[Any]:
        items = []
        while self.at < len(self.lines) and self.lines[self.at][0] == indent and self.lines[self.at][1][:2] == "- ":
            rest = self.lines[self.at][1][2:]
            inner = indent + 2 + len(rest) - len(rest.lstrip(" "))
            self.lines[self.at] = inner, rest.lstrip(" "), False
            if rest.lstrip(" ").startswith("- ") or _KEY.fullmatch(rest.lstrip(" ")):
                items.append(self.block(inner, depth + 1))
            else:
                self.at += 1
                items.append(self.scalar(rest.strip(" "), indent))
        return items

    def mapping(self, indent: int, depth: int) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        while self.at < len(self.lines) and self.lines[self.at][0] == indent:
            match = _KEY.fullmatch(self.lines[self.at][1])
            if match is None:
                if self.lines[self.at][1].startswith("- "):
                    break
                raise _NotSimpleError
            if match[1] in fields:
                raise _NotSimpleError
            self.at += 1
            fields[match[1]] = self.value(match[2], indent, depth)
        return fields

    def value(self, written: str | None, indent: int, depth: int) -> Any:
        if written is not None and written.strip(" "):
            return self.scalar(written.strip(" "), indent)
        if self.at < len(self.lines):
            below, first, _ = self.lines[self.at]
            if below > indent or (below == indent and first.startswith("- ")):
                return self.block(below, depth + 1)
        return None

    def scalar(self, first: str, indent: int) -> Any:
        """A scalar that begins with `first` and goes on in the lines further in than `indent`."""
        words = [first]
        while self.at < len(self.lines) and self.lines[self.at][0] > indent:
            if self.lines[self.at][2]:
                raise _NotSimpleError
            words.append(self.lines[self.at][1].strip(" "))
            self.at += 1
        return _scalar(words)


def _scalar(words: list[str]) -> Any:
    text = " ".join(words)
    if not words[0]:
        raise _NotSimpleError
    if text[0] == '"' and _DOUBLE.fullmatch(text):
        return json.loads(text)
    if text[0] == "'" and _SINGLE.fullmatch(text):
        return text[1:-1].replace("''", "'")
    if text in ("[]", "{}"):
        return [] if text == "[]" else {}
    if (text[0] in INDICATORS and not re.match(r"-[0-9.]", text)) or ": " in text or " #" in text or text.endswith(":"):
        raise _NotSimpleError
    if any(word[0] in "-?#" for word in words[1:]):
        raise _NotSimpleError
    return resolved(text)
