"""The commands with which people decide, as they are run: ids, filters, dry runs, counts to confirm, exit codes."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from factcheck.project import Project
from tests.command import Ended, factcheck, tree
from tests.desks import again, claim_of, desk
from tests.terminal import Terminal


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that was checked, made once."""
    project = desk(tmp_path_factory.mktemp("made") / "desk")
    project.check()
    return project.root


@pytest.fixture(scope="module")
def names(made: Path) -> dict[str, str]:
    """The ids of a finding and of a claim of that desk."""
    project = Project.find(made)
    return {"finding": finding(project), "claim": claim_of(project, "audit", "four buses")}


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Project:
    shutil.copytree(made, tmp_path / "desk")
    return Project.find(tmp_path / "desk")


def run(project: Project, *arguments: str, **more: str) -> Ended:
    return factcheck(*arguments, cwd=project.root, **{"FACTCHECK_REVIEWER": "M. Ng", **more})


def finding(project: Project) -> str:
    return next(one["id"] for one in project.check_json()["findings"] if one["verdict"] == "conflict")


def test_a_finding_is_settled_reopened_and_its_history_told(project: Project, names: dict[str, str]) -> None:
    id = names["finding"]
    ended = run(project, "settle", id, "--as", "accepted", "--why", "the audit counts")
    assert (ended.code, ended.out) == (0, "accepted: 1 finding, as M. Ng\n")
    assert run(project, "check").code == 0
    ended = run(project, "reopen", id, "--as", "J. Roe", "--why", "a new audit")
    assert ended.out == f"reopened {id} as J. Roe\n"
    assert run(project, "check").code == 1
    told = run(project, "history", id).out.splitlines()
    assert told[1] == "open"
    assert [line.split("  ", 1)[1] for line in told[3:]] == [
        "M. Ng  accepted: the audit counts", "J. Roe  reopened: a new audit",
    ]  # fmt: skip


def test_who_settles_may_be_told_beside_the_answer(project: Project, names: dict[str, str]) -> None:
    id = names["finding"]
    run(project, "settle", id, "--as", "not-a-conflict", "--as", "J. Roe")
    run(project, "settle", id, "--as", "fix-in-draft", "--by", "A. Khan")
    assert [one.by for one in project.decisions()] == ["J. Roe", "A. Khan"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("settle", "{finding}"), "say how with --as: one of accepted, fix-in-draft"),
        (("settle", "{finding}", "--as", "accepted"), "accepted with a reason; give it with --why"),
        (("settle", "gone:1", "--as", "fix-in-draft"), "no finding is called 'gone:1'"),
        (("settle", "--as", "fix-in-draft"), "name findings by their ids, or choose them with --source"),
        (("approve",), "name claims by their ids, or choose them"),
        (("approve", "{claim}", "--source", "audit"), "name claims by their ids, or choose them"),
        (("approve", "--source", "audit"), "this would approve 3 claims: add --yes to do so, or --dry-run"),
        (("approve", "--source", "audit", "--kind", "quotation"), "no claim that waits for a decision is so"),
        (("reject", "{claim}", "--needs-work", "--withdraw"), "give one of --needs-work and --withdraw"),
        (("assign", "{claim}"), "give --to WHO, or --nobody"),
        (("reopen", "{claim}", "{finding}"), "not of several kinds at once"),
        (("status", "--today", "tomorrow"), "--today 'tomorrow' is not a day; write it as 2024-05-31"),
        (("log", "--last", "many"), "--last 'many' is no number"),
        (("claim", "add", "audit", "room for forty buses"), "did you mean “room for ninety buses”?"),
        (("claim", "edit", "{claim}", "--words", "room for forty buses"), "did you mean “room for ninety buses”?"),
        (("claim", "edit", "{claim}", "--kind", "rumour"), "kind: should be 'quantity'"),
        (("query", "answer", "query-1", "Yes."), "no query is called 'query-1'"),
        (("review", "verify", "--since", "main"), "cannot be read at main"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line_and_changes_nothing(
    project: Project, names: dict[str, str], arguments: tuple[str, ...], says: str
) -> None:
    before = tree(project.root)
    ended = run(project, *(word.format(**names) for word in arguments))
    assert ended.code == 2
    assert says in ended.err
    assert ended.err.count("\n") == 1
    assert tree(project.root) == before


def test_a_filter_is_shown_first_and_decided_on_with_yes(project: Project) -> None:
    before = tree(project.root)
    ended = run(project, "approve", "--source", "audit", "--kind", "count", "--dry-run")
    assert ended.code == 0
    assert ended.out.splitlines()[-1] == "would approve 2 claims"
    assert "The county bought four buses in 2021" in ended.out
    assert tree(project.root) == before
    ended = run(project, "approve", "--source", "audit", "--kind", "count", "--yes", "--why", "read")
    assert ended.out == "approved 2 claims as M. Ng\n"
    assert sorted(project.statuses().values()) == ["approved", "approved"]
    ended = run(project, "reject", "--source", "audit", "--status", "approved", "--withdraw", "--yes")
    assert ended.out == "withdrew 2 claims as M. Ng\n"
    assert sorted(project.statuses().values()) == ["withdrawn", "withdrawn"]


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is driven where there are pseudo-terminals")
@pytest.mark.parametrize(("typed", "decided"), [("2", 2), ("y", 0), ("", 0)])
def test_in_a_terminal_the_count_is_typed_to_confirm(project: Project, typed: str, decided: int) -> None:
    terminal = Terminal("reject", "--source", "audit", "--kind", "count", cwd=project.root, by="M. Ng")
    terminal.sees("It has room for ninety buses", "Type 2 to reject 2 claims:")
    terminal.types(typed)
    shown, code = terminal.ends()
    assert (code, "rejected 2 claims" in shown) == ((0, True) if decided else (2, False))
    assert len(again(project).statuses()) == decided


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is driven where there are pseudo-terminals")
@pytest.mark.parametrize("pressed", ["y", "n"])
def test_in_a_terminal_the_nearest_passage_is_offered(project: Project, pressed: str) -> None:
    terminal = Terminal("claim", "add", "audit", "room for forty buses", cwd=project.root, by="M. Ng")
    terminal.sees("did you mean “room for ninety buses”? (y takes it)")
    terminal.presses(pressed)
    _, code = terminal.ends()
    assert code == (0 if pressed == "y" else 2)
    assert [claim.anchors[0].exact for claim in again(project).curated()] == (
        ["room for ninety buses"] if pressed == "y" else []
    )


def test_a_claim_is_added_and_edited_in_the_editor(project: Project, tmp_path: Path) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys, pathlib\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "text = path.read_text('utf-8').replace('passage: \"\"', 'passage: room for ninety buses')\n"
        "path.write_text(text.replace('measure: \"\"', 'measure: room').replace('kind: event', 'kind: count'))\n",
        "utf-8",
    )
    ended = run(project, "claim", "add", "audit", EDITOR=f"{sys.executable} {editor}")
    assert ended.out.startswith("added audit-")
    (claim,) = project.curated()
    assert (claim.kind, claim.measure, claim.found_by) == ("count", "room", "M. Ng")
    assert run(project, "claim", "edit", claim.id, "--tag", "depot", "--tag", "size", "--note", "page 4").code == 0
    (edited,) = again(project).curated()
    assert (edited.tags, edited.note) == (("depot", "size"), "page 4")
    ended = run(project, "claim", "edit", claim.id, EDITOR="true")
    assert (ended.code, ended.out) == (0, "nothing was changed\n")


def test_the_status_fits_a_screen_and_says_what_is_late_and_who_waits(project: Project, names: dict[str, str]) -> None:
    id = names["finding"]
    claim = names["claim"]
    run(
        project,
        "query",
        "ask",
        id,
        "--to",
        "county",
        "--question",
        "Four?",
        "--deadline",
        "2024-05-10",
        "--today",
        "2024-05-01",
    )
    run(project, "assign", claim, "--to", "J. Roe")
    ended = run(project, "status", "--today", "2024-05-11")
    lines = ended.out.splitlines()
    assert ended.code == 0
    assert len(lines) < 24
    assert lines[0] == "sources   3 in all"
    assert lines[2] == "findings  conflict          1 open"
    assert any(line.endswith("LATE, until 2024-05-10: M. Ng asked county: Four?") for line in lines)
    assert f"  M. Ng waits for J. Roe: a decision on {claim}" in lines
    told = json.loads(run(project, "status", "--today", "2024-05-10", "--format", "json").out)
    assert told["queries"][0]["overdue"] is False
    assert told["claims"]["proposed"] == 7


def test_a_query_is_answered_and_the_reply_kept_as_a_source(project: Project, names: dict[str, str]) -> None:
    run(project, "query", "ask", names["finding"], "--to", "county", "--question", "Four?")
    id = run(project, "query", "list").out.split()[0]
    ended = factcheck(
        "query", "answer", id, "-", "--as-source", "county-reply", "--medium", "call", "--as", "M. Ng",
        cwd=project.root, stdin=b"Four. One was leased.\n",
    )  # fmt: skip
    assert (ended.code, ended.out) == (0, "logged the reply as M. Ng, and kept it as the source county-reply\n")
    assert "county-reply" in run(project, "source", "list").out
    assert run(project, "query", "list").out == "No query is open.\n"
    assert "answered" in run(project, "query", "list", "--all").out


def test_the_log_is_narrowed_and_given_as_json(project: Project, names: dict[str, str]) -> None:
    claim = names["claim"]
    run(project, "approve", claim, "--why", "read")
    run(project, "reject", claim, "--as", "J. Roe")
    assert len(run(project, "log").out.splitlines()) == 3
    (line,) = run(project, "log", "--by", "j. roe", "--format", "json").out.splitlines()
    assert json.loads(line)["answer"] == "no"
    assert run(project, "log", "--since", "2999-01-01").out == "Nothing was decided yet.\n"
    assert len(run(project, "log", "--last", "1").out.splitlines()) == 1


def test_a_changed_line_of_the_log_is_named_and_ends_with_2(project: Project, names: dict[str, str]) -> None:
    run(project, "approve", names["claim"])
    assert run(project, "review", "verify").out == "2 lines, each as it was written\n"
    path = project.root / "claims" / "decisions.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"rely","answer":"yes"', b'"rely","answer":"no"'))
    ended = run(project, "review", "verify")
    assert ended.code == 2
    assert ended.out == "claims/decisions.jsonl:2: was changed after it was written\n"
    assert ended.err == "claims/decisions.jsonl: 1 line not as written; restore the log from version control\n"


def test_a_torn_line_is_said_by_the_command_that_meets_it(project: Project, names: dict[str, str]) -> None:
    run(project, "approve", names["claim"])
    path = project.root / "claims" / "decisions.jsonl"
    path.write_bytes(path.read_bytes() + b'{"schema_version":1,"sub')
    ended = run(project, "status")
    assert ended.code == 0
    assert ended.err == (
        "The last line of claims/decisions.jsonl was cut off while it was written; "
        "it was set aside in claims/decisions.jsonl.torn.\n"
    )
    assert run(project, "status").err == ""


def test_a_decision_against_the_policy_names_the_rule(project: Project, names: dict[str, str]) -> None:
    (project.root / "factcheck.toml").write_text('[review]\nreviewers = ["J. Roe"]\n', "utf-8")
    ended = run(project, "approve", names["claim"])
    assert (ended.code, ended.err) == (
        2, "M. Ng may not decide; those who may are J. Roe (factcheck.toml: review.reviewers)\n",
    )  # fmt: skip
