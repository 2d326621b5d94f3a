"""Names of places where they stand: whether one is of a town, of a building or of something wider."""

import re

from factcheck.identity import country_of
from factcheck.language.places import regions, states
from factcheck.records.mention import NameMention

AT = re.compile(r"\b(?:in|at) (?:the )?(?:(?:town|city|port|village|capital|capital city|hamlet|suburb) of )?$")
_WIDER = re.compile(
    r",? (?:province|county|counties|district|region|state|valley|peninsula|island|oblast|prefecture|area)\b", re.I
)
_WIDER_BEFORE = re.compile(r"\b(?:province|county|district|region|state|valley|island|north|south|east|west|northern|"
                           r"southern|eastern|western|central|rural) (?:of )?$", re.I)  # fmt: skip
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


def may_be_place(name: NameMention, text: str, start: int) -> bool:
    """Whether a name of no known kind stands where a place does ("at Arlen on Monday", "at the Arlen crossing")."""
    return (
        name.type in ("place", "other")
        and AT.search(text, start, name.start) is not None
        and (text[name.end : name.end + 1] not in ("'", "’"))
    )


def is_site(text: str, start: int) -> bool:
    """Whether the place whose name begins at `start` is a building or the like, which may lie in a town."""
    return _SITE.match(text, start) is not None


def is_town(text: str, start: int, end: int) -> bool:
    """Whether a name of a place is of one that cannot hold, or lie in, another of its kind."""
    name = " ".join(text[start:end].split())
    wide = country_of(name) or name in regions() or name in states()
    return not (wide or _WIDER.match(text, end) or _WIDER_BEFORE.search(text, max(start - 20, 0), start))
