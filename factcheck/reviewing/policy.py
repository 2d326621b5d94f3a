"""The project's rules of review: who may decide, and what an approval takes."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from factcheck.config import Review
from factcheck.errors import PolicyError
from factcheck.records.claim import Claim
from factcheck.records.review import Decision

_FINDER = re.compile(r"[\w-]+/\d+")
EVERY = "*"
"""The name under which a rule stands for claims of every kind."""


def same_person(one: str, other: str) -> bool:
    """Whether two names are one reviewer's: capitals and white space do not matter."""
    return person(one) == person(other)


def person(name: str) -> str:
    """A reviewer's name as reviewers are told apart by it."""
    return " ".join(name.split()).casefold()


def authors(claim: Claim) -> tuple[str, ...]:
    """The people who wrote or edited a claim; none where a machine found it and nobody touched it."""
    found = () if _FINDER.fullmatch(claim.found_by) else (claim.found_by,)
    return tuple(dict.fromkeys((*found, *claim.edited_by)))


def needed(claim: Claim, table: Mapping[str, int]) -> tuple[int, str]:
    """The highest number that a rule asks for this claim, and the rule's name: a kind, a tag, what its figure measures.

    1 and the rule for all where none speaks of it.
    """
    measured = [claim.quantity.dimension] if claim.quantity else []
    names = [name for name in (EVERY, claim.kind, *measured, *claim.tags) if name in table]
    best = max(names, key=lambda name: table[name], default=EVERY)
    return table.get(best, 1), best


def check_reviewer(by: str, policy: Review) -> None:
    """Raises PolicyError for somebody who may not decide."""
    if policy.reviewers and not any(same_person(by, name) for name in policy.reviewers):
        known = ", ".join(policy.reviewers)
        raise PolicyError(f"{by} may not decide; those who may are {known}", rule="review.reviewers")


def check_approval(claim: Claim, by: str, approvers: Sequence[str], policy: Review) -> None:
    """Raises PolicyError where this approval would not count.

    `approvers` are those whose approval of what the claim now says stands.
    """
    number, name = needed(claim, policy.approvals)
    if number > 1 and len(approvers) < number and any(same_person(by, other) for other in approvers):
        says = f"{claim.id}: you approved it already; {_people(number)} have to, each for themselves"
        raise PolicyError(says, rule=f"review.approvals.{_quoted(name)}")
    wrote = authors(claim)
    alone = all(_is_among(one, wrote) for one in (by, *approvers))
    if number < 2 and not policy.own_work and _is_among(by, wrote) and alone:
        says = f"{claim.id}: nobody approves alone what they wrote; somebody else has to"
        raise PolicyError(says, rule="review.own_work")


def check_origins(claim: Claim, origins: Sequence[str], policy: Review) -> None:
    """Raises PolicyError where fewer independent origins state the claim's fact than its kind needs."""
    number, name = needed(claim, policy.origins)
    if len(origins) < number:
        stated = ", ".join(origins) or "nobody"
        says = f"{claim.id}: {number} independent origins have to state it; it rests on {stated} alone"
        raise PolicyError(says, rule=f"review.origins.{_quoted(name)}")


def is_enough(claim: Claim, people: Sequence[str], policy: Review) -> bool:
    """Whether those who approved are enough, and not all of them wrote the claim."""
    number, _ = needed(claim, policy.approvals)
    return len(people) >= number and bool(people) and (policy.own_work or not _wrote_it_all(claim, people))


def still_needed(claim: Claim, people: Sequence[str], policy: Review) -> str:
    """What an approval still lacks, in a few words; empty where it lacks nothing."""
    number, name = needed(claim, policy.approvals)
    if len(people) < number:
        rule = f" (review.approvals.{_quoted(name)})" if number > 1 else ""
        return f"{len(people)} of {number} approvals{rule}"
    if not policy.own_work and people and _wrote_it_all(claim, people):
        return "somebody who did not write it has to approve (review.own_work)"
    return ""


def expired(decision: Decision, today: str | None, policy: Review) -> str | None:
    """The day from which an approval does not hold any more, where that day has come."""
    if policy.expires_after_days is None or today is None:
        return None
    ends = (date.fromisoformat(decision.at[:10]) + timedelta(days=policy.expires_after_days)).isoformat()
    return ends if ends <= today else None


def _wrote_it_all(claim: Claim, people: Sequence[str]) -> bool:
    wrote = authors(claim)
    return all(_is_among(one, wrote) for one in people)


def _is_among(name: str, names: Sequence[str]) -> bool:
    return any(same_person(name, other) for other in names)


def _people(number: int) -> str:
    return {2: "two people", 3: "three people"}.get(number, f"{number} people")


def _quoted(name: str) -> str:
    return name if re.fullmatch(r"[\w-]+", name) else f'"{name}"'
