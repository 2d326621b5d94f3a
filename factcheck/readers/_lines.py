"""Lines of a plain text: where they stand in the file, on which page, and how wide the text was set."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\f\x85\u2028\u2029]*(?:\r\n|[\n\r\f\x85\u2028\u2029]|$)")
_ENDED = re.compile(r"[.!?…:;][\"”’')\]»]*+(?:(?:\d{1,4}|[⁰¹²³⁴⁵⁶⁷⁸⁹]++|\[\d{1,4}\])[\"”’')\]»]*+)?$")
_FOLIO = re.compile(r"(?:[Pp]age\s+)?(?:[-–—|]\s?)?(\d{1,4})(?:\s?[-–—|]|\s?(?:of|/)\s?\d{1,4})?")
_DIGITS = re.compile(r"\d+")

PAGE_LINES = 15
"""Fewest lines from one page break to the next, where a mark and not a form feed tells of them."""
EVEN = 2
"""Broken lines are less than so many times as long as each other."""
LONGEST_WRAPPED = 160
"""A text whose usual line is longer has a paragraph on every line."""


@dataclass(slots=True)
class Line:
    """A line without the white space around it; `at` is its first character's place, `page` counts from 0."""

    text: str
    at: int
    indent: int
    page: int = 0
    furniture: bool = False
    open_end: bool = False
    """Whether the file ends here without a line break."""


@dataclass(frozen=True, slots=True)
class Pages:
    """How many pages there are (0: not known) and what number is printed on them, by their count from 0."""

    count: int
    printed: dict[int, str]

    def label(self, page: int) -> str | None:
        """A page's number as text."""
        return self.printed.get(page, str(page + 1)) if self.count else None


def lines_of(text: str) -> list[Line]:
    """All lines of a text, with its pages where form feeds part them."""
    found, page = [], 0
    for match in _LINE.finditer(text):
        whole = match.group()
        if not whole:
            break
        words = whole.strip()
        indent = len(whole) - len(whole.lstrip()) if words else len(whole.rstrip("\r\n\f"))
        found.append(Line(words, match.start() + (indent if words else 0), indent, page))
        page += whole.endswith("\f")
    if found:
        found[-1].open_end = not text.endswith(("\n", "\r", "\f"))
    return found


def paginate(lines: Sequence[Line]) -> Pages:
    """Numbers the pages, by form feeds, page marks or printed numbers, and marks folios and running heads."""
    count = lines[-1].page + 1 if lines and lines[-1].page else _by_marks(lines) or _by_folios(lines)
    if not count:
        return Pages(0, {})
    edges = _edges(lines)
    printed = _folios(edges, count)
    _running_heads(edges, count)
    return Pages(count, printed)


def _by_marks(lines: Sequence[Line]) -> int:
    """Pages that begin with a line set in by one space, as copying from a PDF leaves them; 0 if there are none."""
    indented = [place for place, line in enumerate(lines) if line.text and line.indent]
    marks = [place for place in indented if lines[place].indent == 1 and (place == 0 or lines[place - 1].text)]
    if len(marks) < 3 or len(indented) > len(marks) + len(lines) // 50:
        return 0
    if any(later - earlier < PAGE_LINES for earlier, later in pairwise(marks)):
        return 0
    starts = [0, *(place for place in marks if place)]
    if lines[-1].open_end and lines[-1].indent and not lines[-1].text:
        starts.append(len(lines) - 1)
    return _number(lines, starts)


def _by_folios(lines: Sequence[Line]) -> int:
    """Pages told by their printed numbers, one more each time; 0 if there are none."""
    chain: list[tuple[int, int]] = []
    for place, line in enumerate(lines):
        folio = _FOLIO.fullmatch(line.text) if len(line.text) < 20 else None
        if folio and (not chain or (int(folio[1]) == chain[-1][1] + 1 and place - chain[-1][0] >= PAGE_LINES)):
            chain.append((place, int(folio[1])))
    if len(chain) < 3:
        return 0
    on_top = sum(1 for line in lines[: chain[0][0]] if line.text) < 4
    starts = [place for place, _ in chain[1:]] if on_top else [place + 1 for place, _ in chain]
    return _number(lines, [0, *(place for place in starts if any(line.text for line in lines[place:]))])


def _number(lines: Sequence[Line], starts: Sequence[int]) -> int:
    for page, (start, stop) in enumerate(pairwise([*starts, len(lines)])):
        for line in lines[start:stop]:
            line.page = page
    return len(starts)


def _edges(lines: Sequence[Line]) -> list[tuple[int, Line, Line]]:
    """The outermost two lines at the top and at the bottom of every page, as (page, outermost, next)."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if line.text:
            pages.setdefault(line.page, []).append(line)
    long = {page: held for page, held in pages.items() if len(held) > 4}
    return [edge for page, held in long.items() for edge in ((page, held[0], held[1]), (page, held[-1], held[-2]))]


def _folios(edges: Sequence[tuple[int, Line, Line]], count: int) -> dict[int, str]:
    """The printed page numbers; their lines are marked as furniture if the numbers run with the pages."""
    found = [
        (page, int(folio[1]), line) for page, *held in edges for line in held if (folio := _FOLIO.fullmatch(line.text))
    ]
    shift, often = Counter(number - page for page, number, _ in found).most_common(1)[0] if found else (0, 0)
    if often < 2 or often * 2 < count:
        return {}
    printed = {}
    for page, number, line in found:
        if number - page == shift:
            printed[page], line.furniture = str(number), True
    return printed


def _running_heads(edges: Sequence[tuple[int, Line, Line]], count: int) -> None:
    """Marks as furniture what stands outermost on many pages, numbers aside; behind it what stands there next.

    A line that ends as a sentence does is text ("Ibid." ends many a page).
    """
    for depth in (1, 2):
        lines = [outer if depth == 1 else inner for _, outer, inner in edges if depth == 1 or outer.furniture]
        often = Counter(_DIGITS.sub("#", line.text) for line in lines)
        for line in lines:
            many = often[_DIGITS.sub("#", line.text)] >= max(3, count * 0.4)
            line.furniture = line.furniture or (many and not ended(line.text))


def width_of(lines: Sequence[Line]) -> int | None:
    """The width at which the text's lines were broken, on the narrow side; null where a line is a paragraph."""
    full, adjacent, lengths = [], 0, []
    for line, following in pairwise(lines):
        if line.text and following.text and not line.furniture and not following.furniture:
            adjacent += 1
            if (following.text[0].islower() and not ended(line.text)) or _is_broken(line.text, following.text):
                full.append(filled(line.text, following.text))
                lengths.append(len(line.text))
    full.sort()
    many = len(full) * 5 >= adjacent or (len(full) > 1 and len(full) * 20 >= adjacent)
    if not full or not many or sorted(lengths)[len(lengths) // 2] > LONGEST_WRAPPED:
        return None
    width = full[len(full) // 20]
    return width if full[-1] < width * EVEN else None


def filled(text: str, following: str) -> int:
    """How long a line would be with the next one's first word."""
    return len(text) + 1 + len(following.split(None, 1)[0])


def ended(text: str) -> bool:
    """Whether a line ends as a sentence or a clause before a list does."""
    return bool(_ENDED.search(text[-12:]))


def continues(text: str, following: str, width: int | None) -> bool:
    """Whether a paragraph goes on from one line to the next, judged by the width at which lines were broken."""
    if width is None:
        return False
    reach = filled(text, following)
    if following[0].islower():
        return not ended(text) or reach >= width * 0.7
    return reach >= width * 0.95 or (_is_broken(text, following) and reach >= width * 0.7)


def _is_broken(text: str, following: str) -> bool:
    """Whether a word or a compound is broken at the line's end."""
    return text[-1] in "-\u00ad" and text[-2:-1].isalnum() and following[0].isalnum()
