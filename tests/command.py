"""Runs the command as a user does: in a process of its own, in a folder."""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CLEAN = {"PYTHONHASHSEED": "random", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
UNSET = ("FACTCHECK_REVIEWER", "FACTCHECK_DEBUG", "NO_COLOR", "FORCE_COLOR", "COLUMNS")
READ_AT_THE_START = ("PYTHON", "LC_", "LANG")
PATIENCE = 120


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
    """Run `factcheck` with the arguments; `more` are variables of its environment.

    Where the system can fork, the process is one of a Python that has imported all before, which is eight times as
    fast; a variable that Python itself reads when it starts gets one of its own.
    """
    if hasattr(os, "fork") and not any(name.startswith(READ_AT_THE_START) for name in more):
        return spare().run(*arguments, cwd=cwd, stdin=stdin, **more)
    return started(*arguments, cwd=cwd, stdin=stdin, **more)


def started(*arguments: str, cwd: Path, stdin: bytes = b"", **more: str) -> Ended:
    """Run `factcheck` in a Python that is started for it."""
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=cwd,
        input=stdin,
        capture_output=True,
        env=environment(**more),
        timeout=PATIENCE,
        check=False,
    )
    return Ended(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


class Spare:
    """The Python of tests/spare.py, which waits for commands."""

    def __init__(self) -> None:
        self.ours, theirs = socket.socketpair()
        self.ours.settimeout(PATIENCE)
        self.alone = threading.Lock()
        with theirs:
            script = str(Path(__file__).with_name("spare.py"))
            self.process = subprocess.Popen(
                [sys.executable, script, str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=environment(),
                start_new_session=True,
            )
        atexit.register(self.end)

    def run(self, *arguments: str, cwd: Path, stdin: bytes, **more: str) -> Ended:
        """One command, forked."""
        request = json.dumps([os.fspath(cwd), arguments, environment(**more)]).encode()
        with ExitStack() as held:
            held.enter_context(self.alone)
            asked, given, out, err = files = [held.enter_context(tempfile.TemporaryFile()) for _ in range(4)]
            for file, data in ((asked, request), (given, stdin)):
                file.write(data)
                file.seek(0)
            socket.send_fds(self.ours, [b"?"], [file.fileno() for file in files])
            code = self.answer()
            out.seek(0)
            err.seek(0)
            return Ended(code, out.read().decode("utf-8"), err.read().decode("utf-8"))

    def answer(self) -> int:
        """The exit code of the command; one that does not end is ended, and a new Python waits for the next."""
        try:
            said = self.ours.recv(16)
        except TimeoutError:
            os.killpg(self.process.pid, signal.SIGKILL)
            spare.cache_clear()
            raise
        assert said, "tests/spare.py has ended; run it by hand to see why"
        return int(said)

    def end(self) -> None:
        self.ours.close()
        self.process.wait()


@cache
def spare() -> Spare:
    return Spare()


def tree(folder: Path) -> dict[str, bytes]:
    """What stands in a folder, but for what is derived."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".factcheck" not in path.relative_to(folder).parts
    }
