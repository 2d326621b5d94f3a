"""Who says a quotation where no verb of saying tells it: "the words of Jane Roe", "As Jane Roe put it"."""

import re

from factcheck.finders._attribution import FAR, Cue, Names
from factcheck.records.mention import NameMention

_UTTERANCE = (
    "(?:words?|phrase|line|remark|comment|sentence|verdict|view|answer|explanation|conclusion|reply|response|"
    "assessment|description|message|summary|opinion|judgement|judgment|warning|plea|appeal|question|quip|promise)"
)
_BY = re.compile(
    r"(?:\b[Ii]n the (?:words|phrase|view|opinion) of|(?:^|\s)[Aa]s|^(?:For|To)|\b(?:came|comes|coming) from"
    r"|\b(?:went|fell|belongs|belonged) to)\s(?:the\s)?(?:(?!of\b)[\w-]+\s){0,5}$"
)
"""What stands before the name of who speaks, in the sentence that leads to a quotation."""
_PUT = re.compile(
    r"(?:,[^“”\"]{1,120},)?\s(?:puts?|has|had|saw|sees|phrased|phrases)\s(?:it|this|that)\b[^“”\"]{0,40}$"
)
_COMMA = re.compile(r"(?:,[^“”\"]{1,120})?[,:]\s?$")
_OWN = re.compile(rf"['’]s?\s(?:own\s|last\s|first\s|final\s|only\s|\w+\s){{0,2}}{_UTTERANCE}\b[^“”\"]{{0,40}}$")
_COLON = re.compile(
    r"(?=[^“”\":]{0,400}:\s?$)(?:,[^“”\":]{1,160},)?(?:\s(?:was|is|put|puts)\b[^“”\":]{0,60})?(?:,[^“”\":]{1,160})?:\s?$"
)
_APPOSED = re.compile(r"(?:The|An?|Its|Their|His|Her)\s(?:[\w’'-]+\s){0,9}[\w’'-]+,\s")
"""How a sentence opens that names somebody in apposition: "The director of the port, Jane Roe"."""
_OF = re.compile(
    rf"[.,]?[”\"’']?,?\s(?:(?:were|was|are|is|in|ran|came)\s)?(?:[Tt]he(?:se)?|[Tt]hose|[Tt]hat)\s"
    rf"(?:were\sthe\s|was\sthe\s|are\sthe\s|is\sthe\s)?{_UTTERANCE}(?:\s(?:is|are|was|were|came|comes|belongs?|belonged))?"
    rf"(?:\s(?:those|that))?\s(?:of|from|to)\s(?:the\s)?(?:[\w-]+\s){{0,5}}$"
)
"""What stands between a quotation and the name of who speaks: "were the words of", "The line is that of"."""
_WITH_THAT = re.compile(r"[”\"’']?\s(?:With (?:that|those words|these words|this)|Thus|So),?\s(?:[\w-]+\s){0,4}$")
_AFTER_REACH = 120


def worded_before(text: str, floor: int, start: int, names: Names) -> Cue | None:
    """The cue by phrase in the sentence that begins at `floor` and leads to a quotation at `start`."""
    floor = max(floor, start - FAR)
    people = [name for name in names.between(floor, start) if _is_somebody(name)]
    if len({name.entity for name in people}) != 1:
        return None
    name = people[0]
    lead = text[floor : name.start]
    if _BY.search(lead):
        told = _COLON.match if lead.rstrip().endswith(("from", "to")) else _COMMA.match
        if _PUT.match(text, name.end, start) or told(text, name.end, start):
            return _cue(name)
        return None
    if _OWN.match(text, name.end, start):
        return _cue(name)
    titled = any(lead.strip().casefold() == title.casefold() for title in name.titles)
    opens = not lead.strip() or titled or _APPOSED.fullmatch(lead)
    said = _PUT.match(text, name.end, start) or _COLON.match(text, name.end, start)
    return _cue(name) if opens and said else None


def worded_after(text: str, end: int, stop: int, names: Names) -> Cue | None:
    """The cue by phrase that follows a quotation ending at `end`, in its block, which ends at `stop`."""
    for name in names.between(end, min(stop, end + _AFTER_REACH)):
        if _is_somebody(name):
            between = text[end : name.start]
            return _cue(name) if _OF.fullmatch(between) or _WITH_THAT.fullmatch(between) else None
    return None


def _is_somebody(name: NameMention) -> bool:
    """Whether a name is a person's: one that no list knows, of two words, may be."""
    return name.type == "person" or (name.type == "other" and len(name.name.split()) > 1)


def _cue(name: NameMention) -> Cue:
    return Cue(name.entity, "", is_name=True, type="person")
