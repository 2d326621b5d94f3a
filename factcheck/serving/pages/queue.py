"""The queue: what waits for a decision, the worst first, or in another order, narrowed by filters."""

from starlette.responses import Response

from factcheck.reviewing.queue import ORDERS
from factcheck.serving.calling import Call, page
from factcheck.serving.pages._filters import items_for, wanted
from factcheck.serving.pages._things import KINDS, path_of, sources_by_id

PAGE = 60
"""Things on one page."""
MOST_CHOICES = 400


def queue(call: Call) -> Response:
    """The list, and the filters."""
    asked = wanted(call.request.query_params)
    items = items_for(call, asked)
    number = int(call.asked("page")) if call.asked("page").isdecimal() and len(call.asked("page")) < 7 else 1
    pages = max((len(items) + PAGE - 1) // PAGE, 1)
    number = min(max(number, 1), pages)
    whole = items_for(call, wanted({}))
    return call.page(
        "queue.html",
        items=items.items[(number - 1) * PAGE : number * PAGE],
        total=len(items),
        whole=len(whole),
        counts={kind: items.counts["thing", kind] for kind in KINDS},
        number=number,
        pages=pages,
        asked=asked,
        orders=ORDERS,
        sources=sources_by_id(call),
        kinds=whole.named("about"),
        tags=whole.named("tag")[:MOST_CHOICES],
        drafts=whole.named("draft"),
        assignees=whole.named("assignee"),
        path_of=path_of,
    )


ROUTES = (page("/", queue),)
