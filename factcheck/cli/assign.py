"""`factcheck assign`."""

from typing import Annotated

import typer

from factcheck.cli._shared import AsOption, ProjectOption, WhyOption, commands, find_project, say, who
from factcheck.cli._subjects import named
from factcheck.errors import UsageError

app = commands("Decide")


@app.command()
def assign(
    ctx: typer.Context,
    ids: Annotated[list[str], typer.Argument(metavar="ID", help="Claims, findings, or statements (story.md:12).")],
    to: Annotated[str | None, typer.Option("--to", metavar="WHO", help="Who is to decide.")] = None,
    nobody: Annotated[bool, typer.Option("--nobody", help="Take the assignment back.")] = False,
    as_: AsOption = None,
    why: WhyOption = None,
    project: ProjectOption = None,
) -> None:
    """Assign claims, findings or statements to somebody.

    \b
    Example:
      factcheck assign quantity-differs:4b1f0c9a7d20 --to "J. Roe"
      factcheck review --assignee "J. Roe"
    """
    if bool(to) == nobody:
        raise UsageError("give --to WHO, or --nobody to take an assignment back")
    reviewer, desk = who(as_), find_project(ctx, project)
    what = named(desk, ids)
    desk.assign(what.kind, what.ids, to, by=reviewer, why=why, words=what.words)
    listed = ", ".join(dict.fromkeys(ids))
    say(f"assigned {listed} to {to}" if to else f"{listed}: assigned to nobody now")
