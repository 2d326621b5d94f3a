"""A figure in the text is not the one that its own note gives for it.

It holds a figure before a note's marker against the figures in the words of that note, where both are of one unit,
share what they are of and each stands alone there: "the port cost $3 billion" and, in the note, "the audit puts its
cost at $2.1 billion". "Billions", "thousands" and the like mean two at least. It stays silent where one figure of the
note bears the text out, where the two are of other years, and where the note says that it knows of another figure
("others estimate", "compared with", "alone").

What settles it: which of the two the work cited has.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import sentence_at
from factcheck.contexts.times import Interval, days_apart, interval, times_in
from factcheck.reckoning.figures import Figure, figures_in
from factcheck.records.document import Block, Marker, Sentence
from factcheck.records.finding import Finding, Step
from factcheck.wording import content

_MEASURED = frozenset({"money", "length", "area", "mass", "volume", "power", "energy", "speed", "temperature"})
_ANOTHER = re.compile(
    r"\b(?:other|others|another|alone|only|additional(?:ly)?|further|remaining|respectively|compared (?:to|with)|"
    r"than in|up from|down from|by contrast|however|but|although|whereas|estimates? (?:vary|range|differ)|disputed?|"
    r"contradict\w*|differs?|includ\w+|exclud\w+|of which|of whom|of these|each|per|average|mean|if|would|"
    r"could|planned|target)\b",
    re.IGNORECASE,
)
"""Words of a note that tell of something beside what the text says, or of more or less than that."""
_SEVERAL = re.compile(r"(?:(?:many|several) )?(?:dozen|score|hundred|thousand|million|billion)s of\b", re.IGNORECASE)
_ROOM = 0.15
"""How far above its number "more than" reaches, as a part of it: who has more still says another number."""
_LEAST_SHARED = 2
_LONGEST = 400
"""Letters of a note's sentence that tells one thing."""


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The figures that differ from those of their notes."""
    document, last = study.document, 0
    for marker in document.markers:
        sentence = sentence_at(document, max(marker.at - 1, 0))
        if sentence is not None and marker.note is not None:
            start = max(sentence.start, last if last > sentence.start else 0)
            yield from _differing(study, marker, sentence, start, document.blocks[marker.note])
        last = marker.at


def _differing(study: Study, marker: Marker, sentence: Sentence, start: int, note: Block) -> Iterator[Finding]:
    """The figure of the words that a marker stands for, where the note gives one other of its kind."""
    given = _figures(study, note.start, note.end)
    said = _figures(study, start, marker.at)
    for figure in said:
        alike = [other for other in given if _is_of_one_unit(figure, other)]
        if len(alike) != 1 or sum(_is_of_one_unit(figure, other) for other in said) != 1:
            continue
        place = sentence_at(study.document, alike[0].start)
        if place is None or place.end - place.start > _LONGEST or not _is_apart(study, figure, alike[0]):
            continue
        if _speak_of_one(study, (start, marker.at), place, figure, alike[0]):
            yield _finding(study, marker, (start, marker.at), place, figure, alike[0])


def _figures(study: Study, start: int, end: int) -> list[Figure]:
    """The figures of a stretch of text that are of something: no changes, no rates, no bare numbers."""
    found = (figure for figure in figures_in(study, start, end) if not figure.change and figure.per is None)
    return [
        figure
        for figure in found
        if figure.dimension in _MEASURED or (figure.dimension == "count" and figure.unit not in (None, "1"))
    ]


def _is_of_one_unit(one: Figure, other: Figure) -> bool:
    return (one.dimension, one.unit) == (other.dimension, other.unit)


def _is_apart(study: Study, one: Figure, other: Figure) -> bool:
    """Whether no number is both: what is more than a number is near it, and billions are two at least."""
    (low, high), (least, most) = (_ends(study, figure) for figure in (one, other))
    return high < least or most < low


def _ends(study: Study, figure: Figure) -> tuple[float, float]:
    if _SEVERAL.match(study.document.text, figure.start):
        return figure.low * 2, math.inf
    bounded = figure
    if figure.high == math.inf:
        bounded = replace(bounded, high=figure.low * (1 + _ROOM))
    if figure.low == -math.inf:
        bounded = replace(bounded, low=figure.high * (1 - _ROOM))
    return bounded.low, bounded.high


def _speak_of_one(study: Study, said: tuple[int, int], place: Sentence, one: Figure, other: Figure) -> bool:
    """Whether the text and the sentence of its note share what they speak of, at times that meet."""
    text = study.document.text
    words, noted = text[slice(*said)], text[place.start : place.end]
    if _ANOTHER.search(noted) or not _meet(_times(study, *said), _times(study, place.start, place.end)):
        return False
    shared = content(words)[0] & content(noted)[0]
    return len(shared - {one.unit}) >= _LEAST_SHARED


def _times(study: Study, start: int, end: int) -> list[Interval]:
    found = (interval(item.timespan) for item in times_in(study, start, end))
    return [when for when in found if when is not None]


def _meet(ours: Sequence[Interval], theirs: Sequence[Interval]) -> bool:
    return not (ours and theirs) or any(not days_apart(one, other) for one in ours for other in theirs)


def _finding(
    study: Study, marker: Marker, said: tuple[int, int], place: Sentence, one: Figure, other: Figure
) -> Finding:
    text, label = study.document.text, marker.label
    ours, theirs = (text[figure.start : figure.end] for figure in (one, other))
    return finding(
        CHECK,
        fact=(study.source.id, label, ours, theirs),
        verdict="possible-conflict",
        message=f"The text says {ours}; its note {label} gives {theirs}.",
        sides=(
            [evidence_at(study, *said, value=ours)],
            [evidence_at(study, place.start, place.end, value=theirs)],
        ),
        steps=(
            Step(code="note-is-the-source", text=f"Note {label} is what the text rests on here."),
            Step(code="figures-differ", text=f"{ours} in the text, {theirs} in the note, of one thing and one time."),
        ),
        settle="Which of the two does the work cited have?",
        weight=0.6,
    )


_BRIEF = "# The port\n\nThe new port cost $3.2 billion.[^1] Ships use it.\n\n[^1]: {}\n"

CHECK = Check(
    id="note-figure",
    kind="quantity",
    title="A figure in the text is not that of its note",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"brief.md": _BRIEF.format("The court of audit puts the cost of the new port at $2.1 billion.")},
            expect="possible-conflict",
        ),
        Example(
            documents={"brief.md": _BRIEF.format("The court of audit puts the cost of the port at $3.21 billion.")},
            expect=None,
        ),
        Example(
            documents={"brief.md": _BRIEF.format("The breakwater of the new port alone cost $2.1 billion.")},
            expect=None,
        ),
        Example(
            documents={
                "brief.md": "# Ships\n\nThe yard sold thousands of boats to Peru in the 1990s.[^1]\n\n"
                "[^1]: Its list of sales has 1,200 boats that the yard sold to Peru from 1990 to 1999.\n"
            },
            expect="possible-conflict",
        ),
    ),
)
