"""Two branches on which people decided: a merge gives a log that verifies, and disagreements to settle."""

import subprocess
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.project import Project
from tests.command import environment
from tests.desks import again, claim_of, desk

LOG = "claims/decisions.jsonl"


def git(project: Project, *arguments: str) -> str:
    command = ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *arguments]
    done = subprocess.run(command, cwd=project.root, capture_output=True, check=True, env=environment())
    return done.stdout.decode()


def committed(project: Project, message: str = "work") -> None:
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", message)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = desk(tmp_path / "desk")
    git(made, "init", "--quiet", "--initial-branch=main")
    made.approve([claim_of(made, "radio", "six weeks")], by="M. Ng")
    committed(made, "start")
    return made


def finding(project: Project) -> str:
    return next(one["id"] for one in project.check_json()["findings"] if one["verdict"] == "conflict")


def merged(project: Project, here: str, there: str) -> Project:
    """The project after two branches were merged, on which these people settled the finding and approved a claim."""
    for branch, by, answer in (("one", "M. Ng", here), ("other", "J. Roe", there)):
        git(project, "checkout", "--quiet", "-b", branch, "main")
        fresh = again(project)
        fresh.settle(finding(fresh), answer, by=by, why=f"says {by}")
        fresh.approve([claim_of(fresh, "audit", "four buses")], by=by)
        committed(project, branch)
    git(project, "checkout", "--quiet", "one")
    git(project, "merge", "--quiet", "--message", "both", "other")
    return again(project)


def test_branches_that_decided_differently_merge_into_a_log_that_verifies_and_a_disagreement(project: Project) -> None:
    both = merged(project, "accepted", "fix-in-draft")
    seen = both.verify_log()
    assert (seen.lines, seen.faults) == (8, ())
    assert len(seen.side_by_side) == 2
    found = both.finding(finding(both))
    assert found.status == "disputed"
    assert found.decided == (
        "accepted by M. Ng, 2024-05-01: says M. Ng | fix in draft by J. Roe, 2024-05-01: says J. Roe"
    )
    assert both.statuses()[claim_of(both, "audit", "four buses")] == "approved"
    assert both.queue()[0].id == found.id
    assert [one.id for one in both.overview().disputed] == [found.id]


def test_the_next_decision_settles_a_disagreement_and_follows_both_branches(project: Project) -> None:
    both = merged(project, "accepted", "fix-in-draft")
    both.remark("finding", [finding(both)], "shall we talk?", by="A. Khan")
    assert both.finding(finding(both)).status == "disputed"
    both.settle(finding(both), "fix-in-draft", by="A. Khan", why="four it is")
    found = both.finding(finding(both))
    assert (found.status, found.decided) == ("settled", "fix in draft by A. Khan, 2024-05-01: four it is")
    assert both.verify_log().faults == ()


def test_branches_that_decided_alike_do_not_disagree(project: Project) -> None:
    both = merged(project, "accepted", "accepted")
    assert both.finding(finding(both)).status == "settled"
    assert both.verify_log().faults == ()


def test_a_claim_approved_on_one_branch_and_rejected_on_the_other_is_disputed(project: Project) -> None:
    id = claim_of(project, "radio", "six weeks")
    git(project, "checkout", "--quiet", "-b", "one")
    again(project).approve([id], by="J. Roe")
    committed(project)
    git(project, "checkout", "--quiet", "-b", "other", "main")
    again(project).reject([id], by="A. Khan", why="five weeks")
    committed(project)
    git(project, "merge", "--quiet", "--message", "both", "one")
    both = again(project)
    assert both.statuses()[id] == "disputed"
    (standing,) = both.standings([both.stored_claim(id)]).values()
    assert standing.says == "rejected by A. Khan, 2024-05-01: five weeks | reads right by J. Roe, 2024-05-01"
    both.approve([id], by="M. Ng")
    assert both.statuses()[id] == "approved"


def test_two_merges_one_after_the_other_verify(project: Project) -> None:
    both = merged(project, "accepted", "fix-in-draft")
    committed_on = ("third", "fourth")
    for branch in committed_on:
        git(project, "checkout", "--quiet", "-b", branch, "one")
        again(project).settle(finding(both), "not-a-conflict", by=branch)
        committed(project, branch)
    git(project, "merge", "--quiet", "--message", "again", "third")
    later = again(project)
    assert later.verify_log().faults == ()
    assert later.finding(finding(later)).status == "settled"


def test_lines_taken_from_the_end_are_found_against_a_revision(project: Project) -> None:
    path = project.root / LOG
    project.reject([claim_of(project, "radio", "six weeks")], by="J. Roe")
    committed(project)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]))
    assert again(project).verify_log().faults == ()
    gone = again(project).verify_log(since="HEAD").gone
    id = claim_of(project, "radio", "six weeks")
    assert [(one.line, one.says) for one in gone] == [
        (3, f"is not in the log any more: {id}, no by J. Roe, 2024-05-01")
    ]
    path.write_bytes(b"".join(lines))
    assert again(project).verify_log(since="HEAD~1").gone == ()
    path.write_bytes(b"".join([lines[0], lines[2], lines[1]]))
    moved = again(project).verify_log(since="HEAD").gone
    assert [(one.line, one.says.split(":")[0]) for one in moved] == [(3, "stands elsewhere now, at line 2")]


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:"])
def test_a_revision_that_is_none_is_refused(project: Project, revision: str) -> None:
    with pytest.raises(UsageError, match=r"cannot be read at|is no revision"):
        project.verify_log(since=revision)


def test_a_folder_without_git_has_no_revisions(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    project.approve([claim_of(project, "audit", "four buses")], by="M. Ng")
    with pytest.raises(UsageError, match="cannot be read at HEAD: not a git repository"):
        project.verify_log(since="HEAD")
