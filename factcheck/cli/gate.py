"""`factcheck gate`."""

from datetime import date
from typing import Annotated

import typer

from factcheck.cli._outputs import FormatOption, OutputOption, outputs, show
from factcheck.cli._shared import ProjectOption, commands, find_project, progress
from factcheck.errors import UsageError
from factcheck.pages.wording import gate_line

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
    format: FormatOption = None,
    output: OutputOption = None,
    project: ProjectOption = None,
) -> None:
    """Can this draft be published, by what the file carries?

    \b
    Example:
      factcheck gate feature.docx
      factcheck gate feature.md --policy draft
      factcheck gate feature.md --output gate.sarif --output gate.xml --output report.md

    \b
    Exit codes:
      0  it can be published
      1  something blocks it, or nothing in it was checked
      2  it could not be judged: one line on standard error says why
    """
    wanted = outputs("gate", format, output, drafts)
    desk = find_project(ctx, project)
    desk.fixed_today = day(today)
    with progress() as tell:
        report = desk.gate(drafts, policy, progress=tell)
    plain = report.model_dump(mode="json")
    show(plain, wanted, desk.behind(), gate_line(plain))
    raise typer.Exit(0 if report.publishable else 1)


def day(given: str | None) -> str | None:
    """A day as it was given; raises UsageError for what is none."""
    if given is None:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise UsageError(f"--today {given!r} is no day; write it as 2025-05-12") from error
