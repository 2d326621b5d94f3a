"""What one source calls the worst or the first of its kind since a year, another calls so for a longer time.

It reads spells within which something is the most or the first of its kind ("the driest summer since 1976", "the worst
fire in 20 years", "for a quarter of a century") in sources that tell of one story, and reports a spell that goes well
beyond the year in which another source knows one as bad, two such years, and what is the third of its kind in so many
years where another source calls it the first for longer than that. It is silent where the words rank by something else
or within another country, where the sentence tells of another year, and where a spell is only shorter than it might be
("the worst in ten years", "since 2001").

What settles it: the list of those before it, and when the last one was.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.times import issued
from factcheck.language.countries import demonyms
from factcheck.language.degrees import SUPERLATIVES
from factcheck.language.nouns import singular
from factcheck.language.number_words import ORDINALS
from factcheck.language.numerals import read
from factcheck.language.places import country_of
from factcheck.rankings.superlatives import is_denied, plain
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step
from factcheck.stories import STORY

_YEAR = re.compile(r"(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d,])")
_PLACE = re.compile(r"\b(?:(?:most|least) [a-z]+|[a-z]{2,12}st|second|third|fourth|sixth|seventh|eighth|ninth|tenth)\b")
_SINCE = re.compile(r"\bsince\b[^.;:–—]{0,50}?(?P<year>(?<!\d)(?:1[5-9]|20)\d\d)(?!\d|s\b)")
_SPELL = re.compile(
    r"\b(?:in|for) (?:more than |over |at least |almost |nearly |about |some )?(?:the (?:last|past) )?"
    r"(?P<spell>(?P<part>half |a quarter of )?(?P<length>an?|\d{1,3}|[a-z-]{3,12}) (?P<unit>years|decades?|century))\b"
)
_NOT_THINGS = frozenset("in of on for since at to by from with that which who to have has had was is were are".split())
_UNITS = {"year": 1, "decade": 10, "century": 100}
_PARTS = {"half": 0.5, "a quarter of": 0.25}
_FARTHEST = 70
"""Letters between a word that ranks and the spell within which it does."""
_SLACK = 0.9
"""How much of a spell that is told in round numbers is surely meant."""


@dataclass(frozen=True)
class _Spell:
    """Something is the most, or the `rank`th, of its kind since `year`, which `sure` says to be one of its like."""

    study: Study
    start: int
    end: int
    place: str
    rank: int
    thing: tuple[str, ...]
    countries: frozenset[str]
    year: float
    now: int
    sure: bool

    @property
    def written(self) -> str:
        """Its words."""
        return " ".join(self.study.document.text[self.start : self.end].split())


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The spells that cannot both be."""
    told = [_read(study, item) for study in archive.holding(CHECK) for item in study.gathered(SPELLS)]
    for one, other in combinations(told, 2):
        if one.study is other.study or not _of_one_kind(one, other):
            continue
        if archive.related.between(one.study.source.id, other.study.source.id) < STORY / 2:
            continue
        why = _apart(one, other) or _apart(other, one)
        if why:
            yield _finding(one, other, why)


def _read(study: Study, item: list[Any]) -> _Spell:
    start, end, place, rank, thing, countries, year, now, sure = item
    return _Spell(study, start, end, place, rank, tuple(thing), frozenset(countries), year, now, sure)


def _of_one_kind(one: _Spell, other: _Spell) -> bool:
    """Whether both rank things of one kind: those of the one are described as those of the other, or further."""
    alike = one.place == other.place or bool(one.rank and other.rank)
    if one.thing[-1] != other.thing[-1] or not alike:
        return False
    ours, theirs = set(one.thing[:-1]), set(other.thing[:-1])
    within = not one.countries or not other.countries or bool(one.countries & other.countries)
    if one.rank != other.rank and not ours & theirs:
        return False
    return within and (ours <= theirs or theirs <= ours)


def _apart(one: _Spell, other: _Spell) -> str:
    """Why the one spell excludes the other; empty where it does not."""
    if one.rank != other.rank:
        first = one.rank == 1 and other.year > one.year + 1
        return "Since then it is the first, and not a later one." if first else ""
    if not one.sure:
        return ""
    if other.sure:
        return "" if one.year == other.year else "Each names the year of the last that was as much."
    reach = other.now - _SLACK * (other.now - other.year)
    return "The longer spell holds the year in which there was one." if reach < one.year - 1 else ""


def _gather(study: Study) -> list[Any]:
    """The spells of a document, as plain values."""
    return [item for sentence in study.document.sentences for item in _in(study, sentence)]


def _in(study: Study, sentence: Sentence) -> Iterator[list[Any]]:
    text, day = study.document.text, issued(study)
    if day is None or not _PLACE.search(text, sentence.start, sentence.end):
        return
    now = day[0].year
    for behind in (*_SINCE.finditer(text, *_span(sentence)), *_SPELL.finditer(text, *_span(sentence))):
        sure = behind.re is _SINCE
        year = float(behind["year"]) if sure else now - _years(behind)
        others = {int(found.group()) for found in _YEAR.finditer(text, *_span(sentence))} - {now, int(year)}
        ahead = _ranked(text, max(sentence.start, behind.start() - _FARTHEST), behind.start())
        if others or year >= now or ahead is None or is_denied(text, ahead.start()):
            continue
        thing = _thing(text[ahead.end() : behind.start()])
        if thing:
            around = text[max(sentence.start, ahead.start() - _FARTHEST) : behind.start()]
            rank, place = _rank(ahead.group()) or 0, plain(ahead.group())[0]
            where = sorted(_countries(around))
            yield [ahead.start(), behind.end(), place, rank, list(thing), where, year, now, sure]


def _ranked(text: str, start: int, end: int) -> re.Match[str] | None:
    """The last word of a stretch of text that ranks."""
    found = [item for item in _PLACE.finditer(text, start, end) if _rank(item.group()) is not None]
    return found[-1] if found else None


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _rank(words: str) -> int | None:
    """The place that an ordinal gives, 0 for a superlative; null for another word."""
    if words in ORDINALS:
        return ORDINALS[words]
    return 0 if words in SUPERLATIVES or " " in words else None


def _years(match: re.Match[str]) -> float:
    number = 1.0 if match["length"] in ("a", "an") else None
    found = None if number else read(match["length"], 0)
    value = number or (found.low if found else 0.0)
    return value * _PARTS.get((match["part"] or "").strip(), 1) * _UNITS[singular(match["unit"])]


def _thing(words: str) -> tuple[str, ...]:
    """The noun behind a superlative with what describes it, up to what limits it."""
    found: list[str] = []
    for word in re.findall(r"[^\s]+", words):
        if word.lower() in _NOT_THINGS or not re.fullmatch(r"[a-z][a-z-]*", word):
            break
        found.append(singular(word))
    return tuple(found)


def _countries(words: str) -> frozenset[str]:
    names = re.findall(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", words)
    parts = [part for name in names for part in {name, *name.split()}]
    return frozenset(code for part in parts if (code := country_of(part) or demonyms().get(part)))


def _finding(one: _Spell, other: _Spell, why: str) -> Finding:
    thing = one.thing[-1]
    return finding(
        CHECK,
        fact=(thing, *sorted((f"{one.study.source.id} {one.year:g}", f"{other.study.source.id} {other.year:g}"))),
        verdict="possible-conflict",
        message=f"One {thing} is “{one.written}” in {one.study.source.id} and “{other.written}” in "
        f"{other.study.source.id}.",
        sides=[[evidence_at(item.study, item.start, item.end, value=item.written)] for item in (one, other)],
        steps=(Step(code="spells-apart", text=why),),
        settle=f"When was the last {thing} of the kind before it?",
        weight=0.5,
    )


SPELLS = Gathering("spells", _gather)

CHECK = Check(
    id="spell-differs",
    kind="ranking",
    title="A spell without its like is broken by the spell that another source tells",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(SPELLS)),
    gathers=(SPELLS,),
    examples=(
        Example(
            documents={
                "wire": "The flood at Arlen on Sunday was the worst flood since the one of 2009, officials said.",
                "paper": "The flood at Arlen is the worst flood for half a century, says the mayor of Arlen.",
            },
            dates={"wire": "2023-05-09", "paper": "2023-05-12"},
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "Sunday's crash at Arlen was the first fatal tram crash since 2006, officials said.",
                "paper": "The crash at Arlen was the third fatal tram crash in ten years, says the union.",
            },
            dates={"wire": "2023-05-09", "paper": "2023-05-12"},
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "The flood at Arlen on Sunday was the worst flood since the one of 2009, officials said.",
                "paper": "The flood at Arlen is the worst flood in ten years, says the mayor of Arlen.",
            },
            dates={"wire": "2023-05-09", "paper": "2023-05-12"},
            expect=None,
        ),
        Example(
            documents={
                "wire": "The flood at Arlen on Sunday was the worst flood since the one of 2009, officials said.",
                "paper": "The drought at Arlen is the worst drought for half a century, says the mayor of Arlen.",
            },
            dates={"wire": "2023-05-09", "paper": "2023-05-12"},
            expect=None,
        ),
    ),
)
