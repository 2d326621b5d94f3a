"""Figures that share a verb but not its partner ("bought $2 m from X and $3 m from Y")."""

from collections import Counter
from collections.abc import Sequence

from factcheck.finders._nounphrases import Phrase

_GAPPED = frozenset(("from", "to", "in", "for", "at", "by", "with"))
_DIVIDERS = frozenset((",", "and", "but", ";"))


def parts(phrases: Sequence[Phrase]) -> list[int]:
    """The numbers of the phrases after a verb that begin a part of their own.

    Such a part begins with a figure and has a preposition that another part has too.
    """
    begins = [0]
    for place, one in enumerate(phrases):
        if place and one.numeric and not one.before and one.divider in _DIVIDERS:
            begins.append(place)
    if begins == [0]:
        return []
    ties = [
        {one.before for one in phrases[first:last] if one.before in _GAPPED and not one.numeric and not one.time}
        for first, last in zip(begins, [*begins[1:], len(phrases)], strict=True)
    ]
    counts = Counter(tie for one in ties for tie in one)
    shared = {tie for tie, count in counts.items() if count > 1}
    return [place for place, tied in zip(begins, ties, strict=True) if place and tied & shared]
