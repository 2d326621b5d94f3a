"""Patterns kept compiled: Python keeps modules compiled, but compiles their patterns anew in each process.

Ours, over a thousand, take half a second of it. Their compiled form is kept where Python keeps that of this module,
under the pattern and its flags, so that it never turns void; only patterns of modules are kept, never one made of a
text. It uses parts of CPython that are its own affair: where one of them is not as known, or the file is damaged,
patterns are compiled as ever.

Most of our patterns begin at the edge of a word, and hardly ever match. Python tries such a pattern at every character
of a text; a pattern that is kept tells which characters may begin a match, so that the others are skipped, several
times as fast. What it matches stays the same.
"""

import atexit
import marshal
import os
import re
import sys
from array import array
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import reduce
from importlib import import_module
from importlib.util import cache_from_source
from operator import or_
from pathlib import Path
from typing import Any

FEWEST = 20
"""New patterns that are worth writing the file."""
MOST = 4_000
"""Patterns from which on it is begun anew: most are of versions of this program that are gone."""

WORKED = 2
"""What is worked out beside Python's own compiling; another number begins the file anew."""

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
        self.path = Path(f"{cache_from_source(__file__)}.{WORKED}{self.engine.MAGIC}")
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
        state = parsed.state
        code = array("I", _told_apart(self.compiler._code(parsed, flags), parsed, flags | state.flags))
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


PLAIN, SET = 4, 4
"""How long what a pattern's code begins with is where it tells no beginning; the mark of one that tells a set."""
ASCII = (1 << 128) - 1
"""A set of characters below 128, a bit each. All others are taken to begin any match."""
DIGITS = sum(1 << ord(sign) for sign in "0123456789")
WORDS = DIGITS | sum(1 << ord(sign) + case for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for case in (0, 32)) | 1 << ord("_")
SPACES, SURE_SPACES = (
    sum(1 << ord(sign) for sign in signs) for signs in (" \t\n\r\f\v\x1c\x1d\x1e\x1f", " \t\n\r\f\v")
)
CATEGORIES = {
    "CATEGORY_DIGIT": DIGITS, "CATEGORY_WORD": WORDS, "CATEGORY_SPACE": SPACES,
    "CATEGORY_NOT_DIGIT": ASCII ^ DIGITS, "CATEGORY_NOT_WORD": ASCII ^ WORDS, "CATEGORY_NOT_SPACE": ASCII ^ SURE_SPACES,
}  # fmt: skip
FOLDED = sum(1 << ord(sign) for sign in "skiSKI")
"""What letters above 127 match where case is not told apart."""


def _told_apart(code: list[int], parsed: Any, flags: int) -> list[int]:
    """The code of a pattern with the characters that may begin a match, where Python has found no beginning."""
    named = import_module("re._constants")
    if code[0] != named.INFO or code[1] != PLAIN or not code[3]:
        return code
    begins, is_empty = _beginnings(parsed.data, flags)
    if is_empty or begins & WORDS == WORDS:
        return code
    others = [(ASCII & ~begins) >> 32 * place & 0xFFFFFFFF for place in range(8)]
    told = [named.NEGATE, named.CHARSET, *others, named.FAILURE]
    return [code[0], code[1] + len(told), code[2] | SET, *code[3:5], *told, *code[5:]]


def _beginnings(items: Iterable[Any], flags: int) -> tuple[int, bool]:
    """The characters below 128 that may begin what a sequence matches, or more of them, and if it may match nothing."""
    found, within = 0, ASCII
    for op, value in items:
        if str(op) == "ASSERT" and value[0] > 0 and not found:
            begins, is_empty = _beginnings(value[1].data, flags)
            within &= ASCII if is_empty else begins
        elif str(op) not in ("AT", "ASSERT", "ASSERT_NOT"):
            begins, is_empty = _begins(str(op), value, flags)
            found |= begins
            if not is_empty:
                return found & within, False
    return found & within, True


def _begins(op: str, value: Any, flags: int) -> tuple[int, bool]:
    """The same of one part of a pattern."""
    if op == "LITERAL":
        return _sign(value, flags), False
    if op == "IN":
        return _of_set(value, flags), False
    if op == "BRANCH":
        told = [_beginnings(branch.data, flags) for branch in value[1]]
        return _united(begins for begins, _ in told), any(is_empty for _, is_empty in told)
    if op == "SUBPATTERN":
        _, more, less, inner = value
        if not (more | less) & (re.ASCII | re.UNICODE | re.LOCALE):
            return _beginnings(inner.data, (flags | more) & ~less)
    if op in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, inner = value
        begins, is_empty = _beginnings(inner.data, flags)
        return begins, is_empty or not least
    if op == "ATOMIC_GROUP":
        return _beginnings(value.data, flags)
    return ASCII, op not in ("ANY", "NOT_LITERAL")


def _of_set(items: Iterable[Any], flags: int) -> int:
    """The characters below 128 in a set, or more."""
    found, is_other = 0, False
    for code, value in items:
        op = str(code)
        is_other = is_other or op == "NEGATE"
        if op == "LITERAL":
            found |= _sign(value, flags)
        elif op == "RANGE":
            low, high = value
            found |= _united(_sign(sign, flags) for sign in range(low, min(high, 128) + 1)) | _sign(high, flags)
        elif op == "CATEGORY":
            found |= CATEGORIES[str(value)]
    if not is_other:
        return found
    return ASCII if flags & re.IGNORECASE else ASCII & ~found | SPACES


def _sign(value: int, flags: int) -> int:
    """A character as a set of those below 128; in both cases where these are not told apart."""
    if value > 127:
        return FOLDED if flags & re.IGNORECASE else 0
    return 1 << value | (1 << ord(chr(value).swapcase()) if flags & re.IGNORECASE else 0)


def _united(sets: Iterable[int]) -> int:
    return reduce(or_, sets, 0)
