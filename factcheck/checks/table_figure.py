"""The text gives another figure than its table.

It looks for sentences that name a row of a table of the same document ("the rate in Tarn", "in March") or all of them
("the five mines", "a total of") with a figure, and chooses the column by its name, its time and its unit. A figure that
stands anywhere in the row, or follows from it, is right. What speaks for a cell being meant is weighed: that column and
time are named, that other figures of the sentence stand beside it, that the sentence points to the table, that the
figure differs by a slip of a digit. A change in per cent that is told with its new figure has to follow from the two
columns. It stays silent on plans, parts, other times, and where two cells may be meant.

What settles it: the source of the table.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby

from factcheck.checking import Archive, Check, Example, Study, finding
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding
from factcheck.tables.cells import tables_in
from factcheck.tables.cells_told import Clash, clashes
from factcheck.tables.tabled import PROSE, Rows

_LEAST = 1.3
"""What must speak for a cell, so that another figure is shown."""


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The figures that differ from their cells."""
    tables = list(tables_in(study))
    rows = Rows(tables)
    for sentences in _paragraphs(study) if tables else ():
        for clash in clashes(study, sentences, rows):
            if clash.points >= _LEAST:
                yield _finding(clash)


def _paragraphs(study: Study) -> Iterator[list[Sentence]]:
    for block, sentences in groupby(study.document.sentences, key=lambda sentence: sentence.block):
        if study.document.blocks[block].kind in PROSE:
            yield list(sentences)


def _finding(clash: Clash) -> Finding:
    told, table = clash.told, clash.table
    column = table.columns[clash.column].full
    row = f"“{table.rows[clash.row].full}”" if clash.row is not None else "all rows together"
    where = f"Table {table.number}" if table.number else "its table"
    return finding(
        CHECK,
        fact=(told.study.source.id, table.caption, column, row, told.written),
        verdict="conflict",
        message=f"The text says {told.written}; {where} {clash.table_says}.",
        sides=clash.sides,
        steps=(clash.step,),
        settle="Which of the two is right: the text or the table?",
        weight=0.75,
    )


_TABLE = (
    "{}\n\n| Yard | Boats 2021 | Boats 2022 |\n|---|---|---|\n| Arlen | 412 | 387 |\n| Mossby | 80 | 92 |\n"
    "| Tarn | 40 | 51 |\n"
)

CHECK = Check(
    id="table-figure",
    kind="quantity",
    title="The text gives another figure than its table",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"sheet.md": _TABLE.format("Arlen built 378 boats in 2022.")}, expect="conflict"),
        Example(documents={"sheet.md": _TABLE.format("Arlen built 387 boats in 2022.")}, expect=None),
        Example(documents={"sheet.md": _TABLE.format("Arlen built 378 boats in 2020.")}, expect=None),
        Example(
            documents={"sheet.md": _TABLE.format("In 2022 the three yards built a total of 503 boats.")},
            expect="conflict",
        ),
        Example(
            documents={"sheet.md": _TABLE.format("In 2022 the three yards built a total of 530 boats.")}, expect=None
        ),
        Example(documents={"sheet.md": _TABLE.format("Mossby built 92 boats, up 25 per cent.")}, expect="conflict"),
        Example(documents={"sheet.md": _TABLE.format("Mossby built 92 boats, up 15 per cent.")}, expect=None),
    ),
)
