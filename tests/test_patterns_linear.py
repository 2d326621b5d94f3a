"""No regular expression of the program takes more than linear time: each is tried on texts made against it.

The texts come from the pattern itself: what stands before a repeated part, then what that part takes, again and again,
then a character that nothing takes. What counts is not how long that takes but how it grows.
"""

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise, product
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any, NamedTuple

import pytest

import factcheck

ROOT = Path(factcheck.__file__).parent
REPEATED = (6, 9, 12, 15, 18, 21, 24, 27, 30, 33, 37, 42, 47, 53, 60, 68, 77, 87, 98, 110, 124, 140, 158, 178, 200, 225)
"""So few pieces take no time, but where each of them multiplies it; by small steps, for a large one would never end."""
LENGTHS = (250, 2_000, 8_000)
MOST = 2.7
"""How much more a character of a text may take than one of the text before; with square growth, 8 and 4 times."""
SLACK = 0.0005
"""Seconds of the processor that count as nothing."""
TRIES = 3
MANY = 16
"""A part that may be repeated so often is attacked."""
FEW = 6
"""Pieces of one kind that are tried."""
PARTS = 8
"""The tests among which the patterns are shared out."""

WORD = re.compile(r"\w+")
Pattern = re.Pattern[str] | re.Pattern[bytes]
Node = tuple[Any, Any]
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
ONE = (sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN)
COMMON = "aA0 _-.,'’\n(é\x00"
"""Characters tried beside those that a pattern names."""


class Held(NamedTuple):
    """A pattern, and whether it is only ever tried at one place."""

    name: str
    pattern: Pattern
    at_one_place: bool


@cache
def held() -> tuple[Held, ...]:
    """The patterns of all modules: those that a module holds, and those that its functions make."""
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(factcheck.__path__, "factcheck.")
        if not found.name.endswith("__main__")
    ]
    holding = {
        one: [(name, pattern) for name, value in vars(one).items() for pattern in inside(value)] for one in modules
    }
    words = {"re", *(name for found in holding.values() for name, _ in found)}
    nodes = {one: of_code(one, words) for one in modules}
    uses: dict[tuple[str, str], set[str]] = {}
    for module, parts in nodes.items():
        note_uses(module.__name__, parts, uses)
    kept: dict[tuple[str | bytes, int, bool], Held] = {}
    for module, parts in nodes.items():
        of_module = [
            (f"{module.__name__}.{name}", pattern, used)
            for name, pattern in holding[module]
            if (used := uses.get((module.__name__, name)))
        ]
        for name, pattern, methods in [*of_module, *of_functions(module, parts)]:
            at_one_place = methods <= {"match", "fullmatch"}
            kept.setdefault((pattern.pattern, pattern.flags, at_one_place), Held(name, pattern, at_one_place))
    return tuple(kept.values())


def of_code(module: ModuleType, words: set[str]) -> list[ast.AST]:
    """The parts of a module's code, where any of these words stands in it."""
    text = Path(str(module.__file__)).read_text(encoding="utf-8")
    return [] if words.isdisjoint(WORD.findall(text)) else list(ast.walk(ast.parse(text)))


def note_uses(module: str, nodes: list[ast.AST], uses: dict[tuple[str, str], set[str]]) -> None:
    """What is done with each name, by the module that gives it: the methods called of it, or that it is handed on."""
    called = {id(node.value): node.attr for node in nodes if isinstance(node, ast.Attribute)}
    given = {
        alias.asname or alias.name: (node.module or "", alias.name)
        for node in nodes
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    for node in nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            uses.setdefault(given.get(node.id, (module, node.id)), set()).add(called.get(id(node), "handed on"))


def inside(value: object) -> Iterator[Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict | list | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from inside(one)


def of_functions(module: ModuleType, nodes: list[ast.AST]) -> Iterator[tuple[str, Pattern, set[str]]]:
    """The patterns that are written where they are used; a word stands for what is not known before."""
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef)]
    lines = {line for one in functions for line in range(one.lineno, (one.end_lineno or one.lineno) + 1)}
    for node in nodes:
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        if node.lineno not in lines:
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re") or node.func.attr == "escape":
            continue
        written = known(node.args[0], module)
        if isinstance(written, str | bytes):
            flags = next((known(one.value, module) for one in node.keywords if one.arg == "flags"), 0) or 0
            yield f"{module.__name__}:{node.lineno}", re.compile(written, flags), {node.func.attr}


def known(node: ast.expr, module: ModuleType) -> Any:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(known(part, module)) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        value = known(node.value, module)
        return "word" if value is None else value
    try:
        return eval(compile(ast.Expression(node), "", "eval"), vars(module).copy())
    except (NameError, TypeError, AttributeError):
        return None


# What a pattern takes, as texts.

CATEGORIES = {
    sre.CATEGORY_DIGIT: re.compile(r"\d"),
    sre.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    sre.CATEGORY_SPACE: re.compile(r"\s"),
    sre.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    sre.CATEGORY_WORD: re.compile(r"\w"),
    sre.CATEGORY_NOT_WORD: re.compile(r"\W"),
}


def takes(node: Node, character: str) -> bool:
    """Whether a part that stands for one character takes this one."""
    kind, told = node
    if kind is sre.IN:
        return any(takes(one, character) for one in told) is (told[0][0] is not sre.NEGATE)
    if kind is sre.RANGE:
        return bool(told[0] <= ord(character) <= told[1])
    if kind is sre.CATEGORY:
        return CATEGORIES[told].match(character) is not None
    if kind is sre.ANY:
        return character != "\n"
    return kind is not sre.NEGATE and (ord(character) == told) is (kind is sre.LITERAL)


def named(node: Node) -> Iterator[str]:
    """The characters that such a part names."""
    kind, told = node
    if kind in (sre.LITERAL, sre.NOT_LITERAL):
        yield chr(told)
    elif kind is sre.RANGE:
        yield chr(told[0])
    elif kind is sre.IN:
        for one in told:
            yield from named(one)


def below(node: Node) -> list[Iterable[Node]]:
    """The parts within a part."""
    kind, told = node
    if kind is sre.BRANCH:
        return list(told[1])
    if kind in REPEATS:
        return [told[2]]
    if kind is sre.SUBPATTERN:
        return [told[3]]
    if kind is sre.ATOMIC_GROUP:
        return [told]
    if kind is sre.GROUPREF_EXISTS:
        return [one for one in told[1:] if one is not None]
    return [told[1]] if kind in (sre.ASSERT, sre.ASSERT_NOT) else []


def singles(parts: Iterable[Node]) -> Iterator[Node]:
    for part in parts:
        if part[0] in ONE:
            yield part
        for inner in below(part):
            yield from singles(inner)


class Attack:
    """The texts that are made against one pattern."""

    def __init__(self, pattern: Pattern) -> None:
        self.parts = list(parser.parse(pattern.pattern, pattern.flags))
        ones = list({repr(one): one for one in singles(self.parts)}.values())
        alike: dict[tuple[bool, ...], str] = {}
        for character in dict.fromkeys([*COMMON, *(name for one in ones for name in named(one))]):
            alike.setdefault(tuple(takes(one, character) for one in ones if one[0] is not sre.LITERAL), character)
        self.characters = list(alike.values())

    def taken(self, parts: Iterable[Node], most: int) -> list[str]:
        """Some of the texts that parts in a row take."""
        found = [""]
        for part in parts:
            if texts := self.taken_by(part, most):
                if len(found) * len(texts) <= most:
                    found = ["".join(pair) for pair in product(found, texts)]
                else:
                    rows = range(min(max(len(found), len(texts)), most))
                    found = [found[row % len(found)] + texts[row % len(texts)] for row in rows]
        return list(dict.fromkeys(found))

    def taken_by(self, part: Node, most: int) -> list[str]:
        kind, told = part
        if kind in ONE:
            return [chr(told)] if kind is sre.LITERAL else [one for one in self.characters if takes(part, one)]
        if kind in REPEATS:
            return [""] * (told[0] == 0) + [text * max(told[0], 1) for text in self.taken(told[2], most)]
        if kind in (sre.ASSERT, sre.ASSERT_NOT):
            return []
        return [text for inner in below(part) for text in self.taken(inner, 2 if kind is sre.BRANCH else most)]

    def repeated(self, parts: Iterable[Node], before: list[str]) -> Iterator[tuple[list[str], list[str]]]:
        """For each part that may be repeated often: what may stand before it, and what it takes."""
        parts = list(parts)
        for number, part in enumerate(parts):
            ahead = ["".join(pair) for pair in product(before[:2], self.taken(parts[:number], 2)[:2])][:3]
            if part[0] in REPEATS and part[1][1] >= MANY:
                yield ahead, self.taken(part[1][2], FEW)
            for inner in below(part):
                yield from self.repeated(inner, [""] if part[0] in (sre.ASSERT, sre.ASSERT_NOT) else ahead)

    def texts(self) -> list[tuple[str, str]]:
        """Beginnings, and what is to be repeated after each."""
        found: dict[tuple[str, str], None] = {}
        for ahead, pieces in self.repeated(self.parts, [""]):
            for piece in filter(None, pieces):
                for one in dict.fromkeys(["", *ahead]):
                    found[one, piece] = found["", one + piece] = None
        return list(found)


def seconds(one: Held, text: str) -> float:
    pattern: Any = one.pattern
    given = text.encode("utf-8", "replace") if isinstance(pattern.pattern, bytes) else text
    begin = time.thread_time()
    if one.at_one_place:
        pattern.match(given)
    else:
        for _ in pattern.finditer(given):
            pass
    return time.thread_time() - begin


def growth(one: Held, ahead: str, piece: str) -> str | None:
    """How a pattern's time grows out of proportion; null where it does not."""

    def of_length(length: int) -> float:
        return seconds(one, ahead + piece * max(1, length // len(piece)) + "\x00")

    for length in (*(number * len(piece) for number in REPEATED if number * len(piece) < 2 * LENGTHS[0]), LENGTHS[0]):
        if of_length(length) > 40 * SLACK and of_length(length) > 40 * SLACK:
            return f"{one.name}: much for {length} characters, of {ahead!r} and {piece!r} repeated"
    for shorter, longer in pairwise(LENGTHS):
        short = long = float("inf")
        for _ in range(TRIES):
            long = min(long, of_length(longer))
            if long > 1:
                return f"{one.name}: {long:.1f} s for {longer} characters, of {ahead!r} and {piece!r} repeated"
            if long < SLACK:
                return None
            short = min(short, of_length(shorter), of_length(shorter))
            if long < MOST * longer / shorter * short + SLACK:
                return None
    return (
        f"{one.name}: {long / short:.0f} times as much for {longer // shorter} times {ahead!r} and {piece!r} repeated"
    )


def too_slow(one: Held) -> str | None:
    attack = Attack(one.pattern)
    return next((told for text in attack.texts() if (told := growth(one, *text))), None)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_pattern_takes_time_in_proportion_to_the_text(part: int) -> None:
    assert list(filter(None, map(too_slow, held()[part::PARTS]))) == []


def test_the_patterns_are_found() -> None:
    assert len(held()) > 900
    names = [one.name for one in held()]
    assert {name.split(".")[1] for name in names} >= {"readers", "finders", "language", "checks", "gate", "store"}
    assert sum(":" in name for name in names) > 80


@pytest.mark.parametrize(
    "written",
    [r"(?:a|aa)+$", r"\w+\d", r"(?:(?:see|see also|also)\s*)*x", r"(?:#[^\n]*\r?\n)*x"],
)
def test_a_slow_pattern_is_caught(written: str) -> None:
    assert too_slow(Held("slow", re.compile(written), at_one_place=False))


@pytest.mark.parametrize("written", [r"(?<!\s)\s+$", r"“[^“”]*+”", r"\b\w+ing\b", r"(?:a|b)+c?"])
def test_a_quick_one_is_not(written: str) -> None:
    assert too_slow(Held("quick", re.compile(written), at_one_place=False)) is None
