"""`factcheck gate`."""

import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli._outputs import GateFormat, OutputOption, outputs, show
from factcheck.cli._shared import IncludeOption, ProjectOption, commands, emit, find_project, progress, say, warn
from factcheck.errors import UsageError
from factcheck.pages.wording import gate_line

if TYPE_CHECKING:
    from factcheck.project import Project
    from factcheck.records.gate import GateReport

app = commands("Compare")


@app.command()
def gate(
    ctx: typer.Context,
    drafts: Annotated[list[str], typer.Argument(metavar="DRAFT", help="Manuscripts; - is standard input.")],
    policy: Annotated[
        str | None,
        typer.Option("--policy", metavar="NAME", help="How to judge: draft, publication, strict, or one of your own."),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help="The day by which to judge, as 2025-05-12."),
    ] = None,
    format: GateFormat = None,
    output: OutputOption = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Print a patch of what would be right, to be read; nothing is changed.")
    ] = False,
    changed_since: Annotated[
        str | None,
        typer.Option(
            "--changed-since",
            metavar="REV",
            help="Judge only what changed since a git revision, or rests on what did; never publishable.",
        ),
    ] = None,
    watch: Annotated[
        bool, typer.Option("--watch", help="Judge again whenever a draft or the project is saved; ctrl-C ends.")
    ] = False,
    include: IncludeOption = None,
    project: ProjectOption = None,
) -> None:
    """Can this draft be published, by what the file carries?

    It is judged by all sources; what confidential ones say, or those under embargo, is left out unless --include names
    them.

    \b
    Example:
      factcheck gate feature.docx
      factcheck gate feature.md --policy draft
      factcheck gate feature.md --output gate.sarif --output gate.xml --output report.md
      factcheck gate feature.md --suggest > feature.patch
      factcheck gate feature.md --changed-since main
      factcheck gate feature.md --policy draft --watch

    \b
    Exit codes:
      0  it can be published; with --changed-since, nothing blocks in what changed
      1  something blocks it, or nothing in it was checked
      2  it could not be judged: one line on standard error says why
    """
    if suggest and (format or output or changed_since):
        raise UsageError("--suggest prints a patch of the whole; use > FILE, not --format, --output or --changed-since")
    if watch and (suggest or format or output or "-" in drafts or not sys.stdout.isatty()):
        raise UsageError("--watch shows files in a terminal, without --suggest, --format and --output")
    wanted = outputs("gate", format, output, drafts)
    desk = find_project(ctx, project)
    desk.fixed_today = day(today)
    if suggest:
        raise typer.Exit(_suggest(desk, drafts, policy, include or ()))

    def judge() -> "GateReport":
        with progress() as tell:
            if changed_since is None:
                return desk.gate_report(drafts, policy, include or (), tell)
            return desk.gate_since(drafts, changed_since, policy, include or (), tell)

    def shown(plain: dict[str, Any]) -> None:
        show(plain, wanted, desk.behind(include or ()), gate_line(plain))

    if watch:
        from factcheck.cli import _watching

        desk.stays = True
        _watching.watch(drafts, desk.root, lambda: judge().model_dump(mode="json"), shown)
        raise typer.Exit(0)
    report = judge()
    shown(report.model_dump(mode="json"))
    raise typer.Exit(0 if report.publishable or (report.reason and not _blocks(report)) else 1)


def _blocks(report: "GateReport") -> bool:
    """Whether a statement is blocked, or something could not be read."""
    return bool(report.summary["block"]) or any(one.kind == "not-read" for one in report.unbound)


def _suggest(desk: "Project", drafts: list[str], policy: str | None, include: Sequence[str]) -> int:
    """Print what is suggested; gives the exit code."""
    with progress() as tell:
        report, patch = desk.suggest(drafts, policy, include, tell)
    if not patch:
        warn("Nothing is suggested.")
    elif sys.stdout.isatty():
        say(patch, end="")
    else:
        emit(patch.encode("utf-8", "surrogatepass"))
    return 0 if report.publishable else 1


def day(given: str | None) -> str | None:
    """A day as it was given; raises UsageError for what is none."""
    if given is None:
        return None
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as error:
        raise UsageError(f"--today {given!r} is no day; write it as 2025-05-12") from error
