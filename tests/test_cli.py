"""The commands as a user runs them: what they print, write and return."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import environment, factcheck, tree

AUDIT = """From 2001 to 2021 Peru bought ships worth $1.7 billion from Spain.

The minister visited Spain six times.
"""
LETTER = "Between 2000 and 2019 Peru bought ships worth $1.44 billion from Spain. He visited Spain five times.\n"
LIBRARY = [
    {
        "id": "letter",
        "type": "article-magazine",
        "title": "A letter from the harbour",
        "author": [{"family": "Ito", "given": "Mia"}],
        "issued": {"date-parts": [[2021, 4]]},
    }
]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two sources, made once and not to be changed."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "audit.txt").write_text(AUDIT, encoding="utf-8")
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    (folder / "library.json").write_text(json.dumps(LIBRARY), encoding="utf-8")
    assert factcheck("init", "desk", cwd=folder).code == 0
    for arguments in (
        ("../audit.txt", "--title", "Audit", "--author", "A. Roe", "--author", "B. Doe", "--published", "2022-08-04"),
        ("../letter.txt", "--metadata", "../library.json"),
    ):
        ended = factcheck("source", "add", *arguments, cwd=folder / "desk")
        assert ended.code == 0, ended
    factcheck("check", cwd=folder / "desk")
    return folder / "desk"


@pytest.fixture
def desk(made: Path, tmp_path: Path) -> Path:
    """A copy of that project."""
    shutil.copytree(made, tmp_path / "desk")
    return tmp_path / "desk"


def test_init_makes_folders_and_what_git_needs(tmp_path: Path) -> None:
    ended = factcheck("init", "new", cwd=tmp_path)
    assert ended.code == 0
    assert {path.name for path in (tmp_path / "new").iterdir()} >= {
        "claims", "sources", "factcheck.toml", ".gitattributes", ".gitignore",
    }  # fmt: skip
    assert "sources/** -text" in (tmp_path / "new" / ".gitattributes").read_text(encoding="utf-8")
    assert ".factcheck/" in (tmp_path / "new" / ".gitignore").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "inside"),
    [
        (("source", "list"), "sources"),
        (("source", "list", "--project", "desk"), ".."),
        (("--project", "desk", "source", "list"), ".."),
    ],
)
def test_a_project_is_found_from_below_or_named(made: Path, arguments: tuple[str, ...], inside: str) -> None:
    ended = factcheck(*arguments, cwd=made / inside)
    assert (ended.code, ended.err) == (0, "")
    assert [line.split()[0] for line in ended.out.splitlines()] == ["audit", "letter"]


def test_source_list_gives_id_date_and_title(made: Path) -> None:
    assert factcheck("source", "list", cwd=made).out.splitlines() == [
        "audit   2022-08-04  Audit",
        "letter  2021-04     A letter from the harbour",
    ]


def test_source_show_gives_the_record(made: Path) -> None:
    lines = factcheck("source", "show", "audit", cwd=made).out.splitlines()
    fields = [tuple(line.split(None, 1)) for line in lines]
    assert ("title", "Audit") in fields
    assert ("author", "A. Roe") in fields
    assert ("author", "B. Doe") in fields
    assert ("issued", "2022-08-04") in fields
    assert ("file", "audit.txt") in fields


def test_the_canonical_text_is_printed_exactly_so_that_offsets_can_be_counted_in_it(made: Path) -> None:
    text = factcheck("source", "show", "audit", "--text", cwd=made).out
    report = json.loads(factcheck("check", "--format", "json", cwd=made).out)
    cited = [item for finding in report["findings"] for item in finding["evidence"] if item["source"] == "audit"]
    assert cited
    for item in cited:
        assert text[item["start"] : item["end"]] == item["exact"]


def test_source_verify_says_that_all_is_well(made: Path) -> None:
    ended = factcheck("source", "verify", cwd=made)
    assert (ended.code, ended.out.splitlines(), ended.err) == (0, ["ok  audit", "ok  letter"], "")


def test_two_changed_sources_are_told_in_one_line(desk: Path) -> None:
    for name in ("audit", "letter"):
        (desk / "sources" / f"{name}.txt").write_text("Other words.", encoding="utf-8")
    ended = factcheck("source", "verify", cwd=desk)
    assert ended.code == 2
    assert ended.err == "2 sources are missing or were changed after they were added: audit, letter\n"
    assert ended.out.splitlines() == ["changed  audit", "changed  letter"]


def test_a_removed_source_is_gone(desk: Path) -> None:
    assert factcheck("source", "remove", "letter", cwd=desk).code == 0
    assert [name for name in tree(desk) if "letter" in name] == []
    assert factcheck("source", "list", cwd=desk).out.split()[0] == "audit"


def test_extract_counts_the_claims_of_each_source(made: Path) -> None:
    ended = factcheck("extract", cwd=made)
    assert ended.code == 0
    assert re.fullmatch(r"audit   [1-9]\d* claims?\nletter  [1-9]\d* claims?\n", ended.out)
    assert factcheck("extract", "letter", cwd=made).out.split()[0] == "letter"


def test_a_claim_is_listed_shown_and_approved(desk: Path) -> None:
    rows = factcheck("claim", "list", "--source", "letter", cwd=desk).out.splitlines()
    found = [row.split(None, 3) for row in rows]
    money = next(row for row in found if "1.44" in row[3] and row[2] == "quantity")
    assert money[1] == "proposed"
    shown = factcheck("claim", "show", money[0], cwd=desk).out
    assert "Between 2000 and 2019" in shown
    assert re.search(r"^letter.*, characters \d+ to \d+$", shown, re.MULTILINE)
    ended = factcheck("approve", money[0], "--as", "M. Ito", "--why", "read", cwd=desk)
    assert (ended.code, ended.out) == (0, "approved 1 claim as M. Ito\n")
    again = factcheck("claim", "list", "--source", "letter", "--kind", "quantity", cwd=desk).out
    assert f"{money[0]}  approved  quantity" in again
    log = (desk / "claims" / "decisions.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["by"] for line in log] == ["M. Ito"] * len(log)


@pytest.mark.parametrize(
    ("arguments", "variables", "name"),
    [
        (("--as", "M. Ito"), {"FACTCHECK_REVIEWER": "A. Roe"}, "M. Ito"),
        ((), {"FACTCHECK_REVIEWER": "A. Roe"}, "A. Roe"),
        (
            (),
            {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "user.name", "GIT_CONFIG_VALUE_0": "B. Doe"},
            "B. Doe",
        ),
    ],
)
def test_who_decides_is_told_by_option_variable_or_git(
    desk: Path, arguments: tuple[str, ...], variables: dict[str, str], name: str
) -> None:
    ended = factcheck("claim", "add", "audit", "visited Spain six times", *arguments, cwd=desk, **variables)
    assert ended.code == 0, ended
    added = ended.out.split()[1]
    assert re.search(rf"^found by +{re.escape(name)}$", factcheck("claim", "show", added, cwd=desk).out, re.MULTILINE)


def test_check_sets_both_totals_beside_each_other(made: Path) -> None:
    ended = factcheck("check", "--fail-on", "never", cwd=made)
    assert (ended.code, ended.err) == (0, "")
    assert "$1.7 billion" in ended.out
    assert "$1.44 billion" in ended.out
    assert ended.out.index("Audit · 4 August 2022") >= 0
    assert "A letter from the harbour · April 2021" in ended.out


def test_the_json_report_is_the_same_every_time_and_in_a_file(made: Path, tmp_path: Path) -> None:
    first = factcheck("check", "--format", "json", cwd=made)
    again = factcheck("check", "--format", "json", cwd=made, PYTHONHASHSEED="7")
    assert first == again
    assert json.loads(first.out)["schema_version"] == 1
    path = tmp_path / "report.json"
    ended = factcheck("check", "--format", "json", "--output", str(path), cwd=made)
    assert (ended.code, ended.out) == (first.code, "")
    assert path.read_bytes() == first.out.encode("utf-8")
    assert list(tmp_path.iterdir()) == [path]


def test_a_report_is_narrowed_to_kinds_and_sources(made: Path) -> None:
    whole = json.loads(factcheck("check", "--format", "json", cwd=made).out)
    few = json.loads(factcheck("check", "--format", "json", "--kind", "quantity", "--source", "letter", cwd=made).out)
    assert few["findings"] == [
        finding
        for finding in whole["findings"]
        if finding["kind"] == "quantity" and any(item["source"] == "letter" for item in finding["evidence"])
    ]


@pytest.mark.parametrize(
    ("fail_on", "verdicts", "code"),
    [
        ("conflict", ["conflict"], 1),
        ("conflict", ["possible-conflict"], 0),
        ("possible-conflict", ["possible-conflict"], 1),
        ("possible-conflict", ["conflict", "agrees"], 1),
        ("possible-conflict", ["different-basis", "variant"], 0),
        ("never", ["conflict"], 0),
        ("never", [], 0),
        ("conflict", [], 2),
        ("conflict", ["not-checked"], 2),
        ("conflict", ["not-checked", "agrees"], 0),
    ],
)
def test_the_exit_code_follows_the_worst_verdict(fail_on: str, verdicts: list[str], code: int) -> None:
    from factcheck.cli.check import exit_code

    report = {"findings": [{"verdict": verdict, "status": "open"} for verdict in verdicts]}
    assert exit_code(report, fail_on) == code


def test_what_was_settled_does_not_fail_a_check() -> None:
    from factcheck.cli.check import exit_code

    settled, stale = ({"verdict": "conflict", "status": status} for status in ("settled", "stale"))
    assert exit_code({"findings": [settled]}, "conflict") == 0
    assert exit_code({"findings": [settled, stale]}, "conflict") == 1


def test_the_settings_say_when_a_check_fails(desk: Path) -> None:
    (desk / "sources" / "audit.txt").write_text(AUDIT.replace("2001", "2000"), encoding="utf-8")
    settings = desk / "factcheck.toml"
    settings.write_text('[policy]\nfail_on = "never"\n', encoding="utf-8")
    factcheck("source", "remove", "audit", cwd=desk)
    assert factcheck("check", cwd=desk).code == 0
    settings.write_text('[policy]\nfail_on = "conflict"\n', encoding="utf-8")
    assert factcheck("check", cwd=desk).code == 2


def test_help_and_version_go_to_standard_output(tmp_path: Path) -> None:
    for arguments in (("--help",), ("check", "--help"), ("source", "add", "--help"), ("--version",)):
        ended = factcheck(*arguments, cwd=tmp_path)
        assert (ended.code, ended.err) == (0, "")
    from factcheck import __version__

    assert ended.out == f"factcheck {__version__}\n"
    bare = factcheck(cwd=tmp_path)
    assert bare.code == 2
    assert bare.out == factcheck("--help", cwd=tmp_path).out


def test_nothing_printed_into_a_pipe_holds_colour_codes(made: Path) -> None:
    for arguments in (("check",), ("source", "list"), ("claim", "list"), ("--help",), ("check", "--help"), ("oops",)):
        ended = factcheck(*arguments, cwd=made, FORCE_COLOR="1", TERM="xterm-256color")
        assert "\x1b" not in ended.out + ended.err


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_a_terminal_gets_colours_unless_it_asks_for_none(made: Path, variables: dict[str, str], coloured: bool) -> None:
    output = in_terminal("check", "--fail-on", "never", cwd=made, **{"TERM": "xterm-256color", **variables})
    assert ("\x1b[" in output) is coloured
    assert "$1.44 billion" in re.sub(r"\x1b\[[\d;]*m", "", output)


def in_terminal(*arguments: str, cwd: Path, **variables: str) -> str:
    """What the command prints to a terminal of a hundred columns."""
    import pty

    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "factcheck", *arguments]
    with subprocess.Popen(
        command, cwd=cwd, stdin=follower, stdout=follower, stderr=follower, env=environment(COLUMNS="100", **variables)
    ):
        os.close(follower)
        parts = []
        while True:
            try:
                part = os.read(leader, 65536)
            except OSError:
                break
            if not part:
                break
            parts.append(part)
    os.close(leader)
    return b"".join(parts).decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="needs a pipe that closes early")
@pytest.mark.parametrize(
    "arguments", [("source", "show", "audit", "--text"), ("check", "--fail-on", "never"), ("--help",)]
)
def test_a_reader_that_leaves_early_is_no_error(made: Path, arguments: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=made,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(),
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_escape_sequences_of_a_source_never_reach_the_terminal(tmp_path: Path) -> None:
    factcheck("init", cwd=tmp_path)
    words = b"The fleet of six ships \xc2\x9b2J cost $5 million in 2020.\n"
    (tmp_path / "a.txt").write_bytes(words)
    (tmp_path / "b.txt").write_bytes(words.replace(b"six", b"nine"))
    factcheck("source", "add", "a.txt", "b.txt", "--publisher", "\x1b]0;x\x07", cwd=tmp_path)
    for arguments in (("check",), ("check", "--format", "json"), ("claim", "list"), ("source", "show", "a")):
        ended = factcheck(*arguments, cwd=tmp_path)
        assert ended.out
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", ended.out + ended.err)


def test_a_check_that_is_shown_again_loads_no_models(made: Path) -> None:
    factcheck("check", cwd=made)
    code = (
        "import sys; from factcheck.cli.main import main; main(['check', '--format', 'json', '--fail-on', 'conflict']);"
        "print([name for name in ('pydantic', 'rich', 'ruamel.yaml') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=made, capture_output=True, env=environment(), check=True, text=True
    )
    assert done.stderr == "[]\n"


def test_help_loads_no_models(tmp_path: Path) -> None:
    code = (
        "import sys; from factcheck.cli.main import main; main(['--help']);"
        "print([name for name in ('pydantic', 'rich', 'factcheck.project') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, env=environment(), check=True, text=True
    )
    assert done.stderr == "[]\n"
