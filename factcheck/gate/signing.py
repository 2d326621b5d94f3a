"""Sign-off: whether people approved what a statement rests on, and whether anything speaks against it since."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from factcheck.gate.facts import Bearing, Borne
from factcheck.records.gate import SIGN_OFFS, SignOff

Json = Mapping[str, Any]

State = Literal["open", "checked", "opinion", "set-aside", "fix", "stale", "disputed"]
"""What people decided on a statement of a draft; see `reviewing.statements`."""

ALARMS = frozenset({"conflict", "possible-conflict"})

_KINDS: Mapping[str, frozenset[str]] = {
    "figure": frozenset("quantity count percentage duration arithmetic enumeration".split()),
    "date": frozenset("date duration event arithmetic".split()),
    "quotation": frozenset("quotation attribution".split()),
    "ranking": frozenset("ranking superlative".split()),
    "title": frozenset("name attribution".split()),
    "attribution": frozenset("attribution event".split()),
}
"""Which findings are about a thing of a kind."""


@dataclass(frozen=True)
class Signed:
    """A sign-off, and why; empty where nothing need be said."""

    answer: SignOff
    why: str = ""


@dataclass(frozen=True)
class Decided:
    """What people decided on a statement, in one line."""

    state: State = "open"
    says: str = ""
    resting_on: tuple[str, ...] = ()


OPEN = Decided()


@dataclass(frozen=True)
class Approvals:
    """What people decided: the status of claims, and the project's findings with their states."""

    statuses: Mapping[str, str] = field(default_factory=dict)
    findings: Sequence[Json] = ()
    """As in a report, those that are not settled."""

    def open_for(self, borne: Borne) -> Iterator[Json]:
        """The alarms, not settled, in which a passage that bears a thing out takes a side."""
        kinds = _KINDS.get(borne.kind, frozenset())
        for bearing in borne.by:
            for finding in self._by_source.get(bearing.source, ()):
                if finding["verdict"] in ALARMS and finding["kind"] in kinds:
                    sides = (item for item in finding["evidence"] if item["side"])
                    if any(self._is_item(borne.kind, bearing, item) for item in sides):
                        yield finding

    def _is_item(self, kind: str, bearing: Bearing, item: Json) -> bool:
        """Whether a finding's item is what a thing rests on: the same passage, and for a figure the same value."""
        if item["source"] != bearing.source or not (item["start"] < bearing.end and bearing.start < item["end"]):
            return False
        if bearing.claim in self.statuses and item["claim"] is not None:
            return bool(item["claim"] == bearing.claim)
        if kind != "figure" or not bearing.value or not item["value"]:
            return True
        return digits_written(bearing.value) == digits_written(item["value"])

    @cached_property
    def _by_source(self) -> Mapping[str, list[Json]]:
        found: dict[str, list[Json]] = {}
        for finding in self.findings:
            for source in dict.fromkeys(item["source"] for item in finding["evidence"]):
                found.setdefault(source, []).append(finding)
        return found


def digits_written(text: str) -> str:
    """The digits of a figure as it is written; its words where it has none."""
    return "".join(sign for sign in text if sign.isdigit()) or text.casefold()


def signed(things: Sequence[Borne], decided: Decided, approvals: Approvals) -> Signed:
    """The sign-off of a statement: the worst of its things, unless a person decided on the statement itself."""
    if decided.state == "checked":
        return Signed("approved", decided.says)
    if decided.state == "stale":
        return Signed("changed-since", decided.says)
    if decided.state in ("fix", "disputed"):
        return Signed("not-yet", decided.says)
    own = [one for one in things if one.kind != "attribution"] or things
    found = [_of_thing(one, approvals) for one in own]
    return min(found, key=lambda one: SIGN_OFFS.index(one.answer), default=Signed("not-yet"))


def _of_thing(thing: Borne, approvals: Approvals) -> Signed:
    open_ = next(approvals.open_for(thing), None)
    if open_ is not None:
        return Signed("finding-open", f"{open_['message']} ({open_['id']})")
    statuses = {approvals.statuses.get(claim) for bearing in thing.by for claim in bearing.stating}
    if "approved" in statuses:
        return Signed("approved")
    if "stale" in statuses:
        return Signed("changed-since", "What was approved has changed since.")
    return Signed("not-yet")
