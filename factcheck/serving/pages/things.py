"""The page of a finding, a claim or a statement: all that is needed to decide on it, and the keys to do so."""

from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import urlencode

from starlette.responses import Response

from factcheck.errors import UsageError
from factcheck.pages.cards import card
from factcheck.pages.pictures import picture
from factcheck.picturing import shapes
from factcheck.records.claim import Kind
from factcheck.reviewing.findings import numbered
from factcheck.serving.calling import Call, page
from factcheck.serving.pages._filters import beside, wanted
from factcheck.serving.pages._things import Sight, path_of, seen, sources_by_id

if TYPE_CHECKING:
    from factcheck.records.finding import ReportedFinding

PAST = 30
"""Earlier decisions that are shown, the latest ones."""


def thing(call: Call) -> Response:
    """A thing as it stands."""
    kind, id = call.request.url.path.split("/")[1], call.path["id"]
    sight, asked = seen(call, kind, id), wanted(call.request.query_params)
    place, total, before, after = beside(call, asked, kind, id)
    with call.project() as project:
        people = tuple(project.config.review.reviewers)
        queries = [one for one in project.queries([id]) if one.subject_kind == kind]
    return call.page(
        f"on-{kind}.html",
        kind=kind,
        id=id,
        sight=sight,
        asked=asked,
        place=place,
        total=total,
        before=before,
        after=after,
        people=people,
        queries=queries,
        past=sight.history.lines[-PAST:],
        standing={line.digest for line in sight.history.standing},
        sources=sources_by_id(call),
        path_of=path_of,
        **_shown(call, sight),
        claim_kinds=get_args(Kind),
        findings=_findings(call, sight),
    )


def _shown(call: Call, sight: Sight) -> dict[str, Any]:
    """A finding as a card, with the keys of its claims and where its passages lead."""
    if sight.finding is None:
        return {}
    finding = sight.finding.finding
    sources = {id: {"title": one.title, "issued": one.issued} for id, one in sources_by_id(call).items()}

    def link(item: Mapping[str, Any]) -> str | None:
        here = {"finding": finding.id, "at": item["start"]}
        return f"/source/{item['source']}?{urlencode(here)}" if item["source"] in sources else None

    told, claims = finding.model_dump(mode="json"), {}
    ids = frozenset(item.claim for item in finding.evidence if item.claim)
    with call.project() as project, suppress(UsageError):
        claims = shapes(project.stored_claims(sorted(ids)), ids)
    keys = numbered(finding.evidence)
    return {"shown": card(told, sources), "link": link, "numbered": keys, "drawing": picture(told, claims)}


def _findings(call: Call, sight: Sight) -> "list[ReportedFinding]":
    """The findings that a claim takes part in, but for those that this visitor may not see."""
    found = sight.claim.findings if sight.claim else ()
    return [one for one in found if not any(item.source in call.closed for item in one.evidence)]


ROUTES = tuple(page(f"/{kind}/{{id}}", thing) for kind in ("finding", "claim", "statement"))
