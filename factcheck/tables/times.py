"""When figures of a sentence are of, as far as tables name times: years, quarters, months."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.checking import Study
from factcheck.contexts.places import within
from factcheck.contexts.times import Interval, days_apart, interval, issued
from factcheck.language.calendar import MONTHS
from factcheck.reckoning.figures import Figure
from factcheck.records.document import Sentence
from factcheck.records.mention import TimeMention
from factcheck.tables.cells import Label, times_of

_THEN = re.compile(
    r"\b(?:years?|months?|weeks?|decades?|days?|season|quarter) (?:ago|before|earlier|later|previously|after)\b"
    r"|\b(?:ago|formerly|previously|in the past|at (?:that|the) time|had been|used to)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(r"[^,;:]{3,60},")
_LATELY = 4


def times_at(text: str, start: int, end: int) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The times that a stretch of text names, one by one, with their places."""
    for match in re.finditer(r"[^\W_]+(?:[/–-]\d+)?", text[start:end]):
        times = times_of(match.group())
        if times:
            yield start + match.start(), start + match.end(), times


def times_said(study: Study, start: int, end: int) -> frozenset[str]:
    """The times that a stretch of text names, "last year" as the year it means; "?" for what a table cannot name."""
    said = set(times_of(study.document.text[start:end]))
    for item in within(study.seen(TimeMention), start, end):
        if item.duration is not None:
            continue
        words = study.document.text[item.start : item.end]
        if words.lower().startswith(("every ", "each ")):
            continue
        days = interval(item.timespan) if item.timespan is not None and item.timespan.is_resolved else None
        if times_of(words):
            if re.search(
                r"\b(?:week|early|late|mid|beginning|\d{1,2}(?:st|nd|rd|th)?)\b",
                re.sub(r"(?:19|20)\d\d(?:[/–-]\d+)?", "", words),
            ):
                said.add("?")
        elif days is not None and _is_of_now(study, days):
            continue
        elif days is not None and 360 < (days[1] - days[0]).days < 370:
            said.add(str(days[0].year))
        elif days is not None and 27 < (days[1] - days[0]).days < 32 and days[0].day == 1:
            said |= {days[0].strftime("%B").lower(), str(days[0].year)}
        else:
            said.add("?")
    return frozenset(said)


def is_of_then(study: Study, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a clause, or what opens its sentence, tells of an earlier state: "five years ago", "had been"."""
    text = study.document.text
    opening = _OPENING.match(text, sentence.start, sentence.end)
    return _THEN.search(text, start, end) is not None or (
        opening is not None and _THEN.search(opening.group()) is not None
    )


def _is_of_now(study: Study, days: Interval) -> bool:
    """Whether a time is one of the last few days before its document: "on Wednesday"."""
    own = issued(study)
    return own is not None and (days[1] - days[0]).days <= 1 and days_apart(days, own) <= _LATELY


def times_told(study: Study, sentence: Sentence, figures: Sequence[Figure]) -> list[frozenset[str]]:
    """The times that each figure of a sentence is told of."""
    text, found = study.document.text, []
    for number, figure in enumerate(figures):
        before = figures[number - 1].end if number else sentence.start
        after = figures[number + 1].start if number + 1 < len(figures) else sentence.end
        own = times_said(study, figure.end, after) or times_said(study, before, figure.start)
        paired = _FROM.search(text, sentence.start, sentence.end) is not None and len(figures) > 1
        end = _before_what_will_be(text, figure, sentence)
        found.append(own or (frozenset() if paired else times_said(study, sentence.start, end)))
    for number, times in enumerate(found):
        said = list(times_at(text, figures[number].end, sentence.end)) if number else []
        plain = number and not found[number - 1] and len(said) == len(times) == _BOTH == len(times_said_in(said))
        if plain and _TO.fullmatch(text, figures[number - 1].end, figures[number].start):
            found[number - 1], found[number] = said[0][2], said[1][2]
    return found


def _before_what_will_be(text: str, figure: Figure, sentence: Sentence) -> int:
    """Where a sentence goes on, behind a figure of what is, to tell of what will be: its time is not the figure's."""
    ahead = _AHEAD.search(text, figure.end, sentence.end)
    return ahead.start() if ahead and not _AHEAD.search(text, sentence.start, figure.start) else sentence.end


_AHEAD = re.compile(r"\b(?:will|would|could|may(?! \d)|might|(?:is|are) (?:expected|due|forecast|likely|set|to))\b")


def times_said_in(said: Iterable[tuple[int, int, frozenset[str]]]) -> set[frozenset[str]]:
    """The times without their places."""
    return {times for _, _, times in said}


_FROM = re.compile(r"\b(?:from|compared with|against|versus|than)\b")
_TO = re.compile(r" (?:to|and) ")
_BOTH = 2


def neighbours(columns: Sequence[Label]) -> Iterator[tuple[int, int]]:
    """The pairs of columns that follow each other and give one measure at two times, the earlier first."""
    for one, other in pairwise(range(len(columns))):
        left, right = columns[one], columns[other]
        alike = left.keys == right.keys and left.share == right.share and not (left.change or right.change)
        if alike and left.times and right.times and left.times != right.times:
            yield (one, other) if order(left.times) <= order(right.times) else (other, one)


def order(times: frozenset[str]) -> tuple[str, int, int]:
    """A key by which times are in order: year, half or quarter, month."""
    year = max((item for item in times if item[0].isdigit()), default="")
    part = next((int(item[1]) for item in sorted(times) if item[0] in "qh" and item[1:].isdigit()), 0)
    month = max((MONTHS[item] for item in times if item in MONTHS), default=0)
    return year, part, month
