"""What the rows of somebody's spreadsheet say: claims, and decisions on them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from factcheck.errors import UsageError
from factcheck.exchange._sheets import Sheet, column_of
from factcheck.reporting import restored

FIELDS = (
    "id", "source", "passage", "statement", "kind", "measure", "page", "tags", "note", "written_by", "decision", "by",
    "date", "why",
)  # fmt: skip
"""What a column may give."""

OWN = {"decision": "status", "by": "decided_by", "date": "decided_at"}
"""Headings of our own exports for fields that are called otherwise."""

Answers = tuple[tuple[str, str], ...]

DECISIONS: dict[str, Answers] = {
    "approved": (("reads-right", "yes"), ("rely", "yes")),
    "reads-right": (("reads-right", "yes"),),
    "rejected": (("reads-right", "no"),),
    "needs-work": (("reads-right", "needs-work"),),
    "withdrawn": (("rely", "withdrawn"),),
}
"""What a decision in a spreadsheet comes to."""

WORDS = {
    "approved": "approved approve ok okay yes y true confirmed verified correct right checked accurate accepted ✓ ✔",
    "rejected": "rejected reject no n false wrong incorrect inaccurate error fail failed denied ✗ ✘",
    "needs-work": "needs-work unclear query queried doubtful partly revise rework tbc ?",
    "withdrawn": "withdrawn withdraw cut deleted dropped removed",
    "reads-right": "reads-right read",
    "": "proposed open pending todo stale disputed unchecked - – —",
}
"""The words that desks write for decisions; those of the empty one decide nothing."""

_MEANING = {word: meaning for meaning, words in WORDS.items() for word in words.split()}


@dataclass(frozen=True)
class Row:
    """A row: its line, what it gives by field (empty cells left out), and the decision that it holds, if any."""

    line: int
    given: Mapping[str, str]
    decision: str | None = None


@dataclass(frozen=True)
class Refusal:
    """A row that was not taken, and why."""

    line: int
    why: str


@dataclass(frozen=True)
class Outcome:
    """What came of an import: ids of claims added and edited, decisions logged, rows that said nothing new."""

    added: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    decisions: int = 0
    known: int = 0
    refused: tuple[Refusal, ...] = ()


def columns_of(sheet: Sheet, named: Mapping[str, str]) -> dict[str, int]:
    """The place of each field's column: as named, else by its own name, or as our exports call it.

    Raises UsageError for a field that is unknown, and for a heading that is not there.
    """
    found: dict[str, int] = {}
    for field, heading in named.items():
        if field not in FIELDS:
            raise UsageError(f"{field!r} is nothing that a column can give; there are {', '.join(FIELDS)}")
        place = column_of(sheet.headings, heading)
        if place is None:
            there = ", ".join(heading for heading in sheet.headings if heading)
            raise UsageError(f"no column is called {heading!r}; there are {there}")
        found[field] = place
    for field in FIELDS:
        for heading in (field, OWN.get(field, field)):
            place = column_of(sheet.headings, heading)
            if field not in found and place is not None and place not in found.values():
                found[field] = place
    return found


def rows_of(
    sheet: Sheet, columns: Mapping[str, int], fixed: Mapping[str, str], words: Mapping[str, str]
) -> tuple[list[Row], list[Refusal]]:
    """The rows, and those whose decision is no word that is known.

    `fixed` gives fields that every row has; `words` another word for a decision -> one of `DECISIONS`.
    """
    for named in words.values():
        if named not in DECISIONS:
            raise UsageError(f"{named!r} is no decision; there are {', '.join(DECISIONS)}")
    known = {**_MEANING, **{_folded(word): named for word, named in words.items()}}
    rows: list[Row] = []
    refused: list[Refusal] = []
    for line, cells in sheet.rows:
        given = {
            field: restored(cells[place]) for field, place in columns.items() if place < len(cells) and cells[place]
        }
        row = {**fixed, **given}
        said = row.pop("decision", "")
        meaning: str | None = known.get(_folded(said)) if said else ""
        if meaning is None:
            why = f"{said!r} is no decision that is known; say what it means with --value {said!r}=approved"
            refused.append(Refusal(line, why))
        elif row:
            rows.append(Row(line, row, meaning or None))
    return rows, refused


def _folded(word: str) -> str:
    return re.sub(r"[\s_-]+", "-", word.strip().casefold()).strip("-.!") or word.strip()


def day_of(text: str) -> str | None:
    """A day as ISO 8601 has it, of a date or a time; null for what is none, or may be read in two ways."""
    match = re.match(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?!\d)", text.strip())
    if match is None:
        return None
    try:
        return date(*map(int, match.groups())).isoformat()
    except ValueError:
        return None


def list_of(text: str) -> list[str]:
    """The parts of a cell that holds several: tags, parted by semicolons or commas."""
    return [part for part in (each.strip() for each in re.split(r"[;,\n]", text)) if part]
