"""The rules by which something in a draft is set aside: each has a name, and says why it checks nothing.

The first rule that holds decides. Rules about sentences come first, those about one thing after them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.changing import GROWING
from factcheck.checking import Study
from factcheck.gate.passages import Passage
from factcheck.identity import measure_terms
from factcheck.measuring.outcomes import TOLLS
from factcheck.records.mention import (
    AnyMention,
    ComparisonMention,
    EventMention,
    QuantityMention,
    QuotationMention,
    TimeMention,
)

Rule = tuple[str, str]
"""A rule's name, and why what it sets aside is not checked."""

_QUESTION = re.compile(r"\?[\"”’'»)\]]*$")
_OWN_PART = re.compile(
    r"\b(?:see|cf\.|in|of|and|to|above|below|supra|under)?\s?\(?(?:sections?|chapters?|parts?|notes?|footnotes?|endnotes?"
    r"|tables?|figures?|figs?\.|box(?:es)?|appendi(?:x|ces)|annex(?:es)?|pages?|pp?\.|steps?|items?|questions?|options?"
    r"|exhibits?|schedules?|paragraphs?|paras?\.|lines?|columns?|rows?|volumes?|vol\.|no\.|nos?\.|#|№)\s?"
    r"(?:[\dIVXLC]+(?:\.\d+)*[a-z]?(?:,\s|\sand\s|\sto\s|[-–]))*$",
    re.I,
)
_STARTS_BLOCK = re.compile(r"^\W*$")


@dataclass(frozen=True)
class _Sentences:
    name: str
    why: str
    holds: Callable[[Study, Passage], bool]


@dataclass(frozen=True)
class _Things:
    name: str
    why: str
    holds: Callable[[Study, Passage, str, AnyMention], bool]


def _is_question(study: Study, passage: Passage) -> bool:
    text = passage.text
    return bool(_QUESTION.search(text)) and not text.startswith(("“", '"', "‘", "'", "«"))


def _is_reference(study: Study, passage: Passage) -> bool:
    """Whether a sentence of a note only cites a work."""
    if passage.block.kind != "note":
        return False
    cited = [one for one in study.citations.citations if one.start < passage.end and passage.start < one.end]
    covered = sum(min(one.end, passage.end) - max(one.start, passage.start) for one in cited)
    return covered * 2 > passage.end - passage.start or not passage.words or _is_bare_pointer(passage.text)


_POINTER = re.compile(
    r"(?:(?:see|cf\.|ibid\.?|id\.|also|and|for details,?)\s*+)*+(?:pp?\.\s?[\d–-]++|https?://\S++|[,.;\s\d–-])*+",
    re.I,
)


def _is_bare_pointer(text: str) -> bool:
    return _POINTER.fullmatch(text) is not None


SENTENCES = (
    _Sentences("question", "A question states nothing.", _is_question),
    _Sentences("reference", "It says where something is cited from.", _is_reference),
)


def is_own_number(study: Study, passage: Passage, kind: str, mention: AnyMention) -> bool:
    """Whether a number counts a part of a document: a section, a note, a page, a heading's or a list item's number."""
    if kind != "figure" or not isinstance(mention, QuantityMention) or mention.quantity.dimension != "count":
        return False
    text = study.document.text
    before = text[max(passage.start, mention.start - 60) : mention.start]
    if _OWN_PART.search(before):
        return True
    if not _STARTS_BLOCK.match(text[passage.block.start : mention.start]):
        return False
    after = text[mention.end : mention.end + 3]
    numbered = passage.block.kind in ("heading", "list-item", "note", "caption", "title")
    parted = "." in text[mention.start : mention.end] and re.match(r" [A-Z]", after)
    return bool(parted) or (numbered and re.match(r"[.):]", after) is not None)


def own_numbers(passage: Passage) -> list[int]:
    """Which figures of a passage, by their starts, only count a part of the document."""
    figures = passage.mentions("quantity")
    return [one.start for one in figures if is_own_number(passage.study, passage, "figure", one)]


def _is_article(study: Study, passage: Passage, kind: str, mention: AnyMention) -> bool:
    """Whether a number is the word "one", or a "both" or "two" that refers to what was named before."""
    if kind != "figure" or not isinstance(mention, QuantityMention):
        return False
    quantity = mention.quantity
    if quantity.dimension != "count" or not quantity.as_written.replace("-", "").isalpha():
        return False
    if quantity.high == quantity.low == 1 and quantity.form in ("value", "ordinal") and quantity.modifier == "=":
        return quantity.form == "value" or (
            quantity.as_written.lower() == "first" and _leads_on(study, passage, mention)
        )
    before = study.document.text[max(passage.start, mention.start - 12) : mention.start].lower()
    return (
        quantity.form == "value"
        and quantity.high == 2
        and before.endswith(("the ", "these ", "those ", "his ", "her ", "its ", "their "))
    )


_OF_WHAT = re.compile(r"\s+(?:as|the|that|this|those|its|their|his|her|our|what|more|over)\b", re.I)
"""Behind "twice", where it does not only say how often something was done."""


def _is_small_count(study: Study, passage: Passage, kind: str, mention: AnyMention) -> bool:
    """Whether a count is only "two" of something, in words, of which every text has several; tolls are none."""
    if kind != "figure" or not isinstance(mention, QuantityMention):
        return False
    quantity = mention.quantity
    if quantity.as_written.lower() in ("twice", "thrice"):
        begins = mention.start == passage.start
        return begins or not _OF_WHAT.match(study.document.text, mention.end)
    if quantity.dimension != "count" or quantity.form != "value" or quantity.high > 2 or quantity.low < 2:
        return False
    said = (one.concept for one in passage.mentions("event") if isinstance(one, EventMention))
    toll = measure_terms(quantity.unit or "") | frozenset(concept for concept in said if concept)
    return quantity.as_written.isalpha() and not toll & (TOLLS | GROWING)


_SIDES = frozenset({"more", "less", "equal", "slightly-more", "slightly-less"})


def _judges(study: Study, passage: Passage, kind: str, mention: AnyMention) -> bool:
    """Whether a comparison is made in a sentence that names nobody and nothing, and gives no figure: an opinion."""
    if not isinstance(mention, ComparisonMention) or mention.relation not in _SIDES:
        return False
    return not passage.mentions("name") and not passage.mentions("quantity") and not passage.mentions("time")


def _leads_on(study: Study, passage: Passage, mention: AnyMention) -> bool:
    """Whether "first" only opens a row of points ("First, …")."""
    return study.document.text.startswith(",", mention.end) or mention.start == passage.start


def _has_no_date(study: Study, passage: Passage, kind: str, mention: AnyMention) -> bool:
    """Whether a time names no date or length that could be wrong ("recently", "every year", "now")."""
    if not isinstance(mention, TimeMention):
        return False
    span, length = mention.timespan, mention.duration
    if length is not None:
        return (
            length.dimension == "time"
            and length.high == length.low == 1
            and not any(map(str.isdigit, length.as_written))
            and not (span and span.is_resolved)
        )
    return span is None or span.recurring or (not span.is_resolved and not span.clock)


_SOME_DAY = re.compile(r"\b(?:an?|any|every|each|some|most|one)\s(?:[a-z]+\s){0,2}$", re.I)
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?", re.I)


def is_weekday(written: str) -> bool:
    """Whether words are a weekday and no more, which another text counts from another day."""
    return _WEEKDAY.fullmatch(written) is not None


def _is_some_day(study: Study, passage: Passage, kind: str, mention: AnyMention) -> bool:
    """Whether a weekday is any of its kind ("on a wet Tuesday", "Fridays")."""
    if not isinstance(mention, TimeMention):
        return False
    text = study.document.text
    written = text[mention.start : mention.end]
    before = text[max(passage.start, mention.start - 40) : mention.start]
    return is_weekday(written) and (written.endswith("s") or bool(_SOME_DAY.search(before)))


def _is_vague_relative(study: Study, passage: Passage, kind: str, mention: AnyMention) -> bool:
    """Whether a time is only told from the day of writing, and wide ("over the past decade", "today")."""
    if not isinstance(mention, TimeMention) or mention.timespan is None or mention.duration is not None:
        return False
    return mention.timespan.as_written.lower() in _NOW or bool(_WIDE.fullmatch(mention.timespan.as_written))


_WIDE = re.compile(
    r"(?:(?:in|over|during|for|of|throughout|within)\s)?(?:the|these|those)\s(?:past|last|recent|coming|next)\s"
    r"(?:few\s|several\s|many\s)?(?:days|weeks|months|years|decades?|century)",
    re.I,
)
"""Wide stretches before or after the day of writing, of no number."""
_NOW = frozenset(
    "today|now|tonight|this week|this month|this year|this decade|this century|these days|currently|at present"
    "|to date|so far|this morning|this evening|this afternoon|recently|lately|until now|up to now".split("|")
)


def _is_title(study: Study, passage: Passage, kind: str, mention: AnyMention) -> bool:
    return isinstance(mention, QuotationMention) and mention.use == "title"


def _is_term(study: Study, passage: Passage, kind: str, mention: AnyMention) -> bool:
    """Whether words stand in quotation marks as a term, or to keep a distance, with nobody named who says them."""
    if not isinstance(mention, QuotationMention) or mention.use not in ("term", "scare"):
        return False
    return mention.use == "term" or (
        mention.speaker is None and mention.document is None and len(mention.words.split()) < 3
    )


def _compares_nothing(study: Study, passage: Passage, kind: str, mention: AnyMention) -> bool:
    """Whether a comparison is only a part of a figure ("more than 500", "half of them") or names nothing compared."""
    if not isinstance(mention, ComparisonMention):
        return False
    if mention.relation in ("first", "last", "only"):
        return False
    if mention.relation == "multiple":
        lasting = any(one.start <= mention.start and mention.end <= one.end for one in passage.mentions("time"))
        return lasting or mention.object is None or mention.subject is None
    if mention.rank == 1 and mention.subject is None and mention.superlative and " " not in mention.superlative:
        return mention.dimension is None and mention.object is None and mention.scope is None
    return mention.rank is None and mention.object is None


def _is_place_in_a_row(study: Study, passage: Passage, kind: str, mention: AnyMention) -> bool:
    """Whether a number is a part of a comparison: its place ("second-largest"), or how many are compared in words
    ("the smallest of the three").
    """
    if not isinstance(mention, QuantityMention):
        return False
    inside = any(one.start < mention.end and mention.start < one.end for one in passage.mentions("comparison"))
    if not inside or mention.quantity.form == "ordinal":
        return inside
    before = study.document.text[max(passage.start, mention.start - 12) : mention.start]
    return mention.quantity.as_written.isalpha() and _OF_ALL.search(before) is not None


_OF_ALL = re.compile(r"\bof (?:the|its|their|his|her|our|these|those|all)\s$", re.I)


THINGS = (
    _Things("own-number", "It counts a part of a document, such as a section, a note or a page.", is_own_number),
    _Things("article", "The word counts nothing here, or refers to what was named before.", _is_article),
    _Things("small-count", "Two of something, in words, is too little to be told apart.", _is_small_count),
    _Things("judgement", "It compares things without a name, a figure or a date.", _judges),
    _Things("part-of-comparison", "It is checked with the ranking that it belongs to.", _is_place_in_a_row),
    _Things("no-date", "The words name no date and no length of time.", _has_no_date),
    _Things("no-date", "It is any day of its name.", _is_some_day),
    _Things("day-of-writing", "It is told from the day of writing, which the sources do not know.", _is_vague_relative),
    _Things("title-of-a-work", "The words in quotation marks are a title.", _is_title),
    _Things("term", "The words in quotation marks are a term, and nobody is said to have said them.", _is_term),
    _Things("no-comparison", "Nothing is named that it is compared with.", _compares_nothing),
)


def aside_sentence(study: Study, passage: Passage) -> Rule | None:
    """The rule by which a sentence is set aside whole; null for none."""
    return next(((rule.name, rule.why) for rule in SENTENCES if rule.holds(study, passage)), None)


def aside_thing(study: Study, passage: Passage, kind: str, mention: AnyMention) -> Rule | None:
    """The rule by which one thing of a sentence is set aside; null for none."""
    return next(((rule.name, rule.why) for rule in THINGS if rule.holds(study, passage, kind, mention)), None)
