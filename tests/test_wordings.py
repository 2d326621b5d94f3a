"""One fact in eight wordings with one or two values, and beside what lies near it: see tests/wordings/README.md.

A part of all combinations is counted here; `python bench/wordings.py` counts all of them.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from factcheck import engine
from factcheck.checking import Study
from factcheck.config import Config, Glossary
from factcheck.digests import digest_of_bytes
from factcheck.reading import read
from factcheck.records.finding import Finding
from factcheck.records.source import Source

WORDINGS = Path(__file__).parent / "wordings"
ALARMS = ("conflict", "possible-conflict")
EVERY = 7
"""One combination in so many is counted in the tests."""
FLOORS = {"read": (93, 164, 98), "unread": (82, 153, 91)}
"""By folder: conflicts found and agreements seen at least, and alarms beside what lies near at most."""


@dataclass(frozen=True)
class Fact:
    """A fact in its wordings, with the forms of its two values, and what lies near it."""

    name: str
    told: tuple[str, ...]
    near: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]

    def text(self, number: int, side: int) -> str:
        """A wording with one of the two values in its place."""
        forms, words = self.values[side][:-1], self.values[side][-1]
        text = self.told[number].replace("{w}", words).replace("{W}", words[:1].upper() + words[1:])
        for place, form in enumerate(forms, 1):
            text = text.replace("{v}" if place == 1 else f"{{v{place}}}", form)
        return text


@dataclass(frozen=True)
class Case:
    """Two texts and what is expected of them: conflict, agreement or nothing ("near")."""

    fact: Fact
    kind: str
    label: str
    texts: tuple[str, str]
    values: tuple[tuple[str, ...], ...]


def facts(folder: Path) -> list[Fact]:
    """The facts of a folder."""
    return [_fact(path) for path in sorted(folder.glob("*.txt"))]


def _fact(path: Path) -> Fact:
    held: dict[str, list[str]] = {"fact": [], "values": [], "words": [], "near": [], ">": []}
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = (">", "", line[1:]) if line.startswith(">") else line.partition(":")
        held[key].append(rest.strip())
    forms = [[form.strip() for form in side.split(" / ")] for side in held["values"][0].split("|")]
    words = [side.strip() for side in held["words"][0].split("|")] if held["words"] else [side[0] for side in forms]
    values = tuple((*side, word) for side, word in zip(forms, words, strict=True))
    return Fact(path.stem, tuple(held[">"]), tuple(held["near"]), values)


def cases(fact: Fact) -> Iterator[Case]:
    """All combinations of a fact, in order."""
    for one, other in itertools.combinations(range(len(fact.told)), 2):
        label = f"{one + 1} and {other + 1}"
        for kind, sides in (("conflict", (0, 1)), ("agreement", (0, 0))):
            texts = fact.text(one, sides[0]), fact.text(other, sides[1])
            yield Case(fact, kind, label, texts, tuple(fact.values[side] for side in sides))
    for one, near, side in itertools.product(range(len(fact.told)), range(len(fact.near)), (0, 1)):
        texts = fact.text(one, side), fact.near[near]
        yield Case(fact, "near", f"{one + 1} near {near + 1}", texts, ())


@lru_cache(maxsize=4096)
def study(text: str, number: int) -> Study:
    """A text as one of two sources."""
    data, id = f"{text}\n".encode(), f"source-{number}"
    source = Source(
        id=id, title=f"Paper {number}", publisher=f"Outlet {number}", issued="2024-05-20", file=f"{id}.txt",
        sha256=digest_of_bytes(data),
    )  # fmt: skip
    return engine.study(source, read(source, data), Glossary())


def findings(case: Case) -> Sequence[Finding]:
    """What is found in the two texts."""
    studies = {f"source-{number}": study(text, number) for number, text in enumerate(case.texts, 1)}
    archive = engine.archive(studies, (), {})
    return engine.report(archive, engine.run_checks(archive, Config()), Config()).findings


def _letters(text: str) -> str:
    return re.sub(r"[^0-9a-z$%]+", "", text.lower())


def shows(finding: Finding, case: Case) -> bool:
    """Whether a finding's evidence has the value in both texts."""
    return all(
        any(item.source == f"source-{number}" and _letters(form) in _letters(item.exact) for form in forms
            for item in finding.evidence)
        for number, forms in enumerate(case.values, 1)
    )  # fmt: skip


def outcome(case: Case) -> tuple[bool, list[str]]:
    """Whether what is expected is there, and the wrong alarms."""
    found = findings(case)
    alarms = [one for one in found if one.verdict in ALARMS]
    if case.kind == "conflict":
        right = [one for one in alarms if shows(one, case)]
        return bool(right), [one.message for one in alarms if one not in right]
    agreed = case.kind == "agreement" and any(one.verdict == "agrees" and shows(one, case) for one in found)
    return agreed, [one.message for one in alarms]


def counts(chosen: Sequence[Case]) -> tuple[Counter[str], list[str]]:
    """How many of each kind there are, are as expected, and have a wrong alarm; and what is said of those that fail."""
    total: Counter[str] = Counter()
    failed = []
    for case in chosen:
        right, wrong = outcome(case)
        total[case.kind] += 1
        total[f"{case.kind} found"] += right
        total[f"{case.kind} wrong"] += bool(wrong)
        if wrong or not (right or case.kind == "near"):
            failed.append(f"{case.kind} {case.label}: {'; '.join(wrong) or 'not found'}")
    return total, failed


@pytest.mark.parametrize("name", FLOORS)
def test_a_fact_is_recognised_in_eight_wordings_and_told_from_what_lies_near(name: str) -> None:
    found, agreed, wrong = FLOORS[name]
    chosen = [case for fact in facts(WORDINGS / name) for case in cases(fact)][::EVERY]
    total, _ = counts(chosen)
    assert total["conflict found"] >= found, total
    assert total["agreement found"] >= agreed, total
    assert total["near wrong"] <= wrong, total
    assert total["agreement wrong"] + total["conflict wrong"] <= 1, total


def test_every_wording_has_one_place_for_the_value_and_no_form_is_left_out() -> None:
    for fact in (fact for name in FLOORS for fact in facts(WORDINGS / name)):
        assert len(fact.told) == 8, fact.name
        assert 4 <= len(fact.near) <= 6, fact.name
        for number, text in enumerate(fact.told):
            assert len(re.findall(r"\{[vwW]\d?\}", text)) == 1, (fact.name, text)
            assert "{" not in fact.text(number, 0) + fact.text(number, 1), (fact.name, text)
