"""Patterns kept compiled match what those that Python compiles do, and nothing is kept that is not a module's own."""

import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from factcheck.patterns import ASCII, _beginnings, any_of
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
told = 0
for (pattern, flags), (own, code, *groups) in kept.known.items():
    made = kept.engine.compile(pattern, own, patterns.array("I", code).tolist(), *groups)
    usual = kept.usual(pattern, flags)
    assert made.groupindex == usual.groupindex and made.groups == usual.groups, pattern
    told += made != usual
    for text in TEXTS if made != usual else ():
        found = [[(match.span(), match.groups()) for match in one.finditer(text)] for one in (made, usual)]
        assert found[0] == found[1], (pattern, text)
assert told > 300, told
"""
TEXTS = [
    "On 4 May 2021 the Velm council paid $3.4 million (about €3.1m) for 12 old ferries, twice what it had planned.",
    "“Nobody was hurt”, said Ana Roe, 41, the mayor of Velm; half of the 1,200 homes were without power by 6.30pm.",
    "The fall, from 40 per cent to 31% in three years, was the steepest since 1998 – and Unit 2’s third in a row.",
    "Mr. Roe (left) didn't resign: in its report, No. 7 of that year, the board's two members voted 5-4 against it.",
    "ON 4 MAY THE SIX-MEMBER PANEL’S FIRST RULING WAS OVERTURNED. SEE NOTES 3 AND 4, P. 12; SECTION 2.1 BELOW.",
    "\n\n| Town | 2020 | 2021 |\n| Velm | 1,204 | 1,377 |\n\n1. Roe, Report on Velm, 2019, pp. 12–14.\n[2] Ibid.\n",
    " ſix ıtem KELVIN K ſıx tİmes the ſum\x1cof 3\x1dmen\x85and ½\u2028a ٣٤ wide—éÉßẞ Šo\u00a0on, \tthe last\r\n",
    "sſkKıİiI SſKKİIıi ſ K ı İ",
    "",
    " ",
]


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


def test_what_is_kept_matches_as_what_python_compiles(folder: Path) -> None:
    assert len(kept(folder)) == 1
    run(f"TEXTS = {TEXTS!r}\n{SAME}", folder)


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        (r"\b(?:one|two|\d)x", "ot0123456789"),
        (r"(?i:\bten)|é", "tT"),
        (r"(?i)(?:K|ſ|\d)", "kKsSiI0123456789"),
        (r"(?<!a)b?c*(?:d|e)f", "bcde"),
        (r"((?=a)b?)[ac]", "ac"),
        (r"(?=[ab])\w+", "ab"),
        (r"(?=a?)[ab]", "ab"),
        (r"b?(?=c)[cd]", "bcd"),
        (r"(?>a+)b", "a"),
        (r"[^\W\d]", "".join(sign for sign in map(chr, range(128)) if sign.isalpha() or sign.isspace()) + "_"),
        (r"[a-cé-ü]", "abc"),
        (r"(a)?\1b", None),
        (r".b", None),
        (r"[^a]b", None),
        (r"[^ab]", "".join(sign for sign in map(chr, range(128)) if sign not in "ab")),
        (r"(?i)[^a]b", None),
        (r"(?a:\w)b", None),
    ],
)
def test_which_characters_may_begin_a_match(pattern: str, begins: str | None) -> None:
    parsed = import_module("re._parser").parse(pattern)
    found, _ = _beginnings(parsed.data, parsed.state.flags)
    assert found == (ASCII if begins is None else sum(1 << ord(sign) for sign in set(begins)))


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
    run(f"TEXTS = {TEXTS!r}\n{SAME}", tmp_path)


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
