"""Claims about the same fact form a fact group, by keys that each claim gives by itself.

A key is made of what kind of thing is measured and of one name or word of the sentence, never of value or period.
A claim has several, so two claims may meet in more than one group; whoever compares them does so once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from factcheck.records.claim import Claim

MOST_NAMES = 10
"""Names of one claim that give a key."""
MOST_WORDS = 10
"""Words of one claim that give a key, longest first: long words are rarer."""


@dataclass(frozen=True)
class FactGroup:
    """Claims that share a key, in order of source and place."""

    key: str
    claims: tuple[Claim, ...]


def names_of(claim: Claim) -> tuple[str, ...]:
    """The names by which a claim can be grouped: its actors, its place, the names beside it, its setting."""
    from factcheck.identity import name_key

    roles = claim.roles
    slots = (*roles.agent, *roles.recipient, *roles.from_, *roles.to, *roles.for_)
    found = dict.fromkeys(name_key(name) for name in (*slots, claim.place or "", *claim.names, *claim.setting))
    return tuple(name for name in found if name)[:MOST_NAMES]


def keys_of(claim: Claim) -> tuple[str, ...]:
    """The keys of a claim, from it alone: what kind of thing is measured, with each of its names and words."""
    from factcheck.identity import measure_terms
    from factcheck.likeness import content

    quantity = claim.quantity
    if quantity is not None and quantity.dimension != "count":
        families = [quantity.dimension]
    elif claim.comparison is not None:
        families = ["ranking"]
    else:
        family = "event" if claim.kind == "date" else claim.kind
        families = [f"{family}:{term}" for term in sorted(measure_terms(claim.measure))]
    words = sorted(content(claim.wording)[0], key=lambda word: (-len(word), word))[:MOST_WORDS]
    marks = ("*", *names_of(claim), *(f"~{word}" for word in words))
    return tuple(f"{family}|{mark}" for family in families for mark in marks)


def group(claims: Iterable[Claim]) -> Iterator[FactGroup]:
    """The fact groups of at least two claims, in order of key."""
    rows = sorted(
        ((key, claim) for claim in claims for key in keys_of(claim)),
        key=lambda row: (row[0], row[1].source, row[1].anchors[0].start or 0, row[1].id),
    )
    for key, members in groupby(rows, key=lambda row: row[0]):
        together = tuple(claim for _, claim in members)
        if len(together) > 1:
            yield FactGroup(key, together)
