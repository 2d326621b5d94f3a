"""The queue: what waits for a decision, the worst first, or in another order, narrowed by filters."""

from starlette.responses import Response

from factcheck.digests import digest_of
from factcheck.errors import UsageError
from factcheck.reviewing.answering import choice_of
from factcheck.reviewing.queue import ORDERS
from factcheck.serving.calling import Call, page
from factcheck.serving.pages._filters import Wanted, items_for, wanted
from factcheck.serving.pages._things import KINDS, path_of, sources_by_id
from factcheck.serving.waiting import Line

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
        bulk=_bulk(asked),
        mark=mark_of(items) if _bulk(asked) else "",
    )


def _bulk(asked: Wanted) -> str | None:
    """The kind of thing that may be decided on at once: where only claims, or findings, are shown, and not all."""
    kind = asked.given.get("only")
    return kind if kind in ("claim", "finding") and len(asked.given.keys() - {"only", "order"}) else None


def mark_of(items: Line) -> str:
    """What tells a list from one in which anything changed."""
    return digest_of([[item.kind, item.id, item.status, item.title] for item in items.items])


def decide_all(call: Call) -> Response:
    """Give one answer on all things of a narrowed list, once their number was typed."""
    asked = wanted({name: value for name, value in call.form.items() if isinstance(value, str)})
    kind, items, typed = _bulk(asked), items_for(call, asked), call.said("count").replace(",", "")
    if kind is None:
        raise UsageError("narrow the list to claims, or to findings, of a source, a kind or the like")
    if call.said("mark") != mark_of(items):
        return call.go("/", "Nothing was decided: the list changed meanwhile. Look at it again.", **asked.given)
    if typed != str(len(items)):
        return call.go("/", f"Nothing was decided: type {len(items)} to decide on all of them.", **asked.given)
    choice = choice_of(kind, call.said("answer"))
    with call.project() as project:
        lines = project.answer_all(
            kind, [item.id for item in items.items], choice.answer, by=call.by, why=call.said("why") or None
        )
    assert call.session is not None
    call.session.done.append((tuple(line.digest for line in lines), f"/?{asked.query}"))
    call.board.touch()
    return call.go("/", f"✓ {choice.done}: {len(items):,} {kind}s", **asked.given)


ROUTES = (page("/", queue), page("/decide-all", post=decide_all))
