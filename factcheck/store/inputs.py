"""What a report depends on: the bytes of the project's files, and the program."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from factcheck import __version__
from factcheck.digests import digest_of
from factcheck.store.index import Index
from factcheck.store.layout import RECORDS, Layout


@cache
def program() -> str:
    """A digest that changes with the program: its version, its files as they stand, and the Python that runs it."""
    folder = Path(__file__).parent.parent
    files = sorted(
        (path.relative_to(folder).as_posix(), stat.st_size, stat.st_mtime_ns) for path, stat in _walked(folder)
    )
    return digest_of(__version__, list(sys.version_info[:2]), [list(file) for file in files])


def _walked(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name == "__pycache__" or entry.name.startswith("."):
                continue
            if entry.is_dir():
                yield from _walked(Path(entry.path))
            else:
                yield Path(entry.path), entry.stat()


def files_of(layout: Layout) -> tuple[Path, ...]:
    """The files on which a report depends, in order: settings, sources with their records, claims, the log."""
    found = [layout.config]
    for folder in (layout.sources, layout.claims):
        if folder.is_dir():
            found += [path for path in sorted(folder.iterdir()) if _counts(path)]
    return tuple(found)


def _counts(path: Path) -> bool:
    return not path.name.startswith(".") and path.suffix != ".torn" and path.is_file()


def state(layout: Layout, index: Index) -> str:
    """A digest of all that a report depends on; files that look untouched are not read."""
    digests = index.digests(files_of(layout), layout.root)
    return digest_of(program(), {layout.name_of(path): digest for path, digest in digests.items()})


def source_files(layout: Layout) -> tuple[Path, ...]:
    """The files in sources/ that are no records."""
    return tuple(path for path in files_of(layout) if path.parent == layout.sources and path.suffix not in RECORDS)
