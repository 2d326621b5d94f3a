"""Parts: the lines of a plain text in the groups that become blocks."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from factcheck.readers._headings import is_headline, is_numbered
from factcheck.readers._lines import Line, continues, ended
from factcheck.readers._notes import Apparatus, Found
from factcheck.readers._text_tables import Cell, tables_of
from factcheck.records.document import BlockKind

BULLET = re.compile(r"([-–—•*·▪◦‣●○■□])\s+(?=\S)")
NUMBERED = re.compile(r"(?:\((\d{1,3}|[a-z])\)|(\d{1,3}|[a-z])[.)])\s+(?=\S)")
SPEAKER = re.compile(r"([A-Z][\w.’'-]{0,30}(?:\s[A-Z][\w.’'-]{0,30}){0,4}):\s+(?=\S)")
LONG_ITEM = 60
"""Words from which numbered items are numbered paragraphs rather than a list."""
DEEP = 4
"""Columns from which a set-in group is a quotation."""


@dataclass(slots=True, eq=False)
class Part:
    """Lines that make one block; the first counts from column `begin` on. `apart`: a blank line on both sides."""

    lines: list[Line]
    numbers: list[int]
    """The lines' numbers in the file."""
    apart: bool
    kind: BlockKind = "paragraph"
    level: int = 0
    label: str | None = None
    list: int | None = None
    begin: int = 0
    speaker: str | None = None
    row: str | None = None
    column: str | None = None
    settled: bool = False
    markers: Mapping[int, Sequence[Found]] = field(default_factory=dict)
    """The note markers of all lines, by line number."""

    @property
    def text(self) -> str:
        """Its lines joined plainly, note markers left out; enough to judge its form by."""
        return " ".join(map(self._without_markers, self.lines, self.numbers))

    def _without_markers(self, line: Line, number: int) -> str:
        text = line.text
        for marker in reversed(self.markers.get(number, ())):
            text = text[: marker.start] + text[marker.end :]
        return text

    def settle(self, kind: BlockKind) -> None:
        """Decides what it is."""
        self.kind, self.settled = kind, True


def parts_of(lines: Sequence[Line], apparatus: Apparatus, width: int | None) -> list[Part]:
    """The text's parts, joined over lines, pages and the notes between, which are left out."""
    parts: list[Part] = []
    open_: Part | None = None
    tables = tables_of(lines, apparatus.taken)
    seam = blank = True
    for number, line in enumerate(lines):
        if line.furniture:
            parts.append(Part([line], [number], True, "furniture", settled=True))
            seam = True
        elif number in apparatus.taken:
            seam = True
        elif number in tables:
            parts.extend(_cell(cell, number) for cell in tables[number])
            open_, seam = None, True
        elif not line.text:
            blank = True
        else:
            seam = seam or (open_ is not None and open_.lines[-1].page != line.page)
            alone = number + 1 == len(lines) or not lines[number + 1].text
            if open_ and (_over_seam(open_, line, width, alone) if seam else not blank and _within(open_, line, width)):
                open_.lines.append(line)
                open_.numbers.append(number)
            else:
                if open_:
                    open_.apart = open_.apart and (blank or seam)
                open_ = Part([line], [number], blank or seam, markers=apparatus.markers)
                parts.append(open_)
            seam = blank = False
    return parts


def _cell(cell: Cell, number: int) -> Part:
    return Part([cell.line], [number], True, "table-cell", row=cell.row, column=cell.column, settled=True)


def _over_seam(part: Part, line: Line, width: int | None, alone: bool) -> bool:
    """Whether a paragraph goes on after a page break or after notes."""
    last = part.lines[-1].text
    if BULLET.match(line.text) or (len(part.lines) == 1 and is_headline(part.text) and not line.text[0].islower()):
        return False
    if not ended(last):
        return True
    return not alone and continues(last, line.text, width)


def _within(part: Part, line: Line, width: int | None) -> bool:
    """Whether a line goes on with the part above it, no blank line between."""
    first, last = part.lines[0], part.lines[-1]
    bullet, above = BULLET.match(line.text), BULLET.match(first.text)
    if bullet and above and bullet[1] == above[1]:
        return False
    if follows(first.text, line.text) or (ended(last.text) and is_numbered(line.text) and is_headline(line.text)):
        return False
    if line.indent > last.indent + 1 and line.indent > first.indent and not above and not NUMBERED.match(first.text):
        return line.text[0].islower()
    return continues(last.text, line.text, width)


def number_of(text: str) -> str | None:
    """The number or letter of a list item as printed, without its full stop or brackets."""
    match = NUMBERED.match(text)
    return (match[1] or match[2]) if match else None


def follows(text: str, following: str) -> bool:
    """Whether the second is numbered as the item after the first ("3." after "2.", "b)" after "a)")."""
    one, other = number_of(text), number_of(following)
    if one is None or other is None:
        return False
    if one.isdigit() and other.isdigit():
        return int(other) == int(one) + 1
    return one.isalpha() and other.isalpha() and ord(other) == ord(one) + 1


def mark_lists(parts: Sequence[Part], new_list: "Iterator[int]") -> None:
    """Makes list items of bulleted and numbered parts that stand together, and labels numbered paragraphs."""
    free = [part for part in parts if not part.settled]
    group: list[Part] = []
    for part in [*free, None]:
        if group and (part is None or not _same_list(group[-1], part)):
            _settle_list(group, new_list)
            group = []
        if part is not None and (BULLET.match(part.text) or number_of(part.text)):
            group.append(part)


def _same_list(part: Part, following: Part) -> bool:
    bullet, other = BULLET.match(part.text), BULLET.match(following.text)
    return (bullet[1] == other[1]) if bullet and other else follows(part.text, following.text)


def _settle_list(group: Sequence[Part], new_list: "Iterator[int]") -> None:
    if len(group) < 2:
        return
    words = sum(len(part.text.split()) for part in group)
    bulleted = BULLET.match(group[0].text)
    if not bulleted and words > LONG_ITEM * len(group):
        for part in group:
            _cut_label(part)
        return
    headlines = sum(is_headline(part.text) for part in group)
    if not bulleted and headlines == len(group) and all(part.apart for part in group) and len(group) < 3:
        return
    number = next(new_list)
    for part in group:
        part.settle("list-item")
        part.list, part.level = number, 1
        _cut_label(part)


def _cut_label(part: Part) -> None:
    start = BULLET.match(part.text) or NUMBERED.match(part.text)
    if start:
        part.label = number_of(part.text)
        part.begin = start.end()


def mark_speakers(parts: Sequence[Part]) -> None:
    """Takes out who speaks ("Q:", "MS BELL:") where at least two speak by turns, one of them twice."""
    turns = [(part, turn) for part in parts if not part.settled and (turn := SPEAKER.match(part.lines[0].text))]
    often = Counter(turn[1] for _, turn in turns)
    if len(often) < 2 or often.most_common(1)[0][1] < 2 or len(turns) * 3 < len(parts):
        return
    for part, turn in turns:
        part.speaker, part.begin = turn[1], turn.end()
        part.settle("paragraph")


def mark_quotations(parts: Sequence[Part]) -> None:
    """Makes quotations of parts that are set in as a whole between parts that are not."""
    for above, part in pairwise(parts):
        deep = all(line.indent >= DEEP for line in part.lines)
        if deep and not part.settled and above.lines[0].indent == 0 and len(part.text.split()) > 8:
            part.settle("quotation")
