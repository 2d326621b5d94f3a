"""Parts that a text gives do not add up to the total that it gives with them.

It reads a total followed by its parts ("$148 million, made up of …", "155 delegations: 119 said yes, one said no and
36 abstained", "Of these, 268 were rescued, 24 died and 4 are missing", "nine of 14 counts … the other two") and the
rows of a table with a row for the total. Rounding is allowed. Where the list may be incomplete, only parts that
exceed the total are reported, and only if they exclude each other. It stays silent on "including", "among others",
and on groups that may overlap (men, and people over 60).

What settles it: the parts at their source.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks._figures import Figure, figures_in, written
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step

_COMPLETE = re.compile(
    r"^[^.;:()]{0,60}(?:: ?|,? (?:made up|comprised|composed|consisting) of |,? comprising |,? namely |"
    r",? (?:divided|split|broken down) (?:into|between|among|as follows:?) | \(|,? [–—-] ?)(?:[a-z ]{0,25} )?$"
)
_OF_THEM = re.compile(r"^(?: [^.;:()]{0,40})?, (?:of (?:which|whom) )?$|^(?: [^.;:()]{0,40})? of (?:which|whom),? $")
_OF_THESE = re.compile(r"^(?:Of|Among) (?:these|them|those|this)(?: [a-z]+)?,? $")
_OF_THE = re.compile(r"^Of (?:the|all|its|their) $")
_BETWEEN = re.compile(
    r"^[^.;:()]{0,70}(?:, (?:and )?| and |; (?:and )?)(?:another |a further |the other |the remaining )?$"
)
_IN_BRACKETS = re.compile(r"^[^.:]{0,70}\),? (?:and )?[^.:()]{0,60}\($")
_MORE = re.compile(
    r"\b(?:others?|rest|remainder|remaining|among others|and more|etc|not all|some|the majority|unknown)\b",
    re.IGNORECASE,
)
_REMAINING = re.compile(r"\b[Tt]he (?:other|remaining|last) $")
_OF_TOTAL = re.compile(r"^ of (?:the |its |their |his |her )?$")
_OUTCOMES = (
    ("died", "killed", "dead", "rescued", "survived", "missing", "injured", "wounded", "unhurt", "saved", "recovered"),
    ("yes", "no", "for", "against", "abstained", "favour", "favor", "abstentions", "absent"),
    ("men", "women", "boys", "girls", "children", "adults", "male", "female"),
    ("passengers", "crew"),
    ("passed", "failed", "accepted", "rejected", "pending", "approved", "refused", "convicted", "acquitted", "cleared"),
    ("positive", "negative", "inconclusive"),
    ("delivered", "outstanding", "cancelled", "won", "lost", "drawn", "home", "abroad"),
)
_PLACE = re.compile(r"^ (?:of them )?(?:in|from|at|to) (?:the )?[A-Z]")
_TOGETHER = re.compile(r"^(?:Together|In all|In total|Altogether|Combined),? (?:the|these|all) $")
_AS_MUCH = re.compile(r"\bas much as\b|\bthe same as\b|\bequal to\b|\bjust as much\b|\bthe same amount\b")
_MOST_TOGETHER = 5
_NEAR = 0.3
"""How far parts that are told apart from their total may be from it, as a part of it, to be taken for its parts."""
_FEWEST = 2


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The totals that their parts do not make."""
    before: Sentence | None = None
    for number, sentence in enumerate(study.document.sentences):
        figures = figures_in(study, sentence.start, sentence.end)
        same_block = before if before is not None and before.block == sentence.block else None
        if len(figures) >= _FEWEST:
            yield from _with_total_first(study, sentence, figures)
            yield from _of_these(study, sentence, same_block, figures)
        yield from _with_the_other(study, sentence, same_block, figures)
        yield from _together(study, number, figures)
        before = sentence


def _with_total_first(study: Study, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "155 delegations: 119 said yes, one said no and 36 abstained"."""
    text = study.document.text
    for place, total in enumerate(figures[:-2] if len(figures) > 2 else ()):
        first = figures[place + 1]
        gap = text[total.end : first.start]
        complete, loose = _COMPLETE.search(gap), _OF_THEM.search(gap)
        if not complete and not loose:
            continue
        parts = _run_of_parts(text, total, figures[place + 1 :])
        if len(parts) < _FEWEST:
            continue
        open_ended = _MORE.search(text, parts[-1].end, sentence.end) is not None
        if complete and not open_ended:
            yield from _compared(study, sentence, total, parts, complete=True)
        elif _exclude_each_other(text, parts, sentence.end):
            yield from _compared(study, sentence, total, parts, complete=False)
        return


def _of_these(
    study: Study, sentence: Sentence, before: Sentence | None, figures: Sequence[Figure]
) -> Iterator[Finding]:
    """ "There were 294 people on board. Of these, 268 were rescued, 24 died and 4 are missing"."""
    text = study.document.text
    opening = text[sentence.start : figures[0].start]
    if _OF_THE.match(opening):
        total, parts = figures[0], _run_of_parts(text, figures[0], figures[1:])
    elif _OF_THESE.match(opening) and before is not None:
        earlier = [
            item for item in figures_in(study, before.start, before.end) if item.dimension == figures[0].dimension
        ]
        if not earlier:
            return
        total, parts = earlier[-1], _run_of_parts(text, earlier[-1], figures)
    else:
        return
    if len(parts) >= _FEWEST and _exclude_each_other(text, parts, sentence.end):
        whole = _REMAINING.search(text[max(parts[-1].start - 20, 0) : parts[-1].start]) is not None
        yield from _compared(study, sentence, total, parts, complete=whole)


def _with_the_other(
    study: Study, sentence: Sentence, before: Sentence | None, figures: Sequence[Figure]
) -> Iterator[Finding]:
    """ "Convicted on nine of 14 counts; the jury cleared him of four and could not agree on the other two"."""
    text = study.document.text
    last = next((item for item in figures if _REMAINING.search(text[max(item.start - 20, 0) : item.start])), None)
    if last is None:
        return
    start = before or sentence
    counted = [item for item in figures_in(study, start.start, last.end) if item.dimension == "count"]
    if before is not None and len(counted) == 3 and _OF_THE.match(text[before.start : counted[0].start]):
        counted = [counted[1], counted[0], counted[2]]
    for part, total in pairwise(counted):
        if part.start < total.start and not _OF_TOTAL.match(text[part.end : total.start]):
            continue
        after = max(part.end, total.end)
        between = [item for item in counted if after <= item.start < last.start and item.unit in (None, total.unit)]
        parts = [part, *between, last]
        if len(parts) <= 4 and abs(sum(item.low for item in parts) - total.low) <= total.low * _NEAR:
            yield from _compared(study, sentence, total, parts, complete=True)
        return


def _together(study: Study, number: int, figures: Sequence[Figure]) -> Iterator[Finding]:
    """ "Together the four sold arms worth $3.9 billion": the four stand in the sentences before."""
    text, sentence = study.document.text, study.document.sentences[number]
    if len(figures) != 2 or not _TOGETHER.match(text[sentence.start : figures[0].start]):
        return
    count, total = figures
    if count.dimension != "count" or total.dimension == "count" or not 2 <= count.low <= _MOST_TOGETHER:
        return
    parts: list[Figure] = []
    for earlier in reversed(study.document.sentences[max(number - _MOST_TOGETHER, 0) : number]):
        found = [item for item in figures_in(study, earlier.start, earlier.end) if item.unit == total.unit]
        equal = len(found) == 1 and _AS_MUCH.search(text, earlier.start, earlier.end) is not None
        parts = [*found, *(found if equal else ()), *parts]
        if len(parts) >= count.low:
            break
    if len(parts) == count.low and all(part.is_exact for part in parts):
        yield from _compared(study, sentence, total, parts, complete=True)


def _run_of_parts(text: str, total: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of a list: like the total, and parted by commas and "and"."""
    parts: list[Figure] = []
    for item in figures:
        if item.dimension != total.dimension or item.change or (total.dimension == "money" and item.unit != total.unit):
            break
        gap = text[parts[-1].end : item.start] if parts else ""
        if parts and not _BETWEEN.match(gap) and not _IN_BRACKETS.match(gap):
            break
        parts.append(item)
    return parts


def _exclude_each_other(text: str, parts: Sequence[Figure], end: int) -> bool:
    """Whether nothing can belong to two of the parts: outcomes, or places."""
    stops = [*(part.start for part in parts[1:]), end]
    said = [text[part.end : stop] for part, stop in zip(parts, stops, strict=True)]
    if all(_PLACE.match(words) for words in said):
        return True
    for family in _OUTCOMES:
        named = [next((word for word in family if re.search(rf"\b{word}\b", words)), None) for words in said]
        if all(named) and len(set(named)) == len(named):
            return True
    return False


def _compared(
    study: Study,
    sentence: Sentence,
    total: Figure,
    parts: Sequence[Figure],
    *,
    complete: bool,
) -> Iterator[Finding]:
    """A finding where the parts exceed the total, or, if they are all, do not make it."""
    low, high = sum(part.low for part in parts), sum(part.high for part in parts)
    exceeds, falls_short = low > total.high, complete and high < total.low
    if not (exceeds or falls_short):
        return
    text = study.document.text
    shown = evidence_at(study, sentence.start, sentence.end, value=written(low))
    before = [evidence_at(study, total.start, total.end)] if total.start < sentence.start else []
    said = " + ".join(text[part.start : part.end] for part in parts)
    made = written(low) if low == high else f"{written(low)} to {written(high)}"
    yield finding(
        CHECK,
        fact=(study.source.id, text[total.start : total.end], said),
        verdict="conflict",
        message=f"The parts add up to {made}, the total given is {text[total.start : total.end]}.",
        sides=([shown],),
        context=before,
        steps=(
            Step(code="parts-added", text=f"{said} = {made}."),
            Step(
                code="total-exceeded" if exceeds else "total-not-reached",
                text="The parts exclude each other." if not complete else "The text gives these as all parts.",
            ),
        ),
        settle="Which figure is wrong, the total or a part, or is a part missing?",
        weight=0.6,
    )


CHECK = Check(
    id="sum-of-parts",
    kind="arithmetic",
    title="Parts do not add up to their total",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"wire": "In all, 155 delegations voted: 119 said yes, one said no and 36 abstained."},
            expect="conflict",
        ),
        Example(
            documents={"wire": "In all, 156 delegations voted: 119 said yes, one said no and 36 abstained."},
            expect=None,
        ),
        Example(
            documents={
                "report": "There were 294 people on board. Of these, 268 were rescued, 24 died and 4 are missing."
            },
            expect="conflict",
        ),
        Example(
            documents={"report": "The firm has 14 factories, nine of them in England and three in Scotland."},
            expect=None,
        ),
        Example(
            documents={"note": "Of the 640 coins in the hoard 601 have come back. The other 49 are being sought."},
            expect="conflict",
        ),
        Example(
            documents={"report": "Of the 120 patients, 80 were men and 60 were over 40."},
            expect=None,
        ),
    ),
)
