"""Patterns kept compiled are those that Python compiles, and nothing is kept that is not a module's own."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.patterns import any_of
from tests.command import environment

EVERY = """
from factcheck import patterns
patterns.keep()
from factcheck.checking import checks
from factcheck.mentioning import finders
import factcheck.engine
checks(), finders()
"""
SAME = """
from factcheck import patterns
import re
kept = patterns._Kept()
assert len(kept.known) > 500, len(kept.known)
for (pattern, flags), (own, code, *groups) in kept.known.items():
    made = kept.engine.compile(pattern, own, patterns.array("I", code).tolist(), *groups)
    usual = kept.usual(pattern, flags)
    assert made == usual and made.groupindex == usual.groupindex and made.groups == usual.groups, pattern
"""


def run(script: str, folder: Path, **more: str) -> str:
    """What a Python prints that keeps compiled files in a folder of its own."""
    env = {**environment(PYTHONPYCACHEPREFIX=str(folder), **more)}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def kept(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("patterns.*.pyc.*") if path.suffix[1:].isdigit()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compiled")
    run(EVERY, folder)
    return folder


def test_what_is_kept_is_what_python_compiles(folder: Path) -> None:
    assert len(kept(folder)) == 1
    run(SAME, folder)


def test_what_is_kept_is_used_and_the_file_left_alone(folder: Path) -> None:
    (path,) = kept(folder)
    before = path.stat()
    told = run(f"{EVERY}\nimport re\nprint(len(re.compile.__globals__['_compiler'].compile.__self__.new))", folder)
    assert (told.strip(), path.stat()) == ("0", before)


def test_no_pattern_made_of_a_text_is_kept(folder: Path) -> None:
    told = run(
        f"{EVERY}\nimport re\nre.compile('the Velm ledger')\n"
        "print(any('Velm' in pattern for pattern, _ in re.compile.__globals__['_compiler'].compile.__self__.known))",
        folder,
    )
    assert told.strip() == "False"


@pytest.mark.parametrize("damage", [b"", b"\xff" * 40, b"\xe9\x01\x00\x00\x00"])
def test_a_damaged_file_is_made_anew(damage: bytes, folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    (path,) = kept(tmp_path)
    path.write_bytes(damage)
    run(EVERY, tmp_path)
    run(SAME, tmp_path)


def test_nothing_is_written_where_python_shall_write_no_compiled_files(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    kept(tmp_path)[0].unlink()
    done = subprocess.run(
        [sys.executable, "-B", "-c", EVERY],
        env=environment(PYTHONPYCACHEPREFIX=str(tmp_path)),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert not kept(tmp_path)


def test_a_wrong_pattern_is_an_error_as_ever(folder: Path) -> None:
    script = "import re\nfrom factcheck import patterns\npatterns.keep()\n"
    assert "missing" in run(f"{script}try: re.compile('(')\nexcept re.error as error: print(error)", folder)


def test_a_python_of_another_kind_compiles_as_ever(folder: Path) -> None:
    script = f"""
from factcheck import patterns
import factcheck.patterns
def refusing(*_):
    raise RuntimeError("invalid SRE code")
made = patterns._Kept()
made.engine = type("Engine", (), {{"compile": staticmethod(refusing)}})
made.begin()
{EVERY}
"""
    run(script, folder)


def test_of_several_words_the_longest_is_tried_first_and_always_in_one_order() -> None:
    assert any_of({"ten", "nine", "tenth", "ninth"}) == "ninth|tenth|nine|ten"
    assert any_of(()) == ""
