"""Timespans: half-open calendar intervals, with what they were resolved from."""

from typing import Literal

from factcheck.records.base import Moment, Record

Granularity = Literal["minute", "hour", "day", "week", "month", "season", "quarter", "year", "decade", "century", "era"]

ResolvedFrom = Literal["stated", "publication", "text", "unresolved"]
"""Stated: the words give it. Publication: counted from the document's date. Text: from a time or event
in the text. Unresolved: the words do not allow it; then start and end are null."""


class Timespan(Record):
    """A half-open interval `[start, end)`; null is open, or unknown where `resolved_from` is unresolved.

    `clock` is a time of day that no date could be found for ("10:35"). `approximate` is set by "around",
    "early", "late". `relative_to` gives the words, or the date, that a relative time was counted from.
    `recurring` marks "every year", "annually".
    """

    start: Moment | None = None
    end: Moment | None = None
    granularity: Granularity
    as_written: str
    resolved_from: ResolvedFrom = "stated"
    relative_to: str | None = None
    clock: str | None = None
    approximate: bool = False
    recurring: bool = False

    @property
    def is_resolved(self) -> bool:
        """Whether at least one end is known."""
        return self.resolved_from != "unresolved" and (self.start is not None or self.end is not None)


Relation = Literal["equal", "inside", "contains", "overlaps", "disjoint", "unknown"]


def relate(one: Timespan, other: Timespan) -> Relation:
    """How the first interval lies to the second, open ends reaching without limit."""
    if not one.is_resolved or not other.is_resolved:
        return "unknown"
    first, last = one.start or "", one.end or "~"
    begin, stop = other.start or "", other.end or "~"
    if (first, last) == (begin, stop):
        return "equal"
    if last <= begin or stop <= first:
        return "disjoint"
    if begin <= first and last <= stop:
        return "inside"
    return "contains" if first <= begin and stop <= last else "overlaps"
