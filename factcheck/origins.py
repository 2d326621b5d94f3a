"""Whom a claim rests on: its source, the source or body that this one repeats, or those to whom it gives the words.

What several sources take from one origin is said once, however many print it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.checking import Archive, Study
from factcheck.identity import same_name
from factcheck.records.claim import Claim
from factcheck.records.mention import AnyMention, NameMention

WORKS = frozenset(
    "report reports study studies analysis analyses data figures estimate estimates statistics survey review research"
    " document documents record records count paper briefing database dataset bulletin release statement calculation"
    " calculations assessment audit census".split()
)
"""What a body's figures are published in, so that the name beside it is the origin."""

_OF = re.compile(
    r"\s+(?:(?:compiled|published|released|collected|issued|produced|written)\s+)?(?:by|from|of|at)\s+(?:the\s+)?"
)
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
        return any(same_name(one, theirs) == "same" for one in self.names for theirs in other.names)


Rest = tuple[Body, Body]
"""What a claim rests on, and its own source."""


def origins(claims: Iterable[Claim], archive: Archive) -> tuple[Origin, ...]:
    """The claims by their origin, in order of the first claim's source and id."""
    resting: dict[Rest, list[Claim]] = {}
    for claim in claims:
        study = archive.studies[claim.source]
        resting.setdefault(rest_of(study, cited_by(claim, study), archive), []).append(claim)
    groups = together(resting)
    made = [Origin(_name(group), _in_order(claim for rest in group for claim in resting[rest])) for group in groups]
    return tuple(sorted(made, key=lambda origin: (origin.claims[0].source, origin.claims[0].id)))


def rest_of(study: Study, cited: str | None, archive: Archive) -> Rest:
    """What a claim of a source rests on that gives its figure to somebody, or to nobody."""
    return Body(names=(cited,)) if cited else repeated_by(study, archive), body_of(study)


def together(resting: Iterable[Rest]) -> list[list[Rest]]:
    """What claims rest on, by their origins."""
    groups: list[list[Rest]] = []
    for rest in dict.fromkeys(resting):
        joined = [group for group in groups if any(_one_origin(rest, other) for other in group)]
        own = [*(other for group in joined for other in group), rest]
        groups = [*(group for group in groups if group not in joined), own]
    return groups


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: (claim.source, claim.anchors[0].start or 0, claim.id)))


def _name(group: Sequence[Rest]) -> str:
    """The name by which most of a group give their origin."""
    names = sorted(root.name for root, _ in group)
    return max(names, key=names.count)


def _one_origin(one: Rest, other: Rest) -> bool:
    """Whether two claims rest on the same, or one on the source of the other."""
    return one[0].is_same(other[0]) or one[0].is_same(other[1]) or one[1].is_same(other[0])


def origin_of(claim: Claim, archive: Archive) -> Body:
    """What a claim rests on: whom it cites, else what its source repeats, else its source itself."""
    study = archive.studies[claim.source]
    return rest_of(study, cited_by(claim, study), archive)[0]


def repeated_by(study: Study, archive: Archive) -> Body:
    """The source or body at the end of the chain of origins; a chain that runs in a circle ends where it closes."""
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


def cited_by(claim: Claim, study: Study) -> str | None:
    """The name of the one to whom a claim gives the figure, the last of the chain; null where nobody is named."""
    return next((name for said in reversed(claim.said_by) if (name := _named(said, claim, study))), None)


def _named(said: str, claim: Claim, study: Study) -> str | None:
    """The body that a speaker or a work stands for; null for "officials" or "a report" of nobody."""
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
    names = study.mentions.get("name", ())
    first = bisect_left(names, start, key=_start)
    inside = [
        name for name in names[first : bisect_left(names, end, first, key=_start)] if isinstance(name, NameMention)
    ]
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
