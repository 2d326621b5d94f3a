"""What open pages ask every second: whether anything changed, and whether the thing they show did."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from factcheck.serving.calling import Call, page
from factcheck.serving.pages._things import sight_of


async def pulse(request: Request) -> Response:
    """The mark of the project; no file is looked at for it."""
    board = request.app.state.board
    return JSONResponse({"mark": board.mark, "busy": board.busy})


def notice(call: Call) -> Response:
    """What changed of the thing that a page shows since it was loaded; nothing where it did not."""
    kind, id = call.path["kind"], call.path["id"]
    sight = sight_of(call, kind, id)
    changed = sight is None or sight.stamp != call.asked("stamp")
    return call.page("notice.html", kind=kind, id=id, sight=sight, changed=changed)


ROUTES = (Route("/pulse", pulse), page("/notice/{kind}/{id}", notice))
