"""An age does not fit the birth, or another age, that the same sentences give.

It reads when somebody was born ("born in 1902", "(1902–1967)"), an age at a dated event ("died in 1967 aged 72", "left
in 1983, at the age of 19") and an age now ("Now 41, she …"), of one person in one sentence or in two that follow each
other, and reports those between which no date of birth is left. It stays silent where two people may be meant.

What settles it: the date of birth, from a register or from the person.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.people import names_within
from factcheck.contexts.places import sentences_before, within
from factcheck.contexts.times import Interval, interval, issued, times_in, years_before
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import QuantityMention, TimeMention

_BORN = re.compile(r"\b[Bb]orn\b[^.;:()]{0,40}$")
_LIVED = re.compile(r"\((?P<born>1[5-9]\d\d|20\d\d) ?[–-] ?(?P<died>1[5-9]\d\d|20\d\d)\)")
_AT_DEATH = re.compile(r"\b(?:died|dying|dead|death|was killed)\b")
_NOW = re.compile(
    r"(?:\b(?:[Nn]ow|[Tt]oday|[Cc]urrently|[Aa]t present),? (?:aged )?|\b(?:[Hh]e|[Ss]he) is (?:now )?(?:aged )?)$"
)
_NOW_AFTER = re.compile(r"(?: years old)? (?:now|today)\b")
_NEXT = re.compile(r"^(?:[^,.;:]{1,30}, )?(?:He|She|he|she|Now|Today|At|Aged|By|His|Her)\b")
_KIN = re.compile(
    r"\b(?:sons?|daughters?|child|children|wife|husband|widow|widower|father|mother|parents?|brothers?|sisters?|twins?|"
    r"grand\w+|uncle|aunt|nephew|niece|cousin|whose|their|they|both)\b",
    re.IGNORECASE,
)
_OLDEST = 115


@dataclass(frozen=True)
class _Told:
    """When somebody was born, by the words at `text[start:end]`: at `low` or later, and before `high`."""

    start: int
    end: int
    low: date
    high: date
    said: str


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The ages for which no date of birth is left."""
    for number, sentence in enumerate(study.document.sentences):
        own = list(_told(study, sentence))
        if not own:
            continue
        before = sentences_before(study, number, 1)
        text = study.document.text[sentence.start : sentence.end]
        first = before[0] if before and _NEXT.match(text) else sentence
        earlier = list(_told(study, first)) if first is not sentence else []
        if len(own) + len(earlier) < 2 or not _is_of_one(study, first.start, sentence.end):
            continue
        for one, other in combinations([*earlier, *own], 2):
            if other in own and (one.high <= other.low or other.high <= one.low):
                yield _finding(study, sentence, one, other)
                break


def _is_of_one(study: Study, start: int, end: int) -> bool:
    """Whether a stretch of text tells of one person."""
    people = {item.entity.split()[-1] for item in names_within(study, start, end) if item.type == "person"}
    return len(people) <= 1 and _KIN.search(study.document.text, start, end) is None


def _told(study: Study, sentence: Sentence) -> Iterator[_Told]:
    """What a sentence tells of when somebody was born."""
    text, times = study.document.text, times_in(study, sentence.start, sentence.end)
    births = [item for item in times if _BORN.search(text[max(item.start - 60, sentence.start) : item.start])][:1]
    for item in births:
        when = interval(item.timespan)
        if when is not None:
            yield _Told(item.start, item.end, *when, f"born {_words(text, item.start, item.end)}")
    lived = _LIVED.search(text, sentence.start, sentence.end)
    if lived is not None and not births:
        year = int(lived["born"])
        yield _Told(lived.start(), lived.end(), date(year, 1, 1), date(year + 1, 1, 1), f"born in {year}")
    others = [item for item in times if item not in births and (lived is None or item.end <= lived.start())]
    for start, end, age in _ages(study, sentence):
        when = _when(study, sentence, start, end, others, lived)
        if when is not None and when[0].year - age - 1 > 0:
            low, high = years_before(when[0], age + 1), years_before(when[1], age)
            yield _Told(start, end, low, high, f"{age} in {when[0].year}")


def _ages(study: Study, sentence: Sentence) -> Iterator[tuple[int, int, int]]:
    """The ages of a sentence: where they stand, and the years."""
    text = study.document.text
    for item in within(study.seen(QuantityMention), sentence.start, sentence.end):
        value = item.quantity
        is_age = value.dimension == "age" and value.unit == "year of age" and value.form == "value"
        is_now = value.unit is None and value.dimension == "count" and _is_now(text, item.start, item.end)
        if (is_age or is_now) and value.low == value.high and value.modifier == "=" and 1 <= value.low <= _OLDEST:
            yield item.start, item.end, int(value.low)


def _is_now(text: str, start: int, end: int) -> bool:
    """Whether a number is that of years of an age today: "Now 41, she", "she is 41 today"."""
    after = text[end : end + 12]
    return bool(_NOW.search(text[max(start - 30, 0) : start]) and after[:1] in ",.;") or (
        _NOW_AFTER.match(after) is not None and text[max(start - 3, 0) : start] == "is "
    )


def _when(
    study: Study, sentence: Sentence, start: int, end: int, times: list[TimeMention], lived: re.Match[str] | None
) -> Interval | None:
    """The time at which somebody was of an age: that of its clause, of the death, or today."""
    text = study.document.text
    if _is_now(text, start, end):
        own = issued(study)
        return own if own is not None and (own[1] - own[0]).days <= 31 else None
    if len(times) == 1:
        return interval(times[0].timespan)
    if not times and lived is not None and _AT_DEATH.search(text, sentence.start, sentence.end):
        year = int(lived["died"])
        return date(year, 1, 1), date(year + 1, 1, 1)
    return None


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def _finding(study: Study, sentence: Sentence, one: _Told, other: _Told) -> Finding:
    start = min(one.start, other.start)
    return finding(
        CHECK,
        fact=(study.source.id, one.said, other.said),
        verdict="conflict",
        message=f"Somebody {one.said} is said to be {other.said}, which cannot be.",
        sides=((evidence_at(study, start, sentence.end, value=f"{one.said}; {other.said}"),),),
        steps=[
            Step(code="birth-implied", text=f"{item.said} means born in {_span(item)}.".capitalize())
            for item in (one, other)
        ],
        settle="When was the person born?",
        weight=0.5,
    )


def _span(told: _Told) -> str:
    last = date.fromordinal(told.high.toordinal() - 1).year
    return str(told.low.year) if told.low.year == last else f"{told.low.year} or {last}"


CHECK = Check(
    id="lifetime",
    kind="arithmetic",
    title="An age does not fit the birth told with it",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"item": "Berg, who was born in 1902 and died in 1967 aged 72, wrote it."}, expect="conflict"
        ),
        Example(documents={"item": "Berg, who was born in 1902 and died in 1967 aged 65, wrote it."}, expect=None),
        Example(
            documents={"item": "She joined the choir in 1998, when she was 22. Now 41, she leads it."},
            dates={"item": "2024-03-09"},
            expect="conflict",
        ),
        Example(
            documents={"item": "Berg was born in 1954. At the age of 19 his son left for Tarn in 1983."},
            expect=None,
        ),
    ),
)
