"""What is kept of the sources' passages says the same as the sources do."""

import json
from functools import partial
from pathlib import Path

import pytest
from gates import CASES, Decided, archive, case, judge, report

from factcheck.gate.passages import passages_of
from factcheck.gate.shelving import KINDS, packed, tolls_in, unpacked
from factcheck.records.finding import Finding

NAMES = ["kalliope-ferry", "clearwell-trial"]


def kept(name: str) -> Decided:
    whole = case(name)
    found = {}
    for id, study in whole.archive.studies.items():
        light, heavy = packed(study)
        found[id] = unpacked(study, light, partial(bytes, heavy))
    return Decided(whole.archive, found, whole.approvals)


@pytest.mark.parametrize("name", NAMES)
def test_kept_passages_hold_what_those_of_the_sources_hold(name: str) -> None:
    made = kept(name)
    for id, study in made.archive.studies.items():
        for mine, theirs in zip(made.shelved[id].passages, passages_of(study), strict=True):
            for field in (
                "text",
                "block",
                "words",
                "names",
                "around",
                "carried",
                "numbers",
                "values",
                "claims",
                "evidence",
                "meeting",
            ):
                assert getattr(mine, field) == getattr(theirs, field)
            assert all(list(mine.mentions(kind)) == list(theirs.mentions(kind)) for kind in KINDS)


def test_the_tolls_of_a_source_are_kept() -> None:
    texts = {"wire": "The storm hit Oster on 4 March 2024. It killed 24 people and injured 31. Ferries ran again.\n"}
    study = archive(texts).studies["wire"]
    found = [(one.text, claim.measure, claim.quantity) for one, claim in tolls_in(study, list(passages_of(study)))]
    light, heavy = packed(study)
    again = [(one.text, claim.measure, claim.quantity) for one, claim in unpacked(study, light, lambda: heavy).tolls()]
    assert again == found
    assert [(text, quantity and quantity.low) for text, _, quantity in found] == [
        ("It killed 24 people and injured 31.", 24),
        ("It killed 24 people and injured 31.", 31),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_is_judged_alike_by_kept_passages(name: str) -> None:
    text = (CASES / name / "draft.md").read_text("utf-8")
    assert report(text, kept(name)) == report(text, case(name))


def test_contents_that_are_lost_are_made_again() -> None:
    whole = case(NAMES[0])
    _, study = next(iter(whole.archive.studies.items()))
    light, heavy = packed(study)
    lost, there = unpacked(study, light, lambda: None), unpacked(study, light, lambda: heavy)
    assert [one.claims for one in lost.passages] == [one.claims for one in there.passages]


def test_a_second_run_of_the_command_says_the_same(tmp_path: Path) -> None:
    from tests.command import factcheck

    (tmp_path / "ferry.txt").write_text(
        "The ferry sank on 4 March 2024. The storm killed 24 people.\n", encoding="utf-8"
    )
    (tmp_path / "draft.md").write_text("The storm killed 31 people [@ferry].\n", encoding="utf-8")
    factcheck("init", cwd=tmp_path)
    factcheck("source", "add", "ferry.txt", cwd=tmp_path)
    runs = [factcheck("gate", "draft.md", "--format", "json", cwd=tmp_path).out for _ in range(2)]
    assert runs[0] == runs[1]
    assert [one["support"] for one in json.loads(runs[0])["statements"]] == ["contradicted"]


def test_alarms_on_a_draft_are_those_of_all_checks() -> None:
    """The narrowed run finds what the whole run finds, but for what sources say to each other and the draft repeats.

    Where the whole run tells in one finding what several say, the narrowed one tells the draft's part of it.
    """
    from factcheck import engine
    from factcheck.checking import Archive
    from factcheck.config import Config
    from factcheck.gate.judging import ALARMS, COMPARED

    whole = case(NAMES[0])
    draft = judge((CASES / NAMES[0] / "draft.md").read_text("utf-8"), whole).draft.study
    together = dict(sorted({**whole.archive.studies, "draft-1": draft}.items()))

    def own(found: list[Finding]) -> dict[tuple[str, str], Finding]:
        return {
            (one.id, one.message): one
            for one in found
            if one.verdict in ALARMS
            and one.kind in COMPARED
            and any(item.source == "draft-1" and item.side for item in one.evidence)
        }

    every = own(engine.run_checks(Archive(together), Config()))
    asked = own(engine.run_checks(Archive(together, about="draft-1"), Config(), alarms_on=COMPARED))
    assert asked

    def places(one: Finding) -> set[tuple[str, int, int]]:
        return {(item.source, item.start, item.end) for item in one.evidence if item.side}

    for key in asked.keys() - every.keys():
        assert any(one.check == asked[key].check and places(asked[key]) <= places(one) for one in every.values())
    for key in every.keys() - asked.keys():
        sides: dict[str | None, set[str]] = {}
        for item in every[key].evidence:
            sides.setdefault(item.side, set()).add(item.source)
        assert all(len(sources) > 1 for side, sources in sides.items() if "draft-1" in sources)
