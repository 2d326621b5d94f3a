"""The text counts rows of a table for which something holds, and the table has more or fewer of them.

It reads sentences such as "six of the nine sites failed", "deaths fell in all but two districts", "visitor numbers rose
in every month", "four stations had more than 40 degrees", "none of the projects kept to its budget" beside a table of
the same document whose rows are what is counted, and counts: rows that rose or fell from one column to the next, that
are above or below a figure, that spent more than was planned, or in which a word stands. It stays silent where the
rows counted are a part, where columns or times may be others, and on what it cannot read from the cells.

What settles it: the rows of the table.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.language.calendar import MONTHS
from factcheck.language.concepts import verb_base
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step
from factcheck.tables.cells import Label, Table, Value, key_of, keys_of, tables_in
from factcheck.tables.columns import NUMBERS, column_of, is_whole, numeric, values_of
from factcheck.tables.tabled import PROSE, Rows, told_in
from factcheck.tables.times import neighbours

_N = "|".join([*list(NUMBERS)[1:], r"\d{1,3}"])
_COUNT = re.compile(
    rf"(?<![\w-])(?:(?P<but>all but (?P<left>{_N}))(?: of)?(?: the)?(?: (?P<of1>{_N}))?"
    rf"|(?P<part>{_N}|half|none|all) (?:of )?the(?: (?P<of2>{_N}))?"
    rf"|(?P<every>every|each)|(?P<all>all)(?: (?P<of3>{_N}))?|(?P<no>no|none|neither|not one of the)|(?P<plain>{_N})) "
    r"(?P<noun>[a-z][\w-]+)\b(?! than\b)",
    re.IGNORECASE,
)
_UP = re.compile(
    r"\b(?:rose|risen|rise|rises|increased|grew|grown|went up|gone up|climbed|gained|higher|up|expanded|more)\b"
    r"(?! (?:to|than \d))"
)
_DOWN = re.compile(
    r"\b(?:fell|fallen|fall|falls|decreased|declined|dropped|went down|gone down|shrank|shrunk|lower|down|lost)\b"
    r"(?! to)"
)
_ABOVE = re.compile(
    r"\b(?:more than|over|above|at least|exceed(?:ed|s|ing)?|beat|beats|top(?:ped|s)|higher than|upwards? of"
    r"|greater than)\b"
)
_BELOW = re.compile(r"\b(?:less than|fewer than|below|under|lower than|short of|at most)\b")
_OVERSPENT = re.compile(
    r"\b(?:overspen[dt]\w*|over budget|went over|ran over"
    r"|exceed(?:ed|s) (?:its|their|the) (?:budgets?|plans?|estimates?|targets?)"
    r"|(?:cost|spent) more than (?:planned|budgeted|approved|agreed|expected|estimated))\b"
)
_KEPT = re.compile(
    r"\b(?:kept (?:to|within)|stayed within|came in (?:on|under|below|within)|remained within|within|met|on)"
    r" (?:its |their |the )?budgets?\b"
    r"|\bunderspen[dt]\w*\b"
)
_PLAN = frozenset(
    {"budget", "plan", "target", "estimate", "approval", "allocation", "allocated", "planned", "forecast"}
)
_REAL = frozenset({"spending", "final", "actual", "outturn", "real", "expenditure", "spent", "payment", "result"})
_OTHERS = re.compile(
    r"\b(?:other|another|further|more|remaining|only|first|last|main|major|new|additional|at least|least|some)$"
)
_WHOLE = re.compile(r"\b(?:the|these|those|all|its|their|our|both) $", re.IGNORECASE)
_OF_THEM = re.compile(rf"(?: [\w-]+){{0,4}}, (?P<count>{_N}|none)(?= [a-z])(?! (?:years?|months?|days?|per|of)\b)")
"""What is counted of those counted before: "Of the eight bridges inspected, four were poor"."""
_SAVE = re.compile(r" (?:except|but|apart from|bar|save|other than)(?: for)? ")
_MOST_WORDS = 4

Holds = Callable[[int], bool | None]


@dataclass(frozen=True)
class _Claim:
    """A count of rows told in a sentence: how many of how many, of what."""

    match: re.Match[str]
    noun: str
    number: int | None
    """Null for all but `left`, none and every: see `expected`."""
    left: int | None = None
    half: bool = False
    whole: int | None = None

    def expected(self, rows: int) -> float:
        """How many rows it says."""
        if self.half:
            return rows / 2
        return rows - self.left if self.left is not None else float(self.number or 0)


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The counts that the tables do not give."""
    tables = [table for table in tables_in(study) if len(table.plain_rows) > 1]
    kinds: dict[str, list[Table]] = {}
    for table in tables:
        for kind in _kinds(table):
            kinds.setdefault(kind, []).append(table)
    for block, sentences in groupby(study.document.sentences, key=lambda one: one.block) if tables else ():
        if study.document.blocks[block].kind in PROSE:
            for sentence in sentences:
                for claim in _claims(study, sentence):
                    fitting = kinds.get(claim.noun, ())
                    near = [table for table in fitting if claim.whole in (None, len(table.plain_rows))]
                    if len(near) == 1:
                        yield from _checked(study, sentence, near[0], claim)


def _claims(study: Study, sentence: Sentence) -> Iterator[_Claim]:
    text = study.document.text
    for match in _COUNT.finditer(text, sentence.start, sentence.end):
        noun = key_of(match["noun"])
        whole = next((_number(match[name]) for name in ("of1", "of2", "of3") if match[name]), None)
        lead = text[max(match.start() - 12, sentence.start) : match.start()]
        if match["plain"] and _WHOLE.search(lead):
            counted = _OF_THEM.match(text, match.end(), sentence.end)
            if counted is not None:
                yield _Claim(match, noun, _number(counted["count"]), whole=_number(match["plain"]))
            continue
        if _OTHERS.search(text[max(match.start() - 12, sentence.start) : match.start()].rstrip()):
            continue
        if match["but"]:
            yield _Claim(match, noun, None, left=_number(match["left"]), whole=whole)
        elif match["every"] or match["all"] or (match["part"] or "").lower() == "all":
            yield _Claim(match, noun, None, left=0, whole=whole)
        elif match["no"] or (match["part"] or "").lower() == "none":
            yield _Claim(match, noun, 0, whole=whole)
        elif (match["part"] or "").lower() == "half":
            yield _Claim(match, noun, None, half=True, whole=whole)
        elif match["part"] and (whole is not None or " of the" in match.group()):
            yield _Claim(match, noun, _number(match["part"]), whole=whole)
        elif match["plain"] and not text.startswith(" of ", match.end()):
            yield _Claim(match, noun, _number(match["plain"]))


def _number(word: str) -> int:
    return int(word) if word.isdigit() else 0 if word == "none" else NUMBERS[word.lower()]


def _kinds(table: Table) -> frozenset[str]:
    """What a table's rows are, as sentences may count them."""
    rows = [table.rows[row] for row in table.plain_rows]
    kinds = keys_of(table.stub.name)
    if all(any(name in MONTHS for name in label.times) for label in rows):
        return kinds | {"month"}
    years = all(len(label.times) == 1 and not label.keys for label in rows)
    return kinds | {"year"} if years else kinds


def _checked(study: Study, sentence: Sentence, table: Table, claim: _Claim) -> Iterator[Finding]:
    text = study.document.text
    start, end = _clause(text, sentence, claim)
    spared = _spared(study, table, claim, end)
    if spared is not None:
        claim, end = replace(claim, left=len(spared)), claim.match.end()
    if not is_whole(study, sentence, start, end, table, (), moving=True) and not _NONE.match(claim.match.group()):
        return
    for said, holds in _predicates(study, sentence, table, claim, start, end):
        judged = {row: holds(row) for row in table.plain_rows}
        if any(value is None for value in judged.values()):
            continue
        rows = [row for row, value in judged.items() if value]
        if len(rows) != claim.expected(len(judged)):
            yield _finding(study, table, claim, said, rows)
        return


_NONE = re.compile(r"(?:no|none|neither|not one)\b", re.IGNORECASE)
_CUT = re.compile(r"[;:()]|\s[–—]\s|,(?= (?:and|but|while|whereas|with)\b)|\b(?:while|whereas)\b")


def _clause(text: str, sentence: Sentence, claim: _Claim) -> tuple[int, int]:
    cuts = [
        sentence.start,
        *(match.start() for match in _CUT.finditer(text, sentence.start, sentence.end)),
        sentence.end,
    ]
    place = max(number for number, cut in enumerate(cuts[:-1]) if cut <= claim.match.start())
    return cuts[place], cuts[place + 1]


def _predicates(
    study: Study, sentence: Sentence, table: Table, claim: _Claim, start: int, end: int
) -> Iterator[tuple[str, Holds]]:
    """What a clause says of the rows that it counts, as far as it can be read from cells."""
    text = study.document.text
    words = f"{text[start : claim.match.start()]} … {text[claim.match.end() : end]}"
    spent, kept = _OVERSPENT.search(words), _KEPT.search(words)
    pair = _planned(table)
    if pair is not None and (spent or kept):
        yield (spent or kept).group(), _against(table, *pair, over=spent is not None)  # type: ignore[union-attr]
        return
    limit = _limit(study, sentence, table, start, end)
    if limit is not None:
        yield limit
        return
    up, down = _UP.search(words), _DOWN.search(words)
    if (up is None) != (down is None) and not _ABOVE.search(words) and not _BELOW.search(words):
        moved = _moved(table, words, up=up is not None)
        if moved is not None:
            yield (up or down).group(), moved  # type: ignore[union-attr]
        return
    yield from _worded(table, words)


def _spared(study: Study, table: Table, claim: _Claim, end: int) -> set[int] | None:
    """The rows that do not count: "all regions except the south"."""
    save = _SAVE.match(study.document.text, claim.match.end(), end) if claim.left == 0 else None
    marks = Rows([table]).marks(study, save.end(), end).get(0, []) if save else []
    return {mark.row for mark in marks} or None


def _planned(table: Table) -> tuple[int, int] | None:
    """The column of what was planned and that of what came of it."""
    columns = numeric(table)
    plans = [column for column in columns if table.columns[column].keys & _PLAN]
    real = [column for column in columns if table.columns[column].keys & _REAL and column not in plans]
    return (plans[0], real[0]) if len(plans) == len(real) == 1 else None


def _against(table: Table, plan: int, real: int, over: bool) -> Holds:
    def holds(row: int) -> bool | None:
        planned, spent = table.value(row, plan), table.value(row, real)
        if planned is None or spent is None:
            return None
        return spent.number > planned.number if over else spent.number <= planned.number

    return holds


def _limit(study: Study, sentence: Sentence, table: Table, start: int, end: int) -> tuple[str, Holds] | None:
    """ "More than 40 degrees": the rows above or below a figure."""
    text = study.document.text
    above, below = _ABOVE.search(text, start, end), _BELOW.search(text, start, end)
    match = above or below
    if match is None or (above and below):
        return None
    told = [item for item in told_in(study, sentence) if item.figure.end > match.end() and item.figure.start < end]
    if not told or told[0].figure.start - match.end() > 40:
        return None
    figure = told[0].figure
    least = figure.value
    shares = figure.dimension == "share"
    fitting = [column for column in numeric(table) if any(
        cell.value is not None and cell.value.share == shares for cell in table.of_column(column))]  # fmt: skip
    column = fitting[0] if len(fitting) == 1 else column_of(table, text[start:end], (), None)
    values = values_of(table, column) if column is not None else None
    if values is None or column not in fitting or least <= 0:
        return None
    found: dict[int, Value] = values
    if (
        not min(value.number for value in found.values()) / 10
        <= least
        <= max(value.number for value in found.values()) * 10
    ):
        return None
    equal = match.group() in ("at least", "at most")

    def holds(row: int) -> bool | None:
        number = found[row].number
        return (
            (number > least or (equal and number == least))
            if above
            else (number < least or (equal and number == least))
        )

    return text[match.start() : figure.end], holds


def _moved(table: Table, words: str, up: bool) -> Holds | None:
    """Rows that rose or fell from the one column to the next of the same measure, or by a column of changes."""
    said = keys_of(words)
    pairs = [pair for pair in neighbours(table.columns) if all(column in numeric(table) for column in pair)]
    named = [pair for pair in pairs if _is_meant(table.columns[pair[0]], said)]
    times = {item for label in table.columns for item in label.times}
    told = {item for item in times if re.search(rf"\b{re.escape(item)}\b", words.lower())}
    if len(named) != 1 or not told <= table.columns[named[0][0]].times | table.columns[named[0][1]].times:
        return None
    earlier, later = named[0]

    def holds(row: int) -> bool | None:
        one, other = table.value(row, earlier), table.value(row, later)
        if one is None or other is None:
            return None
        return other.number > one.number if up else other.number < one.number

    return holds


def _is_meant(label: Label, said: frozenset[str]) -> bool:
    return not label.keys or bool(label.keys & said)


def _worded(table: Table, words: str) -> Iterator[tuple[str, Holds]]:
    """Rows in which a word stands that the clause has for them: "failed", beside a column of "pass" and "fail"."""
    said = {verb_base(word) for word in re.findall(r"[a-z]+", words.lower())}
    for column in range(len(table.columns)):
        cells = {cell.row: cell for cell in table.of_column(column) if cell.row in table.plain_rows}
        kinds = {cell.words.strip().lower() for cell in cells.values()}
        if len(cells) != len(table.plain_rows) or not 1 < len(kinds) <= _MOST_WORDS or any(map(_has_digit, kinds)):
            continue
        keys = {verb_base(kind) for kind in kinds if " " not in kind}
        both = keys & said
        if len(keys) == len(kinds) and len(both) == 1:
            key = both.pop()
            yield key, lambda row, cells=cells, key=key: verb_base(cells[row].words.strip().lower()) == key  # type: ignore[misc]
            return


def _has_digit(words: str) -> bool:
    return any(map(str.isdigit, words))


def _finding(study: Study, table: Table, claim: _Claim, said: str, rows: Sequence[int]) -> Finding:
    names = ", ".join(table.rows[row].full for row in rows[:8]) or "none"
    count = claim.match.group()
    shown = rows or table.plain_rows[:4]
    return finding(
        CHECK,
        fact=(study.source.id, table.caption, count, said),
        verdict="conflict",
        message=f"The text says “{count}” ({said}); the table has {len(rows)} of {len(table.plain_rows)}.",
        sides=(
            [evidence_at(study, claim.match.start(), claim.match.end(), value=count)],
            [table.shown(table.of_row(row)[0], whole=True) for row in shown],
        ),
        steps=(Step(code="rows-counted", text=f"The rows for which it holds: {names}."),),
        settle="Which rows are counted, and by which column?",
        weight=0.7,
    )


_TABLE = (
    "{}\n\n| Yard | Boats 2021 | Boats 2022 | Test |\n|---|---|---|---|\n| Arlen | 120 | 132 | pass |\n"
    "| Mossby | 80 | 72 | fail |\n| Tarn | 40 | 51 | pass |\n| Wick | 20 | 15 | pass |\n"
)

CHECK = Check(
    id="table-count",
    kind="count",
    title="The text counts rows of a table, and the table has more or fewer",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"sheet.md": _TABLE.format("Three of the four yards built more boats.")}, expect="conflict"),
        Example(documents={"sheet.md": _TABLE.format("Two of the four yards built more boats.")}, expect=None),
        Example(documents={"sheet.md": _TABLE.format("All but two yards passed the test.")}, expect="conflict"),
        Example(documents={"sheet.md": _TABLE.format("All but one of the yards passed the test.")}, expect=None),
        Example(documents={"sheet.md": _TABLE.format("Output rose in every yard.")}, expect=None),
    ),
)
