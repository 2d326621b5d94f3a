"""`factcheck gate`."""

from datetime import date
from typing import Annotated

import typer

from factcheck.cli._shared import ProjectOption, commands, deliver, find_project, one_of, progress, view, writable
from factcheck.errors import UsageError
from factcheck.reporting import gate_formats, reporter

app = commands("Compare")


@app.command()
def gate(
    ctx: typer.Context,
    drafts: Annotated[list[str], typer.Argument(metavar="DRAFT", help="Manuscripts; - is standard input.")],
    policy: Annotated[
        str | None,
        typer.Option("--policy", metavar="NAME", help="How to judge: draft, publication, strict, or one of your own."),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help="The day by which to judge, as 2025-05-12."),
    ] = None,
    format: Annotated[
        str, typer.Option("--format", metavar="NAME", help=f"How to show it: {', '.join(gate_formats())}.")
    ] = "terminal",
    output: Annotated[
        str | None, typer.Option("--output", metavar="FILE", help="Write to a file, whole or not at all.")
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Can this draft be published, by what the file carries?

    \b
    Example:
      factcheck gate feature.docx
      factcheck gate feature.md --policy draft
      factcheck gate feature.md --format json --output gate.json

    \b
    Exit codes:
      0  it can be published
      1  something blocks it, or nothing in it was checked
      2  it could not be judged: one line on standard error says why
    """
    shown = reporter(one_of("--format", format, gate_formats())).gate
    assert shown is not None
    target = writable(output)
    desk = find_project(ctx, project)
    desk.fixed_today = day(today)
    with progress() as tell:
        report = desk.gate(drafts, policy, progress=tell)
    deliver(shown(report.model_dump(mode="json"), view(target)).encode("utf-8"), target)
    raise typer.Exit(0 if report.publishable else 1)


def day(given: str | None) -> str | None:
    """A day as it was given; raises UsageError for what is none."""
    if given is None:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise UsageError(f"--today {given!r} is no day; write it as 2025-05-12") from error
