"""What bears the things of a statement out: passages, and the claims there that state the same."""

from collections.abc import Iterable, Iterator, Mapping

from factcheck.gate.answers import Answer, Held
from factcheck.gate.facts import Bearing, Borne
from factcheck.gate.inventory import Thing
from factcheck.gate.numbers import relation
from factcheck.gate.passages import quantity_of
from factcheck.records.claim import Claim
from factcheck.records.mention import QuotationMention, TimeMention
from factcheck.records.timespan import relate


def borne(answers: Mapping[Thing, Answer]) -> tuple[Borne, ...]:
    """What bears out each thing of a statement."""
    return tuple(
        Borne(
            kind=thing.kind,
            by=tuple(
                Bearing(
                    source=held.source,
                    start=held.start,
                    end=held.end,
                    value=held.value,
                    claim=held.claim_id,
                    stating=stated(thing, held),
                )
                for held in answer.for_it
            ),
        )
        for thing, answer in answers.items()
    )


def claims_under(thing: Thing, held: Held) -> Iterable[Claim]:
    """The claims that people wrote or decided on, at a passage, that state a thing."""
    return (claim for claim in stating(thing, held) if not claim.provisional)


def stated(thing: Thing, held: Held) -> tuple[str, ...]:
    """The ids of all claims at a passage that state a thing, each once."""
    if thing not in held.memo:
        held.memo[thing] = tuple(dict.fromkeys(claim.id for claim in stating(thing, held)))
    found: tuple[str, ...] = held.memo[thing]
    return found


def stating(thing: Thing, held: Held) -> Iterator[Claim]:
    """All claims at a passage that state a thing."""
    if held.claim is not None:
        yield held.claim
    yield from (claim for claim in held.claims if _states(claim, thing))


def _states(claim: Claim, thing: Thing) -> bool:
    """Whether a claim states a thing of a draft, so that who approves the one approves the other."""
    mention = thing.mention
    quantity = quantity_of(mention)
    if quantity is not None:
        return claim.quantity is not None and relation(quantity, claim.quantity) == "equal"
    if isinstance(mention, TimeMention):
        spans = (claim.timespan, claim.event.date if claim.event else None)
        mine = mention.timespan
        return any(span is not None and mine is not None and relate(span, mine) != "disjoint" for span in spans)
    if isinstance(mention, QuotationMention):
        return claim.quote is not None or any(mention.words in anchor.exact for anchor in claim.anchors)
    return claim.comparison is not None if thing.kind == "ranking" else True
