"""Decisions as lines of text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.records.review import Decision


def answer_of(decision: "Decision") -> str:
    """What was decided, in a few words."""
    from factcheck.reviewing.wording import in_plain_words

    if decision.undoes:
        return f"took back: {in_plain_words(decision)}"
    if decision.question == "assign":
        return f"assigned to {decision.to}" if decision.to else "assigned to nobody"
    if decision.query is not None:
        asked = f"{decision.query.to}: {decision.query.question}"
        return f"asked {asked}" if decision.answer == "asked" else f"reply of {asked} {decision.query.reply}"
    return in_plain_words(decision)


def line_of(decision: "Decision") -> tuple[str, str, str, str]:
    """A decision as cells: when, who, on what, what and why."""
    why = f": {decision.why}" if decision.why else ""
    return decision.at[:16].replace("T", " "), decision.by, decision.subject, f"{answer_of(decision)}{why}"


def told(decisions: "tuple[Decision, ...]", taken_back: frozenset[str] = frozenset()) -> Iterator[str]:
    """Decisions on one subject, one a line, those taken back marked so."""
    for decision in decisions:
        why = f": {decision.why}" if decision.why else ""
        mark = " (taken back)" if decision.digest in taken_back else ""
        yield f"{decision.at[:16].replace('T', ' ')}  {decision.by}  {answer_of(decision)}{why}{mark}"
        if decision.resting_on:
            yield f"    resting on {', '.join(decision.resting_on)}"
