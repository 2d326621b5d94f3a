"""Comments in a Word file: put on words, however they are set, with not a word altered.

Only the text's own part, that of its comments, and what names these are written anew; every other part of the file
stays as it was, byte for byte. Tracked changes and the comments that are there stay.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from posixpath import dirname, join, normpath, relpath
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from factcheck.config import Limits
from factcheck.errors import SourceError
from factcheck.readers._office import name_of, value
from factcheck.readers._zipped import member, opened, root_of
from factcheck.reporters._word_letters import WHOLE, Finder, letters_of
from factcheck.reporting import EPOCH

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
STRICT = "http://purl.oclc.org/ooxml/"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
AUTHOR, INITIALS = "factcheck", "fc"


@dataclass(frozen=True)
class Comment:
    """What is to be said of some words: `text[start:end]` of the document as read, in its block of that number."""

    block: int
    start: int
    end: int
    lines: Sequence[str]


def commented(data: bytes, document: Any, comments: Sequence[Comment]) -> bytes:
    """The file with comments; `document` is what was read of it. Raises SourceError for one that cannot be taken."""
    archive = opened(data, Limits())
    package = _Package(archive)
    finder = Finder(document, letters_of(package.body, package.notes()))
    points = []
    for number, comment in enumerate(comments, package.next_id()):
        first, last, tail = finder.find(comment.block, comment.start, comment.end)
        points += [(first, 0, number, ""), (last, 1, number, tail)]
        package.add(number, comment.lines)
    places = finder.letters.places
    for at, is_end, number, tail in sorted(points, reverse=True):
        element, offset = places[at]
        if is_end:
            package.mark_end(element, offset, number, tail)
        else:
            package.mark_start(element, offset, number)
    return package.written()


class _Package:
    """A Word file: its main part, and the part of its comments."""

    def __init__(self, archive: ZipFile) -> None:
        self.archive = archive
        start = self._part("_rels/.rels")
        main = next(one for one in start if (value(one, "Type") or "").endswith("/officeDocument"))
        self.main = normpath((value(main, "Target") or "").lstrip("/"))
        self.root = self._part(self.main)
        self.space = self.root.tag[1:].partition("}")[0]
        self.body = next(one for one in self.root if name_of(one) == "body")
        self.rels_name = join(dirname(self.main), "_rels", f"{self.main.rpartition('/')[2]}.rels")
        self.rels = self._part(self.rels_name)
        self.comments_name = self._related("comments")
        self.is_new = self.comments_name is None
        self.comments = self._new_comments() if self.comments_name is None else self._part(self.comments_name)

    def _part(self, name: str) -> Any:
        root = root_of(member(self.archive, name))
        if root is None:
            raise SourceError("the file is damaged, or no DOCX")
        return root

    def _related(self, kind: str) -> str | None:
        """The name of the part of a kind that the main part goes with."""
        for one in self.rels:
            if (value(one, "Type") or "").endswith(f"/{kind}") and value(one, "TargetMode") != "External":
                target = value(one, "Target") or ""
                return target[1:] if target.startswith("/") else normpath(join(dirname(self.main), target))
        return None

    def notes(self) -> dict[tuple[str, str | None], Any]:
        """The notes of the file, by their kinds and ids."""
        found: dict[tuple[str, str | None], Any] = {}
        for kind in ("footnote", "endnote"):
            name = self._related(f"{kind}s")
            for note in self._part(name) if name else ():
                if name_of(note) == kind and value(note, "type") in (None, "normal"):
                    found[kind, value(note, "id")] = note
        return found

    def next_id(self) -> int:
        """The first number that no comment has."""
        there = [*self.comments, *self.root.iter("{*}commentReference"), *self.root.iter("{*}commentRangeStart")]
        taken = [int(id) for one in there if (id := value(one, "id") or "").isdigit()]
        return max(taken, default=-1) + 1

    def add(self, number: int, lines: Sequence[str]) -> None:
        """Put a comment among the others, a paragraph for each line."""
        named = {"id": str(number), "author": AUTHOR, "initials": INITIALS}
        comment = self._sub(self.comments, "comment", **named)
        for line in lines:
            text = self._sub(self._sub(self._sub(comment, "p"), "r"), "t")
            text.text = line
            text.set(XML_SPACE, "preserve")

    def mark_start(self, element: Any, offset: int, number: int) -> None:
        """Let a comment begin before a letter."""
        if offset != WHOLE:
            while offset and not element.text[offset - 1].isspace() and not element.text[offset - 1].isalnum():
                offset -= 1
            element = self._parted(element, offset)[1]
        self._beside(element, True, self._made("commentRangeStart", id=str(number)))

    def mark_end(self, element: Any, offset: int, number: int, tail: str) -> None:
        """Let a comment end behind a letter and the signs that follow it, and call for the comment there."""
        if offset != WHOLE:
            end = offset + 1
            for sign in tail:
                if element.text[end : end + 1] != sign:
                    break
                end += 1
            element = self._parted(element, end)[0]
        run = self._made("r")
        self._sub(run, "commentReference", id=str(number))
        self._beside(element, False, run)
        self._beside(element, False, self._made("commentRangeEnd", id=str(number)))

    def _beside(self, element: Any, before: bool, mark: Any) -> None:
        """Put a mark before or behind a run; in a paragraph without any, at its end."""
        if name_of(element) == "p":
            element.append(mark)
        elif before:
            element.addprevious(mark)
        else:
            element.addnext(mark)

    def _parted(self, text: Any, at: int) -> tuple[Any, Any]:
        """The runs before and behind a place in a text: the run that holds it, parted where that is inside of it."""
        run = text.getparent()
        before = [one for one in run if name_of(one) != "rPr" and run.index(one) < run.index(text)]
        behind = list(text.itersiblings())
        if at <= 0 and not before:
            return run, run
        if at >= len(text.text) and not behind:
            return run, run
        other = run.makeelement(run.tag, dict(run.attrib))
        other.extend(deepcopy(one) for one in run if name_of(one) == "rPr")
        if 0 < at < len(text.text):
            rest = text.makeelement(text.tag, dict(text.attrib))
            text.text, rest.text = text.text[:at], text.text[at:]
            for part in (text, rest):
                part.set(XML_SPACE, "preserve")
            behind.insert(0, rest)
        elif at <= 0:
            behind.insert(0, text)
        other.extend(behind)
        run.addnext(other)
        return run, other

    def _made(self, name: str, **attributes: str) -> Any:
        named = {f"{{{self.space}}}{key}": held for key, held in attributes.items()}
        return self.root.makeelement(f"{{{self.space}}}{name}", named)

    def _sub(self, parent: Any, name: str, **attributes: str) -> Any:
        made = self._made(name, **attributes)
        parent.append(made)
        return made

    def _new_comments(self) -> Any:
        from lxml import etree

        return etree.Element(f"{{{self.space}}}comments", nsmap={"w": self.space})

    def written(self) -> bytes:
        """The file's bytes: what was not touched stays as it was."""
        name = self.comments_name or self._named_anew()
        changed = {self.main: self.root, name: self.comments}
        if self.is_new:
            changed |= {self.rels_name: self.rels, "[Content_Types].xml": self._types(name)}
        made = BytesIO()
        with ZipFile(made, "w", ZIP_DEFLATED) as file:
            for entry in self.archive.infolist():
                root = changed.pop(entry.filename, None)
                data = self.archive.read(entry) if root is None else _bytes(root)
                file.writestr(entry, data, compress_type=entry.compress_type)
            for left, root in changed.items():
                file.writestr(ZipInfo(left, EPOCH), _bytes(root), ZIP_DEFLATED)
        return made.getvalue()

    def _named_anew(self) -> str:
        """The name of a new part for comments, which the main part is told of."""
        there = set(self.archive.namelist())
        folder = dirname(self.main)
        name = next(one for n in range(1000) if (one := join(folder, f"comments{n or ''}.xml")) not in there)
        ids = {value(one, "Id") for one in self.rels}
        base = f"{STRICT}officeDocument/relationships" if self.space.startswith(STRICT) else _TRANSITIONAL
        id = next(one for n in range(1, 100_000) if (one := f"rId{n}") not in ids)
        tag = f"{{{self.rels.tag[1:].partition('}')[0]}}}Relationship"
        target = relpath(name, folder or ".")
        self.rels.append(self.rels.makeelement(tag, {"Id": id, "Type": f"{base}/comments", "Target": target}))
        return name

    def _types(self, name: str) -> Any:
        types = self._part("[Content_Types].xml")
        tag = f"{{{types.tag[1:].partition('}')[0]}}}Override"
        types.append(types.makeelement(tag, {"PartName": f"/{name}", "ContentType": TYPE}))
        return types


_TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _bytes(root: Any) -> bytes:
    from lxml import etree

    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
