"""What a writer is about to change, noted in the lock's file: the next to hold it finishes that, or clears it away."""

import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any


class Journal:
    """The notes of the writer that holds the lock; the file is empty where the last one came to its end.

    Names are noted relative to the project's folder, and only files inside it are ever touched.
    """

    def __init__(self, file: IO[bytes], lock: Path) -> None:
        self.path = lock
        self._file = file
        self._root = lock.absolute().parent.parent

    def begin(self) -> None:
        """Finish or clear away what a writer left that died, and note that one is at work. Raises OSError."""
        self._file.seek(0)
        left = self._file.read()
        if left:
            self._recover(left)
        self.clear()

    def clear(self) -> None:
        """Note that no change is under way, but that a writer is at work."""
        self.end()
        self._note("held", [])

    def end(self) -> None:
        """Note that nobody is at work."""
        with suppress(OSError):
            self._file.truncate(0)

    def making(self, path: Path) -> None:
        """Note a file that is nothing until it is put in place."""
        if path.absolute().is_relative_to(self._root):
            self._note("made", self._names([path]))

    def commit(self, moves: Sequence[tuple[Path, Path]], gone: Iterable[Path]) -> None:
        """Note a change of several files, as (new file, its place) and as files that go: from now on it is finished.

        Raises OSError where that cannot be noted.
        """
        noted = [self._names(pair) for pair in moves], self._names(gone)
        self._file.write(_line("commit", noted))
        os.fsync(self._file.fileno())

    def _note(self, what: str, names: Sequence[str]) -> None:
        with suppress(OSError):
            self._file.write(_line(what, names))

    def _names(self, paths: Iterable[Path]) -> list[str]:
        return [path.absolute().relative_to(self._root).as_posix() for path in paths]

    def _recover(self, left: bytes) -> None:
        noted = [said for said in map(_read, left.split(b"\n")[:-1]) if said is not None]
        with suppress(TypeError, ValueError):
            for what, names in noted:
                if what == "commit":
                    self._finish(*names)
                    return
            for what, names in noted:
                for path in self._paths(names) if what == "made" else ():
                    if _is_unfinished(path):
                        path.unlink(missing_ok=True)

    def _finish(self, moves: Sequence[Sequence[str]], gone: Sequence[str]) -> None:
        from factcheck.store.files import sync_folder

        folders: dict[Path, None] = {}
        for pair in moves:
            paths = self._paths(pair)
            if len(paths) == 2 and _is_unfinished(paths[0]) and not paths[1].name.startswith("."):
                folders[paths[1].parent] = None
                with suppress(FileNotFoundError):
                    paths[0].replace(paths[1])
        for path in self._paths(gone):
            if not path.name.startswith("."):
                folders[path.parent] = None
                path.unlink(missing_ok=True)
        for folder in folders:
            sync_folder(folder)

    def _paths(self, names: Iterable[str]) -> list[Path]:
        """The files that were named, without those outside the project's folder or in a hidden one."""
        root = self._root.resolve()
        paths = [root / name for name in names]
        folders = [(path, path.parent.resolve()) for path in paths]
        return [
            path
            for path, folder in folders
            if folder.is_relative_to(root) and not any(part[0] == "." for part in folder.relative_to(root).parts)
        ]


def _line(what: str, names: Any) -> bytes:
    return json.dumps([what, names]).encode() + b"\n"


def _read(line: bytes) -> tuple[str, Any] | None:
    try:
        what, names = json.loads(line)
    except (ValueError, TypeError, RecursionError):
        return None
    return what, names


def _is_unfinished(path: Path) -> bool:
    return path.name.startswith(".") and path.name.endswith(".part")
