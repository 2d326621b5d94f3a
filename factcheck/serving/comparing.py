"""Comparing the sources in a process of its own, so that pages are quick meanwhile."""

import json
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from factcheck.project import Project
from factcheck.project.crew import python


class Comparing:
    """Has the facts of a project made anew when they are needed; until then the last ones are shown."""

    def __init__(self, project: Project, lock: "threading.RLock") -> None:
        self._project = project
        self._lock = lock
        self._process: subprocess.Popen[bytes] | None = None
        self._output = Path()
        self._key = self._place = self._failed = ""
        self.round = 0
        """How often the facts that are shown became others."""
        self.says = ""
        """Why sources could not be compared, where they could not."""

    @property
    def is_busy(self) -> bool:
        """Whether sources are being compared now."""
        return self._process is not None

    def look(self, place: str) -> None:
        """Begin to compare where facts are missing, and take in what is done; `place` tells whether files changed."""
        with self._lock:
            if self._process is not None and self._process.poll() is not None:
                self._take_in()
            if self._process is None and place != self._place:
                self._begin(place)

    def _begin(self, place: str) -> None:
        project, self._place = self._project, place
        key = project.facts_key()
        if project.has_facts(key) or key == self._failed:
            project.steady = project.steady if key == self._failed else project.facts_without(frozenset())
            self.round += 1
            return
        project.steady = project.steady or project.last_facts()
        self._key = key
        with tempfile.NamedTemporaryFile(prefix="factcheck-", suffix=".json", delete=False) as file:
            self._output = Path(file.name)
        self._process = subprocess.Popen(
            [*python(), "-m", __name__, str(project.root), file.name],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def _take_in(self) -> None:
        """Show what was made; where decisions were logged meanwhile that change nothing compared, it holds for now."""
        assert self._process is not None
        told = self._process.communicate()[1].decode("utf-8", "replace").strip()
        code, self._process = self._process.returncode, None
        if code == 0:
            facts: dict[str, Any] = json.loads(self._output.read_bytes())
            self._project.steady = facts
            self._project.keep_facts(self._key, facts)
            self.says = self._failed = ""
        else:
            self.says = told.splitlines()[-1] if told else f"comparing ended with {code}"
            self._failed = self._key
        self._output.unlink(missing_ok=True)
        self.round += 1
        self._place = ""

    def end(self) -> None:
        """Stop what is running."""
        with self._lock:
            if self._process is not None:
                self._process.terminate()
                self._process.communicate()
                self._output.unlink(missing_ok=True)
                self._process = None


def main(root: str, output: str) -> int:
    """Compare the sources of a project, and write the facts to a file."""
    from factcheck.errors import FactcheckError

    try:
        facts = Project(Path(root)).facts_without(frozenset())
    except FactcheckError as error:
        with suppress(OSError):
            sys.stderr.write(f"{error}\n")
        return 2
    Path(output).write_text(json.dumps(facts), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
