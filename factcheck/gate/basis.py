"""The basis of a figure: for which period, of whom and where it is given."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from factcheck.comparing import compare_windows
from factcheck.gate.passages import Passage
from factcheck.gate.rules import is_weekday
from factcheck.gate.shelves import Shelves
from factcheck.identity import country_of, name_key, same_name, same_roles
from factcheck.language.calendar import MONTHS
from factcheck.records.claim import Claim, Roles
from factcheck.records.mention import NameMention
from factcheck.records.quantity import Quantity
from factcheck.records.timespan import Timespan, is_period, relate

Basis = Literal["period", "actor", "place"]

SLACK = {"day": 3, "week": 7, "month": 31, "season": 92, "quarter": 92, "year": 366, "decade": 1830}
"""Days by which the ends of a time may lie from those that a vague one tells ("around", "early", "the middle of")."""
OTHER_WINDOWS = frozenset({"disjoint", "inside", "contains", "overlaps", "near"})
"""How two periods lie to each other whose figures need not be equal."""


@dataclass(frozen=True)
class Stated:
    """A figure of a source where it stands: its passage, its number, and its claim, if one was drafted."""

    passage: Passage
    quantity: Quantity
    claim: Claim | None


def other_basis(draft: Passage, ours: Claim | None, stated: Stated, shelves: Shelves) -> Basis | None:
    """In what a draft's figure and a source's differ, where they give one number; null where in nothing."""
    theirs = stated.claim
    if ours is None:
        return None
    as_of = _is_as_of(draft, ours, stated)
    if theirs is None or theirs.timespan is None:
        if not as_of and _stands_beside_another_period(ours, stated.passage):
            return "period"
        if theirs is None:
            return None
    if not as_of and _other_period(draft, ours, theirs, stated, shelves):
        return "period"
    if _other_actor(draft, ours.roles, theirs.roles, stated, shelves):
        return "actor"
    if ours.place and theirs.place and same_name(ours.place, theirs.place) == "different":
        here = stated.passage.names | stated.passage.around
        return None if name_key(ours.place) in here else "place"
    return None


def _is_as_of(draft: Passage, ours: Claim, stated: Stated) -> bool:
    """Whether a draft gives the day on which a figure was known ("as of 9 July"), and the source is no younger."""
    mine, issued = ours.timespan, stated.passage.study.date
    if mine is None or mine.end is None or issued is None or issued >= mine.end[: len(issued)]:
        return False
    return f"as of {mine.as_written}".casefold() in draft.text.casefold()


def _other_period(draft: Passage, ours: Claim, theirs: Claim, stated: Stated, shelves: Shelves) -> bool:
    mine = ours.timespan
    if mine is None or not mine.is_resolved or mine.recurring or is_weekday(mine.as_written) or is_yearless(mine):
        return False
    given = theirs.timespan
    if given is not None and given.is_resolved and (agree(mine, given) or is_end_of(draft, mine, given)):
        return False
    passage = stated.passage
    taken = [one.timespan for one in passage.claims if one.quantity is not None and one.quantity != stated.quantity]
    times = passage.times or [span for one in shelves.before(passage) for span in one.times]
    if any(agree(mine, span) and span not in taken for span in times):
        return False
    return theirs.timespan is not None and compare_windows(ours, theirs)[0] in OTHER_WINDOWS


def _stands_beside_another_period(ours: Claim, passage: Passage) -> bool:
    """Whether a draft's figure is one of a period, and a passage gives other periods alone."""
    mine = ours.timespan
    if mine is None or not mine.is_resolved or not is_period(mine):
        return False
    periods = [span for span in passage.times if is_period(span)]
    return bool(periods) and not any(agree(mine, span) for span in periods)


def agree(draft: Timespan, source: Timespan) -> bool:
    """Whether a source's time is that of the draft, or what the draft's is rounded to: a day in its month or year.

    A date without its year ("on 3 May") is that of any year: which one is meant, the texts leave to be understood.
    """
    if is_yearless(draft) and draft.start and source.start and source.granularity == draft.granularity:
        told = slice(5, 10 if draft.granularity == "day" else 7)
        return draft.start[told] == source.start[told]
    how = relate(draft, source)
    if _is_by_then(draft, source) or _is_by_then(source, draft):
        return True
    if how == "equal" or (draft.approximate and _about(draft, source)) or _begins(draft, source):
        return True
    if is_period(draft) and is_period(source):
        return _ends(draft, draft) == _ends(source, draft)
    return how == "contains" and not is_period(draft) and not is_period(source)


def _is_by_then(until: Timespan, span: Timespan) -> bool:
    """Whether a time is one by which something was so ("by May"), and the other is its last part ("in May")."""
    running = until.start is None and until.end is not None
    return running and span.start is not None and span.end == until.end and span.granularity == until.granularity


def _begins(draft: Timespan, source: Timespan) -> bool:
    """Whether a time that runs on ("since this spring") begins with the time in which a source's lies."""
    if draft.start is None or draft.end is not None or source.start is None or is_period(source):
        return False
    return draft.start <= source.start and days_between(draft.start, source.start) < SLACK.get(draft.granularity, 0)


_BEGUN = re.compile(
    r"\b(?:began|begun|begins?|beginning|start(?:s|ed|ing)?|open(?:s|ed)?|from|since)\b[^.;]{0,20}$", re.I
)
_ENDED = re.compile(
    r"\b(?:over|end(?:s|ed|ing)?|finish(?:ed)?|complet(?:ed|ion)|conclud(?:ed|es)|clos(?:ed|es)|done|until|till|through"
    r"|to|by|last(?:ed|s)?)\b[^.;]{0,20}$",
    re.I,
)


def is_end_of(draft: Passage, span: Timespan, period: Timespan) -> bool:
    """Whether a sentence says that something began, or was over, at a time, with which a source's period does so."""
    if is_period(span) or not is_period(period):
        return False
    before = draft.text.partition(span.as_written)[0]
    began = period.start is not None and span.start == period.start and _BEGUN.search(before)
    return bool(began or (period.end is not None and span.end == period.end and _ENDED.search(before)))


_YEAR = re.compile(r"\d{4}")


def is_yearless(span: Timespan) -> bool:
    """Whether a day or a month is given without its year."""
    return span.granularity in ("day", "month") and not _YEAR.search(span.as_written) and names_month(span.as_written)


def names_month(written: str) -> bool:
    """Whether words hold the name of a month."""
    return _MONTH.search(written) is not None


_MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.I)


def _about(draft: Timespan, source: Timespan) -> bool:
    """Whether the ends that a vague time of a draft gives are near those of a source ("by the middle of April")."""
    slack = SLACK.get(draft.granularity, 0)
    pairs = ((draft.start, source.start), (draft.end, source.end))
    known = [(one, other) for one, other in pairs if one is not None]
    return bool(known) and all(other is not None and days_between(one, other) <= slack for one, other in known)


def days_between(one: str, other: str) -> int:
    """How many days lie between two days."""
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)


def _ends(span: Timespan, by: Timespan) -> tuple[str, str]:
    """The first and the last day of a period, as far as another one tells its own."""
    told = {"year": 4, "decade": 4, "month": 7}.get(by.granularity, 10)
    last = (date.fromisoformat(span.end[:10]) - timedelta(days=1)).isoformat() if span.end else ""
    return (span.start or "")[:told], last[:told]


def _other_actor(draft: Passage, ours: Roles, theirs: Roles, stated: Stated, shelves: Shelves) -> bool:
    """Whether a source gives the number to somebody else: whom the draft names is not there, or has another figure."""
    passage = stated.passage
    mine = [name for name in actors(ours) if name_key(name) in draft.names]
    other = [name for name in actors(theirs) if name_key(name) in passage.names]
    meant = _meant_by_pronoun(passage, shelves)
    if not other and meant and mine:
        absent = name_key(mine[0]) not in passage.names
        return (
            absent and all(same_name(mine[0], name) == "different" for name in meant) and _of_one_kind(mine[0], meant)
        )
    if same_roles(ours, theirs)[0] != "different":
        return False
    apart = [name for name in mine if other and all(same_name(name, one) == "different" for one in other)]
    if not apart:
        return False
    keys = {name_key(name) for name in apart}
    if not keys & (passage.names | passage.around):
        return True
    return any(
        claim.quantity is not None
        and claim.quantity.dimension == stated.quantity.dimension
        and claim.quantity.low != stated.quantity.low
        and keys & {name_key(name) for name in actors(claim.roles)}
        for claim in passage.claims
    )


def _of_one_kind(name: str, others: list[str]) -> bool:
    """Whether a country is held against countries, and another name against others."""
    return any((country_of(name) is None) == (country_of(other) is None) for other in others)


_PRONOUN = re.compile(r"(?:It|He|She|They)\b")


def _meant_by_pronoun(passage: Passage, shelves: Shelves) -> list[str]:
    """The names of the sentence before, where a passage begins with a pronoun and names nobody who acts itself."""
    if not _PRONOUN.match(passage.text):
        return []
    before = shelves.before(passage)[-1:]
    return [item.entity for one in before for item in one.mentions("name") if isinstance(item, NameMention)]


def actors(roles: Roles) -> tuple[str, ...]:
    """All who take part."""
    return (*roles.agent, *roles.recipient, *roles.from_, *roles.to, *roles.for_)
