"""Mentions: what a finder sees in a document, with its place and its normalised value."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, cast

from pydantic import Field, TypeAdapter

from factcheck.records.base import Record
from factcheck.records.quantity import Quantity
from factcheck.records.timespan import Timespan

NameKind = Literal["person", "organisation", "place", "work", "product", "event", "other"]


class Mention(Record):
    """A stretch of the canonical text, `text[start:end]`, that says something checkable."""

    start: int
    end: int
    finder: str
    """The finder and its version, "quantity/1"."""


class QuantityMention(Mention):
    """A number with what it measures."""

    quantity: Quantity
    kind: Literal["quantity"] = "quantity"


class TimeMention(Mention):
    """A time; or a duration ("for a decade"), then `duration` holds it and `timespan` may be null."""

    timespan: Timespan | None
    duration: Quantity | None = None
    kind: Literal["time"] = "time"


class NameMention(Mention):
    """A name: `name` without its titles, `titles` as written before or after it.

    `entity` is the fullest form of the same name in this document, by which its mentions are joined.
    """

    name: str
    entity: str
    type: NameKind = "other"
    titles: tuple[str, ...] = ()
    kind: Literal["name"] = "name"


class QuotationMention(Mention):
    """Quoted words: the span includes the quotation marks, `words` does not.

    `use` tells speech and passages from titles of works and scare quotes. `cue` is the verb or phrase
    that introduces it. `document` names the work quoted ("a report by …").
    """

    words: str
    use: Literal["speech", "passage", "title", "scare", "term"] = "speech"
    speaker: str | None = None
    cue: str | None = None
    addressee: str | None = None
    document: str | None = None
    nested: bool = False
    kind: Literal["quotation"] = "quotation"


class ListMention(Mention):
    """A list: `items` are spans, `announced` the count its introduction gives ("three ports: …").

    `noun` is what it lists, `complete` is false for "including", "such as", "among others".
    """

    items: tuple[tuple[int, int], ...]
    noun: str | None = None
    announced: float | None = None
    complete: bool = True
    style: Literal["numbered", "bulleted", "inline"] = "inline"
    kind: Literal["list"] = "list"


STANDING = "place"
"""The dimension of a place taken in a contest or a table ("finished second")."""


class ComparisonMention(Mention):
    """A comparison or a ranking: "second largest", "equal to", "the first … since".

    `relation` orders subject against object; `rank` is 1 for the largest; `superlative` is the word
    ("first", "only", "largest", "worst"); `dimension` what is compared ("largest"); `scope` within
    what ("in Asia", "since 1971").
    """

    relation: Literal[
        "more", "less", "equal", "slightly-more", "slightly-less", "rank", "multiple", "only", "first", "last"
    ]
    rank: int | None = None
    factor: float | None = None
    superlative: str | None = None
    dimension: str | None = None
    subject: str | None = None
    object: str | None = None
    scope: str | None = None
    kind: Literal["comparison"] = "comparison"


class EventMention(Mention):
    """What happens in a clause: the verb (or the noun of an action) and who did what to whom.

    `verb` is the lemma ("visit"), `concept` the class of happenings that it belongs to ("visit",
    "death", "purchase"), the same for verb and noun. Roles hold names or noun phrases as written.
    """

    verb: str
    concept: str | None = None
    agent: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    from_: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    for_: tuple[str, ...] = ()
    place: str | None = None
    ordinal: int | None = None
    status: str | None = None
    negated: bool = False
    modality: str | None = None
    said_by: tuple[str, ...] = ()
    kind: Literal["event"] = "event"


AnyMention = (
    QuantityMention | TimeMention | NameMention | QuotationMention | ListMention | ComparisonMention | EventMention
)


@cache
def mentions_by_kind() -> TypeAdapter[dict[str, tuple[AnyMention, ...]]]:
    """Reads and writes mentions by the ids of their finders."""
    return TypeAdapter(dict[str, tuple[Annotated[AnyMention, Field(discriminator="kind")], ...]])


M = TypeVar("M", bound=Mention)

_OWN: Mapping[str, Any] = {
    "quantity": QuantityMention,
    "time": TimeMention,
    "name": NameMention,
    "quotation": QuotationMention,
    "list": ListMention,
    "comparison": ComparisonMention,
    "event": EventMention,
}
"""What our own finders say, by their ids; another finder may say anything."""
_FINDERS = {kind: finder for finder, kind in _OWN.items()}


def of_kind(mentions: Mapping[str, Sequence[AnyMention]], kind: type[M]) -> Sequence[M]:
    """The mentions of one kind that our own finder of it saw, in order of place; `mentions` are by finder id."""
    return cast(Sequence[M], mentions.get(_FINDERS[kind], ()))


@cache
def _of(finder: str) -> TypeAdapter[tuple[AnyMention, ...]]:
    said: Any = _OWN.get(finder, Annotated[AnyMention, Field(discriminator="kind")])
    listed: Any = tuple[said, ...]
    return TypeAdapter(listed)


def written(finder: str, mentions: Sequence[AnyMention]) -> bytes:
    """What one finder says as it is kept: a line of JSON, empty for nothing."""
    return _of(finder).dump_json(tuple(mentions), exclude_defaults=finder in _OWN) if mentions else b""


def read(finder: str, stored: bytes) -> tuple[AnyMention, ...]:
    """What one finder said, as it was kept; raises ValidationError for what is none."""
    return _of(finder).validate_json(stored) if stored else ()
