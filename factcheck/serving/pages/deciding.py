"""Deciding: what the buttons and keys of a thing's page do, through the same functions as the terminal's keys."""

from collections.abc import Callable

from starlette.responses import Response

from factcheck.errors import ChangedError
from factcheck.project import Project
from factcheck.project.review import Logged
from factcheck.reviewing.answering import choice_of
from factcheck.reviewing.differences import changes
from factcheck.serving.calling import Call, page
from factcheck.serving.pages._filters import items_for, wanted
from factcheck.serving.pages._things import path_of, sight_of, sources_by_id


def answer(call: Call) -> Response:
    """Give one of the answers on a thing, and go on to the next."""
    kind, id, given = call.path["kind"], call.path["id"], call.said("answer")
    choice = choice_of(kind, given)
    if choice.why == "needed" and not call.said("why"):
        return back(call, kind, id, "Nothing was decided: a difference is accepted with a reason.")
    return _logged(
        call,
        choice.done,
        lambda desk, stamps: desk.answer(kind, id, given, by=call.by, why=call.said("why") or None, stamps=stamps),
    )


def reopen(call: Call) -> Response:
    """Ask again for a decision."""
    kind, id = call.path["kind"], call.path["id"]

    def decide(desk: Project, stamps: dict[str, str]) -> Logged:
        return desk.reopen(kind, [id], by=call.by, why=call.said("why") or None, stamps=stamps)

    return _logged(call, "reopened", decide, stays=True)


def note(call: Call) -> Response:
    """Leave a note."""
    with call.project() as project:
        lines = project.remark(call.path["kind"], [call.path["id"]], call.said("text"), by=call.by)
    return _aside(call, lines, "Noted.")


def assign(call: Call) -> Response:
    """Assign it to somebody, or to nobody any more."""
    to = call.said("to")
    with call.project() as project:
        lines = project.assign(call.path["kind"], [call.path["id"]], to or None, by=call.by)
    return _aside(call, lines, f"Assigned to {to}." if to else "Assigned to nobody.")


def query(call: Call) -> Response:
    """Put a query to somebody."""
    to, deadline = call.said("to"), call.said("deadline") or None
    with call.project() as project:
        lines = project.ask(
            call.path["kind"], call.path["id"], to=to, question=call.said("question"), deadline=deadline, by=call.by
        )
    return _aside(call, lines, f"Asked {to}.")


def reply(call: Call) -> Response:
    """Keep the reply to a query, as a source too where an id is given."""
    with call.project() as project:
        lines = project.answer_query(
            call.said("query"), call.said("reply"), by=call.by, as_source=call.said("source") or None
        )
    return _aside(call, lines, "The reply is kept.")


def undo(call: Call) -> Response:
    """Take back the last decision of this session, and go back to where it was made."""
    assert call.session is not None
    if not call.session.done:
        return call.go(call.said("here") if call.said("here").startswith("/") else "/", "Nothing to take back.")
    digests, path = call.session.done.pop()
    with call.project() as project:
        project.undo(digests, by=call.by)
    call.board.touch()
    return call.go(path, "Taken back.")


def _logged(
    call: Call, done: str, decide: Callable[[Project, dict[str, str]], Logged], stays: bool = False
) -> Response:
    """Log a decision on what the form shows; where that is not any more what stands there, show both."""
    kind, id, asked = call.path["kind"], call.path["id"], wanted(_strings(call))
    place = items_for(call, asked).around(kind, id)[0]
    try:
        with call.project() as project:
            lines = decide(project, {id: call.said("stamp")})
    except ChangedError as error:
        return both(call, kind, id, str(error))
    _remember(call, lines, f"{path_of(kind, id)}?{asked.query}".rstrip("?"))
    said = f"✓ {done}"
    if stays or place < 0:
        return call.go(path_of(kind, id), said, **asked.given)
    items = items_for(call, asked)
    at = place + 1 if items.around(kind, id)[0] == place else place
    if at >= len(items):
        return call.go("/", f"{said}. That was the last of this list.", **asked.given)
    following = items.items[at]
    return call.go(path_of(following.kind, following.id), said, **asked.given)


def _aside(call: Call, lines: Logged, said: str) -> Response:
    """Go back to the thing, on which nothing was decided by this."""
    kind, id, asked = call.path["kind"], call.path["id"], wanted(_strings(call))
    _remember(call, lines, f"{path_of(kind, id)}?{asked.query}".rstrip("?"))
    return call.go(path_of(kind, id), said, **asked.given)


def _remember(call: Call, lines: Logged, path: str) -> None:
    assert call.session is not None
    call.session.done.append((tuple(line.digest for line in lines), path))
    del call.session.done[:-200]
    call.board.touch()


def back(call: Call, kind: str, id: str, said: str) -> Response:
    """To the thing again, with something said."""
    return call.go(path_of(kind, id), said, **wanted(_strings(call)).given)


def both(call: Call, kind: str, id: str, says: str) -> Response:
    """What the person saw and meant to do, beside what stands there now."""
    sight = sight_of(call, kind, id)
    was = tuple(line for line in call.said("shown").split("\n") if line)
    now = tuple(" ".join(line.split()) for line in sight.shown) if sight else ()
    before = tuple(" ".join(line.split()) for line in was)
    return call.page(
        "changed.html",
        409,
        kind=kind,
        id=id,
        says=says,
        sight=sight,
        asked=wanted(_strings(call)),
        changes=changes("text", before, now),
        typed={name: value for name, value in _strings(call).items() if name in SHOWN_BACK and value},
        path_of=path_of,
        sources=sources_by_id(call),
    )


SHOWN_BACK = ("answer", "why", "statement", "measure", "passage", "tags", "note")
"""Fields that a person filled in, shown where they could not be kept."""


def _strings(call: Call) -> dict[str, str]:
    return {name: value for name, value in call.form.items() if isinstance(value, str)}


ROUTES = (
    page("/{kind}/{id}/answer", post=answer),
    page("/{kind}/{id}/reopen", post=reopen),
    page("/{kind}/{id}/note", post=note),
    page("/{kind}/{id}/assign", post=assign),
    page("/{kind}/{id}/query", post=query),
    page("/{kind}/{id}/reply", post=reply),
    page("/undo", post=undo),
)
