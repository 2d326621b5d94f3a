"""`factcheck cite`: what carries a sentence."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from pdfs import Setter

from factcheck.project import Project
from tests.command import Ended, factcheck, tree

AUDIT = (
    "# Audit of the port\n\n## 1. Traffic\n\nThe port of Arlen was closed on 12 May 2019.\n\n"
    "## 2. Buildings\n\n### 2.1 Quays\n\nThe new quay of Arlen is 840 metres long and has 46 cranes.\n"
)
LETTER = "The new quay of Arlen is 840 metres long, we are told.\n"
WALL = "The sea wall of Brede is 300 metres long. From 2011 to 2015 the port of Brede earned 77 million dollars.\n"


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with four sources, one of them a PDF of two pages, and one approved claim."""
    folder = tmp_path_factory.mktemp("cite")
    for name, text in (("audit.md", AUDIT), ("letter.txt", LETTER), ("wall.txt", WALL)):
        (folder / name).write_text(text, encoding="utf-8")
    paper = Setter()
    for _ in range(3):
        paper.paragraph("The harbour of Colm was dug by hand, as everybody in the town will tell you who is asked.")
    paper.new_page()
    paper.paragraph("The dredger of Colm moved 9,400 tonnes of sand in 2018.")
    (folder / "paper.pdf").write_bytes(paper.data())
    desk = folder / "desk"
    assert factcheck("init", "desk", cwd=folder).code == 0
    for name in ("audit.md", "letter.txt", "wall.txt", "paper.pdf"):
        added = factcheck("source", "add", f"../{name}", "--published", "2022-08-04", cwd=desk)
        assert added.code == 0, added
    found = Project.find(desk)
    wanted = [one.id for one in found.claims() if one.source == "letter" and one.quantity]
    assert len(wanted) == 1
    found.approve(wanted, by="M. Ito")
    return desk


def cited(project: Path, sentence: str) -> tuple[int, list[dict[str, Any]]]:
    ended = factcheck("cite", sentence, "--format", "json", cwd=project)
    (one,) = json.loads(ended.out)["sentences"]
    return ended.code, one["carriers"]


def test_what_carries_a_sentence_is_shown_approved_first(project: Path) -> None:
    ended = factcheck("cite", "The new quay of Arlen is 840 metres long.", cwd=project)
    lines = ended.out.splitlines()
    assert lines[0] == "[@letter]  supported; approved"
    assert lines[1] == "  + “The new quay of Arlen is 840 metres long, we are told.”"
    assert "approved by M. Ito" in ended.out
    assert "[@audit, sec. 2.1]  supported; not approved yet" in lines
    assert "wall" not in ended.out
    assert ended.code == 0


def test_a_citation_names_the_page(project: Path) -> None:
    code, carriers = cited(project, "In 2018 the dredger of Colm moved 9,400 tonnes of sand.")
    assert [one["citation"] for one in carriers] == ["[@paper, p. 2]"]
    assert code == 0


def test_the_gate_finds_every_citation_right_that_is_pasted(project: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(project, desk)
    for number, sentence in enumerate(
        ("The new quay of Arlen is 840 metres long", "The dredger of Colm moved 9,400 tonnes of sand in 2018")
    ):
        for carrier in cited(desk, f"{sentence}.")[1]:
            (desk / f"{number}.md").write_text(f"{sentence} {carrier['citation']}.\n", encoding="utf-8")
            told = json.loads(factcheck("gate", f"{number}.md", "--format", "json", cwd=desk).out)
            assert [(one["support"], one["citation"]) for one in told["statements"]] == [("supported", "right")]


def test_another_figure_does_not_carry_a_sentence_and_is_shown(project: Path) -> None:
    code, carriers = cited(project, "The new quay of Arlen is 480 metres long.")
    assert {(one["source"], one["carried"], one["support"]) for one in carriers} == {
        ("audit", "none", "contradicted"),
        ("letter", "none", "contradicted"),
    }
    assert code == 1
    assert "Nothing was found that carries this." in factcheck("cite", "The quay is 480 metres long.", cwd=project).out


def test_another_period_does_not_carry_a_sentence(project: Path) -> None:
    code, carriers = cited(project, "From 2001 to 2005 the port of Brede earned 77 million dollars.")
    assert [(one["source"], one["carried"], one["support"]) for one in carriers] == [
        ("wall", "none", "different-basis")
    ]
    assert code == 1


def test_a_source_that_says_a_part_is_said_to(project: Path) -> None:
    code, carriers = cited(project, "The new quay of Arlen is 840 metres long and has 46 cranes.")
    assert [(one["source"], one["carried"], one["carries"], one["lacks"]) for one in carriers] == [
        ("audit", "whole", ["840 metres", "46"], []),
        ("letter", "part", ["840 metres"], ["46"]),
    ]
    assert code == 0


def test_what_no_source_speaks_of_is_not_found(project: Path) -> None:
    assert cited(project, "The bakers of Lomond sold 6,120 loaves.") == (1, [])


def test_sentences_come_from_standard_input_each_by_itself(project: Path) -> None:
    text = "The new quay of Arlen is 840 metres long. The bakers of Lomond sold 6,120 loaves.\n"
    ended = factcheck("cite", "-", "--format", "json", cwd=project, stdin=text.encode())
    told = json.loads(ended.out)["sentences"]
    assert [(one["exact"], bool(one["carriers"])) for one in told] == [
        ("The new quay of Arlen is 840 metres long.", True),
        ("The bakers of Lomond sold 6,120 loaves.", False),
    ]
    assert ended.code == 0


def test_a_source_that_may_not_be_published_is_left_out_unless_it_is_named(project: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    shutil.copytree(project, desk)
    with (desk / "sources" / "letter.yaml").open("a", encoding="utf-8") as record:
        record.write("confidential: true\n")
    sentence = "The new quay of Arlen is 840 metres long."
    ended = factcheck("cite", sentence, cwd=desk)
    assert "letter" not in ended.out
    assert "1 source that may not be published left out; --include ID shows them" in ended.err
    ended = factcheck("cite", sentence, "--include", "letter", cwd=desk)
    assert ended.out.startswith("[@letter]  supported; approved; may not be published\n")


def test_nothing_is_written(project: Path) -> None:
    before = tree(project)
    cited(project, "The new quay of Arlen is 840 metres long.")
    assert tree(project) == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("",), "give a sentence, or - to read it from standard input"),
        (("A quay.", "--format", "pdf"), "--format 'pdf' is not known"),
        (("A quay.", "--today", "soon"), "--today 'soon' is not a day"),
    ],
)
def test_what_cannot_be_asked_is_said_in_one_line(project: Path, arguments: tuple[str, ...], says: str) -> None:
    ended: Ended = factcheck("cite", *arguments, cwd=project)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert says in ended.err
