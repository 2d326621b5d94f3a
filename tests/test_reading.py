"""What every reading keeps: the invariants of a document, its dates and language, and errors that say what to do."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.building import Builder
from factcheck.errors import SourceError
from factcheck.reading import decode, read, read_text, reader_for, readers, signature
from factcheck.records.document import Document
from factcheck.records.source import Source

SMALL = "aeo\u0301nxXIV"
ALPHABET = st.sampled_from(
    SMALL + "123.,;:?!-–—’“”\"'()[]^*#|>_ \n\n\r\t\f\u00a0\u00ad\ufb01\u2028é한\u1100\u1161က\u102e😀\ufeff\x07"
)
TEXTS = st.one_of(
    st.text(ALPHABET, max_size=200),
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            (
                "I. Overview\n\n", "A. Ports\n\n", "The fleet grew.1 It sank the anti-\nfleet ship", " and went on\n",
                "\n\n1 See Smith, Ships.\n", "- item\n- other\n", "1. one\n2. two\n", "\f", "word wo-\nrd ", "[^1]",
                "[^1]: Note\n", "| a | b |\n|---|---|\n", "By Ann Bell\n", "4 May 2020\n", "We use cookies. Accept\n",
                "\r\n\r\n", "> quoted\n", "^[aside *now*]", "&amp;", "\\*", "<b>bold</b>", "[link](a.html)",
                "```\ncode\n```\n",
            )
        ),
        max_size=14,
    ).map("".join),
)  # fmt: skip


def source(file: str, **fields: object) -> Source:
    record = {"id": "harbour", "title": "Harbours", "file": file, "sha256": "0" * 64}
    return Source.model_validate({**record, **fields})


def assert_sound(document: Document, file: str) -> None:
    """All that records/document.py promises of any document."""
    text = document.text
    assert text == "\n\n".join(text[block.start : block.end] for block in document.blocks)
    assert unicodedata.is_normalized("NFC", text)
    order = [{"note": 1, "furniture": 2}.get(block.kind, 0) for block in document.blocks]
    assert order == sorted(order)
    for block in document.blocks:
        words = text[block.start : block.end]
        assert words == words.strip() != ""
        assert "\n" not in words
        assert "  " not in words
    last = 0
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        assert last <= sentence.start < sentence.end
        assert block.start <= sentence.start and sentence.end <= block.end
        words = text[sentence.start : sentence.end]
        assert words == words.strip()
        last = sentence.end
    for marker in document.markers:
        assert 0 <= marker.at <= len(text)
        assert marker.note is None or (document.blocks[marker.note].kind, document.blocks[marker.note].label) == (
            "note",
            marker.label,
        )
    assert_mapped(document, file)


def assert_mapped(document: Document, file: str) -> None:
    """Every run leads back to the same characters of the file."""
    last = 0
    for run in document.runs:
        assert last <= run.start < run.end <= len(document.text)
        last = run.end
        assert run.at is not None
        there = file[run.at : run.at + run.end - run.start]
        assert len(there) == run.end - run.start
        for ours, theirs in zip(document.text[run.start : run.end], there, strict=True):
            assert ours == theirs or (ours == " " and not theirs.isprintable())


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_any_plain_text_gives_a_sound_document(text: str) -> None:
    assert_sound(read_text(text), text)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_any_markdown_gives_a_sound_document(text: str) -> None:
    if any(ord(character) < 32 and character not in "\t\n\r\f" for character in text) or text.startswith("\ufeff"):
        return
    builder = Builder()
    reader_for("text.md").read(text.encode(), builder)
    assert_sound(builder.document("text", "markdown/1"), text)


@given(TEXTS)
@settings(max_examples=30, deadline=None)
def test_reading_the_same_text_again_gives_the_same_document(text: str) -> None:
    assert read_text(text) == read_text(text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-bom", "cp1252"])
def test_text_in_another_encoding_is_read(encoding: str) -> None:
    words = "The café’s owner said that prices rose – by far – in the naïve résumé of the year. " * 4
    data = b"\xff\xfe" + words.encode("utf-16-le") if encoding == "utf-16-le-bom" else words.encode(encoding)
    assert "café’s owner" in read(source("harbour.txt"), data).text


@pytest.mark.parametrize(
    ("file", "data", "said"),
    [
        ("harbour.txt", b"", "empty"),
        ("harbour.txt", b" \n\t ", "empty"),
        ("harbour.txt", b"PNG\x00\x01\x02\x00\x00" * 40, "binary"),
        ("harbour.md", b"\x00\x00\x00\x01", "binary"),
        ("harbour.xyz", b"Ships.", "no reader for .xyz"),
        ("harbour", b"Ships.", "no reader for a file without a suffix"),
        ("harbour.txt", b"\xff\xfe\x00", "encoding"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_line(file: str, data: bytes, said: str) -> None:
    with pytest.raises(SourceError) as error:
        read(source(file), data)
    assert said in str(error.value)
    assert str(error.value).startswith(f"{file}: ")
    assert "\n" not in str(error.value)


HOSTILE = {
    "note starts": "1 a\n" * 1000,
    "note starts apart": "1 a\n\n" * 1000,
    "rules": "----\n1 a\n" * 500,
    "markers": "abc.1 " * 3000,
    "raised markers": "a¹ " * 3000,
    "brackets": "a[1] " * 3000,
    "hyphens at line ends": "a-\n" * 3000,
    "headings": "I. A\n\n" * 2000,
    "bullets": "- x\n" * 2000,
    "form feeds": "a\f" * 2000,
    "folios": "1\n\n" * 2000,
    "dots": "." * 20_000,
    "dashes": "-" * 20_000,
    "quotation marks": "“" * 20_000,
    "letters": "a" * 20_000,
    "accents": "e" + "\u0301" * 5000,
    "bylines": "By A\n" * 2000,
    "datelines": "4 May 2020\n\n" * 1000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_gives_a_sound_document_in_time(text: str) -> None:
    assert_sound(read_text(text), text)


@pytest.mark.parametrize("language", ["en", "en-GB", "en_US", "English"])
def test_every_name_of_english_is_english(language: str) -> None:
    document = read(source("harbour.txt", language=language), b"The fleet grew.")
    assert document.not_checked == ()


def test_line_endings_of_every_system_give_the_same_text() -> None:
    lines = "The fleet grew fast and the port\nhad no room for it.\n\nIt was antago-\nnised by all.\n"
    texts = {read_text(lines.replace("\n", ending)).text for ending in ("\n", "\r\n", "\r")}
    assert texts == {"The fleet grew fast and the port had no room for it.\n\nIt was antagonised by all."}


def test_a_stray_control_character_is_no_binary_file() -> None:
    words = "Page one of the report ends here.\x0cPage two of the report begins\x02 here."
    assert decode(words.encode()) == words


def test_composed_characters_belong_to_no_run_and_their_neighbours_do() -> None:
    document = read_text("Cafe\u0301 bar")
    assert document.text == "Café bar"
    assert [(run.start, run.end, run.at) for run in document.runs] == [(0, 3, 0), (4, 8, 5)]


def test_ligatures_invisible_characters_and_odd_spaces_become_plain_text() -> None:
    assert read_text("The ﬁrst\u00a0of\u2009ﬁve eﬀorts\u200b failed\u00ad.").text == "The first of five efforts failed."


def test_the_record_dates_a_document_before_its_own_text_does() -> None:
    data = (
        b"Harbours grow\n\n4 May 2020\n\nThe harbours of the coast have grown for ten years in a row, a report says.\n"
    )
    assert read(source("harbour.txt"), data).date == "2020-05-04"
    dated = read(source("harbour.txt", issued="2021-06"), data)
    assert (dated.date, dated.date_from) == ("2021-06", "record")


def test_the_title_comes_from_the_text_or_else_from_the_record() -> None:
    assert read(source("harbour.txt"), b"The fleet grew.").title == "Harbours"


def test_a_text_in_another_language_is_read_and_not_checked() -> None:
    document = read_text(
        "Le port de la ville est plein, et les navires ne peuvent pas entrer dans le bassin, dit un rapport."
    )
    assert document.language == "fr"
    assert document.not_checked == ("The text is in French and was not checked.",)
    assert not any(block.checked for block in document.blocks)


def test_a_paragraph_in_another_language_is_not_checked_and_the_others_are() -> None:
    document = read_text(
        "The port of the city is full, and ships wait for a week, as the owners said in a report to the council.\n\n"
        "Der Hafen der Stadt ist voll, und die Schiffe warten eine Woche, wie die Reeder in einem Bericht sagten, der"
        " dem Rat nicht gefiel.\n\nThe council has not answered, and it will not meet until the end of the month.\n"
    )
    assert [block.checked for block in document.blocks] == [True, False, True]
    assert document.not_checked == ("One paragraph in another language than English: not checked.",)


def test_the_signature_changes_with_what_the_record_says_and_with_nothing_else() -> None:
    plain = source("harbour.txt")
    assert signature(plain) == signature(source("harbour.txt", note="seen"))
    assert signature(plain) != signature(source("harbour.txt", issued="2020"))
    assert signature(plain) != signature(source("harbour.md"))


def test_every_reader_has_an_id_and_suffixes_of_its_own() -> None:
    suffixes = [suffix for reader in readers() for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert len({reader.id for reader in readers()}) == len(readers())


def test_a_path_in_the_file_name_does_not_matter() -> None:
    assert reader_for(str(Path("a.b") / "HARBOUR.TXT")).id == "plain-text"
