"""What can be reckoned from the figures of a document, and what documents state that another's figures may give.

From parts that are listed follows their sum, from a part and its whole a share, from two values of two times a change.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any, Literal

from factcheck.checking import Gathering, Study
from factcheck.checks.share import shares_in
from factcheck.contexts.places import within
from factcheck.identity import measure_terms
from factcheck.language.trends import OTHER_BASIS
from factcheck.reckoning.changes import NEARLY, pair_of
from factcheck.reckoning.figures import Figure, figures_in
from factcheck.reckoning.parts import MORE, are_plain, runs, said_of
from factcheck.reckoning.turnout import TURNOUT, votes_told
from factcheck.records.document import Sentence
from factcheck.records.mention import QuantityMention
from factcheck.wording import content

Way = Literal["sum", "share", "turnout", "change", "rest", "product", "each", "difference"]

_OF_THESE = re.compile(rf"^(?:Of|Among) (?:these|them|those|that|this)(?: [a-z]+)?,? {NEARLY}$")
_OF_THE = re.compile(
    rf"^(?: [\w’'-]+){{0,3}} (?:of|among|out of) (?:the|its|their|all|all the|those|a total of) {NEARLY}$"
)
_OF_WHICH = re.compile(rf"^[^.;:]{{0,80}}, (?:of|among) (?:which|whom),? {NEARLY}$")
_TOTAL_BEFORE = re.compile(
    rf"\b(?:in all|in total|altogether|all told|a (?:combined )?total of|totall?ing|together|combined|in sum),? "
    rf"(?:[\w’'-]+ ){{0,3}}{NEARLY}$",
    re.IGNORECASE,
)
_TOTAL_AFTER = re.compile(r"^(?: [\w’'-]+){0,3},? (?:in all|in total|altogether|all told|between them|combined)\b")
_OPENING = re.compile(r"^(?:Of|Among|Out of) (?:the|its|their|all|all the) $")
_ACCOUNTED = re.compile(rf"\b(?:accounted for|made up|saw) {NEARLY}$")
_EACH = re.compile(r"^(?: [a-z]+)? (?:each|apiece)\b|^ (?:a|per) (?:head|piece|person)\b| on average\b")
_COST = re.compile(
    rf"\b(?:total (?:cost|price|value|bill) of|in all|altogether|a total of|paid|spent|costs?|worth|bill of|"
    rf"price of) {NEARLY}$"
)
_THAN = re.compile(r"^(?: [\w’'-]+){0,3}? (?:more|fewer|less|higher|lower|above|below)(?: [\w’'-]+){0,3} than\b")
_MORE_THAN = re.compile(r"^ (?:more|fewer|less)(?: [\w’'-]+){0,3} than\b")
_QUARTERS = (
    ("@q1", "january february march", "first quarter"), ("@q2", "april may june", "second quarter"),
    ("@q3", "july august september", "third quarter"), ("@q4", "october november december", "fourth quarter"),
)  # fmt: skip
_HALVES = {"first half": ("@q1", "@q2"), "second half": ("@q3", "@q4")}
_OTHERS = {
    "girl": "boy", "boy": "girl", "man": "woman", "woman": "man", "adult": "child", "child": "adult",
    "male": "female", "female": "male",
}  # fmt: skip
"""Nouns for two groups that are all there is."""
_FEW = range(2, 10)
_FEWEST_PARTS = 3


@dataclass(frozen=True)
class Reckoned:
    """A value that stands at `text[start:end]`, or follows from the figures there: a sum in its unit, else a part of
    one. `nouns` tells what it is of, `words` what is said around it; `parts` is how many figures it is made of."""

    way: Way
    low: float
    high: float
    unit: str | None
    start: int
    end: int
    nouns: tuple[str, ...]
    words: tuple[str, ...]
    written: str
    parts: int = 0

    def fits(self, other: "Reckoned") -> bool:
        """Whether both may be one value."""
        return self.low <= other.high and other.low <= self.high

    @property
    def middle(self) -> float:
        """The middle of its bounds."""
        return (self.low + self.high) / 2


def _gather(study: Study) -> list[list[dict[str, Any]]]:
    """What follows from figures, and what is stated, as plain values."""
    found = [asdict(item) for item in _follows(study)], [asdict(item) for item in _stated(study)]
    return [*found]


RECKONED = Gathering("reckoned", _gather)


def reckoned(study: Study) -> tuple[list[Reckoned], list[Reckoned]]:
    """What follows from the figures of a study, and what it states."""
    follows, stated = ([_unpacked(item) for item in items] for items in study.gathered(RECKONED))
    return follows, stated


def _unpacked(packed: dict[str, Any]) -> Reckoned:
    return Reckoned(**{**packed, "nouns": tuple(packed["nouns"]), "words": tuple(packed["words"])})


# What follows


def _follows(study: Study) -> Iterator[Reckoned]:
    before: list[Figure] = []
    last: Sentence | None = None
    voters: list[Figure] = []
    votes: list[Figure] = []
    for sentence in study.document.sentences:
        figures = [item for item in figures_in(study, sentence.start, sentence.end, apart=True) if _is_plain(item)]
        yield from _sums(study, sentence, last, figures)
        yield from _parts_of(study, sentence, last, figures, before)
        yield from _changed(study, sentence, figures)
        yield from _priced(study, sentence)
        entitled, cast = votes_told(study.document.text, sentence, figures)
        voters, votes = [*voters, *entitled], [*votes, *cast]
        before, last = figures, sentence
    if len(voters) == len(votes) == 1 and 0 < votes[0].low < voters[0].low:
        yield _share(study, votes[0], voters[0], (), "turnout")


def _is_plain(item: Figure) -> bool:
    return item.is_exact and not item.change and item.dimension not in ("share", "share-point", "factor", "age", "time")


def _sums(study: Study, sentence: Sentence, last: Sentence | None, figures: Sequence[Figure]) -> Iterator[Reckoned]:
    """ "A got 14 million, B 22 million and C 19 million"."""
    text = study.document.text
    for parts in runs(text, figures):
        said = said_of(text, parts, sentence.end)
        if len(parts) < _FEWEST_PARTS or not are_plain(said[:-1]) or MORE.search(text, sentence.start, sentence.end):
            continue
        units = {part.unit for part in parts if part.unit}
        if len(units) > 1 or any(item.start < parts[0].start or item.end > parts[-1].end for item in figures):
            continue
        low, high = sum(part.low for part in parts), sum(part.high for part in parts)
        start, end = parts[0].start, parts[-1].end
        near = last if last is not None and last.block == sentence.block else sentence
        said_there = _words(text[near.start : sentence.end])
        yield Reckoned("sum", low, high, _unit(parts[0]), start, end, (), said_there, text[start:end], len(parts))


def _unit(item: Figure) -> str | None:
    return item.unit if item.dimension != "count" else None


def _parts_of(
    study: Study, sentence: Sentence, last: Sentence | None, figures: Sequence[Figure], before: Sequence[Figure]
) -> Iterator[Reckoned]:
    """ "1,260 of the 4,200 complaints"; "We received 4,200 complaints. Of these, 1,260 …"."""
    text = study.document.text
    if not figures:
        return
    first = figures[0]
    near = last is not None and last.block == sentence.block
    if near and len(before) == 1 and _OF_THESE.match(text[sentence.start : first.start]) and _may_be(first, before[0]):
        yield _share(study, first, before[0], _words(text[first.end : sentence.end]))
    accounted = len(figures) == 1 and _ACCOUNTED.search(text, sentence.start, first.start) is not None
    if last is not None and near and len(before) == 1 and accounted and _may_be(first, before[0]):
        yield from _rest(study, first, before[0], (last.start, sentence.end))
    if len(figures) == 2 and _OPENING.match(text[sentence.start : first.start]) and _may_be(figures[1], first):
        yield _share(study, figures[1], first, _words(text[figures[1].end : sentence.end]))
        yield from _rest(study, figures[1], first, (sentence.start, sentence.end))
    for one, other in pairwise(figures):
        gap = text[one.end : other.start]
        if _OF_THE.match(gap) and _may_be(one, other):
            yield _share(study, one, other, _words(text[sentence.start : sentence.end]))
        elif _OF_WHICH.match(gap) and _may_be(other, one):
            yield _share(study, other, one, _words(text[other.end : sentence.end]))


def _rest(study: Study, part: Figure, whole: Figure, span: tuple[int, int]) -> Iterator[Reckoned]:
    """ "Of the 480 pupils 264 are girls": 216 are boys; 34 in the first half and 13 to March: 21 from April."""
    text = study.document.text
    said = " ".join(text[span[0] : span[1]].split())
    words, after = _words(said), _words(text[part.start : span[1]])
    others = [_OTHERS[word] for word in after if word in _OTHERS]
    for half, quarters in _HALVES.items():
        known = [quarter for quarter in quarters if quarter in words]
        others += [one for one in quarters if half in said.lower() and len(known) == 1 and one not in known]
    if len(others) == 1 and whole.dimension == "count":
        low, high = whole.low - part.high, whole.high - part.low
        written = f"{text[part.start : part.end]} of {text[whole.start : whole.end]}"
        words = tuple({*words, *measure_terms(whole.unit or "")})
        yield Reckoned("rest", low, high, None, part.start, part.end, tuple(others), words, written, 2)


def _priced(study: Study, sentence: Sentence) -> Iterator[Reckoned]:
    """ "20,000 kits at 15 dollars each", "84 flats at a total cost of 12.6 million euros"."""
    text = study.document.text
    figures = [item for item in figures_in(study, sentence.start, sentence.end) if item.dimension != "time"]
    counts = [item for item in figures if item.dimension == "count" and item.is_exact and item.low >= min(_FEW)]
    amounts = [item for item in figures if item.dimension == "money" and item.is_exact]
    if len(figures) != 2 or len(counts) != 1 or len(amounts) != 1:
        return
    count, amount = counts[0], amounts[0]
    key = (f"#{count.value:g}",)
    start, end = min(count.start, amount.start), max(count.end, amount.end)
    words, written = _words(text[sentence.start : sentence.end]), " ".join(text[start:end].split())
    if _is_each(text, sentence, amount):
        low, high = count.low * amount.low, count.high * amount.high
        yield Reckoned("product", low, high, amount.unit, start, end, key, words, f"{written} each", 2)
    elif amount.per is None and _COST.search(text, sentence.start, amount.start):
        low, high = amount.low / count.high, amount.high / count.low
        yield Reckoned("each", low, high, amount.unit, start, end, key, words, written, 2)


def _is_each(text: str, sentence: Sentence, item: Figure) -> bool:
    return _EACH.search(text[item.end : min(item.end + 40, sentence.end)]) is not None


def _may_be(part: Figure, whole: Figure) -> bool:
    alike = part.dimension == whole.dimension and (part.dimension == "count" or part.unit == whole.unit)
    return alike and 0 < part.low < whole.low


def _share(study: Study, part: Figure, whole: Figure, words: tuple[str, ...], way: Way = "share") -> Reckoned:
    text = study.document.text
    written = f"{text[part.start : part.end]} of {text[whole.start : whole.end]}"
    nouns = tuple(sorted(measure_terms(whole.unit or ""))) if whole.dimension == "count" else ()
    start, end = part.start, part.end
    return Reckoned(way, part.low / whole.high, part.high / whole.low, None, start, end, nouns, words, written, 2)


def _changed(study: Study, sentence: Sentence, figures: Sequence[Figure]) -> Iterator[Reckoned]:
    """ "96,000 visits, compared with 120,000 in the previous year"."""
    text = study.document.text
    if len(figures) != 2 or OTHER_BASIS.search(text, sentence.start, sentence.end):
        return
    behind = Figure(sentence.end, sentence.end, 0.0, 0.0, None, "share")
    pair = pair_of(text, sentence, behind, figures, loose=False)
    if pair is None or pair.old.low <= 0 or pair.old.dimension != pair.new.dimension:
        return
    nouns = {term for item in figures if item.dimension == "count" for term in measure_terms(item.unit or "")}
    start, end = figures[0].start, figures[-1].end
    low, high = pair.new.low / pair.old.high - 1, pair.new.high / pair.old.low - 1
    words = _words(text[sentence.start : sentence.end])
    written = f"{text[pair.old.start : pair.old.end]} to {text[pair.new.start : pair.new.end]}"
    yield Reckoned("change", low, high, None, start, end, tuple(sorted(nouns)), words, written, 2)
    low, high = sorted((abs(pair.new.low - pair.old.high), abs(pair.new.high - pair.old.low)))
    unit = _unit(pair.new)
    yield Reckoned("difference", low, high, unit, start, end, tuple(sorted(nouns)), words, written, 2)


# What is stated


def _stated(study: Study) -> Iterator[Reckoned]:
    text = study.document.text
    for sentence in study.document.sentences:
        words = _words(text[sentence.start : sentence.end])
        for item in figures_in(study, sentence.start, sentence.end):
            before, after = text[sentence.start : item.start], text[item.end : sentence.end]
            if _is_plain(item) and (_TOTAL_BEFORE.search(before[-80:]) or _TOTAL_AFTER.match(after[:60])):
                nouns = tuple(sorted(measure_terms(item.unit or ""))) if item.dimension == "count" else ()
                written = text[item.start : item.end]
                yield Reckoned("sum", item.low, item.high, _unit(item), item.start, item.end, nouns, words, written)
            elif _is_plain(item):
                yield from _plainly(study, sentence, item, words)
        mentions = {item.start: item for item in within(study.seen(QuantityMention), sentence.start, sentence.end)}
        turnout = TURNOUT.search(text, sentence.start, sentence.end) is not None
        for share in shares_in(study, sentence):
            mention = mentions[share.start]
            nouns = tuple(sorted(measure_terms(mention.quantity.of or "")))
            way: Way = "turnout" if turnout else "share"
            if nouns or turnout:
                written = text[share.start : share.end]
                every = OF_ALL if _ALL.match(text, share.end) else 0
                yield Reckoned(way, share.low, share.high, None, share.start, share.end, nouns, words, written, every)
        if not OTHER_BASIS.search(text, sentence.start, sentence.end):
            yield from _changes(study, sentence, words)


def _plainly(study: Study, sentence: Sentence, item: Figure, words: tuple[str, ...]) -> Iterator[Reckoned]:
    """What a figure may be meant for that is not said to be a sum: a sum of so many, a rest, a price, a difference."""
    text = study.document.text
    nouns = tuple(sorted(measure_terms(item.unit or ""))) if item.dimension == "count" else ()
    place, written = (item.start, item.end), text[item.start : item.end]
    after = text[item.end : min(item.end + 80, sentence.end)]
    if _MORE_THAN.match(after) or (nouns and _THAN.match(after)):
        yield Reckoned("difference", item.low, item.high, _unit(item), *place, nouns, words, written)
        return
    of_several = any(f"#{count}" in words for count in _FEW) or any(word.startswith("@") for word in words)
    if of_several and item.low > max(_FEW):
        yield Reckoned("sum", item.low, item.high, _unit(item), *place, nouns, words, written, _UNSAID)
    if item.dimension == "count" and (set(nouns) & set(_OTHERS) or any(word.startswith("@") for word in words)):
        yield Reckoned("rest", item.low, item.high, None, *place, nouns, words, written)
    if item.dimension == "money" and item.per is None:
        way: Way = "each" if _is_each(text, sentence, item) else "product"
        yield Reckoned(way, item.low, item.high, item.unit, *place, (), words, written)


OF_ALL = 1
"""Parts of a share that is said to be of all."""
_ALL = re.compile(r" of (?:all|all the|the total) [a-z]+(?! (?:to|for|by|of|with|from|who|under|over|aged)\b)")
_UNSAID = -1
"""Parts of a sum that is not said to be one."""


def _changes(study: Study, sentence: Sentence, words: tuple[str, ...]) -> Iterator[Reckoned]:
    """ "Visits fell by a third"."""
    for item in within(study.seen(QuantityMention), sentence.start, sentence.end):
        if item.quantity.dimension != "share":
            continue
        quantity, sign = item.quantity, {"up": 1, "down": -1}.get(item.quantity.trend or item.quantity.modifier)
        if (
            quantity.form != "change"
            or sign is None
            or quantity.is_range
            or quantity.per
            or quantity.bound in ("<", ">")
        ):
            continue
        value = quantity.low / 100 if quantity.unit == "percent" else quantity.low
        slack = max(quantity.precision / 200 if quantity.unit == "percent" else value * 0.1, value * 0.05)
        low, high = sorted((sign * (value - slack), sign * (value + slack)))
        nouns = tuple(sorted(measure_terms(quantity.of or "")))
        yield Reckoned("change", low, high, None, item.start, item.end, nouns, words, quantity.as_written)


def _words(text: str) -> tuple[str, ...]:
    line = " ".join(text.split())
    words, figures = content(line)
    low = line.lower()
    months = set(re.findall(r"[a-z]+", low))
    quarters = (
        key for key, names, name in _QUARTERS if name in low or set(names.split()) <= months or _spans(names, low)
    )
    return tuple(sorted({*words, *(f"#{figure:g}" for figure in figures), *quarters}))


def _spans(months: str, text: str) -> bool:
    """Whether a text tells of the time from the first to the last of some months."""
    first, _, last = months.split()
    return any(f"{first}{between}{last}" in text for between in (" to ", "-to-", "–", "-", " through "))
