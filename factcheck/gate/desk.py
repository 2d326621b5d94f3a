"""The desk on which a draft is held against the sources: both, and what was looked up already."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from weakref import ref

from factcheck.checking import Archive, Study
from factcheck.gate.outdated import Toll, tolls_of
from factcheck.gate.passages import Passage
from factcheck.gate.shelves import Shelves
from factcheck.identity import Sameness, measure_terms, same_measure
from factcheck.records.claim import Claim
from factcheck.records.mention import Mention
from factcheck.records.quantity import Quantity
from factcheck.reviewing.policy import authors
from factcheck.stories import Relatedness


@dataclass
class Desk:
    """A draft beside the shelves of all sources."""

    study: Study
    shelves: Shelves
    cited: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """The sources on which a sentence of the draft may rest, by its start: those that it cites, else those that its
    paragraph cites or that it names."""
    own: Mapping[int, frozenset[str]] = field(default_factory=dict)
    """Those that the sentence itself cites."""
    called: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The names by which a text speaks of each source, folded."""
    _like: dict[int, list[Passage]] = field(default_factory=dict)
    _named: dict[int, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def related(self) -> Relatedness:
        """How near the draft's story is to those of the sources."""
        return beside(self.study, self.shelves.archive)

    @cached_property
    def tolls(self) -> "list[Toll]":
        """All counts of the sources of what only grows."""
        return tolls_of(self.shelves)

    def rests_on(self, passage: Passage) -> frozenset[str]:
        """The sources on which a sentence of the draft may rest."""
        return self.cited.get(passage.start, frozenset())

    def cites(self, passage: Passage) -> frozenset[str]:
        """The sources that a sentence of the draft cites itself."""
        return self.own.get(passage.start, frozenset())

    def named(self, passage: Passage) -> frozenset[str]:
        """The sources of which a sentence of the draft speaks, by their authors, publishers or periodicals."""
        if passage.start not in self._named:
            words = f" {passage.text.casefold()} "
            called = [ids for name, ids in self._names.items() if f" {name}" in words]
            self._named[passage.start] = frozenset[str]().union(*called)
        return self._named[passage.start]

    @cached_property
    def _names(self) -> Mapping[str, frozenset[str]]:
        """The sources that each name is one of."""
        found: dict[str, set[str]] = {}
        for id, names in self.called.items():
            for name in names:
                found.setdefault(name, set()).add(id)
        return {name: frozenset(ids) for name, ids in found.items()}

    def like(self, passage: Passage) -> list[Passage]:
        """The passages of sources most like a sentence of the draft, best first."""
        if passage.start not in self._like:
            self._like[passage.start] = self.shelves.like(passage, sorted(self.rests_on(passage)))
        return self._like[passage.start]

    def context(self, draft: Passage, passage: Passage, without: frozenset[str] = frozenset()) -> float:
        """How much a draft's sentence and a passage share, by the weight of their words and names."""
        return self.shelves.weigh(self.shelves.shared(draft, passage) - without)

    def best(self, draft: Passage) -> Passage | None:
        """The passage most like a sentence of the draft, where it shares something telling."""
        found = self.like(draft)[:1]
        return found[0] if found and self.context(draft, found[0]) >= 1.0 else None


def beside(study: Study, archive: Archive) -> Relatedness:
    """How near the story of a draft is to those of the sources, and theirs to each other; found once."""
    if not _LAST or _LAST[0][0]() is not study or _LAST[0][1]() is not archive:
        together = {**archive.studies, study.source.id: study}
        _LAST[:] = [(ref(study), ref(archive), Archive(dict(sorted(together.items()))).related)]
    return _LAST[0][2]


_LAST: "list[tuple[ref[Study], ref[Archive], Relatedness]]" = []


def claim_of(passage: Passage, mention: Mention, quantity: Quantity) -> Claim | None:
    """The claim of a source that states a figure: one that a person wrote or edited before a drafted one."""
    found = [
        claim
        for claim in passage.meeting
        if claim.quantity is not None
        and (claim.quantity.low, claim.quantity.high, claim.quantity.dimension)
        == (quantity.low, quantity.high, quantity.dimension)
        and _holds(claim, mention)
    ]
    return min(found, key=lambda claim: (not authors(claim), _size(claim)), default=None)


def _holds(claim: Claim, mention: Mention) -> bool:
    return any(
        anchor.start is not None
        and anchor.end is not None
        and anchor.start <= mention.start
        and mention.end <= anchor.end
        for anchor in claim.anchors
    )


def _size(claim: Claim) -> int:
    anchor = claim.anchors[0]
    return (anchor.end or 0) - (anchor.start or 0)


def nouns(quantity: Quantity) -> frozenset[str]:
    """What a figure counts or measures, as terms that stand for its words."""
    written = (quantity.unit if quantity.dimension == "count" else None, quantity.of)
    return frozenset(term for noun in written if noun for term in measure_terms(noun))


def same_thing(draft: Quantity, source: Quantity, ours: Claim | None, theirs: Claim | None) -> Sameness:
    """Whether two figures count or measure one thing, by their nouns and, where they were drafted, by their claims."""
    mine, other = nouns(draft), nouns(source)
    if mine and other:
        if mine == other:
            by_noun: Sameness = "same"
        else:
            by_noun = "maybe" if mine & other else "different"
    else:
        by_noun = "maybe"
    if ours is None or theirs is None:
        return by_noun
    by_measure = same_measure(ours.measure, theirs.measure)
    if by_measure == "same" or by_noun == "same":
        return "same"
    return "different" if "different" in (by_noun, by_measure) and not mine & other else "maybe"
