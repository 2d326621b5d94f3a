"""One of a series that two documents give two numbers (its fifth edition, its sixth), and what only looks like it."""

import pytest
from facts import findings

from factcheck.checks import ordinal_differs

OPENED = "The Karrow Festival opened on 3 May 2024 in Penbury under its director Ines Saldanha. "
DAYS = {"one": "2024-05-04", "two": "2024-05-05"}

TWO_NUMBERS = [
    ("It is the fifth edition of the Karrow Festival.", "This is the sixth edition of the festival."),
    (
        "It is the first opera by a woman staged at the festival.",
        "This is the second opera by a woman at the festival.",
    ),
    ("It is the first time that the festival has staged an opera by a woman.", "It is the second opera by a woman."),
    ("Saldanha is in her third year as director.", "Saldanha is in her fourth year as director."),
    ("Saldanha won her fourth title.", "It was Saldanha's third title."),
    ("It was the third death on the site this year.", "It was the second death on the site this year."),
    ("The storm was the fifth of the year.", "It was the fourth storm of the year."),
    ("The hall has burned down for the third time.", "The hall burned down for the second time."),
]

LEFT_ALONE = [
    ("It was the second death on the site this year.", "It was the third death on the site this year."),
    ("It was the third death on the site this year.", "It was the second death on the site in a month."),
    ("It was the second phase of the works.", "It was the first phase of the works."),
    ("It is the second largest festival.", "It is the third best festival."),
    ("Saldanha won her fourth title.", "Tom Lund won his third title."),
    ("It was the fifth concert in Penbury.", "It was the fourth concert in Marden."),
    ("In May 2021 it was the fourth storm of the year.", "In May 2024 it was the third storm of the year."),
    ("It was the third death this year. Before the second death the site was closed.", "It was the third death."),
]


@pytest.mark.parametrize(("one", "two"), TWO_NUMBERS)
def test_two_numbers_for_one_of_a_series_are_found(one: str, two: str) -> None:
    assert findings(ordinal_differs.CHECK, {"one": OPENED + one, "two": OPENED + two}, DAYS)


@pytest.mark.parametrize(("one", "two"), LEFT_ALONE)
def test_two_of_a_series_are_left_alone(one: str, two: str) -> None:
    assert not findings(ordinal_differs.CHECK, {"one": OPENED + one, "two": OPENED + two}, DAYS)
