"""Running heads and folios of a PDF: what returns in one place on many pages, and the numbers that run with them."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.readers._headings import roman
from factcheck.readers._lines import ended
from factcheck.readers._pdf_strips import Strip

DEPTH = 3
"""How many lines at the top and at the bottom of a page are looked at."""
SHORT, LONG = 14, 60
"""Words of a running head at most where its text differs from page to page; characters of a line that may be text."""
FEW = 6
"""Pages below which a line that stands on two of them returns."""

_FOLIO = re.compile(r"(?:[Pp]age\s+)?(?:[-–—|]\s?)?(\d{1,4})(?:\s?[-–—|]|\s?(?:of|/)\s?\d{1,4})?")
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True, eq=False)
class _Edge:
    """A line near the top or the bottom of a page; `gap` is its distance from the next line inwards.

    `usual` is the size of most of the page's lines.
    """

    strips: list[Strip]
    depth: int
    upper: bool
    gap: float
    usual: float

    @property
    def page(self) -> int:
        return self.strips[0].page

    @property
    def y(self) -> float:
        return self.strips[0].y

    @property
    def text(self) -> str:
        return " ".join(strip.text for strip in self.strips)

    @property
    def running(self) -> bool:
        """Whether it stands as a line of the text does: in the same type, close to the next, and about as long."""
        size = self.strips[0].size
        close = self.gap < size * 1.5 and abs(size - self.usual) < size * 0.04
        return len(self.text) > LONG and (close or ended(self.text))

    @property
    def key(self) -> str:
        return _DIGITS.sub("#", self.text)


def part_furniture(pages: Sequence[Sequence[Strip]]) -> tuple[list[list[Strip]], dict[int, str]]:
    """What of each page is furniture, and the printed numbers of pages by their count from 0."""
    edges = [edge for page in pages for edge in _edges(page)]
    taken: dict[int, _Edge] = {}
    printed = _folios(edges, taken, len(pages))
    _returning(edges, taken, len(pages))
    _in_place(edges, taken, len(pages))
    found: list[list[Strip]] = [[] for _ in pages]
    for edge in edges:
        if id(edge) in taken:
            found[edge.page] += [strip for strip in edge.strips if strip not in found[edge.page]]
    return found, printed


def _edges(strips: Sequence[Strip]) -> list[_Edge]:
    lines: list[list[Strip]] = []
    for strip in sorted(strips, key=lambda one: (-one.y, one.x)):
        if lines and abs(lines[-1][0].y - strip.y) < 2:
            lines[-1].append(strip)
        else:
            lines.append([strip])
    for line in lines:
        line.sort(key=lambda one: one.x)
    most = min(DEPTH, len(lines) // 2)
    usual = sorted(line[0].size for line in lines)[len(lines) // 2] if lines else 0.0
    inwards = (lines, lines[::-1])
    return [
        _Edge(line, depth, order is lines, abs(line[0].y - order[depth + 1][0].y), usual)
        for order in inwards
        for depth, line in enumerate(order[:most])
    ]


def _folios(edges: Sequence[_Edge], taken: dict[int, _Edge], count: int) -> dict[int, str]:
    """Page numbers: figures that rise with the pages, whatever number the first of them has; Roman ones too."""
    printed: dict[int, str] = {}
    for form in (_arabic, _roman):
        found = [(edge.page, number, edge) for edge in edges if (number := form(edge)) is not None]
        often = Counter(number - page for page, number, _ in found)
        shifts = {shift for shift, times in often.items() if times >= (2 if count < FEW else 3)}
        for page, number, edge in found:
            if number - page in shifts and page not in printed:
                printed[page] = str(number) if form is _arabic else edge.text.strip()
                taken[id(edge)] = edge
    return printed


def _arabic(edge: _Edge) -> int | None:
    match = _FOLIO.fullmatch(edge.text.strip())
    return int(match[1]) if match else None


def _roman(edge: _Edge) -> int | None:
    text = edge.text.strip()
    return roman(text.upper()) if text and len(text) < 9 and _ROMAN.fullmatch(text) else None


def _returning(edges: Sequence[_Edge], taken: dict[int, _Edge], count: int) -> None:
    """Lines whose words return at one height, numbers aside; left and right pages may have words of their own."""
    enough = 2 if count < FEW else 3
    groups: defaultdict[tuple[str, bool], list[_Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.key, edge.upper].append(edge)
    for group in groups.values():
        pages = Counter(height for height, _ in {(round(edge.y / 4), edge.page) for edge in group})
        for edge in group:
            height = round(edge.y / 4)
            often = pages[height - 1] + pages[height] + pages[height + 1]
            if often >= enough and not edge.running:
                taken[id(edge)] = edge


def _in_place(edges: Sequence[_Edge], taken: dict[int, _Edge], count: int) -> None:
    """Heads whose words change with the chapter: always at one height, in small type, and well apart from the text."""
    heights: defaultdict[tuple[bool, int], list[_Edge]] = defaultdict(list)
    for edge in edges:
        size = edge.strips[0].size
        if edge.depth == 0 and edge.gap > size * 1.9 and size <= edge.usual and len(edge.text.split()) <= SHORT:
            heights[edge.upper, round(edge.y)].append(edge)
    for held in heights.values():
        if len({edge.page for edge in held}) >= max(4, count * 0.3) or any(id(edge) in taken for edge in held):
            taken |= {id(edge): edge for edge in held if not ended(edge.text)}
