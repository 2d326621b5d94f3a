"""The checks that two processes share say what they say in one, whatever becomes of the other process."""

import os
import sys
import time
from pathlib import Path

import pytest

from factcheck import engine
from factcheck.config import CheckSetting
from factcheck.errors import RecordError
from factcheck.project import Project, apart, checkers, crew
from factcheck.store.between import keeping

CASES = Path(__file__).parent / "cases" / "larkspur-collapse" / "docs"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = Project.create(tmp_path_factory.mktemp("project") / "there")
    made.add_sources(sorted(CASES.iterdir()))
    made.extract()
    return made


@pytest.fixture(autouse=True)
def two(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with two cores on which every project is worth a helper."""
    monkeypatch.setattr(crew, "cores", lambda: 2)
    monkeypatch.setattr(checkers, "WORTH", 1)


def alone(project: Project) -> list[str]:
    return [one.model_dump_json() for one in engine.run_checks(project.archive(), project.config)]


def shared(project: Project, key: str | None = None) -> list[str]:
    config, archive = project.config, project.archive()
    found = checkers.findings(project.root, project.index, key or project.facts_key(), archive, config)
    return [one.model_dump_json() for one in found]


@pytest.fixture
def anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which a helper is started anew."""
    monkeypatch.setattr(apart, "is_safe", lambda: False)


@pytest.mark.usefixtures("anew")
def test_a_helper_that_was_started_anew_says_what_one_says(project: Project) -> None:
    assert shared(project) == alone(project)


def test_two_processes_say_what_one_says(project: Project) -> None:
    assert alone(project)
    assert shared(project) == alone(project)


def test_what_sources_come_to_is_worked_out_by_both_ahead_of_the_checks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each source is held against the later ones by one process, once; and what is kept is found by the checks."""
    desk = Project.create(tmp_path / "desk")
    desk.add_sources(sorted(CASES.iterdir()))
    desk.extract()
    done: list[str] = []
    hand_out = crew.taken

    def next_one(waiting: object, *, last: bool = False) -> str | None:
        word = hand_out(waiting, last=last)  # type: ignore[arg-type]
        done.extend([word] if word else [])
        return word

    monkeypatch.setattr(crew, "taken", next_one)
    archive = keeping(desk.archive(), desk.index)
    found = checkers.findings(desk.root, desk.index, desk.facts_key(), archive, desk.config)
    assert sorted(word for word in done if word.startswith(checkers.AHEAD)) == [
        f"{checkers.AHEAD}{source}" for source in sorted(archive.studies)
    ]
    assert [one.model_dump_json() for one in found] == alone(desk)


def test_the_helper_does_its_part(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    here: list[str] = []
    run_checks, process = engine.run_checks, os.getpid()

    def noted(*given: object, only: tuple[str, ...] = ()) -> object:
        if os.getpid() != process:
            return run_checks(*given, only=only)  # type: ignore[arg-type]
        here.extend(only)
        until = time.monotonic() + 120
        while not helped:
            assert time.monotonic() < until
            time.sleep(0.02)
        return run_checks(*given, only=only)  # type: ignore[arg-type]

    helped: list[str] = []
    hand_out = crew.taken

    def next_one(waiting: object, *, last: bool = False) -> str | None:
        id = hand_out(waiting, last=last)  # type: ignore[arg-type]
        if last and id:
            helped.append(id)
        return id

    monkeypatch.setattr(engine, "run_checks", noted)
    monkeypatch.setattr(crew, "taken", next_one)
    shared(project)
    assert helped[0] == "corroborated"
    assert here[0] == "quantity-differs"
    assert "corroborated" not in here


@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize("program", ["/bin/false", "/nowhere/python"])
def test_a_helper_that_dies_is_done_without(project: Project, program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", program)
    assert shared(project) == alone(project)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are doubled on Linux alone")
def test_a_double_that_dies_is_done_without(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    here, run_checks = os.getpid(), engine.run_checks

    def dying(*given: object, **more: object) -> object:
        if os.getpid() != here:
            os._exit(9)
        return run_checks(*given, **more)  # type: ignore[arg-type]

    expected = alone(project)
    monkeypatch.setattr(engine, "run_checks", dying)
    assert shared(project) == expected


@pytest.mark.usefixtures("anew")
def test_a_helper_that_sees_another_state_does_not_help(project: Project) -> None:
    assert shared(project, "0" * 64) == alone(project)


def test_each_process_begins_at_its_own_end() -> None:
    ids = ["age", "corroborated", "contrary", "numbering", "quantity-differs", "place-differs"]
    assert checkers.in_turn(ids) == [
        "quantity-differs",
        "age",
        "numbering",
        "place-differs",
        "contrary",
        "corroborated",
    ]


def test_a_check_that_is_switched_off_runs_nowhere(project: Project) -> None:
    config = project.config.but(checks={"corroborated": CheckSetting(enabled=False)})
    found = checkers.findings(project.root, project.index, project.facts_key(), project.archive(), config)
    assert found
    assert all(one.check != "corroborated" for one in found)


def test_an_unknown_check_in_the_settings_is_told(project: Project) -> None:
    config = project.config.but(checks={"no-such-check": CheckSetting()})
    with pytest.raises(RecordError, match="no check is called so"):
        checkers.findings(project.root, project.index, project.facts_key(), project.archive(), config)
