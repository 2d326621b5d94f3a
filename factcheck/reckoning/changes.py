"""Which two figures a stated rise, fall or gap lies between: the value before and the value after."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from factcheck.checking import Study
from factcheck.language.calendar import MONTHS
from factcheck.language.nouns import singular
from factcheck.language.trends import FALLING, FALLS, RISES, RISING
from factcheck.language.verbs import FORMS
from factcheck.reckoning.figures import Figure, figures_in
from factcheck.records.document import Sentence

NEARLY = (
    r"(?:about |around |some |nearly |almost |just |over |under |roughly |only |more than |less than |fewer than |"
    r"at least |up to |well |slightly |exactly |a further |a full |a whole |a total of |as much as |as many as ){0,5}"
)
"""What may stand between a word that says what a figure is and the figure."""


def _forms(bases: frozenset[str], adverb: str) -> str:
    """All forms of verbs, as alternatives of a pattern, with the adverb that says the same."""
    return "|".join(sorted({word for word, (_, base) in FORMS.items() if base in bases} | {adverb}))


_UP, _DOWN = _forms(RISING - {"double"}, "up"), _forms(FALLING - {"halve"}, "down")
_NOUNS_UP, _NOUNS_DOWN = "|".join(sorted(RISES)), "|".join(sorted(FALLS))
MOVES = rf"(?:{_UP}|{_DOWN}|go|goes|went|gone|going|change|changes|changed)"
"""Verbs of rising and falling, in all forms."""
TURNS = rf"(?:{_NOUNS_UP}|{_NOUNS_DOWN}|change)"
"""Nouns of rising and falling."""

_MORE = (
    "more|higher|greater|larger|bigger|longer|taller|heavier|deeper|wider|thicker|warmer|hotter|stronger|richer|older|"
    "dearer|above|over|up|ahead|extra|better"
)
_LESS = (
    "less|fewer|lower|smaller|shorter|lighter|shallower|narrower|thinner|colder|cooler|weaker|poorer|younger|cheaper|"
    "below|under|down|short|behind|worse"
)
_TURN = re.compile(rf"\b(?:{MOVES}|{TURNS})\b")
_RISING = re.compile(rf"{_UP}|{_NOUNS_UP}|{_MORE}")
_FALLING = re.compile(rf"{_DOWN}|{_NOUNS_DOWN}|{_LESS}")
COMPARES = rf"(?:{_MORE}|{_LESS})"
"""Words that set one value above or below another."""
_TURN_AFTER = re.compile(rf"[- ](?:[a-z-]+ )?(?P<noun>{TURNS}|{COMPARES})\b")
_COMPARED_NEXT = re.compile(rf"^ (?:[a-z]+ ){{0,2}}?(?:{COMPARES} (?:than|of|on)|above|below|over|under)\b")
_OWN_TURN = re.compile(rf"^[- ](?:[a-z-]+ )?(?:{TURNS}|{COMPARES})\b")

_ARTICLES = (
    r"(?: (?:the|a|an|its|their|his|her|about|around|some|nearly|almost|just|only|over|roughly|record|total|average|"
    r"mean|median|peak|high|low|of|at|an average|more|less|fewer|than))*"
)
_OLD_BEFORE = re.compile(
    r"(?:\b(?:from|compared (?:with|to)|against|versus|vs\.?|up on|down on|than|instead of|had been|used to be|"
    r"it was|was once|once|initially|originally|formerly|previously|estimate of|forecast of|budget of|target of|"
    r"(?:closing|ending|starting|beginning|opening) at|"
    r"(?:previous|last|prior|preceding|this) (?:year|month|quarter|week|season)['’]s)"
    rf"{_ARTICLES}|\b(?:against|compared (?:with|to)|versus|vs\.?)(?: [\w’'-]+){{1,6}}|\((?:in )?(?:19|20)\d\d:?) $",
    re.IGNORECASE,
)
_AGO = (
    r"(?:(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:year|month|week|decade|quarter|day)s? "
    r"(?:ago|earlier|before|previously)|the (?:year|month|week|quarter|season|day) before|"
    r"then(?=[,.;:)]| and\b)|at (?:first|the start|the outset|the time)|in those days|once|"
    r"(?:the|in|on|its) (?:previous|prior|preceding) [a-z]+|(?:the )?(?:previous|prior) (?:year|month|quarter|week)|"
    r"last (?:year|month|week|quarter|season|time)|previously|used to|originally|a year-earlier|before)"
)
_OLD_AFTER = re.compile(
    rf"^(?: [a-z-]+)?(?: [a-z-]+)?,? (?:reported |recorded |seen |of |in |for )?{_AGO}\b", re.IGNORECASE
)
_OLD_CLAUSE = re.compile(
    rf"(?:^|[,;:.(] ?){_AGO}\b[^,;:.()]*$|\b(?:(?:19|20)\d\d|{_AGO}|(?:in|on|at|by) \w+), when\b[^,;:.()]*$",
    re.IGNORECASE,
)
_NEW_BEFORE = re.compile(
    r"\b(?:to|reached|reaching|hit|hitting|totalled|totaled|totalling|totaling|stood at|stands at|comes to|came to|"
    r"now [a-z]+|is now|are now|at)"
    rf"{_ARTICLES} $"
)
_COMING = re.compile(
    rf"\b(?:will|would|shall|is to|are to) (?:now )?(?:be|cost|pay|get|become|have|reach){_ARTICLES} $"
)
_NEW_CLAUSE = re.compile(r"\b(?:now|today|currently|this (?:year|month|week|quarter|time|season))\b[^,;:.()]*$", re.I)
_NEW_AFTER = re.compile(r"^(?: [a-z-]+){0,2},? (?:now|today|this (?:year|month|week|quarter|time|season))\b")
_MONTHS = "|".join(name.capitalize() for name in MONTHS)
_WHEN = re.compile(
    rf"\b(?:(?:in|on|by|until|during) (?:(?:early|late|mid) )?(?:(?:19|20)\d\d|{_MONTHS}|spring|summer|autumn|"
    r"winter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|last|ago|earlier|before)\b"
)
_BASE = re.compile(r"(?: [a-z]+){0,2}? (?:as|than|compared (?:with|to)|on|over|from) (?P<base>[^,;:.()]{3,60})")
_SAME_TIME = re.compile(r"\b(?:same|corresponding|equivalent) (?:period|time|month|quarter|week|day|stage|point)s?\b")
_MEASURE = re.compile(r"\b([a-z]+) of [^.;:]{0,12}$")
_RIGHT_BEHIND = re.compile(
    rf"^[^.;:()]{{0,40}}(?:, |\()(?:or )?(?:an? )?(?:[a-z]+ )?(?:{TURNS} of |up |down )?{NEARLY}$"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEW_TOPIC = re.compile(rf"\b(?:while|whereas|but|although|though|and|{MOVES})\b|;")
_NEW_SUBJECT = re.compile(r"\band (?:the|an?|its|their|his|her|total|net|[A-Z])")
_NO_TOPIC = re.compile(
    r"\b(?:up|down) from\b|\b(?:rais|lift|increas|push)(?:e|es|ed|ing|s)? (?:the|its|their)\b|"
    r"\bbetween [\w ]{1,20} and\b"
)
_OTHER_VERB = re.compile(r"\b(?:while|whereas|but|although|though|rose|fell|grew|dropped|jumped|climbed|increased|"
                         r"decreased|gained|lost|soared|slid|sank)\b")  # fmt: skip
_IT = re.compile(
    r"\b(?:it|they|he|she|the (?:figure|number|total|sum|price|cost|toll|bill|tally)|this|that|these)\b", re.I
)
POINTS_BACK = re.compile(
    r"^(?:That|This|It|Which)(?:['’]s| (?:is|was|would be|will be|represents?|represented|means?|meant|marks?|marked|"
    r"amounts? to|amounted to|equals?|makes?|made|works out))\b|"
    rf"^(?:It|They|He|She|Th(?:at|e) \w+) (?:has|have|had) (?:thus |therefore |so |now )*(?:{MOVES})\b|"
    rf"^(?:An? )?(?:[a-z]+ )?(?i:{TURNS}) of\b"
)
"""How a sentence begins that is of the values of the sentence before."""
_COMPARATIVE = re.compile(rf"^(?:{COMPARES})(?: than)? ", re.IGNORECASE)
_MORE_THAN_THE = re.compile(rf"^ (?:[a-z]+ )?(?:{COMPARES}) than (?:the|its|their|his|her) {NEARLY}$")
_IS_MOVE = re.compile(rf"\b(?:(?:{TURNS}|{MOVES}) of|{MOVES} by) {NEARLY}$")
_MORE_THAN = re.compile(rf"(?: [a-z]+)? (?:{COMPARES}) than (?:the|in|a|at|last)\b")
_FARTHEST = 160


@dataclass(frozen=True)
class Pair:
    """The value before and the value after; of a gap, the lower and the higher."""

    old: Figure
    new: Figure


@dataclass(frozen=True)
class Between:
    """What a stated change lies between: the plain pair, and all others that could be meant."""

    pair: Pair
    others: tuple[Pair, ...]


def direction(text: str, start: int, stop: int, end: int) -> int:
    """1 for a rise, -1 for a fall, 0 where the words around `text[start:stop]` do not say; up to `end`."""
    after = _TURN_AFTER.match(text, stop, min(stop + 40, end))
    if after:
        return _sign(after["noun"])
    before = [match.group() for match in _TURN.finditer(text, max(start - 90, 0), start)]
    return _sign(before[-1]) if before else 0


def _sign(word: str) -> int:
    return 1 if _RISING.fullmatch(word) else -1 if _FALLING.fullmatch(word) else 0


def between(
    study: Study,
    sentence: Sentence,
    before: Sequence[Sentence],
    stated: Figure,
    alike: Callable[[Figure], bool],
    rivals: Sequence[Figure] = (),
    *,
    loose: bool = False,
) -> Between | None:
    """The two values that a stated change lies between, or null where that is not plain.

    `before` are the sentences before it in its paragraph, nearest first; `alike` tells the values that can be
    meant; `rivals` are other stated changes of the sentence; `loose`: two values are a pair also where no word says
    which of them came first (a lead, a margin).
    """
    values = [_plain(study.document.text, item, stated) for item in _values(study, sentence, stated, alike)]
    pair = _in_sentence(study, sentence, stated, values, rivals, loose)
    earlier = [item for one in before for item in _values(study, one, stated, alike)]
    if pair is None and before:
        pair = _across(study, sentence, before, stated, values, alike)
    if pair is None:
        return None
    found = [_pair(one, other) for one, other in permutations([*values, *earlier], 2) if _may_be(one, other)]
    return Between(pair, tuple(found))


def _values(study: Study, sentence: Sentence, stated: Figure, alike: Callable[[Figure], bool]) -> list[Figure]:
    text = study.document.text
    return [
        item
        for item in figures_in(study, sentence.start, sentence.end, apart=True)
        if (item.end <= stated.start or stated.end <= item.start)
        and alike(item)
        and not _IS_MOVE.search(text, max(item.start - 60, sentence.start), item.start)
        and not _MORE_THAN.match(text, item.end, sentence.end)
    ]


def _plain(text: str, item: Figure, stated: Figure) -> Figure:
    """The value after "more than", where that belongs to what is stated: "5 more than 550"; of the same things."""
    if item.dimension == "count" and _MORE_THAN_THE.match(text[stated.end : max(item.start, stated.end)]):
        item = replace(item, unit=None)
    match = _COMPARATIVE.match(text[item.start : item.end])
    if match is None or not 0 <= item.start - stated.end <= 25:
        return item
    return replace(item, start=item.start + match.end(), low=item.value, high=item.value)


def _may_be(one: Figure, other: Figure) -> bool:
    return one.is_exact and other.is_exact and one.is_like(other)


def same_kind(one: Figure, other: Figure) -> bool:
    """Whether two counts can be of the same things, as far as their nouns tell."""
    if one.dimension != "count" or not one.unit or not other.unit:
        return True
    return singular(one.unit.split()[-1].lower()) == singular(other.unit.split()[-1].lower())


def _in_sentence(
    study: Study,
    sentence: Sentence,
    stated: Figure,
    values: Sequence[Figure],
    rivals: Sequence[Figure],
    loose: bool,
) -> Pair | None:
    """The pair in the sentence itself; among several changes, that of the stretch up to the next."""
    lows = [item.end for item in rivals if item.end <= stated.start]
    highs = [item.start for item in rivals if item.start >= stated.end]
    low, high = max(lows, default=sentence.start), min(highs, default=sentence.end)
    inside = [item for item in values if low <= item.start and item.end <= high]
    before = [item for item in inside if item.end <= stated.start]
    stretches = [[item for item in inside if item.start >= stated.end], before, inside]
    if not rivals:
        stretches = [inside, before] if len(inside) > len(before) == 2 else [inside]
    for stretch in stretches:
        pair = pair_of(study.document.text, sentence, stated, stretch, loose)
        if pair is not None:
            return pair
    return None


def pair_of(text: str, sentence: Sentence, stated: Figure, values: Sequence[Figure], loose: bool) -> Pair | None:
    """The values before and after among those of a sentence, null where it does not tell which is which."""
    if len(values) < 2:
        return None
    roles = [_role(text, sentence, item, stated, values) for item in values]
    old = [item for item, role in zip(values, roles, strict=True) if role < 0]
    new = [item for item, role in zip(values, roles, strict=True) if role > 0]
    if len(old) == len(values) == 2 and roles[0] != roles[1]:
        old = [min(zip(roles, values, strict=True), key=lambda entry: entry[0])[1]]
    if not old and len(values) == 2:
        old = _by_year(text, sentence, values)
    if not old and len(new) == len(values) == 2 and roles[0] != roles[1]:
        old = [min(zip(roles, values, strict=True), key=lambda entry: entry[0])[1]]
        new = [item for item in new if item not in old]
    if not old and len(values) == 2 and (loose or _are_told_apart(text, sentence, values, stated)):
        old, new = [values[0]], [values[1]]
    if not new and len(values) == 2:
        new = [item for item in values if item not in old]
    if len(old) == 1 and len(values) > 2 and len(new) != 1:
        new = [item for item in values if item not in old and _is_same_measure(text, item, old[0])]
    if len(old) != 1 or len(new) != 1 or not _may_be(old[0], new[0]):
        return None
    if not same_kind(old[0], new[0]) and not (_by_year(text, sentence, values) and _right_behind(text, stated, values)):
        return None
    return _pair(old[0], new[0]) if _stand_together(text, stated, (old[0], new[0])) else None


def _pair(old: Figure, new: Figure) -> Pair:
    return Pair(old.beside(new), new.beside(old))


def _is_same_measure(text: str, one: Figure, other: Figure) -> bool:
    """Whether the same noun stands before both values: "a population of 400 … its population of 300"."""
    found = [_MEASURE.search(text, max(item.start - 40, 0), item.start) for item in (one, other)]
    return bool(found[0] and found[1] and found[0][1] == found[1][1])


def _right_behind(text: str, stated: Figure, values: Sequence[Figure]) -> bool:
    """Whether the change is told right behind the last of the values: "…, a rise of half"."""
    return _RIGHT_BEHIND.match(text[values[-1].end : stated.start]) is not None


def _are_told_apart(text: str, sentence: Sentence, values: Sequence[Figure], stated: Figure) -> bool:
    """Whether two values, the change right behind them, are of one thing at two times: "60 in May; now it is 45"."""
    if not _right_behind(text, stated, values):
        return False
    middle = text[values[0].end : values[1].start]
    dated = _WHEN.search(text[sentence.start : values[1].start]) is not None
    return dated and (_IT.search(middle) is not None or _NEW_CLAUSE.search(middle) is not None)


def _role(text: str, sentence: Sentence, item: Figure, stated: Figure, values: Sequence[Figure]) -> int:
    """Below 0 for the value before, above 0 for the value after, 0 where nothing says which."""
    marks = sorted([stated, *values], key=lambda one: one.start)
    low = max((one.end for one in marks if one.end <= item.start), default=sentence.start)
    high = min((one.start for one in marks if one.start >= item.end), default=sentence.end)
    left, right = text[max(low, item.start - _FARTHEST) : item.start], text[item.end : high]
    if low == stated.end and not left.strip(" the"):
        return -3
    if low == stated.end and _COMPARED_NEXT.search(left):
        return -3
    if _OLD_BEFORE.search(left):
        return -3
    if _NEW_BEFORE.search(left):
        return 3
    if _OLD_AFTER.match(right):
        return -2
    if _COMING.search(left):
        return 4
    if _OLD_CLAUSE.search(left):
        return -1
    return 2 if _NEW_AFTER.match(right) else 1 if _NEW_CLAUSE.search(left) else 0


def _by_year(text: str, sentence: Sentence, values: Sequence[Figure]) -> list[Figure]:
    """Of two values that both have a year, the one with the earlier."""
    middle = values[0].end
    apart = _YEAR.findall(text[middle : values[1].start])
    if len(apart) == 2 and apart[0] != apart[1]:
        return [values[0] if apart[0] < apart[1] else values[1]]
    first = _YEAR.findall(text[sentence.start : values[1].start])
    second = _YEAR.findall(text[values[1].start : sentence.end])
    own = _YEAR.findall(text[sentence.start : middle]) or first
    if len(own) == 1 and len(second) == 1 and own != second:
        return [values[0] if own[0] < second[0] else values[1]]
    return []


def _stand_together(text: str, stated: Figure, pair: tuple[Figure, Figure]) -> bool:
    """Whether nothing else begins between the stated change and the nearer of the two values."""
    first, last = sorted(pair, key=lambda item: item.start)
    if stated.end <= first.start:
        gap = text[stated.end : first.start]
        gap = _OWN_TURN.sub("", gap)
        return _NEW_TOPIC.search(_NO_TOPIC.sub("", gap)) is None
    if last.end <= stated.start:
        gap = text[last.end : stated.start]
        return _OTHER_VERB.search(gap) is None and _NEW_SUBJECT.search(gap) is None
    return (
        _OTHER_VERB.search(text[first.end : stated.start]) is None
        or _OLD_BEFORE.search(text[max(last.start - _FARTHEST, 0) : last.start]) is not None
    )


def _across(
    study: Study,
    sentence: Sentence,
    before: Sequence[Sentence],
    stated: Figure,
    values: Sequence[Figure],
    alike: Callable[[Figure], bool],
) -> Pair | None:
    """The value before in an earlier sentence: "It was 40 in 2019. By 2023 it was 60, a rise of half"."""
    text = study.document.text
    if not values:
        return None
    near = [item for item in values if item.end <= stated.start][-1:]
    if near and _RIGHT_BEHIND.match(text[near[0].end : stated.start]):
        values = near
    earlier = _values(study, before[0], stated, alike)
    if _names_base(text, sentence, before[0], stated):
        return None
    if len(values) != 1 or len(earlier) != 1 or not _may_be(earlier[0], values[0]) or not same_kind(*earlier, *values):
        return None
    if values[0].start > stated.start:
        than = _COMPARED_NEXT.search(text[stated.end : values[0].start])
        points = POINTS_BACK.match(text[sentence.start : stated.start])
        return _pair(values[0], earlier[0]) if than and points else None
    dated = _OLD_BEFORE.search(text[before[0].start : earlier[0].start]) or _is_dated(text, before[0], earlier[0])
    if not dated and not _IT.search(text[sentence.start : values[0].start]):
        return None
    return _pair(earlier[0], values[0]) if _stand_together(text, stated, (values[0], values[0])) else None


def _names_base(text: str, sentence: Sentence, before: Sentence, stated: Figure) -> bool:
    """Whether what it is set against is named by its time, which the sentence before does not tell of."""
    match = _BASE.match(text, stated.end, sentence.end)
    if match is None:
        return False
    years = _YEAR.findall(match["base"])
    told = text[before.start : before.end]
    return not any(year in told for year in years) if years else bool(_SAME_TIME.search(match["base"]))


def _is_dated(text: str, sentence: Sentence, item: Figure) -> bool:
    left, right = text[sentence.start : item.start], text[item.end : sentence.end]
    return bool(_OLD_CLAUSE.search(left) or _OLD_AFTER.match(right))
