"""The state of the whole project on one page."""

from starlette.responses import Response

from factcheck.errors import PolicyError
from factcheck.serving.calling import Call, page
from factcheck.serving.pages._things import path_of


def status(call: Call) -> Response:
    """What there is, what is undecided, what is late, who waits for whom."""
    if call.closed:
        raise PolicyError("a guest sees no status: it counts sources that are withheld", rule="guests")
    with call.project() as project:
        overview = project.overview_json()
    return call.page("status.html", overview=overview, path_of=path_of)


ROUTES = (page("/status", status),)
