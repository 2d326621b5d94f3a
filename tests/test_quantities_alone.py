"""Numbers without a noun: subjects and objects, parts of wholes, what the noun before them carries over."""

import pytest
from documents import found

from factcheck.records.mention import QuantityMention
from factcheck.records.quantity import Quantity


def quantities(text: str) -> list[Quantity]:
    return [mention.quantity for mention in found("quantity", text) if isinstance(mention, QuantityMention)]


def counts(text: str) -> list[tuple[float, str | None]]:
    return [(one.low, one.unit) for one in quantities(text)]


ALONE = [
    ("At least seven died.", [7]),
    ("Seven voted for it and five against.", [7, 5]),
    ("Sixteen are confirmed dead.", [16]),
    ("Another 49 were hurt.", [49]),
    ("The blast killed 12 and wounded 30.", [12, 30]),
    ("The fire killed three on Monday.", [3]),
    ("It sank, killing four.", [4]),
    ("Police arrested 19.", [19]),
    ("It left 31 unaccounted for.", [31]),
    ("Of 640, 601 survived.", [640, 601]),
    ("The other 39 were sent home.", [39]),
    ("The other two were sent home.", [2]),
    ("All six survived.", [6]),
    ("The crash killed all 14 on board.", [14]),
    ("Both were arrested.", [2]),
    ("Both of them left.", [2]),
    ("Four of them were children.", [4]),
    ("Eleven of the eighteen had been delivered.", [11, 18]),
    ("Of those, 12 were children.", [12]),
    ("Killed: 12.", [12]),
    ("As many as 40 may be buried.", [40]),
    ("Hundreds more were injured.", [100]),
    ("Thousands fled.", [1000]),
    ("Fourteen abstained.", [14]),
    ("She has won four and lost two.", [4, 2]),
]


@pytest.mark.parametrize(("text", "values"), ALONE, ids=lambda value: str(value)[:40])
def test_a_number_may_stand_for_what_it_counts(text: str, values: list[float]) -> None:
    seen = quantities(text)
    assert [one.low for one in seen] == values
    assert {(one.unit, one.of, one.dimension) for one in seen} == {(None, None, "count")}


CARRIED = [
    ("Twelve people died and another 49 were hurt.", [(12, "people"), (49, "people")]),
    ("It bought 14 planes, of which nine were used.", [(14, "planes"), (9, "planes")]),
    ("Of 14 planes, nine were damaged, three beyond repair.", [(14, "planes"), (9, "planes"), (3, "planes")]),
    ("Of 640 passengers, 601 survived.", [(640, "passengers"), (601, "passengers")]),
    ("It had 3.9 million users, up from 2.4 million.", [(3.9e6, "users"), (2.4e6, "users")]),
    ("It blocked 76 plans, compared with 93 in May.", [(76, "plans"), (93, "plans")]),
    ("More than 20 men came, including nine of them.", [(20, "men"), (9, "men")]),
    ("A mother of three was hurt.", [(3, "children")]),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED, ids=lambda value: str(value)[:40])
def test_a_noun_carries_over_to_the_numbers_after_it(text: str, expected: list[tuple[float, str]]) -> None:
    assert counts(text) == expected


SAID_OF = [
    ("The toll rose to 12.", "toll"),
    ("The death toll stands at 12.", "death toll"),
    ("The number of inmates passed 12.", "number of inmates"),
    ("The village has a population of 12.", "population"),
    ("A crew of 12 ran it.", "crew"),
    ("The average gate is 12.", "average gate"),
    ("Deaths tripled to 12.", "Deaths"),
]


@pytest.mark.parametrize(("text", "of"), SAID_OF)
def test_a_level_is_one_of_its_subject(text: str, of: str) -> None:
    one = quantities(text)[-1]
    assert (one.low, one.unit, one.of) == (12, None, of)


SHARES = [
    ("One in five was ill.", 0.2),
    ("Two in three adults voted.", 2 / 3),
    ("Two in three never vote.", 2 / 3),
    ("Three in ten households are poor.", 0.3),
    ("Nine out of 10 cats like it.", 0.9),
    ("Four out of every five were old.", 0.8),
    ("One in every 300 births is affected.", 1 / 300),
    ("About one in 12 children is ill.", 1 / 12),
]


@pytest.mark.parametrize(("text", "share"), SHARES)
def test_so_many_in_so_many_is_a_share(text: str, share: float) -> None:
    (one,) = quantities(text)
    assert one.low == pytest.approx(share)
    assert (one.dimension, one.form) == ("share", "ratio")


def test_two_in_three_games_is_no_share() -> None:
    assert [one.low for one in quantities("He scored two in three games.")] == [2, 3]


NOTHING = [
    "The two met on the bridge.",
    "These three agreed to stop.",
    "He left at six.",
    "He cut it in two.",
    "He chose between the two.",
    "One might think so.",
    "No one died.",
    "On the way down one passes the mill.",
    "Both Arlen and Mossby voted for it.",
    "Both sides agreed.",
    "It is a one-way street.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_number_that_only_points_back_counts_nothing(text: str) -> None:
    assert quantities(text) == []


def test_large_numbers_after_a_sum_are_in_its_currency() -> None:
    text = "The dam cost 96 million forints: 51 million for steel and 28 million for sand. Two million people saw it."
    assert [(one.low, one.dimension) for one in quantities(text)] == [
        (96e6, "money"), (51e6, "money"), (28e6, "money"), (2e6, "count"),
    ]  # fmt: skip


TALLIES = [
    ("The death toll has risen to seven, officials said.", [7]),
    ("The number of dead reached eleven.", [11]),
    ("The number of cases fell to four.", [4]),
    ("The meeting rose at seven.", []),
]


@pytest.mark.parametrize(("text", "values"), TALLIES)
def test_a_small_number_may_be_where_a_tally_stands(text: str, values: list[float]) -> None:
    assert [one.low for one in quantities(text)] == values
