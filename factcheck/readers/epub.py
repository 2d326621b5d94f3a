"""EPUB: the chapters in reading order, their notes wherever the book keeps them, and what the book says of itself.

The characters lie in many files, so the document has no runs.
"""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from factcheck.building import Builder
from factcheck.errors import SourceError
from factcheck.language.datelines import partial_date
from factcheck.readers._drafts import mark_by_markup, mark_by_words
from factcheck.readers._html_blocks import Flow
from factcheck.readers._html_notes import notes_of
from factcheck.readers._html_regions import Regions
from factcheck.readers._html_source import VOID, characters
from factcheck.readers._html_tree import Element, Text, events, inside, tree_of
from factcheck.readers._office import child, name_of, value
from factcheck.readers._zipped import member, opened, root_of
from factcheck.reading import Reader

FIELDS = {"title": "title", "creator": "author", "publisher": "publisher", "date": "issued", "language": "language"}
TYPES = ("application/xhtml+xml", "text/html")
OWN = frozenset("toc landmarks page-list index loi lot pagebreak".split())
"""Parts of a book that are not its author's text, by their `epub:type`."""

_TAG = re.compile(r"<([a-zA-Z][\w:-]{0,60})((?:[^<>\"']++|\"[^\"<>]{0,4000}+\"|'[^'<>]{0,4000}+')*+)>")


def read(data: bytes, builder: Builder) -> None:
    """Fills the builder with the book's blocks and notes, and with what it says of itself."""
    with opened(data, builder.limits) as archive:
        place, package = _package(archive)
        _refuse_locked(archive)
        _describe(package, builder)
        body = Element("body", {}, None)
        for name in _chapters(package, place):
            _add(body, member(archive, name), name)
    own = {one for one in inside(body) if one.tag == "nav" or OWN & set(one.get("epub:type").split())}
    for event, part in events(body):
        if event == "text" and isinstance(part, Text):
            part.pieces = [(words, None) for words, _ in part.pieces]
    Flow(builder, Regions(body, None, own), notes_of(body)).run(body)
    if any(draft.kind == "heading" for draft in builder.drafts):
        mark_by_markup(builder)
    else:
        mark_by_words(builder)


def _package(archive: ZipFile) -> tuple[str, Any]:
    """The folder and the root of the file that lists the book's parts."""
    container = root_of(member(archive, "META-INF/container.xml"))
    found = value(child(container, "rootfiles", "rootfile"), "full-path") if container is not None else None
    package = root_of(member(archive, found)) if found else None
    if package is None or not found:
        raise SourceError("the file is damaged, or no EPUB")
    return dirname(found), package


def _refuse_locked(archive: ZipFile) -> None:
    """Raises `SourceError` for a book whose text is encrypted; fonts may be."""
    locks = root_of(member(archive, "META-INF/encryption.xml"))
    for reference in locks.iter("{*}CipherReference") if locks is not None else ():
        if (value(reference, "URI") or "").lower().endswith((".xhtml", ".html", ".htm", ".xml")):
            raise SourceError("the book is protected against copying, and cannot be read")


def _describe(package: Any, builder: Builder) -> None:
    """Title, authors, publisher, date and language."""
    said: dict[str, list[str]] = {}
    for element in child(package, "metadata") if child(package, "metadata") is not None else ():
        field, words = FIELDS.get(name_of(element)), " ".join((element.text or "").split())
        if field and words:
            said.setdefault(field, []).append(words)
    language = said.pop("language", [""])[0]
    builder.language = builder.language or language.replace("_", "-") or None
    issued = partial_date(said.pop("issued", [""])[0][:10])
    builder.metadata |= {field: ", ".join(held) if field == "author" else held[0] for field, held in said.items()}
    builder.title = builder.metadata.get("title")
    if issued:
        builder.metadata["issued"] = issued
        builder.date, builder.date_from = issued, "metadata"


def _chapters(package: Any, folder: str) -> Iterator[str]:
    """The names of the files that hold the text, each once, in the order of reading."""
    manifest, spine = child(package, "manifest"), child(package, "spine")
    if manifest is None or spine is None:
        raise SourceError("the file is damaged: the book lists no chapters")
    items = {value(item, "id"): item for item in manifest if name_of(item) == "item"}
    for id in dict.fromkeys(value(reference, "idref") for reference in spine):
        item = items.get(id)
        if item is None or value(item, "media-type") not in TYPES or "nav" in (value(item, "properties") or "").split():
            continue
        yield normpath(join(folder, unquote(value(item, "href") or "")))


def _add(body: Element, data: bytes | None, name: str) -> None:
    """Adds a chapter to the book's one body; its names of places get the file's name before them."""
    if data is None:
        raise SourceError(f"the file is damaged: {name} is missing")
    html = tree_of(_TAG.sub(_closed, characters(data)))
    chapter = next((one for one in html.children if isinstance(one, Element) and one.tag == "body"), html)
    section = Element("section", {"epub:type": chapter.get("epub:type")}, body, chapter.children)
    for one in section.children:
        if isinstance(one, Element):
            one.parent = section
    body.children.append(section)
    for element in inside(section):
        for key in ("id", "name"):
            if element.get(key):
                element.attributes[key] = f"{name}#{element.get(key)}"
        file, mark, target = element.get("href").partition("#")
        if mark and ":" not in file:
            file = normpath(join(dirname(name), unquote(file))) if file else name
            element.attributes["href"] = f"#{file}#{unquote(target)}"


def _closed(tag: re.Match[str]) -> str:
    """An element that XML closes in its own tag, closed as HTML does."""
    if not tag[2].endswith("/") or tag[1].lower() in VOID:
        return tag.group()
    return f"<{tag[1]}{tag[2][:-1]}></{tag[1]}>"


READER = Reader("epub", 2, (".epub",), read)
