"""Tables in plain text: lines of figures in columns, set apart by bars, tabs or wide gaps."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from factcheck.readers._lines import Line
from factcheck.readers._tables import headings_of, is_figure

_BAR = re.compile(r"(?:(?<!\s)\s+)?\|\s*")
_TAB = re.compile(r"(?<!\s)\s*\t\s*")
_GAP = re.compile(r"[ \u00a0]{2,}")
_RULE = re.compile(r"[-=+|:_\s]{3,}")
_NOTHING = frozenset(("", "-", "–", "—", "n/a", "N/A", "..", "…", "nil"))
_FEWEST_ROWS = 3
_SHARE = 0.5
"""How many of the cells right of the first column are figures, at least."""


@dataclass(frozen=True)
class Cell:
    """A cell's words as a line of their own, and the headings of its row and column."""

    line: Line
    row: str | None
    column: str | None


def tables_of(lines: Sequence[Line], taken: Collection[int]) -> Mapping[int, Sequence[Cell]]:
    """The cells of all tables by the number of their line; none for a rule between rows. `taken` are lines of notes."""
    found: dict[int, Sequence[Cell]] = {}
    closed = set(taken)
    for gap in (_BAR, _TAB, _GAP):
        start = 0
        while start < len(lines):
            rows = dict(_rows(lines, start, gap, closed))
            stop = max(rows, default=start) + 1
            if _is_table(list(rows.values()), barred=gap is _BAR):
                found |= dict.fromkeys(range(start, stop), ()) | _headed(rows)
                closed.update(range(start, stop))
            start = stop
    return found


def _rows(
    lines: Sequence[Line], start: int, gap: re.Pattern[str], taken: Collection[int]
) -> Iterator[tuple[int, list[Line]]]:
    """The lines from `start` on that part into as many cells as the first of them, by number."""
    width = 0
    for number in range(start, len(lines)):
        line = lines[number]
        if not line.text or line.furniture or number in taken:
            return
        if _RULE.fullmatch(line.text):
            if width:
                continue
            return
        cells = _cells(line, gap)
        width = width or len(cells)
        if width < 2 or len(cells) != width:
            return
        yield number, cells


def _cells(line: Line, gap: re.Pattern[str]) -> list[Line]:
    """The line's cells; a bar at either edge parts nothing."""
    cells, begin = [], 0
    bounds = [(match.start(), match.end()) for match in gap.finditer(line.text)]
    for start, end in [*bounds, (len(line.text), len(line.text))]:
        edge = (start == 0 or (end == len(line.text) and begin == end)) and gap is _BAR
        if not edge:
            cells.append(replace(line, text=line.text[begin:start], at=line.at + begin))
        begin = end
    return cells


def _is_table(rows: Sequence[Sequence[Line]], *, barred: bool) -> bool:
    """Whether rows are a table of figures: what else stands between bars is left as it is.

    Its rows have names; or numbers, where bars part them and its columns have names.
    """
    if len(rows) < _FEWEST_ROWS:
        return False
    inner = [cell.text for row in rows[1:] for cell in row[1:]]
    figures = sum(is_figure(words) or words in _NOTHING for words in inner)
    named = sum(not is_figure(row[0].text) for row in rows)
    headed = barred and not any(is_figure(cell.text) for cell in rows[0])
    return figures > len(inner) * _SHARE and any(map(is_figure, inner)) and (headed or named * 2 > len(rows))


def _headed(rows: Mapping[int, Sequence[Line]]) -> dict[int, Sequence[Cell]]:
    grid = [[cell.text for cell in row] for row in rows.values()]
    headings = headings_of(grid)
    return {
        number: [
            Cell(cell, *headings.of(grid, place, column))
            for column, cell in enumerate(row)
            if cell.text not in _NOTHING
        ]
        for place, (number, row) in enumerate(rows.items())
    }
