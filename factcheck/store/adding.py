"""Adding sources: all is read and checked before anything is written."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from factcheck.config import Limits
from factcheck.digests import digest_of_bytes
from factcheck.errors import SourceError, UsageError
from factcheck.reading import read
from factcheck.records.document import Document
from factcheck.records.source import Source
from factcheck.store import files
from factcheck.store.csl import PARTIAL
from factcheck.store.layout import Layout, checked_id, file_name, slug
from factcheck.store.records import Records


@dataclass(frozen=True)
class Addition:
    """A source that is ready to be written: its record, its bytes, where they came from, and how it reads."""

    source: Source
    data: bytes
    original: Path
    document: Document


def prepared(
    path: Path,
    *,
    id: str | None,
    given: Mapping[str, Any],
    entry: Mapping[str, Any],
    limits: Limits,
    data: bytes | None = None,
) -> Addition:
    """A file as a source. What is given goes before the library's entry, and that before what the file says.

    `data` are its bytes, where they are at hand.

    Raises SourceError for a file that cannot be read, UsageError for an id or a field that cannot be used.
    """
    data = contents(path, limits) if data is None else data
    name = checked_id(id) if id is not None else slug(path.stem) or f"source-{digest_of_bytes(data)[:8]}"
    base = {"id": name, "file": file_name(name, path), "sha256": digest_of_bytes(data)}
    said = {**entry, **{field: value for field, value in given.items() if value is not None}}
    source = record({"title": path.stem, **said, **base})
    document = readable(source, data, path, limits)
    if missing := {field: value for field, value in _own_words(document).items() if field not in said}:
        with suppress(UsageError):
            source = record({"title": path.stem, **missing, **said, **base})
            document = readable(source, data, path, limits)
    return Addition(source, data, path, document)


def contents(path: Path, limits: Limits) -> bytes:
    """A file's bytes; raises SourceError where there is nothing to read, or too much."""
    where = str(path)
    try:
        if path.is_dir():
            raise SourceError("is a folder; name the files in it", where=where)
        if path.exists() and path.stat().st_size > limits.bytes:
            raise _too_large(where, limits)
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError("no such file", where=where) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SourceError(f"cannot be read: {reason.lower()}", where=where) from error
    if not data:
        raise SourceError("is empty", where=where)
    return data


def within(data: bytes, name: str, limits: Limits) -> bytes:
    """Bytes that are at hand, where they are no more than a source may have; raises SourceError."""
    if len(data) > limits.bytes:
        raise _too_large(name, limits)
    return data


def _too_large(where: str, limits: Limits) -> SourceError:
    says = f"is larger than the limit of {limits.bytes:,} bytes (factcheck.toml: limits.bytes)"
    return SourceError(says, where=where)


def readable(source: Source, data: bytes, path: Path | str, limits: Limits) -> Document:
    """The document of a source; errors name the path that the user knows."""
    try:
        return read(source, data, limits)
    except SourceError as error:
        raise SourceError(error.message, where=str(path)) from error


def write(additions: Sequence[Addition], layout: Layout, records: Records) -> None:
    """Write sources and their records, all or none; the caller holds the project's lock."""
    _free(additions, layout)
    texts = [(layout.source_file(addition.source.file), addition.data) for addition in additions]
    records_ = [records.source_file(addition.source) for addition in additions]
    files.write_all([*((path, data) for path, data in texts if not path.exists()), *records_])


def _free(additions: Iterable[Addition], layout: Layout) -> None:
    """Refuse ids that are taken, among the additions or in the project."""
    taken: dict[str, Path] = {}
    for addition in additions:
        name, where = addition.source.id, str(addition.original)
        if name in taken:
            raise UsageError(f"would get the id {name!r}, as {taken[name]} does; add it alone with --id", where=where)
        taken[name] = addition.original
        if layout.source_record(name).exists():
            raise UsageError(f"a source is called {name!r} already; give another with --id", where=where)
        path = layout.source_file(addition.source.file)
        if path.exists() and path.read_bytes() != addition.data:
            raise UsageError(f"another file lies at {layout.name_of(path)}; give another id with --id", where=where)


def _own_words(document: Document) -> dict[str, Any]:
    """What the file says of itself, as fields of a record."""
    said: dict[str, Any] = {}
    for field, value in document.metadata:
        value = " ".join(value.split())
        if field == "author":
            said.setdefault("author", []).append({"literal": value})
        elif field in ("issued", "accessed"):
            if PARTIAL.fullmatch(value):
                said[field] = value
        elif field in ("title", "publisher", "container-title", "URL", "language"):
            said[field] = value
    archive = dict(document.metadata)
    if "archive_location" in archive:
        said["archived"] = {"url": archive["archive_location"], "capture": archive.get("archive_date")}
    if document.title and "title" not in said:
        said["title"] = " ".join(document.title.split())
    return {field: value for field, value in said.items() if value}


def record(said: Mapping[str, Any]) -> Source:
    """A record from fields of any origin; authors may be plain text. Raises UsageError for a field that is not so."""
    import json

    fields = dict(said)
    authors = fields.get("author")
    if authors is not None:
        listed = [authors] if isinstance(authors, (str, Mapping)) else list(authors)
        fields["author"] = [{"literal": one} if isinstance(one, str) else one for one in listed]
    try:
        return Source.model_validate_json(json.dumps(fields, default=_json))
    except ValidationError as error:
        fault = error.errors()[0]
        field = ".".join(map(str, fault["loc"]))
        raise UsageError(f"{field}: {fault['msg'].removeprefix('Input ')}") from error


def _json(value: Any) -> Any:
    return value.model_dump(mode="json", by_alias=True, exclude_none=True)
