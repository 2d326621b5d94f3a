"""Comparing the sources in a process of its own, so that pages are quick meanwhile."""

import json
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from factcheck.project import Project
from factcheck.serving.aside import Aside


class Comparing:
    """Has the facts of a project made anew when they are needed; until then the last ones are shown."""

    def __init__(self, project: Project, lock: "threading.RLock") -> None:
        self._project = project
        self._lock = lock
        self._aside = Aside(__name__)
        self._output = Path()
        self._key = self._place = self._failed = ""
        self.round = 0
        """How often the facts that are shown became others."""
        self.says = ""
        """Why sources could not be compared, where they could not."""

    @property
    def is_busy(self) -> bool:
        """Whether sources are being compared now."""
        return self._aside.is_busy

    def look(self, place: str) -> None:
        """Begin to compare where facts are missing, and take in what is done; `place` tells whether files changed."""
        with self._lock:
            ended = self._aside.ended()
            if ended is not None:
                self._take_in(*ended)
            if not self._aside.is_busy and place != self._place:
                self._begin(place)

    def _begin(self, place: str) -> None:
        project, self._place = self._project, place
        key = project.facts_key()
        if project.has_facts(key) or key == self._failed or not project.source_names():
            project.steady = project.steady if key == self._failed else project.facts_without(frozenset())
            self.round += 1
            return
        project.steady = project.steady or project.last_facts()
        self._key = key
        with tempfile.NamedTemporaryFile(prefix="factcheck-", suffix=".json", delete=False) as file:
            self._output = Path(file.name)
        self._aside.begin(str(project.root), file.name)

    def _take_in(self, code: int, says: str) -> None:
        """Show what was made; where decisions were logged meanwhile that change nothing compared, it holds for now."""
        if code == 0:
            facts: dict[str, Any] = json.loads(self._output.read_bytes())
            self._project.steady = facts
            self._project.keep_facts(self._key, facts)
            self.says = self._failed = ""
        else:
            self.says = says
            self._failed = self._key
        self._output.unlink(missing_ok=True)
        self.round += 1
        self._place = ""

    def end(self) -> None:
        """Stop what is running."""
        with self._lock:
            if self._aside.is_busy:
                self._aside.end()
                self._output.unlink(missing_ok=True)


def main(root: str, output: str) -> int:
    """Compare the sources of a project, and write the facts to a file."""
    from factcheck import patterns
    from factcheck.errors import FactcheckError
    from factcheck.store.collecting import seldom

    patterns.keep()
    seldom()
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
