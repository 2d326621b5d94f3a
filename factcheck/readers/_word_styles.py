"""What DOCX says of its paragraphs aside from their words: styles, and the numbers that Word puts before them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from factcheck.readers._office import child, name_of, number, numeral, value
from factcheck.records.document import BlockKind

KINDS: dict[str, BlockKind] = {
    "title": "title", "subtitle": "standfirst", "quote": "quotation", "intense quote": "quotation",
    "block text": "quotation", "quotations": "quotation", "caption": "caption", "header": "furniture",
    "footer": "furniture", "toc heading": "furniture", "table of figures": "furniture",
}  # fmt: skip
DEEPEST = 9
MOST_PARENTS = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits: block kind, heading's level, and list number with its depth."""

    kind: BlockKind = "paragraph"
    level: int = 0
    list: str | None = None
    depth: int | None = None


class Styles:
    """The paragraph styles of a file."""

    def __init__(self, root: Any) -> None:
        self._elements = {
            value(element, "styleId"): element
            for element in (root if root is not None else ())
            if name_of(element) == "style"
        }
        self._known: dict[str | None, Style] = {}
        self._default = next(
            (id for id, one in self._elements.items() if value(one, "default") == "1" and _is_of_paragraphs(one)), None
        )

    def of(self, properties: Any) -> Style:
        """What a paragraph's properties say, over those of its style."""
        id = value(child(properties, "pStyle")) if properties is not None else None
        style = self._style(id or self._default)
        if properties is None:
            return style
        outline, numbered = number(value(child(properties, "outlineLvl"))), child(properties, "numPr")
        kind, level = (style.kind, style.level) if outline is None else _outlined(outline, style)
        if numbered is None:
            return Style(kind, level, style.list, style.depth)
        depth = number(value(child(numbered, "ilvl")))
        return Style(
            kind, level, value(child(numbered, "numId")) or style.list, style.depth if depth is None else depth
        )

    def _style(self, id: str | None) -> Style:
        if id not in self._known:
            self._known[id] = self._resolved(list(self._chain(id)))
        return self._known[id]

    def _chain(self, id: str | None) -> Iterator[Any]:
        """A style and those that it is based on; one that is based on itself ends."""
        for _ in range(MOST_PARENTS):
            element = self._elements.get(id)
            if element is None:
                return
            yield element
            id = value(child(element, "basedOn"))

    def _resolved(self, chain: list[Any]) -> Style:
        kind: BlockKind = "paragraph"
        level, listed, depth = 0, None, None
        for element in reversed(chain):
            name = (value(child(element, "name")) or "").lower()
            outline = number(value(child(element, "pPr", "outlineLvl")))
            if name.startswith("heading ") and name[8:].isdigit():
                kind, level = "heading", min(max(int(name[8:]), 1), DEEPEST)
            elif name.startswith("toc "):
                kind, level = "furniture", 0
            elif name in KINDS:
                kind, level = KINDS[name], 0
            elif outline is not None:
                kind, level = _outlined(outline, Style(kind, level))
            listed = value(child(element, "pPr", "numPr", "numId")) or listed
            own = number(value(child(element, "pPr", "numPr", "ilvl")))
            depth = depth if own is None else own
        return Style(kind, level, listed, depth)


def _is_of_paragraphs(style: Any) -> bool:
    return value(style, "type") == "paragraph"


def _outlined(outline: int, style: Style) -> tuple[BlockKind, int]:
    """Kind and level by the outline level: 0 is the highest heading, 9 is text."""
    if 0 <= outline < DEEPEST:
        return ("title", 0) if style.kind == "title" else ("heading", outline + 1)
    return ("paragraph", 0) if style.kind == "heading" else (style.kind, style.level)


@dataclass(slots=True)
class _Level:
    form: str = "decimal"
    text: str = "%1."
    start: int = 1


@dataclass(slots=True)
class Numbers:
    """Counts the numbered paragraphs of a file as Word does."""

    levels: dict[str, list[_Level]] = field(default_factory=dict)
    lists: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)
    """The number of a list -> the form that it takes, and at which number its levels begin anew."""
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: Any) -> "Numbers":
        """The numbering that a file's part of that name describes; an empty one for none."""
        numbers = cls()
        for element in root if root is not None else ():
            if name_of(element) == "abstractNum":
                form = value(element, "abstractNumId") or ""
                numbers.levels[form] = [_level(one) for one in element if name_of(one) == "lvl"][:DEEPEST]
            elif name_of(element) == "num":
                starts = {
                    number(value(one, "ilvl")) or 0: number(value(child(one, "startOverride"))) or 1
                    for one in element
                    if name_of(one) == "lvlOverride" and child(one, "startOverride") is not None
                }
                id = value(element, "numId") or ""
                numbers.lists[id] = (value(child(element, "abstractNumId")) or "", starts)
        return numbers

    def next(self, list: str | None, depth: int) -> tuple[str | None, str, bool] | None:
        """The next number of a list: label ("3"), as printed ("3."), and whether its count begins.

        None where there is no such list; label null and nothing printed for a bullet.
        """
        form, starts = self.lists.get(list or "", ("", {}))
        levels = self.levels.get(form)
        if list is None or not levels or not 0 <= depth < len(levels):
            return None
        counts = self._counts.setdefault(form, {})
        if list not in self._begun:
            self._begun.add(list)
            for level in starts:
                counts.pop(level, None)
        begins = depth not in counts
        counts[depth] = starts.get(depth, levels[depth].start) if begins else counts[depth] + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return (*self._printed(levels, depth, counts, starts), begins)

    def _printed(
        self, levels: list[_Level], depth: int, counts: dict[int, int], starts: dict[int, int]
    ) -> tuple[str | None, str]:
        level = levels[depth]
        if level.form in ("bullet", "none"):
            return None, ""
        text = level.text
        for place in range(depth + 1):
            count = counts.get(place, starts.get(place, levels[place].start))
            text = text.replace(f"%{place + 1}", numeral(count, levels[place].form))
        label = text.strip(" .()[]:")
        return label or None, text.strip()


def _level(element: Any) -> _Level:
    form = value(child(element, "numFmt")) or "decimal"
    start = number(value(child(element, "start")))
    return _Level(form, value(child(element, "lvlText")) or "", 1 if start is None else start)
