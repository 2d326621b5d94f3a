"""What a source that a sentence cites says otherwise in words: all of one mind, or divided; equal, or one more."""

import re

from factcheck.gate.answers import Answer, first, of_passage
from factcheck.gate.desk import Desk
from factcheck.gate.passages import Passage
from factcheck.gate.prose import COVERED, COVERED_CITED
from factcheck.records.mention import ComparisonMention
from factcheck.wording import content

_OF_ONE_MIND = re.compile(r"\b(?:unanimous(?:ly)?|unopposed|without (?:any )?dissent|nem\.? con)\b", re.I)
_VOTES = re.compile(
    r"\b(?:by|of|was)\s(?P<for>[\w,]{1,12})\s(?:votes?\s)?(?:to|against)\s(?P<against>[\w,]{1,12})\b"
    r"|\b(?P<split>dissent(?:ed|ing|s)|voted against|was (?:split|divided)|narrow majority)\b",
    re.I,
)
_NOBODY = frozenset({"0", "none", "nil", "zero", "nothing", "nobody"})
_EQUAL = re.compile(
    r"\b(?:the same|equal(?:ly)?|alike|identical(?:ly)?|no (?:significant |clear |real )?difference|did not differ"
    r"|does not differ|do not differ)\b",
    re.I,
)
_MORE = frozenset({"more", "less", "slightly-more", "slightly-less"})


def said_otherwise(passage: Passage, desk: Desk) -> Answer | None:
    """The answer by the passages of cited sources that say the rest of a sentence, and of this the contrary."""
    own = [one for one in desk.like(passage) if one.source in desk.cites(passage)]
    against = [
        one for one in own if _is_divided(passage, one, desk) or _is_equal(passage, one) or _is_less(passage, one, desk)
    ]
    if not against:
        return None
    told = f"{against[0].source} says otherwise: “{against[0].text}”"
    return Answer("contradicted", told, first(of_passage(one, "b") for one in against))


def _is_divided(passage: Passage, other: Passage, desk: Desk) -> bool:
    """Whether one of two says that all agreed, and the other that some did not."""
    for one, two in ((passage, other), (other, passage)):
        if _OF_ONE_MIND.search(one.text) and not _OF_ONE_MIND.search(two.text) and _is_split(two.text):
            return desk.shelves.cover(passage, other) >= COVERED_CITED
    return False


def _is_split(text: str) -> bool:
    found = _VOTES.search(text)
    return found is not None and (found["split"] is not None or found["against"].lower() not in _NOBODY)


_THAN = re.compile(
    r"\b(?:(?P<more>more|higher|larger|bigger|greater|longer|older)|(?P<less>fewer|less|lower|smaller|shorter|younger))"
    r"(?:\s[\w’'-]{1,20}){0,3}\sthan\s(?P<object>[^,.;:()]{3,60})",
    re.I,
)


_DIGITS = re.compile(r"\d+")


def _is_less(passage: Passage, other: Passage, desk: Desk) -> bool:
    """Whether a sentence says that something is less than another, and a passage with the rest, that it is more."""
    ours, theirs = _THAN.search(passage.text), _THAN.search(other.text)
    if ours is None or theirs is None or bool(ours["more"]) == bool(theirs["more"]):
        return False
    objects = [content(one["object"]) for one in (ours, theirs)]
    years = [set(_DIGITS.findall(one["object"])) for one in (ours, theirs)]
    alike = objects[0][0] & objects[1][0] or objects[0][1] & objects[1][1] or years[0] & years[1]
    return bool(alike) and desk.shelves.cover(passage, other) >= COVERED


def _is_equal(passage: Passage, other: Passage) -> bool:
    """Whether a sentence says that of two one is or does more, and a passage that they are equal."""
    if not _EQUAL.search(other.text) or _EQUAL.search(passage.text) or other.mentions("comparison"):
        return False
    for one in passage.mentions("comparison"):
        if isinstance(one, ComparisonMention) and one.relation in _MORE and one.subject and one.object:
            both = [content(words)[0] for words in (one.subject, one.object)]
            if all(words and words <= other.words for words in both):
                return True
    return False
