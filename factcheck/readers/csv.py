"""CSV: values parted by commas, semicolons, tabs or bars; one block a cell."""

import re
from collections import Counter

from factcheck.building import Builder, Draft
from factcheck.readers._cells import write_cells
from factcheck.readers._tables import MOST_CELLS
from factcheck.reading import Reader, decoded

DELIMITERS = ",;\t|"
JUDGED = 50
"""Lines by which the delimiter is told."""

_QUOTED = re.compile(r'"((?:[^"]++|"")*+)"')
_LINE_END = re.compile(r"\r\n|\r|\n")

Field = list[tuple[str, int]]
"""A cell's characters in pieces, each with its place in the file."""


def read(data: bytes, builder: Builder) -> None:
    """Fills the builder with the file's cells."""
    text = decoded(data, builder)
    rows = rows_of(text)
    width = max(map(len, rows), default=0)
    grid = [[" ".join("".join(words for words, _ in cell).split()) for cell in row] for row in rows]
    if width * len(grid) <= MOST_CELLS:
        grid = [[*row, *[""] * (width - len(row))] for row in grid]

    def write(draft: Draft, row: int, column: int) -> None:
        for words, at in rows[row][column]:
            draft.text(words, at)

    write_cells(builder, grid, "", write)


def rows_of(text: str) -> list[list[Field]]:
    """The cells of a file, row by row."""
    delimiter = _delimiter(text)
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*")
    rows: list[list[Field]] = [[]]
    at = 0
    while True:
        field: Field = []
        quoted = _QUOTED.match(text, at)
        if quoted:
            field, at = _unquoted(quoted), quoted.end()
        rest = plain.match(text, at)
        if rest and rest.group():
            field.append((rest.group(), at))
            at = rest.end()
        rows[-1].append(field)
        if at >= len(text):
            return rows
        if text[at] == delimiter:
            at += 1
        else:
            at = _LINE_END.match(text, at).end()  # type: ignore[union-attr]
            if at >= len(text):
                return rows
            rows.append([])


def _unquoted(quoted: re.Match[str]) -> Field:
    """What stands between quotation marks, one mark for two."""
    field, at = [], quoted.start(1)
    parts = quoted[1].split('""')
    for number, part in enumerate(parts):
        said = part + ('"' if number + 1 < len(parts) else "")
        if said:
            field.append((said, at))
        at += len(part) + 2
    return field


def _delimiter(text: str) -> str:
    """The delimiter that most lines hold, and as often as the others."""
    bare = _QUOTED.sub("", text[:100_000])
    lines = [line for line in _LINE_END.split(bare)[:JUDGED] if line.strip()]
    best, most = ",", 0
    for delimiter in DELIMITERS:
        counts = Counter(line.count(delimiter) for line in lines)
        often = max((number for count, number in counts.items() if count), default=0)
        if often > most:
            best, most = delimiter, often
    return best


READER = Reader("csv", 1, (".csv", ".tsv"), read)
