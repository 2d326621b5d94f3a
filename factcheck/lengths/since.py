"""A length of time beside its beginning, up to the day of the document: "since 2016, so that's six years"."""

import re
from datetime import date

from factcheck.contexts.times import DAYS_A_YEAR, issued
from factcheck.lengths.durations import Length
from factcheck.lengths.elapsed import ABOUT, Lasting
from factcheck.records.mention import TimeMention

_BEHIND = re.compile(
    r",? (?:so |and )?(?:(?:that|it|this)(?:['’]s| is| makes) |which (?:is|makes) |making (?:it )?|i\.e\.,? |"
    rf"– |— |\()?(?:now )?(?:for )?(?:now )?{ABOUT}"
)
_BEFORE = re.compile(r"(?: now| already)?,? (?:ever )?")
_PAST = re.compile(r"(?<!\bhas )(?<!\bhave )\bhad\b|\b(?:would|until|till|by then|by the time)\b")
_WHOLE = {"year": 366, "season": 92, "quarter": 92, "month": 31, "day": 1}
"""Days at most in what a beginning is given by."""
_COUNTED_WITH = 0.75 * DAYS_A_YEAR
"""How much longer a length may be that counts the year of its beginning with it."""


def since(lasting: Lasting) -> tuple[TimeMention, Length] | None:
    """The beginning told right beside a length, and how long it was since then; null where none is, or it is over."""
    study, sentence, mention = lasting.study, lasting.sentence, lasting.mention
    text, today = study.document.text, issued(study)
    if today is None or _PAST.search(text, sentence.start, sentence.end):
        return None
    for item in study.seen(TimeMention):
        span = item.timespan
        if item.start < sentence.start or span is None or span.start is None or span.end is not None:
            continue
        if item.start >= sentence.end:
            return None
        days = _WHOLE.get(span.granularity)
        if days and span.as_written.lower().startswith("since ") and _are_beside(text, item, mention):
            begun = date.fromisoformat(span.start[:10])
            low = (today[0] - begun).days - days
            more = _COUNTED_WITH if span.granularity == "year" else 0.0
            return (item, Length(max(low, 0), (today[1] - begun).days + more)) if low > 0 else None
    return None


def _are_beside(text: str, begun: TimeMention, length: TimeMention) -> bool:
    if begun.end <= length.start:
        return _BEHIND.fullmatch(text, begun.end, length.start) is not None
    return length.end <= begun.start and _BEFORE.fullmatch(text, length.end, begun.start) is not None
