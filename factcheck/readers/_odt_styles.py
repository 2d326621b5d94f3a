"""What ODT says of its paragraphs aside from their words: styles, and how lists and headings are numbered."""

from dataclasses import dataclass
from typing import Any

from factcheck.readers._office import child, name_of, number, numeral, value
from factcheck.records.document import BlockKind

KINDS: dict[str, BlockKind] = {
    "title": "title", "subtitle": "standfirst", "quotations": "quotation", "caption": "caption",
    "illustration": "caption", "table": "caption", "figure": "caption", "header": "furniture", "footer": "furniture",
}  # fmt: skip
FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
MOST_PARENTS = 20


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the form of its numbers (empty for a bullet), and what stands around them."""

    form: str
    before: str = ""
    after: str = ""
    shown: int = 1
    """How many levels its number shows ("2.1" shows two)."""

    def printed(self, counts: list[int]) -> str:
        """The number as printed; empty for a bullet."""
        if not self.form:
            return ""
        numbers = [numeral(count, self.form) for count in counts[-self.shown :]]
        return f"{self.before}{'.'.join(numbers)}{self.after}".strip()

    def label(self, counts: list[int]) -> str | None:
        """The number without what stands around it; none for a bullet."""
        return self.printed(counts).strip(" .()[]:") or None


class Styles:
    """The styles of a file, from its content and from its part of that name."""

    def __init__(self, *roots: Any) -> None:
        self._styles: dict[str | None, Any] = {}
        self._lists: dict[str | None, list[Level]] = {}
        self._outline: list[Level] = []
        self._kinds: dict[str | None, tuple[BlockKind, int]] = {}
        for root in roots:
            for group in root if root is not None else ():
                if name_of(group) in ("styles", "automatic-styles"):
                    self._add(group)

    def _add(self, group: Any) -> None:
        for element in group:
            name = name_of(element)
            if name == "style":
                self._styles.setdefault(value(element, "name"), element)
            elif name == "list-style":
                self._lists.setdefault(value(element, "name"), [_level(one) for one in element])
            elif name == "outline-style":
                self._outline = self._outline or [_level(one) for one in element]

    def kind(self, name: str | None) -> tuple[BlockKind, int]:
        """What a paragraph of a style is, with its level if it is a heading."""
        if name not in self._kinds:
            self._kinds[name] = self._resolved(name)
        return self._kinds[name]

    def _resolved(self, name: str | None) -> tuple[BlockKind, int]:
        for _ in range(MOST_PARENTS):
            said = (name or "").lower().replace("_20_", " ")
            if said in KINDS:
                return KINDS[said], 0
            if said.startswith("heading ") and said[8:].isdigit():
                return "heading", min(max(int(said[8:]), 1), 9)
            element = self._styles.get(name)
            if element is None:
                break
            name = value(element, "parent-style-name")
        return "paragraph", 0

    def is_raised(self, name: str | None) -> bool:
        """Whether a style sets characters small and above the line."""
        element = self._styles.get(name)
        position = value(child(element, "text-properties"), "text-position") or "" if element is not None else ""
        return position.startswith("super") or (position[:1].isdigit() and not position.startswith("0"))

    def levels(self, name: str | None) -> list[Level]:
        """The levels of a list style; none for a name that is not known."""
        return self._lists.get(name, [])

    def outline_number(self, counts: list[int]) -> str:
        """What stands before a heading, by how far each level has counted; empty where headings have no numbers."""
        return self._outline[len(counts) - 1].printed(counts) if len(counts) <= len(self._outline) else ""


def _level(element: Any) -> Level:
    form = FORMS.get(value(element, "num-format") or "", "")
    if name_of(element) == "list-level-style-bullet":
        form = ""
    shown = number(value(element, "display-levels")) or 1
    return Level(form, value(element, "num-prefix") or "", value(element, "num-suffix") or "", shown)
