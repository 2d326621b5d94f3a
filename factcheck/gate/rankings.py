"""Rankings, comparisons and superlatives of a draft, held against those of the sources."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.checks.ranking_differs import judge
from factcheck.gate.answers import Answer, first, of_passage, only, supported, where
from factcheck.gate.desk import Desk
from factcheck.gate.inventory import Thing
from factcheck.gate.passages import Passage
from factcheck.gate.prose import judge_prose
from factcheck.gate.rivals import figures_of
from factcheck.identity import measure_terms, same_name
from factcheck.language.degrees import DOWNWARD, SUPERLATIVES, are_opposed
from factcheck.language.number_words import NTH
from factcheck.records.mention import ComparisonMention
from factcheck.rows import row_of

FEWEST_ROWS = 3
"""Rows from which on a table ranks them."""
LEAST = 0.8
"""What two sentences must share, by weight, for their comparisons to be of the same things."""

_OPPOSITE = {
    "more": {"less", "slightly-less"}, "slightly-more": {"less", "slightly-less"},
    "less": {"more", "slightly-more"}, "slightly-less": {"more", "slightly-more"},
}  # fmt: skip
_ALIKE = {
    "more": {"more", "slightly-more"}, "slightly-more": {"slightly-more"}, "less": {"less", "slightly-less"},
    "slightly-less": {"slightly-less"}, "equal": {"equal"},
}  # fmt: skip
"""What a draft says, and what a source may say for it to be borne out."""

_PLACES = {number: word for word, number in NTH.items()}


def judge_ranking(thing: Thing, desk: Desk) -> Answer:
    """What the sources say of a ranking."""
    mention = thing.mention
    assert isinstance(mention, ComparisonMention)
    tabled = _in_table(thing, mention, desk)
    if tabled is not None:
        return tabled
    rivals = list(_rivals(thing, desk))
    same = [passage for passage, theirs in rivals if _says_so(mention, theirs)]
    if same:
        return supported([of_passage(passage, "a") for passage in same])
    against = [passage for passage, theirs in rivals if _says_otherwise(mention, theirs)]
    against += [passage for passage, theirs in rivals if _is_contrary(thing, mention, passage, theirs)]
    against += [passage for passage in _judged(thing, desk) if passage not in against]
    if against:
        told = f"{where([of_passage(one, 'b') for one in against[:2]])} says otherwise: “{against[0].text}”"
        ranked = [_ranked(theirs) for _, theirs in rivals if _says_otherwise(mention, theirs)]
        right, place = only(ranked), _place(thing, mention)
        held = first(of_passage(one, "b") for one in against)
        return Answer("contradicted", told, held, right if place else None, place=place if right else None)
    answer = judge_prose(thing.passage, desk)
    if answer.support == "supported":
        ranking = [one for one in answer.for_it if one.passage is not None and _ranks(one.passage)]
        if ranking:
            return supported(ranking)
        answer = replace(answer, held=first(replace(one, side=None) for one in answer.held))
        if not _NAMED.search(mention.scope or ""):
            told = f"No source says “{thing.written}” of this; see whether it follows."
            return Answer("not-checked", told, answer.held)
    told = f"No source says “{thing.written}” of this."
    if _is_told_of_something(mention, thing, desk):
        return Answer("not-checked", told, answer.held)
    if mention.rank is not None or mention.relation in ("only", "first", "last"):
        return Answer("no-source-found", told, answer.held)
    return Answer("not-checked", told, answer.held)


_RANKING = re.compile(
    r"\b(?:[a-z]{2,20}est|most|least|best|worst|only|sole|unique|alone|first|last|record|top|leading|foremost|chief|"
    r"\d{1,4}(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|than|no other|any other|ever|"
    r"never|unequalled|unparalleled|unprecedented|unrivalled|unmatched|unsurpassed|peak|maximum|minimum|highs?|lows?|"
    r"all-time)\b",
    re.I,
)
"""Words without which nothing is said to be the greatest, the first or the only one of its kind."""


_NAMED = re.compile(r"[^\W\d_a-z]")
"""A name in what something is the greatest of ("in Europe"), which no figures of a few things can bear out."""


def _ranks(passage: Passage) -> bool:
    """Whether a passage ranks or compares: a ranking does not follow from one that only tells of the same thing."""
    return bool(_RANKING.search(passage.text)) or any(True for _ in passage.mentions("comparison"))


_WHOLE = re.compile(r"(?:grand |sub-?)?totals?|all|sum|overall|average|mean|median|whole|together|combined", re.I)
"""Rows that add the others up."""


def _in_table(thing: Thing, mention: ComparisonMention, desk: Desk) -> Answer | None:
    """The answer by a table of a source that the sentence cites: where a row that it names stands in a column."""
    base = SUPERLATIVES.get((mention.superlative or "").lower())
    told = f"{mention.subject or ''} {mention.object or ''} {mention.scope or ''}"
    if base is None or mention.rank is None:
        return None
    for source in sorted(desk.cites(thing.passage)):
        for column, cells in _columns(desk.shelves.of_source(source)):
            named = [row for row in cells if re.search(rf"(?<!\w){re.escape(row)}(?!\w)", told, re.I)]
            if (
                len(named) != 1
                or len(cells) < FEWEST_ROWS
                or not measure_terms(column) & measure_terms(thing.passage.text)
            ):
                continue
            order = sorted(cells, key=lambda row: cells[row][0], reverse=base not in DOWNWARD)
            there = cells[order[min(mention.rank, len(order)) - 1]]
            here = cells[named[0]]
            if here[0] == there[0]:
                return supported([of_passage(here[1], "a", here[1].text)])
            says = (
                f"{source} has {there[1].text} for {there[1].block.row}, and {here[1].text} for {named[0]} ({column})."
            )
            return Answer(
                "contradicted", says, (of_passage(there[1], "b", there[1].text), of_passage(here[1], "b", here[1].text))
            )
    return None


def _columns(passages: Sequence[Passage]) -> Iterator[tuple[str, dict[str, tuple[float, Passage]]]]:
    """The columns of figures in a source's tables: the number and the cell of each row that is no total."""
    found: dict[tuple[str, str | None], dict[str, tuple[float, Passage]]] = {}
    for one in passages:
        block = one.block
        if block.kind == "table-cell" and block.row and block.column and not _WHOLE.fullmatch(block.row):
            for _, quantity in figures_of(one)[:1]:
                found.setdefault((block.column, block.section), {})[block.row] = (quantity.low, one)
    yield from ((column, cells) for (column, _), cells in found.items())


def _ranked(mention: ComparisonMention) -> str:
    """A place in a row, in words ("second-largest"); empty where it is none, or far behind."""
    if mention.rank is None or not mention.superlative or mention.rank not in _PLACES:
        return ""
    return f"{_PLACES[mention.rank]}-{mention.superlative}" if mention.rank > 1 else mention.superlative


def _place(thing: Thing, mention: ComparisonMention) -> tuple[int, int] | None:
    """Where a draft gives a place in a row."""
    if mention.rank is None or not mention.superlative:
        return None
    before = "" if mention.rank == 1 else rf"(?:{_PLACES.get(mention.rank, '')}|{mention.rank}(?:st|nd|rd|th))[-\s]"
    pattern = re.compile(rf"(?<![\w-]){before}{re.escape(mention.superlative)}(?!\w)", re.I)
    found = list(pattern.finditer(thing.passage.study.document.text, mention.start, mention.end))
    return found[0].span() if len(found) == 1 else None


def _rivals(thing: Thing, desk: Desk) -> Iterator[tuple[Passage, ComparisonMention]]:
    """The comparisons of passages that speak of the same things."""
    mention = thing.mention
    assert isinstance(mention, ComparisonMention)
    for passage in desk.like(thing.passage):
        if desk.context(thing.passage, passage) < LEAST:
            continue
        for theirs in passage.mentions("comparison"):
            if isinstance(theirs, ComparisonMention) and _comparable(mention, theirs):
                yield passage, theirs


def _comparable(one: ComparisonMention, other: ComparisonMention) -> bool:
    """Whether two comparisons are by one measure, or of the same subject."""
    if are_opposed(one.superlative or "", other.superlative or ""):
        return True
    terms = [measure_terms(f"{item.dimension or ''} {item.superlative or ''}") for item in (one, other)]
    if terms[0] and terms[1] and terms[0] & terms[1]:
        return True
    return bool(one.subject and other.subject) and same_name(one.subject or "", other.subject or "") == "same"


def _is_told_of_something(mention: ComparisonMention, thing: Thing, desk: Desk) -> bool:
    """Whether a passage of a cited source that is like the sentence calls something the first, the last or the only."""
    if mention.relation not in ("only", "first", "last"):
        return False
    like = [one for one in desk.like(thing.passage) if one.source in desk.cites(thing.passage)]
    theirs = (each for one in like for each in one.mentions("comparison"))
    return any(isinstance(one, ComparisonMention) and one.relation == mention.relation for one in theirs)


def _is_contrary(thing: Thing, mention: ComparisonMention, passage: Passage, theirs: ComparisonMention) -> bool:
    """Whether a passage calls the youngest of all whom a draft calls the oldest."""
    if not are_opposed(mention.superlative or "", theirs.superlative or "") or mention.rank != theirs.rank:
        return False
    spoken = {one.superlative for one in passage.mentions("comparison") if isinstance(one, ComparisonMention)}
    return mention.superlative not in spoken and bool(thing.passage.names & passage.names)


def _says_so(mention: ComparisonMention, theirs: ComparisonMention) -> bool:
    if mention.subject and theirs.subject and same_name(mention.subject, theirs.subject) == "different":
        return False
    if are_opposed(mention.superlative or "", theirs.superlative or ""):
        return False
    if mention.rank is not None or theirs.rank is not None:
        return mention.rank == theirs.rank and _one_scale(mention, theirs)
    if mention.relation in ("only", "first", "last", "multiple"):
        return mention.relation == theirs.relation and mention.factor == theirs.factor
    return theirs.relation in _ALIKE.get(mention.relation, set())


def _one_scale(one: ComparisonMention, other: ComparisonMention) -> bool:
    return not (one.superlative and other.superlative) or bool(
        measure_terms(one.superlative) & measure_terms(other.superlative)
    )


def _says_otherwise(mention: ComparisonMention, theirs: ComparisonMention) -> bool:
    if not (mention.subject and theirs.subject):
        return False
    sameness = same_name(mention.subject, theirs.subject)
    if mention.rank is not None and theirs.rank is not None:
        return sameness == "same" and mention.rank != theirs.rank and _one_scale(mention, theirs)
    return sameness == "same" and theirs.relation in _OPPOSITE.get(mention.relation, set())


def _judged(thing: Thing, desk: Desk) -> Iterator[Passage]:
    """The passages whose rankings cannot hold beside the draft's, as between two sources."""
    if thing.claim is None or thing.claim.kind != "ranking":
        return
    for passage in desk.like(thing.passage):
        for claim in passage.claims:
            if claim.comparison is None or claim.kind != "ranking":
                continue
            pair = judge(row_of(thing.claim), row_of(claim), desk.related)
            if pair is not None and pair.comparison.verdict in ("conflict", "possible-conflict"):
                yield passage
                break
