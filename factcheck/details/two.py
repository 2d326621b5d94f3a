"""Whether two documents fill one slot of one thing with two words that exclude each other."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Set
from itertools import pairwise

from factcheck.checking import Study
from factcheck.contexts.things import any_akin
from factcheck.contexts.times import issued_near, spans_in
from factcheck.contexts.towns import may_lie_in
from factcheck.details.told import PLACE, Detail, details, mentioned
from factcheck.details.worded import ANY
from factcheck.identity import country_of, name_key
from factcheck.language.exclusive import values
from factcheck.language.slots import Slot, slots
from factcheck.records.timespan import none_meets
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
PLACES = Slot("a place", frozenset(), "", lasts=True)
"""The slot of all details that are places."""


def of_two_kinds(ours: Study, theirs: Study, related: Relatedness) -> Iterator[tuple[Detail, Detail]]:
    """The details of two documents that exclude each other, the surest first."""
    mine, yours = details(ours), details(theirs)
    by_kind: dict[str, list[Detail]] = defaultdict(list)
    for other in yours:
        by_kind[other.kind].append(other)
    ours_known, theirs_known = _known(ours), _known(theirs)
    found = []
    for one, other in ((detail, there) for detail in mine for there in by_kind[detail.kind]):
        same = _are_one_sentence(one, other)
        in_one_slot = same or (one.slot == other.slot and one.slot != ANY.name)
        if not in_one_slot or one.means & (other.means | theirs_known(one)) or other.means & ours_known(other):
            continue
        if _are_told_apart(one, ours, other, theirs, same):
            continue
        alone = all(len({detail.means for detail in side if detail.slot == one.slot}) == 1 for side in (mine, yours))
        told = related.telling(one.words & other.words, ours.source.id, theirs.source.id)
        points = told + NAME * _share_a_name(one, other) + BESIDE * len(one.beside & other.beside) + ALONE * alone
        if points >= NEEDED:
            found.append((points, one, other))
    for _, one, other in sorted(found, key=_order):
        yield one, other


def _known(study: Study) -> Callable[[Detail], Set[str]]:
    """What a document has of the kind of a detail, whatever it says of it."""
    means = mentioned(study)
    places = {part for name in study.names for part in (name_key(name), *name_key(name).split())}
    return lambda detail: places if detail.kind == PLACE else means.get(detail.kind, frozenset())


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


def _are_told_apart(one: Detail, ours: Study, other: Detail, theirs: Study, same: bool) -> bool:
    """Whether two details are of two things or times, or one is of a part or a plan; `same`: of one sentence."""
    slot, shared = _slot(one), one.beside & other.beside
    times = [spans_in(study, *detail.sentence) for study, detail in ((ours, one), (theirs, other))]
    if not slot.lasts and ((all(times) and none_meets(*times)) or not issued_near(ours, theirs, NEAR)):
        return True
    if one.figures and other.figures and one.figures.isdisjoint(other.figures):
        return True  # two counts, of two things
    if one.stage != other.stage or not (_may_hold(one, other) and _may_hold(other, one)):
        return True
    if one.names and other.names and not _share_a_name(one, other):
        return True
    if one.kind == PLACE:
        return bool(country_of(one.said)) != bool(country_of(other.said)) or may_lie_in(one.said, other.said)
    if same:
        return False
    if slot.goes_by not in ("", "itself") and not (shared or any_akin(one.beside, other.beside)):
        return True
    return (slot.of_thing and bool(one.beside and other.beside) and not shared) or _are_of_two_kinds(one, other)


def _slot(detail: Detail) -> Slot:
    """The slot of a detail; places are told by patterns, and any word by its sentence."""
    if detail.kind == PLACE:
        return PLACES
    return next((slot for slot in slots().get(detail.kind, ()) if slot.name == detail.slot), ANY)


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


def _share_a_name(one: Detail, other: Detail) -> bool:
    ours, theirs = ({part for name in detail.names for part in name.split()} for detail in (one, other))
    return not ours.isdisjoint(theirs)


def _may_hold(one: Detail, other: Detail) -> bool:
    """Whether the name that stands behind a detail, if any, is told with the other too."""
    told = {part for name in other.names for part in name.split()}
    return told.issuperset(one.holder)
