"""Many sources are studied by several processes, one a core, this one among them; what they find is kept in the index.

A helper is told the id of a source on a line and answers with one when it is done. What a helper does not do, since it
could not be started or died, the caller does as if there were none: it finds nothing kept, and studies the source.
"""

import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.records.source import Source

WORTH = 150_000
"""Bytes of sources that are worth another process: it takes most of a second to start."""

MOST = 8
"""Processes at most: each holds what is known of English, some hundred MB."""


def helpers_for(files: Iterable[Path]) -> int:
    """How many processes, beside this one, are worth their start to study these files."""
    sizes = [file.stat().st_size for file in files if file.is_file()]
    return max(min(cores(), MOST, len(sizes), sum(sizes) // WORTH) - 1, 0)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def share(root: Path, sources: Sequence["Source"], helpers: int, study: Callable[["Source", int], object]) -> None:
    """Have sources of a project studied: by so many helpers, and by `study` here, called with a source and how many
    were begun before it. What a helper meets, an error too, is left for the caller to see.
    """
    waiting = deque(sources)
    crew = [_Helper(root, waiting) for _ in range(helpers)]
    try:
        while (source := _next(waiting)) is not None:
            study(source, len(sources) - len(waiting) - 1)
        for one in crew:
            one.join()
    finally:
        for one in crew:
            one.end()


def _next(waiting: "deque[Source]") -> "Source | None":
    try:
        return waiting.popleft()
    except IndexError:
        return None


class _Helper(threading.Thread):
    """A process that studies sources, and the thread that tells it which."""

    def __init__(self, root: Path, waiting: "deque[Source]") -> None:
        super().__init__(daemon=True)
        self._waiting = waiting
        self._process: subprocess.Popen[str] | None = None
        with suppress(OSError):
            self._process = subprocess.Popen(
                [sys.executable, "-m", __name__, str(root)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
            )
        self.start()

    def run(self) -> None:
        """Hand out ids, one after the other, as long as there are any and the process answers."""
        if self._process is None or self._process.stdin is None or self._process.stdout is None:
            return
        told, answers = self._process.stdin, self._process.stdout
        with suppress(OSError, ValueError):
            while answers.readline() and (source := _next(self._waiting)) is not None:
                told.write(f"{source.id}\n")
                told.flush()

    def end(self) -> None:
        """Stop the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self.join()
            for pipe in (self._process.stdin, self._process.stdout):
                with suppress(OSError):
                    if pipe is not None:
                        pipe.close()


def main(root: str) -> int:
    """Study the sources whose ids come in, a line each; write one as soon as it is done, and one at first."""
    from factcheck.errors import FactcheckError
    from factcheck.project import Project

    project = Project(Path(root))
    _say()
    for line in sys.stdin:
        with suppress(FactcheckError):
            project.keep_study(line.strip())
        _say()
    return 0


def _say() -> None:
    sys.stdout.write("\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
