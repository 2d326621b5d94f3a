"""Search over the text of all sources, and over what waits and what was claimed."""

from starlette.responses import Response

from factcheck.serving.calling import Call, page
from factcheck.serving.pages._things import sources_by_id


def search(call: Call) -> Response:
    """The passages that hold the words."""
    words = call.asked("q")[:500]
    with call.project() as project:
        hits = [hit for hit in project.search(words) if hit.source not in call.closed] if words else []
    return call.page("search.html", words=words, hits=hits, sources=sources_by_id(call))


ROUTES = (page("/search", search),)
