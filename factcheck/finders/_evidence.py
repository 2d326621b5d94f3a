"""What the words around a name tell of it: titles before and after, and whether it is a person or a place."""

import re

from factcheck.language.closed_class import ADJECTIVES
from factcheck.language.reporting import STRONG
from factcheck.language.titles import bare, is_calling, is_head, is_modifier, post_in
from factcheck.language.verbs import FORMS

_REACH_BEFORE = 60
_REACH_AFTER = 160
_LONG_REACH = 140

_SPEAKS_AFTER = re.compile(r"(?:['’]s)?,? (?:who (?!else)|([a-z]+)\b)|, (?:aged )?\d\d(?:,|\s)|, (?:whose|who)\b")
_KIN_BEFORE = re.compile(
    r"\b(?:colleague|brother|sister|wife|husband|son|daughter|mother|father|friend|grandfather|grandmother|uncle|aunt"
    r"|cousin|nephew|niece|widow|girlfriend|boyfriend|rival|counterpart|predecessor|successor|mate|named),? $"
)
_AGED_BEFORE = re.compile(r"\b\d{1,2}-year-old $")
_SPEAKS_BEFORE = re.compile(r"(?<![a-z])([a-z]++)[,:]? $")
_SURE_PLACE_BEFORE = re.compile(
    r"(?:\b[Ii]n|\bnear|\boutside|\bthroughout|\b(?:north|south|east|west|city|town|village|island|port|province"
    r"|district|capital|centre|center|suburb|region) of| km from| miles from)"
    r"(?: (?:northern|southern|eastern|western|central|nearby))? $"
)
_PLACING_WORDS = tuple(
    f"{word} "
    for word in "in In near outside throughout of from northern southern eastern western central nearby".split()
)
"""What the words before a place end with, for a cheap look."""
_AFTER_NAME = re.compile(
    r"(?: \((?:\d{1,3}|left|right|centre|center|pictured|above|below)\))?, (?:(?:aged )?\d{2}, )?"
    r"(?:(?:who (?:is|was) )?(?:the|a|an|its|his|her|their|now|then|also|at the time|at that time) )?"
)
_POST_END = re.compile(
    r"[,.;:()“”\"]|\s(?:who|which|that|said|says|told|has|had|was|is|were|will|would|and (?:his|her|the)|as|after"
    r"|when|but|on (?:\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun))\b"
)
_WORDS_BEFORE = re.compile(r"[^\s,.;:()“”\"]+")
_APART = re.compile(r"[\s,.;:()“”\"]")


def titles_before(text: str, floor: int, start: int, extra: frozenset[str] = frozenset()) -> tuple[int, str | None]:
    """Titles in small letters directly before a name ("minister | Jane Roe"): where they start, and the words.

    `extra` are titles, in lower case, beyond those that are known.
    """
    if start - floor < 2 or text[start - 1] != " ":
        return start, None
    window = text[max(floor, start - _REACH_BEFORE) : start]
    last = _APART.split(window[:-1].rpartition(" ")[2])[-1]
    if not extra and not (last and _is_small(last) and is_head(last)):
        return start, None
    words = list(_WORDS_BEFORE.finditer(window))
    for word in words if extra else ():
        if window[word.start() : -1].casefold() in extra:
            return start - len(window) + word.start(), window[word.start() : -1]
    at = len(words)
    while at > 0 and _is_small(words[at - 1].group()) and (is_modifier(words[at - 1].group())):
        if at < len(words) and window[words[at - 1].end()] != " ":
            break
        at -= 1
    if at == len(words) or words[-1].end() != len(window) - 1 or not is_head(words[-1].group()):
        return start, None
    opening = words[at - 1][0] if at > 0 else ""
    named = is_modifier(opening) and opening.lower() not in _SAID_OF_TIME
    if named and _opens_sentence(text, start - len(window) + words[at - 1].start()):
        at -= 1
    place = start - len(window) + words[at].start()
    return place, text[place : start - 1]


def _opens_sentence(text: str, place: int) -> bool:
    """Whether a capital stands at a place because a sentence begins there: "Finance chief Ada Berg said"."""
    before = text[max(place - 3, 0) : place].rstrip(" ")
    return text[place].isupper() and (not before or before[-1] in '.!?\n“"')


def _is_small(word: str) -> bool:
    return word[0].islower() and word not in _NOT_TITLES


_SAID_OF_TIME = frozenset("then now late once".split())
_NOT_TITLES = frozenset("first second fellow right left".split())


def post_before(text: str, floor: int, start: int) -> str | None:
    """A post set before a name by a comma ("the bank's governor, | Jane Roe, said")."""
    if text[start - 2 : start] != ", ":
        return None
    words = _CLAUSE.split(text[max(floor, start - _LONG_REACH) : start - 2])[-1].split(" ")
    for at in range(len(words) - 1, max(-1, len(words) - _LONGEST_TAIL), -1):
        last = at == len(words) - 1
        if is_calling(words[at]) and (last or words[at + 1] in _PLACING):
            first = at
            while first > 0 and (is_modifier(words[first - 1]) or words[first - 1].lower() in ADJECTIVES):
                first -= 1
            return " ".join(words[first:])
        if FORMS.get(words[at], ("",))[0] in ("past", "third") or words[at] in _VERBS:
            return None
    return None


_CLAUSE = re.compile(r"[,.;:()“”\"]\s?")
_PLACING = frozenset("of to for at in with since".split())
_VERBS = frozenset("is was were are has had have who which that and".split())
_LONGEST_TAIL = 10


def post_after(text: str, end: int, ceiling: int, extra: frozenset[str] = frozenset()) -> str | None:
    """A post set after a name by a comma ("Jane Roe, | a fellow at the institute, …")."""
    lead = _AFTER_NAME.match(text, end, ceiling)
    if lead is None:
        return None
    at = lead.end()
    stop = _POST_END.search(text, at, min(ceiling, at + _REACH_AFTER))
    phrase = text[at : stop.start() if stop else min(ceiling, at + _REACH_AFTER)].strip()
    if not phrase or len(phrase.split()) > _LONGEST_POST or phrase.startswith(_NO_POST):
        return None
    return phrase if post_in(phrase) or phrase.split(" of ")[0].casefold() in extra else None


_IS_POST = re.compile(
    r" (?:is|was|has been|had been|remains|remained|became) "
    r"(?:(?:now|then|still|also|already|at the time|at that time) )?"
    r"(?:(?:the|its|his|her|their|our) )?"
)
_BODIES_TOO = frozenset(
    "leader member partner owner founder co-founder cofounder regulator investor trader executive specialist expert "
    "broker bank author player driver victim winner candidate developer designer attendant general".split()
)
"""Callings that a body, a place or a thing has too: "Arlen Glass is the leader in …"."""


def post_is(text: str, end: int, ceiling: int) -> str | None:
    """A post that a sentence says somebody has: "Jane Roe was | deputy head of the institute"."""
    lead = _IS_POST.match(text, end, ceiling)
    if lead is None:
        return None
    stop = _POST_END.search(text, lead.end(), min(ceiling, lead.end() + _REACH_AFTER))
    phrase = text[lead.end() : stop.start() if stop else min(ceiling, lead.end() + _REACH_AFTER)].strip()
    if not phrase or len(phrase.split()) > _LONGEST_POST or not post_in(phrase):
        return None
    head = _PLACED_POST.split(phrase, maxsplit=1)[0].split()[-1]
    return None if bare(head) in _BODIES_TOO else phrase


_PLACED_POST = re.compile(r" (?:of|at|for|in|to|with|on|from|since|until|under) ")
_LONGEST_POST = 16
_NO_POST = ("and ", "or ", "but ", "with ", "whose ", "as ")


_PERSONAL = frozenset(
    "spoke speaks met meets resigned died lives lived smiled nodded laughed married visited visits travelled traveled "
    "walked thinks wants knows remembers pleaded retired graduated served sat stood fled attended studied apologised "
    "apologized wept married divorced celebrated arrived returned emigrated drowned testifies".split()
)
"""What people do, and bodies and places hardly ever."""


def speaks(text: str, start: int, end: int) -> bool:
    """Whether somebody of this name says or does what only people do."""
    after = _SPEAKS_AFTER.match(text, end)
    if after is not None and (after.group(1) is None or after.group(1) in STRONG or after.group(1) in _PERSONAL):
        return True
    earlier = text[max(0, start - 24) : start]
    if _KIN_BEFORE.search(earlier) or _AGED_BEFORE.search(earlier):
        return True
    before = _SPEAKS_BEFORE.search(text[max(0, start - 12) : start])
    return before is not None and before.group(1) in ("said", "says", "added")


_AS_A_BODY = re.compile(r" (?:said|says|has|had|will|reported|announced)\b[^.“”\";]{0,40}? its?\b(?! (?:is|was)\b)")


def is_body_here(text: str, end: int) -> bool:
    """Whether the sentence goes on with "it" for the name."""
    return _AS_A_BODY.match(text, end) is not None


def is_place_here(text: str, start: int) -> bool:
    """Whether the word before the name is one that stands before places."""
    before = text[max(0, start - 20) : start]
    return before.endswith(_PLACING_WORDS) and _SURE_PLACE_BEFORE.search(before) is not None


_FOLLOWING = re.compile(r"['’]s\b| ([a-z]+)(?: (by|from|of|with|into|groups?))?")


def acts(text: str, end: int) -> bool:
    """Whether a possessive or a finite verb follows the name."""
    following = _FOLLOWING.match(text, end)
    if following is None:
        return False
    word = following.group(1)
    if word is None or word in _AUXILIARIES:
        return True
    return following.group(2) is None and FORMS.get(word, ("",))[0] in ("past", "ed")


_AUXILIARIES = frozenset("is was has had will would could can may might did does".split())
