"""`factcheck extract`."""

from typing import Annotated

import typer

from factcheck.cli._shared import ProjectOption, columns, commands, find_project, progress, say

app = commands("Compare")


@app.command()
def extract(
    ctx: typer.Context,
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE", help="Ids of sources; all if left out.")
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Read sources and find their claims.

    `factcheck check` does this by itself; here it is told how many claims each source makes.

    \b
    Example:
      factcheck extract
      factcheck extract audit-2022 herald
    """
    desk = find_project(ctx, project)
    with progress() as tell:
        found = desk.extract(sources or None, progress=tell)
    if not found:
        say("No sources yet: factcheck source add FILE...")
        return
    say(columns([(id, f"{number} claim{'' if number == 1 else 's'}") for id, number in found.items()]))
