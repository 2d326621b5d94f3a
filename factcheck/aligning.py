"""Aligns the claims of different documents: which claim of one is about the same fact as which of another.

Texts on one subject hold many figures. A figure that another document gives too is explained by it, and is
not held against that document's other figures; what is left over is matched best first, each with one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from factcheck.comparing import Comparison
from factcheck.grouping import Order, meetings
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

    `chosen` gives those of a group that take part. `judge` compares two of them; it should dismiss by their rows,
    before it asks for a claim. `orders` sort a group that is too large to compare whole.
    """

    chosen: Callable[[Sequence[Row]], Sequence[Row]]
    judge: Judge
    orders: tuple[Order, ...]


def place_of(claim: Claim) -> Place:
    """Where a claim stands, to order claims by."""
    return claim.source, claim.anchors[0].start or 0, claim.id


def candidates(groups: Mapping[str, Sequence[Row]], matching: Matching, related: Relatedness) -> list[Pair]:
    """Every pair of rows that meet in some group and that the judge lets pass, once, best first."""
    found = []
    for key, rows in groups.items():
        chosen = matching.chosen(rows)
        for one, other in meetings(chosen, related.kin, matching.orders):
            if len(one.keys) == 1 or len(other.keys) == 1 or key == min(set(one.keys) & set(other.keys)):
                pair = matching.judge(one, other, related)
                if pair is not None:
                    found.append(pair)
    return sorted(found, key=lambda pair: pair.rank)


def align(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that hold: all that agree, and of those that differ the best for each claim and document.

    A claim that agrees with one of a document is not set against another of it, nor is one that was matched.
    """
    explained = {key for pair in pairs if pair.comparison.result == "agrees" for key in _keys(pair)}
    held = [pair for pair in pairs if pair.comparison.result == "agrees"]
    for pair in pairs:
        if pair.comparison.verdict is not None and not any(key in explained for key in _keys(pair)):
            held.append(pair)
            explained |= set(_keys(pair))
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
    return [opposition for verdicts in kinds for opposition in _oppositions(pairs, verdicts)]


def _oppositions(pairs: Sequence[Pair], verdicts: frozenset[Verdict]) -> list[Opposition]:
    opposed = [pair for pair in pairs if pair.comparison.verdict in verdicts]
    agree = _agreements(pairs)
    found = []
    for members in _components(opposed, agree):
        own = [pair for pair in opposed if pair.one.id in members]
        claims = {claim.id: claim for pair in own for claim in (pair.one, pair.other)}
        sides = _sides(sorted(claims.values(), key=_place), own, agree)
        for claim in sorted(_supporters(pairs, set(claims)), key=_place):
            homes = [side for side in sides if any(member.id in agree.get(claim.id, ()) for member in side)]
            if len(homes) == 1:
                homes[0].append(claim)
        ordered = sorted(sides, key=lambda side: (-len({claim.source for claim in side}), side[0].place))
        told = tuple(tuple(claim.claim for claim in side) for side in ordered)
        found.append(Opposition(told, min(own, key=lambda pair: pair.rank)))
    return found


def _agreements(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    agree: dict[str, set[str]] = {}
    for pair in pairs:
        if pair.comparison.result == "agrees":
            agree.setdefault(pair.one.id, set()).add(pair.other.id)
            agree.setdefault(pair.other.id, set()).add(pair.one.id)
    return agree


def _components(opposed: Sequence[Pair], agree: dict[str, set[str]]) -> list[set[str]]:
    """Sets of ids that hang together by opposition, or by agreeing with somebody who opposes."""
    links: dict[str, set[str]] = {}
    for pair in opposed:
        links.setdefault(pair.one.id, set()).add(pair.other.id)
        links.setdefault(pair.other.id, set()).add(pair.one.id)
    for name in list(links):
        links[name] |= agree.get(name, set()) & links.keys()
    found, seen = [], set[str]()
    for name in sorted(links):
        if name not in seen:
            members, waiting = set[str](), [name]
            while waiting:
                current = waiting.pop()
                if current not in members:
                    members.add(current)
                    waiting += links[current] - members
            seen |= members
            found.append(members)
    return found


def _place(claim: Placed) -> Place:
    return claim.place


def _sides(claims: Sequence[Placed], opposed: Sequence[Pair], agree: dict[str, set[str]]) -> list[list[Placed]]:
    apart = {frozenset((pair.one.id, pair.other.id)) for pair in opposed}
    sides: list[list[Placed]] = []
    for claim in claims:
        for side in sides:
            if all(member.id in agree.get(claim.id, ()) for member in side) and not any(
                frozenset((claim.id, member.id)) in apart for member in side
            ):
                side.append(claim)
                break
        else:
            sides.append([claim])
    return sides


def _supporters(pairs: Iterable[Pair], ids: set[str]) -> list[Placed]:
    """Claims that take no side of their own but agree with one that does."""
    found = {}
    for pair in pairs:
        if pair.comparison.result == "agrees":
            for claim, partner in ((pair.one, pair.other), (pair.other, pair.one)):
                if partner.id in ids and claim.id not in ids:
                    found[claim.id] = claim
    return list(found.values())
