"""The repository's own sources and claims: what the demonstration rests on."""

import json
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from factcheck.anchoring import Locator
from factcheck.project import Project
from factcheck.records.finding import Evidence, Report, ReportedFinding

ROOT = Path(__file__).parent.parent
CORPUS = ROOT.parent / "shared" / "corpus"
EXPECTED: dict[str, Any] = json.loads((ROOT / "tests" / "own_sources_expected.json").read_text(encoding="utf-8"))
SOURCES = sorted(path.stem for path in (ROOT / "sources").glob("*.yaml"))
LETTERS = 60
"""From this length a sentence is somebody's own."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy, so that nothing is written into the repository."""
    folder = tmp_path_factory.mktemp("own")
    for name in ("sources", "claims"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "factcheck.toml", folder)
    return Project.find(folder)


@pytest.fixture(scope="module")
def report(project: Project) -> Report:
    return project.check()


def letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.lower())


@cache
def source_letters(source: str) -> str:
    path = next(path for path in (ROOT / "sources").glob(f"{source}.*") if path.suffix != ".yaml")
    return letters(path.read_text(encoding="utf-8"))


def touches(evidence: Evidence, passages: list[list[str]]) -> bool:
    """Whether evidence stands at one of the passages: its words hold them, or they hold it."""
    said = letters(evidence.exact)
    return any(
        evidence.source == source and (said in letters(passage) or letters(passage) in said)
        for source, passage in passages
    )


def sides(finding: ReportedFinding, passages: list[list[str]]) -> set[str]:
    """The sides of a finding that stand at one of the passages."""
    return {item.side for item in finding.evidence if item.side and touches(item, passages)}


def shows(finding: ReportedFinding, item: dict[str, Any]) -> bool:
    """Whether a finding has the verdict of what was expected, and evidence for each of its sides."""
    return finding.verdict in item.get("verdicts", ["agrees"]) and all(sides(finding, side) for side in item["sides"])


def shown(report: Report, label: str) -> dict[str, list[ReportedFinding]]:
    """What was expected and is shown, by its id, with the findings that show it."""
    found = {item["id"]: [one for one in report.findings if shows(one, item)] for item in EXPECTED[label]}
    return {name: findings for name, findings in found.items() if findings}


@pytest.mark.parametrize("label", ["findings", "not_conflicts", "agreements"])
def test_every_expected_passage_stands_in_its_source(label: str) -> None:
    for item in EXPECTED[label]:
        for source, passage in (pair for side in item["sides"] for pair in side):
            assert letters(passage) in source_letters(source), item["id"]


def test_the_planted_differences_are_listed_in_the_docs() -> None:
    page = (ROOT / "docs" / "demo.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| ([OK]\d\d) \| ([^|]+?) \|", page, re.MULTILINE))
    kinds = {item["id"]: item["kind"] for item in EXPECTED["findings"]}
    assert {name: kind for name, kind in rows.items() if name in kinds} == kinds
    assert {name for name in rows if name.startswith("K")} == {item["id"] for item in EXPECTED["not_conflicts"]}


def test_every_source_is_the_file_that_was_recorded(project: Project) -> None:
    assert {state.id: state.state for state in project.verify_sources()} == dict.fromkeys(SOURCES, "ok")


def test_every_source_has_claims_by_people(project: Project) -> None:
    assert {claim.source for claim in project.curated()} == set(SOURCES)
    assert len(project.curated()) >= 25


@pytest.mark.parametrize("source", SOURCES)
def test_every_anchor_is_found_again_at_its_place(project: Project, source: str) -> None:
    document = project.document(source)
    locator = Locator(document)
    for anchor in (anchor for claim in project.records.claims(source) for anchor in claim.anchors):
        place = locator.locate(anchor.exact, anchor.prefix, anchor.suffix)
        assert (place.outcome, place.tier) == ("found", "exact"), anchor
        assert document.text[: place.start].endswith(anchor.prefix), anchor
        assert document.text[place.end :].startswith(anchor.suffix), anchor


def test_every_claim_is_approved_by_somebody_else_and_money_by_two(project: Project) -> None:
    assert set(project.statuses().values()) == {"approved"}
    reviewers: dict[str, set[str]] = {}
    for decision in project.decisions():
        reviewers.setdefault(decision.subject, set()).add(decision.by)
    for claim in project.curated():
        assert claim.found_by not in reviewers[claim.id], claim.id
        assert len(reviewers[claim.id]) >= (2 if "money" in claim.tags else 1), claim.id


@pytest.mark.corpus
def test_no_sentence_of_the_real_documents_stands_in_the_repository() -> None:
    if not CORPUS.is_dir():
        pytest.skip("the real documents are not here")
    whole = {
        letters(sentence): path.stem
        for path in sorted(CORPUS.glob("*.txt"))
        for sentence in re.split(r"(?<=[.!?”])\s+", re.sub(r"\s+", " ", path.read_text(encoding="utf-8")))
        if len(letters(sentence)) >= LETTERS
    }
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    for path in (ROOT / name for name in listed if name and (ROOT / name).is_file()):
        text = letters(path.read_text(encoding="utf-8", errors="ignore"))
        assert [source for sentence, source in whole.items() if sentence in text] == [], path


def test_the_demonstration_shows_ten_differences_of_six_kinds(report: Report) -> None:
    found = shown(report, "findings")
    assert len(found) >= 10
    assert len({finding.kind for findings in found.values() for finding in findings}) >= 6


@pytest.mark.parametrize("name", ["O01", "O03"])
def test_the_demonstration_shows_the_arms_totals_and_the_visit_count(report: Report, name: str) -> None:
    assert name in shown(report, "findings")


def test_the_demonstration_shows_facts_that_agree(report: Report) -> None:
    assert len(shown(report, "agreements")) >= 8


def holds(item: dict[str, Any], trap: dict[str, Any]) -> bool:
    """Whether what was planted is about both passages that look alike, so that it may set them against each other."""
    planted = [(source, letters(words)) for side in item["sides"] for source, words in side]
    return all(
        any(source == own and (letters(words) in said or said in letters(words)) for own, said in planted)
        for side in trap["sides"]
        for source, words in side
    )


@pytest.mark.parametrize("trap", EXPECTED["not_conflicts"], ids=lambda trap: trap["id"])
def test_what_only_looks_alike_is_not_flagged(report: Report, trap: dict[str, Any]) -> None:
    for finding in report.findings:
        one, other = (sides(finding, side) for side in trap["sides"])
        against = finding.verdict in ("conflict", "possible-conflict") and one and other and len(one | other) > 1
        planted = [item for item in EXPECTED["findings"] if shows(finding, item)]
        assert not against or any(holds(item, trap) for item in planted), finding.message
