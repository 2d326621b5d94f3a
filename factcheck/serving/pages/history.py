"""What was decided: the log, the latest first."""

from starlette.responses import Response

from factcheck.reviewing.policy import same_person
from factcheck.serving.calling import Call, page
from factcheck.serving.pages._things import path_of

PAGE = 100


def log(call: Call) -> Response:
    """The log, or what one person decided, or what was decided from a day on."""
    by, since = call.asked("by"), call.asked("since")
    with call.project() as project:
        lines = project.decisions()
    shown = [
        line
        for line in reversed(lines)
        if (not by or same_person(line.by, by))
        and line.at[: len(since)] >= since
        and not _is_closed(call, line.subject)
    ]
    if call.closed:
        shown = [line for line in shown if line.subject_kind != "finding" and not line.resting_on and not line.query]
    number = max(int(call.asked("page")[:6]), 1) if call.asked("page").isdecimal() else 1
    people = sorted({line.by for line in lines})
    pages = max((len(shown) + PAGE - 1) // PAGE, 1)
    number = min(number, pages)
    return call.page(
        "history.html",
        lines=shown[(number - 1) * PAGE : number * PAGE],
        total=len(shown),
        number=number,
        pages=pages,
        people=people,
        by=by,
        since=since,
        path_of=path_of,
    )


def _is_closed(call: Call, subject: str) -> bool:
    return any(subject == source or subject.startswith(f"{source}-") for source in call.closed)


ROUTES = (page("/history", log),)
