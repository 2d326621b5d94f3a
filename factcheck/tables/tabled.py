"""What sentences say of tables: the row that a figure is told of, the column, and how much speaks for a cell."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from factcheck.checking import Study
from factcheck.contexts.places import within
from factcheck.contexts.slips import slipped
from factcheck.language.units import UNITS
from factcheck.reckoning.figures import Figure, figure_of, figures_in
from factcheck.records.document import Sentence
from factcheck.records.mention import QuantityMention, TimeMention
from factcheck.tables.cells import Label, Table, Value, key_of, keys_of, times_of
from factcheck.tables.times import is_of_then, times_at, times_told

PROSE = frozenset({"paragraph", "list-item", "standfirst", "title", "caption"})
"""Blocks whose sentences may speak of a table."""

_TOKEN = re.compile(r"[^\W_]+(?:[-’'./&][^\W_]+)*|&")
_SMALL_WORDS = frozenset("the a an its their his her our".split())
_SEGMENT = re.compile(
    r"[;:()]|,(?!\d)|\s[–—-]\s|\b(?:and|but|while|whereas|against|versus|compared (?:with|to)|up from|down from)\b"
)
_APART = re.compile(
    r"\b(?:target(?:s|ed)?|budget(?:s|ed)?|plan(?:s|ned)?|forecasts?|expect(?:s|ed)?|estimat(?:es?|ed)"
    r"|project(?:ed|ions?)|predict(?:s|ed)?|aims?|goals?|limits?|allow(?:s|ed)|capacity|places for|room for|designed"
    r"|would|could|might|may|if|should|polls? (?:had|have|put|gave|predict\w*|suggest\w*|show\w*)|exclud(?:es|ed|ing)"
    r"|includ(?:es|ed|ing)|without|except|adjusted|constant|underlying|organic|like-for-like|real terms"
    r"|averag(?:es?|ed|ing)|median|alone|another|further|additional|more|extra|outgoing|previous(?:ly)?|former(?:ly)?"
    r"|earlier|prior|until|since|peak(?:s|ed)?|record|at least|up to|now|instead|still|yet|remaining|by then|already"
    r"|per(?! cent))\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:of (?:them|these|those|which|whom|its|their)|half of|among)\b", re.IGNORECASE)
_REFERS = re.compile(r"\b(?:[Tt]able|[Ff]igure|[Aa]nnex|[Aa]ppendix)(?: ([A-Z]?\d{1,2}(?:\.\d{1,2})?[a-z]?))?\b")
_IN_ALL = re.compile(
    r"\b(?:[Tt]otal(?:s|led|ling)?|[Tt]ogether|[Ii]n all|[Aa]ltogether|[Oo]verall|[Cc]ombined|[Ss]um)\b"
)
_MOST_MARKS = 8
_NEAR, _FAR, _SMALL = 0.25, 2.0, 20


class Mark(NamedTuple):
    """The name of a table's row in a text."""

    start: int
    end: int
    row: int


@dataclass(frozen=True)
class Told:
    """A figure of a sentence with its clause `text[first:last]`, and what the text says of time."""

    study: Study
    sentence: Sentence
    figure: Figure
    first: int
    last: int
    trend: str | None
    around: str
    """The words of its clause that stand nearer to it than to another figure: up to those before and behind."""
    times: frozenset[str]
    """The times that it is told of: those said behind it, else before it, else in its sentence."""

    @cached_property
    def clause(self) -> str:
        """The words of its clause."""
        return self.study.document.text[self.first : self.last]

    @property
    def opens(self) -> bool:
        """Whether its clause begins the sentence and is not all of it."""
        return self.first <= self.sentence.start and self.last < self.sentence.end

    @cached_property
    def words(self) -> str:
        """The words of its sentence."""
        return self.study.document.text[self.sentence.start : self.sentence.end]

    @cached_property
    def written(self) -> str:
        """The figure as written."""
        return self.study.document.text[self.figure.start : self.figure.end]

    def refers(self, table: Table) -> bool:
        """Whether its sentence points to the table."""
        own = self.study is table.study
        return own and (None in self._pointed or (table.number is not None and table.number in self._pointed))

    @cached_property
    def _pointed(self) -> frozenset[str | None]:
        """The numbers of the tables that its sentence points to; null for one without."""
        return frozenset(match[1] or None for match in _REFERS.finditer(self.words))

    def names(self, table: Table) -> bool:
        """Whether its sentence names the source of a table in another document."""
        source = table.study.source
        return self.study is not table.study and bool(
            keys_of(f"{source.publisher or ''} {source.title}") & keys_of(self.words) - table.about.keys
        )

    def is_apart(self, label: Label) -> bool:
        """Whether its clause tells of something else than a column has: a plan, a part, an earlier state."""
        said = {key_of(match.group()) for match in _APART.finditer(self.around)}
        known = {key_of(word) for word in re.findall(r"[^\W\d_]+", label.full)}
        known |= {key_of(word) for word in ("averages", "averaged", "average")} if "per" in known else set()
        return bool(said - label.keys - known) or is_of_then(self.study, self.sentence, self.first, self.last)


class Rows:
    """The names of the rows of tables, to be found in sentences."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self.tables = tables
        self._named: dict[str, list[tuple[tuple[str, ...], int, int]]] = defaultdict(list)
        self._timed: dict[frozenset[str], list[tuple[int, int]]] = defaultdict(list)
        self._numbers: dict[str, set[float]] = defaultdict(set)
        for number, table in enumerate(tables):
            for cell in table.cells.values():
                if cell.value is not None:
                    self._numbers[table.rows[cell.row].name].add(round(cell.value.number, 6))
            for words, row in _names(table):
                self._named[words[0]].append((words, number, row))
            for row, label in enumerate(table.rows):
                if label.times and not label.keys:
                    self._timed[label.times].append((number, row))

    def hold(self, marks: Mapping[int, Sequence[Mark]], figure: Figure) -> bool:
        """Whether a table anywhere has a figure in a row that is named."""
        value = round(figure.value, 6)
        return any(
            value in self._numbers.get(self.tables[number].rows[mark.row].name, ())
            for number, found in marks.items()
            for mark in found[:_MOST_MARKS]
        )

    def marks(self, study: Study, start: int, end: int) -> dict[int, list[Mark]]:
        """Where a stretch of text names rows, by the number of their table, in order of place; the longest names."""
        text = study.document.text
        found_at = (found for found in _TOKEN.finditer(text, start, end) if found.group().lower() not in _SMALL_WORDS)
        tokens = [(found.start(), found.end(), _folded(found.group())) for found in found_at]
        found: dict[int, list[Mark]] = defaultdict(list)
        for place, (at, _, word) in enumerate(tokens):
            for words, number, row in self._named.get(word, ()):
                reach = tokens[place : place + len(words)]
                if len(reach) == len(words) and all(one[2] == two for one, two in zip(reach, words, strict=True)):
                    found[number].append(Mark(at, reach[-1][1], row))
        if self._timed:
            for at, stop, times in times_at(text, start, end):
                for number, row in self._timed.get(times, ()):
                    found[number].append(Mark(at, stop, row))
        return {number: _longest(marks) for number, marks in sorted(found.items())}


def _longest(marks: Iterable[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda one: (one.start, -one.end, one.row)):
        if not kept or mark.start >= kept[-1].end or (mark.start, mark.end) == kept[-1][:2]:
            kept.append(mark)
    return kept


def _names(table: Table) -> Iterator[tuple[tuple[str, ...], int]]:
    """The words by which each row may be named: its name, a person's last name, what stands in one row alone."""
    found: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for row in table.plain_rows:
        label = table.rows[row]
        words = _words(label.name)
        if words and label.keys and len(label.name) > 2:
            found[words].add(row)
            found[_words(label.name.partition(" per ")[0])].add(row)
            initial = re.fullmatch(r"(?:[A-Z]\.?[ -]?){1,3} ?([A-Z][\w’'-]{2,})", label.name)
            if initial:
                found[_folded(initial[1]),].add(row)
        for cell in table.of_row(row):
            plain = cell.words.strip()
            if cell.value is None and re.match(r"[A-Z]\w{3}", plain) and not times_of(plain) and len(plain) < 60:
                found[_words(plain)].add(row)
    yield from ((words, next(iter(rows))) for words, rows in found.items() if words and len(rows) == 1)


def _words(name: str) -> tuple[str, ...]:
    return tuple(_folded(word) for word in _TOKEN.findall(name) if word.lower() not in _SMALL_WORDS)


@lru_cache(maxsize=16384)
def _folded(word: str) -> str:
    return key_of(word)


def told_in(study: Study, sentence: Sentence) -> list[Told]:
    """The figures of a sentence, each with its clause."""
    text = study.document.text
    figures = figures_in(study, sentence.start, sentence.end, apart=True)
    lengths = [
        figure_of(QuantityMention(start=item.start, end=item.end, finder=item.finder, quantity=item.duration))
        for item in within(study.seen(TimeMention), sentence.start, sentence.end)
        if item.duration is not None
    ]
    taken = list(figures)
    figures += [one for one in lengths if not any(other.start < one.end and one.start < other.end for other in taken)]
    cuts = [match.start() for match in _SEGMENT.finditer(text, sentence.start, sentence.end)]
    trends = {
        item.start: item.quantity.trend or ("up" if item.quantity.modifier == "up" else None)
        or ("down" if item.quantity.modifier == "down" else None)
        for item in within(study.seen(QuantityMention), sentence.start, sentence.end)
    }  # fmt: skip
    found: list[Told] = []
    figures.sort(key=lambda one: one.start)
    times = times_told(study, sentence, figures)
    for number, figure in enumerate(figures):
        outside = [cut for cut in cuts if not figure.start <= cut < figure.end]
        place = bisect_right(outside, figure.start)
        first = outside[place - 1] if place else sentence.start
        last = outside[place] if place < len(outside) else sentence.end
        before = max([first, *(other.end for other in figures[:number])])
        after = min([last, *(other.start for other in figures[number + 1 :])])
        around = f"{text[before : figure.start]} … {text[figure.end : after]}"
        found.append(Told(study, sentence, figure, first, last, trends.get(figure.start), around, times[number]))
    return found


def row_of(told: Told, marks: Sequence[Mark], table: Table) -> tuple[int, int] | None:
    """The row that a figure is told of, and how many names of it stand there; null where that cannot be told."""
    if not marks:
        return None
    if all(table.rows[mark.row].times and not table.rows[mark.row].keys for mark in marks):
        rows = {mark.row for mark in marks if table.rows[mark.row].times <= told.times}
        return (rows.pop(), 1) if len(rows) == 1 else None
    inside = [mark for mark in marks if told.first <= mark.start < told.last]
    part = _part(told)
    inside = inside or [mark for mark in marks if part[0] <= mark.start < part[1]]
    before = [mark for mark in (inside or marks) if mark.end <= told.figure.start]
    rows = {mark.row for mark in marks}
    if inside and len({mark.row for mark in inside}) == 1:
        chosen = inside[0]
    elif before:
        chosen = before[-1]
    elif inside:
        chosen = inside[0]
    elif len(rows) == 1:
        chosen = marks[0]
    else:
        return None
    return chosen.row, len({(mark.start, mark.end) for mark in marks if mark.row == chosen.row})


def _part(told: Told) -> tuple[int, int]:
    """The part of its sentence between semicolons."""
    text, sentence = told.study.document.text, told.sentence
    end = text.find("; ", told.figure.end, sentence.end)
    start = text.rfind("; ", sentence.start, told.figure.start)
    return max(start, sentence.start), end if end >= 0 else sentence.end


def agrees(figure: Figure, value: Value) -> bool:
    """Whether a figure may be the number of a cell, as far as rounding goes; a scale that no heading gives is open."""
    scales = (1.0, 1e3, 1e6, 1e9) if figure.scale and value.number and not (value.scaled or value.share) else (1.0,)
    low, high = (-figure.high, -figure.low) if value.number < 0 <= figure.low else (figure.low, figure.high)
    return any(low <= value.high * scale + 1e-9 and value.low * scale - 1e-9 <= high for scale in scales)


def in_unit_of(figure: Figure, column: Label) -> Figure:
    """A figure in the unit of a column that gives another of the same dimension: "1.7 tonnes" as 1,700 kilograms."""
    ours, theirs = UNITS.get(figure.unit or ""), [UNITS[code] for code in column.units if code in UNITS]
    if ours is None or len(theirs) != 1 or ours.code == theirs[0].code or ours.dimension != theirs[0].dimension:
        return figure
    if not ours.factor or not theirs[0].factor or ours.offset or theirs[0].offset:
        return figure
    by = ours.factor / theirs[0].factor
    return replace(
        figure, low=figure.low * by, high=figure.high * by, value=figure.value * by, unit=theirs[0].code, scale=""
    )


def fits_unit(figure: Figure, value: Value, column: Label) -> bool:
    """Whether a figure can be meant as a number of a column: a share, money, or a count."""
    from factcheck.language.currencies import MONEY_SIGNS

    if value.share or figure.dimension == "share":
        return value.share and (figure.dimension == "share" or (figure.is_bare and not figure.change))
    if figure.dimension == "money":
        code = MONEY_SIGNS.get(value.currency or "", value.currency)
        return (code is None or code == figure.unit) and not column.units
    if value.currency is not None:
        return figure.is_bare
    if column.units and figure.unit is not None and figure.dimension != "count":
        return figure.unit in column.units
    return not (column.units and figure.dimension == "count" and figure.unit)


def nearness(figure: Figure, value: Value) -> float | None:
    """How much speaks for a figure being meant as a number by their size; null where it is too far off."""
    said, cell = abs(figure.value), abs(value.number)
    if not value.scaled and not value.share and cell and said / cell > _FAR:
        cell *= next((scale for scale in (1e3, 1e6, 1e9) if said / (cell * scale) <= _FAR), 1.0)
    if figure.is_vague or not figure.is_exact or not said or not cell:
        return None
    small = max(said, cell) < _SMALL and abs(said - cell) <= 2
    ratio = max(said, cell) / min(said, cell)
    if ratio > _FAR and not small:
        return None
    points = 0.2 if ratio <= 1 + _NEAR or small else 0.0
    return points + (0.6 if ratio < _FAR and is_slip(figure, value) else 0.0)


def is_slip(figure: Figure, value: Value) -> bool:
    """Whether one number may be a slip of the other."""
    return slipped(f"{figure.value:.10g}", value.written) or slipped(_significant(figure), value.written)


def _significant(figure: Figure) -> str:
    return f"{figure.value:.10f}".strip("0").strip(".").rstrip("0")


def covered(said: frozenset[str], label: Label) -> float:
    """How much of a column's name is said, from 0 to 1."""
    return len(said & label.keys) / len(label.keys) if label.keys else 0.0


def timed(told: Told, table: Table, times: frozenset[str]) -> int:
    """Whether what a sentence says of time is a cell's: 1 where it names its time or need not, 0 open, -1 another."""
    said, about = told.times, table.about.times
    known = about | frozenset().union(*(label.times for label in (*table.rows, *table.columns)))
    if not said:
        return 0 if times and len(known) > 1 else 1
    if not known:
        return -1 if "?" in said or len(said) else 1
    years = {item for item in known if item[0].isdigit()}
    here = {item for item in said if years or not item[0].isdigit()}
    if not here <= times | about:
        return -1 if here - known or times else 0
    return 1 if times - about <= here else 0


def is_part(told: Told) -> bool:
    """Whether its clause tells of some of those that it counts."""
    return _PART.search(told.clause) is not None


def counts_rows(told: Sequence[Told], table: Table) -> bool:
    """Whether a sentence counts all rows of a table by what its first column is called: "the five mines"."""
    number = len(table.plain_rows)
    for item in told:
        if item.figure.low == item.figure.high == number and item.figure.dimension == "count":
            after = item.study.document.text[item.figure.end : item.figure.end + 40]
            noun = re.match(r"\s([^\W\d_]+)", after)
            if noun and key_of(noun[1]) in keys_of(table.stub.name):
                return True
    return False


def is_in_all(told: Told) -> bool:
    """Whether its sentence says that it is of all."""
    return _IN_ALL.search(told.words) is not None
