"""Which of several like things a figure is of: a neighbour, another or a former one, or only what was aimed at."""

import re
from functools import lru_cache
from typing import NamedTuple

from factcheck.records.claim import Claim

_THE = r"(?:an?|the|its|their|his|her|our|my|[\w.-]+['’]s?)"
_SPANS = (
    r"(?:times?|years?|months?|weeks?|days?|hours?|minutes?|nights?|mornings?|evenings?|quarters?|half|terms?|rounds?|"
    r"place|chance|opinion|thoughts?|look|blow|reason|way|case|matter|story|thing)\b"
)
_BESIDE = re.compile(
    rf"\b(?:neighbou?ring|adjacent|adjoining|rival|competing|sister)(?! {_SPANS})((?: [\w’'-]+){{1,5}})|"
    r"\b(?:upstream|downstream|further (?:south|north|east|west|inland|along|up|down))\b,?(?: in| at)?"
    r"((?: [\w’'-]+){1,2})",
    re.IGNORECASE,
)
"""Words that tell of a neighbour, with its name: "in neighbouring | Arlen"."""
_KIN = (
    "deputy|husband|wife|partner|son|daughter|brother|sister|father|mother|cousin|nephew|niece|uncle|aunt|lawyer|"
    "predecessor|successor|assistant|driver|bodyguard|insurers?|lenders?|supplier|landlord|owner|subsidiary"
)
_ANOTHER = re.compile(
    rf"\b(?:separate|(?<!one )(?<!yet )another(?! ?$| (?:one\b|few|some|such))|a (?:second|third|fourth|fifth)"
    rf"(?![ -](?:largest|biggest|highest|hand|rate|class|of\b)))(?! (?:[a-z]+ )?{_SPANS})|"
    rf"\b{_THE} (?:[\w-]+ )?(?:neighbou?rs?|rivals?|competitors?|suppliers?)\b|"
    r"\b(?:[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears|[Dd]ecades) (?:later|earlier|before),? (?-i:an? [A-Z])|"
    rf"['’]s (?:{_KIN})\b(?=,| [A-Z]| (?:was|were|is|has|had|[a-z]+ed)\b)",
    re.IGNORECASE,
)
_NEAR_BY = re.compile(r"^[^,]{0,60}, (?:an?|the|its) (?:[\w-]+ )?(?:neighbou?r|rival|competitor)\b")
"""Words that tell of another one of the kind: "a second train", ", a rival of the firm, |"; behind a figure, such that
say it of what the figure is of."""
_BOUGHT = re.compile(r"\b(?:buy|buys|buying|bought|acquir\w+|purchas\w+|tak\w+ over|took over|takeover|merg\w+)\b")
"""What is done to rivals, so that a figure is not theirs alone."""

_FORMER = re.compile(
    r"\b(?:[Aa]n|[Aa]|[Tt]he|[Ii]ts|[Tt]heir|[Ii]n|[Aa]t) (?:\d{4} )?(?:earlier|older|previous|preceding) (?!than\b)|"
    r"\b[Ll]ast season\b|\b(?:[Tt]he|[Aa]) (?:year|season|month|quarter|week|decade) (?:before|earlier|previously)\b|"
    r"^(?:Before|Until|Prior to|Up to) [^,]{3,80}, |\b[Ii]n the (?:last|previous) [a-z-]+ (?:on|of|in|at|here)\b"
)
"""Words that tell of what was before: "at the previous championships", "a year earlier, | it had been"."""
_BEFORE = re.compile(
    r"\b(?:before|until|prior|ahead of|earlier|previous(?:ly)?|preceding|former(?:ly)?|old(?:er)?|last|had)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")

_SAYING = "inform|thank|announce|state|say|express|point|make|assure"
_SEERS = "analysts?|economists?|experts?|markets?|forecasters?|polls?"
_AIM = re.compile(
    rf"\b(?:targets?|goals?|aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)|wish(?:es|ed)? (?:for|to (?!{_SAYING}))|"
    r"guess(?:es|ed)?|bets?|demand(?:s|ed|ing)?|ask(?:s|ed|ing)? for|need(?:s|ed)?|required?|requires|requirement|"
    r"threshold|quorum|minimum|maximum|(?:can|could) (?:carry|hold|take|seat|accommodate|house|cope)|"
    r"(?:seats?|berths?|beds?|rooms?|space|places|capacity|equipment)(?: and [a-z]+)? (?:for|of)|"
    r"(?:built|designed|made|meant|equipped|licensed|intended|laid out) (?:for|to)|"
    r"(?:allow(?:s|ed)?|permit(?:s|ted)?) [^,;.]{0,60}? to|allow(?:s|ed)? (?:for|[a-z]+ of)|"
    r"(?:had|was|were) (?:at first |first |originally |initially )?(?:to be|to have)|"
    rf"(?:{_SEERS}) (?:had |have )?(?:been )?(?:expect|forecast|predict)[a-z]*|"
    r"(?:had|have) (?:been )?(?:expected|forecast|predicted|hoped|planned|budgeted|feared)|"
    rf"would like|want(?:s|ed)? (?:to|[a-z ]{{0,30}} by)|{_THE} (?:first|original|initial|early) "
    r"(?:plans?|designs?|drafts?|proposals?|estimates?|budget|bid|offer|version|contract))\b",
    re.IGNORECASE,
)
"""Words before a figure that make it a goal, a limit, a wish, a demand, or room for so many."""
_ROOM = re.compile(r" (?:[a-z]+ )?(?:seats|berths|places|beds)\b(?! (?:in|at|on) (?:parliament|the))")

_TOLL = re.compile(r"\b(?:died|dead|killed|perished|drowned|injured|hurt|wounded|missing|infected|arrested|ill|sick)\b")
_SOME_OF = re.compile(
    r" of (?:those|the [a-z]+) (?:(?:who|that) )?(?:(?:had|have|were|was|been) ){0,2}(?:died|dead|killed|perished|"
    r"drowned|injured|hurt|wounded|missing|infected|arrested)\b"
)
_OF_THEIRS = re.compile(r"^Of (?:[A-Z][\w’'-]* ){0,2}[A-Z][\w’'-]*(?<=s) (?!\d)[^,]{3,60}, $")
"""What makes a figure a part: "| of those who died", "Of Stone's workers, | 40 were"."""

_WHICH = "which|who|where|whose|whom|(?:in|of|for|with) which"
_ASIDE = re.compile(rf", (?:{_WHICH})\b[^,;.]*,|\bwho [a-z]+ to [a-z]+\b")
_BREAK = re.compile(rf"[;:]|, (?:but|while|whereas|and|when|after|as|though|although|{_WHICH})\b")
_NAME = re.compile(r"\b[A-Z][\w’'-]*")


class Which(NamedTuple):
    """What the words of a figure's clause tell of which thing it is of."""

    another: bool
    beside: bool
    named: frozenset[str]
    """Whether it is another one of its kind, or a neighbour, and the neighbours' names."""
    former: bool
    aimed: bool
    """Whether it is a former one, or only aimed at."""
    room: bool
    """Whether seats or beds are counted, which are room for so many."""
    before: bool
    """Whether anything there speaks of what was before."""
    text: str
    part: bool


def in_order(claim: Claim) -> tuple[str, str]:
    """The words of a claim's sentence before its figure and after it, as far as they are known."""
    anchor, context, wording = claim.anchors[0], claim.context, claim.wording
    lead = " ".join(anchor.prefix.split())
    known = next((at for at in range(len(lead)) if context.startswith(lead[at:])), len(lead))
    found = context.find(lead) if len(lead) == known else -1
    split = len(lead) - known if known < len(lead) else found + len(lead) if found >= 0 and lead else 0
    date = claim.event.date if claim.event else None
    written = claim.quantity.as_written if claim.quantity else date.as_written if date else ""
    at = max(wording.find(written), 0)
    end = at + len(written)
    return f"{context[:split]} {wording[:at]}".lstrip(), f"{wording[end:]} {context[split:]}".rstrip()


@lru_cache(maxsize=16384)
def which(front: str, back: str) -> Which:
    """What a sentence tells of the thing that a figure is of, by the words before it and after it."""
    own = _ASIDE.sub(" ", front)
    own = _BREAK.split(own)[-1]
    told_on = _BREAK.search(back)
    behind = back[: told_on.start()] if told_on else back
    bought = _BOUGHT.search(own) is not None
    beside = [found for part in (own, behind) for found in _BESIDE.finditer(part) if not bought]
    told = [_NAME.search(found[1] or found[2]) for found in beside]
    another = _ANOTHER.search(own) or _NEAR_BY.search(behind)
    text = f"{front} {back}"
    return Which(
        another is not None and not bought,
        bool(beside),
        frozenset(name[0] for name in told if name),
        _FORMER.search(own) is not None,
        _is_aimed(own),
        _ROOM.match(back) is not None,
        _BEFORE.search(text) is not None,
        text,
        _SOME_OF.match(behind) is not None or (_OF_THEIRS.search(own) is not None and not _TOLL.search(behind)),
    )


def _is_aimed(own: str) -> bool:
    """Whether a figure is a goal, a limit or room for so many; not so "the 40 who wanted to go"."""
    if own.rstrip().endswith((" the", " its", " their")):
        return False
    return _AIM.search(own) is not None


def apart(one: Which, other: Which) -> str:
    """What tells two figures apart, in words; empty where nothing does."""
    for ours, theirs in ((one, other), (other, one)):
        beside = ours.beside and not theirs.beside and not any(name in theirs.text for name in ours.named)
        if beside or (ours.another and not theirs.another):
            return "Only one of them is told of another one of the kind."
        years = _YEAR.findall(ours.text)
        if ours.former and not theirs.before and not any(year in theirs.text for year in years):
            return "Only one of them is told of what was before."
    if one.part != other.part:
        return "One is a part of what the other counts."
    if one.aimed != other.aimed and not one.room and not other.room:
        return "One is what is aimed at, allowed or needed, the other what there is."
    return ""
