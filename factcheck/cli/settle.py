"""`factcheck settle`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

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
from factcheck.cli._shared import ProjectOption, WhyOption, commands, find_project, say, who
from factcheck.cli._subjects import named
from factcheck.errors import UsageError
from factcheck.language.plain import several

if TYPE_CHECKING:
    from factcheck.project import Project

ANSWERS = ("accepted", "fix-in-draft", "not-a-conflict", "ask-source")
ON_STATEMENTS = ("checked", "fix", "opinion", "set-aside")

app = commands("Decide")


@app.command()
def settle(
    ctx: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help="Findings by their ids; statements of drafts by their places (story.md:12)."),
    ] = None,
    as_: Annotated[
        list[str] | None,
        typer.Option(
            "--as",
            metavar="ANSWER",
            help=f"The answer: {', '.join(ANSWERS)}; on a statement of a draft {', '.join(ON_STATEMENTS)}. "
            "Given again with a name: who decides.",
        ),
    ] = None,
    by: Annotated[str | None, typer.Option("--by", metavar="WHO", help="Who decides; the same as --as WHO.")] = None,
    source: SourcesOption = None,
    kind: KindsOption = None,
    verdict: VerdictsOption = None,
    status: StatusesOption = None,
    assignee: AssigneesOption = None,
    rests_on: Annotated[
        list[str] | None,
        typer.Option("--rests-on", metavar="ID", help="The claim that a statement rests on, or SOURCE:the words."),
    ] = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
    why: WhyOption = None,
    project: ProjectOption = None,
) -> None:
    """Settle findings: accept a difference, fix it, or clear it. Decide on statements of a draft.

    \b
    Example:
      factcheck settle quantity-differs:4b1f0c9a7d20 --as accepted --why "we use the audit's figure"
      factcheck settle --verdict variant --as not-a-conflict --by "M. Ito" --yes
      factcheck settle story.md:12 --as checked --rests-on "audit-2022:The council bought three ferries."
    """
    from factcheck.reviewing.queue import Filter

    known = (*ANSWERS, *ON_STATEMENTS)
    answers = [word for word in as_ or () if word in known]
    names = [word for word in as_ or () if word not in known]
    if len(answers) != 1 or len(names) > 1:
        raise UsageError(f"say how with --as: one of {', '.join(known)}")
    if answers[0] in ON_STATEMENTS:
        _decide(
            find_project(ctx, project), ids or (), answers[0], who(by or next(iter(names), None)), why, rests_on or ()
        )
        return
    if rests_on:
        raise UsageError("--rests-on goes with a statement of a draft")
    if answers[0] == "accepted" and not (why or "").strip():
        raise UsageError("a difference is accepted with a reason; give it with --why")
    reviewer, desk = who(by or (names[0] if names else None)), find_project(ctx, project)
    wanted = Filter(("finding",), source or (), kind or (), (), (), assignee or (), status or (), verdict or ())
    chosen = choose(desk, ids, wanted, verb="settle", by=None, dry_run=dry_run, yes=yes)
    if not chosen:
        return
    desk.settle(chosen, answers[0], by=reviewer, why=why)
    say(f"{answers[0]}: {several(len(chosen), 'finding')}, as {reviewer}")


def _decide(
    desk: "Project", given: Sequence[str], answer: str, by: str, why: str | None, rests_on: Sequence[str]
) -> None:
    """Log an answer on statements of drafts, named by their places or by the ids of the log."""
    from factcheck.reviewing.statements import draft_of

    if not given:
        raise UsageError(f"name the statements that are {answer} by their places, as story.md:12")
    what = named(desk, given)
    if what.kind != "statement":
        raise UsageError(f"{answer} is said of a statement of a draft; name it by its place, as story.md:12")
    for id in what.ids:
        words = what.words.get(id) or desk.statement_words(id)
        desk.decide_on_statement(draft_of(id), words, answer, by=by, why=why, resting_on=rests_on)
    say(f"{answer}: {several(len(what.ids), 'statement')}, as {by}")
