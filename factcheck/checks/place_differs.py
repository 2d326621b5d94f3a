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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.checks._places import sentence_at, within
from factcheck.checks._stated import STATEMENTS, Rarity, packed, stated, unpacked
from factcheck.checks._statements import Page, Statement
from factcheck.checks._things import any_akin, words_of
from factcheck.checks._towns import AT, SITES, is_site, is_town, may_be_place
from factcheck.identity import name_key, same_name
from factcheck.language.moments import OF_SOMEBODY, ONCE, moments_of
from factcheck.language.reporting import SAYING
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import EventMention
from factcheck.records.timespan import length_in_days, relate

ENOUGH, ENOUGH_UNTOLD, RARE, LEAST_RARE = 1.75, 2.75, 0.4, 2
"""How much the rare words that both sentences share must tell, each from 0 to 1; more where their nouns
differ; how rare, and how many."""
MOST = 40
"""Happenings of one kind and document that each is held against."""
_STAGES = re.compile(
    r"\b(?:first|second|third|fourth|fifth|final|last|next|previous|another|again|1st|2nd|3rd|earlier|later|"
    r"semi-final|run-?off|annual)\b",
    re.IGNORECASE,
)
_THING_AT = re.compile(
    rf"\b(?P<noun>[a-z]{{3,}}) (?:on|in|at) (?:the )?(?P<place>(?:[A-Z][\w’'-]+ ){{1,3}}(?P<head>{SITES}))\b"
    r"(?! (?:and|or) [A-Z])"
)
_MOVING = frozenset("travel arrive depart leave move return come go sail fly visit tour live work".split())
"""What is done in many places by one person, or tells of nothing by itself."""


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each two places that are given for one happening, and for each thing in two streets."""
    yield from _of_happenings(archive)
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

    @cached_property
    def stages(self) -> frozenset[str]:
        """The words of its sentence that tell it from others of its kind."""
        sentence = sentence_at(self.statement.study.document, self.event.start)
        text = self.statement.study.document.text[sentence.start : sentence.end] if sentence else ""
        return frozenset(map(str.casefold, _STAGES.findall(text)))

    @cached_property
    def told(self) -> frozenset[str]:
        """The words of the place."""
        key = name_key(self.place)
        return frozenset((key, *key.split()))

    @property
    def order(self) -> tuple[str, int, int]:
        """Where it stands, to order by."""
        return *self.statement.place, self.start


def _gather(study: Study) -> list[Any]:
    """The happenings with their places, and the things that stand in a street or the like, as plain values."""
    told = [[packed(one.statement), one.place, one.start] for one in _placed(study)]
    standing = [
        [*key, [[match["place"], match.start(), match.end()] for match in matches]]
        for key, matches in _standing(study).items()
    ]
    return [told, standing]


PLACED = Gathering("placed", _gather)


def _of_happenings(archive: Archive) -> Iterator[Finding]:
    told = {study.source.id: _by_moment(study) for study in archive.holding(CHECK)}
    rarity, kin = stated(archive).rarity, archive.related.kin

    def alike(one: str, other: str, moments: AbstractSet[str] | None = None) -> list[tuple[str, _Told, _Told]]:
        make = partial(_alike, told[one], told[other], moments, rarity)
        found = archive.between("place", one, other, make) if moments is None else make()
        return [(moment, told[one][moment][first], told[other][moment][second]) for moment, first, second in found]

    pairs = [(one, other) for one in told for other in sorted(kin[one].keys() & told.keys()) if one < other]
    placed = [item for ends in pairs if archive.asks(*ends) for item in alike(*ends)]
    moments = {moment for moment, _, _ in placed}
    placed += [item for ends in pairs if not archive.asks(*ends) for item in alike(*ends, moments)]
    found: dict[tuple[str, str, str], dict[str, list[_Told]]] = {}
    for moment, one, two in sorted(placed, key=lambda item: (item[0], item[1].order, item[2].order)):
        first, second = sorted((name_key(one.place), name_key(two.place)))
        sides = found.setdefault((moment, first, second), {first: [], second: []})
        for item in (one, two):
            side = sides[name_key(item.place)]
            if item.statement.source not in {known.statement.source for known in side}:
                side.append(item)
    told_of: set[frozenset[tuple[str, int]]] = set()
    for (moment, first, second), sides in found.items():
        places = frozenset(item.statement.place for side in sides.values() for item in side)
        if places not in told_of:
            told_of.add(places)
            yield _finding(moment, sides[first], sides[second])


def _alike(
    ours: Mapping[str, Sequence[_Told]],
    theirs: Mapping[str, Sequence[_Told]],
    moments: AbstractSet[str] | None,
    rarity: Rarity,
) -> list[tuple[str, int, int]]:
    """The happenings that two documents place differently, by what they are (some, or null for all) and their numbers
    there."""
    shared = ours.keys() & theirs.keys()
    return [
        (moment, first, second)
        for moment in sorted(shared if moments is None else shared & moments)
        for first, one in enumerate(ours[moment])
        for second, two in enumerate(theirs[moment][:MOST])
        if one.place != two.place
        and (_is_once(moment, one, two) or _share_enough(one, two, rarity))
        and _may_be_one(one, two)
        and (not moment.startswith(_WITH) or _on_one_day(one, two))
    ]


def _by_moment(study: Study) -> dict[str, list[_Told]]:
    """The happenings that a document places, by what they are."""
    found: dict[str, list[_Told]] = defaultdict(list)
    known: dict[Any, Any] = {}
    for values, place, start in study.gathered(PLACED)[0]:
        statement = unpacked(study, values, known)
        assert statement.event is not None
        for moment in (*moments_of(statement.event.concept, statement.event.verb), *_partners(statement)):
            found[moment].append(_Told(statement, statement.event, place, start))
    return found


def _partners(statement: Statement) -> Iterator[str]:
    """Those named to whom a happening is done: what is done to one brigade on one day is one happening."""
    event = statement.event
    done_to = name_key(" ".join((*event.recipient, *event.to))) if event else ""
    for name in sorted(statement.names):
        if " " in name and name in done_to:
            yield f"{_WITH}{name}"


_WITH = "happening with "


def _placed(study: Study) -> Iterator[_Told]:
    page, text = Page(study), study.document.text
    for event in page.events:
        if event.negated or event.modality in ("possible", "alleged", "denied") or event.verb in _MOVING:
            continue
        if event.verb in SAYING and event.concept is None:
            continue
        inside = within(page.named, event.start, event.end)
        name = next((one for one in inside if one.entity == event.place), None)
        if name is None or not AT.search(text, event.start, name.start):
            name = next((one for one in inside if may_be_place(one, text, event.start)), None)
        if name is None or not is_town(text, name.start, name.end):
            continue
        for statement in page.stated(event, event=event):
            if statement.block.kind != "note":
                yield _Told(statement, event, name.entity, name.start)


def _may_be_one(one: _Told, other: _Told) -> bool:
    """Whether neither time, stage nor thing tells two happenings apart, and neither text names the other's place."""
    ours, theirs = one.statement, other.statement
    if same_name(one.place, other.place) != "different" or _is_site(one) != _is_site(other):
        return False
    if ours.spans and theirs.spans and all(relate(a, b) == "disjoint" for a in ours.spans for b in theirs.spans):
        return False
    if one.stages != other.stages or _two_named(one, other):
        return False
    return not (_knows(ours, other.place) or _knows(theirs, one.place))


def _is_once(moment: str, one: _Told, other: _Told) -> bool:
    """Whether it happens once to whoever both name in full: a birth, a wedding, a death."""
    return moment in ONCE & OF_SOMEBODY and any(
        " " in name and name in _parties(one) and name in _parties(other)
        for name in one.statement.names & other.statement.names
    )


def _parties(told: _Told) -> str:
    """Who takes part, folded."""
    return name_key(" ".join((*told.event.agent, *told.event.recipient)))


def _share_enough(one: _Told, other: _Told, rarity: Rarity) -> bool:
    """Whether the sentences share so much beside the places that they are of one happening."""
    ours, theirs = one.statement, other.statement
    shared = ((ours.words & theirs.words) | (ours.names & theirs.names)) - one.told - other.told
    weights = [weight for word in sorted(shared) if (weight := rarity.of(word, ours.source, theirs.source)) > RARE]
    if not weights:
        return False
    same_day = any(relate(a, b) in ("equal", "inside", "contains") for a in ours.spans for b in theirs.spans)
    points = sum(weights) + same_day
    if len(weights) + same_day < LEAST_RARE or points < min(ENOUGH, ENOUGH_UNTOLD):
        return False
    return points >= (ENOUGH if _one_thing(one, other) else ENOUGH_UNTOLD)


def _on_one_day(one: _Told, other: _Told) -> bool:
    """Whether both tell of one day, or a weekend and a day of it."""
    return any(
        relate(a, b) in ("equal", "inside", "contains") and max(length_in_days(a), length_in_days(b)) <= _WEEKEND
        for a in one.statement.spans
        for b in other.statement.spans
    )


_WEEKEND = 3


def _is_site(told: _Told) -> bool:
    return is_site(told.statement.study.document.text, told.start)


def _one_thing(one: _Told, other: _Told) -> bool:
    """Whether both tell it of one thing, as far as they name one."""
    (proper, common), (theirs, others) = one.things, other.things
    if bool(one.event.recipient) != bool(other.event.recipient):
        return True
    if proper and theirs:
        return bool(proper & theirs)
    return not (common and others) or bool(common & others) or any_akin(common, others)


def _two_named(one: _Told, other: _Told) -> bool:
    """Whether both tell it of somebody or something by its name, and of two."""
    ours, theirs = one.things[0], other.things[0]
    if bool(one.event.recipient) != bool(other.event.recipient):
        return False
    return bool(ours and theirs and not ours & theirs)


def _knows(statement: Statement, place: str) -> bool:
    """Whether a document names a place in its text; the place where it was written, at its head, is not meant."""
    text = statement.study.document.text
    return any(
        not text[found.start() : found.end()].isupper() and found.start() > _HEAD
        for found in re.finditer(rf"\b{re.escape(place)}\b", text, re.IGNORECASE)
    )


_HEAD = 60
"""Letters at the head of a document that may name where it was written."""


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


_At = tuple[Study, str, int, int]
"""Where a document says that a thing stands, and the offsets of the words for it."""


def _of_things(archive: Archive) -> Iterator[Finding]:
    """Things that two documents of one story put in two streets, stations or hotels."""
    found: dict[tuple[str, str], list[_At]] = defaultdict(list)
    for study in archive.holding(CHECK):
        for noun, head, matches in study.gathered(PLACED)[1]:
            if len({place for place, _, _ in matches}) == 1:
                found[noun, head].append((study, *matches[0]))
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
    by_source = {item[0].source.id: item for item in items}
    for one in items:
        kin = archive.related.kin[one[0].source.id].keys() & by_source.keys()
        for other in (by_source[source] for source in sorted(kin) if source > one[0].source.id):
            if same_name(one[1], other[1]) == "different" and not (
                other[1] in one[0].document.text or one[1] in other[0].document.text
            ):
                yield _thing(key, one, other)


def _thing(key: tuple[str, str], one: _At, other: _At) -> Finding:
    (ours, theirs), (place, there) = (one[0].source.id, other[0].source.id), (one[1], other[1])
    return finding(
        CHECK,
        fact=(*key, *sorted((ours, theirs)), *sorted((place, there))),
        verdict="possible-conflict",
        message=f"The {key[0]} stands in two places: {place} ({ours}) and {there} ({theirs}).",
        sides=[[evidence_at(study, start, end, value=written)] for study, written, start, end in (one, other)],
        steps=(Step(code="same-thing", text=f"Both tell of the {key[0]}, and neither names the other's place."),),
        settle="Ask where it stands, or whether there are two.",
        weight=0.55,
    )


CHECK = Check(
    id="place-differs",
    kind="event",
    title="Two places are given for one happening or thing",
    reads=Archive,
    run=run,
    holds=lambda study: any(study.gathered(PLACED)),
    gathers=(STATEMENTS, PLACED),
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
