"""What the words around a figure say of those counted: what became of them, what they are."""

import re
from functools import lru_cache

from factcheck.language.concepts import GENERIC_PEOPLE, concept_of, measure_of
from factcheck.language.tagging import Token, plural, tag

OUTCOMES = frozenset(
    "death injury missing rescue evacuation displacement arrest infection hospitalisation treatment training graduation"
    " vaccination conviction layoff hiring employment attendance visit survival order delivery destruction damage"
    " transfer construction vote abstention cancellation delay recall blindness population capacity signature".split()
)
"""Happenings that tell what a count counts: the dead, the ordered, the destroyed."""

TOLLS = frozenset("death injury missing infection hospitalisation arrest evacuation displacement rescue".split())
"""Outcomes of which a document tells a whole and its parts."""


GRAVE = "grave-injury"
"""The measure of those who were hurt badly, who are a part of the injured and not these."""

_STATES = {
    "dead": "death", "killed": "death", "missing": "missing", "unaccounted": "missing", "injured": "injury",
    "wounded": "injury", "hurt": "injury", "homeless": "displacement", "displaced": "displacement",
    "hospitalised": "hospitalisation", "hospitalized": "hospitalisation", "infected": "infection",
}  # fmt: skip
"""What is said of those counted -> the outcome."""

_SAID_OF = re.compile(
    r"(?: (?!and\b|but\b|or\b|while\b)[^\W\d_][^\W\d_'’-]{0,20}){0,4}? "
    r"(?:is|are|was|were|been|be|remains?|remained|left|reported|listed|confirmed|feared|presumed|still)\b"
    r"(?: (?:now|still|also|confirmed|feared|believed|known|presumed|officially|reported|listed|thought|left|as|to|be|"
    rf"have|been|seriously|badly|slightly)){{0,4}} ({'|'.join(_STATES)})\b",
    re.IGNORECASE,
)


_NEAR = r"(?: (?!and\b|but\b|or\b|while\b)[^\W\d_][^\W\d_'’-]{0,20}){0,4}? "
_BADLY = "(?:seriously|critically|badly|severely|gravely)"
_FROM = "(?:to (?:leave|flee|quit) |out of |from )"
_ARE = r"(?:(?:are|is|were|was|remain|remained) )?"
_THEIR = "(?:their|his|her|the) "
_LEAVE = "(?:(?:to )?(?:lose|losing|forfeit)|lost|forfeited) "
_BROUGHT = "(?:pulled|plucked|picked up|lifted|brought|dragged|hauled|winched|dug|freed|fished) "
_TAKEN = "(?:taken|rushed|brought|sent|flown|airlifted|transferred|moved|admitted|ended up|landed) "
_GATHERING = "(?:march|protest|rally|demonstration|procession|parade|vigil|strike|concert|festival|service|funeral)"
_FOLLOWED = tuple(
    (re.compile(rf"{_NEAR}{pattern}", re.IGNORECASE), state)
    for pattern, state in (
        (rf"{_ARE}(?:on ?board\b|aboard\b)", "aboard"),
        (rf"{_LEAVE}{_THEIR}(?:own )?li(?:fe|ves)\b", "death"),
        (rf"{_LEAVE}{_THEIR}(?:[\w’'-]+ )?(?:jobs?|posts?|positions?|livelihoods?|employment)\b", "layoff"),
        (rf"{_LEAVE}(?:the |their |his |her )?(?:(?:eye)?sight|vision)\b", "blindness"),
        (rf"{_BROUGHT}(?:[\w’'-]+ ){{0,3}}?(?:alive|to the surface|"
         r"from the (?:water|sea|waves|rubble|ruins|wreckage|debris)|"
         r"by (?:(?:a|the|passing|local|fishing|rescue) ){0,3}(?:craft|boats?|ships?|vessels?|trawlers?|lifeboats?|"
         r"helicopters?|coastguards?|rescuers?|fishermen|divers))\b", "rescue"),
        (r"(?:needed|required|received) (?:hospital|medical) (?:treatment|care|attention)\b", "treatment"),
        (rf"{_TAKEN}(?:to|in|into) (?:the |an? )?(?:[\w’'-]+ ){{0,2}}?(?:hospitals?|intensive care)\b",
         "hospitalisation"),
        (rf"{_ARE}in (?:the )?hospital\b", "hospitalisation"),
        (rf"{_ARE}in (?:an? )?(?:serious|critical|grave) condition", GRAVE),
        (rf"{_BADLY}(?= ?(?:injured|hurt|wounded|burn(?:ed|t))?(?:[,.;)]|$))", GRAVE),
        (r"(?:ordered|told|asked|advised) (?:out of|to (?:leave|evacuate|get out))\b", "evacuation"),
        (r"(?:were |was |been |being )?(?:moved|brought|taken) (?:out\b|to safety)", "evacuation"),
        (rf"(?:had|have|having|forced) {_FROM}(?:their|his|her|the) (?:home|house|flat)", "evacuation"),
        (r"(?:watched|tuned in|attended)\b(?! by)", "attendance"),
        (rf"(?:joined|attended) (?:[\w’'-]+ ){{0,4}}?{_GATHERING}\b", "attendance"),
        (r"(?:marched|demonstrated|rallied|protested|paraded|gathered|assembled|turned out|turned up|flocked|thronged|"
         r"took to the streets|lined the (?:streets?|route|roads?)|packed|took part|participated)\b", "attendance"),
    )
)  # fmt: skip
"""What is said right behind those counted, and the state that it tells of."""
_AS_STATE = re.compile(rf"(?: [^\W\d_][^\W\d_'’-]{{0,20}}){{0,3}}? as ({'|'.join(_STATES)})\b", re.IGNORECASE)


_ABOUT = r"(?:(?:about|around|some|roughly|nearly|almost|over|more than|an estimated|up to|at least|the|another) )?$"
_TOOK = "claim(?:s|ed|ing)?|costs?|costing|takes?|took|taken|taking|ends?|ended|ending|los[et]|losing|loss of"
_LED_TO = tuple(
    (re.compile(rf"\b(?:{pattern}) {_ABOUT}", re.IGNORECASE), state)
    for pattern, state in (
        ("drew|draws|drawn|attracted|attracts|attracting|watched by|attended by|seen by|brought out", "attendance"),
        ("(?:bodies|corpses|remains) of", "death"),
        (f"(?:{_TOOK}) the li(?:fe|ves) of", "death"),
        ("(?:work|jobs|employment|posts|positions) (?:for|to)|(?:provide|create)s? work for", "employment"),
        ("(?:room|space|seating|seats|places|capacity|berths) (?:for|of|to seat)", "capacity"),
        ("home to", "population"),
    )
)
"""What is said right before a figure, and the state that it tells of."""
_LIVES = re.compile(r"(?: [\w’'-]+){0,3} their li(?:fe|ves)\b| li(?:fe|ves)\b(?! (?:were |was )?saved)")
_COST = re.compile(rf"\b(?:{_TOOK}) {_ABOUT}", re.IGNORECASE)
_LIVES_LOST = re.compile(r" li(?:fe|ves) (?:(?:was|were|had been|have been) )?(?:lost|claimed|taken)\b")


def _led_to(before: str, clause: str, end: int) -> str:
    """The outcome that the words right before a figure tell of those counted: "the bodies of | 14 workers"."""
    led = next((state for pattern, state in _LED_TO if pattern.search(before)), "")
    if not led and ((_LIVES.match(clause, end) and _COST.search(before)) or _LIVES_LOST.match(clause, end)):
        led = "death"
    if not led and _CUT_OF.search(before) and _JOBS.match(clause, end):
        led = "layoff"
    return led or _named(before)


def state_of(clause: str, end: int, start: int = 0) -> str:
    """What is said to have become of those counted, whose number is `clause[start:end]`: "Sixteen people are confirmed
    dead"; empty if nothing is."""
    led = _led_to(clause[max(start - _BACK, 0) : start], clause, end)
    if led:
        return led
    found = _SAID_OF.match(clause, end) or _AS_STATE.match(clause, end)
    if found:
        return _STATES[found[1].casefold()]
    for pattern, state in _FOLLOWED:
        said = pattern.match(clause, end)
        if said and "death" in map(concept_of, words_of(said[0])):
            return "death"
        if said:
            return (_done_by(clause[said.end() :]) or state) if state == "aboard" else state
    return ""


def _named(before: str) -> str:
    """The outcome that a noun right before the figure names, or is the subject of: "the cancellation of |
    214 flights", "the recall affects | 14,000 cars"."""
    noun = _NOUN_OF.search(before) or _COVERING.search(before)
    concepts = (concept_of(word, "noun") for word in words_of(noun[1] if noun else ""))
    return next((concept for concept in concepts if concept in OUTCOMES and concept not in TOLLED), "")


_CUT_OF = re.compile(rf"\b(?:loss|cut|cutting|shedding|axing|elimination|scrapping|reduction) of {_ABOUT}")
_JOBS = re.compile(r" (?:[a-z-]+ ){0,2}(?:jobs|posts|positions|roles|staff|employees|workers)\b")
_NOUN_OF = re.compile(rf"\b([^\W\d_]+) of {_ABOUT}")
_COVERING = re.compile(
    r"(?<![\w’'-])((?:[\w’'-]+ ){1,6})(?:(?:will|would|could|may|might|also) )?"
    rf"(?:covers?|covered|covering|affect(?:s|ed|ing)?|involv(?:e[sd]?|ing)|t[ao]kes? in|taking in|took in|"
    rf"appl(?:y|ies|ied) to|extend(?:s|ed)? to) {_ABOUT}"
)
TOLLED = frozenset({"vote", "order", "treatment", "training", "employment", "infection"})
"""Nouns of which many name no happening: an order of nuns, a case of wine, a course of treatment."""


def _done_by(after: str) -> str:
    """What became of those of whom it was said that they were aboard: "those aboard | were rescued"."""
    words = _NEXT.match(after)
    return next((term for term in map(concept_of, words_of(words[0] if words else "")) if term in OUTCOMES), "")


_NEXT = re.compile(r" (?:(?:were|was|are|is|have|has|had|been|all|also|later|reportedly) ){0,4}[a-z]+")
_BACK = 60


def told_before(noun: str, before: str) -> str:
    """What happened to those whose number is told: "the number of people known to have died … rose to 12"."""
    place = before.rfind(noun)
    if place < 0 or measure_of(noun) not in GENERIC_PEOPLE | {""}:
        return ""
    return next((term for term in map(concept_of, words_of(before[place + len(noun) :])) if term in OUTCOMES), "")


_BE = re.compile(
    r"[)\]]?(?: of (?:them|whom|these|those))? (?:is|are|was|were|(?:has|have|had|will) be(?:en)?)"
    r"(?: (?:also|still|now|then|either|mostly|all"
    r"|(?:said|known|believed|thought|reported|found) to (?:be|have been)))? (?=[a-z])"
)
_SEXES = {"men": "male", "women": "female", "males": "male", "females": "female", "male": "male", "female": "female"}


def complement(after: str) -> str:
    """What those counted are said to be: "firefighters" after "five", in "Five were firefighters of the brigade"."""
    match = _BE.match(after)
    if match is None:
        return ""
    words: list[Token] = []
    for token in tag(after[match.end() : match.end() + 60]):
        if token.lower in _SEXES and not words:
            return _SEXES[token.lower]
        if token.tag not in ("NOUN", "ADJ"):
            break
        words.append(token)
    return " ".join(token.text for token in words) if words and plural(words[-1]) and words[-1].tag == "NOUN" else ""


def words_of(text: str) -> list[str]:
    """The words of a text in lower case."""
    return re.findall(r"[a-z]+", text.casefold())


_STAGE = re.compile(
    r"\b(first|second|third|fourth|final|1st|2nd|3rd|4th)[ -]"
    r"(round|(?:quarter|half)(?! of (?:the (?:year|season)|(?:this|last|next) year|\d{4}))|phase|stage|leg|wave|dose|"
    r"edition|season|term|reading)\b|\b(run-?off|semi-?finals?|replay|rerun)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def stages_in(text: str) -> frozenset[str]:
    """The stages that a text speaks of: "in the first round"."""
    return frozenset(" ".join(found).casefold() for found in _STAGE.findall(text))


_TURN = re.compile(
    r"\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|[4-9]th|1[0-9]th) "
    r"([a-z]{3,})\b",
    re.IGNORECASE,
)
_NO_TURN = frozenset("time place half quarter day week month year party round".split())


@lru_cache(maxsize=4096)
def ordered_in(text: str) -> dict[str, frozenset[str]]:
    """Which of several of one kind a text speaks of, by the kind: "the first test"."""
    found: dict[str, frozenset[str]] = {}
    for turn, thing in _TURN.findall(text.casefold()):
        if thing not in _NO_TURN:
            found[thing] = found.get(thing, frozenset()) | {turn}
    return found


_PLAN = re.compile(r"\b(?:scheduled|planned|earmarked|proposed|targeted|projected|forecast|intended)\b", re.IGNORECASE)


@lru_cache(maxsize=1024)
def is_planned(text: str) -> bool:
    """Whether a text says of something that it is planned."""
    return _PLAN.search(text) is not None
