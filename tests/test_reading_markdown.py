"""What Markdown's marks say of a text: front matter, levels, lists, tables, quotations, and notes of both kinds."""

import textwrap

import pytest

from factcheck.reading import read
from factcheck.records.document import Document
from factcheck.records.source import Source


def markdown(text: str) -> Document:
    data = textwrap.dedent(text).encode()
    return read(Source(id="harbour", title="Record", file="harbour.md", sha256="0" * 64), data)


def told(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_front_matter_is_the_documents_metadata() -> None:
    document = markdown("""\
        ---
        title: "Harbours: a survey"
        authors:
          - Ann Bell
          - {given: Bo, family: Chen}
        date: 2022-08-04
        publisher: The Harbour Desk
        url: https://example.org/harbours
        draft: true
        ---
        Harbours grow.
        """)
    assert document.title == "Harbours: a survey"
    assert (document.date, document.date_from) == ("2022-08-04", "metadata")
    assert dict(document.metadata) == {
        "title": "Harbours: a survey",
        "author": "Ann Bell, Bo Chen",
        "issued": "2022-08-04",
        "publisher": "The Harbour Desk",
        "URL": "https://example.org/harbours",
    }
    assert told(document) == [("paragraph", "Harbours grow.")]


@pytest.mark.parametrize(
    ("written", "date"),
    [("2022", "2022"), ("2022-08", "2022-08"), ("4 August 2022", "2022-08-04"), ("2022-08-04T10:00:00Z", "2022-08-04")],
)
def test_a_date_in_front_matter_is_kept_as_partial_as_it_is(written: str, date: str) -> None:
    assert markdown(f"---\ndate: {written}\n---\nHarbours grow.\n").date == date


@pytest.mark.parametrize(
    "written", ["20٢٢", "2022-0８", "４ August 2022", "4 August 20２2", "August 20२२", "2022-08-0４"]
)
def test_a_date_in_the_digits_of_another_script_is_none(written: str) -> None:
    assert markdown(f"---\ndate: {written}\n---\nHarbours grow.\n").date is None
    assert markdown(f"# Harbours\n\n{written}\n\nHarbours grow.\n").date is None


@pytest.mark.parametrize("front", ["a: [b", "- just\n- a list", "date: someday", "x: *missing", "[" * 500])
def test_front_matter_that_says_nothing_is_left_out(front: str) -> None:
    document = markdown(f"---\n{front}\n---\nHarbours grow.\n")
    assert told(document) == [("paragraph", "Harbours grow.")]
    assert document.date is None


def test_a_first_heading_above_all_others_is_the_title() -> None:
    document = markdown("# Harbours\n\n## I. Old\n\nOne.\n\n### A. Older\n\nTwo.\n\n## II. New\n\nThree.\n")
    assert document.title == "Harbours"
    assert [(block.kind, block.label, block.level, block.section) for block in document.blocks] == [
        ("title", None, 0, None),
        ("heading", "I", 1, None),
        ("paragraph", None, 0, "I. Old"),
        ("heading", "A", 2, "I. Old"),
        ("paragraph", None, 0, "I. Old > A. Older"),
        ("heading", "II", 1, None),
        ("paragraph", None, 0, "II. New"),
    ]


def test_headings_of_one_level_are_no_title() -> None:
    document = markdown("# Old\n\nOne.\n\n# New\n\nTwo.\n")
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "heading", "paragraph"]
    assert document.title == "Record"


def test_list_items_keep_their_numbers_and_depth() -> None:
    document = markdown("3. Moles\n   of stone\n4. Piers\n   - of wood\n   - of iron\n\nText.\n\n* Ships\n")
    assert [
        (block.label, block.level, block.list, document.text[block.start : block.end])
        for block in document.blocks
        if block.kind == "list-item"
    ] == [
        ("3", 1, 1, "Moles of stone"),
        ("4", 1, 1, "Piers"),
        (None, 2, 2, "of wood"),
        (None, 2, 2, "of iron"),
        (None, 1, 3, "Ships"),
    ]


def test_a_table_cell_knows_its_row_and_column() -> None:
    document = markdown(
        "| Port | Tons | Ships |\n|---|---|---|\n| Aden | 1,700 | 12 |\n| York | 900 | 3[^1] |\n\n[^1]: A guess.\n"
    )
    cells = [
        (block.row, block.column, document.text[block.start : block.end])
        for block in document.blocks
        if block.kind == "table-cell"
    ]
    assert cells == [
        (None, None, "Port"), (None, None, "Tons"), (None, None, "Ships"),
        (None, "Port", "Aden"), ("Aden", "Tons", "1,700"), ("Aden", "Ships", "12"),
        (None, "Port", "York"), ("York", "Tons", "900"), ("York", "Ships", "3"),
    ]  # fmt: skip


def test_quotations_captions_code_and_html_are_what_they_are() -> None:
    document = markdown(
        "> The mole\n> held.\n\n![Ships at sea](a.png)\n\nPhoto: the mole at dawn.\n\n"
        "Table 2. Ships by year\n\n```\nlet it = 1\n```\n\n"
        "<div>The <b>pier</b></div>\n\n<!-- not this -->\n"
    )
    assert told(document) == [
        ("quotation", "The mole held."),
        ("caption", "Ships at sea"),
        ("caption", "Photo: the mole at dawn."),
        ("caption", "Table 2. Ships by year"),
        ("quotation", "let it = 1"),
        ("paragraph", "The pier"),
    ]


def test_links_marks_and_entities_become_their_text() -> None:
    document = markdown("""\
        The *mole* of [Aden](http://a.b/(c) "Aden") and **its** `pier`; see [York][1],
        <http://x.y>, R&amp;D, 5 \\* 3.

        [1]: http://z
        """)
    assert document.text == "The mole of Aden and its pier; see York, http://x.y, R&D, 5 * 3."


def test_notes_of_both_kinds_have_their_markers_place() -> None:
    document = markdown("""\
        The mole held[^1] and the pier broke^[In *two* places.] in 1850.[^b]

        [^1]: Smith, Moles,
            p. 4.

            More of it.
        [^b]: Bell, Piers.
        """)
    assert document.text.startswith("The mole held and the pier broke in 1850.\n\n")
    notes = [(block.label, document.text[block.start : block.end]) for block in document.blocks if block.kind == "note"]
    assert notes == [("1", "Smith, Moles, p. 4. More of it."), ("b", "Bell, Piers."), ("2", "In two places.")]
    assert [(marker.label, document.text[: marker.at].split()[-1]) for marker in document.markers] == [
        ("1", "held"), ("2", "broke"), ("b", "1850."),
    ]  # fmt: skip
    assert all(marker.note is not None for marker in document.markers)


def test_a_note_that_nothing_points_to_and_a_marker_without_note_are_kept() -> None:
    document = markdown("The mole held.[^7]\n\n[^2]: Bell, Piers.\n")
    assert [(marker.label, marker.note) for marker in document.markers] == [("7", None)]
    assert told(document) == [("paragraph", "The mole held."), ("note", "Bell, Piers.")]


def test_a_dateline_below_the_title_dates_the_document() -> None:
    document = markdown("# Harbours\n\nLeeds, 4 August 2022\n\nHarbours grow.\n")
    assert (document.date, document.date_from) == ("2022-08-04", "dateline")
    assert ("byline", "Leeds, 4 August 2022") in told(document)


def test_numbers_in_brackets_are_markers_of_a_numbered_list_of_notes() -> None:
    text = "The mole held.[1] The pier broke [2] in 1850.[3]\n\n## Notes\n\n1. Smith, Moles.\n2. Bell, Piers.\n"
    document = markdown(text)
    assert document.text.startswith("The mole held. The pier broke")
    notes = [block for block in document.blocks if block.kind == "note"]
    assert [(block.label, document.text[block.start : block.end]) for block in notes] == [
        ("1", "Smith, Moles."),
        ("2", "Bell, Piers."),
    ]
    assert [(marker.label, marker.note is not None) for marker in document.markers] == [
        ("1", True),
        ("2", True),
        ("3", False),
    ]


def test_lines_that_begin_with_a_number_in_brackets_below_a_heading_are_notes() -> None:
    text = (
        "The mole held.[1] The pier broke in 1850.[1,2] It was *rebuilt* [3].\n\n**Notes**\n\n"
        "[1] Smith, *Moles*, p. 4.\n[2] Bell,\nPiers.\n\n[4] Crane.\n\nThe end.\n"
    )
    document = markdown(text)
    notes = [block for block in document.blocks if block.kind == "note"]
    assert [(block.label, document.text[block.start : block.end]) for block in notes] == [
        ("1", "Smith, Moles, p. 4."),
        ("2", "Bell, Piers."),
        ("4", "Crane."),
    ]
    assert document.text.startswith("The mole held. The pier broke in 1850. It was rebuilt.")
    assert [(marker.label, marker.note is not None) for marker in document.markers] == [
        ("1", True),
        ("1", True),
        ("2", True),
        ("3", False),
    ]


def test_lines_in_brackets_that_no_number_in_the_text_leads_to_are_text() -> None:
    document = markdown("The mole held.\n\nSources\n\n[1] Smith, Moles.\n[2] Bell, Piers.\n")
    assert "note" not in {block.kind for block in document.blocks}
    assert not document.markers


def test_a_numbered_list_that_no_number_in_the_text_leads_to_is_a_list() -> None:
    document = markdown("The mole held in [1850].\n\n## Sources\n\n1. Smith, Moles.\n2. Bell, Piers.\n")
    assert [block.kind for block in document.blocks] == ["paragraph", "heading", "list-item", "list-item"]
    assert not document.markers
