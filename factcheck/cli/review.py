"""`factcheck review`."""

from typing import Annotated

import typer

from factcheck.cli._choosing import (
    AssigneesOption,
    KindsOption,
    SourcesOption,
    StatusesOption,
    TagsOption,
    VerdictsOption,
)
from factcheck.cli._shared import (
    AsOption,
    ProjectOption,
    TodayOption,
    commands,
    find_project,
    fix_today,
    one_of,
    say,
    warn,
    who,
)
from factcheck.errors import UsageError
from factcheck.language.plain import several

ORDERS = ("worst", "source", "kind", "tag", "draft", "assignee")
THINGS = ("findings", "claims", "statements")

app = commands("Decide", invoke_without_command=True)


@app.callback()
def review(
    ctx: typer.Context,
    order: Annotated[
        str, typer.Option("--order", metavar="NAME", help=f"What comes first: {', '.join(ORDERS)}.")
    ] = "worst",
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="NAME", help=f"Only {', '.join(THINGS)}; may be repeated.")
    ] = None,
    source: SourcesOption = None,
    kind: KindsOption = None,
    tag: TagsOption = None,
    verdict: VerdictsOption = None,
    status: StatusesOption = None,
    assignee: AssigneesOption = None,
    draft: Annotated[
        list[str] | None,
        typer.Option(
            "--draft",
            metavar="FILE",
            help="The statements of this draft that do not pass the gate; may be repeated. "
            "By its name alone: those that the log holds.",
        ),
    ] = None,
    policy: Annotated[
        str | None,
        typer.Option("--policy", metavar="NAME", help="The gate's policy for --draft; strict asks of every statement."),
    ] = None,
    as_: AsOption = None,
    today: TodayOption = None,
    project: ProjectOption = None,
) -> None:
    """Decide, one thing after the other, with single keys. You can leave at any time; nothing is lost.

    Each thing is shown with its passages in their paragraphs, the other sides, and what was decided before.
    h shows the keys.

    \b
    Example:
      factcheck review
      factcheck review --order source --only claims --source audit-2022 --as "M. Ito"
      factcheck review --draft story.md --policy strict
    """
    import sys
    from pathlib import Path

    if ctx.invoked_subcommand is not None:
        return
    from factcheck.cli._actions import act
    from factcheck.cli._session import Session
    from factcheck.reviewing.queue import Filter

    things = tuple(one_of("--only", name, THINGS).removesuffix("s") for name in only or ())
    one_of("--order", order, ORDERS)
    reviewer, desk = who(as_), find_project(ctx, project)
    fix_today(desk, today)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("review needs a terminal; in scripts use approve, reject and settle")
    drafts = tuple(name for name in draft or () if Path(name).is_file())
    if policy and not drafts:
        raise UsageError("--policy goes with --draft FILE")
    named = tuple(name for name in draft or () if name not in drafts)
    wanted = Filter(things, source or (), kind or (), tag or (), named, assignee or (), status or (), verdict or ())
    Session(desk, reviewer, order, wanted, act, drafts, policy).run()


@app.command()
def verify(
    ctx: typer.Context,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="REV", help="Also tell which lines of this git revision are gone."),
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Verify that every line of the review log is as it was written, and where it was.

    \b
    Example:
      factcheck review verify
      factcheck review verify --since main
    """
    from factcheck.project.base import LOG

    found = find_project(ctx, project).verify_log(since)
    for fault in found.faults:
        say(f"{LOG}:{fault.line}: {fault.says}")
    for fault in found.gone:
        say(f"{since}:{LOG}:{fault.line}: {fault.says}")
    for one, other in found.side_by_side:
        say(f"{LOG}:{other}: written beside line {one}, as on two branches")
    count = len(found.faults) + len(found.gone)
    if count:
        raise typer.Exit(warn(f"{LOG}: {several(count, 'line')} not as written; restore the log from version control"))
    say(f"{several(found.lines, 'line')}, each as it was written" + (f"; none of {since} is gone" if since else ""))
