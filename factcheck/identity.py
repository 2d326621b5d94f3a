"""Whether two names, roles or measures are the same thing: same, maybe, or different.

`maybe` is what the texts leave open ("the company" and a name; a surname and a full name); it neither
joins nor separates.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import Literal

from rapidfuzz.distance import OSA

from factcheck.language.concepts import GENERIC_PEOPLE, concept_of, measure_of
from factcheck.language.countries import capitals, demonyms, names
from factcheck.language.kinds import counted_kinds
from factcheck.language.nouns import singular
from factcheck.language.persons import is_person
from factcheck.language.verbs import FORMS
from factcheck.records.claim import Roles

Sameness = Literal["same", "maybe", "different"]

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_LEADING = re.compile(r"^(?:the|a|an|its|their|his|her|our|this|that|these|those)\s+", re.IGNORECASE)
_EMPTY = frozenset(
    "the a an of and in on at for to by with from its their his her other all some masked hooded".split()
)
_GENERIC = frozenset(
    "it he she they them him who which this that these those company firm group government ministry state country"
    " military army police officials authorities regime council city town people residents man woman agency"
    " organisation organization institute university party club team side union board court".split()
)
"""Words that refer to something the text named before, so that they separate nothing."""

_EITHER = frozenset({"korea", "congo"})
"""Names that stand for either of two countries."""

MOST_TERMS = 6
"""Terms of a measure of which every set is one that may stand for it."""

ALIKE = {
    **dict.fromkeys(("opening", "outbreak", "launch", "inauguration"), "start"),
    "employee": "employment",
    "displacement": "evacuation",
    "illness": "infection",
}
"""What is told in words that stand for one another: a trial opens, begins and starts; staff are those employed."""


@lru_cache(maxsize=16384)
def name_key(name: str) -> str:
    """The form by which a name is joined with others: folded, without article, possessive or demonym."""
    plain = _LEADING.sub("", re.sub(r"['’]s?$", "", name.strip()))
    country = country_of(plain)
    return country.casefold() if country else " ".join(_WORD.findall(plain.casefold().replace("’", "'")))


@lru_cache(maxsize=16384)
def same_name(one: str, other: str) -> Sameness:
    """Whether two names mean one thing, judged by their words alone."""
    first, second = name_key(one), name_key(other)
    if first == second:
        return "same"
    if _is_generic(one) or _is_generic(other):
        return "maybe"
    if _stands_for(one, second) or _stands_for(other, first):
        return "maybe"
    if _is_country(first) and _is_country(second):
        return "different"
    left, right = first.split(), second.split()
    if set(left) <= set(right) or set(right) <= set(left):
        return "maybe"
    if _are_its_members(left, right) or _are_its_members(right, left):
        return "same"
    if len(left) == len(right) and all(_close(a, b) for a, b in zip(left, right, strict=True)):
        return "same"
    if _initials(first) == second or _initials(second) == first:
        return "same"
    return "different"


def _are_its_members(members: list[str], party: list[str]) -> bool:
    """Whether a party is called by its members: the Conservatives, the Conservative Party."""
    if len(members) != 1 or len(party) < _PARTY or party[-1] != "party" or not members[0].endswith("s"):
        return False
    return members[0].removesuffix("s") in (party[-2], party[-2].removesuffix("ic"))


_PARTY = 2


def country_of(name: str) -> str | None:
    """The country that a name or a demonym means; null for other names."""
    return names().get(name) or demonyms().get(name)


@cache
def _countries() -> frozenset[str]:
    return frozenset(country.casefold() for country in names().values())


def _is_country(key: str) -> bool:
    """Whether a name is that of one country, so that a likeness to another country's says nothing."""
    return key in _countries() and key not in _EITHER


@lru_cache(maxsize=16384)
def _capital_of(name: str) -> str:
    """The country of which a name is the capital, folded."""
    return (capitals().get(_LEADING.sub("", name)) or "").casefold()


def _stands_for(name: str, key: str) -> bool:
    """Whether a name is that of a capital, which may be said for the country or its government."""
    return _capital_of(name) == key


@lru_cache(maxsize=16384)
def _is_generic(name: str) -> bool:
    """Whether the words describe rather than name: "the company", "the Lancashire group"."""
    words = _WORD.findall(_LEADING.sub("", name))
    return not words or words[-1].islower() or all(map(_refers, words))


def _refers(word: str) -> bool:
    """Whether a word refers to what was named before; capitals make a name of it ("WHO")."""
    return word.casefold() in _GENERIC and not (len(word) > 1 and word.isupper())


def _close(one: str, other: str) -> bool:
    """Whether two words are spellings of one: one letter in five may differ, and no digit."""
    if one == other or any(map(str.isdigit, one + other)):
        return one == other
    return min(len(one), len(other)) > 3 and OSA.distance(one, other) <= max(len(one), len(other)) // 5


@lru_cache(maxsize=16384)
def _initials(key: str) -> str:
    return "".join(word[0] for word in key.split() if word not in _EMPTY)


def same_any(ours: Iterable[str], theirs: Iterable[str]) -> Sameness:
    """Whether two sets of actors share one: same if any is, different if all are, else maybe."""
    verdicts = {_same_actor(one, other) for one in ours for other in theirs}
    if "same" in verdicts:
        return "same"
    return "different" if verdicts == {"different"} else "maybe"


@lru_cache(maxsize=16384)
def _same_actor(one: str, other: str) -> Sameness:
    sameness = same_name(one, other)
    return "maybe" if sameness == "different" and (_is_common(one) or _is_common(other)) else sameness


def _is_common(actor: str) -> bool:
    """Whether an actor is a common noun with a capital at the head of its sentence: "Inspectors", "Cracking"."""
    word = actor.casefold()
    base = FORMS.get(word)
    return word.isalpha() and (is_person(singular(word)) or (base is not None and base[1] != word))


Slots = tuple[Sequence[str], ...]
"""Who takes part, slot by slot."""


def slots_of(roles: Roles) -> Slots:
    """The slots of roles in a fixed order: who does it, to whom, from, to and for whom."""
    return roles.agent, roles.recipient, roles.from_, roles.to, roles.for_


def other_actors(ours: Slots, theirs: Slots) -> bool:
    """Whether two claims give one part to different actors."""
    return any(one and other and same_any(one, other) == "different" for one, other in zip(ours, theirs, strict=True))


def same_roles(ours: Roles, theirs: Roles) -> tuple[Sameness, int]:
    """Whether two claims give the same parts to the same actors, and how many parts are surely the same."""
    certain, differing = 0, False
    for one, other in zip(slots_of(ours), slots_of(theirs), strict=True):
        if one and other:
            sameness = same_any(one, other)
            certain += sameness == "same"
            differing |= sameness == "different"
    if differing:
        return "different", certain
    return ("same" if certain else "maybe"), certain


_ONE_TERM = {
    "pretax": r"\bpre-?tax\b|\bbefore tax\b",
    "aftertax": r"\bpost-?tax\b|\bafter tax\b",
    "unemployment": r"\b(?:unemployment|jobless|joblessness) rate\b|\brate of (?:unemployment|joblessness)\b|"
    r"\bjoblessness\b",
    "inflation": r"\b(?:headline |consumer price )?inflation rate\b|\brate of inflation\b|"
    r"\bconsumer price inflation\b",
    "gdp": r"\bgross domestic product\b|\beconom(?:y|ic output|ic growth)\b",
    "interestrate": r"\b(?:key|main|base|policy|benchmark|repo|cash|discount|bank) (?:interest |lending )?rate\b|"
    r"\b(?:interest|lending) rate\b|\brate of interest\b",
    "support": r"\bapproval ratings?\b",
    "vote": r"\bvote share\b|\bshare of (?:the )?(?:popular )?votes?\b",
    "marketshare": r"\bmarket share\b|\bshare of (?:the )?market\b",
    "poverty": r"\bpoverty (?:rate|line)\b|\brate of poverty\b",
    "occupancy": r"\boccupancy rate\b",
    "tax": r"\btax rate\b|\brate of tax\b|\btariffs?\b",
    "growth": r"\bgrowth rate\b|\brate of growth\b",
}
"""Terms that are written in several ways, of more than one word: "profit before tax", "pre-tax profit"."""
_WAYS = re.compile("|".join(f"({pattern})" for pattern in _ONE_TERM.values()))


def _one_term(match: "re.Match[str]") -> str:
    return list(_ONE_TERM)[(match.lastindex or 1) - 1]


@lru_cache(maxsize=16384)
def measure_terms(measure: str) -> frozenset[str]:
    """What a measure consists of: concepts of its verbs and nouns, and what distinguishes them."""
    terms = set()
    for word in _WORD.findall(_WAYS.sub(_one_term, measure.casefold())):
        if word not in _EMPTY and country_of(word.capitalize()) is None:
            term = concept_of(word) or measure_of(word)
            terms.add("people" if term in GENERIC_PEOPLE else ALIKE.get(term, term))
    return frozenset(terms - {""})


@lru_cache(maxsize=16384)
def same_measure(one: str, other: str) -> Sameness:
    """Whether two measures are the same: equal terms; `maybe` where one only says more."""
    first, second = measure_terms(one), measure_terms(other)
    if first == second:
        return "same"
    if first and second and (first <= second or second <= first):
        return "maybe"
    return "different"


@cache
def _kinds() -> dict[str, dict[str, bool]]:
    """The kinds of what is counted, by the terms that its nouns are in a measure; with them, whether the term stands
    for any thing of the kind."""
    found: dict[str, dict[str, bool]] = {}
    for noun, kinds in counted_kinds().items():
        if concept_of(noun) in (None, noun):
            for term in measure_terms(noun) - {"people"}:
                found.setdefault(term, {}).update(kinds)
    return found


@lru_cache(maxsize=16384)
def kinds_counted(measure: str) -> frozenset[str]:
    """The kinds of the things that a measure counts."""
    return frozenset(kind for term in measure_terms(measure) for kind in _kinds().get(term, ()))


def _akin(one: str, other: str) -> bool:
    ours, theirs = _kinds().get(one, {}), _kinds().get(other, {})
    return one == other or any(ours[kind] or theirs[kind] for kind in ours.keys() & theirs.keys())


@lru_cache(maxsize=16384)
def may_count_one(one: str, other: str) -> bool:
    """Whether two counts may be of one thing by what they count: each term of the one that says less is a term of the
    other, or a wider or narrower noun for it (boats, vessels)."""
    if same_measure(one, other) != "different":
        return True
    if kinds_counted(one).isdisjoint(kinds_counted(other)):
        return False
    fewer, more = sorted((measure_terms(one), measure_terms(other)), key=len)
    return all(any(_akin(term, there) for there in more) for term in fewer)


PREVENTED = "prevention"
"""What ends the measure of how much of an outcome is prevented: "73% less likely to die", "cut deaths by 73%"."""

ATTRIBUTES = frozenset(
    "length height depth width thickness weight speed distance age size area capacity power turnout rejection support "
    "prevention".split()
)
"""What things have one of each: a length is no depth."""


@lru_cache(maxsize=16384)
def other_attribute(one: str, other: str) -> bool:
    """Whether two measures are different attributes of a thing, or what it prevents of different outcomes."""
    ours, theirs = measure_terms(one), measure_terms(other)
    if PREVENTED in ours & theirs and ours != theirs:
        return True
    ours, theirs = ours & ATTRIBUTES, theirs & ATTRIBUTES
    return bool(ours and theirs) and not ours & theirs


@lru_cache(maxsize=16384)
def subsets(terms: frozenset[str]) -> tuple[frozenset[str], ...]:
    """The sets of terms that a measure may be told with, saying less; of very many terms only those of one."""
    if len(terms) > MOST_TERMS:
        return (terms, *(frozenset((term,)) for term in sorted(terms)))
    ordered = sorted(terms)
    return tuple(frozenset(some) for size in range(1, len(ordered) + 1) for some in combinations(ordered, size))
