"""The unit of a table's figures where its headings give it: "Exports (US$ million)", "Share, %", "Tonnes"."""

import re
from collections.abc import Iterator

from factcheck.language.currencies import CURRENCY
from factcheck.records.document import Block

FIGURE = re.compile(r"[+\-–−]?\d[\d.,’' ]*")
"""A cell that holds a number alone."""
MOST_WORDS = 3
"""Words of a heading that is a unit as a whole."""

_BRACKETS = re.compile(r"(?<!\s)\s*[(\[]\s?(?:in\s)?([^()\[\]]{1,40})[)\]]")
_STAGE = re.compile(
    r"(?:provisional|preliminary|final|revised|restated|estimated?|forecast|projected|planned|budget|target|interim"
    r"|audited|unaudited|unadjusted)",
    re.IGNORECASE,
)
_LAST = re.compile(r",\s(?:in\s)?([^,;()]{1,30})$")
_THOUSANDS = re.compile(r"[’']?\b0{3}s?\b|\b(?:in )?thousands?\b", re.I)
_SCALE = re.compile(r"\b(?:in )?(million|billion|trillion)s?\b", re.I)
_SHORT = re.compile(r"^\s?(m|mn|mio|bn|tn)\b", re.I)
_SHORTS = {"m": "million", "mn": "million", "mio": "million", "bn": "billion", "tn": "trillion"}


def spelled_out(block: Block, figure: str, money: str = "") -> Iterator[str]:
    """The figure of a cell with the unit that its headings may give it, as a sentence would; nearest heading first.

    `money` is what the table as a whole is in, of whose rows it holds that tell nothing else.
    """
    for unit in (*_units(block), *_of_table(block, money)):
        currency = CURRENCY.search(unit)
        before = currency.group() if currency else ""
        rest = unit.replace(before, " ", 1).strip() if before else unit
        rest = _SHORT.sub(lambda short: _SHORTS[short[1].lower()], rest) if before else rest
        rest = _SCALE.sub(lambda scale: scale[1].lower(), _THOUSANDS.sub("thousand", rest))
        if not any(map(str.isdigit, rest)):
            gap = " " if len(before) == 3 and before.isalpha() else ""
            yield f"{before}{gap}{figure}{'' if rest.startswith('%') else ' '}{rest}".rstrip()


def names_unit(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a heading or caption only names the unit, in brackets: "(US$ million)", "('000)"."""
    opened = text[max(0, start - 12) : start].rstrip("’'").endswith(("(", "[", "(in ", "[in "))
    return opened and re.fullmatch(r"\D*|[’']?000s?", text[start:end]) is not None


def without_unit(heading: str) -> str:
    """A heading without the unit in its brackets; what says at which stage its figures are stays."""
    return _BRACKETS.sub(lambda found: f" {found[1]}" if _STAGE.fullmatch(found[1]) else "", heading).strip() or heading


_MONEY = re.compile(rf"(?:in )?(?:{CURRENCY.pattern})\s?(?i:(?:million|billion|thousand)s?|m|mn|mio|bn|tn|[’']?000s?)?")
_NO_MONEY = re.compile(
    r"%|\b(?:per|percentage|margin|ratio|rate|number|count|employees|staff|headcount|workforce|workers|people|persons|"
    r"customers|passengers|shares|vehicles|units|stores|shops|outlets|sites|branches|tonnes|tons|barrels|litres|visitors|"
    r"members|users|subscribers|visits|flights|hours|days|countries)\b",
    re.IGNORECASE,
)
"""What the name of a row or column holds whose figures are no money, whatever their table is in."""


def money_named(words: str) -> str:
    """The money that a table's first heading or its title names, with its scale; empty where it names none.

    >>> money_named("SEK million"), money_named("Sales by division, €m, 2024"), money_named("Sales")
    ('SEK million', '€m', '')
    """
    found = (part.strip(" ()") for part in (words, *_PARTS.split(words)))
    return next((part.removeprefix("in ") for part in found if _MONEY.fullmatch(part)), "")


_PARTS = re.compile(r"[,;()\[\]]")


def _of_table(block: Block, money: str) -> Iterator[str]:
    """What a table is in, for the cells of its rows whose headings do not count or share something."""
    if money and block.row and not any(_NO_MONEY.search(one or "") for one in (block.row, block.column)):
        yield money


def _units(block: Block) -> Iterator[str]:
    for heading in filter(None, (block.column, block.row)):
        yield from (match[1].strip() for match in _BRACKETS.finditer(heading))
        last = _LAST.search(heading)
        if last:
            yield last[1].strip()
    if block.column and len(block.column.split()) <= MOST_WORDS:
        yield block.column.lower() if block.column.istitle() else block.column
