"""Where reports go: each `--output` by its file's ending, or as FORMAT:FILE; all of them are written, or none."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from factcheck.cli._shared import deliver, emit, one_of, view, warn, writable
from factcheck.errors import UsageError
from factcheck.reporting import Behind, Render, ReportJson, Use, format_of, formats, formats_of, reporter

ELSEWHERE: dict[Use, frozenset[str]] = {
    "check": frozenset({"checking-file", "docx", "gitlab"}),
    "gate": frozenset({"csv", "html"}),
}
"""Formats that a command has no use for; to look into them would take time that `--help` does not have."""


def _told(use: Use) -> str:
    """The formats of a command, in words."""
    there = [name for name in formats() if name not in ELSEWHERE[use]]
    shown = ", ".join(f"{name} (a Word draft, with --output)" if name == "docx" else name for name in there)
    return f"How to show it: {shown}; else by the file's ending."


CheckFormat = Annotated[str | None, typer.Option("--format", metavar="NAME", help=_told("check"))]
GateFormat = Annotated[str | None, typer.Option("--format", metavar="NAME", help=_told("gate"))]

OutputOption = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help="Write to a file, whole or not at all; FORMAT:FILE names its format. May be repeated.",
    ),
]


@dataclass(frozen=True)
class Output:
    """One way to show a report: how, and where to (null: standard output)."""

    format: str
    render: Render
    target: Path | None

    @property
    def ending(self) -> str:
        """The ending of its file, in lower case with the dot."""
        return self.target.suffix.lower() if self.target else ""


def outputs(use: Use, format: str | None, given: Sequence[str] | None, inputs: Sequence[str] = ()) -> list[Output]:
    """What `--format` and `--output` ask for; the terminal's report, if nothing.

    `inputs` are the files that are read. Raises UsageError for an unknown format, for one that is not for this
    command, for what cannot be a file, and for a file that would be written twice or over what is read.
    """
    if format is not None:
        _renderer("--format", format, use)
    found = [_output(use, format, one) for one in given or ("-",)]
    taken = {Path(one).resolve(): one for one in inputs}
    for one in found:
        if one.target is None or (one.target.exists() and not one.target.is_file()):
            continue
        place = one.target.resolve()
        if place in taken:
            told = "is the draft itself" if taken[place] else "is written twice"
            raise UsageError(f"--output {told}; name another file", where=str(one.target))
        taken[place] = ""
    if sum(one.target is None for one in found) > 1:
        raise UsageError("--output names standard output twice")
    return found


def _output(use: Use, format: str | None, given: str) -> Output:
    named, colon, rest = given.partition(":")
    if colon and rest and named in formats():
        return Output(named, _renderer("--output", named, use), writable(rest))
    target = writable(given)
    name = format or (_by_ending(target, use) if target else "terminal")
    return Output(name, _renderer("--format", name, use), target)


def _by_ending(target: Path, use: Use) -> str:
    found = format_of(target.name, use)
    if found is None and target.suffix:
        told = f"no format is known by {target.suffix!r}; write FORMAT:FILE, with one of {', '.join(formats_of(use))}"
        raise UsageError(told, where=str(target))
    return found or "terminal"


def _renderer(option: str, name: str, use: Use) -> Render:
    found = reporter(name).of(use) if name in formats() else None
    if found is None:
        one_of(option, name, formats_of(use))
    assert found is not None
    return found


def show(report: ReportJson, wanted: Sequence[Output], behind: Behind, told: str) -> None:
    """Make all outputs, then print and write them; `told` is said where none of them goes to standard output."""
    made: list[tuple[bytes, Path | None]] = []
    for one in wanted:
        done = one.render(report, replace(view(one.target), ending=one.ending, behind=behind))
        if one.target is None and isinstance(done, bytes) and sys.stdout.isatty():
            raise UsageError(f"--format {one.format} makes a file; add --output FILE")
        made.append((done.encode("utf-8") if isinstance(done, str) else done, one.target))
    deliver_all(made)
    if all(one.target is not None for one in wanted):
        warn(told)


def deliver_all(made: Sequence[tuple[bytes, Path | None]]) -> None:
    """Write all files, or none of them, and then print what goes to standard output, or to a pipe or device."""
    from factcheck.store.files import write_all

    files = [(target, data) for data, target in made if target and (target.is_file() or not target.exists())]
    write_all(files)
    written = {target for target, _ in files}
    for data, target in made:
        if target is None:
            emit(data)
        elif target not in written:
            deliver(data, target)
