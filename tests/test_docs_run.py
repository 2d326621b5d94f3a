"""The tutorial and the examples for Python do what they say, run as they are written."""

import re
import shlex
from pathlib import Path

import pytest

from tests.command import factcheck

DOCS = Path(__file__).parent.parent / "docs"
BLOCK = re.compile(r"^```(\w+)(?: file=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LONGEST = 10
"""Lines of an example."""


def blocks(page: str) -> list[tuple[str, str, str]]:
    """The kind, file and contents of a page's blocks of code."""
    return BLOCK.findall((DOCS / page).read_text(encoding="utf-8"))


def as_shown(shown: str) -> str:
    """What a console shows, as a regular expression: `...` on a line of its own stands for any lines."""
    lines = ["(?:.*\n)*?" if line == "..." else re.escape(line) + "\n" for line in shown.splitlines()]
    return "".join(lines)


def test_the_tutorial_runs_as_it_is_written(tmp_path: Path) -> None:
    folder, commands = tmp_path, 0
    for kind, file, text in blocks("tutorial.md"):
        if file:
            (tmp_path / file).write_text(text, encoding="utf-8")
        for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text if kind == "console" else "", re.M):
            program, *arguments = shlex.split(command)
            if program == "cd":
                folder /= arguments[0]
                continue
            assert program == "factcheck"
            commands += 1
            ended = factcheck(*arguments, cwd=folder)
            assert ended.code in (0, 1), ended.err
            assert re.fullmatch(as_shown(shown), ended.out), f"{command} prints\n{ended.out}"
    assert commands >= 10
    assert "Audit of the harbour" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_examples_for_python_run_and_are_short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    known: dict[str, object] = {}
    examples = [text for kind, _, text in blocks("python.md") if kind == "python"]
    assert len(examples) == 5
    for example in examples:
        assert len(example.splitlines()) <= LONGEST, example
        exec(compile(example, "docs/python.md", "exec"), known)
