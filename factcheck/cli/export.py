"""`factcheck export`."""

from typing import Annotated

import typer

from factcheck.cli._shared import (
    IncludeOption,
    ProjectOption,
    TodayOption,
    commands,
    deliver,
    find_project,
    fix_today,
    one_of,
    progress,
    warn,
    writable,
)
from factcheck.discovery import names
from factcheck.language.plain import several

FORMATS = names("factcheck.exchange")

app = commands("Exchange")


@app.command()
def export(
    ctx: typer.Context,
    format: Annotated[str, typer.Option("--format", metavar="NAME", help=f"In which form: {', '.join(FORMATS)}.")],
    output: Annotated[
        str | None, typer.Option("--output", metavar="FILE", help="Write to a file, whole or not at all.")
    ] = None,
    source: Annotated[
        list[str] | None, typer.Option("--source", metavar="ID", help="Only claims of this source; may be repeated.")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--kind", metavar="KIND", help="Only claims of this kind; may be repeated.")
    ] = None,
    status: Annotated[
        list[str] | None,
        typer.Option("--status", metavar="STATUS", help="Only claims of this status: approved, stale, …"),
    ] = None,
    include: IncludeOption = None,
    today: TodayOption = None,
    project: ProjectOption = None,
) -> None:
    """Export claims with their passages and decisions.

    Claims of confidential sources, and of those under embargo, are left out unless --source or --include names them.

    \b
    Example:
      factcheck export --format xlsx --output claims.xlsx
      factcheck export --format webannotation --status approved --output claims.jsonld
    """
    shown = one_of("--format", format, FORMATS)
    target = writable(output)
    desk = find_project(ctx, project)
    fix_today(desk, today)
    with progress() as tell:
        made = desk.export(
            shown, sources=source or (), kinds=kind or (), statuses=status or (), include=include or (), progress=tell
        )
    deliver(made, target)
    left_out = desk.withheld([*(include or ()), *(source or ())])
    if left_out and not source:
        ids = ", ".join(one.id for one in left_out)
        warn(f"left out, as confidential or under embargo: {ids} ({several(len(left_out), 'source')})")
