"""Line and column of everything that is said of a draft."""

import pytest
from docxs import made, words
from gates import archive, bench, draft, report
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.digests import digest_of_bytes
from factcheck.gate.drafts import manuscript
from factcheck.gate.sourcing import Shelf
from factcheck.reading import characters_of, read
from factcheck.records.source import Source

NOBODY = Shelf(())


def places(data: bytes, file: str, wanted: str) -> tuple[int, int, int, int]:
    source = Source(id="draft", title="Draft", file=file, sha256=digest_of_bytes(data))
    found = manuscript(file, source, read(source, data), characters_of(file, data), NOBODY)
    start = found.document.text.index(wanted)
    place = found.places.of(start, start + len(wanted))
    assert place.exact == wanted
    return place.line, place.column, place.end_line, place.end_column


@pytest.mark.parametrize(
    ("file", "text", "wanted", "expected"),
    [
        ("d.md", "# Title\n\nIt grew. It *fell* in May.\n", "It fell in May.", (3, 10, 3, 27)),
        ("d.md", "---\ntitle: T\n---\n\nIt grew [@x-1, p. 7]. It fell.\n", "It fell.", (5, 23, 5, 31)),
        ("d.md", "It grew\r\nand [@x-1] fell.\r\n", "fell.", (2, 12, 2, 17)),
        ("d.md", "It grew.[^1]\n\n[^1]: So he says.\n", "So he says.", (3, 7, 3, 18)),
        ("d.txt", "Title\n\nIt grew and\nfell again.\n", "It grew and fell again.", (3, 1, 4, 12)),
        (
            "d.html",
            "<article>\n<p>It <b>grew</b> by\n4&nbsp;per cent.</p></article>",
            "grew by 4 per cent.",
            (2, 10, 3, 17),
        ),
    ],
)
def test_line_and_column_are_those_of_the_file(
    file: str, text: str, wanted: str, expected: tuple[int, int, int, int]
) -> None:
    assert places(text.encode(), file, wanted) == expected


def test_a_word_file_counts_its_paragraphs() -> None:
    file = made(words("A title", "Heading1"), words("It grew."), words("It fell. It rose."))
    assert places(file, "d.docx", "It rose.") == (3, 10, 3, 18)


def test_tracked_insertions_are_checked_and_deletions_are_not() -> None:
    file = made(
        '<w:p><w:r><w:t xml:space="preserve">The port cost </w:t></w:r>'
        '<w:ins w:id="1" w:author="a"><w:r><w:t>$5 million</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="a"><w:r><w:delText>$7 million</w:delText></w:r></w:del>'
        "<w:r><w:t>.</w:t></w:r></w:p>"
    )
    assert places(file, "d.docx", "The port cost $5 million.")[:2] == (1, 1)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(["It grew.", "It fell [@x-1].", "\n\n", "\n", "  ", "*a* b."]), max_size=12))
def test_every_sentence_stands_where_it_is_said_to(pieces: list[str]) -> None:
    text = "".join(pieces)
    if not text.strip():
        return
    made = draft(text, NOBODY)
    lines = text.split("\n")
    for sentence in made.study.document.sentences:
        place = made.manuscript.places.of(sentence.start, sentence.end)
        first = lines[place.line - 1][place.column - 1]
        assert first == made.text[sentence.start]
        assert (place.line, place.column) < (place.end_line, place.end_column)


def test_a_statement_carries_its_place() -> None:
    on = bench(archive({"audit": "The port of Arlen cost $5 million in 2019.\n"}))
    [statement] = report("# T\n\nSo it is.\nThe port of Arlen cost $7 million in 2019.\n", on).statements
    assert (statement.line, statement.column, statement.end_line) == (4, 1, 4)
    assert statement.exact == "The port of Arlen cost $7 million in 2019."
