"""What confidential sources and those under embargo say stays out of every output of the gate, unless asked for."""

import json
import re
import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docxs import made, words

from factcheck.project import Project
from tests.command import factcheck

TEXTS = {
    "audit": "The quay of Arlen is 840 metres long and was built in 1962. The port of Arlen has 46 cranes.\n",
    "leak": "The port of Arlen has 57 cranes, the whistling clerk wrote. "
    "The tower of Velm is 93 metres high, he wrote. "
    "“The board hid the marmalade ledger,” the clerk said.\n",
    "payroll": "The mill of Oster employs 619 people under a violet roof.\n",
}
DRAFT = [
    "The quay of Arlen is 840 metres long.",
    "The port of Arlen has 46 cranes.",
    "The tower of Velm is 93 metres high.",
    "The tower of Velm is 39 metres high, one paper said.",
    "The mill of Oster employs 691 people.",
    "“The board hid the parsley ledger,” the clerk said.",
]
SECRET = re.compile(r"\b57\b|whistling|marmalade|619|violet|\bleak\b|payroll")
FORMATS = ("terminal", "json", "markdown", "github", "gitlab", "sarif", "junit", "docx", "checking-file")


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("withheld")
    project = Project.create(folder / "desk")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    project.add_source(folder / "audit.txt", issued="2022")
    project.add_source(folder / "leak.txt", issued="2022", confidential=True)
    project.add_source(folder / "payroll.txt", issued="2022", embargo="2024-06-01")
    (project.root / "draft.docx").write_bytes(made(*map(words, DRAFT)))
    return project.root


@pytest.fixture
def desk(template: Path, tmp_path: Path) -> Path:
    shutil.copytree(template, tmp_path / "desk")
    return tmp_path / "desk"


def text_of(path: Path) -> str:
    data = path.read_bytes()
    if not data.startswith(b"PK"):
        return data.decode("utf-8")
    archive = ZipFile(BytesIO(data))
    return " ".join(
        re.sub(r"<[^>]+>", "", archive.read(name).decode("utf-8", "replace")) for name in archive.namelist()
    )


def written(desk: Path, *more: str) -> dict[str, str]:
    files = {name: f"out.{name}" for name in FORMATS} | {"checking-file in Word": "out.check.docx"}
    wanted = [f"{name.partition(' ')[0]}:{file}" for name, file in files.items()]
    options = [word for one in wanted for word in ("--output", one)]
    ended = factcheck("gate", "draft.docx", "--policy", "draft", "--today", "2024-05-01", *options, *more, cwd=desk)
    assert ended.code == 1, ended
    return {"standard error": ended.err, **{name: text_of(desk / file) for name, file in files.items()}}


def test_no_output_holds_their_words_though_they_judge(desk: Path) -> None:
    made = written(desk)
    for name, text in made.items():
        assert SECRET.search(text) is None, name
    told = json.loads(made["json"])
    answers = {one["exact"]: (one["support"], one["outcome"]) for one in told["statements"]}
    assert answers[DRAFT[2]] == ("supported", "warn")
    assert answers[DRAFT[3]][0] == "contradicted"
    assert answers[DRAFT[4]] == ("contradicted", "block")
    assert answers[DRAFT[5]] == ("misquoted", "block")
    assert "statements were judged by sources that may not be published" in made["standard error"]


def test_statements_that_they_have_no_part_in_keep_their_words(desk: Path) -> None:
    told = json.loads(written(desk)["json"])
    [first] = [one for one in told["statements"] if one["exact"] == DRAFT[0]]
    assert first["why"].startswith("audit says so.")
    assert [item["source"] for item in first["evidence"]] == ["audit"]


def test_a_source_that_is_named_is_shown_and_the_others_are_not(desk: Path) -> None:
    made = written(desk, "--include", "leak")
    for name in FORMATS:
        assert "619" not in made[name], name
        assert "violet" not in made[name], name
    assert "marmalade" in made["json"]
    assert "marmalade" in made["docx"]


def test_the_answers_do_not_hang_on_who_may_see_them(desk: Path) -> None:
    def answers(text: str) -> list[tuple[str, ...]]:
        return [
            (one["exact"], one["support"], one["citation"], one["sign_off"], one["outcome"])
            for one in json.loads(text)["statements"]
        ]

    hidden = written(desk)["json"]
    shown = written(desk, "--include", "leak", "--include", "payroll")["json"]
    assert answers(hidden) == answers(shown)
    assert json.loads(hidden)["summary"] == json.loads(shown)["summary"]


def test_after_the_embargo_its_words_are_there(desk: Path) -> None:
    ended = factcheck("gate", "draft.docx", "--today", "2024-06-01", "--format", "json", cwd=desk)
    assert "violet" in ended.out
    assert "marmalade" not in ended.out


def test_an_unknown_source_to_include_is_refused(desk: Path) -> None:
    ended = factcheck("gate", "draft.docx", "--include", "nobody", cwd=desk)
    assert ended.code == 2
    assert "'nobody'" in ended.err


def test_a_draft_from_standard_input_is_judged_so_too(desk: Path) -> None:
    ended = factcheck("gate", "-", "--policy", "draft", cwd=desk, stdin=DRAFT[5].encode())
    assert ended.code == 1
    assert "blocked: misquoted" in ended.out
    assert SECRET.search(ended.out + ended.err) is None


def test_no_suggestion_is_made_of_their_words(desk: Path) -> None:
    (desk / "draft.md").write_text("The quay of Arlen is 480 metres long.\n\n" + "\n\n".join(DRAFT) + "\n", "utf-8")
    ended = factcheck("gate", "draft.md", "--policy", "draft", "--today", "2024-05-01", "--suggest", cwd=desk)
    assert "+The quay of Arlen is 840 metres long" in ended.out
    assert SECRET.search(ended.out + ended.err) is None
    named = factcheck("gate", "draft.md", "--today", "2024-05-01", "--suggest", "--include", "leak", cwd=desk)
    assert "marmalade" in named.out
    assert "619" not in named.out
