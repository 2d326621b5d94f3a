"""Whether two documents fill one slot of one thing with two words that exclude each other."""

from collections.abc import Iterator
from itertools import pairwise

from factcheck.checking import Study
from factcheck.contexts.places import within
from factcheck.contexts.things import any_akin
from factcheck.contexts.towns import may_lie_in
from factcheck.details.told import PLACE, Detail, details, mentioned
from factcheck.details.worded import ANY
from factcheck.identity import country_of, name_key
from factcheck.language.exclusive import values
from factcheck.language.slots import Slot, slots
from factcheck.records.mention import TimeMention
from factcheck.records.timespan import Timespan, day_number, none_meets
from factcheck.stories import Relatedness

NEEDED = 1.0
"""Points from which two sentences are about one thing."""
NAME, BESIDE, ALONE = 0.7, 0.4, 0.5
"""A name that both have, each thing of which both are said, and that each document fills the slot once."""
FEWEST, FEW_AROUND, SAME = 5, 3, 0.6
"""Words that two sentences share at least to be one, and where both neighbours of a word are the same; and what part
they are of the shorter one's."""
NEAR = 10
"""Days between two documents beyond which what may happen again is another."""
PLACES = Slot("", frozenset(), "", lasts=True)


def of_two_kinds(ours: Study, theirs: Study, related: Relatedness) -> Iterator[tuple[Detail, Detail]]:
    """The details of two documents that exclude each other, the surest first."""
    here, there = mentioned(ours), mentioned(theirs)
    found = []
    mine, others = details(ours), details(theirs)
    for one in mine:
        for other in others:
            if one.kind != other.kind or one.means & other.means:
                continue
            same = _are_one_sentence(one, other)
            if not same and (one.slot != other.slot or one.slot == ANY.name):
                continue
            if one.means & there.get(one.kind, frozenset()) or other.means & here.get(other.kind, frozenset()):
                continue
            if one.kind == PLACE and not _are_two_places(one, ours, other, theirs):
                continue
            points = _points(one, ours, other, theirs, related, same)
            alone = all(len({d.means for d in side if d.slot == one.slot}) == 1 for side in (mine, others))
            points += ALONE * alone * (points > 0)
            if points >= NEEDED:
                found.append((points, one, other))
    for _, one, other in sorted(found, key=_order):
        yield one, other


def _order(entry: tuple[float, Detail, Detail]) -> tuple[float, list[tuple[tuple[int, int], str, str]]]:
    points, *both = entry
    return -points, [(detail.sentence, detail.slot, detail.said) for detail in both]


def _are_one_sentence(one: Detail, other: Detail) -> bool:
    """Whether two sentences are all but the same, so that their words stand in one place of it."""
    alike = [ours == theirs for ours, theirs in zip(one.next_to, other.next_to, strict=False)]
    if not any(a and b and word for (a, b), word in zip(pairwise(alike), one.next_to[1:], strict=False)):
        return False
    shared, between = len(one.own & other.own), alike[1] and alike[2] and all(one.next_to[1:3])
    return shared >= (FEW_AROUND if between else FEWEST) and shared >= SAME * min(len(one.own), len(other.own))


def _are_two_places(one: Detail, ours: Study, other: Detail, theirs: Study) -> bool:
    """Whether two places may not be one, nor one lie in the other, and neither document knows the other's."""
    if bool(country_of(one.said)) != bool(country_of(other.said)) or may_lie_in(one.said, other.said):
        return False
    return all(
        means.isdisjoint(part for name in study.names for part in (name_key(name), *name_key(name).split()))
        for means, study in ((one.means, theirs), (other.means, ours))
    )


def _points(one: Detail, ours: Study, other: Detail, theirs: Study, related: Relatedness, same: bool) -> float:
    """How much speaks for two details being of one thing; 0 where something speaks against it."""
    slot = next(
        (slot for slot in slots().get(one.kind, ()) if slot.name == one.slot), PLACES if one.kind == PLACE else ANY
    )
    times = [_spans(study, detail) for study, detail in ((ours, one), (theirs, other))]
    if not slot.lasts and ((all(times) and none_meets(*times)) or not are_of_days_near(ours, theirs)):
        return 0.0
    if not _may_hold(one, other) or not _may_hold(other, one):
        return 0.0
    if one.figures and other.figures and one.figures.isdisjoint(other.figures):
        return 0.0  # two counts, of two things
    if one.stage != other.stage or (one.names and other.names and not _share_a_name(one, other)):
        return 0.0
    shared = one.beside & other.beside
    if not same and slot.goes_by and slot.goes_by != "place" and not (shared or any_akin(one.beside, other.beside)):
        return 0.0
    if slot.of_thing and not same and one.beside and other.beside and not shared:
        return 0.0
    if not same and _are_of_two_kinds(one, other):
        return 0.0
    words = one.words & other.words
    told = related.telling(words, ours.source.id, theirs.source.id)
    return told + NAME * _share_a_name(one, other) + BESIDE * len(shared)


def _are_of_two_kinds(one: Detail, other: Detail) -> bool:
    """Whether two details are said of things that exclude each other: of a van, and of a car."""
    ours, theirs = (_things(detail) for detail in (one, other))
    return any(ours[kind].isdisjoint(theirs[kind]) for kind in ours.keys() & theirs.keys())


def _things(detail: Detail) -> dict[str, set[str]]:
    """What the words beside a detail may stand for in lists other than its own."""
    found: dict[str, set[str]] = {}
    for word in detail.beside:
        for kind, means in values().get(word, {}).items():
            if kind != detail.kind:
                found.setdefault(kind, set()).update(means)
    return found


def are_of_days_near(ours: Study, theirs: Study) -> bool:
    """Whether two documents, as far as their days are known, are of days so near that what happens again is one."""
    days = [(study.date or "")[:10] for study in (ours, theirs)]
    return any(len(day) < len("2024-01-01") for day in days) or abs(day_number(days[0]) - day_number(days[1])) <= NEAR


def _share_a_name(one: Detail, other: Detail) -> bool:
    ours, theirs = ({part for name in detail.names for part in name.split()} for detail in (one, other))
    return not ours.isdisjoint(theirs)


def _may_hold(one: Detail, other: Detail) -> bool:
    """Whether the name that stands behind a detail, if any, is told with the other too."""
    told = {part for name in other.names for part in name.split()}
    return told.issuperset(one.holder)


def _spans(study: Study, detail: Detail) -> tuple[Timespan, ...]:
    found = within(study.seen(TimeMention), *detail.sentence)
    return tuple(mention.timespan for mention in found if mention.timespan is not None and mention.timespan.is_resolved)
