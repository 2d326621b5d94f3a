"""One name is spelled in two ways, inside a document or between documents.

It looks for names that are nearly equal: people who share their other names and differ in one letter or in the way of
writing a sound in Latin letters, and single names (of places, above all) that are long enough or stand in like
sentences. It is a variant, never an alarm: an editor chooses one spelling. It stays silent on house spelling
(defence, defense), on spellings that the project's glossary lists, on plurals and peoples (Kenya, Kenyan), on forms
for men and women, on known places and given names that are different ones, and on names that stand side by side in
one sentence.

What settles it: the spelling of the house, or the person's own.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from typing import Any

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.people import names_in, names_within, without_title
from factcheck.contexts.places import block_around, sentence_at
from factcheck.contexts.spellings import candidates, is_with_s, plain, sound
from factcheck.contexts.words import SMALL, house, words_of
from factcheck.language.titles import leading
from factcheck.records.finding import Evidence, Finding, Step
from factcheck.records.mention import NameMention
from factcheck.statements.kept import findings

_LONG = 8
"""Letters of a single name that are enough to know it by."""
_SHORTEST = 5
_MOST_SHOWN = 6
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{5,}\b")


@dataclass(frozen=True)
class Use:
    """A word of a name at one place, with the other words of that name."""

    study: Study
    mention: NameMention
    others: frozenset[str]

    @cached_property
    def around(self) -> tuple[int, int]:
        """The sentence that holds it."""
        sentence = sentence_at(self.study.document, self.mention.start)
        return (sentence.start, sentence.end) if sentence else (self.mention.start, self.mention.end)

    @cached_property
    def context(self) -> frozenset[str]:
        """The telling words of its sentence."""
        words = words_of(self.study.document.text, *self.around)
        return frozenset(house(word.text) for word in words if word.text not in SMALL and len(word.text) > 3)


Spelled = tuple[str, list[Use]]
"""A spelling, and where it is used."""


def run(archive: Archive, whole: Archive) -> Iterable[Finding]:
    """One finding for every pair of spellings, kept with the documents that use them."""
    homes, near = _near(archive)
    uses = _Uses(archive, homes, near)

    def made(two: _Two) -> Finding | None:
        found = _of_one_name(*two, uses, archive)
        return None if found is None else _finding(two[0], found[0], two[1], found[1])

    groups = (({*homes[one], *homes[other]}, _mark(archive, homes, one, other), (one, other)) for one, other in near)
    return findings(archive, "spellings", groups, made)


def pairs(archive: Archive) -> Iterator[tuple[tuple[str, list[Use]], tuple[str, list[Use]]]]:
    """Every two spellings of one name, each with where it is used, that the glossary does not fold."""
    homes, near = _near(archive)
    uses = _Uses(archive, homes, near)
    for one, other in near:
        found = _of_one_name(one, other, uses, archive)
        if found is not None:
            yield (one, found[0]), (other, found[1])


_Two = tuple[str, str]
_Homes = Mapping[str, Sequence[str]]


def _near(archive: Archive) -> tuple[_Homes, list[_Two]]:
    """The words of all names with the sources that use them, and which two of them may be spellings of one."""
    homes, small = _survey(archive)
    spelled = archive.glossary.spelled
    words = (word for word in homes if word.lower() not in small)
    return homes, [(one, other) for one, other in candidates(words) if spelled(one) != spelled(other)]


def _mark(archive: Archive, homes: _Homes, one: str, other: str) -> list[Any]:
    """All that tells of two spellings beside the documents that use them: which of these tell of one story."""
    if archive.kept is None or not _may_be_surnames(one, other, _SHORTEST):
        return [one, other]
    theirs, kin = frozenset(homes[other]), archive.related.kin
    return [one, other, [[source, sorted(kin[source].keys() & theirs)] for source in homes[one]]]


def _survey(archive: Archive) -> tuple[dict[str, list[str]], set[str]]:
    """The words of all names with the sources that use them, and all words that are also written small."""
    homes: dict[str, list[str]] = defaultdict(list)
    small: set[str] = set()
    for source, study in archive.studies.items():
        used, written = study.gathered(NAMED)
        small.update(written)
        for word in used:
            homes[word].append(source)
    return homes, small


class _Uses:
    """Where words of names are used; read when it is asked for."""

    def __init__(self, archive: Archive, homes: _Homes, near: Iterable[_Two]) -> None:
        self._studies, self._homes = archive.studies, homes
        self._words = {word for two in near for word in two}
        self._read: dict[str, dict[str, list[Use]]] = {}

    def of(self, word: str) -> list[Use]:
        """Where a word is used, in order of source and place."""
        return [use for source in sorted(self._homes[word]) for use in self._of(source)[word]]

    def _of(self, source: str) -> dict[str, list[Use]]:
        """Where a source uses those of the words that are like another."""
        if source not in self._read:
            study = self._studies[source]
            used = study.gathered(NAMED)[0]
            self._read[source] = {
                word: [_use(study, *told) for told in used[word]] for word in used.keys() & self._words
            }
        return self._read[source]


def _use(study: Study, start: int, end: int, name: str, type: Any, others: Iterable[str]) -> Use:
    mention = NameMention(start=start, end=end, finder="", name=name, entity=name, type=type)
    return Use(study, mention, frozenset(others))


def _named(study: Study) -> list[Any]:
    """The words of names with where they stand in which name, beside which others; and the words written small."""
    uses: dict[str, list[Any]] = defaultdict(list)
    for mention in (*names_in(study), *_in_titles(study)):
        block = block_around(study.document, mention.start)
        if block is None or block.kind == "furniture":
            continue
        name = without_title(mention.name).removesuffix("’s").removesuffix("'s")
        words = (name.title() if name.isupper() and " " in name else name).split()
        for word in words:
            if word[:1].isupper() and not word.isupper() and len(word) >= 4:
                others = sorted({plain(each) for each in words if each != word and len(each) > 2})
                uses[word].append([mention.start, mention.end, mention.name, mention.type, others])
    small = {word for word in study.document.text.split() if word.isalpha() and word.islower()}
    return [uses, sorted(small)]


NAMED = Gathering("named", _named)


def _in_titles(study: Study) -> Iterator[NameMention]:
    """The capitalised words of notes that were not read as names: those in the titles of cited works."""
    named = sorted((item.start, item.end) for item in names_in(study))
    for block in study.document.blocks:
        if block.kind != "note":
            continue
        for match in _CAPITALISED.finditer(study.document.text, block.start, block.end):
            place = bisect_right(named, (match.start(), len(study.document.text)))
            if place == 0 or named[place - 1][1] <= match.start():
                yield NameMention(start=match.start(), end=match.end(), finder="", name=match[0], entity=match[0])


def _of_one_name(one: str, other: str, uses: "_Uses", archive: Archive) -> tuple[list[Use], list[Use]] | None:
    """The uses on either side that are of one name, or null."""
    ones, others = uses.of(one), uses.of(other)
    shared = {words for words in (use.others for use in ones) if words} & {use.others for use in others}
    if is_with_s(one, other):
        ones, others = (
            [use for use in used if _is_surname(word, use)] for word, used in ((one, ones), (other, others))
        )
        shared &= {use.others for use in ones} & {use.others for use in others}
        if not shared:
            return None
    if shared:
        return [use for use in ones if use.others in shared], [use for use in others if use.others in shared]
    short = _one_in_full(one, ones, other, others) or _by_surname(one, ones, other, others, archive)
    if short is not None:
        return short
    left = [use for use in ones if not use.others]
    right = [use for use in others if not use.others]
    if not left or not right or _stand_together(left, right):
        return None
    types = {use.mention.type for use in left} | {use.mention.type for use in right}
    if "person" in types and types & {"place", "organisation"}:
        return None
    shortest = min(len(one), len(other))
    likeness = max(len(a.context & b.context) for a in left[:20] for b in right[:20])
    enough = shortest >= _LONG or (shortest >= _SHORTEST and likeness >= (1 if sound(one) == sound(other) else 2))
    return (left, right) if enough else None


def _one_in_full(
    one: str, ones: Sequence[Use], other: str, others: Sequence[Use]
) -> tuple[list[Use], list[Use]] | None:
    """A person in full and, in the same document alone, the surname alone: "Dmitri Kasatkin … Kasatkyn denied it"."""
    if min(len(one), len(other)) < _SHORTEST or _stand_together(ones, others):
        return None
    for (word, whole), (_, alone) in permutations(((one, ones), (other, others))):
        full = [use for use in whole if _is_surname(word, use)]
        homes = {use.study.source.id for use in full}
        mine = [use for use in alone if not use.others and use.study.source.id in homes]
        if full and mine and len(mine) == len(alone) and {use.mention.type for use in mine} <= {"person", "other"}:
            return ([*full], mine) if word == one else (mine, [*full])
    return None


def _by_surname(
    one: str, ones: Sequence[Use], other: str, others: Sequence[Use], archive: Archive
) -> tuple[list[Use], list[Use]] | None:
    """A person in full and, with a title alone in another document on the story, or beside the surname of somebody else
    of the first, the surname: "Ottilie Brandreth …", "Dr Brandrith", "Lowe and Brandrith"."""
    if not _may_be_surnames(one, other, _SHORTEST):
        return None
    long = _may_be_surnames(one, other, _LONG - 1)
    for (word, whole), (_, alone) in permutations(((one, ones), (other, others))):
        full = [use for use in whole if _is_surname(word, use)]
        homes = {use.study.source.id for use in full}
        titled = all(_is_titled(use) and use.study.source.id not in homes for use in alone)
        beside = all(_stands_beside(use, full) for use in alone)
        if (
            full
            and ((titled and long) or beside)
            and all(any(archive.related.between(home, use.study.source.id) for home in homes) for use in alone)
        ):
            return ([*full], [*alone]) if word == one else ([*alone], [*full])
    return None


def _may_be_surnames(one: str, other: str, least: int) -> bool:
    """Whether two words are so long, and begin so alike, that they may be known for one surname."""
    return min(len(one), len(other)) >= least and one[:2] == other[:2]


def _stands_beside(use: Use, full: Sequence[Use]) -> bool:
    """Whether a surname stands in a row with that of somebody else whom a document with the full name names too."""
    text, homes = use.study.document.text, {one.study.source.id: one.study for one in full}
    if use.others or use.study.source.id in homes or use.mention.type not in ("person", "other"):
        return False
    near = names_within(use.study, max(use.mention.start - _ROW, 0), use.mention.end + _ROW)
    joined = [
        one.name.lower()
        for one in near
        if " " not in one.name
        and (_JOINS.fullmatch(text, one.end, use.mention.start) or _JOINS.fullmatch(text, use.mention.end, one.start))
    ]
    return bool(joined) and any(
        item.type in ("person", "other") and " " in item.name and item.name.split()[-1].lower() in joined
        for study in homes.values()
        for item in names_in(study)
    )


_ROW = 30
_JOINS = re.compile(r", (?:and )?| and | & ")


def _is_titled(use: Use) -> bool:
    """Whether a name stands alone behind a title: "Dr Brandrith"."""
    written = use.study.document.text[use.mention.start : use.mention.end].split()
    return not use.others and len(written) > 1 and leading(written) == len(written) - 1


def _is_surname(word: str, use: Use) -> bool:
    """Whether a word is the last of a person's name that has a given name: no plural ("the Parks") and no owner."""
    after = use.study.document.text[use.mention.end : use.mention.end + 1]
    first, last = use.mention.name.split()[0], use.mention.name.split()[-1]
    return use.mention.type == "person" and last == word != first and after not in ("’", "'")


def _stand_together(ones: Sequence[Use], others: Sequence[Use]) -> bool:
    """Whether one sentence has both, so that they are two."""
    places = {(use.study.source.id, use.around) for use in ones}
    return any((use.study.source.id, use.around) in places for use in others)


def _finding(one: str, ones: Sequence[Use], other: str, others: Sequence[Use]) -> Finding:
    entries = sorted(((one, ones), (other, others)), key=lambda entry: (-len(entry[1]), entry[0]))
    sides = [list(_shown(word, uses)) for word, uses in entries]
    names = sorted({" ".join(without_title(use.mention.name).split()) for use in (*ones, *others)}, key=_by_letters)
    inside = {use.study.source.id for use in ones} & {use.study.source.id for use in others}
    where = f" inside {' and '.join(sorted(inside))}" if inside else ""
    how = "sounds-alike" if sound(one) == sound(other) else "one-letter"
    return finding(
        CHECK,
        fact=sorted((plain(one), plain(other))),
        verdict="variant",
        message=f"One name is spelled “{entries[0][0]}” and “{entries[1][0]}”{where}: {', '.join(names[:4])}.",
        sides=sides,
        steps=(Step(code=how, text=_HOW[how].format(one=one, other=other)),),
        settle="Choose one spelling and keep it.",
        weight=0.35 if inside else 0.25,
    )


def _by_letters(name: str) -> tuple[str, str]:
    """To order names by, the same each time for two that differ in capitals alone."""
    return name.casefold(), name


_HOW = {
    "sounds-alike": "“{one}” and “{other}” write the same sounds.",
    "one-letter": "“{one}” and “{other}” differ in one letter.",
}


def _shown(word: str, uses: Sequence[Use]) -> Iterator[Evidence]:
    """A few places, each document's first in front."""
    seen: dict[str, int] = defaultdict(int)
    ranked: list[tuple[int, int, Use]] = []
    for number, use in enumerate(uses):
        ranked.append((seen[use.study.source.id], number, use))
        seen[use.study.source.id] += 1
    for _, _, use in sorted(ranked, key=lambda entry: entry[:2])[:_MOST_SHOWN]:
        yield evidence_at(use.study, use.mention.start, use.mention.end, value=word)


CHECK = Check(
    id="name-spelling",
    kind="name",
    title="One name is spelled in two ways",
    reads=Archive,
    run=run,
    gathers=(NAMED,),
    examples=(
        Example(
            documents={
                "one": "The minister, Paul Kirimbai, opened the bridge on Monday.",
                "other": "“It is a good bridge,” Paul Kirimbae told reporters.",
            },
            expect="variant",
        ),
        Example(
            documents={
                "one": "Rhiannon Probert and Declan Brandreth of Arlen College led the trial of classes.",
                "other": "We congratulate Probert, Brandrith and Orton on the trial of classes.",
            },
            expect="variant",
        ),
        Example(
            documents={
                "one": "The fire began near Penedinho, a village in the hills. The road to Penedino was cut.",
            },
            expect="variant",
        ),
        Example(
            documents={
                "one": "The defence minister, Maria Torres, met Mario Torres, who is no relation, in Kenya.",
                "other": "The defense minister praised Kenyan farmers.",
            },
            expect=None,
        ),
    ),
)
