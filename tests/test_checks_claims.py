"""What the checks say of superlatives, of figures that rest on one origin, and of what cannot be compared."""

from collections.abc import Mapping

import pytest

from factcheck import engine
from factcheck.checking import Archive, Check, Study
from factcheck.checks import corroborated, not_comparable, single_origin, superlative_differs
from factcheck.config import Config, Glossary
from factcheck.digests import digest_of_bytes
from factcheck.origins import origins
from factcheck.reading import read
from factcheck.records.finding import Finding
from factcheck.records.source import Source


def study(name: str, text: str, **about: str) -> Study:
    data = text.encode()
    about.setdefault("title", name)
    source = Source(id=name, file=f"{name}.txt", sha256=digest_of_bytes(data), **about)  # type: ignore[arg-type]
    return engine.study(source, read(source, data), Glossary())


def archive(documents: Mapping[str, str], about: Mapping[str, dict[str, str]] | None = None) -> Archive:
    studies = [study(name, text, **(about or {}).get(name, {})) for name, text in documents.items()]
    return engine.archive({one.source.id: one for one in studies}, (), {})


def found(
    check: Check, documents: Mapping[str, str], about: Mapping[str, dict[str, str]] | None = None
) -> list[Finding]:
    whole = archive(documents, about)
    return list(check.run(whole, whole))


def said(finding: Finding) -> dict[str, list[str]]:
    """What each side says, by letter."""
    sides: dict[str, list[str]] = {}
    for item in finding.evidence:
        sides.setdefault(item.side or "", []).append(f"{item.source}: {item.value}")
    return sides


DIFFERENT: tuple[tuple[str, str, str, str], ...] = (
    (
        "a first that is a second elsewhere",
        "Ada Moss is the first woman ever to govern Arlen.",
        "Ada Moss, the mayor, is the third woman to govern Arlen.",
        "other-place",
    ),
    (
        "two first holders of one thing",
        "In 1998 Ada Moss became the first woman to lead the Bank of Arlen.",
        "In 2011 Ida Lind became the first woman to lead the Bank of Arlen.",
        "other-holder",
    ),
    (
        "two that are each the only one",
        "Ada Moss is the only minister to have resigned twice.",
        "Ida Lind is the only minister to have resigned twice.",
        "other-holder",
    ),
    (
        "a first since a year, with one in between",
        "The strike in Arlen was the first strike in Arlen since 1971.",
        "In May 1994 the strike in Arlen ended after two weeks.",
        "one-between",
    ),
    (
        "two records of one crowd",
        "Arlen Rovers drew 20,912 - the biggest crowd in the history of Arlen Rovers.",
        "In 1953 a match was seen by 24,306. That remains the largest crowd to have watched Arlen Rovers.",
        "two-records higher-figure",
    ),
    (
        "a record and a higher figure of an earlier year",
        "On 4 May 2024 Arlen Rovers drew 20,912, the biggest crowd in the history of Arlen Rovers.",
        "In 1953 a match of Arlen Rovers was watched by 24,306 spectators.",
        "higher-figure",
    ),
    (
        "the oldest, and one that is older",
        "The Arlen chapel is the oldest wooden church in Norway.",
        "In Norway only the Minqar chapel is older than this wooden church.",
        "one-beyond",
    ),
    (
        "a first ever that had a forerunner",
        "It was the first burglary that the Arlen museum, which is 150 years old, had ever suffered.",
        "The Arlen museum had been burgled once before, in 1987.",
        "one-before",
    ),
    (
        "the largest in history, denied",
        "The theft of medical records in Arlen is the largest in the country's history.",
        "In Arlen it was not the country's worst loss of medical records.",
        "denied",
    ),
    (
        "the first ever, denied",
        "Olvatrine, made by Brandt in Arlen, is the first medicine ever to be licensed for the purpose.",
        "Nor is it quite the first medicine of its kind, a chemist of Brandt in Arlen said.",
        "denied",
    ),
)


@pytest.mark.parametrize(
    ("one", "other", "code"), [case[1:] for case in DIFFERENT], ids=[case[0] for case in DIFFERENT]
)
def test_a_superlative_is_held_against_another_source(one: str, other: str, code: str) -> None:
    dated = {"one": {"issued": "2024-05-06"}, "other": {"issued": "2024-06"}}
    (finding,) = found(superlative_differs.CHECK, {"one": one, "other": other}, dated)
    assert [step.code for step in finding.explanation] == code.split()
    assert {item.source: item.side for item in finding.evidence} in (
        {"one": "a", "other": "b"},
        {"one": "b", "other": "a"},
    )


ALIKE: tuple[tuple[str, str, str], ...] = (
    (
        "one of the largest",
        "Arlen is one of the oldest wooden churches in Norway.",
        "In Norway only the Minqar chapel is older than this wooden church.",
    ),
    (
        "first in two countries",
        "Ada Moss is the first woman to lead a bank in Norway.",
        "Ida Lind is the first woman to lead a bank in Chile.",
    ),
    (
        "first of each year's race",
        "Ada Moss was the first woman to cross the line in 2019.",
        "Ida Lind was the first woman to cross the line in 2021.",
    ),
    (
        "the first, and the second who followed",
        "Ada Moss was the first woman to lead the Bank of Arlen.",
        "Ida Lind is the second woman to lead the Bank of Arlen.",
    ),
    (
        "first since different years",
        "It was the first strike in Arlen since 1971.",
        "It was the second strike in Arlen since 1950.",
    ),
    (
        "a happening before the spell",
        "The strike in Arlen was the first strike in Arlen since 1971.",
        "In May 1970 the strike in Arlen ended after two weeks.",
    ),
    (
        "records of different things",
        "Arlen Rovers drew 20,912 - the biggest crowd in the history of Arlen Rovers.",
        "Arlen Rovers took $24,306 - the biggest sum in the history of Arlen Rovers.",
    ),
    (
        "records of two clubs",
        "Arlen Rovers drew 20,912 - the biggest crowd in the history of Arlen Rovers.",
        "Brent Athletic drew 24,306 - the biggest crowd in the history of Brent Athletic.",
    ),
    (
        "a higher figure of a later year",
        "On 4 May 2024 Arlen Rovers drew 20,912, the biggest crowd in the history of Arlen Rovers.",
        "In 2025 a match of Arlen Rovers was watched by 24,306 spectators.",
    ),
    (
        "another thing that happened before",
        "It was the first burglary that the Arlen museum, which is 150 years old, had ever suffered.",
        "The Arlen museum had been flooded once before, in 1987.",
    ),
    (
        "another thing that is not the largest",
        "The theft of medical records in Arlen is the largest in the country's history.",
        "Arlen is not the country's largest town.",
    ),
    (
        "a first, denied of both",
        "It was not the first medicine ever to be licensed in Arlen.",
        "Nor is it the first medicine of its kind in Arlen.",
    ),
    (
        "more so in something else",
        "The Arlen chapel is the oldest wooden church in Norway.",
        "In Norway only the Minqar chapel is larger than this wooden church.",
    ),
)


@pytest.mark.parametrize(("one", "other"), [case[1:] for case in ALIKE], ids=[case[0] for case in ALIKE])
def test_time_place_or_dimension_tell_superlatives_apart(one: str, other: str) -> None:
    dated = {"one": {"issued": "2024-05-06"}, "other": {"issued": "2024-06"}}
    assert found(superlative_differs.CHECK, {"one": one, "other": other}, dated) == []


def test_sources_that_say_the_same_stand_on_one_side() -> None:
    (finding,) = found(
        superlative_differs.CHECK,
        {
            "one": "Ada Moss is the first woman ever to govern Arlen.",
            "two": "Ada Moss became the first woman ever to govern Arlen.",
            "three": "Ada Moss, the mayor, is the third woman to govern Arlen.",
        },
    )
    assert sorted(len(side) for side in said(finding).values()) == [1, 2]


# Origins


def both(**about: str) -> dict[str, dict[str, str]]:
    return {"one": about, "two": about}


SPENT = "Kenya spent $367 million on commuter trains in 2019."
RESTING: tuple[tuple[str, dict[str, str], dict[str, dict[str, str]], int], ...] = (
    ("two houses", {"one": SPENT, "two": SPENT}, {}, 2),
    ("one publisher", {"one": SPENT, "two": SPENT}, both(publisher="Harrow Institute"), 1),
    ("one repeats the other", {"one": SPENT, "two": SPENT}, {"two": {"origin": "one"}}, 1),
    (
        "a chain of three",
        {"one": SPENT, "two": SPENT, "three": SPENT},
        {"two": {"origin": "one"}, "three": {"origin": "two"}},
        1,
    ),
    ("a circle", {"one": SPENT, "two": SPENT}, {"one": {"origin": "two"}, "two": {"origin": "one"}}, 1),
    ("two that repeat one body", {"one": SPENT, "two": SPENT}, both(origin="Harrow Institute"), 1),
    (
        "two that repeat two bodies",
        {"one": SPENT, "two": SPENT},
        {"one": {"origin": "Harrow Institute"}, "two": {"origin": "Treasury of Kenya"}},
        2,
    ),
    (
        "one cites the publisher of the other",
        {"one": SPENT, "two": "Kenya spent $367 million on trains, according to a report by the Harrow Institute."},
        {"one": {"publisher": "Harrow Institute"}},
        1,
    ),
    (
        "the body’s data before the work",
        {"one": SPENT, "two": "Kenya spent $367 million on commuter trains, Harrow Institute data show."},
        {"one": {"publisher": "Harrow Institute"}},
        1,
    ),
    ("ids that look alike", {"audit-2021": SPENT, "audit-2022": SPENT}, {}, 2),
)  # fmt: skip


@pytest.mark.parametrize(("documents", "about", "number"), [case[1:] for case in RESTING], ids=[c[0] for c in RESTING])
def test_what_rests_on_one_origin_counts_once(
    documents: dict[str, str], about: dict[str, dict[str, str]], number: int
) -> None:
    whole = archive(documents, about)
    claims = [claim for one in whole.studies.values() for claim in one.claims if claim.kind == "quantity"]
    assert len(claims) == len(documents)
    assert len(origins(claims, whole)) == number
    assert len(origins(list(reversed(claims)), whole)) == number
    assert sorted(claim.source for origin in origins(claims, whole) for claim in origin.claims) == sorted(documents)


def test_an_agreement_from_one_origin_says_so_and_weighs_less() -> None:
    apart = {"one": {"publisher": "Harrow Institute"}, "two": {"publisher": "Treasury of Kenya"}}
    (two,) = found(corroborated.CHECK, {"one": SPENT, "two": SPENT}, apart)
    (one,) = found(corroborated.CHECK, {"one": SPENT, "two": SPENT}, {**apart, "two": {"origin": "one"}})
    assert (two.verdict, one.verdict) == ("agrees", "agrees")
    assert one.message.endswith("all from one origin.")
    assert "origin" not in two.message
    assert one.weight < two.weight


def test_an_agreement_of_three_sources_counts_their_origins() -> None:
    about = {"one": {"publisher": "Harrow Institute"}, "two": {"origin": "one"}, "three": {"publisher": "Treasury"}}
    (finding,) = found(corroborated.CHECK, {"one": SPENT, "two": SPENT, "three": SPENT}, about)
    assert finding.message.endswith("from 2 origins.")


def test_figures_taken_from_one_origin_are_told_together_with_the_way_each_took() -> None:
    trains = "Kenya spent $367 million on commuter trains in 2019. Kenya bought 47 commuter trains in 2019."
    (finding,) = found(
        single_origin.CHECK,
        {"one": trains, "two": trains},
        {"one": {"publisher": "Harrow Institute"}, "two": {"origin": "one"}},
    )
    assert (finding.verdict, finding.kind) == ("agrees", "citation")
    assert [step.code for step in finding.explanation] == ["is-the-origin", "repeats"]
    assert {item.value for item in finding.evidence} == {"$367 million", "47"}
    assert "Harrow Institute" in finding.message


def test_a_figure_that_another_counted_too_is_no_single_origin() -> None:
    about = {"one": {"publisher": "Harrow Institute"}, "two": {"origin": "one"}, "three": {"publisher": "Treasury"}}
    assert found(single_origin.CHECK, {"one": SPENT, "two": SPENT, "three": SPENT}, about) == []


# What could not be compared

DOLLARS = "The dam at Arlen cost $1.2 billion, Brandt said."
EUROS = "Brandt built the dam at Arlen at a cost of €900 million."
ABROAD = "Governor Ada Lind visited Norway on 24 June 2020."
LATELY = "Governor Ada Lind visited Norway last Tuesday."


def test_two_currencies_are_not_compared_and_that_is_said_once() -> None:
    (finding,) = found(not_comparable.CHECK, {"one": DOLLARS, "two": EUROS, "three": EUROS})
    assert (finding.verdict, finding.explanation[0].code) == ("not-checked", "other-unit")
    assert {item.value for item in finding.evidence} == {"$1.2 billion", "€900 million"}
    assert finding.weight < 0.2


def test_what_is_not_checked_is_counted_and_is_no_error() -> None:
    whole = archive({"one": DOLLARS, "two": EUROS})
    report = engine.report(whole, engine.run_checks(whole, Config()), Config())
    assert report.summary["not-checked"] == 1
    assert {one.severity for one in report.findings if one.verdict == "not-checked"} == {"note"}
    assert report.findings[-1].verdict == "not-checked"


UNCOMPARED: tuple[tuple[str, dict[str, str]], ...] = (
    ("one source", {"one": f"{DOLLARS}\n\n{EUROS}"}),
    ("other things", {"one": DOLLARS, "two": "The quay at Arlen cost €900 million, Brandt said."}),
    ("no name in common", {"one": "The dam cost $1.2 billion.", "two": "The dam was built at a cost of €900 million."}),
    ("one currency", {"one": DOLLARS, "two": "Brandt built the dam at Arlen at a cost of $1.2 billion."}),
    ("given in both", {"one": DOLLARS, "two": "The dam at Arlen cost €900 million, or $1.2 billion, Brandt said."}),
    ("a price each", {"one": "The dam at Arlen cost $5 a tonne, Brandt said.", "two": EUROS}),
    ("another visitor", {"one": LATELY, "two": "Governor Ida Moss visited Norway on 24 June 2020."}),
    ("another happening", {"one": LATELY, "two": "Governor Ada Lind praised Norway on 24 June 2020."}),
)


@pytest.mark.parametrize("documents", [case[1] for case in UNCOMPARED], ids=[case[0] for case in UNCOMPARED])
def test_what_nobody_would_compare_is_left_out(documents: dict[str, str]) -> None:
    assert found(not_comparable.CHECK, documents) == []


def test_a_time_that_hangs_on_an_unknown_date_is_not_compared() -> None:
    (finding,) = found(not_comparable.CHECK, {"one": LATELY, "two": ABROAD})
    assert (finding.verdict, finding.kind, finding.explanation[0].code) == ("not-checked", "date", "unresolved-time")
    assert finding.settle == "Give one its date."
    assert found(not_comparable.CHECK, {"one": LATELY, "two": ABROAD}, {"one": {"issued": "2020-06-26"}}) == []


# Any text


@pytest.mark.parametrize(
    "unit", ["the first only ", "not the first to be ", "only the ship is ", "the second that ever ", "once before, "]
)
def test_hostile_repetition_is_read_through(unit: str) -> None:
    whole = archive({"one": unit * 400, "two": f"{unit * 200}. {unit * 200}"})
    for check in (superlative_differs.CHECK, single_origin.CHECK, not_comparable.CHECK):
        assert all(finding.check == check.id for finding in check.run(whole, whole))


@pytest.mark.parametrize("check", [superlative_differs.CHECK, single_origin.CHECK, not_comparable.CHECK])
def test_an_unrelated_document_changes_no_finding(check: Check) -> None:
    documents = {
        f"{number}-{side}": text for number, case in enumerate(DIFFERENT) for side, text in enumerate(case[1:3])
    }
    documents |= {"money-1": DOLLARS, "money-2": EUROS, "visit-1": LATELY, "visit-2": ABROAD}
    unrelated = "The first snow ever fell on Brunn in 1999, and it was the deepest. Only Orsk was whiter."
    dated = {name: {"issued": "2024-05"} for name in documents if name != "visit-1"}
    before, after = found(check, documents, dated), found(check, {**documents, "a-note": unrelated}, dated)
    assert sorted((one.id, one.seen) for one in before) == sorted((one.id, one.seen) for one in after)
