"""Patterns kept compiled: Python keeps modules compiled, but compiles their patterns anew in each process.

Ours, over a thousand, take half a second of it. Their compiled form is kept where Python keeps that of this module,
under the pattern and its flags, so that it never turns void; only patterns of modules are kept, never one made of a
text. It uses parts of CPython that are its own affair: where one of them is not as known, or the file is damaged,
patterns are compiled as ever.
"""

import atexit
import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

FEWEST = 20
"""New patterns that are worth writing the file."""
MOST = 4_000
"""Patterns from which on it is begun anew: most are of versions of this program that are gone."""

Key = tuple[str, int]
Compiled = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code, how many groups there are, their numbers by name, their names by number."""

CANNOT = (ImportError, AttributeError, TypeError, ValueError, EOFError, RuntimeError, OverflowError, OSError)
"""What another Python than those known, a damaged file or a folder that cannot be written may raise."""


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of the words: the longest first, in one order in each process, so that it is found kept.

    The words are not escaped.
    """
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


def keep() -> None:
    """From now on compile a module's pattern once for all processes."""
    with suppress(*CANNOT):
        _Kept().begin()


class _Kept:
    """The patterns in the file, and those compiled since."""

    def __init__(self) -> None:
        self.compiler, self.parser, self.engine = map(import_module, ("re._compiler", "re._parser", "_sre"))
        self.path = Path(f"{cache_from_source(__file__)}.{self.engine.MAGIC}")
        self.usual: Callable[..., re.Pattern[Any]] = self.compiler.compile
        self.known, self.new = self.read(), dict[Key, Compiled]()

    def begin(self) -> None:
        """Stand in for Python's own compiling."""
        if sys.implementation.name == "cpython" and self.usual.__module__ == "re._compiler":
            self.compiler.__dict__["compile"] = self.compile
            if not sys.dont_write_bytecode:
                atexit.register(self.write)

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """A pattern compiled: as it was kept, else as Python does it."""
        if isinstance(pattern, str) and not flags & re.DEBUG:
            with suppress(*CANNOT):
                kept = self.known.get((pattern, flags))
                if kept is None and _is_of_module():
                    kept = self.new[pattern, flags] = self.known[pattern, flags] = self.made(pattern, flags)
                if kept is not None:
                    own, code, *groups = kept
                    found: re.Pattern[Any] = self.engine.compile(pattern, own, array("I", code).tolist(), *groups)
                    return found
        return self.usual(pattern, flags)

    def made(self, pattern: str, flags: int) -> Compiled:
        """A pattern compiled as Python does it, in the form that is kept."""
        parsed = self.parser.parse(pattern, flags)
        state, code = parsed.state, array("I", self.compiler._code(parsed, flags))
        names = {number: name for name, number in state.groupdict.items()}
        by_number = tuple(names.get(number) for number in range(state.groups))
        return flags | state.flags, code.tobytes(), state.groups - 1, dict(state.groupdict), by_number

    def read(self) -> dict[Key, Compiled]:
        """What the file holds."""
        with suppress(*CANNOT):
            known = marshal.loads(self.path.read_bytes())
            if isinstance(known, dict) and len(known) < MOST:
                return known
        return {}

    def write(self) -> None:
        """Add what is new to the file."""
        if len(self.new) < FEWEST:
            return
        own = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        with suppress(*CANNOT):
            try:
                own.write_bytes(marshal.dumps({**self.read(), **self.new}))
                own.replace(self.path)
            finally:
                own.unlink(missing_ok=True)


def _is_of_module() -> bool:
    """Whether a module is being imported, so that what is compiled is a part of it."""
    frame = sys._getframe(2)
    while frame.f_code.co_name != "<module>":
        if frame.f_back is None:
            return False
        frame = frame.f_back
    return bool(getattr(frame.f_globals.get("__spec__"), "_initializing", False))
