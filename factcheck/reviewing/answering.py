"""What can be answered on a finding, a claim and a draft's statement: the word, the key that gives it, its reason."""

from dataclasses import dataclass
from typing import Literal

from factcheck.errors import UsageError


@dataclass(frozen=True)
class Choice:
    """One answer: `key` gives it in the terminal and in the browser, `done` is said once it is logged.

    `why` says whether its reason is needed, asked for, or not spoken of.
    """

    answer: str
    key: str
    label: str
    done: str
    why: Literal["needed", "asked", ""] = ""


CHOICES: dict[str, tuple[Choice, ...]] = {
    "finding": (
        Choice("accepted", "a", "accept", "accepted", "needed"),
        Choice("fix-in-draft", "f", "fix in the draft", "fix in draft"),
        Choice("not-a-conflict", "x", "no conflict", "not a conflict"),
        Choice("ask-source", "k", "ask the source", "ask source"),
    ),
    "claim": (
        Choice("approve", "a", "approve", "approved"),
        Choice("reject", "r", "reject", "rejected", "asked"),
        Choice("needs_work", "w", "needs work", "sent back", "asked"),
        Choice("reads_right", "p", "reads right, no more", "reads right"),
        Choice("rely_on", "m", "rely on it, no more", "relied on"),
        Choice("withdraw", "l", "withdraw", "withdrawn", "asked"),
    ),
    "statement": (
        Choice("checked", "a", "checked", "checked"),
        Choice("fix", "f", "fix", "fix"),
        Choice("opinion", "v", "opinion", "opinion"),
        Choice("set-aside", "t", "set aside", "set aside"),
    ),
}
"""The answers on each kind of thing, in the order in which they are offered."""


def choice_of(kind: str, answer: str) -> Choice:
    """The choice that gives an answer; raises UsageError where there is none on things of this kind."""
    for choice in CHOICES.get(kind, ()):
        if choice.answer == answer:
            return choice
    known = ", ".join(choice.answer for choice in CHOICES.get(kind, ()))
    raise UsageError(f"{answer!r} is no answer to a {kind}; there are {known or 'none'}")


def choice_by_key(kind: str, key: str) -> Choice | None:
    """The choice that a key gives; null where it gives none."""
    return next((choice for choice in CHOICES.get(kind, ()) if choice.key == key), None)
