"""Work done beside other work, in a process of its own, where that is safe and there is a core for it."""

import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Any, TextIO, TypeVar

from factcheck.store.index import Index

T = TypeVar("T")

ROOM = 1 << 20
"""Bytes that one process is ahead of the other, at most; more have to be asked for."""


def apart(index: Index, work: Callable[[], Iterator[T]]) -> Iterator[T]:
    """Begin some work that gives its results one by one; each is waited for when it is asked for.

    No connection to an index may be carried into another process, so that both open it anew. Where no process can be
    had, or it ends before its last result, the work is done when its result is asked for.
    """
    return _told(work, *_begun(index, work)) if is_safe() else work()


def _begun(index: Index, work: Callable[[], Iterator[Any]]) -> tuple[int, int]:
    """A process that does the work: where its results are read from, and its number."""
    index.close()
    reading, writing = os.pipe()
    child = os.fork()
    index.reopen()
    if child == 0:
        _do(work, writing)
    os.close(writing)
    return reading, child


def _told(work: Callable[[], Iterator[T]], reading: int, child: int) -> Iterator[T]:
    count = 0
    try:
        with open(reading, "rb") as told:
            while True:
                try:
                    found = pickle.load(told)  # from a process of our own, by a pipe that nobody else has
                except (EOFError, pickle.UnpicklingError):
                    break
                count += 1
                yield found
    finally:
        failed = os.waitpid(child, 0)[1]
    if failed:
        yield from islice(work(), count, None)


class Turns:
    """Parts of some work that this process shares with one apart, if it has one: each takes the next that is left."""

    def __init__(self) -> None:
        self._alone: deque[bytes] = deque()
        self._pipe = os.pipe() if is_safe() else None
        if self._pipe:
            os.set_blocking(self._pipe[0], False)

    def put(self, work: int, parts: int) -> None:
        """Give the parts of one work out."""
        for part in range(parts):
            self._put(bytes((work % 256, part)))

    def take(self, work: int) -> int | None:
        """The next part of a work; null where none is left."""
        try:
            found = os.read(self._pipe[0], 2) if self._pipe else self._alone.popleft()
        except (BlockingIOError, IndexError):
            return None
        if found[0] == work % 256:
            return found[1]
        self._put(found)
        return None

    def _put(self, part: bytes) -> None:
        if self._pipe:
            os.write(self._pipe[1], part)
        else:
            self._alone.append(part)

    def close(self) -> None:
        """Give out no more."""
        for end in self._pipe or ():
            os.close(end)


class Double:
    """A process doubled from this one, which answers each line that is written to it by a line, and with one at first.

    It knows what this process knew when it began, and ends when nothing more is to come.
    """

    def __init__(self, index: Index, answer: Callable[[str], str]) -> None:
        """Begin it, where `is_safe`; raises OSError where no process can be had."""
        index.close()
        (hearing, asking), (told, telling) = os.pipe(), os.pipe()
        self._child: int | None = None
        try:
            child = os.fork()
        finally:
            index.reopen()
        if child == 0:
            for other in (asking, told):
                os.close(other)
            _answer(answer, hearing, telling)
        for other in (hearing, telling):
            os.close(other)
        self._child = child
        self.stdin: TextIO = os.fdopen(asking, "w", encoding="utf-8")
        self.stdout: TextIO = os.fdopen(told, encoding="utf-8")

    def kill(self) -> None:
        """End it."""
        if self._child is not None:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)

    def wait(self) -> None:
        """Wait until it has ended."""
        if self._child is not None:
            os.waitpid(self._child, 0)
            self._child = None


def _answer(answer: Callable[[str], str], hearing: int, telling: int) -> None:
    """Answer all that comes in, and end the process, with nothing of what the other one has open."""
    failed = 1
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        with open(hearing, encoding="utf-8") as asked, open(telling, "w", encoding="utf-8") as told:
            print(file=told, flush=True)
            for line in asked:
                print(answer(line.strip()), file=told, flush=True)
        failed = 0
    finally:
        os._exit(failed)


def is_safe() -> bool:
    """Whether this process can be doubled: it has one thread and more than one core, on Linux."""
    return sys.platform == "linux" and threading.active_count() == 1 and cores() > 1


def _do(work: Callable[[], Iterator[Any]], writing: int) -> None:
    """Do the work and end the process, with nothing of what the other one has open."""
    failed = 1
    try:
        _widen(writing)
        with open(writing, "wb") as told:
            for found in work():
                pickle.dump(found, told, pickle.HIGHEST_PROTOCOL)
                told.flush()
        failed = 0
    finally:
        os._exit(failed)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _widen(pipe: int) -> None:
    import fcntl

    with suppress(OSError):
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, ROOM)
