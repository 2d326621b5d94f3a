"""What changes with time, so that two figures of one thing may both be right: counts that grow, vary or run on."""

import re
from datetime import date, timedelta

from factcheck.identity import measure_terms
from factcheck.language.calendar import MONTH_NAMES
from factcheck.measuring.outcomes import TOLLS
from factcheck.records.claim import Claim
from factcheck.records.timespan import day_number
from factcheck.rows import Row
from factcheck.valuing import exceeds

GROWING = frozenset(
    "death injury infection hospitalisation arrest evacuation displacement damage destruction training"
    " graduation vaccination visit conviction donation killing casualty layoff cancellation delay homelessness"
    " arrival expulsion execution kidnapping release rescue recovery discharge charge signature complaint application"
    " grave-injury suicide test survival unvaccinated".split()
)
"""Counts that only grow while an event lasts, so that a later and higher one is no contradiction."""

MARKETS = frozenset("share stock index bond currency".split())
"""What has a price that moves from day to day."""

VARYING = frozenset("missing intensive-care quarantine trapped stranded outage dry-tap reconnection".split())
"""Counts that rise and fall from day to day."""

COME_AND_GO = frozenset(
    "refugee asylum-seeker prisoner detainee inmate employment member customer subscriber user follower inhabitant "
    "population troop peacekeeper tenant shareholder homeless unemployed unemployment membership pupil queue vacancy "
    "strike hunger deployment".split()
)
"""People of whom there are more or fewer from month to month; not those who are at one event (passengers)."""
RECENT = 1
"""Years before a document's day within which it may tell of a happening without dating it."""
PROVISIONAL, GROWTH = 3, 0.25
"""Days after a happening within which a toll is one of those days, and by what part of it such a toll may grow."""
A_WHILE = 30
"""Days from which on their counts need not be equal."""

LASTING = frozenset("length height depth width thickness".split())
"""What a thing keeps, whenever it is told."""
PARTS = frozenset(
    "storey deck cabin arch span sluice floodgate gate lane mast wheel axle rung stair staircase column pillar pylon "
    "buttress dome spire turret chimney funnel hull keel rotor blade cylinder propeller act verse stanza canto chapter "
    "string hole green".split()
)
"""What things are made of and keep the number of."""


def is_lasting(row: Row) -> bool:
    """Whether a claim gives what a thing keeps whenever it is told: the depth at which a wreck lies."""
    return lasts(row.dimension, row.form, row.measure)


def lasts(dimension: str, form: str, measure: str) -> bool:
    """The same by what the figure is of."""
    kept = {"length": LASTING, "count": PARTS}.get(dimension)
    return kept is not None and form == "value" and not measure_terms(measure).isdisjoint(kept)


SETTLED = 90
"""Days after the end of a happening's time from which on its count is known and grows no more."""


def settled(*claims: Claim) -> bool:
    """Whether all of the claims count what befell people in a time that lay long behind when they were told."""
    return all(_is_over(claim) for claim in claims)


def is_settled(one: Claim, other: Claim) -> bool:
    """Whether one of them counts so, and the other names no time."""
    return any(_is_over(claim) and beside.timespan is None for claim, beside in ((one, other), (other, one)))


def _is_over(claim: Claim) -> bool:
    return _days_since(claim) > SETTLED


def grow(*claims: Claim) -> bool:
    """Whether all of the claims give counts that only grow."""
    return all(map(_grows, claims))


def _grows(claim: Claim) -> bool:
    if claim.kind == "quantity" and "donation" in measure_terms(claim.measure) and not _GIFTS.search(claim.wording):
        return False
    if claim.kind == "duration" and not _RUNNING.search(claim.wording):
        return False
    return bool(measure_terms(claim.measure) & GROWING) and claim.status != "planned" and claim.modality != "expected"


_RUNNING = re.compile(r"\b(?:is|are|has been|have been|so far|still|now|already|remains?)\b", re.IGNORECASE)
"""Words by which a length of time goes on; a delivery that was late is no later afterwards."""
_GIFTS = re.compile(r"\b(?:donations|gifts|contributions|bequests)\b", re.IGNORECASE)
"""Gifts of which more may come; one gift is as large as it is."""

_UNTIL = (
    r"(?:late |early |mid-|last )?(?:[A-Z][a-z]{2,5}day|January|February|March|April|May|June|July|August|September|"
    r"October|November|December|spring|summer|autumn|winter|[12]\d{3})"
)
_SO_FAR = re.compile(
    r"\b(?:so far|to date|until now|up to now|already|now|currently|at present|since|"
    r"(?:is|are) known (?:for|of|to)|(?:has|have) (?:reached|passed)|"
    r"(?:has |have )?(?:rise[ns]|climb(?:s|ed)|grow[ns]|jump(?:s|ed)|soar(?:s|ed)|swell(?:s|ed)|swollen|spread) to|"
    r"by (?:then|now|yesterday|today|tonight|noon|midday|midnight|nightfall|the (?:end|middle|start|close) of"
    rf"|{_UNTIL})|(?:is|are) (?:open|running|active|operating|in (?:use|service|operation)))\b"
)


def is_rising(one: Claim, other: Claim) -> bool:
    """Whether two documents of one day give a count, and one of them says that it grew that day."""
    if one.source == other.source or not one.as_of or one.as_of != other.as_of:
        return False
    return any(_RISING.search(claim.sentence) for claim in (one, other))


_RISING = re.compile(
    r"\b(?:toll|count|number|tally)\b[^.;]{0,60}? (?:rose|rises|risen|rising|reached|climb(?:s|ed|ing)|grew|grows|"
    r"grown|mount(?:s|ed|ing)|topp(?:ed|ing)|tops|passe[sd]|jump(?:s|ed)|soar(?:s|ed)|expected to "
    r"(?:rise|climb|grow))\b|\b(?:br(?:ing(?:s|ing)?|ought)|tak(?:es?|ing)|took|rais(?:es?|ed|ing)) (?:the|its|their) "
    r"(?:[\w’'-]+ ){0,4}?(?:toll|total|count|number|tally)\b",
    re.IGNORECASE,
)


def moves_daily(one: Claim, other: Claim) -> bool:
    """Whether both tell how far the price of shares or an index moved, as it does every hour: of two days, one of them
    over a longer time, or not at the end of a day."""
    moved = all(
        claim.quantity is not None and claim.quantity.form == "change" and measure_terms(claim.measure) & MARKETS
        for claim in (one, other)
    )
    ways = {claim.quantity.trend or claim.quantity.modifier for claim in (one, other) if claim.quantity}
    over = len(ways) > 1 or all(_CLOSED.search(claim.sentence) for claim in (one, other))
    return moved and (one.as_of != other.as_of or (one.timespan is None) != (other.timespan is None) or not over)


_CLOSED = re.compile(r"\b(?:clos(?:e[sd]?|ing)|end(?:s|ed|ing)|finish(?:es|ed|ing)|settled?)\b", re.IGNORECASE)


def is_quoted(one: Claim, other: Claim) -> bool:
    """Whether one of them tells a price of shares, which is another at every hour."""
    return any(measure_terms(claim.measure) >= _QUOTED or _TRADING.search(claim.wording) for claim in (one, other))


_TRADING = re.compile(
    r"\b(?:early|late|midday|morning|afternoon|pre-?market|after[- ]hours|mid-?morning|opening) (?:[\w’'-]+ ){0,4}?"
    r"(?:trading|trade|deals|dealings)\b",
    re.IGNORECASE,
)


_QUOTED = frozenset({"share", "price"})


def varies(one: Claim, other: Claim) -> bool:
    """Whether what both count goes up and down, or is a share of what grows."""
    terms = measure_terms(one.measure) & measure_terms(other.measure)
    share = one.quantity is not None and one.quantity.dimension == "share"
    return bool(terms & VARYING or (share and terms & GROWING))


def dated_by_happening(one: Claim, other: Claim) -> bool:
    """Whether the day given for one of two counts is not that on which it was counted, but that of what befell those
    counted, days before its document: "61 are missing since the collapse of 24 June"."""
    return any(_days_since(claim) > RECENT for claim in (one, other))


def _days_since(claim: Claim) -> int:
    """Days from the time that a claim gives to the day of its document."""
    span, told = claim.timespan, claim.as_of or ""
    if span is None or not span.is_resolved or not span.end or min(len(span.end), len(told)) < len("2024-05-31"):
        return 0
    return day_number(told) - day_number(span.end)


def come_and_go(one: Claim, other: Claim) -> bool:
    """Whether both count those who come and go, on days that lie far from each other."""
    shared = measure_terms(one.measure) & measure_terms(other.measure)
    varying = bool(shared & COME_AND_GO) and not shared & GROWING
    return varying and _days_apart(one, other) > A_WHILE


def _days_apart(one: Claim, other: Claim) -> int:
    """Days between the two counts: the time that each is given for, or the day of its document."""
    ours, theirs = (_counted_on(claim) for claim in (one, other))
    return abs((ours - theirs).days) if ours and theirs else 0


def _counted_on(claim: Claim) -> date | None:
    span = claim.timespan
    told = span.end if span is not None and span.is_resolved and span.end else claim.as_of
    return date.fromisoformat(told[:10]) if told and len(told) >= len("2024-05-31") else None


def runs_on(claim: Claim) -> bool:
    """Whether a count is one of a moment, to be followed by others: "so far", "by Monday", "now"."""
    counted = claim.quantity is not None and claim.quantity.dimension != "money"
    told = claim.sentence if claim.scope == "part" else claim.wording
    return counted and (_until(claim) is not None or _SO_FAR.search(told) is not None)


def both_run_on(one: Claim, other: Claim) -> bool:
    """Whether both figures, of money too, are of a moment: "holds $310,000 at present", "has reached $540,000"."""
    return all(_SO_FAR.search(claim.wording) for claim in (one, other))


def _is_due(claim: Claim) -> bool:
    """Whether a figure is given for a day that was yet to come: "will close 40 branches by next spring"."""
    span, day = claim.timespan, claim.as_of
    if claim.status == "done":
        return False
    return span is not None and span.end is not None and day is not None and day_number(span.end) > day_number(day) + 1


def is_long_before(one: Claim, other: Claim) -> bool:
    """Whether one dates a happening long before the day of the other, which tells of it without that month."""
    span, day = one.timespan, other.as_of
    if span is None or other.timespan is not None or not span.end or not day:
        return False
    return int(span.end[:4]) + RECENT < int(day[:4]) and not _names_month_of(other, span.start or "")


def _names_month_of(claim: Claim, day: str) -> bool:
    """Whether a claim's sentence names the month and year of a day."""
    if len(day) < len("2024-05"):
        return False
    return f"{MONTH_NAMES[int(day[5:7]) - 1]} {day[:4]}" in claim.sentence


def is_provisional(one: Claim, other: Claim) -> bool:
    """Whether the earlier of two tolls of one happening was told within days of it, and the later one is a little
    higher: some of the hurt die, and some of the missing are found."""
    early, late = sorted((one, other), key=lambda claim: claim.as_of or "")
    if early.quantity is None or late.quantity is None:
        return False
    if late.quantity.low - early.quantity.high > max(1, early.quantity.high * GROWTH):
        return False
    day = early.timespan.start if early.timespan is not None and early.timespan.is_resolved else None
    told = early.as_of or ""
    if not day or min(len(day), len(told)) < len("2024-05-31") or not {one.measure, other.measure} <= TOLLS:
        return False
    days = (date.fromisoformat(told[:10]) - date.fromisoformat(day[:10])).days
    return 0 <= days <= PROVISIONAL and later_and_higher(one, other)


def later_and_higher(one: Claim, other: Claim) -> bool:
    """Whether the later of two figures is the higher: of two documents, or of a day that one gives ("by Christmas")."""
    if not one.as_of or not other.as_of or one.quantity is None or other.quantity is None:
        return False
    earlier, later = in_time(one, other)
    return day_counted(earlier) != day_counted(later) and exceeds(later.quantity, earlier.quantity)


def in_time(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    """Two figures in the order of the days that they are of."""
    earlier, later = sorted((one, other), key=day_counted)
    return earlier, later


def day_counted(claim: Claim) -> str:
    """The last day of what is counted, where its text gives one; else that of its document, as far as it is known."""
    until = _until(claim)
    return str(date.fromisoformat(until[:10]) - timedelta(days=1)) if until else claim.as_of or ""


def _until(claim: Claim) -> str | None:
    """The end of the time up to which something is counted, exclusive, where its text gives one."""
    span = claim.timespan
    return span.end if span is not None and span.is_resolved and span.start is None and not _is_due(claim) else None
