"""`factcheck reject`."""

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
from factcheck.errors import UsageError
from factcheck.language.plain import several

app = commands("Decide")


@app.command()
def reject(
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="ID", help="Claims, as `factcheck claim list` shows them.")
    ] = None,
    source: SourcesOption = None,
    kind: KindsOption = None,
    tag: TagsOption = None,
    status: StatusesOption = None,
    assignee: AssigneesOption = None,
    needs_work: Annotated[bool, typer.Option("--needs-work", help="Ask for them to be reworked instead.")] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Withdraw them instead: we do not print them.")] = False,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    as_: AsOption = None,
    why: WhyOption = None,
    project: ProjectOption = None,
) -> None:
    """Reject claims: the passage does not say it. They take part in no comparison.

    \b
    Example:
      factcheck reject audit-2022-3f9a1c20d4 --as "M. Ito" --why "the table is of 2019"
      factcheck reject audit-2022-3f9a1c20d4 --needs-work --why "which year?"
    """
    from factcheck.reviewing.queue import Filter

    if needs_work and withdraw:
        raise UsageError("a claim needs work or is withdrawn; give one of --needs-work and --withdraw")
    reviewer, desk = who(as_), find_project(ctx, project)
    wanted = Filter(("claim",), source or (), kind or (), tag or (), (), assignee or (), status or ())
    verb = "send back" if needs_work else "withdraw" if withdraw else "reject"
    chosen = choose(desk, ids, wanted, verb=verb, by=None, dry_run=dry_run, yes=yes)
    if not chosen:
        return
    decide = desk.needs_work if needs_work else desk.withdraw if withdraw else desk.reject
    decide(chosen, by=reviewer, why=why)
    done = {"send back": "sent back", "withdraw": "withdrew", "reject": "rejected"}[verb]
    say(f"{done} {several(len(chosen), 'claim')} as {reviewer}")
