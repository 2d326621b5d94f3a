"""Stated lengths of time with the points of time near them, and which of these they may lie between."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking import Study
from factcheck.contexts.places import sentences_before, within
from factcheck.language.concepts import concept_of
from factcheck.language.tagging import tag
from factcheck.lengths.durations import UNITS, Length, between
from factcheck.records.document import Sentence
from factcheck.records.mention import EventMention, TimeMention

ABOUT = r"(?:(?:about|around|some|nearly|almost|over|more than|less than|just|only|exactly|roughly|or) )*"
BEHIND = re.compile(rf"^(?: ?(?:a\.m\.|p\.m\.))?,? ?(?:that is,? |which is |lasting |i\.e\. )?{ABOUT}$")
_BEFORE = re.compile(r"^,? (?:and |exactly )?(?:at|on|in|by|until)? ?(?:about |around |just after |shortly after )?$")


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split(', '))})\b")


BEGINS = _any_of(
    "began, begun, begins, start, starts, started, open, opens, opened, launched, left, leaves, departed, set off, "
    "set out, set sail, sailed, took off, admitted, arrested, detained, seized, kidnapped, captured, jailed, "
    "imprisoned, failed, went out, went on strike, shut, closed, entered, joined, became, elected, appointed, "
    "took office, took over, taken hostage, broke out, went missing, disappeared, vanished, received, submitted, "
    "filed, erupted, assembled, convened, walked out, laid siege, occupied, moored, embarked, came to power, "
    "came into force, was crowned, went on air, put to sea, crossed into"
)
"""What begins something that lasts."""
ENDS = _any_of(
    "end, ends, ended, finish, finishes, finished, closed, stopped, arrives, arrived, reaches, reached, docked, "
    "landed, returned, came back, discharged, freed, released, reopened, restored, broke down, broke up, concluded, "
    "completed, over, left office, resigned, stepped down, retired, found, approved, granted, answered, put out, "
    "contained, rescued, surrendered, lifted, adjourned, called off, gave up, came home, went home, reached, withdrew, "
    "dissolved, wound up, abdicated, deposed, overthrown, dismissed, went back, got back, stood down, repealed"
)
"""What ends it."""


@dataclass(frozen=True)
class Lasting:
    """A stated length with its sentence, and the points of time in it and right before it."""

    study: Study
    number: int
    sentence: Sentence
    mention: TimeMention
    limit: Length
    own: Sequence[TimeMention]
    earlier: Sequence[TimeMention]


def is_point(item: TimeMention) -> bool:
    """Whether a time is a date or clock time of its own, not one counted from another."""
    span = item.timespan
    if span is None or item.duration is not None or span.recurring:
        return False
    return bool(span.clock) or (span.start is not None and span.end is not None)


def before(study: Study, points: Sequence[TimeMention], number: int) -> list[TimeMention]:
    """The points of the nearest of the two sentences before that has any, in its paragraph."""
    for sentence in sentences_before(study, number):
        found = within(points, sentence.start, sentence.end)
        if found:
            return found
    return []


def text_of(lasting: Lasting) -> str:
    """The words of a length."""
    return lasting.study.document.text[lasting.mention.start : lasting.mention.end]


def is_clock(item: TimeMention) -> bool:
    """Whether a time is a time of day alone."""
    return item.timespan is not None and item.timespan.start is None


def beside(text: str, lasting: Lasting) -> TimeMention | None:
    """The point right before or right behind the length: "at 12:45, two hours later", "later, at 7:20"."""
    mention = lasting.mention
    for item in lasting.own:
        if item.end <= mention.start and BEHIND.match(text[item.end : mention.start]):
            return item
        if mention.end <= item.start and _BEFORE.match(text[mention.end : item.start]):
            return item
    return None


def times_of(lasting: Lasting, word: str, points: Sequence[TimeMention], point: TimeMention) -> Iterator[TimeMention]:
    """The times of the event that a word names: in the same sentence, then in others, nearest before first."""
    study, away = lasting.study, lasting.sentence
    events = study.seen(EventMention)
    tokens = tag(word)
    lemma = tokens[0].lemma if tokens else word
    concepts = {lemma, concept_of(word), concept_of(lemma)} - {None}
    found: list[tuple[int, TimeMention]] = []
    for sentence in study.document.sentences:
        if sentence.start > away.start:
            break
        end = min(sentence.end, point.start)
        told = within(events, sentence.start, end)
        if not any({item.verb, item.concept} & concepts or _is_of_one_stem(item.verb, word) for item in told):
            continue
        inside_it = within(points, sentence.start, end)
        if len(inside_it) == 1:
            found.append((away.start - sentence.start, inside_it[0]))
    yield from (item for _, item in sorted(found, key=lambda entry: entry[0]))


def _is_of_one_stem(verb: str, noun: str) -> bool:
    """Whether a noun is made of a verb: "sign", "signature"."""
    return len(verb) > 3 and noun.startswith(verb[: max(len(verb) - 1, 4)])


def is_stretch(item: TimeMention) -> bool:
    """Whether one mention gives both ends: "18 to 24 March"."""
    return item.timespan is not None and bool(
        re.search(r"\d[A-Za-z ]* ?(?:to|and|until|–|-) ?", item.timespan.as_written)
    )


def is_day(item: TimeMention) -> bool:
    """Whether a time is a day, or what ends with one: "by 30 April 2022"."""
    span = item.timespan
    return span is not None and span.granularity == "day" and span.end is not None and item.duration is None


def elapsed(lasting: Lasting, first: TimeMention, last: TimeMention) -> Length | None:
    """The length between two times; by the clock it is known to the minute, which matters to one given in seconds."""
    length = between(first, last)
    if length is None or lasting.mention.duration is None or lasting.mention.duration.unit != "s":
        return length
    return Length(max(length.low - UNITS["min"], 0.0), length.high + UNITS["min"])
