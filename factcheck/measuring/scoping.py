"""Whether a figure stands for the whole, a part of it, an addition to it, or for all of which some are told of."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from factcheck.language.concepts import concept_of
from factcheck.language.number_words import NUMBER_WORDS
from factcheck.measuring.outcomes import OUTCOMES, TOLLS, words_of
from factcheck.records.claim import Claim, Scope
from factcheck.records.mention import Mention, QuantityMention

_MORE_BEFORE = re.compile(r"\b(?:further|additional|another|extra|other|remaining)\s+$", re.IGNORECASE)
_MORE_AFTER = re.compile(
    r"^\s*(?:more(?!\s+than)|further|additional|extra|others|other (?:people|persons?|individuals?|passengers?|"
    r"victims?|men|women|children|members|crew|workers?|employees|students|officers|soldiers|civilians))\b",
    re.IGNORECASE,
)
NEWLY = re.compile(
    r"^\s*(?:(?!(?:and|or|of|in|with)\b)[\w’'-]+ ){0,2}?(?:new|fresh|newly|recent|latest)\b",
    re.IGNORECASE,
)
"""What says right behind a number that so many were added since the last report: "seven | new cases"."""
_PART_BEFORE = re.compile(
    r"(?:\b(?:of (?:them|whom|these|those|this|that|it|which|the (?:total|sum|whole|money))"
    r"|among (?:them|whom|these|those)|including)\W+"
    r"|\bof (?:them|whom|these|those|which)\b [^,.;:()\n]{1,40},? and "
    r"|(?:^|[.;\n] *|(?<![\d.])\d{1,2}(?:\.\d{1,2}){0,3} )"
    r"(?:of|among) (?:the|these|those|its|their|all)\b[^,.;\n]{1,60}, +)$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"^\s*(?:of (?:them|whom|these|those|which|the)\b|each\b|apiece\b|alone\b|"
    r"(?:[\w-]+\s){0,2}(?:in|from|at|on|during) [^,.;:()]{2,50}? alone\b)",
    re.IGNORECASE,
)
_OF_BEFORE, _TOLD_OF = re.compile(r"[\d\w] ?[–—,(] ?$"), re.compile(r"^ (?:that|who) [a-z]")
"""What makes a number one of those just counted: "68 cases – | 48 that have been linked to it"."""
_GAPS = "overruns?|overspends?|overspend(?:ing)?|excess|shortfalls?|surplus|gap|difference|lead|margin"
_GAP_BEFORE = re.compile(rf"\b(?:{_GAPS}) of (?:about |around |some |nearly |almost |over )?$", re.IGNORECASE)
_GAP_AFTER = re.compile(
    rf"^(?!\s*of\b)(?:\s*\([^()]{{1,20}}\))?,?\s*(?:[a-z]+ ){{0,2}}?(?:(?:more|less|fewer|higher|lower|greater|smaller|"
    rf"larger|bigger|longer|shorter|cheaper|dearer|heavier|lighter|taller|deeper|older|younger) than\b(?! *[\d$£€])|"
    rf"(?:above|below|over|under|short of|shy of|ahead of|behind) (?:that|those|what|budget|"
    rf"(?:the|its|their|his|her|our) (?:[a-z]+ )?(?:budget|estimate|limit|target|sum|price|bid|bidder|total|average|"
    rf"plan|forecast|norm|figure|number|level|rate)\b)|(?:{_GAPS})\b)",
    re.IGNORECASE,
)
"""What makes a figure an addition to another, a part of it, or the distance between two, right before or after it."""

_KINDS = (
    "(?:(?:wom|m)en|(?:wom|m)an|(?:fe)?males?|boys?|girls?|child(?:ren)?|adults?|teenagers?|infants?|bab(?:y|ies)|"
    "toddlers?|civilians?|soldiers?)"
)
_COUNT = rf"(?:(?<![\d,])\d[\d,]*+|an?|(?:{'|'.join(sorted(NUMBER_WORDS))}))"
_AND_OTHERS = re.compile(rf"^\s+(?:[\w’'-]+ )?{_KINDS},?(?: and|,) {_COUNT} (?:[\w’'-]+ )?{_KINDS}\b", re.IGNORECASE)
_OTHERS_AND = re.compile(rf"\b{_COUNT} (?:[\w’'-]+ )?{_KINDS},?(?: and|,) $", re.IGNORECASE)
"""What makes of a count one of two that are a toll together: "| six women and three men were killed"."""
_ANY_COUNT = re.compile(rf"\b(?:\d|(?:{'|'.join(sorted(NUMBER_WORDS - {'one', 'a', 'an'}))})\b)", re.IGNORECASE)
_FARTHEST = 250
"""Letters before "twelve of them" in which nothing is counted, so that they are no part of a number."""
_SEXES = re.compile(r"(?:(?:fe)?male )?\w+$")

_FOUND_AT = re.compile(
    r"^\s+(?:more )?(?:bodies|corpses)\b (?:(?:were|was|have been|had been|has been) )?(?:recovered|found|pulled|dug|"
    r"taken|retrieved|removed)(?: out)? (?:from|at|in|near|under|beneath|off|of)\b",
    re.IGNORECASE,
)
"""Bodies that were found at a place, where not all have died."""
_BY_THEMSELVES = OUTCOMES - {"death", "injury", "missing", "infection"}
"""Outcomes whose count is a whole, though those counted are some of others: "Of the sick, 68 were admitted"."""
_EXPOSED = re.compile(
    r"\b(?:on board|aboard|passengers?|occupants?|travell?ers?|people|persons?|men and women|inhabitants|residents)\b",
    re.IGNORECASE,
)
"""All to whom something may have happened, so that those of them to whom it did are all: "Of the 47 on board, four"."""
_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|can|did|do|does)\b|[,.;:()–—]")


def scope_of(text: str, mention: Mention, measure: str = "") -> Scope:
    """Whether a figure stands for the whole, a part of it, or an addition to it; a share is one by itself."""
    before, after = text[max(mention.start - 80, 0) : mention.start], text[mention.end : mention.end + 60]
    if _MORE_BEFORE.search(before) or _MORE_AFTER.search(after):
        return "additional"
    share = isinstance(mention, QuantityMention) and mention.quantity.dimension == "share"
    gap = _GAP_BEFORE.search(before) or _GAP_AFTER.match(after)
    if share or gap:
        changed = isinstance(mention, QuantityMention) and share and mention.quantity.form == "change"
        return "additional" if gap and not changed else "whole"
    outcome = measure.rpartition(" ")[2]
    if outcome in TOLLS and NEWLY.match(after):
        return "additional"
    if outcome in TOLLS and _SEXES.match(measure) and (_AND_OTHERS.match(after) or _OTHERS_AND.search(before)):
        return "part"
    if outcome == "death" and _FOUND_AT.match(after):
        return "part"
    if _OF_BEFORE.search(before) and _TOLD_OF.match(after):
        return "part"
    lead = _PART_BEFORE.search(before)
    if lead:
        return "whole" if _is_all_of_them(outcome, lead[0]) else "part"
    of = _PART_AFTER.search(after)
    if of is None or (isinstance(mention, QuantityMention) and mention.quantity.dimension not in ("count", "money")):
        return "whole"
    counted = _ANY_COUNT.search(text, max(mention.start - _FARTHEST, 0), mention.start)
    all_of_them = of[0].endswith(" them") and after[of.end() : of.end() + 1] in ".,;:" and not counted
    if all_of_them or (outcome in TOLLS and _befell(outcome, after[of.end() :])):
        return "whole"
    return "whole" if _SOME.match(after) and not _tells_of_toll(after) else "part"


def _is_all_of_them(outcome: str, lead: str) -> bool:
    """Whether those of a lead to whom something happened are all to whom it did: "Of the 47 people on board, | four
    died"; not "Of the injured, | four died"."""
    told = set(map(concept_of, words_of(lead)))
    if outcome in _BY_THEMSELVES:
        return outcome not in told
    return outcome in TOLLS and told.isdisjoint(TOLLS) and _EXPOSED.search(lead) is not None


def _tells_of_toll(after: str) -> bool:
    """Whether those of whom some are told are themselves a toll: "of the 12 killed", "of the 40 wounded"."""
    verb = _VERB.search(after)
    return not TOLLS.isdisjoint(map(concept_of, words_of(after[: verb.start()] if verb else after)))


_CLAUSE = re.compile(r"[^,.;:()–—]*")


def _befell(outcome: str, after: str) -> bool:
    """Whether what is said behind "of them" or "of the" tells the outcome, by its verb and not by those it is a part
    of: "one of them | has died", "12 of the | passengers drowned"; not "two of the | dead were children"."""
    clause = _CLAUSE.match(after)
    words = words_of(clause[0] if clause else "")
    told = [place for place, word in enumerate(words) if concept_of(word) == outcome]
    return bool(told) and not any(concept_of(word, "noun") == outcome for word in words[: min(told[0] + 1, _FEW)])


_FEW = 2


def scoped(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of a document, in order of place, with the scope that other claims give to some: a toll lower than the
    highest of its time is a part of it, and "another 27 were hurt" behind the dead is all who were."""
    highest: dict[tuple[str, str], float] = {}
    for claim in claims:
        key = _toll(claim)
        if key and claim.quantity:
            highest[key] = max(highest.get(key, 0.0), claim.quantity.low)
    counted: list[Claim] = []
    for claim in claims:
        key = _toll(claim)
        lower = key is not None and claim.quantity is not None and claim.quantity.high < highest[key]
        first = claim.scope == "additional" and _is_first(claim, counted)
        if claim.kind == "count" and claim.measure in TOLLS:
            counted.append(claim)
        yield claim.but(scope="part") if lower else claim.but(scope="whole") if first else claim


_BESIDE = 250
"""Letters within which one toll is told beside another."""


def _is_first(claim: Claim, counted: Sequence[Claim]) -> bool:
    """Whether an addition adds to another toll, right before it, and is the first of its own."""
    if claim.kind != "count" or claim.measure not in TOLLS or any(one.measure == claim.measure for one in counted):
        return False
    start = claim.anchors[0].start or 0
    return bool(counted) and 0 <= start - (counted[-1].anchors[0].start or 0) < _BESIDE


def _toll(claim: Claim) -> tuple[str, str] | None:
    """What a count of people adds up to: the outcome and the year, where it is told of the whole."""
    if claim.kind != "count" or claim.measure not in TOLLS or claim.scope != "whole" or _YEARLY.search(claim.wording):
        return None
    span = claim.timespan
    return claim.measure, (span.start or span.end or "")[:4] if span else (claim.as_of or "")[:4]


_YEARLY = re.compile(r"\b(?:annual(?:ly)?|yearly|(?:each|every|per|an average|a) year|on average)\b", re.IGNORECASE)
"""What makes of a toll the usual one of a year, which no toll of a happening is a part of."""

_NAMED_PLACE = r"(?:in|at|from) (?:the )?([A-Z][\w.’'-]*(?: [A-Z][\w’'-]*){0,2})"
_AND_ELSEWHERE = re.compile(
    rf"(?: [a-z’'-]+){{0,6}} {_NAMED_PLACE},?(?: and|,) "
    rf"(?i:{_COUNT}) (?:[a-z’'-]+ ){{0,4}}(?:in|at|from) (?:the )?[A-Z]"
)
_ELSEWHERE_AND = re.compile(
    rf"\b(?i:{_COUNT}) (?:[a-z’'-]+ ){{1,6}}{_NAMED_PLACE},?(?: and|,|,? (?:and )?in addition to|,? as well as) $"
)
_IN_PLACE = re.compile(rf"(?: [a-z’'-]+){{0,6}} {_NAMED_PLACE}")


@lru_cache(maxsize=16384)
def shared_out(sentence: str, as_written: str) -> str:
    """The place of a count that is one of several, each of a place: "two people in Norland and | five in Sudland"."""
    start = sentence.find(as_written)
    if start < 0:
        return ""
    before, after = sentence[max(start - 100, 0) : start], sentence[start + len(as_written) :][:120]
    found = _AND_ELSEWHERE.match(after) or (_IN_PLACE.match(after) if _ELSEWHERE_AND.search(before) else None)
    return found[1] if found else ""


Extent = Literal["base", "all", "some", "plain"]
"""Base: those of whom some are told ("of the | 18 trams"). All: those that there are ("has | 18 trams"). Some: those of
whom something is told ("| eleven of the 18"). Plain: neither is said."""

_THEIR = "(?:the|these|those|its|their|our|his|her|all|a total of) "
_ABOUT = "(?:(?:about|around|some|roughly|nearly|almost|over|more than|only) )?"
_NUMBER = rf"(?:\d|(?:{'|'.join(sorted(NUMBER_WORDS))})\b)"
_SOME = re.compile(rf"^(?:\s+[\w-]+)?\s+(?:out )?of (?:{_THEIR})?{_ABOUT}{_NUMBER}", re.IGNORECASE)
_OF_ALL = re.compile(rf"\bof (?:{_THEIR}|(?:the )?[\w-]{{2,30}}['’]s? )?{_ABOUT}$", re.IGNORECASE)
_TAKEN = re.compile(
    rf"(?:^\W*|\b(?:some|many|most|half|none|all|one|each|several|few|thirds?|quarters?|per ?cent|%|number|majority|"
    rf"{'|'.join(sorted(NUMBER_WORDS))})|\d)(?: [\w-]+)?\s*$",
    re.IGNORECASE,
)
_TAKEN_FROM = re.compile(
    rf"\b(?:specimens?|samples?|swabs?|tissue|isolates?|strains?|blood) "
    rf"(?:(?:taken|collected|obtained) )?from {_ABOUT}$",
    re.IGNORECASE,
)
"""What is had of some only: "specimens from | 30 patients"."""
_HAVING = re.compile(
    r"\b(?:has|have|had|having|with|own(?:s|ed)?|operat(?:es?|ed|ing)|runs?|running|compris(?:es?|ed|ing)|"
    r"there (?:are|were)|all|all of the|total of|employ(?:s|ed|ing)?|consists? of|the|its|their|our|his|her) "
    rf"{_ABOUT}$",
    re.IGNORECASE,
)


@lru_cache(maxsize=16384)
def extent_of(wording: str, as_written: str) -> Extent:
    """Which of them a count is of, by the words right around it."""
    start = wording.find(as_written)
    if start < 0:
        return "plain"
    before, after = wording[max(start - 60, 0) : start], wording[start + len(as_written) :][:60]
    of = _OF_ALL.search(before)
    if of and _TAKEN.search(before[: of.start()].rstrip()):
        return "base"
    if _SOME.match(after) or _TAKEN_FROM.search(before):
        return "some"
    return "all" if _HAVING.search(before) else "plain"
