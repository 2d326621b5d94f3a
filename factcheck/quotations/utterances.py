"""Whether quoted words and another passage that has them, or nearly, are one utterance."""

import re

from factcheck.checking import Study
from factcheck.contexts.people import one_speaker, surname
from factcheck.contexts.places import sentence_at
from factcheck.contexts.words import SMALL
from factcheck.quotations.alignment import Alignment, only_reports
from factcheck.quotations.passages import Echo, Judged, Judgement, Quoted
from factcheck.quotations.speakers import speaker_of, speaker_there

_QUOTED = 8
"""Words that are enough where both passages are quotations, though no run of four of them is the same."""
_REORDERED = 5
"""Words that are enough where both passages are quotations with the very same words in another order."""
_LONG = 10
"""Words that are enough to know a passage by, whoever is named as speaker."""


def judged(echo: Echo) -> Judged:
    """The judgement on a passage, and whether both have one speaker, as they are kept."""
    return judge(echo), speakers_agree(echo)


def speakers_agree(echo: Echo) -> bool | None:
    """Whether the two passages have one speaker; null where that is open."""
    mine, theirs = speaker_of(echo.quoted.study, echo.quoted.mention), speaker_there(echo)
    return one_speaker(echo.quoted.study, mine, echo.study, theirs)


def judge(echo: Echo) -> Judgement | None:
    """What the alignment means, or null where the two need not be one utterance."""
    alignment, one = echo.alignment, speakers_agree(echo)
    own = echo.study is echo.quoted.study
    if alignment.is_exact or alignment.is_respelled:
        loose = echo.quoted.mention.use in ("scare", "term") or echo.inside is None
        if own or not _is_enough(alignment.compared, alignment.telling, one, loose=loose):
            return None
        return "same" if alignment.is_exact else "respelled"
    if (own and echo.inside is None) or not _is_same_utterance(echo, one):
        return None
    altered = alignment.coverage >= 0.75 or alignment.is_reordered
    return "altered" if altered and one is not False else "doubtful"


def are_copies(one: Quoted, other: Quoted) -> bool | None:
    """Whether two quotations of equal words are one utterance; null if too little is said, false for two speakers."""
    mine, theirs = speaker_of(one.study, one.mention), speaker_of(other.study, other.mention)
    agree = one_speaker(one.study, mine, other.study, theirs)
    if agree is False:
        return False
    loose = any(item.mention.use in ("scare", "term") for item in (one, other))
    telling = sum(word not in SMALL for word in one.said)
    return True if _is_enough(len(one.said), telling, agree, loose=loose) else None


def _is_enough(compared: int, telling: int, one: bool | None, *, loose: bool) -> bool:
    """Whether so many equal words make one utterance."""
    enough = compared >= (6 if loose else 4) and telling >= (3 if loose else 2)
    return one is not False and (enough or (one is True and compared >= 2))


def _is_same_utterance(echo: Echo, one: bool | None) -> bool:
    alignment = echo.alignment
    spoken = echo.inside is not None or _is_direct_speech(echo.study, echo.start, echo.end)
    if echo.inside is None and only_reports(alignment):
        return False
    if not spoken and _is_reported_speech(echo.study, echo.start, echo.end):
        return False
    if one is False:
        return _is_long(alignment) and alignment.coverage >= 0.8
    if echo.inside is not None and alignment.is_reordered and alignment.compared >= _REORDERED:
        return True
    if _is_long(alignment):
        return alignment.coverage >= 0.6
    fits = alignment.coverage >= 0.75 and alignment.longest >= 3 and (alignment.telling >= 2 or alignment.longest >= 8)
    if one or _names_speaker(echo):
        return fits and alignment.compared >= 4
    quoted = echo.inside is not None and alignment.compared >= _QUOTED and alignment.telling >= 3
    return fits and spoken and (quoted or (alignment.compared >= 6 and alignment.longest >= 4))


def _is_long(alignment: Alignment) -> bool:
    return alignment.compared >= _LONG and alignment.longest >= 5 and alignment.telling >= 5


def _names_speaker(echo: Echo) -> bool:
    """Whether the other document, which does not quote, names the speaker or is the work that is quoted."""
    mention, source = echo.quoted.mention, echo.study.source
    if echo.inside is not None:
        return False
    if mention.document:
        titles = " ".join(filter(None, (source.title, source.publisher, source.container_title))).lower()
        words = [word for word in mention.document.lower().split() if len(word) > 3]
        return sum(word in titles for word in words) >= 2
    return bool(mention.speaker) and surname(mention.speaker or "") in echo.study.people


_REPORTING = re.compile(
    r"\b(?:said|says|say|saying|told|tells|added|adds|according to|stated|claimed|argued|warned|insisted|announced|"
    r"noted|declared|explained|reported|admitted|denied|promised|vowed)\b"
)
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me|[Oo]urs)\b")


def _is_direct_speech(study: Study, start: int, end: int) -> bool:
    """Whether an unquoted passage is somebody's own words, as in a transcript: it speaks in the first person."""
    return _FIRST_PERSON.search(study.document.text, start, end) is not None


def _is_reported_speech(study: Study, start: int, end: int) -> bool:
    """Whether an unquoted passage stands in a sentence that reports what somebody said."""
    first, last = sentence_at(study.document, start), sentence_at(study.document, max(end - 1, start))
    if first is None or last is None:
        return False
    return _REPORTING.search(study.document.text, first.start, last.end) is not None
