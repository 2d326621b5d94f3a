"""A rate, the number of what it is for and what comes of both, also where they stand in sentences of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.checking import Study
from factcheck.contexts.places import sentences_before
from factcheck.language.nouns import singular
from factcheck.language.persons import is_person
from factcheck.reckoning.changes import NEARLY
from factcheck.reckoning.figures import Figure, figures_in
from factcheck.records.document import Sentence

_FOR_ONE = re.compile(
    r"(?: [a-z]+)? (?:each|apiece)\b|(?: [a-z]+)? (?:a|an|per|to the|for (?:each|every)) (?P<noun>[a-z]+)\b"
)
_OF_ONE = re.compile(
    rf"\bEach of (?:the|these|its|their) (?:[\w,]+ )?(?P<each>[a-z]+) (?:[a-z]+ ){{1,3}}{NEARLY}$|"
    r"(?:^|\. )(?:A|An|One|Each|Every) (?:[a-z-]+ ){0,2}(?P<noun>[a-z]+) (?:is|costs?|was|sells for|sold for|fetches|"
    rf"fetched|goes for|went for|brings|brought|gets|got|receives|received|pays|paid|earns|earned) {NEARLY}$"
)
_HEADS = frozenset("head person inhabitant capita resident citizen soul".split())
_PEOPLE = frozenset("soul inhabitant resident person people citizen".split())
_TIMES = frozenset("second minute hour day week month quarter year night decade share shares time times".split())
_COMES = (
    r"(?:comes? to|came to|amounts? to|amounted to|totals?|totalled|totaled|raises?|raised|bring(?:s|ing)? in|"
    r"brought in|yield(?:s|ed)?|takes? in|took in|gives?|gave|makes?|made|earn(?:s|ed)?|collect(?:s|ed)?|"
    r"(?:has |have |had )?(?:set aside|budgeted|earmarked|reserved|taken)|"
    r"deliver(?:s|ed)?|produc(?:es?|ed)|costs?|pays?|paid|needs?|needed|would be|will be|is|was)"
)
_COMES_OF_IT = re.compile(rf"\b{_COMES} (?:(?:it|them|us|him|her|the [a-z]+|a total of) )?{NEARLY}$")
_OF_IT_ALL = re.compile(
    r"(?:(?:The|Its|Their|That|This|It|All this|Altogether|In all)\b,? ?)?(?:(?:whole|total|final|entire|full) )?"
    r"(?:bill|invoice|sum|total|order|price|sale|takings|receipts|revenue|harvest|crop|cost|contract|amount|yield|"
    r"deal|purchase|collection|account|proceeds|makes?|comes?)\b[^.;:]*$",
    re.IGNORECASE,
)
_NAMES_IT = re.compile(
    r"(?:The|Its|Their) (?:(?:whole|total|final|entire|full) )?(?:bill|invoice|sum|total|order|takings|receipts|"
    r"harvest|crop|proceeds)\b"
)
_TO_DO = re.compile(r"(?: [a-z]+)? (?:to|for(?! (?:it|this|that|them)(?:[.,;]|$))|on|left|more|less)\b")
_FOR_IT = re.compile(r" for (?:it|this|that|them)(?=[.,;]|$)")
_APPOSED = re.compile(r", (?:for|from|by) [^,.;:]*,|^(?:With|And)\b|, and the (?:total|bill|sum|whole)\b")
_OTHERWISE = re.compile(
    r"\b(?:and|plus|with|including|includes|mostly|half|discount\w*|rebate\w*|up to|some|others?|off|free|reduced|"
    r"reduction|tax|VAT|duty|fees?|commission|postage|delivery|shipping|besides|extra|also|allowance|allowed|deduct\w*|after|"
    r"first|already|deposit|so far|instal?ments?|part|partly|rest|remaining|average price|between|from|subsid\w*|"
    r"surcharge|insurance|installation)\b",
    re.IGNORECASE,
)
_FARTHEST = 2.0
_NOUGHT = (9.5, 10.5)
"""How many times too much or too little a total is that has a nought too many or too few."""


@dataclass(frozen=True)
class Product:
    """So many, at so much each, and the amount that is given for all."""

    count: Figure
    price: Figure
    total: Figure


def products(study: Study, number: int, figures: Sequence[Figure]) -> Product | None:
    """What does not come of a rate and a number: the total in the rate's sentence or the one behind it."""
    text, sentences = study.document.text, study.document.sentences
    sentence = sentences[number]
    rates = [(item, noun) for item in figures if (noun := _noun(text, item)) is not None and _is_plain(item)]
    if len(rates) != 1:
        return None
    price, noun = rates[0]
    if _OF_ONE.search(text, max(price.start - 60, 0), price.start) and any(
        item.start > price.start for item in figures
    ):
        return None
    behind = [one for one in sentences[number + 1 : number + 2] if one.block == sentence.block]
    before = sentences_before(study, number, 1)
    near = [item for one in (*before, sentence, *behind) for item in figures_in(study, one.start, one.end)]
    near = [item for item in near if _is_plain(item) and not item.start <= price.start < item.end]
    counts = [item for item in near if _is_counted(text, item, noun, price)]
    totals = [item for item in near if item.start >= sentence.start and _is_total(text, item, price)]
    if any(_fits(count, price, total) for count in near for total in near):
        return None
    totals = [item for item in totals if all(item is not one for one in counts)]
    if len(counts) != 1 or len(totals) != 1 or not _is_meant(study, (sentence, *behind), totals[0]):
        return None
    return _near(Product(counts[0], price, totals[0]))


def _near(found: Product) -> Product | None:
    """The product, if the total is as far from it as a slip may bring it."""
    times = found.total.value / (found.count.value * found.price.value)
    far = max(times, 1 / times)
    return found if far <= _FARTHEST or _NOUGHT[0] <= far <= _NOUGHT[1] else None


def _counts_in(study: Study, sentence: Sentence, total: Figure) -> bool:
    """Whether the sentence of a total gives the number that it is for, before it."""
    return any(item.dimension == "count" for item in figures_in(study, sentence.start, total.start))


def _is_plain(item: Figure) -> bool:
    return item.is_exact and not item.change and item.value > 0


def _noun(text: str, item: Figure) -> str | None:
    """What a rate is for one of; empty for "each", null where it is no rate."""
    if item.dimension in ("share", "share-point", "factor", "time", "age"):
        return None
    if item.per is not None:
        first = item.per.split()[0]
        return None if first in _TIMES else first
    one = _OF_ONE.search(text, max(item.start - 60, 0), item.start)
    if one is not None and item.dimension == "money":
        return one["noun"] or one["each"]
    match = _FOR_ONE.match(text, item.end, item.end + 40)
    if match is None or (match["noun"] or "") in _TIMES or item.dimension not in ("money", "count", "mass", "volume"):
        return None
    if item.dimension == "count" and match["noun"] and "per" not in match[0]:
        return None
    return match["noun"] or ""


def _is_counted(text: str, item: Figure, noun: str, price: Figure) -> bool:
    """Whether a figure is the number of what the rate is for."""
    if item.per is not None or item.value < 2 or item.start <= price.start < item.end:
        return False
    if item.dimension in ("area", "volume", "mass", "length") or (
        item.dimension == "money" and item.unit != price.unit
    ):
        written = text[item.start : item.end].rstrip("s").lower()
        return bool(noun) and written.endswith(noun.rstrip("s"))
    if item.dimension != "count":
        return False
    if not item.unit:
        return bool(noun) and item.start > price.end and text.startswith(" of them", item.end)
    unit = singular(item.unit.split()[-1].lower())
    if noun in _HEADS:
        return unit in _PEOPLE or is_person(unit)
    return unit == singular(noun) if noun else _stands_at(text, item, price)


def _stands_at(text: str, item: Figure, price: Figure) -> bool:
    """ "240 laptops at 615 euros apiece": the number stands right before its price."""
    gap = text[item.end : price.start]
    return (
        item.end <= price.start
        and re.fullmatch(rf"(?: [a-z-]+){{1,3}},? (?:at|for|costing|of) {NEARLY}", gap) is not None
    )


def _is_total(text: str, item: Figure, price: Figure) -> bool:
    """Whether a figure is in the unit of the rate, for more than one."""
    if item.dimension != price.dimension or item.value <= price.value or item.start < price.start:
        return False
    if item.per is not None and item.per not in _TIMES:
        return False
    return price.unit is not None and item.unit == price.unit


def _fits(count: Figure, price: Figure, total: Figure) -> bool:
    """Whether a number and the rate make an amount, with the rounding of all three."""
    slack = 0.005 * total.value
    return count.low * price.low <= total.high + slack and total.low - slack <= count.high * price.high


def _is_meant(study: Study, sentences: Sequence[Sentence], total: Figure) -> bool:
    """Whether a total is given as what comes of it, and nothing speaks of more or of less."""
    text, first = study.document.text, sentences[0]
    own = next(one for one in sentences if one.start <= total.start < one.end)
    lead = text[own.start : total.start]
    if not _COMES_OF_IT.search(lead) and not (own is not first and _NAMES_IT.match(lead)):
        return False
    of_it = _OF_IT_ALL.match(lead) or _FOR_IT.match(text, total.end) or _counts_in(study, own, total)
    if own is not first and not of_it:
        return False
    told = " ".join(_APPOSED.sub("", text[one.start : min(one.end, total.start)]) for one in (first, own))
    shares = any(item.dimension == "share" for one in sentences for item in figures_in(study, one.start, one.end))
    return not (shares or _OTHERWISE.search(told) or _TO_DO.match(text, total.end, own.end))
