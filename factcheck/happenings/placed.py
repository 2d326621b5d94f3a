"""Happenings with the place that their clause gives, and how much speaks for two of them being one."""

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from factcheck.checking import Study
from factcheck.contexts.places import sentence_at, within
from factcheck.contexts.things import any_akin, words_of
from factcheck.contexts.towns import ROAD, PlaceKind, is_on_road, kind_of_place, may_be_place
from factcheck.identity import name_key
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.countries import demonyms
from factcheck.language.kinds import kinds_of
from factcheck.language.moments import moments_of
from factcheck.language.reporting import SAYING
from factcheck.records.document import Sentence
from factcheck.records.mention import EventMention
from factcheck.records.timespan import Timespan, length_in_days, none_meets, relate
from factcheck.statements.drawn import Page, Statement, page_of
from factcheck.stories import FEW_SENTENCES, RARE
from factcheck.wording import content

BESIDE, NEAR, ONE_STORY = 0.6, 2, 2.0
"""How much a word tells that both have in the sentences around, how many sentences; what it tells that the documents
are of one story, times the points for that."""
WEEKEND = 3
"""Days of the longest time that is told of one happening."""

_STAGES = re.compile(
    r"\b(?:first|second|third|fourth|fifth|final|last|next|previous|another|again|1st|2nd|3rd|earlier|later|"
    r"semi-final|run-?off|annual|women['’]s|['’]s? women|youth|junior|under-\d+)\b"
    r"(?! (?:day|night|morning|afternoon|evening|week|weekend|month|year|season)s?\b)",
    re.IGNORECASE,
)
_LEVELS = re.compile(
    r"\b(national|international|regional|provincial|county|district|local|municipal|state|federal|junior|senior|"
    r"youth|men['’]s|women['’]s|boys['’]|girls['’]|eastern|western|northern|southern|under-\d+)\b",
    re.IGNORECASE,
)
"""Words by which one thing of a kind is told from another: a national and a county fair."""
_MOVING = frozenset("travel arrive depart leave move return come go sail fly visit tour live work".split())
"""What is done in many places by one person, or tells of nothing by itself."""
_HELD = frozenset("hold take happen occur be begin start open stage host stand end close sit".split())
"""Verbs that say of a thing or a happening no more than that it is, begins or ends."""
_TIMES_OF_DAY = frozenset("morning afternoon evening even night midnight noon dawn dusk early late weekend".split())
_DATES = frozenset(map(str.casefold, (*MONTHS, *WEEKDAYS))) | _TIMES_OF_DAY


@dataclass(frozen=True, eq=False)
class Placed:
    """A happening with the place that its clause gives, whose name begins at `start`."""

    statement: Statement
    event: EventMention
    place: str
    start: int
    kind: PlaceKind

    @cached_property
    def things(self) -> tuple[frozenset[str], frozenset[str]]:
        """The names and nouns for what it happened to, else for who did it."""
        words = [words_of(phrase) for phrase in self.event.recipient or self.event.agent]
        return frozenset(word for proper, _ in words for word in proper), frozenset(
            word for _, common in words for word in common
        )

    @cached_property
    def days(self) -> tuple[Timespan, ...]:
        """The times of its sentence that are no longer than one happening."""
        return tuple(span for span in self.statement.spans if length_in_days(span) <= WEEKEND)

    @cached_property
    def acting(self) -> frozenset[str]:
        """The words for those who act, as far as they are named: they may do so in many places."""
        named = [(phrase, proper) for phrase in self.event.agent if (proper := words_of(phrase)[0])]
        return frozenset(word for phrase, proper in named for word in content(phrase)[0] | proper)

    @cached_property
    def sentence(self) -> str:
        """The sentence that tells of it."""
        found = sentence_at(self.statement.study.document, self.event.start)
        return self.statement.study.document.text[found.start : found.end] if found else ""

    @cached_property
    def stages(self) -> frozenset[str]:
        """The words of its sentence that tell it from others of its kind."""
        return frozenset(map(str.casefold, _STAGES.findall(self.sentence)))

    @cached_property
    def levels(self) -> frozenset[str]:
        """Whom what happens is for, or who holds it."""
        return frozenset(map(str.casefold, _LEVELS.findall(self.sentence)))

    @cached_property
    def told(self) -> frozenset[str]:
        """The words of the place, and those of the time."""
        key = name_key(self.place)
        days = {f"#{int(part)}" for span in self.statement.spans for part in re.findall(r"\d+", span.as_written)}
        return frozenset((key, *key.split(), *days)) | _DATES

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures of its sentence, those of its time left out."""
        return frozenset(f"#{figure:g}" for figure in content(" ".join(self.sentence.split()))[1]) - self.told

    @cached_property
    def moments(self) -> frozenset[str]:
        """The moments that it may be told as; what is held or takes place is told by its noun."""
        if self.event.verb in _HELD:
            held = frozenset(map(name_key, (*self.event.agent, *self.event.recipient)))
            return self.things[1] | held | moments_of(self.event.concept, self.event.verb)
        return moments_of(self.event.concept, self.event.verb)

    @cached_property
    def around(self) -> frozenset[str]:
        """The words and figures of the sentences around it, its own among them."""
        document = self.statement.study.document
        number = bisect_right(document.sentences, self.event.start, key=_start) - 1
        near = document.sentences[max(number - NEAR, 0) : number + NEAR + 1]
        words, figures = content(" ".join(document.text[near[0].start : near[-1].end].split())) if near else ((), ())
        return frozenset(words) | {f"#{figure:g}" for figure in figures}

    @property
    def order(self) -> tuple[str, int, int]:
        """Where it stands, to order by."""
        return *self.statement.place, self.start


def _start(sentence: Sentence) -> int:
    return sentence.start


def placed(study: Study) -> Iterator[Placed]:
    """The happenings of a document that are told with a place, those that may not have been left out."""
    page, text = page_of(study), study.document.text
    for event in page.events:
        if event.negated or event.modality in ("possible", "alleged", "denied"):
            continue
        if event.verb in SAYING and event.verb != "call" and event.concept is None:
            continue
        found = _place_of(page, event, text)
        if found is None:
            continue
        name, start, kind = found
        if event.verb in _MOVING and kind != "road":
            continue
        for statement in page.stated(event, event=event):
            if statement.block.kind != "note":
                yield Placed(statement, event, name, start, kind)


def _place_of(page: Page, event: EventMention, text: str) -> tuple[str, int, PlaceKind] | None:
    """The place that a clause gives: a road by its number, else the first town or site."""
    for road in ROAD.finditer(text, event.start, event.end):
        if is_on_road(text, road.start(), event.start):
            return road[0], road.start(), "road"
    for name in within(page.named, event.start, event.end):
        if may_be_place(name, text, event.start) and text[name.start : name.end] not in demonyms():
            kind = kind_of_place(text, name.start, name.end)
            return None if kind is None else (name.entity, name.start, kind)
    return None


def shared_points(one: Placed, other: Placed, story: float) -> tuple[float, int, int]:
    """How much the sentences of two happenings and those around share beside place and time; how many rare words that
    are not of those who act the sentences do, and how many those around."""
    ours, theirs = one.statement, other.statement
    told = one.told | other.told
    names = {word for name in ours.names & theirs.names for word in name.split()}
    shared = ((ours.words & theirs.words) | names) - told
    beside = (one.around & other.around) - shared - told
    first, second = _weights(one, other, shared), _weights(one, other, beside)
    acting = one.acting | other.acting
    points = sum(first.values()) + BESIDE * sum(second.values()) + ONE_STORY * story
    return points, len(first.keys() - acting), len(second.keys() - acting)


def _weights(one: Placed, other: Placed, words: Iterable[str]) -> dict[str, float]:
    """The words that are rare in both documents, by how few of their sentences hold them."""
    ours, theirs = one.statement.study.story, other.statement.study.story
    whole = math.log(FEW_SENTENCES + ours.sentences + theirs.sentences)
    found = {}
    for word in sorted(words):
        held = (ours.counts.get(word, 0) + theirs.counts.get(word, 0)) / 2
        weight = 1 - math.log(max(held, 1)) / whole
        if weight > RARE:
            found[word] = weight
    return found


def on_one_day(one: Placed, other: Placed) -> bool:
    """Whether both tell of one day, or a weekend and a day of it."""
    for ours in one.days:  # a loop, since it is asked very often
        for theirs in other.days:
            if relate(ours, theirs) in ("equal", "inside", "contains"):
                return True
    return False


def one_thing(one: Placed, other: Placed) -> bool:
    """Whether both tell it of one thing, as far as they name one."""
    (proper, common), (theirs, others) = one.things, other.things
    if bool(one.event.recipient) != bool(other.event.recipient):
        return True
    if proper and theirs:
        return bool(proper & theirs)
    return not (common and others) or bool(common & others) or any_akin(common, others)


def told_apart(one: Placed, other: Placed) -> bool:
    """Whether times, figures, stages, levels or the names of what it happens to tell two happenings apart."""
    ours, theirs = one.statement.spans, other.statement.spans
    if ours and theirs and none_meets(ours, theirs):
        return True
    if one.figures and other.figures and not (one.figures & other.around or other.figures & one.around):
        return True
    if one.stages != other.stages or (one.levels and other.levels and not one.levels & other.levels):
        return True
    if _of_two_kinds(one, other):
        return True
    if bool(one.event.recipient) != bool(other.event.recipient):
        return False
    return bool(one.things[0] and other.things[0] and not one.things[0] & other.things[0])


def _of_two_kinds(one: Placed, other: Placed) -> bool:
    """Whether a train does it here and a bus there."""
    ours, theirs = one.things[1], other.things[1]
    alike = bool(ours & theirs) or any_akin(ours, theirs)
    return not alike and any(map(kinds_of, ours)) and any(map(kinds_of, theirs))
