"""Markdown, for a comment on a pull request or a page of notes."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from factcheck.pages.wording import LABELS, count, day, gate_answer, gate_counts, one_line, place
from factcheck.reporters._answers import told, unread, why_of
from factcheck.reporting import Reporter, ReportJson, View, harmless

Json = Mapping[str, Any]
MARKS = {"block": "⛔", "warn": "⚠️", "pass": "✅"}
SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|~&!$"} | {"@": "@<!-- -->"})
"""Signs that may be markup, escaped; the comment keeps a name behind an @ from being called."""
PASSAGES = 3
"""Passages of a statement that are shown."""
LONGEST = 60_000
"""Characters of a report on drafts: GitHub takes no comment of more than 65,536."""


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
    head = f"**{gate_answer(report)}** {_plain(gate_counts(report))}"
    found = ["\n".join(_statement(one)) for one in report["statements"] if one["outcome"] != "pass"]
    found += ["\n".join(_unread(one)) for one in unread(report)]
    lengths = accumulate((len(one) + 2 for one in found), initial=len(head))
    shown = sum(length <= LONGEST for length in lengths) - 1
    left = [f"{len(found) - shown} more, too many for one page: `--format json` has all."] if shown < len(found) else []
    return "\n\n".join([head, *found[:shown], *left]) + "\n"


def _statement(statement: Json) -> Iterator[str]:
    yield f"- {MARKS[statement['outcome']]} **{_where(statement)}** {_plain(statement['exact'])}"
    yield f"  - {told(statement)}: {_plain(why_of(statement))}"
    yield from _passages(statement["evidence"][:PASSAGES])


def _unread(one: Json) -> Iterator[str]:
    yield f"- {MARKS['block']} **{_where(one)}** {_plain(one['exact'])}"
    yield f"  - not read: {_plain(one['why'])}"


def _where(one: Json) -> str:
    return _plain(f"{one['file']}:{one['line']}:{one['column']}")


def _passages(items: Sequence[Json]) -> Iterator[str]:
    for item in items:
        where = " · ".join(part for part in (item["source"], day(item.get("date")), *place(item)) if part)
        yield f"  - “{_plain(item['exact'])}” ({_plain(where)})"


def _plain(text: str) -> str:
    """Words of others as words: none of their signs is markup."""
    return harmless(one_line(text)).translate(SPECIAL)


REPORTER = Reporter("Markdown, for a comment or a page", render, gate, (".md", ".markdown"))
