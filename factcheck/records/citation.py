"""Citations and internal references: what a note cites, and where "see Section II" leads."""

from typing import Literal

from factcheck.records.base import PartialDate, Record


class Work(Record):
    """A work as a note cites it; what the note does not give is null. `key` joins mentions of one work."""

    key: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: PartialDate | None = None


class Citation(Record):
    """One citation: `text[start:end]`, in the note labelled `note`.

    `form` is how it cites. A short form (all but `full`) is `resolved` to the note and work that it
    means, to a `variant` title, is `ambiguous` (then `candidates` holds the notes) or `unresolved`.
    """

    start: int
    end: int
    note: str
    form: Literal["full", "ibid", "op-cit", "loc-cit", "short-title"]
    work: Work | None = None
    outcome: Literal["full", "resolved", "variant", "ambiguous", "unresolved"] = "full"
    target_note: str | None = None
    candidates: tuple[str, ...] = ()
    why: str | None = None


class Reference(Record):
    """An internal reference ("see Section IV.A above"): `text[start:end]`.

    `target` is the label asked for, `block` the number of the block it leads to.
    """

    start: int
    end: int
    kind: Literal["section", "appendix", "table", "figure", "note", "chapter", "box"]
    target: str
    direction: Literal["above", "below"] | None = None
    outcome: Literal["resolved", "dangling", "ambiguous"]
    block: int | None = None
    candidates: tuple[int, ...] = ()
    why: str | None = None


class Citations(Record):
    """All citations and internal references of a document, in order."""

    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
