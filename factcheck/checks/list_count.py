"""A stated count does not fit a list of the same things.

It holds counts ("has visited Norway six times", "only one trip", "six incidents … are listed in Annex 1") against
lists whose heading names the same kind of thing, the same place and the same person, in the same document or in
another. Entries after the day up to which the count runs are left out. Where an entry stands in parentheses or is
something less (a transit), the count fits with it or without it, and the finding says which. It stays silent where
the list cannot be tied to the count by names or by a reference, and on counts of a part ("two of them").

What settles it: what is counted as one, and up to which day.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.people import names_in, names_within
from factcheck.contexts.places import block_around, sentence_at, sentences_of, within
from factcheck.contexts.times import Interval, interval, issued
from factcheck.lengths.durations import stated
from factcheck.lists.counted_lists import CountedList, Entry, counted_lists, kind_of
from factcheck.reckoning.figures import figure_of
from factcheck.records.document import Sentence
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.records.mention import EventMention, QuantityMention, TimeMention

_PART = re.compile(r"^ of (?:them|these|those|which|whom|his|her|their|its)\b")
_FURTHER = re.compile(r"\b(?:another|further|more|additional|other|of his|of her|of their|one of) ?$")
_WINDOW = re.compile(r"^(?: [\w-]+){0,4} (?:in|during|between|since|by|from|over|within)(?: the)? ?$")
_THAT_PERIOD = re.compile(r"\b(?:[Oo]ver|[Dd]uring|[Ii]n|[Tt]hroughout) (?:that|this|the same) (?:period|time|term)\b")
_REIGN = re.compile(r"\b(?:[Uu]nder|[Dd]uring)(?: the)? $")
_SOME = re.compile(
    r"\b(?:those|some|most|many|several|a few|a selection|selected|examples?) (?:of|that|for|are|among|from)\b"
    r"|\bthe (?:main|most|largest|longest|latest|rest|others?|last|first)\b",
    re.IGNORECASE,
)
"""What says that only some of those counted are listed."""
_MOST_SHOWN = 10
_MOST_BEFORE = 6


@dataclass(frozen=True)
class _Count:
    """A stated count: its sentence, its bounds, and the window that it is said of."""

    study: Study
    quantity: QuantityMention
    sentence: Sentence
    low: float
    high: float
    first: date | None
    last: date | None
    refers: bool
    """Whether the sentence itself refers to the list."""


_Stated = tuple[Study, QuantityMention, Sentence]


def run(archive: Archive, whole: Archive) -> Iterable[Finding]:
    """The counts that do not fit a list."""
    lists = [found for study in archive.holding(CHECK) for found in counted_lists(study)]
    stated = _stated(archive, {counted.kind for counted in lists})
    for counted in lists:
        judged: dict[tuple[int, int, int], list[_Count]] = defaultdict(list)
        for count in _counts(stated.get(counted.kind, ()), counted):
            strong, every = _entries(counted, count)
            if len(strong) == len(every) and count.low <= len(every) <= count.high:
                continue
            if every:
                about = round(count.quantity.quantity.low)
                judged[(about, len(strong), len(every))].append(count)
        for (about, strong_count, all_count), counts in sorted(judged.items(), key=lambda entry: entry[0]):
            yield _finding(counted, counts, about, strong_count, all_count)


def _stated(archive: Archive, kinds: set[str]) -> dict[str, list[_Stated]]:
    """The counts of all documents, by the kind of thing that is counted."""
    found: dict[str, list[_Stated]] = defaultdict(list)
    for study in archive.studies.values() if kinds else ():
        for quantity in study.seen(QuantityMention):
            if not _may_count(study.document.text, quantity):
                continue
            sentence = sentence_at(study.document, quantity.start)
            kind = _kind(study, quantity, sentence) if sentence is not None else None
            if sentence is not None and kind in kinds:
                found[kind].append((study, quantity, sentence))
    return found


def _counts(stated: Iterable[_Stated], counted: CountedList) -> Iterator[_Count]:
    """The counts of the things that a list lists."""
    for study, quantity, sentence in stated:
        own = study is counted.study
        if own and _is_inside(sentence, counted):
            continue
        refers = own and (_refers(study, sentence, counted) or _leads_to(study, sentence, counted))
        if refers and _SOME.search(study.document.text, quantity.end, sentence.end):
            continue
        if not refers and (counted.introduced or not _is_of(study, sentence, quantity.start, counted)):
            continue
        window = _window(study, quantity, sentence)
        if window is not None:
            figure = figure_of(quantity)
            yield _Count(study, quantity, sentence, figure.low, figure.high, window[0], window[1], refers)


def _may_count(text: str, quantity: QuantityMention) -> bool:
    value = quantity.quantity
    if value.form != "value" or value.dimension != "count" or value.is_range or not value.low.is_integer():
        return False
    return not _PART.match(text, quantity.end) and not _FURTHER.search(
        text, max(quantity.start - 20, 0), quantity.start
    )


def _is_inside(sentence: Sentence, counted: CountedList) -> bool:
    return counted.heading[0] <= sentence.start and sentence.start < counted.mention.end


def _kind(study: Study, quantity: QuantityMention, sentence: Sentence) -> str | None:
    """What is counted: the noun, or for "six times" what is done so often."""
    unit = quantity.quantity.unit
    if unit is None:
        return None
    if unit != "times":
        return kind_of(unit.split()[-1])
    events = within(study.seen(EventMention), sentence.start, sentence.end)
    near = [item for item in events if item.start <= quantity.start < item.end]
    if not near:
        return None
    event = max(near, key=lambda item: item.start)
    return kind_of(event.concept or event.verb)


def _refers(study: Study, sentence: Sentence, counted: CountedList) -> bool:
    """Whether the sentence refers to the part of the document that the list stands in."""
    for reference in study.citations.references:
        if sentence.start <= reference.start < sentence.end and reference.block is not None:
            return study.document.blocks[reference.block].start == counted.heading[0]
    return False


def _leads_to(study: Study, sentence: Sentence, counted: CountedList) -> bool:
    """Whether the list is introduced ("The objects are:") a few sentences after this one."""
    sentences = study.document.sentences
    first = bisect_right(sentences, counted.heading[0] - 1, key=lambda item: item.start)
    label = counted.heading[0]
    number = re.match(r"(\d{1,3})[.)]?\s", study.document.text[label : label + 6])
    if number and re.search(rf"\bparagraph {number[1]}\b", study.document.text[sentence.start : sentence.end]):
        return True
    return counted.introduced and any(item == sentence for item in sentences[max(first - _MOST_BEFORE, 0) : first])


def _is_of(study: Study, sentence: Sentence, before: int, counted: CountedList) -> bool:
    """Whether the sentence names the places of the list's heading, and before the count none but its people."""
    if not counted.scope and not counted.people:
        return False
    names = names_within(study, sentence.start, sentence.end)
    entities = {item.entity for item in names}
    if not counted.scope <= entities:
        return False
    people = {item.entity for item in names if item.type == "person" and item.start < before}
    if counted.people and people:
        return any(set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())
                   for one in people for other in counted.people)  # fmt: skip
    return not counted.people or bool(counted.people & study.names)


def _window(study: Study, quantity: QuantityMention, sentence: Sentence) -> tuple[date | None, date | None] | None:
    """The first day and the day after the last that the count is said of; null where that cannot be told."""
    text = study.document.text
    own = issued(study)
    last = own[1] if own else None
    if _THAT_PERIOD.search(text, sentence.start, sentence.end):
        reign = _reign(study, sentence)
        return (reign[0], reign[1]) if reign else None
    for item in within(study.seen(TimeMention), quantity.end, sentence.end):
        if item.start - quantity.end > 45:
            break
        lead = text[quantity.end : item.start]
        span = item.timespan
        if item.duration is not None and (span is None or not span.is_resolved):
            return (None, last) if stated(item.duration) is not None else None
        if span is None or not span.is_resolved or not (_WINDOW.match(lead) or span.start is None or span.end is None):
            continue
        found = interval(span)
        begins = found[0] if found else date.fromisoformat(span.start[:10]) if span.start else None
        ends = found[1] if found else date.fromisoformat(span.end[:10]) if span.end else last
        return begins, ends
    return None, last


def _reign(study: Study, sentence: Sentence) -> Interval | None:
    """ "Under the Roe government … Over that period": the years that the document gives for Roe in parentheses."""
    text = study.document.text
    block = study.document.blocks[sentence.block]
    before = [item for item in sentences_of(study.document, block) if item.start < sentence.start][-2:]
    for earlier in reversed(before):
        for name in names_in(study):
            if not earlier.start <= name.start < earlier.end or not _REIGN.search(text, earlier.start, name.start):
                continue
            for other in names_in(study):
                if other.entity == name.entity and text[other.end : other.end + 2] == " (":
                    times = within(study.seen(TimeMention), other.end, other.end + 20)
                    spans = [interval(item.timespan) for item in times]
                    if spans and spans[0] is not None:
                        return spans[0]
    return None


def _entries(counted: CountedList, count: _Count) -> tuple[list[Entry], list[Entry]]:
    """The entries in the count's window: those that surely count, and all."""
    inside = [entry for entry in counted.entries if _is_in(entry, count)]
    return [entry for entry in inside if not entry.weak], inside


def _is_in(entry: Entry, count: _Count) -> bool:
    if entry.when is None:
        return True
    after = count.first is None or entry.when[1] > count.first
    return after and (count.last is None or entry.when[0] < count.last)


def _finding(counted: CountedList, counts: Sequence[_Count], about: int, strong_count: int, all_count: int) -> Finding:
    count = counts[0]
    text = count.study.document.text
    said = f"{text[count.quantity.start : count.quantity.end]} {count.quantity.quantity.unit or ''}".strip()
    every = _entries(counted, count)[1]
    fits = any(strong_count <= item.high and item.low <= all_count for item in counts)
    plain = f"{all_count}" if strong_count == all_count else f"{strong_count} or {all_count}"
    noun = " ".join(counted.name.split())
    steps = [
        Step(code="entries-counted", text=f"The list has {len(counted.entries)} entries, {all_count} of them by then."),
        *(Step(code="entry-apart", text=_apart(counted, entry)) for entry in every if entry.weak),
    ]
    if fits:
        steps.append(
            Step(code="fits-one-reading", text=f"{said} fits only {'with' if about > strong_count else 'without'} it.")
        )
    sure = count.refers and not fits
    return finding(
        CHECK,
        fact=(counted.study.source.id, noun, str(about), plain),
        verdict="conflict" if sure else "possible-conflict",
        message=f"“{said}” is stated; the list “{noun[:60]}” has {plain} by then.",
        sides=(
            [evidence_at(item.study, item.quantity.start, item.quantity.end, value=said) for item in counts],
            list(_shown(counted, every, plain)),
        ),
        context=[evidence_at(counted.study, *counted.heading, widen=False)],
        steps=steps,
        settle="What counts as one, and up to which day?",
        weight=0.85,
        kind="enumeration" if count.study is counted.study else "count",
    )


def _apart(counted: CountedList, entry: Entry) -> str:
    words = " ".join(counted.study.document.text[entry.start : entry.end].split())
    return f"One entry is set apart from the others: {words[:80]}."


def _shown(counted: CountedList, entries: Sequence[Entry], plain: str) -> Iterator[Evidence]:
    """The entries that were counted, those set apart first."""
    ranked = sorted(entries, key=lambda entry: (not entry.weak, entry.start))[:_MOST_SHOWN]
    for entry in ranked:
        block = block_around(counted.study.document, entry.start)
        start = block.start if block else entry.start
        yield evidence_at(counted.study, start, entry.end, value=plain, widen=False)


_BRIEF = (
    "# Neighbours\n\nThe two countries are close.\n\n## Appendix A: Visits of Ada Berg to Norway\n\n"
    "1. June 2013: talks in Oslo.\n2. May 2017: a tour of the fleet.\n3. April 2019: {}a conference.\n"
    "4. July 2022: a pagoda.\n"
)

CHECK = Check(
    id="list-count",
    kind="count",
    title="A stated count does not fit a list of the same things",
    reads=Archive,
    run=run,
    holds=lambda study: any(True for _ in counted_lists(study)),
    examples=(
        Example(
            documents={"item": "Ada Berg has visited Norway four times so far.", "brief.md": _BRIEF.format("")},
            dates={"item": "2021-04-12", "brief.md": "2022-08-04"},
            expect="possible-conflict",
        ),
        Example(
            documents={"item": "Ada Berg has visited Norway three times so far.", "brief.md": _BRIEF.format("")},
            dates={"item": "2021-04-12", "brief.md": "2022-08-04"},
            expect=None,
        ),
        Example(
            documents={
                "item": "Ada Berg has visited Norway four times so far.",
                "brief.md": _BRIEF.format("(transit) "),
            },
            dates={"item": "2023-04-12", "brief.md": "2023-08-04"},
            expect="possible-conflict",
        ),
        Example(
            documents={
                "appeal.md": "Police seek seven objects.\n\nThe objects are:\n\n1. a psalter\n2. a chalice\n3. a comb\n"
            },
            expect="conflict",
        ),
        Example(
            documents={
                "report": "Four recommendations are made at the end.\n\nWe recommend that the board: (a) publish its "
                "minutes; (b) have its schedules checked; and (c) tell ministers sooner."
            },
            expect="conflict",
        ),
        Example(
            documents={"item": "Ada Berg has visited Chile twice so far.", "brief.md": _BRIEF.format("")},
            dates={"item": "2021-04-12", "brief.md": "2022-08-04"},
            expect=None,
        ),
    ),
)
