"""What stands beside two clauses and tells whether they are of one moment, of two things or for two groups."""

import re

from factcheck.contexts.things import any_akin
from factcheck.contraries.cases import sentence_told
from factcheck.contraries.contrasts import leaves_some, of_other_spell, of_two_parts
from factcheck.contraries.stances import Stance
from factcheck.language.conditions import conditions_in
from factcheck.language.degrees import BADLY
from factcheck.language.nouns import singular
from factcheck.wording import content

_AT_ONCE = re.compile(r"\b(?:when|while|during|at the (?:time|moment|start) of|on the (?:day|night) of) ([^,.;]{3,50})")
_GROUPS = frozenset(
    "adult child infant baby toddler adolescent teenager youth minor woman man girl boy pensioner pupil student "
    "patient foreigner citizen resident visitor tourist worker employee member veteran driver cyclist".split()
)
"""Those for whom something may be allowed that it is not for others."""
_SEARCHED = frozenset({"concept discovery", "contrary whereabouts"})
"""What is told of those who are looked for, who may be found alive or dead."""
_OF_THINGS = frozenset(f"contrary {scale}" for scale in ("damage", "running", "power", "light", "opening"))
"""What is told of things, of which each part may be otherwise."""


def _of_two_pieces(one: Stance, other: Stance) -> bool:
    """Whether it is told of two parts of a thing, or of two people of it."""
    ours, theirs = one.pieces, other.pieces
    if one.point.key not in _OF_THINGS:
        common = one.undergoing[1], other.undergoing[1]
        ours, theirs = ours & common[0], theirs & common[1]
    return bool(ours and theirs) and not any_akin(ours, theirs)


_HARM = frozenset({"concept injury", "contrary harm", "any harm"})


def of_others(one: Stance, other: Stance) -> bool:
    """Whether two clauses tell of two sorts or parts of a thing, a road bridge and a railway bridge, of two people of
    it, the captain and the cook, of what is for two groups (licensed for adults, not for children), or of two degrees
    of harm (hurt, not seriously hurt)."""
    if any(noun in other.sorts and not any_akin(sorts, other.sorts[noun]) for noun, sorts in one.sorts.items()):
        return True
    if _of_two_pieces(one, other) or _denies_the_worst(one, other):
        return True
    if one.point.key in _SEARCHED and _conditions(one) != _conditions(other):
        return True
    ours, theirs = (
        {singular(word) for phrase in item.event.for_ for word in phrase.lower().split()} & _GROUPS
        for item in (one, other)
    )
    if (bool(ours and theirs) and ours.isdisjoint(theirs)) or _of_two_parts(one, other) or _by_two(one, other):
        return True
    return _tell_apart(one, other)


def _denies_the_worst(one: Stance, denial: Stance) -> bool:
    """Whether only grave harm to people is denied and the other tells of harm that it does not call grave."""
    if one.point.key not in _HARM or one.event.concept == "death":
        return False
    texts = (item.statement.study.document.text[item.event.start : item.event.end] for item in (one, denial))
    told, denied = (set(text.lower().split()) for text in texts)
    return not BADLY.isdisjoint(denied) and BADLY.isdisjoint(told)


_SAID_BY = re.compile(
    r"\b(?:say|says|said|alleges?|alleged|claims?|claimed|accuses?|accused|according to|told|believes?|insists?|"
    r"insisted|maintains?|maintained|testified)\b"
)
"""Words by which a sentence leaves what it tells to another."""


def _tell_apart(one: Stance, other: Stance) -> bool:
    """Whether the sentences tell of two parts, of all but some, of another spell, or only that somebody denies it."""
    told = [" ".join(sentence_told(item).split()) for item in (one, other)]
    if of_two_parts(*told) or any(map(leaves_some, told)) or of_other_spell(told[1], one.statement.study.document.text):
        return True
    ends = ((one, told[1]), (other, told[0]))
    return any(item.event.modality == "denied" and _SAID_BY.search(against) is not None for item, against in ends)


def _conditions(item: Stance) -> frozenset[str]:
    return conditions_in(item.statement.study.document.text[item.event.start : item.event.end])


_FIRST = re.compile(r"[“\"‘'(\s]*(?:(?:and|but|no|yes|well|so)\b,? )?I(?:['’]\w+)? ")
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+$")


def _by_two(one: Stance, other: Stance) -> bool:
    """Whether somebody tells of himself what the other clause tells of another, who is named: "I have not answered"."""
    for own, others in ((one, other), (other, one)):
        text = own.statement.study.document.text[own.event.start : own.event.end]
        named = [name for name in others.event.agent if _NAME.match(name)]
        if _FIRST.match(text) and own.event.said_by and named:
            speakers = {word for name in own.event.said_by for word in name.split()}
            return all(name.split()[-1] not in speakers for name in named)
    return False


_SINCE = re.compile(r"\bsince\b[^,;.]{0,40}?\b(1[5-9]\d\d|20\d\d)\b")
_PAST = re.compile(r"\b(?:was|were|had)\b")


def since_then(one: Stance, denial: Stance) -> bool:
    """Whether what is denied "since 2022", and no more than that, is told of a later year, before it was denied."""
    if denial.point.limits != {"since"}:
        return False
    match = _SINCE.search(denial.statement.study.document.text, denial.event.start, denial.event.end)
    starts = [span.start for span in one.statement.spans if span.start]
    day = denial.statement.study.date or ""
    return (
        match is not None and bool(starts) and all(match[1] < start[:4] and start <= (day or start) for start in starts)
    )


def one_thing_then(one: Stance, other: Stance) -> bool:
    """Whether both tell of one thing, named in two words at least, how it was then: "the bilge pumps were running"."""
    ours, theirs = (item.undergoing[0] | item.undergoing[1] for item in (one, other))
    texts = (item.statement.study.document.text[item.event.start : item.event.end] for item in (one, other))
    return len(ours & theirs) >= TWO and ours == theirs and all(map(_PAST.search, texts))


TWO = 2


_PART_OF = re.compile(
    r"\b(?i:most|some|many|several|a few|half|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) "
    r"(?:of (?:the|its|their|his|her|our|these|those) )?[a-z]+s\b"
)


def _of_two_parts(one: Stance, other: Stance) -> bool:
    """Whether each is told of some of a number only: "most voted for it", "three voted against it"."""
    found = []
    for item in (one, other):
        noun = {
            match[0].split()[-1].lower()
            for match in _PART_OF.finditer(item.statement.study.document.text, item.event.start, item.event.end)
        }
        found.append({singular(word) for word in noun})
    return bool(found[0] & found[1])


def one_moment(one: Stance, other: Stance) -> bool:
    """Whether both tell of the time of one happening: "at the time of the fire", "when fire broke out"; or one does,
    the other tells how it was then, and the text beside it tells of that happening."""
    moments = [_moments(item) for item in (one, other)]
    if any(ours & theirs for ours in moments[0] for theirs in moments[1]):
        return True
    clauses = [item.statement.study.document.text[item.event.start : item.event.end] for item in (one, other)]
    if not all(map(_PAST.search, clauses)):
        return False
    ends = ((moments[0], other), (moments[1], one))
    return any(moment & _happens_beside(there) for own, there in ends for moment in own)


def _moments(item: Stance) -> list[frozenset[str]]:
    """The words of the happenings at whose time a clause says that it was so."""
    text = item.statement.study.document.text[item.event.start : item.event.end]
    return [content(" ".join(match[1].split()))[0] for match in _AT_ONCE.finditer(text)]


_BESIDE = 250


def _happens_beside(item: Stance) -> frozenset[str]:
    """The words of the text near a clause."""
    text, event = item.statement.study.document.text, item.event
    return content(" ".join(text[max(event.start - _BESIDE, 0) : event.end + _BESIDE].split()))[0]
