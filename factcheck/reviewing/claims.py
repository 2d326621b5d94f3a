"""The status of a claim, as it follows from decisions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.config import Review
from factcheck.records.claim import Claim
from factcheck.records.review import Decision
from factcheck.reviewing.differences import Change, changes
from factcheck.reviewing.history import History
from factcheck.reviewing.policy import expired, is_enough, person, still_needed
from factcheck.reviewing.seen import VALUES, seen_of, shown_of
from factcheck.reviewing.wording import said

ClaimStatus = Literal["proposed", "approved", "rejected", "needs-work", "withdrawn", "stale", "disputed"]
"""Stale: decided on, and what was seen changed. Disputed: two branches decided differently and were merged."""

SILENT: frozenset[ClaimStatus] = frozenset({"rejected", "withdrawn"})
"""Claims of this status take part in no comparison."""

NO_RULES = Review()


@dataclass(frozen=True)
class Standing:
    """The status of a claim, and in one line why; `changes` are told where it is stale.

    `approvers` are those whose approval of what it now says stands.
    """

    status: ClaimStatus
    says: str = ""
    approvers: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


UNDECIDED = Standing("proposed")
"""That of a claim on which nothing was decided."""


def claim_standing(
    claim: Claim,
    history: History,
    rules: Review = NO_RULES,
    today: str | None = None,
    lost: bool = False,
) -> Standing:
    """The status of a claim after the decisions that stand on it.

    Approved needs two answers on what the claim now says, from as many people as the rules ask for: it reads
    right, and we rely on it. `lost` is set where its passage does not stand in its source any more.
    """
    decisions = _since_reopened(history)
    latest = {decision.question: decision for decision in decisions}
    if not latest:
        return UNDECIDED
    if parted := history.parted("reads-right", "rely"):
        return Standing("disputed", " | ".join(said(one) for one in parted))
    last = list(latest.values())[-1]
    withdrawn = next((one for one in latest.values() if one.answer == "withdrawn"), None)
    if withdrawn:
        return Standing("withdrawn", said(withdrawn))
    now = seen_of(claim)
    if any(one.seen != now for one in latest.values()):
        return Standing("stale", f"{said(last)}; it was changed since", changes=claim_changes(last, claim))
    refused = next((one for one in latest.values() if one.answer in ("no", "needs-work")), None)
    if refused:
        return Standing("rejected" if refused.answer == "no" else "needs-work", said(refused))
    if lost:
        return Standing("stale", f"{said(last)}; the passage does not stand in {claim.source} any more")
    return _approval(claim, decisions, now, rules, today)


def _approval(claim: Claim, decisions: Sequence[Decision], now: str, rules: Review, today: str | None) -> Standing:
    """Where nothing speaks against a claim: whether enough people approved, and not too long ago."""
    counting = [one for one in decisions if expired(one, today, rules) is None]
    readers, printers = (_approvers(counting, question, now) for question in ("reads-right", "rely"))
    both = tuple(name for name in printers.values() if person(name) in readers)
    if is_enough(claim, list(readers.values()), rules) and is_enough(claim, list(printers.values()), rules):
        return Standing("approved", said(decisions[-1]), both)
    over = [one for one in decisions if expired(one, today, rules) is not None]
    if over and len(counting) < len(decisions):
        return Standing("stale", f"{said(over[-1])}; the approval expired on {expired(over[-1], today, rules)}", both)
    if not readers or not printers:
        missing = "that it reads right" if not readers else "that we rely on it"
        return Standing("proposed", f"{said(decisions[-1])}; nobody said yet {missing}", both)
    return Standing("proposed", f"{said(decisions[-1])}; {still_needed(claim, both, rules)}", both)


def _since_reopened(history: History) -> tuple[Decision, ...]:
    """The answers on a claim since it was last reopened."""
    answers = history.on("reads-right", "rely")
    last = max((place for place, one in enumerate(answers) if one.answer == "reopened"), default=-1)
    return answers[last + 1 :]


def _approvers(decisions: Iterable[Decision], question: str, now: str) -> dict[str, str]:
    """Who said yes to a question about what the claim now says, since anybody said otherwise; names as first given."""
    found: dict[str, str] = {}
    for decision in decisions:
        if decision.question != question:
            continue
        if decision.answer != "yes":
            found.clear()
        elif decision.seen == now:
            found.setdefault(person(decision.by), decision.by)
    return found


def claim_changes(decision: Decision, claim: Claim) -> tuple[Change, ...]:
    """What changed in a claim since a decision: its statement, its passages, its values."""
    now = shown_of(claim)
    if not decision.shown:
        return ()
    then, there = _parts(decision.shown), _parts(now)
    values = changes("values", then[2], there[2]) if then[2] else ()
    return (
        *changes("statement", then[0], there[0]),
        *changes("passage", then[1], there[1]),
        *values,
    )


def _parts(shown: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    rest = [line for line in shown[1:] if not line.startswith(VALUES)]
    return [*shown[:1]], rest, [line.removeprefix(VALUES) for line in shown[1:] if line.startswith(VALUES)]
