"""`factcheck approve`."""

from typing import Annotated

import typer

from factcheck.cli._shared import AsOption, ProjectOption, commands, find_project, say, who

app = commands("Decide")


@app.command()
def approve(
    ctx: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Claims, as `factcheck claim list` shows them.")],
    as_: AsOption = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why; it is logged.")] = None,
    project: ProjectOption = None,
) -> None:
    """Approve claims: each reads right, and we rely on it.

    \b
    Example:
      factcheck approve audit-2022-3f9a1c20d4 --as "M. Ito" --why "read against page 4"
    """
    reviewer = who(as_)
    find_project(ctx, project).approve(ids, by=reviewer, why=why)
    number = len(dict.fromkeys(ids))
    say(f"approved {number} claim{'' if number == 1 else 's'} as {reviewer}")
