"""Nothing is told to anybody: no command opens a socket, but those that fetch a page or are the desk in the browser."""

import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli.main import Folder
from tests.command import environment
from tests.desks import claim_of, desk
from tests.terminal import Terminal

ROOT = Path(__file__).parent.parent
WATCH = """
import os, shutil, sys

def watch(event, arguments, note=os.environ["SEEN"], known=(sys.executable, "git", shutil.which("git"))):
    stranger = event == "subprocess.Popen" and arguments[0] not in known
    if stranger or event.startswith(("socket.", "os.system", "os.exec", "os.posix_spawn", "webbrowser.")):
        with open(note, "a") as seen:
            print(event, *map(str, arguments), file=seen)
        raise OSError("there is no network here")

sys.addaudithook(watch)
"""
"""A `sitecustomize`, for every Python that is started: sockets, and programs but git, are noted and forbidden."""

RUN = """
import shlex, sys
from factcheck.cli.main import main
from factcheck.project import checkers, crew

crew.cores, crew.WORTH, checkers.WORTH = (lambda: 2), 1, 1
print(*(main(shlex.split(line)) for line in sys.argv[1:]), file=sys.stderr)
"""
"""Runs commands with helpers, so that those are watched as well: for small projects they are not worth their start."""

COMMANDS = (
    "init other", "source add ../audit.txt ../paper.txt --project other", "extract --project other",
    "check --fail-on never", "check --fail-on never --output report.html --output report.md --output report.sarif",
    "claim list", "claim show {claim}", "claim edit {claim} --note seen --as Ng", "source list", "source show audit",
    "source verify", "source update audit ../longer.txt", "explain {finding}", "assign {claim} --to Ito --as Ng",
    "query ask {claim} --to press --question Why? --as Ng", "query list",
    "settle {finding} --as fix-in-draft --by Ng", "status", "approve --source paper --as Ng --why read --yes",
    "reject {claim} --as Ng --why wrong", "history {claim}", "log", "reopen {claim} --as Ng --why again",
    "review verify", "cite 'The county bought four buses.'", "inspect draft.md", "gate draft.md",
    "gate draft.md --output gate.html --output gate.xml", "glossary suggest", "migrate", "doctor --fix",
    "export --format xlsx --output claims.xlsx", "import claims.xlsx --as Ng --dry-run", "source remove radio",
)  # fmt: skip
LISTENS = {"serve"}


@pytest.fixture
def watched(tmp_path: Path) -> dict[str, str]:
    """The variables of a Python that is watched."""
    (tmp_path / "watch").mkdir()
    (tmp_path / "watch" / "sitecustomize.py").write_text(WATCH, "utf-8")
    return {"PYTHONPATH": f"{tmp_path / 'watch'}:{ROOT}", "SEEN": str(tmp_path / "seen")}


def run(*commands: str, cwd: Path, variables: dict[str, str]) -> list[str]:
    """The exit codes of commands, one after the other in one Python."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *commands],
        cwd=cwd, env=environment(**variables), capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    return done.stderr.splitlines()


def test_no_command_opens_a_socket_or_starts_another_program(tmp_path: Path, watched: dict[str, str]) -> None:
    project = desk(tmp_path / "desk")
    (tmp_path / "longer.txt").write_text((tmp_path / "audit.txt").read_text("utf-8") + "\nAll of it.\n", "utf-8")
    (project.root / "draft.md").write_text("The county bought six buses in 2021 [@audit].\n", "utf-8")
    (finding,) = (one["id"] for one in project.check_json()["findings"] if one["verdict"] == "conflict")
    claim = claim_of(project, "audit", "four buses")
    commands = [line.format(claim=claim, finding=finding) for line in COMMANDS]
    told = run(*commands, cwd=project.root, variables=watched)
    assert not (tmp_path / "seen").exists(), (tmp_path / "seen").read_text("utf-8")
    assert set(told[-1].split()) <= {"0", "1"}, told


def test_every_command_is_watched_but_the_one_that_listens() -> None:
    assert {line.split()[0] for line in COMMANDS} == set(Folder.names()) - LISTENS


def test_a_review_by_keys_opens_none(tmp_path: Path, watched: dict[str, str]) -> None:
    project = desk(tmp_path / "desk")
    terminal = Terminal("review", "--only", "findings", cwd=project.root, by="M. Ng", **watched)
    terminal.sees("u undo · q quit")
    terminal.presses("f")
    assert terminal.ends()[1] == 0
    assert not (tmp_path / "seen").exists(), (tmp_path / "seen").read_text("utf-8")


def test_fetching_a_page_would_be_noted(tmp_path: Path, watched: dict[str, str]) -> None:
    told = run("init", "source add http://pages.example/", cwd=tmp_path, variables=watched)
    assert told[-1] == "0 2"
    assert "socket." in (tmp_path / "seen").read_text("utf-8")
