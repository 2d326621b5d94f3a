"""The review log: added to, chained by subject, and read whatever a crash or a merge left."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import RecordError
from factcheck.records.review import Decision
from factcheck.store import log
from factcheck.store.verifying import Verification, verify

NAME = "claims/decisions.jsonl"


def decision(subject: str = "audit-1", **changes: object) -> Decision:
    base = Decision(
        subject_kind="claim",
        subject=subject,
        question="rely",
        answer="yes",
        by="M. Ng",
        at="2024-05-01T09:00:00+00:00",
        seen="1" * 64,
        digest="0" * 64,
    )
    return base.but(**changes)


def added(path: Path, *drafts: Decision) -> tuple[Decision, ...]:
    return log.Log(path, NAME).append(drafts)


def read(path: Path) -> log.Log:
    found = log.Log(path, NAME)
    found.refresh()
    return found


def decisions(path: Path) -> list[Decision]:
    return read(path).ledger.decisions


def test_each_line_carries_the_digest_of_its_subjects_line_before(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    first, other = added(path, decision(), decision("audit-2"))
    (second,) = added(path, decision(answer="no", why="He said “about four”."))
    assert (first.previous, other.previous, second.previous) == (None, None, first.digest)
    assert decisions(path) == [first, other, second]
    assert all(one.digest == log.digest_of_line(one) for one in (first, other, second))


def test_a_chain_goes_on_inside_one_append(tmp_path: Path) -> None:
    first, second = added(tmp_path / "d", decision(), decision(question="reads-right"))
    assert second.previous == first.digest


def test_a_finding_and_a_claim_of_one_name_have_chains_of_their_own(tmp_path: Path) -> None:
    added(tmp_path / "d", decision("x"))
    (other,) = added(tmp_path / "d", decision("x", subject_kind="finding", question="settle", answer="accepted"))
    assert other.previous is None


def test_a_subject_named_inside_another_decision_does_not_join_its_chain(tmp_path: Path) -> None:
    (first,) = added(tmp_path / "d", decision("audit-1"))
    added(tmp_path / "d", decision("audit-2", resting_on=("audit-1",)))
    (third,) = added(tmp_path / "d", decision("audit-1"))
    assert third.previous == first.digest


def test_a_line_is_plain_json_in_utf8_and_does_not_grow_with_defaults(tmp_path: Path) -> None:
    added(tmp_path / "d", decision(why="Zürich"))
    line = (tmp_path / "d").read_bytes()
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert "Zürich".encode() in line
    assert set(json.loads(line)) == {
        "schema_version", "subject_kind", "subject", "question", "answer", "by", "at", "why", "seen", "digest",
    }  # fmt: skip


@pytest.mark.parametrize("torn", [b'{"schema_version":1,"subj', b"\0\0\0\0", b"\xff\xfe", b"{}"])
def test_a_torn_last_line_is_told_set_aside_by_the_next_writer_and_loses_nothing_else(
    tmp_path: Path, torn: bytes
) -> None:
    path = tmp_path / "decisions.jsonl"
    (first,) = added(path, decision())
    with path.open("ab") as file:
        file.write(torn)
    reading = read(path)
    assert reading.ledger.decisions == [first]
    assert reading.torn is not None
    (second,) = reading.append([decision()])
    assert (tmp_path / "decisions.jsonl.torn").read_bytes() == torn + b"\n"
    assert reading.torn is None
    assert reading.ledger.decisions == decisions(path) == [first, second]


def test_a_whole_last_line_without_its_line_break_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "d"
    (first,) = added(path, decision())
    path.write_bytes(path.read_bytes().rstrip(b"\n"))
    assert (decisions(path), read(path).torn) == ([first], None)
    (second,) = added(path, decision())
    assert decisions(path) == [first, second]
    assert second.previous == first.digest


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"not json\n", "is not a decision; restore the line"),
        (b'{"schema_version": 7}\n', "schema_version: 7 was written by a later factcheck"),
        (b'{"subject_kind": "claim"}\n', "Field required"),
    ],
)
def test_a_line_that_is_no_decision_is_told_with_its_number(tmp_path: Path, line: bytes, says: str) -> None:
    path = tmp_path / "d"
    added(path, decision())
    path.write_bytes(path.read_bytes() + line + path.read_bytes())
    with pytest.raises(RecordError, match=says) as caught:
        read(path)
    assert caught.value.where == f"{NAME}:2"


def test_a_log_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert decisions(tmp_path / "d") == []


WRITER = """
import sys, pathlib
sys.path.insert(0, "tests")
from test_store_log import decision
from factcheck.store import files, log
root = pathlib.Path(sys.argv[1])
for number in range(25):
    with files.locked(root / ".factcheck" / "lock"):
        log.Log(root / "decisions.jsonl", "log").append([decision("shared", by=sys.argv[2])])
"""


def test_writers_at_the_same_time_lose_nothing_and_share_one_chain(tmp_path: Path) -> None:
    here = Path(__file__).parent.parent
    runs = [subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name], cwd=here) for name in ("a", "b", "c")]
    assert [run.wait() for run in runs] == [0, 0, 0]
    found = decisions(tmp_path / "decisions.jsonl")
    assert len(found) == 75
    assert [one.previous for one in found] == [None, *(one.digest for one in found[:-1])]


def written(path: Path) -> list[bytes]:
    added(path, decision("a"), decision("b"), decision("a", answer="no", why="x"), decision("a"), decision("b"))
    return path.read_bytes().splitlines(keepends=True)


def test_a_log_as_it_was_written_verifies(tmp_path: Path) -> None:
    written(tmp_path / "d")
    assert verify(tmp_path / "d", NAME) == Verification(5)
    assert verify(tmp_path / "none", NAME) == Verification(0)


def test_a_log_with_the_line_ends_of_windows_verifies(tmp_path: Path) -> None:
    lines = written(tmp_path / "d")
    (tmp_path / "d").write_bytes(b"".join(line[:-1] + b"\r\n" for line in lines))
    assert verify(tmp_path / "d", NAME).faults == ()


def test_every_change_of_one_byte_is_found_and_its_line_named(tmp_path: Path) -> None:
    path = tmp_path / "d"
    lines = written(path)
    data, missed = b"".join(lines), []
    for at in range(0, len(data) - 1, 7):
        for flip in (1, 32):
            changed = bytearray(data)
            changed[at] ^= flip
            path.write_bytes(changed)
            number = data.count(b"\n", 0, at) + 1
            if not any(fault.line == number for fault in verify(path, NAME).faults):
                missed.append((at, flip))
    assert missed == []


@pytest.mark.parametrize(
    ("order", "faulty"),
    [
        ((0, 1, 3, 4), [3]),
        ((1, 2, 3, 4), [2]),
        ((0, 1, 3, 2, 4), [3]),
        ((2, 0, 1, 3, 4), [1]),
        ((0, 1, 1, 2, 3, 4), [3]),
        ((0, 2, 1, 3, 4), []),
    ],
)
def test_lines_removed_moved_or_repeated_are_found(tmp_path: Path, order: tuple[int, ...], faulty: list[int]) -> None:
    lines = written(tmp_path / "d")
    (tmp_path / "d").write_bytes(b"".join(lines[number] for number in order))
    assert [fault.line for fault in verify(tmp_path / "d", NAME).faults] == faulty


def test_what_two_branches_decided_is_no_damage(tmp_path: Path) -> None:
    (first,) = added(tmp_path / "d", decision("a"))
    start = (tmp_path / "d").read_bytes()
    (tmp_path / "other").write_bytes(start)
    added(tmp_path / "d", decision("a", answer="no"))
    added(tmp_path / "other", decision("a", by="J. Roe"), decision("b"))
    merged = (tmp_path / "d").read_bytes() + (tmp_path / "other").read_bytes().removeprefix(start)
    (tmp_path / "d").write_bytes(merged)
    assert verify(tmp_path / "d", NAME) == Verification(4, (), ((2, 3),))
    (last,) = added(tmp_path / "d", decision("a"))
    one, other = decisions(tmp_path / "d")[1:3]
    assert (first.digest, last.previous, last.merges) == (one.previous, other.digest, (one.digest,))
    assert verify(tmp_path / "d", NAME) == Verification(5, (), ((2, 3),))
    (after,) = added(tmp_path / "d", decision("a"))
    assert (after.previous, after.merges) == (last.digest, ())
