"""Why a finding was made, and why a passage gave none: the whole trace, as records."""

from collections.abc import Iterable, Sequence

from factcheck.checking import Archive
from factcheck.records.base import Record, Slug
from factcheck.records.claim import Claim
from factcheck.records.finding import Finding, ReportedFinding, Step
from factcheck.records.quantity import Quantity, bounds
from factcheck.records.review import Decision
from factcheck.records.timespan import Timespan
from factcheck.weighing import Weighed, weigh

MOST_COMPARED = 5
"""Candidates that are shown for each claim, best first."""


class ExplainedFinding(Record):
    """A finding with the claims of its evidence by id, each normalised, and the decisions that stand on it."""

    finding: ReportedFinding
    values: dict[str, str]
    decisions: tuple[Decision, ...] = ()


class ExplainedClaim(Record):
    """A claim of a passage: what it says, the findings that it takes part in, and what it was compared with.

    `start` and `end` are code points of the source's canonical text, end exclusive. `others` counts the claims that
    it could have been compared with; those compared are the nearest of them. `step` says why there are none.
    """

    claim: str
    kind: str
    measure: str
    statement: str
    start: int
    end: int
    value: str
    findings: tuple[str, ...]
    compared: tuple[Weighed, ...]
    others: int
    step: Step | None = None


class ExplainedPassage(Record):
    """A passage `text[start:end]` of a source with its claims; without any, `step` says why."""

    source: Slug
    start: int
    end: int
    exact: str
    claims: tuple[ExplainedClaim, ...]
    step: Step | None = None
    switched_off: tuple[str, ...] = ()
    """Checks that do not look at this source, by the project's settings."""


def explain_finding(finding: ReportedFinding, archive: Archive, decisions: Iterable[Decision] = ()) -> ExplainedFinding:
    """The trace of a finding: its steps, and what its passages come to in figures and days."""
    wanted = {item.claim for item in finding.evidence if item.claim}
    sources = {item.source for item in finding.evidence}
    claims = (claim for name in sorted(sources & archive.studies.keys()) for claim in archive.studies[name].claims)
    values = {claim.id: normalised(claim) for claim in claims if claim.id in wanted}
    return ExplainedFinding(finding=finding, values=values, decisions=tuple(decisions))


def explain_passage(
    source: str,
    start: int,
    end: int,
    archive: Archive,
    findings: Sequence[Finding] = (),
    silenced: Sequence[Claim] = (),
) -> ExplainedPassage:
    """Which claims stand in `text[start:end]` of a source, what they were held against, and what set each aside.

    `silenced` are the claims that people rejected or withdrew.
    """
    study = archive.studies[source]
    here = [claim for claim in study.claims if _touches(claim, start, end)]
    explained = tuple(_claim(claim, archive, findings) for claim in here)
    step = None if explained else _why_no_claim(archive, source, start, end)
    if any(claim.source == source and _touches(claim, start, end) for claim in silenced):
        step = Step(code="rejected", text="A claim there was rejected or withdrawn; it takes part in no comparison.")
    exact = study.document.text[start:end]
    return ExplainedPassage(source=source, start=start, end=end, exact=exact, claims=explained, step=step)


def _touches(claim: Claim, start: int, end: int) -> bool:
    anchor = claim.anchors[0]
    return anchor.start is not None and anchor.end is not None and anchor.start < end and start < anchor.end


def _why_no_claim(archive: Archive, source: str, start: int, end: int) -> Step:
    document = archive.studies[source].document
    block = document.block_at(start)
    if block is None:
        return Step(code="no-text", text="No text stands there.")
    if not block.checked:
        return Step(code="not-read", text="This part could not be read for checking.")
    if block.kind == "furniture":
        return Step(code="furniture", text="This was taken for page furniture (a running head, a page number, a menu).")
    seen = [
        kind
        for kind, mentions in archive.studies[source].mentions.items()
        if any(mention.start < end and start < mention.end for mention in mentions)
    ]
    if seen:
        return Step(code="no-claim", text=f"No claim was found there; seen were only: {', '.join(sorted(seen))}.")
    return Step(code="no-claim", text="No claim was found there: no figure, date, name, quotation or list.")


def _claim(claim: Claim, archive: Archive, findings: Sequence[Finding]) -> ExplainedClaim:
    weighed = [
        found
        for study in archive.studies.values()
        for other in study.claims
        if not _is_beside(claim, other) and (found := weigh(claim, other, archive)) is not None
    ]
    nearest = sorted(
        weighed, key=lambda one: (one.outcome == "set-aside", -one.points, one.source, one.start, one.claim)
    )
    taking_part = [finding for finding in findings if any(item.claim == claim.id for item in finding.evidence)]
    together = {item.claim for finding in taking_part for item in finding.evidence}
    compared = tuple(_aligned(claim, one, together, weighed, archive) for one in nearest[:MOST_COMPARED])
    anchor = claim.anchors[0]
    return ExplainedClaim(
        claim=claim.id,
        kind=claim.kind,
        measure=claim.measure,
        statement=claim.statement,
        start=anchor.start or 0,
        end=anchor.end or 0,
        value=normalised(claim),
        findings=tuple(finding.id for finding in taking_part),
        compared=compared,
        others=len(weighed),
        step=None if weighed else _why_alone(claim, archive),
    )


def _is_beside(one: Claim, other: Claim) -> bool:
    """Whether two claims are one, or stand in one passage."""
    ours, theirs = one.anchors[0], other.anchors[0]
    return one.source == other.source and (one.id == other.id or (ours.start, ours.end) == (theirs.start, theirs.end))


def _why_alone(claim: Claim, archive: Archive) -> Step:
    if claim.kind in ("quotation", "attribution", "enumeration", "name"):
        text = "Its words, items or names are looked up in all documents; what differs is told in findings alone."
        return Step(code="looked-up", text=text)
    if len(archive.studies) < 2:
        return Step(code="one-source", text="There is no other source to compare it with.")
    return Step(code="no-other", text="No other claim is of its kind.")


def _aligned(
    claim: Claim, one: Weighed, together: set[str | None], weighed: Sequence[Weighed], archive: Archive
) -> Weighed:
    """The same, with a step more where the two differ and no finding says so, because another explains one of them."""
    if one.outcome != "differs" or one.claim in together:
        return one
    same = next((it for it in weighed if it.outcome == "agrees" and it.source == one.source), None)
    if same is None:
        other = next(item for item in archive.studies[one.source].claims if item.id == one.claim)
        same = _agreeing(other, claim.source, archive)
    if same is not None:
        text = f"It is explained by another that gives the same: {same.statement}"
        return one.but(outcome="set-aside", steps=(*one.steps, Step(code="explained-elsewhere", text=text)))
    text = "A likelier counterpart was found for one of the two."
    return one.but(outcome="set-aside", steps=(*one.steps, Step(code="matched-elsewhere", text=text)))


def _agreeing(claim: Claim, source: str, archive: Archive) -> Weighed | None:
    """What agrees with a claim in another document."""
    found = (weigh(claim, other, archive) for other in archive.studies[source].claims if other.id != claim.id)
    return next((one for one in found if one is not None and one.outcome == "agrees"), None)


# Values


def normalised(claim: Claim) -> str:
    """What a claim comes to: its figure in its unit with the interval that it means, its days, its actors."""
    parts = []
    if claim.quantity is not None:
        parts.append(_figure(claim.quantity, claim.per))
    if claim.timespan is not None:
        parts.append(_time(claim.timespan))
    for role, names in claim.roles.model_dump(by_alias=True).items():
        if names:
            parts.append(f"{role}: {', '.join(names)}")
    for name, said in (("place", claim.place), ("status", claim.status), ("as of", claim.as_of)):
        parts += [f"{name}: {said}"] if said else []
    if claim.scope != "whole":
        parts.append("an addition" if claim.scope == "additional" else "a part")
    if not claim.polarity:
        parts.append("denied")
    return "; ".join(parts)


def _figure(quantity: Quantity, per: str | None) -> str:
    number = _number(quantity.low) if not quantity.is_range else f"{_number(quantity.low)} to {_number(quantity.high)}"
    limits = bounds(quantity)
    low, high = limits.low, limits.high
    unit = " ".join(
        part for part in (quantity.unit, f"per {per or quantity.per}" if per or quantity.per else "") if part
    )
    said = f"{number} {unit}".strip()
    if (low, high) == (quantity.low, quantity.high):
        return said
    if high is None:
        return f"{said} or more"
    if low is None or low == 0 < quantity.low:
        return f"{said} or less"
    return f"{said} (meaning {_number(low)} to {_number(high)})"


def _number(value: float) -> str:
    return f"{value:,.12g}"


def _time(span: Timespan) -> str:
    if not span.is_resolved:
        return f"{span.as_written}: not known when"
    told = f"from {span.start or 'not known'} until {span.end or 'not known'}"
    origin = {"publication": ", counted from the document’s date", "text": ", counted from the text"}
    return f"{told} ({span.as_written}{origin.get(span.resolved_from, '')})"
