"""By when something has to be done, however that is told: "have until 19 April to accept the offer"."""

import re

from factcheck.language.nouns import singular
from factcheck.records.claim import Event
from factcheck.records.mention import TimeMention
from factcheck.records.timespan import Timespan, day_before
from factcheck.surroundings import Surroundings

_TIE = r"(?: (?:on|for|to|against|in|with))?"
_WHAT = rf"(?P<verb>[a-z]+){_TIE} (?:(?:the|an?|its|their|his|her|this|that) )?(?P<what>[a-z][a-z-]+)"
_HAVE_UNTIL = re.compile(r"\b(?:have|has|had|given)(?: now| only)? $")
_TO_DO = re.compile(rf" to {_WHAT}\b")
_CAN = re.compile(rf"\b(?:can|could|may)(?: still| now| then)? (?!be\b){_WHAT}(?: [a-z]+)? $")
_MAY_BE = re.compile(
    r"(?:^|[,;:] |\b(?:that|and|all|the|any) )(?P<what>[A-Za-z][a-z-]+)(?: (?:for|on|to|from|of|in) [^,;:.]{1,60})? "
    r"(?:can|may|must|should|have to|has to|need to) be "
    r"(?:in|made|submitted|lodged|filed|sent|received|returned|entered|handed)(?: [a-z]+){0,4} $"
)
_IS = re.compile(r"\b(?:is|of|ends|expires|falls)(?: on| until| at| set for)? $")
_PRESENT = re.compile(r"\b(?:have|has|can|may|must)\b(?! been\b)")
_OPEN_TO = ("until ", "till ", "by ", "from ", "between ", "up to ")
_CLOSING = frozenset("close expire lapse end".split())
_OFFERED = frozenset(
    "application offer bid tender consultation nomination entry registration submission period window call deadline "
    "competition subscription ballot".split()
)
"""What closes on the last day on which one may take part in it."""


def due(page: Surroundings, mention: TimeMention) -> dict[str, object] | None:
    """What a claim says of the last day for something; null where the time is of something else."""
    sentence, span = page.sentence(mention), mention.timespan
    if sentence is None or span is None or span.granularity != "day" or span.end is None:
        return None
    text = page.document.text
    before, after = text[sentence.start : mention.start], text[mention.end : sentence.end]
    told = None
    if text[mention.start : mention.end].lower().startswith(_OPEN_TO):
        told = (_HAVE_UNTIL.search(before) and _TO_DO.match(after)) or _CAN.search(before) or _MAY_BE.search(before)
    if told:
        span = _ahead(span, page.source.issued) if _PRESENT.search(before) else span
        return _told(span, tuple(word.lower() for word in told.groupdict().values()))
    event = page.clause(mention)
    if event is not None and event.verb == "deadline" and _IS.search(before):
        return _told(_ahead(span, page.source.issued), event.for_ or event.agent)
    agent = event.agent[0].split()[-1].lower() if event is not None and event.agent else ""
    if event is not None and event.verb in _CLOSING and singular(agent) in _OFFERED:
        return _told(span, (agent,))
    return None


def _ahead(span: Timespan, issued: str | None) -> Timespan:
    """A day without a year that is yet to come for its document: that of the next year where it was past."""
    if span.resolved_from != "publication" or span.end is None or issued is None or span.end[: len(issued)] >= issued:
        return span
    year, rest = int(span.end[:4]) + 1, span.end[4:]
    return span.but(start=None, end=f"{year}{rest}") if rest != "-02-29" else span


def _told(span: Timespan, what: tuple[str, ...]) -> dict[str, object]:
    """The fields of a claim for the last day of a timespan: of what is to be done, and with what."""
    assert span.end is not None
    last = span.but(start=day_before(span.end))
    return {
        "kind": "date", "measure": "deadline", "event": Event(kind="deadline", date=last), "timespan": last,
        "roles": {"for_": tuple(word for word in what if word != "it")},
    }  # fmt: skip
