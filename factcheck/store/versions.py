"""Older versions of a source's file, kept under their digests in `sources/versions/`."""

from pathlib import Path, PurePath

from factcheck.digests import digest_of_bytes
from factcheck.errors import SourceError, UsageError
from factcheck.records.source import Source
from factcheck.store import files
from factcheck.store.layout import Layout
from factcheck.store.records import Records

SHORTEST = 6
"""Characters of a digest that are enough to name a version."""


def replace(old: Source, new: Source, data: bytes, layout: Layout, records: Records) -> None:
    """Put a new version in place and keep the old one, at once; the caller holds the project's lock."""
    path, place = layout.source_file(old.file), layout.source_file(new.file)
    kept = path_of(layout, old.sha256, old.file)
    former = [] if kept.exists() else [(kept, path.read_bytes())]
    written = [*former, (place, data), records.source_file(new)]
    files.write_all(written, gone=[path] if place != path else [])


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


def contents(digest: str, layout: Layout) -> tuple[str, bytes]:
    """An older version's file name and bytes; raises SourceError where it is missing or was changed."""
    where = f"sources/versions/{digest}"
    for path in sorted((layout.sources / "versions").glob(f"{digest}.*")):
        data = path.read_bytes()
        if digest_of_bytes(data) == digest:
            return path.name, data
        raise SourceError("was changed after it was kept; put it back", where=where)
    raise SourceError("is missing; put it back", where=where)


def all_of(source: Source, layout: Layout) -> list[Path]:
    """The files of all older versions of a source."""
    folder = layout.sources / "versions"
    return [path for digest in source.versions for path in sorted(folder.glob(f"{digest}.*"))]
