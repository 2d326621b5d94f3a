"""What is said in words alone: held against the passage that says most of it."""

import re

from factcheck.gate.answers import Answer, first, of_passage, supported, where
from factcheck.gate.desk import Desk
from factcheck.gate.passages import TERSE, Passage
from factcheck.records.mention import EventMention

COVERED, COVERED_CITED = 0.55, 0.4
"""Part of a sentence, by the weight of its words, from which a passage is taken to say it."""
SURELY, HARDLY = 0.7, 0.25
"""Part of a sentence that one source must say, and those that are cited must not, for the citation to be wrong."""
FEWEST = 2
"""Words or names that must be shared."""


_NONE = re.compile(r"\b(?:no|nobody|no[ -]one|none|never|neither|nor|nothing|nowhere)\b", re.I)


def denies(passage: Passage) -> bool:
    """Whether a sentence says that something did not happen, or is not so."""
    if _NONE.search(passage.text):
        return True
    return any(isinstance(one, EventMention) and one.negated for one in passage.mentions("event"))


def judge_prose(passage: Passage, desk: Desk, alone: bool = False) -> Answer:
    """Whether a passage says what a sentence says; if none does, that is not to say that it is wrong.

    `alone` is set for a sentence that holds nothing else to check: then its bare numbers count, and whether it is so.
    """
    cited = desk.rests_on(passage)
    found = []
    for other in desk.like(passage):
        cover = desk.shelves.cover(passage, other)
        least = COVERED_CITED if other.source in cited else COVERED
        if cover >= least and len(desk.shelves.shared(passage, other)) >= FEWEST:
            found.append((cover, other))
    found.sort(key=lambda entry: (-entry[0], entry[1].key))
    own = desk.cites(passage) if alone else frozenset[str]()
    saying = [other for _, other in found if not alone or _may_say(passage, other)]
    against = [other for cover, other in found if other.source in own and _is_otherwise(passage, other, cover)]
    if against and not any(other.source in own for other in saying):
        told = f"{where([of_passage(one, 'b') for one in against])} says otherwise: “{against[0].text}”"
        return Answer("contradicted", told, first(of_passage(one, "b") for one in against))
    if saying:
        return supported([of_passage(other, "a") for other in saying[:3]])
    best = desk.best(passage)
    return Answer(
        "not-checked",
        "It holds no figure, date or quotation by which it could be checked.",
        (of_passage(best, None),) if best else (),
    )


def _may_say(passage: Passage, other: Passage) -> bool:
    return denies(other) == denies(passage) and not _uncounted(passage, other)


def _uncounted(passage: Passage, other: Passage) -> frozenset[float]:
    """The numbers in a sentence, beyond two, that a passage does not hold; here none of them has a noun."""
    return frozenset(number for number in passage.numbers - other.numbers if number > 2)


def _is_otherwise(passage: Passage, other: Passage, cover: float) -> bool:
    """Whether a passage says a sentence but for a number, or for its being so."""
    if _uncounted(passage, other):
        return bool(_uncounted(other, passage))
    if cover < COVERED:
        return False
    ours, theirs = ({(one.verb, one.negated) for one in _events(item)} for item in (passage, other))
    return bool(ours) and any((verb, not negated) in theirs and (verb, negated) not in theirs for verb, negated in ours)


def _events(passage: Passage) -> list[EventMention]:
    """What happens in a sentence, told as done or as not done."""
    events = [one for one in passage.mentions("event") if isinstance(one, EventMention)]
    return [one for one in events if one.verb != "be" and one.modality in (None, "stated")]


def said_elsewhere(passage: Passage, desk: Desk) -> str | None:
    """The source that says nearly all of a sentence of which those that it cites say next to nothing; else null."""
    cited = desk.cites(passage)
    covers = [(desk.shelves.cover(passage, other), other) for other in desk.like(passage)]
    own = max((cover for cover, other in covers if other.source in cited), default=0.0)
    others = [(cover, other.source) for cover, other in covers if other.source not in cited]
    best, source = max(others, default=(0.0, ""))
    return source if cited and best >= SURELY and own < HARDLY and len(passage.terms) >= TERSE else None
