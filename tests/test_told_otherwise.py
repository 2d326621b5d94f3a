"""Sentences that are alike but for a time or a figure, and those that only look so."""

import pytest
from facts import findings

from factcheck.checks import told_otherwise

TOLD: dict[str, tuple[str, str, bool]] = {
    "a year with two digits swapped": (
        "The west case: a psalter, a silver chalice and, for Arlen, the year 1482.",
        "A psalter, a silver chalice: Arlen and 1428 on the label of the case.",
        True,
    ),
    "a figure of nothing that has a noun": (
        "Bo Berg took 257,300, the electoral office in Mossby said, far behind the governor.",
        "In Mossby, Bo Berg had 259,300 against the governor, the electoral office announced.",
        True,
    ),
    "small numbers of other things": (
        "Arlen ordered pumps for three schools from a maker in Mossby.",
        "Arlen ordered pumps at four fairs from a maker in Mossby.",
        False,
    ),
    "what is planned and what is": (
        "Arlen will buy 480 new pumps for its dykes from a maker in Mossby.",
        "Arlen bought 460 new pumps for its dykes from a maker in Mossby.",
        False,
    ),
    "the same year": (
        "The thieves took a silver chalice, made in Arlen in 1482.",
        "Missing is the silver chalice made at Arlen in 1482.",
        False,
    ),
    "other things": (
        "The thieves took a silver chalice, made in Arlen in 1482.",
        "The library of Arlen owns a map drawn in 1428.",
        False,
    ),
    "what is only planned": (
        "The silver mine at Arlen and its smelter reopened on 4 May 2021.",
        "The silver mine at Arlen and its smelter will reopen on 9 May 2021.",
        False,
    ),
    "another stage": (
        "In the first round on 6 October 2024 silver miners in Arlen voted for Berg.",
        "In the second round on 13 October 2024 silver miners in Arlen voted for Lind.",
        False,
    ),
    "yesterday": (
        "The silver smelter in Arlen was flooded yesterday, its owner said.",
        "The silver smelter in Arlen was flooded on 3 May 2021, its owner said.",
        False,
    ),
    "figures far apart": (
        "Bo Berg took 257,300, the electoral office in Mossby said, far behind the governor.",
        "In Mossby, Bo Berg had 3,100 against the governor, the electoral office announced.",
        False,
    ),
    "a crash, told by what the next sentence calls it": (
        "A van collided with a gritter in Arlen at 05:50 on Wednesday.",
        "A driver was killed in a collision with a gritter in Arlen. It happened at 7.15am on Wednesday.",
        True,
    ),
    "a blast that is known": (
        "Nordoil regrets what happened in Arlen. The explosion occurred at 05:47.",
        "The blast tore through the Arlen terminal of Nordoil at 4.15 a.m. on Tuesday.",
        True,
    ),
    "the start of a fire and its end": (
        "The fire in Arlen was brought under control at 6.30 a.m.",
        "The fire in Arlen broke out at 2 p.m.",
        False,
    ),
    "what two people say": (
        "“The money for the silver mine was spent before Arlen had a wall,” Ada Lind said in October 1996.",
        "“The money for the silver mill was spent before Mossby had a wall,” Bo Berg said in December 1996.",
        False,
    ),
    "more of them": (
        "The relief agency in Arlen asked for nurses and salt: 140 came by boat.",
        "The relief agency in Arlen asked for salt, and for 160 more nurses by boat.",
        False,
    ),
}


@pytest.mark.parametrize(("one", "two", "due"), TOLD.values(), ids=TOLD)
def test_alike_sentences_with_another_value_are_told(one: str, two: str, due: bool) -> None:
    for documents in ({"one": one, "two": two}, {"one": two, "two": one}):
        found = findings(told_otherwise.CHECK, documents)
        assert [item.verdict for item in found] == ["possible-conflict"] * due
        assert all([item.side for item in each.evidence] == ["a", "b"] for each in found)


def test_a_value_that_the_other_document_gives_too_is_not_held_against_it() -> None:
    one = "The silver chalice made in Arlen in 1482 was stolen. A copy of the silver chalice of Arlen dates from 1428."
    two = "The silver chalice of Arlen, made in 1428, is a copy. The silver chalice itself was made in Arlen in 1482."
    assert not findings(told_otherwise.CHECK, {"one": one, "two": two})


def test_what_is_measured_alike_is_left_to_the_check_of_figures() -> None:
    documents = {
        "one": "The dam at Arlen cost $1.2 billion, the ministry of works said.",
        "two": "The dam at Arlen cost $1.7 billion, auditors of the ministry of works found.",
    }
    assert not findings(told_otherwise.CHECK, documents)


def test_many_documents_with_values_between_hide_no_difference() -> None:
    one, two, _ = TOLD["a figure of nothing that has a noun"]
    crowd = {f"other-{number:02}": f"Karrow has {257_400 + number * 10:,} lamps." for number in range(70)}
    (alone,) = findings(told_otherwise.CHECK, {"one": one, "two": two})
    assert alone in findings(told_otherwise.CHECK, {"one": one, "two": two} | crowd)


def test_figures_of_other_years_are_not_one_told_otherwise() -> None:
    told = "Bo Berg took {}, the electoral office in Mossby said, far behind the governor{}."
    same = {"one": told.format("257,300", ""), "two": told.format("259,300", "")}
    other = {"one": told.format("257,300", " in May 2019"), "two": told.format("259,300", " in May 2021")}
    assert findings(told_otherwise.CHECK, same)
    assert not findings(told_otherwise.CHECK, other)
