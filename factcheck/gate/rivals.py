"""The figures of sources beside a draft's: how the numbers stand, and how alike the rest of the sentences is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from factcheck.gate.answers import Held, Side, of_passage
from factcheck.gate.basis import Stated, agree
from factcheck.gate.desk import Desk, claim_of, same_thing
from factcheck.gate.inventory import Thing
from factcheck.gate.numbers import Relation, digits, digits_of, relation
from factcheck.gate.passages import Passage, quantity_of
from factcheck.gate.rules import own_numbers
from factcheck.identity import Sameness
from factcheck.likeness import slipped
from factcheck.records.claim import Claim
from factcheck.records.mention import Mention
from factcheck.records.quantity import Quantity, telling_digits

ENOUGH, ENOUGH_CITED = 2.25, 1.5
"""Points from which a number is taken to be of the same thing; fewer in a source that the sentence cites."""
LEAST, LEAST_CITED = 0.6, 0.15
"""What must be shared beside the number, by weight."""
LEAST_NAMED = 0.3
"""The same for counts of one digit in a source that the sentence cites, of what the sentence counts."""
LEAST_SMALL = 1.2
"""The same for counts of one digit, of which every text holds many."""
TELLING = 100
"""Numbers from which on a source that is cited, and counts the same, needs to share nothing else."""
SAME_SENTENCE = 0.55
"""Part of a sentence that a passage must hold to be taken to say it."""
MOST_CONTEXT = 3.0
COMPANY, COMPANY_COVERS, MOST_COMPANY = 0.75, 0.15, 2
"""What each further figure of the sentence that a passage holds adds to its points, and to the part of the sentence
that it holds; and how many of them count."""
SAME_TIME = 0.5
"""What a time that both give adds to what they share."""

NOUN: dict[Sameness, float] = {"same": 0.75, "maybe": 0.0, "different": -0.75}


@dataclass(frozen=True, eq=False)
class Rival:
    """A figure of a source beside a draft's: how the numbers stand, and how alike the rest is."""

    passage: Passage
    mention: Mention
    quantity: Quantity
    claim: Claim | None
    relation: Relation
    sameness: Sameness
    context: float
    cover: float
    points: float
    cited: bool
    """Whether the sentence may rest on its source: it cites it, or its paragraph does."""
    own: bool
    """Whether the sentence itself cites it."""
    company: int = 0
    """How many of the other figures of the sentence the passage holds."""

    @property
    def stated(self) -> Stated:
        """The figure where it stands."""
        return Stated(self.passage, self.quantity, self.claim)

    @property
    def issued(self) -> str:
        """The date of its source."""
        return self.passage.study.date or ""

    @property
    def held(self) -> Held:
        """The figure as what an answer rests on."""
        return of_passage(self.passage, None, self.quantity.as_written, self.claim)

    def on(self, side: Side) -> Held:
        """The same on a side."""
        return of_passage(self.passage, side, self.quantity.as_written, self.claim)


def rivals_of(thing: Thing, quantity: Quantity, desk: Desk, others: Sequence[Thing]) -> Iterator[Rival]:
    """The figures of the sources that may be the same."""
    beside = [theirs for one in others if one is not thing and (theirs := quantity_of(one.mention)) is not None]
    cited, own = desk.rests_on(thing.passage), desk.cites(thing.passage)
    seen: set[tuple[str, int]] = set()
    there = (one for source in sorted(own or cited) for one in desk.shelves.of_source(source))
    holding = (one for one in there if quantity.low in one.numbers or _may_share(quantity, one))
    for passage in (*desk.like(thing.passage), *desk.shelves.with_value(quantity), *holding):
        if passage.key in seen:
            continue
        seen.add(passage.key)
        alike = [(*one, how) for one in figures_of(passage) if (how := relation(quantity, one[1])) != "other"]
        written = _is_written(quantity, passage)
        slips = _slips(quantity, passage) if passage.source in own else []
        if not alike and not written and not slips:
            continue
        context = min(shared_with(thing.passage, passage, desk, cited=passage.source in cited), MOST_CONTEXT)
        among = passage.source in cited, passage.source in own
        company = _company(beside, passage)
        cover = desk.shelves.cover(thing.passage, passage) + COMPANY_COVERS * company
        for mention, theirs, how in alike:
            claim = claim_of(passage, mention, theirs)
            sameness = same_thing(quantity, theirs, thing.claim, claim)
            points = _digits(quantity, theirs) + _noun(sameness, quantity) + context + COMPANY * company
            if quantity.low != theirs.low:
                points -= 0.5
            yield Rival(passage, mention, theirs, claim, how, sameness, context, cover, points, *among, company)
        unread = Mention(start=passage.start, end=passage.end, finder="")
        for theirs in slips:
            points = context + COMPANY * company
            yield Rival(passage, unread, theirs, None, "differs", "maybe", context, cover, points, *among, company)
        if written:
            points = _digits(quantity, quantity) + context + COMPANY * company
            yield Rival(passage, unread, quantity, None, "equal", "maybe", context, cover, points, *among, company)


def _may_share(quantity: Quantity, passage: Passage) -> bool:
    """Whether a passage gives a part of a whole that may be the same as a draft's, which words and digits write apart
    ("half", "50 per cent").
    """
    if quantity.dimension != "share" or quantity.unit is not None:
        return False
    return any(relation(quantity, theirs) == "equal" for _, theirs in figures_of(passage))


def shared_with(draft: Passage, passage: Passage, desk: Desk, *, cited: bool) -> float:
    """What is shared beside a number: words, names and the time; of a cited source also with the sentences beside."""
    shared = desk.context(draft, passage)
    if any(agree(mine, theirs) for mine in draft.times for theirs in passage.times):
        shared += SAME_TIME
    if cited and shared < LEAST:
        around = [desk.context(draft, one) for one in desk.shelves.beside(passage)]
        shared = max(shared, 0.5 * max(around, default=0.0))
    return shared


def _is_written(quantity: Quantity, passage: Passage) -> bool:
    """Whether a passage holds a number, though no finder says what it counts there ("eleven had been delivered"), or
    in which unit, since another figure has given it ("62 cm long, of which the tail is 23").
    """
    if quantity.low not in passage.numbers or quantity.form != "value":
        return False
    there = [theirs for _, theirs in figures_of(passage)]
    unit = quantity.unit or ""
    if quantity.dimension in ("count", "time"):
        told = quantity.dimension == "count" or re.search(rf"\b{re.escape(unit)}", passage.text)
        return bool(told) and all(theirs.low != quantity.low for theirs in there)
    alike = [theirs for theirs in there if theirs.unit == quantity.unit]
    return bool(alike) and all(quantity.low not in (theirs.low, theirs.high) for theirs in alike)


def _slips(quantity: Quantity, passage: Passage) -> list[Quantity]:
    """The numbers in a passage that no finder read as figures, and of which a slip of the pen makes a draft's."""
    read = {number for _, theirs in figures_of(passage) for number in (theirs.low, theirs.high)}
    ours = digits_of(quantity)
    slips = [one for one in sorted(passage.numbers - read) if len(ours) > 2 and slipped(ours, telling_digits(one))]
    return [quantity.but(low=one, high=one, as_written=f"{one:,g}") for one in slips]


def _company(beside: Sequence[Quantity], passage: Passage) -> int:
    """How many of the other figures of the sentence a passage holds too."""
    there = [theirs for _, theirs in figures_of(passage)]
    return min(sum(any(relation(one, theirs) == "equal" for theirs in there) for one in beside), MOST_COMPANY)


def _noun(sameness: Sameness, quantity: Quantity) -> float:
    """What the nouns say: much of counts, little of what has a unit of its own."""
    return NOUN[sameness] if quantity.dimension == "count" else NOUN[sameness] / 3


def figures_of(passage: Passage) -> Sequence[tuple[Mention, Quantity]]:
    """The numbers and lengths of time in a passage."""
    if passage not in _FIGURES:
        _FIGURES[passage] = tuple(_figures(passage))
    return _FIGURES[passage]


_FIGURES: "WeakKeyDictionary[Passage, Sequence[tuple[Mention, Quantity]]]" = WeakKeyDictionary()


def _figures(passage: Passage) -> Iterator[tuple[Mention, Quantity]]:
    own = own_numbers(passage) if passage.kept is None else passage.kept.own_numbers(passage.place)
    for kind in ("quantity", "time"):
        for mention in passage.mentions(kind):
            quantity = quantity_of(mention)
            if quantity is not None and not (kind == "quantity" and mention.start in own):
                yield mention, quantity


def _digits(draft: Quantity, source: Quantity) -> float:
    """How telling a number is: by the digits of the rounder one, more where it has a unit."""
    return min(0.75 * min(digits(draft), digits(source)), 2.25) + 0.5 * (draft.dimension != "count")


def is_small(rival: Rival) -> bool:
    """Whether a number is one of which every text holds many: a count of one digit."""
    return digits(rival.quantity) <= 1 and rival.quantity.dimension in ("count", "factor")


def is_enough(rival: Rival) -> bool:
    """Whether enough speaks for an equal number being of the same thing."""
    small = is_small(rival)
    if rival.cited:
        telling = rival.sameness != "different" and rival.quantity.low >= TELLING
        least = (LEAST_NAMED if rival.sameness == "same" else LEAST) if small else LEAST_CITED
        return rival.points >= ENOUGH_CITED and (telling or rival.context >= least)
    if rival.sameness == "different" and rival.quantity.dimension == "count" and rival.cover < SAME_SENTENCE:
        return False
    return rival.points >= ENOUGH and rival.context >= (LEAST_SMALL if small else LEAST)
