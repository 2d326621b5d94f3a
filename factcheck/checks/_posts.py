"""Posts: what office a document gives to whom, and when."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking import Study
from factcheck.checks._people import full_name, names_in
from factcheck.checks._times import Interval, issued, when_said
from factcheck.checks._words import house
from factcheck.language.nouns import singular
from factcheck.language.places import country_of
from factcheck.language.titles import HONORIFICS, RANKS
from factcheck.records.mention import NameMention

_WORD = re.compile(r"[^\W\d_][\w.]*(?:-[\w]+)*")
_EMPTY = frozenset("the a an of for and to in at on its their our his her new longtime veteran".split())
_KEEPS_GENERAL = frozenset("director secretary attorney solicitor inspector auditor governor consul under".split())
_HEADS = frozenset(
    "minister president premier chancellor governor mayor chairman chairwoman chairperson chair director head chief "
    "ambassador secretary commissioner commander rector dean archbishop king queen coach speaker ombudsman prosecutor "
    "director-general secretary-general commander-in-chief undersecretary executive leader boss".split()
)
"""Posts that one person holds at a time, where the words say which."""
_ALONE = frozenset("president premier chancellor king queen speaker commander-in-chief".split())
_LOOSE_WORDS = (
    "chief executive", "managing director", "vice president", "party leader", "opposition leader", "military chief",
    "army chief", "prime minister", "foreign minister", "defence minister", "executive director", "chief officer",
    "police chief", "fire chief", "team leader", "group leader", "deputy head", "deputy director", "deputy chief",
    "deputy minister", "press secretary", "team coach", "head coach", "deputy mayor", "vice chairman",
    "assistant coach", "vice chancellor", "deputy secretary", "interior minister", "foreign secretary",
    "deputy commander", "section head", "department head", "general secretary", "general director",
)  # fmt: skip
_LOOSE = frozenset(frozenset(house(singular(word)) for word in words.split()) for words in _LOOSE_WORDS)
"""Words that name one post only together with a country or a body."""
_CHANGE = re.compile(
    r"\b(?:former|formerly|ex-|then-|then (?=[A-Z])|acting|interim|outgoing|incoming|successors?|predecessors?|"
    r"succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)|resign(?:s|ed|ation)?|sack(?:ed)?|dismiss(?:ed|al)|elect(?:ed)?|"
    r"appoint(?:s|ed|ment)?|designate|stepped down|took over|took office|retired|ousted|reshuffle|nominated)\b"
)
_AFTER = re.compile(
    r", (?:(?:a|an|the|its|their|our|[A-Z][\w-]+['’]s) )?[^,.;:()“”\"]{0,60}? and (?:the|its|their|our) "
    r"([^,.;:()“”\"]{4,60})"
)

_SHORT = 15_000
"""Characters of a document that is about one time, its own."""
_OWNER = re.compile(r"([A-Z][\w-]+(?: [A-Z][\w-]+)?)(?:['’]s?)? (?:the )?$")


@dataclass(frozen=True)
class Post:
    """An office that a document gives to a person, at `start`; `key` are its words, `country` whose it is, if said."""

    key: frozenset[str]
    country: str | None
    holder: str
    words: str
    study: Study
    start: int
    end: int
    when: Interval | None

    @property
    def is_loose(self) -> bool:
        """Whether the words name one office only together with a country."""
        return len(self.key) == 1 or self.key in _LOOSE


def posts_of(study: Study) -> Iterator[Post]:
    """The offices that one person can hold at a time, as a document gives them to people."""
    text = study.document.text
    for mention in names_in(study):
        if mention.type != "person":
            continue
        before = _OWNER.search(text, max(mention.start - 40, 0), mention.start)
        owner = country_of(before[1]) if before else None
        for words in (*mention.titles, *_after(text, mention)):
            key, country = _key(words)
            if key and key & _HEADS and (len(key) > 1 or key & _ALONE):
                holder = full_name(study, mention.entity)
                when = when_said(study, mention.start) or (issued(study) if len(text) < _SHORT else None)
                yield Post(key, country or owner, holder, words, study, mention.start, mention.end, when)


def _after(text: str, mention: NameMention) -> list[str]:
    """A second office after the name: "Jane Roe, a colonel and the head of the guard"."""
    match = _AFTER.match(text, mention.end)
    return [match[1].split(" who ")[0]] if match else []


def _key(words: str) -> tuple[frozenset[str], str | None]:
    """The words of an office that count, and the country that is named with it."""
    country = None
    kept: list[str] = []
    for word in _WORD.findall(re.sub(r"['’]s?\b", "", words)):
        lower = word.lower().rstrip(".")
        if (
            lower in _EMPTY
            or lower in HONORIFICS
            or (lower in RANKS and lower not in _HEADS and not _is_part(kept, lower))
        ):
            continue
        if (found := country_of(word)) is not None:
            country = found
        else:
            kept.append(house(singular(lower)))
    return frozenset(kept), country


def _is_part(before: list[str], word: str) -> bool:
    return word == "general" and bool(before) and before[-1] in _KEEPS_GENERAL


def tells_of_change(text: str) -> bool:
    """Whether a stretch of text says that somebody came into or left an office, or that there are two of them."""
    return _CHANGE.search(text) is not None
