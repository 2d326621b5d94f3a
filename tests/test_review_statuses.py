"""Statuses are worked out only where something changed, and are what working out all of them would give."""

import json
from pathlib import Path

import pytest

from factcheck.project import Project, statuses
from tests.desks import again, claim_of, desk


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setattr(statuses, "ENOUGH", 0)
    made = desk(tmp_path / "desk")
    for source, words in (("audit", "four buses"), ("paper", "five buses"), ("radio", "six weeks")):
        made.approve([claim_of(made, source, words)], by="M. Ng")
    assert set(made.statuses().values()) == {"approved"}
    return made


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The claims files that are worked out from here on."""
    found: list[str] = []
    work = statuses.Statuses._unit

    def unit(self: Project, name: str, digests: dict[str, str | None]) -> statuses.Unit:
        found.append(name)
        return work(self, name, digests)

    monkeypatch.setattr(statuses.Statuses, "_unit", unit)
    return found


def test_a_decision_touches_the_file_of_its_claim_alone(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    worked = counted(monkeypatch)
    id = claim_of(project, "paper", "five buses")
    project.reject([id], by="J. Roe")
    assert project.statuses()[id] == "rejected"
    assert worked == ["paper"]
    worked.clear()
    assert again(project).statuses() == project.statuses()
    assert worked == []


def test_what_another_process_decided_is_seen(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    other = again(project)
    assert other.statuses() == project.statuses()
    worked = counted(monkeypatch)
    id = claim_of(project, "radio", "six weeks")
    other.withdraw([id], by="J. Roe")
    assert project.statuses()[id] == "withdrawn"
    assert set(worked) == {"radio"}


def test_a_line_that_was_edited_in_the_log_makes_all_be_worked_out_anew(project: Project) -> None:
    path = project.layout.log
    path.write_bytes(
        path.read_bytes().replace(b'"question":"rely","answer":"yes"', b'"question":"rely","answer":"no"', 1)
    )
    found = again(project).statuses()
    assert sorted(found.values()) == ["approved", "approved", "rejected"]


def test_what_was_kept_and_is_damaged_is_not_believed(project: Project) -> None:
    base = project._base()
    made = json.loads(project.index.get("statuses", "units", base) or b"{}")
    assert made["units"]
    for damage in (b"{}", b"[]", json.dumps({**made, "log": "0" * 64}).encode(), b"not json"):
        project.index.put("statuses", "units", base, damage)
        assert set(again(project).statuses().values()) == {"approved"}


def test_a_rule_that_was_changed_holds_at_once(project: Project) -> None:
    (project.root / "factcheck.toml").write_text("[review.approvals]\ncount = 2\n", "utf-8")
    found = again(project).statuses()
    assert sorted(found.values()) == ["approved", "proposed", "proposed"]


def test_a_report_follows_decisions_without_being_made_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    finding = next(one["id"] for one in project.check_json()["findings"] if one["verdict"] == "conflict")

    def refuse(*arguments: object) -> None:
        raise AssertionError("compared again")

    monkeypatch.setattr(Project, "_compared", refuse)
    project.settle(finding, "not-a-conflict", by="M. Ng")
    assert project.finding(finding).status == "settled"
    again(project).reopen("finding", [finding], by="J. Roe")
    assert project.finding(finding).status == "open"
