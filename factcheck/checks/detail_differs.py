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

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.details.told import DETAILS, Detail
from factcheck.details.two import of_two_kinds
from factcheck.records.finding import Finding, Step
from factcheck.stories import STORY


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The slots that two documents fill with two words, each once."""
    held = {study.source.id: study for study in archive.holding(CHECK)}
    for source in sorted(held):
        for other, points in sorted(archive.related.kin[source].items()):
            if source < other and other in held and points >= STORY / 2:
                told: set[str] = set()
                for one, two in of_two_kinds(held[source], held[other], archive.related):
                    if one.slot not in told:
                        told.add(one.slot)
                        yield _finding(held[source], one, held[other], two)


def _finding(study: Study, one: Detail, there: Study, other: Detail) -> Finding:
    sources = study.source.id, there.source.id
    return finding(
        CHECK,
        fact=(one.slot, *sources, *sorted(one.means), *sorted(other.means)),
        verdict="possible-conflict",
        message=f"{' and '.join(sources)} differ on {one.slot}: {one.said}, and {other.said}.",
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
    holds=lambda study: bool(study.gathered(DETAILS)[0]),
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
