"""What the documents of an archive state, as it is kept with each, and how telling their words are."""

import math
import weakref
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.checking import Archive, Gathering, Study
from factcheck.checks._statements import Statement, figures, happenings, times
from factcheck.records.document import Block
from factcheck.records.mention import EventMention, Mention, QuantityMention, TimeMention
from factcheck.records.quantity import Quantity
from factcheck.records.timespan import Timespan

FEW = 10
"""Statements that two documents are taken to hold besides their own, so that a word of short ones is not common."""


@dataclass(frozen=True, eq=False)
class Stated:
    """All that the documents of an archive state."""

    figures: tuple[Statement, ...]
    times: tuple[Statement, ...]
    happenings: tuple[Statement, ...]
    rarity: "Rarity"


def stated(archive: Archive) -> Stated:
    """What the documents state; the last answer is kept as long as its archive lives, since two checks ask."""
    if not _LAST or _LAST[0][0]() is not archive:
        found: tuple[list[Statement], ...] = ([], [], [])
        for study in archive.studies.values():
            known: dict[Any, Any] = {}
            for place, packed in enumerate(study.gathered(STATEMENTS)):
                found[place].extend(_unpacked(study, item, known) for item in packed)
        given, dated, told = map(tuple, found)
        _LAST[:] = [(weakref.ref(archive), Stated(given, dated, told, Rarity([*given, *dated])))]
    return _LAST[0][1]


_LAST: list[tuple[weakref.ref[Archive], Stated]] = []


def _gather(study: Study) -> list[list[list[Any]]]:
    """The figures, times and happenings of a study, as plain values."""
    return [[_packed(item) for item in made(study)] for made in (figures, times, happenings)]


STATEMENTS = Gathering("statements", _gather)


def _packed(item: Statement) -> list[Any]:
    mention, block, sets = item.mention, item.block, (item.words, item.names, item.terms, item.concepts)
    told = mention.model_dump(exclude_defaults=True, exclude={"place", "said_by"})
    told["kind"] = getattr(mention, "kind", "")
    spans = [_dumped(span) for span in item.spans]
    return [told, [block.kind, block.start, block.end], item.sentence, *map(sorted, sets), spans, item.has_figure]


def _dumped(span: Timespan) -> dict[str, Any]:
    return span.model_dump(exclude_defaults=True)


def _unpacked(study: Study, packed: list[Any], known: dict[Any, Any]) -> Statement:
    """The statement of such values, which were valid when they were packed and are not looked at again.

    `known` holds what the statements of a study have in common.
    """

    def shared(values: list[str]) -> frozenset[str]:
        key = tuple(values)
        found: frozenset[str] | None = known.get(key)
        if found is None:
            found = known[key] = frozenset(values)
        return found

    told, block, sentence, words, names, terms, concepts, spans, has_figure = packed
    quantity, span, event, mention = _mentioned(told)
    return Statement(
        study=study,
        mention=mention,
        block=known.setdefault((*block, None), Block.model_construct(kind=block[0], start=block[1], end=block[2])),
        sentence=sentence,
        words=shared(words),
        names=shared(names),
        terms=shared(terms),
        concepts=shared(concepts),
        quantity=quantity,
        span=span,
        event=event,
        spans=tuple(Timespan.model_construct(**one) for one in spans),
        has_figure=has_figure,
    )


def _mentioned(told: Mapping[str, Any]) -> tuple[Quantity | None, Timespan | None, EventMention | None, Mention]:
    if told["kind"] == "event":
        event = EventMention.model_construct(**told)
        return None, None, event, event
    if told["kind"] == "quantity":
        quantity = Quantity.model_construct(**told["quantity"])
        return quantity, None, None, QuantityMention.model_construct(**{**told, "quantity": quantity})
    length = told.get("duration")
    duration = None if length is None else Quantity.model_construct(**length)
    period = told.get("timespan")
    span = None if period is None else Timespan.model_construct(**period)
    mention = TimeMention.model_construct(**{**told, "duration": duration, "timespan": span})
    return duration, None if duration is not None else span, None, mention


class Rarity:
    """How telling words and values are in two documents, by those two alone: other documents change nothing."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        words: dict[str, Counter[str]] = {}
        self._all: Counter[str] = Counter()
        self._values: Counter[tuple[str, tuple[str, ...]]] = Counter()
        for item in statements:
            held = words.get(item.source)
            if held is None:
                held = words[item.source] = Counter()
            held.update(item.words | item.names)
            self._all[item.source] += 1
            self._values[item.source, item.key] += 1
        self._words: dict[str, dict[str, int]] = {source: dict(held) for source, held in words.items()}

    def once(self, statement: Statement) -> bool:
        """Whether its document gives a value once only, so that it is of one thing."""
        return self._values[statement.source, statement.key] == 1

    def of(self, word: str, one: str, other: str) -> float:
        """The weight of a word that both documents hold: near 1 for a rare one, towards 0 for one in every sentence."""
        return next(self.weights((word,), one, other))

    def weights(self, words: Iterable[str], one: str, other: str) -> Iterator[float]:
        """The weights of several words."""
        ours, theirs = self._words.get(one, {}), self._words.get(other, {}) if one != other else {}
        everything = FEW + self._all[one] + (self._all[other] if one != other else 0)
        whole = math.log(everything)
        for word in words:
            held = ours.get(word, 0) + theirs.get(word, 0)
            yield max(math.log(everything / max(held, 1)) / whole, 0.0)
