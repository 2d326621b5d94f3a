"""A stated length of time does not fit the two times that are stated with it.

It reads two dates or clock times and the length between them, in one sentence or in two ("from 15:05 to 16:10, for 40
minutes"; "left at 10:15 and arrived at 12:45, two hours later"; "struck at 22:51 … sank at 23:38, 56 minutes after
striking"; "signed on 4 September 2019 … due in September 2021, 24 months after signature"; "received on … and approved
on …. The review took 263 days"; "shelved in 2003 and taken up again in 2007, after a pause of four years"; "from 18 to
24 March; in this five-day campaign"; "since 2016, so that's six years", in a document of 2024). Rounding to the unit
is allowed, and days may be counted with or without the first. It stays silent where the length may belong to something
else, and where any two of the times near it would fit.

What settles it: which of the three is wrong.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import within
from factcheck.contexts.times import DAYS_A_YEAR
from factcheck.lengths.durations import Length, in_words, inside, later_on, lengths, stated
from factcheck.lengths.elapsed import (
    ABOUT,
    BEGINS,
    BEHIND,
    ENDS,
    Lasting,
    before,
    beside,
    elapsed,
    is_clock,
    is_day,
    is_point,
    is_stretch,
    text_of,
    times_of,
)
from factcheck.lengths.since import since
from factcheck.lengths.tenure import begun
from factcheck.lengths.told import ends_told_before, points_back
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import TimeMention
from factcheck.records.timespan import day_number

_PAUSES = "pause|gap|break|delay|interval|wait|absence|interruption|period|stretch|closure|outage"
_STRONG = re.compile(rf"(?:{_PAUSES}) of {ABOUT}$")
_DELAY = re.compile(rf"\b(?:a|the|its|this) (?:delay|slippage|overrun) of {ABOUT}$")
_DUE = re.compile(
    r"\b(?:should have|was to|were to|due|planned|scheduled|intended|promised|expected|supposed|deadline|agreed)\b"
)
_FROM_TO = re.compile(r"^(?: ?(?:a\.m\.|p\.m\.|am|pm))? ?(?:to|until|till|and|–|-) ?$")
_FROM = re.compile(r"\b(?:from|between) ?$")
_THIS = re.compile(r"\b(?:this|that|the|its|their) ?$", re.IGNORECASE)
_LASTED = re.compile(rf"\b(?:[Ff]or|lasted|lasting|took|taking|spent|spending|served|serving|ran|runs) {ABOUT}$")
_APPOSED = re.compile(r"^ (?:at|in|as|of|with) [^,;:.]+, (?:the|its|his|her|their|[\w’'-]+) [^,;:.]+ (?:from )?$")
_AFTER_A = re.compile(
    rf"^(?: ?(?:a\.m\.|p\.m\.))?,? (?:after|following|for)(?: having (?:served|spent|run))? "
    rf"(?:an? (?P<noun>[a-z]+)(?: lasting)? (?:of )?)?{ABOUT}$|"
    rf"^, having (?:served|spent|lasted|run)(?: for)? {ABOUT}$"
)
_JOURNEYS = frozenset("voyage journey trip flight crossing drive ride march climb sail passage tour".split())
_CLOSED = re.compile(
    r"^(?:[.,;)]|$| (?:at sea|in hospital|in custody|in detention|in prison|in jail|in office|in power|in captivity|"
    r"on the (?:road|ice|water|march|run|throne|air)|on (?:hunger )?strike|underground|"
    r"in (?:the air|orbit|space|exile|session|service|post|operation|production|quarantine)|"
    r"in the (?:desert|field|mountains|jungle|saddle|wilderness|job|post)|at the (?:front|helm|top)|"
    r"under (?:siege|repair|house arrest|occupation)|"
    r"of (?:talks|work|negotiations?|testimony|fighting|evidence|hearings))(?!,? (?:and|or|plus|then)\b))"
)


_TOOK = re.compile(
    r"^(?:In all |Altogether |The whole |All |This |That |It |The )(?:[a-z-]+ ){0,3}?"
    rf"(?:took|lasted|had lasted|had taken|went on for)(?: (?:him|her|them|it|us))? {ABOUT}$",
    re.IGNORECASE,
)
_INTO = re.compile(r"^ into (?:the|its|his|her|their)\b")
_OTHER_THAN = re.compile(r"^ than\b")
_SINCE = re.compile(
    r"^ ?(?:after|before)? ?(?:the |its |his |her |their |it |she |he |they |being |having |was |were |that )*([a-z-]+)"
)
_OF_TIME = re.compile(r"^ ?(?:after|before)?(?: [\w’'-]+){0,4} (?:of|in|at|on) $")
_TURNED = re.compile(r"\b(after|before)$")
_FARTHEST = 60
_EACH = re.compile(r"\b(?:a|per|each|every) (?:day|week|month|year|night)\b")
_MOST_TIMES = 4.0
_LONGEST = 8.0
_NEAR = 3.0


@dataclass(frozen=True)
class _Ends:
    """Two times, and how often the real length may be the one stated for the two to belong together."""

    first: TimeMention
    last: TimeMention
    most: float = _MOST_TIMES
    start: int | None = None


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The durations that do not fit."""
    times = study.seen(TimeMention)
    points, every = [item for item in times if is_point(item)], lengths(study)
    for number, sentence in enumerate(study.document.sentences):
        for item in within(every, sentence.start, sentence.end):
            limit = stated(item.duration) if item.duration is not None else None
            if limit is None or limit.high <= 0:
                continue
            own = within(points, sentence.start, sentence.end)
            earlier = before(study, points, number)
            limit = later_on(study.document.text, item, limit)
            lasting = Lasting(study, number, sentence, item, limit, own, earlier)
            yield from _of(lasting, points)
            yield from _of_ranges(lasting)
            yield from (*_until_then(lasting), *_delayed(lasting), *_since(lasting))


def _of(lasting: Lasting, points: Sequence[TimeMention]) -> Iterator[Finding]:
    """What does not fit, told once, for the first of the ways in which the length can be read."""
    if _EACH.search(text_of(lasting)) or (lasting.limit.low >= 1 and any(is_clock(item) for item in lasting.own)):
        return
    found = [
        *_from_to(lasting),
        *_later(lasting),
        *_after_length(lasting),
        *_took(lasting),
        *_after_event(lasting, points),
    ]
    told = ends_told_before(lasting, points) if not found else None
    if told is not None:
        found = [_Ends(*told, most=_NEAR)]
    if not found or any(_fits(lasting, one, other) for one, other in permutations((*lasting.own, *lasting.earlier), 2)):
        return
    if any(_fits(lasting, ends.first, ends.last) for ends in found):
        return
    for ends in found:
        length = elapsed(lasting, ends.first, ends.last)
        if (
            length is None
            or length.high > ends.most * lasting.limit.high
            or lasting.limit.low > ends.most * length.high
        ):
            continue
        yield _finding(lasting, (ends.first, ends.last), length)
        return


def _fits(lasting: Lasting, first: TimeMention, last: TimeMention) -> bool:
    length = elapsed(lasting, first, last)
    return length is not None and length.meets(lasting.limit)


def _from_to(lasting: Lasting) -> Iterator[_Ends]:
    """ "From 15:05 to 16:10, for 40 minutes"; "in 2003 and again in 2007, after a pause of six years"."""
    text, mention = lasting.study.document.text, lasting.mention
    paused = len(lasting.own) == 2 and _STRONG.search(text, lasting.sentence.start, mention.start)
    for first, last in pairwise(lasting.own):
        joined = _FROM_TO.match(text[first.end : last.start]) and _FROM.search(
            text, lasting.sentence.start, first.start
        )
        if (joined and _belongs(text, first, last, mention)) or paused:
            yield _Ends(first, last, most=float("inf"))


def _later(lasting: Lasting) -> Iterator[_Ends]:
    """ "Left at 10:15 and arrived at 12:45, two hours later"; "eight minutes later, at 7:20"."""
    text, mention = lasting.study.document.text, lasting.mention
    later = text.endswith("later", mention.start, mention.end) or _INTO.match(text[mention.end : mention.end + 12])
    if not later or _OTHER_THAN.match(text[mention.end : mention.end + 6]):
        return
    last = beside(text, lasting)
    if last is not None:
        before = [item for item in lasting.own if item.end <= min(last.start, mention.start)] or lasting.earlier
        yield from (_Ends(item, last) for item in before[-1:])


def _after_length(lasting: Lasting) -> Iterator[_Ends]:
    """ "The talks opened on 3 March and broke down on 13 March, after 20 days"."""
    text, mention = lasting.study.document.text, lasting.mention
    if mention.timespan is not None or not _CLOSED.match(text[mention.end : lasting.sentence.end]):
        return
    for first, last in pairwise(lasting.own):
        if last.end > mention.start:
            return
        lead = _AFTER_A.match(text[last.end : mention.start])
        if lead is None or (lead["noun"] and lead["noun"] not in _JOURNEYS and not re.fullmatch(_PAUSES, lead["noun"])):
            continue
        begins = BEGINS.search(text, lasting.sentence.start, first.start)
        if begins and ENDS.search(text, first.end, last.start):
            yield _Ends(first, last)


def _took(lasting: Lasting) -> Iterator[_Ends]:
    """ "Received on 30 September and approved on 20 June. The review took 263 days"."""
    text, mention, own = lasting.study.document.text, lasting.mention, lasting.own
    if own or not _TOOK.match(text[lasting.sentence.start : mention.start]):
        return
    if len(lasting.earlier) == 2 and _CLOSED.match(text[mention.end : lasting.sentence.end]):
        first, last = lasting.earlier
        if BEGINS.search(text, max(first.start - 120, 0), first.start):
            yield _Ends(first, last, most=_NEAR)


def _after_event(lasting: Lasting, points: Sequence[TimeMention]) -> Iterator[_Ends]:
    """ "At 23:38, 56 minutes after striking": the event stands elsewhere with its own time."""
    text, mention = lasting.study.document.text, lasting.mention
    turned = _TURNED.search(text[mention.start : mention.end]) or _TURNED.search(
        text[mention.end : mention.end + 7].rstrip()
    )
    point = beside(text, lasting) if turned else None
    if point is None or turned is None:
        return
    following = [item for item in lasting.own if item.start >= mention.end and item is not point]
    if following and _OF_TIME.match(text[mention.end : following[0].start]):
        others: Iterable[TimeMention] = following[:1]
    else:
        word = _SINCE.match(text[mention.end : lasting.sentence.end])
        others = times_of(lasting, word[1], points, point) if word else ()
    for other in others:
        yield _Ends(*((other, point) if turned[1] == "after" else (point, other)))


def _belongs(text: str, first: TimeMention, last: TimeMention, duration: TimeMention) -> bool:
    """Whether the duration stands by the range and is said to be its length."""
    if duration.start >= last.end:
        gap = text[last.end : duration.start]
        return len(gap) <= _FARTHEST and bool(
            BEHIND.match(gap)
            or gap.strip() == "("
            or _STRONG.search(gap)
            or re.fullmatch(r",? (?:for|a total of) ", gap)
        )
    gap = text[duration.end : first.start]
    lead = text[max(duration.start - 30, 0) : duration.start]
    lasted = _LASTED.search(lead) or (_APPOSED.match(gap) and re.search(r"\b[Aa]fter $", lead))
    return len(gap) <= _FARTHEST and lasted is not None and not re.search(r"[;:.]", gap)


def _of_ranges(lasting: Lasting) -> Iterator[Finding]:
    """ "From 18 to 24 March. In this five-day campaign"; "from 4 to 13 July, ten days in all": one mention has both."""
    text, mention, sentence = lasting.study.document.text, lasting.mention, lasting.sentence
    own = [item for item in lasting.own if is_stretch(item)]
    ranges = own if len(own) == len(lasting.own) == 1 and _belongs(text, own[0], own[0], mention) else []
    if not lasting.own and "-" in text[mention.start : mention.end] and mention.start - sentence.start <= 20:
        before = [item for item in lasting.earlier if is_stretch(item)]
        ranges = before if _THIS.search(text, sentence.start, mention.start) and len(before) == 1 else ranges
    elif len(lasting.own) == 1 and lasting.own[0].end <= mention.start and points_back(lasting):
        ranges = own
    elif not lasting.own and len(lasting.earlier) == 1 and points_back(lasting):
        ranges = [item for item in lasting.earlier if is_stretch(item)]
    span = ranges[0].timespan if ranges else None
    length = inside(span) if span else None
    if length is None or length.meets(lasting.limit) or _EACH.search(text_of(lasting)):
        return
    if lasting.limit.low <= _LONGEST * length.high and length.low <= _LONGEST * lasting.limit.high:
        yield _finding(lasting, ranges, length)


def _delayed(lasting: Lasting) -> Iterator[Finding]:
    """ "It was due by 30 April 2022. It opened on 14 October 2023, a delay of three years"."""
    study, mention, sentence = lasting.study, lasting.mention, lasting.sentence
    text, known = study.document.text, study.seen(TimeMention)
    if not _DELAY.search(text, sentence.start, mention.start) or len(lasting.own) > 2:
        return
    start = max(sentence.start - _BEFORE, _paragraph(lasting))
    dated = [item for item in within(known, start, mention.start) if item.timespan is not None and is_day(item)]
    if len(dated) != 2 or not _DUE.search(text, start, dated[0].start):
        return
    first, last = (day_number((item.timespan.end or "")[:10]) for item in dated if item.timespan)
    length = Length(float(last - first - 1), float(last - first + 1))
    if not length.meets(lasting.limit) and length.low > 0 and length.high < _MOST_TIMES * lasting.limit.high:
        yield _finding(lasting, dated, length)


def _since(lasting: Lasting) -> Iterator[Finding]:
    """ "Since 2016, so that's six years", in a document of 2024."""
    found = since(lasting) or begun(lasting)
    if found is not None and not found[1].meets(lasting.limit) and found[1].low <= _MOST_TIMES * lasting.limit.high:
        yield _finding(lasting, [found[0]], found[1], up_to=" (up to the document's own date)")


_BEFORE = 250


def _until_then(lasting: Lasting) -> Iterator[Finding]:
    """ "It closed in 1931. For seventy-two years, until last autumn, …": from the one year told before it."""
    text, mention, sentence = lasting.study.document.text, lasting.mention, lasting.sentence
    begun, until = lasting.earlier, _UNTIL.match(text, mention.end, sentence.end)
    if until is None or not _FOR.fullmatch(text[sentence.start : mention.start]) or len(begun) != 1:
        return
    span, today = begun[0].timespan, lasting.study.date or ""
    if span is None or not span.start or not today or lasting.limit.low < _YEARS:
        return
    paragraph = within(lasting.study.seen(TimeMention), _paragraph(lasting), sentence.end)
    ends = {int(today[:4])} | {
        int(item.timespan.start[:4]) for item in paragraph if item.timespan and item.timespan.start
    }
    lengths_told = [(end - int(span.start[:4])) * DAYS_A_YEAR for end in sorted(ends)]
    spread = 2 * DAYS_A_YEAR
    if any(lasting.limit.low - spread <= length <= lasting.limit.high + spread for length in lengths_told):
        return
    length = Length(max(lengths_told) - DAYS_A_YEAR, max(lengths_told))
    if length.high <= _NEAR * lasting.limit.high:
        yield _finding(lasting, begun, length)


_UNTIL = re.compile(r", (?:un)?till? (?:last|that|this|the|yesterday|today|now|it|he|she|they)\b")
_FOR = re.compile(rf"For {ABOUT}(?:the next )?")
_YEARS = 5 * DAYS_A_YEAR


def _finding(lasting: Lasting, points: Sequence[TimeMention], length: Length, *, up_to: str = "") -> Finding:
    study, sentence, mention = lasting.study, lasting.sentence, lasting.mention
    text = study.document.text
    said = text[mention.start : mention.end]
    unit = (mention.duration.unit if mention.duration else None) or "day"
    real = in_words(length, "year" if unit in ("decade", "century") else unit)
    ends = " to ".join(text[item.start : item.end] for item in points) + up_to
    start = min([mention.start, *(item.start for item in points if item.start >= _paragraph(lasting))])
    away = [item for item in points if item.start < start]
    evidence = evidence_at(study, start, sentence.end, value=said)
    context = [evidence_at(study, item.start, item.end, value=text[item.start : item.end]) for item in away]
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


def _paragraph(lasting: Lasting) -> int:
    return lasting.study.document.blocks[lasting.sentence.block].start


CHECK = Check(
    id="elapsed-time",
    kind="arithmetic",
    title="A length of time does not fit the two times stated with it",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"item": "She has led the club since 2016, so that's six years."},
            dates={"item": "2024-05-20"},
            expect="conflict",
        ),
        Example(
            documents={"item": "She has led the club since 2016, so that's nearly eight years."},
            dates={"item": "2024-05-20"},
            expect=None,
        ),
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
            documents={"item": "The train left at 10:15 and arrived at 12:45, three and a half hours later."},
            expect="conflict",
        ),
        Example(
            documents={"item": "The ship struck at 22:51.\n\nThe ship sank at 23:38, 56 minutes after striking."},
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
