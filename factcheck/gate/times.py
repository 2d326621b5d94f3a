"""Dates and periods of a draft, held against the times that the sources give for the same happening."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.gate.answers import Answer, Held, first, of_passage, only, supported, where
from factcheck.gate.basis import SLACK, agree, days_between, is_end_of, names_month
from factcheck.gate.desk import Desk
from factcheck.gate.inventory import Thing
from factcheck.gate.passages import Passage
from factcheck.likeness import slipped
from factcheck.records.gate import Support
from factcheck.records.mention import EventMention, TimeMention
from factcheck.records.timespan import Timespan, in_granularity, in_words, is_period, minutes_apart, relate

FINE: Mapping[str, float] = {
    "minute": 2.0, "hour": 2.0, "day": 1.5, "week": 1.0, "month": 1.0, "season": 0.5, "quarter": 0.5, "year": 0.5,
}  # fmt: skip
"""How telling a time is by itself: many things happen in a year, few on one day."""
ENOUGH, ENOUGH_CITED = 2.0, 1.3
LEAST = 0.5
"""What must be shared beside the time."""
SAME_SENTENCE, SAME_CITED = 0.55, 0.45
"""Part of a sentence that a passage must hold for its own date to contradict the sentence's."""
SAME_CLOCK = 0.25
"""The same for a time of day."""
FAR_BEFORE = 0.3
"""Points that a time loses where it stands in a sentence before the passage."""


@dataclass(frozen=True, eq=False)
class Dated:
    """A time of a source near a draft's: `held` where it is the same time or lies in it."""

    passage: Passage
    span: Timespan
    held: bool
    points: float
    cover: float
    inside: bool
    """Whether it stands in the passage itself."""
    cited: bool
    """Whether the sentence may rest on its source: it cites it, or its paragraph does."""
    own: bool
    """Whether the sentence itself cites it."""

    def on(self, side: str) -> Held:
        """The time as what an answer rests on."""
        return of_passage(self.passage, "a" if side == "a" else "b", in_words(self.span))


def judge_date(thing: Thing, desk: Desk, figures: Mapping[Thing, Answer], others: Sequence[Thing]) -> Answer:
    """What the sources say of a time; `figures` are the answers of its sentence, `others` its other things."""
    mention = thing.mention
    assert isinstance(mention, TimeMention) and mention.timespan is not None
    span = mention.timespan
    bound = _with_figures(span, figures, desk)
    if bound:
        return supported(bound)
    if span.time_of_day and (not span.is_resolved or span.resolved_from == "text"):
        return _clock(thing, span, desk)
    reckoned = _is_reckoned(span)
    near = sorted(_near(thing, span, desk), key=lambda one: (-one.points, one.passage.key))
    published = _published(thing, span, desk)
    held = [one for one in near if one.held and one.points >= (ENOUGH_CITED if one.cited else ENOUGH)]
    held = [one for one in held if one.cited or not _is_dateline(one)]
    against = _against(thing, span, near, others)
    cited = [one for one in against if one.own and one.cover >= SAME_SENTENCE]
    if cited and not any(one.own for one in held) and not published and not reckoned:
        return _contradicted(span, cited)
    best = max((one.cover for one in held), default=0.0)
    if published and best < SAME_SENTENCE:
        return supported(published)
    if held:
        return supported([one.on("a") for one in sorted(held, key=lambda one: (not one.cited, -one.cover))])
    there = [one for one in near if one.held and one.own]
    if there:
        return supported([one.on("a") for one in sorted(there, key=lambda one: -one.points)])
    against = against or _beside_figures(span, near, figures) or _slips(span, near)
    if against and not reckoned:
        return _contradicted(span, against)
    dated = _dated_otherwise(thing, span, desk)
    if dated:
        told = f"{where(dated)} is of {dated[0].value}, not of {span.as_written}."
        return Answer("contradicted", told, first(dated), dated[0].value)
    like = desk.best(thing.passage)
    told = f"No source gives “{span.as_written}” for this."
    support: Support = "not-checked" if reckoned else "no-source-found"
    return Answer(support, told, (of_passage(like, None),) if like else ())


def _is_dateline(dated: Dated) -> bool:
    """Whether a time is only that on which a source came out, and not that of what a draft tells."""
    issued = dated.passage.study.date
    return issued is not None and dated.cover < SAME_SENTENCE and (dated.span.start or "").startswith(issued)


def _beside_figures(span: Timespan, near: Sequence[Dated], figures: Mapping[Thing, Answer]) -> list[Dated]:
    """The times of passages on which a figure of the sentence rests, where they give one other time of its kind."""
    resting = {(held.source, held.start) for answer in figures.values() for held in answer.for_it}
    found = [one for one in near if one.inside and one.own and one.passage.key in resting]
    return [
        one
        for one in found
        if _is_apart(span, one.span) and sum(each.granularity == span.granularity for each in one.passage.times) == 1
    ]


def _slips(span: Timespan, near: Sequence[Dated]) -> list[Dated]:
    """The times of cited passages that say some of the sentence, of which a slip of the pen makes the draft's."""
    alike = [one for one in near if one.own and one.inside and one.span.granularity == span.granularity]
    ours = (span.start or "")[:10].replace("-", "")
    return [
        one for one in alike if one.cover >= SAME_CLOCK and slipped(ours, (one.span.start or "")[:10].replace("-", ""))
    ]


_ISSUED = re.compile(
    r"\b(?:adopt|publish|releas|issu|sign|deliver|present|unveil|hand)(?:e?d|e?s|ing)?\b|\b(?:came out|appeared)\b",
    re.I,
)
_DOCUMENT = re.compile(
    r"\b(?:reports?|statement|letter|brief|briefing|bulletin|judg(?:e?)ment|ruling|decision|article|paper|study|release"
    r"|survey|review|audit|opinion|findings|results|accounts|summary)\b",
    re.I,
)


def _dated_otherwise(thing: Thing, span: Timespan, desk: Desk) -> list[Held]:
    """The source of which the sentence says when it came out, where that was on another day."""
    text, named = thing.passage.text, desk.cites(thing.passage) & desk.named(thing.passage)
    if span.granularity != "day" or len(named) != 1 or not (_ISSUED.search(text) and _DOCUMENT.search(text)):
        return []
    (source,) = named
    issued, own = desk.shelves.archive.studies[source].date, desk.shelves.of_source(source)
    if issued is None or len(issued) != 10 or not own or span.start is None or span.start[:10] == issued:
        return []
    return [of_passage(own[0], "b", in_granularity(issued, "day"))]


_FIXED = re.compile(r"\d{4}|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)


def _is_reckoned(span: Timespan) -> bool:
    """Whether a time is only told from another one ("a week later"), or from the day of writing ("this spring")."""
    told = span.resolved_from in ("text", "publication") and span.time_of_day is None
    return told and not _FIXED.search(span.as_written) and not names_month(span.as_written)


_BEFORE_TIMES = frozenset("after before between by during for from in on over since through until up within".split())


def _gives(words: str) -> str:
    """That a source gives a time: "has 2 March 2024", "says since 27 February"."""
    return f"{'says' if words.partition(' ')[0].lower() in _BEFORE_TIMES else 'has'} {words}"


def _contradicted(span: Timespan, against: Sequence[Dated]) -> Answer:
    told = "; ".join(f"{where([one.on('b')])} {_gives(in_words(one.span))}" for one in against[:2])
    held = first(one.on("b") for one in against)
    return Answer("contradicted", f"{told}, not {span.as_written}.", held, only(in_words(one.span) for one in against))


def _with_figures(span: Timespan, figures: Mapping[Thing, Answer], desk: Desk) -> list[Held]:
    """The passages on which a figure of the sentence rests, where they, or their claims, give the time."""
    found = []
    for answer in figures.values():
        for held in answer.for_it:
            passage = desk.shelves.at(held.source, held.start)
            spans = [held.claim.timespan] if held.claim and held.claim.timespan else []
            if passage is not None:
                spans += [each for one in (passage, *desk.shelves.before(passage)) for each in one.times]
            headed = passage is not None and span.as_written in (passage.block.row, passage.block.column)
            if headed or any(agree(span, theirs) for theirs in spans) or _was_told_by_then(span, held):
                found.append(held)
    return found


def _was_told_by_then(span: Timespan, held: Held) -> bool:
    """Whether a time is one up to which something was so ("by April"), and a source told it by then or right after."""
    issued = held.study.date
    if span.start is not None or span.end is None or issued is None:
        return False
    return issued < span.end or (len(issued) == 10 and days_between(span.end, issued) <= SLACK.get(span.granularity, 0))


def _near(thing: Thing, span: Timespan, desk: Desk) -> Iterator[Dated]:
    cited, own = desk.rests_on(thing.passage), desk.cites(thing.passage)
    concepts = _concepts(thing.passage, thing)
    for passage in dict.fromkeys((*desk.like(thing.passage), *_with_numbers(span, sorted(own), desk))):
        context = min(desk.context(thing.passage, passage), 3.0)
        cover = desk.shelves.cover(thing.passage, passage)
        if context < LEAST and passage.source not in own:
            continue
        kindred = 0.5 * bool(concepts & _concepts(passage))
        around = [(each, False) for before in desk.shelves.before(passage) for each in before.times]
        claimed = [(claim.timespan, False) for claim in passage.claims if claim.timespan and claim.timespan.is_resolved]
        for theirs, inside in (*((each, True) for each in passage.times), *claimed, *around):
            points = context + min(FINE.get(span.granularity, 0.0), FINE.get(theirs.granularity, 0.0))
            points += kindred - FAR_BEFORE * (not inside)
            yield Dated(
                passage,
                theirs,
                agree(span, theirs) or _is_one_end(span, theirs) or is_end_of(thing.passage, span, theirs),
                points,
                cover,
                inside,
                passage.source in cited,
                passage.source in own,
            )


def _with_numbers(span: Timespan, sources: Sequence[str], desk: Desk) -> Iterator[Passage]:
    """The passages of sources that hold the numbers with which a time is written."""
    numbers = {float(one) for one in re.findall(r"\d+", span.as_written)}
    for source in sources if numbers else ():
        yield from (one for one in desk.shelves.of_source(source) if numbers <= one.numbers)


def _is_one_end(one: Timespan, other: Timespan) -> bool:
    """Whether a time is that with which another begins ("since 2011", "in 2011")."""
    return one.start is not None and one.start == other.start and one.granularity == other.granularity


def _is_apart(one: Timespan, other: Timespan) -> bool:
    """Whether two times cannot be one: they share no day, or both run on from other days."""
    if relate(one, other) == "disjoint":
        return True
    running = one.end is None and other.end is None and one.granularity == other.granularity
    return running and one.start is not None and one.start != other.start


def _concepts(passage: Passage, thing: Thing | None = None) -> frozenset[str]:
    """What happens in a sentence, or in the clause of a thing."""
    events = [one for one in passage.mentions("event") if isinstance(one, EventMention) and one.concept]
    if thing is not None:
        events = [one for one in events if one.start <= thing.mention.end and thing.mention.start <= one.end]
    return frozenset(one.concept for one in events if one.concept)


def _clock(thing: Thing, span: Timespan, desk: Desk) -> Answer:
    """A time of day without a date of its own: the same time must stand in a passage that is like the sentence."""
    like = desk.like(thing.passage)
    for passage in like:
        if any(minutes_apart(span, other) == 0 for other in _clocks(passage)) and _is_like(thing, passage, desk):
            return supported([of_passage(passage, "a", span.as_written)])
    against = [one for one in like if one.source in desk.cites(thing.passage) and _clocks(one)]
    against = [one for one in against if desk.shelves.cover(thing.passage, one) >= SAME_CLOCK]
    if against:
        given = _clocks(against[0])
        told = f"{against[0].source} has {', '.join(one.as_written for one in given)}, not {span.as_written}."
        return Answer("contradicted", told, first(of_passage(one, "b", _clocks(one)[0].as_written) for one in against))
    told = f"No source gives “{span.as_written}” for this."
    return Answer("no-source-found", told, tuple(of_passage(one, None) for one in like[:1]))


def _clocks(passage: Passage) -> list[Timespan]:
    times = (one.timespan for one in passage.mentions("time") if isinstance(one, TimeMention) and one.timespan)
    return [one for one in times if one.time_of_day]


def _is_like(thing: Thing, passage: Passage, desk: Desk) -> bool:
    return passage.source in desk.cites(thing.passage) or desk.context(thing.passage, passage) >= LEAST


def _published(thing: Thing, span: Timespan, desk: Desk) -> list[Held]:
    """The sources of that date which the sentence cites or names: "a report of August 2022"."""
    found = []
    for id, study in desk.shelves.archive.studies.items():
        issued = study.date
        if issued is None or not _falls_in(issued, span):
            continue
        if id in desk.rests_on(thing.passage) or id in desk.named(thing.passage):
            passages = [one for one in desk.like(thing.passage) if one.source == id] or desk.shelves.of_source(id)
            found += [of_passage(passages[0], "a", issued)] if passages else []
    return found


_KNOWN: Mapping[str, int] = {"year": 4, "season": 7, "quarter": 7, "month": 7}


def _falls_in(issued: str, span: Timespan) -> bool:
    """Whether a date lies in a time, and is known as exactly as the time is: "2024" lies in no month of that year."""
    if not (span.start and span.end) or len(issued) < _KNOWN.get(span.granularity, 10):
        return False
    return span.start[: len(issued)] <= issued < span.end


def _against(thing: Thing, span: Timespan, near: Sequence[Dated], others: Sequence[Thing]) -> list[Dated]:
    """The times of passages that say the rest of the sentence, and that no other time of the sentence is."""
    told = [
        one.mention.timespan
        for one in others
        if one is not thing and isinstance(one.mention, TimeMention) and one.mention.timespan is not None
    ]
    if any(one.held and one.own and one.points >= LEAST + 0.5 for one in near if one.cover >= SAME_CITED):
        return []
    found = []
    for one in near:
        if not one.inside or one.cover < (SAME_CITED if one.own else SAME_SENTENCE):
            continue
        free = [each for each in one.passage.times if not any(agree(other, each) for other in told)]
        alike = one.span.granularity == span.granularity or "publication" not in (
            one.span.resolved_from,
            span.resolved_from,
        )
        apart = _is_apart(span, one.span) and alike
        if one.span in free and len(free) == 1 and apart and is_period(one.span) == is_period(span):
            found.append(one)
    return found
