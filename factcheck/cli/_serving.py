"""Running the desk's server: its socket, the link that lets in, and its end."""

import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from factcheck.cli._shared import say, warn
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.serving.access import Access

IDLE = 30
"""Seconds that a connection may stay open without a request."""


def run(root: Path, access: "Access", host: str, port: int, names: list[str], opens: bool) -> int:
    """Serve until interrupted; gives the exit code."""
    import uvicorn

    from factcheck.serving.app import app

    listening = _socket(host, port)
    port = listening.getsockname()[1]
    called = host if host not in ("0.0.0.0", "::", "") else (names or ["127.0.0.1"])[0]
    shown = f"[{called}]" if ":" in called else called
    access.hosts = frozenset({*access.hosts, shown.lower(), *(name.lower() for name in names)})
    address = f"http://{shown}:{port}"
    link = f"{address}/open?token={quote(access.token)}" if access.token else f"{address}/"

    def ready() -> None:
        say(f"The desk of {root.name}: {link}")
        say(f"You decide as {access.owner}. Control-C ends it." if access.token else "Control-C ends it.")
        if opens:
            _open(link)

    config = uvicorn.Config(
        app(root, access, ready), log_level="warning", access_log=False, proxy_headers=False, server_header=False,
        timeout_keep_alive=IDLE, timeout_graceful_shutdown=3, h11_max_incomplete_event_size=64_000,
    )  # fmt: skip
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
    say("Ended; every decision is in the log.")
    return 0


def _socket(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # by its protocol, answers are sent at once
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen()  # who follows the link at once waits for the server, and is not turned away
    except (OSError, OverflowError) as error:
        made.close()
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise UsageError(
            f"cannot listen at {host}:{port}: {reason}; choose another --port (0 takes a free one)"
        ) from error
    return made


def _open(link: str) -> None:
    import webbrowser

    try:
        webbrowser.open(link)
    except webbrowser.Error:
        warn("no browser could be opened; open the link yourself")
