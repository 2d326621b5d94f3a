"""One request, as the pages see it: who is there, what was sent, the project, and how to answer.

Every request that changes something comes through `page`, which takes it only with the session's CSRF token, from a
page of this desk, and from somebody who may decide.
"""

import hmac
import sys
import traceback
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from factcheck.errors import ChangedError, FactcheckError, PolicyError, ProjectError, RecordError, UsageError
from factcheck.serving.access import Access, Session, Visitor

if TYPE_CHECKING:
    from anyio import CapacityLimiter

    from factcheck.project import Project
    from factcheck.serving.board import Board

AT_ONCE = 4
"""Pages, and apart from them things sent, that are worked on at once: more would only wait for each other."""
MOST_FIELDS = 200
MOST_FILES = 100
LONGEST_FIELD = 1_000_000

Handler = Callable[["Call"], Response]
Desk = AbstractContextManager["Project"]


@dataclass
class Call:
    """A request with all that a page needs to answer it."""

    request: Request
    board: "Board"
    access: Access
    session: Session | None
    form: FormData = field(default_factory=FormData)

    @property
    def visitor(self) -> Visitor:
        """Who is there; decisions are logged under this name, whatever a form says."""
        assert self.session is not None
        return self.session.visitor

    @property
    def by(self) -> str:
        """The name under which a decision is logged."""
        return self.visitor.name

    @property
    def path(self) -> Mapping[str, str]:
        """What the address holds in the place of names."""
        return self.request.path_params

    def asked(self, name: str) -> str:
        """A value of the address's query; empty where there is none."""
        return self.request.query_params.get(name, "").strip()

    def said(self, name: str) -> str:
        """A text of the form, as it was typed; empty where there is none."""
        found = self.form.get(name)
        return found.replace("\r\n", "\n").strip() if isinstance(found, str) else ""

    def files(self, name: str) -> list[tuple[str, bytes]]:
        """The files of the form, as name and bytes; those without a name were none."""
        given = [one for one in self.form.getlist(name) if isinstance(one, UploadFile) and one.filename]
        return [(one.filename or "", one.file.read()) for one in given]

    def project(self) -> Desk:
        """The project, for one at a time."""
        return self.board.project()

    @cached_property
    def closed(self) -> frozenset[str]:
        """The sources that this visitor may not see."""
        if not self.visitor.is_guest:
            return frozenset()
        with self.project() as project:
            return frozenset(source.id for source in project.withheld())

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """A page made of a template."""
        from factcheck.serving.rendering import render

        said, undo = "", bool(self.session and self.session.done)
        if self.session is not None and not self._is_behind:
            said, self.session.said = self.session.said, ""
        session = {"visitor": self.session.visitor if self.session else None, "said": said, "undo": undo}
        csrf = self.session.csrf if self.session else ""
        shared = {**session, "csrf": csrf, "board": self.board, "here": self.request.url.path, "access": self.access}
        return HTMLResponse(render(template, {**shared, **values}), status)

    @property
    def _is_behind(self) -> bool:
        """Whether a script asks for part of a page: what is said once waits for a page that a person opens."""
        headers = self.request.headers
        return "hx-request" in headers and "hx-boosted" not in headers

    def go(self, path: str, said: str = "", **query: str) -> Response:
        """To another page, with something said there once."""
        if self.session is not None and said:
            self.session.said = said
        asked = urlencode({name: value for name, value in query.items() if value})
        return RedirectResponse(f"{path}?{asked}" if asked else path, 303)


def page(path: str, get: Handler | None = None, post: Handler | None = None, guests: bool = False) -> Route:
    """A page at a path. `guests` lets guests send to it too (to log out)."""

    async def endpoint(request: Request) -> Response:
        state = request.app.state
        call = Call(request, state.board, state.access, request.scope["state"]["session"])
        try:
            if request.method != "POST":
                assert get is not None
                return await _worked(get, call, state.reading)
            assert post is not None
            async with request.form(
                max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD
            ) as call.form:
                refused = _refused(call, guests)
                return refused if refused is not None else await _worked(post, call, state.writing)
        except FactcheckError as error:
            return problem(call, status_of(error), str(error))
        except HTTPException as error:
            return problem(call, error.status_code, error.detail)

    methods = [name for name, handler in (("GET", get), ("POST", post)) if handler is not None]
    return Route(path, endpoint, methods=methods)


async def _worked(handler: Handler, call: Call, turns: "CapacityLimiter") -> Response:
    """A page made in a thread, one after the other; what was sent waits for no page that others only look at."""
    from anyio.to_thread import run_sync

    return await run_sync(handler, call, limiter=turns)


def _refused(call: Call, guests: bool) -> Response | None:
    """Why something sent is not taken; null where it is."""
    headers = call.request.headers
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none") or not _own(call.request):
        return problem(call, 403, "This was sent from a page that is not of this desk.")
    if call.session is None:
        return None
    given = headers.get("x-csrf-token") or call.said("csrf")
    if not hmac.compare_digest(given.encode(), call.session.csrf.encode()):
        return problem(call, 403, "This page is from an earlier session; go back, load it again, and send it again.")
    if call.visitor.is_guest and not guests:
        return problem(call, 403, "You may read here, and not decide. Ask whoever runs the desk for another role.")
    return None


def _own(request: Request) -> bool:
    """Whether the origin that a browser gives is this desk."""
    origin = request.headers.get("origin")
    if origin is None:
        return True
    return origin.partition("://")[2] == request.headers.get("host")


def status_of(error: FactcheckError) -> int:
    """The HTTP status that says what an error is."""
    if isinstance(error, ChangedError):
        return 409
    if isinstance(error, PolicyError):
        return 403
    if isinstance(error, UsageError):
        return 404 if " is called " in error.message and error.message.startswith("no ") else 400
    return 503 if isinstance(error, (ProjectError, RecordError)) else 400


TITLES = {
    400: "This cannot be done as asked",
    403: "This is not allowed",
    404: "There is no such page",
    405: "This cannot be done here",
    409: "It was changed meanwhile",
    413: "This is too large",
    429: "Too many tries",
    500: "This is a defect of factcheck",
    503: "The project cannot be read or written",
}


def problem(call: Call, status: int, says: str) -> Response:
    """A page that says what went wrong, and what to do."""
    return call.page("problem.html", status, title=TITLES.get(status, TITLES[400]), says=says)


async def defect(request: Request, error: Exception) -> Response:
    """The page of a defect; the traceback goes to whoever runs the desk."""
    traceback.print_exception(error, file=sys.stderr)
    return _plain(request, 500, "Nothing was written. Whoever runs the desk finds the details in its terminal.")


async def larger(request: Request, error: Exception) -> Response:
    """The page of something sent that is larger than it may be."""
    return _plain(request, 413, str(error))


async def missing(request: Request, error: Exception) -> Response:
    """The page of an address that leads nowhere."""
    assert isinstance(error, HTTPException)
    return _plain(request, error.status_code, "Go back, or begin at the queue.")


def _plain(request: Request, status: int, says: str) -> Response:
    state = request.app.state
    session = request.scope.get("state", {}).get("session")
    return problem(Call(request, state.board, state.access, session), status, says)
