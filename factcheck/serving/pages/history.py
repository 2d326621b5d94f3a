"""What was decided: the log, the latest first."""

from itertools import islice

from starlette.responses import Response

from factcheck.records.review import Decision
from factcheck.reviewing.policy import same_person
from factcheck.serving.calling import Call, page
from factcheck.serving.pages._things import path_of

PAGE = 100


def log(call: Call) -> Response:
    """The log, or what one person decided, or what was decided from a day on."""
    by, since = call.asked("by"), call.asked("since")
    number = max(int(call.asked("page")[:6]), 1) if call.asked("page").isdecimal() else 1
    with call.project() as project:
        ledger = project.ledger
        people = sorted(ledger.people())
        if by or since or call.closed:
            shown = [line for line in ledger.latest() if _is_wanted(call, line, by, since)]
            total, first = len(shown), shown
        else:
            total, first = len(ledger.order), list(islice(ledger.latest(), number * PAGE))
    pages = max((total + PAGE - 1) // PAGE, 1)
    number = min(number, pages)
    return call.page(
        "history.html",
        lines=first[(number - 1) * PAGE : number * PAGE],
        total=total,
        number=number,
        pages=pages,
        people=people,
        by=by,
        since=since,
        path_of=path_of,
    )


def _is_wanted(call: Call, line: Decision, by: str, since: str) -> bool:
    if (by and not same_person(line.by, by)) or line.at[: len(since)] < since or _is_closed(call, line.subject):
        return False
    return not call.closed or (line.subject_kind != "finding" and not line.resting_on and not line.query)


def _is_closed(call: Call, subject: str) -> bool:
    return any(subject == source or subject.startswith(f"{source}-") for source in call.closed)


ROUTES = (page("/history", log),)
