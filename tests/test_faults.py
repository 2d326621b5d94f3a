"""Nothing is lost: whatever ends a command, the project opens, is whole, and answers as if it had been made anew."""

import errno
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from factcheck.cli.main import main
from factcheck.errors import ProjectError
from factcheck.project import Project
from factcheck.project.base import LOG
from factcheck.project.doctor import examine
from factcheck.store import files
from tests.command import factcheck, tree
from tests.desks import Clock, claim_of, desk
from tests.killing import Told, run

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="work is killed where processes can be forked")

KILLS = 300
NEW_AUDIT = "The county bought four buses in 2021. The depot in Arlen cost $3.5 million. It opened in May 2022.\n"
LEAFLET = "The county bought seven buses in 2021, a leaflet said.\n"
SHEET = """source,passage,statement,decision,by
audit,It has room for ninety buses,The depot has room for ninety buses.,approved,J. Roe
paper,"The depot in Arlen cost $2.5 million",The depot cost that.,approved,J. Roe
"""


class Desk(NamedTuple):
    """A project that is at rest, with what is done to it."""

    root: Path
    first: str
    second: str
    finding: str
    inbox: Path


@pytest.fixture(scope="module")
def resting(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("faults")
    project = desk(folder / "desk")
    report = project.check_json()
    first, second = claim_of(project, "audit", "four buses"), claim_of(project, "paper", "five buses")
    project.approve([claim_of(project, "radio", "four buses")], by="M. Ng")
    project.check_json()
    project.index.close()
    inbox = folder / "inbox"
    inbox.mkdir()
    (inbox / "audit.txt").write_text(NEW_AUDIT, "utf-8")
    (inbox / "audit.md").write_text(NEW_AUDIT, "utf-8")
    (inbox / "leaflet.txt").write_text(LEAFLET, "utf-8")
    (inbox / "desk.csv").write_text(SHEET, "utf-8")
    finding = next(one["id"] for one in report["findings"] if one["verdict"] == "conflict")
    return Desk(project.root, first, second, finding, inbox)


def opened(root: Path) -> Project:
    project = Project.find(root)
    project.clock = Clock()
    return project


Work = Callable[[Project, Desk, Told], object]


def check_anew(project: Project, desk: Desk, told: Told) -> None:
    shutil.rmtree(project.layout.derived)
    Project.find(project.root).check_json()


def extract_anew(project: Project, desk: Desk, told: Told) -> None:
    shutil.rmtree(project.layout.derived)
    Project.find(project.root).extract()


def approve_twice(project: Project, desk: Desk, told: Told) -> None:
    """The first decision is answered before the second is begun."""
    project.approve([desk.first], by="M. Ng")
    told(b"decided")
    project.approve([desk.second], by="M. Ng")


WORKS: dict[str, Work] = {
    "extract": extract_anew,
    "check": check_anew,
    "approve": approve_twice,
    "settle": lambda project, desk, told: project.settle(desk.finding, "accepted", by="M. Ng", why="both are quoted"),
    "undo": lambda project, desk, told: project.undo([project.decisions()[-1].digest], by="M. Ng"),
    "edit claim": lambda project, desk, told: project.edit_claim(desk.first, by="M. Ng", statement="Four were bought."),
    "update": lambda project, desk, told: project.update_source("audit", desk.inbox / "audit.txt"),
    "update to another format": lambda project, desk, told: project.update_source("audit", desk.inbox / "audit.md"),
    "add": lambda project, desk, told: project.add_source(desk.inbox / "leaflet.txt"),
    "remove": lambda project, desk, told: project.remove_source("paper", by="M. Ng"),
    "remove what claims rest on": lambda project, desk, told: project.remove_source("radio", by="M. Ng"),
    "import": lambda project, desk, told: project.import_sheet(desk.inbox / "desk.csv", by="M. Ng"),
}


def worked(root: Path, desk: Desk, work: Work) -> Callable[[Told], None]:
    def child(told: Told) -> None:
        work(opened(root), desk, told)
        told(b" done")

    return child


class Fresh:
    """What a project answers whose index was made anew, by what stands in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, str] = {}

    def report(self, root: Path) -> str:
        stands = tree(root)
        key = repr(sorted(stands.items()))
        if key not in self._known:
            shutil.rmtree(self._folder, ignore_errors=True)
            for name, data in stands.items():
                (self._folder / name).parent.mkdir(parents=True, exist_ok=True)
                (self._folder / name).write_bytes(data)
            (self._folder / "claims").mkdir(exist_ok=True)
            self._known[key] = answer(self._folder)
        return self._known[key]


def answer(root: Path) -> str:
    project = opened(root)
    report = json.dumps(project.check_json())
    project.index.close()
    return report


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    return Fresh(tmp_path_factory.mktemp("fresh") / "desk")


def of_folder(stands: dict[str, bytes], folder: str) -> dict[str, bytes]:
    return {name: data for name, data in stands.items() if name.startswith(folder) and not name.endswith(".torn")}


@needs_fork
@pytest.mark.parametrize("name", WORKS)
def test_work_killed_at_any_moment_loses_nothing_and_leaves_nothing_half_done(
    name: str, resting: Desk, fresh: Fresh, tmp_path: Path
) -> None:
    work = WORKS[name]
    shutil.copytree(resting.root, tmp_path / "whole")
    said, moments = run(worked(tmp_path / "whole", resting, work))
    assert said.endswith(b" done")
    before, after = tree(resting.root), tree(tmp_path / "whole")
    rng, killed = random.Random(name), 0
    for moment in sorted(rng.sample(range(1, moments), KILLS // len(WORKS))):
        root = tmp_path / str(moment)
        shutil.copytree(resting.root, root)
        said, seen = run(worked(root, resting, work), moment)
        # How many moments there are depends on how old files look: a run may be over before the last of them.
        assert said in (b"", b"decided") or seen < moment, said
        killed += not seen
        project = opened(root)
        assert project.verify_log().faults == (), f"killed at moment {moment}"
        assert examine(project).ailments == (), f"killed at moment {moment}"
        assert json.dumps(project.check_json()) == fresh.report(root), f"killed at moment {moment}"
        project.index.close()
        now = tree(root)
        assert of_folder(now, "sources") in (of_folder(before, "sources"), of_folder(after, "sources"))
        for file, data in of_folder(now, "claims").items():
            assert file == LOG or data in (before.get(file), after.get(file)), f"{file}, killed at moment {moment}"
        assert now[LOG].startswith(before[LOG])
        assert after[LOG].startswith(now[LOG])
        if name == "import":
            assert of_folder(now, "claims") in (of_folder(before, "claims"), of_folder(after, "claims"))
        assert b"decided" not in said or len(now[LOG].splitlines()) >= len(before[LOG].splitlines()) + 2
        shutil.rmtree(root)
    assert killed > KILLS // len(WORKS) // 2


class Disk:
    """A disk that is full from the n-th write on; a rename fails once, for what it puts in place needs no room."""

    def __init__(self, room: int) -> None:
        self.left = room
        self.used = 0

    def take(self, once: bool = False) -> None:
        self.used += 1
        self.left -= 1
        if self.left == -1 or (self.left < 0 and not once):
            raise OSError(errno.ENOSPC, "No space left on device")

    def mount(self, patch: pytest.MonkeyPatch) -> None:
        opened, made, synced, replaced, disk = Path.open, os.open, os.fsync, os.replace, self

        class File:
            def __init__(self, file: Any) -> None:
                self._file = file

            def write(self, data: bytes) -> int:
                self._file.write(data[: len(data) // 2])
                disk.take()
                self._file.write(data[len(data) // 2 :])
                return len(data)

            def __getattr__(self, name: str) -> Any:
                return getattr(self._file, name)

            def __enter__(self) -> "File":
                return self

            def __exit__(self, *error: object) -> None:
                self._file.close()

        def open_file(path: Path, mode: str = "r", *rest: Any, **named: Any) -> Any:
            file: Any = opened(path, mode, *rest, **named)
            return File(file) if mode in ("wb", "ab") else file

        def make(path: Any, flags: int, *rest: Any, **named: Any) -> int:
            if flags & os.O_CREAT:
                disk.take()
            return made(path, flags, *rest, **named)

        patch.setattr(Path, "open", open_file)
        patch.setattr(os, "open", make)
        patch.setattr(os, "fsync", lambda handle: (disk.take(), synced(handle))[1])
        patch.setattr(os, "replace", lambda one, other: (disk.take(once=True), replaced(one, other))[1])


@pytest.mark.parametrize("name", ["approve", "update to another format", "add", "remove what claims rest on", "import"])
def test_a_full_disk_is_one_line_and_changes_nothing_by_halves(
    name: str, resting: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(resting.root)
    for room in range(1000):
        root = tmp_path / str(room)
        shutil.copytree(resting.root, root)
        project, disk, said = opened(root), Disk(room), ""
        with monkeypatch.context() as patch:
            disk.mount(patch)
            try:
                WORKS[name](project, resting, lambda what: None)
            except ProjectError as error:
                said = str(error)
        assert said == "" or ("no space left" in said and "\n" not in said)
        project.index.close()
        project = opened(root)
        assert examine(project).ailments == (), f"full at write {room}"
        now = tree(root)
        assert now[LOG].startswith(before[LOG])
        if room >= disk.used:
            break
        if said and now[LOG] == before[LOG]:
            assert of_folder(now, "sources") == of_folder(before, "sources")
        project.index.close()
        shutil.rmtree(root)
    assert room > 5
    assert of_folder(now, "sources") != before or now[LOG] != before[LOG]


def of_command(*arguments: str, cwd: Path) -> tuple[int, str, str]:
    """How a command ends that is run by somebody who is not root."""

    def child(told: Told) -> None:
        out, err = cwd.parent / "out", cwd.parent / "err"
        with out.open("wb") as stdout, err.open("wb") as stderr:
            os.dup2(stdout.fileno(), 1)
            os.dup2(stderr.fileno(), 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
        os.chdir(cwd)
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        told(str(main(list(arguments))).encode())

    said, _ = run(child)
    return int(said), (cwd.parent / "out").read_text("utf-8"), (cwd.parent / "err").read_text("utf-8")


@pytest.fixture
def shared(resting: Desk) -> Iterator[Path]:
    """A copy of the project that others may read, and nobody but its owner may change."""
    folder = Path(tempfile.mkdtemp())
    shutil.copytree(resting.root, folder / "desk")
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield folder / "desk"
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(folder)


@needs_fork
@pytest.mark.parametrize("index", ["kept", "of another version", "missing"])
def test_a_project_that_may_only_be_read_is_checked_and_tells_in_one_line_what_it_cannot_take(
    shared: Path, resting: Desk, index: str, fresh: Fresh
) -> None:
    path = shared / ".factcheck" / "index.sqlite"
    if index == "missing":
        shared.joinpath(".factcheck").chmod(0o755)
        path.unlink()
    elif index == "of another version":
        path.chmod(0o644)
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 1")
        connection.close()
        path.chmod(0o444)
    before = tree(shared)
    code, out, err = of_command("check", "--format", "json", cwd=shared)
    assert (code, err) == (1, "")
    assert json.loads(out)["findings"] == json.loads(fresh.report(shared))["findings"]
    code, out, err = of_command("approve", resting.first, "--as", "M. Ng", cwd=shared)
    assert (code, out) == (2, "")
    assert err.endswith("cannot be written: permission denied\n")
    assert err.count("\n") == 1
    assert of_command("doctor", cwd=shared)[0] == 0
    assert tree(shared) == before


UNREADABLE = {
    "sources/audit.txt": "sources/audit.txt",
    "sources/audit.yaml": "sources/audit.yaml: cannot be read: permission denied",
    "claims/radio.yaml": "claims/radio.yaml",
    "claims/decisions.jsonl": "claims/decisions.jsonl",
    "factcheck.toml": "factcheck.toml: cannot be read: permission denied",
    "sources": "sources",
    "claims": "claims",
}


@needs_fork
@pytest.mark.parametrize("name", UNREADABLE)
def test_what_may_not_be_read_is_named_in_one_line(shared: Path, name: str) -> None:
    (shared / name).chmod(0)
    shutil.rmtree(shared / ".factcheck")
    for command in (["check"], ["extract"], ["status"], ["log"]):
        code, out, err = of_command(*command, cwd=shared)
        assert code in (0, 2), command
        assert (UNREADABLE[name] in err and err.count("\n") == 1) if code == 2 else err == "", (command, err)
        assert "Traceback" not in out + err
        if command == ["check"]:
            assert code == 2, f"a check of all but {name} passed as one of all"
    assert of_command("doctor", cwd=shared)[0] in (1, 2)


@needs_fork
def test_the_lock_of_a_process_that_died_is_free(resting: Desk, tmp_path: Path) -> None:
    root = tmp_path / "desk"
    shutil.copytree(resting.root, root)

    def child(told: Told) -> None:
        with files.locked(root / ".factcheck" / "lock"):
            (root / "sources" / ".audit.txt.1-1.part").write_bytes(b"half")
            told(b"held")
            os.kill(os.getpid(), signal.SIGKILL)

    assert run(child)[0] == b"held"
    assert (root / ".factcheck" / "lock").stat().st_size > 0
    assert len(opened(root).approve([resting.first], by="M. Ng")) == 2
    assert (root / ".factcheck" / "lock").stat().st_size == 0


@needs_fork
def test_who_reads_does_not_wait_for_who_writes(resting: Desk, tmp_path: Path) -> None:
    root = tmp_path / "desk"
    shutil.copytree(resting.root, root)
    (root / "sources" / "paper.txt").touch()
    with files.locked(root / ".factcheck" / "lock"):
        before = tree(root)
        for command in (["check", "--fail-on", "never"], ["status"], ["claim", "list"], ["log"], ["source", "verify"]):
            ended = factcheck(*command, cwd=root)
            assert (ended.code, ended.err) == (0, ""), command
            assert ended.out, command
        assert tree(root) == before


def test_what_the_lock_names_outside_the_project_is_not_touched(resting: Desk, tmp_path: Path) -> None:
    root = tmp_path / "desk"
    shutil.copytree(resting.root, root)
    (root / ".git").mkdir()
    hook = root / ".git" / "hook"
    for path in (tmp_path / "mine", tmp_path / ".mine.part", root / ".a.part", hook):
        path.write_bytes(b"mine")
    (root / "link").symlink_to(tmp_path)
    lines = [
        ["made", ["../.mine.part", "sources/audit.txt", ".git/hook", "link/.mine.part", str(tmp_path / ".mine.part")]],
        ["commit", [[["../.mine.part", "sources/a.txt"], [".a.part", "../mine"], [".a.part", ".git/hook"]],
                    ["../mine", "link/mine", str(tmp_path / "mine"), ".git/hook", ".gitignore"]]],
    ]  # fmt: skip
    for said in (lines[:1], lines, [["commit", 1]], [["commit", [[[1, "\0"]], None]]], ["made"], "no"):
        (root / ".factcheck" / "lock").write_text("".join(json.dumps(line) + "\n" for line in said))
        before = tree(tmp_path)
        opened(root)
        assert tree(tmp_path) == before


def test_a_clock_that_was_set_back_changes_no_order(resting: Desk, tmp_path: Path) -> None:
    root = tmp_path / "desk"
    shutil.copytree(resting.root, root)
    project = opened(root)
    project.approve([resting.first], by="M. Ng")
    project.clock = lambda: datetime(2001, 1, 1, tzinfo=UTC)
    project.reject([resting.first], by="M. Ng", why="it was misread")
    assert project.statuses()[resting.first] == "rejected"
    assert opened(root).statuses()[resting.first] == "rejected"
    assert project.verify_log().faults == ()
    path = root / "sources" / "audit.txt"
    path.write_bytes(path.read_bytes().replace(b"four", b"nine"))
    os.utime(path, (0, 0))
    assert [state.state for state in opened(root).verify_sources()] == ["changed", "ok", "ok"]


DAMAGES = 100


@pytest.mark.parametrize("part", range(4))
def test_a_damaged_index_changes_no_answer(part: int, resting: Desk, fresh: Fresh, tmp_path: Path) -> None:
    expected = fresh.report(resting.root)
    for seed in range(part, DAMAGES, 4):
        rng, root = random.Random(seed), tmp_path / str(seed)
        shutil.copytree(resting.root, root)
        path = root / ".factcheck" / "index.sqlite"
        data = bytearray(path.read_bytes())
        for _ in range(rng.choice([1, 8, 200])):
            data[rng.randrange(len(data) if seed % 3 else 4096)] ^= rng.randrange(1, 256)
        path.write_bytes(data[: rng.randrange(len(data))] if seed % 5 == 0 else data)
        assert answer(root) == expected, f"seed {seed}"
        project = opened(root)
        assert {ailment.area for ailment in examine(project).ailments} <= {"index"}
        project.index.close()
        shutil.rmtree(root)


@pytest.mark.parametrize("version", [1, 2, 4, 1000])
def test_an_index_of_an_older_or_a_newer_version_is_made_anew(
    version: int, resting: Desk, fresh: Fresh, tmp_path: Path
) -> None:
    root = tmp_path / "desk"
    shutil.copytree(resting.root, root)
    with sqlite3.connect(root / ".factcheck" / "index.sqlite") as connection:
        connection.execute("UPDATE value SET data = (SELECT data FROM value WHERE kind = 'report')")
        connection.execute(f"PRAGMA user_version = {version}")
    connection.close()
    assert answer(root) == fresh.report(root)


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_index_of_words_finds_no_words_that_are_not_there(seed: int, resting: Desk, tmp_path: Path) -> None:
    root, rng = tmp_path / "desk", random.Random(seed)
    shutil.copytree(resting.root, root)
    project = opened(root)
    expected = project.search("buses")
    assert expected
    path = root / ".factcheck" / "search.sqlite"
    data = bytearray(path.read_bytes())
    for _ in range(rng.choice([1, 20, 400])):
        data[rng.randrange(len(data))] ^= rng.randrange(1, 256)
    path.write_bytes(data)
    assert opened(root).search("buses") == expected
