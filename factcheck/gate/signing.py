"""Sign-off: whether people approved what a statement rests on, and whether anything speaks against it since."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from factcheck.gate.answers import Answer, Held
from factcheck.gate.inventory import Thing
from factcheck.gate.numbers import relation
from factcheck.gate.passages import quantity_of
from factcheck.records.base import Record
from factcheck.records.claim import Claim
from factcheck.records.gate import SIGN_OFFS, SignOff
from factcheck.records.mention import QuotationMention, TimeMention
from factcheck.records.timespan import relate

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


class Bearing(Record):
    """A passage, `text[start:end]` of a source, that bears a thing out: the value that was compared, the claim that it
    was compared with, and the ids of all claims there that state the thing, drafted ones too."""

    source: str
    start: int
    end: int
    value: str | None
    claim: str | None
    stating: tuple[str, ...]


class Borne(Record):
    """A thing of a statement, by its kind, and what bears it out."""

    kind: str
    by: tuple[Bearing, ...]


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


NONE = Approvals()
"""Of nothing anybody decided."""


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


def borne(answers: Mapping[Thing, Answer]) -> tuple[Borne, ...]:
    """What bears out each thing of a statement."""
    return tuple(
        Borne(
            kind=thing.kind,
            by=tuple(
                Bearing(
                    source=held.source,
                    start=held.start,
                    end=held.end,
                    value=held.value,
                    claim=held.claim.id if held.claim is not None else None,
                    stating=tuple(dict.fromkeys(claim.id for claim in stating(thing, held))),
                )
                for held in answer.for_it
            ),
        )
        for thing, answer in answers.items()
    )


def claims_under(thing: Thing, held: Held) -> Iterable[Claim]:
    """The claims that people wrote or decided on, at a passage, that state a thing."""
    return (claim for claim in stating(thing, held) if not claim.provisional)


def stating(thing: Thing, held: Held) -> Iterator[Claim]:
    """All claims at a passage that state a thing."""
    if held.claim is not None:
        yield held.claim
    yield from (claim for claim in held.claims if _states(claim, thing))


def _states(claim: Claim, thing: Thing) -> bool:
    """Whether a claim states a thing of a draft, so that who approves the one approves the other."""
    mention = thing.mention
    quantity = quantity_of(mention)
    if quantity is not None:
        return claim.quantity is not None and relation(quantity, claim.quantity) == "equal"
    if isinstance(mention, TimeMention):
        spans = (claim.timespan, claim.event.date if claim.event else None)
        mine = mention.timespan
        return any(span is not None and mine is not None and relate(span, mine) != "disjoint" for span in spans)
    if isinstance(mention, QuotationMention):
        return claim.quote is not None or any(mention.words in anchor.exact for anchor in claim.anchors)
    return claim.comparison is not None if thing.kind == "ranking" else True
