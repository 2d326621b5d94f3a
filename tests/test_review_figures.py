"""The log under load and damage: many writers at once, writers that are killed, every byte changed."""

import os
import signal
import time
from pathlib import Path

import pytest

from factcheck.project import Project
from factcheck.store import files, log
from factcheck.store.verifying import verify
from tests.test_store_log import decision, read

WRITERS, EACH, KILLS, LINES = 8, 500, 200, 1000
ON_ONE = 25
"""Writers that are killed on one log: who opens it reads all of it."""
NAME = "claims/decisions.jsonl"

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="writers are processes that are forked")


def write_many(root: Path, name: str, go: int) -> None:
    """Log decisions, from when a pipe is closed at its other end."""
    project = Project.find(root)
    os.read(go, 1)
    for number in range(EACH):
        subject = "shared" if number % 2 else f"{name}-{number % 20}"
        project.decide([project.draft("claim", subject, "rely", "yes", name, f"number {number}", "1" * 64, ("words",))])


@needs_fork
def test_eight_writers_at_once_write_four_thousand_lines_all_valid_and_none_torn(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "desk")
    go, gone = os.pipe()
    writers = []
    for number in range(WRITERS):
        writers.append(os.fork())
        if writers[-1] == 0:
            os.close(gone)
            try:
                write_many(project.root, f"writer-{number}", go)
                os._exit(0)
            finally:
                os._exit(1)
    os.close(gone)
    assert [os.waitpid(writer, 0)[1] for writer in writers] == [0] * WRITERS
    os.close(go)
    seen = verify(project.layout.log, NAME)
    assert (seen.lines, seen.faults, seen.side_by_side) == (WRITERS * EACH, (), ())
    decisions = project.decisions()
    said = {(one.by, one.why) for one in decisions}
    assert said == {(f"writer-{writer}", f"number {number}") for writer in range(WRITERS) for number in range(EACH)}
    assert not project.layout.log.with_name("decisions.jsonl.torn").exists()


def write_until_killed(folder: Path, told: int, slowly: bool) -> None:
    """Log decisions, and tell the number of each on a pipe once it was accepted."""
    if slowly:
        in_pieces()
    path, lock = folder / "decisions.jsonl", folder / "lock"
    mine = os.getpid()
    number = 0
    while True:
        with files.locked(lock):
            log.Log(path, NAME).append([decision("shared", why=f"{mine}-{number}"), decision(f"own-{mine}")])
        os.write(told, f"{mine}-{number}\n".encode())
        number += 1


def in_pieces() -> None:
    """Let every write reach the file a few bytes at a time, as on a disk that is slow and nearly full."""

    class Slow:
        def __init__(self, file: object) -> None:
            self.file = file

        def __enter__(self) -> "Slow":
            return self

        def __exit__(self, *error: object) -> None:
            self.file.close()  # type: ignore[attr-defined]

        def __getattr__(self, name: str) -> object:
            return getattr(self.file, name)

        def write(self, data: bytes) -> int:
            time.sleep(0.0002)
            return int(self.file.write(data[:23]))  # type: ignore[attr-defined]

    opened = Path.open

    def open_slowly(path: Path, mode: str = "r", *arguments: object, **named: object) -> object:
        file = opened(path, mode, *arguments, **named)  # type: ignore[call-overload]
        return Slow(file) if mode == "ab" and path.name == "decisions.jsonl" else file

    Path.open = open_slowly  # type: ignore[method-assign, assignment]


@needs_fork
def test_two_hundred_writers_killed_while_writing_lose_no_accepted_decision(tmp_path: Path) -> None:
    torn = sum(killed_on_one_log(tmp_path / str(first), first) for first in range(0, KILLS, ON_ONE))
    assert torn > KILLS // 20, "hardly a writer was killed while it wrote; the test shows nothing"


def killed_on_one_log(folder: Path, first: int) -> int:
    """Kill writers of one log, see that nothing is lost, and give how many of them left a torn line."""
    folder.mkdir()
    path = folder / "decisions.jsonl"
    accepted: list[str] = []
    torn = 0
    for kill in range(first, first + ON_ONE):
        reading, told = os.pipe()
        writer = os.fork()
        if writer == 0:
            os.close(reading)
            try:
                write_until_killed(folder, told, slowly=kill % 2 == 0)
            finally:
                os._exit(1)
        os.close(told)
        accepted += first_words(reading)
        time.sleep(0.0007 * (kill % 11))
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        accepted += words(reading)
        os.close(reading)
        torn += read(path).torn is not None
    with files.locked(folder / "lock"):
        log.Log(path, NAME).append([decision("last")])
    seen = verify(path, NAME)
    assert (seen.faults, seen.side_by_side) == ((), ())
    kept = {one.why for one in read(path).ledger.decisions}
    assert len(accepted) >= ON_ONE
    assert set(accepted) <= kept
    return torn


def first_words(reading: int) -> list[str]:
    """Wait until the writer has told of a decision."""
    return os.read(reading, 65536).decode().split()


def words(reading: int) -> list[str]:
    data = b""
    while piece := os.read(reading, 65536):
        data += piece
    return data.decode().split()


def a_log(path: Path, lines: int = LINES) -> list[bytes]:
    """A log, on a few hundred subjects, with what people write."""
    drafts = [
        decision(
            f"audit-{number % 300:03}",
            answer="yes" if number % 3 else "no",
            by="M. Ng" if number % 2 else "J. Roe",
            why="„four“, page 4" if number % 8 == 0 else None,
        )
        for number in range(lines)
    ]
    log.Log(path, NAME).append(drafts)
    return path.read_bytes().splitlines(keepends=True)


def test_every_byte_of_every_line_is_held_by_its_digest(tmp_path: Path) -> None:
    """At once in all lines, for each is found by itself: the byte at a place, changed to another, in every line."""
    path = tmp_path / "d"
    lines = a_log(path)
    assert verify(path, NAME).faults == ()
    longest = max(map(len, lines)) - 1
    missed = []
    for place in range(longest):
        flip = (1, 2, 4, 8, 16, 32, 64, 128)[place % 8]
        changed = [changed_at(line, place, flip) for line in lines]
        path.write_bytes(b"".join(changed))
        found = {fault.line: fault.says for fault in verify(path, NAME).faults}
        missed += [
            (number, place)
            for number, line in enumerate(lines, 1)
            if place < len(line) - 1 and found.get(number, "follows").startswith(("follows", "stands", "repeats"))
        ]
    assert missed == []


def changed_at(line: bytes, place: int, flip: int) -> bytes:
    """The line with one byte changed, but for its line feed; never into one that ends a line."""
    if place >= len(line) - 1:
        return line
    byte = line[place] ^ flip
    return line[:place] + bytes([byte if byte != 0x0A else byte ^ 1]) + line[place + 1 :]


def test_one_changed_byte_is_found_and_its_line_named(tmp_path: Path) -> None:
    """One byte at a time, in each line of the log in turn, with the place going through the whole of a line."""
    path = tmp_path / "d"
    lines = a_log(path, LINES // 4)
    data = b"".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    missed = []
    for number in range(0, len(lines), 7):
        place = (number * 7) % len(lines[number])
        for new in (b"\n", b"0", b"\r", b" "):
            at = starts[number] + place
            if data[at : at + 1] == new:
                continue
            path.write_bytes(data[:at] + new + data[at + 1 :])
            if number + 1 not in {fault.line for fault in verify(path, NAME).faults}:
                missed.append((number + 1, place, new))
    assert missed == []


@pytest.mark.parametrize("new", [b"\r", b" ", b"}", b"\0", b"x"])
@pytest.mark.parametrize("line", [1, 500, LINES])
def test_a_line_feed_that_was_changed_is_found(tmp_path: Path, new: bytes, line: int) -> None:
    path = tmp_path / "d"
    lines = a_log(path)
    at = sum(map(len, lines[:line])) - 1
    data = b"".join(lines)
    path.write_bytes(data[:at] + new + data[at + 1 :])
    assert line in {fault.line for fault in verify(path, NAME).faults}
