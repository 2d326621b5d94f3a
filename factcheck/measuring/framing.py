"""How a text frames a figure: as the highest ever, of several kinds together, as a rival's, of the whole world."""

import re
from functools import lru_cache

from factcheck.language.concepts import concept_of
from factcheck.language.number_words import NUMBER_WORDS
from factcheck.language.numerals import read
from factcheck.language.persons import is_person
from factcheck.records.claim import Claim

_ABOUT = "(?:(?:about|around|nearly|almost|just|over|under|more|less|than|some) )*"
_EXTREME = re.compile(rf"\b(?:peaks?|highs?|lows?|trough|maximum|minimum) of {_ABOUT}$", re.IGNORECASE)
_TO_AN_EXTREME = re.compile(r"as (?:low|high) as ", re.IGNORECASE)


def is_extreme(claim: Claim) -> bool:
    """Whether a figure is the highest or the lowest that there was: "a peak of | $270"."""
    written = as_written(claim)
    return _EXTREME.search(claim.wording.partition(written)[0]) is not None or _TO_AN_EXTREME.match(written) is not None


def as_written(claim: Claim) -> str:
    """The figure of a claim as the text has it."""
    return claim.quantity.as_written if claim.quantity else ""


_TOGETHER = re.compile(
    r"((?: [\w’'-]+){1,2}(?:,(?: [\w’'-]+){1,2})?,? (?:and|or)(?: (?!(?:the|an?|all|its|their)\b)[a-z’'-]+){1,2})"
)
_NUMBERED = re.compile(rf"\b(?:and|or) (?:{'|'.join(sorted(NUMBER_WORDS))})\b")
_CREWS = frozenset("crew staff personnel police relatives families residents tourists".split())


def kinds_together(claim: Claim) -> str:
    """The kinds of people that a count counts together, in the words behind it; empty where it counts one."""
    if claim.quantity is None or claim.quantity.dimension != "count" or not claim.quantity.unit:
        return ""
    around = " ".join(f"{claim.anchors[0].exact}{claim.anchors[0].suffix}".split())
    _, found, behind = around.partition(claim.quantity.as_written)
    told = _TOGETHER.match(behind) if found else None
    if told is None or _NUMBERED.search(told[1]):
        return ""
    kinds = [part.split() for part in re.split(r",? (?:and|or) |, ", told[1].strip())]
    first = kinds[0][-1] if kinds[0] else ""
    others = [next((word for word in words[:2] if is_person(word) or word in _CREWS), "") for words in kinds[1:]]
    if not (is_person(first) or first in _CREWS) or not all(others):
        return ""
    return f"{first} and {others[-1]}"


_BEATING = (
    r"\b(?:ahead of|(?<!was )(?<!is )(?<!were )(?<!are )(?<!be )(?<!been )behind|"
    r"beat(?:s|ing|en)?|surpass(?:es|ed|ing)|outstrip(?:s|ped|ping)|overt(?:ook|ak(?:es|en|ing))|"
    r"eclips(?:es|ed|ing)|topp(?:ed|ing)|outdid|outpac(?:es|ed|ing)|(?:edged|edging) out|dwarf(?:s|ed|ing)|"
    r"compared (?:with|to)|(?:more|less|higher|lower|larger|bigger|smaller|fewer|better|worse) "
    r"than(?! (?:\d|[£$€]|half\b|twice\b|a (?:third|quarter|fifth|dozen|hundred|thousand|million)\b|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)))\b"
)
_RIVAL = re.compile(
    rf"{_BEATING}(?:[^.;]{{0,90}}?(?:,? (?:which|who|whose)\b|[’']s\b|s[’']|\band (?:its|his|her|their)\b)"
    rf"[^.;:,]{{0,60}}| only the) {_ABOUT}$",
    re.IGNORECASE,
)


def is_of_rival(claim: Claim) -> bool:
    """Whether a figure is of what a text compares something with: "beating Stone, which took | $19m"."""
    return _RIVAL.search(lead_of(claim)) is not None


def lead_of(claim: Claim) -> str:
    """The words of its sentence up to a figure, as far as they are known."""
    return _lead(claim.context, claim.anchors[0].prefix, claim.wording, as_written(claim))


@lru_cache(maxsize=16384)
def _lead(context: str, prefix: str, wording: str, written: str) -> str:
    near = " ".join(prefix.split())
    before, found, _ = context.partition(near) if near else ("", "", "")
    lead = f"{before}{found}" if found else ""
    return f"{lead} {wording.partition(written)[0]}"[-_BACK:]


_BACK = 200
_REACHES = {
    "worldwide": r"worldwide|global(?:ly)?|(?:around|across|throughout) the (?:world|globe)",
    "at home": r"domestic(?:ally)?|at home|home market",
    "abroad": r"abroad|overseas|international(?:ly)?|foreign",
}
_REACH = {reach: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for reach, words in _REACHES.items()}


def reach_of(claim: Claim) -> str:
    """Whether a figure is said to be of the whole world, of home or of abroad; empty where nothing or more is said."""
    if claim.quantity is None or claim.quantity.dimension not in ("money", "count"):
        return ""
    found = [reach for reach, words in _REACH.items() if words.search(claim.wording)]
    return found[0] if len(found) == 1 else ""


_STILL = re.compile(r"\b(?:remain(?:s|ed|ing)?|still|stay(?:s|ed|ing)?)\b", re.IGNORECASE)
STAYING = frozenset("hospitalisation evacuation displacement arrest quarantine treatment outage".split())
"""What people go through, of whom some are through it while others still are in it."""


def is_left(claim: Claim) -> bool:
    """Whether a count is of those who still are in a state that others have left: "94 remain in hospital"."""
    return _STILL.search(claim.wording) is not None


_CONSISTS = re.compile(
    r"\b(?:the|an?|each|every|one|first|second|third|fourth|this|that) (?:[a-z-]+ )?(?P<unit>[a-z]+),? "
    r"(?:consist(?:s|ing|ed) of|(?:is |was )?(?:made up|composed) of|compris(?:es|ing|ed)) [^.;:]{0,60}$",
    re.IGNORECASE,
)
_WHOLES = frozenset("order contract deal purchase programme program package fleet total delivery consignment".split())


def is_component(claim: Claim) -> bool:
    """Whether a count is of what one of several things consists of: "the system, consisting of | six aircraft"."""
    found = _CONSISTS.search(lead_of(claim))
    return found is not None and found["unit"].lower() not in _WHOLES


_OF_EACH = re.compile(r"\b(?:all|each|none|both) of (?:them|these|those|which)\b[^,.;]{0,25}$", re.IGNORECASE)


_EACH = re.compile(r" each\b| apiece\b")


def is_of_each(claim: Claim) -> bool:
    """Whether a figure is said of each of several: "all of them were under | $9 billion", "spans of | 66 metres
    each"."""
    _, found, behind = claim.wording.partition(as_written(claim))
    return _OF_EACH.search(lead_of(claim)) is not None or (bool(found) and _EACH.match(behind) is not None)


_PROPER = re.compile(r"\b[A-Z][\w&.-]*")
_SHARES = frozenset("share shares stock stocks index group corp corporation inc plc the".split())


def other_owner(one: Claim, other: Claim) -> bool:
    """Whether the shares of which two figures tell are called after two names."""
    ours, theirs = _owner(one), _owner(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _owner(claim: Claim) -> frozenset[str]:
    phrases = (claim.quantity.of or "" if claim.quantity else "", *claim.roles.agent)
    words = (word for phrase in phrases for word in _PROPER.findall(phrase))
    return frozenset(word.rstrip(".").casefold() for word in words) - _SHARES


_PLACED = re.compile(r" (?:in|at|on|of|near|by) ")
_INDEFINITE = re.compile(r"\b(?:an?|another)\s+(?:[\w’'-]+ ){0,2}$", re.IGNORECASE)


def other_building(one: Claim, other: Claim) -> bool:
    """Whether one tells of a building that is named, and the other of one that it brings in without a name: "the
    nine-storey Orrin Tower", "the ruins of a | four-storey house"."""
    for named, unnamed in ((one, other), (other, one)) if one.source != other.source else ():
        if not all(claim.quantity and claim.quantity.unit == "storeys" for claim in (named, unnamed)):
            return False
        called = _PROPER.findall(_PLACED.split((named.quantity and named.quantity.of) or "")[0])
        thing = (unnamed.quantity and unnamed.quantity.of) or ""
        if called and thing and thing.islower() and _INDEFINITE.search(lead_of(unnamed)):
            return not any(word in f"{unnamed.sentence} {' '.join(unnamed.names)}" for word in called)
    return False


_MOVED = re.compile(
    r"\b(?:(?:increase|rise|drop|fall|climb|descent|change|decrease|gain|loss)s? (?:in|of) (?:the |its )?(?:\w+ ){1,2}|"
    r"(?:climb|descend|accelerat|slow|drop|speed|fell|sank|rose|ascend)[a-z]*(?: up| down)? )"
    r"(?:from \S+ )?to (?:about |around |some |nearly |almost |just |over |under )?$",
    re.IGNORECASE,
)


def is_moment(claim: Claim) -> bool:
    """Whether a speed or a height is that which a motion led to, one of many: "had climbed to | 5,400 feet"."""
    return _MOVED.search(lead_of(claim)) is not None


_SORTS = frozenset(
    "adult minor underage adolescent teenage elderly female male foreign civilian military cabin flight ground civil "
    "senior junior temporary permanent full-time part-time".split()
)
"""Words that tell some of a kind of people from the others."""


def is_sort(claim: Claim) -> bool:
    """Whether those counted are told to be of one sort: the cabin crew are a part of the crew."""
    return not _SORTS.isdisjoint(claim.measure.casefold().split())


_ARM = re.compile(
    r"\s+(?:(?!(?:it|they|we|i|he|she|the)\b)[\w’'-]+ ){1,3}?(?:(?:who|that) )?"
    r"(?:(?:had |were |was )?(?:received|given|got|took|assigned|randomi[sz]ed to|treated with)|"
    r"on (?:the )?(?:drug|placebo|treatment|vaccine))\b",
    re.IGNORECASE,
)


def is_arm(claim: Claim) -> bool:
    """Whether a count is of those who were given something, as not all in a trial are: "420 | patients received"."""
    if claim.quantity is None or claim.quantity.dimension != "count":
        return False
    _, found, behind = claim.wording.partition(as_written(claim))
    return bool(found) and _ARM.match(behind) is not None


_AIM = re.compile(
    r"\b(?:(?:designed|powered|meant|intended|set out|aim(?:s|ed|ing)?|hop(?:es|ed|ing)|wants?|wanted|sought) to|"
    r"(?:aim|goal|target|objective|hope) (?:of|is|was|for)|aim(?:s|ed|ing)? (?:for|at)|"
    r"(?:count|bank|reckon)(?:s|ed|ing)? (?:on|with)|allow(?:s|ed|ing)? for|"
    r"had (?:expected|forecast|predicted|assumed|promised|foreseen))\b[^.;]{0,70}$",
    re.IGNORECASE,
)


def is_aim(claim: Claim) -> bool:
    """Whether a figure is what somebody meant to reach or to show: "designed to show that it cuts strokes by | 30%"."""
    return _AIM.search(lead_of(claim)) is not None


_TAKEN = re.compile(
    r"\b(?:collect|recover|pump|remov|salvag|retriev|clean|clear|skim|scoop|suck|siphon|cart|replant|reforest)"
    r"[a-z]*\b(?! into\b)[^.;]{0,30}$",
    re.IGNORECASE,
)


def is_taken_away(claim: Claim) -> bool:
    """Whether a mass, a volume or an area is of what undoes what had been done: "pumped out | 40 tonnes of oil"."""
    return _TAKEN.search(lead_of(claim)) is not None


_REVISED = r"(?:revised|corrected|superseded|withdrawn|retracted|replaced|updated|amended)"
_WAS_REVISED = re.compile(
    r"^(?: (?!(?:after|before|when|while|once|as|because|although|though|until)\b)[\w’'-]+){0,5}?"
    r",?(?: (?:and|but|which|that))? "
    rf"(?:was|were|has been|had been|have been)(?: \w+){{0,2}}? {_REVISED}\b(?! to \d)|^,? since {_REVISED}\b",
    re.IGNORECASE,
)
_REVISED_FROM = re.compile(rf"\b{_REVISED}(?: (?:up|down|upwards?|downwards?))? from {_ABOUT}$", re.IGNORECASE)


_AT_FIRST = re.compile(
    r"\b(?:initially|originally|at first) (?:been )?(?:said|reported|put|given|gave|told|announced|stated|counted|"
    r"believed|thought|listed)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def is_superseded(claim: Claim) -> bool:
    """Whether a sentence says that its figure was revised, or held at first only: "an automatic solution gave | 6.1 and
    was revised", "had initially said there were | 40"."""
    lead = lead_of(claim)
    if _REVISED_FROM.search(lead) or _AT_FIRST.search(lead):
        return True
    _, found, behind = claim.sentence.partition(as_written(claim))
    return bool(found) and _WAS_REVISED.match(behind) is not None


_WITHIN = re.compile(
    r"^(?: [\w’'-]+){1,3} (?:within|closer than|farther than|further than|larger than|smaller than|older than|"
    r"younger than|taller than|under|over|above|below|aged|beyond) (?:(?:a radius of|the age of|age) )?(?:about )?\d"
)


def is_within(claim: Claim) -> bool:
    """Whether a count is of those within a limit: "| five stations within 100 kilometres"."""
    _, found, behind = claim.sentence.partition(as_written(claim))
    return bool(found) and _WITHIN.match(behind) is not None


_BESIDE_ONE = re.compile(r"\b(?:the|its|their|his|her|an?) (?:[\w-]+ )?([a-z]+),? (?:and|plus|along with|with) $")
_AND_SO_MANY = rf"({'|'.join(sorted(NUMBER_WORDS))}|\d+) (?:[a-z-]+ ){{0,2}}?([a-z]+)"
_BEHIND_THEM = re.compile(rf"^(?: [a-z-]+){{1,3}},? (?:and|plus) {_AND_SO_MANY}\b")
_BEFORE_THEM = re.compile(rf"\b{_AND_SO_MANY},? (?:and|plus) $")


def _beside(claim: Claim) -> float:
    """How many people of another kind are counted right beside a count: "two pilots and | six cabin crew"."""
    lead = lead_of(claim)
    if (one := _BESIDE_ONE.search(lead)) and is_person(one[1]):
        return 1
    _, _, behind = claim.sentence.partition(as_written(claim))
    found = _BEHIND_THEM.match(behind) or _BEFORE_THEM.search(lead)
    told = read(found[1], 0) if found and (is_person(found[2]) or found[2] in _CREWS) else None
    return told.low if told else 0


def counts_fewer(one: Claim, other: Claim) -> bool:
    """Whether one count leaves out those who stand beside it, and the other holds them too: "the pilot and | four
    passengers", "five on board"."""
    for fewer, more in ((one, other), (other, one)):
        apart = more.quantity.low - fewer.quantity.low if fewer.quantity and more.quantity else 0
        if apart > 0 and one.quantity and one.quantity.dimension == "count" and apart == _beside(fewer):
            return True
    return False


_QUALIFIED = re.compile(r" (?:with|without|aged|who|whose) ")


def is_qualified(claim: Claim) -> bool:
    """Whether what a share is of is narrowed: "patients with severe asthma"."""
    return _QUALIFIED.search(claim.measure) is not None and (claim.quantity is None or claim.quantity.form != "change")


_COSTS = re.compile(
    r"\b(?:costs?|costing|priced at|worth) (?:(?:about|around|some|nearly|almost|over|just|an estimated) )*"
    r"(?:[A-Z]{2,3} ?|Rs\.? ?)?[$€£₹¥]?\d"
)


def is_item(claim: Claim) -> bool:
    """Whether a cost is of a part: one of several that a sentence lists ("the hull cost $26m and the engine cost |
    $44m"), or all but something ("| $26m, excluding the engine")."""
    return len(_COSTS.findall(claim.sentence)) > 1 or _EXCLUDING.search(claim.sentence) is not None


_EXCLUDING = re.compile(r"\b(?:excluding|not including|not counting|(?:without|before) the costs? of)\b", re.IGNORECASE)


_COUNTED_FROM = re.compile(r"\b(?:after|before)$")
_CLAUSE_END = re.compile(r"[,.;:()–—]|(?<!\w)(?:and|but|when|while|who|which)\b")
_NEAR_BEHIND = 80


def other_start(one: Claim, other: Claim) -> bool:
    """Whether two lengths of time are counted from what is told in other words: "a year after it filed", "… sank"."""
    ours, theirs = _counted_from(one), _counted_from(other)
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _counted_from(claim: Claim) -> frozenset[str]:
    """What a length of time is counted from, as terms; empty where that is not told."""
    if not _COUNTED_FROM.search(as_written(claim)):
        return frozenset()
    _, _, behind = claim.sentence.partition(as_written(claim))
    told = _CLAUSE_END.split(behind[:_NEAR_BEHIND].removeprefix(" his ").lstrip(), maxsplit=1)[0]
    words = (word.strip("’'s").lower() for word in told.split() if word[:1].islower())
    return frozenset(concept for word in words if (concept := concept_of(word) or concept_of(word, "noun")))
