"""Decisions as lines of text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.records.review import Decision


def line_of(decision: "Decision") -> tuple[str, str, str, str]:
    """A decision as cells: when, who, on what, what and why."""
    from factcheck.reviewing.wording import answer_of

    why = f": {decision.why}" if decision.why else ""
    return decision.at[:16].replace("T", " "), decision.by, decision.subject, f"{answer_of(decision)}{why}"


def told(decisions: "tuple[Decision, ...]", taken_back: frozenset[str] = frozenset()) -> Iterator[str]:
    """Decisions on one subject, one a line, those taken back marked so."""
    from factcheck.reviewing.wording import answer_of

    for decision in decisions:
        why = f": {decision.why}" if decision.why else ""
        mark = " (taken back)" if decision.digest in taken_back else ""
        yield f"{decision.at[:16].replace('T', ' ')}  {decision.by}  {answer_of(decision)}{why}{mark}"
        if decision.resting_on:
            yield f"    resting on {', '.join(decision.resting_on)}"
