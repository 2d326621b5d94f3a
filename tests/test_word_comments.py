"""The Word draft back with comments: on the right words, with nothing else changed."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docxs import W, made, paragraph, run, words
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from factcheck.digests import digest_of_bytes
from factcheck.reading import read
from factcheck.records.document import Document
from factcheck.records.source import Source
from factcheck.reporters._word_comments import Comment, commented
from tests.command import factcheck, tree

AUDIT = "The new quay is 840 metres long and has 46 cranes.\n"


def document(data: bytes) -> Document:
    return read(Source(id="draft", title="d", file="d.docx", sha256=digest_of_bytes(data)), data)


def on(data: bytes, *wanted: str) -> bytes:
    """The file with a comment on each of these words, as they stand in what is read of it."""
    held = document(data)
    comments = []
    for text in wanted:
        start = held.text.index(text)
        number = next(n for n, block in enumerate(held.blocks) if block.start <= start < block.end)
        comments.append(Comment(number, start, start + len(text), (f"about {text}", "and why")))
    return commented(data, held, sorted(comments, key=lambda one: one.start))


def part(data: bytes, name: str = "word/document.xml") -> Any:
    return etree.fromstring(ZipFile(BytesIO(data)).read(name))


def said(data: bytes, name: str = "word/document.xml") -> str:
    """The words of all runs, deleted ones too."""
    return "".join(one.text or "" for one in part(data, name).iter(f"{{{W}}}t", f"{{{W}}}delText"))


def marked(data: bytes) -> dict[str, str]:
    """By the text of each comment of ours: the words between its marks, deleted ones left out."""
    opened: dict[str, list[str]] = {}
    done: dict[str, str] = {}
    for one in part(data).iter():
        id = one.get(f"{{{W}}}id") if isinstance(one.tag, str) else None
        if one.tag == f"{{{W}}}commentRangeStart":
            opened[id] = []
        elif one.tag == f"{{{W}}}commentRangeEnd":
            done[id] = "".join(opened.pop(id))
        elif one.tag == f"{{{W}}}t":
            for held in opened.values():
                held.append(one.text or "")
    assert opened == {}
    return {comment.text: done[str(comment.comment_id)] for comment in docx.Document(BytesIO(data)).comments}


def properties(data: bytes) -> Iterator[tuple[str, str]]:
    """Each letter with the form it is set in."""
    for one in part(data).iter(f"{{{W}}}r"):
        form = b"".join(etree.tostring(held) for held in one.iterchildren(f"{{{W}}}rPr"))
        for text in one.iterchildren(f"{{{W}}}t"):
            for sign in text.text or "":
                yield sign, str(form)


LONG = "The quay is 480 metres long."

SPANS = {
    "a paragraph": (words(LONG), LONG),
    "a sentence inside a run": (words(f"It is new. {LONG} It is wide."), LONG),
    "several runs": (paragraph(run("It is new. The qu") + run("ay is ", "<w:b/>") + run("480 metres long. So.")), LONG),
    "quotation marks about it": (words(f"It is so. “{LONG[:-1]}.” It is."), f"“{LONG[:-1]}.”"),
    "a tracked insertion": (
        paragraph(
            f'{run("It is new. The quay is ")}<w:ins w:id="9" w:author="A">{run("480")}</w:ins>'
            f"{run(' metres long.')}"
        ),
        LONG,
    ),
    "a tracked deletion": (
        paragraph(
            f'{run("The quay is 480 ")}<w:del w:id="9" w:author="A"><w:r><w:delText>dull </w:delText></w:r></w:del>'
            f'{run("metres long. More.")}'
        ),
        LONG,
    ),
    "a link": (
        paragraph(
            f'{run("See. The quay is ")}<w:hyperlink w:anchor="x">{run("480 metres")}</w:hyperlink>{run(" long.")}'
        ),
        LONG,
    ),
    "a tab and a break": (
        paragraph("<w:r><w:t>The quay is</w:t><w:tab/><w:t>480 metres</w:t><w:br/><w:t>long. So</w:t></w:r>"),
        LONG,
    ),
    "accents and ligatures": (words("Oh. The cafe\u0301 \ufb01nds 480 metres. So."), "The caf\u00e9 finds 480 metres."),
    "a table": (
        f"<w:tbl><w:tr><w:tc>{words('Site')}</w:tc><w:tc>{words('Length')}</w:tc></w:tr>"
        f"<w:tr><w:tc>{words('Quay')}</w:tc><w:tc>{words(LONG)}</w:tc></w:tr></w:tbl>",
        LONG,
    ),
    "a content control": (f"<w:sdt><w:sdtContent>{words('So. ' + LONG)}</w:sdtContent></w:sdt>", LONG),
}  # fmt: skip


@pytest.mark.parametrize("name", SPANS)
def test_a_comment_stands_on_the_words_however_they_are_set(name: str) -> None:
    block, text = SPANS[name]
    data = made(words("Something before."), block, words("Something after."))
    held = document(data).text
    read_as = text if text in held else held[held.index(text[:8]) :].partition("\n")[0]
    back = on(data, read_as)
    plain = "".join(sign for sign in text if sign.isalnum())
    [(about, covered)] = marked(back).items()
    assert about.startswith("about ")
    assert (
        "".join(sign for sign in covered.replace("\ufb01", "fi").replace("e\u0301", "\u00e9") if sign.isalnum())
        == plain
    )
    assert covered.strip() == covered
    assert said(back) == said(data)
    assert list(properties(back)) == list(properties(data))
    assert document(back).text == held


def test_the_same_words_twice_are_told_apart() -> None:
    data = made(words(LONG), words(f"It is so. {LONG}"))
    held = document(data)
    second = held.text.rindex(LONG)
    back = commented(data, held, [Comment(1, second, second + len(LONG), ("the second",))])
    root = part(back)
    first, other = list(root.iter(f"{{{W}}}p"))[:2]
    assert first.find(f".//{{{W}}}commentRangeStart") is None
    assert other.find(f".//{{{W}}}commentRangeStart") is not None
    assert marked(back) == {"the second": LONG}


def test_several_comments_on_one_run() -> None:
    data = made(words("One is 1. Two is 2. Three is 3."))
    back = on(data, "One is 1.", "Three is 3.", "Two is 2.")
    assert sorted(marked(back).values()) == ["One is 1.", "Three is 3.", "Two is 2."]
    assert said(back) == said(data)


def test_what_stands_in_a_note_is_commented_where_the_note_is_called_for() -> None:
    data = made(words("The quay is long.{1} It is new."), footnotes={1: "It was 480 metres long in 2019."})
    back = on(data, "It was 480 metres long in 2019.")
    children = [etree.QName(one).localname for one in part(back).find(f".//{{{W}}}p")]
    at = children.index("commentRangeStart")
    assert children[at : at + 3] == ["commentRangeStart", "r", "commentRangeEnd"]
    assert part(back).find(f".//{{{W}}}commentRangeStart").getnext().find(f"{{{W}}}footnoteReference") is not None
    assert ZipFile(BytesIO(back)).read("word/footnotes.xml") == ZipFile(BytesIO(data)).read("word/footnotes.xml")


def test_what_stands_in_a_text_box_is_commented_where_the_box_hangs() -> None:
    box = f"<v:shape><v:textbox><w:txbxContent>{words(LONG)}</w:txbxContent></v:textbox></v:shape>"
    data = made(paragraph(f"{run('Beside it. ')}<w:r><w:pict>{box}</w:pict></w:r>"))
    back = on(data, LONG)
    assert part(back).find(f".//{{{W}}}commentRangeStart").getnext().find(f"{{{W}}}pict") is not None
    assert said(back) == said(data)


def test_comments_and_tracked_changes_that_are_there_stay() -> None:
    file = docx.Document(
        BytesIO(made(words(LONG), paragraph(f'<w:ins w:id="3" w:author="B">{run("It is new.")}</w:ins>')))
    )
    file.add_comment(file.paragraphs[0].runs, text="Is this right?", author="The editor", initials="E")
    kept = BytesIO()
    file.save(kept)
    back = on(kept.getvalue(), LONG, "It is new.")
    held = docx.Document(BytesIO(back)).comments
    assert [(one.author, one.text.split("\n")[0]) for one in held] == [
        ("The editor", "Is this right?"),
        ("factcheck", f"about {LONG}"),
        ("factcheck", "about It is new."),
    ]
    assert len({one.comment_id for one in held}) == 3
    assert len(list(part(back).iter(f"{{{W}}}ins"))) == 1
    assert said(back, "word/comments.xml").startswith("Is this right?")


def test_all_other_parts_stay_as_they_were_and_the_same_comments_give_the_same_bytes() -> None:
    data = made(words(LONG), footnotes={1: "x"})
    back = on(data, LONG)
    assert back == on(data, LONG)
    old, new = ZipFile(BytesIO(data)), ZipFile(BytesIO(back))
    touched = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert set(new.namelist()) - set(old.namelist()) <= {"word/comments.xml"}
    for name in set(old.namelist()) - touched:
        assert new.read(name) == old.read(name)


PIECES = st.lists(
    st.tuples(st.text(alphabet="ab c.é“”1", min_size=1, max_size=9), st.sampled_from(["", "<w:b/>", "<w:i/>"])),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(PIECES, st.data())
def test_no_letter_is_lost_or_set_otherwise(pieces: list[tuple[str, str]], data: st.DataObject) -> None:
    file = made(words("First."), paragraph(run("x") + "".join(run(*piece) for piece in pieces) + run("y")))
    held = document(file)
    block = held.blocks[1]
    start = data.draw(st.integers(block.start, block.end - 1))
    end = data.draw(st.integers(start + 1, block.end))
    back = commented(file, held, [Comment(1, start, end, ("so",))])
    assert said(back) == said(file)
    assert list(properties(back)) == list(properties(file))
    wanted = [sign for sign in held.text[start:end] if sign.isalnum()]
    covered = [sign for sign in marked(back)["so"] if sign.isalnum()]
    assert covered == wanted or not wanted


# as a user runs it


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("word")
    (folder / "audit.txt").write_text(AUDIT, encoding="utf-8")
    assert factcheck("init", "desk", cwd=folder).code == 0
    assert factcheck("source", "add", "../audit.txt", "--published", "2022-08-04", cwd=folder / "desk").code == 0
    body = paragraph(run("It is new. The quay of Arlen is ") + run("480", "<w:b/>") + run(" metres long (audit). So."))
    (folder / "desk" / "draft.docx").write_bytes(made(words("Quays", "Heading1"), body))
    (folder / "desk" / "draft.md").write_text("The quay of Arlen is 480 metres long [@audit].\n", encoding="utf-8")
    return folder / "desk"


@pytest.fixture
def desk(template: Path, tmp_path: Path) -> Path:
    shutil.copytree(template, tmp_path / "desk")
    return tmp_path / "desk"


def test_the_gate_gives_the_word_draft_back_with_a_comment(desk: Path) -> None:
    before = (desk / "draft.docx").read_bytes()
    ended = factcheck("gate", "draft.docx", "--policy", "draft", "--output", "back.docx", cwd=desk)
    assert ended.code == 1
    assert (desk / "draft.docx").read_bytes() == before
    back = (desk / "back.docx").read_bytes()
    [comment] = docx.Document(BytesIO(back)).comments
    assert [one.text for one in comment.paragraphs] == [
        "Contradicted, not approved yet. audit has 840 metres, not 480 metres.",
        "“The new quay is 840 metres long and has 46 cranes.” (audit, 4 August 2022)",
    ]
    assert list(marked(back).values()) == ["The quay of Arlen is 480 metres long (audit)."]
    assert said(back) == said(before)
    again = factcheck("gate", "back.docx", "--policy", "draft", "--format", "docx", "--output", "twice.docx", cwd=desk)
    assert again.code == 1
    assert len(list(docx.Document(desk / "twice.docx").comments)) == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("draft.md", "--output", "back.docx"),
            "draft.md: is no Word file, so no comments can be written into it; use",
        ),
        (
            ("draft.docx", "draft.md", "--format", "docx", "--output", "x"),
            "--format docx gives one draft back; run the",
        ),
        (("draft.docx", "--output", "draft.docx"), "draft.docx: --output is the draft itself; name another file"),
    ],
)
def test_what_gives_no_comments_is_refused_and_nothing_is_written(
    arguments: tuple[str, ...], says: str, desk: Path
) -> None:
    before = tree(desk)
    ended = factcheck("gate", *arguments, "--output", "gate.json", cwd=desk)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(says)
    assert ended.err.count("\n") == 1
    assert tree(desk) == before


def test_docx_is_no_format_of_a_check(desk: Path) -> None:
    ended = factcheck("check", "--format", "docx", cwd=desk)
    assert ended.code == 2
    assert "--format 'docx' is not known; choose one of" in ended.err
