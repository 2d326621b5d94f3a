"""Which way a sentence says that a measure moved, without or with a figure: "shares rose", "a fall in unemployment"."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from factcheck.language.nouns import plural_of, singular
from factcheck.language.tabulated import entries
from factcheck.language.tagging import Token, tag
from factcheck.language.trends import FALLING, FALLS, OTHER_BASIS, RISES, RISING
from factcheck.language.verbs import forms_of

Way = Literal["up", "down"]

_MEASURES = """
share: share stock
price: price cost fare tariff fee premium
profit: profit earning income surplus
loss: loss deficit shortfall
sales: sale revenue turnover taking
unemployment: unemployment joblessness
inflation: inflation
output: output production
turnout: turnout
level: level
rate: rate
temperature: temperature
population: population
wage: wage salary pay
rent: rent
demand: demand
export: export
import: import
crime: crime
membership: membership
attendance: attendance
number: number
value: value
support: support
employment: employment
index: index
currency: currency
yield: yield
debt: debt
spending: spending expenditure
investment: investment
emission: emission
consumption: consumption
circulation: circulation
popularity: popularity
rating: rating
traffic: traffic
harvest: harvest crop
order: order
margin: margin
gap: gap distance
lead: lead
majority: majority
growth: growth
confidence: confidence
enrolment: enrolment enrollment
mortality: mortality
birth: birth
death: death
infection: infection
case: case
reserve: reserve
budget: budget
subscription: subscription
passenger: passenger
visitor: visitor
pollution: pollution
poverty: poverty
speed: speed
waiting-time: wait
backlog: backlog
rainfall: rainfall
water: water
interest: interest
"""
"""What is measured, by the nouns that tell it."""
_MEASURE_OF = {noun: measure for measure, nouns in entries(_MEASURES) for noun in nouns.split()}

_UP: Way = "up"
_DOWN: Way = "down"
_AWAY = frozenset("lose add improve down up fell crash lead accelerate tank dive cede ease weaken".split())
"""Verbs that tell of more than a measure's way."""
_TAKING = frozenset("raise boost lift hike cut reduce lower slash trim halve double increase decrease".split())
"""Verbs that tell which way somebody moved their object."""
_BOTH_WAYS = frozenset("double halve increase decrease".split())
"""Those of them that also tell of what moves by itself: "sales increased"."""


def _verbs(bases: frozenset[str], way: Way) -> dict[str, tuple[str, Way]]:
    """The forms of verbs, each with its base and the way that it tells."""
    return {form: (base, way) for base in sorted(bases - _AWAY) for form in forms_of(base)}


_MOVING: dict[str, tuple[str, Way]] = _verbs(RISING, "up") | _verbs(FALLING, "down")
_NOUNS: dict[str, Way] = {**dict.fromkeys(RISES, _UP), **dict.fromkeys(FALLS, _DOWN)}
_TURNED: dict[str, Way] = {"up": "up", "higher": "up", "down": "down", "lower": "down"}
"""What a measure goes, is or ends: "went down", "was up", "closed lower"."""
_TURNING = frozenset("be go come close end finish stand edge tick creep run get open head push climb".split())
_BE = r"(?:became|become|got|gets?|are|is|was|were) (?:[a-z]+ )?"
_WORKLESS = r"people (?:were |are )?(?:jobless|unemployed|out of work|without (?:work|a job))\b"
_VOTED = r"(?:people|voters) (?:voted|went to the polls|cast)\b"
_THAN = r"\b(?! than (?!a |an |in |last |the |before|it |ever|during))"
"""Behind a comparison: not one with somebody else."""
_SAID: tuple[tuple[str, str, Way], ...] = (
    (rf"\b(?:earn(?:ed|s|t)?|made) (?:[a-z]+ )?more{_THAN}", "profit", "up"),
    (rf"\b(?:earn(?:ed|s|t)?|made) (?:[a-z]+ )?less{_THAN}", "profit", "down"),
    (rf"\b(?:sold|sells?) (?:[a-z]+ )?more{_THAN}", "sales", "up"),
    (rf"\b(?:sold|sells?) (?:[a-z]+ )?(?:less|fewer){_THAN}", "sales", "down"),
    (rf"\b{_BE}fuller\b", "level", "up"),
    (rf"\b{_BE}emptier\b", "level", "down"),
    (rf"\b{_BE}(?:dearer|more expensive)\b", "price", "up"),
    (rf"\b{_BE}cheaper\b", "price", "down"),
    (rf"\bmore {_WORKLESS}", "unemployment", "up"),
    (rf"\bfewer {_WORKLESS}", "unemployment", "down"),
    (rf"\bmore {_VOTED}", "turnout", "up"),
    (rf"\bfewer {_VOTED}", "turnout", "down"),
)
_PHRASES = tuple((re.compile(pattern, re.IGNORECASE), measure, way) for pattern, measure, way in _SAID)
"""Phrases that tell by themselves what moved, and which way."""
_UNSURE = re.compile(
    r"\b(?:not|no|never|if|whether|unless|would|could|(?-i:may)|might|will|expect(?:s|ed)?|forecasts?|predict(?:s|ed)?|fears?|"
    r"hope[sd]?|should|likely|target|aims?|plan(?:s|ned)?|or|instead)\b|n['’]t\b",
    re.IGNORECASE,
)
_STAGES = frozenset(
    "early opening opened open morning afternoon initially later close closed closing ended after-hours overnight "
    "midday briefly".split()
)
_PERIODS = frozenset("hour day week fortnight month quarter half season year decade century".split())
_BOUND = frozenset("; : ( ) while but as and when after before because which who that since although whereas".split())
_WRITTEN = frozenset({form for noun in _MEASURE_OF for form in (noun, plural_of(noun))})
"""The nouns of measures, in the singular and the plural."""


_PARTS = re.compile(r"[^;:]+")
"""What stands between marks at which a sentence begins anew."""
_CLAUSE = re.compile(r",|\b(?:but|though|although|while|whereas|and)\b")
_BEHIND = 20
"""Letters behind a move in which it may still be denied."""
_COMPARED = frozenset("more less fewer fuller emptier dearer cheaper".split())
_SIGNS = frozenset({*_MOVING, *_NOUNS, *(f"{noun}s" for noun in _NOUNS), *_TURNED})
"""Words of which a sentence has one if it tells of a move, by a phrase or by a verb or noun."""


class Move(NamedTuple):
    """A measure that moved, in `text[start:end]` of a sentence, and the noun by which the sentence calls it.

    `told` are the words that tell which one it is, `stages` and `periods` those that tell of when.
    """

    measure: str
    noun: str
    way: Way
    told: frozenset[str]
    stages: frozenset[str]
    periods: frozenset[str]
    start: int
    end: int


def moves_in(sentence: str) -> Iterator[Move]:
    """The measures that a sentence says moved for sure, each once."""
    seen = set[str]()
    for part in _PARTS.finditer(sentence):
        for move in _in_part(part[0]):
            if move.measure not in seen:
                seen.add(move.measure)
                yield move._replace(start=move.start + part.start(), end=move.end + part.start())


def _in_part(sentence: str) -> Iterator[Move]:
    words = set(re.findall(r"[a-z-]+", sentence.lower()))
    is_phrase = not words.isdisjoint(_COMPARED)
    if not is_phrase and (words.isdisjoint(_WRITTEN) or words.isdisjoint(_SIGNS)):
        return
    if OTHER_BASIS.search(sentence):
        return
    stages, periods = _STAGES & words, frozenset(_PERIODS & {singular(word) for word in words})
    for pattern, measure, way in _PHRASES if is_phrase else ():
        match = pattern.search(sentence)
        if match and not _is_unsure(sentence, *match.span()):
            yield Move(measure, measure, way, frozenset(), stages, periods, *match.span())
    tokens = tag(sentence)
    for place, token in enumerate(tokens):
        found = _moved(tokens, place)
        if found is None or found[0] < 0:
            continue
        at, way = found
        measure = _MEASURE_OF[singular(tokens[at].lower)]
        start, end = min(tokens[at].start, token.start), max(tokens[at].end, token.end)
        if not _is_unsure(sentence, start, end):
            yield Move(measure, tokens[at].lower, way, _told(tokens, at), stages, periods, start, end)


def _is_unsure(sentence: str, start: int, end: int) -> bool:
    """Whether the clause of a move is denied, supposed, or of what is to come."""
    begins = [match.end() for match in _CLAUSE.finditer(sentence, 0, start)]
    return _UNSURE.search(sentence, begins[-1] if begins else 0, min(end + _BEHIND, len(sentence))) is not None


def _moved(tokens: Sequence[Token], place: int) -> tuple[int, Way] | None:
    """Where the noun of a measure stands that the word at a place says moved, and which way; null for none."""
    token = tokens[place]
    if token.tag in ("NOUN", "VERB", "PAST") and token.lower in _NOUNS and tokens[place + 1 : place + 2]:
        behind = _measure(tokens, range(place + 1, min(place + 8, len(tokens))), needs=("in", "of"))
        if behind >= 0:
            return behind, _NOUNS[token.lower]
    is_verb = token.tag in ("VERB", "PAST", "PART") or (place > 0 and tokens[place - 1].lemma == "be")  # "was cut"
    if is_verb and token.lower in _MOVING:
        base, way = _MOVING[token.lower]
        passive = any(before.lemma == "be" for before in tokens[max(place - 3, 0) : place])
        behind = (
            -1 if passive or base not in _TAKING else _measure(tokens, range(place + 1, min(place + 6, len(tokens))))
        )
        if behind >= 0:
            return behind, way
        return (_before(tokens, place), way) if passive or base not in _TAKING or base in _BOTH_WAYS else None
    if token.lower in _TURNED and place and tokens[place - 1].lemma in _TURNING:
        return _before(tokens, place - 1), _TURNED[token.lower]
    return None


def _before(tokens: Sequence[Token], place: int) -> int:
    """Where the noun of the measure stands of which a verb is said: the first of its clause."""
    first = place
    while (
        first > 0
        and tokens[first - 1].lower not in _BOUND
        and (tokens[first - 1].tag not in ("VERB", "PAST") or tokens[first - 1].lower in _WRITTEN)
    ):
        first -= 1
    return _measure(tokens, range(first, place))


def _measure(tokens: Sequence[Token], places: range, needs: tuple[str, ...] = ()) -> int:
    found, led = -1, not needs
    for place in places:
        token = tokens[place]
        if (token.tag == "PUNCT" and token.lower not in ("'", "’", ",")) or token.lower in _BOUND:
            break
        led = led or token.lower in needs
        is_head = not (
            tokens[place + 1 : place + 2] and tokens[place + 1].tag == "NOUN" and tokens[place + 1].lower in _WRITTEN
        )
        is_noun = token.tag in ("NOUN", "VERB") or not place
        if led and is_head and is_noun and singular(token.lower) in _MEASURE_OF:
            return place
    return found


def _told(tokens: Sequence[Token], place: int) -> frozenset[str]:
    """The words that tell which measure it is: before it, and behind "of" or "in"."""
    found = set()
    before = place - 1
    while before >= 0 and (tokens[before].tag in ("NOUN", "ADJ") or (not before and tokens[before].tag == "PROPER")):
        found.add(tokens[before].lemma)
        before -= 1
    behind = place + 1
    if tokens[behind : behind + 1] and tokens[behind].lower in ("of", "in", "for"):
        behind += 1
        while behind < len(tokens) and (tokens[behind].tag in ("NOUN", "ADJ", "DET")):
            if tokens[behind].tag != "DET":
                found.add(tokens[behind].lemma)
            behind += 1
    return frozenset(found)
