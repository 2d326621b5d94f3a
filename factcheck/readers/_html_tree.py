"""The elements of an HTML file, with their text and its places; walked without recursion, however deep."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from factcheck.errors import SourceError
from factcheck.readers._html_source import RAW, Characters

SILENT = frozenset(
    "style template noscript iframe object embed svg canvas audio video select datalist textarea input head"
    " noframes noembed xmp frameset map".split()
)
"""Elements whose content is not shown as text."""
INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark math msup mi mn mo mrow"
    " nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split()
)
"""Elements that stand in a line of text."""

MOST_ATTRIBUTES = 1_000
"""Attributes that a tag may have."""

_TAG = re.compile(r"<[a-zA-Z](?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+")
_QUOTED = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_NAME = re.compile(r"[\s/]([^\s/=>]+)")


@dataclass(slots=True)
class Text:
    """Characters of the file in pieces, each with its place."""

    pieces: list[tuple[str, int | None]]

    @property
    def words(self) -> str:
        """The pieces joined."""
        return "".join(piece for piece, _ in self.pieces)


@dataclass(slots=True, eq=False)
class Element:
    """An element. `raw` is what a `script` or `title` holds; other text stands among the children."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None"
    children: "list[Element | Text]" = field(default_factory=list)
    raw: str = ""

    def get(self, name: str) -> str:
        """An attribute's value without white space around it; empty if there is none."""
        return self.attributes.get(name, "").strip()

    @property
    def words(self) -> str:
        """All text inside, with single spaces."""
        return " ".join(" ".join(part.words if isinstance(part, Text) else " " for _, part in events(self)).split())

    def above(self) -> "Iterator[Element]":
        """The elements that it lies in, nearest first."""
        parent = self.parent
        while parent is not None:
            yield parent
            parent = parent.parent


Event = tuple[str, Element | Text]
"""`open`, `close`, `whole` (an element that is not gone into) or `text`, and what it is about."""


def events(element: Element, into: Callable[[Element], bool] = lambda _: True) -> Iterator[Event]:
    """What is inside an element, in order of the file."""
    stack: list[tuple[Element, Iterator[Element | Text]]] = [(element, iter(element.children))]
    while stack:
        holder, rest = stack[-1]
        child = next(rest, None)
        if child is None:
            stack.pop()
            if stack:
                yield "close", holder
        elif isinstance(child, Text):
            yield "text", child
        elif into(child):
            yield "open", child
            stack.append((child, iter(child.children)))
        else:
            yield "whole", child


def inside(element: Element) -> Iterator[Element]:
    """All elements inside an element, in order of the file."""
    return (part for event, part in events(element) if event == "open" and isinstance(part, Element))


def tree_of(text: str) -> Element:
    """The tree of a file's characters."""
    from selectolax.lexbor import LexborHTMLParser

    characters = Characters(text)
    _refuse_crowded(characters.safe)
    parsed = LexborHTMLParser(characters.safe)
    root = Element("html", {}, None)
    top = parsed.root
    if top is None:
        return root
    root.attributes = _attributes(top)
    stack = [(top.child, root, False)]
    while stack:
        node, holder, silent = stack.pop()
        if node is None:
            continue
        stack.append((node.next, holder, silent))
        if node.tag == "-text":
            pieces = characters.place(node.text_content or "")
            if not silent:
                holder.children.append(Text(pieces))
        elif node.tag and not node.tag.startswith(("-", "!")):
            element = Element(node.tag, _attributes(node), holder)
            if not silent or holder.tag == "head":
                holder.children.append(element)
            if node.tag in RAW:
                element.raw = node.text(deep=True)
            else:
                stack.append((node.child, element, silent or node.tag in SILENT))
    return root


def _refuse_crowded(text: str) -> None:
    """Raises `SourceError` for a tag of very many attributes: a parser compares each with all others."""
    for tag in _TAG.finditer(text):
        if len(tag[0]) > MOST_ATTRIBUTES * 2 and len(set(_NAME.findall(_QUOTED.sub("", tag[0])))) > MOST_ATTRIBUTES:
            raise SourceError(f"a tag of the page has more than {MOST_ATTRIBUTES:,} attributes: this is no text")


def _attributes(node: object) -> dict[str, str]:
    found: dict[str, str | None] = getattr(node, "attributes", {})
    return {name: value or "" for name, value in found.items()}
