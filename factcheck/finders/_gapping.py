"""Words left out: figures that share a verb ("bought $2 m from X and $3 m from Y"), objects before their clause."""

from collections import Counter
from collections.abc import Sequence

from factcheck.finders._nounphrases import Phrase, Words
from factcheck.language.clausal import Clause
from factcheck.language.predicates import INTRANSITIVE

_GAPPED = frozenset(("from", "to", "in", "for", "at", "by", "with"))
_DIVIDERS = frozenset((",", "and", "but", ";"))
_EITHER = frozenset("open close move change fly sail run climb win fight sink crash start begin end meet land".split())
"""Verbs that need no object, and may have one."""


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


def has_gap(words: Words, clause: Clause, before: Sequence[Phrase], after: Sequence[Phrase]) -> bool:
    """Whether a relative clause tells what somebody does to what it follows: "the bridge that Lind opened".

    `before` and `after` are the phrases around its verb.
    """
    predicate, opening = clause.predicate, words.tokens[clause.start].lower
    if clause.kind != "relative" or predicate is None or predicate.passive or opening not in ("which", "that", "whom"):
        return False
    head = words.tokens[predicate.head]
    taken = bool(after) and not after[0].before and not after[0].time
    tied = clause.start > 0 and words.tokens[clause.start - 1].tag == "PREP"
    acts = any(not phrase.before and not phrase.time and phrase.start > clause.start for phrase in before)
    return acts and not (taken or tied or head.tag == "AUX" or head.lemma in INTRANSITIVE - _EITHER)
