"""Two sentences tell the same with another time or another figure.

Where the sentences of two documents share several words and names that are rare in both, what they tell is most
likely one thing; then two days, years or times of day, or two figures, are two answers. This finds what is told
without a verb or a noun that could be compared ("a chalice, made in York in 1482", "Lind took 257,300"). It is silent
where either document gives the other's value too, where the sentences tell of other happenings or other stages, of
what is planned or denied, where a day is only "yesterday" or the document's own, and where the figures lie far apart.

What settles it: ask whether both are about one thing, and which is right.
"""

import re
from collections.abc import Collection, Iterable
from functools import partial

from factcheck.changing import GROWING, grow, later_and_higher
from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks import date_differs, quantity_differs
from factcheck.checks.corroborated import borne_out
from factcheck.comparing import compare
from factcheck.contexts.places import sentence_at
from factcheck.identity import measure_terms, same_measure
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.likeness import Likeness, slipped
from factcheck.measuring.figures import TELLINGS, other_fates
from factcheck.measuring.framing import is_superseded
from factcheck.measuring.lasting import Lasted, lasted
from factcheck.measuring.scoping import scope_of
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.records.quantity import Quantity
from factcheck.records.timespan import none_meets
from factcheck.statements.alike import alike_figures
from factcheck.statements.drawn import Statement
from factcheck.statements.likely import (
    HAPPENING,
    OTHER_SMALL,
    SAME_NOUN,
    context_points,
    noun_points,
    said_once,
)
from factcheck.statements.stated import STATEMENTS, Alike, Stated, stated
from factcheck.statements.telling import Rarity
from factcheck.statements.together import Place
from factcheck.statements.told_times import other_times, stages, time_points, told, told_of_others
from factcheck.valuing import other_limits

FEW_WORDS, SURE = 0.5, 2.5
"""The same for figures: of one noun or apart by a slip, and of others."""

_PEOPLE = frozenset({"people"})
_PLANNED = re.compile(
    r"\b(?:will|would|plan(?:s|ned)?|expected|scheduled|target|goal|budget|estimated?)\b", re.IGNORECASE
)


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each two sentences that are told alike with another time or figure."""
    known = stated(archive)
    compared = [_alike(known, *ends) for ends in known.of_one_story() if archive.asks(*ends)]
    for both in zip(*compared, strict=True):
        alike = [entry for found in both for entry in found]
        held = _held(archive, {frozenset((one.source, other.source)) for _, one, other in alike})
        fresh = [entry for entry in alike if frozenset(map(_place, entry[1:])) not in held]
        yield from (_finding(one, other) for one, other in _best(fresh))


def ahead(archive: Archive, source: str) -> None:
    """Hold a source against each later one of its story."""
    known = stated(archive)
    known.let_go()
    for ends in known.story_of(source):
        known.keep("told otherwise", *ends, partial(_near, known, *ends))


def _alike(known: Stated, first: str, second: str) -> list[Alike]:
    """The times and the figures of two documents that are told alike, and that neither bears out."""
    return known.alike("told otherwise", first, second, partial(_near, known, first, second))


def _near(known: Stated, first: str, second: str) -> list[Alike]:
    """The same, found anew."""
    weights = known.rarity.between(first, second)
    made = []
    for near, judge in ((other_times, time_points), (alike_figures, _figure_points)):
        pairs = near(known.by(first), known.by(second), weights)
        told = [
            (points, *pair) for pair in pairs if (points := judge(*pair, known.rarity)) and not _are_told_apart(*pair)
        ]
        explained = borne_out(known, first, second) if told else set()
        made.append([entry for entry in told if explained.isdisjoint(entry[1:])])
    return made


def _are_told_apart(one: Statement, other: Statement) -> bool:
    """Whether both stand in tables, where rows and columns tell what is alike, or one only says when it was written."""
    if one.block.kind == other.block.kind == "table-cell":
        return True
    return any(_STAMP.fullmatch(item.study.document.text, item.block.start, item.block.end) for item in (one, other))


_STAMP = re.compile(
    rf"(?:\W|\d|(?:{'|'.join((*MONTHS, *WEEKDAYS))}|a\.?m|p\.?m|gmt|utc|bst|cet|local|time|updated|published)\b)+",
    re.IGNORECASE,
)
"""A line that holds nothing but a day and a time."""


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
    measured = [measure_terms(claim.measure) for claim in (first, second)]
    if (grow(first, second) and later_and_higher(first, second)) or is_superseded(first) != is_superseded(second):
        return False
    if other_fates(first.measure, second.measure) or (measured[0] & TELLINGS and measured[0] != measured[1]):
        return False
    return compare(first, second, _UNKNOWN).code in _TOLD_BY_WORDS_ALONE


_UNKNOWN = Likeness(score=0.0, names=(), words=(), figures=(), same_time=False)
_TOLD_BY_WORDS_ALONE = frozenset({"differs", "differs-unless", "other-measure", "far-apart"})
"""What comparing two claims may have said where their sentences still may tell one thing."""


def _figure_points(one: Statement, other: Statement, rarity: Rarity) -> float:
    """How much the sentences of two figures share; 0 if too little, or if they tell of other times, stages or plans.

    A slip of the pen needs least, figures of one noun more, and figures of different nouns most.
    """
    assert one.quantity is not None and other.quantity is not None
    if one.spans and other.spans and none_meets(one.spans, other.spans):
        return 0.0
    if one.terms & other.terms & GROWING and _is_later_and_higher(one, other):
        return 0.0
    if one.names and other.names and one.names.isdisjoint(other.names):
        return 0.0
    noun = noun_points(one, other)
    if noun <= OTHER_SMALL:
        return 0.0
    slip = noun >= 0 and slipped(one.digits, other.digits)
    if one.terms | other.terms <= _PEOPLE or not said_once(one, other, rarity):
        needed, slip = SURE, False
    else:
        needed = FEW_WORDS if noun >= SAME_NOUN or slip else SURE
    shared = len(one.words & other.words) + len(one.names & other.names) + HAPPENING
    context = context_points(one, other, rarity) if shared >= needed else 0.0
    if context < needed or not _may_be_one(one, other):
        return 0.0
    ours, theirs = told(one), told(other)
    if stages(ours) != stages(theirs) or bool(_PLANNED.search(ours)) != bool(_PLANNED.search(theirs)):
        return 0.0
    return context + slip if _last_alike(one, other) and (slip or not told_of_others(one, other)) else 0.0


def _is_later_and_higher(one: Statement, other: Statement) -> bool:
    """Whether the later of two documents gives the higher figure."""
    days = one.study.date or "", other.study.date or ""
    return all(days) and days[0] != days[1] and (days[0] < days[1]) == (one.value < other.value)


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


def _best(alike: Alike) -> list[tuple[Statement, Statement]]:
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
    ahead=ahead,
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
