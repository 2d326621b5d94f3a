"""Whether a statement's citation leads to what bears it out."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.errors import nearest
from factcheck.gate.answers import Answer, Held, does
from factcheck.gate.citations import Cite, Locator, locator_within
from factcheck.gate.drafts import Draft
from factcheck.gate.inventory import Thing
from factcheck.gate.passages import Passage
from factcheck.gate.sourcing import Shelf
from factcheck.language.plain import listed
from factcheck.records.document import Block
from factcheck.records.gate import CitationAnswer

UNCITED = frozenset({"title", "heading", "standfirst", "table-cell", "caption"})
"""Blocks that rest on the text beside them, and carry no citation of their own."""

HEADLINES = frozenset({"title", "heading", "standfirst"})

_PAGES = re.compile(r"(?P<first>\d+|[ivxlc]+)(?:\s?[-–]\s?(?P<last>\d+|[ivxlc]+))?", re.I)
_NUMBERED = re.compile(r"(?:\d+|[IVXLC]+|[A-Z])(?:\.(?:\d+|[IVXLC]+|[A-Z]))*")


@dataclass(frozen=True)
class Named:
    """A citation of a draft with the source that it means, if that is one of the project's."""

    cite: Cite
    source: str | None

    @property
    def at(self) -> int:
        """Where it stands."""
        return self.cite.at


class References:
    """The citations of a draft, resolved, by place."""

    def __init__(self, draft: Draft, shelf: Shelf) -> None:
        self.draft = draft
        self.shelf = shelf
        named = [Named(cite, shelf.resolve(cite)) for cite in draft.cites]
        kept = [one for one in named if one.source or not one.cite.only_if_known]
        self.all = sorted([*kept, *self._in_plain_notes(kept)], key=lambda one: one.at)
        self._places = [one.at for one in self.all]

    def _in_plain_notes(self, known: Sequence[Named]) -> Iterable[Named]:
        """Sources whose title, id or address stands in a note in which no other citation of them was seen."""
        document = self.draft.study.document
        for marker in document.markers:
            if marker.note is not None:
                block = document.blocks[marker.note]
                text = document.text[block.start : block.end]
                there = {one.source for one in known if one.at == marker.at}
                named = self.shelf.named_in(text)
                locator = locator_within(text) if len(named) == 1 else None
                for id in sorted(named - there):
                    yield Named(Cite(marker.at, text, key=id, locator=locator, note=block.label), id)

    @property
    def is_cited(self) -> bool:
        """Whether the draft cites at all."""
        return bool(self.all)

    def of(self, passage: Passage) -> list[Named]:
        """The citations of a sentence: inside it, or right behind it."""
        following = self._next_start(passage)
        first = bisect_right(self._places, passage.start)
        last = bisect_right(self._places, following - 1)
        return self.all[first:last]

    def _next_start(self, passage: Passage) -> int:
        sentences = passage.study.document.sentences
        after = passage.number + 1
        if after < len(sentences) and sentences[after].block == sentences[passage.number].block:
            return sentences[after].start
        return passage.block.end + 1

    def of_block(self, block: Block) -> list[Named]:
        """The citations of a paragraph."""
        first, last = bisect_right(self._places, block.start - 1), bisect_right(self._places, block.end)
        return self.all[first:last]

    def sources_of(self, passage: Passage) -> frozenset[str]:
        """The sources that are cited for a sentence; where it cites none itself, those of its paragraph.

        A headline rests on all that the draft cites.
        """
        if passage.block.kind in HEADLINES:
            return frozenset(one.source for one in self.all if one.source)
        own = frozenset(one.source for one in self.of(passage) if one.source)
        return own or frozenset(one.source for one in self.of_block(passage.block) if one.source)


@dataclass(frozen=True)
class CitationJudgement:
    """What is to be said of a statement's citation, and why; empty where nothing need be said."""

    answer: CitationAnswer
    why: str = ""


PRIMARY = frozenset({"figure", "quotation", "ranking"})
"""Things for which a citation stands; dates, titles and speakers may be known from elsewhere."""

BESIDE = frozenset({"title", "attribution"})
"""Things that say nothing by themselves of what a citation stands for."""


def judge_citation(
    passage: Passage,
    answers: Mapping[Thing, Answer],
    references: References,
    named: frozenset[str],
    elsewhere: bool,
) -> CitationJudgement:
    """The judgement on a sentence's citation. `named` are the sources of which the sentence itself speaks.

    `elsewhere` is set where another sentence cites the passages on which this one rests.
    """
    own = references.of(passage)
    unknown = [one.cite for one in own if one.source is None]
    if unknown:
        told = f"No source of the project is cited as {listed([cite.written for cite in unknown])}."
        return CitationJudgement("unknown", " ".join((told, *_meant(unknown, references.shelf))))
    cited = frozenset(one.source for one in own if one.source)
    telling = {thing: answer for thing, answer in answers.items() if answer.support != "not-checked"}
    if cited:
        return _cited(own, cited, telling, len(telling) == len(answers))
    if passage.block.kind in UNCITED or not references.is_cited or not telling:
        return CitationJudgement("none-needed")
    bearing = _bearing(telling.values())
    beside = frozenset(one.source for one in references.of_block(passage.block) if one.source)
    if bearing & (beside | named):
        return CitationJudgement("right")
    if elsewhere:
        return CitationJudgement("none-needed", "It is cited where the draft says it elsewhere.")
    return CitationJudgement("missing", "Nothing is cited for this.")


def _meant(unknown: Iterable[Cite], shelf: Shelf) -> Iterator[str]:
    """For each key that is none, the one that it was probably written for."""
    for key in dict.fromkeys(cite.key for cite in unknown if cite.key):
        meant = nearest(key, sorted(shelf.sources))
        if meant:
            yield f"Is @{meant} meant?"


def _bearing(answers: Iterable[Answer]) -> frozenset[str]:
    """The sources that bear answers out, or that say otherwise of the same fact."""
    return frozenset(held.source for answer in answers for held in answer.held if held.side)


def _tells(thing: Thing, answer: Answer) -> bool:
    return thing.kind not in BESIDE or answer.support == "no-source-found"


def _cited(
    own: Sequence[Named], cited: frozenset[str], answers: Mapping[Thing, Answer], whole: bool
) -> CitationJudgement:
    """Whether the sources cited say what each thing of the sentence says, and where they are said to.

    `whole` is set where all things of the sentence could be compared.
    """
    borne = {thing: bool(_bearing([answer]) & cited) for thing, answer in answers.items()}
    failing = [thing for thing in answers if thing.kind in PRIMARY and not borne[thing]]
    if whole and not failing and not any(borne.values()) and any(_tells(thing, answers[thing]) for thing in answers):
        failing = list(answers)
    if failing:
        right = sorted(_bearing(answers[thing] for thing in failing if answers[thing].support == "supported"))
        told = f"; {listed(right)} {does(right)}" if right else ""
        what = "all of this" if any(borne.values()) else "this"
        return CitationJudgement("wrong", f"{listed(sorted(cited))} {does([*cited])} not say {what}{told}.")
    return misplaced(own, answers.values()) or CitationJudgement("right")


def misplaced(own: Iterable[Named], answers: Iterable[Answer]) -> CitationJudgement | None:
    """The judgement on citations of which one points to another place of its source than where that says so."""
    bearing = [held for answer in answers for held in answer.for_it]
    for one in own:
        passages = [held for held in bearing if held.source == one.source]
        if one.cite.locator and passages and not any(stands_at(held, one.cite.locator) for held in passages):
            there = place_of(passages[0], one.cite.locator)
            told = f"{one.source} says this {there}, not at “{one.cite.locator.value}”."
            return CitationJudgement("page-wrong", told)
    return None


def stands_at(held: Held, locator: Locator) -> bool:
    """Whether a passage stands where a citation points; true also where that cannot be told."""
    block = held.study.document.block_at(held.start)
    if block is None:
        return True
    if locator.kind == "page":
        return block.page is None or _is_among(block.page, locator.value)
    if locator.kind in ("section", "chapter", "appendix"):
        return _in_section(held, locator.value)
    if locator.kind == "note":
        return block.kind != "note" or block.label is None or _is_among(block.label, locator.value)
    if locator.kind == "paragraph":
        numbered, own = _paragraphs(held)
        return own is None or len(numbered) < FEWEST_NUMBERED or _is_among(own, locator.value)
    return True


def place_of(held: Held, locator: Locator) -> str:
    """Where a passage stands, in words."""
    block = held.study.document.block_at(held.start)
    if block is not None and locator.kind == "page" and block.page:
        return f"on page {block.page}"
    if block is None or not block.section:
        return "elsewhere"
    own = _paragraphs(held)[1]
    return f"in {own}, under “{block.section}”" if own else f"under “{block.section}”"


def _is_among(page: str, given: str) -> bool:
    """Whether a page is among those given: "7", "33-35, 38", "xii"."""
    for match in _PAGES.finditer(given):
        first, last = match["first"].lower(), (match["last"] or match["first"]).lower()
        if page.lower() in (first, last):
            return True
        if page.isdigit() and first.isdigit() and last.isdigit():
            if len(last) < len(first):
                last = first[: len(first) - len(last)] + last
            if int(first) <= int(page) <= int(last):
                return True
    return not _PAGES.search(given)


def _in_section(held: Held, given: str) -> bool:
    """Whether a passage lies under a heading, or in a paragraph, with the number given; true where no heading of the
    source is numbered.
    """
    headings = [one for one in held.study.document.blocks if one.kind == "heading"]
    labels = {_label(one.label) for one in headings if one.label}
    wanted = _NUMBERED.match(given)
    if wanted is None or not labels:
        return True
    above = [_label(one.label) for one in headings if one.label and one.start <= held.start]
    if not above:
        return False
    numbered, own = _paragraphs(held)
    labels |= numbered
    now = [*open_labels(held), *([own] if own else [])]
    label = _label(wanted[0])
    return any(one == label or one.startswith(f"{label}.") for one in now) or (
        label not in labels and label in ".".join(now)
    )


_PARAGRAPH = re.compile(r"(\d{1,4}(?:\.\d{1,3}){0,4})[.)]?\s+(?=[^\W\d_a-z]|[“\"'‘(])")
FEWEST_NUMBERED = 3
"""Numbered paragraphs from which on a source is taken to number them all."""


def _paragraphs(held: Held) -> tuple[set[str], str | None]:
    """The numbers with which paragraphs of a source begin ("2.3 The Authority …"), and that of a passage's own."""
    found, own = set(), None
    for block in held.study.document.blocks:
        if block.kind == "heading" and block.start <= held.start:
            own = None
        elif block.kind in ("paragraph", "list-item"):
            label = block.label if block.kind == "list-item" else None
            match = None if label else _PARAGRAPH.match(held.study.document.text, block.start, block.end)
            number = match[1] if match else _label(label or "")
            if number[:1].isdigit():
                found.add(number)
                own = number if block.start <= held.start else own
    return found, own


def open_labels(held: Held) -> list[str]:
    """The numbers of the headings under which a passage lies, outermost first."""
    open_: list[Block] = []
    for heading in held.study.document.blocks:
        if heading.kind != "heading":
            continue
        if heading.start > held.start:
            break
        open_ = [one for one in open_ if one.level < heading.level]
        open_.append(heading)
    return [_label(one.label) for one in open_ if one.label]


def _label(label: str) -> str:
    return label.strip(" .()").upper()
