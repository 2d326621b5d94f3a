"""A price or amount for one, times the number, is not the total.

It reads sentences that give a number of things, an amount for each ("$9 million a train", "£40 each") and an amount
for all, and reports a product that cannot be the total. It stays silent where a sentence has more than one of
these, where one is open ("at least"), and within the rounding of all three.

What settles it: the price and the number in the contract.
"""

import re
from collections.abc import Iterable, Sequence

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks._figures import Figure, figures_in, written
from factcheck.language.nouns import singular
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step

_EACH = re.compile(r"^ (?:each|apiece)\b|^ (?:a|an|per) (?P<noun>[a-z]+)\b")
_ALL = re.compile(
    r"\b(?:price of|total of|totalling|in all|altogether|worth|cost(?:ing|s)?|for|value of|deal of|sum of|or) "
    r"(?:a total of |about |around |some |nearly )?$"
)
_LARGEST = 20.0
"""A total that is more times the product than this belongs to something else."""


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The products that are not the total."""
    for sentence in study.document.sentences:
        figures = figures_in(study, sentence.start, sentence.end)
        if len(figures) >= 3:
            found = _of(study, sentence, figures)
            if found is not None:
                yield found


def _of(study: Study, sentence: Sentence, figures: Sequence[Figure]) -> Finding | None:
    text = study.document.text
    each = [item for item in figures if item.dimension == "money" and _EACH.match(text[item.end : item.end + 30])]
    if len(each) != 1 or not each[0].is_exact:
        return None
    price = each[0]
    match = _EACH.match(text[price.end : price.end + 30])
    noun = match["noun"] if match else None
    counts = [item for item in figures if item.dimension == "count" and _is_of(item, noun) and item.is_exact]
    totals = [
        item
        for item in figures
        if item is not price and item.unit == price.unit and _ALL.search(text[sentence.start : item.start])
    ]
    if len(counts) != 1 or len(totals) != 1 or not totals[0].is_exact or not 0 < price.low < totals[0].low:
        return None
    count, total = counts[0], totals[0]
    low, high = count.low * price.low, count.high * price.high
    if (low <= total.high and total.low <= high) or not low / _LARGEST <= total.low <= high * _LARGEST:
        return None
    said, number, whole = (text[item.start : item.end] for item in (price, count, total))
    return finding(
        CHECK,
        fact=(study.source.id, number, said, whole),
        verdict="conflict",
        message=f"{number} times {said} is {written((low + high) / 2)}, not {whole}.",
        sides=([evidence_at(study, sentence.start, sentence.end, value=whole)],),
        steps=(Step(code="product-reckoned", text=f"{number} × {said}: {written(low)} to {written(high)}."),),
        settle="Is something else in the total, or is one of the three wrong?",
        weight=0.5,
    )


def _is_of(item: Figure, noun: str | None) -> bool:
    """Whether a count is of the things that the price is for."""
    if item.unit is None or noun is None:
        return noun is None and item.unit is not None
    return singular(item.unit.split()[-1].lower()) == singular(noun)


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
            documents={"brief": "The club sold 300 shirts at £40 each and lent the council £22,000."},
            expect=None,
        ),
    ),
)
