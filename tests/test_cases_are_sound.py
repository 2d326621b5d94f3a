"""The sets in tests/cases are sound: what their gold names can be found where it says, once, and by hand-set rules."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from factcheck.records.claim import Kind
from factcheck.records.finding import Verdict

CASES = Path(__file__).parent / "cases"
SETS = sorted(path.parent.name for path in CASES.glob("*/gold.json"))
LEAST = {"findings": 8, "not_conflicts": 10, "agreements": 5}
FEWEST_SETS = 8
DIFFERENCES = frozenset(get_args(Verdict)) - {"agrees", "not-checked"}


def letters(text: str) -> str:
    """What a passage is located by: its letters and digits alone."""
    return re.sub(r"[^0-9a-z$%]+", "", text.lower())


def documents(name: str) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted((CASES / name / "docs").iterdir())}


def gold(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((CASES / name / "gold.json").read_text(encoding="utf-8"))
    return loaded


def items(name: str) -> list[dict[str, Any]]:
    return [item for label in LEAST for item in gold(name)[label]]


def places(haystack: str, needle: str) -> list[int]:
    return [found.start() for found in re.finditer(f"(?={re.escape(needle)})", haystack)]


def spans(item: dict[str, Any], located: dict[str, str]) -> list[list[tuple[str, int, int]]]:
    """Each side's passages as (document, start, end) in letters."""
    return [
        [
            (source, at, at + len(letters(passage)))
            for source, passage in side
            for at in places(located[source], letters(passage))
        ]
        for side in item["sides"]
    ]


def overlap(one: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    shared = min(one[2], other[2]) - max(one[1], other[1])
    return one[0] == other[0] and shared > 0 and shared >= 0.4 * min(one[2] - one[1], other[2] - other[1])


def test_there_are_enough_sets() -> None:
    assert len(SETS) >= FEWEST_SETS


def test_no_two_sets_share_a_document() -> None:
    texts = [text for name in SETS for text in documents(name).values()]
    names = [source for name in SETS for source in documents(name)]
    assert len(set(names)) == len(names)
    assert len(set(texts)) == len(texts)


def test_every_kind_and_every_difference_is_asked_for() -> None:
    findings = [finding for name in SETS for finding in gold(name)["findings"]]
    assert {finding["kind"] for finding in findings} == set(get_args(Kind))
    assert {verdict for finding in findings for verdict in finding["verdicts"]} == DIFFERENCES


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_named_and_large_enough(name: str) -> None:
    loaded = gold(name)
    assert loaded["corpus"] == name
    assert set(loaded) == {"corpus", *LEAST}
    assert {label: len(loaded[label]) >= least for label, least in LEAST.items()} == dict.fromkeys(LEAST, True)
    assert 4 <= len(documents(name)) <= 6


@pytest.mark.parametrize("name", SETS)
def test_ids_are_unique_in_a_set(name: str) -> None:
    ids = [item["id"] for item in items(name)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", SETS)
def test_every_passage_stands_once_in_its_document(name: str) -> None:
    located = {source: letters(text) for source, text in documents(name).items()}
    wrong = [
        (item["id"], source, passage)
        for item in items(name)
        for side in item["sides"]
        for source, passage in side
        if not 8 <= len(letters(passage)) <= 500 or len(places(located[source], letters(passage))) != 1
    ]
    assert wrong == []


@pytest.mark.parametrize("name", SETS)
def test_every_item_says_what_it_is(name: str) -> None:
    loaded = gold(name)
    for finding in loaded["findings"]:
        assert set(finding) == {"id", "kind", "tier", "verdicts", "sides", "why"}
        assert finding["tier"] in {"must", "should", "nice"}
        assert finding["verdicts"]
        assert DIFFERENCES.issuperset(finding["verdicts"])
        assert 1 <= len(finding["sides"]) <= 2
    for item in loaded["not_conflicts"] + loaded["agreements"]:
        assert set(item) == {"id", "why", "sides"}
        assert len(item["sides"]) == 2
    assert all(item["why"] and all(item["sides"]) for item in items(name))


@pytest.mark.parametrize("name", SETS)
def test_the_two_sides_of_an_item_are_different_passages(name: str) -> None:
    located = {source: letters(text) for source, text in documents(name).items()}
    for item in items(name):
        if len(item["sides"]) == 2:
            first, second = spans(item, located)
            assert not any(overlap(one, other) for one in first for other in second), item["id"]


@pytest.mark.parametrize("name", SETS)
def test_no_look_alike_is_itself_expected_as_a_finding(name: str) -> None:
    located = {source: letters(text) for source, text in documents(name).items()}
    expected = [spans(finding, located) for finding in gold(name)["findings"]]
    for trap in gold(name)["not_conflicts"]:
        for sides in expected:
            flat = [span for side in sides for span in side]
            covered = [any(overlap(span, other) for span in side for other in flat) for side in spans(trap, located)]
            assert not all(covered), trap["id"]


@pytest.mark.parametrize("name", SETS)
def test_every_document_has_its_record_with_a_date(name: str) -> None:
    records = json.loads((CASES / name / "sources.csl.json").read_text(encoding="utf-8"))
    assert sorted(record["id"] for record in records) == sorted(documents(name))
    assert all(record["issued"]["date-parts"][0] for record in records)
