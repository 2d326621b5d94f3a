"""What people name on the command line: a claim, a finding or a statement of a draft, by id or by its place."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.project import Project

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d{1,9})(?::(?P<column>\d{1,9}))?")


@dataclass(frozen=True)
class Named:
    """What was named: its kind, the ids, and by id the words of statements that were named by their place."""

    kind: str
    ids: tuple[str, ...]
    words: Mapping[str, str] = field(default_factory=dict)


def named(desk: "Project", given: Sequence[str]) -> Named:
    """What ids, and places of statements ("story.md:12"), name; raises UsageError where they are of several kinds."""
    words: dict[str, str] = {}
    ids, kinds = [], set()
    for one in given:
        placed = statement_at(desk, one)
        ids.append(placed[0] if placed else one)
        kinds.add("statement" if placed else kind_of(desk, one))
        words |= dict([placed]) if placed else {}
    if len(kinds) > 1:
        raise UsageError("name claims, or findings, or statements; not of several kinds at once")
    return Named(kinds.pop(), tuple(ids), words)


def statement_at(desk: "Project", given: str) -> tuple[str, str] | None:
    """The id and the words of a statement that is named by the place in a draft; null where no file is named so."""
    found = _PLACE.fullmatch(given)
    if found is None or not Path(found["file"]).is_file():
        return None
    from factcheck.reviewing.statements import statement_id

    column = int(found["column"]) if found["column"] else None
    draft, words = desk.statement_at(found["file"], int(found["line"]), column)
    return statement_id(draft, words), words


def kind_of(desk: "Project", id: str) -> str:
    """What an id names, by the log and then by its form; findings and statements hold a colon, claims do not."""
    for kind in ("claim", "finding", "statement"):
        if desk.history(kind, id).lines:
            return kind
    return "finding" if ":" in id else "claim"
