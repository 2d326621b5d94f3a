"""What carries a sentence: each source by itself is asked, as the gate asks all of them together."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy

from factcheck.checking import Archive, evidence_at
from factcheck.gate.answers import UNFOUND, Held
from factcheck.gate.bearing import borne, claims_under
from factcheck.gate.citations import locator_of
from factcheck.gate.drafts import Draft
from factcheck.gate.inventory import Thing
from factcheck.gate.judging import Bench, Statement
from factcheck.gate.passages import Passage
from factcheck.gate.references import BESIDE, PRIMARY, open_labels, stands_at
from factcheck.gate.shelves import Shelves
from factcheck.gate.signing import OPEN, Approvals, signed
from factcheck.gate.sourcing import Shelf
from factcheck.records.carrying import Carried, Carrier, Resting, Share
from factcheck.records.claim import Claim
from factcheck.records.gate import SUPPORTS, SignOff
from factcheck.records.quantity import Quantity
from factcheck.reviewing.claims import Standing
from factcheck.reviewing.publishing import is_withheld

MOST = 8
"""Sources that are named for one sentence."""

Standings = Callable[[Sequence[Claim]], Mapping[str, Standing]]
"""Where claims stand, by their ids."""


class OneSource(Shelves):
    """The passages of one source, weighed as among those of all."""

    def __init__(self, whole: Shelves, source: str) -> None:
        study = whole.archive.studies[source]
        self.__dict__ = {**whole.__dict__, "archive": Archive({source: study}, whole.archive.glossary)}
        self._source = source

    def like(self, draft: Passage, cited: Iterable[str] = ()) -> list[Passage]:
        """Those most like a sentence, best first."""
        return [one for one in super().like(draft, (self._source,)) if one.source == self._source]

    def with_value(self, quantity: Quantity) -> list[Passage]:
        """Those that hold the same number."""
        return [one for one in super().with_value(quantity) if one.source == self._source]


def alone(bench: Bench, source: str) -> Bench:
    """A bench on which one source lies."""
    made = copy(bench)
    made.shelves = OneSource(bench.shelves, source)
    made.archive = made.shelves.archive
    made.shelf = Shelf([made.archive.studies[source].source])
    return made


def carried(draft: Draft, bench: Bench, approvals: Approvals, standings: Standings, today: str) -> Iterator[Carried]:
    """The sentences of a text with what carries them."""
    together = bench.judge(draft, tuple).statements
    asked = sorted({source for one in together for source in _candidates(one, bench)})
    by_source = {source: alone(bench, source).judge(draft, tuple).statements for source in asked}
    for place, statement in enumerate(together):
        found = []
        for source, statements in by_source.items():
            told = _Told(statements[place], source, bench, approvals, standings)
            if told.held:
                found.append((told.rank, told.carrier(today)))
        found.sort(key=lambda entry: entry[0])
        yield Carried(exact=statement.passage.text, carriers=tuple(one for _, one in found[:MOST]))


def _candidates(statement: Statement, bench: Bench) -> Iterator[str]:
    """The sources that a sentence may be carried by."""
    yield from (one.source for one in statement.answer.held if one.study is not statement.passage.study)
    yield from (one.source for one in bench.shelves.like(statement.passage))


class _Told:
    """What one source says of a sentence."""

    def __init__(
        self, statement: Statement, source: str, bench: Bench, approvals: Approvals, standings: Standings
    ) -> None:
        self.statement, self.source, self.bench, self.standings = statement, source, bench, standings
        self.approvals = approvals
        self.answers = statement.answers
        self.support = statement.answer.support
        self.carries = {thing: one for thing, one in self.answers.items() if one.support == "supported"}
        held = [one for answer in (*self.carries.values(), statement.answer) for one in answer.held]
        self.held = [one for one in _once(held) if one.side and one.source == source]
        if self.answers and all(thing.kind in BESIDE for thing in self.answers) and not self._is_told():
            self.held = []

    def _is_told(self) -> bool:
        """Whether a passage shares more with the sentence than the people and bodies that it names."""
        mine = self.statement.passage
        named = {word for name in mine.names for word in name.split()}
        return any((mine.words & one.words) - named for one in self._passages())

    @property
    def carried(self) -> Share:
        """How much of the sentence is carried."""
        if self.support == "supported":
            return "whole"
        primary = [thing for thing in self.answers if thing.kind in PRIMARY] or list(self.answers)
        return "part" if self.support in UNFOUND and any(thing in self.carries for thing in primary) else "none"

    @property
    def rank(self) -> tuple[object, ...]:
        """Orders carriers: those of the whole sentence first, approved before others."""
        record = self.held[0].study.source
        return (
            ("whole", "part", "none").index(self.carried),
            -len(self.carries),
            -SUPPORTS.index(self.support),
            self._sign_off != "approved",
            record.standing != "primary",
            -round(self.cover, 6),
            self.source,
        )

    @property
    def cover(self) -> float:
        """The largest part of the sentence that stands in one of the passages."""
        mine, shelves = self.statement.passage, self.bench.shelves
        return max((shelves.cover(mine, one) for one in self._passages()), default=0.0)

    def _passages(self) -> list[Passage]:
        return [one for held in self.held if (one := self.bench.shelves.at(held.source, held.start))]

    @property
    def _sign_off(self) -> SignOff:
        return signed(borne(self.carries), OPEN, self.approvals).answer

    def carrier(self, today: str) -> Carrier:
        """All of it, as a record."""
        record, answer = self.held[0].study.source, self.statement.answer
        return Carrier(
            citation=cited_as(self.held[0]),
            source=self.source,
            carried=self.carried,
            support=self.support,
            sign_off=self._sign_off,
            carries=tuple(_written(self.carries)),
            lacks=tuple(_written(thing for thing in self.answers if thing not in self.carries)),
            why="" if self.support == "supported" else answer.why,
            withheld=is_withheld(record.confidential, record.embargo, today),
            claims=tuple(self._claims()),
            evidence=tuple(
                evidence_at(one.study, one.start, one.end, value=one.value).but(
                    side=one.side, claim=one.claim.id if one.claim else None
                )
                for one in self.held
            ),
        )

    def _claims(self) -> Iterator[Resting]:
        """The claims that people wrote or decided on, which state what the source bears out."""
        found = [
            claim
            for thing, answer in self.carries.items()
            for held in answer.for_it
            for claim in claims_under(thing, held)
        ]
        claims = list({claim.id: claim for claim in found}.values())
        where = self.standings(claims)
        for claim in claims:
            standing = where[claim.id]
            yield Resting(
                id=claim.id, statement=claim.statement, status=standing.status, approvers=tuple(standing.approvers)
            )


def _once(held: Iterable[Held]) -> list[Held]:
    return list({(one.source, one.start, one.side): one for one in reversed(list(held))}.values())[::-1]


def _written(things: Iterable[Thing]) -> list[str]:
    return list(dict.fromkeys(thing.written for thing in things if thing.kind != "attribution"))


def cited_as(held: Held) -> str:
    """A citation of a passage as pandoc reads it, with its page or numbered section: "[@audit, p. 7]"."""
    block = held.study.document.block_at(held.start)
    labels = open_labels(held)
    page = f"p. {block.page}" if block is not None and block.page else None
    section = f"sec. {labels[-1]}" if labels else None
    for place in filter(None, (page, section)):
        locator = locator_of(f", {place}")
        if locator is not None and stands_at(held, locator) and locator.value in place:
            return f"[@{held.source}, {place}]"
    return f"[@{held.source}]"
