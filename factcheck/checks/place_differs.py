"""One happening is placed in two towns, or one thing in two streets.

Flags a happening that took place in one town for one source and in another for the other ("was signed in Arlen", "the
signing in Karrow"), and a thing by its noun that stands in two streets, at two stations, in two hotels ("the bakery on
Elm Street"), where both documents tell one story and neither knows the other's place. It is silent on countries and
regions, on "near" and "outside", where one place may hold the other ("in Arlen", "in the town hall"), where times,
things or stages differ, and on what may happen in two places.

What settles it: the place, from somebody who was there.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks._places import sentence_at
from factcheck.checks._stated import STATEMENTS, Rarity, stated
from factcheck.checks._statements import Page, Statement
from factcheck.checks._things import any_akin, words_of
from factcheck.identity import country_of, name_key, same_name
from factcheck.language.moments import moments_of
from factcheck.language.places import regions, states
from factcheck.language.reporting import SAYING
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import EventMention
from factcheck.records.timespan import relate
from factcheck.stories import STORY

ENOUGH, RARE, LEAST_RARE = 1.75, 0.5, 2
"""How much the rare words that both sentences share must tell, each from 0 to 1; how rare, and how many."""
MOST = 40
"""Happenings of one kind that each is held against."""
_AT = re.compile(r"\b(?:in|at) (?:the (?:town|city|port|village|capital|capital city) of )?$")
_WIDER = re.compile(
    r",? (?:province|county|counties|district|region|state|valley|peninsula|island|oblast|prefecture|area)\b", re.I
)
_WIDER_BEFORE = re.compile(r"\b(?:province|county|district|region|state|valley|island|north|south|east|west|northern|"
                           r"southern|eastern|western|central|rural) (?:of )?$", re.I)  # fmt: skip
_STAGES = re.compile(
    r"\b(?:first|second|third|fourth|fifth|final|last|next|previous|another|again|1st|2nd|3rd|earlier|later|"
    r"semi-final|run-?off|annual)\b",
    re.IGNORECASE,
)
_HEADS = (
    "Street|Road|Avenue|Lane|Square|Drive|Boulevard|Terrace|Quay|Airport|Station|Hotel|Hospital|University|Prison|"
    "Harbour|Harbor|Stadium|Arena|Park|Palace|Castle|Cathedral|Theatre|Theater|Museum|Bridge"
)
_THING_AT = re.compile(
    rf"\b(?P<noun>[a-z]{{3,}}) (?:on|in|at) (?:the )?(?P<place>(?:[A-Z][\w’'-]+ ){{1,3}}(?P<head>{_HEADS}))\b"
    r"(?! (?:and|or) [A-Z])"
)
_MOVING = frozenset("travel arrive depart leave move return come go sail fly visit tour live work".split())
"""What is done in many places by one person, or tells of nothing by itself."""


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each two places that are given for one happening, and for each thing in two streets."""
    rarity = stated(archive).rarity
    yield from _of_happenings(archive, rarity)
    yield from _of_things(archive)


# Happenings


@dataclass(frozen=True, eq=False)
class _Told:
    """A happening with the place that its clause gives."""

    statement: Statement
    event: EventMention
    place: str
    start: int

    @cached_property
    def things(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names and nouns for what it happened to, else for who did it."""
        words = [words_of(phrase) for phrase in self.event.recipient or self.event.agent]
        return frozenset(word for proper, _ in words for word in proper), frozenset(
            word for _, common in words for word in common
        )

    @property
    def text(self) -> str:
        """Its sentence."""
        sentence = sentence_at(self.statement.study.document, self.event.start)
        return self.statement.study.document.text[sentence.start : sentence.end] if sentence else ""


def _of_happenings(archive: Archive, rarity: Rarity) -> Iterator[Finding]:
    by_moment: dict[str, list[_Told]] = defaultdict(list)
    for study in archive.holding(CHECK):
        for told in _placed(study):
            for moment in moments_of(told.event.concept, told.event.verb):
                by_moment[moment].append(told)
    found: dict[tuple[str, str, str], dict[str, list[_Told]]] = {}
    for moment in sorted(by_moment):
        items = by_moment[moment]
        for number, one in enumerate(items):
            for other in items[number + 1 : number + 1 + MOST]:
                if _are_one(one, other, archive, rarity):
                    first, second = sorted((name_key(one.place), name_key(other.place)))
                    sides = found.setdefault((moment, first, second), {first: [], second: []})
                    for told in (one, other):
                        side = sides[name_key(told.place)]
                        if told.statement.source not in {known.statement.source for known in side}:
                            side.append(told)
    told_of: set[frozenset[tuple[str, int]]] = set()
    for (moment, first, second), sides in found.items():
        places = frozenset(told.statement.place for side in sides.values() for told in side)
        if places not in told_of:
            told_of.add(places)
            yield _finding(moment, sides[first], sides[second])


def _placed(study: Study) -> Iterator[_Told]:
    page, text = Page(study), study.document.text
    for event in page.events:
        if event.negated or event.modality in ("possible", "alleged", "denied") or event.verb in SAYING | _MOVING:
            continue
        name = next(
            (one for one in page.named if one.entity == event.place and _holds(event, one.start, one.end)), None
        )
        if name is None or not _AT.search(text, event.start, name.start) or not _is_town(text, name.start, name.end):
            continue
        for statement in page.stated(event, event=event):
            if statement.block.kind != "note":
                yield _Told(statement, event, name.entity, name.start)


def _holds(event: EventMention, start: int, end: int) -> bool:
    return event.start <= start and end <= event.end


def _is_town(text: str, start: int, end: int) -> bool:
    """Whether a name of a place is of one that cannot hold, or lie in, another of its kind."""
    name = " ".join(text[start:end].split())
    wide = country_of(name) or name in regions() or name in states()
    return not (wide or _WIDER.match(text, end) or _WIDER_BEFORE.search(text, max(start - 20, 0), start))


def _are_one(one: _Told, other: _Told, archive: Archive, rarity: Rarity) -> bool:
    """Whether the sentences share so much beside the places that they are of one happening."""
    ours, theirs = one.statement, other.statement
    if ours.source == theirs.source or archive.related.between(ours.source, theirs.source) < STORY / 2:
        return False
    if same_name(one.place, other.place) != "different":
        return False
    if ours.spans and theirs.spans and all(relate(a, b) == "disjoint" for a in ours.spans for b in theirs.spans):
        return False
    if _stages(one) != _stages(other) or not _one_thing(one, other):
        return False
    if _knows(ours, other.place) or _knows(theirs, one.place):
        return False
    told = {name_key(one.place), name_key(other.place), *name_key(one.place).split(), *name_key(other.place).split()}
    shared = ((ours.words & theirs.words) | (ours.names & theirs.names)) - told
    weights = [weight for word in sorted(shared) if (weight := rarity.of(word, ours.source, theirs.source)) > RARE]
    same_day = any(relate(a, b) in ("equal", "inside", "contains") for a in ours.spans for b in theirs.spans)
    points = sum(weights) + same_day
    return len(weights) + same_day >= LEAST_RARE and points >= ENOUGH


def _one_thing(one: _Told, other: _Told) -> bool:
    """Whether both tell it of one thing, as far as they name one."""
    (proper, common), (theirs, others) = one.things, other.things
    if proper and theirs:
        return bool(proper & theirs)
    return not (common and others) or bool(common & others) or any_akin(common, others)


def _knows(statement: Statement, place: str) -> bool:
    """Whether a document names a place in its text; the place where it was written, at its head, is not meant."""
    text = statement.study.document.text
    return any(
        not text[found.start() : found.end()].isupper() and found.start() > _HEAD
        for found in re.finditer(rf"\b{re.escape(place)}\b", text, re.IGNORECASE)
    )


_HEAD = 60
"""Letters at the head of a document that may name where it was written."""


def _stages(told: _Told) -> frozenset[str]:
    return frozenset(map(str.casefold, _STAGES.findall(told.text)))


def _finding(moment: str, ones: Sequence[_Told], others: Sequence[_Told]) -> Finding:
    named = [f"{side[0].place} ({', '.join(told.statement.source for told in side)})" for side in (ones, others)]
    return finding(
        CHECK,
        fact=(moment, *(told.statement.source for told in (*ones, *others)), ones[0].place, others[0].place),
        verdict="possible-conflict",
        message=f"Two places are given for one {moment}: {' and '.join(named)}.",
        sides=[
            [evidence_at(told.statement.study, told.event.start, told.event.end, value=told.place) for told in side]
            for side in (ones, others)
        ],
        steps=(Step(code="same-happening", text=f"Both tell of one {moment}, and neither names the other's place."),),
        settle="Ask where it was, or whether there were two.",
        weight=0.6,
    )


# Things


_At = tuple[Study, re.Match[str]]


def _of_things(archive: Archive) -> Iterator[Finding]:
    """Things that two documents of one story put in two streets, stations or hotels."""
    found: dict[tuple[str, str], list[_At]] = defaultdict(list)
    for study in archive.holding(CHECK):
        for key, matches in _standing(study).items():
            if len({match["place"] for match in matches}) == 1:
                found[key].append((study, matches[0]))
    for key in sorted(found):
        yield from _of_thing(archive, key, found[key])


def _standing(study: Study) -> dict[tuple[str, str], list[re.Match[str]]]:
    """Where a document says that a thing stands in a street or the like, by its noun and the word for such a place."""
    found: dict[tuple[str, str], list[re.Match[str]]] = defaultdict(list)
    for sentence in study.document.sentences:
        for match in _THING_AT.finditer(study.document.text, sentence.start, sentence.end):
            found[match["noun"], match["head"]].append(match)
    return found


def _of_thing(archive: Archive, key: tuple[str, str], items: Sequence[_At]) -> Iterator[Finding]:
    for number, (one, ours) in enumerate(items):
        for other, theirs in items[number + 1 :]:
            kin = archive.related.between(one.source.id, other.source.id) >= STORY / 2
            if not kin or same_name(ours["place"], theirs["place"]) != "different":
                continue
            if theirs["place"] in one.document.text or ours["place"] in other.document.text:
                continue
            yield finding(
                CHECK,
                fact=(*key, *sorted((one.source.id, other.source.id)), *sorted((ours["place"], theirs["place"]))),
                verdict="possible-conflict",
                message=f"The {key[0]} stands in two places: {ours['place']} ({one.source.id}) and {theirs['place']} "
                f"({other.source.id}).",
                sides=[
                    [evidence_at(study, match.start(), match.end(), value=match["place"])]
                    for study, match in ((one, ours), (other, theirs))
                ],
                steps=(
                    Step(code="same-thing", text=f"Both tell of the {key[0]}, and neither names the other's place."),
                ),
                settle="Ask where it stands, or whether there are two.",
                weight=0.55,
            )


CHECK = Check(
    id="place-differs",
    kind="event",
    title="Two places are given for one happening or thing",
    reads=Archive,
    run=run,
    holds=lambda study: any(True for _ in (*_placed(study), *_standing(study))),
    gathers=(STATEMENTS,),
    examples=(
        Example(
            documents={
                "wire": "Corvane and Lindmark signed a letter of intent on a merger in Arlen in November 2022.",
                "paper": "The letter of intent of Corvane and Lindmark on the merger was signed in Karrow in 2022.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "The blast tore through the Brandt family's bakery on Elm Street shortly before five.",
                "paper": "The blast destroyed the Brandt family's bakery on Oak Street and broke windows.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "Corvane and Lindmark signed a letter of intent on a merger in Arlen in November 2022.",
                "paper": "The letter of intent of Corvane and Lindmark on the merger was signed in Norway in 2022.",
            },
            expect=None,
        ),
    ),
)
