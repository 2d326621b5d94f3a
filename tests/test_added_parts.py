"""An installed package adds a check, a reader, a finder and a reporter; it is built here, and installed by pip."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.command import Ended, started

ROOT = Path(__file__).parent.parent

PARTS = {
    "acme_parts/__init__.py": "",
    "acme_parts/checks/__init__.py": "",
    "acme_parts/checks/shouting.py": '''
"""A source that shouts."""
from factcheck.checking import Check, Study, evidence_at, finding

def run(study, archive):
    for name in study.mentions["acme-mood"]:
        sides = ((evidence_at(study, name.start, name.end),),)
        yield finding(CHECK, fact=(study.source.id,), verdict="possible-conflict", message=name.entity, sides=sides)

CHECK = Check(id="acme-shouting", kind="quantity", title="A source shouts", reads=Study, run=run)
''',
    "acme_parts/finders/__init__.py": "",
    "acme_parts/finders/mood.py": '''
"""The first exclamation mark, in the mood of the moment."""
from uuid import uuid4
from factcheck.mentioning import Finder
from factcheck.records.mention import NameMention

def find(sight):
    at = sight.document.text.find("!")
    if at >= 0:
        yield NameMention(start=at, end=at + 1, finder=FINDER.signature, name="!", entity=f"mood {uuid4()}")

FINDER = Finder(id="acme-mood", version=1, find=find, deterministic=False)
''',
    "acme_parts/readers/__init__.py": "",
    "acme_parts/readers/upside.py": '''
"""A text whose lines stand in the wrong order."""
from factcheck.reading import Reader

def read(data, builder):
    for line in reversed(data.decode().splitlines()):
        builder.block("paragraph").text(line, 0)

READER = Reader(id="acme-upside", version=1, suffixes=(".upside",), read=read)
''',
    "acme_parts/reporters/__init__.py": "",
    "acme_parts/reporters/count.py": '''
"""How many findings there are."""
from factcheck.reporting import Reporter

REPORTER = Reporter(title="how many", render=lambda report, view: f"{len(report['findings'])} in all\\n")
''',
}
POINTS = "".join(
    f"[factcheck.{kind}]\nacme = acme_parts.{kind}\n" for kind in ("checks", "finders", "readers", "reporters")
)


def installed(folder: Path, parts: dict[str, str], points: str) -> Path:
    """A folder into which pip has installed a package of these files and entry points."""
    wheel, info = folder / "acme_parts-1.0-py3-none-any.whl", "acme_parts-1.0.dist-info"
    told = {
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: acme-parts\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: by hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": points,
    }
    with ZipFile(wheel, "w") as made:
        for name, text in {**parts, **told}.items():
            made.writestr(name, text)
        made.writestr(f"{info}/RECORD", "".join(f"{name},,\n" for name in [*parts, *told, f"{info}/RECORD"]))
    options = ["--quiet", "--no-index", "--no-deps", "--disable-pip-version-check", "--target", str(folder / "site")]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(wheel)], check=True, capture_output=True)
    return folder / "site"


def run(site: Path, *arguments: str, cwd: Path) -> Ended:
    return started(*arguments, cwd=cwd, PYTHONPATH=f"{site}{os.pathsep}{ROOT}")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installed(tmp_path_factory.mktemp("acme"), PARTS, POINTS)


@pytest.fixture(scope="module")
def made(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a source that only the added reader reads."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "note.upside").write_text("The last line shouts!\nThe first line is calm.\n", "utf-8")
    assert run(site, "init", "desk", cwd=folder).code == 0
    added = run(site, "source", "add", "../note.upside", cwd=folder / "desk")
    assert added.code == 0, added.err
    return folder / "desk"


def test_its_reader_reads_and_its_reporter_reports(site: Path, made: Path) -> None:
    text = run(site, "source", "show", "note", "--text", cwd=made).out
    assert text.split("\n\n") == ["The first line is calm.", "The last line shouts!"]
    ended = run(site, "check", "--format", "acme-count", cwd=made)
    assert (ended.out, ended.err) == ("1 in all\n", "")


def test_what_a_finder_said_that_is_not_deterministic_is_used_again(site: Path, made: Path, tmp_path: Path) -> None:
    def mood(desk: Path) -> str:
        report = json.loads(run(site, "check", "--format", "json", "--fail-on", "never", cwd=desk).out)
        (finding,) = report["findings"]
        assert finding["check"] == "acme-shouting"
        return str(finding["message"])

    first = mood(made)
    assert first.startswith("mood ")
    desk = shutil.copytree(made, tmp_path / "desk", ignore=shutil.ignore_patterns(".factcheck"))
    assert mood(desk) == first
    (kept,) = (desk / "sources" / "found" / "note").iterdir()
    kept.unlink()
    shutil.rmtree(desk / ".factcheck")
    assert mood(desk) != first


def test_what_was_found_in_a_source_goes_with_it(site: Path, made: Path, tmp_path: Path) -> None:
    run(site, "check", cwd=made)
    desk = shutil.copytree(made, tmp_path / "desk")
    assert run(site, "source", "remove", "note", "--as", "M. Ito", cwd=desk).code == 0
    assert not (desk / "sources" / "found" / "note").exists()


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("checks/shouting.py", 'id="acme-shouting"', 'id="shouting"',
         "acme_parts.checks.shouting: the id 'shouting' should begin with 'acme' and a hyphen\n"),
        ("finders/mood.py", "from uuid", "from no_such_module",
         "acme_parts.finders.mood: cannot be loaded, ModuleNotFoundError: No module named 'no_such_module'; "
         "mend or uninstall the package\n"),
    ],
)  # fmt: skip
def test_a_package_that_is_not_right_is_named_in_one_line(
    site: Path, made: Path, tmp_path: Path, file: str, old: str, new: str, says: str
) -> None:
    broken = shutil.copytree(site, tmp_path / "site")
    path = broken / "acme_parts" / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    ended = run(broken, "check", cwd=made)
    assert (ended.code, ended.err) == (2, says)
