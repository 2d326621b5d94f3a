"""An average is stated, and is not the total divided by the number.

It reads a total, a number and what comes on each of them ("the 40 clinics treated 6,000 patients, an average of 250
each"; "12 concerts … 30,000 tickets, on average 3,500 per concert"; "84 branches lent 2.1 million books. The average
branch lent 35,000"; "48 vans drove 1.4 million kilometres. Each of them thus covered …"), also where they stand in the
sentences before. It stays silent where any two figures would fit, where the average is not said to be of either, where
the total or the number is open or not the only one, and where the real average is far off.

What settles it: the total and the number at their source.
"""

import re
from collections.abc import Iterable
from itertools import permutations

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.identity import measure_terms
from factcheck.language.numerals import read
from factcheck.reckoning.changes import NEARLY
from factcheck.reckoning.figures import Figure, figures_in, written
from factcheck.reckoning.following import clause_of, follows, in_units, sentences_told, speaks_of_another
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step

_AVERAGE = re.compile(
    rf"\b(?:(?:an|the) average(?: [a-z]+)? of|on average|averaging|an? mean of|works? out at|that is|"
    rf"which is|or) {NEARLY}$"
)
_EACH = re.compile(
    r"^(?: [a-z]+)? (?:each|apiece|a head)\b|"
    r"^(?: [a-z]+)? (?:per|a|an|for each|for every|to each|to an?) (?P<noun>[a-z]+)\b"
)
_ON_AVERAGE = re.compile(r"^(?: [a-z]+){0,3},? on average\b(?! (?:an?|each|every|per) )")
_WITH = re.compile(rf"\b(?:[Ww]ith|[Aa]t) {NEARLY}$")
_TYPICAL = re.compile(
    r"\b(?:[Tt]he|[Aa]n?) (?:average|typical|normal|ordinary|mean) (?P<noun>[a-z]+)\b|"
    r"\b[Ee](?:ach|very one) of (?:them|these|the [a-z]+)\b"
)
_APPOSED = re.compile(rf"^[^.;:()]{{0,40}}(?:, | \(|: | – | — ){NEARLY}$")
_HINT = re.compile(
    r"averag|typical|normal|ordinary|\b[Ee]ach\b|every one|\bmean\b|works? out|that is|which is|[,(–—:] "
)
_LENGTH = re.compile(
    r"(?<![\w.,-])(?:\d+|[a-z]+)(?= (?P<unit>day|night|week|month|year|hour|minute|second|season|evening)s\b)"
)
_SPEEDS = {"h": "hour", "s": "second"}
_HEADS = frozenset("head person".split())
_FARTHEST = 2.0


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The averages that are another."""
    text = study.document.text
    for number, sentence in enumerate(study.document.sentences):
        if not _HINT.search(text, sentence.start, sentence.end):
            continue
        for said in figures_in(study, sentence.start, sentence.end):
            noun = _noun(study, number, said) if _is_said(said) else None
            found = _reckoned_of(study, number, said, noun) if noun is not None else None
            if found is not None:
                yield _finding(study, sentence, said, *found)


def _is_plain(item: Figure) -> bool:
    return _is_said(item) and item.is_exact


def _is_said(item: Figure) -> bool:
    return not item.change and item.dimension not in ("share", "share-point", "factor", "age")


def _noun(study: Study, number: int, said: Figure) -> str | None:
    """What an average is for one of; empty for "each", null where a figure is said to be no average."""
    text, sentence = study.document.text, study.document.sentences[number]
    after, before = text[said.end : min(said.end + 40, sentence.end)], text[sentence.start : said.start]
    each = _EACH.match(after)
    noun = (each["noun"] if each else None) or said.per or _SPEEDS.get((said.unit or "").partition("/")[2])
    if each or noun:
        if noun and _WITH.search(before[-40:]) and not speaks_of_another(study, number, said.start, said.end):
            return noun
        lead = _AVERAGE.search(before[-60:]) or _ON_AVERAGE.match(after[each.end() if each else 0 :])
        return noun or "" if lead or (noun and _is_apposed(study, sentence, said)) else None
    if _ON_AVERAGE.match(after) and not speaks_of_another(study, number, said.start, said.end):
        return ""
    typical = _TYPICAL.search(text, clause_of(text, sentence, said.start, said.end)[0], said.start)
    if typical is None or speaks_of_another(study, number, said.start, said.end):
        return None
    return typical["noun"] or ("" if follows(study, number, said.start, said.end, plainly=True) else None)


def _is_apposed(study: Study, sentence: Sentence, said: Figure) -> bool:
    """Whether a figure stands right behind another, and says the same in another way: "…, more than three a game"."""
    before = figures_in(study, sentence.start, said.start)
    return bool(before) and _APPOSED.match(study.document.text[before[-1].end : said.start]) is not None


def _reckoned_of(study: Study, number: int, said: Figure, noun: str) -> tuple[Figure, Figure] | None:
    """The total and the number that an average is said to be of, where no two figures divided by each other are it."""
    sentence = study.document.sentences[number]
    start = sentences_told(study, number, 2)
    figures = [item for item in figures_in(study, start, sentence.end) if item.start != said.start]
    near = in_units([item for item in figures if _is_plain(item)])
    near = sorted([*near, *_lengths(study.document.text, start, sentence.end)], key=lambda item: item.start)
    pairs = [pair for pair in permutations(near, 2) if _may_be(said, noun, *pair)]
    own = [pair for pair in pairs if all(sentence.start <= item.start < said.start for item in pair)]
    pairs = own if len(own) == 1 else pairs
    rivals = near if said.is_exact else [item for item in near if item.start < said.start]
    if len(pairs) != 1 or any(_fits(said, *pair) for pair in permutations(rivals, 2)):
        return None
    real = pairs[0][0].value / pairs[0][1].value
    return pairs[0] if real / _FARTHEST <= said.value <= real * _FARTHEST else None


def _lengths(text: str, start: int, end: int) -> list[Figure]:
    """Lengths of time as numbers of days or weeks, of which something may be so much on average."""
    found = [(match, read(text, match.start())) for match in _LENGTH.finditer(text, start, end)]
    return [
        Figure(match.start(), match.end(), number.low, number.high, match["unit"], "count", value=number.low)
        for match, number in found
        if number is not None and number.low == number.high
    ]


def _may_be(said: Figure, noun: str, total: Figure, count: Figure) -> bool:
    """Whether the one figure can be the total and the other the number of those that the average is for."""
    alike = (
        (said.unit or "").partition("/")[0] == total.unit if total.dimension != "count" else said.dimension == "count"
    )
    if count.dimension != "count" or count.low < 2 or not alike or total.value <= said.value:
        return False
    if not noun or noun in _HEADS:
        return total.value > count.value or total.dimension != "count"
    return bool(measure_terms(count.unit or "") & measure_terms(noun))


def _fits(said: Figure, total: Figure, count: Figure) -> bool:
    return count.low > 0 and total.low / count.high <= said.high * (1 + 1e-9) and said.low <= total.high / count.low


def _finding(study: Study, sentence: Sentence, said: Figure, total: Figure, count: Figure) -> Finding:
    text = study.document.text
    whole, many, each = (" ".join(text[item.start : item.end].split()) for item in (total, count, said))
    real = written(round(total.value / count.value, 1))
    return finding(
        CHECK,
        fact=(study.source.id, whole, many, each),
        verdict="conflict",
        message=f"{each}{'' if said.per else ' each'} is stated, but {whole} divided by {many} is about {real}.",
        sides=([evidence_at(study, sentence.start, sentence.end, value=each)],),
        context=[evidence_at(study, item.start, item.end) for item in (total, count) if item.start < sentence.start],
        steps=(Step(code="average-reckoned", text=f"{whole} / {many} = {real}."),),
        settle="Which of the three is wrong?",
        weight=0.55,
    )


CHECK = Check(
    id="average",
    kind="arithmetic",
    title="An average is not the total divided by the number",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"item": "The 40 clinics treated 6,000 patients, an average of 250 each."}, expect="conflict"
        ),
        Example(documents={"item": "The 40 clinics treated 6,000 patients, an average of 150 each."}, expect=None),
        Example(
            documents={"item": "Last year 84 branches lent 2.1 million books. The average branch lent 35,000."},
            expect="conflict",
        ),
        Example(
            documents={"item": "The 40 clinics have 6,000 beds, and the surgeons earn an average of $250 a day."},
            expect=None,
        ),
    ),
)
