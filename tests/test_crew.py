"""Sources that several processes study are found to hold what one process finds, whatever becomes of the others."""

import os
import sys
import time
from pathlib import Path

import pytest

from factcheck.checking import Study
from factcheck.config import Glossary
from factcheck.errors import SourceError
from factcheck.project import Project, apart, crew
from factcheck.records.source import Source
from factcheck.store import studies

CASES = Path(__file__).parent / "cases" / "larkspur-collapse" / "docs"


@pytest.fixture
def alone(tmp_path: Path) -> Project:
    """A project as one process alone reads it."""
    made = Project.create(tmp_path / "alone")
    made.add_sources(sorted(CASES.iterdir()))
    return made


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The same project, read by two processes."""
    monkeypatch.setattr(crew, "cores", lambda: 2)
    monkeypatch.setattr(crew, "WORTH", 1)
    made = Project.create(tmp_path / "shared")
    made.add_sources(sorted(CASES.iterdir()))
    return made


def test_few_bytes_are_not_worth_another_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crew, "cores", lambda: 4)
    files = [tmp_path / name for name in "abc"]
    for file in files:
        file.write_bytes(b"x" * (crew.WORTH // 2))
    assert crew.helpers_for(files[:1]) == 0
    assert crew.helpers_for(files[:2]) == 0
    for file in files:
        file.write_bytes(b"x" * crew.WORTH)
    assert crew.helpers_for([*files, tmp_path / "missing"]) == 2
    assert crew.helpers_for(files * 9) == 3


@pytest.fixture(params=["doubled", "started anew"])
def begun(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Either way in which a helper may begin."""
    if request.param != "doubled":
        anew(monkeypatch)


def anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "is_safe", lambda: False)


@pytest.mark.usefixtures("begun")
def test_two_processes_find_what_one_finds(alone: Project, shared: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    told = shared.check().model_dump_json()
    monkeypatch.setattr(crew, "cores", lambda: 1)
    assert told == alone.check().model_dump_json()


@pytest.mark.usefixtures("begun")
def test_a_helper_keeps_what_it_studied(shared: Project) -> None:
    sources, here = shared.sources(), os.getpid()
    begun: list[str] = []

    def wait(source: Source, number: int) -> None:
        """Take the first, and leave all others to the helper."""
        if os.getpid() != here:
            shared.keep_study(source.id)
            return
        begun.append(source.id)
        until = time.monotonic() + 120
        while not all(kept(other) for other in sources if other.id not in begun):
            assert time.monotonic() < until
            time.sleep(0.02)

    def kept(source: Source) -> bool:
        return studies.load(shared.index, source, Glossary(), shared._parts) is not None

    crew.share(shared.root, shared.index, sources, 1, wait)
    assert len(begun) == 1
    assert [source.id for source in sources if not kept(source)] == begun


@pytest.mark.skipif(sys.platform != "linux", reason="processes are doubled on Linux alone")
def test_a_double_that_dies_is_done_without(alone: Project, shared: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    here, study = os.getpid(), Project._fresh

    def dying(project: Project, source: Source, glossary: Glossary) -> Study:
        if os.getpid() != here:
            os._exit(9)
        return study(project, source, glossary)

    monkeypatch.setattr(Project, "_fresh", dying)
    assert shared.extract() == alone.extract()


def test_helpers_that_die_are_done_without(alone: Project, shared: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    anew(monkeypatch)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert shared.extract() == alone.extract()


def test_helpers_that_cannot_be_started_are_done_without(
    alone: Project, shared: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew(monkeypatch)
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert shared.extract() == alone.extract()


def test_a_source_that_cannot_be_read_is_told_of_as_ever(shared: Project) -> None:
    source = shared.sources()[1]
    (shared.root / "sources" / source.file).write_bytes(b"something else")
    with pytest.raises(SourceError, match=f"sources/{source.file} was changed after it was added"):
        shared.extract()


def test_a_helper_takes_no_module_from_the_folder_it_is_started_in(
    shared: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    anew(monkeypatch)
    marker = tmp_path / "ran"
    for name in ("json", "subprocess", "pydantic"):
        (shared.root / f"{name}.py").write_text(f"open({str(marker)!r}, 'w')\n", encoding="utf-8")
    monkeypatch.chdir(shared.root)
    assert all(shared.extract().values())
    assert not marker.exists()
