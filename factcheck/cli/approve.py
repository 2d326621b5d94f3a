"""`factcheck approve`."""

from typing import Annotated

import typer

from factcheck.cli._choosing import (
    AssigneesOption,
    DryRunOption,
    KindsOption,
    SourcesOption,
    StatusesOption,
    TagsOption,
    YesOption,
    choose,
)
from factcheck.cli._shared import AsOption, ProjectOption, WhyOption, commands, find_project, say, who
from factcheck.language.plain import several

app = commands("Decide")


@app.command()
def approve(
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="Claims, as `factcheck claim list` shows them.")
    ] = None,
    source: SourcesOption = None,
    kind: KindsOption = None,
    tag: TagsOption = None,
    status: StatusesOption = None,
    assignee: AssigneesOption = None,
    reads_right: Annotated[
        bool, typer.Option("--reads-right", help="Only say that the passage says this; not that we rely on it.")
    ] = False,
    rely: Annotated[
        bool, typer.Option("--rely", help="Only say that we rely on it; not that the passage was read.")
    ] = False,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    as_: AsOption = None,
    why: WhyOption = None,
    project: ProjectOption = None,
) -> None:
    """Approve claims: each reads right, and we rely on it.

    \b
    Example:
      factcheck approve audit-2022-3f9a1c20d4 --as "M. Ito" --why "read against page 4"
      factcheck approve --source audit-2022 --kind quantity --dry-run
    """
    from factcheck.reviewing.queue import Filter

    reviewer, desk = who(as_), find_project(ctx, project)
    wanted = Filter(("claim",), source or (), kind or (), tag or (), (), assignee or (), status or ())
    chosen = choose(desk, ids, wanted, verb="approve", by=reviewer, dry_run=dry_run, yes=yes)
    if not chosen:
        return
    decide = (
        desk.reads_right if reads_right and not rely else desk.rely_on if rely and not reads_right else desk.approve
    )
    decide(chosen, by=reviewer, why=why)
    said = "said that the passage reads right of" if decide == desk.reads_right else "approved"
    say(f"{said} {several(len(chosen), 'claim')} as {reviewer}")
