"""A price or amount for one, times the number, is not the total.

It reads sentences that give a number of things, an amount for each ("$9 million a train", "£40 each", "each of the
30 families will get $5,000", "£30 a head") and an amount for all ("$162 million in all", "£900,000 will be split
among six winners"), also a yield ("9.2 tonnes per hectare") and an area, and where the three stand in sentences side
by side. It reports a product that cannot be the total. It stays silent where any number of the sentence would fit,
where something else is in the total ("and spare parts"), where one of the three is open ("at least") or an average,
and within the rounding of all three.

What settles it: the price and the number in the contract.
"""

import re
from collections.abc import Iterable, Sequence

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.language.nouns import singular
from factcheck.reckoning.changes import NEARLY
from factcheck.reckoning.figures import Figure, figures_in, written
from factcheck.reckoning.rates import products
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step

_EACH = re.compile(
    r"^(?: [a-z]+)? (?:each|apiece)\b|^ (?:a|per) (?:head|piece|person)\b|^ (?:a|an|per) (?P<noun>[a-z]+)\b|"
    r"^ (?:for|to) (?:each|every one) of\b"
)
_EACH_OF = re.compile(r"\b[Ee]ach of (?:the|its|their|his|her|these|those) $")
_ALL = re.compile(
    r"\b(?:price of|total of|totall?ing|in all,?|altogether,?|worth|"
    r"cost(?:ing|s)?(?: (?:the|its|their|his|her) [a-z]+)?|"
    r"for|value of|deal of|sum of|or|making|"
    rf"bringing in|raising|c[oa]mes? to|bill of|would come to|pay|paid) (?:a total of )?{NEARLY}$"
)
_IN_ALL = re.compile(r"^(?: [a-z-]+){0,2},? (?:in all|in total|altogether|all told|together|overall)\b")
_SHARED = re.compile(r"\b(?:split|shared|divided)(?: up)?(?: equally| evenly)? (?:by|among|between)\b")
_WORKED_OUT = re.compile(rf"(?:\b(?:or|works? out (?:at|to)|that is|equal to)|[,(]) {NEARLY}$")
_MORE = re.compile(r"\b(?:and|plus|with|including|average|mostly|half|discounts?|up to|some|others)\b")
_TIMES = frozenset("second minute hour day week month quarter year night decade share shares".split())
_FARTHEST = 2.0
"""How many times the product the total may be, or the other way round, to be meant by it."""


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The products that are not the total."""
    for number, sentence in enumerate(study.document.sentences):
        figures = figures_in(study, sentence.start, sentence.end)
        found = _of(study, sentence, figures) if len(figures) >= 3 else None
        across = products(study, number, figures) if found is None and figures else None
        if across is not None:
            found = _finding(study, sentence, (across.count, across.price, across.total))
        if found is not None:
            yield found


def _of(study: Study, sentence: Sentence, figures: Sequence[Figure]) -> Finding | None:
    text = study.document.text
    prices = [item for item in figures if _is_for_each(text, sentence, item, figures)]
    if len(prices) != 1 or not prices[0].is_exact or prices[0].is_vague:
        return None
    price = prices[0]
    counts = [item for item in figures if item is not price and _is_number(item)]
    totals = [item for item in figures if item is not price and _is_total(text, sentence, item, price)]
    counts = [item for item in counts if item not in totals]
    if not counts or len(totals) != 1 or any(_fits(one, price, totals[0]) for one in counts):
        return None
    named = [item for item in counts if _is_of(item, _noun(text, price))] or counts
    low, high = sorted((price, totals[0]), key=lambda item: item.start)
    if len(named) != 1 or _MORE.search(_without(text[low.end : high.start], text[price.end : price.end + 40])):
        return None
    count, total = named[0], totals[0]
    product = count.value * price.value
    if not product / _FARTHEST <= total.value <= product * _FARTHEST:
        return None
    return _finding(study, sentence, (count, price, total))


def _without(gap: str, after: str) -> str:
    """What stands between price and total, without the words of the price ("for each of the 30 families")."""
    match = _EACH.match(after)
    return gap.removeprefix(match[0]) if match else gap


def _noun(text: str, price: Figure) -> str | None:
    match = _EACH.match(text[price.end : price.end + 40])
    return match["noun"] if match else None


def _is_for_each(text: str, sentence: Sentence, item: Figure, figures: Sequence[Figure]) -> bool:
    """Whether an amount is for one of several."""
    match = _EACH.match(text[item.end : item.end + 40])
    if match and item.dimension == "money":
        return match["noun"] not in _TIMES
    if item.per is not None and item.dimension == "money":
        return item.per not in _TIMES
    first = figures[0]
    return item is figures[1] and bool(_EACH_OF.search(text[sentence.start : first.start]))


def _is_number(item: Figure) -> bool:
    """Whether a figure says how many things a price is paid for."""
    return item.dimension == "count" and item.is_exact and item.low >= 2


def _is_total(text: str, sentence: Sentence, item: Figure, price: Figure) -> bool:
    """Whether an amount is said to be that of all."""
    if item.dimension != price.dimension or not item.is_exact or item.low <= price.high or item.per is not None:
        return False
    if price.dimension == "money" and item.unit != price.unit:
        return False
    if _IN_ALL.match(text[item.end : item.end + 40]):
        return True
    if price.dimension == "count":
        return False
    stated = _ALL.search(text[sentence.start : item.start]) or _SHARED.search(text, sentence.start, sentence.end)
    return bool(stated or _WORKED_OUT.search(text[sentence.start : price.start]))


def _is_of(item: Figure, noun: str | None) -> bool:
    """Whether a count is of the things that the price is for."""
    return bool(noun and item.unit and singular(item.unit.split()[-1].lower()) == singular(noun))


def _fits(count: Figure, price: Figure, total: Figure) -> bool:
    return count.low * price.low <= total.high and total.low <= count.high * price.high


def _finding(study: Study, sentence: Sentence, of: tuple[Figure, Figure, Figure]) -> Finding:
    number, said, whole = (study.document.text[item.start : item.end] for item in of)
    count, price, _ = of
    low, high = count.low * price.low, count.high * price.high
    near = (sentence.start, sentence.end) if of[2].start < sentence.end else (of[2].start, of[2].end)
    shown = [evidence_at(study, price.start, price.end)] if near[0] > price.start else []
    return finding(
        CHECK,
        fact=(study.source.id, number, said, whole),
        verdict="conflict",
        message=f"{number} times {said} is {written(count.value * price.value)}, not {whole}.",
        sides=([*shown, evidence_at(study, *near, value=whole)],),
        steps=(Step(code="product-reckoned", text=f"{number} × {said}: {written(low)} to {written(high)}."),),
        settle="Is something else in the total, or is one of the three wrong?",
        weight=0.5,
    )


CHECK = Check(
    id="product",
    kind="arithmetic",
    title="A price for one, times the number, is not the total",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"brief": "It provides for eighteen trains at a price of $152 million, or $9 million a train."},
            expect="conflict",
        ),
        Example(
            documents={"brief": "It provides for eighteen trains at a price of $162 million, or $9 million a train."},
            expect=None,
        ),
        Example(
            documents={"item": "Each of the 30 families will get $5,000, a total of $180,000."},
            expect="conflict",
        ),
        Example(
            documents={"brief": "The club sold 300 shirts at £40 each and lent the council £22,000."},
            expect=None,
        ),
    ),
)
