"""The README says in figures only what docs/own holds and people approved; docs/own says what this repository is."""

import runpy
from pathlib import Path

from factcheck.project import Project
from tests.command import factcheck

ROOT = Path(__file__).parent.parent
OWN = ROOT / "docs" / "own"


def test_the_facts_are_those_of_this_repository() -> None:
    facts = runpy.run_path(str(ROOT / "bench" / "facts.py"))["facts"]
    assert (OWN / "sources" / "facts.md").read_text("utf-8") == facts()


def test_the_readme_passes_the_gate_for_publication() -> None:
    ended = factcheck("gate", "README.md", "--project", "docs/own", "--policy", "publication", cwd=ROOT)
    assert (ended.code, ended.out.splitlines()[-1]) == (0, "It can be published.")


def test_another_figure_in_the_readme_is_blocked(tmp_path: Path) -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert "$1.7 billion" in text
    (tmp_path / "README.md").write_text(text.replace("$1.7 billion", "$1.9 billion"), encoding="utf-8")
    report = Project.find(OWN).gate([tmp_path / "README.md"])
    assert [one.exact for one in report.statements if one.outcome == "block"] == [
        "A briefing gives $1.9 billion, a news item $1.44 billion."
    ]


def test_the_log_is_as_it_was_written() -> None:
    assert Project.find(OWN).verify_log().faults == ()
