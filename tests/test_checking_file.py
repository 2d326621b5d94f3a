"""The checking file: in the draft's order each statement, its passages and sources, who approved it, what is asked."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from desks import Clock
from selectolax.lexbor import LexborHTMLParser

from factcheck.project import Project
from tests.command import factcheck

AUDIT = "The new quay of Arlen is 840 metres long and has 46 cranes.\n"
DRAFT = (
    "# Quays\n\nIt is new. The quay of Arlen is 840 metres long [@audit]. It has 64 cranes [@audit].\n\n"
    "=1+1 cost 300 euros, =HYPERLINK(9) says nobody.\n"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with one approved claim, one decision on a statement and two queries, one of them answered."""
    folder = tmp_path_factory.mktemp("checking")
    project = Project.create(folder / "desk")
    project.clock = Clock()
    (folder / "audit.txt").write_text(AUDIT, "utf-8")
    project.add_source(
        folder / "audit.txt", title="Quays & cranes", author=[{"family": "Roe", "given": "J."}],
        publisher="Port of Arlen", issued="2022-08-04", URL="https://example.org/audit",
    )  # fmt: skip
    (project.root / "draft.md").write_text(DRAFT, "utf-8")
    [claim] = [one.id for one in project.claims() if one.quantity and one.quantity.low == 840]
    project.approve([claim], by="M. Ito", why="seen on site")
    project.reads_right([claim], by="A. Lind")
    project.decide_on_statement("draft", "It has 64 cranes.", "fix", by="A. Lind")
    project.ask("claim", claim, to="The port", question="With the <b>old</b> quay?", by="M. Ito", asked="2024-04-30")
    project.ask("claim", claim, to="The town", question="Since when?", by="M. Ito", asked="2024-04-30")
    [query] = [one.id for one in project.queries() if one.query.to == "The town"]
    project.answer_query(query, "Since 2020.", by="M. Ito")
    return project.root


@pytest.fixture(scope="module")
def written(desk: Path) -> Path:
    ended = factcheck("gate", "draft.md", "--output", "file.html", "--output", "checking-file:file.docx", cwd=desk)
    assert ended.code == 1, ended
    return desk


FIRST = [
    "“The new quay of Arlen is 840 metres long and has 46 cranes.” "
    "J. Roe, Quays & cranes (Port of Arlen, 4 August 2022), https://example.org/audit [audit]: says so.",
    "“The new quay of Arlen is 840 metres long.”: approved by M. Ito, 1 May 2024: seen on site; "
    "reads right by A. Lind, 1 May 2024",
    "To The port, asked 30 April 2024: With the <b>old</b> quay?",
]


def test_the_page_has_each_statement_with_all_that_stands_behind_it(written: Path) -> None:
    page = LexborHTMLParser((written / "file.html").read_text("utf-8"))
    articles = page.css("article")
    assert [" ".join(one.css_first("h3").text().split()) for one in articles[:2]] == [
        "1 line 3 passes",
        "2 line 3 blocked: contradicted, not approved yet",
    ]
    assert articles[0].css_first(".words").text() == "The quay of Arlen is 840 metres long."
    rows = [" ".join(one.text().split()) for one in articles[0].css("li")]
    assert rows == [FIRST[0].replace("“", "").replace("”", ""), *FIRST[1:]]
    assert [one.text() for one in articles[1].css("li")][-1] == "The statement: fix by A. Lind, 1 May 2024"
    assert "It is new." in page.css_first("details").text()


def test_the_word_file_says_the_same(written: Path) -> None:
    document = docx.Document(written / "file.docx")
    rows = [one.text for one in document.paragraphs]
    assert rows[0] == "Checking file"
    assert rows[1].startswith("It cannot be published. 3 statements: 2 blocked")
    at = rows.index("1. line 3: passes")
    assert rows[at + 1] == "The quay of Arlen is 840 metres long."
    assert [
        row for row in rows[at : rows.index("2. line 3: blocked: contradicted, not approved yet")] if row in FIRST
    ] == FIRST
    assert document.core_properties.author == "factcheck"


def test_no_markup_and_no_formula_of_others_gets_in(written: Path) -> None:
    text = (written / "file.html").read_text("utf-8")
    assert "<b>" not in text
    assert "<script" not in text
    assert "&lt;b&gt;old" in text
    rules = LexborHTMLParser(text).css_first("meta[http-equiv]").attributes["content"]
    assert str(rules).startswith("default-src 'none'; script-src 'none'; style-src 'sha256-")
    assert "<td" not in text
    assert not docx.Document(written / "file.docx").tables


def test_the_same_draft_gives_the_same_bytes(written: Path) -> None:
    before = [(written / name).read_bytes() for name in ("file.html", "file.docx")]
    factcheck("gate", "draft.md", "--output", "again.html", "--output", "checking-file:again.docx", cwd=written)
    assert [(written / name).read_bytes() for name in ("again.html", "again.docx")] == before
    assert {entry.date_time[0] for entry in ZipFile(BytesIO(before[1])).infolist()} == {1980}


def test_without_a_file_it_is_a_page(written: Path) -> None:
    ended = factcheck("gate", "draft.md", "--format", "checking-file", cwd=written)
    assert ended.out == (written / "file.html").read_text("utf-8")
