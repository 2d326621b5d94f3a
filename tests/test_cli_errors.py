"""What a user did wrong is told in one line, with exit code 2, and nothing is half-written."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.command import factcheck, tree

TEXT = "The channel was closed six times in 2019. Dredging took $1.44 billion between 2010 and 2021.\n"


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one source, made once."""
    folder = tmp_path_factory.mktemp("template")
    (folder / "audit.txt").write_text(TEXT, encoding="utf-8")
    assert factcheck("init", "desk", cwd=folder).code == 0
    assert factcheck("source", "add", "../audit.txt", cwd=folder / "desk").code == 0
    return folder / "desk"


@pytest.fixture
def desk(template: Path, tmp_path: Path) -> Path:
    """A copy of that project, its files as old as the first's."""
    shutil.copytree(template, tmp_path / "desk")
    return tmp_path / "desk"


def nothing(desk: Path) -> None:
    """The project as it is."""


def write(name: str, content: bytes) -> Callable[[Path], None]:
    def put(desk: Path) -> None:
        path = desk / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    return put


def add_line(name: str, line: str) -> Callable[[Path], None]:
    def put(desk: Path) -> None:
        path = desk / name
        path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")

    return put


def replace(name: str, old: str, new: str) -> Callable[[Path], None]:
    def put(desk: Path) -> None:
        text = (desk / name).read_text(encoding="utf-8")
        assert old in text
        (desk / name).write_text(text.replace(old, new), encoding="utf-8")

    return put


def remove(name: str) -> Callable[[Path], None]:
    return lambda desk: (desk / name).unlink()


class Case(NamedTuple):
    """Something wrong, the command that meets it, and what its one line must hold."""

    wrong: Callable[[Path], None]
    arguments: tuple[str, ...]
    says: str


RECORD = "sources/audit.yaml"
CASES = {
    "missing file": Case(nothing, ("source", "add", "gone.txt"), r"^gone\.txt: no such file"),
    "folder": Case(nothing, ("source", "add", "claims"), r"^claims: is a folder"),
    "empty file": Case(write("e.txt", b""), ("source", "add", "e.txt"), r"^e\.txt: .*empty"),
    "blank file": Case(write("e.txt", b" \n\n"), ("source", "add", "e.txt"), r"^e\.txt: .*(empty|no text)"),
    "binary file": Case(
        write("b.txt", bytes(range(256)) * 8), ("source", "add", "b.txt"), r"^b\.txt: .*(binary|encoding)"
    ),
    "unknown format": Case(write("b.xyz", b"words"), ("source", "add", "b.xyz"), r"^b\.xyz: .*\.xyz"),
    "one of two missing": Case(
        write("good.txt", b"Nine ships came."), ("source", "add", "good.txt", "gone.txt"), r"^gone\.txt: no such file"
    ),
    "id taken": Case(write("audit.txt", b"Nine."), ("source", "add", "audit.txt"), r"^audit\.txt: .*'audit'.*--id"),
    "one id for two": Case(
        write("x/y.txt", b"Nine."), ("source", "add", "x/y.txt", "x/../x/y.txt"), r"y\.txt: .*'y'.*--id"
    ),
    "id that is none": Case(
        write("y.txt", b"Nine."), ("source", "add", "y.txt", "--id", "../up"), r"'\.\./up' is not an id"
    ),
    "date that is none": Case(
        write("y.txt", b"Nine."), ("source", "add", "y.txt", "--published", "2022-13"), r"--published '2022-13'"
    ),
    "title for two": Case(nothing, ("source", "add", "a", "b", "--title", "T"), r"--title is for one file"),
    "library that is none": Case(
        write("l.json", b"[{]"), ("source", "add", "l.json", "--metadata", "l.json"), r"^l\.json:1: .*CSL-JSON"
    ),
    "library missing": Case(
        write("y.txt", b"Nine."), ("source", "add", "y.txt", "--metadata", "no.json"), r"^no\.json: .*no such file"
    ),
    "source changed, checked": Case(
        add_line("sources/audit.txt", "And seven in 2020."), ("check",), r"audit.*changed after it was added"
    ),
    "source changed, verified": Case(
        add_line("sources/audit.txt", "And seven in 2020."), ("source", "verify"), r"audit.*changed after it was added"
    ),
    "source file gone": Case(remove("sources/audit.txt"), ("check",), r"sources/audit\.txt is missing"),
    "unknown field": Case(add_line(RECORD, "colour: blue"), ("source", "list"), r"^sources/audit\.yaml:\d+: .*colour"),
    "wrong type": Case(
        add_line(RECORD, "confidential: 7"), ("source", "list"), r"^sources/audit\.yaml:\d+: .*confidential"
    ),
    "no YAML": Case(add_line(RECORD, "  : [unclosed"), ("source", "list"), r"^sources/audit\.yaml:\d+: "),
    "future record": Case(
        replace(RECORD, "schema_version: 1", "schema_version: 99"), ("source", "list"), r"^sources/audit\.yaml.*99.*"
    ),
    "malformed claims": Case(
        write("claims/audit.yaml", b"- id: 7\n  colour: blue\n"), ("check",), r"^claims/audit\.yaml:\d+: "
    ),
    "malformed log": Case(write("claims/decisions.jsonl", b"{}\n{}\n"), ("check",), r"^claims/decisions\.jsonl:1: "),
    "malformed settings": Case(
        write("factcheck.toml", b'[policy]\nfail_on = "always"\n'), ("check",), r"^factcheck\.toml:2: .*fail_on"
    ),
    "settings no TOML": Case(write("factcheck.toml", b"[policy\n"), ("check",), r"^factcheck\.toml:1: "),
    "unknown source": Case(nothing, ("source", "show", "herald"), r"'herald'"),
    "unknown source, text": Case(nothing, ("source", "show", "herald", "--text"), r"'herald'"),
    "unknown source, extracted": Case(nothing, ("extract", "herald"), r"'herald'"),
    "source that leads out": Case(nothing, ("source", "show", "../../etc/passwd"), r"passwd"),
    "unknown claim": Case(nothing, ("claim", "show", "audit-0000000000"), r"'audit-0000000000'"),
    "approved by nobody": Case(nothing, ("approve", "audit-0000000000"), r"--as NAME"),
    "unknown claim, approved": Case(nothing, ("approve", "nine", "--as", "M. Ito"), r"'nine'"),
    "words not there": Case(nothing, ("claim", "add", "audit", "nine submarines sank", "--as", "M. Ito"), r"audit"),
    "unknown format name": Case(nothing, ("check", "--format", "paper"), r"'paper'.*json, .*markdown, .*terminal"),
    "unknown kind": Case(nothing, ("check", "--kind", "colour"), r"'colour'.*quantity"),
    "unknown source to check": Case(nothing, ("check", "--source", "herald"), r"'herald'.*audit"),
    "unknown verdict": Case(nothing, ("check", "--fail-on", "agrees"), r"'agrees'.*conflict, possible-conflict, never"),
    "output in no folder": Case(nothing, ("check", "--output", "no/where.json"), r"^no/where\.json: "),
    "output a folder": Case(nothing, ("check", "--output", "claims"), r"^claims: is a folder"),
    "project that is none": Case(nothing, ("check", "--project", "nowhere"), r"^nowhere: no such folder"),
    "project there already": Case(nothing, ("init",), r"is a project already"),
    "unknown command": Case(nothing, ("chek",), r"'chek'.*'check'"),
    "unknown option": Case(nothing, ("check", "--colour"), r"--colour"),
    "value missing": Case(nothing, ("check", "--format"), r"--format"),
    "argument missing": Case(nothing, ("source", "show"), r"(?i)missing argument"),
    "inspect a missing file": Case(nothing, ("inspect", "gone.txt"), r"^gone\.txt: "),
    "inspect a folder": Case(nothing, ("inspect", "claims"), r"^claims: is a folder"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_wrong_is_one_line_and_nothing_is_written(name: str, desk: Path) -> None:
    case = CASES[name]
    case.wrong(desk)
    before = tree(desk)
    ended = factcheck(*case.arguments, cwd=desk)
    assert ended.code == 2, ended
    assert re.search(case.says, ended.err), ended.err
    assert ended.err.count("\n") == 1
    assert ended.err.endswith("\n")
    assert "Traceback" not in ended.err
    assert "defect" not in ended.err
    assert tree(desk) == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("source", "list"),
        ("source", "add", "x.txt"),
        ("claim", "list"),
        ("extract",),
        ("approve", "x", "--as", "y"),
    ],
)
def test_without_a_project_every_command_says_so(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("Nine.", encoding="utf-8")
    ended = factcheck(*arguments, cwd=tmp_path)
    assert ended.code == 2
    assert re.fullmatch(r".*no project here or above.*factcheck init.*\n", ended.err)
    assert list(tmp_path.iterdir()) == [tmp_path / "x.txt"]


def test_an_empty_project_is_nothing_to_check(tmp_path: Path) -> None:
    factcheck("init", cwd=tmp_path)
    ended = factcheck("check", cwd=tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert re.fullmatch(r"there is nothing to check; add sources.*\n", ended.err)


def test_a_check_that_compared_nothing_does_not_end_well(tmp_path: Path) -> None:
    factcheck("init", cwd=tmp_path)
    (tmp_path / "note.txt").write_text("Rain fell.\n", encoding="utf-8")
    factcheck("source", "add", "note.txt", cwd=tmp_path)
    ended = factcheck("check", cwd=tmp_path)
    assert ended.code == 2
    assert "Nothing was compared." in ended.out
    assert ended.err.startswith("nothing was compared")
    assert factcheck("check", "--fail-on", "never", cwd=tmp_path).code == 0


def test_a_hostile_file_name_cannot_steer_the_terminal(desk: Path) -> None:
    ended = factcheck("source", "add", "bad\x1b[2J\nname.txt", cwd=desk)
    assert ended.code == 2
    assert "\x1b" not in ended.err
    assert ended.err.count("\n") == 1
