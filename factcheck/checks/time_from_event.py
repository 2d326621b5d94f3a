"""Two sources count the time of one happening from the same event, and count it otherwise.

"He resigned three weeks before the election" and "He stepped down days before the election". It compares what happened,
to or by somebody whom both name, where both count from one event; "on the eve of" is the day before, "a few days" are
two to nine. It stays silent where the lengths may be one after rounding, where one document tells of both times, and
where the two documents do not tell of one story.

What settles it: the date on which it happened.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from factcheck.checking import Archive, Check, Example, evidence_at, finding
from factcheck.happenings.counted import COUNTED, Counted, counted
from factcheck.records.finding import Finding, Step
from factcheck.stories import STORY

HELD = 1024
"""Documents whose counted happenings are held in memory."""


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The happenings that are counted in two ways."""
    holding = {study.source.id for study in archive.holding(CHECK)}
    told = lru_cache(maxsize=HELD)(lambda source: tuple(counted(archive.studies[source])))
    for source, kin in archive.related.kin.items():
        for other in sorted(kin):
            if source < other and archive.asks(source, other) and {source, other} <= holding:
                make = partial(_differing, told, source, other, archive.related.between(source, other))
                for one, two in archive.between("counted", source, other, make):
                    yield _finding(archive, (source, told(source)[one]), (other, told(other)[two]))


def _differing(
    told: Callable[[str], tuple[Counted, ...]], first: str, second: str, story: float
) -> list[tuple[int, int]]:
    """The numbers of what two documents count otherwise, each once."""
    if story < STORY / 2:
        return []
    return list(_apart(told(first), told(second)))


def _apart(ours: tuple[Counted, ...], theirs: tuple[Counted, ...]) -> Iterator[tuple[int, int]]:
    for number, one in enumerate(ours):
        others = [(place, other) for place, other in enumerate(theirs) if _are_one(one, other)]
        again = [other for other in ours if _are_one(one, other)]
        if len(others) == len(again) == 1 and _are_apart(one, others[0][1]):
            yield number, others[0][0]


def _are_one(one: Counted, other: Counted) -> bool:
    """Whether both tell what one did, or what became of one, before or after one event."""
    return (one.deed, one.base) == (other.deed, other.base) and bool(one.actors & other.actors)


def _are_apart(one: Counted, other: Counted) -> bool:
    return (one.low > 0) == (other.low > 0) and (one.high < other.low or other.high < one.low)


def _finding(archive: Archive, one: tuple[str, Counted], other: tuple[str, Counted]) -> Finding:
    shown = [evidence_at(archive.studies[id], item.start, item.end, value=item.said) for id, item in (one, other)]
    exact = one[1].exact and other[1].exact
    return finding(
        CHECK,
        fact=(one[1].deed, one[1].base, *sorted((one[0], other[0]))),
        verdict="conflict" if exact else "possible-conflict",
        message=f"One happening is told “{one[1].said} …” ({one[0]}) and “{other[1].said} …” ({other[0]}).",
        sides=([shown[0]], [shown[1]]),
        steps=(
            Step(code="same-happening", text="Both tell what was done by or to the same, counted from one event."),
            Step(code="lengths-differ", text="No length of time is meant by both."),
        ),
        settle="On which day did it happen?",
        weight=0.6 if exact else 0.45,
    )


CHECK = Check(
    id="time-from-event",
    kind="date",
    title="The time of one happening is counted otherwise from one event",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(COUNTED)),
    gathers=(COUNTED,),
    examples=(
        Example(
            documents={
                "paper": "The mayor, Ivo Lenz, resigned three weeks before the election, his party said.",
                "radio": "Ivo Lenz, mayor since 2015, resigned only days before the election in his town.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "paper": "The mayor, Ivo Lenz, resigned three weeks before the election, his party said.",
                "radio": "Ivo Lenz, mayor since 2015, resigned a few weeks before the election in his town.",
            },
            expect=None,
        ),
        Example(
            documents={
                "paper": "The mayor, Ivo Lenz, visited the dam two days after the flood had reached the town.",
                "radio": "Mayor Ivo Lenz visited the dam on the eve of the vote; the flood had come in May.",
            },
            expect=None,
        ),
    ),
)
