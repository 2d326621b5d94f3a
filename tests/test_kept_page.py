"""The page that `factcheck check` prints is kept, and never shown where it would be another one by now."""

from pathlib import Path

import pytest
from command import factcheck

from factcheck.project import Project

ONE = "The museum counted 4,120 visitors in May 2021."
OTHER = "The museum counted 5,300 visitors in May 2021."


@pytest.fixture
def desk(tmp_path: Path) -> Project:
    made = Project.create(tmp_path / "desk")
    for name, words in (("herald", ONE), ("letter", OTHER)):
        file = tmp_path / f"{name}.txt"
        file.write_text(f"{words}\n", encoding="utf-8")
        made.add_source(file, issued="2022-01-03")
    return made


def page(made: dict[str, object] | str) -> dict[str, object]:
    return {"text": made, "findings": []}


def test_a_page_is_made_once(desk: Project) -> None:
    assert desk.kept_page([80], lambda: page("first")) == page("first")
    assert Project(desk.root).kept_page([80], lambda: page("second")) == page("first")


def test_a_page_is_made_anew_for_another_width_another_day_and_other_files(desk: Project) -> None:
    desk.kept_page([80], lambda: page("first"))
    assert desk.kept_page([60], lambda: page("narrow")) == page("narrow")
    later = Project(desk.root)
    later.fixed_today = "2031-05-06"
    assert later.kept_page([80], lambda: page("later")) == page("later")
    (desk.root / "sources" / "letter.txt").write_text(ONE, encoding="utf-8")
    assert desk.kept_page([80], lambda: page("changed")) == page("changed")


def test_a_damaged_page_is_made_anew(desk: Project) -> None:
    desk.kept_page([80], lambda: page("first"))
    desk.index._connection.execute("UPDATE value SET data = x'00010203040506' WHERE kind = 'page'")
    assert desk.kept_page([80], lambda: page("second")) == page("second")


def test_a_check_says_the_same_a_second_time_and_what_was_decided_after_a_decision(desk: Project) -> None:
    first = factcheck("check", cwd=desk.root)
    assert first.code == 1
    assert "4,120" in first.out
    again = factcheck("check", cwd=desk.root)
    assert (again.code, again.out) == (first.code, first.out)
    found = desk.check().findings[0].id
    assert factcheck("settle", found, "--as", "accepted", "--by", "Ann", "--why", "two counts", cwd=desk.root).code == 0
    settled = factcheck("check", cwd=desk.root)
    assert settled.code == 0
    assert "settled" in settled.out


def test_no_word_of_a_removed_source_stays_in_a_kept_page(desk: Project) -> None:
    assert factcheck("check", cwd=desk.root).code == 1
    desk.remove_source("letter", by="Ann")
    kept = desk.index._connection.execute("SELECT count(*) FROM value WHERE kind = 'page'").fetchone()
    assert kept == (0,)
