"""Coming in and going: the opening link, the log-in, the log-out."""

import hmac
import secrets

from starlette.responses import Response

from factcheck.serving.calling import Call, page, problem
from factcheck.serving.guarding import cookie_of

ASKING = "factcheck-asking"
"""The cookie that ties a log-in form to the browser that asked for it."""


def open_link(call: Call) -> Response:
    """Let in who comes by the opening link; the address without the token follows."""
    visitor = call.access.by_token(call.asked("token"))
    if visitor is None:
        says = "This link is not, or no longer, the one that lets in. Use the link that `factcheck serve` printed last."
        return problem(call, 403, says)
    answer = call.page("opening.html")
    answer.headers.append("Set-Cookie", cookie_of(call.access.sessions.begin(visitor)))
    return answer


def ask(call: Call, says: str = "", status: int = 200) -> Response:
    """The log-in form, or what lets one in where there is none."""
    asking = secrets.token_urlsafe(24)
    mark = call.access.sessions.sign(asking)
    answer = call.page("log-in.html", status, says=says, mark=mark, name=call.said("name"))
    answer.headers.append("Set-Cookie", f"{ASKING}={asking}; Path=/log-in; HttpOnly; SameSite=Strict")
    return answer


def log_in(call: Call) -> Response:
    """Let in who gives a name and its password; who failed often waits."""
    given, mark = call.request.cookies.get(ASKING, ""), call.said("mark")
    if not given or not hmac.compare_digest(mark.encode(), call.access.sessions.sign(given).encode()):
        return ask(call, "The form had expired; fill it in again.", 403)
    name, address = call.said("name"), call.request.client.host if call.request.client else ""
    keys = (f"name:{' '.join(name.split()).casefold()[:200]}", f"address:{address}")
    if wait := call.access.tries.wait(*keys):
        answer = ask(call, f"Too many tries. Wait {int(wait) + 1} seconds, then try again.", 429)
        answer.headers["Retry-After"] = str(int(wait) + 1)
        return answer
    visitor = call.access.by_password(name, call.said("password"))
    if visitor is None:
        call.access.tries.failed(*keys)
        return ask(call, "Name and password do not fit.", 401)
    call.access.tries.passed(*keys)
    answer = call.go("/")
    answer.headers.append("Set-Cookie", cookie_of(call.access.sessions.begin(visitor)))
    return answer


def log_out(call: Call) -> Response:
    """End the session."""
    call.access.sessions.end(call.request.cookies.get("factcheck-session", ""))
    call.session = None
    answer = call.go("/log-in")
    answer.headers.append("Set-Cookie", cookie_of("", 0))
    return answer


ROUTES = (
    page("/open", open_link),
    page("/log-in", ask, log_in, guests=True),
    page("/log-out", post=log_out, guests=True),
)
