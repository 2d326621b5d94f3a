"""One person follows two callings that do not go together.

It reads what documents of one story call a person of one full name ("a palaeontologist at the university", "plumber
Jane Roe", "worked as a cook") and reports callings of two kinds (a science and medicine, a trade and the law) and two
offices of which nobody holds both (commissioner, secretary), where each document knows one calling of that person
only; so it does with rivals in a crew, a court, a choir, a team or a ward (pilot and co-pilot, judge and prosecutor).
It stays silent on callings that go with others (author, councillor, professor, campaigner), on general words
(doctor and surgeon, researcher and biologist), and on what somebody was formerly.

What settles it: the person's own words on what they do.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.people import full_name, is_full_person, names_in
from factcheck.contexts.places import sentence_at
from factcheck.contexts.posts import tells_of_change
from factcheck.language.callings import OF_SEVERAL, OFFICE, go_apart, kind_of_calling
from factcheck.language.nouns import singular
from factcheck.language.titles import bare
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.stories import STORY

_HEAD_ENDS = re.compile(r"[,;(]|\s(?:of|at|from|for|in|with|on|who|and|to|by|near)\s")
_FORMERLY = re.compile(
    r"\b(?:former|formerly|ex|retired|trainee|student|aspiring|amateur|part-time|then|one-time)\b", re.I
)
_BEFORE = 20
_TITLE = 40
"""Letters after a name in which a calling stands."""


@dataclass(frozen=True)
class _Called:
    """A person whom a document calls by a calling, in `text[start:end]`; `kind` is what kind of calling it is."""

    study: Study
    calling: str
    kind: str
    start: int
    end: int


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The people who are given two callings."""
    people: dict[str, list[_Called]] = defaultdict(list)
    for study in archive.holding(CHECK):
        for name, *told in study.gathered(CALLINGS):
            people[name].append(_Called(study, *told))
    for name in sorted(people):
        yield from _of(name, people[name], archive)


def _callings(study: Study) -> list[list[Any]]:
    """The people of whom a document knows one calling, each time that it names it, with what a `_Called` is made of."""
    found: dict[str, list[list[Any]]] = defaultdict(list)
    text = study.document.text
    for mention in names_in(study):
        name = full_name(study, mention.entity) if mention.type == "person" else ""
        if not is_full_person(name):
            continue
        for title in (*mention.titles, *_told_as(text, mention.end)):
            calling = _calling(title)
            kind = kind_of_calling(calling)
            sentence = sentence_at(study.document, mention.start) if kind else None
            before = mention.start - len(title) - _BEFORE
            if calling in OF_SEVERAL and re.search(rf"\ban? {calling}\b", text[max(before, 0) : mention.end + _TITLE]):
                continue
            if sentence is None or _FORMERLY.search(text, max(sentence.start, before), mention.end + len(title)):
                continue
            if kind != OFFICE or not tells_of_change(text[sentence.start : sentence.end]):
                found[name].append([name, calling, kind, mention.start, mention.end])
    known = (calls for calls in found.values() if not _knows_two({calling for _, calling, *_ in calls}))
    return [called for calls in known for called in calls]


def _knows_two(callings: set[str]) -> bool:
    return any(go_apart(one, other) for one, other in combinations(callings, 2))


CALLINGS = Gathering("callings", _callings)


_TOLD_AS = re.compile(
    r"(?:, [^,.;:“”\"]{1,90},)? (?:is|was|(?:works|worked|is employed|was employed) as) an? "
    r"((?:[a-z][a-z-]+ ){0,2}[a-z][a-z-]+)(?=[,.;:]| (?:in|at|from|for|of|with|who|by|near|and)\b)"
)


def _told_as(text: str, end: int) -> list[str]:
    """What is said of somebody whose name ends there: "Jonas Reiter was a dentist", "worked as a pastry cook"."""
    found = _TOLD_AS.match(text, end)
    return [found[1]] if found else []


def _calling(title: str) -> str:
    """The noun of a title that says what somebody is: "dentist from Karnal" is dentist."""
    words = [bare(word) for word in _HEAD_ENDS.split(title, maxsplit=1)[0].split()]
    paired = "-".join(words[-2:])
    return paired if kind_of_calling(paired) else singular(words[-1]) if words else ""


def _of(name: str, calls: Sequence[_Called], archive: Archive) -> Iterator[Finding]:
    """The first two documents that give a person callings that do not go together."""
    for number, one in enumerate(calls):
        for other in calls[number + 1 :]:
            ours, theirs = one.study.source.id, other.study.source.id
            if (
                ours != theirs
                and go_apart(one.calling, other.calling)
                and archive.related.between(ours, theirs) >= STORY / 2
            ):
                yield _finding(name, one, other, calls)
                return


def _finding(name: str, one: _Called, other: _Called, calls: Sequence[_Called]) -> Finding:
    sides = [[item for item in calls if item.calling == side.calling] for side in (one, other)]
    return finding(
        CHECK,
        fact=(name, *sorted((one.calling, other.calling))),
        verdict="possible-conflict",
        message=f"{name} is {_told(one)} in {one.study.source.id}, but {_told(other)} in {other.study.source.id}.",
        sides=[list(map(_shown, side)) for side in sides],
        steps=(Step(code="other-calling", text="Each document knows one calling of the person; nobody has both."),),
        settle=f"What does {name} do?",
        weight=0.4,
    )


def _told(called: _Called) -> str:
    """A calling in words: a first officer, but a co-pilot."""
    calling = called.calling
    return calling if calling.startswith(("co-", "mezzo-")) else calling.replace("-", " ")


def _shown(called: _Called) -> Evidence:
    return evidence_at(called.study, called.start, called.end, value=_told(called))


CHECK = Check(
    id="calling-differs",
    kind="name",
    title="One person follows two callings",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(CALLINGS)),
    gathers=(CALLINGS,),
    examples=(
        Example(
            documents={
                "release": "The fossil was found by Ingrid Solheim, a palaeontologist at the university in Bergen.",
                "paper": "It was Ingrid Solheim, a dentist from Bergen, who found the fossil at the university.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "release": "The fossil was found by Ingrid Solheim, a palaeontologist at the university in Bergen.",
                "paper": "It was Ingrid Solheim, a geologist from Bergen, who found the fossil at the university.",
            },
            expect=None,
        ),
        Example(
            documents={
                "release": "The fossil was found by Ingrid Solheim, a palaeontologist at the university in Bergen.",
                "paper": "It was Ingrid Solheim, a former dentist from Bergen, who found the fossil at the university.",
            },
            expect=None,
        ),
        Example(
            documents={
                "release": "Ingrid Solheim, who fell from the ridge at Karrow on Sunday, was a dentist from Bergen.",
                "paper": "Ingrid Solheim had worked as a cook before she fell from the ridge at Karrow on Sunday.",
            },
            expect=None,
        ),
        Example(
            documents={
                "release": "Ingrid Solheim, who fell from the ridge at Karrow on Sunday, was a dentist from Bergen.",
                "paper": "Ingrid Solheim, 41, worked as a cook in Bergen. She fell from the ridge at Karrow on Sunday.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "release": "“Nobody is missing,” Relief Commissioner Tom Ferrant said of the flood in Karrow.",
                "paper": "The flood in Karrow left nobody missing, said Chief Secretary Tom Ferrant.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "release": "The crash near Karrow killed the first officer, Jane Roe.",
                "paper": "The pilot, Jane Roe, died in the crash near Karrow.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "release": "The crash near Karrow killed the first officer, Jane Roe.",
                "paper": "Jane Roe, a pilot, died in the crash near Karrow. She sat on the left.",
            },
            expect=None,
        ),
    ),
)
