"""To whom a sentence gives its figures: "according to the ministry", "the agency reported, citing …", "police data"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.language.reporting import STRONG
from factcheck.language.titles import HONORIFICS, RANKS
from factcheck.patterns import any_of

WORKS = frozenset(
    "report reports study studies analysis analyses data figures estimate estimates statistics survey review research"
    " document documents records record count paper briefing database dataset bulletin release statement calculation"
    " calculations assessment audit census tally account accounts claim claims announcement register log logs filing"
    " filings forecast forecasts projection projections".split()
)
"""What a body's figures are published in, so that the name beside it is the origin."""

INSTITUTIONS = frozenset(
    "ministry minister police army navy military government treasury bank court prosecutors prosecutor agency customs"
    " coastguard brigade hospital clinic university institute union federation association commission committee"
    " council authority bureau office department directorate service parliament television radio broadcaster media"
    " newspaper paper company firm operator airline manufacturer utility club party charity embassy consulate regulator"
    " watchdog observatory secretariat coroner inquiry presidency ombudsman mayor governor premier president"
    " chancellor king queen prince palace museum school factory shipyard railway port airport gendarmerie inspectorate"
    " auditor auditors electoral-commission tribunal foundation society exchange administration headquarters force"
    " guard fund laboratory archive church diocese chamber board taskforce team works brewery mill mine studio theatre"
    " zoo".split()
)
"""What a body, or the holder of an office, is called where no name is given; where one fact is told, it is one."""

_TOKEN = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_CAP = r"[A-Z][\w&.’'-]*"
_NAME = rf"{_CAP}(?:(?:\s(?:of|for|on|and|de|du|la|van|von|der|al|bin))?(?:\sthe)?\s{_CAP}){{0,6}}"
_HEAD = any_of(INSTITUTIONS)
_ROLES = (
    r"(?:spokes\w+|chiefs?|heads?|directors?|officials?|officers?|commanders?|commissioners?|sources?|press office)"
)
_BODY = (
    rf"(?:{_CAP}[’']s\s|[a-z]+[’']s?\s)?(?:(?!(?i:the|an?)\b)[A-Za-z][a-z-]*\s){{0,2}}?(?:(?i:{_HEAD}))\b"
    rf"(?:\sof\s(?:the\s)?{_NAME})?(?:\s{_ROLES})?"
)
_WHO = rf"(?P<body>{_BODY})(?!\s(?:[a-z]+ing|of|in|at|for)\b)|(?P<name>{_NAME})"
_SAID = {verb for verb in STRONG if verb not in {"add", "tell", "say", "ask", "asks", "asked", "continued"}} | set(
    "estimate estimated estimates count counted counts tallied reckon reckoned reckons calculated calculates"
    " forecast forecasts projects projected expects expected believe puts discloses disclosed revealed reveals"
    " indicated indicates say tell quoted quotes cited cites".split()
)
_SAYS = any_of(_SAID)
_PUTS = frozenset({"put", "gives", "gave"})
_MADE = frozenset("reported published released compiled collected issued gathered quoted cited carried counted".split())
_SPEAKERS = frozenset("spokesman spokeswoman spokesperson spokespeople spokesmen spokeswomen".split())
_THEN = (
    r"(?:(?:has|have|had|also|first|later|earlier|then|now|itself|himself|herself|themselves|on [A-Z][a-z]+day)\s){0,3}"
)
_BESIDE = r"(?:\s\([A-Z]{2,8}\))?(?:,\s(?P<beside>[^,;.]{2,90}),)?"
_WORK = "|".join(sorted(WORKS))

_AFTER = re.compile(
    rf"(?P<lead>\b(?:[Aa]ccording to|[Cc]iting|[Qq]uoting|[Pp]er|attributed to|"
    rf"(?:{any_of(_MADE)}) by|"
    rf"(?:{_WORK})\s(?:(?:compiled|published|released|collected|issued|produced|written)\s)?(?:by|from|of)|"
    rf"(?:{any_of(_SPEAKERS)}) (?:for|of|at)|"
    rf"[Ii]n the words of|[Bb]y (?:its|their|his|her) own \w+,?)\s(?:the\s|an?\s)?)(?:{_WHO})"
)
_AT_HEAD = r"^|(?<=[,;:—–(“”\"] )|(?<=\b[Tt]he )|(?<=\b[Aa] )|(?<=\b[Aa]n )"
_SUBJECT = re.compile(
    rf"(?:{_AT_HEAD}|(?<=\b[Aa]s )|(?<=\bthat )|(?<=\band ))(?:{_WHO}){_BESIDE}\s{_THEN}"
    rf"(?:{_SAYS}|(?:{any_of(_PUTS)})\b[^.;]{{3,90}}\b(?:at|as))\b"
)
_WORK_OF = re.compile(rf"(?:{_AT_HEAD}|(?<=\b(?:to|in|by) ))(?:{_WHO})(?:[’']s?)?\s(?:[a-z-]+\s)?(?:{_WORK})\b")
_TOLD_WITH = (
    (_AFTER, _MADE | _SPEAKERS | WORKS | set("according citing quoting per attributed words own".split())),
    (_SUBJECT, _SAID | _PUTS),
    (_WORK_OF, WORKS),
)
"""The patterns, each with the words of which what it fits holds one: looked for first, since most texts hold none."""
_LETTERS = re.compile("[a-z]+")
_OFFICE = re.compile(r"((?:[A-Z][a-z]+\s)?(?:Minister|Governor|President|Mayor|Chancellor|Premier))\s[A-Z]")
_TURNS = re.compile(r";|,?\s(?:while|whereas|but|though|although)\s")
_DAYS = re.compile(
    r"^(?:(?:On|In|By|At|The|A|An|As|Last|This|But|And)\s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s)+"
)
_OF = re.compile(rf"\b(?:of|for|at)\s(?:the\s)?(?P<who>{_NAME}|{_BODY})$")
_DATELINE = re.compile(
    r"^[A-Z][A-Z’' .-]{2,40}(?:, [A-Z][\w. ]{2,30})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r" ?\((?P<agency>[A-Z][\w .&’'-]{1,40})\) ?[-–—]",
    re.MULTILINE,
)
_HEAD_OF_TEXT = 1500
"""Letters of a document in which the line stands that names the agency whose despatch it is."""


def credited(sentence: str, at: int) -> tuple[str, ...]:
    """Those to whom a sentence gives what stands at `at`: names, and bodies by what they are called."""
    return _credited(sentence[slice(*_part(sentence, at))])


@lru_cache(maxsize=16384)
def _credited(part: str) -> tuple[str, ...]:
    words = frozenset(_LETTERS.findall(part.lower()))
    fitting = (pattern for pattern, told_with in _TOLD_WITH if not told_with.isdisjoint(words))
    return tuple(dict.fromkeys(who for pattern in fitting for who in _named(pattern, part)))


def _part(sentence: str, at: int) -> tuple[int, int]:
    """The part of a sentence between turns ("; …", ", while …") in which a place lies."""
    start, end = 0, len(sentence)
    for turn in _TURNS.finditer(sentence):
        if turn.end() <= at:
            start = turn.end()
        elif turn.start() >= at:
            return start, turn.start()
    return start, end


def _named(pattern: re.Pattern[str], part: str) -> Iterator[str]:
    for match in pattern.finditer(part):
        groups = match.groupdict()
        who = _DAYS.sub("", groups["name"] or "").rstrip(".") or groups["body"] or ""
        beside = groups.get("beside") or ""
        of = _OF.search(beside)
        alone = re.fullmatch(_NAME, beside)
        office = _OFFICE.match(who)
        for told in (who, office[1].lower() if office else "", of["who"] if of else "", beside if alone else ""):
            if told and (told[0].isupper() or is_body(told)):
                yield told


def agency_of(text: str) -> str | None:
    """The agency whose despatch a document is, by its dateline: "LIMA (Andes Wire) -"."""
    match = _DATELINE.search(text, 0, _HEAD_OF_TEXT)
    return match["agency"] if match else None


@lru_cache(maxsize=4096)
def body_words(name: str) -> frozenset[str]:
    """The words by which a body that is called by what it is can be told from another: a minister speaks for his
    ministry, a police chief for the police.
    """
    words = [re.sub(r"[’']s?$", "", word) for word in _TOKEN.findall(name.casefold())]
    plain = [word for word in words if word not in _EMPTY and not re.fullmatch(_ROLES, word)]
    return frozenset(_STANDS_FOR.get(word, word) for word in plain)


_EMPTY = frozenset("the a an of for and its their his her our city town country nation state's local".split())
_STANDS_FOR = {"minister": "ministry", "prosecutor": "prosecutors", "auditor": "auditors"}
_VAGUE = frozenset("service office department agency team".split())


def is_body(name: str) -> bool:
    """Whether somebody is called by what he or it is ("the interior ministry", "Police"), and not by a name."""
    words = [re.sub(r"[’']s?$", "", word) for word in _TOKEN.findall(name)]
    told = words if len(words) > 1 else [word.casefold() for word in words]
    return any(word in INSTITUTIONS for word in told)


def same_person(one: str, other: str) -> bool:
    """Whether one name is the surname that ends the other, ranks and forms of address left out: "Colonel Reth"."""
    ours, theirs = (
        [word for word in _TOKEN.findall(name.casefold()) if word not in HONORIFICS and word not in RANKS]
        for name in (one, other)
    )
    return bool(ours and theirs) and ours[-1] == theirs[-1] and min(len(ours), len(theirs)) == 1


def same_body(one: str, other: str) -> bool:
    """Whether two are one body, at least one of which is called by what it is: "the ministry", "interior minister"."""
    if not (is_body(one) or is_body(other)):
        return False
    ours, theirs = body_words(one), body_words(other)
    fewer, more = sorted((ours, theirs), key=len)
    return bool(fewer) and (fewer <= more or ours - _VAGUE == theirs - _VAGUE != frozenset())
