"""`factcheck import`."""  # noqa: N999  # a command is called as its file

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli._shared import AsOption, ProjectOption, commands, find_project, progress, say, who
from factcheck.errors import UsageError
from factcheck.language.plain import several

app = commands("Exchange")


@app.command("import")
def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A CSV file or an Excel workbook.")],
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="FIELD=HEADING",
            help="Which column gives what: passage, source, statement, kind, measure, page, tags, note, written_by, id,"
            " decision, by, date, why; may be repeated.",
        ),
    ] = None,
    value: Annotated[
        list[str] | None,
        typer.Option("--value", metavar="WORD=DECISION", help="What a word of yours means: “signed=approved”."),
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="ID", help="The source of all rows, where no column gives it.")
    ] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="NAME", help="Which sheet; else the first.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be taken, and what not.")] = False,
    as_: AsOption = None,
    project: ProjectOption = None,
) -> None:
    """Import claims and decisions from any spreadsheet.

    Columns that are called as in `factcheck export` need not be named. Decisions are approved, reads-right, rejected,
    needs-work, withdrawn, and what people write for them. Ends with 1 where rows were refused.

    \b
    Example:
      factcheck import checks.xlsx --column passage="Quote" --column source="Doc" --column decision="OK?" --dry-run
      factcheck import claims.csv --as "M. Ito"
    """
    reviewer, desk = who(as_), find_project(ctx, project)
    with progress() as tell:
        done = desk.import_sheet(
            Path(file),
            by=reviewer,
            columns=dict(_pairs("--column", column)),
            fixed={"source": source} if source else {},
            words=dict(_pairs("--value", value)),
            sheet=sheet,
            dry_run=dry_run,
            progress=tell,
        )
    for one in done.refused:
        say(f"{file}:{one.line}: {one.why}")
    lead = "would take: " if dry_run else ""
    said = [f"{several(len(done.added), 'claim')} added", f"{len(done.edited):,} edited"]
    said += [f"{several(done.decisions, 'decision')} logged", f"{several(done.known, 'row')} known already"]
    say(f"{lead}{', '.join(said)}" + (f"; {several(len(done.refused), 'row')} refused" if done.refused else ""))
    if done.refused:
        raise typer.Exit(1)


def _pairs(option: str, given: Sequence[str] | None) -> list[tuple[str, str]]:
    pairs = []
    for text in given or ():
        name, mark, rest = text.partition("=")
        if not mark or not name.strip() or not rest.strip():
            raise UsageError(f"{option} {text!r} should be NAME=TEXT")
        pairs.append((name.strip(), rest.strip()))
    return pairs
