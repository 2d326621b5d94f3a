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
from functools import partial

from factcheck.aligning import Pair, Placed, place_of
from factcheck.checking import Archive, Check, Example, Study, evidence_of, finding
from factcheck.checks._agreed import agreeing
from factcheck.checks.quantity_differs import MATCHING
from factcheck.identity import name_key
from factcheck.language.crediting import is_body
from factcheck.origins import Body, body_of, origin_of, origins
from factcheck.records.claim import Claim
from factcheck.records.finding import Finding, Step
from factcheck.rows import Place
from factcheck.statements.kept import findings, kept


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each origin from which several sources have a figure."""
    shared: dict[tuple[str, str], dict[str, Placed]] = {}
    for pairs, found in kept(archive, "one origin", agreeing(archive, MATCHING), partial(_shared, archive)):
        rows = {row.id: row for pair in pairs for row in (pair.one, pair.other)}
        for name, story, ids in found:
            shared.setdefault((name, story), {}).update((id, rows[id]) for id in ids)

    def made(entry: tuple[str, list[Placed]]) -> Finding:
        return _finding(entry[0], [row.claim for row in entry[1]], archive)

    groups = [(name, sorted(shared[name, story].values(), key=_place)) for name, story in sorted(shared)]
    marked = (({row.source for row in rows}, [name, [row.id for row in rows]], (name, rows)) for name, rows in groups)
    yield from findings(archive, "single-origin", marked, made)


def _place(row: Placed) -> Place:
    return row.place


def _shared(archive: Archive, pairs: Iterable[Pair]) -> list[tuple[str, str, list[str]]]:
    """The claims that have a figure from one origin: its name, where a body is meant their first source, their ids."""
    found = []
    for together in _alike(archive, pairs):
        rest = origins(together, archive)
        if len(rest) == 1:
            story = min(claim.source for claim in together) if is_body(rest[0].name) else ""
            found.append((rest[0].name, story, [claim.id for claim in together]))
    return found


def _alike(archive: Archive, pairs: Iterable[Pair]) -> Iterator[list[Claim]]:
    """Sets of claims of one number that several sources give, one of them from the origin of the others."""
    seen: set[frozenset[str]] = set()
    for one, others in _agreeing(pairs).values():
        source, ids = origin_of(one, archive), frozenset((one.id, *(other.id for other in others)))
        if ids in seen or source.is_same(body_of(archive.studies[one.source])):
            continue
        wanted = _keys(source)
        if any(wanted & _held(other, archive) for other in others):
            seen.add(ids)
            yield sorted([one, *others], key=place_of)


def _agreeing(pairs: Iterable[Pair]) -> dict[str, tuple[Claim, list[Claim]]]:
    """The claims that give one number, by id, each with those of other sources that do."""
    found: dict[str, tuple[Claim, list[Claim]]] = {}
    for pair in pairs:
        one, other = pair.one.claim, pair.other.claim
        if _number(one) == _number(other):
            found.setdefault(one.id, (one, []))[1].append(other)
            found.setdefault(other.id, (other, []))[1].append(one)
    return found


def _held(claim: Claim, archive: Archive) -> set[str]:
    """What a claim's origin and its own source are found by."""
    return _keys(origin_of(claim, archive)) | _keys(body_of(archive.studies[claim.source]))


def _keys(body: Body) -> set[str]:
    """What a body is found by: the source's id, and the names of its makers."""
    return {*map(name_key, body.names), *([f"#{body.source}"] if body.source else [])}


def _number(claim: Claim) -> tuple[str, float, float]:
    quantity = claim.quantity
    return (quantity.dimension, quantity.low, quantity.high) if quantity else ("", 0.0, 0.0)


def _finding(name: str, claims: Sequence[Claim], archive: Archive) -> Finding:
    own: dict[str, list[Claim]] = {}
    for claim in claims:
        own.setdefault(claim.source, []).append(claim)
    sources = sorted(own)
    figures = list(dict.fromkeys(claim.quantity.as_written for claim in claims if claim.quantity))
    told = ", ".join(figures[:3]) + (f" and {len(figures) - 3} more" if len(figures) > 3 else "")
    return finding(
        CHECK,
        fact=(name,),
        verdict="agrees",
        message=f"{told}: {' and '.join(sources)} agree, but all rest on {name}.",
        sides=[[evidence_of(claim, archive, value=_written(claim)) for claim in claims]],
        steps=[_step(archive.studies[source], own[source], archive) for source in sources],
        settle="Count them as one source, and look for another that counted for itself.",
        weight=0.2,
    )


def _written(claim: Claim) -> str | None:
    return claim.quantity.as_written if claim.quantity else None


def _step(study: Study, claims: Sequence[Claim], archive: Archive) -> Step:
    """Whom a source has its figures from."""
    source, own = study.source.id, (origin_of(claim, archive) for claim in claims)
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
    alarms=False,
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
