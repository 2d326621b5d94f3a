"""How pasted text is taken apart: pages, notes, joined paragraphs, headings, lists, and what surrounds an article."""

import textwrap
from collections.abc import Sequence

import pytest

from factcheck.reading import read_text
from factcheck.records.document import Document

FILLER = (
    "The harbour of the town was built by hand in a single summer, and it has been enlarged by every generation since"
    " then, so that nobody now can say which of its stones are the oldest, or who first thought of laying them here."
)
"""Some 40 words, to fill a page with."""


def paste(pages: Sequence[tuple[str, str]], mark: str = " ") -> str:
    """Text as copied from a PDF: pages of body and notes, wrapped at 78 columns; `mark` begins every page."""
    pasted = []
    for body, notes in pages:
        paragraphs = [textwrap.fill(" ".join(part.split()), 78, break_on_hyphens=False) for part in body.split("\n\n")]
        foot = "\n".join(textwrap.fill(" ".join(note.split()), 84) for note in notes.split("\n")) if notes else ""
        pasted.append(mark + "\n\n".join(paragraphs) + (f"\n \n \n{foot}" if foot else ""))
    return "\n".join(pasted) + "\n"


SHIPS = "Ash Bay Cob Dune Elm Fern Gull Holm Ivy Jay Kelp Lark".split()


def page_body(number: int) -> str:
    """Some twenty lines that no other page has."""
    return textwrap.fill(" ".join(f"The {ship} and the {SHIPS[number]} came. {FILLER}" for ship in SHIPS[:7]), 78)


def words_of(document: Document, kind: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


def kinds(document: Document) -> list[str]:
    return [block.kind for block in document.blocks]


def with_notes() -> str:
    return paste(
        [
            (
                f"{FILLER}\n\n{FILLER}\n\n{FILLER}\n\n{FILLER} The first mole was laid in 1802.1 It held fast and",
                "1 See Smith, Moles (Leeds, 1990), p. 4.",
            ),
            (
                f"well until 1850, when it broke.2 {FILLER}\n\n{FILLER}\n\n{FILLER}\n\n{FILLER}",
                "2 Interview, harbour master, May 2019. The master kept a diary in all the years of his office, and it"
                " was sold on 30",
            ),
            (
                f"{FILLER}\n\n{FILLER}\n\n{FILLER} It cost at least 7,000.3 More was not asked for, the diary says,"
                " and so the sum stood",
                "May 1999 to the town. It is kept there.\n3 Ibid.",
            ),
            ("for ever.4", "4 Moles, op. cit."),
        ]
    )


def test_pages_are_told_by_the_space_that_copying_leaves_at_their_beginning() -> None:
    document = read_text(with_notes())
    assert document.pages == 4
    assert [block.page for block in document.blocks if block.kind == "note"] == ["1", "2", "3", "4"]


def test_pages_are_told_by_form_feeds() -> None:
    assert read_text("One sentence here.\fAnother sentence there.\fA third.").pages == 3


def test_a_text_without_page_breaks_has_no_pages() -> None:
    document = read_text(f"{FILLER}\n\n{FILLER}")
    assert document.pages == 0
    assert document.blocks[0].page is None


def test_notes_are_set_apart_and_their_markers_taken_out() -> None:
    document = read_text(with_notes())
    notes = words_of(document, "note")
    assert [block.label for block in document.blocks if block.kind == "note"] == ["1", "2", "3", "4"]
    assert notes[0] == "See Smith, Moles (Leeds, 1990), p. 4."
    assert [(marker.label, document.blocks[marker.note or 0].label) for marker in document.markers] == [
        ("1", "1"), ("2", "2"), ("3", "3"), ("4", "4"),
    ]  # fmt: skip
    for marker, before in zip(document.markers, ("in 1802.", "it broke.", "least 7,000.", "for ever."), strict=True):
        assert document.text[: marker.at].endswith(before)


def test_a_note_that_goes_on_at_the_foot_of_the_next_page_is_one_note() -> None:
    notes = words_of(read_text(with_notes()), "note")
    assert notes[1].endswith("it was sold on 30 May 1999 to the town. It is kept there.")


def test_a_paragraph_cut_by_a_page_and_its_notes_is_one_paragraph() -> None:
    document = read_text(with_notes())
    assert "The first mole was laid in 1802. It held fast and well until 1850, when it broke." in document.text
    assert "and so the sum stood for ever." in document.text


@pytest.mark.parametrize("separator", ["\n \n \n", "\n\n", "\n"])
def test_notes_at_page_ends_are_found_where_nothing_marks_the_pages(separator: str) -> None:
    document = read_text(with_notes().replace("\n \n \n", separator).replace("\n ", "\n"))
    assert [block.label for block in document.blocks if block.kind == "note"] == ["1", "2", "3", "4"]
    assert [marker.label for marker in document.markers] == ["1", "2", "3", "4"]
    assert "The first mole was laid in 1802. It held fast and well until 1850, when it broke." in document.text


def test_the_page_of_a_passage_is_that_of_its_own_words() -> None:
    document = read_text(with_notes())
    runs = [run for run in document.runs if run.start <= document.text.index("well until 1850") < run.end]
    assert [run.page for run in runs] == [2]


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        ("The mole held.1 It broke.2 It stood again.3", ["1", "2", "3"]),
        ("“The mole held”,1 he said; “it broke”.2 It stood (again).3", ["1", "2", "3"]),
        ("The mole1 held. The wall2 broke. The pier stood.3", ["1", "2", "3"]),
        ("It cost $1.7 billion.1 It grew by 2.3 per cent in 2010.2 Some 7,000.3", ["1", "2", "3"]),
        ("The mole held.[1] It broke.[2] It stood again.[3]", ["1", "2", "3"]),
        ("The mole held.¹ It broke.² It covers 3 km² of the bay.³", ["1", "2", "3"]),
        ("At 10:1 odds the mole held.1 See p.2 of it. The T3 broke.2 It stood.3", ["1", "2", "3"]),
    ],
)
def test_markers_are_found_by_their_sequence_among_other_figures(body: str, labels: list[str]) -> None:
    document = read_text(
        f"{FILLER}\n\n{body}\n\n{FILLER}\n\nNotes\n\n1 Smith, Moles.\n2 Bell, Walls.\n3 Chen, Piers.\n"
    )
    assert [marker.label for marker in document.markers] == labels
    assert words_of(document, "note") == ["Smith, Moles.", "Bell, Walls.", "Chen, Piers."]
    kept = document.text[: document.text.index("Notes")]
    assert ("2.3" in kept, "T3" in kept, "km²" in kept) == ("2.3" in body, "T3" in body, "km²" in body)


@pytest.mark.parametrize("form", ["{} {}", "{}. {}", "[{}] {}", "{}) {}"])
def test_endnotes_may_be_numbered_in_several_ways(form: str) -> None:
    notes = "\n\n".join(form.format(n, text) for n, text in ((1, "Smith, Moles."), (2, "Bell, Walls."), (3, "Chen.")))
    document = read_text(f"The mole held.1 It broke.2 {FILLER} It stood.3\n\nNotes\n\n{notes}\n")
    assert words_of(document, "note") == ["Smith, Moles.", "Bell, Walls.", "Chen."]
    assert len(document.markers) == 3


def test_a_marker_whose_note_is_missing_is_kept_as_a_marker_without_note() -> None:
    document = read_text(
        f"The mole held.1 It broke.2 {FILLER} It stood.3 Then it fell.\n\n1 Smith, Moles.\n2 Bell, Walls.\n"
    )
    assert [(marker.label, marker.note is None) for marker in document.markers] == [
        ("1", False),
        ("2", False),
        ("3", True),
    ]


def test_the_symbol_of_a_document_marks_no_note() -> None:
    document = read_text(
        "REPORT\nA/CONF/57/CRP.4\n\n1. Tea is dear.\n\n2. Rum is not.\n\n3. Ale may be.\n\n4. So it is.\n"
    )
    assert [block.kind for block in document.blocks if block.kind == "note"] == []


def test_a_numbered_list_is_not_taken_for_notes() -> None:
    document = read_text(f"{FILLER}\n\n1. Moles\n2. Walls\n3. Piers\n\n{FILLER}")
    assert kinds(document) == ["paragraph", "list-item", "list-item", "list-item", "paragraph"]
    assert document.markers == ()


def test_running_heads_and_page_numbers_are_furniture() -> None:
    pages = [f"Moles of the Coast\n\n{page_body(number)}\n\n{number}" for number in range(7, 12)]
    document = read_text("\f".join(pages))
    assert words_of(document, "furniture") == [item for n in range(7, 12) for item in ("Moles of the Coast", str(n))]
    assert [block.page for block in document.blocks if block.kind == "furniture"][:2] == ["7", "7"]
    assert document.pages == 5


def test_pages_are_told_by_their_printed_numbers() -> None:
    document = read_text("\n".join(f"{page_body(number)}\nPage {number} of 4" for number in range(1, 5)) + "\n")
    assert document.pages == 4
    assert len(words_of(document, "furniture")) == 4


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("It was antago-\nnised by the new and very large port of the town", "antagonised"),
        ("The Moscow-\nbased agency wrote that the port was closed for a day", "Moscow-based"),
        ("The coup was long ago, and in the post-\ncoup years the port was closed", "post-coup"),
        ("They bought the MIG-\n29 and other aircraft from the port in the south", "MIG-29"),
        ("A meeting of the Asia-\nPacific club was held in the port of the town", "Asia-Pacific"),
        ("The Commander-\nin-Chief came to the port and looked at all the ships", "Commander-in-Chief"),
        ("Both short-\nand long-term plans for the port were made in that year", "short- and long-term"),
        ("It is a so-called full-time job; it was full-\ntime then, too, in the port", "full-time then"),
        ("All were partners; each part-\nner had a share in the ships of the port", "partner had"),
        ("They wrote success-\nfully and fully of success in the ports of the land", "successfully"),
        ("See https://www.example.org/har-\nbour/list.html for all of the ships here", "example.org/har-bour/list"),
        ("The years 1989-\n1999 were the best that the port has ever seen until now", "1989-1999"),
        ("The soft\u00ad\nware of the port was old and slow, as its owners knew well", "software"),
        ("The navy – or what was left of it –\nsailed away and never came back home", "it – sailed"),
    ],
)  # fmt: skip
def test_words_broken_at_a_line_end_are_healed(text: str, joined: str) -> None:
    assert joined in read_text(text).text


def test_lines_are_joined_at_the_width_of_the_text_and_parted_where_a_line_is_short() -> None:
    first, second = textwrap.fill(FILLER, 70), textwrap.fill(FILLER.replace("The harbour", "Its lighthouse"), 70)
    document = read_text(f"{first}\nHere it ends.\n{second}\n")
    assert words_of(document, "paragraph") == [
        FILLER,
        "Here it ends.",
        FILLER.replace("The harbour", "Its lighthouse"),
    ]


def test_where_every_line_is_a_paragraph_lines_are_not_joined() -> None:
    assert kinds(read_text(f"{FILLER}\n{FILLER}\n{FILLER}\n")) == ["paragraph"] * 3


REPORT = "\n\n".join(
    [
        "I. Overview", FILLER, "II. The Coast", "A. Its Ports", FILLER, "B. Its Ships", FILLER, "C. Its Crews", FILLER,
        "III. The Land", "A. Its Roads", FILLER, "Appendix A: Visits to the port", "1. May 2011 – the queen.",
        "2. June 2012 – the king.", "3. July 2013 – both.",
    ]
)  # fmt: skip


def test_numbered_headings_have_their_label_level_and_path() -> None:
    document = read_text(REPORT)
    headings = [block for block in document.blocks if block.kind == "heading"]
    assert [(block.label, block.level) for block in headings] == [
        ("I", 1), ("II", 1), ("A", 2), ("B", 2), ("C", 2), ("III", 1), ("A", 2), ("A", 1),
    ]  # fmt: skip
    paths = [block.section for block in document.blocks if block.kind == "paragraph"]
    assert paths == [
        "I. Overview", "II. The Coast > A. Its Ports", "II. The Coast > B. Its Ships", "II. The Coast > C. Its Crews",
        "III. The Land > A. Its Roads",
    ]  # fmt: skip


def test_a_numbered_list_keeps_its_numbers_apart_from_its_words() -> None:
    document = read_text(REPORT)
    items = [block for block in document.blocks if block.kind == "list-item"]
    assert [block.label for block in items] == ["1", "2", "3"]
    assert len({block.list for block in items}) == 1
    assert words_of(document, "list-item")[0] == "May 2011 – the queen."
    assert items[0].section == "Appendix A: Visits to the port"


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["1. Ports", "1.1 Moles", "1.2 Piers", "2. Ships"], [("1", 1), ("1.1", 2), ("1.2", 2), ("2", 1)]),
        (["G. Old", "H. Older", "I. Oldest", "J. New"], [("G", 1), ("H", 1), ("I", 1), ("J", 1)]),
        (["IV. Ports", "V. Ships", "A. Old", "B. New"], [("IV", 1), ("V", 1), ("A", 2), ("B", 2)]),
        (["Introduction", "I. Ports", "A. Moles", "Conclusion"], [(None, 1), ("I", 1), ("A", 2), (None, 1)]),
        (["Part One: Ports", "I. Moles", "Part Two: Ships"], [("One", 1), ("I", 2), ("Two", 1)]),
    ],
)
def test_headings_of_several_numberings(headings: list[str], expected: list[tuple[str | None, int]]) -> None:
    document = read_text(f"{FILLER}\n\n" + "".join(f"{heading}\n\n{FILLER}\n\n" for heading in headings))
    found = [(block.label, block.level) for block in document.blocks if block.kind == "heading"]
    assert found == expected


def test_bulleted_and_lettered_items_are_lists_of_their_own() -> None:
    document = read_text(f"{FILLER}\n\n- moles\n- piers\n\n{FILLER}\n\na) ships\nb) boats\n")
    items = [block for block in document.blocks if block.kind == "list-item"]
    assert [(block.label, block.list) for block in items] == [(None, 1), (None, 1), ("a", 2), ("b", 2)]


def test_long_numbered_paragraphs_are_paragraphs_with_a_number() -> None:
    document = read_text("\n\n".join(f"{number}. {FILLER} {FILLER}" for number in (1, 2, 3)))
    assert [(block.kind, block.label) for block in document.blocks] == [("paragraph", n) for n in ("1", "2", "3")]


ARTICLE = f"""Skip to content
Menu

Town opens new harbour after ten years of work

The mole at dawn. Photo: Ann Bell, via Wikimedia Commons

Ships can enter the bay again, but owners doubt that many will.

By Bo Chen

{FILLER}

{FILLER}

Owners are not so sure

{FILLER}

Table 2. Ships by year

{FILLER}

About the Author

Bo Chen
Bo Chen is a freelance writer and a student of harbours.

Please support our newsletter. Click on the button below.

We use cookies to personalise content, and to analyse our traffic, as all the others do.
Accept
Decline
"""


def test_what_surrounds_an_article_is_told_from_its_text() -> None:
    document = read_text(ARTICLE)
    assert words_of(document, "title") == ["Town opens new harbour after ten years of work"]
    assert words_of(document, "caption") == [
        "The mole at dawn. Photo: Ann Bell, via Wikimedia Commons",
        "Table 2. Ships by year",
    ]
    assert words_of(document, "standfirst") == ["Ships can enter the bay again, but owners doubt that many will."]
    assert words_of(document, "byline") == [
        "By Bo Chen", "About the Author", "Bo Chen", "Bo Chen is a freelance writer and a student of harbours.",
    ]  # fmt: skip
    assert words_of(document, "heading") == ["Owners are not so sure"]
    assert len(words_of(document, "paragraph")) == 4
    assert words_of(document, "furniture")[:3] == [
        "Skip to content",
        "Menu",
        "Please support our newsletter. Click on the button below.",
    ]
    assert dict(document.metadata)["author"] == "Bo Chen"


def test_furniture_has_no_sentences() -> None:
    document = read_text(ARTICLE)
    assert not any(document.blocks[sentence.block].kind == "furniture" for sentence in document.sentences)


def test_a_bulleted_standfirst_and_headlines_of_other_stories() -> None:
    document = read_text(
        "Town opens its new harbour\n- Owners say that ‘few ships’ will come\n- The mayor disagrees with all of them\n"
        f"{FILLER}\n{FILLER}\nMayor ‘deeply sorry’ for delay of bridge, says aide to council\n{FILLER}\n"
        f"Money matters\n{FILLER}\n"
    )
    assert kinds(document) == [
        "title", "standfirst", "standfirst", "paragraph", "paragraph", "teaser", "paragraph", "heading", "paragraph",
    ]  # fmt: skip
    assert document.blocks[-1].section == "Money matters"


def test_a_line_that_leads_elsewhere_is_a_teaser() -> None:
    document = read_text(f"{FILLER}\n\nRead more: Why the mole broke\n\n{FILLER}\n")
    assert kinds(document) == ["paragraph", "teaser", "paragraph"]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("4 August 2022", "2022-08-04"),
        ("August 4, 2022 - Bo Chen - Articles", "2022-08-04"),
        ("Published: 4 Aug. 2022", "2022-08-04"),
        ("Last updated on 2022-08-04 10:30", "2022-08-04"),
        ("Leeds/York, 4 August 2022", "2022-08-04"),
        ("August 2022", "2022-08"),
    ],
)
def test_a_dateline_dates_the_document(line: str, date: str) -> None:
    document = read_text(f"Town opens harbour\n\n{line}\n\n{FILLER}\n\n{FILLER}\n")
    assert (document.date, document.date_from) == (date, "dateline")
    assert words_of(document, "byline") == [line]


def test_a_place_and_a_date_at_the_end_date_the_document() -> None:
    document = read_text(
        f"{FILLER}\n\n{FILLER}\n\n{FILLER}\n\n{FILLER}\n\nLeeds, 30 February 2020\n\nYork, 4 May 2020\n"
    )
    assert document.date == "2020-05-04"


def test_dates_that_head_a_chronology_are_headings() -> None:
    months = ("May 2019", "June 2019", "May 2020", "4 July 2021")
    document = read_text("".join(f"{month}\n\n{FILLER}\n\n" for month in months))
    assert words_of(document, "heading") == list(months)
    assert document.date is None


def test_a_numbered_heading_is_parted_from_text_without_a_blank_line() -> None:
    body = textwrap.fill(f"{FILLER} {FILLER} It grew and grew.", 70)
    document = read_text(f"I. Ports\n{body}\nII. Ships\n{body}\nA. Old\n{body}\n")
    assert words_of(document, "heading") == ["I. Ports", "II. Ships", "A. Old"]


def test_an_agency_dates_its_report_in_the_first_line() -> None:
    document = read_text(f"LEEDS, Aug 4, 2022 (Harbour Press) - {FILLER}\n\n{FILLER}\n")
    assert document.date == "2022-08-04"


def test_a_date_in_the_text_itself_is_not_the_documents_own() -> None:
    document = read_text(f"The mole of 4 May 1802 broke. {FILLER}\n\n{FILLER}\n")
    assert (document.date, document.date_from) == (None, "unknown")


@pytest.mark.parametrize(
    "line",
    [
        "Oil prices up 5%",
        "Three ports: Aden, Leeds and York",
        "By 2017, some 6,000 officers had studied there",
        "“Why not?” he asked",
        "We use cookies",
        "4 May 2020",
        "1. One item alone",
        "- one bullet alone",
    ],
)
def test_one_line_alone_is_a_paragraph(line: str) -> None:
    assert kinds(read_text(line)) == ["paragraph"]


@pytest.mark.parametrize(
    "sentence",
    [
        "She asked him to subscribe to the paper, and he would not, because it had cost him his place at the port.",
        "The company’s privacy policy was read by nobody, a judge of the high court said in her ruling on the case.",
        "A photo by Bell showed twelve ships in the harbour on the day when it was opened by the queen of the land.",
    ],
)
def test_sentences_that_sound_like_a_page_s_own_words_stay_in_the_text(sentence: str) -> None:
    assert kinds(read_text(f"{FILLER}\n\n{sentence}\n\n{FILLER}\n")) == ["paragraph"] * 3


def test_a_group_set_in_deeply_is_a_quotation() -> None:
    body = textwrap.fill(FILLER, 70)
    quoted = textwrap.fill(FILLER, 60, initial_indent=" " * 8, subsequent_indent=" " * 8)
    assert kinds(read_text(f"{body}\n\n{quoted}\n\n{body}\n")) == ["paragraph", "quotation", "paragraph"]


def test_the_head_of_a_message_names_its_author_day_and_subject() -> None:
    document = read_text(
        "From: Ann Bell, Harbour Desk\nTo: Bo Chen\nDate: 2 June 2022, 10:35\nSubject: The mole\n\nDear Bo,\n\n"
        f"{FILLER}\n"
    )
    assert kinds(document) == ["byline"] * 4 + ["paragraph"] * 2
    assert (document.title, document.date) == ("The mole", "2022-06-02")
    assert dict(document.metadata)["author"] == "Ann Bell, Harbour Desk"


def test_the_title_of_a_press_release_stands_below_its_letterhead() -> None:
    document = read_text(
        f"HARBOUR DESK\n\nPress release\n\n15 March 2022\n\nShips call again at Aden\n\n{FILLER}\n\n{FILLER}\n"
    )
    assert kinds(document) == ["byline", "byline", "byline", "title", "paragraph", "paragraph"]
    assert document.title == "Ships call again at Aden"


def test_a_page_of_a_news_site_is_cleared_of_its_own_words() -> None:
    document = read_text(
        "World\nAfrica\nPort of Aden opens its new mole after ten years\nPublished\n3 March 2023\nShare\nSave\n"
        "By Jane Otieno\nHarbour News, Aden\nImage source, Getty Images\nImage caption, The mole on its first day\n"
        f"{FILLER}\n{FILLER}\nWhy was it late?\n{FILLER}\nMore on Aden:\nNine ways to cross the bay\n"
        f"Mayor of Aden promises ‘no more moles’\n{FILLER}\n"
        "Additional reporting by Sam Were in Leeds; Editing by Ann Bell\n"
        "Related Topics\nAden\nMoles\n© 2023 Harbour News. All rights reserved.\n"
    )
    assert document.title == "Port of Aden opens its new mole after ten years"
    assert kinds(document) == [
        "title", "byline", "byline", "byline", "caption", "caption", "paragraph", "paragraph", "heading", "paragraph",
        "teaser", "teaser", "teaser", "paragraph", "byline", *["furniture"] * 9,
    ]  # fmt: skip
    assert (document.date, dict(document.metadata)["author"]) == ("2023-03-03", "Jane Otieno")


def test_a_short_wrapped_brief_without_blank_lines_is_joined_and_parted() -> None:
    document = read_text("""\
WATER AND POWER
Who owns the river?

Dr Amira Hassan and John K. Doe

Key points
• The town takes 55.5 billion litres.
• The dam was begun in July 2020, and 4.9 billion litres were
  held back in the first year.

1. Introduction
The dam was planned in 2011 at a cost of $4.8 billion. It is 145 m high and
1,780 m long. Its end was to come in 2017 but is now hoped for in 2023.[1] The
three towns have met more than a dozen times.[2]
2.1 The town
The town relies on a treaty.[3]

References
[1] Power Board, "Status", 4 March 2021.
[2] M. Smith, Dams and States (Oxford, 2019), p. 22.
[3] Ibid.
""")
    assert kinds(document) == [
        "title", "standfirst", "byline", "heading", "list-item", "list-item", "heading", "paragraph", "heading",
        "paragraph", "heading", "note", "note", "note",
    ]  # fmt: skip
    assert "a cost of $4.8 billion. It is 145 m high and 1,780 m long. Its end" in document.text
    assert words_of(document, "list-item")[1].endswith("4.9 billion litres were held back in the first year.")
    assert [marker.label for marker in document.markers] == ["1", "2", "3"]


def test_those_who_speak_by_turns_are_named_apart_from_their_words() -> None:
    document = read_text(
        "Q: How many ships have called?\n\nA: In all, 32 ships have called here.\n\nQ: And how many more?\n\nA: Ten.\n"
    )
    assert [(block.speaker, document.text[block.start : block.end]) for block in document.blocks] == [
        ("Q", "How many ships have called?"),
        ("A", "In all, 32 ships have called here."),
        ("Q", "And how many more?"),
        ("A", "Ten."),
    ]


def test_a_colon_in_a_sentence_makes_no_speaker() -> None:
    document = read_text(f"Aden: the port is full, and it stays full.\n\n{FILLER}\n\n{FILLER}\n")
    assert {block.speaker for block in document.blocks} == {None}


@pytest.mark.parametrize(
    ("headings", "labels"),
    [
        (("1 Introduction", "2 Method", "2.1 Cores", "3 Results"), ["1", "2", "2.1", "3"]),
        (("1 Introduction", "2 Method", "4 Results"), ["1", "2", "4"]),
        (("12 Angry Men", "3 Rules for Actors", "1 Winner"), [None, None, None]),
        (("1 Winner", "10 Losers", "99 Red Balloons"), [None, None, None]),
    ],
)
def test_numbers_without_a_mark_count_headings_where_they_go_on(headings: tuple[str, ...], labels: list[str]) -> None:
    document = read_text(
        "\n".join(f"{heading}\nThe peat of the bog is up to four metres deep." for heading in headings)
    )
    assert [block.label for block in document.blocks if block.kind == "heading"] == labels
