"""Inline Markdown into drafts: text without its marks, each piece with its place in the file."""

import re
from collections.abc import Sequence
from itertools import count
from typing import TYPE_CHECKING, Any

from factcheck.building import Draft

if TYPE_CHECKING:
    from markdown_it.token import Token

_TARGET = re.compile(r"\](?:\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)|\[[^\]\n]*\])?")
_NOTE = re.compile(r"\[\^([^\]\s]{1,80})\]")
_NUMBERED = re.compile(rf"{_NOTE.pattern}|(?:(?<=\S)|^) ?\[(\d{{1,3}}(?:, ?\d{{1,3}}){{0,9}})\]")
_BREAK = re.compile(r"<br\s*/?>", re.I)


class Inline:
    """Follows a file's characters while the tokens of its text come by.

    `numbered` says that a number in brackets behind a word is a marker too.
    """

    def __init__(self, text: str, environment: dict[str, Any], numbered: bool = False) -> None:
        self.text = text
        self._marker = _NUMBERED if numbered else _NOTE
        self.cursor = 0
        self.inline_notes: list[tuple[str, int, Sequence[Token]]] = []
        """Notes written where they belong (`^[…]`): label, place, content."""
        found = environment.get("footnotes", {})
        self._set_aside: dict[int, Any] = found.get("list", {})
        labels = {label.lstrip(":") for label in found.get("refs", {})}
        self._free = (str(number) for number in count(1) if str(number) not in labels)

    def write(self, tokens: Sequence["Token"], draft: Draft, stop: int) -> None:
        """Adds tokens that stand between the cursor and `stop` to a draft."""
        for token in tokens:
            if token.type in ("text", "code_inline"):
                self._text(token.content, draft, stop)
            elif token.type == "text_special":
                self._special(token, draft, stop)
            elif token.type in ("softbreak", "hardbreak"):
                draft.line_end()
            elif token.type == "link_open":
                draft.tie(str(token.attrs.get("href", "")))
            elif token.type == "link_close":
                draft.tie(None)
                if token.info != "auto":
                    self._skip(_TARGET)
            elif token.type == "image":
                self._text(token.content, draft, stop)
                self._skip(_TARGET)
            elif token.type == "html_inline":
                self._find(token.content, stop)
                if _BREAK.fullmatch(token.content):
                    draft.line_end()
            elif token.type == "footnote_ref":
                self._note(token, draft, stop)

    def _find(self, words: str, stop: int) -> int | None:
        """Where words stand next; the cursor moves behind them."""
        at = self.text.find(words, self.cursor, stop)
        if at < 0:
            return None
        self.cursor = at + len(words)
        return at

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.search(self.text, self.cursor, self.cursor + 2) and pattern.match(self.text, self.cursor)
        if match:
            self.cursor = match.end()

    def leave_out(self, words: str, stop: int) -> None:
        """Leaves out words that stand between the cursor and `stop`."""
        self._find(words, stop)

    def plain(self, words: str, draft: Draft, stop: int) -> None:
        """Words that stand as they are between the cursor and `stop`."""
        draft.text(words, self._find(words, stop))

    def _text(self, words: str, draft: Draft, stop: int) -> None:
        """Text as written; a marker whose note is missing is left as text by the parser and taken out here."""
        done = 0
        markers = [
            found for found in self._marker.finditer(words) if found.start() or found[0].startswith("[^") or draft.words
        ]
        for marker in [*markers, None]:
            piece = words[done : marker.start()] if marker else words[done:]
            if piece:
                draft.text(piece, self._find(piece, stop))
            if marker:
                self._find(marker.group(), stop)
                for label in re.split(", ?", marker[marker.lastindex or 1]):
                    draft.marker(label)
                done = marker.end()

    def _special(self, token: "Token", draft: Draft, stop: int) -> None:
        """An escaped character has a place; what an entity stands for has none."""
        at = self._find(token.markup, stop)
        if at is not None and token.markup.endswith(token.content):
            draft.text(token.content, at + len(token.markup) - len(token.content))
        else:
            draft.text(token.content)

    def _note(self, token: "Token", draft: Draft, stop: int) -> None:
        label = token.meta.get("label")
        if label is not None:
            self._find(f"[^{label}]", stop)
            draft.marker(label)
            return
        label, content = next(self._free), self._set_aside[token.meta["id"]]
        at = self.text.find("^[", self.cursor, stop)
        if at >= 0:
            self.cursor = at + len("^[") + len(content["content"]) + 1
        self.inline_notes.append((label, max(at, 0) + len("^["), content["tokens"]))
        draft.marker(label)
