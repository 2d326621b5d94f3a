"""`factcheck settle`."""

from typing import Annotated

import typer

from factcheck.cli._choosing import (
    AssigneesOption,
    DryRunOption,
    KindsOption,
    SourcesOption,
    StatusesOption,
    VerdictsOption,
    YesOption,
    choose,
)
from factcheck.cli._shared import ProjectOption, WhyOption, commands, find_project, say, several, who
from factcheck.errors import UsageError

ANSWERS = ("accepted", "fix-in-draft", "not-a-conflict", "ask-source")

app = commands("Decide")


@app.command()
def settle(
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="FINDING", help="Findings, as `factcheck check` shows their ids.")
    ] = None,
    as_: Annotated[
        list[str] | None,
        typer.Option(
            "--as",
            metavar="ANSWER",
            help=f"The answer: {', '.join(ANSWERS)}. Given again with a name: who decides.",
        ),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="WHO", help="Who decides; the same as --as WHO.")] = None,
    source: SourcesOption = None,
    kind: KindsOption = None,
    verdict: VerdictsOption = None,
    status: StatusesOption = None,
    assignee: AssigneesOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    why: WhyOption = None,
    project: ProjectOption = None,
) -> None:
    """Settle findings: accept a difference, fix it, or clear it.

    \b
    Example:
      factcheck settle quantity-differs:4b1f0c9a7d20 --as accepted --why "we use the audit's figure"
      factcheck settle --verdict variant --as not-a-conflict --by "M. Ito" --yes
    """
    from factcheck.reviewing.queue import Filter

    answers = [word for word in as_ or () if word in ANSWERS]
    names = [word for word in as_ or () if word not in ANSWERS]
    if len(answers) != 1 or len(names) > 1:
        raise UsageError(f"say how with --as: one of {', '.join(ANSWERS)}")
    if answers[0] == "accepted" and not (why or "").strip():
        raise UsageError("a difference is accepted with a reason; give it with --why")
    reviewer, desk = who(by or (names[0] if names else None)), find_project(ctx, project)
    wanted = Filter(("finding",), source or (), kind or (), (), (), assignee or (), status or (), verdict or ())
    chosen = choose(desk, ids, wanted, verb="settle", by=None, dry_run=dry_run, yes=yes)
    if not chosen:
        return
    desk.settle(chosen, answers[0], by=reviewer, why=why)
    say(f"{answers[0]}: {several(len(chosen), 'finding')}, as {reviewer}")
