"""Transcripts: who speaks, when, and turns whose sentences run over several captions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import SourceError
from factcheck.reading import read, read_text
from factcheck.records.document import Document
from factcheck.records.source import Source
from tests.test_reading import assert_sound


def transcript(text: str, file: str = "talk.vtt") -> Document:
    return read(Source(id="talk", title="Talk", file=file, sha256="0" * 64), text.encode())


def turns(document: Document) -> list[tuple[str | None, str | None, str]]:
    return [(block.speaker, block.at, document.text[block.start : block.end]) for block in document.blocks]


VTT = """WEBVTT - The harbour

STYLE
::cue { color: red }

NOTE
Not this

intro
00:00:01.000 --> 00:00:03.000 align:start
<v Ann Bell>The mole was built
by <i>two hundred</i> workers &amp; me.</v>

00:03.200 --> 00:05.000
<v Ann Bell>It held for <00:04.000>a hundred years.

01:00:05.500 --> 01:00:07.000
<v.loud Bo Chen>Did it?
"""


def test_voices_and_times_of_web_captions() -> None:
    assert turns(transcript(VTT)) == [
        ("Ann Bell", "00:00:01", "The mole was built by two hundred workers & me. It held for a hundred years."),
        ("Bo Chen", "01:00:05", "Did it?"),
    ]
    assert_sound(transcript(VTT), VTT)


SRT = """1
00:00:01,000 --> 00:00:03,000
ANN BELL: The mole was built in 1850

2
00:00:03,100 --> 00:00:05,000
and it held.

3
00:00:05,100 --> 00:00:06,000
DR CHEN: Note: it did not.
- Yes, it did.

4
00:00:12,000 --> 00:00:14,000
It stands today.
"""


def test_labels_and_dashes_of_subtitles() -> None:
    assert turns(transcript(SRT, "talk.srt")) == [
        ("ANN BELL", "00:00:01", "The mole was built in 1850 and it held."),
        ("DR CHEN", "00:00:05", "Note: it did not."),
        (None, "00:00:05", "Yes, it did."),
        (None, "00:00:12", "It stands today."),
    ]


def test_lines_that_stay_on_are_read_once() -> None:
    rolling = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nthe mole was built\n\n00:02.000 --> 00:03.000\nthe mole was built\nin 1850"
        "\n\n00:03.000 --> 00:04.000\nin 1850\nby the town\n"
    )
    assert [words for _, _, words in turns(transcript(rolling))] == ["the mole was built in 1850 by the town"]


def test_a_long_turn_is_parted_where_a_sentence_ends_and_it_has_run_on_or_stops() -> None:
    cues = "".join(
        f"\n00:{n:02}.000 --> 00:{n:02}.900\nThe mole of the old harbour has held for {n} years.\n" for n in range(30)
    )
    document = transcript("WEBVTT\n" + cues)
    assert 2 < len(document.blocks) < 8
    assert all(document.text[block.start : block.end].endswith("years.") for block in document.blocks)
    pause = "WEBVTT\n\n00:01.000 --> 00:02.000\nIt held.\n\n00:06.000 --> 00:07.000\nIt fell.\n"
    assert [at for _, at, _ in turns(transcript(pause))] == ["00:00:01", "00:00:06"]


def test_a_label_given_once_in_small_letters_is_text() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nRemember: it held.\n"
    assert turns(transcript(text)) == [(None, "00:00:01", "Remember: it held.")]


def test_turns_in_plain_text() -> None:
    document = read_text("ANN BELL: The mole held for a hundred years.\n\nBO CHEN: Did it?\n\nANN BELL: It did.\n")
    assert [block.speaker for block in document.blocks] == ["ANN BELL", "BO CHEN", "ANN BELL"]


@pytest.mark.parametrize("text", ["WEBVTT\n\n", "1\nThe mole held.\n", "WEBVTT\n\n00:01.000 --> 00:02.000\n<c></c>\n"])
def test_a_file_without_times_or_words_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="no lines with their times"):
        transcript(text)


PARTS = st.lists(
    st.sampled_from(
        (
            "WEBVTT\n\n", "00:01.000 --> 00:02.000\n", "00:00:09,5 --> 00:00:10,5 x:1\n", "\n", "1\n",
            "The mole held. ", "ANN BELL: yes\r\n", "- no\n", ">> so\n", "<v Ann Bell>", "<", "&amp;", "</v>",
            "{\\an8}", "e\u0301", "\n\n",
        )
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(PARTS)
def test_any_transcript_gives_a_sound_document(text: str) -> None:
    try:
        document = transcript(text)
    except SourceError:
        return
    assert_sound(document, text)
