"""One thing is told with two details of which only one can be so.

It reads what fills a slot in a sentence: the offence of which somebody was convicted, a cargo, a weapon, the material
of a statue, a disease, a broken limb, an instrument, the room where a fire began; the seat of a firm, a place of birth,
the hospital to which somebody was taken, a ship's flag. Two documents of one story that fill a slot of one thing with
two words that exclude each other are reported, where neither has the other's word as well; and any two words of such
kinds that stand in one place of two sentences which are all but the same. It stays silent where one word is the wider
one (a vehicle and a lorry), where a document gives several, where what is told is denied, supposed, planned or of
another time, and where the sentences do not share what they are about.

What settles it: ask each source how it knows.
"""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.details.told import DETAILS
from factcheck.details.two import of_two_kinds
from factcheck.records.finding import Finding, Step
from factcheck.stories import Relatedness


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The slots that two documents fill with two words, each once."""
    for ends in archive.related.twos():
        if archive.asks(*ends):
            study, there = (archive.studies[source] for source in ends)
            for slot, *told in archive.between("detail", *ends, partial(_told, study, there, archive.related)):
                sides = (_Side(said, (start, end), means) for said, (start, end), means in told)
                yield _finding(study, there, slot, *sides)


class _Side(NamedTuple):
    """What one document has in a slot: its words, the sentence, and what they may stand for."""

    said: str
    sentence: tuple[int, int]
    means: list[str]


def _told(study: Study, there: Study, related: Relatedness) -> list[tuple[str, _Side, _Side]]:
    """The slots that two documents fill with two words, each once."""
    told: dict[str, tuple[str, _Side, _Side]] = {}
    for one, other in of_two_kinds(study, there, related):
        ours, theirs = (_Side(detail.said, detail.sentence, sorted(detail.means)) for detail in (one, other))
        told.setdefault(one.slot, (one.slot, ours, theirs))
    return list(told.values())


def _finding(study: Study, there: Study, slot: str, one: _Side, other: _Side) -> Finding:
    sources = study.source.id, there.source.id
    return finding(
        CHECK,
        fact=(slot, *sources, *one.means, *other.means),
        verdict="possible-conflict",
        message=f"{' and '.join(sources)} differ on {slot}: {one.said}, and {other.said}.",
        sides=[[evidence_at(at, *detail.sentence, value=detail.said)] for at, detail in ((study, one), (there, other))],
        steps=(Step(code="two-kinds", text="The two words are of two kinds, and neither document has both."),),
        settle="Ask each source how it knows.",
        weight=0.6,
    )


CHECK = Check(
    id="detail-differs",
    kind="event",
    title="One thing, two details",
    reads=Archive,
    run=run,
    gathers=(DETAILS,),
    examples=(
        Example(
            documents={
                "wire": "Ada Berg of Arlen was convicted of theft on Monday by the court in Karrow.",
                "paper": "The court in Karrow found Ada Berg of Arlen guilty of fraud on Monday.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "Ada Berg of Arlen was charged with theft on Monday by the court in Karrow.",
                "paper": "The court in Karrow found Ada Berg of Arlen guilty of fraud on Monday.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "The freighter Norrland was carrying coal when it sank off Arlen on Monday.",
                "paper": "The freighter Norrland, laden with coal and timber, sank off Arlen on Monday.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "The freighter Norrland was carrying coal when it sank off Arlen on Monday.",
                "paper": "The freighter Norrland, laden with timber, sank off Arlen on Monday.",
            },
            expect="possible-conflict",
        ),
    ),
)
