"""Files are written whole or not at all, under one lock; names cannot lead out of the project."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.errors import ProjectError, UsageError
from factcheck.store import files
from factcheck.store.layout import Layout, checked_id, file_name, find_root, slug


def test_a_write_replaces_the_whole_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.yaml"
    files.write(path, b"one")
    files.write(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["a.yaml"]


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    files.write(path, b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProjectError, match="no space left"):
        files.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.yaml"]


def test_a_write_keeps_the_permissions_that_the_file_had(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    files.write(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_an_append_that_fails_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "log"
    files.append(path, b"one\n")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProjectError):
        files.append(path, b"two\n")
    assert path.read_bytes() == b"one\n"


def test_a_folder_that_cannot_be_made_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "claims").write_bytes(b"a file")
    with pytest.raises(ProjectError, match="cannot be written"):
        files.write(tmp_path / "claims" / "a.yaml", b"x")


def test_the_lock_may_be_taken_again_by_who_holds_it_and_keeps_others_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = tmp_path / ".factcheck" / "lock"
    tries = "import sys, pathlib\nfrom factcheck.store import files\nfiles.PATIENCE = 0.05\n"
    tries += "with files.locked(pathlib.Path(sys.argv[1])): print('in')"

    def other() -> str:
        run = subprocess.run([sys.executable, "-c", tries, str(lock)], capture_output=True, text=True, check=False)
        return run.stdout.strip() or run.stderr.strip().splitlines()[-1]

    with files.locked(lock):
        with files.locked(lock):
            pass
        assert "another factcheck has been writing here" in other()
    assert other() == "in"


def test_the_lock_is_free_after_an_error(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with pytest.raises(KeyError), files.locked(lock):
        raise KeyError
    with files.locked(lock):
        pass


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Report 1", "report-1"),
        ("crisis-group-2022", "crisis-group-2022"),
        ("Café & Bœuf — final", "cafe-buf-final"),
        ("  ..hidden", "hidden"),
        ("报告", ""),
        ("CON", "con-source"),
        ("lpt1", "lpt1-source"),
        ("a" * 300, "a" * 100),
        ("x" * 99 + "--y", "x" * 99),
    ],
)
def test_an_id_is_made_of_a_files_name(stem: str, expected: str) -> None:
    assert slug(stem) == expected


@pytest.mark.parametrize(
    "id", ["", "../x", "a/b", "a\\b", "A", "con", "nul", "com1", "-a", "a" * 101, "a.b", "a\n", "é"]
)
def test_an_id_that_could_not_be_a_file_everywhere_is_refused(id: str) -> None:
    with pytest.raises(UsageError):
        checked_id(id)


@pytest.mark.parametrize(
    "name", ["", "../a.txt", "a/b.txt", "a\\b.txt", "/etc/passwd", "C:x.txt", "..", "a.txt ", "nul.txt", "a\0.txt"]
)
def test_a_file_name_that_leads_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError):
        Layout(tmp_path).source_file(name)


def test_a_link_that_leads_out_of_the_project_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(b"x")
    layout = Layout(tmp_path / "project")
    layout.sources.mkdir(parents=True)
    (layout.sources / "a.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(UsageError, match="leads out"):
        layout.source_file("a.txt")


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        ("Report.PDF", "a.pdf"),
        ("notes", "a.txt"),
        ("x.y z", "a.txt"),
        ("data.yaml", "a.yaml.txt"),
        ("data.YML", "a.yml.txt"),
        ("x.tar.gz", "a.gz"),
    ],
)
def test_a_source_is_kept_under_its_id_and_the_ending_of_its_format(original: str, expected: str) -> None:
    assert file_name("a", Path(original)) == expected


def test_a_project_is_found_from_any_folder_below_it(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_bytes(b"")
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert find_root(tmp_path / "a" / "b") == tmp_path.resolve()


def test_no_project_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="factcheck init"):
        find_root(tmp_path)
