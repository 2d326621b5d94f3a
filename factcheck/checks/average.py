"""An average is stated, and is not the total divided by the number.

It reads a total, a number and what comes on each of them ("the 40 clinics treated 6,000 patients, an average of 250
each"; "12 concerts … 30,000 tickets, on average 3,500 per concert"; "84 branches lent 2.1 million books. The average
branch lent 35,000"). It stays silent where any two figures of the sentence would fit, where the average is not said to
be of either, where one of the three is open, and where the real average is far off.

What settles it: the total and the number at their source.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import sentences_before
from factcheck.language.nouns import singular
from factcheck.reckoning.changes import NEARLY
from factcheck.reckoning.figures import Figure, figures_in, written
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step

_AVERAGE = re.compile(
    rf"\b(?:(?:an|the) average(?: [a-z]+)? of|on average|averaging|an? mean of|works? out at|that is|"
    rf"which is|or) {NEARLY}$"
)
_EACH = re.compile(
    r"^(?: [a-z]+)? (?:each|apiece|a head)\b|^(?: [a-z]+)? (?:per|a|an|for each|for every|to each) (?P<noun>[a-z]+)\b"
)
_ON_AVERAGE = re.compile(r"^(?: [a-z]+){0,3},? on average\b")
_TYPICAL = re.compile(rf"^[Tt]he (?:average|typical) (?P<noun>[a-z]+) (?:[a-z]+ ){{1,3}}{NEARLY}$")
_HINT = re.compile(r"averag|typical|\bmean of|works? out|that is|which is|, or ")
_FARTHEST = 2.0


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The averages that are another."""
    text = study.document.text
    for number, sentence in enumerate(study.document.sentences):
        if not _HINT.search(text, sentence.start, sentence.end):
            continue
        figures = [item for item in figures_in(study, sentence.start, sentence.end) if _is_plain(item)]
        if len(figures) == 1:
            typical = _TYPICAL.match(text[sentence.start : figures[0].start])
            before = sentences_before(study, number, 1) if typical else []
            if typical and before:
                near = [item for item in figures_in(study, before[0].start, before[0].end) if _is_plain(item)]
                yield from _of(study, sentence, figures[0], typical["noun"], near)
        elif len(figures) == 3:
            said = figures[-1]
            after = text[said.end : min(said.end + 40, sentence.end)]
            each = _EACH.match(after)
            lead = _AVERAGE.search(text[max(sentence.start, said.start - 60) : said.start])
            if each and (lead or _ON_AVERAGE.match(after[each.end() :])):
                yield from _of(study, sentence, said, each["noun"] or said.per, figures[:2])


def _is_plain(item: Figure) -> bool:
    return item.is_exact and not item.change and item.dimension not in ("share", "share-point", "factor", "age")


def _of(study: Study, sentence: Sentence, said: Figure, noun: str | None, near: Sequence[Figure]) -> Iterator[Finding]:
    """A finding where neither of two figures divided by the other is the average."""
    pairs = [pair for pair in permutations(near, 2) if _may_be(said, noun, *pair)] if len(near) == 2 else []
    if len(pairs) != 1 or any(_fits(said, *pair) for pair in permutations(near, 2)):
        return
    total, count = pairs[0]
    real = total.value / count.value
    if real / _FARTHEST <= said.value <= real * _FARTHEST:
        yield _finding(study, sentence, said, total, count)


def _may_be(said: Figure, noun: str | None, total: Figure, count: Figure) -> bool:
    """Whether the one figure can be the total and the other the number of those that the average is for."""
    alike = said.unit == total.unit if total.dimension != "count" else said.dimension == "count"
    if count.dimension != "count" or count.low < 2 or not alike or total.value <= said.value:
        return False
    if noun is None or noun in ("head", "person"):
        return total.value > count.value or total.dimension != "count"
    return count.unit is not None and singular(count.unit.split()[-1].lower()) == singular(noun)


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
        message=f"{each} each is stated, but {whole} divided by {many} is about {real}.",
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
