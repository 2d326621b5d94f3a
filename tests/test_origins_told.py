"""How many origins figures have that several extracts give alike: `one` or `two`, as an editor counts them.

The extracts of `origins/told.txt` are in the format of `pairs`, written from general knowledge before the rules.
"""

from pathlib import Path

import pytest

from factcheck.language.crediting import credited, same_body, same_person
from tests.test_pairs import Pair, pairs, report_of, shows

TOLD = pairs("told", Path(__file__).parent / "origins")
NOT_SEEN = {"p-03"}
"""Told as two: a paper of nobody that is named, by researchers of the other source."""


@pytest.mark.parametrize("pair", TOLD, ids=[pair.id for pair in TOLD])
def test_a_figure_that_sources_have_from_one_origin_counts_once(pair: Pair) -> None:
    found = [one for one in report_of(pair).findings if one.verdict == "agrees"]
    (agreement,) = [one for one in found if one.check == "corroborated" and shows(one, pair.words[-2:], opposed=False)]
    single = "all from one origin" in agreement.message or any(one.check == "single-origin" for one in found)
    assert single == (pair.label == "one" and pair.id not in NOT_SEEN), agreement.message


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Some 40 people died, officials said.", ()),
        ("Some 40 people died, witnesses told reporters.", ()),
        ("Some 40 died, the interior ministry said; 12 are missing, according to the army.", ("interior ministry",)),
        ("Brandt Steel bought 40 lorries from Kellmann AG.", ()),
        ("In the hospital 40 people lay on trolleys.", ()),
        ("The police found 40 kilograms of cocaine.", ()),
    ],
)  # fmt: skip
def test_nobody_is_credited_but_who_says_it(sentence: str, who: tuple[str, ...]) -> None:
    assert credited(sentence, sentence.index("40")) == who


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("interior ministry", "Ministry of the Interior of Orrin", True),
        ("finance minister", "finance ministry", True),
        ("Police", "city's police chief", True),
        ("health ministry", "interior ministry", False),
        ("Galdor's foreign ministry", "foreign ministry of Veyra", False),
        ("Perrin Bank", "Ansel Bank", False),
    ],
)
def test_bodies_that_are_called_by_what_they_are_are_told_apart(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) == same_body(other, one) == same


def test_a_surname_is_the_person_who_bears_it() -> None:
    assert same_person("Colonel Jan Reth", "Reth")
    assert not same_person("Jan Reth", "Ida Reth")


@pytest.mark.parametrize("unit", ["A", "the ", "the a", "The A. ", "the x-", "said , ", "A of the ", "by A’s "])
def test_a_hostile_sentence_is_read_in_one_go(unit: str) -> None:
    assert credited(unit * 20000, 0) is not None
