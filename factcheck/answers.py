"""Answers: the happening that a bare time tells of, from the question right before it ("When …?" "On 14 April.")."""

import re

from factcheck.records.mention import AnyMention, EventMention, TimeMention
from factcheck.surroundings import Surroundings

_WHEN = re.compile(r"\b(?:when|(?:what|which) (?:day|date|month|year)|how long ago)\b", re.IGNORECASE)
_AGREES = re.compile(r"(?:\w{1,20}: )?(?:yes|right|correct|exactly|indeed|that['’]s right)\b", re.IGNORECASE)
_EMPTY = frozenset("be do have".split())
_REACH = 40
"""Letters of an answer before its time."""


def asked(page: Surroundings, mention: TimeMention) -> EventMention | None:
    """The happening of the question that a time answers at the head of the next paragraph, or null.

    So also where the answer bears out what was said before it: "It was found in the attic." "Yes, in 2017.".
    """
    sentence = page.sentence(mention)
    number = page.sentence_number(mention.start)
    if sentence is None or number == 0 or mention.start - sentence.start > _REACH:
        return None
    before, text = page.sentences[number - 1], page.document.text
    if sentence.block - before.block != 1 or any(_tells(one) for one in page.within(number)):
        return None
    question = text[before.start : before.end]
    is_asked = question.endswith("?") and _WHEN.search(question) is not None
    if not is_asked and not _AGREES.match(text, sentence.start, mention.start):
        return None
    events = [one for one in page.within(number - 1) if isinstance(one, EventMention) and _tells(one)]
    return events[-1] if events else None


def _tells(mention: AnyMention) -> bool:
    return isinstance(mention, EventMention) and mention.verb not in _EMPTY and mention.concept is not None
