"""Nothing is lost: whatever ends a command, the project opens, is whole, and answers as if it had been made anew."""

import gc
import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.project import Project
from factcheck.project.base import LOG
from factcheck.project.doctor import examine
from tests.command import tree
from tests.desks import Clock, claim_of, desk
from tests.killing import Told, run

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="work is killed where processes can be forked")

KILLS = 300
NEW_AUDIT = "The county bought four buses in 2021. The depot in Arlen cost $3.5 million. It opened in May 2022.\n"
LEAFLET = "The county bought seven buses in 2021, a leaflet said.\n"
SHEET = """source,passage,statement,decision,by
audit,It has room for ninety buses,The depot has room for ninety buses.,approved,J. Roe
paper,"The depot in Arlen cost $2.5 million",The depot cost that.,approved,J. Roe
"""


class Desk(NamedTuple):
    """A project that is at rest, with what is done to it."""

    root: Path
    first: str
    second: str
    finding: str
    inbox: Path


@pytest.fixture(scope="module")
def resting(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("faults")
    project = desk(folder / "desk")
    report = project.check_json()
    first, second = claim_of(project, "audit", "four buses"), claim_of(project, "paper", "five buses")
    project.approve([claim_of(project, "radio", "four buses")], by="M. Ng")
    project.check_json()
    project.index.close()
    inbox = folder / "inbox"
    inbox.mkdir()
    (inbox / "audit.txt").write_text(NEW_AUDIT, "utf-8")
    (inbox / "audit.md").write_text(NEW_AUDIT, "utf-8")
    (inbox / "leaflet.txt").write_text(LEAFLET, "utf-8")
    (inbox / "desk.csv").write_text(SHEET, "utf-8")
    finding = next(one["id"] for one in report["findings"] if one["verdict"] == "conflict")
    return Desk(project.root, first, second, finding, inbox)


def opened(root: Path) -> Project:
    project = Project.find(root)
    project.clock = Clock()
    return project


Work = Callable[[Project, Desk, Told], object]


def check_anew(project: Project, desk: Desk, told: Told) -> None:
    shutil.rmtree(project.layout.derived)
    Project.find(project.root).check_json()


def extract_anew(project: Project, desk: Desk, told: Told) -> None:
    shutil.rmtree(project.layout.derived)
    Project.find(project.root).extract()


def approve_twice(project: Project, desk: Desk, told: Told) -> None:
    """The first decision is answered before the second is begun."""
    project.approve([desk.first], by="M. Ng")
    told(b"decided")
    project.approve([desk.second], by="M. Ng")


WORKS: dict[str, Work] = {
    "extract": extract_anew,
    "check": check_anew,
    "approve": approve_twice,
    "settle": lambda project, desk, told: project.settle(desk.finding, "accepted", by="M. Ng", why="both are quoted"),
    "undo": lambda project, desk, told: project.undo([project.decisions()[-1].digest], by="M. Ng"),
    "edit claim": lambda project, desk, told: project.edit_claim(desk.first, by="M. Ng", statement="Four were bought."),
    "update": lambda project, desk, told: project.update_source("audit", desk.inbox / "audit.txt"),
    "update to another format": lambda project, desk, told: project.update_source("audit", desk.inbox / "audit.md"),
    "add": lambda project, desk, told: project.add_source(desk.inbox / "leaflet.txt"),
    "remove": lambda project, desk, told: project.remove_source("paper", by="M. Ng"),
    "remove what claims rest on": lambda project, desk, told: project.remove_source("radio", by="M. Ng"),
    "import": lambda project, desk, told: project.import_sheet(desk.inbox / "desk.csv", by="M. Ng"),
}


def worked(root: Path, desk: Desk, work: Work) -> Callable[[Told], None]:
    def child(told: Told) -> None:
        work(opened(root), desk, told)
        told(b" done")

    return child


class Fresh:
    """What a project answers whose index was made anew, by what stands in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, str] = {}

    def report(self, root: Path) -> str:
        stands = tree(root)
        key = repr(sorted(stands.items()))
        if key not in self._known:
            shutil.rmtree(self._folder, ignore_errors=True)
            for name, data in stands.items():
                (self._folder / name).parent.mkdir(parents=True, exist_ok=True)
                (self._folder / name).write_bytes(data)
            (self._folder / "claims").mkdir(exist_ok=True)
            self._known[key] = answer(self._folder)
        return self._known[key]


def answer(root: Path) -> str:
    project = opened(root)
    report = json.dumps(project.check_json())
    project.index.close()
    return report


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Fresh:
    return Fresh(tmp_path_factory.mktemp("fresh") / "desk")


def of_folder(stands: dict[str, bytes], folder: str) -> dict[str, bytes]:
    return {name: data for name, data in stands.items() if name.startswith(folder) and not name.endswith(".torn")}


@pytest.fixture(scope="module", autouse=True)
def light_forks() -> Iterator[None]:
    gc.freeze()
    yield
    gc.unfreeze()


@needs_fork
@pytest.mark.parametrize("name", WORKS)
def test_work_killed_at_any_moment_loses_nothing_and_leaves_nothing_half_done(
    name: str, resting: Desk, fresh: Fresh, tmp_path: Path
) -> None:
    work = WORKS[name]
    shutil.copytree(resting.root, tmp_path / "whole")
    said, moments = run(worked(tmp_path / "whole", resting, work))
    assert said.endswith(b" done")
    before, after = tree(resting.root), tree(tmp_path / "whole")
    rng = random.Random(name)
    for moment in sorted(rng.sample(range(1, moments), KILLS // len(WORKS))):
        root = tmp_path / str(moment)
        shutil.copytree(resting.root, root)
        said, _ = run(worked(root, resting, work), moment)
        assert said in (b"", b"decided")
        project = opened(root)
        assert [one for one in project.verify_log().faults] == [], f"killed at moment {moment}"
        assert examine(project).ailments == (), f"killed at moment {moment}"
        assert json.dumps(project.check_json()) == fresh.report(root), f"killed at moment {moment}"
        project.index.close()
        now = tree(root)
        assert of_folder(now, "sources") in (of_folder(before, "sources"), of_folder(after, "sources"))
        for file, data in of_folder(now, "claims").items():
            assert file == LOG or data in (before.get(file), after.get(file)), f"{file}, killed at moment {moment}"
        assert now[LOG].startswith(before[LOG])
        assert after[LOG].startswith(now[LOG])
        assert not said or len(now[LOG].splitlines()) >= len(before[LOG].splitlines()) + 2
        shutil.rmtree(root)
