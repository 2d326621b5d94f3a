"""What follows the log line by line says what would be said if all of it were worked out anew."""

import random
from pathlib import Path

import pytest

from factcheck.project import Project
from factcheck.reviewing.history import Ledger
from factcheck.reviewing.joining import Joining
from factcheck.serving.board import Board
from tests.desks import again, claim_of, desk


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return desk(tmp_path / "desk")


def shown(board: Board) -> list[tuple[str, str, str, str | None]]:
    return [(item.kind, item.id, item.status, item.assignee) for item in board.queue("worst").items]


@pytest.mark.parametrize("seed", range(3))
def test_the_queue_that_follows_decisions_is_the_one_of_a_new_start(project: Project, seed: int) -> None:
    chance, board, other = random.Random(seed), Board(project.root), again(project)
    findings = [one["id"] for one in other.check_json()["findings"]]
    claims = [claim.id for claim in other.claims()]
    assert shown(board)
    logged = []
    for _ in range(12):
        claim, finding = chance.choice(claims), chance.choice(findings)
        done = chance.choice(("approve", "reject", "needs", "settle", "reopen", "assign", "undo", "edit"))
        if done == "approve":
            logged = list(other.approve([claim], by="J. Roe"))
        elif done == "reject":
            logged = list(other.reject([claim], by="M. Ng"))
        elif done == "needs":
            logged = list(other.needs_work([claim], by="M. Ng"))
        elif done == "settle":
            logged = list(other.settle(finding, "fix-in-draft", by="M. Ng"))
        elif done == "reopen":
            logged = list(other.reopen("claim", [claim], by="M. Ng"))
        elif done == "assign":
            logged = list(other.assign("finding", [finding], "J. Roe", by="M. Ng"))
        elif done == "undo" and logged:
            last = logged.pop()
            other.undo([last.digest], by=last.by)
        elif done == "edit":
            other.edit_claim(claim, by="M. Ng", statement=f"Another statement {chance.random()}.")
        present = {one["id"] for one in other.check_json()["findings"]}
        findings = [id for id in findings if id in present] or sorted(present)
        assert shown(board) == shown(Board(project.root)), done


def test_a_report_joined_line_by_line_is_the_one_joined_at_once(project: Project) -> None:
    facts = project.facts_without(frozenset())
    ids = [one["id"] for one in facts["findings"] if one["verdict"] == "conflict"]
    joining, ledger = Joining(facts), Ledger()
    steps = [
        project.settle(ids[0], "fix-in-draft", by="M. Ng"),
        project.reopen("finding", [ids[0]], by="J. Roe"),
        project.settle(ids[0], "not-a-conflict", by="J. Roe"),
    ]
    steps.append(project.undo([steps[-1][0].digest], by="J. Roe"))
    states = []
    for lines in steps:
        ledger.add(lines)
        joined = joining.joined(ledger)
        assert joined == Joining(facts).joined(Ledger(ledger.decisions))
        states.append(next(one["status"] for one in joined["findings"] if one["id"] == ids[0]))
    assert states == ["settled", "open", "settled", "open"]


def test_the_log_backwards_is_the_log(project: Project) -> None:
    claim = claim_of(project, "paper", "five buses")
    project.approve([claim], by="M. Ng")
    project.reject([claim], by='J. "Jo" Roe')
    ledger = again(project).ledger
    assert [one.digest for one in ledger.latest()] == [one.digest for one in reversed(ledger.decisions)]
    assert ledger.people() == {"M. Ng", 'J. "Jo" Roe'}
    project.reopen("claim", [claim], by="A. Ito")
    assert project.ledger.people() == {"M. Ng", 'J. "Jo" Roe', "A. Ito"}
