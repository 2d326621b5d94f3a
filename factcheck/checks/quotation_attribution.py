"""The same words are put into the mouths of two people.

It looks for quotations that stand, the same or nearly, in another document (or elsewhere in the same one) under
another speaker, also in transcripts. It stays silent where one of the two is a body or an office that the other may
speak for, where a speaker is not named, and where only a few words are the same.

What settles it: the recording, or the first of the two reports.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.people import full_name, one_speaker
from factcheck.contexts.words import SMALL
from factcheck.quotations.elsewhere import MARKS, QUOTED, quotes, utterances
from factcheck.quotations.passages import Utterance
from factcheck.quotations.speakers import speaker_of, speaker_there
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.statements.kept import Group, kept

_FEWEST = 5
_FEWEST_TELLING = 2
_COVERAGE = 0.85


@dataclass(frozen=True)
class _Telling:
    """A passage that gives the words to somebody."""

    study: Study
    start: int
    end: int
    speaker: str
    exact: bool

    @property
    def place(self) -> tuple[str, str, int]:
        """Where it is, in order of date."""
        return self.study.date or "", self.study.source.id, self.start


def run(archive: Archive, whole: Archive) -> Iterable[Finding]:
    """The quotations that have two speakers."""
    said = [one for one in utterances(archive, CHECK) if _may_have_two(one)]
    known = {id(one): found for one, found in kept(archive, "two speakers", map(_marked, said), _of_two)}
    told: set[frozenset[tuple[str, int]]] = set()
    for found in filter(None, (known[id(one)] for one in said)):
        places = frozenset((source, start) for source, start in found[0])
        if not any(places <= others for others in told):
            told.add(places)
            yield Finding.model_validate_json(found[1])


def _may_have_two(utterance: Utterance) -> bool:
    """Whether it tells enough, and stands in two places."""
    said = utterance.copies[0].said
    if len(said) < _FEWEST or sum(word not in SMALL for word in said) < _FEWEST_TELLING:
        return False
    return len(utterance.copies) + len(utterance.echoes) > 1


def _marked(utterance: Utterance) -> Group[Utterance]:
    """The documents of an utterance, and where it stands in them."""
    copies, echoes = utterance.copies, utterance.echoes
    sources = {*(copy.source for copy in copies), *(echo.study.source.id for echo in echoes)}
    return sources, [[[copy.source, copy.start] for copy in copies], [echo.mark for echo in echoes]], utterance


def _of_two(utterance: Utterance) -> list[Any] | None:
    """Where it is said by whom, if there are two, and the finding of it: as plain values."""
    sides = _sides(list(_tellings(utterance)))
    if len(sides) < 2:
        return None
    places = sorted((item.study.source.id, item.start) for side in sides for item in side)
    return [places, _finding(utterance, sides).model_dump_json()]


def _tellings(utterance: Utterance) -> Iterator[_Telling]:
    """The passages that have the words and say whose they are."""
    for copy in utterance.copies:
        speaker = speaker_of(copy.study, copy.mention)
        if speaker:
            yield _Telling(copy.study, copy.mention.start, copy.mention.end, speaker, exact=True)
    for echo in utterance.echoes:
        alignment = echo.alignment
        if alignment.compared < _FEWEST or alignment.telling < _FEWEST_TELLING or alignment.coverage < _COVERAGE:
            continue
        speaker = speaker_there(echo)
        if speaker:
            start, end = (echo.inside.start, echo.inside.end) if echo.inside else (echo.start, echo.end)
            yield _Telling(echo.study, start, end, speaker, alignment.is_exact)


def _sides(tellings: list[_Telling]) -> list[list[_Telling]]:
    """The passages by speaker, those of whom it is sure that they are two."""
    sides: list[list[_Telling]] = []
    for item in sorted(tellings, key=lambda item: item.place):
        home = next((side for side in sides if _agree(side[0], item)), None)
        if home is not None:
            home.append(item)
        else:
            sides.append([item])
    return [side for side in sides if any(_agree(side[0], other[0]) is False for other in sides)]


def _agree(one: _Telling, other: _Telling) -> bool | None:
    return one_speaker(one.study, one.speaker, other.study, other.speaker)


def _finding(utterance: Utterance, sides: list[list[_Telling]]) -> Finding:
    words = " ".join(utterance.copies[0].mention.words.split()).rstrip(",.")
    names = [full_name(side[0].study, side[0].speaker) for side in sides]
    where = [f"by {name} in {side[0].study.source.id}" for name, side in zip(names, sides, strict=True)]
    exact = all(any(item.exact for item in side) for side in sides)
    return finding(
        CHECK,
        fact=(words.lower(),),
        verdict="conflict" if exact else "possible-conflict",
        message=f"“{words[:80]}” is said {' and '.join(where)}.",
        sides=[[_shown(item) for item in side] for side in sides],
        steps=(
            Step(
                code="same-words",
                text=f"The {len(utterance.copies[0].said)} words are {'' if exact else 'nearly '}the same.",
            ),
            Step(code="two-speakers", text=f"{' and '.join(names)} share no name."),
        ),
        settle="Who said it? Look for the recording, or the earlier report.",
        weight=0.75,
    )


def _shown(item: _Telling) -> Evidence:
    return evidence_at(item.study, item.start, item.end, value=full_name(item.study, item.speaker))


CHECK = Check(
    id="quotation-attribution",
    kind="attribution",
    title="The same words have two speakers",
    reads=Archive,
    run=run,
    holds=quotes,
    gathers=(MARKS, QUOTED),
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
