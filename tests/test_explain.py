"""`factcheck explain`: the trace of a finding, and why a passage was not flagged."""

import re
from pathlib import Path

import pytest

from factcheck.errors import UsageError
from factcheck.explaining import ExplainedClaim, normalised
from factcheck.project import Project
from factcheck.records.claim import Claim, Roles
from factcheck.records.passage import Anchor
from factcheck.records.quantity import Quantity
from factcheck.records.timespan import Timespan
from tests.command import factcheck

AUDIT = """From 2001 to 2021 Peru bought ships worth $1.7 billion from Spain.

The contract for the northern quay in Callao cost $80 million. The weather was fine.
"""
LETTER = """From 2001 to 2021 Peru bought ships worth $1.44 billion from Spain.

The northern quay in Callao is 80 metres long. A school for nurses in Arica received a donation of $95 million.

The contract for a bench on the northern quay in Callao cost $3,000.
"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("explained")
    project = Project.create(folder / "desk")
    for name, text, issued in (("audit", AUDIT, "2022-08-04"), ("letter", LETTER, "2021-04")):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        project.add_source(folder / f"{name}.txt", issued=issued)
    return project


def total(desk: Project) -> str:
    return next(one.id for one in desk.check().findings if one.check == "quantity-differs" and "1.7" in one.message)


def claims_at(desk: Project, source: str, words: str, kind: str = "quantity") -> list[ExplainedClaim]:
    explained = desk.explain_passage(source, *desk.passage(source, words))
    return [claim for claim in explained.claims if claim.kind == kind]


def test_a_finding_is_explained_with_steps_and_normalised_values(desk: Project) -> None:
    explained = desk.explain(total(desk))
    assert "same-window" in [step.code for step in explained.finding.explanation]
    values = [explained.values[item.claim] for item in explained.finding.evidence if item.claim]
    assert len(values) == 2
    assert all("from 2001-01-01 until 2022-01-01" in value for value in values)
    assert any(value.startswith("1,700,000,000 USD (meaning 1,650,000,000 to 1,750,000,000)") for value in values)
    assert explained.decisions == ()


def test_what_was_decided_is_told(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "desk")
    for name, text in (("audit", AUDIT), ("letter", LETTER)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        project.add_source(tmp_path / f"{name}.txt")
    project.settle(total(project), "accepted", by="M. Ito", why="the audit counted later")
    explained = project.explain(total(project))
    assert [(one.answer, one.by, one.why) for one in explained.decisions] == [
        ("accepted", "M. Ito", "the audit counted later")
    ]
    assert explained.finding.status == "settled"


def test_a_claim_that_was_flagged_names_its_finding_and_its_counterpart(desk: Project) -> None:
    (claim,) = claims_at(desk, "audit", "ships worth $1.7 billion")
    assert claim.findings == (total(desk),)
    best = claim.compared[0]
    assert (best.source, best.outcome) == ("letter", "differs")
    assert best.points >= best.needed
    assert best.steps[0].code == "enough-in-common"


def test_a_claim_that_was_set_aside_says_at_which_step(desk: Project) -> None:
    (claim,) = claims_at(desk, "audit", "quay in Callao cost $80 million")
    assert claim.findings == ()
    against = {one.statement: one for one in claim.compared if one.source == "letter"}
    school = next(one for statement, one in against.items() if "donation" in statement)
    assert (school.outcome, school.steps[-1].code) == ("set-aside", "not-enough")
    bench = next(one for statement, one in against.items() if "bench" in statement)
    assert (bench.outcome, bench.steps[-1].code) == ("set-aside", "far-apart")
    assert school.points < school.needed
    assert f"needs {school.needed:g} points" in school.steps[-1].text


def test_a_figure_of_another_dimension_is_no_candidate(desk: Project) -> None:
    (claim,) = claims_at(desk, "letter", "80 metres long")
    assert claim.compared == ()
    assert claim.step is not None
    assert claim.step.code == "no-other"


@pytest.mark.parametrize(("words", "code"), [("The weather was fine", "no-claim")])
def test_a_passage_without_a_claim_says_so(desk: Project, words: str, code: str) -> None:
    explained = desk.explain_passage("audit", *desk.passage("audit", words))
    assert explained.claims == ()
    assert explained.step is not None
    assert explained.step.code == code


def test_a_rejected_claim_says_so(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "desk")
    (tmp_path / "audit.txt").write_text("Peru bought ships worth $1.7 billion from Spain.", encoding="utf-8")
    project.add_source(tmp_path / "audit.txt")
    project.reject([claim.id for claim in project.claims()], by="M. Ito")
    explained = project.explain_passage("audit", 0, 20)
    assert (explained.claims, explained.step and explained.step.code) == ((), "rejected")


def test_a_check_that_is_switched_off_for_the_source_is_named(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "desk")
    (tmp_path / "audit.txt").write_text("Peru bought ships worth $1.7 billion from Spain.", encoding="utf-8")
    project.add_source(tmp_path / "audit.txt")
    toml = '[checks.date-differs]\nenabled = false\n[checks.quantity-differs]\nexcept_sources = ["audit"]\n'
    (project.root / "factcheck.toml").write_text(toml, encoding="utf-8")
    assert project.explain_passage("audit", 0, 20).switched_off == ("date-differs", "quantity-differs")


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-1, 4), (0, 10_000), (9, 3)])
def test_a_passage_that_is_none_is_refused(desk: Project, start: int, end: int) -> None:
    with pytest.raises(UsageError, match="no passage"):
        desk.explain_passage("audit", start, end)


def test_explaining_is_the_same_from_either_side(desk: Project) -> None:
    (ours,), (theirs,) = claims_at(desk, "audit", "ships worth $1.7"), claims_at(desk, "letter", "ships worth $1.44")
    assert (ours.compared[0].claim, theirs.compared[0].claim) == (theirs.claim, ours.claim)
    assert ours.compared[0].points == theirs.compared[0].points


NORMALISED: tuple[tuple[Quantity | None, Timespan | None, str], ...] = (
    (Quantity(low=6, high=6, unit="visits", as_written="six"), None, "6 visits"),
    (Quantity(low=6, high=6, unit="visits", modifier=">", as_written="at least six"), None, "6 visits or more"),
    (Quantity(low=4, high=5, unit="km", dimension="length", as_written="4 to 5 km"), None, "4 to 5 km"),
    (
        Quantity(low=1.5e9, high=1.5e9, unit="USD", dimension="money", precision=1e8, as_written="$1.5 billion"),
        None,
        "1,500,000,000 USD (meaning 1,450,000,000 to 1,550,000,000)",
    ),
    (
        None,
        Timespan(start="2020-05-01", end="2020-06-01", granularity="month", as_written="May 2020"),
        "from 2020-05-01 until 2020-06-01 (May 2020)",
    ),
    (
        None,
        Timespan(granularity="year", as_written="that year", resolved_from="unresolved"),
        "that year: not known when",
    ),
)


@pytest.mark.parametrize(("quantity", "timespan", "said"), NORMALISED, ids=[case[2] for case in NORMALISED])
def test_values_are_normalised_in_plain_words(quantity: Quantity | None, timespan: Timespan | None, said: str) -> None:
    anchor = Anchor(source="audit", exact="six visits", start=0, end=10)
    claim = Claim(
        id="audit-1", statement="Six visits.", kind="count", measure="visit", quantity=quantity, timespan=timespan,
        anchors=(anchor,), found_by="by hand",
    )  # fmt: skip
    assert normalised(claim) == said


def test_what_limits_a_value_is_told_with_it() -> None:
    claim = Claim(
        id="audit-1", statement="No visit.", kind="event", measure="visit", roles=Roles(to=("Spain",)), polarity=False,
        scope="part", anchors=(Anchor(source="audit", exact="no visit"),), found_by="by hand",
    )  # fmt: skip
    assert normalised(claim) == "to: Spain; a part; denied"


# The command


def test_the_command_prints_the_trace_of_a_finding(desk: Project) -> None:
    ended = factcheck("explain", total(desk), cwd=desk.root)
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0].startswith(total(desk))
    assert any(line.startswith("a  $1.") for line in lines)
    assert any("audit" in line and "4 August 2022" in line for line in lines)
    assert any("1,440,000,000 USD" in line for line in lines)
    assert any(line.startswith("same-window") for line in lines)
    assert any(line.startswith("settle") for line in lines)
    assert lines[-1] == "decided  nothing yet"


def test_the_command_explains_a_passage_by_place_and_by_words(desk: Project) -> None:
    start, end = desk.passage("audit", "cost $80 million")
    by_place = factcheck("explain", "--passage", f"audit:{start}-{end}", cwd=desk.root)
    by_words = factcheck("explain", "--passage", "audit:cost $80 million", cwd=desk.root)
    assert (by_place.code, by_place.err) == (0, "")
    assert by_place.out == by_words.out
    assert "set aside" in by_place.out
    assert re.search(
        r"^ +not-enough +Not enough in common: needs [\d.]+ points, has [\d.]+", by_place.out, re.MULTILINE
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "name a finding"),
        (("x", "--passage", "audit:0-4"), "name a finding"),
        (("no-such:1",), "no finding is called 'no-such:1'"),
        (("--passage", "audit"), "is not SOURCE:START-END"),
        (("--passage", "nobody:0-4"), "nobody"),
        (("--passage", "audit:4-2"), "no passage"),
        (("--passage", "audit:whales sang"), "not in audit"),
    ],
)
def test_what_cannot_be_explained_is_told_in_one_line(desk: Project, arguments: tuple[str, ...], says: str) -> None:
    ended = factcheck("explain", *arguments, cwd=desk.root)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert says in ended.err
