"""One office-holder has two given names, or two surnames.

It reports two full names that share the surname or the given name, to which two documents of one story give the same
post or calling ("Lindale's mayor, Anita Brockhurst", "Mayor Anna Brockhurst"; "Mayor Anita Brockworth"), where each
document knows one person of that name only; two given names so alike that a pen may have slipped (Miriam, Marian), or
of whose bearers both say much the same, whatever they are called; and two surnames as alike (Renneker, Renecher) of
whose bearers both say much the same. It stays silent on short forms (Bob, Robert), initials, middle and double names,
on spellings of one name (see name-spelling), on posts of two institutions, and, for given names, where a document
speaks of a family beside the name.

What settles it: the person's own name.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product
from typing import Any

from rapidfuzz.distance import OSA

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.people import full_name, is_full_person, names_in, surname, without_title
from factcheck.contexts.places import sentence_at
from factcheck.contexts.spellings import is_with_s, plain, respelled
from factcheck.identity import same_name
from factcheck.language.commonness import weight, words_in
from factcheck.language.nicknames import forms_of
from factcheck.language.nouns import singular
from factcheck.language.titles import HONORIFICS, MODIFIERS, bare, is_calling, posts_named
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.stories import STORY

_SHORTEST = 3
_FAMILY = re.compile(
    r"\b(?:brother|sister|father|mother|son|daughter|wife|husband|widow|cousin|uncle|aunt|nephew|niece|twins?|family|"
    r"parents|grandson|granddaughter|sibling)s?\b",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:the )?(?:head|chief) of\b", re.IGNORECASE)
_SHARED = frozenset(
    "resident survivor witness eyewitness passenger victim student worker driver player striker midfielder defender "
    "goalkeeper forward winger volunteer veteran official officer activist campaigner candidate nominee rebel partner "
    "researcher fellow analyst journalist reporter correspondent scientist author writer actor actress singer musician "
    "comedian dissident attendant pilot nurse farmer trader investor delegate lawmaker legislator entrepreneur "
    "billionaire businessman businesswoman academic scholar expert specialist consultant adviser advisor aide".split()
)
"""Callings that a story may give to two people of one surname, who may be of one family."""


@dataclass(frozen=True, eq=False)
class _Named:
    study: Study
    given: str
    surname: str
    posts: frozenset[str]
    start: int
    end: int

    @cached_property
    def houses(self) -> frozenset[str]:
        """The institutions that the text says the post is of, right behind the name or before it."""
        text = self.study.document.text
        behind, before = (
            _HOUSE_BEHIND.match(text, self.end),
            _HOUSE_BEFORE.search(text[max(self.start - _NEAR, 0) : self.start]),
        )
        return frozenset(" ".join(found[1].split()) for found in (behind, before) if found)

    @cached_property
    def told(self) -> Set[str]:
        """The stems of the words beside the name, in its sentence."""
        sentence = sentence_at(self.study.document, self.start)
        first, last = (sentence.start, sentence.end) if sentence else (self.start, self.end)
        start, end = max(first, self.start - _BESIDE), min(last, self.end + _BESIDE)
        text = self.study.document.text
        return words_in(text[start : self.start]) | words_in(text[self.end : end])


_BESIDE = 100
_HOUSE = r"(?:of|at|for) (?:the )?([A-Z][\w’'&-]*(?: (?:(?:of|the|and|for|de|du) ){0,2}[A-Z][\w’'&-]*){0,5})"
_HOUSE_BEHIND = re.compile(rf",(?: \d\d,)? (?:(?:an?|the|its|their) )?(?:[a-z-]+ ){{1,4}}?{_HOUSE}")
_HOUSE_BEFORE = re.compile(rf"\b[a-z-]+ {_HOUSE}, $")


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The office-holders with two given names or two surnames."""
    told = [pair for study in archive.holding(CHECK) for pair in _people(study)]
    named = [one for one, _ in told]
    families = {(one.study.source.id, one.surname) for one, has_family in told if has_family}
    alone = [one for one in named if (one.study.source.id, one.surname) not in families]
    yield from _grouped(alone, _surname, _given, archive)
    yield from _grouped(named, _given, _surname, archive)


def _has_family(named: _Named) -> bool:
    """Whether the text speaks of a family near a name."""
    return _FAMILY.search(named.study.document.text, max(named.start - _NEAR, 0), named.end + _NEAR) is not None


_NEAR = 120
"""Letters around a name in which a text says whose brother somebody is."""

_Part = Callable[["_Named"], str]


def _surname(named: _Named) -> str:
    return named.surname


def _given(named: _Named) -> str:
    return named.given


def _grouped(named: Sequence[_Named], shared: _Part, other: _Part, archive: Archive) -> Iterator[Finding]:
    """The findings of those who share one part of the name and differ in the other."""
    held: dict[str, list[_Named]] = defaultdict(list)
    for number, parts in _parts_known(named, shared, other).items():
        if parts == 1:
            held[shared(named[number])].append(named[number])
    for part in sorted(held):
        yield from _of(held[part], other, archive)


def _parts_known(named: Sequence[_Named], shared: _Part, other: _Part) -> dict[int, int]:
    """For each of the named, how many people of that part of the name its document knows."""
    known: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in named:
        known[one.study.source.id, shared(one)].add(other(one))
    return {number: len(known[one.study.source.id, shared(one)]) for number, one in enumerate(named)}


def _people(study: Study) -> Iterator[tuple[_Named, bool]]:
    """The people whom a document names in full, each with whether it speaks of a family there."""
    for given, last, posts, start, end, has_family in study.gathered(PEOPLE):
        yield _Named(study, given, last, frozenset(posts), start, end), has_family


def _gather(study: Study) -> list[Any]:
    """The same as plain values."""
    return [[one.given, one.surname, sorted(one.posts), one.start, one.end, _has_family(one)] for one in _found(study)]


PEOPLE = Gathering("people", _gather)


def _found(study: Study) -> Iterator[_Named]:
    for mention in names_in(study):
        name = full_name(study, mention.entity) if mention.type == "person" else ""
        if is_full_person(name):
            given = without_title(name).split()[0]
            whole = len(without_title(mention.name).split()) > 1
            posts = frozenset(post for title in mention.titles for post in _posts(title) if whole)
            yield _Named(study, given, surname(name), posts, mention.start, mention.end)


def _posts(title: str) -> Iterator[str]:
    if _HEAD.match(title):
        yield "head"
    yield from posts_named(title)
    words = [bare(word) for word in re.findall(r"[\w.-]+", title)]
    for word in words:
        alone = singular(word) not in _SHARED or "chief" in words
        if alone and word not in HONORIFICS and word not in MODIFIERS and is_calling(word):
            rest = [other for other in words if other in MODIFIERS and other not in ("former", "the")]
            yield " ".join([*rest, singular(word)])


def _of(named: Sequence[_Named], part: _Part, archive: Archive) -> Iterator[Finding]:
    places: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(named):
        places[one.study.source.id].append(number)
    for number, one in enumerate(named):
        near = archive.related.kin[one.study.source.id].items()
        beside = [places[source] for source, points in near if points >= STORY / 2 and source in places]
        for other in (named[later] for later in sorted(chain(*beside)) if later > number):
            differ = _surnames_differ if part is _surname else _differ
            slip = _is_slip(one, other) or _is_told_alike(one, other) if part is _given else _is_misspelled(one, other)
            if (
                not (slip or _posts_of_both(one, other))
                or not differ(part(one), part(other))
                or _of_two_houses(one, other)
            ):
                continue
            if not (_is_named_in(one, other) or _is_named_in(other, one)):
                yield _finding(one, other, part, named)
                return


def _of_two_houses(one: _Named, other: _Named) -> bool:
    """Whether their posts are of institutions that are not one: two chairmen of two unions."""
    pairs = [same_name(ours, theirs) for ours in one.houses for theirs in other.houses]
    return bool(pairs) and all(sameness == "different" for sameness in pairs)


def _is_named_in(named: _Named, other: _Named) -> bool:
    """Whether the text of the other writes the name too, as behind a form of address that is read as a name."""
    surname = re.escape(named.surname)
    name = rf"\b{re.escape(named.given)} (?:[A-Z][\w.’'-]* )?{surname}\b"
    return re.search(name, other.study.document.text, re.IGNORECASE) is not None


def _posts_of_both(one: _Named, other: _Named) -> list[str]:
    """The posts, by their nouns, that both have: "municipal manager" and "manager", but not two ministers of two
    departments, and no deputy of the other."""
    found = set()
    for (*ours, head), (*theirs, there) in product(map(str.split, one.posts), map(str.split, other.posts)):
        told, others = set(ours), set(theirs)
        if head == there and (told <= others or others <= told) and not (told ^ others) & _RANKS:
            found.add(head)
    return sorted(found)


_RANKS = frozenset("deputy vice assistant associate junior senior chief prime acting under co first second".split())
"""Words that make another post of one."""


def _is_slip(one: _Named, other: _Named) -> bool:
    """Whether two given names are so alike that a pen may have slipped: Miriam and Marian."""
    letters = max(len(one.given), len(other.given))
    alike = one.given[0] == other.given[0] and OSA.distance(one.given, other.given) <= min(_SLIPS, letters / 3)
    return alike and bool(one.posts or other.posts)


_SLIPS = 2
"""Letters in which a slip of the pen may differ, and no more than a third of the name."""


def _is_told_alike(one: _Named, other: _Named) -> bool:
    """Whether the texts say so much the same of two people of one surname that they are hardly two: more where nothing
    in the given names is alike. Somebody with a post is not one who has another, or none."""
    if (one.posts or other.posts) and not _posts_of_both(one, other):
        return False
    return sum(map(weight, one.told & other.told)) >= (_MUCH if one.given[0] == other.given[0] else _VERY_MUCH)


_MUCH, _VERY_MUCH = 12, 20
"""What the words beside two names tell together, for two people of one surname to be one."""


def _is_misspelled(one: _Named, other: _Named) -> bool:
    """Whether two surnames are nearly one, of people of whom the texts say much the same: "Rosa Sandkvist, who manages
    the works", "our works manager, Rosa Sandquist"."""
    ours, theirs = plain(one.surname), plain(other.surname)
    if ours[:2] != theirs[:2] or OSA.distance(ours, theirs) > max(_SLIPS, max(len(ours), len(theirs)) / 3):
        return False
    if min(len(ours), len(theirs)) <= _SHORTEST + 1 or is_with_s(one.surname, other.surname):
        return False
    return sum(map(weight, one.told & other.told)) >= _ENOUGH


_ENOUGH = 5
"""What the words beside two names tell together, for two people to be one."""


def _surnames_differ(one: str, other: str) -> bool:
    """Whether two surnames are not one, or one within a double name."""
    ours, theirs = set(re.split(r"[-\s]", plain(one))), set(re.split(r"[-\s]", plain(other)))
    short = min(len(one), len(other)) < _SHORTEST
    return not short and not ours & theirs and not respelled(one.capitalize(), other.capitalize())


def _differ(one: str, other: str) -> bool:
    """Whether two given names are those of two people, or one is wrong: no short form, initial or other spelling."""
    if min(len(one), len(other)) < _SHORTEST or "." in one + other or plain(one) == plain(other):
        return False
    if forms_of(one) & forms_of(other) or respelled(one, other):
        return False
    return not (one.startswith(other) or other.startswith(one))


def _finding(one: _Named, other: _Named, part: _Part, named: Sequence[_Named]) -> Finding:
    sides = [[item for item in named if part(item) == part(side)] for side in (one, other)]
    post = next(iter(_posts_of_both(one, other)), "")
    what = "surname" if part is _surname else "given name"
    return finding(
        CHECK,
        fact=(*sorted({one.surname, other.surname}), *sorted({one.given, other.given})),
        verdict="possible-conflict",
        message=f"{f'The {post} is' if post else 'Somebody is'} {one.given} {one.surname.title()} in "
        f"{one.study.source.id}, but {other.given} {other.surname.title()} in {other.study.source.id}.",
        sides=[list(map(_shown, side)) for side in sides],
        steps=(
            Step(
                code=f"other-{what.replace(' ', '-')}", text=f"Both documents know one {post or 'person'} of that name."
            ),
        ),
        settle=f"Which {what} is right?",
        weight=0.4,
    )


def _shown(item: _Named) -> Evidence:
    return evidence_at(item.study, item.start, item.end, value=f"{item.given} {item.surname.title()}")


CHECK = Check(
    id="given-name-differs",
    kind="name",
    title="One office-holder has two names",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(PEOPLE)),
    gathers=(PEOPLE,),
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
                "wire": "Mayor Anita Brockhurst of Lindale said that the tower had been inspected in March.",
                "paper": "The tower in Lindale was inspected in March, said Anita Brockworth, the mayor.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "The body of the climber Jonas Reiter was found below the glacier at Karrow on Saturday.",
                "paper": "Rescuers found the body of Johannes Reiter below the glacier at Karrow on Saturday.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "The body of the climber Jonas Reiter was found below the glacier at Karrow on Saturday.",
                "paper": "Johannes Reiter wept when the body of his brother was found below the glacier at Karrow.",
            },
            expect=None,
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
