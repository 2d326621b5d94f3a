"""Several sources give one figure, and all have it from one origin.

Two sources that agree bear each other out only if each knows by itself. This looks for figures that several sources
give alike and that go back to one: one source cites another ("according to a report by …"), both cite the same body,
or the record of a source names its `origin`. Such figures count once. There is one finding for each origin, with the
passages of all figures that are taken from it. It is silent where a source that rests on another origin gives the
figure too, where the figures are too small or too round to be the same by more than chance and nothing else is
shared, and where who says so is only told in passing ("officials").

The verdict is `agrees`, with little weight: nothing is wrong with the figures, and no text varies. What is said is
how much the agreement is worth.

What settles it: a second source that counted for itself.
"""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.aligning import place_of
from factcheck.checking import Archive, Check, Example, evidence_of, finding
from factcheck.checks.quantity_differs import FIGURES, judge
from factcheck.identity import name_key
from factcheck.origins import Body, body_of, origin_of, origins
from factcheck.records.claim import Claim
from factcheck.records.finding import Finding, Step

MOST = 300
"""Claims of one number that each is held against."""


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each origin from which several sources have a figure."""
    shared: dict[str, dict[str, Claim]] = {}
    for together in _alike(archive):
        found = origins(together, archive)
        if len(found) == 1:
            shared.setdefault(found[0].name, {}).update((claim.id, claim) for claim in together)
    for name in sorted(shared):
        yield _finding(name, sorted(shared[name].values(), key=place_of), archive)


def _alike(archive: Archive) -> Iterator[list[Claim]]:
    """Sets of claims of one number that several sources give, one of them from the origin of the others."""
    claims = [claim for study in archive.studies.values() for claim in study.claims if claim.kind in FIGURES]
    taken = [claim for claim in claims if _is_taken(claim, archive)]
    numbers = {_number(claim) for claim in taken}
    by_number: dict[object, list[Claim]] = {}
    by_origin: dict[object, list[Claim]] = {}
    for claim in claims:
        number = _number(claim)
        if number in numbers:
            by_number.setdefault(number, []).append(claim)
            for key in _keys(origin_of(claim, archive)) | _keys(body_of(archive.studies[claim.source])):
                by_origin.setdefault((number, key), []).append(claim)
    for one in taken:
        number, source = _number(one), origin_of(one, archive)
        others = [other for key in sorted(_keys(source)) for other in by_origin[number, key] if other.id != one.id]
        near = {other.id: other for other in others}
        together = [one, *(other for other in list(near.values())[:MOST] if _agree(one, other, archive))]
        if len(together) > 1:
            apart = (other for other in by_number[number][:MOST] if other.id not in near and other.id != one.id)
            yield sorted([*together, *(other for other in apart if _agree(one, other, archive))], key=place_of)


def _keys(body: Body) -> set[str]:
    """What a body is found by: the source's id, and the names of its makers."""
    return {*map(name_key, body.names), *([f"#{body.source}"] if body.source else [])}


def _is_taken(claim: Claim, archive: Archive) -> bool:
    """Whether a claim rests on somebody else than its source."""
    return not origin_of(claim, archive).is_same(body_of(archive.studies[claim.source]))


def _number(claim: Claim) -> tuple[str, float, float]:
    quantity = claim.quantity
    return (quantity.dimension, quantity.low, quantity.high) if quantity else ("", 0.0, 0.0)


def _agree(one: Claim, other: Claim, archive: Archive) -> bool:
    pair = judge(one, other, archive.related) if one.source != other.source else None
    return pair is not None and pair.comparison.result == "agrees"


def _finding(name: str, claims: Sequence[Claim], archive: Archive) -> Finding:
    sources = sorted({claim.source for claim in claims})
    figures = list(dict.fromkeys(claim.quantity.as_written for claim in claims if claim.quantity))
    told = ", ".join(figures[:3]) + (f" and {len(figures) - 3} more" if len(figures) > 3 else "")
    return finding(
        CHECK,
        fact=(name,),
        verdict="agrees",
        message=f"{told}: {' and '.join(sources)} agree, but all rest on {name}.",
        sides=[[evidence_of(claim, archive, value=_written(claim)) for claim in claims]],
        steps=[_step(source, claims, archive) for source in sources],
        settle="Count them as one source, and look for another that counted for itself.",
        weight=0.2,
    )


def _written(claim: Claim) -> str | None:
    return claim.quantity.as_written if claim.quantity else None


def _step(source: str, claims: Sequence[Claim], archive: Archive) -> Step:
    """Whom a source has its figures from."""
    study = archive.studies[source]
    own = [origin_of(claim, archive) for claim in claims if claim.source == source]
    cited = next((origin for origin in own if not origin.is_same(body_of(study))), None)
    if cited is None:
        return Step(code="is-the-origin", text=f"{source} gives the figure as its own.")
    if study.source.origin is not None:
        return Step(code="repeats", text=f"{source} repeats {cited.name}, as its record says.")
    return Step(code="cites", text=f"{source} gives {cited.name} as its source.")


CHECK = Check(
    id="single-origin",
    kind="citation",
    title="Several sources, one origin",
    reads=Archive,
    run=run,
    examples=(
        Example(
            documents={
                "courier": "Kenya spent $367 million on trains, according to a report by the Harrow Institute.",
                "herald": "The Harrow Institute says that Kenya spent $367 million on trains.",
            },
            expect="agrees",
        ),
        Example(
            documents={
                "courier": "Kenya spent $367 million on trains, according to a report by the Harrow Institute.",
                "herald": "Kenya’s treasury said that it spent $367 million on trains.",
            },
            expect=None,
        ),
        Example(
            documents={
                "courier": "Kenya spent $367 million on trains, according to officials.",
                "herald": "Officials said that Kenya spent $367 million on trains.",
            },
            expect=None,
        ),
    ),
)
