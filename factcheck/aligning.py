"""Aligns the claims of different documents: which claim of one is about the same fact as which of another.

Texts on one subject hold many figures. A figure that another document gives too is explained by it, and is
not held against that document's other figures; what is left over is matched best first, each with one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Protocol

from factcheck.comparing import BY_THE_CLOCK, ON_THE_DAY, Comparison
from factcheck.grouping import Meeting
from factcheck.likeness import Likeness
from factcheck.records.claim import Claim
from factcheck.records.finding import ORDER, Verdict
from factcheck.rows import Place, Row
from factcheck.stories import Relatedness


class Placed(Protocol):
    """A claim that is known by where it stands: its row."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def source(self) -> str: ...  # noqa: D102
    @property
    def place(self) -> Place: ...  # noqa: D102
    @property
    def low(self) -> float: ...  # noqa: D102
    @property
    def claim(self) -> Claim: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that may be about one fact, `one` before `other` in order of source and place."""

    one: Placed
    other: Placed
    likeness: Likeness
    comparison: Comparison

    @property
    def within(self) -> bool:
        """Whether both stand in one document."""
        return self.one.source == self.other.source

    @property
    def rank(self) -> tuple[float, float, str, str]:
        """Best first; of equals those whose values lie nearest each other, then in order of id."""
        return -round(self.likeness.score, 6), self._apart, self.one.id, self.other.id

    @property
    def _apart(self) -> float:
        """How far the values lie from each other, from 0 to 1."""
        small, large = sorted((abs(self.one.low), abs(self.other.low)))
        return 1 - small / large if large else 0.0


Judge = Callable[[Row, Row, Relatedness], Pair | None]
"""Compares two claims; null where they are surely not about one fact."""


@dataclass(frozen=True)
class Matching:
    """How a check pairs claims.

    `family` is that of the keys of its groups. `chosen` gives those rows of a document that take part; `meeting` says
    which of them meet. `judge` compares two that do; it should dismiss by their rows, before it asks for a claim.
    """

    family: str
    chosen: Callable[[Sequence[Row]], Sequence[Row]]
    judge: Judge
    meeting: Meeting
    look: Callable[[Row], Any] | None = None
    """What `chosen` and `meeting` ask of the claim of a row, as plain values: they find it as the row's `seen`."""


def place_of(claim: Claim) -> Place:
    """Where a claim stands, to order claims by."""
    return claim.source, claim.anchors[0].start or 0, claim.id


def align(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that hold: all that agree, and of those that differ the best for each claim and document.

    A claim that agrees with one of a document is not set against another of it, nor is one that was matched.
    """
    held = [pair for pair in pairs if pair.comparison.result == "agrees"]
    told = {(key, pair.comparison.code == ON_THE_DAY) for pair in held for key in _keys(pair)}
    for pair in pairs:
        known = (False,) if pair.comparison.code == BY_THE_CLOCK else (False, True)
        if pair.comparison.verdict is not None and told.isdisjoint(product(_keys(pair), known)):
            held.append(pair)
            told.update(product(_keys(pair), (False,)))
    return held


def _keys(pair: Pair) -> tuple[tuple[str, str], tuple[str, str]]:
    return (pair.one.id, pair.other.source), (pair.other.id, pair.one.source)


@dataclass(frozen=True, slots=True)
class Opposition:
    """Claims about one fact that take sides; each side holds claims that agree among themselves."""

    sides: tuple[tuple[Claim, ...], ...]
    pair: Pair
    """The pair that the judgement was made by: the likest."""

    @property
    def verdict(self) -> Verdict:
        """The verdict of the pair that decided."""
        assert self.pair.comparison.verdict is not None
        return self.pair.comparison.verdict


ALARMS: frozenset[Verdict] = frozenset({"conflict", "possible-conflict"})
"""Verdicts that add up to one opposition, judged by its likest pair."""


def oppositions(pairs: Sequence[Pair]) -> list[Opposition]:
    """What aligned pairs add up to: one opposition for each fact, and for each kind of difference."""
    kinds: list[frozenset[Verdict]] = [ALARMS, *(frozenset({verdict}) for verdict in ORDER if verdict not in ALARMS)]
    agree = _agreements(pairs)
    return [opposition for verdicts in kinds for opposition in _oppositions(pairs, verdicts, agree)]


Agreements = Mapping[str, Mapping[str, Placed]]
"""By id, the claims that agree with a claim, by their ids."""


def _agreements(pairs: Iterable[Pair]) -> Agreements:
    agree: dict[str, dict[str, Placed]] = {}
    for pair in pairs:
        if pair.comparison.result == "agrees":
            agree.setdefault(pair.one.id, {})[pair.other.id] = pair.other
            agree.setdefault(pair.other.id, {})[pair.one.id] = pair.one
    return agree


def _oppositions(pairs: Sequence[Pair], verdicts: frozenset[Verdict], agree: Agreements) -> list[Opposition]:
    opposed = [pair for pair in pairs if pair.comparison.verdict in verdicts]
    found = []
    for own in _together(opposed, agree):
        found += _taken_apart(own, agree) if verdicts is ALARMS else [_opposition(own, agree)]
    return found


def _taken_apart(opposed: Sequence[Pair], agree: Agreements) -> list[Opposition]:
    """The opposition of the likest pair, and of each further one that is tied to it by one side alone."""
    found = []
    while opposed:
        opposition = _opposition(opposed, agree, strict=True)
        found.append(opposition)
        told = {claim.id for side in opposition.sides for claim in side}
        opposed = [pair for pair in opposed if not {pair.one.id, pair.other.id} <= told]
    return found


def _opposition(own: Sequence[Pair], agree: Agreements, *, strict: bool = False) -> Opposition:
    claims = {claim.id: claim for pair in own for claim in (pair.one, pair.other)}
    sides = _sides(sorted(claims.values(), key=_place), own, agree)
    homes = {member.id: side for side in sides for member in side}
    for claim in sorted(_supporters(claims, agree).values(), key=_place):
        near = {id(homes[other]): homes[other] for other in agree[claim.id] if other in homes}
        if len(near) == 1:
            near.popitem()[1].append(claim)
    held = _confirmed(sides, own) if strict else sides
    ordered = sorted(held, key=lambda side: (-len({claim.source for claim in side}), side[0].place))
    told = tuple(tuple(claim.claim for claim in side) for side in ordered)
    return Opposition(told, min(own, key=lambda pair: pair.rank))


def _confirmed(sides: Sequence[list[Placed]], opposed: Sequence[Pair]) -> list[list[Placed]]:
    """The two sides that decide, and each further one that is opposed to all of them: a tie to one alone is chance.

    Those that give one value stand on one side.
    """
    apart = {frozenset((pair.one.id, pair.other.id)) for pair in opposed}
    joined: list[list[Placed]] = []
    for side in sides:
        alike = (other for other in joined if _value(side[0].claim) == _value(other[0].claim))
        twin = next((other for other in alike if not _opposed(side, other, apart)), None)
        if twin is None:
            joined.append(list(side))
        else:
            twin += side
    best = min(opposed, key=lambda pair: pair.rank)
    held = [side for side in joined if any(claim.id in (best.one.id, best.other.id) for claim in side)]
    for side in joined:
        if side not in held and all(_opposed(side, other, apart) for other in held):
            held.append(side)
    return held


def _value(claim: Claim) -> object:
    """The value of a claim, as far as it can stand on a side with another's."""
    if claim.quantity is not None:
        return (
            claim.quantity.low,
            claim.quantity.high,
            claim.quantity.unit if claim.quantity.dimension != "count" else "",
        )
    return claim.event.date.but(as_written="") if claim.event and claim.event.date else claim.id


def _opposed(side: Sequence[Placed], other: Sequence[Placed], apart: set[frozenset[str]]) -> bool:
    return any(frozenset((one.id, two.id)) in apart for one in side for two in other)


def _together(opposed: Sequence[Pair], agree: Agreements) -> list[list[Pair]]:
    """The pairs that hang together by a claim, or by claims that agree, in order of the first id."""
    links: dict[str, set[str]] = {}
    for pair in opposed:
        links.setdefault(pair.one.id, set()).add(pair.other.id)
        links.setdefault(pair.other.id, set()).add(pair.one.id)
    for name in links:
        links[name] |= agree.get(name, {}).keys() & links.keys()
    home: dict[str, str] = {}
    for name in sorted(links):
        waiting = [] if name in home else [name]
        while waiting:
            current = waiting.pop()
            if current not in home:
                home[current] = name
                waiting += links[current] - home.keys()
    found: dict[str, list[Pair]] = {name: [] for name in sorted(set(home.values()))}
    for pair in opposed:
        found[home[pair.one.id]].append(pair)
    return list(found.values())


def _place(claim: Placed) -> Place:
    return claim.place


def _sides(claims: Sequence[Placed], opposed: Sequence[Pair], agree: Agreements) -> list[list[Placed]]:
    """The claims in sides; each joins the first of which all agree with it and none is opposed to it."""
    apart = {frozenset((pair.one.id, pair.other.id)) for pair in opposed}
    sides: list[list[Placed]] = []
    home: dict[str, int] = {}
    for claim in claims:
        known = agree.get(claim.id, {})
        for number in sorted({home[name] for name in known if name in home}):
            side = sides[number]
            if all(one.id in known and frozenset((claim.id, one.id)) not in apart for one in side):
                side.append(claim)
                home[claim.id] = number
                break
        else:
            home[claim.id] = len(sides)
            sides.append([claim])
    return sides


def _supporters(claims: Mapping[str, Placed], agree: Agreements) -> dict[str, Placed]:
    """Claims that take no side of their own but agree with one that does, by id."""
    found = {name: claim for member in claims for name, claim in agree.get(member, {}).items()}
    return {name: claim for name, claim in found.items() if name not in claims}


def merged(sides: Sequence[Sequence[Claim]], value: Callable[[Claim], object]) -> list[tuple[Claim, ...]]:
    """The sides, those of one value as one, in the order of the first; each passage stands once on its side."""
    found: dict[object, dict[tuple[str, int], Claim]] = {}
    for side in sides:
        home = found.setdefault(value(side[0]), {})
        for claim in side:
            home.setdefault(place_of(claim)[:2], claim)
    return [tuple(home.values()) for home in found.values()]
