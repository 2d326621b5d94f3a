"""What every reader can rely on: the builder orders, joins, heals, numbers and maps what it is given."""

from factcheck.building import Builder
from factcheck.records.document import Document


def built(builder: Builder) -> Document:
    return builder.document("harbour", "test/1")


def told(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_body_comes_first_then_notes_then_furniture_each_in_order_and_empty_blocks_are_dropped() -> None:
    builder = Builder()
    for kind, words in (
        ("furniture", "7"),
        ("note", "A."),
        ("paragraph", "B."),
        ("paragraph", "  "),
        ("note", "C."),
        ("title", "D"),
    ):
        builder.block(kind).text(words)  # type: ignore[arg-type]
    assert told(built(builder)) == [
        ("paragraph", "B."),
        ("title", "D"),
        ("note", "A."),
        ("note", "C."),
        ("furniture", "7"),
    ]


def test_pieces_of_a_block_are_joined_where_they_touch_and_at_line_ends() -> None:
    builder = Builder()
    builder.block("paragraph").text("The bo", 0).text("ld mo-", 9).line_end().text("les grew", 17).line_end().text(
        " fast.", 30
    )
    document = built(builder)
    assert document.text == "The bold moles grew fast."
    assert [(document.text[run.start : run.end], run.at) for run in document.runs] == [
        ("The bo", 0), ("ld mo", 9), ("les grew", 17), ("fast.", 31),
    ]  # fmt: skip


def test_a_word_is_healed_by_what_other_blocks_say() -> None:
    builder = Builder()
    builder.block("paragraph").text("The re-").line_end().text("cover of the book.")
    builder.block("note").text("To re-cover is not to recover; re-cover it, then.")
    assert built(builder).text.startswith("The re-cover of the book.")


def test_runs_may_lead_to_a_page_and_a_box_instead_of_characters() -> None:
    builder = Builder()
    builder.block("paragraph", page="ii").text("The mole", page=2, box=(1.0, 2.0, 3.0, 4.0)).text(
        " held.", page=2, box=(5.0, 2.0, 6.0, 4.0)
    )
    document = built(builder)
    assert [(document.text[run.start : run.end], run.at, run.page, run.box) for run in document.runs] == [
        ("The mole", None, 2, (1.0, 2.0, 3.0, 4.0)),
        (" held.", None, 2, (5.0, 2.0, 6.0, 4.0)),
    ]


def test_sections_are_the_path_of_headings_above() -> None:
    builder = Builder()
    for level, words in ((1, "I. Ports"), (2, "A. Moles"), (3, "1. Old"), (2, "B. Piers"), (1, "II. Ships")):
        builder.block("heading", level=level).text(words)
        builder.block("paragraph").text("Text.")
    sections = [block.section for block in built(builder).blocks]
    assert sections == [
        None, "I. Ports", "I. Ports", "I. Ports > A. Moles", "I. Ports > A. Moles", "I. Ports > A. Moles > 1. Old",
        "I. Ports", "I. Ports > B. Piers", None, "II. Ships",
    ]  # fmt: skip


def test_markers_are_taken_out_and_lead_to_their_notes_also_where_numbers_start_again() -> None:
    builder = Builder()
    builder.block("paragraph").text("The mole").marker("1").text(" held.").marker("2")
    builder.block("note", label="1").text("Bell.")
    builder.block("paragraph").text("It broke.").marker("1").text(" Then").marker("9").text(" it rained.")
    builder.block("note", label="1").text("Chen.")
    builder.block("note", label="2").text("Osei.")
    document = built(builder)
    assert document.text.startswith("The mole held.\n\nIt broke. Then it rained.\n\n")
    found = [(marker.label, marker.at, marker.note) for marker in document.markers]
    assert found == [("1", 8, 2), ("2", 14, 4), ("1", 25, 3), ("9", 30, None)]


def test_sentences_are_those_of_prose_and_whole_blocks_of_names() -> None:
    builder = Builder()
    builder.block("heading", level=1).text("I. The U.S. Ports. A list")
    builder.block("paragraph").text("It held. It broke.")
    builder.block("table-cell", row="Aden", column="Tons", cell="B2").text("1. 2")
    builder.block("furniture").text("Read this. And this.")
    document = built(builder)
    assert [document.text[sentence.start : sentence.end] for sentence in document.sentences] == [
        "I. The U.S. Ports. A list", "It held.", "It broke.", "1. 2",
    ]  # fmt: skip


def test_fields_of_a_draft_are_those_of_its_block() -> None:
    builder = Builder(title="Harbours", date="2020-05", date_from="metadata", pages=3, metadata={"author": "Ann Bell"})
    number = builder.new_list()
    builder.block("list-item", level=2, label="b", list=number, page="iv", checked=False).text("Moles")
    builder.block("paragraph", speaker="Bell", at="00:01").text("It held.")
    document = built(builder)
    item, speech = document.blocks
    assert (item.level, item.label, item.list, item.page, item.checked) == (2, "b", number, "iv", False)
    assert (speech.speaker, speech.at) == ("Bell", "00:01")
    assert (document.title, document.date, document.date_from, document.pages) == ("Harbours", "2020-05", "metadata", 3)
    assert document.metadata == (("author", "Ann Bell"),)


def test_a_draft_may_change_until_the_end() -> None:
    builder = Builder()
    draft = builder.block("paragraph").text("Moles")
    assert draft.words == "Moles"
    draft.kind, draft.level = "heading", 1
    assert told(built(builder)) == [("heading", "Moles")]
