"""An internal reference ("see Section IV.C below") leads nowhere, to two places, or the wrong way.

It reads the references to sections, appendices, tables, figures, notes, chapters and boxes of the document
itself and reports those whose target does not exist, those whose label stands on two targets, and those that
say "above" of what comes below. It stays silent where the document has no numbered thing of that kind at all,
since the reference may then be to another work or to a part that is not in the file, unless the document says how many
it has ("this report has three tables", "Section 5 concludes").

What settles it: the heading that is meant.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from factcheck.checking import Archive, Check, Example, Study, evidence_at, finding
from factcheck.citing.references import SILENT
from factcheck.contexts.labels import numbers_of
from factcheck.lists.announced_parts import beyond, parts_said
from factcheck.records.citation import Reference
from factcheck.records.document import Block
from factcheck.records.finding import Evidence, Finding, Step

_MOST_LISTED = 12
_FEWEST_ITEMS, _FEWEST_PARAGRAPHS = 3, 6
_ITEM = re.compile(
    r"\b(?:(?:in|under|at|to|of|see|and|or) )(?P<words>(?:(?:point|item|paragraph|letter|sub-?paragraph) )?"
    r"\((?P<letter>[a-z])\)(?: (?:above|below))?)(?! of\b| to the\b|\()|"
    r"\b(?P<said>paragraph (?P<number>\d{1,3}) (?:above|below))\b|"
    r"\b(?:dealt|deals?|set|described|discussed|explained|shown|given|listed|treated|found|noted|mentioned|reported|stated|"
    r"recorded|considered|addressed) (?:with |out )?(?:in|under|at) "
    r"(?P<bare>paragraph (?P<own>\d{1,3}))\b(?! (?:of|to|in|above|below)\b|,? \()"
)
_OPENINGS = {"appendix": ("appendix", "annex"), "table": ("table",), "figure": ("fig", "chart", "map"), "box": ("box",)}


def run(study: Study, archive: Archive) -> Iterable[Finding]:
    """The references that do not lead to one place."""
    grouped: dict[tuple[str, str, str], list[Reference]] = {}
    for reference in study.citations.references:
        grouped.setdefault((reference.outcome, reference.kind, reference.target), []).append(reference)
    for (outcome, _, _), references in grouped.items():
        if outcome == "dangling":
            yield from _dangling(study, references)
        elif outcome == "ambiguous":
            yield _ambiguous(study, references)
        else:
            yield from _astray(study, references)
    yield from _items(study)
    yield from _beyond(study)


def _beyond(study: Study) -> Iterator[Finding]:
    """References beyond the last table, annex or section that the document says it has, where none is in the file."""
    for kind, said in sorted(parts_said(study).items()):
        if _labelled(study, kind):
            continue
        places = [
            (item.start, item.end, number)
            for item in study.citations.references
            if item.kind == kind and (number := _number(item.target)) is not None and number > said.count
        ]
        for start, end, number in places or beyond(study, said):
            yield finding(
                CHECK,
                fact=(study.source.id, kind, str(number), "beyond"),
                verdict="conflict",
                message=f"The text refers to {kind.capitalize()} {number}, and says it has {said.count} {said.noun}.",
                sides=(
                    [evidence_at(study, start, end, value=f"{kind} {number}")],
                    [evidence_at(study, said.start, said.end, value=f"{said.count}")],
                ),
                steps=(Step(code="target-missing", text=f"By its own account the document has {said.count}."),),
                settle=f"Which {kind} is meant, or is one missing?",
                weight=0.5,
            )


def _number(label: str) -> int | None:
    numbers = numbers_of([label])
    return numbers[0] if numbers else None


def _items(study: Study) -> Iterator[Finding]:
    """References to an item of the one list that the document counts so: "the matter in (e)", "paragraph 12 above"."""
    document, text = study.document, study.document.text
    labels = [block.label for block in document.blocks if block.kind in ("list-item", "paragraph") and block.label]
    for block in document.blocks:
        if block.kind in SILENT or block.kind == "note":
            continue
        for match in _ITEM.finditer(text, block.start, block.end):
            label = match["letter"] or match["number"] or match["own"]
            words = match["words"] or match["said"] or match["bare"]
            near = [one for one in labels if one.isdigit() == label.isdigit()]
            fewest = _FEWEST_PARAGRAPHS if match["bare"] else _FEWEST_ITEMS
            if label in near or len(near) < fewest or len(set(near)) < len(near) or not _counts_up(near, label):
                continue
            start = match.start("words" if match["words"] else "said" if match["said"] else "bare")
            yield finding(
                CHECK,
                fact=(study.source.id, "item", label, "dangling"),
                verdict="possible-conflict",
                message=f"The text refers to {words}, which its list does not have.",
                sides=((evidence_at(study, start, start + len(words), value=words),),),
                steps=(Step(code="target-missing", text=f"The list goes from {near[0]} to {near[-1]}."),),
                settle=f"Which item is meant by {words}?",
                weight=0.4,
            )


def _counts_up(labels: Sequence[str], label: str) -> bool:
    """Whether labels begin with the first, leave none out, and the label is of their kind."""
    numbers = numbers_of(labels)
    return numbers is not None and numbers == list(range(1, len(numbers) + 1)) and len(label) <= len(labels[-1]) + 1


def _dangling(study: Study, references: Sequence[Reference]) -> Iterator[Finding]:
    first = references[0]
    there = _labelled(study, first.kind)
    if not there and first.kind != "appendix":
        return
    named = f"{first.kind.capitalize()} {first.target}"
    exists = ", ".join(
        block.label or study.document.text[block.start : block.start + 20] for block in there[:_MOST_LISTED]
    )
    steps = [
        Step(code="target-missing", text=first.why or f"No {first.kind} of the document is labelled {first.target}.")
    ]
    if exists:
        steps.append(Step(code="targets-there", text=f"Labelled {first.kind}s, in order: {exists}."))
    yield finding(
        CHECK,
        fact=(study.source.id, first.kind, first.target, "dangling"),
        verdict="conflict" if there else "possible-conflict",
        message=f"The text refers to {named}, which the document does not have.",
        sides=(_passages(study, references),),
        context=_targets(study, first.candidates),
        steps=steps,
        settle=f"Which {first.kind} is meant by {named}?",
        weight=0.5,
    )


def _ambiguous(study: Study, references: Sequence[Reference]) -> Finding:
    first = references[0]
    named = f"{first.kind.capitalize()} {first.target}"
    targets = _targets(study, first.candidates)
    return finding(
        CHECK,
        fact=(study.source.id, first.kind, first.target, "ambiguous"),
        verdict="possible-conflict",
        message=f"{named} may mean {len(targets) or 'two'} places: {_listed(targets) or 'its label is given twice'}.",
        sides=(_passages(study, references),),
        context=targets,
        steps=(Step(code="target-ambiguous", text=first.why or f"More than one {first.kind} is labelled so."),),
        settle=f"Which of them is meant by {named}?",
        weight=0.4,
    )


def _astray(study: Study, references: Sequence[Reference]) -> Iterator[Finding]:
    """References that say above of what stands below, or the reverse."""
    for reference in references:
        block = None if reference.block is None else study.document.blocks[reference.block]
        at = _place(study, reference.start)
        if block is None or reference.direction is None or at is None or block.kind == "note":
            continue
        lies = "below" if block.start > at else "above"
        if lies == reference.direction or _holds(study, block, at):
            continue
        named = f"{reference.kind.capitalize()} {reference.target}"
        yield finding(
            CHECK,
            fact=(study.source.id, reference.kind, reference.target, "direction", reference.direction),
            verdict="possible-conflict",
            message=f"The text sends the reader to {named} {reference.direction}, but it stands {lies}.",
            sides=(_passages(study, [reference]), _targets(study, [reference.block or 0])),
            steps=(Step(code="wrong-direction", text=f"{named} begins {lies} this passage."),),
            settle=f"Is {named} meant, or was a part moved?",
            weight=0.3,
        )


def _holds(study: Study, heading: Block, at: int) -> bool:
    """Whether the place lies in the heading's own part."""
    for block in study.document.blocks:
        if block.start > heading.start and block.kind == "heading" and block.level <= heading.level:
            return heading.start <= at < block.start
    return heading.start <= at


def _place(study: Study, offset: int) -> int | None:
    """The offset, or, inside a note, that of the note's marker in the text; null where it has none."""
    block = study.document.block_at(offset)
    if block is None or block.kind != "note":
        return offset
    return next((marker.at for marker in study.document.markers if marker.label == block.label), None)


def _labelled(study: Study, kind: str) -> list[Block]:
    """The labelled blocks that references of this kind could lead to."""
    text, blocks = study.document.text, study.document.blocks
    if kind == "note":
        return [block for block in blocks if block.kind == "note" and block.label]
    if kind in ("section", "chapter"):
        return [block for block in blocks if block.kind == "heading" and block.label]
    heads = [block for block in blocks if block.kind in ("caption", "heading", "title")]
    return [block for block in heads if text[block.start : block.end].lower().startswith(_OPENINGS[kind])]


def _passages(study: Study, references: Iterable[Reference]) -> list[Evidence]:
    return [
        evidence_at(study, item.start, item.end, value=f"{item.kind} {item.target}", widen=True) for item in references
    ]


def _targets(study: Study, blocks: Iterable[int]) -> list[Evidence]:
    found = (study.document.blocks[number] for number in blocks)
    return [evidence_at(study, block.start, block.end, value=block.label, widen=False) for block in found]


def _listed(targets: Sequence[Evidence]) -> str:
    return "; ".join(f"“{' '.join(item.exact.split())[:60]}”" for item in targets)


_BRIEF = (
    "# Harbours\n\n## I. The coast\n\nThe harbours silt up every year (see {}), as the pilots say.\n\n"
    "## II. The ships\n\nThere are few.\n"
)

_COUNTED = (
    "1. The port is old.\n2. It silts up, as is set out in paragraph {}.\n3. It is dredged.\n4. It lies open.\n"
    "5. The trials failed.\n6. The board regrets this.\n"
)

CHECK = Check(
    id="cross-reference",
    kind="cross-reference",
    title="An internal reference leads nowhere, to two places, or the wrong way",
    reads=Study,
    run=run,
    examples=(
        Example(documents={"brief.md": _BRIEF.format("Section III below")}, expect="conflict"),
        Example(documents={"brief.md": _BRIEF.format("Section II below")}, expect=None),
        Example(documents={"brief.md": _BRIEF.format("Section II above")}, expect="possible-conflict"),
        Example(
            documents={"report": "This report has three tables. Spending is set out by county (see Table 4)."},
            expect="conflict",
        ),
        Example(documents={"report.md": _COUNTED.format(14)}, expect="possible-conflict"),
        Example(documents={"report.md": _COUNTED.format(5)}, expect=None),
        Example(
            documents={"report": "This report has three tables. Older years are in Table 7 of the 2021 edition."},
            expect=None,
        ),
    ),
)
