"""A text says how many of something a table lists, and the table has more or fewer rows.

It reads sentences that point to a table of the same document ("fourteen witnesses, whose names are given in Annex 2",
"eight buildings were added; they are set out in the table below") and count what its rows are, by the heading of its
first column or by its caption. It stays silent where only some are said to be listed, where another count beside it
fits, and on rows for totals and parts.

What settles it: which row is missing or too many, or the number.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.reckoning.figures import Figure, figures_in
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step
from factcheck.tables.cells import Table, key_of, keys_of, tables_in
from factcheck.tables.tabled import PROSE

_NUMBERED = re.compile(
    r"\b(?P<what>[Tt]able|[Aa]nnex|[Aa]ppendix|[Bb]ox|[Ss]chedule)\s(?P<number>[A-Z]?\d{0,2}[A-Z]?)\b"
)
_BELOW = re.compile(
    r"\b(?:(?:table|list) (?:below|above|that follows)|(?:following|next) (?:table|list)"
    r"|(?:listed|set out|given|shown) below)\b"
)
_SOME = re.compile(
    r"\b(?:some|main(?:ly)?|largest|biggest|most|selected|selection|examples?|includ(?:es?|ing)|such as|not all|those"
    r"|top|leading|other|others|rest|first|last|another|further|at least|more than|over|about|only|of which|planned"
    r"|will)\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\s(?:[a-z][\w-]+ ){0,1}?(?P<noun>[a-z][\w-]+)\b")
_FEWEST, _FAR = 3, 2.0
_NEAR = 400
"""Characters between a sentence and a table that it calls the one below."""


@dataclass(frozen=True)
class _Counted:
    """A count of what a table's rows are."""

    sentence: Sentence
    figure: Figure
    noun: str


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The counts that the rows of a table do not make."""
    tables = list(tables_in(study))
    for block, group in groupby(study.document.sentences, key=lambda one: one.block) if tables else ():
        if study.document.blocks[block].kind in PROSE:
            sentences = list(group)
            text = study.document.text[sentences[0].start : sentences[-1].end]
            for table in tables if _NUMBERED.search(text) or _BELOW.search(text) else ():
                yield from _of_paragraph(study, sentences, table)


def _of_paragraph(study: Study, sentences: Sequence[Sentence], table: Table) -> Iterator[Finding]:
    pointing = [place for place, sentence in enumerate(sentences) if _points(study, sentence, table)]
    if not pointing:
        return
    kinds = keys_of(table.stub.name) | table.about.keys
    counts = [item for sentence in sentences for item in _counts(study, sentence, kinds)]
    rows = [row for row in table.plain_rows if table.of_row(row)]
    fitting = {len(rows), len(table.rows), len({table.rows[row].name for row in rows})}
    if len(rows) < _FEWEST or any(item.figure.value in fitting for item in counts):
        return
    near = {sentences[place] for at in pointing for place in (at, at - 1) if place >= 0}
    told = [item for item in counts if item.sentence in near]
    if len(told) == 1 and max(told[0].figure.value, len(rows)) <= _FAR * min(told[0].figure.value, len(rows)):
        last = sentences[pointing[-1]].end
        if not _SOME.search(study.document.text, told[0].sentence.start, max(told[0].sentence.end, last)):
            yield _finding(study, table, told[0], rows)


def _points(study: Study, sentence: Sentence, table: Table) -> bool:
    text = study.document.text
    for match in _NUMBERED.finditer(text, sentence.start, sentence.end):
        if re.match(rf"{match['what']}\s{match['number']}\b", table.caption, re.IGNORECASE):
            return True
    below = _BELOW.search(text, sentence.start, sentence.end)
    return below is not None and 0 <= table.start - sentence.end <= _NEAR


def _counts(study: Study, sentence: Sentence, kinds: frozenset[str]) -> Iterator[_Counted]:
    text = study.document.text
    for figure in figures_in(study, sentence.start, sentence.end):
        match = _COUNTED.match(text, figure.end)
        plain = figure.dimension == "count" and figure.low == figure.high and figure.value > 1 and not figure.change
        if match and plain and not re.search(r"\d[.,]\d", text[figure.start : figure.end]):
            noun = key_of(match["noun"])
            if noun in kinds:
                yield _Counted(sentence, figure, match["noun"])


def _finding(study: Study, table: Table, counted: _Counted, rows: Sequence[int]) -> Finding:
    said = f"{study.document.text[counted.figure.start : counted.figure.end]} {counted.noun}"
    return finding(
        CHECK,
        fact=(study.source.id, table.caption, said),
        verdict="conflict",
        message=f"“{said}” is stated; the table that it points to has {len(rows)} rows.",
        sides=(
            [evidence_at(study, counted.figure.start, counted.figure.end, value=said)],
            [table.shown(table.of_row(row)[0]) for row in rows],
        ),
        steps=(Step(code="rows-counted", text=f"The table has {len(rows)} rows without totals."),),
        settle="Which row is missing or too many, or is the number wrong?",
        weight=0.7,
    )


_TABLE = (
    "{} They are set out in the table below.\n\n| Mill | Built | Town |\n|---|---|---|\n| Arlen | 1871 | Rowe |\n"
    "| Mossby | 1902 | Rowe |\n| Tarn | 1880 | Wick |\n"
)

CHECK = Check(
    id="table-rows",
    kind="enumeration",
    title="A table that a text points to has more or fewer rows than it says",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"sheet.md": _TABLE.format("Four mills were listed.")}, expect="conflict"),
        Example(documents={"sheet.md": _TABLE.format("Three mills were listed. Four mills were not.")}, expect=None),
        Example(documents={"sheet.md": _TABLE.format("The main ones of four mills were listed.")}, expect=None),
    ),
)
