"""One source says that something rose, another that it fell.

It reads which way a measure is said to have moved ("shares rose", "a fall in unemployment", "its level went down"),
with a figure or without, and reports two documents of one story that tell of two directions of one measure, of one
name and in one period. It stays silent on forecasts, on what is told of other parts or other spells (the morning and
the close, a week and ten years), and where a document tells of both directions.

What settles it: the figures themselves.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, NamedTuple

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.places import sentences_before, within
from factcheck.contexts.times import issued_near, spans_in
from factcheck.details.two import NEAR
from factcheck.identity import name_key
from factcheck.language.directions import moves_in
from factcheck.language.nouns import is_plural
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import NameMention, QuantityMention
from factcheck.records.timespan import Timespan, length_in_days, none_meets

DAY = 1
_BASIS = re.compile(
    r"\b(?:compared (?:with|to)|than|against|from) (?:in |last |its |an? (?:year|month|quarter|week|decade)|"
    r"the (?:same|previous|first|second|third|fourth|prior|preceding) )"
)
"""What leads to that with which a measure is compared."""
LONGEST = 400
"""Letters of a sentence that is read."""


class _Moved(NamedTuple):
    """What a sentence of a document says of a measure: `told` are the words that tell which measure it is."""

    measure: str
    noun: str
    way: str
    sentence: tuple[int, int]
    told: frozenset[str]
    stages: frozenset[str]
    periods: frozenset[str]
    names: frozenset[str]


def _gather(study: Study) -> list[list[Any]]:
    found, document = list[list[Any]](), study.document
    for number, sentence in enumerate(document.sentences):
        block = document.blocks[sentence.block]
        if block.kind in ("note", "furniture", "teaser") or sentence.end - sentence.start > LONGEST:
            continue
        for move in moves_in(document.text[sentence.start : sentence.end].replace("\n", " ")):
            start = min(one.start for one in (sentence, *sentences_before(study, number, 1)))
            names = {name_key(name.entity) for name in within(study.seen(NameMention), start, sentence.end)}
            sets = (move.told, move.stages, move.periods, names)
            found.append([move.measure, move.noun, move.way, [sentence.start, sentence.end], *map(sorted, sets)])
    return found


MOVES = Gathering("directions", _gather)


def _moved(study: Study) -> Iterator[_Moved]:
    for measure, noun, way, (start, end), *sets in study.gathered(MOVES):
        yield _Moved(measure, noun, way, (start, end), *map(frozenset, sets))


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The measures to which two documents give two directions, each once."""
    held = {study.source.id: study for study in archive.holding(CHECK)}
    for source, other in archive.related.twos():
        if source in held and other in held and archive.asks(source, other):
            yield from _of_two(held[source], held[other])


def _of_two(ours: Study, theirs: Study) -> Iterator[Finding]:
    """What two documents say against each other, of each measure the first."""
    here, there = (_by_measure(study) for study in (ours, theirs))
    for measure in sorted(here.keys() & there.keys()):
        pairs = list(product(here[measure], there[measure]))
        against = [pair for pair in pairs if pair[0].way != pair[1].way and _is_one(*pair, ours, theirs)]
        agreed = any(one.way == other.way and _share(one.names, other.names) for one, other in pairs)
        if against and not agreed:
            yield _finding(ours, theirs, *against[0])


def _by_measure(study: Study) -> dict[str, list[_Moved]]:
    found: dict[str, list[_Moved]] = defaultdict(list)
    for move in _moved(study):
        found[move.measure].append(move)
    return found


def _is_one(one: _Moved, other: _Moved, ours: Study, theirs: Study) -> bool:
    """Whether two documents tell of one measure in one period."""
    if not _share(one.names, other.names) or one.stages != other.stages:
        return False
    if any(a and b and a.isdisjoint(b) for a, b in ((one.told, other.told), (one.periods, other.periods))):
        return False
    if all(_has_figure(study, move) for study, move in ((ours, one), (theirs, other))):
        return False  # two figures are held against each other as such
    times = [_spans(study, move) for study, move in ((ours, one), (theirs, other))]
    return not none_meets(*times) if all(times) else issued_near(ours, theirs, NEAR)


def _share(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    parts = ({part for name in names for part in name.split()} for names in (ours, theirs))
    return not set.isdisjoint(*parts)


def _has_figure(study: Study, move: _Moved) -> bool:
    return any(mention.quantity.trend for mention in within(study.seen(QuantityMention), *move.sentence))


def _spans(study: Study, move: _Moved) -> tuple[Timespan, ...]:
    """The times of a sentence; where it tells of a month or more, not the day on which that was told."""
    start, end = move.sentence
    basis = _BASIS.search(study.document.text, start, end)
    spans = spans_in(study, start, basis.start() if basis else end)
    longer = [span for span in spans if length_in_days(span) > DAY]
    return tuple(longer or spans)


def _finding(study: Study, there: Study, one: _Moved, other: _Moved) -> Finding:
    (up, move), (down, _) = sorted(((study, one), (there, other)), key=lambda side: side[1].way, reverse=True)
    they = "they" if is_plural(move.noun) else "it"
    return finding(
        CHECK,
        fact=(one.measure, study.source.id, there.source.id, *sorted(one.told | other.told)),
        verdict="possible-conflict",
        message=f"{up.source.id} says that {move.noun} rose, {down.source.id} that {they} fell.",
        sides=[
            [evidence_at(at, *move.sentence, value="rose" if move.way == "up" else "fell")]
            for at, move in ((study, one), (there, other))
        ],
        steps=(Step(code="two-directions", text="Both tell of one measure, of one name and of one time."),),
        settle="What do the figures themselves say?",
        weight=0.6,
    )


CHECK = Check(
    id="direction-differs",
    kind="quantity",
    title="One measure, up and down",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(MOVES)),
    gathers=(MOVES,),
    examples=(
        Example(
            documents={
                "wire": "Shares in Norrland of Arlen rose on 3 May 2021 after the firm told of its first quarter.",
                "paper": "The first quarter of Norrland of Arlen pleased nobody: on 3 May 2021 its shares fell.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "Shares in Norrland of Arlen rose on 3 May 2021 after the firm told of its first quarter.",
                "paper": "The first quarter of Norrland of Arlen pleased nobody: on 4 May 2021 its shares fell.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "Shares in Norrland of Arlen opened higher on 3 May 2021 after its first quarter.",
                "paper": "The quarter of Norrland of Arlen pleased nobody: on 3 May 2021 its shares closed lower.",
            },
            expect=None,
        ),
    ),
)
