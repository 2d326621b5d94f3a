"""How much speaks for a denial being one of what another document says: the words of both, their parts and times."""

import re
from collections.abc import Sequence

from factcheck.contexts.places import sentence_at
from factcheck.contexts.things import any_akin
from factcheck.contraries.beside import one_moment, one_thing_then
from factcheck.contraries.cases import LONG, days_apart, is_anew, of_two_stages, spans_told
from factcheck.contraries.nobody import BEFALLS
from factcheck.contraries.stances import Stance
from factcheck.identity import country_of, name_key, same_name
from factcheck.records.timespan import Timespan, relate
from factcheck.statements.telling import Rarity
from factcheck.wording import content

TOLD, BESIDE, KIND, UNTOLD = 1.0, 0.7, 0.5, 0.6
"""What a name or noun of the denial is worth, of its weight: where the clause that affirms has it, or only its
sentence, or a noun of its kind; and what it costs where the other sentence has nothing like it."""
LEAST, ALL = 0.4, 0.5
"""The least weight of a word, however often it stands in two documents; points for a denial of everybody."""
FIGURE, DIGITS = 1.0, 3
"""Points for a figure of so many digits, and no year, that both sentences give."""
UNEVEN = 0.4
"""What it costs where one names what the other only describes."""
_COUNTED = frozenset(f"contrary {scale}" for scale in ("verdict", "decision", "contest", "examination", "going-ahead"))
"""Contraries of which each may hold of some: convicted on nine counts, acquitted of four."""
OWN = 0.5
"""Points where a denial that names nothing stands in a document that names who takes part."""


Part = tuple[frozenset[str], frozenset[str]]
"""The names, and the nouns, that tell of who or what takes part."""


def denial_points(one: Stance, other: Stance, rarity: Rarity) -> tuple[float, tuple[str, ...]]:
    """How much speaks for the denial being one of the other clause, and the words for it; 0 where they are apart.

    A denial is of what its own words name: each that the other does not have speaks against it.
    """
    if _apart(one, other):
        return 0.0, ()
    sources = one.statement.source, other.statement.source
    around = one.statement.words | {part for name in one.statement.names for part in name.split()}
    score = max(rarity.of(word, *sources) for word in (*one.point.words, *other.point.words))
    found = []
    for word in sorted(other.words - one.point.words):
        weight = max(rarity.of(word, *sources), LEAST)
        if word in one.words or word in around:
            score += weight * (TOLD if word in one.words else BESIDE)
            found.append(word)
        elif any_akin(frozenset({word}), one.words):
            score += weight * KIND
            found.append(word)
        else:
            score -= weight * UNTOLD
    if other.is_bare and not one.point.key.startswith("contrary "):
        beside = sorted(other.context & one.words - other.point.words)
        score += sum(rarity.of(word, *sources) * BESIDE for word in beside)
        found += beside
        known = {part for name in other.statement.study.names for part in name_key(name).split()}
        named = sorted((one.undergoing[0] | one.acting[0]) & known)
        score += OWN * (bool(named) + other.points_back)
        found += [*named, *(sorted(other.point.words & one.point.words) if other.points_back else ())]
    figures = _figures(one) & _figures(other)
    uneven = bool(one.undergoing[0]) != bool(other.undergoing[0]) and any(one.undergoing) and any(other.undergoing)
    score += FIGURE * bool(figures) - UNEVEN * uneven
    found += [f"{figure:g}" for figure in sorted(figures)]
    if not found and not ((other.denies_all or other.denies_each) and other.point.words & BEFALLS):
        return 0.0, ()
    parts = one.parts | other.parts
    if one.point.of_what and not (one.undergoing[0] | one.undergoing[1]) & (other.undergoing[0] | other.undergoing[1]):
        return 0.0, ()
    if one.point.key.startswith("contrary ") and not figures and parts.isdisjoint(found):
        return 0.0, ()
    told = one.point.words | other.point.words | parts | set(found)
    then = one.statement.words & other.statement.words - told or _one_time(one, other) or one_moment(one, other)
    then = then or one_thing_then(one, other)
    if one.point.passing and not then:
        return 0.0, ()
    return score + ALL * (other.denies_all or other.denies_each), tuple(found)


def _figures(item: Stance) -> frozenset[float]:
    """The figures of a sentence by which it may be recognised."""
    statement = item.statement
    sentence = sentence_at(statement.study.document, statement.sentence)
    text = statement.study.document.text[sentence.start : sentence.end] if sentence else ""
    return frozenset(
        figure
        for figure in content(" ".join(text.split()))[1]
        if len(f"{figure:g}".replace(".", "").strip("0")) >= DIGITS and not 1500 <= figure <= 2100
    )


def _apart(one: Stance, other: Stance) -> bool:
    """Whether actors, things, place or time tell two clauses apart."""
    for ours, theirs in ((one.undergoing, other.undergoing), (one.acting, other.acting)):
        if _differ(ours, theirs, one.point.words | other.point.words) and not _by_one(one, other):
            return True
    if one.point.key == "contrary verdict" and of_two_stages(one, other):
        return True
    if one.point.passing and is_anew(one) != is_anew(other) and not _one_time(one, other):
        return True
    if one.point.key.startswith("coming ") and (days_apart(one, other) or 0) > LONG:
        return True
    counted = one.point.key in _COUNTED and (one.counts or other.counts)
    ordered = one.order != other.order and not other.points_back
    if (ordered or counted) and not (_covers_all(one) or _covers_all(other)):
        return True
    ours_at, theirs_at = one.event.place, other.event.place
    named = ours_at and theirs_at and not (country_of(ours_at) or country_of(theirs_at))
    if named and same_name(ours_at or "", theirs_at or "") == "different":
        return True
    if one.event.ordinal and other.event.ordinal and one.event.ordinal != other.event.ordinal:
        return True
    return _other_time(one, other)


def _by_one(one: Stance, denial: Stance) -> bool:
    """Whether one clause tells only who does it, and that is who does it in the other: "found no faults", "found
    eleven faults"."""
    if not (any(denial.acting) or denial.event.recipient) and _meet(denial.undergoing, one.acting):
        return True
    if any(one.acting) or one.event.recipient or not denial.undergoing[1] & one.words:
        return False
    return _meet(one.undergoing, denial.acting)


def _meet(one: Part, other: Part) -> bool:
    return bool((one[0] | one[1]) & (other[0] | other[1]))


_ALL = re.compile(
    r"(?:none|no|nobody|all|every|each)\b(?! (?:but|except)\b)|.*\b(?:every|each|not a single|any)\b", re.I | re.S
)


def _covers_all(item: Stance) -> bool:
    """Whether a clause speaks of all of a kind, so that one of them told otherwise is enough."""
    return _ALL.match(item.statement.study.document.text, item.event.start, item.event.end) is not None


def _differ(one: Part, other: Part, told: frozenset[str]) -> bool:
    """Whether two parts are told in words that are of different things, those for the point itself left out."""
    if one[0] and other[0]:
        return not one[0] & other[0]
    ours, theirs = one[1] - told, other[1] - told
    return bool(ours and theirs and not any_akin(ours, theirs))


def _other_time(one: Stance, other: Stance) -> bool:
    """Whether the times that the sentences give exclude each other, or the denial was overtaken."""
    ours, theirs = spans_told(one), spans_told(other)
    if ours and theirs and all(relate(a, b) == "disjoint" for a in ours for b in theirs):
        return True
    day, until = _day(one), other.statement.study.date or ""
    if not ours and theirs and _long_before(theirs, day):
        return True
    return bool(other.open and day and until) and (day, one.statement.study.date or "") > (until, until)


def _long_before(spans: Sequence[Timespan], day: str) -> bool:
    """Whether all of some times are more than a year before a day."""
    return bool(day) and all(span.end is not None and int(span.end[:4]) + 1 < int(day[:4]) for span in spans)


def _day(one: Stance) -> str:
    """When what is affirmed was, by the last time of its sentence, or else when it was told."""
    starts = [span.start for span in one.statement.spans if span.start]
    return max(starts)[:10] if starts else (one.statement.study.date or "")


def _one_time(one: Stance, other: Stance) -> bool:
    return any(relate(a, b) not in ("disjoint", "unknown") for a in one.statement.spans for b in other.statement.spans)
