"""Lengths of time that a text ties to the two times told before them: "thirty days lay between the two"."""

import re
from collections.abc import Sequence

from factcheck.contexts.places import sentences_before, within
from factcheck.lengths.elapsed import ABOUT, BEGINS, ENDS, Lasting
from factcheck.records.mention import TimeMention

_STATES = (
    "office|power|government|opposition|charge|post|command|prison|jail|custody|detention|captivity|exile|hiding|"
    "hospital|care|quarantine|isolation|parliament|court|space|orbit|storage|dry dock"
)
_IN_STATE = re.compile(
    rf"^ (?:in (?:{_STATES})|at (?:sea|the helm|the top|the head of \w+)|on (?:the run|remand|strike|the road|trial))\b"
)
_OPENS = r"(?:^|[;:–—] ?|, )"
_THOSE = re.compile(
    rf"{_OPENS}(?:and |but )?(?:(?:(?:in|during|over|within|throughout|through|for|after)(?: all)? )"
    rf"(?:those|these|that|this)|those|these) (?:whole |long |intervening )?{ABOUT}$",
    re.IGNORECASE,
)
_PASSED = re.compile(
    r"^ (?:had |have |has |was |were |therefore |thus )?(?:lay|lie|lies|passed|elapsed|went by|gone by|intervened|"
    r"separated?|separates|divided?|divides)\b(?: by)?(?= (?:in )?between\b| in the meantime\b| the two\b| them\b|"
    r" these\b| those\b| before\b| until\b| from\b|[.,;:])"
)
_BETWEEN = re.compile(
    r"^ (?:in between|between (?:the two|them|these|those|the (?:dates|events|letters|meetings|visits|calls))|apart)\b"
)
_WHICH = re.compile(r"^ (?:in|during|over|throughout) which\b")
_APPOSED = re.compile(rf"(?:[;:,–—]|[–—] ) ?{ABOUT}$")
_IT_TOOK = re.compile(
    rf"(?:^|[;,] (?:and |so |but )?|\bthat )(?:it|that|this)(?: had| has)?(?: therefore| thus| only)? "
    rf"(?:taken|took)(?: (?:him|her|them|us|me|the [a-z]+))? {ABOUT}$",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"^ (?:to|for|before|until)\b")
_JUDGED = re.compile(
    r"^ (?:is|was|are|were|seems?|seemed) (?:[a-z]+ )?(?:too (?:long|short|slow|little|much)|a long (?:time|wait)|"
    r"not (?:long|enough)|long enough|an (?:eternity|age)|excessive|unacceptable|unreasonable)\b"
)
_LAY = re.compile(
    rf"\b(?:lay|passed|elapsed|went by|that is|which is|that makes|i\.e\.|this is),? (?:for |in all )?{ABOUT}$",
    re.IGNORECASE,
)
_WENT_BY = re.compile(r"^ (?:went by|passed|elapsed|had passed|had gone by|later)\b")
_LASTED = re.compile(
    r"^(?:It|They|He|She|That|This|The [a-z]+|All this)(?: thus| therefore)? (?:(?:had|has|was|were|"
    r"have) )?(?:[a-z]+ ){0,3}?"
    rf"(?:for|took|taken|lasted) {ABOUT}$"
)
_SHUT = re.compile(r"^(?:[.;]|$)")
_FOR = re.compile(rf"For (?:all of |all |the )?{ABOUT}")
_FIRST = re.compile(r"\b(?:first|began|opening|broke|burst|hit|struck|cut|alarm)\b")
_LAST = re.compile(r"\b(?:last|final|finally|home|again|mended|repaired|back)\b")
_ON_THAT = re.compile(rf", after {ABOUT}")
_AFTER = re.compile(rf", (?:after|following) (?:just |only )?{ABOUT}$")


def ends_told_before(lasting: Lasting, points: Sequence[TimeMention]) -> tuple[TimeMention, TimeMention] | None:
    """The two times, in order, that a length is said to lie between; null where its words do not point at them."""
    text, study = lasting.study.document.text, lasting.study
    mention = lasting.mention
    own = [item for item in lasting.own if item.end <= mention.start]
    if len(own) != len(lasting.own) or (mention.timespan is not None and mention.timespan.start):
        return None
    before = [within(points, one.start, one.end) for one in sentences_before(study, lasting.number)]
    strong = points_back(lasting) or _ran(lasting, before) or _ended(lasting, before)
    if not strong and not (len(own) == 2 and _is_shut(text, lasting)):
        return None
    for near in (own, [*(before[0] if before else []), *own], [*(item for one in before[::-1] for item in one), *own]):
        if len(near) > 2:
            return None
        if len(near) == 2:
            first, last = sorted(near, key=lambda item: (item.timespan.start or "") if item.timespan else "")
            return first, last
    return None


def _ran(lasting: Lasting, before: Sequence[Sequence[TimeMention]]) -> bool:
    """ "The first cut was made at 9.40, the last stitch at 14.55. For four hours three teams had stood …"."""
    text, sentence = lasting.study.document.text, lasting.sentence
    told = [item for one in before[::-1] for item in one]
    if lasting.own or len(told) != 2 or not _FOR.fullmatch(text[sentence.start : lasting.mention.start]):
        return False
    if not all(item.timespan is not None and item.timespan.time_of_day for item in told):
        return False
    ahead, behind = text[max(told[0].start - 100, 0) : told[1].start], text[told[0].end : sentence.start]
    begins = BEGINS.search(ahead) or _FIRST.search(ahead)
    return bool(begins and (ENDS.search(behind) or _LAST.search(behind)))


def _ended(lasting: Lasting, before: Sequence[Sequence[TimeMention]]) -> bool:
    """ "She was kidnapped on 1 March. On 30 March, after 29 days, she was freed"."""
    text, mention, sentence = lasting.study.document.text, lasting.mention, lasting.sentence
    if len(lasting.own) != 1 or not before or len(before[0]) != 1 or not text.startswith(", ", mention.end):
        return False
    if not _ON_THAT.fullmatch(text[lasting.own[0].end : mention.start]):
        return False
    begun = sentences_before(lasting.study, lasting.number, 1)[0]
    return bool(BEGINS.search(text, begun.start, begun.end) and ENDS.search(text, mention.end, sentence.end))


def points_back(lasting: Lasting) -> bool:
    """Whether the words around a length tell that it is that of what was told before: "in those eight months"."""
    text, mention, sentence = lasting.study.document.text, lasting.mention, lasting.sentence
    lead, after = text[sentence.start : mention.start], text[mention.end : sentence.end]
    if _THOSE.search(lead) or _BETWEEN.match(after) or (_IT_TOOK.search(lead) and _TO_DO.match(after)):
        return True
    if _PASSED.match(after) or _JUDGED.match(after):
        return True
    if _LASTED.search(lead):
        return _SHUT.match(after) is not None
    if _WHICH.match(after):
        return _APPOSED.search(lead) is not None
    if lasting.own:
        return (_LAY.search(lead) or (_WENT_BY.match(after) and _APPOSED.search(lead))) is not None
    return lead in ("", "The ") and _IN_STATE.match(after) is not None


def _is_shut(text: str, lasting: Lasting) -> bool:
    """ "They married in 1961 and divorced in 1974, after 13 years." """
    mention, sentence = lasting.mention, lasting.sentence
    after = text[mention.end : sentence.end]
    ended = _SHUT.match(after) or ((state := _IN_STATE.match(after)) and _SHUT.match(after[state.end() :]))
    return _AFTER.search(text[sentence.start : mention.start]) is not None and bool(ended)
