"""Where a figure was measured, or which place of several it counts, as its clause tells beside its place."""

import re

from factcheck.measuring.scoping import shared_out
from factcheck.records.claim import Claim


def one_of_several(claim: Claim) -> str:
    """The place of a count that stands beside those of other places; empty where there is none."""
    if claim.quantity is None or claim.quantity.dimension != "count":
        return ""
    anchor, before = claim.anchors[0], (claim.context or "").rstrip(" .")
    beside = (f"{before} {claim.wording}", " ".join(f"{anchor.prefix}{anchor.exact}{anchor.suffix}".split()))
    return next(filter(None, (shared_out(text, claim.quantity.as_written) for text in beside)), "")


_WEATHER = frozenset("surge rain rainfall snow snowfall wind gust tide flood temperature water".split())
_SAW = re.compile(
    r"^(?:(?:Both|The (?:town|city|port|village|island) of) )?(?:downtown |central |nearby |coastal )?"
    r"((?:[A-Z][\w.’'-]* ){1,3}(?:and (?:[A-Z][\w.’'-]* ){1,3})?)"
    r"(?:ha[ds]|saw|sees?|recorded|registered|measured|got|received|experienced)\b"
)


def measured_in(claim: Claim) -> str:
    """The places of a measure of the weather, where they stand as who has it: "Norport saw | a surge of 2 metres"."""
    if _WEATHER.isdisjoint(claim.measure.casefold().split()):
        return ""
    found = _SAW.match(claim.wording)
    return found[1].strip() if found else ""


_WAY = r"(?:(?:north|south)(?:[ -]?(?:east|west))?|east|west)"
_FROM = re.compile(
    rf"^(?:,? (?:to the {_WAY}|due {_WAY}|{_WAY}|away|inland|offshore|out to sea|up the road|down the road))"
    r"(?: (?:of|from|off) (?:the )?((?:[A-Z][\w.’'-]*)(?: [A-Z][\w’'-]*){0,3}))?|"
    r"^ (?:from|off) (?:the )?((?:[A-Z][\w.’'-]*)(?: [A-Z][\w’'-]*){0,3})"
)


def measured_from(claim: Claim) -> tuple[bool, str]:
    """Whether a length is how far off something lies, and from which place: "900 miles | east of Norport"."""
    _, found, behind = claim.sentence.partition(claim.quantity.as_written if claim.quantity else "")
    told = _FROM.match(behind) if found else None
    return told is not None, (told[1] or told[2] or "") if told else ""
