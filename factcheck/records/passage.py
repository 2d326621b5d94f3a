"""Anchors: how a record points at a passage of a source."""

from typing import Literal

from factcheck.records.base import Record, Slug


class Anchor(Record):
    """A passage of a source, as the W3C Web Annotation selectors describe one.

    `exact`, `prefix` and `suffix` are the truth. `start` and `end` are code points of the source's
    canonical text (end exclusive), found again when the reader changes, as are `section`, `page` and
    `note`; where they are given, `canonical[start:end] == exact`.
    """

    source: Slug
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    section: str | None = None
    page: str | None = None
    note: str | None = None


Outcome = Literal["found", "moved", "changed", "ambiguous", "lost"]
"""What came of looking for an anchor again; only `found` and `moved` are the same words."""


class Located(Record):
    """Where quoted text lies in a canonical text, and by which means it was found.

    `tier` names the normalisation under which the words are equal, or `fuzzy`, which only locates.
    `start` and `end` are code points of the canonical text (null: lost). `differences` are pairs of
    (words looked for, words that stand there), in order. `candidates` counts equal places.
    """

    outcome: Outcome
    tier: str | None = None
    start: int | None = None
    end: int | None = None
    differences: tuple[tuple[str, str], ...] = ()
    candidates: int = 0
