"""How long something went on by one document does not fit the beginning and end that another gives.

It holds a length ("the trial went on for seven months") against two times told together ("began on 4 September 2023
and ended on 19 January 2024", "from 4 May to 16 November") where both documents tell of one story, in sentences that
share their names and nouns. It is silent where a document gives the other's length itself, where the sentences name
different years, where either is planned or part of a longer time, and where the two lie far apart.

What settles it: when it began and when it ended.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, NamedTuple

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.places import within
from factcheck.lengths.durations import Length, between, in_words, inside, lengths, stated
from factcheck.lengths.elapsed import ABOUT, BEGINS, ENDS, is_clock, is_point
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import TimeMention
from factcheck.stories import STORY
from factcheck.wording import content

ENOUGH = 2
"""Words that both sentences must have, a name among them; one more where there is none."""
FARTHEST = 4.0
"""How many times the one may be the other and still be meant for it."""
_WENT_ON = re.compile(
    rf"\b(?:for|lasted|lasting|took|taking|taken|spent|went on for|continued for) (?:a |the )?{ABOUT}$", re.IGNORECASE
)
_NOT_SO = re.compile(
    r"\b(?:will|would|could|may|might|should|plan\w*|expect\w*|due|schedul\w*|at least|more than|first|last|next|every|"
    r"each|another|further|already|so far|still|until|not|never|if|within|less than|nearly always|on average)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"^ ?(?:to|until|till|and|–|-) ?$")
_FROM = re.compile(r"\b(?:from|between) ?$", re.IGNORECASE)
_ENDED = re.compile(rf"{ENDS.pattern}|\b(?:again|resumed|back)\b")
_STRETCH = re.compile(r"\d[A-Za-z ]* ?(?:to|and|until|–|-) ?")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’-]+")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


class _Told(NamedTuple):
    """A length in days that a sentence tells (`said`), or that follows from its two times."""

    start: int
    end: int
    low: float
    high: float
    unit: str
    said: bool
    words: frozenset[str]
    names: frozenset[str]
    years: frozenset[str]


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The lengths that do not fit, the likest pair of two documents."""
    told = {study.source.id: found for study in archive.holding(CHECK) if (found := _told(study))}
    for source in told:
        for other in sorted(archive.related.kin.get(source, ())):
            if other not in told or archive.related.between(source, other) < STORY or not archive.asks(source, other):
                continue
            lasted = [item for item in told[source] if item.said]
            dated = [item for item in told[other] if not item.said]
            pairs = [pair for pair in product(lasted, dated) if _is_one(*pair)]
            for one, two in pairs:
                best = max(len(item.words & two.words) for item, against in pairs if against is two)
                given = [item for item in told[other] if item.said and _fits(item, one)]
                if len(one.words & two.words) == best and not _fits(one, two) and not given:
                    yield _finding(archive.studies[source], one, archive.studies[other], two)


def _fits(one: _Told, other: _Told) -> bool:
    return one.low <= other.high and other.low <= one.high


def _is_one(one: _Told, other: _Told) -> bool:
    """Whether a length may be meant for two times."""
    shared = one.words & other.words
    if len(shared) < ENOUGH + (not shared & one.names & other.names) or (
        one.years and other.years and not one.years & other.years
    ):
        return False
    return one.low <= FARTHEST * other.high and other.low <= FARTHEST * one.high


def _packed(study: Study) -> list[Any]:
    points = [item for item in study.seen(TimeMention) if is_point(item)]
    every, found = lengths(study), list[_Told]()
    for sentence in study.document.sentences:
        own = within(points, sentence.start, sentence.end)
        if len(own) <= _MOST:
            found += _said(study, sentence, within(every, sentence.start, sentence.end), own)
            found += _dated(study, sentence, own)
    return [[sorted(part) if isinstance(part, frozenset) else part for part in one] for one in found]


_MOST = 2
LASTED = Gathering("lasted", _packed)


def _told(study: Study) -> list[_Told]:
    return [
        _Told._make(frozenset(part) if isinstance(part, list) else part for part in one)
        for one in study.gathered(LASTED)
    ]


def _said(study: Study, sentence: Sentence, found: list[TimeMention], own: list[TimeMention]) -> Iterator[_Told]:
    """ "For nine weeks the tunnel was shut": the one length of a sentence."""
    text = study.document.text
    if len(found) != 1 or any(map(is_clock, own)) or _NOT_SO.search(text, sentence.start, sentence.end):
        return
    item = found[0]
    limit = stated(item.duration) if item.duration is not None else None
    if limit is not None and limit.low > 0 and item.duration and _WENT_ON.search(text, sentence.start, item.start):
        yield _of(study, sentence, limit, item.duration.unit or "day", said=True)


def _dated(study: Study, sentence: Sentence, own: list[TimeMention]) -> Iterator[_Told]:
    """ "Closed on 5 January and opened again on 20 February", "from 4 to 16 May"."""
    text, length = study.document.text, None
    if _NOT_SO.search(text, sentence.start, sentence.end):
        return
    if len(own) == 1 and own[0].timespan is not None and _STRETCH.search(own[0].timespan.as_written):
        length = inside(own[0].timespan)
    elif len(own) == _MOST:
        first, last = own
        joined = _JOINED.match(text[first.end : last.start]) and _FROM.search(text, sentence.start, first.start)
        parted = BEGINS.search(text, sentence.start, first.start) and _ENDED.search(text, first.end, last.start)
        length = between(first, last) if joined or parted else None
    if length is not None and length.low >= 0 and length.high > 0:
        yield _of(study, sentence, length, "day" if length.high > 1 else "h", said=False)


def _of(study: Study, sentence: Sentence, length: Length, unit: str, *, said: bool) -> _Told:
    words = study.document.text[sentence.start : sentence.end]
    years, names = frozenset(_YEAR.findall(words)), frozenset(map(str.lower, _NAME.findall(words)))
    return _Told(sentence.start, sentence.end, length.low, length.high, unit, said, content(words)[0], names, years)


def _finding(one: Study, length: _Told, other: Study, times: _Told) -> Finding:
    source, there = one.source.id, other.source.id
    said, real = (in_words(Length(item.low, item.high), length.unit) for item in (length, times))
    return finding(
        CHECK,
        fact=(source, there, str(length.start), str(times.start)),
        verdict="possible-conflict",
        message=f"It went on for {said} ({source}), but from its beginning to its end are {real} ({there}).",
        sides=[
            [evidence_at(one, length.start, length.end, value=said)],
            [evidence_at(other, times.start, times.end, value=real)],
        ],
        steps=(Step(code="time-counted", text=f"Both speak of {', '.join(sorted(length.words & times.words))}."),),
        settle="When did it begin, and when did it end?",
        weight=0.6,
    )


CHECK = Check(
    id="length-elsewhere",
    kind="duration",
    title="A length of time does not fit the two times that another document gives",
    reads=Archive,
    run=run,
    gathers=(LASTED,),
    examples=(
        Example(
            documents={
                "paper": "The trial of the Moss brothers in Arlen went on for seven months.",
                "court": "The trial of the Moss brothers in Arlen began on 4 September 2023 and ended on "
                "19 January 2024.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "paper": "The trial of the Moss brothers in Arlen went on for four and a half months.",
                "court": "The trial of the Moss brothers in Arlen began on 4 September 2023 and ended on "
                "19 January 2024.",
            },
            expect=None,
        ),
        Example(
            documents={
                "paper": "The trial of the Moss brothers in Arlen will take seven months, for all that is known.",
                "court": "The trial of the Moss brothers in Arlen began on 4 September 2023 and ended on "
                "19 January 2024.",
            },
            expect=None,
        ),
    ),
)
