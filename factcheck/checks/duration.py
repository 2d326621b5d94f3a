"""Something is said to have gone on for so long, but its beginning is dated later.

It reads "has been doing … for a decade", "has led … for twelve years", as of the document's date, and looks in all
documents for sentences that say of the same actor when it began, bought, won, opened or took over the same thing. A
beginning that leaves too little time is a possible conflict. It stays silent where the two sentences share too
little besides the actor, within the rounding of the duration, and where the document has no date.

What settles it: when it began, and as what.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.people import names_in, names_within
from factcheck.contexts.places import block_around, sentence_at
from factcheck.contexts.times import Interval, interval, issued, times_in
from factcheck.contexts.words import SMALL, house, words_of
from factcheck.lengths.durations import Length, in_words, stated
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import NameMention, TimeMention

_LASTS = re.compile(
    r"\b(?:has|have) (?:[a-z]+ly |also |now |long )?(?:been )?[a-z]+(?P<what>[^.;:]{0,140}?) for "
    r"(?:about |around |nearly |almost |more than |over |at least |some |the (?:past|last) )?$"
)
_IN_THE_YEARS = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Oo]ver|[Tt]hroughout|[Aa]fter|[Ff]or) (?:(?:his|her|their)|(?P<of>[A-Z][\w’'-]+)[’']s?) "
    r"(?:first |nearly |almost |more than |some )?$"
)
_AS_WHAT = re.compile(
    r" (?:as|in|at|on|in charge|at the head|at the helm|running|leading|heading)\b(?P<what>[^,;.]{3,60})"
)
""" "In her three years as chief executive": the words before the length, and those behind it."""
_BEGINS = re.compile(
    r"\b(?:acquired|bought|purchased|secured|obtained|won|founded|established|set up|began|begun|started|launched|"
    r"opened|entered|joined|took over|took office|appointed|elected|moved (?:in|to)|became|created|formed|first)\b"
)
_STEM, _BEFORE = 5, 160
_LONG_UNITS = frozenset({"month", "year", "decade", "century"})


@dataclass(frozen=True)
class _Lasting:
    """What somebody is said to have done for how long."""

    study: Study
    duration: TimeMention
    sentence: Sentence
    actor: str
    stems: frozenset[str]
    limit: Length
    until: Interval


def run(archive: Archive, whole: Archive) -> Iterable[Finding]:
    """The durations that are longer than there was time."""
    every = [lasting for study in archive.holding(CHECK) for lasting in _lasting(study)]
    named = _named(archive, {lasting.actor for lasting in every})
    for lasting in every:
        found = list(_beginnings(named[lasting.actor], lasting))
        late = [entry for entry in found if _time_since(entry[1], lasting).high < lasting.limit.low]
        if late and len(late) == len(found):
            yield _finding(lasting, late)


def _named(archive: Archive, actors: set[str]) -> dict[str, list[tuple[Study, NameMention]]]:
    """Where the actors are named, in all documents."""
    found: dict[str, list[tuple[Study, NameMention]]] = {actor: [] for actor in actors}
    for study in archive.studies.values() if actors else ():
        for item in names_in(study):
            if item.entity in found:
                found[item.entity].append((study, item))
    return found


def _lasting(study: Study) -> Iterator[_Lasting]:
    own, text = issued(study), study.document.text
    for duration in study.seen(TimeMention):
        if own is None or duration.duration is None:
            continue
        sentence, limit = sentence_at(study.document, duration.start), stated(duration.duration)
        if sentence is None or limit is None or duration.duration.unit not in _LONG_UNITS:
            continue
        match, start = _LASTS.search(text, sentence.start, duration.start), sentence.start
        if match is None and _IN_THE_YEARS.search(text, sentence.start, duration.start):
            match, start = _AS_WHAT.match(text, duration.end, sentence.end), max(sentence.start - _BEFORE, 0)
        actors = names_within(study, start, min(match.start(), duration.start)) if match else []
        if match and actors:
            stems = _stems(text, match.start(), match.end()) - _stems(actors[-1].entity, 0, None)
            yield _Lasting(study, duration, sentence, actors[-1].entity, stems, limit, own)


def _stems(text: str, start: int, end: int | None) -> frozenset[str]:
    words = words_of(text, start, end)
    return frozenset(house(word.text)[:_STEM] for word in words if word.text not in SMALL and len(word.text) > 3)


def _beginnings(
    named: Iterable[tuple[Study, NameMention]], lasting: _Lasting
) -> Iterator[tuple[Sentence, Interval, Study]]:
    """The sentences that say when the same actor began with the same thing."""
    seen: set[tuple[str, int]] = set()
    for study, item in named:
        text, sentence = study.document.text, sentence_at(study.document, item.start)
        if sentence is None or (study is lasting.study and sentence == lasting.sentence):
            continue
        if (study.source.id, sentence.start) in seen:
            continue
        seen.add((study.source.id, sentence.start))
        begins = _BEGINS.search(text, item.end, sentence.end)
        times = [found for time in times_in(study, sentence.start, sentence.end) if (found := interval(time.timespan))]
        if begins is None or len(times) != 1:
            continue
        shared = _stems(text, sentence.start, sentence.end) & lasting.stems
        if len(shared) >= (1 if _stand_together(study, sentence, lasting) else 2):
            yield sentence, times[0], study


def _stand_together(study: Study, sentence: Sentence, lasting: _Lasting) -> bool:
    """Whether the other sentence is in the same paragraph or in a note to it."""
    if study is not lasting.study:
        return False
    if sentence.block == lasting.sentence.block:
        return True
    paragraph, other = study.document.blocks[lasting.sentence.block], block_around(study.document, sentence.start)
    if other is None or other.kind != "note":
        return False
    return any(
        marker.label == other.label and paragraph.start <= marker.at <= paragraph.end
        for marker in study.document.markers
    )


def _time_since(begun: Interval, lasting: _Lasting) -> Length:
    return Length((lasting.until[0] - begun[1]).days, (lasting.until[1] - begun[0]).days)


def _finding(lasting: _Lasting, late: list[tuple[Sentence, Interval, Study]]) -> Finding:
    text = lasting.study.document.text
    said = text[lasting.duration.start : lasting.duration.end]
    unit = "year" if lasting.duration.duration is None or lasting.duration.duration.unit != "month" else "month"
    first = min(late, key=lambda entry: entry[1])
    since = in_words(_time_since(first[1], lasting), unit)
    return finding(
        CHECK,
        fact=(lasting.study.source.id, lasting.actor, said),
        verdict="possible-conflict",
        message=f"{lasting.actor} is said to have done this for {said}, but began {since} before.",
        sides=(
            [evidence_at(lasting.study, lasting.duration.start, lasting.duration.end, value=said)],
            [
                evidence_at(study, sentence.start, sentence.end, value=when[0].isoformat())
                for sentence, when, study in late
            ],
        ),
        steps=(
            Step(code="beginning-dated", text=f"The beginning is dated {first[1][0].year}, in {first[2].source.id}."),
            Step(code="time-counted", text=f"From then to the date of {lasting.study.source.id}: {since}."),
        ),
        settle="When did it begin, and do both sentences mean the same activity?",
        weight=0.45,
    )


CHECK = Check(
    id="duration",
    kind="duration",
    title="Something has gone on for longer than there was time since its beginning",
    reads=Archive,
    run=run,
    holds=lambda study: any(True for _ in _lasting(study)),
    examples=(
        Example(
            documents={
                "brief": "Norwell has been drilling for gas on the Arlen coast for a decade, the ministry says.",
                "item": "Norwell secured the rights to drill on the Arlen coast in 2016.",
            },
            dates={"brief": "2022-08-04", "item": "2016-05-01"},
            expect="possible-conflict",
        ),
        Example(
            documents={
                "brief": "Norwell has been drilling for gas on the Arlen coast for a decade, the ministry says.",
                "item": "Norwell secured the rights to drill on the Arlen coast in 2012.",
            },
            dates={"brief": "2022-08-04", "item": "2012-05-01"},
            expect=None,
        ),
        Example(
            documents={
                "brief": "Norwell has been drilling for gas on the Arlen coast for a decade, the ministry says.",
                "item": "Norwell bought a football club in 2016.",
            },
            dates={"brief": "2022-08-04", "item": "2016-05-01"},
            expect=None,
        ),
    ),
)
