"""Sentences whose figures fit, and the same with one figure that does not; and what looks alike and is right."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from facts import archive

from factcheck import engine
from factcheck.config import Config

_CHOICE = re.compile(r"\{([^|{}]*)\|([^|{}]*)\}")
_RIGHT = "nothing"
_ISSUED = "2025-06-12"


def cases() -> Iterator[tuple[str, str]]:
    """The check that is meant and the sentence, in the order of the file."""
    section = ""
    for line in (Path(__file__).parent / "arithmetic.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif line and not line.startswith("#"):
            yield section, line.replace("\\n", "\n")


CASES = [pytest.param(check, line, id=f"{check}-{line[:40]}") for check, line in cases() if check != _RIGHT]
TRAPS = [pytest.param(line, id=line[:50]) for check, line in cases() if check == _RIGHT]


def alarms(text: str) -> list[str]:
    found = engine.run_checks(archive({"item": text}, {"item": _ISSUED}), Config())
    return [item.check for item in found if item.verdict in ("conflict", "possible-conflict")]


@pytest.mark.parametrize(("check", "line"), CASES)
def test_the_wrong_figure_is_found_and_the_right_one_is_not(check: str, line: str) -> None:
    assert _CHOICE.search(line)
    assert alarms(_CHOICE.sub(r"\1", line)) == []
    assert check in alarms(_CHOICE.sub(r"\2", line))


@pytest.mark.parametrize("line", TRAPS)
def test_nothing_is_said_of_figures_that_fit_or_have_nothing_to_do_with_each_other(line: str) -> None:
    assert alarms(line) == []
