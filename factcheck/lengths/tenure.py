"""A length of time beside the day on which it began, up to the document's own: "took over in 2011. After 20 years"."""

import re

from factcheck.checking import Study
from factcheck.contexts.places import sentences_before, within
from factcheck.contexts.times import DAYS_A_YEAR, interval, issued
from factcheck.lengths.durations import Length
from factcheck.lengths.elapsed import ABOUT, Lasting
from factcheck.records.mention import TimeMention

_SINCE = re.compile(r"(?: now| already)?,? (?:ever )?since (?![^.;:]* (?:before|after|the end) )(?:[\w’'-]+ ){1,9}?in ")
_PAST = re.compile(r"\b(?:had|was|were|would|did|until|till|by then|by the time)\b")
_PRESENT = re.compile(
    r"\b(?:is|are|has|have|will|plans?|leaves?|retires?|hands?|goes|steps|quits?|wants?|says?|bows|departs?|looks?|"
    r"gives?|ends?|closes?|announces?)\b|['’]s (?:leaving|going|stepping|retiring)"
)
_TOOK = re.compile(
    r"\b(?:took (?:office|over|charge|power|up|on|the [a-z]+)|came to power|became|succeeded|joined|"
    r"(?:was|been|were) (?:first )?(?:elected|appointed|named|made|chosen|sworn in|crowned|hired))\b"
    r"[^.;:()]{0,60}?\bin (?:[A-Z][a-z]+ )?(?=(?:19|20)\d\d\b)"
)
_LEAD = re.compile(rf"(?:^|[,;] |\b)(?:after|for|his|her|their) {ABOUT}(?:the (?:past|last) )?$", re.IGNORECASE)
_TERM = re.compile(
    r" (?:at the (?:head|helm|top)|in (?:office|power|charge|the (?:job|post|chair|saddle|role))|"
    r"on the (?:job|throne|bench|board))\b|(?=[,.;])"
)
_LONG = 2 * DAYS_A_YEAR
_FAR = 2


def begun(lasting: Lasting) -> tuple[TimeMention, Length] | None:
    """When something that lasts began, and how long that is ago; null where it is over, or not told."""
    today = issued(lasting.study)
    if today is None or lasting.limit.high < _LONG:
        return None
    found = _since(lasting) or _taken(lasting)
    days = interval(found.timespan) if found is not None else None
    if found is None or days is None or _another(lasting, found):
        return None
    low, high = (today[0] - days[1]).days, (today[1] - days[0]).days
    return (found, Length(max(low, 0), high)) if low > 0 else None


def _since(lasting: Lasting) -> TimeMention | None:
    """ "For the past eleven years, ever since she came over in 2016"."""
    text, mention, sentence = lasting.study.document.text, lasting.mention, lasting.sentence
    match = _SINCE.match(text, mention.end, sentence.end)
    if match is None or re.search(r"\b(?:had|would|until)\b", text[sentence.start : sentence.end]):
        return None
    return next((item for item in _times(lasting.study, mention.end, sentence.end) if match.end() == item.start), None)


def _taken(lasting: Lasting) -> TimeMention | None:
    """ "Took the chain of office in March 2011. After nearly two decades at the head of the town he plans to …"."""
    text, mention, sentence = lasting.study.document.text, lasting.mention, lasting.sentence
    words = text[sentence.start : sentence.end]
    if not _LEAD.search(text[sentence.start : mention.start]) or not _TERM.match(text, mention.end, sentence.end):
        return None
    if _PAST.search(words) or not _PRESENT.search(words):
        return None
    for one in sentences_before(lasting.study, lasting.number, 1):
        matches = list(_TOOK.finditer(text, one.start, one.end))
        if len(matches) == 1:
            known = _times(lasting.study, one.start, one.end)
            return next((item for item in known if item.start <= matches[0].end() <= item.end), None)
    return None


def _times(study: Study, start: int, end: int) -> list[TimeMention]:
    return [item for item in within(study.seen(TimeMention), start, end) if interval(item.timespan) is not None]


def _another(lasting: Lasting, found: TimeMention) -> bool:
    """Whether another time near it may be the beginning that is meant."""
    today, sentence = issued(lasting.study), lasting.sentence
    if today is None:
        return True
    start = min([one.start for one in sentences_before(lasting.study, lasting.number, _FAR)] + [sentence.start])
    for item in _times(lasting.study, start, sentence.end):
        days = interval(item.timespan)
        if days is None or item is found or item.duration is not None:
            continue
        if Length(max((today[0] - days[1]).days, 0), (today[1] - days[0]).days).meets(lasting.limit):
            return True
    return False
