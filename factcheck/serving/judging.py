"""Judging a draft in a process of its own, so that pages are quick meanwhile, its own among them."""

import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path

from factcheck.project import Project
from factcheck.project.crew import python


class Judging:
    """Has what is found of drafts made and kept, one draft at a time; who asks is told that it is not there yet."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._of = ("", "")
        self._failed: dict[str, str] = {}

    def asked(self, name: str, key: str) -> str:
        """Begin to judge a draft, unless one is being judged; gives why it could not be, as it and the sources stand.

        `key` is that under which what is found will be kept: what is said of it holds while nothing is kept there.
        """
        with self._lock:
            if self._process is not None and self._process.poll() is not None:
                self._take_in()
            if self._process is None and key not in self._failed:
                self._begin(name, key)
            return self._failed.get(key, "")

    def _begin(self, name: str, key: str) -> None:
        self._of = name, key
        self._process = subprocess.Popen(
            [*python(), "-m", __name__, str(self._root), name],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def _take_in(self) -> None:
        assert self._process is not None
        told = self._process.communicate()[1].decode("utf-8", "replace").strip()
        code, self._process = self._process.returncode, None
        says = told.splitlines()[-1] if told else f"judging ended with {code}"
        self._failed = {self._of[1]: says if code else "what was found could not be kept"}

    def end(self) -> None:
        """Stop what is running."""
        with self._lock:
            if self._process is not None:
                self._process.terminate()
                self._process.communicate()
                self._process = None


def main(root: str, name: str) -> int:
    """Judge a draft of a project, and keep what is found."""
    from factcheck.errors import FactcheckError

    try:
        Project(Path(root)).keep_draft(name)
    except FactcheckError as error:
        with suppress(OSError):
            sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
