"""Sign-off: whether people approved what a statement rests on, and whether anything speaks against it since."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from factcheck.checking import Archive
from factcheck.gate.answers import Answer, Held
from factcheck.gate.inventory import Thing
from factcheck.gate.numbers import relation
from factcheck.gate.passages import quantity_of
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


@dataclass(frozen=True)
class Approvals:
    """What people decided: the status of claims, and the project's findings with their states."""

    archive: Archive
    statuses: Mapping[str, str] = field(default_factory=dict)
    findings: Sequence[Json] = ()
    """As in a report, those that are not settled."""

    def open_for(self, thing: Thing, held: Held, verdicts: frozenset[str]) -> list[tuple[Json, Json]]:
        """The findings of some verdicts, not settled, in which what a thing rests on takes a side; with that item."""
        kinds = _KINDS.get(thing.kind, frozenset())
        found = []
        for finding in self._by_source.get(held.source, ()):
            if finding["verdict"] in verdicts and finding["kind"] in kinds:
                item = next((one for one in finding["evidence"] if one["side"] and _is_item(thing, held, one)), None)
                if item is not None:
                    found.append((finding, item))
        return found

    @cached_property
    def _by_source(self) -> Mapping[str, list[Json]]:
        found: dict[str, list[Json]] = {}
        for finding in self.findings:
            for source in dict.fromkeys(item["source"] for item in finding["evidence"]):
                found.setdefault(source, []).append(finding)
        return found


def _is_item(thing: Thing, held: Held, item: Json) -> bool:
    """Whether a finding's item is what a thing rests on: the same passage, and for a figure the same value."""
    if item["source"] != held.source or not (item["start"] < held.end and held.start < item["end"]):
        return False
    if held.claim is not None and item["claim"] is not None and not held.claim.provisional:
        return bool(item["claim"] == held.claim.id)
    if thing.kind != "figure" or not held.value or not item["value"]:
        return True
    return digits_written(held.value) == digits_written(item["value"])


def digits_written(text: str) -> str:
    """The digits of a figure as it is written; its words where it has none."""
    return "".join(sign for sign in text if sign.isdigit()) or text.casefold()


def signed(answers: Mapping[Thing, Answer], decided: Decided, approvals: Approvals) -> Signed:
    """The sign-off of a statement: the worst of its things, unless a person decided on the statement itself."""
    if decided.state == "checked":
        return Signed("approved", decided.says)
    if decided.state == "stale":
        return Signed("changed-since", decided.says)
    if decided.state in ("fix", "disputed"):
        return Signed("not-yet", decided.says)
    own = {thing: answer for thing, answer in answers.items() if thing.kind != "attribution"} or answers
    found = [_of_thing(thing, answer, approvals) for thing, answer in own.items()]
    return min(found, key=lambda one: SIGN_OFFS.index(one.answer), default=Signed("not-yet"))


def _of_thing(thing: Thing, answer: Answer, approvals: Approvals) -> Signed:
    open_ = [finding for held in answer.for_it for finding, _ in approvals.open_for(thing, held, ALARMS)]
    if open_:
        return Signed("finding-open", f"{open_[0]['message']} ({open_[0]['id']})")
    statuses = [
        approvals.statuses.get(claim.id, "proposed") for held in answer.for_it for claim in claims_under(thing, held)
    ]
    if "approved" in statuses:
        return Signed("approved")
    if "stale" in statuses:
        return Signed("changed-since", "What was approved has changed since.")
    return Signed("not-yet")


def claims_under(thing: Thing, held: Held) -> Iterable[Claim]:
    """The claims that people wrote or decided on, at a passage, that state a thing."""
    if held.claim is not None and not held.claim.provisional:
        yield held.claim
    for claim in held.claims:
        if not claim.provisional and _states(claim, thing):
            yield claim


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
