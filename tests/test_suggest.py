"""`factcheck gate --suggest`: a patch of what would be right, read by people and by `git apply`."""

import shutil
import subprocess
from pathlib import Path

import pytest
from docxs import made, words

from tests.command import Ended, environment, factcheck, tree

AUDIT = (
    "The port of Arlen was closed on 12 May 2019.\n\nThe new quay of Arlen is 840 metres long and has 46 cranes.\n\n"
    "“The old quay was never built to carry such a weight of stone,” said Ada Lind, who led the audit.\n\n"
    "From 2011 to 2015 the port of Arlen earned 77 million dollars.\n"
)
WALL = "# The sea wall\n\n## 1. History\n\nIt is old.\n\n## 2. Size\n\nThe sea wall of Brede is 3,120 metres long.\n"
SINKING = "The ferry Ilse sank off Brede on 3 June 2024. The sinking killed 112 people, the coastguard said.\n"
LATER = "The sinking of the ferry Ilse off Brede on 3 June 2024 killed 131 people, the coastguard said.\n"
COUNCIL = (
    "Bo Kern, the deputy mayor of Arlen, opened the meeting on 4 May 2020.\n\n"
    "“We shall not pay for a crane that nobody can lift,” said Tilda Marsh of the council.\n\n"
    "Arlen is the second-largest port on the coast.\n"
)
SOURCES = (
    ("council.txt", COUNCIL, "2020-05-05"),
    ("audit.txt", AUDIT, "2022-08-04"),
    ("wall.md", WALL, "2020"),
    ("sinking.txt", SINKING, "2024-06-03"),
    ("later.txt", LATER, "2024-07-09"),
)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("suggest")
    assert factcheck("init", "desk", cwd=folder).code == 0
    for name, text, day in SOURCES:
        (folder / name).write_text(text, encoding="utf-8")
        added = factcheck("source", "add", f"../{name}", "--published", day, cwd=folder / "desk")
        assert added.code == 0, added
    suggested(folder / "desk", "first.md", b"The port of Arlen has 46 cranes.\n")
    (folder / "desk" / "first.md").unlink()
    return folder / "desk"


@pytest.fixture
def desk(project: Path, tmp_path: Path) -> Path:
    shutil.copytree(project, tmp_path / "desk")
    return tmp_path / "desk"


def suggested(desk: Path, name: str, data: bytes) -> Ended:
    (desk / name).write_bytes(data)
    return factcheck("gate", name, "--suggest", "--policy", "draft", "--today", "2024-08-01", cwd=desk)


def applied(desk: Path, patch: str) -> None:
    done = subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"], cwd=desk, input=patch.encode(), env=environment(), check=False
    )
    assert done.returncode == 0


CASES = {
    "a figure": (
        "The new quay of Arlen is 480 metres long [@audit].\n",
        "The new quay of Arlen is 840 metres long [@audit].\n",
    ),
    "a figure, and the source that has it": (
        "The sea wall of Brede is 3,210 metres long [@audit].\n",
        "The sea wall of Brede is 3,120 metres long [@wall, sec. 2].\n",
    ),
    "a period": (
        "Between 2001 and 2005 the port of Arlen earned 77 million dollars [@audit].\n",
        "From 2011 to 2015 the port of Arlen earned 77 million dollars [@audit].\n",
    ),
    "a date": (
        "The port of Arlen was closed on 15 May 2019 [@audit].\n",
        "The port of Arlen was closed on 12 May 2019 [@audit].\n",
    ),
    "a later figure, as of when, and its source": (
        "The sinking of the ferry Ilse killed 112 people [@sinking].\n",
        "The sinking of the ferry Ilse killed 131 people (as of 9 July 2024) [@later].\n",
    ),
    "quoted words, broken as they were": (
        "“The old quay was never\nmade to carry such a weight of stone,” said Ada Lind [@audit].\n",
        "“The old quay was never\nbuilt to carry such a weight of stone,” said Ada Lind [@audit].\n",
    ),
    "the last of the quoted words": (
        "“The old quay was never built to carry such a weight of brick,” said Ada Lind [@audit].\n",
        "“The old quay was never built to carry such a weight of stone,” said Ada Lind [@audit].\n",
    ),
    "a citation of another source": (
        "The sea wall of Brede is 3,120 metres long [@audit].\n",
        "The sea wall of Brede is 3,120 metres long [@wall, sec. 2].\n",
    ),
    "a citation of no source": (
        "The new quay of Arlen is 840 metres long [@auditors-2020].\n",
        "The new quay of Arlen is 840 metres long [@audit].\n",
    ),
    "a citation of another place": (
        "The sea wall of Brede is 3,120 metres long [@wall, sec. 1].\n",
        "The sea wall of Brede is 3,120 metres long [@wall, sec. 2].\n",
    ),
    "a citation that is missing": (
        "The new quay of Arlen is 840 metres long [@audit].\n\nThe sea wall of Brede is 3,120 metres long.\n",
        "The new quay of Arlen is 840 metres long [@audit].\n\nThe sea wall of Brede is 3,120 metres long"
        " [@wall, sec. 2].\n",
    ),
    "who said it": (
        "“We shall not pay for a crane that nobody can lift,” said Ada Lind [@council].\n",
        "“We shall not pay for a crane that nobody can lift,” said Tilda Marsh [@council].\n",
    ),
    "a post": (
        "Bo Kern, the mayor of Arlen, opened the meeting on 4 May 2020 [@council].\n",
        "Bo Kern, the deputy mayor of Arlen, opened the meeting on 4 May 2020 [@council].\n",
    ),
    "a place in a row": (
        "Arlen is the largest port on the coast [@council].\n",
        "Arlen is the second-largest port on the coast [@council].\n",
    ),
    "without a line break at the end": (
        "It is new.\nThe new quay of Arlen is 480 metres long [@audit].",
        "It is new.\nThe new quay of Arlen is 840 metres long [@audit].",
    ),
    "with the line breaks of Windows": (
        "It is new.\r\n\r\nThe new quay of Arlen is 480 metres long [@audit].\r\n",
        "It is new.\r\n\r\nThe new quay of Arlen is 840 metres long [@audit].\r\n",
    ),
}


@pytest.mark.parametrize(("draft", "right"), CASES.values(), ids=CASES.keys())
def test_the_patch_makes_a_draft_right(desk: Path, draft: str, right: str) -> None:
    ended = suggested(desk, "draft.md", draft.encode())
    applied(desk, ended.out)
    assert (desk / "draft.md").read_bytes().decode() == right
    again = factcheck("gate", "draft.md", "--suggest", "--policy", "draft", "--today", "2024-08-01", cwd=desk)
    assert (again.code, again.out, again.err) == (0, "", "Nothing is suggested.\n")


def test_a_patch_says_in_words_why(desk: Path) -> None:
    ended = suggested(desk, "draft.md", CASES["a figure"][0].encode())
    assert ended.out == (
        "# draft.md:1:26: audit has 840 metres, not 480 metres.\n"
        "#   for “480 metres” write “840 metres”\n"
        "--- a/draft.md\n+++ b/draft.md\n@@ -1 +1 @@\n"
        "-The new quay of Arlen is 480 metres long [@audit].\n"
        "+The new quay of Arlen is 840 metres long [@audit].\n"
    )


def test_nothing_is_changed(desk: Path) -> None:
    (desk / "draft.md").write_text(CASES["a figure"][0], encoding="utf-8")
    before = tree(desk)
    suggested(desk, "draft.md", CASES["a figure"][0].encode())
    assert tree(desk) == before


def test_html_is_patched_between_its_marks(desk: Path) -> None:
    html = "<article><p>It is new.</p>\n<p>The new quay of <b>Arlen</b> is 480 metres long.</p></article>\n"
    applied(desk, suggested(desk, "draft.html", html.encode()).out)
    assert (desk / "draft.html").read_text("utf-8") == html.replace("480", "840")


def test_words_with_marks_between_them_are_left_to_people(desk: Path) -> None:
    draft = "The new quay of Arlen is 480 *metres* long [@audit].\n"
    ended = suggested(desk, "draft.md", draft.encode())
    assert ended.out.splitlines() == [
        "# draft.md:1:26: audit has 840 metres, not 480 metres.",
        "#   for “480 metres” write “840 metres” (by hand: the patch leaves it out)",
    ]


def test_a_word_file_gets_a_list_in_words(desk: Path) -> None:
    ended = suggested(desk, "draft.docx", made(words("The new quay of Arlen is 480 metres long [@audit].")))
    assert "for “480 metres” write “840 metres” (by hand: the patch leaves it out)" in ended.out
    assert "---" not in ended.out


def test_a_figure_that_lies_far_off_is_not_suggested(desk: Path) -> None:
    ended = suggested(desk, "draft.md", b"The new quay of Arlen is 230 metres long [@audit].\n")
    assert (ended.code, ended.out) == (1, "")


def test_where_sources_differ_nothing_is_suggested(desk: Path) -> None:
    other = desk.parent / "other.txt"
    other.write_text("The new quay of Arlen is 860 metres long.\n", encoding="utf-8")
    assert factcheck("source", "add", "../other.txt", "--published", "2022-08-04", cwd=desk).code == 0
    ended = suggested(desk, "draft.md", b"The new quay of Arlen is 480 metres long.\n")
    assert (ended.code, ended.out) == (1, "")


def test_what_a_person_settled_is_left_alone(desk: Path) -> None:
    draft = "The new quay of Arlen is 480 metres long [@audit].\n"
    (desk / "draft.md").write_text(draft, encoding="utf-8")
    settled = factcheck("settle", "draft.md:1", "--as", "set-aside", "--by", "M. Ito", "--why", "a joke", cwd=desk)
    assert settled.code == 0, settled
    assert suggested(desk, "draft.md", draft.encode()).out == ""


def test_nothing_is_suggested_from_a_source_that_may_not_be_published(desk: Path) -> None:
    with (desk / "sources" / "wall.yaml").open("a", encoding="utf-8") as record:
        record.write("confidential: true\n")
    assert suggested(desk, "draft.md", b"The sea wall of Brede is 3,210 metres long.\n").out == ""


@pytest.mark.parametrize("more", [("--format", "json"), ("--output", "x.json")])
def test_a_patch_has_no_other_format(desk: Path, more: tuple[str, ...]) -> None:
    (desk / "draft.md").write_text("It is new.\n", encoding="utf-8")
    ended = factcheck("gate", "draft.md", "--suggest", *more, cwd=desk)
    assert (ended.code, ended.out) == (2, "")
    assert "--suggest prints a patch of the whole" in ended.err
