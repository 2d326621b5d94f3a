"""The first, the only or the largest of something, and a source that knows of another.

Flags what one source calls the first and another the second of its kind; what two sources say of two named
holders, each the first or the only one; a first "in 40 years" where another source dates one in between; a record
figure beside a higher one of the same thing, or two records of one thing; and what is called the most complete (the
largest, the oldest) where another source names one that is more so. It is silent where time, place or what is
counted tells them apart, where the words are "one of the largest", and where a first is one of each year or race.
Who is the largest of two is told by ranking-differs.

What settles it: within what it is the first, and what was known when each was written.
"""

from collections.abc import Iterable, Iterator, Sequence

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks._clashes import Clash, Said, joined
from factcheck.checks._places import sentence_at
from factcheck.checks._superlatives import Most, Standing, extremes, placed, shared, thing_of
from factcheck.checks._surpassing import exceeding
from factcheck.identity import name_key, same_name
from factcheck.likeness import STORY, content
from factcheck.records.claim import Claim
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.records.timespan import relate

ENOUGH, ENOUGH_ALONE = 1, 2
"""Words that must limit both orders: where one holder is named in both, and where nobody is."""

TOLD = frozenset({"stated", "reported"})

OPENING = {
    "other-place": "One {thing} is given two places",
    "other-holder": "Two are given the place of one {thing}",
    "one-between": "A spell without a {thing} is broken by another source",
    "two-records": "Two records are given for {thing}",
    "higher-figure": "A record for {thing} is beaten in another source",
    "one-beyond": "Another source knows a {thing} that is beyond it",
}
"""How a finding begins, by the step that decided."""


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """One finding for each thing that is called the first, the only or the most, against those who know of another."""
    places = [one for study in archive.studies.values() for one in placed(study)]
    most = [one for study in archive.studies.values() for one in extremes(study)]
    clashes = [*_clashes_of_places(places, archive), *_broken_spells(places, archive)]
    clashes += [*_records(most, archive), *_higher(most, archive), *_exceeded(most, archive)]
    for together in joined(clashes):
        yield _finding(together)


# The first, the second, the only


def _clashes_of_places(places: Sequence[Standing], archive: Archive) -> Iterator[Clash]:
    for number, one in enumerate(places):
        for other in places[number + 1 :]:
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
    common = shared(one.words, other.words)
    if one.thing != other.thing:
        return False
    return len(common) >= ENOUGH


def _other_place(one: Standing, other: Standing, archive: Archive) -> Clash | None:
    """The first here, the second there: a clash where both are said of one holder."""
    if "only" in (one.place, other.place) or one.rank == other.rank:
        return None
    sameness = same_name(one.holder, other.holder) if one.holder and other.holder else None
    if sameness == "different" or (sameness is None and (one.holder or other.holder)):
        return None
    if sameness is None and len(shared(one.words, other.words)) < ENOUGH_ALONE:
        return None
    if sameness != "same" and not one.names & other.names and not _one_story(one.study, other.study, archive):
        return None
    told = f"The same {one.thing} is number {one.rank} in one source and number {other.rank} in the other."
    step = Step(code="other-place", text=told)
    sides = [Said(item.study, item.start, item.end, item.written, str(item.rank)) for item in (one, other)]
    return Clash(sides[0], sides[1], one.thing, step)


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
    return Clash(sides[0], sides[1], one.thing, step)


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
    for one in places:
        if one.place != "first" or one.since is None or one.claim is None or not one.thing:
            continue
        until = _day(one.claim)
        for study in archive.studies.values():
            for claim in study.claims if study is not one.study and until else ():
                if _breaks(one, claim, until):
                    anchor = claim.anchors[0]
                    when = claim.timespan.as_written if claim.timespan else ""
                    step = Step(code="one-between", text=f"The other source dates a {one.thing} in between: {when}.")
                    yield Clash(
                        Said(one.study, one.start, one.end, one.written, "first"),
                        Said(study, anchor.start or 0, anchor.end or 0, f"{one.thing}, {when}", "between"),
                        one.thing,
                        step,
                    )


def _day(claim: Claim) -> str:
    span = claim.timespan
    return (span.start if span is not None and span.start and span.end else claim.as_of) or ""


def _breaks(one: Standing, claim: Claim, until: str) -> bool:
    """Whether a claim tells of a happening of the same kind and place, after the limit and well before the first."""
    span = claim.timespan
    if claim.event is None or not claim.polarity or claim.modality not in TOLD:
        return False
    if one.thing not in (claim.measure, *map(thing_of, (*claim.roles.agent, *claim.roles.recipient))):
        return False
    if span is None or not span.start or not span.end or claim.status in ("planned", "cancelled", "refused"):
        return False
    after = one.since is not None and int(span.start[:4]) > one.since
    places = {name_key(name) for name in (*claim.names, claim.place or "") if name}
    named = bool(one.names & places) if one.names else False
    told = set(one.words) <= set(shared(one.words, content(claim.statement)[0]))
    return after and int(span.end[:4]) < int(until[:4]) and named and told


# Records


def _records(most: Sequence[Most], archive: Archive) -> Iterator[Clash]:
    """Two figures that are each called the most of one thing."""
    with_figure = [one for one in most if one.figure is not None]
    for number, one in enumerate(with_figure):
        for other in with_figure[number + 1 :]:
            if one.study is other.study or not _one_scale(one, other, archive):
                continue
            ours, theirs = one.figure, other.figure
            assert ours is not None and theirs is not None
            if ours.quantity.dimension != theirs.quantity.dimension:
                continue
            if ours.quantity.dimension != "count" and ours.quantity.unit != theirs.quantity.unit:
                continue
            if ours.quantity.low == theirs.quantity.low:
                continue
            yield Clash(
                _record(one),
                _record(other),
                one.thing,
                Step(code="two-records", text=f"Each figure is called the {one.base} {one.thing} there was."),
            )


def _one_scale(one: Most, other: Most, archive: Archive) -> bool:
    """Whether both are the most of one kind within one thing, as far as the words tell."""
    if (one.base, one.down, one.thing) != (other.base, other.down, other.thing) or not one.thing:
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
    for one in most:
        if one.figure is None or not one.all_time or not one.thing:
            continue
        until = _day(one.claim)
        for study in archive.studies.values():
            for claim in study.claims if study is not one.study else ():
                if _beats(one, claim, until):
                    anchor, quantity = claim.anchors[0], claim.quantity
                    assert quantity is not None
                    when = claim.timespan.as_written if claim.timespan else ""
                    step = Step(code="higher-figure", text=f"{quantity.as_written} of {when} is beyond the record.")
                    value = f"{quantity.as_written}, {when}"
                    yield Clash(
                        _record(one),
                        Said(study, anchor.start or 0, anchor.end or 0, value, quantity.as_written),
                        one.thing,
                        step,
                    )


def _beats(one: Most, claim: Claim, until: str) -> bool:
    quantity, span = claim.quantity, claim.timespan
    assert one.figure is not None
    record = one.figure.quantity
    if quantity is None or quantity.form != "value" or quantity.dimension != record.dimension or claim.per:
        return False
    if thing_of(claim.measure) != one.thing or claim.modality not in TOLD or claim.status == "planned":
        return False
    if span is None or not span.end or not until or span.end > until:
        return False
    if quantity.dimension != "count" and quantity.unit != record.unit:
        return False
    if not one.named & {name_key(name) for name in (*claim.names, *claim.setting, claim.place or "") if name}:
        return False
    return quantity.high < record.low if one.down else quantity.low > record.high


def _exceeded(most: Sequence[Most], archive: Archive) -> Iterator[Clash]:
    """What is called the most complete, and a source that knows one that is more complete."""
    for one in most:
        for study in archive.studies.values():
            if study is one.study:
                continue
            for found in exceeding(study, one, related=_one_story(one.study, study, archive)):
                step = Step(code="one-beyond", text=f"The other source says that {found.who} is more so.")
                yield Clash(
                    Said(one.study, one.start, one.end, one.written, "most"),
                    Said(study, found.start, found.end, f"{found.who} {found.written}", "beyond"),
                    one.thing,
                    step,
                )


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
        fact=(first.step.code, first.thing, *sorted(min(side, key=lambda said: said.key).value for side in ordered)),
        verdict=first.verdict,
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
