"""Whether two figures can be compared: one measure, one form, the same actors, place, extent, stage and basis."""

import re

from factcheck.changing import MARKETS
from factcheck.identity import (
    country_of,
    may_count_one,
    measure_terms,
    other_attribute,
    same_measure,
    same_name,
    same_roles,
)
from factcheck.language.trends import OTHER_BASIS
from factcheck.likeness import Likeness
from factcheck.measuring import framing
from factcheck.measuring.figures import TIMES, in_words
from factcheck.measuring.outcomes import OUTCOMES, TOLLS, is_planned, ordered_in, stages_in
from factcheck.measuring.scoping import NEWLY, Extent, extent_of
from factcheck.measuring.set_apart import FRAMED, SET_APART
from factcheck.measuring.sites import measured_from, measured_in, one_of_several
from factcheck.measuring.sum_nouns import INCOME, other_sums
from factcheck.measuring.which import apart, in_order, which
from factcheck.records.base import unchecked
from factcheck.records.claim import Claim
from factcheck.records.finding import Step
from factcheck.records.quantity import form_of
from factcheck.records.timespan import day_number
from factcheck.rows import affirms, per_of
from factcheck.valuing import are_slips, convertible_quantities
from factcheck.wording import PRICES

_made = unchecked(Step)


def step(code: str, text: str) -> Step:
    """A step of a comparison, to tell."""
    return _made(code=code, text=text)


Tested = tuple[Step | None, bool]
"""A step to tell, and whether the two claims are about different things."""


def _measure(one: Claim, other: Claim) -> Tested:
    sameness = same_measure(one.measure, other.measure)
    told = f"One is about {in_words(one.measure)}, the other about {in_words(other.measure)}."
    counted = one.quantity is not None and one.quantity.dimension == "count"
    apart = not may_count_one(one.measure, other.measure) if counted else other_attribute(one.measure, other.measure)
    if sameness == "different" and apart:
        return step("other-measure", told), True
    ours, theirs = measure_terms(one.measure), measure_terms(other.measure)
    if (ours & INCOME and theirs & PRICES) or (ours & PRICES and theirs & INCOME) or other_sums(ours, theirs):
        return step("other-measure", told), True
    if counted and measure_terms(one.measure) & TOLLS and _is_times(one) != _is_times(other):
        return step("other-measure", "One counts how often it happened, the other to how many."), True
    if measure_terms(one.measure) & PERSONAL and not (_of_many(one, other) or same_roles(one.roles, other.roles)[1]):
        return step("other-holder", "They are not said of the same person or thing."), True
    if sameness == "same":
        return step("same-measure", f"Both are about {in_words(one.measure)}."), False
    return step("alike-measure", told), False


def _is_times(claim: Claim) -> bool:
    return claim.quantity is not None and claim.quantity.unit in TIMES


PERSONAL = frozenset({"age"})
"""What everybody and everything has, so that it says nothing unless the holder is the same."""


_OF_MANY = re.compile(r"\b(?:median|mean|average) age\b|\bage averaged\b")


def _of_many(*claims: Claim) -> bool:
    """Whether all give the age of a group, which has one: "the median age was 68"."""
    return all(_OF_MANY.search(claim.wording) for claim in claims)


def _roles(one: Claim, other: Claim) -> Tested:
    sameness, certain = same_roles(one.roles, other.roles)
    if sameness == "different":
        return step("other-actors", "They are about different actors."), True
    if certain:
        return step("same-actors", "They name the same actors."), False
    return None, False


def _places(one: Claim, other: Claim) -> Tested:
    if one.place and other.place and same_name(one.place, other.place) == "different":
        return step("other-place", f"One is about {one.place}, the other about {other.place}."), True
    ours, theirs = one.place or measured_in(one), other.place or measured_in(other)
    if ours and theirs and all(same_name(here, theirs) == "different" for here in ours.split(" and ")):
        return step("other-place", f"One is about {ours}, the other about {theirs}."), True
    for first, second in ((one, other), (other, one)):
        place = one_of_several(first)
        if place and place not in second.sentence and second.place != place:
            return step("other-place", f"One is of {place} alone, one place of several."), True
    return None, False


def _kinds_of_figure(one: Claim, other: Claim) -> Tested:
    ours, theirs = one.quantity, other.quantity
    if ours is None or theirs is None:
        return step("no-figure", "One of them gives no figure."), True
    if form_of(ours) != form_of(theirs):
        return step("other-form", "One gives a level, the other a change of it."), True
    if per_of(one) != per_of(other):
        return step("rate-and-total", "One is a rate, the other a total."), True
    if ours.dimension == "age":
        return step("ages", "Ages are held against dates of birth, not against each other."), True
    if not convertible_quantities(ours, theirs):
        return step("other-unit", "Their units cannot be converted into each other."), True
    return None, False


def _parts(one: Claim, other: Claim) -> Tested:
    if one.scope != other.scope:
        return step("part-of-whole", "One is a part of, or an addition to, what the other counts."), True
    slips = are_slips(one.quantity, other.quantity)
    if not slips and any(_is_plan_of(*two) or _was_planned(*two) for two in ((one, other), (other, one))):
        return step("other-status", f"One is {one.status}, the other {other.status}."), True
    if not slips and one.modality != other.modality and "possible" in (one.modality, other.modality):
        return step("only-possible", "One tells only what may be."), True
    if affirms(one) != affirms(other):
        return step("denied", "One affirms what the other denies."), True
    return None, False


def _extents(one: Claim, other: Claim, like: Likeness) -> Step | None:
    """Whether one counts all, and the other only those of them of whom something is told; or both count some, of whom
    other things are told."""
    kinds = {_extent(one), _extent(other)}
    terms = measure_terms(one.measure) | measure_terms(other.measure)
    parts = one.scope == other.scope == "part" and (_is_told_part(one) or _is_told_part(other))
    if parts and set(like.words) <= terms:
        return step("other-part", "They count different parts.")
    tolls = one.scope == other.scope == "part" and measure_terms(one.measure) & measure_terms(other.measure) & TOLLS
    if tolls and any(two[0].place and not two[1].place and _is_elsewhere(*two) for two in ((one, other), (other, one))):
        return step("other-part", "Only one of them is a part at a place that is named.")
    if "some" in kinds and _befalls(one) and _befalls(other) and _befalls(one) != _befalls(other):
        return step("other-happening", "Other things are told of those whom they count.")
    if kinds <= {"plain", "all"} or kinds <= {"base", "all"} or not OUTCOMES.isdisjoint(terms):
        return None
    if kinds <= {"some", "plain"} and (set(like.words) - terms or like.figures):
        return None
    return step("all-and-some", "One counts all of them, the other those of whom something is told.")


def _is_elsewhere(there: Claim, here: Claim) -> bool:
    """Whether one is told of a country that the sentence of the other does not name, though it names others."""
    return country_of(there.place or "") is not None and bool(here.names) and (there.place or "") not in here.sentence


def _news(one: Claim, other: Claim) -> Tested:
    """Whether both tell what was added since the last report, and not that they report of one day."""
    if not all(_is_new(claim) for claim in (one, other)):
        return None, False
    if one.timespan is not None and one.timespan == other.timespan:
        return None, False
    return step("other-report", "Each tells what was added since the report before."), True


def _is_new(claim: Claim) -> bool:
    written = claim.quantity.as_written if claim.quantity else ""
    _, found, behind = claim.wording.partition(written)
    return claim.scope == "additional" and bool(found) and NEWLY.match(behind) is not None


def _is_told_part(claim: Claim) -> bool:
    """Whether a count is said to be of those told before: "four of the 12", "three of them"."""
    return _extent(claim) == "some" or _OF_THEM.search(claim.wording) is not None


_OF_THEM = re.compile(r"\b(?:of|among) (?:them|whom|these|those)\b|\bincluding\b")


def _befalls(claim: Claim) -> str:
    """What is told of those counted, as a happening; empty where that is none that is known."""
    return claim.event.kind if claim.event else ""


def _extent(claim: Claim) -> Extent:
    counted = claim.quantity is not None and claim.quantity.dimension == "count"
    return extent_of(claim.wording, claim.quantity.as_written) if claim.quantity and counted else "plain"


def _is_plan_of(one: Claim, other: Claim) -> bool:
    """Whether one tells a plan, or an order, of which the other tells the outcome; the price of a deal that is agreed
    is that of the deal."""
    open_yet = _PLANNED if one.quantity is not None and one.quantity.dimension == "money" else _PLANNED | _BOUND
    return one.status in open_yet and other.status in _OUTCOME


def _was_planned(one: Claim, other: Claim) -> bool:
    """Whether one tells a plan, and the other, of a document that is much later, how it is."""
    if one.status != "planned" or other.status == "planned" or other.modality != "stated":
        return False
    return bool(one.as_of and other.as_of) and day_number(one.as_of or "") + _MUCH_LATER < day_number(other.as_of or "")


_MUCH_LATER = 180
_PLANNED, _BOUND, _OUTCOME = (
    frozenset({"planned"}),
    frozenset({"agreed", "ordered", "signed"}),
    frozenset({"done", "delivered", "cancelled", "refused"}),
)


def _stages(one: Claim, other: Claim) -> Tested:
    """Whether one sentence speaks of a stage ("in the first round") that the other does not speak of."""
    ours, theirs = (_stages_of(claim) for claim in (one, other))
    if ours != theirs:
        told = " and ".join(sorted(ours ^ theirs))
        return step("other-stage", f"Only one of them speaks of the {told}."), True
    first, second = (ordered_in(_own_part(claim)) for claim in (one, other))
    if any(first[thing].isdisjoint(second[thing]) for thing in first.keys() & second.keys()):
        return step("other-turn", "They speak of the first and of another of one kind."), True
    return None, False


def _stages_of(claim: Claim) -> frozenset[str]:
    """The stages that a claim is told of; of several, those beside its figure: "the first dose reached 61 per cent, and
    the second dose 38 per cent"."""
    told = _own_part(claim)
    found = stages_in(told)
    if len(found) < 2 or claim.quantity is None:
        return found
    parts = _SIDE_BY_SIDE.split(told)
    own = [part for part in parts if claim.quantity.as_written in part]
    return (stages_in(own[0]) if len(own) == 1 else frozenset()) or found


_SIDE_BY_SIDE = re.compile(r"; |, (?:and|but|while|against|with) ")


def _own_part(claim: Claim) -> str:
    """The words of a claim up to what is told on: "damages of €2.3m, | which were paid in the second quarter"."""
    text, written = claim.wording, claim.quantity.as_written if claim.quantity else ""
    told_on = _TOLD_ON.search(text, max(text.find(written), 0))
    return text[: told_on.start()] if told_on else text


_TOLD_ON = re.compile(r", (?:which|who|where)\b")


def _bases(one: Claim, other: Claim) -> Tested:
    """Whether only one counts on another basis ("like for like"), or tells a plan of what the other tells as done."""
    ours, theirs = (bool(OTHER_BASIS.search(claim.sentence)) for claim in (one, other))
    changed = one.quantity is not None and one.quantity.form == "change"
    if changed and ours != theirs:
        return step("other-basis", "Only one of them says on which basis it counts."), True
    ours, theirs = (is_planned(claim.wording) for claim in (one, other))
    done = (other if ours else one).status == "done"
    if ours != theirs and done and one.measure != "delay":
        return step("other-status", "One is planned, the other done."), True
    return None, False


_OF_SEVERAL = {
    "mean": re.compile(r"\b(?:averag(?:e|es|ed|ing)|on average|(?:a|the) mean)\b", re.IGNORECASE),
    "sum": re.compile(r"\b(?:between (?:them|us)|(?:all|taken|put) together|combined|jointly)\b", re.IGNORECASE),
}
"""Words of a figure that is the mean or the sum of several things' figures, and none of theirs."""


def _of_several(one: Claim, other: Claim) -> Tested:
    for kind, words in _OF_SEVERAL.items():
        if bool(words.search(one.wording)) != bool(words.search(other.wording)):
            return step("of-several", f"Only one of them is said to be the {kind} of several figures."), True
    return None, False


def _framings(one: Claim, other: Claim) -> Tested:
    """Whether a text frames one figure as what the other is not: the highest ever, what was aimed at, a rival's."""
    kind = one.quantity.dimension if one.quantity else ""
    for is_framed, kinds, code, told in FRAMED:
        if (not kinds or kind in kinds) and is_framed(one) != is_framed(other):
            return step(code, told), True
    ours, theirs = framing.kinds_together(one), framing.kinds_together(other)
    if bool(ours) != bool(theirs):
        return step("of-several", f"Only one of them counts the {ours or theirs} together."), True
    former = _is_former(one) and _is_former(other)
    if kind in ("money", "count") and not former and framing.is_of_rival(one) != framing.is_of_rival(other):
        return step("other-holder", "One of them is of that with which a text compares it."), True
    terms = measure_terms(one.measure), measure_terms(other.measure)
    if MARKETS & terms[0] and MARKETS & terms[1] and framing.other_owner(one, other):
        return step("other-holder", "They are of the shares of different companies."), True
    if terms[0] & terms[1] & framing.STAYING and framing.is_left(one) != framing.is_left(other):
        return step("other-moment", "Only one of them counts those of whom it is still so."), True
    for is_other, code, told in SET_APART:
        if is_other(one, other):
            return step(code, told), True
    reaches = framing.reach_of(one), framing.reach_of(other)
    if all(reaches) and len(set(reaches)) > 1:
        return step("other-reach", f"One is {reaches[0]}, the other {reaches[1]}."), True
    return None, False


_FROM = re.compile(
    r"\b(?:above|below|beneath|over|under) (?:the |mean |average |its |their )*"
    r"(sea|ground|surface|crater|summit|valley|street|roof|floor|deck|waterline|water|river|lake|road|rim|peak|foot)\b",
    re.IGNORECASE,
)
"""From where a height or a depth is measured."""
_POLL = re.compile(
    r"\b(?:polls?|polled|polling|surveys?|surveyed|respondents?|would (?:vote|choose|back|support|elect|pick)|"
    r"intends? to vote|of (?:those|the \w+) (?:asked|questioned|interviewed)|voting intentions?)\b",
    re.IGNORECASE,
)
_BALLOT = re.compile(
    r"\b(?:(?:took|won|received|gained|secured|got|had|with) [^.;]{0,30}of (?:the|all) (?:valid )?votes?|votes? cast|"
    r"ballots? (?:were |have been )?counted|(?:parishes|districts|stations|votes|wards|precincts) (?:have been |were )?"
    r"counted|elected)\b",
    re.IGNORECASE,
)
"""What people say they would vote, and what they voted."""


def _levels(one: Claim, other: Claim) -> Tested:
    if not all(claim.quantity is not None and claim.quantity.dimension == "length" for claim in (one, other)):
        return None, False
    starts = (measured_from(one), measured_from(other))
    for (_, place), (there, beside), claim in ((*starts, other), (*starts[::-1], one)):
        if place and there and place not in claim.sentence and (not beside or same_name(place, beside) == "different"):
            return step("other-place", f"Only one of them is measured from {place}."), True
    ours, theirs = (_FROM.search(claim.wording) for claim in (one, other))
    if ours and theirs and ours[1].lower() != theirs[1].lower():
        return step("other-level", f"One is measured from the {ours[1]}, the other from the {theirs[1]}."), True
    return None, False


def _polls(one: Claim, other: Claim) -> Tested:
    if one.quantity is None or one.quantity.dimension != "share":
        return None, False
    for first, second in ((one, other), (other, one)):
        if _POLL.search(first.sentence) and _BALLOT.search(second.sentence) and not _POLL.search(second.sentence):
            return step("poll", "One tells what people said they would vote, the other what they voted."), True
    return None, False


_FORMER_ONE = re.compile(
    r"\b(?:previous|former|earlier|old|last|prior|existing) (?:[\w’'-]+ ){0,2}?(?:record|best|high|peak|mark|"
    r"holder)s?\b[^.;]{0,100}$|\b(?:previously|formerly|until then) (?:held|owned|set)\b[^.;]{0,100}$",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:used to \w+|formerly|previously|in the past|that (?:it|they|he|she) replace[sd]?\b[^,;.]{0,40}|"
    r"(?:predecessors?|the old \w+)\b[^,;.]{0,40}) $",
    re.IGNORECASE,
)
"""What tells, right before a figure, that it is of what was before: "where there used to be | eleven"."""


def _former(one: Claim, other: Claim) -> Tested:
    ours, theirs = (_is_former(claim) for claim in (one, other))
    if ours != theirs:
        return step("former", "One is of what was before, the other of what is now."), True
    return None, False


def _is_former(claim: Claim) -> bool:
    text, written = claim.sentence, claim.quantity.as_written if claim.quantity else ""
    at = text.find(written)
    return (at > 0 and _FORMER.search(text[max(at - 80, 0) : at]) is not None) or (
        _FORMER_ONE.search(framing.lead_of(claim)) is not None
    )


def _which(one: Claim, other: Claim) -> Tested:
    if one.quantity is None or other.quantity is None or are_slips(one.quantity, other.quantity):
        return None, False
    told = apart(which(*in_order(one)), which(*in_order(other)))
    return (step("other-one", told), True) if told else (None, False)


_TESTS = (
    _kinds_of_figure, _measure, _roles, _places, _parts, _stages, _bases, _of_several, _levels, _polls, _former, _news,
    _framings, _which,
)  # fmt: skip


def comparable(one: Claim, other: Claim, like: Likeness) -> tuple[bool, list[Step]]:
    """Whether two figures can be set against each other, and the steps taken: if not, the last says why."""
    steps: list[Step] = []
    for test in _TESTS:
        told, separate = test(one, other)
        if told:
            steps.append(told)
        if separate:
            return False, steps
    extent = _extents(one, other, like)
    return extent is None, [*steps, *filter(None, (extent,))]
