"""One person is said to be of two bodies of one kind: of the University of Bergen, and of the University of Oslo.

It reads the university, hospital, firm or office that a document names right with a person ("a surgeon at Mercy
Hospital", "Ada Lind of the University of Oslo") and reports people of one full name to whom two documents of one story
give different bodies of the same kind. It stays silent where a document gives a person both, where the words are of
another time ("formerly", "trained at", "until 2019"), and where one name of the body holds the other.

What settles it: where the person worked then.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.people import full_name, is_full_person, names_in
from factcheck.contexts.places import sentence_at
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.records.mention import NameMention
from factcheck.stories import STORY

_KINDS = {
    "university": "university college polytechnic", "hospital": "hospital infirmary clinic",
    "public body": "institute agency authority board commission inspectorate directorate bureau service",
    "school": "school academy", "museum": "museum gallery", "ministry": "ministry department office", "bank": "bank",
    "council": "council borough", "party": "party", "union": "union", "church": "church cathedral parish",
    "laboratory": "laboratory observatory", "foundation": "foundation trust charity",
    "newspaper": "times post herald news", "court": "court", "team": "united city town rovers fc",
}  # fmt: skip
"""Kinds of bodies of which a person mostly belongs to one, and the words that their names hold."""
_KIND = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_SMALL = frozenset("the of for and at in on de la du der st saint national royal general state".split())
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BETWEEN = re.compile(
    r"(?:,? (?:(?:[A-Z]\.){2,4}|MD|PhD|DPhil|KC|QC|SC|RN|OBE|MBE|CBE|FRS|Jr\.?|Sr\.?))?"
    r",?(?: \(?\d{1,2}\)?,?)?(?: (?:who is |who was )?(?:an?|the|its|his|her)\b)?"
    r"(?: [a-z][\w-]*| [A-Z][\w-]*(?= of| at)){0,6},? (?:of|at|from|with|for|in) (?:the )?"
)
"""What stands between a person and the body that the person is of."""
_OTHER_TIME = re.compile(
    r"\b(?:former|formerly|ex-|then|until|trained|studied|graduated|educated|used to|previously|retired|joined|left|"
    r"moved|visiting|born|treated|taken|died|brought|admitted|flown|sued|accused|wrote|said of|spoke)\b"
)
_LONGEST = 110


@dataclass(frozen=True)
class Membership:
    """A person with a body, in `text[start:end]`; `words` are those that tell the body from others of its kind."""

    study: Study
    person: str
    kind: str
    words: frozenset[str]
    body: str
    start: int
    end: int


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The people who are given two bodies of one kind."""
    held: dict[tuple[str, str], list[Membership]] = defaultdict(list)
    for study in archive.holding(CHECK):
        for member in memberships(study):
            held[member.person, member.kind].append(member)
    for key in sorted(held):
        yield from _of(held[key], archive)


def memberships(study: Study) -> Iterator[Membership]:
    """The bodies that a document names right after or before people, each person by the full name."""
    for person, kind, words, *told in study.gathered(MEMBERS):
        yield Membership(study, person, kind, frozenset(words), *told)


def _gather(study: Study) -> list[Any]:
    """The same as plain values."""
    found = _memberships(study)
    return [[one.person, one.kind, sorted(one.words), one.body, one.start, one.end] for one in found]


MEMBERS = Gathering("members", _gather)


def _memberships(study: Study) -> Iterator[Membership]:
    names = names_in(study)
    text = study.document.text
    for number, person in enumerate(names):
        if person.type != "person":
            continue
        for body in names[max(number - 2, 0) : number + 4]:
            kind, words = _kind(body.name)
            if kind and body is not person and _belong(text, person, body):
                start, end = min(person.start, body.start), max(person.end, body.end)
                sentence = sentence_at(study.document, start)
                if sentence is not None and end <= sentence.end:
                    who = full_name(study, person.entity)
                    yield Membership(study, who, kind, words, body.name, start, end)


def _kind(name: str) -> tuple[str, frozenset[str]]:
    """The kind of body that a name is of, and its other words; empty where it is none."""
    words = [word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(name)]
    kinds = {_KIND[word] for word in words if word in _KIND}
    rest = frozenset(word for word in words if word not in _KIND and word not in _SMALL)
    return (min(kinds), rest) if len(kinds) == 1 and rest else ("", frozenset())


def _belong(text: str, person: NameMention, body: NameMention) -> bool:
    """Whether the words between a person and a body say that the one is of the other."""
    if body.start >= person.end:
        between = text[person.end : body.start]
        return len(between) <= _LONGEST and _BETWEEN.fullmatch(between) is not None and not _OTHER_TIME.search(between)
    between = text[body.end : person.start]
    return re.fullmatch(r"['’]s?(?: [a-z]+){0,4},? |(?: [a-z]+){1,4} ", between) is not None and not (
        _OTHER_TIME.search(between)
    )


def _of(members: list[Membership], archive: Archive) -> Iterator[Finding]:
    """The first two documents that give a person two bodies, with all that say so."""
    if not is_full_person(members[0].person):
        return
    by_source: dict[str, set[frozenset[str]]] = defaultdict(set)
    for member in members:
        by_source[member.study.source.id].add(member.words)
    for number, one in enumerate(members):
        for other in members[number + 1 :]:
            ours, theirs = one.study.source.id, other.study.source.id
            if ours == theirs or one.words & other.words or len(by_source[ours]) > 1 or len(by_source[theirs]) > 1:
                continue
            if archive.related.between(ours, theirs) >= STORY / 2:
                yield _finding(one, other, members)
                return


def _finding(one: Membership, other: Membership, members: list[Membership]) -> Finding:
    sides = [[item for item in members if item.words & side.words] for side in (one, other)]
    return finding(
        CHECK,
        fact=(one.person, one.kind, *sorted((one.body, other.body))),
        verdict="possible-conflict",
        message=f"{one.person} is of {one.body} in {one.study.source.id}, of {other.body} in {other.study.source.id}.",
        sides=[list(map(_shown, side)) for side in sides],
        steps=(Step(code="other-body", text=f"Both are a {one.kind}; neither document tells of two."),),
        settle=f"Where did {one.person} work then?",
        weight=0.4,
    )


def _shown(member: Membership) -> Evidence:
    return evidence_at(member.study, member.start, member.end, value=member.body)


CHECK = Check(
    id="affiliation-differs",
    kind="name",
    title="One person is of two bodies",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(MEMBERS)),
    gathers=(MEMBERS,),
    examples=(
        Example(
            documents={
                "release": "“It was rust,” said Ingrid Solheim, professor of engineering at the University of Bergen.",
                "paper": "Ingrid Solheim of the University of Oslo said that the engineering was to blame, and rust.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "release": "“It was rust,” said Ingrid Solheim, professor of engineering at the University of Bergen.",
                "paper": "Ingrid Solheim of Bergen University said that the engineering was to blame, and rust.",
            },
            expect=None,
        ),
        Example(
            documents={
                "release": "The fever came from a well, said Ingrid Solheim of the Public Health Institute.",
                "paper": "Ingrid Solheim, of the Disease Control Agency, said that the fever came from a well.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "release": "The surgeon, Tom Ferrant of Mercy Hospital, treated twelve patients after the crash.",
                "paper": "Tom Ferrant, who trained at Karrow Hospital, treated twelve patients after the crash.",
            },
            expect=None,
        ),
    ),
)
