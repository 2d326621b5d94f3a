"""A difference between two figures is stated, and is another.

It reads sentences (and a sentence with the one before) that give two values and say how far they lie apart: a lead,
a margin, an amount over budget, a rise of so much. It stays silent where more than two values may be meant, where
one of them is open ("more than"), and within the rounding of all three.

What settles it: the two figures at their source.
"""

import re
from collections.abc import Iterable, Sequence

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks._figures import Figure, figures_in, written
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step

_BEFORE = re.compile(
    r"\b(?:lead|margin|difference|gap|majority|shortfall|surplus|overrun|rise|increase|fall|drop|decline|loss|gain) of "
    r"(?:about |around |some |nearly |just |over |more than )?$"
)
_AFTER = re.compile(
    r"^(?:[a-z ]{0,20})? (?:over|above|under|below) (?:budget|target|the budget|the limit|forecast|estimate)\b"
)


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The differences that are another."""
    before: Sentence | None = None
    for sentence in study.document.sentences:
        figures = figures_in(study, sentence.start, sentence.end)
        same = before if before is not None and before.block == sentence.block else None
        for figure in figures:
            found = _of(study, sentence, same, figure, figures)
            if found is not None:
                yield found
        before = sentence


def _of(
    study: Study, sentence: Sentence, before: Sentence | None, stated: Figure, figures: Sequence[Figure]
) -> Finding | None:
    text = study.document.text
    apart = _BEFORE.search(text[sentence.start : stated.start]) or _AFTER.match(text[stated.end : stated.end + 40])
    if apart is None or stated.unit == "percent" or not stated.is_exact:
        return None
    values = [item for item in figures if item is not stated and _is_like(item, stated)]
    if not values and before is not None:
        values = [item for item in figures_in(study, before.start, before.end) if _is_like(item, stated)]
    if len(values) != 2:
        return None
    low_one, high_one = sorted(values, key=lambda item: item.low)
    low, high = high_one.low - low_one.high, high_one.high - low_one.low
    if stated.low <= high and low <= stated.high:
        return None
    said, one, other = (text[item.start : item.end] for item in (stated, low_one, high_one))
    return finding(
        CHECK,
        fact=(study.source.id, one, other, said),
        verdict="conflict",
        message=f"{said} is stated as the difference, but from {one} to {other} it is {written((low + high) / 2)}.",
        sides=([evidence_at(study, sentence.start, sentence.end, value=said)],),
        context=[evidence_at(study, item.start, item.end) for item in values[:1] if item.start < sentence.start],
        steps=(Step(code="difference-reckoned", text=f"{other} less {one} is {written(low)} to {written(high)}."),),
        settle="Which of the three is wrong?",
        weight=0.6,
    )


def _is_like(item: Figure, stated: Figure) -> bool:
    same = item.unit == stated.unit or None in (item.unit, stated.unit)
    return item.dimension == stated.dimension and same and item.is_exact and item.low > stated.high


CHECK = Check(
    id="difference",
    kind="arithmetic",
    title="A stated difference is not that of the two figures",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"item": "The £48m ground ended up costing £83m. That is £38m over budget."},
            expect="conflict",
        ),
        Example(
            documents={"item": "The £48m ground ended up costing £83m. That is £35m over budget."},
            expect=None,
        ),
        Example(
            documents={"item": "She took 271,900 votes and he took 259,300, a lead of 12,600."},
            expect=None,
        ),
    ),
)
