"""Work of the desk in a process of its own, one at a time, so that pages are quick meanwhile."""

import subprocess

from factcheck.project.crew import python
from factcheck.store.inputs import is_changed

CHANGED = "the program was changed since this desk was started: it must be stopped and started again"


class Aside:
    """Runs a module of this program with some arguments; who uses it holds a lock of its own."""

    def __init__(self, module: str) -> None:
        self._module = module
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something was begun whose end was not taken in."""
        return self._process is not None

    def begin(self, *arguments: str) -> None:
        """Begin the work."""
        self._process = subprocess.Popen(
            [*python(), "-m", self._module, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def ended(self) -> tuple[int, str] | None:
        """The exit code and the last line that was said, once, where the work has ended; else null.

        What a changed program says is not what this one would: it counts as failed.
        """
        if self._process is None or self._process.poll() is None:
            return None
        told = self._process.communicate()[1].decode("utf-8", "replace").strip()
        code, self._process = self._process.returncode, None
        if is_changed():
            return code or 1, CHANGED
        return code, told.splitlines()[-1] if told else f"it ended with {code}"

    def end(self) -> None:
        """Stop what is running."""
        if self._process is not None:
            self._process.terminate()
            self._process.communicate()
            self._process = None
