"""Where the words of a Word file stand in its XML: found by their letters, whatever runs they are set in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from unicodedata import normalize

from factcheck.readers._office import child, is_on, name_of, value
from factcheck.readers.docx import OUT, chosen
from factcheck.records.document import Document

BREAK = "\n"
"""Stands between paragraphs; no letter is one."""
WHOLE = -1
"""Of an element that is not to be parted: the place is all of it."""
HOLDERS = frozenset(("r", "oMath", "oMathPara"))
MARKED = frozenset(("footnoteReference", "endnoteReference"))


def letters(text: str) -> str:
    """The letters and digits of a text, folded, so that accents, ligatures, case and signs make no difference."""
    return "".join(map(_folded, text))


def _folded(sign: str) -> str:
    return "".join(one for one in normalize("NFKD", sign).casefold() if one.isalnum())


@dataclass
class Letters:
    """The letters of a file as they are read, and for each the element that holds it and where in its text."""

    signs: str = ""
    places: list[tuple[Any, int]] = field(default_factory=list)

    def find(self, wanted: str, start: int) -> int | None:
        """Where letters stand: at the start of a paragraph behind a place, else anywhere; null where they do not."""
        for sought, begin in ((BREAK + wanted, start), (wanted, start), (BREAK + wanted, 0), (wanted, 0)):
            found = self.signs.find(sought, begin) if wanted else -1
            if found >= 0:
                return found + len(sought) - len(wanted)
        return None


def letters_of(body: Any, notes: Mapping[tuple[str, str | None], Any]) -> Letters:
    """The letters of a document's body and of its notes, which stand where they are called for."""
    gathered = _Gathering(notes)
    gathered.blocks(body)
    for reference, note in gathered.called:
        gathered.signs.append(BREAK)
        gathered.places.append((reference, WHOLE))
        for paragraph in note.iter("{*}p"):
            gathered.paragraph(paragraph, reference)
    return Letters("".join(gathered.signs), gathered.places)


@dataclass
class _Gathering:
    notes: Mapping[tuple[str, str | None], Any]
    signs: list[str] = field(default_factory=list)
    places: list[tuple[Any, int]] = field(default_factory=list)
    called: list[tuple[Any, Any]] = field(default_factory=list)

    def blocks(self, elements: Any) -> None:
        for one in elements:
            name = name_of(one)
            if name == "p":
                self.signs.append(BREAK)
                self.places.append((one, WHOLE))
                self.paragraph(one)
            elif name == "AlternateContent":
                self.blocks(chosen(one))
            elif name not in OUT:
                self.blocks(one)

    def paragraph(self, paragraph: Any, instead: Any = None) -> None:
        """Takes in a paragraph's letters, then those of the text boxes in it; `instead` holds them all."""
        boxes: list[Any] = []
        for text in self._texts(paragraph, boxes):
            holder = _holder(text) if instead is None else instead
            parted = holder is text.getparent() and instead is None
            for at, sign in enumerate(text.text or ""):
                for one in _folded(sign):
                    self.signs.append(one)
                    self.places.append((text, at) if parted else (holder, WHOLE))
        for box in boxes:
            self.blocks(box)

    def _texts(self, element: Any, boxes: list[Any]) -> Iterator[Any]:
        custom = False
        for one in element:
            name = name_of(one)
            if name == "t":
                if not custom:
                    yield one
            elif name == "txbxContent":
                boxes.append(one)
            elif name == "AlternateContent":
                yield from self._texts(chosen(one), boxes)
            elif name in MARKED:
                custom = value(one, "customMarkFollows") in ("1", "true", "on")
                note = self.notes.get((name.removesuffix("Reference"), value(one, "id")))
                if note is not None:
                    self.called.append((_holder(one), note))
            elif name not in OUT and not is_on(child(one, "rPr", "vanish")):
                yield from self._texts(one, boxes)


def _holder(element: Any) -> Any:
    """The outermost run or formula that an element stands in: beside it a mark may stand."""
    return [one for one in element.iterancestors() if name_of(one) in HOLDERS][-1]


class Finder:
    """Finds passages of a document, as it was read, among the letters of its file."""

    def __init__(self, document: Document, found: Letters) -> None:
        self.document = document
        self.letters = found
        self._starts: list[int | None] = []
        cursor = 0
        for block in document.blocks:
            own = letters(document.text[block.start : block.end])
            at = found.find(own, cursor)
            self._starts.append(at)
            if at is not None and at >= cursor:
                cursor = at + len(own)

    def find(self, block: int, start: int, end: int) -> tuple[int, int, str]:
        """The first and the last letter of `text[start:end]`, and the signs that follow the last.

        They count the document's text and lie in its block of that number. Where the words are not found, it is the
        first letter of the block, or of the file.
        """
        text = self.document.text
        wanted = letters(text[start:end])
        tail = text[start:end].rpartition(_last_letter(text[start:end]))[2]
        begin = self._starts[block]
        if begin is not None and wanted:
            first = begin + len(letters(text[self.document.blocks[block].start : start]))
            return first, first + len(wanted) - 1, tail
        at = self.letters.find(wanted, 0)
        if at is not None:
            return at, at + len(wanted) - 1, tail
        return (begin or 0), (begin or 0), ""


def _last_letter(text: str) -> str:
    return next((sign for sign in reversed(text) if _folded(sign)), "") or text[-1:]
