"""Statements of drafts are decided on from the terminal: by keys, by their places, also those without a figure."""

import sys
from pathlib import Path

import pytest

from factcheck.project import Project
from tests.command import factcheck
from tests.desks import again, desk
from tests.terminal import Terminal

TERMINAL = pytest.mark.skipif(sys.platform == "win32", reason="a terminal is driven where there are pseudo-terminals")

STORY = """The depot in Arlen cost $2.5 million. Nobody liked it.

The harbour cost $9 million.
"""
COST, LIKED, HARBOUR = "The depot in Arlen cost $2.5 million.", "Nobody liked it.", "The harbour cost $9 million."
FOOT = "u undo · q quit"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = desk(tmp_path / "desk")
    (made.root / "story.md").write_text(STORY, "utf-8")
    return made


def states(project: Project) -> list[tuple[str, tuple[str, ...]]]:
    found = again(project).statements("story", [COST, LIKED, HARBOUR])
    return [(one.state, one.resting_on) for one in found]


@TERMINAL
def test_a_draft_is_gone_through_by_keys_and_what_was_checked_rests_on_its_passages(project: Project) -> None:
    terminal = Terminal("review", "--draft", "story.md", "--policy", "strict", cwd=project.root, by="M. Ng")
    terminal.sees("1 of 3", "story.md:1:1", "supported", "says so", FOOT)
    terminal.presses("a")
    terminal.sees("resting on which passages?")
    terminal.types("1")
    terminal.sees("✓ checked", "2 of 3", LIKED, "story.md:1:39", FOOT)
    terminal.presses("v")
    terminal.sees("✓ opinion", "3 of 3", HARBOUR, FOOT)
    terminal.presses("i")
    terminal.sees("assign to:")
    terminal.types("J. Roe")
    terminal.sees("assigned to J. Roe", FOOT)
    terminal.presses("f")
    terminal.sees("✓ fix")
    shown, code = terminal.ends()
    assert ("4 decisions logged as M. Ng." in shown, code) == (True, 0)
    (checked, (ground,)), *others = states(project)
    assert checked == "checked"
    assert ground.startswith("audit") or again(project).claim(ground).source == "audit"
    assert others == [("opinion", ()), ("fix", ())]


@TERMINAL
def test_what_is_decided_is_not_asked_again_and_undo_goes_back_to_it(project: Project) -> None:
    factcheck("settle", "story.md:3", "--as", "set-aside", "--by", "M. Ng", cwd=project.root)
    terminal = Terminal("review", "--draft", "story.md", cwd=project.root, by="M. Ng")
    terminal.sees("1 of 1", COST, FOOT)
    terminal.presses("a")
    terminal.sees("resting on which passages?")
    terminal.types("7")
    terminal.sees("nothing was decided")
    terminal.presses("v")
    terminal.sees("✓ opinion", "Nothing else waits")
    terminal.ends()
    assert [state for state, _ in states(project)] == ["opinion", "open", "set-aside"]


def test_a_statement_is_settled_by_its_place_also_where_it_holds_no_figure(project: Project) -> None:
    ground = "audit:The depot in Arlen cost $2.5 million."
    by = ("--by", "M. Ng")
    done = factcheck("settle", "story.md:1:1", "--as", "checked", "--rests-on", ground, *by, cwd=project.root)
    assert (done.code, done.out) == (0, "checked: 1 statement, as M. Ng\n")
    assert factcheck("settle", "story.md:1:39", "--as", "checked", *by, cwd=project.root).code == 0
    assert states(project) == [("checked", (ground,)), ("checked", ()), ("open", ())]


def test_a_query_is_put_about_a_statement_that_nobody_decided_on(project: Project) -> None:
    asked = factcheck(
        "query", "ask", "story.md:3", "--to", "port", "--question", "Nine?", "--as", "M. Ng", cwd=project.root
    )
    assert asked.code == 0
    (query,) = again(project).queries()
    waiting = again(project).queue()
    assert query.query.question == "Nine?"
    assert [(item.title, item.status) for item in waiting if item.kind == "statement"] == [(HARBOUR, "query")]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("story.md:2", "--as", "checked"), "story.md:2: no statement stands here"),
        (("story.md:1", "--as", "checked"), "several statements stand here; give the column: story.md:1:1"),
        (("--as", "checked"), "name the statements that are checked by their places"),
        (("quantity-differs:4b1f0c9a7d20", "--as", "fix"), "fix is said of a statement of a draft"),
        (("story.md:3", "--as", "accepted", "--rests-on", "audit:x"), "--rests-on goes with a statement"),
    ],
)
def test_what_names_no_statement_is_refused_in_one_line(
    project: Project, arguments: tuple[str, ...], says: str
) -> None:
    done = factcheck("settle", *arguments, "--by", "M. Ng", cwd=project.root)
    assert done.code == 2
    assert says in done.err
    assert done.err.count("\n") == 1
