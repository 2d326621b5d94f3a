"""`factcheck reopen`."""

from typing import Annotated

import typer

from factcheck.cli._shared import AsOption, ProjectOption, WhyOption, commands, find_project, say, who
from factcheck.cli._subjects import named

app = commands("Decide")


@app.command()
def reopen(
    ctx: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Claims, findings, or statements (story.md:12).")],
    as_: AsOption = None,
    why: WhyOption = None,
    project: ProjectOption = None,
) -> None:
    """Reopen what was decided: it is asked for again. What was said before stays in the log.

    \b
    Example:
      factcheck reopen quantity-differs:4b1f0c9a7d20 --why "the ministry corrected itself"
    """
    reviewer, desk = who(as_), find_project(ctx, project)
    what = named(desk, ids)
    desk.reopen(what.kind, what.ids, by=reviewer, why=why)
    say(f"reopened {', '.join(dict.fromkeys(ids))} as {reviewer}")
