"""What the guided fuzzer found is read, or refused in one line, as long as it is kept in tests/fuzzed."""

import importlib.util
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import cast

import pytest

FUZZED = Path(__file__).parent / "fuzzed"
INPUTS = sorted(path for path in FUZZED.glob("*/*") if path.is_file())
TARGETS = {path.parent.name for path in INPUTS}


@cache
def once(target: str) -> Callable[[bytes], None]:
    """What the fuzzer does with an input; it raises what is a defect."""
    place = importlib.util.spec_from_file_location("fuzz", FUZZED.parent.parent / "bench" / "fuzz.py")
    assert place is not None and place.loader is not None
    fuzz = importlib.util.module_from_spec(place)
    place.loader.exec_module(fuzz)
    return cast(Callable[[bytes], None], fuzz.target(target))


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_is_read_or_refused_in_one_line(path: Path) -> None:
    once(path.parent.name)(path.read_bytes())


def test_inputs_of_every_target_are_kept() -> None:
    assert len(INPUTS) > 150
    assert {"finders", "citations", "sheets", "records", "html", "pdf", "docx", "xlsx"} <= TARGETS


def test_a_defect_is_not_taken_for_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("no refusal")

    monkeypatch.setattr("factcheck.reading.read", broken)
    with pytest.raises(ValueError, match="no refusal"):
        once("html")(b"<p>The county bought four buses.</p>")
