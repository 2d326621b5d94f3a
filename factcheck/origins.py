"""Whom a claim rests on: its source, the source or body that this one repeats, or those to whom it gives the words.

What several sources take from one origin is said once, however many print it.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from sys import intern
from typing import NamedTuple

from factcheck.checking import Archive, Study
from factcheck.identity import same_name
from factcheck.language.crediting import WORKS, agency_of, credited, is_body, same_body, same_person
from factcheck.records.claim import Claim
from factcheck.records.mention import AnyMention, NameMention

_OF = re.compile(
    r"\s+(?:(?:compiled|published|released|collected|issued|produced|written)\s+)?(?:by|from|of|at)\s+(?:the\s+)?"
)
_WORD = re.compile(r"[^\W_]+")
_NEAR = 40
"""Letters after a work within which the body that made it is named."""


@dataclass(frozen=True)
class Origin:
    """Claims that rest on one origin; `name` is that of the body or source, as the records or the text give it."""

    name: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Body:
    """Who stands behind figures: a source's id, where it is one of the archive, and the names of its makers."""

    source: str | None = None
    names: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name to print."""
        return self.names[0] if self.names else self.source or ""

    def is_same(self, other: "Body") -> bool:
        """Whether both are one source, or have a maker in common."""
        if self.source is not None and self.source == other.source:
            return True
        return any(_is_one(one, theirs) for one in self.names for theirs in other.names)


def _is_one(one: str, other: str) -> bool:
    return same_name(one, other) == "same" or same_body(one, other) or same_person(one, other)


class Rest(NamedTuple):
    """What a claim rests on, its own source, and the words of its sentence where they are enough to tell a copy."""

    root: Body
    own: Body
    words: tuple[str, ...] = ()

    def is_one_with(self, other: "Rest") -> bool:
        """Whether both rest on the same, or one on the source of the other."""
        return self.root.is_same(other.root) or self.root.is_same(other.own) or self.own.is_same(other.root)


COPIED, ENOUGH_WORDS, RUN = 0.7, 14, 3
"""The part of the runs of `RUN` words of a sentence that another holds where one of the two is copied, and the words
that a sentence has at least: two writers may well come by a short one each for himself."""


def _runs(words: Sequence[str]) -> set[tuple[str, ...]]:
    return {tuple(words[place : place + RUN]) for place in range(len(words) - RUN + 1)}


def origins(claims: Iterable[Claim], archive: Archive) -> tuple[Origin, ...]:
    """The claims by their origin, in order of the first claim's source and id."""
    resting: dict[Rest, list[Claim]] = {}
    for claim in claims:
        study = archive.studies[claim.source]
        resting.setdefault(rest_of(study, claim.anchors[0].start, cited_by(claim, study), archive), []).append(claim)
    groups = together(resting)
    made = [Origin(_name(group), _in_order(claim for rest in group for claim in resting[rest])) for group in groups]
    return tuple(sorted(made, key=lambda origin: (origin.claims[0].source, origin.claims[0].id)))


def rest_of(study: Study, at: int | None, cited: Sequence[str], archive: Archive) -> Rest:
    """What a source's statement at a place rests on that gives its figure to somebody, or to nobody."""
    root = _root(study, cited, archive)
    words = study.once(("words", at), partial(_words_at, study, at)) if at is not None else ()
    return Rest(root, body_of(study), words if len(words) >= ENOUGH_WORDS else ())


def _words_at(study: Study, at: int) -> tuple[str, ...]:
    """The words of the sentence at a place."""
    start, end = _sentence(study, at, at)
    return tuple(map(intern, _WORD.findall(study.document.text[start:end].casefold())))


def together(resting: Iterable[Rest]) -> list[list[Rest]]:
    """What claims rest on, by their origins."""
    rests = list(dict.fromkeys(resting))
    homes = {number: [number] for number in range(len(rests))}
    for one, other in (*_of_one_body(rests), *_copies(rests)):
        own, others = homes[one], homes[other]
        if own is not others:
            own += others
            homes.update((number, own) for number in others)
    return [[rests[number] for number in group] for group in {id(group): group for group in homes.values()}.values()]


def _of_one_body(rests: Sequence[Rest]) -> Iterator[tuple[int, int]]:
    """Those that rest on one body, or one on the source of the other; each two bodies are looked at once."""
    firsts: dict[tuple[Body, Body], int] = {}
    for number, rest in enumerate(rests):
        first = firsts.setdefault((rest.root, rest.own), number)
        if first != number and rest.is_one_with(rest):
            yield first, number
    yield from ((one, other) for one, other in combinations(firsts.values(), 2) if rests[one].is_one_with(rests[other]))


def _copies(rests: Sequence[Rest]) -> Iterator[tuple[int, int]]:
    """Those of which one is copied from the other: they hold the same numbers, and most of the same runs of words."""
    firsts: dict[tuple[str, ...], int] = {}
    for number, rest in enumerate(rests):
        if rest.words and firsts.setdefault(rest.words, number) != number:
            yield firsts[rest.words], number
    if len(firsts) < 2:
        return
    held: dict[tuple[str, ...], list[int]] = {}
    runs = {number: _runs(words) for words, number in firsts.items()}
    figures = {number: frozenset(filter(str.isdigit, words)) for words, number in firsts.items()}
    for number, own in runs.items():
        shared = Counter(other for run in own for other in held.get(run, ()))
        for other, count in shared.items():
            if figures[other] == figures[number] and count >= COPIED * max(len(own), len(runs[other])):
                yield other, number
        for run in own:
            held.setdefault(run, []).append(number)


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: (claim.source, claim.anchors[0].start or 0, claim.id)))


def _name(group: Sequence[Rest]) -> str:
    """The name by which most of a group give their origin."""
    names = sorted(rest.root.name for rest in group)
    return max(names, key=names.count)


def origin_of(claim: Claim, archive: Archive) -> Body:
    """What a claim rests on: whom it cites, else what its source repeats, else its source itself."""
    study = archive.studies[claim.source]
    return _root(study, cited_by(claim, study), archive)


def _root(study: Study, cited: Sequence[str], archive: Archive) -> Body:
    """Whom a source cites; with what it repeats, where its record names that; else what it repeats, or itself."""
    if cited and study.source.origin is None:
        return Body(names=tuple(cited))
    whole = repeated_by(study, archive)
    return Body(whole.source, (*whole.names, *cited)) if cited else whole


def repeated_by(study: Study, archive: Archive) -> Body:
    """The source or body at the end of the chain of origins; a chain that runs in a circle ends where it closes."""
    agency = None if study.source.origin is not None else study.once("agency", lambda: agency_of(study.document.text))
    if agency is not None:
        return Body(names=(agency,))
    seen = {study.source.id}
    while study.source.origin is not None:
        name = study.source.origin
        if name not in archive.studies:
            return Body(names=(name,))
        if name in seen:
            break
        seen.add(name)
        study = archive.studies[name]
    return body_of(study)


def body_of(study: Study) -> Body:
    """A source as others cite it: by its authors, else its publisher, else what it appeared in."""
    source = study.source
    body = next((name for name in (source.publisher, source.container_title) if name), None)
    return Body(source.id, tuple(map(str, source.author)) or ((body,) if body else ()))


def cited_by(claim: Claim, study: Study) -> tuple[str, ...]:
    """The names of those to whom a claim gives the figure, the last of the chain first; none where nobody is named."""
    named = [name for said in reversed(claim.said_by) if (name := _named(said, claim, study))]
    at = claim.anchors[0].start
    return tuple(dict.fromkeys([*named, *(cited_at(study, at) if at is not None else ())]))


def cited_at(study: Study, at: int) -> tuple[str, ...]:
    """The same for what stands at a place of a document: by its sentence, and by the one work of its note."""
    return study.once(("cited", at), partial(_cited_at, study, at))


def _cited_at(study: Study, at: int) -> tuple[str, ...]:
    start, end = _sentence(study, at, at)
    sentence = " ".join(study.document.text[start:end].split())
    return tuple(dict.fromkeys([*credited(sentence, at - start), *_noted(study, start, end)]))


def _noted(study: Study, start: int, end: int) -> Iterator[str]:
    """Who made the work that the note of a sentence cites, where it cites one."""
    markers = study.document.markers
    first = bisect_left(markers, start, key=lambda marker: marker.at)
    labels = {marker.label for marker in markers[first:] if marker.at <= end} if first < len(markers) else set()
    if len(labels) == 1:
        works = [item.work for item in study.citations.citations if item.note in labels and item.work]
        if len(works) == 1:
            yield from filter(None, (works[0].publisher, works[0].author, works[0].title))


def _named(said: str, claim: Claim, study: Study) -> str | None:
    """The body that a speaker or a work stands for; null for "officials" or "a report" of nobody."""
    if is_body(said):
        return said
    words = said.split()
    while words and words[-1].casefold() in WORKS:
        words.pop()
    capitals = [word for word in words if word[:1].isupper()]
    if len(capitals) > 1 or (capitals and any(capitals[0] in name.split() for name in (*claim.names, *claim.setting))):
        return said if len(words) == len(said.split()) else " ".join(words[words.index(capitals[0]) :])
    return _beside(said, claim, study) if len(words) < len(said.split()) else None


def _beside(work: str, claim: Claim, study: Study) -> str | None:
    """The name before or after a work in the claim's sentence: "a report by the …", "… data"."""
    anchor = claim.anchors[0]
    if anchor.start is None or anchor.end is None:
        return None
    text = study.document.text
    start, end = _sentence(study, anchor.start, anchor.end)
    names = study.seen(NameMention)
    first = bisect_left(names, start, key=_start)
    inside = names[first : bisect_left(names, end, first, key=_start)]
    for match in re.finditer(rf"\b{re.escape(work)}\b", text[start:end]):
        at, after = start + match.start(), start + match.end()
        for name in inside:
            if re.fullmatch(r"(?:['’]s?)?\s+(?:[\w-]+\s+)?", text[name.end : at]) and 0 < at - name.end < _NEAR:
                return name.entity
            if after < name.start < after + _NEAR and _OF.fullmatch(text[after : name.start]):
                return name.entity
    return None


def _sentence(study: Study, start: int, end: int) -> tuple[int, int]:
    sentences = study.document.sentences
    place = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
    if place < 0 or start >= sentences[place].end:
        return start, end
    return sentences[place].start, max(sentences[place].end, end)


def _start(mention: AnyMention) -> int:
    return mention.start
