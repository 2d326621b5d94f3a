"""What the commands share: the project, what is printed and written, errors in one line, progress."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.project import Project
    from factcheck.reporting import View

WIDEST = 120
"""Columns that a report takes at most; longer lines are hard to read."""

ProjectOption = Annotated[
    str | None, typer.Option("--project", metavar="DIR", help="The project's folder, where it is not around this one.")
]

AsOption = Annotated[
    str | None,
    typer.Option("--as", metavar="WHO", help="Who decides; else FACTCHECK_REVIEWER, else the name that git knows."),
]

WhyOption = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="Why; it is logged.")]

TodayOption = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="The day that deadlines and approvals are judged by: 2024-05-31."),
]

IncludeOption = Annotated[
    list[str] | None,
    typer.Option("--include", metavar="ID", help="Show this source though it is confidential or under embargo."),
]

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and of how many."""


def commands(section: str, **settings: Any) -> typer.Typer:
    """A Typer for one file of commands, under a heading of the root help.

    Help is plain text: drawing boxes would double the time to start.
    """
    return typer.Typer(rich_help_panel=section, rich_markup_mode=None, add_completion=False, **settings)


def find_project(ctx: typer.Context, folder: str | None) -> "Project":
    """The project named by `--project`, before or after the command, or found from the current folder up."""
    from factcheck import patterns

    patterns.keep()
    from factcheck.project import Project

    named = folder or ctx.find_root().obj
    if named and not Path(named).is_dir():
        raise UsageError("no such folder; --project names a project's folder", where=named)
    project = Project.find(Path(named or "."))
    ctx.find_root().call_on_close(lambda: _tell(project))
    return project


def _tell(project: "Project") -> None:
    for sentence in project.notices:
        warn(sentence)


def fix_today(project: "Project", today: str | None) -> None:
    """Let deadlines and approvals be judged by the day given; raises UsageError for what is none."""
    import datetime

    if today is None:
        return
    try:
        project.fixed_today = datetime.date.fromisoformat(today).isoformat()
    except ValueError as error:
        raise UsageError(f"--today {today!r} is not a day; write it as 2024-05-31") from error


def who(given: str | None, *, login: bool = False) -> str:
    """The name under which a decision is logged: trusted, not proven. `login` takes the account's name at last."""
    name = given or os.environ.get("FACTCHECK_REVIEWER") or _git_user() or (_login() if login else "")
    if name.strip():
        return name.strip()
    raise UsageError("who decides is not known; add --as NAME, or set FACTCHECK_REVIEWER")


def _git_user() -> str:
    import subprocess

    try:
        return subprocess.run(["git", "config", "user.name"], capture_output=True, check=False, text=True).stdout
    except (OSError, UnicodeDecodeError):
        return ""


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def columns(rows: Sequence[Sequence[str]]) -> str:
    """Rows as text: every column as wide as its longest, the last as it is, or cut where a person watches."""
    wide = [max(len(row[place]) for row in rows) for place in range(len(rows[0]) - 1)]
    room = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    lines = []
    for row in rows:
        cells = [" ".join(cell.split()) for cell in row]
        padded = [cell.ljust(width) for cell, width in zip(cells, wide, strict=False) if width]
        line = "  ".join([*padded, cells[-1]]).rstrip()
        lines.append(line if not room or len(line) <= room else line[: room - 1] + "…")
    return "\n".join(lines)


def one_of(option: str, value: str, allowed: Sequence[str]) -> str:
    """The value, where it is among those allowed; UsageError names them otherwise."""
    if value in allowed:
        return value
    raise UsageError(f"{option} {value!r} is not known; choose one of {', '.join(allowed)}")


def say(text: str, *, end: str = "\n") -> None:
    """Print text for people: what could steer a terminal is made visible, nothing breaks on a closed pipe."""
    from factcheck.reporting import harmless

    emit((harmless(text) + end).encode("utf-8", "replace"))


def warn(text: str) -> int:
    """Print one line on standard error and return the exit code of what could not be done."""
    from factcheck.reporting import harmless

    line = harmless(" ".join(text.split())) + "\n"
    with suppress(OSError):
        sys.stderr.buffer.write(line.encode("utf-8", "replace"))
        sys.stderr.buffer.flush()
    return 2


def emit(data: bytes) -> None:
    """Print bytes as they are. Once the reader has gone, the rest is dropped and the command goes on."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        drop_output()


def drop_output() -> None:
    """Let standard output lead nowhere, so that neither we nor the interpreter's end meet the closed pipe again."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def takes_colour() -> bool:
    """Whether a person watches standard output and wants colours."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def view(target: Path | None) -> "View":
    """What a report is shown on: the terminal at its width, or a hundred columns without colour."""
    from factcheck.reporting import View

    if target or not sys.stdout.isatty():
        return View()
    return View(min(shutil.get_terminal_size().columns, WIDEST), takes_colour())


def writable(output: str | None) -> Path | None:
    """Where `--output` leads (null: standard output); raises UsageError for what cannot be a file."""
    if output is None or output == "-":
        return None
    target = Path(output)
    if target.is_dir():
        raise UsageError("is a folder; name a file", where=output)
    if not target.parent.is_dir():
        raise UsageError(f"cannot be written: there is no folder {target.parent}", where=output)
    return target


def deliver(data: bytes, target: Path | None) -> None:
    """Print bytes, or write them to a file at once or not at all; a pipe or device is written to as it stands."""
    from factcheck.store.files import write

    if target is None:
        emit(data)
    elif target.exists() and not target.is_file():
        target.write_bytes(data)
    else:
        write(target, data)


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A bar on standard error, drawn once the work has lasted a second, and only where a person watches."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    bar = Bar()
    try:
        yield bar.show
    finally:
        bar.close()


class Bar:
    """A line on standard error that is drawn over itself, ten times a second at most."""

    PATIENCE = 1.0
    WIDTH = 30
    clock = staticmethod(time.monotonic)

    def __init__(self) -> None:
        self.next = self.clock() + self.PATIENCE
        self.drawn = False

    def show(self, doing: str, done: int, total: int) -> None:
        """Draw how much is done, unless it was drawn just now or the work has only begun."""
        from factcheck.reporting import harmless

        if self.clock() < self.next:
            return
        self.next = self.clock() + 0.1
        self.drawn = True
        filled = self.WIDTH * done // max(total, 1)
        bar = "━" * filled + "╌" * (self.WIDTH - filled)
        room = shutil.get_terminal_size().columns - self.WIDTH - 2
        sys.stderr.write(f"\r\x1b[K{bar} {harmless(f'{done}/{total} {doing}')[: max(room, 10)]}")
        sys.stderr.flush()

    def close(self) -> None:
        """Leave the line as it was."""
        if self.drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
