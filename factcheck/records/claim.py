"""Claims: one fact each, tied to the passages that state it."""

from functools import lru_cache
from typing import Literal

from pydantic import Field

from factcheck.records.base import SCHEMA_VERSION, Moment, Record
from factcheck.records.passage import Anchor
from factcheck.records.quantity import Quantity
from factcheck.records.timespan import Timespan

Kind = Literal[
    "quantity", "count", "percentage", "date", "duration", "ranking", "superlative", "quotation",
    "attribution", "enumeration", "arithmetic", "cross-reference", "citation", "numbering", "name", "event",
]  # fmt: skip
"""What a claim or a finding is about."""

Status = Literal["planned", "agreed", "ordered", "signed", "delivered", "under-way", "done", "cancelled", "refused"]
Modality = Literal["stated", "reported", "alleged", "possible", "denied", "expected"]
Scope = Literal["whole", "part", "additional"]


class Roles(Record):
    """Who did what to whom; names in their full form, or noun phrases, as the document gives them."""

    agent: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    from_: tuple[str, ...] = Field(default=(), alias="from")
    to: tuple[str, ...] = ()
    for_: tuple[str, ...] = Field(default=(), alias="for")


class Event(Record):
    """Which happening: its kind ("visit"), which of them (1 for the first), and when, if known."""

    kind: str
    ordinal: int | None = None
    date: Timespan | None = None


class Quote(Record):
    """Quoted words, who said them to whom, and the work they are quoted from."""

    words: str
    speaker: str | None = None
    addressee: str | None = None
    document: str | None = None


class Comparison(Record):
    """What is ranked or compared; see `ComparisonMention`."""

    relation: str
    rank: int | None = None
    factor: float | None = None
    superlative: str | None = None
    dimension: str | None = None
    subject: str | None = None
    object: str | None = None
    scope: str | None = None


class Listing(Record):
    """A list: what it lists, the count announced, its items, and whether it says that it is complete."""

    noun: str | None = None
    announced: float | None = None
    items: tuple[str, ...]
    complete: bool = True


class Claim(Record):
    """One fact as one source states it.

    `statement` is one sentence in plain words. `measure` is what is measured or said, in the words by
    which it is grouped ("arms purchased"). `polarity` is false for a denied or negated fact. `per` is the
    denominator of a rate. `as_of` is the day up to which a count runs. `said_by` is the chain of those
    who say so, nearest first. `found_by` is a finder with its version, or a person; `edited_by` are the
    people who changed it. `provisional` is true for what a machine found and nobody decided on; its id may
    change. `names` are those of the sentence, `setting` those that the whole document is about; `context` is the
    rest of the sentence, before and after the passage. `event` is the happening that a claim of any kind tells of;
    its date need not be the `timespan` of the figure beside it.
    """

    schema_version: int = SCHEMA_VERSION
    id: str
    statement: str
    kind: Kind
    measure: str
    roles: Roles = Roles()
    place: str | None = None
    event: Event | None = None
    status: Status | None = None
    polarity: bool = True
    modality: Modality = "stated"
    scope: Scope = "whole"
    per: str | None = None
    quantity: Quantity | None = None
    timespan: Timespan | None = None
    as_of: Moment | None = None
    said_by: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    setting: tuple[str, ...] = ()
    context: str = ""
    quote: Quote | None = None
    comparison: Comparison | None = None
    listing: Listing | None = None
    anchors: tuple[Anchor, ...] = Field(min_length=1)
    found_by: str
    edited_by: tuple[str, ...] = ()
    provisional: bool = False
    replaces: tuple[str, ...] = ()
    translation: str | None = None
    translator: str | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None

    @property
    def source(self) -> str:
        """The id of the source that states it."""
        return self.anchors[0].source

    @property
    def happening(self) -> "Claim | None":
        """The same claim as one of its happening alone, without the figure beside it; null where it tells of none.

        A count of the injured carries the injury, its date and its actors: it takes part wherever these do.
        """
        if self.kind in ("date", "event") or self.event is None:
            return self if self.kind in ("date", "event") else None
        alone = {"kind": "event", "measure": self.event.kind, "timespan": self.event.date, "scope": "whole"}
        return self.model_copy(update={**alone, "quantity": None, "per": None, "comparison": None})

    @property
    def tells(self) -> frozenset[Kind]:
        """What a claim is about: its own kind, and a happening and its date that it tells of besides."""
        told: set[Kind] = {self.kind}
        if self.event is not None:
            told |= {"event", "date"} if self.event.date is not None else {"event"}
        return frozenset(told)

    @property
    def wording(self) -> str:
        """The source's own words on one line, in English: what comparisons read, however the statement is put."""
        return _on_one_line(self.translation or self.anchors[0].exact)

    @property
    def sentence(self) -> str:
        """The words of the whole sentence as far as they are known, those of the passage first."""
        return f"{self.wording} {self.context}" if self.context else self.wording


@lru_cache(maxsize=16384)
def _on_one_line(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:–—-")
