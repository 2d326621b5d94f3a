"""A stated length of time does not fit the two times that are stated with it.

It reads sentences that give two dates or clock times and a duration between them ("from 15:05 to 16:10, for 40
minutes", "shelved in 2003 and taken up again in 2007, after six years"), a range followed by its length ("from 18 to
24 March; in this five-day campaign"), and a time said to be so long after an event that the same document dates
("at 23:38, 56 minutes after striking"). Rounding to the unit is allowed, and days may be counted with or without
the first. It stays silent where the duration may belong to something else in the sentence.

What settles it: which of the three is wrong.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks._durations import Length, between, in_words, inside, stated
from factcheck.checks._places import within
from factcheck.language.concepts import concept_of
from factcheck.language.tagging import tag
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import EventMention, TimeMention

_STRONG = re.compile(
    r"(?:pause|gap|break|delay|interval|wait|absence|interruption|period|stretch|closure|outage) of"
    r"(?: (?:about|around|some|nearly|almost|over|more than|less than|just|only|exactly))? ?$"
)
_FROM_TO = re.compile(r"^(?: ?(?:a\.m\.|p\.m\.|am|pm))? ?(?:to|until|till|and|–|-) ?$")
_FROM = re.compile(r"\b(?:from|between) ?$")
_AFTER_EVENT = re.compile(r" ?(after|before) (?:the |its |his |her |their |it |she |he |they |being |having )*([a-z]+)")
_THIS = re.compile(r"\b(?:this|that|the|its|their) ?$", re.IGNORECASE)
_AFTER_COMMA = re.compile(r"^(?: ?(?:a\.m\.|p\.m\.))?,? ?(?:or )?(?:about |around |some |nearly |just |only )?$")
_LASTED = re.compile(r"\b(?:for|lasted|lasting|took)(?: (?:about|around|some|nearly|just|only))? ?$")
_APPOSED = re.compile(r"^ (?:at|in|as|of|with) [^,;:.]+, (?:the|its|his|her|their|[\w’'-]+) [^,;:.]+ (?:from )?$")
_FARTHEST = 60


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The durations that do not fit."""
    times = [item for item in study.mentions.get("time", ()) if isinstance(item, TimeMention)]
    sentences = study.document.sentences
    for number, sentence in enumerate(sentences):
        own = within(times, sentence.start, sentence.end)
        for duration in own:
            if duration.duration is None:
                continue
            limit = stated(duration.duration)
            if limit is None:
                continue
            before = sentences[number - 1] if number else None
            yield from _in_sentence(study, sentence, own, duration, limit)
            yield from _of_range_before(study, sentence, before, times, duration, limit)
            yield from _after_event(study, sentence, own, times, duration, limit)


def _is_point(item: TimeMention) -> bool:
    span = item.timespan
    if span is None or item.duration is not None or span.recurring:
        return False
    return bool(span.clock) or (span.start is not None and span.end is not None)


def _in_sentence(
    study: Study, sentence: Sentence, own: Sequence[TimeMention], duration: TimeMention, limit: Length
) -> Iterator[Finding]:
    """Two times and the duration between them, in one sentence."""
    text = study.document.text
    points = [item for item in own if _is_point(item)]
    if len(points) == 1 and _is_stretch(points[0]) and _belongs(text, points[0], points[0], duration):
        span = points[0].timespan
        length = inside(span) if span else None
        if length is not None and not length.meets(limit):
            yield _finding(study, sentence, duration, points, length)
        return
    for first, last in pairwise(points):
        joined = _FROM_TO.match(text[first.end : last.start]) and _FROM.search(text, sentence.start, first.start)
        paused = len(points) == 2 and _STRONG.search(text, sentence.start, duration.start)
        if not (joined and _belongs(text, first, last, duration)) and not paused:
            continue
        length = between(first, last)
        if length is not None and not length.meets(limit):
            yield _finding(study, sentence, duration, [first, last], length)


def _is_stretch(item: TimeMention) -> bool:
    """Whether one mention gives both ends: "18 to 24 March"."""
    return item.timespan is not None and bool(re.search(r"\d ?(?:to|and|until|–|-) ?", item.timespan.as_written))


def _belongs(text: str, first: TimeMention, last: TimeMention, duration: TimeMention) -> bool:
    """Whether the duration stands by the range and is said to be its length."""
    if duration.start >= last.end:
        between_them = text[last.end : duration.start]
        return len(between_them) <= _FARTHEST and bool(
            _AFTER_COMMA.match(between_them) or between_them.strip() == "(" or _STRONG.search(between_them)
        )
    gap = text[duration.end : first.start]
    lead = text[max(duration.start - 30, 0) : duration.start]
    lasted = _LASTED.search(lead) or (_APPOSED.match(gap) and re.search(r"\b[Aa]fter $", lead))
    return len(gap) <= _FARTHEST and lasted is not None and not re.search(r"[;:.]", gap)


def _of_range_before(
    study: Study,
    sentence: Sentence,
    before: Sentence | None,
    times: Sequence[TimeMention],
    duration: TimeMention,
    limit: Length,
) -> Iterator[Finding]:
    """ "From 18 to 24 March. In this five-day campaign": the range stands in the sentence before."""
    text = study.document.text
    if before is None or before.block != sentence.block or "-" not in text[duration.start : duration.end]:
        return
    if not _THIS.search(text, sentence.start, duration.start) or duration.start - sentence.start > 20:
        return
    ranges = [item for item in within(times, before.start, before.end) if _is_point(item) and _is_stretch(item)]
    if len(ranges) != 1 or ranges[0].timespan is None:
        return
    length = inside(ranges[0].timespan)
    if length is not None and not length.meets(limit):
        yield _finding(study, sentence, duration, ranges, length, start=before.start)


def _after_event(
    study: Study,
    sentence: Sentence,
    own: Sequence[TimeMention],
    times: Sequence[TimeMention],
    duration: TimeMention,
    limit: Length,
) -> Iterator[Finding]:
    """ "At 23:38, 56 minutes after striking": the event stands elsewhere with its own time."""
    text = study.document.text
    point = next(
        (item for item in own if _is_point(item) and _AFTER_COMMA.match(text[item.end : duration.start])), None
    )
    event = _AFTER_EVENT.match(text, duration.end) if point is not None else None
    if point is None or event is None:
        return
    for other in _times_of(study, event[2], times, sentence):
        pair = (other, point) if event[1] == "after" else (point, other)
        length = between(*pair)
        if length is None or length.high > 4 * max(limit.high, limit.low):
            continue
        if not length.meets(limit):
            yield _finding(study, sentence, duration, [point], length, other=other)
        return


def _times_of(study: Study, word: str, times: Sequence[TimeMention], away: Sentence) -> Iterator[TimeMention]:
    """The times of the sentences that tell of the event that a word names, nearest before first."""
    events = [item for item in study.mentions.get("event", ()) if isinstance(item, EventMention)]
    tokens = tag(word)
    lemma = tokens[0].lemma if tokens else word
    concepts = {lemma, concept_of(word), concept_of(lemma)} - {None}
    found: list[tuple[int, TimeMention]] = []
    for sentence in study.document.sentences:
        if sentence == away or sentence.start > away.start:
            continue
        if not any({item.verb, item.concept} & concepts for item in within(events, sentence.start, sentence.end)):
            continue
        points = [item for item in within(times, sentence.start, sentence.end) if _is_point(item)]
        if len(points) == 1:
            found.append((away.start - sentence.start, points[0]))
    yield from (item for _, item in sorted(found, key=lambda entry: entry[0]))


def _finding(
    study: Study,
    sentence: Sentence,
    duration: TimeMention,
    points: Sequence[TimeMention],
    length: Length,
    *,
    start: int | None = None,
    other: TimeMention | None = None,
) -> Finding:
    text = study.document.text
    said = text[duration.start : duration.end]
    unit = (duration.duration.unit if duration.duration else None) or "day"
    real = in_words(length, unit)
    ends = " to ".join(text[item.start : item.end] for item in ([other] if other else []) + list(points))
    evidence = evidence_at(study, duration.start if start is None else start, sentence.end, value=said)
    context = [evidence_at(study, other.start, other.end, value=text[other.start : other.end])] if other else []
    return finding(
        CHECK,
        fact=(study.source.id, said, ends),
        verdict="conflict",
        message=f"“{said}” does not fit {ends}: that is {real}.",
        sides=((evidence,),),
        context=context,
        steps=(Step(code="time-counted", text=f"From {ends}: {real}; stated: {said}."),),
        settle="Which is wrong, the length or one of the two times?",
        weight=0.5,
    )


CHECK = Check(
    id="elapsed-time",
    kind="arithmetic",
    title="A length of time does not fit the two times stated with it",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"report": "The road stayed open for 40 minutes, from 15:05 to 16:10, because nobody came."},
            expect="conflict",
        ),
        Example(
            documents={
                "report": "The plan was shelved in 2003 and taken up again in 2007, after a pause of four years."
            },
            expect=None,
        ),
        Example(
            documents={
                "report": "The plan was shelved in 2003 and taken up again in 2007, after a pause of six years."
            },
            expect="conflict",
        ),
        Example(
            documents={
                "report": "The first round was held from 18 to 24 March 2024. In this five-day campaign many came."
            },
            expect="conflict",
        ),
        Example(
            documents={
                "report": "From 2001 to 2021 the school ran four-year courses, and each pupil stayed for two years."
            },
            expect=None,
        ),
    ),
)
