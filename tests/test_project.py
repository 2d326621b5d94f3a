"""A project from the outside: what the command line, the web desk and Python users rely on."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck import engine
from factcheck.checking import Study
from factcheck.errors import FactcheckError, ProjectError, RecordError, SourceError, UsageError
from factcheck.project import Project
from factcheck.store import files as store_files

NOTE = "The county bought four buses in 2021. The mayor called it a good year for the depot.\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project.create(tmp_path / "desk")
    made.clock = lambda: datetime(2024, 5, 1, 9, 0, tzinfo=UTC)
    return made


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "Depot Note.txt"
    path.write_text(NOTE, "utf-8")
    return path


def files(project: Project) -> list[str]:
    return sorted(path.name for folder in ("sources", "claims") for path in (project.root / folder).iterdir())


def test_a_new_project_has_its_folders_and_tells_git_what_it_needs(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "new" / "desk")
    assert sorted(path.name for path in project.root.iterdir()) == [
        ".factcheck", ".gitattributes", ".gitignore", "claims", "factcheck.toml", "sources",
    ]  # fmt: skip
    assert "sources/** -text\n" in (project.root / ".gitattributes").read_text("utf-8")
    assert "merge=union" in (project.root / ".gitattributes").read_text("utf-8")
    assert (project.root / ".gitignore").read_text("utf-8") == ".factcheck/\n"


def test_a_folders_own_git_files_are_added_to(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_bytes(b"*.bak\r\n.factcheck/")
    (tmp_path / ".gitattributes").write_bytes(b"* text=auto")
    Project.create(tmp_path)
    assert (tmp_path / ".gitignore").read_bytes() == b"*.bak\r\n.factcheck/"
    assert (tmp_path / ".gitattributes").read_bytes().startswith(b"* text=auto\nsources/** -text\n")


def test_a_project_is_not_made_twice_nor_in_a_file(project: Project, note: Path) -> None:
    with pytest.raises(UsageError, match="a project already"):
        Project.create(project.root)
    with pytest.raises(UsageError, match="is a file"):
        Project.create(note)


def test_a_project_is_found_from_below(project: Project, tmp_path: Path) -> None:
    assert Project.find(project.root / "sources").root == project.root
    with pytest.raises(ProjectError, match="factcheck init"):
        Project.find(tmp_path)


def test_a_source_is_copied_and_described(project: Project, note: Path) -> None:
    source = project.add_source(note, title="Depot", author=["Mei Ng"], issued="2022-08", url="https://example.org")
    assert source.id == "depot-note"
    assert files(project) == ["depot-note.txt", "depot-note.yaml"]
    assert (project.root / "sources" / "depot-note.txt").read_bytes() == note.read_bytes()
    assert [str(name) for name in source.author] == ["Mei Ng"]
    assert project.sources() == (source,)
    assert NOTE.strip() in project.document("depot-note").text


def test_a_source_that_lies_in_sources_already_is_taken_as_it_lies(project: Project, note: Path) -> None:
    shutil.copy(note, project.root / "sources" / "depot.txt")
    assert project.add_source(project.root / "sources" / "depot.txt").file == "depot.txt"
    assert files(project) == ["depot.txt", "depot.yaml"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("gone.txt", None, "no such file"),
        ("folder", None, "is a folder"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "empty|no text"),
        ("binary.txt", bytes(range(256)) * 20, "binary|encoding"),
        ("zeros.txt", b"\0" * 500, "binary|encoding|no text"),
    ],
)
def test_what_cannot_be_read_is_refused_by_its_path_and_leaves_nothing(
    project: Project, tmp_path: Path, name: str, content: bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    elif name == "folder":
        path.mkdir()
    with pytest.raises(SourceError, match=says) as caught:
        project.add_source(path)
    assert caught.value.where == str(path)
    assert files(project) == []


def test_text_that_is_not_utf8_is_read(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Der Bürgermeister erklärte, vier Busse seien für Köln gekauft worden. ".encode("cp1252") * 5)
    assert "Bürgermeister" in project.document(project.add_source(path).id).text


@pytest.mark.parametrize("id", ["../evil", "a/b", "Upper", "con", "", "a" * 101])
def test_an_id_that_is_no_file_name_is_refused(project: Project, note: Path, id: str) -> None:
    with pytest.raises(UsageError):
        project.add_source(note, id=id)
    assert files(project) == []


def test_an_id_is_given_once(project: Project, note: Path, tmp_path: Path) -> None:
    project.add_source(note, id="depot")
    with pytest.raises(UsageError, match="is called 'depot' already"):
        project.add_source(note, id="depot")
    other = tmp_path / "depot_note.txt"
    other.write_text("Another text of the same name.\n", "utf-8")
    with pytest.raises(UsageError, match=r"would get the id 'depot-note', as .* does; add it alone with --id"):
        project.add_sources([note, other])
    assert files(project) == ["depot.txt", "depot.yaml"]
    with pytest.raises(UsageError, match="lies at sources/stray"):
        (project.root / "sources" / "stray.txt").write_bytes(b"something else")
        project.add_source(note, id="stray")


def test_a_field_that_cannot_be_is_refused(project: Project, note: Path) -> None:
    with pytest.raises(UsageError, match="issued"):
        project.add_source(note, issued="August 2022")
    with pytest.raises(UsageError, match="colour"):
        project.add_source(note, colour="red")
    assert files(project) == []


def test_what_a_file_says_of_itself_comes_behind_the_library_and_what_is_given(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.store import adding

    metadata = (("title", "Its own title"), ("author", "Mei Ng"), ("author", "J. Roe"), ("issued", "2020-01"),
                ("publisher", "Its own"), ("accessed", "last week"), ("colour", "red"))  # fmt: skip
    read = adding.read
    monkeypatch.setattr(adding, "read", lambda *given: read(*given).but(metadata=metadata))
    entries = library(tmp_path, [{"id": "depot", "publisher": "The library's", "issued": {"date-parts": [[2021]]}}])
    (added,) = project.add_sources(texts(tmp_path, "depot"), entries, issued="2022")
    assert (added.title, added.publisher, added.issued, added.accessed) == (
        "Its own title",
        "The library's",
        "2022",
        None,
    )
    assert [str(name) for name in added.author] == ["Mei Ng", "J. Roe"]


@pytest.mark.parametrize(
    ("setting", "says"),
    [("bytes = 20", "larger than the limit of 20 bytes"), ("characters = 20", "limit of 20 characters")],
)
def test_what_is_beyond_the_limits_is_refused(project: Project, note: Path, setting: str, says: str) -> None:
    (project.root / "factcheck.toml").write_text(f"[limits]\n{setting}\n", "utf-8")
    with pytest.raises(SourceError, match=says):
        project.add_source(note)
    assert files(project) == []


LIBRARY = [
    {
        "id": "depot", "type": "report", "title": "The Depot:  a report", "publisher": "County", "volume": 3,
        "author": [
            {"family": "Ng", "given": "Mei"}, {"literal": "Office"}, {"family": "Berg", "non-dropping-particle": "van"},
        ],
        "issued": {"date-parts": [[2022, 8, 4]]}, "container-title": "Papers", "URL": "https://example.org",
        "language": "en",
    },
    {"id": "ferry", "title": "Ferry", "issued": {"date-parts": [["2021", "4"]]}},
    {"id": "rail", "title": "Rail", "issued": {"raw": "2019"}, "accessed": {"date-parts": [[2024]]}},
    {"id": "tram", "title": "Tram", "issued": {"date-parts": [[2019, 13]]}},
]  # fmt: skip


def library(tmp_path: Path, entries: object) -> Path:
    path = tmp_path / "library.csl.json"
    path.write_text(json.dumps(entries), "utf-8")
    return path


def texts(tmp_path: Path, *stems: str) -> list[Path]:
    paths = [tmp_path / f"{stem}.txt" for stem in stems]
    for path in paths:
        path.write_text(f"{NOTE} This is the text of {path.stem}.\n", "utf-8")
    return paths


def test_a_library_describes_the_files_called_as_its_entries(project: Project, tmp_path: Path) -> None:
    paths = texts(tmp_path, "depot", "ferry", "rail", "tram", "unknown")
    added = {source.id: source for source in project.add_sources(paths, library(tmp_path, LIBRARY))}
    depot = added["depot"]
    assert (depot.title, depot.publisher, depot.container_title) == ("The Depot: a report", "County", "Papers")
    assert [str(name) for name in depot.author] == ["Mei Ng", "Office", "van Berg"]
    assert (depot.issued, depot.url, depot.language) == ("2022-08-04", "https://example.org", "en")
    assert [added[id].issued for id in ("ferry", "rail", "tram", "unknown")] == ["2021-04", "2019", "2019", None]
    assert added["rail"].accessed == "2024"


def test_an_id_that_is_given_may_name_the_librarys_entry(project: Project, tmp_path: Path) -> None:
    (path,) = texts(tmp_path, "scan-0041")
    (added,) = project.add_sources([path], library(tmp_path, LIBRARY), id="ferry", publisher="Harbour")
    assert (added.id, added.title, added.publisher) == ("ferry", "Ferry", "Harbour")
    with pytest.raises(UsageError, match="for one file"):
        project.add_sources(texts(tmp_path, "a", "b"), id="c")


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ({"id": "a"}, "should be a list"),
        ([{"title": "a"}], "entry 1 has no id"),
        ([{"id": "a"}, {"id": "a"}], "given twice"),
    ],
)
def test_a_library_that_is_none_is_refused(project: Project, tmp_path: Path, entries: object, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        project.add_sources(texts(tmp_path, "depot"), library(tmp_path, entries))
    assert files(project) == []


def test_of_several_files_all_are_added_or_none(project: Project, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        project.add_sources([*texts(tmp_path, "depot", "ferry"), tmp_path / "gone.txt"])
    assert files(project) == []


def test_a_failure_in_the_middle_of_writing_takes_back_what_was_written(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = store_files._replace

    def full(made: Path, path: Path) -> None:
        if path.name == "ferry.yaml":
            raise ProjectError("no space left on device")
        real(made, path)

    monkeypatch.setattr(store_files, "_replace", full)
    with pytest.raises(ProjectError):
        project.add_sources(texts(tmp_path, "depot", "ferry"))
    assert files(project) == []


def test_a_source_without_claims_is_removed_and_only_the_log_says_so(project: Project, note: Path) -> None:
    project.add_source(note)
    assert project.remove_source("depot-note", by="M. Ng", why="sent by mistake") is False
    assert files(project) == ["decisions.jsonl"]
    assert [(one.subject, one.answer, one.by, one.why) for one in project.decisions()] == [
        ("depot-note", "removed", "M. Ng", "sent by mistake")
    ]
    with pytest.raises(UsageError, match="no source is called 'depot-note'"):
        project.source("depot-note")


def with_claim(project: Project, note: Path) -> str:
    project.add_source(note)
    made = project.add_claim(
        "depot-note", "bought four buses", by="M. Ng", statement="Four were bought.", kind="count", measure="buses"
    )
    return made.id


def test_removing_a_source_with_claims_leaves_its_record_and_a_line_in_the_log(project: Project, note: Path) -> None:
    with_claim(project, note)
    assert project.remove_source("depot-note", by="M. Ng", why="asked to") is True
    assert files(project) == ["decisions.jsonl", "depot-note.yaml", "depot-note.yaml"]
    removed = project.source("depot-note").removed
    assert removed is not None and (removed.by, removed.why) == ("M. Ng", "asked to")
    assert [(one.subject, one.answer) for one in project.decisions()] == [("depot-note", "removed")]
    assert [state.state for state in project.verify_sources()] == ["removed"]
    assert project.check().sources == ()
    with pytest.raises(SourceError, match="removed by M"):
        project.document("depot-note")


def test_a_source_that_was_changed_or_lost_is_told_and_never_checked(project: Project, note: Path) -> None:
    project.add_source(note)
    assert [state.state for state in project.verify_sources()] == ["ok"]
    path = project.root / "sources" / "depot-note.txt"
    path.write_text(NOTE.replace("four", "five"), "utf-8")
    assert [state.state for state in project.verify_sources()] == ["changed"]
    with pytest.raises(SourceError, match="changed after it was added"):
        project.check()
    path.unlink()
    assert [state.state for state in project.verify_sources()] == ["missing"]
    with pytest.raises(SourceError, match="is missing"):
        project.check()
    path.write_text(NOTE, "utf-8")
    assert [source.id for source in project.check().sources] == ["depot-note"]


def test_a_claim_is_written_by_hand_on_the_words_of_its_passage(project: Project, note: Path) -> None:
    id = with_claim(project, note)
    claim = project.claim(id)
    assert (claim.statement, claim.found_by, claim.provisional) == ("Four were bought.", "M. Ng", False)
    assert NOTE[claim.anchors[0].start : claim.anchors[0].end] == "bought four buses"
    assert project.statuses() == {id: "proposed"}
    assert id in [one.id for one in project.claims()]
    with pytest.raises(UsageError, match="there already"):
        with_claim_again = {"statement": "Four were bought.", "kind": "count", "measure": "buses"}
        project.add_claim("depot-note", "bought four buses", by="M. Ng", **with_claim_again)
    with pytest.raises(UsageError, match="not in depot-note"):
        project.add_claim("depot-note", "nothing of the kind stands there", by="M. Ng")
    with pytest.raises(UsageError, match="no claim is called"):
        project.claim("depot-note-0000000000")


def test_a_claim_whose_passage_is_gone_is_still_listed_and_can_be_decided_on(project: Project, note: Path) -> None:
    id = with_claim(project, note)
    path = project.root / "claims" / "depot-note.yaml"
    path.write_text(path.read_text("utf-8").replace("exact: bought four", "exact: bought nine"), "utf-8")
    assert id in [claim.id for claim in project.claims()]
    assert project.claim(id).anchors[0].start is None
    project.withdraw([id], by="M. Ng")
    assert project.statuses() == {id: "withdrawn"}


def test_decisions_are_logged_and_statuses_follow(project: Project, note: Path) -> None:
    id = with_claim(project, note)
    project.approve([id], by="J. Roe", why="called the depot")
    assert project.statuses()[id] == "approved"
    assert [(one.question, one.answer, one.by, one.at) for one in project.decisions()] == [
        ("reads-right", "yes", "J. Roe", "2024-05-01T09:00:00+00:00"),
        ("rely", "yes", "J. Roe", "2024-05-01T09:00:00+00:00"),
    ]
    project.reject([id], by="M. Ng")
    assert project.statuses()[id] == "rejected"
    project.needs_work([id], by="M. Ng")
    assert project.statuses()[id] == "needs-work"
    project.withdraw([id], by="M. Ng")
    assert project.statuses()[id] == "withdrawn"


def test_a_torn_line_of_the_log_is_told_and_the_log_goes_on(project: Project, note: Path) -> None:
    id = with_claim(project, note)
    project.approve([id], by="J. Roe")
    with (project.root / "claims" / "decisions.jsonl").open("ab") as file:
        file.write(b'{"schema_version":1,"subject_ki')
    assert [fault.line for fault in project.verify_log().faults] == [3]
    assert project.statuses() == {id: "approved"}
    assert project.verify_log().faults == ()
    torn = project.root / "claims" / "decisions.jsonl.torn"
    assert torn.read_bytes() == b'{"schema_version":1,"subject_ki\n'
    assert [sentence.split("; ")[1] for sentence in project.notices] == [
        "it was set aside in claims/decisions.jsonl.torn.",
    ]
    project.withdraw([id], by="J. Roe")
    assert project.statuses() == {id: "withdrawn"}
    assert project.verify_log().faults == ()


def test_an_approved_claim_that_is_reworded_on_disk_is_stale(project: Project, note: Path) -> None:
    id = with_claim(project, note)
    project.approve([id], by="J. Roe")
    path = project.root / "claims" / "depot-note.yaml"
    path.write_text(path.read_text("utf-8").replace("Four were bought.", "Five were bought."), "utf-8")
    assert project.statuses()[id] == "stale"


def derived(source: object, document: object, mentions: object, glossary: object) -> list[object]:
    from factcheck.anchoring import anchor_for
    from factcheck.records.claim import Claim

    at = document.text.find("four buses")  # type: ignore[attr-defined]
    anchor = anchor_for(document, at, at + 10)  # type: ignore[arg-type]
    return [
        Claim(
            id="", statement="It has four buses.", kind="count", measure="buses", anchors=(anchor,), found_by="fake/1"
        )
    ]


@pytest.fixture
def drafted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "draft", derived)


@pytest.mark.usefixtures("drafted")
def test_the_first_decision_writes_a_derived_claim_and_keeps_its_id(project: Project, note: Path) -> None:
    project.add_source(note)
    assert project.extract() == {"depot-note": 1}
    (found,) = project.claims()
    assert found.provisional
    assert files(project) == ["depot-note.txt", "depot-note.yaml"]
    project.reject([found.id], by="M. Ng")
    (kept,) = project.claims()
    assert (kept.id, kept.provisional, kept.statement) == (found.id, False, found.statement)
    assert project.statuses() == {found.id: "rejected"}
    assert project.claims(statuses=["proposed"]) == ()
    assert project.archive().studies["depot-note"].claims == ()


@pytest.mark.usefixtures("drafted")
def test_claims_are_listed_by_source_kind_and_status(project: Project, tmp_path: Path) -> None:
    project.add_sources(texts(tmp_path, "depot", "ferry"))
    assert [claim.source for claim in project.claims()] == ["depot", "ferry"]
    assert [claim.source for claim in project.claims(sources=["ferry"])] == ["ferry"]
    assert project.claims(kinds=["date"]) == ()
    assert len(project.claims(kinds=["count"], statuses=["proposed"])) == 2
    with pytest.raises(UsageError, match="no source is called 'fery'; did you mean 'ferry'"):
        project.claims(sources=["fery"])


@pytest.mark.usefixtures("drafted")
def test_a_source_is_studied_once(project: Project, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project.add_source(note)
    first = project.study("depot-note")

    def refuse(*arguments: object) -> None:
        raise AssertionError("studied again")

    monkeypatch.setattr(engine, "study", refuse)
    again = Project(project.root).study("depot-note")
    assert parts_of(again) == parts_of(first)
    assert (again.count, again.date, again.not_checked, again.story) == (
        first.count, first.date, first.not_checked, first.story
    )  # fmt: skip
    assert [(row.place, row.keys, row.words, row.claim) for row in again.rows] == [
        (row.place, row.keys, row.words, row.claim) for row in first.rows
    ]


def parts_of(study: Study) -> tuple[object, ...]:
    return study.source, study.document, dict(study.mentions), study.claims, study.citations


def test_a_part_of_a_study_that_is_lost_is_made_again(project: Project, note: Path) -> None:
    project.add_source(note)
    first = parts_of(project.study("depot-note"))
    for part in ("mentions", "claims", "citations", "rows", "document"):
        again = Project(project.root).study("depot-note")
        project.index.drop(part, "depot-note")
        assert parts_of(again) == first
        assert [row.claim for row in again.rows]


def test_a_second_check_reads_no_record(project: Project, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project.add_source(note)
    first = project.check_json()

    def refuse(*arguments: object) -> None:
        raise AssertionError("made again")

    monkeypatch.setattr(Project, "_compared", refuse)
    assert Project(project.root).check_json() == first
    project.add_source(note, id="other")
    with pytest.raises(AssertionError, match="made again"):
        project.check_json()


def test_a_second_check_loads_no_heavy_library(project: Project, note: Path) -> None:
    project.add_source(note)
    project.check_json()
    script = (
        "import sys, pathlib\nfrom factcheck.project import Project\n"
        "Project.find(pathlib.Path(sys.argv[1])).check_json()\n"
        "print(sorted({'pydantic', 'ruamel', 'rich', 'portalocker'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", script, str(project.root)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("change", ["record", "claims", "log", "settings", "removed", "text"])
def test_a_check_is_made_again_when_anything_it_depends_on_changes(project: Project, note: Path, change: str) -> None:
    id = with_claim(project, note)
    project.add_source(note, id="other", title="Other")
    before = project.check_json()
    assert [source["title"] for source in before["sources"]][1] == "Other"
    match change:
        case "record":
            path = project.root / "sources" / "other.yaml"
            path.write_text(path.read_text("utf-8").replace("Other", "Ohter"), "utf-8")
            assert project.check_json()["sources"][1]["title"] == "Ohter"
        case "claims":
            path = project.root / "claims" / "depot-note.yaml"
            path.write_text(path.read_text("utf-8").replace("four buses", "nine buses"), "utf-8")
            assert "left out" in project.check_json()["sources"][0]["not_checked"][0]
        case "log":
            project.reject([id], by="M. Ng")
            assert project.check_json()["sources"][0]["claims"] < before["sources"][0]["claims"]
        case "settings":
            (project.root / "factcheck.toml").write_text("[polcy]\n", "utf-8")
            with pytest.raises(RecordError, match="polcy"):
                project.check_json()
        case "removed":
            project.remove_source("other", by="M. Ng")
            assert len(project.check_json()["sources"]) == 1
        case "text":
            (project.root / "sources" / "other.txt").write_text(NOTE.replace("four", "nine"), "utf-8")
            with pytest.raises(SourceError, match="changed after"):
                project.check_json()


def test_a_report_is_narrowed_to_kinds_and_sources_that_exist(project: Project, note: Path) -> None:
    project.add_source(note)
    assert project.check(kinds=["count"], sources=["depot-note"]).findings == ()
    with pytest.raises(UsageError, match="no kind is called 'cuont'"):
        project.check(kinds=["cuont"])
    with pytest.raises(UsageError, match="no source is called 'depot'"):
        project.check(sources=["depot"])


def test_an_empty_project_is_checked_too(project: Project) -> None:
    report = project.check()
    assert (report.sources, report.findings) == ((), ())
    assert set(report.summary.values()) == {0}


def test_a_damaged_index_changes_nothing(project: Project, note: Path) -> None:
    project.add_source(note)
    first = project.check_json()
    project.index.close()
    project.layout.index.write_bytes(b"\xff" * 4096)
    again = Project(project.root)
    assert again.check_json() == first
    assert again.document("depot-note").text


def test_where_nothing_can_be_written_a_check_still_works(project: Project, note: Path) -> None:
    project.add_source(note)
    first = project.check_json()
    project.index.close()
    shutil.rmtree(project.layout.derived)
    project.layout.derived.write_bytes(b"a file where the folder would be")
    again = Project(project.root)
    assert again.check_json() == first
    with pytest.raises(FactcheckError, match="cannot be written"):
        again.add_source(note, id="other")


def test_a_file_that_may_not_be_read_is_told(project: Project, note: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factcheck.store import index

    def denied(path: Path) -> str:
        raise PermissionError(13, "Permission denied", str(path))

    project.add_source(note)
    monkeypatch.setattr(index, "digest_of_file", denied)
    for work in (project.check_json, project.verify_sources):
        with pytest.raises(ProjectError, match="cannot be read: permission denied"):
            work()


def test_files_left_by_a_killed_writer_are_no_sources(project: Project, note: Path) -> None:
    project.add_source(note)
    (project.root / "sources" / ".other.yaml.x1y2.part").write_bytes(b"id: oth")
    (project.root / "sources" / "orphan.txt").write_bytes(b"copied, but its record was never written")
    assert [source.id for source in project.sources()] == ["depot-note"]
    assert [source.id for source in project.check().sources] == ["depot-note"]


def test_what_a_claim_id_names_twice_is_told(project: Project, note: Path) -> None:
    with_claim(project, note)
    project.add_source(note, id="other")
    text = (project.root / "claims" / "depot-note.yaml").read_text("utf-8")
    (project.root / "claims" / "other.yaml").write_text(text.replace("source: depot-note", "source: other"), "utf-8")
    with pytest.raises(RecordError, match=r"claims/other\.yaml: the id .* stands in claims/depot-note\.yaml too"):
        project.check()


@pytest.mark.corpus
def test_the_real_documents_are_added_by_their_library(project: Project, corpus: Path) -> None:
    added = project.add_sources(sorted(corpus.glob("*.txt")), corpus / "sources.csl.json")
    assert [(source.id, source.issued) for source in added] == [
        ("crisis-group-2022", "2022-08-04"), ("jamal-2021", "2021-04"), ("menon-2025", "2025-04-22"),
        ("pacnet-2021", "2021-04"), ("scmp-2022", "2022-08"),
    ]  # fmt: skip
    assert all(state.state == "ok" for state in project.verify_sources())


@pytest.mark.corpus
def test_a_check_of_the_real_documents_is_the_same_for_every_hash_seed(project: Project, corpus: Path) -> None:
    project.add_sources(sorted(corpus.glob("*.txt")), corpus / "sources.csl.json")
    script = (
        "import sys, pathlib, hashlib, json\nfrom factcheck.project import Project\n"
        "print(hashlib.sha256(json.dumps(Project.find(pathlib.Path(sys.argv[1])).check_json()).encode()).hexdigest())"
    )
    here = hashlib.sha256(json.dumps(Project.find(project.root).check_json()).encode()).hexdigest()
    shutil.rmtree(project.layout.derived)
    other = {**os.environ, "PYTHONHASHSEED": "1" if os.environ.get("PYTHONHASHSEED") == "0" else "0"}
    run = subprocess.run(
        [sys.executable, "-c", script, str(project.root)], env=other, capture_output=True, text=True, check=True
    )
    assert run.stdout.strip() == here
