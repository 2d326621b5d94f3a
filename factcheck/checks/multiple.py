"""A value is said to have doubled, halved or risen by a third, and the two values given with it do not.

It reads multiples and fractions in words ("more than doubled, from 40 to 70"; "cut by a third, from 90 to 50"; "three
times as many as the 200 of 2015"; "fivefold") and holds them against the value before and the value after in the
same sentence, or one before it. Words are taken broadly: "doubled" is anything from 1.8 to 2.2 times, "a third"
anything from 0.3 to 0.37. It stays silent where more than two values may be meant or any two of them would fit.

What settles it: the two figures at their source.
"""

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.language.number_words import CARDINALS, FRACTIONS
from factcheck.language.trends import OTHER_BASIS
from factcheck.patterns import any_of
from factcheck.reckoning.changes import COMPARES, MOVES, TURNS, Pair, direction
from factcheck.reckoning.figures import Figure, written
from factcheck.reckoning.following import change_told
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step

_HOW = (
    r"(?:(?P<how>(?:slightly |well |far |much )?more than|over|just over|at least|less than|nearly|almost|about|around|"
    r"roughly|some|virtually|practically|just under|not quite) )?"
)
_STEMS = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}
_TIMES = {"twice": 2.0, "double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "half": 0.5}
_NUMBER = r"(?:[a-z]{3,9}|\d{1,3}(?:\.\d)?)"
_PARTS = any_of(FRACTIONS)
_VERB = re.compile(rf"\b{_HOW}(?P<stem>{'|'.join(_STEMS)})(?:e|ed|es|ing)\b", re.IGNORECASE)
_AS_MANY = re.compile(
    rf"\b{_HOW}(?P<times>{'|'.join(_TIMES)}|(?P<number>{_NUMBER}) times) "
    r"(?:as (?:many|much|high|large|big|long|great|heavy|expensive|dear)|that of|those of|what it|"
    r"the (?:number|figure|sum|amount|total|price|level|rate|(?=[\d$£€])))",
    re.IGNORECASE,
)
_FOLD = re.compile(rf"\b{_HOW}(?P<number>{_NUMBER})-?fold\b", re.IGNORECASE)
_BY = re.compile(
    rf"\b(?:(?:by|up|down|{MOVES})(?: by)?|(?:{TURNS}) of) {_HOW}"
    rf"(?P<number>(?:(?:an?|one|two|three|four) )?(?:{_PARTS}))\b(?! of\b(?! (?:its|their|his|"
    rf"her) [a-z]+\b)| or (?:more|better|less)\b)|"
    rf"\b(?:cut|slashed|reduced|divided) {_HOW.replace('how', 'so')}in (?P<half>half)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    rf"\b{_HOW}(?P<number>(?:an?|one|two|three|four) (?:{_PARTS})) (?P<turn>{COMPARES})\b", re.IGNORECASE
)
_HINT = re.compile(
    r"doubl|tripl|trebl|quadrupl|quintupl|hal[vf]|fold|twice|times|third|quarter|fifth|sixth|eighth|tenth", re.I
)
_SLACK = 0.1
_NOTHING = 1e-9
_UPPER = ("more than", "over", "at least")
_ABOUT = ("about", "around", "roughly", "some", "virtually", "practically")


@dataclass(frozen=True)
class _Multiple:
    """How many times the old value the new one is said to be, at `text[start:end]`."""

    start: int
    end: int
    low: float
    high: float


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The multiples that the two values are not."""
    text = study.document.text
    for number, sentence in enumerate(study.document.sentences):
        if not _HINT.search(text, sentence.start, sentence.end):
            continue
        if OTHER_BASIS.search(text, sentence.start, sentence.end):
            continue
        found = sorted(_multiples(text, sentence), key=lambda item: (item.start, -item.end))
        for item in found[:1]:
            pair = _pair(study, sentence, number, item)
            if pair is not None:
                yield _finding(study, sentence, item, pair)


def _multiples(text: str, sentence: Sentence) -> Iterator[_Multiple]:
    """The multiples that a sentence states."""
    start, end = sentence.start, sentence.end
    for match in _VERB.finditer(text, start, end):
        yield _times(match, _STEMS[match["stem"].lower()])
    for match in (*_AS_MANY.finditer(text, start, end), *_FOLD.finditer(text, start, end)):
        times = match.groupdict().get("times")
        value = _TIMES.get(times.lower()) if times else None
        value = value or _value(match["number"])
        if value is not None and not (value < 1 and match[0].lower().endswith("the ")):
            yield _times(match, value)
    for match in _BY.finditer(text, start, end):
        part = 0.5 if match["half"] else _part(match["number"])
        sign = -1 if match["half"] else direction(text, match.start(), match.end(), end) or _own_sign(match[0])
        if part is not None and sign:
            yield _by(match, part, sign)
    for match in _MORE.finditer(text, start, end):
        part = _part(match["number"])
        if part is not None:
            yield _by(match, part, direction(text, match.start("turn") - 1, match.start("turn") - 1, end))


def _own_sign(words: str) -> int:
    return direction(words, len(words), len(words), len(words))


def _value(words: str | None) -> float | None:
    if not words:
        return None
    if words[0].isdigit():
        return float(words)
    found = {**CARDINALS, "hundred": 100}.get(words.lower())
    return float(found) if found and found > 1 else None


def _part(words: str) -> float | None:
    """The value of "two thirds", "a quarter", "half"."""
    *count, name = words.lower().split()
    part = FRACTIONS.get(name)
    many = _value(count[0]) or 1.0 if count else 1.0
    return part * many if part and part * many < 1 else None


def _times(match: re.Match[str], value: float) -> _Multiple:
    low, high = _limits(match["how"], value)
    return _Multiple(match.start(), match.end(), low, high)


def _by(match: re.Match[str], part: float, sign: int) -> _Multiple:
    low, high = _limits(match["how"], part)
    ends = (1 + sign * low, 1 + sign * high)
    return _Multiple(match.start(), match.end(), max(min(ends), 0.0), max(ends))


def _limits(how: str | None, value: float) -> tuple[float, float]:
    """What a multiple allows with the words before it: more than, nearly, about."""
    words = (how or "").lower()
    if words.endswith(_UPPER):
        return value * (1 - _SLACK / 10), math.inf if value >= 1 else 1.0
    if words == "less than":
        return 0.0, value
    slack = 2 * _SLACK if words else _SLACK
    return value * (1 - slack), value * (1 + (slack if words in _ABOUT else _SLACK))


def _pair(study: Study, sentence: Sentence, number: int, item: _Multiple) -> Pair | None:
    """The two values, where they do not fit the multiple."""
    stated = Figure(item.start, item.end, item.low, item.high, None, "factor")
    found = change_told(study, number, stated, _is_value)
    if found is None or any(_fits(item, pair) for pair in (found.pair, *found.others)):
        return None
    old = found.pair.old
    shares = old.dimension == "share" and not study.document.text.endswith("from ", 0, old.start)
    return None if shares or old.low <= 0 else found.pair


def _is_value(item: Figure) -> bool:
    return item.dimension not in ("factor", "share-point") and item.is_exact and not item.change


def _fits(item: _Multiple, pair: Pair) -> bool:
    """Whether the ratio of the two values, with half of their rounding, is the multiple."""
    if pair.old.low <= 0:
        return False
    old, new = pair.old, pair.new
    low, high = (new.low + new.value) / (old.high + old.value), (new.high + new.value) / (old.low + old.value)
    return item.low <= high + _NOTHING and low - _NOTHING <= item.high


def _finding(study: Study, sentence: Sentence, item: _Multiple, pair: Pair) -> Finding:
    text = study.document.text
    one, other, said = (text[part.start : part.end] for part in (pair.old, pair.new, item))
    times = written(round(pair.new.value / pair.old.value, 2))
    away = [part for part in (pair.old, pair.new) if not sentence.start <= part.start < sentence.end]
    return finding(
        CHECK,
        fact=(study.source.id, one, other, said),
        verdict="conflict",
        message=f"“{said}” is stated, but from {one} to {other} is {times} times as much.",
        sides=([evidence_at(study, sentence.start, sentence.end, value=said)],),
        context=[evidence_at(study, part.start, part.end) for part in away],
        steps=(Step(code="multiple-reckoned", text=f"{other} is {times} times {one}."),),
        settle="Which is wrong, the multiple or one of the two figures?",
        weight=0.55,
    )


CHECK = Check(
    id="multiple",
    kind="arithmetic",
    title="A value has not doubled, halved or changed by the part stated",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"item": "The number of nests more than doubled, from 40 to 70."}, expect="conflict"),
        Example(documents={"item": "The number of nests nearly doubled, from 40 to 76."}, expect=None),
        Example(documents={"item": "The staff has been cut by a third, from 90 to 50."}, expect="conflict"),
        Example(documents={"item": "The fee was cut in half, to $150 from $300."}, expect=None),
        Example(documents={"item": "Attacks doubled, and 40 people in 70 villages were hurt."}, expect=None),
    ),
)
