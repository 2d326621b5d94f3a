"""Names of people, bodies, places and products, with titles, each joined to its fullest form in the document."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.config import Glossary
from factcheck.finders._capitals import Stretch, is_common, is_titled, stretches
from factcheck.finders._evidence import (
    acts,
    is_body_here,
    is_place_here,
    post_after,
    post_before,
    post_is,
    speaks,
    titles_before,
)
from factcheck.finders._joining import Joiner, spells
from factcheck.finders._naming import pieces
from factcheck.language.bodies import KNOWN
from factcheck.language.given_names import GIVEN
from factcheck.mentioning import Finder, Sight
from factcheck.records.base import unchecked
from factcheck.records.document import Block, Document
from factcheck.records.mention import NameKind, NameMention


@dataclass
class Draft:
    """A name as seen at one place, before the whole document has been looked at."""

    start: int
    end: int
    name: str
    type: NameKind | None
    titles: tuple[str, ...]
    entity: str | None
    sure: bool
    """False where the capital may be that of a sentence's first word or of a headline."""
    acts: bool = False
    """Whether a possessive or a verb follows."""


@dataclass
class Seen:
    """What the whole document tells of its names."""

    drafts: list[Draft] = field(default_factory=list)
    anchored: set[str] = field(default_factory=set)
    """Names that stand with a capital where only names do."""
    acronyms: dict[str, str] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)
    """First and last words of people's full names."""
    votes: dict[str, Counter[NameKind]] = field(default_factory=dict)
    small: set[str] = field(default_factory=set)
    """Every word that the document also writes in small letters."""


_PARENTHESIS = re.compile(r" ?\((?:the |“|\"|‘)?([A-Z][A-Za-z&.-]{1,9}s?)[”\"’]?[);,]")


def find(sight: Sight) -> Iterator[NameMention]:
    """Every name of the document, in order."""
    seen = _survey(sight.document, sight.glossary.folded_titles)
    found = _settled(seen, sight.glossary)
    yield from _with_aliases(list(found), sight) if sight.glossary.aliases else found


def _with_aliases(found: list[NameMention], sight: Sight) -> Iterator[NameMention]:
    """The names, and the aliases that were not seen as names, or not whole ("Blue Anchor" at a sentence's start)."""
    words = sorted((name for name in sight.glossary.aliases if name[:1].isupper()), key=lambda name: (-len(name), name))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)") if words else None
    types: dict[str, NameKind] = {name.entity: name.type for name in found}
    lost = []
    for match in pattern.finditer(sight.document.text) if pattern else ():
        place = bisect_right(found, match.start(), key=lambda name: name.start)
        before = found[place - 1] if place else None
        if before is None or before.end < match.end():
            full = sight.glossary.joined(match[0])
            lost.append(NameMention(start=match.start(), end=match.end(), finder=FINDER.signature, name=match[0],
                                    entity=full, type=types.get(full, "organisation")))  # fmt: skip
    yield from lost
    at = 0
    for name in found:
        while at < len(lost) and lost[at].end <= name.start:
            at += 1
        if at == len(lost) or name.end <= lost[at].start:
            yield name


def _survey(document: Document, extra_titles: frozenset[str]) -> Seen:
    text = document.text
    seen = Seen(small={word for word in set(text.split()) if word.islower()})
    openings = {sentence.start for sentence in document.sentences} | {block.start for block in document.blocks}
    for block in document.blocks:
        if block.kind == "furniture":
            continue
        titled = block.kind == "note" or (block.kind != "paragraph" and is_titled(text, block.start, block.end))
        for stretch in stretches(text, block.start, block.end, openings):
            _look(text, block, stretch, titled, seen, extra_titles)
    return seen


def _look(text: str, block: Block, stretch: Stretch, titled: bool, seen: Seen, extra_titles: frozenset[str]) -> None:
    found = pieces(stretch.words, stretch.opens, extra_titles)
    for number, piece in enumerate(found):
        start, end = stretch.start + piece.start, stretch.start + piece.end
        doubtful = stretch.opens and number == 0 and piece.start == 0 and " " not in piece.name and not piece.titles
        sure = not titled and not doubtful
        draft = Draft(start, end, piece.name, piece.type, piece.titles, piece.entity, sure or piece.entity is not None)
        draft.acts = not sure and acts(text, end)
        if piece.type in (None, "person"):
            _look_around(text, block, draft, seen, titled, extra_titles)
        if draft.sure and not titled:
            seen.anchored.add(piece.name)
            if draft.type == "person" and " " in piece.name:
                seen.parts |= {piece.name.split()[0], piece.name.split()[-1]}
        if number == len(found) - 1 and text.startswith(" (", end):
            _note_acronym(text, draft, seen)
        seen.drafts.append(draft)


def _look_around(text: str, block: Block, draft: Draft, seen: Seen, titled: bool, extra_titles: frozenset[str]) -> None:
    """Adds what stands before and after the name: titles, and votes for what it is."""
    votes = seen.votes.setdefault(draft.name, Counter())
    words = draft.name.count(" ") + 1
    if words == 1 and draft.name.isupper() and len(draft.name) > 1:
        votes[
            "other" if _AFTER_SMALL_WORD.search(text[max(0, draft.start - 30) : draft.start]) else "organisation"
        ] += 1
        return
    if is_place_here(text, draft.start):
        votes["place"] += 1
        return
    if text.startswith(_FAMILY, draft.end):
        draft.type = "other"
        return
    if draft.type is None and not draft.titles and is_body_here(text, draft.end):
        votes["organisation"] += 2
        return
    start, before = titles_before(text, block.start, draft.start, extra_titles)
    post = post_after(text, draft.end, block.end, extra_titles) if (words > 1 or draft.sure) and not titled else None
    if (
        post is None
        and not titled
        and text[draft.end : draft.end + 1] in _ENDS_APPOSITION
        and (words > 1 or draft.type == "person")
    ):
        post = post_before(text, block.start, draft.start)
    if post is None and not titled and 1 < words <= _NAME_WORDS:
        post = post_is(text, draft.end, block.end)
    if before is not None and words < _TOO_LONG:
        draft.start, draft.titles = start, (before, *draft.titles)
    if post is not None and words < _TOO_LONG:
        draft.titles = (*draft.titles, post)
    if (before or post) and words < _TOO_LONG:
        draft.type = "person"
        draft.sure = True
    if draft.type == "person":
        votes["person"] += 3
    elif words <= _NAME_WORDS and not is_common(draft.name.split()[-1]) and speaks(text, draft.start, draft.end):
        votes["person"] += 1


_ENDS_APPOSITION = frozenset((",", ".", ";", ")", "", "”"))
_FAMILY = (" family", " brothers", " sisters", " dynasty", " clan", " twins", " couple")
_AFTER_SMALL_WORD = re.compile(r"\b[a-z][\w-]* \($")
_TOO_LONG = 7
_NAME_WORDS = 4


def _note_acronym(text: str, draft: Draft, seen: Seen) -> None:
    """Remembers the letters in parentheses after a name that they stand for."""
    found = _PARENTHESIS.match(text, draft.end)
    if found is None:
        return
    letters = found.group(1)
    known_body = draft.type == "organisation" and letters.isupper() and draft.name.count(" ") > 1
    if known_body or spells(letters, draft.name) or spells(letters, _with_connectors(text, draft)):
        full = draft.entity or draft.name
        seen.acronyms[letters] = full
        seen.acronyms.setdefault(letters.replace(".", ""), full)
        draft.type = draft.type or "organisation"


_BEFORE = re.compile(
    r"(?<![\w’'-])((?:[A-Z][\w’'-]*+|of|for|and|the|on)(?: (?:[A-Z][\w’'-]*+|of|for|and|the|on)){0,8} )$"
)


def _with_connectors(text: str, draft: Draft) -> str:
    found = _BEFORE.search(text[max(0, draft.start - 80) : draft.start])
    return (found.group(1) if found else "") + draft.name


_made = unchecked(NameMention)


def _settled(seen: Seen, glossary: Glossary) -> Iterator[NameMention]:
    types = _types(seen)
    kept = [draft for draft in seen.drafts if _is_kept(draft, seen) or glossary.knows(draft.name)]
    people = [draft.name for draft in kept if _type(draft, types) == "person" and draft.sure]
    others = [draft.name for draft in kept if _type(draft, types) != "person" and draft.entity is None]
    joiner = Joiner(people, [*others, *seen.acronyms.values()], seen.acronyms)
    types |= {draft.name: draft.type for draft in kept if draft.type is not None}
    for draft in kept:
        entity, kind = _entity(draft, types, joiner)
        full = glossary.joined(draft.name, entity)
        if full != entity and kind is None:
            kind = types.get(full) or ("person" if full.split()[0] in GIVEN and " " in full else None)
        yield _made(
            start=draft.start, end=draft.end, finder=FINDER.signature, name=draft.name, entity=full,
            type=kind or "other", titles=draft.titles,
        )  # fmt: skip


def _entity(draft: Draft, types: dict[str, NameKind], joiner: Joiner) -> tuple[str, NameKind | None]:
    """The name by which a mention is joined, and what it is."""
    kind = _type(draft, types)
    if kind == "person":
        return joiner.person(draft.name, titled=bool(draft.titles)) or draft.name, kind
    if draft.entity is not None:
        return draft.entity, kind
    if draft.type is None:
        person = joiner.person(draft.name, titled=draft.name in GIVEN)
        if person is not None:
            return person, "person"
    full = joiner.other(draft.name)
    return KNOWN.get(full, full), types.get(full, kind) if full != draft.name else kind


def _types(seen: Seen) -> dict[str, NameKind]:
    """What each name is, by the votes of all its places; where they are silent it has none."""
    types: dict[str, NameKind] = {}
    alone = {draft.name for draft in seen.drafts if (draft.type is None and draft.sure) or draft.acts}
    for name in {draft.name for draft in seen.drafts if draft.type is None and " " in draft.name}:
        words = name.split()
        if len(words) <= _NAME_WORDS and words[-1] in alone and not any(is_common(word) for word in words):
            seen.votes.setdefault(name, Counter())["person"] += 1
    for name, votes in seen.votes.items():
        if votes:
            kind = max(votes, key=lambda one: (votes[one], one))
            if kind != "person" or votes["person"] >= _SURE or " " in name:
                types[name] = kind
    return types


_SURE = 3


def _type(draft: Draft, types: dict[str, NameKind]) -> NameKind | None:
    return draft.type or types.get(draft.name)


def _is_kept(draft: Draft, seen: Seen) -> bool:
    """Whether a capitalised word that may only begin a sentence is a name all the same."""
    if draft.sure or draft.entity is not None:
        return True
    name = draft.name
    if name in seen.anchored or name in seen.acronyms or (name in seen.parts and not is_common(name)):
        return True
    if draft.type == "person" and " " in name:
        return bool(draft.titles) or name.split()[0] in GIVEN
    last = name.split()[-1]
    if any(char.isdigit() for char in name) or (name.isupper() and len(name) > 1 and name.lower() not in seen.small):
        return draft.type is not None
    if " " in name:
        return draft.type is not None
    return draft.acts and not is_common(name) and last.lower() not in seen.small and not last.lower().endswith(_ENDINGS)


_ENDINGS = tuple(
    "ing tion sion ment ness ity ism ists ers ors ees ed ly ies ous ful less able ible ive ical ance ence ship ges ses "
    "tes ants ents".split()
)
"""Ends of ordinary words."""

FINDER = Finder(id="name", version=3, find=find)
"""Needs no other finder."""
