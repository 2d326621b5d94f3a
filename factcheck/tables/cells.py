"""Tables as rows and columns: what names them, the time that a name gives, and the numbers in their cells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from factcheck.checking import Study, evidence_at
from factcheck.language.calendar import MONTH_NAMES
from factcheck.language.concepts import concept_of, measure_of, verb_base
from factcheck.language.currencies import CURRENCY
from factcheck.language.nouns import singular
from factcheck.language.units import SIGNS, WORDS
from factcheck.records.document import Block
from factcheck.records.finding import Evidence

TOTALS = re.compile(
    r"\W*(?:(?:sub-?|grand )?total|sum|all|altogether|together|in all|overall|combined|whole|year|full year|average"
    r"|mean|median|national|nationwide|country)\b|.*\b(?:total|average|mean)\W*$",
    re.IGNORECASE,
)
"""What the name of a row or column is like that sums up the others."""
OF_WHICH = re.compile(
    r"\W*(?:(?:of|in|out of|among|amongst)[- ](?:which|whom|this|these|them)\b|of\b|including\b|includes?\b|incl\b"
    r"|thereof\b)|\s*[-–—•·]",
    re.IGNORECASE,
)
"""How the name of a row begins that is a part of the row above."""

_NUMBER = re.compile(
    r"(?P<open>\()?(?P<sign>[+\-–−±])?\s?(?P<money>(?:US|AU?|CA?|NZ|HK|R|S)?\$|[£€¥₹]|[A-Z]{3}\s)?\s?(?P<minus>[\-–−])?"
    r"(?P<number>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}|\d{1,15}(?:\.\d+)?)\s?"
    r"(?P<scale>(?:k|m|bn|tn|thousand|million|billion|trillion)\b)?\s?(?P<unit>%|per cent|percent|pp|p\.p\.)?"
    r"(?P<close>\))?"
    r"(?P<marks>(?:\s?(?:\[\w{1,2}\]|\([a-z]\)|[*†‡§¶#¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜ]+|[rpe]\b)){0,3})"
)
_SCALES = {
    "k": 1e3, "thousand": 1e3, "000": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "million": 1e6,
    "bn": 1e9, "billion": 1e9, "tn": 1e12, "trillion": 1e12,
}  # fmt: skip
_SCALED = re.compile(
    r"(?:(?P<words>\b(?:thousand|million|billion|trillion)s?\b)|(?P<noughts>[’'‘]000s?\b|(?<![\d,.])000s?\b)"
    r"|(?:(?<=[$£€¥₹])\s?|(?<=[$£€¥₹]\s)|(?<=\b[A-Z]{3}\s))(?P<short>m|mn|mln|mio|bn|tn|k)\b"
    r"|(?<=[(\[])(?P<lone>bn|mn|mln|m(?= [a-z])|bn(?= [a-z]))\b)",
)
_SHARE = re.compile(
    r"%|\bper\s?cent\b|\bpercent(?:age)?\b|(?<!per )(?<!per ordinary )\bshare\b(?! (?:price|capital))", re.IGNORECASE
)
_HUNDREDTHS = re.compile(r"[(\[](?:in )?(?:(?P<pence>pence|p)|(?:euro |US )?cents?|c)[)\]]|, pence$", re.IGNORECASE)
"""What says that a row or column of a table in pounds or dollars is in pence or cents."""
_BRACKETS = re.compile(r"(?<!\s)\s*[(\[](?P<inside>[^()\[\]]{1,40})[)\]]")
_STAGE = re.compile(
    r"\b(?:provisional|preliminary|final|revised|restated|adjusted|estimated?s?|forecasts?|projected|projections?|planned"
    r"|budget(?:ed)?|targets?|interim|audited|unaudited|unadjusted|approved)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:change|growth|increase|decrease|difference|variation|trend|rise|fall|gain|loss)\b|[±Δ]|\+/-", re.I
)
_MARKS = re.compile(r"(?:\s?(?:\[\w{1,2}\]|[*†‡§¶#¹²³⁴⁵⁶⁷⁸⁹]{1,3})){1,3}$")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_EMPTY = frozenset(
    "the a an of in on by for from to at and or with as per its their his her our this that these those no number "
    "total all each every de la us million billion thousand trillion mn bn thousands millions billions percent cent "
    "percentage share value amount figure year yearly annual month monthly quarter end type name other others".split()
)
_IN_THE_END = re.compile(r"\b(?:in the end|at the end of the day|(?:in|at) the final count|all told)\b", re.IGNORECASE)
_SAME = {
    "fatal": "death", "inhabitant": "population", "outturn": "spending", "expenditure": "spending", "actual": "final",
    "eventual": "final", "eventually": "final", "ultimate": "final", "ultimately": "final", "finally": "final",
}  # fmt: skip
"""Words of headings, and of sentences, that say the same there."""
_MONTHS = [name.lower() for name in MONTH_NAMES]
_YEAR = r"(?:19|20)\d\d"
_TIMES = re.compile(
    rf"(?P<span>\b{_YEAR}[/–-](?:{_YEAR}|\d\d)\b)|(?P<year>(?<![\d,.£$€]){_YEAR}(?!\d|,\d|%|\.\d))"
    r"|\bFY ?['’]?(?P<fiscal>\d\d)\b"
    r"|\b(?P<quarter>[Qq][1-4]|[1-4]Q|[Hh][12]|[12]H)(?![\w])"
    r"|\b(?P<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[ -](?P<part>quarter|half)"
    rf"|\b(?P<month>(?i:{'|'.join(name for name in _MONTHS if name not in ('may', 'march'))})|March|May)\b"
    r"|\b(?P<short>Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_NTH = {"first": "1", "second": "2", "third": "3", "fourth": "4"}
_FEWEST = 2
_CAPTION_REACH = 3
_LONGEST_CAPTION = 200


@dataclass(frozen=True)
class Value:
    """A cell's number in full: as printed times its scale; `half` is how far rounding may have moved it."""

    number: float
    half: float
    written: str
    share: bool = False
    currency: str | None = None
    scaled: bool = False
    """Whether a heading or the cell says its scale."""
    signed: bool = False

    @property
    def low(self) -> float:
        """The least that it may be."""
        return self.number - self.half

    @property
    def high(self) -> float:
        """The most that it may be."""
        return self.number + self.half


@dataclass(frozen=True)
class Label:
    """The name of a row or column: without unit and marks, its words folded, the time that it gives."""

    name: str
    keys: frozenset[str]
    times: frozenset[str]
    full: str
    share: bool = False
    change: bool = False
    units: frozenset[str] = frozenset()
    """The units of measurement that it names, by their codes."""

    @property
    def is_total(self) -> bool:
        """Whether it sums up the others."""
        return TOTALS.match(self.name) is not None


@dataclass(frozen=True)
class Cell:
    """A cell below the headings, by the numbers of its row and column."""

    row: int
    column: int
    start: int
    end: int
    words: str
    value: Value | None


@dataclass(frozen=True)
class Table:
    """A table of a document: `stub` is the heading over the names of its rows, `caption` what stands above it."""

    study: Study
    start: int
    end: int
    caption: str
    number: str | None
    stub: Label
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    cells: Mapping[tuple[int, int], Cell] = field(hash=False)
    starts: tuple[int, ...] = ()
    """Where each row begins."""

    @cached_property
    def about(self) -> Label:
        """What its caption says of all of it."""
        return label(self.caption)

    def value(self, row: int, column: int) -> Value | None:
        """The number in a cell, where there is one."""
        cell = self.cells.get((row, column))
        return cell.value if cell else None

    def of_row(self, row: int) -> list[Cell]:
        """The cells of a row, in order."""
        return [self.cells[row, column] for column in range(len(self.columns)) if (row, column) in self.cells]

    def of_column(self, column: int) -> list[Cell]:
        """The cells of a column, in order."""
        return [self.cells[row, column] for row in range(len(self.rows)) if (row, column) in self.cells]

    @cached_property
    def plain_rows(self) -> tuple[int, ...]:
        """The rows that are neither totals nor parts of others."""
        return tuple(place for place, row in enumerate(self.rows) if not row.is_total and not OF_WHICH.match(row.full))

    def shown(self, cell: Cell, whole: bool = False) -> Evidence:
        """A cell with the name of its row and what stands between; `whole`: the row to its end."""
        end = self.of_row(cell.row)[-1].end if whole else cell.end
        return evidence_at(self.study, self.starts[cell.row], end, value=cell.words.strip() or None, widen=False)

    def is_numeric(self, column: int) -> bool:
        """Whether all plain rows but a few have a number in it."""
        filled = sum(self.value(row, column) is not None for row in self.plain_rows)
        return filled >= _FEWEST and filled * 4 >= len(self.plain_rows) * 3


def tables_in(study: Study) -> Iterator[Table]:
    """The tables of a document that have headings over their columns."""
    blocks, at = study.document.blocks, 0
    while at < len(blocks):
        if blocks[at].kind != "table-cell":
            at += 1
            continue
        first = at
        while at < len(blocks) and blocks[at].kind == "table-cell" and not (at > first and _opens(blocks, at)):
            at += 1
        table = _table(study, first, at)
        if table is not None:
            yield table


def _is_stub(blocks: Sequence[Block], at: int, text: str) -> bool:
    """Whether a cell without headings names its row: the next has its words for the name of its row."""
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    return after is not None and after.row is not None and after.row == text[blocks[at].start : blocks[at].end]


def _opens(blocks: Sequence[Block], at: int) -> bool:
    """Whether headings follow a table's last row, so that another table begins."""
    here, before = blocks[at], blocks[at - 1]
    bare = here.row is None and here.column is None
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    more = after is not None and after.kind == "table-cell" and after.row is None and after.column is None
    return bare and more and (before.row is not None or before.column is not None)


def _table(study: Study, first: int, stop: int) -> Table | None:
    text, blocks = study.document.text, study.document.blocks[first:stop]
    heads = 0
    while heads < len(blocks) and blocks[heads].row is None and blocks[heads].column is None:
        if _is_stub(blocks, heads, text):
            break
        heads += 1
    body = blocks[heads:]
    names = list(dict.fromkeys(block.column for block in body if block.row is not None and block.column))
    stub_name = next((block.column for block in body if block.row is None and block.column), None)
    if not heads or not names:
        return None
    caption = _caption(study, first)
    whole = f"{caption} {stub_name or ''}"
    columns = tuple(label(name) for name in names)
    rows: list[Label] = []
    starts: list[int] = []
    cells: dict[tuple[int, int], Cell] = {}
    twice: set[tuple[int, int]] = set()
    for place, block in enumerate(body):
        words = text[block.start : block.end]
        begins = block.column == stub_name if stub_name else _is_stub(body, place, text)
        if begins and block.row is None:
            rows.append(label(words))
            starts.append(block.start)
            continue
        if not rows or block.column not in names:
            continue
        column = names.index(block.column)
        if block.row is not None and rows[-1].full != " ".join(block.row.split()):
            continue
        key = (len(rows) - 1, column)
        if key in cells:
            twice.add(key)
        value = number_of(words, block.column, block.row or "", whole)
        cells[key] = Cell(*key, block.start, block.end, words, value)
    kept = {key: cell for key, cell in cells.items() if key not in twice}
    if len(rows) < _FEWEST or not kept:
        return None
    numbered = re.search(r"\b[Tt]able ([A-Z]?\d{1,2}(?:\.\d{1,2})?[a-z]?)\b", caption)
    return Table(
        study, blocks[0].start, blocks[-1].end, caption, numbered[1] if numbered else None,
        label(stub_name or ""), tuple(rows), columns, kept, tuple(starts),
    )  # fmt: skip


def _caption(study: Study, first: int) -> str:
    """The caption, heading or short line right above a table."""
    document = study.document
    for block in reversed(document.blocks[max(first - _CAPTION_REACH, 0) : first]):
        if block.kind == "table-cell":
            return ""
        words = document.text[block.start : block.end]
        titled = block.kind in ("caption", "heading") or re.match(r"(?:Table|Box|Annex|Appendix) \w", words)
        if titled and len(words) <= _LONGEST_CAPTION:
            return words
        if block.kind == "paragraph" and len(words) <= 100 and words[-1:] not in ".!?":
            return words
        return ""
    return ""


def number_of(words: str, column: str, row: str, whole: str) -> Value | None:
    """The number that is all of a cell, with the scale and unit that it or a heading says."""
    match = _NUMBER.fullmatch(words.strip())
    if match is None or (match["open"] and not match["close"]):
        return None
    digits = re.sub(r"[^\d.]", "", match["number"])
    places = len(digits.partition(".")[2])
    scale, scaled = 1.0, False
    small = _HUNDREDTHS.search(column) or _HUNDREDTHS.search(row)
    share = match["unit"] is not None or (_SHARE.search(f"{column} {row}") is not None and not match["money"])
    if match["scale"]:
        scale, scaled = _SCALES[match["scale"]], True
    elif small and not share:
        scale, scaled = 0.01, True
    elif not share:
        for heading in (column, row, whole):
            found = _SCALED.search(heading)
            if found:
                word = found["words"] or found["noughts"] or found["short"] or found["lone"]
                scale, scaled = _SCALES[word.strip("’'‘").rstrip("s")], True
                break
    negative = bool(match["open"]) or (
        (match["sign"] or match["minus"] or "") in ("-", "–", "−") and bool(match["sign"] or match["minus"])
    )
    money = (match["money"] or "").strip() or None
    if money is None and not share:
        signs = [found.group() for heading in (column, row, whole) if (found := CURRENCY.search(heading))]
        money = signs[0] if signs else "£" if small and small["pence"] else None
    number = float(digits) * scale
    return Value(
        -number if negative else number, 10**-places * scale / 2, words.strip(), share, money, scaled,
        bool(match["sign"] or match["minus"] or match["open"]),
    )  # fmt: skip


@lru_cache(maxsize=8192)
def label(full: str) -> Label:
    """The name of a row or column, taken apart."""
    plain = _MARKS.sub("", " ".join(full.split()))
    name = _BRACKETS.sub(_kept, plain).strip() or plain
    return Label(
        name, keys_of(name), times_of(plain), " ".join(full.split()),
        _SHARE.search(plain) is not None, _CHANGE.search(plain) is not None, _units_of(plain),
    )  # fmt: skip


_ALSO_WORDS = frozenset({"in", "st", "min", "bar", "MP", "PS", "GB", "mb", "cal", "amp"})
"""Signs of units that also mean something else, as single letters do: "sold in 2024", "MPs", millions, "men's"."""


def _units_of(words: str) -> frozenset[str]:
    if CURRENCY.search(words):
        return frozenset()
    named = re.findall(r"[^\W\d]+[²³]?|°[CF]", words)
    told = (word for word in named if (word not in _ALSO_WORDS and len(word) > 1) or f"({word})" in words)
    found = (SIGNS.get(word) or WORDS.get(word.lower()) for word in told)
    return frozenset(code for code in found if code)


def _kept(match: re.Match[str]) -> str:
    """What of words in brackets belongs to a name: those that are no unit and no time."""
    first = match["inside"].strip().split()[0] if match["inside"].strip() else ""
    bracket = match.group().strip()
    unit = CURRENCY.search(match["inside"]) or _SCALED.search(bracket) or _SHARE.search(first)
    unit = unit or _HUNDREDTHS.fullmatch(bracket)
    known = unit or first in SIGNS or first.lower() in WORDS or not re.search(r"[^\W\d_]{3}", match["inside"])
    return "" if known else f" {match['inside']}"


def stages_of(words: str) -> frozenset[str]:
    """The words that say at what stage figures are: provisional, final, planned."""
    return frozenset(match.group().lower().rstrip("s") for match in _STAGE.finditer(words))


@lru_cache(maxsize=16384)
def key_of(word: str) -> str:
    """A word as it is matched: the same for noun and verb, one and many."""
    word = word.lower().replace("’", "'").removesuffix("'s")
    found = concept_of(word) or concept_of(singular(word)) or verb_base(measure_of(word) or singular(word))
    return _SAME.get(found, found)


@lru_cache(maxsize=16384)
def keys_of(words: str) -> frozenset[str]:
    """The words of a phrase as they are matched, those that tell nothing and those of time left out."""
    plain = _IN_THE_END.sub(" final ", _TIMES.sub(" ", words))
    found = (word.lower() for word in _WORD.findall(plain))
    return frozenset(key_of(word) for word in found if word not in _EMPTY and len(word) > 1)


@lru_cache(maxsize=16384)
def times_of(words: str) -> frozenset[str]:
    """The years, quarters, halves and months that words name: "2022", "2021/22", "q4", "march"."""
    found: set[str] = set()
    for match in _TIMES.finditer(words):
        if match["span"]:
            first, last = re.findall(r"\d+", match["span"])
            found.add(f"{first}/{last[-2:]}")
        elif match["year"]:
            found.add(match["year"])
        elif match["fiscal"]:
            found.add(f"20{match['fiscal']}")
        elif match["quarter"]:
            found.add("".join(sorted(match["quarter"].lower(), reverse=True)))
        elif match["nth"]:
            found.add(f"{'q' if match['part'] == 'quarter' else 'h'}{_NTH[match['nth'].lower()]}")
        elif match["month"]:
            found.add(match["month"].lower())
        else:
            short = match["short"].lower()[:3]
            found.add(next(name for name in _MONTHS if name.startswith(short)))
    return frozenset(found)
