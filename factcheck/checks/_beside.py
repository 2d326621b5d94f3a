"""What stands beside two clauses and tells whether they are of one moment, of two things or for two groups."""

import re

from factcheck.checks._stances import Stance, nouns_of
from factcheck.checks._things import any_akin
from factcheck.language.nouns import singular

_AT_ONCE = re.compile(r"\b(?:when|while|during|at the (?:time|moment|start) of|on the (?:day|night) of) ([^,.;]{3,50})")
_GROUPS = frozenset(
    "adult child infant baby toddler adolescent teenager youth minor woman man girl boy pensioner pupil student "
    "patient foreigner citizen resident visitor tourist worker employee member veteran driver cyclist".split()
)
"""Those for whom something may be allowed that it is not for others."""
_OF_THINGS = frozenset(f"contrary {scale}" for scale in ("damage", "running", "power", "light", "opening"))
"""What is told of things, of which each part may be otherwise."""


def of_others(one: Stance, other: Stance) -> bool:
    """Whether two clauses tell of two sorts or parts of a thing, a road bridge and a railway bridge, or of what is
    for two groups: licensed for adults, not for children."""
    if any(noun in other.sorts and not any_akin(sorts, other.sorts[noun]) for noun, sorts in one.sorts.items()):
        return True
    if one.point.key in _OF_THINGS and one.pieces and other.pieces and not any_akin(one.pieces, other.pieces):
        return True
    ours, theirs = (
        {singular(word) for phrase in item.event.for_ for word in phrase.lower().split()} & _GROUPS
        for item in (one, other)
    )
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def one_moment(one: Stance, other: Stance) -> bool:
    """Whether both tell of the time of one happening: "at the time of the fire", "when fire broke out"."""
    moments = []
    for item in (one, other):
        text = item.statement.study.document.text[item.event.start : item.event.end]
        moments.append([nouns_of(" ".join(match[1].split())) for match in _AT_ONCE.finditer(text)])
    return any(ours & theirs for ours in moments[0] for theirs in moments[1])
