"""What every request passes first: its host, its size, and who sends it; and what every answer carries."""

import base64
import hashlib

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factcheck.reporters.html import PLOT_STYLE
from factcheck.serving.access import Access, Session

COOKIE = "factcheck-session"
PUBLIC = ("/log-in", "/open", "/assets/")
"""Where one may go without having come in."""

PLOT = base64.b64encode(hashlib.sha256(PLOT_STYLE.encode()).digest()).decode()
"""What names the one style that the plotting library writes into each picture."""

POLICY = (
    f"default-src 'none'; script-src 'self'; style-src 'self' 'sha256-{PLOT}'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
LARGER = (
    "This is larger than the limit of {:,} bytes (factcheck.toml: limits.bytes). Send files one by one, or raise the "
    "limit."
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class TooLargeError(Exception):
    """More was sent than may be."""


class Guard:
    """Wraps the pages. Whoever has no session is sent to the log-in, and to no page besides."""

    def __init__(self, app: ASGIApp, access: Access, most: int) -> None:
        self.app = app
        self.access = access
        self.most = most
        """Bytes that one request may send."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refused = self._refused(headers)
        fresh = None
        if refused is None:
            session, fresh = self._session(HTTPConnection(scope), headers)
            scope.setdefault("state", {})["session"] = session
            if session is None and not scope["path"].startswith(PUBLIC):
                refused = _to_log_in(scope, headers)
        guarded = self._guarded(send, fresh, scope["path"])
        if refused is not None:
            await refused(scope, receive, guarded)
            return
        await self.app(scope, self._limited(receive), guarded)

    def _refused(self, headers: Headers) -> Response | None:
        host = headers.get("host", "")
        name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
        if name.lower() not in self.access.hosts:
            says = "This desk is not called so. Open it by the address that `factcheck serve` printed; another name of "
            return PlainTextResponse(says + "this machine is allowed with --host-name.\n", 421)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > self.most:
            return too_large(self.most)
        return None

    def _session(self, request: HTTPConnection, headers: Headers) -> tuple[Session | None, str | None]:
        """The session of a request, and the cookie of one that begins with it."""
        cookie = request.cookies.get(COOKIE, "")
        session = self.access.sessions.find(cookie) if cookie else None
        if self.access.header is not None:
            return self._by_proxy(request, headers, session)
        if session is None:
            return None, None
        visitor = self.access.still(session.visitor)
        if visitor is None:
            self.access.sessions.end(cookie)
            return None, None
        session.visitor = visitor
        return session, None

    def _by_proxy(
        self, request: HTTPConnection, headers: Headers, session: Session | None
    ) -> tuple[Session | None, str | None]:
        address = request.client.host if request.client else ""
        named = headers.getlist(self.access.header or "")
        visitor = self.access.by_proxy(address, named[0]) if len(named) == 1 else None
        if visitor is None:
            return None, None
        if session is not None and session.visitor.name == visitor.name:
            session.visitor = visitor
            return session, None
        cookie = self.access.sessions.begin(visitor)
        return self.access.sessions.find(cookie), cookie

    def _limited(self, receive: Receive) -> Receive:
        taken = 0

        async def limited() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.most:
                raise TooLargeError(LARGER.format(self.most))
            return message

        return limited

    def _guarded(self, send: Send, fresh: str | None, path: str) -> Send:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                if not path.startswith("/assets/"):
                    headers.setdefault("Cache-Control", "no-store")
                if fresh is not None:
                    headers.append("Set-Cookie", cookie_of(fresh))
            await send(message)

        return guarded


def cookie_of(value: str, age: int | None = None) -> str:
    """The header that sets the session's cookie."""
    ends = f"; Max-Age={age}" if age is not None else ""
    return f"{COOKIE}={value}; Path=/; HttpOnly; SameSite=Strict{ends}"


def too_large(most: int) -> Response:
    """The answer to a request that sends too much."""
    return PlainTextResponse(LARGER.format(most) + "\n", 413)


def _to_log_in(scope: Scope, headers: Headers) -> Response:
    """To the log-in; a request of a script is told so by its status, for the page that sent it cannot follow."""
    if headers.get("hx-request") or scope["path"] == "/pulse":
        return PlainTextResponse("Log in again.\n", 401, headers={"HX-Redirect": "/log-in"})
    return RedirectResponse("/log-in", 303)
