"""A ranking told of a table is not the one that its figures give.

It reads sentences that call a row of a table of the same document the highest, the second largest, the lowest, or that
rank it ("more than any other"), compare two rows ("higher in Tarn than in Arlen"), or list the largest ("the three
largest: …"), and looks at the column that the sentence names. It stays silent where the sentence speaks of a part of
the rows, of another time or of changes, where two columns may be meant, and where rows are equal.

What settles it: the table, or what the sentence ranks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.language.number_words import NTH
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step
from factcheck.tables.cells import Table, Value, key_of, keys_of, tables_in
from factcheck.tables.columns import NUMBERS, column_of, columns_of, is_whole, numeric, values_of
from factcheck.tables.tabled import PROSE, Mark, Rows, told_in

_HIGH = "highest|largest|biggest|greatest|most|longest|tallest|heaviest"
_LOW = "lowest|smallest|fewest|least|shortest|lightest"
_NTH = "|".join(list(NTH)[1:])
_BEST = re.compile(
    rf"\b(?:(?P<nth>{_NTH})[- ])?(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))\b(?! (?:of|likely|recent(?:ly)?|at)\b)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    rf"\b(?P<count>two|three|four|five|six|seven|eight|nine|ten) (?:(?P<high>{_HIGH})|(?P<low>{_LOW}))\b", re.IGNORECASE
)
_RANKED = re.compile(
    rf"\b(?:ranks|ranked|came|finished|placed|is|was) (?:in )?(?P<nth>{'|'.join(NTH)})\b(?! (?:to|time)\b)"
)
_NEXT = re.compile(
    r" (?P<words>(?:[\w’'-]+ ){0,2}?[\w’'-]+)"
    r"(?= (?:of|in|at|on|for|by|with|was|were|is|are|had|has|went|came|goes|go|among|after|behind|to)\b|[.,;:)(]|$)"
)
_OF_WHAT = re.compile(r" of (?!the |all |any |its |their |them |these |those |\d)([a-z-]+)")
_NO_NOUN = re.compile(r"[.,;:)(]|\s(?:in|at|on|for|by|with|was|were|is|are|of)\b|\s?$")
_GENERAL = frozenset(
    {"rate", "number", "figure", "value", "total", "amount", "level", "sum", "result", "score", "count", "share"}
)
_PAID = frozenset(
    map(key_of, "contract award order deal payment grant purchase tender loan invoice project donation".split())
)
_PEAKED = re.compile(r"\b(?:peak(?:ed|s)|bottomed out|reached (?:its|a|their) (?P<what>peak|high|low))\b")
_THAN = re.compile(
    r"\b(?:(?P<high>higher|more|larger|bigger|greater|longer)|(?P<low>lower|fewer|less|smaller|shorter))\b"
    r"[^.;,]{0,40}? than (?:in |at |on |for |that of |those of |the )*",
    re.IGNORECASE,
)
_THAN_ANY = re.compile(
    r"\b(?:(?P<high>higher|more|larger|bigger|greater|longer)|(?P<low>lower|fewer|less|smaller|shorter))\b"
    r"[^.;,]{0,40}? than (?:in |at |on |for |that of |those of )*any(?: of the)? others?\b",
    re.IGNORECASE,
)
_BEYOND = re.compile(r"\b(?:after|behind|ahead of|followed by|before|compared with|against|while|and then)\b")
_CLAUSE = re.compile(r"[;:()]|,(?!\d)|\s[–—]\s|\b(?:and|but|while|whereas)\b(?= (?:the|[a-z]+ed|had|was|were|is)\b)")


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The rankings that the table does not give."""
    tables = list(tables_in(study))
    rows = Rows(tables)
    for block, sentences in groupby(study.document.sentences, key=lambda one: one.block) if tables else ():
        if study.document.blocks[block].kind not in PROSE:
            continue
        for sentence in sentences:
            words = study.document.text[sentence.start : sentence.end]
            if any(pattern.search(words) for pattern in (_BEST, _RANKED, _PEAKED, _THAN)):
                for number, marks in rows.marks(study, sentence.start, sentence.end).items():
                    yield from _of_sentence(study, sentence, tables[number], marks)


def _of_sentence(study: Study, sentence: Sentence, table: Table, marks: Sequence[Mark]) -> Iterator[Finding]:
    text = study.document.text
    several = _SEVERAL.search(text, sentence.start, sentence.end)
    if several is not None:
        yield from _listed(study, sentence, table, marks, several)
        return
    for match in _THAN_ANY.finditer(text, sentence.start, sentence.end):
        yield from _placed(study, sentence, table, marks, match, 1, low=match["low"] is not None)
    for match in _THAN.finditer(text, sentence.start, sentence.end):
        yield from _compared(study, sentence, table, marks, match)
    for match in _BEST.finditer(text, sentence.start, sentence.end):
        place = NTH[match["nth"].lower()] if match["nth"] else 1
        yield from _placed(study, sentence, table, marks, match, place, low=match["low"] is not None)
    for match in _RANKED.finditer(text, sentence.start, sentence.end):
        yield from _ranked(study, sentence, table, marks, match, NTH[match["nth"]])
    for match in _PEAKED.finditer(text, sentence.start, sentence.end):
        yield from _placed(
            study, sentence, table, marks, match, 1, low=match["what"] == "low" or "bottom" in match.group()
        )


def _clause(study: Study, sentence: Sentence, at: int, reach: int) -> tuple[int, int]:
    """The clause around a place, and those beside it up to `reach` commas, so that it holds the name of a row."""
    text = study.document.text
    cuts = [
        sentence.start,
        *(match.start() for match in _CLAUSE.finditer(text, sentence.start, sentence.end)),
        sentence.end,
    ]
    place = max(number for number, cut in enumerate(cuts[:-1]) if cut <= at)
    return cuts[max(place - reach, 0)], cuts[min(place + 1 + reach, len(cuts) - 1)]


def _part(study: Study, sentence: Sentence, at: int) -> tuple[int, int]:
    """The part of a sentence between semicolons."""
    text = study.document.text
    start = max(text.rfind("; ", sentence.start, at) + 1, sentence.start)
    end = text.find("; ", at, sentence.end)
    return start, end if end > 0 else sentence.end


def _row(study: Study, sentence: Sentence, marks: Sequence[Mark], at: int) -> tuple[Mark, int, int] | None:
    """The row that is ranked at a place, with the stretch of the sentence that says so."""
    text = study.document.text
    for reach in (0, 1):
        start, end = _clause(study, sentence, at, reach)
        beyond = _BEYOND.search(text, start, end)
        limit = beyond.start() if beyond and beyond.start() > start else end
        inside = [mark for mark in marks if start <= mark.start < limit]
        if len({mark.row for mark in inside}) == 1:
            return inside[0], start, end
        if inside:
            return None
    return None


def _placed(
    study: Study, sentence: Sentence, table: Table, marks: Sequence[Mark], match: re.Match[str], place: int, low: bool
) -> Iterator[Finding]:
    found = _row(study, sentence, marks, match.start())
    if found is None or not is_whole(study, sentence, *_part(study, sentence, match.start()), table, marks):
        return
    mark, start, end = found
    if match.re is _BEST and not _is_of_table(study.document.text, match.end(), sentence.end, table):
        return
    told = [item for item in told_in(study, sentence) if start - 1 <= item.figure.start < end + 20]
    columns = columns_of(table, study.document.text[start:end], told, mark.row)
    for column in columns:
        values = values_of(table, column)
        if values is None or mark.row not in values or place > len(values):
            return
        first, last = _rank(values, mark.row, low)
        if first <= place <= last:
            return
    if columns and values is not None:
        order = sorted(values, key=lambda row: values[row].number if low else -values[row].number)
        said = study.document.text[match.start() : match.end()].strip()
        called = said if match.re is _THAN_ANY else f"the {said}"
        yield _finding(study, match, table, column, mark.row, order[place - 1], called, first)


def _is_of_table(text: str, at: int, end: int, table: Table) -> bool:
    """Whether what is called highest is what the table is of: its columns, its rows, or no noun at all."""
    if _NO_NOUN.match(text, at, end):
        return True
    found = _NEXT.match(text, at, end)
    what = _OF_WHAT.match(text, found.end(), end) if found is not None else None
    if what is not None and not _is_known(what[1], table):
        return False
    columns = numeric(table)
    if found is not None and len(columns) == 1 and _is_money(table, columns[0]):
        return bool(keys_of(found["words"]) & _PAID) or _is_known(found["words"], table)
    return found is not None and _is_known(found["words"], table)


def _is_money(table: Table, column: int) -> bool:
    return any(cell.value is not None and cell.value.currency for cell in table.of_column(column))


def _is_known(words: str, table: Table) -> bool:
    known = keys_of(table.caption) | keys_of(table.stub.name) | _GENERAL
    known = known.union(*(label.keys for label in table.columns))
    return bool(keys_of(words) & known)


def _rank(values: dict[int, Value], row: int, low: bool) -> tuple[int, int]:
    """The places that a row may have, from the first to the last, as far as others are equal."""
    own = values[row].number
    ahead = sum(value.number < own if low else value.number > own for value in values.values())
    return ahead + 1, sum(value.number <= own if low else value.number >= own for value in values.values())


def _ranked(
    study: Study, sentence: Sentence, table: Table, marks: Sequence[Mark], match: re.Match[str], place: int
) -> Iterator[Finding]:
    """A rank that no column gives, nor the order of the rows."""
    found = _row(study, sentence, marks, match.start())
    if found is None or not is_whole(study, sentence, *_part(study, sentence, match.start()), table, marks):
        return
    row = found[0].row
    places = {table.plain_rows.index(row) + 1}
    columns = numeric(table)
    told = [item for item in told_in(study, sentence) if item.figure.start > match.start()]
    held = column_of(table, "", told, row)
    columns = [held] if held is not None and len(columns) > 1 else [*columns[:1], *columns[-1:]]
    for column in columns:
        values = values_of(table, column)
        if values is None or row not in values:
            return
        places |= {number for one in [_rank(values, row, False)] for number in range(one[0], one[1] + 1)}
    about = re.search(r"\b(?:table|ranking|list|standings|medal)\b", study.document.text[sentence.start : sentence.end])
    if columns and about and place not in places and place <= len(table.plain_rows):
        column = columns[-1]
        yield _finding(study, match, table, column, row, table.plain_rows[place - 1], match["nth"], min(places))


def _compared(
    study: Study, sentence: Sentence, table: Table, marks: Sequence[Mark], match: re.Match[str]
) -> Iterator[Finding]:
    """ "Higher in Tarn than in Arlen"."""
    before = [mark for mark in marks if mark.end <= match.end() and mark.end > match.start() - 80]
    after = [mark for mark in marks if match.end() <= mark.start <= match.end() + 4]
    start, end = _clause(study, sentence, match.start(), 0)
    if len({mark.row for mark in before}) != 1 or len(after) != 1 or before[0].row == after[0].row:
        return
    if len({mark.row for mark in marks}) != 2 or not is_whole(study, sentence, start, end, table, marks):
        return
    column = column_of(table, study.document.text[start:end], (), None)
    ours, theirs = (table.value(mark[0].row, column) if column is not None else None for mark in (before, after))
    if column is None or ours is None or theirs is None or ours.number == theirs.number:
        return
    if (ours.number > theirs.number) != (match["high"] is not None):
        said = match["high"] or match["low"]
        yield _finding(study, match, table, column, before[0].row, after[0].row, f"{said} than the other", 2)


def _listed(
    study: Study, sentence: Sentence, table: Table, marks: Sequence[Mark], match: re.Match[str]
) -> Iterator[Finding]:
    """ "The three largest: Arlen, Mossby and Tarn"."""
    after = [mark for mark in marks if mark.start > match.end()]
    count = NUMBERS[match["count"].lower()]
    rows = {mark.row for mark in after}
    end = after[-1].end if after else match.end()
    if len(rows) != count or not is_whole(study, sentence, match.start(), end, table, marks):
        return
    column = column_of(table, study.document.text[sentence.start : sentence.end], (), None)
    values = values_of(table, column) if column is not None else None
    if column is None or values is None or not rows <= values.keys() or count >= len(values):
        return
    low = match["low"] is not None
    order = sorted(values, key=lambda row: values[row].number if low else -values[row].number)
    wrong = [row for row in sorted(rows) if _rank(values, row, low)[0] > count]
    for row in wrong:
        left = next(other for other in order if other not in rows)
        said = study.document.text[match.start() : match.end()]
        yield _finding(study, match, table, column, row, left, f"one of the {said}", _rank(values, row, low)[0])


def _finding(
    study: Study, match: re.Match[str], table: Table, column: int, row: int, other: int, said: str, real: int
) -> Finding:
    name, rival, head = table.rows[row].full, table.rows[other].full, table.columns[column].full
    cells = [table.cells[one, column] for one in (row, other)]
    shown = [f"{label} has {cell.words.strip()}" for label, cell in zip((name, rival), cells, strict=True)]
    return finding(
        CHECK,
        fact=(study.source.id, table.caption, head, name, key_of(said.split()[-1]), said),
        verdict="conflict",
        message=f"The text calls “{name}” {said.lower()}; in the table’s “{head}” {shown[0]}, {shown[1]}.",
        sides=([evidence_at(study, match.start(), match.end(), value=name)], [table.shown(cell) for cell in cells]),
        steps=(Step(code="rows-ranked", text=f"In that column it has place {real}."),),
        settle="Is the ranking of this column, of all rows and of this time?",
        weight=0.7,
    )


_TABLE = "{}\n\n| Yard | Boats |\n|---|---|\n| Arlen | 120 |\n| Mossby | 80 |\n| Tarn | 140 |\n"

CHECK = Check(
    id="table-ranking",
    kind="ranking",
    title="A ranking told of a table is not the one that its figures give",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"sheet.md": _TABLE.format("Arlen built the most boats.")}, expect="conflict"),
        Example(documents={"sheet.md": _TABLE.format("Tarn built the most boats.")}, expect=None),
        Example(
            documents={"sheet.md": _TABLE.format("Arlen built more boats than any other yard.")}, expect="conflict"
        ),
        Example(documents={"sheet.md": _TABLE.format("Tarn built more boats than any other yard.")}, expect=None),
        Example(documents={"sheet.md": _TABLE.format("Outside Tarn, Arlen built the most boats.")}, expect=None),
        Example(
            documents={"sheet.md": _TABLE.format("More boats were built in Mossby than in Arlen.")}, expect="conflict"
        ),
        Example(
            documents={"sheet.md": _TABLE.format("The two largest yards by boats were Arlen and Mossby.")},
            expect="conflict",
        ),
    ),
)
