"""Totals whose parts stand in other sentences of the paragraph: "164 million. … Waterworks make up the rest, 42"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from factcheck.checking import Study
from factcheck.contexts.places import sentences_before
from factcheck.language.calendar import MONTHS
from factcheck.language.number_words import CARDINALS
from factcheck.reckoning.changes import NEARLY, same_kind
from factcheck.reckoning.figures import Figure, figures_in
from factcheck.reckoning.following import (
    HENCE,
    clause_of,
    follows,
    in_units,
    sentences_told,
    speaks_of_another,
    told_before,
)
from factcheck.reckoning.parts import are_people, is_part_like
from factcheck.reckoning.sums import Sum, adds_up
from factcheck.records.document import Sentence

_REST = r"\bthe (?:rest|remainder|balance|only other|last of them)\b"
_UP = (
    r"(?:mak(?:e|es|ing) up|made up|form(?:s|ed)?|account(?:s|ed|ing)? for|contribut(?:e|es|ed|ing)|complet(?:e|es|ed))"
)
_IS_REST = re.compile(
    rf"{_REST}(?:,? (?:of |at |with |namely |being |comprising )?| \(|: ?| – | — |, [^.;:,()\d]{{2,30}}, )"
    rf"(?:(?:a|the) further |another )?{NEARLY}$",
    re.IGNORECASE,
)
_MAKES_REST = re.compile(
    rf"[^.;:]{{0,80}}?\b(?:{_UP} {_REST}|"
    r"(?:complet(?:es?|ed|ing)|round(?:s|ed)? off|mak(?:es?|ing) up|made up|fill(?:s|ed)?) (?:the|its|their) "
    r"(?:chamber|house|council|assembly|parliament|board|committee|senate|jury|panel|team|squad|crew|party|fleet|"
    r"list|line-up|field|bill|budget|package|total|sum|collection|herd|class|cast|set|order|number|numbers|tally)\b)"
)
_NO_PART_BEFORE = re.compile(
    rf"(?:\b(?:than|from|against|versus|compared (?:with|to)|once|of the|of its|out of|including|among them|after|"
    rf"every|each|nearest|year:|\d{{4}}:|some of|most of|with) {NEARLY}|\()$"
)
_NO_PART_AFTER = re.compile(
    r"(?: [a-z]+)? more\b(?! of)|(?: [a-z]+)? (?:less|fewer|higher|lower|greater|larger|smaller|up|down|above|below) "
    r"(?:than|on)\b| (?:of them|of whom|of which|years?|days?|weeks?|months?|hours?|times|in ten|per cent|percent)\b|"
    r"(?: [a-z]+){0,3} (?:each|apiece|a head)\b|-"
)
_FURTHER = re.compile(r"\b(?:further|another|additional)\b", re.IGNORECASE)
_FAR = 3
_MOST = 7
_NEAR = (0.75, 1.34)
_COUNTS = "|".join(word for word, value in CARDINALS.items() if 2 <= value <= _MOST)
_PARTS = re.compile(
    rf"\b(?:(?P<all>consist(?:s|ed|ing)? of|compris(?:es|ed|ing)|(?:is |was |were |are )?(?:made up|composed) of|"
    r"(?:(?:is |was |were |are )(?:to be )?|has been )?(?:paid|split|divided|shared|spread|sold|delivered|built|"
    r"released)(?: out| up)? (?:in|into|between|among|over|across)|(?:falls?|fell) into)|"
    r"over|across|during|in|on|through) "
    rf"(?:(?:just|only|its|the|all|these|those|their|his|her|exactly) )*(?P<count>{_COUNTS})(?: [a-z]+)? "
    r"(?P<noun>[a-z]+s)\b(?! (?:ago|of which|later|earlier))"
)
_TIMES = frozenset(
    "days nights evenings mornings weekends weeks months quarters years seasons terms rounds legs stages".split()
)
_LABEL = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:19|20)\d\d|first|second|third|fourth|fifth|last|final|closing|"
    rf"opening|middle|spring|summer|autumn|winter|{'|'.join(name.capitalize() for name in MONTHS)})\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:includ\w+|such as|among (?:them|others|which)|for (?:example|instance)|e\.g|notably|some of|overlap\w*|"
    r"round(?:ed|ing)|more than one|reasons?|answers?|mention\w*|respondents|also|both)\b",
    re.IGNORECASE,
)

_TOGETHER = re.compile(
    r"\b(?:in all|in total|altogether|all told|all in all|together|combined|between them|with (?:that|this|these)|"
    r"(?:the|a|its|their) (?:(?:grand|combined|overall|whole) )?(?:total|sum)|(?:that|this|it|which|they)"
    r"(?: therefore| thus)? (?:makes?|made|gives?|gave|brings?|brought|comes?|came|adds? up|added up|totals?|"
    r"totall?ed|amounts?|amounted))\b",
    re.IGNORECASE,
)
_TOGETHER_AFTER = re.compile(
    r"(?: [\w-]+){0,3},? (?:in all|in total|altogether|all told|together|combined|between them)\b(?! [a-z])"
)
_MAKES = re.compile(
    r"(?:That|This|It|They|The (?:total|sum|grand total)|With (?:that|this)|(?:Together|In all|In total|Altogether|"
    r"All told|All in all|Combined|Taken together),? (?:that|this|it|they|these|those|the two|the three|both)?)\b"
)
_COUNT = re.compile(rf"\b(?:the|these|all|those|in|over|within) (?P<count>{_COUNTS})\b", re.IGNORECASE)
_BOTH = re.compile(r"\b(?:both|the two)\b", re.IGNORECASE)
_AS_MUCH = re.compile(r"\bas much as\b|\bthe same as\b|\bequal to\b|\bjust as much\b|\bthe same amount\b")
_FEW = 2


def spread(study: Study, number: int, figures: Sequence[Figure]) -> Iterator[Sum]:
    """The total that the parts of a paragraph are said to make, where a sentence says that they are all."""
    sentence, before = study.document.sentences[number], sentences_before(study, number, _FAR)
    found = _with_the_rest(study, sentence, before[::-1], figures) or _so_many(study, number, figures)
    if found is not None:
        yield found
        return
    text = study.document.text
    if _TOGETHER.search(text, sentence.start, sentence.end) or HENCE.search(text, sentence.start, sentence.end):
        for item in figures:
            yield from _told_before(study, number, item)


def _with_the_rest(
    study: Study, sentence: Sentence, before: Sequence[Sentence], figures: Sequence[Figure]
) -> Sum | None:
    """ "Waterworks make up the rest, 42 million"; "three independents and four others complete the chamber"."""
    text = study.document.text
    last = next((item for item in figures[::-1] if _is_last(text, sentence, item)), None)
    if last is None or not before or _OPEN.search(text, before[0].start, sentence.end):
        return None
    near = [item for one in before for item in figures_in(study, one.start, one.end)]
    told = [item for item in (*near, *figures) if item.start <= last.start and item.is_exact and not item.change]
    for place, total in enumerate(told[:-2]):
        alike = [_in_unit(total, item) for item in told[place + 1 :]]
        parts = [item for item in alike if is_part_like(total, item) and _may_be_part(text, item)]
        if (
            not 1 < len(parts) <= _MOST
            or parts[-1].start != last.start
            or not _stands_alone(text, total, parts, before)
        ):
            continue
        return _sum(total, parts)
    return None


def _stands_alone(text: str, total: Figure, parts: Sequence[Figure], sentences: Sequence[Sentence]) -> bool:
    """Whether a total is in a sentence before its parts, or ends what comes before them: "34 million: 12 million …"."""
    own = next((one for one in sentences if one.start <= total.start < one.end), None)
    return own is not None and parts[0].start >= own.end and not _FURTHER.search(text, own.start, total.start)


def _is_last(text: str, sentence: Sentence, item: Figure) -> bool:
    before = _IS_REST.search(text, max(item.start - 70, sentence.start), item.start)
    return before is not None or _MAKES_REST.match(text, item.end, sentence.end) is not None


def _sum(total: Figure, parts: Sequence[Figure]) -> Sum | None:
    """All parts of a total, if they nearly make it and no choice of them does."""
    made = sum(item.value for item in parts)
    if not _NEAR[0] * total.value <= made <= _NEAR[1] * total.value or max(item.value for item in parts) >= total.value:
        return None
    return None if any(adds_up(_all(total, some)) for some in _subsets(parts)) else _all(total, parts)


def _all(total: Figure, parts: Sequence[Figure]) -> Sum:
    return Sum(total, tuple(parts), complete=True, exclusive=True)


def _told_before(study: Study, number: int, total: Figure) -> Iterator[Sum]:
    """ "212,000 in the first half, 187,000 in the second. That makes 399,000"; "Together the four sold …"."""
    text, sentence = study.document.text, study.document.sentences[number]
    start, end = clause_of(text, sentence, total.start, total.end)
    lead = text[max(start - len(", so that "), sentence.start) : total.start]
    together = _TOGETHER.search(lead) or _TOGETHER_AFTER.match(text, total.end, sentence.end)
    hence = follows(study, number, total.start, total.end, plainly=True)
    if not (together or hence) or not total.is_exact or speaks_of_another(study, number, total.start, total.end):
        return
    own = [item for item in figures_in(study, sentence.start, total.start) if not _COUNT.match(text, item.start, end)]
    told = in_units([*told_before(study, number), *own, total])
    total, parts = told[-1], [item for item in told[:-1] if _is_addable(text, told[-1], item)]
    parts = parts + [item for item in parts if _AS_MUCH.search(text, item.end, sentence.start)][: len(parts) == 1]
    if not 1 < len(parts) <= _MOST or any(adds_up(_all(total, some)) for some in _subsets(parts, 1)):
        return
    count = _COUNT.search(lead)
    said = CARDINALS[count["count"].lower()] if count else 2 if _BOTH.search(lead) else 0
    labels = {word[0].lower() for word in _LABEL.finditer(text, sentences_told(study, number), total.start)}
    alone = not text[start : total.start].strip() and parts[0].start >= sentence.start
    closed = alone or _MAKES.match(lead) or (hence and len(parts) > _FEW) or len(labels) >= len(parts) > _FEW
    if said == len(parts) or (not said and closed):
        yield from filter(None, [_sum(total, parts)])


def _is_addable(text: str, total: Figure, item: Figure) -> bool:
    alike = is_part_like(total, item) and (same_kind(total, item) or are_people(total, item))
    return alike and item.is_exact and (not item.change or total.change) and _may_be_part(text, item)


def _subsets(parts: Sequence[Figure], least: int = 2) -> Iterator[Sequence[Figure]]:
    for count in range(least, len(parts) + 1):
        yield from combinations(parts, count)


def _in_unit(total: Figure, item: Figure) -> Figure:
    """A number alone in the unit of its total: "$8 million … 3 million"."""
    if item.is_bare and (item.scale == total.scale or total.dimension == "count"):
        return replace(item, unit=total.unit, dimension=total.dimension, per=total.per)
    return item


def _may_be_part(text: str, item: Figure) -> bool:
    before = _NO_PART_BEFORE.search(text, max(item.start - 60, 0), item.start)
    return before is None and _NO_PART_AFTER.match(text, item.end) is None


def _so_many(study: Study, number: int, figures: Sequence[Figure]) -> Sum | None:
    """ "48,200 over its three days. Friday brought 13,900. …"; "9.84 million. It consists of three items only. …"."""
    text, sentences = study.document.text, study.document.sentences
    sentence = sentences[number]
    match = _PARTS.search(text, sentence.start, sentence.end)
    if match is None or not (match["all"] or match["noun"] in _TIMES):
        return None
    many, totals = CARDINALS[match["count"].lower()], _totals(study, number, figures, match.start())
    behind = [one for one in sentences[number + 1 : number + 1 + _FAR] if one.block == sentence.block]
    for total in totals:
        parts, end = _following(study, behind, total, many)
        if len(parts) != many or _OPEN.search(text, sentence.start, end):
            continue
        told = {word[0].lower() for word in _LABEL.finditer(text, sentence.end, end)}
        return _sum(total, parts) if match["all"] or len(told) >= many else None
    return None


def _totals(study: Study, number: int, figures: Sequence[Figure], end: int) -> list[Figure]:
    """What may be the total of so many parts: a figure before them in the sentence, else in the one before."""
    text = study.document.text
    own = [item for item in figures if item.end <= end]
    if not own:
        own = [item for one in sentences_before(study, number, 1) for item in figures_in(study, one.start, one.end)]
    return [item for item in own if item.is_exact and not item.change and _may_be_part(text, item)]


def _following(study: Study, behind: Sequence[Sentence], total: Figure, many: int) -> tuple[list[Figure], int]:
    """The figures like the total in the sentences behind, up to the one with the last of so many."""
    parts: list[Figure] = []
    end = 0
    for one in behind:
        found = [_in_unit(total, item) for item in figures_in(study, one.start, one.end)]
        parts += [
            item
            for item in found
            if is_part_like(total, item)
            and _may_be_part(study.document.text, item)
            and item.is_exact
            and not item.change
        ]
        end = one.end
        if len(parts) >= many:
            break
    return parts, end
