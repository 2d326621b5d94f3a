"""A sum, share or change that one document states does not follow from the figures of another.

Where one document lists parts, gives a part with its whole, or a value before and after, and another of the same story
states their sum, the share or the change, the second can be reckoned from the first ("14, 22 and 19 million" and "71
million in all"; "1,260 of 4,200" and "45 per cent of the complaints"; votes and voters, and the turnout). What agrees
is told too. It is silent where either document gives the other's figure itself, where the sentences share too little,
and where the two lie so far apart that they are hardly meant for one thing.

What settles it: the figures at their source; the rest is a matter of reckoning.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks._figures import written
from factcheck.checks._reckoned import RECKONED, Reckoned, reckoned
from factcheck.checks._stated import STATEMENTS, Stated, stated
from factcheck.checks.corroborated import borne_out
from factcheck.records.finding import Finding, Step, Verdict

FARTHEST = {"sum": 1.65, "share": 2.0, "turnout": 1.8, "change": 3.0}
"""How far, as a ratio, what is stated may lie from what follows to be meant for it."""
FEWEST = {"sum": 3, "share": 2, "turnout": 0, "change": 1}
"""Words that the two sentences must share, beside the noun of what is counted."""
DAYS = 200
"""Days between two documents from which on they tell of other periods."""


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """What is stated and does not follow, and what does, each once, the likest of a document first."""
    held = {source: reckoned(study) for source, study in archive.studies.items()}
    if not any(follows for follows, _ in held.values()) or not any(told for _, told in held.values()):
        return
    known = stated(archive)
    for ends in known.meeting():
        for source, other in (ends, ends[::-1]) if ends[0] != ends[1] and archive.asks(*ends) else ():
            follows, (theirs, told) = held[source][0], held[other]
            if follows and told and _are_near(archive, known, *ends):
                for base in follows:
                    yield from _compared(archive, (source, base), (other, told), theirs)


def _are_near(archive: Archive, known: Stated, one: str, other: str) -> bool:
    """Whether two documents tell one story, or bear out a figure of each other, and are of one time."""
    if _far_in_time(archive.studies[one], archive.studies[other]):
        return False
    kin = archive.related.between(one, other) > 0
    return kin or any(item.quantity is not None for item in borne_out(known, one, other))


def _far_in_time(one: Study, other: Study) -> bool:
    if not one.date or not other.date or len(one.date) < len("2024-05-31") or len(other.date) < len("2024-05-31"):
        return False
    return abs((date.fromisoformat(one.date[:10]) - date.fromisoformat(other.date[:10])).days) > DAYS


def _compared(
    archive: Archive, base: tuple[str, Reckoned], there: tuple[str, list[Reckoned]], follows: list[Reckoned]
) -> Iterator[Finding]:
    """The likest statement of the other document that may be meant for a base, where it differs or agrees."""
    source, own = base
    other, told = there
    alike = [item for item in told if _is_one(own, item)]
    if not alike or any(item.way == own.way and not item.fits(own) and _is_one(own, item) for item in follows):
        return
    best = max(alike, key=lambda item: (item.fits(own), len(_shared(own, item)), -item.start))
    verdict: Verdict = "agrees" if best.fits(own) else "possible-conflict"
    yield _finding(archive, source, own, other, best, verdict)


def _shared(one: Reckoned, other: Reckoned) -> set[str]:
    return {word for word in set(one.words) & set(other.words) if not word.startswith("#")}


def _is_one(base: Reckoned, told: Reckoned) -> bool:
    """Whether what is stated may be meant for what follows: of one kind, noun and subject, and not far from it."""
    if base.way != told.way or base.unit != told.unit:
        return False
    nouns = set(base.nouns) & set(told.nouns)
    if base.way == "share" and not nouns:
        return False
    if base.way == "change" and not set(told.nouns) & {*base.nouns, *base.words}:
        return False
    counted = base.way == "sum" and f"#{base.parts}" in told.words
    if not counted and len(_shared(base, told) - nouns) < FEWEST[base.way]:
        return False
    if base.fits(told):
        return True
    low, high = sorted((base.middle, told.middle))
    if low < 0 or not low:
        return base.way == "change" and high < 0 and low / high <= FARTHEST["change"]
    return high / low <= FARTHEST[base.way]


def _finding(archive: Archive, source: str, base: Reckoned, other: str, told: Reckoned, verdict: Verdict) -> Finding:
    percent = base.way != "sum"
    low, high = (base.low * 100, base.high * 100) if percent else (base.low, base.high)
    real = written(round((low + high) / 2, 1)) + (" per cent" if percent else "")
    says = "as follows from" if verdict == "agrees" else "but"
    follows = f"{base.written} ({source})" if verdict == "agrees" else f"{base.written} ({source}) makes {real}"
    ours, theirs = archive.studies[source], archive.studies[other]
    return finding(
        CHECK,
        fact=(source, base.written, other, told.written, base.way),
        verdict=verdict,
        message=f"{told.written} is stated ({other}), {says} {follows}.",
        sides=[
            [evidence_at(ours, base.start, base.end, value=base.written)],
            [evidence_at(theirs, told.start, told.end, value=told.written)],
        ],
        steps=(
            Step(
                code="reckoned",
                text=f"From {base.written} follows {real}, with rounding {written(low)} to {written(high)}.",
            ),
        ),
        settle=None if verdict == "agrees" else "Reckon again from the figures at their source.",
        weight=0.6,
    )


CHECK = Check(
    id="reckoned-otherwise",
    kind="arithmetic",
    title="A sum, share or change does not follow from another document's figures",
    reads=Archive,
    run=run,
    gathers=(RECKONED, STATEMENTS),
    examples=(
        Example(
            documents={
                "report": "Three schools were paid. Moss got 14 million dollars, Lund 22 million and Berg 19 million.",
                "item": "In all, 71 million dollars went to the three schools of Moss and Lund, the mayor said.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "report": "The Arlen office had 4,200 complaints. Of these, 1,260 concerned damp and mould.",
                "item": "Damp and mould were behind 45 per cent of the complaints to the Arlen office.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "report": "The Arlen office had 4,200 complaints. Of these, 1,260 concerned damp and mould.",
                "item": "Damp and mould were behind 30 per cent of the complaints to the Arlen office.",
            },
            expect="agrees",
        ),
        Example(
            documents={
                "report": "The Arlen office had 4,200 complaints. Of these, 1,260 concerned damp and mould.",
                "item": "Noise was behind 45 per cent of the complaints to the Arlen office.",
            },
            expect=None,
        ),
    ),
)
