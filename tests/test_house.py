"""The house is in order: what the repository promises of itself."""

import os
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_MODULE = 400
BORROWED = 12
"""Words in a row that no file of ours may share with a real document."""


@cache
def tracked() -> tuple[Path, ...]:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ()
    return tuple(path for name in listed.decode().split("\0") if name and (path := ROOT / name).is_file())


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


@pytest.mark.parametrize(
    "path", sorted((ROOT / "factcheck").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT))
)
def test_a_module_is_short_enough_to_read(path: Path) -> None:
    assert len(text_of(path).splitlines()) < LONGEST_MODULE


@pytest.mark.parametrize("target", ["demo", "test", "check", "bench", "docs", "picture"])
def test_make_has_the_target_and_says_what_it_does(target: str) -> None:
    assert re.search(rf"^{target}:.*## \S", text_of(ROOT / "Makefile"), re.MULTILINE)


def test_ci_runs_the_checks_and_the_tests() -> None:
    script = ROOT / ".ci" / "run"
    assert text_of(script).startswith("#!")
    assert re.search(r"^make .*\bcheck package \|\| status=1$", text_of(script), re.MULTILINE)
    assert re.search(r"^make test \|\| status=1$", text_of(script), re.MULTILINE)
    if os.name == "posix":
        assert os.access(script, os.X_OK)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md"])
def test_a_link_leads_to_a_file_that_is_there(name: str) -> None:
    page = ROOT / name
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text_of(page))
    missing = [link for link in links if not link.startswith("http") and not (page.parent / link).exists()]
    assert not missing


def test_the_changelog_cites_issues_and_names_the_version_to_come() -> None:
    text = text_of(ROOT / "CHANGELOG.md")
    entries = re.findall(r"^- .*(?:\n  .*)*", text, re.MULTILINE)
    assert "## [Unreleased]" in text
    assert entries
    assert all(re.search(r"\(#\d+(, #\d+)*\)", entry) for entry in entries), "an entry without its issue"


def test_the_verdicts_of_the_readme_are_those_of_the_code() -> None:
    from factcheck.records.finding import ORDER

    assert tuple(re.findall(r"^\| `([a-z-]+)` \|", text_of(ROOT / "README.md"), re.MULTILINE)) == ORDER


@pytest.mark.corpus
def test_no_sentence_of_the_real_documents_is_in_the_repository(corpus: Path) -> None:
    taken: set[tuple[str, ...]] = set()
    for document in sorted(corpus.glob("*.txt")):
        taken |= runs(text_of(document))
    assert taken
    for path in tracked():
        shared = runs(text_of(path)) & taken if b"\0" not in path.read_bytes() else set()
        assert not shared, f"{path.relative_to(ROOT)}: {' '.join(min(shared))}"


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9]+", text.lower())
    return {tuple(words[at : at + BORROWED]) for at in range(len(words) - BORROWED + 1)}
