"""Statements of two documents, or of distant passages of one, that may be the same number, the same time or the same
happening: looked up by what both must have, so that others never meet."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, islice, product
from typing import NamedTuple, TypeVar

from factcheck.records.quantity import Quantity
from factcheck.records.timespan import Timespan, day_after
from factcheck.statements.drawn import Statement
from factcheck.statements.stated import Told
from factcheck.statements.together import Place
from factcheck.valuing import is_vague

Pairs = Iterator[tuple[Statement, Statement]]

NEAR = 0.06
"""How far a rounded figure may lie from the exact one, as a part of it."""
MOST = 40
"""How many statements of like value of a document each is held against."""
MOST_TWOS = 1600
"""How many twos of statements of one value, and of one time, are looked at of two documents."""
APART = 1500
"""Letters between two passages of one document that bear each other out."""
GRANULARITY = {"minute": 2.0, "hour": 1.5, "day": 1.5, "week": 1.0, "month": 1.0, "year": 0.25}
"""Points for a time that both give, by the coarser of them; none for others."""
ABOUT_CLOCK, HALF_DAY = 12, 720
"""The minutes by which a time of day may be off that is only about right; those of half a day."""
LEAST_SUM = 1e5
"""Below this a number of nothing that is named is hardly a sum of money that is told without its currency."""
_SCALED = re.compile(r"\b(?:thousand|[mb]illion|trillion|lakh|crore|[mb]n|k)\b|\d[mk]\b", re.IGNORECASE)
_EXACT = frozenset({"count", "money"})
"""Dimensions in which figures of one unit alone are held against each other."""

K = TypeVar("K")
T = TypeVar("T")


def _apart(one: Statement, other: Statement) -> bool:
    return one.source != other.source or abs(one.mention.start - other.mention.start) > APART


def _both(ours: Mapping[K, Sequence[T]], theirs: Mapping[K, Sequence[T]]) -> Iterator[tuple[T, T]]:
    """The entries of one mapping with those of another that stand under the same key."""
    for key in ours.keys() & theirs.keys():
        yield from islice(product(ours[key], theirs[key]), MOST_TWOS)


def _twos(ours: Mapping[K, Sequence[T]], theirs: Mapping[K, Sequence[T]]) -> Iterator[tuple[T, T]]:
    """The entries of two documents, or of one, that stand under one key."""
    if ours is theirs:
        for entries in ours.values():
            if len(entries) > 1:
                yield from islice(combinations(entries, 2), MOST_TWOS)
    else:
        yield from _both(ours, theirs)


def _under(entries: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = {}
    for entry in entries:
        found.setdefault(key(entry), []).append(entry)
    return found


# Figures


class _Figure(NamedTuple):
    """A figure with what it is ordered and looked at by; `point` where it means one number only, so that another one
    must be the same."""

    value: float
    place: Place
    number: int
    limits: tuple[float, float]
    point: bool
    item: Statement


class _Values:
    """Figures of one dimension: those that mean one number only, by that number, the others, and all by value."""

    def __init__(self, figures: list[_Figure]) -> None:
        self.every = sorted(figures)
        self.values = [one.value for one in self.every]
        self.points = _under((one for one in self.every if one.point), lambda one: one.value)
        self.wide = [one for one in self.every if not one.point]

    def near(self, value: float) -> Sequence[_Figure]:
        """The figures that lie near a value."""
        ends = sorted((value * (1 - NEAR), value / (1 - NEAR)))
        low = bisect_left(self.values, ends[0])
        return self.every[low : min(bisect_right(self.values, ends[1]), low + 2 * MOST)]


def _by_dimension(told: Told) -> dict[str, _Values]:
    """The figures of a document by their dimension."""
    found: dict[str, list[_Figure]] = {}
    for number, item in enumerate(told.figures):
        assert item.quantity is not None
        dimension, value = item.quantity.dimension, item.value
        point = dimension in _EXACT and item.limits == (value, value)
        found.setdefault(dimension, []).append(_Figure(value, item.place, number, item.limits, point, item))
    return {dimension: _Values(figures) for dimension, figures in found.items()}


def near_figures(ours: Told, theirs: Told) -> Pairs:
    """The figures of two documents, or of distant passages of one, that may be the same number.

    A sum may be told without its currency: "seven and a half million" is held against the sums of money too.
    """
    here, there = ours.once(_by_dimension), theirs.once(_by_dimension)
    for dimension in filter(there.__contains__, here):
        for one, other in sorted(_near(here[dimension], there[dimension])):
            if _apart(one.item, other.item):
                yield one.item, other.item
    for told, beside in ((ours, theirs), (theirs, ours)) if ours is not theirs else ():
        sums = told.once(_by_dimension).get("money")
        bare = beside.once(_bare_sums) if sums else ()
        for one, other in sorted(two for figure in bare if sums for two in _of_wide(figure, sums.near(figure.value))):
            yield one.item, other.item
        yield from _within_vague(told, beside)


def _near(ours: _Values, theirs: _Values) -> Iterator[tuple[_Figure, _Figure]]:
    for one, other in _twos(ours.points, theirs.points):
        yield (one, other) if one < other else (other, one)
    if ours is theirs:
        for one in ours.wide:
            yield from _of_wide(one, [other for other in ours.near(one.value) if other.point or one < other])
        return
    for one in ours.wide:
        yield from _of_wide(one, theirs.near(one.value))
    for one in theirs.wide:
        yield from _of_wide(one, [other for other in ours.near(one.value) if other.point])


def _of_wide(one: _Figure, near: Iterable[_Figure]) -> Iterator[tuple[_Figure, _Figure]]:
    """A figure that may mean several numbers with those near it that may mean one of these."""
    low, high = one.limits
    for other in near:
        least, most = other.limits
        if (low <= most and least <= high) or _of_two_units(one.item, other.item):
            yield (one, other) if one < other else (other, one)


def _within_vague(ours: Told, theirs: Told) -> Pairs:
    """The figures of one document that lie within a vague one of another, of the same noun: "thousands of officers"."""
    for vague in ours.once(_vague):
        held = theirs.once(_by_noun)
        alike = {figure for noun in sorted(vague.terms) for figure in held.get(noun, ())}
        low, high = vague.limits
        for figure in sorted(alike, key=lambda figure: figure.place)[:MOST]:
            if low <= figure.limits[0] and figure.limits[1] <= high:
                yield vague, figure


def _vague(told: Told) -> list[Statement]:
    """The figures of a document that say no number, nor a limit: "thousands", not "over a million"."""
    return [item for item in told.figures if item.terms and item.quantity is not None and is_no_number(item.quantity)]


def is_no_number(said: Quantity) -> bool:
    """Whether a figure is told in words that say no number, nor a limit."""
    return is_vague(said) and (said.bound or said.modifier) not in "<>"


def _by_noun(told: Told) -> dict[str, list[Statement]]:
    """The figures of a document that say an exact number, by what they count."""
    found: dict[str, list[Statement]] = {}
    for item in told.figures:
        if item.quantity is not None and item.quantity.dimension == "count" and not is_vague(item.quantity):
            for noun in item.terms:
                found.setdefault(noun, []).append(item)
    return found


def _bare_sums(told: Told) -> list[_Figure]:
    """The great round numbers of a document of nothing that is named, which may be sums of money."""
    counted = told.once(_by_dimension).get("count")
    return [
        one
        for one in (counted.every if counted else ())
        if one.value >= LEAST_SUM and not one.item.terms and _SCALED.search(one.item.written)
    ]


def _of_two_units(one: Statement, other: Statement) -> bool:
    """Whether two figures of one dimension that do not meet may do so in one unit."""
    ours, theirs = one.quantity, other.quantity
    assert ours is not None and theirs is not None
    return ours.dimension != "count" and ours.unit != theirs.unit


# Times


class _Time(NamedTuple):
    """A time with what it is ordered and looked at by: its first moment and the one after its last, and its minute of
    half a day where it gives one."""

    first: str
    place: Place
    number: int
    last: str
    minute: int | None
    item: Statement


class _Times:
    """The times of a document: those that are dated by when they begin and end, those that lie in a month or a day by
    these, and those of which the time of day counts by its minute."""

    def __init__(self, told: Told) -> None:
        times = [
            _Time(span.start or "", item.place, number, span.end or "~", _minute(span), item)
            for number, (item, span) in enumerate((item, item.span) for item in told.times if item.span)
        ]
        dated = sorted(filter(_is_dated, times))
        self.every, self.starts = dated, [one.first for one in dated]
        self.spans = _under(dated, lambda one: (one.first, one.last))
        self.months = _under(filter(_is_month, dated), lambda one: one.first[:7])
        self.in_months = _under(filter(_is_in_month, dated), lambda one: one.first[:7])
        self.days = _under(filter(_is_day, dated), lambda one: one.first)
        self.in_days = _under((one for one in dated if len(one.first) > 10), lambda one: one.first[:10])
        self.wide = [one for one in dated if not (_is_month(one) or _is_day(one) or _is_minute(one))]
        self.clocks = [one for one in times if one.minute is not None and _clock(one)]
        self.minutes = _under((one for one in times if one.minute is not None), lambda one: one.minute or 0)

    def inside(self, one: _Time) -> Sequence[_Time]:
        """The times that begin in one, the first ones."""
        low = bisect_left(self.starts, one.first)
        return self.every[low : min(bisect_left(self.starts, one.last), low + 2 * MOST)]

    def at(self, minute: int) -> Iterator[_Time]:
        """Those whose time of day may be about that minute."""
        for about in range(minute - ABOUT_CLOCK, minute + ABOUT_CLOCK + 1):
            yield from self.minutes.get(about % HALF_DAY, ())


def _minute(span: Timespan) -> int | None:
    clock = span.time_of_day
    return None if clock is None else (60 * int(clock[:2]) + int(clock[3:5])) % HALF_DAY


def _clock(time: _Time) -> str | None:
    return time.item.span.clock if time.item.span else None


def _is_dated(time: _Time) -> bool:
    span = time.item.span
    return span is not None and span.is_resolved and not span.clock and span.granularity in GRANULARITY


def _is_day(time: _Time) -> bool:
    return len(time.first) == len(time.last) == 10 and day_after(time.first) == time.last


def _is_month(time: _Time) -> bool:
    return time.first[8:] == "01" and _next_month(time.first) == time.last


def _is_in_month(time: _Time) -> bool:
    """Whether a time lies in one month, and is not all of it."""
    return len(time.first) >= 10 and time.last <= _next_month(time.first) and not _is_month(time)


def _is_minute(time: _Time) -> bool:
    return time.item.span is not None and time.item.span.granularity == "minute"


@lru_cache(maxsize=16384)
def _next_month(moment: str) -> str:
    """The first day of the month after that of a moment."""
    year, month = int(moment[:4]), int(moment[5:7])
    return f"{year + month // 12:04}-{month % 12 + 1:02}-01"


def near_times(ours: Told, theirs: Told) -> Pairs:
    """The times of two documents, or of distant passages of one, that may be one: equal, one within the other, or of
    one time of day where that counts."""
    for one, other in sorted(_near_times(ours.once(_Times), theirs.once(_Times))):
        if _apart(one.item, other.item):
            yield one.item, other.item


def _near_times(ours: _Times, theirs: _Times) -> set[tuple[_Time, _Time]]:
    within = ours is theirs
    found = {*_twos(ours.spans, theirs.spans)}
    for mine, yours in ((ours, theirs), (theirs, ours)) if not within else ((ours, ours),):
        found.update(_both(mine.months, yours.in_months))
        found.update(_both(mine.days, yours.in_days))
        found.update((one, other) for one in mine.wide for other in yours.inside(one) if other.last <= one.last)
        found.update((one, other) for one in mine.clocks for other in yours.at(one.minute or 0))
    return {(one, other) if one < other else (other, one) for one, other in found if one is not other}


# Happenings


def near_happenings(ours: Told, theirs: Told) -> Pairs:
    """Happenings of one kind, told twice, in whose sentences somebody is named alike."""
    seen: set[tuple[Statement, Statement]] = set()
    for key in sorted(ours.by_named.keys() & theirs.by_named.keys()):
        ones, others = ours.by_named[key], theirs.by_named[key]
        for number, one in enumerate(ones):
            first = number + 1 if ours is theirs else 0
            for other in others[first : first + MOST]:
                if (one, other) not in seen and _told_twice(one, other):
                    seen.add((one, other))
                    yield one, other


def _told_twice(one: Statement, other: Statement) -> bool:
    """Whether two documents tell of it, or one in its text and again in a list, a table or a note."""
    return one.source != other.source or (one.block.kind != other.block.kind and _apart(one, other))
