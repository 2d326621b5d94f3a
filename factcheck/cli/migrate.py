"""`factcheck migrate`."""

from typing import Annotated

import typer

from factcheck.cli._shared import ProjectOption, commands, find_project, say

app = commands("Set up")


@app.command()
def migrate(
    ctx: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be lifted, and write nothing.")] = False,
    project: ProjectOption = None,
) -> None:
    """Lift the records of an older factcheck to the form of this one.

    All are lifted and read again before the first is written; lines and comments that do not change stay. The
    review log is never rewritten: decisions of all versions are read as they were made.

    \b
    Example:
      factcheck migrate --dry-run
      factcheck migrate

    \b
    Exit codes:
      0  done, or there was nothing to lift
      2  not done: one line on standard error says why, and the files stand as before
    """
    from factcheck.records.base import SCHEMA_VERSION
    from factcheck.store.migrating import migrate as lift

    lifted = lift(find_project(ctx, project).layout, dry_run=dry_run)
    for file, version in lifted:
        say(f"{'would be lifted' if dry_run else 'lifted'}  {file}  from version {version} to {SCHEMA_VERSION}")
    if not lifted:
        say(f"nothing to lift: all records are of version {SCHEMA_VERSION}")
