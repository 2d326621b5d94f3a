"""`factcheck inspect`: what is seen in any text."""

import json
import subprocess
import sys
from pathlib import Path

from tests.command import environment, factcheck

LINES = "It bought at least six jets in May 2020.\n\nNo figure here.\nHe said: “We paid $4 million.”"


def test_lines_give_one_object_each_in_order(tmp_path: Path) -> None:
    ended = factcheck("inspect", "-", "--lines", cwd=tmp_path, stdin=LINES.encode())
    assert (ended.code, ended.err) == (0, "")
    seen = [json.loads(line) for line in ended.out.splitlines()]
    assert [one["text"] for one in seen] == LINES.split("\n")
    assert all(set(one) >= {"text", "quantities", "times", "names", "quotations"} for one in seen)
    first = seen[0]["quantities"][0]
    assert (first["low"], first["high"], first["modifier"]) == (6, 6, ">")
    assert "six" in LINES[first["start"] : first["end"]]
    assert seen[1]["quantities"] == seen[2]["quantities"] == []
    assert seen[3]["quantities"][0]["low"] == 4_000_000


def test_a_file_is_read_as_standard_input_is(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(LINES, encoding="utf-8", newline="\r\n")
    named = factcheck("inspect", "text.txt", "--lines", cwd=tmp_path)
    assert named == factcheck("inspect", "-", "--lines", cwd=tmp_path, stdin=LINES.encode())


def test_a_person_is_shown_words_and_meanings(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(LINES, encoding="utf-8")
    ended = factcheck("inspect", "text.txt", cwd=tmp_path)
    assert ended.code == 0
    assert "May 2020" in ended.out
    assert "quantity" in ended.out
    assert factcheck("inspect", "-", cwd=tmp_path, stdin=b"Rain fell.").out == "Nothing was seen.\n"


def test_lines_are_answered_as_they_come(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "factcheck", "inspect", "-", "--lines"],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        for text in ("Six ships came.", "Nine left."):
            running.stdin.write(f"{text}\n".encode())
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["text"] == text
        running.stdin.close()
        assert running.wait(timeout=30) == 0


def test_bytes_that_are_no_text_end_in_replacement_characters_not_in_an_error(tmp_path: Path) -> None:
    ended = factcheck("inspect", "-", "--lines", cwd=tmp_path, stdin=b"\xff\xfe six \x00 ships\r\n\x1b[2J nine\n")
    assert ended.code == 0
    assert [json.loads(line)["text"] for line in ended.out.splitlines()] == [
        "\ufffd\ufffd six \x00 ships",
        "\x1b[2J nine",
    ]
    assert "\x1b" not in ended.out
