"""What a text gives as the cause of a happening, and what kind of cause it is."""

import re
from functools import cache
from typing import NamedTuple

from factcheck.language.concepts import concept_of
from factcheck.language.nouns import singular

_KINDS = """
wiring: electrical electric wiring wire circuit short-circuit socket charger battery fuse transformer cable
flame: cigarette cigar match candle lighter firework barbecue heater stove cooker fryer toaster lantern
arson: arson arsonist firebomb deliberate deliberately
lightning: lightning thunderstorm
wind: wind gust gale storm hurricane typhoon tornado cyclone squall
tree: tree branch
rain: rain rainfall downpour cloudburst flood flooding meltwater
ice: ice icing snow frost blizzard sleet snowfall freezing
heat: heat heatwave drought
person: speed speeding negligence carelessness tiredness drunk drunken alcohol inattention mistake human pilot driver
    captain skipper crew misjudgement oversight asleep
track: rail track points signal
part: brake engine gearbox tyre tire axle wheel bearing bolt valve gasket pump seal rotor propeller crack weld fatigue
    corrosion rust corroded cracked defect flaw design
software: software bug update code glitch
hackers: hacker hack cyberattack cyber-attack ransomware malware
gas: gas propane butane methane hydrogen
spark: spark drill grinder welding welder
poison: pesticide insecticide herbicide chemical toxin poison bleach chlorine
germ: virus bacteria bacterium salmonella legionella norovirus listeria parasite mite fungus mould germ
food: food chicken meat egg oyster shellfish salad rice mushroom beef pork fish sandwich buffet
water: water
load: overload overloaded overloading overcrowding overcrowded
quake: earthquake quake tremor
slope: landslide landslip subsidence avalanche rockfall mudslide sinkhole
animal: rat squirrel bird rodent mouse cow deer fox badger
vessel: ship tanker vessel freighter trawler barge
pipe: pipeline pipe
strike: strike walkout striker
money: pound dollar euro currency yen
season: summer winter weather
"""
"""A kind of cause, and words by which it is told."""
_AKIN = frozenset(
    frozenset(pair.split("-"))
    for pair in (
        "lightning-wind lightning-rain wind-rain wind-ice rain-ice track-part gas-spark gas-pipe germ-food germ-water "
        "poison-water poison-food flame-arson spark-wiring spark-flame rain-slope quake-slope rain-water pipe-water "
        "person-load season-rain season-heat season-ice season-wind part-pipe part-load person-arson hackers-software "
        "part-vessel person-vessel slope-track animal-wiring wind-wiring lightning-wiring part-wiring heat-wiring "
        "tree-wind tree-ice tree-rain tree-lightning tree-wiring tree-person"
    ).split()
)
"""Kinds that may be told of one chain of causes: the storm that felled a tree, the gas that a spark lit."""

_HAPPENINGS = {
    "fire": "fire", "burning": "fire", "explosion": "explosion", "crash": "crash", "collapse": "collapse",
    "outage": "outage", "failure": "outage", "outbreak": "outbreak", "illness": "outbreak", "infection": "outbreak",
    "flooding": "flooding", "sinking": "sinking", "death": "death", "leak": "leak", "landslide": "landslide",
    "delay": "delay", "closure": "closure", "cancellation": "cancellation", "warning": "warning",
}  # fmt: skip
"""The concepts of what has a cause, folded to one where they are said of one happening."""
_STANDS_FOR = (
    (re.compile(r"\bpower (?:cut|failure|outage)s?\b"), "blackout"),
    (re.compile(r"\b(?:c[ao]me|comes|coming|went|ran) off (?:the |its )?(?:rails|tracks?|road|runway)\b"), "crashed"),
    (re.compile(r"\b(?:oil )?slick\b"), "leak"),
    (re.compile(r"\bbrought down\b"), "collapsed"),
)

_EFFECT = r"(?P<effect>[^;:“”\"]{3,120}?)"
_CAUSE = r"(?P<cause>[^,;:.“”\"]{3,80})"
_NOT = r"(?P<denied> not|n['’]t| never)?"
_CAUSED = "caused|triggered|sparked|started|set off|touched off|brought on|brought about"
_MADE = rf"{_CAUSED}|brought down|derailed|(?:was|were|lay) behind|(?:was|were) (?:the cause of|to blame for)"
_AFFECTED = r"(?P<effect>(?!to )[^,;:.“”\"]{3,90})"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_EFFECT} (?:was|were|is|are|had|has|have){_NOT} (?:been )?(?:\w+ly )?(?:{_CAUSED}) by {_CAUSE}",
        rf"{_EFFECT} (?:was|were|is|are|had been|has been){_NOT} (?:\w+ly )?(?:(?:due|down|owing|put down|attributed|"
        rf"traced(?: back)?) to|the result of|the consequence of|blamed on) {_CAUSE}",
        rf"{_EFFECT} (?:resulted|stemmed|comes|came|arose){_NOT} from {_CAUSE}",
        rf"\bput (?P<effect>[^,;:.“”\"]{{3,60}}?) down to {_CAUSE}",
        rf"(?P<effect>\bcause of [^,;:.“”\"]{{3,60}}?) (?:was|is){_NOT} {_CAUSE}",
        rf"(?P<cause>[^,;:“”\"]{{3,80}}?) (?:had|has|have|did){_NOT} (?:\w+ly )?(?:{_MADE}|cause|start) {_AFFECTED}",
        rf"(?P<cause>[^,;:“”\"]{{3,80}}?) (?:{_MADE}) {_AFFECTED}",
        rf"{_EFFECT} because (?:of )?{_CAUSE}",
    )
)
_TRIGGER = re.compile(
    r"\b(?:cause[ds]?|triggered|sparked|started|set off|touched off|brought|due to|down to|owing to|attributed to|"
    r"traced|result of|consequence of|blamed on|resulted|stemmed|comes from|came from|arose|derailed|behind|"
    r"to blame|because)\b"
)
_OPEN = re.compile(
    r"\b(?:may|might|could|would|possibl[ey]|perhaps|probabl[ey]|likely|believed?|believes|thought|think|"
    r"suspect(?:s|ed)?|fear(?:s|ed)?|alleged(?:ly)?|appears?|seems?|if|whether|unless|initially|at first|rumours?|"
    r"claim(?:s|ed)?|theory|theories|should|investigat(?:e|ing))\b",
    re.IGNORECASE,
)
"""Words that leave it open what a cause was, or tell what somebody took for it."""
_OTHER = re.compile(
    r"\b(?:last|previous|earlier|another|second|third|similar|other|every|each|many|most|some|several|(?:19|20)\d\d|"
    r"fires|crashes|blackouts|explosions|accidents|outbreaks|floods|leaks)\b",
    re.IGNORECASE,
)
"""Words that tell of another happening than the one that a text is about, or of many."""
_OF_THEMSELVES = ("derailed", "brought down")
"""Verbs that say what was caused."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Cause(NamedTuple):
    """What a sentence gives as the cause of a happening, in its `text[start:end]`.

    `happening` is what was caused, `names` the names said with it, `kinds` what kinds of cause it is; `denied` whether
    the sentence says that it was not so.
    """

    happening: str
    names: frozenset[str]
    kinds: frozenset[str]
    denied: bool
    start: int
    end: int
    said: str


def cause_in(sentence: str) -> Cause | None:
    """The cause that a sentence gives for sure; null where it gives none."""
    if not _TRIGGER.search(sentence) or _OPEN.search(sentence):
        return None
    if not kinds_of(sentence) or not _happening(sentence, sentence):
        return None  # most sentences that give a reason: they are not worth the patterns
    matches = filter(None, (pattern.search(sentence) for pattern in _PATTERNS))
    return next(filter(None, map(_cause, matches)), None)


def _cause(match: re.Match[str]) -> Cause | None:
    effect = match["effect"]
    happening, kinds = _happening(match[0], effect), kinds_of(match["cause"])
    if not happening or not kinds or _OTHER.search(effect):
        return None
    names = {word for word in re.findall(r"(?<=[a-z] )[A-Z][\w’'-]+", f"a {effect}") if word.lower() not in _DAYS}
    denied = bool(match.groupdict().get("denied"))
    return Cause(happening, frozenset(names), kinds, denied, match.start(), match.end(), match["cause"].strip())


def _happening(whole: str, effect: str) -> str:
    """What was caused: the first happening that its words tell of, else that of the verb."""
    for text in (effect, *(verb for verb in _OF_THEMSELVES if verb in whole)):
        for pattern, instead in _STANDS_FOR:
            text = pattern.sub(instead, text)
        concepts = (concept_of(word.lower()) for word in _WORD.findall(text))
        found = next((_HAPPENINGS[concept] for concept in concepts if concept in _HAPPENINGS), "")
        if found:
            return found
    return ""


def kinds_of(cause: str) -> frozenset[str]:
    """The kinds of cause that words tell of; none where they are not known."""
    words = (word.lower() for word in _WORD.findall(cause))
    return frozenset(
        kind for word in words for kind in (_kind_of().get(word) or _kind_of().get(singular(word)),) if kind
    )


def are_two(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether causes of these kinds can hardly be told of one chain of causes."""
    return all(one != other and frozenset((one, other)) not in _AKIN for one in ours for other in theirs)


@cache
def _kind_of() -> dict[str, str]:
    found: dict[str, str] = {}
    kind = ""
    for word in _KINDS.split():
        if word.endswith(":"):
            kind = word[:-1]
        else:
            found[word] = kind
    return found


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
