"""Writing canonical text: clean characters, and for each stretch of them where the file has it.

Canonical text is NFC, holds single spaces as its only white space, no control or invisible characters,
and the letters of a ligature one by one.
"""

import re
import unicodedata

from factcheck.language.hyphens import HYPHENS, Join

Box = tuple[float, float, float, float]
Stretch = tuple[int, int, int | None, int | None, Box | None]
"""start, end, place in the file, page, box: what becomes a `Run`."""

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_INVISIBLE = "\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\u00ad\u200b\u200e\u200f\u2060\ufeff"
_SPACES = "\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_UNEVEN = re.compile(rf"[{_SPACES}{_INVISIBLE}\ufb00-\ufb06\ud800-\udfff]")
_PART = re.compile(
    rf"(?P<plain>[^\s{_INVISIBLE}\ufb00-\ufb06\ud800-\udfff]+)|(?P<space>\s+)|(?P<ligature>[\ufb00-\ufb06])|."
)


class Writing:
    """One block's text as it grows; `runs` and `marks` count its characters."""

    def __init__(self) -> None:
        self.text = ""
        self.runs: list[Stretch] = []
        self.marks: list[tuple[object, int]] = []
        self._parts: list[str] = []
        self._length = 0

    @property
    def tail(self) -> str:
        """The last words written, enough to judge a line's end by."""
        return "".join(self._parts[-3:])[-200:]

    def mark(self, what: object) -> None:
        """Notes the place of something that is no text."""
        self.marks.append((what, self._length))

    def join(self, how: Join) -> None:
        """Ends a line: the last hyphen goes, or a space comes, or neither."""
        if how == "space":
            self._space()
        elif how == "drop" and self._parts and self._parts[-1][-1:] in HYPHENS:
            self._parts[-1] = self._parts[-1][:-1]
            self._length -= 1
            start, end, at, page, box = self.runs.pop()
            if end - 1 > start:
                self.runs.append((start, end - 1, at, page, box))

    def add(self, text: str, at: int | None, page: int | None, box: Box | None) -> None:
        """Adds characters of the file."""
        if "  " not in text and not _UNEVEN.search(text):
            if text[:1] == " " and self._spaced:
                text, at = text[1:], _shift(at, 1)
            self._put(text, at, page, box)
            return
        for part in _PART.finditer(text):
            place = _shift(at, part.start())
            if part.lastgroup == "plain":
                self._put(part.group(), place, page, box)
            elif part.lastgroup == "space" and not self._spaced:
                self._put(" ", place, page, box)
            elif part.lastgroup == "ligature":
                self._append(LIGATURES[part.group()])
            elif part.lastgroup is None and "\ud800" <= part.group() <= "\udfff":
                self._put("\ufffd", place, page, box)

    def finished(self) -> "Writing":
        """The text put together, normalised, and cut at both ends."""
        text = "".join(self._parts)
        if not unicodedata.is_normalized("NFC", text):
            text = self._normalise(text)
        lead, keep = len(text) - len(text.lstrip()), len(text.rstrip())
        self.text = text[lead:keep]
        if lead or keep < len(text):
            self.runs = [
                (max(start, lead) - lead, min(end, keep) - lead, _shift(at, max(lead - start, 0)), page, box)
                for start, end, at, page, box in self.runs
                if min(end, keep) > max(start, lead)
            ]
            self.marks = [(what, min(max(place - lead, 0), len(self.text))) for what, place in self.marks]
        return self

    @property
    def _spaced(self) -> bool:
        return not self._parts or self._parts[-1].endswith(" ")

    def _space(self) -> None:
        if not self._spaced:
            self._append(" ")

    def _append(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _put(self, text: str, at: int | None, page: int | None, box: Box | None) -> None:
        if not text:
            return
        start = self._length
        self._append(text)
        if at is None and box is None and page is None:
            return
        if self.runs:
            begin, end, before, last_page, last_box = self.runs[-1]
            if end == start and page == last_page and box == last_box and _shift(before, end - begin) == at:
                self.runs[-1] = (begin, self._length, before, page, box)
                return
        self.runs.append((start, self._length, at, page, box))

    def _normalise(self, text: str) -> str:
        """The text in NFC, with runs and marks moved to match; what NFC composed belongs to no run."""
        parts, moved, changed = [], [0], []
        for cluster in _clusters(text):
            normal = unicodedata.normalize("NFC", cluster)
            start = moved[-1]
            parts.append(normal)
            if normal == cluster:
                moved += range(start + 1, start + len(cluster) + 1)
            else:
                changed.append((len(moved) - 1, len(moved) - 1 + len(cluster)))
                moved += [start] * (len(cluster) - 1) + [start + len(normal)]
        self.runs = [
            (moved[start], moved[end], at, page, box) for start, end, at, page, box in _without(self.runs, changed)
        ]
        self.marks = [(what, moved[place]) for what, place in self.marks]
        return "".join(parts)


def _shift(at: int | None, by: int) -> int | None:
    return None if at is None else at + by


def _clusters(text: str) -> list[str]:
    """The text in stretches that NFC treats apart from one another."""
    found: list[str] = []
    for character in text:
        if found and not character.isascii() and _sticks(found[-1], character):
            found[-1] += character
        else:
            found.append(character)
    return found


def _sticks(cluster: str, character: str) -> bool:
    if unicodedata.combining(character):
        return True
    both = unicodedata.normalize("NFC", cluster + character)
    return both != unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", character)


def _without(runs: list[Stretch], holes: list[tuple[int, int]]) -> list[Stretch]:
    """The runs with the holes cut out of them; both in order of place."""
    left: list[Stretch] = []
    for start, end, at, page, box in runs:
        begin = start
        for low, high in holes:
            if high <= begin or low >= end:
                continue
            if low > begin:
                left.append((begin, low, _shift(at, begin - start), page, box))
            begin = max(begin, high)
        if begin < end:
            left.append((begin, end, _shift(at, begin - start), page, box))
    return left
