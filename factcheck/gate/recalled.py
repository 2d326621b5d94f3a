"""What the sources say of a draft's sentences, kept for the draft's next version: most sentences of it are the same.

The answers on a sentence follow from its paragraph, with what was found there and the words beside it; from the sources
that it cites; for words, posts and speakers also from the names and quotations of the whole draft; and from how near
its story is to others, which changes with every word: so what was asked of that is kept with the answers, and they hold
as long as it is answered the same. All else that they follow from (sources, claims, settings, the day) is in the key
that the whole is kept under.
"""

import json
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Any, TypeVar

from factcheck.contexts.words import house, words_of
from factcheck.digests import digest_of
from factcheck.gate.answers import CLAIM, EVIDENCE, Answer, Held
from factcheck.gate.desk import Desk
from factcheck.gate.inventory import Thing
from factcheck.gate.passages import Passage
from factcheck.records.claim import Claim
from factcheck.records.finding import Evidence
from factcheck.records.mention import AnyMention, QuotationMention
from factcheck.stories import Relatedness

Answers = dict[Thing, Answer]
T = TypeVar("T")

NEAR = 80
"""Characters before and after a paragraph that have a say in it: a few words may be looked at there."""

WIDE = frozenset({"quotation", "title", "attribution"})
"""Things on which the names and quotations of the whole draft have a say."""


class Asked(Relatedness):
    """How near stories are, and what of it was asked since the list was emptied last."""

    def __init__(self, known: Relatedness) -> None:
        self._known_by = known
        self.asked: list[list[Any]] = []

    def between(self, one: str, other: str) -> float:
        """Points for the story."""
        found = self._known_by.between(one, other)
        self.asked.append(["between", [one, other], found])
        return found

    def telling(self, words: AbstractSet[str], one: str, other: str) -> float:
        """Points for shared words that few sentences of two documents hold."""
        found = self._known_by.telling(words, one, other)
        self.asked.append(["telling", [sorted(words), one, other], found])
        return found

    def still(self, asked: Iterable[Sequence[Any]]) -> bool:
        """Whether what was asked would be answered the same."""
        for what, (first, *rest), answer in asked:
            told = self._known_by.between(first, *rest) if what == "between" else self._telling(first, *rest)
            if told != answer:
                return False
        return True

    def _telling(self, words: Sequence[str], one: str, other: str) -> float:
        return self._known_by.telling(frozenset(words), one, other)


class Recall:
    """What was found of the sentences of a draft's last version, and what is found of this one's."""

    def __init__(self, stored: bytes | None = None) -> None:
        self._before: Mapping[str, Any] = json.loads(stored) if stored else {}
        self._now: list[Sentence] = []

    @property
    def data(self) -> bytes:
        """What was found of this version's, to be kept."""
        told = {one.key: one.data for one in self._now if one.key is not None}
        return json.dumps(told).encode("utf-8", "surrogatepass")

    def on(self, desk: Desk) -> Callable[[Passage, Sequence[Thing]], "Sentence"]:
        """Gives what is known of the sentences of a draft."""
        related, local = Asked(desk.related), _Local(desk)
        desk.__dict__["related"] = related

        def of(passage: Passage, things: Sequence[Thing]) -> Sentence:
            key = local.key(passage, things)
            kept = self._before.get(key) if key else None
            if kept is None or not related.still(kept[ASKED]):
                kept = {}
            self._now.append(Sentence(desk, related, passage, things, key, kept))
            return self._now[-1]

        return of


ASKED, ANSWERS = "asked", "answers"


class Sentence:
    """What was found of a sentence before, or is found of it now."""

    def __init__(
        self,
        desk: Desk,
        related: Asked,
        passage: Passage,
        things: Sequence[Thing],
        key: str | None,
        kept: Mapping[str, Any],
    ) -> None:
        self.key, self._kept, self._found = key, kept, dict[str, Any]()
        self._desk, self._related, self._passage, self._things = desk, related, passage, things
        self._asked: list[list[Any]] = list(kept.get(ASKED, ()))

    def answers(self, make: Callable[[], Answers]) -> Answers:
        """The answers on its things."""
        kept = self._kept.get(ANSWERS)
        if kept is not None:
            found = {self._things[place]: self._read(told, self._things[place]) for place, told in kept}
        else:
            found = self._made(make)
        self._found[ANSWERS] = found
        return found

    def answer(self, name: str, make: Callable[[], Answer | None]) -> Answer | None:
        """An answer on all of it."""
        if name in self._kept:
            told = self._kept[name]
            found = None if told is None else self._read(told, None)
        else:
            found = self._made(make)
        self._found[name] = found
        return found

    def _made(self, make: Callable[[], T]) -> T:
        self._related.asked.clear()
        found = make()
        self._asked += self._related.asked
        return found

    @property
    def data(self) -> dict[str, Any]:
        """All that is known of it as plain values; what cannot be kept is left out."""
        told: dict[str, Any] = {**self._kept, ASKED: self._asked}
        for name, found in self._found.items():
            try:
                told[name] = self._written_all(found) if name == ANSWERS else self._written(found, None)
            except UnkeptError:
                told.pop(name, None)
        return told

    def _written_all(self, answers: Answers) -> list[Any]:
        return [[self._things.index(thing), self._written(answer, thing)] for thing, answer in answers.items()]

    def _written(self, answer: Answer | None, thing: Thing | None) -> list[Any] | None:
        """An answer as plain values, its place counted from the sentence."""
        if answer is None:
            return None
        place = [offset - self._passage.start for offset in answer.place] if answer.place else None
        held = [_written(one, thing, self._desk) for one in answer.held]
        return [answer.support, answer.why, held, answer.instead, answer.window, place]

    def _read(self, told: Sequence[Any], thing: Thing | None) -> Answer:
        support, why, held, instead, window, place = told
        found = (place[0] + self._passage.start, place[1] + self._passage.start) if place else None
        return Answer(support, why, tuple(_read(self._desk, one, thing) for one in held), instead, window, found)


class UnkeptError(Exception):
    """What an answer rests on cannot be found again by plain values."""


def _written(held: Held, thing: Thing | None, desk: Desk) -> list[Any]:
    """A passage as plain values: its sentence by its place, the claim by its number among those of the sentence."""
    there = desk.shelves.at(held.source, held.start)
    if held.source not in desk.shelves.archive.studies or (held.passage is not None and held.passage is not there):
        raise UnkeptError
    evidence, number = held.memo.get(EVIDENCE), held.memo.get(NUMBER)
    if number is None and held.claim_id is not None:
        claims = there.meeting if there is not None else ()
        number = next((number for number, claim in enumerate(claims) if claim is held.claim), None)
        if number is None:
            raise UnkeptError
    found = evidence.model_dump(mode="json", exclude_defaults=True) if evidence is not None else None
    whole = [held.source, held.start, held.end, held.side, held.value, held.passage is not None]
    return [*whole, number, held.claim_id, found, held.memo.get(thing)]


NUMBER = "number"


def _read(desk: Desk, told: Sequence[Any], thing: Thing | None) -> Held:
    """A passage as it was kept; its claim is read where it is asked for."""
    source, start, end, side, value, is_whole, number, id, evidence, stated = told
    there = desk.shelves.at(source, start)

    def claim() -> Claim | None:
        return there.meeting[number] if there is not None and number is not None else None

    memo: dict[object, Any] = {CLAIM: id, NUMBER: number}
    if evidence is not None:
        memo[EVIDENCE] = Evidence.model_validate(evidence)
    if stated is not None:
        memo[thing] = tuple(stated)
    return Held(desk.shelves.archive.studies[source], start, end, side, value, claim, there if is_whole else None, memo)


class _Local:
    """What the answers on a sentence follow from in its draft, as digests."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.study = desk, desk.study
        self.starts = [block.start for block in self.study.document.blocks]

    def key(self, passage: Passage, things: Sequence[Thing]) -> str | None:
        """A digest of all that the answers follow from, but for how near stories are; null where that is not known."""
        wide = any(thing.kind in WIDE for thing in things)
        if wide and self._repeats & {thing.mention.start for thing in things}:
            return None
        block, text = self.study.document.blocks[passage.paragraph], self.study.document.text
        sets = (passage.words, passage.names, passage.around, passage.carried, passage.numbers)
        desk, start = self.desk, passage.start
        return digest_of(
            [self._blocks[passage.paragraph], text[max(block.start - NEAR, 0) : block.start]],
            text[block.end : block.end + NEAR],
            (start - block.start, passage.end - start),
            [sorted(map(str, one)) for one in sets],
            [sorted(one) for one in (desk.rests_on(passage), desk.cites(passage), desk.named(passage))],
            [(one.kind, one.start - start, one.end - start, one.claim and one.claim.id) for one in things],
            [(one.mention.start - start, one.mention.end - start, one.mention.finder) for one in things],
            self._whole if wide else self._source,
        )

    @cached_property
    def _source(self) -> str:
        """What is known of the draft itself."""
        return digest_of(self.study.source.model_dump(mode="json", exclude={"sha256"}), self.study.document.date)

    @cached_property
    def _whole(self) -> str:
        """What is named and quoted in all of the draft."""
        people = {last: sorted(names) for last, names in self.study.people.items()}
        quoted = [(one.words, one.speaker, one.use, one.document) for one in self._quotations]
        return digest_of(self._source, dict(self.study.entities), people, quoted)

    @property
    def _quotations(self) -> Sequence[QuotationMention]:
        return self.study.seen(QuotationMention)

    @cached_property
    def _repeats(self) -> frozenset[int]:
        """Where quotations begin of which the draft has the same words twice: these are taken together."""
        words = {one.start: tuple(house(word.text) for word in words_of(one.words)) for one in self._quotations}
        times = Counter(words.values())
        return frozenset(start for start, said in words.items() if times[said] > 1)

    @cached_property
    def _blocks(self) -> list[str]:
        """A digest for each paragraph: its text, and what was found in it, places counted from its start."""
        study, found = self.study, defaultdict[int, list[str]](list)
        for kind, mentions in sorted(study.mentions.items()):
            for mention in mentions:
                for number in self._in(mention.start, mention.end):
                    found[number].append(f"{kind} {_moved(mention, self.starts[number])}")
        for claim in study.claims:
            start = claim.anchors[0].start or 0
            number = bisect_right(self.starts, start) - 1
            found[number].append(_claim(claim, self.starts[number]))
        text = study.document.text
        return [
            digest_of(text[block.start : block.end], block.model_dump(exclude={"start", "end"}), found[number])
            for number, block in enumerate(study.document.blocks)
        ]

    def _in(self, start: int, end: int) -> range:
        """The paragraphs in which a stretch lies."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        return range(first, max(bisect_right(self.starts, end - 1), first + 1))


def _moved(mention: AnyMention, start: int) -> str:
    """A mention as text, its place counted from a start."""
    told = mention.model_copy(update={"start": mention.start - start, "end": mention.end - start})
    return told.model_dump_json(exclude_defaults=True)


def _claim(claim: Claim, start: int) -> str:
    """A claim as text, its places counted from a start."""
    places = [((one.start or 0) - start, (one.end or 0) - start, one.exact) for one in claim.anchors]
    return f"{claim.model_dump_json(exclude_defaults=True, exclude={'anchors'})} {places}"
