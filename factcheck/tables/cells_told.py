"""Figures of sentences that are not what the table has for the row and column that they speak of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from factcheck.checking import Study, evidence_at
from factcheck.contexts.times import issued
from factcheck.language.trends import OTHER_BASIS
from factcheck.records.document import Sentence
from factcheck.records.finding import Evidence, Step
from factcheck.tables.cells import Table, Value, keys_of
from factcheck.tables.tabled import (
    Mark,
    Rows,
    Told,
    agrees,
    counts_rows,
    covered,
    fits_unit,
    in_unit_of,
    is_in_all,
    is_part,
    nearness,
    row_of,
    timed,
    told_in,
)
from factcheck.tables.times import neighbours, order
from factcheck.tables.totals import Place, total_of

_MARGIN = 0.25
_MOST_TABLES = 6
_HUNDRED = 100.0
_NEAREST, _REACH = 4, 20_000
"""Tables that a paragraph may speak of without naming a row, and how many characters away they are, at most."""
_MOST_COLUMNS = 15
_TURNED, _NAMED, _ARTICLE = 2.0, 0.5, len("the ")


@dataclass(frozen=True)
class Clash:
    """A figure, and the cell that it is not: `row` is null for all rows together, `shown` a cell to show."""

    told: Told
    table: Table
    row: int | None
    column: int
    value: Value
    shown: Place
    points: float
    reasons: tuple[str, ...]
    made_of: tuple[Value, Value] | None = None
    """The cells, earlier and later, that make another change than is told."""

    @property
    def sides(self) -> tuple[list[Evidence], list[Evidence]]:
        """The figure where the text tells it, and the cell."""
        told, cell = self.told, self.table.cells[self.shown]
        span = (told.first, told.last) if told.opens else (told.figure.start, told.figure.end)
        figure = evidence_at(told.study, *span, value=told.written, widen=not told.opens)
        return [figure], [self.table.shown(cell, whole=self.made_of is not None)]

    @property
    def table_says(self) -> str:
        """What the table has, in words behind its name: "has 1,980 for “EBITDA”, “2023”"."""
        row = "all rows together" if self.row is None else f"“{self.table.rows[self.row].full}”"
        if self.made_of is None:
            return f"has {self.value.written} for {row}, “{self.table.columns[self.column].full}”"
        old, new = self.made_of
        return f"makes it {self.value.written} for {row}, from {old.written} to {new.written}"

    @property
    def step(self) -> Step:
        """Why that cell is meant."""
        return Step(code="cell-told", text=f"What speaks for that cell: {', '.join(self.reasons)}.")


@dataclass(frozen=True)
class _Said:
    """A figure of a paragraph, what it names of a table, and the cells of its row that it may be."""

    told: Told
    marks: Sequence[Mark]
    row: int | None
    names: int
    same: frozenset[int]
    """The columns in which it is what the table has."""

    @property
    def is_subject(self) -> bool:
        """Whether the sentence begins with the name of the row, in more than one word, and goes on with the figure."""
        first, text = self.told.sentence.start, self.told.study.document.text
        named = any(mark.start <= first + _ARTICLE and " " in text[mark.start : mark.end] for mark in self.marks)
        return named and self.told.opens and self.row is not None


def clashes(study: Study, sentences: Sequence[Sentence], rows: Rows) -> Iterator[Clash]:
    """The figures of a paragraph that are not what tables have for them."""
    named = [rows.marks(study, sentence.start, sentence.end) for sentence in sentences]
    if not any(named) and not (sentences and _near(study, sentences, rows)):
        return
    told = [(sentence, told_in(study, sentence)) for sentence in sentences]
    for ours in _by_figure(study, told, named, rows):
        best = sorted(ours, key=lambda clash: -clash.points)
        if best and (len(best) == 1 or best[0].points - best[1].points >= _MARGIN) and not _is_of_two(best):
            yield best[0]


def _is_of_two(best: Sequence[Clash]) -> bool:
    """Whether another table has another figure for the same row and column, and the sentence points to neither."""
    first = best[0]
    if first.told.refers(first.table) or first.row is None:
        return False
    row, column = first.table.rows[first.row], first.table.columns[first.column]
    return any(
        other.table is not first.table
        and other.row is not None
        and other.table.rows[other.row].name == row.name
        and other.table.columns[other.column].keys == column.keys
        and other.value.number != first.value.number
        for other in best[1:]
    )


def _near(study: Study, sentences: Sequence[Sentence], rows: Rows) -> set[int]:
    """The numbers of the tables that a paragraph may speak of without naming a row: those nearest to it."""
    at = sentences[0].start
    own = [number for number, table in enumerate(rows.tables) if table.study is study]
    near = sorted((abs(rows.tables[number].start - at), number) for number in own)[:_NEAREST]
    return {number for away, number in near if away <= _REACH}


def _spoken_of(
    study: Study, told: list[tuple[Sentence, list[Told]]], named: list[dict[int, list[Mark]]], rows: Rows
) -> list[int]:
    """The numbers of the tables that a paragraph may speak of: the nearest of those of which it names rows, too."""
    sentences = [sentence for sentence, _ in told]
    at = sentences[0].start
    marked = {number for marks in named for number in marks}
    nearest = sorted(marked, key=lambda number: (abs(rows.tables[number].start - at), number))[:_MOST_TABLES]
    spoken = [item for _, items in told for item in items[:1]]
    pointed = {number for number in marked if any(item.refers(rows.tables[number]) for item in spoken)}
    found = sorted({*nearest, *pointed, *_near(study, sentences, rows)})
    return [number for number in found if len(rows.tables[number].columns) <= _MOST_COLUMNS]


def _by_figure(
    study: Study, told: list[tuple[Sentence, list[Told]]], named: list[dict[int, list[Mark]]], rows: Rows
) -> Iterator[list[Clash]]:
    clash: dict[int, list[Clash]] = {}
    right: set[int] = set()
    for number in _spoken_of(study, told, named, rows):
        table = rows.tables[number]
        said = [_said(table, item, items, marks.get(number, ()))
                for (_, items), marks in zip(told, named, strict=True) for item in items]  # fmt: skip
        right |= {id(item.told) for item in said if item.same or (item.row is not None and _follows(table, item))}
        for item in said:
            clash.setdefault(id(item.told), []).extend(_candidates(table, item, said))
    named_at = {id(one): place for place, (_, items) in enumerate(told) for one in items}
    for _, items in told:
        for one in items:
            if id(one) not in right and not rows.hold(named[named_at[id(one)]], one.figure):
                yield clash.get(id(one), [])


def _said(table: Table, told: Told, beside: Sequence[Told], marks: Sequence[Mark]) -> _Said:
    found = row_of(told, marks, table)
    row, names = found or (None, 0)
    if row is None and not marks and (counts_rows(beside, table) or is_in_all(told) or told.refers(table)):
        same = {column for column in range(len(table.columns))
                if (value := total_of(table, column)) and _is(told, value[0])}  # fmt: skip
    else:
        same = {
            cell.column
            for cell in (table.of_row(row) if row is not None else ())
            if cell.value and _is(_in_unit(told, table, cell.column), cell.value)
        }
    return _Said(told, marks, row, names, frozenset(same))


def _in_unit(told: Told, table: Table, column: int) -> Told:
    figure = in_unit_of(told.figure, table.columns[column])
    return told if figure is told.figure else replace(told, figure=figure)


def _is(told: Told, value: Value) -> bool:
    if told.figure.dimension == "share" and not value.share:
        return False
    if told.figure.change and told.trend and value.signed and (told.trend == "up") != (value.number > 0):
        return False
    return agrees(told.figure, value)


def _follows(table: Table, item: _Said) -> bool:
    """Whether a figure follows from two cells of its row: their sum, difference, share or change."""
    figure = item.told.figure
    values = [cell.value for cell in table.of_row(item.row or 0) if cell.value is not None]
    totals = [found[0] for cell in table.of_row(item.row or 0) if (found := total_of(table, cell.column))]
    made: list[float] = []
    slack = max(figure.half, 0.0)
    for one, other in permutations(values, 2):
        if figure.dimension == "share":
            if other.number and not (one.share or other.share):
                made += [one.number / other.number * _HUNDRED, abs(one.number / other.number - 1) * _HUNDRED]
            made += [abs(one.number - other.number)] if one.share and other.share else []
        else:
            made += [one.number + other.number, abs(one.number - other.number)]
            made += [one.number / other.number] if other.number else []
    if figure.dimension == "share":
        made += [one.number / whole.number * _HUNDRED for one in values for whole in totals if whole.number]
        slack = max(slack, 0.5)
    return any(figure.low - slack - 1e-9 <= one <= figure.high + slack + 1e-9 for one in made)


def _candidates(table: Table, item: _Said, said: Sequence[_Said]) -> Iterator[Clash]:
    """The cells that a figure may be meant for, and is not."""
    told = item.told
    if item.same or told.figure.change or not told.figure.is_exact:
        yield from _reversed(table, item)
        yield from _changed(table, item, said)
        return
    if item.row is None and (item.marks or not _is_of_all(table, item, said)):
        return
    if item.row is not None and " per " in table.rows[item.row].name and not _is_rate(told):
        return
    taken = {(other.row, column) for other in said for column in other.same}
    places = [column for column in range(len(table.columns)) if (item.row, column) not in taken]
    for column in places:
        value, shown = _at(table, item.row, column)
        label = table.columns[column]
        named = label.full if item.row is None else f"{table.rows[item.row].full} {label.full}"
        if told.figure.per and "per" not in named.split() and "/" not in named:
            continue
        figure = _in_unit(told, table, column)
        meant = item if figure is told else replace(item, told=figure)
        if value is None or not fits_unit(meant.told.figure, value, label):
            continue
        points, reasons = _weigh(table, meant, column, value, said)
        if points > 0:
            yield Clash(told, table, item.row, column, value, shown, points, reasons)


def _is_rate(told: Told) -> bool:
    """Whether a figure is one of so many for each: a row that gives a rate may be called by its noun alone."""
    return told.figure.per is not None or "per" in told.clause.split()


def _at(table: Table, row: int | None, column: int) -> tuple[Value | None, Place]:
    if row is not None:
        return table.value(row, column), (row, column)
    return total_of(table, column) or (None, (0, column))


def _is_of_all(table: Table, item: _Said, said: Sequence[_Said]) -> bool:
    if item.told.study is not table.study:
        return False
    beside = [other.told for other in said if other.told.sentence.start == item.told.sentence.start]
    return counts_rows(beside, table) or is_in_all(item.told)


def _weigh(
    table: Table, item: _Said, column: int, value: Value, said: Sequence[_Said]
) -> tuple[float, tuple[str, ...]]:
    """How much speaks for a cell, and what."""
    told, label = item.told, table.columns[column]
    size = nearness(told.figure, value)
    times = label.times | (table.rows[item.row].times if item.row is not None else frozenset())
    when = timed(told, table, times)
    if when < 0 and told.refers(table) and not times:
        when = 0
    if size is None or when < 0 or told.is_apart(label) or label.change:
        return 0.0, ()
    parts = [
        (size, "the size of the figure" if size else ""),
        *_of_column(table, item, column, value, times if when > 0 else frozenset()),
        *_of_row(table, item, column, said),
    ]
    points = 0.0
    for weight, _ in parts:  # `sum` adds floats in another way from Python 3.12 on
        points += weight
    return points, tuple(reason for _, reason in parts if reason)


def _of_column(
    table: Table, item: _Said, column: int, value: Value, named: frozenset[str]
) -> Iterator[tuple[float, str]]:
    """What speaks for the cell's column, with its weight: its name, its unit, its time; `named` are times it shares."""
    told, label = item.told, table.columns[column]
    here, around = keys_of(told.clause), keys_of(told.words)
    if label.keys:
        name = max(covered(here, label), 0.8 * covered(around, label))
        yield name, "the column is named" if name > 0.5 else ""
    else:
        near = keys_of(table.caption) | keys_of(table.stub.name)
        yield (0.5 if near & around else 0.3), ""
    alone = [
        place
        for place, other in enumerate(table.columns)
        if (cell := _at(table, item.row, place)[0]) and fits_unit(told.figure, cell, other)
    ]
    measured = value.share or value.currency or label.units or told.figure.dimension == "money"
    if alone == [column] and (measured or len(table.columns) == 1):
        yield 0.3, "no other column has that unit"
    if named:
        yield 0.5, "the time is named"
    elif not told.times and _is_latest(table, column):
        yield 0.3, "no other time is named"


def _of_row(table: Table, item: _Said, column: int, said: Sequence[_Said]) -> Iterator[tuple[float, str]]:
    """What speaks for the table and the row, with its weight: a reference, the figures beside it, the row's names."""
    told = item.told
    if told.refers(table) or told.names(table):
        yield 0.3, "the sentence points to the table"
    beside = [other for other in said if other.told.figure.start != told.figure.start]
    sides = [other for other in beside if other.same and _stands_by(item, other, column)]
    if sides:
        close = any(other.told.sentence.start == told.sentence.start for other in sides)
        yield (0.5 if close else 0.3), "figures beside it are the table's"
    if item.names > 1:
        yield 0.3, "the row is named twice"
    if item.row is not None and told.figure.per and told.figure.per in table.rows[item.row].full.lower().split():
        yield 0.3, "both are rates of one kind"
    if item.is_subject:
        yield 0.2, "the row is what the clause is about"
    if item.row is None:
        yield 0.3 * is_in_all(told), ""
        here = [other.told for other in said if other.told.sentence.start == told.sentence.start]
        yield 0.5 * counts_rows(here, table), "it is told of all rows"
    elif is_part(told):
        yield -0.3, ""


def _is_latest(table: Table, column: int) -> bool:
    """Whether a column gives the latest of several times of its measure, not long before the document."""
    label, own = table.columns[column], issued(table.study)
    others = [other for other in table.columns if other.keys == label.keys and other.times]
    years = [int(item[:4]) for item in label.times if item[0].isdigit()]
    if not years or own is None or len(others) < 2:
        return False
    return order(label.times) == max(order(other.times) for other in others) and 0 <= own[0].year - max(years) <= 1


def _stands_by(item: _Said, other: _Said, column: int) -> bool:
    """Whether another figure is what the table has in the same row, or in the same column."""
    return (other.row == item.row and item.row is not None) or column in other.same


def _changed(table: Table, item: _Said, said: Sequence[_Said]) -> Iterator[Clash]:
    """A change in per cent that two cells do not make: those of the times named ("up 18 per cent on 2022"), or where
    the later is told with it ("up 18 per cent to 2.4 million")."""
    told, row = item.told, item.row
    figure = told.figure
    plain = figure.change and figure.dimension == "share" and figure.is_exact and told.trend is not None
    if row is None or not plain or item.same or _follows(table, item):
        return
    pairs = [pair for pair in neighbours(table.columns) if all(table.value(row, column) for column in pair)]
    if len(pairs) != 1 or any(label.change or label.share for label in table.columns):
        return
    earlier, later = pairs[0]
    label, times = table.columns[later], table.columns[earlier].times | table.columns[later].times
    old, new = table.value(row, earlier), table.value(row, later)
    named = not label.keys or covered(keys_of(told.words), label) >= _NAMED
    meant = told.times <= times if told.times else _is_with(item, later, said)
    if old is None or new is None or old.number <= 0 or not named or not meant or OTHER_BASIS.search(told.clause):
        return
    real = (new.number / old.number - 1) * _HUNDRED
    near = real != 0 and 1 / _TURNED <= figure.value / abs(real) <= _TURNED
    if near and (told.trend == "up") == (real > 0) and not told.is_apart(label):
        value = Value(abs(real), 0.5, f"{abs(real):.1f} per cent", share=True)
        when = "the times are named" if told.times else "it is told with the later cell"
        reasons = (when, "the two cells make another change")
        yield Clash(told, table, row, later, value, (row, later), _TURNED, reasons, (old, new))


def _is_with(item: _Said, column: int, said: Sequence[_Said]) -> bool:
    """Whether the figure of a cell stands right beside it in its sentence."""
    place = next(place for place, other in enumerate(said) if other is item)
    beside = [said[near] for near in (place - 1, place + 1) if 0 <= near < len(said)]
    here = [other for other in beside if other.told.sentence.start == item.told.sentence.start]
    return any(other.row == item.row and column in other.same for other in here)


def _reversed(table: Table, item: _Said) -> Iterator[Clash]:
    """A rise where the table has a fall: "rose by 1.8 per cent" of −1.8."""
    if item.row is None or item.told.trend is None or not item.told.figure.change:
        return
    for cell in table.of_row(item.row):
        label, value = table.columns[cell.column], cell.value
        if value is None or not label.change or not value.number or not fits_unit(item.told.figure, value, label):
            continue
        magnitude = Value(abs(value.number), value.half, value.written, value.share, value.currency, value.scaled)
        signs = any(other.value and other.value.number < 0 for other in table.of_column(cell.column))
        turned = signs and agrees(item.told.figure, magnitude) and (item.told.trend == "up") != (value.number > 0)
        if turned and timed(item.told, table, label.times) >= 0 and not item.told.is_apart(label):
            reasons = ("the figure is the same, its direction the other",)
            yield Clash(item.told, table, item.row, cell.column, value, (cell.row, cell.column), _TURNED, reasons)
