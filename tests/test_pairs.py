"""What the engine says of pairs of short extracts, as two outlets would print them, judged by hand.

The pairs were written by somebody who did not see the program. The rules were made with most files in
view; nobody looked at those of `UNREAD`, whose counts tell what to expect of other documents. The floors are what is
reached today.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from factcheck import engine
from factcheck.config import Config, Glossary
from factcheck.digests import digest_of_bytes
from factcheck.reading import read
from factcheck.records.finding import Finding, Report
from factcheck.records.source import Source

PAIRS = Path(__file__).parent / "pairs"
FILES = sorted(path.stem for path in PAIRS.glob("*.txt"))
ALARMS = ("conflict", "possible-conflict")
_EXTRACT = re.compile(r"--- (?:(\d{4}(?:-\d\d){0,2}) )?(.*)")
_PIECE, _STEP = 12, 6


@dataclass
class Pair:
    """Extracts (date, publisher, text) and the words in each that state the fact; `label` is what an editor says."""

    id: str
    label: str
    kind: str
    extracts: list[tuple[str | None, str, list[str]]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def pairs(name: str, folder: Path = PAIRS) -> list[Pair]:
    """The pairs of a file: see tests/pairs/README.md."""
    found: list[Pair] = []
    for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            found.append(Pair(*line[3:].split(maxsplit=2)))
        elif (match := _EXTRACT.match(line)) is not None:
            found[-1].extracts.append((match[1], match[2], []))
        elif line.startswith("- "):
            found[-1].words.append(line[2:].strip())
        elif not line.startswith("# "):
            found[-1].extracts[-1][2].append(line)
    return found


def report_of(pair: Pair) -> Report:
    studies = {}
    for number, (date, publisher, lines) in enumerate(pair.extracts, 1):
        data, id = "\n".join([*lines, ""]).encode(), f"source-{number}"
        file = f"{id}.{_suffix(publisher, lines)}"
        source = Source(
            id=id, title=publisher, publisher=publisher, issued=date, file=file, sha256=digest_of_bytes(data)
        )
        studies[id] = engine.study(source, read(source, data), Glossary())
    archive = engine.archive(studies, (), {})
    return engine.report(archive, engine.run_checks(archive, Config()), Config())


def _suffix(publisher: str, lines: list[str]) -> str:
    """The format of an extract: lines that begin with a bar are a table of Markdown."""
    if publisher.endswith(".csv"):
        return "csv"
    return next((suffix for mark, suffix in _FORMATS.items() if any(line.startswith(mark) for line in lines)), "txt")


_FORMATS = {"<table": "html", "|": "md"}


def letters(text: str) -> str:
    return re.sub(r"[^0-9a-z$%]+", "", text.lower())


def shows(finding: Finding, words: list[str], *, opposed: bool) -> bool:
    """Whether a finding's evidence has the first two of the words, on different sides where they are opposed."""
    sides = [{item.side for item in finding.evidence if item.side and _overlap(item.exact, one)} for one in words[:2]]
    return all(sides) and (not opposed or len(sides[0] | sides[1]) > 1)


def _overlap(exact: str, words: str) -> bool:
    ours, theirs = letters(exact), letters(words)
    pieces = (theirs[at : at + _PIECE] for at in range(0, max(1, len(theirs) - _PIECE + 1), _STEP))
    return ours in theirs or any(piece in ours for piece in pieces)


def counts(name: str, folder: Path = PAIRS) -> Counter[str]:
    """How many conflicts were found and agreements seen, of how many, and how many pairs have a wrong alarm."""
    found: Counter[str] = Counter()
    for pair in pairs(name, folder):
        report = report_of(pair)
        alarms = [one for one in report.findings if one.verdict in ALARMS]
        right = [
            one for one in alarms if pair.label == "conflict" and shows(one, pair.words, opposed=len(pair.words) > 1)
        ]
        if pair.kind == "attribution" and pair.label == "conflict":
            right += [one for one in alarms if one.check == "quotation-attribution"]
        found[pair.label] += 1
        found["found"] += bool(right)
        found["wrong"] += any(one not in right for one in alarms)
        agrees = any(one.verdict == "agrees" and shows(one, pair.words, opposed=False) for one in report.findings)
        found["agreed"] += agrees and pair.label == "agree"
        found["mistaken"] += agrees and pair.label == "lookalike"
    return found


@pytest.fixture(scope="module")
def counted() -> dict[str, Counter[str]]:
    return {name: counts(name) for name in FILES}


UNREAD, UNREAD_LATER = ["cross-08", "cross-11", "cross-14"], ["cross-17", "cross-19"]
UNREAD_LAST = ["cross-21", "cross-22", "cross-23"]
READ_LATER, READ_LAST = ["cross-15", "cross-16", "cross-18"], ["cross-20"]
READ = [name for name in FILES if name not in (*UNREAD, *UNREAD_LATER, *UNREAD_LAST, *READ_LATER, *READ_LAST)]
FLOORS = {
    "first": (FILES[:4], 45, 11, 0),
    "read": (READ, 109, 38, 2),
    "read later": (READ_LATER, 27, 9, 2),
    "read last": (READ_LAST, 2, 1, 1),
    "unread": (UNREAD, 8, 13, 0),
    "unread later": (UNREAD_LATER, 11, 7, 3),
    "unread last": (UNREAD_LAST, 7, 3, 1),
}
"""Conflicts found and agreements seen at least, and pairs with a wrong alarm at most."""


@pytest.mark.parametrize(("names", "found", "agreed", "wrong"), FLOORS.values(), ids=FLOORS)
def test_pairs_are_told_apart_as_an_editor_does(
    counted: dict[str, Counter[str]], names: list[str], found: int, agreed: int, wrong: int
) -> None:
    total = sum((counted[name] for name in names), Counter())
    assert total["found"] >= found, total
    assert total["agreed"] >= agreed, total
    assert total["wrong"] <= wrong, total


@pytest.mark.parametrize("name", FILES)
def test_the_words_of_a_pair_stand_once_in_their_extracts(name: str) -> None:
    for pair in pairs(name):
        assert pair.label in ("conflict", "lookalike", "agree"), pair.id
        assert len(pair.extracts) == len(pair.words) >= 2, pair.id
        for (_, _, lines), words in zip(pair.extracts, pair.words, strict=True):
            assert " ".join(" ".join(lines).split()).count(words) == 1, (pair.id, words)
