"""Tolls that a later source has overtaken, and whether a sentence says as of when its own is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.changing import GROWING
from factcheck.comparing import compare_windows
from factcheck.gate.answers import Held, of_passage
from factcheck.gate.basis import OTHER_WINDOWS
from factcheck.gate.passages import Passage
from factcheck.gate.shelves import Shelves
from factcheck.identity import measure_terms, same_name, same_roles
from factcheck.records.claim import Claim
from factcheck.records.quantity import Quantity
from factcheck.stories import STORY

if TYPE_CHECKING:
    from factcheck.gate.desk import Desk
from factcheck.records.mention import TimeMention
from factcheck.records.timespan import Timespan, relate

_THEN = re.compile(
    r"\b(?:at first|at the time|by then|until then|initially|first reports?|early (?:reports?|counts?)|so far"
    r"|at that point|had (?:first |then |already )?(?:put|counted|given|reported|spoken|said|estimated)"
    r"|the (?:next|following|same) day|(?:a|the|one) day (?:after|later)|hours (?:after|later)|within hours)\b",
    re.I,
)
"""Words by which a text says that a count is one of an earlier day."""


@dataclass(frozen=True)
class Toll:
    """A count of a source of what only grows: the dead, the arrested, those who fled."""

    passage: Passage
    claim: Claim
    quantity: Quantity

    @property
    def issued(self) -> str:
        """The date of its source."""
        return self.passage.study.date or ""

    @property
    def held(self) -> Held:
        """The toll as what speaks against an older one."""
        return of_passage(self.passage, "b", self.quantity.as_written, self.claim)


def tolls_of(shelves: Shelves) -> list[Toll]:
    """All counts of what only grows."""
    return [Toll(passage, claim, claim.quantity) for passage, claim in shelves.tolls() if claim.quantity]


def later_tolls(claim: Claim, desk: "Desk") -> list[Toll]:
    """The higher tolls of one measure, in documents of one story, that were told later than a claim."""
    quantity = claim.quantity
    if quantity is None or quantity.dimension != "count" or quantity.form != "value":
        return []
    if claim.scope != "whole" or not measure_terms(claim.measure) <= GROWING:
        told = _whole_toll(claim, quantity, desk)
        return later_tolls(told, desk) if told is not None else []
    return [
        toll
        for toll in desk.tolls
        if toll.claim.source != claim.source
        and measure_terms(toll.claim.measure) == measure_terms(claim.measure)
        and toll.quantity.low > quantity.high
        and desk.related.between(claim.source, toll.claim.source) >= STORY / 2
        and _may_be_one(claim, toll.claim)
    ]


def _whole_toll(claim: Claim, quantity: Quantity, desk: "Desk") -> Claim | None:
    """The claim by which a source gives a count of some as that of all ("killed three workers": "three dead")."""
    grown = measure_terms(claim.measure) & GROWING
    alike = (one for one in desk.tolls if one.claim.source == claim.source and one.quantity.low == quantity.low)
    return next((one.claim for one in alike if grown and measure_terms(one.claim.measure) == grown), None)


def _may_be_one(old: Claim, new: Claim) -> bool:
    """Whether no time, place or actor tells two tolls apart."""
    if old.place and new.place and same_name(old.place, new.place) == "different":
        return False
    if same_roles(old.roles, new.roles)[0] == "different" or compare_windows(old, new)[0] in OTHER_WINDOWS:
        return False
    ours, theirs = _when(old), _when(new)
    return ours is None or theirs is None or relate(ours, theirs) != "disjoint"


def _when(claim: Claim) -> Timespan | None:
    span = claim.event.date if claim.event and claim.event.date else claim.timespan
    return span if span is not None and span.is_resolved else None


def says_when(passage: Passage, held: Iterable[Held]) -> bool:
    """Whether a sentence says as of when its figure was: in words, by the day up to which, or by the source's own."""
    if _THEN.search(passage.text) or any(map(_is_relative, passage.mentions("time"))):
        return True
    if any(span.start is None and span.end for span in passage.times):
        return True
    days = [span for span in passage.times if span.granularity in ("day", "month", "week") and span.end]
    return any(_is_of(days, one) for one in held)


def _issued(held: Held) -> str:
    return held.study.date or ""


def _is_of(days: Sequence[Timespan], held: Held) -> bool:
    """Whether one of some days is that on which a source came out, or up to which its figure runs."""
    issued = _issued(held)
    if issued and any(
        span.start and span.start <= issued.ljust(10, "~") and issued < (span.end or "") for span in days
    ):
        return True
    until = held.claim.timespan if held.claim and held.claim.timespan and not held.claim.timespan.start else None
    return until is not None and any(relate(span, until) in ("equal", "inside") for span in days)


def _is_relative(mention: object) -> bool:
    """Whether a time is told from another happening ("the day after the accident")."""
    return isinstance(mention, TimeMention) and mention.timespan is not None and not mention.timespan.is_resolved
