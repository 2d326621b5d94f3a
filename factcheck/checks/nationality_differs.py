"""Two sources give one person, firm or ship two nationalities.

It reads the nationality right before a name ("the Danish brewer Norrland", "Norwegian climber Olga Berg") or in what is
said of it right behind ("Olga Berg, a Swedish climber"), and reports names to which two documents of one story give
two, where each document gives one alone. It stays silent on the owners, units and teams of a country, on where somebody
was born or a firm is based, which may be another, and on a country and one that is part of it.

What settles it: the register, or the person's own words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.people import full_name, names_in
from factcheck.identity import name_key
from factcheck.language.countries import demonyms
from factcheck.patterns import any_of
from factcheck.records.finding import Finding, Step
from factcheck.records.mention import NameMention
from factcheck.stories import STORY

_DEMONYM = any_of(word for word in demonyms() if word.isalpha() and word[0].isupper())
_BEFORE = re.compile(rf"(?<![\w-])(?P<of>{_DEMONYM}) (?P<what>(?:[a-z][a-z-]+ ){{1,3}})$")
_BEHIND = re.compile(rf", (?:an?|the) (?:[a-z-]+ ){{0,2}}?(?P<of>{_DEMONYM}) (?P<what>[a-z][a-z-]+)")
_NOT_ITS_OWN = re.compile(
    r"\b(?:and|or|of|in|for|with|by|to|from|unit|arm|subsidiary|branch|division|owner|parent|rival|envoy|ambassador|"
    r"coach|manager|team|side|club|minister|president|government|embassy|consul|border|region|province|city|town|"
    r"village|citizen|passport|language|teacher|professor|lecturer|student|translator|interpreter|restaurant|cuisine|"
    r"edition|translation|newspaper|magazine|champion|champions|leader|authorities|descent|origin|based|"
    r"born|[a-z]+ed)\b|ing $"
)
"""Words behind a nationality by which it is that of a post, a place, a part, or of others: "Brazilian prosecutors
charged Vale"."""
_REACH = 60
_SOVIET = (
    "Armenia", "Azerbaijan", "Belarus", "Estonia", "Georgia", "Kazakhstan", "Kyrgyzstan", "Latvia", "Lithuania",
    "Moldova", "Russia", "Tajikistan", "Turkmenistan", "Ukraine", "Uzbekistan",
)  # fmt: skip
_WHOLE = {
    **dict.fromkeys(("England", "Scotland", "Wales", "Northern Ireland"), "United Kingdom"),
    **dict.fromkeys(_SOVIET, "Soviet Union"),
    **dict.fromkeys(("North Korea", "South Korea"), "Korea"),
    **dict.fromkeys(("Taiwan", "Hong Kong"), "China"),
}
"""Countries, and the one of which they are or were a part."""


class _Given(NamedTuple):
    """A nationality that a document gives to a name, in its `text[start:end]`."""

    study: Study
    country: str
    start: int
    end: int


def _gather(study: Study) -> list[list[object]]:
    """The nationalities of a document, by the name."""
    found, text = list[list[object]](), study.document.text
    for mention in names_in(study):
        key = _key(study, mention)
        at = max(text.find(mention.name, mention.start, mention.end), mention.start)  # behind a title
        before = _BEFORE.search(text, max(at - _REACH, 0), at)
        for match in (before, _BEHIND.match(text, mention.end)):
            if key and match is not None and not _NOT_ITS_OWN.search(match["what"]):
                start, end = min(match.start(), mention.start), max(match.end(), mention.end)
                found.append([key, demonyms()[match["of"]], start, end])
    return found


NATIONALITIES = Gathering("nationalities", _gather)


def _key(study: Study, mention: NameMention) -> str:
    """The name by which somebody or something is known in any document; empty for places."""
    if mention.type == "place":
        return ""
    return name_key(full_name(study, mention.entity) if mention.type == "person" else mention.entity)


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The names to which two documents give two nationalities."""
    held: dict[str, dict[str, list[_Given]]] = defaultdict(lambda: defaultdict(list))
    for study in archive.holding(CHECK):
        for key, *told in study.gathered(NATIONALITIES):
            held[key][study.source.id].append(_Given(study, *told))
    for key in sorted(held):
        alone = {source: given for source, given in held[key].items() if len({one.country for one in given}) == 1}
        yield from _of_one(key, alone, archive)


def _of_one(key: str, alone: dict[str, list[_Given]], archive: Archive) -> Iterator[Finding]:
    """The first two documents that give a name two nationalities."""
    for source in sorted(alone):
        for other in sorted(alone):
            apart = source < other and _are_two(alone[source][0].country, alone[other][0].country)
            if apart and archive.related.between(source, other) >= STORY / 2:
                yield _finding(key, alone[source], alone[other])
                return


def _are_two(one: str, other: str) -> bool:
    """Whether nobody is of one of two countries for being of the other."""
    return one != other and _WHOLE.get(one) != other and _WHOLE.get(other) != one


def _finding(key: str, ours: list[_Given], theirs: list[_Given]) -> Finding:
    one, other = ours[0], theirs[0]
    return finding(
        CHECK,
        fact=(key, *sorted((one.country, other.country))),
        verdict="possible-conflict",
        message=f"“{_words(one)}” in {one.study.source.id}, but “{_words(other)}” in {other.study.source.id}.",
        sides=[
            [evidence_at(item.study, item.start, item.end, value=item.country) for item in side]
            for side in (ours, theirs)
        ],
        steps=(Step(code="two-nationalities", text=f"One is of {one.country}, the other of {other.country}."),),
        settle="Which nationality is right?",
        weight=0.5,
    )


def _words(item: _Given) -> str:
    return " ".join(item.study.document.text[item.start : item.end].split())


CHECK = Check(
    id="nationality-differs",
    kind="name",
    title="One name, two nationalities",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(NATIONALITIES)),
    gathers=(NATIONALITIES,),
    examples=(
        Example(
            documents={
                "wire": "The Norwegian climber Olga Berg died on the Grauhorn on Sunday when a rope snapped.",
                "paper": "Olga Berg, a Swedish climber, died on the Grauhorn on Sunday when a rope snapped.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "The Danish brewer Norrland has bought the brewery in Harwell, which keeps its workers.",
                "paper": "The brewery in Harwell, bought by the Swedish brewer Norrland, keeps its workers.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "The Danish brewer Norrland has bought the brewery in Harwell, which keeps its workers.",
                "paper": "The brewery in Harwell, bought by the Swedish unit Norrland, keeps its workers.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "The Norwegian climber Olga Berg died on the Grauhorn on Sunday when a rope snapped.",
                "paper": "Olga Berg died on the Grauhorn on Sunday as a rope of the Swedish climber Ida Lund snapped.",
            },
            expect=None,
        ),
    ),
)
