"""Drafts claims from mentions: one a fact, with everything needed to compare it.

A figure, a time, a quotation, a list, a comparison or a title makes a claim; the clause around it gives
who did what to whom, where and when, the sentence its names, and the document its setting.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from factcheck.anchoring import anchor_for
from factcheck.config import Glossary
from factcheck.digests import digest_of
from factcheck.identity import country_of, name_key
from factcheck.language.concepts import GENERIC_PEOPLE, TRANSFERS, concept_of, measure_of
from factcheck.records.claim import Claim, Comparison, Event, Kind, Listing, Modality, Quote, Roles, Scope, Status
from factcheck.records.document import Block, Document, Sentence
from factcheck.records.mention import (
    AnyMention,
    ComparisonMention,
    EventMention,
    ListMention,
    Mention,
    NameMention,
    QuantityMention,
    QuotationMention,
    TimeMention,
)
from factcheck.records.quantity import Quantity
from factcheck.records.source import Source
from factcheck.records.timespan import is_period

FOUND_BY = "drafting/1"

TIMES = frozenset({"times", "occasions", "time", "occasion"})
"""What is counted in these is the happening itself."""

MOST_SETTING = 6
"""Names that a document is taken to be mainly about."""

OPENING = 2
"""Sentences of the body whose names count as said twice: what a text is about stands at its head."""

REACH_AFTER = 60
"""Letters after a figure within which a name with a preposition belongs to it."""

BESIDE = 40
"""Letters between a happening's clause and a time that goes with it."""

_BEFORE_NAME = re.compile(r"\b(from|to|for)\s+(?:the\s+)?$", re.IGNORECASE)
_ROLE = {"from": "from_", "to": "to", "for": "for_"}

_STOP = re.compile(r"[,;:.()–—]")

_MORE_BEFORE = re.compile(r"\b(?:further|additional|another|extra)\s+$", re.IGNORECASE)
_MORE_AFTER = re.compile(r"^\s*(?:more(?!\s+than)|further|additional|extra|others)\b", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:of (?:them|whom|these|those|which)|among (?:them|whom|these|those)|including)\W+$", re.I
)
_PART_AFTER = re.compile(r"^\s*(?:of (?:them|whom|these|those|which|the)\b|each\b|apiece\b|alone\b)", re.IGNORECASE)
"""What makes a figure an addition to another or a part of it, right before or right after it."""


class Page:
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
        self.setting = setting_of(document, mentions.get("name", ()), source.title)

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
        return iter(self._by_sentence.get(self.sentence_number(mention.start), ()))

    def clause(self, mention: Mention) -> EventMention | None:
        """The happening that a mention belongs to: the smallest that holds it, else the one it is the subject of."""
        events = [event for event in self.beside(mention) if isinstance(event, EventMention)]
        following = [
            event
            for event in events
            if mention.end <= event.start <= mention.end + REACH_AFTER // 2
            and not _STOP.search(self.document.text[mention.end : event.start])
        ]
        if following:
            return min(following, key=lambda event: (event.start, event.end))
        holding = [event for event in events if event.start <= mention.start and mention.end <= event.end]
        return min(holding, key=lambda event: (event.end - event.start, event.start), default=None)

    def sentence(self, mention: Mention) -> Sentence | None:
        """The sentence that the mention begins in."""
        return self.sentences[self.sentence_number(mention.start)] if self.sentences else None

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
            if isinstance(time, TimeMention) and time.timespan is not None and time.timespan.is_resolved
        ]
        if isinstance(mention, EventMention):
            times = [time for time in times if time.timespan and time.timespan.start and time.timespan.end]
        if event is not None:
            inside = [time for time in times if event.start <= time.start and time.end <= event.end]
            times = inside or times
        near = [time for time in times if ";" not in self._between(time, mention)]
        if isinstance(mention, EventMention):
            near = [time for time in near if _distance(time, mention) <= BESIDE]
        return min(near, key=lambda time: (_distance(time, mention), time.start), default=None)

    def _between(self, one: Mention, other: Mention) -> str:
        first, second = sorted((one, other), key=lambda mention: mention.start)
        return self.document.text[first.end : second.start]

    def is_elliptic(self, mention: QuantityMention) -> bool:
        """Whether a sum has no noun of its own but follows one that has ("$2 of A from X and $1 from Y")."""
        return bool(self.carried(mention)) and not _own_noun(mention.quantity)

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
        nouns = [_own_noun(other.quantity) for other in before]
        return next((noun for noun in reversed(nouns) if noun), "")

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


def setting_of(document: Document, names: Iterable[AnyMention], title: str = "") -> tuple[str, ...]:
    """The names that a document is mainly about: those of its title, of its head, and those said most often."""
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    body = [sentence for sentence in document.sentences if document.blocks[sentence.block].kind == "paragraph"]
    head = body[min(OPENING, len(body)) - 1].end if body else 0
    for mention in names:
        if isinstance(mention, NameMention) and mention.type in ("person", "place", "organisation", "event"):
            key = name_key(mention.entity)
            counts[key] += 1 + (mention.end <= head) + 2 * (mention.entity in title)
            first.setdefault(key, mention.entity)
    often = [key for key, count in counts.most_common() if count > 1][:MOST_SETTING]
    return tuple(first[key] for key in often)


def draft(
    source: Source, document: Document, mentions: Mapping[str, Sequence[AnyMention]], glossary: Glossary
) -> tuple[Claim, ...]:
    """The claims of a document, in order of place; ids are provisional and made of what they say."""
    page = Page(source, document, mentions)
    seen: Counter[str] = Counter()
    drafted = []
    for mention, fields in sorted(_drafts(page), key=lambda row: (row[0].start, row[0].end, str(row[1]["kind"]))):
        claim = _claim(page, mention, fields, glossary, seen)
        if claim is not None:
            drafted.append(claim)
    return tuple(_with_parts(drafted))


def _with_parts(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, with each toll that is lower than the document's highest of its time marked as a part of it."""
    highest: dict[tuple[str, str], float] = {}
    for claim in claims:
        key = _toll(claim)
        if key and claim.quantity:
            highest[key] = max(highest.get(key, 0.0), claim.quantity.low)
    for claim in claims:
        key = _toll(claim)
        lower = key is not None and claim.quantity is not None and claim.quantity.high < highest[key]
        yield claim.but(scope="part") if lower else claim


def _toll(claim: Claim) -> tuple[str, str] | None:
    """What a count of people adds up to: the outcome and the year, where it is told of the whole."""
    if claim.kind != "count" or claim.measure not in TOLLS or claim.scope != "whole":
        return None
    span = claim.timespan
    return claim.measure, (span.start or span.end or "")[:4] if span else (claim.as_of or "")[:4]


Draft = tuple[Mention, dict[str, object]]


def _drafts(page: Page) -> Iterator[Draft]:
    makers = {
        "quantity": _from_quantity,
        "time": _from_time,
        "event": _from_event,
        "quotation": _from_quotation,
        "list": _from_list,
        "comparison": _from_comparison,
        "name": _from_name,
    }
    for kind, maker in makers.items():
        for mention in page.mentions.get(kind, ()):
            block = page.block(mention)
            if block is None or not block.checked or block.kind == "furniture":
                continue
            fields = maker(page, mention)
            if fields is not None:
                yield mention, fields


def _claim(
    page: Page, mention: Mention, fields: dict[str, object], glossary: Glossary, seen: Counter[str]
) -> Claim | None:
    event = fields.pop("clause", None)
    carrier = event if isinstance(event, EventMention) else page.sentence(mention)
    if carrier is None:
        return None
    start, end = min(carrier.start, mention.start), max(carrier.end, mention.end)
    words = page.document.text[start:end]
    identity = digest_of(
        page.source.id, fields["kind"], fields["measure"], words, page.document.text[mention.start : mention.end]
    )
    seen[identity] += 1
    measure = str(fields["measure"])
    fields["measure"] = glossary.measures.get(measure, measure)
    return Claim.model_validate(
        {
            "id": f"{page.source.id}:{digest_of(identity, seen[identity])[:10]}",
            "statement": re.sub(r"\s+", " ", words).strip(" ,;:–—-"),
            "anchors": (anchor_for(page.document, start, end),),
            "names": page.names(mention),
            "setting": tuple(dict.fromkeys((*page.names_before(mention), *page.setting))),
            "as_of": _as_of(page),
            "found_by": FOUND_BY,
            "provisional": True,
            **_of_event(event if isinstance(event, EventMention) else None),
            **fields,
        }
    )


def _as_of(page: Page) -> str | None:
    """The document's own day, as far as it is known to the day or month (then its first)."""
    date = page.source.issued or page.document.date
    return f"{date}-01-01"[:10] if date and len(date) > 4 else None


STATUSES = frozenset(Status.__args__)  # type: ignore[attr-defined]
MODALITIES = frozenset(Modality.__args__)  # type: ignore[attr-defined]


def _of_event(event: EventMention | None) -> dict[str, object]:
    """What a claim takes from its clause: roles, place, status, modality, who says so."""
    if event is None:
        return {}
    return {
        "roles": roles_of(event),
        "place": event.place,
        "status": event.status if event.status in STATUSES else None,
        "polarity": not event.negated,
        "modality": event.modality if event.modality in MODALITIES else "stated",
        "said_by": event.said_by,
    }


def roles_of(event: EventMention) -> Roles:
    """The actors of a happening; buying and selling are put the same way round, from seller to buyer."""
    plain = Roles(agent=event.agent, recipient=event.recipient, from_=event.from_, to=event.to, for_=event.for_)
    direction = TRANSFERS.get(event.verb)
    if direction == "in":
        return plain.but(agent=(), to=event.agent, recipient=())
    if direction == "out":
        return plain.but(agent=(), from_=event.agent, to=event.to or event.recipient, recipient=())
    return plain


# What each mention makes


def _from_quantity(page: Page, mention: AnyMention) -> dict[str, object] | None:
    assert isinstance(mention, QuantityMention)
    quantity = mention.quantity
    if quantity.form == "ordinal" or quantity.dimension == "time":
        return None
    event = page.clause(mention)
    sentence = page.sentence(mention)
    clause = page.document.text[sentence.start : sentence.end] if sentence else ""
    measure = measured(quantity, event, clause) if not page.is_elliptic(mention) else page.carried(mention)
    if not measure:
        return None
    time = page.time(mention, event)
    roles = (roles_of(event) if event else Roles()).but(**page.roles_after(mention))
    kind: Kind = {"share": "percentage", "count": "count"}.get(quantity.dimension, "quantity")  # type: ignore[assignment]
    return {
        "kind": kind,
        "measure": measure,
        "clause": event,
        "quantity": quantity,
        "roles": roles,
        "timespan": time.timespan if time else None,
        "scope": scope_of(page.document.text, mention),
        "per": quantity.per,
    }


OUTCOMES = frozenset(
    "death injury missing rescue evacuation displacement arrest infection hospitalisation treatment training graduation"
    " vaccination conviction layoff hiring employment attendance visit survival order delivery destruction damage"
    " transfer construction vote abstention".split()
)
"""Happenings that tell what a count counts: the dead, the ordered, the destroyed."""

TOLLS = frozenset("death injury missing infection hospitalisation arrest evacuation displacement rescue".split())
"""Outcomes of which a document tells a whole and its parts."""

_LIVES = re.compile(r"\b(?:lost|lose|losing|claimed|claiming|took|cost)\b[^.;]{0,30}\blives?\b", re.IGNORECASE)


def measured(quantity: Quantity, event: EventMention | None, clause: str) -> str:
    """What is measured, in words: the noun, and what happens to it ("officers training", "death")."""
    concept = (event.concept if event else None) or ""
    noun = quantity.unit if quantity.dimension == "count" else quantity.of
    if quantity.dimension != "count":
        return _sum_measured(quantity, concept)
    if _LIVES.search(clause):
        concept = "death"
    told = next((term for term in map(concept_of, _words(f"{noun or ''} {quantity.of or ''}")) if term in OUTCOMES), "")
    concept = told or (concept if concept in OUTCOMES else "")
    if not noun or noun in TIMES:
        return concept or (event.concept if event and event.concept and noun in TIMES else "")
    if concept and measure_of(noun) in GENERIC_PEOPLE | {"", concept}:
        return concept
    return f"{noun} {concept}" if concept and concept not in noun else noun


def _sum_measured(quantity: Quantity, concept: str) -> str:
    return _own_noun(quantity) or concept or quantity.dimension


def _own_noun(quantity: Quantity) -> str:
    """What a sum is of, where it is a thing and not who pays."""
    noun = quantity.of or ""
    named = country_of(noun) is not None or (noun[:1].isupper() and concept_of(noun.split()[0].casefold()) is None)
    return "" if named else noun


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]+", text.casefold())


def scope_of(text: str, mention: Mention) -> Scope:
    """Whether a figure stands for the whole, a part of it, or an addition to it."""
    before, after = text[max(mention.start - 24, 0) : mention.start], text[mention.end : mention.end + 24]
    if _MORE_BEFORE.search(before) or _MORE_AFTER.search(after):
        return "additional"
    return "part" if _PART_BEFORE.search(before) or _PART_AFTER.search(after) else "whole"


def _from_time(page: Page, mention: AnyMention) -> dict[str, object] | None:
    assert isinstance(mention, TimeMention)
    event = page.clause(mention)
    if event is None or event.concept is None:
        return None
    measure = event.concept
    if mention.duration is not None:
        return {"kind": "duration", "measure": measure, "clause": event, "quantity": mention.duration}
    span = mention.timespan
    if span is None or not span.is_resolved or span.recurring or is_period(span):
        return None
    happening = Event(kind=event.concept, ordinal=event.ordinal, date=span)
    return {"kind": "date", "measure": measure, "clause": event, "event": happening, "timespan": span}


def _from_event(page: Page, mention: AnyMention) -> dict[str, object] | None:
    assert isinstance(mention, EventMention)
    if mention.concept is None or not (mention.agent or mention.recipient or mention.to or mention.from_):
        return None
    time = page.time(mention, mention)
    span = time.timespan if time else None
    happening = Event(kind=mention.concept, ordinal=mention.ordinal, date=span)
    return {"kind": "event", "measure": mention.concept, "clause": mention, "event": happening, "timespan": span}


def _from_quotation(page: Page, mention: AnyMention) -> dict[str, object] | None:
    assert isinstance(mention, QuotationMention)
    if mention.use not in ("speech", "passage", "scare"):
        return None
    quote = Quote(words=mention.words, speaker=mention.speaker, addressee=mention.addressee, document=mention.document)
    return {
        "kind": "quotation",
        "measure": "words",
        "quote": quote,
        "roles": Roles(agent=(mention.speaker,) if mention.speaker else ()),
        "said_by": (mention.speaker,) if mention.speaker else (),
    }


def _from_list(page: Page, mention: AnyMention) -> dict[str, object] | None:
    assert isinstance(mention, ListMention)
    if not mention.noun:
        return None
    text = page.document.text
    listing = Listing(
        noun=mention.noun,
        announced=mention.announced,
        items=tuple(text[start:end] for start, end in mention.items),
        complete=mention.complete,
    )
    return {"kind": "enumeration", "measure": mention.noun, "listing": listing}


def _from_comparison(page: Page, mention: AnyMention) -> dict[str, object] | None:
    assert isinstance(mention, ComparisonMention)
    event = page.clause(mention)
    time = page.time(mention, event)
    comparison = Comparison(
        relation=mention.relation,
        rank=mention.rank,
        factor=mention.factor,
        superlative=mention.superlative,
        dimension=mention.dimension,
        subject=mention.subject,
        object=mention.object,
        scope=mention.scope,
    )
    kind: Kind = "superlative" if mention.relation in ("only", "first", "last") else "ranking"
    return {
        "kind": kind,
        "measure": mention.dimension or mention.superlative or mention.relation,
        "clause": event,
        "comparison": comparison,
        "timespan": time.timespan if time else None,
    }


def _from_name(page: Page, mention: AnyMention) -> dict[str, object] | None:
    assert isinstance(mention, NameMention)
    if mention.type != "person" or not mention.titles:
        return None
    return {
        "kind": "name",
        "measure": mention.titles[0],
        "roles": Roles(agent=(mention.entity,)),
        "timespan": None,
    }
