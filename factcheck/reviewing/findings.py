"""The state of a finding, as it follows from decisions."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from factcheck.language.folding import fold
from factcheck.records.finding import Evidence, Finding, ReportedFinding, State
from factcheck.records.review import Decision
from factcheck.reviewing.differences import Change, changes
from factcheck.reviewing.history import History
from factcheck.reviewing.seen import shown_of_finding
from factcheck.reviewing.wording import said

SETTLING = frozenset({"accepted", "fix-in-draft", "not-a-conflict"})
"""Answers after which a finding is settled, as long as what was seen stands."""


@dataclass(frozen=True)
class FindingStanding:
    """The state of a finding, what was decided in one line, and what changed where it is stale."""

    state: State
    says: str | None = None
    changes: tuple[Change, ...] = ()


OPEN = FindingStanding("open")

_MARKS = " ,;:.!?'\"()[]-"
_EDGES = ("", *_MARKS.strip())
"""What may stand before and after a clause; nothing, where the text begins or ends with it."""


def finding_standing(finding: Finding, history: History) -> FindingStanding:
    """Whether a finding is open, settled, stale, or disputed between two branches that were merged."""
    last = history.last("settle")
    if last is None:
        return OPEN
    if parted := history.parted("settle"):
        return FindingStanding("disputed", " | ".join(map(said, parted)))
    if last.answer == "reopened":
        return OPEN
    if not still_holds(last, finding):
        return FindingStanding("stale", said(last), finding_changes(last, finding))
    return FindingStanding("settled" if last.answer in SETTLING else "open", said(last))


class _Item(NamedTuple):
    """A passage of a side as it was shown: its side, its value, the figures of the value, its words; folded."""

    side: str
    value: str
    figures: tuple[float, ...]
    words: str


def still_holds(decision: Decision, finding: Finding) -> bool:
    """Whether what the person saw still stands: same words and values, and no new value beside them.

    Another source that repeats a side is no new value. Nor are more or fewer clauses of the same sentence, or another
    wording of the same figure: a new version of a check may show them so.
    """
    if decision.seen == finding.seen:
        return True
    then, now = _items(decision.shown), _items(shown_of_finding(finding))
    kept = [(item, [other for other in now if _is_same(item, other)]) for item in then]
    if not then or not all(found or (finding.more and _is_told(item, now)) for item, found in kept):
        return False
    sides = {other.side for _, found in kept for other in found}
    return all(any(_repeats(item, other, sides) for other in then) for item in now)


def _items(shown: Iterable[str]) -> list[_Item]:
    made = []
    for line in shown:
        side, value, words = (*line.split("\t", 2), "", "")[:3]
        made.append(_Item(side, fold(value), _figures(value), fold(words)))
    return made


def _figures(value: str) -> tuple[float, ...]:
    """The numbers in a value, months among them: "1.7bn" and "$1.7 billion" give the same."""
    from factcheck.language.calendar import MONTHS
    from factcheck.language.numerals import may_begin, read

    found: list[float] = []
    at = 0
    while at < len(value):
        number = read(value, at, money=True) if may_begin(value, at) else None
        if number is not None:
            found += [number.low, number.high] if number.low != number.high else [number.low]
            at = number.end
            continue
        stop = at + 1
        while stop < len(value) and value[stop].isalpha() and value[at].isalpha():
            stop += 1
        month = MONTHS.get(value[at:stop].lower())
        found += [month] if month else []
        at = stop
    return tuple(found)


def _is_same(then: _Item, now: _Item) -> bool:
    """Whether a passage that was shown still stands: its value, and its words, be they more or fewer clauses."""
    value = then.value == now.value or (bool(then.figures) and then.figures == now.figures)
    shorter, longer = sorted((then.words, now.words), key=len)
    return value and _is_part(shorter, longer)


def _is_part(words: str, text: str) -> bool:
    """Whether words stand in a text as whole clauses: what else it says is set apart by a mark."""
    words = words.strip(_MARKS)
    at = text.find(words) if words else -1
    while at >= 0:
        before, after = text[:at].rstrip(" "), text[at + len(words) :].lstrip(" ")
        if before[-1:] in _EDGES and after[:1] in _EDGES:
            return True
        at = text.find(words, at + 1)
    return False


def _is_told(then: _Item, now: Iterable[_Item]) -> bool:
    """Whether its value at least is still told, where a finding has more passages than it shows."""
    return bool(then.value) and any(then.value == other.value for other in now)


def _repeats(item: _Item, then: _Item, sides: Iterable[str]) -> bool:
    """Whether a passage says what was seen: the passage itself, its value, or no other figure on a side that was seen.

    Passages of one side agree, by the check.
    """
    if _is_same(then, item) or (item.value and item.value == then.value):
        return True
    return item.side in sides and item.figures == then.figures


def finding_changes(decision: Decision, finding: Finding) -> tuple[Change, ...]:
    """What changed on the sides of a finding since a decision."""
    return changes("side", map(_readable, decision.shown), map(_readable, shown_of_finding(finding)))


def _readable(line: str) -> str:
    _, value, exact = (*line.split("\t", 2), "", "")[:3]
    return f"{value}: “{exact}”" if value else f"“{exact}”"


def finding_of(values: Mapping[str, Any]) -> ReportedFinding:
    """A report's finding as a record."""
    return ReportedFinding.model_validate_json(json.dumps(values))


def numbered(evidence: Iterable[Evidence]) -> dict[str, int]:
    """The claims of a finding's evidence by the key that leads to each: 1 to 9."""
    ids = list(dict.fromkeys(item.claim for item in evidence if item.claim and item.side))
    return {id: number for number, id in enumerate(ids[:9], 1)}
