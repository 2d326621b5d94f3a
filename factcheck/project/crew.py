"""Several processes share work that is large, one a core, this one among them: here, to study many sources.

Where it is safe, a helper is this process doubled, which knows all that this one knew; else one that is started anew.
It is told an id on a line and answers with a line when it is done; what it finds in sources is kept in the index.
What a helper does not do, since it could not be started or died, the caller does as if there were none.
"""

import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from factcheck.project import apart

if TYPE_CHECKING:
    from factcheck.records.source import Source
    from factcheck.store.index import Index

T = TypeVar("T")

WORTH = 150_000
"""Bytes of sources that are worth another process: it takes most of a second to start."""

cores = apart.cores

MOST = 8
"""Processes at most: each holds what is known of English, some hundred MB."""


def helpers_for(files: Iterable[Path]) -> int:
    """How many processes, beside this one, are worth their start to study these files."""
    sizes = [file.stat().st_size for file in files if file.is_file()]
    return max(min(cores(), MOST, len(sizes), sum(sizes) // WORTH) - 1, 0)


def share(
    root: Path, index: "Index", sources: Sequence["Source"], helpers: int, study: Callable[["Source", int], object]
) -> None:
    """Have sources of a project studied: by so many helpers, and by `study` here, called with a source and how many
    were begun before it. What a helper meets, an error too, is left for the caller to see.
    """
    from factcheck import engine
    from factcheck.errors import FactcheckError

    engine.get_ready()
    waiting, known = deque(sources), {source.id: source for source in sources}

    def turn() -> str | None:
        source = taken(waiting)
        return source.id if source else None

    def answer(id: str) -> str:
        with suppress(FactcheckError):
            study(known[id], 0)
        return ""

    processes = [begun(index, answer, __name__, str(root)) for _ in range(helpers)]
    crew = [Helper(process, turn) for process in processes]
    try:
        while (source := taken(waiting)) is not None:
            study(source, len(sources) - len(waiting) - 1)
        for one in crew:
            one.join()
    finally:
        for one in crew:
            one.end()


def python() -> list[str]:
    """How a Python is started that takes no module from the folder it is started in: sources may have come with some.

    The folder counts only where this program itself lies in it.
    """
    home = Path(__file__).resolve().parents[2]
    return [sys.executable] if Path.cwd().resolve() == home else [sys.executable, "-P"]


def taken(waiting: "deque[T]", *, last: bool = False) -> T | None:
    """The next of those that wait, or the last; null where none is left."""
    try:
        return waiting.pop() if last else waiting.popleft()
    except IndexError:
        return None


Process = subprocess.Popen[str] | apart.Double


def begun(index: "Index", answer: Callable[[str], str], module: str, *arguments: str) -> Process | None:
    """A process that answers lines: this one doubled, where that is safe, to answer so; else one that runs a module of
    ours. Null where none can be had.
    """
    with suppress(OSError):
        if apart.is_safe():
            return apart.Double(index, answer)
        return subprocess.Popen(
            [*python(), "-m", module, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
    return None


class Helper(threading.Thread):
    """The thread that tells a process what to do.

    The process answers with a line to all that it is told, and with one at first. `turn` gives the next word for it, or
    null; `told` holds what it was told, `answers` the lines it answered with, in this order.
    """

    def __init__(self, process: Process | None, turn: Callable[[], str | None]) -> None:
        super().__init__(daemon=True)
        self._process, self._turn = process, turn
        self.told: list[str] = []
        self.answers: list[str] = []
        self.start()

    def run(self) -> None:
        """Hand out work as long as there is any and the process answers."""
        if self._process is None or self._process.stdin is None or self._process.stdout is None:
            return
        with suppress(OSError, ValueError):
            while (line := self._process.stdout.readline()).endswith("\n"):
                if self.told:
                    self.answers.append(line)
                word = self._turn()
                if word is None:
                    return
                self.told.append(word)
                self._process.stdin.write(f"{word}\n")
                self._process.stdin.flush()

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
    from factcheck import patterns
    from factcheck.errors import FactcheckError
    from factcheck.store.collecting import seldom

    patterns.keep()
    seldom()
    from factcheck.project import Project

    project = Project(Path(root))
    say("")
    for line in sys.stdin:
        with suppress(FactcheckError):
            project.keep_study(line.strip())
        say("")
    return 0


def say(line: str) -> None:
    """Answer, in a helper."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
