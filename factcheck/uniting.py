"""One claim a fact: what happens in a clause, and when, goes into the claim that gives the clause's figure.

Each figure of a clause stays a fact of its own. A figure in an apposition ("Penedinho, a village of 180 people,
burned on Friday") says nothing of what happens, so the happening keeps its own claim there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from factcheck.records.claim import Event
from factcheck.records.mention import EventMention, Mention

Draft = tuple[Mention, dict[str, Any]]
"""A mention with the fields of the claim that it makes; `clause` is the happening that it belongs to."""

Place = tuple[int, int, str]
"""Where a happening is told, and by which word."""

FIGURES = frozenset({"quantity", "count", "percentage", "duration"})

_APPOSED = re.compile(r"[,(–—]\s*(?:an?|the|its|his|her|their|whose)\s(?:[^\W\d]+[\s-]){1,6}$", re.IGNORECASE)
"""What stands before a figure that only describes the name before it: ", a village of | 180 people"."""
_REACH = 80


def united(drafts: Sequence[Draft], text: str) -> Iterator[Draft]:
    """The drafts in their order, without those whose fact another of the same clause carries.

    A happening joins every figure of its clause, else the date that is told of it; a date joins the figures too,
    where the happening has no other.
    """
    happenings: dict[Place, Event] = {}
    dates: dict[Place, list[Event]] = {}
    carried: set[Place] = set()
    for mention, fields in drafts:
        clause = _clause(fields)
        if clause is None:
            continue
        if fields["kind"] == "event":
            happenings[clause] = fields["event"]
        elif fields["kind"] == "date":
            dates.setdefault(clause, []).append(fields["event"])
        elif _tells(mention, fields, text):
            carried.add(clause)
    told = {clause: _dated(happenings.get(clause), dates.get(clause, ())) for clause in (*happenings, *dates)}
    for mention, fields in drafts:
        clause = _clause(fields)
        event = told.get(clause) if clause is not None else None
        if clause is None or event is None:
            yield mention, fields
        elif fields["kind"] in FIGURES and clause in carried and _tells(mention, fields, text):
            yield mention, {**fields, "event": event}
        elif not _is_told_elsewhere(fields, event, carried=clause in carried, dates=dates.get(clause, ())):
            yield mention, fields


def _clause(fields: Mapping[str, Any]) -> Place | None:
    clause: EventMention | None = fields.get("clause")
    return (clause.start, clause.end, clause.verb) if clause is not None else None


def _dated(happening: Event | None, dates: Sequence[Event]) -> Event:
    """The happening of a clause with its date: the one that it was found with, else the first."""
    if happening is None or (happening.date is None and dates):
        return dates[0]
    return happening


def _is_told_elsewhere(fields: Mapping[str, Any], event: Event, *, carried: bool, dates: Sequence[Event]) -> bool:
    """Whether a claim of a happening or its date says nothing that another of its clause does not say."""
    if fields["kind"] == "date":
        return carried and fields["event"].date == event.date
    if fields["kind"] != "event":
        return False
    return carried or any(one.date == event.date for one in dates)


def _tells(mention: Mention, fields: Mapping[str, Any], text: str) -> bool:
    """Whether a figure belongs to what happens in its clause, and does not only describe somebody in it."""
    if fields["kind"] not in FIGURES or fields["quantity"].dimension == "age":
        return False
    clause = fields["clause"]
    floor = max(min(clause.start, mention.start), mention.start - _REACH)
    return _APPOSED.search(text, floor, mention.start) is None
