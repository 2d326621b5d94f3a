"""Notes of a page and their markers: links to a place further down, or raised numbers that return there."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from factcheck.readers._html_tree import INLINE, Element, Text, inside

_LABEL = re.compile(r"[\[(]?\s?((?:note\s)?\d{1,4}|[a-z]{1,2}|[ivxlc]{1,6}|[*†‡§¶#]{1,4})\s?[\])]?\.?", re.I)
_BACK = re.compile(r"[↩↑⤴↵^⏎\ufe0e\ufe0f\s]{1,9}|back|return|jump(?: up)?|back to (?:text|top)", re.I)
_NOTES = re.compile(
    r"(?:foot|end|side)?notes?|(?:foot|end)note\w{0,12}|fn|references?|reflist|citations?|doc-(?:foot|end)notes?", re.I
)
_WORD = re.compile(r"[A-Za-z]+")
_HOLDERS = frozenset("p li div aside dd tr section blockquote td".split())


@dataclass
class Notes:
    """The labels of markers by their element, those of notes, and the links that only lead back from a note."""

    markers: dict[Element, str] = field(default_factory=dict)
    notes: dict[Element, str] = field(default_factory=dict)
    back: set[Element] = field(default_factory=set)

    def holds(self, element: Element) -> bool:
        """Whether an element is one of them, and not gone into like others."""
        return element in self.markers or element in self.notes or element in self.back


def notes_of(root: Element) -> Notes:
    """The notes that a page has."""
    order = {element: number for number, element in enumerate(inside(root))}
    found = Notes()
    _linked(order, found)
    if not found.notes:
        _raised(order, found)
    for note in found.notes:
        for element in inside(note):
            if element.tag == "a" and element.get("href").startswith("#"):
                words = element.words
                if _BACK.fullmatch(words) or _LABEL.fullmatch(words):
                    found.back.add(element)
    return found


def _linked(order: dict[Element, int], found: Notes) -> None:
    names: dict[str, Element] = {}
    for element in order:
        for name in (element.get("id"), element.get("name") if element.tag == "a" else ""):
            if name:
                names.setdefault(name, element)
    for element, place in order.items():
        href = element.get("href") if element.tag == "a" else ""
        target = names.get(unquote(href[1:])) if href.startswith("#") else None
        label = _LABEL.fullmatch(element.words) if target is not None else None
        if target is None or label is None or order[target] <= place:
            continue
        note = _holder(target)
        if note is not None and element is not target and (_is_raised(element) or _leads_back(note, element)):
            marker = element.parent if _is_alone(element) else element
            found.markers[marker or element] = found.notes.setdefault(note, label[1].lower().removeprefix("note "))


def _raised(order: dict[Element, int], found: Notes) -> None:
    """Raised numbers that stand at the beginning of a paragraph further down as well."""
    earlier: dict[str, list[Element]] = {}
    for element in order:
        label = element.words if element.tag == "sup" else ""
        if not re.fullmatch(r"\d{1,4}|[*†‡§]{1,3}", label):
            continue
        holder = _holder(element)
        if holder is not None and _first(holder) is element:
            if label in earlier:
                found.notes[holder], found.back = label, found.back | {element}
                found.markers.update(dict.fromkeys(earlier.pop(label), label))
        else:
            earlier.setdefault(label, []).append(element)


def _holder(target: Element) -> Element | None:
    """The block that a note's target stands for or in."""
    for element in (target, *target.above()):
        if element.tag not in INLINE:
            return element if element.tag in _HOLDERS else None
    return None


def _first(holder: Element) -> Element | Text | None:
    """The first thing with words in a block, as far in as it goes alone."""
    inner: Element | Text | None = holder
    while isinstance(inner, Element) and (inner is holder or inner.tag in ("p", "a", "span")):
        inner = next((child for child in inner.children if child.words.strip()), None)
    return inner


def _is_alone(element: Element) -> bool:
    """Whether a link is all that its raised parent holds."""
    parent = element.parent
    return parent is not None and parent.tag == "sup" and parent.words == element.words


def _is_raised(element: Element) -> bool:
    around = (element, *list(element.above())[:2], *[child for child in element.children if isinstance(child, Element)])
    roles = " ".join(f"{one.get('role')} {one.get('epub:type')} {one.get('class')}" for one in around[:2]).lower()
    return any(one.tag == "sup" for one in around) or "noteref" in roles or "footnote" in roles


def _leads_back(note: Element, reference: Element) -> bool:
    """Whether the note has a link to its reference, or lies among notes."""
    ids = {one.get(name) for one in (reference, *list(reference.above())[:2]) for name in ("id", "name")} - {""}
    if any(element.tag == "a" and unquote(element.get("href")[1:]) in ids for element in inside(note)):
        return True
    around = (note, *list(note.above())[:3])
    words = {word for one in around for word in _WORD.findall(f"{one.get('id')} {one.get('class')} {one.get('role')}")}
    return any(_NOTES.fullmatch(word) for word in words)
