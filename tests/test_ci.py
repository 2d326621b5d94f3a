"""Where the gate runs: hooks for git, the action, and the commands of docs/ci.md, as they are written."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from factcheck.project import Project
from tests.command import environment, factcheck

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
RIGHT, WRONG = "The new quay is 840 metres long [@audit].\n", "The new quay is 480 metres long [@audit].\n"


def loaded(text: str) -> Any:
    return YAML(typ="safe").load(text)


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.S)


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project under git whose draft can be published, with two revisions."""
    folder = tmp_path_factory.mktemp("ci")
    (folder / "audit.txt").write_text("The new quay is 840 metres long and has 46 cranes.\n", encoding="utf-8")
    desk = folder / "desk"
    assert factcheck("init", "desk", cwd=folder).code == 0
    assert factcheck("source", "add", "../audit.txt", "--published", "2022-08-04", cwd=desk).code == 0
    (desk / "drafts").mkdir()
    (desk / "drafts" / "quays.md").write_text(RIGHT, encoding="utf-8")
    found = Project.find(desk)
    found.approve([one.id for one in found.claims() if one.quantity and one.quantity.low == 840], by="M. Ito")
    found.gate([desk / "drafts" / "quays.md"])
    assert run(desk, "git init -q").returncode == 0
    for name in ("one", "two"):
        (desk / "notes.txt").write_text(name, encoding="utf-8")
        commit = f"git -c user.name=T -c user.email=t@example.org commit -q -m {name}"
        assert run(desk, f"git add . && {commit}").returncode == 0
    return desk


@pytest.fixture
def desk(project: Path, tmp_path: Path) -> Path:
    shutil.copytree(project, tmp_path / "desk")
    return tmp_path / "desk"


def run(desk: Path, script: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a script as CI does, with `factcheck` and `pip` on the path; what is installed is this checkout."""
    bin = desk.parent / "bin"
    bin.mkdir(exist_ok=True)
    for name, does in (("factcheck", f'exec {shlex.quote(sys.executable)} -m factcheck "$@"'), ("pip", "exit 0")):
        (bin / name).write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        (bin / name).chmod(0o755)
    variables = environment(PYTHONPATH=str(ROOT), PATH=f"{bin}{os.pathsep}{os.environ['PATH']}", **more)
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=desk, env=variables, capture_output=True, text=True, check=False, timeout=120)


HOOKS = {hook["id"]: hook for hook in loaded((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}


def test_a_hook_blocks_a_commit_of_what_the_file_does_not_carry(desk: Path) -> None:
    for name in ("factcheck-gate", "factcheck-gate-changes"):
        hook = HOOKS[name]
        assert hook["language"] == "python"
        assert re.search(hook["files"], "drafts/quays.md")
        (desk / "drafts" / "quays.md").write_text(RIGHT, encoding="utf-8")
        assert run(desk, f"{hook['entry']} drafts/quays.md").returncode == 0
        (desk / "drafts" / "quays.md").write_text(WRONG, encoding="utf-8")
        assert run(desk, f"{hook['entry']} drafts/quays.md").returncode == 1


def test_a_hook_blocks_a_commit_that_changes_a_decision(desk: Path) -> None:
    entry = HOOKS["factcheck-log"]["entry"]
    assert run(desk, entry).returncode == 0
    log = desk / "claims" / "decisions.jsonl"
    log.write_text(log.read_text("utf-8").replace("M. Ito", "N. Ito"), encoding="utf-8")
    assert run(desk, entry).returncode == 2


ACTION = loaded((ROOT / "action.yml").read_text("utf-8"))


def judged(desk: Path, **inputs: str) -> tuple[int, str, str]:
    """The exit code, the annotations and the summary of the action's own step."""
    given = {name: entry.get("default", "") for name, entry in ACTION["inputs"].items()} | inputs
    (step,) = (one for one in ACTION["runs"]["steps"] if one.get("id") == "gate")
    variables = {}
    for name, value in step["env"].items():
        match = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)
        assert match
        variables[name] = given[match[1]]
    summary, temp = desk.parent / "summary.md", desk.parent / "temp"
    temp.mkdir(exist_ok=True)
    summary.write_text("", encoding="utf-8")
    done = run(desk, step["run"], GITHUB_STEP_SUMMARY=str(summary), RUNNER_TEMP=str(temp), **variables)
    assert json.loads((temp / "factcheck.sarif").read_text("utf-8"))["version"] == "2.1.0"
    return done.returncode, done.stdout, summary.read_text("utf-8")


def test_the_action_annotates_and_writes_the_summary(desk: Path) -> None:
    code, out, summary = judged(desk, drafts="drafts/*.md\n", policy="publication", today="2025-05-14")
    assert code == 0
    assert "can be published" in summary
    (desk / "drafts" / "two quays.md").write_text(WRONG, encoding="utf-8")
    code, out, summary = judged(desk, drafts="drafts/quays.md\ndrafts/two quays.md\n")
    assert code == 1
    assert re.search(r"^::error file=drafts/two quays\.md,line=1", out, re.M)
    assert "480 metres" in summary


def test_the_action_uses_pinned_actions_and_only_what_it_declares() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", one["uses"]) for one in ACTION["runs"]["steps"] if "uses" in one)
    assert set(re.findall(r"inputs\.([a-z-]+)", text)) == set(ACTION["inputs"])


def test_the_workflow_in_the_page_gives_inputs_that_the_action_has() -> None:
    workflow = loaded(blocks("yaml")[0])
    (step,) = (one for one in workflow["jobs"]["gate"]["steps"] if "with" in one)
    assert step["with"].keys() <= ACTION["inputs"].keys()


def test_the_job_for_gitlab_runs_and_leaves_its_artefacts(desk: Path) -> None:
    job = loaded(blocks("yaml")[1])["gate"]
    assert run(desk, "\n".join(job["script"])).returncode == 0
    assert "<testsuite" in (desk / job["artifacts"]["reports"]["junit"]).read_text("utf-8")
    assert all((desk / name).is_file() for name in job["artifacts"]["paths"])


def test_the_hooks_in_the_page_exist() -> None:
    config = loaded(blocks("yaml")[2])
    assert {hook["id"] for one in config["repos"] for hook in one["hooks"]} <= HOOKS.keys()


@pytest.mark.parametrize("script", blocks("sh"))
def test_the_commands_in_the_page_run_as_they_are_written(desk: Path, script: str) -> None:
    done = run(desk, script)
    assert done.returncode == 0, done.stderr
