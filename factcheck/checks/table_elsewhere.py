"""A text gives another figure than a table of another source.

It holds tables against the texts of other sources that tell of the same story: a sentence that names a row ("the Labour
Front took 44 seats") against the cell under the column that it names, for the same time. As within one document
(table-figure), what speaks for the cell is weighed, and more must speak for it here; so too a change that a sentence
tells and two cells of one row make out. Where the table gives no time,
both sources must be of the same days, since counts go on.

What settles it: which of the two has the figure from its origin, and as of which day.
"""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.checking import Archive, Check, Example, Study, finding
from factcheck.contexts.places import sentences_of
from factcheck.contexts.times import days_apart, issued
from factcheck.language.nouns import singular
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding
from factcheck.records.mention import QuantityMention
from factcheck.tables.cells import Table, tables_in
from factcheck.tables.cells_told import Clash, clashes
from factcheck.tables.tabled import PROSE, Rows

_LEAST, _LEAST_COMMON = 1.5, 1.8
"""What must speak for a cell: of a row that has a name, and of one called by a common noun."""
_DAYS = 3
_SHORTEST = 3


def run(archive: Archive, whole: Archive) -> Iterable[Finding]:
    """The figures of texts that differ from tables elsewhere."""
    for study in archive.holding(CHECK):
        tables = list(tables_in(study))
        rows = Rows(tables)
        for id in sorted(archive.related.near(study.source.id)) if tables else ():
            other = archive.studies[id]
            if other is study or not archive.asks(study.source.id, id):
                continue
            akin = archive.related.between(study.source.id, id) > 0
            for sentences in _paragraphs(tables, other):
                for clash in clashes(other, sentences, rows):
                    if (akin or clash.told.names(clash.table)) and _is_meant(clash) and not _is_told_there(clash):
                        yield _finding(clash)


def _paragraphs(tables: Sequence[Table], study: Study) -> Iterator[list[Sentence]]:
    """The paragraphs of a document that hold the name of a row."""
    text = study.document.text.lower()
    found: set[int] = set()
    forms = {form for table in tables for name in _names(table) for form in _forms(name)}
    for form in sorted(forms):
        at = text.find(form)
        while at >= 0:
            block = study.document.block_at(at)
            if block is not None and block.kind in PROSE:
                found.add(block.start)
            at = text.find(form, block.end if block is not None else at + 1)
    for start in sorted(found):
        block = study.document.block_at(start)
        if block is not None:
            yield list(sentences_of(study.document, block))


def _names(table: Table) -> Iterator[str]:
    """What rows may be found by: their names, and words in their cells."""
    yield from (table.rows[row].name.partition(" per ")[0] for row in table.plain_rows)
    yield from (cell.words for cell in table.cells.values() if cell.value is None and cell.words[:1].isupper())


def _forms(name: str) -> Iterator[str]:
    plain = name.lower()
    if len(plain) >= _SHORTEST:
        yield singular(plain) if " " not in plain else plain


def _is_meant(clash: Clash) -> bool:
    """Whether enough speaks for the cell, and both are of one time."""
    told, table = clash.told, clash.table
    if clash.row is None:
        return False
    label = table.rows[clash.row]
    times = label.times | table.columns[clash.column].times | table.about.times
    ours, theirs = issued(told.study), issued(table.study)
    near = ours is not None and theirs is not None and days_apart(ours, theirs) <= _DAYS
    years = {item for item in times if item[0].isdigit()}
    if not near and not (years and years <= told.times):
        return False
    proper = label.name[:1].isupper() and label.name in told.words and not told.words.startswith(label.name.split()[0])
    return clash.points >= (_LEAST if proper or " " in label.name else _LEAST_COMMON)


def _is_told_there(clash: Clash) -> bool:
    """Whether the table's own document tells in words the change that two cells make: the two texts are compared."""
    if clash.made_of is None:
        return False
    shares = (item.quantity for item in clash.table.study.seen(QuantityMention) if item.quantity.dimension == "share")
    return any(share.low <= clash.value.high and clash.value.low <= share.high for share in shares)


def _finding(clash: Clash) -> Finding:
    told, table = clash.told, clash.table
    row, column = table.rows[clash.row or 0].full, table.columns[clash.column].full
    return finding(
        CHECK,
        fact=(told.study.source.id, table.study.source.id, table.caption, row, column, told.written),
        verdict="possible-conflict",
        message=f"A text says {told.written}; a table elsewhere {clash.table_says}.",
        sides=clash.sides,
        steps=(clash.step,),
        settle="Which of the two has the figure from its origin, and as of which day?",
        weight=0.7,
    )


_TABLE = (
    "# Results\n\nBoats built by the yards of the coast, as the Harbour Board counts them.\n\n"
    "| Yard | Boats 2021 | Boats 2022 |\n|---|---|---|\n| Arlen | 412 | 387 |\n| Mossby | 80 | 92 |\n"
)

CHECK = Check(
    id="table-elsewhere",
    kind="quantity",
    title="A text gives another figure than a table of another source",
    reads=Archive,
    run=run,
    holds=lambda study: any(block.kind == "table-cell" for block in study.document.blocks),
    examples=(
        Example(
            documents={
                "table.md": _TABLE,
                "news": "The Harbour Board counts the boats of the coast. The yard at Arlen built 378 boats in 2022.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "table.md": _TABLE,
                "news": "The Harbour Board counts the boats of the coast. The yard at Arlen built 387 boats in 2022.",
            },
            expect=None,
        ),
        Example(
            documents={
                "table.md": _TABLE,
                "news": "The Harbour Board counts the boats of the coast. The yard at Arlen built 378 boats in 2020.",
            },
            expect=None,
        ),
    ),
)
