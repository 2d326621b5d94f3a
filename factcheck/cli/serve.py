"""`factcheck serve`."""

from typing import TYPE_CHECKING, Annotated

import typer

from factcheck.cli._shared import ProjectOption, commands, find_project, one_of, say, who
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.serving.access import Access

MOST_PORTS = 65_535
ROLES = ("reviewer", "guest")
NEEDED = ("argon2", "itsdangerous", "python_multipart", "starlette", "uvicorn")

app = commands("Decide")


@app.command()
def serve(
    ctx: typer.Context,
    port: Annotated[str, typer.Option("--port", metavar="N", help="The port; 0 takes a free one.")] = "8642",
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; others than 127.0.0.1 need --users.")
    ] = "127.0.0.1",
    users: Annotated[
        str | None, typer.Option("--users", metavar="FILE", help="Who may log in; made by --add-user.")
    ] = None,
    add_user: Annotated[
        str | None, typer.Option("--add-user", metavar="NAME", help="Add a user, or set a new password, and end.")
    ] = None,
    role: Annotated[
        str, typer.Option("--role", metavar="ROLE", help="What the user added may do: reviewer, guest (reads only).")
    ] = "reviewer",
    read_only: Annotated[bool, typer.Option("--read-only", help="Nobody decides; all are guests.")] = False,
    host_name: Annotated[
        list[str] | None,
        typer.Option("--host-name", metavar="NAME", help="A name by which browsers call this desk; may be repeated."),
    ] = None,
    proxy_header: Annotated[
        str | None,
        typer.Option("--proxy-header", metavar="NAME", help="The header in which a trusted proxy says who is there."),
    ] = None,
    trusted_proxy: Annotated[
        list[str] | None,
        typer.Option("--trusted-proxy", metavar="ADDRESS", help="A proxy whose header counts; may be repeated."),
    ] = None,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open the browser.")] = True,
    as_: Annotated[
        str | None, typer.Option("--as", metavar="WHO", help="Who decides, where the opening link lets in.")
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Review in the browser, alone or as a team.

    The queue, the sources, drafts under the gate, search. Alone, it listens on this machine and prints a link that
    lets you in. For a team, let everybody log in.

    \b
    Example:
      factcheck serve
      factcheck serve --users users.json --add-user "M. Ito"
      factcheck serve --users users.json --host 0.0.0.0 --host-name desk.example.org --no-open
    """
    _check_installed()
    one_of("--role", role, ROLES)
    if add_user is not None:
        _add(users, add_user, role)
        return
    if (proxy_header is None) != (not trusted_proxy):
        raise UsageError("--proxy-header and --trusted-proxy go together: only a proxy that is named is believed")
    alone = users is None and proxy_header is None
    if alone and host not in ("127.0.0.1", "::1", "localhost"):
        raise UsageError("whoever reaches this address could come in; give --users FILE, or leave --host out")
    from factcheck.cli._serving import run

    desk = find_project(ctx, project)
    owner = who(as_, login=True) if alone else ""
    access = _access(users, proxy_header, trusted_proxy or [], read_only, owner)
    if not port.isascii() or not port.isdigit() or int(port) > MOST_PORTS:
        raise UsageError(f"--port {port!r} is no port: a number up to {MOST_PORTS}, 0 for a free one")
    raise typer.Exit(run(desk.root, access, host, int(port), host_name or [], open_ and alone))


def _access(users: str | None, header: str | None, proxies: list[str], read_only: bool, owner: str) -> "Access":
    import secrets
    from ipaddress import ip_network
    from pathlib import Path

    from factcheck.serving.access import Access
    from factcheck.serving.users import Users

    for proxy in proxies:
        try:
            ip_network(proxy, strict=False)
        except ValueError as error:
            raise UsageError(f"--trusted-proxy {proxy!r} is no address; write it as 10.0.0.5 or 10.0.0.0/24") from error
    return Access(
        token=secrets.token_urlsafe(32) if owner else None,
        owner=owner,
        users=Users(Path(users)) if users is not None else None,
        header=header,
        proxies=tuple(proxies),
        read_only=read_only,
    )


def _add(users: str | None, name: str, role: str) -> None:
    import getpass
    import sys
    from pathlib import Path
    from typing import cast

    from factcheck.serving.access import Role
    from factcheck.serving.users import add

    if users is None:
        raise UsageError("--add-user needs --users FILE: the file to put the user into")
    if sys.stdin.isatty():
        password = getpass.getpass(f"Password of {name}: ")
        if password != getpass.getpass("Once more: "):
            raise UsageError("the two differ; nothing was changed")
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    new = add(Path(users), name, password, cast("Role", role))
    say(f"{'added' if new else 'changed'} {name}, {role}, in {users}")


def _check_installed() -> None:
    from importlib.util import find_spec

    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise UsageError('serve needs more than is installed here; run: pip install "factcheck-desk[serve]"')
