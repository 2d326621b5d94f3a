"""Lines that give one number each do not add up to the line for the total.

It reads lines of a label and a number ("Under 50: 9", "Cartons 560") that follow each other, the last of them called
total, sum, all or together, and adds up the lines before it. Rounding to the last digit written is allowed. It stays
silent on shares, on years, where fewer than three lines stand before the total, and where the sum lies so far from the
total that they are of different things.

What settles it: the lines at their source.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.places import block_around
from factcheck.reckoning.figures import TOTAL, written
from factcheck.records.finding import Finding, Step

_LINE = re.compile(
    r"^(?P<label>[^\d\n:|]{1,50}|[^\n:|]{1,50}:)[ \t.…]{1,20}"
    r"(?P<number>[£$€]?\d{1,3}(?:,\d{3})+(?:\.\d{1,3})?|[£$€]?\d{1,9}(?:\.\d{1,3})?)[ \t]*(?P<rest>[^\n]{0,12})$",
    re.MULTILINE,
)
_FEWEST, _NEAR = 3, 0.25
"""Lines before the total, and how far the sum may lie from it, as a part of it."""
_READ = frozenset({"paragraph", "heading", "list-item", "verse", "caption"})


@dataclass(frozen=True)
class _Part:
    """A line with its number, and the size of its last digit."""

    start: int
    end: int
    label: str
    number: str
    rest: str

    @property
    def value(self) -> float:
        """The number."""
        return float(self.number.lstrip("£$€").replace(",", ""))

    @property
    def digit(self) -> float:
        """The size of its last digit, 0 for a whole number."""
        return float(10 ** -len(self.number.partition(".")[2])) if "." in self.number else 0.0


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The totals that the lines before them are not."""
    lines: list[_Part] = []
    for part in _parts(study):
        if lines and study.document.text[lines[-1].end : part.start].strip():
            lines = []
        if TOTAL.match(part.label):
            if len(lines) >= _FEWEST and not _adds_up(lines, part):
                yield _finding(study, lines, part)
            lines = []
        elif part.rest == "":
            lines.append(part)
        else:
            lines = []


def _parts(study: Study) -> Iterator[_Part]:
    text = study.document.text
    for match in _LINE.finditer(text):
        block = block_around(study.document, match.start("number"))
        if block is not None and block.kind in _READ:
            yield _Part(match.start(), match.end(), match["label"], match["number"], match["rest"].strip())


def _adds_up(lines: Sequence[_Part], total: _Part) -> bool:
    """Whether the lines make the total, or are surely none of its parts."""
    whole, parts = total.value, [line.value for line in lines]
    if total.rest or all(1900 <= value <= 2100 for value in parts) or not whole:
        return True
    slack = sum(line.digit for line in (*lines, total)) / 2 + 1e-9
    apart = abs(sum(parts) - whole)
    return apart <= slack or apart > _NEAR * whole


def _finding(study: Study, lines: Sequence[_Part], total: _Part) -> Finding:
    said = " + ".join(line.number for line in lines)
    real = written(sum(line.value for line in lines))
    return finding(
        CHECK,
        fact=(study.source.id, total.number, *(line.label for line in lines)),
        verdict="conflict",
        message=f"The lines add up to {real}, the total says {total.number}.",
        sides=(
            [evidence_at(study, total.start, total.end, value=total.number, widen=False)],
            [evidence_at(study, line.start, line.end, value=line.number, widen=False) for line in lines],
        ),
        steps=(Step(code="rows-added", text=f"{said} = {real}."),),
        settle="Which line is wrong or missing, or is it the total?",
        weight=0.6,
    )


_LINES = "Boats ordered\n\nArlen: 120\nMossby: 80\nTarn: 40\nTotal: {}\n"

CHECK = Check(
    id="lines-total",
    kind="arithmetic",
    title="Lines do not add up to the line for the total",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"sheet": _LINES.format(250)}, expect="conflict"),
        Example(documents={"sheet": _LINES.format(240)}, expect=None),
        Example(documents={"sheet": _LINES.format(250).replace("Total", "Moss")}, expect=None),
    ),
)
