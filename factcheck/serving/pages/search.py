"""Search over the text of all sources, and over what waits and what was claimed."""

from starlette.responses import Response

from factcheck.serving.calling import Call, page
from factcheck.serving.pages._things import sources_by_id

FIRST, MOST = 25, 200
"""Passages shown at once, and where more are asked for: marking the words found costs the more, the longer they are."""


def search(call: Call) -> Response:
    """The passages that hold the words."""
    words = call.asked("q")[:500]
    most = MOST if call.asked("more") else FIRST
    new = 0 if call.board.is_preparing else None
    with call.project() as project:
        hits = [hit for hit in project.search(words, most + 1, new) if hit.source not in call.closed] if words else []
    return call.page(
        "search.html", words=words, hits=hits[:most], more=len(hits) > most, most=MOST, sources=sources_by_id(call)
    )


ROUTES = (page("/search", search),)
