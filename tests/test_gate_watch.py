"""`factcheck gate --watch`: judged again as the writer saves."""

from pathlib import Path

from factcheck.cli._watching import changed
from tests.command import factcheck
from tests.terminal import Terminal

RIGHT, WRONG = "The new quay is 840 metres long.\n", "The new quay is 480 metres long.\n"


def test_a_saved_draft_is_judged_again_and_ctrl_c_ends_it(tmp_path: Path) -> None:
    (tmp_path / "audit.txt").write_text("The new quay is 840 metres long and has 46 cranes.\n", encoding="utf-8")
    desk = tmp_path / "desk"
    assert factcheck("init", "desk", cwd=tmp_path).code == 0
    assert factcheck("source", "add", "../audit.txt", "--published", "2022-08-04", cwd=desk).code == 0
    draft = desk / "draft.md"
    draft.write_text(WRONG, encoding="utf-8")
    terminal = Terminal("gate", "draft.md", "--policy", "draft", "--watch", cwd=desk, by="Ito")
    terminal.sees("contradicted", "It cannot be published.", "Waiting for the next change")
    draft.write_text("", encoding="utf-8")
    terminal.sees("draft.md: is empty", "Waiting for the next change")
    draft.write_text(RIGHT, encoding="utf-8")
    terminal.sees("It can be published.", "Since the last run: 2 changed.", "Waiting for the next change")
    terminal.presses("\x03")
    assert terminal.ends()[1] == 0


def test_it_needs_a_terminal(tmp_path: Path) -> None:
    factcheck("init", ".", cwd=tmp_path)
    (tmp_path / "draft.md").write_text(RIGHT, encoding="utf-8")
    ended = factcheck("gate", "draft.md", "--watch", cwd=tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert "--watch shows files in a terminal" in ended.err


def statement(words: str, line: int, outcome: str) -> dict[str, object]:
    return {"file": "draft.md", "line": line, "column": 1, "exact": words, "outcome": outcome}


def test_what_changed_is_told_by_the_words_of_statements() -> None:
    before = {"statements": [statement("One.", 1, "block"), statement("Two.", 2, "warn")]}
    now = {
        "statements": [statement("One.", 9, "block"), statement("Two.", 10, "pass"), statement("Three.", 11, "warn")]
    }
    assert list(changed(before, now)) == [
        "Since the last run: 2 changed.",
        "  + draft.md:11:1: warn: Three.",
        "  - passes now, or is gone: Two.",
    ]
    assert list(changed(now, now)) == ["Since the last run: nothing changed."]
