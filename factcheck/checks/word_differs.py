"""Two sentences are the same but for one thing that they name.

It reads sentences of two documents of one story word by word, and reports those that tell the same in the same order
save that each names another thing in one place ("a collection of clocks", "a collection of porcelain"), where neither
document has the other's word anywhere. It stays silent on times and figures, which other checks hold against each
other, on words that may be of one thing, on what people are called, and on what is quoted.

What settles it: ask which of the two words is right; one of them was likely changed when the text was taken over.
"""

from collections.abc import Iterable
from functools import partial

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.details.rewritten import SENTENCES, Rewritten, rewritten
from factcheck.records.finding import Finding, Step


def run(archive: Archive, _: Archive) -> Iterable[Finding]:
    """The sentences that two documents have but for one thing."""
    for ends in archive.related.twos():
        if archive.asks(*ends):
            study, there = (archive.studies[source] for source in ends)
            for ours, theirs, here, beside, shared in archive.between("word", *ends, partial(_told, study, there)):
                yield _finding(study, there, Rewritten(ours, theirs, tuple(here), tuple(beside), shared))


def _told(study: Study, there: Study) -> list[Rewritten]:
    return list(rewritten(study, there))


def _finding(study: Study, there: Study, found: Rewritten) -> Finding:
    return finding(
        CHECK,
        fact=(study.source.id, there.source.id, found.ours, found.theirs),
        verdict="possible-conflict",
        message=f"Two sentences are the same but for “{found.ours}” ({study.source.id}) and “{found.theirs}” "
        f"({there.source.id}).",
        sides=[
            [evidence_at(study, *found.here, value=found.ours)],
            [evidence_at(there, *found.there, value=found.theirs)],
        ],
        steps=(Step(code="same-sentence", text=f"{found.shared} words stand in the same order in both."),),
        settle="Ask which of the two words is right.",
        weight=0.5,
    )


CHECK = Check(
    id="word-differs",
    kind="event",
    title="One sentence, two things named",
    reads=Archive,
    run=run,
    gathers=(SENTENCES,),
    examples=(
        Example(
            documents={
                "wire": "Thieves took a collection of antique clocks from the music room of Arlen Hall.",
                "paper": "Thieves took a collection of porcelain from the music room of Arlen Hall.",
            },
            expect="possible-conflict",
        ),
        Example(
            documents={
                "wire": "Thieves took a collection of antique clocks from the music room of Arlen Hall.",
                "paper": "Thieves took porcelain, not clocks. The collection was in the music room of Arlen Hall.",
            },
            expect=None,
        ),
        Example(
            documents={
                "wire": "Thieves took a large collection of paintings from the music room of Arlen Hall.",
                "paper": "Thieves took a large collection of pictures from the music room of Arlen Hall.",
            },
            expect=None,
        ),
    ),
)
