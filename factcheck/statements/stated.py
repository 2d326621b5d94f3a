"""What the documents of an archive state, as it is kept with each, and how telling their words are."""

import weakref
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from factcheck.checking import Archive, Gathering, Study
from factcheck.records.base import unchecked
from factcheck.records.document import Block
from factcheck.records.mention import EventMention, Mention, QuantityMention, TimeMention
from factcheck.records.quantity import Quantity, in_percent
from factcheck.records.timespan import Timespan
from factcheck.statements.drawn import Statement, figures, happenings, times
from factcheck.statements.telling import Rarity, Words
from factcheck.statements.together import Scored

T = TypeVar("T")

MOST_HELD = 30_000
"""Statements from which on what was read is let go."""


_quantity, _timespan, _block = unchecked(Quantity), unchecked(Timespan), unchecked(Block)
_event, _figure, _time = unchecked(EventMention), unchecked(QuantityMention), unchecked(TimeMention)


@dataclass(frozen=True, eq=False)
class Told:
    """All that a document states."""

    figures: tuple[Statement, ...]
    times: tuple[Statement, ...]
    happenings: tuple[Statement, ...]

    @property
    def number(self) -> int:
        """How many statements that are."""
        return len(self.figures) + len(self.times) + len(self.happenings)

    def once(self, make: Callable[["Told"], T]) -> T:
        """What is made of it, once."""
        if make not in self._made:
            self._made[make] = make(self)
        found: T = self._made[make]
        return found

    @cached_property
    def _made(self) -> dict[Any, Any]:
        return {}

    @cached_property
    def every(self) -> tuple[Statement, ...]:
        """All of them, in one order."""
        return *self.figures, *self.times, *self.happenings

    @cached_property
    def numbers(self) -> dict[Statement, int]:
        """Their numbers in that order."""
        return {item: number for number, item in enumerate(self.every)}

    @cached_property
    def words(self) -> "Words":
        """How often it holds its words and values."""
        return Words([*self.figures, *self.times])

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of the sentences in which it gives figures and times; an empty one where a sentence has none."""
        return frozenset(name for item in (*self.figures, *self.times) for name in item.names or ("",))

    @cached_property
    def by_named(self) -> dict[tuple[str, str], list[Statement]]:
        """Its happenings by their kind and each name of their sentence."""
        found: dict[tuple[str, str], list[Statement]] = {}
        for item in self.happenings:
            for name in sorted(item.names):
                found.setdefault((item.event.concept or "" if item.event else "", name), []).append(item)
        return found


Two = tuple[str, str]
"""Two documents, by their ids, in order; or one and itself."""
Alike = list[Scored[Statement]]
"""Statements of two documents that are alike, with the points for it."""


class Known(NamedTuple):
    """A statement as far as it is known without reading all that its document states: by its number there."""

    source: str
    number: int
    start: int
    sentence: int
    told: str | None
    """The digits of a figure; empty of a time, null of a happening."""

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands, to order by."""
        return self.source, self.start

    @property
    def event(self) -> bool:
        """Whether it is a happening."""
        return self.told is None


Tie = Scored[Known]


class Stated:
    """What the documents of an archive state; what one states is read when it is first asked for."""

    def __init__(self, archive: Archive) -> None:
        self._archive: Archive = weakref.proxy(archive)
        self._studies = archive.studies
        self._related = archive.related
        self._told: dict[str, Told] = {}
        self._held = 0
        self.answers: dict[Two, list[Alike]] = {}
        """What two documents were found to state alike, as long as what they state is held."""
        self.rarity = Rarity(lambda source: self.by(source).words)

    def by(self, source: str) -> Told:
        """What a document states."""
        found = self._told.get(source)
        if found is None:
            study, known = self._studies[source], dict[Any, Any]()
            parts = ([unpacked(study, item, known) for item in packed] for packed in study.gathered(STATEMENTS))
            found = self._told[source] = Told(*map(tuple, parts))
            self._held += found.number
        return found

    def let_go(self) -> None:
        """Let go what was read first, where it is much: another time the statements are others, of the same words."""
        if self._held > MOST_HELD:
            for source in list(self._told)[: len(self._told) // 2 + 1]:
                self._held -= self._told.pop(source).number
            self.answers.clear()
            self.rarity.forget()

    def alike(self, what: str, one: str, other: str, make: Callable[[], Sequence[Alike]]) -> list[Alike]:
        """Statements of two documents that are alike, in several lists: as it was kept, where both are as they were.

        `what` says in what they are alike.
        """
        told = self.keep(what, one, other, make)
        if not any(told):
            return [[] for _ in told]
        every = self.by(one).every, self.by(other).every
        return [[(points, every[a][i], every[b][j]) for points, (a, i, *_), (b, j, *_) in alike] for alike in told]

    def found(self, what: str, one: str, other: str, make: Callable[[], Sequence[Alike]]) -> "list[list[Tie]]":
        """The same as far as it is known without reading what the documents state."""
        two = one, other

        def known(end: Sequence[Any]) -> Known:
            return Known(two[end[0]], *end[1:])

        told = self.keep(what, one, other, make)
        return [[(points, known(ours), known(theirs)) for points, ours, theirs in alike] for alike in told]

    def all_of(self, known: "Sequence[Known]") -> list[Statement]:
        """The statements themselves."""
        return [self.by(item.source).every[item.number] for item in known]

    def keep(self, what: str, one: str, other: str, make: Callable[[], Sequence[Alike]]) -> Any:
        """The same by their numbers, which is all that is read of what was kept."""

        def packed() -> list[list[list[Any]]]:
            return [[[points, *map(numbered, ends)] for points, *ends in alike] for alike in make()]

        def numbered(item: Statement) -> tuple[int, int, int, int, str | None]:
            place = int(item.source != one)
            digits = None if item.event else item.digits if item.quantity else ""
            return place, self.by((one, other)[place]).numbers[item], item.mention.start, item.sentence, digits

        return self._archive.between(what, one, other, packed)

    def of_one_story(self) -> Iterator[Two]:
        """The documents that tell of one story, in twos, each once."""
        kin = self._related.kin
        return ((one, other) for one, other in self.meeting() if other in kin[one])

    def story_of(self, source: str) -> Iterator[Two]:
        """A document with each later one of its story."""
        yield from ((source, other) for other in sorted(self._related.kin[source]) if other > source)

    def meeting(self) -> Iterator[Two]:
        """The documents that may bear each other out, in twos, each once; each also with itself."""
        return (two for twos in self.together() for two in twos)

    def together(self) -> Iterator[list[Two]]:
        """The same, those that hang together at a time; before each, what was read is let go where it is much."""
        for twos in self._hanging_together:
            self.let_go()
            yield twos

    @cached_property
    def _hanging_together(self) -> list[list[Two]]:
        near: dict[str, set[str]] = {source: set() for source in self._studies}
        for one, others in self._near.items():
            near[one] |= others
            for other in others:
                near[other].add(one)
        found, seen = [], set[str]()
        for source in near:
            waiting, own = [source], list[str]()
            while waiting:
                one = waiting.pop()
                if one not in seen:
                    seen.add(one)
                    own.append(one)
                    waiting += near[one] - seen
            found.append([two for one in sorted(own) for two in self.met_by(one)])
        return list(filter(None, found))

    def met_by(self, source: str) -> Iterator[Two]:
        """A document with itself and each later one that may bear it out."""
        yield from ((source, other) for other in sorted(self._near[source]) if other >= source)

    @cached_property
    def _near(self) -> dict[str, set[str]]:
        """By each document those that may bear it out, from itself on."""
        near: dict[str, set[str]] = {source: {source} for source in self._studies}
        for source in self._studies:
            for other in self._related.beside(source):
                near[min(source, other)].add(max(source, other))
        return near


def stated(archive: Archive) -> Stated:
    """What the documents state; the last answer is kept as long as its archive lives, since several checks ask."""
    if not _LAST or _LAST[0][0]() is not archive:
        _LAST[:] = [(weakref.ref(archive), Stated(archive))]
    return _LAST[0][1]


_LAST: list[tuple[weakref.ref[Archive], Stated]] = []


def _gather(study: Study) -> list[list[list[Any]]]:
    """The figures, times and happenings of a study, as plain values."""
    return [[packed(item) for item in made(study)] for made in (figures, times, happenings)]


STATEMENTS = Gathering("statements", _gather)


def packed(item: Statement) -> list[Any]:
    """A statement as plain values."""
    left_out = {"place", "said_by"} | ({"duration"} if item.span is not None else set())
    told = item.mention.model_dump(exclude_defaults=True, exclude=left_out)
    told["kind"] = getattr(item.mention, "kind", "")
    return [told, *surroundings(item)]


def surroundings(item: Statement) -> list[Any]:
    """What stands around the mention of a statement, as plain values."""
    block, sets = item.block, (item.words, item.names, item.terms, item.concepts)
    spans = [_dumped(span) for span in item.spans]
    return [[block.kind, block.start, block.end], item.sentence, *map(sorted, sets), spans, item.has_figure]


def _dumped(span: Timespan) -> dict[str, Any]:
    return span.model_dump(exclude_defaults=True)


def unpacked(study: Study, packed: list[Any], known: dict[Any, Any]) -> Statement:
    """The statement of such values, which were valid when they were packed and are not looked at again.

    `known` holds what the statements of a study have in common.
    """
    told, *around = packed
    return stating(study, _mentioned(told), around, known)


Mentioned = tuple[Quantity | None, Timespan | None, EventMention | None, Mention]
"""What a statement states: a figure, a time or a happening, and the mention of it."""


def stating(study: Study, mentioned: Mentioned, around: Sequence[Any], known: dict[Any, Any]) -> Statement:
    """A statement of a mention, with what stands around it as plain values."""

    def shared(values: list[str]) -> frozenset[str]:
        key = tuple(values)
        found: frozenset[str] | None = known.get(key)
        if found is None:
            found = known[key] = frozenset(values)
        return found

    block, sentence, words, names, terms, concepts, spans, has_figure = around
    quantity, span, event, mention = mentioned
    where = (*block, None)
    if where not in known:
        known[where] = _block(kind=block[0], start=block[1], end=block[2])
    there = ("times", sentence)
    if there not in known:
        known[there] = tuple(_timespan(**one) for one in spans)
    made = Statement.__new__(Statement)
    made.__dict__.update(
        study=study,
        source=study.source.id,
        place=(study.source.id, mention.start),
        begins=(span.start or "") if span else "",
        mention=mention,
        block=known[where],
        sentence=sentence,
        words=shared(words),
        names=shared(names),
        terms=shared(terms),
        concepts=shared(concepts),
        quantity=quantity,
        span=span,
        event=event,
        spans=known[there],
        has_figure=has_figure,
    )
    return made


def _mentioned(told: Mapping[str, Any]) -> Mentioned:
    if told["kind"] == "event":
        event = _event(**told)
        return None, None, event, event
    if told["kind"] == "quantity":
        quantity = _quantity(**told["quantity"])
        return in_percent(quantity), None, None, _figure(**{**told, "quantity": quantity})
    length = told.get("duration")
    duration = None if length is None else _quantity(**length)
    period = told.get("timespan")
    span = None if period is None else _timespan(**period)
    mention = _time(**{**told, "duration": duration, "timespan": span})
    return duration, None if duration is not None else span, None, mention


def may_name_one(ours: Told, theirs: Told) -> bool:
    """Whether two documents give a figure or a time in a sentence without names, or in two that share a name."""
    return "" in ours.names or "" in theirs.names or not ours.names.isdisjoint(theirs.names)


def is_beside(item: Statement, names: frozenset[str]) -> bool:
    """Whether the sentence of a statement names nobody, or somebody of these."""
    return not item.names or not item.names.isdisjoint(names)
