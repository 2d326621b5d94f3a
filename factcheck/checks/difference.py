"""A difference between two figures is stated, and is another.

It reads how far two values are said to lie apart: a lead, a margin, a majority, a deficit, an amount over budget ("won
by 120 votes, 1,520 to 1,400"), a rise or fall by so much ("up $5 to $25, from $20"), so many more or fewer ("620
pupils, 70 more than the 550 it was built for"), in one sentence or against the sentences before. It stays silent where
more than two values may be meant or any two of them would fit, where one of them is open ("more than"), and within
the rounding of all three.

What settles it: the two figures at their source.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.language.trends import OTHER_BASIS
from factcheck.reckoning.changes import COMPARES, MOVES, NEARLY, TURNS, Pair
from factcheck.reckoning.figures import Figure, figures_in, written
from factcheck.reckoning.following import change_told, in_units, told_before
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step

_GAPS = "lead|margin|difference|gap|majority|shortfall|surplus|overrun|deficit|overspend|saving|excess|advantage"
_APART = re.compile(
    rf"\b(?<!overall )(?<!total )(?<!aggregate )(?:{_GAPS})(?: in [a-z]+)? of {NEARLY}$|"
    rf"\b(?:won|win|wins|winning|beat|beating|lost|carried|passed|defeated|overspent|"
    rf"underspent|exceeded|overshot|ahead|outnumbered|missed|short)\b[^.,;:()]{{0,40}}? by {NEARLY}$|"
    rf", (?:[a-z]+ (?:(?:him|her|it|them) (?:with )?)?)?an? (?:[a-z]+ )?(?:profit|loss|gain|return) of {NEARLY}$"
)
_TURNED = re.compile(rf"\b(?:(?:{TURNS}|{MOVES}) of|{MOVES} by|by) {NEARLY}$|\b{MOVES} {NEARLY}$")
_FURTHER = re.compile(
    r"^(?:[- ](?:[a-z]+ ){0,2}?| )(?:too (?:many|few|much|little)|over (?:budget|target|the (?:budget|limit))|"
    r"(?:above|below|under|over) (?:budget|target|forecast|estimate|plan)"
    rf"|(?:{COMPARES}) than\b|(?:above|below|over|under|short of) (?:the|its|their|his|her)\b)"
)
_FARTHEST = 2
"""How many times the difference reckoned may be the one stated, where only its words say that it is one."""
_RAISES = re.compile(
    r"\b(?:bring|brings|bringing|brought|tak(?:e|es|ing)|took|rais(?:e|es|ed|ing)|push(?:es|ed|ing)?|lift(?:s|ed|ing)?|"
    r"increas(?:es|ed|ing))\b[^.;:()]{0,60}\b(?:to|from)\b"
)
_ADDED = re.compile(r"^ (?:more|further|additional|extra|other)\b")
_ANOTHER = re.compile(r"\b(?:[Aa]nother|[Aa] further|[Aa]n additional|[Aa]n extra) $")
_FROM = re.compile(r"\bfrom (?:[\w’'-]+ ){1,5}\(?(?:at )?$")
_LEADS = re.compile(r"^[^.;:]{0,60}\bto (?:[\w’'-]+ ){1,5}\(?(?:at )?$")
_SCORE = re.compile(r"^(?: [a-z]+)? to [\d$£€]")
_CLOCK = re.compile(r"^(?: in the (?:early )?(?:morning|afternoon|evening)| at night| o['’]clock| ?[ap]\.?m\b)")
_ALONE = re.compile(rf"^ (?:[a-z]+ )?(?:{COMPARES}) ?(?:[.;,)]|$)")
_APPOSED = re.compile(rf"(?:, (?:or )?|\(){NEARLY}$")


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The differences that are another."""
    text = study.document.text
    for number, sentence in enumerate(study.document.sentences):
        if OTHER_BASIS.search(text, sentence.start, sentence.end):
            continue
        for figure in _own(study, sentence):
            if figure.dimension in ("share", "factor") or not figure.is_exact or (figure.value < 1 and figure.is_bare):
                continue
            cue = _cue(text, sentence, figure)
            found = _of(study, sentence, number, figure, loose=cue == "apart") if cue else None
            if found is not None:
                yield found


def _cue(text: str, sentence: Sentence, figure: Figure) -> str | None:
    """Whether a figure is said to be the distance of two others ("apart"), or how far something moved ("moved")."""
    before = text[max(sentence.start, figure.start - 80) : figure.start]
    after = text[figure.end : min(figure.end + 60, sentence.end)]
    if _CLOCK.match(after):
        return None
    if _SCORE.match(after):
        return "moved" if _TURNED.search(before) else None
    if _APART.search(before) or _FURTHER.match(after) or (_APPOSED.search(before) and _ALONE.match(after)):
        return "apart"
    added = _ADDED.match(after) or _ANOTHER.search(before)
    if added and _RAISES.search(text, figure.end, sentence.end):
        return "moved"
    return "moved" if _TURNED.search(before) else None


def _of(study: Study, sentence: Sentence, number: int, stated: Figure, *, loose: bool) -> Finding | None:
    stated = in_units([*told_before(study, number, 2), stated])[-1]
    if stated.unit == "points" and any(item.unit == "percent" for item in _own(study, sentence)):
        stated = replace(stated, dimension="share-point")

    def is_value(item: Figure) -> bool:
        if stated.dimension == "share-point":
            return item.unit == "percent" and item.is_exact
        return item.is_like(stated) and item.is_exact and item.half <= item.value / 4

    found = change_told(study, number, stated, is_value, loose=loose)
    pairs = (found.pair, *found.others) if found is not None else _leading_to(study, sentence, stated) if loose else ()
    if not pairs or any(_fits(stated, pair) for pair in pairs):
        return None
    low, high = _limits(pairs[0])
    near = low <= stated.high * _FARTHEST and stated.low <= high * _FARTHEST
    if high <= 0 or (loose and not near):
        return None
    return _finding(study, sentence, stated, pairs[0])


def _own(study: Study, sentence: Sentence) -> list[Figure]:
    return figures_in(study, sentence.start, sentence.end, apart=True)


def _leading_to(study: Study, sentence: Sentence, stated: Figure) -> tuple[Pair, ...]:
    """The two values right before a distance, if a text leads from the one to the other ("from Arlen (1,120 m) to")."""
    text = study.document.text
    near = [item for item in figures_in(study, sentence.start, stated.start) if item.is_like(stated) and item.is_exact]
    if len(near) < 2 or not _LEADS.search(text[near[-2].end : near[-1].start]):
        return ()
    return (Pair(near[-2], near[-1]),) if _FROM.search(text[sentence.start : near[-2].start]) else ()


def _limits(pair: Pair) -> tuple[float, float]:
    """How far two values lie apart, with their rounding."""
    one, other = sorted((pair.old, pair.new), key=lambda item: item.low)
    return max(other.low - one.high, 0.0), other.high - one.low


def _fits(stated: Figure, pair: Pair) -> bool:
    low, high = _limits(pair)
    slack = 1e-9 * max(abs(high), 1.0)
    return stated.low <= high + slack and low - slack <= stated.high


def _finding(study: Study, sentence: Sentence, stated: Figure, pair: Pair) -> Finding:
    text = study.document.text
    low, high = _limits(pair)
    lower, higher = sorted((pair.old, pair.new), key=lambda item: item.low)
    said, one, other = (text[item.start : item.end] for item in (stated, lower, higher))
    away = [item for item in (pair.old, pair.new) if not sentence.start <= item.start < sentence.end]
    return finding(
        CHECK,
        fact=(study.source.id, one, other, said),
        verdict="conflict",
        message=f"{said} is stated as the difference, but from {one} to {other} it is {written((low + high) / 2)}.",
        sides=([evidence_at(study, sentence.start, sentence.end, value=said)],),
        context=[evidence_at(study, item.start, item.end) for item in away],
        steps=(Step(code="difference-reckoned", text=f"{other} less {one} is {written(low)} to {written(high)}."),),
        settle="Which of the three is wrong?",
        weight=0.6,
    )


CHECK = Check(
    id="difference",
    kind="arithmetic",
    title="A stated difference is not that of the two figures",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"item": "The £48m ground ended up costing £83m. That is £38m over budget."},
            expect="conflict",
        ),
        Example(
            documents={"item": "The £48m ground ended up costing £83m. That is £35m over budget."},
            expect=None,
        ),
        Example(
            documents={"item": "She took 271,900 votes and he took 259,300, a lead of 12,600."},
            expect=None,
        ),
        Example(
            documents={"item": "Losses widened by $3 million to $11 million, from $5 million."},
            expect="conflict",
        ),
        Example(
            documents={"item": "The school has 620 pupils, 90 more than the 550 it was built for."},
            expect="conflict",
        ),
        Example(
            documents={
                "guide": "It is 2,430 m long and leads from Arlen (1,120 m) to Karr (2,084 m), a difference of 1,064 m."
            },
            expect="conflict",
        ),
        Example(
            documents={"item": "Revenue rose $3 million to $11 million, and costs came to $7 million."},
            expect=None,
        ),
    ),
)
