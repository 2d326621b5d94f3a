"""What a check is, and how it states a finding.

Adding a check is adding one file to `checks/` that offers `CHECK`; its docstring is its reference page
and its examples are its tests. A check never writes, and says nothing of severity: that is policy.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from factcheck.aligning import Matching, Pair
from factcheck.config import Glossary
from factcheck.digests import digest_of
from factcheck.discovery import members
from factcheck.families import Setting, Shelves
from factcheck.grouping import grouped
from factcheck.keeping import Keep, Makes
from factcheck.pairing import Pairing
from factcheck.records.base import unchecked
from factcheck.records.citation import Citations
from factcheck.records.claim import Claim, Kind
from factcheck.records.document import Block, Document
from factcheck.records.finding import LONGEST, MOST_EVIDENCE, SHORTEST, Evidence, Finding, Step, Verdict
from factcheck.records.mention import AnyMention, M, NameMention, of_kind
from factcheck.records.source import Source
from factcheck.rows import Row, Sketch, sketched
from factcheck.stories import Relatedness, Story, story_of

T = TypeVar("T")

NO_CITATIONS = Citations()
NO_GLOSSARY = Glossary()


@dataclass(frozen=True)
class Study:
    """A document with all that was found in it."""

    source: Source
    document: Document
    mentions: Mapping[str, tuple[AnyMention, ...]] = field(default_factory=dict)
    """By finder id, in order of place."""
    claims: tuple[Claim, ...] = ()
    citations: Citations = NO_CITATIONS

    def seen(self, kind: type[M]) -> Sequence[M]:
        """The mentions of one kind ("every time"), in order of place."""
        return of_kind(self.mentions, kind)

    @property
    def names(self) -> frozenset[str]:
        """The names that the document holds, in their full form."""
        return frozenset(name.entity for name in self.seen(NameMention))

    @property
    def date(self) -> str | None:
        """Its own date, as far as it is known."""
        return self.source.issued or self.document.date

    @property
    def not_checked(self) -> tuple[str, ...]:
        """Why parts of it were not checked."""
        return self.document.not_checked

    @property
    def count(self) -> int:
        """How many claims it has."""
        return len(self.claims)

    @cached_property
    def story(self) -> Story:
        """What tells its story."""
        return story_of(self.document.text, {row.words for row in self.rows})

    def with_claims(self, claims: Sequence[Claim]) -> "Study":
        """The same study with other claims."""
        return replace(self, claims=tuple(claims))

    def told(self, check: "Check", archive: "Archive") -> Iterable[Finding]:
        """What a check of single studies says of this one."""
        return check.run(self, archive)

    def gathered(self, what: "Gathering") -> Any:
        """What checks read of this study, as plain JSON values; made once."""
        if what.name not in self._gathered:
            self._gathered[what.name] = what.make(self)
        return self._gathered[what.name]

    def once(self, what: Hashable, make: Callable[[], T]) -> T:
        """What `make` makes of this study, once; `what` tells it from all else."""
        if what not in self._made:
            self._made[what] = make()
        found: T = self._made[what]
        return found

    def forget(self) -> None:
        """Let go of what was made once, where no more is asked."""
        self._made.clear()

    @cached_property
    def _gathered(self) -> dict[str, Any]:
        return {}

    @cached_property
    def _made(self) -> dict[Hashable, Any]:
        return {}

    def holds(self, check: "Check") -> bool:
        """Whether it may hold something that a check of archives compares."""
        return True

    @cached_property
    def rows(self) -> Sequence[Row]:
        """The rows of its claims, in their order; those of happenings that stand beside a figure too."""
        return tuple(sketch.row for sketch in self.sketches)

    @cached_property
    def sketches(self) -> tuple[Sketch, ...]:
        """What its rows are made of."""
        return tuple(sketched(self.claims))

    @cached_property
    def entities(self) -> Mapping[str, str]:
        """The full form of every name, by the forms that the document writes it in."""
        named = self.seen(NameMention)
        return {name.entity: name.entity for name in named} | {name.name: name.entity for name in reversed(named)}

    @cached_property
    def people(self) -> Mapping[str, frozenset[str]]:
        """The full forms of the people's names, by their last word in lower case."""
        found: dict[str, set[str]] = {}
        for name in self.seen(NameMention):
            if name.type == "person":
                found.setdefault(name.entity.split()[-1].lower(), set()).add(name.entity)
        return {last: frozenset(names) for last, names in found.items()}


@dataclass(frozen=True)
class Archive:
    """All sources of a project, studied, by id, in order of id."""

    studies: Mapping[str, Study]
    glossary: Glossary = NO_GLOSSARY
    about: str | None = None
    """The only source of which alarms are asked for, beside the others; null for all."""
    kept: Keep | None = field(default=None, compare=False)
    """Where it is kept what came of two documents."""

    def asks(self, one: str, other: str) -> bool:
        """Whether it is asked if two sources are at odds."""
        return self.about is None or self.about in (one, other)

    @cached_property
    def related(self) -> Relatedness:
        """How near the stories of two documents are."""
        return Relatedness({source: study.story for source, study in self.studies.items()})

    @cached_property
    def rows(self) -> Mapping[str, Sequence[Row]]:
        """The rows of the claims of every document, by its id, in their order; those asked for last are held."""
        return Shelves(self.studies)

    @cached_property
    def groups(self) -> Mapping[str, Sequence[Row]]:
        """The rows of all claims by the keys under which they meet."""
        return grouped(row for rows in self.rows.values() for row in rows)

    def holding(self, check: "Check") -> list[Study]:
        """The studies that may hold something that a check compares."""
        return [study for study in self.studies.values() if study.holds(check)]

    def between(self, what: str, one: str, other: str, make: Callable[[], Any], mark: str = "") -> Any:
        """What `make` makes of two documents, plain JSON values: as it was kept, where both are as they were.

        `what` says what is made. It must follow from the two documents, how near their stories are and `mark`,
        whatever else the archive holds.
        """
        if self.kept is None or self.about is not None:
            return make()
        return self.kept.of(what, one, other, f"{self.related.between(one, other)} {mark}", make)

    def of_several(self, what: str, one: str, makes: Makes) -> dict[str, Any]:
        """The same of several documents, `one` among them; see `Keep.of_several`."""
        if self.kept is None or self.about is not None:
            return {mark: make() for mark, (_, make) in makes.items()}
        return self.kept.of_several(what, one, makes)

    def settle(self, what: str, source: str, met: Set[str], mark: Any, work: Callable[[], None]) -> None:
        """Do some work that has something kept of a source and others, unless it was done with all of them as they are.

        `met` are those of the others that no story tells; the work follows from all of these and from `mark` alone.
        """
        others = sorted({source, *met, *self.related.beside(source)})
        near = [self.related.between(source, other) for other in others]

        def done() -> bool:
            work()
            return True

        self.of_several(what, source, {digest_of(mark, others, near): (others, done)})

    def pairs(self, matching: Matching) -> Sequence[Pair]:
        """The pairs of claims that hold, for a check that matches claims so; found once."""
        return self.pairing.of(matching)

    @cached_property
    def pairing(self) -> Pairing:
        """How its claims pair."""
        kept = self.kept if self.about is None else None
        return Pairing(Setting(self.rows, self.related, kept, self.about))


@dataclass(frozen=True)
class Gathering:
    """What checks of archives read of every study, made of its document and mentions once and kept with it."""

    name: str
    make: Callable[[Study], Any]
    """Gives plain JSON values."""


@dataclass(frozen=True)
class Example:
    """A case of a check: short documents by id, and what the check says of them.

    `expect` is the verdict, or null where the check must be silent. `dates` gives a document's own date.
    """

    documents: Mapping[str, str]
    expect: Verdict | None
    dates: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Check:
    """A check. `id` is permanent; `reads` is FactGroup, Study or Archive; `title` is for people.

    What a check of studies says follows from the document and what was found in it, claims apart: it is kept with it.
    """

    id: str
    kind: Kind
    title: str
    reads: type
    run: Callable[[Any, Archive], Iterable[Finding]]
    """Called with what it reads and the archive (a check of groups may look things up there)."""
    version: int = 1
    alarms: bool = True
    """Whether it can say that something is wrong; false for one that only says what is borne out, or not compared."""
    examples: tuple[Example, ...] = ()
    holds: Callable[[Study], bool] | None = None
    """Whether a study holds something that a check of archives compares; null: it looks at every study."""
    gathers: tuple[Gathering, ...] = ()
    """What it reads of every study."""
    matching: Matching | None = None
    """How it pairs claims, where it does."""
    ahead: Callable[[Archive, str], None] | None = None
    """Works out what an archive keeps of a source and each later one (see `Archive.between`): what takes long."""


def checks() -> tuple[Check, ...]:
    """All checks, in order of their file names."""
    return members("factcheck.checks", "CHECK", Check)


_evidence = unchecked(Evidence)


def evidence_of(claim: Claim, archive: Archive, *, value: str | None = None) -> Evidence:
    """The sentence that carries a claim, as evidence without a side."""
    anchor = claim.anchors[0]
    study = archive.studies[anchor.source]
    start, end = anchor.start or 0, anchor.end or 0
    item = evidence_at(study, start, end, value=value)
    return _evidence(**{**item.__dict__, "claim": claim.id})


def evidence_at(study: Study, start: int, end: int, *, value: str | None = None, widen: bool = True) -> Evidence:
    """The passage `text[start:end]`, widened to its sentence (or clause, or line) of 8 to 500 letters."""
    document = study.document
    if widen:
        start, end = _sentence(document, start, end)
    block = document.block_at(start)
    start, end = _fit(document.text, start, end, (block.start, block.end) if block else (0, len(document.text)))
    return _evidence(
        source=study.source.id,
        start=start,
        end=end,
        exact=document.text[start:end],
        value=value,
        section=block.section if block else None,
        page=block.page if block else None,
        note=_note(block),
        date=study.source.issued or document.date,
    )


def _note(block: Block | None) -> str | None:
    return block.label if block is not None and block.kind == "note" else None


def _sentence(document: Document, start: int, end: int) -> tuple[int, int]:
    place = bisect_right(document.sentences, start, key=lambda sentence: sentence.start) - 1
    sentence = document.sentences[place] if place >= 0 else None
    if sentence is not None and start < sentence.end:
        wide = sentence.start, max(sentence.end, end)
        if not _is_long(document.text[wide[0] : wide[1]]):
            return wide
    return start, end


def _letters(text: str) -> int:
    return sum(map(len, _LETTERS.findall(text)))


_LETTERS = re.compile(r"[A-Za-z0-9$%]+")


def _is_short(text: str) -> bool:
    return _letters(text[: 4 * SHORTEST]) < SHORTEST and _letters(text) < SHORTEST


def _is_long(text: str) -> bool:
    return len(text) > LONGEST and _letters(text) > LONGEST


def _fit(text: str, start: int, end: int, room: tuple[int, int]) -> tuple[int, int]:
    """The same span, widened by words below `SHORTEST` letters, first within its block, and cut above `LONGEST`."""
    low, high = room
    while _is_short(text[start:end]) and (start > 0 or end < len(text)):
        if start <= low and end >= high:
            low, high = 0, len(text)
        left, right = text.rfind(" ", low, max(start - 1, low)), text.find(" ", end + 1, high)
        start, end = max(left + 1, low), high if right < 0 else right
    while _is_long(text[start:end]):
        cut = text.rfind(" ", start, end)
        if cut <= start:
            return start, start + LONGEST
        end = cut
    return start, end


def finding(
    check: Check,
    *,
    fact: Sequence[str],
    verdict: Verdict,
    message: str,
    sides: Sequence[Sequence[Evidence]],
    context: Sequence[Evidence] = (),
    steps: Sequence[Step] = (),
    settle: str | None = None,
    weight: float = 0.5,
    kind: Kind | None = None,
) -> Finding:
    """A finding of a check about one fact, its sides lettered in the order given.

    `fact` identifies what it is about and must not change when evidence is added.
    """
    lettered = [
        _evidence(**{**item.__dict__, "side": chr(97 + place)})
        for place, side in enumerate(sides)
        for item in _once(side)
    ]
    items = _spread(lettered, context)
    said = sorted({(item.side or "", re.sub(r"\s+", " ", item.exact), item.value or "") for item in lettered})
    return Finding(
        id=f"{check.id}:{digest_of(check.id, list(fact))[:12]}",
        check=check.id,
        kind=kind or check.kind,
        verdict=verdict,
        message=message,
        explanation=tuple(steps),
        settle=settle,
        evidence=tuple(items[:MOST_EVIDENCE]),
        more=max(len(items) - MOST_EVIDENCE, 0),
        weight=weight,
        seen=digest_of(check.id, verdict, [list(entry) for entry in said]),
    )


def _once(side: Sequence[Evidence]) -> list[Evidence]:
    """The items of a side, each passage once."""
    return list({(item.source, item.start, item.end): item for item in reversed(side)}.values())[::-1]


def _spread(lettered: Sequence[Evidence], context: Sequence[Evidence]) -> list[Evidence]:
    """The items with the first of every side in front, so that a cut never loses a side."""
    first: dict[str | None, Evidence] = {}
    for item in lettered:
        first.setdefault(item.side, item)
    heads = list(first.values())
    rest = [item for item in lettered if all(item is not head for head in heads)]
    if len(lettered) <= MOST_EVIDENCE:
        return [*lettered, *context]
    return [*heads, *rest, *context]
