"""What the headings of a table say of the numbers under them: scale, currency and unit."""

import re

from factcheck.finders._amount import Amount
from factcheck.language import units
from factcheck.language.currencies import CURRENCIES, MONEY_SIGNS, MONEY_WORDS
from factcheck.language.number_words import SCALES
from factcheck.records.document import Block

_HINT = re.compile(r"\((?P<bracketed>[^()]{1,24})\)|(?:,|\bin)\s(?P<tail>[^(),]{1,24})$")
_SIGN = re.compile(r"(?:US\$|A\$|C\$|HK\$|[$£€¥₹])|[A-Z]{3}\b")
_SCALE = re.compile(r"\s?(?:(?P<word>[A-Za-z]{1,9})|(?P<zeros>['’]?000s?))(?:s|\b)")


def headed(amount: Amount, block: Block) -> Amount:
    """The amount of a table's cell with what its column's or row's heading says of it."""
    if block.kind != "table-cell" or amount.unit is not None:
        return amount
    for heading in (block.column, block.row):
        for match in _HINT.finditer(heading or ""):
            found = _read(amount, (match["bracketed"] or match["tail"]).strip())
            if found is not None:
                return found
    return amount


def _read(amount: Amount, hint: str) -> Amount | None:
    """The amount with a hint such as "US$ million", "£m", "%", "sq km" or "'000"; null where it says nothing."""
    currency, rest = _currency(hint)
    scale, rest = _scaled(rest, money=currency is not None)
    code = currency or _unit(rest.strip())
    if code is None and (scale == 1 or rest.strip()):
        return None
    return amount._replace(
        low=amount.low * scale,
        high=amount.high * scale,
        precision=amount.precision * scale,
        unit=code,
        dimension=units.dimension(code),
    )


def _currency(hint: str) -> tuple[str | None, str]:
    match = _SIGN.match(hint)
    code = None
    if match:
        code = MONEY_SIGNS.get(match.group()) or (match.group() if match.group() in CURRENCIES else None)
    return (code, hint[match.end() :]) if match and code else (None, hint)


def _scaled(hint: str, *, money: bool) -> tuple[float, str]:
    match = _SCALE.match(hint)
    if match is None:
        return 1.0, hint
    if match["zeros"]:
        return 1000.0, hint[match.end() :]
    word = match["word"].lower().rstrip("s") or match["word"].lower()
    if word in SCALES and (money or len(word) > 1):
        return float(SCALES[word]), hint[match.end() :]
    return 1.0, hint


def _unit(written: str) -> str | None:
    return units.SIGNS.get(written) or units.WORDS.get(written.lower()) or MONEY_WORDS.get(written.lower())
