"""Two tables give different figures for the same row and column.

It holds tables that share names of rows and of a column against each other, in one document or in two, whatever the
order of their rows and columns and the scale of their figures. Most of what they share must agree: what then differs is
shown. It stays silent where the columns give other times or another stage (provisional, final), where the difference
may be rounding, and where a later document may have counted on: then only figures with a slip of a digit are shown.

What settles it: the source of the figures, and which of them is the later one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking import Archive, Check, Example, finding
from factcheck.contexts.slips import slipped
from factcheck.contexts.times import days_apart, issued
from factcheck.records.finding import Finding, Step
from factcheck.tables.cells import Cell, Label, Table, Value, stages_of, tables_in

_MOST_TABLES = 40
"""Tables with a row of one name that are held against each other, at most."""
_FEWEST, _FEWEST_DIGITS = 2, 4
_DAYS = 2


@dataclass(frozen=True)
class _Met:
    """A cell of each table that must say the same."""

    one: Cell
    other: Cell

    @property
    def values(self) -> tuple[Value, Value] | None:
        """Both numbers."""
        return (self.one.value, self.other.value) if self.one.value and self.other.value else None


def run(archive: Archive, whole: Archive) -> Iterable[Finding]:
    """The cells that differ."""
    tables = [table for study in archive.holding(CHECK) for table in tables_in(study)]
    for one, other in _pairs(tables):
        if archive.asks(one.study.source.id, other.study.source.id):
            yield from _between(one, other)


def _pairs(tables: Sequence[Table]) -> Iterator[tuple[Table, Table]]:
    """The tables that share names of rows."""
    named: dict[str, list[int]] = defaultdict(list)
    for number, table in enumerate(tables):
        for name in {_folded(table.rows[row]) for row in table.plain_rows}:
            named[name].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in named.values():
        for place, number in enumerate(numbers if len(numbers) <= _MOST_TABLES else ()):
            for later in numbers[place + 1 :]:
                shared[number, later] += 1
    for (first, second), count in sorted(shared.items()):
        if count >= _FEWEST:
            yield tables[first], tables[second]


def _folded(label: Label) -> str:
    return label.name.casefold()


def _between(one: Table, other: Table) -> Iterator[Finding]:
    columns = list(_columns(one, other))
    met = {pair: list(_met(one, pair[0], other, pair[1])) for pair in columns}
    agreeing = {pair: [item for item in items if _is_same(item) is True] for pair, items in met.items()}
    same = {item.one.value for items in agreeing.values() for item in items if item.one.value is not None}
    if sum(len(_digits(value)) for value in same) < _FEWEST_DIGITS:
        return
    for pair, items in met.items():
        differing = [item for item in items if _is_same(item) is False]
        if len(agreeing[pair]) >= max(_FEWEST, len(differing) + 1):
            yield from (_finding(one, other, item) for item in differing if _is_meant(one, other, pair, item))


def _columns(one: Table, other: Table) -> Iterator[tuple[int, int]]:
    """The columns that must say the same, each like one other alone."""
    alike = [
        (left, right)
        for left in range(len(one.columns))
        for right in range(len(other.columns))
        if _alike(one, left, other, right)
    ]
    for left, right in alike:
        if sum(left == pair[0] or right == pair[1] for pair in alike) == 1:
            yield left, right


def _is_same(item: _Met) -> bool | None:
    """Whether two cells say the same; null where one holds no number."""
    return _agree(*item.values) if item.values else None


def _alike(one: Table, left: int, other: Table, right: int) -> bool:
    """Whether two columns give the same measure for the same time."""
    ours, theirs = one.columns[left], other.columns[right]
    if ours.share != theirs.share or ours.change != theirs.change or ours.keys != theirs.keys:
        return False
    times = [label.times | table.about.times if not label.times else label.times
             for label, table in ((ours, one), (theirs, other))]  # fmt: skip
    if ours.times != theirs.times and not (times[0] and times[0] == times[1]):
        return False
    if not ours.times and one.about.times != other.about.times and one.about.times and other.about.times:
        return False
    stages = [stages_of(f"{label.full} {table.caption}") for label, table in ((ours, one), (theirs, other))]
    return stages[0] == stages[1]


def _met(one: Table, left: int, other: Table, right: int) -> Iterator[_Met]:
    """The cells of two columns in rows of one name; a name that stands twice in a table is left out."""
    rows: list[dict[str, list[int]]] = []
    for table in (one, other):
        found: dict[str, list[int]] = defaultdict(list)
        for row in range(len(table.rows)):
            found[_folded(table.rows[row])].append(row)
        rows.append(found)
    for name, ours in rows[0].items():
        theirs = rows[1].get(name, [])
        if len(ours) == len(theirs) == 1 and (ours[0], left) in one.cells and (theirs[0], right) in other.cells:
            yield _Met(one.cells[ours[0], left], other.cells[theirs[0], right])


def _agree(one: Value, other: Value) -> bool:
    if one.currency and other.currency and one.currency[-1:] != other.currency[-1:]:
        return True
    return one.low <= other.high + 1e-9 and other.low - 1e-9 <= one.high


def _digits(value: Value) -> str:
    return "".join(filter(str.isdigit, value.written))


def _is_meant(one: Table, other: Table, pair: tuple[int, int], item: _Met) -> bool:
    """Whether two figures must be of one count: of one time, or so alike that a digit slipped."""
    values = item.values
    if values is None or one.study is other.study:
        return values is not None
    timed = bool(one.columns[pair[0]].times or (one.about.times and one.about.times == other.about.times))
    ours, theirs = issued(one.study), issued(other.study)
    near = ours is not None and theirs is not None and days_apart(ours, theirs) <= _DAYS
    titles = [stages_of(table.study.source.title) for table in (one, other)]
    if titles[0] and titles[1] and titles[0] != titles[1]:
        return False
    return timed or near or slipped(values[0].written, values[1].written)


def _finding(one: Table, other: Table, item: _Met) -> Finding:
    row, column = one.rows[item.one.row].full, one.columns[item.one.column].full
    where = "Two tables" if one.study is other.study else "Tables of two sources"
    said = item.one.words.strip(), item.other.words.strip()
    scales = [f" ({table.columns[cell.column].full})" for table, cell in ((one, item.one), (other, item.other))]
    if scales[0] == scales[1]:
        scales = ["", ""]
    return finding(
        CHECK,
        fact=(*sorted({one.study.source.id, other.study.source.id}), row, column, *sorted(said)),
        verdict="conflict",
        message=f"{where} differ in “{row}”, “{column}”: {said[0]}{scales[0]} and {said[1]}{scales[1]}.",
        sides=([one.shown(item.one)], [other.shown(item.other)]),
        steps=(Step(code="other-cells-agree", text="Other rows of these columns agree."),),
        settle="Which table has the figure of its source?",
        weight=0.7,
        kind="quantity",
    )


_TABLE = "# {}\n\n| Yard | Boats 2021 |\n|---|---|\n| Arlen | 120 |\n| Mossby | 80 |\n| Tarn | {} |\n"

CHECK = Check(
    id="tables-differ",
    kind="quantity",
    title="Two tables give different figures for the same row and column",
    reads=Archive,
    run=run,
    holds=lambda study: any(block.kind == "table-cell" for block in study.document.blocks),
    examples=(
        Example(
            documents={"one.md": _TABLE.format("Orders", 45), "two.md": _TABLE.format("Yards", 54)}, expect="conflict"
        ),
        Example(documents={"one.md": _TABLE.format("Orders", 45), "two.md": _TABLE.format("Yards", 45)}, expect=None),
        Example(
            documents={
                "one.md": _TABLE.format("Orders", 45).replace("2021", "2021 (provisional)"),
                "two.md": _TABLE.format("Yards", 54),
            },
            expect=None,
        ),
    ),
)
