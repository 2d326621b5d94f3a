"""What a PDF's page says and where: strips of text on one baseline, in the order in which the file writes them.

Positions are asked for at the two ends of every word, and letter by letter only in words that hold a digit or a
note's sign, where a small raised figure may hide. That is what makes long files quick to read.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.readers._office import RAISED

SIGNS = "*†‡§"
"""What marks a note where no number does."""
WIDE = 1.4
"""Heights of the type from which a gap parts two strips."""

_WORD = re.compile(r"[^\s\x02\ufffe\xad]+[\x02\ufffe\xad]?|[\x02\ufffe\xad]")
_MIXED = re.compile(rf"[\d{re.escape(SIGNS)}]")
_BOLD = re.compile(r"bold|black|heavy|semibd|demi", re.I)
_HEAVY = 600
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "‣", "\uf0fc": "•", "\uf02d": "–"}
"""Bullets of the symbol fonts that word processors use."""


@dataclass(slots=True, eq=False)
class Strip:
    """Words on one baseline: `x`, `right`, `bottom`, `top` and the baseline `y` in points from the page's lower left.

    `size` is the height of most of its type. Figures that stand raised are raised in `text` too.
    """

    text: str
    x: float
    right: float
    y: float
    bottom: float
    top: float
    size: float
    bold: bool = False
    page: int = 0
    raised: bool = False
    """Whether all of it is small type above the line."""


@dataclass(slots=True)
class Strips:
    """The strips of a page, with how many of its characters have no meaning in Unicode, and how many stand sideways."""

    strips: list[Strip] = field(default_factory=list)
    characters: int = 0
    unknown: int = 0


@dataclass(slots=True)
class _Word:
    text: str
    x: float
    right: float
    y: float
    bottom: float
    top: float
    size: float
    index: int
    spaced: bool
    """Whether white space stands before it."""


def strips_of(textpage: Any, page: int) -> Strips:
    """All strips of a page that stand upright."""
    look = _Look(textpage)
    found = Strips(characters=sum(not character.isspace() for character in look.text))
    found.unknown = sum(
        character in "\x00\ufffd" or ("\ue000" <= character <= "\uf8ff" and character not in _BULLETS)
        for character in look.text
    )
    open_: list[_Word] = []
    for word in look.words():
        if open_ and not _goes_on(open_, word):
            found.strips.append(_strip(open_, look, page))
            open_ = []
        open_.append(word)
    if open_:
        found.strips.append(_strip(open_, look, page))
    return found


class _Look:
    """Asks the library about one page's characters."""

    def __init__(self, textpage: Any) -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._page = textpage.raw
        self.count = pdfium.FPDFText_CountChars(self._page)
        self.text = self._characters()
        self._box = pdfium.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._scales: dict[tuple[float, float], float] = {}

    def _characters(self) -> str:
        """One character for each that the library counts."""
        pdfium, count = self._pdfium, self.count
        buffer = (ctypes.c_ushort * (count + 1))()
        if pdfium.FPDFText_GetText(self._page, 0, count, buffer) == count + 1:
            return "".join(map(chr, buffer[:count]))
        return "".join(chr(pdfium.FPDFText_GetUnicode(self._page, index)) for index in range(count))

    def words(self) -> Iterator[_Word]:
        """The words in the file's order; what mixes sizes comes in several parts."""
        last = 0
        for match in _WORD.finditer(self.text):
            start, end = match.span()
            spaced = start > last
            last = end
            parts = self._parts(start, end) if _MIXED.search(match.group()) and end - start > 1 else [(start, end)]
            for begin, stop in parts:
                word = self._word(begin, stop, spaced and begin == start)
                if word:
                    yield word

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """A word's stretches of one size and height."""
        parts: list[tuple[int, int]] = []
        before: tuple[float, float] | None = None
        for index in range(start, end):
            self._pdfium.FPDFText_GetLooseCharBox(self._page, index, self._box)
            form = (round(self._box.bottom, 1), round(self._box.top, 1))
            if form == before:
                parts[-1] = (parts[-1][0], index + 1)
            else:
                parts.append((index, index + 1))
            before = form
        return parts

    def _word(self, start: int, end: int, spaced: bool) -> _Word | None:
        """A word with its place; none for what stands sideways."""
        pdfium, box = self._pdfium, self._box
        pdfium.FPDFText_GetCharOrigin(self._page, start, self._x, self._y)
        x, y = self._x.value, self._y.value
        pdfium.FPDFText_GetLooseCharBox(self._page, end - 1, box)
        right, bottom, top = box.right, box.bottom, box.top
        if end - start > 1 and not bottom - 1 <= y <= top + 1:
            return None
        size = pdfium.FPDFText_GetFontSize(self._page, start)
        scale = self._scale(start, size, top - bottom)
        text = self.text[start:end].replace("\x02", "-").replace("\ufffe", "-")
        for theirs, ours in _BULLETS.items():
            text = text.replace(theirs, ours)
        return _Word(text, x, right, y, bottom, top, size * scale, start, spaced)

    def _scale(self, index: int, size: float, height: float) -> float:
        """How much larger the page shows a font's size; asked once for each size and height of type."""
        key = (size, round(height, 1))
        if key not in self._scales:
            matrix = self._pdfium.FS_MATRIX()
            known = self._pdfium.FPDFText_GetMatrix(self._page, index, matrix)
            self._scales[key] = (matrix.c**2 + matrix.d**2) ** 0.5 if known else 1.0
        return self._scales[key] or 1.0

    def is_bold(self, index: int) -> bool:
        """Whether a character's font is a bold one, by its weight or its name."""
        if self._pdfium.FPDFText_GetFontWeight(self._page, index) >= _HEAVY:
            return True
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self._pdfium.FPDFText_GetFontInfo(self._page, index, name, 128, flags)
        return bool(_BOLD.search(name.value.decode("utf-8", "replace")))


def _goes_on(words: list[_Word], word: _Word) -> bool:
    """Whether a word follows on the same line, not far off."""
    last = words[-1]
    size = max(last.size, word.size)
    if abs(word.y - last.y) > size * (0.1 if abs(word.size - last.size) < size * 0.1 else 0.6):
        return False
    return -size * 0.6 < word.x - last.right < size * WIDE


def _strip(words: list[_Word], look: _Look, page: int) -> Strip:
    sizes: dict[float, int] = {}
    for word in words:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    size = max(sizes, key=lambda one: (sizes[one], one))
    chief = [word for word in words if word.size == size]
    y = chief[0].y
    parts = []
    for word in words:
        small = word.size < size * 0.85 and word.y > y + size * 0.12
        parts.append((" " if word.spaced else "") + (word.text.translate(RAISED) if small else word.text))
    return Strip(
        "".join(parts).strip(),
        words[0].x,
        words[-1].right,
        y,
        min(word.bottom for word in chief),
        max(word.top for word in chief),
        round(size * 4) / 4,
        look.is_bold(chief[0].index) and look.is_bold(chief[-1].index),
        page,
    )
