"""Two sentences tell the same with another time or another figure.

Where the sentences of two documents share several words and names that are rare in both, what they tell is most
likely one thing; then two days, years or times of day, or two figures, are two answers. This finds what is told
without a verb or a noun that could be compared ("a chalice, made in York in 1482", "Lind took 257,300"). It is silent
where either document gives the other's value too, where the sentences tell of other happenings or other stages, of
what is planned or denied, where a day is only "yesterday" or the document's own, and where the figures lie far apart.

What settles it: ask whether both are about one thing, and which is right.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks import date_differs, quantity_differs
from factcheck.checks._alike import alike_figures
from factcheck.checks._places import sentence_at
from factcheck.checks._stated import STATEMENTS, Rarity, Told, Weights, stated
from factcheck.checks._statements import Statement
from factcheck.checks.corroborated import (
    HAPPENING,
    OTHER_SMALL,
    SAME_NOUN,
    borne_out,
    context_points,
    noun_points,
    said_once,
)
from factcheck.comparing import compare
from factcheck.identity import same_measure
from factcheck.lasting import Lasted, lasted
from factcheck.likeness import Likeness, slipped
from factcheck.measuring import scope_of
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.records.quantity import Quantity
from factcheck.records.timespan import day_number, relate
from factcheck.valuing import other_limits

ENOUGH = 1.75
"""How much rare words must tell for two sentences to be about one thing, each from 0 to 1."""
RARE, LEAST_RARE = 0.5, 2
"""From here on a word is rare; so many must be shared, or one beside the same happening."""
REACH = {"minute": 15, "hour": 15, "day": 15, "week": 31, "month": 93, "year": 400}
"""How many days may lie between two times, by the coarser of them, for them to be meant for one."""
FARTHEST = max(REACH.values())
FEW_WORDS, SURE = 0.5, 2.5
"""The same for figures: of one noun or apart by a slip, and of others."""
MOST_NEIGHBOURS = 60

_STAGES = re.compile(
    r"\b(?:first|second|third|fourth|fifth|final|last|next|previous|another|1st|2nd|3rd|semi-final|run-?off|"
    r"replay|rerun)\b",
    re.IGNORECASE,
)
_PEOPLE = frozenset({"people"})
_PLANNED = re.compile(
    r"\b(?:will|would|plan(?:s|ned)?|expected|scheduled|target|goal|budget|estimated?)\b", re.IGNORECASE
)
_UNREAL = re.compile(
    r"\b(?:will|would|shall|may|might|could|should|plans?|planned|expected|due|scheduled|not|never|no|nor|without|"
    r"if|unless|until|anniversary|deadline)\b",
    re.IGNORECASE,
)
"""Words by which a sentence does not simply tell what happened and when."""

Place = tuple[str, int]


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each two sentences that are told alike with another time or figure."""
    known = stated(archive)
    for near, judge in ((_other_times, _time_points), (alike_figures, _figure_points)):
        alike = []
        for first, second in known.of_one_story():
            if not archive.asks(first, second):
                continue
            weights = known.rarity.between(first, second)
            pairs = near(known.by(first), known.by(second), weights)
            found = [(points, *pair) for pair in pairs if (points := judge(*pair, known.rarity))]
            explained = borne_out(known, first, second) if found else set()
            alike += [entry for entry in found if explained.isdisjoint(entry[1:])]
        held = _held(archive, {frozenset((one.source, other.source)) for _, one, other in alike})
        fresh = [entry for entry in alike if frozenset(map(_place, entry[1:])) not in held]
        yield from (_finding(one, other) for one, other in _best(fresh))


def _held(archive: Archive, sources: Collection[frozenset[str]]) -> set[frozenset[Place]]:
    """Sentences of these pairs of sources that are held against each other already, by what they measure or tell."""
    found = set()
    for matching in (quantity_differs.MATCHING, date_differs.MATCHING) if sources else ():
        for pair in archive.pairs(matching):
            if frozenset((pair.one.source, pair.other.source)) not in sources:
                continue
            ends = (pair.one.place[:2], pair.other.place[:2])
            found.add(frozenset(_sentence(archive.studies[source], start) for source, start in ends))
    return found


def _sentence(study: Study, offset: int) -> Place:
    found = sentence_at(study.document, offset)
    return study.source.id, found.start if found else offset


def _place(item: Statement) -> Place:
    return item.source, item.sentence


def _time_points(one: Statement, other: Statement, rarity: Rarity) -> float:
    """How much the sentences of two times share; 0 if too little, or if they tell of other happenings or stages."""
    alike = not one.concepts.isdisjoint(other.concepts)
    if one.concepts and other.concepts and not alike:
        return 0.0
    shared = (one.words & other.words) | (one.names & other.names)
    weights = [weight for weight in rarity.weights(sorted(shared), one.source, other.source) if weight > RARE]
    points = sum(weights) + alike * RARE
    if len(weights) < LEAST_RARE - alike or points < ENOUGH:
        return 0.0
    ours, theirs = _told(one), _told(other)
    return 0.0 if _UNREAL.search(ours) or _UNREAL.search(theirs) or _stages(ours) != _stages(theirs) else points


def _told(item: Statement) -> str:
    sentence = sentence_at(item.study.document, item.mention.start)
    return item.study.document.text[sentence.start : sentence.end] if sentence else ""


def _stages(text: str) -> frozenset[str]:
    return frozenset(map(str.casefold, _STAGES.findall(text)))


# Times


def _other_times(ours: Told, theirs: Told, _: Weights) -> Iterator[tuple[Statement, Statement]]:
    """Times of two documents that lie near each other and are not the same."""
    ones, others = _stated_times(ours), _stated_times(theirs)
    yield from _other_days([one for one in ones if not _clock(one)], [one for one in others if not _clock(one)])
    clocks = sorted(filter(_clock, (*ones, *others)), key=lambda item: (_clock(item), item.place))
    for number, one in enumerate(clocks):
        for other in clocks[number + 1 : number + 1 + MOST_NEIGHBOURS]:
            if other.source != one.source and one.key != other.key:
                yield (one, other) if one.place < other.place else (other, one)


def _other_days(ones: Sequence[Statement], others: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    days = sorted([*ones, *others], key=lambda item: (item.begins, item.place))
    starts = [_number(item.begins) for item in days]
    reaches = [REACH.get(item.span.granularity, -FARTHEST) if item.span else 0 for item in days]
    for number, one in enumerate(days):
        begin, reach = starts[number], reaches[number]
        for place in range(number + 1, min(bisect_right(starts, begin + FARTHEST), number + 1 + MOST_NEIGHBOURS)):
            other, further = days[place], reaches[place]
            if other.source == one.source or min(reach, further) < 0 or starts[place] - begin > max(reach, further):
                continue
            if (reach == REACH["year"]) != (further == REACH["year"]) or one.span is None or other.span is None:
                continue
            if relate(one.span, other.span) == "disjoint":
                yield one, other
    yield from _swapped(days)


def _swapped(days: Iterable[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Years of two documents that a slip of the pen may have made of one (1482 and 1428)."""
    by_digits: dict[str, list[Statement]] = defaultdict(list)
    for item in days:
        if item.span and item.span.granularity == "year":
            by_digits["".join(sorted(item.begins[:4]))].append(item)
    for items in by_digits.values():
        for number, one in enumerate(items):
            for other in items[number + 1 : number + 1 + MOST_NEIGHBOURS]:
                if other.source != one.source and one.key != other.key:
                    yield one, other


def _clock(item: Statement) -> str:
    return (item.span.clock or "") if item.span else ""


@lru_cache(maxsize=64)
def _stated_times(told: Told) -> list[Statement]:
    return [item for item in told.times if _is_stated(item)]


def _is_stated(item: Statement) -> bool:
    """Whether a time is given by its figures, is not the day of its document, and is the only one of its sentence."""
    span = item.span
    if span is None or not any(map(str.isdigit, item.written)) or len(item.spans) > 1:
        return False
    own = item.study.source.issued or item.study.document.date or ""
    return not (span.granularity == "day" and (span.start or "")[:10] == own[:10])


def _number(moment: str | None) -> int:
    return day_number((moment or "0001-01-01")[:10])


# Figures


def _may_be_one(one: Statement, other: Statement) -> bool:
    """Whether two figures differ, and nothing known of them tells them apart."""
    ours, theirs = one.quantity, other.quantity
    assert ours is not None and theirs is not None
    if (ours.per or "") != (theirs.per or "") or _bounded(ours) or _bounded(theirs):
        return False
    if one.limits[0] <= other.limits[1] and other.limits[0] <= one.limits[1] and not other_limits(ours, theirs):
        return False
    if _scope(one) != _scope(other):
        return False
    first, second = one.claim, other.claim
    if first is None or second is None:
        return True
    return compare(first, second, _UNKNOWN).code in _TOLD_BY_WORDS_ALONE


_UNKNOWN = Likeness(score=0.0, names=(), words=(), figures=(), same_time=False)
_TOLD_BY_WORDS_ALONE = frozenset({"differs", "differs-unless", "other-measure", "far-apart"})
"""What comparing two claims may have said where their sentences still may tell one thing."""


def _figure_points(one: Statement, other: Statement, rarity: Rarity) -> float:
    """How much the sentences of two figures share; 0 if too little, or if they tell of other times, stages or plans.

    A slip of the pen needs least, figures of one noun more, and figures of different nouns most.
    """
    assert one.quantity is not None and other.quantity is not None
    if (
        one.spans
        and other.spans
        and all(relate(ours, theirs) == "disjoint" for ours in one.spans for theirs in other.spans)
    ):
        return 0.0
    noun = noun_points(one, other)
    if noun <= OTHER_SMALL:
        return 0.0
    slip = slipped(one.digits, other.digits)
    if one.terms | other.terms <= _PEOPLE or not said_once(one, other, rarity):
        needed, slip = SURE, False
    else:
        needed = FEW_WORDS if noun >= SAME_NOUN or slip else SURE
    shared = len(one.words & other.words) + len(one.names & other.names) + HAPPENING
    context = context_points(one, other, rarity) if shared >= needed else 0.0
    if context < needed or not _may_be_one(one, other):
        return 0.0
    ours, theirs = _told(one), _told(other)
    if _stages(ours) != _stages(theirs) or bool(_PLANNED.search(ours)) != bool(_PLANNED.search(theirs)):
        return 0.0
    return context + slip if _last_alike(one, other) else 0.0


def _last_alike(one: Statement, other: Statement) -> bool:
    """Whether two lengths of time may be of one thing: none is a wish, and they are not of two things."""
    if one.quantity is None or one.quantity.dimension != "time":
        return True
    ours, theirs = _lasted(one), _lasted(other)
    if ours.none or theirs.none or ours.planned != theirs.planned:
        return False
    return not (ours.measure and theirs.measure) or same_measure(ours.measure, theirs.measure) != "different"


def _lasted(item: Statement) -> Lasted:
    sentence = sentence_at(item.study.document, item.mention.start)
    low, high = (sentence.start, sentence.end) if sentence else (item.mention.start, item.mention.end)
    return lasted(item.study.document.text, item.mention.start, item.mention.end, low, high)


def _bounded(quantity: Quantity) -> bool:
    """Whether a figure is only the least or the most, save for a limit of time."""
    return quantity.modifier in ("<", ">") and quantity.dimension != "time"


def _scope(item: Statement) -> str:
    return scope_of(item.study.document.text, item.mention)


def _best(alike: Sequence[tuple[float, Statement, Statement]]) -> list[tuple[Statement, Statement]]:
    """The likest pairs, each statement with one of a document only."""
    taken: set[tuple[Statement, str]] = set()
    found = []
    for _, one, other in sorted(alike, key=lambda entry: (-entry[0], entry[1].place, entry[2].place)):
        keys = {(one, other.source), (other, one.source)}
        if not keys & taken:
            taken |= keys
            found.append((one, other) if one.place <= other.place else (other, one))
    return found


def _finding(one: Statement, other: Statement) -> Finding:
    shared = sorted((one.words & other.words) | (one.names & other.names))
    return finding(
        CHECK,
        fact=(one.source, other.source, *one.key, *other.key, *shared),
        verdict="possible-conflict",
        kind="date" if one.quantity is None else "quantity",
        message=f"Two sentences are alike but for {_named(one)} and {_named(other)}.",
        sides=[[_evidence(one)], [_evidence(other)]],
        steps=(Step(code="shared-words", text=f"Both speak of {', '.join(shared)}."),),
        settle="Ask whether both are about one thing, and which is right.",
        weight=0.5,
    )


def _named(item: Statement) -> str:
    return f"“{item.written}” ({item.source})"


def _evidence(item: Statement) -> Evidence:
    return evidence_at(item.study, item.mention.start, item.mention.end, value=item.written)


CHECK = Check(
    id="told-otherwise",
    kind="date",
    title="The same told with another time or figure",
    reads=Archive,
    run=run,
    gathers=(STATEMENTS,),
    examples=(
        Example(
            documents={
                "one": "The west case: a psalter, a silver chalice and, for Arlen, the year 1482.",
                "two": "A psalter, a silver chalice: Arlen and 1428 on the label of the case.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "one": "The thieves took a silver chalice, made in Arlen in 1482.",
                "two": "Missing is the silver chalice made at Arlen in 1482.",
            },
            expect=None,
        ),
        Example(
            documents={
                "one": "In the first round in Arlen on 6 October the silver candidates lost ground.",
                "two": "In the second round in Arlen on 13 October the silver candidates won.",
            },
            expect=None,
        ),
    ),
)
