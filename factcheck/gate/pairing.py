"""Which of several figures of one passage goes with which name or day: "three from New Zealand, five from Japan".

A passage that holds as many names (or days) as figures, in turn, gives each figure its own; a table does by its rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from factcheck.gate.basis import agree
from factcheck.gate.desk import Desk
from factcheck.gate.inventory import Thing
from factcheck.gate.labelled import others_label
from factcheck.gate.numbers import relation
from factcheck.gate.passages import Passage, quantity_of
from factcheck.gate.rivals import Rival, figures_of
from factcheck.identity import same_name
from factcheck.records.mention import NameMention, TimeMention
from factcheck.records.quantity import Quantity
from factcheck.records.timespan import Timespan, is_period

Placed = tuple[int, Any]


def others_figure(thing: Thing, quantity: Quantity, rival: Rival, rivals: Sequence[Rival], desk: Desk) -> Rival | None:
    """The figure that a source has for what the draft gives a figure of, where the draft's is that of another there."""
    if rival.passage.block.kind == "table-cell":
        return _of_other_row(thing, quantity, rival, rivals, desk)
    for kind in ("time", "name"):
        ours = _paired(_ours(thing, quantity), _labels(thing.passage, kind)).get(thing.mention.start)
        theirs = [
            (mention.start, one) for mention, one in figures_of(rival.passage) if relation(quantity, one) != "other"
        ]
        pairs = _paired(theirs, _labels(rival.passage, kind))
        own = pairs.get(rival.mention.start)
        if ours is None or own is None or _is_one(ours, own):
            continue
        for start, one in theirs:
            if _is_one(ours, pairs[start]) and relation(quantity, one) == "differs":
                return next((r for r in rivals if r.passage is rival.passage and r.mention.start == start), None)
    return _of_other_label(thing, quantity, rival, rivals, desk)


def _of_other_label(
    thing: Thing, quantity: Quantity, rival: Rival, rivals: Sequence[Rival], desk: Desk
) -> Rival | None:
    """The figure of the piece of a passage that tells of what the draft's figure is of, where another piece has it."""
    right = others_label(thing.passage, quantity, rival.passage, desk)
    if right is None:
        return None
    for one in rivals:
        if one.passage is rival.passage and one.quantity.low == right:
            return one
    told = rival.quantity.but(low=right, high=right, as_written=f"{right:,g}")
    return replace(rival, quantity=told, claim=None, relation="differs")


def _ours(thing: Thing, quantity: Quantity) -> list[Placed]:
    found = [(mention.start, one) for mention, one in figures_of(thing.passage) if relation(quantity, one) != "other"]
    return found or [(thing.mention.start, quantity_of(thing.mention))]


def _labels(passage: Passage, kind: str) -> list[Placed]:
    """The names, or the days, months and years, of a passage."""
    found: list[Placed] = []
    for one in passage.mentions(kind):
        if isinstance(one, NameMention):
            found.append((one.start, one.entity))
        elif isinstance(one, TimeMention) and (span := one.timespan) is not None:
            found += [(one.start, span)] if span.is_resolved and not is_period(span) else []
    return found


def _paired(figures: Sequence[Placed], labels: Sequence[Placed]) -> dict[int, Any]:
    """The label of each figure, by where the figure stands; empty where they do not stand in turn."""
    if not figures or len(figures) != len(labels):
        return {}
    turns = sorted([*((start, "figure") for start, _ in figures), *((start, "label") for start, _ in labels)])
    if any(one[1] == other[1] for one, other in zip(turns[::2], turns[1::2], strict=True)):
        return {}
    if len({kind for _, kind in turns[::2]}) != 1:
        return {}
    return {figure[0]: label[1] for figure, label in zip(figures, labels, strict=True)}


def _is_one(ours: Any, theirs: Any) -> bool:
    if isinstance(ours, Timespan) and isinstance(theirs, Timespan):
        return agree(ours, theirs)
    return isinstance(ours, str) and isinstance(theirs, str) and same_name(ours, theirs) == "same"


def _of_other_row(thing: Thing, quantity: Quantity, rival: Rival, rivals: Sequence[Rival], desk: Desk) -> Rival | None:
    """The cell of the one row that a draft names, where its figure stands in another row of that column."""
    block, text = rival.passage.block, thing.passage.text
    if not block.row or _names(text, block.row):
        return None
    named = [
        one
        for one in _column(rival.passage, desk)
        if one.block.row and one.block.row != block.row and _names(text, one.block.row)
    ]
    if len({one.block.row for one in named}) != 1:
        return None
    here = [one for one in rivals if one.passage in named and one.relation == "differs"]
    if here:
        return here[0]
    for passage in named:
        for mention, one in figures_of(passage):
            if relation(quantity, one) == "differs":
                more = rival.sameness, rival.context, rival.cover, rival.points, rival.cited, rival.own
                return Rival(passage, mention, one, None, "differs", *more)
    return None


def _names(text: str, row: str) -> bool:
    """Whether a sentence names a row of a table."""
    return re.search(rf"(?<!\w){re.escape(row)}(?!\w)", text, re.I) is not None


def _column(passage: Passage, desk: Desk) -> Iterator[Passage]:
    """The cells under the same heading as one, in its table."""
    block = passage.block
    for one in desk.shelves.of_source(passage.source):
        other = one.block
        if other.kind == "table-cell" and (other.column, other.section) == (block.column, block.section):
            yield one
