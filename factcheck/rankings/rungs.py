"""When two documents give one thing places in an order that exclude each other, in whatever words.

Each place says within which ranks something is (`low` to `high`), by what it is ranked, of what kind it is, within what
and since when.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from factcheck.checking import Gathering, Study
from factcheck.contexts.places import sentence_at, within
from factcheck.identity import name_key, same_name
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.degrees import DOWNWARD
from factcheck.language.places import country_of
from factcheck.language.tagging import Token, tag
from factcheck.rankings.ranked import is_elsewhen, order_of, orders_differ, ranked_by
from factcheck.rankings.rung_words import ANY, RELATIVE, SINCE, Seen, may_tell, seen_in
from factcheck.rankings.superlatives import plain, shared
from factcheck.records.document import Sentence
from factcheck.records.mention import STANDING, ComparisonMention, NameMention, QuantityMention

_BARE_SINCE = re.compile(r"(?: [A-Z][a-z]+)?(?: the \w+ of)? $")
_EVER = re.compile(r"\b(?:ever|histor\w+|all[- ]time|of all time|on record|to date|never)\b", re.IGNORECASE)
_LIMITED = re.compile(
    r"\b(?:in|for|over) (?:the (?:last|past) |almost |nearly |more than |over |about )?[\w-]+ "
    r"(?:years|decades|months|weeks)\b"
    r"|\bso far\b|\bthis (?:year|century|season|decade|month|summer|winter|week)\b"
    r"|\bof the (?:year|century|decade|season)\b|"
    r"\bsince\b|\bin (?:decades|years|a (?:decade|century|generation))\b",
    re.IGNORECASE,
)
_BID = re.compile(
    r"\b(?:bids?|bidders?|tender(?:s|er|ers)?|offers?|quotes?|prices?|contracts?|ask(?:ed|s)?|cost)\b", re.IGNORECASE
)
_AXES = {
    **dict.fromkeys("much many large leading main foremost principal more fewer less few little".split(), "large"),
    **dict.fromkeys("cheap expensive costly dear pricey".split(), "cost"),
    **dict.fromkeys("deadly bloody lethal".split(), "deadly"),
    **dict.fromkeys("hot warm cold".split(), "hot"),
    **dict.fromkeys("old new".split(), "old"),
}
_DOWN = frozenset({*DOWNWARD, "fewer", "less", "cheap", "new"})
_SAME_THING = {
    **dict.fromkeys("blaze burning".split(), "fire"),
    **dict.fromkeys("bidder offer tender price quote".split(), "bid"),
    **dict.fromkeys("signature purchase transfer buy".split(), "signing"),
}
_EMPTY = frozenset(
    "rate receive received submit submitted record measure measurement make take know figure level mark number total "
    "time one thing kind position place rank value reading amount part share since history register year beginning "
    "start".split()
)
"""Words of a ranked phrase that do not tell what is ranked."""


class Rung(NamedTuple):
    """A place between `low` and `high` in an order, said in the text from `start` to `end`.

    `kind` are the words for what is ranked, `scope` those for within what, `around` those of the sentences near;
    `since` is the first year of the order and `ever` marks one that reaches back for ever; `told` are the names that
    it is said of, `named` those that it may mean.
    """

    source: str
    start: int
    end: int
    sentence: int
    low: int
    high: int
    axis: str
    down: bool
    kind: frozenset[str]
    scope: frozenset[str]
    levels: frozenset[str]
    around: frozenset[str]
    told: frozenset[str]
    named: frozenset[str]
    figures: frozenset[str]
    years: frozenset[str]
    since: int
    bare: bool
    ever: bool
    limited: bool
    by: str
    written: str


def _packed(study: Study) -> list[Any]:
    """The places as plain values, in the order of their fields."""
    return [[sorted(part) if isinstance(part, frozenset) else part for part in one[1:]] for one in _rungs(study)]


RUNGS = Gathering("rungs", _packed)


def rungs(study: Study) -> list[Rung]:
    """The places of a document."""
    return [
        Rung._make((study.source.id, *(frozenset(part) if isinstance(part, list) else part for part in one)))
        for one in study.gathered(RUNGS)
    ]


def _rungs(study: Study) -> Iterator[Rung]:
    document = study.document
    names = study.seen(NameMention)
    for place, sentence in enumerate(document.sentences):
        text = document.text[sentence.start : sentence.end]
        if len(text) > _LONGEST or not may_tell(text):
            continue
        before = document.sentences[place - 1] if place else None
        if before is not None and sentence.block - before.block > 1:
            before = None
        known = set[tuple[int, int]]()
        yield from _contests(study, sentence, before, names, text)
        for seen in seen_in(text):
            clause = _clause(text, seen)
            if is_elsewhen(_DENIALS.sub("", clause)) or any(a < seen.end and seen.start < b for a, b in known):
                continue
            known.add((seen.start, seen.end))
            yield _rung(study, sentence, before, names, seen, text)


def _contests(
    study: Study, sentence: Sentence, before: Sentence | None, names: Sequence[NameMention], text: str
) -> Iterator[Rung]:
    """The places in a contest or a table that a sentence tells."""
    for one in within(study.seen(ComparisonMention), sentence.start, sentence.end):
        if one.dimension == STANDING and one.rank and not one.superlative:
            start, end = one.start - sentence.start, one.end - sentence.start
            scope = f"{one.scope or ''} {RELATIVE.sub('', re.split(r'[,;:.]', text[end:])[0])}"
            seen = Seen(start, end, one.rank, one.rank, ANY, "", scope, one.subject, bool(_FRONTED.match(text[:start])))
            if not is_elsewhen(_clause(text, seen)):
                yield _rung(study, sentence, before, names, seen, text)


_FRONTED = re.compile(r"(?:(?:After )?[Hh]aving |[Aa]fter )?$")
"""What stands before a participle that opens a sentence: "Having topped the poll, she …"."""
_LONGEST = 1_500
_DENIALS = re.compile(r"\b(?:not|never|no longer|nor)\b|n['’]t\b")


def _clause(text: str, seen: Seen) -> str:
    return f"{re.split(r'[;:.]', text[: seen.start])[-1]}{text[seen.start : seen.end]}"


def _rung(
    study: Study, sentence: Sentence, before: Sentence | None, names: Sequence[NameMention], seen: Seen, text: str
) -> Rung:
    base, down = _axis(seen.adjective, f"{seen.kind} {text}")
    told, named = _holders(study, sentence, before, names, seen, text)
    after = text[seen.start : seen.start + _FAR]
    since = SINCE.search(after) or SINCE.search(f"{seen.tail}")
    near = text if before is None else f"{study.document.text[before.start : before.end]} {text}"
    apposed = _APPOSED.search(text, 0, seen.start) if not seen.kind.strip() else None
    kind = folded(apposed[1] if apposed else seen.kind)
    within_what = RELATIVE.sub("", seen.tail)
    scope, levels = folded(within_what), order_of(within_what)[1]
    levels |= order_of(seen.kind)[1]
    apart = seen.adjective != ANY
    aside = frozenset(one for one in named if name_key(one) in scope or (apart and country_of(one) in levels))
    figures = [
        f"{one.quantity.low:g}"
        for one in within(study.seen(QuantityMention), (before or sentence).start, sentence.end)
        if one.quantity.low > 1 and one.quantity.form != "ordinal"
    ]  # fmt: skip
    return Rung(
        study.source.id, sentence.start + seen.start, sentence.start + seen.end, sentence.start, seen.low, seen.high,
        base, down, kind, scope, levels,
        folded(f"{study.source.title} {near}"), told - aside, named - aside,
        frozenset(figures), frozenset(_YEAR.findall(SINCE.sub("", text))),
        int(since["year"]) if since else 0, bool(since and _BARE_SINCE.fullmatch(since["words"])),
        bool(_EVER.search(text[seen.start : seen.end] + seen.tail)),
        bool(_LIMITED.search(text[seen.start : seen.end] + seen.tail)),
        ranked_by(after), " ".join(text[seen.start : seen.end].split()),
    )  # fmt: skip


def _proper(words: str, names: Sequence[NameMention]) -> frozenset[str]:
    """The single words written as names that are in none of `names`: "Arlen, the second largest …"."""
    known = {part for one in names for part in one.name.split()}
    found = {one.text for place, one in enumerate(tag(words)) if one.text[:1].isupper() and _is_proper(one, place)}
    return frozenset(found - known)


def _is_proper(one: Token, place: int) -> bool:
    nominal = one.tag == "PROPER" or (place == 0 and one.tag == "NOUN")
    return nominal and len(one.text) > _SHORTEST and one.lower not in MONTHS and one.lower not in WEEKDAYS


_SHORTEST = 3


def folded(words: str) -> frozenset[str]:
    """The words that tell what is ranked, each as the one that stands for it."""
    return frozenset(_SAME_THING.get(word, word) for word in order_of(words)[0] if word[:1] != "#") - _EMPTY


_APPOSED = re.compile(r"\b([a-z]{3,}), (?:(?:the|its|their|then|now|and) )*$")
"""The noun that a bare rank is said of: "the Arlen bridge, | the longest in the state"."""
_FAR = 160
_YEAR = re.compile(r"\b(?:[Ii]n|of) (1[89]\d\d|20\d\d)\b")


def _axis(adjective: str, text: str) -> tuple[str, bool]:
    if adjective == ANY:
        return ANY, False
    base, down = plain(adjective)
    if "-" in base:
        return base, down
    down = down or base in _DOWN
    axis = _AXES.get(base, base)
    if axis == "large" and down and _BID.search(text):
        return "cost", True
    if axis == "large" and _BID.search(text) and re.search(r"\bbid|tender|offer", text):
        return "cost", False
    return axis, down


def _holders(
    study: Study, sentence: Sentence, before: Sentence | None, names: Sequence[NameMention], seen: Seen, text: str
) -> tuple[frozenset[str], frozenset[str]]:
    """The names that a place is said of, and those that it may be said of: before it, else in the sentence before."""
    if seen.holder:
        whole = within(names, sentence.start, sentence.end)
        of = frozenset(one.entity for one in whole if one.name in seen.holder) | _proper(seen.holder, whole)
        return of, of
    start = sentence.start + (seen.start if seen.begins is None else seen.begins)
    inside = within(names, sentence.start, start)
    here = frozenset(one.entity for one in inside) | _proper(text[: start - sentence.start], inside)
    here = frozenset(name for name in here if name.casefold() not in MONTHS)
    if here and not seen.opens:
        return here, here
    if _OURS.search(text[: seen.start]) and study.source.publisher:
        own = frozenset({study.source.publisher})
        return own, own
    after = (
        frozenset(one.entity for one in within(names, sentence.start + seen.end, sentence.end)) if seen.opens else here
    )
    return frozenset(), frozenset(here | after | _earlier(study, sentence, names))


_OURS = re.compile(r"\b(?:ours|our|we)\b", re.IGNORECASE)


def _earlier(study: Study, sentence: Sentence, names: Sequence[NameMention]) -> frozenset[str]:
    """The names of the few sentences before."""
    start = sentence.start
    for count in range(_FARTHEST):
        before = sentence_at(study.document, start - 2) if start > 1 else None
        if before is None or before.start >= start or (count >= _BACK and within(names, start, sentence.start)):
            break
        start = before.start
    return frozenset(one.entity for one in within(names, start, sentence.start))


_BACK, _FARTHEST = 3, 8


def excluded(one: Rung, other: Rung, near: bool, words_of: Callable[[str], frozenset[str]]) -> str | None:
    """For what two are given places that exclude each other, in words; null where both may be right.

    `near` tells that the documents tell one story, so that what is not named may be one thing; `words_of` gives the
    folded words of a document.
    """
    if one.down != other.down or (one.axis != other.axis and ANY not in (one.axis, other.axis)):
        return None
    better, worse = sorted((one, other), key=lambda rung: (rung.low, rung.high))
    if not (_ranks_differ(better, worse) or _spells_differ(one, other)) or (one.by and other.by and one.by != other.by):
        return None
    if orders_differ((frozenset(), one.levels), (frozenset(), other.levels)) or _years_differ(one, other):
        return None
    names = _meant(one, other) or [*_places(one, other), *_places(other, one)]
    if one.told and other.told and not names:
        return None
    common = _in_common(one, other)
    since = 0 < one.since == other.since
    points = 2 * bool(names) + min(len(common), 2) + 2 * since
    points += bool(one.figures & other.figures) + (one.axis == other.axis and one.axis not in ("large", ANY))
    if points < ENOUGH or not (near or (names and common)):
        return None
    if not (names or since or shared(one.kind, other.kind)):
        return None
    if not since and not _one_kind(one, other, words_of):
        return None
    return names[0] if names else " ".join(sorted(common)) or one.axis


def _in_common(one: Rung, other: Rung) -> set[str]:
    """The words for what is ranked in either that the other's text has too."""
    ours, theirs = (rung.kind | rung.scope for rung in (one, other))
    return {*shared(ours, theirs | other.around), *shared(theirs, ours | one.around)}


ENOUGH = 3
"""Points from which on two places are of one thing in one order."""


def _meant(one: Rung, other: Rung) -> list[str]:
    """The names that both may be said of."""
    ours, theirs = (rung.told or rung.named for rung in (one, other))
    return sorted(name for name in ours if any(same_name(name, there) != "different" for there in theirs))


def _places(one: Rung, other: Rung) -> list[str]:
    """The names that one is said of, and within which the other ranks: "the river at Arlen", "was higher in Arlen"."""
    return sorted(name for name in one.told if name_key(name) in other.scope)


def _ranks_differ(better: Rung, worse: Rung) -> bool:
    """Whether the ranks exclude each other in an order that reaches back as far for the better as for the worse."""
    if better.high >= worse.low:
        return False
    if better.since:
        return bool(worse.since) and better.since <= worse.since
    return not better.limited or better.limited == worse.limited


def _spells_differ(one: Rung, other: Rung) -> bool:
    """Whether both are the first since two different years, each of which the other outdoes."""
    return one.high == other.high == 1 and one.bare and other.bare and one.since != other.since


_ROLES = frozenset("maker retailer company supplier trader exporter importer employer seller buyer".split())
"""Words for what a firm does, which the words for its goods may stand for."""


def _years_differ(one: Rung, other: Rung) -> bool:
    """Whether the years that the two are told of have none in common."""
    return bool(one.years and other.years and not one.years & other.years)


def _one_kind(one: Rung, other: Rung, words_of: Callable[[str], frozenset[str]]) -> bool:
    """Whether the words for what is ranked, and within what, are those of the other, or of its document."""
    for ours, theirs in ((one, other), (other, one)):
        told = ours.kind | ours.scope
        missing = told - set(shared(told, theirs.kind | theirs.scope | theirs.around)) - _ROLES
        if missing and len(shared(missing, words_of(theirs.source))) < len(missing):
            return False
    return True
