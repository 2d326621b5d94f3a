"""Names of places where they stand: whether one is of a town, of a building, of a road or of something wider."""

import re
from typing import Literal

from factcheck.identity import country_of
from factcheck.language.countries import capitals
from factcheck.language.given_names import GIVEN
from factcheck.language.places import FIRST, HEADS, cities, regions, states
from factcheck.records.mention import NameMention

PlaceKind = Literal["town", "site", "road"]

_NOUNS = "town|city|port|village|capital|capital city|hamlet|suburb|township|settlement|resort"
_BESIDE = (
    "in|at|near|outside|beneath|below|beside|off|above|close to|next to|not far from|a short way from|just outside|"
    r"(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west) of|"
    r"(?:edge|outskirts|banks?|shores?|slopes?|beach|waterfront|coast|shingle|cliffs?|face|side|summit|foot|flank|centre|"
    r"center|streets) (?:of|at|near)|(?:called|sent|summoned|dispatched|rushed|scrambled) to"
)
_AT = re.compile(rf"\b(?:{_BESIDE}) (?:(?:the|an?) )?(?:(?:[\w’'-]+ ){{0,2}}(?:{_NOUNS}) of )?$", re.IGNORECASE)
_HELD = re.compile(r"\b(?:hospital|clinic|court|custody|prison|jail|morgue|mortuary)s? (?:in|at|near) $", re.IGNORECASE)
"""Where people are brought after what happened."""
_ON = re.compile(r"\b(?:on|along|off|from|left|leave|leaving|leaves) (?:the )?$", re.IGNORECASE)
_WIDER = re.compile(
    r",? (?:province|county|counties|district|region|state|valley|peninsula|island|oblast|prefecture|area)\b", re.I
)
_WIDER_BEFORE = re.compile(r"\b(?:province|county|district|region|state|valley|island|north|south|east|west|northern|"
                           r"southern|eastern|western|central|rural) (?:of )?$", re.I)  # fmt: skip
_DIRECTION_OF = re.compile(r"\b(?:north|south|east|west) of $", re.IGNORECASE)
SITES = (
    "Street|Road|Avenue|Lane|Square|Drive|Boulevard|Terrace|Quay|Airport|Station|Hotel|Hospital|University|Prison|"
    "Harbour|Harbor|Stadium|Arena|Park|Palace|Castle|Cathedral|Theatre|Theater|Museum|Bridge"
)
_SITE = re.compile(
    rf"(?:[A-Z][\w’'-]+ )*?(?:(?:{SITES}|House|Hall|Gallery|Centre|Center|Ground|School|College|Court|Club|Dock|"
    r"Camp|Base|Barracks|Clinic|Abbey|Church|Mosque)\b|[A-Z][\w’'-]+ (?:station|airport|crossing|showground|"
    r"stadium|prison|hospital|barracks|racecourse|airfield|university|school|church|bridge|junction|terminal|hall|camp|depot|"
    r"dock|quay|pier|port|harbour|harbor|plant|mine|mill|works|refinery|park)\b)"
)
"""The name of a building or the like, with its noun."""
ROAD = re.compile(r"\b(?:[A-Z]{1,2}-?\d{1,4}|(?:Highway|Route|Interstate|Motorway|Freeway|Expressway|Road) \d{1,4})\b")
"""The number of a road, as signs have it."""


def may_be_place(name: NameMention, text: str, start: int) -> bool:
    """Whether a name of no known kind stands where a place does ("at Arlen on Monday", "at the Arlen crossing")."""
    return (
        name.type in ("place", "other")
        and _AT.search(text, max(start, name.start - _FARTHEST), name.start) is not None
        and _HELD.search(text, max(start, name.start - _FARTHEST), name.start) is None
        and text[name.end : name.end + 1] not in ("'", "’", "/")
        and text[name.start : name.end].split()[0] not in GIVEN
    )


_FARTHEST = 60
"""Letters before a name in which the words may begin that lead to it."""


def is_on_road(text: str, start: int, low: int) -> bool:
    """Whether words before the number of a road say that something was on it, left it, or ran off it."""
    return _ON.search(text, max(low, start - _FARTHEST), start) is not None


def kind_of_place(text: str, start: int, end: int) -> PlaceKind | None:
    """What the place whose name stands at `text[start:end]` is; null for a country, a region and the like, which
    another place may lie in."""
    if ROAD.fullmatch(text, start, end):
        return "road"
    name = " ".join(text[start:end].split())
    before = text[max(start - 20, 0) : start]
    wide = country_of(name) or name in regions() or name in states() or _WIDER.match(text, end)
    if wide or (_WIDER_BEFORE.search(before) and not _DIRECTION_OF.search(before)):
        return None
    return "site" if _SITE.match(text, start) else "town"


def is_site_noun(word: str) -> bool:
    """Whether a word of a name tells what the place is: it is in the names of many."""
    return word in HEADS or word in FIRST or _SITE_NOUN.fullmatch(word) is not None


_SITE_NOUN = re.compile(SITES, re.IGNORECASE)


def may_lie_in(one: str, other: str) -> bool:
    """Whether one of two places may be a part of the other: a great city is known, the other is not; or one is called
    a county or the like, the other is not."""
    return _is_great(one) != _is_great(other) or bool(_HOLDING.search(one)) != bool(_HOLDING.search(other))


_HOLDING = re.compile(r"\b(?:County|Province|District|Region|State|Prefecture|Oblast|Valley|Island|Peninsula)$")


def _is_great(place: str) -> bool:
    return place in cities() or place in capitals()
