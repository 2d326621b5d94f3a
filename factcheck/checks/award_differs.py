"""Two sources name two winners of one contract, tender, order or franchise.

It reads who is said to have won what only one can win ("the contract for the Oster crossing went to Hallam Steel",
"Brandt Bau was awarded …"), and reports two documents of one story that tell of one such thing, by all the words that
say which it is, and name nobody in common. It stays silent on bids and hopes, on what was won at another time, on parts
of a contract, and where a sentence of one document names the winner of the other.

What settles it: the notice of award.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from factcheck.checking import Archive, Check, Example, Gathering, Study, evidence_at, finding
from factcheck.contexts.people import names_in
from factcheck.contexts.places import within
from factcheck.contexts.things import words_of
from factcheck.identity import country_of, same_name
from factcheck.language.awards import award_in
from factcheck.language.signs import signed
from factcheck.records.document import Sentence
from factcheck.records.finding import Finding, Step


class _Won(NamedTuple):
    """What a sentence says was won, by all whom it names; `words` are those that say which it is."""

    winners: tuple[str, ...]
    words: frozenset[str]
    start: int
    end: int


def _won(study: Study, sentence: Sentence) -> _Won | None:
    """What a sentence of a document says was won, by whom."""
    text, names = signed(study.document.text, sentence, within(names_in(study), sentence.start, sentence.end))
    award = award_in(text.rstrip("."))
    if award is None:
        return None
    which = award.thing
    for sign, name in names.items():
        which = which.replace(sign, name.entity)
    words = frozenset().union(*words_of(which))
    winners = tuple(names[sign].entity for sign in award.winners if not country_of(names[sign].entity))
    return _Won(winners, words, sentence.start, sentence.end) if winners and words else None


def _gather(study: Study) -> list[list[object]]:
    found = filter(None, (_won(study, sentence) for sentence in study.document.sentences))
    return [[list(won.winners), sorted(won.words), won.start, won.end] for won in found]


WON = Gathering("won", _gather)


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """What was won by two, by pairs of documents."""
    held = {study.source.id: study for study in archive.holding(CHECK)}
    for source, other in archive.related.twos():
        if source in held and other in held:
            yield from _of_two(held[source], held[other])


def _of_two(ours: Study, theirs: Study) -> Iterator[Finding]:
    """What two documents say was won by two, the first of each."""
    mine, yours = (
        [_Won(tuple(winners), frozenset(words), *place) for winners, words, *place in study.gathered(WON)]
        for study in (ours, theirs)
    )
    told: set[frozenset[str]] = set()
    for one, other in product(mine, yours):
        if one.words == other.words and one.words not in told and _are_two(one.winners, other.winners):
            told.add(one.words)
            yield _finding(ours, one, theirs, other)


def _are_two(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether no name of one side may be a name of the other."""
    return all(same_name(one, other) == "different" for one, other in product(ours, theirs))


def _finding(ours: Study, one: _Won, theirs: Study, other: _Won) -> Finding:
    sides = ((ours, one), (theirs, other))
    said = [" and ".join(won.winners) for _, won in sides]
    return finding(
        CHECK,
        fact=(ours.source.id, theirs.source.id, *sorted(one.words)),
        verdict="possible-conflict",
        message=f"Two winners of one award: {said[0]} in {ours.source.id}, {said[1]} in {theirs.source.id}.",
        sides=[[evidence_at(study, won.start, won.end, value=" and ".join(won.winners))] for study, won in sides],
        steps=(
            Step(code="two-winners", text="Both tell of one contract by the same words, and name nobody in common."),
        ),
        settle="Whom does the notice of award name?",
        weight=0.6,
    )


CHECK = Check(
    id="award-differs",
    kind="attribution",
    title="One contract, two winners",
    reads=Archive,
    run=run,
    holds=lambda study: bool(study.gathered(WON)),
    gathers=(WON,),
    examples=(
        Example(
            documents={
                "trade": "The contract for the Oster crossing went to Hallam Steel on Monday.",
                "paper": "Brandt Bau was awarded the contract for the Oster crossing on Monday.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "trade": "The contract for the Oster crossing went to Hallam Steel on Monday.",
                "paper": "Brandt Bau was awarded the contract for the roads to the Oster crossing on Monday.",
            },
            expect=None,
        ),
        Example(
            documents={
                "trade": "The contract for the Oster crossing went to Hallam Steel on Monday.",
                "paper": "Hallam and Brandt Bau have won the contract for the Oster crossing.",
            },
            expect=None,
        ),
    ),
)
