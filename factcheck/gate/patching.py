"""A patch: suggestions for a draft as a unified diff, with what is suggested in words above it."""

import difflib
import re
from collections.abc import Iterator, Sequence

from factcheck.gate.facts import Suggestion
from factcheck.language.plain import one_line

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def patch(name: str, characters: str | None, suggestions: Sequence[Suggestion]) -> str:
    """The patch of one draft; `name` is what its headers call the file.

    Lines before the first header begin with "#"; programs that apply patches pass over them. What cannot be shown as
    a change of lines stands there in words alone.
    """
    ordered = _in_order(suggestions)
    kept = list(_apart(ordered))
    told = [line for one in ordered for line in _told(one, characters is None or one not in kept)]
    if characters is None or not kept:
        return "".join(told)
    changed, done = [], 0
    for one in kept:
        assert one.span is not None
        changed += [characters[done : one.span[0]], _broken(characters[slice(*one.span)], one.new)]
        done = one.span[1]
    after = "".join((*changed, characters[done:]))
    return "".join((*told, *_diff(name, characters, after)))


def _in_order(suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Those of a draft in its order, each once."""
    once = {(one.line, one.column, one.old, one.new): one for one in reversed(suggestions)}
    return sorted(once.values(), key=lambda one: (one.line, one.column))


def _apart(suggestions: Sequence[Suggestion]) -> Iterator[Suggestion]:
    """Those that have a place in the file and do not meet the one before."""
    end = -1
    for one in sorted((one for one in suggestions if one.span), key=lambda one: one.span or (0, 0)):
        assert one.span is not None
        if one.span[0] >= end:
            yield one
            end = max(one.span[1], one.span[0] + 1)


def _told(one: Suggestion, by_hand: bool) -> Iterator[str]:
    where = f"# {one.file}:{one.line}:{one.column}: "
    yield f"{where}{one_line(one.why)}\n"
    asked = f"for “{one_line(one.old)}” write “{one_line(one.new)}”" if one.old else f"put in “{one_line(one.new)}”"
    yield f"#   {asked}{' (by hand: the patch leaves it out)' if by_hand else ''}\n"


def _broken(old: str, new: str) -> str:
    """New words with the line breaks of those in whose place they stand, after as many words."""
    spaces = re.findall(r"\s+", old)
    words = new.split(" ")
    parts = [word + (spaces[place] if place < len(spaces) else " ") for place, word in enumerate(words[:-1])]
    return "".join((*parts, words[-1]))


def _diff(name: str, before: str, after: str) -> Iterator[str]:
    old, new = _LINE.findall(before), _LINE.findall(after)
    for line in difflib.unified_diff(old, new, f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
