"""Proposes entries for a project's glossary: names and titles that the documents write in several ways.

A proposal is for an editor to take or leave: it carries the reason, and a passage for each way of writing.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Literal

from factcheck.checking import Archive, Study, evidence_at
from factcheck.checks.name_spelling import pairs
from factcheck.config import Glossary
from factcheck.contexts.people import is_full_person, names_in, surname, without_title
from factcheck.contexts.posts import Post, posts_of
from factcheck.contexts.spellings import respelled
from factcheck.identity import name_key
from factcheck.language.bodies import HEADS, KNOWN, TOPICS
from factcheck.language.given_names import GIVEN
from factcheck.language.places import known as known_places
from factcheck.language.plain import listed
from factcheck.language.titles import is_head, is_modifier
from factcheck.records.base import Record
from factcheck.records.finding import Evidence
from factcheck.records.mention import NameMention

Table = Literal["aliases", "spellings", "titles"]

LONGEST_ACRONYM = 10
LONGEST_TITLE = 3
"""Words of a title that is proposed."""
SHOWN = 60
"""Letters of a passage that a comment shows on either side of the name."""


class Proposal(Record):
    """An entry for a table of the glossary: `entry` is what the documents write, `house` what is to stand for it.

    A title has no `house`. `sure` is false where the texts leave open whether the two are one. `passages` holds one
    passage for each way of writing.
    """

    table: Table
    entry: str
    house: str | None = None
    reason: str
    sure: bool = True
    passages: tuple[Evidence, ...]


Use = tuple[Study, NameMention]
Uses = Mapping[str, Use]
"""The first use in each document, by the document's id."""


def suggest(archive: Archive) -> tuple[Proposal, ...]:
    """What the glossary lacks, by table and entry.

    An entry is proposed once, and never for a name that is itself the house form of another, or the other way round.
    """
    spellings = _settled(_spellings(archive))
    fold = Glossary(spellings={one.entry: one.house or "" for one in spellings})
    aliases = _settled(_aliases(archive, fold))
    return (*aliases, *spellings, *sorted(_titles(archive), key=lambda one: one.entry))


def _settled(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    kept: dict[str, Proposal] = {}
    houses: set[str | None] = set()
    for one in proposals:
        if one.entry not in kept and one.entry not in houses and one.house not in kept:
            kept[one.entry] = one
            houses.add(one.house)
    return tuple(kept[entry] for entry in sorted(kept))


def _spellings(archive: Archive) -> Iterator[Proposal]:
    """The pairs that the check of spellings finds; the one that is used more stands for the other."""
    for pair in pairs(archive):
        (house, many), (entry, few) = sorted(pair, key=lambda side: (-len(side[1]), side[0]))
        yield Proposal(
            table="spellings",
            entry=entry,
            house=house,
            reason=f"“{house}” is used {_times(len(many))}, “{entry}” {_times(len(few))}.",
            passages=tuple(
                _passage((uses[0].study, uses[0].mention), word) for word, uses in ((entry, few), (house, many))
            ),
        )


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _aliases(archive: Archive, spellings: Glossary) -> Iterator[Proposal]:
    forms = _forms(archive)
    for name in sorted(forms):
        if not archive.glossary.knows(name):
            yield from _of_short_form(name, forms[name])
    for post in _by_post(archive):
        if spellings.joined(post[0].holder) != spellings.joined(post[1].holder):
            yield _of_post(*post)


def _forms(archive: Archive) -> dict[str, dict[str, dict[str, Use]]]:
    """The names of people and bodies as written, with the full forms that documents give them."""
    found: dict[str, dict[str, dict[str, Use]]] = defaultdict(lambda: defaultdict(dict))
    for study in archive.studies.values():
        for mention in names_in(study):
            name = without_title(mention.name)
            if mention.type in ("person", "organisation", "other") and _may_be_short(name):
                found[name][mention.entity].setdefault(study.source.id, (study, mention))
    for name in filter(_is_acronym, found):
        if found[name].keys() - {name}:
            found[name][name].update(_unread(name, found[name], archive))
    return found


def _unread(acronym: str, by_full: Mapping[str, Uses], archive: Archive) -> Uses:
    """Where documents that were not seen to use an acronym write it all the same, as the first word of a sentence."""
    known = {source for uses in by_full.values() for source in uses}
    pattern = re.compile(rf"(?<!\w){re.escape(acronym)}(?!\w)")
    found = {}
    for source, study in archive.studies.items():
        match = pattern.search(study.document.text) if source not in known else None
        if match is not None:
            mention = NameMention(start=match.start(), end=match.end(), finder="", name=acronym, entity=acronym)
            found[source] = (study, mention)
    return found


def _may_be_short(name: str) -> bool:
    if name in KNOWN or name in known_places() or name in GIVEN:
        return False
    return " " in name or not (name in HEADS or name in TOPICS or is_modifier(name))


def _of_short_form(name: str, by_full: Mapping[str, Mapping[str, Use]]) -> Iterator[Proposal]:
    """A short form that some documents never expand, or that two expand differently."""
    full = [form for form in by_full if is_short_for(name, form)]
    full.sort(key=lambda form: (-len(by_full[form]), -len(form), form))
    bare = by_full.get(name)
    if len({name_key(form) for form in full}) == 1 and bare and _of_one_kind(bare, by_full[full[0]]):
        given, lacking = sorted(by_full[full[0]]), sorted(bare)
        gives, do = "gives" if len(given) == 1 else "give", "does" if len(lacking) == 1 else "do"
        reason = f"{listed(given)} {gives} the full form, {listed(lacking)} {do} not."
        yield _alias(name, full[0], reason, (_passage(_first(bare), name), _giving(by_full[full[0]], full[0])))
    if not _is_acronym(name):
        return
    for other in full[1:]:
        if name_key(other) != name_key(full[0]):
            reason = f"Both are written {name}; they may be one."
            sides = (_giving(by_full[other], other), _giving(by_full[full[0]], full[0]))
            yield _alias(other, full[0], reason, sides, sure=False)


def is_short_for(name: str, full: str) -> bool:
    """Whether a name is an acronym of another or a row of its words, where more is left out than a place before it."""
    if name_key(name) == name_key(full) or full.removesuffix(name).strip() in known_places():
        return False
    return _is_acronym(name) or f" {name} " in f" {full} "


def _is_acronym(name: str) -> bool:
    return name.isalpha() and name.isupper() and 1 < len(name) <= LONGEST_ACRONYM


def _of_one_kind(ones: Uses, others: Uses) -> bool:
    return len({use[1].type for use in (*ones.values(), *others.values())} - {"other"}) <= 1


def _first(uses: Uses) -> Use:
    return uses[min(uses)]


def _giving(uses: Uses, full: str) -> Evidence:
    """The passage of the first document in which it writes the full form."""
    study, mention = _first(uses)
    written = (item for item in names_in(study) if without_title(item.name) == full)
    return _passage((study, next(written, mention)), full)


def _alias(entry: str, house: str, reason: str, passages: tuple[Evidence, ...], *, sure: bool = True) -> Proposal:
    return Proposal(table="aliases", entry=entry, house=house, reason=reason, sure=sure, passages=passages)


def _by_post(archive: Archive) -> Iterator[tuple[Post, Post]]:
    """People of one surname to whom documents give one post, the fuller name last."""
    held: dict[tuple[str, tuple[str, ...]], dict[str, Post]] = defaultdict(dict)
    for study in archive.studies.values():
        for post in posts_of(study):
            held[surname(post.holder), tuple(sorted(post.key))].setdefault(post.holder, post)
    for _, holders in sorted(held.items()):
        for one, other in combinations([holders[name] for name in sorted(holders)], 2):
            if one.study is not other.study and _may_be_one(one, other):
                shorter, fuller = sorted((one, other), key=lambda post: (len(post.holder.split()), len(post.holder)))
                yield shorter, fuller


def _may_be_one(one: Post, other: Post) -> bool:
    if not (is_full_person(one.holder) or is_full_person(other.holder)):
        return False
    words = (one.holder.split(), other.holder.split())
    if len(words[0]) == len(words[1]) and all(a == b or respelled(a, b) for a, b in zip(*words, strict=True)):
        return False
    return not (one.country and other.country) or one.country == other.country


def _of_post(one: Post, other: Post) -> Proposal:
    post = other.words if other.words.split()[-1:] == one.words.split()[-1:] else one.words
    return _alias(
        one.holder,
        other.holder,
        f"Both are called {post}; they may be one.",
        tuple(evidence_at(post.study, post.start, post.end, value=post.holder) for post in (one, other)),
        sure=False,
    )


def _titles(archive: Archive) -> Iterator[Proposal]:
    """Capitalised words that stand before the name of a person whom the documents name without them."""
    people = {
        item.name
        for study in archive.studies.values()
        for item in names_in(study)
        if item.type == "person" and is_full_person(item.name)
    }
    found: dict[str, dict[str, Use]] = defaultdict(dict)
    for study in archive.studies.values():
        for mention in names_in(study):
            title, name = _split(mention.name.split(), people)
            if title:
                found[title].setdefault(name, (study, mention))
    for title, before in found.items():
        known = title.casefold() in archive.glossary.folded_titles
        if not known and (len(before) > 1 or any(name.split()[0] in GIVEN for name in before)):
            shown = min(before)
            reason = f"It stands before {', '.join(sorted(before)[:3])}, and is not known as a title."
            passages = (_passage(before[shown], f"{title} {shown}"),)
            yield Proposal(table="titles", entry=title, reason=reason, passages=passages)


def _split(words: Sequence[str], people: set[str]) -> tuple[str, str]:
    """What stands before a person's name, and that name; empty where nothing does that could be a title."""
    for count in range(1, min(len(words) - 1, LONGEST_TITLE + 1)):
        name = " ".join(words[count:])
        if name in people and all(map(_may_be_title, words[:count])):
            return " ".join(words[:count]), name
    return "", ""


def _may_be_title(word: str) -> bool:
    if word in GIVEN or word in known_places() or word in KNOWN or is_head(word):
        return False
    return word[0].isupper() and not word.isupper() and word.replace("-", "").isalpha()


def _passage(use: Use, value: str) -> Evidence:
    study, mention = use
    return evidence_at(study, mention.start, mention.end, value=value)


def as_toml(proposals: Sequence[Proposal], glossary: Glossary) -> str:
    """The proposals as tables for `factcheck.toml`, each with its reason and passages as comments.

    Where the project has a table already, its line is a comment, as TOML allows a table once. What is not sure is a
    comment too.
    """
    if not proposals:
        return "# Nothing to propose: the documents write their names alike, or the glossary knows them.\n"
    lines: list[str] = []
    for table in ("aliases", "spellings"):
        chosen = [one for one in proposals if one.table == table]
        if chosen:
            there = bool(getattr(glossary, table))
            lines += ["", f"# add to the table [glossary.{table}] that you have:" if there else f"[glossary.{table}]"]
        for one in chosen:
            off = "" if one.sure else "# "
            lines += [*_comments(one), f"{off}{_quoted(one.entry)} = {_quoted(one.house or '')}"]
    titles = [one for one in proposals if one.table == "titles"]
    if titles:
        all_titles = dict.fromkeys([*glossary.titles, *(one.entry for one in titles)])
        lines += ["", "# put in place of the titles that you have:" if glossary.titles else "[glossary]"]
        lines += [comment for one in titles for comment in _comments(one)]
        lines.append(f"titles = [{', '.join(map(_quoted, all_titles))}]")
    return "\n".join(lines[1:]) + "\n"


def _comments(proposal: Proposal) -> Iterator[str]:
    yield f"# {proposal.entry}: {' '.join(proposal.reason.split())}"
    for item in proposal.passages:
        yield f"#   {item.source}: {_clipped(item)}"


def _clipped(item: Evidence) -> str:
    """The passage on one line, cut to what stands around the name."""
    text = " ".join(item.exact.split())
    place = max(text.find(item.value or ""), 0)
    start, end = max(place - SHOWN, 0), place + len(item.value or "") + SHOWN
    return f"{'…' if start else ''}{text[start:end]}{'…' if end < len(text) else ''}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
