"""The first, the only or the largest of something, and a source that knows of another.

Flags what one source calls the first and another the second of its kind; what two sources say of two named
holders, each the first or the only one; a first "in 40 years" where another source dates one in between; a record
figure beside a higher one of the same thing, or two records of one thing; and what is called the most complete (the
largest, the oldest) where another source names one that is more so, or denies it. It is silent where time, place or
what is counted tells them apart, where the words are "one of the largest", and where a first is one of each year or
race. Who is the largest of two is told by ranking-differs.

What settles it: within what it is the first, and what was known when each was written.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from factcheck.aligning import place_of
from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import sentence_at
from factcheck.identity import name_key, same_name
from factcheck.rankings.clashes import Clash, Said, joined
from factcheck.rankings.rebuttals import REBUTTALS, Rebuttal, rebuts, rebuttals
from factcheck.rankings.superlatives import SHORTEST_STEM, Most, Standing, extremes, placed, senses, shared, thing_of
from factcheck.records.claim import Claim
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.records.quantity import Quantity
from factcheck.records.timespan import relate
from factcheck.rows import Row
from factcheck.stories import STORY
from factcheck.wording import content

ENOUGH_ALONE = 2
"""Words that must limit both orders where no holder is named."""

MOST = 300
"""How many that share a key each is held against."""

TOLD = frozenset({"stated", "reported"})
UNDONE = frozenset({"planned", "cancelled", "refused"})

OPENING = {
    "other-place": "One {thing} is given two places",
    "other-holder": "Two are given the place of one {thing}",
    "one-between": "A spell without a {thing} is broken by another source",
    "two-records": "Two records are given for {thing}",
    "higher-figure": "A record for {thing} is beaten in another source",
    "denied": "Another source denies what is said of one {thing}",
    "one-before": "Another source knows of an earlier {thing}",
    "one-beyond": "Another source knows a {thing} that is beyond it",
}
"""How a finding begins, by the step that decided."""


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each thing that is called the first, the only or the most, against those who know of another."""
    studies = archive.holding(CHECK)
    places = [one for study in studies for one in placed(study)]
    most = [one for study in studies for one in extremes(study)]
    clashes = [*_clashes_of_places(places, archive), *_records(most, archive)]
    clashes += [*_broken_spells(places, archive), *_higher(most, archive), *_rebutted([*places, *most], archive)]
    for together in joined(clashes):
        yield _finding(together)


Keyed = TypeVar("Keyed")


def _pairs(items: Iterable[tuple[Iterable[object], Keyed]]) -> Iterator[tuple[Keyed, Keyed]]:
    """The pairs of things that share a key, each once; of a key that very many share only the next `MOST` of each."""
    buckets: dict[object, list[tuple[int, Keyed]]] = {}
    for number, (keys, item) in enumerate(items):
        for key in keys:
            buckets.setdefault(key, []).append((number, item))
    seen: set[tuple[int, int]] = set()
    for members in buckets.values():
        for place, (number, one) in enumerate(members):
            for following, other in members[place + 1 : place + 1 + MOST]:
                if (number, following) not in seen:
                    seen.add((number, following))
                    yield one, other


def _stems(words: Iterable[str]) -> set[str]:
    return {word[:SHORTEST_STEM] for word in words}


# The first, the second, the only


def _clashes_of_places(places: Sequence[Standing], archive: Archive) -> Iterator[Clash]:
    for one, other in _pairs(([(item.thing, stem) for stem in _stems(item.words)], item) for item in places):
        if one.study is other.study or not _one_order(one, other):
            continue
        if one.place == other.place and one.rank == other.rank:
            clash = _other_holder(one, other)
        else:
            clash = _other_place(one, other, archive)
        if clash is not None:
            yield clash


def _one_order(one: Standing, other: Standing) -> bool:
    """Whether both are places in one order: no name, thing or limit tells the orders apart."""
    if one.since != other.since or (one.names and other.names and not one.names & other.names):
        return False
    return bool(shared(one.words, other.words))


def _other_place(one: Standing, other: Standing, archive: Archive) -> Clash | None:
    """The first here, the second there: a clash where both are said of one holder."""
    if "only" in (one.place, other.place) or one.rank == other.rank:
        return None
    sameness = same_name(one.holder, other.holder) if one.holder and other.holder else None
    if sameness == "different" or (sameness is None and (one.holder or other.holder) and not _equal_limits(one, other)):
        return None
    if sameness is None and len(shared(one.words, other.words)) < ENOUGH_ALONE:
        return None
    if sameness != "same" and not one.names & other.names and not _one_story(one.study, other.study, archive):
        return None
    told = f"The same {one.thing} is number {one.rank} in one source and number {other.rank} in the other."
    step = Step(code="other-place", text=told)
    about = shared(one.words, other.words)
    return Clash(_said_of(one, str(one.rank)), _said_of(other, str(other.rank)), one.thing, step, about)


def _other_holder(one: Standing, other: Standing) -> Clash | None:
    """Two named holders of one place that only one can have."""
    if one.place == "later" or not (_is_name(one.holder) and _is_name(other.holder)):
        return None
    assert one.holder and other.holder
    if same_name(one.holder, other.holder) != "different" or not _equal_limits(one, other):
        return None
    if not (one.all_time or other.all_time) and _times_differ(one.claim, other.claim):
        return None
    step = Step(code="other-holder", text=f"{one.holder} and {other.holder} are each called the {one.place}.")
    sides = [
        Said(item.study, item.start, item.end, f"{item.holder}: {item.written}", name_key(item.holder or ""))
        for item in (one, other)
    ]
    return Clash(sides[0], sides[1], one.thing, step, tuple(sorted(one.words)))


def _is_name(holder: str | None) -> bool:
    return holder is not None and all(word[:1].isupper() or len(word) < 4 for word in holder.split())


def _equal_limits(one: Standing, other: Standing) -> bool:
    """Whether the words that limit one order are those that limit the other, none left over."""
    common = shared(one.words, other.words)
    return len(common) == len(one.words) and len(shared(other.words, one.words)) == len(other.words)


def _times_differ(one: Claim | None, other: Claim | None) -> bool:
    if one is None or other is None or one.timespan is None or other.timespan is None:
        return False
    return relate(one.timespan, other.timespan) == "disjoint"


# The first in so many years


def _broken_spells(places: Sequence[Standing], archive: Archive) -> Iterator[Clash]:
    """A first "since 1971", and a happening of its kind that another source dates later than that."""
    spells = [one for one in places if one.place == "first" and one.since is not None and one.claim and one.names]
    told = _by_thing(archive, {one.thing for one in spells}, lambda row: row.kind in ("date", "event"))
    for one in spells:
        for claim in _of_names(told, one.thing, one.names):
            if claim.source != one.study.source.id and _breaks(one, claim):
                when = claim.timespan.as_written if claim.timespan else ""
                step = Step(code="one-between", text=f"The other source dates a {one.thing} in between: {when}.")
                there = _said(claim, f"{one.thing}, {when}", "between", archive)
                yield Clash(_said_of(one, "first"), there, one.thing, step, tuple(sorted(one.words)))


def _by_thing(
    archive: Archive, things: set[str], is_wanted: Callable[[Row], bool]
) -> dict[tuple[str, str], dict[str, Claim]]:
    """The claims about some things, by thing and by each name that they hold, as far as their rows are wanted."""
    found: dict[tuple[str, str], dict[str, Claim]] = {}
    for row in (row for rows in archive.rows.values() for row in rows) if things else ():
        if not is_wanted(row) or row.modality not in TOLD or not row.polarity:
            continue
        for thing in things & {thing_of(noun) for noun in (row.measure, *row.slots[0], *row.slots[1])}:
            claim = row.claim
            for name in _names(claim) if claim.status not in UNDONE else ():
                found.setdefault((thing, name), {})[claim.id] = claim
    return found


def _names(claim: Claim) -> frozenset[str]:
    return frozenset(name_key(name) for name in (*claim.names, *claim.setting, claim.place or "") if name)


def _of_names(told: dict[tuple[str, str], dict[str, Claim]], thing: str, names: Iterable[str]) -> list[Claim]:
    held = {claim.id: claim for name in sorted(names) for claim in told.get((thing, name), {}).values()}
    return sorted(held.values(), key=place_of)[:MOST]


def _said_of(one: Standing | Most, answer: str) -> Said:
    return Said(one.study, one.start, one.end, one.written, answer)


def _said(claim: Claim, value: str, answer: str, archive: Archive) -> Said:
    anchor = claim.anchors[0]
    return Said(archive.studies[claim.source], anchor.start or 0, anchor.end or 0, value, answer)


def _day(claim: Claim) -> str:
    span = claim.timespan
    return (span.start if span is not None and span.start and span.end else claim.as_of) or ""


def _breaks(one: Standing, claim: Claim) -> bool:
    """Whether a claim tells of a happening of the same kind, after the limit and well before the first."""
    span, until = claim.timespan, _day(one.claim) if one.claim else ""
    if span is None or not span.start or not span.end or not until or one.since is None:
        return False
    told = shared(one.words, content(claim.wording)[0])
    return one.since < int(span.start[:4]) and int(span.end[:4]) < int(until[:4]) and set(one.words) <= set(told)


# Records


def _records(most: Sequence[Most], archive: Archive) -> Iterator[Clash]:
    """Two figures that are each called the most of one thing."""
    for one, other in _pairs(([(item.base, item.down, item.thing)], item) for item in most if item.figure):
        ours, theirs = one.figure, other.figure
        if one.study is other.study or ours is None or theirs is None or not _one_scale(one, other, archive):
            continue
        if _comparable(ours.quantity, theirs.quantity) and ours.quantity.low != theirs.quantity.low:
            step = Step(code="two-records", text=f"Each figure is called the {one.base} {one.thing} there was.")
            yield Clash(_record(one), _record(other), one.thing, step, tuple(sorted(one.named & other.named)))


def _comparable(one: Quantity, other: Quantity) -> bool:
    return one.dimension == other.dimension and (one.dimension == "count" or one.unit == other.unit)


def _one_scale(one: Most, other: Most, archive: Archive) -> bool:
    """Whether both are the most of one kind within one thing, as far as the words tell."""
    if not one.thing:
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    if not (one.all_time and other.all_time) and _times_differ(one.claim, other.claim):
        return False
    return bool(one.named & other.named) or _one_story(one.study, other.study, archive)


def _one_story(one: Study, other: Study, archive: Archive) -> bool:
    """Whether two documents tell of one story, so that a thing without a name may be the same in both."""
    return archive.related.between(one.source.id, other.source.id) >= STORY / 2


def _record(one: Most) -> Said:
    assert one.figure is not None
    start, end = min(one.figure.start, one.start), max(one.figure.end, one.end)
    written = one.figure.quantity.as_written
    return Said(one.study, start, end, f"{written}: {one.written}", written)


def _higher(most: Sequence[Most], archive: Archive) -> Iterator[Clash]:
    """A record for all time, and an earlier figure of the same thing that beats it."""
    records = [one for one in most if one.figure and one.all_time and one.thing]
    told = _by_thing(archive, {one.thing for one in records}, lambda row: row.dimension != "")
    for one in records:
        for claim in _of_names(told, one.thing, one.named):
            if claim.source != one.study.source.id and claim.quantity and _beats(one, claim):
                written, when = claim.quantity.as_written, claim.timespan.as_written if claim.timespan else ""
                step = Step(code="higher-figure", text=f"{written} of {when} is beyond the record.")
                there = _said(claim, f"{written}, {when}", written, archive)
                yield Clash(_record(one), there, one.thing, step, tuple(sorted(one.words)))


def _beats(one: Most, claim: Claim) -> bool:
    """Whether an earlier figure is beyond a record."""
    quantity, span, until = claim.quantity, claim.timespan, _day(one.claim)
    record = one.figure.quantity if one.figure else None
    if record is None or quantity is None or quantity.form != "value" or claim.per or not _comparable(quantity, record):
        return False
    if thing_of(claim.measure) != one.thing or span is None or not span.end or not until or span.end > until:
        return False
    return quantity.high < record.low if one.down else quantity.low > record.high


# What is denied, or known to be otherwise


def _rebutted(ours: Sequence[Standing | Most], archive: Archive) -> Iterator[Clash]:
    """What is called the first ever, the only one or the most, and a source that knows better."""
    known: dict[str, list[Rebuttal]] = {}
    for study in archive.studies.values() if ours else ():
        for other in rebuttals(study):
            for stem in _stems(other.words):
                known.setdefault(stem, []).append(other)
    for one in ours:
        near: dict[tuple[str, int, str], Rebuttal] = {}
        for stem in sorted(_stems({*senses(one.thing), *one.words})):
            near |= {(other.study.source.id, other.start, other.code): other for other in known.get(stem, ())[:MOST]}
        for _, other in sorted(near.items(), key=lambda item: item[0]):
            if other.study is one.study:
                continue
            kin = archive.related.between(one.study.source.id, other.study.source.id) > 0
            if rebuts(other, one, kin=kin, one_story=_one_story(one.study, other.study, archive)):
                there = Said(other.study, other.start, other.end, other.said, "not")
                step = Step(code=other.code, text=f"The other source says so: {other.said}.")
                yield Clash(_said_of(one, "so"), there, one.thing, step, tuple(sorted(one.words)))


# Findings


def _finding(clashes: Sequence[Clash]) -> Finding:
    sides: dict[str, list[Said]] = {}
    for clash in clashes:
        for said in (clash.one, clash.other):
            held = sides.setdefault(said.answer, [])
            if said.key not in {other.key for other in held}:
                held.append(said)
    ordered = sorted(sides.values(), key=lambda side: min(said.key for said in side))
    first = clashes[0]
    told = "; ".join(f"{side[0].value} ({', '.join(_sources(side))})" for side in ordered)
    return finding(
        CHECK,
        fact=(first.step.code, first.thing, *first.about, *sorted(sides)),
        verdict="possible-conflict",
        message=f"{OPENING[first.step.code].format(thing=first.thing)}: {told}.",
        sides=[[_evidence(said) for said in side] for side in ordered],
        steps=tuple({clash.step.code: clash.step for clash in clashes}.values()),
        settle="Say within what and up to when it is so, or drop the superlative.",
        weight=0.7,
    )


def _sources(side: Sequence[Said]) -> list[str]:
    return sorted({said.study.source.id for said in side})


def _evidence(said: Said) -> Evidence:
    sentence = sentence_at(said.study.document, said.start)
    end = max(sentence.end, said.end) if sentence else said.end
    return evidence_at(said.study, said.start, end, value=said.value)


CHECK = Check(
    id="superlative-differs",
    kind="superlative",
    title="A first, an only or a record, and another that is",
    reads=Archive,
    run=run,
    holds=lambda study: any(True for _ in (*placed(study), *extremes(study))),
    gathers=(REBUTTALS,),
    examples=(
        Example(
            documents={
                "profile": "Ada Moss is the first woman ever to govern the province of Arlen.",
                "report": "The winner, Ada Moss, is the second woman to be elected governor of Arlen.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "release": "The Arlen skeleton is the most complete whale ever found in Egypt.",
                "article": "Among whales from Egypt only the Minqar skeleton, with 161 bones, is more complete.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "bank": "In 1998 Ada Moss became the first woman to lead the bank.",
                "paper": "Ada Moss was the second woman to lead the bank’s pension fund, after Ida Lind.",
            },
            expect=None,
        ),
        Example(
            documents={
                "one": "Ada Moss was the first woman to finish the Arlen race in 2019.",
                "two": "Ida Lind was the first woman to finish the Arlen race in 2021.",
            },
            expect=None,
        ),
    ),
)
