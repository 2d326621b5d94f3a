"""Decisions: what a person saw, whether it still stands, and what follows for claims and findings.

All is derived from the log; nothing here writes.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from factcheck.digests import digest_of
from factcheck.records.claim import Claim
from factcheck.records.finding import Finding, State
from factcheck.records.review import Decision

ClaimStatus = Literal["proposed", "approved", "rejected", "needs-work", "withdrawn", "stale"]

UNSEEN = {
    "schema_version", "id", "anchors", "found_by", "provisional", "replaces", "tags", "note", "names", "setting",
}  # fmt: skip
"""Fields of a claim that say nothing of the fact: how it was found, what it is called, where it stands."""

SETTLING = frozenset({"accepted", "fix-in-draft", "not-a-conflict"})
"""Answers after which a finding is settled, as long as what was seen stands."""

By = Mapping[tuple[str, str], tuple[Decision, ...]]
"""Decisions that stand, by kind and id of their subject, in the order of the log."""


def seen_of(claim: Claim) -> str:
    """Digest of what a claim says: statement, values and the words of its passages; no offsets, pages, versions.

    Fields at their default are left out, so that a field that a later version adds changes no digest.
    """
    said: dict[str, Any] = claim.model_dump(mode="json", by_alias=True, exclude=UNSEEN, exclude_defaults=True)
    return digest_of("claim", said, [[anchor.source, " ".join(anchor.exact.split())] for anchor in claim.anchors])


def shown_of(claim: Claim) -> tuple[str, ...]:
    """The words that a person who decides on a claim sees: its statement, then its passages."""
    return (claim.statement, *(" ".join(anchor.exact.split()) for anchor in claim.anchors))


def shown_of_finding(finding: Finding) -> tuple[str, ...]:
    """The words that a person who decides on a finding sees: of each side's item its value and its words."""
    items = {(item.side, item.value or "", " ".join(item.exact.split())) for item in finding.evidence if item.side}
    return tuple(f"{side}\t{value}\t{exact}" for side, value, exact in sorted(items, key=str))


def by_subject(decisions: Iterable[Decision]) -> By:
    """The decisions that stand, by subject: without those taken back, and without those that take back."""
    listed = list(decisions)
    undone = {decision.undoes for decision in listed if decision.undoes}
    found: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for decision in listed:
        if not decision.undoes and decision.digest not in undone:
            found[decision.subject_kind, decision.subject].append(decision)
    return {subject: tuple(of_it) for subject, of_it in found.items()}


def claim_status(claim: Claim, decisions: Sequence[Decision]) -> ClaimStatus:
    """The status of a claim after the decisions that stand on it.

    Approved needs two answers on what the claim now says: it reads right, and we rely on it.
    """
    latest = {decision.question: decision for decision in decisions if decision.question in ("reads-right", "rely")}
    if not latest:
        return "proposed"
    answers = {decision.answer for decision in latest.values()}
    if "withdrawn" in answers:
        return "withdrawn"
    now = seen_of(claim)
    if any(decision.seen != now for decision in latest.values()):
        return "stale"
    if "no" in answers:
        return "rejected"
    if "needs-work" in answers:
        return "needs-work"
    return "approved" if len(latest) == 2 and answers == {"yes"} else "proposed"


def finding_state(finding: Finding, decisions: Sequence[Decision]) -> tuple[State, str | None]:
    """Whether a finding is open, settled or stale, and what was decided, in one line."""
    settling = [decision for decision in decisions if decision.question == "settle"]
    if not settling or settling[-1].answer == "reopened":
        return "open", None
    last = settling[-1]
    said = f"{last.answer} by {last.by}, {last.at[:10]}" + (f": {last.why}" if last.why else "")
    if not still_holds(last, finding):
        return "stale", said
    return ("settled" if last.answer in SETTLING else "open"), said


def still_holds(decision: Decision, finding: Finding) -> bool:
    """Whether what the person saw still stands: same words and values, and no new value beside them.

    Another source that repeats a value is no new value.
    """
    if decision.seen == finding.seen:
        return True
    then = {tuple(item.split("\t", 2)[1:]) for item in decision.shown}
    now = {tuple(item.split("\t", 2)[1:]) for item in shown_of_finding(finding)}
    values = {value for value, _ in then if value}
    return bool(then) and then <= now and all(value in values for value, _ in now - then)
