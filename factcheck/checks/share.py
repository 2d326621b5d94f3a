"""A share does not follow from the part and the whole that it is given with.

It reads shares in per cent and in words beside their part and whole, in any order ("731 of the 842 patients (86.8%)";
"286,520, or 92.4 per cent of the 310,000 who were targeted"; "a third of the 900 staff, or 300"; "turnout was 64 per
cent: 320,000 of 500,000"; "of the 1,500 asked, 600 (40%) said no"), reckons with the rounding of all three (and with
cutting off instead of rounding), and reports those that cannot be. Words are taken broadly: "a third" is anything
from 0.3 to 0.37. It stays silent where it is not plain which figures belong together, where any two of them would
fit, and on shares of something else.

What settles it: the two figures at their source; the share is then a matter of reckoning.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks._changes import COMPARES, NEARLY, TURNS, sentences_before
from factcheck.checks._figures import Figure, figures_in, written
from factcheck.checks._places import within
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import QuantityMention

_THE = (
    r"(?:(?:the|all|all the|its|their|his|her|our|these|those|some|about|around|nearly|more than|a total of|every) )*"
)
_OF = re.compile(rf"^(?: [\w’'-]+){{0,3}} (?:of|among|amongst|out of|from among|from)(?: [a-z]+(?:['’]s)?)? {_THE}$")
_OF_W = re.compile(rf"^\)? (?:of|among) (?:[a-z]+['’]s )?{_THE}$")
_TOWNS = re.compile(rf"^\)? of {_THE}(?:[\w’'-]+ )?[\w-]+['’]s?,? $")
_WORDS = r"(?: [\w’'%-]+){0,9}"
_AFTER = re.compile(
    rf"^{_WORDS}(?: \(|, or |, |: | – | — |, (?:which|that) is |, equal to |"
    rf", (?:and )?(?:so )?(?:with )?(?:giving|making)(?: it| them)? |"
    rf"(?:, (?:or |giving |giving it |with )?|: )an? (?:[\w-]+ ){{0,4}}(?:of|at) ){NEARLY}$"
)
_BEFORE = re.compile(rf"^[^.;:()]{{0,50}}(?:: |\(|, with | – | — |, )(?:that is, |or )?{NEARLY}$")
_OR = re.compile(rf"^(?: [\w’'-]+){{0,4}}(?:, or | \(|, ){NEARLY}$")
_OR_FAR = re.compile(rf"^[^.;:()]{{0,60}}?(?:, or | \(){NEARLY}$")
_APPOSED = re.compile(rf"^(?: [\w’'-]+){{0,5}}(?:, (?:or |that is |i\.e\. )?| \(|: | – | — |, some ){NEARLY}$")
_CLOSED = re.compile(rf"^(?: (?!of\b|{COMPARES}\b)[\w-]+){{0,2}}(?:[,.;)–—]| –| —| in all\b|$)")
_OPENING = re.compile(rf"^(?:Of|Among|Out of) {_THE}$")
_IN_BRACKETS = re.compile(rf"^(?: [\w’'-]+){{0,6}}(?: \(|, or ){NEARLY}$")
_OF_OTHER = re.compile(r"^\)? of (?!(?:the total|the whole|all|them|these|those|that|it)\b ?(?:[.,;:)]|$))")
_OF_THAT = re.compile(r"^ of (?:what|that|the total|the whole|it|them|this|those|these)\b")
_OF_NAMED = re.compile(rf"^ of (?:(?:the|all|its|their|his|her) )?(?:[\w-]+ ){{0,3}}[\w-]+(?:: | \(|, ){NEARLY}$")
_IN_RATE = re.compile(rf"^[^.;:()]{{0,60}}, an? (?:[a-z-]+ ){{0,3}}(?:rate|turnout|share) of {NEARLY}$")
_NO_SHARE = re.compile(rf"^[- ]?(?:[a-z]+ )?(?:{COMPARES}|{TURNS}|points?|interest|a (?:year|month))\b")
_EXPLICIT = re.compile(rf"(?:, or| \(|, which is|, that is) ?{NEARLY}$")
_FARTHEST = 2
_SLACK = 0.1


@dataclass(frozen=True)
class _Share:
    """A share as a part of one, at `text[start:end]`."""

    start: int
    end: int
    low: float
    high: float


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The shares that do not follow."""
    for number, sentence in enumerate(study.document.sentences):
        shares = _shares(study, sentence)
        if not shares:
            continue
        values = [item for item in figures_in(study, sentence.start, sentence.end) if _is_value(item, shares)]
        for share in shares:
            found = _of(study, sentence, number, share, values)
            if found is not None:
                yield found


def _shares(study: Study, sentence: Sentence) -> list[_Share]:
    """The shares of a sentence that are not those of a change."""
    text = study.document.text
    found = []
    for item in within(study.mentions.get("quantity", ()), sentence.start, sentence.end):
        if not isinstance(item, QuantityMention) or item.quantity.dimension != "share":
            continue
        if item.quantity.form == "change" or _NO_SHARE.match(text[item.end : item.end + 40]):
            continue
        low, high = _limits(item)
        if low is not None:
            found.append(_Share(item.start, item.end, low, high))
    return found


def _limits(item: QuantityMention) -> tuple[float | None, float]:
    """The bounds of a share: a percentage may be rounded or cut off, a fraction in words is meant broadly."""
    quantity = item.quantity
    if quantity.is_range:
        return None, 0.0
    value, modifier = quantity.low, quantity.modifier
    if quantity.unit == "percent":
        step = quantity.precision or 1.0
        low, high = (value - step / 2) / 100, (value + step) / 100
        value /= 100
    else:
        low, high = value * (1 - _SLACK), value * (1 + _SLACK)
    if modifier == ">":
        return value * (1 - _SLACK / 10), 1.0
    if modifier == "<":
        return 0.0, value * (1 + _SLACK / 10)
    return (min(low, value * (1 - _SLACK)), max(high, value * (1 + _SLACK / 2))) if modifier == "~" else (low, high)


def _is_value(item: Figure, shares: Sequence[_Share]) -> bool:
    apart = all(item.end <= one.start or one.end <= item.start for one in shares)
    return apart and item.is_exact and not item.change and item.dimension not in ("share", "share-point", "factor")


def _of(study: Study, sentence: Sentence, number: int, share: _Share, values: Sequence[Figure]) -> Finding | None:
    """A finding where the share is none of what the figures around it give."""
    text = study.document.text
    pairs = [pair for pair in _pairs(text, sentence, share, values) if _is_part(*pair)]
    earlier = [
        item
        for before in sentences_before(study, number, 1)
        for item in figures_in(study, before.start, before.end)
        if _is_value(item, ())
    ]
    if not pairs:
        pairs = _of_that(text, share, values, earlier)
    every = [pair for pair in permutations([*values, *earlier], 2) if _is_part(*pair)]
    if not pairs or not _is_near(text, share, *pairs[0]) or any(_fits(share, *pair) for pair in (*pairs, *every)):
        return None
    return _finding(study, sentence, share, *pairs[0])


def _pairs(text: str, sentence: Sentence, share: _Share, values: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The part and the whole that a share is plainly said of."""
    after = text[share.end : share.end + 40]
    before = [item for item in values if item.end <= share.start]
    behind = [item for item in values if item.start >= share.end]
    if behind and (_OF_W.match(text[share.end : behind[0].start]) or _TOWNS.match(text[share.end : behind[0].start])):
        gap = text[before[-1].end : share.start] if before else ""
        if _OR_FAR.match(gap) or (_OR.match(gap) and before):
            yield before[-1], behind[0]
        if len(behind) > 1 and _is_apposed(text, behind[0], behind[1]):
            yield behind[1], behind[0]
        return
    if _OF_OTHER.match(after):
        if behind[1:] and _OF_NAMED.match(text[share.end : behind[0].start]) and _is_of(text, behind[0], behind[1]):
            yield behind[0], behind[1]
        return
    if len(before) > 1 and _is_of(text, before[-2], before[-1]) and _AFTER.match(text[before[-1].end : share.start]):
        yield before[-2], before[-1]
    elif before and _OPENING.match(text[sentence.start : before[0].start]) and before[-1] is not before[0]:
        if _IN_BRACKETS.match(text[before[-1].end : share.start]):
            yield before[-1], before[0]
    elif len(behind) > 1 and _is_of(text, behind[0], behind[1]) and _BEFORE.match(text[share.end : behind[0].start]):
        yield behind[0], behind[1]


def _is_apposed(text: str, whole: Figure, part: Figure) -> bool:
    """Whether a number is given again behind what it is a share of: "of the 900 staff, or 300,"."""
    return bool(_APPOSED.match(text[whole.end : part.start]) and _CLOSED.match(text[part.end : part.end + 30]))


def _is_of(text: str, part: Figure, whole: Figure) -> bool:
    """Whether one figure is said to be of the other: "61 deaths among 2,314 cases"."""
    return part.low < whole.high and _OF.match(text[part.end : whole.start]) is not None


def _of_that(
    text: str, share: _Share, values: Sequence[Figure], earlier: Sequence[Figure]
) -> list[tuple[Figure, Figure]]:
    """ "7 million, or 60 per cent of that": the whole stands in the sentence before."""
    before = [item for item in values if item.end <= share.start]
    gap = text[before[-1].end : share.start] if before else ""
    said = _OR_FAR.match(gap) and _OF_THAT.match(text[share.end : share.end + 30])
    if not before or not (said or _IN_RATE.match(gap)):
        return []
    larger = [item for item in earlier if item.dimension == before[-1].dimension and item.low >= before[-1].high]
    return [(before[-1], larger[0])] if len(larger) == 1 and _is_part(before[-1], larger[0]) else []


def _is_part(part: Figure, whole: Figure) -> bool:
    alike = part.is_like(whole) and part.low >= 0 and whole.low > 0
    return alike and part.low <= whole.high and (part.dimension == "count" or part.unit == whole.unit)


def _is_near(text: str, share: _Share, part: Figure, whole: Figure) -> bool:
    """Whether the share is stated as that of the two, or is at least not far from it."""
    if _EXPLICIT.search(text[max(share.start - 20, 0) : share.start]):
        return True
    real = part.value / whole.value
    return share.low <= real * _FARTHEST and real <= share.high * _FARTHEST


def _fits(share: _Share, part: Figure, whole: Figure) -> bool:
    return share.low <= part.high / whole.low + 1e-9 and part.low / whole.high - 1e-9 <= share.high


def _finding(study: Study, sentence: Sentence, share: _Share, part: Figure, whole: Figure) -> Finding:
    text = study.document.text
    one, other, said = (text[item.start : item.end] for item in (part, whole, share))
    low, high = part.low / whole.high * 100, part.high / whole.low * 100
    real = written(round((low + high) / 2, 1))
    return finding(
        CHECK,
        fact=(study.source.id, one, other, said),
        verdict="conflict",
        message=f"{said} is stated, but {one} of {other} is about {real} per cent.",
        sides=([evidence_at(study, sentence.start, sentence.end, value=said)],),
        context=[evidence_at(study, item.start, item.end) for item in (part, whole) if item.start < sentence.start],
        steps=(
            Step(
                code="share-reckoned",
                text=f"With rounding, {one} of {other} is {written(low)} to {written(high)} per cent.",
            ),
        ),
        settle="Reckon again from the figures at their source.",
        weight=0.6,
    )


CHECK = Check(
    id="share",
    kind="arithmetic",
    title="A share does not follow from the part and the whole given with it",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"report": "In all 286,440 were reached, or 82.4 per cent of the 310,000 who were targeted."},
            expect="conflict",
        ),
        Example(
            documents={"report": "In all 286,440 were reached, or 92.4 per cent of the 310,000 who were targeted."},
            expect=None,
        ),
        Example(documents={"item": "A third of the 900 staff, or 400, will go."}, expect="conflict"),
        Example(documents={"item": "A third of the 900 staff, or 310, will go."}, expect=None),
        Example(documents={"item": "Turnout was 74 per cent: 320,000 of 500,000 voters came."}, expect="conflict"),
        Example(
            documents={"report": "Of the spare parts, 40 per cent come from abroad, for 12 million dollars."},
            expect=None,
        ),
    ),
)
