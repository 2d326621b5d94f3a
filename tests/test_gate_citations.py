"""Citations are read off a draft's text, taken out of it, and lead to sources."""

import json

import pytest
from docxs import made, paragraph, run
from hypothesis import given
from hypothesis import strategies as st
from test_reading_links import field

from factcheck.checking import Study
from factcheck.citing import cite
from factcheck.digests import digest_of_bytes
from factcheck.gate.citations import Cite, taken_out
from factcheck.gate.drafts import Draft, manuscript
from factcheck.gate.editing import Edit, Edited
from factcheck.gate.sourcing import Shelf
from factcheck.reading import characters_of, read, read_text
from factcheck.records.document import Document
from factcheck.records.source import Source

SOURCES = [
    {"id": "audit-2022", "title": "Audit of the port: a long way down", "issued": "2022-08-04",
     "author": [{"family": "Roe", "given": "Ada"}], "publisher": "Harbour Board", "URL": "https://www.port.example/audit/"},
    {"id": "wire-2021", "title": "Port shuts its gates", "issued": "2021-06", "container-title": "Meridian Wire"},
    {"id": "wu-2020", "title": "Quays", "issued": "2020", "author": [{"family": "Wu"}, {"family": "Diaz"}]},
]  # fmt: skip
SHELF = Shelf(Source.model_validate_json(json.dumps({**one, "file": "x.txt", "sha256": "0" * 64})) for one in SOURCES)


def document(text: str, file: str = "d.md") -> Document:
    data = text.encode()
    return read(Source(id="draft", title="Draft", file=file, sha256=digest_of_bytes(data)), data)


def draft(data: bytes, file: str) -> Draft:
    source = Source(id="draft", title="Draft", file=file, sha256=digest_of_bytes(data))
    made = manuscript(file, source, read(source, data), characters_of(file, data), SHELF)
    return Draft(made, Study(source, made.document, {}, (), cite(made.document)))


def cites(data: bytes | str, file: str = "d.md") -> list[tuple[str, str | None]]:
    """Where works are cited, by the words before, and which sources they are."""
    made = draft(data.encode() if isinstance(data, str) else data, file)
    return [(made.text[: one.at].split()[-1], SHELF.resolve(one)) for one in made.cites]


@pytest.mark.parametrize(
    ("written", "left", "keys"),
    [
        ("It grew [@audit-2022].", "It grew.", ["audit-2022"]),
        ("It grew [see @audit-2022, p. 7; also @wire-2021].", "It grew.", ["audit-2022", "wire-2021"]),
        ("It grew [-@audit-2022, pp. 3-5] and fell.", "It grew and fell.", ["audit-2022"]),
        ("It grew (see [@audit-2022]).", "It grew.", ["audit-2022"]),
        ("@audit-2022 says that it grew.", "Ada Roe says that it grew.", ["audit-2022"]),
        ("@wu-2020 [p. 3] say that it grew.", "Wu and Diaz say that it grew.", ["wu-2020"]),
        ("It grew [@{audit-2022}].", "It grew.", ["audit-2022"]),
        ("It grew [@nobody-1999].", "It grew.", ["nobody-1999"]),
        ("It grew. [@audit-2022] It fell.", "It grew. It fell.", ["audit-2022"]),
        ("Ask @portwatch or mail@port.example.", "Ask @portwatch or mail@port.example.", []),
        ("It grew [a link](https://x.example).", "It grew a link.", [None]),
    ],
)
def test_pandoc_citations_are_taken_out(written: str, left: str, keys: list[str | None]) -> None:
    found = taken_out(document(written), SHELF)
    assert found.document.text == left
    assert [one.key for one in found.cites] == keys


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (", p. 7", ("page", "7")),
        (", pp. 33-35, 38", ("page", "33-35, 38")),
        (", 12", ("page", "12")),
        (", sec. 2.2", ("section", "2.2")),
        (", § 4", ("section", "4")),
        (", chap. IV", ("chapter", "IV")),
        (", n. 3", ("note", "3")),
        (", emphasis ours", None),
        ("", None),
    ],
)
def test_a_citation_says_where_in_the_work(rest: str, expected: tuple[str, str] | None) -> None:
    [one] = taken_out(document(f"It grew [@audit-2022{rest}]."), SHELF).cites
    assert (one.locator and (one.locator.kind, one.locator.value)) == expected


def test_a_note_is_cited_where_its_marker_stands() -> None:
    text = (
        "It grew.[^a] It fell.^[See @wire-2021, p. 3.] It rose.[^b] It broke.[^c]\n\n"
        "[^a]: Ada Roe, “Audit of the port: a long way down”, Harbour Board, 4 August 2022.\n"
        "[^b]: @nobody-1999\n"
    )
    assert cites(text) == [
        ("grew.", "audit-2022"),
        ("fell.", "wire-2021"),
        ("rose.", None),
        ("broke.", None),
    ]


def test_the_text_of_a_note_gives_its_page() -> None:
    made = draft(b"It fell.^[See @wire-2021, p. 3.]\n", "d.md")
    assert [(one.locator and one.locator.value, one.note) for one in made.cites] == [("3", "1")]


def test_an_author_and_a_year_in_brackets_are_a_citation_where_they_are_a_source() -> None:
    assert cites("It grew (Roe 2022, p. 7). It fell (Meridian Wire, 2021; Wu 2020) in May (June 2021).") == [
        ("grew", "audit-2022"),
        ("fell", "wire-2021"),
        ("fell", "wu-2020"),
    ]


def test_a_link_to_a_source_is_a_citation_and_other_links_are_none() -> None:
    found = cites("It [grew](http://port.example/audit#top) and [fell](https://else.example).")
    assert found == [("grew", "audit-2022"), ("fell", None)]
    assert draft(b"It [fell](https://else.example).", "d.md").cites[0].only_if_known


def test_a_citation_managers_field_in_word_leads_to_its_source() -> None:
    item = {"citationItems": [{"id": 7, "locator": "12", "label": "page", "itemData": {"title": "Quays"}}]}
    code = f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(item)} ".replace('"', "&quot;")
    file = made(paragraph(run("It grew ") + field(code, "(Wu, 2020)") + run(" in May.")))
    assert draft(file, "d.docx").text == "It grew in May."
    assert cites(file, "d.docx") == [("grew", "wu-2020")]


def test_note_text_in_word_leads_to_its_source() -> None:
    body = paragraph(run("It grew.") + "{1}")
    file = made(body, footnotes={1: "“Port shuts its gates”, Meridian Wire, June 2021."})
    assert cites(file, "d.docx") == [("grew.", "wire-2021")]


@pytest.mark.parametrize(
    "item",
    [
        "{", "[]", '{"citationItems": 5}', '{"citationItems": [5]}', '{"citationItems": [{}]}',
        '{"citationItems": [{"itemData": {"title": "Piers", "author": 5}}]}',
        '{"citationItems": [{"id": "\\ud800", "itemData": {"title": "\\ud800", "URL": "\\udfff"}}]}',
        '{"citationItems": [{"itemData": {"title": "Piers", "issued": {"date-parts": [["٢٠٢٠"]]}}}]}',
    ],
)  # fmt: skip
def test_a_field_that_is_no_citation_is_survived(item: str) -> None:
    code = f" ADDIN ZOTERO_ITEM CSL_CITATION {item} ".replace('"', "&quot;")
    found = draft(made(paragraph(run("It grew ") + field(code, "(x)") + run("."))), "d.docx")
    assert found.text
    for one in found.cites:
        assert SHELF.resolve(one) is None
        written = [one.key, one.url, one.work and one.work.title, one.work and one.work.date]
        assert "".join(filter(None, written)).isascii()


@pytest.mark.parametrize("text", ["[" * 4000, "[@" * 2000, "@a" * 3000, "(" * 3000 + "2020", "[@a, " * 1000])
def test_marks_without_end_take_no_time(text: str) -> None:
    taken_out(read_text(text), SHELF)


@given(st.text("ab .@[];-2p,\n", max_size=80))
def test_what_is_left_is_the_text_without_its_citations(text: str) -> None:
    before = read_text(text)
    found = taken_out(before, SHELF)
    kept = "".join(before.text.split())
    for one in found.cites:
        assert 0 <= one.at <= len(found.document.text)
    if not found.cites:
        assert "".join(found.document.text.split()) == kept


def test_offsets_lead_back_and_forth() -> None:
    before = read_text("One two three. Four five.")
    edited = Edited(before, [Edit(3, 7), Edit(15, 19, "Five")])
    assert edited.document.text == "One three. Five five."
    assert [edited.before(at) for at in (0, 3, 4, 11, 16)] == [0, 7, 8, 15, 20]
    assert [edited.after(at) for at in (0, 3, 5, 7, 15, 20)] == [0, 3, 3, 3, 11, 16]
    assert [edited.document.text[one.start : one.end] for one in edited.document.sentences] == [
        "One three.",
        "Five five.",
    ]


def test_a_citation_has_no_source_where_two_could_be_meant() -> None:
    twins = [{**SOURCES[2], "id": "wu-a"}, {**SOURCES[2], "id": "wu-b", "title": "Piers"}]
    shelf = Shelf(Source.model_validate_json(json.dumps({**one, "file": "x", "sha256": "0" * 64})) for one in twins)
    found = taken_out(document("It grew [@wu-2020]. It fell (Wu 2020)."), shelf).cites
    assert [shelf.resolve(one) for one in found] == [None]
    assert shelf.resolve(Cite(0, "", key="WU_B")) == "wu-b"
