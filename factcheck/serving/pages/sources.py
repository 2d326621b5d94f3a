"""The sources: listed, and added by dropping files on the page."""

from starlette.responses import Response

from factcheck.errors import UsageError
from factcheck.serving.calling import Call, page


def listed(call: Call) -> Response:
    """All sources that this visitor may see."""
    with call.project() as project:
        states = {state.id: state for state in project.verify_sources()}
        counts = {source["id"]: source for source in project.check_json()["sources"]}
        sources = [source for source in project.sources() if source.id not in call.closed]
    return call.page("sources.html", sources=sources, states=states, counts=counts)


def add(call: Call) -> Response:
    """Add the files that were sent, all or none."""
    sent = call.files("files")
    if not sent:
        raise UsageError("no file was chosen")
    with call.project() as project:
        added = project.add_files(sent, publisher=call.said("publisher"), issued=call.said("issued"))
    call.board.look()
    names = ", ".join(source.title for source in added[:5])
    more = f" and {len(added) - 5} more" if len(added) > 5 else ""
    return call.go("/sources", f"Added {names}{more}. They are being compared; what differs comes into the queue.")


ROUTES = (page("/sources", listed, add),)
