"""`factcheck source`: the documents that claims are taken from."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli._shared import (
    AsOption,
    ProjectOption,
    columns,
    commands,
    emit,
    find_project,
    say,
    warn,
    who,
)
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.records.source import Source

SourceArgument = Annotated[str, typer.Argument(metavar="ID", help="The source's id, as `factcheck source list` shows.")]

app = commands("Set up", help="Add, show, verify and remove the documents that claims come from.")


@app.command()
def add(
    ctx: typer.Context,
    files: Annotated[list[str], typer.Argument(metavar="FILE", help="The files; they are copied into sources/.")],
    id: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Its id; made of the file's name if left out.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its title.")] = None,
    author: Annotated[
        list[str] | None, typer.Option("--author", metavar="NAME", help="Who wrote it; may be repeated.")
    ] = None,
    publisher: Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Who published it.")] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="When: 2022-08-04, 2022-08 or 2022.")
    ] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Where it was found.")] = None,
    metadata: Annotated[
        str | None,
        typer.Option("--metadata", metavar="LIBRARY", help="A CSL-JSON library; an entry's id is its file's stem."),
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Add files as sources, all or none; each is pinned by its digest.

    \b
    Example:
      factcheck source add inbox/*.txt --metadata library.csl.json
      factcheck source add audit.md --id audit-2022 --title "Audit 2022" --published 2022-08-04
    """
    if len(files) > 1 and (id or title):
        raise UsageError(f"{'--id' if id else '--title'} is for one file; add them one by one, or use --metadata")
    if published and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", published):
        raise UsageError(f"--published {published!r} is not a date; write 2022, 2022-08 or 2022-08-04")
    said = {"title": title, "author": author, "publisher": publisher, "issued": published, "URL": url}
    desk = find_project(ctx, project)
    paths, library = [Path(name) for name in files], Path(metadata) if metadata else None
    added = desk.add_sources(paths, library, id=id, **said)
    say(columns([("added", source.id, source.issued or "", source.title) for source in added]))


@app.command("list")
def list_(ctx: typer.Context, project: ProjectOption = None) -> None:
    """List the sources: id, date, title.

    \b
    Example:
      factcheck source list
    """
    sources = find_project(ctx, project).sources()
    if not sources:
        say("No sources yet: factcheck source add FILE...")
        return
    say(columns([(source.id, _mark(source), source.issued or "", source.title) for source in sources]))


def _mark(source: "Source") -> str:
    return "removed" if source.removed else "confidential" if source.confidential else ""


@app.command()
def show(
    ctx: typer.Context,
    id: SourceArgument,
    text: Annotated[
        bool, typer.Option("--text", help="Print its canonical text, exactly: offsets count this text's characters.")
    ] = False,
    project: ProjectOption = None,
) -> None:
    """Show a source's record, or its text as all offsets count it.

    \b
    Example:
      factcheck source show audit-2022
      factcheck source show audit-2022 --text
    """
    import sys

    desk = find_project(ctx, project)
    source = desk.source(id)
    if not text:
        say(columns(_fields(source.model_dump(mode="json", by_alias=True, exclude_none=True))))
    elif sys.stdout.isatty():
        say(desk.document(id).text, end="")
    else:
        emit(desk.document(id).text.encode("utf-8", "surrogatepass"))


def _fields(record: dict[str, Any]) -> Sequence[tuple[str, str]]:
    from factcheck.records.source import Name

    fields = []
    for name, value in record.items():
        if name == "author":
            fields += [(name, str(Name.model_validate(one))) for one in value]
        elif isinstance(value, dict):
            fields += [(f"{name}.{part}", str(inner)) for part, inner in value.items() if inner is not None]
        elif value not in ([], False) and name != "schema_version":
            fields.append((name, ", ".join(map(str, value)) if isinstance(value, list) else str(value)))
    return fields


@app.command()
def verify(ctx: typer.Context, project: ProjectOption = None) -> None:
    """Verify that every source's file is there, and as it was when it was added.

    \b
    Example:
      factcheck source verify
    """
    states = find_project(ctx, project).verify_sources()
    say(columns([(state.state, state.id) for state in states]) if states else "No sources yet.")
    bad = [state for state in states if state.state in ("missing", "changed")]
    if len(bad) == 1:
        raise typer.Exit(warn(f"source {bad[0].id}: {bad[0].message}"))
    if bad:
        names = ", ".join(state.id for state in bad)
        raise typer.Exit(warn(f"{len(bad)} sources are missing or were changed after they were added: {names}"))


@app.command()
def remove(
    ctx: typer.Context,
    id: SourceArgument,
    as_: AsOption = None,
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Why; it is logged.")] = "",
    project: ProjectOption = None,
) -> None:
    """Remove a source's file. Where people wrote claims on it, its record stays, and says who removed it.

    \b
    Example:
      factcheck source remove audit-2022 --as "M. Ito" --why "withdrawn by its publisher"
    """
    stays = find_project(ctx, project).remove_source(id, by=who(as_, login=True), why=why)
    say(f"removed {id}; its record and claims stay" if stays else f"removed {id}")
