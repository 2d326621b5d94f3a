"""Two sources give two causes of one happening.

It reads what a sentence says caused, started or triggered a fire, a crash, a collapse, an outage, an outbreak and the
like ("was caused by a short circuit", "a cigarette started the blaze", "because of ice on the wings"), and reports two
documents of one story whose causes are of two kinds that hardly go together, or of which one affirms a cause that the
other rules out. It stays silent where a cause is only thought likely, where a document gives several, where the causes
may be links of one chain (a storm, and the tree that it felled), and where the happenings have other names.

What settles it: the report of those who looked into it.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.language.causes import Cause, are_two, cause_in
from factcheck.records.finding import Finding, Step


class _Given(NamedTuple):
    """A cause that a document gives, by its place there."""

    study: Study
    cause: Cause


def _causes(study: Study) -> Iterator[Cause]:
    """The causes that a document gives, by their places in its text."""
    document = study.document
    for sentence in document.sentences:
        if document.blocks[sentence.block].kind in ("note", "furniture"):
            continue
        cause = cause_in(document.text[sentence.start : sentence.end].replace("\n", " "))
        if cause is not None:
            yield cause._replace(start=sentence.start + cause.start, end=sentence.start + cause.end)


def _gather(study: Study) -> list[list[object]]:
    """The same as plain values."""
    return [[happening, sorted(names), sorted(kinds), *rest] for happening, names, kinds, *rest in _causes(study)]


CAUSES = Gathering("causes", _gather)


def _given(study: Study) -> Iterator[_Given]:
    for happening, names, kinds, *rest in study.gathered(CAUSES):
        yield _Given(study, Cause(happening, frozenset(names), frozenset(kinds), *rest))


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The happenings to which two documents give two causes, each once."""
    given = {study.source.id: list(_given(study)) for study in archive.holding(CHECK)}
    for source, other in archive.related.twos():
        if source in given and other in given:
            yield from _of_two(given[source], given[other])


def _of_two(ours: list[_Given], theirs: list[_Given]) -> Iterator[Finding]:
    """What two documents say against each other, of each happening the first."""
    told: set[str] = set()
    for one, other in product(ours, theirs):
        happening = one.cause.happening
        if happening not in told and _are_of_one(one.cause, other.cause):
            every = [[item.cause for item in side if item.cause.happening == happening] for side in (ours, theirs)]
            if _are_against(one.cause, other.cause, *every):
                told.add(happening)
                yield _finding(one, other)


def _are_of_one(one: Cause, other: Cause) -> bool:
    """Whether two causes may be of one happening: of one kind, and of no two names."""
    if one.happening != other.happening:
        return False
    return not (one.names and other.names) or not one.names.isdisjoint(other.names)


def _are_against(one: Cause, other: Cause, ours: list[Cause], theirs: list[Cause]) -> bool:
    """Whether one rules out the cause of the other, or both give causes none of which go together."""
    if one.denied or other.denied:
        return one.denied != other.denied and not one.kinds.isdisjoint(other.kinds)
    affirmed = ([cause for cause in side if not cause.denied] for side in (ours, theirs))
    return all(are_two(a.kinds, b.kinds) for a, b in product(*affirmed))


def _finding(one: _Given, other: _Given) -> Finding:
    sources, said = (one.study.source.id, other.study.source.id), (one.cause.said, other.cause.said)
    happening = one.cause.happening
    how = "denied" if one.cause.denied or other.cause.denied else "other-cause"
    told = {
        "denied": f"{' and '.join(sources)} differ on whether the {happening} was caused by {said[0]}.",
        "other-cause": f"{' and '.join(sources)} give two causes of the {happening}: {said[0]}, and {said[1]}.",
    }
    return finding(
        CHECK,
        fact=(happening, *sources, *said),
        verdict="possible-conflict",
        message=told[how],
        sides=[
            [evidence_at(item.study, item.cause.start, item.cause.end, value=item.cause.said)] for item in (one, other)
        ],
        steps=(Step(code=how, text=_HOW[how]),),
        settle="What does the report of those who looked into it say?",
        weight=0.6,
    )


_HOW = {
    "other-cause": "The causes are of kinds that hardly go together, and neither document gives both.",
    "denied": "One rules out the cause that the other gives.",
}


CHECK = Check(
    id="cause-differs",
    kind="event",
    title="One happening, two causes",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(CAUSES)),
    gathers=(CAUSES,),
    examples=(
        Example(
            documents={
                "wire": "The fire that gutted the Arlen mill on Sunday was caused by an electrical fault.",
                "paper": "A discarded cigarette started the blaze that gutted the Arlen mill on Sunday.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "The fire that gutted the Arlen mill on Sunday may have been caused by an electrical fault.",
                "paper": "A discarded cigarette started the blaze that gutted the Arlen mill on Sunday.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "The blackout that hit the Arlen mill on Sunday was caused by a storm.",
                "paper": "A tree felled by the wind caused the blackout that hit the Arlen mill on Sunday.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "The explosion that wrecked the Arlen mill on Sunday was not caused by gas.",
                "paper": "Leaking gas caused the explosion that wrecked the Arlen mill on Sunday.",
            },
            expect="possible-conflict",
        ),
    ),
)
