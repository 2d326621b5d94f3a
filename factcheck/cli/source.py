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

app = commands("Set up", help="Add, update, show, verify, remove documents that claims come from.")


@app.command()
def add(
    ctx: typer.Context,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="The files, or pages by their address; they are copied into sources/."),
    ],
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
    edition: Annotated[
        str | None, typer.Option("--edition", metavar="TEXT", help="What its edition is called.")
    ] = None,
    version_of: Annotated[
        str | None, typer.Option("--version-of", metavar="ID", help="The source that it is another edition of.")
    ] = None,
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
      factcheck source add https://example.org/2022/audit.html
      factcheck source add audit.md --id audit-2022 --title "Audit 2022" --published 2022-08-04
    """
    if len(files) > 1 and (id or title):
        raise UsageError(f"{'--id' if id else '--title'} is for one file; add them one by one, or use --metadata")
    said: dict[str, Any] = {"title": title, "author": author, "publisher": publisher, "issued": _date(published)}
    said |= {"URL": url, "edition": edition, "version_of": version_of}
    desk = find_project(ctx, project)
    paths: list[Path | str] = [name if "://" in name else Path(name) for name in files]
    library = Path(metadata) if metadata else None
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


@app.command()
def update(
    ctx: typer.Context,
    id: SourceArgument,
    file: Annotated[str, typer.Argument(metavar="FILE", help="The new version; it is copied into sources/.")],
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="When the new version was published.")
    ] = None,
    edition: Annotated[
        str | None, typer.Option("--edition", metavar="TEXT", help="What its edition is called.")
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Put a new version of a source in place, and say which claims need another look.

    The old version stays in sources/versions/. Nothing of the claims is changed.

    \b
    Example:
      factcheck source update audit-2022 inbox/audit-corrected.txt --published 2022-09-01
    """
    desk = find_project(ctx, project)
    done = desk.update_source(id, Path(file), issued=_date(published), edition=edition)
    say(f"updated {id}; the version before is {done.source.versions[-1][:12]}")
    rows = [(one.located.outcome, one.claim, one.divergence or one.statement) for one in done.passages]
    if rows:
        say(columns(rows))
    count = len(done.to_see_again)
    verb = "claim needs" if count == 1 else "claims need"
    if rows:
        say(f"{count} {verb} another look: {', '.join(done.to_see_again)}" if count else "All passages stand.")


def _date(published: str | None) -> str | None:
    """A date as it was given; raises UsageError for what is none."""
    if published and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", published):
        raise UsageError(f"--published {published!r} is not a date; write 2022, 2022-08 or 2022-08-04")
    return published


def _mark(source: "Source") -> str:
    return "removed" if source.removed else "confidential" if source.confidential else ""


@app.command()
def show(
    ctx: typer.Context,
    id: SourceArgument,
    text: Annotated[
        bool, typer.Option("--text", help="Print its canonical text, exactly: offsets count this text's characters.")
    ] = False,
    version: Annotated[
        str | None, typer.Option("--version", metavar="DIGEST", help="With --text: of an older version, by its digest.")
    ] = None,
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
    if not text and not version:
        say(columns(_fields(source.model_dump(mode="json", by_alias=True, exclude_none=True))))
        return
    document = desk.version(id, version) if version else desk.document(id)
    if sys.stdout.isatty():
        say(document.text, end="")
    else:
        emit(document.text.encode("utf-8", "surrogatepass"))


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
