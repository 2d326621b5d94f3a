"""Sources: what the desk has, pinned by digest, described as in CSL-JSON."""

from typing import Literal

from pydantic import Field

from factcheck.records.base import SCHEMA_VERSION, Digest, Moment, PartialDate, Record, Slug


class Name(Record):
    """A person or a body, in CSL-JSON's terms: `family` and `given`, or `literal`."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None

    def __str__(self) -> str:
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


class Contact(Record):
    """A call, an e-mail or an interview: with whom, when, by whom of the desk, and by what means."""

    with_: str = Field(alias="with")
    by: str
    at: Moment
    medium: Literal["call", "e-mail", "interview", "message", "meeting"]


class Archived(Record):
    """Where a page was fetched from and when (null: it was saved by somebody); `capture` is a web archive's time."""

    url: str
    retrieved: str | None = None
    capture: str | None = None


class Tombstone(Record):
    """The text was removed on purpose: by whom, when, why. The record and its digest stay."""

    by: str
    at: str
    why: str


class Source(Record):
    """One source. Stored as `sources/<id>.yaml` beside `sources/<file>`.

    Bibliographic fields carry CSL-JSON's names; `issued` and `accessed` are dates as far as known
    (null: unknown). `sha256` is of the file's bytes. `origin` names the source (by id) or body (by
    name) whose figures this one repeats. `embargo` is the first day it may be published from.
    """

    schema_version: int = SCHEMA_VERSION
    id: Slug
    type: str = "document"
    title: str
    author: tuple[Name, ...] = ()
    publisher: str | None = None
    container_title: str | None = Field(default=None, alias="container-title")
    issued: PartialDate | None = None
    accessed: PartialDate | None = None
    url: str | None = Field(default=None, alias="URL")
    language: str | None = None
    file: str
    sha256: Digest
    standing: Literal["primary", "secondary"] = "secondary"
    origin: str | None = None
    confidential: bool = False
    embargo: PartialDate | None = None
    edition: str | None = None
    version_of: Slug | None = None
    versions: tuple[Digest, ...] = ()
    contact: Contact | None = None
    archived: Archived | None = None
    translator: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    removed: Tombstone | None = None
