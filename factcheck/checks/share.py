"""A share does not follow from the part and the whole that it is given with.

It reads shares in per cent and in words beside their part and whole, in any order ("731 of the 842 patients (86.8%)";
"286,520, or 92.4 per cent of the 310,000 who were targeted"; "a third of the 900 staff, or 300"; "turnout was 64 per
cent: 320,000 of 500,000"; "of the 1,500 asked, 600 (40%) said no"; "900 sat it, and 600 passed. The failure rate was
thus 18 per cent"), and shares of one sum that its amounts contradict. It reckons with the rounding of all three (and
with cutting off instead of rounding), and reports those that cannot be. Words are taken broadly: "a third" is anything
from 0.3 to 0.37. It stays silent where it is not plain which figures belong together, where any two of them would fit,
and on shares of something else.

What settles it: the two figures at their source; the share is then a matter of reckoning.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, permutations

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import sentences_before, within
from factcheck.language.number_words import NTH
from factcheck.reckoning.changes import COMPARES, NEARLY, TURNS
from factcheck.reckoning.figures import Figure, figures_in, written
from factcheck.reckoning.following import follows, in_units, part_told
from factcheck.reckoning.shares import CLOSED, IN_BRACKETS, OR_FAR, Share, divided, is_part, pairs_of
from factcheck.reckoning.turnout import turnout_told
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import QuantityMention

_AGAIN = re.compile(rf"^(?: [\w’'-]+){{0,4}}(?:, or | \(|, that is |, equal to ){NEARLY}$")
_OF_THESE = re.compile(rf"^(?:Of|Among) (?:these|them|those|that|this)(?: [a-z]+)?,? {NEARLY}$")
_OF_THAT = re.compile(r"^ of (?:what|that|the total|the whole|it|them|this|those|these)\b")
_PART_OF_IT = re.compile(
    rf"^ (?:[a-z]+ )?of (?:them|these|those|it|this|that)\b[^.;:()]{{0,40}}"
    rf"(?:, or | \(|, that is |, which is ){NEARLY}$"
)
"""What stands between a part of what the sentence before tells and the share that restates it."""
_IN_RATE = re.compile(rf"^[^.;:()]{{0,60}}, an? (?:[a-z-]+ ){{0,3}}(?:rate|turnout|share) of {NEARLY}$")
_NO_SHARE = re.compile(rf"^[- ]?(?:[a-z]+ )?(?:{COMPARES}|{TURNS}|points?|interest|a (?:year|month))\b")
_EXPLICIT = re.compile(rf"(?:, or| \(|, which is|, that is) ?{NEARLY}$")

_MAJORITY = re.compile(
    r"\b(?:[Aa]n? |[Tt]he )?(?:[a-z]+ )?(?P<noun>majority|minority)(?= of (?:the|its|their|all) )|"
    r"\b[Mm]ost(?= of (?:the|its|their) )"
)
_EVERY = re.compile(
    rf"\b[Ee]very (?P<which>other|{'|'.join(list(NTH)[1:])})\b(?= [a-z]+)"
    r"(?! (?:day|night|week|weekend|month|year|hour|minute|time|season|[a-z]+day|morning|evening)s?\b)"
)
_IN_ALL = re.compile(rf"^(?: (?:of )?[\w’'-]+){{0,4}}(?:, | \(| – | — ){NEARLY}$")
_FARTHEST = 2
_SLACK = 0.1
_LEAST = 1e-6
"""How far above half a majority is, at least."""


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The shares that do not follow."""
    for number, sentence in enumerate(study.document.sentences):
        text = study.document.text
        shares = [*shares_in(study, sentence), *_majorities(text, sentence), *_every(text, sentence)]
        if not shares:
            continue
        for one, other in pairwise(sorted(shares, key=lambda share: share.start)):
            if _is_restated(study.document.text, one, other):
                yield _again(study, sentence, one, other)
        figures = in_units(figures_in(study, sentence.start, sentence.end))
        values = [item for item in figures if _is_value(item, shares)]
        parted = divided(text, shares, values)
        for share, part, whole in parted:
            if not _fits(share, part, whole):
                yield _finding(study, sentence, share, part, whole)
        for share in () if parted else shares:
            found = _of(study, sentence, number, share, values)
            if found is not None:
                yield found


def _is_restated(text: str, one: Share, other: Share) -> bool:
    """Whether a share in words is given again in per cent, and is another: "a third (45%)"."""
    kinds = {("%" in word or "cent" in word) for word in (text[one.start : one.end], text[other.start : other.end])}
    again = len(kinds) == 2 and _AGAIN.match(text[one.end : other.start]) is not None
    again = again and CLOSED.match(text[other.end : other.end + 30]) is not None
    return again and (one.high < other.low or other.high < one.low)


def _again(study: Study, sentence: Sentence, one: Share, other: Share) -> Finding:
    first, second = (study.document.text[item.start : item.end] for item in (one, other))
    return finding(
        CHECK,
        fact=(study.source.id, first, second),
        verdict="conflict",
        message=f"{first} is given again as {second}.",
        sides=([evidence_at(study, sentence.start, sentence.end, value=f"{first}; {second}")],),
        steps=(
            Step(code="share-reckoned", text=f"{first} is about {written(round((one.low + one.high) * 50))} per cent."),
        ),
        settle="Which of the two is right?",
        weight=0.5,
    )


def shares_in(study: Study, sentence: Sentence) -> list[Share]:
    """The shares of a sentence that are not those of a change."""
    text = study.document.text
    found = []
    for item in within(study.seen(QuantityMention), sentence.start, sentence.end):
        if item.quantity.dimension != "share":
            continue
        if item.quantity.form == "change" or _NO_SHARE.match(text[item.end : item.end + 40]):
            continue
        low, high = _limits(item)
        if low is not None:
            found.append(Share(item.start, item.end, low, high))
    return found


def _majorities(text: str, sentence: Sentence) -> list[Share]:
    """ "A majority of the 27 members, 13 in all"."""
    return [
        Share(match.start(), match.end(), *((0.0, 0.5) if match["noun"] == "minority" else (0.5 + _LEAST, 1.0)))
        for match in _MAJORITY.finditer(text, sentence.start, sentence.end)
    ]


def _every(text: str, sentence: Sentence) -> list[Share]:
    """ "Every third child", "every other member"."""
    found = []
    for match in _EVERY.finditer(text, sentence.start, sentence.end):
        part = 1 / (2 if match["which"] == "other" else NTH[match["which"]])
        found.append(Share(match.start(), match.end(), part * (1 - _SLACK), part * (1 + _SLACK)))
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


def _is_value(item: Figure, shares: Sequence[Share]) -> bool:
    apart = all(item.end <= one.start or one.end <= item.start for one in shares)
    return apart and item.is_exact and not item.change and item.dimension not in ("share", "share-point", "factor")


def _of(study: Study, sentence: Sentence, number: int, share: Share, values: Sequence[Figure]) -> Finding | None:
    """A finding where the share is none of what the figures around it give."""
    text = study.document.text
    near = False
    pairs = [pair for pair in pairs_of(text, sentence, share, values) if is_part(*pair)]
    earlier = [
        item
        for before in sentences_before(study, number, 1)
        for item in figures_in(study, before.start, before.end)
        if _is_value(item, ())
    ]
    if not pairs:
        pairs = _of_that(text, sentence, share, values, earlier)
    told = None if pairs else part_told(study, number, share.start, share.end, values) or turnout_told(study, number)
    if told is not None:
        pairs, near = [told], follows(study, number, share.start, share.end, plainly=True)
    every = [pair for pair in permutations([*values, *earlier], 2) if is_part(*pair)]
    if not pairs or any(_fits(share, *pair) for pair in (*pairs, *every)):
        return None
    if not near and not _is_near(text, share, *pairs[0]):
        return None
    other = Share(share.start, share.end, 1 - share.high, 1 - share.low)
    if told is not None and _fits(other, *pairs[0]):
        return None
    return _finding(study, sentence, share, *pairs[0])


def _of_that(
    text: str, sentence: Sentence, share: Share, values: Sequence[Figure], earlier: Sequence[Figure]
) -> list[tuple[Figure, Figure]]:
    """ "7 million, or 60 per cent of that", "300 of them, or half": the whole stands in the sentence before."""
    before = [item for item in values if item.end <= share.start]
    gap = text[before[-1].end : share.start] if before else ""
    alike = [item for item in earlier if before and is_part(before[-1], item) and item.low > before[-1].high]
    if len(before) == 1 and len(alike) == 1 and _OF_THESE.match(text[sentence.start : before[0].start]):
        return [(before[0], alike[0])] if IN_BRACKETS.match(gap) else []
    behind = values[0] if len(values) == 1 and values[0].start >= share.end else None
    if (
        behind is not None
        and _IN_ALL.match(text[share.end : behind.start])
        and CLOSED.match(text[behind.end : behind.end + 30])
    ):
        larger = [item for item in earlier if is_part(behind, item) and item.low > behind.high]
        return [(behind, larger[0])] if len(larger) == 1 else []
    said = OR_FAR.match(gap) and _OF_THAT.match(text[share.end : share.end + 30])
    restated = _PART_OF_IT.match(gap) and CLOSED.match(text[share.end : share.end + 30])
    if not before or not (said or restated or _IN_RATE.match(gap)):
        return []
    larger = [item for item in earlier if is_part(before[-1], item) and item.low >= before[-1].high]
    return [(before[-1], larger[0])] if len(larger) == 1 else []


def _is_near(text: str, share: Share, part: Figure, whole: Figure) -> bool:
    """Whether the share is stated as that of the two, or is at least not far from it."""
    if _EXPLICIT.search(text[max(share.start - 20, 0) : share.start]):
        return True
    real = part.value / whole.value
    return share.low <= real * _FARTHEST and real <= share.high * _FARTHEST


def _fits(share: Share, part: Figure, whole: Figure) -> bool:
    return share.low <= part.high / whole.low + 1e-9 and part.low / whole.high - 1e-9 <= share.high


def _finding(study: Study, sentence: Sentence, share: Share, part: Figure, whole: Figure) -> Finding:
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
            documents={"one": "The department treated 584 patients, 146 of them on the new machine, or one in three."},
            expect="conflict",
        ),
        Example(
            documents={"one": "The firm has 900 members, of whom 300 are women, or a third."},
            expect=None,
        ),
        Example(
            documents={"report": "In all 286,440 were reached, or 82.4 per cent of the 310,000 who were targeted."},
            expect="conflict",
        ),
        Example(
            documents={"report": "In all 286,440 were reached, or 92.4 per cent of the 310,000 who were targeted."},
            expect=None,
        ),
        Example(
            documents={"item": "The tank held 900 litres. Within an hour 300 of them, or 45 per cent, had run out."},
            expect="conflict",
        ),
        Example(documents={"item": "A third of the 900 staff, or 400, will go."}, expect="conflict"),
        Example(documents={"item": "A third of the 900 staff, or 310, will go."}, expect=None),
        Example(documents={"item": "Turnout was 74 per cent: 320,000 of 500,000 voters came."}, expect="conflict"),
        Example(
            documents={
                "deed": "The price, £42,000, is met by the parish, 60 per cent (£25,200), and the county, 40 per "
                "cent (£16,200)."
            },
            expect="conflict",
        ),
        Example(
            documents={
                "deed": "The price, £42,000, is met by the parish, 60 per cent (£25,200), and the county, 40 per "
                "cent (£16,800)."
            },
            expect=None,
        ),
        Example(
            documents={
                "report": "On sales of £42,000 it made 60 per cent (£6,000) of its profit at home and 40 per "
                "cent (£3,000) of it abroad."
            },
            expect=None,
        ),
        Example(
            documents={"report": "Of the spare parts, 40 per cent come from abroad, for 12 million dollars."},
            expect=None,
        ),
    ),
)
