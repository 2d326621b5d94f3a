"""`factcheck log`."""

import json
from itertools import islice
from typing import Annotated

import typer

from factcheck.cli._decisions import line_of
from factcheck.cli._shared import ProjectOption, columns, commands, emit, find_project, one_of, say
from factcheck.errors import UsageError

FORMATS = ("terminal", "json")

app = commands("Decide")


@app.command()
def log(
    ctx: typer.Context,
    by: Annotated[
        list[str] | None, typer.Option("--by", metavar="WHO", help="Only what this person decided; may be repeated.")
    ] = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only from this day on: 2024-05-31.")
    ] = None,
    last: Annotated[str, typer.Option("--last", metavar="N", help="Only the last N; 0 shows all.")] = "50",
    format: Annotated[
        str, typer.Option("--format", metavar="NAME", help="How to show it: terminal, json (a decision a line).")
    ] = "terminal",
    project: ProjectOption = None,
) -> None:
    """Show what was decided: when, by whom, on what, why.

    \b
    Example:
      factcheck log
      factcheck log --by "M. Ito" --since 2024-05-01 --last 0
    """
    from factcheck.reviewing.policy import same_person

    shown = one_of("--format", format, FORMATS)
    if not last.isdigit():
        raise UsageError(f"--last {last!r} is no number")
    wanted = (
        one
        for one in find_project(ctx, project).ledger.latest()
        if (not by or any(same_person(one.by, name) for name in by)) and (not since or one.at[: len(since)] >= since)
    )
    found = list(islice(wanted, int(last) or None))[::-1]
    if shown == "json":
        lines = (json.dumps(one.model_dump(mode="json", exclude_none=True), ensure_ascii=False) for one in found)
        emit("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))
        return
    say(columns([line_of(one) for one in found]) if found else "Nothing was decided yet.")
