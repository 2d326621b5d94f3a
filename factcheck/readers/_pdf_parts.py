"""Rows of a PDF in the groups that become blocks: paragraphs over lines, columns and pages; headings by their type."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from itertools import pairwise

from factcheck.readers._headings import Numbering, counts_bare, is_headline, is_numbered
from factcheck.readers._lines import ended
from factcheck.readers._parts import BULLET, NUMBERED, Part, follows
from factcheck.readers._pdf_rows import Row

_LEADERS = re.compile(r"(?:\.\s?){5,}\s*\S{1,6}$")
"""The dots of a table of contents, and the page that they lead to."""
LARGER = 1.08
"""Times the body's size from which type is a heading's."""
MOST_HEADING = 30
"""Words."""


def body_size(rows: Sequence[Row]) -> float:
    """The size of most of the text."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


def parts_of(rows: Sequence[Row], taken: Container[int]) -> list[Part]:
    """The text's parts in reading order; `taken` rows are left out."""
    leading = _leading(rows)
    parts: list[Part] = []
    last: Row | None = None
    for number, row in enumerate(rows):
        if number in taken:
            continue
        if last is not None and _goes_on(parts[-1], last, row, leading):
            parts[-1].lines.append(row)
            parts[-1].numbers.append(number)
        else:
            parts.append(Part([row], [number], True))
            if _LEADERS.search(row.text):
                parts[-1].settle("furniture")
        last = row
    return parts


def _leading(rows: Sequence[Row]) -> float:
    """The usual distance of baselines, in heights of the type."""
    steps = Counter(
        round((above.y - row.y) / row.size, 1)
        for above, row in pairwise(rows)
        if above.column == row.column and above.size == row.size and above.y > row.y and row.size
    )
    often = [step for step, times in steps.items() if times * 7 >= steps.total()]
    return min(often) if often else 1.2


def _goes_on(part: Part, last: Row, row: Row, leading: float) -> bool:
    """Whether a row goes on with the paragraph above it, or before it in another column."""
    first = part.lines[0]
    if part.kind == "furniture" or _LEADERS.search(row.text):
        return False
    if abs(last.size - row.size) > row.size * 0.04 or (last.bold != row.bold and (_is_bold(part) or row.bold)):
        return False
    if BULLET.match(row.text) or follows(first.text, row.text) or len(last.cells) > 1 or len(row.cells) > 1:
        return False
    listed = bool(BULLET.match(first.text) or NUMBERED.match(first.text))
    if last.column != row.column:
        return _over_seam(part, last, row, listed)
    if last.y - row.y > row.size * leading * 1.25:
        return False
    return listed or _same_margin(part, last, row)


def _is_bold(part: Part) -> bool:
    """Whether all rows of a part are bold."""
    return all(isinstance(row, Row) and row.bold for row in part.lines)


def _same_margin(part: Part, last: Row, row: Row) -> bool:
    """Whether a row begins where a paragraph's next row should, and the one above had no room for its first word."""
    shift = row.x - last.x
    if shift > row.size * 0.7 or (shift < -row.size * 0.7 and len(part.lines) > 1):
        return False
    if row.text[0].islower() or not last.takes(row):
        return True
    return not (ended(last.text) or last.right < last.left + (last.edge - last.left) * 0.7)


def _over_seam(part: Part, last: Row, row: Row, listed: bool) -> bool:
    """Whether a paragraph goes on in the next column or on the next page."""
    if len(part.lines) == 1 and is_headline(part.text) and not row.text[0].islower():
        return False
    if not ended(last.text):
        return not (row.deep and row.text[0].isupper() and last.takes(row))
    return not listed and not row.deep and not last.takes(row)


def mark_headings(parts: Sequence[Part], body: float) -> bool:
    """Settles the title and the headings that their type shows, with their levels; true where there are any."""
    large = [part for part in parts if not part.settled and _size(part) >= body * LARGER and _is_short(part)]
    bold = [part for part in parts if part not in large and not part.settled and _is_bold_heading(part, body)]
    title = _title(large)
    if title is not None:
        title.settle("title")
    heads = {id(part): part for part in [*large, *bold] if part is not title}
    sizes = sorted({_size(part) for part in heads.values()}, reverse=True)
    numbering = Numbering(counts_bare(part.text for part in heads.values()))
    numbered = sum(is_numbered(part.text) for part in heads.values()) * 2 > len(heads)
    for part in parts:
        if id(part) in heads:
            part.settle("heading")
            part.label, part.level = numbering.place(part.text)
            if not numbered:
                part.level = sizes.index(_size(part)) + 1
    return bool(heads) or title is not None


def mark_quotations(parts: Sequence[Part], body: float) -> None:
    """Makes quotations of parts that are set in as a whole on both sides, or in smaller type, below a paragraph."""
    for above, part in pairwise(parts):
        rows = [row for row in part.lines if isinstance(row, Row)]
        deep = len(rows) > 1 and all(row.x > row.left + row.size * 1.2 for row in rows)
        if deep and not part.settled and above.kind == "paragraph" and _size(part) <= body:
            part.settle("quotation")


def _size(part: Part) -> float:
    return max(row.size for row in part.lines if isinstance(row, Row))


def _is_short(part: Part) -> bool:
    words = len(part.text.split())
    return words <= MOST_HEADING and any(map(str.isalpha, part.text)) and not (words > 12 and part.text.endswith("."))


def _is_bold_heading(part: Part, body: float) -> bool:
    return _is_bold(part) and _size(part) > body * 0.93 and len(part.lines) < 4 and is_headline(part.text)


def _title(large: Sequence[Part]) -> Part | None:
    """The largest of what is large, if it stands once, on the first page that holds any."""
    if not large:
        return None
    most = max(map(_size, large))
    largest = [part for part in large if _size(part) == most]
    return largest[0] if len(largest) == 1 and largest[0].lines[0].page <= large[0].lines[0].page else None
