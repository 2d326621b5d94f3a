"""Claims that people write and edit: on a passage given by its words, or on a page that was not read."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from factcheck.anchoring import CONTEXT, Locator, anchor_for
from factcheck.digests import digest_of
from factcheck.errors import UsageError
from factcheck.records.claim import Claim
from factcheck.records.document import Document
from factcheck.records.passage import Anchor
from factcheck.records.source import Source

MOST_CONTEXT = 512
"""Characters on either side that an anchor may take to point at one place."""


def written(source: Source, document: Document, exact: str, by: str, fields: Mapping[str, Any]) -> Claim:
    """A claim that a person writes on a passage given by its words; raises UsageError, with the nearest passage.

    With a `page` among the fields the words are the person's own reading of a page that was not read (a scan).
    """
    given = {name: value for name, value in fields.items() if name != "page"}
    if fields.get("page") is not None:
        anchor = _on_unread_page(source, document, exact, int(fields["page"]))
    else:
        anchor = unique_anchor(document, *place_of_words(source, document, exact))
    said = {"kind": "event", "measure": "", "statement": " ".join(anchor.exact.split()), **given}
    mark = digest_of(source.id, said, anchor.exact)[:10]
    return _checked({**said, "id": f"{source.id}-{mark}", "anchors": [anchor.model_dump(mode="json")], "found_by": by})


def edited(claim: Claim, by: str, changes: Mapping[str, Any], anchor: Anchor | None = None) -> Claim:
    """A claim as a person changed it, on another passage where one is given; it keeps its id.

    Whoever changes only its tags or its note is not among those who wrote it.
    Raises UsageError for a field that cannot be changed, or not so.
    """
    fixed = {"schema_version", "id", "anchors", "found_by", "edited_by", "provisional", "replaces"} & set(changes)
    if fixed:
        raise UsageError(f"{sorted(fixed)[0]} cannot be changed by hand")
    anchors = [(anchor or claim.anchors[0]), *claim.anchors[1:]]
    is_remark = anchor is None and set(changes) <= {"tags", "note"}
    editors = claim.edited_by if is_remark or by in (claim.found_by, *claim.edited_by) else (*claim.edited_by, by)
    body = {**claim.model_dump(mode="json", by_alias=True), **changes, "edited_by": list(editors), "provisional": False}
    body["anchors"] = [one.model_dump(mode="json") for one in anchors]
    return _checked(body)


def _checked(body: Mapping[str, Any]) -> Claim:
    try:
        return Claim.model_validate_json(json.dumps(body))
    except ValidationError as error:
        fault = error.errors()[0]
        raise UsageError(f"{'.'.join(map(str, fault['loc']))}: {fault['msg'].removeprefix('Input ')}") from error


def _on_unread_page(source: Source, document: Document, exact: str, page: int) -> Anchor:
    """An anchor on a page without text: the words as a person read them, and the page, counted from 1."""
    if not document.not_checked:
        raise UsageError(f"{source.id} was read whole; give the words of the passage, without --page")
    if not 1 <= page <= document.pages:
        raise UsageError(f"{source.id} has {document.pages} pages; there is no page {page}")
    if not exact.strip():
        raise UsageError("give the words as the page has them")
    return Anchor(source=source.id, exact=exact.strip(), page=str(page))


def place_of_words(source: Source, document: Document, exact: str) -> tuple[int, int]:
    """Where words stand in a document, `text[start:end]`; raises UsageError, with the nearest passage."""
    found = Locator(document).locate(exact)
    if found.start is None or found.end is None:
        raise UsageError(f"these words are not in {source.id}")
    there = " ".join(document.text[found.start : found.end].split())
    if found.outcome == "ambiguous":
        raise UsageError(f"these words stand {found.candidates} times in {source.id}; give more of the passage")
    if found.outcome not in ("found", "moved"):
        error = UsageError(f"these words are not in {source.id}; did you mean “{there}”?")
        error.nearest = there
        raise error
    return found.start, found.end


def unique_anchor(document: Document, start: int, end: int) -> Anchor:
    """An anchor with so much of its surroundings that it points at one place alone."""
    anchor, text, reach = anchor_for(document, start, end), document.text, CONTEXT
    while reach < MOST_CONTEXT and text.count(anchor.prefix + anchor.exact + anchor.suffix) > 1:
        reach *= 2
        anchor = anchor.but(prefix=text[max(start - reach, 0) : start], suffix=text[end : end + reach])
    return anchor
