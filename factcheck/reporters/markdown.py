"""Markdown, for a comment on a pull request or a page of notes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.pages.wording import LABELS, count, day, gate_answer, gate_counts, one_line, place
from factcheck.reporting import Reporter, ReportJson, View, harmless

Json = Mapping[str, Any]
MARKS = {"block": "⛔", "warn": "⚠️", "pass": "✅"}
SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|~"})
PASSAGES = 3
"""Passages of a statement that are shown."""


def render(report: ReportJson, view: View) -> str:
    """The findings of a report, worst first, each with its sides."""
    parts = ["# What the sources say"]
    for verdict in LABELS:
        found = [one for one in report["findings"] if one["verdict"] == verdict]
        if found:
            parts += [f"## {count(verdict, len(found))}", *("\n".join(_finding(one)) for one in found)]
    return "\n\n".join(parts) + "\n"


def _finding(finding: Json) -> Iterator[str]:
    settled = " *(settled)*" if finding["status"] == "settled" else ""
    yield f"- **{_plain(finding['message'])}**{settled}"
    yield from _passages([item for item in finding["evidence"] if item["side"]])


def gate(report: ReportJson, view: View) -> str:
    """The statements of drafts that do not pass, and what was counted."""
    parts = [f"**{gate_answer(report)}** {_plain(gate_counts(report))}"]
    parts += ["\n".join(_statement(one)) for one in report["statements"] if one["outcome"] != "pass"]
    return "\n\n".join(parts) + "\n"


def _statement(statement: Json) -> Iterator[str]:
    where = f"{statement['file']}:{statement['line']}"
    answers = ", ".join(statement[name] for name in ("support", "citation", "sign_off"))
    yield f"- {MARKS[statement['outcome']]} **{_plain(where)}** {_plain(statement['exact'])}"
    yield f"  - {answers}: {_plain(statement['why'])}"
    yield from _passages(statement["evidence"][:PASSAGES])


def _passages(items: Sequence[Json]) -> Iterator[str]:
    for item in items:
        where = " · ".join(part for part in (item["source"], day(item.get("date")), *place(item)) if part)
        yield f"  - “{_plain(item['exact'])}” ({_plain(where)})"


def _plain(text: str) -> str:
    """Words of others as words: none of their signs is markup."""
    return harmless(one_line(text)).translate(SPECIAL)


REPORTER = Reporter("Markdown, for a comment or a page", render, gate, (".md", ".markdown"))
