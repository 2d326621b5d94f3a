"""What is said to be left of a total, with the total and the parts that its paragraph tells."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

from factcheck.checking import Study
from factcheck.contexts.places import within
from factcheck.language.nouns import INVARIABLE, is_plural
from factcheck.reckoning.changes import COMPARES, NEARLY, same_kind
from factcheck.reckoning.figures import Figure, figures_in
from factcheck.reckoning.following import in_units, sentences_told, told_before
from factcheck.reckoning.parts import are_people
from factcheck.reckoning.sums import Sum, adds_up
from factcheck.records.mention import QuantityMention

_BEFORE = re.compile(
    r"\b(?:the|its|their|his|her|our|these|those) (?:other|remaining|outstanding|last) $|"
    rf"\b(?:the|a|its|their) (?:balance|remainder|rest) of {NEARLY}$|"
    rf"\bstill (?:holds?|has|have|owns?|keeps?|owes?) {NEARLY}$|"
    rf"\b(?:leaves|leaving|left|leave) (?:(?:the|a|it|them|him|her|us)(?: [a-z]+)? (?:with )?)?{NEARLY}$",
    re.IGNORECASE,
)
_LEAVES = re.compile(r"\b(?:leaves|leaving|left|leave|means)\b|, so(?: that)? [^,]*$")
"""What is drawn from a total and parts of one kind, whatever it is called itself."""
_MEANS = re.compile(rf"\b(?:which|that|this) means(?: that)? {NEARLY}$|, so(?: that)? {NEARLY}$", re.IGNORECASE)
_MORE = re.compile(rf"(?: [a-z]+)? {COMPARES} than\b")
_OF = re.compile(r" of (?:the|its|their|all|all the|his|her) ")
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
    place = next((place for place, item in enumerate(figures) if _is_left(study, number, item)), None)
    if place is None:
        return
    earlier = told_before(study, number)
    told = [_bare(item) for item in in_units([*earlier, *figures])]
    last = told[len(earlier) + place]
    drawn = _LEAVES.search(text, max(last.start - 60, sentence.start), last.start) is not None
    if last.dimension == "count" and drawn:
        last = replace(last, unit=None)
    told = [item for item in told if not _MORE.match(text, item.end)]
    before = [item for item in told if item.start < last.start and _may_be(item, last)]
    behind = [item for item in told if item.start > last.start and _may_be(item, last)]
    if before and _is_made_of(last, [*before, *behind]):
        yield Sum(last, (last,), complete=True, exclusive=True)
        return
    for total in _totals(text, before, last):
        parts = [item for item in before if item is not total and (not drawn or _are_alike(item, total))]
        parts = parts or _shares_of(study, number, total)
        meant = Sum(total, (*parts, last), complete=True, exclusive=True)
        apart = abs(math.fsum(item.value for item in meant.parts) - total.value)
        if parts and (adds_up(meant) or (len(parts) <= _MOST and apart <= _NEAR * total.value)):
            yield meant


def _is_made_of(last: Figure, others: Sequence[Figure]) -> bool:
    """Whether some of the figures around make what is left, each added or taken away."""
    few = others[:_MOST_TRIED]
    for signs in product((0, 1, -1), repeat=len(few)):
        some = [(sign, item) for sign, item in zip(signs, few, strict=True) if sign]
        made = math.fsum(sign * item.value for sign, item in some)
        allowed = last.half + math.hypot(*(item.half for _, item in some))
        if len(some) > 1 and abs(made - last.value) <= allowed * (1 + 1e-9):
            return True
    return False


def _shares_of(study: Study, number: int, total: Figure) -> list[Figure]:
    """The part that is told as a share of a total: "two thirds of the 900 seats"."""
    found = []
    for item in within(study.seen(QuantityMention), sentences_told(study, number), total.start):
        quantity = item.quantity
        if (
            quantity.dimension == "share"
            and quantity.form != "change"
            and _OF.fullmatch(study.document.text, item.end, total.start)
        ):
            slack = 0.01 if quantity.unit == "percent" else 0.05
            value = quantity.low * total.value / (100 if quantity.unit == "percent" else 1)
            low, high = value * (1 - slack), value * (1 + slack)
            found.append(replace(total, start=item.start, end=item.end, low=low, high=high, value=value))
    return found


def _is_left(study: Study, number: int, item: Figure) -> bool:
    text, sentence = study.document.text, study.document.sentences[number]
    if not item.is_exact or item.dimension not in _DIMENSIONS:
        return False
    if _BEFORE.search(text, max(item.start - 60, sentence.start), item.start) or _AFTER.match(
        text, item.end, sentence.end
    ):
        return True
    return (
        _MEANS.search(text, max(item.start - 60, sentence.start), item.start) is not None and item.dimension == "count"
    )


def _bare(item: Figure) -> Figure:
    """A number without its noun, where that is none: "the other 410 follow", "1,700 apple and 900 pear"."""
    word = (item.unit or "").split(" ")[-1].lower()
    is_noun = is_plural(word) or word in INVARIABLE or item.value <= 1
    return item if item.dimension != "count" or is_noun else replace(item, unit=None)


def _may_be(item: Figure, last: Figure) -> bool:
    return item.is_like(last) and item.is_exact and not item.change and _are_alike(item, last)


def _are_alike(one: Figure, other: Figure) -> bool:
    return same_kind(one, other) or are_people(one, other)


def _totals(text: str, before: Sequence[Figure], last: Figure) -> list[Figure]:
    """What may be the total: what something is said to be of, else what is told first, if it is the most."""
    found = [item for item in before if _OF_TOTAL.search(text, max(item.start - 20, 0), item.start)]
    if found or text.lower().endswith("last ", 0, last.start):
        return found
    beside = len(before) > 1 and _AND.search(text, before[0].end, before[1].start) is not None
    return [item for item in before[:1] if not beside and all(one.value <= item.value for one in before)]
