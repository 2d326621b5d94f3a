"""Posts: what office a document gives to whom, and when."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.checking import Gathering, Study
from factcheck.contexts.people import full_name, names_in, without_title
from factcheck.contexts.times import Interval, issued, when_said
from factcheck.contexts.words import house
from factcheck.language.calendar import MONTHS, WEEKDAYS
from factcheck.language.concepts import verb_base
from factcheck.language.functions import functions_of
from factcheck.language.nouns import singular
from factcheck.language.places import country_of
from factcheck.language.titles import HONORIFICS, RANKS, is_calling, leading
from factcheck.records.mention import NameMention

_WORD = re.compile(r"[^\W\d_][\w.]*(?:-[\w]+)*")
_EMPTY = frozenset(
    "the a an of for and to in at on its their our his her new longtime veteran incoming outgoing".split()
)
_KEEPS_GENERAL = frozenset("director secretary attorney solicitor inspector auditor governor consul under".split())
_HEADS = frozenset(
    "minister president premier chancellor governor mayor chairman chairwoman chairperson chair director head chief "
    "ambassador secretary commissioner commander rector dean archbishop king queen coach speaker ombudsman prosecutor "
    "director-general secretary-general commander-in-chief undersecretary executive leader boss".split()
)
"""Posts that one person holds at a time, where the words say which."""
_SITE_HEADS = frozenset("manager warden headteacher organizer treasurer".split())
"""Posts that every firm, site or union has: what they are of must be one too."""
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
    r"succeed(?:s|ed|ing)?(?= (?:as|to|him|her|them|[A-Z]|the|his))|replac(?:e|es|ed|ing)|"
    r"resign(?:s|ed|ation)?|sack(?:ed)?|dismiss(?:ed|al)|elect(?:ed)?|"
    r"appoint(?:s|ed|ment)?|designate|stepped down|took over|took office|retired|ousted|reshuffle|nominated)\b"
)
_DEMANDED = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|call(?:s|ed|ing)?(?: again)? (?:for|on)|urg(?:e|es|ed|ing)|sought|want(?:s|ed)?|"
    r"ruled out|refus(?:es|ed|ing)|rejected)\b[^,.;:]{0,30}?\b(?:resign(?:ations?)?|dismissal)\b",
    re.IGNORECASE,
)
"""Words by which somebody is to leave an office, and has not."""
_AFTER = re.compile(
    r", (?:(?:a|an|the|its|their|our|[A-Z][\w-]+['’]s) )?[^,.;:()“”\"]{0,60}? and (?:the|its|their|our) "
    r"([^,.;:()“”\"]{4,60})"
)

_OFFICERS = re.compile(r"\b(?:chief [a-z]+ officer|C[EFOTIM]O|general counsel|treasurer)\b", re.IGNORECASE)
"""Officers of a company, whose key does not hold their rank."""
_FEWEST_WORDS = 3
_REACH = 90
_SHORT = 15_000
"""Characters of a document that is about one time, its own."""
_WHO_IS = re.compile(
    r", who (?:is|was|remains|serves as|still is) (?:(?:then|now|still|also|at the time|at that time) )?"
    r"(?:the |its |their |[A-Z][\w-]+['’]s )?([a-z][^,.;:()“”\"]{3,60})"
)
_WHO_RUNS = re.compile(
    r", (?:aged )?(?:\d\d, )?who (?:has |had |then |now )?(manage[ds]|chair(?:s|ed)|directs|heads|headed|leads|"
    r"commands|commanded|edits|edited|coaches|coached) (?:the |its |their |our )?([^,.;:()“”\"]{3,60})"
)
_OF_VERBS = {
    "manage": "manager", "chair": "chair", "direct": "director", "head": "head", "lead": "leader",
    "command": "commander", "edit": "editor", "coach": "coach",
}  # fmt: skip
"""The post that a verb tells of: "who chairs the panel" is the chair of the panel."""
_SHORT_FORMS = {"exec": "executive", "ceo": "chief executive", "cfo": "finance director", "md": "managing director"}
_PLACED = re.compile(r" (?:at|in|on|and|who|that|which|since|from|after|when|as|with|but|to|by)\b")
_CAPITALS = re.compile(r"(?<![\w-])(?:[A-Z][\w-]++ ){1,5}$")
_IS_NAMED = re.compile(
    r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)|['’]s) ([a-z](?:(?!['’]s)[^,.;:()“”\"]){3,60}?) "
    r"(?:is|was|remains|will be) $"
)
"""An office of which a sentence says who holds it: "the council's housing director is Jane Roe"."""
_JUST_BEFORE = re.compile(r"\b((?:[Cc]hief|[Dd]eputy) exec|CEO|CFO|MD) $")
_AREA = re.compile(r"\b([A-Z][\w-]+) (?:region|province|state|district|county)\b")
_THEN = re.compile(r" at the time\b.*$")
"""What says that a post was held when that happened which the document tells of."""
_GENERIC_OWNER = re.compile(
    r"\b(?:firm|company|club|group|agency|corporation|organi[sz]ation|party|team|bank|business|union|charity|town|city|"
    r"village|borough|ministry|department|council|authority|government|company|hospital|museum|university|school)['’]s\b"
)
_CORPORATE = frozenset({frozenset({"chief", "executive"}), frozenset({"managing", "director"}),
                        frozenset({"executive", "director"}), frozenset({"head", "coach"}),
                        frozenset({"police", "chief"}), frozenset({"fire", "chief"}), frozenset({"mayor"}),
                        frozenset({"headteacher"}), frozenset({"skipper"}), frozenset({"chairman"}),
                        frozenset({"chairwoman"}), frozenset({"chair"})})  # fmt: skip
"""Loose words that name one post where two documents are about one place or body."""
_OWNER = re.compile(r"(?<![\w-])([A-Z][\w-]++(?: [A-Z][\w-]++)?)(?:['’]s?)? (?:the )?$")


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
    then: bool = False
    """Whether it is told of another time than that of the document: "who was then …", "was … when"."""
    body: frozenset[str] = frozenset()
    """The words of the name of the body whose it is, where that is named: "Corvane's chief executive"."""

    @property
    def of_body(self) -> frozenset[str]:
        """The same with the words of its body, alike for "head of the Osk Trust" and "the Osk Trust's head"."""
        return self.key | {house(singular(word)) for word in self.body}

    @property
    def is_loose(self) -> bool:
        """Whether the words name one office only together with a country or a body."""
        return len(self.key) == 1 or self.key in _LOOSE or self._is_of_any_body

    @property
    def is_then(self) -> bool:
        """Whether it was held when that happened which the document tells of, whenever the document was written."""
        return _THEN.search(self.words) is not None

    @property
    def is_local(self) -> bool:
        """Whether the words name one office where the documents are about one place or body."""
        return self.key in _CORPORATE or self._is_of_any_body

    @property
    def _is_of_any_body(self) -> bool:
        """Whether every firm, site or union has such a post."""
        return not self.key.isdisjoint(_SITE_HEADS) or bool(functions_of(self.words))


def posts_of(study: Study) -> Iterator[Post]:
    """The offices that one person can hold at a time, as a document gives them to people."""
    for key, country, holder, words, start, end, when, then, body in study.gathered(POSTS):
        time = when and (date.fromisoformat(when[0]), date.fromisoformat(when[1]))
        yield Post(frozenset(key), country, holder, words, study, start, end, time, then, frozenset(body))


def _gather(study: Study) -> list[Any]:
    """The same as plain values."""
    return [
        [sorted(one.key), one.country, one.holder, one.words, one.start, one.end, _written(one.when), one.then,
         sorted(one.body)]
        for one in _found(study)
    ]  # fmt: skip


def _written(when: Interval | None) -> list[str] | None:
    return when and [day.isoformat() for day in when]


POSTS = Gathering("posts", _gather)


def _found(study: Study) -> Iterator[Post]:
    text = study.document.text
    for mention in names_in(study):
        if mention.type != "person" or mention.name.isupper():
            continue
        seen: list[frozenset[str]] = []
        for words in (*(whole(text, mention, title) for title in mention.titles), *_beside(text, mention)):
            key, country = _key(_THEN.sub("", words))
            body = _body(text, mention, words)
            is_post = _is_post(key, words) or (bool(key) and _is_post(key | body, words))
            if any(key <= other for other in seen) or not is_post or _goes_on(text, mention, words):
                continue
            seen.append(key)
            holder = full_name(study, mention.entity)
            when = when_said(study, mention.start) or (issued(study) if len(text) < _SHORT else None)
            owner = country or _owner(text, mention.start, words)
            then = _told_then(text, mention, words)
            yield Post(key, owner, holder, words, study, mention.start, mention.end, when, then, body)


_GOES_ON = re.compile(r" \([^()]{1,12}\) [A-Z]")


def _goes_on(text: str, mention: NameMention, words: str) -> bool:
    """Whether the name of the body goes on behind brackets, so that it is another: "chair of Corvane (DB) Trust"."""
    place = text.find(words, max(mention.start - _REACH, 0), mention.end + 2 * _REACH)
    return place >= 0 and _GOES_ON.match(text, place + len(words)) is not None


def _body(text: str, mention: NameMention, words: str) -> frozenset[str]:
    """The words of the body that a post is said to be of: "Corvane's chief executive", "head of the Osk Trust"."""
    found = _BODY.search(words)
    name = (found[1] or found[2]) if found else ""
    place = text.rfind(words.split()[-1], max(mention.start - _REACH, 0), mention.start)
    place = mention.start if text.startswith(words, mention.start) else place
    if not name and place >= 0:
        before = _BODY_BEFORE.search(text, max(place - _REACH, 0), place)
        alone = _BODY_ALONE.search(text, max(place - _REACH, 0), place) if text[place : place + 1].isupper() else None
        name = before[1] if before else alone[1] if alone else ""
    body = frozenset(name.lower().split()) - {"the", "of"}
    return frozenset() if country_of(name) or body & _NO_BODY else body


_NO_BODY = frozenset((*WEEKDAYS, *MONTHS, *"on in at by for from when as but and while if after".split()))
"""Words of no body's name, with a capital at the head of a sentence or as they always have."""
_BODY = re.compile(
    r"^([A-Z][\w&.-]*+(?:\s[A-Z][\w&.-]*+)*+)\s?['’]s?\s|"
    r"\b(?:of|at|for)\s(?:the\s)?([A-Z][\w&.-]*+(?:\s(?:of\s)?[A-Z][\w&.-]*+)*+)"
)
_BODY_BEFORE = re.compile(
    r"(?<![\w&.-])([A-Z][\w&.-]*+(?: [A-Z][\w&.-]*+){0,3}(?=['’])|[A-Z][\w&.-]*+(?: [A-Z][\w&.-]*+){1,3})"
    r"(?:['’]s?)? (?:[a-z-]+ ){0,3}$"
)
_BODY_ALONE = re.compile(r"(?<![\w&.’'-] )(?<![\w&.’'-])([A-Z][\w&-]{2,}) $")
"""A name of one word right before a post that is written with a capital: "Corvane Chief Executive Ada Berg"."""


def _is_post(key: frozenset[str], words: str) -> bool:
    """Whether words name a post that one person holds at a time."""
    if not key:
        return False
    alone = key & _ALONE or key in _CORPORATE
    several = len(key) > 1 and (key & _HEADS or key & _SITE_HEADS)
    return bool(several or alone or _OFFICERS.search(words) or functions_of(words))


def whole(text: str, mention: NameMention, title: str) -> str:
    """A title with the nouns before it that belong to it: "tower captain" for "the abbey's tower captain, Jane Roe"."""
    at = text.rfind(title, max(mention.start - _REACH, 0), mention.start) if mention.start < mention.end else -1
    at = mention.start if text.startswith(title, mention.start) else at
    if at < 0 or not title[:1].islower():
        return title
    found = _NOUNS_BEFORE.search(text, max(at - 50, 0), at)
    nouns = "".join(part for part in found.groups() if part).lower().split() if found else []
    return title if any(map(is_calling, nouns)) else " ".join([*nouns, title])


_NOUNS_BEFORE = re.compile(
    r"(?:(?<![\w-])(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Aa]n?|[a-z]++['’]s|[A-Z][\w-]++['’]s) ((?:[a-z][a-z-]++ ){1,2}))$|"
    r"\b(?:[Tt]he|[Aa]t [Tt]he) ([a-z][a-z-]++)['’]s $"
)
"""Nouns between an article, or an owner, and the title that begins where they end."""
_WAS_THEN = re.compile(r"\b(?:then|at that time|at the time)\b")
_WAS_WHEN = re.compile(r" (?:was|had been) .{0,120}?\b(?:when|while|until)\b", re.DOTALL)


def _told_then(text: str, mention: NameMention, words: str) -> bool:
    """Whether a post is said of another time: "who was then head of", "was head of … when"."""
    after = text[mention.end : mention.end + len(words) + 40]
    stop = re.search(r"[.!?] |\n\n", after)
    after = after[: stop.start()] if stop else after
    before = text[max(mention.start - len(words) - 12, 0) : mention.start]
    return bool(_WAS_THEN.search(after) or re.search(r"\bthen ", before) or _WAS_WHEN.match(after))


def _owner(text: str, start: int, words: str) -> str | None:
    """The country right before the name, or before an office that stands before it."""
    place = -1 if text.startswith(words, start) else text.rfind(words, max(start - _REACH, 0), start)
    end = start if place < 0 else place
    before = _OWNER.search(text, max(end - 40, 0), end)
    return country_of(before[1]) if before else None


def posts_in_titles(studies: Iterable[Study], known: Iterable[Post]) -> Iterator[Post]:
    """The holders of known offices in what is no sentence, such as the titles of cited works."""
    forms = {post.words: post for post in known if len(post.words.split()) >= _FEWEST_WORDS and post.words.istitle()}
    for study in studies if forms else ():
        text = study.document.text
        for words in sorted(words for words in forms if words in text):
            yield from _in_titles(study, forms[words], {item.end for item in names_in(study)})


def _in_titles(study: Study, known: Post, taken: Collection[int]) -> Iterator[Post]:
    words, text = known.words, study.document.text
    for match in re.finditer(rf"\b{re.escape(words)} ([A-Z][\w-]+(?: [A-Z][\w-]+){{0,4}})\b", text):
        holder = _first_name_of(study, match[1])
        if holder is not None and not any(match.start() <= end <= match.end() for end in taken):
            when = when_said(study, match.start())
            yield Post(known.key, None, holder, words, study, match.start(), match.end(), when)


def _first_name_of(study: Study, words: str) -> str | None:
    """The person whose name capitalised words begin with, titles left out: one whom the document knows."""
    known = {item.entity for item in names_in(study) if item.type == "person"}
    rest = without_title(words).split()
    for length in (3, 2, 1):
        name = full_name(study, " ".join(rest[:length])) if len(rest) >= length else None
        if name in known:
            return name
    return None


def _beside(text: str, mention: NameMention) -> list[str]:
    """Offices beside the name that are no title of it: "a colonel and the head of the guard", "who remains mayor"."""
    after = _AFTER.match(text, mention.end) or _WHO_IS.match(text, mention.end)
    before = _JUST_BEFORE.search(text, max(mention.start - 20, 0), mention.start)
    before = before or _IS_NAMED.search(text, max(mention.start - _REACH, 0), mention.start)
    found = [after[1].split(" who ")[0]] if after else []
    runs = _WHO_RUNS.match(text, mention.end)
    if runs is not None:
        found.append(f"{_OF_VERBS[verb_base(runs[1])]} of {_PLACED.split(runs[2], maxsplit=1)[0]}")
    title = before[1] if before else "" if mention.titles else _title_before(text, mention.start)
    return [*found, title] if title else found


def _title_before(text: str, end: int) -> str:
    """The capitalised title that stands right before a name, where it was not read as one; empty where none does."""
    match = _CAPITALS.search(text, max(end - 60, 0), end)
    words = match[0].split() if match else []
    for place in range(len(words)):
        if leading([*words[place:], "Name"]) == len(words) - place:
            return " ".join(words[place:])
    return ""


def _key(words: str) -> tuple[frozenset[str], str | None]:
    """The words of an office that count, and the country that is named with it."""
    country = None
    kept: list[str] = []
    plain = re.sub(r"['’]s?\b", "", _GENERIC_OWNER.sub("", words))
    plain = _AREA.sub(r"\1", plain)
    plain = " ".join(_SHORT_FORMS.get(word.lower(), word) for word in plain.split())
    for word in _WORD.findall(plain):
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
    return _CHANGE.search(_DEMANDED.sub("", text)) is not None
