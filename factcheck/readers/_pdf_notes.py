"""Notes at the foot of a PDF's pages: small type that begins with a number, and the small figures that call for it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from factcheck.readers._lines import Line, ended
from factcheck.readers._notes import RAISED as LOWERED
from factcheck.readers._notes import Note, apparatus_of
from factcheck.readers._pdf_rows import Row
from factcheck.readers._pdf_strips import SIGNS

SMALL = 0.94
"""Share of the body's size below which type is small."""
APART = 2.2
"""Heights of small type from which a gap parts notes from what is above."""

_START = re.compile(
    rf"(?:([⁰¹²³⁴-⁹]{{1,4}})|\[(\d{{1,4}})\]|(\d{{1,4}})(?=[.)\s])[.)]?|([{re.escape(SIGNS)}]{{1,3}}))\s*(?=\S)"
)
_RAISED = re.compile(r"[⁰¹²³⁴-⁹]{1,4}")
_SIGN = re.compile(rf"[{re.escape(SIGNS)}]{{1,3}}")
_UNIT = re.compile(r"(?:\b[kcm]?m|\bft|\bin|\byd)$")


@dataclass(frozen=True, slots=True)
class Call:
    """A note's marker on a row: `text[start:end]`."""

    start: int
    end: int
    label: str


@dataclass(slots=True)
class Notes:
    """All notes, the numbers of the rows that they take up, and the markers by row number."""

    notes: list[Note] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    calls: dict[int, list[Call]] = field(default_factory=dict)


def notes_of(rows: Sequence[Row], body: float) -> Notes:
    """The notes and markers of a text without its furniture: by type, or else by their sequence as in plain text."""
    result = Notes()
    labels: dict[int, set[str]] = {}
    for start, stop in _feet(rows, body):
        _take(rows, start, stop, result, labels)
    if result.notes:
        for place, row in enumerate(rows):
            if place not in result.taken:
                result.calls[place] = sorted(_calls(row.text, labels.get(row.page, set())), key=lambda call: call.start)
        return result
    return _in_sequence(rows)


def _feet(rows: Sequence[Row], body: float) -> Iterator[tuple[int, int]]:
    """The small type at the end of every column, as spans of row numbers."""
    for _, group in groupby(range(len(rows)), key=lambda place: rows[place].column):
        places = list(group)
        first = stop = places[-1] + 1
        while first > places[0] and rows[first - 1].size < body * SMALL:
            if first < stop and rows[first - 1].y - rows[first].y > rows[first].size * APART:
                break
            first -= 1
        if first < stop:
            yield first, stop


def _take(rows: Sequence[Row], start: int, stop: int, result: Notes, labels: dict[int, set[str]]) -> None:
    """Adds the notes between two rows, and to the last note what goes on from the page before."""
    starts = list(_starts(rows, start, stop, result))
    first = starts[0][0] if starts else stop
    if start < first:
        if not _goes_on(rows, start, result):
            start = first
        else:
            result.notes[-1].lines += rows[start:first]
    for (place, label, begin), end in zip(starts, [*(place for place, _, _ in starts[1:]), stop], strict=False):
        result.notes.append(Note(label, list(rows[place:end]), begin))
        labels.setdefault(rows[place].page, set()).add(label)
    result.taken.update(range(start, stop))


def _goes_on(rows: Sequence[Row], start: int, result: Notes) -> bool:
    """Whether small type without a number goes on from the note before: that stood on this page or the last one."""
    if not result.notes:
        return False
    last = result.notes[-1].lines[-1]
    near = rows[start].page - last.page
    return near == 0 or (near == 1 and (not ended(last.text) or not rows[start].text[:1].isupper()))


def _starts(rows: Sequence[Row], start: int, stop: int, result: Notes) -> Iterator[tuple[int, str, int]]:
    """Where notes begin, as (row, label, where its text begins); figures that are not raised must run on."""
    called = _called(rows, start)
    labels = [note.label for note in result.notes]
    last = int(labels[-1]) if labels and labels[-1].isdigit() else 0
    here = False
    for place in range(start, stop):
        match = _START.match(rows[place].text)
        if not match:
            continue
        label = (match[1] or match[2] or match[3] or match[4]).translate(LOWERED)
        number = int(label) if label.isdigit() else None
        sure = match[1] or match[2] or match[4] or label in called
        follows = number is not None and (number == last + 1 or (number == 1 and not here and last))
        if follows or (sure and (number is None or number > last or not here)):
            yield place, label, match.end()
            last, here = number if number is not None else last, True


def _called(rows: Sequence[Row], stop: int) -> set[str]:
    """The raised figures on a page above its notes."""
    called: set[str] = set()
    for place in range(stop - 1, -1, -1):
        if rows[place].page != rows[stop - 1].page:
            break
        called.update(match.group().translate(LOWERED) for match in _RAISED.finditer(rows[place].text))
    return called


def _calls(text: str, labels: set[str]) -> Iterator[Call]:
    """The markers on a row: raised figures that are no unit's and no power's, and the signs of the page's notes."""
    for match in _RAISED.finditer(text):
        label, before = match.group().translate(LOWERED), text[: match.start()]
        known = label in labels
        exponent = label in ("2", "3") and _UNIT.search(before)
        if before.strip() and not exponent and (known or not before[-1:].isdigit()):
            yield Call(match.start(), _past_comma(text, match.end()), label)
    for match in _SIGN.finditer(text):
        if match.group() in labels and match.start():
            yield Call(match.start(), match.end(), match.group())


def _past_comma(text: str, end: int) -> int:
    """The end of a marker, with the comma that parts it from another ("¹,²")."""
    return end + 1 if text[end : end + 1] == "," and _RAISED.match(text, end + 1) else end


def _width(rows: Sequence[Row]) -> int | None:
    """How many characters a full line holds."""
    lengths = sorted(len(row.text) for row in rows if row.right > row.edge - row.size)
    return lengths[len(lengths) // 2] if lengths else None


def _in_sequence(rows: Sequence[Row]) -> Notes:
    """Notes in type as large as the text's, told by their numbers as in a plain text; gaps are its blank lines.

    Markers that are neither raised nor bracketed are figures of the text itself ("ASN.1"): type would show them.
    """
    lines: list[Line] = []
    numbers: dict[int, int] = {}
    for place, row in enumerate(rows):
        above = rows[place - 1] if place else None
        if above and (above.column != row.column or above.y - row.y > row.size * 1.6 or abs(above.size - row.size) > 1):
            lines.append(Line("", 0, 0, row.page))
        numbers[len(lines)] = place
        lines.append(row)
    found = apparatus_of(lines, rows[-1].page > 0 if rows else False, _width(rows))
    marks = [lines[place].text[mark.start : mark.end] for place, held in found.markers.items() for mark in held]
    if sum(not mark.isdecimal() for mark in marks) * 2 < len(marks):
        return Notes()
    return Notes(
        found.notes,
        {numbers[line] for line in found.taken if line in numbers},
        {
            numbers[line]: [Call(mark.start, mark.end, str(mark.number)) for mark in marks]
            for line, marks in found.markers.items()
        },
    )
