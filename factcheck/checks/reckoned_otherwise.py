"""A sum, share or change that one document states does not follow from the figures of another.

Where one document lists parts, gives a part with its whole, a value before and after, or a number with a price, and
another of the same story states their sum, the share, the rest, the change, the whole price or that of one, the second
can be reckoned from the first ("14, 22 and 19 million" and "71 million in all"; "1,260 of 4,200" and "45 per cent of
the complaints"; votes and voters, and the turnout). What agrees is told too. It is silent where either document gives
the other's figure itself, where the sentences share too little, and where the two lie so far apart that they are
hardly meant for one thing.

What settles it: the figures at their source; the rest is a matter of reckoning.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.checks._reckoned import OF_ALL, RECKONED, Reckoned, reckoned
from factcheck.checks.corroborated import borne_out
from factcheck.identity import measure_terms
from factcheck.measuring.outcomes import TOLLS
from factcheck.reckoning.figures import written
from factcheck.records.finding import Finding, Step, Verdict
from factcheck.statements.stated import STATEMENTS, Stated, stated

FARTHEST = {
    "sum": 1.65, "share": 2.0, "turnout": 1.8, "change": 3.0, "rest": 2.0, "product": 3.0, "each": 3.0,
    "difference": 3.0,
}  # fmt: skip
"""How far, as a ratio, what is stated may lie from what follows to be meant for it."""
FEWEST = {"sum": 3, "share": 2, "turnout": 0, "change": 1, "rest": 1, "product": 0, "each": 0, "difference": 1}
"""Words that the two sentences must share, beside the noun of what is counted."""
_YEAR = re.compile(r"#(?:19|20)\d\d")
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


def _figures(item: Reckoned) -> set[str]:
    """The figures that a sentence tells with others, years left out."""
    return {word for word in item.words if word.startswith("#") and not 1500 <= float(word[1:]) <= 2100}


def _is_of_all(base: Reckoned, told: Reckoned) -> bool:
    """Whether a share is said to be "of all", of that of which the other tells the part, in all the words it has."""
    said = {word for word in base.words if not word.startswith("#")}
    return told.parts == OF_ALL and len(said) > 1 and said <= set(told.words)


def _is_one(base: Reckoned, told: Reckoned) -> bool:
    """Whether what is stated may be meant for what follows: of one kind, noun and subject, and not far from it."""
    if base.way != told.way or base.unit != told.unit:
        return False
    if base.way == "sum" and _tolls(told) and _tolls(told) < _tolls(base):
        return False
    nouns, shared = set(base.nouns) & set(told.nouns), _shared(base, told)
    if base.way == "share" and not nouns and not _is_of_all(base, told):
        return False
    if base.way in ("change", "difference") and not set(told.nouns) & {*base.nouns, *base.words}:
        return False
    if base.way in ("rest", "product", "each") and not set(base.nouns) & {*told.nouns, *told.words}:
        return False
    counted = base.way == "sum" and (f"#{base.parts}" in told.words or any(word.startswith("@") for word in shared))
    if told.parts < 0 and not (counted and len(shared) > 1 and (not told.nouns or set(told.nouns) & set(base.words))):
        return False
    years = [{word for word in item.words if _YEAR.fullmatch(word)} for item in (base, told)]
    if base.way in ("change", "difference") and all(years) and years[1] - years[0]:
        return False
    figures = len(_figures(base) & _figures(told))
    alone = base.way in ("change", "difference") and not nouns and not figures
    if not counted and len(shared - nouns) + figures < FEWEST[base.way] + alone:
        return False
    if base.fits(told):
        return True
    low, high = sorted((base.middle, told.middle))
    if low < 0 or not low:
        return base.way == "change" and high < 0 and low / high <= FARTHEST["change"]
    return high / low <= FARTHEST[base.way]


def _tolls(item: Reckoned) -> frozenset[str]:
    """What became of people, by the words around a figure: the rescued are not the rescued, dead and missing."""
    return measure_terms(" ".join(item.words)) & TOLLS


def _finding(archive: Archive, source: str, base: Reckoned, other: str, told: Reckoned, verdict: Verdict) -> Finding:
    percent = base.way in ("share", "turnout", "change")
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
        Example(
            documents={
                "board": "Of the 480 pupils at Arlen School, 264 are girls. A new gym will open in autumn.",
                "item": "There are 196 boys at Arlen School, which gets a new gym in autumn.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "ministry": "The Arlen clinic bought 20,000 test kits at 15 dollars each.",
                "item": "The Arlen clinic paid 450,000 dollars for the 20,000 test kits.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "report": "The Arlen fleet landed 62 tonnes of cod in January, 54 tonnes in February and 61 tonnes in "
                "March.",
                "item": "In the first quarter the Arlen fleet landed 197 tonnes of cod.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "report": "The Arlen line carried 3.5 million passengers last year and 4.2 million this year.",
                "item": "The Arlen line carried 700,000 more passengers than last year.",
            },
            expect="agrees",
        ),
        Example(
            documents={
                "police": "Arlen had 150 burglaries in 2024, against 200 burglaries in 2023.",
                "item": "Burglaries in Arlen have fallen by 40 per cent since 2019.",
            },
            expect=None,
        ),
    ),
)
