"""A real terminal with the command in it, driven by keys."""

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.command import environment

PATIENCE = 60


class Terminal:
    """`factcheck` in a terminal of its own; what it shows is waited for, never guessed at by time."""

    def __init__(self, *arguments: str, cwd: Path, by: str, **more: str) -> None:
        pexpect = pytest.importorskip("pexpect", reason="pexpect drives a terminal; it needs a system that has them")
        variables = environment(FACTCHECK_REVIEWER=by, TERM="xterm", NO_COLOR="1", **more)
        self.end = pexpect.EOF
        self.run: Any = pexpect.spawn(
            sys.executable,
            ["-m", "factcheck", *arguments],
            cwd=str(cwd),
            env=variables,
            dimensions=(50, 110),
            encoding="utf-8",
            timeout=PATIENCE,
        )

    def sees(self, *words: str) -> str:
        """Wait until these words were shown, one after the other; gives what was shown before the last of them."""
        for text in words:
            self.run.expect_exact(text)
        return str(self.run.before)

    def presses(self, keys: str) -> None:
        """Press keys."""
        self.run.send(keys)

    def types(self, text: str) -> None:
        """Type a line."""
        self.run.send(text + "\r")

    def ends(self) -> tuple[str, int]:
        """Wait for the end; gives what was shown until then, and the exit code."""
        self.run.expect(self.end)
        self.run.close()
        return str(self.run.before), int(self.run.exitstatus if self.run.exitstatus is not None else -1)

    def is_killed(self) -> None:
        """End it without warning, as a lost connection or a dead battery does."""
        self.run.kill(9)
        self.run.wait()
