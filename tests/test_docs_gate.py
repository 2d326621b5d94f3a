"""The page on what the gate gives out names every format, and its examples are what is printed."""

import re
from pathlib import Path

import pytest

from factcheck.reporting import formats_of, reporter
from tests.command import factcheck

PAGE = (Path(__file__).parent.parent / "docs" / "gate.md").read_text("utf-8")
PRINTED = ("terminal", "markdown", "github")


def test_every_format_has_a_row_with_its_endings_and_a_section() -> None:
    rows = {cells[1].strip("` "): cells for line in PAGE.splitlines() if len(cells := line.split("|")) == 6}
    for name in formats_of("gate"):
        assert f"\n## {name}\n" in PAGE
        endings = [f"`{ending}`" for ending in reporter(name).endings if name != "checking-file" or ending != ".docx"]
        assert rows[name][2].split() == endings
        assert (rows[name][4].strip() == "yes") is (name in formats_of("check"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    (folder / "audit.txt").write_text("The new quay is 840 metres long and has 46 cranes.\n", encoding="utf-8")
    assert factcheck("init", "desk", cwd=folder).code == 0
    desk = folder / "desk"
    assert factcheck("source", "add", "../audit.txt", "--published", "2022-08-04", cwd=desk).code == 0
    (desk / "draft.md").write_text("# Quays\n\nThe quay of Arlen is 480 metres long [@audit].\n", encoding="utf-8")
    options = [word for name in PRINTED for word in ("--output", f"{name}:{name}.out")]
    assert factcheck("gate", "draft.md", "--policy", "draft", *options, cwd=desk).code == 1
    return desk


@pytest.mark.parametrize("name", PRINTED)
def test_an_example_is_what_is_printed(name: str, made: Path) -> None:
    section = PAGE.split(f"\n## {name}\n")[1]
    example = re.search(r"```\w+\n(.*?)```", section, re.DOTALL)
    assert example
    assert (made / f"{name}.out").read_text("utf-8") == example[1]
