"""A small desk for tests of review: four sources that differ, its clock, and its rules."""

import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from factcheck.project import Project

TEXTS = {
    "audit": "The county bought four buses in 2021. The depot in Arlen cost $2.5 million. "
    "It has room for ninety buses.\n",
    "paper": "The county bought five buses in 2021. The depot in Arlen cost $2.5 million, the paper said.\n",
    "radio": "The county bought four buses in 2021, the radio said. The ferry was closed for six weeks in 2020.\n",
}


class Clock:
    """A clock that goes on by a minute each time it is read."""

    def __init__(self) -> None:
        self.time = datetime(2024, 5, 1, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(minutes=1)
        return self.time


def desk(folder: Path, rules: str = "", texts: dict[str, str] = TEXTS) -> Project:
    """A project with these sources, checked once; `rules` are lines of its factcheck.toml."""
    held = Path(resting(rules, tuple(texts.items())).name)
    shutil.copytree(held / "desk", folder)
    for name in texts:
        shutil.copy2(held / f"{name}.txt", folder.parent)
    project = Project.find(folder)
    project.clock = Clock()
    return project


@cache
def resting(rules: str, texts: tuple[tuple[str, str], ...]) -> "tempfile.TemporaryDirectory[str]":
    """A folder with such a project, `desk`, and beside it the files that its sources were; copied for each test."""
    held = tempfile.TemporaryDirectory()
    project = Project.create(Path(held.name) / "desk")
    project.clock = Clock()
    if rules:
        (project.root / "factcheck.toml").write_text(rules, "utf-8")
    for name, text in texts:
        path = Path(held.name) / f"{name}.txt"
        path.write_text(text, "utf-8")
        project.add_source(path, issued="2022-03-01")
    project.check_json()
    project.index.close()
    return held


def claim_of(project: Project, source: str, words: str) -> str:
    """The id of the claim that a source makes with these words, found by the program or by hand."""
    found = [claim.id for claim in project.claims(sources=[source]) if words in claim.anchors[0].exact]
    assert found, f"{source} claims nothing with {words!r}"
    return found[0]


def again(project: Project) -> Project:
    """The same project as another process opens it."""
    other = Project.find(project.root)
    other.clock = project.clock
    return other
