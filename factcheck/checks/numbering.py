"""Numbers or letters that count sections, notes, tables or list items are given twice, or one is left out.

It follows each sequence (the headings under one heading, the items of one list, the notes, the tables, the
paragraphs that begin with "§ 1", "Step 2" and the like)
and says where a label comes twice in a row or where one is skipped, and which notes have no marker in the text
or which markers no note. It stays silent where a count begins anew at its first label, where a sequence
starts late (an excerpt), and where most notes have no marker, because the file has lost them.

What settles it: renumber, or find the part that was left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.contexts.labels import label_after, numbers_of
from factcheck.contexts.places import sentence_at
from factcheck.lists.numbered_paragraphs import numbered_paragraphs
from factcheck.records.document import Block, Marker
from factcheck.records.finding import Evidence, Finding, Step

_LONGEST_GAP = 3
_FEWEST_NAMED = 4
_NUMBERED = re.compile(r"((?:[0-9]{1,3}\.){1,3})([0-9]{1,3})\.?\s")
_CAPTION = re.compile(r"(Table|Figure|Chart|Map|Box|Exhibit|Graph|Fig\.)\s+([0-9]{1,3}|[A-Z]|[IVXL]{1,6})\b")


@dataclass(frozen=True)
class _Entry:
    """One member of a sequence: its label, and the span that shows it."""

    label: str
    start: int
    end: int


@dataclass(frozen=True)
class _Sequence:
    what: str
    where: str
    entries: tuple[_Entry, ...]
    stem: str = ""
    """What stands before every label of it: "3." of 3.1 and 3.2."""

    def shown(self, label: str) -> str:
        """A label of it in full."""
        return self.stem + label


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The breaks in every sequence of labels."""
    found = (*_headings(study), *_paragraphs(study), *_named(study), *_lists(study), *_captions(study), *_notes(study))
    for sequence in found:
        yield from _breaks(study, sequence)
    yield from _markers(study)


def _headings(study: Study) -> Iterator[_Sequence]:
    """The labelled headings that follow each other under one heading."""
    open_headings: list[Block] = []
    grouped: dict[tuple[int, str], tuple[str, list[_Entry]]] = {}
    for block in study.document.blocks:
        if block.kind != "heading":
            continue
        while open_headings and open_headings[-1].level >= block.level:
            open_headings.pop()
        if block.label:
            parent = open_headings[-1].start if open_headings else -1
            stem, last = _split(block.label)
            entries = grouped.setdefault((parent, stem), (block.section or "", []))[1]
            entries.append(_Entry(last, block.start, block.end))
        open_headings.append(block)
    for (_, stem), (where, entries) in grouped.items():
        yield _Sequence("section", where, tuple(entries), stem)


def _split(label: str) -> tuple[str, str]:
    """ "2.1" as its stem "2." and the last part "1"."""
    plain = label.strip(" .()")
    stem, dot, last = plain.rpartition(".")
    return stem + dot, last


def _paragraphs(study: Study) -> Iterator[_Sequence]:
    """The paragraphs that are numbered 3.1, 3.2 and so on."""
    grouped: dict[str, list[_Entry]] = {}
    for block in study.document.blocks:
        match = _NUMBERED.match(study.document.text, block.start, block.end)
        if match and block.kind in ("paragraph", "list-item"):
            sentence = sentence_at(study.document, block.start)
            end = sentence.end if sentence else block.end
            grouped.setdefault(match[1], []).append(_Entry(match[2], block.start, end))
    for stem, entries in grouped.items():
        if len(entries) > 1:
            yield _Sequence("paragraph", "", tuple(entries), stem)


def _named(study: Study) -> Iterator[_Sequence]:
    """The paragraphs that begin with a word and its number, from the first on: "§ 1", "Step 2", "Recommendation 3:"."""
    for word, entries in numbered_paragraphs(study).items():
        numbers = [int(entry.label) for entry in entries]
        steps = [after - before for before, after in pairwise(numbers)]
        # One break alone is a slip; where there are several, the text tells of some of them only, or begins anew.
        if len(entries) >= _FEWEST_NAMED and numbers[0] == 1 and sum(step != 1 for step in steps) == 1:
            shown = tuple(_Entry(entry.label, entry.start, entry.end) for entry in entries)
            yield _Sequence("section" if word == "§" else word.lower().rstrip("."), "", shown)


def _lists(study: Study) -> Iterator[_Sequence]:
    grouped: dict[int, list[_Entry]] = {}
    for block in study.document.blocks:
        if block.kind == "list-item" and block.list is not None and block.label:
            entry = _Entry(_split(block.label)[1], block.start, block.end)
            grouped.setdefault(block.list * 100 + block.level, []).append(entry)
    for entries in grouped.values():
        yield _Sequence("list item", "", tuple(entries))


def _captions(study: Study) -> Iterator[_Sequence]:
    grouped: dict[str, list[_Entry]] = {}
    for block in study.document.blocks:
        if block.kind not in ("caption", "heading", "title"):
            continue
        match = _CAPTION.match(study.document.text, block.start, block.end)
        if match:
            word = "figure" if match[1] == "Fig." else match[1].lower()
            grouped.setdefault(word, []).append(_Entry(match[2], block.start, block.end))
    for word, entries in grouped.items():
        yield _Sequence(word, "", tuple(entries))


def _notes(study: Study) -> Iterator[_Sequence]:
    blocks = [block for block in study.document.blocks if block.kind == "note" and block.label]
    yield _Sequence("note", "", tuple(_Entry(block.label or "", block.start, block.end) for block in blocks))


def _breaks(study: Study, sequence: _Sequence) -> Iterator[Finding]:
    entries = sequence.entries
    numbers = numbers_of([entry.label for entry in entries])
    if numbers is None:
        return
    for place in range(1, len(entries)):
        before, here = numbers[place - 1], numbers[place]
        if here == before:
            yield _double(study, sequence, place)
        elif 2 <= here - before <= _LONGEST_GAP + 1 and not _returns(numbers, place) and not _made_up(numbers, place):
            yield _gap(study, sequence, place)


def _returns(numbers: Sequence[int], place: int) -> bool:
    """Whether the number that seems skipped stands elsewhere in the sequence, so that it is out of order."""
    return any(numbers[place - 1] < number < numbers[place] for number in numbers)


def _made_up(numbers: Sequence[int], place: int) -> bool:
    """Whether labels given twice before make up for what is skipped here, so that the slip is told already."""
    return numbers[place] - numbers[0] == place


def _double(study: Study, sequence: _Sequence, place: int) -> Finding:
    first, second = sequence.entries[place - 1], sequence.entries[place]
    one, two, label = _shown(study, first), _shown(study, second), sequence.shown(first.label)
    after = sequence.entries[place + 1 : place + 2]
    where = f" under {sequence.where}" if sequence.where else ""
    return finding(
        CHECK,
        fact=(study.source.id, sequence.what, sequence.where, label, one.exact, "double"),
        verdict="conflict",
        message=f"Two {_many(sequence.what)}{where} are numbered {label}: “{_short(one)}” and “{_short(two)}”.",
        sides=((one,), (two, *(_shown(study, entry) for entry in after))),
        steps=(
            Step(code="label-twice", text=f"{label} stands twice in a row."),
            Step(code="label-expected", text=f"After it comes {sequence.shown(label_after(first.label))}."),
        ),
        settle=f"Renumber from the second on, and look after every reference to these {_many(sequence.what)}.",
        weight=0.6 if sequence.what == "section" else 0.4,
    )


def _gap(study: Study, sequence: _Sequence, place: int) -> Finding:
    first, second = sequence.entries[place - 1], sequence.entries[place]
    expected = sequence.shown(label_after(first.label))
    before, after = sequence.shown(first.label), sequence.shown(second.label)
    where = f" under {sequence.where}" if sequence.where else ""
    return finding(
        CHECK,
        fact=(study.source.id, sequence.what, sequence.where, before, after, "gap"),
        verdict="possible-conflict",
        message=f"The {_many(sequence.what)}{where} go from {before} to {after}; {expected} is missing.",
        sides=((_shown(study, first),), (_shown(study, second),)),
        steps=(Step(code="label-skipped", text=f"After {before} comes {expected}, not {after}."),),
        settle=f"Was {sequence.what} {expected} taken out, lost on the way, or is this a slip in numbering?",
        weight=0.4,
    )


def _markers(study: Study) -> Iterator[Finding]:
    """Markers without a note and notes without a marker, where most have both."""
    document = study.document
    labels = [block.label for block in document.blocks if block.kind == "note"]
    marked = {marker.label for marker in document.markers}
    lost = [marker for marker in document.markers if marker.note is None and marker.label not in labels]
    if labels and (len(lost) * 4 <= len(document.markers) or _is_one_beyond(lost, labels)):
        for marker in lost:
            where = evidence_at(study, max(marker.at - 1, 0), marker.at)
            yield finding(
                CHECK,
                fact=(study.source.id, "marker", marker.label),
                verdict="conflict",
                message=f"The text has a marker for note {marker.label}, but there is no such note.",
                sides=((where,),),
                steps=(Step(code="note-missing", text=f"None of the {len(labels)} notes is numbered {marker.label}."),),
                settle=f"Where is note {marker.label}?",
                weight=0.5,
                kind="citation",
            )
    idle = [block for block in document.blocks if block.kind == "note" and block.label and block.label not in marked]
    if len(idle) * 4 <= len(labels) and not _is_one_beyond(lost, labels):
        for block in idle:
            yield finding(
                CHECK,
                fact=(study.source.id, "note", block.label or ""),
                verdict="possible-conflict",
                message=f"Note {block.label} belongs to no place in the text: its marker is missing.",
                sides=((_shown(study, _Entry(block.label or "", block.start, block.end)),),),
                steps=(Step(code="marker-missing", text=f"No marker {block.label} stands in the text."),),
                settle=f"Which sentence does note {block.label} support?",
                weight=0.3,
            )


def _is_one_beyond(lost: Sequence[Marker], labels: Sequence[str | None]) -> bool:
    """Whether one marker alone has no note, and its number is the next or next but one of notes that are all there."""
    count = len(labels)
    whole = count > 1 and labels == [str(number) for number in range(1, count + 1)]
    return whole and len(lost) == 1 and lost[0].label in (str(count + 1), str(count + 2))


def _many(noun: str) -> str:
    return f"{noun}es" if noun.endswith("x") else f"{noun}s"


def _shown(study: Study, entry: _Entry) -> Evidence:
    return evidence_at(study, entry.start, entry.end, value=entry.label, widen=False)


def _short(evidence: Evidence) -> str:
    line = " ".join(evidence.exact.split())
    return line if len(line) <= 60 else line[:59].rsplit(" ", 1)[0] + " …"


_BRIEF = (
    "# Harbours\n\n## I. The coast\n\n### A. North harbour\n\nIt silts up every year.\n\n### {}\n\nIt lies open.\n\n"
    "### {}\n\nIt is new.\n\n## II. The ships\n\nThere are few.\n"
)

_RULES = (
    "Article 1. The club is called Oar.\n\nArticle {}. It sits in Arlen.\n\nArticle {}. Members pay.\n\n"
    "Article {}. The committee meets in May.\n"
)

_NOTED = (
    "The port silts up.[1] It is dredged each year.[{}]\n\n**Notes**\n\n[1] Pilots, p. 3.\n[2] Dredging Board, p. 8.\n"
)

CHECK = Check(
    id="numbering",
    kind="numbering",
    title="A number or letter in a sequence comes twice or is left out",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"brief.md": _BRIEF.format("B. South harbour", "C. West harbour")}, expect=None),
        Example(documents={"brief.md": _BRIEF.format("A. South harbour", "B. West harbour")}, expect="conflict"),
        Example(
            documents={"brief.md": _BRIEF.format("C. South harbour", "D. West harbour")}, expect="possible-conflict"
        ),
        Example(documents={"rules.md": _RULES.format(2, 3, 4)}, expect=None),
        Example(documents={"paper.md": _NOTED.format(3)}, expect="conflict"),
        Example(documents={"paper.md": _NOTED.format(2)}, expect=None),
        Example(documents={"rules.md": _RULES.format(2, 4, 5)}, expect="possible-conflict"),
        Example(documents={"rules.md": _RULES.format(2, 2, 3)}, expect="conflict"),
        Example(documents={"rules.md": _RULES.format(4, 9, 14)}, expect=None),
    ),
)
