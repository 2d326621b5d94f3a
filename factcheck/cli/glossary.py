"""`factcheck glossary`: what the project's glossary lacks."""

import json
from typing import Annotated

import typer

from factcheck.cli._shared import ProjectOption, commands, emit, find_project, one_of, progress, say

FORMATS = ("toml", "json")

app = commands("Set up", help="Propose entries for the glossary in factcheck.toml.")


@app.callback()
def glossary() -> None:
    """Keep `suggest` a command of its own: Typer would make one command of a group that has only one."""


@app.command()
def suggest(
    ctx: typer.Context,
    format: Annotated[str, typer.Option("--format", metavar="NAME", help="How to show it: toml, json.")] = "toml",
    project: ProjectOption = None,
) -> None:
    """Propose glossary entries: names written in several ways, short forms, titles, each with why and where.

    Nothing is changed. What is printed can be pasted into factcheck.toml; entries that the texts leave open
    are comments, for you to decide on.

    \b
    Example:
      factcheck glossary suggest
      factcheck glossary suggest >> factcheck.toml
      factcheck glossary suggest --format json
    """
    shown = one_of("--format", format, FORMATS)
    desk = find_project(ctx, project)
    with progress() as tell:
        proposals = desk.suggest_glossary(tell)
    if shown == "json":
        values = [one.model_dump(mode="json") for one in proposals]
        emit((json.dumps(values, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace"))
        return
    from factcheck.glossing import as_toml

    say(as_toml(proposals, desk.config.glossary), end="")
