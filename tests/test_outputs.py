"""`--output`, several at once: which format each file gets, and that all are written or none."""

import json
import os
import shutil
from pathlib import Path

import pytest

from factcheck.cli._outputs import ELSEWHERE, deliver_all, outputs
from factcheck.errors import ProjectError, UsageError
from factcheck.reporting import Use, format_of, formats, formats_of, reporter
from tests.command import factcheck, tree

AUDIT = "The new quay is 840 metres long and has 46 cranes.\n"
DRAFT = "The quay of Arlen is 480 metres long [@audit].\n"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outputs")
    (folder / "audit.txt").write_text(AUDIT, encoding="utf-8")
    (folder / "paper.txt").write_text("The new quay is 850 metres long, the paper said.\n", encoding="utf-8")
    assert factcheck("init", "desk", cwd=folder).code == 0
    assert factcheck("source", "add", "../audit.txt", "../paper.txt", cwd=folder / "desk").code == 0
    (folder / "desk" / "draft.md").write_text(DRAFT, encoding="utf-8")
    return folder / "desk"


@pytest.fixture
def desk(template: Path, tmp_path: Path) -> Path:
    shutil.copytree(template, tmp_path / "desk")
    return tmp_path / "desk"


def test_every_format_is_for_some_command() -> None:
    assert set(formats()) == set(formats_of("check")) | set(formats_of("gate"))


@pytest.mark.parametrize("use", ["check", "gate"])
def test_help_names_the_formats_of_its_command_alone(use: Use) -> None:
    assert set(formats()) - ELSEWHERE[use] == set(formats_of(use))


@pytest.mark.parametrize(
    ("file", "format"),
    [
        ("report.json", "json"),
        ("REPORT.JSON", "json"),
        ("report.md", "markdown"),
        ("report.markdown", "markdown"),
        ("report.txt", "terminal"),
        ("report.pdf", None),
        ("report", None),
    ],
)
def test_the_ending_of_a_file_stands_for_a_format(file: str, format: str | None) -> None:
    assert format_of(file, "gate") == format
    assert format_of(file, "check") == format


@pytest.mark.parametrize(
    ("format", "given", "wanted"),
    [
        (None, None, [("terminal", None)]),
        ("json", None, [("json", None)]),
        (None, ["a.json", "b.md"], [("json", "a.json"), ("markdown", "b.md")]),
        (None, ["github:a.json"], [("github", "a.json")]),
        (None, ["json:-", "b.md"], [("json", None), ("markdown", "b.md")]),
        ("json", ["a.out"], [("json", "a.out")]),
        ("json", ["a.md", "github:b.log"], [("json", "a.md"), ("github", "b.log")]),
        (None, ["noending"], [("terminal", "noending")]),
        (None, ["-"], [("terminal", None)]),
        (None, ["odd:name.json"], [("json", "odd:name.json")]),
    ],
)
def test_a_format_is_named_before_the_file_or_by_format_or_by_the_ending(
    format: str | None, given: list[str] | None, wanted: list[tuple[str, str | None]], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    made = outputs("gate", format, given)
    assert [(one.format, str(one.target) if one.target else None) for one in made] == wanted
    assert all(one.render is reporter(one.format).gate for one in made)


@pytest.mark.parametrize(
    ("format", "given", "says"),
    [
        (None, ["a.pdf"], r"^a\.pdf: no format is known by '\.pdf'; write FORMAT:FILE"),
        (None, ["a.json", "./a.json"], r"^a\.json: --output is written twice"),
        (None, ["-", "json:-"], r"^--output names standard output twice"),
        (None, ["json:draft.md"], r"^draft\.md: --output is the draft itself; name another file"),
        (None, ["folder"], r"^folder: is a folder"),
        (None, ["json:no/where"], r"^no/where: cannot be written"),
        ("paper", None, r"^--format 'paper' is not known"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is_read(
    format: str | None, given: list[str] | None, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    with pytest.raises(UsageError, match=says):
        outputs("gate", format, given, ["draft.md"])


def test_the_gate_writes_several_formats_in_one_run(desk: Path) -> None:
    ended = factcheck(
        "gate", "draft.md", "--policy", "draft", "--output", "gate.json", "--output", "gate.md",
        "--output", "github:gate.log", cwd=desk,
    )  # fmt: skip
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == (
        "It cannot be published. 1 statement: 1 blocked, 0 with a warning, 0 pass (policy draft).\n"
    )  # fmt: skip
    assert json.loads((desk / "gate.json").read_text("utf-8"))["publishable"] is False
    assert (desk / "gate.md").read_text("utf-8").startswith("**It cannot be published.**")
    assert (desk / "gate.log").read_text("utf-8").startswith("::error file=draft.md,line=1,")
    alone = factcheck("gate", "draft.md", "--policy", "draft", "--format", "json", cwd=desk)
    assert (desk / "gate.json").read_text("utf-8") == alone.out


def test_one_of_several_outputs_may_be_standard_output(desk: Path) -> None:
    ended = factcheck("gate", "draft.md", "--policy", "draft", "--output", "-", "--output", "gate.json", cwd=desk)
    assert ended.out.startswith("draft.md:1:1: blocked: contradicted")
    assert ended.err == ""
    assert (desk / "gate.json").exists()


def test_a_check_writes_several_formats_in_one_run(desk: Path) -> None:
    ended = factcheck("check", "--output", "report.json", "--output", "report.md", cwd=desk)
    assert (ended.out, ended.err) == ("", "1 conflict.\n")
    assert json.loads((desk / "report.json").read_text("utf-8"))["summary"]["conflict"] == 1
    assert (desk / "report.md").read_text("utf-8").startswith("# What the sources say\n")


@pytest.mark.parametrize("command", [("gate", "draft.md"), ("check",)])
def test_nothing_is_written_where_one_output_cannot_be(command: tuple[str, ...], desk: Path) -> None:
    before = tree(desk)
    ended = factcheck(*command, "--output", "one.json", "--output", "no/where.json", cwd=desk)
    assert ended.code == 2
    assert ended.err.startswith("no/where.json: cannot be written: there is no folder no")
    assert ended.err.count("\n") == 1
    assert tree(desk) == before


def test_nothing_is_written_where_a_draft_cannot_be_read(desk: Path) -> None:
    before = tree(desk)
    ended = factcheck("gate", "draft.md", "missing.md", "--output", "one.json", cwd=desk)
    assert ended.code == 2
    assert tree(desk) == before


def test_files_are_all_put_in_place_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    one.write_bytes(b"old")
    real, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProjectError, match="no space left"):
        deliver_all([(b"new", one), (b"new", other)])
    assert one.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [one]


def test_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_bytes(b"old")
    target.chmod(0o640)
    deliver_all([(b"new", target)])
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
