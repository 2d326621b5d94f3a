"""Statements that are of one thing, two by two, and what hangs together by them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

Place = tuple[str, int]
"""A sentence: its source, and where it begins."""


class Told(Protocol):
    """What joining looks at of a statement."""

    @property
    def source(self) -> str:
        """The id of its source."""
        ...

    @property
    def place(self) -> Place:
        """Where it stands in its text."""
        ...

    @property
    def sentence(self) -> int:
        """The number of its sentence."""
        ...

    @property
    def event(self) -> object:
        """What happens, where it is a happening."""
        ...


S = TypeVar("S", bound=Told)

Scored = tuple[float, S, S]
"""The points that two statements share, and the two."""


def joined(pairs: Sequence[Scored[S]]) -> list[tuple[S, ...]]:
    """What hangs together, each statement joined with its best match in another document.

    Values hang together through each other; happenings only where each is like every other.
    """
    best: dict[tuple[S, str], float] = {}
    for points, one, other in pairs:
        for mine, theirs in ((one, other), (other, one)):
            best[mine, theirs.source] = max(best.get((mine, theirs.source), 0.0), points)
    known = {frozenset((one, other)) for _, one, other in pairs if one.event}
    homes: dict[S, list[S]] = {}
    for points, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1].place, pair[2].place)):
        if points < best[one, other.source] or points < best[other, one.source]:
            continue
        own, others = homes.setdefault(one, [one]), homes.setdefault(other, [other])
        if own is others or (one.event and not all(frozenset((a, b)) in known for a in own for b in others)):
            continue
        own += others
        homes.update((item, own) for item in others)
    groups = {id(group): group for group in homes.values() if len(group) > 1}.values()
    return sorted((tuple(sorted(group, key=_place)) for group in groups), key=lambda group: group[0].place)


def _place(item: Told) -> Place:
    return item.place


def once(groups: Iterable[tuple[S, ...]]) -> Iterator[tuple[S, ...]]:
    """The groups without those whose sentences all stand in one before it."""
    told_of: dict[Place, list[frozenset[Place]]] = defaultdict(list)
    for together in groups:
        places = frozenset((item.source, item.sentence) for item in together)
        if not any(places <= other for other in told_of.get(min(places), ())):
            for place in places:
                told_of[place].append(places)
            yield together
