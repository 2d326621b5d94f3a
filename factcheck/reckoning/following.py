"""Figures that are said to follow from others of their paragraph, and those that they can be meant to follow from.

A figure may stand far from what it is reckoned from: two sentences tell a total and a part, a third "leaves 167". Which
figures are meant is then told by what they are of, and by whether the clause of the one speaks of nothing else.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from factcheck.checking import Study
from factcheck.contexts.places import sentences_before
from factcheck.contexts.times import times_in
from factcheck.language.tagging import words_in
from factcheck.reckoning.changes import (
    NEARLY,
    POINTS_BACK,
    TURNS,
    Between,
    Pair,
    between,
    direction,
    pair_of,
    same_kind,
)
from factcheck.reckoning.figures import Figure, figures_in
from factcheck.reckoning.shares import is_of
from factcheck.records.document import Sentence
from factcheck.wording import content

_TWO = 2
FAR = 3
"""Sentences before a figure in which may stand what it follows from."""
HENCE = re.compile(
    r"\b(?:thus|therefore|hence|accordingly|consequently|in other words|put differently|in short|with (?:that|this)|"
    r"that (?:is|means|makes|leaves)|this (?:means|makes|leaves|is)|which (?:means|makes|leaves|is)|meaning|leaving|"
    r"making)\b|(?:^|, )so (?!far\b|much\b|many\b)",
    re.IGNORECASE,
)
"""Words that say that what follows is drawn from what was told."""
_OTHER_PART = re.compile(
    r"\b(?:alone|only|counting|includ\w+|exclud\w+|except\w*|apart from|without|target|plan(?:s|ned)?|expect\w*|"
    r"forecast\w*|would|could|should|may|might|can|aims?|hopes?|if|elsewhere|best|worst|busiest|quietest|largest|smallest|"
    r"oldest|youngest|longest|shortest|record|up to|mostly|almost all)\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:compared|until|previous\w*|earlier|ago|(?:year|month|week|season) before|last (?:year|month|week|season)|"
    r"whole of|(?:whole|entire|full) (?:year|season|month)|overall|throughout)\b",
    re.IGNORECASE,
)
"""Words that say that a figure is of something else, or of a part, of what is not yet, or of another time."""
_OPENS = re.compile(r"[;:–—(] ?|, (?:and|but|while|whereas|so that|so|which|with|though|although) ")
_CLOSES = re.compile(r"[;:–—,.)](?= |$)")
_REPORTED = re.compile(r"^[^,;:]{0,60}\b(?:said|says|told|reported|found|shows?|showed) that ")
_ANY_MEASURE = (
    "rate price cost value level number figure total count sum amount toll bill share proportion percentage average "
    "result rise fall increase decrease grow "
    "shrink change double halve year decade month week day century half third quarter people order end close finish "
    "leave remain show stand make mean come"
)

_SOME = frozenset("man men woman women child children boy boys girl girls new old young".split())
"""Words that tell some of a kind from the others, and are too common to carry the meaning of a sentence."""


def clause_of(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Where the clause begins and ends in which `text[start:end]` stands."""
    opened = [match.end() for match in _OPENS.finditer(text, sentence.start, start)]
    closed = _CLOSES.search(text, end, sentence.end)
    return (opened[-1] if opened else sentence.start), (closed.start() if closed else sentence.end)


def follows(study: Study, number: int, start: int, end: int, *, plainly: bool = False) -> bool:
    """Whether the clause around `text[start:end]` tells what follows from the sentences before: it says so, or speaks
    of nothing that they do not tell of. `plainly`: only where it says so."""
    text, sentence = study.document.text, study.document.sentences[number]
    if speaks_of_another(study, number, start, end):
        return False
    first, last = clause_of(text, sentence, start, end)
    told, clause = text[sentences_told(study, number) : sentence.start], text[first:last]
    if HENCE.search(clause) or HENCE.search(text[max(first - 20, sentence.start) : first]):
        return True
    return not plainly and bool(told) and _tells_of(told, f"{text[first:start]} {text[end:last]}")


def _tells_of(told: str, words: str) -> bool:
    """Whether a text tells of all that some words speak of, names of measures apart."""
    new = content(words)[0] - content(_ANY_MEASURE)[0] - content(told)[0]
    return not new and not {word for word in words_in(words) & _SOME if word not in words_in(told)}


def sentences_told(study: Study, number: int, far: int = FAR) -> int:
    """Where the sentences begin from which a figure may follow."""
    return (sentences_before(study, number, far) or study.document.sentences[number : number + 1])[-1].start


def speaks_of_another(study: Study, number: int, start: int, end: int) -> bool:
    """Whether the clause around `text[start:end]` is of another time, part or case than the sentences before."""
    text, sentence = study.document.text, study.document.sentences[number]
    first, last = clause_of(text, sentence, start, end)
    told = text[sentences_told(study, number) : sentence.start]
    times = times_in(study, first, last)
    new = any(text[one.start : one.end] not in told for one in times)
    return new or bool(_OTHER_PART.search(text, first, last) or _OTHER_TIME.search(text, first, last))


def told_before(study: Study, number: int, far: int = FAR) -> list[Figure]:
    """The figures of the sentences before in the paragraph, in order; a number alone in the unit of the one before."""
    before = sentences_before(study, number, far)
    return in_units([item for one in before[::-1] for item in figures_in(study, one.start, one.end, apart=True)])


def in_units(figures: Sequence[Figure]) -> list[Figure]:
    """Figures, a number alone in the unit of the last measure that is written in the same scale."""
    found: list[Figure] = []
    measure: Figure | None = None
    for place, item in enumerate(figures):
        after = figures[place + 1] if place + 1 < len(figures) else None
        if after is not None and item.is_bare and after.dimension == "money" and 0 < after.start - item.end <= _OF_FAR:
            item = replace(item, unit=after.unit, dimension="money")
        elif measure is not None and item.is_bare and item.scale == measure.scale and _is_near(item, measure):
            item = replace(item, unit=measure.unit, dimension=measure.dimension)
        elif not item.is_bare and item.dimension not in ("count", "share", "share-point", "factor", "time", "age"):
            measure = item
        found.append(item)
    return found


_OF_FAR = len(" of their ")


def _is_near(one: Figure, other: Figure) -> bool:
    low, high = sorted((abs(one.value), abs(other.value)))
    return high <= 10 * low


def change_told(
    study: Study,
    number: int,
    stated: Figure,
    alike: Callable[[Figure], bool],
    rivals: Sequence[Figure] = (),
    *,
    loose: bool = False,
) -> Between | None:
    """The two values that a stated change lies between: beside it, or the only two that the sentences before tell.

    The arguments are those of `between`.
    """
    sentence = study.document.sentences[number]
    found = between(study, sentence, sentences_before(study, number), stated, alike, rivals, loose=loose)
    pair = None
    if found is None:
        pair = _pair_told(study, number, stated, alike) or _pair_behind(study, number, stated, alike)
    return Between(pair, (Pair(pair.new, pair.old),)) if pair else found


def _pair_told(study: Study, number: int, stated: Figure, alike: Callable[[Figure], bool]) -> Pair | None:
    text, sentence, before = study.document.text, study.document.sentences[number], sentences_before(study, number)
    own = [item for item in _own(study, sentence) if alike(item) and not _meets(item, stated)]
    if own and before:
        return _led_to(study, number, stated, own, [item for item in told_before(study, number, 1) if alike(item)])
    if not before:
        return None
    points = POINTS_BACK.match(text[sentence.start : sentence.end]) is not None
    since = _SINCE.search(text, stated.end, sentence.end)
    if since and since["when"] not in text[sentences_told(study, number) : sentence.start]:
        return None
    values = [item for item in told_before(study, number, 2) if alike(item)]
    last = [item for item in values if item.start >= before[0].start]
    values = last if points and len(last) == _TWO else values
    if len(values) != _TWO or not values[0].is_like(values[1]) or not same_kind(*values):
        return None
    apart = not (is_of(text, *values) or is_of(text, *values[::-1]))
    meant = _is_known(study, number, stated) or follows(study, number, stated.start, stated.end)
    if not points and not (apart and meant):
        return None
    span = before[-1].but(end=before[0].end)
    behind = replace(stated, start=span.end, end=span.end)
    found = pair_of(text, span, behind, values, loose=False)
    turned = direction(text, stated.start, stated.end, sentence.end) * (values[1].value - values[0].value) < 0
    return found or (Pair(*values[::-1]) if turned else Pair(*values))


_SINCE = re.compile(r"\bsince (?P<when>[A-Z]\w+|\d{4})")


def _own(study: Study, sentence: Sentence) -> list[Figure]:
    return figures_in(study, sentence.start, sentence.end, apart=True)


def _led_to(study: Study, number: int, stated: Figure, own: Sequence[Figure], before: Sequence[Figure]) -> Pair | None:
    """ "860 in 1950. Since then it has lost 340 and now counts 420": a change, and the value behind it."""
    text = study.document.text
    if len(own) != 1 or len(before) != 1 or not before[0].is_like(own[0]) or not same_kind(before[0], own[0]):
        return None
    led = _NOW.search(text[stated.end : own[0].start]) if own[0].start > stated.end else None
    return Pair(before[0], own[0]) if led and stated.dimension not in ("share", "factor") else None


_NOW = re.compile(
    r"^[^.;:]{0,50}\b(?:and|so that|which|,) (?:it |they |which )?(?:now|today|is now|are now)\b[^.;:,]{0,30}$"
)


def _pair_behind(study: Study, number: int, stated: Figure, alike: Callable[[Figure], bool]) -> Pair | None:
    """The two values that are told right behind a change: "has halved. Then there were 1,200; today there are 780"."""
    text, sentence = study.document.text, study.document.sentences[number]
    near = [*sentences_before(study, number, 1), sentence]
    if any(alike(item) and not _meets(item, stated) for one in near for item in _own(study, one)):
        return None
    behind = [one for one in study.document.sentences[number + 1 : number + 3] if one.block == sentence.block]
    if not behind or _OTHER_PART.search(text, *clause_of(text, sentence, stated.start, stated.end)):
        return None
    told = text[sentence.start : sentence.end]
    for count in range(1, len(behind) + 1):
        span = behind[0].but(end=behind[count - 1].end)
        values = [item for item in in_units(_own(study, span)) if alike(item)]
        values = [item for item in (_without_noun(text, item) for item in values) if _is_of(told, item)]
        if len(values) == 2 and values[0].is_like(values[1]) and same_kind(*values):
            lead = text[span.start : values[0].start]
            known = _IT.search(lead) or _tells_of(told, lead)
            if not known or not _RESUMES.match(lead):
                return None
            found = pair_of(text, span, replace(stated, start=span.end, end=span.end), values, loose=False)
            cut = _CUT.search(text, values[0].end, values[1].start)
            later = cut is not None and _TIMES.search(text, cut.end(), values[1].start) is not None
            return found or (Pair(*values) if later else None)
    return None


_IT = re.compile(r"\b(?:it|they|there|them)\b", re.IGNORECASE)
_CUT = re.compile(r"[.;,] ")
_TIMES = re.compile(
    r"\b(?:today|now|currently|this|then|later|(?:19|20)\d\d|by|last (?:year|month|week))\b",
    re.IGNORECASE,
)
_RESUMES = re.compile(
    r"(?:(?:It|They|The (?:number|figure|count|price|cost|total|rate)|There|This|These)\b|"
    r"(?:Then|Today|Now|In|On|By|Until|At|A (?:year|decade|month)|(?:Ten|Five|Twenty) years)\b)"
)


def _without_noun(text: str, item: Figure) -> Figure:
    """A number that stands alone, without the noun that it takes from the one before."""
    alone = item.dimension == "count" and text[item.end : item.end + 1] in (".", ",", ";", ":", ")")
    return replace(item, unit=None) if alone else item


def _is_of(told: str, item: Figure) -> bool:
    """Whether a figure counts nothing of its own, or what a sentence tells of."""
    return item.dimension != "count" or not item.unit or bool(content(item.unit)[0] & content(told)[0])


_KNOWN = re.compile(
    rf"\b(?:(?P<new>an?)|the|this|that|its|their) (?:lead|margin|difference|gap|shortfall|surplus|overrun|deficit|"
    rf"overspend|saving|excess|{TURNS}) of {NEARLY}$",
    re.IGNORECASE,
)


def _is_known(study: Study, number: int, stated: Figure) -> bool:
    """Whether a distance is told as one that the reader knows of ("the overrun of"), or that is of no other thing."""
    text, sentence = study.document.text, study.document.sentences[number]
    known = _KNOWN.search(text, max(stated.start - 60, sentence.start), stated.start)
    if known is None or speaks_of_another(study, number, stated.start, stated.end):
        return False
    first, last = clause_of(text, sentence, stated.start, stated.end)
    told = text[sentences_told(study, number) : sentence.start]
    if known["new"]:
        return _tells_of(told, f"{text[first : known.start()]} {text[stated.end : last]}")
    return _tells_of(told, text[sentence.start : first])


def _meets(one: Figure, other: Figure) -> bool:
    return one.start < other.end and other.start < one.end


def part_told(study: Study, number: int, start: int, end: int, own: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """The only part and whole that the sentences before tell, where a share follows from them; the part may be of the
    share's own sentence."""
    if len(own) > 1 or any(item.start > start for item in own) or not follows(study, number, start, end):
        return None
    values = in_units([item for item in (*told_before(study, number, 2), *own) if item.is_exact and not item.change])
    values = [item for item in values if item.dimension not in ("share", "share-point", "factor", "time", "age")]
    if len(values) != 2 or values[0].dimension != values[1].dimension or not same_kind(*values):
        return None
    whole, part = values
    return (part, whole) if 0 < part.high < whole.low else None
