"""A page for a terminal: styled words, wrapped to its width.

A report may hold thousands of findings, so lines are written as they come; a word's width and styles are those of rich.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate, pairwise

from factcheck.reporting import harmless

DIM = "bright_black"
NARROWEST = 40
TAB = 8

CODES = {
    "bold": "1", "italic": "3", "black": "30", "red": "31", "green": "32", "yellow": "33", "blue": "34",
    "magenta": "35", "cyan": "36", "bright_black": "90", "on yellow": "43",
}  # fmt: skip
"""Codes of ECMA-48 for what a style may name, in the order in which they are written."""

_WORD = re.compile(r"\s*\S+\s*")


class Page:
    """Lines of text of fixed width, at least `NARROWEST`."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self.width = max(width, NARROWEST)
        self.colour = colour
        self._lines: list[str] = []

    def line(self, *parts: tuple[str, str] | str, first: int = 1, rest: int | None = None, bar: str = "") -> None:
        """Styled words, wrapped; `first` and `rest` indent the lines, `bar` is the colour of a rule beside them."""
        hang = first if rest is None else rest
        room = max(self.width - hang - (2 if bar else 0), 20)
        pairs = [(harmless(part), "") if isinstance(part, str) else (harmless(part[0]), part[1]) for part in parts]
        if any("\t" in words for words, _ in pairs):
            pairs = _without_tabs(pairs)
        starts = list(accumulate((len(words) for words, _ in pairs), initial=0))
        lead, rule, place = " " * first, self._styled("│ ", bar) if bar else "", 0
        for row in "".join(words for words, _ in pairs).split("\n"):
            for begin, end in pairwise((0, *breaks(row, room), len(row))):
                stop = begin + len(row[begin:end].rstrip())
                self._lines.append(lead + rule + self._cut(pairs, starts, place + begin, place + stop))
                lead = " " * hang
            place += len(row) + 1

    def _cut(self, pairs: Sequence[tuple[str, str]], starts: Sequence[int], begin: int, end: int) -> str:
        """The words from one place to another, in their styles."""
        made = []
        for number in range(max(bisect_right(starts, begin) - 1, 0), len(pairs)):
            start = starts[number]
            if start >= end:
                break
            words, style = pairs[number]
            made.append(self._styled(words[max(begin - start, 0) : end - start], style))
        return "".join(made)

    def blank(self) -> None:
        """An empty line."""
        self._lines.append("")

    def rule(self, title: str, note: str, colour: str) -> None:
        """A heading with a line to the right edge."""
        words, told = f"━━ {title} ", f"· {note} "
        used = _cells(words)
        made = self._styled(words, f"bold {colour}")
        if used + len(note) + 5 < self.width:
            made, used = made + self._styled(told, DIM), used + _cells(told)
        self._lines.append(made + self._styled("━" * max(self.width - used, 2), colour))

    def text(self) -> str:
        """All lines, without spaces at their ends."""
        return "".join(f"{line.rstrip(' ')}\n" for line in self._lines)

    def _styled(self, words: str, style: str) -> str:
        return f"\x1b[{_codes(style)}m{words}\x1b[0m" if self.colour and style and words else words


@cache
def _codes(style: str) -> str:
    named = style.replace("on ", "on_").split()
    return ";".join(code for name, code in CODES.items() if name.replace(" ", "_") in named)


def breaks(text: str, width: int) -> Iterator[int]:
    """Where a text is broken into lines of a width in cells: between words, and inside those that are too long."""
    if len(text) <= width and text.isascii():
        return
    used = 0
    for match in _WORD.finditer(text):
        word, start = match[0], match.start()
        length = _cells(word.rstrip())
        if length <= width - used:
            used += _cells(word)
        elif length > width:
            for piece in _chopped(word, width):
                if start:
                    yield start
                start, used = start + len(piece), _cells(piece)
        elif used and start:
            yield start
            used = _cells(word)


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def _chopped(word: str, width: int) -> list[str]:
    from rich.cells import chop_cells

    return chop_cells(word, width)


def _without_tabs(pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The styled words with spaces up to the next stop in the place of each tab."""
    made, used = [], 0
    for words, style in pairs:
        said = ""
        for piece in re.split(r"([\t\n])", words):
            shown = " " * (TAB - used % TAB) if piece == "\t" else piece
            used = 0 if piece == "\n" else used + _cells(shown)
            said += shown
        made.append((said, style))
    return made
