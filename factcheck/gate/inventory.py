"""The inventory: every checkable thing of a draft, sentence by sentence, and what is set aside by which rule.

Nothing is passed over: what a finder sees is a thing to check, or it is set aside by a named rule.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from factcheck.checking import Study
from factcheck.contexts.places import within
from factcheck.gate.passages import Passage, passages_of, quantity_of
from factcheck.gate.rules import aside_sentence, aside_thing
from factcheck.language.nouns import singular
from factcheck.language.reporting import STRONG
from factcheck.language.titles import HONORIFICS, POSTS, RANKS, bare
from factcheck.records.claim import Claim
from factcheck.records.document import Block, Document
from factcheck.records.mention import (
    AnyMention,
    ComparisonMention,
    EventMention,
    Mention,
    NameMention,
    QuotationMention,
    TimeMention,
)

ThingKind = Literal["figure", "date", "quotation", "ranking", "title", "attribution", "not-read"]
"""What is to be checked. Figures are numbers, sums, shares and lengths of time, dates all times that are none."""

WHOLE_BLOCKS = {"furniture": "furniture", "teaser": "furniture", "byline": "byline"}
"""Blocks that are set aside whole, and the rule."""


@dataclass(frozen=True, eq=False)
class Thing:
    """A checkable thing of a draft: `text[start:end]` is the clause that carries it, `mention` the thing itself."""

    kind: ThingKind
    passage: Passage
    mention: Mention
    start: int
    end: int
    claim: Claim | None = None

    @property
    def written(self) -> str:
        """The thing in its own words."""
        return " ".join(self.passage.study.document.text[self.mention.start : self.mention.end].split())


@dataclass(frozen=True)
class Aside:
    """A stretch `text[start:end]` that is not checked, by which rule, and why."""

    start: int
    end: int
    rule: str
    why: str


@dataclass(frozen=True)
class Inventory:
    """All that a draft holds: its sentences, those with things to check, and what is set aside."""

    passages: tuple[Passage, ...]
    things: Mapping[int, tuple[Thing, ...]]
    """By the start of their sentence."""
    aside: tuple[Aside, ...]
    unread: tuple[Block, ...]


def taken(study: Study) -> Inventory:
    """The inventory of a draft."""
    document = study.document
    aside = list(_blocks_aside(document))
    passages, things = [], {}
    claims = _Claims(study.claims)
    for passage in passages_of(study):
        rule = aside_sentence(study, passage)
        if rule is not None:
            aside.append(Aside(passage.start, passage.end, *rule))
            continue
        passages.append(passage)
        found, left = _things_of(study, passage, claims)
        aside += left
        if found:
            things[passage.start] = tuple(found)
    unread = tuple(block for block in document.blocks if not block.checked and block.kind not in WHOLE_BLOCKS)
    return Inventory(tuple(passages), things, tuple(sorted(aside, key=lambda one: (one.start, one.end))), unread)


def _blocks_aside(document: Document) -> Iterator[Aside]:
    told = {
        "furniture": "It stands around the text: a running head, a notice, another story's headline.",
        "byline": "It names who wrote the text, where and when.",
    }
    for block in document.blocks:
        if block.kind in WHOLE_BLOCKS and block.end > block.start:
            rule = WHOLE_BLOCKS[block.kind]
            yield Aside(block.start, block.end, rule, told[rule])


class _Claims:
    """A draft's claims, by place."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = sorted(claims, key=lambda claim: claim.anchors[0].start or 0)

    def around(self, mention: Mention) -> list[Claim]:
        """The claims whose passage holds a mention, smallest first."""
        found = [
            claim
            for claim in self._claims
            if (claim.anchors[0].start or 0) <= mention.start and mention.end <= (claim.anchors[0].end or 0)
        ]
        return sorted(found, key=lambda claim: (claim.anchors[0].end or 0) - (claim.anchors[0].start or 0))

    def of(self, kind: ThingKind, mention: Mention) -> Claim | None:
        """The claim that was drafted from a mention."""
        for claim in self.around(mention):
            if _made_of(kind, mention, claim):
                return claim
        return None


def _made_of(kind: ThingKind, mention: Mention, claim: Claim) -> bool:
    quantity = quantity_of(mention)
    if quantity is not None:
        return claim.quantity == quantity
    if isinstance(mention, TimeMention):
        return claim.kind == "date" and claim.timespan == mention.timespan
    if isinstance(mention, QuotationMention):
        return claim.quote is not None and claim.quote.words == mention.words
    if isinstance(mention, ComparisonMention):
        said = claim.comparison
        return said is not None and (said.subject, said.object, said.rank) == (
            mention.subject,
            mention.object,
            mention.rank,
        )
    return kind == "title" and claim.kind == "name"


def _things_of(study: Study, passage: Passage, claims: _Claims) -> tuple[list[Thing], list[Aside]]:
    """The things of a sentence, and those of them that are set aside."""
    found: list[Thing] = []
    aside: list[Aside] = []
    for kind, mention in _seen(passage):
        rule = aside_thing(study, passage, kind, mention)
        if rule is not None:
            aside.append(Aside(mention.start, mention.end, *rule))
            continue
        claim = claims.of(kind, mention)
        found.append(Thing(kind, passage, mention, *_clause(passage, mention, claim), claim))
    kept = [one for one in found if not _inside(one, study)]
    if not any(_meets(one, passage) for one in study.seen(QuotationMention)):
        kept += _attributions(passage)
    return sorted(kept, key=lambda one: (one.mention.start, one.mention.end)), aside


def _meets(mention: Mention, passage: Passage) -> bool:
    return mention.start < passage.end and passage.start < mention.end


def _inside(thing: Thing, study: Study) -> bool:
    """Whether a thing is a part of quoted words, and checked with them; they may have begun a sentence before."""
    return any(
        one is not thing.mention
        and one.use in ("speech", "passage")
        and one.start <= thing.mention.start
        and thing.mention.end <= one.end
        for one in study.seen(QuotationMention)
    )


def _seen(passage: Passage) -> Iterator[tuple[ThingKind, AnyMention]]:
    """What the finders see in a sentence, as things to check."""
    for mention in passage.mentions("quantity"):
        yield "figure", mention
    for mention in passage.mentions("time"):
        yield ("figure" if quantity_of(mention) is not None else "date"), mention
    for mention in _reaching(passage, "quotation"):
        yield "quotation", mention
    for mention in passage.mentions("comparison"):
        yield "ranking", mention
    for mention in passage.mentions("name"):
        if isinstance(mention, NameMention) and mention.type == "person" and any(map(_is_post, mention.titles)):
            yield "title", mention


def _reaching(passage: Passage, kind: str) -> list[AnyMention]:
    """The mentions that begin in a sentence; quoted words may go on beyond its end."""
    found = passage.study.mentions.get(kind, ())
    last = max((one.end for one in found if passage.start <= one.start < passage.end), default=passage.end)
    return [one for one in within(found, passage.start, max(last, passage.end)) if one.start < passage.end]


def _is_post(title: str) -> bool:
    """Whether a title says more than a form of address does."""
    return any(bare(word) not in HONORIFICS for word in re.split(r"[\s-]+", title) if word)


def _attributions(passage: Passage) -> Iterator[Thing]:
    """What is said by somebody, once a sentence: the widest clause that has a speaker."""
    events = (one for one in passage.mentions("event") if isinstance(one, EventMention))
    said = [one for one in events if is_speaker(speaker_of(one))]
    if said:
        widest = max(said, key=lambda one: (one.end - one.start, -one.start))
        yield Thing("attribution", passage, widest, passage.start, passage.end)


def speaker_of(event: EventMention) -> str:
    """Who says what a clause tells, or who says something in it; empty where nobody does."""
    if event.said_by:
        return event.said_by[0]
    return event.agent[0] if event.verb in STRONG and event.agent else ""


def is_speaker(name: str) -> bool:
    """Whether somebody who is said to say something is a person or a body: by name, post, or as one of a group."""
    words = re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.split(r"\s(?:of|in|at|from|for|with)\s", name)[0])
    if not words:
        return False
    return any(word[:1].isupper() for word in words) or singular(words[-1].lower()) in POSTS | RANKS | SAYING


SAYING = frozenset(
    "authority police army military navy coastguard government ministry state council court parliament "
    "commission committee board agency department office embassy church union party team company firm bank "
    "group organisation organization charity university institute school hospital watchdog regulator "
    "prosecution defence campaigner critic supporter opponent rival ally neighbour neighbor villager islander "
    "local parent relative family friend colleague employee customer patient viewer reader voter taxpayer "
    "investor shareholder creditor source insider expert auditor inquiry investigation report study survey "
    "paper newspaper magazine website broadcaster statement release document record register census index poll "
    "review audit briefing transcript letter e-mail email memo memorandum man woman boy girl child people "
    "person he she they".split()
)
"""Those beside holders of posts who are said to say something, in the singular."""


def _clause(passage: Passage, mention: Mention, claim: Claim | None) -> tuple[int, int]:
    """The clause that carries a mention, inside its sentence."""
    start, end = passage.start, passage.end
    if claim is not None:
        anchor = claim.anchors[0]
        start, end = anchor.start or start, anchor.end or end
    else:
        holding = [
            (one.start, one.end)
            for one in passage.mentions("event")
            if one.start <= mention.start and mention.end <= one.end
        ]
        start, end = min(holding, key=lambda span: span[1] - span[0], default=(start, end))
    return max(min(start, mention.start), passage.start), max(min(end, passage.end), mention.end)
