"""What a figure measures, in words: the noun, what happens to it, and whether it is a part or an addition."""

import re

from factcheck.identity import country_of, measure_terms
from factcheck.language.concepts import GENERIC_PEOPLE, concept_of, measure_of
from factcheck.language.nouns import singular
from factcheck.language.persons import is_person
from factcheck.language.tagging import tag
from factcheck.outcomes import GRAVE, OUTCOMES, TOLLS, attribute, complement, state_of, told_before, words_of
from factcheck.portions import LAID_OFF, portion
from factcheck.records.claim import Scope
from factcheck.records.mention import EventMention, Mention, QuantityMention
from factcheck.records.quantity import Quantity

TIMES = frozenset({"times", "occasions", "time", "occasion"})
"""What is counted in these is the happening itself."""


_MORE_BEFORE = re.compile(r"\b(?:further|additional|another|extra|other|remaining)\s+$", re.IGNORECASE)
_MORE_AFTER = re.compile(r"^\s*(?:more(?!\s+than)|further|additional|extra|others)\b", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"(?:\b(?:of (?:them|whom|these|those|this|that|it|which|the (?:total|sum|whole|money))"
    r"|among (?:them|whom|these|those)|including)\W+"
    r"|(?:^|[.;\n] *)(?:of|among) (?:the|these|those|its|their|all)\b[^,.;\n]{1,60}, +)$",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(r"^\s*(?:of (?:them|whom|these|those|which|the)\b|each\b|apiece\b|alone\b)", re.IGNORECASE)
_GAPS = "overruns?|overspends?|overspend(?:ing)?|excess|shortfalls?|surplus|gap|difference|lead|margin"
_GAP_BEFORE = re.compile(rf"\b(?:{_GAPS}) of (?:about |around |some |nearly |almost |over )?$", re.IGNORECASE)
_GAP_AFTER = re.compile(
    rf"^(?:\s*\([^()]{{1,20}}\))?,?\s*(?:[a-z]+ ){{0,2}}?(?:(?:more|less|fewer|higher|lower|greater|smaller|"
    rf"larger|bigger|longer|shorter|cheaper|dearer|heavier|lighter|taller|deeper|older|younger) than\b|"
    rf"(?:above|below|over|under|short of|shy of|ahead of|behind) (?:that|those|what|budget|"
    rf"(?:the|its|their|his|her|our) (?:[a-z]+ )?(?:budget|estimate|limit|target|sum|price|bid|bidder|total|average|"
    rf"plan|forecast|norm|figure|number|level|rate)\b)|(?:{_GAPS})\b)",
    re.IGNORECASE,
)
"""What makes a figure an addition to another, a part of it, or the distance between two, right before or after it."""

_BILL = re.compile(
    r"\b(?:bill|cost|price|price tag|tab|outlay)\b(?! of living)(?: [\w’'-]+){0,10}? "
    r"(?:is|was|c[ao]mes? to|r[au]ns? to|came in at|stands at|stood at|put at|amounted to|totall?ed)"
    r"(?: (?:about|around|some|nearly|almost|over))? $"
)
"""What says of a sum that it is what something costs: "the bill for the work came to"."""

_SAYS_ALL = {"bodies": "death", "corpses": "death", "members": "membership"}
"""Nouns that, standing alone, tell what a count is of."""


def _head(noun: str) -> str:
    """What the head of a noun phrase counts: "the company's workforce in Arlen"."""
    words = noun.split()
    end = next((place for place, word in enumerate(words) if place and word in _TIES), len(words))
    return measure_of(words[end - 1])


_OF_THINGS = frozenset("recall order delivery transfer".split())
_THINGS = frozenset("unit machine item device piece product vehicle model copy article".split())
"""What anything may be called whose kind was told before."""
_CROWDS = frozenset("crowd participant protester protestor demonstrator marcher attendance".split())
"""Those who are counted as having come."""


def measured(quantity: Quantity, event: EventMention | None, clause: str, end: int | None = None) -> str:
    """What is measured, in words: the noun, and what happens to it ("officers training", "death").

    `end` is where the figure ends in the text of its clause; null where that is not known.
    """
    concept = (event.concept if event else None) or ""
    end = _end_of(quantity, clause) if end is None else end
    said = complement(clause[end:]) if end >= 0 else ""
    if quantity.dimension != "count":
        start = end - len(quantity.as_written)
        told = _told_around(quantity, clause, start, end) if start >= 0 else ""
        return told or _sum_measured(quantity, concept, said or attribute(quantity, clause, end))
    noun = said or quantity.unit or quantity.of
    if noun in _SAYS_ALL:
        return _SAYS_ALL[noun]
    if quantity.form == "change" and quantity.modifier == "down" and noun and _head(noun) == "employee":
        return LAID_OFF
    whole = noun and noun == quantity.of and not quantity.unit
    if whole and end > 0:
        concept = told_before(str(noun), clause[:end]) or concept
    concept = (state_of(clause, end, max(end - len(quantity.as_written), 0)) if end >= 0 else "") or concept
    if whole and concept in OUTCOMES:
        return next((term for term in map(concept_of, words_of(str(noun))) if term in OUTCOMES), concept)
    if concept in ("aboard", GRAVE):
        plain = not noun or measure_of(noun) in GENERIC_PEOPLE | {""}
        return concept if plain else str(noun) if concept == "aboard" else f"{noun} {concept}"
    told = next(
        (term for term in map(concept_of, words_of(f"{noun or ''} {quantity.of or ''}")) if term in OUTCOMES), ""
    )
    concept = concept if concept in OUTCOMES and told in ("", "attendance") else told
    if noun and concept in ("", "attendance") and measure_of(noun) in _CROWDS:
        return "attendance"
    if not noun or noun in TIMES:
        return concept or (event.concept if event and event.concept and noun in TIMES else "")
    return _joined(noun, concept)


def _joined(noun: str, concept: str) -> str:
    """The noun with what happens to it, or the happening alone where the noun says no more."""
    kind = measure_of(noun)
    if concept == "layoff" and (kind in GENERIC_PEOPLE | {"", "employee"} or concept in (kind, concept_of(noun))):
        return LAID_OFF
    if concept and (kind in GENERIC_PEOPLE | {""} or concept in (kind, concept_of(noun))):
        return concept
    if concept in _OF_THINGS and kind in _THINGS:
        return concept
    return f"{noun} {concept}" if concept and concept not in noun else noun


def _told_around(quantity: Quantity, clause: str, start: int, end: int) -> str:
    """What the words right around a share or a sum say that it is."""
    if quantity.dimension == "share":
        return portion(clause, start, end)
    bill = quantity.dimension == "money" and quantity.form == "value" and _BILL.search(clause[:start][-100:])
    return f"{own_noun(quantity)} cost".strip() if bill else ""


def _end_of(quantity: Quantity, clause: str) -> int:
    written = re.search(rf"(?<![\w.,]){re.escape(quantity.as_written)}(?!\w)", clause)
    return written.end() if written else -1


_MOVED = frozenset({"growth", "decline"})
"""What happens to a level; who moved is then what is measured, and does not pay: "Poverty rose to 9 per cent"."""


def _sum_measured(quantity: Quantity, concept: str, said: str) -> str:
    if quantity.dimension == "age":
        return "age"
    moved = concept in _MOVED or (quantity.form == "change" and quantity.dimension == "share")
    own = own_noun(quantity) or (quantity.of or "" if moved else "")
    if quantity.dimension == "share":
        outcome = concept if concept in OUTCOMES and own and concept not in own else ""
        return said or " ".join(filter(None, (own, outcome))) or concept or quantity.dimension
    if said and quantity.dimension != "money" and said not in own:
        return f"{own} {said}".strip()
    return own or concept or quantity.dimension


def own_noun(quantity: Quantity) -> str:
    """What a sum is of, where it is a thing and not who pays."""
    noun = quantity.of or ""
    return "" if not noun or noun.casefold() in _SAYS_NOTHING or _is_payer(noun) else noun


_SAYS_NOTHING = frozenset("record total sum amount figure estimate maximum minimum".split())
"""Nouns before a figure that say nothing of what it is of: "fined a record €45 million"."""
_TIES = frozenset("of in on for at from to with between by per under over after before".split())
_BODIES = frozenset(
    "government ministry department agency council parliament company firm group corporation conglomerate bank bureau "
    "authority commission committee court university club side outfit giant maker union party team squad army navy "
    "police force institute charity foundation regulator insurer airline carrier retailer chain manufacturer supplier "
    "lender operator developer contractor startup unit subsidiary arm industry economy".split()
)
"""Common nouns that, after a name, are who pays, is paid or has a share."""


def _is_payer(noun: str) -> bool:
    """Whether a noun phrase says who pays: "Thalassa Lines", "Arlen firm"; not "Military aid", "Thalassa shares"."""
    if country_of(noun) is not None:
        return True
    words = noun.split()
    if not words:
        return False
    end = next((place for place, word in enumerate(words) if place and word.casefold() in _TIES), len(words))
    head = words[end - 1]
    if not noun[:1].isupper() or concept_of(words[0].casefold()) is not None:
        return False
    if head.islower():
        return is_person(head) or singular(head) in _BODIES
    if end > 1 or tag(head)[0].tag == "PROPER":
        return True
    return singular(head.casefold()) == head.casefold() and (tag(head)[0].tag != "NOUN" or head.casefold() in _BODIES)


_BY_THEMSELVES = OUTCOMES - {"death", "injury", "missing", "infection"}
"""Outcomes whose count is a whole, though those counted are some of others: "Of the sick, 68 were admitted"."""


def scope_of(text: str, mention: Mention, measure: str = "") -> Scope:
    """Whether a figure stands for the whole, a part of it, or an addition to it; a share is one by itself."""
    before, after = text[max(mention.start - 80, 0) : mention.start], text[mention.end : mention.end + 60]
    if _MORE_BEFORE.search(before) or _MORE_AFTER.search(after):
        return "additional"
    if _GAP_BEFORE.search(before) or _GAP_AFTER.match(after):
        return "additional"
    if isinstance(mention, QuantityMention) and mention.quantity.dimension == "share":
        return "whole"
    lead, of = _PART_BEFORE.search(before), _PART_AFTER.search(after)
    if lead and measure in _BY_THEMSELVES and measure not in map(concept_of, words_of(lead[0])):
        lead = None
    outcome = measure.rpartition(" ")[2]
    if of and not lead and outcome in TOLLS and _befell(outcome, after[of.end() :]):
        of = None
    measured_off = isinstance(mention, QuantityMention) and mention.quantity.dimension not in ("count", "money")
    return "part" if lead or (of and not measured_off) else "whole"


_CLAUSE = re.compile(r"[^,.;:()–—]*")


def _befell(outcome: str, after: str) -> bool:
    """Whether what is said behind "of them" or "of the" tells the outcome, by its verb and not by those it is a part
    of: "one of them | has died", "12 of the | passengers drowned"; not "two of the | dead were children"."""
    clause = _CLAUSE.match(after)
    words = words_of(clause[0] if clause else "")
    told = [place for place, word in enumerate(words) if concept_of(word) == outcome]
    return bool(told) and not any(concept_of(word, "noun") == outcome for word in words[: min(told[0] + 1, _FEW)])


_FEW = 2


def is_open(text: str, mention: Mention, event: EventMention, measure: str) -> bool:
    """Whether what the verb says of its own status says nothing of what is counted: what was announced is not done."""
    if event.status == "ordered":
        return "order" not in measure_terms(measure)
    return event.status == "done" and _ANNOUNCED.search(text, max(mention.start - 30, 0), mention.start) is not None


_ANNOUNCED = re.compile(r"\b(?:announc|propos|unveil|threaten|recommend)(?:e[sd]?|ing|ed|s)? $", re.IGNORECASE)
"""What stands before what is announced: "it announced | 2,400 redundancies"."""


_IN_WORDS = {
    "death": "the dead",
    "injury": "the injured",
    GRAVE: "the seriously injured",
    "aboard": "those on board",
    "missing": "the missing",
    "rescue": "those rescued",
    "evacuation": "those evacuated",
    "displacement": "those who had to leave",
    "arrest": "those arrested",
    "infection": "those infected",
    "hospitalisation": "those in hospital",
    "treatment": "those treated",
    "training": "those trained",
    "graduation": "graduates",
    "vaccination": "those vaccinated",
    "conviction": "convictions",
    LAID_OFF: "jobs lost",
    "hiring": "those hired",
    "employment": "staff",
    "attendance": "those present",
    "visit": "visits",
    "vote": "votes",
    "abstention": "abstentions",
    "transfer": "what was sold or bought",
    "order": "what was ordered",
    "delivery": "what was delivered",
    "destruction": "what was destroyed",
    "damage": "damage",
    "money": "the sum",
    "share": "the share",
}
"""Measures that are a happening or a dimension, as a message names them."""


def in_words(measure: str) -> str:
    """A measure as a sentence names it."""
    return _IN_WORDS.get(measure, measure)
