"""A new version of a source: the old stays readable, passages are found again, claims that need it are named."""

from pathlib import Path

import pytest

from factcheck.digests import digest_of_bytes
from factcheck.errors import ProjectError, SourceError, UsageError
from factcheck.project import Project
from factcheck.store import files
from tests.command import factcheck

OLD = (
    "The county bought four buses in 2021. The mayor called it a good year for the depot.\n\n"
    "Each bus cost £310,000, the council's auditor wrote. The depot has room for ninety vehicles.\n\n"
    "A second depot will open in Leeds. The line to the coast was closed for six weeks.\n"
)
NEW = (
    "Corrected on 3 May.\n\nThe county bought five buses in 2021. The mayor called it a good year for the depot.\n\n"
    "Each bus cost £310,000, the council’s auditor wrote. The depot has room for ninety vehicles.\n"
)
PASSAGES = {
    "The county bought four buses in 2021.": "changed",
    "The mayor called it a good year for the depot.": "moved",
    "Each bus cost £310,000, the council's auditor wrote.": "moved",
    "The line to the coast was closed for six weeks.": "lost",
}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project.create(tmp_path / "desk")
    made.add_source(written(tmp_path / "depot.txt", OLD))
    for words in PASSAGES:
        made.add_claim("depot", words, by="M. Ng")
    return made


def written(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def test_every_passage_is_found_again_and_claims_that_need_another_look_are_named(
    project: Project, tmp_path: Path
) -> None:
    done = project.update_source("depot", written(tmp_path / "new.txt", NEW))
    assert {one.anchor.exact: one.located.outcome for one in done.passages} == PASSAGES
    shown = {one.anchor.exact: one for one in done.passages}
    changed, lost = (
        shown["The county bought four buses in 2021."],
        shown["The line to the coast was closed for six weeks."],
    )
    assert (changed.words, changed.divergence) == ("The county bought five buses in 2021", "“four” → “five”")
    assert (lost.words, lost.divergence) == (None, "")
    assert set(done.to_see_again) == {changed.claim, lost.claim}


def test_a_passage_that_now_stands_twice_is_ambiguous_or_kept_by_its_surroundings(
    project: Project, tmp_path: Path
) -> None:
    claim = project.add_claim("depot", "The depot has room for ninety vehicles.", by="M. Ng")
    twice = "It is full. The depot has room for ninety vehicles. It is full.\n\n" * 2
    done = project.update_source("depot", written(tmp_path / "new.txt", twice))
    outcomes = {one.claim: one.located.outcome for one in done.passages}
    assert outcomes[claim.id] == "ambiguous"
    assert claim.id in done.to_see_again


def test_the_old_version_stays_readable_and_is_in_the_record(project: Project, tmp_path: Path) -> None:
    digest = digest_of_bytes(OLD.encode())
    source = project.update_source("depot", written(tmp_path / "new.txt", NEW), issued="2022-05").source
    assert (source.versions, source.sha256, source.issued) == ((digest,), digest_of_bytes(NEW.encode()), "2022-05")
    assert project.source("depot") == source
    assert (project.root / "sources" / "versions" / f"{digest}.txt").read_bytes() == OLD.encode()
    assert "four buses" in project.version("depot", digest[:8]).text
    assert "five buses" in project.document("depot").text
    assert [state.state for state in project.verify_sources()] == ["ok"]


def test_claims_on_passages_that_moved_follow_them(project: Project, tmp_path: Path) -> None:
    project.update_source("depot", written(tmp_path / "new.txt", NEW))
    text = project.document("depot").text
    placed = [claim.anchors[0] for claim in project.claims() if claim.found_by == "M. Ng"]
    assert sum(anchor.start is None for anchor in placed) == 2
    assert all(text[anchor.start : anchor.end] == anchor.exact for anchor in placed if anchor.start is not None)


def test_a_version_may_come_in_another_format(project: Project, tmp_path: Path) -> None:
    page = written(tmp_path / "depot.html", "<p>The mayor called it a good year for the depot.</p>")
    assert project.update_source("depot", page).source.file == "depot.html"
    assert not (project.root / "sources" / "depot.txt").exists()
    assert "four buses" in project.version("depot", digest_of_bytes(OLD.encode())).text


def test_going_back_to_an_older_version_keeps_each_once(project: Project, tmp_path: Path) -> None:
    old, new = written(tmp_path / "old.txt", OLD), written(tmp_path / "new.txt", NEW)
    project.update_source("depot", new)
    assert project.update_source("depot", old).source.versions == (digest_of_bytes(NEW.encode()),)


@pytest.mark.parametrize(
    ("text", "said"),
    [(OLD, "already"), ("", "empty"), ("\x00\x01\x02" * 99, "binary")],
    ids=["same", "empty", "binary"],
)
def test_what_is_no_new_version_is_refused_and_nothing_changes(
    project: Project, tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises((UsageError, SourceError), match=said):
        project.update_source("depot", written(tmp_path / "new.txt", text))
    assert (project.root / "sources" / "depot.txt").read_bytes() == OLD.encode()
    assert not (project.root / "sources" / "versions").exists()
    assert project.source("depot").versions == ()


def test_an_update_that_cannot_be_written_leaves_the_old_version(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = files._replace

    def full(made: Path, path: Path) -> None:
        if path.name == "depot.yaml" and full.__dict__.setdefault("fails", True):
            full.__dict__["fails"] = False
            raise ProjectError("no space", where=str(path))
        real(made, path)

    monkeypatch.setattr(files, "_replace", full)
    with pytest.raises(ProjectError, match="no space"):
        project.update_source("depot", written(tmp_path / "new.txt", NEW))
    monkeypatch.undo()
    assert [state.state for state in project.verify_sources()] == ["ok"]
    assert "four buses" in project.document("depot").text


def test_an_unknown_version_is_told_from_those_there_are(project: Project) -> None:
    with pytest.raises(UsageError, match="there are none"):
        project.version("depot", "abcdef12")


def test_removing_a_source_removes_its_older_versions(project: Project, tmp_path: Path) -> None:
    project.update_source("depot", written(tmp_path / "new.txt", NEW))
    project.remove_source("depot", by="M. Ng", why="asked to")
    assert list((project.root / "sources" / "versions").iterdir()) == []


def test_editions_of_one_work_are_told_apart(project: Project, tmp_path: Path) -> None:
    path = written(tmp_path / "second.txt", NEW)
    source = project.add_source(path, edition="second", version_of="depot")
    assert (source.edition, source.version_of) == ("second", "depot")
    with pytest.raises(UsageError, match="no source is called 'dpot'"):
        project.add_source(path, id="third", version_of="dpot")


def test_the_command_shows_what_became_of_every_passage(project: Project, tmp_path: Path) -> None:
    written(tmp_path / "new.txt", NEW)
    ended = factcheck("source", "update", "depot", "../new.txt", "--published", "2022-05-03", cwd=project.root)
    assert (ended.code, ended.err) == (0, "")
    assert "“four” → “five”" in ended.out
    assert "2 claims need another look: " in ended.out
    text = factcheck("source", "show", "depot", "--version", digest_of_bytes(OLD.encode())[:8], cwd=project.root)
    assert text.out.startswith("The county bought four buses in 2021.")
