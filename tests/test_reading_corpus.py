"""The real documents: what was counted in them by hand is found by the rules."""

import random
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from factcheck.anchoring import Locator
from factcheck.citing import cite
from factcheck.reading import read_text
from factcheck.records.document import Document

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
from anchors import altered, quotations

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the real documents are not beside the repository"),
]

LONGEST = "crisis-group-2022"


@cache
def document(name: str) -> Document:
    return read_text((CORPUS / f"{name}.txt").read_text(encoding="utf-8"), id=name)


def kinds(name: str) -> Counter[str]:
    return Counter(block.kind for block in document(name).blocks)


def labels(kind: str) -> list[str | None]:
    return [block.label for block in document(LONGEST).blocks if block.kind == kind]


def test_all_122_notes_and_markers_are_found_in_sequence() -> None:
    numbers = [str(number) for number in range(1, 123)]
    assert labels("note") == numbers
    assert sorted((marker.label for marker in document(LONGEST).markers), key=int) == numbers
    assert all(marker.note is not None for marker in document(LONGEST).markers)


def test_all_22_pages_are_counted() -> None:
    assert document(LONGEST).pages == 22


def test_the_appendix_lists_8_items() -> None:
    assert labels("list-item") == [str(number) for number in range(1, 9)]


def test_the_headings_have_their_numbering_and_level() -> None:
    headings = [(block.label, block.level) for block in document(LONGEST).blocks if block.kind == "heading"]
    assert headings == [
        ("I", 1), ("II", 1), ("A", 2), ("B", 2), ("III", 1), ("A", 2), ("B", 2), ("C", 2), ("IV", 1), ("A", 2),
        ("A", 2), ("B", 2), ("V", 1), ("VI", 1), ("VII", 1), ("A", 1),
    ]  # fmt: skip


def test_the_body_is_joined_and_holds_no_broken_word() -> None:
    text = document(LONGEST).text
    assert "antagonising" in text
    assert "post-coup" in text
    assert "- " not in text.replace(" - ", "")


def test_no_body_paragraph_begins_in_mid_sentence() -> None:
    doc = document(LONGEST)
    begins = [doc.text[block.start] for block in doc.blocks if block.kind == "paragraph"]
    assert all(not first.islower() for first in begins)


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("jamal-2021", {"title": 1, "caption": 3, "standfirst": 1, "byline": 4, "heading": 2, "furniture": 0}),
        ("menon-2025", {"title": 1, "caption": 1, "standfirst": 1, "byline": 2, "heading": 0, "furniture": 17}),
        ("pacnet-2021", {"title": 0, "byline": 1, "heading": 4, "furniture": 1}),
        ("scmp-2022", {"title": 1, "standfirst": 2, "teaser": 2, "heading": 1, "furniture": 0}),
    ],
)
def test_what_surrounds_the_articles_is_told_from_their_text(name: str, counts: dict[str, int]) -> None:
    assert {kind: kinds(name)[kind] for kind in counts} == counts


@pytest.mark.parametrize(
    ("name", "date"), [(LONGEST, "2022-08-04"), ("menon-2025", "2025-04-22"), ("jamal-2021", None), ("scmp-2022", None)]
)
def test_the_date_is_the_printed_one_or_unknown(name: str, date: str | None) -> None:
    assert document(name).date == date


def test_all_30_short_citations_have_the_right_outcome() -> None:
    short = [citation for citation in cite(document(LONGEST)).citations if citation.form != "full"]
    assert Counter(citation.outcome for citation in short) == {
        "resolved": 23,
        "variant": 2,
        "ambiguous": 3,
        "unresolved": 2,
    }
    by_outcome = {
        outcome: [c.note for c in short if c.outcome == outcome] for outcome in ("variant", "ambiguous", "unresolved")
    }
    assert by_outcome == {"variant": ["99", "106"], "ambiguous": ["8", "109", "111"], "unresolved": ["7", "56"]}


def test_all_10_internal_references_have_the_right_outcome() -> None:
    found = [(reference.target, reference.outcome) for reference in cite(document(LONGEST)).references]
    assert found == [
        ("IV", "resolved"), ("A", "resolved"), ("IV.C", "dangling"), ("III.A", "resolved"), ("III.A", "resolved"),
        ("A", "resolved"), ("C", "dangling"), ("II.A", "resolved"), ("IV.C", "dangling"), ("IV.A", "ambiguous"),
    ]  # fmt: skip


def test_500_typed_quotations_are_found_and_none_of_500_altered_ones() -> None:
    random_ = random.Random(7)
    typed = quotations(document(LONGEST).text, random_)
    changed = [altered(quotation, random_) for quotation in typed]
    locator = Locator(document(LONGEST))
    assert {locator.locate(quotation).outcome for quotation in typed} <= {"found", "ambiguous"}
    located = [locator.locate(quotation) for quotation, _ in changed]
    assert {place.outcome for place in located} == {"changed"}
    marks = ".,;:()[]'\""
    assert [[ours.strip(marks) for ours, _ in place.differences] for place in located] == [
        [word.strip(marks)] for _, word in changed
    ]
