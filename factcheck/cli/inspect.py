"""`factcheck inspect`."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.cli._shared import ProjectOption, columns, commands, emit, find_project, say
from factcheck.errors import ProjectError, SourceError

if TYPE_CHECKING:
    from factcheck.config import Glossary

app = commands("Compare")


@app.command()
def inspect(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A text; - is standard input.")],
    lines: Annotated[
        bool, typer.Option("--lines", help="Take each line as a text, and print one JSON object for each.")
    ] = False,
    project: ProjectOption = None,
) -> None:
    """Show what is seen in a text: quantities, times, names, quotations.

    Works without a project; inside one, its glossary is used.

    \b
    Example:
      factcheck inspect draft.md
      echo "It bought at least six jets in May 2020." | factcheck inspect - --lines
    """
    glossary = _glossary(ctx, project)
    if lines:
        for line in _lines(file):
            emit(_json(_seen(line, glossary)))
    else:
        _show(_text(file), glossary)


def _glossary(ctx: typer.Context, project: str | None) -> "Glossary":
    from factcheck.config import Glossary

    try:
        return find_project(ctx, project).config.glossary
    except ProjectError:
        return Glossary()


def _seen(text: str, glossary: "Glossary") -> dict[str, Any]:
    from factcheck.inspecting import inspect as look

    return look(text, glossary)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _bytes(file: str) -> Iterator[bytes]:
    """The input line by line, as it comes."""
    if file == "-":
        yield from sys.stdin.buffer
        return
    path = Path(file)
    if path.is_dir():
        raise SourceError("is a folder; name a file in it", where=file)
    if not path.exists():
        raise SourceError("no such file", where=file)
    with path.open("rb") as stream:
        yield from stream


def _lines(file: str) -> Iterator[str]:
    """The lines without their ends; bytes that are not UTF-8 become replacement characters."""
    for number, line in enumerate(_bytes(file)):
        text = line.decode("utf-8-sig" if number == 0 else "utf-8", "replace")
        yield text.rstrip("\r\n")


def _text(file: str) -> str:
    from factcheck.reading import decode

    try:
        return decode(b"".join(_bytes(file)))
    except SourceError as error:
        raise SourceError(error.message, where=error.where or file) from error


def _show(text: str, glossary: "Glossary") -> None:
    seen = _seen(text, glossary)
    rows = [
        (item["start"], kind, text[item["start"] : item["end"]], _meaning(item))
        for kind, items in (
            ("quantity", "quantities"),
            ("time", "times"),
            ("name", "names"),
            ("quotation", "quotations"),
        )
        for item in seen[items]
    ]
    if not rows:
        say("Nothing was seen.")
        return
    say(columns([(kind, words, meaning) for _, kind, words, meaning in sorted(rows)]))


def _meaning(item: dict[str, Any]) -> str:
    """What an item means, in plain words: its fields but for its place."""
    parts = [f"{name}: {value}" for name, value in item.items() if name not in ("start", "end") and value is not None]
    return ", ".join(parts)
