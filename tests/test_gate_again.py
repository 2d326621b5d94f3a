"""What is found of a draft is kept; a run that uses it says to the byte what one says that finds it."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from docxs import made, words
from gates import CASES

from factcheck.project import Project
from factcheck.project import judging as project_judging
from factcheck.project.judging import Judging
from tests.command import Ended, environment, factcheck
from tests.desks import claim_of

TEXTS = {
    "audit": "The quay of Arlen is 840 metres long and was built in 1962. The port of Arlen has 46 cranes.\n",
    "wire": "The quay of Arlen was built in 1962. The port of Arlen has 45 cranes, the Meridian Wire wrote.\n",
    "leak": "The port of Arlen has 57 cranes. The tower of Velm is 93 metres high. “The board hid the ledger,” a clerk "
    "said.\n",
    "payroll": "The mill of Oster employs 619 people.\n",
}
DRAFT = [
    "The quay of Arlen is 840 metres long [@audit].",
    "The quay of Arlen is 480 metres long.",
    "The port of Arlen has 46 cranes [@audit].",
    "The tower of Velm is 93 metres high.",
    "The mill of Oster employs 691 people.",
    "“The board hid a ledger,” a clerk said.",
    "The quay of Arlen is no beauty. It stands there to this day.",
]
FORMATS = ("terminal", "json", "markdown", "github", "gitlab", "sarif", "junit", "docx", "checking-file")
TODAY = "2024-05-01"


class Judged(NamedTuple):
    """A project whose drafts were judged once, and what was said of them."""

    root: Path
    said: dict[str, Any]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    """A project with a source that is confidential and one under embargo, under git, with drafts judged once."""
    folder = tmp_path_factory.mktemp("again")
    project = Project.create(folder / "desk")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    project.add_sources([folder / "audit.txt", folder / "wire.txt"], issued="2022")
    project.add_source(folder / "leak.txt", issued="2022", confidential=True)
    project.add_source(folder / "payroll.txt", issued="2022", embargo="2024-06-01")
    (project.root / "draft.docx").write_bytes(made(*map(words, DRAFT)))
    (project.root / "draft.md").write_text("\n\n".join(DRAFT[:-2]) + "\n", "utf-8")
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        named = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
        subprocess.run(["git", *named, *arguments], cwd=project.root, env=environment(), check=True)
    (project.root / "draft.md").write_text("\n\n".join(DRAFT) + "\n", "utf-8")
    return Judged(project.root, told(project.root))


@pytest.fixture
def desk(template: Judged, tmp_path: Path) -> Path:
    shutil.copytree(template.root, tmp_path / "desk")
    return tmp_path / "desk"


def told(desk: Path, draft: str = "draft.md", today: str = TODAY) -> dict[str, Any]:
    """All that the gate says of a draft, in every way in which it may be asked."""
    project = Project.find(desk)
    project.fixed_today = today
    with chdir(desk):
        reports = {
            "strict": project.gate([draft], "strict"),
            "two": project.gate([draft, "draft.docx"]),
            "withheld": project.gate_report([draft], "publication"),
            "leak": project.gate_report([draft], "publication", include=["leak"]),
            "since": project.gate_since([draft], "HEAD", "draft"),
        }
        patch = project.suggest([draft], include=["payroll"])[1]
        waiting = [(one.id, one.standing) for one in project.statements_waiting([draft])]
        at = project.statement_at(draft, 3)
    return {**reports, "patch": patch, "waiting": waiting, "at": at}


def anew(desk: Path) -> Path:
    """The same project without all that is derived."""
    shutil.copytree(desk, desk.parent / "anew")
    shutil.rmtree(desk.parent / "anew" / ".factcheck")
    return desk.parent / "anew"


def decided(desk: Path) -> Project:
    project = Project.find(desk)
    project.fixed_today = TODAY
    return project


def on_a_statement(desk: Path) -> None:
    decided(desk).decide_on_statement(
        "draft", "The quay of Arlen is 480 metres long.", "checked", by="M. Ng", why="seen"
    )
    decided(desk).decide_on_statement("draft", "The tower of Velm is 93 metres high.", "set-aside", by="M. Ng")


def on_a_finding(desk: Path) -> None:
    finding = next(one for one in decided(desk).check_json()["findings"] if "46" in one["message"])
    decided(desk).settle(finding["id"], "accepted", by="M. Ng", why="a crane was sold")


def approved(desk: Path) -> None:
    project = decided(desk)
    project.approve([one.id for one in project.claims(["audit"]) if one.provisional], by="M. Ng")


def rejected(desk: Path) -> None:
    decided(desk).reject([claim_of(decided(desk), "audit", "46 cranes")], by="M. Ng", why="misread")


def edited(desk: Path) -> None:
    project = decided(desk)
    project.edit_claim(claim_of(project, "audit", "46 cranes"), by="M. Ng", statement="Arlen's port has 46 cranes.")


def another_source(desk: Path) -> None:
    (desk.parent / "audit.txt").write_text(TEXTS["audit"].replace("46", "64"), "utf-8")
    decided(desk).update_source("audit", desk.parent / "audit.txt")


def one_character(desk: Path) -> None:
    (desk / "draft.md").write_text((desk / "draft.md").read_text("utf-8").replace("840", "841"), "utf-8")


def settings(desk: Path) -> None:
    (desk / "factcheck.toml").write_text('[gate.publication.support]\nno-source-found = "warn"\n', "utf-8")


CHANGES: Mapping[str, tuple[Callable[[Path], None], bool]] = {
    "nothing": (lambda desk: None, True),
    "a decision on a statement": (on_a_statement, True),
    "a decision on a finding": (on_a_finding, True),
    "claims that are approved": (approved, True),
    "a claim that is rejected": (rejected, False),
    "a claim that is edited": (edited, False),
    "another version of a source": (another_source, False),
    "another character in the draft": (one_character, False),
    "other settings": (settings, False),
}
"""What may change, how, and whether what was found is still used."""


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_kept_says_the_same_as_what_is_found_anew(
    change: str, template: Judged, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, is_used = CHANGES[change]
    make(desk)
    runs: list[int] = []
    found = Judging._found

    def counted(self: Judging, *arguments: Any) -> Any:
        runs.append(1)
        return found(self, *arguments)

    monkeypatch.setattr(Judging, "_found", counted)
    after = told(desk)
    assert (not runs) == is_used
    runs.clear()
    assert after == told(anew(desk))
    assert runs
    assert (after == template.said) == (change == "nothing")


@pytest.mark.parametrize("change", ["a claim that is rejected", "another version of a source", "other settings"])
def test_a_project_that_stays_judges_by_what_is_there_now(change: str, desk: Path) -> None:
    stays = Project.find(desk)
    stays.fixed_today, stays.stays = TODAY, True
    one_character(desk)
    stays.gate_report([desk / "draft.md"])
    held = dict(stays._benches)
    CHANGES[change][0](desk)
    (desk / "draft.md").write_text((desk / "draft.md").read_text("utf-8").replace("93", "94"), "utf-8")
    report = stays.gate_report([desk / "draft.md"])
    assert len(stays._benches) == 1
    assert held.keys() != stays._benches.keys()
    fresh = decided(anew(desk))
    assert report.statements == fresh.gate_report([desk / "draft.md"]).statements


def test_a_project_that_stays_uses_what_it_holds_for_the_next_version(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stays = Project.find(desk)
    stays.fixed_today, stays.stays = TODAY, True
    one_character(desk)
    stays.gate_report([desk / "draft.md"])
    monkeypatch.setattr(Judging, "_drafts_archive", lambda *_: pytest.fail("the sources are read again"))
    (desk / "draft.md").write_text((desk / "draft.md").read_text("utf-8").replace("93", "94"), "utf-8")
    told = stays.gate_report([desk / "draft.md"]).statements
    monkeypatch.undo()
    assert told == decided(anew(desk)).gate_report([desk / "draft.md"]).statements


def test_another_day_and_another_name_are_judged_anew(desk: Path) -> None:
    fresh = anew(desk)
    shutil.copy(desk / "draft.md", desk / "storm.md")
    shutil.copy(desk / "draft.md", fresh / "storm.md")
    assert told(desk, today="2024-06-01") == told(fresh, today="2024-06-01")
    assert "619" in told(desk, today="2024-06-01")["withheld"].model_dump_json()
    assert "619" not in told(desk)["withheld"].model_dump_json()
    assert told(desk, "storm.md") == told(fresh, "storm.md")
    assert {one.file for one in told(desk, "storm.md")["strict"].statements} == {"storm.md"}


def outputs(desk: Path, draft: str) -> tuple[Ended, Ended, dict[str, bytes]]:
    """What the command prints, suggests, and writes in all formats."""
    files = [f"{name}:out.{name}" for name in FORMATS] + ["checking-file:out.check.docx"]
    options = [word for one in files for word in ("--output", one)]
    ended = factcheck("gate", draft, "--today", TODAY, *options, cwd=desk)
    suggested = factcheck("gate", draft, "--today", TODAY, "--suggest", cwd=desk)
    return ended, suggested, {one: (desk / one.partition(":")[2]).read_bytes() for one in files}


def test_all_formats_are_the_same_to_the_byte(desk: Path) -> None:
    outputs(desk, "draft.docx")
    on_a_statement(desk)
    approved(desk)
    kept, found = outputs(desk, "draft.docx"), outputs(anew(desk), "draft.docx")
    assert (kept[0].code, kept[1].code) == (1, 1)
    assert kept == found


def test_a_draft_from_standard_input_is_kept_too(desk: Path) -> None:
    data = (desk / "draft.md").read_bytes()
    first, second = (factcheck("gate", "-", "--today", TODAY, "--format", "json", cwd=desk, stdin=data) for _ in "12")
    other = factcheck("gate", "-", "--today", TODAY, "--format", "json", cwd=desk, stdin=data.replace(b"46", b"64"))
    assert first == second != other


def test_only_so_many_drafts_are_kept(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project_judging, "KEPT", 3)
    project = decided(desk)
    for number in range(5):
        (desk / "draft.md").write_text(f"The port of Arlen has {number + 40} cranes.\n", "utf-8")
        project.gate([desk / "draft.md"])
    rows = project.index._connection.execute("SELECT count(*) FROM value WHERE kind = 'draft'").fetchone()
    assert rows == (3,)


@pytest.mark.parametrize("name", ["kalliope-ferry", "tiberan-eruption"])
def test_approving_claims_as_they_were_found_changes_nothing_that_was_found(name: str, tmp_path: Path) -> None:
    project = Project.create(tmp_path / "desk")
    project.add_sources(sorted((CASES / name / "docs").iterdir()), CASES / name / "sources.csl.json")
    draft = Path(shutil.copy(CASES / name / "draft.md", project.root))
    project.fixed_today = TODAY
    before = project.found_in([(str(draft), draft.read_bytes())])[0][0]
    project.approve([one.id for one in project.claims()][::3], by="M. Ng")
    fresh = Project.find(anew(project.root))
    fresh.fixed_today = TODAY
    assert fresh.found_in([(str(draft), draft.read_bytes())])[0][0] == before
