"""A total and the parts that are given with it: how far they are from making it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.reckoning.figures import Figure
from factcheck.records.finding import Verdict

_NEAR = (0.6, 1.65)
"""How far parts may be from their total, as a part of it, to be taken for its parts."""
_MOST_OF_ALL = 1.25


@dataclass(frozen=True)
class Sum:
    """A total and its parts; `complete` where the text says that they are all, or nothing else can be."""

    total: Figure
    parts: Sequence[Figure]
    complete: bool
    exclusive: bool
    verdict: Verdict = "conflict"


def apart_from(item: Sum) -> tuple[float, float]:
    """How far the parts are above the total (below it: negative), and how far rounding may bring them."""
    made = math.fsum(part.value for part in item.parts)
    halves = [part.half for part in item.parts]
    exact = item.total.end == item.total.start
    allowed = item.total.half + (math.fsum(halves) if exact else math.hypot(*halves))
    return made - item.total.value, allowed * (1 + 1e-9)


def adds_up(item: Sum) -> bool:
    """Whether the parts make the total, as far as rounding allows."""
    apart, allowed = apart_from(item)
    return abs(apart) <= allowed


def is_wrong(item: Sum) -> bool:
    """Whether the parts exceed the total, or, if they are all, do not make it."""
    apart, allowed = apart_from(item)
    made = apart + item.total.value
    most = _NEAR[1] if item.total.end > item.total.start else _MOST_OF_ALL
    if not item.total.value * _NEAR[0] <= made <= item.total.value * most:
        return False
    return (apart > allowed and (item.complete or item.exclusive)) or (item.complete and -apart > allowed)
