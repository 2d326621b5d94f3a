"""`export`, `import`, and what `check` withholds, as they are run."""

import json
import shutil
from pathlib import Path

import pytest

from factcheck.project import Project
from tests.command import factcheck
from tests.desks import again, desk


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk that was checked, one of its sources confidential, made once."""
    project = desk(tmp_path_factory.mktemp("made") / "desk")
    record = project.root / "sources" / "paper.yaml"
    record.write_text(record.read_text("utf-8") + "confidential: true\n", "utf-8")
    project.report_json()
    return project.root


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Project:
    shutil.copytree(made, tmp_path / "desk")
    return Project.find(tmp_path / "desk")


def test_check_leaves_out_what_is_confidential_says_so_and_still_fails(project: Project) -> None:
    ended = factcheck("check", cwd=project.root)
    assert ended.code == 1
    assert "five" not in ended.out
    assert "1 source is confidential or under embargo, and left out, with what 3 findings say of it." in ended.out
    shown = factcheck("check", "--include", "paper", cwd=project.root)
    assert "The county bought five buses in 2021." in shown.out
    told = json.loads(factcheck("check", "--format", "json", cwd=project.root).out)
    assert told["withheld"] == {"sources": 1, "findings": 3}
    assert [source["id"] for source in told["sources"]] == ["audit", "radio"]


def test_an_export_is_written_and_says_what_it_left_out(project: Project, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    ended = factcheck("export", "--format", "csv", "--output", str(target), cwd=project.root)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "left out, as confidential or under embargo: paper (1 source)\n"
    assert b"five buses" not in target.read_bytes()
    ended = factcheck("export", "--format", "jsonl", "--source", "paper", cwd=project.root)
    assert (ended.code, ended.err) == (0, "")
    assert "five buses" in ended.out


def test_an_import_tells_refused_rows_by_file_and_line_and_ends_with_1(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "checks.csv"
    path.write_text("Quote,Verdict\nroom for ninety buses,signed off\nroom for forty buses,\n", "utf-8")
    arguments = ["import", str(path), "--source", "audit", "--column", "passage=Quote", "--column", "decision=Verdict"]
    arguments += ["--value", "signed off=rejected", "--as", "M. Ng"]
    ended = factcheck(*arguments, "--dry-run", cwd=project.root)
    assert ended.code == 1
    assert ended.out.splitlines() == [
        f"{path}:3: these words are not in audit; did you mean “room for ninety buses”?",
        "would take: 1 claim added, 0 edited, 1 decision logged, 0 rows known already; 1 row refused",
    ]
    assert again(project).curated() == ()
    path.write_text("Quote,Verdict\nroom for ninety buses,signed off\n", "utf-8")
    ended = factcheck(*arguments, cwd=project.root)
    assert (ended.code, ended.out) == (0, "1 claim added, 0 edited, 1 decision logged, 0 rows known already\n")
    assert list(again(project).statuses().values()) == ["rejected"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("export",), "Missing option"),
        (
            ("export", "--format", "paper"),
            "--format 'paper' is not known; choose one of csv, jsonl, webannotation, xlsx",
        ),
        (("export", "--format", "csv", "--include", "gone"), "no source is called 'gone'"),
        (("import", "gone.csv"), "gone.csv: no such file"),
        (("import", "factcheck.toml", "--column", "passage"), "--column 'passage' should be NAME=TEXT"),
        (("check", "--include", "gone"), "no source is called 'gone'"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_line(project: Project, arguments: tuple[str, ...], says: str) -> None:
    ended = factcheck(*arguments, cwd=project.root, FACTCHECK_REVIEWER="M. Ng")
    assert ended.code == 2
    assert says in ended.err
    assert ended.err.count("\n") == 1
