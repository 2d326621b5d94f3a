"""Work in a process of its own gives what it would give here, whatever becomes of that process."""

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.project.apart import apart
from factcheck.store.index import Index

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are doubled on Linux alone")


@pytest.fixture
def index(tmp_path: Path) -> Index:
    made = Index(tmp_path / "index.db")
    made.put("kind", "name", "key", b"kept")
    return made


def test_gives_what_the_work_gives_and_both_read_the_index(index: Index) -> None:
    here = os.getpid()
    result = apart(index, lambda: iter([(os.getpid() != here, index.get("kind", "name", "key"))]))
    assert index.get("kind", "name", "key") == b"kept"
    assert next(result)[1] == b"kept"


def test_what_the_other_process_puts_is_there_for_this_one(index: Index) -> None:
    def work() -> Iterator[str]:
        index.put("kind", "other", "key", b"put there")
        yield "done"

    assert list(apart(index, work)) == ["done"]
    assert index.get("kind", "other", "key") == b"put there"


def test_work_that_fails_there_is_done_here(index: Index) -> None:
    here = os.getpid()

    def work() -> Iterator[str]:
        yield "first"
        if os.getpid() != here:
            raise OSError
        yield "done here"

    assert list(apart(index, work)) == ["first", "done here"]


def test_an_error_of_the_work_is_raised_here(index: Index) -> None:
    def work() -> Iterator[str]:
        yield "first"
        raise ValueError("of the work")

    result = apart(index, work)
    assert next(result) == "first"
    with pytest.raises(ValueError, match="of the work"):
        next(result)


def test_beside_other_threads_the_work_is_done_here(index: Index) -> None:
    end = threading.Event()
    other = threading.Thread(target=end.wait)
    other.start()
    try:
        assert list(apart(index, lambda: iter([os.getpid()]))) == [os.getpid()]
    finally:
        end.set()
        other.join()


def test_much_is_handed_over_whole(index: Index) -> None:
    assert list(apart(index, lambda: iter([b"x" * 3_000_000, b"y"]))) == [b"x" * 3_000_000, b"y"]
