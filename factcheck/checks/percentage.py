"""A change in per cent does not follow from the value before and the value after.

It reads changes in any order of words ("raised by 12 per cent to 8.4p, from 7.9p"; "up 12% at 8.4p (2023: 7.9p)"; "12
per cent more than the 7.9p of last year"; "13,000 in 2019. By 2023 it was 34,500, a rise of 265 per cent"), also where
the sentences before give no other values and the one with the change speaks of nothing else, and shortfalls and
overruns ("of 480 beds planned, 360 were opened, a shortfall of 45 per cent"), and the value before that stands bare in
brackets behind the new ("rose 20 per cent to SEK 14,280 million (12,930)"). It reckons with the rounding of all
three, and reports those that cannot be. It stays silent where it is not plain which figures belong together,
where any two of them would fit, on percentage points, on changes by the year and on those that are adjusted (for
inflation, for currencies).

What settles it: the two figures at their source; the percentage is then a matter of reckoning.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.language.trends import OTHER_BASIS
from factcheck.reckoning.changes import COMPARES, MOVES, NEARLY, TURNS, Pair, direction
from factcheck.reckoning.figures import Figure, figures_in, written
from factcheck.reckoning.following import change_told
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step

_CHANGED = re.compile(rf"\b(?:{MOVES}(?: by)?|by|(?:(?i:{TURNS})|{MOVES}) of) {NEARLY}$|[(, ][+−-] ?$")
_CHANGE = re.compile(rf"^[- ](?:[a-z-]+ )?(?:{TURNS}|{COMPARES})\b(?! of )")
_OR = re.compile(rf"(?:, or|, which is|, that is|, i\.e\.,?|, equal to| \(|[–—]|, representing) ?\+?{NEARLY}$")
_MOVED = re.compile(rf"\b{MOVES}\b")
_OF = re.compile(r"^\)? of ")
_EVERY = re.compile(
    r"^,? (?:(?:a|per|each|every) (?:year|month|week|day|quarter|decade|annum)\b(?!-on-| on )|yearly|annually|monthly)"
)
_RESTATED = re.compile(rf"^(?: [a-z]+){{0,2}}(?:, or | \(|, which is |, equal to | – |, ){NEARLY}$")
_TURN_OF = re.compile(rf"^(?: [a-z]+){{0,2}}(?:, | \(|: | – | — )an? (?:[a-z]+ )?{TURNS} of {NEARLY}$")
_IS_AMOUNT = re.compile(rf"\b(?:{MOVES}|{TURNS})(?: (?:of|by))? {NEARLY}$")
_TO = re.compile(rf"^\)?,? (?:[a-z]+ )?(?:to|at) (?:[a-z]+ (?:at )?)?{NEARLY}$")
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_PERCENT = r"(?: ?%| per ?cent)"
_FROM_TO = re.compile(
    rf"\bfrom (?P<old>{_NUMBER}){_PERCENT}?(?: [^\d.;:()]{{0,40}})? to (?P<new>{_NUMBER}){_PERCENT}"
    rf"(?! points?)[^\d.;:()]{{0,60}},"
    rf" an? (?:[a-z]+ )?(?:{TURNS}) of (?P<said>{_NUMBER}){_PERCENT}(?! points?)"
)
_SHORT_OF = re.compile(
    rf", (?:which is |that is |or |leaving )?an? (?:[a-z]+ )?"
    rf"(?:(?P<short>shortfall|underspend)|overrun|overspend|excess|surplus) of {NEARLY}$"
)
_SLACK = 1e-9


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The percentages that do not follow."""
    for number, sentence in enumerate(study.document.sentences):
        figures = figures_in(study, sentence.start, sentence.end)
        percents = [item for item in figures if item.unit == "percent" and item.is_exact]
        if not percents or OTHER_BASIS.search(study.document.text, sentence.start, sentence.end):
            continue
        for percent in percents:
            rivals = [item for item in percents if item is not percent]
            found = _of(study, sentence, number, percent, rivals) or _of_bracketed(study, sentence, percent)
            if found is not None:
                yield found
            yield from _of_plan(study, sentence, percent)
        yield from _of_shares(study, sentence)


def _of_plan(study: Study, sentence: Sentence, percent: Figure) -> Iterable[Finding]:
    """ "Of 480 places planned 360 were built, a shortfall of 45 per cent": the only two figures before it."""
    text = study.document.text
    told = _SHORT_OF.search(text, sentence.start, percent.start)
    if told is None or _OF.match(text[percent.end : sentence.end]):
        return
    before = [item for item in figures_in(study, sentence.start, percent.start) if item.is_exact]
    values = [item for item in before if _is_value(item)]
    if len(before) != 2 or len(values) != 2 or not (values[0].unit == values[1].unit or any(v.is_bare for v in values)):
        return
    less, more = sorted(values, key=lambda item: item.value)
    fall, rise = Pair(more, less), Pair(less, more)
    if less.low > 0 and not _is_of_another(percent, rise) and not any(_fits(percent, pair, 0) for pair in (fall, rise)):
        yield _finding(study, sentence, percent, fall if told["short"] else rise)


def _of_bracketed(study: Study, sentence: Sentence, percent: Figure) -> Finding | None:
    """ "Rose 20 per cent to SEK 14,280 million (12,930)": the value before stands bare in brackets behind the new."""
    text = study.document.text
    if not _is_change(text, sentence, percent):
        return None
    figures = [one for one in figures_in(study, sentence.start, sentence.end, apart=True) if one.is_exact]
    place = next((place for place, one in enumerate(figures) if one.start == percent.start), None)
    if place is None:
        return None
    sign = direction(text, percent.start, percent.end, sentence.end)
    for beside in (figures[place + 1 : place + 3], figures[max(place - 2, 0) : place]):
        pair = _pair_in_brackets(text, *beside) if len(beside) == 2 else None
        if pair is not None and not _is_of_another(percent, pair) and not _fits(percent, pair, sign):
            return _finding(study, sentence, percent, pair)
    return None


def _pair_in_brackets(text: str, new: Figure, bare: Figure) -> Pair | None:
    """A value and the one before it, bare in brackets right behind; null where they are none."""
    between, year = text[new.end : bare.start], re.fullmatch(r"(?:19|20)\d\d", text[bare.start : bare.end])
    if not (_is_value(new) and bare.is_bare and bare.value) or year or not _IN_BRACKETS.fullmatch(between):
        return None
    if not text.startswith(")", bare.end):
        return None
    scale = next(
        (one for one in (1.0, 1e3, 1e6, 1e9) if 1 / _SIMILAR < new.value / (bare.value * one) < _SIMILAR), None
    )
    if scale is None:
        return None
    old = replace(bare, low=bare.low * scale, high=bare.high * scale, value=bare.value * scale)
    return Pair(old, new)


_IN_BRACKETS = re.compile(
    r"(?: (?:per|a|each) [a-z]+| [a-z]+){0,3} \((?:(?:19|20)\d\d: |(?:last|previous|prior) year: )?"
)
"""What stands between a value and the one of the time before: " per share (2023: "."""
_SIMILAR = 4.0
"""How many times a value of two years may be the other."""


def _of_shares(study: Study, sentence: Sentence) -> Iterable[Finding]:
    """ "fell from 7.5 to 6.0 per cent, a reduction of 30 per cent": neither the part nor the points that it fell."""
    text = study.document.text
    for match in _FROM_TO.finditer(text, sentence.start, sentence.end):
        values = [match[name].replace(",", "") for name in ("old", "new", "said")]
        old, new, said = (float(value) for value in values)
        halves = [0.5 / 10 ** len(value.partition(".")[2]) for value in values]
        if not old:
            continue
        bounds = [(old + one, new + other) for one in (-halves[0], halves[0]) for other in (-halves[1], halves[1])]
        parts = [abs(end / begin - 1) * 100 for begin, end in bounds]
        is_part = min(parts) - halves[2] - _SLACK <= said <= max(parts) + halves[2] + _SLACK
        if is_part or abs(abs(new - old) - said) <= sum(halves) + _SLACK:
            continue
        places = zip(("old", "new", "said"), (old, new, said), strict=True)
        ends = [Figure(*match.span(name), one, one, "percent", "share", value=one) for name, one in places]
        yield _finding(study, sentence, ends[2], Pair(ends[0], ends[1]))


def _of(study: Study, sentence: Sentence, number: int, percent: Figure, rivals: Sequence[Figure]) -> Finding | None:
    text = study.document.text
    if not _is_change(text, sentence, percent):
        return None
    by = _amount(study, sentence, percent)
    if by is not None:
        return _of_amount(study, sentence, percent, *by)
    found = change_told(study, number, percent, _is_value, rivals)
    if found is None or found.pair.old.low <= 0:
        return None
    if found.pair.old.start < sentence.start and _is_of_another(percent, found.pair):
        return None
    sign = direction(text, percent.start, percent.end, sentence.end)
    if any(_fits(percent, pair, sign) for pair in (found.pair, *found.others)):
        return None
    return _finding(study, sentence, percent, found.pair)


_FARTHEST = 10
"""How many times a change may be what is said of it, for its base to be the one in an earlier sentence."""


def _is_of_another(percent: Figure, pair: Pair) -> bool:
    """Whether two values lie so far apart that the percentage is not of them."""
    return abs(pair.new.value / pair.old.value - 1) * 100 > _FARTHEST * max(percent.high, 10.0)


def _amount(study: Study, sentence: Sentence, percent: Figure) -> tuple[Figure, Figure] | None:
    """The amount of a change that a percentage restates, and where it led: "fell 50 points, or 2%, to 2,450"."""
    text = study.document.text
    figures = [item for item in figures_in(study, sentence.start, sentence.end, apart=True) if item.is_exact]
    before = [item for item in figures if item.end <= percent.start]
    gap = text[before[-1].end : percent.start] if before else ""
    led = before[-2:] if _TURN_OF.match(gap) else []
    if len(led) > 1 and led[0].change and led[0].unit != "percent" and _TO.match(text[led[0].end : led[1].start]):
        return (led[0], led[1]) if _is_value(led[1]) and led[1].low > led[0].high else None
    if not before or not _RESTATED.match(gap):
        return None
    amount = before[-1]
    moved = amount.change or _IS_AMOUNT.search(text, max(amount.start - 60, sentence.start), amount.start)
    if not moved or amount.dimension == "share":
        return None
    after = [item for item in figures if item.start >= percent.end][:1]
    led = after if after and _TO.match(text[percent.end : after[0].start]) else before[-2:-1]
    values = [item for item in led if _is_value(item) and (item.unit == amount.unit or item.is_bare or amount.is_bare)]
    return (amount, values[0]) if values and values[0].low > amount.high else None


def _of_amount(study: Study, sentence: Sentence, percent: Figure, amount: Figure, value: Figure) -> Finding | None:
    """A finding where an amount is another part of the value before, or of the value given, than the percentage."""
    text = study.document.text
    sign = direction(text, amount.start, amount.end, sentence.end)
    bases = [value.value - one * amount.value for one in ((sign,) if sign else (1, -1))]
    slack = 1.0 + value.half / value.value
    for base in (*bases, value.value):
        low, high = amount.low / (base * slack) * 100, amount.high / base * slack * 100
        if percent.low <= high + _SLACK and low <= percent.high + percent.half + _SLACK:
            return None
    old, new = replace(value, low=bases[0], high=bases[0], value=bases[0]), value
    return _finding(study, sentence, percent, Pair(old, new), by=amount)


def _is_change(text: str, sentence: Sentence, percent: Figure) -> bool:
    """Whether a percentage is said to be that of a change."""
    before, after = text[max(sentence.start, percent.start - 80) : percent.start], text[percent.end : percent.end + 40]
    if percent.per is not None or _EVERY.match(after) or _OF.match(after):
        return False
    if percent.change or _CHANGED.search(before) or _CHANGE.match(after):
        return True
    return _OR.search(before) is not None and _MOVED.search(text, sentence.start, percent.start) is not None


def _is_value(item: Figure) -> bool:
    return item.dimension not in ("share", "share-point", "factor") and item.is_exact and not item.change


def _limits(pair: Pair) -> tuple[float, float]:
    """The change in per cent that two values allow."""
    return (pair.new.low / pair.old.high - 1) * 100, (pair.new.high / pair.old.low - 1) * 100


def _fits(percent: Figure, pair: Pair, sign: int) -> bool:
    """Whether a percentage is that of a change, rounded or cut off."""
    if pair.old.low <= 0 or pair.new.low < 0:
        return False
    low, high = _limits(pair)
    most = percent.high + (0.0 if percent.is_vague else percent.half) + _SLACK
    ends = [sorted((low * one, high * one)) for one in ((sign,) if sign else (1, -1))]
    return any(percent.low <= highest + _SLACK and lowest <= most for lowest, highest in ends)


def _finding(study: Study, sentence: Sentence, percent: Figure, pair: Pair, by: Figure | None = None) -> Finding:
    text = study.document.text
    low, high = _limits(pair)
    one, other, said = (text[item.start : item.end] for item in (pair.old, pair.new, percent))
    one = one if by is None else written(pair.old.value)
    middle = (pair.new.value / pair.old.value - 1) * 100
    turn = "a fall of" if middle < 0 else "a rise of"
    words = f"from {one} to {other} is"
    real = f"{words} {turn} about {written(round(abs(middle), 1))} per cent"
    shown = evidence_at(study, sentence.start, sentence.end, value=said)
    away = [item for item in (pair.old, pair.new) if not sentence.start <= item.start < sentence.end]
    bounds = sorted((abs(low), abs(high)))
    return finding(
        CHECK,
        fact=(study.source.id, one, other, said),
        verdict="conflict",
        message=f"{said} is stated, but {real}.",
        sides=([shown],),
        context=[evidence_at(study, item.start, item.end) for item in away],
        steps=(
            Step(
                code="change-reckoned",
                text=f"With rounding, {words} {turn} {written(bounds[0])} to {written(bounds[1])} per cent.",
            ),
        ),
        settle="Reckon again from the figures at their source.",
        weight=0.6,
    )


CHECK = Check(
    id="percentage",
    kind="arithmetic",
    title="A change in per cent does not follow from the two values given with it",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"results": "The dividend is raised by 12 per cent to 8.4p a share, from 7.9p."},
            expect="conflict",
        ),
        Example(
            documents={"results": "Net sales rose 20 per cent to SEK 14,280 million (12,930)."},
            expect="conflict",
        ),
        Example(
            documents={"review": "Of 480 beds planned, 360 were opened, a shortfall of 45 per cent."},
            expect="conflict",
        ),
        Example(
            documents={
                "review": "It spent 50 million euros against a budget of 40 million, an overrun of 30 per cent."
            },
            expect="conflict",
        ),
        Example(
            documents={"review": "It spent 50 million euros against a budget of 40, an overrun of 30 per cent."},
            expect=None,
        ),
        Example(
            documents={"review": "Of 480 beds planned, 360 were opened, a shortfall of 25 per cent."},
            expect=None,
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
            documents={"item": "The harvest came to 90,000 tonnes, 20 per cent less than the 100,000 tonnes of 2023."},
            expect="conflict",
        ),
        Example(
            documents={"item": "Absence fell from 7.5 to 6.0 per cent of school days, a reduction of 30 per cent."},
            expect="conflict",
        ),
        Example(
            documents={"item": "Rates rose from 4.5 per cent to 6.0 per cent, an increase of 1.5 per cent."},
            expect=None,
        ),
        Example(
            documents={"item": "Revenue rose 12 per cent in real terms, to $40 million from $38 million."},
            expect=None,
        ),
    ),
)
