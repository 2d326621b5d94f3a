"""Older versions of a source's file, kept under their digests in `sources/versions/`."""

from contextlib import suppress
from pathlib import Path, PurePath

from factcheck.digests import digest_of_bytes
from factcheck.errors import FactcheckError, SourceError, UsageError
from factcheck.records.source import Source
from factcheck.store import files
from factcheck.store.layout import Layout
from factcheck.store.records import Records

SHORTEST = 6
"""Characters of a digest that are enough to name a version."""


def replace(old: Source, new: Source, data: bytes, layout: Layout, records: Records) -> None:
    """Put a new version in place and keep the old one; the caller holds the project's lock.

    On an error the old version stands as before.
    """
    path, place = layout.source_file(old.file), layout.source_file(new.file)
    former = path.read_bytes()
    kept = path_of(layout, old.sha256, old.file)
    if not kept.exists():
        files.write(kept, former)
    try:
        files.write(place, data)
        records.write_source(new)
    except BaseException:
        with suppress(FactcheckError):
            if place == path:
                files.write(path, former)
            else:
                files.remove(place)
        raise
    if place != path:
        files.remove(path)


def path_of(layout: Layout, digest: str, file: str) -> Path:
    """Where a version lies whose file had that name."""
    return layout.sources / "versions" / f"{digest}{PurePath(file).suffix.lower()}"


def chosen(source: Source, digest: str) -> str:
    """The digest of an older version that begins so; raises UsageError where none or several do."""
    found = [one for one in source.versions if len(digest) >= SHORTEST and one.startswith(digest.lower())]
    if len(found) != 1:
        known = ", ".join(one[:12] for one in source.versions) or "none"
        raise UsageError(f"no version of {source.id} is called {digest!r}; there are {known}")
    return found[0]


def contents(source: Source, digest: str, layout: Layout) -> tuple[str, bytes]:
    """An older version's file name and bytes; raises SourceError where it is missing or was changed."""
    where = f"sources/versions/{digest}"
    for path in sorted((layout.sources / "versions").glob(f"{digest}.*")):
        data = path.read_bytes()
        if digest_of_bytes(data) == digest:
            return path.name, data
        raise SourceError("was changed after it was kept; put it back", where=where)
    raise SourceError("is missing; put it back", where=where)


def forget(source: Source, layout: Layout) -> None:
    """Delete all older versions of a source."""
    for digest in source.versions:
        for path in sorted((layout.sources / "versions").glob(f"{digest}.*")):
            files.remove(path)
