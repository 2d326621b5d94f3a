"""Markdown, for a comment on a pull request or a page of notes."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any

from factcheck.language.plain import one_line, several
from factcheck.pages.cards import Card, card
from factcheck.pages.wording import (
    LABELS,
    MEANINGS,
    check_line,
    count,
    day,
    gate_answer,
    gate_counts,
    left_out,
    nothing_compared,
    place,
)
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
    """The findings of a report, worst first, each with its sides, why, and what was decided; then the sources."""
    sources = {source["id"]: source for source in report["sources"]}
    claims = sum(source["claims"] for source in report["sources"])
    counts = (several(len(sources), "source"), f"{several(claims, 'claim')} read", check_line(report))
    parts = ["# What the sources say", ", ".join(counts)]
    if all(one["verdict"] == "not-checked" for one in report["findings"]):
        parts.append(f"**Nothing was compared.** {nothing_compared(report['sources'])} This is not a clean result.")
    for verdict in LABELS:
        found = [one for one in report["findings"] if one["verdict"] == verdict]
        if found:
            head = f"## {count(verdict, len(found))}: {MEANINGS[verdict]}"
            parts += [head, *("\n".join(_finding(card(one, sources))) for one in found)]
    rows = [
        f"| {_plain(one['title'])} ({one['id']}) | {day(one['issued'])} | {one['claims']} |" for one in sources.values()
    ]
    parts += ["## Sources", "\n".join(["| source | date | claims |", "|---|---|---|", *rows])]
    unread = [f"- {one['id']}: {_plain(reason)}" for one in sources.values() for reason in one["not_checked"]]
    parts += ["## Not read for checking", "\n".join(unread)] if unread else []
    parts += [_plain(left_out(report["withheld"]))] if report["withheld"]["sources"] else []
    return "\n\n".join(parts) + "\n"


def _finding(shown: Card) -> Iterator[str]:
    one = shown.finding
    yield f"- **{_plain(one['message'])}**"
    if one["status"] != "open" or one["decided"]:
        yield f"  - *{one['status']}*{': ' + _plain(one['decided']) if one['decided'] else ''}"
    for side in (*shown.sides, *([shown.context] if shown.context else ())):
        yield f"  - {side.letter or 'also'}: {_plain('; '.join(side.told))}".rstrip(": ")
        for passage in (*side.shown, *side.folded):
            title = passage.title if passage.title != passage.source else ""
            where = " · ".join(part for part in (passage.source, title, passage.date, *passage.where) if part)
            yield f"    - “{_plain(passage.item['exact'])}” ({_plain(where)})"
    if one["more"]:
        yield f"  - and {several(one['more'], 'more passage')}"
    for step in one["explanation"]:
        yield f"  - why: {_plain(step['text'])}"
    if one["settle"]:
        yield f"  - to settle it: {_plain(one['settle'])}"
    yield f"  - {one['kind']} · {_plain(one['id'])}"


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
