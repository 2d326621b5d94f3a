"""`factcheck gate` as a user runs it."""

import json
import shutil
from pathlib import Path

import pytest
from docxs import made, words

from factcheck.project import Project
from tests.command import factcheck, tree

AUDIT = "The port of Arlen was closed on 12 May 2019.\n\nThe new quay is 840 metres long and has 46 cranes.\n"
RIGHT = "The quay of Arlen is 840 metres long [@audit].\n"
WRONG = "# Quays\n\nIt is new. The quay of Arlen is 480 metres long [@audit].\n"


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a source, made once and not to be changed."""
    folder = tmp_path_factory.mktemp("gate") / "desk"
    (folder.parent / "audit.txt").write_text(AUDIT, encoding="utf-8")
    assert factcheck("init", str(folder), cwd=folder.parent).code == 0
    added = factcheck("source", "add", "../audit.txt", "--published", "2022-08-04", cwd=folder)
    assert added.code == 0, added
    return folder


@pytest.fixture
def desk(project: Path, tmp_path: Path) -> Path:
    shutil.copytree(project, tmp_path / "desk")
    (tmp_path / "desk" / "right.md").write_text(RIGHT, encoding="utf-8")
    (tmp_path / "desk" / "wrong.md").write_text(WRONG, encoding="utf-8")
    return tmp_path / "desk"


def test_what_can_be_published_ends_with_0_and_what_cannot_with_1(desk: Path) -> None:
    assert factcheck("gate", "right.md", "--policy", "draft", cwd=desk).code == 0
    assert factcheck("gate", "wrong.md", "--policy", "draft", cwd=desk).code == 1
    assert factcheck("gate", "right.md", cwd=desk).code == 1


def test_the_terminal_shows_place_sentence_why_and_passage(desk: Path) -> None:
    ended = factcheck("gate", "wrong.md", "--policy", "draft", cwd=desk)
    lines = ended.out.splitlines()
    assert lines[0] == "wrong.md:3:12: blocked: contradicted, not approved yet"
    assert lines[1].strip() == "The quay of Arlen is 480 metres long."
    assert lines[2].strip() == "= audit has 840 metres, not 480 metres."
    assert "- “The new quay is 840 metres long and has 46 cranes.”" in ended.out
    assert "audit · 4 August 2022" in ended.out
    assert lines[-1] == "It cannot be published."


def test_json_holds_what_it_promises(desk: Path) -> None:
    ended = factcheck("gate", "right.md", "wrong.md", "--format", "json", "--policy", "draft", cwd=desk)
    told = json.loads(ended.out)
    assert list(told) == [
        "schema_version", "policy", "publishable", "summary", "statements", "set_aside", "unbound",
    ]  # fmt: skip
    assert [(one["file"], one["line"], one["support"]) for one in told["statements"]] == [
        ("right.md", 1, "supported"),
        ("wrong.md", 3, "contradicted"),
    ]
    assert list(told["statements"][0]) == [
        "file", "line", "column", "end_line", "end_column", "exact", "support", "citation", "sign_off", "outcome",
        "why", "evidence",
    ]  # fmt: skip
    assert told["summary"]["block"] == 1
    assert {entry["rule"] for entry in told["set_aside"]} == {"nothing-to-check"}


def test_a_draft_comes_from_standard_input(desk: Path) -> None:
    ended = factcheck("gate", "-", "--policy", "draft", cwd=desk, stdin=WRONG.encode())
    assert ended.out.startswith("-:3:12: blocked")


@pytest.mark.parametrize("kind", ["docx", "html", "txt"])
def test_drafts_of_other_formats_are_read(desk: Path, kind: str) -> None:
    plain = "The quay of Arlen is 480 metres long (audit)."
    data = {
        "docx": made(words("It is new."), words(plain)),
        "html": f"<article><p>It is new.</p>\n<p>{plain}</p></article>".encode(),
        "txt": f"It is new.\n{plain}\n".encode(),
    }[kind]
    (desk / f"d.{kind}").write_bytes(data)
    ended = factcheck("gate", f"d.{kind}", "--policy", "draft", cwd=desk)
    assert f"d.{kind}:2:" in ended.out
    assert "contradicted" in ended.out


def test_a_project_sets_its_own_policy(desk: Path) -> None:
    with (desk / "factcheck.toml").open("a", encoding="utf-8") as config:
        config.write('\n[gate.blog.sign_off]\nnot-yet = "pass"\n\n[gate.blog.support]\ncontradicted = "warn"\n')
    assert factcheck("gate", "wrong.md", "--policy", "blog", cwd=desk).code == 0
    text = (desk / "factcheck.toml").read_text("utf-8").replace("[policy]", '[policy]\ngate = "blog"')
    (desk / "factcheck.toml").write_text(text, encoding="utf-8")
    assert factcheck("gate", "wrong.md", cwd=desk).code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("missing.md",), "missing.md: no such file"),
        (("right.md", "--policy", "loose"), "no policy is called 'loose'; there are draft, publication, strict"),
        (("right.md", "--today", "soon"), "--today 'soon' is no day; write it as 2025-05-12"),
        (("right.md", "--format", "pdf"), "--format 'pdf' is not known"),
        (("draft.xyz",), "draft.xyz: no reader for .xyz"),
        (("empty.md",), "empty.md: is empty"),
    ],
)
def test_what_cannot_be_judged_is_said_in_one_line(desk: Path, arguments: tuple[str, ...], says: str) -> None:
    (desk / "draft.xyz").write_text("x", encoding="utf-8")
    (desk / "empty.md").write_text("", encoding="utf-8")
    ended = factcheck("gate", *arguments, cwd=desk)
    assert ended.code == 2
    assert says in ended.err
    assert ended.err.count("\n") == 1
    assert ended.out == ""


def test_a_project_without_sources_cannot_judge(tmp_path: Path) -> None:
    factcheck("init", ".", cwd=tmp_path)
    (tmp_path / "right.md").write_text(RIGHT, encoding="utf-8")
    ended = factcheck("gate", "right.md", cwd=tmp_path)
    assert ended.code == 2
    assert "add sources" in ended.err


def test_the_gate_writes_nothing_into_the_project(desk: Path) -> None:
    before = tree(desk)
    factcheck("gate", "wrong.md", cwd=desk)
    assert tree(desk) == before


def test_what_people_decided_on_a_statement_counts(desk: Path) -> None:
    sentence = "The quay of Arlen is 840 metres long."
    project = Project.find(desk)
    project.decide_on_statement("right", sentence, "checked", by="Ito", why="seen on site")
    told = json.loads(factcheck("gate", "right.md", "--format", "json", cwd=desk).out)
    assert told["publishable"]
    assert told["statements"][0]["sign_off"] == "approved"
    assert "checked by Ito" in told["statements"][0]["why"]
    (desk / "right.md").write_text(RIGHT.replace("The quay", "The new quay"), encoding="utf-8")
    told = json.loads(factcheck("gate", "right.md", "--format", "json", cwd=desk).out)
    assert told["statements"][0]["sign_off"] == "changed-since"
    project.decide_on_statement("wrong", "The quay of Arlen is 480 metres long.", "set-aside", by="Ito", why="a joke")
    told = json.loads(factcheck("gate", "wrong.md", "--format", "json", cwd=desk).out)
    assert told["statements"] == []
    assert [entry["rule"] for entry in told["set_aside"]].count("set-aside") == 1


def test_an_ignore_comment_only_proposes(desk: Path) -> None:
    (desk / "wrong.md").write_text(WRONG.strip() + " <!-- factcheck: ignore a joke -->\n", encoding="utf-8")
    told = json.loads(factcheck("gate", "wrong.md", "--format", "json", "--policy", "draft", cwd=desk).out)
    assert told["statements"][0]["outcome"] == "block"
    assert "The draft proposes to set this aside: a joke." in told["statements"][0]["why"]


def test_an_approved_claim_signs_off_what_rests_on_it(desk: Path) -> None:
    project = Project.find(desk)
    wanted = [claim.id for claim in project.claims() if claim.quantity and claim.quantity.low == 840]
    assert len(wanted) == 1
    project.approve(wanted, by="Ito")
    assert factcheck("gate", "right.md", cwd=desk).code == 0


def test_escape_sequences_in_a_draft_do_not_reach_the_terminal(desk: Path) -> None:
    (desk / "wrong.txt").write_text("The quay of \x1b[31mArlen is 480 metres long.\n", encoding="utf-8")
    assert "\x1b" not in factcheck("gate", "wrong.txt", "--policy", "draft", cwd=desk).out
