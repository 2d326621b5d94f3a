"""Work done beside other work, in a process of its own, where that is safe and there is a core for it."""

import os
import sys
import threading
from collections.abc import Callable

from factcheck.project.crew import cores
from factcheck.store.index import Index

Work = Callable[[], bytes]


def apart(index: Index, work: Work) -> Work:
    """Begin some work; what is given back waits for its result.

    No connection to an index may be carried into another process, so that both open it anew. Where no process can be
    had, or it ends without a result, the work is done when it is waited for.
    """
    if not _is_safe():
        return work
    index.close()
    reading, writing = os.pipe()
    child = os.fork()
    index.reopen()
    if child == 0:
        _do(work, writing)
    os.close(writing)

    def waited() -> bytes:
        with open(reading, "rb") as told:  # noqa: PTH123
            found = told.read()
        return found if os.waitpid(child, 0)[1] == 0 else work()

    return waited


def _is_safe() -> bool:
    """Whether this process can be doubled: it has one thread and more than one core, on Linux."""
    return sys.platform == "linux" and threading.active_count() == 1 and cores() > 1


def _do(work: Work, writing: int) -> None:
    """Do the work and end the process, with nothing of what the other one has open."""
    failed = 1
    try:
        with open(writing, "wb") as told:
            told.write(work())
        failed = 0
    finally:
        os._exit(failed)
