"""What is found of a draft is kept until something that it is found by changes; decisions are joined to it."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.project import Project
from factcheck.serving.pages import drafts
from factcheck.store import inputs
from tests.desks import TEXTS, again, claim_of, desk
from tests.served import Browser, inside

DRAFT = b"""# Buses and ferries

The county bought four buses in 2021 [@audit]. The county bought nine buses in 2021. We like buses.
"""
FOUR, NINE = "The county bought four buses in 2021.", "The county bought nine buses in 2021."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = desk(tmp_path / "desk", texts=TEXTS)
    made.add_draft("story.md", DRAFT)
    return made


def outcomes(project: Project) -> dict[str, tuple[str, str]]:
    report = project.view_draft("story.md").report
    return {one.exact: (one.support, one.sign_off) for one in report.statements}


def is_what_the_gate_says(project: Project) -> bool:
    return project.view_draft("story.md").report == again(project).gate([project.draft_file("story.md")])


def looked_at(browser: Browser) -> str:
    """The draft's page, asked for until the draft was judged."""
    for _ in range(600):
        if "being judged" not in browser.goes("/draft/story.md"):
            break
        time.sleep(0.1)
    return browser.text


def test_decisions_leave_what_is_found_and_are_joined_to_it(project: Project) -> None:
    project.view_draft("story.md")
    key, id = project.key_of_draft("story.md"), claim_of(project, "audit", "four buses")
    assert outcomes(project)[FOUR][1] != "approved"
    project.settle(project.check_json()["findings"][0]["id"], "accepted", by="J. Roe", why="the paper erred")
    project.approve([id], by="M. Ng")
    assert outcomes(project)[FOUR] == ("supported", "approved")
    assert is_what_the_gate_says(project)
    project.decide_on_statement("story", NINE, "checked", by="M. Ng", why="I was there")
    assert outcomes(project)[NINE] == ("supported", "approved")
    project.decide_on_statement("story", FOUR, "opinion", by="M. Ng")
    assert FOUR not in outcomes(project)
    assert is_what_the_gate_says(project)
    assert project.key_of_draft("story.md") == key
    assert again(project).kept_draft("story.md") is not None


def test_it_is_found_anew_for_another_draft_another_claim_another_source(project: Project) -> None:
    project.view_draft("story.md")
    project.reject([claim_of(project, "audit", "four buses")], by="M. Ng", why="misread")
    assert project.kept_draft("story.md") is None
    assert is_what_the_gate_says(project)
    project.add_draft("story.md", DRAFT.replace(b"nine", b"ten"))
    assert project.kept_draft("story.md") is None
    assert is_what_the_gate_says(project)
    project.add_text("letter", "The county bought nine buses in 2021.\n", title="Letter")
    assert project.kept_draft("story.md") is None
    assert is_what_the_gate_says(project)


def test_of_a_source_that_is_removed_nothing_stays(project: Project) -> None:
    project.view_draft("story.md")
    project.remove_source("paper", by="M. Ng")
    assert project.index.get("draft-view", "story.md", project.key_of_draft("story.md")) is None
    rows = project.index._connection.execute("SELECT count(*) FROM value WHERE kind LIKE 'draft%'").fetchone()
    assert rows == (0,)


def test_a_page_says_that_its_draft_is_being_judged_until_it_was(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MANY", 0)
    browser = inside(project)
    assert "This draft is being judged" in browser.goes("/draft/story.md")
    assert "published" not in browser.text
    assert "supported" not in browser.text
    assert "It cannot be published yet" in looked_at(browser)
    assert NINE in browser.text


def test_a_page_says_why_its_draft_could_not_be_judged(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MANY", 0)
    (project.drafts_folder / "story.md").write_bytes(b"\xff\xfe\x00")
    browser = inside(project)
    assert "cannot be done as asked" in looked_at(browser)
    assert browser.status == 400


@pytest.fixture
def part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file that counts as one of the program."""
    path = tmp_path / "parts" / "part.py"
    path.parent.mkdir()
    path.write_text("", "utf-8")
    monkeypatch.setattr(inputs, "added_folders", lambda: (path.parent,))
    inputs.program.cache_clear()
    yield path
    inputs.program.cache_clear()


def test_a_page_says_that_the_program_was_changed_while_the_desk_ran(
    project: Project, part: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MANY", 0)
    browser = inside(project)
    assert "This draft is being judged" in browser.goes("/draft/story.md")
    part.write_text("changed", "utf-8")
    assert "the program was changed since this desk was started" in looked_at(browser)
