"""`factcheck gate --changed-since`: what a change touches, and what rests on evidence or approvals that changed."""

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.project import Project
from factcheck.records.gate import GateReport
from tests.command import environment, factcheck

AUDIT = "The new quay of Arlen is 840 metres long and has 46 cranes.\n"
WALL = "The sea wall of Brede is 3,120 metres long.\n"
QUAY, BREDE, WRONG = (
    "The quay of Arlen is 840 metres long [@audit].",
    "The sea wall of Brede is 3,120 metres long [@wall].",
    "The quay of Arlen has 64 cranes [@audit].",
)
DRAFT = f"# Two ports\n\n{QUAY}\n\n{BREDE}\n\n{WRONG}\n"


def git(desk: Path, *arguments: str) -> None:
    named = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *named, *arguments], cwd=desk, env=environment(), check=True, capture_output=True)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project under git with a draft of three statements, the last of them wrong."""
    folder = tmp_path_factory.mktemp("since")
    (folder / "audit.txt").write_text(AUDIT, encoding="utf-8")
    (folder / "wall.txt").write_text(WALL, encoding="utf-8")
    desk = folder / "desk"
    assert factcheck("init", "desk", cwd=folder).code == 0
    added = factcheck("source", "add", "../audit.txt", "../wall.txt", "--published", "2022-08-04", cwd=desk)
    assert added.code == 0, added
    assert factcheck("extract", cwd=desk).code == 0
    (desk / "draft.md").write_text(DRAFT, encoding="utf-8")
    git(desk, "init", "-q")
    git(desk, "add", ".")
    git(desk, "commit", "-q", "-m", "one")
    return desk


@pytest.fixture
def desk(project: Path, tmp_path: Path) -> Path:
    shutil.copytree(project, tmp_path / "desk")
    return tmp_path / "desk"


def since(desk: Path, revision: str = "HEAD", policy: str = "draft") -> GateReport:
    return Project.find(desk).gate_since([desk / "draft.md"], revision, policy)


def judged(desk: Path, revision: str = "HEAD") -> list[str]:
    return [one.exact for one in since(desk, revision).statements]


def written(desk: Path, draft: str) -> None:
    (desk / "draft.md").write_text(draft, encoding="utf-8")


PLAIN_QUAY, PLAIN_BREDE = QUAY.replace(" [@audit]", ""), BREDE.replace(" [@wall]", "")


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (DRAFT, []),
        (DRAFT.replace("Arlen is 840 metres", "Arlen\nis 840 metres"), []),
        (DRAFT.replace("3,120", "3,210"), ["The sea wall of Brede is 3,210 metres long."]),
        (DRAFT.replace("[@wall]", "[@audit]"), [PLAIN_BREDE]),
        (DRAFT.replace(f"{QUAY}\n\n", f"It is new. {QUAY}\n\n"), [PLAIN_QUAY]),
        (DRAFT.replace(f"{WRONG}\n", ""), []),
    ],
    ids=["nothing", "another line break", "a figure", "a citation", "the sentence before", "a statement taken out"],
)
def test_what_a_change_touches_is_judged(desk: Path, draft: str, expected: list[str]) -> None:
    written(desk, draft)
    assert judged(desk) == expected


def test_a_draft_that_was_not_there_is_judged_whole(desk: Path) -> None:
    (desk / "draft.md").rename(desk / "other.md")
    report = Project.find(desk).gate_since([desk / "other.md"], "HEAD", "draft")
    assert len(report.statements) == 3


def test_what_rests_on_a_new_version_of_a_source_is_judged(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text(WALL.replace("3,120", "3,300"), encoding="utf-8")
    Project.find(desk).update_source("wall", tmp_path / "new.txt")
    assert judged(desk)[0] == PLAIN_BREDE
    assert PLAIN_QUAY not in judged(desk)


def test_what_a_new_source_contradicts_is_judged(desk: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("The sea wall of Brede, we measured, is 3,300 metres long.\n", encoding="utf-8")
    assert judged(desk) == []
    draft = DRAFT.replace(BREDE, PLAIN_BREDE.replace("3,120", "3,300"))
    written(desk, draft)
    git(desk, "commit", "-q", "-a", "-m", "two")
    Project.find(desk).add_source(tmp_path / "other.txt", id="other", issued="2023")
    assert judged(desk) == [PLAIN_BREDE.replace("3,120", "3,300")]


def test_what_rests_on_an_approval_given_since_is_judged(desk: Path) -> None:
    project = Project.find(desk)
    wanted = [one.id for one in project.claims() if one.source == "wall" and one.quantity]
    project.approve(wanted, by="M. Ito")
    assert judged(desk) == [PLAIN_BREDE]
    git(desk, "add", ".")
    git(desk, "commit", "-q", "-m", "two")
    assert judged(desk) == []
    assert judged(desk, "HEAD~1") == [PLAIN_BREDE]


def test_a_statement_decided_on_since_is_judged(desk: Path) -> None:
    Project.find(desk).decide_on_statement("draft", PLAIN_QUAY, "fix", by="M. Ito", why="say which quay")
    assert judged(desk) == [PLAIN_QUAY]


def test_other_settings_judge_all(desk: Path) -> None:
    with (desk / "factcheck.toml").open("a", encoding="utf-8") as config:
        config.write('\n[gate.draft.support]\nnot-checked = "pass"\n')
    assert len(judged(desk)) == 3


def test_it_is_never_publishable_and_says_why(desk: Path) -> None:
    ended = factcheck("gate", "draft.md", "--changed-since", "HEAD", cwd=desk)
    assert ended.code == 0
    assert ended.out.splitlines()[-1] == (
        "Not the whole draft was judged, only what changed since HEAD: that does not make it publishable."
    )
    written(desk, DRAFT.replace("3,120", "3,210"))
    ended = factcheck("gate", "draft.md", "--changed-since", "HEAD", "--format", "json", cwd=desk)
    told = json.loads(ended.out)
    assert (ended.code, told["publishable"], told["summary"]["block"]) == (1, False, 1)
    assert told["reason"].startswith("Not the whole draft was judged")


def test_what_changed_and_could_not_be_read_does_not_pass(desk: Path) -> None:
    german = "Der Hafen von Arlen wurde im Mai geschlossen, weil die Mauer nicht mehr hielt und das Wasser stieg. "
    written(desk, DRAFT + "\n" + german * 3 + "\n")
    ended = factcheck("gate", "draft.md", "--changed-since", "HEAD", "--policy", "draft", cwd=desk)
    assert ended.code == 1


def nowhere(desk: Path) -> None:
    shutil.rmtree(desk / ".git")


@pytest.mark.parametrize(
    ("arguments", "prepare", "says"),
    [
        (("draft.md", "--changed-since", "nothing"), None, "has no such revision; 'nothing' was asked for"),
        (("draft.md", "--changed-since", "--all"), None, "'--all' is no revision"),
        (("-", "--changed-since", "HEAD"), None, "--changed-since compares files with what git holds"),
        (("draft.md", "--changed-since", "HEAD"), nowhere, "is not in a git repository"),
    ],
)
def test_what_cannot_be_compared_is_said_in_one_line(
    desk: Path, arguments: tuple[str, ...], prepare: Callable[[Path], None] | None, says: str
) -> None:
    if prepare:
        prepare(desk)
    ended = factcheck("gate", *arguments, cwd=desk, GIT_CEILING_DIRECTORIES=str(desk.parent))
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert says in ended.err
