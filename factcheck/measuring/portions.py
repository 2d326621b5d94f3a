"""What a share is of, by what is said right around it: those who voted, those against, what was prevented."""

import re

from factcheck.identity import PREVENTED
from factcheck.language.concepts import concept_of
from factcheck.measuring.outcomes import words_of
from factcheck.records.quantity import Quantity

_OF = r"(?: of (?!them\b)[^,.;:()]{1,60}?)?"
_DID = r"(?: (?:had|have|has|did|only|just|even|actually|then|also))*"
_TURNOUT = re.compile(
    rf"{_OF}{_DID} (?:(?:voted|(?:bothered|chose|came|managed|went|turned out|queued|cared) to "
    r"(?:vote|cast|go to the polls)|turn(?:ed)? out|cast (?:their |a |his |her )?(?:votes?|ballots?)|"
    r"(?:go|went|came) to the polls)\b(?! (?:in fav|to|labour|conservative|republican|democrat|remain|leave)\b)"
    r"|took part (?=[^.;]{0,60}\b(?:vote|election|ballot|referendum|poll|by-election)\b))",
    re.IGNORECASE,
)
_VOTERS = re.compile(
    rf"{_OF}(?: were| was| are| is| had| have| has)*(?: said(?: they)?(?: were)?)? "
    r"(?:(?P<against>against|opposed?(?: to)?|reject(?:ed)?|said no|turned (?:it |this )?down|disapproved?|"
    r"voted (?:against|no|to reject))"
    r"|(?:in fav(?:ou)?r(?: of)?|for (?:it|the \w+)|backed|approved?(?: of)?|accept(?:ed)?|support(?:ed)?|said yes|"
    r"voted (?:for|yes|in fav(?:ou)?r|to (?:accept|approve))))\b",
    re.IGNORECASE,
)

_LESS = re.compile(
    r" (?:less|lower|fewer|smaller|reduced)(?: likely| chance| risk| odds| danger| rates?| to)*((?: [\w’'-]+){1,8})",
    re.IGNORECASE,
)
_EFFECTIVE = re.compile(
    r" (?:effective|protection|efficacy|effectiveness|protective)\b((?: [\w’'-]+){1,8})", re.IGNORECASE
)
_STOPPED = re.compile(
    r"\b(?:prevent|avert|stopp?|block|avoid)(?:s|ed|ing)? (?:about |some |around |nearly )?$", re.IGNORECASE
)
_STOPPED_OF = re.compile(r" of ((?:[\w’'-]+ ?){1,5})")
_CUT = re.compile(
    r"\b(?:cuts?|cutting|reduc(?:es?|ed|ing)|lower(?:s|ed|ing)?|slash(?:es|ed|ing)?|decreas(?:es?|ed|ing))"
    r"((?: [\w’'-]+){1,8}) by (?:about |some |around |nearly |almost |up to |as much as )?$",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:efficacy|effectiveness|protection)((?: [\w’'-]+){0,8}?) (?:of|was|at|is|by) "
    r"(?:about |some |around |nearly |almost |up to )?$",
    re.IGNORECASE,
)
_BACK = 110

INFLATION = "inflation"
LAID_OFF = "jobs layoff"
"""The measure of jobs lost, of those who lose them, of redundancies, and of what a workforce shrinks by."""
_PLAIN = frozenset({INFLATION, LAID_OFF})
_PRICES_ROSE = re.compile(
    r"\b(?:[Cc]onsumer prices|[Tt]he cost of living|[Rr]etail prices|^ ?Prices)\b(?! for| of)[^.;:]{0,50} "
    r"(?:rose|risen|rising|rises?|increased|climbed|jumped|surged|up|were|was|are|is|grew|gone up|went up)(?: by)? $"
)
_IN_A_YEAR = re.compile(
    r"(?: (?:higher|more|dearer))?(?: (?:in|last) \w+)? (?:than|from|compared with|on|over)(?: in)? "
    r"(?:a|one|the|twelve|12)(?: same month (?:of )?)?(?: \w+)? ?(?:year|months)\b"
    r"| year[ -]on[ -]year\b| in the year to\b| in annual terms\b| annually\b"
)
_ANNUAL = re.compile(
    r"\b(?:annual|year-on-year|yearly) (?:rate of )?(?:consumer price )?inflation[^.;:,]{0,40} (?:of|to|at|was|is) $"
)
"""What says that prices are higher than a year before, and by how much."""
_RISKS = frozenset("death injury infection hospitalisation crash blindness theft layoff".split())
_ILLNESS = frozenset(
    "ill illness sick sickness disease contract contracting catch symptoms symptomatic develop".split()
)


_FEWER = re.compile(
    r" (?:(?P<more>more|higher|greater|larger)|fewer|less|lower|smaller) "
    r"(?P<noun>(?!(?:than|of|and|or|in|on|at|likely|by|so)\b)[a-z-]{3,}(?: [a-z-]{3,}){0,2}?)"
    r"(?= (?:than|in|at|over|among|after|per|a)\b|[,.;]|$)"
)
"""What there is more or less of by a share: "24 per cent | fewer falls than"."""


def portion(text: str, start: int, end: int) -> str:
    """The measure of the share at `text[start:end]`: "turnout", "rejection", "support", what it prevents ("death
    prevention"), or what there is more or less of by it ("fewer falls"); empty where the words around it tell
    none of these."""
    voted = _VOTERS.match(text, end)
    if voted is not None:
        return "rejection" if voted["against"] else "support"
    if _TURNOUT.match(text, end):
        return "turnout"
    before = text[max(start - _BACK, 0) : start]
    if (_PRICES_ROSE.search(before) and _IN_A_YEAR.search(text, end, end + _BACK)) or _ANNUAL.search(before):
        return INFLATION
    target = _target(before, text[end : end + _BACK])
    if target:
        return f"{target} {PREVENTED}"
    fewer = _FEWER.match(text, end)
    return f"{'more' if fewer['more'] else 'fewer'} {fewer['noun']}" if fewer else ""


def plain(quantity: Quantity, measure: str) -> Quantity:
    """The quantity as a value where it is the size of an effect, or a figure of its own: "cut deaths by 73%" is told
    as "73% less likely", "prices rose by 8%" as inflation of 8%."""
    if quantity.form != "change" or not (measure in _PLAIN or measure.endswith(PREVENTED)):
        return quantity
    return quantity.but(form="value", modifier=quantity.bound or "=", trend=None)


def _target(before: str, after: str) -> str:
    """What there is less of, as an outcome."""
    if _STOPPED.search(before):
        found = _STOPPED_OF.match(after)
    else:
        found = _LESS.match(after) or _EFFECTIVE.match(after) or _CUT.search(before) or _GIVEN.search(before)
    for word in words_of(found[1] if found else ""):
        if word in _ILLNESS:
            return "infection"
        term = concept_of(word)
        if term in _RISKS:
            return term
    return ""
