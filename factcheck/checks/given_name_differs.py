"""One office-holder has two given names.

It reports two full names of one surname to which two documents of one story give the same post or calling ("Lindale's
mayor, Anita Brockhurst", "Mayor Anna Brockhurst"), where each document knows one person of that surname only. It stays
silent on short forms (Bob, Robert), initials and middle names, on spellings of one name (see name-spelling), and where
a document speaks of a family.

What settles it: the person's own name.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks._people import full_name, is_full_person, names_in, surname, without_title
from factcheck.checks._spellings import respelled
from factcheck.language.given_names import GIVEN
from factcheck.language.nicknames import forms_of
from factcheck.language.nouns import singular
from factcheck.language.titles import HONORIFICS, MODIFIERS, bare, is_calling
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.stories import STORY

_SHORTEST = 3
_FAMILY = re.compile(
    r"\b(?:brother|sister|father|mother|son|daughter|wife|husband|widow|cousin|uncle|aunt|nephew|niece|twins?|family|"
    r"parents|grandson|granddaughter|sibling)s?\b",
    re.IGNORECASE,
)
_SHARED = frozenset(
    "resident survivor witness eyewitness passenger victim student worker driver player striker midfielder defender "
    "goalkeeper forward winger volunteer veteran official officer activist campaigner candidate nominee rebel partner "
    "researcher fellow analyst journalist reporter correspondent scientist author writer actor actress singer musician "
    "comedian dissident attendant pilot nurse farmer trader investor delegate lawmaker legislator entrepreneur "
    "billionaire businessman businesswoman academic scholar expert specialist consultant adviser advisor aide".split()
)
"""Callings that a story may give to two people of one surname, who may be of one family."""


@dataclass(frozen=True)
class _Named:
    study: Study
    given: str
    surname: str
    posts: frozenset[str]
    start: int
    end: int


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The office-holders with two given names."""
    held: dict[str, list[_Named]] = defaultdict(list)
    for study in archive.holding(CHECK):
        for named in _people(study):
            held[named.surname].append(named)
    for last in sorted(held):
        yield from _of(held[last], archive)


def _people(study: Study) -> Iterator[_Named]:
    """The people with a post whose surname no other person of the document has."""
    people: dict[str, dict[str, list[_Named]]] = defaultdict(lambda: defaultdict(list))
    for mention in names_in(study):
        name = full_name(study, mention.entity) if mention.type == "person" else ""
        if not is_full_person(name):
            continue
        given = without_title(name).split()[0]
        whole = len(without_title(mention.name).split()) > 1
        posts = frozenset(post for title in mention.titles for post in _posts(title) if whole)
        last = surname(name)
        people[last][given].append(_Named(study, given, last, posts, mention.start, mention.end))
    for givens in people.values():
        if len(givens) == 1 and not _FAMILY.search(study.document.text):
            yield from (one for named in givens.values() for one in named if one.posts)


def _posts(title: str) -> Iterator[str]:
    words = [bare(word) for word in re.findall(r"[\w.-]+", title)]
    for word in words:
        if singular(word) not in _SHARED and word not in HONORIFICS and word not in MODIFIERS and is_calling(word):
            rest = [other for other in words if other in MODIFIERS and other not in ("former", "the")]
            yield " ".join([*rest, singular(word)])


def _of(named: list[_Named], archive: Archive) -> Iterator[Finding]:
    for number, one in enumerate(named):
        for other in named[number + 1 :]:
            ours, theirs = one.study.source.id, other.study.source.id
            alike = ours != theirs and bool(one.posts & other.posts) and _differ(one.given, other.given)
            if alike and archive.related.between(ours, theirs) >= STORY / 2:
                yield _finding(one, other, named)
                return


def _differ(one: str, other: str) -> bool:
    """Whether two given names are those of two people, or one is wrong: no short form, initial or other spelling."""
    if min(len(one), len(other)) < _SHORTEST or "." in one + other or one.casefold() == other.casefold():
        return False
    if forms_of(one) & forms_of(other) or respelled(one, other):
        return False
    if one.startswith(other) or other.startswith(one):
        return False
    return one in GIVEN or other in GIVEN or one[0] == other[0]


def _finding(one: _Named, other: _Named, named: list[_Named]) -> Finding:
    sides = [[item for item in named if item.given == side.given] for side in (one, other)]
    post = min(one.posts & other.posts)
    return finding(
        CHECK,
        fact=(one.surname, *sorted((one.given, other.given))),
        verdict="possible-conflict",
        message=f"The {post} is {one.given} {one.surname.title()} in {one.study.source.id}, "
        f"but {other.given} {other.surname.title()} in {other.study.source.id}.",
        sides=[list(map(_shown, side)) for side in sides],
        steps=(Step(code="other-given-name", text=f"Both documents know one {post} of that surname."),),
        settle="Which given name is right?",
        weight=0.4,
    )


def _shown(item: _Named) -> Evidence:
    return evidence_at(item.study, item.start, item.end, value=item.given)


CHECK = Check(
    id="given-name-differs",
    kind="name",
    title="One office-holder has two given names",
    reads=Archive,
    run=run,
    holds=lambda study: any(True for _ in _people(study)),
    examples=(
        Example(
            documents={
                "wire": "Mayor Anita Brockhurst of Lindale said that the tower had been inspected in March.",
                "paper": "The tower in Lindale was inspected in March, said Anna Brockhurst, the mayor.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "Mayor Robert Brockhurst of Lindale said that the tower had been inspected in March.",
                "paper": "The tower in Lindale was inspected in March, said Bob Brockhurst, the mayor.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "Mayor Anita Brockhurst of Lindale said that the tower had been inspected in March.",
                "paper": "The tower in Lindale was inspected in March, said Anna Brockhurst, a tenant.",
            },
            expect=None,
        ),
    ),
)
