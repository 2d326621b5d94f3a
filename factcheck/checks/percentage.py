"""A percentage does not follow from the figures that it is given with.

It reads changes ("raised by 12 per cent to 8.4p, from 7.9p"; "13,000 in 2019. By 2023 it was 34,500, a rise of 265 per
cent") and shares ("286,520, or 92.4 per cent of the 310,000 who were targeted"; "61 of 2,314, or 3.6 per cent"),
reckons with the rounding of all three, and reports those that cannot be. It stays silent where it is not plain which
figures belong together, on percentage points, and on rates of something else.

What settles it: the two figures at their source; the percentage is then a matter of reckoning.
"""

import re
from collections.abc import Iterable, Sequence

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks._figures import Figure, figures_in, written
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step

_NEARLY = r"(?:about |around |some |nearly |almost |just |over |under |roughly |only |more than |less than )?"
_FROM = re.compile(
    r"\b(?:from|compared with|compared to|against|up on|down on|(?:on|from) (?:this|last) year['’]s) "
    rf"(?:the |a |its )?{_NEARLY}$"
)
_TO = re.compile(rf"\b(?:to|at|reached|reaching|was|were|stood at|hit|totalled) {_NEARLY}$")
_CHANGES = "rise|increase|growth|gain|jump|fall|drop|decline|decrease|cut|reduction|surge|slump|loss"
_BY = re.compile(
    rf"\b(?:by|up|down|rose|grew|fell|dropped|increased|decreased|gained|lost|climbed|jumped|soared|slid|shrank|"
    rf"(?:{_CHANGES}) of) {_NEARLY}$"
)
_APPOSED = re.compile(rf"^[^.;:()]{{0,25}}, (?:or )?an? (?:[a-z]+ )?(?:{_CHANGES}) of {_NEARLY}$")
_FALLS = re.compile(r"\b(?:down|fell|dropped|decreased|lost|slid|shrank|fall|drop|decline|decrease|cut|loss)\b")
_OR = re.compile(rf"^[^.;:()]{{0,60}}?(?:, or | \(){_NEARLY}$")
_OF = re.compile(r"^\)? of (?:the |all |all the |its |their |a total of )?$")
_OUT_OF = re.compile(r"^ (?:of|out of) (?:the |its |their |a total of )?$")
_OF_THAT = re.compile(r"^ of (?:what|that|the total|the whole|it|them|this|those|these)\b")
_RATE = re.compile(rf"^[^.;:()]{{0,60}}, an? (?:[a-z-]+ ){{0,3}}rate of {_NEARLY}$")


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The percentages that do not follow."""
    before: Sentence | None = None
    for sentence in study.document.sentences:
        figures = figures_in(study, sentence.start, sentence.end)
        percents = [item for item in figures if item.unit == "percent" and item.is_exact]
        values = [item for item in figures if item.unit != "percent" and item.dimension not in ("share", "share-point")]
        earlier: list[Figure] = []
        if before is not None and before.block == sentence.block and percents:
            earlier = [item for item in figures_in(study, before.start, before.end) if item.unit != "percent"]
        for percent in percents:
            found = _change(study, sentence, percent, percents, values, earlier) or _share(
                study, sentence, percent, values, earlier
            )
            if found is not None:
                yield found
        before = sentence


def _change(
    study: Study,
    sentence: Sentence,
    percent: Figure,
    percents: Sequence[Figure],
    values: Sequence[Figure],
    earlier: Sequence[Figure],
) -> Finding | None:
    """A change in per cent against the two values, or null."""
    text = study.document.text
    apposed = [item for item in values if item.end <= percent.start and _APPOSED.match(text[item.end : percent.start])]
    if not apposed and not (percent.change or _BY.search(text[sentence.start : percent.start])):
        return None
    old = [item for item in values if _FROM.search(text[sentence.start : item.start])]
    new = apposed[-1:] or [item for item in values if item not in old and _TO.search(text[sentence.start : item.start])]
    if not old and apposed:
        old = [item for item in earlier if _is_like(item, apposed[-1])]
    if len(old) != 1 or len(new) != 1 or len(percents) > 1 or not _is_like(old[0], new[0]):
        return None
    if old[0].low <= 0 or not old[0].is_exact or not new[0].is_exact:
        return None
    low, high = (new[0].low / old[0].high - 1) * 100, (new[0].high / old[0].low - 1) * 100
    if _FALLS.search(text, sentence.start, sentence.end) and high < 0:
        low, high = -high, -low
    return _finding(study, sentence, percent, (old[0], new[0]), low, high, "change-reckoned")


def _is_like(one: Figure, other: Figure) -> bool:
    """Whether two figures may be values of one thing."""
    return one.dimension == other.dimension and (one.unit == other.unit or None in (one.unit, other.unit))


def _share(
    study: Study, sentence: Sentence, percent: Figure, values: Sequence[Figure], earlier: Sequence[Figure]
) -> Finding | None:
    """A share in per cent against part and whole, or null."""
    text = study.document.text
    before = [item for item in values if item.end <= percent.start]
    after = next((item for item in values if item.start >= percent.end), None)
    if not before or percent.change:
        return None
    part = before[-1]
    whole: Figure | None = None
    gap = text[part.end : percent.start]
    if len(before) > 1 and _OUT_OF.match(text[before[-2].end : part.start]) and _OR.match(gap):
        part, whole = before[-2], part
    elif _OR.match(gap) and after is not None and _OF.match(text[percent.end : after.start]):
        whole = after
    elif (_OR.match(gap) and _OF_THAT.match(text[percent.end : percent.end + 20])) or _RATE.match(gap):
        larger = [item for item in earlier if item.dimension == part.dimension and item.low >= part.high]
        whole = larger[0] if len(larger) == 1 else None
    if whole is None or not _is_part(part, whole):
        return None
    low, high = part.low / whole.high * 100, part.high / whole.low * 100
    return _finding(study, sentence, percent, (part, whole), low, high, "share-reckoned")


def _is_part(part: Figure, whole: Figure) -> bool:
    exact = part.is_exact and whole.is_exact and part.low >= 0 and whole.low > 0
    return exact and part.dimension == whole.dimension and (part.dimension == "count" or part.unit == whole.unit)


def _finding(
    study: Study, sentence: Sentence, percent: Figure, of: tuple[Figure, Figure], low: float, high: float, code: str
) -> Finding | None:
    if percent.low <= high + 1e-9 and low - 1e-9 <= percent.high:
        return None
    text = study.document.text
    one, other = (text[item.start : item.end] for item in of)
    real = f"{written(round((low + high) / 2, 1))} per cent"
    said = text[percent.start : percent.end]
    words = f"from {one} to {other} is" if code == "change-reckoned" else f"{one} of {other} is"
    return finding(
        CHECK,
        fact=(study.source.id, one, other, said),
        verdict="conflict",
        message=f"{said} is stated, but {words} about {real}.",
        sides=([evidence_at(study, sentence.start, sentence.end, value=said)],),
        context=[evidence_at(study, item.start, item.end) for item in of if item.start < sentence.start],
        steps=(Step(code=code, text=f"With rounding, {words} {written(low)} to {written(high)} per cent."),),
        settle="Reckon again from the figures at their source.",
        weight=0.6,
    )


CHECK = Check(
    id="percentage",
    kind="arithmetic",
    title="A percentage does not follow from the figures given with it",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"results": "The dividend is raised by 12 per cent to 8.4p a share, from 7.9p."},
            expect="conflict",
        ),
        Example(
            documents={"results": "The dividend is raised by 6.3 per cent to 8.4p a share, from 7.9p."},
            expect=None,
        ),
        Example(
            documents={"report": "The line carried 13,000 passengers. By 2023 it was 34,500, a rise of 265 per cent."},
            expect="conflict",
        ),
        Example(
            documents={"report": "In all 286,440 were reached, or 82.4 per cent of the 310,000 who were targeted."},
            expect="conflict",
        ),
        Example(
            documents={"report": "Of the spare parts, 40 per cent come from abroad, for 12 million dollars."},
            expect=None,
        ),
    ),
)
