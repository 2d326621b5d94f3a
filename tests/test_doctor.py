"""The doctor finds what is damaged, missing or left over, and puts right only what is derived."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.project import Project
from tests.command import factcheck, tree
from tests.desks import claim_of, desk


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = desk(tmp_path / "desk")
    made.approve([claim_of(made, "audit", "four buses")], by="M. Ng")
    made.check()
    return made


def test_a_project_that_is_well_is_said_to_be_so(project: Project) -> None:
    done = factcheck("doctor", cwd=project.root)
    assert done.code == 0
    assert [line.split()[0] for line in done.out.splitlines()] == [
        "settings", "folders", "sources", "versions", "claims", "log", "index",
    ]  # fmt: skip
    assert all(line.endswith("well") for line in done.out.splitlines())
    assert "sources   3 sources" in done.out
    assert "log       2 decisions" in done.out


def spoil(path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new, 1))


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "settings that are no TOML": (lambda root: (root / "factcheck.toml").write_text("[review\n"), "factcheck.toml:1"),
    "a source that was changed": (
        lambda root: spoil(root / "sources" / "paper.txt", b"five", b"nine"),
        "was changed after it was added",
    ),
    "a source that is gone": (lambda root: (root / "sources" / "radio.txt").unlink(), "sources/radio.txt is missing"),
    "a record that is malformed": (
        lambda root: spoil(root / "sources" / "radio.yaml", b"id: radio", b"name: radio"),
        "sources/radio.yaml:",
    ),
    "a file that belongs to no source": (
        lambda root: (root / "sources" / "notes.txt").write_text("x"),
        "sources/notes.txt: belongs to no source",
    ),
    "a claim whose passage is not there": (
        lambda root: spoil(root / "claims" / "audit.yaml", b"exact: The county", b"exact: A county"),
        "does not stand in its source any more",
    ),
    "a claims file that is malformed": (
        lambda root: spoil(root / "claims" / "audit.yaml", b"kind:", b"kinds:"),
        "claims/audit.yaml:",
    ),
    "a decision that was changed": (
        lambda root: spoil(root / "claims" / "decisions.jsonl", b"M. Ng", b"M. Mg"),
        "claims/decisions.jsonl:1: ",
    ),
}


@pytest.mark.parametrize(("damage", "says"), DAMAGES.values(), ids=DAMAGES)
def test_damage_is_named_with_its_place_and_never_mended(
    project: Project, damage: Callable[[Path], object], says: str
) -> None:
    damage(project.root)
    before = tree(project.root)
    done = factcheck("doctor", "--fix", cwd=project.root)
    assert (done.code, done.err) == (1, "1 thing to see to\n")
    assert says in done.out
    assert tree(project.root) == before


@pytest.mark.parametrize("known", [True, False], ids=["the index is there", "all is read anew"])
@pytest.mark.parametrize(
    "settings", ["[review\n", '[policy]\nfail_on = "often"\n', "[sets]\n", "[limits]\nbytes = []\n"]
)
def test_with_malformed_settings_the_rest_is_looked_at_all_the_same(
    project: Project, settings: str, known: bool
) -> None:
    (project.root / "factcheck.toml").write_text(settings)
    spoil(project.root / "sources" / "paper.txt", b"five", b"nine")
    if not known:
        shutil.rmtree(project.layout.derived)
    done = factcheck("doctor", cwd=project.root)
    assert (done.code, done.err) == (1, "2 things to see to\n")
    assert "\nfactcheck.toml:" in done.out
    assert "sources/paper.txt" in done.out
    assert "sources   3 sources         1 wrong" in done.out
    assert "claims    1 claim           well" in done.out
    assert "log       2 decisions       well" in done.out


def test_what_is_left_over_is_removed_and_what_git_has_to_know_is_added(project: Project) -> None:
    before = tree(project.root)
    (project.root / "sources" / ".audit.txt.k3x.part").write_text("half")
    found = project.root / "sources" / "found" / "audit"
    found.mkdir(parents=True)
    (found / ".acme.json.k3x.part").write_text("half")
    (project.root / ".gitattributes").unlink()
    assert factcheck("doctor", cwd=project.root).code == 1
    done = factcheck("doctor", "--fix", cwd=project.root)
    assert done.code == 0
    assert done.out.count("put right: ") == 3
    assert tree(project.root) == before


def test_an_index_with_damaged_values_is_made_again(project: Project) -> None:
    report = project.check_json()
    index = project.index
    index._connection.execute("UPDATE value SET data = x'00112233445566' WHERE kind = 'facts'")
    index._connection.commit()
    index.close()
    assert "of its values are damaged" in factcheck("doctor", cwd=project.root).out
    assert factcheck("doctor", "--fix", cwd=project.root).code == 0
    assert all(line.endswith("well") for line in factcheck("doctor", cwd=project.root).out.splitlines())
    assert Project.find(project.root).check_json()["findings"] == report["findings"]


def test_outside_a_project_it_says_so(tmp_path: Path) -> None:
    done = factcheck("doctor", cwd=tmp_path)
    assert done.code == 2
    assert "no project here" in done.err
