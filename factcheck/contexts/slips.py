"""Two numbers of which one may be a slip of the other: digits turned, one wrong, one left out."""

import re

from rapidfuzz.distance import OSA

_FEWEST = 2


def slipped(one: str, other: str) -> bool:
    """Whether two numbers as written differ by one slip of the hand, their first digits being of one size."""
    ours, theirs = _digits(one), _digits(other)
    if min(len(ours), len(theirs)) < _FEWEST or ours == theirs:
        return False
    if sorted(ours) == sorted(theirs) and len(ours) > _FEWEST:
        return sum(mine != yours for mine, yours in zip(ours, theirs, strict=True)) <= _FEWEST + 1
    if min(len(ours), len(theirs)) == _FEWEST:
        return sorted(ours) == sorted(theirs) or ours.replace("0", "") == theirs.replace("0", "")
    return OSA.distance(ours, theirs) == 1


def _digits(number: str) -> str:
    whole, _, part = re.sub(r"[^\d.]", "", number).strip(".").partition(".")
    return (whole.lstrip("0") + part.rstrip("0")).rstrip("0") if part or len(whole) > _FEWEST else whole
