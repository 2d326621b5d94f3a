"""What the commands share: columns, files written at once, the progress bar."""

import io
import os
from pathlib import Path

import pytest

from factcheck.cli import _shared
from factcheck.cli._shared import Bar, columns, deliver, one_of, writable
from factcheck.errors import UsageError


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([("a", "one"), ("long", "two")], "a     one\nlong  two"),
        ([("a", "", "one"), ("b", "", "two")], "a  one\nb  two"),
        ([("a", "x", ""), ("b", "", "two")], "a  x\nb     two"),
        ([("a", "two\n lines")], "a  two lines"),
        ([("alone",)], "alone"),
    ],
)
def test_columns_are_as_wide_as_their_longest_and_empty_ones_are_left_out(
    rows: list[tuple[str, ...]], text: str
) -> None:
    assert columns(rows) == text


def test_a_word_that_is_not_allowed_is_refused_with_those_that_are() -> None:
    assert one_of("--format", "json", ("json", "terminal")) == "json"
    with pytest.raises(UsageError, match=r"--format 'paper' is not known; choose one of json, terminal"):
        one_of("--format", "paper", ("json", "terminal"))


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "report.json"
    deliver(b"first", target)
    assert target.read_bytes() == b"first"

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(Exception, match=r"(?i)no space left"):
        deliver(b"second", target)
    assert target.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name != "posix", reason="needs a device")
def test_a_device_is_written_to_and_not_replaced() -> None:
    deliver(b"gone", writable("/dev/null"))
    assert Path("/dev/null").is_char_device()


def test_a_dash_is_standard_output() -> None:
    assert writable("-") is None
    assert writable(None) is None


class Screen(io.StringIO):
    def __init__(self, watched: bool) -> None:
        super().__init__()
        self.watched = watched

    def isatty(self) -> bool:
        return self.watched


@pytest.mark.parametrize(("watched", "seconds", "drawn"), [(True, 2.0, True), (True, 0.5, False), (False, 9.0, False)])
def test_progress_is_drawn_when_work_lasts_and_a_person_watches(
    monkeypatch: pytest.MonkeyPatch, watched: bool, seconds: float, drawn: bool
) -> None:
    screen = Screen(watched)
    now = [100.0]
    monkeypatch.setattr(_shared.sys, "stderr", screen)
    monkeypatch.setattr(Bar, "clock", staticmethod(lambda: now[0]))
    monkeypatch.setenv("TERM", "xterm")
    with _shared.progress() as tell:
        assert (tell is not None) is watched
        for done in range(4):
            if tell:
                tell("reading x", done, 4)
            now[0] += seconds / 4
        if tell:
            tell("reading x", 4, 4)
    assert ("4/4 reading x" in screen.getvalue()) is drawn
    assert screen.getvalue().endswith("\r\x1b[K") is drawn


def test_progress_cannot_be_steered_by_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(True)
    monkeypatch.setattr(_shared.sys, "stderr", screen)
    bar = Bar()
    bar.next = 0
    bar.show("reading \x1b[2J", 1, 0)
    assert "\x1b[2J" not in screen.getvalue()
