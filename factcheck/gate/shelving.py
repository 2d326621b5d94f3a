"""A source's passages as they are kept between two runs, so that a draft reads only of those that are like it.

`shelved` is read of every source: what its passages are found by. `contents` are their mentions, kind by kind, their
claims and what is quoted, each read when it is asked for.
"""

import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from factcheck.changing import GROWING
from factcheck.checking import Study
from factcheck.contexts.people import names_in, surname
from factcheck.gate.passages import Passage, begins_in, meets, passages_of
from factcheck.gate.rules import own_numbers
from factcheck.identity import measure_terms
from factcheck.language.plain import one_line
from factcheck.quotations.elsewhere import MARKS, Marks, unpacked_marks
from factcheck.quotations.passages import quotations_of
from factcheck.records.claim import Claim
from factcheck.records.document import Block
from factcheck.records.finding import Evidence
from factcheck.records.mention import AnyMention, QuotationMention, read, written

KINDS = ("comparison", "event", "name", "quantity", "time")
"""Of what a draft's things are held against."""
_QUOTATION = "quotation"

_TERMS = ("words", "names", "around", "carried")


Counted = tuple[Passage, Claim]
"""A claim that gives a count, and the passage in which it stands."""


@dataclass(frozen=True)
class Shelved:
    """A source's passages, the last names of the people in it, what quotations are found by, and its tolls."""

    passages: tuple[Passage, ...]
    people: frozenset[str]
    marks: Callable[[], Marks]
    tolls: Callable[[], list[Counted]]


def packed(study: Study) -> tuple[bytes, bytes]:
    """A source's passages as they are kept: what they are found by, and their contents."""
    passages, numbers = list(passages_of(study)), dict[str, int]()

    def numbered(terms: Iterable[str]) -> list[int]:
        return [numbers.setdefault(term, len(numbers)) for term in sorted(terms)]

    rows = [
        [
            *(one.number, one.start, one.end, one.paragraph),
            *(numbered(getattr(one, name)) for name in _TERMS),
            sorted(one.numbers),
            sorted(one.values),
        ]
        for one in passages
    ]
    people = sorted({surname(name.entity) for name in names_in(study) if name.type == "person"})
    claims = {id(claim): number for number, claim in enumerate(study.claims)}
    places = {id(passage): number for number, passage in enumerate(passages)}
    tolls = [(places[id(passage)], claims[id(claim)]) for passage, claim in tolls_in(study, passages)]
    light = {"terms": list(numbers), "passages": rows, "people": people, "tolls": tolls}
    return json.dumps(light).encode("utf-8", "surrogatepass"), "\n".join(_contents(study, passages)).encode()


def _contents(study: Study, passages: Sequence[Passage]) -> Iterator[str]:
    """A line for each passage, then one for each claim, then what is quoted."""
    claims = study.claims
    for one in passages:
        begins = [number for number, claim in enumerate(claims) if begins_in(claim, one.start, one.end)]
        meeting = [number for number, claim in enumerate(claims) if meets(claim, one.source, one.start, one.end)]
        evidence, block = one.evidence, one.block
        yield "\t".join(
            (
                _listed(begins),
                _listed(meeting),
                *(written(kind, one.mentions(kind)).decode() for kind in KINDS),
                block.model_dump_json(exclude_defaults=True),
                evidence.model_dump_json(exclude_defaults=True),
                "" if one_line(evidence.exact) == one.text else json.dumps(one.text),
                _listed(own_numbers(one)),
            )
        )
    yield from (claim.model_dump_json(exclude_defaults=True) for claim in claims)
    yield written(_QUOTATION, quotations_of(study)).decode()


def _listed(numbers: Iterable[int]) -> str:
    return ",".join(map(str, numbers))


def _numbers(listed: bytes) -> list[int]:
    return [int(number) for number in listed.split(b",") if number]


def unpacked(study: Study, light: bytes, heavy: Callable[[], bytes | None]) -> Shelved:
    """A source's passages as they were kept; raises ValueError, KeyError or TypeError for bytes that are none."""
    held: dict[str, Any] = json.loads(light)
    terms: list[str] = held["terms"]
    kept = _Kept(study, len(held["passages"]), heavy)
    passages = []
    for place, (number, start, end, paragraph, *sets, numbers, values) in enumerate(held["passages"]):
        words, names, around, carried = (frozenset([terms[one] for one in own]) for own in sets)
        found = Passage(
            study, number, start, end, paragraph, words, names, around, carried, frozenset(numbers), kept, place
        )
        found.__dict__["values"] = frozenset((kind, value) for kind, value in values)
        passages.append(found)

    def marks() -> Marks:
        return unpacked_marks(study.gathered(MARKS), kept.quotations)

    def tolls() -> list[Counted]:
        return [(passages[place], kept.claim(number)) for place, number in held["tolls"]]

    return Shelved(tuple(passages), frozenset(held["people"]), marks, tolls)


def tolls_in(study: Study, passages: Sequence[Passage]) -> Iterator[Counted]:
    """A source's counts of what only grows (the dead, the arrested, those who fled), of the whole and as stated."""
    for claim in study.claims:
        quantity, start = claim.quantity, claim.anchors[0].start
        if quantity is None or start is None or quantity.dimension != "count" or quantity.form != "value":
            continue
        if measure_terms(claim.measure) <= GROWING and claim.scope == "whole" and claim.polarity:
            place = bisect_right(passages, start, key=lambda passage: passage.start) - 1
            if place >= 0 and start <= passages[place].end and passages[place].block.kind != "note":
                yield passages[place], claim


class _Kept:
    """The mentions and claims of a source's passages, each read when it is asked for."""

    def __init__(self, study: Study, passages: int, heavy: Callable[[], bytes | None]) -> None:
        self._study, self._passages, self._heavy = study, passages, heavy
        self._read: dict[int, Claim] = {}
        self._split: dict[int, list[bytes]] = {}
        self._evidence: dict[int, Evidence] = {}
        self._mentions: dict[tuple[int, str], Sequence[AnyMention]] = {}

    @cached_property
    def _lines(self) -> list[bytes]:
        stored = self._heavy()
        return (packed(self._study)[1] if stored is None else stored).split(b"\n")

    def mentions(self, passage: int, kind: str) -> Sequence[AnyMention] | None:
        """The mentions of a finder in a passage; null for a finder whose mentions are not kept."""
        place = _PLACES.get(kind)
        if place is None:
            return None
        found = self._mentions.get((passage, kind))
        if found is None:
            found = self._mentions[passage, kind] = read(kind, self._part(passage, place))
        return found

    def block(self, passage: int) -> Block:
        """The block in which a passage stands."""
        return Block.model_validate_json(self._part(passage, _BLOCK))

    def evidence(self, passage: int) -> Evidence:
        """A passage as evidence, without side and value."""
        if passage not in self._evidence:
            self._evidence[passage] = Evidence.model_validate_json(self._part(passage, _EVIDENCE))
        return self._evidence[passage]

    def text(self, passage: int) -> str:
        """The words of a passage, in one line."""
        told = self._part(passage, _TEXT)
        return str(json.loads(told)) if told else one_line(self.evidence(passage).exact)

    def own_numbers(self, passage: int) -> list[int]:
        """Which figures of a passage, by their starts, only count a part of the document."""
        return _numbers(self._part(passage, _OWN))

    def quotations(self) -> Sequence[QuotationMention]:
        """What is quoted in the source."""
        return [one for one in read(_QUOTATION, self._lines[-1]) if isinstance(one, QuotationMention)]

    def claims(self, passage: int, beginning: bool) -> list[Claim]:
        """The claims that have something in common with a passage, or those that begin in it."""
        return list(map(self.claim, _numbers(self._part(passage, 0 if beginning else 1))))

    def _part(self, passage: int, place: int) -> bytes:
        """What stands at a place of the line of a passage."""
        if passage not in self._split:
            self._split[passage] = self._lines[passage].split(b"\t")
        return self._split[passage][place]

    def claim(self, number: int) -> Claim:
        """The claim of the source with this number."""
        if number not in self._read:
            self._read[number] = Claim.model_validate_json(self._lines[self._passages + number])
        return self._read[number]


_PLACES = {kind: place for place, kind in enumerate(KINDS, 2)}
"""Where the mentions of a kind stand in the line of a passage."""
_BLOCK, _EVIDENCE, _TEXT, _OWN = range(2 + len(KINDS), 6 + len(KINDS))
"""Where the rest stands behind them."""
