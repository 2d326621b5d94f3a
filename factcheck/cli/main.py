"""The command `factcheck`: the files of this folder are its commands, each imported when it is called for."""

import atexit
import gc
import importlib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Annotated, Any

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else it searches all that is installed for them

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from factcheck.cli._shared import commands, drop_output, say, warn
from factcheck.discovery import names
from factcheck.errors import FactcheckError
from factcheck.store.collecting import seldom

PACKAGE = "factcheck.cli"
SECTIONS = ("Set up", "Compare", "Decide", "Exchange")
"""Headings of the root help, in order. A command's file names its own; others come last."""


class _Words:
    """Takes a parameter's words as they come: ours are all text, and flags need nothing.

    Typer would build a pydantic adapter for each, which takes longer than all the rest of the start.
    """

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        return () if value is None and (param.multiple or param.nargs == -1) else value


WORDS = _Words()


class Folder(Mapping[str, TyperCommand | TyperGroup]):
    """The commands by name, each read from its file when it is asked for."""

    def __getitem__(self, name: str) -> TyperCommand | TyperGroup:
        if name not in self.names():
            raise KeyError(name)
        app: typer.Typer = importlib.import_module(f"{PACKAGE}.{name}").app
        command = get_command(app)
        assert isinstance(command, TyperCommand | TyperGroup)
        command.name, command.rich_help_panel = name, str(app.rich_help_panel)
        _plain(command)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(self.names())

    def __len__(self) -> int:
        return len(self.names())

    @staticmethod
    def names() -> tuple[str, ...]:
        """The files of the folder, but this one."""
        return tuple(name for name in names(PACKAGE) if name != "main")


def _plain(command: Any) -> None:
    """Let a command and those below it take words, and show arguments in its help as FILE, not as {FILE} <str>."""
    listed = command.get_params

    def get_params(ctx: Any) -> list[Any]:
        params: list[Any] = listed(ctx)
        for param in params:
            param.get_runtime_param = lambda: WORDS
            if param.param_type_name == "argument":
                param.display_type_rich = lambda ctx: None
                param.get_usage_pieces = partial(_usage_of, param)
        return params

    command.get_params = get_params
    for inner in getattr(command, "commands", {}).values():
        _plain(inner)


def _usage_of(param: Any, ctx: Any) -> list[str]:
    name = param.metavar + ("..." if param.nargs != 1 else "")
    return [name if param.required else f"[{name}]"]


class Root(TyperGroup):
    """The root command, whose help lists its commands in sections."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands: Any = {}
        _plain(self)
        self.commands = Folder()

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the commands under their headings."""
        found = {name: self.commands[name] for name in self.list_commands(ctx)}
        wide = max(map(len, found))
        for section in (*SECTIONS, None):
            rows = [
                (name.ljust(wide), command.get_short_help_str(formatter.width - wide - 4))
                for name, command in found.items()
                if not command.hidden and _section(command) == section
            ]
            if rows:
                with formatter.section(section or "Other"):
                    formatter.write_dl(rows)


def _section(command: TyperCommand | TyperGroup) -> str | None:
    return command.rich_help_panel if command.rich_help_panel in SECTIONS else None


root = commands("", cls=Root, invoke_without_command=True)


def _version(wanted: bool) -> None:
    if wanted:
        from factcheck import __version__

        say(f"factcheck {__version__}")
        raise typer.Exit


@root.callback()
def factcheck(
    ctx: typer.Context,
    project: Annotated[
        str | None,
        typer.Option("--project", metavar="DIR", help="The project's folder, where it is not around this one."),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Do our sources agree, and on what passages does each claim rest?

    \b
    Example:
      factcheck init
      factcheck source add report.txt article.txt
      factcheck check

    \b
    Exit codes:
      0  done; nothing found that --fail-on names
      1  done; check found differences that --fail-on names
      2  not done, or nothing could be compared: one line on standard error says why
    """
    ctx.obj = project
    if ctx.invoked_subcommand is None:
        say(ctx.get_help())
        raise typer.Exit(2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; what a user can act on is one line on standard error."""
    seldom()
    atexit.register(gc.freeze)  # else Python looks through all that is held once more before it ends
    try:
        code = get_command(root).main(arguments, prog_name="factcheck", standalone_mode=False)
        sys.stdout.flush()
    except FactcheckError as error:
        return warn(str(error))
    except typer.TyperException as error:
        return warn(_usage(error))
    except (BrokenPipeError, SystemExit):  # typer ends the program where the reader of its help has gone
        drop_output()
        return 0
    except OSError as error:
        return warn(f"{error.filename or 'factcheck'}: {error.strerror or error}")
    except typer.Abort:
        return 130
    except RecursionError:
        return warn("factcheck: the input is nested too deeply")
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        return warn(f"factcheck: a defect of ours, {type(error).__name__}: {error}; FACTCHECK_DEBUG=1 shows where")
    return code if isinstance(code, int) else 0


def _usage(error: typer.TyperException) -> str:
    ctx = getattr(error, "ctx", None)
    path = ctx.command_path if ctx else "factcheck"
    return f"{path}: {error.format_message().rstrip('.')}; {path} --help shows how it is used"
