"""Places and superlatives as documents give them: of whom, within what, and when two of them exclude each other."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.checking import Gathering, Study
from factcheck.contexts.places import sentence_at, within
from factcheck.identity import name_key, same_name
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.concepts import measure_of
from factcheck.language.places import country_of
from factcheck.rankings.superlatives import is_denied, plain
from factcheck.records.mention import STANDING, ComparisonMention, NameMention, TimeMention
from factcheck.records.timespan import Timespan, relate
from factcheck.wording import content

ENOUGH = 3
"""Words for what is ranked that must be the same where no name tells of whom."""

_EUROPES = "Europe|Africa|Asia|(?:North|South|Latin) America"
_LEVELS = {
    "nation": r"national(?:ly)?|nationwide|nation|country|domestic(?:ally)?",
    "world": r"world(?:wide)?|global(?:ly)?|internationally|earth",
    "continent": rf"continent(?:al)?|(?:{_EUROPES})n?",
    "region": r"region(?:al|ally)?|statewide|provinc(?:e|ial)|county|district|(?:north|south)-?(?:east|west)(?:ern)?",
    "town": r"city|town|village|borough",
    "own": r"career|personal|(?:his|her|their) own",
    "stage": r"stage|heat|leg|lap|semi-finals?|quarter-finals?|qualif\w+|first round|group stage|session|practice|grid|"
    r"prologue|time trial|sprint",
    "women": r"women|girls|ladies|female",
    "men": r"men|boys|male",
    "young": r"youth|juniors?|young|under-\d+|U\d\d",
    "team": r"team|relay|doubles",
}
_LEVEL = {name: re.compile(rf"\b(?:{words})(?:['’]s?)?(?![\w-])", re.IGNORECASE) for name, words in _LEVELS.items()}
"""Within what something is ranked, by the words for it."""
_ALONE = frozenset("own stage young team region town".split())
"""Levels that one text alone names where the other means something wider."""
_BEFORE = re.compile(r"\b(?:up|down) from [^,;.]{0,12}$", re.IGNORECASE)
_ELSEWHEN = re.compile(
    r"\b(?:(?:a|one) year (?:ago|earlier|before)|the (?:year|season) before|previous(?:ly)?|formerly|"
    r"before (?:the|this|[A-Z]\w+day)|(?:games?|matches|rounds|races|laps) (?:to|left)|so far|half-?time|"
    r"provisional(?:ly)?|not|never|no longer|nor|could|might|may|if|hop(?:es?|ed|ing)|aim\w*|wants?|expected|"
    r"predict\w*|forecast\w*|target\w*)\b",
    re.IGNORECASE,
)
"""Words by which a place was another time's, is not yet, or is not."""
_LAST = re.compile(r"\blast (?:year|season|time)\b", re.IGNORECASE)
_ONE_OF = re.compile(r"\b(?:one|two|three|some|many|several|few|among|amongst)(?: of)?(?: the| its| their)? $", re.I)
_NO_THING = frozenset(
    "table league ranking rank list index standing place category chart poll class position survey start number "
    "year company country nation world continent record history object piece item thing example specimen exhibit "
    "entry".split()
)
_NO_HOLDER = re.compile(r"(?:it|he|she|they|we|i|who|which|that|this|those|these|ours?|theirs|its)$", re.IGNORECASE)
_REFERRING = re.compile(r"(?:the|this|that|its|their|his|her|our)\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{'|'.join(name.capitalize() for name in MONTHS if len(name) > 4)}|May|June|July)\b")
_PROPER = re.compile(r"\b(?:[A-Z][\w’'-]+ ){1,4}[A-Z][\w’'-]+")
_IS = re.compile(r" (?:is|was|remains|became) (?:the )?")
_BY = re.compile(r"\bby ((?:[a-z]+ of )?[a-z]+)(?=[,.;:]|$| (?:in|and|with|after)\b)")
_RANKED_ALIKE = {
    **dict.fromkeys(("tonnage", "tonne", "mass", "load"), "weight"),
    **dict.fromkeys(("size", "surface", "extent", "acreage"), "area"),
    **dict.fromkeys(("inhabitant", "resident", "people"), "population"),
    **dict.fromkeys(("capitalisation", "capitalization", "worth"), "value"),
}
"""Measures that things are ranked by, and the word that stands for the same."""
_LEADING = frozenset("leading foremost main principal".split())
_BEST = frozenset({"good", "large"})


class Ranked(NamedTuple):
    """A place in an order, said in the text from `start` to `end`, with those that it may be said of.

    `rank` is 1 for the first, from the bottom where `down`; `base` is the adjective that ranks, empty for a place in a
    contest; `words` are for what is ranked and within what; `levels` tell whether the nation or the world is meant;
    `told` are the names that the text says it of, `named` those that it may mean; `alone` marks what can have one
    holder only.
    """

    source: str
    start: int
    end: int
    sentence: int
    rank: int
    base: str
    down: bool
    words: frozenset[str]
    levels: frozenset[str]
    told: frozenset[str]
    named: frozenset[str]
    spans: tuple[Timespan, ...]
    by: str
    """By what it is ranked, where the text says so: "by premiums"."""
    written: str
    last: bool
    """Whether it is the last year's or season's."""


def _packed(study: Study) -> list[Any]:
    """The places as plain values, in the order of their fields."""
    return [
        [*one[1:7], *map(sorted, one[7:11]), [span.model_dump(exclude_defaults=True) for span in one.spans], *one[12:]]
        for one in _ranked(study)
    ]


RANKED = Gathering("ranked", _packed)


def ranked(study: Study) -> list[Ranked]:
    """The places and superlatives of a document that are told as they are, alone at their place."""
    return [
        Ranked._make((study.source.id, *one[:6], *map(frozenset, one[6:10]), _spans(one[10]), *one[11:]))
        for one in study.gathered(RANKED)
    ]


def _spans(packed: list[Any]) -> tuple[Timespan, ...]:
    return tuple(Timespan(**span) for span in packed)


def _ranked(study: Study) -> Iterator[Ranked]:
    text, names = study.document.text, study.seen(NameMention)
    for mention in study.seen(ComparisonMention):
        if mention.relation != "rank" or mention.rank is None:
            continue
        sentence = sentence_at(study.document, mention.start)
        if sentence is None or is_denied(text, mention.start):
            continue
        before, after = text[sentence.start : mention.start], text[mention.start : sentence.end]
        if _BEFORE.search(before) or _ONE_OF.search(before) or is_elsewhen(_clause(before, after)):
            continue
        told, named, thing = _holders(study, mention, names, sentence.start)
        times = within(study.seen(TimeMention), sentence.start, sentence.end)
        spans = (one.timespan for one in times)
        is_place = mention.dimension == STANDING
        base, down = plain(mention.superlative or "")
        around = f"{_clause(before, after)} {mention.scope or ''}"
        words = order_of(f"{thing} {mention.scope or ''}")[0] - {name_key(name) for name in named}
        yield Ranked(
            source=study.source.id,
            start=mention.start,
            end=mention.end,
            sentence=sentence.start,
            rank=mention.rank,
            base="" if is_place else "large" if base in _LEADING else base,
            down=bool(mention.superlative) if is_place else down,
            words=frozenset(word for word in words if is_place or not any(map(str.isdigit, word))),
            levels=order_of(around)[1],
            by=ranked_by(_clause("", after)),
            told=told,
            named=named,
            spans=tuple(span for span in spans if span is not None and span.is_resolved),
            written=" ".join(text[mention.start : mention.end].split()),
            last=bool(_LAST.search(f"{before}{after}")),
        )


def _clause(before: str, after: str) -> str:
    """What stands around a place: to the next stop on either side."""
    return f"{re.split(r'[;:.]', before)[-1]}{re.split(r'[;:.]|, (?:and|but)|, up|, down', after)[0]}"


def _holders(
    study: Study, mention: ComparisonMention, names: Sequence[NameMention], start: int
) -> tuple[frozenset[str], frozenset[str], str]:
    """The names that a text gives a place to, those that it may mean, and the words for what is ranked.

    Where the subject is no name, the place may be of those named before it in its sentence, else in the sentence
    before. "Rain was heaviest in Arlen" gives it to Arlen, and ranks rain.
    """
    subject, thing = (mention.subject or "").strip(), mention.dimension or ""
    is_place = mention.dimension == STANDING
    aside = {name_key(mention.object or ""), *(name_key(part) for part in (mention.scope or "").split(", "))}
    if not is_place and not thing and subject and not any(one.name in subject for one in names):
        inside = frozenset(one.entity for one in names if one.name in (mention.scope or ""))
        if inside:
            return inside, inside, subject
    told = frozenset(one.entity for one in names if subject and one.name in subject)
    if not (is_place or told or subject) and (match := _IS.match(study.document.text, mention.end)):
        told = frozenset(one.entity for one in names if one.start == match.end())
    told |= frozenset(_MONTH.findall(f"{subject} {'' if is_place else thing}"))
    thing = "" if is_place else thing
    if not told and (_PROPER.fullmatch(subject) or _is_name(subject, study)):
        told = frozenset({subject})
    if not (told or is_place) and thing and subject and not (_NO_HOLDER.match(subject) or " " in subject):
        told = frozenset({subject}) if not _refers(study, mention, subject) else told
    if told:
        return told, told, thing
    near = [one for one in within(names, start, mention.start) if name_key(one.entity) not in aside]
    if not near and (not subject or _NO_HOLDER.match(subject) or _refers(study, mention, subject)):
        before = sentence_at(study.document, start - 2) if start > 1 else None
        near = within(names, before.start, before.end) if before is not None else []
        if before is not None and not near:
            return told, frozenset(_PROPER.findall(study.document.text, before.start, before.end)), thing
    return told, frozenset(one.entity for one in near), thing


def _is_name(subject: str, study: Study) -> bool:
    """Whether a single word is written as a name inside a sentence too."""
    return subject[:1].isupper() and re.search(rf"[a-z,] {re.escape(subject)}\b", study.document.text) is not None


def _refers(study: Study, mention: ComparisonMention, subject: str) -> bool:
    """Whether the subject is a phrase for what the text has named before: "the steel city"."""
    said = study.document.text[max(mention.start - 80, 0) : mention.start]
    return _REFERRING.match(subject) is not None or re.search(
        rf"\b(?:the|this|that|its|their|his|her) {re.escape(subject)}", said, re.IGNORECASE
    ) is not None  # fmt: skip


def other_rank(one: Ranked, other: Ranked) -> str | None:
    """The name (or the words) of what is given two places in one order; null where the two may both hold."""
    if (one.base, one.down) != (other.base, other.down) or one.rank == other.rank or not _one_order(one, other):
        return None
    shared = _shared(one.named, other.named)
    if shared and (one.told or other.told or one.words & other.words):
        return shared
    if one.told and other.told:
        return None
    same = one.words == other.words and len(one.words) >= ENOUGH
    return " ".join(sorted(one.words)) if same else None


def other_holder(one: Ranked, other: Ranked) -> str | None:
    """The words for what two are each called the most of; null where both may be right."""
    alike = (one.base, one.down) == (other.base, other.down) and one.base
    if not alike and ({one.base, other.base} != _BEST or one.down or other.down):
        return None
    if one.rank != other.rank or one.words != other.words or one.levels != other.levels or not one.words:
        return None
    if not (one.told and other.told) or not _one_order(one, other) or _shared(one.named, other.named):
        return None
    return " ".join(sorted(one.words))


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> str | None:
    """The first name that both have."""
    return next((name for name in sorted(ours) if any(same_name(name, there) != "different" for there in theirs)), None)


def _one_order(one: Ranked, other: Ranked) -> bool:
    """Whether both rank within one thing at one time, as far as the words tell."""
    if one.spans and other.spans and all(relate(a, b) == "disjoint" for a in one.spans for b in other.spans):
        return False
    if one.by and other.by and one.by != other.by:
        return False
    return one.last == other.last and not orders_differ((one.words, one.levels), (other.words, other.levels))


Order = tuple[frozenset[str], frozenset[str]]
"""The words for what is ranked and within what, and the levels; a country is a level with its name."""


def order_of(words: str) -> Order:
    """The order that some words tell: "maker of tractors in Europe"."""
    said, figures = content(words)
    nations = frozenset(country for word in _CAPITALISED.findall(words) if (country := country_of(word)))
    folded = {_SAME.get(word, word) for word in said if country_of(word.capitalize()) is None}
    levels = {name for name, pattern in _LEVEL.items() if pattern.search(words)} | nations
    plainly = folded - _NO_THING - _DAYS | {f"#{figure:g}" for figure in figures}
    return frozenset(plainly), frozenset(levels | {"nation"} if nations else levels)


_CAPITALISED = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)?")
_SAME = {
    **dict.fromkeys("manufacturer producer".split(), "maker"),
    **dict.fromkeys("chain shop store seller".split(), "retailer"),
    **dict.fromkeys("firm group business operator enterprise provider".split(), "company"),
}
"""Words for what a company does, each told by the others."""


def orders_differ(one: Order, other: Order) -> bool:
    """Whether words tell two orders apart: each has some that the other has not, or they are of two levels."""
    (ours, levels), (theirs, others) = one, other
    if levels != others and ((levels ^ others) & _ALONE or not (levels <= others or others <= levels)):
        return True
    return bool(ours - theirs and theirs - ours)


def ranked_by(words: str) -> str:
    """By what something is ranked, where its sentence says so, in the words that measures are folded to; else empty."""
    match = _BY.search(words)
    measure = measure_of(match[1]) if match else ""
    return _RANKED_ALIKE.get(measure, measure)


def is_last(words: str) -> bool:
    """Whether a place is the last year's or season's."""
    return _LAST.search(words) is not None


def is_elsewhen(words: str) -> bool:
    """Whether a place is told of another time, as possible, or as not taken."""
    return _ELSEWHEN.search(words) is not None


_DAYS = frozenset(map(str.casefold, WEEKDAYS))
