"""Lists that something can be counted by: what they list, of whom, and when each entry was."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking import Study
from factcheck.contexts.places import block_around, within
from factcheck.contexts.times import Interval, interval, times_in
from factcheck.language.concepts import concept_of
from factcheck.language.nouns import singular
from factcheck.records.mention import ListMention, NameMention

_SAME_KIND = {"travel": "visit", "go": "visit", "come": "visit", "fly": "visit", "journey": "visit"}
_WEAK = re.compile(
    r"^\W*\(|\b(?:transit|cancelled|canceled|postponed|planned|stopover|unconfirmed|by video|not counted)\b"
)
_HEADING = re.compile(r"^(?:(?:Appendix|Annex|Table|List|Box)\s+[A-Z0-9]{0,3}[:.]?\s+|List of )", re.IGNORECASE)
_INTRODUCED = re.compile(
    r"\b[Tt]h(?:e|ese) ([a-z]+s) (?:are|were|include only|are these|were these|are as follows): ?$"
)
_HEAD = re.compile(
    r"(?<![\w’'-])(?:[A-Za-z][\w’'-]*+ ){0,4}?(?P<head>[A-Za-z][\w-]*+)"
    r"(?=$|[,;:(–—]| (?:of|to|by|in|from|for|at|on|since|between|with|against|during|and|that"
    r"|which|who|whose|where)\b| [a-z]+ed\b)"
)
"""What a heading lists: the last word before a preposition or a comma."""
_PROPOSES = re.compile(r"\b(recommend|propose|demand|conclude|promise|undertake)s?\b")
_REACH = 120


@dataclass(frozen=True)
class Entry:
    """An entry of a list: its time, and whether something about it sets it apart from the others."""

    start: int
    end: int
    when: Interval | None
    weak: bool


@dataclass(frozen=True)
class CountedList:
    """A list of things of one kind, with the names in its heading: `people`, and what else (`scope`)."""

    study: Study
    mention: ListMention
    heading: tuple[int, int]
    kind: str
    people: frozenset[str]
    scope: frozenset[str]
    entries: tuple[Entry, ...]
    name: str
    introduced: bool = False
    """Whether a sentence introduces it ("The objects are:"), so that it lists what was counted just before."""


def kind_of(word: str) -> str:
    """The class of happenings or things that a word names, the same for verb and noun."""
    plain = singular(word.lower())
    concept = concept_of(word.lower()) or concept_of(plain) or plain
    return _SAME_KIND.get(concept, concept)


def counted_lists(study: Study) -> Iterator[CountedList]:
    """The numbered and bulleted lists with a heading that says what they list."""
    yield from _of_verbs(study)
    for mention in study.seen(ListMention):
        heading = _heading(study, mention)
        if heading is None or mention.style == "inline" or not mention.complete:
            continue
        introduced = _INTRODUCED.search(study.document.text, *heading)
        noun = introduced[1] if introduced else mention.noun or ""
        head = _HEAD.search(_HEADING.sub("", noun))
        if head is None:
            continue
        names = within(study.seen(NameMention), *heading)
        people = frozenset(item.entity for item in names if item.type == "person")
        scope = frozenset(item.entity for item in names if item.type != "person")
        entries = tuple(_entry(study, start, end) for start, end in mention.items)
        kind = kind_of(head["head"])
        yield CountedList(study, mention, heading, kind, people, scope, entries, noun, introduced is not None)


def _of_verbs(study: Study) -> Iterator[CountedList]:
    """ "We recommend that the board: (a) … (b) …": a list of recommendations, where the document has one such list."""
    found: dict[str, list[CountedList]] = {}
    text = study.document.text
    for mention in study.seen(ListMention):
        block = block_around(study.document, mention.start)
        if mention.style != "inline" or mention.noun or block is None:
            continue
        verb = _PROPOSES.search(text, block.start, mention.start)
        if verb is not None and mention.complete:
            entries = tuple(_entry(study, start, end) for start, end in mention.items)
            heading, kind = (block.start, mention.start), kind_of(verb[1])
            name = text[verb.start() : mention.start].strip()
            found.setdefault(kind, []).append(
                CountedList(study, mention, heading, kind, frozenset(), frozenset(), entries, name, introduced=True)
            )
    yield from (lists[0] for lists in found.values() if len(lists) == 1)


def _heading(study: Study, mention: ListMention) -> tuple[int, int] | None:
    """The heading or introduction right above the first item."""
    block = block_around(study.document, mention.items[0][0])
    if block is None:
        return None
    place = study.document.blocks.index(block)
    for above in reversed(study.document.blocks[max(place - 2, 0) : place]):
        text = study.document.text[above.start : above.end]
        if above.kind in ("heading", "title", "caption") or text.rstrip().endswith(":"):
            return max(above.start, above.end - _REACH) if above.kind == "paragraph" else above.start, above.end
    return None


def _entry(study: Study, start: int, end: int) -> Entry:
    times = times_in(study, start, end)
    when = next((found for item in times if (found := interval(item.timespan)) is not None), None)
    return Entry(start, end, when, _WEAK.search(study.document.text[start:end]) is not None)
