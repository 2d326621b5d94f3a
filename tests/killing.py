"""Runs work in a forked process that is killed at a chosen moment: before a line of code, or half through a write."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from factcheck.store import files, journal

STORE = Path(files.__file__).parent
CODE = {
    *(str(STORE / f"{name}.py") for name in ("files", "journal", "log", "index", "studies", "versions", "adding")),
    *(str(STORE.parent / "project" / f"{name}.py") for name in ("base", "review", "sources", "updates", "imports")),
}
"""The code whose lines are moments: what writes a project's files, and what calls it."""

PASSED_OVER = {"<genexpr>", "<listcomp>", "<dictcomp>", "_stat", "_checksum", "digests", "_known"}
"""Functions of that code that run often and write nothing."""

Told = Callable[[bytes], None]
"""Called by the work with what it has got an answer for; that reaches the parent even if the work is killed after."""


def run(work: Callable[[Told], None], moment: int | None = None) -> tuple[bytes, int]:
    """Work in a forked process, killed at a moment if one is given; gives what it told, and how many moments it had."""
    reading, writing = os.pipe()
    counting, counted = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            count = _Moments(moment)
            count.watch()
            work(lambda what: os.write(writing, what) and None)
            sys.settrace(None)
            os.write(counted, str(count.seen).encode())
        except BaseException as error:
            os.write(writing, f"failed: {error!r}".encode())
        os._exit(0)
    os.close(writing)
    os.close(counted)
    said, seen = _all(reading), _all(counting)
    os.waitpid(child, 0)
    return said, int(seen or 0)


def _all(handle: int) -> bytes:
    with os.fdopen(handle, "rb") as file:
        return file.read()


class _Moments:
    def __init__(self, last: int | None) -> None:
        self.seen = 0
        self._last = last

    def pass_one(self) -> None:
        self.seen += 1
        if self.seen == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(self) -> None:
        """Count every line of the code from here on, and every half of a write."""
        moments = self

        class Halves:
            """A file whose writes can be cut off in the middle."""

            def __init__(self, file: Any) -> None:
                self._file = file

            def write(self, data: bytes) -> int:
                half = len(data) // 2
                self._file.write(data[:half])
                getattr(self._file, "flush", int)()
                moments.pass_one()
                self._file.write(data[half:])
                return len(data)

            def __getattr__(self, name: str) -> Any:
                return getattr(self._file, name)

            def __enter__(self) -> "Halves":
                return self

            def __exit__(self, *error: object) -> None:
                self._file.close()

        opened, begun = Path.open, journal.Journal.__init__

        def open_in_halves(path: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
            file: Any = opened(path, mode, *rest, **named)
            return Halves(file) if mode in ("wb", "ab") else file

        def begin_in_halves(self: journal.Journal, file: Any, lock: Path) -> None:
            begun(self, Halves(file), lock)  # type: ignore[arg-type]

        Path.open = open_in_halves  # type: ignore[method-assign, assignment]
        journal.Journal.__init__ = begin_in_halves  # type: ignore[method-assign]

        def line(frame: FrameType, event: str, argument: object) -> Any:
            if event == "line":
                moments.pass_one()
            return line

        def call(frame: FrameType, event: str, argument: object) -> Any:
            code = frame.f_code
            return line if code.co_filename in CODE and code.co_name not in PASSED_OVER else None

        sys.settrace(call)
