"""Reading an amount at a place: its sign, its number or range of numbers, its currency, unit and rate."""

import re

from factcheck.finders._amount import Amount
from factcheck.finders._ranges import ranged
from factcheck.finders._rates import rated
from factcheck.finders._units import ORDINAL, before, unit_after
from factcheck.language import units
from factcheck.language.nouns import singular
from factcheck.language.numerals import Number, may_begin, read


def read_amount(text: str, place: int, floor: int) -> Amount | None:
    """The amount whose number begins at `place`, if it is one; what stands before it begins no earlier than `floor`."""
    start, currency, sign = before(text, place, floor)
    number = read(text, place, money=currency is not None)
    if number is None or ORDINAL.match(text, number.end):
        return None
    if currency is None and place > floor and (text[place - 1].isalpha() or text[place - 1] == "_"):
        return None
    end, unit, dimension = unit_after(text, number)
    if end < 0:
        return None
    if currency is not None and (unit is None or units.dimension(unit) == "money"):
        unit, dimension = currency, "money"
    if unit is None:
        number, start, end, unit, dimension = _prefixed(text, number, start, end, floor)
    if sign < 0:
        number = number._replace(low=-number.high, high=-number.low)
    amount = Amount(start, end, place, number.low, number.high, number.precision, unit, dimension, None, number.form)
    share = _share(text, amount)
    if share is not None:
        return share
    amount = ranged(text, amount, number, floor) or amount
    if amount.dimension == "money" and (national := _NATIONAL.match(text, amount.end)):
        amount = amount._replace(end=national.end())
    return rated(text, amount)


_NATIONAL = re.compile(r"[\s\u00a0](?:U\.S\.|US|USD)(?=[\s\u00a0](?:an?|per)[\s\u00a0]|[,;)]|\s*$)")
"""The country of a dollar, where it stands behind: "$75.72 U.S. a barrel"."""
_MAGNITUDE = re.compile(r"(?<!\w)(?:magnitude(?:\sof|-|\s)\s?)$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<!\w)(?:an?|the)\s$", re.IGNORECASE)
_MANY = re.compile(r"\s(?:[a-z-]{2,20}\s){0,2}(?:people|men|women|[a-z]{3,20}s)(?!\w)")


def _prefixed(text: str, number: Number, start: int, end: int, floor: int) -> tuple[Number, int, int, str | None, str]:
    """A number whose unit stands before it ("magnitude 6.1"), or is the metre after all ("the 100m")."""
    magnitude = _MAGNITUDE.search(text, max(floor, number.start - 13), number.start)
    if magnitude:
        return number, magnitude.start(), end, "magnitude", "magnitude"
    if (
        number.suffix == "m"
        and _ARTICLE.search(text, max(floor, number.start - 5), number.start)
        and not _MANY.match(text, end)
    ):
        return (
            number._replace(low=number.low / 1e6, high=number.high / 1e6, precision=number.precision / 1e6),
            start,
            end,
            "m",
            "length",
        )
    return number, start, end, None, "count"


_OUT_OF = re.compile(
    r"[\s\u00a0](?:in(?:[\s\u00a0]every)?|out[\s\u00a0]of(?:[\s\u00a0]every)?)[\s\u00a0](?:the[\s\u00a0])?(?=\w)"
)
_ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 25, 50, 100, 1000, 10_000, 100_000, 1_000_000})


_TRIES = re.compile(
    r"[\s\u00a0](?:[a-z-]{2,20}[\s\u00a0]){0,2}(?:games?|match(?:es)?|races?|attempts?|tries|starts|outings|innings|tests|bouts|fights"
    r"|days|weeks|months|years|hours|minutes|seasons|rounds|visits|elections|decades)(?!\w)",
    re.IGNORECASE,
)
"""What somebody may do something "two times" in: "two in three games" is no share."""


def _is_share(text: str, amount: Amount, whole: Number) -> bool:
    """Whether "N in M" is a part of a whole: "one in five", "two in three adults"; not "two in three games"."""
    if whole.form == "digits" and 1000 <= whole.low <= 2100 and "," not in text[whole.start : whole.end]:
        return False
    return amount.low == 1 or (whole.low in _ROUND and _TRIES.match(text, whole.end) is None)


_AMONG = re.compile(
    r"(?:[\s\u00a0](?P<noun>[a-z][a-z-]{2,20}(?:[\s\u00a0][a-z][a-z-]{2,20})?))?"
    r"[\s\u00a0](?:in|out[\s\u00a0]of(?:[\s\u00a0]every)?)[\s\u00a0](?P<whole>three|four|five|six"
    r"|seven|eight|nine|ten|twelve|twenty|fifty|a[\s\u00a0]hundred|[3-9]|10|12|20|50|100|1,000)"
    r"(?=\s{0,3}(?:[.,;:!?)”\"]|$)|[\s\u00a0](?:of|has|have|had|is|are|was|were|did|does|do|will|would|can|could|may|might|must"
    r"|should|who|whom|that|which|now|still|never|also|already|then|once|only|went|came|left|got|took|gave|lost|won|made|paid"
    r"|said|say|says|told|felt|thought|knew|saw|spent|kept|held|found|fell|grew|ran|became|stood|chose|drove|ate|slept|[a-z]+ed"
    r")(?!\w))"
)
"""The whole of which so many are a part, behind what is counted: "one family in six has left", with what follows it
where it counts nothing itself ("one man in six days").
"""
_OCCASIONS = frozenset("time game match race attempt try start goal win day week month year hour minute second".split())


def _counted_share(text: str, amount: Amount, found: re.Match[str]) -> Amount | None:
    """ "One family in six", "seven pounds in ten": a part of what is counted, by its noun or its unit."""
    noun = (found["noun"] or text[amount.number : amount.end]).split()[-1]
    whole = read(text, found.start("whole"))
    if whole is None or whole.low <= amount.low or amount.dimension == "time" or singular(noun) in _OCCASIONS:
        return None
    if amount.low != 1 and singular(noun) == noun and not amount.unit:
        return None
    part = float(f"{amount.low / whole.low:.12g}")
    return amount._replace(
        end=found.end(), low=part, high=part, precision=0.0, form="fraction", unit=None, dimension="count"
    )


def _share(text: str, amount: Amount) -> Amount | None:
    """ "one in five", "9 out of 10": a part of a whole; not "3 in 2019"."""
    if amount.start != amount.number or not 0 < amount.low == amount.high <= 99:
        return None
    of_them = _AMONG.match(text, amount.end)
    if of_them is not None and (of_them["noun"] or amount.unit):
        return _counted_share(text, amount, of_them)
    link = _OUT_OF.match(text, amount.end)
    whole = read(text, link.end()) if link and may_begin(text, link.end()) else None
    if link is None or whole is None or whole.low <= amount.low or unit_after(text, whole)[1] is not None:
        return None
    plain = link.group().split() == ["in"]
    if plain and not _is_share(text, amount, whole):
        return None
    part = float(f"{amount.low / whole.low:.12g}")
    return amount._replace(end=whole.end, low=part, high=part, precision=0.0, form="fraction")
