"""`factcheck status`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Any

import typer

from factcheck.cli._shared import (
    ProjectOption,
    TodayOption,
    commands,
    emit,
    find_project,
    fix_today,
    one_of,
    progress,
    say,
)
from factcheck.language.plain import several

FORMATS = ("terminal", "json")
SHOWN = 5
"""Lines of each list that are shown; the rest is counted."""

app = commands("Decide")


@app.command()
def status(
    ctx: typer.Context,
    format: Annotated[
        str, typer.Option("--format", metavar="NAME", help="How to show it: terminal, json.")
    ] = "terminal",
    today: TodayOption = None,
    project: ProjectOption = None,
) -> None:
    """Show on one screen what is decided, open and late.

    \b
    Example:
      factcheck status
      factcheck status --today 2024-05-31 --format json
    """
    shown = one_of("--format", format, FORMATS)
    desk = find_project(ctx, project)
    fix_today(desk, today)
    with progress() as tell:
        seen = desk.overview_json(tell)
    if shown == "json":
        import json

        emit((json.dumps(seen, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace"))
        return
    say("\n".join(screen(seen)))


Json = Mapping[str, Any]


def screen(seen: Json) -> Iterator[str]:
    """The lines of the screen."""
    yield from _counts(seen)
    yield from _section("stale: decided on, and changed since", seen["stale"], _stale)
    yield from _section("disputed: two branches decided differently", seen["disputed"], _stale)
    yield from _section("open queries", sorted(seen["queries"], key=_late_first), _query)
    yield from _section("who waits for whom", seen["waiting"], _waiting)


def _counts(seen: Json) -> Iterator[str]:
    sources = seen["sources"]
    more = [(sources["removed"], "removed"), (sources["withheld"], "withheld"), (sources["not_read"], "not read whole")]
    yield f"sources   {_told([(sources['total'], 'in all'), *more])}"
    yield f"claims    {_told([(number, status) for status, number in seen['claims'].items()])}"
    lead = "findings  "
    for verdict, states in seen["findings"].items():
        if verdict not in ("agrees", "not-checked") and any(states.values()):
            yield f"{lead}{verdict.ljust(18)}{_told([(number, state) for state, number in states.items()])}"
            lead = " " * len(lead)
    if lead.strip():
        yield f"{lead}no difference was found"
    agreed = sum(seen["findings"]["agrees"].values())
    if agreed:
        yield f"          {several(agreed, 'agreement')}"
    yield f"log       {several(seen['decisions'], 'decision')}, as of {seen['today']}"


def _told(counts: Sequence[tuple[int, str]]) -> str:
    return ", ".join(f"{number:,} {word}" for number, word in counts if number) or "none"


def _section(title: str, rows: Sequence[Json], line: Any) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield f"{title} ({len(rows)})"
    for row in rows[:SHOWN]:
        yield f"  {line(row)}"
    if len(rows) > SHOWN:
        yield f"  … and {len(rows) - SHOWN:,} more"


def _stale(row: Json) -> str:
    return f"{row['id']}  {row['title']}  ({row['says']})"


def _late_first(row: Json) -> tuple[bool, str]:
    return not row["overdue"], row["deadline"] or "9"


def _query(row: Json) -> str:
    until = f"until {row['deadline']}" if row["deadline"] else "no deadline"
    late = "LATE, " if row["overdue"] else ""
    return f"{row['id']}  {late}{until}: {row['by']} asked {row['to']}: {row['question']}"


def _waiting(row: Json) -> str:
    return f"{row['who']} waits for {row['on']}: {row['what']} on {row['id']}"
