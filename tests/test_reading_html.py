"""Pages: the article's text and structure, what the page says of itself, and its furniture left aside."""

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import SourceError
from factcheck.reading import read, read_text
from factcheck.records.document import Document
from factcheck.records.source import Source
from tests.test_reading import assert_sound

ONE = "The mole of the old harbour was built in 1850 by two hundred workers, and it held for a hundred years."
BELL = [("1", "Bell, Moles.")]
TWO = "In 1951 a storm broke it, and the town paid £2.3 million & more for its repair, as the council said later."
THREE = "“It will stand,” the mayor said, though few of the owners – seven of 40 – believed her at the time."


def html(text: str | bytes, file: str = "harbour.html") -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return read(Source(id="harbour", title="Record", file=file, sha256="0" * 64), data)


def told(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def of(document: Document, kind: str) -> list[str]:
    return [words for found, words in told(document) if found == kind]


def passages(document: Document) -> list[str]:
    return [document.text[sentence.start : sentence.end] for sentence in document.sentences]


PLAIN = f"""Town repairs its mole

By Bo Chen

4 August 2022

{ONE} {TWO}

A. Stones

{THREE}

1. limestone from the hills
2. granite from the coast

B. Ships

{TWO}1 {THREE}2

- the Aden
- the York

{ONE}

1 Ann Bell, Moles and Piers, Leeds, 2001, p. 4.
2 Harbour Desk, “Ships of the coast”, 2 May 2020.
"""
SAME = f"""<!doctype html><html lang=en><head><meta charset=utf-8><title>x</title></head><body>
<h1>Town repairs its mole</h1><p>By <a href="/chen">Bo Chen</a></p><p>4 August 2022</p>
<p>{escape(ONE)}
   {escape(TWO)}</p>
<h2>A. Stones</h2><p>{escape(THREE)}</p>
<ol><li>limestone from the hills</li><li>granite from <i>the</i> coast</ol>
<h2>B. Ships</h2>
<p>{escape(TWO)}<sup id="r1"><a href="#n1">1</a></sup> {escape(THREE)}<a href="#n2" id="r2"><sup>[2]</sup></a></p>
<ul><li>the Aden<li><p>the York</p></ul>
<p>{escape(ONE)}</p>
<section role="doc-endnotes"><p id="n1"><a href="#r1">1</a> Ann Bell, <i>Moles and Piers</i>, Leeds, 2001, p. 4.</p>
<p id="n2">2. Harbour Desk, “Ships of the coast”, 2 May 2020. <a href="#r2">↩</a></p></section></body></html>"""


def test_a_page_gives_the_same_text_and_passages_as_the_same_words_in_plain_text() -> None:
    page, plain = html(SAME), read_text(PLAIN)
    assert page.text == plain.text
    assert passages(page) == passages(plain)
    assert [(block.kind, block.label, block.level, block.section) for block in page.blocks] == [
        (block.kind, block.label, block.level, block.section) for block in plain.blocks
    ]
    assert [(marker.label, marker.at, marker.note) for marker in page.markers] == [
        (marker.label, marker.at, marker.note) for marker in plain.markers
    ]
    assert (page.title, page.date) == ("Town repairs its mole", "2022-08-04")
    assert len(page.markers) == 2


def test_every_piece_of_text_leads_back_into_the_file() -> None:
    document = html(SAME)
    assert_sound(document, SAME)
    mapped = sum(run.end - run.start for run in document.runs)
    assert mapped > len(document.text) * 0.95


NEWS = f"""<html><head><title>Town repairs its mole | The Harbour Desk</title>
<meta property="og:site_name" content="The Harbour Desk"><meta name="author" content="Bo Chen">
<meta property="article:published_time" content="2022-08-04T10:00:00Z">
<link rel="canonical" href="https://example.org/mole"></head><body class="has-sidebar">
<header><a href="/">The Harbour Desk</a><nav><ul><li><a href="/a">News</a><li><a href="/b">Ships</a></ul></nav></header>
<div id="cookie-banner"><p>This page uses cookies so that the visit of every reader can be counted by us.</p></div>
<main><article><header><h1>Town repairs its mole</h1><p class="standfirst">A storm broke it long ago.</p>
<div class="byline">Bo Chen in Leeds</div>
</header>
<figure><img src="m.jpg" alt="m"><figcaption>The mole at dawn.</figcaption></figure>
<p>{ONE}</p><div class="related-stories"><h3>Related</h3><a href="/x">Ships that never came home</a></div>
<p>Read more: Why the pier fell</p>
<h2>Stones</h2><p>{TWO}</p><blockquote><p>{THREE}</p></blockquote>
<table><caption>Table 1. Ships by year</caption><tr><th>Year<th>Ships (thousands)<tr>
<th scope=row>1850<td>12<td></table>
<p>{ONE}</p></article>
<aside><p>Ann Bell has written on piers for the Desk for more than ten years, and lives by the sea.</p></aside></main>
<footer>© 2022 The Harbour Desk. All rights reserved.</footer><script>var a = "<p>not this</p>";</script>
<style>p {{}}</style></body></html>"""


def test_an_article_is_told_from_the_page_around_it() -> None:
    document = html(NEWS)
    assert told(document)[:12] == [
        ("title", "Town repairs its mole"),
        ("standfirst", "A storm broke it long ago."),
        ("byline", "Bo Chen in Leeds"),
        ("caption", "The mole at dawn."),
        ("paragraph", ONE),
        ("teaser", "Read more: Why the pier fell"),
        ("heading", "Stones"),
        ("paragraph", TWO),
        ("quotation", THREE),
        ("caption", "Table 1. Ships by year"),
        ("table-cell", "Year"),
        ("table-cell", "Ships (thousands)"),
    ]
    assert "not this" not in document.text
    furniture = of(document, "furniture")
    assert "This page uses cookies so that the visit of every reader can be counted by us." in furniture
    assert {"News", "Related", "Ships that never came home"} <= set(furniture)
    assert not any("cookies" in words or "Ann Bell" in words for words in passages(document))


def test_the_page_says_who_wrote_it_when_and_for_whom() -> None:
    document = html(NEWS)
    assert (document.title, document.date, document.date_from) == ("Town repairs its mole", "2022-08-04", "metadata")
    assert dict(document.metadata) == {
        "URL": "https://example.org/mole",
        "title": "Town repairs its mole",
        "author": "Bo Chen",
        "publisher": "The Harbour Desk",
        "issued": "2022-08-04",
    }


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Site"},'
            ' {"@type": "NewsArticle",'
            ' "headline": "Mole held", "author": [{"name": "Ann Bell"}, {"name": "Bo Chen"}], "datePublished":'
            ' "2021-05-06T08:00+01:00", "publisher": {"name": "Harbour Desk"}}]}</script>',
            {"title": "Mole held", "author": "Ann Bell, Bo Chen", "issued": "2021-05-06", "publisher": "Harbour Desk"},
        ),
        ('<script type="application/ld+json">{"@type": [</script><title>Mole held</title>', {"title": "Mole held"}),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>", {}),
        (
            '<meta name="citation_author" content="Bell, Ann"><meta name="citation_author" content="Chen, Bo">'
            '<meta name="citation_publication_date" content="2020/05">',
            {"author": "Bell, Ann, Chen, Bo", "issued": "2020-05"},
        ),
        ('<meta name="dc.date" content="2020-05"><meta name="author" content="By Ann Bell">',
         {"author": "Ann Bell", "issued": "2020-05"}),
        (
            '<link rel="canonical" href="https://web.archive.org/web/20220804101500/https://example.org/mole">',
            {
                "URL": "https://example.org/mole",
                "archive_location": "https://web.archive.org/web/20220804101500/https://example.org/mole",
                "archive_date": "2022-08-04T10:15",
            },
        ),
        (
            '<link rel="bookmark" href="https://archive.ph/2022.08.04-101500/https://example.org/mole">',
            {
                "URL": "https://example.org/mole",
                "archive_location": "https://archive.ph/2022.08.04-101500/https://example.org/mole",
                "archive_date": "2022-08-04T10:15",
            },
        ),
        ("<!-- saved from url=(0024)https://example.org/mole -->", {"URL": "https://example.org/mole"}),
    ],
)  # fmt: skip
def test_metadata_comes_from_tags_json_ld_and_archives(head: str, expected: dict[str, str]) -> None:
    assert dict(html(f"<html><head>{head}</head><body><p>{ONE}</p></body></html>").metadata) == expected


def test_table_cells_know_their_headings_also_under_cells_that_span() -> None:
    document = html(
        "<table><thead><tr><th rowspan=2>Port<th colspan=2>Ships<tr><th>2019<th>2020</thead>"
        "<tr><td>Aden<td>12<td>14<tr><td>York<td colspan=2>9</table>"
    )
    cells = [(block.row, block.column, document.text[block.start : block.end]) for block in document.blocks]
    assert cells[4:] == [
        (None, "Port", "Aden"), ("Aden", "Ships 2019", "12"), ("Aden", "Ships 2020", "14"),
        (None, "Port", "York"), ("York", "Ships 2019", "9"),
    ]  # fmt: skip


def test_a_table_that_lays_out_a_page_is_text() -> None:
    document = html(f"<table><tr><td><a href=/>Home</a><td><p>{ONE}</p><p>{TWO}</p></table>")
    assert of(document, "paragraph")[-2:] == [ONE, TWO]
    assert not of(document, "table-cell")


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        (f"<p>{ONE}<sup>1</sup></p><p><sup>1</sup> Bell, Moles.</p>", BELL),
        (
            f'<p>{ONE}<a href="#_ftn1" name="_ftnref1">[1]</a></p><div id="ftn1"><p><a href="#_ftnref1"'
            ' name="_ftn1">[1]</a> Bell, Moles.</p></div>',
            BELL,
        ),
        (
            f'<p>{ONE}<sup class="reference"><a href="#cite_note-3">[3]</a></sup></p>'
            '<ol class="references"><li id="cite_note-3"><b><a href="#cite_ref">^</a></b> Bell, Moles.</li></ol>',
            [("3", "Bell, Moles.")],
        ),
        (f'<p>{ONE}<a href="#top">*</a></p><p>{TWO}</p>', []),
        (f"<p>{ONE} It covers 3 km<sup>2</sup>.</p>", []),
    ],
)
def test_notes_are_told_by_links_or_raised_numbers(body: str, labels: list[tuple[str, str]]) -> None:
    document = html(f"<body>{body}</body>")
    notes = [(block.label, document.text[block.start : block.end]) for block in document.blocks if block.kind == "note"]
    assert notes == labels
    assert [(marker.label, document.text[: marker.at][-6:]) for marker in document.markers] == [
        (label, "years.") for label, _ in labels
    ]


def test_lists_keep_their_numbers_and_depth() -> None:
    document = html(
        '<ol start="3"><li>Moles<ul><li>of stone<li>of wood</ul><li value="7">Piers</ol><ol type=i><li>x</ol>'
    )
    items = [(block.label, block.level, block.list) for block in document.blocks]
    assert items == [("3", 1, 1), (None, 2, 2), (None, 2, 2), ("7", 1, 1), ("i", 1, 3)]


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    assert told(html("<div>The mole<br>held.<br><br>The pier fell.</div>")) == [
        ("paragraph", "The mole held."),
        ("paragraph", "The pier fell."),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b'<meta charset="windows-1252"><p>The caf\xe9\x92s owner</p>',
        b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>The caf\xe9\x92s owner</p>',
        '<meta charset="iso-8859-1"><p>The café’s owner</p>'.encode(),
        '<meta charset="utf-16"><p>The café’s owner</p>'.encode(),
        "\ufeff<meta charset=latin1><p>The café’s owner</p>".encode(),
        "<p>The café’s owner</p>".encode("utf-16"),
        b"<?xml version='1.0' encoding='cp1252'?><p>The caf\xe9\x92s owner</p>",
        b"<p>The caf&eacute;&rsquo;s owner</p>",
        b"<p>The caf&#233;&#x2019;s owner</p>",
    ],
)
def test_a_page_is_read_in_its_encoding_whatever_it_says(data: bytes) -> None:
    assert html(data).text == "The café’s owner"


@pytest.mark.parametrize("name", ["rot13", "base64", "utf-7", "nonsense"])
def test_an_encoding_that_is_none_of_text_is_not_followed(name: str) -> None:
    assert (
        "owner"
        in html(f'<meta charset="{name}">'.encode() + "<p>The café’s owner said so.</p>".encode("cp1252") * 9).text
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<div>" * 20_000 + "The mole held.", "The mole held."),
        ("<ul><li>" * 3_000 + "The mole held.", "The mole held."),
        ("<b><i>" * 3_000 + "The mole held.", "The mole held."),
        ("<table><tr><td>" * 1_000 + "The mole held.", "The mole held."),
        ("<p>The mole held.</p>" + "<div" * 100_000, "The mole held."),
        ("<p>The mole held.</p>" + "<a b='" * 100_000, "The mole held."),
        ("<p>The mole held.</p>" + "<!--" * 100_000, "The mole held."),
        ("<p>The mole held.</p>" + "<script>" * 100_000, "The mole held."),
        (f"<p>The mole held.</p>&#{'9' * 10_000};", "The mole held."),
        (
            "<table><tr><td rowspan=99999999 colspan=99999999>The mole held.<td>b<tr><td>c<td>d</table>",
            "The mole held.",
        ),
    ],
    ids=["div", "list", "bold", "table", "open tag", "open quote", "comment", "script", "number", "span"],
)
def test_a_hostile_page_is_read(text: str, words: str) -> None:
    assert words in html(text).text


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"<p>\x00\x01</p>" * 50, b"<script>var a</script>"])
def test_a_page_without_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(SourceError) as error:
        html(data)
    assert "\n" not in str(error.value)


def test_a_page_in_another_language_is_not_checked_whatever_its_tag_says() -> None:
    document = html(
        '<html lang="en"><body><p>Le port de la ville est plein, et les navires ne peuvent pas entrer dans le bassin,'
        " dit un rapport.</p></body></html>"
    )
    assert document.language == "fr"
    assert not any(block.checked for block in document.blocks)


def test_a_page_of_one_form_keeps_its_text() -> None:
    document = html(f"<body><form><div class=content><p>{ONE}</p><p>{TWO}</p></div></form></body>")
    assert of(document, "paragraph") == [ONE, TWO]


def test_links_before_and_after_the_text_are_the_pages_own_and_those_within_are_not() -> None:
    links = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("Aden", "Leeds", "York"))
    document = html(f"<ul>{links}</ul><p>{ONE}</p><ul>{links}</ul><p>{TWO}</p><ul>{links}</ul>")
    assert of(document, "list-item") == ["Aden", "Leeds", "York"]
    assert of(document, "furniture") == ["Aden", "Leeds", "York"] * 2


FRAGMENTS = st.lists(
    st.sampled_from(
        (
            "<p>", "</p>", "<div class=nav>", "</div>", "<ul><li>", "</ul>", "<table><tr><td>", "<th>", "</table>",
            "<b>", "</b>", "&amp;", "&nbsp", "&#8217;", "<br>", "text ", " more\r\n", "é", "e\u0301", "<!-- c -->",
            "<sup>1</sup>", '<a href="#n">1</a>', '<li id="n">', "<h1>Title</h1>", "<h2>A. Part</h2>", "<", "1 < 2",
            "<script>x</script>", "<blockquote>", "<pre>\na\nb</pre>", "<select><option>o", "</select>", "ﬁ", "\u00ad",
            "<template>t</template>",
        )
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(FRAGMENTS)
def test_any_page_gives_a_sound_document(text: str) -> None:
    try:
        document = html(text)
    except SourceError:
        return
    assert_sound(document, text)
