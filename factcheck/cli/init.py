"""`factcheck init`."""

from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli._shared import commands, say

app = commands("Set up")


@app.command()
def init(
    folder: Annotated[
        str, typer.Argument(metavar="DIR", help="Where; the current folder if left out.", show_default=False)
    ] = ".",
) -> None:
    """Start a project: folders for sources and claims, ready for git.

    \b
    Example:
      factcheck init
      factcheck init elections-2024
    """
    from factcheck.project import Project

    project = Project.create(Path(folder))
    say(f"A project in {project.root}. Next: factcheck source add FILE...")
