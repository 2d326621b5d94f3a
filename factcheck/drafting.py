"""Drafts claims from mentions: one a fact, with everything needed to compare it.

A figure, a time, a quotation, a list, a comparison or a title makes a claim; the clause around it gives
who did what to whom, where and when, the sentence its names, and the document its setting.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from factcheck.anchoring import anchor_for
from factcheck.answers import asked
from factcheck.asides import is_attributive, is_group_size
from factcheck.config import Glossary
from factcheck.deadlines import due
from factcheck.identity import country_of, measure_terms
from factcheck.language.concepts import TRANSFERS
from factcheck.language.moments import SELDOM_DATED
from factcheck.language.reporting import SAYING
from factcheck.measuring.figures import measured, own_noun, own_status
from factcheck.measuring.lasting import COUNTED_FROM, FROM_THEN, lasted
from factcheck.measuring.portions import plain
from factcheck.measuring.rises import told_change
from factcheck.measuring.scoping import scope_of, scoped
from factcheck.records.claim import Claim, Comparison, Event, Kind, Listing, Modality, Quote, Roles, Status
from factcheck.records.document import Block, Document
from factcheck.records.mention import (
    STANDING,
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
from factcheck.records.timespan import Timespan, is_period
from factcheck.stating import Stating
from factcheck.surroundings import Surroundings
from factcheck.tenures import began
from factcheck.uniting import Draft, united

FOUND_BY = "drafting/4"
"""Told to people, and raised when drafts differ; what is kept rests on the program's digest, decisions on the words."""

LASTING = frozenset({"last", "take", "spend", "be", "run", "stay", "continue"})
"""Verbs that say how long something lasts without saying what happens."""


def draft(
    source: Source, document: Document, mentions: Mapping[str, Sequence[AnyMention]], glossary: Glossary
) -> tuple[Claim, ...]:
    """The claims of a document, in order of place; their ids only number them."""
    page = Surroundings(source, document, mentions)
    stating = Stating(page)
    drafted: list[tuple[Mention, Claim]] = []
    found = sorted(_drafts(page), key=lambda row: (row[0].start, row[0].end, str(row[1]["kind"])))
    for number, (mention, fields) in enumerate(united(found, document.text)):
        claim = _claim(page, stating, mention, fields, glossary, number)
        if claim is not None:
            drafted.append((mention, claim))
    return tuple(scoped(_said(drafted, stating)))


def _said(drafted: Sequence[tuple[Mention, Claim]], stating: Stating) -> list[Claim]:
    """The claims without happenings that are only an aim or a side of what another claim states in the same words."""
    count = Counter(claim.statement for _, claim in drafted)
    kept = []
    for mention, claim in drafted:
        bare = claim.kind == "event" and claim.event is not None and claim.event.date is None
        if bare and count[claim.statement] > 1 and isinstance(mention, EventMention) and not stating.asserts(mention):
            count[claim.statement] -= 1
        else:
            kept.append(claim)
    return kept


def _drafts(page: Surroundings) -> Iterator[Draft]:
    makers = {
        "quantity": _from_quantity,
        "time": _from_time,
        "event": _from_event,
        "quotation": _from_quotation,
        "list": _from_list,
        "comparison": _from_comparison,
        "name": _from_name,
    }
    columns = "\n".join({block.column: None for block in page.document.blocks if block.column})
    for kind, maker in makers.items():
        for mention in page.mentions.get(kind, ()):
            block = page.block(mention)
            if block is None or not block.checked or block.kind in ("furniture", "teaser"):
                continue
            if columns and _is_heading(page, block, columns):
                continue
            fields = maker(page, mention)
            if fields is not None:
                yield mention, fields


def _is_heading(page: Surroundings, block: Block, columns: str) -> bool:
    """Whether a cell is the heading of a table's column: what it says is told with the figures below it."""
    bare = block.kind == "table-cell" and block.row is None and block.column is None
    return bare and page.document.text[block.start : block.end] in columns


def _claim(
    page: Surroundings,
    stating: Stating,
    mention: Mention,
    fields: dict[str, object],
    glossary: Glossary,
    number: int,
) -> Claim | None:
    event = fields.pop("clause", None)
    carrier = event if isinstance(event, EventMention) else page.sentence(mention)
    if carrier is None:
        return None
    start, end = min(carrier.start, mention.start), max(carrier.end, mention.end)
    fields["measure"] = _measure(str(fields["measure"]), glossary)
    drafted = Claim.model_validate(
        {
            "id": f"{page.source.id}:{number}",
            "statement": stating.statement(mention, fields),
            "anchors": (anchor_for(page.document, start, end),),
            "names": page.names(mention),
            "context": page.around(start, end),
            "setting": tuple(dict.fromkeys((*page.names_before(mention), *page.setting))),
            "as_of": _as_of(page),
            "found_by": FOUND_BY,
            "provisional": True,
            **_of_event(event if isinstance(event, EventMention) else None),
            **fields,
        }
    )
    if isinstance(event, EventMention) and not drafted.roles.agent:
        speaker = page.speaker(event)
        drafted = drafted.but(roles=drafted.roles.but(agent=(speaker,))) if speaker else drafted
    return _joined(drafted, glossary) if glossary.aliases or glossary.spellings else drafted


def _measure(measure: str, glossary: Glossary) -> str:
    """The wording under which a measure is grouped: the glossary's for the same wording, or for the same terms."""
    measure = glossary.spelled(measure)
    if not glossary.measures or measure in glossary.measures:
        return glossary.measures.get(measure, measure)
    terms = measure_terms(measure)
    return next(
        (house for words, house in glossary.measures.items() if terms and measure_terms(words) == terms), measure
    )


def _joined(claim: Claim, glossary: Glossary) -> Claim:
    """The claim with what its slots hold as words ("the ministry") under the names that the glossary gives."""
    roles, comparison, quote = claim.roles, claim.comparison, claim.quote
    slots = ("agent", "recipient", "from_", "to", "for_")
    return claim.but(
        roles=roles.but(**{slot: tuple(map(glossary.joined, getattr(roles, slot))) for slot in slots}),
        said_by=tuple(map(glossary.joined, claim.said_by)),
        place=claim.place and glossary.joined(claim.place),
        comparison=comparison
        and comparison.but(
            subject=comparison.subject and glossary.joined(comparison.subject),
            object=comparison.object and glossary.joined(comparison.object),
        ),
        quote=quote and quote.but(speaker=quote.speaker and glossary.joined(quote.speaker)),
    )


def _as_of(page: Surroundings) -> str | None:
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


def _from_quantity(page: Surroundings, mention: AnyMention) -> dict[str, object] | None:
    assert isinstance(mention, QuantityMention)
    quantity, event = mention.quantity, page.clause(mention)
    if quantity.form == "ordinal" or (quantity.dimension == "count" and is_group_size(page.document.text, mention)):
        return None
    if quantity.is_range and event is not None and quantity.as_written.lower().startswith("from "):
        quantity = _where_it_led(quantity, event)
    if quantity.dimension == "time":
        return _from_length(page, mention, quantity, event) if quantity.form == "value" else None
    sentence = page.sentence(mention)
    clause = page.document.text[sentence.start : sentence.end] if sentence else ""
    end = mention.end - sentence.start if sentence else None
    lead = page.lead(mention)
    measure = measured(quantity, event, clause, end, lead) if not page.is_elliptic(mention) else page.carried(mention)
    if measure in ("", "share"):
        measure = page.counted_before(mention) or measure
    if not measure:
        return None
    country = any(country_of(name) for name in page.names(mention))
    quantity, measure = told_change(quantity, measure, event, country=country)
    time = page.time(mention, event)
    roles = (roles_of(event) if event else Roles()).but(**page.roles_after(mention))
    whose = quantity.of if quantity.dimension in ("share", "age") and not own_noun(quantity) else None
    if holder := page.holder(mention) or whose:
        roles = roles.but(agent=(holder,))
    kind: Kind = {"share": "percentage", "count": "count"}.get(quantity.dimension, "quantity")  # type: ignore[assignment]
    return {
        "kind": kind,
        "measure": measure,
        "clause": event,
        "quantity": plain(quantity, measure),
        "roles": roles,
        "timespan": _of_its_time(time.timespan, event, _as_of(page)) if time else None,
        "scope": scope_of(page.document.text, mention, measure),
        "per": quantity.per,
        **own_status(page.document.text, mention, event, measure),
        **(
            {"polarity": True}
            if kind == "count" and _TAKEN_AS_KNOWN.search(page.document.text, max(mention.start - 9, 0), mention.start)
            else {}
        ),
    }


_TAKEN_AS_KNOWN = re.compile(r"(?<![\w-])(?:the|these|those|its|their|his|her|our|my)\s{1,2}$", re.IGNORECASE)
"""Words by which those counted are there whatever their clause denies: "the 720 teachers will not be enough"."""


def _of_its_time(span: Timespan | None, event: EventMention | None, today: str | None) -> Timespan | None:
    """The time of a figure; null where a plan would lie in the past, because a day without its year was misread."""
    planned = event is not None and (event.status == "planned" or event.modality == "expected")
    past = span is not None and today is not None and span.end is not None and span.end <= today
    return None if planned and past and span is not None and span.resolved_from != "stated" else span


def _where_it_led(quantity: Quantity, event: EventMention) -> Quantity:
    """The value after of "raised from £1.20 to £1.60", where what happens is a rise or a fall."""
    ends = {"growth": quantity.high, "decline": quantity.low}
    value = ends.get(event.concept or "")
    return quantity if value is None else quantity.but(low=value, high=value)


def _from_time(page: Surroundings, mention: AnyMention) -> dict[str, object] | None:
    assert isinstance(mention, TimeMention)
    event = page.clause(mention)
    if mention.duration is not None:
        if COUNTED_FROM.search(page.document.text[mention.start : mention.end]):
            return None
        return _from_length(page, mention, mention.duration, event)
    if (told := began(page, mention) or due(page, mention)) is not None:
        return told
    event = (asked(page, mention) if event is None or event.concept is None else None) or event
    if event is None or is_attributive(page.document.text, mention):
        return None
    said = event.verb in SAYING and (event.agent or not event.recipient)
    measure = event.concept or (event.verb if event.verb not in SELDOM_DATED and not said else "")
    block = page.block(mention)
    if event.concept is None and block is not None and block.kind == "note":
        return None
    span = mention.timespan
    if not measure or span is None or span.recurring or not (span.is_resolved or span.clock) or _is_window(span):
        return None
    happening = Event(kind=measure, ordinal=event.ordinal, date=span)
    return {"kind": "date", "measure": measure, "clause": event, "event": happening, "timespan": span}


def _from_length(
    page: Surroundings, mention: Mention, length: Quantity, event: EventMention | None
) -> dict[str, object] | None:
    """A length of time, by what lasts so long, else by what happens."""
    sentence = page.sentence(mention)
    if sentence is None:
        return None
    what = lasted(page.document.text, mention.start, mention.end, sentence.start, sentence.end)
    measure = what.measure
    if event is not None and not measure and not FROM_THEN.search(page.document.text, sentence.start, mention.start):
        measure = event.concept or (f"{event.agent[0]} duration" if event.verb in LASTING and event.agent else "")
    if not measure or what.none:
        return None
    fields: dict[str, object] = {"kind": "duration", "measure": measure, "clause": event, "quantity": length}
    if what.planned or what.measure:
        fields["status"] = "planned" if what.planned else "done"
    return fields


def _is_window(span: Timespan) -> bool:
    """Whether a time is a stretch over which something goes on, not the time of one happening."""
    return not span.clock and is_period(span) and span.granularity not in ("decade", "century")


def _from_event(page: Surroundings, mention: AnyMention) -> dict[str, object] | None:
    assert isinstance(mention, EventMention)
    if mention.concept is None or not (mention.agent or mention.recipient or mention.to or mention.from_):
        return None
    time = page.time(mention, mention)
    span = time.timespan if time else None
    happening = Event(kind=mention.concept, ordinal=mention.ordinal, date=span)
    return {"kind": "event", "measure": mention.concept, "clause": mention, "event": happening, "timespan": span}


def _from_quotation(page: Surroundings, mention: AnyMention) -> dict[str, object] | None:
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


def _from_list(page: Surroundings, mention: AnyMention) -> dict[str, object] | None:
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


def _from_comparison(page: Surroundings, mention: AnyMention) -> dict[str, object] | None:
    assert isinstance(mention, ComparisonMention)
    event = page.clause(mention)
    time = page.time(mention, event)
    comparison = Comparison(
        relation=mention.relation,
        rank=mention.rank,
        factor=mention.factor,
        superlative=mention.superlative,
        dimension=mention.dimension,
        subject=mention.subject or (_only_actor(event) if mention.dimension == STANDING else None),
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


def _only_actor(event: EventMention | None) -> str | None:
    """Whom a pronoun that is compared stands for, where the clause tells."""
    return event.agent[0] if event is not None and len(event.agent) == 1 else None


def _from_name(page: Surroundings, mention: AnyMention) -> dict[str, object] | None:
    assert isinstance(mention, NameMention)
    if mention.type != "person" or not mention.titles or not page.is_first(mention):
        return None
    return {
        "kind": "name",
        "measure": mention.titles[0],
        "roles": Roles(agent=(mention.entity,)),
        "timespan": None,
    }
