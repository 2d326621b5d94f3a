"""A person's age does not fit the year of birth, or another age, that a document gives.

It reads ages beside a name ("Jane Roe, 56,", "the 56-year-old Jane Roe", "aged 56") as of the document's date, and
dates of birth ("born in March 1979"), also where the next sentence says "he" or "she". People are the same by their
full name; somebody whom a document tells by a noun alone ("a 61-year-old beekeeper") is the one of whom another says
much the same. It stays silent where a document has no date, on ages at an event in the past, save those that nobody can
have reached by the date of the document, and within the year that a birthday leaves open.

What settles it: the date of birth, from a register or from the person.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.checks._unnamed_ages import Aged, aged, apart
from factcheck.contexts.people import full_name, is_full_person, names_in, names_within
from factcheck.contexts.places import block_around, sentence_at
from factcheck.contexts.times import Interval, interval, issued, times_in, years_before
from factcheck.likeness import slipped
from factcheck.records.document import Sentence
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.records.mention import NameMention, QuantityMention

_FROM_NAME = re.compile(
    r"[\s,(]*(?:(?!and\b|while\b|but\b|his\b|her\b|their\b|whose\b|has an?\b|had an?\b|with an?\b)"
    r"(?:[a-z][\w-]*|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[\s,]+){0,8}\(?",
    re.ASCII,
)
"""What stands between a person and the age: "Jane Roe, a nurse aged", "Jane Roe, who is"."""
_TO_NAME = re.compile(r"(?:\s[a-z][\w-]*){0,4},?\s")
"""What stands between an age and the person: "56-year-old nurse Jane Roe"."""
_OPENS = re.compile(r"(?:(?:He|She)\s(?:[a-z]+\s){1,2}|The\s|At\s)")
"""How a sentence opens that tells the age of the one person of the sentence before."""
_BORN = re.compile(r"\b(?:was|is) born\b|\(born\b|, born\b")
_PRONOUN = re.compile(r"(?:^|[,;] )(?:He|She|he|she)\b[^.;,]{0,20}$")
_PAST = re.compile(r"\b(?:died|killed|was then|at the time|when (?:he|she)|had been)\b")
_DEAD_OR_PAST = 40
_DIED = re.compile(r"\b(?:died|has died|passed away|dead at|breathed h(?:is|er) last|lost h(?:is|er) life)\b")
_WAS = re.compile(r"\b(?:was|were|at|been|when)(?:\s(?:only|just|about|then|already|still|barely))?\s$")
"""What tells, before an age, that it is one of the past."""


_GENERATION = 15
"""Years from which two ages are rather those of father and son, or of two who do not know each other."""


@dataclass(frozen=True)
class _Birth:
    """When a person was born, as a document's words imply."""

    low: date
    high: date
    study: Study
    words: str
    start: int
    end: int
    direct: bool


def run(archive: Archive, whole: Archive) -> Iterable[Finding]:
    """The people who cannot have been born when all documents say."""
    people: dict[str, list[_Birth]] = defaultdict(list)
    for study in archive.holding(CHECK):
        for name, low, high, *told in study.gathered(AGES)[0]:
            people[name].append(_Birth(date.fromisoformat(low), date.fromisoformat(high), study, *told))
    for name in sorted(people):
        yield from _apart(name, people[name])
    yield from _unnamed(archive)


def _unnamed(archive: Archive) -> Iterator[Finding]:
    """The ages of somebody whom a document tells by a noun alone."""
    found: list[Aged] = []
    ages: dict[str, set[int]] = defaultdict(set)
    for study in archive.holding(CHECK):
        _, years, told = study.gathered(AGES)
        ages[study.source.id].update(years)
        found += (Aged(study, *one) for one in told)
    for one, other in apart(found, ages, archive):
        yield _finding_unnamed(one, other)


def _gathered(study: Study) -> list[Any]:
    """When people were born as a document tells it, by name; all ages in it; and whose these are by a noun alone."""
    births = [
        [name, one.low.isoformat(), one.high.isoformat(), one.words, one.start, one.end, one.direct]
        for name, one in (*_ages(study), *_births(study))
    ]
    ages = list(_told_ages(study))
    unnamed = [
        [one.noun, one.years, one.name, one.start, one.end]
        for mention, sentence in ages
        for one in aged(study, mention, _whose(study, sentence, mention) if sentence else None)
    ]
    return [births, [int(mention.quantity.low or 0) for mention, _ in ages], unnamed]


AGES = Gathering("ages", _gathered)


def _told_ages(study: Study) -> Iterator[tuple[QuantityMention, Sentence | None]]:
    """The ages in years that a document of a known month gives, with their sentences."""
    own = issued(study)
    if own is None or (own[1] - own[0]).days > 31:
        return
    for mention in study.seen(QuantityMention):
        quantity = mention.quantity
        if quantity.dimension == "age" and quantity.unit == "year of age" and quantity.low == quantity.high:
            yield mention, sentence_at(study.document, mention.start)


def _ages(study: Study) -> Iterator[tuple[str, _Birth]]:
    own = issued(study)
    text = study.document.text
    for mention, sentence in _told_ages(study):
        quantity = mention.quantity
        told = sentence and _whose(study, sentence, mention)
        past = _WAS.search(text, max(mention.start - _DEAD_OR_PAST, 0), mention.start)
        past = past or _PAST.search(text, mention.end, mention.end + _DEAD_OR_PAST)
        if quantity.low is None or own is None or not told:
            continue
        start, end = min(told.start, mention.start), max(told.end, mention.end)
        first = start if sentence and start >= sentence.start else mention.start
        found = _aged(int(quantity.low), own, study, first, end)
        if past and not (sentence and _just_died(study, sentence, own)):
            found = replace(found, low=date.min, words=f"{found.words} by then")
        yield _name(study, told), found


def _just_died(study: Study, sentence: Sentence, own: Interval) -> bool:
    """Whether a sentence tells of a death in the month before its document, so that an age then is one of now."""
    if not _DIED.search(study.document.text, sentence.start, sentence.end):
        return False
    when = _first_time(study, sentence.start, sentence.end, within=sentence.end - sentence.start)
    return when is not None and timedelta(0) <= own[0] - when[0] <= timedelta(days=31)


def _whose(study: Study, sentence: Sentence, mention: QuantityMention) -> NameMention | None:
    """Whose age it is: the person beside it; at the head of a sentence the one person of the sentence before."""
    text = study.document.text
    people = [item for item in names_within(study, sentence.start, sentence.end) if item.type == "person"]
    before = [item for item in people if item.end <= mention.start]
    if before and _FROM_NAME.fullmatch(text, before[-1].end, mention.start):
        return before[-1]
    for item in people:
        if mention.end <= item.start and _TO_NAME.fullmatch(text, mention.end, item.start):
            return item
    if before:
        return None
    return _told_of(study, sentence.start) if _OPENS.fullmatch(text, sentence.start, mention.start) else None


def _aged(age: int, own: Interval, study: Study, start: int, end: int) -> _Birth:
    """When somebody was born whose document, of its own date, gives an age."""
    low, high = years_before(own[0], age + 1), years_before(own[1], age)
    return _Birth(low, high, study, f"{age} years old", start, end, direct=True)


def _told_of(study: Study, start: int) -> NameMention | None:
    """Whom a "he" or "she" at the head of a sentence means: the one person of the sentence before."""
    before = sentence_at(study.document, start - 2) if start > 1 else None
    own = sentence_at(study.document, start)
    if before is None or own is None or before.block != own.block or own.start != start:
        return None
    people = {
        _name(study, item): item for item in names_within(study, before.start, before.end) if item.type == "person"
    }
    return next(iter(people.values())) if len(people) == 1 else None


def _births(study: Study) -> Iterator[tuple[str, _Birth]]:
    text = study.document.text
    for match in _BORN.finditer(text):
        sentence = sentence_at(study.document, match.start())
        if sentence is None:
            continue
        when = _first_time(study, match.end(), sentence.end)
        who = _subject(study, sentence.start, match.start())
        if when is None or who is None:
            continue
        mention, direct = who
        words = "born " + " ".join(text[match.end() : match.end() + 40].split()).split(".")[0].split(",")[0]
        yield (
            _name(study, mention),
            _Birth(when[0], when[1] - timedelta(days=1), study, words, match.start(), match.end(), direct),
        )


def _first_time(study: Study, start: int, end: int, within: int = 60) -> Interval | None:
    times = times_in(study, start, end)
    return interval(times[0].timespan) if times and times[0].start - start < within else None


def _subject(study: Study, start: int, at: int) -> tuple[NameMention, bool] | None:
    """Who was born: the person named just before; for a "he" or "she" the one named most before it."""
    people = _persons(study)
    near = [item for item in people if start <= item.start and at - 60 <= item.end <= at]
    if near:
        return near[-1], True
    block = block_around(study.document, start)
    if block is None or not _PRONOUN.search(study.document.text[start:at]):
        return None
    before = [item for item in people if item.end <= start]
    inside = [item for item in before if item.start >= block.start]
    found = Counter(_name(study, item) for item in (inside or before)).most_common(2)
    if not found or (len(found) > 1 and found[0][1] == found[1][1]):
        return None
    return next(item for item in reversed(before) if _name(study, item) == found[0][0]), False


def _persons(study: Study) -> list[NameMention]:
    return [item for item in names_in(study) if item.type == "person"]


def _name(study: Study, mention: NameMention) -> str:
    return full_name(study, mention.entity)


def _apart(name: str, births: Sequence[_Birth]) -> Iterator[Finding]:
    """The first two that exclude each other, with all that agree with either."""
    if not is_full_person(name):
        return
    for number, one in enumerate(births):
        for other in births[number + 1 :]:
            if (one.high < other.low or other.high < one.low) and not _are_two(one, other):
                yield _finding(name, one, other, births)
                return


def _are_two(one: _Birth, other: _Birth) -> bool:
    """Whether two ages lie so far apart, and by no slip of the pen, that two people have one name."""
    digits = ["".join(filter(str.isdigit, item.words)) for item in (one, other)]
    far = abs(one.high.year - other.high.year) >= _GENERATION
    return far and one.study is not other.study and not slipped(*digits)


def _finding(name: str, one: _Birth, other: _Birth, births: Sequence[_Birth]) -> Finding:
    with_one = [item for item in births if item.low <= one.high and one.low <= item.high]
    with_other = [item for item in births if item not in with_one and item.low <= other.high and other.low <= item.high]
    steps = [
        Step(code="birth-implied", text=f"{item.words} ({item.study.source.id}) means born in {_span(item)}.")
        for item in (one, other)
    ]
    return finding(
        CHECK,
        fact=(name,),
        verdict="conflict" if one.direct and other.direct else "possible-conflict",
        message=f"{name} is {one.words} in {one.study.source.id}, but {other.words} in {other.study.source.id}.",
        sides=([_shown(item) for item in with_one], [_shown(item) for item in with_other]),
        steps=steps,
        settle=f"When was {name} born?",
        weight=0.5,
    )


def _finding_unnamed(one: Aged, other: Aged) -> Finding:
    name = one.name or other.name
    return finding(
        CHECK,
        fact=(one.noun, *sorted((str(one.years), str(other.years)))),
        verdict="possible-conflict",
        message=f"{name or f'The {one.noun}'} is {one.years} years old in {one.study.source.id}, "
        f"{other.years} in {other.study.source.id}.",
        sides=[[evidence_at(item.study, item.start, item.end, value=str(item.years))] for item in (one, other)],
        steps=(Step(code="one-person", text=f"Both tell much the same of one {one.noun}."),),
        settle=f"How old is {name or f'the {one.noun}'}?",
        weight=0.4,
    )


def _span(birth: _Birth) -> str:
    return str(birth.low.year) if birth.low.year == birth.high.year else f"{birth.low.year} or {birth.high.year}"


def _shown(birth: _Birth) -> Evidence:
    return evidence_at(birth.study, birth.start, birth.end, value=birth.words)


CHECK = Check(
    id="age",
    kind="arithmetic",
    title="A person's age does not fit the date of birth",
    reads=Archive,
    run=run,
    holds=lambda study: any(study.gathered(AGES)),
    gathers=(AGES,),
    examples=(
        Example(
            documents={
                "wire": "A 61-year-old beekeeper lost 40 hives when a tanker left the road at Vasto on Friday.",
                "paper": "Beekeeper Tom Greco, 66, lost 40 hives when a tanker left the road at Vasto.",
            },
            dates={"wire": "2024-04-12", "paper": "2024-04-13"},
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "A 61-year-old beekeeper lost 40 hives when a tanker left the road at Vasto on Friday.",
                "paper": "The other beekeeper, 66, lost 12 hives when a tanker left the road at Vasto.",
            },
            dates={"wire": "2024-04-12", "paper": "2024-04-13"},
            expect=None,
        ),
        Example(
            documents={
                "wire": "The captain, Stavros Linardis, 56, was brought before a magistrate on Saturday.",
                "feature": "Stavros Linardis was born on Chios in 1961, the son of a pilot.",
            },
            dates={"wire": "2025-03-08", "feature": "2025-05-04"},
            expect="conflict",
        ),
        Example(
            documents={
                "wire": "The captain, Stavros Linardis, 63, was brought before a magistrate on Saturday.",
                "feature": "Stavros Linardis was born on Chios in 1961, the son of a pilot.",
            },
            dates={"wire": "2025-03-08", "feature": "2025-05-04"},
            expect=None,
        ),
        Example(
            documents={
                "wire": "The captain, Stavros Linardis, 56, was brought before a magistrate on Saturday.",
                "feature": "Stavros Linardis, 57, walked free in December.",
            },
            dates={"wire": "2025-03-08", "feature": "2025-12-20"},
            expect=None,
        ),
    ),
)
