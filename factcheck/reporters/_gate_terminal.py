"""The gate's report in a terminal, like a compiler's: place, sentence, why, passage."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from factcheck.language.plain import one_line
from factcheck.pages.wording import day, excerpt, focus, gate_answer, gate_counts, place
from factcheck.reporters._answers import SUMMED, told
from factcheck.reporting import View, harmless

Json = Mapping[str, Any]

COLOURS = {"block": "31", "warn": "33", "pass": "32"}
PASSAGES = 2
"""Passages of a statement that are shown."""
LONGEST = 320
"""Letters of a sentence that are shown."""
SIDES = {"a": "+", "b": "-", None: " "}


def render(report: Json, view: View) -> str:
    """What does not pass, in the order of the drafts, then what was counted, and the answer."""
    lines: list[str] = []
    for statement in report["statements"]:
        if statement["outcome"] != "pass":
            lines += [*_statement(statement, view), ""]
    lines += _set_aside(report["set_aside"], view)
    lines += _end(report, view)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _statement(statement: Json, view: View) -> Iterator[str]:
    outcome = statement["outcome"]
    where = f"{statement['file']}:{statement['line']}:{statement['column']}"
    yield f"{_bold(where, view)}: {_coloured(f'{SUMMED[outcome]}: {told(statement)}', COLOURS[outcome], view)}"
    yield from _wrapped(_shortened(statement["exact"]), view, "    ")
    if statement["why"]:
        yield from _wrapped(statement["why"], view, "  = ")
    for item in statement["evidence"][:PASSAGES]:
        yield from _passage(item, view)


def _passage(item: Json, view: View) -> Iterator[str]:
    text = one_line(item["exact"])
    start, end = excerpt(text, focus(text, item.get("value")), (view.width - 8) * 2)
    shown = f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
    parts = [item["source"], *(part for part in (day(item.get("date")), *place(item)) if part)]
    yield from _wrapped(f"{SIDES[item['side']]} “{shown}”", view, "      ")
    yield f"        {_dim(harmless(' · '.join(parts)), view)}"


def _set_aside(entries: Sequence[Json], view: View) -> Iterator[str]:
    if entries:
        rules = sorted(entry["rule"] for entry in entries)
        told = ", ".join(f"{rule} {len(list(group))}" for rule, group in groupby(rules))
        yield _dim(f"Set aside by rule: {told}.", view)


def _end(report: Json, view: View) -> Iterator[str]:
    yield gate_counts(report)
    yield _coloured(gate_answer(report), COLOURS["pass" if report["publishable"] else "block"], view)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"


def _wrapped(text: str, view: View, lead: str) -> Iterator[str]:
    import textwrap

    rows = textwrap.wrap(harmless(one_line(text)), max(view.width - len(lead), 30), break_on_hyphens=False)
    for number, row in enumerate(rows):
        yield (lead if number == 0 else " " * len(lead)) + row


def _coloured(text: str, code: str, view: View) -> str:
    return f"\x1b[{code}m{harmless(text)}\x1b[0m" if view.colour else harmless(text)


def _bold(text: str, view: View) -> str:
    return _coloured(text, "1", view)


def _dim(text: str, view: View) -> str:
    return _coloured(text, "2", view)
