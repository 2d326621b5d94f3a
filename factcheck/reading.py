"""Reading: a source's bytes become a document, by the reader of its file's format."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.config import Limits
from factcheck.digests import digest_of
from factcheck.discovery import member, members, names
from factcheck.errors import SourceError
from factcheck.records.document import Document
from factcheck.records.source import Source

if TYPE_CHECKING:
    from factcheck.building import Builder

CORE = 1
"""Version of what all readers share; counts in every document's signature."""

READERS = "factcheck.readers"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
WIDEST = 4
"""Bytes that a character takes at most."""
STRAY = 50
"""One control character in so many is a stray of copying; more of them make a binary file."""


@dataclass(frozen=True)
class Reader:
    """A reader of one format: `suffixes` in lower case with their dot; a new `version` makes documents anew.

    `read` is given the file's bytes and a builder to fill; it raises `SourceError` where it cannot read them.
    `characters` gives a text file's characters, by which runs count; null for files that have no lines.
    """

    id: str
    version: int
    suffixes: tuple[str, ...]
    read: Callable[[bytes, "Builder"], None]
    characters: Callable[[bytes], str] | None = None

    @property
    def signature(self) -> str:
        """What a document carries as `reader`."""
        return f"{self.id}/{self.version}"


def readers() -> tuple[Reader, ...]:
    """All readers, in order of their file names."""
    return members(READERS, "READER", Reader)


def reader_for(file: str) -> Reader:
    """The reader of a file's format, by its suffix; raises `SourceError` for an unknown one."""
    suffix = PurePath(file).suffix.lower()
    found = _reader_of(suffix)
    if found is None:
        known = ", ".join(sorted(suffix for reader in readers() for suffix in reader.suffixes))
        raise SourceError(f"no reader for {suffix or 'a file without a suffix'} (known: {known})", where=file)
    return found


@cache
def _reader_of(suffix: str) -> Reader | None:
    """The reader that is called as the suffix is looked at first, so that the others need not be imported."""
    for name in sorted(names(READERS), key=lambda name: f".{name}" != suffix):
        reader = member(READERS, name, "READER", Reader)
        if reader is not None and suffix in reader.suffixes:
            return reader
    return None


def signature(source: Source) -> str:
    """What decides how a source is read, its bytes aside: reader, versions, and the record's own fields."""
    reader = reader_for(source.file)
    return f"{reader.signature}.{CORE}-{digest_of(source.id, source.title, source.issued, source.language)[:8]}"


def read(source: Source, data: bytes, limits: Limits | None = None) -> Document:
    """The document of a source; raises `SourceError`, one line, for what cannot be read within the limits."""
    from factcheck.building import Builder

    reader = reader_for(source.file)
    if not data.strip():
        raise SourceError("the file is empty", where=source.file)
    builder = Builder(language=source.language, limits=limits or Limits())
    try:
        reader.read(data, builder)
    except SourceError as error:
        raise SourceError(error.message, where=error.where or source.file) from error
    if source.issued:
        builder.date, builder.date_from = source.issued, "record"
    builder.title = builder.title or source.title
    document = builder.document(source.id, reader.signature)
    if not document.blocks and not document.not_checked:
        raise SourceError("the file holds no text", where=source.file)
    return document


def read_text(text: str, id: str = "text", date: str | None = None) -> Document:
    """The document of a plain text that is no source; empty text gives a document without blocks."""
    from factcheck.building import Builder

    reader = reader_for("text.txt")
    builder = Builder()
    reader.read(codecs.BOM_UTF8 + _CONTROL.sub(" ", text).encode("utf-8", "replace"), builder)
    if date:
        builder.date, builder.date_from = date, "record"
    return builder.document(id, reader.signature)


def decode(data: bytes) -> str:
    """The characters of a text file: UTF-8, or UTF-16 with its mark, or what charset-normalizer finds.

    Raises `SourceError` for binary data and for bytes that no encoding explains.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = _strictly(data, "utf-16")
    else:
        text = _strictly(data, "utf-8-sig")
        if text is None:
            text = _detected(data)
    if text is None:
        raise SourceError("the file's encoding is not known; save it as UTF-8")
    if "\x00" in text or len(_CONTROL.findall(text)) * STRAY > len(text):
        raise SourceError("the file is binary, not text")
    return text


def decoded(data: bytes, builder: "Builder") -> str:
    """The characters of a text file, as `decode` gives them, where there are no more than may be read."""
    builder.bounded(len(data) // WIDEST)
    text = decode(data)
    builder.bounded(len(text))
    return text


def characters_of(file: str, data: bytes) -> str | None:
    """A text file's characters, by which the runs of its document count; null for files that have no lines."""
    reader = reader_for(file)
    return reader.characters(data) if reader.characters else None


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _detected(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return None if best is None else _strictly(data, best.encoding)
