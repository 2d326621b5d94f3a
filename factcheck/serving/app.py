"""The web app: the pages found in their folder, behind the guard."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from anyio import CapacityLimiter
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from factcheck.discovery import modules
from factcheck.serving.access import Access
from factcheck.serving.board import Board
from factcheck.serving.calling import AT_ONCE, defect, larger, missing
from factcheck.serving.guarding import Guard, TooLargeError
from factcheck.serving.rendering import asset_file

FORM = 2_000_000
"""Bytes of a request that may be sent besides a file."""


def app(root: Path, access: Access, ready: Callable[[], None] | None = None, watch: bool = True) -> ASGIApp:
    """The desk of the project in a folder. `watch` looks at its files for what others change.

    `ready` is called once pages are as quick as they will be.
    """
    board = Board(root)

    @asynccontextmanager
    async def alive(app: Starlette) -> AsyncIterator[None]:
        if watch:
            board.begin()
        if ready:
            ready()
        yield
        board.end()

    pages = [route for module in modules("factcheck.serving.pages") for route in getattr(module, "ROUTES", ())]
    inner = Starlette(
        routes=[*pages, Route("/assets/{name}", _asset)],
        lifespan=alive,
        exception_handlers={HTTPException: missing, TooLargeError: larger, Exception: defect},
    )
    inner.state.board, inner.state.access = board, access
    inner.state.reading, inner.state.writing = CapacityLimiter(AT_ONCE), CapacityLimiter(AT_ONCE)
    with board.project() as project:
        most = project.config.limits.bytes
    return Guard(inner, access, most + FORM)


def _asset(request: Request) -> Response:
    path = asset_file(request.path_params["name"])
    if path is None:
        raise HTTPException(404)
    return FileResponse(path, headers={"Cache-Control": "public, max-age=31536000, immutable"})
