"""Claims and decisions out and in: Web Annotation, CSV, Excel, JSON Lines, and any desk's spreadsheet."""

import csv
import json
import sqlite3
from contextlib import closing
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from factcheck.errors import SourceError, UsageError
from factcheck.exchange._exporter import exporter, formats
from factcheck.exchange._importing import day_of
from factcheck.exchange._sheets import read_sheet
from factcheck.exchange._table import COLUMNS
from factcheck.project import Project
from factcheck.reporting import is_formula, neutral, restored
from tests.desks import again, claim_of, desk


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = desk(tmp_path / "desk")
    id = claim_of(made, "audit", "four buses")
    made.edit_claim(id, by="J. Roe", tags=["fleet", "2021"])
    made.approve([id], by="M. Ng", why="read against page 4")
    made.reject([claim_of(made, "radio", "six weeks")], by="M. Ng", why='=HYPERLINK("http://x")')
    return made


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", formats())
def test_an_export_gives_the_same_bytes_every_time(project: Project, name: str) -> None:
    first = project.export(name)
    assert again(project).export(name) == first
    assert exporter(name).ending.startswith(".")


def test_csv_holds_a_row_a_claim_with_its_passage_and_what_was_decided(project: Project) -> None:
    rows = {row["id"]: row for row in table(project.export("csv"))}
    assert list(next(iter(rows.values()))) == list(COLUMNS)
    assert len(rows) == len(project.claims())
    row = rows[claim_of(project, "audit", "four buses")]
    expected = {
        "source": "audit", "kind": "count", "passage": "The county bought four buses in 2021", "tags": "fleet; 2021",
        "low": "4", "unit": "buses", "status": "approved", "rely_by": "M. Ng", "why": "read against page 4",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    text = project.document("audit").text
    assert text[int(row["start"]) : int(row["end"])] == row["passage"]


def test_no_cell_is_run_as_a_formula(project: Project) -> None:
    id = claim_of(project, "radio", "six weeks")
    (row,) = [row for row in table(project.export("csv")) if row["id"] == id]
    assert row["why"] == '\'=HYPERLINK("http://x")'
    sheet = load_workbook(BytesIO(project.export("xlsx")))["Claims"]
    (cell,) = [row[list(COLUMNS).index("why")] for row in sheet.iter_rows(min_row=2) if row[0].value == id]
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", '=HYPERLINK("http://x")', True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("=1+1", True), ("+1 555 0100", True), ("-2+3", True), ("@SUM(A1)", True), ("\t=1", True), (" =1", True),
        ("\r\n=1", True), ("＝1", True), ("|calc", True), ("%0A", True), ("-5", False), ("+3.2", False),
        ("-1,440%", False),        ("four", False), ("a=b", False), ("", False), ("'quoted'", False), ("'=1", True),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_might_run_is_known(text: str, expected: bool) -> None:
    assert is_formula(text) is expected


@given(st.text(max_size=40))
def test_a_neutral_text_starts_no_formula_and_comes_back_as_it_was(text: str) -> None:
    made = neutral(text)
    assert not is_formula(made) or made.startswith("'")
    assert restored(made) == text or not is_formula(text)


def test_xlsx_has_headings_numbers_and_texts_and_survives_control_characters(project: Project) -> None:
    project.edit_claim(claim_of(project, "paper", "five buses"), by="J. Roe", note="a\x07bell " + "long " * 9000)
    sheet = load_workbook(BytesIO(project.export("xlsx")))["Claims"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == tuple(COLUMNS)
    (row,) = [
        dict(zip(COLUMNS, row, strict=True)) for row in rows[1:] if row[0] == claim_of(project, "paper", "five buses")
    ]
    assert (row["low"], row["source_date"]) == (5, "2022-03-01")
    note = str(row["note"])
    assert (note[:7], len(note), note[-1]) == ("a\ufffdbell ", 32_767, "…")
    assert sheet.freeze_panes == "A2"


def test_json_lines_hold_claims_whole(project: Project) -> None:
    lines = [json.loads(line) for line in project.export("jsonl", statuses=["approved"]).splitlines()]
    (line,) = lines
    assert line["claim"]["id"] == claim_of(project, "audit", "four buses")
    assert line["status"] == "approved"
    assert [(one["question"], one["by"]) for one in line["decisions"]] == [("reads-right", "M. Ng"), ("rely", "M. Ng")]
    assert line["source"]["title"]
    assert line["findings"] == [
        one["id"] for one in project.check_json()["findings"] if line["claim"]["id"] in str(one)
    ]


PURPOSES = {"describing", "identifying", "assessing", "classifying", "tagging"}


def test_web_annotations_follow_the_model_and_their_selectors_point_at_the_words(project: Project) -> None:
    made = json.loads(project.export("webannotation"))
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (made["type"], made["total"]) == ("AnnotationCollection", len(project.claims()))
    page = made["first"]
    assert (page["type"], page["partOf"], page["startIndex"]) == ("AnnotationPage", made["id"], 0)
    assert len({item["id"] for item in page["items"]}) == made["total"]
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["id"].startswith("urn:uuid:")
        assert {body["type"] for body in item["body"]} == {"TextualBody"}
        assert {body["purpose"] for body in item["body"]} <= PURPOSES
        quote, position = item["target"]["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        source = next(body["value"] for body in item["body"] if body["purpose"] == "identifying").rsplit("-", 1)[0]
        text = project.document(source).text
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote.get("prefix", ""))
        assert text[end:].startswith(quote.get("suffix", ""))


def test_an_annotation_says_who_decided_and_when(project: Project) -> None:
    (item,) = json.loads(project.export("webannotation", statuses=["approved"]))["first"]["items"]
    decided = [body for body in item["body"] if "creator" in body]
    assert [(body["value"], body["creator"]) for body in decided] == [
        ("reads right: read against page 4", {"type": "Person", "name": "M. Ng"}),
        ("approved: read against page 4", {"type": "Person", "name": "M. Ng"}),
    ]
    assert all(body["created"].endswith("Z") for body in decided)
    assert [body["value"] for body in item["body"] if body["purpose"] == "tagging"] == ["fleet", "2021"]


def test_a_source_with_an_address_is_annotated_by_it(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    record = project.root / "sources" / "radio.yaml"
    record.write_text(record.read_text("utf-8") + "URL: https://example.org/2022/ferry\n", "utf-8")
    items = json.loads(project.export("webannotation", sources=["radio"]))["first"]["items"]
    assert {item["target"]["source"]["id"] for item in items} == {"https://example.org/2022/ferry"}


def test_an_unknown_format_is_refused(project: Project) -> None:
    with pytest.raises(
        UsageError, match="'paper' is no format of an export; there are csv, jsonl, webannotation, xlsx"
    ):
        project.export("paper")


# What may not be published


def closed(project: Project, source: str, line: str) -> None:
    record = project.root / "sources" / f"{source}.yaml"
    record.write_text(record.read_text("utf-8") + line + "\n", "utf-8")


@pytest.mark.parametrize("line", ["confidential: true", "embargo: '2024-06-01'"])
def test_what_may_not_be_published_is_in_no_export_and_no_report_unless_it_is_named(
    project: Project, line: str
) -> None:
    closed(project, "paper", line)
    assert [source.id for source in project.withheld()] == ["paper"]
    for name in formats():
        data = project.export(name)
        text = (
            data
            if name != "xlsx"
            else b"".join(str(row).encode() for row in load_workbook(BytesIO(data)).active.values)
        )  # type: ignore[union-attr]
        assert b"five buses" not in text
        assert b"paper" not in text
    report = json.dumps(project.report_json())
    assert "five" not in report
    assert "paper" not in report
    assert project.report_json()["withheld"] == {"sources": 1, "findings": 3}
    named = project.export("csv", include=["paper"]).decode("utf-8-sig")
    assert "five buses" in named
    assert "five buses" in project.export("csv", sources=["paper"]).decode("utf-8-sig")
    assert project.report_json(include=["paper"]) == project.check_json()
    with pytest.raises(UsageError, match="no source is called 'gone'"):
        project.report_json(include=["gone"])


def test_an_embargo_ends_on_its_day(project: Project) -> None:
    closed(project, "paper", "embargo: '2024-06-01'")
    project.fixed_today = "2024-05-31"
    assert [source.id for source in project.withheld()] == ["paper"]
    project.fixed_today = "2024-06-01"
    assert project.withheld() == ()


def test_a_report_without_a_source_keeps_what_the_others_say_and_what_was_decided(project: Project) -> None:
    (project.root.parent / "tv.txt").write_text("The county bought five buses in 2021, viewers heard.\n", "utf-8")
    project.add_source(project.root.parent / "tv.txt", issued="2022-03-01")
    finding = next(one["id"] for one in project.check_json()["findings"] if one["verdict"] == "conflict")
    project.settle(finding, "accepted", by="M. Ng", why="the audit counts")
    closed(project, "paper", "confidential: true")
    (found,) = [one for one in project.report_json()["findings"] if one["id"] == finding]
    assert found["status"] == "settled"
    assert {item["source"] for item in found["evidence"]} == {"audit", "radio", "tv"}


# Import


def sheet(path: Path, *rows: tuple[Any, ...]) -> Path:
    """A spreadsheet as a desk keeps one: CSV, or Excel by the ending."""
    if path.suffix == ".xlsx":
        book = Workbook()
        assert book.active is not None
        for row in rows:
            book.active.append(row)
        book.save(path)
    else:
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
    return path


NAMED = {"passage": "Quote from source", "source": "Doc", "statement": "Claim", "decision": "OK?", "by": "Checker"}


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_desks_spreadsheet_comes_in_by_naming_its_columns(tmp_path: Path, ending: str) -> None:
    project = desk(tmp_path / "desk")
    path = sheet(
        tmp_path / f"checks{ending}",
        ("Nr", "Doc", "Claim", "Quote from source", "OK?", "Checker", "Remark"),
        (1, "audit", "There is room for ninety buses.", "It has room for ninety buses", "OK", "M. Ng", "counted"),
        (2, "radio", "", "The ferry was closed for six weeks", "no", "J. Roe", ""),
        (3, "paper", "Five were bought.", "bought five buses", "", "", ""),
    )
    done = project.import_sheet(path, by="A. Khan", columns={**NAMED, "why": "Remark"})
    assert (len(done.added), done.decisions, done.refused) == (3, 3, ())
    claims = {claim.statement: claim for claim in project.curated()}
    statuses = project.statuses()
    assert statuses[claims["There is room for ninety buses."].id] == "approved"
    assert statuses[claims["The ferry was closed for six weeks"].id] == "rejected"
    assert statuses[claims["Five were bought."].id] == "proposed"
    assert claims["Five were bought."].found_by == "A. Khan"
    assert [(one.by, one.answer, one.why) for one in project.decisions()] == [
        ("M. Ng", "yes", f"counted (checks{ending}, line 2)"),
        ("M. Ng", "yes", f"counted (checks{ending}, line 2)"),
        ("J. Roe", "no", f"from checks{ending}, line 3"),
    ]
    again_done = project.import_sheet(path, by="A. Khan", columns={**NAMED, "why": "Remark"})
    assert (again_done.added, again_done.edited, again_done.decisions, again_done.known) == ((), (), 0, 3)


def test_a_row_on_the_passage_of_a_claim_decides_on_that_claim(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    id = claim_of(project, "audit", "four buses")
    path = sheet(tmp_path / "c.csv", ("passage", "decision"), ("The county bought four buses in 2021.", "approved"))
    done = project.import_sheet(path, by="M. Ng", fixed={"source": "audit"})
    assert (done.added, done.decisions) == ((), 2)
    assert project.statuses() == {id: "approved"}


def test_what_cannot_be_taken_is_refused_by_its_line_and_the_rest_is_taken(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk", '[review]\nreviewers = ["M. Ng", "A. Khan"]\n')
    path = sheet(
        tmp_path / "checks.csv",
        ("Doc", "Quote from source", "Claim", "OK?", "Checker", "date"),
        ("audit", "It has room for forty buses", "", "", "", ""),
        ("gone", "It has room for ninety buses", "", "", "", ""),
        ("audit", "", "Ninety.", "", "", ""),
        ("audit", "It has room for ninety buses", "A claim\nof two lines.", "perhaps", "", ""),
        ("audit", "It has room for ninety buses", "Ninety.", "OK", "J. Roe", ""),
        ("audit", "It has room for ninety buses", "Ninety.", "OK", "M. Ng", "05/06/2023"),
        ("audit", "It has room for ninety buses", "Ninety.", "OK", "M. Ng", "2999-01-01"),
        ("audit", "It has room for ninety buses", "Ninety.", "OK", "M. Ng", "2023-06-05"),
    )
    done = project.import_sheet(path, by="A. Khan", columns=NAMED)
    assert [(one.line, one.why.split("; ")[0]) for one in done.refused] == [
        (2, "these words are not in audit"),
        (3, "no source is called 'gone'"),
        (4, "gives no passage"),
        (5, "'perhaps' is no decision that is known"),
        (7, "J. Roe may not decide"),
        (8, "'05/06/2023' is no day up to today that can be told"),
        (9, "'2999-01-01' is no day up to today that can be told"),
    ]
    assert (len(done.added), done.decisions) == (1, 2)
    assert {one.at for one in project.decisions()} == {"2023-06-05T00:00:00+00:00"}
    assert project.verify_log().faults == ()


def test_a_dry_run_says_the_same_and_writes_nothing(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    rows = (
        ("source", "passage", "decision", "by"),
        ("audit", "room for ninety buses", "yes", "J. Roe"),
        ("gone", "a", "", ""),
    )
    path = sheet(tmp_path / "c.csv", *rows)
    foreseen = project.import_sheet(path, by="M. Ng", dry_run=True)
    assert (project.curated(), project.decisions()) == ((), ())
    assert (len(foreseen.added), foreseen.decisions, len(foreseen.refused)) == (1, 2, 1)
    assert project.import_sheet(path, by="M. Ng") == foreseen


def test_our_own_export_comes_back_with_what_was_changed_in_it(project: Project, tmp_path: Path) -> None:
    exported = table(project.export("csv"))
    path = tmp_path / "claims.csv"

    def saved() -> Path:
        with path.open("w", newline="", encoding="utf-8-sig") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(exported)
        return path

    unchanged = project.import_sheet(saved(), by="A. Khan")
    assert (unchanged.added, unchanged.edited, unchanged.decisions, unchanged.refused) == ((), (), 0, ())
    assert unchanged.known == len(exported)
    by_id = {row["id"]: row for row in exported}
    five, four = claim_of(project, "paper", "five buses"), claim_of(project, "audit", "four buses")
    by_id[five] |= {"status": "approved", "decided_by": "M. Ng", "why": "read"}
    by_id[four] |= {"tags": "fleet; buses", "note": "page 4"}
    done = project.import_sheet(saved(), by="A. Khan")
    assert (done.edited, done.decisions, done.refused) == ((four,), 2, ())
    assert project.statuses()[five] == "approved"
    assert project.statuses()[four] == "approved"
    claim = project.stored_claim(four)
    assert (claim.tags, claim.note, claim.edited_by) == (("fleet", "buses"), "page 4", ())


@pytest.mark.parametrize(
    ("columns", "words", "says"),
    [
        ({"colour": "Doc"}, {}, "'colour' is nothing that a column can give; there are id, source"),
        ({"passage": "Quotes"}, {}, "no column is called 'Quotes'; there are Doc, Quote"),
        ({"source": "Doc"}, {}, "say which column holds the passage"),
        ({"passage": "Quote"}, {"signed": "great"}, "'great' is no decision; there are approved"),
    ],
)
def test_columns_and_words_that_are_not_known_are_refused(
    tmp_path: Path, columns: dict[str, str], words: dict[str, str], says: str
) -> None:
    project = desk(tmp_path / "desk")
    path = sheet(tmp_path / "c.csv", ("Doc", "Quote"), ("audit", "room for ninety buses"))
    with pytest.raises(UsageError, match=says):
        project.import_sheet(path, by="M. Ng", columns=columns, words=words)


def test_a_desks_own_word_for_a_decision_can_be_told(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    path = sheet(tmp_path / "c.csv", ("passage", "decision"), ("room for ninety buses", "Signed off"))
    done = project.import_sheet(path, by="M. Ng", fixed={"source": "audit"}, words={"signed off": "rejected"})
    assert (len(done.added), done.decisions) == (1, 1)


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (b"", SourceError, "is empty"),
        (b"one,two\r\n", UsageError, "holds no rows below"),
        (b"PK\x03\x04 not a workbook", SourceError, "no workbook, or it is damaged"),
    ],
)
def test_a_file_that_holds_no_rows_is_refused(tmp_path: Path, data: bytes, error: type[Exception], says: str) -> None:
    project = desk(tmp_path / "desk")
    path = tmp_path / "c.csv"
    path.write_bytes(data)
    with pytest.raises(error, match=says):
        project.import_sheet(path, by="M. Ng")


def test_lines_are_counted_as_the_file_has_them() -> None:
    found = read_sheet(b'a;b\n"two\nlines";x\n\nlast;y\n', "c.csv")
    assert found.headings == ("a", "b")
    assert found.rows == ((2, ("two\nlines", "x")), (5, ("last", "y")))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-05-01", "2024-05-01"), ("2024-05-01T09:00:00+02:00", "2024-05-01"), ("2024/5/1", "2024-05-01"),
        ("1.5.2024", None), ("05/06/2023", None), ("2024-13-01", None), ("May 2024", None), ("", None),
    ],
)  # fmt: skip
def test_a_day_that_may_be_read_in_two_ways_is_none(text: str, day: str | None) -> None:
    assert day_of(text) == day


# Removal


def test_the_text_of_a_removed_source_stays_nowhere_and_a_tombstone_says_who_removed_it(tmp_path: Path) -> None:
    secret = "The informant met the harbour master seven times in Arlen."
    project = desk(tmp_path / "desk", texts={"audit": "The county bought four buses in 2021.\n", "call": secret + "\n"})
    project.check()
    project.approve([claim_of(project, "audit", "four buses")], by="M. Ng")
    project.decide_on_statement("story", "They met.", "checked", by="M. Ng", resting_on=["call:met the harbour master"])
    with closing(sqlite3.connect(project.layout.index)) as index:
        kept = [row[0] for row in index.execute("SELECT data FROM value WHERE name = 'call' OR kind = 'facts'")]
    assert kept
    assert project.remove_source("call", by="J. Roe", why="promised to the informant") is True
    removed = again(project).source("call").removed
    assert removed is not None
    assert (removed.by, removed.why) == ("J. Roe", "promised to the informant")
    last = project.decisions()[-1]
    assert (last.subject_kind, last.subject, last.answer, last.by) == ("source", "call", "removed", "J. Roe")
    for path in project.root.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        assert b"informant met" not in data, path
        assert not any(blob in data for blob in kept), path
    assert [one.state for one in project.statements("story", ["They met."])] == ["stale"]
    with pytest.raises(UsageError, match=r"call was removed already, by J\. Roe"):
        project.remove_source("call", by="J. Roe")


@pytest.mark.parametrize(
    ("day", "logged"),
    [
        ("2024-04-30T09:30:00+02:00", "2024-04-30T09:30:00+02:00"),
        ("2024/4/3", "2024-04-03T00:00:00+00:00"),
        ("2024-04-30Tat noon, I think", "2024-04-30T00:00:00+00:00"),
        ("2024-04-31", None),
        ("٢٠٢٤-٠٤-٠٣", None),
    ],
)
def test_a_decision_of_a_sheet_is_logged_with_a_moment_of_the_calendar_or_refused(
    tmp_path: Path, day: str, logged: str | None
) -> None:
    project = desk(tmp_path / "desk")
    sheet = tmp_path / "sheet.csv"
    sheet.write_text(f"source,passage,decision,date\naudit,It has room for ninety buses.,read,{day}\n", "utf-8")
    outcome = project.import_sheet(sheet, by="M. Ng")
    assert [one.at for one in project.decisions()] == [logged] * (logged is not None)
    assert [one.line for one in outcome.refused] == [2] * (logged is None)
