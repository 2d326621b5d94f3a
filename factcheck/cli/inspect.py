"""`factcheck inspect`."""

import json
import sys
from collections.abc import Callable, Iterator
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
    from factcheck.reading import read_text

    seen = _seen(text, glossary)
    read = read_text(text).text
    rows = [
        (item["start"], kind, read[item["start"] : item["end"]], meaning(item))
        for field, (kind, meaning) in KINDS.items()
        for item in seen[field]
    ]
    say(columns([row[1:] for row in sorted(rows)]) if rows else "Nothing was seen.")


def _quantity(item: dict[str, Any]) -> str:
    low, high = f"{item['low']:,.12g}", f"{item['high']:,.12g}"
    number = low if low == high else f"{low} to {high}"
    of = f"of {item['of']}" if item["of"] else None
    return " ".join(part for part in (MODIFIERS[item["modifier"]], number, item["unit"], of) if part)


def _time(item: dict[str, Any]) -> str:
    if item["duration"]:
        return _quantity(item["duration"])
    if not (item["from"] or item["until"]):
        return item["clock"] or "not resolved"
    return " ".join(f"{name} {item[name]}" for name in ("from", "until") if item[name])


def _name(item: dict[str, Any]) -> str:
    return f"{item['type']}: {item['entity']}"


def _quotation(item: dict[str, Any]) -> str:
    return f"{item['use']}: {item['speaker'] or 'speaker not known'}"


MODIFIERS = {"=": "", "~": "about", ">": "at least", "<": "at most", "up": "up by", "down": "down by"}
KINDS: dict[str, tuple[str, Callable[[dict[str, Any]], str]]] = {
    "quantities": ("quantity", _quantity),
    "times": ("time", _time),
    "names": ("name", _name),
    "quotations": ("quotation", _quotation),
}
