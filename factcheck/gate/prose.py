"""What is said in words alone: held against the passage that says most of it."""

from factcheck.gate.answers import Answer, of_passage, supported
from factcheck.gate.desk import Desk
from factcheck.gate.passages import TERSE, Passage

COVERED, COVERED_CITED = 0.55, 0.4
"""Part of a sentence, by the weight of its words, from which a passage is taken to say it."""
SURELY, HARDLY = 0.7, 0.25
"""Part of a sentence that one source must say, and those that are cited must not, for the citation to be wrong."""
FEWEST = 2
"""Words or names that must be shared."""


def judge_prose(passage: Passage, desk: Desk) -> Answer:
    """Whether a passage says what a sentence says; if none does, that is not to say that it is wrong."""
    cited = desk.rests_on(passage)
    found = []
    for other in desk.like(passage):
        cover = desk.shelves.cover(passage, other)
        least = COVERED_CITED if other.source in cited else COVERED
        if cover >= least and len(desk.shelves.shared(passage, other)) >= FEWEST:
            found.append((cover, other))
    found.sort(key=lambda entry: (-entry[0], entry[1].key))
    if found:
        return supported([of_passage(other, "a") for _, other in found[:3]])
    best = desk.best(passage)
    return Answer(
        "not-checked",
        "It holds no figure, date or quotation by which it could be checked.",
        (of_passage(best, None),) if best else (),
    )


def said_elsewhere(passage: Passage, desk: Desk) -> str | None:
    """The source that says nearly all of a sentence of which those that it cites say next to nothing; else null."""
    cited = desk.cites(passage)
    covers = [(desk.shelves.cover(passage, other), other) for other in desk.like(passage)]
    own = max((cover for cover, other in covers if other.source in cited), default=0.0)
    others = [(cover, other.source) for cover, other in covers if other.source not in cited]
    best, source = max(others, default=(0.0, ""))
    return source if cited and best >= SURELY and own < HARDLY and len(passage.terms) >= TERSE else None
