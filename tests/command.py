"""Runs the command as a user does: in a process of its own, in a folder."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

CLEAN = {"PYTHONHASHSEED": "random", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
UNSET = ("FACTCHECK_REVIEWER", "FACTCHECK_DEBUG", "NO_COLOR", "FORCE_COLOR", "COLUMNS")


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    return {**kept, **CLEAN, **more}


def factcheck(*arguments: str, cwd: Path, stdin: bytes = b"", **more: str) -> Ended:
    """Run `factcheck` with the arguments; `more` are variables of its environment."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=environment(**more),
        timeout=120,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


def tree(folder: Path) -> dict[str, bytes]:
    """What stands in a folder, but for what is derived."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".factcheck" not in path.relative_to(folder).parts
    }
