"""The derived index: never wrong, never in the way, whatever happens to its file."""

import os
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from factcheck.digests import digest_of_bytes
from factcheck.store import index as index_module
from factcheck.store.index import KEPT, Index

VALUES = {f"name-{number}": bytes([number]) * (2000 * number + 1) for number in range(20)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".factcheck" / "index.sqlite"


def filled(path: Path) -> None:
    index = Index(path)
    for name, data in VALUES.items():
        index.put("document", name, "key", data)
    index.close()


def test_what_was_put_is_there_the_next_time(path: Path) -> None:
    filled(path)
    index = Index(path)
    assert {name: index.get("document", name, "key") for name in VALUES} == VALUES
    assert index.get("document", "name-1", "other") is None
    assert index.get("claims", "name-1", "key") is None


def test_only_the_latest_few_of_a_name_are_kept(path: Path) -> None:
    index = Index(path)
    for number in range(KEPT + 2):
        index.put("document", "a", f"key-{number}", b"x")
    index.put("document", "b", "key-0", b"y")
    kept = [number for number in range(KEPT + 2) if index.get("document", "a", f"key-{number}")]
    assert kept == list(range(2, KEPT + 2))
    assert index.get("document", "b", "key-0") == b"y"


def test_what_is_dropped_is_gone(path: Path) -> None:
    filled(path)
    index = Index(path)
    index.drop("document", "name-1")
    assert index.get("document", "name-1", "key") is None
    assert index.get("document", "name-2", "key") == VALUES["name-2"]


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as settled at once, so that no test has to wait."""
    monkeypatch.setattr(index_module, "SETTLED", -(10**12))


def test_the_digest_of_a_file_is_that_of_its_bytes_and_none_where_it_is_missing(tmp_path: Path, path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one")
    found = Index(path).digests(["a", "b"], tmp_path)
    assert found == {"a": digest_of_bytes(b"one"), "b": None}


@pytest.mark.usefixtures("patient")
def test_a_file_that_looks_untouched_is_not_read_again(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"one")
    first = Index(path).digests(["a"], tmp_path)

    def refuse(path: Path) -> str:
        raise AssertionError("read again")

    monkeypatch.setattr(index_module, "digest_of_file", refuse)
    assert Index(path).digests(["a"], tmp_path) == first


def test_a_file_changed_within_the_clocks_grain_is_read_again(tmp_path: Path, path: Path) -> None:
    file = tmp_path / "a"
    index = Index(path)
    file.write_bytes(b"one")
    stat = file.stat()
    index.digests(["a"], tmp_path)
    file.write_bytes(b"two")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert index.digests(["a"], tmp_path)["a"] == digest_of_bytes(b"two")


@pytest.mark.usefixtures("patient")
def test_a_file_changed_with_its_size_and_time_put_back_is_read_again(tmp_path: Path, path: Path) -> None:
    file = tmp_path / "a"
    index = Index(path)
    file.write_bytes(b"one")
    stat = file.stat()
    index.digests(["a"], tmp_path)
    file.write_bytes(b"two")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    if file.stat().st_ctime_ns == stat.st_ctime_ns:
        pytest.skip("this platform has no time of change")
    assert index.digests(["a"], tmp_path)["a"] == digest_of_bytes(b"two")


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_index_answers_right_or_not_at_all(path: Path, seed: int) -> None:
    filled(path)
    rng = random.Random(seed)
    data = bytearray(path.read_bytes())
    for _ in range(rng.choice([1, 3, 100])):
        data[rng.randrange(len(data) if seed % 2 else 4096)] ^= rng.randrange(1, 256)
    path.write_bytes(data)
    index = Index(path)
    for name, value in VALUES.items():
        assert index.get("document", name, "key") in (value, None)
    index.put("document", "fresh", "key", b"new")
    assert index.get("document", "fresh", "key") in (b"new", None)
    index.close()


def test_a_value_stored_under_nothing_counts_as_damaged(path: Path) -> None:
    filled(path)
    with closing(sqlite3.connect(path)) as damaged, damaged:
        damaged.execute("UPDATE value SET name = NULL WHERE rowid = (SELECT min(rowid) FROM value)")
    index = Index(path)
    assert index.examine() == (len(VALUES), 1)
    index.close()


@pytest.mark.parametrize("content", [b"", b"not a database" * 100, b"SQLite format 3\0" + b"\xff" * 4080])
def test_a_file_that_is_no_index_is_made_one(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    index = Index(path)
    index.put("document", "a", "key", b"x")
    index.close()
    assert Index(path).get("document", "a", "key") == b"x"


@pytest.mark.parametrize("version", [1000, -1])
def test_an_index_of_another_version_is_made_anew(path: Path, version: int) -> None:
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    index = Index(path)
    assert index.get("document", "name-1", "key") is None
    index.put("document", "a", "key", b"x")
    assert index.get("document", "a", "key") == b"x"


def test_a_value_whose_table_was_changed_is_absent(path: Path) -> None:
    filled(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE value SET data = 'text' WHERE name = 'name-1'")
        connection.execute(
            "UPDATE value SET data = (SELECT data FROM value WHERE name = 'name-3'), key = 'k' WHERE name = 'name-2'"
        )
        connection.execute("UPDATE value SET data = x'00' WHERE name = 'name-4'")
    connection.close()
    index = Index(path)
    assert [index.get("document", *pair) for pair in (("name-1", "key"), ("name-2", "k"), ("name-4", "key"))] == [
        None
    ] * 3


def test_an_index_that_another_program_holds_is_done_without(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_module, "PATIENCE", 0.01)
    filled(path)
    index = Index(path)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    index.put("document", "name-1", "key", b"new")
    other = Index(path)
    other.put("document", "name-2", "key", b"new")
    assert other.get("document", "name-2", "key") in (VALUES["name-2"], b"new", None)
    holder.execute("ROLLBACK")
    holder.close()
    assert Index(path).get("document", "name-1", "key") == VALUES["name-1"]


def test_where_no_index_can_be_written_it_lives_in_memory(tmp_path: Path) -> None:
    (tmp_path / ".factcheck").write_bytes(b"a file, not a folder")
    index = Index(tmp_path / ".factcheck" / "index.sqlite")
    index.put("document", "a", "key", b"x")
    assert index.get("document", "a", "key") == b"x"
    (tmp_path / "f").write_bytes(b"one")
    assert index.digests(["f"], tmp_path) == {"f": digest_of_bytes(b"one")}


def test_an_index_that_cannot_be_written_to_is_still_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)

    def denied(path: Path) -> sqlite3.Connection:
        raise sqlite3.OperationalError("attempt to write a readonly database")

    monkeypatch.setattr(index_module, "_open", denied)
    monkeypatch.setattr(index_module, "_open_anew", denied)
    index = Index(path)
    assert index.get("document", "name-1", "key") == VALUES["name-1"]
    index.put("document", "a", "key", b"x")
    assert index.get("document", "a", "key") is None


def test_an_index_deleted_while_it_is_open_does_no_harm(path: Path) -> None:
    filled(path)
    index = Index(path)
    for file in path.parent.iterdir():
        file.unlink()
    assert index.get("document", "name-1", "key") in (VALUES["name-1"], None)
    index.put("document", "a", "key", b"x")
    index.close()
    assert Index(path).get("document", "name-1", "key") in (VALUES["name-1"], None)
