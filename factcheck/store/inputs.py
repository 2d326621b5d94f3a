"""What a report depends on: the bytes of the project's files, and the program."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from factcheck import __version__
from factcheck.digests import digest_of
from factcheck.discovery import added_folders
from factcheck.errors import ProjectError
from factcheck.store.index import Index
from factcheck.store.layout import CONFIG, Layout


@cache
def program() -> str:
    """A digest that changes with the program: its version, its files as they stand, and the Python that runs it.

    The packages that add to it count with it.
    """
    files = [
        file
        for folder in (Path(__file__).parent.parent, *added_folders())
        for file in sorted(
            (path.relative_to(folder).as_posix(), stat.st_size, stat.st_mtime_ns) for path, stat in _walked(folder)
        )
    ]
    return digest_of(__version__, list(sys.version_info[:2]), [list(file) for file in files])


def is_changed() -> bool:
    """Whether the program's files are others now than when `program` was first asked for."""
    return program() != program.__wrapped__()


def _walked(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == "__pycache__" or entry.name.startswith("."):
                continue
            if entry.is_dir():
                yield from _walked(Path(entry.path))
            else:
                yield Path(entry.path), entry.stat()


def files_of(layout: Layout) -> list[str]:
    """The files on which a report depends, in order: settings, claims, the log, sources with their records."""
    names = [CONFIG]
    for folder in (layout.claims, layout.sources):
        if folder.is_dir():
            with os.scandir(folder) as entries:
                kept = [entry.name for entry in entries if not _passed_over(entry.name) and entry.is_file()]
            names += [f"{folder.name}/{name}" for name in sorted(kept)]
    return names


def _passed_over(name: str) -> bool:
    return name.startswith(".") or name.endswith(".torn")


def digests(layout: Layout, index: Index, names: Iterable[str]) -> dict[str, str | None]:
    """The SHA-256 of files by name; files that look untouched are not read. Raises ProjectError, one line."""
    try:
        return index.digests(names, layout.root)
    except OSError as error:
        where = str(error.filename or layout.root)
        raise ProjectError(f"cannot be read: {(error.strerror or str(error)).lower()}", where=where) from error


def state(layout: Layout, index: Index) -> str:
    """A digest of all that a report depends on."""
    return digest_of(program(), digests(layout, index, files_of(layout)))
