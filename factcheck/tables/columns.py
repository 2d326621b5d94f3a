"""Which column of a table a sentence speaks of, and whether it speaks of the whole of it."""

import re
from collections.abc import Sequence

from factcheck.checking import Study
from factcheck.language.number_words import CARDINALS
from factcheck.records.document import Sentence
from factcheck.tables.cells import Table, Value, key_of, keys_of
from factcheck.tables.tabled import Mark, Told, agrees, covered, fits_unit
from factcheck.tables.times import is_of_then, times_said

NUMBERS = {"no": 0, **{word: number for word, number in CARDINALS.items() if 0 < number <= 20}}
"""Numbers that a sentence opens with in words."""

_NARROWS = re.compile(
    r"\b(?:outside|except|excluding|apart from|aside from|other than|among|amongst|within|where|whose|who|ever"
    r"|on record|since|decades?|centur(?:y|ies)|per (?:head|capita|person)|relative|proportion(?:al(?:ly)?)?|adjusted"
    r"|one of|some of|second only|nearly|almost|about|probably|perhaps|expected|forecast|would|could|might|may|if"
    r"|was to|were to|target|planned|single|if not|arguably|so far|once|previous(?:ly)?|former(?:ly)?|until|not|never"
    r"|nor|\w+n[’']t|most of|many of|several)\b",
    re.IGNORECASE,
)
_MOVES = frozenset(
    {"growth", "decline", "change", "gap", "difference", "improvement", "margin", "contribution", "jump", "swing"}
)
"""What is no figure of a column, but follows from two."""
_OF_SOME = re.compile(rf"\bOf (?:the|those|these) (?!(?:{'|'.join([*NUMBERS, 'remaining'])}|\d+) )")
_POINTS = re.compile(r"(?:[Tt]able|[Ff]igure|[Aa]nnex|[Aa]ppendix)\b")
_CAPITAL = re.compile(r"(?<![.!?“\"]\s)(?<!^)\b[A-Z][\w’'-]+")


def numeric(table: Table) -> list[int]:
    """The columns that hold numbers, those of changes and shares of a whole among them."""
    return [column for column in range(len(table.columns)) if table.is_numeric(column)]


def is_whole(
    study: Study, sentence: Sentence, start: int, end: int, table: Table, marks: Sequence[Mark], moving: bool = False
) -> bool:
    """Whether a clause speaks of the table as a whole: it names no other thing, time or part than the table does.

    `moving`: it may speak of a rise or fall.
    """
    text = study.document.text
    clause = text[start:end]
    known = (
        keys_of(table.caption) | keys_of(table.stub.name) | frozenset().union(*(label.keys for label in table.columns))
    )
    if any(key_of(match.group()) not in known for match in _NARROWS.finditer(clause)):
        return False
    if is_of_then(study, sentence, start, end) or _OF_SOME.search(text, start, end):
        return False
    if not moving and any(key in _MOVES and key not in known for key in keys_of(clause) & _MOVES):
        return False
    names = {word for row in table.rows for word in re.findall(r"\w+", row.full)}
    names |= {word for label in (table.about, table.stub, *table.columns) for word in re.findall(r"\w+", label.full)}
    for match in _CAPITAL.finditer(text, start, end):
        inside = any(mark.start <= match.start() < mark.end for mark in marks)
        if match.start() == sentence.start or inside or match.group() in names or _POINTS.match(match.group()):
            continue
        if not times_said(study, match.start(), match.end()):
            return False
    said = times_said(study, start, end)
    every = table.about.times.union(*(label.times for label in (*table.rows, *table.columns)))
    return said <= every or not said


def columns_of(table: Table, words: str, told: Sequence[Told], row: int | None) -> list[int]:
    """The columns that a clause may speak of: the one that it speaks of, else those of one measure at several times."""
    found = column_of(table, words, told, row)
    if found is not None:
        return [found]
    columns, said = numeric(table), keys_of(words)
    named = [column for column in columns if table.columns[column].keys and covered(said, table.columns[column]) >= 0.5]
    one = {table.columns[column].keys for column in named}
    return named if len(one) == 1 else []


def column_of(table: Table, words: str, told: Sequence[Told], row: int | None) -> int | None:
    """The column that a clause speaks of: the one that a figure in it stands in, that it names, or the only one."""
    columns = numeric(table)
    held = {column for column in columns if row is not None and any(_is(table, row, column, item) for item in told)}
    if len(held) == 1:
        return held.pop()
    said = keys_of(words)
    times = {column: table.columns[column].times for column in columns}
    now = frozenset(
        word for column in columns for word in times[column] if re.search(rf"\b{re.escape(word)}\b", words.lower())
    )
    fitting = [column for column in columns if not now or now <= times[column]]
    named = sorted(((covered(said, table.columns[column]), column) for column in fitting), reverse=True)
    if named and named[0][0] >= 0.5 and (len(named) == 1 or named[0][0] > named[1][0]):
        return named[0][1]
    if len(fitting) == 1 and (not table.columns[fitting[0]].keys or len(columns) == 1):
        return fitting[0]
    return None


def _is(table: Table, row: int, column: int, told: Told) -> bool:
    """Whether a figure is the number of a cell; small ones tell nothing."""
    value, figure = table.value(row, column), told.figure
    fits = value is not None and fits_unit(figure, value, table.columns[column])
    return fits and value is not None and figure.is_exact and abs(figure.value) > 1 and agrees(figure, value)


def values_of(table: Table, column: int) -> dict[int, Value] | None:
    """The numbers of the plain rows in a column, by row; null where one is missing."""
    found = {row: value for row in table.plain_rows if (value := table.value(row, column)) is not None}
    return found if len(found) == len(table.plain_rows) and len(found) > 1 else None
