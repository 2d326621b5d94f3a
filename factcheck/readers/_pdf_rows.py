"""Rows of a PDF's page in reading order: columns one after the other, and what stands on one line put together."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from factcheck.canonical import Box
from factcheck.readers._lines import Line
from factcheck.readers._office import RAISED
from factcheck.readers._pdf_strips import SIGNS, WIDE, Strip

MOST_COLUMN_DEPTH = 3
"""How often a column may be parted again: three cuts make up to eight columns."""
FEWEST = 4
"""Rows that make a column."""
NARROWEST = 0.22
"""Share of the width that a column takes at least."""

_TINY = re.compile(rf"[\d⁰¹²³⁴-⁹{re.escape(SIGNS)}]{{1,4}}")


@dataclass(slots=True, eq=False)
class Row(Line):
    """A line of a page: its type, its place in points, and the margins of the column in which it stands."""

    x: float = 0.0
    right: float = 0.0
    y: float = 0.0
    bottom: float = 0.0
    top: float = 0.0
    size: float = 0.0
    bold: bool = False
    left: float = 0.0
    edge: float = 0.0
    column: int = 0
    """Counts the columns of the whole file in reading order."""
    cells: list[Strip] = field(default_factory=list)
    """The parts between which wide gaps lie; empty for running text."""

    @property
    def box(self) -> Box:
        """Left, bottom, right, top in points, to a tenth."""
        return (round(self.x, 1), round(self.bottom, 1), round(self.right, 1), round(self.top, 1))

    @property
    def deep(self) -> bool:
        """Whether it is set in from the column's left margin."""
        return self.x > self.left + self.size * 0.7

    def takes(self, following: "Row") -> bool:
        """Whether the next row's first word would have had room on it."""
        word = following.text.split(None, 1)[0]
        letter = (self.right - self.x) / max(len(self.text), 1)
        return self.right + (len(word) + 1) * letter < self.edge - letter


def rows_of(strips: Sequence[Strip], first: int) -> list[Row]:
    """The rows of one page; its columns are counted on from `first`."""
    rows: list[Row] = []
    for number, column in enumerate(_columns(_unrepeated(strips), 0)):
        held = _rows(column)
        _set_margins(held)
        for row in held:
            row.column = first + number
        rows += held
    return rows


def _unrepeated(strips: Sequence[Strip]) -> list[Strip]:
    """The strips, those once that are printed twice to look bold."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for strip in strips:
        keys = {(strip.text, round(strip.x / 2 + half), round(strip.y / 2 + half)) for half in (0, 0.5)}
        if not seen & keys and strip.text:
            kept.append(strip)
        seen |= keys
    return kept


def _columns(strips: list[Strip], depth: int) -> list[list[Strip]]:
    """The strips by columns in reading order; what runs over several columns parts those above from those below."""
    gutter = _gutter(strips) if depth < MOST_COLUMN_DEPTH else None
    if gutter is None:
        return [strips] if strips else []
    found: list[list[Strip]] = []
    across: list[Strip] = []
    left: list[Strip] = []
    right: list[Strip] = []
    for strip in sorted(strips, key=lambda one: (-one.y, one.x)):
        if strip.x < gutter < strip.right:
            if left or right:
                found += [*_columns(left, depth + 1), *_columns(right, depth + 1)]
                left, right = [], []
            across.append(strip)
            continue
        if across:
            found.append(across)
            across = []
        (left if strip.right <= gutter else right).append(strip)
    return [*found, *([across] if across else []), *_columns(left, depth + 1), *_columns(right, depth + 1)]


def _gutter(strips: Sequence[Strip]) -> float | None:
    """Where a second column begins: many strips start there, few cross it, and running text stands on both sides."""
    if len(strips) < 2 * FEWEST:
        return None
    low, high = min(strip.x for strip in strips), max(strip.right for strip in strips)
    width = high - low
    starts = Counter(round(strip.x) for strip in strips if strip.x > low + width * NARROWEST)
    for start, often in starts.most_common(3):
        place = start - 1.5
        if often < FEWEST or start > high - width * NARROWEST:
            continue
        left = [strip for strip in strips if strip.right <= place]
        right = [strip for strip in strips if strip.x >= place]
        if len(strips) - len(left) - len(right) > len(strips) * 0.4:
            continue
        if _is_text(left, place - low) and _is_text(right, high - place) and _beside(left, right):
            return place
    return None


def _is_text(strips: Sequence[Strip], width: float) -> bool:
    """Whether strips fill most of a column's width, as running text does and the cells of a table do not."""
    wide = sorted(strip.right - strip.x for strip in strips)
    return len(wide) >= FEWEST and wide[len(wide) // 2] > width * 0.6


def _beside(left: Sequence[Strip], right: Sequence[Strip]) -> bool:
    """Whether both columns share some height of the page."""
    shared = min(max(one.y for one in left), max(one.y for one in right)) - max(
        min(one.y for one in left), min(one.y for one in right)
    )
    return shared > 2 * min(left[0].size, right[0].size)


def _rows(strips: Sequence[Strip]) -> list[Row]:
    """The strips of a column put together where they share a line."""
    tiny = [strip for strip in strips if _TINY.fullmatch(strip.text)]
    groups: list[list[Strip]] = []
    for strip in sorted((one for one in strips if one not in tiny), key=lambda one: (-one.y, one.x)):
        last = groups[-1][0] if groups else None
        if last and abs(last.y - strip.y) < max(last.size, strip.size) * 0.25:
            groups[-1].append(strip)
        else:
            groups.append([strip])
    for strip in tiny:
        _place(strip, groups)
    return [_row(sorted(group, key=lambda one: one.x)) for group in sorted(groups, key=_height)]


def _height(group: Sequence[Strip]) -> tuple[float, float]:
    chief = max(group, key=lambda one: (one.size, len(one.text)))
    return -chief.y, chief.x


def _place(strip: Strip, groups: list[list[Strip]]) -> None:
    """Puts a figure that stands alone on its line, or above it as a note's marker does."""
    for group in groups:
        chief = max(group, key=lambda one: (one.size, len(one.text)))
        rise = strip.y - chief.y
        if abs(rise) < chief.size * 0.1:
            group.append(strip)
            return
        near = min(one.x for one in group) - chief.size < strip.x < max(one.right for one in group) + chief.size
        if near and strip.size < chief.size * 0.85 and 0 < rise < chief.size * 0.7:
            strip.text, strip.raised = strip.text.translate(RAISED), True
            group.append(strip)
            return
        if near and abs(rise) < chief.size * 0.4:
            group.append(strip)
            return
    groups.append([strip])


def _row(strips: Sequence[Strip]) -> Row:
    chief = max(strips, key=lambda one: (not one.raised, len(one.text)))
    text, cells = strips[0].text, [replace(strips[0])]
    for before, strip in pairwise(strips):
        gap = strip.x - before.right
        words = ("" if (strip.raised or before.raised) and gap < chief.size * 0.15 else " ") + strip.text
        text += words
        if gap > chief.size * WIDE:
            cells.append(replace(strip))
        else:
            cells[-1].text, cells[-1].right = cells[-1].text + words, strip.right
    row = Row(text, 0, 0, chief.page)
    row.x, row.right = strips[0].x, max(strip.right for strip in strips)
    row.y, row.bottom, row.top, row.size = chief.y, chief.bottom, chief.top, chief.size
    row.bold = all(strip.bold for strip in strips if not strip.raised)
    row.cells = cells if len(cells) > 1 else []
    return row


def _set_margins(rows: Sequence[Row]) -> None:
    """Gives rows the margins of their column, those of their own size of type where enough of it stands there."""
    sizes = Counter(row.size for row in rows)
    usual = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    known = {
        size: _margins([row for row in rows if row.size == size])
        for size, often in sizes.items()
        if often >= FEWEST or size == usual
    }
    for row in rows:
        row.left, row.edge = known.get(row.size) or known[usual]


def _margins(rows: Sequence[Row]) -> tuple[float, float]:
    """The left margin (the outermost at which several rows begin) and the right one."""
    starts = Counter(round(row.x) for row in rows)
    often = [start for start, count in starts.items() if count >= max(2, len(rows) * 0.15)]
    left = min(often) if often else min(row.x for row in rows)
    rights = sorted(row.right for row in rows)
    return float(left), rights[-1 - len(rows) // 20]
