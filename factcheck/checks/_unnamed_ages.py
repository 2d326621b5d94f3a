"""Ages of somebody whom a document tells by a noun alone: "a 61-year-old beekeeper", "the beekeeper, 66"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from factcheck.checking import Archive, Study
from factcheck.contexts.places import sentence_at, within
from factcheck.language.commonness import stem, weight, words_in
from factcheck.language.concepts import GENERIC_PEOPLE
from factcheck.language.nouns import singular
from factcheck.language.persons import is_person
from factcheck.language.titles import is_calling
from factcheck.records.document import Sentence
from factcheck.records.mention import EventMention, NameMention, QuantityMention
from factcheck.stories import STORY

_FEWEST, _MOST = 2, 15
"""Years that two ages lie apart at least, since a birthday may lie between, and at most, since else they are two."""
_ENOUGH = 10
"""What the words of both sentences tell together, for them to be about one person."""
_OF_ANY = GENERIC_PEOPLE | frozenset(
    "man woman boy girl teenager pensioner child person youth victim passenger resident patient student mother father "
    "driver motorist pedestrian cyclist tourist worker witness villager suspect defendant player soldier "
    "officer".split()
)
"""Nouns that a story may have for several: what was done must be one too."""
_BESIDE = re.compile(
    r"\b(?:another|other|second|third|neighbour|neighbor|colleague|brother|sister|friend|fellow|also|wife|husband|son|"
    r"daughter|mother|father|cousin|twin|partner)s?\b",
    re.IGNORECASE,
)
"""What tells of somebody beside the one whom a story is about."""


@dataclass(frozen=True)
class Aged:
    """Somebody with an age, in `text[start:end]`, told by a noun; `name` is empty where none is given."""

    study: Study
    noun: str
    years: int
    name: str
    start: int
    end: int

    @property
    def sentence(self) -> Sentence | None:
        return sentence_at(self.study.document, self.start)

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of the sentence, but for that of the noun."""
        held = self.sentence
        told = words_in(self.study.document.text[held.start : held.end]) if held else frozenset()
        return frozenset(told) - {stem(self.noun)}

    @cached_property
    def deeds(self) -> frozenset[tuple[str, str]]:
        """What the one who is told by the noun did in the sentence, or what was done to them."""
        held = self.sentence
        events = within(self.study.seen(EventMention), held.start, held.end) if held else []
        return frozenset(
            (part, event.concept or event.verb)
            for event in events
            if not event.negated
            for part, who in (("by", event.agent), ("to", event.recipient))
            if any(_head(one) == self.noun for one in who)
        )


def _head(phrase: str) -> str:
    """The noun of a phrase that tells who somebody is: "driver of the lorry" is a driver."""
    words = _ENDS.split(phrase.lower(), maxsplit=1)[0].split()
    return singular(words[-1]) if words else ""


_ENDS = re.compile(r",| (?:of|in|from|at|with|on|who|near|aboard|and) ")


def aged(study: Study, mention: QuantityMention, owner: NameMention | None) -> Iterator[Aged]:
    """An age with the nouns for the one whose it is."""
    years = int(mention.quantity.low or 0)
    start, end = (
        (min(owner.start, mention.start), max(owner.end, mention.end)) if owner else (mention.start, mention.end)
    )
    if owner is None:
        noun = _head(mention.quantity.of or "")
        if noun and (is_person(noun) or is_calling(noun)):
            yield Aged(study, noun, years, "", start, end)
        return
    own = [item for item in study.seen(NameMention) if item.entity == owner.entity]
    heads = {_head(title) for item in own for title in item.titles}
    for noun in sorted(heads):
        if is_calling(noun) and noun not in _OF_ANY:
            yield Aged(study, noun, years, owner.entity, start, end)


def apart(found: Sequence[Aged], ages: Mapping[str, set[int]], archive: Archive) -> Iterator[tuple[Aged, Aged]]:
    """The ages that two documents of one story give to one whom one of them does not name, once for a noun."""
    held: dict[str, dict[str, list[Aged]]] = defaultdict(lambda: defaultdict(list))
    for one in found:
        held[one.study.source.id][one.noun].append(one)
    for source in sorted(held):
        for other in sorted(archive.related.kin.get(source, ())):
            if source < other and other in held and archive.asks(source, other):
                yield from _of_two(held[source], held[other], ages, archive)


def _of_two(
    ours: Mapping[str, list[Aged]], theirs: Mapping[str, list[Aged]], ages: Mapping[str, set[int]], archive: Archive
) -> Iterator[tuple[Aged, Aged]]:
    for noun in sorted(ours.keys() & theirs.keys()):
        if any(len({one.years for one in held[noun]}) > 1 for held in (ours, theirs)):
            continue
        pairs = ((one, other) for one in ours[noun] for other in theirs[noun])
        fitting = (pair for pair in pairs if _are_apart(*pair, ages) and _are_one(*pair, archive))
        yield from islice(fitting, 1)


def _are_apart(one: Aged, other: Aged, ages: Mapping[str, set[int]]) -> bool:
    if (one.name and other.name) or not _FEWEST <= abs(one.years - other.years) < _MOST:
        return False
    return one.years not in ages[other.study.source.id] and other.years not in ages[one.study.source.id]


def _are_one(one: Aged, other: Aged, archive: Archive) -> bool:
    """Whether two documents of one story say much the same of somebody."""
    if archive.related.between(one.study.source.id, other.study.source.id) < STORY / 2:
        return False
    if any(_BESIDE.search(_told(item)) for item in (one, other)):
        return False
    if one.noun in _OF_ANY and not one.deeds & other.deeds:
        return False
    return sum(map(weight, one.words & other.words)) >= _ENOUGH


def _told(item: Aged) -> str:
    held = item.sentence
    return item.study.document.text[held.start : held.end] if held else ""
