"""The tutorial, the examples for Python and those for who adds a part do what they say, run as they are written."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import environment, factcheck

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


def test_the_examples_for_python_and_of_parts_are_typed_as_the_package_is(tmp_path: Path) -> None:
    examples = "\n".join(text for kind, _, text in blocks("python.md") if kind == "python")
    parts = [text for kind, _, text in blocks("../CONTRIBUTING.md") if kind == "python"]
    assert len(parts) == 3
    files = [tmp_path / f"example_{number}.py" for number in range(1 + len(parts))]
    for file, text in zip(files, [examples, *parts], strict=True):
        file.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", str(DOCS.parent / "pyproject.toml"), *map(str, files)],
        cwd=DOCS.parent, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


WITH_PARTS = """
import importlib, pathlib, sys
from factcheck.cli.main import main

for folder in sorted(pathlib.Path("factcheck").iterdir()):
    importlib.import_module(f"factcheck.{folder.name}").__path__.append(str(folder))
for line in sys.argv[1:]:
    assert main(line.split()) in (0, 1)
from factcheck.checking import checks
from tests.test_examples_of_checks import test_an_example_comes_out_as_declared as comes_out_as_declared

(shouting,) = (check for check in checks() if check.id == "shouting")
for example in shouting.examples:
    comes_out_as_declared(shouting, example)
"""


def test_a_check_a_reader_and_a_reporter_are_added_as_is_told(tmp_path: Path) -> None:
    parts = {file: text for kind, file, text in blocks("../CONTRIBUTING.md") if kind == "python"}
    assert len(parts) == 3
    for file, text in parts.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, encoding="utf-8")
    (tmp_path / "leaflet.rows").write_text("# The quay\nIt is open!! Come.\nIt cost $5 million.\n", encoding="utf-8")
    commands = ["init desk", "source add leaflet.rows --project desk", "check --format tally --project desk"]
    done = subprocess.run(
        [sys.executable, "-c", WITH_PARTS, *commands],
        cwd=tmp_path, env=environment(PYTHONPATH=str(DOCS.parent)), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[1:] == ["added  leaflet  leaflet", "   1 possible-conflict"]
