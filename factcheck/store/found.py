"""What finders said that may say something else another time: kept, since it cannot be derived again."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from factcheck.errors import RecordError
from factcheck.mentioning import Once
from factcheck.records.mention import AnyMention, mentions_by_kind
from factcheck.store import files
from factcheck.store.index import Index
from factcheck.store.layout import Layout, checked_id

Mentions = tuple[AnyMention, ...]


def in_source(layout: Layout, source: str) -> Once:
    """Keeps what was found in a source in `sources/found/`, under version control with the source itself."""

    def once(digest: str, make: Callable[[], Mentions]) -> Mentions:
        path = _folder(layout, source) / f"{digest}.json"
        if path.is_file():
            return _read(path.read_bytes(), layout.name_of(path))
        made = make()
        files.write(path, mentions_by_kind().dump_json({"mentions": made}, indent=1) + b"\n")
        return made

    return once


def in_draft(index: Index, name: str) -> Once:
    """Keeps what was found in a draft in the index: a draft changes, and is no record."""

    def once(digest: str, make: Callable[[], Mentions]) -> Mentions:
        stored = index.get("found", name, digest)
        if stored is not None:
            return _read(stored, name)
        made = make()
        index.put("found", name, digest, mentions_by_kind().dump_json({"mentions": made}))
        return made

    return once


def all_of(layout: Layout, source: str) -> list[Path]:
    """The files of what was found in a source."""
    return sorted(_folder(layout, source).glob("*"))


def forget(layout: Layout, source: str) -> None:
    """Delete the folder of what was found in a source, once it is empty."""
    with suppress(OSError):
        _folder(layout, source).rmdir()


def _folder(layout: Layout, source: str) -> Path:
    return layout.sources / "found" / checked_id(source)


def _read(data: bytes, where: str) -> Mentions:
    try:
        return mentions_by_kind().validate_json(data)["mentions"]
    except (ValidationError, KeyError) as error:
        raise RecordError("is not what a finder said; put it back from version control", where=where) from error
