"""Older records are lifted to the present form: here those of a version 0, made up for the test."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from factcheck.errors import ProjectError, RecordError
from factcheck.project import Project
from factcheck.records.base import SCHEMA_VERSION
from factcheck.records.claim import Claim
from factcheck.records.review import Decision
from factcheck.records.source import Source
from factcheck.store import files, migrating
from factcheck.store.migrating import Lifted, migrate
from tests.command import factcheck, tree
from tests.desks import claim_of, desk


def renamed(old: str, new: str) -> Any:
    def step(fields: Mapping[str, Any]) -> Mapping[str, Any]:
        return {new if name == old else name: value for name, value in fields.items()}

    return step


STEPS: Any = {("source", 0): renamed("name", "title"), ("claim", 0): renamed("sort", "kind")}
"""In version 0 a source's title was its `name`, and a claim's kind its `sort`."""


def age(path: Path, now: bytes, then: bytes) -> None:
    data = path.read_bytes()
    assert now in data
    old = data.replace(b"schema_version: 1", b"schema_version: 0  # old").replace(now, then)
    path.write_bytes(b"# ours, and not to be lost\n" + old)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of which two files are older."""
    made = desk(tmp_path / "desk")
    made.approve([claim_of(made, "audit", "four buses")], by="M. Ng")
    made.approve([claim_of(made, "paper", "five buses")], by="M. Ng")
    age(made.root / "sources" / "radio.yaml", b"\ntitle:", b"\nname:")
    age(made.root / "claims" / "audit.yaml", b"\n    kind:", b"\n    sort:")
    return Project.find(made.root)


def test_older_records_are_lifted_and_the_rest_stays(project: Project) -> None:
    before = tree(project.root)
    log = project.layout.log.read_bytes()
    lifted = migrate(project.layout, steps=STEPS)
    assert lifted == (Lifted("sources/radio.yaml", 0), Lifted("claims/audit.yaml", 0))
    assert project.source("radio").title == "radio"
    (claim,) = project.records.claims("audit")
    assert claim.kind == "count"
    after = tree(project.root)
    changed = {name for name in before if before[name] != after[name]}
    assert (set(before), changed) == (set(after), {"sources/radio.yaml", "claims/audit.yaml"})
    for name in changed:
        assert after[name].startswith(b"# ours, and not to be lost\nschema_version: 1  # old\n")
        assert len(after[name].splitlines()) == len(before[name].splitlines())
    assert project.layout.log.read_bytes() == log
    assert migrate(project.layout, steps=STEPS) == ()


def test_a_dry_run_says_the_same_and_writes_nothing(project: Project) -> None:
    before = tree(project.root)
    said = migrate(project.layout, dry_run=True, steps=STEPS)
    assert tree(project.root) == before
    assert migrate(project.layout, steps=STEPS) == said


def test_where_one_record_cannot_be_lifted_none_is(project: Project) -> None:
    age(project.root / "claims" / "paper.yaml", b"\n    kind:", b"\n    breed:")
    before = tree(project.root)
    with pytest.raises(RecordError, match=r"^claims/paper\.yaml:6: breed: unknown field"):
        migrate(project.layout, steps=STEPS)
    assert tree(project.root) == before


def test_a_disk_that_is_full_leaves_the_files_as_they_were(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(project.root)
    fill = files._fill

    def full(made: Path, path: Path, data: bytes) -> None:
        if path.name == "audit.yaml":
            raise files.cannot_write(path, OSError(28, "No space left on device"))
        fill(made, path, data)

    monkeypatch.setattr(files, "_fill", full)
    with pytest.raises(ProjectError, match=r"(?i)no space left"):
        migrate(project.layout, steps=STEPS)
    assert tree(project.root) == before


def test_an_older_record_is_not_guessed_at(project: Project) -> None:
    with pytest.raises(RecordError) as raised:
        project.source("radio")
    says = "schema_version: 0 is of an older factcheck; `factcheck migrate` lifts it"
    assert str(raised.value) == f"sources/radio.yaml:2: {says}"


def test_the_command_says_where_there_is_nothing_to_lift(tmp_path: Path) -> None:
    made = desk(tmp_path / "desk")
    for options in ((), ("--dry-run",)):
        ended = factcheck("migrate", *options, cwd=made.root)
        assert (ended.code, ended.out, ended.err) == (0, "nothing to lift: all records are of version 1\n", "")


def test_a_version_that_was_never_written_is_refused_in_one_line(project: Project) -> None:
    ended = factcheck("migrate", cwd=project.root)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err == "sources/radio.yaml:2: schema_version: 0 is one that no factcheck wrote\n"


def test_a_step_leads_on_from_every_version_that_was_ever_written() -> None:
    assert {version for _, version in migrating.STEPS} == set(range(1, SCHEMA_VERSION))


@pytest.mark.parametrize(
    ("record", "fields"),
    [
        (Source, "id title file sha256"),
        (Claim, "id statement kind measure anchors found_by"),
        (Decision, "subject_kind subject question answer by at seen digest"),
    ],
)
def test_nothing_is_asked_of_a_record_that_the_first_version_did_not_write(record: Any, fields: str) -> None:
    assert {name for name, field in record.model_fields.items() if field.is_required()} == set(fields.split())
