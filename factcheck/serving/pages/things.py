"""The page of a finding, a claim or a statement: all that is needed to decide on it, and the keys to do so."""

from typing import TYPE_CHECKING, get_args

from starlette.responses import Response

from factcheck.records.claim import Kind
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
        f"{kind}.html",
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
        claim_kinds=get_args(Kind),
        findings=_findings(call, sight),
    )


def _findings(call: Call, sight: Sight) -> "list[ReportedFinding]":
    """The findings that a claim takes part in, but for those that this visitor may not see."""
    found = sight.claim.findings if sight.claim else ()
    return [one for one in found if not any(item.source in call.closed for item in one.evidence)]


ROUTES = tuple(page(f"/{kind}/{{id}}", thing) for kind in ("finding", "claim", "statement"))
