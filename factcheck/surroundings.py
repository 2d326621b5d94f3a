"""What stands around a mention: its clause, its sentence, the time and the names that go with it."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from factcheck.asides import is_aside, is_attributive, is_base, is_due
from factcheck.identity import name_key
from factcheck.language.concepts import verb_base
from factcheck.language.reporting import SAYING
from factcheck.measuring.figures import own_noun
from factcheck.measuring.outcomes import OUTCOMES
from factcheck.records.document import Block, Document, Sentence
from factcheck.records.mention import (
    AnyMention,
    EventMention,
    Mention,
    NameMention,
    QuantityMention,
    TimeMention,
    of_kind,
)
from factcheck.records.source import Source
from factcheck.records.timespan import opening

MOST_SETTING = 6
"""Names that a document is taken to be mainly about."""

OPENING = 2
"""Sentences of the body whose names count as said twice: what a text is about stands at its head."""

REACH_AFTER = 60
"""Letters after a figure within which a name with a preposition belongs to it."""

MOST_AROUND = 300
"""Letters before and after a passage that are taken to be said with it."""

BESIDE = 40
"""Letters between a happening's clause and a time that goes with it."""

_MAIN = frozenset({"person", "place", "organisation", "event", "product"})
"""Types of names that a document may be about."""
_BEFORE_NAME = re.compile(r"\b(from|to|for)\s+(?:the\s+)?$", re.IGNORECASE)
_ROLE = {"from": "from_", "to": "to", "for": "for_"}

_WHEN = re.compile(r",? (?:when|in which|during which|a year in which) ")

_FIRST_PERSON = re.compile(r"(?:[Aa]nd |[Bb]ut |[Yy]es[,.] |[Nn]o[,.] )?(?:I|[Ww]e)\b")
_SPEAKER_TITLE = re.compile(r"^(?:The )?(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Lord|Lady|Judge|Justice|Senator)\.? ")
_OFFICES = frozenset("chair chairman chairwoman chairperson member moderator interviewer question answer clerk".split())

_STANDS_ALONE = re.compile(r"(?:[,;:.!?)]|$|\s*\n| (?:has|have|had|is|are|was|were|in|by|on|at|last|this|since)\b)")
"""What stands behind a number that has no noun of its own."""

_STOP = re.compile(
    r"[,;:.()–—]|\b(?:and|or|but|while|without|because|when|where|if|as|before|after|until|since|than|instead)\b"
    r"|\bfor $"
)
_OBJECT = re.compile(r" (?:to|of|from|with|by|into|about|against|without) [a-z]+ing\b")
"""What ties a gerund to the verb before: "pleaded guilty on Wednesday | to | setting fire to a barn"."""
_SINCE = re.compile(
    r"\b(?:[a-z]+est|most|least|worst|best|first|last|record)\b[^.,;:()]{0,40} since (?:since )?$", re.IGNORECASE
)
"""What stands before, or begins, a time since which something ranks as it does."""
_COMPARED = re.compile(r"\b(?:after|behind|than|ahead of|followed by|unlike|before)(?: the)? $")
_WITH = re.compile(r",? (?:with|at|on)(?: [a-z]+)? (?:its )?|, which has ")
_IT_IS = re.compile(
    r"(?:That|This|It|They|These|Those)(?:['’]s| is| was| are| were|(?: is| was)? down| represents?| means?| marks?)"
    r"(?: an?| the)?(?: [a-z]+ of)?(?: (?:about|around|some|nearly|almost|roughly|just over|just under))? "
)
_RELATIVE = re.compile(r"(?:that|which|who|whom|whose|where)\b", re.IGNORECASE)
_VERB_BEFORE = 30
_TIME_PREPOSITIONS = frozenset("on in at late early last".split())
_BELOW = re.compile(
    r",?\s+(?:(?:just|shortly|only|soon|\w+ly|minutes|hours|days|even|and)\s+)?(?:that|after|before|when|while|as|because|since|although|though|if|"
    r"unless|until|where|who|which|whose|once|whether|how|why)\b|\s+by\s+(?![^\W\d_]+ing\b)",
    re.IGNORECASE,
)
"""What follows a time that is of the clause before it, and not of what comes after: "crashed on Monday when …"."""


class Surroundings:
    """A document with its mentions laid out by sentence."""

    def __init__(self, source: Source, document: Document, mentions: Mapping[str, Sequence[AnyMention]]) -> None:
        self.source = source
        self.document = document
        self.mentions = mentions
        self.sentences = document.sentences
        self._starts = [sentence.start for sentence in document.sentences]
        self._by_sentence: dict[int, list[AnyMention]] = {}
        for found in mentions.values():
            for mention in found:
                self._by_sentence.setdefault(self.sentence_number(mention.start), []).append(mention)
        self._named = of_kind(mentions, NameMention)
        self.setting = setting_of(document, self._named, source.title)

    def sentence_number(self, offset: int) -> int:
        """The number of the sentence that holds the offset, or that comes before it."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def block(self, mention: Mention) -> Block | None:
        """The block that holds the mention."""
        if not self.sentences:
            return None
        return self.document.blocks[self.sentences[self.sentence_number(mention.start)].block]

    def beside(self, mention: Mention) -> Iterator[AnyMention]:
        """The mentions of the same sentence."""
        return self.within(self.sentence_number(mention.start))

    def within(self, number: int) -> Iterator[AnyMention]:
        """The mentions of a sentence, by its number."""
        return iter(self._by_sentence.get(number, ()))

    def clause(self, mention: Mention) -> EventMention | None:
        """The happening that a mention belongs to: the smallest that holds it, else the one it is the subject of."""
        events = [event for event in self.beside(mention) if isinstance(event, EventMention)]
        following = [
            event
            for event in events
            if mention.end <= event.start <= mention.end + REACH_AFTER // 2
            and not _STOP.search(self.document.text[mention.end : event.start])
            and not _STOP.match(self.document.text, event.start)
            and not _OBJECT.match(self.document.text, mention.end)
        ]
        governing = self._governing(mention, events)
        if governing is not None:
            return governing
        above = isinstance(mention, TimeMention) and _BELOW.match(self.document.text, mention.end) is not None
        if following and not above:
            return min(following, key=lambda event: (event.start, event.end))
        holding = [event for event in events if event.start <= mention.start and mention.end <= event.end]
        if isinstance(mention, TimeMention):
            said = self._verb_before(mention)
            own = [event for event in holding if event.verb == said]
            apart = [event for event in holding if mention.start - event.start > len("on the ")] if above else []
            holding = own or ([] if said in SAYING else apart or holding)
        return min(holding, key=lambda event: (event.end - event.start, event.start), default=None)

    def _governing(self, mention: Mention, events: Sequence[EventMention]) -> EventMention | None:
        """The happening whose verb stands right before a count and tells what became of those counted, whatever a
        participle behind them tells: "will recall | 41,000 scooters sold last year"."""
        if not isinstance(mention, QuantityMention) or mention.quantity.dimension != "count":
            return None
        before = self.document.text[max(mention.start - _VERB_BEFORE, 0) : mention.start].split()
        verb = verb_base(before[-1].lower()) if before else ""
        own = (event for event in events if event.verb == verb and event.start <= mention.start < event.end)
        return next((event for event in own if event.concept in OUTCOMES), None)

    def _verb_before(self, time: TimeMention) -> str:
        """The base form of the verb right before a time, or before its preposition: "said" on Monday; of no noun."""
        before = self.document.text[max(time.start - _VERB_BEFORE, 0) : time.start].split()
        tied = bool(before) and before[-1].lower() in _TIME_PREPOSITIONS
        word = before[-1 - tied].lower() if len(before) > tied else ""
        return "" if tied and word in SAYING and word == verb_base(word) else verb_base(word)

    def sentence(self, mention: Mention) -> Sentence | None:
        """The sentence that the mention begins in."""
        return self.sentences[self.sentence_number(mention.start)] if self.sentences else None

    def lead(self, mention: Mention) -> str:
        """What stands before a mention's sentence in the same block, as far as it is said with it."""
        block, sentence = self.block(mention), self.sentence(mention)
        if block is None or sentence is None:
            return ""
        return self.document.text[max(block.start, sentence.start - MOST_AROUND) : sentence.start]

    def speaker(self, event: EventMention) -> str | None:
        """Who says "I" or "we" in a clause of a transcript, by the name before the words; null elsewhere."""
        block = self.block(event)
        if block is None or not block.speaker or not _FIRST_PERSON.match(self.document.text, event.start):
            return None
        name = _SPEAKER_TITLE.sub("", block.speaker.title()).strip()
        if len(name) <= 2 or name.lower() in _OFFICES:
            return None
        full = [one for one in self.document_names if one.split()[-1].casefold() == name.casefold().split()[-1]]
        return full[0] if len(full) == 1 else name

    @cached_property
    def document_names(self) -> tuple[str, ...]:
        """The full forms of the people's names, once each."""
        return tuple(dict.fromkeys(name.entity for name in self._named if name.type == "person"))

    def around(self, start: int, end: int) -> str:
        """The rest of the sentence that a passage begins in, before and after it."""
        if not self.sentences:
            return ""
        sentence, text = self.sentences[self.sentence_number(start)], self.document.text
        before = text[max(sentence.start, start - MOST_AROUND) : start]
        after = text[end : min(sentence.end, end + MOST_AROUND)]
        return " ".join(f"{before} {after}".split())

    def is_first(self, name: NameMention) -> bool:
        """Whether a person's title is told here for the first time."""
        return not name.titles or self._titled[name.entity, name.titles[0].casefold()] == name.start

    @cached_property
    def _titled(self) -> dict[tuple[str, str], int]:
        """Where each person's title is told first."""
        titled = (one for one in reversed(self._named) if one.titles)
        return {(one.entity, one.titles[0].casefold()): one.start for one in titled}

    def names(self, mention: Mention) -> tuple[str, ...]:
        """The names of the sentence in their full form, once each."""
        return tuple(dict.fromkeys(name.entity for name in self.beside(mention) if isinstance(name, NameMention)))

    def names_before(self, mention: Mention) -> tuple[str, ...]:
        """The names of the sentence before, in the same block: what "it" and "the company" refer to."""
        number = self.sentence_number(mention.start)
        if number == 0 or self.sentences[number - 1].block != self.sentences[number].block:
            return ()
        before = self._by_sentence.get(number - 1, ())
        return tuple(dict.fromkeys(name.entity for name in before if isinstance(name, NameMention)))

    def time(self, mention: Mention, event: EventMention | None) -> TimeMention | None:
        """The time that goes with a mention: the nearest of its clause, else of its part of the sentence."""
        times = [
            time
            for time in self.beside(mention)
            if isinstance(time, TimeMention)
            and time.timespan is not None
            and time.timespan.is_resolved
            and not is_attributive(self.document.text, time)
        ]
        if isinstance(mention, EventMention):
            times = [time for time in times if time.timespan and time.timespan.start and time.timespan.end]
        counted = isinstance(mention, QuantityMention)
        if event is not None and event.concept in OUTCOMES and counted and self._governing(mention, (event,)) is event:
            times = [time for time in times if not self._is_of_those(time, mention)]
        if event is not None:
            inside = [time for time in times if event.start <= time.start and time.end <= event.end]
            times = inside or [time for time in times if not (counted and self._is_of_saying(time, event))]
        near = [time for time in times if ";" not in self._between(time, mention)]
        if isinstance(mention, QuantityMention):
            text = self.document.text
            near = [time for time in near if not (is_due(text, time) or is_base(text, time))]
            near = [time for time in near if not self._is_of_else(time, mention)]
            own = [time for time in near if not is_aside(self.document.text, self.sentence(mention), time, mention)]
            near = own or ([] if event is None or event.concept not in OUTCOMES else near)
        if isinstance(mention, EventMention):
            near = [time for time in near if _distance(time, mention) <= BESIDE and self._shares(mention, time)]
            near = [time for time in near if self.clause(time) == mention] or near
        nearest = min(near, key=lambda time: (_distance(time, mention), time.start), default=None)
        return self._pointed_at(nearest, mention) if nearest is not None else None

    def _is_of_those(self, time: TimeMention, mention: Mention) -> bool:
        """Whether a time is that of what a participle tells of those counted: "41,000 cars sold in 2019"."""
        holder = self.clause(time)
        if holder is None or not mention.end <= holder.start <= mention.end + REACH_AFTER // 2:
            return False
        return not _STOP.search(self.document.text, mention.end, holder.start)

    def _is_of_else(self, time: TimeMention, mention: QuantityMention) -> bool:
        """Whether a time is that since which a rank holds ("the lowest turnout since 1996"), or, behind a figure, that
        of a thing beside it or of a clause on one: "runs for 23 km and replaces the bus that came after 2016"."""
        before = self.document.text[max(time.start - 50, 0) : time.start + len("since ")]
        if _SINCE.search(before) and not _WHEN.match(self.document.text, time.end, max(mention.start, time.end)):
            return True
        if time.start < mention.end:
            return False
        if self.document.text[max(time.start - len(" of "), 0) : time.start] == " of ":
            return True
        holder = self.clause(time)
        return (
            holder is not None
            and mention.end < holder.start
            and _RELATIVE.match(self.document.text, holder.start) is not None
        )

    def _is_of_saying(self, time: TimeMention, event: EventMention) -> bool:
        """Whether a time is that of the words: "…, the coastguard said on Wednesday"."""
        if self._verb_before(time) in SAYING:
            return event.verb not in SAYING
        holder = self.clause(time)
        return holder is not None and holder != event and holder.verb in SAYING

    def _pointed_at(self, time: TimeMention, mention: Mention) -> TimeMention:
        """The time itself where it opens a period of which only the start is meant: "since 2008, when four died"."""
        span = time.timespan
        if (
            span is None
            or span.end is not None
            or span.start is None
            or span.granularity not in ("year", "month", "day")
        ):
            return time
        if time.end > mention.start or not _WHEN.match(self.document.text, time.end, mention.start):
            return time
        return time.but(timespan=opening(span))

    def _shares(self, event: EventMention, time: TimeMention) -> bool:
        """Whether a time is a happening's own: of its clause, a noun in it, none, or one with the same actors."""
        holder = self.clause(time)
        if holder is None:
            return self._verb_before(time) not in SAYING
        if holder == event:
            return True
        if time.end <= event.start and _WHEN.match(self.document.text, time.end, event.start + len("in which ")):
            return True
        if event.start <= time.start and time.end <= event.end:
            return holder.status is None
        return bool({*event.agent, *event.recipient} & {*holder.agent, *holder.recipient})

    def _between(self, one: Mention, other: Mention) -> str:
        first, second = sorted((one, other), key=lambda mention: mention.start)
        return self.document.text[first.end : second.start]

    def is_elliptic(self, mention: QuantityMention) -> bool:
        """Whether a sum has no noun of its own but follows one that has ("$2 of A from X and $1 from Y")."""
        return bool(self.carried(mention)) and not own_noun(mention.quantity)

    def carried(self, mention: QuantityMention) -> str:
        """The noun of the sum before, in the same part of the sentence, that "and" carries over."""
        before = [
            other
            for other in self.beside(mention)
            if isinstance(other, QuantityMention)
            and other.end <= mention.start
            and other.quantity.dimension == mention.quantity.dimension != "count"
            and not re.search(r"[;:.]", self.document.text[other.end : mention.start])
        ]
        nouns = [own_noun(other.quantity) for other in before]
        return next((noun for noun in reversed(nouns) if noun), "")

    def counted_before(self, mention: QuantityMention) -> str:
        """The noun of the count before, for a count without one ("It planted 500 trees. Surveyors found 40."), or for a
        change of it ("There were 500 trees. That is 20 per cent fewer than in 2021.")."""
        number, changed = self.sentence_number(mention.start), self._is_change_of_it(mention)
        alone = mention.quantity.dimension == "count" and _STANDS_ALONE.match(self.document.text, mention.end)
        if not alone and not changed:
            return ""
        near = number > 0 and self.sentences[number - 1].block == self.sentences[number].block
        before = [
            other
            for place in ((number - 1, number) if near else (number,))
            for other in self.within(place)
            if isinstance(other, QuantityMention)
            and other.end <= mention.start
            and (other.quantity.dimension == "count" or changed)
        ]
        last = max(before, key=lambda other: other.start, default=None)
        if last is None or last.quantity.dimension != "count" or last.quantity.form != "value":
            return ""
        return (last.quantity.unit or "") if changed or last.quantity.high >= mention.quantity.high else ""

    def _is_change_of_it(self, mention: QuantityMention) -> bool:
        """Whether a share is how far what the sentence before counts has changed."""
        sentence, text = self.sentence(mention), self.document.text
        changed = mention.quantity.dimension == "share" and mention.quantity.form == "change"
        return changed and sentence is not None and _IT_IS.fullmatch(text, sentence.start, mention.start) is not None

    def holder(self, mention: QuantityMention) -> str | None:
        """Whose figure it is, where a name stands right before it, in brackets ("Norway (24 per cent)") or as what
        another is compared with ("second, after Norway with 24 per cent")."""
        text = self.document.text
        for name in self.beside(mention):
            if not isinstance(name, NameMention) or name.end > mention.start:
                continue
            compared = _COMPARED.search(text, max(name.start - len("followed by the "), 0), name.start)
            if (gap := text[name.end : mention.start]) == " (" or (compared and _WITH.fullmatch(gap)):
                return name.entity
        return None

    def roles_after(self, mention: QuantityMention) -> dict[str, tuple[str, ...]]:
        """The names that follow a figure directly with a preposition ("$1.2 billion from Norway"), by role."""
        text = self.document.text
        others = [other.start for other in self.beside(mention) if isinstance(other, QuantityMention)]
        stop = min([place for place in others if place >= mention.end], default=mention.end + REACH_AFTER)
        found: dict[str, tuple[str, ...]] = {}
        for name in self.beside(mention):
            if isinstance(name, NameMention) and mention.end < name.start <= min(stop, mention.end + REACH_AFTER):
                match = _BEFORE_NAME.search(text[mention.end : name.start])
                if match is not None and _ROLE[match[1].lower()] not in found:
                    found[_ROLE[match[1].lower()]] = (name.entity,)
        return found


def _distance(one: Mention, other: Mention) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def setting_of(document: Document, names: Iterable[NameMention], title: str = "") -> tuple[str, ...]:
    """The names that a document is mainly about: those of its title, of its head, and those said most often."""
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    body = [sentence for sentence in document.sentences if document.blocks[sentence.block].kind == "paragraph"]
    head = body[min(OPENING, len(body)) - 1].end if body else 0
    for mention in names:
        if mention.type in _MAIN:
            key = name_key(mention.entity)
            counts[key] += 1 + (mention.end <= head) + 2 * (mention.entity in title)
            first.setdefault(key, mention.entity)
    return tuple(first[key] for key, count in counts.most_common() if count > 1)[:MOST_SETTING]
