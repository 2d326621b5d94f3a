"""Telling by its id whether something is a claim, a finding or a statement of a draft."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.project import Project


def kind_of(desk: "Project", id: str) -> str:
    """What an id names, by the log and then by its form; findings and statements hold a colon, claims do not."""
    for kind in ("claim", "finding", "statement"):
        if desk.history(kind, id).lines:
            return kind
    return "finding" if ":" in id else "claim"


def one_kind(desk: "Project", ids: Sequence[str]) -> str:
    """What several ids name; raises UsageError where they name different things."""
    kinds = {kind_of(desk, id) for id in ids}
    if len(kinds) > 1:
        raise UsageError("name claims, or findings, or statements; not of several kinds at once")
    return kinds.pop()
