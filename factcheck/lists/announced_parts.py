"""How many tables, annexes or sections a document says that it has, where they are not in the file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.checking import Study
from factcheck.lists.announcements import COUNT, value_of

_KINDS = {
    "tables": "table", "figures": "figure", "charts": "figure", "annexes": "appendix", "appendices": "appendix",
    "appendixes": "appendix", "chapters": "chapter", "sections": "section", "boxes": "box",
}  # fmt: skip
_HAS = re.compile(
    r"\b(?:[Tt]h(?:is|e|e present)|[Oo]ur|[Ii]ts) (?:[a-z]+ )?(?:report|paper|volume|study|document|text|brief|review|"
    r"article|thesis|guide|manual|yearbook|book|note|evaluation|audit|survey|answer|statement)\b[^.;:]{0,60}?\b"
    r"(?:has|have|contains?|includes?|comprises?|consists of|is (?:divided|organi[sz]ed|split) into|in)"
    rf" {COUNT} (?:[a-z]+ )?(?P<kind>{'|'.join(_KINDS)})\b",
)
_SECTION = re.compile(r"\b(?P<kind>[Ss]ection|[Cc]hapter) (?P<number>\d{1,2})(?!\d|\.\d)(?=(?P<after>[^.;]{0,20}))")
_ENDS = re.compile(r",? (?:then |finally )?(?:concludes|sums up|draws|summari[sz]es|ends|closes)\b")
_OTHERS = re.compile(r" of (?:the|that|this|its|his|her) [A-Za-z]")
_FEWEST = 3


@dataclass(frozen=True)
class Said:
    """What `text[start:end]` says: that the document has `count` parts of a kind ("table"), `noun` in the plural."""

    start: int
    end: int
    kind: str
    count: int
    noun: str


def parts_said(study: Study) -> dict[str, Said]:
    """What the document says of the number of its parts, by kind; only where it says so once."""
    text = study.document.text
    found: dict[str, list[Said]] = {}
    for match in _HAS.finditer(text):
        kind, count = _KINDS[match["kind"]], value_of(match["count"])
        if count is not None:
            found.setdefault(kind, []).append(Said(match.start(), match.end(), kind, int(count), match["kind"]))
    for said in _outlines(study):
        found.setdefault(said.kind, []).append(said)
    return {kind: items[0] for kind, items in found.items() if len(items) == 1}


def _outlines(study: Study) -> Iterator[Said]:
    """ "Section 2 describes the data, Section 3 the model; Section 4 concludes"."""
    for block in study.document.blocks:
        named = list(_SECTION.finditer(study.document.text, block.start, block.end))
        for place, match in enumerate(named):
            numbers = [int(one["number"]) for one in named[: place + 1]]
            in_order = numbers == list(range(numbers[0], numbers[0] + len(numbers)))
            if _ENDS.match(match["after"]) and len(numbers) >= _FEWEST and in_order:
                kind = match["kind"].lower()
                yield Said(named[0].start(), match.end("number"), kind, numbers[-1], f"{kind}s")


def beyond(study: Study, said: Said) -> Iterator[tuple[int, int, int]]:
    """References to sections or chapters behind the last of an outline: where, and to which."""
    for match in _SECTION.finditer(study.document.text):
        if said.start <= match.start() < said.end or _OTHERS.match(match["after"]):
            continue
        if match["kind"].lower() == said.kind and int(match["number"]) > said.count:
            yield match.start(), match.end("number"), int(match["number"])
