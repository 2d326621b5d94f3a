"""Work done beside other work, in a process of its own, where that is safe and there is a core for it."""

import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from typing import Any, TypeVar

from factcheck.project.crew import cores
from factcheck.store.index import Index

T = TypeVar("T")

ROOM = 1 << 20
"""Bytes that one process is ahead of the other, at most; more have to be asked for."""


def apart(index: Index, work: Callable[[], Iterator[T]]) -> Iterator[T]:
    """Begin some work that gives its results one by one; each is waited for when it is asked for.

    No connection to an index may be carried into another process, so that both open it anew. Where no process can be
    had, or it ends before its last result, the work is done when its result is asked for.
    """
    return _told(work, *_begun(index, work)) if _is_safe() else work()


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


def _is_safe() -> bool:
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


def _widen(pipe: int) -> None:
    import fcntl

    with suppress(OSError):
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, ROOM)
