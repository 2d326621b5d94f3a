"""Whatever a note, a citation manager or somebody's spreadsheet holds, it is read, or refused in one line."""

import json
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from factcheck.citing import cite
from factcheck.errors import FactcheckError
from factcheck.exchange._importing import FIELDS, WORDS, day_of
from factcheck.gate.citations import locator_of, locator_within, managed, taken_out
from factcheck.gate.sourcing import Shelf
from factcheck.project import Project
from factcheck.reading import read_text
from factcheck.records.document import Link
from factcheck.records.source import Source
from tests.desks import desk

PIECES = (
    "Ann Bell, ", "“Ships call again”", "Moles: A Survey", "Daily Harbour, ", "(Leeds: Quay Press, 1990)", "2019",
    "May 2020", "4 May 2020", "p. 7", "pp. 3-9", "vol. 2, no. 4 ", "chapter 2", "See ", "see also ", "ibid.",
    "Ibid., p. 4", "op. cit.", "loc. cit.", "note 1", "note 99 above", "Section II", "Table 3 below", "; ", ", ",
    ". ", " and ", "(", ")", "“", "”", "\n", "1", "¹", "https://x.example/a", "[@audit-2022]", "[@",
    "@audit-2022 ", "]", "^[", "٢٠٢٠", "\u202e", "é",
)  # fmt: skip
"""What notes are made of."""

SHELF = Shelf([Source(id="audit-2022", title="Audit", issued="2022-08-04", file="a.txt", sha256="0" * 64)])


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.lists(st.sampled_from(PIECES), max_size=12))
def test_citations_and_references_stand_in_the_text_and_say_what_they_lead_to(one: list[str], other: list[str]) -> None:
    said = "The mole held for a long time.1 It was built by hand.2 See note 1 and Section II."
    document = read_text(f"{said}\n\nNotes\n\n1 {''.join(one)}\n2 {''.join(other)}\n")
    found = cite(document)
    assert cite(document) == found
    for item in (*found.citations, *found.references):
        assert 0 <= item.start < item.end <= len(document.text)
        assert (item.why is None) is (item.outcome in ("full", "resolved"))
    for citation in found.citations:
        assert citation.target_note is None or citation.outcome in ("resolved", "variant")
        assert bool(citation.candidates) is (citation.outcome == "ambiguous")


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_citations_in_a_draft_are_taken_out_and_lead_somewhere_or_nowhere(text: str) -> None:
    found = taken_out(read_text(text), SHELF)
    for one in found.cites:
        assert 0 <= one.at <= len(found.document.text)
        assert SHELF.resolve(one) in ("audit-2022", None)
    for rest in (locator_of(text), locator_within(text)):
        assert rest is None or (rest.kind and rest.value)


WORDS_OF_ALL_KINDS = st.text(st.characters(), max_size=6) | st.sampled_from(["٢٠٢٠", "2020", "\ud800", "page", ""])
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS_OF_ALL_KINDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["date-parts", "family"]), inner),
    max_leaves=6,
)
DATA = st.dictionaries(
    st.sampled_from(["title", "author", "issued", "URL", "citation-key", "publisher"]), ANY_JSON, max_size=4
)
ITEM = st.dictionaries(st.sampled_from(["id", "locator", "label"]), ANY_JSON).flatmap(
    lambda item: (ANY_JSON | DATA).map(lambda data: {**item, "itemData": data})
)


@given(st.lists(ITEM | ANY_JSON, max_size=3) | ANY_JSON)
def test_what_a_citation_manager_left_is_a_citation_or_none(items: Any) -> None:
    link = Link(start=0, end=4, target=json.dumps({"citationItems": items}))
    for one in managed(link, "(Wu)"):
        assert SHELF.resolve(one) in ("audit-2022", None)
        work = one.work.model_dump_json() if one.work else ""
        assert f"{one.key} {one.url} {one.locator} {work}".encode()


CELLS = st.text(max_size=8) | st.sampled_from(
    [
        "", "audit", "paper", "nowhere", "It has room for ninety buses.", "bought four buses", "four", "count", "buses",
        "p. 4", "7", "approved", "no", "maybe", "M. Ng", "2024-05-01", "2024-02-31", "2024-05-01Tat noon, I think",
        "٢٠٢٤-٠٥-٠١", "money; transport", "=1+1", "'=1+1", *(words.split()[0] for words in WORDS.values()),
    ]
)  # fmt: skip
ROWS = st.lists(st.lists(CELLS, max_size=6), max_size=4)
HEADINGS = st.lists(st.sampled_from((*FIELDS, "Quote", "")), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return desk(tmp_path_factory.mktemp("any") / "desk")


def taken_in(project: Project, name: str, data: bytes) -> None:
    path = project.root / name
    path.write_bytes(data)
    try:
        outcome = project.import_sheet(path, by="M. Ng", dry_run=True)
    except FactcheckError as error:
        assert "\n" not in str(error)
        return
    assert all(row.line > 1 and row.why and "\n" not in row.why for row in outcome.refused)


def as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
    return "\r\n".join(map(",".join, quoted)).encode("utf-8", "replace")


@settings(max_examples=60)
@given(HEADINGS, ROWS)
def test_any_rows_of_a_csv_file_are_taken_or_refused_in_one_line(
    project: Project, headings: list[str], rows: list[list[str]]
) -> None:
    taken_in(project, "rows.csv", as_csv([headings, *rows]))


@settings(max_examples=60)
@given(st.binary(max_size=60) | st.text(st.sampled_from('source,passage;"\t\r\n\x00é'), max_size=60).map(str.encode))
def test_any_bytes_are_a_sheet_or_refused_in_one_line(project: Project, data: bytes) -> None:
    taken_in(project, "bytes.csv", data)
    taken_in(project, "bytes.xlsx", b"PK" + data)


VALUES = CELLS.filter(lambda text: all(ord(one) >= 32 for one in text)) | st.sampled_from(
    [None, True, 7, 2.5, 1e300, date(2024, 5, 1)]
)


@settings(max_examples=30)
@given(HEADINGS, st.lists(st.lists(VALUES, max_size=6), max_size=4))
def test_any_cells_of_a_workbook_are_taken_or_refused_in_one_line(
    project: Project, headings: list[str], rows: list[list[Any]]
) -> None:
    book, held = Workbook(), BytesIO()
    assert book.active is not None
    for row in [headings, *rows]:
        book.active.append(row)
    book.save(held)
    taken_in(project, "cells.xlsx", held.getvalue())


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/worksheets/sheet1.xml", b"</row>", b"</raw>"),
        ("xl/worksheets/sheet1.xml", b'r="A1"', b'r="A0x"'),
        ("xl/workbook.xml", b"</sheets>", b"</sheats>"),
    ],
)
def test_a_damaged_workbook_is_refused_in_one_line(project: Project, part: str, old: bytes, new: bytes) -> None:
    book, held, damaged = Workbook(), BytesIO(), BytesIO()
    assert book.active is not None
    for row in (["source", "passage"], ["audit", "four"]):
        book.active.append(row)
    book.save(held)
    with ZipFile(held) as whole, ZipFile(damaged, "w") as made:
        for name in whole.namelist():
            data = whole.read(name)
            assert name != part or old in data
            made.writestr(name, data.replace(old, new) if name == part else data)
    (project.root / "damaged.xlsx").write_bytes(damaged.getvalue())
    with pytest.raises(FactcheckError, match="the workbook is damaged; open it and save it again"):
        project.import_sheet(project.root / "damaged.xlsx", by="M. Ng", dry_run=True)


@given(st.from_regex(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}", fullmatch=True) | st.text(max_size=12))
def test_a_day_in_a_cell_is_one_of_the_calendar_or_none(text: str) -> None:
    day = day_of(text)
    assert day is None or date.fromisoformat(day).isoformat() == day
