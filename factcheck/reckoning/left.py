"""What is said to be left of a total, with the total and the parts that its paragraph tells."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.checking import Study
from factcheck.language.nouns import INVARIABLE, is_plural
from factcheck.reckoning.changes import NEARLY, same_kind
from factcheck.reckoning.figures import Figure, figures_in
from factcheck.reckoning.following import in_units, told_before
from factcheck.reckoning.parts import are_people
from factcheck.reckoning.sums import Sum, adds_up
from factcheck.records.document import Sentence

_BEFORE = re.compile(
    r"\b(?:the|its|their|his|her|our|these|those) (?:other|remaining|outstanding|last) $|"
    rf"\b(?:the|a|its|their) (?:balance|remainder|rest) of {NEARLY}$|"
    rf"\bstill (?:holds?|has|have|owns?|keeps?|owes?) {NEARLY}$|"
    rf"\b(?:leaves|leaving|left|leave) (?:(?:the|a|it|them|him|her|us)(?: [a-z]+)? (?:with )?)?{NEARLY}$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?: [a-z]+)? (?:(?:is|are|was|were) (?:still )?)?(?:left|outstanding)\b(?! (?:the|a|for|in)\b)|"
    r"(?: [a-z]+)? (?:to go|remain(?:s|ed)?)(?=[.,;]|$)|"
    r"(?: [a-z]+)? (?:is|are|was|were) still (?:vacant|empty|free|open|unfilled|unpaid|unsold|due|waiting|to [a-z]+)\b"
)
_OF_TOTAL = re.compile(r"\b(?:of|out of|from|among) (?:(?:the|its|their|his|her|all|all the) )?$", re.IGNORECASE)
_AND = re.compile(rf"\band (?:[\w’'-]+ ){{0,3}}?{NEARLY}$")
_MOST, _MOST_TRIED = 3, 6
_NEAR = 0.3
_DIMENSIONS = ("count", "money", "mass", "length", "area", "volume")


def left_over(study: Study, number: int) -> Iterator[Sum]:
    """ "Convicted on nine of 14 counts; the jury cleared him of four and could not agree on the other two": a total,
    the parts told with it, and what is left; one that adds up, if any does."""
    text, sentence = study.document.text, study.document.sentences[number]
    figures = figures_in(study, sentence.start, sentence.end)
    place = next((place for place, item in enumerate(figures) if _is_left(text, sentence, item)), None)
    if place is None:
        return
    earlier = told_before(study, number)
    told = [_bare(item) for item in in_units([*earlier, *figures])]
    last = told[len(earlier) + place]
    before = [item for item in told if item.start < last.start and _may_be(item, last)]
    behind = [item for item in told if item.start > last.start and _may_be(item, last)]
    for total in _totals(text, before, last):
        parts = [item for item in before if item is not total]
        sums = [Sum(total, (*some, last), complete=True, exclusive=True) for some in _choices([*parts, *behind])]
        fitting = next((item for item in sums if adds_up(item)), None)
        meant = Sum(total, (*parts, last), complete=True, exclusive=True)
        apart = abs(math.fsum(item.value for item in meant.parts) - total.value)
        if fitting or (0 < len(parts) <= _MOST and apart <= _NEAR * total.value):
            yield fitting or meant


def _is_left(text: str, sentence: Sentence, item: Figure) -> bool:
    if not item.is_exact or item.dimension not in _DIMENSIONS:
        return False
    before = _BEFORE.search(text, max(item.start - 60, sentence.start), item.start)
    return before is not None or _AFTER.match(text, item.end, sentence.end) is not None


def _bare(item: Figure) -> Figure:
    """A number without its noun, where that is none: "the other 410 follow", "1,700 apple and 900 pear"."""
    word = (item.unit or "").split(" ")[-1].lower()
    is_noun = is_plural(word) or word in INVARIABLE or item.value <= 1
    return item if item.dimension != "count" or is_noun else replace(item, unit=None)


def _may_be(item: Figure, last: Figure) -> bool:
    alike = item.is_like(last) and item.is_exact and not item.change
    return alike and (same_kind(item, last) or are_people(item, last))


def _totals(text: str, before: Sequence[Figure], last: Figure) -> list[Figure]:
    """What may be the total: what something is said to be of, else what is told first, if it is the most."""
    found = [item for item in before if _OF_TOTAL.search(text, max(item.start - 20, 0), item.start)]
    if found or text.lower().endswith("last ", 0, last.start):
        return found
    beside = len(before) > 1 and _AND.search(text, before[0].end, before[1].start) is not None
    return [item for item in before[:1] if not beside and all(one.value <= item.value for one in before)]


def _choices(parts: Sequence[Figure]) -> Iterator[list[Figure]]:
    few = parts[:_MOST_TRIED]
    for mask in range(1, 1 << len(few)):
        yield [item for place, item in enumerate(few) if mask >> place & 1]
