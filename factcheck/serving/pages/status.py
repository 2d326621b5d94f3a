"""The state of the whole project on one page."""

from starlette.responses import Response

from factcheck.serving.calling import Call, page
from factcheck.serving.pages._things import path_of


def status(call: Call) -> Response:
    """What there is, what is undecided, what is late, who waits for whom; as far as this visitor may see it."""
    with call.project() as project:
        overview = project.overview_json(closed=call.closed)
    return call.page("status.html", overview=overview, path_of=path_of, whole=not call.closed)


ROUTES = (page("/status", status),)
