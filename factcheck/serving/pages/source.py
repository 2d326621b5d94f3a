"""A source as it reads: its structure kept, its claims and findings marked in place; its record; claims made here."""

import tempfile
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlencode

from starlette.responses import Response

from factcheck.errors import SourceError, UsageError
from factcheck.project import Project
from factcheck.project.manuscripts import own_name
from factcheck.records.claim import Kind
from factcheck.records.document import Document
from factcheck.records.source import Source
from factcheck.serving.calling import Call, page
from factcheck.serving.marking import Mark, paragraphs
from factcheck.serving.pages._things import path_of

MOST_CHARACTERS = 60_000
"""Of a source's text on one page."""


def read(call: Call) -> Response:
    """A source's text with its marks."""
    id = call.path["id"]
    with call.project() as project:
        source = _source(call, project, id)
        document, says = None, ""
        try:
            document = project.document(id) if not source.removed else None
        except SourceError as error:
            says = str(error)
        marks = [*_claims(call, project, id), *_findings(call, project, id)] if document else []
    here = next((mark for mark in marks if mark.here), None)
    at = here.start if here else int(call.asked("at")) if call.asked("at").isdecimal() else 0
    pages = _pages(document) if document else [(0, 0)]
    number = next((place for place, (_, end) in enumerate(pages) if at < end), 0)
    if call.asked("page").isdecimal():
        number = min(max(int(call.asked("page")[:6]) - 1, 0), len(pages) - 1)
    start, end = pages[number]
    shown = [block for block in document.blocks if start <= block.start < end] if document else []
    return call.page(
        "source.html",
        source=source,
        document=document,
        says=says,
        paragraphs=paragraphs(document, shown, marks) if document else (),
        marks=marks,
        number=number + 1,
        pages=len(pages),
        at=at,
        words="",
        claim=None,
        claim_kinds=get_args(Kind),
    )


def _source(call: Call, project: Project, id: str) -> Source:
    source = project.source(id)
    if id in call.closed:
        raise UsageError(f"no source is called {id!r}")
    return source


def _pages(document: Document) -> list[tuple[int, int]]:
    """The text in pages of whole blocks, as offsets."""
    made, begin = [], 0
    for block in document.blocks:
        if block.start - begin > MOST_CHARACTERS:
            made.append((begin, block.start))
            begin = block.start
    return [*made, (begin, len(document.text) + 1)]


def _claims(call: Call, project: Project, id: str) -> list[Mark]:
    found, wanted = [], call.asked("claim")
    claims = project.claims(sources=[id])
    standings = project.standings(claims)
    for claim in claims:
        for anchor in claim.anchors:
            if anchor.source == id and anchor.start is not None and anchor.end is not None:
                state, here = standings[claim.id].status, claim.id == wanted
                title = f"{state} claim: {claim.statement}"
                found.append(Mark(anchor.start, anchor.end, state, title, path_of("claim", claim.id), here))
    return found


def _findings(call: Call, project: Project, id: str) -> list[Mark]:
    found, wanted = [], call.asked("finding")
    for one in project.findings_at(sources=[id]):
        if one["verdict"] in ("agrees", "not-checked"):
            continue
        if any(item["source"] in call.closed for item in one["evidence"]):
            continue
        for item in one["evidence"]:
            if item["source"] == id and item["side"]:
                state = "settled" if one["status"] == "settled" else "finding"
                title = f"{one['status']} {one['verdict']}: {one['message']}"
                here = one["id"] == wanted
                found.append(Mark(item["start"], item["end"], state, title, path_of("finding", one["id"]), here))
    return found


def change(call: Call) -> Response:
    """Change the record: what the source is called, by whom, of when."""
    fields: dict[str, Any] = {
        name: call.said(name) or None for name in ("publisher", "issued", "URL", "note", "embargo")
    }
    fields["title"] = call.said("title")
    fields["author"] = [name.strip() for name in call.said("author").split(";") if name.strip()]
    fields["confidential"] = call.said("confidential") == "yes"
    fields["tags"] = [tag.strip() for tag in call.said("tags").split(",") if tag.strip()]
    with call.project() as project:
        source = project.source(call.path["id"])
        if [str(name) for name in source.author] == fields["author"]:
            del fields["author"]
        project.change_source(source.id, **fields)
    call.board.look()
    return call.go(f"/source/{source.id}", "The record is kept.")


def update(call: Call) -> Response:
    """Put a new version in place, and say which claims need another look."""
    sent, id = call.files("files"), call.path["id"]
    if len(sent) != 1:
        raise UsageError("choose one file: the new version")
    (name, data) = sent[0]
    with call.project() as project, tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / own_name(name)
        path.write_bytes(data)
        done = project.update_source(id, path, issued=call.said("issued") or None, edition=call.said("edition") or None)
    call.board.look()
    again, of = len(done.to_see_again), len({one.claim for one in done.passages})
    said = "The new version is in place."
    if of:
        said += f" {again} of {of} claims on it need another look." if again else " All passages stand."
    return call.go(f"/source/{id}", said)


def add_claim(call: Call) -> Response:
    """Make a claim on words of the source."""
    fields = {name: call.said(name) for name in ("statement", "kind", "measure", "note")}
    given: dict[str, Any] = {name: value for name, value in fields.items() if value}
    given["tags"] = [tag.strip() for tag in call.said("tags").split(",") if tag.strip()]
    id = call.path["id"]
    with call.project() as project:
        claim = project.add_claim(id, call.said("passage"), by=call.by, **given)
    call.board.look()
    return call.go(f"/source/{id}?{urlencode({'claim': claim.id})}", "The claim is there; somebody has to approve it.")


ROUTES = (
    page("/source/{id}", read),
    page("/source/{id}/record", post=change),
    page("/source/{id}/version", post=update),
    page("/source/{id}/claim", post=add_claim),
)
