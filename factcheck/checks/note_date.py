"""A date in the text does not fit the date of the work that its note cites for it.

It holds the dates of the words before a note's marker against the works cited in the note. It reports a statement,
release or publication that the text dates otherwise than its note, a note that gives the same day of another year or
of another month of that year, and works that are all older than what they are
cited for, by up to a year and a half. It stays silent where the news came after the event, as news does; on
interviews, books and works without a date; on plans and promises; and where one work of the note fits.

What settles it: the date on the document itself.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import sentence_at, sentences_of
from factcheck.contexts.times import Interval, days_apart, interval, issued, times_in, whole
from factcheck.contexts.words import SMALL, house, words_of
from factcheck.records.citation import Citation
from factcheck.records.document import Marker, Sentence
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import TimeMention
from factcheck.records.timespan import Timespan

_PAPER = (
    r"statement|press release|release|communiqué|communique|letter|memo|memorandum|decree|order|circular|bulletin|"
    r"announcement|filing|ruling|judgment|judgement|resolution|notice|tweet|post|directive|press statement"
)
_DATED_PAPER = re.compile(
    rf"\b(?:{_PAPER})s?(?:,? (?:of|on|dated|from|issued(?: on)?|published(?: on)?|released(?: on)?))? $", re.IGNORECASE
)
_ISSUED = re.compile(rf"\b(?:{_PAPER})\b", re.IGNORECASE)
_ISSUES = re.compile(r"\b(?:issued|published|released|put out|made public|posted|circulated|sent)\b")
_PUBLISHED = re.compile(r"\b(?:published|described|reported|appeared|printed|issued|announced|named)(?: first)? in $")
_PLAN = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|will|would|expect(?:s|ed)?|due|schedul(?:e|ed)|promis(?:e|es|ed)|pledg(?:e|es|ed)|aim(?:s|ed)?|"
    r"forthcoming|upcoming|ahead of|by the end of|until|intend(?:s|ed)?|propos(?:e|es|ed)|announced? (?:that|plans)|"
    r"to be|hopes?|"
    r"target|budget(?:ed)?|forecast|project(?:s|ed))\b"
)
_INTERVIEW = re.compile(r"\b[Ii]nterviews?\b|\bconversation\b|\bcorrespondence\b|\be-mail\b")
_EARLIER = re.compile(r"\bhad\b|\bpreviously\b|\bbefore(?:hand)?\b|\bearlier\b")
_OLDEST = 550
_MOST_BACK = 2


@dataclass(frozen=True)
class _Cited:
    """A work of a note with its date."""

    citation: Citation
    when: Interval
    words: str


@dataclass(frozen=True)
class _Support:
    """The words that a marker stands for, and the dated works of its note."""

    marker: Marker
    sentence: Sentence
    start: int
    works: tuple[_Cited, ...]


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The notes whose works do not fit the text's date."""
    older: dict[int, list[tuple[TimeMention, Interval, _Support]]] = defaultdict(list)
    told: set[Marker] = set()
    for support in _supports(study):
        other = _otherwise(study, support)
        if other is not None:
            told.add(support.marker)
            yield other
            continue
        dated = _dated(study, support)
        if dated is not None and all(_is_older(work, dated[1]) for work in support.works):
            older[dated[0].start].append((*dated, support))
    for cases in older.values():
        yield _finding_older(study, cases)
    yield from _other_years(study, told)


def _other_years(study: Study, told: Collection[Marker]) -> Iterator[Finding]:
    """Notes with one date, of the very day that the text gives and of the year before or after; not those `told`."""
    document = study.document
    for marker in document.markers:
        sentence = sentence_at(document, max(marker.at - 1, 0))
        note = document.blocks[marker.note] if marker.note is not None else None
        cited = [entry for entry in _points(study, note.start, note.end) if _is_day(entry[1])] if note else []
        if sentence is None or len(cited) != 1 or marker in told:
            continue
        said = _points(study, sentence.start, marker.at)
        other = [entry for entry in said if _is_otherwise_dated(entry[1], cited[0][1])]
        if len(other) == 1 and all(days_apart(when, cited[0][1]) for _, when in said):
            yield _finding_year(study, other[0][0], cited[0][0], marker)


def _is_day(when: Interval) -> bool:
    return (when[1] - when[0]).days == 1


def _is_otherwise_dated(one: Interval, other: Interval) -> bool:
    """Whether two days are one of two years in a row, or of two months of a year."""
    if not _is_day(one):
        return False
    (year, month, day), (another, in_month, on_day) = (
        (when[0].year, when[0].month, when[0].day) for when in (one, other)
    )
    return day == on_day and (
        (month == in_month and abs(year - another) == 1) or (year == another and month != in_month)
    )


def _supports(study: Study) -> Iterator[_Support]:
    """Every marker whose note cites works that all have a date."""
    document = study.document
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in study.citations.citations:
        cited[citation.note].append(citation)
    last = 0
    for marker in document.markers:
        sentence = sentence_at(document, max(marker.at - 1, 0))
        works = _works(study, cited.get(marker.label, ()))
        if sentence is not None and works:
            yield _Support(marker, sentence, max(sentence.start, last), works)
        last = marker.at


def _works(study: Study, citations: Sequence[Citation]) -> tuple[_Cited, ...]:
    """The works of a note; none where one of them has no date or is no document."""
    found: list[_Cited] = []
    for citation in citations:
        words = study.document.text[citation.start : citation.end]
        if _INTERVIEW.search(words):
            continue
        when = whole(citation.work.date) if citation.work else None
        if when is None:
            return ()
        found.append(_Cited(citation, when, words))
    return tuple(found)


def _points(study: Study, start: int, end: int) -> list[tuple[TimeMention, Interval]]:
    """The closed times of a stretch of text, as days."""
    found: list[tuple[TimeMention, Interval]] = []
    for item in times_in(study, start, end):
        span = item.timespan
        when = _shifted(study, item) or interval(span)
        if span is not None and when is not None and not span.recurring and span.granularity not in ("decade", "era"):
            found.append((item, when))
    return found


def _shifted(study: Study, item: TimeMention) -> Interval | None:
    """A time counted in years from a month of the text, to the month: "a year later" after "February 2012"."""
    span, length = item.timespan, item.duration
    if span is None or length is None or span.resolved_from != "text" or length.unit != "year" or length.is_range:
        return None
    sentence = sentence_at(study.document, item.start)
    before = times_in(study, sentence.start, item.start) if sentence else []
    base = next((other.timespan for other in reversed(before) if _is_named(study, other, span)), None)
    found = interval(base) if base is not None and base.granularity == "month" else None
    if (
        found is None
        or not length.low.is_integer()
        or span.start is None
        or found[0] > date.fromisoformat(span.start[:10])
    ):
        return None
    years = int(length.low)
    return found[0].replace(year=found[0].year + years), found[1].replace(year=found[1].year + years)


def _is_named(study: Study, other: TimeMention, span: Timespan) -> bool:
    return study.document.text[other.start : other.end] == span.relative_to


def _dated(study: Study, support: _Support) -> tuple[TimeMention, Interval] | None:
    """The latest time that the words before the marker give, or that the sentences before them set; no plans."""
    text, end = study.document.text, support.marker.at
    if _PLAN.search(text, support.sentence.start, end):
        return None
    found = _points(study, support.start, end) or _points(study, support.sentence.start, end)
    if not found and not _EARLIER.search(text, support.sentence.start, end):
        found = _carried(study, support)
    own = issued(study)
    past = [entry for entry in found if own is None or entry[1][0] <= own[0]]
    return max(past, key=lambda entry: entry[1]) if past and len(past) == len(found) else None


def _carried(study: Study, support: _Support) -> list[tuple[TimeMention, Interval]]:
    """The last time of the one or two sentences before, if it is a month or a day."""
    block = study.document.blocks[support.sentence.block]
    before = [item for item in sentences_of(study.document, block) if item.start < support.sentence.start]
    for sentence in reversed(before[-_MOST_BACK:]):
        found = _points(study, sentence.start, sentence.end)
        fine = [entry for entry in found if entry[0].timespan and entry[0].timespan.granularity in ("month", "day")]
        if found:
            return fine if len(fine) == 1 else []
    return []


def _is_older(work: _Cited, when: Interval) -> bool:
    """Whether a work with a month or a day was published before the time, though not long before."""
    exact = (work.when[1] - work.when[0]).days <= 31
    return exact and work.when[1] <= when[0] and (when[0] - work.when[1]).days <= _OLDEST


def _otherwise(study: Study, support: _Support) -> Finding | None:
    """A statement or a publication that the text dates otherwise than its own note."""
    text = study.document.text
    points = _points(study, support.sentence.start, support.marker.at)
    for item, _ in points:
        if item.start < support.start:
            continue
        before = text[support.sentence.start : item.start]
        clause = text[support.start : support.marker.at]
        if item.timespan is not None and item.timespan.granularity == "day":
            dated = _DATED_PAPER.search(before) or (_ISSUED.search(clause) and _ISSUES.search(clause))
            works = [work for work in support.works if dated and _is_that_paper(work, before + clause)]
            days = 1
        elif item.timespan is not None and item.timespan.granularity == "year" and len(support.works) == 1:
            works = list(support.works) if _PUBLISHED.search(before) else []
            days = 366
        else:
            continue
        if works and all(_is_apart(work, days, points) for work in works):
            return _finding_otherwise(study, item, support, works)
    return None


def _is_that_paper(work: _Cited, clause: str) -> bool:
    """Whether a cited work is a paper of the body that the text names: a statement of that ministry."""
    publisher = work.citation.work.publisher if work.citation.work else None
    if publisher is None:
        return _ISSUED.search(work.words) is not None
    body = {house(word.text) for word in words_of(publisher) if word.text not in SMALL}
    said = {house(word.text) for word in words_of(clause) if word.text not in SMALL}
    return len(body & said) * 2 >= len(body) or (_ISSUED.search(work.words) is not None and bool(body & said))


def _is_apart(work: _Cited, days: int, points: Sequence[tuple[TimeMention, Interval]]) -> bool:
    """Whether a work's date, known to so many days, is none of those in the sentence."""
    return (work.when[1] - work.when[0]).days <= days and all(days_apart(work.when, when) for _, when in points)


def _finding_otherwise(study: Study, item: TimeMention, support: _Support, works: Sequence[_Cited]) -> Finding:
    said, label = study.document.text[item.start : item.end], support.marker.label
    cited = " and ".join(work.citation.work.date or "" for work in works if work.citation.work)
    return finding(
        CHECK,
        fact=(study.source.id, label, said),
        verdict="conflict",
        message=f"The text dates this {said}; the document that its note {label} gives is of {cited}.",
        sides=(
            [evidence_at(study, item.start, support.marker.at, value=said)],
            [evidence_at(study, work.citation.start, work.citation.end, value=cited) for work in works],
        ),
        steps=(
            Step(code="note-is-the-source", text=f"Note {label} cites the thing that the text speaks of."),
            Step(code="dates-differ", text=f"{said} in the text, {cited} in the note."),
        ),
        settle="What is the date on the document?",
        weight=0.65,
    )


def _finding_year(study: Study, item: TimeMention, cited: TimeMention, marker: Marker) -> Finding:
    said, there = (study.document.text[one.start : one.end] for one in (item, cited))
    return finding(
        CHECK,
        fact=(study.source.id, marker.label, said, there),
        verdict="possible-conflict",
        message=f"The text dates this {said}; its note {marker.label} gives {there}, the same day otherwise.",
        sides=(
            [evidence_at(study, item.start, marker.at, value=said)],
            [evidence_at(study, cited.start, cited.end, value=there)],
        ),
        steps=(
            Step(code="years-differ", text=f"{said} in the text, {there} in the note: one day of two years or months."),
        ),
        settle="Which date is right?",
        weight=0.6,
    )


def _finding_older(study: Study, cases: Sequence[tuple[TimeMention, Interval, _Support]]) -> Finding:
    text = study.document.text
    item, when, _ = cases[0]
    said = text[item.start : item.end]
    labels = " and ".join(support.marker.label for _, _, support in cases)
    works = [work for _, _, support in cases for work in support.works]
    newest = max((work.citation.work.date or "" for work in works if work.citation.work), default="")
    inside = [
        support.sentence for _, _, support in cases if support.sentence.start <= item.start < support.sentence.end
    ]
    shown = [evidence_at(study, item.start, item.end, value=said)]
    shown += [
        evidence_at(study, support.start, support.marker.at, value=said)
        for _, _, support in cases
        if support.sentence not in inside
    ]
    return finding(
        CHECK,
        fact=(study.source.id, said, labels),
        verdict="possible-conflict",
        message=f"Note {labels} cites nothing later than {newest} for what the text dates “{said}”.",
        sides=(shown, [evidence_at(study, work.citation.start, work.citation.end, value=newest) for work in works]),
        steps=(
            Step(code="time-read", text=f"“{said}” means {when[0].isoformat()} or later."),
            Step(code="works-older", text=f"The newest work of note {labels} is of {newest}."),
        ),
        settle="Is the date in the text right, and do these works tell of this event?",
        weight=0.5,
    )


_BRIEF = (
    "# Trains\n\nThe Ministry of Transport defended the option in a statement of 9 July 2021.[^1] It was used.\n\n"
    "[^1]: {}\n"
)

CHECK = Check(
    id="note-date",
    kind="date",
    title="A date in the text does not fit the work cited for it",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={
                "brief.md": _BRIEF.format("“Option clarified”, Ministry of Transport, press release, 6 July 2021.")
            },
            expect="conflict",
        ),
        Example(
            documents={
                "brief.md": _BRIEF.format("“Option clarified”, Ministry of Transport, press release, 9 July 2021.")
            },
            expect=None,
        ),
        Example(
            documents={
                "brief.md": _BRIEF.format("“Option clarified”, Ministry of Transport, press release, 9 July 2020.")
            },
            expect="conflict",
        ),
        Example(
            documents={"brief.md": _BRIEF.format("Hansard, 9 March 2021, column 311.")},
            expect="possible-conflict",
        ),
        Example(
            documents={"brief.md": _BRIEF.format("Hansard, 9 July 2020, column 311.")},
            expect="possible-conflict",
        ),
        Example(
            documents={"brief.md": _BRIEF.format("“Option under fire”, The Highland Courier, 3 March 2021.")},
            expect="possible-conflict",
        ),
        Example(
            documents={"brief.md": _BRIEF.format("“Option under fire”, The Highland Courier, 12 July 2021.")},
            expect=None,
        ),
    ),
)
