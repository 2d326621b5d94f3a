"""The same words are put into the mouths of two people.

It looks for quotations that stand, the same or nearly, in another document (or elsewhere in the same one) under
another speaker, also in transcripts. It stays silent where one of the two is a body or an office that the other may
speak for, where a speaker is not named, and where only a few words are the same.

What settles it: the recording, or the first of the two reports.
"""

from collections.abc import Iterable

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks._people import full_name, one_speaker
from factcheck.checks._quotations import Echo, echoes, speaker_of, speaker_there
from factcheck.records.finding import Finding, Step

_FEWEST = 5


def run(archive: Archive, whole: Archive) -> Iterable[Finding]:
    """The quotations that have two speakers."""
    told: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    for echo in echoes(archive):
        alignment = echo.alignment
        if alignment.compared < _FEWEST or alignment.telling < 2 or alignment.coverage < 0.85:
            continue
        mine, theirs = speaker_of(echo.quoted.study, echo.quoted.mention), speaker_there(echo)
        if not mine or not theirs:
            continue
        if one_speaker(echo.quoted.study, mine, echo.study, theirs) is not False:
            continue
        here = (echo.quoted.source, echo.quoted.mention.start)
        there = (echo.study.source.id, echo.inside.start if echo.inside else echo.start)
        if (there, here) not in told:
            told.add((here, there))
            yield _finding(echo, mine, theirs)


def _finding(echo: Echo, mine: str, theirs: str) -> Finding:
    quoted, other = echo.quoted, echo.study
    first, second = full_name(quoted.study, mine), full_name(other, theirs)
    words = " ".join(quoted.mention.words.split()).rstrip(",.")
    start, end = (echo.inside.start, echo.inside.end) if echo.inside else (echo.start, echo.end)
    sides = [
        [evidence_at(quoted.study, quoted.mention.start, quoted.mention.end, value=first)],
        [evidence_at(other, start, end, value=second)],
    ]
    sides.sort(key=lambda side: (side[0].date or "", side[0].source, side[0].start))
    return finding(
        CHECK,
        fact=sorted((words.lower(), _plain(other, start, end))),
        verdict="conflict" if echo.alignment.is_exact else "possible-conflict",
        message=f"“{words[:80]}” is said by {first} in {quoted.source} and by {second} in {other.source.id}.",
        sides=sides,
        steps=(
            Step(code="same-words", text=f"{echo.alignment.same} of {echo.alignment.compared} words are the same."),
            Step(code="two-speakers", text=f"{first} and {second} share no name."),
        ),
        settle="Who said it? Look for the recording, or the earlier report.",
        weight=0.75,
    )


def _plain(study: Study, start: int, end: int) -> str:
    return " ".join(study.document.text[start:end].lower().split()).strip("“”\"'‘’,. ")


CHECK = Check(
    id="quotation-attribution",
    kind="attribution",
    title="The same words have two speakers",
    reads=Archive,
    run=run,
    examples=(
        Example(
            documents={
                "wire": "“This valley will not be abandoned,” Teresa Quintela, the mayor, told the crowd on Tuesday.",
                "feature": "“This valley will not be abandoned,” Raul Esteves, the interior minister, told the crowd.",
            },
            expect="conflict",
        ),
        Example(
            documents={
                "wire": "“This valley will not be abandoned,” Teresa Quintela, the mayor, told the crowd on Tuesday.",
                "feature": "“This valley will not be abandoned,” Mayor Quintela told the crowd.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "“This valley will not be abandoned,” Teresa Quintela, the mayor, told the crowd on Tuesday.",
                "feature": "“This valley will not be abandoned,” the mayor’s office said in a statement.",
            },
            expect=None,
        ),
    ),
)
