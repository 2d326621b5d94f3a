"""Review in a real terminal: keys alone, left at any time, two people at once."""

import sys
from pathlib import Path

import pytest

from factcheck.project import Project
from tests.desks import TEXTS, again, claim_of, desk
from tests.terminal import Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a terminal is driven where there are pseudo-terminals")

FOOT = "u undo · q quit"
"""The end of what is shown of one thing."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return desk(tmp_path / "desk")


def finding(project: Project) -> str:
    return next(one["id"] for one in project.check_json()["findings"] if one["verdict"] == "conflict")


NOUNS = (
    "tractors boilers pumps cranes ladders lamps desks chairs beds tents generators cameras radios computers printers "
    "telephones drones ploughs mowers canoes ambulances kilns benches pianos wagons carpets stoves mattresses clocks "
    "mirrors shovels ovens violins kettles saddles anchors blankets"
).split()


def many() -> dict[str, str]:
    """Two sources that differ in at least thirty figures."""
    made = {}
    for name, more in (("audit", 3), ("paper", 50)):
        counts = [f"In 2021 the county bought {at + more} {noun}." for at, noun in enumerate(NOUNS)]
        made[name] = "\n\n".join(counts) + "\n"
    return made


def test_thirty_findings_are_settled_by_keys_alone(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk", texts=many())
    found = [one for one in project.check_json()["findings"] if one["verdict"] == "conflict"]
    assert len(found) >= 30
    terminal = Terminal("review", "--only", "findings", cwd=project.root, by="M. Ng")
    for number in range(len(found)):
        terminal.sees(f"{number + 1} of {len(found)}", FOOT)
        if number % 3:
            terminal.presses("x" if number % 3 == 1 else "f")
        else:
            terminal.presses("a")
            terminal.sees("why do we accept it?")
            terminal.types("the audit counts tickets")
    shown, code = terminal.ends()
    assert f"{len(found)} decisions logged as M. Ng." in shown
    assert code == 0
    after = again(project)
    assert {one["status"] for one in after.check_json()["findings"] if one["verdict"] == "conflict"} == {"settled"}
    assert after.verify_log().faults == ()
    assert after.overview().findings["conflict"]["settled"] == len(found)


def test_a_finding_is_shown_with_its_sides_in_their_paragraphs_and_what_was_decided(project: Project) -> None:
    project.settle(finding(project), "ask-source", by="J. Roe", why="which is it?")
    terminal = Terminal("review", cwd=project.root, by="M. Ng")
    shown = terminal.sees(FOOT)
    assert "»The county bought four buses in 2021.« The depot in Arlen" in shown
    assert "»The county bought five buses in 2021.«" in shown
    assert "J. Roe  ask source: which is it?" in " ".join(shown.split("\r\n"))
    terminal.presses("q")
    assert "0 decisions logged as M. Ng; 1 thing of this list not looked at." in terminal.ends()[0]


def test_a_claim_is_shown_with_the_other_sides_of_its_findings_and_decided_on_from_there(project: Project) -> None:
    terminal = Terminal("review", cwd=project.root, by="M. Ng")
    terminal.sees(FOOT)
    terminal.presses("1")
    shown = terminal.sees("p reads right, no more")
    assert "»The county bought four buses in 2021«" in shown
    assert "five “The county bought five buses in 2021.” · paper" in " ".join(shown.split())
    terminal.presses("a")
    terminal.sees("✓ approved", "x no conflict")
    terminal.presses("x")
    terminal.sees("✓ not a conflict", FOOT)
    terminal.presses("\x04")
    assert "2 decisions logged" in terminal.ends()[0]
    assert again(project).statuses()[claim_of(project, "audit", "four buses")] == "approved"


def test_undo_takes_the_last_decision_back_and_shows_the_thing_again(project: Project) -> None:
    terminal = Terminal("review", cwd=project.root, by="M. Ng")
    terminal.sees(FOOT)
    terminal.presses("x")
    terminal.sees("2 of", FOOT)
    terminal.presses("u")
    terminal.sees("taken back", "1 of", "took back: not a conflict", FOOT)
    assert project.finding(finding(project)).status == "open"
    terminal.presses("u")
    terminal.sees("nothing to take back")
    terminal.presses("f")
    terminal.sees("✓ fix in draft", FOOT)
    terminal.presses("q")
    terminal.ends()
    assert project.finding(finding(project)).status == "settled"


def test_what_was_decided_is_kept_when_the_terminal_goes_away(project: Project) -> None:
    terminal = Terminal("review", cwd=project.root, by="M. Ng")
    terminal.sees(FOOT)
    terminal.presses("x")
    terminal.sees("2 of", FOOT)
    terminal.is_killed()
    after = again(project)
    assert after.finding(finding(after)).status == "settled"
    assert after.verify_log().faults == ()


def test_notes_queries_and_assignments_are_typed_and_leave_the_thing_open(project: Project) -> None:
    terminal = Terminal("review", cwd=project.root, by="M. Ng")
    terminal.sees(FOOT)
    terminal.presses("n")
    terminal.sees("note:")
    terminal.types("the press office calls back")
    terminal.sees("the press office calls back", FOOT)
    terminal.presses("y")
    for question, answer in (("ask whom?", "county"), ("what?", "Four or five?"), ("until when?", "2024-05-31")):
        terminal.sees(question)
        terminal.types(answer)
    terminal.sees("✓ asked county", FOOT)
    terminal.presses("i")
    terminal.sees("assign to:")
    terminal.types("J. Roe")
    terminal.sees("assigned to J. Roe", FOOT)
    terminal.presses("s")
    terminal.sees("2 of", FOOT)
    terminal.presses("q")
    terminal.ends()
    (query,) = project.queries()
    assert (query.query.to, query.query.deadline, query.subject) == ("county", "2024-05-31", finding(project))
    assert project.history("finding", finding(project)).assignee == "J. Roe"
    assert project.finding(finding(project)).status == "open"


def test_a_difference_is_not_accepted_without_a_reason(project: Project) -> None:
    terminal = Terminal("review", cwd=project.root, by="M. Ng")
    terminal.sees(FOOT)
    terminal.presses("a")
    terminal.sees("why do we accept it?")
    terminal.types("")
    terminal.sees("nothing was decided")
    terminal.presses("q")
    terminal.ends()
    assert project.decisions() == ()


def test_a_claim_is_edited_in_the_editor_and_a_mistake_is_told_in_the_text(project: Project, tmp_path: Path) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import sys, pathlib\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "text = path.read_text('utf-8')\n"
        "new = 'kind: count' if 'NOT KEPT: kind' in text else 'kind: rumour'\n"
        "old = 'kind: rumour' if 'NOT KEPT: kind' in text else 'kind: count'\n"
        "path.write_text(text.replace(old, new).replace('statement: The county', 'statement: In all the county'))\n",
        "utf-8",
    )
    id = claim_of(project, "audit", "four buses")
    terminal = Terminal(
        "review",
        "--only",
        "claims",
        "--source",
        "audit",
        cwd=project.root,
        by="M. Ng",
        EDITOR=f"{sys.executable} {editor}",
    )
    terminal.sees("The county bought four buses in 2021", FOOT)
    terminal.presses("e")
    terminal.sees("✓ edited", "In all the county bought four buses in 2021", FOOT)
    terminal.presses("a")
    terminal.sees("nobody approves alone what they wrote")
    terminal.presses("q")
    terminal.ends()
    assert again(project).claim(id).statement == "In all the county bought four buses in 2021."
    assert again(project).claim(id).edited_by == ("M. Ng",)


def test_the_source_is_opened_in_the_pager_at_the_passage(project: Project) -> None:
    terminal = Terminal("review", "--only", "claims", "--source", "radio", cwd=project.root, by="M. Ng", PAGER="cat")
    terminal.sees(FOOT)
    terminal.presses("o")
    terminal.sees(TEXTS["radio"].strip()[:60], FOOT)
    terminal.presses("q")
    assert terminal.ends()[1] == 0


def test_keys_that_mean_nothing_tell_those_that_do(project: Project) -> None:
    terminal = Terminal("review", cwd=project.root, by="M. Ng")
    terminal.sees(FOOT)
    terminal.presses("\x1b[A")
    terminal.presses("h")
    terminal.sees("a accept", FOOT)
    terminal.presses("9")
    terminal.sees("no claim has this number")
    terminal.presses("q")
    terminal.ends()
    assert project.decisions() == ()


def test_two_reviewers_at_once_lose_nothing_and_see_what_the_other_did(project: Project) -> None:
    first = Terminal("review", cwd=project.root, by="M. Ng")
    second = Terminal("review", cwd=project.root, by="J. Roe")
    first.sees(FOOT)
    second.sees(FOOT)
    first.presses("x")
    first.sees("✓ not a conflict", "2 of", FOOT)
    second.presses("f")
    second.sees("was changed or decided on while you looked at it", "not a conflict by M. Ng", FOOT)
    second.presses("s")
    second.sees("2 of", FOOT)
    second.presses("a")
    second.sees("✓ approved", "3 of", FOOT)
    first.presses("s")
    first.sees("3 of", FOOT)
    first.presses("b")
    first.sees("2 of", "J. Roe  approved", FOOT)
    first.presses("s")
    first.sees("3 of", FOOT)
    for terminal in (first, second):
        terminal.presses("q")
        terminal.ends()
    after = again(project)
    assert [(one.by, one.answer) for one in after.decisions()] == [
        ("M. Ng", "not-a-conflict"), ("J. Roe", "yes"), ("J. Roe", "yes"),
    ]  # fmt: skip
    assert after.verify_log().faults == ()


def test_what_was_decided_by_another_is_passed_over(project: Project) -> None:
    terminal = Terminal("review", cwd=project.root, by="M. Ng")
    terminal.sees("1 of 1", FOOT)
    terminal.presses("s")
    terminal.sees("2 of", FOOT)
    ids = [item.id for item in project.queue() if item.kind == "claim"]
    project.approve(ids[1:2], by="J. Roe")
    terminal.presses("s")
    terminal.sees("passed over; meanwhile approved by J. Roe", "4 of", FOOT)
    terminal.presses("q")
    terminal.ends()


def test_without_a_terminal_it_says_what_to_use(project: Project) -> None:
    from tests.command import factcheck

    ended = factcheck("review", "--as", "M. Ng", cwd=project.root)
    assert (ended.code, ended.err.strip()) == (2, "review needs a terminal; in scripts use approve, reject and settle")
