"""Who is said to have done a deed, by the words of a sentence: "designed by", "the architect of", "met the cost of"."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, fields
from typing import Any

from factcheck.checking import Gathering, Study
from factcheck.contexts.people import names_in, one_speaker
from factcheck.contexts.places import block_around, within
from factcheck.contexts.things import any_akin, head_noun, words_of
from factcheck.contexts.times import issued_near, spans_in
from factcheck.identity import name_key
from factcheck.language.commonness import BANDS, stem, weight
from factcheck.language.concepts import verb_base
from factcheck.language.countries import demonyms
from factcheck.language.deeds import MAKING, ONCE, deed_of, deed_of_doer, doers, does_to, told_plainly, verbs
from factcheck.language.given_names import GIVEN
from factcheck.language.kinds import kinds_of
from factcheck.language.reporting import STRONG
from factcheck.language.signs import SIGN, signed
from factcheck.language.tagging import Token, tag
from factcheck.patterns import any_of
from factcheck.records.document import Sentence
from factcheck.records.mention import NameMention
from factcheck.records.timespan import relate

NEAR = 31
"""Days between two documents beyond which a deed that may be done again is another."""
LASTING = 200
"""The same of what lasts."""
_LASTS = frozenset({"lead", "own"})
LONGEST = 400
"""Letters of a sentence that is read."""
_WHO = rf"{SIGN}\d+{SIGN}"
_DONE = verbs(doing=False)
_DOING = verbs(doing=True)
_DOERS = doers()
_THING = r"[^;:]{3,160}"
_BARE = r"[^,;:]{3,100}?"
_FEW = rf"(?:(?!\b(?:{any_of(STRONG)}|according)\b)[^;:{SIGN}]){{0,50}}?"
"""What stands before the name of who did it; not that somebody says so: "went to the home side, said Ada Berg"."""
_UNSURE = re.compile(
    r"\b(?:not(?! by\b| the\b)|never|nobody|no one|if|whether|would|could|may|might|alleged|allegedly|claims? to|"
    r"claimed to|falsely|wrongly|legend|myth|rumou?red|accused|suspected|co-\w+|"
    r"one of the|helped|jointly|others?|colleagues|among those|"
    r"reportedly)\b|n[’']t\b",
    re.IGNORECASE,
)
"""Words by which a sentence tells of no deed, or of no sure one, or of one who was not alone."""
_BY = r"(?:was|were|is|has been|had been)"
_FIRST = r"(?:the|The) (?:very )?first (?P<whom>[a-z]+ )?(?:(?:in|at|on) [^,;:]{1,30}? )?to"
_ACTIVE = re.compile(
    rf"(?P<who>{_WHO})(?: of [A-Z][\w-]+)?(?:, [^,;:§]{{1,60}},|,? who|,)?"
    r"(?: (?:has|had|also|later|then|himself|herself|[a-z]+ly)){0,2}"
    rf" (?P<verb>{_DONE})\b (?P<thing>{_THING})"
)
_WHILE = re.compile(
    rf"(?P<who>{_WHO})(?: of [A-Z][\w-]+)?(?:, [^,;:§]{{1,60}},|,? who|,)? (?:was|were|is|had been) "
    rf"(?:[a-z]+ly )?(?P<verb>{_DOING})\b (?P<thing>{_THING})"
)
_PASSIVE = re.compile(
    rf"(?:^|[,;:–] |\bthat )(?P<thing>{_BARE}),? (?P<be>{_BY} )?(?P<first>first )?(?:[a-z]+ly |then |in fact )?"
    rf"(?P<verb>{_DONE}|seen)(?: (?:for|in|on|at|to|from|during|as)\b[^,;:§]{{0,60}})? "
    rf"by (?P<lead>{_FEW})(?P<who>{_WHO})"
)
_NOUN = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:[\w-]+ ){{0,2}}?(?P<noun>{_DOERS}) (?:of|behind) (?P<thing>{_BARE}),? "
    rf"{_BY}(?P<lead> {_FEW})(?P<who>{_WHO})"
)
_CALLED = re.compile(
    rf"(?P<who>{_WHO})(?:,|,? {_BY}|,? who {_BY}) (?:the |its |their )(?:[\w-]+ ){{0,2}}?(?P<noun>{_DOERS}) "
    rf"(?:of|behind) (?P<thing>{_THING})"
)
_WORK = re.compile(
    rf"(?P<thing>{_BARE}) {_BY} the (?P<work>work|creation|brainchild|handiwork) of (?P<lead>{_FEW})(?P<who>{_WHO})"
)
_BELONGS = re.compile(
    rf"(?:^|[,;:–] |\bthat )(?P<thing>{_BARE}) (?P<own>belongs|belonged) to (?P<lead>{_FEW})(?P<who>{_WHO})"
)
_WENT_TO = re.compile(
    r"(?:^|[,;:–] |\bthat )(?P<thing>[^,;:]{0,60}\b(?:prize|cup|title|award|medal|trophy|crown|gold|contract)) "
    rf"(?P<won>went|was (?:awarded|presented|given)|has gone) to (?P<lead>{_FEW})(?P<who>{_WHO})",
    re.IGNORECASE,
)
_GIFT = re.compile(
    rf"(?:^|[,;:–] |\bthat )(?P<thing>{_BARE}) {_BY} (?P<gift>a gift|a present|a donation|a bequest) "
    rf"(?:from|of) (?P<lead>{_FEW})(?P<who>{_WHO})"
)
_PEN = re.compile(
    rf"(?:^|[,;:–] |\bthat )(?P<thing>{_BARE}) (?P<work>came|comes|is|was) from the (?:pen|brush|hand|workshop) of "
    rf"(?P<lead>{_FEW})(?P<who>{_WHO})"
)
_CREDIT = re.compile(
    rf"(?:[Cc]redit|[Pp]raise|[Rr]esponsibility|[Bb]lame|[Hh]onour) (?:for|of) (?P<verb>{_DOING}) (?P<thing>{_BARE}) "
    rf"(?:belongs?|goes|went|is due|lies|lay|fell) (?:to|with) (?P<lead>{_FEW})(?P<who>{_WHO})"
)
_CREDITED = re.compile(
    rf"(?P<who>{_WHO})(?:, [^,;:§]{{1,60}},)? (?:is|was|has been|had been|were) (?:credited with|responsible for|"
    rf"behind|in charge of) (?:the )?(?P<verb>{_DOING})(?: of)? (?P<thing>{_THING})"
)
_FIRST_WAS = re.compile(rf"{_FIRST} (?P<verb>[a-z-]+) (?P<thing>{_BARE}) (?:was|is) (?P<lead>{_FEW})(?P<who>{_WHO})")
_WAS_FIRST = re.compile(rf"(?P<who>{_WHO}),? (?:was|is|became) {_FIRST} (?P<verb>[a-z-]+) (?P<thing>{_THING})")
_FIRST_DID = re.compile(
    rf"(?P<who>{_WHO})(?: of [A-Z][\w-]+)?(?:, [^,;:§]{{1,60}},|,? who|,)? (?:had |has )?(?P<first>first) "
    rf"(?P<verb>{_DONE}|saw)\b (?P<thing>{_THING})"
)
_BEFORE_ALL = re.compile(
    rf"(?P<who>{_WHO})(?: of [A-Z][\w-]+)? (?P<verb>[a-z]+(?:ed|t|w|m|g|d|n|ve)) (?P<thing>{_BARE}) "
    r"(?P<first>before any(?:one|body) else|ahead of every(?:one|body)(?: else)?|first of all|before any other)"
)
_ORDERED = re.compile(
    rf"[Tt]he (?P<order>order|orders|command|signal|instructions?) (?:for|to [a-z]+) (?P<thing>{_BARE}) "
    rf"(?:was|were|came)(?: given| issued)? (?:by|from) (?P<lead>{_FEW})(?P<who>{_WHO})"
)
_SHAPES = (
    (_ORDERED, "The order", "the order", "command", "signal", "instruction"),
    (_FIRST_WAS, " first "),
    (_WAS_FIRST, " first "),
    (_FIRST_DID, " first "),
    (_BEFORE_ALL, " else", "first of all", "any other"),
    (_ACTIVE, ""),
    (_WHILE, "ing "),
    (_BELONGS, " belong"),
    (_WENT_TO, " to "),
    (_GIFT, " gift ", " present ", " donation ", " bequest "),
    (_PEN, " from the "),
    (_PASSIVE, " by "),
    (_NOUN, " of ", " behind "),
    (_CALLED, " of ", " behind "),
    (_WORK, " work of ", " creation of ", " brainchild of ", " handiwork of "),
    (_CREDIT, "redit ", "raise ", "esponsibility ", "lame ", "onour "),
    (_CREDITED, "credited with", "responsible for", " behind ", "charge of"),
)
"""How a sentence tells who did it, each with words of which it must hold one."""
_CUT = re.compile(
    r",|\s(?:from (?:its|the) (?:very )?(?:first|start|beginning|outset)|"
    r"after|before|while|when|because|by|as|without|with|and (?:then|was|has|had)|who|which|that|where|until|"
    r"despite|but|told|in \d{4}|on [A-Z][a-z]+day|last|this|two|three|four)\b"
)
_CUT_FIRST = re.compile(
    r"[,;:]|\s(?:on (?:\d|[A-Z])|after|before|while|when|because|without|and (?:then|was|has|had)|who|which|until|"
    r"in \d{4}|in [A-Z][a-z]+ \d{4}|last|this)\b"
)
"""Where what is told of a first ends."""
_FOUND = "discover"
_SEEING = frozenset("see sight spy witness realise realize recognise recognize".split())
_LEAD = re.compile(r"(?:[,;:]|\b(?:that|said|says|and|but|in|of|from)) ")
_THAT = re.compile(
    r"(?:[,;:]|\b(?:said|says|say|heard|told [a-z]+|found|reported|ruled|confirmed|established|announced) that) "
)
_BY_GROUP = {"work": "making", "order": "order", "own": "own", "won": "win", "gift": "finance"}
"""The deed that a shape tells of by itself, by the group that it has."""
_ANYBODY = frozenset({"person ", "one ", "human ", "ever ", "scientist ", "doctor ", ""})
_TOPS = dict.fromkeys("top peak summit".split(), "summit")
_NO_THING = frozenset("PREP TO PRON SUB NOT NUM".split())
_SOMETHING = frozenset("something anything it".split())
_ANY = frozenset("a an any some another several many most other others more his her their".split())
"""How a phrase begins that tells of no thing which the other document may know."""
_TELLING = frozenset(
    "first second third fourth fifth sixth old former earlier previous original last latest other another next north "
    "south east west northern southern eastern western upper lower left right front rear inner outer main side "
    "replacement copy sequel".split()
)
"""Words by which one thing is told from another of its kind."""


@dataclass(frozen=True)
class Done:
    """A deed: what is done, by whom, to what (its noun, the names and all nouns told of it), and where it stands."""

    deed: str
    doers: tuple[str, ...]
    head: str
    names: tuple[str, ...]
    nouns: tuple[str, ...]
    telling: tuple[str, ...]
    start: int
    end: int


def done_by(study: Study) -> Iterator[Done]:
    """What people are said to have done in a document, as it was gathered when it was read."""
    for deed, agents, head, names, nouns, telling, start, end in study.gathered(DONE_BY):
        yield Done(deed, tuple(agents), head, tuple(names), tuple(nouns), tuple(telling), start, end)


def _gather(study: Study) -> list[list[Any]]:
    found = (done for sentence in study.document.sentences for done in _in_sentence(study, sentence))
    return [[getattr(done, field.name) for field in fields(done)] for done in found]


DONE_BY = Gathering("done-by", _gather)


def _in_sentence(study: Study, sentence: Sentence) -> Iterator[Done]:
    names = [name for name in within(names_in(study), sentence.start, sentence.end) if _is_person(name)]
    block = block_around(study.document, sentence.start)
    if not names or block is None or not block.checked or sentence.end - sentence.start > LONGEST:
        return
    text, people = signed(study.document.text, sentence, names)
    if _UNSURE.search(text):
        return
    text, seen = told_plainly(text).strip(" ."), set()
    for shape, *needed in _SHAPES:
        for match in () if not any(word in text for word in needed) else shape.finditer(text):
            done = _done(match, text, people, sentence)
            if done is not None and done.deed not in seen and f"first {done.deed}" not in seen:
                seen.add(done.deed)
                yield done


def _is_person(name: NameMention) -> bool:
    """Whether a name is surely a person's: so typed, a given name, or two words or three that are but names."""
    if name.type != "other":
        return name.type == "person"
    words = [word for word in name.name.split() if word not in demonyms()]
    plain = all(word.isalpha() and word.istitle() and weight(stem(word)) == BANDS for word in words)
    return words[:1] != [] and (words[0] in GIVEN or (plain and 1 < len(words) < 4 and not kinds_of(words[-1].lower())))


def _done(match: re.Match[str], text: str, people: Mapping[str, NameMention], sentence: Sentence) -> Done | None:
    told = match.groupdict()
    is_first = bool(told.get("first")) or "whom" in told or (told["thing"] or "").startswith("that ")
    thing = _named(_seen(told["thing"]) if is_first else _trimmed(told["thing"], match.re, told), people)
    tokens = tag(thing)
    head = _head(thing) or (next((token.lemma for token in tokens if token.tag == "NOUN"), "") if is_first else "")
    deed = _deed(told, head)
    if not deed or not head or not tokens or _is_no_thing(tokens[0], is_first):
        return None
    around = text[: match.start("who")] if match.re in (_ACTIVE, _WHILE, _CALLED, _CREDITED) else match[0]
    if (
        re.search(r"\b(?:of|by|with|for|from|to|that) $", around)
        and match.re in (_ACTIVE, _WHILE)
        and not around.endswith("that ")
    ):
        return None
    beside = match["who"] if match.start("who") else ""
    others = re.findall(_WHO, text[: match.end("who")] if match.re in (_ACTIVE, _WHILE) else text[match.start("who") :])
    agents = [
        people[sign].entity
        for sign in dict.fromkeys([beside or match["who"], *others])
        if people[sign].entity not in thing
    ]
    proper, common = words_of(thing)
    telling = sorted(_TELLING & {token.lower for token in tokens})
    return Done(
        deed,
        tuple(agents),
        head,
        tuple(sorted(proper)),
        tuple(sorted(common)),
        tuple(telling),
        sentence.start,
        sentence.end,
    )


def _is_no_thing(opening: Token, is_first: bool) -> bool:
    """Whether a phrase that begins so names nothing by which the deed may be known."""
    if is_first and (opening.lower in _ANY or opening.lower in _SOMETHING):
        return False
    return opening.tag in _NO_THING or opening.lower in _ANY


def _deed(told: Mapping[str, str | None], head: str) -> str:
    verb, noun = told.get("verb"), told.get("noun")
    for group, deed in _BY_GROUP.items():
        if told.get(group):
            return deed
    if noun:
        return deed_of_doer(noun)
    if not verb:
        return ""
    if told.get("first") or "whom" in told or ((told["thing"] or "").startswith("that ") and deed_of(verb) == _FOUND):
        whom = told.get("whom") or ""
        told_as = _FOUND if verb_base(verb) in _SEEING else deed_of(verb) or verb_base(verb)
        return f"first {'' if whom in _ANYBODY else whom}{told_as}"
    return deed_of(verb, head) if does_to(verb, head) else ""


def _trimmed(thing: str, shape: re.Pattern[str], told: Mapping[str, str | None]) -> str:
    """What is told of the thing alone, of the words that stand where it does."""
    if shape in (_PASSIVE, _WORK, _BELONGS, _WENT_TO, _GIFT, _PEN):
        led = _THAT if told.get("be") or shape is not _PASSIVE else _LEAD
        return led.split(thing)[-1]
    cut = _CUT.search(thing, 4)
    return thing[: cut.start()] if cut else thing


def _seen(thing: str) -> str:
    """What somebody is said to have been the first to do it to, or to see: "that some of the birds had black eyes"."""
    cut = _CUT_FIRST.search(thing, 4)
    return (thing[: cut.start()] if cut else thing).removeprefix("that ")


def _named(thing: str, people: Mapping[str, NameMention]) -> str:
    return re.sub(_WHO, lambda sign: people[sign[0]].name if sign[0] in people else "", thing).strip()


def _head(thing: str) -> str:
    """The noun of the thing; one word for all that is a top."""
    head = head_noun(thing)
    return _TOPS.get(head, head)


def one_deed(one: Done, ours: Study, other: Done, theirs: Study) -> bool:
    """Whether two documents tell of one deed, whoever did it."""
    if (
        not may_be_one({one.deed}, {other.deed})
        or one.telling != other.telling
        or _at_other_times(one, ours, other, theirs)
    ):
        return False
    tops = "summit" in (one.head, other.head)
    firsts = any(done.deed.startswith("first ") for done in (one, other)) and not set(one.nouns).isdisjoint(other.nouns)
    if not (tops or firsts or one.head == other.head or any_akin(frozenset({one.head}), frozenset({other.head}))):
        return False
    mine, yours = set(one.names), set(other.names)
    if mine and yours:
        return bool(mine & yours)
    if mine or yours:
        there = ours if yours else theirs
        return (mine or yours) <= _names_of(there)
    return (one.head == other.head or firsts) and len(_names_of(ours) & _names_of(theirs)) > 1


def _names_of(study: Study) -> set[str]:
    return {part for name in study.names for part in name_key(name).split()}


def _at_other_times(one: Done, ours: Study, other: Done, theirs: Study) -> bool:
    first, second = (spans_in(study, done.start, done.end) for done, study in ((one, ours), (other, theirs)))
    if first and second and all(relate(a, b) == "disjoint" for a in first for b in second):
        return True
    is_once = one.deed in ONCE | {"making"} or one.deed.startswith("first ")
    return not is_once and not issued_near(ours, theirs, LASTING if one.deed in _LASTS else NEAR)


def two_people(one: Done, ours: Study, other: Done, theirs: Study) -> bool:
    """Whether all who are said to have done it are others than those of the other document."""
    return bool(one.doers and other.doers) and all(
        one_speaker(ours, mine, theirs, yours) is False or _two_given_names(mine, yours)
        for mine in one.doers
        for yours in other.doers
    )


def _two_given_names(one: str, other: str) -> bool:
    """Whether two people are known by given names alone, and by two."""
    return one != other and {one, other} <= GIVEN


def may_be_one(ours: Set[str], theirs: Set[str]) -> bool:
    """Whether two documents may tell of one deed, by what deeds they tell of."""
    made = MAKING | {"making"}
    if any(f"first {_FOUND}" in own and _FOUND in others for own, others in ((ours, theirs), (theirs, ours))):
        return True
    ones = ours & theirs or ("making" in ours and made & theirs) or ("making" in theirs and made & ours)
    return bool(ones)


def done_by_two(ours: Study, theirs: Study) -> list[tuple[Done, Done]]:
    """The deeds of which two documents say that other people did them, each kind once."""
    found: dict[str, tuple[Done, Done]] = {}
    mine, yours = list(done_by(ours)), list(done_by(theirs))
    for one in mine:
        pairs = [(one, other) for other in yours if one_deed(one, ours, other, theirs)]
        if pairs and one.deed not in found and all(two_people(one, ours, other, theirs) for _, other in pairs):
            found[one.deed] = pairs[0]
    return list(found.values())
