"""Editing a claim: only what the form changes, and never over what somebody else changed meanwhile."""

from typing import Any

from starlette.responses import Response

from factcheck.errors import ChangedError
from factcheck.reporting import harmless
from factcheck.serving.calling import Call, page
from factcheck.serving.pages._filters import wanted
from factcheck.serving.pages._things import path_of
from factcheck.serving.pages.deciding import both


def edit(call: Call) -> Response:
    """Keep what was changed of a claim."""
    id = call.path["id"]
    with call.project() as project:
        claim = project.stored_claim(id)
        changes: dict[str, Any] = {}
        for name in ("statement", "kind", "measure", "note"):
            before = harmless(str(getattr(claim, name) or ""))
            if call.said(name) != before.strip():
                changes[name] = call.said(name) or ("" if name == "measure" else None)
        tags = [tag.strip() for tag in call.said("tags").split(",") if tag.strip()]
        if tags != list(claim.tags):
            changes["tags"] = tags
        same = call.said("passage").split() == harmless(claim.anchors[0].exact).split()
        try:
            stamps = {id: call.said("stamp")}
            project.edit_claim(id, by=call.by, words=None if same else call.said("passage"), stamps=stamps, **changes)
        except ChangedError as error:
            return both(call, "claim", id, str(error))
    call.board.look()
    asked = wanted({name: value for name, value in call.form.items() if isinstance(value, str) and name == "order"})
    return call.go(path_of("claim", id), "The changes are kept.", **asked.given)


ROUTES = (page("/claim/{id}/edit", post=edit),)
