"""`factcheck history`."""

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli._decisions import told
from factcheck.cli._shared import ProjectOption, TodayOption, commands, find_project, fix_today, say
from factcheck.cli._subjects import kind_of
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.project import Project

app = commands("Decide")


@app.command()
def history(
    ctx: typer.Context,
    id: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim; or a finding, a draft's statement, a source.")],
    today: TodayOption = None,
    project: ProjectOption = None,
) -> None:
    """Show all that was decided on a claim or a finding.

    \b
    Example:
      factcheck history audit-2022-3f9a1c20d4
      factcheck history quantity-differs:4b1f0c9a7d20
    """
    desk = find_project(ctx, project)
    fix_today(desk, today)
    kind = "source" if desk.history("source", id).lines else kind_of(desk, id)
    found = desk.history(kind, id)
    say("\n".join(_now(desk, kind, id)))
    taken_back = frozenset(line.digest for line in found.lines) - frozenset(line.digest for line in found.standing)
    undoing = frozenset(line.digest for line in found.lines if line.undoes)
    for line in told(found.lines, taken_back - undoing):
        say(line)
    if not found.lines:
        say("Nothing was decided on it yet.")


def _now(desk: "Project", kind: str, id: str) -> list[str]:
    """What it says now, its status, and what changed since it was decided on."""
    from factcheck.reviewing.differences import in_words

    if kind == "claim":
        seen = desk.view_claim(id)
        lines = [seen.claim.statement, f"{seen.standing.status}: {seen.standing.says}".rstrip(": ")]
        return [*lines, *(f"  {in_words(change)}" for change in seen.standing.changes), ""]
    if kind == "finding":
        try:
            found = desk.view_finding(id)
        except UsageError:
            if not desk.history(kind, id).lines:
                raise
            return ["This finding is not made any more.", ""]
        return [
            found.finding.message,
            found.finding.status,
            *(f"  {in_words(change)}" for change in found.standing.changes),
            "",
        ]
    shown = next((line.shown for line in desk.history(kind, id).lines if line.shown), ())
    return [*shown[:1], ""] if shown else []
