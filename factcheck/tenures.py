"""Since when somebody has had a post, or something has been at work: "chairwoman since 2019", "live since May"."""

import re

from factcheck.language.titles import post_in
from factcheck.records.claim import Event
from factcheck.records.mention import AnyMention, EventMention, NameMention, TimeMention
from factcheck.records.timespan import opening
from factcheck.surroundings import Surroundings

_HAS_LED = re.compile(
    r"\b(?:has|have|who['’]s) (?:led|headed|run|chaired|managed|directed|governed|"
    r"(?:had|held) (?:the|this|that|his|her) (?:top |same )?(?:job|post|office|position|role|chair|seat)|"
    r"been (?:in charge|in office|at the (?:helm|head|top)))\b[^.;:,]{0,60} $"
)
_APPOSED = re.compile(r",? (?P<post>(?:the |its |their |our )?[A-Za-z][^.;:()]{2,60}?) ")


def began(page: Surroundings, mention: TimeMention) -> dict[str, object] | None:
    """What a claim says of a time since which somebody has had a post, or something has been at work; null where it is
    of something else."""
    span, sentence = mention.timespan, page.sentence(mention)
    if span is None or span.end is not None or sentence is None or not span.as_written.lower().startswith("since "):
        return None
    text = page.document.text
    clause = page.clause(mention)
    begun = next((one for one in page.beside(mention) if _has_been(one, mention)), None)
    if isinstance(begun, EventMention):
        return _told(mention, str(begun.concept), clause=begun)
    if clause is not None and clause.agent and _HAS_LED.search(text[sentence.start : mention.start]):
        return _told(mention, clause=clause)
    people = [
        item
        for item in page.beside(mention)
        if isinstance(item, NameMention) and item.type == "person" and item.end < mention.start
    ]
    if not people:
        return None
    apposed = _APPOSED.fullmatch(text, people[-1].end, mention.start)
    if apposed is None or not post_in(apposed["post"]):
        return None
    return {**_told(mention), "roles": {"agent": (people[-1].entity,)}}


def _has_been(mention: AnyMention, time: TimeMention) -> bool:
    """Whether a clause tells that something has been at work, or somebody in a post, since a time."""
    if not isinstance(mention, EventMention) or mention.verb != "be" or mention.concept not in _BEGUN:
        return False
    return mention.start <= time.start and time.end <= mention.end


_BEGUN = frozenset({"appointment", "opening"})


def _told(mention: TimeMention, what: str = "appointment", **more: object) -> dict[str, object]:
    assert mention.timespan is not None
    span = opening(mention.timespan)
    happening = Event(kind=what, date=span)
    return {"kind": "date", "measure": what, "event": happening, "timespan": span, "status": "done", **more}
