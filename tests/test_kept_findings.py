"""What is kept of a source when it is read changes no finding: not what is told, and not its order."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from factcheck import engine
from factcheck.checking import Archive, checks
from factcheck.config import Config
from factcheck.digests import digest_of_bytes
from factcheck.project import Project
from factcheck.reading import read
from factcheck.records.source import Source

CASES = Path(__file__).parent / "cases"
SETS = ("larkspur-collapse", "southmere-ransomware", "oakmere-ventilators")
UNRELATED = "The first snow of 1999 lay on Brunn for nine weeks. Its bakers sold 4,310 loaves, and nobody was hurt.\n"


def add(project: Project, name: str, data: bytes) -> Source:
    """A source of a project, put in its place without being read."""
    source = Source(id=name, title=name, issued="2024-03-02", file=f"{name}.txt", sha256=digest_of_bytes(data))
    (project.root / "sources" / source.file).write_bytes(data)
    project.records.write_source(source)
    return source


def project_of(root: Path, case: str) -> tuple[Project, list[Source]]:
    project = Project.create(root)
    paths = sorted((CASES / case / "docs").iterdir())
    return project, [add(project, path.stem, path.read_bytes()) for path in paths]


def findings_of(root: Path) -> list[dict[str, Any]]:
    """What a process that has read nothing yet says of a project."""
    found: list[dict[str, Any]] = Project(root).check_json()["findings"]
    return found


@pytest.mark.parametrize("case", SETS)
def test_the_findings_of_kept_sources_are_those_of_sources_just_read(case: str, tmp_path: Path) -> None:
    project, sources = project_of(tmp_path, case)
    project.extract()
    kept = project.archive()
    data = {source.id: (project.root / "sources" / source.file).read_bytes() for source in sources}
    fresh = {
        source.id: engine.study(source, read(source, data[source.id]), Config().glossary)
        for source in project.sources()
    }
    told = [engine.run_checks(archive, Config()) for archive in (kept, Archive(fresh))]
    assert told[0]
    assert [one.model_dump_json() for one in told[0]] == [one.model_dump_json() for one in told[1]]


def test_a_source_that_changed_is_told_of_as_if_all_were_read_anew(tmp_path: Path) -> None:
    project, sources = project_of(tmp_path / "desk", "larkspur-collapse")
    before = project.check_json()["findings"]
    path = tmp_path / "desk" / "sources" / sources[0].file
    add(project, sources[0].id, path.read_bytes().replace(b"1", b"7"))
    after = findings_of(project.root)
    assert after != before
    shutil.rmtree(project.root / ".factcheck")
    assert findings_of(project.root) == after


def test_an_unrelated_source_changes_no_finding(tmp_path: Path) -> None:
    project, _ = project_of(tmp_path, "larkspur-collapse")
    before = findings_of(project.root)
    add(project, "a-first-note", UNRELATED.encode())
    assert findings_of(project.root) == before


def test_a_source_that_holds_nothing_for_a_check_would_give_it_nothing(tmp_path: Path) -> None:
    project, _ = project_of(tmp_path, "larkspur-collapse")
    project.extract()
    studies = project.archive().studies.values()
    asked = [check for check in checks() if check.holds is not None]
    assert asked
    for check in asked:
        assert check.holds is not None
        assert [study.holds(check) for study in studies] == [check.holds(study) for study in studies]
