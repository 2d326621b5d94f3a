"""What a file ties its words to is kept: pages' addresses, and the citations of a citation manager."""

import json

import pytest
from docxs import made, paragraph, run
from test_reading_odt import made as odt

from factcheck.digests import digest_of_bytes
from factcheck.reading import read
from factcheck.records.document import Document
from factcheck.records.source import Source

ITEM = {"citationItems": [{"id": 7, "locator": "12", "itemData": {"id": 7, "title": "Late Bills"}}]}
CODE = f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(ITEM)} ".replace('"', "&quot;")


def document(name: str, data: bytes) -> Document:
    return read(Source(id="d", title="Draft", file=name, sha256=digest_of_bytes(data)), data)


def tied(read: Document) -> list[tuple[str, str]]:
    return [(read.text[link.start : link.end], link.target) for link in read.links]


def field(code: str, shown: str) -> str:
    marks = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    parts = [marks["begin"], f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>']
    return "".join([*parts, marks["separate"], run(shown), marks["end"]])


def inside_run(runs: str) -> str:
    """Runs where the characters of one are expected."""
    return f"</w:t></w:r>{runs}<w:r><w:t>"


def test_markdown_keeps_where_links_lead() -> None:
    read = document("d.md", b"The [*port* says](https://port.example/a) so, and <https://port.example/b>.\n")
    assert tied(read) == [("port says", "https://port.example/a"), ("https://port.example/b", "https://port.example/b")]


def test_html_keeps_where_links_lead_and_what_pandoc_says_is_cited() -> None:
    read = document(
        "d.html",
        b'<article><p><a href="https://port.example/a">The port</a> grew. <a href="#top">Up</a>'
        b' <span class="citation" data-cites="wu-2020 roe-2021">(Wu 2020; Roe 2021)</span></p>'
        b"<p>It has grown every year since the new quay was opened by the minister.</p></article>",
    )
    cited = json.dumps({"citationItems": [{"id": "wu-2020"}, {"id": "roe-2021"}]})
    assert tied(read) == [("The port", "https://port.example/a"), ("(Wu 2020; Roe 2021)", cited)]


def test_word_fields_of_a_citation_manager_are_kept_with_the_words_that_they_show() -> None:
    read = document("d.docx", made(paragraph(run("It grew ") + field(CODE, "(Wennberg, 2022)") + run("."))))
    assert read.text == "It grew (Wennberg, 2022)."
    assert [(words, json.loads(target)) for words, target in tied(read)] == [("(Wennberg, 2022)", ITEM)]


def test_a_citation_in_a_footnote_is_tied_there() -> None:
    body = paragraph(run("It grew.") + "{1}")
    read = document("d.docx", made(body, footnotes={1: inside_run(field(CODE, "Wennberg, Late Bills."))}))
    assert read.text == "It grew.\n\nWennberg, Late Bills."
    assert [words for words, _ in tied(read)] == ["Wennberg, Late Bills."]


def test_a_field_that_lies_in_another_is_a_part_of_it() -> None:
    inner = field(' HYPERLINK "https://port.example/a" ', "2022")
    read = document("d.docx", made(paragraph(run("It grew ") + field(CODE, inside_run(inner)))))
    assert [words for words, _ in tied(read)] == ["2022"]


def test_other_fields_tie_nothing() -> None:
    assert tied(document("d.docx", made(paragraph(run("Page ") + field(" PAGE ", "7"))))) == []


@pytest.mark.parametrize("kinds", [("end",), ("separate",), ("begin",), ("begin", "begin", "separate")])
def test_fields_without_their_ends_do_no_harm(kinds: tuple[str, ...]) -> None:
    marks = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in kinds)
    assert document("d.docx", made(paragraph(marks + run("It grew.")))).text == "It grew."


def test_odt_keeps_links_and_the_citations_of_a_citation_manager() -> None:
    name = f"ZOTERO_ITEM CSL_CITATION {json.dumps(ITEM)} RND1".replace('"', "&quot;")
    mark = f'<text:reference-mark-start text:name="{name}"/>(Wennberg)<text:reference-mark-end text:name="{name}"/>'
    link = '<text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://port.example/a">The port</text:a>'
    read = document("d.odt", odt(f"<text:p>{link} grew {mark}.</text:p>"))
    assert read.text == "The port grew (Wennberg)."
    assert [words for words, _ in tied(read)] == ["The port", "(Wennberg)"]
    assert json.loads(read.links[1].target) == ITEM
