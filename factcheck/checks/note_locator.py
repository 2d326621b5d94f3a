"""The text names an article, a section or a page of a work, and its note another one.

It holds what the words before a note's marker say ("Article 17 of the contract") against the words of that note
("Contract, article 11"). It stays silent where either names several, where the two share no word for the work, and
where the note has the text's number too.

What settles it: the work itself.
"""

import re
from collections.abc import Iterable, Iterator

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import sentence_at
from factcheck.records.document import Block
from factcheck.records.finding import Finding, Step
from factcheck.wording import content

_LOCATORS = {
    "article": r"articles?|arts?\.",
    "section": r"sections?|secs?\.|ss?\.|§§?",
    "clause": r"clauses?|cl\.",
    "chapter": r"chapters?|chs?\.|chap\.",
    "paragraph": r"paragraphs?|paras?\.?",
    "rule": r"rules?",
    "regulation": r"regulations?|regs?\.",
    "annex": r"annex(?:es)?|appendix|appendices|schedules?",
    "table": r"tables?",
    "figure": r"figures?|figs?\.",
    "page": r"pages?|pp?\.",
    "volume": r"volumes?|vols?\.",
}
_NUMBER = r"(?P<number>\d{1,4}|[IVXL]{1,6}|[A-H])(?![\w%]|\.\d|,\d{3}| per cent| percent|(?:,| and| or| to|[–-]) ?\d)"
_PATTERNS = {name: re.compile(rf"(?<![\w.])(?:{words}) ?{_NUMBER}", re.IGNORECASE) for name, words in _LOCATORS.items()}


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The places that a text and its note name otherwise."""
    document, last = study.document, 0
    for marker in document.markers:
        sentence = sentence_at(document, max(marker.at - 1, 0))
        if sentence is not None and marker.note is not None:
            start = last if sentence.start < last < marker.at else sentence.start
            yield from _differing(study, (start, marker.at), document.blocks[marker.note])
        last = marker.at


def _differing(study: Study, said: tuple[int, int], note: Block) -> Iterator[Finding]:
    text = study.document.text
    for name, pattern in _PATTERNS.items():
        ours, theirs = list(pattern.finditer(text, *said)), list(pattern.finditer(text, note.start, note.end))
        numbers = {match["number"] for match in (*ours, *theirs)}
        if len(ours) != 1 or len(theirs) != 1 or len(numbers) != 2:
            continue
        shared = (content(text[slice(*said)])[0] & content(text[note.start : note.end])[0]) - {name}
        if shared:
            mine, yours = ours[0]["number"], theirs[0]["number"]
            yield finding(
                CHECK,
                fact=(study.source.id, note.label or "", name, mine, yours),
                verdict="possible-conflict",
                message=f"The text names {name} {mine}, its note {note.label} {name} {yours}.",
                sides=(
                    [evidence_at(study, *ours[0].span(), value=f"{name} {mine}")],
                    [evidence_at(study, note.start, note.end, value=f"{name} {yours}", widen=False)],
                ),
                steps=(Step(code="other-place", text=f"Both speak of the same work: {', '.join(sorted(shared))}."),),
                settle="Look it up in the work.",
                weight=0.5,
            )


_BRIEF = "{}[1]\n\n## Notes\n\n[1] {}\n"

CHECK = Check(
    id="note-locator",
    kind="citation",
    title="The text names one article, section or page, its note another",
    reads=Study,
    run=run,
    examples=(
        Example(
            documents={"a.md": _BRIEF.format("Article 12 of the lease lets the port close.", "Lease, art. 21, p. 4.")},
            expect="possible-conflict",
        ),
        Example(
            documents={"a.md": _BRIEF.format("Article 12 of the lease lets the port close.", "Lease, art. 12, p. 4.")},
            expect=None,
        ),
        Example(
            documents={"a.md": _BRIEF.format("Article 12 of the lease lets the port close.", "Harbour Act, art. 3.")},
            expect=None,
        ),
        Example(
            documents={
                "a.md": _BRIEF.format("Article 12 of the lease lets the port close.", "Lease, articles 3 and 12.")
            },
            expect=None,
        ),
    ),
)
