"""The report on drafts as it may leave the desk: without the words of sources that may not be published."""

from collections.abc import Collection, Iterable, Sequence
from typing import TypeVar

from factcheck.gate.facts import DraftFacts, StatementFacts
from factcheck.records.gate import GateReport, Place, SetAside, Unbound

P = TypeVar("P", SetAside, Unbound)

WITHHELD = "It was judged by sources that are confidential or under embargo too; what they say is left out."


def published(whole: GateReport, without: GateReport, closed: Collection[str]) -> tuple[GateReport, int]:
    """The answers of one report, in words that come from the other; and the number of statements that differ.

    `whole` was made with all sources, `without` as if those in `closed` were not there. Where the two give one reason
    for a statement, nothing of these sources is in it; else it gives way. Passages are those of the other sources.
    """
    known = {_place(one): one.why for one in without.statements}
    statements = []
    for one in whole.statements:
        left = tuple(item for item in one.evidence if item.source not in closed)
        if left != one.evidence or known.get(_place(one)) != one.why:
            one = one.but(why=WITHHELD, evidence=left)
        statements.append(one)
    touched = sum(one.why == WITHHELD for one in statements)
    said = whole.but(
        statements=tuple(statements),
        set_aside=_released(whole.set_aside, without.set_aside),
        unbound=_released(whole.unbound, without.unbound),
    )
    return said, touched


def agreed(whole: DraftFacts, without: DraftFacts) -> frozenset[int]:
    """The starts of the statements of a draft of which both judgements say the same."""
    told = {_told(one) for one in whole.statements}
    return frozenset(one.start for one in without.statements if _told(one) in told)


def _told(one: StatementFacts) -> tuple[object, ...]:
    return one.start, one.support, one.support_why, one.citation, one.citation_why


def _released(whole: Sequence[P], without: Iterable[P]) -> tuple[P, ...]:
    """Entries as they are, where both reports have them; the others without their why."""
    known = list(without)
    return tuple(one if one in known else one.but(why=WITHHELD) for one in whole)


def _place(one: Place) -> tuple[object, ...]:
    return one.file, one.line, one.column, one.end_line, one.end_column
