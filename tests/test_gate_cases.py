"""Manuscripts with planted errors: what has to be found, and that what is right does not block."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from gates import CASES, case, report

from factcheck.records.gate import CITATIONS, SIGN_OFFS, SUPPORTS, GateReport, Statement
from tests.command import factcheck

ROOT = Path(__file__).parent.parent
NAMES = sorted(path.parent.name for path in CASES.glob("*/draft.md"))
EXPECTED: dict[str, Any] = json.loads((Path(__file__).parent / "own_drafts_expected.json").read_text("utf-8"))


@cache
def judged(name: str) -> GateReport:
    return report((CASES / name / "draft.md").read_text("utf-8"), case(name))


def gold(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CASES / name / "draft.json").read_text("utf-8"))
    return found


def named(statements: tuple[Statement, ...], begins: str) -> Statement:
    found = [one for one in statements if one.exact.startswith(begins)]
    assert len(found) == 1, f"{begins!r} is no statement"
    return found[0]


def is_found(entry: dict[str, Any], statement: Statement) -> bool:
    right = statement.support in entry.get("support", ()) or statement.citation in entry.get("citation", ())
    return right and statement.outcome == "block"


def test_there_are_three_manuscripts_on_other_subjects() -> None:
    assert len(NAMES) >= 3


def test_nine_of_ten_planted_errors_are_found_with_the_right_answer() -> None:
    entries = [(name, entry) for name in NAMES for entry in gold(name)["errors"]]
    missed = [
        (name, entry["begins"])
        for name, entry in entries
        if not is_found(entry, named(judged(name).statements, entry["begins"]))
    ]
    assert len(missed) * 10 <= len(entries), missed


def test_at_most_one_statement_in_a_hundred_is_blocked_wrongly() -> None:
    wrong, right = [], 0
    for name in NAMES:
        planted = [entry["begins"] for entry in (*gold(name)["errors"], *gold(name)["lesser"])]
        clean = [one for one in judged(name).statements if not any(map(one.exact.startswith, planted))]
        right += len(clean)
        wrong += [(name, one.exact, one.why) for one in clean if one.outcome == "block"]
    assert right > 50
    assert len(wrong) * 100 <= right, wrong


@pytest.mark.parametrize("name", NAMES)
def test_lesser_errors_are_told(name: str) -> None:
    for entry in gold(name)["lesser"]:
        statement = named(judged(name).statements, entry["begins"])
        assert statement.citation in entry["citation"]
        assert statement.outcome != "pass"


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_of_a_manuscript_is_a_statement_or_set_aside(name: str) -> None:
    told = judged(name)
    words = " ".join(entry.exact for entry in (*told.statements, *told.set_aside))
    body = (CASES / name / "draft.md").read_text("utf-8").split("\n---\n", 1)[1]
    for figure in ("Who will answer for it?", "731", "£83 million"):
        if figure in body:
            assert figure in words


# Our own


@cache
def own(name: str) -> GateReport:
    ended = factcheck("gate", f"drafts/{name}.md", "--format", "json", "--today", "2025-05-15", cwd=ROOT)
    assert ended.err == ""
    return GateReport.model_validate_json(ended.out)


@pytest.mark.parametrize("entry", EXPECTED["late-bills"], ids=lambda entry: entry["begins"])
def test_a_planted_error_of_our_own_manuscript_is_found_with_the_right_answer(entry: dict[str, Any]) -> None:
    statement = named(own("late-bills").statements, entry["begins"])
    assert (statement.support, statement.citation) == (entry["support"], entry["citation"]), statement.why
    assert statement.sign_off == entry.get("sign_off", statement.sign_off)
    assert statement.outcome == "block"


def test_nothing_else_of_our_own_manuscript_is_blocked() -> None:
    planted = [entry["begins"] for entry in EXPECTED["late-bills"]]
    others = [one for one in own("late-bills").statements if not any(map(one.exact.startswith, planted))]
    assert [(one.exact, one.why) for one in others if one.outcome != "pass"] == []


def test_our_own_manuscript_holds_an_error_of_every_answer() -> None:
    statements = own("late-bills").statements
    assert {one.support for one in statements} == set(SUPPORTS)
    assert {one.citation for one in statements} == set(CITATIONS)
    assert {one.sign_off for one in statements} == set(SIGN_OFFS)
    assert not own("late-bills").publishable


def test_the_corrected_manuscript_passes_under_publication() -> None:
    told = own("late-bills-final")
    assert told.policy == "publication"
    assert [(one.exact, one.why) for one in told.statements if one.outcome != "pass"] == []
    assert told.publishable


@pytest.mark.parametrize("name", ["late-bills", "late-bills-final"])
def test_our_manuscripts_have_six_to_nine_hundred_words(name: str) -> None:
    assert 600 <= len((ROOT / "drafts" / f"{name}.md").read_text("utf-8").split()) <= 900
