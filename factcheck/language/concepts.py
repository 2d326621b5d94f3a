"""What kind of happening or measure a word speaks of: verbs and nouns folded to one concept, measures to one noun."""

import re
from functools import cache, lru_cache
from typing import Literal

from factcheck.language.concept_nouns import NOUNS
from factcheck.language.concept_verbs import VERBS
from factcheck.language.nouns import singular
from factcheck.language.verbs import FORMS

Part = Literal["verb", "noun", "adjective"]

_ADJECTIVES = """
length: long
height: tall high
depth: deep
width: wide broad
age: old aged
weight: heavy
speed: fast
price: worth
death: dead
injury: injured wounded hurt
missing: missing
opening: open
closure: closed shut
"""

_THINGS = frozenset(
    "train ship land house staff board book report plant cover seat number present shell store stock stage drill coach "
    "mine march transport land level match land press water place point host span spot value-added tender fire free "
    "found find bear back name make hold clear bar sample study commission carry install extend stretch lay level "
    "raise try total amount gross average earn lack strike pass rule tour fly sail screen initial ink yield clear "
    "permit winch gun jail intern reserve rent leave reach mushroom spiral collar comb traffic stream strand "
    "hail grill quiz contest log ease fetch".split()
)
"""Verbs whose base form, standing alone, is more often a thing, a person or another word."""

GENERIC_PEOPLE: frozenset[str] = frozenset(
    "person people man woman men women resident civilian victim individual inhabitant human soul other others local "
    "life body citizen human-being adult villager native dweller anyone everybody everyone member somebody someone "
    "lot number total majority rest figure toll".split()
)
"""Head nouns that say only that people are counted: what happens to them is the measure."""

TRANSFERS: dict[str, Literal["in", "out"]] = {
    **dict.fromkeys(
        "buy purchase procure acquire import receive obtain order borrow buying procurement "
        "acquisition takeover".split(),
        "in",
    ),
    **dict.fromkeys(
        "sell supply deliver provide export lend ship donate furnish resell loan give grant pay selling sale delivery "
        "provision".split(),
        "out",
    ),
}
"""What a word of handing over makes its agent: the one who gets it ("in") or the one who gives it ("out")."""

OCCASIONS = frozenset(
    "round debate match race concert conference exhibition funeral ceremony election referendum hearing trial".split()
)
"""Happenings that others take part in: whoever won a round on a day tells the day of the round."""

_MEASURES = """
death: death fatality dead
weapon: weapon arm weaponry armament firearm weapons-system
ammunition: ammunition munition ordnance
employee: employee staff worker workforce job position personnel headcount staffer colleague workmate co-worker
home: home house dwelling
train: train trainset train-set
vehicle: vehicle lorry truck
car: car automobile motorcar hatchback saloon sedan suv coupe minivan
poultry: poultry hen chicken duck goose turkey bird fowl
cattle: cattle cow bullock calf heifer steer
aircraft: aircraft plane airplane aeroplane warplane airliner jet
helicopter: helicopter chopper
ship: ship vessel
passenger: passenger rider traveller commuter
student: student pupil
child: child kid youngster
soldier: soldier troop serviceman trooper servicewoman
officer: officer policeman policewoman constable
firefighter: firefighter fireman
company: company firm corporation
shop: shop store outlet branch
attendance: attendance spectator attendee
revenue: revenue turnover takings sales
profit: profit earnings
infection: infection case
dose: dose jab
ballot: ballot
farmer: farmer grower
doctor: doctor physician medic
teacher: teacher schoolteacher
refugee: refugee asylum-seeker
migrant: migrant immigrant
lawmaker: lawmaker legislator parliamentarian
factory: factory works
flat: flat apartment
film: film movie
film-goer: cinemagoer moviegoer
town: town township
road: road highway motorway
petrol: petrol gasoline
lift: lift elevator
maize: maize corn
autumn: autumn fall-season
shareholder: shareholder stockholder
share: share
trip: trip journey
holiday: holiday vacation
earthquake: earthquake quake tremor
fire: fire blaze
drone: drone uav
missile: missile rocket
prisoner: prisoner inmate detainee
hotel-room: hotel-room
bed: bed
tonne: tonne ton
medal: medal
hectare: hectare
carriage: carriage wagon railcar coach
storey: storey story floor
room: room bedroom
supplier: supplier vendor
customer: customer client
protester: protester demonstrator marcher
fighter: fighter militant insurgent rebel guerrilla
lawyer: lawyer attorney solicitor barrister
researcher: researcher scientist
crew: crew sailor seaman seafarer mariner crewman crew-member crewmember
tenant: tenant renter
wage: wage salary pay
lender: lender bank
voter: voter elector
motorcycle: motorcycle motorbike
bicycle: bicycle bike
error: error mistake
match: match game fixture
victory: victory win
instalment: instalment installment
lawsuit: lawsuit suit
bullet: bullet round
supporter: supporter fan
hospital: hospital infirmary
"""

_PHRASES = {
    "lives lost": "death",
    "life lost": "death",
    "loss of life": "death",
    "death toll": "death",
    "deaths toll": "death",
    "train sets": "train",
    "train set": "train",
    "members of staff": "employee",
    "member of staff": "employee",
    "staff members": "employee",
    "members of parliament": "lawmaker",
    "member of parliament": "lawmaker",
    "mps": "lawmaker",
    "mp": "lawmaker",
    "heads of state": "head-of-state",
    "human beings": "person",
    "deaths and injuries": "casualty",
}
"""Measures of more than one word."""

_LIGHT = frozenset(
    "number total lot couple pair dozen hundred thousand million billion kind type sort piece share majority minority "
    "handful amount sum batch set group rest part half quarter third percentage proportion volume quantity "
    "series range host combination score list fleet worth value".split()
)
"""Heads that say nothing without the noun after "of"."""

_CUT = frozenset(
    "in on at by for from with without who whom whose which that to into under over between among during since until "
    "per after before against across about including aged being as and or than near within around".split()
)
_ARTICLES = re.compile(
    r"^(?:(?:the|a|an|its|their|his|her|our|all|some|any|these|those|this|that|other|more|about|new|further|another)\s+)+"
)
_WORD = re.compile(r"[^\W_]+(?:[-'’&.][^\W_]+)*")
_BRITISH = (
    ("iz", re.compile(r"iz(?=e[dsr]?$|ing$|ations?$|ers?$)"), "is"),
    ("yz", re.compile(r"yz(?=e[dsr]?$|ing$)"), "ys"),
    ("center", re.compile(r"center"), "centre"),
    ("ense", re.compile(r"(?<=def)ense|(?<=off)ense"), "ence"),
    ("program", re.compile(r"^program(?=s?$)"), "programme"),
    ("license", re.compile(r"^license(?=s?$)"), "licence"),
    ("lment", re.compile(r"ll?ment(?=s?$)"), "lment"),
)
"""American letters, the pattern in which they stand where another spelling is ours, and that spelling."""
_NOT_OURS = frozenset(
    "donor donors tenor minor minors honor-roll size sizes prize prizes seize seized seizes seizing".split()
)
_WITH_OUR = frozenset("labor harbor neighbor honor rumor humor vapor color favor behavior armor savior vigor".split())
_LONGEST = 60
"""Characters of a word that is worth looking up."""


def british(word: str) -> str:
    """A lower-case word in its British spelling ("hospitalized" → "hospitalised"), as far as a rule gives it."""
    if word in _NOT_OURS or len(word) > _LONGEST:
        return word
    for letters, pattern, spelling in _BRITISH:
        if letters in word:
            word = pattern.sub(spelling, word, count=1)
    stem = word.rstrip("s")
    return word[: len(stem) - 2] + "our" + word[len(stem) :] if stem in _WITH_OUR else word


@cache
def _table(block: str) -> dict[str, str]:
    """Word → concept, from a concept with a colon and its words; the first that has a word wins."""
    found: dict[str, str] = {}
    concept = ""
    for word in block.split():
        if word.endswith(":"):
            concept = word[:-1]
        else:
            found.setdefault(british(word), concept)
    return found


@cache
def concepts() -> frozenset[str]:
    """Every concept there is."""
    return frozenset((*_table(VERBS).values(), *_table(NOUNS).values()))


@lru_cache(maxsize=16384)
def concept_of(lemma: str, part: Part | None = None) -> str | None:
    """The concept of a verb or noun, in any of its forms; null where it has none.

    Without `part` the word may be either: a noun is preferred, and a bare form that is more often a thing
    ("train", "ship") has no concept, while its forms have ("trained", "shipping").
    """
    word = british(lemma.lower())
    if part == "adjective":
        return _table(_ADJECTIVES).get(word)
    verbs, nouns = _table(VERBS), _table(NOUNS)
    if part == "verb":
        return verbs.get(word) or verbs.get(verb_base(word))
    found = "revenue" if word == "sales" else nouns.get(word) or nouns.get(singular(word))
    if found or part == "noun":
        return found or (word if word in concepts() else None)
    base = verb_base(word)
    if base == word or singular(word) == base:
        return verbs.get(base) if base not in _THINGS else None
    return verbs.get(base) if word not in _ADJECTIVAL else None


_ADJECTIVAL = frozenset("building buildings leading following born left found used mining airing shares".split())
"""Forms of verbs that are more often another word."""


@lru_cache(maxsize=16384)
def verb_base(word: str) -> str:
    """The base form of a verb, of lists or of rule; the word itself where neither knows it."""
    form = FORMS.get(word)
    if form is not None:
        return form[1]
    american = word.replace("is", "iz", 1) if "is" in word else word
    return british(FORMS[american][1]) if american in FORMS else _plain_base(word)


def _plain_base(word: str) -> str:
    """The base of a regular verb that no list holds, if the concepts know it."""
    verbs = _table(VERBS)
    for ending, instead in (("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("s", ""), ("es", ""), ("ied", "y")):
        if word.endswith(ending) and word[: len(word) - len(ending)] + instead in verbs:
            return word[: len(word) - len(ending)] + instead
    return word


@cache
def _measures() -> dict[str, str]:
    return _table(_MEASURES)


@lru_cache(maxsize=16384)
def measure_of(noun_phrase: str) -> str:
    """The head noun of what is measured, its synonyms folded ("the firm's workers" → "employee").

    People to whom something happens give the happening ("people killed" → "death"); empty where there is no word.
    """
    phrase = _ARTICLES.sub("", noun_phrase.casefold().replace("’", "'").strip())
    if phrase in _PHRASES:
        return _PHRASES[phrase]
    words = _WORD.findall(phrase[:400])
    head, after = _head(words)
    if not head:
        return ""
    if head in _LIGHT and after and after[0] == "of":
        return measure_of(" ".join(after[1:])) or head
    if head in GENERIC_PEOPLE and after:
        happening = concept_of(after[0], "verb")
        if happening and after[0] != verb_base(after[0]):
            return happening
    if " ".join(words[-2:]) in _PHRASES and not after:
        return _PHRASES[" ".join(words[-2:])]
    return _measures().get(head, head)


def _head(words: list[str]) -> tuple[str, list[str]]:
    """The head noun of words, in the singular, and the words after it."""
    end = len(words)
    for place, word in enumerate(words):
        if place and (word in _CUT or word == "of" or _postmodifies(words, place)):
            end = place
            break
    if not end:
        return "", []
    word = words[end - 1]
    word = word[:-2] if word.endswith("'s") else word
    return british(word if word in _measures() else singular(word)), words[end:]


def _postmodifies(words: list[str], place: int) -> bool:
    """Whether a participle follows its noun ("people killed"), with no noun after it."""
    form = FORMS.get(words[place])
    return (
        form is not None
        and form[0] in ("ed", "participle", "past")
        and words[place] != "left"
        and (place + 1 == len(words) or words[place + 1] in _CUT)
    )
