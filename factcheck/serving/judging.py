"""Judging a draft in a process of its own, so that pages are quick meanwhile, its own among them."""

import sys
import threading
from contextlib import suppress
from pathlib import Path

from factcheck.project import Project
from factcheck.serving.aside import Aside


class Judging:
    """Has what is found of drafts made and kept, one draft at a time; who asks is told that it is not there yet."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._aside = Aside(__name__)
        self._key = ""
        self._failed: dict[str, str] = {}

    def asked(self, name: str, key: str) -> str:
        """Begin to judge a draft, unless one is being judged; gives why it could not be, as it and the sources stand.

        `key` is that under which what is found will be kept: what is said of it holds while nothing is kept there.
        """
        with self._lock:
            ended = self._aside.ended()
            if ended is not None:
                code, says = ended
                self._failed = {self._key: says if code else "what was found could not be kept"}
            if not self._aside.is_busy and key not in self._failed:
                self._key = key
                self._aside.begin(str(self._root), name)
            return self._failed.get(key, "")

    def end(self) -> None:
        """Stop what is running."""
        with self._lock:
            self._aside.end()


def main(root: str, name: str) -> int:
    """Judge a draft of a project, and keep what is found."""
    from factcheck import patterns
    from factcheck.errors import FactcheckError
    from factcheck.store.collecting import seldom

    patterns.keep()
    seldom()
    try:
        Project(Path(root)).keep_draft(name)
    except FactcheckError as error:
        with suppress(OSError):
            sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
