"""Files that are an archive of XML (DOCX, ODT, EPUB), opened with care: size, entities and depth are bounded."""

from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from factcheck.config import Limits
from factcheck.errors import SourceError

MOST_FILES = 20_000
SMALL = 20_000_000
"""Bytes that an archive may always grow to."""
RATIO = 150
"""Times its size that a larger one may grow to; office files stay below 40."""
DAMAGE = (BadZipFile, ZlibError, ValueError, NotImplementedError, RuntimeError, EOFError, OSError)
"""What the library raises for an archive that is not whole."""
SUITE = b"\xd0\xcf\x11\xe0"
"""What an encrypted office file begins with, and one of the formats before 2007."""


def opened(data: bytes, limits: Limits) -> ZipFile:
    """The archive; raises `SourceError` for one that is damaged, encrypted, or too large when unpacked.

    The sizes that it states are binding: no more than these is ever unpacked.
    """
    if data.startswith(SUITE):
        raise SourceError("the file is encrypted, or of an old format; save it anew without a password")
    try:
        archive = ZipFile(BytesIO(data))
        entries = archive.infolist()
    except DAMAGE as error:
        raise SourceError("the file is damaged") from error
    size = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_FILES or size > limits.bytes or size > max(SMALL, len(data) * RATIO):
        most = " (factcheck.toml: limits.bytes)" if size > limits.bytes else ""
        raise SourceError(f"the file unpacks to {size:,} bytes, more than is safe to read{most}")
    if any(entry.flag_bits & 1 for entry in entries):
        raise SourceError("the file is encrypted; save it without a password")
    return archive


def member(archive: ZipFile, name: str) -> bytes | None:
    """One file of the archive; none where it is missing. Raises `SourceError` where it is damaged."""
    try:
        return archive.read(name)
    except KeyError:
        return None
    except DAMAGE as error:
        raise SourceError("the file is damaged") from error


def root_of(data: bytes | None) -> Any:
    """The root of an XML file, entities of its own left as they are; none for none. Raises `SourceError`."""
    if data is None:
        return None
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError("the file is damaged: its text is no well-formed XML") from error
