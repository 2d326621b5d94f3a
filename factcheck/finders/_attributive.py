"""Numbers inside a compound before a noun: "an 11-story block", "a two-bedroom flat", "four- and six-part series"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from factcheck.finders._amount import Amount
from factcheck.finders._clause import Clause
from factcheck.finders._measuring import phrase_from
from factcheck.language.nouns import plural_of
from factcheck.language.tagging import tag

_COMPOUND = re.compile(r"[-‐‑](?P<noun>[a-z]{3,20})(?:[-‐‑][a-z]{2,20}){0,2}(?!\w)")
_SUSPENDED = re.compile(r"[-‐‑](?:,[\s\u00a0]|[\s\u00a0])(?:and[\s\u00a0]|or[\s\u00a0]|to[\s\u00a0])?")
STOREYS = frozenset({"story", "storey", "storied", "storeyed"})
"""The spellings of one noun."""
_PARTS = frozenset(
    "bedroom bed room bathroom seat seater door page member man woman person people judge nation country state party "
    "part episode game match race lap goal point shot stroke run wicket set hole car carriage coach wagon truck ship "
    "vessel boat aircraft plane lane track cylinder engine gun wheel star stage step tier level digit unit berth "
    "cabin apartment house home classroom screen panel team player strong count charge volume chapter act course "
    "chamber floor deck axle blade rotor turbine reactor vote seat nominee candidate "
    " article clause item question song track city club school company firm council province county island".split()
)
"""Nouns that a number word joined to them counts; for digits any noun may stand there."""
_NOT_COUNTED = frozenset(
    "odd year month week day hour minute second decade century fold way off sided time times hand handed class speed "
    "figure digit dimensional legged eyed plus ish and or to by up down under over old olds million billion thousand "
    "something ranked seed seeded rated style based related like free only long wide high tall deep".split()
)
_ONE_OF = frozenset("bedroom room page floor storey story car lane goal point shot vote run".split())
"""What "one" counts in a compound; "one-man", "one-party" and the like are idioms."""


class Compound(NamedTuple):
    """What a compound counts, what it describes, and where it ends in the text."""

    unit: str | None
    of: str | None
    end: int


def compounds(amounts: Sequence[Amount], clause: Clause) -> dict[int, Compound]:
    """For each amount inside a compound, by where it begins, what it counts; a suspended one takes the next one's."""
    found: dict[int, Compound] = {}
    following: tuple[int, Compound] | None = None
    for amount in reversed(amounts):
        compound = _compound(amount, clause)
        if compound is None and following is not None:
            match = _SUSPENDED.match(clause.text, amount.end)
            if match and match.end() == following[0]:
                compound = following[1]._replace(end=amount.end)
        if compound is not None:
            found[amount.start] = compound
        following = (amount.start, compound) if compound is not None else None
    return found


def _compound(amount: Amount, clause: Clause) -> Compound | None:
    match = _COMPOUND.match(clause.text, amount.end) if amount.unit is None else None
    if match is None:
        return None
    noun = match["noun"]
    if not _is_counted(noun, amount):
        return None
    of = phrase_from(clause.tokens, clause.at(match.end()))
    if noun == "strong":
        return Compound(None, of, match.end())
    return Compound("storeys" if noun in STOREYS else plural_of(noun), of, match.end())


def _is_counted(noun: str, amount: Amount) -> bool:
    if noun in STOREYS:
        return True
    if noun in _NOT_COUNTED:
        return False
    if amount.low == amount.high == 1:
        return noun in _ONE_OF
    return noun in _PARTS or (amount.form == "digits" and amount.low > 1 and tag(noun)[0].tag == "NOUN")
